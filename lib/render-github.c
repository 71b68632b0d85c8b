/* A report as GitHub workflow commands, which become annotations.
 *
 * SPDX-License-Identifier: MIT
 */
#include "message.h"
#include "render.h"

#include <string.h>

/* In properties, a colon and a comma are escaped too. */
static void add_escaped(struct buffer *out, const char *text, int is_property)
{
    for (; *text; text++) {
        if (*text == '%')
            buffer_add_string(out, "%25");
        else if (*text == '\r')
            buffer_add_string(out, "%0D");
        else if (*text == '\n')
            buffer_add_string(out, "%0A");
        else if (*text == ':' && is_property)
            buffer_add_string(out, "%3A");
        else if (*text == ',' && is_property)
            buffer_add_string(out, "%2C");
        else
            buffer_add_char(out, *text);
    }
}

/* A text on one line, without control characters. */
static void add_line(struct buffer *out, const char *text, int is_property)
{
    struct buffer line;

    buffer_init(&line);
    message_add_text(&line, text, strlen(text), SIZE_MAX);
    buffer_add_char(&line, '\0');
    if (line.failed)
        out->failed = 1;
    else
        add_escaped(out, line.data, is_property);
    buffer_free(&line);
}

static void add_position(struct buffer *out, const char *key, uint64_t position)
{
    if (position == 0)
        return;
    buffer_add_string(out, key);
    buffer_add_number(out, position);
}

static void add_diagnostic(struct buffer *out, const transfer_diagnostic *diagnostic, int language)
{
    static const struct phrase help = {{"%0Ahelp: write ", "%0Aaide\u00a0: écrire "}};

    buffer_add_string(out, diagnostic->severity == TRANSFER_ERROR     ? "::error "
                           : diagnostic->severity == TRANSFER_WARNING ? "::warning "
                                                                      : "::notice ");
    if (*diagnostic->file->name) {
        buffer_add_string(out, "file=");
        add_line(out, diagnostic->file->name, 1);
        add_position(out, ",line=", diagnostic->line);
        add_position(out, ",endLine=", diagnostic->end_line);
        /* GitHub refuses columns with more than one line. */
        if (diagnostic->end_line <= diagnostic->line) {
            add_position(out, ",col=", diagnostic->column);
            add_position(out, ",endColumn=", diagnostic->end_column);
        }
        buffer_add_char(out, ',');
    }
    buffer_add_string(out, "title=");
    buffer_add_string(out, diagnostic->rule->name);
    buffer_add_string(out, "::");
    add_line(out, diagnostic->message[language], 0);
    if (diagnostic->suggestion) {
        buffer_add_string(out, help.text[language]);
        add_line(out, diagnostic->suggestion, 0);
    }
    buffer_add_char(out, '\n');
}

void render_github(const transfer_report *report, int language, struct output *output)
{
    for (size_t i = 0; i < report->count; i++) {
        add_diagnostic(&output->text, report->items[i], language);
        if (!output_flush(output))
            return;
    }
}
