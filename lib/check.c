/* Reporting what is wrong with records.
 *
 * SPDX-License-Identifier: MIT
 */
#include "check.h"

#include <string.h>

#include "buffer.h"
#include "pointer.h"

void *check_index(struct check *check, const struct index *index)
{
    size_t i = 0;

    while (i < check->index_count && check->indexes[i].index != index)
        i++;
    if (i == check->index_count && i < INDEXES_MAX && check->status == TRANSFER_OK) {
        void *data = index->build(check); /* which may ask for others, and they come first */

        i = check->index_count++;
        check->indexes[i].index = index;
        check->indexes[i].data = data;
    }
    return i < check->index_count ? check->indexes[i].data : NULL;
}

void check_free(struct check *check)
{
    for (size_t i = 0; i < check->index_count; i++)
        if (check->indexes[i].data)
            check->indexes[i].index->free(check->indexes[i].data);
    record_set_free(&check->exceptions);
    record_set_free(&check->excused);
}

int check_is_part(const struct check *check, const transfer_record *record)
{
    return check->incomplete || check->portfolio->sources[record_root(record)->source]->partial;
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

static struct place find_place(const struct check *check, const transfer_record *record,
                               unsigned number, size_t index)
{
    const struct cell *cell = find_cell(record, number, index);
    struct place place = {.file = check->portfolio->sources[record_root(record)->source]->name};

    /* A value that was set later has no place of its own: that of its record is the nearest. */
    while (!(cell && cell->line) && record->line == 0 && record->nested) {
        cell = NULL;
        record = record->owner;
    }
    place.line = cell && cell->line ? cell->line : record->line;
    place.column = cell && cell->line ? cell->column : record->column;
    return place;
}

void check_finding(const struct check *check, struct finding *finding,
                   const struct transfer_rule *rule, const transfer_record *record,
                   unsigned number, size_t index)
{
    memset(finding, 0, sizeof *finding);
    finding->rule = rule;
    finding->severity = rule_severity(check->ruleset, rule);
    finding->place = find_place(check, record, number, index);
}

void check_add_related(const struct check *check, struct finding *finding,
                       const transfer_record *record, unsigned number, size_t index,
                       const struct phrase *message)
{
    struct place place = find_place(check, record, number, index);

    finding_add_related(finding, &place, message);
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

/* More than there are rules: who has more repeats them, and is not to cost more for it. */
enum { EXCEPTIONS_LOOKED_AT = 256 };

/* The exception of a record that names a rule and says why; NULL when there is none. */
static transfer_record *find_exception(const transfer_record *record,
                                       const struct transfer_rule *rule)
{
    transfer_key key = transfer_type_field_find(record->type, "exceptions");
    size_t count;

    if (key == 0 || transfer_record_count(record, key, &count) != TRANSFER_OK)
        return NULL;
    for (size_t i = 0; i < count && i < EXCEPTIONS_LOOKED_AT; i++) {
        transfer_record *exception;
        const char *name;

        (void)transfer_record_record_at(record, key, i, &exception);
        if (transfer_record_get_text(exception, TRANSFER_EXCEPTION_RULE, &name) == TRANSFER_OK &&
            transfer_record_has(exception, TRANSFER_EXCEPTION_REASON) &&
            strcmp(name, rule->name) == 0)
            return exception;
    }
    return NULL;
}

/* What an exception of the record, or of one that it lies in, accepts becomes a note. */
static void excuse(struct check *check, struct finding *finding, const transfer_record *record)
{
    transfer_record *exception = find_exception(record, finding->rule);

    while (!exception && record->nested) {
        record = record->owner;
        exception = find_exception(record, finding->rule);
    }
    if (!exception)
        return;
    (void)transfer_record_get_text(exception, TRANSFER_EXCEPTION_REASON, &finding->exception);
    finding->severity = TRANSFER_NOTE;
    if (record_set_add(&check->excused, exception) < 0)
        check->status = TRANSFER_NO_MEMORY;
}

/* Whether what the rule that is looking finds comes of a misspelt key, which is reported.  It is
 * searched for once, when the rule finds something. */
static int is_explained(struct check *check, const struct transfer_rule *rule)
{
    if (rule != check->rule || !rule->missing)
        return 0;
    if (!check->is_searched)
        check->is_explained = check_misses(check->record, rule->missing) != 0;
    check->is_searched = 1;
    return check->is_explained;
}

void check_report(struct check *check, struct finding *finding, const transfer_record *record,
                  unsigned number, size_t index, const char *leaf)
{
    struct buffer pointer;

    if (finding->severity == TRANSFER_OFF)
        return;
    if (is_explained(check, finding->rule))
        return;
    check->failed = 1;
    excuse(check, finding, record);
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

void check_begin(const struct check *check, struct finding *finding,
                 const struct transfer_rule *rule, const transfer_record *record, transfer_key key)
{
    check_finding(check, finding, rule, record, key_number(key), SIZE_MAX);
}

void check_relate(const struct check *check, struct finding *finding,
                  const transfer_record *record, transfer_key key, const struct phrase *message)
{
    check_add_related(check, finding, record, key_number(key), SIZE_MAX, message);
}

void check_end(struct check *check, struct finding *finding, const transfer_record *record,
               transfer_key key)
{
    check_report(check, finding, record, key_number(key), SIZE_MAX, NULL);
}
