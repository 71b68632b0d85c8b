/* Exact decimal numbers.
 *
 * SPDX-License-Identifier: MIT
 */
#include "decimal.h"

#include <string.h>

#include <transfer/transfer.h>

#include "ascii.h"

static void append_digit(struct decimal *decimal, char c)
{
    uint64_t digit = (uint64_t)(c - '0');

    if (__builtin_mul_overflow(decimal->magnitude, UINT64_C(10), &decimal->magnitude) ||
        __builtin_add_overflow(decimal->magnitude, digit, &decimal->magnitude))
        decimal->overflow = 1;
}

size_t decimal_scan(const char *text, size_t length, struct decimal *decimal)
{
    struct decimal number = {0, 0, 0, 0};
    size_t i = 0, start;

    if (i < length && text[i] == '-') {
        number.negative = 1;
        i++;
    }
    for (start = i; i < length && is_digit(text[i]); i++)
        append_digit(&number, text[i]);
    if (i == start)
        return 0;
    if (i + 1 < length && text[i] == '.' && is_digit(text[i + 1])) {
        for (i++; i < length && is_digit(text[i]); i++) {
            append_digit(&number, text[i]);
            number.decimals++;
        }
    }
    *decimal = number;
    return i;
}

int decimal_rescale(struct decimal *decimal, size_t decimals)
{
    if (decimal->overflow)
        return 0;
    for (; decimal->decimals > decimals; decimal->decimals--) {
        if (decimal->magnitude % 10 != 0)
            return 0;
        decimal->magnitude /= 10;
    }
    for (; decimal->decimals < decimals; decimal->decimals++) {
        if (__builtin_mul_overflow(decimal->magnitude, UINT64_C(10), &decimal->magnitude))
            return 0;
    }
    return 1;
}

int decimal_to_int64(const struct decimal *decimal, int64_t *value)
{
    if (decimal->overflow || decimal->magnitude > INT64_MAX)
        return 0;
    *value = decimal->negative ? -(int64_t)decimal->magnitude : (int64_t)decimal->magnitude;
    return 1;
}

uint64_t decimal_power(size_t power)
{
    uint64_t result = 1;

    while (power-- > 0)
        result *= 10;
    return result;
}

uint64_t decimal_magnitude(int64_t value)
{
    return value < 0 ? -(uint64_t)value : (uint64_t)value;
}

static const char *const qualifiers[] = {
    [TRANSFER_EXACTLY] = "",           [TRANSFER_ABOUT] = "about ",
    [TRANSFER_AT_LEAST] = "at least ", [TRANSFER_MORE_THAN] = "more than ",
    [TRANSFER_AT_MOST] = "at most ",   [TRANSFER_LESS_THAN] = "less than ",
};

size_t qualifier_scan(const char *text, size_t length, uint8_t *qualifier)
{
    /* Mostly there is none. */
    for (uint8_t i = TRANSFER_ABOUT;
         length > 0 && text[0] > '9' && i <= TRANSFER_LESS_THAN; i++) {
        size_t size = strlen(qualifiers[i]);

        if (length >= size && memcmp(text, qualifiers[i], size) == 0) {
            *qualifier = i;
            return size;
        }
    }
    *qualifier = TRANSFER_EXACTLY;
    return 0;
}

const char *qualifier_text(uint8_t qualifier)
{
    return qualifier <= TRANSFER_LESS_THAN ? qualifiers[qualifier] : NULL;
}
