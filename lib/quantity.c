/* Quantities, and plain decimal numbers, integers and booleans.
 *
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "decimal.h"
#include "spelling.h"
#include "value.h"
#include "wide.h"

enum { DECIMALS_MAX = 18 };

int value_quantity_is_valid(const transfer_quantity *value)
{
    static const uint8_t none[sizeof(value->reserved)] = {0};

    return value->value != INT64_MIN && value->decimals <= DECIMALS_MAX &&
           qualifier_text(value->qualifier) != NULL &&
           memcmp(value->reserved, none, sizeof(none)) == 0;
}

static enum value_fault read_number(const char *text, size_t length, transfer_quantity *quantity)
{
    struct decimal number;

    if (length == 0 || decimal_scan(text, length, &number) != length)
        return VALUE_FORM;
    if (number.decimals > DECIMALS_MAX || !decimal_to_int64(&number, &quantity->value))
        return VALUE_RANGE;
    quantity->decimals = (uint8_t)number.decimals;
    return VALUE_OK;
}

enum value_fault value_read_quantity(const char *text, size_t length, transfer_quantity *value)
{
    transfer_quantity quantity = {0};
    size_t size = qualifier_scan(text, length, &quantity.qualifier);
    enum value_fault fault = read_number(text + size, length - size, &quantity);

    if (fault == VALUE_OK)
        *value = quantity;
    return fault;
}

enum value_fault value_read_decimal(const char *text, size_t length, transfer_quantity *value)
{
    transfer_quantity quantity = {0};
    enum value_fault fault = read_number(text, length, &quantity);

    if (fault == VALUE_OK)
        *value = quantity;
    return fault;
}

transfer_status transfer_quantity_parse(const char *text, transfer_quantity *quantity)
{
    if (!text || !quantity)
        return TRANSFER_MISUSE;
    return value_read_quantity(text, strlen(text), quantity) == VALUE_OK ? TRANSFER_OK
                                                                         : TRANSFER_SYNTAX;
}

transfer_status transfer_quantity_format(const transfer_quantity *quantity, char *buffer,
                                         size_t size)
{
    struct spelling spelling;

    if (!quantity || !buffer || !value_quantity_is_valid(quantity))
        return TRANSFER_MISUSE;
    spelling_start(&spelling);
    spelling_add(&spelling, qualifier_text(quantity->qualifier));
    spelling_add_decimal(&spelling, quantity->value, quantity->decimals);
    return spelling_finish(&spelling, buffer, size);
}

int transfer_quantity_compare(const transfer_quantity *a, const transfer_quantity *b)
{
    struct wide x, y;
    size_t decimals;

    if (!a || !b)
        return 0;
    decimals = a->decimals > b->decimals ? a->decimals : b->decimals;
    if ((a->value < 0) != (b->value < 0))
        return a->value < 0 ? -1 : 1;
    x = wide_multiply(decimal_magnitude(a->value), decimal_power(decimals - a->decimals));
    y = wide_multiply(decimal_magnitude(b->value), decimal_power(decimals - b->decimals));
    return a->value < 0 ? wide_compare(y, x) : wide_compare(x, y);
}

/* One spelling for each number: no zeros in front, no "-0". */
enum value_fault value_read_integer(const char *text, size_t length, int64_t *value)
{
    size_t sign = length > 0 && text[0] == '-';
    struct decimal number;

    if (length == 0 || decimal_scan(text, length, &number) != length || number.decimals > 0)
        return VALUE_FORM;
    if (text[sign] == '0' && length > 1)
        return VALUE_FORM;
    if (!number.overflow && number.negative && number.magnitude == (uint64_t)INT64_MAX + 1)
        *value = INT64_MIN;
    else if (!decimal_to_int64(&number, value))
        return VALUE_RANGE;
    return VALUE_OK;
}

enum value_fault value_read_boolean(const char *text, size_t length, int64_t *value)
{
    if (length == 4 && memcmp(text, "true", 4) == 0)
        *value = 1;
    else if (length == 5 && memcmp(text, "false", 5) == 0)
        *value = 0;
    else
        return VALUE_FORM;
    return VALUE_OK;
}
