/* Prints bindings/python/transfer/model.pyi from the schema: what the classes that Python makes at
 * run time look like to a type checker.
 *
 * SPDX-License-Identifier: MIT
 *
 * Linked with schema.c alone; see "make update".  Names are made as _model.py makes them.
 */
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schema.h"

enum { COLUMNS = 100, CLASS_MAX = 64, TYPE_MAX = 160, CHOICES_MAX = 64 };

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Words of Python that no attribute can be named by, of those that a name of the schema can be. */
static const char *const keywords[] = {
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
};

/* Names that no class can have: they are Python's own, or that of the portfolio. */
static const char *const taken[] = {"Ellipsis", "Exception", "Portfolio", "Warning"};

static const char *const head[] = {
    "\"\"\"The record types and enumerations of the model, as type checkers see them.",
    "",
    "Derived from lib/schema.c by \"make update\"; do not edit.",
    "\"\"\"",
    "",
    "# The add() of sections and lists and the update() of records take any field in general, and",
    "# here those of one type: what is more precise is no error.",
    "# mypy: disable-error-code=override",
    "",
    "from decimal import Decimal",
    "from enum import Enum",
    "from typing import Iterable, Literal, Optional, Tuple, TypedDict, Union",
    "",
    "from .fields import (AmountField, AmountLike, BooleanField, BooleanLike, ChoiceField, "
    "DateField,",
    "                     DateLike, DecimalField, IntegerField, IntegerLike, MeasureField, "
    "MeasureLike,",
    "                     OwnField, PeriodField, PeriodLike, QuantityField, QuantityLike,",
    "                     ReferenceField, ShareField, ShareLike, TextField)",
    "from .lists import ListField, RecordList, ValueList",
    "from .portfolio import Section",
    "from .records import Record",
    "from .values import Amount, AnyDate, Period, Quantity, Remainder, Share",
};

/* The descriptor of a kind, what reading gives and what it can be set to; the other kinds depend on
 * the field. */
static const struct {
    const char *descriptor, *read, *write;
} kinds[KIND_COUNT] = {
    [KIND_TEXT] = {"TextField", "Optional[str]", "Optional[str]"},
    [KIND_CODE] = {"TextField", "Optional[str]", "Optional[str]"},
    [KIND_URL] = {"TextField", "Optional[str]", "Optional[str]"},
    [KIND_DATE] = {"DateField", "Optional[AnyDate]", "Optional[DateLike]"},
    [KIND_PERIOD] = {"PeriodField", "Optional[Period]", "Optional[PeriodLike]"},
    [KIND_AMOUNT] = {"AmountField", "Optional[Amount]", "Optional[AmountLike]"},
    [KIND_QUANTITY] = {"QuantityField", "Optional[Quantity]", "Optional[QuantityLike]"},
    [KIND_SHARE] = {"ShareField", "Union[Share, Remainder, None]", "Optional[ShareLike]"},
    [KIND_DECIMAL] = {"DecimalField", "Optional[Decimal]", "Optional[QuantityLike]"},
    [KIND_INTEGER] = {"IntegerField", "Optional[int]", "Optional[IntegerLike]"},
    [KIND_BOOLEAN] = {"BooleanField", "Optional[bool]", "Optional[BooleanLike]"},
    [KIND_MEASURE] = {"MeasureField", "Union[Amount, Quantity, None]", "Optional[MeasureLike]"},
};

/* Formats into a buffer, where it must have room. */
__attribute__((format(printf, 3, 4))) static void form(char *buffer, size_t size,
                                                       const char *format, ...)
{
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = vsnprintf(buffer, size, format, arguments);
    va_end(arguments);
    if (length < 0 || (size_t)length >= size) {
        fprintf(stderr, "python-gen: too long: %s\n", buffer);
        exit(1);
    }
}

/* Prints a line, which must not be too long. */
__attribute__((format(printf, 1, 2))) static void put(const char *format, ...)
{
    char line[COLUMNS + 1];
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    if (length < 0 || (size_t)length >= sizeof line) {
        fprintf(stderr, "python-gen: a line is too long: %s\n", line);
        exit(1);
    }
    puts(line);
}

/* Prints a docstring, broken at blanks. Columns are counted in bytes. */
static void put_doc(const char *indent, const char *doc, const char *since)
{
    char text[1024];
    size_t room = COLUMNS - strlen(indent) - 3;
    const char *rest = text, *quotes = "\"\"\"";

    if (strcmp(since, "1.0") == 0)
        form(text, sizeof text, "%s\"\"\"", doc);
    else
        form(text, sizeof text, "%s  Since %s.\"\"\"", doc, since);
    if (strchr(doc, '\\') || strstr(doc, "\"\"\"") || doc[strlen(doc) - 1] == '"') {
        fprintf(stderr, "python-gen: no text for a docstring: %s\n", doc);
        exit(1);
    }
    while (strlen(rest) > room) {
        size_t at = room;

        while (at > 0 && rest[at] != ' ')
            at--;
        put("%s%s%.*s", indent, quotes, (int)at, rest);
        rest += at + strspn(rest + at, " ");
        quotes = "";
        room = COLUMNS - strlen(indent);
    }
    put("%s%s%s", indent, quotes, rest);
}

static int is_among(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(name, names[i]) == 0)
            return 1;
    return 0;
}

/* One of four buffers in turn holds the class of a record type or list of choices. */
static const char *class_of(const char *name)
{
    static char buffers[4][CLASS_MAX];
    static int next;
    char *buffer = buffers[next++ % 4], joined[CLASS_MAX];
    size_t length = 0;

    for (size_t i = 0; name[i] && length + 1 < sizeof joined; i++)
        if (name[i] != '_')
            joined[length++] =
                i == 0 || name[i - 1] == '_' ? (char)toupper((unsigned char)name[i]) : name[i];
    joined[length] = '\0';
    form(buffer, CLASS_MAX, "%s%s", joined,
         is_among(joined, taken, COUNT(taken)) ? "Record" : "");
    return buffer;
}

static const char *class_numbered(int number)
{
    return class_of(schema_types[number - 1].name);
}

/* The attribute of a field; the next call overwrites it. */
static const char *attribute_of(const struct field *field)
{
    static char buffer[CLASS_MAX];

    form(buffer, sizeof buffer, "%s%s", field->name,
         is_among(field->name, keywords, COUNT(keywords)) ? "_" : "");
    return buffer;
}

/* What the items of a list can be set to, and the list that reading gives. */
static void list_types(const struct field *field, char item[TYPE_MAX], char list[TYPE_MAX])
{
    const char *target = field->target ? class_numbered(field->target) : NULL;

    if (field->kind == KIND_RECORD) {
        form(item, TYPE_MAX, "Union[%s, _%sDict]", target, target);
        form(list, TYPE_MAX, "_%sList", target);
    } else if (field->kind == KIND_REFERENCE) {
        form(item, TYPE_MAX, "Union[%s, str]", target);
        form(list, TYPE_MAX, "ValueList[%s]", target);
    } else {
        form(item, TYPE_MAX, "str");
        form(list, TYPE_MAX, "ValueList[str]");
    }
}

/* The types of a field: of its descriptor, of what reading gives, and what it can be set to. */
struct types {
    char descriptor[TYPE_MAX], read[TYPE_MAX], write[TYPE_MAX];
};

static struct types types_of(const struct field *field)
{
    struct types types;
    char item[TYPE_MAX];
    const char *name;

    if (field->flags & FIELD_LIST) {
        list_types(field, item, types.read);
        form(types.descriptor, TYPE_MAX, "ListField[%s, %s]", types.read, item);
        form(types.write, TYPE_MAX, "Optional[Iterable[%s]]", item);
    } else if (field->kind == KIND_CHOICE) {
        name = class_of(field->choices->name);
        form(types.descriptor, TYPE_MAX, "ChoiceField[%s, _%sText]", name, name);
        form(types.read, TYPE_MAX, "Optional[%s]", name);
        form(types.write, TYPE_MAX, "Union[%s, _%sText, None]", name, name);
    } else if (field->kind == KIND_REFERENCE) {
        name = class_numbered(field->target);
        form(types.descriptor, TYPE_MAX, "ReferenceField[%s]", name);
        form(types.read, TYPE_MAX, "Optional[%s]", name);
        form(types.write, TYPE_MAX, "Union[%s, str, None]", name);
    } else {
        form(types.descriptor, TYPE_MAX, "%s", kinds[field->kind].descriptor);
        form(types.read, TYPE_MAX, "%s", kinds[field->kind].read);
        form(types.write, TYPE_MAX, "%s", kinds[field->kind].write);
    }
    return types;
}

/* Prints a method with the fields of a type as keywords; `id` is in front of them, or "". */
static void print_method(const struct type *type, const char *name, const char *id,
                         const char *result)
{
    put("    def %s(self, %s*,", name, id);
    for (size_t i = 0; i < type->count; i++) {
        struct types types = types_of(&type->fields[i]);

        put("        %s: %s = ...%s", attribute_of(&type->fields[i]), types.write,
            i + 1 < type->count ? "," : "");
    }
    put("    ) -> %s: ...", result);
}

static void print_record(const struct type *type)
{
    put("\n\nclass %s(Record):", class_of(type->name));
    put_doc("    ", type->doc[ENGLISH], type->since);
    if (type->section && !type->single)
        put("\n    @property\n    def id(self) -> str: ...\n");
    else
        put("%s", "");
    for (size_t i = 0; i < type->count; i++) {
        struct types types = types_of(&type->fields[i]);

        put("    %s: %s", attribute_of(&type->fields[i]), types.descriptor);
        put_doc("    ", type->fields[i].doc[ENGLISH], type->fields[i].since);
    }
    put("%s", "");
    print_method(type, "update", "", "None");
}

/* Prints what adds records of a type: its section, or its lists and dicts that make its records. */
static void print_collection(const struct type *type)
{
    char class[CLASS_MAX];

    form(class, sizeof class, "%s", class_of(type->name));
    if (type->section && !type->single) {
        put("\n\nclass _%sSection(Section[%s]):", class, class);
        print_method(type, "add", "id: str, ", class);
    }
    if (type->section)
        return;
    put("\n\nclass _%sDict(TypedDict, total=False):", class);
    for (size_t i = 0; i < type->count; i++) {
        struct types types = types_of(&type->fields[i]);

        put("    %s: %s", attribute_of(&type->fields[i]), types.write);
    }
    put("\n\nclass _%sList(RecordList[%s]):", class, class);
    print_method(type, "add", "", class);
}

static void print_choices(const struct choices *choices)
{
    const char *class = class_of(choices->name);

    put("\n\nclass %s(Enum):", class);
    put("    \"\"\"One of a closed list of the model.\"\"\"\n");
    for (size_t i = 0; i < choices->count; i++) {
        char member[CLASS_MAX];

        form(member, sizeof member, "%s", choices->items[i].name);
        for (char *c = member; *c; c++)
            *c = (char)toupper((unsigned char)*c);
        put("    %s = \"%s\"", member, choices->items[i].name);
        put_doc("    ", choices->items[i].doc[ENGLISH], "1.0");
    }
    put("\n\n_%sText = Literal[", class);
    for (size_t i = 0; i < choices->count; i++)
        put("    \"%s\"%s", choices->items[i].name, i + 1 < choices->count ? "," : "]");
}

/* Finds every list of choices once, in the order of the schema; returns how many. */
static size_t find_choices(const struct choices *found[CHOICES_MAX])
{
    size_t count = 0, k;

    for (size_t i = 0; i < schema_type_count; i++)
        for (size_t j = 0; j < schema_types[i].count; j++) {
            const struct choices *choices = schema_types[i].fields[j].choices;

            for (k = 0; k < count && found[k] != choices; k++)
                ;
            if (choices && k == count && count < CHOICES_MAX)
                found[count++] = choices;
        }
    return count;
}

static void print_portfolio(void)
{
    put("\n\nclass PortfolioFields:");
    put("    \"\"\"The attributes of a portfolio that the schema gives it.\"\"\"\n");
    for (size_t i = 0; i < schema_type_count; i++) {
        const struct type *type = &schema_types[i];

        for (size_t j = 0; type->single && j < type->count; j++) {
            struct types types = types_of(&type->fields[j]);

            put("    %s: OwnField[", attribute_of(&type->fields[j]));
            put("        %s, %s]", types.read, types.write);
            put_doc("    ", type->fields[j].doc[ENGLISH], type->fields[j].since);
        }
    }
    for (size_t i = 0; i < schema_type_count; i++) {
        const struct type *type = &schema_types[i];

        if (type->section && !type->single) {
            put("\n    @property");
            put("    def %s(self) -> _%sSection:", type->section, class_of(type->name));
            put_doc("        ", type->doc[ENGLISH], type->since);
        }
    }
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void print_all(const struct choices *const *choices, size_t count)
{
    static char names[256][CLASS_MAX];
    size_t used = 0;

    for (size_t i = 0; i < schema_type_count; i++)
        form(names[used++], CLASS_MAX, "%s", class_of(schema_types[i].name));
    for (size_t i = 0; i < count; i++)
        form(names[used++], CLASS_MAX, "%s", class_of(choices[i]->name));
    qsort(names, used, sizeof names[0], compare_names);
    put("\n__all__: Tuple[str, ...] = (");
    for (size_t i = 0; i < used; i++)
        put("    \"%s\"%s", names[i], i + 1 < used ? "," : ")");
}

int main(void)
{
    const struct choices *choices[CHOICES_MAX];
    size_t count = find_choices(choices);

    for (size_t i = 0; i < COUNT(head); i++)
        put("%s", head[i]);
    print_all(choices, count);
    for (size_t i = 0; i < count; i++)
        print_choices(choices[i]);
    for (size_t i = 0; i < schema_type_count; i++) {
        print_record(&schema_types[i]);
        print_collection(&schema_types[i]);
    }
    print_portfolio();
    return 0;
}
