/* The rule of references that lead back to where they began.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above the row stand the parts that its message takes.
 */
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "check.h"

/* Fields whose references may not lead back to where they began. */
static const transfer_key acyclic[] = {TRANSFER_PROGRAMME_PARENT, TRANSFER_PARTNER_PARENTS,
                                       TRANSFER_PARTNER_SUCCESSOR, TRANSFER_AGREEMENT_AMENDS};

enum { ACYCLIC = sizeof acyclic / sizeof acyclic[0] };

/* A record on the way, and the next of its references to follow. */
struct step {
    const transfer_record *record;
    uint32_t next;
};

/* Where a record stands on the way, from 1; UNSEEN and DONE are not on it. */
#define UNSEEN 0u
#define DONE UINT32_MAX

/* Ids of a way round that a message names at most. */
enum { CYCLE_IDS_MAX = 8 };

/* The next record that a step refers to; NULL when there is none left. */
static const transfer_record *follow(struct step *step, const struct field *field)
{
    const struct cell *cell = record_cell(step->record, field->number);
    int is_list = (field->flags & FIELD_LIST) != 0;

    if (!cell || cell->unreadable)
        return NULL;
    while (step->next < (is_list ? cell->value.list->count : 1)) {
        const struct cell *item = is_list ? &cell->value.list->items.cells[step->next] : cell;
        step->next++;
        if (!item->unreadable && item->value.entry->record)
            return item->value.entry->record;
    }
    return NULL;
}

/* The way from its step `first` to the last, which leads back to the first. */
static void report_cycle(struct check *check, const struct field *field, const struct step *steps,
                         size_t first, size_t count)
{
    const transfer_record *target = steps[first].record;
    size_t index = field->flags & FIELD_LIST ? steps[first].next - 1 : SIZE_MAX;
    struct buffer way;
    struct finding finding;

    buffer_init(&way);
    for (size_t i = first; i < count && i < first + CYCLE_IDS_MAX; i++) {
        buffer_add_string(&way, transfer_record_id(steps[i].record));
        buffer_add_string(&way, " -> ");
    }
    if (count - first > CYCLE_IDS_MAX)
        buffer_add_string(&way, "... -> ");
    buffer_add_string(&way, transfer_record_id(target));
    check_finding(check, &finding, &rule_reference_cycle, target, field->number, index);
    finding_add_string(&finding, "field", field->name);
    finding_add_text(&finding, "found", way.data, way.length);
    if (way.failed)
        check->status = TRANSFER_NO_MEMORY;
    else
        check_report(check, &finding, target, field->number, index, NULL);
    buffer_free(&way);
}

/* What was found so far of each field. */
struct ways {
    uint32_t *places[ACYCLIC]; /* by index in the section */
    struct step *steps;        /* of the way that is being followed */
};

static void free_ways(void *data)
{
    struct ways *ways = data;

    for (size_t i = 0; i < ACYCLIC; i++)
        free(ways->places[i]);
    free(ways->steps);
    free(ways);
}

static void *build_ways(struct check *check)
{
    struct ways *ways = calloc(1, sizeof *ways);
    size_t largest = 0;
    int failed = !ways;

    for (size_t i = 0; i < ACYCLIC && !failed; i++) {
        size_t count = check->portfolio->sections[key_type(acyclic[i])].count;

        if (count > largest)
            largest = count;
        ways->places[i] = calloc(count + 1, sizeof *ways->places[i]);
        failed = !ways->places[i];
    }
    if (!failed) {
        ways->steps = malloc((largest + 1) * sizeof *ways->steps);
        failed = !ways->steps;
    }
    if (!failed)
        return ways;
    if (ways)
        free_ways(ways);
    check->status = TRANSFER_NO_MEMORY;
    return NULL;
}

static const struct index ways_of_references = {build_ways, free_ways};

/* Follows a field from a record that no way has passed yet. */
static void find_cycles(struct check *check, transfer_key key, const transfer_record *next,
                        uint32_t *places, struct step *steps)
{
    const struct section *section = &check->portfolio->sections[key_type(key)];
    const struct field *field = field_keyed(key);
    size_t depth = 0;

    while (next || depth > 0) {
        uint32_t *place;

        if (!next && !(next = follow(&steps[depth - 1], field))) {
            places[section_index(section, steps[--depth].record)] = DONE;
            continue;
        }
        place = &places[section_index(section, next)];
        if (*place == UNSEEN) {
            steps[depth++] = (struct step){next, 0};
            *place = (uint32_t)depth;
        } else if (*place != DONE) {
            report_cycle(check, field, steps, *place - 1, depth);
        }
        next = NULL;
    }
}

static transfer_reason check_reference_cycle(struct check *check, const transfer_record *record)
{
    const struct section *section = &check->portfolio->sections[record->type];
    transfer_reason reason = TRANSFER_REASON_MISSING;
    struct ways *ways;

    for (size_t i = 0; i < ACYCLIC; i++) {
        if (key_type(acyclic[i]) != record->type || !record_cell(record, key_number(acyclic[i])))
            continue;
        ways = check_index(check, &ways_of_references);
        if (ways && ways->places[i][section_index(section, record)] == UNSEEN)
            find_cycles(check, acyclic[i], record, ways->places[i], ways->steps);
        reason = TRANSFER_REASON_NONE;
    }
    return reason;
}

/* field; found: the ids of the way round, with " -> " between them */
const struct transfer_rule rule_reference_cycle = {
    .name = "reference-cycle",
    .severity = TRANSFER_ERROR,
    .types = 1u << TRANSFER_TYPE_PROGRAMME | 1u << TRANSFER_TYPE_PARTNER |
             1u << TRANSFER_TYPE_AGREEMENT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"References lead back to where they began",
               "Des renvois reviennent à leur point de départ"}},
    .explanation =
        {{"A programme cannot be a part of itself, a unit not belong to itself, a partner not "
          "succeed itself, nor an agreement amend itself, not over several steps either. "
          "One of the references on the way round is wrong. Companies may hold shares of each "
          "other: that is not reported.",
          "Un programme ne peut faire partie de lui-même, ni une unité relever d'elle-même, ni un "
          "partenaire se succéder, ni une convention se modifier elle-même, fût-ce en plusieurs "
          "étapes. L'un des renvois de la boucle est faux. Des sociétés peuvent détenir des parts "
          "l'une de l'autre\u00a0: cela n'est pas signalé."}},
    .message = {{"{field} leads back to where it began: {found}",
                 "{field} revient à son point de départ\u00a0: {found}"}},
    .check = check_reference_cycle,
};
