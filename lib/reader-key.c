/* Keys: of the file, of sections (ids), of records (fields), and those that are none of these.
 *
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "ids.h"
#include "reader.h"

void reader_report_duplicate_key(struct reader *reader, const yaml_event_t *event, uint32_t line,
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

    if (memchr(event_text(event), '\0', event_length(event)))
        reader->source->not_whole = 1; /* a C string ends there */
    reader->name = arena_text(&reader->portfolio->arena, event_text(event), event_length(event));
    reader->name_start = event->start_mark;
    reader->name_end = event->end_mark;
    if (!reader->name)
        reader_no_memory(reader);
    else if (earlier)
        reader_report_duplicate_key(reader, event, earlier->line, earlier->column);
}

static const struct field *find_field(struct reader *reader, const struct frame *frame,
                                      const char *text, size_t length)
{
    unsigned last = frame->field ? frame->field->number : 0;
    struct follower *follower = &reader->followers[frame->type->number][last];
    const struct field *field;

    if (length > 0 && follower->length == length &&
        memcmp(follower->field->name, text, length) == 0)
        return follower->field;
    field = field_named(frame->type, text, length);
    if (field)
        *follower = (struct follower){field, length};
    return field;
}

static void take_record_key(struct reader *reader, struct frame *frame, const yaml_event_t *event)
{
    const struct field *field =
        find_field(reader, frame, event_text(event), event_length(event));

    if (!field) {
        take_other_key(reader, frame, event);
        return;
    }
    reader_settle(reader, frame);
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
        reader_report_duplicate_key(reader, event, line, column);
        reader->name = field->name; /* read as one that is not the schema's, and dropped */
        reader->name_start = event->start_mark;
        reader->name_end = event->end_mark;
    }
    frame->seen |= (uint64_t)1 << field->number;
}

static RARE void report_id_form(struct reader *reader, const struct frame *frame,
                                const yaml_event_t *event)
{
    struct transfer_portfolio *portfolio = reader->portfolio;
    struct finding finding;
    char suggestion[ID_MAX + 1];

    reader->source->not_whole = 1;
    reader_finding(reader, &finding, &rule_id_form, &event->start_mark, &event->end_mark);
    finding_add_text(&finding, "found", event_text(event), event_length(event));
    if (id_suggest(event_text(event), event_length(event), suggestion)) {
        struct entry *meant = ids_intern(&portfolio->ids, &portfolio->arena, frame->type->number,
                                         suggestion, strlen(suggestion));

        if (meant)
            meant->misspelt = 1;
        else
            reader_no_memory(reader);
        finding_add_string(&finding, "suggestion", suggestion);
    }
    reader_report(reader, &finding, NULL);
}

static RARE void report_duplicate_id(struct reader *reader, const struct frame *frame,
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
    frame->name = NULL;
    frame->line = mark_line(&event->start_mark);
    frame->column = mark_column(&event->start_mark);
    if (!id_is_valid(text, length)) {
        frame->name = arena_text(&reader->portfolio->arena, text, length);
        if (frame->name)
            report_id_form(reader, frame, event);
        else
            reader_no_memory(reader);
        return;
    }
    frame->entry = ids_intern(&reader->portfolio->ids, &reader->portfolio->arena,
                              frame->type->number, text, length);
    if (!frame->entry) {
        reader_no_memory(reader);
        return;
    }
    frame->name = frame->entry->id;
    if (frame->entry->record) {
        const transfer_record *earlier = frame->entry->record;
        if (earlier->source == reader->source_index && earlier->line > 0)
            reader_report_duplicate_key(reader, event, earlier->line, earlier->column);
        else
            report_duplicate_id(reader, frame, event, earlier);
        frame->entry = NULL;
    }
}

static const struct type *section_named(const char *name, size_t length)
{
    for (size_t i = 0; i < schema_type_count; i++) {
        const char *section = schema_types[i].section;
        if (section && strlen(section) == length && memcmp(section, name, length) == 0)
            return &schema_types[i];
    }
    return NULL;
}

int reader_is_version(const yaml_event_t *event)
{
    static const char key[] = "transfer";

    return event_length(event) == sizeof key - 1 && memcmp(event_text(event), key, sizeof key) == 0;
}

void reader_report_version(struct reader *reader, const yaml_event_t *event,
                           const struct phrase *found)
{
    struct finding finding;

    reader_finding(reader, &finding, &rule_format_version, &event->start_mark, &event->end_mark);
    if (found)
        finding_add_phrase(&finding, "found", found);
    else
        finding_add_text(&finding, "found", event_text(event), event_length(event));
    finding_add_string(&finding, "expected", "transfer: 1");
    reader_report(reader, &finding, NULL);
}

void reader_take_version(struct reader *reader, const yaml_event_t *event)
{
    static const struct field field = {.kind = KIND_INTEGER, .minimum = 1, .maximum = 1000000};
    int is_scalar = event->type == YAML_SCALAR_EVENT;
    struct scalar scalar;

    if (is_scalar && !scalar_read(&field, event_text(event), event_length(event), 0, &scalar)) {
        if (scalar.value.integer == SCHEMA_FORMAT_VERSION) {
            reader->version_seen = 1;
            return;
        }
        reader_report_version(reader, event, NULL);
        reader->status = TRANSFER_NEWER_FORMAT;
        return;
    }
    reader_report_version(reader, event, is_scalar ? NULL : event_phrase(event));
    reader_capture(reader, event, NULL);
}

void reader_report_empty(struct reader *reader, const yaml_event_t *event)
{
    static const struct phrase nothing = {{"nothing", "rien"}};

    reader_report_version(reader, event, &nothing);
}

static void take_root_key(struct reader *reader, struct frame *frame, const yaml_event_t *event)
{
    const char *text = event_text(event);
    size_t length = event_length(event);
    int is_version = reader_is_version(event);

    reader->name = NULL;
    frame->discarded = 0;
    if (!reader->key_seen && !is_version)
        reader_report_version(reader, event, NULL);
    reader->key_seen = 1;
    frame->type = is_version ? NULL : section_named(text, length);
    if (is_version || frame->type) {
        const struct key_place *earlier =
            reader_note_key(reader, frame->serial, text, length, &event->start_mark);
        if (earlier)
            reader_report_duplicate_key(reader, event, earlier->line, earlier->column);
        /* A section that is repeated is still read, so that its ids are known. */
        frame->discarded = earlier && frame->type && frame->type->single;
    } else {
        take_other_key(reader, frame, event);
    }
}

void reader_skip_complex_key(struct reader *reader, const yaml_event_t *event)
{
    static const struct phrase expected = {{"a key", "une clé"}};
    yaml_event_t value;

    reader->source->not_whole = 1;
    reader_report_shape(reader, NULL, &expected, event);
    reader_capture(reader, event, NULL);
    if (!reader_next(reader, &value))
        return;
    reader_capture(reader, &value, NULL);
    yaml_event_delete(&value);
}

void reader_take_key(struct reader *reader, struct frame *frame, const yaml_event_t *event)
{
    if (event->type == YAML_MAPPING_END_EVENT) {
        if (frame->kind == FRAME_RECORD)
            reader_settle(reader, frame);
        else if (frame->kind == FRAME_ROOT && !reader->key_seen)
            reader_report_empty(reader, event);
        reader_close(reader);
        return;
    }
    if (event->type != YAML_SCALAR_EVENT) {
        reader_skip_complex_key(reader, event);
        return;
    }
    frame->value_due = 1;
    if (event_is_plain(event) && strcmp(event_text(event), "<<") == 0)
        reader_report_event(reader, &rule_merge_key, event, "<<");
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
