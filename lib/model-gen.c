/* Prints include/transfer/model.h from the schema: typed handles, enumerators, typed accessors.
 *
 * SPDX-License-Identifier: MIT
 *
 * Linked with schema.c alone; see "make update".
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "schema.h"

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
    printf("/* Record types.  Numbers are permanent. */\nenum transfer_type_number {\n");
    for (size_t i = 0; i < schema_type_count; i++)
        printf("    TRANSFER_TYPE_%s = %d%s\n", upper(schema_types[i].name),
               schema_types[i].number, i + 1 < schema_type_count ? "," : "");
    printf("};\n\n");
    for (size_t i = 0; i < schema_type_count; i++)
        if (!schema_types[i].single)
            printf("/* %s */\ntypedef struct transfer_%s transfer_%s;\n", schema_types[i].doc[ENGLISH],
                   schema_types[i].name, schema_types[i].name);
    printf("\n");
}

static void print_keys(const struct type *type)
{
    printf("/* Fields of a %s.  Numbers are permanent. */\nenum transfer_%s_key {\n", type->name,
           type->name);
    for (size_t i = 0; i < type->count; i++) {
        const struct field *field = &type->fields[i];
        printf("    TRANSFER_%s_%s = 0x%04x%s /* %s */\n", upper(type->name), upper(field->name),
               SCHEMA_KEY(type->number, field->number), i + 1 < type->count ? "," : "",
               field->doc[ENGLISH]);
    }
    printf("};\n\n");
}

/* Prints the list of a field of kind choice, once where fields share it. */
static void print_choices(const struct type *type, const struct field *field)
{
    static const struct choices *printed[32];
    static size_t printed_count;
    const struct choices *choices = field->choices;
    char prefix[128];

    for (size_t i = 0; i < printed_count; i++)
        if (printed[i] == choices)
            return;
    if (choices->name) {
        printed[printed_count++] = choices;
        snprintf(prefix, sizeof prefix, "%s", upper(choices->name));
        printf("/* Choices of every field \"%s\".  Numbers are permanent. */\n", field->name);
    } else {
        snprintf(prefix, sizeof prefix, "%s_%s", upper(type->name), upper(field->name));
        printf("/* Choices of a %s's %s.  Numbers are permanent. */\n", type->name, field->name);
    }
    printf("enum {\n");
    for (size_t i = 0; i < choices->count; i++)
        printf("    TRANSFER_%s_%s = %d%s /* %s */\n", prefix, upper(choices->items[i].name),
               choices->items[i].number, i + 1 < choices->count ? "," : "",
               choices->items[i].doc[ENGLISH]);
    printf("};\n\n");
}

static void print_handle(const struct type *type)
{
    const char *name = type->name;

    if (type->single)
        return; /* transfer.h has transfer_portfolio_record() */
    printf("/* The record of a %s; NULL for NULL. */\n"
           "static inline transfer_record *transfer_%s_record(const transfer_%s *%s)\n"
           "{\n    return (transfer_record *)%s;\n}\n\n",
           name, name, name, name, name);
    printf("/* The record as a %s; NULL when it is of another type. */\n"
           "static inline transfer_%s *transfer_record_as_%s(const transfer_record *record)\n"
           "{\n    return transfer_record_type(record) == TRANSFER_TYPE_%s ? (transfer_%s *)record\n"
           "           : (transfer_%s *)NULL;\n}\n\n",
           name, name, name, upper(name), name, name);
    if (!type->section)
        return;
    printf("static inline size_t transfer_portfolio_%s_count(const transfer_portfolio *portfolio)\n"
           "{\n    return transfer_portfolio_count(portfolio, TRANSFER_TYPE_%s);\n}\n\n",
           name, upper(name));
    printf("static inline transfer_%s *transfer_portfolio_%s_at(const transfer_portfolio *portfolio,\n"
           "        size_t index)\n"
           "{\n    return (transfer_%s *)transfer_portfolio_at(portfolio, TRANSFER_TYPE_%s, index);\n}\n\n",
           name, name, name, upper(name));
    printf("static inline transfer_%s *transfer_portfolio_find_%s(\n"
           "        const transfer_portfolio *portfolio, const char *id)\n"
           "{\n    return (transfer_%s *)transfer_portfolio_find(portfolio, TRANSFER_TYPE_%s, id);\n}\n\n",
           name, name, name, upper(name));
    printf("static inline transfer_status transfer_portfolio_add_%s(transfer_portfolio *portfolio,\n"
           "        const char *id, transfer_%s **%s)\n"
           "{\n    transfer_record *record;\n"
           "    transfer_status status = transfer_portfolio_add(portfolio, TRANSFER_TYPE_%s, id, &record);\n"
           "    if (status == TRANSFER_OK)\n        *%s = (transfer_%s *)record;\n"
           "    return status;\n}\n\n",
           name, name, name, upper(name), name, name);
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

    printf("static inline transfer_status transfer_%s_%s%s(const transfer_%s *%s, %s *value)\n"
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

    printf("static inline transfer_status transfer_%s_%s(const transfer_%s *%s, %s *value)\n"
           "{\n    return transfer_record_get_%s(transfer_%s_record(%s), %s, value);\n}\n"
           "static inline transfer_status transfer_%s_set_%s(transfer_%s *%s, %s value)\n"
           "{\n    return transfer_record_set_%s(transfer_%s_record(%s), %s, value);\n}\n",
           name, field->name, name, name, value_type, function, name, name, key, name, field->name,
           name, name, value_type, function, name, name, key);
}

static void print_text(const struct type *type, const struct field *field)
{
    const char *name = type->name, *key = key_of(type, field);

    printf("static inline const char *transfer_%s_%s(const transfer_%s *%s)\n"
           "{\n    const char *value;\n"
           "    return transfer_record_get_text(transfer_%s_record(%s), %s, &value) == TRANSFER_OK\n"
           "           ? value : (const char *)NULL;\n}\n"
           "static inline transfer_status transfer_%s_set_%s(transfer_%s *%s, const char *value)\n"
           "{\n    return transfer_record_set_text(transfer_%s_record(%s), %s, value);\n}\n",
           name, field->name, name, name, name, name, key, name, field->name, name, name, name,
           name, key);
}

static void print_choice(const struct type *type, const struct field *field)
{
    const char *name = type->name, *key = key_of(type, field);

    printf("static inline int transfer_%s_%s(const transfer_%s *%s)\n"
           "{\n    int choice;\n"
           "    return transfer_record_get_choice(transfer_%s_record(%s), %s, &choice) == TRANSFER_OK\n"
           "           ? choice : 0;\n}\n"
           "static inline transfer_status transfer_%s_set_%s(transfer_%s *%s, int choice)\n"
           "{\n    return transfer_record_set_choice(transfer_%s_record(%s), %s, choice);\n}\n",
           name, field->name, name, name, name, name, key, name, field->name, name, name, name,
           name, key);
}

static void print_reference(const struct type *type, const struct field *field)
{
    const char *name = type->name, *key = key_of(type, field);
    const char *target = type_numbered(field->target)->name;

    printf("static inline transfer_%s *transfer_%s_%s(const transfer_%s *%s)\n"
           "{\n    transfer_record *target;\n"
           "    return transfer_record_get_reference(transfer_%s_record(%s), %s, &target) == TRANSFER_OK\n"
           "           ? (transfer_%s *)target : (transfer_%s *)NULL;\n}\n"
           "static inline transfer_status transfer_%s_set_%s(transfer_%s *%s,\n"
           "        const transfer_%s *target)\n"
           "{\n    return transfer_record_set_reference(transfer_%s_record(%s), %s,\n"
           "                                         transfer_%s_record(target));\n}\n",
           target, name, field->name, name, name, name, name, key, target, target, name,
           field->name, name, name, target, name, name, key, target);
}

/* Count, at and add of a list; `item` is the C type of an item. */
static void print_list(const struct type *type, const struct field *field)
{
    const char *name = type->name, *key = key_of(type, field);
    const char *target = field->target ? type_numbered(field->target)->name : NULL;

    printf("static inline size_t transfer_%s_%s_count(const transfer_%s *%s)\n"
           "{\n    size_t count;\n"
           "    return transfer_record_count(transfer_%s_record(%s), %s, &count) == TRANSFER_OK ? count : 0;\n}\n",
           name, field->name, name, name, name, name, key);
    switch (field->kind) {
    case KIND_RECORD:
        printf("static inline transfer_%s *transfer_%s_%s_at(const transfer_%s *%s, size_t index)\n"
               "{\n    transfer_record *item;\n"
               "    return transfer_record_record_at(transfer_%s_record(%s), %s, index, &item) == TRANSFER_OK\n"
               "           ? (transfer_%s *)item : (transfer_%s *)NULL;\n}\n"
               "static inline transfer_status transfer_%s_%s_add(transfer_%s *%s, transfer_%s **item)\n"
               "{\n    transfer_record *record;\n"
               "    transfer_status status = transfer_record_add_record(transfer_%s_record(%s), %s, &record);\n"
               "    if (status == TRANSFER_OK)\n        *item = (transfer_%s *)record;\n"
               "    return status;\n}\n",
               target, name, field->name, name, name, name, name, key, target, target, name,
               field->name, name, name, target, name, name, key, target);
        break;
    case KIND_REFERENCE:
        printf("static inline transfer_%s *transfer_%s_%s_at(const transfer_%s *%s, size_t index)\n"
               "{\n    transfer_record *item;\n"
               "    return transfer_record_reference_at(transfer_%s_record(%s), %s, index, &item) == TRANSFER_OK\n"
               "           ? (transfer_%s *)item : (transfer_%s *)NULL;\n}\n"
               "static inline transfer_status transfer_%s_%s_add(transfer_%s *%s, const transfer_%s *target)\n"
               "{\n    return transfer_record_add_reference(transfer_%s_record(%s), %s,\n"
               "                                         transfer_%s_record(target));\n}\n",
               target, name, field->name, name, name, name, name, key, target, target, name,
               field->name, name, name, target, name, name, key, target);
        break;
    default:
        printf("static inline const char *transfer_%s_%s_at(const transfer_%s *%s, size_t index)\n"
               "{\n    const char *item;\n"
               "    return transfer_record_text_at(transfer_%s_record(%s), %s, index, &item) == TRANSFER_OK\n"
               "           ? item : (const char *)NULL;\n}\n"
               "static inline transfer_status transfer_%s_%s_add(transfer_%s *%s, const char *text)\n"
               "{\n    return transfer_record_add_text(transfer_%s_record(%s), %s, text);\n}\n",
               name, field->name, name, name, name, name, key, name, field->name, name, name, name,
               name, key);
        break;
    }
}

static void print_accessors(const struct type *type, const struct field *field)
{
    printf("/* %s", field->doc[ENGLISH]);
    if (strcmp(field->since, "1.0") != 0)
        printf("  Since %s.", field->since);
    printf(" */\n");
    if (field->flags & FIELD_LIST) {
        print_list(type, field);
        printf("\n");
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
    printf("\n");
}

int main(void)
{
    printf("/* Typed handles, enumerators and accessors of every record type.\n"
           " *\n"
           " * SPDX-License-Identifier: MIT\n"
           " *\n"
           " * Derived from lib/schema.c by \"make update\"; do not edit.\n"
           " *\n"
           " * Getters of text, choices, references and items return NULL or 0 where the field is unset or\n"
           " * cannot be read; the others fill an out-parameter and return a status.  Ownership, errors and\n"
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
    printf("#ifdef __cplusplus\n}\n#endif\n\n#endif\n");
    return 0;
}
