/* The rules on files whose names say what they test; see data/rules/README.md.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <transfer/transfer.h>

#include "files.h"

enum { MARKS_MAX = 64, PROBLEMS_SIZE = 16384 };

/* A diagnostic that a file announces. */
struct mark {
    char file[PATH_SIZE];
    uint64_t line, column, end_column;
    int goes_on; /* it ends on a later line */
    char suggestion[160];
    int is_found;
};

/* What a file, or a directory of files, is to give. */
struct expected {
    struct mark marks[MARKS_MAX];
    size_t count;
    unsigned flags;
    char also_name[64];
    uint64_t limits[4];
    size_t fill;
    transfer_date as_of;
    transfer_severity severity; /* TRANSFER_OFF: that of the rule */
};

/* What was not as announced, in lines. */
struct problems {
    char text[PROBLEMS_SIZE];
    size_t length;
};

static struct expected expected;
static struct problems problems;

__attribute__((format(printf, 1, 2))) static void add_problem(const char *format, ...)
{
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = vsnprintf(problems.text + problems.length, PROBLEMS_SIZE - problems.length, format,
                       arguments);
    va_end(arguments);
    problems.length += (size_t)length;
    if (problems.length >= PROBLEMS_SIZE)
        problems.length = PROBLEMS_SIZE - 1;
}

/* ---- what a file announces ---- */

static struct mark *add_mark(const char *file, uint64_t line, uint64_t column)
{
    struct mark *mark = &expected.marks[expected.count++];

    ck_assert_uint_lt(expected.count, MARKS_MAX);
    memset(mark, 0, sizeof *mark);
    snprintf(mark->file, sizeof mark->file, "%s", file);
    mark->line = line;
    mark->column = column;
    return mark;
}

static void take_suggestion(struct mark *mark, const char *text, size_t length)
{
    if (length > 0) { /* the space between */
        text++;
        length--;
    }
    ck_assert_uint_lt(length, sizeof mark->suggestion);
    memcpy(mark->suggestion, text, length);
    mark->suggestion[length] = '\0';
}

/* A comment with carets: what they stand under, on the line above, is in error. */
static int take_carets(const char *file, const char *line, size_t length, uint64_t above)
{
    size_t first = strspn(line, " "), i = first + 1;
    struct mark *mark;

    if (first >= length || line[first] != '#')
        return 0;
    while (i < length && line[i] == ' ')
        i++;
    if (i >= length || line[i] != '^')
        return 0;
    mark = add_mark(file, above, (line[first + 1] == '^' ? first : i) + 1);
    while (i < length && line[i] == '^')
        i++;
    mark->end_column = i + 1;
    mark->goes_on = line[i] == '>';
    take_suggestion(mark, line + i + mark->goes_on, length - i - (size_t)mark->goes_on);
    return 1;
}

static void take_directive(const char *file, const char *line, size_t length)
{
    unsigned long long first, second, third;
    char text[256];
    int used = 0;

    ck_assert_uint_lt(length, sizeof text);
    memcpy(text, line, length);
    text[length] = '\0';
    if (strcmp(text, "# partial") == 0) {
        expected.flags |= TRANSFER_LOAD_PARTIAL;
    } else if (sscanf(text, "# expect: %llu:%llu-%llu%n", &first, &second, &third, &used) == 3) {
        struct mark *mark = add_mark(file, first, second);
        mark->end_column = third;
        take_suggestion(mark, text + used, length - (size_t)used);
    } else if (sscanf(text, "# limit: records %llu", &first) == 1) {
        expected.limits[TRANSFER_LIMIT_RECORDS] = first;
    } else if (sscanf(text, "# limit: bytes %llu", &first) == 1) {
        expected.limits[TRANSFER_LIMIT_FILE_SIZE] = first;
    } else if (sscanf(text, "# limit: diagnostics %llu", &first) == 1) {
        expected.limits[TRANSFER_LIMIT_DIAGNOSTICS] = first;
    } else if (sscanf(text, "# fill: %llu", &first) == 1) {
        expected.fill = (size_t)first;
    } else if (sscanf(text, "# also: %63s", expected.also_name) == 1) {
        ck_assert_ptr_nonnull(transfer_rule_find(expected.also_name));
    } else if (strcmp(text, "# severity: note") == 0) {
        expected.severity = TRANSFER_NOTE;
    } else if (strcmp(text, "# severity: warning") == 0) {
        expected.severity = TRANSFER_WARNING;
    } else if (strncmp(text, "# as-of: ", 9) == 0) {
        ck_assert_int_eq(transfer_date_parse(text + 9, &expected.as_of), TRANSFER_OK);
    } else {
        add_problem("%s: what is \"%s\"?\n", file, text);
    }
}

/* The first line says in a sentence what is true; more comments below it are directives. */
static void take_text(const char *file, const char *text)
{
    int in_head = 1;
    uint64_t above = 0, number = 0;

    if (strncmp(text, "# ", 2) != 0)
        add_problem("%s: no sentence at the top\n", file);
    for (const char *line = text; *line;) {
        size_t length = strcspn(line, "\n");

        number++;
        in_head = in_head && line[0] == '#';
        if (in_head && number > 1)
            take_directive(file, line, length);
        else if (!take_carets(file, line, length, above))
            above = number;
        line += length + (line[length] == '\n');
    }
}

/* ---- what it gives ---- */

static transfer_severity severity_set(const transfer_rule *rule)
{
    transfer_severity severity = transfer_rule_severity(rule);

    return severity == TRANSFER_OFF ? TRANSFER_NOTE : severity;
}

static transfer_severity severity_due(const transfer_rule *rule)
{
    return expected.severity == TRANSFER_OFF ? severity_set(rule) : expected.severity;
}

static struct mark *find_mark(const transfer_diagnostic *diagnostic)
{
    const char *suggestion = transfer_diagnostic_suggestion(diagnostic);
    uint64_t line = transfer_diagnostic_line(diagnostic);
    uint64_t end_line = transfer_diagnostic_end_line(diagnostic);
    uint64_t end = transfer_diagnostic_end_column(diagnostic);

    for (size_t i = 0; i < expected.count; i++) {
        struct mark *mark = &expected.marks[i];
        uint64_t filled = expected.fill ? expected.fill - strlen("FILL") : 0;

        if (!mark->is_found && strcmp(mark->file, transfer_diagnostic_file(diagnostic)) == 0 &&
            mark->line == line && mark->column == transfer_diagnostic_column(diagnostic) &&
            (mark->goes_on ? end_line > line : end_line == line && end == mark->end_column + filled) &&
            strcmp(mark->suggestion, suggestion ? suggestion : "") == 0)
            return mark;
    }
    return NULL;
}

static void compare(const transfer_report *report, const transfer_rule *rule)
{
    for (size_t i = 0; i < transfer_report_count(report); i++) {
        const transfer_diagnostic *diagnostic = transfer_report_at(report, i);
        const char *suggestion = transfer_diagnostic_suggestion(diagnostic);
        int is_of_rule =
            strcmp(transfer_diagnostic_rule(diagnostic), transfer_rule_name(rule)) == 0;
        struct mark *mark = find_mark(diagnostic);

        if (strcmp(transfer_diagnostic_rule(diagnostic), expected.also_name) == 0)
            continue;
        if (is_of_rule && mark && transfer_diagnostic_severity(diagnostic) == severity_due(rule))
            mark->is_found = 1;
        else
            add_problem("%s:%llu:%llu-%llu:%llu: found: %s [%s]%s%s\n",
                        transfer_diagnostic_file(diagnostic),
                        (unsigned long long)transfer_diagnostic_line(diagnostic),
                        (unsigned long long)transfer_diagnostic_column(diagnostic),
                        (unsigned long long)transfer_diagnostic_end_line(diagnostic),
                        (unsigned long long)transfer_diagnostic_end_column(diagnostic),
                        transfer_diagnostic_message(diagnostic, TRANSFER_ENGLISH),
                        transfer_diagnostic_rule(diagnostic), suggestion ? " suggestion: " : "",
                        suggestion ? suggestion : "");
    }
    for (size_t i = 0; i < expected.count; i++)
        if (!expected.marks[i].is_found)
            add_problem("%s:%llu:%llu-%llu: missing: %s\n", expected.marks[i].file,
                        (unsigned long long)expected.marks[i].line,
                        (unsigned long long)expected.marks[i].column,
                        (unsigned long long)expected.marks[i].end_column,
                        expected.marks[i].suggestion);
}

/* The text with FILL written out. */
static char *fill(char *text)
{
    char *place = strstr(text, "FILL"), *filled = malloc(strlen(text) + expected.fill + 1);
    size_t before = (size_t)(place - text);

    ck_assert(place && filled);
    memcpy(filled, text, before);
    memset(filled + before, 'a', expected.fill);
    strcpy(filled + before + expected.fill, place + strlen("FILL"));
    free(text);
    return filled;
}

/* Loads and checks a file, a directory, or a text (path NULL) under a rule.  Problems are added
 * to the list. */
static void run(const transfer_rule *rule, const char *path, const char *text)
{
    transfer_portfolio *portfolio = transfer_portfolio_new();
    transfer_report *report = transfer_report_new();
    transfer_ruleset *ruleset = transfer_ruleset_new();
    transfer_status status;

    ck_assert(portfolio && report && ruleset);
    ck_assert_int_eq(transfer_ruleset_set_severity(ruleset, transfer_rule_name(rule),
                                                   severity_set(rule)),
                     TRANSFER_OK);
    for (int i = 1; i < 4; i++)
        if (expected.limits[i])
            transfer_portfolio_set_limit(portfolio, (transfer_limit)i, expected.limits[i]);
    if (text)
        status = transfer_portfolio_load_memory(portfolio, text, strlen(text), path, ruleset,
                                                expected.flags, report);
    else
        status = transfer_portfolio_load_file(portfolio, path, ruleset, expected.flags, report);
    ck_assert_int_ne(status, TRANSFER_IO);
    ck_assert_int_ne(status, TRANSFER_NO_MEMORY);
    if (status != TRANSFER_OK && transfer_report_severity_count(report, TRANSFER_ERROR) == 0)
        add_problem("%s: status %d without an error\n", path, status);
    status = transfer_portfolio_validate(portfolio, ruleset,
                                         expected.as_of.year ? &expected.as_of : NULL, report);
    ck_assert_int_eq(status, TRANSFER_OK);
    compare(report, rule);
    transfer_ruleset_free(ruleset);
    transfer_report_free(report);
    transfer_portfolio_free(portfolio);
}

static void run_path(const transfer_rule *rule, const char *path)
{
    struct files files = {0};
    struct stat state;
    char *text;
    size_t size;

    memset(&expected, 0, sizeof expected);
    ck_assert_int_eq(stat(path, &state), 0);
    if (S_ISDIR(state.st_mode)) {
        files_add(&files, path, 1);
        for (size_t i = 0; i < files.count; i++) {
            text = read_file(files.paths[i], &size);
            take_text(files.paths[i], text);
            free(text);
        }
        run(rule, path, NULL);
        files_free(&files);
        return;
    }
    text = read_file(path, &size);
    take_text(path, text);
    if (expected.fill)
        text = fill(text);
    run(rule, path, expected.fill ? text : NULL);
    free(text);
}

/* ---- the files ---- */

static struct files all;

static void list_files(void)
{
    char path[PATH_SIZE];

    data_path("rules", path);
    files_add(&all, path, 0);
}

/* Whether a file is of a rule, "fail" or "pass". */
static int is_of(const char *path, const char *rule, const char *what)
{
    const char *name = file_name(path);
    size_t length = strlen(rule);
    char behind[8];

    snprintf(behind, sizeof behind, "-%s-", what);
    return strncmp(name, rule, length) == 0 && strncmp(name + length, behind, 6) == 0;
}

static size_t count_of(const char *rule, const char *what)
{
    size_t count = 0;

    for (size_t i = 0; i < all.count; i++)
        count += (size_t)is_of(all.paths[i], rule, what);
    return count;
}

static int has_files(const char *rule)
{
    return count_of(rule, "fail") >= 2 && count_of(rule, "pass") >= 1;
}

/* Each file of the rule gives exactly the diagnostics that it marks, all of that rule. */
START_TEST(test_files)
{
    const transfer_rule *rule = transfer_rule_at((size_t)_i);
    const char *name = transfer_rule_name(rule);

    for (size_t i = 0; i < all.count; i++) {
        int fails = is_of(all.paths[i], name, "fail");

        if (!fails && !is_of(all.paths[i], name, "pass"))
            continue;
        run_path(rule, all.paths[i]);
        if (fails != (expected.count > 0))
            add_problem("%s: the name says something else than the marks\n", all.paths[i]);
    }
    if (problems.length > 0)
        ck_abort_msg("\n%s", problems.text);
}
END_TEST

/* Every rule has two files that fail and one that passes, and every file is of a rule. */
START_TEST(test_every_rule_has_files)
{
    for (size_t i = 0; i < transfer_rule_count(); i++) {
        const char *name = transfer_rule_name(transfer_rule_at(i));
        if (!has_files(name))
            add_problem("%s: %zu files fail, %zu pass\n", name, count_of(name, "fail"),
                        count_of(name, "pass"));
    }
    for (size_t i = 0; i < all.count; i++) {
        int count = strcmp(file_name(all.paths[i]), "README.md") == 0;
        for (size_t j = 0; j < transfer_rule_count(); j++) {
            const char *name = transfer_rule_name(transfer_rule_at(j));
            count += is_of(all.paths[i], name, "fail") + is_of(all.paths[i], name, "pass");
        }
        if (count != 1)
            add_problem("%s: of no rule\n", all.paths[i]);
    }
    if (problems.length > 0)
        ck_abort_msg("\n%s", problems.text);
}
END_TEST

/* A wrong column, end, suggestion, rule, limit or directive, one mark too many and one too few are
 * all seen, and so is a rule without files. */
START_TEST(test_faults_are_seen)
{
    static const struct {
        const char *rule, *text;
        int is_right;
    } cases[] = {
        {"unknown-key", "# S.\ntransfer: 1\nportfolio:\n  titel: a\n  #^^^^ title\n", 1},
        {"unknown-key", "# S.\ntransfer: 1\nportfolio:\n  titel: a\n  # ^^^ title\n", 0},
        {"unknown-key", "# S.\ntransfer: 1\nportfolio:\n  titel: a\n  #^^^ title\n", 0},
        {"unknown-key", "# S.\ntransfer: 1\nportfolio:\n  titel: a\n  #^^^^> title\n", 0},
        {"unknown-key", "# S.\ntransfer: 1\nportfolio:\n  titel: a\n  #^^^^ titre\n", 0},
        {"unknown-key", "# S.\ntransfer: 1\nportfolio:\n  titel: a\n  #^^^^\n", 0},
        {"unknown-key", "# S.\ntransfer: 1\nportfolio:\n  titel: a\n", 0},
        {"unknown-key", "# S.\ntransfer: 1\nportfolio:\n  title: a\n  #^^^^\n", 0},
        {"duplicate-key", "# S.\ntransfer: 1\nportfolio:\n  titel: a\n  #^^^^ title\n", 0},
        {"unknown-key", "# S.\n# expect: 4:1-6\ntransfer: 1\nxxxxx: a\n", 1},
        {"unknown-key", "# S.\n# expect: 4:1-7\ntransfer: 1\nxxxxx: a\n", 0},
        {"unknown-key", "# S.\n# expact: 4:1-6\ntransfer: 1\n", 0},
        {"unknown-key", "transfer: 1\n", 0},
        {"too-large", "# S.\n# limit: bytes 40\ntransfer: 1\n", 1},
        {"too-large", "# S.\n# limit: bytes 30\ntransfer: 1\n", 0},
        {"reference-dangling", "# S.\n# partial\ntransfer: 1\nplatforms:\n"
                               "  metz: {name: a, operator: b}\n", 1},
        {"reference-dangling", "# S.\ntransfer: 1\nplatforms:\n"
                               "  metz: {name: a, operator: b}\n", 0},
        {"unused-record", "# S.\ntransfer: 1\npartners:\n  a: {name: A, kind: other}\n# ^\n", 1},
        {"unused-record", "# S.\n# severity: warning\ntransfer: 1\npartners:\n"
                          "  a: {name: A, kind: other}\n# ^\n", 0},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        memset(&expected, 0, sizeof expected);
        problems.length = 0;
        take_text("memory", cases[i].text);
        run(transfer_rule_find(cases[i].rule), "memory", cases[i].text);
        ck_assert_msg(cases[i].is_right == (problems.length == 0), "%zu: %s", i, problems.text);
    }
    ck_assert(!has_files("no-such-rule"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("rules");
    TCase *files = tcase_create("files");
    SRunner *runner;
    int failed;

    list_files();
    tcase_set_timeout(files, 120);
    tcase_add_loop_test(files, test_files, 0, (int)transfer_rule_count());
    tcase_add_test(files, test_every_rule_has_files);
    tcase_add_test(files, test_faults_are_seen);
    suite_add_tcase(suite, files);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    files_free(&all);
    return failed != 0;
}
