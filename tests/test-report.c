/* Rules, messages, reports, and finding places again in a text.
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
#include <unistd.h>
#include <yaml.h>

#include "excerpt.h"
#include "message.h"
#include "report.h"
#include "rule.h"
#include "syntax-problem.h"
#include "utf8.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* ---- rules ---- */

static int compare_names(const void *a, const void *b)
{
    return strcmp(a, b);
}

/* Collects the names in braces, sorted, each once; checks braces and brackets. */
static size_t parts_of(const char *rule, const char *pattern, char names[16][32])
{
    size_t count = 0, kept = 0;
    int in_brackets = 0;

    for (const char *c = pattern; *c; c++) {
        if (*c == '[' || *c == ']') {
            ck_assert_msg(in_brackets == (*c == ']'), "%s: nested or odd brackets", rule);
            in_brackets = !in_brackets;
        }
        ck_assert_msg(*c != '}', "%s: a } without {", rule);
        if (*c == '{') {
            size_t length = strspn(c + 1, "abcdefghijklmnopqrstuvwxyz_");

            ck_assert_msg(length > 0 && length < 32 && c[1 + length] == '}', "%s: odd name", rule);
            ck_assert_msg(count < 16, "%s: too many parts", rule);
            memcpy(names[count], c + 1, length);
            names[count++][length] = '\0';
            c += 1 + length;
        }
    }
    ck_assert_msg(!in_brackets, "%s: a bracket is not closed", rule);
    qsort(names, count, sizeof names[0], compare_names);
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || strcmp(names[kept - 1], names[i]) != 0)
            memmove(names[kept++], names[i], sizeof names[0]);
    }
    return kept;
}

/* The messages of every rule name the same parts in both languages, and no more than a finding can
 * have. */
START_TEST(message_parts)
{
    for (size_t i = 0; i < transfer_rule_count(); i++) {
        const transfer_rule *rule = transfer_rule_at(i);
        char names[LANGUAGES][16][32];
        size_t count[LANGUAGES];

        for (int language = 0; language < LANGUAGES; language++)
            count[language] = parts_of(rule->name, rule->message.text[language], names[language]);
        ck_assert_msg(count[0] == count[1], "%s: parts differ", rule->name);
        ck_assert_uint_le(count[0], FINDING_PARTS);
        for (size_t j = 0; j < count[0]; j++)
            ck_assert_msg(strcmp(names[0][j], names[1][j]) == 0, "%s: {%s} and {%s}", rule->name,
                          names[0][j], names[1][j]);
    }
}
END_TEST

static void check_text(const transfer_rule *rule, const char *text, size_t least, int ends_in_point)
{
    size_t length = text ? strlen(text) : 0;

    ck_assert_msg(length >= least, "%s: a text of %zu bytes", rule->name, length);
    ck_assert_msg(utf8_is_valid(text, length), "%s: not UTF-8", rule->name);
    ck_assert_msg((text[length - 1] == '.') == ends_in_point, "%s: '%s'", rule->name, text);
    ck_assert_msg(strstr(text, "  ") == NULL, "%s: two spaces in '%s'", rule->name, text);
}

/* Every rule has a name in kebab case, a source, and all its texts in both languages. */
START_TEST(rule_rows)
{
    for (size_t i = 0; i < transfer_rule_count(); i++) {
        const transfer_rule *rule = transfer_rule_at(i);
        size_t length = strlen(rule->name);

        ck_assert_uint_eq(strspn(rule->name, "abcdefghijklmnopqrstuvwxyz0123456789-"), length);
        ck_assert_ptr_eq(transfer_rule_find(rule->name), rule);
        ck_assert_uint_le(transfer_rule_severity(rule), TRANSFER_ERROR);
        ck_assert_str_ne(transfer_rule_since(rule), "");
        ck_assert_str_ne(transfer_rule_source(rule), "");
        for (int n = 0; n < LANGUAGES; n++) {
            transfer_language language = (transfer_language)n;

            check_text(rule, transfer_rule_title(rule, language), 5, 0);
            check_text(rule, transfer_rule_explanation(rule, language), 80, 1);
            check_text(rule, rule->message.text[n], 5, 0);
        }
        ck_assert_str_ne(transfer_rule_title(rule, TRANSFER_ENGLISH),
                         transfer_rule_title(rule, TRANSFER_FRENCH));
    }
    ck_assert_ptr_null(transfer_rule_at(transfer_rule_count()));
}
END_TEST

/* In French texts a no-break space stands before ; : ! ? in prose and inside quotes. */
START_TEST(french_spaces)
{
    for (size_t i = 0; i < transfer_rule_count(); i++) {
        const transfer_rule *rule = transfer_rule_at(i);
        const char *texts[] = {rule->title.text[FRENCH], rule->explanation.text[FRENCH],
                               rule->message.text[FRENCH]};

        for (size_t j = 0; j < COUNT(texts); j++) {
            ck_assert_msg(strstr(texts[j], " ;") == NULL && strstr(texts[j], " :") == NULL,
                          "%s: '%s'", rule->name, texts[j]);
            ck_assert_msg(strstr(texts[j], "« ") == NULL && strstr(texts[j], " »") == NULL,
                          "%s: '%s'", rule->name, texts[j]);
        }
    }
}
END_TEST

/* A misspelt rule is not found, and the nearest one is proposed. */
START_TEST(rule_names)
{
    ck_assert_ptr_null(transfer_rule_find("amount-from"));
    ck_assert_str_eq(transfer_rule_suggest("amount-from"), "amount-form");
    ck_assert_str_eq(transfer_rule_suggest("unknown_key"), "unknown-key");
    ck_assert_ptr_null(transfer_rule_suggest("nothing like it"));
    ck_assert_ptr_null(transfer_rule_find(NULL));
    ck_assert_ptr_null(transfer_rule_suggest(NULL));
}
END_TEST

/* A rule set begins with the defaults, and each severity in it can be changed on its own. */
START_TEST(rulesets)
{
    transfer_ruleset *ruleset = transfer_ruleset_new();
    transfer_severity severity;

    ck_assert_ptr_nonnull(ruleset);
    for (size_t i = 0; i < transfer_rule_count(); i++) {
        const transfer_rule *rule = transfer_rule_at(i);

        ck_assert_int_eq(transfer_ruleset_get_severity(ruleset, rule->name, &severity),
                         TRANSFER_OK);
        ck_assert_int_eq(severity, rule->severity);
        ck_assert_int_eq(rule_severity(NULL, rule), rule->severity);
    }
    ck_assert_int_eq(transfer_ruleset_set_severity(ruleset, "choice", TRANSFER_NOTE), TRANSFER_OK);
    ck_assert_int_eq(rule_severity(ruleset, &rule_choice), TRANSFER_NOTE);
    ck_assert_int_eq(rule_severity(ruleset, &rule_range), TRANSFER_ERROR);
    ck_assert_int_eq(transfer_ruleset_get_severity(ruleset, "choice", &severity), TRANSFER_OK);
    ck_assert_int_eq(severity, TRANSFER_NOTE);

    ck_assert_int_eq(transfer_ruleset_set_severity(ruleset, "choise", TRANSFER_OFF),
                     TRANSFER_NOT_FOUND);
    ck_assert_int_eq(transfer_ruleset_get_severity(ruleset, "choise", &severity),
                     TRANSFER_NOT_FOUND);
    ck_assert_int_eq(transfer_ruleset_set_severity(ruleset, "choice", (transfer_severity)4),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_ruleset_set_severity(NULL, "choice", TRANSFER_OFF), TRANSFER_MISUSE);
    transfer_ruleset_free(ruleset);
    transfer_ruleset_free(NULL);
}
END_TEST

/* Every status has a sentence of its own in both languages, and unknown ones have one too. */
START_TEST(status_texts)
{
    for (int status = 0; status <= TRANSFER_COMMENTS + 1; status++) {
        for (int other = 0; other < status; other++)
            ck_assert_str_ne(transfer_status_text((transfer_status)status, TRANSFER_ENGLISH),
                             transfer_status_text((transfer_status)other, TRANSFER_ENGLISH));
        ck_assert_str_ne(transfer_status_text((transfer_status)status, TRANSFER_ENGLISH),
                         transfer_status_text((transfer_status)status, TRANSFER_FRENCH));
    }
    ck_assert_str_eq(transfer_status_text((transfer_status)-1, TRANSFER_ENGLISH),
                     transfer_status_text((transfer_status)1000, TRANSFER_ENGLISH));
}
END_TEST

/* ---- messages ---- */

/* A template is filled with its parts; brackets without theirs are left out. */
START_TEST(message_templates)
{
    static const struct phrase list = {{"a list", "une liste"}};
    const struct part parts[] = {{.name = "found", .text = "12", .length = 2},
                                 {.name = "kind", .phrase = &list},
                                 {.name = "odd", .text = "a\nb\t\1\xe2\x80\xae\xff", .length = 9},
                                 {.name = "inner", .text = "{found}[x]", .length = 10}};
    static const struct {
        const char *pattern;
        int language;
        const char *message;
    } cases[] = {
        {"", ENGLISH, ""},
        {"plain", ENGLISH, "plain"},
        {"{found}", ENGLISH, "12"},
        {"<{kind}>", ENGLISH, "<a list>"},
        {"<{kind}>", FRENCH, "<une liste>"},
        {"a[ {found}]b", ENGLISH, "a 12b"},
        {"a[ {missing}]b", ENGLISH, "ab"},
        {"a[ {found} {missing}]b[, {kind}]", ENGLISH, "ab, a list"},
        {"a[ {missing} {found}]b", ENGLISH, "ab"},
        {"a {missing} b", ENGLISH, "a … b"},
        {"{odd}", ENGLISH, "a\\nb\\t\\x01\\u202e\xef\xbf\xbd"},
        {"{inner}", ENGLISH, "{found}[x]"},
        {"[always]", ENGLISH, "always"},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer out;
        char *text;

        buffer_init(&out);
        message_fill(&out, cases[i].pattern, parts, COUNT(parts), cases[i].language);
        text = buffer_take(&out);
        ck_assert_str_eq(text, cases[i].message);
        free(text);
    }
}
END_TEST

/* A long part is cut at a character, and the cut is seen. */
START_TEST(message_length)
{
    char text[1001];
    struct buffer out;
    char *filled;
    struct part part = {.name = "found", .text = text, .length = 1000};

    for (size_t i = 0; i < 1000; i += 2)
        memcpy(text + i, "é", 2);
    text[1000] = '\0';
    buffer_init(&out);
    message_fill(&out, "{found}", &part, 1, ENGLISH);
    filled = buffer_take(&out);
    ck_assert_uint_eq(strlen(filled), MESSAGE_PART_MAX + 3);
    ck_assert_str_eq(filled + MESSAGE_PART_MAX, "…");
    ck_assert(utf8_is_valid(filled, strlen(filled)));
    free(filled);
}
END_TEST

/* What libyaml says of each of these texts has words of our own. */
START_TEST(syntax_problems)
{
    static const char *const texts[] = {
        "a: b: c", "a: - b", "a: ? b", "- a\nb: c", "a: b\n  c\nd", "a: 'x' y", "[a, b", "{a: b",
        "[a: {", "a: \"x", "a: \"x\n---\n", "a: \"\\q\"", "a: \"\\xZZ\"", "a: \"\\ud83d\\ude00\"",
        "a: @b", "a: &", "a: *", "a: !<x", "a: !a!", "a: !x!b c", "a: !<a%zz>", "a: !<%ff>",
        "a: !<%c3%00>", "a: !a,", "%FOO x\n---\n", "% x\n", "%YAML\n---",
        "%YAML 1.12345678901\n---", "%YAML x", "%YAML 1x", "%YAML 1.1\n%YAML 1.1\n---",
        "%YAML 2.0\n---\na", "%TAG ! x\n%TAG ! x\n---", "%TAG !a", "%TAG !a! \n---",
        "%YAML 1.1\na", "%TAG !a!x y\n---", "a: |0\n", "a: |x\n", "a: |\n\tb", "\ta: b", "{a: x:}",
        "a: {b: c]", "]", "\"a\" b", "a: \"\\U00110000\"", "\xff", "\xc3(", "\xc3",
        "\xe0\x80\x80", "\xed\xa0\x80", "a: \1"};
    const struct phrase *general = syntax_problem("a problem that libyaml does not have");

    for (size_t i = 0; i < COUNT(texts); i++) {
        yaml_parser_t parser;
        yaml_event_t event;
        int ended = 0;

        ck_assert_int_eq(yaml_parser_initialize(&parser), 1);
        yaml_parser_set_input_string(&parser, (const unsigned char *)texts[i], strlen(texts[i]));
        while (yaml_parser_parse(&parser, &event)) {
            ended = event.type == YAML_STREAM_END_EVENT;
            yaml_event_delete(&event);
            ck_assert_msg(!ended, "'%s' is YAML", texts[i]);
        }
        ck_assert_msg(syntax_problem(parser.problem) != general, "'%s': %s", texts[i],
                      parser.problem);
        yaml_parser_delete(&parser);
    }
    ck_assert_ptr_eq(syntax_problem(NULL), general);
}
END_TEST

/* The problems that need UTF-16, a huge text or a failing reader have words of our own too. */
START_TEST(rare_syntax_problems)
{
    static const char *const problems[] = {
        "input error", "input is too long", "incomplete UTF-16 character",
        "incomplete UTF-16 surrogate pair", "unexpected low surrogate area",
        "expected low surrogate area", "found a tab character that violates indentation",
        "did not find expected <stream-start>", "found unexpected non-alphabetical character",
        "did not find expected '!'"};
    const struct phrase *general = syntax_problem(NULL);

    for (size_t i = 0; i < COUNT(problems); i++)
        ck_assert_msg(syntax_problem(problems[i]) != general, "%s", problems[i]);
}
END_TEST

/* ---- places in a text ---- */

struct span {
    const char *text;
    uint64_t line, column;
    const char *node; /* NULL: there is no such place */
};

static const struct span spans[] = {
    /* Plain scalars. */
    {"key: value", 1, 6, "value"},
    {"key: value", 1, 1, "key"},
    {"key: value  # why", 1, 6, "value"},
    {"key: value#3 x", 1, 6, "value#3 x"},
    {"key: a:b, c", 1, 6, "a:b, c"},
    {"key: it's {fine}", 1, 6, "it's {fine}"},
    {"key:", 1, 1, "key"},
    {"key: value\r\nb: c", 1, 6, "value"},
    {"key: value\r\nb: c", 2, 4, "c"},
    {"\xef\xbb\xbfkey: value", 1, 1, "key"},
    {"é: à\nb: ç", 2, 4, "ç"},
    {"a: b\n\n# x\nc: d", 4, 4, "d"},
    /* In flow. */
    {"a: {b: c, d: e}", 1, 8, "c"},
    {"a: {b: c, d: e}", 1, 11, "d"},
    {"a: [b, c d]", 1, 8, "c d"},
    {"a: [l'eau, d'or]", 1, 5, "l'eau"},
    {"a: [l'eau, d'or]", 1, 12, "d'or"},
    {"- {b: 2013?}", 1, 7, "2013?"},
    {"a: [\n  b,\n  c\n]", 2, 3, "b"},
    {"a: {\n  b: c d, e: f\n}", 2, 6, "c d"},
    {"a: {\n  b: c d}", 2, 6, "c d"},
    {"b, c: d", 1, 1, "b, c"},
    {"a: [b]: c", 1, 4, "[b]"},
    {"[x]: a, b", 1, 6, "a, b"},
    {"a: b, [c], d", 1, 4, "b, [c], d"},
    {"{\"a\":1,\"b\":2}", 1, 6, "1"},
    {"{\"a\":1,\"b\":2}", 1, 8, "\"b\""},
    /* Quoted. */
    {"a: 'it''s' # x", 1, 4, "'it''s'"},
    {"a: \"b\\\"c\" d", 1, 4, "\"b\\\"c\""},
    {"a: \"b\n  c\" # x", 1, 4, "\"b\n  c\""},
    {"a: 'never closed\nb: c", 1, 4, "'never closed\nb: c"},
    {"\"a\": b", 1, 1, "\"a\""},
    /* Flow collections. */
    {"a: {b: [c, '}'], d: e} # x", 1, 4, "{b: [c, '}'], d: e}"},
    {"a: {b: [c, '}'], d: e} # x", 1, 8, "[c, '}']"},
    {"a: [b, # ]\n  c]\nd: e", 1, 4, "[b, # ]\n  c]"},
    {"a: [it's, d]", 1, 4, "[it's, d]"},
    {"a: {b: don't, c: 'x}'}", 1, 4, "{b: don't, c: 'x}'}"},
    {"{\"a\":\"}\",\"b\":[\"]\"]}", 1, 1, "{\"a\":\"}\",\"b\":[\"]\"]}"},
    {"a: [[], {}]", 1, 4, "[[], {}]"},
    {"a: [b, c", 1, 4, "[b, c"},
    /* Block scalars. */
    {"a: |\n  b\n  c\nd: e", 1, 4, "|\n  b\n  c"},
    {"a: >-\n  b\n\n   c\n\n\nd: e", 1, 4, ">-\n  b\n\n   c"},
    {"- k: |2 # x\n     b\n  l: m", 1, 6, "|2 # x\n     b"},
    {"- |\n b\n- c", 1, 3, "|\n b"},
    {"k:\n  |\n  b\nc: d", 2, 3, "|\n  b"},
    {"a: |\nd: e", 1, 4, "|"},
    {"a: |x\n  y", 1, 4, "|x"},
    {"|\na\n---\nb", 1, 1, "|\na"},
    /* Block collections: their first line says it. */
    {"a:\n  b: c\n  d: e", 2, 3, "b"},
    {"a:\n  - b # x\n  - c", 2, 3, "- b"},
    {"- - a: b", 1, 1, "- - a"},
    {"-\n  a", 1, 1, "-"},
    {"- # x\n  a", 1, 1, "-"},
    {"? a\n: b", 1, 1, "? a"},
    {"-12", 1, 1, "-12"},
    /* Where nothing is. */
    {"a: ", 1, 4, ""},
    {"a\n", 2, 1, ""},
    {"", 1, 1, ""},
    {"a", 1, 3, NULL},
    {"a", 2, 1, NULL},
    {"a\n", 3, 1, NULL},
    {"a", 0, 1, NULL},
    {"a", 1, 0, NULL},
    {"a: # x", 1, 3, " "},
};

/* The extent of each node is as in the table, and its end counts lines and characters. */
START_TEST(extents)
{
    for (size_t i = 0; i < COUNT(spans); i++) {
        const struct span *span = &spans[i];
        struct lines lines;
        struct extent extent;
        uint64_t line = span->line, column = span->column;
        int found;

        lines_init(&lines, span->text, strlen(span->text));
        found = lines_find(&lines, span->line, span->column, &extent);
        ck_assert_msg(found == (span->node != NULL), "'%s' at %d:%d", span->text, (int)line,
                      (int)column);
        if (!found)
            continue;
        lines_find_end(&lines, &extent, SIZE_MAX);
        ck_assert_msg(extent.end - extent.begin == strlen(span->node) &&
                          memcmp(span->text + extent.begin, span->node, strlen(span->node)) == 0,
                      "'%s' at %d:%d: '%.*s'", span->text, (int)line, (int)column,
                      (int)(extent.end - extent.begin), span->text + extent.begin);
        for (const char *c = span->node; *c; c++) {
            if (*c == '\n') {
                line++;
                column = 1;
            } else if (((unsigned char)*c & 0xc0) != 0x80) {
                column++;
            }
        }
        ck_assert_uint_eq(extent.end_line, line);
        ck_assert_uint_eq(extent.end_column, column);
    }
}
END_TEST

/* Places may be asked for in any order, and answers do not depend on it. */
START_TEST(extents_in_any_order)
{
    static const char text[] = "a: b\nc: [d, é, f]\ng: h\n";
    static const struct {
        uint64_t line, column;
        size_t begin;
    } places[] = {{3, 4, 22}, {1, 1, 0}, {2, 11, 16}, {2, 5, 9}, {2, 8, 12}, {1, 4, 3}, {3, 1, 19}};
    struct lines lines;
    struct extent extent;

    lines_init(&lines, text, sizeof text - 1);
    for (size_t i = 0; i < COUNT(places); i++) {
        ck_assert(lines_find(&lines, places[i].line, places[i].column, &extent));
        ck_assert_uint_eq(extent.begin, places[i].begin);
    }
}
END_TEST

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Whatever the bytes, an extent lies in the text and begins in its line. */
START_TEST(extents_of_random_bytes)
{
    static const char alphabet[] = "ab:,-?#|>'\"[]{} \t\n\r\\\xc3\xa9\xff\xe5";
    uint32_t state = 20131205;

    for (int round = 0; round < 20000; round++) {
        size_t size = next_random(&state) % 60;
        /* Of its exact size, so that a byte read behind it is noticed. */
        char *text = malloc(size + (size == 0));
        struct lines lines;

        ck_assert_ptr_nonnull(text);
        for (size_t i = 0; i < size; i++)
            text[i] = round % 4 == 0 ? (char)next_random(&state)
                                     : alphabet[next_random(&state) % (sizeof alphabet - 1)];
        lines_init(&lines, text, size);
        for (uint64_t line = 1; line < 8; line++) {
            for (uint64_t column = 1; column < 40; column += 1 + next_random(&state) % 5) {
                size_t most = next_random(&state) % 60;
                struct extent extent;

                if (!lines_find(&lines, line, column, &extent))
                    continue;
                lines_find_end(&lines, &extent, round % 2 ? most : SIZE_MAX);
                if (extent.line_begin > extent.begin || extent.begin > extent.line_end ||
                    extent.begin > extent.end || extent.end > size || extent.line_end > size ||
                    extent.end_line < line ||
                    (extent.end_line == line && extent.end_column < column))
                    ck_abort_msg("round %d, %d:%d", round, (int)line, (int)column);
            }
        }
        free(text);
    }
}
END_TEST

/* A thousand places in one line of ten million bytes are found in moments. */
START_TEST(extents_in_a_long_line)
{
    size_t size = 10000000;
    char *text = malloc(size);
    struct lines lines;
    struct extent extent;

    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i + 10 <= size; i += 10)
        memcpy(text + i, i == 0 ? "[\"a\", bcd," : " \"a\", bcd,", 10);
    lines_init(&lines, text, size);
    for (uint64_t i = 0; i < 1000; i++) {
        int found = lines_find(&lines, 1, 10000 * i + 7, &extent);

        if (found)
            lines_find_end(&lines, &extent, SIZE_MAX);
        if (!found || extent.end - extent.begin != 3)
            ck_abort_msg("place %d", (int)i);
    }
    free(text);
}
END_TEST

/* Of a node longer than what may be read of it, the extent ends there or earlier, between
 * characters; a node that is not longer has its own end. */
START_TEST(extents_of_at_most)
{
    static const struct {
        const char *text;
        size_t most, length;
    } cases[] = {
        {"abcdef", 6, 6},         {"abcdef", 3, 3},       {"abcdef", 0, 0},
        {"abcdef: g", 7, 6},      {"'abc\ndef'", 6, 6},   {"'abc\r\ndef'", 5, 5},
        {"abc\303\251def", 4, 3}, {"[a, b]", 6, 6},       {"[a, b]", 5, 5},
        {"[a,\n b]", 6, 3},       {"|\n abc\n def\n", 8, 6}, {"|\n abc\n def\n", 10, 10},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct lines lines;
        struct extent extent;

        lines_init(&lines, cases[i].text, strlen(cases[i].text));
        ck_assert(lines_find(&lines, 1, 1, &extent));
        lines_find_end(&lines, &extent, cases[i].most);
        ck_assert_msg(extent.end - extent.begin == cases[i].length, "'%s': %d", cases[i].text,
                      (int)(extent.end - extent.begin));
    }
}
END_TEST

/* ---- files ---- */

static char directory[] = "/tmp/transfer-test-XXXXXX";
static char path[64];

static void write_file(const char *text)
{
    FILE *file = fopen(path, "w");

    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

static void files_setup(void)
{
    strcpy(directory, "/tmp/transfer-test-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(directory));
    snprintf(path, sizeof path, "%s/a.yaml", directory);
}

static void files_teardown(void)
{
    unlink(path);
    ck_assert_int_eq(rmdir(directory), 0);
}

static uint64_t fingerprint_of(const char *file)
{
    int descriptor = open(file, O_RDONLY);
    uint64_t fingerprint = file_fingerprint(descriptor);

    ck_assert_int_ge(descriptor, 0);
    close(descriptor);
    return fingerprint;
}

/* A file is read whole, and a change of its size, content or identity is noticed. */
START_TEST(files)
{
    struct timespec times[2] = {{.tv_sec = 1}, {.tv_sec = 1}};
    uint64_t fingerprint;
    size_t size = 0;
    int changed = 2;
    char *text;

    write_file("a: b\n");
    fingerprint = fingerprint_of(path);
    ck_assert_uint_ne(fingerprint, 0);
    text = file_read(path, fingerprint, &size, &changed);
    ck_assert_str_eq(text, "a: b\n");
    ck_assert_uint_eq(size, 5);
    ck_assert_int_eq(changed, 0);
    free(text);

    ck_assert_int_eq(utimensat(AT_FDCWD, path, times, 0), 0);
    text = file_read(path, fingerprint, &size, &changed);
    ck_assert_int_eq(changed, 1);
    free(text);

    ck_assert_uint_eq(file_fingerprint(-1), 0);
}
END_TEST

/* What is no regular file is refused at once: a directory, a pipe without writer, nothing. */
START_TEST(not_files)
{
    size_t size;

    ck_assert_ptr_null(file_read(directory, 0, &size, NULL));
    ck_assert_int_eq(errno, EISDIR);
    ck_assert_ptr_null(file_read(path, 0, &size, NULL));
    ck_assert_int_eq(errno, ENOENT);
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    ck_assert_ptr_null(file_read(path, 0, &size, NULL));
    ck_assert_int_eq(errno, EINVAL);
}
END_TEST

/* ---- reports ---- */

static void add(transfer_report *report, const struct transfer_rule *rule, const char *file,
                uint64_t line, uint64_t column, const char *pointer, const char *key)
{
    struct finding finding = {.rule = rule,
                              .severity = rule->severity,
                              .place = {file, line, column, 0, 0},
                              .pointer = pointer};

    finding_add_string(&finding, "key", key);
    finding_add_string(&finding, "type", "partner");
    ck_assert_int_eq(report_add(report, &finding), TRANSFER_OK);
}

/* The order of a report as a text: "a1:2 b3:4". */
static const char *order(const transfer_report *report)
{
    static char text[4096];
    size_t at = 0;

    text[0] = '\0';
    for (size_t i = 0; i < transfer_report_count(report) && at < sizeof text - 64; i++) {
        const transfer_diagnostic *diagnostic = transfer_report_at(report, i);

        at += (size_t)snprintf(text + at, sizeof text - at, "%s%s%d:%d", i > 0 ? " " : "",
                               transfer_diagnostic_file(diagnostic),
                               (int)transfer_diagnostic_line(diagnostic),
                               (int)transfer_diagnostic_column(diagnostic));
    }
    return text;
}

static void end(transfer_report *report, const char *letters)
{
    struct report_source sources[8];
    static const char *const names[] = {"a", "b", "c", "d"};
    size_t count = 0;

    for (; *letters; letters++)
        sources[count++] = (struct report_source){.name = names[*letters - 'a']};
    ck_assert_int_eq(report_end(report, sources, count), TRANSFER_OK);
}

/* Diagnostics come in the order of files, lines and columns, then as they were added; a later call
 * puts its own among them. */
START_TEST(ordering)
{
    transfer_report *report = transfer_report_new();

    ck_assert_int_eq(report_begin(report, 100), TRANSFER_OK);
    add(report, &rule_unknown_key, "a", 5, 1, "/5", "x");
    add(report, &rule_unknown_key, "b", 1, 1, "/1", "x");
    add(report, &rule_unknown_key, "a", 2, 9, "/29", "x");
    add(report, &rule_unknown_key, "a", 2, 3, "/23", "first");
    add(report, &rule_unknown_key, "a", 2, 3, "/other", "second");
    add(report, &rule_unknown_key, NULL, 0, 0, "/nowhere", "x");
    add(report, &rule_unknown_key, "a", 0, 0, "", "x");
    end(report, "ab");
    ck_assert_str_eq(order(report), "a0:0 a2:3 a2:3 a2:9 a5:1 b1:1 0:0");
    ck_assert_ptr_nonnull(
        strstr(transfer_diagnostic_message(transfer_report_at(report, 1), TRANSFER_ENGLISH),
               "first"));
    ck_assert_ptr_nonnull(
        strstr(transfer_diagnostic_message(transfer_report_at(report, 2), TRANSFER_ENGLISH),
               "second"));

    /* A file of its own follows. */
    ck_assert_int_eq(report_begin(report, 100), TRANSFER_OK);
    add(report, &rule_unknown_key, "c", 3, 3, "/33", "x");
    end(report, "c");
    ck_assert_str_eq(order(report), "a0:0 a2:3 a2:3 a2:9 a5:1 b1:1 0:0 c3:3");

    /* All of them again. */
    ck_assert_int_eq(report_begin(report, 100), TRANSFER_OK);
    add(report, &rule_unknown_key, "c", 1, 1, "/11", "x");
    add(report, &rule_unknown_key, "a", 4, 4, "/44", "x");
    end(report, "abc");
    ck_assert_str_eq(order(report), "0:0 a0:0 a2:3 a2:3 a2:9 a4:4 a5:1 b1:1 c1:1 c3:3");

    /* The order of the sources decides. */
    ck_assert_int_eq(report_begin(report, 100), TRANSFER_OK);
    add(report, &rule_unknown_key, "d", 1, 1, "/11", "x");
    end(report, "dcba");
    ck_assert_str_eq(order(report), "0:0 d1:1 c1:1 c3:3 b1:1 a0:0 a2:3 a2:3 a2:9 a4:4 a5:1");
    transfer_report_free(report);
}
END_TEST

/* What the report has from an earlier call is not added again; in one call only what is equal in
 * its message too. */
START_TEST(repeated)
{
    transfer_report *report = transfer_report_new();

    ck_assert_int_eq(report_begin(report, 100), TRANSFER_OK);
    add(report, &rule_unknown_key, "a", 1, 1, "/p", "x");
    add(report, &rule_unknown_key, "a", 1, 1, "/p", "y");
    add(report, &rule_unknown_key, "a", 1, 1, "/p", "x");
    end(report, "a");
    ck_assert_uint_eq(transfer_report_count(report), 2);
    ck_assert_uint_eq(transfer_report_severity_count(report, TRANSFER_ERROR), 2);

    ck_assert_int_eq(report_begin(report, 100), TRANSFER_OK);
    add(report, &rule_unknown_key, "a", 1, 1, "/p", "z");
    add(report, &rule_required, "a", 1, 1, "/p", "x");
    add(report, &rule_unknown_key, "a", 1, 2, "/p", "x");
    add(report, &rule_unknown_key, "a", 1, 1, "/q", "x");
    add(report, &rule_unknown_key, "b", 1, 1, "/p", "x");
    end(report, "ab");
    ck_assert_str_eq(order(report), "a1:1 a1:1 a1:1 a1:1 a1:2 b1:1");
    ck_assert_uint_eq(transfer_report_severity_count(report, TRANSFER_ERROR), 6);
    transfer_report_free(report);
}
END_TEST

/* Beyond the limit of a call diagnostics are counted, once, and one note says so at the end. */
START_TEST(limits)
{
    transfer_report *report = transfer_report_new();
    const transfer_diagnostic *last;

    for (int call = 0; call < 2; call++) {
        ck_assert_int_eq(report_begin(report, 10), TRANSFER_OK);
        for (uint64_t line = 30; line > 0; line--)
            add(report, line % 2 ? &rule_unknown_key : &rule_text_empty, "a", line, 1, "/p", "x");
        end(report, "a");
        ck_assert_uint_eq(transfer_report_count(report), 11);
        ck_assert_uint_eq(transfer_report_severity_count(report, TRANSFER_ERROR), 15);
        ck_assert_uint_eq(transfer_report_severity_count(report, TRANSFER_WARNING), 15);
        ck_assert_uint_eq(transfer_report_severity_count(report, TRANSFER_NOTE), 1);
    }
    last = transfer_report_at(report, 10);
    ck_assert_str_eq(transfer_diagnostic_rule(last), "too-many-diagnostics");
    ck_assert_ptr_nonnull(strstr(transfer_diagnostic_message(last, TRANSFER_FRENCH), "20"));

    /* The next call has a limit of its own. */
    ck_assert_int_eq(report_begin(report, 10), TRANSFER_OK);
    add(report, &rule_unknown_key, "a", 50, 1, "/p", "x");
    end(report, "a");
    ck_assert_uint_eq(transfer_report_count(report), 12);
    ck_assert_uint_eq(transfer_report_severity_count(report, TRANSFER_ERROR), 16);
    transfer_report_clear(report);
    ck_assert_uint_eq(transfer_report_count(report), 0);
    ck_assert_uint_eq(transfer_report_severity_count(report, TRANSFER_ERROR), 0);
    transfer_report_free(report);
}
END_TEST

/* Everything a finding says is kept, in both languages, after its own memory is gone. */
START_TEST(content)
{
    static const struct phrase list = {{"a list", "une liste"}};
    static const struct phrase first = {{"first", "d'abord"}};
    struct finding finding = {.rule = &rule_range,
                              .severity = TRANSFER_NOTE,
                              .place = {"b", 2, 3, 2, 5},
                              .pointer = "/p"};
    struct place place = {"a", 7, 8, 0, 0};
    char number[24], field[] = "trl", record[] = "deesse", suggestion[] = "9";
    const transfer_diagnostic *kept;
    transfer_report *report = transfer_report_new();
    const char *file, *message;
    uint64_t line, column;

    finding.record_id = record;
    finding_add_string(&finding, "field", field);
    finding_add_number(&finding, "found", 18446744073709551615u, number);
    finding_add_phrase(&finding, "expected", &list);
    finding_add_string(&finding, "suggestion", suggestion);
    finding_add_string(&finding, "missing", NULL);
    finding_add_related(&finding, &place, &first);
    ck_assert_int_eq(report_begin(report, 10), TRANSFER_OK);
    ck_assert_int_eq(report_add(report, &finding), TRANSFER_OK);
    memset(number, 'x', sizeof number);
    memset(field, 'x', sizeof field);
    memset(record, 'x', sizeof record);
    memset(suggestion, 'x', sizeof suggestion);
    ck_assert_int_eq(report_end(report, NULL, 0), TRANSFER_OK);

    kept = transfer_report_at(report, 0);
    ck_assert_str_eq(transfer_diagnostic_rule(kept), "range");
    ck_assert_int_eq(transfer_diagnostic_severity(kept), TRANSFER_NOTE);
    ck_assert_str_eq(transfer_diagnostic_file(kept), "b");
    ck_assert_uint_eq(transfer_diagnostic_line(kept), 2);
    ck_assert_uint_eq(transfer_diagnostic_column(kept), 3);
    ck_assert_uint_eq(transfer_diagnostic_end_line(kept), 2);
    ck_assert_uint_eq(transfer_diagnostic_end_column(kept), 5);
    ck_assert_str_eq(transfer_diagnostic_pointer(kept), "/p");
    ck_assert_str_eq(transfer_diagnostic_record(kept), "deesse");
    ck_assert_str_eq(transfer_diagnostic_found(kept), "18446744073709551615");
    ck_assert_str_eq(transfer_diagnostic_expected(kept, TRANSFER_ENGLISH), "a list");
    ck_assert_str_eq(transfer_diagnostic_expected(kept, TRANSFER_FRENCH), "une liste");
    ck_assert_str_eq(transfer_diagnostic_suggestion(kept), "9");
    ck_assert_ptr_nonnull(strstr(transfer_diagnostic_message(kept, TRANSFER_ENGLISH), "trl"));
    ck_assert_ptr_nonnull(
        strstr(transfer_diagnostic_message(kept, TRANSFER_FRENCH), "une liste"));
    ck_assert_ptr_null(transfer_diagnostic_excerpt(kept));
    ck_assert_uint_eq(transfer_diagnostic_related_count(kept), 1);
    ck_assert_int_eq(transfer_diagnostic_related_at(kept, 0, TRANSFER_FRENCH, &file, &line, &column,
                                                    &message),
                     TRANSFER_OK);
    ck_assert_str_eq(file, "a");
    ck_assert_uint_eq(line, 7);
    ck_assert_uint_eq(column, 8);
    ck_assert_str_eq(message, "d'abord");
    ck_assert_int_eq(transfer_diagnostic_related_at(kept, 0, TRANSFER_FRENCH, NULL, NULL, NULL,
                                                    NULL),
                     TRANSFER_OK);
    ck_assert_int_eq(transfer_diagnostic_related_at(kept, 1, TRANSFER_FRENCH, &file, &line, &column,
                                                    &message),
                     TRANSFER_NOT_FOUND);
    ck_assert_ptr_null(transfer_report_at(report, 1));
    transfer_report_free(report);
}
END_TEST

/* Parts and related places beyond what a finding can have are left out, without harm. */
START_TEST(full_finding)
{
    struct finding finding = {.rule = &rule_unknown_key, .severity = TRANSFER_ERROR};
    struct place place = {"a", 1, 1, 0, 0};
    transfer_report *report = transfer_report_new();
    char long_text[9000];

    memset(long_text, 'x', sizeof long_text);
    for (int i = 0; i < 20; i++) {
        finding_add_string(&finding, i % 2 ? "expected" : "found", "y");
        finding_add_related(&finding, &place, NULL);
    }
    ck_assert_int_eq(report_begin(report, 10), TRANSFER_OK);
    ck_assert_int_eq(report_add(report, &finding), TRANSFER_OK);
    finding.part_count = 0;
    finding.place.line = 2;
    finding_add_text(&finding, "found", long_text, sizeof long_text);
    finding_add_text(&finding, "suggestion", long_text, sizeof long_text);
    finding_add_text(&finding, "expected", "a\0b\xff", 4);
    ck_assert_int_eq(report_add(report, &finding), TRANSFER_OK);
    ck_assert_int_eq(report_end(report, NULL, 0), TRANSFER_OK);
    ck_assert_uint_eq(transfer_diagnostic_related_count(transfer_report_at(report, 0)),
                      FINDING_RELATED);
    ck_assert_uint_lt(strlen(transfer_diagnostic_found(transfer_report_at(report, 1))), 5000);
    ck_assert_ptr_null(transfer_diagnostic_suggestion(transfer_report_at(report, 1)));
    ck_assert_str_eq(transfer_diagnostic_expected(transfer_report_at(report, 1), TRANSFER_ENGLISH),
                     "a\xef\xbf\xbd" "b\xef\xbf\xbd");
    transfer_report_free(report);
}
END_TEST

/* A rule that is off adds nothing, and without a report nothing happens. */
START_TEST(nothing_kept)
{
    struct finding finding = {.rule = &rule_unused_record, .severity = TRANSFER_OFF};
    transfer_report *report = transfer_report_new();

    ck_assert_int_eq(report_begin(report, 10), TRANSFER_OK);
    ck_assert_int_eq(report_add(report, &finding), TRANSFER_OK);
    ck_assert_int_eq(report_end(report, NULL, 0), TRANSFER_OK);
    ck_assert_uint_eq(transfer_report_count(report), 0);
    transfer_report_free(report);

    finding.severity = TRANSFER_ERROR;
    ck_assert_int_eq(report_begin(NULL, 10), TRANSFER_OK);
    ck_assert_int_eq(report_add(NULL, &finding), TRANSFER_OK);
    ck_assert_int_eq(report_end(NULL, NULL, 0), TRANSFER_OK);
    ck_assert_uint_eq(transfer_report_count(NULL), 0);
    transfer_report_free(NULL);
}
END_TEST

static transfer_report *report_of(const struct report_source *source, uint64_t line,
                                  uint64_t column)
{
    transfer_report *report = transfer_report_new();

    ck_assert_int_eq(report_begin(report, 10), TRANSFER_OK);
    add(report, &rule_unknown_key, source->name, line, column, "/p", "x");
    ck_assert_int_eq(report_end(report, source, 1), TRANSFER_OK);
    return report;
}

/* The character of an excerpt that a diagnostic begins with, as the excerpt's column tells. */
static const char *caret(const transfer_diagnostic *diagnostic)
{
    const char *at = transfer_diagnostic_excerpt(diagnostic);
    uint64_t column = transfer_diagnostic_excerpt_column(diagnostic);

    ck_assert_uint_ge(column, 1);
    for (; column < transfer_diagnostic_column(diagnostic); column++)
        do
            at++;
        while ((*at & 0xc0) == 0x80);
    return at;
}

/* The excerpt is the source line and the end is found, from a file or from kept text. */
START_TEST(excerpts)
{
    static const char text[] = "a: b\n  naem: \"c\a\"\n";
    struct report_source source = {.name = "f", .path = path};
    const transfer_diagnostic *diagnostic;
    transfer_report *report;

    write_file(text);
    source.fingerprint = fingerprint_of(path);
    for (int kept = 0; kept < 2; kept++) {
        report = report_of(&source, 2, 3);
        diagnostic = transfer_report_at(report, 0);
        ck_assert_str_eq(transfer_diagnostic_excerpt(diagnostic), "  naem: \"c\xe2\x90\x87\"");
        ck_assert_uint_eq(transfer_diagnostic_excerpt_column(diagnostic), 1);
        ck_assert_int_eq(*caret(diagnostic), 'n');
        ck_assert_uint_eq(transfer_diagnostic_end_line(diagnostic), 2);
        ck_assert_uint_eq(transfer_diagnostic_end_column(diagnostic), 7);
        transfer_report_free(report);
        source = (struct report_source){.name = "f", .data = text, .size = strlen(text)};
    }
}
END_TEST

/* Of a file that changed, or is gone, there is no excerpt, and the diagnostic stays. */
START_TEST(excerpt_of_changed_file)
{
    struct report_source source = {.name = "f", .path = path};
    transfer_report *report;

    write_file("a: b\n");
    source.fingerprint = fingerprint_of(path);
    write_file("a: bc\n");
    report = report_of(&source, 1, 1);
    ck_assert_uint_eq(transfer_report_count(report), 1);
    ck_assert_ptr_null(transfer_diagnostic_excerpt(transfer_report_at(report, 0)));
    ck_assert_uint_eq(transfer_diagnostic_excerpt_column(transfer_report_at(report, 0)), 0);
    ck_assert_uint_eq(transfer_diagnostic_end_line(transfer_report_at(report, 0)), 0);
    transfer_report_free(report);

    ck_assert_int_eq(unlink(path), 0);
    report = report_of(&source, 1, 1);
    ck_assert_uint_eq(transfer_report_count(report), 1);
    ck_assert_ptr_null(transfer_diagnostic_excerpt(transfer_report_at(report, 0)));
    transfer_report_free(report);
}
END_TEST

/* Of a long line the part around the place is kept, cut at characters, the cuts are seen, and its
 * column leads to the place. */
START_TEST(excerpt_of_long_line)
{
    char *text = malloc(20001);
    struct report_source source = {.name = "f", .data = text, .size = 20000};
    transfer_report *report;
    const char *excerpt;

    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < 20000; i += 2)
        memcpy(text + i, "é", 2);
    text[20000] = '\0';
    memcpy(text + 2 * 4999, "@@", 2);
    report = report_of(&source, 1, 5000);
    excerpt = transfer_diagnostic_excerpt(transfer_report_at(report, 0));
    ck_assert_uint_eq(transfer_diagnostic_excerpt_column(transfer_report_at(report, 0)), 4940);
    ck_assert_int_eq(*caret(transfer_report_at(report, 0)), '@');
    ck_assert_uint_le(strlen(excerpt), 2 * 202);
    ck_assert(utf8_is_valid(excerpt, strlen(excerpt)));
    ck_assert_ptr_nonnull(strchr(excerpt, '@'));
    ck_assert_int_eq(strncmp(excerpt, "…", 3), 0);
    ck_assert_str_eq(excerpt + strlen(excerpt) - 3, "…");
    transfer_report_free(report);
    free(text);
}
END_TEST

/* Thirty thousand diagnostics in three thousand files take moments, one call a file and one over
 * all. */
START_TEST(many_files)
{
    enum { FILES = 3000 };
    transfer_report *report = transfer_report_new();
    struct report_source *sources = calloc(FILES, sizeof *sources);
    char (*names)[16] = calloc(FILES, sizeof *names);

    ck_assert(sources && names);
    for (int call = 0; call < 2; call++) {
        for (size_t i = 0; i < FILES; i++) {
            snprintf(names[i], sizeof names[i], "f%zu", i * 7919 % FILES);
            sources[i].name = names[i];
            if ((call == 0 || i == 0) && report_begin(report, 200000) != TRANSFER_OK)
                ck_abort_msg("not begun");
            for (uint64_t line = 10; line > 0; line--) {
                struct finding finding = {.rule = &rule_unknown_key,
                                          .severity = TRANSFER_ERROR,
                                          .place = {names[i], line, 1, 0, 0},
                                          .pointer = "/p"};
                if (report_add(report, &finding) != TRANSFER_OK)
                    ck_abort_msg("not added");
            }
            if (call == 0 && report_end(report, &sources[i], 1) != TRANSFER_OK)
                ck_abort_msg("not ended");
        }
        if (call == 1)
            ck_assert_int_eq(report_end(report, sources, FILES), TRANSFER_OK);
        ck_assert_uint_eq(transfer_report_count(report), 10 * FILES);
    }
    for (size_t i = 0; i < 10 * FILES; i++) {
        const transfer_diagnostic *diagnostic = transfer_report_at(report, i);

        if (strcmp(transfer_diagnostic_file(diagnostic), names[i / 10]) != 0 ||
            transfer_diagnostic_line(diagnostic) != i % 10 + 1)
            ck_abort_msg("diagnostic %zu is out of order", i);
    }
    transfer_report_free(report);
    free(sources);
    free(names);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report");
    TCase *rules = tcase_create("rules"), *places = tcase_create("places");
    TCase *reports = tcase_create("reports");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_test(rules, message_parts);
    tcase_add_test(rules, rule_rows);
    tcase_add_test(rules, french_spaces);
    tcase_add_test(rules, rule_names);
    tcase_add_test(rules, rulesets);
    tcase_add_test(rules, status_texts);
    tcase_add_test(rules, message_templates);
    tcase_add_test(rules, message_length);
    tcase_add_test(rules, syntax_problems);
    tcase_add_test(rules, rare_syntax_problems);
    suite_add_tcase(suite, rules);

    tcase_add_checked_fixture(places, files_setup, files_teardown);
    tcase_add_test(places, extents);
    tcase_add_test(places, extents_in_any_order);
    tcase_add_test(places, extents_of_random_bytes);
    tcase_add_test(places, extents_in_a_long_line);
    tcase_add_test(places, extents_of_at_most);
    tcase_add_test(places, files);
    tcase_add_test(places, not_files);
    tcase_add_test(places, excerpts);
    tcase_add_test(places, excerpt_of_changed_file);
    tcase_add_test(places, excerpt_of_long_line);
    tcase_set_timeout(places, 60);
    suite_add_tcase(suite, places);

    tcase_add_test(reports, ordering);
    tcase_add_test(reports, repeated);
    tcase_add_test(reports, limits);
    tcase_add_test(reports, content);
    tcase_add_test(reports, full_finding);
    tcase_add_test(reports, nothing_kept);
    tcase_add_test(reports, many_files);
    tcase_set_timeout(reports, 60);
    suite_add_tcase(suite, reports);

    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
