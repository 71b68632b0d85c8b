/* Dividing amounts: shares of them, and parts that sum to the whole by the largest remainder.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

#include "amount.h"
#include "decimal.h"
#include "share.h"
#include "value.h"
#include "wide.h"

/* A part in the making: its exact value is floor + remainder / denominator. */
struct part {
    struct fraction fraction; /* of the whole */
    uint64_t floor, remainder;
    size_t index;
};

/* magnitude * fraction, rounded down. */
static uint64_t take(uint64_t magnitude, struct fraction fraction, uint64_t *remainder,
                     int *overflow)
{
    struct wide quotient =
        wide_divide(wide_multiply(magnitude, fraction.numerator), fraction.denominator, remainder);

    *overflow = quotient.high != 0 || quotient.low > INT64_MAX;
    return quotient.low;
}

/* The same, rounded to the nearest, halves up. */
static uint64_t take_rounded(uint64_t magnitude, struct fraction fraction, int *overflow)
{
    uint64_t remainder, result = take(magnitude, fraction, &remainder, overflow);

    if (!*overflow && remainder >= fraction.denominator - remainder) {
        result++;
        *overflow = result > INT64_MAX;
    }
    return result;
}

/* A part of the whole; of what is nothing at all, also the qualifier says nothing. */
static void put_part(const transfer_amount *whole, uint64_t magnitude, int is_nothing,
                     transfer_amount *part)
{
    transfer_amount result = *whole;

    result.minor = whole->minor < 0 ? -(int64_t)magnitude : (int64_t)magnitude;
    if (is_nothing)
        result.qualifier = TRANSFER_EXACTLY;
    *part = result;
}

transfer_status transfer_amount_share(const transfer_amount *whole, const transfer_share *share,
                                      transfer_amount *part)
{
    uint64_t magnitude;
    int overflow;

    if (!whole || !share || !part || !amount_is_sane(whole) || !value_share_is_valid(share) ||
        !share_is_explicit(share))
        return TRANSFER_MISUSE;
    magnitude = take_rounded(decimal_magnitude(whole->minor), share_fraction(share), &overflow);
    if (overflow)
        return TRANSFER_OVERFLOW;
    put_part(whole, magnitude, share->numerator == 0, part);
    return TRANSFER_OK;
}

transfer_status transfer_amount_divide(const transfer_amount *whole, size_t count,
                                       transfer_amount *parts)
{
    transfer_amount all;
    uint64_t magnitude;

    if (!whole || count == 0 || !parts || !amount_is_sane(whole))
        return TRANSFER_MISUSE;
    all = *whole; /* may be one of the parts */
    magnitude = decimal_magnitude(all.minor);
    for (size_t i = 0; i < count; i++)
        put_part(&all, magnitude / count + (i < magnitude % count), 0, &parts[i]);
    return TRANSFER_OK;
}

/* Larger remainders first, then those named first. */
static int compare_parts(const void *a, const void *b)
{
    const struct part *x = a, *y = b;
    int order = wide_compare(wide_multiply(y->remainder, x->fraction.denominator),
                             wide_multiply(x->remainder, y->fraction.denominator));

    if (order != 0)
        return order;
    return x->index < y->index ? -1 : 1;
}

/* Gives each part its fraction of the whole, so that all sum to `covered`, the fractions' sum. */
static transfer_status distribute(const transfer_amount *whole, struct part *work, size_t count,
                                  struct fraction covered, transfer_amount *parts)
{
    transfer_amount all = *whole; /* may be one of the parts */
    uint64_t magnitude = decimal_magnitude(all.minor), missing;
    int overflow;

    /* No part can overflow: none is more than the whole. */
    missing = take_rounded(magnitude, covered, &overflow);
    for (size_t i = 0; i < count; i++) {
        work[i].index = i;
        work[i].floor = take(magnitude, work[i].fraction, &work[i].remainder, &overflow);
        missing -= work[i].floor;
    }
    qsort(work, count, sizeof(*work), compare_parts);
    for (size_t i = 0; i < count; i++)
        put_part(&all, work[i].floor + (i < missing), work[i].fraction.numerator == 0,
                 &parts[work[i].index]);
    return TRANSFER_OK;
}

static transfer_status apportion(const transfer_amount *whole, const int64_t *weights, size_t count,
                                 struct part *work, transfer_amount *parts)
{
    int64_t sum = 0;

    for (size_t i = 0; i < count; i++) {
        if (weights[i] < 0)
            return TRANSFER_MISUSE;
        if (__builtin_add_overflow(sum, weights[i], &sum))
            return TRANSFER_OVERFLOW;
    }
    if (sum == 0)
        return TRANSFER_MISUSE;
    for (size_t i = 0; i < count; i++)
        work[i].fraction = (struct fraction){(uint64_t)weights[i], (uint64_t)sum};
    return distribute(whole, work, count, (struct fraction){1, 1}, parts);
}

transfer_status transfer_amount_apportion(const transfer_amount *whole, const int64_t *weights,
                                          size_t count, transfer_amount *parts)
{
    transfer_status status;
    struct part *work;

    if (!whole || !weights || count == 0 || !parts || !amount_is_sane(whole))
        return TRANSFER_MISUSE;
    work = calloc(count, sizeof(*work));
    if (!work)
        return TRANSFER_NO_MEMORY;
    status = apportion(whole, weights, count, work, parts);
    free(work);
    return status;
}

/* What "equal" and "rest" come to.  All who say "equal" divide what the explicit shares leave, so
 * that nothing is left for a "rest" beside them. */
static transfer_status divide_left(const transfer_share *shares, size_t count, size_t equals,
                                   struct fraction left, struct part *work)
{
    struct fraction equal = left, rest = left;
    uint64_t divisor;

    if (equals > 0) {
        divisor = fraction_reduce((struct fraction){left.numerator, equals}).denominator;
        equal.numerator /= equals / divisor;
        if (__builtin_mul_overflow(equal.denominator, divisor, &equal.denominator) ||
            equal.denominator > INT64_MAX)
            return TRANSFER_OVERFLOW;
        rest = (struct fraction){0, 1};
    }
    for (size_t i = 0; i < count; i++) {
        if (shares[i].form == TRANSFER_SHARE_EQUAL)
            work[i].fraction = equal;
        else if (shares[i].form == TRANSFER_SHARE_REST)
            work[i].fraction = rest;
    }
    return TRANSFER_OK;
}

/* Where the shares sum to less than 1, the parts sum to what they cover, rounded to the nearest. */
static transfer_status split(const transfer_amount *whole, const transfer_share *shares,
                             size_t count, struct part *work, transfer_amount *parts)
{
    static const struct fraction one = {1, 1};
    struct fraction sum = {0, 1}, left;
    size_t equals = 0, rests = 0;
    transfer_status status;

    for (size_t i = 0; i < count; i++) {
        if (!value_share_is_valid(&shares[i]))
            return TRANSFER_MISUSE;
        equals += shares[i].form == TRANSFER_SHARE_EQUAL;
        rests += shares[i].form == TRANSFER_SHARE_REST;
        if (!share_is_explicit(&shares[i]))
            continue;
        work[i].fraction = share_fraction(&shares[i]);
        status = fraction_add(sum, work[i].fraction, &sum);
        if (status != TRANSFER_OK)
            return status;
        if (fraction_compare(sum, one) > 0)
            return TRANSFER_MISUSE;
    }
    if (rests > 1)
        return TRANSFER_MISUSE;
    status = fraction_subtract(one, sum, &left);
    if (status != TRANSFER_OK)
        return status;
    if (equals + rests > 0) {
        status = divide_left(shares, count, equals, left, work);
        if (status != TRANSFER_OK)
            return status;
        sum = one;
    }
    return distribute(whole, work, count, sum, parts);
}

transfer_status transfer_amount_split(const transfer_amount *whole, const transfer_share *shares,
                                      size_t count, transfer_amount *parts)
{
    transfer_status status;
    struct part *work;

    if (!whole || !shares || count == 0 || !parts || !amount_is_sane(whole))
        return TRANSFER_MISUSE;
    work = calloc(count, sizeof(*work));
    if (!work)
        return TRANSFER_NO_MEMORY;
    status = split(whole, shares, count, work, parts);
    free(work);
    return status;
}
