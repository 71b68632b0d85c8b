/* Why rules of dates and places say nothing.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include <transfer/transfer.h>

/* A record that a rule looks at; what it refers to comes first. */
struct outcome {
    const char *rule;
    const char *text;
    transfer_reason reason; /* TRANSFER_REASON_NONE: it passes */
};

#define PARTNERS "partners:\n  a: {name: A, kind: laboratory"
#define PLATFORM "platforms:\n  m: {name: M, operator: a"
#define PROJECT "projects:\n  p: {title: P"
#define CADRE "agreements:\n  c: {title: C, kind: framework_agreement"

static const struct outcome outcomes[] = {
    {"period-order", PROJECT ", period: 2014/2016}\n", TRANSFER_REASON_NONE},
    {"period-order", PROJECT "}\n", TRANSFER_REASON_MISSING},
    {"period-order", PROJECT ", period: soon}\n", TRANSFER_REASON_REPORTED},
    {"period-order", PROJECT ", period: 2014/0201}\n", TRANSFER_REASON_REPORTED},
    {"period-order", PARTNERS ", founded: 1794}\n", TRANSFER_REASON_MISSING},
    {"period-order", PARTNERS ", founded: 1794, closed: 2015}\n", TRANSFER_REASON_NONE},
    {"signed-after-start", CADRE ", signed: 2014, period: 2016/2014}\n", TRANSFER_REASON_REPORTED},
    {"signed-after-start", CADRE ", signed: 2014, amends: b}\n", TRANSFER_REASON_OTHER_CASE},
    {"signed-after-start", CADRE ", period: 2014}\n", TRANSFER_REASON_MISSING},
    {"incentive-effect", CADRE ", applied: 2015, period: 2014}\n", TRANSFER_REASON_OTHER_CASE},
    {"incentive-effect",
     CADRE ", applied: 2015, period: ../2016, aid: [{regime: gber_sme_innovation}]}\n",
     TRANSFER_REASON_UNDATED},
    {"incentive-effect",
     CADRE ", applied: 2008, period: 2008, aid: [{regime: gber_sme_innovation}]}\n",
     TRANSFER_REASON_VAGUE},
    {"incentive-effect",
     CADRE ", applied: 2007, period: 2007, aid: [{regime: gber_sme_innovation}]}\n",
     TRANSFER_REASON_NOT_IN_FORCE},
    {"instalment-due-early",
     CADRE ", instalments: [{amount: 1 EUR, due: 2014}]}\n", TRANSFER_REASON_MISSING},
    {"paid-before-award",
     CADRE ", awarded: 2015, amends: b, instalments: [{amount: 1 EUR, paid: 2014}]}\n",
     TRANSFER_REASON_OTHER_CASE},
    {"history-order", PLATFORM ", history: [{date: 2014, status: closed}]}\n",
     TRANSFER_REASON_MISSING},
    {"partner-closed", CADRE ", period: 2014}\n", TRANSFER_REASON_UNDATED},
    {"partner-closed", CADRE ", signed: 2014, funders: [{unspecified: true}]}\n",
     TRANSFER_REASON_MISSING},
    {"partner-closed",
     PARTNERS ", founded: 2014, closed: 2010}\n" CADRE ", signed: 2015, funders: [{partner: a}]}\n",
     TRANSFER_REASON_REPORTED},
    {"partner-closed", PARTNERS ", closed: 2010}\n" PROJECT ", partners: [{partner: a}]}\n",
     TRANSFER_REASON_UNDATED},
    {"status-against-dates", PROJECT ", status: active, period: 2010}\n", TRANSFER_REASON_NO_DAY},
    {"region-code-unknown", PARTNERS ", region: FR41}\n", TRANSFER_REASON_NONE},
    {"region-code-unknown", PARTNERS ", region: DE12}\n", TRANSFER_REASON_NO_TABLE},
    {"region-country", PARTNERS ", region: FR41}\n", TRANSFER_REASON_MISSING},
    {"region-country", PARTNERS ", region: FR99, country: DE}\n", TRANSFER_REASON_REPORTED},
    {"region-country", PARTNERS ", region: FR41, country: XX}\n", TRANSFER_REASON_REPORTED},
    {"region-country", PARTNERS ", region: BE10, country: EU}\n", TRANSFER_REASON_OTHER_CASE},
    {"region-country", PARTNERS ", region: XK00, country: RS}\n", TRANSFER_REASON_OTHER_CASE},
    {"region-at-date", PARTNERS ", region: FR41}\n", TRANSFER_REASON_UNDATED},
    {"region-at-date", PARTNERS ", region: FR41, founded: soon}\n", TRANSFER_REASON_REPORTED},
    {"region-at-date", PARTNERS ", region: FR99, founded: 2019}\n", TRANSFER_REASON_REPORTED},
    {"region-at-date", PARTNERS ", region: DE12, founded: 2019}\n", TRANSFER_REASON_NO_TABLE},
    {"region-at-date", PARTNERS ", insee_region: 99, founded: 2019}\n", TRANSFER_REASON_REPORTED},
    {"region-at-date", PARTNERS "}\n", TRANSFER_REASON_MISSING},
    {"region-at-date", PLATFORM ", region: FR41, history: [{date: soon, status: installed}]}\n",
     TRANSFER_REASON_REPORTED},
    {"coordinates-range", PLATFORM "}\n", TRANSFER_REASON_MISSING},
    {"coordinates-swapped", PLATFORM ", latitude: 6, longitude: 49}\n", TRANSFER_REASON_MISSING},
    {"coordinates-swapped", PLATFORM ", country: DE, latitude: 6, longitude: 49}\n",
     TRANSFER_REASON_NO_TABLE},
    {"coordinates-swapped", PLATFORM ", country: FR, latitude: 6, longitude: 490}\n",
     TRANSFER_REASON_REPORTED},
    {"coordinates-swapped", PLATFORM ", country: FR, latitude: 6}\n", TRANSFER_REASON_MISSING},
    {"coordinates-swapped", PLATFORM ", region: FR99, latitude: 6, longitude: 49}\n",
     TRANSFER_REASON_REPORTED},
};

enum { OUTCOMES = sizeof outcomes / sizeof outcomes[0] };

/* A portfolio that was read and checked, and the report on it. */
struct checked {
    transfer_portfolio *portfolio;
    transfer_report *report;
};

static struct checked check_text(const char *text, const transfer_ruleset *ruleset)
{
    struct checked checked = {transfer_portfolio_new(), transfer_report_new()};
    char whole[1024] = "transfer: 1\n";

    ck_assert(checked.portfolio && checked.report);
    ck_assert_uint_lt(strlen(text), sizeof whole - strlen(whole));
    strcat(whole, text);
    ck_assert_int_eq(transfer_portfolio_load_memory(checked.portfolio, whole, strlen(whole),
                                                    "a.yaml", ruleset, 0, checked.report),
                     TRANSFER_OK);
    ck_assert_int_eq(
        transfer_portfolio_validate(checked.portfolio, ruleset, NULL, checked.report),
        TRANSFER_OK);
    return checked;
}

static void free_checked(struct checked *checked)
{
    transfer_report_free(checked->report);
    transfer_portfolio_free(checked->portfolio);
}

/* Where its operands are missing, wrong or too vague a rule fails nothing and says why. */
START_TEST(what_cannot_be_judged_is_not)
{
    const struct outcome *outcome = &outcomes[_i];
    struct checked checked = check_text(outcome->text, NULL);

    ck_assert_msg(transfer_report_outcome_count(checked.report, outcome->rule, TRANSFER_FAILED) ==
                      0,
                  "%s: %s", outcome->rule, outcome->text);
    if (outcome->reason == TRANSFER_REASON_NONE)
        ck_assert_msg(
            transfer_report_outcome_count(checked.report, outcome->rule, TRANSFER_PASSED) > 0,
            "%s: %s", outcome->rule, outcome->text);
    else
        ck_assert_msg(transfer_report_reason_count(checked.report, outcome->rule,
                                                   outcome->reason) > 0,
                      "%s: %s", outcome->rule, outcome->text);
    free_checked(&checked);
}
END_TEST

/* A slip in a year is one diagnostic; where nothing is said of years, dates are compared. */
START_TEST(years_are_reported_once)
{
    static const char text[] = PROJECT ", period: 2014/0216}\n";
    transfer_ruleset *ruleset = transfer_ruleset_new();
    struct checked checked = check_text(text, NULL);

    ck_assert_ptr_nonnull(ruleset);
    ck_assert_uint_eq(
        transfer_report_outcome_count(checked.report, "year-implausible", TRANSFER_FAILED), 1);
    ck_assert_uint_eq(transfer_report_count(checked.report), 1);
    free_checked(&checked);

    ck_assert_int_eq(transfer_ruleset_set_severity(ruleset, "year-implausible", TRANSFER_OFF),
                     TRANSFER_OK);
    checked = check_text(text, ruleset);
    ck_assert_uint_eq(
        transfer_report_outcome_count(checked.report, "period-order", TRANSFER_FAILED), 1);
    ck_assert_uint_eq(transfer_report_count(checked.report), 1);
    free_checked(&checked);
    transfer_ruleset_free(ruleset);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("date-rules");
    TCase *tests = tcase_create("outcomes");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_loop_test(tests, what_cannot_be_judged_is_not, 0, OUTCOMES);
    tcase_add_test(tests, years_are_reported_once);
    suite_add_tcase(suite, tests);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
