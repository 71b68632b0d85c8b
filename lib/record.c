/* Cells of records: adding, freeing, growing.
 *
 * SPDX-License-Identifier: MIT
 */
#include "record.h"

#include <string.h>

#include "ids.h"
#include "portfolio.h"

enum { CELLS_SPARE = 4, ITEMS_FIRST = 4 };

transfer_record *record_root(const transfer_record *record)
{
    while (record->nested)
        record = record->owner;
    return (transfer_record *)(uintptr_t)record;
}

void *items_grow(transfer_portfolio *portfolio, void *items, uint32_t count, uint32_t *capacity,
                 size_t size)
{
    uint32_t larger;
    void *memory;

    if (count < *capacity)
        return items;
    if (count > UINT32_MAX / 4 || count > SIZE_MAX / 4 / size)
        return NULL;
    larger = count < ITEMS_FIRST ? ITEMS_FIRST : count * 2;
    memory = block_alloc(&portfolio->arena, larger * size);
    if (!memory)
        return NULL;
    if (count > 0)
        memcpy(memory, items, count * size);
    if (*capacity > 0)
        block_free(items);
    *capacity = larger;
    return memory;
}

struct cell *record_add_cell(transfer_portfolio *portfolio, transfer_record *record,
                             unsigned number)
{
    uint64_t bit = (uint64_t)1 << number;
    unsigned count = (unsigned)__builtin_popcountll(record->present);
    unsigned place = (unsigned)__builtin_popcountll(record->present & (bit - 1));
    struct cell *cells = record->cells;

    if (record->cells_spare == 0) {
        cells = block_alloc(&portfolio->arena, (count + CELLS_SPARE) * sizeof *cells);
        if (!cells)
            return NULL;
        if (count > 0)
            memcpy(cells, record->cells, count * sizeof *cells);
        if (record->cells_heap)
            block_free(record->cells);
        record->cells = cells;
        record->cells_heap = 1;
        record->cells_spare = CELLS_SPARE;
    }
    memmove(cells + place + 1, cells + place, (count - place) * sizeof *cells);
    memset(cells + place, 0, sizeof *cells);
    record->present |= bit;
    record->cells_spare--;
    return cells + place;
}

void record_remove_cell(transfer_record *record, unsigned number)
{
    struct cell *cell = record_cell(record, number);
    size_t place = (size_t)(cell - record->cells);
    size_t count = (size_t)__builtin_popcountll(record->present);

    memmove(cell, cell + 1, (count - place - 1) * sizeof *cell);
    record->present &= ~((uint64_t)1 << number);
    if (record->cells_heap)
        record->cells_spare++;
}

static void list_free(transfer_portfolio *portfolio, const struct field *field, struct cell *cell)
{
    struct list *list = cell->value.list;

    for (uint32_t i = 0; i < list->count; i++) {
        if (field->kind == KIND_RECORD)
            record_release(portfolio, list->items.records[i]);
        else
            cell_free(portfolio, NULL, &list->items.cells[i]);
    }
    if (list->capacity > 0)
        block_free(list->items.cells);
    if (cell->heap)
        block_free(list);
}

static void extra_free(const struct extra *extra)
{
    if (!extra->heap)
        return;
    block_free((void *)(uintptr_t)extra->name);
    block_free((void *)(uintptr_t)extra->yaml);
}

static void extras_free(const struct cell *cell)
{
    struct extras *extras = cell->value.extras;

    for (uint32_t i = 0; i < extras->count; i++)
        extra_free(&extras->items[i]);
    if (extras->capacity > 0)
        block_free(extras->items);
    if (cell->heap)
        block_free(extras);
}

void record_remove_extra(transfer_record *record, uint32_t index)
{
    const struct cell *cell = record_cell(record, EXTRAS_NUMBER);
    struct extras *extras = cell->value.extras;

    if (extras->count == 1) {
        extras_free(cell);
        record_remove_cell(record, EXTRAS_NUMBER);
        return;
    }
    extra_free(&extras->items[index]);
    extras->count--;
    memmove(extras->items + index, extras->items + index + 1,
            (extras->count - index) * sizeof *extras->items);
}

void record_become_mapping(transfer_record *record)
{
    if (!record->yaml)
        return;
    record->yaml = 0;
    record_remove_extra(record, 0);
}

/* `field` is NULL for items of lists, which hold scalars. */
void cell_free(transfer_portfolio *portfolio, const struct field *field, struct cell *cell)
{
    if (field && (field->flags & FIELD_LIST) && !cell->unreadable)
        list_free(portfolio, field, cell);
    else if (cell->heap)
        block_free((void *)(uintptr_t)cell->value.text);
}

/* Tells the entries that a record no longer refers to them. */
static void record_unlink(const transfer_record *record)
{
    uint64_t references = record->present & type_references(record->type);

    while (references) {
        unsigned number = (unsigned)__builtin_ctzll(references);
        const struct cell *cell = record_cell(record, number);
        const struct field *field = field_numbered(type_numbered(record->type), number);

        references &= references - 1;
        if (cell->unreadable)
            continue;
        if (!(field->flags & FIELD_LIST)) {
            entry_unlink(cell->value.entry);
            continue;
        }
        for (uint32_t i = 0; i < cell->value.list->count; i++)
            if (!cell->value.list->items.cells[i].unreadable)
                entry_unlink(cell->value.list->items.cells[i].value.entry);
    }
}

void record_release(transfer_portfolio *portfolio, transfer_record *record)
{
    const struct type *type = type_numbered(record->type);

    record->removed = 1; /* from here on sweeps find that it refers to nothing */
    record_unlink(record);
    for (unsigned number = 1; number <= FIELD_NUMBER_MAX; number++) {
        struct cell *cell = record_cell(record, number);
        if (cell)
            cell_free(portfolio, field_numbered(type, number), cell);
    }
    if (record_cell(record, EXTRAS_NUMBER))
        extras_free(record_cell(record, EXTRAS_NUMBER));
    if (record->cells_heap)
        block_free(record->cells);
    record->present = 0;
    record->cells = NULL;
    record->cells_heap = 0;
    record->cells_spare = 0;
    portfolio->record_count--;
}
