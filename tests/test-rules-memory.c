/* The rules when memory runs out: on every file of data/rules, at every allocation in turn.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <transfer/transfer.h>

#include "failing-malloc.h"
#include "files.h"

static transfer_ruleset *all_rules(void)
{
    transfer_ruleset *ruleset = transfer_ruleset_new();

    ck_assert_ptr_nonnull(ruleset);
    for (size_t i = 0; i < transfer_rule_count(); i++)
        ck_assert_int_eq(transfer_ruleset_set_severity(
                             ruleset, transfer_rule_name(transfer_rule_at(i)), TRANSFER_NOTE),
                         TRANSFER_OK);
    return ruleset;
}

/* Validates with fewer allocations than it takes, one more each time, until they are enough. */
static void validate_until_enough(const transfer_portfolio *portfolio,
                                  const transfer_ruleset *ruleset, const char *path)
{
    static const transfer_date day = {.year = 2024, .month = 1, .day = 1};
    transfer_status status = TRANSFER_NO_MEMORY;
    size_t expected;
    transfer_report *report = transfer_report_new();

    ck_assert_int_eq(transfer_portfolio_validate(portfolio, ruleset, &day, report), TRANSFER_OK);
    expected = transfer_report_count(report);
    for (long allowed = 0; status != TRANSFER_OK; allowed++) {
        transfer_report_clear(report);
        failing_malloc_count = 0;
        failing_malloc_allowed = allowed;
        status = transfer_portfolio_validate(portfolio, ruleset, &day, report);
        failing_malloc_allowed = -1;
        ck_assert_msg(status == (failing_malloc_count ? TRANSFER_NO_MEMORY : TRANSFER_OK),
                      "%s, %ld: %d", path, allowed, status);
    }
    ck_assert_msg(transfer_report_count(report) == expected, "%s", path);
    transfer_report_free(report);
}

/* Validation says that memory ran out, whenever it does, and nothing is lost or said twice
 * afterwards. */
START_TEST(rules_say_that_memory_ran_out)
{
    transfer_ruleset *ruleset = all_rules();
    struct files files = {0};
    char path[PATH_SIZE];

    data_path("rules", path);
    files_add(&files, path, 0);
    for (size_t i = 0; i < files.count; i++) {
        transfer_portfolio *portfolio = transfer_portfolio_new();
        struct stat state;

        /* What is large is so in order to reach a limit. */
        if (stat(files.paths[i], &state) == 0 && state.st_size < 65536) {
            (void)transfer_portfolio_load_file(portfolio, files.paths[i], NULL,
                                               TRANSFER_LOAD_KEEP_TEXT, NULL);
            validate_until_enough(portfolio, ruleset, files.paths[i]);
        }
        transfer_portfolio_free(portfolio);
    }
    files_free(&files);
    transfer_ruleset_free(ruleset);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("rules-memory");
    TCase *memory = tcase_create("memory");
    SRunner *runner;
    int failed;

    tcase_set_timeout(memory, 300);
    tcase_add_test(memory, rules_say_that_memory_ran_out);
    suite_add_tcase(suite, memory);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
