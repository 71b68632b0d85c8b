/* Ends and excerpts of diagnostics, found by reading their source again.
 *
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>

#include "buffer.h"
#include "diagnostic.h"
#include "excerpt.h"
#include "utf8.h"

enum {
    EXCERPT_MAX = 200,  /* characters */
    EXCERPT_BEFORE = 60 /* of them before the place, in a longer line */
};

/* The start of the window that an excerpt of a long line shows. */
static size_t window_begin(const char *text, const struct extent *extent)
{
    size_t at = extent->begin;

    for (int i = 0; i < EXCERPT_BEFORE && at > extent->line_begin; i++) {
        at--;
        /* No character has more than three bytes that continue it. */
        for (int j = 0; j < 3 && at > extent->line_begin && (text[at] & 0xc0) == 0x80; j++)
            at--;
    }
    return at;
}

static void add_visible(struct buffer *out, const char *text, size_t size, uint32_t point)
{
    if (size == 0 || point == 0xfffe || point == 0xffff || utf8_is_bidi(point)) {
        buffer_add_string(out, REPLACEMENT);
    } else if (point != '\t' && point < 0x20) {
        /* Unicode's pictures of control characters. */
        buffer_add(out, "\xe2\x90", 2);
        buffer_add_char(out, (char)(0x80 + point));
    } else if (utf8_is_control(point)) {
        buffer_add_string(out, REPLACEMENT);
    } else {
        buffer_add(out, text, size);
    }
}

static transfer_status make_excerpt(transfer_diagnostic *diagnostic, const char *text,
                                    const struct extent *extent, uint64_t column)
{
    size_t at = extent->line_begin, end = extent->line_end;
    struct buffer out;

    buffer_init(&out);
    diagnostic->excerpt_column = 1;
    if (end - at > EXCERPT_MAX)
        at = window_begin(text, extent);
    if (at > extent->line_begin) {
        diagnostic->excerpt_column = column;
        for (size_t i = at, size; i < extent->begin; i += size) {
            uint32_t point;

            size = utf8_decode(text + i, end - i, &point);
            size = size ? size : 1;
            diagnostic->excerpt_column--;
        }
    }
    for (size_t i = 0; at < end; i++) {
        uint32_t point;
        size_t size = utf8_decode(text + at, end - at, &point);

        if (i == EXCERPT_MAX || (i == 0 && diagnostic->excerpt_column > 1))
            buffer_add_string(&out, ELLIPSIS);
        else
            add_visible(&out, text + at, size, point);
        if (i == EXCERPT_MAX)
            break;
        at += size ? size : 1;
    }
    diagnostic->excerpt = buffer_take(&out);
    return diagnostic->excerpt ? TRANSFER_OK : TRANSFER_NO_MEMORY;
}

static int has_end(const transfer_diagnostic *diagnostic)
{
    return diagnostic->end_line > diagnostic->line ||
           (diagnostic->end_line == diagnostic->line &&
            diagnostic->end_column > diagnostic->column);
}

/* Finds the ends and excerpts of one file's diagnostics, which are in order. */
static transfer_status complete(transfer_diagnostic **items, size_t count, const char *text,
                                size_t size)
{
    transfer_status status = TRANSFER_OK;
    struct lines lines;
    struct extent extent;
    uint64_t line = 0, column = 0;
    int found = 0, ended = 0;

    lines_init(&lines, text, size);
    for (size_t i = 0; i < count && status == TRANSFER_OK; i++) {
        transfer_diagnostic *diagnostic = items[i];

        if (diagnostic->line == 0)
            continue;
        /* Several diagnostics of one place have it found once. */
        if (diagnostic->line != line || diagnostic->column != column) {
            line = diagnostic->line;
            column = diagnostic->column;
            found = lines_find(&lines, line, column ? column : 1, &extent);
            ended = 0;
        }
        if (!found)
            continue;
        if (column > 0 && !has_end(diagnostic)) {
            if (!ended)
                lines_find_end(&lines, &extent, EXTENT_MAX);
            ended = 1;
            diagnostic->end_line = extent.end_line;
            diagnostic->end_column = extent.end_column;
        }
        status = make_excerpt(diagnostic, text, &extent, column ? column : 1);
    }
    return status;
}

transfer_status diagnostics_complete(transfer_diagnostic **items, size_t count,
                                     const struct report_source *source)
{
    transfer_status status = TRANSFER_OK;
    int changed = 0;
    char *text = NULL;
    size_t size;

    if (source->data)
        return complete(items, count, source->data, source->size);
    if (!source->path)
        return TRANSFER_OK;
    text = file_read(source->path, source->fingerprint, &size, &changed);
    if (!text)
        return errno == ENOMEM ? TRANSFER_NO_MEMORY : TRANSFER_OK;
    if (!changed)
        status = complete(items, count, text, size);
    free(text);
    return status;
}
