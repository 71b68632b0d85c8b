/* UTF-8.
 *
 * SPDX-License-Identifier: MIT
 */
#include "utf8.h"

size_t utf8_decode(const char *text, size_t length, uint32_t *point)
{
    const unsigned char *s = (const unsigned char *)text;
    static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
    uint32_t value;
    size_t size;

    if (length == 0)
        return 0;
    if (s[0] < 0x80) {
        *point = s[0];
        return 1;
    }
    size = s[0] >= 0xf0 ? 4 : s[0] >= 0xe0 ? 3 : 2;
    if (s[0] < 0xc2 || s[0] > 0xf4 || length < size)
        return 0;
    value = s[0] & (0xffu >> (size + 1));
    for (size_t i = 1; i < size; i++) {
        if ((s[i] & 0xc0) != 0x80)
            return 0;
        value = value << 6 | (s[i] & 0x3f);
    }
    if (value < least[size] || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
        return 0;
    *point = value;
    return size;
}

int utf8_is_valid(const char *text, size_t length)
{
    size_t size;
    uint32_t point;

    for (size_t i = 0; i < length; i += size) {
        size = utf8_decode(text + i, length - i, &point);
        if (size == 0)
            return 0;
    }
    return 1;
}

int utf8_is_control(uint32_t point)
{
    if (point < 0x20)
        return point != '\t' && point != '\n';
    return (point >= 0x7f && point <= 0x9f) || point == 0x2028 || point == 0x2029 ||
           point == 0xfeff || point == 0xfffe || point == 0xffff;
}

int utf8_is_bidi(uint32_t point)
{
    return (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
}

size_t utf8_find_control(const char *text, size_t length)
{
    size_t i = 0;

    while (i < length) {
        unsigned char c = (unsigned char)text[i];
        uint32_t point;
        size_t size;

        /* Only these first bytes can begin such a character. */
        if (c >= 0x20 && c != 0x7f && c != 0xc2 && c != 0xe2 && c != 0xef) {
            i++;
            continue;
        }
        size = utf8_decode(text + i, length - i, &point);
        if (size == 0 || utf8_is_control(point) || utf8_is_bidi(point))
            return i;
        i += size;
    }
    return length;
}
