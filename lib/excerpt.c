/* Reading a text again, and finding places in it.
 *
 * SPDX-License-Identifier: MIT
 *
 * The extent of a node is found without parsing the text: whoever asks knows that a node begins at
 * the place.  Whether a plain scalar stands in braces or brackets is judged from its line.
 */
#include "excerpt.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ascii.h"
#include "utf8.h"

enum { FAR = 8192 };

static uint64_t mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 29;
}

uint64_t file_fingerprint(int descriptor)
{
    struct stat status;
    uint64_t hash;

    if (fstat(descriptor, &status) != 0)
        return 0;
    hash = mix(UINT64_C(0x7472616e73666572), (uint64_t)status.st_size);
    hash = mix(hash, (uint64_t)status.st_mtim.tv_sec);
    hash = mix(hash, (uint64_t)status.st_mtim.tv_nsec);
    hash = mix(hash, (uint64_t)status.st_ino);
    hash = mix(hash, (uint64_t)status.st_dev);
    return hash ? hash : 1;
}

static char *read_all(int descriptor, size_t expected, size_t *size)
{
    size_t capacity = expected + 1, length = 0;
    char *text = malloc(capacity);

    while (text) {
        ssize_t count = read(descriptor, text + length, capacity - length);
        char *grown;

        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            break;
        if (count == 0) {
            text[length] = '\0';
            *size = length;
            return text;
        }
        length += (size_t)count;
        if (length < capacity)
            continue;
        grown = capacity > SIZE_MAX / 2 ? NULL : realloc(text, capacity * 2);
        if (!grown) {
            errno = ENOMEM;
            break;
        }
        text = grown;
        capacity *= 2;
    }
    free(text);
    return NULL;
}

char *file_read(const char *path, uint64_t fingerprint, size_t *size, int *changed)
{
    /* Opening a pipe must not wait for its writer. */
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status;
    char *text = NULL;
    int reason;

    if (descriptor < 0)
        return NULL;
    if (fstat(descriptor, &status) == 0) {
        if (S_ISDIR(status.st_mode))
            errno = EISDIR;
        else if (!S_ISREG(status.st_mode))
            errno = EINVAL;
        else if ((uint64_t)status.st_size >= SIZE_MAX / 2)
            errno = EFBIG;
        else
            text = read_all(descriptor, (size_t)status.st_size, size);
    }
    reason = errno;
    if (text && changed)
        *changed = file_fingerprint(descriptor) != fingerprint;
    close(descriptor);
    errno = reason;
    return text;
}

static size_t line_end(const char *text, size_t size, size_t from)
{
    while (from < size && text[from] != '\n' && text[from] != '\r')
        from++;
    return from;
}

static size_t next_line(const char *text, size_t size, size_t end)
{
    if (end < size && text[end] == '\r' && end + 1 < size && text[end + 1] == '\n')
        return end + 2;
    return end < size ? end + 1 : size;
}

/* The bytes of the character at `from`, 1 for what is not UTF-8. */
static size_t char_size(const char *text, size_t size, size_t from)
{
    uint32_t point;
    size_t length = utf8_decode(text + from, size - from, &point);

    return length ? length : 1;
}

static int is_break(char c)
{
    return c == '\n' || c == '\r';
}

/* Whether nothing, a blank or a line break stands at `i`. */
static int is_blank_or_end(const char *text, size_t size, size_t i)
{
    return i >= size || is_blank(text[i]) || is_break(text[i]);
}

static int is_flow_mark(char c)
{
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

/* Behind the closing quote; `size` when there is none. */
static size_t quoted_end(const char *text, size_t size, size_t from)
{
    char quote = text[from];

    for (size_t i = from + 1; i < size; i++) {
        if (quote == '"' && text[i] == '\\') {
            i++;
        } else if (text[i] == quote) {
            if (quote == '"' || i + 1 >= size || text[i + 1] != '\'')
                return i + 1;
            i++;
        }
    }
    return size;
}

/* Behind the last character of a plain scalar, on its first line. */
static size_t plain_end(const char *text, size_t size, size_t from, int in_flow)
{
    size_t end = from;

    for (size_t i = from; i < size && !is_break(text[i]); i++) {
        if (text[i] == ':' && (is_blank_or_end(text, size, i + 1) ||
                               (in_flow && is_flow_mark(text[i + 1]))))
            break;
        if (text[i] == '#' && i > from && is_blank(text[i - 1]))
            break;
        if (in_flow && is_flow_mark(text[i]))
            break;
        if (!is_blank(text[i]))
            end = i + 1;
    }
    return end;
}

/* Behind the bracket that closes the one at `from`; 0 when there is none before `size`, and then
 * *depth tells how many are open. */
static size_t flow_end(const char *text, size_t size, size_t from, size_t *depth)
{
    size_t i = from;
    int at_start = 1; /* a token may begin here: a quote is not an apostrophe */

    *depth = 0;
    while (i < size) {
        char c = text[i];

        if (c == '[' || c == '{') {
            ++*depth;
            at_start = 1;
            i++;
        } else if (c == ']' || c == '}') {
            i++;
            if (*depth <= 1)
                return i;
            --*depth;
            at_start = 0;
        } else if (c == ',' || is_blank(c) || is_break(c)) {
            at_start = at_start || c == ',' || is_break(c);
            i++;
        } else if (c == '#' && i > 0 && is_blank_or_end(text, size, i - 1)) {
            i = line_end(text, size, i);
        } else if (c == ':' && (!at_start || is_blank_or_end(text, size, i + 1))) {
            at_start = 1;
            i++;
        } else if (at_start && (c == '"' || c == '\'')) {
            i = quoted_end(text, size, i);
            at_start = 0;
        } else {
            size_t end = plain_end(text, size, i, 1);

            i = end > i ? end : i + 1;
            at_start = 0;
        }
    }
    return 0;
}

/* Whether the place lies in braces or brackets, as far as its line tells. */
static int is_in_flow(const char *text, size_t line, size_t end, size_t from)
{
    size_t i = line, depth;
    int is_value = 0;

    /* A key has at most 1024 characters: in block style nothing begins so far from the left. */
    if (from - line > FAR)
        return 1;
    if (end - from > FAR)
        end = from + FAR;
    /* Brackets that open where a value of this line can begin. */
    while (i < from && (is_blank(text[i]) || (text[i] == '-' && is_blank_or_end(text, from, i + 1))))
        i++;
    while (i < from) {
        if (text[i] == '[' || text[i] == '{') {
            size_t close = flow_end(text, from, i, &depth);

            if (close == 0)
                return 1;
            i = close;
        } else if (text[i] == '"' || text[i] == '\'') {
            i = quoted_end(text, from, i);
        } else {
            size_t plain = plain_end(text, from, i, 0);

            i = plain > i ? plain : i + 1;
        }
        for (; i < from && (is_blank(text[i]) || text[i] == ':'); i++)
            is_value |= text[i] == ':';
    }
    /* The opening bracket may stand on an earlier line: then the line ends as it began, in flow. */
    for (i = from; i < end; i++) {
        size_t close;

        if (text[i] == '#' && i > from && is_blank(text[i - 1]))
            break;
        if (text[i] == ']' || text[i] == '}')
            return 1;
        /* In block style a line has one key. */
        if (is_value && text[i] == ':' && is_blank_or_end(text, end, i + 1))
            return 1;
        if (text[i] == '[' || text[i] == '{') {
            close = flow_end(text, end, i, &depth);
            if (close == 0)
                return 0;
            i = close - 1;
        }
    }
    while (i > from && is_blank(text[i - 1]))
        i--;
    return i > from && text[i - 1] == ',';
}

/* The indentation of the node that holds the block scalar at `from`; -1 for the root. */
static long parent_indent(const char *text, size_t line, size_t from)
{
    size_t i = line, entry = line;
    int has_entry = 0;

    while (i < from) {
        if (text[i] == ' ') {
            i++;
        } else if ((text[i] == '-' || text[i] == '?' || text[i] == ':') && text[i + 1] == ' ') {
            entry = i++;
            has_entry = 1;
        } else {
            return (long)(i - line);
        }
    }
    /* On a line of its own: its text is taken to begin no further left. */
    return has_entry ? (long)(entry - line) : (long)(i - line) - 1;
}

/* Behind the last line of a block scalar that has content. */
static size_t block_scalar_end(const char *text, size_t size, size_t line, size_t from)
{
    long parent = parent_indent(text, line, from);
    size_t next = line_end(text, size, from), end = next;

    while (end > from && is_blank(text[end - 1]))
        end--;
    for (;;) {
        size_t begin = next_line(text, size, next), content = begin;

        if (begin >= size)
            return end;
        while (content < size && text[content] == ' ')
            content++;
        next = line_end(text, size, content);
        if (content == next)
            continue;
        if ((long)(content - begin) <= parent)
            return end;
        if (parent < 0 && next - begin >= 3 &&
            (memcmp(text + begin, "---", 3) == 0 || memcmp(text + begin, "...", 3) == 0))
            return end;
        end = next;
    }
}

static int is_block_header(const char *text, size_t end, size_t from)
{
    size_t i = from + 1;

    while (i < end && (text[i] == '+' || text[i] == '-' || is_digit(text[i])))
        i++;
    if (!is_blank_or_end(text, end, i))
        return 0;
    while (i < end && is_blank(text[i]))
        i++;
    return i == end || text[i] == '#';
}

static size_t node_end(const char *text, size_t size, size_t line, size_t line_limit, size_t from)
{
    size_t first = from, end, depth;

    if (from >= line_limit)
        return from;
    /* An item, or a key with "?": what follows the mark on the line. */
    while (first < line_limit && (text[first] == '-' || text[first] == '?') &&
           is_blank_or_end(text, line_limit, first + 1)) {
        size_t next = first + 1;

        while (next < line_limit && is_blank(text[next]))
            next++;
        if (next == line_limit || text[next] == '#')
            return first + 1;
        first = next;
    }
    switch (text[first]) {
    case '"':
    case '\'':
        return quoted_end(text, size, first);
    case '[':
    case '{':
        end = flow_end(text, size, first, &depth);
        return end ? end : line_limit;
    case '|':
    case '>':
        if (first - line <= FAR && is_block_header(text, line_limit, first))
            return block_scalar_end(text, size, line, first);
        break;
    }
    end = plain_end(text, size, first, is_in_flow(text, line, line_limit, first));
    return end > first ? end : first + char_size(text, size, first);
}

void lines_init(struct lines *lines, const char *text, size_t size)
{
    lines->text = text;
    lines->size = size;
    /* A byte order mark is no character of the first line. */
    lines->offset = size >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    lines->end = line_end(text, size, lines->offset);
    lines->line = 1;
    lines->at = lines->offset;
    lines->column = 1;
}

int lines_find(struct lines *lines, uint64_t line, uint64_t column, struct extent *extent)
{
    const char *text = lines->text;
    size_t size = lines->size;

    if (line == 0 || column == 0)
        return 0;
    if (line < lines->line)
        lines_init(lines, text, size);
    while (lines->line < line) {
        if (lines->end >= size)
            return 0;
        lines->offset = next_line(text, size, lines->end);
        lines->end = line_end(text, size, lines->offset);
        lines->line++;
        lines->at = lines->offset;
        lines->column = 1;
    }
    if (column < lines->column) {
        lines->at = lines->offset;
        lines->column = 1;
    }
    while (lines->column < column) {
        if (lines->at >= lines->end)
            return 0;
        lines->at += char_size(text, lines->end, lines->at);
        lines->column++;
    }

    extent->line_begin = lines->offset;
    extent->line_end = lines->end;
    extent->begin = lines->at;
    return 1;
}

void lines_find_end(const struct lines *lines, struct extent *extent, size_t most)
{
    const char *text = lines->text;
    size_t size = lines->size, line_limit = lines->end, i;

    if (size - lines->at > most) {
        size = lines->at + most;
        /* Not within a character, of which at most three bytes continue it. */
        for (int j = 0; j < 3 && size > lines->at && (text[size] & 0xc0) == 0x80; j++)
            size--;
        if (line_limit > size)
            line_limit = size;
    }
    extent->end = node_end(text, size, lines->offset, line_limit, lines->at);
    extent->end_line = lines->line;
    extent->end_column = lines->column;
    for (i = extent->begin; i < extent->end;) {
        if (is_break(text[i])) {
            size_t next = next_line(text, size, i);

            /* A break that the node ends in, half of CR LF included. */
            i = next < extent->end ? next : extent->end;
            extent->end_line++;
            extent->end_column = 1;
        } else {
            i += char_size(text, extent->end, i);
            extent->end_column++;
        }
    }
}
