/* Generator of portfolios: who pays and who receives which part of an agreement.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdio.h>

#include "generator.h"

enum { PARTS_MAX = 8 };

/* The fields of a contribution, or of an allocation. */
struct part_keys {
    transfer_key partner, platform, project, unspecified, amount, share;
};

static const struct part_keys contribution_keys = {
    .partner = TRANSFER_CONTRIBUTION_PARTNER,
    .unspecified = TRANSFER_CONTRIBUTION_UNSPECIFIED,
    .amount = TRANSFER_CONTRIBUTION_AMOUNT,
    .share = TRANSFER_CONTRIBUTION_SHARE,
};
static const struct part_keys allocation_keys = {
    .partner = TRANSFER_ALLOCATION_PARTNER,
    .platform = TRANSFER_ALLOCATION_PLATFORM,
    .project = TRANSFER_ALLOCATION_PROJECT,
    .amount = TRANSFER_ALLOCATION_AMOUNT,
    .share = TRANSFER_ALLOCATION_SHARE,
};

/* What is divided among whom. */
struct whole {
    struct generator *generator;
    const struct part_keys *keys;
    struct part *parts;
    size_t count;
    int64_t total; /* 0: not said */
    const char *currency;
};

static void write_amount(const struct whole *whole, size_t index, const char *qualifier,
                         int64_t minor)
{
    set_amount(whole->parts[index].nested, whole->keys->amount, qualifier, minor,
               whole->currency);
    whole->parts[index].minor = minor;
}

static void write_ratio(const struct whole *whole, size_t index, int64_t numerator,
                        int64_t denominator)
{
    set(whole->parts[index].nested, whole->keys->share, "%lld/%lld", (long long)numerator,
        (long long)denominator);
}

/* A number of 10 to the minus `decimals` percents. */
static void write_percent(const struct whole *whole, size_t index, int64_t number, int decimals)
{
    int64_t scale = 1;

    for (int i = 0; i < decimals; i++)
        scale *= 10;
    if (decimals)
        set(whole->parts[index].nested, whole->keys->share, "%lld.%0*lld%%",
            (long long)(number / scale), decimals, (long long)(number % scale));
    else
        set(whole->parts[index].nested, whole->keys->share, "%lld%%", (long long)number);
}

/* ---- the ways of stating parts ---- */

static void by_amounts(const struct whole *whole)
{
    int64_t parts[PARTS_MAX];

    partition(whole->generator, whole->total, parts, whole->count);
    for (size_t i = 0; i < whole->count; i++)
        write_amount(whole, i, "", parts[i]);
}

/* Each as an interval that has the exact part in it, often as its end. */
static void by_qualified_amounts(const struct whole *whole)
{
    static const struct {
        const char *qualifier;
        int64_t lowest, highest; /* beside the exact part */
    } ways[] = {
        {"", 0, 0},
        {"about ", -1000, 1000},
        {"at least ", -5000, 0},
        {"more than ", -5000, -1},
        {"at most ", 0, 5000},
        {"less than ", 1, 5000},
    };
    int64_t parts[PARTS_MAX];

    partition(whole->generator, whole->total, parts, whole->count);
    for (size_t i = 0; i < whole->count; i++) {
        size_t way = (size_t)BETWEEN(whole->generator, 0, 5);
        int64_t beside = some_cents(whole->generator, ways[way].lowest, ways[way].highest);

        if (parts[i] + beside < 1)
            write_amount(whole, i, "", parts[i]);
        else
            write_amount(whole, i, ways[way].qualifier, parts[i] + beside);
        whole->parts[i].minor = 0;
    }
}

/* Hundredths, ten thousandths or millionths that sum to the whole. */
static void by_percents(const struct whole *whole)
{
    static const int64_t wholes[] = {100, 1000, 10000, 1000000};
    static const int decimals[] = {0, 1, 2, 4};
    size_t way = (size_t)BETWEEN(whole->generator, 0, 3);
    int64_t parts[PARTS_MAX];

    partition(whole->generator, wholes[way], parts, whole->count);
    for (size_t i = 0; i < whole->count; i++)
        write_percent(whole, i, parts[i], decimals[way]);
}

static const int64_t denominators[] = {8, 9, 11, 13, 60, 97, 360, 1000, 999983, 10000000019};

/* Fractions of an odd denominator, some of them of a multiple of it, or as percent. */
static void by_fractions(const struct whole *whole)
{
    int64_t parts[PARTS_MAX], denominator = ONE_OF(whole->generator, denominators);

    partition(whole->generator, denominator, parts, whole->count);
    for (size_t i = 0; i < whole->count; i++) {
        int64_t factor = BETWEEN(whole->generator, 1, 3);

        if (denominator == 1000 && factor == 2)
            write_percent(whole, i, parts[i], 1);
        else
            write_ratio(whole, i, parts[i] * factor, denominator * factor);
    }
}

static void by_equal_shares(const struct whole *whole)
{
    for (size_t i = 0; i < whole->count; i++)
        set(whole->parts[i].nested, whole->keys->share, "equal");
}

/* Some explicit shares, then equal ones or the rest. */
static void by_what_is_left(const struct whole *whole)
{
    int64_t parts[PARTS_MAX];
    int is_rest = CHANCE(whole->generator, 50);
    size_t explicit_count = is_rest ? whole->count - 1
                                    : (size_t)BETWEEN(whole->generator, 0,
                                                      (int64_t)whole->count - 1);

    partition(whole->generator, 1000, parts, whole->count);
    for (size_t i = 0; i < whole->count; i++)
        if (i < explicit_count)
            write_percent(whole, i, parts[i], 1);
        else
            set(whole->parts[i].nested, whole->keys->share, is_rest ? "rest" : "equal");
}

/* Fractions, and with each the amount that it gives, up or down to the cent. */
static void by_shares_with_amounts(const struct whole *whole)
{
    int64_t parts[PARTS_MAX], amounts[PARTS_MAX], left = whole->total;
    int64_t denominator = ONE_OF(whole->generator, denominators);

    if (denominator > 1000)
        denominator = 17;
    partition(whole->generator, denominator, parts, whole->count);
    for (size_t i = 0; i < whole->count; i++) {
        amounts[i] = whole->total / denominator * parts[i] +
                     whole->total % denominator * parts[i] / denominator;
        left -= amounts[i];
    }
    for (size_t i = 0; i < whole->count; i++) {
        if (left > 0 && whole->total % denominator * parts[i] % denominator > 0) {
            amounts[i]++;
            left--;
        }
        write_ratio(whole, i, parts[i], denominator);
        write_amount(whole, i, "", amounts[i]);
    }
}

/* Amounts, and with each its share, rounded to the decimals that are written. */
static void by_amounts_with_percents(const struct whole *whole)
{
    int64_t amounts[PARTS_MAX], scale = 1;
    int decimals = (int)BETWEEN(whole->generator, 0, 2);

    for (int i = 0; i < decimals; i++)
        scale *= 10;
    partition(whole->generator, whole->total, amounts, whole->count);
    for (size_t i = 0; i < whole->count; i++) {
        write_amount(whole, i, "", amounts[i]);
        write_percent(whole, i, (amounts[i] * 100 * scale * 2 + whole->total) / whole->total / 2,
                      decimals);
    }
}

/* Of one nothing is said: nothing is known of the sum but that the others do not exceed it. */
static void by_some(const struct whole *whole)
{
    int64_t parts[PARTS_MAX];
    size_t unknown = (size_t)BETWEEN(whole->generator, 0, (int64_t)whole->count - 1);

    if (whole->total)
        partition(whole->generator, whole->total, parts, whole->count);
    else
        partition(whole->generator, 100, parts, whole->count);
    for (size_t i = 0; i < whole->count; i++) {
        if (i == unknown)
            continue;
        if (whole->total)
            write_amount(whole, i, "", parts[i]);
        else
            write_percent(whole, i, parts[i], 0);
    }
}

typedef void way(const struct whole *whole);

/* With one party nothing needs to be said; without a total there are shares alone. */
static way *some_way(const struct whole *whole)
{
    static way *const with_total[] = {
        by_amounts, by_amounts, by_qualified_amounts, by_shares_with_amounts,
        by_amounts_with_percents,
    };
    static way *const without_total[] = {
        by_percents, by_fractions, by_fractions, by_equal_shares, by_what_is_left, by_some,
    };

    if (whole->count == 1 && CHANCE(whole->generator, 70))
        return NULL;
    if (whole->total && CHANCE(whole->generator, 50))
        return ONE_OF(whole->generator, with_total);
    return whole->count == 1 ? by_fractions : ONE_OF(whole->generator, without_total);
}

static void name_part(const struct whole *whole, const struct part *part)
{
    transfer_type type = transfer_record_type(part->record);
    transfer_key key = type == TRANSFER_TYPE_PARTNER    ? whole->keys->partner
                       : type == TRANSFER_TYPE_PLATFORM ? whole->keys->platform
                                                        : whole->keys->project;

    if (part->record)
        ck_assert_int_eq(transfer_record_set_reference(part->nested, key, part->record),
                         TRANSFER_OK);
    else
        set(part->nested, whole->keys->unspecified, "true");
}

static void describe(struct generator *generator, transfer_record *contribution)
{
    if (CHANCE(generator, 30))
        set(contribution, TRANSFER_CONTRIBUTION_NATURE, "%s",
            CHANCE(generator, 80) ? "cash" : "in_kind");
    if (CHANCE(generator, 20))
        set(contribution, TRANSFER_CONTRIBUTION_FUND, "FEDER");
}

void make_parts(struct generator *generator, transfer_record *agreement, transfer_key list,
                struct part *parts, size_t count, int64_t total, const char *currency)
{
    int is_funders = list == TRANSFER_AGREEMENT_FUNDERS;
    struct whole whole = {generator, is_funders ? &contribution_keys : &allocation_keys, parts,
                          count, total, currency};
    way *write;

    ck_assert_uint_le(count, PARTS_MAX);
    for (size_t i = 0; i < count; i++) {
        parts[i].nested = add_nested(agreement, list);
        parts[i].minor = 0;
        name_part(&whole, &parts[i]);
        if (is_funders)
            describe(generator, parts[i].nested);
    }
    write = count ? some_way(&whole) : NULL;
    if (write)
        write(&whole);
}
