/* What is not a portfolio: it is refused with a place, in time, and nothing is accepted in silence.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <transfer/transfer.h>

#include "files.h"

/* A text in the making. */
struct text {
    char *data;
    size_t size, capacity;
};

static void add(struct text *text, const char *data, size_t size)
{
    if (text->size + size + 1 > text->capacity) {
        text->capacity = (text->size + size + 1) * 2;
        text->data = realloc(text->data, text->capacity);
        ck_assert_ptr_nonnull(text->data);
    }
    memcpy(text->data + text->size, data, size);
    text->size += size;
    text->data[text->size] = '\0';
}

static void add_string(struct text *text, const char *string)
{
    add(text, string, strlen(string));
}

static void repeat(struct text *text, const char *string, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add_string(text, string);
}

/* "<before>000000<after>" and so on. */
static void number(struct text *text, const char *before, const char *after, size_t count)
{
    char line[128];

    for (size_t i = 0; i < count; i++) {
        snprintf(line, sizeof line, "%s%06zu%s", before, i, after);
        add_string(text, line);
    }
}

/* What was found in a text. */
struct found {
    transfer_portfolio *portfolio;
    transfer_report *report;
    transfer_status status;
};

static void load_with(struct found *found, const char *data, size_t size,
                      const transfer_ruleset *ruleset)
{
    found->portfolio = transfer_portfolio_new();
    found->report = transfer_report_new();
    ck_assert(found->portfolio && found->report);
    found->status = transfer_portfolio_load_memory(found->portfolio, data, size, "memory", NULL, 0,
                                                   found->report);
    ck_assert_int_eq(transfer_portfolio_validate(found->portfolio, ruleset, NULL, found->report),
                     TRANSFER_OK);
}

static void load(struct found *found, const char *data, size_t size)
{
    load_with(found, data, size, NULL);
}

static void found_free(struct found *found)
{
    transfer_portfolio_free(found->portfolio);
    transfer_report_free(found->report);
}

/* The first error; there has to be one, with a place. */
static const transfer_diagnostic *first_error(const struct found *found)
{
    for (size_t i = 0; i < transfer_report_count(found->report); i++) {
        const transfer_diagnostic *diagnostic = transfer_report_at(found->report, i);

        if (transfer_diagnostic_severity(diagnostic) != TRANSFER_ERROR)
            continue;
        ck_assert_uint_gt(transfer_diagnostic_line(diagnostic), 0);
        ck_assert_uint_gt(transfer_diagnostic_column(diagnostic), 0);
        ck_assert_uint_gt(strlen(transfer_diagnostic_message(diagnostic, TRANSFER_ENGLISH)), 0);
        ck_assert_uint_gt(strlen(transfer_diagnostic_message(diagnostic, TRANSFER_FRENCH)), 0);
        return diagnostic;
    }
    return NULL;
}

static void expect(const char *name, const char *data, size_t size, transfer_status status,
                   const char *rule, uint64_t line, uint64_t column)
{
    const transfer_diagnostic *error;
    struct found found;

    load(&found, data, size);
    ck_assert_msg(found.status == status, "%s: status %d", name, found.status);
    error = first_error(&found);
    ck_assert_msg(error != NULL, "%s: no error", name);
    ck_assert_msg(strcmp(transfer_diagnostic_rule(error), rule) == 0 &&
                      transfer_diagnostic_line(error) == line &&
                      transfer_diagnostic_column(error) == column,
                  "%s: %s at %llu:%llu", name, transfer_diagnostic_rule(error),
                  (unsigned long long)transfer_diagnostic_line(error),
                  (unsigned long long)transfer_diagnostic_column(error));
    found_free(&found);
}

/* ---- small texts ---- */

#define BYTES(literal) literal, sizeof literal - 1

/* Each of these texts has an error of the rule at the place as its first, and the status. */
static const struct {
    const char *name, *data;
    size_t size;
    transfer_status status;
    const char *rule;
    uint64_t line, column;
} cases[] = {
    {"empty", BYTES(""), TRANSFER_OK, "format-version", 1, 1},
    {"a newline", BYTES("\n"), TRANSFER_OK, "format-version", 2, 1},
    {"spaces", BYTES("  "), TRANSFER_OK, "format-version", 1, 3},
    {"comments", BYTES("# one\n# two\n"), TRANSFER_OK, "format-version", 3, 1},
    {"a comment without end", BYTES("# one"), TRANSFER_OK, "format-version", 1, 6},
    {"a mark of bytes alone", BYTES("\xef\xbb\xbf"), TRANSFER_OK, "format-version", 1, 1},
    {"a document of nothing", BYTES("---\n"), TRANSFER_OK, "format-version", 2, 1},
    {"null", BYTES("null\n"), TRANSFER_OK, "format-version", 1, 1},
    {"an empty mapping", BYTES("{}\n"), TRANSFER_OK, "format-version", 1, 2},
    {"words", BYTES("Bonjour le monde.\n"), TRANSFER_OK, "wrong-kind", 1, 1},
    {"a list", BYTES("- a\n- b\n"), TRANSFER_OK, "wrong-kind", 1, 1},
    {"a table", BYTES("id,titre\n1,BIOSEA\n"), TRANSFER_OK, "wrong-kind", 1, 1},
    {"a web page", BYTES("<!DOCTYPE html>\n<html lang=\"fr\">\n"), TRANSFER_OK, "wrong-kind", 1,
     1},
    {"another YAML", BYTES("version: 3\nservices: {}\n"), TRANSFER_OK, "format-version", 1, 1},
    {"an image", BYTES("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), TRANSFER_SYNTAX, "utf8", 1, 1},
    {"a program", BYTES("\177ELF\2\1\1\0\0\0"), TRANSFER_SYNTAX, "control-character", 1, 1},
    {"an archive", BYTES("PK\3\4\24\0\0\0"), TRANSFER_SYNTAX, "control-character", 1, 3},
    {"zeros", BYTES("\0\0\0\0"), TRANSFER_SYNTAX, "control-character", 1, 1},
    {"UTF-16, low byte first", BYTES("\xff\xfet\0r\0a\0"), TRANSFER_SYNTAX, "utf8", 1, 1},
    {"UTF-16, high byte first", BYTES("\xfe\xff\0t\0r\0a"), TRANSFER_SYNTAX, "utf8", 1, 1},
    {"UTF-16 without mark", BYTES("t\0r\0a\0n\0s\0"), TRANSFER_SYNTAX, "utf8", 1, 1},
    {"UTF-16 without mark, high byte first", BYTES("\0t\0r\0a\0n"), TRANSFER_SYNTAX, "utf8", 1, 1},
    {"NUL", BYTES("transfer: 1\nportfolio: {title: a\0b}\n"), TRANSFER_SYNTAX, "control-character",
     2, 21},
    {"a NUL as an escape", BYTES("transfer: 1\nportfolio: {title: \"a\\0b\"}\n"), TRANSFER_OK,
     "control-character", 2, 20},
    {"half a character at the end", BYTES("transfer: 1\nx_a: \xc3"), TRANSFER_SYNTAX, "utf8", 2, 6},
    {"lines of Windows", BYTES("transfer: 1\r\nportfolio:\r\n  titel: a\r\n"), TRANSFER_OK,
     "unknown-key", 3, 3},
    {"lines of old Macintoshes", BYTES("transfer: 1\rportfolio:\r  titel: a\r"), TRANSFER_OK,
     "unknown-key", 3, 3},
    {"lines of all sorts", BYTES("transfer: 1\n\r\n\rportfolio:\r\r\n  titel: a"), TRANSFER_OK,
     "unknown-key", 6, 3},
    {"a mark of bytes in front", BYTES("\xef\xbb\xbftransfer: 1\ntitel: a\n"), TRANSFER_OK,
     "unknown-key", 2, 1},
    {"a fault on the line of the mark", BYTES("\xef\xbb\xbftransfer: a\n"), TRANSFER_OK,
     "format-version", 1, 11},
    {"two marks of bytes", BYTES("\xef\xbb\xbf\xef\xbb\xbftransfer: 1\n"), TRANSFER_SYNTAX,
     "control-character", 1, 1},
    {"a mark of bytes inside", BYTES("transfer: 1\nx_a: \xef\xbb\xbf""b\n"), TRANSFER_SYNTAX,
     "control-character", 2, 6},
    {"next line", BYTES("transfer: 1\nx_a: a\xc2\x85x_b: b\n"), TRANSFER_SYNTAX,
     "control-character", 2, 7},
    {"separator of lines", BYTES("transfer: 1\nx_a: a\xe2\x80\xa8""b\n"), TRANSFER_SYNTAX,
     "control-character", 2, 7},
    {"separator of paragraphs", BYTES("transfer: 1\nx_a: a\xe2\x80\xa9""b\n"), TRANSFER_SYNTAX,
     "control-character", 2, 7},
    {"a version of YAML", BYTES("%YAML 1.2\n---\ntransfer: 1\n"), TRANSFER_OK, "syntax", 1, 1},
    {"a version behind a comment", BYTES("# a\n%YAML 1.1\n---\ntransfer: 1\n"), TRANSFER_OK,
     "syntax", 2, 1},
    {"a handle of tags", BYTES("%TAG ! tag:a,2000:\n---\ntransfer: 1\n"), TRANSFER_OK, "syntax", 1,
     1},
    {"two documents", BYTES("transfer: 1\n---\ntransfer: 1\n"), TRANSFER_SYNTAX,
     "more-than-one-document", 2, 1},
    {"a later version", BYTES("transfer: 2\nportfolio: []\n"), TRANSFER_NEWER_FORMAT,
     "format-version", 1, 11},
    {"a version far later", BYTES("transfer: 99999999999999999999\n"), TRANSFER_OK,
     "format-version", 1, 11},
    {"halves of a character", BYTES("{\"transfer\": 1, \"x_a\": \"\\ud83d\\ude00\"}"),
     TRANSFER_SYNTAX, "syntax", 1, 27},
    {"an alias as a key", BYTES("transfer: 1\nx_a: &a b\n*a : 1\n"), TRANSFER_OK,
     "anchor-or-alias", 2, 6},
    {"a list as a key", BYTES("transfer: 1\n? [a]\n: 1\n"), TRANSFER_OK, "wrong-kind", 2, 3},
    {"a mapping as a key of one's own", BYTES("transfer: 1\nx_a:\n  ? {b: c}\n  : 1\n"),
     TRANSFER_OK, "wrong-kind", 3, 5},
    {"a list as an id", BYTES("transfer: 1\npartners:\n  ? [a]\n  : {name: a}\n"), TRANSFER_OK,
     "wrong-kind", 3, 5},
    {"a list as a field", BYTES("transfer: 1\nportfolio:\n  ? [a]\n  : b\n"), TRANSFER_OK,
     "wrong-kind", 3, 5},
    {"a key without value and colon", BYTES("transfer: 1\nportfolio:\n  ? title\n  note: \"\n"),
     TRANSFER_SYNTAX, "syntax", 5, 1},
    {"an alias to itself", BYTES("transfer: 1\nx_a: &a [*a]\n"), TRANSFER_OK, "anchor-or-alias", 2,
     6},
    {"an alias to nothing", BYTES("transfer: 1\nx_a: *a\n"), TRANSFER_OK, "anchor-or-alias", 2, 6},
    {"a merge", BYTES("transfer: 1\npartners:\n  a: {<<: {name: A}}\n"), TRANSFER_OK, "required",
     3, 3},
    {"a date in words", BYTES("transfer: 1\nportfolio: {published: hier}\n"), TRANSFER_OK,
     "date-form", 2, 24},
    {"JSON cut short", BYTES("{\"transfer\": 1, \"portfolio\": {\"title\": \"a\""), TRANSFER_SYNTAX,
     "syntax", 1, 43},
    {"JSON twice", BYTES("{\"transfer\": 1}\n{\"transfer\": 1}\n"), TRANSFER_SYNTAX, "syntax", 2,
     1},
};

/* Each small text is refused with the status, and its first error is of the rule and at the
 * place. */
START_TEST(test_small_texts)
{
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        expect(cases[i].name, cases[i].data, cases[i].size, cases[i].status, cases[i].rule,
               cases[i].line, cases[i].column);
}
END_TEST

/* A list, a text and a number where a mapping is due are refused at every level, and the rest is
 * read. */
START_TEST(test_shapes)
{
    static const char *const places[] = {
        "transfer: 1\nx_a: 1\nportfolio: %s\nprojects: {z: {title: Z}}\n",
        "transfer: 1\nx_a: 1\npartners: %s\nprojects: {z: {title: Z}}\n",
        "transfer: 1\npartners:\n  a: %s\nprojects: {z: {title: Z}}\n",
        "transfer: 1\nprojects:\n  z: {title: Z, milestones: [%s]}\n",
        "transfer: 1\nprojects:\n  z: {title: %s}\n",
        "transfer: 1\nprojects:\n  z: {title: Z, fields: [%s]}\n",
    };
    static const char *const values[] = {"[1, 2]", "{u: v}", "[[]]", "\"text\"", "[{u: v}]", "12"};

    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        for (size_t j = 0; j < sizeof values / sizeof values[0]; j++) {
            int is_mapping = i < 4 && j == 1, is_text = i >= 4 && (j == 3 || j == 5);
            char text[512];
            const transfer_diagnostic *error;
            struct found found;

            snprintf(text, sizeof text, places[i], values[j]);
            load(&found, text, strlen(text));
            ck_assert_int_eq(found.status, TRANSFER_OK);
            error = first_error(&found);
            ck_assert_msg((error == NULL) == is_text, "%s", text);
            if (error)
                ck_assert_msg(transfer_diagnostic_line(error) == 3, "%s", text);
            if (error && !is_mapping)
                ck_assert_msg(strcmp(transfer_diagnostic_rule(error), "wrong-kind") == 0, "%s: %s",
                              text, transfer_diagnostic_rule(error));
            ck_assert_ptr_nonnull(
                transfer_portfolio_find(found.portfolio, TRANSFER_TYPE_PROJECT, "z"));
            found_free(&found);
        }
    }
}
END_TEST

/* ---- files ---- */

static char directory[] = "/tmp/transfer-bad-XXXXXX";

static void make_directory(void)
{
    /* Again a template: without fork all tests share it. */
    memset(directory + sizeof directory - sizeof "XXXXXX", 'X', sizeof "XXXXXX" - 1);
    ck_assert_ptr_nonnull(mkdtemp(directory));
}

static void path_in(const char *name, char path[PATH_SIZE])
{
    snprintf(path, PATH_SIZE, "%s/%s", directory, name);
}

static transfer_status load_path(const char *path, transfer_report *report)
{
    transfer_portfolio *portfolio = transfer_portfolio_new();
    transfer_status status;
    int reason;

    ck_assert_ptr_nonnull(portfolio);
    errno = 0;
    status = transfer_portfolio_load_file(portfolio, path, NULL, 0, report);
    reason = errno;
    transfer_portfolio_free(portfolio);
    errno = reason;
    return status;
}

/* A directory without files of portfolios is refused with a place; one with one is read. */
START_TEST(test_directory)
{
    transfer_report *report = transfer_report_new();
    char path[PATH_SIZE], below[PATH_SIZE], file[PATH_SIZE], pipe[PATH_SIZE];
    FILE *stream;

    make_directory();
    path_in("empty", path);
    path_in("empty/below", below);
    path_in("empty/pipe.yaml", pipe);
    path_in("empty/notes.txt", file);
    ck_assert_int_eq(mkdir(path, 0755), 0);
    ck_assert_int_eq(mkdir(below, 0755), 0);
    stream = fopen(file, "w");
    ck_assert_ptr_nonnull(stream);
    fclose(stream);
    ck_assert_int_eq(mkfifo(pipe, 0644), 0); /* nobody ever writes into it */
    ck_assert_int_eq(load_path(path, report), TRANSFER_OK);
    ck_assert_uint_eq(transfer_report_count(report), 1);
    ck_assert_str_eq(transfer_diagnostic_rule(transfer_report_at(report, 0)), "format-version");
    ck_assert_str_eq(transfer_diagnostic_file(transfer_report_at(report, 0)), path);
    ck_assert_uint_eq(transfer_diagnostic_line(transfer_report_at(report, 0)), 1);
    unlink(pipe);
    unlink(file);
    rmdir(below);
    rmdir(path);
    rmdir(directory);
    transfer_report_free(report);
}
END_TEST

/* The child's part of the next test: it has no more rights than anybody. */
static int read_without_permission(const char *path)
{
    transfer_report *report = transfer_report_new();
    int is_right;

    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
        return 2;
    is_right = load_path(path, report) == TRANSFER_IO && errno == EACCES &&
               transfer_report_count(report) == 0;
    transfer_report_free(report);
    return !is_right;
}

/* A file without permission, one that is not there and a pipe without a writer are a status with
 * the system's reason, and no diagnostic. */
START_TEST(test_unreadable)
{
    transfer_report *report = transfer_report_new();
    char path[PATH_SIZE];
    int descriptor, state;
    pid_t child;

    make_directory();
    ck_assert_int_eq(chmod(directory, 0755), 0);
    path_in("missing.yaml", path);
    ck_assert_int_eq(load_path(path, report), TRANSFER_IO);
    ck_assert_int_eq(errno, ENOENT);
    path_in("secret.yaml", path);
    descriptor = open(path, O_WRONLY | O_CREAT, 0000);
    ck_assert_int_ge(descriptor, 0);
    close(descriptor);
    child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0)
        _exit(read_without_permission(path));
    ck_assert_int_eq(waitpid(child, &state, 0), child);
    ck_assert(WIFEXITED(state));
    ck_assert_int_eq(WEXITSTATUS(state), 0);
    ck_assert_uint_eq(transfer_report_count(report), 0);
    unlink(path);
    rmdir(directory);
    transfer_report_free(report);
}
END_TEST

/* ---- truncated ---- */

static const char json[] =
    "{\"transfer\": 1, \"portfolio\": {\"title\": \"Pacte \\u00e9t\\u00e9\", \"published\": 2013},\n"
    " \"partners\": {\"etat\": {\"name\": \"\xc3\x89tat fran\xc3\xa7" "ais\", \"kind\": \"state\"},\n"
    "  \"cea\": {\"name\": \"CEA\", \"kind\": \"research_organisation\", \"x_a\": [1, {\"b\": null}]}},\n"
    " \"platforms\": {\"metz\": {\"name\": \"CEA Tech Lorraine\", \"operator\": \"cea\",\n"
    "  \"history\": [{\"date\": \"2013-12-05\", \"status\": \"installed\"}]}}}";

/* No part of a JSON file, cut off at any byte, is taken for the whole. */
START_TEST(test_truncated_json)
{
    struct found found;

    load(&found, json, strlen(json));
    ck_assert_int_eq(found.status, TRANSFER_OK);
    ck_assert_uint_eq(transfer_report_count(found.report), 0);
    found_free(&found);
    for (size_t size = 0; size < strlen(json); size++) {
        /* At its exact size, so that reading beyond the end is seen. */
        char *part = malloc(size + 1);

        ck_assert_ptr_nonnull(part);
        part = realloc(part, size ? size : 1);
        memcpy(part, json, size);
        load(&found, part, size);
        ck_assert_msg(first_error(&found) != NULL, "%zu bytes: no error", size);
        ck_assert_msg(size < 2 || found.status == TRANSFER_SYNTAX, "%zu bytes: status %d", size,
                      found.status);
        found_free(&found);
        free(part);
    }
}
END_TEST

/* How many records a portfolio has. */
static size_t count_records(const transfer_portfolio *portfolio)
{
    size_t count = 0;

    for (size_t i = 0; i < transfer_type_count(); i++)
        if (transfer_type_at(i) != TRANSFER_TYPE_PORTFOLIO)
            count += transfer_portfolio_count(portfolio, transfer_type_at(i));
    return count;
}

/* A file in block style, cut off at any byte, gives what stands before the cut: never fewer
 * records than a shorter part, unless that ends in an error, and an error where the cut is inside
 * braces or quotes. */
START_TEST(test_truncated_block)
{
    char path[PATH_SIZE], *text;
    size_t size, all, most = 0;
    struct found found;

    data_path("valid/all-fields.yaml", path);
    text = read_file(path, &size);
    load(&found, text, size);
    all = count_records(found.portfolio);
    found_free(&found);
    for (size_t cut = 0; cut < size; cut += getenv("TRANSFER_TEST_SHORT") ? 301 : 1) {
        size_t count;

        load(&found, text, cut);
        count = count_records(found.portfolio);
        if (!first_error(&found)) {
            ck_assert_int_eq(found.status, TRANSFER_OK);
            ck_assert_msg(count >= most, "%zu bytes: %zu records after %zu", cut, count, most);
        }
        most = count > most ? count : most;
        ck_assert_uint_le(count, all);
        found_free(&found);
    }
    ck_assert_uint_ge(most + 1, all);
    free(text);
}
END_TEST

/* ---- large ---- */

static double seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Loads and checks with every rule; returns the time it took. */
static double time_of(const struct text *text, struct found *found)
{
    transfer_ruleset *ruleset = transfer_ruleset_new();
    double begun = seconds();

    ck_assert_int_eq(transfer_ruleset_set_severity(ruleset, "unused-record", TRANSFER_WARNING),
                     TRANSFER_OK);
    load_with(found, text->data, text->size, ruleset);
    transfer_ruleset_free(ruleset);
    return seconds() - begun;
}

/* Builds a text of a size that goes with `count`. */
typedef void build(struct text *text, size_t count);

static void build_brackets(struct text *text, size_t count)
{
    add_string(text, "transfer: 1\nx_a: ");
    repeat(text, "[", count);
}

static void build_braces(struct text *text, size_t count)
{
    add_string(text, "transfer: 1\nx_a: ");
    repeat(text, "{a: ", count);
}

static void build_block_lists(struct text *text, size_t count)
{
    add_string(text, "transfer: 1\nx_a:\n  ");
    repeat(text, "- ", count);
    add_string(text, "a\n");
}

static void build_equal_keys(struct text *text, size_t count)
{
    add_string(text, "transfer: 1\nportfolio:\n");
    repeat(text, "  title: a\n", count);
}

static void build_equal_ids(struct text *text, size_t count)
{
    add_string(text, "transfer: 1\npartners:\n");
    repeat(text, "  a: {name: A, kind: other}\n", count);
}

static void build_equal_own_keys(struct text *text, size_t count)
{
    add_string(text, "transfer: 1\n");
    repeat(text, "x_a: 1\n", count);
}

static void build_equal_deep_keys(struct text *text, size_t count)
{
    add_string(text, "transfer: 1\nx_a:\n");
    repeat(text, "  b: 1\n", count);
}

static void build_unknown_keys(struct text *text, size_t count)
{
    add_string(text, "transfer: 1\nportfolio:\n");
    number(text, "  k", ": 1\n", count);
}

static void build_own_keys(struct text *text, size_t count)
{
    add_string(text, "transfer: 1\nportfolio:\n");
    number(text, "  x_", ": 1\n", count);
}

static void build_anchors(struct text *text, size_t count)
{
    add_string(text, "transfer: 1\nx_a:\n");
    number(text, "  - &a", " b\n", count);
}

static void build_aliases(struct text *text, size_t count)
{
    add_string(text, "transfer: 1\nx_a: &a b\nx_b:\n");
    repeat(text, "  - *a\n", count);
}

static void build_laughs(struct text *text, size_t count)
{
    char line[128];

    add_string(text, "transfer: 1\nx_a: &a000000 [lol, lol, lol]\n");
    for (size_t i = 1; i < count; i++) {
        snprintf(line, sizeof line, "x_%06zu: &a%06zu [*a%06zu, *a%06zu]\n", i, i, i - 1, i - 1);
        add_string(text, line);
    }
}

static void build_commas(struct text *text, size_t count)
{
    add_string(text, "transfer: 1\nprojects: {a: {title: a");
    number(text, ", b", "", count);
    add_string(text, "}}\n");
}

static void build_dangling(struct text *text, size_t count)
{
    add_string(text, "transfer: 1\nprogrammes:\n");
    number(text, "  p", ": {name: a, parent: q}\n", count);
}

static void build_faulty_bytes(struct text *text, size_t count)
{
    add_string(text, "transfer: 1\nx_a: \"");
    repeat(text, "\xe9\x07\xc2\x85", count);
    add_string(text, "\"\n");
}

static void build_hashes(struct text *text, size_t count)
{
    add_string(text, "transfer: 1\nportfolio:\n  note: a\n");
    repeat(text, " #a #\n", count);
}

static void build_lines(struct text *text, size_t count)
{
    add_string(text, "transfer: 1\n");
    repeat(text, "\n", count * 8);
    add_string(text, "titel: 1\n");
}

static void build_bad_values(struct text *text, size_t count)
{
    add_string(text, "transfer: 1\nportfolio: {indicators: [");
    repeat(text, "{name: a, value: b}, ", count);
    add_string(text, "]}\n");
}

static void build_cycle(struct text *text, size_t count)
{
    char line[128];

    add_string(text, "transfer: 1\nprogrammes:\n");
    for (size_t i = 0; i < count; i++) {
        snprintf(line, sizeof line, "  p%zu: {name: a, parent: p%zu}\n", i, (i + 1) % count);
        add_string(text, line);
    }
}

/* Places at the begin of one long node, up to the limit of diagnostics. */
static void build_faulty_line(struct text *text, size_t count)
{
    add_string(text, "transfer: 1\nportfolio:\n  title: \"");
    repeat(text, "\001", count / 100);
    repeat(text, "a title  ", count);
    add_string(text, "\"\n");
}

/* One list names all partners, the first of them again and again. */
static void build_referrer(struct text *text, size_t count)
{
    add_string(text, "transfer: 1\npartners:\n");
    number(text, "  p", ": {name: A, kind: other}\n", count);
    add_string(text, "  z: {name: Z, kind: other, parents: [");
    repeat(text, "p000000, ", 3 * count);
    number(text, "p", ", ", count);
    add_string(text, "]}\n");
}

static void build_open_quote(struct text *text, size_t count)
{
    add_string(text, "transfer: 1\nportfolio:\n  title: \"a\n");
    repeat(text, "  note: b\n", count);
}

/* Each with what its text is refused for. */
static const struct {
    const char *name;
    build *build;
    transfer_status status;
    const char *rule;
} floods[] = {
    {"brackets", build_brackets, TRANSFER_LIMIT, "too-deep"},
    {"braces", build_braces, TRANSFER_LIMIT, "too-deep"},
    {"lists", build_block_lists, TRANSFER_LIMIT, "too-deep"},
    {"equal keys", build_equal_keys, TRANSFER_OK, "duplicate-key"},
    {"equal ids", build_equal_ids, TRANSFER_OK, "duplicate-key"},
    {"equal keys of one's own", build_equal_own_keys, TRANSFER_OK, "duplicate-key"},
    {"equal keys below", build_equal_deep_keys, TRANSFER_OK, "duplicate-key"},
    {"unknown keys", build_unknown_keys, TRANSFER_OK, "unknown-key"},
    {"keys of one's own", build_own_keys, TRANSFER_OK, NULL},
    {"anchors", build_anchors, TRANSFER_OK, "anchor-or-alias"},
    {"aliases", build_aliases, TRANSFER_OK, "anchor-or-alias"},
    {"aliases of aliases", build_laughs, TRANSFER_OK, "anchor-or-alias"},
    {"commas", build_commas, TRANSFER_OK, "flow-comma"},
    {"dangling references", build_dangling, TRANSFER_OK, "reference-dangling"},
    {"faulty bytes", build_faulty_bytes, TRANSFER_SYNTAX, "control-character"},
    {"faulty bytes before a long line", build_faulty_line, TRANSFER_SYNTAX, "control-character"},
    {"comments", build_hashes, TRANSFER_OK, NULL},
    {"empty lines", build_lines, TRANSFER_OK, "unknown-key"},
    {"bad values", build_bad_values, TRANSFER_OK, "wrong-kind"},
    {"one who refers to all", build_referrer, TRANSFER_OK, NULL},
    {"a cycle", build_cycle, TRANSFER_OK, "reference-cycle"},
    {"an open quote", build_open_quote, TRANSFER_SYNTAX, "syntax"},
};

/* However much of it there is, hostile text is refused, within the limit of diagnostics, in a time
 * that grows with its size alone. */
START_TEST(test_floods)
{
    enum { FACTOR = 16 };
    const size_t base = getenv("TRANSFER_TEST_SHORT") ? 100 : 6250;
    struct text text = {0};
    struct found found;
    double small = 1e9, large = 1e9;

    for (int i = 0; i < 3; i++) {
        double time;

        text.size = 0;
        floods[_i].build(&text, base);
        time = time_of(&text, &found);
        small = time < small ? time : small;
        found_free(&found);
        text.size = 0;
        floods[_i].build(&text, base * FACTOR);
        time = time_of(&text, &found);
        large = time < large ? time : large;
        ck_assert_int_eq(found.status, floods[_i].status);
        ck_assert_msg((first_error(&found) != NULL) == (floods[_i].rule != NULL), "%s",
                      floods[_i].name);
        if (floods[_i].rule)
            ck_assert_str_eq(transfer_diagnostic_rule(first_error(&found)), floods[_i].rule);
        /* Those of loading and of checking, each with one that says that there were more. */
        ck_assert_uint_le(transfer_report_count(found.report), 2002);
        found_free(&found);
        /* Quadratic work would take sixteen times as long again.  Looking for near ids may, up to
         * a bound that small texts do not reach. */
        if (large < (small + 0.005) * FACTOR * 4 || getenv("TRANSFER_TEST_SHORT"))
            break;
        ck_assert_msg(i < 2, "%s: %.3f s, and %.3f s for %d times as much", floods[_i].name, small,
                      large, FACTOR);
    }
    free(text.data);
}
END_TEST

/* A line of ten million bytes, a text of a million and an id of a million are read or refused where
 * they stand. */
START_TEST(test_long_lines)
{
    struct text text = {0};
    const transfer_diagnostic *error;
    struct found found;

    add_string(&text, "{\"transfer\": 1, \"partners\": {");
    number(&text, "\"p", "\": {\"name\": \"Partenaire\", \"kind\": \"other\"}, ",
           getenv("TRANSFER_TEST_SHORT") ? 1000 : 200000);
    add_string(&text, "\"z\": {\"name\": \"Z\", \"kind\": \"othre\"}}}");
    ck_assert_uint_gt(text.size, getenv("TRANSFER_TEST_SHORT") ? 50000 : 10000000);
    load(&found, text.data, text.size);
    ck_assert_int_eq(found.status, TRANSFER_OK);
    ck_assert_uint_eq(transfer_report_count(found.report), 1);
    error = first_error(&found);
    ck_assert_str_eq(transfer_diagnostic_rule(error), "choice");
    ck_assert_uint_eq(transfer_diagnostic_line(error), 1);
    ck_assert_uint_eq(transfer_diagnostic_column(error), text.size - strlen("\"othre\"}}}") + 1);
    ck_assert_str_eq(transfer_diagnostic_suggestion(error), "other");
    found_free(&found);

    text.size = 0;
    add_string(&text, "transfer: 1\nportfolio:\n  title: ");
    repeat(&text, "a", 1000000);
    expect("a long text", text.data, text.size, TRANSFER_OK, "length", 3, 10);

    text.size = 0;
    add_string(&text, "transfer: 1\npartners:\n  ? ");
    repeat(&text, "a", 1000000);
    add_string(&text, "\n  : {name: A, kind: other}\n");
    expect("a long id", text.data, text.size, TRANSFER_OK, "id-form", 3, 5);
    free(text.data);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("bad input");
    TCase *all = tcase_create("texts");
    SRunner *runner;
    int failed;

    tcase_set_timeout(all, 300);
    tcase_add_test(all, test_small_texts);
    tcase_add_test(all, test_shapes);
    tcase_add_test(all, test_directory);
    tcase_add_test(all, test_unreadable);
    tcase_add_test(all, test_truncated_json);
    tcase_add_test(all, test_truncated_block);
    tcase_add_loop_test(all, test_floods, 0, sizeof floods / sizeof floods[0]);
    tcase_add_test(all, test_long_lines);
    suite_add_tcase(suite, all);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
