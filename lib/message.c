/* Filling templates.
 *
 * SPDX-License-Identifier: MIT
 */
#include "message.h"

#include <string.h>

#include "utf8.h"

static void add_escaped(struct buffer *out, uint32_t point)
{
    static const char digits[] = "0123456789abcdef";

    if (point == '\n') {
        buffer_add_string(out, "\\n");
    } else if (point == '\t') {
        buffer_add_string(out, "\\t");
    } else if (point == '\r') {
        buffer_add_string(out, "\\r");
    } else {
        int digit = point > 0xff ? 4 : 2;

        buffer_add_string(out, point > 0xff ? "\\u" : "\\x");
        while (digit-- > 0)
            buffer_add_char(out, digits[point >> (4 * digit) & 0xf]);
    }
}

void message_add_text(struct buffer *out, const char *text, size_t length, size_t limit)
{
    for (size_t i = 0, size; i < length && !out->failed; i += size) {
        uint32_t point;

        if (i >= limit) {
            buffer_add_string(out, ELLIPSIS);
            return;
        }
        size = utf8_decode(text + i, length - i, &point);
        if (size == 0) {
            buffer_add_string(out, REPLACEMENT);
            size = 1;
        } else if (point == '\n' || point == '\t' || utf8_is_control(point) ||
                   utf8_is_bidi(point)) {
            add_escaped(out, point);
        } else {
            buffer_add(out, text + i, size);
        }
    }
}

static const struct part *part_named(const struct part *parts, size_t count, const char *name,
                                     size_t length)
{
    for (size_t i = 0; i < count; i++) {
        if (strlen(parts[i].name) == length && memcmp(parts[i].name, name, length) == 0)
            return &parts[i];
    }
    return NULL;
}

/* Whether all parts named up to the closing bracket are there. */
static int has_parts(const char *pattern, const struct part *parts, size_t count)
{
    while (*pattern && *pattern != ']') {
        size_t length = strcspn(pattern, "{]");

        pattern += length;
        if (*pattern == '{') {
            length = strcspn(pattern, "}");
            if (!part_named(parts, count, pattern + 1, length - 1))
                return 0;
            pattern += length;
        }
    }
    return 1;
}

void message_fill(struct buffer *out, const char *pattern, const struct part *parts, size_t count,
                  int language)
{
    while (*pattern) {
        size_t length = strcspn(pattern, "{[]");
        const struct part *part;

        buffer_add(out, pattern, length);
        pattern += length;
        if (*pattern == '{') {
            length = strcspn(pattern, "}");
            part = part_named(parts, count, pattern + 1, length - 1);
            if (!part)
                buffer_add_string(out, ELLIPSIS);
            else if (part->text)
                message_add_text(out, part->text, part->length, MESSAGE_PART_MAX);
            else
                buffer_add_string(out, part->phrase->text[language]);
            pattern += length + (pattern[length] == '}');
        } else if (*pattern == '[' && !has_parts(pattern + 1, parts, count)) {
            pattern += strcspn(pattern, "]");
        } else if (*pattern) {
            pattern++;
        }
    }
}
