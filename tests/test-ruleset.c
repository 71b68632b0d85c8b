/* Rule-set files: what they change, and what is said of those that are wrong.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <transfer/transfer.h>

#include "files.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static transfer_ruleset *ruleset;
static transfer_report *report;

static void set_up(void)
{
    ruleset = transfer_ruleset_new();
    report = transfer_report_new();
    ck_assert(ruleset && report);
}

static void tear_down(void)
{
    transfer_ruleset_free(ruleset);
    transfer_report_free(report);
}

static transfer_status load(const char *text)
{
    return transfer_ruleset_load_memory(ruleset, text, strlen(text), "rules.yaml", report);
}

static transfer_severity severity_of(const char *rule)
{
    transfer_severity severity;

    ck_assert_int_eq(transfer_ruleset_get_severity(ruleset, rule, &severity), TRANSFER_OK);
    return severity;
}

/* How many rules do not have their default severity. */
static size_t changed_count(void)
{
    size_t count = 0;

    for (size_t i = 0; i < transfer_rule_count(); i++) {
        const transfer_rule *rule = transfer_rule_at(i);
        count += severity_of(transfer_rule_name(rule)) != transfer_rule_severity(rule);
    }
    return count;
}

/* ---- what is right ---- */

/* A file changes the rules that it names, in any style, and no others. */
START_TEST(applied)
{
    static const char *const texts[] = {
        "rules: {required: off, choice: note, range: warning, unused-record: error}\n",
        "transfer: 1\nrules:\n  required: off # anything may be missing\n  choice: 'note'\n"
        "  range: \"warning\"\n  unused-record: |-\n    error\n",
        "x_why: [1, {a: b, c: [no]}]\nrules: {required: off, choice: note, range: warning,\n"
        "  unused-record: error}\nx_more: ~\n",
        "{\"rules\": {\"required\": \"off\", \"choice\": \"note\", \"range\": \"warning\", "
        "\"unused-record\": \"error\"}}",
        "\xef\xbb\xbf--- # begins\r\nrules:\r\n  ? required\r\n  : off\r\n  choice: note\r\n"
        "  range: warning\r\n  unused-record: error\r\n...\r\n",
    };
    const char *text = texts[_i];

    ck_assert_uint_eq(COUNT(texts), 5);
    ck_assert_int_eq(load(text), TRANSFER_OK);
    ck_assert_uint_eq(transfer_report_count(report), 0);
    ck_assert_int_eq(severity_of("required"), TRANSFER_OFF);
    ck_assert_int_eq(severity_of("choice"), TRANSFER_NOTE);
    ck_assert_int_eq(severity_of("range"), TRANSFER_WARNING);
    ck_assert_int_eq(severity_of("unused-record"), TRANSFER_ERROR);
    ck_assert_uint_eq(changed_count(), 4);
}
END_TEST

/* Files are applied one after the other: the later wins where both name a rule. */
START_TEST(later_wins)
{
    ck_assert_int_eq(load("rules: {required: off, choice: note}"), TRANSFER_OK);
    ck_assert_int_eq(load("rules: {choice: warning, range: off}"), TRANSFER_OK);
    ck_assert_int_eq(severity_of("required"), TRANSFER_OFF);
    ck_assert_int_eq(severity_of("choice"), TRANSFER_WARNING);
    ck_assert_int_eq(severity_of("range"), TRANSFER_OFF);
    ck_assert_uint_eq(changed_count(), 3);
}
END_TEST

/* A file without rules changes nothing, and is right as long as it has the key. */
START_TEST(none)
{
    ck_assert_int_eq(load("rules: {}"), TRANSFER_OK);
    ck_assert_int_eq(load("rules:\n"), TRANSFER_OK);
    ck_assert_uint_eq(transfer_report_count(report), 0);
    ck_assert_uint_eq(changed_count(), 0);
}
END_TEST

/* Every rule can be set to every severity, also the rules of reading. */
START_TEST(every_rule)
{
    static const char *const levels[] = {"off", "note", "warning", "error"};
    static char text[65536];

    for (int level = TRANSFER_OFF; level <= TRANSFER_ERROR; level++) {
        size_t length = (size_t)snprintf(text, sizeof text, "rules:\n");

        for (size_t i = 0; i < transfer_rule_count(); i++)
            length += (size_t)snprintf(text + length, sizeof text - length, "  %s: %s\n",
                                       transfer_rule_name(transfer_rule_at(i)), levels[level]);
        ck_assert_uint_lt(length, sizeof text - 1);
        ck_assert_int_eq(load(text), TRANSFER_OK);
        for (size_t i = 0; i < transfer_rule_count(); i++)
            ck_assert_int_eq(severity_of(transfer_rule_name(transfer_rule_at(i))), level);
    }
    ck_assert_uint_eq(transfer_report_count(report), 0);
}
END_TEST

/* ---- what is wrong ---- */

struct mistake {
    const char *text;
    transfer_status status;
    const char *rule;
    uint64_t line, column, end_line, end_column;
    const char *pointer, *found, *expected, *suggestion, *excerpt;
};

#define SEVERITIES "error, warning, note, off"
#define A_MAPPING "a mapping (key: value)"
#define DEEP "[[[[[[[[[[[[[[[["
#define SHALLOW "]]]]]]]]]]]]]]]]"

static const struct mistake mistakes[] = {
    /* names of rules */
    {"rules:\n  requird: off\n", TRANSFER_SYNTAX, "unknown-key", 2, 3, 2, 10, "/rules/requird",
     NULL, NULL, "required", "  requird: off"},
    {"rules: {Reference_Dangling: off}", TRANSFER_SYNTAX, "unknown-key", 1, 9, 1, 27,
     "/rules/Reference_Dangling", NULL, NULL, "reference-dangling",
     "rules: {Reference_Dangling: off}"},
    {"rules: {acme/budget: off}", TRANSFER_SYNTAX, "unknown-key", 1, 9, 1, 20,
     "/rules/acme~1budget", NULL, NULL, NULL, "rules: {acme/budget: off}"},
    {"rules: {choice:off}", TRANSFER_SYNTAX, "unknown-key", 1, 9, 1, 19, "/rules/choice:off", NULL,
     NULL, "choice: off", "rules: {choice:off}"},
    {"rules: {\"choice\\0\": off}", TRANSFER_SYNTAX, "unknown-key", 1, 9, 1, 19, "/rules/choice",
     NULL, NULL, "choice", "rules: {\"choice\\0\": off}"},
    {"rules: {requird: [fatal, {a: b}]}", TRANSFER_SYNTAX, "unknown-key", 1, 9, 1, 16,
     "/rules/requird", NULL, NULL, "required", "rules: {requird: [fatal, {a: b}]}"},
    /* severities */
    {"rules: {choice: Off}", TRANSFER_SYNTAX, "choice", 1, 17, 1, 20, "/rules/choice", "Off", NULL,
     "off", "rules: {choice: Off}"},
    {"rules: {choice: warn}", TRANSFER_SYNTAX, "choice", 1, 17, 1, 21, "/rules/choice", "warn",
     SEVERITIES, NULL, "rules: {choice: warn}"},
    {"rules: {choice: false}", TRANSFER_SYNTAX, "choice", 1, 17, 1, 22, "/rules/choice", "false",
     SEVERITIES, NULL, "rules: {choice: false}"},
    {"rules: {choice: ~}", TRANSFER_SYNTAX, "choice", 1, 17, 1, 18, "/rules/choice", "~",
     SEVERITIES, NULL, "rules: {choice: ~}"},
    {"rules:\n  choice:\n", TRANSFER_SYNTAX, "choice", 2, 10, 2, 10, "/rules/choice", "",
     SEVERITIES, NULL, "  choice:"},
    /* keys at the root */
    {"rule: {choice: off}", TRANSFER_SYNTAX, "unknown-key", 1, 1, 1, 5, "/rule", NULL, NULL,
     "rules", "rule: {choice: off}"},
    {"rules: {choice: off}\npartners: {a: {name: b}}\n", TRANSFER_SYNTAX, "unknown-key", 2, 1, 2,
     9, "/partners", NULL, "rules", NULL, "partners: {a: {name: b}}"},
    {"x_own: {choice: off}", TRANSFER_SYNTAX, "required", 1, 1, 1, 6, "", NULL, NULL, NULL,
     "x_own: {choice: off}"},
    {"{}", TRANSFER_SYNTAX, "required", 1, 1, 1, 3, "", NULL, NULL, NULL, "{}"},
    {"", TRANSFER_SYNTAX, "required", 1, 1, 1, 1, "", NULL, NULL, NULL, ""},
    {"# rules: {choice: off}\n", TRANSFER_SYNTAX, "required", 2, 1, 2, 1, "", NULL, NULL, NULL, ""},
    {"--- ~\n", TRANSFER_SYNTAX, "required", 1, 5, 1, 6, "", NULL, NULL, NULL, "--- ~"},
    {"transfer: 2\nrules: {choice: off}", TRANSFER_NEWER_FORMAT, "format-version", 1, 11, 1, 12,
     "/transfer", "2", "transfer: 1", NULL, "transfer: 2"},
    {"rules: {choice: off}\ntransfer: one", TRANSFER_SYNTAX, "format-version", 2, 11, 2, 14,
     "/transfer", "one", "transfer: 1", NULL, "transfer: one"},
    /* shapes */
    {"rules:\n  choice: off: note", TRANSFER_SYNTAX, "syntax", 2, 14, 2, 15, "", NULL, NULL,
     "choice: \"off: note\"", "  choice: off: note"},
    {"rules", TRANSFER_SYNTAX, "wrong-kind", 1, 1, 1, 6, "", "rules", A_MAPPING, NULL, "rules"},
    {"- rules", TRANSFER_SYNTAX, "wrong-kind", 1, 1, 1, 8, "", NULL, A_MAPPING, NULL,
     "- rules"},
    {"rules: [choice]", TRANSFER_SYNTAX, "wrong-kind", 1, 8, 1, 16, "/rules", NULL, A_MAPPING,
     NULL, "rules: [choice]"},
    {"rules: off", TRANSFER_SYNTAX, "wrong-kind", 1, 8, 1, 11, "/rules", "off", A_MAPPING, NULL,
     "rules: off"},
    {"rules: {choice: [off]}", TRANSFER_SYNTAX, "wrong-kind", 1, 17, 1, 22, "/rules/choice",
     NULL, "a single value", NULL, "rules: {choice: [off]}"},
    {"rules:\n  choice: {severity: off}\n", TRANSFER_SYNTAX, "wrong-kind", 2, 11, 2, 26,
     "/rules/choice", NULL, "a single value", NULL, "  choice: {severity: off}"},
    {"rules: {[choice]: off}", TRANSFER_SYNTAX, "wrong-kind", 1, 9, 1, 17, "/rules", NULL,
     "a key", NULL, "rules: {[choice]: off}"},
    /* what is written twice */
    {"rules: {choice: off, choice: note}", TRANSFER_SYNTAX, "duplicate-key", 1, 22, 1, 28,
     "/rules/choice", NULL, NULL, NULL, "rules: {choice: off, choice: note}"},
    {"rules: {choice: off}\nrules: {requird: note}", TRANSFER_SYNTAX, "duplicate-key", 2, 1, 2, 6,
     "/rules", NULL, NULL, NULL, "rules: {requird: note}"},
    {"x_a: 1\nrules: {choice: off}\nx_a: 2", TRANSFER_SYNTAX, "duplicate-key", 3, 1, 3, 4, "/x_a",
     NULL, NULL, NULL, "x_a: 2"},
    {"rules: {choice: off}\nx_a: {b: 1, b: 2}", TRANSFER_SYNTAX, "duplicate-key", 2, 13, 2, 14,
     "/x_a", NULL, NULL, NULL, "x_a: {b: 1, b: 2}"},
    /* what YAML has and this format has not */
    {"rules: {choice: &a off}", TRANSFER_SYNTAX, "anchor-or-alias", 1, 17, 1, 23, "/rules/choice",
     "&a", NULL, NULL, "rules: {choice: &a off}"},
    {"rules: {choice: *a}", TRANSFER_SYNTAX, "anchor-or-alias", 1, 17, 1, 19, "/rules/choice", "*a",
     NULL, NULL, "rules: {choice: *a}"},
    {"rules: {*a : off}", TRANSFER_SYNTAX, "anchor-or-alias", 1, 9, 1, 11, "/rules", "*a", NULL,
     NULL, "rules: {*a : off}"},
    {"rules: *a", TRANSFER_SYNTAX, "anchor-or-alias", 1, 8, 1, 10, "/rules", "*a", NULL, NULL,
     "rules: *a"},
    {"*a", TRANSFER_SYNTAX, "anchor-or-alias", 1, 1, 1, 3, "", "*a", NULL, NULL, "*a"},
    {"rules: !!map {choice: off}", TRANSFER_SYNTAX, "tag", 1, 8, 1, 15, "/rules", "!!map", NULL,
     NULL, "rules: !!map {choice: off}"},
    {"rules: {choice: !!str off}", TRANSFER_SYNTAX, "tag", 1, 17, 1, 26, "/rules/choice", "!!str",
     NULL, NULL, "rules: {choice: !!str off}"},
    {"rules: {<<: {choice: off}}", TRANSFER_SYNTAX, "merge-key", 1, 9, 1, 11, "/rules/<<", NULL,
     NULL, NULL, "rules: {<<: {choice: off}}"},
    {"rules: {choice: off}\n---\nrules: {requird: off}\n", TRANSFER_SYNTAX,
     "more-than-one-document", 2, 1, 2, 4, "", NULL, NULL, NULL, "---"},
    {"%YAML 1.1\n---\nrules: {choice: off}\n", TRANSFER_SYNTAX, "syntax", 1, 1, 1, 2, "", NULL,
     NULL, NULL, "%YAML 1.1"},
    {"x_a: " DEEP DEEP DEEP DEEP "1" SHALLOW SHALLOW SHALLOW SHALLOW "\nrules: {choice: off}",
     TRANSFER_LIMIT, "too-deep", 1, 69, 1, 70, "/x_a", NULL, NULL, NULL,
     "x_a: " DEEP DEEP DEEP DEEP "1" SHALLOW SHALLOW SHALLOW SHALLOW},
    /* what is no text */
    {"rules: {choice: o\aff}", TRANSFER_SYNTAX, "control-character", 1, 18, 1, 19, "", "U+0007",
     NULL, NULL, "rules: {choice: o\xe2\x90\x87"
                 "ff}"},
    {"rules: {ch\xc2\x85oice: off}", TRANSFER_SYNTAX, "control-character", 1, 11, 1, 12, "",
     "U+0085", NULL, NULL, NULL},
    {"rules: {ch\xe2\x80\xaeoice: off}", TRANSFER_SYNTAX, "bidi-control", 1, 11, 1, 12, "",
     "U+202E", NULL, NULL, NULL},
    {"rules: {r\xe9quired: off}", TRANSFER_SYNTAX, "utf8", 1, 10, 1, 11, "",
     "E9 (é, Windows-1252)", NULL, NULL, NULL},
    {"rules: {choice: off}\nrules\n", TRANSFER_SYNTAX, "syntax", 2, 1, 2, 6, "", NULL, NULL, NULL,
     "rules"},
    {"rules: {choice: off\n", TRANSFER_SYNTAX, "syntax", 2, 1, 2, 1, "", NULL, NULL, NULL, ""},
};

static void check_text(const char *what, const char *expected, const char *given, const char *text)
{
    ck_assert_msg((expected == NULL) == (given == NULL) &&
                      (!expected || strcmp(expected, given) == 0),
                  "%s: %s is %s and not %s", text, what, given ? given : "none",
                  expected ? expected : "none");
}

/* Each mistake gives one diagnostic, an error, at its place, and the file is not applied: neither
 * what stands before the mistake nor what stands behind it. */
START_TEST(wrong)
{
    const struct mistake *mistake = &mistakes[_i];
    const transfer_diagnostic *diagnostic;
    const char *text = mistake->text;
    transfer_status status = load(text);

    ck_assert_msg(status == mistake->status, "%s: status %d", text, status);
    ck_assert_msg(transfer_report_count(report) == 1, "%s: %zu diagnostics", text,
                  transfer_report_count(report));
    diagnostic = transfer_report_at(report, 0);
    check_text("rule", mistake->rule, transfer_diagnostic_rule(diagnostic), text);
    ck_assert_int_eq(transfer_diagnostic_severity(diagnostic), TRANSFER_ERROR);
    check_text("file", "rules.yaml", transfer_diagnostic_file(diagnostic), text);
    ck_assert_msg(transfer_diagnostic_line(diagnostic) == mistake->line &&
                      transfer_diagnostic_column(diagnostic) == mistake->column &&
                      transfer_diagnostic_end_line(diagnostic) == mistake->end_line &&
                      transfer_diagnostic_end_column(diagnostic) == mistake->end_column,
                  "%s: at %d:%d to %d:%d", text, (int)transfer_diagnostic_line(diagnostic),
                  (int)transfer_diagnostic_column(diagnostic),
                  (int)transfer_diagnostic_end_line(diagnostic),
                  (int)transfer_diagnostic_end_column(diagnostic));
    check_text("pointer", mistake->pointer, transfer_diagnostic_pointer(diagnostic), text);
    check_text("found", mistake->found, transfer_diagnostic_found(diagnostic), text);
    check_text("expected", mistake->expected,
               transfer_diagnostic_expected(diagnostic, TRANSFER_ENGLISH), text);
    check_text("suggestion", mistake->suggestion, transfer_diagnostic_suggestion(diagnostic), text);
    if (mistake->excerpt)
        check_text("excerpt", mistake->excerpt, transfer_diagnostic_excerpt(diagnostic), text);
    ck_assert_ptr_null(transfer_diagnostic_record(diagnostic));
    ck_assert_uint_eq(changed_count(), 0);
}
END_TEST

/* Without a report the status is the same, and nothing is applied either. */
START_TEST(wrong_without_report)
{
    const struct mistake *mistake = &mistakes[_i];

    ck_assert_int_eq(transfer_ruleset_load_memory(ruleset, mistake->text, strlen(mistake->text), "",
                                                  NULL),
                     mistake->status);
    ck_assert_uint_eq(changed_count(), 0);
}
END_TEST

/* Everything that is wrong with a file is told in one run, in the order of its lines. */
START_TEST(all_at_once)
{
    static const char *const expected[] = {"unknown-key", "choice", "wrong-kind", "duplicate-key",
                                           "unknown-key"};

    ck_assert_int_eq(load("rules:\n  requird: off\n  choice: fatal\n  range: {}\n  choice: off\n"
                          "  length: off\nrulez: {}\n"),
                     TRANSFER_SYNTAX);
    ck_assert_uint_eq(transfer_report_count(report), COUNT(expected));
    for (size_t i = 0; i < COUNT(expected); i++)
        ck_assert_str_eq(transfer_diagnostic_rule(transfer_report_at(report, i)), expected[i]);
    ck_assert_uint_eq(changed_count(), 0);
}
END_TEST

/* A rule set cannot silence what is wrong with the files that change it. */
START_TEST(not_silenced)
{
    ck_assert_int_eq(load("rules: {unknown-key: off, choice: off}"), TRANSFER_OK);
    ck_assert_int_eq(load("rules: {requird: off, range: fatal}"), TRANSFER_SYNTAX);
    ck_assert_uint_eq(transfer_report_count(report), 2);
    ck_assert_uint_eq(changed_count(), 2);
}
END_TEST

/* What a message says, in both languages. */
START_TEST(messages)
{
    static const struct {
        const char *text, *english, *french;
    } cases[] = {
        {"rules: {requird: off}", "\"requird\" is not a rule",
         "«\u00a0requird\u00a0» n'est pas une règle"},
        {"rule: {}", "\"rule\" is not a key of a rule-set file",
         "«\u00a0rule\u00a0» n'est pas une clé de ce fichier de règles"},
        {"names: {}", "\"names\" is not a key of a rule-set file, which has: rules",
         "«\u00a0names\u00a0» n'est pas une clé de ce fichier de règles, qui a\u00a0: rules"},
        {"rules: {choice: fatal}",
         "\"fatal\" is not a value of choice, which takes: error, warning, note, off",
         "«\u00a0fatal\u00a0» n'est pas une valeur de choice, qui admet\u00a0: error, warning, "
         "note, off"},
        {"{}", "the key rules of a rule-set file is missing",
         "il manque la clé rules de ce fichier de règles"},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        const transfer_diagnostic *diagnostic;

        transfer_report_clear(report);
        ck_assert_int_eq(load(cases[i].text), TRANSFER_SYNTAX);
        ck_assert_uint_eq(transfer_report_count(report), 1);
        diagnostic = transfer_report_at(report, 0);
        ck_assert_str_eq(transfer_diagnostic_message(diagnostic, TRANSFER_ENGLISH),
                         cases[i].english);
        ck_assert_str_eq(transfer_diagnostic_message(diagnostic, TRANSFER_FRENCH), cases[i].french);
    }
}
END_TEST

/* ---- size ---- */

/* Of a thousand entries each wrong one is told, and none of the others is applied. */
START_TEST(thousand)
{
    static char text[65536];
    size_t length = (size_t)snprintf(text, sizeof text, "rules:\n  choice: off\n");

    for (int i = 0; i < 998; i++)
        length += (size_t)snprintf(text + length, sizeof text - length, "  requird-%d: off\n", i);
    length += (size_t)snprintf(text + length, sizeof text - length, "  range: off\n");
    ck_assert_int_eq(load(text), TRANSFER_SYNTAX);
    ck_assert_uint_eq(transfer_report_count(report), 998);
    for (size_t i = 0; i < 998; i++) {
        const transfer_diagnostic *diagnostic = transfer_report_at(report, i);

        ck_assert_str_eq(transfer_diagnostic_rule(diagnostic), "unknown-key");
        ck_assert_uint_eq(transfer_diagnostic_line(diagnostic), i + 3);
    }
    ck_assert_uint_eq(changed_count(), 0);
}
END_TEST

/* A file has a limit of size, told like every other. */
START_TEST(too_large)
{
    static const char begin[] = "rules: {choice: off}\n# ";
    size_t size = (1 << 24) + 1;
    char *text = malloc(size);

    ck_assert_ptr_nonnull(text);
    memset(text, 'a', size);
    memcpy(text, begin, sizeof begin - 1);
    ck_assert_int_eq(transfer_ruleset_load_memory(ruleset, text, size - 1, "l", report),
                     TRANSFER_OK);
    ck_assert_uint_eq(changed_count(), 1);
    ck_assert_int_eq(transfer_ruleset_set_severity(ruleset, "choice", TRANSFER_ERROR), TRANSFER_OK);
    ck_assert_int_eq(transfer_ruleset_load_memory(ruleset, text, size, "l", report),
                     TRANSFER_LIMIT);
    ck_assert_uint_eq(transfer_report_count(report), 1);
    ck_assert_str_eq(transfer_diagnostic_rule(transfer_report_at(report, 0)), "too-large");
    ck_assert_uint_eq(changed_count(), 0);
    free(text);
}
END_TEST

/* ---- files ---- */

/* A file is read from its path, with excerpts; what cannot be read is told by errno alone. */
START_TEST(files)
{
    char path[PATH_SIZE];

    data_path("programs/rules.yaml", path);
    ck_assert_int_eq(transfer_ruleset_load_file(ruleset, path, NULL), TRANSFER_OK);
    ck_assert_int_eq(severity_of("reference-dangling"), TRANSFER_WARNING);
    ck_assert_uint_eq(changed_count(), 1);

    data_path("programs/rules-wrong.yaml", path);
    ck_assert_int_eq(transfer_ruleset_load_file(ruleset, path, report), TRANSFER_SYNTAX);
    ck_assert_uint_eq(transfer_report_count(report), 2);
    ck_assert_str_eq(transfer_diagnostic_file(transfer_report_at(report, 0)), path);
    ck_assert_ptr_nonnull(strstr(transfer_diagnostic_excerpt(transfer_report_at(report, 0)),
                                 "reference-dangeling"));
    ck_assert_uint_eq(changed_count(), 1);
    transfer_report_clear(report);

    data_path("programs/no-such-file.yaml", path);
    errno = 0;
    ck_assert_int_eq(transfer_ruleset_load_file(ruleset, path, report), TRANSFER_IO);
    ck_assert_int_eq(errno, ENOENT);
    data_path("programs", path);
    ck_assert_int_eq(transfer_ruleset_load_file(ruleset, path, report), TRANSFER_IO);
    ck_assert_int_eq(errno, EISDIR);
    ck_assert_uint_eq(transfer_report_count(report), 0);
    ck_assert_uint_eq(changed_count(), 1);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ruleset");
    TCase *right = tcase_create("right"), *mistaken = tcase_create("wrong");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(right, set_up, tear_down);
    tcase_add_loop_test(right, applied, 0, 5);
    tcase_add_test(right, later_wins);
    tcase_add_test(right, none);
    tcase_add_test(right, every_rule);
    tcase_add_test(right, files);
    suite_add_tcase(suite, right);
    tcase_set_timeout(mistaken, 60);
    tcase_add_checked_fixture(mistaken, set_up, tear_down);
    tcase_add_loop_test(mistaken, wrong, 0, COUNT(mistakes));
    tcase_add_loop_test(mistaken, wrong_without_report, 0, COUNT(mistakes));
    tcase_add_test(mistaken, all_at_once);
    tcase_add_test(mistaken, not_silenced);
    tcase_add_test(mistaken, messages);
    tcase_add_test(mistaken, thousand);
    tcase_add_test(mistaken, too_large);
    suite_add_tcase(suite, mistaken);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
