/* Columns: a field of many records as arrays.
 *
 * SPDX-License-Identifier: MIT
 *
 * The rows are counted before anything is allocated, so that the arrays lie in one block of the
 * right size.  Cells are read as they are: kind and shape are checked once for all rows.  Records
 * lie all over memory, and most of the time is waiting for it: what comes next is asked for ahead.
 */
#include <stdlib.h>

#include "ids.h"
#include "portfolio.h"

struct transfer_column {
    size_t count;
    uint8_t kind;
    uint8_t has_unreadable;
    void *block; /* all that follows lies in it; NULL: not of this column */
    uint64_t *owners;
    const char **texts;
    transfer_date *dates;
    transfer_period *periods;
    transfer_amount *amounts;
    transfer_quantity *quantities;
    transfer_share *shares;
    int64_t *integers;
    transfer_record **records;
    const char **unreadable;
    uint8_t *states;
};

/* What a column is made of. */
struct rows {
    const transfer_portfolio *portfolio;
    transfer_type type;
    size_t records; /* of the section */
    const transfer_key *path;
    size_t length;
    int of_values; /* the last list of the path is one of values */
    transfer_key key;
};

/* How far the filling has come. */
struct filling {
    const struct rows *rows;
    transfer_column *column;
    size_t row;
    uint64_t owner;        /* the row of the record that rows lie in */
    transfer_record *root; /* the record of the section */
};

/* ---- what is asked for ---- */

static const struct field *field_of(transfer_type type, transfer_key key)
{
    return key_type(key) == type ? field_keyed(key) : NULL;
}

/* Goes down the path: *type is then that of the rows. */
static transfer_status check_path(struct rows *rows, transfer_type *type)
{
    *type = rows->type;
    for (size_t i = 0; i < rows->length; i++) {
        const struct field *field = field_of(*type, rows->path[i]);

        if (rows->of_values)
            return TRANSFER_WRONG_KIND;
        if (!field)
            return TRANSFER_UNKNOWN_FIELD;
        if (!(field->flags & FIELD_LIST))
            return TRANSFER_WRONG_KIND;
        rows->of_values = field->kind != KIND_RECORD;
        if (!rows->of_values)
            *type = field->target;
    }
    return TRANSFER_OK;
}

/* The kind of the values; that of ids is text. */
static transfer_status check_rows(struct rows *rows, uint8_t *kind)
{
    const struct field *field;
    transfer_type type;
    transfer_status status = check_path(rows, &type);

    if (status != TRANSFER_OK)
        return status;
    *kind = KIND_TEXT;
    if (rows->key == 0)
        return TRANSFER_OK;
    field = field_of(type, rows->key);
    if (!field || (rows->of_values && rows->key != rows->path[rows->length - 1]))
        return TRANSFER_UNKNOWN_FIELD;
    if (!rows->of_values && (field->flags & FIELD_LIST))
        return TRANSFER_WRONG_KIND;
    *kind = field->kind;
    return TRANSFER_OK;
}

/* ---- the records of the section ---- */

/* The rows between asking for what another row needs and using it. */
enum { AHEAD = 8 };

static transfer_record *record_at(const struct rows *rows, size_t index)
{
    if (rows->type == TRANSFER_TYPE_PORTFOLIO)
        return &rows->portfolio->sources[index]->self.record;
    return rows->portfolio->sections[rows->type].items[index];
}

/* While record `index` is looked at, asks for the value of a later one, for the cell of one that
 * comes later still, and for the record that comes even later. */
static void fetch(const struct rows *rows, size_t index)
{
    unsigned number = key_number(rows->length > 0 ? rows->path[0] : rows->key);
    const struct cell *cell;

    if (rows->records - index <= 3 * AHEAD)
        return;
    __builtin_prefetch(record_at(rows, index + 3 * AHEAD));
    if (number == 0)
        return;
    __builtin_prefetch(record_cell(record_at(rows, index + 2 * AHEAD), number));
    cell = record_cell(record_at(rows, index + AHEAD), number);
    if (cell)
        __builtin_prefetch(cell->value.text);
}

/* ---- counting ---- */

/* NULL where it is unset or cannot be read. */
static const struct list *list_of(const transfer_record *record, transfer_key key)
{
    const struct cell *cell = record_cell(record, key_number(key));

    return cell && !cell->unreadable ? cell->value.list : NULL;
}

/* The rows in a record, from list `level` of the path on. */
static size_t count_in(const struct rows *rows, const transfer_record *record, size_t level)
{
    const struct list *list = list_of(record, rows->path[level]);
    size_t count = 0;

    if (!list || level + 1 == rows->length)
        return list ? list->count : 0;
    for (uint32_t i = 0; i < list->count; i++)
        count += count_in(rows, list->items.records[i], level + 1);
    return count;
}

/* Each row has memory of its own in the portfolio, so that their number fits. */
static size_t count_rows(const struct rows *rows)
{
    size_t count = 0;

    if (rows->length == 0)
        return rows->records;
    for (size_t i = 0; i < rows->records; i++) {
        fetch(rows, i);
        count += count_in(rows, record_at(rows, i), 0);
    }
    return count;
}

/* ---- arrays ---- */

/* The bytes of a value; of a measure those of both. */
static const uint8_t value_sizes[KIND_COUNT] = {
    [KIND_TEXT] = sizeof(const char *),
    [KIND_REFERENCE] = sizeof(const char *),
    [KIND_DATE] = sizeof(transfer_date),
    [KIND_PERIOD] = sizeof(transfer_period),
    [KIND_AMOUNT] = sizeof(transfer_amount),
    [KIND_QUANTITY] = sizeof(transfer_quantity),
    [KIND_SHARE] = sizeof(transfer_share),
    [KIND_DECIMAL] = sizeof(transfer_quantity),
    [KIND_INTEGER] = sizeof(int64_t),
    [KIND_BOOLEAN] = sizeof(int64_t),
    [KIND_CHOICE] = sizeof(int64_t),
    [KIND_CODE] = sizeof(const char *),
    [KIND_URL] = sizeof(const char *),
    [KIND_MEASURE] = sizeof(transfer_amount) + sizeof(transfer_quantity),
};

static void *take(char **next, size_t size)
{
    void *taken = *next;

    *next += size;
    return taken;
}

static void take_values(transfer_column *column, size_t count, char **next)
{
    switch ((enum kind)column->kind) {
    case KIND_DATE:
        column->dates = take(next, count * sizeof *column->dates);
        break;
    case KIND_PERIOD:
        column->periods = take(next, count * sizeof *column->periods);
        break;
    case KIND_MEASURE:
        column->amounts = take(next, count * sizeof *column->amounts);
        column->quantities = take(next, count * sizeof *column->quantities);
        break;
    case KIND_AMOUNT:
        column->amounts = take(next, count * sizeof *column->amounts);
        break;
    case KIND_QUANTITY:
    case KIND_DECIMAL:
        column->quantities = take(next, count * sizeof *column->quantities);
        break;
    case KIND_SHARE:
        column->shares = take(next, count * sizeof *column->shares);
        break;
    case KIND_INTEGER:
    case KIND_BOOLEAN:
    case KIND_CHOICE:
        column->integers = take(next, count * sizeof *column->integers);
        break;
    default:
        column->texts = take(next, count * sizeof *column->texts);
        break;
    }
}

/* A column of rows that are unset; NULL when memory runs out. */
static transfer_column *column_new(const struct rows *rows, uint8_t kind)
{
    transfer_column *column = calloc(1, sizeof *column);
    size_t count, has_owners = rows->length > 0;
    size_t has_records = rows->key == 0 || kind == KIND_REFERENCE;
    size_t row_size = has_owners * sizeof *column->owners + value_sizes[kind] +
                      has_records * sizeof *column->records + sizeof *column->unreadable +
                      sizeof *column->states;
    char *next;

    if (!column)
        return NULL;
    column->kind = kind;
    column->count = count_rows(rows);
    count = column->count > 0 ? column->count : 1; /* an array without rows is one all the same */
    column->block = next = calloc(count, row_size);
    if (!next) {
        free(column);
        return NULL;
    }
    /* In the order of their alignment. */
    if (has_owners)
        column->owners = take(&next, count * sizeof *column->owners);
    take_values(column, count, &next);
    if (has_records)
        column->records = take(&next, count * sizeof *column->records);
    column->unreadable = take(&next, count * sizeof *column->unreadable);
    column->states = take(&next, count * sizeof *column->states);
    return column;
}

/* ---- filling ---- */

static void put_measure(const transfer_column *column, size_t row, const struct cell *cell)
{
    if (cell->is_quantity)
        column->quantities[row] = *cell->value.quantity;
    else
        column->amounts[row] = *cell->value.amount;
}

static void put_value(const transfer_column *column, size_t row, const struct cell *cell)
{
    switch ((enum kind)column->kind) {
    case KIND_REFERENCE:
        column->texts[row] = cell->value.entry->id;
        column->records[row] = cell->value.entry->record;
        break;
    case KIND_DATE:
        column->dates[row] = cell->value.date;
        break;
    case KIND_PERIOD:
        column->periods[row] = *cell->value.period;
        break;
    case KIND_AMOUNT:
        column->amounts[row] = *cell->value.amount;
        break;
    case KIND_QUANTITY:
    case KIND_DECIMAL:
        column->quantities[row] = *cell->value.quantity;
        break;
    case KIND_SHARE:
        column->shares[row] = *cell->value.share;
        break;
    case KIND_INTEGER:
    case KIND_BOOLEAN:
    case KIND_CHOICE:
        column->integers[row] = cell->value.integer;
        break;
    case KIND_MEASURE:
        put_measure(column, row, cell);
        break;
    default:
        column->texts[row] = cell->value.text;
        break;
    }
}

/* NULL for a value that is unset. */
static void put_cell(transfer_column *column, size_t row, const struct cell *cell)
{
    if (!cell) {
        column->states[row] = TRANSFER_UNSET;
    } else if (cell->unreadable) {
        column->states[row] = TRANSFER_WRONG_KIND;
        column->unreadable[row] = cell->value.text;
        column->has_unreadable = 1;
    } else {
        column->states[row] = TRANSFER_OK;
        put_value(column, row, cell);
    }
}

/* What a file says of itself has no id. */
static void put_id(const struct filling *filling, size_t row, transfer_record *record)
{
    const transfer_column *column = filling->column;
    const struct entry *entry = record_top(filling->root)->entry;

    column->records[row] = record;
    column->texts[row] = entry ? entry->id : NULL;
    column->states[row] = entry ? TRANSFER_OK : TRANSFER_UNSET;
}

/* A row: a record or, in a list of values, an item of one. */
static void put_row(struct filling *filling, transfer_record *record, const struct cell *item)
{
    transfer_key key = filling->rows->key;
    size_t row = filling->row++;

    if (filling->column->owners)
        filling->column->owners[row] = filling->owner;
    if (key == 0)
        put_id(filling, row, record);
    else
        put_cell(filling->column, row, item ? item : record_cell(record, key_number(key)));
}

/* The rows in a record, from list `level` of the path on. */
static void fill_from(struct filling *filling, transfer_record *record, size_t level)
{
    const struct rows *rows = filling->rows;
    int is_last = level + 1 == rows->length;
    const struct list *list = list_of(record, rows->path[level]);

    for (uint32_t i = 0; list && i < list->count; i++) {
        if (!is_last)
            fill_from(filling, list->items.records[i], level + 1);
        else if (rows->of_values)
            put_row(filling, record, &list->items.cells[i]);
        else
            put_row(filling, list->items.records[i], NULL);
    }
    filling->owner += (uint64_t)is_last;
}

static void fill(transfer_column *column, const struct rows *rows)
{
    struct filling filling = {.rows = rows, .column = column};

    for (size_t i = 0; i < rows->records; i++) {
        fetch(rows, i);
        filling.root = record_at(rows, i);
        if (rows->length > 0)
            fill_from(&filling, filling.root, 0);
        else
            put_row(&filling, filling.root, NULL);
    }
}

/* ---- the API ---- */

transfer_status transfer_portfolio_column(const transfer_portfolio *portfolio, transfer_type type,
                                          const transfer_key *path, size_t path_length,
                                          transfer_key key, transfer_column **column)
{
    struct rows rows = {
        .portfolio = portfolio, .type = type, .path = path, .length = path_length, .key = key};
    transfer_column *made;
    transfer_status status;
    uint8_t kind;

    if (!portfolio || !column || (!path && path_length > 0) || !transfer_type_section(type))
        return TRANSFER_MISUSE;
    status = check_rows(&rows, &kind);
    if (status != TRANSFER_OK)
        return status;
    rows.records = transfer_portfolio_count(portfolio, type);
    made = column_new(&rows, kind);
    if (!made)
        return TRANSFER_NO_MEMORY;
    fill(made, &rows);
    *column = made;
    return TRANSFER_OK;
}

void transfer_column_free(transfer_column *column)
{
    if (!column)
        return;
    free(column->block);
    free(column);
}

size_t transfer_column_count(const transfer_column *column)
{
    return column ? column->count : 0;
}

transfer_kind transfer_column_kind(const transfer_column *column)
{
    return (transfer_kind)(column ? column->kind : 0);
}

const uint8_t *transfer_column_states(const transfer_column *column)
{
    return column ? column->states : NULL;
}

const uint64_t *transfer_column_owners(const transfer_column *column)
{
    return column ? column->owners : NULL;
}

transfer_record *const *transfer_column_records(const transfer_column *column)
{
    return column ? column->records : NULL;
}

const char *const *transfer_column_texts(const transfer_column *column)
{
    return column ? column->texts : NULL;
}

const transfer_date *transfer_column_dates(const transfer_column *column)
{
    return column ? column->dates : NULL;
}

const transfer_period *transfer_column_periods(const transfer_column *column)
{
    return column ? column->periods : NULL;
}

const transfer_amount *transfer_column_amounts(const transfer_column *column)
{
    return column ? column->amounts : NULL;
}

const transfer_quantity *transfer_column_quantities(const transfer_column *column)
{
    return column ? column->quantities : NULL;
}

const transfer_share *transfer_column_shares(const transfer_column *column)
{
    return column ? column->shares : NULL;
}

const int64_t *transfer_column_integers(const transfer_column *column)
{
    return column ? column->integers : NULL;
}

const char *const *transfer_column_unreadable(const transfer_column *column)
{
    return column && column->has_unreadable ? column->unreadable : NULL;
}
