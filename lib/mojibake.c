/* Texts in UTF-8 that somebody read as Windows-1252 or Latin-1.
 *
 * SPDX-License-Identifier: MIT
 *
 * What gives them away is a capital A with an accent, or a small a, i or eth, followed by signs:
 * the first byte of a character, and the others.  Correct texts have such pairs as well, where a
 * word in capitals ends in such a letter and a quotation mark, a dash or a no-break space follows.
 * So a pair counts by what stands before and behind it.
 */
#include "mojibake.h"

#include <string.h>

#include "utf8.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* How often a text may have been read wrongly, each time over. */
enum { ROUNDS_MAX = 3 };

enum { NO_BREAK_SPACE = 0xa0 };

/* The byte that Windows-1252 has for a character beyond ASCII; 0 where it has none. */
static unsigned char to_byte(uint32_t point)
{
    /* U+0081, 8D, 8F, 90 and 9D stay controls, which no text has. */
    static const uint16_t high[32] = {
        0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
        0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

    if (point >= 0xa0 && point <= 0xff)
        return (unsigned char)point;
    for (unsigned i = 0; i < COUNT(high); i++)
        if (high[i] == point && point)
            return (unsigned char)(0x80 + i);
    return 0;
}

/* ---- what stands around ---- */

static int is_small(uint32_t point)
{
    return (point >= 'a' && point <= 'z') || (point >= 0xdf && point <= 0xff && point != 0xf7);
}

static int is_letter(uint32_t point)
{
    return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') ||
           (point >= 0xc0 && point < 0x2000 && point != 0xd7 && point != 0xf7);
}

static int is_number(uint32_t point)
{
    return point >= '0' && point <= '9';
}

static int is_quotation_mark(uint32_t point)
{
    return point == '"' || point == '\'' || point == '`' || point == '(' || point == ')' ||
           point == '[' || point == ']' || point == 0xab || point == 0xbb ||
           (point >= 0x2018 && point <= 0x201f) || point == 0x2039 || point == 0x203a;
}

/* How many bytes follow, of so many at most: texts are long. */
static size_t bytes_left(const char *text, size_t most)
{
    const char *end = memchr(text, '\0', most);

    return end ? (size_t)(end - text) : most;
}

/* The character at `text`, 0 at its end. */
static uint32_t point_at(const char *text)
{
    uint32_t point = 0;

    (void)utf8_decode(text, bytes_left(text, 4), &point);
    return point;
}

static const char *step_back(const char *start, const char *text)
{
    if (text > start)
        do
            text--;
        while (text > start && ((unsigned char)*text & 0xc0) == 0x80);
    return text;
}

/* Whether a quotation mark stands on both sides of what lies between, perhaps behind a space. */
static int is_quoted(const char *start, const char *begin, const char *end)
{
    const char *before = step_back(start, begin);
    uint32_t point = begin > start ? point_at(before) : 0;

    if ((point == ' ' || point == NO_BREAK_SPACE) && before > start)
        point = point_at(step_back(start, before));
    if (!is_quotation_mark(point))
        return 0;
    point = point_at(end);
    if (point == ' ' || point == NO_BREAK_SPACE)
        point = point_at(end + (point == ' ' ? 1 : 2));
    return is_quotation_mark(point);
}

/* ---- traces ---- */

/* A first character and those that follow as bytes of one character. */
struct sequence {
    uint32_t before, first, after;
    unsigned char bytes[3]; /* that follow, from 0x80 to 0xBF; 0: no such byte */
    const char *ends[4];    /* behind the first and each of them */
};

static void read_sequence(const char *text, uint32_t before, struct sequence *sequence)
{
    const char *at = text;
    size_t left = bytes_left(text, 16);
    uint32_t point;

    memset(sequence, 0, sizeof *sequence);
    sequence->before = before;
    for (size_t i = 0; i < 4; i++) {
        size_t size = utf8_decode(at, left, &point);
        unsigned char byte = 0;

        if (i > 0)
            byte = size ? to_byte(point) : 0;
        if (i > 0 && (byte < 0x80 || byte > 0xbf))
            break;
        if (i > 0)
            sequence->bytes[i - 1] = byte;
        else
            sequence->first = point;
        at += size;
        left -= size;
        sequence->ends[i] = at;
    }
}

/* Windows-1252 of what may follow a word in capitals that ends in such a letter: ellipsis,
 * quotation marks, bullet, dashes, trade mark, no-break space, guillemets, registered, superscript
 * digits, middle dot, soft hyphen. */
static int may_follow_word(unsigned char byte)
{
    static const unsigned char signs[] = {0x85, 0x8b, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97,
                                          0x99, 0x9b, 0xa0, 0xab, 0xad, 0xae, 0xb2, 0xb3, 0xb7,
                                          0xb9, 0xbb};

    return memchr(signs, byte, sizeof signs) != NULL;
}

/* Those of them behind which a letter may follow in one word, or the next word without a space. */
static int may_join_words(unsigned char byte)
{
    static const unsigned char signs[] = {0x85, 0x8b, 0x91, 0x92, 0x93, 0x96,
                                          0x97, 0xa0, 0xab, 0xad, 0xb7};

    return memchr(signs, byte, sizeof signs) != NULL;
}

/* A capital A with tilde: the letters of Western Europe. */
static size_t letter_pair(const struct sequence *sequence)
{
    unsigned char byte = sequence->bytes[0];
    uint32_t before = sequence->before, after = sequence->after;

    if (is_small(before) || is_number(before))
        return 1;
    if (byte == NO_BREAK_SPACE) /* "à" before its space */
        return after == ' ' && !is_letter(before);
    if (!may_follow_word(byte)) /* alone it is spoken about */
        return is_letter(before) || is_letter(after) || is_number(after);
    if (is_letter(before))
        return is_letter(after) && !may_join_words(byte);
    return is_small(after) && byte != 0x91 && byte != 0x92 && byte != 0xab;
}

/* A capital A with circumflex: the signs, such as degrees and guillemets. */
static size_t sign_pair(const struct sequence *sequence)
{
    unsigned char byte = sequence->bytes[0];

    if (byte < 0xa0)
        return 0;
    if (is_small(sequence->before) || is_number(sequence->before))
        return 1;
    return byte != 0xab ? !may_follow_word(byte) : !is_letter(sequence->before);
}

/* A capital A with diaeresis or ring: the letters of Central Europe, and oe.  The ring alone is
 * also a unit, behind a number. */
static size_t other_pair(const struct sequence *sequence)
{
    unsigned char byte = sequence->bytes[0];

    if (is_small(sequence->before))
        return 1;
    return !is_letter(sequence->before) && !is_number(sequence->before) &&
           is_small(sequence->after) && byte != 0x91 && byte != 0x92 && byte != 0xa0 &&
           byte != 0xab;
}

/* How many characters behind the first belong to the trace; 0: it is none. */
static size_t trace_length(const struct sequence *sequence)
{
    /* Punctuation, the euro, arrows, mathematical signs, stars. */
    static const unsigned char seconds[] = {0x80, 0x82, 0x83, 0x84, 0x86, 0x87,
                                            0x88, 0x89, 0x8a, 0x8c, 0x98, 0x9c};
    const unsigned char *bytes = sequence->bytes;

    switch (sequence->first) {
    case 0xc2:
        return sign_pair(sequence);
    case 0xc3:
        return letter_pair(sequence);
    case 0xc4:
    case 0xc5:
        return other_pair(sequence);
    case 0xe2: /* of a right quotation mark the third byte is a control, and lost */
        if (bytes[0] == 0x80 && !bytes[1])
            return 1;
        return memchr(seconds, bytes[0], sizeof seconds) && bytes[1] ? 2 : 0;
    case 0xef: /* the byte order mark, and U+FFFD itself */
        return (bytes[0] == 0xbb && bytes[1] == 0xbf) || (bytes[0] == 0xbf && bytes[1] == 0xbd)
                   ? 2
                   : 0;
    default: /* 0xf0: emoji */
        return bytes[0] == 0x9f && bytes[2] ? 3 : 0;
    }
}

/* The length in bytes of a trace at `text`, where a 0xC3 stands; 0 when there is none. */
static size_t trace_at(const char *start, const char *text)
{
    struct sequence sequence;
    size_t count;

    if (!memchr("\x82\x83\x84\x85\xa2\xaf\xb0", text[1], 7))
        return 0;
    read_sequence(text, text > start ? point_at(step_back(start, text)) : 0, &sequence);
    if (!sequence.bytes[0])
        return 0;
    sequence.after = point_at(sequence.ends[1]);
    count = trace_length(&sequence);
    if (count == 0 || is_quoted(start, text, sequence.ends[count]))
        return 0;
    return (size_t)(sequence.ends[count] - text);
}

int mojibake_find(const char *text, size_t *offset, size_t *length)
{
    const char *end = text + strlen(text), *lost = strstr(text, REPLACEMENT), *at = text;

    /* All other traces begin with a letter of Latin-1. */
    for (; (at = memchr(at, 0xc3, (size_t)(end - at))) != NULL && (!lost || at < lost); at++) {
        *length = trace_at(text, at);
        if (*length > 0) {
            *offset = (size_t)(at - text);
            return 1;
        }
    }
    if (!lost)
        return 0;
    *offset = (size_t)(lost - text);
    *length = strlen(REPLACEMENT);
    return 1;
}

/* ---- repair ---- */

/* Appends the bytes that were read; 0 when they are not a text in UTF-8. */
static int undo(const char *text, size_t length, struct buffer *bytes)
{
    size_t size;

    for (size_t i = 0; i < length; i += size) {
        uint32_t point = 0;
        unsigned char byte;

        size = utf8_decode(text + i, length - i, &point);
        byte = point < 0x80 ? (unsigned char)point : to_byte(point);
        if (size == 0 || byte == 0)
            return 0;
        buffer_add_char(bytes, (char)byte);
    }
    return !bytes->failed && utf8_is_valid(bytes->data, bytes->length);
}

static int is_text(const char *text, size_t length)
{
    return length > 0 && utf8_find_control(text, length) == length;
}

static int has_bom(const struct buffer *bytes)
{
    return bytes->length >= 3 && memcmp(bytes->data, "\xef\xbb\xbf", 3) == 0;
}

int mojibake_repair(const char *text, struct buffer *repaired)
{
    const char *found = text;
    size_t length = strlen(text), offset, size;
    struct buffer bytes;
    int rounds = 0;

    for (; rounds < ROUNDS_MAX; rounds++) {
        size_t skip;

        buffer_init(&bytes);
        if (!undo(found, length, &bytes))
            break;
        skip = has_bom(&bytes) ? 3 : 0;
        if (!is_text(bytes.data + skip, bytes.length - skip))
            break;
        buffer_free(repaired);
        buffer_init(repaired);
        buffer_add(repaired, bytes.data + skip, bytes.length - skip);
        buffer_add_char(repaired, '\0');
        buffer_free(&bytes);
        if (repaired->failed)
            return 0;
        repaired->length--;
        found = repaired->data;
        length = repaired->length;
        if (!mojibake_find(found, &offset, &size))
            return 1;
    }
    repaired->failed |= bytes.failed;
    buffer_free(&bytes);
    return 0;
}
