/* The scan that every byte passes before libyaml sees it.
 *
 * SPDX-License-Identifier: MIT
 */
#include "prescan.h"

#include <string.h>

#include "utf8.h"

/* Eight bytes at a time: the high bit of each byte that is ... */
#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))
#define HIGH EACH(0x80)
#define ZERO_IN(word) (((word) - EACH(1)) & ~(word) & HIGH)
#define LESS_IN(word, byte) (((word) - EACH(byte)) & ~(word) & HIGH)

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

void prescan_init(struct prescan *prescan)
{
    prescan->line = prescan->column = 1;
    prescan->begin = prescan->end = prescan->carried = 0;
    prescan->previous = '\n';
    prescan->ended = prescan->started = prescan->fatal = prescan->hashes_lost = 0;
    prescan->in_head = prescan->at_line_start = 1;
    prescan->hash_first = prescan->hash_count = 0;
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

static void note_hash(struct prescan *prescan, const char *text, size_t length)
{
    struct hash *hash;
    size_t i;

    if (prescan->hash_count == HASHES_MAX) {
        prescan->hashes_lost = 1;
        return;
    }
    hash = &prescan->hashes[(prescan->hash_first + prescan->hash_count++) % HASHES_MAX];
    hash->line = prescan->line;
    hash->column = prescan->column;
    for (i = 0; i < length && i + 1 < sizeof hash->word && (unsigned char)text[i] > ' '; i++)
        hash->word[i] = text[i];
    hash->word[i] = '\0';
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
    }
    return length;
}

/* Scans `size` new bytes behind the carried ones.  Returns how many may be handed on. */
static size_t scan(struct prescan *prescan, char *text, size_t size)
{
    size_t i = 0;

    while (i < size) {
        unsigned char c;

        if (!prescan->in_head && size - i >= 8) {
            uint64_t word, stop;
            memcpy(&word, text + i, 8);
            stop = (word & HIGH) | LESS_IN(word, 0x20) | ZERO_IN(word ^ EACH(0x7f)) |
                   ZERO_IN(word ^ EACH('#'));
            if (!stop) {
                i += 8;
                prescan->column += 8;
                prescan->previous = (unsigned char)text[i - 1];
                continue;
            }
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
            if (!(stop & 0x80)) { /* the first of them is exact: skip what is before it */
                size_t skip = (size_t)__builtin_ctzll(stop) / 8;
                i += skip;
                prescan->column += skip;
                prescan->previous = (unsigned char)text[i - 1];
            }
#endif
        }
        c = (unsigned char)text[i];
        if (prescan->in_head)
            scan_head(prescan, text + i);
        if (c == '\n' || c == '\r') {
            if (c == '\r' || prescan->previous != '\r')
                prescan->line++;
            prescan->column = 1;
            i++;
        } else if (c >= 0x80) {
            size_t length = scan_wide(prescan, text + i, size - i);
            if (length == 0)
                return i;
            if (prescan->started || memcmp(text + i, BYTE_ORDER_MARK, 3) != 0)
                prescan->column++; /* the mark takes no column */
            i += length;
        } else {
            if (c == '#' && prescan->previous <= ' ')
                note_hash(prescan, text + i, size - i);
            if ((c < 0x20 && c != '\t') || c == 0x7f) {
                if (c == 0) {
                    fatal(prescan, PRESCAN_BINARY, text + i, 1);
                    return 0;
                }
                fault(prescan, PRESCAN_CONTROL, text + i, 1);
                text[i] = '_';
            }
            prescan->column++;
            i++;
        }
        prescan->previous = c;
        prescan->started = 1;
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

    memmove(text, text + prescan->end, carried);
    prescan->begin = prescan->end = 0;
    if (prescan->read(prescan->read_user, text + carried, PRESCAN_BLOCK, &length) != 0 ||
        length > PRESCAN_BLOCK) {
        fatal(prescan, PRESCAN_IO, NULL, 0);
        return;
    }
    if (prescan->keep && prescan->keep(prescan->keep_user, text + carried, length) != 0) {
        fatal(prescan, PRESCAN_IO, NULL, 0);
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
    if (!prescan->started && is_utf16(text, size)) {
        fatal(prescan, PRESCAN_UTF16, text, 2);
        return;
    }
    prescan->end = scan(prescan, text, size);
    prescan->carried = prescan->fatal ? 0 : size - prescan->end;
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
