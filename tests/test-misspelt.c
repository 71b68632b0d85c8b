/* A misspelt key is one defect: unknown-key names it, and no other rule speaks of what it left out.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <transfer/transfer.h>

#include "files.h"

enum { SIZE_MOST = 65536, PROBLEMS_SIZE = 4096 };

static struct files files;
/* What was said beside unknown-key, in lines. */
static char problems[PROBLEMS_SIZE];
static size_t problems_length;

/* Every file that is valid: those of the rules that pass, and the examples. */
static void list_files(void)
{
    const char *source = getenv("TRANSFER_TEST_SOURCE");
    struct files found = {0};
    char path[PATH_SIZE];

    data_path("rules", path);
    files_add(&found, path, 0);
    snprintf(path, sizeof path, "%s/examples/data", source ? source : ".");
    files_add(&found, path, 0);
    for (size_t i = 0; i < found.count; i++) {
        const char *name = file_name(found.paths[i]), *suffix = strrchr(name, '.');
        struct stat state;

        if (stat(found.paths[i], &state) == 0 && suffix && strcmp(suffix, ".yaml") == 0 && !strstr(name, "-fail-") &&
            strcmp(name, "broken.yaml") != 0 && S_ISREG(state.st_mode) &&
            state.st_size <= SIZE_MOST)
            files_add_path(&files, found.paths[i]);
    }
    files_free(&found);
}

/* The day that a file is to be checked for. */
static const transfer_date *day_of(const char *text, transfer_date *day)
{
    const char *line = strstr(text, "\n# as-of: ");
    char date[32];

    if (!line || sscanf(line, "\n# as-of: %31s", date) != 1)
        return NULL;
    ck_assert_int_eq(transfer_date_parse(date, day), TRANSFER_OK);
    return day;
}

static transfer_report *check_text(const char *path, const char *text)
{
    transfer_portfolio *portfolio = transfer_portfolio_new();
    transfer_report *report = transfer_report_new();
    unsigned flags = strstr(text, "\n# partial\n") ? TRANSFER_LOAD_PARTIAL : 0;
    transfer_date day;

    ck_assert(portfolio && report);
    ck_assert_int_ne(transfer_portfolio_load_memory(portfolio, text, strlen(text), path, NULL, flags,
                                                    report),
                     TRANSFER_NO_MEMORY);
    ck_assert_int_eq(
        transfer_portfolio_validate(portfolio, NULL, day_of(text, &day), report), TRANSFER_OK);
    transfer_portfolio_free(portfolio);
    return report;
}

static int has(const transfer_report *report, const transfer_diagnostic *diagnostic)
{
    for (size_t i = 0; i < transfer_report_count(report); i++) {
        const transfer_diagnostic *other = transfer_report_at(report, i);

        if (transfer_diagnostic_line(other) == transfer_diagnostic_line(diagnostic) &&
            transfer_diagnostic_column(other) == transfer_diagnostic_column(diagnostic) &&
            strcmp(transfer_diagnostic_rule(other), transfer_diagnostic_rule(diagnostic)) == 0)
            return 1;
    }
    return 0;
}

/* Whether the report says of a misspelt key what is meant. */
static int is_understood(const transfer_report *report, const char *key)
{
    for (size_t i = 0; i < transfer_report_count(report); i++) {
        const transfer_diagnostic *diagnostic = transfer_report_at(report, i);
        const char *suggestion = transfer_diagnostic_suggestion(diagnostic);

        if (strcmp(transfer_diagnostic_rule(diagnostic), "unknown-key") == 0 && suggestion &&
            strcmp(suggestion, key) == 0)
            return 1;
    }
    return 0;
}

static void add_problem(const char *path, const char *key, const transfer_diagnostic *diagnostic)
{
    size_t left = PROBLEMS_SIZE - problems_length;
    int length = snprintf(problems + problems_length, left, "%s:%llu: without %s: %s [%s]\n", path,
                          (unsigned long long)transfer_diagnostic_line(diagnostic), key,
                          transfer_diagnostic_message(diagnostic, TRANSFER_ENGLISH),
                          transfer_diagnostic_rule(diagnostic));

    problems_length += (size_t)length < left ? (size_t)length : left - 1;
}

/* Compares what is said of a file before and after a key was misspelt. */
static void compare(const char *path, const char *key, const transfer_report *before,
                    const transfer_report *after)
{
    for (size_t i = 0; i < transfer_report_count(after); i++) {
        const transfer_diagnostic *diagnostic = transfer_report_at(after, i);

        if (strcmp(transfer_diagnostic_rule(diagnostic), "unknown-key") != 0 &&
            !has(before, diagnostic))
            add_problem(path, key, diagnostic);
    }
}

/* The length of the key that begins here; 0: none does. */
static size_t key_length(const char *text, const char *at)
{
    size_t length = strspn(at, "abcdefghijklmnopqrstuvwxyz_");
    int begins = at == text || strchr(" {\n", at[-1]);

    return begins && at[length] == ':' && strchr(" \n", at[length + 1]) ? length : 0;
}

/* Swaps two letters in the middle, or the first two where those are the same. */
static void misspell(char *key, size_t length)
{
    char *middle = key + (length - 1) / 2, letter;

    if (middle[0] == middle[1])
        middle = key;
    letter = middle[0];
    middle[0] = middle[1];
    middle[1] = letter;
}

/* Misspells each key of a file in turn. */
START_TEST(test_file)
{
    const char *path = files.paths[_i];
    size_t size, length;
    char *text = read_file(path, &size);
    transfer_report *before = check_text(path, text);

    problems_length = 0;
    for (char *at = text; *at; at += length + !length) {
        char key[64];
        transfer_report *after;

        length = key_length(text, at);
        if (length < 3 || length >= sizeof key)
            continue;
        memcpy(key, at, length);
        key[length] = '\0';
        misspell(at, length);
        after = check_text(path, text);
        if (is_understood(after, key))
            compare(path, key, before, after);
        transfer_report_free(after);
        memcpy(at, key, length);
    }
    transfer_report_free(before);
    free(text);
    if (problems_length > 0)
        ck_abort_msg("\n%s", problems);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("misspelt keys");
    TCase *files_case = tcase_create("files");
    SRunner *runner;
    int failed;

    list_files();
    tcase_set_timeout(files_case, 120);
    tcase_add_loop_test(files_case, test_file, 0, (int)files.count);
    suite_add_tcase(suite, files_case);
    runner = srunner_create(suite);
    srunner_set_fork_status(runner, CK_NOFORK);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    files_free(&files);
    return failed != 0;
}
