/* The scan that every byte passes before libyaml sees it.
 *
 * SPDX-License-Identifier: MIT
 */
#include "prescan.h"

#include <string.h>

#include "utf8.h"

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Of eight bytes, the high bit of the first that is not plain: beyond ASCII, a control character
 * (0x7f becomes 0x80, those below 0x20 borrow), or "#".  Bits behind the first mean nothing. */
static inline uint64_t not_plain(uint64_t word)
{
    return (word | (word + EACH(1)) | (word - EACH(0x20)) | ((word ^ EACH('#')) - EACH(1))) &
           EACH(0x80);
}

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

void prescan_init(struct prescan *prescan)
{
    prescan->line = prescan->column = 1;
    prescan->begin = prescan->end = prescan->carried = 0;
    prescan->previous = '\n';
    prescan->ended = prescan->started = prescan->fatal = prescan->hashes_lost = 0;
    prescan->in_head = prescan->at_line_start = 1;
    prescan->hash_first = prescan->hash_count = prescan->hash_open = 0;
}

static void fault(struct prescan *prescan, enum prescan_fault what, const char *bytes,
                  size_t length)
{
    prescan->report(prescan->report_user, what, prescan->line, prescan->column, bytes, length);
}

static void fatal(struct prescan *prescan, enum prescan_fault what, const char *bytes,
                  size_t length)
{
    fault(prescan, what, bytes, length);
    prescan->fatal = prescan->ended = 1;
}

/* Adds what a block has of the line to the text of a "#".  Returns whether the line goes on. */
static int extend_hash(struct hash *hash, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\n' || text[i] == '\r')
            return 0;
        if (hash->length == HASH_TEXT) {
            hash->is_cut = 1;
            return 0;
        }
        hash->text[hash->length++] = text[i];
    }
    return 1;
}

/* The last "#" but `before`. */
static struct hash *last_hash(struct prescan *prescan, size_t before)
{
    return &prescan->hashes[(prescan->hash_first + prescan->hash_count - 1 - before) % HASHES_MAX];
}

/* Goes on with the lines that the last block cut. */
static void extend_open(struct prescan *prescan, const char *text, size_t length)
{
    size_t count = prescan->hash_open < prescan->hash_count ? prescan->hash_open
                                                             : prescan->hash_count;
    int goes_on = 0;

    for (size_t i = 0; i < count; i++)
        goes_on |= extend_hash(last_hash(prescan, i), text, length);
    if (!goes_on)
        prescan->hash_open = 0;
}

/* Takes back the bytes of a character that the block cuts: they come again. */
static void shorten_open(struct prescan *prescan, size_t carried)
{
    for (size_t i = 0; i < prescan->hash_open && i < prescan->hash_count; i++)
        if (!last_hash(prescan, i)->is_cut)
            last_hash(prescan, i)->length = (unsigned char)(last_hash(prescan, i)->length - carried);
}

static void note_hash(struct prescan *prescan, const char *text, size_t length)
{
    struct hash *hash;

    if (prescan->hash_count == HASHES_MAX) {
        prescan->hashes_lost = 1;
        return;
    }
    prescan->hash_count++;
    hash = last_hash(prescan, 0);
    hash->line = prescan->line;
    hash->column = prescan->column;
    hash->length = hash->is_cut = 0;
    prescan->hash_open += (size_t)extend_hash(hash, text, length);
}

/* In the head of the text, a line that begins with "%" is a directive: it is reported and handed
 * on as a comment. */
static void scan_head(struct prescan *prescan, char *text)
{
    if (prescan->at_line_start && *text == '%') {
        fault(prescan, PRESCAN_DIRECTIVE, text, 1);
        *text = '#';
    } else if (prescan->at_line_start && *text != '#' && *text != ' ' && *text != '\t' &&
               *text != '\r' && *text != '\n' && (unsigned char)*text != 0xef) {
        prescan->in_head = 0;
    }
    prescan->at_line_start = *text == '\n' || *text == '\r' || (unsigned char)*text == 0xef;
}

/* One character beyond ASCII.  Returns its length; 0: it is cut off at the end of the block. */
static size_t scan_wide(struct prescan *prescan, char *text, size_t left)
{
    uint32_t point;
    size_t length = utf8_decode(text, left, &point);
    unsigned char first = (unsigned char)*text;

    if (length == 0) {
        size_t whole = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (left < whole && !prescan->ended && first >= 0xc2 && first <= 0xf4)
            return 0;
        fault(prescan, PRESCAN_NOT_UTF8, text, 1);
        *text = '_';
        return 1;
    }
    if (point == 0xfeff && !prescan->started)
        return length;
    if (utf8_is_control(point)) {
        fault(prescan, PRESCAN_CONTROL, text, length);
        memcpy(text, length == 2 ? "\xc2\xbf" : "\xef\xbf\xbd", length);
    } else if (utf8_is_bidi(point)) {
        fault(prescan, PRESCAN_BIDI, text, length);
        memcpy(text, "\xef\xbf\xbd", length); /* reported once, not with the value again */
    }
    return length;
}

/* Passes over what needs no look: most of any text.  Returns where it stopped. */
static size_t pass_plain(struct prescan *prescan, const char *text, size_t first, size_t size)
{
    uint64_t line = prescan->line, column = prescan->column, word, stop;
    size_t i = first;

    while (size - i >= 8) {
        memcpy(&word, text + i, 8);
        stop = not_plain(word);
        if (!stop) {
            i += 8;
            column += 8;
            continue;
        }
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
        i += (size_t)__builtin_ctzll(stop) / 8;
        column += (size_t)__builtin_ctzll(stop) / 8;
        if (text[i] == '\n' && i > first) { /* at the first byte it may belong to a "\r" */
            i++;
            line++;
            column = 1;
            continue;
        }
        /* Of characters of two bytes, only those that begin with 0xc2 may be control characters. */
        if ((unsigned char)text[i] >= 0xc3 && (unsigned char)text[i] <= 0xdf && size - i >= 2 &&
            (text[i + 1] & 0xc0) == 0x80) {
            i += 2;
            column++;
            continue;
        }
#endif
        break;
    }
    if (i > first) {
        prescan->line = line;
        prescan->column = column;
        prescan->previous = (unsigned char)text[i - 1];
    }
    return i;
}

/* One character that needs a look.  Returns its length; 0: the block ends within it, or the stream
 * is to end. */
static size_t scan_one(struct prescan *prescan, char *text, size_t left)
{
    unsigned char c = (unsigned char)*text;
    size_t length = 1;

    if (prescan->in_head)
        scan_head(prescan, text);
    if (c == '\n' || c == '\r') {
        if (c == '\r' || prescan->previous != '\r')
            prescan->line++;
        prescan->column = 1;
    } else if (c >= 0x80) {
        length = scan_wide(prescan, text, left);
        if (length == 0)
            return 0;
        if (prescan->started || length != 3 || memcmp(text, BYTE_ORDER_MARK, 3) != 0)
            prescan->column++; /* the mark takes no column */
    } else {
        if (c == '#' && prescan->previous <= ' ')
            note_hash(prescan, text, left);
        if (c == 0) {
            fatal(prescan, PRESCAN_BINARY, text, 1);
            return 0;
        }
        if (utf8_is_control(c)) {
            fault(prescan, PRESCAN_CONTROL, text, 1);
            *text = '_';
        }
        prescan->column++;
    }
    prescan->previous = c;
    prescan->started = 1;
    return length;
}

/* Scans new bytes behind the carried ones.  Returns how many may be handed on. */
static size_t scan(struct prescan *prescan, char *text, size_t size)
{
    size_t i = 0;

    if (prescan->hash_open > 0)
        extend_open(prescan, text, size);
    while (i < size) {
        size_t length;

        if (!prescan->in_head)
            i = pass_plain(prescan, text, i, size);
        if (i == size)
            break;
        length = scan_one(prescan, text + i, size - i);
        if (length == 0)
            return prescan->fatal ? 0 : i;
        i += length;
    }
    return i;
}

static int is_utf16(const char *text, size_t size)
{
    if (size < 2)
        return 0;
    return memcmp(text, "\xff\xfe", 2) == 0 || memcmp(text, "\xfe\xff", 2) == 0 ||
           (text[0] == 0) != (text[1] == 0);
}

/* Reads and scans one block. */
static void refill(struct prescan *prescan)
{
    char *text = prescan->block;
    size_t length = 0, size, carried = prescan->carried;
    int was_started;

    memmove(text, text + prescan->end, carried);
    prescan->begin = prescan->end = 0;
    if (prescan->read(prescan->read_user, text + carried, PRESCAN_BLOCK, &length) != 0 ||
        length > PRESCAN_BLOCK) {
        fatal(prescan, PRESCAN_IO, NULL, 0);
        return;
    }
    if (prescan->keep && prescan->keep(prescan->keep_user, text + carried, length) != 0) {
        fatal(prescan, PRESCAN_NO_MEMORY, NULL, 0);
        return;
    }
    if (length > prescan->size_left) {
        fatal(prescan, PRESCAN_TOO_LARGE, NULL, 0);
        return;
    }
    prescan->size_left -= length;
    if (length == 0)
        prescan->ended = 1;
    size = carried + length;
    if (!prescan->started && size < sizeof BYTE_ORDER_MARK - 1 && !prescan->ended) {
        prescan->carried = size; /* too little to know a mark by */
        return;
    }
    if (!prescan->started && is_utf16(text, size)) {
        fatal(prescan, PRESCAN_UTF16, text, 2);
        return;
    }
    was_started = prescan->started;
    prescan->end = scan(prescan, text, size);
    /* Told the encoding, libyaml takes a mark for a character of the first line. */
    if (!was_started && prescan->end >= 3 && memcmp(text, BYTE_ORDER_MARK, 3) == 0)
        prescan->begin = 3;
    prescan->carried = prescan->fatal ? 0 : size - prescan->end;
    if (prescan->carried > 0)
        shorten_open(prescan, prescan->carried);
}

void prescan_finish_line(struct prescan *prescan, uint64_t line)
{
    while (!prescan->ended && prescan->line <= line)
        refill(prescan);
    prescan->begin = prescan->end;
}

int prescan_read(void *data, unsigned char *buffer, size_t size, size_t *length)
{
    struct prescan *prescan = data;
    size_t count;

    while (prescan->begin == prescan->end && !prescan->ended)
        refill(prescan);
    count = prescan->end - prescan->begin;
    if (count > size)
        count = size;
    memcpy(buffer, prescan->block + prescan->begin, count);
    prescan->begin += count;
    *length = count;
    return 1;
}
