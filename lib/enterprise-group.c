/* Which enterprises belong together by who owns them.
 *
 * SPDX-License-Identifier: MIT
 *
 * Nothing here recurses, and all of it takes n log n steps: chains and circles may be as long as
 * they like.
 */
#include "enterprise-group.h"

#include <stdlib.h>
#include <string.h>

/* Majorities that enterprises have together make groups grow, which may give further majorities.
 * Beyond so many rounds what is held by a majority counts in full, without what it holds itself. */
enum { ROUNDS_MAX = 8, TIES_FIRST = 64 };

static const struct fraction none = {0, 1}, half = {1, 2}, quarter = {1, 4}, whole = {1, 1};

int share_is_majority(struct fraction share)
{
    return fraction_compare(share, half) > 0;
}

static int kind_of(const struct ownership *ownership, uint32_t partner)
{
    int kind = 0;

    (void)transfer_record_get_choice(ownership_partner(ownership, partner), TRANSFER_PARTNER_KIND,
                                     &kind);
    return kind;
}

static int is_public_body(int kind)
{
    switch (kind) {
    case TRANSFER_PARTNER_KIND_STATE:
    case TRANSFER_PARTNER_KIND_PUBLIC_AGENCY:
    case TRANSFER_PARTNER_KIND_REGIONAL_AUTHORITY:
    case TRANSFER_PARTNER_KIND_LOCAL_AUTHORITY:
    case TRANSFER_PARTNER_KIND_EUROPEAN_UNION:
        return 1;
    default:
        return 0;
    }
}

static int is_investor(int kind)
{
    switch (kind) {
    case TRANSFER_PARTNER_KIND_UNIVERSITY:
    case TRANSFER_PARTNER_KIND_LABORATORY:
    case TRANSFER_PARTNER_KIND_RESEARCH_ORGANISATION:
    case TRANSFER_PARTNER_KIND_TECHNOLOGICAL_RESEARCH_INSTITUTE:
    case TRANSFER_PARTNER_KIND_FINANCIAL_INSTITUTION:
        return 1;
    default:
        return 0;
    }
}

int tie_is_of_enterprises(const struct ownership *ownership, const struct tie *tie)
{
    int kind = kind_of(ownership, tie->owner);

    return !is_public_body(kind) && (!is_investor(kind) || share_is_majority(tie->share));
}

int tie_is_public(const struct ownership *ownership, const struct tie *tie, int perhaps)
{
    int kind = kind_of(ownership, tie->owner), is_majority = share_is_majority(tie->share);

    if (kind == TRANSFER_PARTNER_KIND_LOCAL_AUTHORITY)
        return perhaps || is_majority;
    if (is_public_body(kind))
        return 1;
    if (is_investor(kind) && !is_majority)
        return 0;
    return kind == TRANSFER_PARTNER_KIND_RESEARCH_ORGANISATION ||
           (ownership->flags[tie->owner] & (perhaps ? PARTNER_PERHAPS_PUBLIC : PARTNER_PUBLIC));
}

/* ---- reading holdings ---- */

struct holding {
    uint32_t owner, place; /* place: in the list */
    transfer_date from;    /* the first day; year 0: always */
    transfer_share share;
};

struct holdings {
    struct holding *items;
    size_t count, capacity;
};

static int compare_dates(const transfer_date *a, const transfer_date *b)
{
    if (a->year != b->year)
        return a->year < b->year ? -1 : 1;
    if (a->month != b->month)
        return a->month < b->month ? -1 : 1;
    return (a->day > b->day) - (a->day < b->day);
}

static int compare_holdings(const void *a, const void *b)
{
    const struct holding *left = a, *right = b;
    int order;

    if (left->owner != right->owner)
        return left->owner < right->owner ? -1 : 1;
    order = compare_dates(&left->from, &right->from);
    return order ? order : left->place < right->place ? -1 : 1;
}

/* Since when a holding is there.  Returns 0 where it certainly begins after the day. */
static int read_from(const transfer_record *record, const transfer_date *day, transfer_date *from)
{
    transfer_date date, last;

    *from = (transfer_date){.year = 0};
    if (transfer_record_get_date(record, TRANSFER_HOLDING_FROM, &date) != TRANSFER_OK)
        return 1;
    if (day && transfer_date_is_before(day, &date) == TRANSFER_CERTAINLY)
        return 0;
    (void)transfer_date_bounds(&date, from, &last);
    return 1;
}

static struct holding *add_holding(struct holdings *holdings)
{
    if (holdings->count == holdings->capacity) {
        size_t capacity = holdings->capacity ? holdings->capacity * 2 : TIES_FIRST;
        struct holding *items = realloc(holdings->items, capacity * sizeof *items);

        if (!items)
            return NULL;
        holdings->items = items;
        holdings->capacity = capacity;
    }
    return &holdings->items[holdings->count++];
}

/* The holdings of a partner that have begun, the latest of each owner; those that tell nothing are
 * noted in its flags. */
static transfer_status read_holdings(struct ownership *ownership, uint32_t partner,
                                     const transfer_date *day, struct holdings *holdings)
{
    const transfer_record *record = ownership_partner(ownership, partner);
    transfer_record *nested, *owner;
    struct holding *holding;
    transfer_date from;
    size_t kept = 0;

    holdings->count = 0;
    if (transfer_record_count(record, TRANSFER_PARTNER_OWNERSHIP, &kept) != TRANSFER_OK)
        ownership->flags[partner] |= PARTNER_OWNER_UNKNOWN;
    kept = 0;
    for (uint32_t i = 0; transfer_record_record_at(record, TRANSFER_PARTNER_OWNERSHIP, i,
                                                   &nested) == TRANSFER_OK;
         i++) {
        transfer_share share;

        if (!read_from(nested, day, &from))
            continue;
        if (transfer_record_get_reference(nested, TRANSFER_HOLDING_OWNER, &owner) != TRANSFER_OK ||
            transfer_record_get_share(nested, TRANSFER_HOLDING_SHARE, &share) != TRANSFER_OK) {
            ownership->flags[partner] |= PARTNER_OWNER_UNKNOWN;
            continue;
        }
        holding = add_holding(holdings);
        if (!holding)
            return TRANSFER_NO_MEMORY;
        *holding = (struct holding){(uint32_t)section_index(ownership->partners, owner), i, from,
                                    share};
    }
    if (holdings->count > 1)
        qsort(holdings->items, holdings->count, sizeof *holdings->items, compare_holdings);
    for (size_t i = 0; i < holdings->count; i++)
        if (i + 1 == holdings->count || holdings->items[i + 1].owner != holdings->items[i].owner)
            holdings->items[kept++] = holdings->items[i];
    holdings->count = kept;
    return TRANSFER_OK;
}

/* What "equal" and "rest" come to among holdings. */
static transfer_status find_left(const struct holdings *holdings, struct fraction *equal,
                                 struct fraction *rest)
{
    struct fraction left = whole;
    uint64_t equals = 0;
    transfer_status status = TRANSFER_OK;

    for (size_t i = 0; i < holdings->count && status == TRANSFER_OK; i++) {
        const transfer_share *share = &holdings->items[i].share;

        equals += share->form == TRANSFER_SHARE_EQUAL;
        if (share_is_explicit(share))
            status = fraction_subtract(left, share_fraction(share), &left);
    }
    if (status != TRANSFER_OK)
        return status;
    *rest = equals ? none : left;
    *equal = none;
    return equals ? fraction_multiply(left, (struct fraction){1, equals}, equal) : TRANSFER_OK;
}

static transfer_status add_tie(struct ownership *ownership, uint32_t owner, uint32_t owned,
                               struct fraction share)
{
    if (ownership->tie_count == ownership->tie_capacity) {
        uint32_t capacity = ownership->tie_capacity ? ownership->tie_capacity * 2 : TIES_FIRST;
        struct tie *ties = realloc(ownership->ties, capacity * sizeof *ties);

        if (!ties)
            return TRANSFER_NO_MEMORY;
        ownership->ties = ties;
        ownership->tie_capacity = capacity;
    }
    ownership->ties[ownership->tie_count++] = (struct tie){owner, owned, fraction_reduce(share)};
    return TRANSFER_OK;
}

static transfer_status add_ties(struct ownership *ownership, uint32_t partner,
                                const struct holdings *holdings)
{
    struct fraction equal = none, rest = none;
    int has_left = 0;

    for (size_t i = 0; i < holdings->count; i++)
        has_left |= !share_is_explicit(&holdings->items[i].share);
    if (has_left)
        switch (find_left(holdings, &equal, &rest)) {
        case TRANSFER_OK:
            break;
        case TRANSFER_OVERFLOW:
            ownership->flags[partner] |= PARTNER_OVERFLOW;
            break;
        default: /* the explicit shares exceed the whole */
            ownership->flags[partner] |= PARTNER_OWNER_UNKNOWN;
        }
    for (size_t i = 0; i < holdings->count; i++) {
        const struct holding *holding = &holdings->items[i];
        struct fraction share = holding->share.form == TRANSFER_SHARE_EQUAL  ? equal
                                : holding->share.form == TRANSFER_SHARE_REST ? rest
                                                              : share_fraction(&holding->share);

        if (share.numerator == 0 || holding->owner == partner)
            continue;
        if (add_tie(ownership, holding->owner, partner, share) != TRANSFER_OK)
            return TRANSFER_NO_MEMORY;
    }
    return TRANSFER_OK;
}

static transfer_status read_ties(struct ownership *ownership, const transfer_date *day)
{
    struct holdings holdings = {0};
    transfer_status status = TRANSFER_OK;

    for (uint32_t i = 0; i < ownership->count && status == TRANSFER_OK; i++) {
        if (!transfer_record_has(ownership_partner(ownership, i), TRANSFER_PARTNER_OWNERSHIP))
            continue;
        if (!ownership->flags) {
            ownership->flags = calloc(ownership->count, sizeof *ownership->flags);
            if (!ownership->flags)
                status = TRANSFER_NO_MEMORY;
        }
        if (status == TRANSFER_OK)
            status = read_holdings(ownership, i, day, &holdings);
        if (status == TRANSFER_OK)
            status = add_ties(ownership, i, &holdings);
    }
    free(holdings.items);
    return status;
}

/* ---- finding ties again ---- */

/* Turns counts of each into where each begins; `first` has one more than there are. */
static void add_up(uint32_t *first, uint32_t count)
{
    uint32_t sum = 0;

    for (uint32_t i = 0; i <= count; i++) {
        uint32_t number = first[i];

        first[i] = sum;
        sum += number;
    }
}

static transfer_status index_ties(struct ownership *ownership)
{
    uint32_t count = ownership->count;
    uint32_t *next = NULL;

    ownership->first_tie = calloc(count + 1, sizeof(uint32_t));
    ownership->first_holding = calloc(count + 1, sizeof(uint32_t));
    ownership->holdings = calloc(ownership->tie_count + 1, sizeof(uint32_t));
    next = calloc(count + 1, sizeof(uint32_t));
    if (!ownership->first_tie || !ownership->first_holding || !ownership->holdings || !next) {
        free(next);
        return TRANSFER_NO_MEMORY;
    }
    for (uint32_t i = 0; i < ownership->tie_count; i++) {
        ownership->first_tie[ownership->ties[i].owned]++;
        ownership->first_holding[ownership->ties[i].owner]++;
    }
    add_up(ownership->first_tie, count);
    add_up(ownership->first_holding, count);
    memcpy(next, ownership->first_holding, count * sizeof *next);
    for (uint32_t i = 0; i < ownership->tie_count; i++)
        ownership->holdings[next[ownership->ties[i].owner]++] = i;
    free(next);
    return TRANSFER_OK;
}

/* ---- public bodies ---- */

/* Passes control on from public bodies to what they own by a majority, alone or together.  `queue`
 * and `held` are by partner. */
static void spread_control(struct ownership *ownership, int perhaps, uint32_t *queue,
                           struct fraction *held)
{
    uint8_t flag = perhaps ? PARTNER_PERHAPS_PUBLIC : PARTNER_PUBLIC;
    uint32_t count = 0;

    for (uint32_t i = 0; i < ownership->count; i++) {
        int kind = ownership->first_holding[i] == ownership->first_holding[i + 1]
                       ? 0
                       : kind_of(ownership, i);

        held[i] = none;
        if (is_public_body(kind) || kind == TRANSFER_PARTNER_KIND_RESEARCH_ORGANISATION) {
            ownership->flags[i] |= flag;
            queue[count++] = i;
        }
    }
    for (uint32_t next = 0; next < count; next++) {
        uint32_t owner = queue[next];

        for (uint32_t i = ownership->first_holding[owner]; i < ownership->first_holding[owner + 1];
             i++) {
            const struct tie *tie = &ownership->ties[ownership->holdings[i]];

            if (!tie_is_public(ownership, tie, perhaps))
                continue;
            if (fraction_add(held[tie->owned], tie->share, &held[tie->owned]) != TRANSFER_OK)
                ownership->flags[tie->owned] |= PARTNER_OVERFLOW;
            if (share_is_majority(held[tie->owned]) && !(ownership->flags[tie->owned] & flag)) {
                ownership->flags[tie->owned] |= flag;
                queue[count++] = tie->owned;
            }
        }
    }
}

static transfer_status find_control(struct ownership *ownership)
{
    uint32_t *queue = malloc(ownership->count * sizeof *queue);
    struct fraction *held = malloc(ownership->count * sizeof *held);

    if (queue && held) {
        spread_control(ownership, 0, queue, held);
        spread_control(ownership, 1, queue, held);
    }
    free(queue);
    free(held);
    return queue && held ? TRANSFER_OK : TRANSFER_NO_MEMORY;
}

transfer_status ownership_public_share(const struct ownership *ownership, uint32_t partner,
                                       int perhaps, struct fraction *share)
{
    transfer_status status = TRANSFER_OK;

    *share = none;
    for (uint32_t i = ownership->first_tie[partner];
         i < ownership->first_tie[partner + 1] && status == TRANSFER_OK; i++)
        if (tie_is_public(ownership, &ownership->ties[i], perhaps))
            status = fraction_add(*share, ownership->ties[i].share, share);
    return status;
}

/* ---- groups ---- */

/* What those linked to `holder`, the first of its group, hold of an enterprise outside of it. */
struct joint {
    uint32_t holder, owned;
    struct fraction share;
};

/* The partner that stands for a group while groups still grow. */
static uint32_t root_of(uint32_t *parents, uint32_t partner)
{
    while (parents[partner] != partner) {
        parents[partner] = parents[parents[partner]];
        partner = parents[partner];
    }
    return partner;
}

/* Returns whether they were apart. */
static int unite(uint32_t *parents, uint32_t a, uint32_t b)
{
    a = root_of(parents, a);
    b = root_of(parents, b);
    if (a == b)
        return 0;
    if (a < b)
        parents[b] = a;
    else
        parents[a] = b;
    return 1;
}

static int compare_joints(const void *a, const void *b)
{
    const struct joint *left = a, *right = b;

    if (left->holder != right->holder)
        return left->holder < right->holder ? -1 : 1;
    return (left->owned > right->owned) - (left->owned < right->owned);
}

/* What groups hold of enterprises outside, as they are now.  Returns the number of joints. */
static size_t find_joints(struct ownership *ownership, uint32_t *parents, struct joint *joints)
{
    size_t count = 0, kept = 0;

    for (uint32_t i = 0; i < ownership->tie_count; i++) {
        const struct tie *tie = &ownership->ties[i];
        uint32_t holder = root_of(parents, tie->owner);

        if (holder != root_of(parents, tie->owned) && tie_is_of_enterprises(ownership, tie))
            joints[count++] = (struct joint){holder, tie->owned, tie->share};
    }
    qsort(joints, count, sizeof *joints, compare_joints);
    for (size_t i = 0; i < count; i++) {
        struct joint *last = kept ? &joints[kept - 1] : NULL;

        if (!last || compare_joints(last, &joints[i]) != 0)
            joints[kept++] = joints[i];
        else if (fraction_add(last->share, joints[i].share, &last->share) != TRANSFER_OK) {
            ownership->flags[last->holder] |= PARTNER_OVERFLOW;
            ownership->flags[last->owned] |= PARTNER_OVERFLOW;
        }
    }
    return kept;
}

/* Puts linked enterprises together.  Returns the number of joints that are left between groups. */
static size_t link_all(struct ownership *ownership, uint32_t *parents, struct joint *joints)
{
    size_t count = 0;
    int has_changed = 1;

    for (uint32_t i = 0; i < ownership->count; i++)
        parents[i] = i;
    for (uint32_t i = 0; i < ownership->tie_count; i++) {
        const struct tie *tie = &ownership->ties[i];

        if (share_is_majority(tie->share) && tie_is_of_enterprises(ownership, tie))
            (void)unite(parents, tie->owner, tie->owned);
    }
    for (int round = 0; has_changed; round++) {
        count = find_joints(ownership, parents, joints);
        has_changed = 0;
        for (size_t i = 0; i < count && round < ROUNDS_MAX; i++)
            if (share_is_majority(joints[i].share))
                has_changed |= unite(parents, joints[i].holder, joints[i].owned);
    }
    return count;
}

/* Numbers the groups in the order of their first members. */
static transfer_status number_groups(struct ownership *ownership, uint32_t *parents)
{
    uint32_t count = ownership->count;
    uint32_t *next;

    ownership->group = malloc(count * sizeof(uint32_t));
    ownership->members = malloc(count * sizeof(uint32_t));
    ownership->first_member = calloc(count + 1, sizeof(uint32_t));
    next = calloc(count + 1, sizeof(uint32_t));
    if (!ownership->group || !ownership->members || !ownership->first_member || !next) {
        free(next);
        return TRANSFER_NO_MEMORY;
    }
    /* The root of a group is its first member. */
    for (uint32_t i = 0; i < count; i++) {
        uint32_t root = root_of(parents, i);

        ownership->group[i] = root == i ? ownership->group_count++ : ownership->group[root];
        ownership->first_member[ownership->group[i]]++;
    }
    add_up(ownership->first_member, count);
    memcpy(next, ownership->first_member, count * sizeof *next);
    for (uint32_t i = 0; i < count; i++)
        ownership->members[next[ownership->group[i]]++] = i;
    free(next);
    return TRANSFER_OK;
}

static int compare_neighbours(const void *a, const void *b)
{
    const struct neighbour *left = a, *right = b;

    if (left->group != right->group)
        return left->group < right->group ? -1 : 1;
    if (left->other != right->other)
        return left->other < right->other ? -1 : 1;
    return fraction_compare(right->share, left->share);
}

/* The groups of partner enterprises, seen from either side, each once with the greatest share. */
static transfer_status find_neighbours(struct ownership *ownership, const struct joint *joints,
                                       size_t joint_count)
{
    struct neighbour *items = malloc((joint_count * 2 + 1) * sizeof *items);
    uint32_t count = 0, kept = 0;

    ownership->neighbours = items;
    ownership->first_neighbour = calloc(ownership->count + 1, sizeof(uint32_t));
    if (!items || !ownership->first_neighbour)
        return TRANSFER_NO_MEMORY;
    for (size_t i = 0; i < joint_count; i++) {
        uint32_t a = ownership->group[joints[i].holder], b = ownership->group[joints[i].owned];
        struct fraction share = share_is_majority(joints[i].share) ? whole : joints[i].share;

        if (a == b || fraction_compare(share, quarter) < 0)
            continue;
        items[count++] = (struct neighbour){a, b, share};
        items[count++] = (struct neighbour){b, a, share};
    }
    qsort(items, count, sizeof *items, compare_neighbours);
    for (uint32_t i = 0; i < count; i++)
        if (kept == 0 || items[kept - 1].group != items[i].group ||
            items[kept - 1].other != items[i].other)
            items[kept++] = items[i];
    for (uint32_t i = 0; i < kept; i++)
        ownership->first_neighbour[items[i].group]++;
    add_up(ownership->first_neighbour, ownership->count);
    ownership->neighbour_count = kept;
    return TRANSFER_OK;
}

static transfer_status find_groups(struct ownership *ownership)
{
    uint32_t *parents = malloc(ownership->count * sizeof *parents);
    struct joint *joints = malloc((ownership->tie_count + (size_t)1) * sizeof *joints);
    transfer_status status = TRANSFER_NO_MEMORY;

    if (parents && joints) {
        size_t count = link_all(ownership, parents, joints);

        status = number_groups(ownership, parents);
        if (status == TRANSFER_OK)
            status = find_neighbours(ownership, joints, count);
    }
    free(parents);
    free(joints);
    return status;
}

transfer_status ownership_read(struct ownership *ownership, const transfer_portfolio *portfolio,
                               const transfer_date *day)
{
    const struct section *partners = &portfolio->sections[TRANSFER_TYPE_PARTNER];
    transfer_status status;

    *ownership = (struct ownership){
        .portfolio = portfolio, .partners = partners, .count = (uint32_t)partners->count};
    status = read_ties(ownership, day);
    if (status != TRANSFER_OK || !ownership->flags)
        return status;
    status = index_ties(ownership);
    if (status == TRANSFER_OK)
        status = find_control(ownership);
    if (status == TRANSFER_OK)
        status = find_groups(ownership);
    return status;
}

void ownership_free(struct ownership *ownership)
{
    free(ownership->flags);
    free(ownership->ties);
    free(ownership->first_tie);
    free(ownership->holdings);
    free(ownership->first_holding);
    free(ownership->group);
    free(ownership->members);
    free(ownership->first_member);
    free(ownership->neighbours);
    free(ownership->first_neighbour);
}
