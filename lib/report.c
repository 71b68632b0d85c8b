/* Reports: keeping diagnostics, in order and each once.
 *
 * SPDX-License-Identifier: MIT
 */
#include "report.h"

#include <stdlib.h>
#include <string.h>

#include "diagnostic.h"

enum { BEYOND_MAX = 1024 * 1024 }; /* keys that are remembered of what is beyond the limit */

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

/* The rule itself if it is of the table, else the report's copy; NULL: no memory. */
static const struct transfer_rule *rule_intern(transfer_report *report,
                                               const struct transfer_rule *rule)
{
    struct report_rule *own = report->own_rules;
    size_t length = strlen(rule->name);

    if (rule_index(rule) < RULE_COUNT)
        return rule;
    while (own && strcmp(own->name, rule->name) != 0)
        own = own->next;
    if (own)
        return &own->rule;
    own = malloc(sizeof(*own) + length + 1);
    if (!own)
        return NULL;
    memcpy(own->name, rule->name, length + 1);
    own->rule = *rule;
    own->rule.name = own->name;
    for (int language = 0; language < LANGUAGES; language++) {
        own->rule.title.text[language] = own->name;
        own->rule.explanation.text[language] = own->name;
    }
    own->next = report->own_rules;
    report->own_rules = own;
    return &own->rule;
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

/* 1: the report had it before this call, in **had if it was kept; 0: not; -1: no memory. */
static int was_there(transfer_report *report, transfer_diagnostic *key,
                     transfer_diagnostic ***had)
{
    uint64_t hash;

    *had = NULL;
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
    *had = bsearch(&key, report->index, report->begun, sizeof(*report->index), compare_by_key);
    if (*had)
        return 1;
    if (report->beyond_begun == 0)
        return 0;
    hash = key_hash(key);
    return bsearch(&hash, report->beyond_keys, report->beyond_begun, sizeof(hash),
                   compare_numbers) != NULL;
}

/* ---- adding ---- */

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

/* Loading does not know yet what the record will accept: when the call ends, the note takes the
 * place of what was reported then. */
static transfer_status report_excuse(transfer_report *report, const struct finding *finding,
                                     transfer_diagnostic *key, transfer_diagnostic *had)
{
    if (!finding->exception || had->exception || had->excused)
        return TRANSFER_OK;
    key->end_line = had->end_line;
    key->end_column = had->end_column;
    key->arrival = had->arrival;
    had->excused = diagnostic_new(finding, key);
    if (!had->excused)
        return TRANSFER_NO_MEMORY;
    report->severity_count[had->severity]--;
    report->severity_count[key->severity]++;
    return TRANSFER_OK;
}

static void put_excused(transfer_report *report)
{
    for (size_t i = 0; i < report->begun; i++) {
        transfer_diagnostic *had = report->items[i];

        if (!had->excused)
            continue;
        report->items[i] = had->excused;
        report->items[i]->excerpt = had->excerpt;
        report->items[i]->excerpt_column = had->excerpt_column;
        had->excused = NULL;
        had->excerpt = NULL;
        diagnostic_free(had);
    }
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
    transfer_diagnostic **had;
    size_t index;
    int known;

    if (!report || finding->severity == TRANSFER_OFF)
        return TRANSFER_OK;
    key.rule = rule_intern(report, finding->rule);
    if (!key.rule)
        return TRANSFER_NO_MEMORY;
    key.file = file_intern(report, finding->place.file ? finding->place.file : "");
    if (!key.file)
        return TRANSFER_NO_MEMORY;
    index = rule_index(finding->rule);
    if (index < RULE_COUNT)
        key.file->failed[index / 64] |= UINT64_C(1) << index % 64;
    known = was_there(report, &key, &had);
    if (known < 0)
        return TRANSFER_NO_MEMORY;
    if (known)
        return had ? report_excuse(report, finding, &key, *had) : TRANSFER_OK;
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

transfer_status report_end(transfer_report *report, const struct report_source *sources,
                           size_t source_count)
{
    transfer_status status = TRANSFER_OK, completed;
    int ranked_anew;

    if (!report)
        return TRANSFER_OK;
    free(report->index);
    report->index = NULL;
    put_excused(report);
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
        completed = diagnostics_complete(report->items + first, next - first, file->source);
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

/* ---- what a validation counted ---- */

int report_has_failed(const transfer_report *report, const char *name,
                      const struct transfer_rule *rule)
{
    const struct report_file *file = file_find(report, name);
    size_t index = rule_index(rule);

    return file && index < RULE_COUNT && file->failed[index / 64] >> index % 64 & 1;
}

transfer_status report_set_tallies(transfer_report *report, const struct tally *tallies,
                                   size_t count)
{
    struct tally *copy = malloc((count + 1) * sizeof(*copy));

    if (!copy)
        return TRANSFER_NO_MEMORY;
    if (count > 0)
        memcpy(copy, tallies, count * sizeof(*copy));
    for (size_t i = 0; i < count; i++) {
        copy[i].rule = rule_intern(report, tallies[i].rule);
        if (!copy[i].rule) {
            free(copy);
            return TRANSFER_NO_MEMORY;
        }
    }
    free(report->tallies);
    report->tallies = copy;
    report->tally_count = count;
    return TRANSFER_OK;
}

static const struct tally *find_tally(const transfer_report *report, const char *rule)
{
    for (size_t i = 0; report && rule && i < report->tally_count; i++)
        if (strcmp(report->tallies[i].rule->name, rule) == 0)
            return &report->tallies[i];
    return NULL;
}

size_t transfer_report_reason_count(const transfer_report *report, const char *rule,
                                    transfer_reason reason)
{
    const struct tally *tally = find_tally(report, rule);

    return tally && (unsigned)reason < REASON_COUNT ? tally->reasons[reason] : 0;
}

size_t transfer_report_outcome_count(const transfer_report *report, const char *rule,
                                     transfer_outcome outcome)
{
    const struct tally *tally = find_tally(report, rule);
    size_t count = 0;

    if (!tally)
        return 0;
    switch (outcome) {
    case TRANSFER_PASSED:
        return tally->passed;
    case TRANSFER_FAILED:
        return tally->failed;
    case TRANSFER_NOT_APPLICABLE:
        for (size_t i = 0; i < REASON_COUNT; i++)
            count += tally->reasons[i];
        return count;
    default:
        return 0;
    }
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
    free(report->tallies);
    while (report->own_rules) {
        struct report_rule *next = report->own_rules->next;

        free(report->own_rules);
        report->own_rules = next;
    }
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
