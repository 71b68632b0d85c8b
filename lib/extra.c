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

    /* Where a record is no mapping, its only extra is that. */
    for (uint32_t i = record->yaml; cell && i < cell->value.extras->count; i++)
        if (strcmp(cell->value.extras->items[i].name, name) == 0)
            return &cell->value.extras->items[i];
    return NULL;
}

static void remove_extra(transfer_record *record, const struct extra *extra)
{
    const struct extras *extras = record_cell(record, EXTRAS_NUMBER)->value.extras;

    record_remove_extra(record, (uint32_t)(extra - extras->items));
}

/* Appends; 0 when memory runs out. */
static int add_extra(transfer_portfolio *portfolio, transfer_record *record,
                     const struct extra *extra)
{
    struct cell *cell = record_cell(record, EXTRAS_NUMBER);
    struct extras none = {0}, *extras = cell ? cell->value.extras : &none;
    struct extra *items = items_grow(portfolio, extras->items, extras->count, &extras->capacity,
                                     sizeof *items);

    if (!items)
        return 0;
    extras->items = items;
    if (!cell) {
        extras = block_alloc(&portfolio->arena, sizeof *extras);
        cell = extras ? record_add_cell(portfolio, record, EXTRAS_NUMBER) : NULL;
        if (!cell) {
            block_free(extras);
            block_free(items);
            return 0;
        }
        *extras = none;
        cell->value.extras = extras;
        cell->heap = 1;
    }
    extras->items[extras->count++] = *extra;
    return 1;
}

/* Puts a text in canonical form behind a name. */
static transfer_status put_extra(transfer_record *record, const char *name,
                                 const struct buffer *yaml)
{
    transfer_portfolio *portfolio = record_portfolio(record);
    struct extra *extra = find_extra(record, name);
    struct extra made = {.name = block_text(&portfolio->arena, name, strlen(name)),
                         .yaml = block_text(&portfolio->arena, yaml->data, yaml->length),
                         .heap = 1};
    struct extra old = extra ? *extra : made;

    if (!made.name || !made.yaml || (!extra && !add_extra(portfolio, record, &made))) {
        block_free((void *)(uintptr_t)made.name);
        block_free((void *)(uintptr_t)made.yaml);
        return TRANSFER_NO_MEMORY;
    }
    if (extra) {
        *extra = made;
        if (old.heap) {
            block_free((void *)(uintptr_t)old.name);
            block_free((void *)(uintptr_t)old.yaml);
        }
    }
    record_become_mapping(record);
    return TRANSFER_OK;
}

transfer_status transfer_record_set_extra(transfer_record *record, const char *name,
                                          const char *yaml)
{
    const struct extra *extra;
    struct buffer text;
    transfer_status status;

    if (!record || transfer_record_is_removed(record) || !name || strncmp(name, "x_", 2) != 0 ||
        name[2] == '\0' || !utf8_is_valid(name, strlen(name)) ||
        utf8_find_control(name, strlen(name)) < strlen(name) || strchr(name, '\n'))
        return TRANSFER_MISUSE;
    if (!yaml) {
        extra = find_extra(record, name);
        if (extra)
            remove_extra(record, extra);
        return TRANSFER_OK;
    }
    buffer_init(&text);
    status = canonical(record_portfolio(record), yaml, &text);
    if (status == TRANSFER_OK)
        status = put_extra(record, name, &text);
    buffer_free(&text);
    return status;
}
