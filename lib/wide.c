/* 128-bit products.
 *
 * SPDX-License-Identifier: MIT
 */
#include "wide.h"

#include <stddef.h>

struct wide wide_multiply(uint64_t a, uint64_t b)
{
    uint64_t a_low = a & 0xffffffff, a_high = a >> 32;
    uint64_t b_low = b & 0xffffffff, b_high = b >> 32;
    uint64_t low = a_low * b_low;
    uint64_t middle = a_high * b_low + (low >> 32); /* at most 2^64 - 2^32 */
    uint64_t other = a_low * b_high + (middle & 0xffffffff);

    return (struct wide){a_high * b_high + (middle >> 32) + (other >> 32),
                         other << 32 | (low & 0xffffffff)};
}

struct wide wide_add(struct wide a, struct wide b)
{
    struct wide sum = {a.high + b.high, a.low + b.low};

    sum.high += sum.low < a.low;
    return sum;
}

struct wide wide_subtract(struct wide a, struct wide b)
{
    return (struct wide){a.high - b.high - (a.low < b.low), a.low - b.low};
}

int wide_compare(struct wide a, struct wide b)
{
    if (a.high != b.high)
        return a.high < b.high ? -1 : 1;
    return a.low == b.low ? 0 : a.low < b.low ? -1 : 1;
}

/* A digit of base 2^32 of the quotient of (high, next) by the divisor (Knuth's algorithm D, whose
 * top bit is set).  `high` is less than the divisor and becomes the remainder. */
static uint64_t quotient_digit(uint64_t *high, uint64_t next, uint64_t divisor)
{
    uint64_t top = divisor >> 32, bottom = divisor & 0xffffffff;
    uint64_t digit = *high / top, rest = *high % top;

    while (digit >> 32 || digit * bottom > (rest << 32 | next)) {
        digit--;
        rest += top;
        if (rest >> 32)
            break;
    }
    /* Wraps on purpose: the true difference is less than the divisor. */
    *high = (*high << 32 | next) - digit * divisor;
    return digit;
}

struct wide wide_divide(struct wide dividend, uint64_t divisor, uint64_t *remainder)
{
    struct wide quotient = {dividend.high / divisor, 0};
    uint64_t rest = dividend.high % divisor, low = dividend.low;
    int shift = __builtin_clzll(divisor);

    if (rest == 0) {
        quotient.low = low / divisor;
        rest = low % divisor;
    } else {
        if (shift) {
            divisor <<= shift;
            rest = rest << shift | low >> (64 - shift);
            low <<= shift;
        }
        quotient.low = quotient_digit(&rest, low >> 32, divisor) << 32;
        quotient.low |= quotient_digit(&rest, low & 0xffffffff, divisor);
        rest >>= shift;
    }
    if (remainder)
        *remainder = rest;
    return quotient;
}
