/* A report as a compiler's messages, with the source line and a caret.
 *
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "message.h"
#include "render.h"
#include "utf8.h"

#define BOLD "\33[1m"
#define RED "\33[1;31m"
#define GREEN "\33[1;32m"
#define MAGENTA "\33[1;35m"
#define CYAN "\33[1;36m"
#define RESET "\33[m"

enum { GUTTER = 5 };

struct text {
    struct buffer *out;
    int language;
    int colour;
};

static const struct phrase severity_phrases[] = {
    [TRANSFER_NOTE] = {{"note: ", "note\u00a0: "}},
    [TRANSFER_WARNING] = {{"warning: ", "avertissement\u00a0: "}},
    [TRANSFER_ERROR] = {{"error: ", "erreur\u00a0: "}},
};
static const char *const severity_colours[] = {
    [TRANSFER_NOTE] = CYAN, [TRANSFER_WARNING] = MAGENTA, [TRANSFER_ERROR] = RED};

static void add_colour(struct text *text, const char *colour)
{
    if (text->colour)
        buffer_add_string(text->out, colour);
}

static void add_line(struct text *text, const char *line)
{
    message_add_text(text->out, line, strlen(line), SIZE_MAX);
}

static void add_place(struct text *text, const char *file, uint64_t line, uint64_t column)
{
    add_colour(text, BOLD);
    add_line(text, file);
    if (line > 0) {
        buffer_add_char(text->out, ':');
        buffer_add_number(text->out, line);
    }
    if (line > 0 && column > 0) {
        buffer_add_char(text->out, ':');
        buffer_add_number(text->out, column);
    }
    if (*file || line > 0)
        buffer_add_string(text->out, ": ");
    add_colour(text, RESET);
}

static void add_severity(struct text *text, transfer_severity severity)
{
    add_colour(text, severity_colours[severity]);
    buffer_add_string(text->out, severity_phrases[severity].text[text->language]);
    add_colour(text, RESET);
}

/* The left margin; line 0: without number. */
static void add_gutter(struct text *text, uint64_t line)
{
    int digits = 1;

    for (uint64_t rest = line; rest >= 10; rest /= 10)
        digits++;
    for (int i = digits; i < GUTTER; i++)
        buffer_add_char(text->out, ' ');
    if (line > 0)
        buffer_add_number(text->out, line);
    else
        buffer_add_char(text->out, ' ');
    buffer_add_string(text->out, " | ");
}

/* Blanks up to the place, tabs for tabs; then marks up to its end on this line. */
static void add_marks(struct text *text, const transfer_diagnostic *diagnostic)
{
    const char *excerpt = diagnostic->excerpt;
    size_t length = strlen(excerpt);
    uint64_t column = diagnostic->excerpt_column, end = diagnostic->end_column;
    int marked = 0;

    if (diagnostic->end_line > diagnostic->line)
        end = UINT64_MAX;
    for (size_t i = 0; i < length && (column <= diagnostic->column || column < end); column++) {
        uint32_t point = ' ';
        size_t size = utf8_decode(excerpt + i, length - i, &point);
        int width = width_of(point);

        i += size ? size : 1;
        if (column < diagnostic->column) {
            if (point == '\t')
                buffer_add_char(text->out, '\t');
            else
                buffer_add(text->out, "  ", (size_t)width);
            continue;
        }
        if (!marked) {
            add_colour(text, GREEN);
            buffer_add_char(text->out, '^');
            marked = 1;
            width--;
        }
        while (width-- > 0)
            buffer_add_char(text->out, '~');
    }
    if (!marked) {
        /* Behind the end of the line. */
        add_colour(text, GREEN);
        buffer_add_char(text->out, '^');
    }
    add_colour(text, RESET);
}

static void add_excerpt(struct text *text, const transfer_diagnostic *diagnostic)
{
    if (!diagnostic->excerpt || !*diagnostic->excerpt)
        return;
    add_gutter(text, diagnostic->line);
    buffer_add_string(text->out, diagnostic->excerpt);
    buffer_add_char(text->out, '\n');
    if (diagnostic->column == 0)
        return;
    add_gutter(text, 0);
    add_marks(text, diagnostic);
    buffer_add_char(text->out, '\n');
}

static void add_help(struct text *text, const char *suggestion)
{
    static const struct phrase help = {{"help: ", "aide\u00a0: "}};
    static const struct phrase instead = {{"write ", "écrire "}};

    for (int i = 0; i < GUTTER + 1; i++)
        buffer_add_char(text->out, ' ');
    add_colour(text, CYAN);
    buffer_add_string(text->out, help.text[text->language]);
    add_colour(text, RESET);
    buffer_add_string(text->out, instead.text[text->language]);
    add_line(text, suggestion);
    buffer_add_char(text->out, '\n');
}

static void add_diagnostic(struct text *text, const transfer_diagnostic *diagnostic)
{
    const char *file = diagnostic->file->name;

    /* What was never in a file is told by its pointer. */
    add_place(text, *file ? file : diagnostic->pointer, diagnostic->line, diagnostic->column);
    add_severity(text, diagnostic->severity);
    add_colour(text, BOLD);
    buffer_add_string(text->out, diagnostic->message[text->language]);
    add_colour(text, RESET);
    buffer_add_string(text->out, " [");
    buffer_add_string(text->out, diagnostic->rule->name);
    buffer_add_string(text->out, "]\n");
    add_excerpt(text, diagnostic);
    if (diagnostic->suggestion)
        add_help(text, diagnostic->suggestion);
    for (size_t i = 0; i < diagnostic->related_count; i++) {
        const struct kept_related *related = &diagnostic->related[i];

        add_place(text, related->file, related->line, related->column);
        add_severity(text, TRANSFER_NOTE);
        add_line(text, related->message[text->language]);
        buffer_add_char(text->out, '\n');
    }
}

void render_text(const transfer_report *report, int language, unsigned flags,
                 struct output *output)
{
    struct text text = {&output->text, language, (flags & TRANSFER_RENDER_COLOUR) != 0};

    for (size_t i = 0; i < report->count; i++) {
        add_diagnostic(&text, report->items[i]);
        if (!output_flush(output))
            return;
    }
}
