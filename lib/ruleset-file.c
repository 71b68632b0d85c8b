/* Rule sets as files: which rules are off, and how grave the others are.
 *
 * SPDX-License-Identifier: MIT
 *
 *     rules: {siren-key: off, shares-sum: error}
 *
 * Read by the reader of portfolios, with its guards and diagnostics, into an empty portfolio that
 * is thrown away.  What the file says is kept until all of it is known to be right.
 */
#include <errno.h>
#include <string.h>

#include "load.h"
#include "ruleset.h"
#include "suggest.h"

enum { FILE_SIZE_MAX = 1 << 24 };

/* A severity that the file gives to a rule, in the portfolio's arena. */
struct change {
    struct change *next;
    const char *rule;
    transfer_severity severity;
};

/* A file that is being read. */
struct rules_file {
    struct reader *reader;
    transfer_ruleset *ruleset;
    struct change *changes;
    int is_given; /* the key "rules" was met */
};

static const char rules_key[] = "rules";
/* Only its section is looked at, for JSON Pointers. */
static const struct type rules_type = {.section = rules_key};
static const struct phrase this_file = {{"a rule-set file", "ce fichier de règles"}};

/* Whether a scalar cannot be known for a reason that is reported: it is an alias, or nothing behind
 * an anchor or a tag, or the prescan put other characters into it. */
static int is_reported(const struct reader *reader, const yaml_event_t *event)
{
    const char *text;

    if (event->type != YAML_SCALAR_EVENT)
        return 0;
    text = event_text(event);
    if (event_is_plain(event) && event_length(event) == 0)
        return event->start_mark.index != event->end_mark.index;
    return (reader->is_altered && (strchr(text, '_') || strstr(text, "\xc2\xbf"))) ||
           ((reader->is_altered || reader->errors > 0) && strstr(text, "\xef\xbf\xbd"));
}

/* ---- the keys below "rules" ---- */

static void take_severity(struct rules_file *file, const char *rule, const yaml_event_t *event)
{
    static const struct choice levels[] = {{.name = "error", .number = TRANSFER_ERROR},
                                           {.name = "warning", .number = TRANSFER_WARNING},
                                           {.name = "note", .number = TRANSFER_NOTE},
                                           {.name = "off", .number = TRANSFER_OFF}};
    static const struct choices choices = {.items = levels,
                                           .count = sizeof levels / sizeof levels[0]};
    const struct field field = {.name = rule, .kind = KIND_CHOICE, .choices = &choices};
    struct reader *reader = file->reader;
    const struct choice *level = choice_named(&field, event_text(event), event_length(event));
    struct fault_parts parts;
    struct finding finding;
    struct change *change;

    if (!level) {
        reader_finding(reader, &finding, &rule_choice, &event->start_mark, &event->end_mark);
        fault_fill(&finding, &field, event_text(event), event_length(event), &parts);
        reader_report(reader, &finding, NULL);
        return;
    }
    change = arena_alloc(&reader->portfolio->arena, sizeof *change);
    if (!change) {
        reader_no_memory(reader);
        return;
    }
    *change = (struct change){file->changes, rule, (transfer_severity)level->number};
    file->changes = change;
}

static void report_unknown_rule(struct rules_file *file, const char *name, const yaml_event_t *key)
{
    struct reader *reader = file->reader;
    struct fault_parts parts;
    struct finding finding;

    reader_finding(reader, &finding, &rule_unknown_key, &key->start_mark, &key->end_mark);
    finding_add_string(&finding, "key", name);
    fault_fill_rule(&finding, file->ruleset, name, &parts);
    reader_report(reader, &finding, NULL);
}

static void take_rule(struct rules_file *file, const char *name, const yaml_event_t *key,
                      const yaml_event_t *value)
{
    struct reader *reader = file->reader;

    if (!ruleset_has(file->ruleset, event_text(key), event_length(key)))
        report_unknown_rule(file, name, key);
    else if (value->type != YAML_SCALAR_EVENT)
        reader_report_shape(reader, name, &reader_expected_scalar, value);
    else if (!is_reported(reader, value))
        take_severity(file, name, value);
    reader_capture(reader, value, NULL);
}

/* ---- mappings ---- */

/* Takes a key, known to be new, and its value, which it reads to its end. */
typedef void take_pair(struct rules_file *file, const char *name, const yaml_event_t *key,
                       const yaml_event_t *value);

/* Whether a key is one that is not looked at: it is reported. */
static int is_refused(struct reader *reader, const struct frame *frame, const yaml_event_t *key)
{
    const struct key_place *earlier;

    if (event_is_plain(key) && strcmp(event_text(key), "<<") == 0) {
        reader_report_event(reader, &rule_merge_key, key, NULL);
        return 1;
    }
    if (is_reported(reader, key))
        return 1;
    earlier = reader_note_key(reader, frame->serial, event_text(key), event_length(key),
                              &key->start_mark);
    if (earlier)
        reader_report_duplicate_key(reader, key, earlier->line, earlier->column);
    return earlier != NULL;
}

/* Reads a key with its value. */
static void read_pair(struct rules_file *file, struct frame *frame, const yaml_event_t *key,
                      take_pair *take)
{
    struct reader *reader = file->reader;
    yaml_event_t value;
    int refused;

    if (key->type != YAML_SCALAR_EVENT) {
        reader_skip_complex_key(reader, key);
        return;
    }
    reader->name = frame->name =
        arena_text(&reader->portfolio->arena, event_text(key), event_length(key));
    if (!frame->name) {
        reader_no_memory(reader);
        return;
    }
    frame->value_due = 1;
    refused = is_refused(reader, frame, key);
    if (!reader_next(reader, &value))
        return;
    if (refused)
        reader_capture(reader, &value, NULL);
    else
        take(file, frame->name, key, &value);
    yaml_event_delete(&value);
    frame->value_due = 0;
    reader->name = NULL;
}

static void read_mapping(struct rules_file *file, enum frame_kind kind, const yaml_event_t *begin,
                         take_pair *take)
{
    struct reader *reader = file->reader;
    size_t depth = reader->depth;
    struct frame *frame = reader_push(reader, kind, begin);
    int at_end = 0;
    yaml_event_t event;

    frame->type = &rules_type;
    while (!at_end && reader_next(reader, &event)) {
        at_end = event.type == YAML_MAPPING_END_EVENT;
        if (!at_end)
            read_pair(file, frame, &event, take);
        yaml_event_delete(&event);
    }
    reader->depth = depth;
}

/* ---- the file ---- */

static void report_missing(struct reader *reader, const yaml_event_t *event)
{
    struct finding finding;

    reader_finding(reader, &finding, &rule_required, &event->start_mark, NULL);
    finding_add_string(&finding, "field", rules_key);
    finding_add_phrase(&finding, "type", &this_file);
    reader_report(reader, &finding, NULL);
}

static void report_other_key(struct reader *reader, const char *name, const yaml_event_t *key)
{
    struct suggestion nearest;
    struct finding finding;

    reader_finding(reader, &finding, &rule_unknown_key, &key->start_mark, &key->end_mark);
    finding_add_string(&finding, "key", name);
    finding_add_phrase(&finding, "type", &this_file);
    suggest_init(&nearest, name, strlen(name));
    suggest_offer(&nearest, rules_key, strlen(rules_key));
    if (suggest_best(&nearest))
        finding_add_string(&finding, "suggestion", rules_key);
    else
        finding_add_string(&finding, "expected", rules_key);
    reader_report(reader, &finding, NULL);
}

static void take_rules(struct rules_file *file, const yaml_event_t *value)
{
    struct reader *reader = file->reader;

    file->is_given = 1;
    if (value->type == YAML_MAPPING_START_EVENT) {
        read_mapping(file, FRAME_SECTION, value, take_rule);
        return;
    }
    if (!event_is_null(value) && !is_reported(reader, value))
        reader_report_shape(reader, rules_key, &reader_expected_mapping, value);
    reader_capture(reader, value, NULL);
}

static void take_root(struct rules_file *file, const char *name, const yaml_event_t *key,
                      const yaml_event_t *value)
{
    size_t length = event_length(key);

    if (length == sizeof rules_key - 1 && memcmp(event_text(key), rules_key, length) == 0) {
        take_rules(file, value);
    } else if (reader_is_version(key)) {
        reader_take_version(file->reader, value);
    } else {
        if (!key_is_own(event_text(key), length))
            report_other_key(file->reader, name, key);
        reader_capture(file->reader, value, NULL);
    }
}

/* What comes outside of all collections. */
static void take_outer(struct rules_file *file, const yaml_event_t *event)
{
    struct reader *reader = file->reader;

    switch (event->type) {
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_START_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        return;
    case YAML_STREAM_END_EVENT:
        if (!reader->document_seen)
            report_missing(reader, event);
        return;
    case YAML_MAPPING_START_EVENT:
        read_mapping(file, FRAME_ROOT, event, take_root);
        /* A key that was meant for it, or that was not understood, is reported already. */
        if (!file->is_given && reader->errors == 0 && reader->status == TRANSFER_OK)
            report_missing(reader, event);
        return;
    default:
        if (is_reported(reader, event))
            return;
        if (event_is_null(event))
            report_missing(reader, event);
        else
            reader_report_shape(reader, NULL, &reader_expected_mapping, event);
        reader_capture(reader, event, NULL);
    }
}

/* Reads the whole stream. */
static void read_rules(struct reader *reader, void *user)
{
    struct rules_file *file = user;
    yaml_event_t event;
    int at_end = 0;

    file->reader = reader;
    while (!at_end && reader_next(reader, &event)) {
        at_end = event.type == YAML_STREAM_END_EVENT;
        take_outer(file, &event);
        yaml_event_delete(&event);
    }
    reader_end(reader);
    if (reader->status == TRANSFER_OK && reader->errors > 0)
        reader->status = TRANSFER_SYNTAX;
}

/* ---- the API ---- */

/* Loads from a path or, where that is NULL, from memory. */
static transfer_status load(transfer_ruleset *ruleset, const char *path, const char *data,
                            size_t size, const char *name, transfer_report *report)
{
    struct rules_file file = {.ruleset = ruleset};
    struct load load = {.report = report, .run = read_rules, .user = &file};
    transfer_status status;
    int reason;

    if (!ruleset || (!path && !name))
        return TRANSFER_MISUSE;
    load.portfolio = transfer_portfolio_new();
    if (!load.portfolio)
        return TRANSFER_NO_MEMORY;
    load.portfolio->limits[TRANSFER_LIMIT_FILE_SIZE] = FILE_SIZE_MAX;
    status = path ? load_from_file(&load, path) : load_from_memory(&load, data, size, name);
    if (status == TRANSFER_OK)
        for (const struct change *change = file.changes; change; change = change->next)
            (void)transfer_ruleset_set_severity(ruleset, change->rule, change->severity);
    reason = errno;
    transfer_portfolio_free(load.portfolio);
    errno = reason;
    return status;
}

transfer_status transfer_ruleset_load_file(transfer_ruleset *ruleset, const char *path,
                                           transfer_report *report)
{
    return load(ruleset, path, NULL, 0, NULL, report);
}

transfer_status transfer_ruleset_load_memory(transfer_ruleset *ruleset, const char *data,
                                             size_t size, const char *name,
                                             transfer_report *report)
{
    return load(ruleset, NULL, data, size, name, report);
}
