/* Columns: what they hold is what the getters say, of every field on every path.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <transfer/transfer.h>

#include "failing-malloc.h"

enum { PATH_MAX_LENGTH = 8 };

static const char first[] =
    "transfer: 1\n"
    "portfolio: {title: First, date: 2020-01-02, indicators: [{name: Jobs, value: about 100}]}\n"
    "partners:\n"
    "  a: {name: A, kind: state, country: FR, website: \"https://a.example/\", founded: 1901?,\n"
    "      size: large, fields: [steel, glass]}\n"
    "  b: {name: B, kind: companie, founded: \"31/02\", fields: [steel, [1], wood],\n"
    "      accounts: [{year: 2020, headcount: 12.5, turnover: 3 EUR, consolidated: true},\n"
    "                 {year: 2021, consolidated: false}]}\n"
    "  c: {kind: company, accounts: none}\n"
    "agreements:\n"
    "  k: {title: K, kind: grant, amount: more than 10.50 EUR, period: 2014/..,\n"
    "      programmes: [x, y],\n"
    "      funders: [{partner: a, share: 1/3,\n"
    "                 exceptions: [{rule: sum, reason: One}, {rule: share, reason: Two}]},\n"
    "                {partner: gone, share: rest, exceptions: [{reason: Three}]}]}\n"
    "  l: {title: L, amount: ten}\n";
static const char second[] =
    "transfer: 1\n"
    "portfolio: {title: Second, indicators: [{name: Grants, value: 5 EUR}, {name: None}]}\n"
    "agreements:\n"
    "  m: {title: M, kind: licence, funders: [{partner: b, share: 33.3%}, alone]}\n";

static transfer_portfolio *portfolio;

static void load(const char *text)
{
    ck_assert_int_eq(
        transfer_portfolio_load_memory(portfolio, text, strlen(text), "test", NULL, 0, NULL),
        TRANSFER_OK);
}

static void setup(void)
{
    portfolio = transfer_portfolio_new();
    load(first);
    load(second);
}

static void teardown(void)
{
    transfer_portfolio_free(portfolio);
}

/* The column of a key, on a path of up to two lists that ends before the first 0. */
static transfer_column *column_of(transfer_type type, transfer_key list, transfer_key deeper,
                                  transfer_key key)
{
    const transfer_key path[] = {list, deeper};
    size_t length = (list != 0) + (size_t)(deeper != 0);
    transfer_column *column = NULL;

    ck_assert_int_eq(
        transfer_portfolio_column(portfolio, type, length ? path : NULL, length, key, &column),
        TRANSFER_OK);
    ck_assert_ptr_nonnull(column);
    ck_assert_ptr_nonnull(transfer_column_states(column));
    ck_assert_int_eq(transfer_column_owners(column) != NULL, length > 0);
    return column;
}

/* A column's texts, states and owners as one text: "a b ? -", "-" for unset, "?" for unreadable. */
static const char *texts(transfer_column *column)
{
    static char line[1024];
    size_t length = 0;

    line[0] = '\0';
    for (size_t i = 0; i < transfer_column_count(column); i++) {
        const char *text = transfer_column_texts(column)[i];
        int state = transfer_column_states(column)[i];

        ck_assert_int_eq(text != NULL, state == TRANSFER_OK);
        if (!text)
            text = state == TRANSFER_UNSET ? "-" : "?";
        length += (size_t)snprintf(line + length, sizeof line - length, "%s%s", i ? " " : "", text);
    }
    transfer_column_free(column);
    return line;
}

static const char *owners(transfer_column *column)
{
    static char line[1024];
    size_t length = 0;

    line[0] = '\0';
    for (size_t i = 0; i < transfer_column_count(column); i++)
        length += (size_t)snprintf(line + length, sizeof line - length, "%s%" PRIu64, i ? " " : "",
                                   transfer_column_owners(column)[i]);
    transfer_column_free(column);
    return line;
}

/* ---- all columns beside the getters ---- */

/* What rows are compared by: the values of a kind, and how long one is. */
static const void *values_of(const transfer_column *column, size_t *size)
{
    const void *const values[] = {
        transfer_column_texts(column),   transfer_column_dates(column),
        transfer_column_periods(column), transfer_column_amounts(column),
        transfer_column_shares(column),  transfer_column_integers(column),
        transfer_column_quantities(column),
    };
    static const size_t sizes[] = {sizeof(char *),          sizeof(transfer_date),
                                   sizeof(transfer_period), sizeof(transfer_amount),
                                   sizeof(transfer_share),  sizeof(int64_t),
                                   sizeof(transfer_quantity)};
    const void *found = NULL;
    int count = 0;

    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        if (values[i]) {
            found = values[i];
            *size = sizes[i];
            count++;
        }
    ck_assert_int_eq(count, transfer_column_kind(column) == TRANSFER_KIND_MEASURE ? 2 : 1);
    return found;
}

/* The spelling of a row's value. */
static const char *spelling(const transfer_column *column, size_t row, transfer_key key)
{
    static char text[TRANSFER_VALUE_SIZE];
    transfer_status status = TRANSFER_OK;

    switch (transfer_column_kind(column)) {
    case TRANSFER_KIND_DATE:
        status = transfer_date_format(&transfer_column_dates(column)[row], text, sizeof text);
        break;
    case TRANSFER_KIND_PERIOD:
        status = transfer_period_format(&transfer_column_periods(column)[row], text, sizeof text);
        break;
    case TRANSFER_KIND_MEASURE:
        if (transfer_column_amounts(column)[row].currency[0] == '\0')
            status = transfer_quantity_format(&transfer_column_quantities(column)[row], text,
                                              sizeof text);
        else
            status = transfer_amount_format(&transfer_column_amounts(column)[row], text,
                                            sizeof text);
        break;
    case TRANSFER_KIND_AMOUNT:
        status = transfer_amount_format(&transfer_column_amounts(column)[row], text, sizeof text);
        break;
    case TRANSFER_KIND_QUANTITY:
    case TRANSFER_KIND_DECIMAL:
        status = transfer_quantity_format(&transfer_column_quantities(column)[row], text,
                                          sizeof text);
        break;
    case TRANSFER_KIND_SHARE:
        status = transfer_share_format(&transfer_column_shares(column)[row], text, sizeof text);
        break;
    case TRANSFER_KIND_INTEGER:
        snprintf(text, sizeof text, "%" PRId64, transfer_column_integers(column)[row]);
        break;
    case TRANSFER_KIND_BOOLEAN:
        return transfer_column_integers(column)[row] ? "true" : "false";
    case TRANSFER_KIND_CHOICE:
        return transfer_field_choice_name(key, (int)transfer_column_integers(column)[row]);
    case TRANSFER_KIND_RECORD:
        ck_abort_msg("a column of records");
    default:
        return transfer_column_texts(column)[row];
    }
    ck_assert_int_eq(status, TRANSFER_OK);
    return text;
}

/* A column that is gone through beside the records. */
struct beside {
    const transfer_column *column;
    const transfer_key *path;
    size_t length;
    transfer_key key;
    size_t row;
    uint64_t owner;
};

static size_t cells_seen, unreadable_seen, dangling_seen;

static void assert_zero(const struct beside *beside)
{
    static const char zero[sizeof(transfer_share)];
    size_t size = 0;
    const char *values = values_of(beside->column, &size);

    ck_assert_mem_eq(values + beside->row * size, zero, size);
    if (transfer_column_amounts(beside->column))
        ck_assert_mem_eq(&transfer_column_amounts(beside->column)[beside->row], zero,
                         sizeof(transfer_amount));
    if (transfer_column_records(beside->column))
        ck_assert_ptr_null(transfer_column_records(beside->column)[beside->row]);
}

/* The record that a reference, or an item of a list of them, refers to. */
static transfer_record *target_of(const transfer_record *record, transfer_key key, size_t index)
{
    transfer_record *target = NULL;
    transfer_status status = transfer_field_is_list(key)
                                 ? transfer_record_reference_at(record, key, index, &target)
                                 : transfer_record_get_reference(record, key, &target);

    ck_assert(status == TRANSFER_OK || status == TRANSFER_NOT_FOUND);
    dangling_seen += !target;
    return target;
}

static void compare_value(const struct beside *beside, const transfer_record *record, size_t index)
{
    const transfer_column *column = beside->column;
    const char *const *unreadable = transfer_column_unreadable(column);
    int state = transfer_column_states(column)[beside->row];
    char *text = NULL;
    transfer_status status = transfer_record_format_value(record, beside->key, index, &text);

    cells_seen++;
    ck_assert_int_eq(status == TRANSFER_UNSET, state == TRANSFER_UNSET);
    ck_assert_int_eq(unreadable && unreadable[beside->row], state == TRANSFER_WRONG_KIND);
    if (state != TRANSFER_OK)
        assert_zero(beside);
    if (state == TRANSFER_UNSET)
        return;
    ck_assert_int_eq(status, TRANSFER_OK);
    if (state == TRANSFER_WRONG_KIND) {
        unreadable_seen++;
        ck_assert_str_eq(unreadable[beside->row], text);
    } else {
        ck_assert_int_eq(state, TRANSFER_OK);
        ck_assert_str_eq(spelling(column, beside->row, beside->key), text);
        if (transfer_column_kind(column) == TRANSFER_KIND_REFERENCE)
            ck_assert_ptr_eq(transfer_column_records(column)[beside->row],
                             target_of(record, beside->key, index));
    }
    transfer_text_free(text);
}

static void compare_id(const struct beside *beside, const transfer_record *record)
{
    const transfer_record *root = record;
    const char *id = transfer_column_texts(beside->column)[beside->row];

    while (transfer_record_parent(root))
        root = transfer_record_parent(root);
    ck_assert_ptr_eq(id, transfer_record_id(root));
    ck_assert_ptr_eq(transfer_column_records(beside->column)[beside->row], record);
    ck_assert_int_eq(transfer_column_states(beside->column)[beside->row],
                     id ? TRANSFER_OK : TRANSFER_UNSET);
    ck_assert_ptr_null(transfer_column_unreadable(beside->column));
}

static void compare_row(struct beside *beside, const transfer_record *record, size_t index)
{
    ck_assert_uint_lt(beside->row, transfer_column_count(beside->column));
    if (beside->length > 0)
        ck_assert_uint_eq(transfer_column_owners(beside->column)[beside->row], beside->owner);
    if (beside->key == 0)
        compare_id(beside, record);
    else
        compare_value(beside, record, index);
    beside->row++;
}

static void compare_below(struct beside *beside, const transfer_record *record, size_t level)
{
    transfer_key key = level < beside->length ? beside->path[level] : 0;
    transfer_record *nested;
    size_t count = 0;

    if (level == beside->length) {
        compare_row(beside, record, 0);
        return;
    }
    if (transfer_record_count(record, key, &count) != TRANSFER_OK)
        count = 0; /* it cannot be read */
    for (size_t i = 0; i < count; i++) {
        if (transfer_field_kind(key) != TRANSFER_KIND_RECORD) {
            compare_row(beside, record, i);
            continue;
        }
        ck_assert_int_eq(transfer_record_record_at(record, key, i, &nested), TRANSFER_OK);
        compare_below(beside, nested, level + 1);
    }
    beside->owner += level + 1 == beside->length;
}

static void compare_column(transfer_type type, const transfer_key *path, size_t length,
                           transfer_key key)
{
    struct beside beside = {.path = path, .length = length, .key = key};
    transfer_column *column = NULL;
    size_t size;

    ck_assert_int_eq(transfer_portfolio_column(portfolio, type, path, length, key, &column),
                     TRANSFER_OK);
    beside.column = column;
    ck_assert_int_eq((int)transfer_column_kind(column),
                     key ? (int)transfer_field_kind(key) : (int)TRANSFER_KIND_TEXT);
    ck_assert_ptr_nonnull(values_of(column, &size));
    ck_assert_int_eq(transfer_column_records(column) != NULL,
                     key == 0 || transfer_field_kind(key) == TRANSFER_KIND_REFERENCE);
    for (size_t i = 0; i < transfer_portfolio_count(portfolio, type); i++)
        compare_below(&beside, transfer_portfolio_at(portfolio, type, i), 0);
    ck_assert_uint_eq(beside.row, transfer_column_count(column));
    transfer_column_free(column);
}

/* Every column with this path, and with those that go on below it; `rows`: the type of the rows. */
static void compare_columns(transfer_type type, transfer_key *path, size_t length,
                            transfer_type rows)
{
    compare_column(type, path, length, 0);
    for (size_t i = 0; i < transfer_type_field_count(rows); i++) {
        transfer_key key = transfer_type_field_at(rows, i);

        ck_assert_uint_lt(length, PATH_MAX_LENGTH);
        if (!transfer_field_is_list(key)) {
            compare_column(type, path, length, key);
            continue;
        }
        path[length] = key;
        if (transfer_field_kind(key) == TRANSFER_KIND_RECORD) {
            compare_columns(type, path, length + 1, transfer_field_target(key));
        } else {
            compare_column(type, path, length + 1, key);
            compare_column(type, path, length + 1, 0);
        }
    }
}

static void compare_all(void)
{
    transfer_key path[PATH_MAX_LENGTH];

    for (size_t i = 0; i < transfer_type_count(); i++)
        if (transfer_type_section(transfer_type_at(i)))
            compare_columns(transfer_type_at(i), path, 0, transfer_type_at(i));
}

/* Of records that are there and were removed, of a portfolio without any, and of all the texts that
 * rules are tested with, right and wrong. */
START_TEST(columns_are_what_getters_say)
{
    const char *data = getenv("TRANSFER_TEST_DATA");
    char path[1024];

    compare_all();
    ck_assert_uint_gt(unreadable_seen, 0);
    ck_assert_uint_gt(dangling_seen, 0);
    transfer_record_remove(transfer_portfolio_find(portfolio, TRANSFER_TYPE_AGREEMENT, "k"));
    transfer_record_remove(transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "a"));
    compare_all();
    transfer_portfolio_free(portfolio);
    portfolio = transfer_portfolio_new();
    compare_all();
    snprintf(path, sizeof path, "%s/rules", data ? data : "tests/data");
    (void)transfer_portfolio_load_file(portfolio, path, NULL, TRANSFER_LOAD_PARTIAL, NULL);
    ck_assert_uint_gt(transfer_portfolio_count(portfolio, TRANSFER_TYPE_AGREEMENT), 100);
    cells_seen = 0;
    compare_all();
    ck_assert_uint_gt(cells_seen, 10000);
}
END_TEST

/* ---- what one can rely on ---- */

/* Without a path the rows are the records, in the order of the files, and owners there are none. */
START_TEST(rows_of_records)
{
    ck_assert_str_eq(texts(column_of(TRANSFER_TYPE_PARTNER, 0, 0, 0)), "a b c");
    ck_assert_str_eq(texts(column_of(TRANSFER_TYPE_AGREEMENT, 0, 0, 0)), "k l m");
    ck_assert_str_eq(texts(column_of(TRANSFER_TYPE_PARTNER, 0, 0, TRANSFER_PARTNER_NAME)), "A B -");
    ck_assert_str_eq(texts(column_of(TRANSFER_TYPE_PORTFOLIO, 0, 0, TRANSFER_PORTFOLIO_TITLE)),
                     "First Second");
    ck_assert_str_eq(texts(column_of(TRANSFER_TYPE_PORTFOLIO, 0, 0, 0)), "- -");
    ck_assert_str_eq(texts(column_of(TRANSFER_TYPE_RESULT, 0, 0, 0)), "");
}
END_TEST

/* Each list of a path is a table of its own, whose rows lie in those of the one before. */
START_TEST(rows_of_lists)
{
    enum {
        TYPE = TRANSFER_TYPE_AGREEMENT,
        FUNDERS = TRANSFER_AGREEMENT_FUNDERS,
        EXCEPTIONS = TRANSFER_CONTRIBUTION_EXCEPTIONS,
        PROGRAMMES = TRANSFER_AGREEMENT_PROGRAMMES
    };

    ck_assert_str_eq(texts(column_of(TYPE, FUNDERS, 0, TRANSFER_CONTRIBUTION_PARTNER)),
                     "a gone b -");
    ck_assert_str_eq(texts(column_of(TYPE, FUNDERS, 0, 0)), "k k m m");
    ck_assert_str_eq(owners(column_of(TYPE, FUNDERS, 0, 0)), "0 0 2 2");
    ck_assert_str_eq(texts(column_of(TYPE, FUNDERS, EXCEPTIONS, TRANSFER_EXCEPTION_REASON)),
                     "One Two Three");
    ck_assert_str_eq(texts(column_of(TYPE, FUNDERS, EXCEPTIONS, TRANSFER_EXCEPTION_RULE)),
                     "sum share -");
    ck_assert_str_eq(texts(column_of(TYPE, FUNDERS, EXCEPTIONS, 0)), "k k k");
    ck_assert_str_eq(owners(column_of(TYPE, FUNDERS, EXCEPTIONS, 0)), "0 0 1");
    ck_assert_str_eq(texts(column_of(TYPE, PROGRAMMES, 0, PROGRAMMES)), "x y");
    ck_assert_str_eq(texts(column_of(TYPE, PROGRAMMES, 0, 0)), "k k");
}
END_TEST

/* Items that cannot be read are rows, with their text; a list that cannot be has none. */
START_TEST(what_cannot_be_read)
{
    enum { FIELDS = TRANSFER_PARTNER_FIELDS };
    transfer_column *column = column_of(TRANSFER_TYPE_PARTNER, FIELDS, 0, FIELDS);

    ck_assert_str_eq(transfer_column_unreadable(column)[3], "- 1\n");
    ck_assert_ptr_null(transfer_column_unreadable(column)[2]);
    ck_assert_str_eq(texts(column), "steel glass steel ? wood");
    ck_assert_str_eq(owners(column_of(TRANSFER_TYPE_PARTNER, FIELDS, 0, FIELDS)), "0 0 1 1 1");
    ck_assert_str_eq(texts(column_of(TRANSFER_TYPE_PARTNER, TRANSFER_PARTNER_ACCOUNTS, 0, 0)),
                     "b b");
    column = column_of(TRANSFER_TYPE_PARTNER, 0, 0, TRANSFER_PARTNER_KIND);
    ck_assert_str_eq(transfer_column_unreadable(column)[1], "companie");
    ck_assert_int_eq(transfer_column_integers(column)[1], 0);
    ck_assert_int_eq(transfer_column_integers(column)[2], TRANSFER_PARTNER_KIND_COMPANY);
    transfer_column_free(column);
    column = column_of(TRANSFER_TYPE_PARTNER, 0, 0, TRANSFER_PARTNER_SIZE);
    ck_assert_ptr_null(transfer_column_unreadable(column));
    transfer_column_free(column);
}
END_TEST

/* A measure is an amount or a quantity, each in its array, and the currency tells which. */
START_TEST(measures)
{
    transfer_column *column = column_of(TRANSFER_TYPE_PORTFOLIO, TRANSFER_PORTFOLIO_INDICATORS, 0,
                                        TRANSFER_INDICATOR_VALUE);
    const transfer_amount *amounts = transfer_column_amounts(column);
    const transfer_quantity *quantities = transfer_column_quantities(column);

    ck_assert_uint_eq(transfer_column_count(column), 3);
    ck_assert_str_eq(amounts[0].currency, "");
    ck_assert_int_eq(quantities[0].value, 100);
    ck_assert_int_eq(quantities[0].qualifier, TRANSFER_ABOUT);
    ck_assert_str_eq(amounts[1].currency, "EUR");
    ck_assert_int_eq(amounts[1].minor, 500);
    ck_assert_int_eq(quantities[1].value, 0);
    ck_assert_int_eq(transfer_column_states(column)[2], TRANSFER_UNSET);
    transfer_column_free(column);
}
END_TEST

/* A reference that dangles is a value: its id is there, and the record is not. */
START_TEST(references)
{
    transfer_column *column = column_of(TRANSFER_TYPE_AGREEMENT, TRANSFER_AGREEMENT_FUNDERS, 0,
                                        TRANSFER_CONTRIBUTION_PARTNER);
    transfer_record *const *records = transfer_column_records(column);

    ck_assert_ptr_eq(records[0], transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "a"));
    ck_assert_ptr_null(records[1]);
    ck_assert_int_eq(transfer_column_states(column)[1], TRANSFER_OK);
    ck_assert_ptr_null(records[3]);
    ck_assert_int_eq(transfer_column_states(column)[3], TRANSFER_UNSET);
    transfer_column_free(column);
}
END_TEST

/* What is asked for wrongly is refused, and nothing is written. */
START_TEST(misuse)
{
    enum { PARTNER = TRANSFER_TYPE_PARTNER, NAME = TRANSFER_PARTNER_NAME };
    static const struct {
        transfer_type type;
        transfer_key path[2];
        size_t length;
        transfer_key key;
        transfer_status status;
    } calls[] = {
        {0, {0}, 0, 0, TRANSFER_MISUSE},
        {-1, {0}, 0, 0, TRANSFER_MISUSE},
        {99, {0}, 0, 0, TRANSFER_MISUSE},
        {TRANSFER_TYPE_CONTRIBUTION, {0}, 0, 0, TRANSFER_MISUSE},
        {PARTNER, {0}, 0, TRANSFER_PLATFORM_NAME, TRANSFER_UNKNOWN_FIELD},
        {PARTNER, {0}, 0, -1, TRANSFER_UNKNOWN_FIELD},
        {PARTNER, {0}, 0, NAME | 0x3f, TRANSFER_UNKNOWN_FIELD},
        {PARTNER, {0}, 0, NAME + 0x10000, TRANSFER_UNKNOWN_FIELD},
        {PARTNER, {0}, 0, TRANSFER_PARTNER_ACCOUNTS, TRANSFER_WRONG_KIND},
        {PARTNER, {0}, 0, TRANSFER_PARTNER_FIELDS, TRANSFER_WRONG_KIND},
        {PARTNER, {0}, 1, NAME, TRANSFER_UNKNOWN_FIELD},
        {PARTNER, {NAME}, 1, NAME, TRANSFER_WRONG_KIND},
        {PARTNER, {TRANSFER_AGREEMENT_FUNDERS}, 1, 0, TRANSFER_UNKNOWN_FIELD},
        {PARTNER, {TRANSFER_PARTNER_ACCOUNTS}, 1, NAME, TRANSFER_UNKNOWN_FIELD},
        {PARTNER, {TRANSFER_PARTNER_FIELDS}, 1, NAME, TRANSFER_UNKNOWN_FIELD},
        {PARTNER, {TRANSFER_PARTNER_FIELDS}, 1, TRANSFER_PARTNER_ACCOUNTS, TRANSFER_UNKNOWN_FIELD},
        {PARTNER, {TRANSFER_PARTNER_FIELDS, NAME}, 2, NAME, TRANSFER_WRONG_KIND},
        {PARTNER, {TRANSFER_PARTNER_ACCOUNTS, TRANSFER_PARTNER_ACCOUNTS}, 2, 0,
         TRANSFER_UNKNOWN_FIELD},
    };
    transfer_column *column = NULL;

    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        ck_assert_msg(transfer_portfolio_column(portfolio, calls[i].type, calls[i].path,
                                                calls[i].length, calls[i].key,
                                                &column) == calls[i].status,
                      "call %zu", i);
        ck_assert_ptr_null(column);
    }
}
END_TEST

/* Wherever memory runs out, there is no column and no leak. */
START_TEST(columns_survive_without_memory)
{
    static const transfer_key path[] = {TRANSFER_AGREEMENT_FUNDERS};
    transfer_column *column = NULL;
    transfer_status status;
    long allocations = 0;

    do {
        failing_malloc_allowed = allocations++;
        status = transfer_portfolio_column(portfolio, TRANSFER_TYPE_AGREEMENT, path, 1,
                                           TRANSFER_CONTRIBUTION_SHARE, &column);
        failing_malloc_allowed = -1;
        if (status != TRANSFER_OK) {
            ck_assert_int_eq(status, TRANSFER_NO_MEMORY);
            ck_assert_ptr_null(column);
        }
    } while (status != TRANSFER_OK);
    ck_assert_int_eq(allocations, 3);
    ck_assert_uint_eq(transfer_column_count(column), 4);
    transfer_column_free(column);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("column");
    TCase *tests = tcase_create("column");
    SRunner *runner;
    int failed;

    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, columns_are_what_getters_say);
    tcase_add_test(tests, rows_of_records);
    tcase_add_test(tests, rows_of_lists);
    tcase_add_test(tests, what_cannot_be_read);
    tcase_add_test(tests, measures);
    tcase_add_test(tests, references);
    tcase_add_test(tests, misuse);
    tcase_add_test(tests, columns_survive_without_memory);
    suite_add_tcase(suite, tests);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
