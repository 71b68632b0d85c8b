/* Hints for what people type and YAML does not take.
 *
 * SPDX-License-Identifier: MIT
 *
 * Nearly all of it is a value that needs quotes: the value is quoted, and the line tried.
 */
#include "syntax-hint.h"

#include <string.h>
#include <yaml.h>

#include "ascii.h"
#include "value.h"

/* A line "key: value", perhaps an item of a list, in parts. */
struct parts {
    const char *prefix; /* "- " and the key with its colon */
    size_t prefix_length;
    const char *value;
    size_t value_length;
};

static int split(const char *line, size_t length, struct parts *parts)
{
    size_t i = 0;

    while (length > 0 && (is_blank(line[length - 1]) || line[length - 1] == '\r'))
        length--;
    while (i < length && is_blank(line[i]))
        i++;
    parts->prefix = line + i;
    while (i + 1 < length && line[i] == '-' && is_blank(line[i + 1])) {
        i++;
        while (i < length && is_blank(line[i]))
            i++;
    }
    while (i < length && line[i] != ':' && !is_blank(line[i]))
        i++;
    if (i + 1 >= length || line[i] != ':' || !is_blank(line[i + 1]))
        return 0;
    i++;
    parts->prefix_length = (size_t)(line + i - parts->prefix);
    while (i < length && is_blank(line[i]))
        i++;
    parts->value = line + i;
    parts->value_length = length - i;
    return parts->value_length > 0;
}

/* Whether a line can be read on its own. */
static int can_be_read(const char *line)
{
    yaml_parser_t parser;
    yaml_event_t event;
    int ended = 0, ok = 1;

    if (!yaml_parser_initialize(&parser))
        return 0;
    yaml_parser_set_input_string(&parser, (const unsigned char *)line, strlen(line));
    while (ok && !ended) {
        ok = yaml_parser_parse(&parser, &event);
        if (ok) {
            ended = event.type == YAML_STREAM_END_EVENT;
            yaml_event_delete(&event);
        }
    }
    yaml_parser_delete(&parser);
    return ok;
}

/* Joins prefix and value, the value between quotes or, with none, as it is. */
static int compose(const struct parts *parts, char quote, const char *value, size_t length,
                   char hint[SYNTAX_HINT])
{
    size_t used = parts->prefix_length;

    if (used + 2 * length + 4 > SYNTAX_HINT)
        return 0;
    memcpy(hint, parts->prefix, used);
    hint[used++] = ' ';
    if (quote)
        hint[used++] = quote;
    for (size_t i = 0; i < length; i++) {
        if (quote == '"' && (value[i] == '"' || value[i] == '\\'))
            hint[used++] = '\\';
        hint[used++] = value[i];
    }
    if (quote)
        hint[used++] = quote;
    hint[used] = '\0';
    return can_be_read(hint);
}

/* A line whose indentation has tabs, indented as the line before it demands. */
static int replace_tabs(const char *line, size_t length, const char *previous,
                        size_t previous_length, char hint[SYNTAX_HINT])
{
    size_t indent = 0;

    while (length > 0 && is_blank(*line)) {
        line++;
        length--;
    }
    while (indent < previous_length && previous[indent] == ' ')
        indent++;
    if (previous_length > 0 && previous[previous_length - 1] == ':')
        indent += 2;
    if (length == 0 || indent + length >= SYNTAX_HINT)
        return 0;
    memset(hint, ' ', indent);
    memcpy(hint + indent, line, length);
    hint[indent + length] = '\0';
    return can_be_read(hint);
}

/* "operator:cea", or with a no-break space: a key that lacks its blank. */
static int split_glued(const char *line, size_t length, struct parts *parts)
{
    static const char no_break_space[] = "\xc2\xa0";
    size_t i = 0;

    while (length > 0 && (is_blank(line[length - 1]) || line[length - 1] == '\r'))
        length--;
    while (i < length && is_blank(line[i]))
        i++;
    parts->prefix = line + i;
    while (i < length && ((line[i] >= 'a' && line[i] <= 'z') || line[i] == '_'))
        i++;
    if (i == length || line[i] != ':' || line + i == parts->prefix)
        return 0;
    i++;
    parts->prefix_length = (size_t)(line + i - parts->prefix);
    while (length - i >= 2 && memcmp(line + i, no_break_space, 2) == 0)
        i += 2;
    parts->value = line + i;
    parts->value_length = length - i;
    return parts->value_length > 0;
}

/* Takes off quotes that were meant as such: those around "'l'innovation'", the one before "'c'est".
 * Those of "'DETECTME' CLE" belong to the text. */
static void unquote(struct parts *parts)
{
    const char *value = parts->value;
    size_t length = parts->value_length;
    const char *second;

    if (length < 3 || (value[0] != '"' && value[0] != '\''))
        return;
    second = memchr(value + 1, value[0], length - 1);
    if (value[length - 1] == value[0]) {
        parts->value++;
        parts->value_length -= 2;
    } else if (second && !is_blank(second[1])) {
        parts->value++;
        parts->value_length--;
    }
}

int syntax_hint(const char *line, size_t length, const char *previous, size_t previous_length,
                char hint[SYNTAX_HINT])
{
    struct parts parts;
    char value[TRANSFER_VALUE_SIZE];
    size_t indent = 0;

    while (indent < length && is_blank(line[indent]))
        indent++;
    if (memchr(line, '\t', indent))
        return replace_tabs(line, length, previous, previous_length, hint);
    if (!split(line, length, &parts))
        return split_glued(line, length, &parts) &&
               compose(&parts, 0, parts.value, parts.value_length, hint);
    /* Where the line itself can be read, what is wrong is elsewhere. */
    if (compose(&parts, 0, parts.value, parts.value_length, hint))
        return 0;
    /* "> 20000000 EUR" is an amount with a qualifier. */
    if (value_suggest(KIND_AMOUNT, parts.value, parts.value_length, value, sizeof value) ||
        value_suggest(KIND_QUANTITY, parts.value, parts.value_length, value, sizeof value))
        return compose(&parts, 0, value, strlen(value), hint);
    /* A quote or bracket that is not closed may go on in the next line, and what follows a hyphen
     * is meant as an item of a list. */
    if (strchr("[{|>", parts.value[0]) ||
        (parts.value_length > 1 && parts.value[0] == '-' && is_blank(parts.value[1])))
        return 0;
    if ((parts.value[0] == '"' || parts.value[0] == '\'') &&
        !memchr(parts.value + 1, parts.value[0], parts.value_length - 1))
        return 0;
    unquote(&parts);
    return compose(&parts, '"', parts.value, parts.value_length, hint);
}
