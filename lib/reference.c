/* Looking up codes in the reference tables.
 *
 * SPDX-License-Identifier: MIT
 */
#include "reference.h"

#include <string.h>

static const struct reference_table *find_table(int table)
{
    switch (table) {
    case TABLE_COUNTRY:
    case TABLE_REGION:
    case TABLE_INSEE_REGION:
    case TABLE_CURRENCY:
        return &reference_tables[table];
    default:
        return NULL;
    }
}

/* Orders as strcmp would, for a code that is not terminated.  Codes are short: no call is worth it. */
static int compare(const char *row_code, const char *code, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (row_code[i] != code[i])
            return (unsigned char)row_code[i] < (unsigned char)code[i] ? -1 : 1;
        if (row_code[i] == '\0') /* the row ends where the code has a NUL of its own */
            return -1;
    }
    return row_code[length] != '\0';
}

const struct reference_row *reference_find(enum table table, const char *code, size_t length)
{
    const struct reference_table *rows = find_table((int)table);
    size_t low = 0, high;

    if (!rows)
        return NULL;
    high = rows->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (compare(rows->rows[middle].code, code, length) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == rows->count || compare(rows->rows[low].code, code, length))
        return NULL;
    return &rows->rows[low];
}

const struct reference_row *reference_next(enum table table, const struct reference_row *row)
{
    const struct reference_table *rows = find_table((int)table);
    const struct reference_row *next = row + 1;

    if (next == rows->rows + rows->count || strcmp(next->code, row->code))
        return NULL;
    return next;
}

transfer_date reference_from(const struct reference_row *row)
{
    return (transfer_date){.year = row->from_year, .month = row->from_month, .day = row->from_day};
}

transfer_date reference_until(const struct reference_row *row)
{
    return (transfer_date){
        .year = row->until_year, .month = row->until_month, .day = row->until_day};
}

transfer_certainty reference_is_valid(const struct reference_row *row, const transfer_date *date)
{
    transfer_date from = reference_from(row), until = reference_until(row);
    transfer_certainty early =
        from.year ? transfer_date_is_before(date, &from) : TRANSFER_CERTAINLY_NOT;
    transfer_certainty late =
        until.year ? transfer_date_is_before(&until, date) : TRANSFER_CERTAINLY_NOT;

    if (early == TRANSFER_CERTAINLY || late == TRANSFER_CERTAINLY)
        return TRANSFER_CERTAINLY_NOT;
    if (early == TRANSFER_POSSIBLY || late == TRANSFER_POSSIBLY)
        return TRANSFER_POSSIBLY;
    return TRANSFER_CERTAINLY;
}

size_t transfer_code_count(transfer_table table)
{
    const struct reference_table *rows = find_table((int)table);

    return rows ? rows->count : 0;
}

const char *transfer_code_at(transfer_table table, size_t index)
{
    const struct reference_table *rows = find_table((int)table);

    return rows && index < rows->count ? rows->rows[index].code : NULL;
}

transfer_status transfer_code_name(transfer_table table, const char *code,
                                   const transfer_date *date, const char **name)
{
    const struct reference_row *row, *best = NULL;
    transfer_certainty best_is_valid = TRANSFER_CERTAINLY_NOT;
    transfer_date first, last;

    if (!find_table((int)table) || !code || !name)
        return TRANSFER_MISUSE;
    if (date && transfer_date_bounds(date, &first, &last))
        return TRANSFER_MISUSE;

    /* Of rows that are equally likely the latest gives the name. */
    for (row = reference_find((enum table)table, code, strlen(code)); row;
         row = reference_next((enum table)table, row)) {
        transfer_certainty is_valid = date ? reference_is_valid(row, date) : TRANSFER_CERTAINLY;

        if (is_valid != TRANSFER_CERTAINLY_NOT && is_valid >= best_is_valid) {
            best = row;
            best_is_valid = is_valid;
        }
    }
    if (!best)
        return TRANSFER_NOT_FOUND;
    *name = best->name;
    return TRANSFER_OK;
}

transfer_status transfer_code_validity(transfer_table table, const char *code,
                                       transfer_period *validity)
{
    const struct reference_row *row, *last;

    if (!find_table((int)table) || !code || !validity)
        return TRANSFER_MISUSE;
    row = reference_find((enum table)table, code, strlen(code));
    if (!row)
        return TRANSFER_NOT_FOUND;

    /* Rows of one code follow each other in time. */
    for (last = row; reference_next((enum table)table, last);)
        last = reference_next((enum table)table, last);
    validity->start = reference_from(row);
    validity->end = reference_until(last);
    return TRANSFER_OK;
}

transfer_status transfer_currency_decimals(const char *code, int *decimals)
{
    const struct reference_row *row;

    if (!code || !decimals)
        return TRANSFER_MISUSE;
    row = reference_find(TABLE_CURRENCY, code, strlen(code));
    if (!row)
        return TRANSFER_NOT_FOUND;
    *decimals = row->decimals;
    return TRANSFER_OK;
}
