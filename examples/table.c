/* Tables for people.
 *
 * SPDX-License-Identifier: MIT
 */
#include "table.h"

#include <stdlib.h>
#include <string.h>

#include "program.h"

#define NARROW_SPACE "\u202f"

enum { INDENT = 2, GAP = 2, GROUP = 3 };

void table_begin(struct table *table, const char *columns)
{
    *table = (struct table){.columns = columns};
}

static void append(struct table *table, char *cell)
{
    if (table->count == table->capacity) {
        table->capacity = table->capacity * 2 + 64;
        table->cells = realloc(table->cells, table->capacity * sizeof *table->cells);
        program_need(table->cells);
    }
    table->cells[table->count++] = cell;
}

/* The bytes of the first `most` characters. */
static size_t cut(const char *text, size_t most)
{
    size_t length = 0;

    while (text[length] && (most > 0 || ((unsigned char)text[length] & 0xc0) == 0x80))
        most -= ((unsigned char)text[length++] & 0xc0) != 0x80;
    return length;
}

void table_add(struct table *table, const char *text, size_t most)
{
    size_t columns = strlen(table->columns), length;
    /* Rows stand behind their heading. */
    int indent = table->count >= columns && table->count % columns == 0 ? INDENT : 0;
    int is_long;
    char *cell;

    if (!text)
        text = "–";
    is_long = most > 0 && program_width(text) > most;
    length = is_long ? cut(text, most - 1) : strlen(text);
    cell = malloc((size_t)indent + length + sizeof "…");
    program_need(cell);
    (void)sprintf(cell, "%*s%.*s%s", indent, "", (int)length, text, is_long ? "…" : "");
    append(table, cell);
}

void table_add_amount(struct table *table, transfer_status status, const transfer_amount *amount)
{
    char figure[FIGURE_SIZE];

    table_add(table, figure_amount(figure, status, amount), 0);
}

void table_add_detail(struct table *table, const char *text)
{
    table_add(table, text, 0);
    for (size_t i = 1; i < strlen(table->columns); i++)
        append(table, NULL);
}

static void print_row(const struct table *table, char *const *cells, const size_t *widths)
{
    size_t blanks = 0; /* that come before the next text, if any does */

    for (size_t i = 0; table->columns[i]; i++) {
        size_t room = widths[i] - program_width(cells[i]);

        if (table->columns[i] == 'r')
            blanks += room;
        if (*cells[i]) {
            printf("%*s%s", (int)blanks, "", cells[i]);
            blanks = 0;
        }
        blanks += GAP + (table->columns[i] == 'l' ? room : 0);
    }
    putchar('\n');
}

int table_end(struct table *table)
{
    size_t columns = strlen(table->columns), widths[TABLE_COLUMNS] = {0};
    int is_printed = table->count > columns;

    for (size_t i = 0; i < table->count; i += columns)
        for (size_t j = 0; j < columns && table->cells[i + columns - 1]; j++)
            if (widths[j] < program_width(table->cells[i + j]))
                widths[j] = program_width(table->cells[i + j]);
    for (size_t i = 0; is_printed && i < table->count; i += columns) {
        if (table->cells[i + columns - 1])
            print_row(table, &table->cells[i], widths);
        else
            program_wrap(table->cells[i] + INDENT, (size_t)2 * INDENT, TABLE_WIDTH);
    }
    for (size_t i = 0; i < table->count; i++)
        free(table->cells[i]);
    free(table->cells);
    return is_printed;
}

/* Writes a qualifier and value / 10^decimals, with its digits in groups. */
static size_t write_number(char *figure, uint8_t qualifier, int64_t value, unsigned decimals)
{
    static const char *const words[][2] = {
        [TRANSFER_EXACTLY] = {"", ""},
        [TRANSFER_ABOUT] = {"about ", "environ "},
        [TRANSFER_AT_LEAST] = {"at least ", "au moins "},
        [TRANSFER_MORE_THAN] = {"more than ", "plus de "},
        [TRANSFER_AT_MOST] = {"at most ", "au plus "},
        [TRANSFER_LESS_THAN] = {"less than ", "moins de "},
    };
    uint64_t rest = value < 0 ? -(uint64_t)value : (uint64_t)value;
    size_t length, count = 0;
    char digits[32]; /* the last first */

    do {
        digits[count++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0 || (count <= decimals && count < sizeof digits));
    length = (size_t)sprintf(figure, "%s%s", program_text(words[qualifier][0], words[qualifier][1]),
                             value < 0 ? "-" : "");
    for (size_t i = count; i-- > 0;) {
        const char *behind = "";

        if (i > decimals && (i - decimals) % GROUP == 0)
            behind = program_text(",", NARROW_SPACE);
        else if (i > 0 && i == decimals)
            behind = program_text(".", ",");
        length += (size_t)sprintf(figure + length, "%c%s", digits[i], behind);
    }
    return length;
}

const char *figure_amount(char *figure, transfer_status status, const transfer_amount *amount)
{
    size_t length;
    int is_sign;

    if (status != TRANSFER_OK)
        return NULL;
    is_sign = program_language == TRANSFER_FRENCH && strcmp(amount->currency, "EUR") == 0;
    length = write_number(figure, amount->qualifier, amount->minor, amount->decimals);
    (void)sprintf(figure + length, "%s%s", program_text(" ", NARROW_SPACE),
                  is_sign ? "€" : amount->currency);
    return figure;
}

const char *figure_quantity(char *figure, transfer_status status, const transfer_quantity *quantity)
{
    if (status != TRANSFER_OK)
        return NULL;
    (void)write_number(figure, quantity->qualifier, quantity->value, quantity->decimals);
    return figure;
}

const char *figure_date(char *figure, transfer_status status, const transfer_date *date)
{
    const char *word = "";
    transfer_date plain;

    if (status != TRANSFER_OK)
        return NULL;
    plain = *date;
    if (date->flags & TRANSFER_DATE_BEFORE)
        word = program_text("before ", "avant ");
    else if (date->flags & TRANSFER_DATE_AFTER)
        word = program_text("after ", "après ");
    plain.flags &= (uint8_t) ~(TRANSFER_DATE_BEFORE | TRANSFER_DATE_AFTER);
    (void)sprintf(figure, "%s", word);
    program_need_done(
        transfer_date_format(&plain, figure + strlen(word), FIGURE_SIZE - strlen(word)));
    return figure;
}
