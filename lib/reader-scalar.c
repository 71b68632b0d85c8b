/* Scalars of the fields, as they are read; and what stands where a scalar is due.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "ids.h"
#include "reader.h"

/* A value of the wrong shape: reported, and kept as YAML in a cell. */
void reader_keep_node(struct reader *reader, struct frame *frame, const struct field *field,
                      const yaml_event_t *event)
{
    struct cell *cell;
    const char *yaml;
    uint32_t line = mark_line(&event->start_mark), column = mark_column(&event->start_mark);

    yaml = reader_capture_text(reader, event);
    if (!yaml || frame->discarded)
        return;
    cell = reader_push_cell(reader, frame->kind == FRAME_LIST ? 0 : field->number, line, column);
    if (!cell)
        return;
    cell->value.text = yaml;
    cell->unreadable = 1;
    cell->yaml = 1;
    if (frame->kind == FRAME_RECORD)
        frame->present |= (uint64_t)1 << field->number;
}

const struct phrase reader_expected_scalar = {{"a single value", "une valeur simple"}};
const struct phrase reader_expected_list = {{"a list", "une liste"}};
const struct phrase reader_expected_records = {
    {"a list of mappings (- key: value)", "une liste de tables (- clé : valeur)"}};
const struct phrase reader_expected_mapping = {{"a mapping (key: value)", "une table (clé : valeur)"}};
static const struct phrase the_file = {{"the file", "le fichier"}};
static const struct phrase the_item = {{"the item", "l'élément"}};

/* `name` is of what has the wrong shape; NULL: an item, or the file. */
void reader_report_shape(struct reader *reader, const char *name,
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
    /* "-santé" lacks the blank of an item. */
    if (event->type == YAML_SCALAR_EVENT && expected == &reader_expected_list &&
        event_text(event)[0] != '-' &&
        event_length(event) + 3 <= sizeof suggestion) {
        snprintf(suggestion, sizeof suggestion, "[%s]", event_text(event));
        finding_add_string(&finding, "suggestion", suggestion);
    }
    reader_report(reader, &finding, NULL);
}

/* Adds a text as it stands between double quotes. */
static void add_escaped(struct buffer *buffer, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '"' || text[i] == '\\')
            buffer_add_char(buffer, '\\');
        buffer_add_char(buffer, text[i]);
    }
}

/* In flow collections, "?" in a plain scalar is the mark of a key to other readers. */
static RARE void check_flow_question(struct reader *reader, const struct frame *frame,
                                     const yaml_event_t *event)
{
    struct buffer suggestion;
    struct finding finding;

    if (!frame->flow || !event_is_plain(event) ||
        !memchr(event_text(event), '?', event_length(event)))
        return;
    reader_finding(reader, &finding, &rule_flow_question, &event->start_mark, &event->end_mark);
    finding_add_text(&finding, "found", event_text(event), event_length(event));
    buffer_init(&suggestion);
    buffer_add_char(&suggestion, '"');
    add_escaped(&suggestion, event_text(event), event_length(event));
    buffer_add_char(&suggestion, '"');
    if (!suggestion.failed)
        finding_add_text(&finding, "suggestion", suggestion.data, suggestion.length);
    reader_report(reader, &finding, NULL);
    buffer_free(&suggestion);
}

/* "title: Lot #3" is "Lot": a plain text, and a "#" behind it on its line.  What follows the "#" is
 * known with the next event. */
void reader_hold_comment(struct reader *reader, const struct frame *frame,
                         const yaml_event_t *event)
{
    const struct prescan *prescan = reader->prescan;
    const struct hash *hash = &prescan->hashes[prescan->hash_first];

    if (reader->prescan->hash_count == 0 || !reader->report ||
        hash->line != event->end_mark.line + 1)
        return;
    /* Between braces, only a single blank is surely no comma and no brace. */
    if (frame->flow && hash->column != event->end_mark.column + 2)
        return;
    reader->comment.is_due = 1;
    reader->comment.start = event->start_mark;
    reader->comment.end = event->end_mark;
    reader->comment.text.length = reader->comment.pointer.length = 0;
    buffer_add(&reader->comment.text, event_text(event), event_length(event));
    reader_pointer(reader, NULL, &reader->comment.pointer);
    reader->comment.record_id = reader_record_id(reader);
}

/* The text with what stands behind it, between quotes. */
static void add_whole(const struct reader *reader, const struct hash *hash, struct buffer *whole)
{
    buffer_add_char(whole, '"');
    add_escaped(whole, reader->comment.text.data, reader->comment.text.length);
    for (uint64_t column = reader->comment.end.column + 1;
         reader->comment.text.length > 0 && column < hash->column; column++)
        buffer_add_char(whole, ' ');
    add_escaped(whole, hash->text, hash->length);
    buffer_add_char(whole, '"');
}

void reader_settle_comment(struct reader *reader)
{
    const struct hash *hash = &reader->prescan->hashes[reader->prescan->hash_first];
    struct buffer whole;
    struct finding finding;

    reader->comment.is_due = 0;
    if (reader->comment.text.failed || reader->comment.pointer.failed) {
        reader_no_memory(reader);
        return;
    }
    /* A comment mostly begins with a blank. */
    if (hash->length < 2 || (unsigned char)hash->text[1] <= ' ' || hash->text[1] == '#')
        return;
    reader_finding(reader, &finding, &rule_comment_in_text, &reader->comment.start,
                   &reader->comment.end);
    finding.pointer = reader->comment.pointer.data;
    finding.record_id = reader->comment.record_id;
    finding_add_text(&finding, "found", reader->comment.text.data, reader->comment.text.length);
    buffer_init(&whole);
    if (!hash->is_cut) {
        finding_add_text(&finding, "comment", hash->text, hash->length);
        add_whole(reader, hash, &whole);
        finding_add_text(&finding, "suggestion", whole.data, whole.length);
    }
    if (whole.failed)
        reader_no_memory(reader);
    else
        reader_add(reader, &finding);
    buffer_free(&whole);
}

static RARE void report_fault(struct reader *reader, const struct transfer_rule *rule,
                         const struct field *field, const char *text, size_t length,
                         const yaml_mark_t *start, const yaml_mark_t *end, const char *leaf)
{
    struct fault_parts parts;
    struct finding finding;

    reader_finding(reader, &finding, rule, start, end);
    fault_fill(&finding, field, text, length, &parts);
    reader_report(reader, &finding, leaf);
}

/* The value that commas in braces had cut enters its cell whole. */
static void report_joined(struct reader *reader, struct frame *frame)
{
    struct buffer *text = &reader->joined;
    struct open_cell *open = &reader->cells[reader->cell_count - 1];
    const struct field *field = field_numbered(frame->type, open->number);
    yaml_mark_t start = {0, open->cell.line - 1, open->cell.column - 1};
    struct fault_parts parts;
    struct finding finding;

    open->cell.value.text =
        text->failed ? NULL : arena_text(&reader->portfolio->arena, text->data, text->length);
    open->cell.unreadable = open->cell.is_quantity = 1;
    if (!open->cell.value.text) {
        open->cell.value.text = "";
        reader_no_memory(reader);
        return;
    }
    reader_finding(reader, &finding, &rule_flow_comma, &start, &frame->last_end);
    fault_fill_comma(&finding, field, text->data, text->length, &parts);
    reader_report(reader, &finding, field->name);
}

void reader_report_held(struct reader *reader, struct frame *frame)
{
    const struct open_cell *open = &reader->cells[reader->cell_count - 1];
    const struct field *field = field_numbered(frame->type, open->number);
    yaml_mark_t start = {0, open->cell.line - 1, open->cell.column - 1};
    struct scalar scalar;
    size_t length;

    frame->is_held = 0;
    if (frame->is_joined) {
        frame->is_joined = 0;
        report_joined(reader, frame);
        return;
    }
    length = strlen(open->cell.value.text);
    report_fault(reader, scalar_read(field, open->cell.value.text, length, 0, &scalar), field,
                 open->cell.value.text, length, &start, &frame->last_end, field->name);
}

/* Reads a scalar into an empty cell.  Returns the rule that it breaks: the cell then has its text. */
static const struct transfer_rule *fill_cell(struct reader *reader, const struct field *field,
                                             const char *text, size_t length, int is_clean,
                                             struct cell *cell)
{
    transfer_portfolio *portfolio = reader->portfolio;
    struct arena *arena = &portfolio->arena;
    const struct transfer_rule *rule;
    struct scalar scalar;
    int stored;

    if (field->kind == KIND_REFERENCE) {
        /* An id that is known already needs no look at its form. */
        cell->value.entry = ids_find(&portfolio->ids, field->target, text, length);
        if (cell->value.entry)
            return NULL;
    }
    rule = scalar_read(field, text, length, is_clean, &scalar);
    if (rule) {
        cell->value.text = arena_text(arena, text, length);
        cell->unreadable = 1;
        stored = cell->value.text != NULL;
    } else if (field->kind == KIND_REFERENCE) {
        cell->value.entry = ids_intern(&portfolio->ids, arena, field->target, text, length);
        stored = cell->value.entry != NULL;
    } else {
        stored = scalar_store(arena, 0, field, &scalar, text, length, cell);
    }
    if (!stored)
        reader_no_memory(reader);
    return rule;
}

/* What is odd about a scalar that can be read. */
static void check_plain(struct reader *reader, const struct frame *frame,
                        const struct field *field, const yaml_event_t *event)
{
    if (frame->flow)
        check_flow_question(reader, frame, event);
    if (reader->prescan->hash_count > 0 && field->kind == KIND_TEXT)
        reader_hold_comment(reader, frame, event);
}

void reader_take_scalar(struct reader *reader, struct frame *frame, const struct field *field,
                        const yaml_event_t *event)
{
    /* The prescan saw all characters but those that double quotes write as escapes. */
    int is_clean = event->data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    int in_braces = frame->flow && frame->kind == FRAME_RECORD && !frame->discarded;
    const char *text = event_text(event);
    size_t length = event_length(event);
    const struct transfer_rule *rule = NULL;
    struct cell discarded, *cell = &discarded;

    /* Every block scalar ends in a line break that nobody means. */
    if (field->kind == KIND_TEXT && length > 0 && text[length - 1] == '\n')
        length--;
    if (!frame->discarded) {
        cell = reader_push_cell(reader, frame->kind == FRAME_LIST ? 0 : field->number,
                                mark_line(&event->start_mark), mark_column(&event->start_mark));
        if (!cell)
            return;
        if (frame->kind == FRAME_RECORD)
            frame->present |= (uint64_t)1 << field->number;
    }
    if (field->kind == KIND_TEXT && is_clean && length <= TEXT_MAX) { /* most of them */
        cell->value.text = arena_text(&reader->portfolio->arena, text, length);
        if (!cell->value.text)
            reader_no_memory(reader);
    } else {
        rule = fill_cell(reader, field, text, length, is_clean, cell);
        if (!is_clean && memchr(text, '\0', length))
            reader->source->not_whole = 1; /* a C string ends there */
    }
    if (in_braces) {
        frame->last_end = event->end_mark;
        frame->has_last = event_is_plain(event) != 0;
        frame->is_held = rule && frame->has_last;
    }
    if (rule && !(in_braces && frame->is_held))
        report_fault(reader, rule, field, text, length, &event->start_mark, &event->end_mark,
                     NULL);
    else if (!rule && event_is_plain(event))
        check_plain(reader, frame, field, event);
}

void reader_join_at_comma(struct reader *reader, struct frame *frame)
{
    const struct open_cell *open = &reader->cells[reader->cell_count - 1];
    const struct field *field = field_numbered(frame->type, open->number);
    char buffer[TRANSFER_VALUE_SIZE];
    int is_close = reader->name_start.line == frame->last_end.line &&
                   reader->name_start.column == frame->last_end.column + 1;

    if (!frame->is_joined) {
        reader->joined.length = 0;
        buffer_add_string(&reader->joined, open->cell.unreadable
                                               ? open->cell.value.text
                                               : cell_spelling(field, &open->cell, buffer));
    }
    buffer_add_string(&reader->joined, is_close ? "," : ", ");
    buffer_add_string(&reader->joined, reader->name);
    frame->is_held = frame->is_joined = 1;
    frame->last_end = reader->name_end;
}
