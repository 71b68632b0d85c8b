/* Diagnostics: a finding kept with all its texts in one block, and what it says.
 *
 * SPDX-License-Identifier: MIT
 */
#include "diagnostic.h"

#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "utf8.h"

enum { KEPT_TEXT_MAX = 4096 }; /* bytes of a text that is kept apart */

/* Texts of a diagnostic in the making: they are put behind each other, and set when it has its
 * place in memory. */
struct texts {
    struct buffer buffer;
    const char *owner;
    size_t count;
    struct {
        size_t target; /* the pointer's offset in its owner */
        size_t offset;
    } slots[5 + LANGUAGES * FINDING_PARTS + (1 + LANGUAGES) * FINDING_RELATED];
};

static void texts_begin(struct texts *texts, const char **target)
{
    texts->slots[texts->count].target = (size_t)((const char *)target - texts->owner);
    texts->slots[texts->count++].offset = texts->buffer.length;
}

static void texts_end(struct texts *texts)
{
    buffer_add_char(&texts->buffer, '\0');
}

/* Keeps a text as it is, but for what is not UTF-8. */
static void keep_text(struct texts *texts, const char **target, const char *text, size_t length)
{
    uint32_t point;

    texts_begin(texts, target);
    for (size_t i = 0, size; i < length; i += size) {
        if (i >= KEPT_TEXT_MAX) {
            buffer_add_string(&texts->buffer, ELLIPSIS);
            break;
        }
        size = utf8_decode(text + i, length - i, &point);
        if (size == 0 || point == 0) {
            buffer_add_string(&texts->buffer, REPLACEMENT);
            size = 1;
        } else {
            buffer_add(&texts->buffer, text + i, size);
        }
    }
    texts_end(texts);
}

static void keep_string(struct texts *texts, const char **target, const char *text)
{
    if (text)
        keep_text(texts, target, text, strlen(text));
}

/* The pointer is a part of the key: it is kept whole. */
static void keep_pointer(struct texts *texts, const char **target, const char *pointer)
{
    texts_begin(texts, target);
    buffer_add_string(&texts->buffer, pointer);
    texts_end(texts);
}

static void keep_parts(struct texts *texts, transfer_diagnostic *kept,
                       const struct finding *finding)
{
    for (size_t i = 0; i < finding->part_count; i++) {
        const struct part *part = &finding->parts[i];

        if (part->text && strcmp(part->name, "found") == 0)
            keep_text(texts, &kept->found, part->text, part->length);
        /* Half a suggestion is none. */
        if (part->text && part->length <= KEPT_TEXT_MAX && strcmp(part->name, "suggestion") == 0)
            keep_text(texts, &kept->suggestion, part->text, part->length);
        if (strcmp(part->name, "expected") != 0)
            continue;
        for (int language = 0; language < LANGUAGES; language++) {
            if (part->text)
                keep_text(texts, &kept->expected[language], part->text, part->length);
            else
                keep_string(texts, &kept->expected[language], part->phrase->text[language]);
        }
    }
}

static void keep_message(struct texts *texts, const char **target, const struct finding *finding,
                         int language)
{
    static const struct phrase accepted = {
        {" (accepted: \"{exception}\")", " (accepté\u00a0: «\u00a0{exception}\u00a0»)"}};
    struct part part = {.name = "exception", .text = finding->exception};

    texts_begin(texts, target);
    message_fill(&texts->buffer, finding->rule->message.text[language], finding->parts,
                 finding->part_count, language);
    if (finding->exception) {
        part.length = strlen(finding->exception);
        message_fill(&texts->buffer, accepted.text[language], &part, 1, language);
    }
    texts_end(texts);
}

transfer_diagnostic *diagnostic_new(const struct finding *finding,
                                           const transfer_diagnostic *key)
{
    size_t head = sizeof(*key) + finding->related_count * sizeof(struct kept_related);
    struct texts texts = {.count = 0};
    transfer_diagnostic *kept = calloc(1, head), *whole;
    char *text;

    if (!kept)
        return NULL;
    *kept = *key;
    texts.owner = (const char *)kept;
    buffer_init(&texts.buffer);
    keep_pointer(&texts, &kept->pointer, key->pointer);
    keep_string(&texts, &kept->record, finding->record_id);
    keep_string(&texts, &kept->exception, finding->exception);
    keep_parts(&texts, kept, finding);
    for (int language = 0; language < LANGUAGES; language++)
        keep_message(&texts, &kept->message[language], finding, language);
    kept->related_count = finding->related_count;
    for (size_t i = 0; i < finding->related_count; i++) {
        const struct related *related = &finding->related[i];
        struct kept_related *to = &kept->related[i];

        to->line = related->place.line;
        to->column = related->place.column;
        keep_pointer(&texts, &to->file, related->place.file ? related->place.file : "");
        for (int language = 0; language < LANGUAGES; language++)
            keep_string(&texts, &to->message[language],
                        related->message ? related->message->text[language] : "");
    }

    whole = texts.buffer.failed ? NULL : realloc(kept, head + texts.buffer.length);
    if (!whole) {
        free(kept);
        buffer_free(&texts.buffer);
        return NULL;
    }
    text = (char *)whole + head;
    memcpy(text, texts.buffer.data, texts.buffer.length);
    for (size_t i = 0; i < texts.count; i++) {
        const char *kept_text = text + texts.slots[i].offset;
        memcpy((char *)whole + texts.slots[i].target, &kept_text, sizeof(kept_text));
    }
    buffer_free(&texts.buffer);
    return whole;
}

void diagnostic_free(transfer_diagnostic *diagnostic)
{
    if (diagnostic->excused)
        diagnostic_free(diagnostic->excused);
    free(diagnostic->excerpt);
    free(diagnostic);
}

/* ---- the public side ---- */

const char *transfer_diagnostic_rule(const transfer_diagnostic *diagnostic)
{
    return diagnostic ? diagnostic->rule->name : NULL;
}

transfer_severity transfer_diagnostic_severity(const transfer_diagnostic *diagnostic)
{
    return diagnostic ? diagnostic->severity : TRANSFER_OFF;
}

const char *transfer_diagnostic_file(const transfer_diagnostic *diagnostic)
{
    return diagnostic ? diagnostic->file->name : NULL;
}

uint64_t transfer_diagnostic_line(const transfer_diagnostic *diagnostic)
{
    return diagnostic ? diagnostic->line : 0;
}

uint64_t transfer_diagnostic_column(const transfer_diagnostic *diagnostic)
{
    return diagnostic ? diagnostic->column : 0;
}

uint64_t transfer_diagnostic_end_line(const transfer_diagnostic *diagnostic)
{
    return diagnostic ? diagnostic->end_line : 0;
}

uint64_t transfer_diagnostic_end_column(const transfer_diagnostic *diagnostic)
{
    return diagnostic ? diagnostic->end_column : 0;
}

const char *transfer_diagnostic_pointer(const transfer_diagnostic *diagnostic)
{
    return diagnostic ? diagnostic->pointer : NULL;
}

const char *transfer_diagnostic_record(const transfer_diagnostic *diagnostic)
{
    return diagnostic ? diagnostic->record : NULL;
}

const char *transfer_diagnostic_found(const transfer_diagnostic *diagnostic)
{
    return diagnostic ? diagnostic->found : NULL;
}

const char *transfer_diagnostic_expected(const transfer_diagnostic *diagnostic,
                                         transfer_language language)
{
    return diagnostic ? diagnostic->expected[language == TRANSFER_FRENCH] : NULL;
}

const char *transfer_diagnostic_suggestion(const transfer_diagnostic *diagnostic)
{
    return diagnostic ? diagnostic->suggestion : NULL;
}

const char *transfer_diagnostic_message(const transfer_diagnostic *diagnostic,
                                        transfer_language language)
{
    return diagnostic ? diagnostic->message[language == TRANSFER_FRENCH] : NULL;
}

const char *transfer_diagnostic_exception(const transfer_diagnostic *diagnostic)
{
    return diagnostic ? diagnostic->exception : NULL;
}

const char *transfer_diagnostic_excerpt(const transfer_diagnostic *diagnostic)
{
    return diagnostic ? diagnostic->excerpt : NULL;
}

uint64_t transfer_diagnostic_excerpt_column(const transfer_diagnostic *diagnostic)
{
    return diagnostic && diagnostic->excerpt ? diagnostic->excerpt_column : 0;
}

size_t transfer_diagnostic_related_count(const transfer_diagnostic *diagnostic)
{
    return diagnostic ? diagnostic->related_count : 0;
}

transfer_status transfer_diagnostic_related_at(const transfer_diagnostic *diagnostic, size_t index,
                                               transfer_language language, const char **file,
                                               uint64_t *line, uint64_t *column,
                                               const char **message)
{
    const struct kept_related *related;

    if (!diagnostic)
        return TRANSFER_MISUSE;
    if (index >= diagnostic->related_count)
        return TRANSFER_NOT_FOUND;
    related = &diagnostic->related[index];
    if (file)
        *file = related->file;
    if (line)
        *line = related->line;
    if (column)
        *column = related->column;
    if (message)
        *message = related->message[language == TRANSFER_FRENCH];
    return TRANSFER_OK;
}
