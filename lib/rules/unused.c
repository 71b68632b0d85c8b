/* The rule of partners that nothing refers to.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above the row stand the parts that its message takes.
 */
#include <stdlib.h>

#include "check.h"

static void mark(const struct section *partners, unsigned char *used, const struct cell *cell)
{
    const struct entry *entry = cell->unreadable ? NULL : cell->value.entry;

    if (entry && entry->type == TRANSFER_TYPE_PARTNER && entry->record)
        used[section_index(partners, entry->record)] = 1;
}

/* Marks what a record and those nested in it refer to; `used` is by index in the section. */
static void mark_used(const struct section *partners, unsigned char *used,
                      const transfer_record *record)
{
    const struct type *type = type_numbered(record->type);
    uint64_t references = record->present & type_references(record->type);
    uint64_t nested = record->present & type_nested(record->type);

    while (references) {
        unsigned number = (unsigned)__builtin_ctzll(references);
        const struct cell *cell = record_cell(record, number);

        references &= references - 1;
        if (!(field_numbered(type, number)->flags & FIELD_LIST)) {
            mark(partners, used, cell);
            continue;
        }
        for (uint32_t i = 0; !cell->unreadable && i < cell->value.list->count; i++)
            mark(partners, used, &cell->value.list->items.cells[i]);
    }
    while (nested) {
        const struct cell *cell = record_cell(record, (unsigned)__builtin_ctzll(nested));

        nested &= nested - 1;
        for (uint32_t i = 0; !cell->unreadable && i < cell->value.list->count; i++)
            mark_used(partners, used, cell->value.list->items.records[i]);
    }
}

/* One walk over everything: to ask of each partner who refers to it would read the same long lists
 * again and again. */
static void *find_used(struct check *check)
{
    const transfer_portfolio *portfolio = check->portfolio;
    const struct section *partners = &portfolio->sections[TRANSFER_TYPE_PARTNER];
    unsigned char *used = calloc(partners->count + 1, sizeof *used);

    if (!used) {
        check->status = TRANSFER_NO_MEMORY;
        return NULL;
    }
    for (size_t i = 0; i < portfolio->source_count; i++)
        mark_used(partners, used, &portfolio->sources[i]->self.record);
    for (size_t i = 0; i < schema_type_count; i++) {
        const struct section *section = &portfolio->sections[schema_types[i].number];
        for (size_t j = 0; j < section->count; j++)
            mark_used(partners, used, section->items[j]);
    }
    return used;
}

static const struct index used_partners = {find_used, free};

static transfer_reason check_unused_record(struct check *check, const transfer_record *record)
{
    const unsigned char *used = check_index(check, &used_partners);
    struct finding finding;

    if (!used || used[section_index(&check->portfolio->sections[record->type], record)])
        return TRANSFER_REASON_NONE;
    check_begin(check, &finding, &rule_unused_record, record, 0);
    finding_add_string(&finding, "record", transfer_record_id(record));
    check_end(check, &finding, record, 0);
    return TRANSFER_REASON_NONE;
}

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
