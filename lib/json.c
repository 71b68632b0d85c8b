/* Writing JSON.
 *
 * SPDX-License-Identifier: MIT
 */
#include "json.h"

#include <string.h>

#include "utf8.h"

static void begin_value(struct json *json)
{
    if (json->needs_comma)
        buffer_add_char(json->out, ',');
    json->needs_comma = 1;
}

void json_begin(struct json *json, char bracket)
{
    begin_value(json);
    buffer_add_char(json->out, bracket);
    json->needs_comma = 0;
}

void json_end(struct json *json, char bracket)
{
    buffer_add_char(json->out, bracket);
    json->needs_comma = 1;
}

static void add_escape(struct buffer *out, uint32_t point)
{
    static const char digits[] = "0123456789abcdef";
    static const char letters[] = "\"\"\\\\\bb\ff\nn\rr\tt";
    const char *letter = point < 0x80 && point > 0 ? strchr(letters, (int)point) : NULL;

    buffer_add_char(out, '\\');
    if (letter) {
        buffer_add_char(out, letter[1]);
        return;
    }
    buffer_add_char(out, 'u');
    for (int shift = 12; shift >= 0; shift -= 4)
        buffer_add_char(out, digits[point >> shift & 0xf]);
}

static void add_quoted(struct buffer *out, const char *text)
{
    size_t length = strlen(text);

    buffer_add_char(out, '"');
    for (size_t i = 0, size; i < length && !out->failed; i += size) {
        uint32_t point;

        size = utf8_decode(text + i, length - i, &point);
        if (size == 0) {
            buffer_add_string(out, "\xef\xbf\xbd");
            size = 1;
        } else if (point < 0x20 || point == '"' || point == '\\' || utf8_is_control(point) ||
                   utf8_is_bidi(point)) {
            add_escape(out, point);
        } else {
            buffer_add(out, text + i, size);
        }
    }
    buffer_add_char(out, '"');
}

void json_key(struct json *json, const char *key)
{
    begin_value(json);
    add_quoted(json->out, key);
    buffer_add_char(json->out, ':');
    json->needs_comma = 0;
}

void json_null(struct json *json)
{
    begin_value(json);
    buffer_add_string(json->out, "null");
}

void json_string(struct json *json, const char *text)
{
    if (!text) {
        json_null(json);
        return;
    }
    begin_value(json);
    add_quoted(json->out, text);
}

void json_number(struct json *json, uint64_t number)
{
    begin_value(json);
    buffer_add_number(json->out, number);
}

void json_string_of(struct json *json, const char *key, const char *text)
{
    json_key(json, key);
    json_string(json, text);
}

void json_number_of(struct json *json, const char *key, uint64_t number)
{
    json_key(json, key);
    json_number(json, number);
}
