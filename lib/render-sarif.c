/* A report as SARIF 2.1.0 (OASIS Standard, 27 March 2020).
 *
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "json.h"
#include "render.h"

struct sarif {
    struct json json;
    int language;
    /* The place of each rule among those that the report uses. */
    const struct transfer_rule *rules[RULE_COUNT];
    size_t rule_count;
};

/* SARIF has "none" for what is off. */
static const char *level_name(transfer_severity severity)
{
    return severity == TRANSFER_OFF ? "none" : severity_name(severity);
}

/* RULE_COUNT when the report does not use it. */
static size_t rule_position(const struct sarif *sarif, const struct transfer_rule *rule)
{
    for (size_t i = 0; i < sarif->rule_count; i++) {
        if (sarif->rules[i] == rule)
            return i;
    }
    return RULE_COUNT;
}

static void collect_rules(struct sarif *sarif, const transfer_report *report)
{
    for (size_t i = 0; i < report->count; i++) {
        const struct transfer_rule *rule = report->items[i]->rule;

        if (sarif->rule_count < RULE_COUNT && rule_position(sarif, rule) == RULE_COUNT)
            sarif->rules[sarif->rule_count++] = rule;
    }
}

static void add_message(struct json *json, const char *key, const char *text)
{
    json_key(json, key);
    json_begin(json, '{');
    json_string_of(json, "text", text);
    json_end(json, '}');
}

/* The path as a URI reference (RFC 3986). */
static void add_uri(struct json *json, const char *path)
{
    static const char safe[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                               "0123456789-._~/!$&'()*+,;=@";
    static const char digits[] = "0123456789ABCDEF";
    struct buffer uri;

    /* Two slashes would begin the name of a host. */
    while (path[0] == '/' && path[1] == '/')
        path++;
    buffer_init(&uri);
    for (; *path; path++) {
        if (strchr(safe, *path)) {
            buffer_add_char(&uri, *path);
        } else {
            buffer_add_char(&uri, '%');
            buffer_add_char(&uri, digits[(unsigned char)*path >> 4]);
            buffer_add_char(&uri, digits[*path & 0xf]);
        }
    }
    buffer_add_char(&uri, '\0');
    if (uri.failed)
        json->out->failed = 1;
    else
        json_string_of(json, "uri", uri.data);
    buffer_free(&uri);
}

static void add_region(struct json *json, uint64_t line, uint64_t column, uint64_t end_line,
                       uint64_t end_column)
{
    if (line == 0)
        return;
    json_key(json, "region");
    json_begin(json, '{');
    json_number_of(json, "startLine", line);
    if (column > 0)
        json_number_of(json, "startColumn", column);
    if (end_line > 0 && end_column > 0) {
        json_number_of(json, "endLine", end_line);
        json_number_of(json, "endColumn", end_column);
    }
    json_end(json, '}');
}

static void add_physical_location(struct json *json, const char *file, uint64_t line,
                                  uint64_t column, uint64_t end_line, uint64_t end_column)
{
    if (!*file)
        return;
    json_key(json, "physicalLocation");
    json_begin(json, '{');
    json_key(json, "artifactLocation");
    json_begin(json, '{');
    add_uri(json, file);
    json_end(json, '}');
    add_region(json, line, column, end_line, end_column);
    json_end(json, '}');
}

static void add_rules(struct sarif *sarif)
{
    struct json *json = &sarif->json;

    json_key(json, "rules");
    json_begin(json, '[');
    for (size_t i = 0; i < sarif->rule_count; i++) {
        const struct transfer_rule *rule = sarif->rules[i];

        json_begin(json, '{');
        json_string_of(json, "id", rule->name);
        add_message(json, "shortDescription", rule->title.text[sarif->language]);
        add_message(json, "fullDescription", rule->explanation.text[sarif->language]);
        json_key(json, "defaultConfiguration");
        json_begin(json, '{');
        json_string_of(json, "level", level_name(rule->severity));
        json_end(json, '}');
        json_end(json, '}');
    }
    json_end(json, ']');
}

static void add_locations(struct json *json, const transfer_diagnostic *diagnostic)
{
    json_key(json, "locations");
    json_begin(json, '[');
    json_begin(json, '{');
    add_physical_location(json, diagnostic->file->name, diagnostic->line, diagnostic->column,
                          diagnostic->end_line, diagnostic->end_column);
    json_key(json, "logicalLocations");
    json_begin(json, '[');
    json_begin(json, '{');
    json_string_of(json, "fullyQualifiedName", diagnostic->pointer);
    json_end(json, '}');
    json_end(json, ']');
    json_end(json, '}');
    json_end(json, ']');
}

static void add_related(struct json *json, const transfer_diagnostic *diagnostic, int language)
{
    if (diagnostic->related_count == 0)
        return;
    json_key(json, "relatedLocations");
    json_begin(json, '[');
    for (size_t i = 0; i < diagnostic->related_count; i++) {
        const struct kept_related *related = &diagnostic->related[i];

        json_begin(json, '{');
        add_physical_location(json, related->file, related->line, related->column, 0, 0);
        add_message(json, "message", related->message[language]);
        json_end(json, '}');
    }
    json_end(json, ']');
}

/* What SARIF has no place for.  A suggestion is what to write, not always the replacement of the
 * region, so it is not a fix. */
static void add_properties(struct json *json, const transfer_diagnostic *diagnostic, int language)
{
    const struct {
        const char *key, *text;
    } properties[] = {{"record", diagnostic->record},
                      {"found", diagnostic->found},
                      {"expected", diagnostic->expected[language]},
                      {"suggestion", diagnostic->suggestion}};

    json_key(json, "properties");
    json_begin(json, '{');
    for (size_t i = 0; i < sizeof(properties) / sizeof(properties[0]); i++) {
        if (properties[i].text)
            json_string_of(json, properties[i].key, properties[i].text);
    }
    json_end(json, '}');
}

static void add_suppressions(struct json *json, const transfer_diagnostic *diagnostic)
{
    if (!diagnostic->exception)
        return;
    json_key(json, "suppressions");
    json_begin(json, '[');
    json_begin(json, '{');
    json_string_of(json, "kind", "inSource");
    json_string_of(json, "justification", diagnostic->exception);
    json_end(json, '}');
    json_end(json, ']');
}

static void add_result(struct sarif *sarif, const transfer_diagnostic *diagnostic)
{
    struct json *json = &sarif->json;

    json_begin(json, '{');
    json_string_of(json, "ruleId", diagnostic->rule->name);
    json_number_of(json, "ruleIndex", rule_position(sarif, diagnostic->rule));
    json_string_of(json, "level", level_name(diagnostic->severity));
    add_message(json, "message", diagnostic->message[sarif->language]);
    add_locations(json, diagnostic);
    add_related(json, diagnostic, sarif->language);
    add_suppressions(json, diagnostic);
    add_properties(json, diagnostic, sarif->language);
    json_end(json, '}');
}

void render_sarif(const transfer_report *report, int language, struct output *output)
{
    struct sarif sarif = {.json = {.out = &output->text}, .language = language};
    struct json *json = &sarif.json;

    collect_rules(&sarif, report);
    json_begin(json, '{');
    json_string_of(json, "$schema",
                   "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                   "sarif-schema-2.1.0.json");
    json_string_of(json, "version", "2.1.0");
    json_key(json, "runs");
    json_begin(json, '[');
    json_begin(json, '{');
    json_key(json, "tool");
    json_begin(json, '{');
    json_key(json, "driver");
    json_begin(json, '{');
    json_string_of(json, "name", "libtransfer");
    json_string_of(json, "version", transfer_version());
    json_string_of(json, "language", language == FRENCH ? "fr" : "en");
    add_rules(&sarif);
    json_end(json, '}');
    json_end(json, '}');
    json_string_of(json, "language", language == FRENCH ? "fr" : "en");
    json_string_of(json, "columnKind", "unicodeCodePoints");
    json_key(json, "results");
    json_begin(json, '[');
    for (size_t i = 0; i < report->count; i++) {
        add_result(&sarif, report->items[i]);
        if (!output_flush(output))
            return;
    }
    json_end(json, ']');
    json_end(json, '}');
    json_end(json, ']');
    json_end(json, '}');
    buffer_add_char(&output->text, '\n');
}
