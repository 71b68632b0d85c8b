/* What a finding says of a scalar that cannot be read.
 *
 * SPDX-License-Identifier: MIT
 */
#include "fault.h"

#include <string.h>

#include "buffer.h"
#include "ids.h"
#include "reference.h"
#include "ruleset.h"
#include "scalar.h"
#include "suggest.h"
#include "utf8.h"
#include "value.h"

/* How a value of each kind is written. */
static const struct phrase spellings[KIND_COUNT] = {
    [KIND_TEXT] = {{"a text", "un texte"}},
    [KIND_REFERENCE] = {{"an id", "un identifiant"}},
    [KIND_DATE] = {{"2013, 2013-12 or 2013-12-05", "2013, 2013-12 ou 2013-12-05"}},
    [KIND_PERIOD] = {{"2014/2016, 2014-01-01/2016-12-31 or 2014/..",
                      "2014/2016, 2014-01-01/2016-12-31 ou 2014/.."}},
    [KIND_AMOUNT] = {{"as in 30000000 EUR or 1250.50 EUR", "par exemple 30000000 EUR ou 1250.50 EUR"}},
    [KIND_QUANTITY] = {{"a number such as 100, 12.5 or more than 100",
                        "un nombre, par exemple 100, 12.5 ou more than 100"}},
    [KIND_SHARE] = {{"a share such as 50%, 33.33%, 1/3, equal or rest",
                     "une part, par exemple 50%, 33.33%, 1/3, equal ou rest"}},
    [KIND_DECIMAL] = {{"a decimal number such as 49.1193",
                       "un nombre décimal, par exemple 49.1193"}},
    [KIND_INTEGER] = {{"a whole number such as 6", "un nombre entier, par exemple 6"}},
    [KIND_BOOLEAN] = {{"true or false", "true ou false"}},
    [KIND_URL] = {{"an address that begins with https:// or http://",
                   "une adresse commençant par https:// ou http://"}},
    [KIND_MEASURE] = {{"a number such as 100, or an amount such as 20000000 EUR",
                       "un nombre, par exemple 100, ou un montant, par exemple 20000000 EUR"}},
};

/* A choice that is near, or all of them where they are few. */
static void add_choices(struct finding *finding, const struct field *field, const char *text,
                        size_t length, struct fault_parts *parts)
{
    static const struct phrase country = {
        {"the two letters of ISO 3166, such as FR", "les deux lettres de l'ISO 3166, par exemple FR"}};
    struct suggestion nearest;
    size_t used = 0;

    suggest_init(&nearest, text, length);
    for (size_t i = 0; field->choices && i < field->choices->count; i++) {
        const char *name = field->choices->items[i].name;
        suggest_offer(&nearest, name, strlen(name));
    }
    if (field->table == TABLE_COUNTRY)
        for (size_t i = 0; i < reference_tables[TABLE_COUNTRY].count; i++) {
            const struct reference_row *row = &reference_tables[TABLE_COUNTRY].rows[i];
            /* "France" is meant for FR; two letters are near to far too many others. */
            if ((strlen(row->name) == length && memcmp(row->name, text, length) == 0) ||
                (length == 2 && (text[0] & ~0x20) == row->code[0] && (text[1] & ~0x20) == row->code[1]))
                finding_add_string(finding, "suggestion", row->code);
        }
    if (suggest_best(&nearest)) {
        finding_add_string(finding, "suggestion", suggest_best(&nearest));
        return;
    }
    if (field->table == TABLE_COUNTRY)
        finding_add_phrase(finding, "expected", &country);
    for (size_t i = 0; field->choices && i < field->choices->count; i++) {
        const char *name = field->choices->items[i].name;
        if (used + strlen(name) + 3 > sizeof parts->suggestion)
            return; /* too many to list */
        if (i > 0) {
            memcpy(parts->suggestion + used, ", ", 2);
            used += 2;
        }
        memcpy(parts->suggestion + used, name, strlen(name));
        used += strlen(name);
    }
    if (used > 0)
        finding_add_text(finding, "expected", parts->suggestion, used);
}

/* The currency at the end of an amount. */
static void add_currency(struct finding *finding, const char *text, size_t length,
                         struct fault_parts *parts)
{
    const struct reference_table *table = &reference_tables[TABLE_CURRENCY];
    const char *currency = length > 3 ? text + length - 3 : text;
    size_t width = length > 3 ? 3 : length;
    const struct reference_row *row = reference_find(TABLE_CURRENCY, currency, width);
    struct suggestion nearest;

    finding_add_text(finding, "currency", currency, width);
    if (row && row->decimals >= 0) {
        finding_add_number(finding, "expected", (uint64_t)row->decimals, parts->number[0]);
        return;
    }
    suggest_init(&nearest, currency, width);
    /* Not those without minor units: metals, tests, and what is withdrawn. */
    for (size_t i = 0; i < table->count; i++)
        if (table->rows[i].decimals >= 0)
            suggest_offer(&nearest, table->rows[i].code, strlen(table->rows[i].code));
    if (!suggest_best(&nearest) || length - width + 4 > sizeof parts->suggestion)
        return;
    memcpy(parts->suggestion, text, length - width);
    memcpy(parts->suggestion + length - width, suggest_best(&nearest), 4);
    finding_add_string(finding, "suggestion", parts->suggestion);
}

static size_t put_number(char *out, int number)
{
    char digits[12];
    size_t count = 0, used = 0;
    unsigned rest = number < 0 ? 0u - (unsigned)number : (unsigned)number;

    do
        digits[count++] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (number < 0)
        out[used++] = '-';
    while (count > 0)
        out[used++] = digits[--count];
    return used;
}

static void add_range(struct finding *finding, const struct field *field,
                      struct fault_parts *parts)
{
    size_t used;

    if (field->kind != KIND_INTEGER)
        return;
    used = put_number(parts->expected, field->minimum);
    memcpy(parts->expected + used, "..", 2);
    used += 2;
    used += put_number(parts->expected + used, field->maximum);
    finding_add_text(finding, "expected", parts->expected, used);
}

static void add_control(struct finding *finding, const char *text, size_t length,
                        struct fault_parts *parts)
{
    size_t at = utf8_find_control(text, length);
    uint32_t point = 0;

    utf8_decode(text + at, length - at, &point);
    memcpy(parts->expected, "U+0000", 7);
    for (int i = 5; i > 1; i--, point >>= 4)
        parts->expected[i] = "0123456789ABCDEF"[point & 15];
    finding_add_string(finding, "found", parts->expected);
}

void fault_fill(struct finding *finding, const struct field *field, const char *text,
                size_t length, struct fault_parts *parts)
{
    const struct transfer_rule *rule = finding->rule;

    finding_add_string(finding, "field", field->name);
    if (rule == &rule_control_character || rule == &rule_bidi_control) {
        add_control(finding, text, length, parts);
        return;
    }
    if (rule == &rule_length) {
        finding_add_number(finding, "count", length, parts->number[0]);
        finding_add_number(finding, "limit", TEXT_MAX, parts->number[1]);
        return;
    }
    finding_add_text(finding, "found", text, length);
    if (rule == &rule_choice) {
        add_choices(finding, field, text, length, parts);
    } else if (rule == &rule_range) {
        add_range(finding, field, parts);
    } else if (rule == &rule_amount_decimals || rule == &rule_currency_unknown) {
        add_currency(finding, text, length, parts);
    } else if (rule == &rule_id_form) {
        if (id_suggest(text, length, parts->suggestion))
            finding_add_string(finding, "suggestion", parts->suggestion);
    } else if (rule != &rule_date_impossible) {
        enum kind kind = rule == &rule_amount_form ? KIND_AMOUNT : (enum kind)field->kind;
        finding_add_phrase(finding, "expected", &spellings[kind]);
        if (value_suggest(field->kind, text, length, parts->suggestion, sizeof parts->suggestion))
            finding_add_string(finding, "suggestion", parts->suggestion);
    }
}

void fault_fill_comma(struct finding *finding, const struct field *field, const char *text,
                      size_t length, struct fault_parts *parts)
{
    const char *comma = memchr(text, ',', length);
    const char *key = comma ? comma + 1 : text;
    struct scalar scalar;
    struct buffer suggestion;

    while (key < text + length && *key == ' ')
        key++;
    finding_add_text(finding, "key", key, (size_t)(text + length - key));
    finding_add_text(finding, "found", text, length);
    buffer_init(&suggestion);
    if (value_suggest(field->kind, text, length, parts->suggestion, sizeof parts->suggestion)) {
        buffer_add_string(&suggestion, parts->suggestion);
    } else if (!scalar_read(field, text, length, 0, &scalar)) {
        buffer_add_char(&suggestion, '"');
        buffer_add(&suggestion, text, length);
        buffer_add_char(&suggestion, '"');
    } else {
        suggestion.length = 0;
    }
    if (suggestion.length > 0 && !suggestion.failed &&
        suggestion.length < sizeof parts->suggestion) {
        memcpy(parts->suggestion, suggestion.data, suggestion.length);
        finding_add_text(finding, "suggestion", parts->suggestion, suggestion.length);
    }
    buffer_free(&suggestion);
}

const struct field *type_nearest_field(const struct type *type, const char *name)
{
    struct suggestion nearest;

    suggest_init(&nearest, name, strlen(name));
    for (size_t i = 0; i < type->count; i++)
        suggest_offer(&nearest, type->fields[i].name, strlen(type->fields[i].name));
    /* The names are the schema's own. */
    for (size_t i = 0; i < type->count; i++)
        if (type->fields[i].name == suggest_best(&nearest))
            return &type->fields[i];
    return NULL;
}

const struct type *section_nearest(const char *name)
{
    struct suggestion nearest;

    suggest_init(&nearest, name, strlen(name));
    for (size_t i = 0; i < schema_type_count; i++)
        if (schema_types[i].section)
            suggest_offer(&nearest, schema_types[i].section, strlen(schema_types[i].section));
    for (size_t i = 0; i < schema_type_count; i++)
        if (schema_types[i].section && schema_types[i].section == suggest_best(&nearest))
            return &schema_types[i];
    return NULL;
}

const struct field *type_glued_field(const struct type *type, const char *name)
{
    const char *colon = strchr(name, ':');

    return colon ? field_named(type, name, (size_t)(colon - name)) : NULL;
}

/* "share:50%" is "share: 50%"; `head` is the length of "share:". */
static void add_blank(struct finding *finding, size_t head, const char *name,
                      struct fault_parts *parts)
{
    size_t length = strlen(name);

    if (length + 2 > sizeof parts->suggestion)
        return;
    memcpy(parts->suggestion, name, head);
    parts->suggestion[head] = ' ';
    memcpy(parts->suggestion + head + 1, name + head, length - head + 1);
    finding_add_string(finding, "suggestion", parts->suggestion);
}

/* The keys that a type has. */
static void add_keys(struct finding *finding, const struct type *type, struct fault_parts *parts)
{
    size_t used = 0;

    for (size_t i = 0; i < type->count; i++) {
        size_t length = strlen(type->fields[i].name);
        if (used + length + 3 > sizeof parts->suggestion)
            return;
        if (i > 0) {
            memcpy(parts->suggestion + used, ", ", 2);
            used += 2;
        }
        memcpy(parts->suggestion + used, type->fields[i].name, length);
        used += length;
    }
    finding_add_text(finding, "expected", parts->suggestion, used);
}

void fault_fill_key(struct finding *finding, const struct type *type, const char *name,
                    struct fault_parts *parts)
{
    static const struct phrase file = {{"a portfolio file", "ce fichier de portefeuille"}};
    const struct type *section;

    if (type) {
        const struct field *field = type_glued_field(type, name);
        finding_add_string(finding, "type", type->name);
        if (field) {
            add_blank(finding, strlen(field->name) + 1, name, parts);
            return;
        }
        field = type_nearest_field(type, name);
        finding_add_string(finding, "suggestion", field ? field->name : NULL);
        if (!field)
            add_keys(finding, type, parts);
        return;
    }
    finding_add_phrase(finding, "type", &file);
    section = section_nearest(name);
    finding_add_string(finding, "suggestion", section ? section->section : NULL);
}

void fault_fill_rule(struct finding *finding, const transfer_ruleset *ruleset, const char *name,
                     struct fault_parts *parts)
{
    static const struct phrase rule = {{"a rule", "une règle"}};
    const char *colon = strchr(name, ':');

    finding_add_phrase(finding, "what", &rule);
    if (colon && ruleset_has(ruleset, name, (size_t)(colon - name)))
        add_blank(finding, (size_t)(colon - name) + 1, name, parts);
    else
        finding_add_string(finding, "suggestion", ruleset_suggest(ruleset, name));
}
