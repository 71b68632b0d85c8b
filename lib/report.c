/* Reports: keeping diagnostics, in order and each once.
 *
 * SPDX-License-Identifier: MIT
 */
#include "report.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "diagnostic.h"
#include "excerpt.h"
#include "message.h"
#include "utf8.h"

#define ELLIPSIS "\xe2\x80\xa6"
#define REPLACEMENT "\xef\xbf\xbd"

enum {
    KEPT_TEXT_MAX = 4096,    /* bytes of a text that is kept apart */
    BEYOND_MAX = 1024 * 1024, /* keys that are remembered of what is beyond the limit */
    EXCERPT_MAX = 200,       /* characters */
    EXCERPT_BEFORE = 60      /* of them before the place, in a longer line */
};

/* ---- findings ---- */

static struct part *finding_part(struct finding *finding, const char *name)
{
    struct part *part;

    if (finding->part_count == FINDING_PARTS)
        return NULL;
    part = &finding->parts[finding->part_count++];
    memset(part, 0, sizeof(*part));
    part->name = name;
    return part;
}

void finding_add_text(struct finding *finding, const char *name, const char *text, size_t length)
{
    struct part *part = text ? finding_part(finding, name) : NULL;

    if (part) {
        part->text = text;
        part->length = length;
    }
}

void finding_add_string(struct finding *finding, const char *name, const char *text)
{
    finding_add_text(finding, name, text, text ? strlen(text) : 0);
}

void finding_add_phrase(struct finding *finding, const char *name, const struct phrase *phrase)
{
    struct part *part = phrase ? finding_part(finding, name) : NULL;

    if (part)
        part->phrase = phrase;
}

void finding_add_number(struct finding *finding, const char *name, uint64_t number, char buffer[24])
{
    char *digit = buffer + 23;

    *digit = '\0';
    do {
        *--digit = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    finding_add_string(finding, name, digit);
}

void finding_add_related(struct finding *finding, const struct place *place,
                         const struct phrase *message)
{
    struct related *related;

    if (finding->related_count == FINDING_RELATED)
        return;
    related = &finding->related[finding->related_count++];
    related->place = *place;
    related->message = message;
}

/* ---- files of a report ---- */

/* Where a name stands, or would stand, among the files. */
static size_t file_position(const transfer_report *report, const char *name)
{
    size_t low = 0, high = report->file_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (strcmp(report->files[middle]->name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static struct report_file *file_find(const transfer_report *report, const char *name)
{
    size_t at = file_position(report, name);

    if (at < report->file_count && strcmp(report->files[at]->name, name) == 0)
        return report->files[at];
    return NULL;
}

static void *grow(void *items, size_t count, size_t *capacity, size_t size)
{
    size_t larger = *capacity ? *capacity * 2 : 16;
    void *grown;

    if (count < *capacity)
        return items;
    if (larger > SIZE_MAX / 2 / size)
        return NULL;
    grown = realloc(items, larger * size);
    if (grown)
        *capacity = larger;
    return grown;
}

static struct report_file *file_intern(transfer_report *report, const char *name)
{
    size_t length = strlen(name), at;
    struct report_file *file, **files;

    if (report->last_file && strcmp(report->last_file->name, name) == 0)
        return report->last_file;
    file = file_find(report, name);
    if (!file) {
        files = grow(report->files, report->file_count, &report->file_capacity, sizeof(*files));
        if (!files)
            return NULL;
        report->files = files;
        file = calloc(1, sizeof(*file) + length + 1);
        if (!file)
            return NULL;
        file->rank = UINT64_MAX;
        file->call = report->call;
        memcpy(file->name, name, length + 1);
        at = file_position(report, name);
        memmove(files + at + 1, files + at, (report->file_count - at) * sizeof(*files));
        files[at] = file;
        report->file_count++;
    }
    report->last_file = file;
    return file;
}

/* ---- what a report has already ---- */

static int compare_keys(const transfer_diagnostic *a, const transfer_diagnostic *b)
{
    int order;

    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    if (a->column != b->column)
        return a->column < b->column ? -1 : 1;
    if (a->file != b->file)
        return strcmp(a->file->name, b->file->name);
    order = a->rule == b->rule ? 0 : strcmp(a->rule->name, b->rule->name);
    return order ? order : strcmp(a->pointer, b->pointer);
}

static int compare_by_key(const void *a, const void *b)
{
    return compare_keys(*(transfer_diagnostic *const *)a, *(transfer_diagnostic *const *)b);
}

static int compare_numbers(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return x < y ? -1 : x > y;
}

static void hash_bytes(uint64_t *hash, const void *bytes, size_t size)
{
    const unsigned char *byte = bytes;

    for (size_t i = 0; i < size; i++)
        *hash = (*hash ^ byte[i]) * UINT64_C(0x100000001b3);
}

static uint64_t key_hash(const transfer_diagnostic *key)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);

    hash_bytes(&hash, &key->line, sizeof(key->line));
    hash_bytes(&hash, &key->column, sizeof(key->column));
    hash_bytes(&hash, key->file->name, strlen(key->file->name) + 1);
    hash_bytes(&hash, key->rule->name, strlen(key->rule->name) + 1);
    hash_bytes(&hash, key->pointer, strlen(key->pointer));
    return hash;
}

static int beyond_add(transfer_report *report, const transfer_diagnostic *key)
{
    uint64_t *keys;

    if (report->beyond_count >= BEYOND_MAX)
        return 1;
    keys = grow(report->beyond_keys, report->beyond_count, &report->beyond_capacity,
                sizeof(*keys));
    if (!keys)
        return 0;
    report->beyond_keys = keys;
    keys[report->beyond_count++] = key_hash(key);
    return 1;
}

/* 1: the report had it before this call; 0: not; -1: no memory. */
static int was_there(transfer_report *report, const transfer_diagnostic *key)
{
    uint64_t hash;

    if (key->file->call == report->call)
        return 0;
    if (!report->index) {
        report->index = malloc((report->begun + 1) * sizeof(*report->index));
        if (!report->index)
            return -1;
        if (report->begun > 0)
            memcpy(report->index, report->items, report->begun * sizeof(*report->index));
        qsort(report->index, report->begun, sizeof(*report->index), compare_by_key);
        if (report->beyond_begun > 0)
            qsort(report->beyond_keys, report->beyond_begun, sizeof(hash), compare_numbers);
    }
    if (bsearch(&key, report->index, report->begun, sizeof(*report->index), compare_by_key))
        return 1;
    if (report->beyond_begun == 0)
        return 0;
    hash = key_hash(key);
    return bsearch(&hash, report->beyond_keys, report->beyond_begun, sizeof(hash),
                   compare_numbers) != NULL;
}

/* ---- adding ---- */

/* Texts of a diagnostic in the making: they are put behind each other, and set when it has its
 * place in memory. */
struct texts {
    struct buffer buffer;
    const char *owner;
    size_t count;
    struct {
        size_t target; /* the pointer's offset in its owner */
        size_t offset;
    } slots[4 + LANGUAGES * FINDING_PARTS + (1 + LANGUAGES) * FINDING_RELATED];
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

static transfer_diagnostic *diagnostic_new(const struct finding *finding,
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
    keep_parts(&texts, kept, finding);
    for (int language = 0; language < LANGUAGES; language++) {
        texts_begin(&texts, &kept->message[language]);
        message_fill(&texts.buffer, finding->rule->message.text[language], finding->parts,
                     finding->part_count, language);
        texts_end(&texts);
    }
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

static void diagnostic_free(transfer_diagnostic *diagnostic)
{
    free(diagnostic->excerpt);
    free(diagnostic);
}

static transfer_status report_keep(transfer_report *report, const struct finding *finding,
                                   transfer_diagnostic *key)
{
    transfer_diagnostic **items =
        grow(report->items, report->count, &report->capacity, sizeof(*items));
    transfer_diagnostic *kept;

    if (!items)
        return TRANSFER_NO_MEMORY;
    report->items = items;
    key->arrival = report->arrivals;
    kept = diagnostic_new(finding, key);
    if (!kept)
        return TRANSFER_NO_MEMORY;
    items[report->count++] = kept;
    report->arrivals++;
    report->severity_count[kept->severity]++;
    return TRANSFER_OK;
}

transfer_status report_begin(transfer_report *report, size_t limit)
{
    if (!report)
        return TRANSFER_OK;
    report->call++;
    report->begun = report->count;
    report->limit = limit;
    report->beyond = 0;
    report->beyond_file = NULL;
    report->beyond_begun = report->beyond_count;
    free(report->index);
    report->index = NULL;
    return TRANSFER_OK;
}

transfer_status report_add(transfer_report *report, const struct finding *finding)
{
    transfer_diagnostic key = {.rule = finding->rule,
                               .severity = finding->severity,
                               .line = finding->place.line,
                               .column = finding->place.column,
                               .end_line = finding->place.end_line,
                               .end_column = finding->place.end_column,
                               .pointer = finding->pointer ? finding->pointer : ""};
    int known;

    if (!report || finding->severity == TRANSFER_OFF)
        return TRANSFER_OK;
    key.file = file_intern(report, finding->place.file ? finding->place.file : "");
    if (!key.file)
        return TRANSFER_NO_MEMORY;
    known = was_there(report, &key);
    if (known)
        return known < 0 ? TRANSFER_NO_MEMORY : TRANSFER_OK;
    if (report->count - report->begun < report->limit)
        return report_keep(report, finding, &key);
    if (!beyond_add(report, &key))
        return TRANSFER_NO_MEMORY;
    if (report->beyond++ == 0)
        report->beyond_file = key.file;
    report->severity_count[key.severity]++;
    return TRANSFER_OK;
}

/* ---- the end of a call ---- */

static transfer_status add_too_many(transfer_report *report)
{
    struct finding finding = {.rule = &rule_too_many_diagnostics,
                              .severity = rule_too_many_diagnostics.severity};
    transfer_diagnostic key = {.rule = finding.rule,
                               .severity = finding.severity,
                               .file = report->beyond_file,
                               .is_last = 1,
                               .pointer = ""};
    char count[24];

    finding_add_number(&finding, "count", report->beyond, count);
    return report_keep(report, &finding, &key);
}

/* Equal ones behind each other, the first to arrive first. */
static int compare_by_content(const void *a, const void *b)
{
    const transfer_diagnostic *x = *(transfer_diagnostic *const *)a;
    const transfer_diagnostic *y = *(transfer_diagnostic *const *)b;
    int order = compare_keys(x, y);

    if (order == 0)
        order = strcmp(x->message[ENGLISH], y->message[ENGLISH]);
    if (order == 0)
        order = x->arrival < y->arrival ? -1 : x->arrival > y->arrival;
    return order;
}

/* Drops what this call added twice. */
static void drop_repeated(transfer_report *report)
{
    transfer_diagnostic **items = report->items + report->begun;
    size_t count = report->count - report->begun, kept = 1;

    qsort(items, count, sizeof(*items), compare_by_content);
    for (size_t i = 1; i < count; i++) {
        const transfer_diagnostic *previous = items[kept - 1];

        if (compare_keys(previous, items[i]) == 0 &&
            strcmp(previous->message[ENGLISH], items[i]->message[ENGLISH]) == 0) {
            report->severity_count[items[i]->severity]--;
            diagnostic_free(items[i]);
        } else {
            items[kept++] = items[i];
        }
    }
    report->count = report->begun + kept;
}

static int compare_by_order(const void *a, const void *b)
{
    const transfer_diagnostic *x = *(transfer_diagnostic *const *)a;
    const transfer_diagnostic *y = *(transfer_diagnostic *const *)b;

    if (x->file->rank != y->file->rank)
        return x->file->rank < y->file->rank ? -1 : 1;
    if (x->is_last != y->is_last)
        return x->is_last ? 1 : -1;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    if (x->column != y->column)
        return x->column < y->column ? -1 : 1;
    return x->arrival < y->arrival ? -1 : x->arrival > y->arrival;
}

/* Ranks the files of this call: behind those that it does not name, in the order of its sources.
 * Returns whether one of them had a rank before, so that all has to be sorted anew. */
static int rank_files(transfer_report *report, const struct report_source *sources,
                      size_t source_count)
{
    int ranked_anew = 0;

    for (size_t i = 0; i < source_count; i++) {
        struct report_file *file = file_find(report, sources[i].name);

        if (!file || file->source)
            continue;
        ranked_anew |= file->rank != UINT64_MAX;
        file->rank = report->next_rank + i;
        file->source = &sources[i];
    }
    report->next_rank += source_count;
    /* Those that are no source's. */
    for (size_t i = report->begun; i < report->count; i++) {
        struct report_file *file = report->items[i]->file;

        ranked_anew |= file->call != report->call;
        if (file->rank == UINT64_MAX)
            file->rank = report->next_rank++;
    }
    return ranked_anew;
}

/* The start of the window that an excerpt of a long line shows. */
static size_t window_begin(const char *text, const struct extent *extent)
{
    size_t at = extent->begin;

    for (int i = 0; i < EXCERPT_BEFORE && at > extent->line_begin; i++) {
        at--;
        /* No character has more than three bytes that continue it. */
        for (int j = 0; j < 3 && at > extent->line_begin && (text[at] & 0xc0) == 0x80; j++)
            at--;
    }
    return at;
}

static void add_visible(struct buffer *out, const char *text, size_t size, uint32_t point)
{
    if (size == 0 || point == 0xfffe || point == 0xffff || utf8_is_bidi(point)) {
        buffer_add_string(out, REPLACEMENT);
    } else if (point != '\t' && point < 0x20) {
        /* Unicode's pictures of control characters. */
        buffer_add(out, "\xe2\x90", 2);
        buffer_add_char(out, (char)(0x80 + point));
    } else if (utf8_is_control(point)) {
        buffer_add_string(out, REPLACEMENT);
    } else {
        buffer_add(out, text, size);
    }
}

static transfer_status make_excerpt(transfer_diagnostic *diagnostic, const char *text,
                                    const struct extent *extent, uint64_t column)
{
    size_t at = extent->line_begin, end = extent->line_end;
    struct buffer out;

    buffer_init(&out);
    diagnostic->excerpt_column = 1;
    if (end - at > EXCERPT_MAX)
        at = window_begin(text, extent);
    if (at > extent->line_begin) {
        diagnostic->excerpt_column = column;
        for (size_t i = at, size; i < extent->begin; i += size) {
            uint32_t point;

            size = utf8_decode(text + i, end - i, &point);
            size = size ? size : 1;
            diagnostic->excerpt_column--;
        }
    }
    for (size_t i = 0; at < end; i++) {
        uint32_t point;
        size_t size = utf8_decode(text + at, end - at, &point);

        if (i == EXCERPT_MAX || (i == 0 && diagnostic->excerpt_column > 1))
            buffer_add_string(&out, ELLIPSIS);
        else
            add_visible(&out, text + at, size, point);
        if (i == EXCERPT_MAX)
            break;
        at += size ? size : 1;
    }
    diagnostic->excerpt = buffer_take(&out);
    return diagnostic->excerpt ? TRANSFER_OK : TRANSFER_NO_MEMORY;
}

static int has_end(const transfer_diagnostic *diagnostic)
{
    return diagnostic->end_line > diagnostic->line ||
           (diagnostic->end_line == diagnostic->line &&
            diagnostic->end_column > diagnostic->column);
}

/* Finds the ends and excerpts of one file's diagnostics, which are in order. */
static transfer_status complete(transfer_diagnostic **items, size_t count, const char *text,
                                size_t size)
{
    transfer_status status = TRANSFER_OK;
    struct lines lines;
    struct extent extent;
    uint64_t line = 0, column = 0;
    int found = 0;

    lines_init(&lines, text, size);
    for (size_t i = 0; i < count && status == TRANSFER_OK; i++) {
        transfer_diagnostic *diagnostic = items[i];

        if (diagnostic->line == 0)
            continue;
        /* Several diagnostics of one place are told its extent once. */
        if (diagnostic->line != line || diagnostic->column != column) {
            line = diagnostic->line;
            column = diagnostic->column;
            found = lines_find(&lines, line, column ? column : 1, &extent);
        }
        if (!found)
            continue;
        if (column > 0 && !has_end(diagnostic)) {
            diagnostic->end_line = extent.end_line;
            diagnostic->end_column = extent.end_column;
        }
        status = make_excerpt(diagnostic, text, &extent, column ? column : 1);
    }
    return status;
}

static transfer_status complete_file(transfer_diagnostic **items, size_t count,
                                     const struct report_source *source)
{
    transfer_status status = TRANSFER_OK;
    int changed = 0;
    char *text = NULL;
    size_t size;

    if (source->data)
        return complete(items, count, source->data, source->size);
    if (!source->path)
        return TRANSFER_OK;
    text = file_read(source->path, source->fingerprint, &size, &changed);
    if (!text)
        return errno == ENOMEM ? TRANSFER_NO_MEMORY : TRANSFER_OK;
    if (!changed)
        status = complete(items, count, text, size);
    free(text);
    return status;
}

transfer_status report_end(transfer_report *report, const struct report_source *sources,
                           size_t source_count)
{
    transfer_status status = TRANSFER_OK, completed;
    int ranked_anew;

    if (!report)
        return TRANSFER_OK;
    free(report->index);
    report->index = NULL;
    if (report->count > report->begun)
        drop_repeated(report);
    if (report->beyond > 0)
        status = add_too_many(report);
    if (report->count == report->begun)
        return status;

    ranked_anew = rank_files(report, sources, source_count);
    qsort(report->items + report->begun, report->count - report->begun, sizeof(*report->items),
          compare_by_order);
    for (size_t first = report->begun, next; first < report->count; first = next) {
        const struct report_file *file = report->items[first]->file;

        for (next = first; next < report->count && report->items[next]->file == file;)
            next++;
        if (!file->source || status != TRANSFER_OK)
            continue;
        completed = complete_file(report->items + first, next - first, file->source);
        if (completed != TRANSFER_OK)
            status = completed;
    }
    if (ranked_anew)
        qsort(report->items, report->count, sizeof(*report->items), compare_by_order);
    for (size_t i = 0; i < source_count; i++) {
        struct report_file *file = file_find(report, sources[i].name);

        if (file)
            file->source = NULL;
    }
    return status;
}

/* ---- the public side ---- */

transfer_report *transfer_report_new(void)
{
    return calloc(1, sizeof(transfer_report));
}

void transfer_report_clear(transfer_report *report)
{
    if (!report)
        return;
    for (size_t i = 0; i < report->count; i++)
        diagnostic_free(report->items[i]);
    for (size_t i = 0; i < report->file_count; i++)
        free(report->files[i]);
    free(report->items);
    free(report->files);
    free(report->beyond_keys);
    free(report->index);
    memset(report, 0, sizeof(*report));
}

void transfer_report_free(transfer_report *report)
{
    transfer_report_clear(report);
    free(report);
}

size_t transfer_report_count(const transfer_report *report)
{
    return report ? report->count : 0;
}

size_t transfer_report_severity_count(const transfer_report *report, transfer_severity severity)
{
    if (!report || (unsigned)severity > TRANSFER_ERROR)
        return 0;
    return report->severity_count[severity];
}

const transfer_diagnostic *transfer_report_at(const transfer_report *report, size_t index)
{
    return report && index < report->count ? report->items[index] : NULL;
}

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

const char *transfer_diagnostic_excerpt(const transfer_diagnostic *diagnostic)
{
    return diagnostic ? diagnostic->excerpt : NULL;
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
