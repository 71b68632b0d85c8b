/* Prints include/transfer/model.h from the schema: typed handles, enumerators, typed accessors.
 *
 * SPDX-License-Identifier: MIT
 *
 * Linked with schema.c alone; see "make update".
 */
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schema.h"

enum { COLUMNS = 100, TEXT_MAX = 8192 };

/* Where code that does not fit into `room` columns is best broken: before a "?", else behind the
 * last comma or, without one, an opening parenthesis; 0: nowhere. */
static size_t break_code(const char *code, size_t room)
{
    size_t comma = 0, parenthesis = 0;

    for (size_t i = 1; i < room && code[i]; i++) {
        if (strncmp(code + i, " ? ", 3) == 0)
            return i;
        if (code[i - 1] == ',' && code[i] == ' ')
            comma = i;
        if (code[i] == '(' && code[i - 1] != ' ' && code[i + 1] != '*')
            parenthesis = i + 1;
    }
    return comma ? comma : parenthesis;
}

/* Where a comment that does not fit is broken: at the last blank but for that of its end. */
static size_t break_comment(const char *comment, size_t room)
{
    size_t blank = 0;

    for (size_t i = 3; i <= room && comment[i]; i++)
        if (comment[i] == ' ' && strcmp(comment + i, " */") != 0)
            blank = i;
    return blank;
}

/* Prints a line, broken where it is too long: what follows of code is indented by 8 more, and of a
 * comment begins with a star. */
static void put_line(const char *line)
{
    size_t indent = strspn(line, " "), room = COLUMNS - indent, at;
    const char *rest = line + indent;
    int is_comment = *rest == '/';
    const char *before = is_comment ? " * " : "        ";

    printf("%.*s", (int)indent, line);
    while (strlen(rest) > room) {
        at = is_comment ? break_comment(rest, room) : break_code(rest, room);
        if (at == 0) {
            fprintf(stderr, "model-gen: a line that cannot be broken: %s\n", line);
            exit(1);
        }
        printf("%.*s\n%.*s%s", (int)at, rest, (int)indent, line, before);
        rest += at + strspn(rest + at, " ");
        room = COLUMNS - indent - strlen(before);
    }
    puts(rest);
}

/* Prints whole lines, none of them too long. */
__attribute__((format(printf, 1, 2))) static void put(const char *format, ...)
{
    char text[TEXT_MAX], *end;
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (length < 0 || (size_t)length >= sizeof text) {
        fprintf(stderr, "model-gen: a text is too long: %s\n", text);
        exit(1);
    }
    for (char *line = text; *line; line = end + 1) {
        end = strchr(line, '\n');
        *end = '\0';
        put_line(line);
    }
}

/* The article of a name. */
static const char *article(const char *name)
{
    return strchr("aeio", name[0]) ? "an" : "a";
}

/* One of four buffers in turn holds the upper case of a name. */
static const char *upper(const char *name)
{
    static char buffers[4][64];
    static int next;
    char *buffer = buffers[next++ % 4];
    size_t i;

    for (i = 0; name[i] && i + 1 < sizeof buffers[0]; i++)
        buffer[i] = (char)toupper((unsigned char)name[i]);
    buffer[i] = '\0';
    return buffer;
}

static const struct type *type_numbered(int number)
{
    for (size_t i = 0; i < schema_type_count; i++)
        if (schema_types[i].number == number)
            return &schema_types[i];
    return NULL;
}

static void print_types(void)
{
    put("/* Record types.  Numbers are permanent. */\nenum transfer_type_number {\n");
    for (size_t i = 0; i < schema_type_count; i++)
        put("    TRANSFER_TYPE_%s = %d%s\n", upper(schema_types[i].name),
            schema_types[i].number, i + 1 < schema_type_count ? "," : "");
    put("};\n\n");
    for (size_t i = 0; i < schema_type_count; i++)
        if (!schema_types[i].single)
            put("/* %s */\ntypedef struct transfer_%s transfer_%s;\n", schema_types[i].doc[ENGLISH],
                schema_types[i].name, schema_types[i].name);
    put("\n");
}

/* Prints an enumerator: its documentation behind it, or above where there is no room. */
static void put_enumerator(const char *prefix, const char *name, const char *number, int is_last,
                           const char *doc)
{
    char line[TEXT_MAX];

    snprintf(line, sizeof line, "    TRANSFER_%s_%s = %s%s /* %s */", prefix, name, number,
             is_last ? "" : ",", doc);
    if (strlen(line) <= COLUMNS)
        put("%s\n", line);
    else
        put("    /* %s */\n    TRANSFER_%s_%s = %s%s\n", doc, prefix, name, number,
            is_last ? "" : ",");
}

static void print_keys(const struct type *type)
{
    char number[16];

    put("/* Fields of %s %s.  Numbers are permanent. */\nenum transfer_%s_key {\n",
        article(type->name), type->name, type->name);
    for (size_t i = 0; i < type->count; i++) {
        const struct field *field = &type->fields[i];

        snprintf(number, sizeof number, "0x%04x",
                 (unsigned)SCHEMA_KEY(type->number, field->number));
        put_enumerator(upper(type->name), upper(field->name), number, i + 1 == type->count,
                       field->doc[ENGLISH]);
    }
    put("};\n\n");
}

static int is_shared(const struct choices *choices)
{
    int users = 0;

    for (size_t i = 0; i < schema_type_count; i++)
        for (size_t j = 0; j < schema_types[i].count; j++)
            users += schema_types[i].fields[j].choices == choices;
    return users > 1;
}

/* Prints the list of a field of kind choice, once where fields share it. */
static void print_choices(const struct type *type, const struct field *field)
{
    static const struct choices *printed[32];
    static size_t printed_count;
    const struct choices *choices = field->choices;
    char prefix[128], number[16];

    for (size_t i = 0; i < printed_count; i++)
        if (printed[i] == choices)
            return;
    printed[printed_count++] = choices;
    snprintf(prefix, sizeof prefix, "%s", upper(choices->name));
    if (is_shared(choices))
        put("/* Choices of every field \"%s\".  Numbers are permanent. */\n", field->name);
    else
        put("/* Choices of %s %s's %s.  Numbers are permanent. */\n",
            article(type->name), type->name, field->name);
    put("enum {\n");
    for (size_t i = 0; i < choices->count; i++) {
        snprintf(number, sizeof number, "%d", choices->items[i].number);
        put_enumerator(prefix, upper(choices->items[i].name), number, i + 1 == choices->count,
                       choices->items[i].doc[ENGLISH]);
    }
    put("};\n\n");
}

static void print_handle(const struct type *type)
{
    const char *name = type->name;

    if (type->single)
        return; /* transfer.h has transfer_portfolio_record() */
    put("/* The record of %s %s; NULL for NULL. */\n"
        "static inline transfer_record *transfer_%s_record(const transfer_%s *%s)\n"
        "{\n    return (transfer_record *)%s;\n}\n\n",
        article(name), name, name, name, name, name);
    put("/* The record as %s %s; NULL when it is of another type. */\n"
        "static inline transfer_%s *transfer_record_as_%s(const transfer_record *record)\n"
        "{\n    return transfer_record_type(record) == TRANSFER_TYPE_%s ? (transfer_%s *)record"
        " : (transfer_%s *)NULL;\n}\n\n",
        article(name), name, name, name, upper(name), name, name);
    if (!type->section)
        return;
    put("/* The number of %s. */\n"
        "static inline size_t transfer_portfolio_%s_count(const transfer_portfolio *portfolio)\n"
        "{\n    return transfer_portfolio_count(portfolio, TRANSFER_TYPE_%s);\n}\n\n",
        type->section, name, upper(name));
    put("/* Number `index` of the %s, in the order of the files; NULL past the end. */\n"
        "static inline transfer_%s *transfer_portfolio_%s_at(const transfer_portfolio *portfolio, "
        "size_t index)\n"
        "{\n    return (transfer_%s *)transfer_portfolio_at(portfolio, TRANSFER_TYPE_%s, index);\n"
        "}\n\n",
        type->section, name, name, name, upper(name));
    put("/* The %s with this id; NULL when there is none. */\n"
        "static inline transfer_%s *transfer_portfolio_find_%s(const transfer_portfolio "
        "*portfolio, "
        "const char *id)\n"
        "{\n    return (transfer_%s *)transfer_portfolio_find(portfolio, TRANSFER_TYPE_%s, id);\n"
        "}\n\n",
        name, name, name, name, upper(name));
    put("/* Adds an empty %s, as transfer_portfolio_add() does. */\n"
        "static inline transfer_status transfer_portfolio_add_%s(transfer_portfolio *portfolio, "
        "const char *id, transfer_%s **%s)\n"
        "{\n    transfer_record *record;\n"
        "    transfer_status status;\n"
        "    if (!%s)\n        return TRANSFER_MISUSE;\n"
        "    status = transfer_portfolio_add(portfolio, TRANSFER_TYPE_%s, id, &record);\n"
        "    if (status == TRANSFER_OK)\n        *%s = (transfer_%s *)record;\n"
        "    return status;\n}\n\n",
        name, name, name, name, name, upper(name), name, name);
}

/* The expression for a field's key: a field younger than 1.0 ties the program to its release. */
static const char *key_of(const struct type *type, const struct field *field)
{
    static char buffer[192];
    char release[16];

    if (strcmp(field->since, "1.0") == 0) {
        snprintf(buffer, sizeof buffer, "TRANSFER_%s_%s", upper(type->name), upper(field->name));
        return buffer;
    }
    snprintf(release, sizeof release, "%s", field->since);
    for (char *c = release; *c; c++)
        if (*c == '.')
            *c = '_';
    snprintf(buffer, sizeof buffer, "TRANSFER_%s_%s + transfer_model_%s()", upper(type->name),
             upper(field->name), release);
    return buffer;
}

/* A getter that fills an out-parameter, and its setter. */
static void print_by_pointer(const struct type *type, const struct field *field, const char *suffix,
                             const char *function, const char *value_type)
{
    const char *name = type->name, *key = key_of(type, field);

    put("static inline transfer_status transfer_%s_%s%s(const transfer_%s *%s, %s *value)\n"
        "{\n    return transfer_record_get_%s(transfer_%s_record(%s), %s, value);\n}\n"
        "static inline transfer_status transfer_%s_set_%s%s(transfer_%s *%s, const %s *value)\n"
        "{\n    return transfer_record_set_%s(transfer_%s_record(%s), %s, value);\n}\n",
        name, field->name, suffix, name, name, value_type, function, name, name, key, name,
        field->name, suffix, name, name, value_type, function, name, name, key);
}

/* A getter that fills an out-parameter with a number, and its setter that takes it by value. */
static void print_by_number(const struct type *type, const struct field *field,
                            const char *function, const char *value_type)
{
    const char *name = type->name, *key = key_of(type, field);

    put("static inline transfer_status transfer_%s_%s(const transfer_%s *%s, %s *value)\n"
        "{\n    return transfer_record_get_%s(transfer_%s_record(%s), %s, value);\n}\n"
        "static inline transfer_status transfer_%s_set_%s(transfer_%s *%s, %s value)\n"
        "{\n    return transfer_record_set_%s(transfer_%s_record(%s), %s, value);\n}\n",
        name, field->name, name, name, value_type, function, name, name, key, name, field->name,
        name, name, value_type, function, name, name, key);
}

static void print_text(const struct type *type, const struct field *field)
{
    const char *name = type->name, *key = key_of(type, field);

    put("static inline const char *transfer_%s_%s(const transfer_%s *%s)\n"
        "{\n    const char *value;\n"
        "    return transfer_record_get_text(transfer_%s_record(%s), %s, &value) == TRANSFER_OK"
        " ? value : (const char *)NULL;\n}\n"
        "static inline transfer_status transfer_%s_set_%s(transfer_%s *%s, const char *value)\n"
        "{\n    return transfer_record_set_text(transfer_%s_record(%s), %s, value);\n}\n",
        name, field->name, name, name, name, name, key, name, field->name, name, name, name,
        name, key);
}

static void print_choice(const struct type *type, const struct field *field)
{
    const char *name = type->name, *key = key_of(type, field);

    put("static inline int transfer_%s_%s(const transfer_%s *%s)\n"
        "{\n    int choice;\n"
        "    return transfer_record_get_choice(transfer_%s_record(%s), %s, &choice) == TRANSFER_OK"
        " ? choice : 0;\n}\n"
        "static inline transfer_status transfer_%s_set_%s(transfer_%s *%s, int choice)\n"
        "{\n    return transfer_record_set_choice(transfer_%s_record(%s), %s, choice);\n}\n",
        name, field->name, name, name, name, name, key, name, field->name, name, name, name,
        name, key);
}

static void print_reference(const struct type *type, const struct field *field)
{
    const char *name = type->name, *key = key_of(type, field);
    const char *target = type_numbered(field->target)->name;

    put("static inline transfer_%s *transfer_%s_%s(const transfer_%s *%s)\n"
        "{\n    transfer_record *target;\n"
        "    return transfer_record_get_reference(transfer_%s_record(%s), %s, &target) == "
        "TRANSFER_OK"
        " ? (transfer_%s *)target : (transfer_%s *)NULL;\n}\n"
        "static inline transfer_status transfer_%s_set_%s(transfer_%s *%s, "
        "const transfer_%s *target)\n"
        "{\n    return transfer_record_set_reference(transfer_%s_record(%s), %s, "
        "transfer_%s_record(target));\n}\n",
        target, name, field->name, name, name, name, name, key, target, target, name,
        field->name, name, name, target, name, name, key, target);
}

/* Count, at and add of a list; `item` is the C type of an item. */
static void print_list(const struct type *type, const struct field *field)
{
    const char *name = type->name, *key = key_of(type, field);
    const char *target = field->target ? type_numbered(field->target)->name : NULL;

    put("static inline size_t transfer_%s_%s_count(const transfer_%s *%s)\n"
        "{\n    size_t count;\n"
        "    return transfer_record_count(transfer_%s_record(%s), %s, &count) == TRANSFER_OK ? "
        "count : 0;\n}\n",
        name, field->name, name, name, name, name, key);
    switch (field->kind) {
    case KIND_RECORD:
        put("static inline transfer_%s *transfer_%s_%s_at(const transfer_%s *%s, size_t index)\n"
            "{\n    transfer_record *item;\n"
            "    return transfer_record_record_at(transfer_%s_record(%s), %s, index, &item) == "
            "TRANSFER_OK"
            " ? (transfer_%s *)item : (transfer_%s *)NULL;\n}\n"
            "static inline transfer_status transfer_%s_%s_add(transfer_%s *%s, transfer_%s "
            "**item)\n"
            "{\n    transfer_record *record;\n"
            "    transfer_status status;\n"
            "    if (!item)\n        return TRANSFER_MISUSE;\n"
            "    status = transfer_record_add_record(transfer_%s_record(%s), %s, &record);\n"
            "    if (status == TRANSFER_OK)\n        *item = (transfer_%s *)record;\n"
            "    return status;\n}\n",
            target, name, field->name, name, name, name, name, key, target, target, name,
            field->name, name, name, target, name, name, key, target);
        break;
    case KIND_REFERENCE:
        put("static inline transfer_%s *transfer_%s_%s_at(const transfer_%s *%s, size_t index)\n"
            "{\n    transfer_record *item;\n"
            "    return transfer_record_reference_at(transfer_%s_record(%s), %s, index, &item) == "
            "TRANSFER_OK"
            " ? (transfer_%s *)item : (transfer_%s *)NULL;\n}\n"
            "static inline transfer_status transfer_%s_%s_add(transfer_%s *%s, const transfer_%s "
            "*target)\n"
            "{\n    return transfer_record_add_reference(transfer_%s_record(%s), %s, "
            "transfer_%s_record(target));\n}\n",
            target, name, field->name, name, name, name, name, key, target, target, name,
            field->name, name, name, target, name, name, key, target);
        break;
    default:
        put("static inline const char *transfer_%s_%s_at(const transfer_%s *%s, size_t index)\n"
            "{\n    const char *item;\n"
            "    return transfer_record_text_at(transfer_%s_record(%s), %s, index, &item) == "
            "TRANSFER_OK"
            " ? item : (const char *)NULL;\n}\n"
            "static inline transfer_status transfer_%s_%s_add(transfer_%s *%s, const char *text)\n"
            "{\n    return transfer_record_add_text(transfer_%s_record(%s), %s, text);\n}\n",
            name, field->name, name, name, name, name, key, name, field->name, name, name, name,
            name, key);
        break;
    }
}

static void print_accessors(const struct type *type, const struct field *field)
{
    if (strcmp(field->since, "1.0") == 0)
        put("/* %s */\n", field->doc[ENGLISH]);
    else
        put("/* %s  Since %s. */\n", field->doc[ENGLISH], field->since);
    if (field->flags & FIELD_LIST) {
        print_list(type, field);
        put("\n");
        return;
    }
    switch (field->kind) {
    case KIND_TEXT:
    case KIND_CODE:
    case KIND_URL:
        print_text(type, field);
        break;
    case KIND_REFERENCE:
        print_reference(type, field);
        break;
    case KIND_CHOICE:
        print_choice(type, field);
        break;
    case KIND_DATE:
        print_by_pointer(type, field, "", "date", "transfer_date");
        break;
    case KIND_PERIOD:
        print_by_pointer(type, field, "", "period", "transfer_period");
        break;
    case KIND_AMOUNT:
        print_by_pointer(type, field, "", "amount", "transfer_amount");
        break;
    case KIND_QUANTITY:
    case KIND_DECIMAL:
        print_by_pointer(type, field, "", "quantity", "transfer_quantity");
        break;
    case KIND_SHARE:
        print_by_pointer(type, field, "", "share", "transfer_share");
        break;
    case KIND_MEASURE:
        print_by_pointer(type, field, "_amount", "amount", "transfer_amount");
        print_by_pointer(type, field, "_quantity", "quantity", "transfer_quantity");
        break;
    case KIND_INTEGER:
        print_by_number(type, field, "integer", "int64_t");
        break;
    case KIND_BOOLEAN:
        print_by_number(type, field, "boolean", "int");
        break;
    }
    put("\n");
}

int main(void)
{
    put("/* Typed handles, enumerators and accessors of every record type.\n"
        " *\n"
        " * SPDX-License-Identifier: MIT\n"
        " *\n"
        " * Derived from lib/schema.c by \"make update\"; do not edit.\n"
        " *\n"
        " * Getters of text, choices, references and items return NULL or 0 where the field is "
        "unset or\n"
        " * cannot be read; the others fill an out-parameter and return a status.  Ownership, "
        "errors and\n"
        " * ranges are those of the keyed functions in transfer.h.\n"
        " */\n"
        "#ifndef TRANSFER_MODEL_H\n#define TRANSFER_MODEL_H\n\n"
        "#include <transfer/transfer.h>\n\n"
        "#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n");
    print_types();
    for (size_t i = 0; i < schema_type_count; i++)
        print_keys(&schema_types[i]);
    for (size_t i = 0; i < schema_type_count; i++)
        for (size_t j = 0; j < schema_types[i].count; j++)
            if (schema_types[i].fields[j].choices)
                print_choices(&schema_types[i], &schema_types[i].fields[j]);
    for (size_t i = 0; i < schema_type_count; i++)
        print_handle(&schema_types[i]);
    for (size_t i = 0; i < schema_type_count; i++)
        for (size_t j = 0; j < schema_types[i].count; j++)
            print_accessors(&schema_types[i], &schema_types[i].fields[j]);
    put("#ifdef __cplusplus\n}\n#endif\n\n#endif\n");
    return 0;
}
