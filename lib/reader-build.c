/* From what was read of a record to the record.
 *
 * SPDX-License-Identifier: MIT
 *
 * The cells of open records and lists lie on a stack; when one closes they are copied, at their
 * exact size, into a chunk.
 */
#include <stdlib.h>
#include <string.h>

#include "ids.h"
#include "reader.h"

/* ---- stacks ---- */

struct frame *reader_push(struct reader *reader, enum frame_kind kind,
                                const yaml_event_t *event)
{
    struct frame *parent = reader->depth > 0 ? reader_top(reader) : NULL;
    struct frame *frame = &reader->frames[reader->depth++];

    memset(frame, 0, sizeof *frame);
    frame->kind = kind;
    frame->discarded = parent ? parent->discarded : 0;
    if (event->type == YAML_SEQUENCE_START_EVENT)
        frame->flow = event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    else if (event->type == YAML_MAPPING_START_EVENT)
        frame->flow = event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    frame->line = mark_line(&event->start_mark);
    frame->column = mark_column(&event->start_mark);
    frame->cells = reader->cell_count;
    frame->extras = reader->extra_count;
    frame->serial = ++reader->serial;
    return frame;
}

/* Room for one more on a growing stack. */
static void *stack_room(struct reader *reader, void *items, size_t count, size_t *capacity,
                        size_t size)
{
    size_t larger = *capacity ? *capacity * 2 : 64;
    void *memory;

    if (count < *capacity)
        return items;
    memory = realloc(items, larger * size);
    if (!memory) {
        reader_no_memory(reader);
        return NULL;
    }
    *capacity = larger;
    return memory;
}

int reader_grow_cells(struct reader *reader)
{
    struct open_cell *cells = stack_room(reader, reader->cells, reader->cell_count,
                                         &reader->cell_capacity, sizeof *cells);

    if (cells)
        reader->cells = cells;
    return cells != NULL;
}

struct extra *reader_push_extra(struct reader *reader, const char *name, const char *yaml,
                                const yaml_mark_t *mark)
{
    struct extra *extras = stack_room(reader, reader->extras, reader->extra_count,
                                      &reader->extra_capacity, sizeof *extras);
    struct extra *extra;

    if (!extras)
        return NULL;
    reader->extras = extras;
    extra = &extras[reader->extra_count++];
    memset(extra, 0, sizeof *extra);
    extra->name = name;
    extra->yaml = yaml;
    extra->line = mark_line(mark) & 0x3fffffff;
    extra->column = mark_column(mark) & 0x3fffffff;
    return extra;
}

const char *reader_capture_text(struct reader *reader, const yaml_event_t *event)
{
    struct buffer buffer;
    const char *text = NULL;

    buffer_init(&buffer);
    if (reader_capture(reader, event, &buffer) && !buffer.failed) {
        text = arena_text(&reader->portfolio->arena, buffer.data ? buffer.data : "",
                          buffer.length);
        if (!text)
            reader_no_memory(reader);
    } else if (buffer.failed) {
        reader_no_memory(reader);
    } else {
        reader->source->not_whole = 1;
    }
    buffer_free(&buffer);
    return text;
}

/* ---- closing ---- */

/* Makes known to the ids what a record that enters the model refers to, those nested in it too. */
static void link_record(struct reader *reader, transfer_record *record)
{
    const struct masks *masks = &reader->masks[record->type];
    uint64_t references = record->present & masks->references;
    uint64_t nested = record->present & masks->nested;
    struct arena *arena = &reader->portfolio->arena;

    reader->portfolio->record_count++;
    while (references) {
        unsigned number = (unsigned)__builtin_ctzll(references);
        const struct cell *cell = record_cell(record, number);
        const struct cell *items = cell;
        uint32_t count = 1;

        references &= references - 1;
        if (cell->unreadable)
            continue;
        if (masks->lists >> number & 1) {
            items = cell->value.list->items.cells;
            count = cell->value.list->count;
        }
        for (uint32_t i = 0; i < count; i++)
            if (!items[i].unreadable && !entry_link(items[i].value.entry, arena, record))
                reader_no_memory(reader);
    }
    while (nested) {
        const struct cell *cell = record_cell(record, (unsigned)__builtin_ctzll(nested));

        nested &= nested - 1;
        for (uint32_t i = 0; !cell->unreadable && i < cell->value.list->count; i++)
            link_record(reader, cell->value.list->items.records[i]);
    }
}

static void own_nested(struct reader *reader, transfer_record *record)
{
    uint64_t nested = record->present & reader->masks[record->type].nested;

    while (nested) {
        unsigned number = (unsigned)__builtin_ctzll(nested);
        const struct cell *cell = record_cell(record, number);

        nested &= nested - 1;
        if (cell->unreadable)
            continue;
        for (uint32_t i = 0; i < cell->value.list->count; i++) {
            cell->value.list->items.records[i]->owner = record;
            cell->value.list->items.records[i]->owner_field = (uint8_t)number;
        }
    }
}

/* The extras above `first` on the stack, in a chunk, into `extras`. */
static int take_extras(struct reader *reader, size_t first, struct extras *extras)
{
    size_t count = reader->extra_count - first;
    struct extra *items = arena_alloc(&reader->portfolio->arena, count * sizeof *items);

    if (!items) {
        reader_no_memory(reader);
        return 0;
    }
    memcpy(items, reader->extras + first, count * sizeof *items);
    extras->items = items;
    extras->count = (uint32_t)count;
    extras->capacity = 0;
    reader->extra_count = first;
    return 1;
}

/* Puts cells into the order of their numbers, in which they mostly come. */
static void place_cells(const struct open_cell *open, size_t count, uint64_t present,
                        struct cell *cells)
{
    size_t i = 0;

    for (; i < count && (i == 0 || open[i - 1].number < open[i].number); i++)
        cells[i] = open[i].cell;
    if (i == count)
        return;
    for (i = 0; i < count; i++) {
        uint64_t below = present & (((uint64_t)1 << open[i].number) - 1);
        cells[__builtin_popcountll(below)] = open[i].cell;
    }
}

/* Gives a record the cells and extras of its frame, in the order of their numbers. */
static int fill_record(struct reader *reader, const struct frame *frame, transfer_record *record,
                       struct cell *cells)
{
    uint64_t present = frame->present;
    size_t count = reader->cell_count - frame->cells;

    if (reader->extra_count > frame->extras) {
        struct extras *extras = arena_alloc(&reader->portfolio->arena, sizeof *extras);
        if (!extras) {
            reader_no_memory(reader);
            return 0;
        }
        if (!take_extras(reader, frame->extras, extras))
            return 0;
        memset(&cells[count], 0, sizeof cells[count]);
        cells[count].value.extras = extras; /* the highest number is the last cell */
        present |= (uint64_t)1 << EXTRAS_NUMBER;
    }
    place_cells(reader->cells + frame->cells, count, present, cells);
    record->present = present;
    record->cells = cells;
    record->line = frame->line & 0x3fffffff;
    record->column = frame->column & 0x3fffffff;
    own_nested(reader, record);
    return 1;
}

static size_t cells_size(const struct reader *reader, const struct frame *frame)
{
    return (reader->cell_count - frame->cells + (reader->extra_count > frame->extras)) *
           sizeof(struct cell);
}

static void check_record_count(struct reader *reader, const struct frame *frame)
{
    static const struct phrase what = {{"the number of records", "le nombre de fiches"}};
    uint64_t limit = reader->portfolio->limits[TRANSFER_LIMIT_RECORDS];
    struct finding finding;
    char buffer[24];
    yaml_mark_t mark = {0, frame->line - 1, frame->column - 1};

    if (reader->portfolio->record_count <= limit)
        return;
    reader_finding(reader, &finding, &rule_too_large, &mark, NULL);
    finding_add_number(&finding, "limit", limit, buffer);
    finding_add_phrase(&finding, "what", &what);
    reader_report(reader, &finding, NULL);
    reader->status = TRANSFER_LIMIT;
}

/* Makes the record of a closed frame below a section. */
static transfer_record *close_top(struct reader *reader, const struct frame *frame)
{
    struct top_record *top =
        arena_alloc(&reader->portfolio->arena, sizeof *top + cells_size(reader, frame));

    if (!top) {
        reader_no_memory(reader);
        return NULL;
    }
    memset(top, 0, sizeof *top);
    top->entry = frame->entry;
    top->record.owner = reader->portfolio;
    top->record.type = frame->type->number;
    top->record.source = reader->source_index;
    if (!fill_record(reader, frame, &top->record, (struct cell *)(top + 1)))
        return NULL;
    if (section_append(reader->portfolio, &top->record) != TRANSFER_OK) {
        reader_no_memory(reader);
        return NULL;
    }
    return &top->record;
}

static transfer_record *close_nested(struct reader *reader, const struct frame *frame)
{
    transfer_record *record =
        arena_alloc(&reader->portfolio->arena, sizeof *record + cells_size(reader, frame));

    if (!record) {
        reader_no_memory(reader);
        return NULL;
    }
    memset(record, 0, sizeof *record);
    record->type = frame->type->number;
    record->nested = 1;
    return fill_record(reader, frame, record, (struct cell *)(record + 1)) ? record : NULL;
}

/* The portfolio's own record is there already; its cells are put into a chunk. */
static transfer_record *close_self(struct reader *reader, const struct frame *frame)
{
    transfer_record *record = &reader->source->self.record;
    struct cell *cells = arena_alloc(&reader->portfolio->arena, cells_size(reader, frame));

    if (!cells) {
        reader_no_memory(reader);
        return NULL;
    }
    return fill_record(reader, frame, record, cells) ? record : NULL;
}

/* Takes out a record whose references could not all be made known. */
static void take_out(struct reader *reader, transfer_record *record)
{
    if (!record_top(record)->entry) {
        record_release(reader->portfolio, record);
        record->line = record->column = record->removed = 0; /* it stays, empty */
    } else {
        transfer_record_remove(record);
    }
}

static void close_record(struct reader *reader, const struct frame *frame)
{
    struct frame *parent = &reader->frames[reader->depth - 2];
    transfer_record *record;
    struct cell *item;

    if (frame->discarded)
        return;
    record = frame->type->single            ? close_self(reader, frame)
             : parent->kind == FRAME_SECTION ? close_top(reader, frame)
                                             : close_nested(reader, frame);
    if (!record)
        return;
    if (parent->kind != FRAME_LIST) {
        link_record(reader, record);
        if (reader->status == TRANSFER_NO_MEMORY)
            take_out(reader, record);
        else
            check_record_count(reader, frame);
        return;
    }
    reader->cell_count = frame->cells;
    item = reader_push_cell(reader, 0, record->line, record->column);
    if (item)
        item->value.record = record;
}

/* Puts the items of a closed list into a chunk and into the record that it lies in. */
static void close_list(struct reader *reader, const struct frame *frame)
{
    struct frame *parent = &reader->frames[reader->depth - 2];
    size_t count = reader->cell_count - frame->cells;
    const struct open_cell *open = reader->cells + frame->cells;
    int is_records = frame->field->kind == KIND_RECORD;
    struct list *list;
    struct cell *cell;

    if (count == 0 || frame->discarded)
        return;
    list = arena_alloc(&reader->portfolio->arena,
                       sizeof *list +
                           count * (is_records ? sizeof(transfer_record *) : sizeof *cell));
    if (!list) {
        reader_no_memory(reader);
        return;
    }
    list->count = (uint32_t)count;
    list->capacity = 0;
    list->items.cells = (struct cell *)(list + 1);
    for (size_t i = 0; i < count; i++) {
        if (is_records)
            list->items.records[i] = open[i].cell.value.record;
        else
            list->items.cells[i] = open[i].cell;
    }
    reader->cell_count = frame->cells;
    cell = reader_push_cell(reader, frame->field->number, frame->line, frame->column);
    if (!cell)
        return;
    cell->value.list = list;
    parent->present |= (uint64_t)1 << frame->field->number;
}

void reader_close(struct reader *reader)
{
    struct frame *frame = reader_top(reader);
    size_t cells = frame->cells;

    switch (frame->kind) {
    case FRAME_ROOT:
        if (reader->extra_count > 0)
            take_extras(reader, 0, &reader->source->extras);
        break;
    case FRAME_SECTION:
        break;
    case FRAME_RECORD:
        close_record(reader, frame);
        break;
    case FRAME_LIST:
        close_list(reader, frame);
        break;
    }
    /* What a record or list left on the stacks, but for the one cell that it became. */
    if (frame->discarded || frame->kind == FRAME_SECTION ||
        (frame->kind == FRAME_RECORD && reader->frames[reader->depth - 2].kind != FRAME_LIST)) {
        reader->cell_count = cells;
        reader->extra_count = frame->extras;
    }
    reader->depth--;
    if (reader->depth > 0) {
        reader_top(reader)->value_due = 0;
        if (reader_top(reader)->kind == FRAME_LIST)
            reader_top(reader)->index++;
    }
}
