/* Mutations of portfolios and rule-set files: whatever is read, nothing crashes, and what is saved
 * says the same.
 *
 * SPDX-License-Identifier: MIT
 *
 * fuzz [SEED [COUNT [FILE...]]]: the same arguments do the same.  Without files: those of the tests'
 * data.  A text that fails is left in fuzz-failure.yaml.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <transfer/transfer.h>

#include "files.h"
#include "same-model.h"

enum { SIZE_MAX_TEXT = 65536, COUNT = 10000 };

static uint64_t state;

static size_t below(size_t limit)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return limit ? (size_t)(state >> 11) % limit : 0;
}

/* ---- mutation ---- */

struct text {
    char data[SIZE_MAX_TEXT];
    size_t size;
};

/* Puts bytes in the place of others. */
static void replace(struct text *text, size_t at, size_t removed, const char *bytes, size_t size)
{
    if (at > text->size)
        at = text->size;
    if (removed > text->size - at)
        removed = text->size - at;
    if (text->size - removed + size > SIZE_MAX_TEXT)
        return;
    memmove(text->data + at + size, text->data + at + removed, text->size - at - removed);
    memcpy(text->data + at, bytes, size);
    text->size = text->size - removed + size;
}

static const char *const tokens[] = {
    "\n",       " ",        "\t",       "- ",       ": ",      ", ",       "[",        "]",
    "{",        "}",        "#",        " #a",      "\"",      "'",        "|\n",      ">-\n",
    "&a ",      "*a",       "!!str ",   "<<: ",     "? ",      "---\n",    "...\n",    "%YAML 1.2\n",
    "null",     "~",        "true",     "yes",      "12",      "33,33 %",  "1/3",      "equal",
    "rest",     "2013?",    "2013-02-30", "before ", "2014/..", "30 M€",    "more than ", " EUR",
    "99999999999999999999", "x_a: ",    "x_b: [1, {c: d}]", "title: ", "name: ", "partner: ",
    "partners:\n", "projects:\n", "transfer: 1\n", "etat", "cea", "metz", "\xe9", "\xc2\x85",
    "\xe2\x80\xa8", "\xe2\x80\xae", "\xef\xbb\xbf", "\xf0\x9f\x98\x80", "\\u00e9", "\\ud83d", "\r\n",
    "\r",       "\x07",     "\0",       "\"\\x00\"", "kind: company", "share: ", "  ",  "    ",
    "rules:\n",  "choice: ", "off",      "warning",  "x_c: {choice: off}\n",
};

static size_t line_begin(const struct text *text, size_t at)
{
    while (at > 0 && text->data[at - 1] != '\n')
        at--;
    return at;
}

static size_t line_size(const struct text *text, size_t begin)
{
    size_t end = begin;

    while (end < text->size && text->data[end] != '\n')
        end++;
    return end - begin + (end < text->size);
}

static void mutate(struct text *text, const struct text *other)
{
    static char copy[SIZE_MAX_TEXT];
    size_t at = below(text->size + 1), from, size;
    const char *token = tokens[below(sizeof tokens / sizeof tokens[0])];

    switch (below(9)) {
    case 0: /* one byte becomes another */
        copy[0] = (char)below(256);
        replace(text, at, 1, copy, 1);
        break;
    case 1: /* a token is put in */
    case 2:
        replace(text, at, below(3) ? 0 : below(8), token, *token ? strlen(token) : 1);
        break;
    case 3: /* a part goes */
        replace(text, at, below(24), "", 0);
        break;
    case 4: /* a line goes */
        at = line_begin(text, at);
        replace(text, at, line_size(text, at), "", 0);
        break;
    case 5: /* a line comes again elsewhere */
        from = line_begin(text, below(text->size + 1));
        size = line_size(text, from);
        memcpy(copy, text->data + from, size);
        replace(text, line_begin(text, at), 0, copy, size);
        break;
    case 6: /* lines of another text come in */
        from = line_begin(other, below(other->size + 1));
        size = below(400);
        if (size > other->size - from)
            size = other->size - from;
        replace(text, below(2) ? line_begin(text, at) : at, 0, other->data + from, size);
        break;
    case 7: /* the indentation of a line changes */
        at = line_begin(text, at);
        if (below(2))
            replace(text, at, 0, "  ", 2);
        else
            replace(text, at, 1 + below(2), "", 0);
        break;
    default: /* the text ends early */
        if (below(4) == 0)
            text->size = at;
        break;
    }
}

/* ---- what has to hold ---- */

struct stream {
    const struct text *text;
    size_t at;
};

/* Gives the text in pieces of all sizes. */
static int read_pieces(void *user, char *buffer, size_t size, size_t *length)
{
    struct stream *stream = user;
    size_t left = stream->text->size - stream->at, piece = below(4) ? 1 + below(300) : size;

    *length = left < piece ? left : piece;
    if (*length > size)
        *length = size;
    memcpy(buffer, stream->text->data + stream->at, *length);
    stream->at += *length;
    return 0;
}

/* The text of a rendering is made and thrown away. */
static const char *render(const transfer_report *report)
{
    for (int format = TRANSFER_FORMAT_TEXT; format <= TRANSFER_FORMAT_GITHUB; format++) {
        char *text;
        size_t size;

        if (transfer_report_render_memory(report, (transfer_format)format,
                                          (transfer_language)below(2), 0, &text, &size) !=
            TRANSFER_OK)
            return "the report is not rendered";
        transfer_text_free(text);
    }
    return NULL;
}

/* Where there was no error, the place of each diagnostic is in the text. */
static const char *check_places(const transfer_report *report, const struct text *text)
{
    uint64_t lines = 1;

    for (size_t i = 0; i < text->size; i++)
        lines += text->data[i] == '\n' || text->data[i] == '\r';
    for (size_t i = 0; i < transfer_report_count(report); i++) {
        const transfer_diagnostic *diagnostic = transfer_report_at(report, i);
        uint64_t line = transfer_diagnostic_line(diagnostic);

        if (line > lines || transfer_diagnostic_end_line(diagnostic) > lines)
            return "a place behind the end";
        if (line == 0 && strcmp(transfer_diagnostic_rule(diagnostic), "too-many-diagnostics") != 0)
            return "a diagnostic without place";
    }
    return NULL;
}

/* What is saved can be read, says the same, and is saved the same. */
static const char *check_saved(const transfer_portfolio *portfolio, const transfer_report *report,
                               int is_limited, const char *saved, size_t size)
{
    transfer_portfolio *again = transfer_portfolio_new();
    transfer_report *found = transfer_report_new();
    const char *fault = NULL;
    char *text = NULL;

    if (transfer_portfolio_load_memory(again, saved, size, "saved", NULL, 0, found) != TRANSFER_OK)
        fault = "what was saved is not read to its end";
    else if (transfer_portfolio_validate(again, NULL, NULL, found) != TRANSFER_OK)
        fault = "what was saved is not checked";
    else if (model_difference(portfolio, again))
        fault = model_difference(portfolio, again);
    else if (!is_limited && transfer_report_severity_count(report, TRANSFER_ERROR) == 0)
        fault = new_diagnostic(report, found);
    if (!fault && transfer_portfolio_save_memory(again, TRANSFER_ALL_FILES, 0, &text, NULL) !=
                      TRANSFER_OK)
        fault = "what was saved cannot be saved again";
    else if (!fault && strcmp(text, saved) != 0)
        fault = "it is saved differently the second time";
    transfer_text_free(text);
    transfer_report_free(found);
    transfer_portfolio_free(again);
    return fault;
}

/* How many texts had no error, and how many were saved. */
static size_t valid_count, saved_count;

static const char *check_text(const struct text *text)
{
    transfer_portfolio *portfolio = transfer_portfolio_new();
    transfer_report *report = transfer_report_new();
    struct stream stream = {text, 0};
    const char *fault = NULL;
    transfer_status status;
    char *saved = NULL;
    size_t size = 0, errors;
    int is_limited = below(16) == 0;

    if (!portfolio || !report)
        return "no memory";
    if (is_limited)
        transfer_portfolio_set_limit(portfolio, TRANSFER_LIMIT_DIAGNOSTICS, 1 + below(4));
    if (below(16) == 0)
        transfer_portfolio_set_limit(portfolio, TRANSFER_LIMIT_RECORDS, 1 + below(20));
    status = transfer_portfolio_load_callback(portfolio, read_pieces, &stream, "fuzz", NULL, 0,
                                              report);
    errors = transfer_report_severity_count(report, TRANSFER_ERROR);
    if (status != TRANSFER_OK && status != TRANSFER_SYNTAX && status != TRANSFER_LIMIT &&
        status != TRANSFER_NEWER_FORMAT)
        fault = transfer_status_text(status, TRANSFER_ENGLISH);
    else if (status != TRANSFER_OK && errors == 0)
        fault = "it stopped in silence";
    else if (transfer_portfolio_validate(portfolio, NULL, NULL, report) != TRANSFER_OK)
        fault = "it is not checked";
    else
        fault = check_places(report, text);
    if (!fault)
        fault = render(report);
    errors = transfer_report_severity_count(report, TRANSFER_ERROR);
    if (!fault) {
        status = transfer_portfolio_save_memory(portfolio, TRANSFER_ALL_FILES,
                                                TRANSFER_SAVE_DROP_COMMENTS, &saved, &size);
        if (status == TRANSFER_OK)
            fault = check_saved(portfolio, report, is_limited, saved, size);
        else if (errors == 0)
            fault = "it is valid and not saved";
    }
    valid_count += !fault && errors == 0;
    saved_count += saved != NULL;
    transfer_text_free(saved);
    transfer_report_free(report);
    transfer_portfolio_free(portfolio);
    return fault;
}

/* ---- rule sets ---- */

static const char rules[] = "transfer: 1\n"
                            "x_why: {a: [b, \"c\"]}\n"
                            "rules:\n"
                            "  choice: off\n"
                            "  required: \"note\"\n"
                            "  range: warning # for now\n"
                            "  unused-record: error\n";

static int is_changed(const transfer_ruleset *ruleset)
{
    for (size_t i = 0; i < transfer_rule_count(); i++) {
        const transfer_rule *rule = transfer_rule_at(i);
        transfer_severity severity;

        if (transfer_ruleset_get_severity(ruleset, transfer_rule_name(rule), &severity) !=
                TRANSFER_OK ||
            severity != transfer_rule_severity(rule))
            return 1;
    }
    return 0;
}

/* How many rule sets were read, and how many of them applied. */
static size_t rules_count, applied_count;

/* A file either has errors or is applied. */
static const char *check_rules(const struct text *text)
{
    transfer_ruleset *ruleset = transfer_ruleset_new();
    transfer_report *report = transfer_report_new();
    const char *fault = NULL;
    transfer_status status;
    size_t errors;

    if (!ruleset || !report)
        return "no memory";
    status = transfer_ruleset_load_memory(ruleset, text->data, text->size, "fuzz", report);
    errors = transfer_report_severity_count(report, TRANSFER_ERROR);
    if (status != TRANSFER_OK && status != TRANSFER_SYNTAX && status != TRANSFER_LIMIT &&
        status != TRANSFER_NEWER_FORMAT)
        fault = transfer_status_text(status, TRANSFER_ENGLISH);
    else if ((status == TRANSFER_OK) != (errors == 0))
        fault = "the status of a rule set is not that of its report";
    else if (status != TRANSFER_OK && is_changed(ruleset))
        fault = "a wrong rule set is applied";
    else
        fault = check_places(report, text);
    if (!fault)
        fault = render(report);
    rules_count++;
    applied_count += status == TRANSFER_OK && is_changed(ruleset);
    transfer_report_free(report);
    transfer_ruleset_free(ruleset);
    return fault;
}

/* ---- the run ---- */

static void keep(const struct text *text)
{
    FILE *stream = fopen("fuzz-failure.yaml", "wb");

    if (stream) {
        fwrite(text->data, 1, text->size, stream);
        fclose(stream);
    }
}

static int run(const struct text *texts, size_t text_count, uint64_t seed, unsigned long count)
{
    static struct text text;

    for (unsigned long i = 0; i < count; i++) {
        const char *fault;
        int is_rules;

        state = (seed + 1) * UINT64_C(0x9e3779b97f4a7c15) + i * UINT64_C(0xbf58476d1ce4e5b9);
        state = state ? state : 1;
        below(1);
        is_rules = below(8) == 0;
        text = texts[below(text_count)];
        if (is_rules && below(8)) /* else a portfolio is taken for one */
            replace(&text, 0, text.size, rules, sizeof rules - 1);
        for (size_t j = below(4); j > 0 || below(3) == 0; j -= j > 0)
            mutate(&text, &texts[below(text_count)]);
        fault = is_rules ? check_rules(&text) : check_text(&text);
        if (fault) {
            keep(&text);
            fprintf(stderr, "fuzz: seed %llu, text %lu: %s\n", (unsigned long long)seed, i, fault);
            return 1;
        }
    }
    printf("%lu texts, %zu of them valid, %zu saved and read again, %zu rule sets, %zu applied\n",
           count, valid_count, saved_count, rules_count, applied_count);
    /* Mutations that leave nothing valid would test half of it. */
    return count >= COUNT && (valid_count < count / 20 || saved_count < count / 10 ||
                              applied_count < count / 80 || applied_count > rules_count / 2);
}

int main(int argc, char **argv)
{
    uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    unsigned long count = argc > 2 ? strtoul(argv[2], NULL, 10) : COUNT;
    struct files files = {0};
    struct text *texts;
    size_t text_count = 0;
    char path[PATH_SIZE];
    int result;

    for (int i = 3; i < argc; i++)
        files_add_path(&files, argv[i]);
    if (argc <= 3) {
        data_path("valid", path);
        files_add(&files, path, 1);
        data_path("rules", path);
        files_add(&files, path, 1);
    }
    texts = calloc(files.count, sizeof *texts);
    if (!texts)
        return 99;
    for (size_t i = 0; i < files.count; i++) {
        size_t size;
        char *data = read_file(files.paths[i], &size);

        if (size <= SIZE_MAX_TEXT) {
            memcpy(texts[text_count].data, data, size);
            texts[text_count++].size = size;
        }
        free(data);
    }
    files_free(&files);
    result = run(texts, text_count, seed, count);
    free(texts);
    return result;
}
