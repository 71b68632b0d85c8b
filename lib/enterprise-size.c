/* The size of enterprises, from their accounts and who owns them.
 *
 * SPDX-License-Identifier: MIT
 */
#include "enterprise-size.h"

#include <stdlib.h>
#include <string.h>

#include "decimal.h"
#include "enterprise-steps.h"
#include "wide.h"

/* HISTORY_MAX: years that a status is followed back at most.  VISITS_*: members that may be added
 * up for all of a portfolio, in the first instance and for each partner. */
enum { HISTORY_MAX = 10, VISITS_FIRST = 1000000, VISITS_PARTNER = 32, SUMS_FIRST = 64 };

static const struct fraction none = {0, 1}, quarter = {1, 4}, whole = {1, 1};

/* ---- figures ---- */

static uint8_t figure_flags(uint8_t qualifier)
{
    switch (qualifier) {
    case TRANSFER_ABOUT:
        return FIGURE_GIVEN | FIGURE_ABOUT;
    case TRANSFER_AT_LEAST:
        return FIGURE_GIVEN | FIGURE_ABOVE;
    case TRANSFER_MORE_THAN:
        return FIGURE_GIVEN | FIGURE_ABOVE | FIGURE_ABOVE_LOW;
    case TRANSFER_AT_MOST:
        return FIGURE_GIVEN | FIGURE_BELOW;
    case TRANSFER_LESS_THAN:
        return FIGURE_GIVEN | FIGURE_BELOW | FIGURE_BELOW_VALUE;
    default:
        return FIGURE_GIVEN;
    }
}

/* A number as it is written. */
static void take_number(struct figure *figure, int64_t number, uint64_t denominator,
                        uint8_t qualifier)
{
    if (number < 0) {
        figure->gap = GAP_NEGATIVE;
        return;
    }
    figure->flags = figure_flags(qualifier);
    figure->value = (struct fraction){(uint64_t)number, denominator};
    if (!(figure->flags & (FIGURE_ABOUT | FIGURE_BELOW)))
        figure->low = figure->value;
    figure->gap = qualifier == TRANSFER_EXACTLY ? GAP_NONE : GAP_VAGUE;
}

static void read_figure(const transfer_record *partner, const transfer_record *accounts, int name,
                        struct figure *figure)
{
    static const transfer_key keys[FIGURES] = {TRANSFER_FISCAL_YEAR_HEADCOUNT,
                                               TRANSFER_FISCAL_YEAR_TURNOVER,
                                               TRANSFER_FISCAL_YEAR_BALANCE_SHEET};
    transfer_quantity quantity;
    transfer_amount amount;
    int64_t year = 0;

    (void)transfer_record_get_integer(accounts, TRANSFER_FISCAL_YEAR_YEAR, &year);
    *figure = (struct figure){none, none, 0, GAP_NOT_GIVEN, (int16_t)year, partner};
    if (name == HEADCOUNT) {
        if (transfer_record_get_quantity(accounts, keys[name], &quantity) == TRANSFER_OK)
            take_number(figure, quantity.value, decimal_power(quantity.decimals),
                        quantity.qualifier);
    } else if (transfer_record_get_amount(accounts, keys[name], &amount) == TRANSFER_OK) {
        if (strcmp(amount.currency, "EUR") == 0)
            take_number(figure, amount.minor, 1, amount.qualifier);
        else
            figure->gap = GAP_CURRENCY;
    }
}

static int is_unbounded(const struct figure *figure)
{
    return (figure->flags & (FIGURE_ABOUT | FIGURE_ABOVE)) ||
           (figure->gap != GAP_NONE && figure->gap != GAP_VAGUE);
}

static transfer_status add_part(struct fraction *sum, struct fraction number,
                                struct fraction factor)
{
    transfer_status status = TRANSFER_OK;

    if (factor.numerator != 1 || factor.denominator != 1)
        status = fraction_multiply(number, factor, &number);
    if (status != TRANSFER_OK || number.numerator == 0)
        return status;
    /* Mostly there is nothing else to add. */
    if (sum->numerator == 0) {
        *sum = number;
        return TRANSFER_OK;
    }
    return fraction_add(*sum, number, sum);
}

static transfer_status figure_add(struct figure *total, const struct figure *one,
                                  struct fraction factor)
{
    transfer_status status = add_part(&total->value, one->value, factor);

    if (status == TRANSFER_OK)
        status = add_part(&total->low, one->low, factor);
    total->flags |= one->flags;
    /* What is not given makes more of a gap than what is vague. */
    if (one->gap != GAP_NONE &&
        (total->gap == GAP_NONE || (total->gap == GAP_VAGUE && one->gap != GAP_VAGUE))) {
        total->gap = one->gap;
        total->gap_year = one->gap_year;
        total->gap_partner = one->gap_partner;
    }
    return status;
}

static void figures_begin(struct figures *figures)
{
    for (int i = 0; i < FIGURES; i++)
        figures->items[i] = (struct figure){none, none, 0, GAP_NONE, 0, NULL};
}

static transfer_certainty is_below(const struct figure *figure, uint64_t limit)
{
    struct fraction ceiling = {limit, 1};
    int order = fraction_compare(figure->value, ceiling);

    if (!is_unbounded(figure) && (order < 0 || (order == 0 && figure->flags & FIGURE_BELOW_VALUE)))
        return TRANSFER_CERTAINLY;
    return fraction_compare(figure->low, ceiling) >= 0 ? TRANSFER_CERTAINLY_NOT
                                                       : TRANSFER_POSSIBLY;
}

static transfer_certainty is_up_to(const struct figure *figure, int64_t limit)
{
    struct fraction ceiling = {(uint64_t)limit, 1};
    int order = fraction_compare(figure->low, ceiling);

    if (!is_unbounded(figure) && fraction_compare(figure->value, ceiling) <= 0)
        return TRANSFER_CERTAINLY;
    return order > 0 || (order == 0 && figure->flags & FIGURE_ABOVE_LOW) ? TRANSFER_CERTAINLY_NOT
                                                                         : TRANSFER_POSSIBLY;
}

/* ---- as values ---- */

/* The qualifier of a sum, and the number that it qualifies.  Returns 0 where nothing is known. */
static int figure_shown(const struct figure *figure, struct fraction *number, uint8_t *qualifier)
{
    unsigned flags = figure->flags;

    *number = figure->value;
    *qualifier = TRANSFER_EXACTLY;
    if (!(flags & FIGURE_GIVEN))
        return 0;
    if (figure->gap != GAP_NONE && figure->gap != GAP_VAGUE) {
        *number = figure->low;
        *qualifier = flags & FIGURE_ABOVE_LOW ? TRANSFER_MORE_THAN : TRANSFER_AT_LEAST;
        return number->numerator > 0;
    }
    if (flags & FIGURE_ABOUT || (flags & FIGURE_ABOVE && flags & FIGURE_BELOW))
        *qualifier = TRANSFER_ABOUT;
    else if (flags & FIGURE_ABOVE)
        *qualifier = flags & FIGURE_ABOVE_LOW ? TRANSFER_MORE_THAN : TRANSFER_AT_LEAST;
    else if (flags & FIGURE_BELOW)
        *qualifier = flags & FIGURE_BELOW_VALUE ? TRANSFER_LESS_THAN : TRANSFER_AT_MOST;
    return 1;
}

/* The nearest multiple of 1 / scale, as that; where it does not fit, none. */
static int round_to(struct fraction number, uint64_t scale, int64_t *value)
{
    struct wide product = wide_add(wide_multiply(number.numerator, scale),
                                   (struct wide){0, number.denominator / 2});
    struct wide quotient = wide_divide(product, number.denominator, NULL);

    if (quotient.high != 0 || quotient.low > INT64_MAX)
        return 0;
    *value = (int64_t)quotient.low;
    return 1;
}

static void qualify_rounded(uint8_t *qualifier)
{
    if (*qualifier == TRANSFER_EXACTLY)
        *qualifier = TRANSFER_ABOUT;
}

int figure_quantity(const struct figure *figure, transfer_quantity *quantity)
{
    enum { ROUNDED_DECIMALS = 2, DECIMALS_MAX = 18 };
    transfer_quantity result = {0};
    struct fraction number;

    if (!figure_shown(figure, &number, &result.qualifier))
        return 0;
    number = fraction_reduce(number);
    for (; result.decimals <= DECIMALS_MAX; result.decimals++) {
        uint64_t scale = decimal_power(result.decimals);

        if (scale % number.denominator == 0 && round_to(number, scale, &result.value)) {
            *quantity = result;
            return 1;
        }
    }
    qualify_rounded(&result.qualifier);
    for (result.decimals = ROUNDED_DECIMALS;
         !round_to(number, decimal_power(result.decimals), &result.value);)
        result.decimals--;
    *quantity = result;
    return 1;
}

int figure_amount(const struct figure *figure, transfer_amount *amount)
{
    transfer_amount result = {.currency = "EUR", .decimals = 2};
    struct fraction number;

    if (!figure_shown(figure, &number, &result.qualifier))
        return 0;
    number = fraction_reduce(number);
    if (number.denominator != 1)
        qualify_rounded(&result.qualifier);
    /* It is at most its numerator, which fits. */
    (void)round_to(number, 1, &result.minor);
    *amount = result;
    return 1;
}

/* ---- accounts ---- */

static int year_of(const transfer_record *accounts)
{
    int64_t year = 0;

    (void)transfer_record_get_integer(accounts, TRANSFER_FISCAL_YEAR_YEAR, &year);
    return (int)year;
}

static int is_consolidated(const transfer_record *accounts)
{
    int is = 0;

    (void)transfer_record_get_boolean(accounts, TRANSFER_FISCAL_YEAR_CONSOLIDATED, &is);
    return is;
}

/* A partner's accounts of a year or, if allowed, of the year before; of several those that are
 * consolidated, or not, as asked for, then the first, which add_accounts() compares with the
 * others.  NULL: none. */
static transfer_record *find_accounts(const transfer_record *partner, int year, int or_before,
                                      int consolidated)
{
    transfer_record *best = NULL, *accounts;
    int best_rank = 0;

    for (size_t i = 0; transfer_record_record_at(partner, TRANSFER_PARTNER_ACCOUNTS, i,
                                                 &accounts) == TRANSFER_OK;
         i++) {
        int age = year - year_of(accounts), rank;

        if (age < 0 || age > or_before)
            continue;
        rank = (age == 0 ? 2 : 0) + (is_consolidated(accounts) == consolidated) + 1;
        if (rank > best_rank) {
            best = accounts;
            best_rank = rank;
        }
    }
    return best;
}

transfer_record *size_accounts(const transfer_record *partner, int year)
{
    return find_accounts(partner, year, 0, 1);
}

/* The last year whose accounts are closed on a day (NULL: ever); 0: none. */
static int find_last_year(const transfer_record *partner, const transfer_date *day)
{
    transfer_record *accounts;
    int last = 0;

    for (size_t i = 0; transfer_record_record_at(partner, TRANSFER_PARTNER_ACCOUNTS, i,
                                                 &accounts) == TRANSFER_OK;
         i++) {
        int year = year_of(accounts);
        transfer_date end = {.year = year, .month = 12, .day = 31};

        if (year > last && !(day && transfer_date_is_before(day, &end) == TRANSFER_CERTAINLY))
            last = year;
    }
    return last;
}

static int figures_differ(const struct figure *a, const struct figure *b)
{
    return a->gap != b->gap || a->flags != b->flags || fraction_compare(a->value, b->value) != 0;
}

/* A figure is not known where a second account of the same year says something else. */
static void compare_accounts(const transfer_record *partner, const transfer_record *accounts,
                             int name, struct figure *figure)
{
    transfer_record *second;
    struct figure other;

    for (size_t i = 0; transfer_record_record_at(partner, TRANSFER_PARTNER_ACCOUNTS, i, &second) ==
                       TRANSFER_OK;
         i++) {
        if (second == accounts || year_of(second) != year_of(accounts) ||
            is_consolidated(second) != is_consolidated(accounts))
            continue;
        read_figure(partner, second, name, &other);
        if (figures_differ(figure, &other)) {
            *figure = (struct figure){none, none, 0, GAP_TWICE, figure->gap_year, partner};
            return;
        }
    }
}

static transfer_status add_accounts(struct addition *addition, const transfer_record *partner,
                                    const transfer_record *accounts)
{
    transfer_status status = TRANSFER_OK;

    for (int i = 0; i < FIGURES && status == TRANSFER_OK; i++) {
        struct figure one, before = addition->total->items[i];

        read_figure(partner, accounts, i, &one);
        compare_accounts(partner, accounts, i, &one);
        status = figure_add(&addition->total->items[i], &one, addition->factor);
        if (status == TRANSFER_OK && addition->calculation)
            status = steps_add_figure(addition, partner, one.gap_year, i, &before, &one);
    }
    return status;
}

/* ---- groups ---- */

static uint32_t index_of(const struct sizes *sizes, const transfer_record *partner)
{
    return (uint32_t)section_index(sizes->ownership.partners, partner);
}

static uint32_t member_count(const struct ownership *ownership, uint32_t group)
{
    return ownership->first_member[group + 1] - ownership->first_member[group];
}

/* Marks what the consolidated accounts of a member contain: all below it that is held by
 * majorities. */
static void mark_contained(struct sizes *sizes, uint32_t source)
{
    const struct ownership *ownership = &sizes->ownership;
    uint32_t count = 0;

    sizes->queue[count++] = source;
    for (uint32_t next = 0; next < count; next++) {
        uint32_t owner = sizes->queue[next];

        for (uint32_t i = ownership->first_holding[owner]; i < ownership->first_holding[owner + 1];
             i++) {
            const struct tie *tie = &ownership->ties[ownership->holdings[i]];

            if (!share_is_majority(tie->share) || tie->owned == source ||
                ownership->group[tie->owned] != ownership->group[source] ||
                sizes->contained[tie->owned])
                continue;
            sizes->contained[tie->owned] = 1;
            sizes->queue[count++] = tie->owned;
        }
    }
}

static transfer_status need_room(struct sizes *sizes)
{
    uint32_t count = sizes->ownership.count;

    if (!sizes->accounts)
        sizes->accounts = calloc(count, sizeof *sizes->accounts);
    if (!sizes->contained)
        sizes->contained = calloc(count, sizeof *sizes->contained);
    if (!sizes->queue)
        sizes->queue = calloc(count, sizeof *sizes->queue);
    return sizes->accounts && sizes->contained && sizes->queue ? TRANSFER_OK : TRANSFER_NO_MEMORY;
}

/* The accounts of the members of a group, and which are contained in others. */
static void find_group_accounts(struct sizes *sizes, uint32_t group, int year)
{
    const struct ownership *ownership = &sizes->ownership;
    uint32_t first = ownership->first_member[group], end = ownership->first_member[group + 1];

    for (uint32_t i = first; i < end; i++) {
        uint32_t member = ownership->members[i];

        sizes->accounts[member] = find_accounts(ownership_partner(ownership, member), year, 1, 1);
        sizes->contained[member] = 0;
    }
    for (uint32_t i = first; i < end; i++) {
        uint32_t member = ownership->members[i];

        if (sizes->accounts[member] && is_consolidated(sizes->accounts[member]) &&
            !sizes->contained[member])
            mark_contained(sizes, member);
    }
}

static transfer_status add_member(struct sizes *sizes, uint32_t member,
                                  const transfer_record *accounts, struct addition *addition)
{
    const transfer_record *partner = ownership_partner(&sizes->ownership, member);
    uint8_t flags = sizes->ownership.flags[member];

    if (flags & PARTNER_OVERFLOW)
        return TRANSFER_OVERFLOW;
    addition->gap_partner = partner;
    if (flags & PARTNER_OWNER_UNKNOWN)
        addition->gap = GAP_OWNER;
    else if (!accounts)
        addition->gap = GAP_MEMBER_ACCOUNTS;
    else
        return add_accounts(addition, partner, accounts);
    return TRANSFER_OK;
}

/* Adds the members of a group, `first` before the others; UINT32_MAX: in their order. */
static transfer_status add_members(struct sizes *sizes, uint32_t group, uint32_t first,
                                   struct addition *addition)
{
    const struct ownership *ownership = &sizes->ownership;
    uint32_t begin = ownership->first_member[group], count = member_count(ownership, group);
    transfer_status status = TRANSFER_OK;

    if (count == 1) {
        uint32_t member = ownership->members[begin];

        return add_member(sizes, member,
                          find_accounts(ownership_partner(ownership, member), addition->year, 1, 1),
                          addition);
    }
    status = need_room(sizes);
    if (status != TRANSFER_OK)
        return status;
    find_group_accounts(sizes, group, addition->year);
    for (uint32_t i = first == UINT32_MAX; i <= count && status == TRANSFER_OK && !addition->gap;
         i++) {
        uint32_t member = i == 0 ? first : ownership->members[begin + i - 1];

        if (i > 0 && member == first)
            continue;
        if (!sizes->contained[member])
            status = add_member(sizes, member, sizes->accounts[member], addition);
        else if (addition->calculation)
            status = steps_add_contained(addition, ownership_partner(ownership, member));
    }
    return status;
}

/* ---- sums that are kept ---- */

static struct group_sum *sum_slot(const struct sizes *sizes, uint64_t key)
{
    size_t mask = sizes->sum_capacity - 1;
    size_t i = (size_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> 32) & mask;

    while (sizes->sums[i].key != 0 && sizes->sums[i].key != key)
        i = (i + 1) & mask;
    return &sizes->sums[i];
}

static int sums_grow(struct sizes *sizes)
{
    struct sizes larger = *sizes;

    larger.sum_capacity = sizes->sum_capacity ? sizes->sum_capacity * 2 : SUMS_FIRST;
    larger.sums = calloc(larger.sum_capacity, sizeof *larger.sums);
    if (!larger.sums)
        return 0;
    for (size_t i = 0; i < sizes->sum_capacity; i++)
        if (sizes->sums[i].key != 0)
            *sum_slot(&larger, sizes->sums[i].key) = sizes->sums[i];
    free(sizes->sums);
    sizes->sums = larger.sums;
    sizes->sum_capacity = larger.sum_capacity;
    return 1;
}

/* Room for the sum of a group of a year, and of its neighbours too or not; NULL: no memory.
 * Whether it is there already its key tells. */
static struct group_sum *find_sum(struct sizes *sizes, uint64_t key)
{
    if (sizes->sum_count * 2 >= sizes->sum_capacity && !sums_grow(sizes))
        return NULL;
    return sum_slot(sizes, key);
}

static uint64_t sum_key(uint32_t group, int year, int with_neighbours)
{
    enum { YEARS = 10000 };

    return (((uint64_t)group + 1) * YEARS + (uint64_t)year) * 2 + (uint64_t)with_neighbours;
}

/* Whether so many more members may be looked at. */
static int may_visit(struct sizes *sizes, uint64_t count)
{
    if (sizes->visits_left < count)
        return 0;
    sizes->visits_left -= count;
    return 1;
}

static void copy_sum(struct addition *addition, const struct group_sum *sum)
{
    *addition->total = sum->figures;
    addition->gap = sum->gap;
    addition->gap_partner = sum->gap_partner;
}

static void keep_sum(struct sizes *sizes, struct group_sum *sum, uint64_t key,
                     const struct addition *addition)
{
    *sum = (struct group_sum){key, addition->gap, addition->gap_partner, *addition->total};
    sizes->sum_count++;
}

/* The figures of the members of a group, into an empty sum. */
static transfer_status sum_members(struct sizes *sizes, uint32_t group, struct addition *addition)
{
    uint32_t count = member_count(&sizes->ownership, group);
    uint64_t key = sum_key(group, addition->year, 0);
    struct group_sum *sum;
    transfer_status status;

    if (count == 1)
        return add_members(sizes, group, UINT32_MAX, addition);
    sum = find_sum(sizes, key);
    if (!sum)
        return TRANSFER_NO_MEMORY;
    if (sum->key == key) {
        copy_sum(addition, sum);
        return TRANSFER_OK;
    }
    if (!may_visit(sizes, count)) {
        addition->gap = GAP_TOO_LARGE;
        return TRANSFER_OK;
    }
    status = add_members(sizes, group, UINT32_MAX, addition);
    if (status == TRANSFER_OK)
        keep_sum(sizes, sum, key, addition);
    return status;
}

static transfer_status add_neighbour(struct sizes *sizes, const struct neighbour *neighbour,
                                     struct addition *addition)
{
    struct figures figures;
    struct addition other = {.total = &figures, .factor = whole, .year = addition->year};
    transfer_status status;

    figures_begin(&figures);
    status = sum_members(sizes, neighbour->other, &other);
    for (int i = 0; i < FIGURES && status == TRANSFER_OK; i++)
        status = figure_add(&addition->total->items[i], &figures.items[i], neighbour->share);
    addition->gap = other.gap;
    addition->gap_partner = other.gap_partner;
    return status;
}

/* The same with what its neighbours add. */
static transfer_status sum_group(struct sizes *sizes, uint32_t group, int definition,
                                 struct addition *addition)
{
    const struct ownership *ownership = &sizes->ownership;
    int is_kept = member_count(ownership, group) > 1;
    uint32_t first = ownership->first_neighbour[group], end = ownership->first_neighbour[group + 1];
    uint64_t key = sum_key(group, addition->year, 1);
    struct group_sum *sum = NULL;
    transfer_status status;

    if (first == end || definition != TRANSFER_PARTNER_SIZE_DEFINITION_EU_2003_361)
        return sum_members(sizes, group, addition);
    if (is_kept) {
        sum = find_sum(sizes, key);
        if (!sum)
            return TRANSFER_NO_MEMORY;
        if (sum->key == key) {
            copy_sum(addition, sum);
            return TRANSFER_OK;
        }
    }
    if (!may_visit(sizes, end - first)) {
        addition->gap = GAP_TOO_LARGE;
        return TRANSFER_OK;
    }
    status = sum_members(sizes, group, addition);
    for (uint32_t i = first; i < end && status == TRANSFER_OK && !addition->gap; i++)
        status = add_neighbour(sizes, &ownership->neighbours[i], addition);
    if (status != TRANSFER_OK || !is_kept)
        return status;
    sum = find_sum(sizes, key); /* others were kept meanwhile */
    if (!sum)
        return TRANSFER_NO_MEMORY;
    keep_sum(sizes, sum, key, addition);
    return TRANSFER_OK;
}

int sizes_is_grouped(const struct sizes *sizes, const transfer_record *partner, int definition)
{
    const struct ownership *ownership = &sizes->ownership;
    uint32_t group;

    if (!ownership->group)
        return 0;
    group = ownership->group[index_of(sizes, partner)];
    return member_count(ownership, group) > 1 ||
           (definition == TRANSFER_PARTNER_SIZE_DEFINITION_EU_2003_361 &&
            ownership->first_neighbour[group] < ownership->first_neighbour[group + 1]);
}

transfer_status sizes_add_group(struct sizes *sizes, const transfer_record *partner,
                                int definition, struct addition *addition)
{
    const struct ownership *ownership = &sizes->ownership;
    uint32_t member, group;
    transfer_status status;

    if (!ownership->group)
        return add_accounts(addition, partner, find_accounts(partner, addition->year, 1, 1));
    member = index_of(sizes, partner);
    group = ownership->group[member];
    status = add_members(sizes, group, member, addition);
    if (definition != TRANSFER_PARTNER_SIZE_DEFINITION_EU_2003_361)
        return status;
    for (uint32_t i = ownership->first_neighbour[group];
         i < ownership->first_neighbour[group + 1] && status == TRANSFER_OK && !addition->gap;
         i++) {
        addition->factor = ownership->neighbours[i].share;
        status = add_members(sizes, ownership->neighbours[i].other, UINT32_MAX, addition);
    }
    return status;
}

/* ---- classes ---- */

static struct size_law find_law(int definition, const transfer_date *day)
{
    struct size_law law = {NULL, definition, 0};

    for (size_t i = 0; i < size_ceiling_count; i++) {
        const struct size_ceiling *ceiling = &size_ceilings[i];

        if (ceiling->definition != definition ||
            transfer_period_contains(&ceiling->in_force, day) == TRANSFER_CERTAINLY_NOT)
            continue;
        if (law.count++ == 0)
            law.ceilings = ceiling;
    }
    return law;
}

/* Of two certainties that are both needed the lesser counts, of two that do the greater. */
static transfer_certainty is_within(const struct size_ceiling *ceiling,
                                    const struct figures *figures)
{
    transfer_certainty headcount =
        is_below(&figures->items[HEADCOUNT], ceiling->headcount_below);
    transfer_certainty turnover = is_up_to(&figures->items[TURNOVER], ceiling->turnover);
    transfer_certainty balance = is_up_to(&figures->items[BALANCE_SHEET], ceiling->balance_sheet);
    transfer_certainty either = turnover > balance ? turnover : balance;

    return headcount < either ? headcount : either;
}

struct size_range size_classify(const struct size_law *law, const struct figures *figures)
{
    struct size_range range = {law->count, law->count};

    for (int i = 0; i < law->count; i++) {
        transfer_certainty certainty = is_within(&law->ceilings[i], figures);

        if (certainty == TRANSFER_CERTAINLY_NOT)
            continue;
        if (i < range.low)
            range.low = i;
        if (certainty == TRANSFER_CERTAINLY) {
            range.high = i;
            break;
        }
    }
    return range;
}

int size_open_figure(const struct size_law *law, const struct figures *figures,
                     struct size_range range)
{
    for (int i = range.low; i < range.high && i < law->count; i++) {
        const struct size_ceiling *ceiling = &law->ceilings[i];

        if (is_below(&figures->items[HEADCOUNT], ceiling->headcount_below) == TRANSFER_POSSIBLY)
            return HEADCOUNT;
        if (is_up_to(&figures->items[TURNOVER], ceiling->turnover) == TRANSFER_POSSIBLY)
            return TURNOVER;
    }
    return BALANCE_SHEET;
}

static int median(int a, int b, int c)
{
    if (a > b) {
        int swapped = a;

        a = b;
        b = swapped;
    }
    return c < a ? a : c > b ? b : c;
}

/* A class is lost or gained when two years in a row are beyond it on the same side: of status and
 * both years that leaves the one in the middle. */
struct size_range size_status_after(struct size_range status, struct size_range before,
                                    struct size_range class)
{
    return (struct size_range){median(status.low, before.low, class.low),
                               median(status.high, before.high, class.high)};
}

struct size_range size_status_before(const struct size_law *law, const transfer_record *partner,
                                     const struct size_answer *answer, struct size_range class)
{
    transfer_date founded;

    /* Of a single year nothing else is known; a new enterprise has the class of its first year. */
    if (answer->first_year == answer->year ||
        (transfer_record_get_date(partner, TRANSFER_PARTNER_FOUNDED, &founded) == TRANSFER_OK &&
         !founded.flags && founded.year >= answer->first_year - 1))
        return class;
    return (struct size_range){0, law->count};
}

transfer_status size_judge_public(const struct sizes *sizes, const transfer_record *partner,
                                  int definition, int perhaps, int *is_public,
                                  struct fraction *share)
{
    transfer_status status;

    *is_public = 0;
    if (!sizes->ownership.group || definition != TRANSFER_PARTNER_SIZE_DEFINITION_EU_2003_361)
        return TRANSFER_OK;
    status =
        ownership_public_share(&sizes->ownership, index_of(sizes, partner), perhaps, share);
    *is_public = status == TRANSFER_OK && fraction_compare(*share, quarter) >= 0;
    return status;
}

int size_declared(int definition, int size, struct size_range *range)
{
    int count = 0, found = -1;

    for (size_t i = 0; i < size_ceiling_count; i++) {
        if (size_ceilings[i].definition != definition)
            continue;
        if (size_ceilings[i].size == size)
            found = count;
        count++;
    }
    if (size == TRANSFER_SIZE_LARGE)
        found = count;
    if (found >= 0)
        *range = (struct size_range){found, found};
    if (size != TRANSFER_SIZE_SME)
        return found >= 0;
    /* Micro-enterprises are within them; under the Recommendation it is all below large. */
    *range = (struct size_range){0, found >= 0 ? found : count - 1};
    return 1;
}

const char *size_class_name(const struct size_law *law, int class)
{
    return transfer_field_choice_name(TRANSFER_PARTNER_SIZE,
                                      class < law->count ? law->ceilings[class].size
                                                         : TRANSFER_SIZE_LARGE);
}

/* ---- the answer ---- */

static transfer_status find_year(struct sizes *sizes, const transfer_record *partner,
                                 int definition, struct addition *addition)
{
    const struct ownership *ownership = &sizes->ownership;

    figures_begin(addition->total);
    if (ownership->group)
        return sum_group(sizes, ownership->group[index_of(sizes, partner)], definition, addition);
    return add_accounts(addition, partner, find_accounts(partner, addition->year, 1, 1));
}

/* The class of each year that the answer goes back to, the last first; returns how many. */
static transfer_status find_classes(struct sizes *sizes, const transfer_record *partner,
                                    struct size_answer *answer, struct size_range *classes)
{
    int definition = answer->law.definition;
    int history = definition == TRANSFER_PARTNER_SIZE_DEFINITION_EU_2003_361 ? HISTORY_MAX : 1;
    struct figures figures;

    for (int i = 0; i < history; i++) {
        int year = answer->year - i;
        struct addition addition = {
            .total = i == 0 ? &answer->group : &figures, .factor = whole, .year = year};
        transfer_status status;

        if (i > 0 && !find_accounts(partner, year, 0, 1))
            break;
        status = find_year(sizes, partner, definition, &addition);
        if (status != TRANSFER_OK)
            return status;
        if (addition.gap) {
            /* Without the last year there is no answer; without an earlier one it goes less far
             * back. */
            if (i == 0) {
                answer->gap = addition.gap;
                answer->gap_partner = addition.gap_partner;
            }
            break;
        }
        classes[i] = size_classify(&answer->law, addition.total);
        answer->first_year = year;
    }
    return TRANSFER_OK;
}

static void find_status(const transfer_record *partner, struct size_answer *answer,
                        const struct size_range *classes)
{
    int last = answer->year - answer->first_year;

    answer->group_class = classes[0];
    answer->status = size_status_before(&answer->law, partner, answer, classes[last]);
    for (int i = last; i > 0; i--)
        answer->status = size_status_after(answer->status, classes[i], classes[i - 1]);
}

/* What 25 % in public hands make of it. */
static transfer_status find_public(struct sizes *sizes, const transfer_record *partner,
                                   struct size_answer *answer)
{
    int large = answer->law.count, perhaps = 0;
    struct fraction share;
    transfer_status status = size_judge_public(sizes, partner, answer->law.definition, 0,
                                               &answer->is_public, &share);

    if (status == TRANSFER_OK && !answer->is_public)
        status = size_judge_public(sizes, partner, answer->law.definition, 1, &perhaps, &share);
    if (answer->is_public)
        answer->group_class = answer->status = (struct size_range){large, large};
    else if (perhaps)
        answer->group_class.high = answer->status.high = large;
    return status;
}

/* The class by its own accounts alone, which nobody else's are added to. */
static transfer_status find_own_class(const transfer_record *partner, struct size_answer *answer)
{
    struct figures own;
    struct addition addition = {.total = &own, .factor = whole, .year = answer->year};
    transfer_status status;

    if (!answer->is_grouped) {
        answer->own_class = size_classify(&answer->law, &answer->group);
        return TRANSFER_OK;
    }
    figures_begin(&own);
    status = add_accounts(&addition, partner, find_accounts(partner, answer->year, 0, 0));
    answer->own_class = size_classify(&answer->law, &own);
    return status;
}

transfer_status sizes_find(struct sizes *sizes, const transfer_record *partner, int definition,
                           const transfer_date *day, struct size_answer *answer)
{
    struct size_range classes[HISTORY_MAX];
    transfer_date end = {.month = 12, .day = 31};
    transfer_status status;

    memset(answer, 0, sizeof *answer);
    answer->gap_partner = partner;
    answer->year = answer->first_year = end.year = find_last_year(partner, day);
    if (answer->year == 0) {
        answer->gap = GAP_NO_ACCOUNTS;
        return TRANSFER_OK;
    }
    answer->law = find_law(definition, day ? day : &end);
    if (answer->law.count == 0) {
        answer->gap = GAP_NO_LAW;
        return TRANSFER_OK;
    }
    answer->is_grouped = sizes_is_grouped(sizes, partner, definition);
    status = find_classes(sizes, partner, answer, classes);
    if (status != TRANSFER_OK || answer->gap)
        return status;
    find_status(partner, answer, classes);
    status = find_public(sizes, partner, answer);
    return status == TRANSFER_OK ? find_own_class(partner, answer) : status;
}

transfer_status sizes_begin(struct sizes *sizes, const transfer_portfolio *portfolio,
                            const transfer_date *day)
{
    *sizes = (struct sizes){.visits_left = VISITS_FIRST};
    sizes->visits_left +=
        (uint64_t)VISITS_PARTNER * portfolio->sections[TRANSFER_TYPE_PARTNER].count;
    return ownership_read(&sizes->ownership, portfolio, day);
}

void sizes_free(struct sizes *sizes)
{
    ownership_free(&sizes->ownership);
    free(sizes->accounts);
    free(sizes->contained);
    free(sizes->queue);
    free(sizes->sums);
}
