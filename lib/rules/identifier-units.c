/* Units of one institution, which share its SIREN number.
 *
 * SPDX-License-Identifier: MIT
 *
 * Two partners belong together when one is a part of the other, over several steps too, or both are
 * of one that has the same SIREN number, or none that is known.  Who is doubtful is not reported:
 * its parents are not all known, or more than anybody has.
 */
#include <stdlib.h>

#include "identifier-group.h"

/* References that are followed from one partner: the work stays linear whatever the parents are. */
enum { PARENTS_MAX = 64 };

/* Arrays by index in the section. */
struct units {
    const struct section *partners;
    const struct groups *groups;
    uint32_t *leader;        /* towards the one that stands for its institution, which has itself */
    uint32_t *seen;          /* 1 + who passed there last on the way up */
    uint32_t *passed;        /* the last member of a group that did, where it unites them ... */
    uint32_t *passed_for;    /* ... and what the group has in groups->first */
    unsigned char *doubtful; /* and so are all that are of its institution */
};

static void units_free(struct units *units)
{
    free(units->leader);
    free(units->seen);
    free(units->passed);
    free(units->passed_for);
    free(units->doubtful);
}

/* 0: no memory. */
static int units_init(struct units *units, const transfer_portfolio *portfolio,
                      const struct groups *groups)
{
    size_t count = portfolio->sections[TRANSFER_TYPE_PARTNER].count;

    units->partners = &portfolio->sections[TRANSFER_TYPE_PARTNER];
    units->groups = groups;
    units->leader = malloc((count + 1) * sizeof *units->leader);
    units->seen = calloc(count + 1, sizeof *units->seen);
    units->passed = calloc(count + 1, sizeof *units->passed);
    units->passed_for = calloc(count + 1, sizeof *units->passed_for);
    units->doubtful = calloc(count + 1, sizeof *units->doubtful);
    if (!units->leader || !units->seen || !units->passed || !units->passed_for ||
        !units->doubtful) {
        units_free(units);
        return 0;
    }
    for (size_t i = 0; i < count; i++)
        units->leader[i] = (uint32_t)i;
    return 1;
}

/* ---- who belongs together ---- */

static uint32_t find_leader(const struct units *units, uint32_t member)
{
    uint32_t *leader = units->leader;

    while (leader[member] != member) {
        leader[member] = leader[leader[member]];
        member = leader[member];
    }
    return member;
}

static void unite(const struct units *units, uint32_t a, uint32_t b)
{
    units->leader[find_leader(units, a)] = find_leader(units, b);
}

/* A member of a group is a part of `above`.  Returns whether what is above that matters to the
 * member: what unites it with others knows the way up from there by itself. */
static int pass(const struct units *units, uint32_t member, uint32_t above)
{
    uint32_t group = units->groups->first[member];

    if (units->groups->first[above] == group) {
        unite(units, member, above);
        return 0;
    }
    if (units->groups->first[above])
        return 1;
    if (units->passed_for[above] == group) {
        unite(units, member, units->passed[above]);
        return 0;
    }
    units->passed[above] = member;
    units->passed_for[above] = group;
    return 1;
}

/* The partner that a parent's cell refers to; NULL: it is not known. */
static const transfer_record *parent_of(const struct cell *cell)
{
    if (cell->unreadable || cell->value.entry->type != TRANSFER_TYPE_PARTNER)
        return NULL;
    return cell->value.entry->record;
}

/* Goes up from a member by all ways, as far as others of its group have not. */
static void climb(const struct units *units, uint32_t member)
{
    uint32_t queue[PARENTS_MAX + 1] = {member};
    size_t count = 1, followed = 0;

    units->seen[member] = member + 1;
    for (size_t i = 0; i < count; i++) {
        const transfer_record *partner = units->partners->items[queue[i]];
        const struct cell *cell = record_cell(partner, key_number(TRANSFER_PARTNER_PARENTS));
        const struct list *list = cell && !cell->unreadable ? cell->value.list : NULL;

        if (cell ? cell->unreadable : check_is_misspelt(partner, TRANSFER_PARTNER_PARENTS))
            units->doubtful[member] = 1;
        for (uint32_t j = 0; list && j < list->count; j++) {
            const transfer_record *parent = parent_of(&list->items.cells[j]);
            uint32_t above;

            if (!parent || ++followed > PARENTS_MAX) {
                units->doubtful[member] = 1;
                return;
            }
            above = (uint32_t)section_index(units->partners, parent);
            if (units->seen[above] == member + 1)
                continue;
            units->seen[above] = member + 1;
            if (pass(units, member, above))
                queue[count++] = above;
        }
    }
}

static void find_institutions(const struct units *units, uint32_t first)
{
    const uint32_t *next = units->groups->next;

    for (uint32_t member = first + 1; member; member = next[member - 1])
        climb(units, member - 1);
    for (uint32_t member = first + 1; member; member = next[member - 1])
        units->doubtful[find_leader(units, member - 1)] |= units->doubtful[member - 1];
}

/* ---- who is reported ---- */

/* The first of some members, and the first of another institution than that; 1 + an index. */
struct firsts {
    uint32_t first, other;
};

static void note(const struct units *units, struct firsts *firsts, uint32_t member)
{
    if (!firsts->first)
        firsts->first = member + 1;
    else if (!firsts->other && find_leader(units, firsts->first - 1) != find_leader(units, member))
        firsts->other = member + 1;
}

/* The first that is of another institution than the member. */
static uint32_t first_apart(const struct units *units, const struct firsts *firsts, uint32_t member)
{
    if (firsts->first && find_leader(units, firsts->first - 1) != find_leader(units, member))
        return firsts->first;
    return firsts->other;
}

/* Two that both have SIRET numbers are two establishments, or those numbers are reported. */
static void judge(const struct units *units, uint32_t first, uint32_t *earlier)
{
    struct firsts all = {0, 0}, without_siret = {0, 0};

    for (uint32_t next = first + 1; next; next = units->groups->next[next - 1]) {
        uint32_t member = next - 1;
        struct identifier siret;
        transfer_reason reason =
            identifier_read_right(units->partners->items[member], IDENTIFIER_SIRET, &siret);

        if (units->doubtful[find_leader(units, member)] || reason == TRANSFER_REASON_REPORTED ||
            check_is_misspelt(units->partners->items[member], TRANSFER_PARTNER_SIRET))
            continue;
        earlier[member] =
            first_apart(units, reason == TRANSFER_REASON_MISSING ? &all : &without_siret, member);
        note(units, &all, member);
        if (reason == TRANSFER_REASON_MISSING)
            note(units, &without_siret, member);
    }
}

int find_earlier_units(const transfer_portfolio *portfolio, const struct groups *groups,
                       uint32_t *earlier)
{
    struct units units;

    if (!units_init(&units, portfolio, groups))
        return 0;
    for (size_t i = 0; i < units.partners->count; i++) {
        if (groups->first[i] != i + 1 || !groups->next[i])
            continue;
        find_institutions(&units, (uint32_t)i);
        judge(&units, (uint32_t)i, earlier);
    }
    units_free(&units);
    return 1;
}
