/* Renderings of reports: text, JSON lines, SARIF and GitHub annotations, in both languages.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "excerpt.h"
#include "json.h"
#include "render.h"
#include "report.h"

static char *read_data(const char *name, size_t *size)
{
    const char *data = getenv("TRANSFER_TEST_DATA");
    char path[4096];
    char *text;

    snprintf(path, sizeof path, "%s/render/%s", data ? data : "tests/data", name);
    text = file_read(path, 0, size, NULL);
    ck_assert_msg(text != NULL, "%s cannot be read", path);
    return text;
}

/* Counts where `word` first stands, in lines and characters. */
static struct place place_of(const char *text, const char *word)
{
    struct place place = {"lorraine.yaml", 1, 1, 0, 0};
    const char *found = strstr(text, word);

    ck_assert_msg(found != NULL, "%s is not in the text", word);
    for (; text < found; text++) {
        if (*text == '\n') {
            place.line++;
            place.column = 1;
        } else if (((unsigned char)*text & 0xc0) != 0x80) {
            place.column++;
        }
    }
    return place;
}

static void begin(struct finding *finding, const struct transfer_rule *rule, struct place place,
                  const char *pointer, const char *record)
{
    memset(finding, 0, sizeof *finding);
    finding->rule = rule;
    finding->severity = rule->severity;
    finding->place = place;
    finding->pointer = pointer;
    finding->record_id = record;
}

/* A report as a portfolio's would be, with what is hard to write. */
static transfer_report *make_report(const char *text, size_t size)
{
    static const struct phrase first = {{"first given here", "donnée ici d'abord"}};
    struct report_source source = {.name = "lorraine.yaml", .data = text, .size = size};
    struct finding f;
    struct place nowhere = {NULL, 0, 0, 0, 0}, whole = {"lorraine.yaml", 0, 0, 0, 0}, related;
    struct place odd = {"dir:a, b/100%\n.yaml", 2, 1, 2, 4};
    transfer_report *report = transfer_report_new();

    ck_assert_ptr_nonnull(report);
    ck_assert_int_eq(report_begin(report, 100), TRANSFER_OK);

    begin(&f, &rule_id_form, place_of(text, "région:"), "/partners/région", NULL);
    finding_add_string(&f, "found", "région");
    finding_add_string(&f, "suggestion", "region");
    ck_assert_int_eq(report_add(report, &f), TRANSFER_OK);

    begin(&f, &rule_choice, place_of(text, "regional_autority"), "/partners/région/kind",
          "région");
    finding_add_string(&f, "field", "kind");
    finding_add_string(&f, "found", "regional_autority");
    finding_add_string(&f, "expected", "state, regional_authority");
    finding_add_string(&f, "suggestion", "regional_authority");
    ck_assert_int_eq(report_add(report, &f), TRANSFER_OK);

    begin(&f, &rule_comment_in_text, place_of(text, "平成"), "/agreements/pacte/title", "pacte");
    finding_add_string(&f, "found", "平成 Pacte \"Lorraine\"");
    finding_add_string(&f, "comment", "#3");
    finding_add_string(&f, "suggestion", "'平成 Pacte \"Lorraine\" #3'");
    ck_assert_int_eq(report_add(report, &f), TRANSFER_OK);

    begin(&f, &rule_amount_form, place_of(text, "30 000"), "/agreements/pacte/amount", "pacte");
    finding_add_string(&f, "field", "amount");
    finding_add_string(&f, "found", "30 000 000 €");
    finding_add_string(&f, "expected", "1250.50 EUR");
    finding_add_string(&f, "suggestion", "30000000 EUR");
    ck_assert_int_eq(report_add(report, &f), TRANSFER_OK);

    begin(&f, &rule_text_spaces, place_of(text, "|\n"), "/agreements/pacte/note", "pacte");
    finding_add_string(&f, "field", "note");
    ck_assert_int_eq(report_add(report, &f), TRANSFER_OK);

    begin(&f, &rule_duplicate_key, place_of(text, "title: Pacte"), "/agreements/pacte/title",
          "pacte");
    finding_add_string(&f, "key", "title");
    related = place_of(text, "title: 平成");
    finding_add_related(&f, &related, &first);
    ck_assert_int_eq(report_add(report, &f), TRANSFER_OK);

    begin(&f, &rule_reference_dangling, place_of(text, "etta"),
          "/agreements/pacte/funders/0/partner", "pacte");
    finding_add_string(&f, "field", "partner");
    finding_add_string(&f, "found", "etta");
    finding_add_string(&f, "type", "partners");
    finding_add_string(&f, "suggestion", "etat");
    ck_assert_int_eq(report_add(report, &f), TRANSFER_OK);

    /* Of the whole file; of a file with an odd name; of no file. */
    begin(&f, &rule_wrong_kind, whole, "", NULL);
    finding_add_phrase(&f, "expected", &first);
    finding_add_phrase(&f, "found", &first);
    ck_assert_int_eq(report_add(report, &f), TRANSFER_OK);
    begin(&f, &rule_unknown_key, odd, "/a~1b", NULL);
    finding_add_string(&f, "key", "\33[31m\n100%\r\xe2\x80\xae\xff");
    finding_add_string(&f, "found", "\33[31m\n100%\r\xe2\x80\xae\xff\"\\");
    finding_add_string(&f, "type", "partner");
    ck_assert_int_eq(report_add(report, &f), TRANSFER_OK);
    begin(&f, &rule_text_empty, nowhere, "/partners/cea/name", "cea");
    finding_add_string(&f, "field", "name");
    ck_assert_int_eq(report_add(report, &f), TRANSFER_OK);

    ck_assert_int_eq(report_end(report, &source, 1), TRANSFER_OK);
    ck_assert_uint_eq(transfer_report_count(report), 10);
    return report;
}

static const struct {
    const char *name;
    transfer_format format;
    transfer_language language;
    unsigned flags;
} goldens[] = {
    {"report-en.txt", TRANSFER_FORMAT_TEXT, TRANSFER_ENGLISH, 0},
    {"report-fr.txt", TRANSFER_FORMAT_TEXT, TRANSFER_FRENCH, 0},
    {"report-colour.txt", TRANSFER_FORMAT_TEXT, TRANSFER_ENGLISH, TRANSFER_RENDER_COLOUR},
    {"report-en.jsonl", TRANSFER_FORMAT_JSON, TRANSFER_ENGLISH, 0},
    {"report-fr.jsonl", TRANSFER_FORMAT_JSON, TRANSFER_FRENCH, 0},
    {"report-en.sarif", TRANSFER_FORMAT_SARIF, TRANSFER_ENGLISH, 0},
    {"report-fr.sarif", TRANSFER_FORMAT_SARIF, TRANSFER_FRENCH, 0},
    {"report-en.github", TRANSFER_FORMAT_GITHUB, TRANSFER_ENGLISH, 0},
    {"report-fr.github", TRANSFER_FORMAT_GITHUB, TRANSFER_FRENCH, 0},
};

/* The version of the library stands as VERSION in the stored outputs. */
static char *without_version(char *text)
{
    char own[64];
    char *at;
    struct buffer out;

    snprintf(own, sizeof own, "\"version\":\"%s\",\"language\"", transfer_version());
    at = strstr(text, own);
    if (!at)
        return text;
    buffer_init(&out);
    buffer_add(&out, text, (size_t)(at - text));
    buffer_add_string(&out, "\"version\":\"VERSION\",\"language\"");
    buffer_add_string(&out, at + strlen(own));
    free(text);
    return buffer_take(&out);
}

static char *render(const transfer_report *report, size_t golden)
{
    char *text = NULL;
    size_t size = 0;

    ck_assert_int_eq(transfer_report_render_memory(report, goldens[golden].format,
                                                   goldens[golden].language,
                                                   goldens[golden].flags, &text, &size),
                     TRANSFER_OK);
    ck_assert_uint_eq(strlen(text), size);
    return without_version(text);
}

/* Every format in every language is written byte for byte as it is stored. */
START_TEST(golden)
{
    size_t size, expected_size;
    char *text = read_data("lorraine.yaml", &size);
    char *expected = read_data(goldens[_i].name, &expected_size);
    transfer_report *report = make_report(text, size);
    char *rendered = render(report, (size_t)_i);

    ck_assert_str_eq(rendered, expected);
    free(rendered);
    free(expected);
    free(text);
    transfer_report_free(report);
}
END_TEST

/* Without the colours, coloured text is the plain text. */
START_TEST(colour)
{
    size_t size, from = 0, to = 0;
    char *text = read_data("lorraine.yaml", &size);
    transfer_report *report = make_report(text, size);
    char *plain = render(report, 0), *coloured = render(report, 2);

    ck_assert_uint_gt(strlen(coloured), strlen(plain));
    while (coloured[from]) {
        if (coloured[from] == '\33') {
            while (coloured[from] != 'm')
                from++;
            from++;
        } else {
            coloured[to++] = coloured[from++];
        }
    }
    coloured[to] = '\0';
    ck_assert_str_eq(coloured, plain);
    free(plain);
    free(coloured);
    free(text);
    transfer_report_free(report);
}
END_TEST

/* No rendering hands a control character or a reordering character of the data on. */
START_TEST(no_control_characters)
{
    size_t size;
    char *text = read_data("lorraine.yaml", &size);
    transfer_report *report = make_report(text, size);

    for (size_t golden_index = 0; golden_index < 9; golden_index++) {
        char *rendered = render(report, golden_index);

        if (goldens[golden_index].flags)
            ck_assert_ptr_null(strstr(rendered, "\33[31m"));
        for (char *c = rendered; *c && !goldens[golden_index].flags; c++)
            ck_assert_msg((unsigned char)*c >= 0x20 || *c == '\n' || *c == '\t', "control %d in %s",
                          *c, goldens[golden_index].name);
        ck_assert_ptr_null(strstr(rendered, "\xe2\x80\xae"));
        ck_assert_ptr_null(strchr(rendered, '\xff'));
        free(rendered);
    }
    free(text);
    transfer_report_free(report);
}
END_TEST

/* The line with marks that is rendered under an excerpt. */
static char *marks(const char *text, uint64_t line, uint64_t column, uint64_t end_line,
                   uint64_t end_column)
{
    struct report_source source = {.name = "f", .data = text, .size = strlen(text)};
    struct place place = {"f", line, column, end_line, end_column};
    transfer_report *report = transfer_report_new();
    struct finding finding;
    char *rendered = NULL, *gutter, *result;

    begin(&finding, &rule_merge_key, place, "", NULL);
    ck_assert_int_eq(report_begin(report, 10), TRANSFER_OK);
    ck_assert_int_eq(report_add(report, &finding), TRANSFER_OK);
    ck_assert_int_eq(report_end(report, &source, 1), TRANSFER_OK);
    ck_assert_int_eq(transfer_report_render_memory(report, TRANSFER_FORMAT_TEXT, TRANSFER_ENGLISH,
                                                   0, &rendered, NULL),
                     TRANSFER_OK);
    transfer_report_free(report);
    gutter = strstr(rendered, "\n      | ");
    ck_assert_msg(gutter != NULL, "no marks in: %s", rendered);
    gutter += strlen("\n      | ");
    gutter[strcspn(gutter, "\n")] = '\0';
    result = strdup(gutter);
    free(rendered);
    return result;
}

/* Marks stand under what they mean, whatever the width of the characters before and in it. */
START_TEST(mark_alignment)
{
    static const struct {
        const char *text;
        uint64_t column, end_line, end_column;
        const char *marks;
    } cases[] = {
        {"key: value", 6, 1, 11, "     ^~~~~"},
        {"key: value", 6, 0, 0, "     ^~~~~"},
        {"key: value", 1, 0, 0, "^~~"},
        {"é: v", 4, 1, 5, "   ^"},
        {"e\xcc\x81: v", 5, 1, 6, "   ^"},
        {"平: v", 4, 1, 5, "    ^"},
        {"a: 平成 x", 4, 1, 6, "   ^~~~"},
        {"\ta\tb", 4, 1, 5, "\t \t^"},
        {"abc", 4, 0, 0, "   ^"},
        {"abc", 2, 3, 1, " ^~"},
        {"a\a" "b: c", 5, 1, 6, "    ^"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *found = marks(cases[i].text, 1, cases[i].column, cases[i].end_line,
                            cases[i].end_column);

        ck_assert_msg(strcmp(found, cases[i].marks) == 0, "%s: '%s', not '%s'", cases[i].text,
                      found, cases[i].marks);
        free(found);
    }
}
END_TEST

/* In a line too long to show, the marks stand under the same character of the part shown. */
START_TEST(mark_in_long_line)
{
    char text[4096];
    char *found;

    for (size_t column = 1; column < 1500; column += 7) {
        size_t at = 0;

        for (size_t i = 1; i <= 1500; i++) {
            memcpy(text + at, i == column ? "@" : "é", i == column ? 1 : 2);
            at += i == column ? 1 : 2;
        }
        text[at] = '\0';
        found = marks(text, 1, column, 1, column + 1);
        ck_assert_uint_eq(strlen(found), (column > 61 ? 61 : column));
        ck_assert_int_eq(found[strlen(found) - 1], '^');
        free(found);
    }
}
END_TEST

/* A JSON string is what a JSON reader needs, and nothing that a terminal acts upon. */
START_TEST(json_strings)
{
    static const struct {
        const char *text, *json;
    } cases[] = {
        {"", "\"\""},
        {"a\"b\\c/", "\"a\\\"b\\\\c/\""},
        {"\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\""},
        {"\1\37\177", "\"\\u0001\\u001f\\u007f\""},
        {"é€𐍈", "\"é€𐍈\""},
        {"\xc2\x85\xe2\x80\xa8", "\"\\u0085\\u2028\""},
        {"\xff\xc3", "\"\xef\xbf\xbd\xef\xbf\xbd\""},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buffer out;
        struct json json = {.out = &out};
        char *text;

        buffer_init(&out);
        json_string(&json, cases[i].text);
        text = buffer_take(&out);
        ck_assert_str_eq(text, cases[i].json);
        free(text);
    }
}
END_TEST

static int refuse_third(void *user, const char *data, size_t size)
{
    int *calls = user;

    (void)data;
    (void)size;
    return ++*calls == 3;
}

/* A write function that refuses stops the rendering, and the status says so. */
START_TEST(write_refused)
{
    size_t size;
    char *text = read_data("lorraine.yaml", &size);
    transfer_report *report = make_report(text, size);

    for (int format = TRANSFER_FORMAT_TEXT; format <= TRANSFER_FORMAT_GITHUB; format++) {
        int calls = 0;

        ck_assert_int_eq(transfer_report_render(report, (transfer_format)format, TRANSFER_ENGLISH,
                                                0, refuse_third, &calls),
                         TRANSFER_IO);
        ck_assert_int_eq(calls, 3);
    }
    free(text);
    transfer_report_free(report);
}
END_TEST

/* Arguments that are not allowed are refused, and nothing is written. */
START_TEST(misuse)
{
    transfer_report *report = transfer_report_new();
    char *text = NULL;
    int calls = 0;

    ck_assert_int_eq(transfer_report_render(NULL, TRANSFER_FORMAT_TEXT, TRANSFER_ENGLISH, 0,
                                            refuse_third, &calls),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_report_render(report, TRANSFER_FORMAT_TEXT, TRANSFER_ENGLISH, 0, NULL,
                                            NULL),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_report_render(report, (transfer_format)9, TRANSFER_ENGLISH, 0,
                                            refuse_third, &calls),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_report_render(report, TRANSFER_FORMAT_TEXT, (transfer_language)2, 0,
                                            refuse_third, &calls),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_report_render(report, TRANSFER_FORMAT_TEXT, TRANSFER_ENGLISH, 2,
                                            refuse_third, &calls),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_report_render_memory(report, TRANSFER_FORMAT_TEXT, TRANSFER_ENGLISH,
                                                   0, NULL, NULL),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(calls, 0);

    ck_assert_int_eq(transfer_report_render_memory(report, TRANSFER_FORMAT_TEXT, TRANSFER_ENGLISH,
                                                   0, &text, NULL),
                     TRANSFER_OK);
    ck_assert_str_eq(text, "");
    transfer_text_free(text);
    transfer_report_free(report);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("render");
    TCase *tests = tcase_create("render");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_loop_test(tests, golden, 0, (int)(sizeof goldens / sizeof goldens[0]));
    tcase_add_test(tests, colour);
    tcase_add_test(tests, no_control_characters);
    tcase_add_test(tests, mark_alignment);
    tcase_add_test(tests, mark_in_long_line);
    tcase_add_test(tests, json_strings);
    tcase_add_test(tests, write_refused);
    tcase_add_test(tests, misuse);
    suite_add_tcase(suite, tests);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
