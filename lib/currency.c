/* What people write for a currency.
 *
 * SPDX-License-Identifier: MIT
 */
#include "currency.h"

#include <string.h>

#include "reference.h"

static const struct {
    const char *text; /* in lower case */
    const char *code; /* "": several currencies are written so */
} names[] = {
    {"€", "EUR"}, {"euros", "EUR"}, {"euro", "EUR"}, {"£", "GBP"}, {"$", ""}, {"¥", ""},
};

enum { NAMES = sizeof(names) / sizeof(names[0]), CODE_LENGTH = 3 };

static int is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Whether a text begins with a word in lower case, in whatever case. */
static int begins(const char *text, const char *word, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        char c = text[i];

        if (c >= 'A' && c <= 'Z')
            c = (char)(c + 32);
        if (c != word[i])
            return 0;
    }
    return 1;
}

/* Whether `text` at `start` of `length` bytes stands alone: no letter touches its letters. */
static int stands_alone(const char *text, size_t length, size_t start, size_t size)
{
    if (start > 0 && is_letter(text[start]) && is_letter(text[start - 1]))
        return 0;
    return start + size == length || !is_letter(text[start]) || !is_letter(text[start + size]);
}

/* Whether three letters are a code of ISO 4217, in whatever case. */
static int find_code(const char *text, char code[4])
{
    for (size_t i = 0; i < CODE_LENGTH; i++) {
        if (!is_letter(text[i]))
            return 0;
        code[i] = (char)(text[i] & ~0x20);
    }
    code[CODE_LENGTH] = '\0';
    return reference_find(TABLE_CURRENCY, code, CODE_LENGTH) != NULL;
}

static size_t find_currency(const char *text, size_t length, int at_end, char code[4])
{
    char found[4];

    for (size_t i = 0; i < NAMES; i++) {
        size_t size = strlen(names[i].text), start;

        if (size > length)
            continue;
        start = at_end ? length - size : 0;
        if (begins(text + start, names[i].text, size) && stands_alone(text, length, start, size)) {
            if (code)
                strcpy(code, names[i].code);
            return size;
        }
    }
    if (length >= CODE_LENGTH) {
        size_t start = at_end ? length - CODE_LENGTH : 0;

        if (stands_alone(text, length, start, CODE_LENGTH) && find_code(text + start, found)) {
            if (code)
                memcpy(code, found, sizeof(found));
            return CODE_LENGTH;
        }
    }
    return 0;
}

size_t currency_at_end(const char *text, size_t length, char code[4])
{
    return find_currency(text, length, 1, code);
}

size_t currency_at_start(const char *text, size_t length, char code[4])
{
    return find_currency(text, length, 0, code);
}
