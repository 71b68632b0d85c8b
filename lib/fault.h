/* What a finding says of a scalar that cannot be read.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef FAULT_H
#define FAULT_H

#include "report.h"
#include "schema.h"

/* Room for the parts that are made. */
struct fault_parts {
    char suggestion[512];
    char expected[64];
    char number[2][24];
};

/* Adds the parts of a finding whose rule scalar_read() gave for a field and text.  They live as
 * long as `parts` and the text. */
void fault_fill(struct finding *finding, const struct field *field, const char *text,
                size_t length, struct fault_parts *parts);

/* The same for flow-comma, where a comma in braces had cut the text. */
void fault_fill_comma(struct finding *finding, const struct field *field, const char *text,
                      size_t length, struct fault_parts *parts);
/* Adds the parts of a finding about a key that is not the schema's: the type that was expected
 * (NULL: the file) and the nearest key, or all. */
void fault_fill_key(struct finding *finding, const struct type *type, const char *name,
                    struct fault_parts *parts);

/* Adds the parts of a finding about a key that should be the name of a rule. */
void fault_fill_rule(struct finding *finding, const transfer_ruleset *ruleset, const char *name,
                     struct fault_parts *parts);

/* The field whose name stands before the first colon of a key such as "share:50%", which lacks a
 * blank; NULL when it is none. */
const struct field *type_glued_field(const struct type *type, const char *name);
/* The field of a type whose name is nearest to a misspelt one; NULL when none is near. */
const struct field *type_nearest_field(const struct type *type, const char *name);
/* The type of the section whose name is nearest to a key of a file; NULL when none is near. */
const struct type *section_nearest(const char *name);

#endif
