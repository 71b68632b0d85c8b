/* Reading the fields of records by key.  Writes nothing.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "ids.h"
#include "portfolio.h"
#include "scalar.h"

/* Sets of kinds that a getter serves. */
#define KINDS(kind) (1u << (kind))
#define KINDS_TEXT (KINDS(KIND_TEXT) | KINDS(KIND_CODE) | KINDS(KIND_URL))
#define KINDS_SCALAR ((1u << KIND_COUNT) - 1 - KINDS(KIND_RECORD))

enum shape { SINGLE = 0, LIST = FIELD_LIST };

/* The field of a key of this record, if its kind and shape are what the caller serves. */
static transfer_status find_field(const transfer_record *record, transfer_key key, unsigned kinds,
                                  enum shape shape, const struct field **field)
{
    if (!record)
        return TRANSFER_MISUSE;
    *field = key_type(key) == record->type ? field_keyed(key) : NULL;
    if (!*field)
        return TRANSFER_UNKNOWN_FIELD;
    if (!(KINDS((*field)->kind) & kinds) || ((*field)->flags & FIELD_LIST) != shape)
        return TRANSFER_WRONG_KIND;
    return TRANSFER_OK;
}

/* The readable cell of a single field. */
static transfer_status find_cell(const transfer_record *record, transfer_key key, unsigned kinds,
                                 const struct cell **cell)
{
    const struct field *field;
    transfer_status status = find_field(record, key, kinds, SINGLE, &field);

    if (status != TRANSFER_OK)
        return status;
    *cell = record_cell(record, field->number);
    if (!*cell)
        return TRANSFER_UNSET;
    return (*cell)->unreadable ? TRANSFER_WRONG_KIND : TRANSFER_OK;
}

/* The list of a field; NULL when it is not set. */
static transfer_status find_list(const transfer_record *record, transfer_key key, unsigned kinds,
                                 const struct list **list)
{
    const struct field *field;
    const struct cell *cell;
    transfer_status status = find_field(record, key, kinds, LIST, &field);

    if (status != TRANSFER_OK)
        return status;
    cell = record_cell(record, field->number);
    if (cell && cell->unreadable)
        return TRANSFER_WRONG_KIND;
    *list = cell ? cell->value.list : NULL;
    return TRANSFER_OK;
}

/* A readable item of a list of scalars. */
static transfer_status find_item(const transfer_record *record, transfer_key key, unsigned kinds,
                                 size_t index, const struct cell **item)
{
    const struct list *list = NULL;
    transfer_status status = find_list(record, key, kinds, &list);

    if (status != TRANSFER_OK)
        return status;
    if (!list || index >= list->count)
        return TRANSFER_NOT_FOUND;
    *item = &list->items.cells[index];
    return (*item)->unreadable ? TRANSFER_WRONG_KIND : TRANSFER_OK;
}

int transfer_record_has(const transfer_record *record, transfer_key key)
{
    const struct field *field;
    const struct cell *cell;

    if (!record || key_type(key) != record->type)
        return 0;
    field = field_keyed(key);
    cell = field ? record_cell(record, field->number) : NULL;
    if (!cell)
        return 0;
    return cell->unreadable || !(field->flags & FIELD_LIST) || cell->value.list->count > 0;
}

transfer_status transfer_record_get_text(const transfer_record *record, transfer_key key,
                                         const char **text)
{
    const struct field *field;
    const struct cell *cell;

    if (!record || !text)
        return TRANSFER_MISUSE;
    field = key_type(key) == record->type ? field_keyed(key) : NULL;
    if (!field)
        return TRANSFER_UNKNOWN_FIELD;
    cell = record_cell(record, field->number);
    if ((!cell || !cell->unreadable) &&
        (!(KINDS(field->kind) & KINDS_TEXT) || (field->flags & FIELD_LIST)))
        return TRANSFER_WRONG_KIND;
    if (!cell)
        return TRANSFER_UNSET;
    *text = cell->value.text;
    return TRANSFER_OK;
}

transfer_status transfer_record_get_date(const transfer_record *record, transfer_key key,
                                         transfer_date *date)
{
    const struct cell *cell;
    transfer_status status =
        date ? find_cell(record, key, KINDS(KIND_DATE), &cell) : TRANSFER_MISUSE;

    if (status == TRANSFER_OK)
        *date = cell->value.date;
    return status;
}

transfer_status transfer_record_get_period(const transfer_record *record, transfer_key key,
                                           transfer_period *period)
{
    const struct cell *cell;
    transfer_status status =
        period ? find_cell(record, key, KINDS(KIND_PERIOD), &cell) : TRANSFER_MISUSE;

    if (status == TRANSFER_OK)
        *period = *cell->value.period;
    return status;
}

transfer_status transfer_record_get_amount(const transfer_record *record, transfer_key key,
                                           transfer_amount *amount)
{
    const struct cell *cell;
    transfer_status status =
        amount ? find_cell(record, key, KINDS(KIND_AMOUNT) | KINDS(KIND_MEASURE), &cell)
               : TRANSFER_MISUSE;

    if (status != TRANSFER_OK)
        return status;
    if (cell->is_quantity)
        return TRANSFER_WRONG_KIND;
    *amount = *cell->value.amount;
    return TRANSFER_OK;
}

transfer_status transfer_record_get_quantity(const transfer_record *record, transfer_key key,
                                             transfer_quantity *quantity)
{
    const struct field *field;
    const struct cell *cell;
    unsigned kinds = KINDS(KIND_QUANTITY) | KINDS(KIND_DECIMAL) | KINDS(KIND_MEASURE);
    transfer_status status =
        quantity ? find_field(record, key, kinds, SINGLE, &field) : TRANSFER_MISUSE;

    if (status == TRANSFER_OK)
        status = find_cell(record, key, kinds, &cell);
    if (status != TRANSFER_OK)
        return status;
    if (field->kind == KIND_MEASURE && !cell->is_quantity)
        return TRANSFER_WRONG_KIND;
    *quantity = *cell->value.quantity;
    return TRANSFER_OK;
}

transfer_status transfer_record_get_share(const transfer_record *record, transfer_key key,
                                          transfer_share *share)
{
    const struct cell *cell;
    transfer_status status =
        share ? find_cell(record, key, KINDS(KIND_SHARE), &cell) : TRANSFER_MISUSE;

    if (status == TRANSFER_OK)
        *share = *cell->value.share;
    return status;
}

transfer_status transfer_record_get_integer(const transfer_record *record, transfer_key key,
                                            int64_t *value)
{
    const struct cell *cell;
    transfer_status status =
        value ? find_cell(record, key, KINDS(KIND_INTEGER), &cell) : TRANSFER_MISUSE;

    if (status == TRANSFER_OK)
        *value = cell->value.integer;
    return status;
}

transfer_status transfer_record_get_boolean(const transfer_record *record, transfer_key key,
                                            int *value)
{
    const struct cell *cell;
    transfer_status status =
        value ? find_cell(record, key, KINDS(KIND_BOOLEAN), &cell) : TRANSFER_MISUSE;

    if (status == TRANSFER_OK)
        *value = (int)cell->value.integer;
    return status;
}

transfer_status transfer_record_get_choice(const transfer_record *record, transfer_key key,
                                           int *choice)
{
    const struct cell *cell;
    transfer_status status =
        choice ? find_cell(record, key, KINDS(KIND_CHOICE), &cell) : TRANSFER_MISUSE;

    if (status == TRANSFER_OK)
        *choice = (int)cell->value.integer;
    return status;
}

static transfer_status entry_target(const struct cell *cell, transfer_record **target)
{
    if (!cell->value.entry->record)
        return TRANSFER_NOT_FOUND;
    *target = cell->value.entry->record;
    return TRANSFER_OK;
}

transfer_status transfer_record_get_reference(const transfer_record *record, transfer_key key,
                                              transfer_record **target)
{
    const struct cell *cell;
    transfer_status status =
        target ? find_cell(record, key, KINDS(KIND_REFERENCE), &cell) : TRANSFER_MISUSE;

    return status == TRANSFER_OK ? entry_target(cell, target) : status;
}

transfer_status transfer_record_get_reference_id(const transfer_record *record, transfer_key key,
                                                 const char **id)
{
    const struct cell *cell;
    transfer_status status =
        id ? find_cell(record, key, KINDS(KIND_REFERENCE), &cell) : TRANSFER_MISUSE;

    if (status == TRANSFER_OK)
        *id = cell->value.entry->id;
    return status;
}

transfer_status transfer_record_format_value(const transfer_record *record, transfer_key key,
                                             size_t index, char **text)
{
    char buffer[TRANSFER_VALUE_SIZE];
    const struct field *field;
    const struct cell *cell;
    char *copy;

    if (!record || !text)
        return TRANSFER_MISUSE;
    field = key_type(key) == record->type ? field_keyed(key) : NULL;
    if (!field)
        return TRANSFER_UNKNOWN_FIELD;
    cell = record_cell(record, field->number);
    if (!cell)
        return TRANSFER_UNSET;
    if ((field->flags & FIELD_LIST) && !cell->unreadable) {
        if (field->kind == KIND_RECORD)
            return TRANSFER_WRONG_KIND;
        if (index >= cell->value.list->count)
            return TRANSFER_NOT_FOUND;
        cell = &cell->value.list->items.cells[index];
    } else if (index > 0) {
        return TRANSFER_NOT_FOUND;
    }
    copy = strdup(cell->unreadable ? cell->value.text : cell_spelling(field, cell, buffer));
    if (!copy)
        return TRANSFER_NO_MEMORY;
    *text = copy;
    return TRANSFER_OK;
}

transfer_status transfer_record_count(const transfer_record *record, transfer_key key,
                                      size_t *count)
{
    const struct list *list = NULL;
    transfer_status status =
        count ? find_list(record, key, KINDS_SCALAR | KINDS(KIND_RECORD), &list) : TRANSFER_MISUSE;

    if (status == TRANSFER_OK)
        *count = list ? list->count : 0;
    return status;
}

transfer_status transfer_record_text_at(const transfer_record *record, transfer_key key,
                                        size_t index, const char **text)
{
    const struct list *list = NULL;
    transfer_status status = text ? find_list(record, key, KINDS_SCALAR, &list) : TRANSFER_MISUSE;
    const struct cell *item;

    if (status != TRANSFER_OK)
        return status;
    if (!list || index >= list->count)
        return TRANSFER_NOT_FOUND;
    item = &list->items.cells[index];
    if (!item->unreadable && !(KINDS(field_keyed(key)->kind) & KINDS_TEXT))
        return TRANSFER_WRONG_KIND;
    *text = item->value.text;
    return TRANSFER_OK;
}

transfer_status transfer_record_reference_at(const transfer_record *record, transfer_key key,
                                             size_t index, transfer_record **target)
{
    const struct cell *item;
    transfer_status status =
        target ? find_item(record, key, KINDS(KIND_REFERENCE), index, &item) : TRANSFER_MISUSE;

    return status == TRANSFER_OK ? entry_target(item, target) : status;
}

transfer_status transfer_record_reference_id_at(const transfer_record *record, transfer_key key,
                                                size_t index, const char **id)
{
    const struct cell *item;
    transfer_status status =
        id ? find_item(record, key, KINDS(KIND_REFERENCE), index, &item) : TRANSFER_MISUSE;

    if (status == TRANSFER_OK)
        *id = item->value.entry->id;
    return status;
}

transfer_status transfer_record_record_at(const transfer_record *record, transfer_key key,
                                          size_t index, transfer_record **nested)
{
    const struct list *list = NULL;
    transfer_status status =
        nested ? find_list(record, key, KINDS(KIND_RECORD), &list) : TRANSFER_MISUSE;

    if (status != TRANSFER_OK)
        return status;
    if (!list || index >= list->count)
        return TRANSFER_NOT_FOUND;
    *nested = list->items.records[index];
    return TRANSFER_OK;
}

static const struct extras *extras_of(const transfer_record *record)
{
    const struct cell *cell = record ? record_cell(record, EXTRAS_NUMBER) : NULL;

    return cell ? cell->value.extras : NULL;
}

size_t transfer_record_extra_count(const transfer_record *record)
{
    const struct extras *extras = extras_of(record);

    return extras ? extras->count : 0;
}

transfer_status transfer_record_extra_at(const transfer_record *record, size_t index,
                                         const char **name, const char **yaml)
{
    const struct extras *extras = extras_of(record);

    if (!record || !name || !yaml)
        return TRANSFER_MISUSE;
    if (!extras || index >= extras->count)
        return TRANSFER_NOT_FOUND;
    *name = extras->items[index].name;
    *yaml = extras->items[index].yaml;
    return TRANSFER_OK;
}

transfer_status transfer_record_position(const transfer_record *record, transfer_key key,
                                         uint64_t *line, uint64_t *column)
{
    const struct field *field;
    const struct cell *cell;

    if (!record || !line || !column)
        return TRANSFER_MISUSE;
    if (key == 0) {
        if (record->line == 0)
            return TRANSFER_UNSET;
        *line = record->line;
        *column = record->column;
        return TRANSFER_OK;
    }
    field = key_type(key) == record->type ? field_keyed(key) : NULL;
    if (!field)
        return TRANSFER_UNKNOWN_FIELD;
    cell = record_cell(record, field->number);
    if (!cell || cell->line == 0)
        return TRANSFER_UNSET;
    *line = cell->line;
    *column = cell->column;
    return TRANSFER_OK;
}
