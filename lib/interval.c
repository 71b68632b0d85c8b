/* Sums of amounts that may be qualified.
 *
 * SPDX-License-Identifier: MIT
 */
#include "interval.h"

#include "decimal.h"
#include "spelling.h"

static const struct wide none = {0, 0}, largest = {UINT64_MAX, UINT64_MAX};

struct interval interval_of(const transfer_amount *amount)
{
    struct wide figure = {0, decimal_magnitude(amount->minor)};
    struct interval interval = {.vague = amount->qualifier != TRANSFER_EXACTLY};

    switch (amount->qualifier) {
    case TRANSFER_EXACTLY:
        interval.low = interval.high = figure;
        break;
    case TRANSFER_AT_LEAST:
    case TRANSFER_MORE_THAN:
        interval.low = figure;
        interval.above_low = amount->qualifier == TRANSFER_MORE_THAN;
        interval.unbounded = 1;
        break;
    case TRANSFER_AT_MOST:
    case TRANSFER_LESS_THAN:
        interval.high = figure;
        interval.below_high = amount->qualifier == TRANSFER_LESS_THAN;
        break;
    default: /* about: who can say how near? */
        interval.unbounded = 1;
        break;
    }
    return interval;
}

static struct wide take(struct wide whole, uint64_t numerator, uint64_t denominator, int up)
{
    uint64_t rest;
    struct wide part = wide_divide(wide_multiply(whole.low, numerator), denominator, &rest);

    return up && rest > 0 ? wide_add(part, (struct wide){0, 1}) : part;
}

struct interval interval_of_part(const transfer_amount *whole, uint64_t numerator,
                                 uint64_t denominator, enum interval_rounding rounding)
{
    struct interval all = interval_of(whole);
    int inward = rounding == INTERVAL_INWARD;
    struct interval part = {.vague = all.vague, .unbounded = all.unbounded && numerator > 0};

    part.low = take(all.low, numerator, denominator, inward);
    part.high = take(all.high, numerator, denominator, !inward);
    return part;
}

/* Returns 0 where the sum does not fit, which is then the largest number. */
static int add(struct wide *sum, struct wide addend)
{
    *sum = wide_add(*sum, addend);
    if (wide_compare(*sum, addend) >= 0)
        return 1;
    *sum = largest;
    return 0;
}

void interval_add(struct interval *sum, const struct interval *addend)
{
    if (!add(&sum->low, addend->low))
        sum->above_low = 1;
    if (!add(&sum->high, addend->high))
        sum->unbounded = 1;
    sum->above_low |= addend->above_low;
    sum->below_high |= addend->below_high;
    sum->unbounded |= addend->unbounded;
    sum->vague |= addend->vague;
    if (sum->unbounded) {
        sum->high = none;
        sum->below_high = 0;
    }
}

transfer_certainty interval_is_above(const struct interval *a, const struct interval *b)
{
    int order = wide_compare(a->low, b->high);

    if (!b->unbounded && (order > 0 || (order == 0 && (a->above_low || b->below_high))))
        return TRANSFER_CERTAINLY;
    if (!a->unbounded && wide_compare(a->high, b->low) <= 0)
        return TRANSFER_CERTAINLY_NOT;
    return TRANSFER_POSSIBLY;
}

static int is_exact(const struct interval *interval)
{
    return !interval->unbounded && !interval->above_low && !interval->below_high &&
           wide_compare(interval->low, interval->high) == 0;
}

struct interval interval_gap(const struct interval *a, const struct interval *b)
{
    struct interval gap = {.low = wide_subtract(a->low, b->high),
                           .above_low = a->above_low | b->below_high,
                           .vague = a->vague | b->vague};

    if (is_exact(a) && is_exact(b))
        gap.high = gap.low;
    else
        gap.unbounded = 1;
    return gap;
}

int interval_is_sign(const struct interval *interval)
{
    return interval->unbounded && wide_compare(interval->low, none) == 0;
}

/* A number of 128 bits, in groups of as many digits as 64 bits hold. */
static void spell_wide(struct spelling *spelling, struct wide number)
{
    enum { GROUP = 19, GROUPS = 3 };
    uint64_t groups[GROUPS];
    size_t count = 0;

    do
        number = wide_divide(number, decimal_power(GROUP), &groups[count++]);
    while (wide_compare(number, none) > 0);
    spelling_add_digits(spelling, groups[--count], 1);
    while (count > 0)
        spelling_add_digits(spelling, groups[--count], GROUP);
}

/* The qualifier that says on which side of its end an interval lies. */
static uint8_t end_qualifier(const struct interval *interval, int is_high)
{
    if (is_exact(interval))
        return TRANSFER_EXACTLY;
    if (is_high)
        return interval->below_high ? TRANSFER_LESS_THAN : TRANSFER_AT_MOST;
    return interval->above_low ? TRANSFER_MORE_THAN : TRANSFER_AT_LEAST;
}

void interval_spell(const struct interval *interval, enum interval_end end,
                    const transfer_amount *unit, char buffer[TRANSFER_VALUE_SIZE])
{
    int is_high = end == INTERVAL_HIGH && !interval->unbounded;
    struct spelling spelling;
    struct wide major;
    uint64_t minor;

    major = wide_divide(is_high ? interval->high : interval->low, decimal_power(unit->decimals),
                        &minor);
    spelling_start(&spelling);
    spelling_add(&spelling, qualifier_text(end_qualifier(interval, is_high)));
    spell_wide(&spelling, major);
    if (minor > 0) {
        spelling_add(&spelling, ".");
        spelling_add_digits(&spelling, minor, unit->decimals);
    }
    spelling_add(&spelling, " ");
    spelling_add(&spelling, unit->currency);
    (void)spelling_finish(&spelling, buffer, TRANSFER_VALUE_SIZE);
}
