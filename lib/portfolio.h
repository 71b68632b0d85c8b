/* A portfolio: sources, sections, ids and the references to them.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef PORTFOLIO_H
#define PORTFOLIO_H

#include "ids.h"
#include "record.h"
#include "report.h"

enum { TYPE_NUMBER_MAX = 31 };

/* A file, or a text that came from elsewhere.  Source 0 is always there. */
struct source {
    char *name;           /* "" for what was never read */
    char *path;           /* NULL: not a file */
    char *data;           /* the kept text, or NULL */
    size_t size, kept;    /* its bytes, and those allocated */
    uint64_t fingerprint; /* of the file as it was read, which positions refer to */
    uint64_t saved;       /* of the file as last saved, 0: never was; saving sets it, atomically */
    unsigned has_comments : 1;
    unsigned not_whole : 1; /* something in the text is not in the model: it must not be replaced */
    unsigned unfinished : 1; /* reading stopped before the end */
    unsigned partial : 1;   /* loaded as a part */
    unsigned used : 1;
    struct extras extras;   /* keys at the root that are not the schema's */
    struct top_record self; /* what the file says of the portfolio */
};

struct section {
    transfer_record **items;  /* behind a gap that removing from the front leaves in `memory` */
    transfer_record **memory; /* of `capacity` items */
    size_t count, capacity;
};

struct transfer_portfolio {
    struct arena arena;
    struct ids ids;
    struct section sections[TYPE_NUMBER_MAX + 1]; /* by type number; empty for nested types */
    struct source **sources;
    size_t source_count;
    uint64_t sequence;
    uint64_t record_count; /* nested ones too */
    uint64_t limits[4];    /* by transfer_limit */
};

static inline transfer_portfolio *record_portfolio(const transfer_record *record)
{
    return (transfer_portfolio *)record_root(record)->owner;
}

/* Whether the record says anything that is written. */
static inline int record_is_empty(const transfer_record *record)
{
    return record->present == 0;
}

/* A source to read into: source 0 while nothing uses it, else a new one; NULL without memory. */
struct source *source_new(transfer_portfolio *portfolio, const char *name, const char *path);
/* Ends what report_begin() began, with the portfolio's sources. */
transfer_status portfolio_end_report(const transfer_portfolio *portfolio,
                                     transfer_report *report);
/* Where a record stands in its section. */
size_t section_index(const struct section *section, const transfer_record *record);
/* Appends to a section; the record's entry must be set. */
transfer_status section_append(transfer_portfolio *portfolio, transfer_record *record);

#endif
