/* Changing the fields of records by key.
 *
 * SPDX-License-Identifier: MIT
 *
 * Every function makes what it needs first and changes the record only when nothing can fail any
 * more.
 */
#include <string.h>

#include "ids.h"
#include "portfolio.h"
#include "scalar.h"
#include "utf8.h"
#include "value.h"

/* The field of a key, if the record may be changed and the field has the kind and shape. */
static transfer_status find_field(const transfer_record *record, transfer_key key, int is_list,
                                  const struct field **field)
{
    if (!record || transfer_record_is_removed(record))
        return TRANSFER_MISUSE;
    *field = key_type(key) == record->type ? field_keyed(key) : NULL;
    if (!*field)
        return TRANSFER_UNKNOWN_FIELD;
    return ((*field)->flags & FIELD_LIST ? 1 : 0) == is_list ? TRANSFER_OK : TRANSFER_WRONG_KIND;
}

/* Frees the value that a field had, and tells entries that it no longer refers to them.  It must be
 * out of the record: a sweep is not to see it, but to see what replaces it. */
static void release_value(transfer_portfolio *portfolio, const struct field *field,
                          struct cell *old)
{
    if (field->kind == KIND_REFERENCE && !old->unreadable) {
        if (!(field->flags & FIELD_LIST))
            entry_unlink(old->value.entry);
        else
            for (uint32_t i = 0; i < old->value.list->count; i++)
                if (!old->value.list->items.cells[i].unreadable)
                    entry_unlink(old->value.list->items.cells[i].value.entry);
    }
    cell_free(portfolio, field, old);
}

/* Puts a made cell into a record in place of what was there. */
static transfer_status put_cell(transfer_record *record, const struct field *field,
                                const struct cell *made)
{
    transfer_portfolio *portfolio = record_portfolio(record);
    struct cell *cell = record_cell(record, field->number);
    struct cell old;

    if (cell) {
        old = *cell;
        *cell = *made;
        release_value(portfolio, field, &old);
    } else {
        cell = record_add_cell(portfolio, record, field->number);
        if (!cell)
            return TRANSFER_NO_MEMORY;
        *cell = *made;
    }
    record_become_mapping(record);
    return TRANSFER_OK;
}

/* Frees a made cell that could not be put. */
static transfer_status discard(const struct cell *made, transfer_status status)
{
    if (status != TRANSFER_OK && made->heap)
        block_free((void *)(uintptr_t)made->value.text);
    return status;
}

static transfer_status put_scalar(transfer_record *record, const struct field *field,
                                  const struct scalar *scalar, const char *text, size_t length)
{
    struct cell made = {0};

    if (!scalar_store(&record_portfolio(record)->arena, 1, field, scalar, text, length, &made))
        return TRANSFER_NO_MEMORY;
    return discard(&made, put_cell(record, field, &made));
}

/* What a rule that a text breaks means for a call. */
static transfer_status rule_status(const struct transfer_rule *rule)
{
    if (!rule)
        return TRANSFER_OK;
    if (rule == &rule_length || rule == &rule_range)
        return TRANSFER_LIMIT;
    if (rule == &rule_choice)
        return TRANSFER_NOT_FOUND;
    if (rule == &rule_control_character || rule == &rule_bidi_control)
        return TRANSFER_MISUSE;
    return TRANSFER_SYNTAX;
}

static int is_text_kind(const struct field *field)
{
    return field->kind == KIND_TEXT || field->kind == KIND_CODE || field->kind == KIND_URL;
}

transfer_status transfer_record_clear(transfer_record *record, transfer_key key)
{
    const struct field *field;
    const struct cell *cell;
    struct cell old;

    if (!record || transfer_record_is_removed(record))
        return TRANSFER_MISUSE;
    field = key_type(key) == record->type ? field_keyed(key) : NULL;
    if (!field)
        return TRANSFER_UNKNOWN_FIELD;
    cell = record_cell(record, field->number);
    if (!cell)
        return TRANSFER_OK;
    old = *cell;
    record_remove_cell(record, field->number);
    release_value(record_portfolio(record), field, &old);
    return TRANSFER_OK;
}

transfer_status transfer_record_set_text(transfer_record *record, transfer_key key,
                                         const char *text)
{
    const struct field *field;
    struct scalar scalar;
    transfer_status status = text ? find_field(record, key, 0, &field) : TRANSFER_MISUSE;

    if (status != TRANSFER_OK)
        return status;
    if (!is_text_kind(field))
        return TRANSFER_WRONG_KIND;
    if (!utf8_is_valid(text, strlen(text)))
        return TRANSFER_MISUSE;
    status = rule_status(scalar_read(field, text, strlen(text), 0, &scalar));
    return status == TRANSFER_OK ? put_scalar(record, field, &scalar, text, strlen(text)) : status;
}

transfer_status transfer_record_set_date(transfer_record *record, transfer_key key,
                                         const transfer_date *date)
{
    const struct field *field;
    struct scalar scalar = {0};
    transfer_status status = date ? find_field(record, key, 0, &field) : TRANSFER_MISUSE;

    if (status != TRANSFER_OK)
        return status;
    if (field->kind != KIND_DATE)
        return TRANSFER_WRONG_KIND;
    if (!value_date_is_valid(date))
        return TRANSFER_MISUSE;
    scalar.value.date = *date;
    return put_scalar(record, field, &scalar, NULL, 0);
}

transfer_status transfer_record_set_period(transfer_record *record, transfer_key key,
                                           const transfer_period *period)
{
    const struct field *field;
    struct scalar scalar = {0};
    transfer_status status = period ? find_field(record, key, 0, &field) : TRANSFER_MISUSE;

    if (status != TRANSFER_OK)
        return status;
    if (field->kind != KIND_PERIOD)
        return TRANSFER_WRONG_KIND;
    if (!value_period_is_valid(period))
        return TRANSFER_MISUSE;
    scalar.value.period = *period;
    return put_scalar(record, field, &scalar, NULL, 0);
}

transfer_status transfer_record_set_amount(transfer_record *record, transfer_key key,
                                           const transfer_amount *amount)
{
    const struct field *field;
    struct scalar scalar = {0};
    transfer_status status = amount ? find_field(record, key, 0, &field) : TRANSFER_MISUSE;

    if (status != TRANSFER_OK)
        return status;
    if (field->kind != KIND_AMOUNT && field->kind != KIND_MEASURE)
        return TRANSFER_WRONG_KIND;
    if (!value_amount_is_valid(amount))
        return TRANSFER_MISUSE;
    scalar.value.amount = *amount;
    return put_scalar(record, field, &scalar, NULL, 0);
}

transfer_status transfer_record_set_quantity(transfer_record *record, transfer_key key,
                                             const transfer_quantity *quantity)
{
    const struct field *field;
    struct scalar scalar = {.is_quantity = 1};
    transfer_status status = quantity ? find_field(record, key, 0, &field) : TRANSFER_MISUSE;

    if (status != TRANSFER_OK)
        return status;
    if (field->kind != KIND_QUANTITY && field->kind != KIND_DECIMAL && field->kind != KIND_MEASURE)
        return TRANSFER_WRONG_KIND;
    if (!value_quantity_is_valid(quantity) ||
        (field->kind == KIND_DECIMAL && quantity->qualifier != TRANSFER_EXACTLY))
        return TRANSFER_MISUSE;
    scalar.value.quantity = *quantity;
    return put_scalar(record, field, &scalar, NULL, 0);
}

transfer_status transfer_record_set_share(transfer_record *record, transfer_key key,
                                          const transfer_share *share)
{
    const struct field *field;
    struct scalar scalar = {0};
    transfer_status status = share ? find_field(record, key, 0, &field) : TRANSFER_MISUSE;

    if (status != TRANSFER_OK)
        return status;
    if (field->kind != KIND_SHARE)
        return TRANSFER_WRONG_KIND;
    if (!value_share_is_valid(share))
        return TRANSFER_MISUSE;
    scalar.value.share = *share;
    return put_scalar(record, field, &scalar, NULL, 0);
}

transfer_status transfer_record_set_integer(transfer_record *record, transfer_key key,
                                            int64_t value)
{
    const struct field *field;
    struct scalar scalar = {.value.integer = value};
    transfer_status status = find_field(record, key, 0, &field);

    if (status != TRANSFER_OK)
        return status;
    if (field->kind != KIND_INTEGER)
        return TRANSFER_WRONG_KIND;
    if (value < field->minimum || value > field->maximum)
        return TRANSFER_LIMIT;
    return put_scalar(record, field, &scalar, NULL, 0);
}

transfer_status transfer_record_set_boolean(transfer_record *record, transfer_key key, int value)
{
    const struct field *field;
    struct scalar scalar = {.value.integer = value != 0};
    transfer_status status = find_field(record, key, 0, &field);

    if (status != TRANSFER_OK)
        return status;
    return field->kind == KIND_BOOLEAN ? put_scalar(record, field, &scalar, NULL, 0)
                                       : TRANSFER_WRONG_KIND;
}

transfer_status transfer_record_set_choice(transfer_record *record, transfer_key key, int choice)
{
    const struct field *field;
    struct scalar scalar = {.value.integer = choice};
    transfer_status status = find_field(record, key, 0, &field);

    if (status != TRANSFER_OK)
        return status;
    if (field->kind != KIND_CHOICE)
        return TRANSFER_WRONG_KIND;
    return choice_numbered(field, choice) ? put_scalar(record, field, &scalar, NULL, 0)
                                          : TRANSFER_NOT_FOUND;
}

/* Interns an id and links the record to it: what a reference, single or in a list, needs. */
static transfer_status make_reference(transfer_record *record, const struct field *field,
                                      const char *id, struct cell *made)
{
    transfer_portfolio *portfolio = record_portfolio(record);
    struct entry *entry;

    if (!id_is_valid(id, strlen(id)))
        return TRANSFER_SYNTAX;
    entry = ids_intern(&portfolio->ids, &portfolio->arena, field->target, id, strlen(id));
    if (!entry)
        return TRANSFER_NO_MEMORY;
    /* Linked before it refers: a link too many does no harm, and later nothing may fail. */
    if (!entry_link(entry, &portfolio->arena, record))
        return TRANSFER_NO_MEMORY;
    memset(made, 0, sizeof *made);
    made->value.entry = entry;
    return TRANSFER_OK;
}

/* The id of a target that a field of a record may refer to. */
static transfer_status target_id(const transfer_record *record, const struct field *field,
                                 const transfer_record *target, const char **id)
{
    if (field->kind != KIND_REFERENCE)
        return TRANSFER_WRONG_KIND;
    if (target->removed || target->type != field->target ||
        record_portfolio(target) != record_portfolio(record))
        return TRANSFER_MISUSE;
    *id = transfer_record_id(target);
    return TRANSFER_OK;
}

static transfer_status put_reference(transfer_record *record, const struct field *field,
                                     const char *id)
{
    struct cell made;
    transfer_status status = make_reference(record, field, id, &made);

    return status == TRANSFER_OK ? put_cell(record, field, &made) : status;
}

transfer_status transfer_record_set_reference_id(transfer_record *record, transfer_key key,
                                                 const char *id)
{
    const struct field *field;
    transfer_status status = id ? find_field(record, key, 0, &field) : TRANSFER_MISUSE;

    if (status != TRANSFER_OK)
        return status;
    if (field->kind != KIND_REFERENCE)
        return TRANSFER_WRONG_KIND;
    return put_reference(record, field, id);
}

transfer_status transfer_record_set_reference(transfer_record *record, transfer_key key,
                                              const transfer_record *target)
{
    const struct field *field;
    const char *id;
    transfer_status status = target ? find_field(record, key, 0, &field) : TRANSFER_MISUSE;

    if (status == TRANSFER_OK)
        status = target_id(record, field, target, &id);
    return status == TRANSFER_OK ? put_reference(record, field, id) : status;
}

transfer_status transfer_record_parse_value(transfer_record *record, transfer_key key,
                                            const char *text)
{
    const struct field *field;
    struct scalar scalar;
    transfer_status status = text ? find_field(record, key, 0, &field) : TRANSFER_MISUSE;

    if (status != TRANSFER_OK)
        return status;
    if (!utf8_is_valid(text, strlen(text)))
        return TRANSFER_MISUSE;
    if (field->kind == KIND_REFERENCE)
        return put_reference(record, field, text);
    status = rule_status(scalar_read(field, text, strlen(text), 0, &scalar));
    return status == TRANSFER_OK ? put_scalar(record, field, &scalar, text, strlen(text)) : status;
}

/* ---- lists ---- */

/* The list of a field, with room for one more item; made when there is none. */
static transfer_status list_room(transfer_record *record, const struct field *field,
                                 struct list **list)
{
    transfer_portfolio *portfolio = record_portfolio(record);
    struct cell *cell = record_cell(record, field->number);
    size_t size = field->kind == KIND_RECORD ? sizeof(transfer_record *) : sizeof(struct cell);
    struct list none = {0}, *grown = cell ? cell->value.list : &none;
    void *items;

    if (cell && cell->unreadable)
        return TRANSFER_WRONG_KIND;
    items = items_grow(portfolio, grown->items.cells, grown->count, &grown->capacity, size);
    if (!items)
        return TRANSFER_NO_MEMORY;
    grown->items.cells = items;
    if (!cell) {
        grown = block_alloc(&portfolio->arena, sizeof *grown);
        cell = grown ? record_add_cell(portfolio, record, field->number) : NULL;
        if (!cell) {
            block_free(grown);
            block_free(items);
            return TRANSFER_NO_MEMORY;
        }
        *grown = none;
        cell->value.list = grown;
        cell->heap = 1;
    }
    record_become_mapping(record);
    *list = grown;
    return TRANSFER_OK;
}

static transfer_status add_item(transfer_record *record, const struct field *field,
                                const struct cell *made)
{
    struct list *list;
    transfer_status status = list_room(record, field, &list);

    if (status == TRANSFER_OK)
        list->items.cells[list->count++] = *made;
    return status;
}

transfer_status transfer_record_add_text(transfer_record *record, transfer_key key,
                                         const char *text)
{
    const struct field *field;
    struct scalar scalar;
    struct cell made = {0};
    transfer_status status = text ? find_field(record, key, 1, &field) : TRANSFER_MISUSE;

    if (status != TRANSFER_OK)
        return status;
    if (!is_text_kind(field))
        return TRANSFER_WRONG_KIND;
    if (!utf8_is_valid(text, strlen(text)))
        return TRANSFER_MISUSE;
    status = rule_status(scalar_read(field, text, strlen(text), 0, &scalar));
    if (status != TRANSFER_OK)
        return status;
    if (!scalar_store(&record_portfolio(record)->arena, 1, field, &scalar, text, strlen(text),
                      &made))
        return TRANSFER_NO_MEMORY;
    return discard(&made, add_item(record, field, &made));
}

transfer_status transfer_record_add_reference_id(transfer_record *record, transfer_key key,
                                                 const char *id)
{
    const struct field *field;
    struct cell made;
    transfer_status status = id ? find_field(record, key, 1, &field) : TRANSFER_MISUSE;

    if (status != TRANSFER_OK)
        return status;
    if (field->kind != KIND_REFERENCE)
        return TRANSFER_WRONG_KIND;
    status = make_reference(record, field, id, &made);
    return status == TRANSFER_OK ? add_item(record, field, &made) : status;
}

transfer_status transfer_record_add_reference(transfer_record *record, transfer_key key,
                                              const transfer_record *target)
{
    const struct field *field;
    struct cell made;
    const char *id;
    transfer_status status = target ? find_field(record, key, 1, &field) : TRANSFER_MISUSE;

    if (status == TRANSFER_OK)
        status = target_id(record, field, target, &id);
    if (status == TRANSFER_OK)
        status = make_reference(record, field, id, &made);
    return status == TRANSFER_OK ? add_item(record, field, &made) : status;
}

transfer_status transfer_record_add_record(transfer_record *record, transfer_key key,
                                           transfer_record **nested)
{
    const struct field *field;
    transfer_portfolio *portfolio;
    transfer_record *made;
    struct list *list;
    transfer_status status = nested ? find_field(record, key, 1, &field) : TRANSFER_MISUSE;

    if (status != TRANSFER_OK)
        return status;
    if (field->kind != KIND_RECORD)
        return TRANSFER_WRONG_KIND;
    portfolio = record_portfolio(record);
    if (portfolio->record_count >= portfolio->limits[TRANSFER_LIMIT_RECORDS])
        return TRANSFER_LIMIT;
    made = arena_alloc(&portfolio->arena, sizeof *made);
    if (!made)
        return TRANSFER_NO_MEMORY;
    status = list_room(record, field, &list);
    if (status != TRANSFER_OK)
        return status;
    memset(made, 0, sizeof *made);
    made->type = field->target;
    made->nested = 1;
    made->owner = record;
    made->owner_field = field->number;
    list->items.records[list->count++] = made;
    portfolio->record_count++;
    *nested = made;
    return TRANSFER_OK;
}

/* Takes an item out of a list; the list goes with its last one.  What the item holds is not freed. */
static void take_item(transfer_portfolio *portfolio, transfer_record *record,
                      const struct field *field, size_t index)
{
    struct cell *cell = record_cell(record, field->number), old = *cell;
    struct list *list = cell->value.list;

    list->count--;
    if (field->kind == KIND_RECORD)
        memmove(list->items.records + index, list->items.records + index + 1,
                (list->count - index) * sizeof *list->items.records);
    else
        memmove(list->items.cells + index, list->items.cells + index + 1,
                (list->count - index) * sizeof *list->items.cells);
    if (list->count == 0) {
        record_remove_cell(record, field->number);
        cell_free(portfolio, field, &old);
    }
}

transfer_status transfer_record_remove_at(transfer_record *record, transfer_key key, size_t index)
{
    const struct field *field;
    const struct cell *cell;
    const struct list *list;
    transfer_portfolio *portfolio;
    transfer_status status = find_field(record, key, 1, &field);

    if (status != TRANSFER_OK)
        return status;
    portfolio = record_portfolio(record);
    cell = record_cell(record, field->number);
    if (cell && cell->unreadable)
        return TRANSFER_WRONG_KIND;
    if (!cell || index >= cell->value.list->count)
        return TRANSFER_NOT_FOUND;
    list = cell->value.list;
    if (field->kind == KIND_RECORD) {
        transfer_record *nested = list->items.records[index];
        take_item(portfolio, record, field, index);
        record_release(portfolio, nested);
    } else {
        struct cell old = list->items.cells[index];
        take_item(portfolio, record, field, index);
        if (field->kind == KIND_REFERENCE && !old.unreadable)
            entry_unlink(old.value.entry);
        cell_free(portfolio, NULL, &old);
    }
    return TRANSFER_OK;
}
