/* Ids: each is interned once a section, and knows its record and who refers to it.
 *
 * SPDX-License-Identifier: MIT
 *
 * A reference met before its record makes an entry without record, which the definition fills.
 */
#ifndef IDS_H
#define IDS_H

#include <transfer/transfer.h>

#include "arena.h"

enum { ID_MAX = 64, LINKS_MAX = 1024 };

/* Records that refer, or once referred, to an id.  A change of a reference leaves it in place
 * (`stale` counts); when half are stale they are swept. */
struct links {
    struct links *next;       /* older ones */
    uint32_t count, capacity; /* of LINKS_MAX: lies in a block, the smaller ones in chunks */
    transfer_record *records[];
};

struct entry {
    transfer_record *record;  /* NULL: nothing has this id, or no longer */
    transfer_record *first;   /* the first of the links; NULL: none */
    struct links *links;      /* the others, newest first */
    uint32_t link_count, stale;
    uint32_t hash;
    uint8_t type;
    uint8_t length;
    uint8_t misspelt; /* a record is there under a key that surely meant this id */
    char id[];
};

struct ids {
    struct entry **slots;
    size_t capacity, count; /* capacity is a power of two */
    uint64_t seed[2];
};

/* Whether a text is an id: [a-z0-9] then [a-z0-9._-], at most 64. */
int id_is_valid(const char *text, size_t length);
/* Writes the id that a text surely meant ("Région Lorraine": "region-lorraine").  0 when none. */
int id_suggest(const char *text, size_t length, char buffer[ID_MAX + 1]);

void ids_init(struct ids *ids);
void ids_free(struct ids *ids);
/* NULL when there is none. */
struct entry *ids_find(const struct ids *ids, int type, const char *id, size_t length);
/* Finds or makes; NULL when memory runs out.  The text may be any that fits (unreadable ids are
 * not interned). */
struct entry *ids_intern(struct ids *ids, struct arena *arena, int type, const char *id,
                         size_t length);
/* A 64-bit hash of a text, seeded. */
uint64_t ids_hash(const struct ids *ids, uint64_t salt, const char *text, size_t length);

/* Notes that a record refers to the entry.  0 when memory runs out. */
int entry_link(struct entry *entry, struct arena *arena, transfer_record *record);
/* Notes that a record may no longer refer to the entry; sweeps when most are stale. */
void entry_unlink(struct entry *entry);
/* Moves the links of one entry to another, without repeats in either.  Returns 0, and has moved
 * nothing, when memory runs out. */
int entry_move_links(struct entry *from, struct entry *to, struct arena *arena);

/* Whether any of a record's own fields (not of those nested in it) refers to the entry. */
int record_refers_to(const transfer_record *record, const struct entry *entry);

#endif
