/* Rules of references between records.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes; those in brackets may be missing.
 */
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "check.h"
#include "suggest.h"

/* ---- reference-dangling, reference-type ---- */

/* Another section that has the id of an entry; NULL when there is none. */
static const struct type *other_section(const struct check *check, const struct entry *entry)
{
    for (size_t i = 0; i < schema_type_count; i++) {
        const struct type *type = &schema_types[i];
        const struct entry *other;

        if (!type->section || type->single || type->number == entry->type)
            continue;
        other = ids_find(&check->portfolio->ids, type->number, entry->id, entry->length);
        if (other && other->record)
            return type;
    }
    return NULL;
}

/* The nearest id of a section, as long as looking for it is not too dear. */
static const char *nearest_id(struct check *check, const struct entry *entry)
{
    const struct section *section = &check->portfolio->sections[entry->type];
    struct suggestion nearest;

    if (section->count > check->suggestions_left)
        return NULL;
    check->suggestions_left -= section->count;
    suggest_init(&nearest, entry->id, entry->length);
    for (size_t i = 0; i < section->count; i++) {
        const struct entry *candidate = record_top(section->items[i])->entry;
        suggest_offer(&nearest, candidate->id, candidate->length);
    }
    return suggest_best(&nearest);
}

typedef void look_at(struct check *check, const transfer_record *record, const struct field *field,
                     size_t index, const struct entry *entry);

/* Calls for every reference of a record that leads nowhere. */
static void each_dangling(struct check *check, const transfer_record *record, look_at *look)
{
    const struct type *type = type_numbered(record->type);

    /* What a part does not define may be elsewhere; so may what could not be read. */
    if (check->incomplete ||
        check->portfolio->sources[record_root(record)->source]->partial)
        return;
    for (size_t i = 0; i < type->count; i++) {
        const struct field *field = &type->fields[i];
        const struct cell *cell =
            field->kind == KIND_REFERENCE ? record_cell(record, field->number) : NULL;
        int is_list = (field->flags & FIELD_LIST) != 0;
        const struct cell *items = cell;
        uint32_t count = 1;

        if (!cell || cell->unreadable)
            continue;
        if (is_list) {
            items = cell->value.list->items.cells;
            count = cell->value.list->count;
        }
        for (uint32_t j = 0; j < count; j++)
            if (!items[j].unreadable && !items[j].value.entry->record)
                look(check, record, field, is_list ? j : SIZE_MAX, items[j].value.entry);
    }
}

static void look_dangling(struct check *check, const transfer_record *record,
                          const struct field *field, size_t index, const struct entry *entry)
{
    struct finding finding;

    if (other_section(check, entry))
        return;
    check_finding(check, &finding, &rule_reference_dangling, record, field->number, index);
    finding_add_string(&finding, "field", field->name);
    finding_add_text(&finding, "found", entry->id, entry->length);
    finding_add_string(&finding, "type", type_numbered(entry->type)->section);
    finding_add_string(&finding, "suggestion", nearest_id(check, entry));
    check_report(check, &finding, record, field->number, index, NULL);
}

static void check_reference_dangling(struct check *check, const transfer_record *record)
{
    each_dangling(check, record, look_dangling);
}

static void look_type(struct check *check, const transfer_record *record,
                      const struct field *field, size_t index, const struct entry *entry)
{
    const struct type *actual = other_section(check, entry);
    struct finding finding;

    if (!actual)
        return;
    check_finding(check, &finding, &rule_reference_type, record, field->number, index);
    finding_add_string(&finding, "field", field->name);
    finding_add_text(&finding, "found", entry->id, entry->length);
    finding_add_string(&finding, "expected", type_numbered(entry->type)->section);
    finding_add_string(&finding, "actual", actual->section);
    check_report(check, &finding, record, field->number, index, NULL);
}

static void check_reference_type(struct check *check, const transfer_record *record)
{
    each_dangling(check, record, look_type);
}

/* ---- reference-cycle ---- */

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

/* ---- unused-record ---- */

static int is_used(const struct entry *entry)
{
    if (entry->first && record_refers_to(entry->first, entry))
        return 1;
    for (const struct links *links = entry->links; links; links = links->next)
        for (uint32_t i = 0; i < links->count; i++)
            if (record_refers_to(links->records[i], entry))
                return 1;
    return 0;
}

static void check_unused_record(struct check *check, const transfer_record *record)
{
    struct finding finding;

    if (is_used(record_top(record)->entry))
        return;
    check_finding(check, &finding, &rule_unused_record, record, 0, SIZE_MAX);
    finding_add_string(&finding, "record", transfer_record_id(record));
    check_report(check, &finding, record, 0, SIZE_MAX, NULL);
}


/* field; found: the id; type: the section it was looked for in; (suggestion) */
const struct transfer_rule rule_reference_dangling = {
    .name = "reference-dangling",
    .severity = TRANSFER_ERROR,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A reference leads nowhere", "Un renvoi ne mène nulle part"}},
    .explanation =
        {{"The field names the id of another record, and no loaded file has that record. The id may "
          "be misspelt, the record removed, or its file not loaded. A file that is a part of a "
          "larger portfolio can be checked as a part: then this rule does not apply.",
          "Le champ nomme l'identifiant d'une autre fiche, et aucun fichier chargé n'a cette "
          "fiche. L'identifiant est peut-être mal orthographié, la fiche supprimée, ou son fichier "
          "n'est pas chargé. Un fichier qui fait partie d'un portefeuille plus grand peut être "
          "contrôlé comme partie\u00a0: cette règle ne s'applique alors pas."}},
    .message = {{"{field}: there is no \"{found}\" in {type}",
                 "{field}\u00a0: il n'y a pas de «\u00a0{found}\u00a0» dans {type}"}},
    .check = check_reference_dangling,
};

/* field; found: the id; expected: the section that is due; actual: the section that has it */
const struct transfer_rule rule_reference_type = {
    .name = "reference-type",
    .severity = TRANSFER_ERROR,
    .since = "1.0",
    .source = "transfer-schema(5)",
    .title = {{"A reference leads to another type of record",
               "Un renvoi mène à un autre type de fiche"}},
    .explanation =
        {{"A record with that id exists, but in another section than the field refers to: a "
          "platform, for instance, where a partner is due. Perhaps the value belongs under "
          "another key of the same record.",
          "Une fiche de cet identifiant existe, mais dans une autre rubrique que celle à laquelle "
          "renvoie le champ\u00a0: une plate-forme, par exemple, là où il faut un partenaire. La "
          "valeur a peut-être sa place sous une autre clé de la même fiche."}},
    .message = {{"{field} refers to {expected}, and \"{found}\" is in {actual}",
                 "{field} renvoie à {expected}, et «\u00a0{found}\u00a0» est dans {actual}"}},
    .check = check_reference_type,
};

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

/* record: the id */
const struct transfer_rule rule_unused_record = {
    .name = "unused-record",
    .severity = TRANSFER_OFF,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"Nothing refers to a partner", "Rien ne renvoie à un partenaire"}},
    .explanation =
        {{"The partner takes part in nothing that the loaded files tell: no project, agreement, "
          "programme, platform or other partner names it. It may be left over, or another id may "
          "be used for the same institution. This rule is off unless it is asked for.",
          "Le partenaire ne prend part à rien de ce que disent les fichiers chargés\u00a0: aucun "
          "projet, aucune convention, aucun programme, aucune plate-forme, aucun autre partenaire "
          "ne le nomme. C'est peut-être un reste, ou un autre identifiant désigne la même "
          "institution. Cette règle ne s'applique que sur demande."}},
    .message = {{"nothing refers to \"{record}\"", "rien ne renvoie à «\u00a0{record}\u00a0»"}},
    .check = check_unused_record,
};
