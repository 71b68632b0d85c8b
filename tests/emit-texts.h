/* Random texts of every sort that a writer of YAML could stumble over.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EMIT_TEXTS_H
#define EMIT_TEXTS_H

#include <stdint.h>
#include <string.h>

enum { TEXT_SIZE = 4096 };

static uint64_t random_state = 88172645463325252u;

/* xorshift64*: the same texts in every run. */
static unsigned random_below(unsigned limit)
{
    random_state ^= random_state >> 12;
    random_state ^= random_state << 25;
    random_state ^= random_state >> 27;
    return (unsigned)((random_state * 2685821657736338717u) >> 33) % limit;
}

static size_t put_character(char *text, uint32_t point)
{
    if (point < 0x80) {
        text[0] = (char)point;
        return 1;
    }
    if (point < 0x800) {
        text[0] = (char)(0xc0 | point >> 6);
        text[1] = (char)(0x80 | (point & 63));
        return 2;
    }
    if (point < 0x10000) {
        text[0] = (char)(0xe0 | point >> 12);
        text[1] = (char)(0x80 | (point >> 6 & 63));
        text[2] = (char)(0x80 | (point & 63));
        return 3;
    }
    text[0] = (char)(0xf0 | point >> 18);
    text[1] = (char)(0x80 | (point >> 12 & 63));
    text[2] = (char)(0x80 | (point >> 6 & 63));
    text[3] = (char)(0x80 | (point & 63));
    return 4;
}

static uint32_t random_point(void)
{
    static const uint32_t special[] = {0,      0x07,   0x1b,   0x7f,   0x80,    0x85,    0xa0,
                                       0x2028, 0x2029, 0x202e, 0x2066, 0xfeff,  0xfffd,  0xfffe,
                                       0xffff, 0xd7ff, 0xe000, '\r',   0x1f600, 0x10ffff};
    uint32_t point;

    switch (random_below(4)) {
    case 0:
        return special[random_below(sizeof special / sizeof special[0])];
    case 1:
        return 0xc0 + random_below(0x100);
    case 2:
        return random_below(0x20);
    default:
        point = random_below(0x110000);
        return point >= 0xd800 && point <= 0xdfff ? 'x' : point;
    }
}

/* Fills `text` (TEXT_SIZE bytes) and returns the length. */
static size_t random_text(char *text)
{
    static const char *const tokens[] = {"null",
                                         "Null",
                                         "~",
                                         "true",
                                         "False",
                                         "yes",
                                         "NO",
                                         "on",
                                         "Off",
                                         "y",
                                         "N",
                                         "<<",
                                         "=",
                                         "0",
                                         "1",
                                         "-1",
                                         "+1",
                                         "007",
                                         "0o17",
                                         "0x1F",
                                         "0b101",
                                         "1_000",
                                         "685,230",
                                         "12:30:45",
                                         "190:20:30.15",
                                         "-0",
                                         "0.",
                                         ".5",
                                         "5.",
                                         "12.5",
                                         "-12.5",
                                         "1e3",
                                         "1E-3",
                                         "1.5e+10",
                                         ".inf",
                                         "-.INF",
                                         ".nan",
                                         ".NaN",
                                         "1.2.3",
                                         ".",
                                         "..",
                                         "...",
                                         "---",
                                         "--- a",
                                         "... b",
                                         "2013",
                                         "2013-12",
                                         "2013-12-05",
                                         "2013-1-5",
                                         "2013-12-05T10:00:00Z",
                                         "2013-12-05 10:00",
                                         "2013?",
                                         "2013~",
                                         "before 2013",
                                         "2014-01-01/2016-12-31",
                                         "2014/..",
                                         "30000000 EUR",
                                         "33.33%",
                                         "1/3",
                                         "775685019",
                                         "005520135",
                                         "123456789012345678",
                                         "FR41",
                                         "00jjx8s55",
                                         "a: b",
                                         "a:b",
                                         "a #b",
                                         "a#b",
                                         ": ",
                                         "- a",
                                         "-a",
                                         "? a",
                                         "?a",
                                         ":a",
                                         "# a",
                                         "&a",
                                         "*a",
                                         "!a",
                                         "!!str a",
                                         "|",
                                         "|-",
                                         ">",
                                         "'",
                                         "\"",
                                         "\\",
                                         "%",
                                         "@",
                                         "`",
                                         "{a}",
                                         "[a]",
                                         "a, b",
                                         "http://a.fr/?b=c#d",
                                         "État français",
                                         "l'énergie",
                                         "a\nb",
                                         "a\n\nb",
                                         "a\n",
                                         "a\n\n",
                                         "\na",
                                         " a",
                                         "a ",
                                         "a \nb",
                                         "a\n b",
                                         "\ta",
                                         "a\tb",
                                         "a\n\tb",
                                         "  a\nb",
                                         "a\n---\nb",
                                         "a\n# b",
                                         "end:",
                                         "x\n:",
                                         "null\n"};
    static const char some[] = " \n\t:#-?,[]{}&*!|>'\"%@`\\=~<.+/_0123456789eExXoOTZabnysNY";
    size_t length = 0;

    switch (random_below(6)) {
    case 0:
    case 1:
        length = strlen(strcpy(text, tokens[random_below(sizeof tokens / sizeof tokens[0])]));
        if (random_below(4) == 0)
            text[length++] = some[random_below(sizeof some - 1)];
        return length;
    case 2:
        for (unsigned i = random_below(12); i > 0; i--)
            text[length++] = some[random_below(sizeof some - 1)];
        return length;
    case 3:
        for (unsigned i = random_below(8); i > 0; i--)
            length += put_character(text + length, random_point());
        return length;
    case 4: {
        unsigned longest = random_below(20) ? 60 : TEXT_SIZE - 4;
        for (unsigned i = random_below(longest); i > 0; i--)
            text[length++] = "abcdefgh ij\n"[random_below(i % 7 ? 8 : 12)];
        return length;
    }
    default:
        for (unsigned i = 0; i < 1 + random_below(20); i++) {
            if (random_below(3))
                text[length++] = some[random_below(sizeof some - 1)];
            else
                length += put_character(text + length, random_point());
        }
        return length;
    }
}

#endif
