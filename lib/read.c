/* Reading a source: what each event means where it comes.
 *
 * SPDX-License-Identifier: MIT
 *
 * One pass, driven by the schema.  What is open is kept in frames.  Bad data is reported, kept as
 * text, and does not stop it.
 */
#include <string.h>

#include "ids.h"
#include "reader.h"

/* Reports a key that is not the schema's, when its value shows what it was meant for. */
static RARE void report_other_key(struct reader *reader, const struct frame *frame, int is_comma)
{
    struct fault_parts parts;
    struct finding finding;

    reader_finding(reader, &finding, is_comma ? &rule_flow_comma : &rule_unknown_key,
                   &reader->name_start, &reader->name_end);
    finding_add_string(&finding, "key", reader->name);
    if (!is_comma)
        fault_fill_key(&finding, frame->kind == FRAME_ROOT ? NULL : frame->type, reader->name,
                       &parts);
    reader_report(reader, &finding, reader->name);
}

/* The value of a key that is not the schema's, kept with it. */
static void take_other_value(struct reader *reader, struct frame *frame,
                             const yaml_event_t *event)
{
    const char *name = reader->name;
    int is_own = key_is_own(name, strlen(name));
    int is_repeat = frame->kind == FRAME_RECORD && frame->field && name == frame->field->name;
    int is_merge = strcmp(name, "<<") == 0;
    /* "{share: 33,33 %}" has a key "33 %" with nothing behind it. */
    int is_comma = frame->flow && event_is_null(event) && event_length(event) == 0 &&
                   !(frame->type && type_glued_field(frame->type, name));
    yaml_mark_t start = reader->name_start;
    const char *yaml;
    struct extra *extra;

    if (is_comma && frame->has_last && !is_own) {
        reader_join_at_comma(reader, frame);
        return;
    }
    if (frame->kind == FRAME_RECORD)
        reader_settle(reader, frame);
    if (!is_own && !is_repeat && !is_merge)
        report_other_key(reader, frame, is_comma);
    if (is_repeat || frame->discarded) {
        reader_capture(reader, event, NULL);
        return;
    }
    yaml = reader_capture_text(reader, event);
    extra = yaml ? reader_push_extra(reader, name, yaml, &start) : NULL;
    if (!extra)
        return;
    extra->unknown = !is_own && !is_merge;
    extra->comma = is_comma != 0;
}

/* A section, or the portfolio's own record. */
static void take_section(struct reader *reader, struct frame *frame, const yaml_event_t *event)
{
    const struct type *type = frame->type;
    const char *yaml;
    struct extra *extra;

    if (event->type == YAML_MAPPING_START_EVENT) {
        struct frame *opened =
            reader_push(reader, type->single ? FRAME_RECORD : FRAME_SECTION, event);
        opened->type = type;
        return;
    }
    if (!event_is_null(event)) {
        yaml_mark_t start = event->start_mark;
        reader_report_shape(reader, type->section, &reader_expected_mapping, event);
        yaml = reader_capture_text(reader, event);
        extra = yaml && !frame->discarded ? reader_push_extra(reader, type->section, yaml, &start) : NULL;
        if (extra)
            extra->unknown = 1;
    }
    frame->value_due = 0;
}

/* A record that is not a mapping: kept as what was written. */
static RARE void take_odd_record(struct reader *reader, struct frame *frame, const yaml_event_t *event,
                            const char *leaf)
{
    const struct section *section = &reader->portfolio->sections[frame->type->number];
    int in_section = reader->frames[reader->depth - 2].kind == FRAME_SECTION;
    yaml_mark_t start = event->start_mark;
    const char *yaml;
    transfer_record *record;

    reader_report_shape(reader, leaf, &reader_expected_mapping, event);
    yaml = reader_capture_text(reader, event);
    if (!yaml || !reader_push_extra(reader, leaf ? leaf : "", yaml, &start))
        frame->discarded = 1;
    if (reader->status != TRANSFER_OK)
        return;
    reader_close(reader);
    if (frame->discarded || reader->status != TRANSFER_OK)
        return;
    record = in_section
                 ? section->items[section->count - 1]
                 : reader->cells[reader->cell_count - 1].cell.value.record;
    record->yaml = 1;
}

/* The value of an id, or an item of a list of records. */
static void take_record(struct reader *reader, struct frame *parent, const yaml_event_t *event)
{
    int in_section = parent->kind == FRAME_SECTION;
    struct frame *frame = reader_push(reader, FRAME_RECORD, event);

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
    if (event_is_null(event))
        reader_close(reader); /* an id with nothing is a record without fields */
    else
        take_odd_record(reader, frame, event, in_section ? parent->name : NULL);
}

static void take_list_item(struct reader *reader, struct frame *frame, const yaml_event_t *event)
{
    if (event->type == YAML_SEQUENCE_END_EVENT) {
        reader_close(reader);
        return;
    }
    if (frame->field->kind == KIND_RECORD && !event_is_null(event)) {
        take_record(reader, frame, event);
        return;
    }
    if (event_is_null(event)) {
        /* an item that is not there */
    } else if (event->type == YAML_SCALAR_EVENT) {
        reader_take_scalar(reader, frame, frame->field, event);
    } else {
        reader_report_shape(reader, frame->field->name, &reader_expected_scalar, event);
        reader_keep_node(reader, frame, frame->field, event);
    }
    frame->index++;
}

static void take_field(struct reader *reader, struct frame *frame, const yaml_event_t *event)
{
    const struct field *field = frame->field;
    int is_list = (field->flags & FIELD_LIST) != 0;

    if (is_list && event->type == YAML_SEQUENCE_START_EVENT) {
        struct frame *opened = reader_push(reader, FRAME_LIST, event);
        opened->field = field;
        opened->type = field->target ? type_numbered(field->target) : NULL;
        return;
    }
    if (event_is_null(event)) {
        /* as if the key were not there; but for "acronym: #3DP" */
        if (field->kind == KIND_TEXT && reader->prescan->hash_count > 0)
            reader_hold_comment(reader, frame, event);
    } else if (!is_list && event->type == YAML_SCALAR_EVENT) {
        reader_take_scalar(reader, frame, field, event);
    } else {
        reader_report_shape(reader, field->name,
                            !is_list                     ? &reader_expected_scalar
                            : field->kind == KIND_RECORD ? &reader_expected_records
                                                         : &reader_expected_list,
                            event);
        reader_keep_node(reader, frame, field, event);
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
        reader_take_version(reader, event);
        frame->value_due = 0;
    }
}

/* ---- the whole ---- */

/* What comes outside of all collections. */
static void take_outer(struct reader *reader, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_START_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        break;
    case YAML_STREAM_END_EVENT:
        if (!reader->document_seen)
            reader_report_empty(reader, event);
        break;
    case YAML_MAPPING_START_EVENT:
        reader_push(reader, FRAME_ROOT, event);
        break;
    default:
        if (event_is_null(event)) {
            reader_report_empty(reader, event);
            break;
        }
        reader->source->not_whole = 1;
        reader_report_shape(reader, NULL, &reader_expected_mapping, event);
        reader_capture(reader, event, NULL);
        break;
    }
}

static void take_event(struct reader *reader, const yaml_event_t *event)
{
    struct frame *frame;

    if (reader->depth == 0) {
        take_outer(reader, event);
        return;
    }
    frame = reader_top(reader);
    if (frame->kind == FRAME_LIST)
        take_list_item(reader, frame, event);
    else if (frame->value_due)
        take_value(reader, frame, event);
    else
        reader_take_key(reader, frame, event);
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
    reader_end(reader);
    if (!reader->version_seen)
        reader->source->not_whole = 1; /* saved, it would have one */
}
