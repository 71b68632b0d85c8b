/* Loading and saving: what is saved says the same, and is saved the same again.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <transfer/transfer.h>

#include "files.h"
#include "same-model.h"

static struct files files;

/* Every file that is valid: those of the tests, of the rules that pass, and the examples. */
static void list_files(void)
{
    const char *source = getenv("TRANSFER_TEST_SOURCE");
    struct files found = {0};
    char path[PATH_SIZE];

    data_path("valid", path);
    files_add(&found, path, 0);
    data_path("rules", path);
    files_add(&found, path, 0);
    snprintf(path, sizeof path, "%s/examples/data", source ? source : ".");
    files_add(&found, path, 0);
    for (size_t i = 0; i < found.count; i++) {
        const char *name = file_name(found.paths[i]);
        const char *suffix = strrchr(name, '.');
        int is_portfolio = !suffix || strcmp(suffix, ".yaml") == 0 || strcmp(suffix, ".json") == 0;

        if (!is_portfolio || strstr(name, "-fail-") || strcmp(name, "broken.yaml") == 0)
            continue;
        files_add_path(&files, found.paths[i]);
    }
    files_free(&found);
}

/* A portfolio and what was found in it. */
struct loaded {
    transfer_portfolio *portfolio;
    transfer_report *report;
};

static void loaded_begin(struct loaded *loaded)
{
    loaded->portfolio = transfer_portfolio_new();
    loaded->report = transfer_report_new();
    ck_assert(loaded->portfolio && loaded->report);
}

static void loaded_free(struct loaded *loaded)
{
    transfer_portfolio_free(loaded->portfolio);
    transfer_report_free(loaded->report);
}

static void load_path(struct loaded *loaded, const char *path)
{
    loaded_begin(loaded);
    ck_assert_int_eq(transfer_portfolio_load_file(loaded->portfolio, path, NULL,
                                                  TRANSFER_LOAD_PARTIAL, loaded->report),
                     TRANSFER_OK);
    ck_assert_int_eq(
        transfer_portfolio_validate(loaded->portfolio, NULL, NULL, loaded->report), TRANSFER_OK);
}

static char *save(const transfer_portfolio *portfolio, size_t source)
{
    char *text;
    size_t size;

    ck_assert_int_eq(transfer_portfolio_save_memory(portfolio, source, TRANSFER_SAVE_DROP_COMMENTS,
                                                    &text, &size),
                     TRANSFER_OK);
    ck_assert_uint_eq(strlen(text), size);
    return text;
}

/* Loads what the sources of another portfolio are saved as, in their order. */
static void load_saved(struct loaded *loaded, const transfer_portfolio *from)
{
    loaded_begin(loaded);
    for (size_t i = 0; i < transfer_portfolio_file_count(from); i++) {
        char *text = save(from, i);
        const char *name = transfer_portfolio_file_name(from, i);

        ck_assert_int_eq(transfer_portfolio_load_memory(loaded->portfolio, text, strlen(text),
                                                        name, NULL, TRANSFER_LOAD_PARTIAL,
                                                        loaded->report),
                         TRANSFER_OK);
        transfer_text_free(text);
    }
    ck_assert_int_eq(
        transfer_portfolio_validate(loaded->portfolio, NULL, NULL, loaded->report), TRANSFER_OK);
}

static void check_file(const char *path)
{
    struct loaded first, second;
    const char *difference;

    load_path(&first, path);
    ck_assert_msg(transfer_report_severity_count(first.report, TRANSFER_ERROR) == 0,
                  "%s has errors", path);
    load_saved(&second, first.portfolio);
    difference = model_difference(first.portfolio, second.portfolio);
    ck_assert_msg(!difference, "%s, saved: another %s", path, difference);
    difference = new_diagnostic(first.report, second.report);
    ck_assert_msg(!difference, "%s, saved: %s", path, difference);
    for (size_t i = 0; i < transfer_portfolio_file_count(first.portfolio); i++) {
        char *once = save(first.portfolio, i), *twice = save(second.portfolio, i);

        ck_assert_msg(strcmp(once, twice) == 0, "%s, saved twice:\n%s\n%s", path, once, twice);
        transfer_text_free(once);
        transfer_text_free(twice);
    }
    loaded_free(&first);
    loaded_free(&second);
}

/* Every valid file, loaded, saved and loaded, says the same, and is saved as the same bytes. */
START_TEST(test_valid_files)
{
    ck_assert_uint_gt(files.count, 40);
    for (size_t i = 0; i < files.count; i++) {
        const char *name = file_name(files.paths[i]);

        /* Its diagnostics are the test, and its unknown keys are errors. */
        if (strncmp(name, "too-many-diagnostics-", 21) != 0)
            check_file(files.paths[i]);
    }
}
END_TEST

/* The sources of a portfolio saved as one file say what they said together. */
START_TEST(test_saved_as_one)
{
    char path[PATH_SIZE], *text;
    struct loaded several, one;

    data_path("valid/two-files", path);
    load_path(&several, path);
    text = save(several.portfolio, TRANSFER_ALL_FILES);
    loaded_begin(&one);
    ck_assert_int_eq(transfer_portfolio_load_memory(one.portfolio, text, strlen(text), "one", NULL,
                                                    0, one.report),
                     TRANSFER_OK);
    for (size_t i = 0; i < transfer_type_count(); i++) {
        transfer_type type = transfer_type_at(i);
        if (transfer_type_section(type) && type != TRANSFER_TYPE_PORTFOLIO)
            ck_assert_uint_eq(transfer_portfolio_count(several.portfolio, type),
                              transfer_portfolio_count(one.portfolio, type));
    }
    ck_assert_ptr_nonnull(transfer_portfolio_find(one.portfolio, TRANSFER_TYPE_PARTNER, "etat"));
    transfer_text_free(text);
    loaded_free(&several);
    loaded_free(&one);
}
END_TEST

/* Marks the fields that a record and those nested in it set. */
static void mark_fields(const transfer_record *record, unsigned char set[32][64])
{
    transfer_type type = transfer_record_type(record);

    for (size_t i = 0; i < transfer_type_field_count(type); i++) {
        transfer_key key = transfer_type_field_at(type, i);
        size_t count;

        if (!transfer_record_has(record, key))
            continue;
        set[type][key & 63] = 1;
        if (transfer_field_kind(key) != TRANSFER_KIND_RECORD)
            continue;
        ck_assert_int_eq(transfer_record_count(record, key, &count), TRANSFER_OK);
        for (size_t j = 0; j < count; j++) {
            transfer_record *nested;
            ck_assert_int_eq(transfer_record_record_at(record, key, j, &nested), TRANSFER_OK);
            mark_fields(nested, set);
        }
    }
}

/* The fields of all types are in the files: none is left out of the tests above. */
START_TEST(test_every_field)
{
    static unsigned char set[32][64];

    for (size_t i = 0; i < files.count; i++) {
        struct loaded loaded;

        load_path(&loaded, files.paths[i]);
        for (size_t j = 0; j < transfer_type_count(); j++) {
            transfer_type type = transfer_type_at(j);
            for (size_t k = 0;
                 transfer_type_section(type) && k < transfer_portfolio_count(loaded.portfolio, type);
                 k++)
                mark_fields(transfer_portfolio_at(loaded.portfolio, type, k), set);
        }
        loaded_free(&loaded);
    }
    for (size_t i = 0; i < transfer_type_count(); i++) {
        transfer_type type = transfer_type_at(i);
        for (size_t j = 0; j < transfer_type_field_count(type); j++) {
            transfer_key key = transfer_type_field_at(type, j);
            ck_assert_msg(set[type][key & 63], "%s.%s is in no valid file",
                          transfer_type_name(type), transfer_field_name(key));
        }
    }
}
END_TEST

static void load_text(struct loaded *loaded, const char *text)
{
    loaded_begin(loaded);
    ck_assert_int_eq(transfer_portfolio_load_memory(loaded->portfolio, text, strlen(text), "text",
                                                    NULL, 0, loaded->report),
                     TRANSFER_OK);
}

/* A difference in any kind of value, in a list, a nested record, an id, an order, a key of one's
 * own, and a new diagnostic are seen. */
START_TEST(test_differences_are_seen)
{
    static const char right[] = "transfer: 1\npartners:\n  a: {name: A, kind: company, fields: [b, c],"
                                " accounts: [{year: 2012}], x_a: 1}\n  d: {name: D, kind: other}\n";
    static const char *const wrong[] = {
        "transfer: 1\npartners:\n  a: {name: B, kind: company, fields: [b, c],"
        " accounts: [{year: 2012}], x_a: 1}\n  d: {name: D, kind: other}\n",
        "transfer: 1\npartners:\n  a: {name: A, kind: state, fields: [b, c],"
        " accounts: [{year: 2012}], x_a: 1}\n  d: {name: D, kind: other}\n",
        "transfer: 1\npartners:\n  a: {name: A, kind: company, fields: [b],"
        " accounts: [{year: 2012}], x_a: 1}\n  d: {name: D, kind: other}\n",
        "transfer: 1\npartners:\n  a: {name: A, kind: company, fields: [b, d],"
        " accounts: [{year: 2012}], x_a: 1}\n  d: {name: D, kind: other}\n",
        "transfer: 1\npartners:\n  a: {name: A, kind: company, fields: [b, c],"
        " accounts: [{year: 2013}], x_a: 1}\n  d: {name: D, kind: other}\n",
        "transfer: 1\npartners:\n  a: {name: A, kind: company, fields: [b, c],"
        " accounts: [{year: 2012}], x_a: 2}\n  d: {name: D, kind: other}\n",
        "transfer: 1\npartners:\n  a: {name: A, kind: company, fields: [b, c],"
        " accounts: [{year: 2012}], x_b: 1}\n  d: {name: D, kind: other}\n",
        "transfer: 1\npartners:\n  a: {name: A, kind: company, fields: [b, c],"
        " accounts: [{year: 2012}], x_a: 1}\n  e: {name: D, kind: other}\n",
        "transfer: 1\npartners:\n  d: {name: D, kind: other}\n  a: {name: A, kind: company,"
        " fields: [b, c], accounts: [{year: 2012}], x_a: 1}\n",
        "transfer: 1\npartners:\n  a: {name: A, kind: company, fields: [b, c],"
        " accounts: [{year: 2012}], x_a: 1}\n",
    };
    struct loaded first, second;

    load_text(&first, right);
    load_text(&second, right);
    ck_assert_ptr_null(model_difference(first.portfolio, second.portfolio));
    loaded_free(&second);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        load_text(&second, wrong[i]);
        ck_assert_msg(model_difference(first.portfolio, second.portfolio) != NULL, "%zu", i);
        loaded_free(&second);
    }
    load_text(&second, "transfer: 1\nportfolio: {titel: a}\n");
    ck_assert_ptr_nonnull(new_diagnostic(first.report, second.report));
    ck_assert_ptr_null(new_diagnostic(second.report, second.report));
    loaded_free(&first);
    loaded_free(&second);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("fixed point");
    TCase *all = tcase_create("files");
    SRunner *runner;
    int failed;

    list_files();
    tcase_set_timeout(all, 120);
    tcase_add_test(all, test_valid_files);
    tcase_add_test(all, test_saved_as_one);
    tcase_add_test(all, test_every_field);
    tcase_add_test(all, test_differences_are_seen);
    suite_add_tcase(suite, all);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    files_free(&files);
    return failed != 0;
}
