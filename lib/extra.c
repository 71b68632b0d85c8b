/* Setting keys that are not the schema's.
 *
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "memory-source.h"
#include "reader.h"
#include "utf8.h"

/* Reads one node, and nothing else, into `out`. */
static transfer_status read_node(struct reader *reader, struct buffer *out)
{
    yaml_event_t event;
    int nodes = 0, kept = 1, at_end = 0;

    while (!at_end && reader_next(reader, &event)) {
        switch (event.type) {
        case YAML_STREAM_START_EVENT:
        case YAML_DOCUMENT_START_EVENT:
        case YAML_DOCUMENT_END_EVENT:
            break;
        case YAML_STREAM_END_EVENT:
            at_end = 1;
            break;
        default:
            nodes++;
            kept = reader_capture(reader, &event, out) && kept;
            break;
        }
        yaml_event_delete(&event);
    }
    if (reader->status != TRANSFER_OK)
        return reader->status;
    if (out->failed)
        return TRANSFER_NO_MEMORY;
    return nodes == 1 && kept && !reader->source->not_whole ? TRANSFER_OK : TRANSFER_SYNTAX;
}

/* The canonical form of a YAML value. */
static transfer_status canonical(transfer_portfolio *portfolio, const char *yaml,
                                 struct buffer *out)
{
    struct memory_source memory = {yaml, strlen(yaml)};
    struct source source = {.name = (char *)(uintptr_t) ""};
    struct reader *reader = reader_new(portfolio, &source, memory_read, &memory);
    transfer_status status;

    if (!reader)
        return TRANSFER_NO_MEMORY;
    status = read_node(reader, out);
    reader_free(reader);
    return status;
}

static struct extra *find_extra(const transfer_record *record, const char *name)
{
    const struct cell *cell = record_cell(record, EXTRAS_NUMBER);

    for (uint32_t i = 0; cell && i < cell->value.extras->count; i++)
        if (strcmp(cell->value.extras->items[i].name, name) == 0)
            return &cell->value.extras->items[i];
    return NULL;
}

static void free_extra(const struct extra *extra)
{
    if (!extra->heap)
        return;
    block_free((void *)(uintptr_t)extra->name);
    block_free((void *)(uintptr_t)extra->yaml);
}

static void remove_extra(const transfer_record *record, struct extra *extra)
{
    struct extras *extras = record_cell(record, EXTRAS_NUMBER)->value.extras;
    size_t behind = (size_t)(extras->items + extras->count - (extra + 1));

    free_extra(extra);
    memmove(extra, extra + 1, behind * sizeof *extra);
    extras->count--;
}

/* Room for one more; NULL when memory runs out. */
static struct extra *extra_room(transfer_portfolio *portfolio, transfer_record *record)
{
    struct cell *cell = record_cell(record, EXTRAS_NUMBER);
    struct extras *extras;
    void *items;

    if (!cell) {
        extras = block_alloc(&portfolio->arena, sizeof *extras);
        if (!extras)
            return NULL;
        memset(extras, 0, sizeof *extras);
        cell = record_add_cell(portfolio, record, EXTRAS_NUMBER);
        if (!cell) {
            block_free(extras);
            return NULL;
        }
        cell->value.extras = extras;
        cell->heap = 1;
    }
    extras = cell->value.extras;
    items = items_grow(portfolio, extras->items, extras->count, &extras->capacity,
                       sizeof *extras->items);
    if (!items)
        return NULL;
    extras->items = items;
    return &extras->items[extras->count];
}

transfer_status transfer_record_set_extra(transfer_record *record, const char *name,
                                          const char *yaml)
{
    transfer_portfolio *portfolio;
    struct extra made = {0}, *extra;
    struct buffer text;
    transfer_status status;

    if (!record || transfer_record_is_removed(record) || record->yaml || !name ||
        strncmp(name, "x_", 2) != 0 || name[2] == '\0' ||
        !utf8_is_valid(name, strlen(name)) ||
        utf8_find_control(name, strlen(name)) < strlen(name) || strchr(name, '\n'))
        return TRANSFER_MISUSE;
    portfolio = record_portfolio(record);
    extra = find_extra(record, name);
    if (!yaml) {
        if (extra)
            remove_extra(record, extra);
        return TRANSFER_OK;
    }
    buffer_init(&text);
    status = canonical(portfolio, yaml, &text);
    if (status == TRANSFER_OK) {
        made.name = block_text(&portfolio->arena, name, strlen(name));
        made.yaml = block_text(&portfolio->arena, text.data, text.length);
        made.heap = 1;
        if (!extra && made.name && made.yaml && (extra = extra_room(portfolio, record))) {
            memset(extra, 0, sizeof *extra);
            record_cell(record, EXTRAS_NUMBER)->value.extras->count++;
        }
        if (extra && made.name && made.yaml) {
            free_extra(extra);
            *extra = made;
        } else {
            block_free((void *)(uintptr_t)made.name);
            block_free((void *)(uintptr_t)made.yaml);
            status = TRANSFER_NO_MEMORY;
        }
    }
    buffer_free(&text);
    return status;
}
