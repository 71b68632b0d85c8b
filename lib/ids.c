/* The table of ids, and the back-links of references.
 *
 * SPDX-License-Identifier: MIT
 */
#define _GNU_SOURCE /* getrandom */
#include "ids.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "record.h"

enum { SLOTS_FIRST = 64, LINKS_FIRST = 3, SWEEP_MIN = 16 };

static int is_id_start(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static int is_id_byte(unsigned char c)
{
    return is_id_start(c) || c == '.' || c == '_' || c == '-';
}

int id_is_valid(const char *text, size_t length)
{
    if (length < 1 || length > ID_MAX || !is_id_start((unsigned char)text[0]))
        return 0;
    for (size_t i = 1; i < length; i++)
        if (!is_id_byte((unsigned char)text[i]))
            return 0;
    return 1;
}

/* The ASCII letter of the Latin-1 letters U+00C0 to U+00FF, lower case; a blank where there is
 * none. */
static const char latin1_letters[] = "aaaaaa ceeeeiiii nooooo ouuuuy saaaaaa ceeeeiiii nooooo ouuuuy y";

int id_suggest(const char *text, size_t length, char buffer[ID_MAX + 1])
{
    size_t used = 0;

    for (size_t i = 0; i < length && used < ID_MAX; i++) {
        unsigned char c = (unsigned char)text[i];
        char letter = '-';

        if (c >= 'A' && c <= 'Z')
            letter = (char)(c - 'A' + 'a');
        else if (is_id_byte(c))
            letter = (char)c;
        else if (c == 0xc3 && i + 1 < length) {
            letter = latin1_letters[(unsigned char)text[++i] & 0x3f];
            if (letter == ' ')
                letter = '-';
        } else if (c >= 0x80) {
            while (i + 1 < length && ((unsigned char)text[i + 1] & 0xc0) == 0x80)
                i++;
        }
        if (letter == '-' && (used == 0 || buffer[used - 1] == '-'))
            continue;
        if (used == 0 && !is_id_start((unsigned char)letter))
            continue;
        buffer[used++] = letter;
    }
    while (used > 0 && buffer[used - 1] == '-')
        used--;
    buffer[used] = '\0';
    return used > 0;
}

/* SipHash-1-3 (Aumasson, Bernstein: "SipHash: a fast short-input PRF", 2012), so that nobody can
 * choose ids that collide. */
static inline uint64_t rotate(uint64_t x, int bits)
{
    return x << bits | x >> (64 - bits);
}

#define SIP_ROUND                                                                                  \
    do {                                                                                           \
        v0 += v1;                                                                                  \
        v2 += v3;                                                                                  \
        v1 = rotate(v1, 13) ^ v0;                                                                  \
        v3 = rotate(v3, 16) ^ v2;                                                                  \
        v0 = rotate(v0, 32);                                                                       \
        v2 += v1;                                                                                  \
        v0 += v3;                                                                                  \
        v1 = rotate(v1, 17) ^ v2;                                                                  \
        v3 = rotate(v3, 21) ^ v0;                                                                  \
        v2 = rotate(v2, 32);                                                                       \
    } while (0)

uint64_t ids_hash(const struct ids *ids, uint64_t salt, const char *text, size_t length)
{
    uint64_t k0 = ids->seed[0] ^ salt, k1 = ids->seed[1];
    uint64_t v0 = k0 ^ 0x736f6d6570736575u, v1 = k1 ^ 0x646f72616e646f6du;
    uint64_t v2 = k0 ^ 0x6c7967656e657261u, v3 = k1 ^ 0x7465646279746573u;
    uint64_t word = 0;
    size_t i;

    for (i = 0; i + 8 <= length; i += 8) {
        memcpy(&word, text + i, 8);
        v3 ^= word;
        SIP_ROUND;
        v0 ^= word;
    }
    word = 0;
    memcpy(&word, text + i, length - i);
    word ^= (uint64_t)length << 56;
    v3 ^= word;
    SIP_ROUND;
    v0 ^= word;
    v2 ^= 0xff;
    SIP_ROUND;
    SIP_ROUND;
    SIP_ROUND;
    return v0 ^ v1 ^ v2 ^ v3;
}

void ids_init(struct ids *ids)
{
    ids->slots = NULL;
    ids->capacity = ids->count = 0;
    /* Without entropy, early at boot, the address alone has to do: getrandom must not wait. */
    if (getrandom(ids->seed, sizeof ids->seed, GRND_NONBLOCK) != (ssize_t)sizeof ids->seed) {
        ids->seed[0] = (uintptr_t)ids;
        ids->seed[1] = (uintptr_t)&ids_init;
    }
}

void ids_free(struct ids *ids)
{
    free(ids->slots);
}

static inline int entry_is(const struct entry *entry, uint32_t hash, int type, const char *id,
                           size_t length)
{
    return entry->hash == hash && entry->length == length && entry->type == type &&
           memcmp(entry->id, id, length) == 0;
}

/* The slot where an id is, or would be. */
static struct entry **ids_slot(const struct ids *ids, uint32_t hash, int type, const char *id,
                               size_t length)
{
    size_t mask = ids->capacity - 1;
    size_t i = hash & mask;

    while (ids->slots[i] && !entry_is(ids->slots[i], hash, type, id, length))
        i = (i + 1) & mask;
    return &ids->slots[i];
}

static int ids_grow(struct ids *ids)
{
    size_t capacity = ids->capacity ? ids->capacity * 2 : SLOTS_FIRST;
    struct entry **slots = calloc(capacity, sizeof *slots);

    if (!slots)
        return 0;
    for (size_t i = 0; i < ids->capacity; i++) {
        size_t j;

        if (!ids->slots[i])
            continue;
        for (j = ids->slots[i]->hash & (capacity - 1); slots[j]; j = (j + 1) & (capacity - 1))
            ;
        slots[j] = ids->slots[i];
    }
    free(ids->slots);
    ids->slots = slots;
    ids->capacity = capacity;
    return 1;
}

struct entry *ids_find(const struct ids *ids, int type, const char *id, size_t length)
{
    if (ids->count == 0 || length > ID_MAX)
        return NULL;
    return *ids_slot(ids, (uint32_t)ids_hash(ids, (uint64_t)type, id, length), type, id, length);
}

struct entry *ids_intern(struct ids *ids, struct arena *arena, int type, const char *id,
                         size_t length)
{
    uint32_t hash = (uint32_t)ids_hash(ids, (uint64_t)type, id, length);
    struct entry **slot, *entry;

    if (ids->count >= ids->capacity / 4 * 3 && !ids_grow(ids))
        return NULL;
    slot = ids_slot(ids, hash, type, id, length);
    if (*slot)
        return *slot;
    entry = arena_alloc(arena, sizeof *entry + length + 1);
    if (!entry)
        return NULL;
    memset(entry, 0, sizeof *entry);
    entry->hash = hash;
    entry->type = (uint8_t)type;
    entry->length = (uint8_t)length;
    memcpy(entry->id, id, length);
    entry->id[length] = '\0';
    *slot = entry;
    ids->count++;
    return entry;
}

int record_refers_to(const transfer_record *record, const struct entry *entry)
{
    uint64_t references;

    if (record->removed)
        return 0;
    references = record->present & type_references(record->type);
    while (references) {
        unsigned number = (unsigned)__builtin_ctzll(references);
        const struct cell *cell = record_cell(record, number);

        references &= references - 1;
        if (cell->unreadable)
            continue;
        if (!(field_numbered(type_numbered(record->type), number)->flags & FIELD_LIST)) {
            if (cell->value.entry == entry)
                return 1;
            continue;
        }
        for (uint32_t i = 0; i < cell->value.list->count; i++) {
            const struct cell *item = &cell->value.list->items.cells[i];
            if (!item->unreadable && item->value.entry == entry)
                return 1;
        }
    }
    return 0;
}

/* Drops chunks of links; those that lie in chunks of the arena stay there. */
static void links_drop(struct links *links)
{
    while (links) {
        struct links *next = links->next;
        if (links->capacity == LINKS_MAX)
            block_free(links);
        links = next;
    }
}

/* Replaces repeats of a record by NULL and leaves the records marked. */
static void mark_links(struct entry *entry)
{
    if (entry->first)
        entry->first->mark = 1;
    for (struct links *links = entry->links; links; links = links->next)
        for (uint32_t i = 0; i < links->count; i++) {
            if (links->records[i]->mark)
                links->records[i] = NULL;
            else
                links->records[i]->mark = 1;
        }
}

/* Drops from the links repeats and what no longer refers, each record being looked at once; the
 * rest moves together. */
static void entry_sweep(struct entry *entry)
{
    struct links *to = entry->links;
    uint32_t kept = 0; /* in `to` */

    mark_links(entry);
    if (entry->first) {
        entry->first->mark = 0;
        if (!record_refers_to(entry->first, entry))
            entry->first = NULL;
    }
    entry->stale = 0;
    entry->link_count = entry->first != NULL;
    if (!to)
        return;
    for (struct links *from = to; from; from = from->next) {
        uint32_t count = from->count;

        for (uint32_t i = 0; i < count; i++) {
            transfer_record *record = from->records[i];
            if (!record)
                continue;
            record->mark = 0;
            if (!record_refers_to(record, entry))
                continue;
            if (kept == to->capacity) {
                to->count = kept;
                to = to->next;
                kept = 0;
            }
            to->records[kept++] = record;
            entry->link_count++;
        }
    }
    to->count = kept;
    links_drop(to->next);
    to->next = NULL;
}

int entry_link(struct entry *entry, struct arena *arena, transfer_record *record)
{
    struct links *links = entry->links;

    if (!entry->first) {
        entry->first = record;
        entry->link_count++;
        return 1;
    }
    /* Once is enough; only the likeliest places are looked at. */
    if (entry->first == record ||
        (links && links->count > 0 && links->records[links->count - 1] == record))
        return 1;
    if (!links || links->count == links->capacity) {
        uint32_t capacity = !links ? LINKS_FIRST
                            : links->capacity < LINKS_MAX / 2 ? links->capacity * 2
                                                              : LINKS_MAX;
        size_t size = sizeof *links + capacity * sizeof links->records[0];
        struct links *more =
            capacity == LINKS_MAX ? block_alloc(arena, size) : arena_alloc(arena, size);
        if (!more)
            return 0;
        more->next = links;
        more->count = 0;
        more->capacity = capacity;
        entry->links = links = more;
    }
    links->records[links->count++] = record;
    entry->link_count++;
    return 1;
}

void entry_unlink(struct entry *entry)
{
    entry->stale++;
    if (entry->stale >= SWEEP_MIN && entry->stale > entry->link_count / 2)
        entry_sweep(entry);
}

int entry_move_links(struct entry *from, struct entry *to, struct arena *arena)
{
    struct links *ahead, *behind, *last;

    entry_sweep(from);
    entry_sweep(to);
    if (from->first && !entry_link(to, arena, from->first))
        return 0;
    ahead = to->links;
    behind = from->links;
    /* The larger chunk ahead: it decides how large the next will be. */
    if (ahead && behind && ahead->capacity < behind->capacity) {
        ahead = behind;
        behind = to->links;
    }
    if (ahead) {
        for (last = ahead; last->next; last = last->next)
            ;
        last->next = behind;
    }
    to->links = ahead ? ahead : behind;
    to->link_count += from->link_count - (from->first != NULL);
    from->first = NULL;
    from->links = NULL;
    from->link_count = 0;
    return 1;
}
