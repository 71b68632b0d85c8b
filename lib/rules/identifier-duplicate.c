/* The rule of partners that share an identifier.
 *
 * SPDX-License-Identifier: MIT
 *
 * All partners are put into groups by identifier, once; the groups by SIREN are then looked at more
 * closely (identifier-units.c).
 */
#include <stdlib.h>
#include <string.h>

#include "identifier-group.h"

/* The identifiers that are of one organisation alone, in the order in which they are reported. */
static const enum identifier_kind kinds[] = {IDENTIFIER_SIRET, IDENTIFIER_SIREN, IDENTIFIER_ROR,
                                             IDENTIFIER_LEI};

enum { KINDS = sizeof kinds / sizeof kinds[0] };

/* For each kind, by index in the section: 1 + that of the earlier partner that a partner is
 * reported with; 0: none. */
struct duplicates {
    uint32_t *earlier[KINDS];
};

/* ---- groups ---- */

/* A partner's identifier while groups are made. */
struct member {
    const char *text;
    size_t length;
};

static int is_same(const struct member *a, const struct member *b)
{
    return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

/* Puts a partner into its group: behind the last of it, or as the first of a new one.  `slots`
 * have 1 + the index of the first; `last` is by first. */
static void add_member(struct groups *groups, const struct ids *ids, struct member *members,
                       uint32_t *slots, size_t mask, uint32_t *last, uint32_t index)
{
    const struct member *member = &members[index];
    size_t slot = ids_hash(ids, 0, member->text, member->length) & mask;

    while (slots[slot] && !is_same(&members[slots[slot] - 1], member))
        slot = (slot + 1) & mask;
    if (slots[slot]) {
        uint32_t first = slots[slot] - 1;

        groups->next[last[first]] = index + 1;
        last[first] = index;
        groups->first[index] = first + 1;
        return;
    }
    slots[slot] = index + 1;
    last[index] = index;
    groups->first[index] = index + 1;
}

static void find_groups(struct groups *groups, const transfer_portfolio *portfolio,
                        enum identifier_kind kind, struct member *members, uint32_t *slots,
                        size_t mask, uint32_t *last)
{
    const struct section *partners = &portfolio->sections[TRANSFER_TYPE_PARTNER];

    for (size_t i = 0; i < partners->count; i++) {
        struct identifier identifier;

        if (identifier_read_right(partners->items[i], kind, &identifier) != TRANSFER_REASON_NONE)
            continue;
        members[i] = (struct member){identifier.text, identifier.length};
        add_member(groups, &portfolio->ids, members, slots, mask, last, (uint32_t)i);
    }
}

static void groups_free(struct groups *groups)
{
    free(groups->first);
    free(groups->next);
}

/* 0: no memory. */
static int groups_build(struct groups *groups, const transfer_portfolio *portfolio,
                        enum identifier_kind kind)
{
    size_t count = portfolio->sections[TRANSFER_TYPE_PARTNER].count, capacity = 16;
    struct member *members = malloc((count + 1) * sizeof *members);
    uint32_t *last = malloc((count + 1) * sizeof *last), *slots;
    int is_built;

    while (capacity < 2 * count)
        capacity *= 2;
    slots = calloc(capacity, sizeof *slots);
    groups->first = calloc(count + 1, sizeof *groups->first);
    groups->next = calloc(count + 1, sizeof *groups->next);
    is_built = members && last && slots && groups->first && groups->next;
    if (is_built)
        find_groups(groups, portfolio, kind, members, slots, capacity - 1, last);
    else
        groups_free(groups);
    free(members);
    free(last);
    free(slots);
    return is_built;
}

/* ---- the index ---- */

static void free_duplicates(void *data)
{
    struct duplicates *duplicates = data;

    for (size_t i = 0; i < KINDS; i++)
        free(duplicates->earlier[i]);
    free(duplicates);
}

/* All but the first of a group are reported with the first.  NULL: no memory. */
static uint32_t *find_earlier(const transfer_portfolio *portfolio, enum identifier_kind kind)
{
    size_t count = portfolio->sections[TRANSFER_TYPE_PARTNER].count;
    struct groups groups;
    uint32_t *earlier;

    if (!groups_build(&groups, portfolio, kind))
        return NULL;
    earlier = calloc(count + 1, sizeof *earlier);
    if (earlier && kind == IDENTIFIER_SIREN) {
        if (!find_earlier_units(portfolio, &groups, earlier)) {
            free(earlier);
            earlier = NULL;
        }
    } else {
        for (size_t i = 0; earlier && i < count; i++)
            earlier[i] = groups.first[i] == i + 1 ? 0 : groups.first[i];
    }
    groups_free(&groups);
    return earlier;
}

static void *build_duplicates(struct check *check)
{
    struct duplicates *duplicates = calloc(1, sizeof *duplicates);
    int failed = !duplicates;

    for (size_t i = 0; i < KINDS && !failed; i++) {
        duplicates->earlier[i] = find_earlier(check->portfolio, kinds[i]);
        failed = !duplicates->earlier[i];
    }
    if (!failed)
        return duplicates;
    if (duplicates)
        free_duplicates(duplicates);
    check->status = TRANSFER_NO_MEMORY;
    return NULL;
}

static const struct index duplicates_of_identifiers = {build_duplicates, free_duplicates};

/* ---- the rule ---- */

static void report(struct check *check, const transfer_record *partner,
                   const transfer_record *earlier, enum identifier_kind kind)
{
    static const struct phrase related = {{"the first with it", "le premier à l'avoir"}};
    static const struct phrase advice = {
        {"if one is a part of the other, say so in parents, else give the siret of both",
         "si l'un fait partie de l'autre, dites-le dans parents, sinon donnez le siret de "
         "chacun"}};
    struct identifier identifier;
    struct finding finding;

    (void)identifier_read(partner, kind, &identifier);
    check_begin(check, &finding, &rule_identifier_duplicate, partner, identifier_keys[kind]);
    finding_add_string(&finding, "field", field_keyed(identifier_keys[kind])->name);
    finding_add_text(&finding, "found", identifier.text, identifier.length);
    finding_add_string(&finding, "other", transfer_record_id(earlier));
    if (kind == IDENTIFIER_SIREN)
        finding_add_phrase(&finding, "advice", &advice);
    check_relate(check, &finding, earlier, identifier_keys[kind], &related);
    check_end(check, &finding, partner, identifier_keys[kind]);
}

/* What two partners share is reported once, and the numbers of Sirene count as one. */
static void report_all(struct check *check, const struct duplicates *duplicates,
                       const transfer_record *partner)
{
    const struct section *partners = &check->portfolio->sections[TRANSFER_TYPE_PARTNER];
    size_t index = section_index(partners, partner);
    uint32_t reported[KINDS] = {0};

    for (size_t i = 0; i < KINDS; i++) {
        uint32_t earlier = duplicates->earlier[i][index];
        int is_reported = kinds[i] == IDENTIFIER_SIREN && reported[0];

        for (size_t j = 0; j < i; j++)
            is_reported |= reported[j] == earlier;
        if (!earlier || is_reported)
            continue;
        reported[i] = earlier;
        report(check, partner, partners->items[earlier - 1], kinds[i]);
    }
}

static transfer_reason check_identifier_duplicate(struct check *check,
                                                  const transfer_record *partner)
{
    transfer_reason found = TRANSFER_REASON_MISSING;
    const struct duplicates *duplicates;
    struct identifier identifier;

    for (size_t i = 0; i < KINDS && found != TRANSFER_REASON_NONE; i++) {
        transfer_reason reason = identifier_read_right(partner, kinds[i], &identifier);

        if (reason != TRANSFER_REASON_MISSING)
            found = reason;
    }
    if (found != TRANSFER_REASON_NONE)
        return found;
    duplicates = check_index(check, &duplicates_of_identifiers);
    if (duplicates)
        report_all(check, duplicates, partner);
    return TRANSFER_REASON_NONE;
}

/* field; found; other: the id of the earlier partner; (advice: a phrase) */
const struct transfer_rule rule_identifier_duplicate = {
    .name = "identifier-duplicate",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"Two partners have one identifier", "Deux partenaires ont un même identifiant"}},
    .explanation =
        {{"A SIREN, SIRET, ROR or LEI is given to one organisation alone. Two partners with the "
          "same are one organisation written down twice, and what it receives is not added up; or "
          "the number was copied from another line. Units of one institution share its SIREN "
          "number: it is not reported where one is a part of the other, where both are parts of "
          "the institution (parents), nor where their SIRET numbers differ.",
          "Un numéro SIREN, SIRET, ROR ou LEI n'est donné qu'à un organisme. Deux partenaires qui "
          "ont le même sont un seul organisme inscrit deux fois, dont les montants ne "
          "s'additionnent pas\u00a0; ou le numéro a été copié d'une autre ligne. Les unités d'une "
          "institution partagent son numéro SIREN\u00a0: il n'est pas signalé quand l'une fait "
          "partie de l'autre, quand toutes deux font partie de l'institution (parents), ni quand "
          "leurs numéros SIRET diffèrent."}},
    .message = {{"{field} {found} is that of \"{other}\" already[; {advice}]",
                 "{field} {found} est déjà celui de «\u00a0{other}\u00a0»[\u00a0; {advice}]"}},
    .check = check_identifier_duplicate,
};
