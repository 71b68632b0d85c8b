/* Tables for people: aligned columns, figures as they are read aloud.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TABLE_H
#define TABLE_H

#include <transfer/transfer.h>

enum { TABLE_COLUMNS = 8, TABLE_WIDTH = 98, FIGURE_SIZE = 128 };

struct table {
    const char *columns; /* a letter for each: l, or r for what is aligned to the right */
    char **cells;        /* a row after the other; of a detail all but the first are NULL */
    size_t count, capacity;
};

/* Starts an empty table: `columns` as above, at most TABLE_COLUMNS. */
void table_begin(struct table *table, const char *columns);
/* Appends a cell, cut to `most` characters (0: whole); NULL is "–": not known. */
void table_add(struct table *table, const char *text, size_t most);
/* Appends an amount, NULL unless the status is TRANSFER_OK. */
void table_add_amount(struct table *table, transfer_status status, const transfer_amount *amount);
/* Appends a row that is one text, wrapped, behind some blanks. */
void table_add_detail(struct table *table, const char *text);
/* Prints it, unless there is nothing but the heading, which is the first row, and frees it.
 * Returns whether it was printed. */
int table_end(struct table *table);

/* "30,000,000.00 EUR", in French "30 000 000,00 €", qualifier in front; in `figure`, which has
 * FIGURE_SIZE bytes.  NULL when the status is not TRANSFER_OK. */
const char *figure_amount(char *figure, transfer_status status, const transfer_amount *amount);
/* "2013-12-05", "after 2013", in French "après 2013". */
const char *figure_date(char *figure, transfer_status status, const transfer_date *date);
const char *figure_quantity(char *figure, transfer_status status,
                            const transfer_quantity *quantity);

#endif
