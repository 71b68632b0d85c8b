/* Rules of references that lead nowhere.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes; those in brackets may be missing.
 */
#include "check.h"
#include "suggest.h"

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
static transfer_reason each_dangling(struct check *check, const transfer_record *record,
                                     look_at *look)
{
    const struct type *type = type_numbered(record->type);

    if (!(record->present & type_references(record->type)))
        return TRANSFER_REASON_MISSING;
    if (check_is_part(check, record))
        return TRANSFER_REASON_PART;
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
    return TRANSFER_REASON_NONE;
}

static void look_dangling(struct check *check, const transfer_record *record,
                          const struct field *field, size_t index, const struct entry *entry)
{
    struct finding finding;

    /* What a misspelt key meant is said at the key. */
    if (entry->misspelt || check_has_lost(check, entry->type) || other_section(check, entry))
        return;
    check_finding(check, &finding, &rule_reference_dangling, record, field->number, index);
    finding_add_string(&finding, "field", field->name);
    finding_add_text(&finding, "found", entry->id, entry->length);
    finding_add_string(&finding, "type", type_numbered(entry->type)->section);
    finding_add_string(&finding, "suggestion", nearest_id(check, entry));
    check_report(check, &finding, record, field->number, index, NULL);
}

static transfer_reason check_reference_dangling(struct check *check, const transfer_record *record)
{
    return each_dangling(check, record, look_dangling);
}

static void look_type(struct check *check, const transfer_record *record,
                      const struct field *field, size_t index, const struct entry *entry)
{
    const struct type *actual = other_section(check, entry);
    struct finding finding;

    if (!actual || check_has_lost(check, entry->type))
        return;
    check_finding(check, &finding, &rule_reference_type, record, field->number, index);
    finding_add_string(&finding, "field", field->name);
    finding_add_text(&finding, "found", entry->id, entry->length);
    finding_add_string(&finding, "expected", type_numbered(entry->type)->section);
    finding_add_string(&finding, "actual", actual->section);
    check_report(check, &finding, record, field->number, index, NULL);
}

static transfer_reason check_reference_type(struct check *check, const transfer_record *record)
{
    return each_dangling(check, record, look_type);
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
