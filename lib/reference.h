/* The reference tables, compiled in from lib/reference/ (tables.c is derived by tables.awk).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef REFERENCE_H
#define REFERENCE_H

#include <transfer/transfer.h>

#include "schema.h"

/* Rows are sorted by code, then by date. */
struct reference_row {
    const char *code;
    const char *name;
    int16_t from_year, until_year;   /* first and last year, month and day of validity; */
    uint8_t from_month, until_month; /* 0: not limited */
    uint8_t from_day, until_day;
    int8_t decimals;                 /* of a currency; -1: none are given */
    const char *successor;           /* of a region: the code of its place from then on, or NULL */
};

struct reference_table {
    const struct reference_row *rows;
    size_t count;
};

/* By enum table; index 0 is empty. */
extern const struct reference_table reference_tables[];

/* The first row of a code (`length` bytes), NULL when there is none. */
const struct reference_row *reference_find(enum table table, const char *code, size_t length);
/* The next row of the same code, NULL when there is none. */
const struct reference_row *reference_next(enum table table, const struct reference_row *row);
/* Whether the row's code was valid on a date. */
transfer_certainty reference_is_valid(const struct reference_row *row, const transfer_date *date);
/* The first and last day of validity; year 0: not limited. */
transfer_date reference_from(const struct reference_row *row);
transfer_date reference_until(const struct reference_row *row);

#endif
