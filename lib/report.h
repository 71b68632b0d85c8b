/* Reports: diagnostics as data.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef REPORT_H
#define REPORT_H

#include <transfer/transfer.h>

#include "rule.h"

/* A place in a text: lines and columns in characters from 1, 0 where not known; the end is behind
 * the last character. */
struct place {
    const char *file; /* the source's name */
    uint64_t line, column;
    uint64_t end_line, end_column;
};

/* A named part of a message: a text in the spelling of the file, or a phrase in each language. */
struct part {
    const char *name;
    const char *text; /* NULL: take the phrase */
    size_t length;
    const struct phrase *phrase;
};

enum { FINDING_PARTS = 8, FINDING_RELATED = 8 };

struct related {
    struct place place;
    const struct phrase *message;
};

/* A diagnostic in the making; what it points to need only live until report_add() returns. */
struct finding {
    const struct transfer_rule *rule;
    transfer_severity severity;
    struct place place;
    const char *pointer;   /* JSON Pointer; NULL: the whole file */
    const char *record_id; /* NULL: none */
    const char *exception; /* why the record accepts it; NULL: it does not */
    size_t part_count;
    struct part parts[FINDING_PARTS]; /* "found", "expected", "suggestion" are also kept apart */
    size_t related_count;
    struct related related[FINDING_RELATED];
};

/* Makes a finding no graver than a severity. */
void finding_lower(struct finding *finding, transfer_severity highest);
/* Appends a part; `text` may be NULL, which adds nothing. */
void finding_add_text(struct finding *finding, const char *name, const char *text, size_t length);
void finding_add_string(struct finding *finding, const char *name, const char *text);
void finding_add_phrase(struct finding *finding, const char *name, const struct phrase *phrase);
void finding_add_number(struct finding *finding, const char *name, uint64_t number, char buffer[24]);
/* The same of values, whose spelling needs room that lives as long. */
void finding_add_amount(struct finding *finding, const char *name, const transfer_amount *amount,
                        char buffer[TRANSFER_VALUE_SIZE]);
void finding_add_quantity(struct finding *finding, const char *name,
                          const transfer_quantity *quantity, char buffer[TRANSFER_VALUE_SIZE]);
void finding_add_share(struct finding *finding, const char *name, const transfer_share *share,
                       char buffer[TRANSFER_VALUE_SIZE]);
void finding_add_date(struct finding *finding, const char *name, const transfer_date *date,
                      char buffer[TRANSFER_VALUE_SIZE]);
void finding_add_period(struct finding *finding, const char *name, const transfer_period *period,
                        char buffer[TRANSFER_VALUE_SIZE]);
void finding_add_related(struct finding *finding, const struct place *place,
                         const struct phrase *message);

enum { REASON_COUNT = TRANSFER_REASON_NO_TABLE + 1 };

/* What a rule said of how many records or files. */
struct tally {
    const struct transfer_rule *rule;
    size_t passed, failed;
    size_t reasons[REASON_COUNT]; /* why it did not apply */
};

/* Where the text of a source can be read again. */
struct report_source {
    const char *name;     /* as in place.file */
    const char *path;     /* NULL: only from data */
    const char *data;     /* the kept text; NULL: read the path */
    size_t size;          /* of data */
    uint64_t fingerprint; /* of the file when it was loaded, see file_fingerprint() */
};

/* A call that adds to a report stands between begin and end.  At most `limit` diagnostics are kept
 * between them; what is beyond is counted, and said by too-many-diagnostics.  `report` may be NULL
 * in all three: then nothing is kept.  report_add() copies; a severity of TRANSFER_OFF adds
 * nothing.  report_end() drops what the report had already (same rule, place and pointer), finds
 * ends and excerpts by reading the sources again, and sorts by the order of `sources`, line and
 * column. */
transfer_status report_begin(transfer_report *report, size_t limit);
transfer_status report_add(transfer_report *report, const struct finding *finding);
transfer_status report_end(transfer_report *report, const struct report_source *sources,
                           size_t source_count);

/* Whether the report was given anything about a file that breaks a rule of the table. */
int report_has_failed(const transfer_report *report, const char *file,
                      const struct transfer_rule *rule);
/* Keeps a copy of what a validation counted, in the place of what it had. */
transfer_status report_set_tallies(transfer_report *report, const struct tally *tallies,
                                   size_t count);

#endif
