/* Prints what is derived from the schema for readers other than C compilers.
 *
 * SPDX-License-Identifier: MIT
 *
 *     docs-gen schema     the JSON Schema (draft-07) of the file format
 *     docs-gen schema-c   the same as a C string
 *
 * Linked with schema.c alone; see "make update".  A scalar may come to a validator as any of the
 * types that editors make of it: what counts is how it is written.
 */
#include <stdio.h>
#include <string.h>

#include "schema.h"

static int as_c; /* each line is printed as a C string */
static int depth;
static int needs_comma;

/* ---- JSON ---- */

static void put(const char *text)
{
    for (; *text; text++) {
        if (as_c && (*text == '"' || *text == '\\'))
            putchar('\\');
        putchar(*text);
    }
}

static void end_line(void)
{
    printf(as_c ? "\\n\"\n" : "\n");
}

static void begin_line(void)
{
    if (as_c)
        printf("    \"");
    for (int i = 0; i < depth; i++)
        put("  ");
}

/* Ends the line before with a comma if a member went before. */
static void next_member(void)
{
    if (needs_comma)
        put(",");
    end_line();
    begin_line();
    needs_comma = 1;
}

static void put_string(const char *text)
{
    put("\"");
    for (; *text; text++) {
        char c[2] = {*text, '\0'};
        if (*text == '"' || *text == '\\')
            put("\\");
        put(c);
    }
    put("\"");
}

static void key(const char *name)
{
    next_member();
    put_string(name);
    put(": ");
}

static void string(const char *name, const char *value)
{
    key(name);
    put_string(value);
}

static void raw(const char *name, const char *value)
{
    key(name);
    put(value);
}

static void number(const char *name, long value)
{
    char text[24];

    snprintf(text, sizeof text, "%ld", value);
    raw(name, text);
}

static void open_bracket(const char *bracket)
{
    put(bracket);
    depth++;
    needs_comma = 0;
}

static void open_object(const char *name)
{
    key(name);
    open_bracket("{");
}

static void close_bracket(const char *bracket)
{
    depth--;
    end_line();
    begin_line();
    put(bracket);
    needs_comma = 1;
}

static void close_object(void)
{
    close_bracket("}");
}

/* ---- the schema ---- */

#define DATE "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
#define QUALIFIER "((about|at least|more than|at most|less than) )?"
#define NUMBER "-?[0-9]+(\\.[0-9]+)?"
#define ID "^[a-z0-9][a-z0-9._-]{0,63}$"

static const struct type *type_numbered(int number)
{
    return &schema_types[number - 1];
}

/* The types that a validator may meet, with null where the field may be left out. */
static void types(const char *names, int nullable)
{
    char list[128];

    snprintf(list, sizeof list, "[%s%s]", names, nullable ? ", \"null\"" : "");
    raw("type", list);
}

static void choice_enum(const struct field *field, int nullable)
{
    key("enum");
    open_bracket("[");
    for (size_t i = 0; i < field->choices->count; i++) {
        next_member();
        put_string(field->choices->items[i].name);
    }
    if (nullable) {
        next_member();
        put("null");
    }
    close_bracket("]");
}

/* The members of a scalar's schema. */
static void scalar(const struct field *field, int nullable)
{
    static const char any[] = "\"string\", \"integer\", \"number\", \"boolean\"";

    switch (field->kind) {
    case KIND_TEXT:
        types(any, nullable);
        break;
    case KIND_REFERENCE:
        types(any, nullable);
        string("pattern", ID);
        break;
    case KIND_DATE:
        types("\"string\", \"integer\"", nullable);
        string("pattern", "^(" DATE "[?~]?|(before|after) " DATE ")$");
        number("minimum", 1);
        number("maximum", 9999);
        break;
    case KIND_PERIOD:
        types("\"string\", \"integer\"", nullable);
        string("pattern", "^(" DATE "[?~]?|(" DATE "[?~]?|\\.\\.)/(" DATE "[?~]?|\\.\\.))$");
        number("minimum", 1);
        number("maximum", 9999);
        break;
    case KIND_AMOUNT:
        types("\"string\"", nullable);
        string("pattern", "^" QUALIFIER NUMBER " [A-Z]{3}$");
        break;
    case KIND_QUANTITY:
        types("\"string\", \"integer\", \"number\"", nullable);
        string("pattern", "^" QUALIFIER NUMBER "$");
        break;
    case KIND_MEASURE:
        types("\"string\", \"integer\", \"number\"", nullable);
        string("pattern", "^" QUALIFIER NUMBER "( [A-Z]{3})?$");
        break;
    case KIND_SHARE:
        types("\"string\"", nullable);
        string("pattern", "^([0-9]+(\\.[0-9]+)?%|[0-9]+/[0-9]+|equal|rest)$");
        break;
    case KIND_DECIMAL:
        types("\"string\", \"integer\", \"number\"", nullable);
        string("pattern", "^" NUMBER "$");
        break;
    case KIND_INTEGER:
        types("\"string\", \"integer\"", nullable);
        string("pattern", "^-?[0-9]+$");
        number("minimum", field->minimum);
        number("maximum", field->maximum);
        break;
    case KIND_BOOLEAN:
        raw("enum", nullable ? "[true, false, \"true\", \"false\", null]"
                             : "[true, false, \"true\", \"false\"]");
        break;
    case KIND_CHOICE:
        choice_enum(field, nullable);
        break;
    case KIND_CODE:
        types("\"string\", \"integer\", \"number\", \"boolean\"", nullable);
        if (field->table == TABLE_COUNTRY)
            string("pattern", "^[A-Z]{2}$");
        break;
    case KIND_URL:
        types("\"string\"", nullable);
        string("pattern", "^[Hh][Tt][Tt][Pp][Ss]?://[^ /?#][^ ]*$");
        break;
    }
}

static void reference_to(const struct type *type)
{
    char reference[96];

    snprintf(reference, sizeof reference, "#/definitions/%s", type->name);
    string("$ref", reference);
}

static void property(const struct field *field)
{
    int nullable = !(field->flags & FIELD_REQUIRED);

    open_object(field->name);
    string("description", field->doc[ENGLISH]);
    if (field->flags & FIELD_LIST) {
        types("\"array\"", nullable);
        open_object("items");
        if (field->kind == KIND_RECORD) {
            key("anyOf");
            open_bracket("[");
            next_member();
            open_bracket("{");
            reference_to(type_numbered(field->target));
            close_object();
            next_member();
            put("{\"type\": \"null\"}");
            close_bracket("]");
        } else {
            scalar(field, 1);
        }
        close_object();
    } else {
        scalar(field, nullable);
    }
    close_object();
}

static void required(const struct type *type)
{
    int any = 0;

    for (size_t i = 0; i < type->count; i++)
        any |= type->fields[i].flags & FIELD_REQUIRED;
    if (!any)
        return;
    key("required");
    open_bracket("[");
    for (size_t i = 0; i < type->count; i++) {
        if (!(type->fields[i].flags & FIELD_REQUIRED))
            continue;
        next_member();
        put_string(type->fields[i].name);
    }
    close_bracket("]");
}

static void exactly_one(const struct type *type)
{
    if (!type->exactly_one)
        return;
    key("oneOf");
    open_bracket("[");
    for (size_t i = 0; i < type->count; i++) {
        const struct field *field = &type->fields[i];
        if (!(type->exactly_one >> field->number & 1))
            continue;
        next_member();
        open_bracket("{");
        key("required");
        put("[");
        put_string(field->name);
        put("]");
        open_object("properties");
        open_object(field->name);
        if (field->kind == KIND_BOOLEAN)
            raw("enum", "[true, \"true\"]");
        else
            raw("not", "{\"type\": \"null\"}");
        close_object();
        close_object();
        close_object();
    }
    close_bracket("]");
}

/* "if the kind is none of these, then the field is required". */
static void required_unless(const struct type *type)
{
    for (size_t i = 0; i < type->count; i++) {
        const struct field *field = &type->fields[i];
        const struct field *other = NULL;

        if (!field->unless_field)
            continue;
        for (size_t j = 0; j < type->count; j++)
            if (type->fields[j].number == field->unless_field)
                other = &type->fields[j];
        open_object("if");
        key("required");
        put("[");
        put_string(other->name);
        put("]");
        open_object("properties");
        open_object(other->name);
        key("enum");
        open_bracket("[");
        for (size_t j = 0; j < other->choices->count; j++) {
            if (field->unless_choices >> other->choices->items[j].number & 1)
                continue;
            next_member();
            put_string(other->choices->items[j].name);
        }
        close_bracket("]");
        close_object();
        close_object();
        close_object();
        open_object("then");
        key("required");
        put("[");
        put_string(field->name);
        put("]");
        open_object("properties");
        open_object(field->name);
        raw("not", "{\"type\": \"null\"}");
        close_object();
        close_object();
        close_object();
    }
}

static void definition(const struct type *type)
{
    open_object(type->name);
    string("description", type->doc[ENGLISH]);
    string("type", "object");
    required(type);
    exactly_one(type);
    required_unless(type);
    open_object("properties");
    for (size_t i = 0; i < type->count; i++)
        property(&type->fields[i]);
    close_object();
    raw("patternProperties", "{\"^x_.\": {}}");
    raw("additionalProperties", "false");
    close_object();
}

static void section(const struct type *type)
{
    open_object(type->section);
    string("description", type->doc[ENGLISH]);
    if (type->single) {
        key("anyOf");
        open_bracket("[");
        next_member();
        open_bracket("{");
        reference_to(type);
        close_object();
        next_member();
        put("{\"type\": \"null\"}");
        close_bracket("]");
    } else {
        types("\"object\"", 1);
        open_object("propertyNames");
        string("pattern", ID);
        close_object();
        open_object("additionalProperties");
        reference_to(type);
        close_object();
    }
    close_object();
}

static void schema(void)
{
    char version[64];

    begin_line();
    open_bracket("{");
    string("$schema", "http://json-schema.org/draft-07/schema#");
    string("title", "Portfolio of technology transfer (libtransfer)");
    string("type", "object");
    raw("required", "[\"transfer\"]");
    open_object("properties");
    open_object("transfer");
    string("description", "Major version of the format.");
    snprintf(version, sizeof version, "[%d, \"%d\"]", SCHEMA_FORMAT_VERSION,
             SCHEMA_FORMAT_VERSION);
    raw("enum", version);
    close_object();
    for (size_t i = 0; i < schema_type_count; i++)
        if (schema_types[i].section)
            section(&schema_types[i]);
    close_object();
    raw("patternProperties", "{\"^x_.\": {}}");
    raw("additionalProperties", "false");
    open_object("definitions");
    for (size_t i = 0; i < schema_type_count; i++)
        definition(&schema_types[i]);
    close_object();
    close_object();
    end_line();
}

int main(int argc, char **argv)
{
    if (argc != 2 || (strcmp(argv[1], "schema") != 0 && strcmp(argv[1], "schema-c") != 0)) {
        fprintf(stderr, "usage: docs-gen schema|schema-c\n");
        return 2;
    }
    as_c = strcmp(argv[1], "schema-c") == 0;
    if (as_c)
        printf("/* The JSON Schema of the file format.\n"
               " *\n"
               " * SPDX-License-Identifier: MIT\n"
               " *\n"
               " * Derived from lib/schema.c by \"make update\"; do not edit.\n"
               " */\n"
               "#include <transfer/transfer.h>\n\n"
               "const char *transfer_schema_json(void)\n{\n    return\n");
    schema();
    if (as_c)
        printf("        ;\n}\n");
    return 0;
}
