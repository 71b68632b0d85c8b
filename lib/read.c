/* From libyaml's events to records, in one pass, driven by the schema.
 *
 * SPDX-License-Identifier: MIT
 *
 * What is open is kept in frames; the cells of open records lie on a stack and are copied at their
 * exact size when the record closes.  Bad data is reported, kept as text, and does not stop it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ids.h"
#include "reader.h"

/* ---- events ---- */

static struct frame *top_frame(struct reader *reader)
{
    return &reader->frames[reader->depth - 1];
}

static uint32_t mark_line(const yaml_mark_t *mark)
{
    return (uint32_t)(mark->line + 1) & 0x3fffffff;
}

static uint32_t mark_column(const yaml_mark_t *mark)
{
    return (uint32_t)(mark->column + 1) & 0x3fffffff;
}

/* Stops reading for want of memory. */
static void no_memory(struct reader *reader)
{
    reader->status = TRANSFER_NO_MEMORY;
}

static const char *event_text(const yaml_event_t *event)
{
    return (const char *)event->data.scalar.value;
}

static size_t event_length(const yaml_event_t *event)
{
    return event->data.scalar.length;
}

static int is_plain(const yaml_event_t *event)
{
    return event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

static int is_null(const yaml_event_t *event)
{
    static const char *const spellings[] = {"", "~", "null", "Null", "NULL"};

    if (event->type != YAML_SCALAR_EVENT || !is_plain(event) || event_length(event) > 4)
        return 0;
    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++)
        if (strcmp(event_text(event), spellings[i]) == 0)
            return 1;
    return 0;
}

static int is_before(const struct hash *hash, const yaml_mark_t *mark)
{
    return hash->line < mark->line + 1 ||
           (hash->line == mark->line + 1 && hash->column < mark->column + 1);
}

/* Sorts the "#" that the prescan met into those inside a scalar and comments. */
static void sort_hashes(struct reader *reader, const yaml_event_t *event)
{
    struct prescan *prescan = reader->prescan;
    int is_block = event->data.scalar.style == YAML_LITERAL_SCALAR_STYLE ||
                   event->data.scalar.style == YAML_FOLDED_SCALAR_STYLE;

    while (prescan->hash_count > 0) {
        const struct hash *hash = &prescan->hashes[prescan->hash_first];
        if (!is_before(hash, &event->end_mark))
            break;
        /* On the line of a block scalar's header it is a comment. */
        if (is_before(hash, &event->start_mark) ||
            (is_block && hash->line == event->start_mark.line + 1))
            reader->source->has_comments = 1;
        prescan->hash_first = (prescan->hash_first + 1) % HASHES_MAX;
        prescan->hash_count--;
    }
}

static void check_properties(struct reader *reader, const yaml_event_t *event,
                             const yaml_char_t *anchor, const yaml_char_t *tag)
{
    if (anchor) {
        reader->source->not_whole = 1;
        reader_report_event(reader, &rule_anchor_or_alias, event, NULL);
    }
    if (tag) {
        reader->source->not_whole = 1;
        reader_report_event(reader, &rule_tag, event, NULL);
    }
}

static void check_nesting(struct reader *reader, const yaml_event_t *event)
{
    struct finding finding;
    char buffer[24];

    if (++reader->nesting <= DEPTH_MAX)
        return;
    reader_finding(reader, &finding, &rule_too_deep, &event->start_mark, &event->end_mark);
    finding_add_number(&finding, "limit", DEPTH_MAX, buffer);
    reader_report(reader, &finding, NULL);
    reader->status = TRANSFER_LIMIT;
}

static void check_event(struct reader *reader, yaml_event_t *event)
{
    yaml_mark_t start = event->start_mark, end = event->end_mark;

    switch (event->type) {
    case YAML_SCALAR_EVENT:
        if (event->data.scalar.anchor || event->data.scalar.tag)
            check_properties(reader, event, event->data.scalar.anchor, event->data.scalar.tag);
        if (reader->prescan->hash_count > 0)
            sort_hashes(reader, event);
        break;
    case YAML_ALIAS_EVENT:
        reader->source->not_whole = 1;
        reader_report_event(reader, &rule_anchor_or_alias, event, NULL);
        /* From here on it counts as nothing. */
        yaml_event_delete(event);
        if (!yaml_scalar_event_initialize(event, NULL, NULL, (const yaml_char_t *)"", 0, 1, 0,
                                          YAML_PLAIN_SCALAR_STYLE))
            no_memory(reader);
        event->start_mark = start;
        event->end_mark = end;
        break;
    case YAML_SEQUENCE_START_EVENT:
        check_properties(reader, event, event->data.sequence_start.anchor,
                         event->data.sequence_start.tag);
        check_nesting(reader, event);
        break;
    case YAML_MAPPING_START_EVENT:
        check_properties(reader, event, event->data.mapping_start.anchor,
                         event->data.mapping_start.tag);
        check_nesting(reader, event);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        reader->nesting--;
        break;
    case YAML_DOCUMENT_START_EVENT:
        if (reader->document_seen) {
            reader_report_event(reader, &rule_more_than_one_document, event, NULL);
            reader->status = TRANSFER_SYNTAX;
        }
        reader->document_seen = 1;
        break;
    default:
        break;
    }
}

int reader_next(struct reader *reader, yaml_event_t *event)
{
    if (reader->status != TRANSFER_OK)
        return 0;
    if (!yaml_parser_parse(&reader->parser, event)) {
        if (reader->parser.error == YAML_MEMORY_ERROR)
            no_memory(reader);
        else if (!reader->prescan->fatal)
            reader_report_syntax(reader);
        if (reader->status == TRANSFER_OK)
            reader->status = TRANSFER_SYNTAX;
        return 0;
    }
    /* The stream was cut: what libyaml makes of its end is not what was meant. */
    if (reader->status == TRANSFER_OK)
        check_event(reader, event);
    if (reader->status != TRANSFER_OK) {
        yaml_event_delete(event);
        return 0;
    }
    return 1;
}

/* ---- stacks ---- */

static struct frame *push_frame(struct reader *reader, enum frame_kind kind,
                                const yaml_event_t *event)
{
    struct frame *parent = reader->depth > 0 ? top_frame(reader) : NULL;
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
        no_memory(reader);
        return NULL;
    }
    *capacity = larger;
    return memory;
}

/* A new cell of the open record or list, at the place of an event; NULL: no memory. */
static struct cell *push_cell(struct reader *reader, unsigned number, uint32_t line,
                              uint32_t column)
{
    struct open_cell *cells = stack_room(reader, reader->cells, reader->cell_count,
                                         &reader->cell_capacity, sizeof *cells);
    struct open_cell *open;

    if (!cells)
        return NULL;
    reader->cells = cells;
    open = &cells[reader->cell_count++];
    memset(open, 0, sizeof *open);
    open->number = number;
    open->cell.line = line & 0x3fffffff;
    open->cell.column = column & 0x3fffffff;
    return &open->cell;
}

static struct extra *push_extra(struct reader *reader, const char *name, const char *yaml,
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

/* The node of an event as YAML, in a chunk; NULL when it cannot be kept (the source is then not
 * whole, or memory ran out). */
static const char *capture_text(struct reader *reader, const yaml_event_t *event)
{
    struct buffer buffer;
    const char *text = NULL;

    buffer_init(&buffer);
    if (reader_capture(reader, event, &buffer) && !buffer.failed) {
        text = arena_text(&reader->portfolio->arena, buffer.data ? buffer.data : "",
                          buffer.length);
        if (!text)
            no_memory(reader);
    } else if (buffer.failed) {
        no_memory(reader);
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
                no_memory(reader);
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
        no_memory(reader);
        return 0;
    }
    memcpy(items, reader->extras + first, count * sizeof *items);
    extras->items = items;
    extras->count = (uint32_t)count;
    extras->capacity = 0;
    reader->extra_count = first;
    return 1;
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
            no_memory(reader);
            return 0;
        }
        if (!take_extras(reader, frame->extras, extras))
            return 0;
        memset(&cells[count], 0, sizeof cells[count]);
        cells[count].value.extras = extras; /* the highest number is the last cell */
        present |= (uint64_t)1 << EXTRAS_NUMBER;
    }
    for (size_t i = 0; i < count; i++) {
        const struct open_cell *open = &reader->cells[frame->cells + i];
        uint64_t below = frame->present & (((uint64_t)1 << open->number) - 1);
        cells[__builtin_popcountll(below)] = open->cell;
    }
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
        no_memory(reader);
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
        no_memory(reader);
        return NULL;
    }
    return &top->record;
}

static transfer_record *close_nested(struct reader *reader, const struct frame *frame)
{
    transfer_record *record =
        arena_alloc(&reader->portfolio->arena, sizeof *record + cells_size(reader, frame));

    if (!record) {
        no_memory(reader);
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
        no_memory(reader);
        return NULL;
    }
    return fill_record(reader, frame, record, cells) ? record : NULL;
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
        check_record_count(reader, frame);
        return;
    }
    reader->cell_count = frame->cells;
    item = push_cell(reader, 0, record->line, record->column);
    if (item)
        item->value.text = (const char *)record;
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
        no_memory(reader);
        return;
    }
    list->count = (uint32_t)count;
    list->capacity = 0;
    list->items.cells = (struct cell *)(list + 1);
    for (size_t i = 0; i < count; i++) {
        if (is_records)
            list->items.records[i] = (transfer_record *)(uintptr_t)open[i].cell.value.text;
        else
            list->items.cells[i] = open[i].cell;
    }
    reader->cell_count = frame->cells;
    cell = push_cell(reader, frame->field->number, frame->line, frame->column);
    if (!cell)
        return;
    cell->value.list = list;
    parent->present |= (uint64_t)1 << frame->field->number;
}

static void close_frame(struct reader *reader)
{
    struct frame *frame = top_frame(reader);
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
        top_frame(reader)->value_due = 0;
        if (top_frame(reader)->kind == FRAME_LIST)
            top_frame(reader)->index++;
    }
}

/* ---- values ---- */

/* A value of the wrong shape: reported, and kept as YAML in a cell. */
static void keep_node(struct reader *reader, struct frame *frame, const struct field *field,
                      const yaml_event_t *event)
{
    struct cell *cell;
    const char *yaml;
    uint32_t line = mark_line(&event->start_mark), column = mark_column(&event->start_mark);

    yaml = capture_text(reader, event);
    if (!yaml || frame->discarded)
        return;
    cell = push_cell(reader, frame->kind == FRAME_LIST ? 0 : field->number, line, column);
    if (!cell)
        return;
    cell->value.text = yaml;
    cell->unreadable = 1;
    cell->yaml = 1;
    if (frame->kind == FRAME_RECORD)
        frame->present |= (uint64_t)1 << field->number;
}

static const struct phrase expected_scalar = {{"a single value", "une valeur simple"}};
static const struct phrase expected_list = {{"a list", "une liste"}};
static const struct phrase expected_mapping = {{"a mapping (key: value)", "une table (clé : valeur)"}};
static const struct phrase the_file = {{"the file", "le fichier"}};
static const struct phrase the_item = {{"the item", "l'élément"}};

/* `name` is of what has the wrong shape; NULL: an item, or the file. */
static void report_wrong_shape(struct reader *reader, const char *name,
                               const struct phrase *expected, const yaml_event_t *event)
{
    struct finding finding;
    char suggestion[128];

    reader_finding(reader, &finding, &rule_wrong_kind, &event->start_mark,
                   event->type == YAML_SCALAR_EVENT ? &event->end_mark : NULL);
    if (name)
        finding_add_string(&finding, "field", name);
    else
        finding_add_phrase(&finding, "field", reader->depth > 0 ? &the_item : &the_file);
    finding_add_phrase(&finding, "expected", expected);
    if (event->type == YAML_SCALAR_EVENT)
        finding_add_text(&finding, "found", event_text(event), event_length(event));
    else
        finding_add_phrase(&finding, "found", event_phrase(event));
    if (event->type == YAML_SCALAR_EVENT && expected == &expected_list &&
        event_length(event) + 3 <= sizeof suggestion) {
        snprintf(suggestion, sizeof suggestion, "[%s]", event_text(event));
        finding_add_string(&finding, "suggestion", suggestion);
    }
    reader_report(reader, &finding, NULL);
}

/* In flow collections, a plain scalar that ends in "?" is a key to other readers. */
static void check_flow_question(struct reader *reader, const struct frame *frame,
                                const yaml_event_t *event)
{
    struct finding finding;
    char suggestion[128];
    size_t length = event_length(event);

    if (!frame->flow || !is_plain(event) || length == 0 || event_text(event)[length - 1] != '?')
        return;
    reader_finding(reader, &finding, &rule_flow_question, &event->start_mark, &event->end_mark);
    finding_add_text(&finding, "found", event_text(event), length);
    if (length + 3 <= sizeof suggestion) {
        suggestion[0] = suggestion[length + 1] = '"';
        memcpy(suggestion + 1, event_text(event), length);
        finding_add_text(&finding, "suggestion", suggestion, length + 2);
    }
    reader_report(reader, &finding, NULL);
}

/* "title: Lot #3" is "Lot": a "#" close behind a plain text, with no blank after it. */
static void check_comment_in_text(struct reader *reader, const struct frame *frame,
                                  const yaml_event_t *event)
{
    const struct prescan *prescan = reader->prescan;
    const struct hash *hash = &prescan->hashes[prescan->hash_first];
    struct buffer suggestion;
    struct finding finding;

    if (prescan->hash_count == 0 || frame->flow || !is_plain(event) ||
        hash->line != event->end_mark.line + 1 || hash->word[1] == '\0' || hash->word[1] == '#')
        return;
    reader_finding(reader, &finding, &rule_comment_in_text, &event->start_mark, &event->end_mark);
    finding_add_text(&finding, "found", event_text(event), event_length(event));
    finding_add_string(&finding, "comment", hash->word);
    buffer_init(&suggestion);
    buffer_add_char(&suggestion, '"');
    buffer_add(&suggestion, event_text(event), event_length(event));
    buffer_add_char(&suggestion, ' ');
    buffer_add_string(&suggestion, hash->word);
    buffer_add_char(&suggestion, '"');
    if (!suggestion.failed)
        finding_add_text(&finding, "suggestion", suggestion.data, suggestion.length);
    reader_report(reader, &finding, NULL);
    buffer_free(&suggestion);
}

static void report_fault(struct reader *reader, const struct transfer_rule *rule,
                         const struct field *field, const char *text, size_t length,
                         const yaml_mark_t *start, const yaml_mark_t *end, const char *leaf)
{
    struct fault_parts parts;
    struct finding finding;

    reader_finding(reader, &finding, rule, start, end);
    fault_fill(&finding, field, text, length, &parts);
    reader_report(reader, &finding, leaf);
}

/* In braces, a value that cannot be read may have been cut by a comma: what comes next tells, so
 * its report is held back until then. */
static void report_held(struct reader *reader, struct frame *frame)
{
    frame->has_last = 0;
    if (frame->is_held) {
        const struct open_cell *open = &reader->cells[reader->cell_count - 1];
        const struct field *field = field_numbered(frame->type, open->number);
        yaml_mark_t start = {0, open->cell.line - 1, open->cell.column - 1};
        size_t length = strlen(open->cell.value.text);
        struct scalar scalar;

        frame->is_held = 0;
        report_fault(reader, scalar_read(field, open->cell.value.text, length, &scalar), field,
                     open->cell.value.text, length, &start, &frame->last_end, field->name);
    }
}

/* The cell of a reference, as yet perhaps to nothing. */
static int store_reference(struct reader *reader, const struct field *field, const char *text,
                           size_t length, struct cell *cell)
{
    cell->value.entry = ids_intern(&reader->portfolio->ids, &reader->portfolio->arena,
                                   field->target, text, length);
    return cell->value.entry != NULL;
}

/* A scalar of a field, or an item of its list. */
static void take_scalar(struct reader *reader, struct frame *frame, const struct field *field,
                        const yaml_event_t *event)
{
    struct arena *arena = &reader->portfolio->arena;
    const char *text = event_text(event);
    size_t length = event_length(event);
    const struct transfer_rule *rule;
    struct scalar scalar;
    struct cell *cell;
    int stored, in_braces = frame->flow && frame->kind == FRAME_RECORD && !frame->discarded;

    /* Every block scalar ends in a line break that nobody means. */
    if (field->kind == KIND_TEXT && length > 0 && text[length - 1] == '\n')
        length--;
    rule = scalar_read(field, text, length, &scalar);
    if (rule) {
        if (!in_braces)
            report_fault(reader, rule, field, text, length, &event->start_mark, &event->end_mark,
                         NULL);
    } else if (is_plain(event)) {
        if (frame->flow)
            check_flow_question(reader, frame, event);
        if (reader->prescan->hash_count > 0 && field->kind == KIND_TEXT)
            check_comment_in_text(reader, frame, event);
    }
    if (frame->discarded)
        return;
    cell = push_cell(reader, frame->kind == FRAME_LIST ? 0 : field->number,
                     mark_line(&event->start_mark), mark_column(&event->start_mark));
    if (!cell)
        return;
    if (rule) {
        cell->value.text = arena_text(arena, text, length);
        cell->unreadable = 1;
        stored = cell->value.text != NULL;
    } else if (field->kind == KIND_REFERENCE) {
        stored = store_reference(reader, field, text, length, cell);
    } else {
        stored = scalar_store(arena, 0, field, &scalar, text, length, cell);
    }
    if (!stored)
        no_memory(reader);
    if (frame->kind == FRAME_RECORD)
        frame->present |= (uint64_t)1 << field->number;
    if (in_braces) {
        frame->last_end = event->end_mark;
        frame->has_last = is_plain(event) != 0;
        frame->is_held = rule != NULL;
    }
}

/* ---- keys ---- */

/* "x_" begins a user's own key. */
static int is_own_key(const char *text, size_t length)
{
    return length > 2 && text[0] == 'x' && text[1] == '_';
}

/* Reports a key that stands twice in a mapping. */
static void report_duplicate_key(struct reader *reader, const yaml_event_t *event, uint32_t line,
                                 uint32_t column)
{
    static const struct phrase first = {{"first given here", "première occurrence ici"}};
    struct finding finding;
    struct place place = {reader->source->name, line, column, 0, 0};

    reader->source->not_whole = 1;
    reader_finding(reader, &finding, &rule_duplicate_key, &event->start_mark, &event->end_mark);
    finding_add_text(&finding, "key", event_text(event), event_length(event));
    if (line > 0)
        finding_add_related(&finding, &place, &first);
    reader_report(reader, &finding, NULL);
}

/* Remembers a key that is not the schema's; its value comes next. */
static void take_other_key(struct reader *reader, const struct frame *frame,
                           const yaml_event_t *event)
{
    const struct key_place *earlier =
        reader_note_key(reader, frame->serial, event_text(event), event_length(event),
                        &event->start_mark);

    if (earlier)
        report_duplicate_key(reader, event, earlier->line, earlier->column);
    reader->name = arena_text(&reader->portfolio->arena, event_text(event), event_length(event));
    if (!reader->name)
        no_memory(reader);
    reader->name_start = event->start_mark;
    reader->name_end = event->end_mark;
}

static const struct field *find_field(struct reader *reader, const struct frame *frame,
                                      const char *text, size_t length)
{
    uint8_t *follower = reader->follower[frame->type->number];
    unsigned last = frame->field ? frame->field->number : 0;
    const struct field *guess = field_numbered(frame->type, follower[last]);

    if (guess && strncmp(guess->name, text, length) == 0 && guess->name[length] == '\0')
        return guess;
    guess = field_named(frame->type, text, length);
    if (guess)
        follower[last] = guess->number;
    return guess;
}

static void take_record_key(struct reader *reader, struct frame *frame, const yaml_event_t *event)
{
    const struct field *field =
        find_field(reader, frame, event_text(event), event_length(event));

    if (!field) {
        take_other_key(reader, frame, event);
        return;
    }
    report_held(reader, frame);
    reader->name = NULL;
    frame->field = field;
    if (frame->seen >> field->number & 1) {
        uint32_t line = 0, column = 0;
        for (size_t i = frame->cells; i < reader->cell_count; i++) {
            if (reader->cells[i].number == field->number) {
                line = reader->cells[i].cell.line;
                column = reader->cells[i].cell.column;
            }
        }
        report_duplicate_key(reader, event, line, column);
        reader->name = field->name; /* read as one that is not the schema's, and dropped */
        reader->name_start = event->start_mark;
        reader->name_end = event->end_mark;
    }
    frame->seen |= (uint64_t)1 << field->number;
}

static void report_id_form(struct reader *reader, const yaml_event_t *event)
{
    struct finding finding;
    char suggestion[ID_MAX + 1];

    reader->source->not_whole = 1;
    reader_finding(reader, &finding, &rule_id_form, &event->start_mark, &event->end_mark);
    finding_add_text(&finding, "found", event_text(event), event_length(event));
    if (id_suggest(event_text(event), event_length(event), suggestion))
        finding_add_string(&finding, "suggestion", suggestion);
    reader_report(reader, &finding, NULL);
}

static void report_duplicate_id(struct reader *reader, const struct frame *frame,
                                const yaml_event_t *event, const transfer_record *earlier)
{
    static const struct phrase first = {{"first defined here", "première définition ici"}};
    const struct source *source = reader->portfolio->sources[earlier->source];
    struct place place = {source->name, earlier->line, earlier->column, 0, 0};
    struct finding finding;

    reader->source->not_whole = 1;
    reader_finding(reader, &finding, &rule_duplicate_id, &event->start_mark, &event->end_mark);
    finding_add_text(&finding, "record", event_text(event), event_length(event));
    finding_add_string(&finding, "type", frame->type->section);
    finding_add_related(&finding, &place, &first);
    reader_report(reader, &finding, event_text(event));
}

/* An id: the record that its value will be begins at the key. */
static void take_id(struct reader *reader, struct frame *frame, const yaml_event_t *event)
{
    const char *text = event_text(event);
    size_t length = event_length(event);

    frame->entry = NULL;
    frame->name = "";
    frame->line = mark_line(&event->start_mark);
    frame->column = mark_column(&event->start_mark);
    if (!id_is_valid(text, length)) {
        report_id_form(reader, event);
        return;
    }
    frame->entry = ids_intern(&reader->portfolio->ids, &reader->portfolio->arena,
                              frame->type->number, text, length);
    if (!frame->entry) {
        no_memory(reader);
        return;
    }
    frame->name = frame->entry->id;
    if (frame->entry->record) {
        const transfer_record *earlier = frame->entry->record;
        if (earlier->source == reader->source_index && earlier->line > 0)
            report_duplicate_key(reader, event, earlier->line, earlier->column);
        else
            report_duplicate_id(reader, frame, event, earlier);
        frame->entry = NULL;
    }
}

static const struct type *section_named(const char *name, size_t length)
{
    for (size_t i = 0; i < schema_type_count; i++) {
        const char *section = schema_types[i].section;
        if (section && strncmp(section, name, length) == 0 && section[length] == '\0')
            return &schema_types[i];
    }
    return NULL;
}

static const char version_key[] = "transfer";

static void report_version(struct reader *reader, const yaml_event_t *event,
                           const struct phrase *found)
{
    struct finding finding;

    reader_finding(reader, &finding, &rule_format_version, &event->start_mark, &event->end_mark);
    if (found)
        finding_add_phrase(&finding, "found", found);
    else
        finding_add_text(&finding, "found", event_text(event), event_length(event));
    finding_add_string(&finding, "expected", "1");
    reader_report(reader, &finding, NULL);
}

static void take_root_key(struct reader *reader, struct frame *frame, const yaml_event_t *event)
{
    const char *text = event_text(event);
    size_t length = event_length(event);
    int is_version = length == sizeof version_key - 1 && memcmp(text, version_key, length) == 0;

    reader->name = NULL;
    frame->discarded = 0;
    if (!reader->key_seen && !is_version)
        report_version(reader, event, NULL);
    reader->key_seen = 1;
    frame->type = is_version ? NULL : section_named(text, length);
    if (is_version || frame->type) {
        const struct key_place *earlier =
            reader_note_key(reader, frame->serial, text, length, &event->start_mark);
        if (earlier)
            report_duplicate_key(reader, event, earlier->line, earlier->column);
        /* A section that is repeated is still read, so that its ids are known. */
        frame->discarded = earlier && frame->type && frame->type->single;
    } else {
        take_other_key(reader, frame, event);
    }
}

/* A key that is a collection has no place in any mapping of the schema. */
static void skip_complex_key(struct reader *reader, const yaml_event_t *event)
{
    static const struct phrase expected = {{"a key", "une clé"}};
    yaml_event_t value;

    reader->source->not_whole = 1;
    report_wrong_shape(reader, NULL, &expected, event);
    reader_capture(reader, event, NULL);
    if (!reader_next(reader, &value))
        return;
    reader_capture(reader, &value, NULL);
    yaml_event_delete(&value);
}

static void take_key(struct reader *reader, struct frame *frame, const yaml_event_t *event)
{
    if (event->type == YAML_MAPPING_END_EVENT) {
        if (frame->kind == FRAME_RECORD)
            report_held(reader, frame);
        close_frame(reader);
        return;
    }
    if (event->type != YAML_SCALAR_EVENT) {
        skip_complex_key(reader, event);
        return;
    }
    frame->value_due = 1;
    if (is_plain(event) && strcmp(event_text(event), "<<") == 0)
        reader_report_event(reader, &rule_merge_key, event, NULL);
    switch (frame->kind) {
    case FRAME_ROOT:
        take_root_key(reader, frame, event);
        break;
    case FRAME_SECTION:
        take_id(reader, frame, event);
        break;
    default:
        take_record_key(reader, frame, event);
        break;
    }
}

/* ---- values of keys ---- */

/* Reports a key that is not the schema's, when its value shows what it was meant for. */
static void report_other_key(struct reader *reader, const struct frame *frame, int is_comma)
{
    struct finding finding;

    reader_finding(reader, &finding, is_comma ? &rule_flow_comma : &rule_unknown_key,
                   &reader->name_start, &reader->name_end);
    finding_add_string(&finding, "key", reader->name);
    if (!is_comma)
        fault_fill_key(&finding, frame->kind == FRAME_ROOT ? NULL : frame->type, reader->name);
    reader_report(reader, &finding, reader->name);
}

/* Puts together what a comma in braces had cut: the last value, and the key behind the comma. */
static void join_at_comma(struct reader *reader, struct frame *frame)
{
    struct open_cell *open = &reader->cells[reader->cell_count - 1];
    const struct field *field = field_numbered(frame->type, open->number);
    char buffer[TRANSFER_VALUE_SIZE];
    int is_close = reader->name_start.line == frame->last_end.line &&
                   reader->name_start.column == frame->last_end.column + 1;
    int is_first = !(open->cell.unreadable && open->cell.is_quantity);
    yaml_mark_t start = {0, open->cell.line - 1, open->cell.column - 1};
    struct fault_parts parts;
    struct finding finding;
    struct buffer text;

    buffer_init(&text);
    buffer_add_string(&text, open->cell.unreadable ? open->cell.value.text
                                                   : cell_spelling(field, &open->cell, buffer));
    buffer_add_string(&text, is_close ? "," : ", ");
    buffer_add_string(&text, reader->name);
    open->cell.value.text = text.failed ? NULL
                                        : arena_text(&reader->portfolio->arena, text.data,
                                                     text.length);
    open->cell.unreadable = open->cell.is_quantity = 1;
    if (!open->cell.value.text) {
        open->cell.value.text = "";
        no_memory(reader);
    } else if (is_first) {
        reader_finding(reader, &finding, &rule_flow_comma, &start, &reader->name_end);
        fault_fill_comma(&finding, field, text.data, text.length, &parts);
        reader_report(reader, &finding, field->name);
    }
    frame->is_held = 0;
    frame->last_end = reader->name_end;
    buffer_free(&text);
}

/* The value of a key that is not the schema's, kept with it. */
static void take_other_value(struct reader *reader, struct frame *frame,
                             const yaml_event_t *event)
{
    const char *name = reader->name;
    int is_own = is_own_key(name, strlen(name));
    int is_repeat = frame->kind == FRAME_RECORD && frame->field && name == frame->field->name;
    int is_merge = strcmp(name, "<<") == 0;
    /* "{share: 33,33 %}" has a key "33 %" with nothing behind it. */
    int is_comma = frame->flow && is_null(event) && event_length(event) == 0;
    yaml_mark_t start = reader->name_start;
    const char *yaml;
    struct extra *extra;

    if (is_comma && frame->has_last && !is_own) {
        join_at_comma(reader, frame);
        return;
    }
    if (frame->kind == FRAME_RECORD)
        report_held(reader, frame);
    if (!is_own && !is_repeat && !is_merge)
        report_other_key(reader, frame, is_comma);
    if (is_repeat || frame->discarded) {
        reader_capture(reader, event, NULL);
        return;
    }
    yaml = capture_text(reader, event);
    extra = yaml ? push_extra(reader, name, yaml, &start) : NULL;
    if (!extra)
        return;
    extra->unknown = !is_own && !is_merge;
    extra->comma = is_comma != 0;
}

static void take_version(struct reader *reader, const yaml_event_t *event)
{
    int64_t version;
    struct scalar scalar;
    static const struct field field = {.kind = KIND_INTEGER, .minimum = 1, .maximum = 1000000};

    if (event->type == YAML_SCALAR_EVENT &&
        !scalar_read(&field, event_text(event), event_length(event), &scalar)) {
        version = scalar.value.integer;
        if (version == SCHEMA_FORMAT_VERSION)
            return;
        report_version(reader, event, NULL);
        reader->status = TRANSFER_NEWER_FORMAT;
        return;
    }
    report_version(reader, event, event->type == YAML_SCALAR_EVENT ? NULL : event_phrase(event));
    reader_capture(reader, event, NULL);
}

/* A section, or the portfolio's own record. */
static void take_section(struct reader *reader, struct frame *frame, const yaml_event_t *event)
{
    const struct type *type = frame->type;
    const char *yaml;
    struct extra *extra;

    if (event->type == YAML_MAPPING_START_EVENT) {
        struct frame *opened =
            push_frame(reader, type->single ? FRAME_RECORD : FRAME_SECTION, event);
        opened->type = type;
        return;
    }
    if (!is_null(event)) {
        yaml_mark_t start = event->start_mark;
        report_wrong_shape(reader, type->section, &expected_mapping, event);
        yaml = capture_text(reader, event);
        extra = yaml && !frame->discarded ? push_extra(reader, type->section, yaml, &start) : NULL;
        if (extra)
            extra->unknown = 1;
    }
    frame->value_due = 0;
}

/* A record that is not a mapping: kept as what was written. */
static void take_odd_record(struct reader *reader, struct frame *frame, const yaml_event_t *event,
                            const char *leaf)
{
    const struct section *section = &reader->portfolio->sections[frame->type->number];
    int in_section = reader->frames[reader->depth - 2].kind == FRAME_SECTION;
    yaml_mark_t start = event->start_mark;
    const char *yaml;
    transfer_record *record;

    report_wrong_shape(reader, leaf, &expected_mapping, event);
    yaml = capture_text(reader, event);
    if (!yaml || !push_extra(reader, leaf ? leaf : "", yaml, &start))
        frame->discarded = 1;
    if (reader->status != TRANSFER_OK)
        return;
    close_frame(reader);
    if (frame->discarded || reader->status != TRANSFER_OK)
        return;
    record = in_section
                 ? section->items[section->count - 1]
                 : (transfer_record *)(uintptr_t)reader->cells[reader->cell_count - 1]
                       .cell.value.text;
    record->yaml = 1;
}

/* The value of an id, or an item of a list of records. */
static void take_record(struct reader *reader, struct frame *parent, const yaml_event_t *event)
{
    int in_section = parent->kind == FRAME_SECTION;
    struct frame *frame = push_frame(reader, FRAME_RECORD, event);

    frame->type = parent->type;
    frame->entry = parent->entry;
    frame->name = parent->name;
    if (in_section) {
        frame->line = parent->line;
        frame->column = parent->column;
        frame->discarded = parent->discarded || !parent->entry;
    }
    if (event->type == YAML_MAPPING_START_EVENT)
        return;
    if (is_null(event))
        close_frame(reader); /* an id with nothing is a record without fields */
    else
        take_odd_record(reader, frame, event, in_section ? parent->name : NULL);
}

static void take_list_item(struct reader *reader, struct frame *frame, const yaml_event_t *event)
{
    if (event->type == YAML_SEQUENCE_END_EVENT) {
        close_frame(reader);
        return;
    }
    if (frame->field->kind == KIND_RECORD && !is_null(event)) {
        take_record(reader, frame, event);
        return;
    }
    if (is_null(event)) {
        /* an item that is not there */
    } else if (event->type == YAML_SCALAR_EVENT) {
        take_scalar(reader, frame, frame->field, event);
    } else {
        report_wrong_shape(reader, frame->field->name, &expected_scalar, event);
        keep_node(reader, frame, frame->field, event);
    }
    frame->index++;
}

static void take_field(struct reader *reader, struct frame *frame, const yaml_event_t *event)
{
    const struct field *field = frame->field;
    int is_list = (field->flags & FIELD_LIST) != 0;

    if (is_list && event->type == YAML_SEQUENCE_START_EVENT) {
        struct frame *opened = push_frame(reader, FRAME_LIST, event);
        opened->field = field;
        opened->type = field->target ? type_numbered(field->target) : NULL;
        return;
    }
    if (is_null(event)) {
        /* as if the key were not there */
    } else if (!is_list && event->type == YAML_SCALAR_EVENT) {
        take_scalar(reader, frame, field, event);
    } else {
        report_wrong_shape(reader, field->name, is_list ? &expected_list : &expected_scalar,
                           event);
        keep_node(reader, frame, field, event);
    }
    frame->value_due = 0;
}

static void take_value(struct reader *reader, struct frame *frame, const yaml_event_t *event)
{
    if (frame->kind == FRAME_SECTION) {
        take_record(reader, frame, event);
        return;
    }
    if (reader->name) {
        take_other_value(reader, frame, event);
        reader->name = NULL;
        frame->value_due = 0;
    } else if (frame->kind == FRAME_RECORD) {
        take_field(reader, frame, event);
    } else if (frame->type) {
        take_section(reader, frame, event);
    } else {
        take_version(reader, event);
        frame->value_due = 0;
    }
}

/* ---- the whole ---- */

/* A file without a key: it is empty, or holds comments alone. */
static void report_empty(struct reader *reader, const yaml_event_t *event)
{
    static const struct phrase nothing = {{"nothing", "rien"}};

    report_version(reader, event, &nothing);
}

static void take_event(struct reader *reader, const yaml_event_t *event)
{
    struct frame *frame;

    switch (event->type) {
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_START_EVENT:
        return;
    case YAML_DOCUMENT_END_EVENT:
    case YAML_STREAM_END_EVENT:
        if (event->type == YAML_STREAM_END_EVENT && !reader->document_seen)
            report_empty(reader, event);
        return;
    default:
        break;
    }
    if (reader->depth > 0) {
        frame = top_frame(reader);
        if (frame->kind == FRAME_LIST)
            take_list_item(reader, frame, event);
        else if (frame->value_due)
            take_value(reader, frame, event);
        else
            take_key(reader, frame, event);
        return;
    }
    if (event->type == YAML_MAPPING_START_EVENT) {
        push_frame(reader, FRAME_ROOT, event);
    } else if (is_null(event)) {
        report_empty(reader, event);
    } else if (event->type != YAML_MAPPING_END_EVENT) {
        reader->source->not_whole = 1;
        report_wrong_shape(reader, NULL, &expected_mapping, event);
        reader_capture(reader, event, NULL);
    }
}

static void find_masks(struct reader *reader)
{
    for (size_t i = 0; i < schema_type_count; i++) {
        struct masks *masks = &reader->masks[schema_types[i].number];
        masks->references = type_references(schema_types[i].number);
        masks->nested = type_nested(schema_types[i].number);
        for (size_t j = 0; j < schema_types[i].count; j++)
            if (schema_types[i].fields[j].flags & FIELD_LIST)
                masks->lists |= (uint64_t)1 << schema_types[i].fields[j].number;
    }
}

struct reader *reader_new(transfer_portfolio *portfolio, struct source *source,
                          transfer_read_function *read, void *user)
{
    struct reader *reader = calloc(1, sizeof *reader);
    struct prescan *prescan = malloc(sizeof *prescan);

    if (!reader || !prescan || !yaml_parser_initialize(&reader->parser)) {
        free(reader);
        free(prescan);
        return NULL;
    }
    reader->portfolio = portfolio;
    reader->source = source;
    reader->source_index = source->self.record.source;
    reader->prescan = prescan;
    prescan->read = read;
    prescan->read_user = user;
    prescan->report = reader_prescan_fault;
    prescan->report_user = reader;
    prescan->keep = NULL;
    prescan->keep_user = NULL;
    prescan->size_left = portfolio->limits[TRANSFER_LIMIT_FILE_SIZE];
    prescan_init(prescan);
    yaml_parser_set_input(&reader->parser, prescan_read, prescan);
    yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
    find_masks(reader);
    return reader;
}

void reader_free(struct reader *reader)
{
    yaml_parser_delete(&reader->parser);
    free(reader->cells);
    free(reader->extras);
    free(reader->keys);
    free(reader->prescan);
    free(reader);
}

void reader_run(struct reader *reader)
{
    yaml_event_t event;
    int at_end = 0;

    while (!at_end && reader_next(reader, &event)) {
        at_end = event.type == YAML_STREAM_END_EVENT;
        take_event(reader, &event);
        yaml_event_delete(&event);
    }
    if (reader->prescan->hash_count > 0 || reader->prescan->hashes_lost)
        reader->source->has_comments = 1;
    reader_report_not_utf8(reader);
}
