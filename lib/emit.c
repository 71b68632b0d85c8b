/* The canonical writer of YAML.
 *
 * SPDX-License-Identifier: MIT
 *
 * Collections are always in block style: the one at depth n is indented by 2(n - 1) spaces.  What
 * stands before a node depends on where it goes:
 *
 *   root            node
 *   item            indent "-" " " node        a collection's first line follows the "- "
 *   key             indent node ":"
 *   explicit key    indent "?" " " node newline indent ":"
 *   value           " " scalar, or a newline and the collection
 *
 * Whether a collection is empty is known only when its first child or its end comes, so what
 * stands between it and its parent is written then.
 */
#include "emit.h"

#include <string.h>

#include "ascii.h"
#include "utf8.h"

enum {
    INDENT = 2,
    /* Readers look at most 1024 characters ahead for the ":" of a key, and an escape takes up to
     * six for one byte. */
    SIMPLE_KEY_MAX = 160,
    /* Readers that know numbers as doubles keep this many digits. */
    INTEGER_DIGITS = 15
};

/* What a text contains. */
enum {
    HAS_ESCAPE = 1, /* what must not or cannot stand in a file as it is */
    HAS_BREAK = 2,
    HAS_TAB = 4,
    HAS_QUOTE = 8,  /* a double quote or a backslash */
    NOT_PLAIN = 16, /* would end, or be cut, without quotes */
    NOT_BLOCK = 32  /* would change, or hide spaces, in a literal block */
};

/* ---- looking at a text ---- */

static unsigned text_features(const char *text, size_t length)
{
    unsigned features = 0;
    char before = '\n';

    for (size_t i = 0; i < length; before = text[i++]) {
        unsigned char c = (unsigned char)text[i];

        if (c >= 0x80) {
            uint32_t point;
            size_t size = utf8_decode(text + i, length - i, &point);
            if (size == 0 || utf8_is_control(point) || utf8_is_bidi(point))
                features |= HAS_ESCAPE;
            if (size > 1)
                i += size - 1;
        } else if (c > '\\' || (c > ':' && c < '\\') || (c > '#' && c < ':')) {
            if (c == 0x7f)
                features |= HAS_ESCAPE;
        } else if (c == '\n') {
            features |= HAS_BREAK;
            if (i == 0 || is_blank(before))
                features |= NOT_BLOCK;
        } else if (c == '\t') {
            features |= HAS_TAB;
            if (before == '\n')
                features |= NOT_BLOCK;
        } else if (c < ' ') {
            features |= HAS_ESCAPE;
        } else if (c == '"' || c == '\\') {
            features |= HAS_QUOTE;
        } else if ((c == ':' && (i + 1 == length || is_space(text[i + 1]))) ||
                   (c == '#' && is_space(before))) {
            features |= NOT_PLAIN;
        }
    }
    if (length == 0 || is_space(text[0]) || is_space(text[length - 1]))
        features |= NOT_PLAIN;
    if (length == 0 || is_blank(text[0]) || is_blank(before) ||
        (before == '\n' && length > 1 && text[length - 2] == '\n'))
        features |= NOT_BLOCK;
    return features;
}

/* Whether a text can begin a plain scalar in block style, and does not end a document. */
static int begins_plain(const char *text, size_t length)
{
    static const char indicators[] = ",[]{}#&*!|>'\"%@`";

    if (memchr(indicators, text[0], sizeof indicators - 1))
        return 0;
    if (text[0] == '-' || text[0] == '?' || text[0] == ':')
        if (length == 1 || is_space(text[1]))
            return 0;
    if (length >= 3 && (memcmp(text, "---", 3) == 0 || memcmp(text, "...", 3) == 0))
        return length > 3 && !is_space(text[3]);
    return 1;
}

/* 0, or no leading zero; perhaps a minus. */
static int is_canonical_integer(const char *text, size_t length)
{
    size_t at = length > 0 && text[0] == '-';
    size_t digits = length - at;

    if (digits == 0 || digits > INTEGER_DIGITS || (text[at] == '0' && length > 1))
        return 0;
    for (; at < length; at++)
        if (!is_digit(text[at]))
            return 0;
    return 1;
}

static size_t skip_digits(const char *text, size_t length, size_t at)
{
    while (at < length && is_digit(text[at]))
        at++;
    return at;
}

/* How many bytes of a text are a day, with one or two digits for month and day; 0: none. */
static size_t day_length(const char *text, size_t length)
{
    size_t year = skip_digits(text, length, 0), month, day;

    if (year != 4 || length < 8 || text[4] != '-')
        return 0;
    month = skip_digits(text, length, 5);
    if (month < 6 || month > 7 || month == length || text[month] != '-')
        return 0;
    day = skip_digits(text, length, month + 1);
    return day > month + 1 && day <= month + 3 ? day : 0;
}

static int equals_ignoring_case(const char *text, size_t length, const char *word)
{
    size_t i;

    for (i = 0; i < length && word[i]; i++) {
        char c = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] - 'A' + 'a') : text[i];
        if (c != word[i])
            return 0;
    }
    return i == length && !word[i];
}

static int is_word(const char *text, size_t length)
{
    static const char *const words[] = {"null", "~",   "true", "false", "yes", "no",
                                        "on",   "off", "y",    "n",     "<<",  "="};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (equals_ignoring_case(text, length, words[i]))
            return 1;
    return 0;
}

/* Whether any reader could see a number: with underscores or commas between digits, in base 2, 8,
 * 16 or 60, with an exponent, infinite or none. */
static int is_number(const char *text, size_t length)
{
    size_t at = length > 0 && (text[0] == '+' || text[0] == '-');
    size_t digits = 0, dots = 0;

    if (equals_ignoring_case(text + at, length - at, ".inf") ||
        equals_ignoring_case(text + at, length - at, ".nan"))
        return 1;
    if (length - at > 2 && text[at] == '0' && memchr("bBoOxX", text[at + 1], 6)) {
        for (at += 2; at < length; at++)
            if (!is_digit(text[at]) && text[at] != '_' && !memchr("abcdefABCDEF", text[at], 12))
                return 0;
        return 1;
    }
    if (at == length || !(is_digit(text[at]) || text[at] == '.'))
        return 0;
    for (; at < length && (is_digit(text[at]) || memchr("_,.:", text[at], 4)); at++) {
        digits += is_digit(text[at]) ? 1 : 0;
        dots += text[at] == '.';
    }
    if (at < length && digits > 0 && (text[at] == 'e' || text[at] == 'E')) {
        size_t exponent = at + 1;
        if (exponent < length && (text[exponent] == '+' || text[exponent] == '-'))
            exponent++;
        at = skip_digits(text, length, exponent);
        if (at == exponent)
            return 0;
    }
    return at == length && digits + dots > 0;
}

/* Whether a reader of YAML 1.1 or 1.2 could take a plain text for something else than text. */
static int resolves(const char *text, size_t length)
{
    size_t day;

    if (is_word(text, length) || is_number(text, length))
        return 1;
    day = day_length(text, length);
    return day > 0 && (day == length || is_blank(text[day]) || (text[day] | 0x20) == 't');
}

/* What of the schema is written plain although readers take it for more than text. */
static int is_value(const char *text, size_t length)
{
    return is_canonical_integer(text, length) || (length == 10 && day_length(text, length) == 10) ||
           (length == 4 && memcmp(text, "true", 4) == 0) ||
           (length == 5 && memcmp(text, "false", 5) == 0);
}

static int is_plain(const char *text, size_t length, unsigned features, enum emit_style style,
                    int is_key)
{
    if (style == EMIT_QUOTED || (features & (HAS_ESCAPE | HAS_BREAK | HAS_TAB | NOT_PLAIN)) ||
        !begins_plain(text, length))
        return 0;
    if (style == EMIT_PLAIN || (style == EMIT_VALUE && is_value(text, length)))
        return 1;
    if (is_canonical_integer(text, length))
        return style != EMIT_ID && !is_key;
    /* In flow style, as people write, "?" behind a text is an indicator to some readers. */
    return !memchr("-?:", text[0], 3) && text[length - 1] != '?' && !resolves(text, length);
}

/* ---- writing a text ---- */

static void add_indent(struct emitter *emitter, size_t width)
{
    static const char spaces[] = "                                ";

    while (width > 0) {
        size_t size = width < sizeof spaces - 1 ? width : sizeof spaces - 1;
        buffer_add(emitter->out, spaces, size);
        width -= size;
    }
}

static void add_escape(struct buffer *out, uint32_t point)
{
    static const char digits[] = "0123456789abcdef";
    char escape[6] = {'\\', 'u'};

    for (size_t i = 0; i < 4; i++)
        escape[2 + i] = digits[point >> (12 - 4 * i) & 15];
    buffer_add(out, escape, sizeof escape);
}

/* Escapes are those that JSON has too. */
static void add_double_quoted(struct buffer *out, const char *text, size_t length)
{
    size_t begin = 0, size;

    buffer_add_char(out, '"');
    for (size_t i = 0; i < length; i += size) {
        uint32_t point = (unsigned char)text[i];

        size = point < 0x80 ? 1 : utf8_decode(text + i, length - i, &point);
        if (size > 0 && point != '"' && point != '\\' && point != '\t' && point != '\n' &&
            !utf8_is_control(point) && !utf8_is_bidi(point))
            continue;
        buffer_add(out, text + begin, i - begin);
        if (size == 0)
            size = 1; /* not UTF-8: the byte becomes the character of its number */
        begin = i + size;
        if (point == '"')
            buffer_add_string(out, "\\\"");
        else if (point == '\\')
            buffer_add_string(out, "\\\\");
        else if (point == '\t')
            buffer_add_string(out, "\\t");
        else if (point == '\n')
            buffer_add_string(out, "\\n");
        else
            add_escape(out, point);
    }
    buffer_add(out, text + begin, length - begin);
    buffer_add_char(out, '"');
}

static void add_single_quoted(struct buffer *out, const char *text, size_t length)
{
    const char *end = text + length, *quote;

    buffer_add_char(out, '\'');
    while ((quote = memchr(text, '\'', (size_t)(end - text)))) {
        buffer_add(out, text, (size_t)(quote - text) + 1);
        buffer_add_char(out, '\'');
        text = quote + 1;
    }
    buffer_add(out, text, (size_t)(end - text));
    buffer_add_char(out, '\'');
}

/* The literal block says exactly the text: without a final newline "|-", with one "|". */
static void add_block(struct emitter *emitter, const char *text, size_t length)
{
    size_t width = INDENT * (emitter->depth > 0 ? emitter->depth : 1);
    const char *end = text + length;

    buffer_add_string(emitter->out, text[length - 1] == '\n' ? "|" : "|-");
    while (text < end) {
        const char *line_end = memchr(text, '\n', (size_t)(end - text));

        if (!line_end)
            line_end = end;
        buffer_add_char(emitter->out, '\n');
        if (line_end > text)
            add_indent(emitter, width);
        buffer_add(emitter->out, text, (size_t)(line_end - text));
        text = line_end + 1;
    }
}

/* ---- nodes ---- */

static struct emit_level *current(struct emitter *emitter)
{
    return emitter->depth > 0 ? &emitter->levels[emitter->depth - 1] : NULL;
}

static int is_key_due(struct emitter *emitter)
{
    const struct emit_level *level = current(emitter);

    return level && level->is_mapping && !level->at_value;
}

static int is_value_due(struct emitter *emitter)
{
    const struct emit_level *level = current(emitter);

    return level && level->is_mapping && level->at_value;
}

/* Writes what stands before a node, but for the space or newline behind "-", "?" and ":". */
static void node_begin(struct emitter *emitter, int is_explicit)
{
    struct emit_level *level = current(emitter);

    if (!level || is_value_due(emitter))
        return;
    if (!level->is_empty) {
        add_indent(emitter, INDENT * (emitter->depth - 1));
    } else if (emitter->depth > 1) {
        const struct emit_level *parent = level - 1;
        if (parent->is_mapping && parent->at_value) {
            buffer_add_char(emitter->out, '\n');
            add_indent(emitter, INDENT * (emitter->depth - 1));
        } else {
            buffer_add_char(emitter->out, ' ');
        }
    }
    level->is_empty = 0;
    if (!level->is_mapping)
        buffer_add_char(emitter->out, '-');
    else if (is_explicit)
        buffer_add_char(emitter->out, '?');
}

/* What follows a node; its last newline is written, but for that of a simple key. */
static void node_end(struct emitter *emitter, int is_explicit)
{
    struct emit_level *level = current(emitter);

    if (!level || !level->is_mapping)
        return;
    if (!level->at_value) {
        if (is_explicit)
            add_indent(emitter, INDENT * (emitter->depth - 1));
        buffer_add_char(emitter->out, ':');
    }
    level->at_value = !level->at_value;
}

void emit_begin(struct emitter *emitter, struct buffer *out)
{
    emitter->out = out;
    emitter->depth = 0;
}

static void collection_begin(struct emitter *emitter, int is_mapping)
{
    struct emit_level *level;

    if (emitter->depth == EMIT_DEPTH)
        emitter->out->failed = 1;
    if (emitter->out->failed)
        return;
    node_begin(emitter, 1);
    level = &emitter->levels[emitter->depth++];
    level->is_mapping = is_mapping != 0;
    level->is_empty = 1;
    level->at_value = 0;
}

static void collection_end(struct emitter *emitter, const char *empty)
{
    if (emitter->out->failed)
        return;
    if (emitter->levels[--emitter->depth].is_empty) {
        if (emitter->depth > 0)
            buffer_add_char(emitter->out, ' ');
        buffer_add_string(emitter->out, empty);
        buffer_add_char(emitter->out, '\n');
    }
    node_end(emitter, 1);
}

void emit_mapping_begin(struct emitter *emitter)
{
    collection_begin(emitter, 1);
}

void emit_mapping_end(struct emitter *emitter)
{
    collection_end(emitter, "{}");
}

void emit_sequence_begin(struct emitter *emitter)
{
    collection_begin(emitter, 0);
}

void emit_sequence_end(struct emitter *emitter)
{
    collection_end(emitter, "[]");
}

void emit_scalar(struct emitter *emitter, const char *text, size_t length, enum emit_style style)
{
    int is_key = is_key_due(emitter), is_explicit = is_key && length > SIMPLE_KEY_MAX;
    unsigned features;

    if (style == EMIT_PLAIN && length == 0) {
        emit_null(emitter);
        return;
    }
    features = text_features(text, length);
    node_begin(emitter, is_explicit);
    if (emitter->depth > 0 && (!is_key || is_explicit))
        buffer_add_char(emitter->out, ' ');
    if (is_plain(text, length, features, style, is_key))
        buffer_add(emitter->out, text, length);
    else if ((features & (HAS_BREAK | HAS_ESCAPE | NOT_BLOCK)) == HAS_BREAK && !is_key)
        add_block(emitter, text, length);
    else if ((features & (HAS_QUOTE | HAS_ESCAPE | HAS_BREAK | HAS_TAB)) == HAS_QUOTE)
        add_single_quoted(emitter->out, text, length);
    else
        add_double_quoted(emitter->out, text, length);
    if (!is_key || is_explicit)
        buffer_add_char(emitter->out, '\n');
    node_end(emitter, is_explicit);
}

void emit_null(struct emitter *emitter)
{
    emit_scalar(emitter, "null", 4, EMIT_PLAIN);
}

/* ---- nodes written before ---- */

/* The byte behind a quoted scalar at the beginning of a text. */
static const char *skip_quoted(const char *text)
{
    char quote = *text++;

    while (*text && *text != quote) {
        if (quote == '"' && *text == '\\' && text[1])
            text++;
        text++;
    }
    return *text ? text + 1 : text;
}

/* Whether a node of this writer is a collection with something in it. */
static int is_block_collection(const char *yaml)
{
    if ((*yaml == '-' || *yaml == '?') && (yaml[1] == ' ' || yaml[1] == '\n'))
        return 1;
    if (*yaml == '"' || *yaml == '\'') {
        if (*yaml == '\'')
            while (*(yaml = skip_quoted(yaml)) == '\'')
                ;
        else
            yaml = skip_quoted(yaml);
        return *yaml == ':';
    }
    for (; *yaml && *yaml != '\n'; yaml++)
        if (*yaml == ':' && (!yaml[1] || is_space(yaml[1])))
            return 1;
    return 0;
}

void emit_node(struct emitter *emitter, const char *yaml)
{
    int is_block = is_block_collection(yaml), is_value = is_value_due(emitter), is_first = 1;
    size_t levels = is_block || emitter->depth == 0 ? emitter->depth : emitter->depth - 1;

    node_begin(emitter, 1);
    if (emitter->depth > 0)
        buffer_add_char(emitter->out, is_block && is_value ? '\n' : ' ');
    do {
        const char *end = strchr(yaml, '\n');
        size_t length = end ? (size_t)(end - yaml) : strlen(yaml);

        if (length > 0 && (!is_first || (is_block && is_value)))
            add_indent(emitter, INDENT * levels);
        buffer_add(emitter->out, yaml, length);
        buffer_add_char(emitter->out, '\n');
        yaml += length + (end != NULL);
        is_first = 0;
    } while (*yaml);
    node_end(emitter, 1);
}
