/* Reading values as people type them: what all kinds share.
 *
 * SPDX-License-Identifier: MIT
 */
#include "loose.h"

#include <string.h>

#include "utf8.h"

const char *loose_fold_character(uint32_t point)
{
    /* U+00C0 to U+00FF without accents; "?" for those that are letters of their own. */
    static const char latin[] = "aaaaaa?ceeeeiiii?nooooo?ouuuuy??";
    static const char letters[] = "a\0b\0c\0d\0e\0f\0g\0h\0i\0j\0k\0l\0m\0"
                                  "n\0o\0p\0q\0r\0s\0t\0u\0v\0w\0x\0y\0z";
    static const struct {
        uint32_t first, last;
        const char *text;
    } others[] = {
        {'\t', '\r', " "},        {0xa0, 0xa0, " "},        {0x2000, 0x200a, " "},
        {0x200b, 0x200b, ""},     {0x202f, 0x202f, " "},    {0x205f, 0x205f, " "},
        {0x3000, 0x3000, " "},    {0xfeff, 0xfeff, ""},     {0x300, 0x36f, ""},
        {0x2010, 0x2015, "-"},    {0x2212, 0x2212, "-"},    {0x2018, 0x2019, "'"},
        {0x2026, 0x2026, "..."},  {0x2264, 0x2264, "<="},   {0x2265, 0x2265, ">="},
        {0x2248, 0x2248, "~"},    {0xc6, 0xc6, "ae"},       {0xe6, 0xe6, "ae"},
        {0xdf, 0xdf, "ss"},       {0x152, 0x153, "oe"},     {0x178, 0x178, "y"},
    };

    if (point >= 0xc0 && point <= 0xff) {
        char base = latin[(point - 0xc0) & 31];

        if (base != '?')
            return letters + 2 * (base - 'a');
    }
    if (point >= 'A' && point <= 'Z')
        return letters + 2 * (point - 'A');
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
        if (point >= others[i].first && point <= others[i].last)
            return others[i].text;
    }
    return NULL;
}

static int append(struct loose *loose, const char *text, size_t length)
{
    /* One space for many, none in front. */
    if (length == 1 && text[0] == ' ' &&
        (loose->length == 0 || loose->text[loose->length - 1] == ' '))
        return 1;
    if (length > sizeof(loose->text) - loose->length)
        return 0;
    memcpy(loose->text + loose->length, text, length);
    loose->length += length;
    return 1;
}

int loose_fold(const char *text, size_t length, struct loose *loose)
{
    size_t size;

    loose->length = 0;
    for (size_t i = 0; i < length; i += size) {
        const char *folded;
        uint32_t point;
        int fits;

        size = utf8_decode(text + i, length - i, &point);
        if (size == 0 || point == 0)
            return 0;
        folded = loose_fold_character(point);
        fits = folded ? append(loose, folded, strlen(folded)) : append(loose, text + i, size);
        if (!fits)
            return 0;
    }
    if (loose->length > 0 && loose->text[loose->length - 1] == ' ')
        loose->length--;
    return loose->length > 0;
}

void cursor_skip_space(struct cursor *cursor)
{
    while (cursor->at < cursor->end && *cursor->at == ' ')
        cursor->at++;
}

int cursor_is_at_end(const struct cursor *cursor)
{
    return cursor->at == cursor->end;
}

static int is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

int cursor_skip(struct cursor *cursor, const char *text)
{
    size_t size = strlen(text), left = (size_t)(cursor->end - cursor->at);

    if (left < size || memcmp(cursor->at, text, size) != 0)
        return 0;
    if (left > size && is_letter(text[size - 1]) && is_letter(cursor->at[size]))
        return 0;
    cursor->at += size;
    return 1;
}

int cursor_skip_any(struct cursor *cursor, const struct loose_word *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (cursor_skip(cursor, words[i].text))
            return words[i].meaning;
    }
    return -1;
}
