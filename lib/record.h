/* How a portfolio holds its records in memory.
 *
 * SPDX-License-Identifier: MIT
 *
 * A record is a small header with a presence map and one cell for each field that is set, in the
 * order of the field numbers, found by counting bits.  What is loaded lies in chunks that are
 * freed with the portfolio; what is set later lies in blocks of its own, freed by the next set.
 */
#ifndef RECORD_H
#define RECORD_H

#include <transfer/transfer.h>

#include "arena.h"
#include "schema.h"

struct entry;

/* A value with its place (characters, from 1; line 0: was not read from a text). */
struct cell {
    union {
        int64_t integer;  /* integer, boolean, choice */
        const char *text; /* text, code, url; and what could not be read, of any kind */
        struct entry *entry;
        transfer_record *record; /* only while reading, of an item of an open list */
        transfer_date date;
        const transfer_period *period;
        const transfer_amount *amount;
        const transfer_quantity *quantity;
        const transfer_share *share;
        struct list *list;
        struct extras *extras;
    } value;
    uint32_t line : 30;
    uint32_t heap : 1;       /* the value lies in a block */
    uint32_t unreadable : 1; /* value.text is what was written */
    uint32_t column : 30;
    uint32_t yaml : 1;        /* unreadable: value.text is YAML, not a scalar's text */
    uint32_t is_quantity : 1; /* of kind measure: a quantity, else an amount; unreadable: a comma in
                                 braces had cut it */
};

/* The items of a list field.  Items that came from a text lie behind it in its chunk; a list that
 * grows moves them to a block. */
struct list {
    uint32_t count;
    uint32_t capacity; /* of a block; 0: items are in a chunk */
    union {
        struct cell *cells;        /* of scalars and references */
        transfer_record **records; /* of nested records */
    } items;
};

/* A key that is not the schema's, with its value as YAML in block style at indent 0. */
struct extra {
    const char *name;
    const char *yaml;
    uint32_t line : 30;
    uint32_t heap : 1;    /* name and yaml lie in blocks */
    uint32_t unknown : 1; /* not an x_ key (or a section of the wrong shape): reported */
    uint32_t column : 30;
    uint32_t comma : 1;   /* unknown: made by a comma in braces */
};

struct extras {
    uint32_t count;
    uint32_t capacity; /* of a block; 0: items are in a chunk */
    struct extra *items;
};

struct transfer_record {
    uint64_t present; /* bit n: field number n is set; EXTRAS_NUMBER: there are extras */
    struct cell *cells;
    void *owner; /* nested: the record that it lies in; else the portfolio */
    uint32_t line : 30;
    uint32_t removed : 1;
    uint32_t nested : 1;
    uint32_t column : 30;
    uint32_t cells_heap : 1;
    uint32_t mark : 1; /* used within one change of the portfolio; 0 outside */
    uint8_t type;
    uint8_t cells_spare; /* unused cells behind the used ones, in a block */
    uint8_t owner_field; /* nested: number of the owner's field */
    uint8_t yaml : 1;    /* was not a mapping: its only extra is what was written */
    uint32_t source;     /* not nested: index of the source */
};

/* A record that is not nested. */
struct top_record {
    struct entry *entry; /* its id; NULL: the portfolio's own */
    uint64_t sequence;   /* grows within a section */
    struct transfer_record record;
};

static inline struct top_record *record_top(const transfer_record *record)
{
    return (struct top_record *)((char *)(uintptr_t)record - offsetof(struct top_record, record));
}

static inline int key_type(transfer_key key)
{
    return key >> 8;
}

static inline unsigned key_number(transfer_key key)
{
    return (unsigned)key & 0xff;
}

/* NULL when there is no such type or field. */
const struct type *type_numbered(int number);
const struct field *field_numbered(const struct type *type, unsigned number);
const struct field *field_keyed(transfer_key key);
const struct field *field_named(const struct type *type, const char *name, size_t length);
/* Which field numbers of a type hold references (lists too), and which nested records. */
uint64_t type_references(int number);
uint64_t type_nested(int number);
/* NULL when the field has no such choice. */
const struct choice *choice_numbered(const struct field *field, int number);
const struct choice *choice_named(const struct field *field, const char *name, size_t length);

/* The cell of a field, NULL when it is not set. */
static inline struct cell *record_cell(const transfer_record *record, unsigned number)
{
    uint64_t bit = (uint64_t)1 << number;

    if (!(record->present & bit))
        return NULL;
    return &record->cells[__builtin_popcountll(record->present & (bit - 1))];
}

/* The record, not nested, in which a record lies; itself when it is not nested. */
transfer_record *record_root(const transfer_record *record);

/* Frees what a cell holds in blocks, those of nested records included; the cell is then invalid. */
void cell_free(transfer_portfolio *portfolio, const struct field *field, struct cell *cell);
/* A cell for a field that is not set, at its place among the others; line 0.  NULL: no memory. */
struct cell *record_add_cell(transfer_portfolio *portfolio, transfer_record *record,
                             unsigned number);
/* Takes the cell of a set field out of a record; the value is not freed. */
void record_remove_cell(transfer_record *record, unsigned number);
/* Removes and frees one of a record's extras. */
void record_remove_extra(transfer_record *record, uint32_t index);
/* To be called when something was set in a record: what it was before it was a mapping goes. */
void record_become_mapping(transfer_record *record);
/* Makes room for one more item of `size` bytes in a growing array whose items may lie in a chunk
 * (capacity 0).  Returns the items, NULL when memory runs out. */
void *items_grow(transfer_portfolio *portfolio, void *items, uint32_t count, uint32_t *capacity,
                 size_t size);
/* Marks a record and those nested in it as removed and frees what they hold. */
void record_release(transfer_portfolio *portfolio, transfer_record *record);

#endif
