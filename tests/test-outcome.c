/* What rules say of records: passed, failed, not applicable for a reason; and exceptions.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include <transfer/transfer.h>

/* A portfolio and the report on it. */
struct checked {
    transfer_portfolio *portfolio;
    transfer_report *report;
};

static struct checked check_text(const char *text, unsigned flags, uint64_t limit)
{
    struct checked checked = {transfer_portfolio_new(), transfer_report_new()};

    ck_assert(checked.portfolio && checked.report);
    if (limit)
        transfer_portfolio_set_limit(checked.portfolio, TRANSFER_LIMIT_DIAGNOSTICS, limit);
    ck_assert_int_eq(transfer_portfolio_load_memory(checked.portfolio, text, strlen(text), "a.yaml",
                                                    NULL, flags, checked.report),
                     TRANSFER_OK);
    ck_assert_int_eq(transfer_portfolio_validate(checked.portfolio, NULL, NULL, checked.report),
                     TRANSFER_OK);
    return checked;
}

static void free_checked(struct checked *checked)
{
    transfer_report_free(checked->report);
    transfer_portfolio_free(checked->portfolio);
}

static void assert_outcomes(const transfer_report *report, const char *rule, size_t passed,
                            size_t failed, size_t not_applicable)
{
    ck_assert_msg(
        transfer_report_outcome_count(report, rule, TRANSFER_PASSED) == passed &&
            transfer_report_outcome_count(report, rule, TRANSFER_FAILED) == failed &&
            transfer_report_outcome_count(report, rule, TRANSFER_NOT_APPLICABLE) == not_applicable,
        "%s: %zu passed, %zu failed, %zu not applicable", rule,
        transfer_report_outcome_count(report, rule, TRANSFER_PASSED),
        transfer_report_outcome_count(report, rule, TRANSFER_FAILED),
        transfer_report_outcome_count(report, rule, TRANSFER_NOT_APPLICABLE));
}

static const transfer_diagnostic *find_diagnostic(const transfer_report *report, const char *rule)
{
    for (size_t i = 0; i < transfer_report_count(report); i++)
        if (strcmp(transfer_diagnostic_rule(transfer_report_at(report, i)), rule) == 0)
            return transfer_report_at(report, i);
    return NULL;
}

static const char two_records[] = "transfer: 1\n"
                                  "partners:\n"
                                  "  cea: {name: CEA, kind: research_organisation}\n"
                                  "  loria: {name: Loria, kind: laboratory, parents: [cnrs]}\n";

/* Every record that a rule looks at is counted once, and what does not apply by its reason. */
START_TEST(records_are_counted)
{
    struct checked whole = check_text(two_records, 0, 0);
    struct checked part = check_text(two_records, TRANSFER_LOAD_PARTIAL, 0);

    /* Beside both partners there is what the file says of itself: nothing. */
    assert_outcomes(whole.report, "reference-dangling", 0, 1, 2);
    ck_assert_uint_eq(transfer_report_reason_count(whole.report, "reference-dangling",
                                                   TRANSFER_REASON_MISSING),
                      2);
    assert_outcomes(whole.report, "reference-cycle", 1, 0, 1);
    assert_outcomes(whole.report, "required", 3, 0, 0);
    assert_outcomes(part.report, "reference-dangling", 0, 0, 3);
    ck_assert_uint_eq(
        transfer_report_reason_count(part.report, "reference-dangling", TRANSFER_REASON_PART), 1);
    free_checked(&whole);
    free_checked(&part);
}
END_TEST

/* What reading checks is counted by files; a rule that is off, or that is none, is not counted. */
START_TEST(files_are_counted)
{
    struct checked checked = check_text("transfer: 1\nportfolio: {titel: a, title: b}\n", 0, 0);

    assert_outcomes(checked.report, "unknown-key", 0, 1, 0);
    assert_outcomes(checked.report, "duplicate-key", 1, 0, 0);
    assert_outcomes(checked.report, "unused-record", 0, 0, 0);
    assert_outcomes(checked.report, "no-such-rule", 0, 0, 0);
    ck_assert_uint_eq(transfer_report_outcome_count(NULL, "required", TRANSFER_PASSED), 0);
    ck_assert_uint_eq(transfer_report_outcome_count(checked.report, NULL, TRANSFER_PASSED), 0);
    ck_assert_uint_eq(
        transfer_report_outcome_count(checked.report, "required", (transfer_outcome)99), 0);
    ck_assert_uint_eq(transfer_report_reason_count(checked.report, "required", (transfer_reason)99),
                      0);
    transfer_report_clear(checked.report);
    assert_outcomes(checked.report, "unknown-key", 0, 0, 0);
    free_checked(&checked);
}
END_TEST

/* Validating again counts anew, and diagnostics that are not kept are counted too. */
START_TEST(counts_are_those_of_the_last_validation)
{
    struct checked checked = check_text("transfer: 1\n"
                                        "partners:\n"
                                        "  a: {name: \" A\", kind: company}\n"
                                        "  b: {name: \" B\", kind: company}\n"
                                        "  c: {name: \" C\", kind: company}\n",
                                        0, 1);

    ck_assert_uint_eq(transfer_report_count(checked.report), 2); /* and too-many-diagnostics */
    assert_outcomes(checked.report, "text-spaces", 0, 3, 1);
    ck_assert_int_eq(
        transfer_portfolio_validate(checked.portfolio, NULL, NULL, checked.report), TRANSFER_OK);
    assert_outcomes(checked.report, "text-spaces", 0, 3, 1);
    free_checked(&checked);
}
END_TEST

/* An exception makes a note of what a rule finds, which quotes the reason; it counts as failed. */
START_TEST(exceptions_quote_their_reason)
{
    struct checked checked =
        check_text("transfer: 1\n"
                   "partners:\n"
                   "  a:\n"
                   "    name: \" A\"\n"
                   "    kind: company\n"
                   "    exceptions: [{rule: text-spaces, reason: the statutes say so}]\n",
                   0, 0);
    const transfer_diagnostic *diagnostic = find_diagnostic(checked.report, "text-spaces");

    ck_assert_ptr_nonnull(diagnostic);
    ck_assert_int_eq(transfer_diagnostic_severity(diagnostic), TRANSFER_NOTE);
    ck_assert_str_eq(transfer_diagnostic_exception(diagnostic), "the statutes say so");
    ck_assert_ptr_nonnull(strstr(transfer_diagnostic_message(diagnostic, TRANSFER_ENGLISH),
                                 " (accepted: \"the statutes say so\")"));
    ck_assert_ptr_nonnull(strstr(transfer_diagnostic_message(diagnostic, TRANSFER_FRENCH),
                                 " (accepté\u00a0: «\u00a0the statutes say so\u00a0»)"));
    ck_assert_uint_eq(transfer_report_count(checked.report), 1);
    ck_assert_uint_eq(transfer_report_severity_count(checked.report, TRANSFER_WARNING), 0);
    assert_outcomes(checked.report, "text-spaces", 1, 1, 1); /* the exception has texts too */
    assert_outcomes(checked.report, "exception-unused", 1, 0, 0);
    free_checked(&checked);
}
END_TEST

/* What loading had reported becomes the note, at its place, and is not there twice. */
START_TEST(exceptions_reach_what_loading_reported)
{
    struct checked checked = check_text("transfer: 1\n"
                                        "agreements:\n"
                                        "  a:\n"
                                        "    title: A\n"
                                        "    kind: grant\n"
                                        "    amount: 30 M EUR\n"
                                        "    funders:\n"
                                        "      - unspecified: true\n"
                                        "        amout: 10 EUR\n"
                                        "    exceptions:\n"
                                        "      - {rule: amount-form, reason: as in the deed}\n"
                                        "      - {rule: unknown-key, reason: read elsewhere}\n",
                                        0, 0);
    const transfer_diagnostic *amount = find_diagnostic(checked.report, "amount-form");
    const transfer_diagnostic *key = find_diagnostic(checked.report, "unknown-key");

    ck_assert_uint_eq(transfer_report_count(checked.report), 2);
    ck_assert_uint_eq(transfer_report_severity_count(checked.report, TRANSFER_ERROR), 0);
    ck_assert_uint_eq(transfer_report_severity_count(checked.report, TRANSFER_NOTE), 2);
    ck_assert_str_eq(transfer_diagnostic_exception(amount), "as in the deed");
    ck_assert_uint_eq(transfer_diagnostic_line(amount), 6);
    ck_assert_uint_eq(transfer_diagnostic_end_column(amount), 21);
    ck_assert_str_eq(transfer_diagnostic_excerpt(amount), "    amount: 30 M EUR");
    ck_assert_str_eq(transfer_diagnostic_exception(key), "read elsewhere");
    ck_assert_str_eq(transfer_diagnostic_pointer(key), "/agreements/a/funders/0/amout");
    ck_assert_int_eq(
        transfer_portfolio_validate(checked.portfolio, NULL, NULL, checked.report), TRANSFER_OK);
    ck_assert_uint_eq(transfer_report_count(checked.report), 2);
    ck_assert_uint_eq(transfer_report_severity_count(checked.report, TRANSFER_NOTE), 2);
    free_checked(&checked);
}
END_TEST

/* An exception without a reason accepts nothing, and that alone is reported. */
START_TEST(exceptions_need_a_reason)
{
    struct checked checked = check_text("transfer: 1\n"
                                        "partners:\n"
                                        "  a:\n"
                                        "    name: A\n"
                                        "    kind: company\n"
                                        "    exceptions: [{rule: text-spaces}]\n",
                                        0, 0);

    ck_assert_uint_eq(transfer_report_count(checked.report), 1);
    ck_assert_ptr_nonnull(find_diagnostic(checked.report, "required"));
    free_checked(&checked);
}
END_TEST

/* A rule that is off is not reported because of its exception, nor is a note made graver. */
START_TEST(exceptions_never_add)
{
    static const char text[] = "transfer: 1\n"
                               "partners:\n"
                               "  a:\n"
                               "    name: \" A\"\n"
                               "    kind: company\n"
                               "    exceptions: [{rule: text-spaces, reason: so be it}]\n";
    transfer_portfolio *portfolio = transfer_portfolio_new();
    transfer_report *report = transfer_report_new();
    transfer_ruleset *ruleset = transfer_ruleset_new();

    ck_assert(portfolio && report && ruleset);
    transfer_ruleset_set_severity(ruleset, "text-spaces", TRANSFER_OFF);
    ck_assert_int_eq(transfer_portfolio_load_memory(portfolio, text, sizeof text - 1, "a.yaml",
                                                    ruleset, 0, report),
                     TRANSFER_OK);
    ck_assert_int_eq(transfer_portfolio_validate(portfolio, ruleset, NULL, report), TRANSFER_OK);
    ck_assert_uint_eq(transfer_report_count(report), 0);
    assert_outcomes(report, "exception-unused", 0, 0, 1);
    transfer_ruleset_free(ruleset);
    transfer_report_free(report);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* Every reason has words of its own in both languages. */
START_TEST(reasons_have_texts)
{
    for (int reason = 0; reason <= TRANSFER_REASON_NO_TABLE + 1; reason++)
        for (int language = TRANSFER_ENGLISH; language <= TRANSFER_FRENCH; language++)
            for (int other = 0; other < reason; other++)
                ck_assert_str_ne(
                    transfer_reason_text((transfer_reason)reason, (transfer_language)language),
                    transfer_reason_text((transfer_reason)other, (transfer_language)language));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("outcome");
    TCase *tcase = tcase_create("outcome");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_test(tcase, records_are_counted);
    tcase_add_test(tcase, files_are_counted);
    tcase_add_test(tcase, counts_are_those_of_the_last_validation);
    tcase_add_test(tcase, exceptions_quote_their_reason);
    tcase_add_test(tcase, exceptions_reach_what_loading_reported);
    tcase_add_test(tcase, exceptions_need_a_reason);
    tcase_add_test(tcase, exceptions_never_add);
    tcase_add_test(tcase, reasons_have_texts);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
