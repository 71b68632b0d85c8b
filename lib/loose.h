/* Reading values as people type them, to suggest how the file format spells them.
 *
 * SPDX-License-Identifier: MIT
 *
 * Nothing here guesses: where two readings are possible there is none.
 */
#ifndef LOOSE_H
#define LOOSE_H

#include <stddef.h>
#include <stdint.h>

#include <transfer/transfer.h>

#include "decimal.h"

enum { LOOSE_MAX = 160 };

/* A text without what does not matter: in lower case, without accents, with single spaces for
 * spaces of all kinds and none at the ends, and plain signs for typographic ones. */
struct loose {
    char text[LOOSE_MAX];
    size_t length;
};

/* What a character becomes; NULL: it stays as it is. */
const char *loose_fold_character(uint32_t point);
/* Returns 0 for what is empty, too long for a value, or not UTF-8. */
int loose_fold(const char *text, size_t length, struct loose *loose);

/* What is still to be read. */
struct cursor {
    const char *at, *end;
};

struct loose_word {
    const char *text;
    int meaning;
};

void cursor_skip_space(struct cursor *cursor);
int cursor_is_at_end(const struct cursor *cursor);
/* Moves behind a text when it comes next, and no letter continues its last; 0 when not. */
int cursor_skip(struct cursor *cursor, const char *text);
/* The same for the first of some texts; its meaning, or -1. */
int cursor_skip_any(struct cursor *cursor, const struct loose_word *words, size_t count);

/* How to take a single comma or point before three digits. */
enum loose_mark { MARK_UNSURE, MARK_DECIMAL };

/* Moves behind a number, perhaps with group separators; 0 when there is none or it is not sure. */
int loose_read_number(struct cursor *cursor, enum loose_mark mark, struct decimal *number);

/* Each reads the whole text; 0 when it is not sure. */
int loose_read_amount(const struct loose *loose, transfer_amount *amount);
int loose_read_quantity(const struct loose *loose, transfer_quantity *quantity);
int loose_read_date(const struct loose *loose, transfer_date *date);
int loose_read_period(const struct loose *loose, transfer_period *period);

#endif
