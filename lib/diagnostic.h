/* A diagnostic as a report keeps it.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef DIAGNOSTIC_H
#define DIAGNOSTIC_H

#include "report.h"

/* A file that a report knows. */
struct report_file {
    uint64_t rank; /* files are in the order of their ranks */
    size_t call;   /* that the report met it in */
    uint64_t failed[(RULE_COUNT + 63) / 64]; /* bit n: it breaks rule n of the table */
    const struct report_source *source; /* while a call ends */
    char name[];
};

struct kept_related {
    const char *file;
    uint64_t line, column;
    const char *message[LANGUAGES];
};

/* What it points to lies behind it in the same block, but for file and excerpt. */
struct transfer_diagnostic {
    const struct transfer_rule *rule;
    transfer_severity severity;
    uint64_t line, column, end_line, end_column;
    struct report_file *file;
    size_t arrival;
    int is_last; /* stands behind all others of its file */
    const char *pointer, *record, *found, *suggestion, *exception;
    const char *expected[LANGUAGES], *message[LANGUAGES];
    transfer_diagnostic *excused; /* what takes its place when the call ends */
    char *excerpt;           /* NULL, or the line or a part of it, without control characters */
    uint64_t excerpt_column; /* of the excerpt's first character, which may be an ellipsis in its place */
    size_t related_count;
    struct kept_related related[];
};

/* A caller's own rule as the report remembers it, when its rule set is gone. */
struct report_rule {
    struct report_rule *next;
    struct transfer_rule rule;
    char name[];
};

struct transfer_report {
    transfer_diagnostic **items; /* in order, but for those of the call in progress */
    size_t count, capacity;
    size_t severity_count[TRANSFER_ERROR + 1]; /* those beyond the limits included */
    struct report_rule *own_rules;
    struct tally *tallies; /* of the last validation */
    size_t tally_count;
    size_t arrivals;
    size_t call;                  /* number of the call in progress */
    size_t begun;                 /* count when it began */
    size_t limit;                 /* of what it adds */
    size_t beyond;                /* what it found beyond the limit */
    struct report_file *beyond_file; /* where that began */
    transfer_diagnostic **index;  /* what was there before, by key; NULL until it is needed */
    uint64_t *beyond_keys;        /* of all that was beyond a limit, to know it again */
    size_t beyond_count, beyond_capacity;
    size_t beyond_begun;          /* count when the call began */
    struct report_file **files;   /* by name */
    size_t file_count, file_capacity;
    struct report_file *last_file; /* that was looked up */
    uint64_t next_rank;
};

/* A diagnostic of its own from a finding and what the report adds (rule to pointer of `key`); NULL when
 * memory runs out. */
transfer_diagnostic *diagnostic_new(const struct finding *finding, const transfer_diagnostic *key);
void diagnostic_free(transfer_diagnostic *diagnostic);
/* Finds the ends and excerpts of one source's diagnostics, which are in order. */
transfer_status diagnostics_complete(transfer_diagnostic **items, size_t count,
                                     const struct report_source *source);

#endif
