/* Saving when memory runs out.  Linked with --wrap for malloc, calloc and realloc, so that each
 * allocation can be made to fail.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <transfer/transfer.h>
#include <unistd.h>

#include "emit.h"
#include "failing-malloc.h"

static char directory[4096], path[4200];

static const char first[] = "transfer: 1\nx_a: 1\npartners: {a: {name: A, note: \"n\\n\\n\"}}\n";
static const char second[] = "transfer: 1\nx_a: 1\nx_b: [{a: b}]\nprojects: {b: {title: B}}\n";

static transfer_portfolio *load(void)
{
    transfer_portfolio *portfolio = transfer_portfolio_new();

    ck_assert_ptr_nonnull(portfolio);
    ck_assert_int_eq(transfer_portfolio_load_file(portfolio, path, NULL, 0, NULL), TRANSFER_OK);
    ck_assert_int_eq(
        transfer_portfolio_load_memory(portfolio, second, strlen(second), "second", NULL, 0, NULL),
        TRANSFER_OK);
    return portfolio;
}

static void write_first(void)
{
    FILE *stream = fopen(path, "w");

    ck_assert_ptr_nonnull(stream);
    ck_assert_int_ge(fputs(first, stream), 0);
    ck_assert_int_eq(fclose(stream), 0);
}

static void make_directory(void)
{
    const char *parent = getenv("TMPDIR");

    snprintf(directory, sizeof directory, "%s/transfer-memory-XXXXXX", parent ? parent : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(directory));
    snprintf(path, sizeof path, "%s/a.yaml", directory);
    write_first();
}

/* Whether the directory holds one file, of that size. */
static int holds_one_file(size_t size)
{
    DIR *stream = opendir(directory);
    struct dirent *entry;
    FILE *file = fopen(path, "r");
    int count = 0;
    long length;

    ck_assert_ptr_nonnull(stream);
    ck_assert_ptr_nonnull(file);
    while ((entry = readdir(stream)))
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(stream);
    ck_assert_int_eq(fseek(file, 0, SEEK_END), 0);
    length = ftell(file);
    fclose(file);
    return count == 1 && length == (long)size;
}

static transfer_status save_to_memory(const transfer_portfolio *portfolio)
{
    char *text = NULL;
    transfer_status status =
        transfer_portfolio_save_memory(portfolio, TRANSFER_ALL_FILES, 0, &text, NULL);

    failing_malloc_allowed = -1; /* Check itself needs memory */
    ck_assert_int_eq(text != NULL, status == TRANSFER_OK);
    transfer_text_free(text);
    return status;
}

static int take(void *user, const char *data, size_t size)
{
    (void)data;
    *(size_t *)user += size;
    return 0;
}

static transfer_status save_to_callback(const transfer_portfolio *portfolio)
{
    size_t taken = 0;

    return transfer_portfolio_save_callback(portfolio, 1, 0, take, &taken);
}

static transfer_status save_to_file(const transfer_portfolio *portfolio)
{
    return transfer_portfolio_save_file(portfolio, TRANSFER_ALL_FILES, path, 0);
}

/* Saves the first source; the second, which is no file, is the misuse that ends it. */
static transfer_status save_each(const transfer_portfolio *portfolio)
{
    transfer_status status = transfer_portfolio_save(portfolio, 0);

    return status == TRANSFER_MISUSE ? TRANSFER_OK : status;
}

typedef transfer_status save_function(const transfer_portfolio *portfolio);

static save_function *const functions[] = {save_to_memory, save_to_callback, save_to_file,
                                           save_each};

/* Whichever allocation fails, alone or with all that follow: the call says that memory ran out,
 * leaks nothing, and a file is whole, without anything beside it. */
START_TEST(test_every_allocation)
{
    save_function *save = functions[_i / 2];
    transfer_portfolio *portfolio;
    long at;

    failing_malloc_for_ever = _i % 2;
    make_directory();
    portfolio = load();
    for (at = 0;; at++) {
        transfer_status status;

        failing_malloc_count = 0;
        failing_malloc_allowed = at;
        status = save(portfolio);
        failing_malloc_allowed = -1;
        if (failing_malloc_count == 0) {
            ck_assert_int_eq(status, TRANSFER_OK);
            break;
        }
        ck_assert_int_eq(status, TRANSFER_NO_MEMORY);
        ck_assert(holds_one_file(strlen(first)));
    }
    ck_assert_int_gt(at, 0);
    transfer_portfolio_free(portfolio);
    ck_assert_int_eq(unlink(path), 0);
    ck_assert_int_eq(rmdir(directory), 0);
}
END_TEST

/* When memory runs out within nested collections the writer does no harm and says so. */
START_TEST(test_emitter)
{
    long at;

    failing_malloc_for_ever = 0;
    for (at = 0;; at++) {
        struct buffer buffer;
        struct emitter emitter;
        int failed;

        failing_malloc_count = 0;
        failing_malloc_allowed = at;
        buffer_init(&buffer);
        emit_begin(&emitter, &buffer);
        for (int i = 0; i < 60; i++) {
            emit_mapping_begin(&emitter);
            emit_scalar(&emitter, "a key", 5, EMIT_TEXT);
            emit_sequence_begin(&emitter);
            emit_node(&emitter, "- a\n- b\n");
            emit_scalar(&emitter, "a\nb", 3, EMIT_TEXT);
            emit_sequence_end(&emitter);
            emit_scalar(&emitter, "next", 4, EMIT_TEXT);
        }
        emit_null(&emitter);
        for (int i = 0; i < 60; i++)
            emit_mapping_end(&emitter);
        failing_malloc_allowed = -1;
        failed = buffer.failed;
        buffer_free(&buffer);
        ck_assert_int_eq(failed, failing_malloc_count > 0);
        if (!failed)
            break;
    }
    ck_assert_int_gt(at, 2);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("save-memory");
    TCase *tcase = tcase_create("save-memory");
    SRunner *runner;
    int failed;

    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, test_every_allocation, 0,
                        2 * (int)(sizeof functions / sizeof functions[0]));
    tcase_add_test(tcase, test_emitter);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
