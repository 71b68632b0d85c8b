/* Shares: exact parts of a whole.
 *
 * SPDX-License-Identifier: MIT
 */
#include "share.h"

#include <string.h>

#include "decimal.h"
#include "spelling.h"
#include "value.h"
#include "wide.h"

enum { PERCENT_DECIMALS = 2, POWER_MAX = 18 };

/* The power of ten that a number is, -1 for none. */
static int power_of(int64_t number)
{
    for (size_t power = 0; power <= POWER_MAX; power++) {
        if (decimal_power(power) == (uint64_t)number)
            return (int)power;
    }
    return -1;
}

int share_is_explicit(const transfer_share *share)
{
    return share->form == TRANSFER_SHARE_RATIO || share->form == TRANSFER_SHARE_PERCENT;
}

int value_share_is_valid(const transfer_share *value)
{
    static const uint8_t none[sizeof(value->reserved)] = {0};

    if (memcmp(value->reserved, none, sizeof(none)) != 0 || value->numerator < 0)
        return 0;
    switch (value->form) {
    case TRANSFER_SHARE_RATIO:
        return value->denominator > 0;
    case TRANSFER_SHARE_PERCENT:
        return power_of(value->denominator) >= PERCENT_DECIMALS;
    case TRANSFER_SHARE_EQUAL:
    case TRANSFER_SHARE_REST:
        return value->numerator == 0 && value->denominator == 1;
    default:
        return 0;
    }
}

static enum value_fault read_percent(const char *text, size_t length, transfer_share *share)
{
    struct decimal number;

    if (decimal_scan(text, length, &number) != length || number.negative)
        return VALUE_FORM;
    if (number.decimals > POWER_MAX - PERCENT_DECIMALS ||
        !decimal_to_int64(&number, &share->numerator))
        return VALUE_RANGE;
    share->denominator = (int64_t)decimal_power(number.decimals + PERCENT_DECIMALS);
    share->form = TRANSFER_SHARE_PERCENT;
    return VALUE_OK;
}

static enum value_fault read_ratio(const char *text, const char *slash, size_t length,
                                   transfer_share *share)
{
    size_t before = (size_t)(slash - text), after = length - before - 1;
    struct decimal above, below;

    if (before == 0 || decimal_scan(text, before, &above) != before || above.decimals > 0 ||
        above.negative)
        return VALUE_FORM;
    if (after == 0 || decimal_scan(slash + 1, after, &below) != after || below.decimals > 0 ||
        below.negative || (below.magnitude == 0 && !below.overflow))
        return VALUE_FORM;
    if (!decimal_to_int64(&above, &share->numerator) ||
        !decimal_to_int64(&below, &share->denominator))
        return VALUE_RANGE;
    share->form = TRANSFER_SHARE_RATIO;
    return VALUE_OK;
}

enum value_fault value_read_share(const char *text, size_t length, transfer_share *value)
{
    transfer_share share = {.denominator = 1};
    const char *slash = memchr(text, '/', length);
    enum value_fault fault = VALUE_FORM;

    if (length == 5 && memcmp(text, "equal", 5) == 0) {
        share.form = TRANSFER_SHARE_EQUAL;
        fault = VALUE_OK;
    } else if (length == 4 && memcmp(text, "rest", 4) == 0) {
        share.form = TRANSFER_SHARE_REST;
        fault = VALUE_OK;
    } else if (slash) {
        fault = read_ratio(text, slash, length, &share);
    } else if (length > 1 && text[length - 1] == '%') {
        fault = read_percent(text, length - 1, &share);
    }
    if (fault == VALUE_OK)
        *value = share;
    return fault;
}

transfer_status transfer_share_parse(const char *text, transfer_share *share)
{
    if (!text || !share)
        return TRANSFER_MISUSE;
    return value_read_share(text, strlen(text), share) == VALUE_OK ? TRANSFER_OK : TRANSFER_SYNTAX;
}

transfer_status transfer_share_format(const transfer_share *share, char *buffer, size_t size)
{
    struct spelling spelling;

    if (!share || !buffer || !value_share_is_valid(share))
        return TRANSFER_MISUSE;
    spelling_start(&spelling);
    switch (share->form) {
    case TRANSFER_SHARE_EQUAL:
        spelling_add(&spelling, "equal");
        break;
    case TRANSFER_SHARE_REST:
        spelling_add(&spelling, "rest");
        break;
    case TRANSFER_SHARE_PERCENT:
        spelling_add_decimal(&spelling, share->numerator,
                             (size_t)power_of(share->denominator) - PERCENT_DECIMALS);
        spelling_add(&spelling, "%");
        break;
    default:
        spelling_add_decimal(&spelling, share->numerator, 0);
        spelling_add(&spelling, "/");
        spelling_add_decimal(&spelling, share->denominator, 0);
    }
    return spelling_finish(&spelling, buffer, size);
}

static uint64_t greatest_divisor(uint64_t a, uint64_t b)
{
    while (b != 0) {
        uint64_t rest = a % b;

        a = b;
        b = rest;
    }
    return a;
}

struct fraction fraction_reduce(struct fraction a)
{
    uint64_t divisor = greatest_divisor(a.numerator, a.denominator);

    return (struct fraction){a.numerator / divisor, a.denominator / divisor};
}

/* a + b, or a - b; the only factors the result can lose are those both denominators have (Knuth,
 * 4.5.1), so that no step leaves 128 bits and only what does not fit overflows. */
static transfer_status combine(struct fraction a, struct fraction b, int subtract,
                               struct fraction *result)
{
    struct wide numerator, addend;
    uint64_t common, divisor, rest, denominator;

    a = fraction_reduce(a);
    b = fraction_reduce(b);
    common = greatest_divisor(a.denominator, b.denominator);
    numerator = wide_multiply(a.numerator, b.denominator / common);
    addend = wide_multiply(b.numerator, a.denominator / common);
    if (!subtract)
        numerator = wide_add(numerator, addend);
    else if (wide_compare(numerator, addend) < 0)
        return TRANSFER_MISUSE;
    else
        numerator = wide_subtract(numerator, addend);
    wide_divide(numerator, common, &rest);
    divisor = greatest_divisor(rest, common);
    numerator = wide_divide(numerator, divisor, NULL);
    if (numerator.high != 0 || numerator.low > INT64_MAX ||
        __builtin_mul_overflow(a.denominator / common, b.denominator / divisor, &denominator) ||
        denominator > INT64_MAX)
        return TRANSFER_OVERFLOW;
    *result = (struct fraction){numerator.low, denominator};
    return TRANSFER_OK;
}

transfer_status fraction_add(struct fraction a, struct fraction b, struct fraction *sum)
{
    return combine(a, b, 0, sum);
}

transfer_status fraction_subtract(struct fraction a, struct fraction b, struct fraction *difference)
{
    return combine(a, b, 1, difference);
}

transfer_status fraction_multiply(struct fraction a, struct fraction b, struct fraction *product)
{
    struct fraction left = fraction_reduce((struct fraction){a.numerator, b.denominator});
    struct fraction right = fraction_reduce((struct fraction){b.numerator, a.denominator});
    struct fraction result;

    if (__builtin_mul_overflow(left.numerator, right.numerator, &result.numerator) ||
        __builtin_mul_overflow(left.denominator, right.denominator, &result.denominator) ||
        result.numerator > INT64_MAX || result.denominator > INT64_MAX)
        return TRANSFER_OVERFLOW;
    *product = result;
    return TRANSFER_OK;
}

int fraction_compare(struct fraction a, struct fraction b)
{
    return wide_compare(wide_multiply(a.numerator, b.denominator),
                        wide_multiply(b.numerator, a.denominator));
}

struct fraction share_fraction(const transfer_share *share)
{
    return (struct fraction){(uint64_t)share->numerator, (uint64_t)share->denominator};
}

transfer_share share_of_fraction(struct fraction fraction)
{
    transfer_share share = {.numerator = (int64_t)fraction.numerator,
                            .denominator = (int64_t)fraction.denominator,
                            .form = TRANSFER_SHARE_RATIO};

    for (size_t power = PERCENT_DECIMALS; power <= POWER_MAX; power++) {
        uint64_t whole = decimal_power(power), numerator;

        if (whole % fraction.denominator != 0 ||
            __builtin_mul_overflow(fraction.numerator, whole / fraction.denominator, &numerator) ||
            numerator > INT64_MAX)
            continue;
        share.numerator = (int64_t)numerator;
        share.denominator = (int64_t)whole;
        share.form = TRANSFER_SHARE_PERCENT;
        break;
    }
    return share;
}

static int is_usable(const transfer_share *share)
{
    return share && value_share_is_valid(share) && share_is_explicit(share);
}

static transfer_status combine_shares(const transfer_share *a, const transfer_share *b,
                                      int subtract, transfer_share *result)
{
    struct fraction fraction;
    transfer_status status;

    if (!is_usable(a) || !is_usable(b) || !result)
        return TRANSFER_MISUSE;
    status = combine(share_fraction(a), share_fraction(b), subtract, &fraction);
    if (status == TRANSFER_OK)
        *result = (transfer_share){.numerator = (int64_t)fraction.numerator,
                                   .denominator = (int64_t)fraction.denominator,
                                   .form = TRANSFER_SHARE_RATIO};
    return status;
}

transfer_status transfer_share_add(const transfer_share *a, const transfer_share *b,
                                   transfer_share *sum)
{
    return combine_shares(a, b, 0, sum);
}

transfer_status transfer_share_subtract(const transfer_share *a, const transfer_share *b,
                                        transfer_share *difference)
{
    return combine_shares(a, b, 1, difference);
}

transfer_status transfer_share_compare(const transfer_share *a, const transfer_share *b, int *order)
{
    if (!is_usable(a) || !is_usable(b) || !order)
        return TRANSFER_MISUSE;
    *order = fraction_compare(share_fraction(a), share_fraction(b));
    return TRANSFER_OK;
}
