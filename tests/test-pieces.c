/* A text gives the same report in whatever pieces it arrives.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <transfer/transfer.h>

#include "files.h"

static struct files files;

static void list_files(void)
{
    char path[PATH_SIZE];

    data_path("rules", path);
    files_add(&files, path, 1);
    data_path("valid", path);
    files_add(&files, path, 1);
}

/* A text that is handed on in pieces of one size. */
struct pieces {
    const char *data;
    size_t left, size;
};

static int read_piece(void *user, char *buffer, size_t size, size_t *length)
{
    struct pieces *pieces = user;

    *length = pieces->left < pieces->size ? pieces->left : pieces->size;
    if (*length > size)
        *length = size;
    memcpy(buffer, pieces->data, *length);
    pieces->data += *length;
    pieces->left -= *length;
    return 0;
}

/* The report on a text, as JSON lines. */
static char *report_on(const char *data, size_t size, size_t piece)
{
    transfer_portfolio *portfolio = transfer_portfolio_new();
    transfer_report *report = transfer_report_new();
    struct pieces pieces = {data, size, piece};
    char *text = NULL;

    ck_assert_ptr_nonnull(portfolio);
    ck_assert_ptr_nonnull(report);
    (void)transfer_portfolio_load_callback(portfolio, read_piece, &pieces, "text", NULL, 0, report);
    ck_assert_int_eq(transfer_portfolio_validate(portfolio, NULL, NULL, report), TRANSFER_OK);
    ck_assert_int_eq(transfer_report_render_memory(report, TRANSFER_FORMAT_JSON, TRANSFER_ENGLISH,
                                                   0, &text, NULL),
                     TRANSFER_OK);
    transfer_report_free(report);
    transfer_portfolio_free(portfolio);
    return text;
}

/* Pieces of one byte, of a few, and of many give the report that the whole gives. */
START_TEST(test_pieces)
{
    static const size_t sizes[] = {1, 2, 3, 7, 64};
    size_t size;
    char *data = read_file(files.paths[_i], &size);
    char *whole = report_on(data, size, size + 1);

    ck_assert_ptr_nonnull(whole);
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        char *parts = report_on(data, size, sizes[i]);
        ck_assert_msg(strcmp(parts, whole) == 0, "%s in pieces of %zu:\n%s\ninstead of\n%s",
                      files.paths[_i], sizes[i], parts, whole);
        transfer_text_free(parts);
    }
    transfer_text_free(whole);
    free(data);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("pieces");
    TCase *all = tcase_create("all");
    SRunner *runner;
    int failed;

    list_files();
    tcase_add_loop_test(all, test_pieces, 0, (int)files.count);
    suite_add_tcase(suite, all);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    files_free(&files);
    return failed != 0;
}
