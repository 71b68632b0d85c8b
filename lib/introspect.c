/* What the schema says, for those who walk records without knowing them.
 *
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "record.h"

_Static_assert((int)KIND_TEXT == (int)TRANSFER_KIND_TEXT &&
                   (int)KIND_REFERENCE == (int)TRANSFER_KIND_REFERENCE &&
                   (int)KIND_DATE == (int)TRANSFER_KIND_DATE &&
                   (int)KIND_PERIOD == (int)TRANSFER_KIND_PERIOD &&
                   (int)KIND_AMOUNT == (int)TRANSFER_KIND_AMOUNT &&
                   (int)KIND_QUANTITY == (int)TRANSFER_KIND_QUANTITY &&
                   (int)KIND_SHARE == (int)TRANSFER_KIND_SHARE &&
                   (int)KIND_DECIMAL == (int)TRANSFER_KIND_DECIMAL &&
                   (int)KIND_INTEGER == (int)TRANSFER_KIND_INTEGER &&
                   (int)KIND_BOOLEAN == (int)TRANSFER_KIND_BOOLEAN &&
                   (int)KIND_CHOICE == (int)TRANSFER_KIND_CHOICE &&
                   (int)KIND_CODE == (int)TRANSFER_KIND_CODE &&
                   (int)KIND_URL == (int)TRANSFER_KIND_URL &&
                   (int)KIND_MEASURE == (int)TRANSFER_KIND_MEASURE &&
                   (int)KIND_RECORD == (int)TRANSFER_KIND_RECORD,
               "kinds of the schema and of the API have the same numbers");
_Static_assert((int)TABLE_COUNTRY == (int)TRANSFER_TABLE_COUNTRY &&
                   (int)TABLE_REGION == (int)TRANSFER_TABLE_REGION &&
                   (int)TABLE_INSEE_REGION == (int)TRANSFER_TABLE_INSEE_REGION &&
                   (int)TABLE_CURRENCY == (int)TRANSFER_TABLE_CURRENCY,
               "tables of the schema and of the API have the same numbers");

/* ---- lookups of the library's own ---- */

const struct type *type_numbered(int number)
{
    if (number < 1 || (size_t)number > schema_type_count)
        return NULL;
    return &schema_types[number - 1];
}

const struct field *field_numbered(const struct type *type, unsigned number)
{
    if (!type || number < 1 || number > FIELD_NUMBER_MAX)
        return NULL;
    /* Where a field was put between older ones, the numbers behind it are not in order. */
    if (number <= type->count && type->fields[number - 1].number == number)
        return &type->fields[number - 1];
    for (size_t i = 0; i < type->count; i++)
        if (type->fields[i].number == number)
            return &type->fields[i];
    return NULL;
}

const struct field *field_keyed(transfer_key key)
{
    return key < 0 ? NULL : field_numbered(type_numbered(key_type(key)), key_number(key));
}

static int is_name(const char *name, const char *text, size_t length)
{
    /* Most differ in the first letter. */
    return length > 0 && name[0] == text[0] && strlen(name) == length &&
           memcmp(name, text, length) == 0;
}

const struct field *field_named(const struct type *type, const char *name, size_t length)
{
    for (size_t i = 0; i < type->count; i++)
        if (is_name(type->fields[i].name, name, length))
            return &type->fields[i];
    return NULL;
}

uint64_t type_references(int number)
{
    const struct type *type = type_numbered(number);
    uint64_t mask = 0;

    for (size_t i = 0; type && i < type->count; i++)
        if (type->fields[i].kind == KIND_REFERENCE)
            mask |= (uint64_t)1 << type->fields[i].number;
    return mask;
}

uint64_t type_nested(int number)
{
    const struct type *type = type_numbered(number);
    uint64_t mask = 0;

    for (size_t i = 0; type && i < type->count; i++)
        if (type->fields[i].kind == KIND_RECORD)
            mask |= (uint64_t)1 << type->fields[i].number;
    return mask;
}

const struct choice *choice_numbered(const struct field *field, int number)
{
    if (field && field->choices)
        for (size_t i = 0; i < field->choices->count; i++)
            if (field->choices->items[i].number == number)
                return &field->choices->items[i];
    return NULL;
}

const struct choice *choice_named(const struct field *field, const char *name, size_t length)
{
    if (field && field->choices)
        for (size_t i = 0; i < field->choices->count; i++)
            if (is_name(field->choices->items[i].name, name, length))
                return &field->choices->items[i];
    return NULL;
}

/* ---- the API ---- */

static const char *in_language(const char *const doc[LANGUAGES], transfer_language language)
{
    return doc[language == TRANSFER_FRENCH ? FRENCH : ENGLISH];
}

size_t transfer_type_count(void)
{
    return schema_type_count;
}

transfer_type transfer_type_at(size_t index)
{
    return index < schema_type_count ? schema_types[index].number : 0;
}

transfer_type transfer_type_find(const char *name)
{
    for (size_t i = 0; name && i < schema_type_count; i++)
        if (strcmp(schema_types[i].name, name) == 0 ||
            (schema_types[i].section && strcmp(schema_types[i].section, name) == 0))
            return schema_types[i].number;
    return 0;
}

const char *transfer_type_name(transfer_type number)
{
    const struct type *type = type_numbered(number);

    return type ? type->name : NULL;
}

const char *transfer_type_section(transfer_type number)
{
    const struct type *type = type_numbered(number);

    return type ? type->section : NULL;
}

const char *transfer_type_doc(transfer_type number, transfer_language language)
{
    const struct type *type = type_numbered(number);

    return type ? in_language(type->doc, language) : NULL;
}

size_t transfer_type_field_count(transfer_type number)
{
    const struct type *type = type_numbered(number);

    return type ? type->count : 0;
}

transfer_key transfer_type_field_at(transfer_type number, size_t index)
{
    const struct type *type = type_numbered(number);

    return type && index < type->count ? SCHEMA_KEY(type->number, type->fields[index].number) : 0;
}

transfer_key transfer_type_field_find(transfer_type number, const char *name)
{
    const struct type *type = type_numbered(number);
    const struct field *field = type && name ? field_named(type, name, strlen(name)) : NULL;

    return field ? SCHEMA_KEY(type->number, field->number) : 0;
}

const char *transfer_field_name(transfer_key key)
{
    const struct field *field = field_keyed(key);

    return field ? field->name : NULL;
}

transfer_type transfer_field_type(transfer_key key)
{
    return field_keyed(key) ? key_type(key) : 0;
}

transfer_kind transfer_field_kind(transfer_key key)
{
    const struct field *field = field_keyed(key);

    return (transfer_kind)(field ? field->kind : 0);
}

int transfer_field_is_list(transfer_key key)
{
    const struct field *field = field_keyed(key);

    return field && (field->flags & FIELD_LIST);
}

int transfer_field_is_required(transfer_key key)
{
    const struct field *field = field_keyed(key);

    return field && (field->flags & FIELD_REQUIRED);
}

transfer_type transfer_field_target(transfer_key key)
{
    const struct field *field = field_keyed(key);

    return field ? field->target : 0;
}

int transfer_field_table(transfer_key key)
{
    const struct field *field = field_keyed(key);

    return field ? field->table : 0;
}

transfer_status transfer_field_range(transfer_key key, int64_t *minimum, int64_t *maximum)
{
    const struct field *field = field_keyed(key);

    if (!minimum || !maximum)
        return TRANSFER_MISUSE;
    if (!field)
        return TRANSFER_UNKNOWN_FIELD;
    if (field->kind != KIND_INTEGER)
        return TRANSFER_WRONG_KIND;
    *minimum = field->minimum;
    *maximum = field->maximum;
    return TRANSFER_OK;
}

const char *transfer_field_doc(transfer_key key, transfer_language language)
{
    const struct field *field = field_keyed(key);

    return field ? in_language(field->doc, language) : NULL;
}

const char *transfer_field_since(transfer_key key)
{
    const struct field *field = field_keyed(key);

    return field ? field->since : NULL;
}

size_t transfer_field_choice_count(transfer_key key)
{
    const struct field *field = field_keyed(key);

    return field && field->choices ? field->choices->count : 0;
}

int transfer_field_choice_at(transfer_key key, size_t index)
{
    const struct field *field = field_keyed(key);

    if (!field || !field->choices || index >= field->choices->count)
        return 0;
    return field->choices->items[index].number;
}

const char *transfer_field_choices_name(transfer_key key)
{
    const struct field *field = field_keyed(key);

    return field && field->choices ? field->choices->name : NULL;
}

const char *transfer_field_choice_name(transfer_key key, int number)
{
    const struct choice *choice = choice_numbered(field_keyed(key), number);

    return choice ? choice->name : NULL;
}

const char *transfer_field_choice_doc(transfer_key key, int number, transfer_language language)
{
    const struct choice *choice = choice_numbered(field_keyed(key), number);

    return choice ? in_language(choice->doc, language) : NULL;
}

int transfer_field_choice_find(transfer_key key, const char *name)
{
    const struct choice *choice = name ? choice_named(field_keyed(key), name, strlen(name)) : NULL;

    return choice ? choice->number : 0;
}
