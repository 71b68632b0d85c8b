/* The spelling of a value, put together piece by piece.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SPELLING_H
#define SPELLING_H

#include <stddef.h>
#include <stdint.h>

#include <transfer/transfer.h>

/* What does not fit is left out and remembered. */
struct spelling {
    char text[TRANSFER_VALUE_SIZE];
    size_t length;
    int overflow;
};

void spelling_start(struct spelling *spelling);
void spelling_add(struct spelling *spelling, const char *text);
void spelling_add_bytes(struct spelling *spelling, const char *text, size_t length);
/* Writes at least `digits` digits, with zeros in front. */
void spelling_add_digits(struct spelling *spelling, uint64_t number, size_t digits);
/* Writes value / 10^decimals, with all its decimals. */
void spelling_add_decimal(struct spelling *spelling, int64_t value, size_t decimals);
/* Hands the spelling out with its NUL.  TRANSFER_LIMIT: it does not fit. */
transfer_status spelling_finish(const struct spelling *spelling, char *buffer, size_t size);

#endif
