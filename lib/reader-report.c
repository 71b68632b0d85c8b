/* Diagnostics of reading: places, pointers, and what libyaml and the prescan found.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "excerpt.h"
#include "ids.h"
#include "pointer.h"
#include "reader.h"
#include "syntax-hint.h"
#include "syntax-problem.h"
#include "utf8.h"

/* ---- places ---- */

static void add_pointer(const struct reader *reader, const char *leaf, struct buffer *pointer)
{
    for (size_t i = 0; i < reader->depth; i++) {
        const struct frame *frame = &reader->frames[i];
        const struct frame *parent = i > 0 ? frame - 1 : NULL;

        if (frame->kind == FRAME_SECTION || (frame->kind == FRAME_RECORD && frame->type->single))
            pointer_add_name(pointer, frame->type->section);
        else if (frame->kind == FRAME_LIST)
            pointer_add_name(pointer, frame->field->name);
        else if (frame->kind == FRAME_RECORD && parent->kind == FRAME_LIST)
            pointer_add_index(pointer, parent->index);
        else if (frame->kind == FRAME_RECORD)
            pointer_add_name(pointer, frame->name);
    }
    if (leaf) {
        pointer_add_name(pointer, leaf);
    } else if (reader->depth > 0) {
        const struct frame *frame = &reader->frames[reader->depth - 1];
        if (frame->kind == FRAME_LIST)
            pointer_add_index(pointer, frame->index);
        else if ((frame->kind == FRAME_RECORD || frame->kind == FRAME_ROOT) && reader->name)
            pointer_add_name(pointer, reader->name);
        else if (frame->kind == FRAME_RECORD && frame->value_due)
            pointer_add_name(pointer, frame->field->name);
        else if (frame->kind == FRAME_SECTION && frame->value_due)
            pointer_add_name(pointer, frame->name);
        else if (frame->kind == FRAME_ROOT && frame->value_due && reader->name)
            pointer_add_name(pointer, reader->name);
        else if (frame->kind == FRAME_ROOT && frame->value_due && frame->type)
            pointer_add_name(pointer, frame->type->section);
    }
}

void reader_finding(const struct reader *reader, struct finding *finding,
                    const struct transfer_rule *rule, const yaml_mark_t *start,
                    const yaml_mark_t *end)
{
    memset(finding, 0, sizeof *finding);
    finding->rule = rule;
    finding->severity = rule_severity(reader->ruleset, rule);
    finding->place.file = reader->source->name;
    finding->place.line = start->line + 1;
    finding->place.column = start->column + 1;
    /* libyaml ends every text with a line break, its own if need be. */
    if (finding->place.line > reader->prescan->line) {
        finding->place.line = reader->prescan->line;
        finding->place.column = reader->prescan->column;
        end = NULL;
    }
    if (end) {
        finding->place.end_line = end->line + 1;
        finding->place.end_column = end->column + 1;
    }
}

void reader_pointer(const struct reader *reader, const char *leaf, struct buffer *pointer)
{
    add_pointer(reader, leaf, pointer);
    buffer_add_char(pointer, '\0');
}

const char *reader_record_id(const struct reader *reader)
{
    for (size_t i = 0; i < reader->depth; i++)
        if (reader->frames[i].kind == FRAME_RECORD && reader->frames[i].name)
            return reader->frames[i].name;
    return NULL;
}

void reader_add(struct reader *reader, const struct finding *finding)
{
    if (reader->report && report_add(reader->report, finding) != TRANSFER_OK)
        reader_no_memory(reader);
}

void reader_report(struct reader *reader, struct finding *finding, const char *leaf)
{
    struct buffer pointer;

    reader->errors += finding->severity == TRANSFER_ERROR;
    if (!reader->report)
        return;
    buffer_init(&pointer);
    reader_pointer(reader, leaf, &pointer);
    finding->record_id = reader_record_id(reader);
    finding->pointer = pointer.data;
    if (pointer.failed)
        reader_no_memory(reader);
    else
        reader_add(reader, finding);
    buffer_free(&pointer);
}

const struct phrase *event_phrase(const yaml_event_t *event)
{
    static const struct phrase mapping = {{"a mapping", "une table"}};
    static const struct phrase list = {{"a list", "une liste"}};
    static const struct phrase scalar = {{"a single value", "une valeur simple"}};

    return event->type == YAML_MAPPING_START_EVENT    ? &mapping
           : event->type == YAML_SEQUENCE_START_EVENT ? &list
                                                      : &scalar;
}

void reader_report_event(struct reader *reader, const struct transfer_rule *rule,
                         const yaml_event_t *event, const char *leaf)
{
    static const char core[] = "tag:yaml.org,2002:";
    struct finding finding;
    struct buffer name;
    const yaml_char_t *anchor = NULL, *tag = NULL;

    reader_finding(reader, &finding, rule, &event->start_mark, &event->end_mark);
    buffer_init(&name);
    switch (event->type) {
    case YAML_ALIAS_EVENT:
        buffer_add_char(&name, '*');
        buffer_add_string(&name, (const char *)event->data.alias.anchor);
        break;
    case YAML_SCALAR_EVENT:
        anchor = event->data.scalar.anchor;
        tag = event->data.scalar.tag;
        break;
    case YAML_SEQUENCE_START_EVENT:
        anchor = event->data.sequence_start.anchor;
        tag = event->data.sequence_start.tag;
        break;
    case YAML_MAPPING_START_EVENT:
        anchor = event->data.mapping_start.anchor;
        tag = event->data.mapping_start.tag;
        break;
    default:
        break;
    }
    if (rule == &rule_anchor_or_alias && anchor) {
        buffer_add_char(&name, '&');
        buffer_add_string(&name, (const char *)anchor);
    } else if (rule == &rule_tag && tag) {
        /* As it was written: libyaml spells the prefix of "!!" out. */
        if (strncmp((const char *)tag, core, strlen(core)) == 0) {
            buffer_add_string(&name, "!!");
            tag += strlen(core);
        }
        buffer_add_string(&name, (const char *)tag);
    }
    if (name.length > 0 && !name.failed)
        finding_add_text(&finding, "found", name.data, name.length);
    else if (rule == &rule_wrong_kind)
        finding_add_phrase(&finding, "found", event_phrase(event));
    reader_report(reader, &finding, leaf);
    buffer_free(&name);
}

/* ---- what the prescan found ---- */

/* Windows-1252's characters 0x80 to 0x9f; the others are Latin-1. */
static const char *const windows_1252[32] = {
    "€", NULL, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", NULL, "Ž", NULL,
    NULL, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", NULL, "ž", "Ÿ"};

static void add_hex(struct buffer *buffer, uint32_t number, int digits)
{
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        buffer_add_char(buffer, "0123456789ABCDEF"[number >> shift & 15]);
}

void reader_report_not_utf8(struct reader *reader)
{
    unsigned char byte = (unsigned char)reader->not_utf8_byte;
    yaml_mark_t mark = {0, (size_t)reader->not_utf8_line - 1,
                        (size_t)reader->not_utf8_column - 1};
    struct finding finding;
    struct buffer found;
    char count[24], latin1[3] = {(char)(0xc0 | byte >> 6), (char)(0x80 | (byte & 0x3f)), '\0'};

    if (reader->not_utf8_count == 0)
        return;
    reader_finding(reader, &finding, &rule_utf8, &mark, NULL);
    finding.place.end_line = finding.place.line;
    finding.place.end_column = finding.place.column + 1;
    buffer_init(&found);
    add_hex(&found, byte, 2);
    if (byte >= 0xa0 || windows_1252[byte - 0x80]) {
        buffer_add_string(&found, " (");
        buffer_add_string(&found, byte >= 0xa0 ? latin1 : windows_1252[byte - 0x80]);
        buffer_add_string(&found, ", Windows-1252)");
    }
    if (!found.failed)
        finding_add_text(&finding, "found", found.data, found.length);
    if (reader->not_utf8_count > 1)
        finding_add_number(&finding, "count", reader->not_utf8_count, count);
    reader->depth = 0; /* it is about the file */
    reader_report(reader, &finding, NULL);
    buffer_free(&found);
}

/* What stands in the text at the place of a fault. */
static void add_character(struct buffer *buffer, const char *bytes, size_t length)
{
    uint32_t point = 0;

    utf8_decode(bytes, length, &point);
    buffer_add_string(buffer, "U+");
    add_hex(buffer, point, point > 0xffff ? 6 : 4);
}

void reader_prescan_fault(void *user, enum prescan_fault fault, uint64_t line, uint64_t column,
                          const char *bytes, size_t length)
{
    static const struct phrase directive = {
        {"directives (lines that begin with %) have no place here: delete the line",
         "les directives (lignes commençant par %) n'ont pas leur place ici : supprimer la "
         "ligne"}};
    static const struct phrase what = {{"the size in bytes", "la taille en octets"}};
    struct reader *reader = user;
    yaml_mark_t start = {0, (size_t)line - 1, (size_t)column - 1};
    yaml_mark_t end = {0, (size_t)line - 1, (size_t)column};
    struct finding finding;
    struct buffer found;
    char limit[24];
    size_t depth = reader->depth;

    reader->source->not_whole = 1;
    buffer_init(&found);
    switch (fault) {
    case PRESCAN_NOT_UTF8:
        reader->is_altered = 1;
        if (reader->not_utf8_count++ == 0) {
            reader->not_utf8_line = line;
            reader->not_utf8_column = column;
            reader->not_utf8_byte = *bytes;
        }
        return;
    case PRESCAN_CONTROL:
    case PRESCAN_BIDI:
        reader_finding(reader, &finding,
                       fault == PRESCAN_BIDI ? &rule_bidi_control : &rule_control_character,
                       &start, &end);
        reader->is_altered |= fault == PRESCAN_CONTROL;
        add_character(&found, bytes, length);
        if (!found.failed)
            finding_add_text(&finding, "found", found.data, found.length);
        break;
    case PRESCAN_DIRECTIVE:
        reader_finding(reader, &finding, &rule_syntax, &start, &end);
        finding_add_phrase(&finding, "problem", &directive);
        break;
    case PRESCAN_UTF16:
        reader_finding(reader, &finding, &rule_utf8, &start, NULL);
        finding_add_string(&finding, "found", "UTF-16");
        reader->status = TRANSFER_SYNTAX;
        break;
    case PRESCAN_BINARY:
        reader_finding(reader, &finding, &rule_control_character, &start, &end);
        finding_add_string(&finding, "found", "U+0000");
        reader->status = TRANSFER_SYNTAX;
        break;
    case PRESCAN_TOO_LARGE:
        reader_finding(reader, &finding, &rule_too_large, &start, NULL);
        finding_add_number(&finding, "limit", reader->portfolio->limits[TRANSFER_LIMIT_FILE_SIZE],
                           limit);
        finding_add_phrase(&finding, "what", &what);
        reader->status = TRANSFER_LIMIT;
        break;
    case PRESCAN_IO:
        reader->status = TRANSFER_IO;
        return;
    case PRESCAN_NO_MEMORY:
        reader_no_memory(reader);
        return;
    }
    /* The parser is behind: where it stands is not where the fault is. */
    reader->depth = 0;
    reader_report(reader, &finding, NULL);
    reader->depth = depth;
    buffer_free(&found);
}

/* ---- syntax ---- */

/* The text read so far or, of a file, again; what *copy then holds is to be freed. */
static const char *source_text(const struct source *source, char **copy, size_t *size)
{
    int changed;

    *copy = NULL;
    if (source->data) {
        *size = source->size;
        return source->data;
    }
    if (source->path)
        *copy = file_read(source->path, source->fingerprint, size, &changed);
    return *copy;
}

/* What the line was surely meant to be. */
static void add_hint(const struct reader *reader, struct finding *finding, char hint[SYNTAX_HINT])
{
    struct lines lines;
    struct extent extent;
    char *copy;
    size_t size = 0;
    const char *text = source_text(reader->source, &copy, &size);

    lines_init(&lines, text ? text : "", size);
    if (text && lines_find(&lines, finding->place.line, 1, &extent)) {
        size_t end = extent.line_begin, begin;

        while (end > 0 && strchr(" \r\n", text[end - 1]))
            end--;
        for (begin = end; begin > 0 && text[begin - 1] != '\n';)
            begin--;
        if (syntax_hint(text + extent.line_begin, extent.line_end - extent.line_begin,
                        text + begin, end - begin, hint))
            finding_add_string(finding, "suggestion", hint);
    }
    free(copy);
}

void reader_report_syntax(struct reader *reader)
{
    static const struct phrase context = {{"it began here", "cela commençait ici"}};
    static const struct phrase rest = {{"nothing after this place was read",
                                        "rien n'a été lu au-delà de cet endroit"}};
    const yaml_parser_t *parser = &reader->parser;
    /* A key without ":" is noticed behind its line. */
    int is_behind = strcmp(parser->problem, "could not find expected ':'") == 0;
    const yaml_mark_t *mark = is_behind ? &parser->context_mark : &parser->problem_mark;
    struct finding finding;
    struct place place = {reader->source->name, parser->context_mark.line + 1,
                          parser->context_mark.column + 1, 0, 0};
    char hint[SYNTAX_HINT];

    reader_finding(reader, &finding, &rule_syntax, mark, NULL);
    finding_add_phrase(&finding, "problem", syntax_problem(parser->problem));
    finding_add_phrase(&finding, "rest", &rest);
    prescan_finish_line(reader->prescan, finding.place.line);
    add_hint(reader, &finding, hint);
    if (parser->context && !is_behind &&
        parser->context_mark.line != parser->problem_mark.line)
        finding_add_related(&finding, &place, &context);
    reader->depth = 0;
    reader_report(reader, &finding, NULL);
}
