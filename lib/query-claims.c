/* What each funder and each beneficiary of an agreement has of its amount.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

#include "query.h"
#include "share.h"

/* The fields of contributions and allocations that say who and how much. */
struct keys {
    transfer_key party[3]; /* the first that refers to a record counts; 0: no further one */
    transfer_key amount, share;
};

static const struct keys contribution_keys = {
    {TRANSFER_CONTRIBUTION_PARTNER, 0, 0},
    TRANSFER_CONTRIBUTION_AMOUNT,
    TRANSFER_CONTRIBUTION_SHARE,
};

static const struct keys allocation_keys = {
    {TRANSFER_ALLOCATION_PARTNER, TRANSFER_ALLOCATION_PLATFORM, TRANSFER_ALLOCATION_PROJECT},
    TRANSFER_ALLOCATION_AMOUNT,
    TRANSFER_ALLOCATION_SHARE,
};

/* Those that take part in the division of the whole. */
struct division {
    struct claim **claims;
    transfer_share *shares;
    transfer_amount *parts;
    size_t count;
};

static transfer_record *find_party(const transfer_record *nested, const struct keys *keys)
{
    transfer_record *party = NULL;

    for (size_t i = 0; i < 3 && keys->party[i] && !party; i++)
        if (transfer_record_get_reference(nested, keys->party[i], &party) != TRANSFER_OK)
            party = NULL;
    return party;
}

transfer_record *allocation_party(const transfer_record *allocation)
{
    return find_party(allocation, &allocation_keys);
}

/* Reads a party as far as it can be told without the others.  Returns 1 where its share of the
 * whole is still to be found. */
static int read_claim(const transfer_record *nested, const struct keys *keys, int is_sole,
                      struct claim *claim, transfer_share *share)
{
    *claim = (struct claim){.record = find_party(nested, keys), .state = CLAIM_UNKNOWN};
    if (transfer_record_get_amount(nested, keys->amount, &claim->part) == TRANSFER_OK) {
        /* A negative amount is a mistake, which validation reports: what is meant is not known. */
        if (claim->part.minor >= 0)
            claim->state = CLAIM_KNOWN;
        return 0;
    }
    if (transfer_record_get_share(nested, keys->share, share) == TRANSFER_OK) {
        if (!is_sole || share_is_explicit(share))
            return 1;
        claim->state = CLAIM_WHOLE;
    } else if (is_sole && !transfer_record_has(nested, keys->amount) &&
               !transfer_record_has(nested, keys->share)) {
        claim->state = CLAIM_WHOLE;
    }
    return 0;
}

/* Divides a whole among shares that do not fit it together, as validation reports: each is taken
 * at its word, and "equal" and "rest" have what is left, if anything. */
static void divide_unfit(const transfer_amount *whole, struct division *division)
{
    transfer_amount left = *whole;
    size_t equals = 0, rests = 0;

    for (size_t i = 0; i < division->count; i++) {
        struct claim *claim = division->claims[i];

        equals += division->shares[i].form == TRANSFER_SHARE_EQUAL;
        if (!share_is_explicit(&division->shares[i]))
            continue;
        if (claim->state != CLAIM_KNOWN &&
            transfer_amount_share(whole, &division->shares[i], &claim->part) == TRANSFER_OK)
            claim->state = CLAIM_KNOWN;
        if (claim->state == CLAIM_KNOWN)
            left.minor = claim->part.minor < left.minor ? left.minor - claim->part.minor : 0;
    }
    if (equals > 0)
        (void)transfer_amount_divide(&left, equals, division->parts);
    for (size_t i = 0, equal = 0; i < division->count; i++) {
        struct claim *claim = division->claims[i];

        if (division->shares[i].form == TRANSFER_SHARE_EQUAL) {
            claim->part = division->parts[equal++];
            claim->state = CLAIM_KNOWN;
        } else if (division->shares[i].form == TRANSFER_SHARE_REST && rests++ == 0) {
            claim->part = left;
            if (equals > 0)
                claim->part.minor = 0;
            claim->state = CLAIM_KNOWN;
        }
    }
}

static transfer_status divide_whole(const transfer_amount *whole, struct division *division)
{
    transfer_status status;

    if (division->count == 0)
        return TRANSFER_OK;
    status = transfer_amount_split(whole, division->shares, division->count, division->parts);
    if (status == TRANSFER_NO_MEMORY)
        return status;
    if (status != TRANSFER_OK) {
        divide_unfit(whole, division);
        return TRANSFER_OK;
    }
    for (size_t i = 0; i < division->count; i++) {
        if (division->claims[i]->state == CLAIM_KNOWN)
            continue;
        division->claims[i]->part = division->parts[i];
        division->claims[i]->state = CLAIM_KNOWN;
    }
    return TRANSFER_OK;
}

/* Whether an amount can be written as a share of the whole. */
static int is_part(const struct claim *claim, const transfer_amount *whole)
{
    int order;

    return claim->state == CLAIM_KNOWN && whole && whole->minor > 0 &&
           transfer_amount_compare(&claim->part, whole, &order) == TRANSFER_OK;
}

static void read_claims(const transfer_record *agreement, transfer_key key,
                        const transfer_amount *whole, struct claim *claims, size_t count,
                        struct division *division)
{
    const struct keys *keys =
        key == TRANSFER_AGREEMENT_FUNDERS ? &contribution_keys : &allocation_keys;

    for (size_t i = 0; i < count; i++) {
        transfer_share *share = &division->shares[division->count];
        transfer_record *nested;

        (void)transfer_record_record_at(agreement, key, i, &nested);
        if (!read_claim(nested, keys, count == 1, &claims[i], share)) {
            /* An amount is a share too, so that "equal" and "rest" find it taken. */
            if (!is_part(&claims[i], whole))
                continue;
            *share = (transfer_share){.numerator = claims[i].part.minor,
                                      .denominator = whole->minor,
                                      .form = TRANSFER_SHARE_RATIO};
        }
        division->claims[division->count++] = &claims[i];
    }
}

transfer_status claims_read(const transfer_record *agreement, transfer_key key,
                            const transfer_amount *whole, struct claim **claims, size_t *count)
{
    struct division division = {0};
    struct claim *result = NULL;
    transfer_status status = TRANSFER_NO_MEMORY;
    size_t total;

    /* What should be a list and is not has been reported, and says nothing. */
    if (transfer_record_count(agreement, key, &total) != TRANSFER_OK)
        total = 0;
    result = calloc(total + 1, sizeof(*result));
    division.claims = calloc(total + 1, sizeof(struct claim *));
    division.shares = calloc(total + 1, sizeof(*division.shares));
    division.parts = calloc(total + 1, sizeof(*division.parts));
    if (result && division.claims && division.shares && division.parts) {
        read_claims(agreement, key, whole, result, total, &division);
        status = whole ? divide_whole(whole, &division) : TRANSFER_OK;
    }
    free(division.claims);
    free(division.shares);
    free(division.parts);
    if (status != TRANSFER_OK) {
        free(result);
        return status;
    }
    *claims = result;
    *count = total;
    return TRANSFER_OK;
}
