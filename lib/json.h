/* Writing JSON (RFC 8259).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef JSON_H
#define JSON_H

#include "buffer.h"

/* Puts the commas.  Give it a zeroed struct and a buffer; check buffer.failed at the end. */
struct json {
    struct buffer *out;
    int needs_comma;
};

/* '{' or '[', and its other half. */
void json_begin(struct json *json, char bracket);
void json_end(struct json *json, char bracket);
void json_key(struct json *json, const char *key);
/* null for NULL.  What is not UTF-8 becomes U+FFFD; what a terminal would act upon is escaped. */
void json_string(struct json *json, const char *text);
void json_number(struct json *json, uint64_t number);
void json_null(struct json *json);

/* A key with a string or a number. */
void json_string_of(struct json *json, const char *key, const char *text);
void json_number_of(struct json *json, const char *key, uint64_t number);

#endif
