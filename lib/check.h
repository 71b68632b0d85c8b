/* What a rule's function is given, and how it reports.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef CHECK_H
#define CHECK_H

#include "portfolio.h"
#include "record-set.h"

/* The item of a list of records that was reported last: the next is mostly close behind. */
struct last_item {
    const struct list *list;
    uint32_t index;
};

struct check;

/* Something that rules need to know of the whole portfolio, made once, when the first asks. */
struct index {
    void *(*build)(struct check *check); /* NULL: no memory, which the check's status says */
    void (*free)(void *data);
};

enum { INDEXES_MAX = 32 };

/* One validation of a portfolio. */
struct check {
    const transfer_portfolio *portfolio;
    const transfer_ruleset *ruleset;
    const transfer_date *as_of; /* NULL: rules that need a day do not apply */
    transfer_report *report;
    transfer_status status;     /* TRANSFER_NO_MEMORY once it ran out, TRANSFER_STOPPED */
    const struct transfer_rule *rule; /* that is looking at a record */
    unsigned incomplete : 1;    /* a source was not read to its end: what it defines is not known */
    const transfer_record *record; /* which it is looking at */
    unsigned failed : 1;        /* that rule has reported something */
    unsigned is_searched : 1;   /* the record was searched for misspelt keys that the rule misses */
    unsigned is_explained : 1;  /* and has one: what the rule finds is reported already */
    uint32_t lost_sections;     /* bit n: a key of a file surely meant the section of type n */
    uint64_t suggestions_left;  /* candidates that may still be looked at for suggestions */
    struct last_item last[4];   /* by how deep it lies */
    struct {
        const struct index *index;
        void *data;
    } indexes[INDEXES_MAX];
    size_t index_count;
    struct record_set exceptions; /* all that the records have */
    struct record_set excused;    /* those of them that accepted something */
};

/* What an index made; NULL: no memory. */
void *check_index(struct check *check, const struct index *index);
void check_free(struct check *check);

/* Whether the portfolio may have more than was read: it is a part, or was not read to its end. */
int check_is_part(const struct check *check, const transfer_record *record);

/* Whether an unknown key of a record was surely meant for a field that is not given: what this
 * leaves out is reported already.  Rules whose findings may come of it name the fields in their
 * row (`missing`), and ask themselves only about records further away. */
int check_is_misspelt(const transfer_record *record, transfer_key key);
/* The same for one of several fields (0 ends them; NULL: any), also in the records that lie in
 * the record, in which it lies, and to which these refer. */
int check_misses(const transfer_record *record, const transfer_key *keys);
/* Whether an unknown key of a record was meant for one of its fields (bit n: number n), or for none
 * that can be told. */
int check_has_stray_key(const transfer_record *record, uint64_t fields);
/* Whether an agreement amends another, or is amended by another, under a key that is misspelt. */
int check_may_amend(struct check *check, const transfer_record *agreement);
/* Whether a key of a file was surely meant for the section of a type, whose records it hides. */
int check_has_lost(const struct check *check, int type);
/* The sections, as bits, that keys of the files were meant for. */
uint32_t check_lost_sections(const transfer_portfolio *portfolio);

/* Begins a finding about a record, or about one of its fields (number 0: the record) and, in a
 * list, an item (index SIZE_MAX: the field). */
void check_finding(const struct check *check, struct finding *finding,
                   const struct transfer_rule *rule, const transfer_record *record,
                   unsigned number, size_t index);
/* Names the place of a record or field as belonging to it. */
void check_add_related(const struct check *check, struct finding *finding,
                       const transfer_record *record, unsigned number, size_t index,
                       const struct phrase *message);
/* Adds it.  `leaf` (may be NULL) is a key behind the record's pointer. */
void check_report(struct check *check, struct finding *finding, const transfer_record *record,
                  unsigned number, size_t index, const char *leaf);

/* The same by a field's public key (key 0: the record itself), for fields that are no list. */
void check_begin(const struct check *check, struct finding *finding,
                 const struct transfer_rule *rule, const transfer_record *record,
                 transfer_key key);
void check_relate(const struct check *check, struct finding *finding,
                  const transfer_record *record, transfer_key key, const struct phrase *message);
void check_end(struct check *check, struct finding *finding, const transfer_record *record,
               transfer_key key);

#endif
