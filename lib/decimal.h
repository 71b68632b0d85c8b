/* Exact decimal numbers: reading their digits, and the words that qualify them.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef DECIMAL_H
#define DECIMAL_H

#include <stddef.h>
#include <stdint.h>

/* A number in the making: magnitude / 10^decimals. */
struct decimal {
    uint64_t magnitude;
    size_t decimals;
    int negative;
    int overflow; /* the digits do not fit in the magnitude, which is then meaningless */
};

/* Reads "-12.50" at the start of a text.  Returns the bytes read; 0 when there is no number. */
size_t decimal_scan(const char *text, size_t length, struct decimal *decimal);
/* Raises to as many decimals, or drops zeros down to them.  Returns 0 when it would not be exact
 * or does not fit. */
int decimal_rescale(struct decimal *decimal, size_t decimals);
/* The magnitude with its sign; 0 when it does not fit or would be INT64_MIN. */
int decimal_to_int64(const struct decimal *decimal, int64_t *value);
/* 10 to the `power`, at most 19. */
uint64_t decimal_power(size_t power);
/* The magnitude of a number, also of INT64_MIN. */
uint64_t decimal_magnitude(int64_t value);

/* Reads a qualifier and its space at the start of a text; returns the bytes read, 0 for none. */
size_t qualifier_scan(const char *text, size_t length, uint8_t *qualifier);
/* The words of a qualifier with a space behind; "" for TRANSFER_EXACTLY, NULL for a number that
 * is no qualifier. */
const char *qualifier_text(uint8_t qualifier);

#endif
