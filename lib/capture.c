/* Keeping what is not the schema's: any YAML, in the writer's own form.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "emit.h"
#include "ids.h"
#include "reader.h"

enum { KEYS_FIRST = 64 };

static struct key_place *key_slot(struct key_place *keys, size_t capacity, uint64_t hash)
{
    size_t i = (size_t)hash & (capacity - 1);

    while (keys[i].hash && keys[i].hash != hash)
        i = (i + 1) & (capacity - 1);
    return &keys[i];
}

static int keys_grow(struct reader *reader)
{
    size_t capacity = reader->key_capacity ? reader->key_capacity * 2 : KEYS_FIRST;
    struct key_place *keys = calloc(capacity, sizeof *keys);

    if (!keys)
        return 0;
    for (size_t i = 0; i < reader->key_capacity; i++)
        if (reader->keys[i].hash)
            *key_slot(keys, capacity, reader->keys[i].hash) = reader->keys[i];
    free(reader->keys);
    reader->keys = keys;
    reader->key_capacity = capacity;
    return 1;
}

const struct key_place *reader_note_key(struct reader *reader, uint64_t serial, const char *key,
                                        size_t length, const yaml_mark_t *mark)
{
    uint64_t hash = ids_hash(&reader->portfolio->ids, serial, key, length);
    struct key_place *place;

    if (hash == 0) /* means a free slot */
        hash = 1;
    if (reader->key_count >= reader->key_capacity / 2 && !keys_grow(reader)) {
        reader->status = TRANSFER_NO_MEMORY;
        return NULL;
    }
    place = key_slot(reader->keys, reader->key_capacity, hash);
    if (place->hash)
        return place;
    place->hash = hash;
    place->line = (uint32_t)mark->line + 1;
    place->column = (uint32_t)mark->column + 1;
    reader->key_count++;
    return NULL;
}

/* A collection that is open below the node. */
struct level {
    unsigned char is_mapping, value_due;
    uint64_t serial;
};

static void emit_event(struct emitter *emitter, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        emit_scalar(emitter, (const char *)event->data.scalar.value, event->data.scalar.length,
                    event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE ? EMIT_PLAIN
                                                                        : EMIT_QUOTED);
        break;
    case YAML_MAPPING_START_EVENT:
        emit_mapping_begin(emitter);
        break;
    case YAML_MAPPING_END_EVENT:
        emit_mapping_end(emitter);
        break;
    case YAML_SEQUENCE_START_EVENT:
        emit_sequence_begin(emitter);
        break;
    case YAML_SEQUENCE_END_EVENT:
        emit_sequence_end(emitter);
        break;
    default:
        break;
    }
}

static void check_key(struct reader *reader, const struct level *level, const yaml_event_t *event)
{
    static const struct phrase first = {{"first given here", "première occurrence ici"}};
    const char *key = (const char *)event->data.scalar.value;
    size_t length = event->data.scalar.length;
    const struct key_place *earlier =
        reader_note_key(reader, level->serial, key, length, &event->start_mark);
    struct finding finding;
    struct place place;

    if (event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && strcmp(key, "<<") == 0)
        reader_report_event(reader, &rule_merge_key, event, NULL);
    if (!earlier)
        return;
    place = (struct place){reader->source->name, earlier->line, earlier->column, 0, 0};
    reader->source->not_whole = 1;
    reader_finding(reader, &finding, &rule_duplicate_key, &event->start_mark, &event->end_mark);
    finding_add_text(&finding, "key", key, length);
    finding_add_related(&finding, &place, &first);
    reader_report(reader, &finding, NULL);
}

static int is_start(const yaml_event_t *event)
{
    return event->type == YAML_MAPPING_START_EVENT || event->type == YAML_SEQUENCE_START_EVENT;
}

static int is_end(const yaml_event_t *event)
{
    return event->type == YAML_MAPPING_END_EVENT || event->type == YAML_SEQUENCE_END_EVENT;
}

/* What is open while a node is read. */
struct capture {
    struct reader *reader;
    struct emitter *emitter; /* NULL: the node is not kept */
    size_t depth;
    struct level levels[DEPTH_MAX + 2];
};

static void take_event(struct capture *capture, const yaml_event_t *event)
{
    struct level *level;

    if (is_end(event)) {
        capture->depth--;
    } else {
        level = &capture->levels[capture->depth];
        if (level->is_mapping && !level->value_due) {
            if (event->type == YAML_SCALAR_EVENT) {
                check_key(capture->reader, level, event);
            } else if (capture->emitter) {
                /* A collection as a key cannot be written in the canonical form. */
                reader_report_event(capture->reader, &rule_wrong_kind, event, NULL);
                capture->emitter = NULL;
            }
        }
    }
    if (capture->emitter)
        emit_event(capture->emitter, event);
    if (is_start(event)) {
        level = &capture->levels[++capture->depth];
        level->is_mapping = event->type == YAML_MAPPING_START_EVENT;
        level->value_due = 0;
        level->serial = ++capture->reader->serial;
    } else {
        level = &capture->levels[capture->depth];
        level->value_due = !level->value_due;
    }
}

int reader_capture(struct reader *reader, const yaml_event_t *first, struct buffer *out)
{
    struct capture capture = {.reader = reader};
    struct emitter emitter;
    yaml_event_t event;

    if (out) {
        emit_begin(&emitter, out);
        capture.emitter = &emitter;
    }
    take_event(&capture, first);
    while (capture.depth > 0) {
        if (!reader_next(reader, &event))
            return 0;
        take_event(&capture, &event);
        yaml_event_delete(&event);
    }
    return capture.emitter != NULL;
}
