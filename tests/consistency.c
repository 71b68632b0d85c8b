/* A full scan of a portfolio, beside its tables.
 *
 * SPDX-License-Identifier: MIT
 */
#include "consistency.h"

#include <stdlib.h>
#include <string.h>

#include "ids.h"
#include "portfolio.h"

struct scan {
    const transfer_portfolio *portfolio;
    uint64_t records;
    const char *wrong; /* the first */
};

static int is_linked(const struct entry *entry, const transfer_record *record)
{
    if (entry->first == record)
        return 1;
    for (const struct links *links = entry->links; links; links = links->next)
        for (uint32_t i = 0; i < links->count; i++)
            if (links->records[i] == record)
                return 1;
    return 0;
}

static void scan_reference(struct scan *scan, const transfer_record *record,
                           const struct field *field, const struct cell *cell)
{
    const struct entry *entry = cell->value.entry;

    if (entry->type != field->target)
        scan->wrong = "a reference has an entry of another type";
    else if (ids_find(&scan->portfolio->ids, entry->type, entry->id, entry->length) != entry)
        scan->wrong = "a reference has an entry that is not in the table";
    else if (!is_linked(entry, record))
        scan->wrong = "a record refers to an entry whose links do not have it";
}

static void scan_record(struct scan *scan, const transfer_record *record)
{
    const struct type *type = type_numbered(record->type);

    scan->records++;
    if (record->removed)
        scan->wrong = "a removed record is still there";
    if (record->mark)
        scan->wrong = "a mark was left";
    for (size_t i = 0; i < type->count && !scan->wrong; i++) {
        const struct field *field = &type->fields[i];
        const struct cell *cell = record_cell(record, field->number);

        if (!cell || cell->unreadable)
            continue;
        if (!(field->flags & FIELD_LIST)) {
            if (field->kind == KIND_REFERENCE)
                scan_reference(scan, record, field, cell);
            continue;
        }
        if (cell->value.list->count == 0)
            scan->wrong = "an empty list is kept";
        for (uint32_t j = 0; j < cell->value.list->count && !scan->wrong; j++) {
            if (field->kind == KIND_RECORD) {
                const transfer_record *nested = cell->value.list->items.records[j];
                if (nested->owner != record || nested->owner_field != field->number ||
                    !nested->nested || nested->type != field->target)
                    scan->wrong = "a nested record does not know where it lies";
                else
                    scan_record(scan, nested);
            } else if (field->kind == KIND_REFERENCE &&
                       !cell->value.list->items.cells[j].unreadable) {
                scan_reference(scan, record, field, &cell->value.list->items.cells[j]);
            }
        }
    }
}

static void scan_section(struct scan *scan, const struct type *type)
{
    const transfer_portfolio *portfolio = scan->portfolio;
    uint64_t sequence = 0;

    for (size_t i = 0; i < transfer_portfolio_count(portfolio, type->number); i++) {
        const transfer_record *record = transfer_portfolio_at(portfolio, type->number, i);

        if (record->type != type->number || record->nested || record->owner != portfolio)
            scan->wrong = "a record is in the wrong section";
        else if (record->source >= portfolio->source_count)
            scan->wrong = "a record has no source";
        else if (i > 0 && record_top(record)->sequence <= sequence)
            scan->wrong = "a section is not in the order of its sequence";
        else if (transfer_portfolio_find(portfolio, type->number, transfer_record_id(record)) !=
                 record)
            scan->wrong = "a record is not found by its id";
        else
            scan_record(scan, record);
        if (scan->wrong)
            return;
        sequence = record_top(record)->sequence;
    }
}

static void scan_entry(struct scan *scan, const struct entry *entry)
{
    uint64_t count = entry->first != NULL;

    if (entry->record &&
        (entry->record->removed || record_top(entry->record)->entry != entry ||
         entry->record->type != entry->type))
        scan->wrong = "an entry has a record that is not its own";
    if (entry->first && entry->first->mark)
        scan->wrong = "a mark was left";
    for (const struct links *links = entry->links; links; links = links->next) {
        if (links->count > links->capacity)
            scan->wrong = "links exceed their room";
        for (uint32_t i = 0; i < links->count; i++)
            if (links->records[i]->mark)
                scan->wrong = "a mark was left";
        count += links->count;
    }
    if (count != entry->link_count)
        scan->wrong = "links are not counted right";
}

const char *portfolio_inconsistency(const transfer_portfolio *portfolio)
{
    struct scan scan = {.portfolio = portfolio};
    uint64_t own = 0, with_record = 0, entries = 0;

    for (size_t i = 0; i < portfolio->source_count && !scan.wrong; i++) {
        scan_record(&scan, &portfolio->sources[i]->self.record);
        /* It is counted once it was read. */
        own += portfolio->sources[i]->self.record.line == 0;
    }
    for (size_t i = 0; i < schema_type_count && !scan.wrong; i++)
        if (schema_types[i].section && !schema_types[i].single)
            scan_section(&scan, &schema_types[i]);
    for (size_t i = 0; i < portfolio->ids.capacity && !scan.wrong; i++) {
        if (!portfolio->ids.slots[i])
            continue;
        entries++;
        with_record += portfolio->ids.slots[i]->record != NULL;
        scan_entry(&scan, portfolio->ids.slots[i]);
    }
    if (scan.wrong)
        return scan.wrong;
    if (entries != portfolio->ids.count)
        return "entries are not counted right";
    for (size_t i = 0; i < schema_type_count; i++)
        with_record -= schema_types[i].single
                           ? 0
                           : transfer_portfolio_count(portfolio, schema_types[i].number);
    if (with_record != 0)
        return "an entry has a record that is not in its section";
    if (scan.records - own != portfolio->record_count)
        return "records are not counted right";
    return NULL;
}

size_t repetitions(size_t count)
{
    return getenv("TRANSFER_TEST_SHORT") ? count / 50 + 1 : count;
}
