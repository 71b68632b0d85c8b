/* Portfolios: sections of records, found by id, added, renamed, removed.
 *
 * SPDX-License-Identifier: MIT
 */
#include "portfolio.h"

#include <stdlib.h>
#include <string.h>

enum { SECTION_FIRST = 16 };

_Static_assert(sizeof(struct cell) == 16, "a cell is two words");

static const uint64_t limit_maximum[4] = {
    [TRANSFER_LIMIT_FILE_SIZE] = ((uint64_t)1 << 30) - 1, /* lines and columns have 30 bits */
    [TRANSFER_LIMIT_RECORDS] = 100000000,
    [TRANSFER_LIMIT_DIAGNOSTICS] = UINT32_MAX,
};

static void source_free(struct source *source)
{
    if (!source)
        return;
    free(source->name);
    free(source->path);
    free(source->data);
    free(source);
}

static void source_reset_self(transfer_portfolio *portfolio, struct source *source)
{
    memset(&source->self, 0, sizeof source->self);
    source->self.record.type = TRANSFER_TYPE_PORTFOLIO;
    source->self.record.owner = portfolio;
    source->self.record.source = (uint32_t)portfolio->source_count;
}

/* Appends an unnamed source. */
static struct source *source_append(transfer_portfolio *portfolio)
{
    struct source *source = calloc(1, sizeof *source);
    struct source **sources;

    if (!source)
        return NULL;
    source->name = calloc(1, 1);
    sources = realloc(portfolio->sources, (portfolio->source_count + 1) * sizeof *sources);
    if (sources)
        portfolio->sources = sources;
    if (!source->name || !sources) {
        source_free(source);
        return NULL;
    }
    source_reset_self(portfolio, source);
    sources[portfolio->source_count++] = source;
    return source;
}

transfer_portfolio *transfer_portfolio_new(void)
{
    transfer_portfolio *portfolio = calloc(1, sizeof *portfolio);

    if (!portfolio)
        return NULL;
    arena_init(&portfolio->arena);
    ids_init(&portfolio->ids);
    memcpy(portfolio->limits, limit_maximum, sizeof limit_maximum);
    portfolio->limits[TRANSFER_LIMIT_DIAGNOSTICS] = 1000;
    if (!source_append(portfolio)) {
        transfer_portfolio_free(portfolio);
        return NULL;
    }
    return portfolio;
}

void transfer_portfolio_free(transfer_portfolio *portfolio)
{
    if (!portfolio)
        return;
    for (size_t i = 0; i < portfolio->source_count; i++)
        source_free(portfolio->sources[i]);
    free(portfolio->sources);
    for (int i = 0; i <= TYPE_NUMBER_MAX; i++)
        free(portfolio->sections[i].memory);
    ids_free(&portfolio->ids);
    arena_free(&portfolio->arena);
    free(portfolio);
}

transfer_status transfer_portfolio_set_limit(transfer_portfolio *portfolio, transfer_limit limit,
                                             uint64_t value)
{
    if (!portfolio || limit < TRANSFER_LIMIT_FILE_SIZE || limit > TRANSFER_LIMIT_DIAGNOSTICS ||
        value == 0)
        return TRANSFER_MISUSE;
    portfolio->limits[limit] = value < limit_maximum[limit] ? value : limit_maximum[limit];
    return TRANSFER_OK;
}

/* ---- sources ---- */

struct source *source_new(transfer_portfolio *portfolio, const char *name, const char *path)
{
    struct source *source = portfolio->sources[0];
    char *name_copy = strdup(name), *path_copy = path ? strdup(path) : NULL;

    if (name_copy && (path_copy || !path)) {
        /* What the portfolio says of itself without a file is not to be lost. */
        if (source->used || source->self.record.cells)
            source = source_append(portfolio);
        if (source) {
            free(source->name);
            source->name = name_copy;
            source->path = path_copy;
            source->used = 1;
            return source;
        }
    }
    free(name_copy);
    free(path_copy);
    return NULL;
}

size_t transfer_portfolio_file_count(const transfer_portfolio *portfolio)
{
    return portfolio ? portfolio->source_count : 0;
}

const char *transfer_portfolio_file_name(const transfer_portfolio *portfolio, size_t file)
{
    return portfolio && file < portfolio->source_count ? portfolio->sources[file]->name : NULL;
}

int transfer_portfolio_file_has_comments(const transfer_portfolio *portfolio, size_t file)
{
    /* Saving has dropped them. */
    return portfolio && file < portfolio->source_count &&
           portfolio->sources[file]->has_comments &&
           !__atomic_load_n(&portfolio->sources[file]->saved, __ATOMIC_ACQUIRE);
}

transfer_status portfolio_end_report(const transfer_portfolio *portfolio, transfer_report *report)
{
    struct report_source *sources = calloc(portfolio->source_count, sizeof *sources);
    transfer_status status;

    for (size_t i = 0; sources && i < portfolio->source_count; i++) {
        const struct source *source = portfolio->sources[i];
        sources[i] = (struct report_source){source->name, source->path, source->data,
                                            source->size, source->fingerprint};
    }
    /* Even without memory for places, the report is to be ended. */
    status = report_end(report, sources, sources ? portfolio->source_count : 0);
    if (!sources)
        status = TRANSFER_NO_MEMORY;
    free(sources);
    return status;
}

/* ---- sections ---- */

static const struct section *section_of(const transfer_portfolio *portfolio, transfer_type number)
{
    const struct type *type = type_numbered(number);

    return type && type->section && !type->single ? &portfolio->sections[number] : NULL;
}

/* Room for one more at the end. */
static int section_grow(struct section *section)
{
    size_t gap = section->capacity ? (size_t)(section->items - section->memory) : 0;

    if (gap + section->count < section->capacity)
        return 1;
    if (gap > section->count) {
        memmove(section->memory, section->items, section->count * sizeof *section->items);
        gap = 0;
    } else {
        size_t capacity = section->capacity ? section->capacity * 2 : SECTION_FIRST;
        transfer_record **memory = realloc(section->memory, capacity * sizeof *memory);
        if (!memory)
            return 0;
        section->memory = memory;
        section->capacity = capacity;
    }
    section->items = section->memory + gap;
    return 1;
}

transfer_status section_append(transfer_portfolio *portfolio, transfer_record *record)
{
    struct section *section = &portfolio->sections[record->type];

    if (!section_grow(section))
        return TRANSFER_NO_MEMORY;
    record_top(record)->sequence = portfolio->sequence++;
    section->items[section->count++] = record;
    record_top(record)->entry->record = record;
    return TRANSFER_OK;
}

/* Sequence numbers grow within a section, so a record's place is found by halving. */
size_t section_index(const struct section *section, const transfer_record *record)
{
    uint64_t sequence = record_top(record)->sequence;
    size_t low = 0, high = section->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (record_top(section->items[middle])->sequence < sequence)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The fewer records, those before or those behind, close the gap: to remove from either end takes no
 * time. */
static void section_remove(struct section *section, const transfer_record *record)
{
    size_t low = section_index(section, record);

    section->count--;
    if (low < section->count / 2) {
        memmove(section->items + 1, section->items, low * sizeof *section->items);
        section->items++;
    } else {
        memmove(section->items + low, section->items + low + 1,
                (section->count - low) * sizeof *section->items);
    }
}

size_t transfer_portfolio_count(const transfer_portfolio *portfolio, transfer_type type)
{
    const struct section *section;

    if (!portfolio)
        return 0;
    if (type == TRANSFER_TYPE_PORTFOLIO)
        return portfolio->source_count;
    section = section_of(portfolio, type);
    return section ? section->count : 0;
}

transfer_record *transfer_portfolio_at(const transfer_portfolio *portfolio, transfer_type type,
                                       size_t index)
{
    const struct section *section;

    if (!portfolio)
        return NULL;
    if (type == TRANSFER_TYPE_PORTFOLIO)
        return index < portfolio->source_count ? &portfolio->sources[index]->self.record : NULL;
    section = section_of(portfolio, type);
    return section && index < section->count ? section->items[index] : NULL;
}

transfer_record *transfer_portfolio_record(const transfer_portfolio *portfolio)
{
    if (!portfolio)
        return NULL;
    for (size_t i = 0; i < portfolio->source_count; i++)
        if (!record_is_empty(&portfolio->sources[i]->self.record))
            return &portfolio->sources[i]->self.record;
    return &portfolio->sources[0]->self.record;
}

transfer_record *transfer_portfolio_find(const transfer_portfolio *portfolio, transfer_type type,
                                         const char *id)
{
    const struct entry *entry;

    if (!portfolio || !id || !section_of(portfolio, type))
        return NULL;
    entry = ids_find(&portfolio->ids, type, id, strlen(id));
    return entry ? entry->record : NULL;
}

transfer_status transfer_portfolio_add(transfer_portfolio *portfolio, transfer_type type,
                                       const char *id, transfer_record **record)
{
    struct top_record *top;
    struct entry *entry;
    transfer_status status;

    if (!portfolio || !id || !record || !section_of(portfolio, type))
        return TRANSFER_MISUSE;
    if (!id_is_valid(id, strlen(id)))
        return TRANSFER_SYNTAX;
    if (portfolio->record_count >= portfolio->limits[TRANSFER_LIMIT_RECORDS])
        return TRANSFER_LIMIT;
    entry = ids_intern(&portfolio->ids, &portfolio->arena, type, id, strlen(id));
    if (!entry)
        return TRANSFER_NO_MEMORY;
    if (entry->record)
        return TRANSFER_EXISTS;
    top = arena_alloc(&portfolio->arena, sizeof *top);
    if (!top)
        return TRANSFER_NO_MEMORY;
    memset(top, 0, sizeof *top);
    top->entry = entry;
    top->record.type = (uint8_t)type;
    top->record.owner = portfolio;
    status = section_append(portfolio, &top->record);
    if (status != TRANSFER_OK)
        return status;
    portfolio->record_count++;
    portfolio->sources[0]->used = 1;
    *record = &top->record;
    return TRANSFER_OK;
}

/* ---- references ---- */

/* Lets what refers to one entry refer to another. */
static void record_redirect(transfer_record *record, const struct entry *from, struct entry *to)
{
    uint64_t references = record->present & type_references(record->type);
    const struct type *type = type_numbered(record->type);

    while (references) {
        unsigned number = (unsigned)__builtin_ctzll(references);
        struct cell *cell = record_cell(record, number);

        references &= references - 1;
        if (cell->unreadable)
            continue;
        if (!(field_numbered(type, number)->flags & FIELD_LIST)) {
            if (cell->value.entry == from)
                cell->value.entry = to;
            continue;
        }
        for (uint32_t i = 0; i < cell->value.list->count; i++) {
            struct cell *item = &cell->value.list->items.cells[i];
            if (!item->unreadable && item->value.entry == from)
                item->value.entry = to;
        }
    }
}

/* Moves all references, or none, from one entry to another. */
static transfer_status entry_redirect(transfer_portfolio *portfolio, struct entry *from,
                                      struct entry *to)
{
    if (!entry_move_links(from, to, &portfolio->arena))
        return TRANSFER_NO_MEMORY;
    if (to->first)
        record_redirect(to->first, from, to);
    for (const struct links *links = to->links; links; links = links->next)
        for (uint32_t i = 0; i < links->count; i++)
            record_redirect(links->records[i], from, to);
    return TRANSFER_OK;
}

transfer_status transfer_record_rename(transfer_record *record, const char *id)
{
    struct entry *from, *to;
    transfer_portfolio *portfolio;
    transfer_status status;

    if (!record || record->removed || record->nested || record->type == TRANSFER_TYPE_PORTFOLIO ||
        !id)
        return TRANSFER_MISUSE;
    if (!id_is_valid(id, strlen(id)))
        return TRANSFER_SYNTAX;
    portfolio = record_portfolio(record);
    from = record_top(record)->entry;
    to = ids_intern(&portfolio->ids, &portfolio->arena, record->type, id, strlen(id));
    if (!to)
        return TRANSFER_NO_MEMORY;
    if (to == from)
        return TRANSFER_OK;
    if (to->record)
        return TRANSFER_EXISTS;
    status = entry_redirect(portfolio, from, to);
    if (status != TRANSFER_OK)
        return status;
    from->record = NULL;
    to->record = record;
    record_top(record)->entry = to;
    return TRANSFER_OK;
}

/* ---- records ---- */

transfer_type transfer_record_type(const transfer_record *record)
{
    return record ? record->type : 0;
}

const char *transfer_record_id(const transfer_record *record)
{
    if (!record || record->nested || !record_top(record)->entry)
        return NULL;
    return record_top(record)->entry->id;
}

transfer_portfolio *transfer_record_portfolio(const transfer_record *record)
{
    return record ? record_portfolio(record) : NULL;
}

transfer_record *transfer_record_parent(const transfer_record *record)
{
    return record && record->nested ? record->owner : NULL;
}

transfer_key transfer_record_parent_key(const transfer_record *record)
{
    if (!record || !record->nested)
        return 0;
    return SCHEMA_KEY(((const transfer_record *)record->owner)->type, record->owner_field);
}

size_t transfer_record_file(const transfer_record *record)
{
    return record ? record_root(record)->source : 0;
}

static void forget_extras(struct extras *extras)
{
    for (uint32_t i = 0; i < extras->count; i++)
        extras->items[i].line = extras->items[i].column = 0;
}

static void forget_cell(struct cell *cell)
{
    cell->line = cell->column = 0;
}

/* Places are those of the source that a record was read from. */
static void forget_places(transfer_record *record)
{
    const struct type *type = type_numbered(record->type);

    record->line = record->column = 0;
    if (record_cell(record, EXTRAS_NUMBER))
        forget_extras(record_cell(record, EXTRAS_NUMBER)->value.extras);
    for (size_t i = 0; i < type->count; i++) {
        const struct field *field = &type->fields[i];
        struct cell *cell = record_cell(record, field->number);

        if (!cell)
            continue;
        forget_cell(cell);
        if (!(field->flags & FIELD_LIST) || cell->unreadable)
            continue;
        for (uint32_t j = 0; j < cell->value.list->count; j++) {
            if (field->kind == KIND_RECORD)
                forget_places(cell->value.list->items.records[j]);
            else
                forget_cell(&cell->value.list->items.cells[j]);
        }
    }
}

transfer_status transfer_record_set_file(transfer_record *record, size_t file)
{
    if (!record || record->nested || record->removed || record->type == TRANSFER_TYPE_PORTFOLIO)
        return TRANSFER_MISUSE;
    if (file >= record_portfolio(record)->source_count)
        return TRANSFER_NOT_FOUND;
    if (record->source != file)
        forget_places(record);
    record->source = (uint32_t)file;
    return TRANSFER_OK;
}

int transfer_record_is_removed(const transfer_record *record)
{
    /* A nested record goes with the record that it lies in. */
    for (; record; record = record->nested ? record->owner : NULL)
        if (record->removed)
            return 1;
    return 0;
}

transfer_status transfer_record_remove(transfer_record *record)
{
    transfer_portfolio *portfolio;

    if (!record || record->removed || record->type == TRANSFER_TYPE_PORTFOLIO)
        return TRANSFER_MISUSE;
    if (record->nested) {
        transfer_record *owner = record->owner;
        const struct cell *cell = record_cell(owner, record->owner_field);
        const struct list *list = cell->value.list;
        size_t first = 0, last = list->count;

        /* From both ends: that is where most are removed. */
        while (list->items.records[first] != record && list->items.records[--last] != record)
            first++;
        return transfer_record_remove_at(owner, SCHEMA_KEY(owner->type, record->owner_field),
                                         list->items.records[first] == record ? first : last);
    }
    portfolio = record->owner;
    section_remove(&portfolio->sections[record->type], record);
    record_top(record)->entry->record = NULL;
    record_release(portfolio, record);
    return TRANSFER_OK;
}
