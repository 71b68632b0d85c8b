/* Saving: the canonical form, and files that are replaced whole or not at all.
 *
 * SPDX-License-Identifier: MIT
 */
#define _GNU_SOURCE
#include <check.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <transfer/transfer.h>
#include <unistd.h>

#include "emit-texts.h"

enum { PATH_SIZE = 4096, NOBODY = 65534 };

static const char small[] = "transfer: 1\npartners:\n  cea:\n    name: CEA\n";

/* ---- helpers ---- */

static char directory[PATH_SIZE];

static const char *in_directory(const char *name)
{
    static char paths[8][PATH_SIZE + 256];
    static int next;
    char *path = paths[next++ % 8];

    snprintf(path, sizeof paths[0], "%s/%s", directory, name);
    return path;
}

static void make_directory(void)
{
    const char *parent = getenv("TMPDIR");

    snprintf(directory, sizeof directory, "%s/transfer-save-XXXXXX", parent ? parent : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(directory));
}

static void remove_directory(void)
{
    DIR *stream = opendir(directory);
    struct dirent *entry;

    ck_assert_ptr_nonnull(stream);
    while ((entry = readdir(stream)))
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            ck_assert_int_eq(remove(in_directory(entry->d_name)), 0);
    closedir(stream);
    ck_assert_int_eq(rmdir(directory), 0);
}

/* How many files a directory holds. */
static int count_files(void)
{
    DIR *stream = opendir(directory);
    struct dirent *entry;
    int count = 0;

    ck_assert_ptr_nonnull(stream);
    while ((entry = readdir(stream)))
        count += entry->d_name[0] != '.' || strncmp(entry->d_name, ".transfer-", 10) == 0;
    closedir(stream);
    return count;
}

static void write_file(const char *path, const char *text)
{
    FILE *stream = fopen(path, "w");

    ck_assert_ptr_nonnull(stream);
    ck_assert_int_ge(fputs(text, stream), 0);
    ck_assert_int_eq(fclose(stream), 0);
}

/* The text of a file; the caller frees it. */
static char *read_file(const char *path)
{
    FILE *stream = fopen(path, "r");
    struct stat state;
    char *text;

    ck_assert_msg(stream != NULL, "%s", path);
    ck_assert_int_eq(fstat(fileno(stream), &state), 0);
    text = calloc(1, (size_t)state.st_size + 1);
    ck_assert_ptr_nonnull(text);
    ck_assert_uint_eq(fread(text, 1, (size_t)state.st_size, stream), (size_t)state.st_size);
    fclose(stream);
    return text;
}

static void check_file(const char *path, const char *expected)
{
    char *text = read_file(path);

    ck_assert_str_eq(text, expected);
    free(text);
}

static transfer_portfolio *new_portfolio(void)
{
    transfer_portfolio *portfolio = transfer_portfolio_new();

    ck_assert_ptr_nonnull(portfolio);
    return portfolio;
}

static transfer_portfolio *load_text(const char *text)
{
    transfer_portfolio *portfolio = new_portfolio();

    ck_assert_int_eq(
        transfer_portfolio_load_memory(portfolio, text, strlen(text), "text", NULL, 0, NULL),
        TRANSFER_OK);
    return portfolio;
}

static transfer_portfolio *load_file(const char *path)
{
    transfer_portfolio *portfolio = new_portfolio();

    ck_assert_int_eq(transfer_portfolio_load_file(portfolio, path, NULL, 0, NULL), TRANSFER_OK);
    return portfolio;
}

static char *save_text(const transfer_portfolio *portfolio, size_t source)
{
    char *text = NULL;
    size_t size = 0;

    ck_assert_int_eq(transfer_portfolio_save_memory(portfolio, source, 0, &text, &size),
                     TRANSFER_OK);
    ck_assert_uint_eq(size, strlen(text));
    return text;
}

static void check_saved(const transfer_portfolio *portfolio, const char *expected)
{
    char *text = save_text(portfolio, TRANSFER_ALL_FILES);

    ck_assert_str_eq(text, expected);
    transfer_text_free(text);
}

/* ---- two models say the same ---- */

static void check_equal_records(const transfer_record *a, const transfer_record *b);

static void check_equal_values(const transfer_record *a, const transfer_record *b, transfer_key key,
                               size_t index)
{
    char *first = NULL, *second = NULL;
    transfer_status status = transfer_record_format_value(a, key, index, &first);

    ck_assert_int_eq(transfer_record_format_value(b, key, index, &second), status);
    if (status == TRANSFER_OK)
        ck_assert_str_eq(first, second);
    transfer_text_free(first);
    transfer_text_free(second);
}

static void check_equal_fields(const transfer_record *a, const transfer_record *b, transfer_key key)
{
    size_t first = 1, second = 1;

    ck_assert_int_eq(transfer_record_has(a, key), transfer_record_has(b, key));
    if (!transfer_record_has(a, key))
        return;
    if (transfer_field_is_list(key)) {
        ck_assert_int_eq(transfer_record_count(a, key, &first),
                         transfer_record_count(b, key, &second));
        ck_assert_uint_eq(first, second);
    }
    for (size_t i = 0; i < first; i++) {
        transfer_record *c, *d;
        if (transfer_field_kind(key) == TRANSFER_KIND_RECORD &&
            transfer_record_record_at(a, key, i, &c) == TRANSFER_OK) {
            ck_assert_int_eq(transfer_record_record_at(b, key, i, &d), TRANSFER_OK);
            check_equal_records(c, d);
        } else {
            check_equal_values(a, b, key, i);
        }
    }
}

static void check_equal_records(const transfer_record *a, const transfer_record *b)
{
    transfer_type type = transfer_record_type(a);

    ck_assert_int_eq(type, transfer_record_type(b));
    for (size_t i = 0; i < transfer_type_field_count(type); i++)
        check_equal_fields(a, b, transfer_type_field_at(type, i));
    ck_assert_uint_eq(transfer_record_extra_count(a), transfer_record_extra_count(b));
    for (size_t i = 0; i < transfer_record_extra_count(a); i++) {
        const char *name[2], *yaml[2];
        ck_assert_int_eq(transfer_record_extra_at(a, i, &name[0], &yaml[0]), TRANSFER_OK);
        ck_assert_int_eq(transfer_record_extra_at(b, i, &name[1], &yaml[1]), TRANSFER_OK);
        ck_assert_str_eq(name[0], name[1]);
        ck_assert_str_eq(yaml[0], yaml[1]);
    }
}

static void check_equal(const transfer_portfolio *a, const transfer_portfolio *b)
{
    check_equal_records(transfer_portfolio_record(a), transfer_portfolio_record(b));
    for (size_t i = 0; i < transfer_type_count(); i++) {
        transfer_type type = transfer_type_at(i);
        if (!transfer_type_section(type) || type == TRANSFER_TYPE_PORTFOLIO)
            continue;
        ck_assert_uint_eq(transfer_portfolio_count(a, type), transfer_portfolio_count(b, type));
        for (size_t j = 0; j < transfer_portfolio_count(a, type); j++) {
            const transfer_record *first = transfer_portfolio_at(a, type, j);
            const transfer_record *second = transfer_portfolio_at(b, type, j);
            ck_assert_str_eq(transfer_record_id(first), transfer_record_id(second));
            check_equal_records(first, second);
        }
    }
}

/* What was saved is read as the same model, and saved again as the same bytes. */
static void check_fixed_point(const transfer_portfolio *portfolio)
{
    char *text = save_text(portfolio, TRANSFER_ALL_FILES);
    transfer_portfolio *again = load_text(text);

    check_equal(portfolio, again);
    check_saved(again, text);
    transfer_portfolio_free(again);
    transfer_text_free(text);
}

/* ---- the canonical form ---- */

static const char *const golden[] = {"empty", "order", "texts", "kept"};

/* Each file of tests/data/save is saved as its neighbour says, which is its own canonical form. */
START_TEST(test_golden)
{
    const char *data = getenv("TRANSFER_TEST_DATA");
    char in[PATH_SIZE], out[PATH_SIZE];
    transfer_portfolio *portfolio;
    char *expected;

    snprintf(in, sizeof in, "%s/save/%s.in.yaml", data ? data : "tests/data", golden[_i]);
    snprintf(out, sizeof out, "%s/save/%s.out.yaml", data ? data : "tests/data", golden[_i]);
    expected = read_file(out);
    portfolio = load_file(in);
    check_saved(portfolio, expected);
    check_fixed_point(portfolio);
    transfer_portfolio_free(portfolio);
    portfolio = load_file(out);
    check_saved(portfolio, expected);
    transfer_portfolio_free(portfolio);
    free(expected);
}
END_TEST

/* ---- random models ---- */

static const char *random_spelling(transfer_key key)
{
    static const char *const dates[] = {"2013",     "2013-12",     "2013-12-05",      "2013?",
                                        "2013-12~", "before 2013", "after 2013-12-05"};
    static const char *const periods[] = {"2014",    "2014/2016", "2014-01-01/2016-12-31",
                                          "2014/..", "../2016",   "2014~/2016?"};
    static const char *const amounts[] = {
        "30000000 EUR",           "1250.50 EUR",     "0 EUR", "about 5 JPY",
        "more than 20000000 EUR", "at most 0.01 EUR"};
    static const char *const quantities[] = {"100", "12.5", "about 100", "less than 0.50", "0"};
    static const char *const shares[] = {"50%", "33.3333%", "1/3", "equal", "rest", "0/1"};
    static const char *const decimals[] = {"49.1193", "-6", "0", "180.000"};
    static const char *const urls[] = {"https://www.cea.fr/a?b=c#d", "http://exemple.fr/: "};

    switch (transfer_field_kind(key)) {
    case TRANSFER_KIND_DATE:
        return dates[random_below(7)];
    case TRANSFER_KIND_PERIOD:
        return periods[random_below(6)];
    case TRANSFER_KIND_AMOUNT:
        return amounts[random_below(6)];
    case TRANSFER_KIND_MEASURE:
        return random_below(2) ? amounts[random_below(6)] : quantities[random_below(5)];
    case TRANSFER_KIND_QUANTITY:
        return quantities[random_below(5)];
    case TRANSFER_KIND_SHARE:
        return shares[random_below(6)];
    case TRANSFER_KIND_DECIMAL:
        return decimals[random_below(4)];
    case TRANSFER_KIND_BOOLEAN:
        return random_below(2) ? "true" : "false";
    case TRANSFER_KIND_URL:
        return urls[random_below(2)];
    default:
        return random_below(2) ? "FR" : "41";
    }
}

static void set_random_field(transfer_record *record, transfer_key key, int depth)
{
    static const char *const ids[] = {"cea", "no", "2014", "0x1f", "1e3", "a.b-c_d", "null"};
    static char text[TEXT_SIZE];
    int is_list = transfer_field_is_list(key);
    transfer_record *nested;
    int64_t minimum, maximum;

    switch (transfer_field_kind(key)) {
    case TRANSFER_KIND_TEXT:
        text[random_text(text)] = '\0';
        /* What has control characters is refused, and the field stays unset. */
        (void)(is_list ? transfer_record_add_text(record, key, text)
                       : transfer_record_set_text(record, key, text));
        break;
    case TRANSFER_KIND_REFERENCE:
        ck_assert_int_eq(is_list
                             ? transfer_record_add_reference_id(record, key, ids[random_below(7)])
                             : transfer_record_set_reference_id(record, key, ids[random_below(7)]),
                         TRANSFER_OK);
        break;
    case TRANSFER_KIND_RECORD:
        ck_assert_int_eq(transfer_record_add_record(record, key, &nested), TRANSFER_OK);
        for (size_t i = 0; i < transfer_type_field_count(transfer_record_type(nested)); i++)
            if (random_below(3) && depth < 4)
                set_random_field(nested, transfer_type_field_at(transfer_record_type(nested), i),
                                 depth + 1);
        break;
    case TRANSFER_KIND_CHOICE:
        ck_assert_int_eq(transfer_record_set_choice(
                             record, key,
                             transfer_field_choice_at(
                                 key, random_below((unsigned)transfer_field_choice_count(key)))),
                         TRANSFER_OK);
        break;
    case TRANSFER_KIND_INTEGER:
        ck_assert_int_eq(transfer_field_range(key, &minimum, &maximum), TRANSFER_OK);
        ck_assert_int_eq(
            transfer_record_set_integer(record, key, random_below(2) ? minimum : maximum),
            TRANSFER_OK);
        break;
    default:
        if (is_list)
            (void)transfer_record_add_text(record, key, random_spelling(key));
        else
            (void)transfer_record_parse_value(record, key, random_spelling(key));
        break;
    }
}

static void fill_randomly(transfer_record *record)
{
    transfer_type type = transfer_record_type(record);

    for (size_t i = 0; i < transfer_type_field_count(type); i++)
        for (unsigned j = random_below(3); j > 0; j--)
            set_random_field(record, transfer_type_field_at(type, i), 0);
    if (random_below(3) == 0)
        ck_assert_int_eq(
            transfer_record_set_extra(record, "x_own", "[1, '1', {a: ~, b: \"c\\n\"}]"),
            TRANSFER_OK);
}

static transfer_portfolio *random_portfolio(unsigned records)
{
    transfer_portfolio *portfolio = new_portfolio();

    if (random_below(2))
        fill_randomly(transfer_portfolio_record(portfolio));
    for (unsigned i = 0; i < records; i++) {
        transfer_type type = transfer_type_at(1 + random_below(6));
        transfer_record *record;
        char id[16];

        snprintf(id, sizeof id, "%s%u", random_below(2) ? "r" : "", i);
        ck_assert_int_eq(transfer_portfolio_add(portfolio, type, id, &record), TRANSFER_OK);
        fill_randomly(record);
    }
    return portfolio;
}

/* Every random model is read again as the same model, and saved again as the same bytes. */
START_TEST(test_random_models)
{
    for (int i = 0; i < 150; i++) {
        transfer_portfolio *portfolio = random_portfolio(random_below(12));

        check_fixed_point(portfolio);
        transfer_portfolio_free(portfolio);
    }
}
END_TEST

/* A text that ends in a newline keeps it, although reading removes one. */
START_TEST(test_final_newline)
{
    static const char *const texts[] = {"a\n", "a\nb\n", "a\n\n", "\n"};

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        transfer_portfolio *portfolio = new_portfolio();

        ck_assert_int_eq(transfer_record_set_text(transfer_portfolio_record(portfolio),
                                                  TRANSFER_PORTFOLIO_NOTE, texts[i]),
                         TRANSFER_OK);
        check_fixed_point(portfolio);
        transfer_portfolio_free(portfolio);
    }
}
END_TEST

/* A list that was emptied leaves no trace, not even an empty portfolio's record. */
START_TEST(test_emptied_list)
{
    transfer_portfolio *portfolio = new_portfolio();
    transfer_record *self = transfer_portfolio_record(portfolio), *indicator;

    ck_assert_int_eq(transfer_record_add_record(self, TRANSFER_PORTFOLIO_INDICATORS, &indicator),
                     TRANSFER_OK);
    ck_assert_int_eq(transfer_record_remove(indicator), TRANSFER_OK);
    check_saved(portfolio, "transfer: 1\n");
    transfer_portfolio_free(portfolio);
}
END_TEST

/* A record that was not a mapping is written as one as soon as a field is set. */
START_TEST(test_odd_record_mended)
{
    transfer_portfolio *portfolio = load_text("transfer: 1\npartners: {cea: a text}\n");
    transfer_record *cea = transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "cea");

    check_saved(portfolio, "transfer: 1\npartners:\n  cea: a text\n");
    ck_assert_int_eq(transfer_record_set_text(cea, TRANSFER_PARTNER_NAME, "CEA"), TRANSFER_OK);
    check_saved(portfolio, small);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* A merge key is still one when it was saved, so that it is reported again. */
START_TEST(test_merge_key)
{
    static const char merge[] = "transfer: 1\npartners:\n  cea:\n    <<:\n      name: CEA\n";
    transfer_portfolio *portfolio = new_portfolio();
    transfer_report *report = transfer_report_new();

    ck_assert_ptr_nonnull(report);
    ck_assert_int_eq(
        transfer_portfolio_load_memory(portfolio, merge, strlen(merge), "merge", NULL, 0, report),
        TRANSFER_OK);
    ck_assert_str_eq(transfer_diagnostic_rule(transfer_report_at(report, 0)), "merge-key");
    ck_assert_str_eq(transfer_diagnostic_pointer(transfer_report_at(report, 0)),
                     "/partners/cea/<<");
    check_saved(portfolio, merge);
    transfer_report_free(report);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* ---- several sources ---- */

/* Each file is saved alone with its own records, and all together in the order of sections. */
START_TEST(test_sources)
{
    static const char first[] =
        "transfer: 1\nportfolio:\n  title: A\npartners:\n  a:\n    name: A\n"
        "x_one: 1\n";
    static const char second[] =
        "transfer: 1\nportfolio:\n  title: B\npartners:\n  b:\n    name: B\nprogrammes:\n"
        "  p:\n    name: P\nx_two: 2\nx_one: 3\n";
    transfer_portfolio *portfolio = load_text(first);
    char *text;

    ck_assert_int_eq(
        transfer_portfolio_load_memory(portfolio, second, strlen(second), "b", NULL, 0, NULL),
        TRANSFER_OK);
    text = save_text(portfolio, 0);
    ck_assert_str_eq(text, first);
    transfer_text_free(text);
    text = save_text(portfolio, 1);
    ck_assert_str_eq(text, second);
    transfer_text_free(text);
    check_saved(portfolio, "transfer: 1\nportfolio:\n  title: A\npartners:\n  a:\n    name: A\n"
                           "  b:\n    name: B\nprogrammes:\n  p:\n    name: P\n"
                           "x_one: 1\nx_two: 2\n");
    ck_assert_int_eq(transfer_record_set_file(
                         transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "a"), 1),
                     TRANSFER_OK);
    text = save_text(portfolio, 0);
    ck_assert_str_eq(text, "transfer: 1\nportfolio:\n  title: A\nx_one: 1\n");
    transfer_text_free(text);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* Every file of a directory is saved back to itself; a file that cannot be read whole stops it. */
START_TEST(test_save_directory)
{
    transfer_portfolio *portfolio;

    make_directory();
    write_file(in_directory("a.yaml"), "{transfer: 1, partners: {a: {name: A}}}\n");
    write_file(in_directory("b.yaml"), "{transfer: 1, partners: {b: {name: B}}}\n");
    portfolio = load_file(directory);
    ck_assert_int_eq(transfer_portfolio_save(portfolio, 0), TRANSFER_OK);
    check_file(in_directory("a.yaml"), "transfer: 1\npartners:\n  a:\n    name: A\n");
    check_file(in_directory("b.yaml"), "transfer: 1\npartners:\n  b:\n    name: B\n");
    ck_assert_int_eq(
        transfer_record_set_text(transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "b"),
                                 TRANSFER_PARTNER_NAME, "C"),
        TRANSFER_OK);
    ck_assert_int_eq(transfer_portfolio_save(portfolio, 0), TRANSFER_OK);
    check_file(in_directory("b.yaml"), "transfer: 1\npartners:\n  b:\n    name: C\n");
    transfer_portfolio_free(portfolio);

    write_file(in_directory("b.yaml"), "{transfer: 1, partners: &a {b: {name: B}}}\n");
    portfolio = load_file(directory);
    ck_assert_int_eq(transfer_portfolio_save(portfolio, 0), TRANSFER_SYNTAX);
    check_file(in_directory("b.yaml"), "{transfer: 1, partners: &a {b: {name: B}}}\n");
    transfer_portfolio_free(portfolio);
    ck_assert_int_eq(count_files(), 2);
    remove_directory();
}
END_TEST

/* ---- what is refused ---- */

static int take_nothing(void *user, const char *data, size_t size)
{
    (void)user;
    (void)data;
    (void)size;
    return 1;
}

/* Wrong arguments are refused, and nothing is written. */
START_TEST(test_misuse)
{
    transfer_portfolio *portfolio = load_text(small);
    char *text = NULL;

    make_directory();
    ck_assert_int_eq(transfer_portfolio_save(NULL, 0), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_portfolio_save(portfolio, 4), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_portfolio_save(portfolio, 0), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_portfolio_save_file(NULL, 0, "a", 0), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_portfolio_save_file(portfolio, 0, NULL, 0), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_portfolio_save_file(portfolio, 0, in_directory("a"), 0x80),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_portfolio_save_file(portfolio, 1, in_directory("a"), 0),
                     TRANSFER_NOT_FOUND);
    ck_assert_int_eq(transfer_portfolio_save_memory(portfolio, 1, 0, &text, NULL),
                     TRANSFER_NOT_FOUND);
    ck_assert_int_eq(transfer_portfolio_save_memory(portfolio, 0, 0, NULL, NULL), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_portfolio_save_callback(portfolio, 0, 0, NULL, NULL),
                     TRANSFER_MISUSE);
    ck_assert_ptr_null(text);
    ck_assert_int_eq(count_files(), 0);
    remove_directory();
    transfer_portfolio_free(portfolio);
    portfolio = new_portfolio();
    ck_assert_int_eq(transfer_portfolio_save(portfolio, 0), TRANSFER_MISUSE);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* A text that was not read whole is saved nowhere. */
START_TEST(test_not_whole)
{
    transfer_portfolio *portfolio = new_portfolio();
    static const char cut[] = "transfer: 1\npartners: {cea: [\n";
    char *text = NULL;

    ck_assert_int_eq(
        transfer_portfolio_load_memory(portfolio, cut, strlen(cut), "cut", NULL, 0, NULL),
        TRANSFER_SYNTAX);
    make_directory();
    ck_assert_int_eq(transfer_portfolio_save_memory(portfolio, 0, 0, &text, NULL), TRANSFER_SYNTAX);
    ck_assert_int_eq(
        transfer_portfolio_save_callback(portfolio, TRANSFER_ALL_FILES, 0, take_nothing, NULL),
        TRANSFER_SYNTAX);
    ck_assert_int_eq(transfer_portfolio_save_file(portfolio, 0, in_directory("a.yaml"), 3),
                     TRANSFER_SYNTAX);
    ck_assert_int_eq(count_files(), 0);
    remove_directory();
    transfer_portfolio_free(portfolio);
}
END_TEST

/* A file with comments is replaced only when they may be dropped; elsewhere it may be saved. */
START_TEST(test_comments)
{
    static const char commented[] = "# mine\n{transfer: 1, partners: {cea: {name: CEA}}}\n";
    transfer_portfolio *portfolio;
    const char *path, *other;

    make_directory();
    path = in_directory("a.yaml");
    other = in_directory("other.yaml");
    write_file(path, commented);
    portfolio = load_file(path);
    ck_assert_int_eq(transfer_portfolio_file_has_comments(portfolio, 0), 1);
    ck_assert_int_eq(transfer_portfolio_save(portfolio, 0), TRANSFER_COMMENTS);
    ck_assert_int_eq(transfer_portfolio_save_file(portfolio, 0, path, 0), TRANSFER_COMMENTS);
    ck_assert_int_eq(transfer_portfolio_save_file(portfolio, TRANSFER_ALL_FILES, path, 0),
                     TRANSFER_COMMENTS);
    ck_assert_int_eq(link(path, other), 0);
    ck_assert_int_eq(transfer_portfolio_save_file(portfolio, 0, other, 0), TRANSFER_COMMENTS);
    ck_assert_int_eq(unlink(other), 0);
    check_file(path, commented);
    ck_assert_int_eq(transfer_portfolio_save_file(portfolio, 0, other, 0), TRANSFER_OK);
    check_file(other, small);
    check_file(path, commented);
    ck_assert_int_eq(transfer_portfolio_save(portfolio, TRANSFER_SAVE_DROP_COMMENTS), TRANSFER_OK);
    check_file(path, small);
    /* Now there are none. */
    ck_assert_int_eq(transfer_portfolio_file_has_comments(portfolio, 0), 0);
    ck_assert_int_eq(transfer_portfolio_save(portfolio, 0), TRANSFER_OK);
    transfer_portfolio_free(portfolio);
    remove_directory();
}
END_TEST

/* A file that another program changed, or removed, is replaced only when that is allowed. */
START_TEST(test_changed)
{
    transfer_portfolio *portfolio;
    const char *path;

    make_directory();
    path = in_directory("a.yaml");
    write_file(path, small);
    portfolio = load_file(path);
    ck_assert_int_eq(transfer_portfolio_save(portfolio, 0), TRANSFER_OK);
    ck_assert_int_eq(transfer_portfolio_save(portfolio, 0), TRANSFER_OK);
    write_file(path, "transfer: 1\n# another's\n");
    ck_assert_int_eq(transfer_portfolio_save(portfolio, 0), TRANSFER_CHANGED);
    ck_assert_int_eq(transfer_portfolio_save_file(portfolio, TRANSFER_ALL_FILES, path, 0),
                     TRANSFER_CHANGED);
    check_file(path, "transfer: 1\n# another's\n");
    ck_assert_int_eq(transfer_portfolio_save(portfolio, TRANSFER_SAVE_OVERWRITE), TRANSFER_OK);
    check_file(path, small);
    ck_assert_int_eq(transfer_portfolio_save(portfolio, 0), TRANSFER_OK);
    ck_assert_int_eq(unlink(path), 0);
    ck_assert_int_eq(transfer_portfolio_save(portfolio, 0), TRANSFER_CHANGED);
    ck_assert_int_eq(count_files(), 0);
    ck_assert_int_eq(transfer_portfolio_save(portfolio, TRANSFER_SAVE_OVERWRITE), TRANSFER_OK);
    check_file(path, small);
    /* Another file than the one loaded is replaced. */
    write_file(in_directory("b.yaml"), "something else\n");
    ck_assert_int_eq(transfer_portfolio_save_file(portfolio, 0, in_directory("b.yaml"), 0),
                     TRANSFER_OK);
    check_file(in_directory("b.yaml"), small);
    ck_assert_int_eq(count_files(), 2);
    transfer_portfolio_free(portfolio);
    remove_directory();
}
END_TEST

/* ---- replacing files ---- */

/* The mode of a file stays; a new file gets that of the process. */
START_TEST(test_mode)
{
    static const mode_t modes[] = {0600, 0640, 0664, 0755};
    transfer_portfolio *portfolio = load_text(small);
    const char *path;
    struct stat state;
    mode_t mask = umask(027);

    make_directory();
    path = in_directory("new.yaml");
    ck_assert_int_eq(transfer_portfolio_save_file(portfolio, 0, path, 0), TRANSFER_OK);
    ck_assert_int_eq(stat(path, &state), 0);
    ck_assert_uint_eq(state.st_mode & 07777, 0640);
    for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++) {
        ck_assert_int_eq(chmod(path, modes[i]), 0);
        ck_assert_int_eq(transfer_portfolio_save_file(portfolio, 0, path, 0), TRANSFER_OK);
        ck_assert_int_eq(stat(path, &state), 0);
        ck_assert_uint_eq(state.st_mode & 07777, modes[i]);
    }
    umask(mask);
    ck_assert_int_eq(count_files(), 1);
    remove_directory();
    transfer_portfolio_free(portfolio);
}
END_TEST

/* A symbolic link stays, and the file in the end is replaced, or made. */
START_TEST(test_links)
{
    transfer_portfolio *portfolio = load_text(small);
    struct stat state;

    make_directory();
    ck_assert_int_eq(mkdir(in_directory("sub"), 0700), 0);
    write_file(in_directory("sub/file"), "old\n");
    ck_assert_int_eq(symlink("file", in_directory("sub/first")), 0);
    ck_assert_int_eq(symlink("sub/first", in_directory("second")), 0);
    ck_assert_int_eq(symlink(in_directory("sub/new"), in_directory("dangling")), 0);
    ck_assert_int_eq(symlink("loop", in_directory("loop")), 0);
    ck_assert_int_eq(transfer_portfolio_save_file(portfolio, 0, in_directory("second"), 0),
                     TRANSFER_OK);
    check_file(in_directory("sub/file"), small);
    ck_assert_int_eq(lstat(in_directory("second"), &state), 0);
    ck_assert(S_ISLNK(state.st_mode));
    ck_assert_int_eq(lstat(in_directory("sub/first"), &state), 0);
    ck_assert(S_ISLNK(state.st_mode));
    ck_assert_int_eq(transfer_portfolio_save_file(portfolio, 0, in_directory("dangling"), 0),
                     TRANSFER_OK);
    check_file(in_directory("sub/new"), small);
    errno = 0;
    ck_assert_int_eq(transfer_portfolio_save_file(portfolio, 0, in_directory("loop"), 0),
                     TRANSFER_IO);
    ck_assert_int_eq(errno, ELOOP);
    ck_assert_int_eq(count_files(), 4);
    ck_assert_int_eq(remove(in_directory("sub/file")), 0);
    ck_assert_int_eq(remove(in_directory("sub/first")), 0);
    ck_assert_int_eq(remove(in_directory("sub/new")), 0);
    remove_directory();
    transfer_portfolio_free(portfolio);
}
END_TEST

/* What is no regular file is not replaced. */
START_TEST(test_no_file)
{
    transfer_portfolio *portfolio = load_text(small);

    make_directory();
    ck_assert_int_eq(mkfifo(in_directory("fifo"), 0600), 0);
    errno = 0;
    ck_assert_int_eq(transfer_portfolio_save_file(portfolio, 0, in_directory("fifo"), 0),
                     TRANSFER_IO);
    ck_assert_int_eq(errno, EINVAL);
    ck_assert_int_eq(transfer_portfolio_save_file(portfolio, 0, directory, 0), TRANSFER_IO);
    ck_assert_int_eq(errno, EISDIR);
    ck_assert_int_eq(transfer_portfolio_save_file(portfolio, 0, in_directory("no/file"), 0),
                     TRANSFER_IO);
    ck_assert_int_eq(errno, ENOENT);
    ck_assert_int_eq(transfer_portfolio_save_file(portfolio, 0, "", 0), TRANSFER_IO);
    ck_assert_int_eq(errno, ENOENT);
    ck_assert_int_eq(transfer_portfolio_save_file(portfolio, 0, in_directory("fifo/file"), 0),
                     TRANSFER_IO);
    ck_assert_int_eq(errno, ENOTDIR);
    ck_assert_int_eq(count_files(), 1);
    remove_directory();
    transfer_portfolio_free(portfolio);
}
END_TEST

/* Runs a function in a process of its own and returns what it returns. */
static int in_child(int (*function)(const transfer_portfolio *),
                    const transfer_portfolio *portfolio)
{
    int state;
    pid_t child = fork();

    ck_assert_int_ge(child, 0);
    if (child == 0)
        _exit(function(portfolio));
    ck_assert_int_eq(waitpid(child, &state, 0), child);
    ck_assert(WIFEXITED(state));
    return WEXITSTATUS(state);
}

static int save_as_nobody(const transfer_portfolio *portfolio)
{
    if (geteuid() == 0 && (setegid(NOBODY) != 0 || seteuid(NOBODY) != 0))
        return 100;
    if (transfer_portfolio_save_file(portfolio, 0, in_directory("a.yaml"), 0) != TRANSFER_IO)
        return 101;
    return errno == EACCES ? 0 : 102;
}

/* In a directory, or over a file, that may not be written to, saving fails and changes nothing. */
START_TEST(test_no_permission)
{
    transfer_portfolio *portfolio = load_text(small);

    make_directory();
    write_file(in_directory("a.yaml"), "old\n");
    ck_assert_int_eq(chmod(in_directory("a.yaml"), 0666), 0);
    ck_assert_int_eq(chmod(directory, 0555), 0);
    ck_assert_int_eq(in_child(save_as_nobody, portfolio), 0);
    ck_assert_int_eq(chmod(directory, 0777), 0);
    ck_assert_int_eq(chmod(in_directory("a.yaml"), 0444), 0);
    ck_assert_int_eq(in_child(save_as_nobody, portfolio), 0);
    check_file(in_directory("a.yaml"), "old\n");
    ck_assert_int_eq(count_files(), 1);
    remove_directory();
    transfer_portfolio_free(portfolio);
}
END_TEST

static int save_over_as_nobody(const transfer_portfolio *portfolio)
{
    if (setgroups(0, NULL) != 0 || setgid(NOBODY) != 0 || setuid(NOBODY) != 0)
        return 100;
    return transfer_portfolio_save_file(portfolio, 0, in_directory("a.yaml"), 0) ? 101 : 0;
}

/* Where the group of a file cannot be kept, the other group may do no more than all others may. */
START_TEST(test_other_group)
{
    static const struct {
        mode_t before, after;
    } modes[] = {{0660, 0600}, {0664, 0644}, {0670, 0600}, {0606, 0606},
                 {0666, 0666}, {0640, 0600}};
    transfer_portfolio *portfolio = load_text(small);
    struct stat state;

    /* Only root can make a file of a group that is not its maker's. */
    for (size_t i = 0; geteuid() == 0 && i < sizeof modes / sizeof modes[0]; i++) {
        make_directory();
        ck_assert_int_eq(chmod(directory, 0777), 0);
        write_file(in_directory("a.yaml"), "old\n");
        ck_assert_int_eq(chown(in_directory("a.yaml"), NOBODY, 0), 0);
        ck_assert_int_eq(chmod(in_directory("a.yaml"), modes[i].before), 0);
        ck_assert_int_eq(in_child(save_over_as_nobody, portfolio), 0);
        ck_assert_int_eq(stat(in_directory("a.yaml"), &state), 0);
        ck_assert_uint_eq(state.st_gid, NOBODY);
        ck_assert_uint_eq(state.st_mode & 07777, modes[i].after);
        remove_directory();
    }
    transfer_portfolio_free(portfolio);
}
END_TEST

static transfer_portfolio *large_portfolio(const char *name, unsigned records)
{
    transfer_portfolio *portfolio = new_portfolio();

    for (unsigned i = 0; i < records; i++) {
        transfer_record *record;
        char id[16];

        snprintf(id, sizeof id, "p%u", i);
        ck_assert_int_eq(transfer_portfolio_add(portfolio, TRANSFER_TYPE_PARTNER, id, &record),
                         TRANSFER_OK);
        ck_assert_int_eq(transfer_record_set_text(record, TRANSFER_PARTNER_NAME, name),
                         TRANSFER_OK);
    }
    return portfolio;
}

static int save_on_full_disk(const transfer_portfolio *portfolio)
{
    struct rlimit limit = {100000, 100000};

    signal(SIGXFSZ, SIG_IGN);
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 100;
    if (transfer_portfolio_save_file(portfolio, 0, in_directory("a.yaml"), 0) != TRANSFER_IO)
        return 101;
    return errno == EFBIG ? 0 : 102;
}

/* When the disk is full the old file stays whole, and nothing is left beside it. */
START_TEST(test_full_disk)
{
    transfer_portfolio *portfolio = large_portfolio("Commissariat", 10000);

    make_directory();
    write_file(in_directory("a.yaml"), "old\n");
    ck_assert_int_eq(in_child(save_on_full_disk, portfolio), 0);
    check_file(in_directory("a.yaml"), "old\n");
    ck_assert_int_eq(count_files(), 1);
    remove_directory();
    transfer_portfolio_free(portfolio);
}
END_TEST

static void save_for_ever(const transfer_portfolio *first, const transfer_portfolio *second)
{
    for (;;) {
        if (transfer_portfolio_save_file(first, 0, in_directory("a.yaml"), 0) != TRANSFER_OK ||
            transfer_portfolio_save_file(second, 0, in_directory("a.yaml"), 0) != TRANSFER_OK)
            _exit(1);
    }
}

static int64_t now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* Killed at any moment, a process that saves leaves one text or the other, whole. */
START_TEST(test_killed)
{
    transfer_portfolio *first = large_portfolio("first", 3000);
    transfer_portfolio *second = large_portfolio("second", 2500);
    char *texts[2] = {save_text(first, 0), save_text(second, 0)};
    int seen[2] = {0, 0};
    int64_t duration;

    make_directory();
    duration = now();
    ck_assert_int_eq(transfer_portfolio_save_file(second, 0, in_directory("a.yaml"), 0),
                     TRANSFER_OK);
    ck_assert_int_eq(transfer_portfolio_save_file(first, 0, in_directory("a.yaml"), 0),
                     TRANSFER_OK);
    duration = now() - duration;
    for (int i = 0; i < 40 || (!(seen[0] && seen[1]) && i < 1000); i++) {
        /* Within the first saves. */
        int64_t wait = duration / 1000 * random_below(4000);
        struct timespec pause = {wait / 1000000000, wait % 1000000000};
        pid_t child = fork();
        char *text;
        int state;

        ck_assert_int_ge(child, 0);
        if (child == 0)
            save_for_ever(first, second);
        nanosleep(&pause, NULL);
        ck_assert_int_eq(kill(child, SIGKILL), 0);
        ck_assert_int_eq(waitpid(child, &state, 0), child);
        ck_assert(WIFSIGNALED(state));
        text = read_file(in_directory("a.yaml"));
        ck_assert(strcmp(text, texts[0]) == 0 || strcmp(text, texts[1]) == 0);
        seen[strcmp(text, texts[1]) == 0] = 1;
        free(text);
    }
    ck_assert(seen[0] && seen[1]);
    remove_directory();
    transfer_text_free(texts[0]);
    transfer_text_free(texts[1]);
    transfer_portfolio_free(first);
    transfer_portfolio_free(second);
}
END_TEST

/* ---- callbacks ---- */

struct pieces {
    char *text;
    size_t length, count, largest, limit;
};

static int take_piece(void *user, const char *data, size_t size)
{
    struct pieces *pieces = user;
    char *text;

    if (pieces->count == pieces->limit)
        return -1;
    text = realloc(pieces->text, pieces->length + size);
    ck_assert_ptr_nonnull(text);
    memcpy(text + pieces->length, data, size);
    pieces->text = text;
    pieces->length += size;
    pieces->count++;
    if (size > pieces->largest)
        pieces->largest = size;
    return 0;
}

/* A callback gets the same text, in pieces, so that the whole is never in memory. */
START_TEST(test_callback)
{
    transfer_portfolio *portfolio = large_portfolio("Commissariat", 20000);
    char *text = save_text(portfolio, 0);
    struct pieces pieces = {.limit = SIZE_MAX};

    ck_assert_int_eq(transfer_portfolio_save_callback(portfolio, 0, 0, take_piece, &pieces),
                     TRANSFER_OK);
    ck_assert_uint_eq(pieces.length, strlen(text));
    ck_assert_int_eq(memcmp(pieces.text, text, pieces.length), 0);
    ck_assert_uint_gt(pieces.count, 5);
    ck_assert_uint_lt(pieces.largest, 100000);
    free(pieces.text);
    transfer_text_free(text);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* A callback that refuses a piece stops the saving and is not called again. */
START_TEST(test_callback_fails)
{
    transfer_portfolio *portfolio = large_portfolio("Commissariat", 20000);

    for (size_t limit = 0; limit < 3; limit++) {
        struct pieces pieces = {.limit = limit};
        ck_assert_int_eq(transfer_portfolio_save_callback(portfolio, 0, 0, take_piece, &pieces),
                         TRANSFER_IO);
        ck_assert_uint_eq(pieces.count, limit);
        free(pieces.text);
    }
    transfer_portfolio_free(portfolio);
}
END_TEST

/* ---- threads ---- */

struct saving {
    const transfer_portfolio *portfolio;
    const char *expected;
    char path[PATH_SIZE + 64];
    int failures;
};

static void *save_repeatedly(void *user)
{
    struct saving *saving = user;

    for (int i = 0; i < 20; i++) {
        char *text = NULL;
        saving->failures +=
            transfer_portfolio_save_file(saving->portfolio, 0, saving->path, 0) != TRANSFER_OK;
        if (transfer_portfolio_save_memory(saving->portfolio, TRANSFER_ALL_FILES, 0, &text,
                                           NULL) != TRANSFER_OK ||
            strcmp(text, saving->expected) != 0)
            saving->failures++;
        transfer_text_free(text);
    }
    return NULL;
}

/* Several threads may save one portfolio at once. */
START_TEST(test_threads)
{
    enum { THREADS = 4 };
    static struct saving savings[THREADS];
    transfer_portfolio *portfolio;
    pthread_t threads[THREADS];
    char *expected;

    make_directory();
    write_file(in_directory("own.yaml"), small);
    portfolio = load_file(in_directory("own.yaml"));
    expected = save_text(portfolio, 0);
    for (int i = 0; i < THREADS; i++) {
        savings[i].portfolio = portfolio;
        savings[i].expected = expected;
        /* One of them saves to the file that was loaded. */
        if (i == 0)
            snprintf(savings[i].path, sizeof savings[i].path, "%s", in_directory("own.yaml"));
        else
            snprintf(savings[i].path, sizeof savings[i].path, "%s/%d.yaml", directory, i);
        ck_assert_int_eq(pthread_create(&threads[i], NULL, save_repeatedly, &savings[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        ck_assert_int_eq(pthread_join(threads[i], NULL), 0);
        ck_assert_int_eq(savings[i].failures, 0);
        check_file(savings[i].path, expected);
    }
    ck_assert_int_eq(count_files(), THREADS);
    transfer_text_free(expected);
    transfer_portfolio_free(portfolio);
    remove_directory();
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("save");
    TCase *tcase = tcase_create("save");
    SRunner *runner;
    int failed;

    tcase_set_timeout(tcase, 300);
    tcase_add_loop_test(tcase, test_golden, 0, sizeof golden / sizeof golden[0]);
    tcase_add_test(tcase, test_random_models);
    tcase_add_test(tcase, test_final_newline);
    tcase_add_test(tcase, test_emptied_list);
    tcase_add_test(tcase, test_odd_record_mended);
    tcase_add_test(tcase, test_merge_key);
    tcase_add_test(tcase, test_sources);
    tcase_add_test(tcase, test_save_directory);
    tcase_add_test(tcase, test_misuse);
    tcase_add_test(tcase, test_not_whole);
    tcase_add_test(tcase, test_comments);
    tcase_add_test(tcase, test_changed);
    tcase_add_test(tcase, test_mode);
    tcase_add_test(tcase, test_links);
    tcase_add_test(tcase, test_no_file);
    tcase_add_test(tcase, test_no_permission);
    tcase_add_test(tcase, test_other_group);
    tcase_add_test(tcase, test_full_disk);
    tcase_add_test(tcase, test_killed);
    tcase_add_test(tcase, test_callback);
    tcase_add_test(tcase, test_callback_fails);
    tcase_add_test(tcase, test_threads);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
