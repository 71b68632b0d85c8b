/* Threads: portfolios of their own, and one that all of them read.  To be run under
 * -fsanitize=thread as well.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <transfer/transfer.h>

enum { THREADS = 4, PARTNERS = 50 };

struct job {
    transfer_portfolio *portfolio; /* NULL: one of its own */
    const char *expected;
    pthread_t thread;
    int number;
    const char *wrong;
};

static void fill(transfer_portfolio *portfolio)
{
    transfer_record *hub = NULL;
    char id[24];

    transfer_portfolio_add(portfolio, TRANSFER_TYPE_PARTNER, "hub", &hub);
    for (int i = 0; i < PARTNERS; i++) {
        transfer_record *record = NULL, *nested = NULL;
        snprintf(id, sizeof id, "p%d", i);
        transfer_portfolio_add(portfolio, TRANSFER_TYPE_PARTNER, id, &record);
        transfer_record_set_text(record, TRANSFER_PARTNER_NAME, id);
        transfer_record_set_reference(record, TRANSFER_PARTNER_SUCCESSOR, hub);
        transfer_record_add_record(record, TRANSFER_PARTNER_OWNERSHIP, &nested);
        transfer_record_set_reference_id(nested, TRANSFER_HOLDING_OWNER, "nobody");
    }
}

static char *save(const transfer_portfolio *portfolio)
{
    char *text = NULL;

    transfer_portfolio_save_memory(portfolio, 0, 0, &text, NULL);
    return text;
}

/* ---- portfolios of their own ---- */

static void *work_alone(void *user)
{
    struct job *job = user;

    for (size_t round = 0; round < 20 && !job->wrong; round++) {
        transfer_portfolio *mine = transfer_portfolio_new(), *again = transfer_portfolio_new();
        transfer_report *report = transfer_report_new();
        char *text, *second;

        fill(mine);
        text = save(mine);
        if (!text || strcmp(text, job->expected) != 0)
            job->wrong = "a portfolio of its own is not as expected";
        else if (transfer_portfolio_load_memory(again, text, strlen(text), "m", NULL, 0, report) !=
                 TRANSFER_OK)
            job->wrong = "what was saved cannot be loaded";
        else if (transfer_portfolio_validate(again, NULL, NULL, report) != TRANSFER_OK ||
                 transfer_report_severity_count(report, TRANSFER_ERROR) < PARTNERS)
            job->wrong = "not all that dangles was reported";
        transfer_record_rename(transfer_portfolio_find(again, TRANSFER_TYPE_PARTNER, "hub"), "h2");
        transfer_record_rename(transfer_portfolio_find(again, TRANSFER_TYPE_PARTNER, "h2"), "hub");
        second = save(again);
        if (!job->wrong && (!second || strcmp(second, job->expected) != 0))
            job->wrong = "loaded and renamed to and fro, it is not the same";
        transfer_text_free(text);
        transfer_text_free(second);
        transfer_report_free(report);
        transfer_portfolio_free(mine);
        transfer_portfolio_free(again);
    }
    return NULL;
}

/* ---- one that all read ---- */

static const char *read_record(const transfer_portfolio *portfolio, int number)
{
    transfer_record *record, *target = NULL;
    const char *text = NULL;
    char id[24];
    size_t count = 0;

    snprintf(id, sizeof id, "p%d", number);
    record = transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, id);
    if (!record || transfer_portfolio_at(portfolio, TRANSFER_TYPE_PARTNER, (size_t)number + 1) !=
                       record)
        return "a record is not found";
    if (transfer_record_get_text(record, TRANSFER_PARTNER_NAME, &text) != TRANSFER_OK ||
        strcmp(text, id) != 0)
        return "a name is wrong";
    if (transfer_record_get_reference(record, TRANSFER_PARTNER_SUCCESSOR, &target) !=
            TRANSFER_OK ||
        strcmp(transfer_record_id(target), "hub") != 0)
        return "a reference is wrong";
    if (transfer_record_count(record, TRANSFER_PARTNER_OWNERSHIP, &count) != TRANSFER_OK ||
        count != 1)
        return "a list is wrong";
    return NULL;
}

static void *work_together(void *user)
{
    struct job *job = user;

    for (int round = 0; round < 10 && !job->wrong; round++) {
        transfer_report *report = transfer_report_new();
        transfer_answer *answer = NULL;
        char *text;

        for (int i = 0; i < PARTNERS && !job->wrong; i++)
            job->wrong = read_record(job->portfolio, (i + job->number * 7) % PARTNERS);
        if (!job->wrong &&
            (transfer_portfolio_validate(job->portfolio, NULL, NULL, report) != TRANSFER_OK ||
             transfer_report_severity_count(report, TRANSFER_ERROR) < PARTNERS))
            job->wrong = "not all that dangles was reported";
        text = save(job->portfolio);
        if (!job->wrong && (!text || strcmp(text, job->expected) != 0))
            job->wrong = "it is saved otherwise";
        transfer_text_free(text);
        if (transfer_record_referrers(
                transfer_portfolio_find(job->portfolio, TRANSFER_TYPE_PARTNER, "hub"), &answer) !=
                TRANSFER_OK ||
            transfer_answer_count(answer) != PARTNERS)
            job->wrong = "the referrers are not all there";
        transfer_answer_free(answer);
        answer = NULL;
        if (transfer_portfolio_sum(job->portfolio, TRANSFER_BY_FUNDER, NULL, &answer) !=
            TRANSFER_OK)
            job->wrong = "it cannot be summed up";
        transfer_answer_free(answer);
        transfer_report_free(report);
    }
    return NULL;
}

static void run(void *(*work)(void *), int is_shared)
{
    struct job jobs[THREADS];
    transfer_portfolio *portfolio = transfer_portfolio_new();
    char *expected;

    fill(portfolio);
    expected = save(portfolio);
    ck_assert_ptr_nonnull(expected);
    for (int i = 0; i < THREADS; i++) {
        jobs[i] = (struct job){.portfolio = is_shared ? portfolio : NULL,
                               .expected = expected,
                               .number = i};
        ck_assert_int_eq(pthread_create(&jobs[i].thread, NULL, work, &jobs[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        ck_assert_int_eq(pthread_join(jobs[i].thread, NULL), 0);
        ck_assert_msg(jobs[i].wrong == NULL, "thread %d: %s", i, jobs[i].wrong);
    }
    transfer_text_free(expected);
    transfer_portfolio_free(portfolio);
}

/* Each thread makes, saves, loads, checks and changes portfolios of its own. */
START_TEST(test_alone)
{
    run(work_alone, 0);
}
END_TEST

/* Many threads get, find, validate, save and sum up one portfolio at once. */
START_TEST(test_together)
{
    run(work_together, 1);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("threads");
    TCase *tcase = tcase_create("threads");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_set_timeout(tcase, 120);
    tcase_add_test(tcase, test_alone);
    tcase_add_test(tcase, test_together);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
