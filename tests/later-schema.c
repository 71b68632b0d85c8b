/* A schema of a later release, for the generator of typed accessors: of each kind a field that is
 * there from the beginning, and one whose name begins with "late" that 1.1 added.
 *
 * SPDX-License-Identifier: MIT
 */
#include "schema.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define DOC {"A field.", "Un champ."}

enum { OWNER = 1, AIDE = 2 };

static const struct choice choice_items[] = {{"one", 1, DOC}, {"two", 2, DOC}};
static const struct choices choices = {"choice", choice_items, COUNT(choice_items)};

/* Both fields of a kind. */
#define BOTH(field, field_number, field_kind, ...)                                                 \
    {.name = field, .number = (field_number), .kind = (field_kind), .since = "1.0", .doc = DOC,    \
     __VA_ARGS__},                                                                                 \
    {.name = "late_" field, .number = (field_number) + 1, .kind = (field_kind), .since = "1.1",    \
     .doc = DOC, __VA_ARGS__}

static const struct field owner_fields[] = {
    BOTH("text", 1, KIND_TEXT, .flags = 0),
    BOTH("texts", 3, KIND_TEXT, .flags = FIELD_LIST),
    BOTH("reference", 5, KIND_REFERENCE, .target = OWNER),
    BOTH("references", 7, KIND_REFERENCE, .target = OWNER, .flags = FIELD_LIST),
    BOTH("date", 9, KIND_DATE, .flags = 0),
    BOTH("period", 11, KIND_PERIOD, .flags = 0),
    BOTH("amount", 13, KIND_AMOUNT, .flags = 0),
    BOTH("quantity", 15, KIND_QUANTITY, .flags = 0),
    BOTH("share", 17, KIND_SHARE, .flags = 0),
    BOTH("decimal", 19, KIND_DECIMAL, .flags = 0),
    BOTH("integer", 21, KIND_INTEGER, .maximum = 9),
    BOTH("boolean", 23, KIND_BOOLEAN, .flags = 0),
    BOTH("choice", 25, KIND_CHOICE, .choices = &choices),
    BOTH("code", 27, KIND_CODE, .table = TABLE_COUNTRY),
    BOTH("url", 29, KIND_URL, .flags = 0),
    BOTH("measure", 31, KIND_MEASURE, .flags = 0),
    BOTH("records", 33, KIND_RECORD, .target = AIDE, .flags = FIELD_LIST),
};

static const struct field aide_fields[] = {
    BOTH("text", 1, KIND_TEXT, .flags = 0),
};

const struct type schema_types[] = {
    {.name = "owner", .section = "owners", .number = OWNER, .fields = owner_fields,
     .count = COUNT(owner_fields), .since = "1.0", .doc = {"An owner.", "Propriétaire."}},
    {.name = "aide", .number = AIDE, .fields = aide_fields, .count = COUNT(aide_fields),
     .since = "1.0", .doc = {"A helper.", "Aide."}},
};

const size_t schema_type_count = COUNT(schema_types);
