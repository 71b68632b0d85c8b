/* Questions when memory runs out.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <string.h>

#include <transfer/transfer.h>

#include "failing-malloc.h"

static const char text[] =
    "transfer: 1\n"
    "partners:\n"
    "  a: {name: A, kind: state}\n"
    "  b: {name: B, kind: company}\n"
    "platforms:\n"
    "  p: {name: P, operator: a}\n"
    "projects:\n"
    "  x: {title: X, platform: p, period: 2014, partners: [{partner: b}]}\n"
    "agreements:\n"
    "  k: {title: K, kind: grant, amount: 10 EUR, period: 2014/2016, project: x,\n"
    "      funders: [{partner: a, share: 1/3}, {partner: b, share: equal}],\n"
    "      beneficiaries: [{platform: p, amount: 1 EUR}, {project: x, share: rest}],\n"
    "      instalments: [{due: 2014, amount: 3 EUR, paid: 2014}]}\n"
    "  l: {title: L, kind: grant, amount: 9 USD, amends: k, period: 2014/2016,\n"
    "      funders: [{partner: a, share: 90%}, {partner: b, share: 20%}],\n"
    "      beneficiaries: [{platform: p}]}\n"
    "  m: {title: M, kind: grant, amount: 9 EUR, period: 2014/2016,\n"
    "      funders: [{partner: a, share: 50%}, {partner: b, share: 50%}],\n"
    "      beneficiaries: [{platform: p}],\n"
    "      instalments: [{due: 2014, amount: 3 EUR, paid: 2014}]}\n";

static transfer_portfolio *portfolio;

static transfer_status ask_sum(transfer_answer **answer)
{
    return transfer_portfolio_sum(portfolio, 15, NULL, answer);
}

static transfer_status ask_referrers(transfer_answer **answer)
{
    return transfer_record_referrers(transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "a"),
                                     answer);
}

static transfer_status ask_partners(transfer_answer **answer)
{
    return transfer_platform_partners(
        transfer_portfolio_find(portfolio, TRANSFER_TYPE_PLATFORM, "p"), answer);
}

static transfer_status ask_agreements(transfer_answer **answer)
{
    return transfer_platform_agreements(
        transfer_portfolio_find(portfolio, TRANSFER_TYPE_PLATFORM, "p"), NULL, answer);
}

static transfer_status ask_in_force(transfer_answer **answer)
{
    static const transfer_date day = {.year = 2014, .month = 6, .day = 1};

    return transfer_portfolio_in_force(portfolio, &day, answer);
}

static transfer_status (*const questions[])(transfer_answer **) = {
    ask_sum, ask_referrers, ask_partners, ask_agreements, ask_in_force};

/* Wherever memory runs out, there is no answer and no leak, and asked again the same answer. */
START_TEST(questions_survive_without_memory)
{
    transfer_answer *answer = NULL;
    transfer_status status;
    long allocations = 0;
    size_t rows;

    portfolio = transfer_portfolio_new();
    ck_assert_int_eq(
        transfer_portfolio_load_memory(portfolio, text, strlen(text), "test", NULL, 0, NULL),
        TRANSFER_OK);
    ck_assert_int_eq(questions[_i](&answer), TRANSFER_OK);
    rows = transfer_answer_count(answer);
    ck_assert_uint_gt(rows, 0);
    transfer_answer_free(answer);
    answer = NULL;
    do {
        failing_malloc_count = 0;
        failing_malloc_allowed = allocations++;
        status = questions[_i](&answer);
        failing_malloc_allowed = -1;
        if (failing_malloc_count > 0 && status != TRANSFER_OK) {
            ck_assert_int_eq(status, TRANSFER_NO_MEMORY);
            ck_assert_ptr_null(answer);
        }
    } while (status != TRANSFER_OK);
    ck_assert_int_gt(allocations, 2);
    ck_assert_uint_eq(transfer_answer_count(answer), rows);
    transfer_answer_free(answer);
    transfer_portfolio_free(portfolio);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("query-memory");
    TCase *tests = tcase_create("query-memory");
    SRunner *runner;
    int failed;

    tcase_add_loop_test(tests, questions_survive_without_memory, 0,
                        sizeof questions / sizeof questions[0]);
    suite_add_tcase(suite, tests);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
