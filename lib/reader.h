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
    struct entry *entry;  /* of a record in a section */
    const char *name;     /* the id, for pointers */
    uint64_t serial;      /* tells the keys of one mapping from those of others */
};

struct open_cell {
    struct cell cell; /* in a list of records, value.text is the record */
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
    /* The key that is not the schema's whose value is due, in a chunk; NULL: a known one. */
    const char *name;
    yaml_mark_t name_start, name_end;
    size_t nesting; /* of all collections, those below x_ keys too */
    unsigned key_seen : 1;      /* of the file */
    unsigned document_seen : 1;
    /* What was not UTF-8 is one diagnostic with the first place and a count. */
    uint64_t not_utf8_count, not_utf8_line, not_utf8_column;
    char not_utf8_byte;
    struct masks masks[TYPE_NUMBER_MAX + 1];
    /* The field that followed a field last time: files repeat themselves. */
    uint8_t follower[TYPE_NUMBER_MAX + 1][FIELD_NUMBER_MAX + 1];
};

/* ---- read.c ---- */

/* A reader of a stream into a source; NULL when memory runs out.  The caller sets what is to be
 * reported, and what the prescan is to keep. */
struct reader *reader_new(transfer_portfolio *portfolio, struct source *source,
                          transfer_read_function *read, void *user);
void reader_free(struct reader *reader);
/* Reads the whole stream into the model. */
void reader_run(struct reader *reader);
/* The next event; 0 when reading stops (status tells why, or TRANSFER_OK at the end).  The caller
 * deletes the event. */
int reader_next(struct reader *reader, yaml_event_t *event);

/* ---- reader-report.c ---- */

/* Begins a finding at a place of the source (marks count from 0); an `end` of NULL is left to the
 * report. */
void reader_finding(const struct reader *reader, struct finding *finding,
                    const struct transfer_rule *rule, const yaml_mark_t *start,
                    const yaml_mark_t *end);
/* Adds it, at the JSON Pointer of what is being read; `leaf` (may be NULL) is a key behind that. */
void reader_report(struct reader *reader, struct finding *finding, const char *leaf);
/* A finding without parts, or with the text of an event as "found". */
void reader_report_event(struct reader *reader, const struct transfer_rule *rule,
                         const yaml_event_t *event, const char *leaf);
/* The event as people know it: a phrase for a mapping, list or scalar. */
const struct phrase *event_phrase(const yaml_event_t *event);
/* Reports what the prescan found. */
prescan_report reader_prescan_fault;
/* Reports the count of what was not UTF-8. */
void reader_report_not_utf8(struct reader *reader);
/* Reports why libyaml stopped. */
void reader_report_syntax(struct reader *reader);

/* ---- capture.c ---- */

/* Reads the rest of the node that `event` begins (the caller deletes it), into `out` as YAML, or
 * nowhere if NULL.  Returns 0 when reading stopped or the node cannot be kept. */
int reader_capture(struct reader *reader, const yaml_event_t *event, struct buffer *out);
/* Notes a key of a mapping.  Returns its earlier place, NULL when it is new or memory ran out (see
 * status). */
const struct key_place *reader_note_key(struct reader *reader, uint64_t serial, const char *key,
                                        size_t length, const yaml_mark_t *mark);

#endif
