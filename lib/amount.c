/* Amounts of money.
 *
 * SPDX-License-Identifier: MIT
 */
#include "amount.h"

#include <string.h>

#include "currency.h"
#include "decimal.h"
#include "reference.h"
#include "spelling.h"
#include "value.h"

enum { CODE_LENGTH = 3, USUAL_DECIMALS = 2 };

int amount_currency_decimals(const char *code)
{
    const struct reference_row *row = reference_find(TABLE_CURRENCY, code, CODE_LENGTH);

    if (!row)
        return -1;
    /* ISO 4217 gives none for metals and most withdrawn currencies; the latter had cents. */
    return row->decimals < 0 ? USUAL_DECIMALS : row->decimals;
}

int amount_is_sane(const transfer_amount *amount)
{
    return amount->minor != INT64_MIN && qualifier_text(amount->qualifier) != NULL;
}

int amount_is_negative(const transfer_amount *amount)
{
    return amount->minor < 0 || (amount->minor == 0 && amount->qualifier == TRANSFER_LESS_THAN);
}

int amount_is_alike(const transfer_amount *a, const transfer_amount *b)
{
    return memcmp(a->currency, b->currency, sizeof(a->currency)) == 0;
}

int value_amount_is_valid(const transfer_amount *value)
{
    return amount_is_sane(value) && value->reserved[0] == 0 && value->reserved[1] == 0 &&
           memchr(value->currency, '\0', sizeof(value->currency)) ==
               value->currency + CODE_LENGTH &&
           amount_currency_decimals(value->currency) == value->decimals;
}

static int is_code(const char *text)
{
    for (size_t i = 0; i < CODE_LENGTH; i++) {
        if (text[i] < 'A' || text[i] > 'Z')
            return 0;
    }
    return 1;
}

enum value_fault value_read_amount(const char *text, size_t length, transfer_amount *value)
{
    transfer_amount amount = {0};
    struct decimal number;
    size_t i = qualifier_scan(text, length, &amount.qualifier), size;
    int decimals;

    size = decimal_scan(text + i, length - i, &number);
    i += size;
    if (size == 0 || length - i != CODE_LENGTH + 1 || text[i] != ' ' || !is_code(text + i + 1))
        return VALUE_FORM;
    memcpy(amount.currency, text + i + 1, CODE_LENGTH);
    decimals = amount_currency_decimals(amount.currency);
    if (decimals < 0)
        return VALUE_CURRENCY_UNKNOWN;
    if (number.decimals > (size_t)decimals)
        return VALUE_AMOUNT_DECIMALS;
    amount.decimals = (uint8_t)decimals;
    if (!decimal_rescale(&number, amount.decimals) || !decimal_to_int64(&number, &amount.minor))
        return VALUE_RANGE;
    *value = amount;
    return VALUE_OK;
}

int value_is_amount(const char *text, size_t length)
{
    return currency_at_end(text, length, NULL) > 0 ||
           (length > CODE_LENGTH && text[length - CODE_LENGTH - 1] == ' ' &&
            is_code(text + length - CODE_LENGTH));
}

transfer_status transfer_amount_parse(const char *text, transfer_amount *amount)
{
    if (!text || !amount)
        return TRANSFER_MISUSE;
    return value_read_amount(text, strlen(text), amount) == VALUE_OK ? TRANSFER_OK
                                                                     : TRANSFER_SYNTAX;
}

transfer_status transfer_amount_format(const transfer_amount *amount, char *buffer, size_t size)
{
    struct spelling spelling;
    size_t decimals;

    if (!amount || !buffer || !value_amount_is_valid(amount))
        return TRANSFER_MISUSE;
    decimals = amount->decimals;
    spelling_start(&spelling);
    spelling_add(&spelling, qualifier_text(amount->qualifier));
    if (decimal_magnitude(amount->minor) % decimal_power(decimals) == 0)
        spelling_add_decimal(&spelling, amount->minor / (int64_t)decimal_power(decimals), 0);
    else
        spelling_add_decimal(&spelling, amount->minor, decimals);
    spelling_add(&spelling, " ");
    spelling_add(&spelling, amount->currency);
    return spelling_finish(&spelling, buffer, size);
}

/* The qualifier of the negative of an amount. */
static uint8_t opposite(uint8_t qualifier)
{
    switch (qualifier) {
    case TRANSFER_AT_LEAST:
        return TRANSFER_AT_MOST;
    case TRANSFER_MORE_THAN:
        return TRANSFER_LESS_THAN;
    case TRANSFER_AT_MOST:
        return TRANSFER_AT_LEAST;
    case TRANSFER_LESS_THAN:
        return TRANSFER_MORE_THAN;
    default:
        return qualifier;
    }
}

static int is_lower_bound(uint8_t qualifier)
{
    return qualifier == TRANSFER_AT_LEAST || qualifier == TRANSFER_MORE_THAN;
}

/* The qualifier of the sum of two qualified amounts. */
static uint8_t combine(uint8_t a, uint8_t b)
{
    if (a == TRANSFER_EXACTLY || a == b)
        return b;
    if (b == TRANSFER_EXACTLY)
        return a;
    if (a == TRANSFER_ABOUT || b == TRANSFER_ABOUT || is_lower_bound(a) != is_lower_bound(b))
        return TRANSFER_ABOUT;
    /* One bound is strict, and so is the sum's. */
    return is_lower_bound(a) ? TRANSFER_MORE_THAN : TRANSFER_LESS_THAN;
}

static transfer_status check_pair(const transfer_amount *a, const transfer_amount *b)
{
    if (!amount_is_sane(a) || !amount_is_sane(b))
        return TRANSFER_MISUSE;
    if (!amount_is_alike(a, b))
        return TRANSFER_WRONG_KIND;
    return a->decimals == b->decimals ? TRANSFER_OK : TRANSFER_MISUSE;
}

/* a + b, or a - b. */
static transfer_status combine_amounts(const transfer_amount *a, const transfer_amount *b,
                                       int subtract, transfer_amount *result)
{
    transfer_status status;
    uint8_t qualifier;
    int64_t minor;
    int overflow;

    if (!a || !b || !result)
        return TRANSFER_MISUSE;
    status = check_pair(a, b);
    if (status != TRANSFER_OK)
        return status;
    overflow = subtract ? __builtin_sub_overflow(a->minor, b->minor, &minor)
                        : __builtin_add_overflow(a->minor, b->minor, &minor);
    if (overflow || minor == INT64_MIN)
        return TRANSFER_OVERFLOW;
    qualifier = combine(a->qualifier, subtract ? opposite(b->qualifier) : b->qualifier);
    *result = *a;
    result->minor = minor;
    result->qualifier = qualifier;
    return TRANSFER_OK;
}

transfer_status transfer_amount_add(const transfer_amount *a, const transfer_amount *b,
                                    transfer_amount *sum)
{
    return combine_amounts(a, b, 0, sum);
}

transfer_status transfer_amount_subtract(const transfer_amount *a, const transfer_amount *b,
                                         transfer_amount *difference)
{
    return combine_amounts(a, b, 1, difference);
}

transfer_status transfer_amount_compare(const transfer_amount *a, const transfer_amount *b,
                                        int *order)
{
    transfer_status status;

    if (!a || !b || !order)
        return TRANSFER_MISUSE;
    status = check_pair(a, b);
    if (status != TRANSFER_OK)
        return status;
    *order = a->minor == b->minor ? 0 : a->minor < b->minor ? -1 : 1;
    return TRANSFER_OK;
}

transfer_certainty transfer_amount_is_above(const transfer_amount *a, const transfer_amount *b)
{
    int a_has_low, a_has_high, b_has_low, b_has_high, strict;

    if (!a || !b || check_pair(a, b) != TRANSFER_OK)
        return TRANSFER_CERTAINLY_NOT;
    if (a->qualifier == TRANSFER_ABOUT || b->qualifier == TRANSFER_ABOUT)
        return TRANSFER_POSSIBLY;
    a_has_low = a->qualifier == TRANSFER_EXACTLY || is_lower_bound(a->qualifier);
    a_has_high = !is_lower_bound(a->qualifier);
    b_has_low = b->qualifier == TRANSFER_EXACTLY || is_lower_bound(b->qualifier);
    b_has_high = !is_lower_bound(b->qualifier);
    strict = a->qualifier == TRANSFER_MORE_THAN || b->qualifier == TRANSFER_LESS_THAN;
    if (a_has_low && b_has_high && (a->minor > b->minor || (a->minor == b->minor && strict)))
        return TRANSFER_CERTAINLY;
    if (a_has_high && b_has_low && a->minor <= b->minor)
        return TRANSFER_CERTAINLY_NOT;
    return TRANSFER_POSSIBLY;
}
