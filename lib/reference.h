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

/* The ceilings of a size class: an enterprise below all of them that no smaller class takes is in
 * it.  Above the last of its definition it is large. */
struct size_ceiling {
    int definition;                 /* a choice of TRANSFER_PARTNER_SIZE_DEFINITION */
    int size;                       /* a choice of TRANSFER_PARTNER_SIZE */
    uint32_t headcount_below;
    int64_t turnover, balance_sheet; /* in cents of a euro: up to one of the two */
    transfer_period in_force;
    const char *source;
};

/* In the order of the definitions, of each the smallest class first. */
extern const struct size_ceiling size_ceilings[];
extern const size_t size_ceiling_count;

#endif
