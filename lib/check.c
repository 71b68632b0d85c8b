/* Reporting what is wrong with records.
 *
 * SPDX-License-Identifier: MIT
 */
#include "check.h"

#include <string.h>

#include "buffer.h"
#include "pointer.h"

int check_applies(const struct check *check, const struct transfer_rule *rule)
{
    return rule_severity(check->ruleset, rule) != TRANSFER_OFF;
}

/* The cell of a field or item; NULL: the record itself. */
static const struct cell *find_cell(const transfer_record *record, unsigned number, size_t index)
{
    const struct cell *cell = number ? record_cell(record, number) : NULL;
    const struct field *field;

    if (!cell || cell->unreadable || index == SIZE_MAX)
        return cell;
    field = field_numbered(type_numbered(record->type), number);
    if (!(field->flags & FIELD_LIST) || field->kind == KIND_RECORD)
        return cell;
    return &cell->value.list->items.cells[index];
}

void check_finding(const struct check *check, struct finding *finding,
                   const struct transfer_rule *rule, const transfer_record *record,
                   unsigned number, size_t index)
{
    const struct cell *cell = find_cell(record, number, index);
    uint32_t source = record_root(record)->source;

    memset(finding, 0, sizeof *finding);
    finding->rule = rule;
    finding->severity = rule_severity(check->ruleset, rule);
    finding->place.file = check->portfolio->sources[source]->name;
    /* A value that was set later has no place of its own: that of its record is the nearest. */
    while (!(cell && cell->line) && record->line == 0 && record->nested) {
        cell = NULL;
        record = record->owner;
    }
    finding->place.line = cell && cell->line ? cell->line : record->line;
    finding->place.column = cell && cell->line ? cell->column : record->column;
}

static uint32_t item_index(struct last_item *last, const struct list *list,
                           const transfer_record *record)
{
    uint32_t index = last->list == list && last->index < list->count ? last->index : 0;

    while (list->items.records[index] != record)
        index = index + 1 < list->count ? index + 1 : 0;
    last->list = list;
    last->index = index;
    return index;
}

/* Returns how deep the record lies. */
static size_t add_record(struct check *check, struct buffer *pointer,
                         const transfer_record *record)
{
    const struct type *type = type_numbered(record->type);
    const transfer_record *owner;
    size_t depth;

    if (!record->nested) {
        pointer_add_name(pointer, type->section);
        if (record_top(record)->entry)
            pointer_add_name(pointer, transfer_record_id(record));
        return 0;
    }
    owner = record->owner;
    depth = add_record(check, pointer, owner);
    pointer_add_name(pointer,
                     field_numbered(type_numbered(owner->type), record->owner_field)->name);
    pointer_add_index(pointer,
                      item_index(&check->last[depth % (sizeof check->last / sizeof *check->last)],
                                 record_cell(owner, record->owner_field)->value.list, record));
    return depth + 1;
}

void check_report(struct check *check, struct finding *finding, const transfer_record *record,
                  unsigned number, size_t index, const char *leaf)
{
    struct buffer pointer;

    if (finding->severity == TRANSFER_OFF || !check->report)
        return;
    buffer_init(&pointer);
    add_record(check, &pointer, record);
    if (number)
        pointer_add_name(&pointer, field_numbered(type_numbered(record->type), number)->name);
    if (number && index != SIZE_MAX)
        pointer_add_index(&pointer, index);
    if (leaf)
        pointer_add_name(&pointer, leaf);
    buffer_add_char(&pointer, '\0');
    finding->pointer = pointer.data;
    finding->record_id = transfer_record_id(record_root(record));
    if (pointer.failed || report_add(check->report, finding) != TRANSFER_OK)
        check->status = TRANSFER_NO_MEMORY;
    buffer_free(&pointer);
}
