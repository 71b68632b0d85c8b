/* Reading and writing the kinds of value: the spelling of the file format, exactly.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef VALUE_H
#define VALUE_H

#include <transfer/transfer.h>

#include "schema.h"

/* Why a text is not a value of a kind.  Each is reported by a rule of its own (see form.c). */
enum value_fault {
    VALUE_OK = 0,
    VALUE_FORM,             /* not the spelling of the kind */
    VALUE_AMOUNT_DECIMALS,  /* more decimals than the currency has */
    VALUE_CURRENCY_UNKNOWN, /* well formed, but ISO 4217 does not know the currency */
    VALUE_DATE_IMPOSSIBLE,  /* well formed, but no calendar has that day */
    VALUE_RANGE             /* too large for exact arithmetic */
};

/* Each reads the whole of `text` (`length` bytes, need not be terminated); *value is written only
 * on VALUE_OK. */
enum value_fault value_read_date(const char *text, size_t length, transfer_date *value);
enum value_fault value_read_period(const char *text, size_t length, transfer_period *value);
enum value_fault value_read_amount(const char *text, size_t length, transfer_amount *value);
enum value_fault value_read_quantity(const char *text, size_t length, transfer_quantity *value);
enum value_fault value_read_decimal(const char *text, size_t length, transfer_quantity *value);
enum value_fault value_read_share(const char *text, size_t length, transfer_share *value);
enum value_fault value_read_integer(const char *text, size_t length, int64_t *value);
enum value_fault value_read_boolean(const char *text, size_t length, int64_t *value);

/* Whether a struct that a caller filled is one that its reader could have made. */
int value_date_is_valid(const transfer_date *value);
int value_period_is_valid(const transfer_period *value);
int value_amount_is_valid(const transfer_amount *value);
int value_quantity_is_valid(const transfer_quantity *value);
int value_share_is_valid(const transfer_share *value);

/* Whether a measure's text is meant as an amount: it ends in a currency. */
int value_is_amount(const char *text, size_t length);

/* Writes into `buffer` what was surely meant by a text that could not be read: "30 000 000 €" is
 * "30000000 EUR", "5 décembre 2013" is "2013-12-05".  Returns 0 where that is not sure. */
int value_suggest(enum kind kind, const char *text, size_t length, char *buffer, size_t size);

#endif
