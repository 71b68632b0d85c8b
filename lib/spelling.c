/* The spelling of a value.
 *
 * SPDX-License-Identifier: MIT
 */
#include "spelling.h"

#include <string.h>

#include "decimal.h"

void spelling_start(struct spelling *spelling)
{
    spelling->length = 0;
    spelling->overflow = 0;
}

void spelling_add_bytes(struct spelling *spelling, const char *text, size_t length)
{
    if (length > sizeof(spelling->text) - spelling->length) {
        spelling->overflow = 1;
        return;
    }
    memcpy(spelling->text + spelling->length, text, length);
    spelling->length += length;
}

void spelling_add(struct spelling *spelling, const char *text)
{
    spelling_add_bytes(spelling, text, strlen(text));
}

void spelling_add_digits(struct spelling *spelling, uint64_t number, size_t digits)
{
    char text[20];
    size_t start = sizeof(text);

    do {
        text[--start] = (char)('0' + number % 10);
        number /= 10;
    } while (start > 0 && (number > 0 || sizeof(text) - start < digits));
    spelling_add_bytes(spelling, text + start, sizeof(text) - start);
}

void spelling_add_decimal(struct spelling *spelling, int64_t value, size_t decimals)
{
    uint64_t magnitude = decimal_magnitude(value), unit = decimal_power(decimals);

    if (value < 0)
        spelling_add(spelling, "-");
    spelling_add_digits(spelling, magnitude / unit, 1);
    if (decimals > 0) {
        spelling_add(spelling, ".");
        spelling_add_digits(spelling, magnitude % unit, decimals);
    }
}

transfer_status spelling_finish(const struct spelling *spelling, char *buffer, size_t size)
{
    if (spelling->overflow || spelling->length >= size)
        return TRANSFER_LIMIT;
    memcpy(buffer, spelling->text, spelling->length);
    buffer[spelling->length] = '\0';
    return TRANSFER_OK;
}
