/* Calculations and rules of State aid when memory runs out.
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
    "  r: {name: R, kind: regional_authority, country: FR}\n"
    "  a: {name: A, kind: company, country: FR, ownership: [{owner: b, share: 60%}]}\n"
    "  b: {name: B, kind: company, country: FR}\n"
    "projects:\n"
    "  p: {title: P, research_category: industrial_research,\n"
    "      partners: [{partner: a, budget: 80 EUR}, {partner: b, budget: 20 EUR}]}\n"
    "agreements:\n"
    "  k: {title: K, kind: grant, amount: 10 EUR, awarded: 2016-07-01, project: p,\n"
    "      funders: [{partner: r}], beneficiaries: [{partner: a}],\n"
    "      aid: [{regime: gber_research_development, eligible_costs: 9000000 EUR,\n"
    "             research_category: experimental_development,\n"
    "             aid: 6000000 EUR, effective_collaboration: true},\n"
    "            {regime: gber_research_development, eligible_costs: 90000000 EUR,\n"
    "             aid: 30000000 EUR},\n"
    "            {regime: gber_research_development, eligible_costs: 90000000 EUR,\n"
    "             aid: 50000000 EUR},\n"
    "            {regime: de_minimis, aid: 150000 EUR},\n"
    "            {regime: de_minimis, beneficiary: b, aid: 150000 EUR}]}\n"
    "  l: {title: L, kind: grant, amount: 10 EUR, awarded: 2016-07-01,\n"
    "      funders: [{partner: r}], beneficiaries: [{partner: a}],\n"
    "      aid: [{regime: gber_research_development, aid: 1 EUR}, {regime: de_minimis}]}\n";

static transfer_portfolio *portfolio;

static transfer_status ask_intensity(transfer_calculation **calculation)
{
    return transfer_agreement_aid_intensity(
        transfer_portfolio_find(portfolio, TRANSFER_TYPE_AGREEMENT, "k"),
        transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "a"), 0, calculation);
}

static transfer_status ask_de_minimis(transfer_calculation **calculation)
{
    static const transfer_date day = {.year = 2017, .month = 6, .day = 1};

    return transfer_partner_de_minimis(
        transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "a"), NULL, &day, calculation);
}

static transfer_status (*const questions[])(transfer_calculation **) = {ask_intensity,
                                                                        ask_de_minimis};

static void load(void)
{
    portfolio = transfer_portfolio_new();
    ck_assert_int_eq(
        transfer_portfolio_load_memory(portfolio, text, strlen(text), "test", NULL, 0, NULL),
        TRANSFER_OK);
}

/* Wherever memory runs out, there is no calculation and no leak, and asked again the same one. */
START_TEST(questions_survive_without_memory)
{
    transfer_calculation *calculation = NULL;
    transfer_status status;
    long allocations = 0;
    size_t steps;

    load();
    ck_assert_int_eq(questions[_i](&calculation), TRANSFER_OK);
    steps = transfer_calculation_step_count(calculation);
    ck_assert_uint_gt(steps, 4);
    transfer_calculation_free(calculation);
    calculation = NULL;
    do {
        failing_malloc_count = 0;
        failing_malloc_allowed = allocations++;
        status = questions[_i](&calculation);
        failing_malloc_allowed = -1;
        if (status != TRANSFER_OK) {
            ck_assert_int_eq(status, TRANSFER_NO_MEMORY);
            ck_assert_ptr_null(calculation);
        }
    } while (status != TRANSFER_OK);
    ck_assert_int_gt(allocations, 8);
    ck_assert_uint_eq(transfer_calculation_step_count(calculation), steps);
    transfer_calculation_free(calculation);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* Wherever memory runs out, validation says so and leaves nothing behind. */
START_TEST(rules_survive_without_memory)
{
    static const char *const rules[] = {"aid-intensity",     "aid-cumulation",
                                        "aid-notification",  "aid-publication",
                                        "de-minimis-ceiling", "aid-category-missing",
                                        "aid-collaboration-share"};
    transfer_status status;
    long allocations = 0;

    load();
    do {
        transfer_report *report = transfer_report_new();

        failing_malloc_count = 0;
        failing_malloc_allowed = allocations++;
        status = transfer_portfolio_validate(portfolio, NULL, NULL, report);
        failing_malloc_allowed = -1;
        if (status != TRANSFER_OK)
            ck_assert_int_eq(status, TRANSFER_NO_MEMORY);
        for (size_t i = 0; status == TRANSFER_OK && i < sizeof rules / sizeof rules[0]; i++)
            ck_assert_msg(transfer_report_outcome_count(report, rules[i], TRANSFER_FAILED) > 0,
                          "%s", rules[i]);
        transfer_report_free(report);
    } while (status != TRANSFER_OK);
    ck_assert_int_gt(allocations, 20);
    transfer_portfolio_free(portfolio);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("aid-memory");
    TCase *tests = tcase_create("aid-memory");
    SRunner *runner;
    int failed;

    tcase_add_loop_test(tests, questions_survive_without_memory, 0,
                        sizeof questions / sizeof questions[0]);
    tcase_add_test(tests, rules_survive_without_memory);
    suite_add_tcase(suite, tests);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
