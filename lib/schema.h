/* The shape of the schema's tables.  Includes no public header: the public ones derive from it.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SCHEMA_H
#define SCHEMA_H

#include <stddef.h>
#include <stdint.h>

/* The same numbers as transfer_kind; introspect.c asserts it. */
enum kind {
    KIND_TEXT = 1,
    KIND_REFERENCE = 2,
    KIND_DATE = 3,
    KIND_PERIOD = 4,
    KIND_AMOUNT = 5,
    KIND_QUANTITY = 6,
    KIND_SHARE = 7,
    KIND_DECIMAL = 8,
    KIND_INTEGER = 9,
    KIND_BOOLEAN = 10,
    KIND_CHOICE = 11,
    KIND_CODE = 12,
    KIND_URL = 13,
    KIND_MEASURE = 14,
    KIND_RECORD = 15,
    KIND_COUNT
};

/* The same numbers as transfer_table. */
enum table { TABLE_COUNTRY = 1, TABLE_REGION = 2, TABLE_INSEE_REGION = 3, TABLE_CURRENCY = 4 };

enum { FIELD_LIST = 1, FIELD_REQUIRED = 2 };

/* Field numbers are bits of a record's presence map; the highest is the record's extras. */
enum { FIELD_NUMBER_MAX = 62, EXTRAS_NUMBER = 63 };

enum { ENGLISH, FRENCH, LANGUAGES };

struct choice {
    const char *name;
    int number; /* permanent, from 1 */
    const char *doc[LANGUAGES];
};

struct choices {
    const char *name; /* of the enumeration: where no fields share it, type and field */
    const struct choice *items;
    size_t count;
};

struct field {
    const char *name;
    uint8_t number; /* permanent within the type, from 1 to FIELD_NUMBER_MAX */
    uint8_t kind;
    uint8_t flags;
    uint8_t target; /* type number, for references and nested records */
    uint8_t table;  /* for codes */
    const struct choices *choices;
    int minimum, maximum;     /* for integers */
    uint8_t unless_field;     /* required but where this choice field ... */
    uint32_t unless_choices;  /* ... has one of these choices (bit = number) */
    const char *since;
    const char *doc[LANGUAGES];
};

struct type {
    const char *name;
    const char *section; /* NULL: nested only */
    uint8_t number;      /* permanent, from 1 */
    uint8_t single;      /* the section is one record, not a mapping of them by id */
    uint64_t exactly_one; /* of these fields (bit = number) one must be given, and only one */
    const struct field *fields; /* in canonical order */
    size_t count;
    const char *since;
    const char *doc[LANGUAGES];
};

/* Type number n is schema_types[n - 1]. */
extern const struct type schema_types[];
extern const size_t schema_type_count;

/* A field's public key. */
#define SCHEMA_KEY(type_number, field_number) ((type_number) << 8 | (field_number))

/* The major version of the file format. */
enum { SCHEMA_FORMAT_VERSION = 1 };

#endif
