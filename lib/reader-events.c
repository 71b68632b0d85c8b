/* The events of a source: libyaml's, with the guards that a portfolio needs.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "reader.h"

int text_is_null(const char *text)
{
    static const char *const spellings[] = {"", "~", "null", "Null", "NULL"};

    if (text[0] >= '0' && text[0] <= '9') /* most short ones */
        return 0;
    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++)
        if (strcmp(text, spellings[i]) == 0)
            return 1;
    return 0;
}


static int is_before(const struct hash *hash, const yaml_mark_t *mark)
{
    return hash->line < mark->line + 1 ||
           (hash->line == mark->line + 1 && hash->column < mark->column + 1);
}

/* Sorts the "#" that the prescan met into those inside a scalar and comments. */
static RARE void sort_hashes(struct reader *reader, const yaml_event_t *event)
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

/* From here on an alias counts as nothing. */
static RARE void replace_alias(struct reader *reader, yaml_event_t *event)
{
    yaml_mark_t start = event->start_mark, end = event->end_mark;

    reader->source->not_whole = 1;
    reader_report_event(reader, &rule_anchor_or_alias, event, NULL);
    yaml_event_delete(event);
    if (!yaml_scalar_event_initialize(event, NULL, NULL, (const yaml_char_t *)"", 0, 1, 0,
                                      YAML_PLAIN_SCALAR_STYLE))
        reader_no_memory(reader);
    event->start_mark = start;
    event->end_mark = end;
}

static void check_scalar(struct reader *reader, const yaml_event_t *event)
{
    if (event->data.scalar.anchor || event->data.scalar.tag)
        check_properties(reader, event, event->data.scalar.anchor, event->data.scalar.tag);
    if (reader->prescan->hash_count > 0)
        sort_hashes(reader, event);
}

static void check_other(struct reader *reader, yaml_event_t *event)
{
    switch (event->type) {
    case YAML_ALIAS_EVENT:
        replace_alias(reader, event);
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
    int parsed;

    if (reader->status != TRANSFER_OK)
        return 0;
    parsed = yaml_parser_parse(&reader->parser, event);
    if (reader->comment.is_due)
        reader_settle_comment(reader);
    if (!parsed) {
        if (reader->parser.error == YAML_MEMORY_ERROR)
            reader_no_memory(reader);
        else if (!reader->prescan->fatal)
            reader_report_syntax(reader);
        if (reader->status == TRANSFER_OK)
            reader->status = TRANSFER_SYNTAX;
        return 0;
    }
    /* The stream was cut: what libyaml makes of its end is not what was meant. */
    if (reader->status == TRANSFER_OK) {
        if (event->type == YAML_SCALAR_EVENT)
            check_scalar(reader, event);
        else
            check_other(reader, event);
    }
    if (reader->status != TRANSFER_OK) {
        yaml_event_delete(event);
        return 0;
    }
    return 1;
}

void reader_end(struct reader *reader)
{
    if (reader->prescan->hash_count > 0 || reader->prescan->hashes_lost)
        reader->source->has_comments = 1;
    if (reader->status != TRANSFER_OK) /* so that excerpts have it whole */
        prescan_finish_line(reader->prescan, reader->prescan->line);
    reader_report_not_utf8(reader);
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
    buffer_free(&reader->comment.text);
    buffer_free(&reader->comment.pointer);
    free(reader->cells);
    free(reader->extras);
    free(reader->keys);
    buffer_free(&reader->joined);
    free(reader->prescan);
    free(reader);
}
