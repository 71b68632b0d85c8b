/* The state of reading one source: libyaml's events on one side, the model on the other.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef READER_H
#define READER_H

#include <yaml.h>

#include "buffer.h"
#include "fault.h"
#include "portfolio.h"
#include "prescan.h"
#include "scalar.h"

enum { DEPTH_MAX = 64 };

/* Reports are rare: the way to them is kept out of the way of what is frequent. */
#define RARE __attribute__((cold, noinline))

enum frame_kind {
    FRAME_ROOT,    /* the mapping of the file */
    FRAME_SECTION, /* a mapping of records by id */
    FRAME_RECORD,  /* a record, or a nested one */
    FRAME_LIST     /* the list of a field */
};

/* A collection of the schema that is open. */
struct frame {
    enum frame_kind kind;
    unsigned char flow;      /* between braces or brackets */
    unsigned char discarded; /* what is read does not enter the model */
    unsigned char value_due; /* of a mapping: a key was read */
    uint32_t line, column;   /* of a record: its id or its beginning */
    const struct type *type; /* of the records (sections, lists of records), or of the record */
    const struct field *field; /* whose value is due (records), or whose list it is */
    uint64_t seen, present;
    size_t cells, extras; /* where its cells and extras begin on the reader's stacks */
    size_t index;         /* of the next item of a list */
    yaml_mark_t last_end; /* in braces: behind the last scalar that was read into a cell */
    unsigned char has_last; /* there is such a scalar, and nothing came after it */
    unsigned char is_held;  /* it cannot be read, which is not yet reported */
    unsigned char is_joined; /* ... because commas cut it: reader.joined is the whole */
    struct entry *entry;  /* of a record in a section */
    const char *name;     /* the id, for pointers */
    uint64_t serial;      /* tells the keys of one mapping from those of others */
};

struct open_cell {
    struct cell cell; /* in a list of records, value.record */
    unsigned number;
};

/* Keys that are not the schema's, by hash, to find repeats. */
struct key_place {
    uint64_t hash; /* of mapping and key; 0: free */
    uint32_t line, column;
};

struct masks {
    uint64_t references, lists, nested;
};

struct reader {
    transfer_portfolio *portfolio;
    struct source *source;
    uint32_t source_index;
    const transfer_ruleset *ruleset;
    transfer_report *report;
    transfer_status status; /* why reading stopped; TRANSFER_OK: go on */
    struct prescan *prescan;
    yaml_parser_t parser;
    struct frame frames[DEPTH_MAX + 1];
    size_t depth;
    struct open_cell *cells;
    size_t cell_count, cell_capacity;
    struct extra *extras;
    size_t extra_count, extra_capacity;
    struct key_place *keys;
    size_t key_count, key_capacity;
    uint64_t serial;
    struct buffer joined; /* the pieces of a value in braces that commas cut */
    /* The key that is not the schema's whose value is due, in a chunk; NULL: a known one. */
    const char *name;
    yaml_mark_t name_start, name_end;
    size_t nesting; /* of all collections, those below x_ keys too */
    uint64_t errors; /* that were reported, whether or not there is a report */
    /* A text that a comment may have cut: known when the rest of its line was read. */
    struct {
        unsigned char is_due;
        yaml_mark_t start, end;
        struct buffer text, pointer;
        const char *record_id;
    } comment;
    unsigned key_seen : 1;      /* of the file */
    unsigned version_seen : 1;  /* and it is one that can be read */
    unsigned document_seen : 1;
    unsigned is_altered : 1; /* what could not be read was handed on as something else */
    /* What was not UTF-8 is one diagnostic with the first place and a count. */
    uint64_t not_utf8_count, not_utf8_line, not_utf8_column;
    char not_utf8_byte;
    struct masks masks[TYPE_NUMBER_MAX + 1];
    /* The field that followed a field last time: files repeat themselves. */
    struct follower {
        const struct field *field;
        size_t length; /* of its name */
    } followers[TYPE_NUMBER_MAX + 1][FIELD_NUMBER_MAX + 1];
};

static inline struct frame *reader_top(struct reader *reader)
{
    return &reader->frames[reader->depth - 1];
}

/* Lines and columns of people begin at 1; 30 bits hold those of the largest file. */
static inline uint32_t mark_line(const yaml_mark_t *mark)
{
    return (uint32_t)(mark->line + 1) & 0x3fffffff;
}

static inline uint32_t mark_column(const yaml_mark_t *mark)
{
    return (uint32_t)(mark->column + 1) & 0x3fffffff;
}

/* Stops reading for want of memory. */
static inline void reader_no_memory(struct reader *reader)
{
    reader->status = TRANSFER_NO_MEMORY;
}

/* Whether a plain text says that nothing is known. */
int text_is_null(const char *text);

static inline const char *event_text(const yaml_event_t *event)
{
    return (const char *)event->data.scalar.value;
}

static inline size_t event_length(const yaml_event_t *event)
{
    return event->data.scalar.length;
}

static inline int event_is_plain(const yaml_event_t *event)
{
    return event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

/* Whether an event is a plain null, or nothing. */
static inline int event_is_null(const yaml_event_t *event)
{
    return event->type == YAML_SCALAR_EVENT && event_is_plain(event) && event_length(event) <= 4 &&
           text_is_null(event_text(event));
}

/* Whether a key is a user's own: it begins with "x_". */
static inline int key_is_own(const char *text, size_t length)
{
    return length > 2 && text[0] == 'x' && text[1] == '_';
}

/* ---- read.c ---- */

/* Reads the whole stream into the model. */
void reader_run(struct reader *reader);

/* ---- reader-events.c ---- */

/* A reader of a stream into a source; NULL when memory runs out.  The caller sets what is to be
 * reported, and what the prescan is to keep. */
struct reader *reader_new(transfer_portfolio *portfolio, struct source *source,
                          transfer_read_function *read, void *user);
void reader_free(struct reader *reader);
/* The next event; 0 when reading stops (status tells why, or TRANSFER_OK at the end).  The caller
 * deletes the event. */
int reader_next(struct reader *reader, yaml_event_t *event);
/* After the last event: what is only known then. */
void reader_end(struct reader *reader);

/* ---- reader-key.c ---- */

/* What stands where a key is due, or the end of the mapping. */
void reader_take_key(struct reader *reader, struct frame *frame, const yaml_event_t *event);
/* Reports that the file does not begin as it should; `found` of NULL is the event's text. */
RARE void reader_report_version(struct reader *reader, const yaml_event_t *event,
                           const struct phrase *found);
/* Whether a key is that of the format's version, and its value. */
int reader_is_version(const yaml_event_t *event);
void reader_take_version(struct reader *reader, const yaml_event_t *event);
/* Reports a key that stands twice in a mapping; line 0: the first place is not known. */
RARE void reader_report_duplicate_key(struct reader *reader, const yaml_event_t *event,
                                      uint32_t line, uint32_t column);
/* Reads a key that is a collection, which has no place in any mapping of the schema, and its
 * value. */
RARE void reader_skip_complex_key(struct reader *reader, const yaml_event_t *event);
/* A file without a key: it is empty, or holds comments alone, or "{}". */
RARE void reader_report_empty(struct reader *reader, const yaml_event_t *event);

/* ---- reader-scalar.c ---- */

/* A scalar of a field, or an item of its list. */
void reader_take_scalar(struct reader *reader, struct frame *frame, const struct field *field,
                        const yaml_event_t *event);
/* A value of the wrong shape, kept as YAML in a cell. */
void reader_keep_node(struct reader *reader, struct frame *frame, const struct field *field,
                      const yaml_event_t *event);
/* Reports a wrong shape; `name` is of what has it, NULL: an item, or the file. */
RARE void reader_report_shape(struct reader *reader, const char *name, const struct phrase *expected,
                         const yaml_event_t *event);
extern const struct phrase reader_expected_scalar, reader_expected_list, reader_expected_records,
    reader_expected_mapping;
/* In braces, a value that cannot be read may have been cut by a comma: what comes next tells, so
 * its report is held back until then. */
RARE void reader_report_held(struct reader *reader, struct frame *frame);
/* A text behind which a "#" stands: whether a comment cut it is known with the next event. */
RARE void reader_hold_comment(struct reader *reader, const struct frame *frame,
                              const yaml_event_t *event);
/* Reports, if so, that a comment cut the text before the last event. */
RARE void reader_settle_comment(struct reader *reader);
/* Ends the wait: what came next was no part of the value. */
static inline void reader_settle(struct reader *reader, struct frame *frame)
{
    frame->has_last = 0;
    if (frame->is_held)
        reader_report_held(reader, frame);
}
/* Puts together what a comma in braces had cut: the last value, and the key behind the comma. */
RARE void reader_join_at_comma(struct reader *reader, struct frame *frame);

/* ---- reader-build.c ---- */

/* Opens a collection of the schema. */
struct frame *reader_push(struct reader *reader, enum frame_kind kind, const yaml_event_t *event);
/* Closes it: a record enters the model, a list its record. */
void reader_close(struct reader *reader);
/* Room for one more cell; 0: no memory. */
int reader_grow_cells(struct reader *reader);
/* A new cell of the open record or list, at a place; NULL: no memory. */
static inline struct cell *reader_push_cell(struct reader *reader, unsigned number, uint32_t line,
                                            uint32_t column)
{
    struct open_cell *open;

    if (reader->cell_count == reader->cell_capacity && !reader_grow_cells(reader))
        return NULL;
    open = &reader->cells[reader->cell_count++];
    *open = (struct open_cell){.number = number,
                               .cell = {.line = line & 0x3fffffff,
                                        .column = column & 0x3fffffff}};
    return &open->cell;
}
struct extra *reader_push_extra(struct reader *reader, const char *name, const char *yaml,
                                const yaml_mark_t *mark);
/* The node of an event as YAML, in a chunk; NULL when it cannot be kept (the source is then not
 * whole, or memory ran out). */
const char *reader_capture_text(struct reader *reader, const yaml_event_t *event);

/* ---- reader-report.c ---- */

/* Begins a finding at a place of the source (marks count from 0); an `end` of NULL is left to the
 * report. */
RARE void reader_finding(const struct reader *reader, struct finding *finding,
                    const struct transfer_rule *rule, const yaml_mark_t *start,
                    const yaml_mark_t *end);
/* Adds it, at the JSON Pointer of what is being read; `leaf` (may be NULL) is a key behind that. */
RARE void reader_report(struct reader *reader, struct finding *finding, const char *leaf);
/* The pointer that it would have, NUL-terminated; and the id of the record, NULL outside of one. */
void reader_pointer(const struct reader *reader, const char *leaf, struct buffer *pointer);
const char *reader_record_id(const struct reader *reader);
/* Adds a finding that has its pointer and record. */
void reader_add(struct reader *reader, const struct finding *finding);
/* A finding without parts, or with the text of an event as "found". */
RARE void reader_report_event(struct reader *reader, const struct transfer_rule *rule,
                         const yaml_event_t *event, const char *leaf);
/* The event as people know it: a phrase for a mapping, list or scalar. */
const struct phrase *event_phrase(const yaml_event_t *event);
/* Reports what the prescan found. */
prescan_report reader_prescan_fault;
/* Reports the count of what was not UTF-8. */
RARE void reader_report_not_utf8(struct reader *reader);
/* Reports why libyaml stopped. */
RARE void reader_report_syntax(struct reader *reader);

/* ---- capture.c ---- */

/* Reads the rest of the node that `event` begins (the caller deletes it), into `out` as YAML, or
 * nowhere if NULL.  Returns 0 when reading stopped or the node cannot be kept. */
int reader_capture(struct reader *reader, const yaml_event_t *event, struct buffer *out);
/* Notes a key of a mapping.  Returns its earlier place, NULL when it is new or memory ran out (see
 * status). */
const struct key_place *reader_note_key(struct reader *reader, uint64_t serial, const char *key,
                                        size_t length, const yaml_mark_t *mark);

#endif
