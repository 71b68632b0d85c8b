/* The rules on random portfolios: what is right gives nothing, and a defect what its rule says.
 *
 * SPDX-License-Identifier: MIT
 *
 * TRANSFER_TEST_SEED and TRANSFER_TEST_COUNT give other seeds and more of them; see "make
 * properties".
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <transfer/transfer.h>

#include "generated.h"

enum { DEFAULT_COUNT = 300, SHORT_COUNT = 10 };

static uint64_t first_seed = 1, seed_count = DEFAULT_COUNT;
static transfer_ruleset *all_rules; /* those that are off by default too */

/* ---- checking ---- */

/* What is wrong, as text; NULL: nothing. */
static char *complaints(const transfer_report *report, const transfer_portfolio *portfolio)
{
    char *text, *yaml;

    if (transfer_report_count(report) == 0)
        return NULL;
    ck_assert_int_eq(transfer_report_render_memory(report, TRANSFER_FORMAT_TEXT, TRANSFER_ENGLISH,
                                                   0, &text, NULL),
                     TRANSFER_OK);
    if (getenv("TRANSFER_TEST_SHOW") &&
        transfer_portfolio_save_memory(portfolio, TRANSFER_ALL_FILES, 0, &yaml, NULL) ==
            TRANSFER_OK) {
        fputs(yaml, stderr);
        transfer_text_free(yaml);
    }
    return text;
}

static transfer_report *validate(const transfer_portfolio *portfolio, const transfer_date *as_of)
{
    transfer_report *report = transfer_report_new();

    ck_assert_ptr_nonnull(report);
    ck_assert_int_eq(transfer_portfolio_validate(portfolio, all_rules, as_of, report),
                     TRANSFER_OK);
    return report;
}

static void assert_nothing(const transfer_portfolio *portfolio, const transfer_date *as_of,
                           uint64_t seed)
{
    transfer_report *report = validate(portfolio, as_of);
    char *text = complaints(report, portfolio);

    ck_assert_msg(!text, "seed %llu: %s", (unsigned long long)seed, text);
    transfer_report_free(report);
}

/* ---- what is right ---- */

/* Saved and loaded again, so that there are places. */
static transfer_portfolio *reload(const transfer_portfolio *portfolio)
{
    transfer_portfolio *copy = transfer_portfolio_new();
    transfer_report *report = transfer_report_new();
    char *yaml, *text;
    size_t size;

    ck_assert(copy && report);
    ck_assert_int_eq(
        transfer_portfolio_save_memory(portfolio, TRANSFER_ALL_FILES, 0, &yaml, &size),
        TRANSFER_OK);
    ck_assert_int_eq(
        transfer_portfolio_load_memory(copy, yaml, size, "generated.yaml", all_rules, 0, report),
        TRANSFER_OK);
    text = complaints(report, copy);
    ck_assert_msg(!text, "%s", text);
    transfer_report_free(report);
    transfer_text_free(yaml);
    return copy;
}

START_TEST(what_is_right_gives_nothing)
{
    for (uint64_t seed = first_seed; seed < first_seed + seed_count; seed++) {
        transfer_portfolio *portfolio = generated_portfolio(seed), *copy = reload(portfolio);
        transfer_date day = generated_day(seed);

        assert_nothing(portfolio, NULL, seed);
        assert_nothing(portfolio, &day, seed);
        assert_nothing(copy, &day, seed);
        transfer_portfolio_free(portfolio);
        transfer_portfolio_free(copy);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("properties");
    TCase *tests = tcase_create("properties");
    const char *seed = getenv("TRANSFER_TEST_SEED"), *count = getenv("TRANSFER_TEST_COUNT");
    SRunner *runner;
    int failed;

    if (seed)
        first_seed = strtoull(seed, NULL, 10);
    if (count)
        seed_count = strtoull(count, NULL, 10);
    else if (getenv("TRANSFER_TEST_SHORT"))
        seed_count = SHORT_COUNT;
    all_rules = transfer_ruleset_new();
    for (size_t i = 0; i < transfer_rule_count(); i++)
        if (transfer_rule_severity(transfer_rule_at(i)) == TRANSFER_OFF)
            transfer_ruleset_set_severity(all_rules, transfer_rule_name(transfer_rule_at(i)),
                                          TRANSFER_NOTE);
    tcase_set_timeout(tests, 0);
    tcase_add_test(tests, what_is_right_gives_nothing);
    suite_add_tcase(suite, tests);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    transfer_ruleset_free(all_rules);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
