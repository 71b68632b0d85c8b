/* Rules of the caller's own.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include <transfer/transfer.h>

#include "failing-malloc.h"

static const char text[] = "transfer: 1\n"
                           "platforms:\n"
                           "  metz:\n"
                           "    name: CEA Tech Lorraine\n"
                           "    operator: cea\n"
                           "    services: [essais, conseil]\n"
                           "partners:\n"
                           "  cea: {name: CEA, kind: research_organisation}\n"
                           "  acme: {name: ACME, kind: company}\n";

static transfer_portfolio *portfolio;
static transfer_report *report;
static transfer_ruleset *ruleset;

static void setup(void)
{
    portfolio = transfer_portfolio_new();
    report = transfer_report_new();
    ruleset = transfer_ruleset_new();
    ck_assert(portfolio && report && ruleset);
    ck_assert_int_eq(transfer_portfolio_load_memory(portfolio, text, sizeof text - 1, "a.yaml",
                                                    NULL, 0, report),
                     TRANSFER_OK);
}

static void teardown(void)
{
    transfer_report_free(report);
    transfer_portfolio_free(portfolio);
    transfer_ruleset_free(ruleset);
}

/* What a test wants its rule to report. */
struct wish {
    transfer_severity severity;
    transfer_key key;
    size_t index;
    const char *found, *expected, *message;
    transfer_status status; /* what reporting gave */
    int calls, answer;
};

static int report_wish(void *user, const transfer_record *record, transfer_check *check)
{
    struct wish *wish = user;

    wish->calls += transfer_record_id(record) != NULL;
    wish->status = transfer_check_report(check, wish->severity, wish->key, wish->index,
                                         wish->found, wish->expected, wish->message);
    return wish->answer;
}

static const transfer_diagnostic *run(struct wish *wish, transfer_severity severity)
{
    ck_assert_int_eq(transfer_ruleset_add_rule(ruleset, "acme/wish", TRANSFER_TYPE_PLATFORM,
                                               severity, report_wish, wish),
                     TRANSFER_OK);
    ck_assert_int_eq(transfer_portfolio_validate(portfolio, ruleset, NULL, report), TRANSFER_OK);
    ck_assert_int_eq(wish->calls, 1);
    for (size_t i = 0; i < transfer_report_count(report); i++)
        if (strcmp(transfer_diagnostic_rule(transfer_report_at(report, i)), "acme/wish") == 0)
            return transfer_report_at(report, i);
    return NULL;
}

/* Names have the caller's in front, and each is taken once; nothing else is taken. */
START_TEST(names)
{
    static const char longest[] =
        "acme/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    const char *const wrong[] = {"wish",      "/wish",    "acme/", "acme/a/b", "Acme/wish",
                                 "acme/a b", "siren-key", "",      longest};
    struct wish wish = {.calls = 0};

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        ck_assert_msg(transfer_ruleset_add_rule(ruleset, wrong[i], TRANSFER_TYPE_PARTNER,
                                                TRANSFER_NOTE, report_wish,
                                                &wish) == TRANSFER_SYNTAX,
                      "%s", wrong[i]);
    ck_assert_int_eq(transfer_ruleset_add_rule(ruleset, "acme/a.b-c_1", TRANSFER_TYPE_PARTNER,
                                               TRANSFER_NOTE, report_wish, NULL),
                     TRANSFER_OK);
    ck_assert_int_eq(transfer_ruleset_add_rule(ruleset, "acme/a.b-c_1", TRANSFER_TYPE_PLATFORM,
                                               TRANSFER_NOTE, report_wish, NULL),
                     TRANSFER_EXISTS);
    ck_assert_int_eq(transfer_ruleset_add_rule(ruleset, "acme/b", 0, TRANSFER_NOTE, report_wish,
                                               NULL),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_ruleset_add_rule(ruleset, "acme/b", TRANSFER_TYPE_PARTNER,
                                               (transfer_severity)4, report_wish, NULL),
                     TRANSFER_MISUSE);
}
END_TEST

/* A diagnostic has its place, its parts, and a sentence made of them where none is given. */
START_TEST(diagnostics)
{
    struct wish wish = {.key = TRANSFER_PLATFORM_SERVICES, .index = 1, .found = "conseil",
                        .expected = "formation"};
    const transfer_diagnostic *found = run(&wish, TRANSFER_WARNING);

    ck_assert_int_eq(wish.status, TRANSFER_OK);
    ck_assert_ptr_nonnull(found);
    ck_assert_int_eq(transfer_diagnostic_severity(found), TRANSFER_WARNING);
    ck_assert_str_eq(transfer_diagnostic_pointer(found), "/platforms/metz/services/1");
    ck_assert_uint_eq(transfer_diagnostic_line(found), 6);
    ck_assert_uint_eq(transfer_diagnostic_column(found), 24);
    ck_assert_str_eq(transfer_diagnostic_found(found), "conseil");
    ck_assert_str_eq(transfer_diagnostic_expected(found, TRANSFER_FRENCH), "formation");
    ck_assert_str_eq(transfer_diagnostic_message(found, TRANSFER_ENGLISH),
                     "services: found conseil, expected formation");
    ck_assert_str_eq(transfer_diagnostic_message(found, TRANSFER_FRENCH),
                     "services\u00a0: trouvé conseil, attendu formation");
    ck_assert_uint_eq(transfer_report_outcome_count(report, "acme/wish", TRANSFER_FAILED), 1);
}
END_TEST

/* The report keeps what it needs of the rule when the rule set is gone, and renders it. */
START_TEST(reports_stand_alone)
{
    struct wish wish = {.index = TRANSFER_NO_INDEX, .message = "{found} [à revoir]"};
    const transfer_diagnostic *found = run(&wish, TRANSFER_ERROR);
    char *rendered;

    transfer_ruleset_free(ruleset);
    ruleset = NULL;
    ck_assert_str_eq(transfer_diagnostic_rule(found), "acme/wish");
    ck_assert_str_eq(transfer_diagnostic_message(found, TRANSFER_ENGLISH), "{found} [à revoir]");
    ck_assert_int_eq(transfer_report_render_memory(report, TRANSFER_FORMAT_SARIF, TRANSFER_FRENCH,
                                                   0, &rendered, NULL),
                     TRANSFER_OK);
    ck_assert_ptr_nonnull(strstr(rendered, "{\"id\":\"acme/wish\",\"shortDescription\":{\"text\":"
                                           "\"acme/wish\"}"));
    transfer_text_free(rendered);
}
END_TEST

/* The function's severity counts, unless the rule set was told one. */
START_TEST(severities)
{
    struct wish wish = {.severity = TRANSFER_NOTE, .index = TRANSFER_NO_INDEX};
    const transfer_diagnostic *found = run(&wish, TRANSFER_ERROR);

    ck_assert_int_eq(transfer_diagnostic_severity(found), TRANSFER_NOTE);
    ck_assert_str_eq(transfer_diagnostic_message(found, TRANSFER_ENGLISH), "the rule is broken");
    ck_assert_int_eq(transfer_ruleset_set_severity(ruleset, "acme/wish", TRANSFER_WARNING),
                     TRANSFER_OK);
    transfer_report_clear(report);
    ck_assert_int_eq(transfer_portfolio_validate(portfolio, ruleset, NULL, report), TRANSFER_OK);
    ck_assert_uint_eq(transfer_report_severity_count(report, TRANSFER_NOTE), 0);
    ck_assert_int_eq(transfer_ruleset_load_memory(ruleset, "rules: {acme/wish: off}", 23, "r", NULL),
                     TRANSFER_OK);
    ck_assert_int_eq(transfer_portfolio_validate(portfolio, ruleset, NULL, report), TRANSFER_OK);
    ck_assert_int_eq(wish.calls, 2);
    ck_assert_uint_eq(transfer_report_outcome_count(report, "acme/wish", TRANSFER_FAILED), 0);
}
END_TEST

/* Fields of other types, items that are not there and indexes of what is no list are refused. */
START_TEST(misuse)
{
    static const struct {
        transfer_key key;
        size_t index;
        int status;
    } cases[] = {
        {TRANSFER_PARTNER_NAME, TRANSFER_NO_INDEX, TRANSFER_UNKNOWN_FIELD},
        {-1, TRANSFER_NO_INDEX, TRANSFER_UNKNOWN_FIELD},
        {TRANSFER_PLATFORM_SERVICES, 2, TRANSFER_NOT_FOUND},
        {TRANSFER_PLATFORM_NAME, 0, TRANSFER_MISUSE},
        {TRANSFER_PLATFORM_HISTORY, 0, TRANSFER_MISUSE},
        {0, 0, TRANSFER_MISUSE},
    };
    struct wish wish = {.key = cases[_i].key, .index = cases[_i].index};

    ck_assert_ptr_null(run(&wish, TRANSFER_ERROR));
    ck_assert_int_eq(wish.status, cases[_i].status);
    ck_assert_uint_eq(transfer_report_outcome_count(report, "acme/wish", TRANSFER_PASSED), 1);
}
END_TEST

static int skip_all(void *user, const transfer_record *record, transfer_check *check)
{
    transfer_date as_of = {.year = 0};

    (void)record;
    ck_assert_int_eq(transfer_check_skip(check, TRANSFER_REASON_NONE), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_check_skip(check, (transfer_reason)99), TRANSFER_MISUSE);
    if (transfer_check_as_of(check, &as_of) == TRANSFER_UNSET)
        return (int)transfer_check_skip(check, TRANSFER_REASON_NO_DAY);
    *(int *)user = as_of.year;
    return 0;
}

/* A rule can say why it does not apply, and knows the day. */
START_TEST(skipping)
{
    const transfer_date day = {.year = 2013, .month = 12, .day = 5};
    int year = 0;

    ck_assert_int_eq(transfer_ruleset_add_rule(ruleset, "acme/skip", TRANSFER_TYPE_PARTNER,
                                               TRANSFER_ERROR, skip_all, &year),
                     TRANSFER_OK);
    ck_assert_int_eq(transfer_portfolio_validate(portfolio, ruleset, NULL, report), TRANSFER_OK);
    ck_assert_uint_eq(transfer_report_reason_count(report, "acme/skip", TRANSFER_REASON_NO_DAY), 2);
    ck_assert_int_eq(transfer_portfolio_validate(portfolio, ruleset, &day, report), TRANSFER_OK);
    ck_assert_uint_eq(transfer_report_outcome_count(report, "acme/skip", TRANSFER_PASSED), 2);
    ck_assert_int_eq(year, 2013);
}
END_TEST

/* A function that says so stops the validation; what was found is kept. */
START_TEST(stopping)
{
    struct wish wish = {.index = TRANSFER_NO_INDEX, .answer = 1};

    ck_assert_int_eq(transfer_ruleset_add_rule(ruleset, "acme/stop", TRANSFER_TYPE_PARTNER,
                                               TRANSFER_ERROR, report_wish, &wish),
                     TRANSFER_OK);
    ck_assert_int_eq(transfer_portfolio_validate(portfolio, ruleset, NULL, report),
                     TRANSFER_STOPPED);
    ck_assert_int_eq(wish.calls, 1);
    ck_assert_uint_eq(transfer_report_severity_count(report, TRANSFER_ERROR), 1);
}
END_TEST

/* Memory that runs out at any moment is said, and nothing is lost or kept by half. */
START_TEST(no_memory)
{
    struct wish wish = {.index = TRANSFER_NO_INDEX, .found = "x", .message = "y"};
    transfer_status status = TRANSFER_NO_MEMORY;

    for (long allowed = 0; status == TRANSFER_NO_MEMORY; allowed++) {
        transfer_ruleset *own;
        transfer_report *kept;

        failing_malloc_allowed = allowed;
        own = transfer_ruleset_new();
        kept = transfer_report_new();
        status = TRANSFER_NO_MEMORY;
        if (own && kept)
            status = transfer_ruleset_add_rule(own, "acme/wish", TRANSFER_TYPE_PARTNER,
                                               TRANSFER_ERROR, report_wish, &wish);
        if (status == TRANSFER_OK)
            status = transfer_portfolio_validate(portfolio, own, NULL, kept);
        failing_malloc_allowed = -1;
        if (status == TRANSFER_OK)
            ck_assert_uint_eq(transfer_report_count(kept), 2);
        transfer_report_free(kept);
        transfer_ruleset_free(own);
    }
    ck_assert_int_eq(status, TRANSFER_OK);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("own-rule");
    TCase *tcase = tcase_create("own-rule");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, names);
    tcase_add_test(tcase, diagnostics);
    tcase_add_test(tcase, reports_stand_alone);
    tcase_add_test(tcase, severities);
    tcase_add_loop_test(tcase, misuse, 0, 6);
    tcase_add_test(tcase, skipping);
    tcase_add_test(tcase, stopping);
    tcase_add_test(tcase, no_memory);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
