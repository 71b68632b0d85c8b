/* Keys that are misspelt, and so explain what is missing.
 *
 * SPDX-License-Identifier: MIT
 *
 * Asked only when something is about to be reported.
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "fault.h"

/* More than anyone misspells in a record, or refers to from one: who has more pays no more. */
enum { KEYS_LOOKED_AT = 256, REFERENCES_LOOKED_AT = 256 };
enum { AMENDS = TRANSFER_AGREEMENT_AMENDS };

/* The field that a misspelt name surely means; NULL: none. */
static const struct field *field_meant(int type, const char *name)
{
    const struct field *field = type_glued_field(type_numbered(type), name);

    return field ? field : type_nearest_field(type_numbered(type), name);
}

static int is_among(const transfer_key *keys, int type, const struct field *field)
{
    if (!keys)
        return 1;
    while (*keys && (key_type(*keys) != type || key_number(*keys) != field->number))
        keys++;
    return *keys != 0;
}

static int has_type(const transfer_key *keys, int type)
{
    if (!keys)
        return 1;
    while (*keys && key_type(*keys) != type)
        keys++;
    return *keys != 0;
}

/* Whether an extra of a record surely means a field that is not given besides, one of the keys. */
static int is_meant(const transfer_record *record, const struct extra *extra,
                    const transfer_key *keys)
{
    const struct field *field = extra->unknown ? field_meant(record->type, extra->name) : NULL;

    return field && !(record->present >> field->number & 1) &&
           is_among(keys, record->type, field);
}

/* Whether the record itself has a misspelt key. */
static int misses_itself(const transfer_record *record, const transfer_key *keys)
{
    const struct cell *cell = record->yaml ? NULL : record_cell(record, EXTRAS_NUMBER);

    if (!cell || !has_type(keys, record->type))
        return 0;
    for (uint32_t i = 0; i < cell->value.extras->count && i < KEYS_LOOKED_AT; i++)
        if (is_meant(record, &cell->value.extras->items[i], keys))
            return 1;
    return 0;
}

/* Whether a record that it refers to, from fields of its own, has one. */
static int misses_elsewhere(const transfer_record *record, const transfer_key *keys)
{
    const struct type *type = type_numbered(record->type);
    uint64_t references = record->present & type_references(record->type);

    for (size_t i = 0; references && i < type->count; i++) {
        const struct field *field = &type->fields[i];
        const struct cell *cell = record_cell(record, field->number), *items = cell;
        uint32_t count = 1;

        if (!(references >> field->number & 1) || cell->unreadable)
            continue;
        if (field->flags & FIELD_LIST) {
            items = cell->value.list->items.cells;
            count = cell->value.list->count;
        }
        for (uint32_t j = 0; j < count && j < REFERENCES_LOOKED_AT; j++)
            if (!items[j].unreadable && items[j].value.entry->record &&
                misses_itself(items[j].value.entry->record, keys))
                return 1;
    }
    return 0;
}

/* Whether the record, or one that lies in it, has one. */
static int misses_within(const transfer_record *record, const transfer_key *keys)
{
    uint64_t nested = record->present & type_nested(record->type);

    if (misses_itself(record, keys) || misses_elsewhere(record, keys))
        return 1;
    while (nested) {
        const struct cell *cell = record_cell(record, (unsigned)__builtin_ctzll(nested));

        nested &= nested - 1;
        for (uint32_t i = 0; !cell->unreadable && i < cell->value.list->count; i++)
            if (misses_within(cell->value.list->items.records[i], keys))
                return 1;
    }
    return 0;
}

int check_misses(const transfer_record *record, const transfer_key *keys)
{
    if (misses_within(record, keys))
        return 1;
    while (record->nested) {
        record = record->owner;
        if (misses_itself(record, keys) || misses_elsewhere(record, keys))
            return 1;
    }
    return 0;
}

int check_is_misspelt(const transfer_record *record, transfer_key key)
{
    return misses_itself(record, (const transfer_key[]){key, 0});
}

int check_has_stray_key(const transfer_record *record, uint64_t fields)
{
    const struct cell *cell = record_cell(record, EXTRAS_NUMBER);

    for (uint32_t i = 0; cell && i < cell->value.extras->count && i < KEYS_LOOKED_AT; i++) {
        const struct extra *extra = &cell->value.extras->items[i];
        const struct field *field = field_meant(record->type, extra->name);

        if (extra->unknown && (!field || fields >> field->number & 1))
            return 1;
    }
    return 0;
}

/* ---- amendments ---- */

static void free_amended(void *data)
{
    record_set_free(data);
    free(data);
}

/* Adds an agreement whose `amends` is misspelt, and the one that it names. */
static int add_amended(const struct check *check, transfer_record *agreement,
                       struct record_set *amended)
{
    const struct extras *extras = record_cell(agreement, EXTRAS_NUMBER)->value.extras;

    if (record_set_add(amended, agreement) < 0)
        return 0;
    for (uint32_t i = 0; i < extras->count && i < KEYS_LOOKED_AT; i++) {
        const char *id = extras->items[i].yaml;
        const struct entry *entry;

        if (!is_meant(agreement, &extras->items[i], (const transfer_key[]){AMENDS, 0}))
            continue;
        entry = ids_find(&check->portfolio->ids, TRANSFER_TYPE_AGREEMENT, id, strcspn(id, "\n"));
        if (entry && entry->record && record_set_add(amended, entry->record) < 0)
            return 0;
    }
    return 1;
}

static void *build_amended(struct check *check)
{
    const struct section *agreements = &check->portfolio->sections[TRANSFER_TYPE_AGREEMENT];
    struct record_set *amended = calloc(1, sizeof *amended);
    int failed = !amended;

    for (size_t i = 0; i < agreements->count && !failed; i++)
        if (check_is_misspelt(agreements->items[i], AMENDS))
            failed = !add_amended(check, agreements->items[i], amended);
    if (!failed)
        return amended;
    check->status = TRANSFER_NO_MEMORY;
    if (amended)
        free_amended(amended);
    return NULL;
}

static const struct index amended_agreements = {build_amended, free_amended};

int check_may_amend(struct check *check, const transfer_record *agreement)
{
    const struct record_set *amended = check_index(check, &amended_agreements);

    return amended && record_set_has(amended, agreement);
}

/* ---- sections ---- */

int check_has_lost(const struct check *check, int type)
{
    return check->lost_sections >> type & 1;
}

uint32_t check_lost_sections(const transfer_portfolio *portfolio)
{
    uint32_t lost = 0;

    for (size_t i = 0; i < portfolio->source_count; i++) {
        const struct extras *extras = &portfolio->sources[i]->extras;

        for (uint32_t j = 0; j < extras->count && j < KEYS_LOOKED_AT; j++) {
            const struct type *type = NULL;

            if (extras->items[j].unknown)
                type = section_nearest(extras->items[j].name);
            if (type)
                lost |= (uint32_t)1 << type->number;
        }
    }
    return lost;
}
