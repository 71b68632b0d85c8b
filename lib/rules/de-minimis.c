/* The rule of the ceiling of de minimis aid.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above the row stand the parts that its message takes.
 */
#include <stdlib.h>
#include <string.h>

#include "check-aid.h"
#include "date.h"
#include "de-minimis.h"
#include "undertaking.h"
#include "wide.h"

/* A declaration that certainly counts, and what is found of it. */
struct granted {
    const struct aid_item *item;
    struct aid_state state;
    uint32_t partner;
    int64_t least;             /* of the aid */
    transfer_date first, last; /* of the day of the right to it */
    unsigned is_counted : 1, is_over : 1;
    const struct aid_ceiling *ceiling; /* that it takes the sum above */
    int64_t sum;
    const struct granted *previous; /* of the same undertaking; NULL: none */
};

struct grants {
    struct granted *items;      /* in the order in which they count: by state and last day */
    struct granted **by_first;  /* by state and first day: the order in which they cease to */
    struct granted **by_order;  /* of the declarations; NULL: does not count */
    unsigned char *reasons;     /* of those */
    size_t count;
};

static void free_grants(void *data)
{
    struct grants *grants = data;

    free(grants->items);
    free(grants->by_first);
    free(grants->by_order);
    free(grants->reasons);
    free(grants);
}

/* ---- what counts ---- */

static transfer_reason why_not(const struct aid_item *item, const struct de_minimis_aid *aid)
{
    if (item->is_replaced)
        return TRANSFER_REASON_REPLACED;
    if (!transfer_record_has(item->declaration, TRANSFER_AID_DECLARATION_AID) ||
        !aid->beneficiary || aid->state.code[0] == '\0')
        return TRANSFER_REASON_MISSING;
    if (item->aid.currency[0] == '\0' || item->aid.minor < 0)
        return TRANSFER_REASON_REPORTED;
    if (aid->amount.currency[0] == '\0')
        return TRANSFER_REASON_OTHER_CASE;
    if (!transfer_record_has(aid->agreement, TRANSFER_AGREEMENT_AWARDED) &&
        !transfer_record_has(aid->agreement, TRANSFER_AGREEMENT_SIGNED))
        return TRANSFER_REASON_UNDATED;
    return aid->first.year && aid->last.year ? TRANSFER_REASON_NONE : TRANSFER_REASON_VAGUE;
}

static transfer_reason read_granted(const struct section *partners, const struct aid_item *item,
                                    struct aid_state granting, struct granted *granted)
{
    struct de_minimis_aid aid;
    transfer_reason why;

    (void)de_minimis_read(item->declaration, granting, &aid);
    why = why_not(item, &aid);
    if (why != TRANSFER_REASON_NONE)
        return why;
    *granted = (struct granted){.item = item,
                                .state = aid.state,
                                .partner = (uint32_t)section_index(partners, aid.beneficiary),
                                .first = aid.first,
                                .last = aid.last};
    if (!amount_least(&aid.amount, &granted->least))
        granted->least = 0;
    return TRANSFER_REASON_NONE;
}

static void read_grants(const struct section *partners, const struct aid_items *all,
                        struct grants *grants)
{
    const transfer_record *agreement = NULL;
    struct aid_state granting = {""};

    for (size_t i = 0; i < all->count; i++) {
        const struct aid_item *item = &all->items[i];
        transfer_reason why;

        if (item->regime != TRANSFER_AID_DECLARATION_REGIME_DE_MINIMIS) {
            grants->reasons[i] = item->regime ? TRANSFER_REASON_OTHER_CASE
                                              : TRANSFER_REASON_REPORTED;
            continue;
        }
        /* The funders of an agreement are read once. */
        if (agreement != item->agreement)
            granting = aid_state_granting(item->agreement);
        agreement = item->agreement;
        why = read_granted(partners, item, granting, &grants->items[grants->count]);
        grants->reasons[i] = (unsigned char)why;
        grants->count += why == TRANSFER_REASON_NONE;
    }
}

/* ---- the sweep over the days ---- */

/* What undertakings have at a day, by the partner that stands for each. */
struct sweep {
    struct undertakings undertakings;
    struct wide *sums;
    const struct granted **latest;
    unsigned char *is_over; /* the latest was more than was allowed, as is reported */
    size_t joined;  /* links */
    size_t expired; /* of those by first day */
};

static int compare_states(const struct granted *a, const struct granted *b)
{
    return strcmp(a->state.code, b->state.code);
}

static int compare_orders(const struct granted *a, const struct granted *b)
{
    return a->item->order == b->item->order ? 0 : a->item->order < b->item->order ? -1 : 1;
}

static int compare_last(const void *a, const void *b)
{
    int order = compare_states(a, b);

    if (order == 0)
        order = date_compare_days(&((const struct granted *)a)->last,
                                  &((const struct granted *)b)->last);
    return order == 0 ? compare_orders(a, b) : order;
}

static int compare_first(const void *a, const void *b)
{
    const struct granted *const *first = a, *const *second = b;
    int order = compare_states(*first, *second);

    if (order == 0)
        order = date_compare_days(&(*first)->first, &(*second)->first);
    return order == 0 ? compare_orders(*first, *second) : order;
}

static const struct granted *later(const struct granted *a, const struct granted *b)
{
    if (!a || !b)
        return a ? a : b;
    return compare_last(a, b) < 0 ? b : a;
}

/* Joins what has become one undertaking by a day. */
static void join(struct sweep *sweep, const transfer_date *day)
{
    struct undertakings *all = &sweep->undertakings;

    for (; sweep->joined < all->link_count; sweep->joined++) {
        const struct undertaking_link *link = &all->links[sweep->joined];
        uint32_t owner, owned;

        if (date_compare_days(&link->since, day) > 0)
            return;
        owner = undertakings_find(all, link->owner);
        owned = undertakings_find(all, link->owned);
        if (owner == owned)
            continue;
        sweep->sums[owner] = wide_add(sweep->sums[owner], sweep->sums[owned]);
        sweep->latest[owner] = later(sweep->latest[owner], sweep->latest[owned]);
        sweep->is_over[owner] |= sweep->is_over[owned];
        undertakings_join(all, owner, owned);
    }
}

/* Takes out what no longer counts; the first day that does only ever moves on. */
static void expire(struct sweep *sweep, const struct grants *grants, const struct granted *now,
                   const transfer_date *start)
{
    for (; sweep->expired < grants->count; sweep->expired++) {
        struct granted *granted = grants->by_first[sweep->expired];
        uint32_t owner = undertakings_find(&sweep->undertakings, granted->partner);
        struct wide least = {0, (uint64_t)granted->least};

        if (compare_states(granted, now) != 0 ||
            date_compare_days(&granted->first, start) >= 0)
            return;
        if (granted->is_counted)
            sweep->sums[owner] = wide_subtract(sweep->sums[owner], least);
        granted->is_counted = 0;
    }
}

static void count_grant(struct sweep *sweep, struct granted *now,
                        const struct aid_ceiling *ceiling)
{
    uint32_t owner = undertakings_find(&sweep->undertakings, now->partner);
    struct wide before = sweep->sums[owner], least = {0, (uint64_t)now->least};
    struct wide after = wide_add(before, least);

    sweep->sums[owner] = after;
    now->is_counted = 1;
    now->previous = sweep->latest[owner];
    sweep->latest[owner] = now;
    if (!ceiling)
        return;
    now->ceiling = ceiling;
    now->sum = after.high || after.low > INT64_MAX ? INT64_MAX : (int64_t)after.low;
    if (before.high == 0 && before.low <= (uint64_t)ceiling->amount.minor)
        sweep->is_over[owner] = 0;
    if (now->sum > ceiling->amount.minor && !sweep->is_over[owner])
        sweep->is_over[owner] = now->is_over = 1;
}

/* Begins with another Member State, where all starts from nothing. */
static void reset(struct sweep *sweep, const struct grants *grants, const struct granted *now)
{
    size_t partners = sweep->undertakings.count;

    undertakings_reset(&sweep->undertakings);
    memset(sweep->sums, 0, (partners + 1) * sizeof *sweep->sums);
    memset(sweep->latest, 0, (partners + 1) * sizeof(const struct granted *));
    memset(sweep->is_over, 0, partners + 1);
    sweep->joined = 0;
    while (sweep->expired < grants->count &&
           compare_states(grants->by_first[sweep->expired], now) != 0)
        sweep->expired++;
}

static void sweep_days(struct sweep *sweep, const struct grants *grants)
{
    for (size_t i = 0; i < grants->count; i++) {
        struct granted *now = &grants->items[i];
        const struct aid_ceiling *ceiling = de_minimis_ceiling(&now->last);

        if (i == 0 || compare_states(&grants->items[i - 1], now) != 0)
            reset(sweep, grants, now);
        join(sweep, &now->last);
        if (ceiling) {
            transfer_date start = de_minimis_start(ceiling, &now->last);

            expire(sweep, grants, now, &start);
        }
        count_grant(sweep, now, ceiling);
    }
}

/* ---- the index ---- */

static void sort_grants(struct grants *grants)
{
    if (grants->count > 1)
        qsort(grants->items, grants->count, sizeof *grants->items, compare_last);
    for (size_t i = 0; i < grants->count; i++) {
        grants->by_first[i] = &grants->items[i];
        grants->by_order[grants->items[i].item->order] = &grants->items[i];
    }
    if (grants->count > 1)
        qsort(grants->by_first, grants->count, sizeof(struct granted *), compare_first);
}

static transfer_status sweep_grants(const transfer_portfolio *portfolio,
                                    const struct grants *grants)
{
    struct sweep sweep = {.sums = NULL};
    transfer_status status = undertakings_read(portfolio, &sweep.undertakings);

    if (status != TRANSFER_OK)
        return status;
    sweep.sums = calloc(sweep.undertakings.count + 1, sizeof *sweep.sums);
    sweep.latest = calloc(sweep.undertakings.count + 1, sizeof(const struct granted *));
    sweep.is_over = calloc(sweep.undertakings.count + 1, sizeof *sweep.is_over);
    if (sweep.sums && sweep.latest && sweep.is_over)
        sweep_days(&sweep, grants);
    else
        status = TRANSFER_NO_MEMORY;
    free(sweep.sums);
    free(sweep.latest);
    free(sweep.is_over);
    undertakings_free(&sweep.undertakings);
    return status;
}

static void *build_grants(struct check *check)
{
    const struct section *partners = &check->portfolio->sections[TRANSFER_TYPE_PARTNER];
    const struct aid_items *all = check_aid_items(check);
    struct grants *grants = all ? calloc(1, sizeof *grants) : NULL;

    if (grants) {
        grants->items = calloc(all->count + 1, sizeof *grants->items);
        grants->by_first = calloc(all->count + 1, sizeof(struct granted *));
        grants->by_order = calloc(all->count + 1, sizeof(struct granted *));
        grants->reasons = calloc(all->count + 1, sizeof *grants->reasons);
    }
    if (!grants || !grants->items || !grants->by_first || !grants->by_order || !grants->reasons) {
        check->status = TRANSFER_NO_MEMORY;
    } else {
        read_grants(partners, all, grants);
        sort_grants(grants);
        if (grants->count > 0)
            check->status = sweep_grants(check->portfolio, grants);
    }
    if (check->status != TRANSFER_OK && grants) {
        free_grants(grants);
        return NULL;
    }
    return grants;
}

static const struct index grants_of_de_minimis = {build_grants, free_grants};

/* ---- the rule ---- */

static void report_ceiling(struct check *check, const struct granted *granted)
{
    static const struct phrase counted = {{"added to this", "qui s'ajoute à ceci"}};
    const transfer_record *declaration = granted->item->declaration;
    transfer_date start = de_minimis_start(granted->ceiling, &granted->last);
    transfer_amount sum = aid_amount(granted->sum, &granted->ceiling->amount);
    char spelling[4][TRANSFER_VALUE_SIZE];
    const struct granted *other = granted->previous;
    struct finding finding;

    check_begin(check, &finding, &rule_de_minimis_ceiling, declaration,
                TRANSFER_AID_DECLARATION_AID);
    finding_add_string(&finding, "partner", transfer_record_id(granted->item->beneficiary));
    finding_add_amount(&finding, "found", &sum, spelling[0]);
    finding_add_amount(&finding, "expected", &granted->ceiling->amount, spelling[1]);
    finding_add_date(&finding, "start", &start, spelling[2]);
    finding_add_date(&finding, "day", &granted->last, spelling[3]);
    finding_add_string(&finding, "state", granted->state.code);
    finding_add_phrase(&finding, "law", &granted->ceiling->provision->law);
    for (; other && date_compare_days(&other->first, &start) >= 0 &&
           finding.related_count < FINDING_RELATED;
         other = other->previous)
        check_relate(check, &finding, other->item->declaration, TRANSFER_AID_DECLARATION_AID,
                     &counted);
    check_end(check, &finding, declaration, TRANSFER_AID_DECLARATION_AID);
}

static transfer_reason check_de_minimis_ceiling(struct check *check, const transfer_record *record)
{
    const struct grants *grants = check_index(check, &grants_of_de_minimis);
    const struct aid_item *item = grants ? check_aid_item(check, record) : NULL;
    const struct granted *granted;

    if (!item)
        return TRANSFER_REASON_NONE;
    granted = grants->by_order[item->order];
    if (!granted)
        return (transfer_reason)grants->reasons[item->order];
    if (!granted->ceiling)
        return TRANSFER_REASON_NOT_IN_FORCE;
    if (granted->is_over)
        report_ceiling(check, granted);
    return TRANSFER_REASON_NONE;
}

/* partner, found, expected, start, day, state, law: a phrase */
const struct transfer_rule rule_de_minimis_ceiling = {
    .name = "de-minimis-ceiling",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_AID_DECLARATION,
    .since = "1.0",
    .from = {.year = 2007, .month = 1, .day = 1},
    .source = "Regulation (EC) No 1998/2006, article 2; Regulation (EU) No 1407/2013, article 3; "
              "Regulation (EU) 2023/2831, article 3",
    .title = {{"De minimis aid is above its ceiling", "L'aide de minimis dépasse son plafond"}},
    .explanation =
        {{"A Member State may grant a single undertaking de minimis aid up to a ceiling: over "
          "three fiscal years (here calendar years) until the end of 2023, over any three years "
          "since. "
          "Partners are one undertaking where one owns more than half of the other, since the day "
          "that ownership gives. Aid counts from the day the right to it is conferred (awarded, "
          "else signed) and for the country of its funders; what is granted from the Union's "
          "budget counts for the beneficiary's. The declaration that takes the sum above the "
          "ceiling is reported. Check the days and the amounts, which are gross grant equivalents; "
          "aid above the ceiling needs another regime.",
          "Un État membre peut octroyer à une entreprise unique des aides de minimis jusqu'à un "
          "plafond\u00a0: sur trois exercices fiscaux (ici des années civiles) jusqu'à fin 2023, "
          "sur toute période de trois ans depuis. Des partenaires forment une seule entreprise si "
          "l'un détient plus de la moitié de l'autre, depuis la date que l'actionnariat indique. "
          "L'aide compte à partir du jour où le droit en est conféré (awarded, sinon signed) et "
          "pour le pays de ses financeurs\u00a0; ce qui vient du budget de l'Union compte pour "
          "celui du bénéficiaire. La déclaration qui porte le total au-dessus du plafond est "
          "signalée. Vérifiez les dates et les montants, qui sont des équivalents-subvention "
          "bruts\u00a0; au-delà du plafond, l'aide relève d'un autre régime."}},
    .message = {{"with this, de minimis aid of {state} to the undertaking of {partner} adds up to "
                 "{found} from {start} to {day}: {law}, allows {expected}",
                 "avec ceci, l'aide de minimis de {state} à l'entreprise de {partner} totalise "
                 "{found} du {start} au {day}\u00a0: le {law}, autorise {expected}"}},
    .provisions = &de_minimis_provisions,
    .check = check_de_minimis_ceiling,
    .missing = KEYS(TRANSFER_AGREEMENT_AWARDED, TRANSFER_AGREEMENT_SIGNED,
                    TRANSFER_AGREEMENT_PERIOD),
};
