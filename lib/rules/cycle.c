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

/* Follows a field from every record of its section; `places` is by index in the section. */
static void find_cycles(struct check *check, transfer_key key, uint32_t *places,
                        struct step *steps)
{
    const struct section *section = &check->portfolio->sections[key_type(key)];
    const struct field *field = field_keyed(key);

    for (size_t i = 0; i < section->count; i++) {
        size_t depth = 0;
        const transfer_record *next = places[i] == UNSEEN ? section->items[i] : NULL;

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
}

static void check_reference_cycle(struct check *check)
{
    size_t largest = 0;
    uint32_t *places;
    struct step *steps;

    for (size_t i = 0; i < sizeof acyclic / sizeof acyclic[0]; i++)
        if (check->portfolio->sections[key_type(acyclic[i])].count > largest)
            largest = check->portfolio->sections[key_type(acyclic[i])].count;
    if (largest == 0)
        return;
    places = malloc(largest * sizeof *places);
    steps = malloc(largest * sizeof *steps);
    if (!places || !steps)
        check->status = TRANSFER_NO_MEMORY;
    for (size_t i = 0; places && steps && i < sizeof acyclic / sizeof acyclic[0]; i++) {
        memset(places, 0, largest * sizeof *places);
        find_cycles(check, acyclic[i], places, steps);
    }
    free(places);
    free(steps);
}

/* field; found: the ids of the way round, with " -> " between them */
const struct transfer_rule rule_reference_cycle = {
    .name = "reference-cycle",
    .severity = TRANSFER_ERROR,
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
    .check_all = check_reference_cycle,
};
