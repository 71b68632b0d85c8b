/* Sums of shares, and how far they are from a whole.
 *
 * SPDX-License-Identifier: MIT
 */
#include "share-sum.h"

#include <string.h>

#include "decimal.h"

enum { PERCENT_DECIMALS = 2, POWER_MAX = 18 };

static const struct fraction one = {1, 1};

void share_sum_add(struct share_sum *sum, const transfer_share *share)
{
    struct fraction addend = share_fraction(share);

    sum->has_ratio |= share->form == TRANSFER_SHARE_RATIO;
    if (fraction_add(sum->value, addend, &sum->value) == TRANSFER_OK)
        return;
    /* Both are more than nothing: the sum is more than the larger of them. */
    sum->inexact = 1;
    if (fraction_compare(addend, sum->value) > 0)
        sum->value = addend;
}

int share_sum_is_above(const struct share_sum *sum)
{
    int order = fraction_compare(sum->value, one);

    return order > 0 || (order == 0 && sum->inexact);
}

int share_sum_is_below(const struct share_sum *sum)
{
    return !sum->inexact && fraction_compare(sum->value, one) < 0;
}

struct fraction share_sum_gap(const struct share_sum *sum)
{
    struct fraction gap = {0, 1};

    if (fraction_subtract(sum->value, one, &gap) != TRANSFER_OK)
        (void)fraction_subtract(one, sum->value, &gap);
    return gap;
}

/* As per cent with as few decimals as are exact; 0 where none are. */
static int to_percent(struct fraction value, transfer_share *share)
{
    value = fraction_reduce(value);
    for (size_t power = PERCENT_DECIMALS; power <= POWER_MAX; power++) {
        uint64_t denominator = decimal_power(power), numerator;

        if (denominator % value.denominator != 0)
            continue;
        if (__builtin_mul_overflow(value.numerator, denominator / value.denominator, &numerator) ||
            numerator > INT64_MAX)
            return 0;
        *share = (transfer_share){.numerator = (int64_t)numerator,
                                  .denominator = (int64_t)denominator,
                                  .form = TRANSFER_SHARE_PERCENT};
        return 1;
    }
    return 0;
}

static void spell(const struct share_sum *sum, struct fraction value,
                  char text[TRANSFER_VALUE_SIZE])
{
    const char *qualifier = sum->inexact ? qualifier_text(TRANSFER_MORE_THAN) : "";
    size_t length = strlen(qualifier);
    transfer_share share;

    if (sum->has_ratio || !to_percent(value, &share)) {
        value = fraction_reduce(value);
        share = (transfer_share){.numerator = (int64_t)value.numerator,
                                 .denominator = (int64_t)value.denominator,
                                 .form = TRANSFER_SHARE_RATIO};
    }
    memcpy(text, qualifier, length + 1);
    (void)transfer_share_format(&share, text + length, TRANSFER_VALUE_SIZE - length);
}

void share_sum_fill(const struct share_sum *sum, struct finding *finding,
                    struct share_sum_texts *texts)
{
    spell(sum, sum->value, texts->found);
    spell(sum, share_sum_gap(sum), texts->gap);
    finding_add_string(finding, "found", texts->found);
    finding_add_string(finding, "expected", sum->has_ratio ? "1" : "100%");
    finding_add_string(finding, share_sum_is_above(sum) ? "excess" : "missing", texts->gap);
}
