/* Reports when memory runs out.  Linked with --wrap for malloc, calloc and realloc, so that each
 * allocation can be made to fail.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "report.h"
#include "failing-malloc.h"

static const char text[] = "a: b\nnaem: c\nd: e\n";

/* Two calls, the second with what is there, what is new and what is beyond the limit. */
static transfer_status fill(transfer_report *report)
{
    static const struct phrase first = {{"first", "d'abord"}};
    struct report_source source = {.name = "f", .data = text, .size = sizeof text - 1};
    struct place place = {"g", 1, 1, 0, 0};
    transfer_status worst = TRANSFER_OK, status;

    for (uint64_t call = 0; call < 2; call++) {
        status = report_begin(report, 2);
        worst = status > worst ? status : worst;
        for (uint64_t line = 3; line > 0; line--) {
            struct finding finding = {.rule = &rule_unknown_key,
                                      .severity = TRANSFER_ERROR,
                                      .place = {"f", line, 1 + 3 * call, 0, 0},
                                      .pointer = "/p",
                                      .record_id = "p"};

            finding_add_string(&finding, "key", "naem");
            finding_add_string(&finding, "suggestion", "name");
            finding_add_related(&finding, &place, &first);
            status = report_add(report, &finding);
            worst = status > worst ? status : worst;
            finding.place.column = 1;
            status = report_add(report, &finding);
            worst = status > worst ? status : worst;
        }
        status = report_end(report, &source, 1);
        worst = status > worst ? status : worst;
    }
    return worst;
}

/* Reads all that a report says. */
static size_t read_all(const transfer_report *report)
{
    size_t length = 0;

    for (size_t i = 0; i < transfer_report_count(report); i++) {
        const transfer_diagnostic *diagnostic = transfer_report_at(report, i);
        const char *excerpt = transfer_diagnostic_excerpt(diagnostic);

        length += strlen(transfer_diagnostic_message(diagnostic, TRANSFER_FRENCH));
        length += strlen(transfer_diagnostic_file(diagnostic));
        length += excerpt ? strlen(excerpt) : 0;
    }
    return length;
}

/* Whichever allocation fails, filling a report says so, and what it has can be read and freed. */
START_TEST(filling)
{
    size_t whole = 0;
    long count = 0;

    for (long fail_at = 0; count == fail_at; fail_at++) {
        transfer_report *report = transfer_report_new();
        transfer_status status;

        ck_assert_ptr_nonnull(report);
        failing_malloc_count = 0;
        failing_malloc_allowed = fail_at;
        status = fill(report);
        failing_malloc_allowed = -1;
        if (failing_malloc_count > 0) {
            ck_assert_int_eq(status, TRANSFER_NO_MEMORY);
            count++;
        } else {
            ck_assert_int_eq(status, TRANSFER_OK);
            whole = read_all(report);
        }
        ck_assert_uint_le(read_all(report), 1000);
        /* It can still be used. */
        ck_assert_int_eq(fill(report), TRANSFER_OK);
        transfer_report_free(report);
    }
    ck_assert_int_gt(count, 20);
    ck_assert_uint_gt(whole, 0);
}
END_TEST

/* Whichever allocation fails, rendering says so, or writes the whole. */
START_TEST(rendering)
{
    transfer_report *report = transfer_report_new();

    ck_assert_int_eq(fill(report), TRANSFER_OK);
    for (int format = TRANSFER_FORMAT_TEXT; format <= TRANSFER_FORMAT_GITHUB; format++) {
        char *whole = NULL;
        long count = 0;

        ck_assert_int_eq(transfer_report_render_memory(report, (transfer_format)format,
                                                       TRANSFER_FRENCH, 0, &whole, NULL),
                         TRANSFER_OK);
        for (long fail_at = 0; count == fail_at; fail_at++) {
            char *rendered = NULL;
            transfer_status status;

            failing_malloc_count = 0;
            failing_malloc_allowed = fail_at;
            status = transfer_report_render_memory(report, (transfer_format)format, TRANSFER_FRENCH,
                                                   0, &rendered, NULL);
            failing_malloc_allowed = -1;
            if (failing_malloc_count > 0) {
                ck_assert_int_eq(status, TRANSFER_NO_MEMORY);
                ck_assert_ptr_null(rendered);
                count++;
            } else {
                ck_assert_int_eq(status, TRANSFER_OK);
                ck_assert_str_eq(rendered, whole);
                transfer_text_free(rendered);
            }
        }
        ck_assert_int_gt(count, 2);
        transfer_text_free(whole);
    }
    transfer_report_free(report);
}
END_TEST

/* Without memory there is no report and no rule set, and nothing else happens. */
START_TEST(making)
{
    transfer_report *report;
    transfer_ruleset *ruleset;

    failing_malloc_allowed = 0;
    report = transfer_report_new();
    ruleset = transfer_ruleset_new();
    failing_malloc_allowed = -1;
    ck_assert_ptr_null(report);
    ck_assert_ptr_null(ruleset);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report-memory");
    TCase *tests = tcase_create("report-memory");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_test(tests, filling);
    tcase_add_test(tests, rendering);
    tcase_add_test(tests, making);
    suite_add_tcase(suite, tests);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
