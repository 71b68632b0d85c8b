/* A report as JSON lines: one object a diagnostic.
 *
 * SPDX-License-Identifier: MIT
 */
#include "json.h"
#include "render.h"

/* Lines and columns that are not known are null. */
static void add_position(struct json *json, const char *key, uint64_t position)
{
    json_key(json, key);
    if (position > 0)
        json_number(json, position);
    else
        json_null(json);
}

static void add_file(struct json *json, const char *file)
{
    json_string_of(json, "file", *file ? file : NULL);
}

static void add_related(struct json *json, const transfer_diagnostic *diagnostic, int language)
{
    json_key(json, "related");
    json_begin(json, '[');
    for (size_t i = 0; i < diagnostic->related_count; i++) {
        const struct kept_related *related = &diagnostic->related[i];

        json_begin(json, '{');
        add_file(json, related->file);
        add_position(json, "line", related->line);
        add_position(json, "column", related->column);
        json_string_of(json, "message", related->message[language]);
        json_end(json, '}');
    }
    json_end(json, ']');
}

void render_json(const transfer_report *report, int language, struct output *output)
{
    for (size_t i = 0; i < report->count; i++) {
        const transfer_diagnostic *diagnostic = report->items[i];
        struct json json = {.out = &output->text};

        json_begin(&json, '{');
        json_string_of(&json, "rule", diagnostic->rule->name);
        json_string_of(&json, "severity", severity_name(diagnostic->severity));
        add_file(&json, diagnostic->file->name);
        add_position(&json, "line", diagnostic->line);
        add_position(&json, "column", diagnostic->column);
        add_position(&json, "end_line", diagnostic->end_line);
        add_position(&json, "end_column", diagnostic->end_column);
        json_string_of(&json, "pointer", diagnostic->pointer);
        json_string_of(&json, "record", diagnostic->record);
        json_string_of(&json, "found", diagnostic->found);
        json_string_of(&json, "expected", diagnostic->expected[language]);
        json_string_of(&json, "suggestion", diagnostic->suggestion);
        json_string_of(&json, "exception", diagnostic->exception);
        json_string_of(&json, "message", diagnostic->message[language]);
        add_related(&json, diagnostic, language);
        json_end(&json, '}');
        buffer_add_char(&output->text, '\n');
        if (!output_flush(output))
            return;
    }
}
