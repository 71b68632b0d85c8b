/* What was surely meant by a text that is not a value.
 *
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "loose.h"
#include "spelling.h"
#include "value.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { PERCENT_DECIMALS = 2, PERCENT_DECIMALS_MAX = 18 };

static const struct {
    const char *text, *share;
} share_words[] = {
    {"equal", "equal"},           {"equals", "equal"},        {"equally", "equal"},
    {"equal parts", "equal"},     {"equal shares", "equal"},  {"egal", "equal"},
    {"egale", "equal"},           {"parts egales", "equal"},  {"a parts egales", "equal"},
    {"rest", "rest"},             {"the rest", "rest"},       {"remainder", "rest"},
    {"the remainder", "rest"},    {"reste", "rest"},          {"le reste", "rest"},
    {"solde", "rest"},            {"le solde", "rest"},       {"half", "1/2"},
    {"one half", "1/2"},          {"moitie", "1/2"},          {"la moitie", "1/2"},
    {"a third", "1/3"},           {"one third", "1/3"},       {"un tiers", "1/3"},
    {"two thirds", "2/3"},        {"deux tiers", "2/3"},      {"a quarter", "1/4"},
    {"one quarter", "1/4"},       {"un quart", "1/4"},        {"three quarters", "3/4"},
    {"trois quarts", "3/4"},      {"½", "1/2"},               {"⅓", "1/3"},
    {"⅔", "2/3"},                 {"¼", "1/4"},               {"¾", "3/4"},
};

static const struct loose_word percent_words[] = {
    {"%", 0}, {"percent", 0}, {"per cent", 0}, {"pct", 0}, {"pour cent", 0}, {"pourcent", 0},
};

static const struct loose_word boolean_words[] = {
    {"true", 1},  {"yes", 1}, {"y", 1},   {"on", 1},  {"1", 1},   {"oui", 1}, {"vrai", 1},
    {"false", 0}, {"no", 0},  {"n", 0},   {"off", 0}, {"0", 0},   {"non", 0}, {"faux", 0},
};

static struct cursor start(const struct loose *loose)
{
    return (struct cursor){loose->text, loose->text + loose->length};
}

static transfer_status finish(const struct spelling *spelling, char *buffer)
{
    return spelling_finish(spelling, buffer, TRANSFER_VALUE_SIZE);
}

/* "1 / 3". */
static int suggest_ratio(struct cursor cursor, char *buffer)
{
    struct decimal above, below;
    struct spelling spelling;

    if (!loose_read_number(&cursor, MARK_UNSURE, &above))
        return 0;
    cursor_skip_space(&cursor);
    if (!cursor_skip(&cursor, "/"))
        return 0;
    cursor_skip_space(&cursor);
    if (!loose_read_number(&cursor, MARK_UNSURE, &below) || !cursor_is_at_end(&cursor) ||
        above.decimals > 0 || below.decimals > 0 || above.negative || below.negative)
        return 0;
    spelling_start(&spelling);
    spelling_add_digits(&spelling, above.magnitude, 1);
    spelling_add(&spelling, "/");
    spelling_add_digits(&spelling, below.magnitude, 1);
    return finish(&spelling, buffer) == TRANSFER_OK;
}

/* "33,33 %", and without its sign what can be nothing else: a fraction below 1, or a whole number
 * from 10 ("2" might count parts) to 100. */
static int suggest_percent(struct cursor cursor, char *buffer)
{
    transfer_share share = {.form = TRANSFER_SHARE_PERCENT};
    struct decimal number;
    size_t decimals;

    if (!loose_read_number(&cursor, MARK_DECIMAL, &number) || number.negative ||
        number.decimals > PERCENT_DECIMALS_MAX)
        return 0;
    cursor_skip_space(&cursor);
    decimals = number.decimals + PERCENT_DECIMALS;
    if (cursor_is_at_end(&cursor)) {
        if (number.decimals == 0 ? number.magnitude < 10 || number.magnitude > 100
                                 : number.magnitude >= decimal_power(number.decimals))
            return 0;
        if (number.decimals > 0) {
            decimals = number.decimals < PERCENT_DECIMALS ? PERCENT_DECIMALS : number.decimals;
            if (!decimal_rescale(&number, decimals))
                return 0;
        }
    } else {
        cursor_skip_any(&cursor, percent_words, COUNT(percent_words));
        if (!cursor_is_at_end(&cursor))
            return 0;
    }
    if (decimals > PERCENT_DECIMALS_MAX || !decimal_to_int64(&number, &share.numerator))
        return 0;
    share.denominator = (int64_t)decimal_power(decimals);
    return transfer_share_format(&share, buffer, TRANSFER_VALUE_SIZE) == TRANSFER_OK;
}

static int suggest_share(const struct loose *loose, char *buffer)
{
    for (size_t i = 0; i < COUNT(share_words); i++) {
        if (loose->length == strlen(share_words[i].text) &&
            memcmp(loose->text, share_words[i].text, loose->length) == 0) {
            strcpy(buffer, share_words[i].share);
            return 1;
        }
    }
    return suggest_ratio(start(loose), buffer) || suggest_percent(start(loose), buffer);
}

/* "49,1193", "6.1757° W". */
static int suggest_decimal(const struct loose *loose, char *buffer)
{
    struct cursor cursor = start(loose);
    transfer_quantity quantity = {0};
    struct decimal number;

    if (!loose_read_number(&cursor, MARK_DECIMAL, &number) || number.decimals > 18)
        return 0;
    cursor_skip_space(&cursor);
    if (cursor_skip(&cursor, "°")) {
        cursor_skip_space(&cursor);
        if (cursor_skip(&cursor, "s") || cursor_skip(&cursor, "w")) {
            if (number.negative)
                return 0;
            number.negative = 1;
        } else if (!cursor_skip(&cursor, "n")) {
            cursor_skip(&cursor, "e");
        }
    }
    if (!cursor_is_at_end(&cursor) || !decimal_to_int64(&number, &quantity.value))
        return 0;
    quantity.decimals = (uint8_t)number.decimals;
    return transfer_quantity_format(&quantity, buffer, TRANSFER_VALUE_SIZE) == TRANSFER_OK;
}

/* "6.0", "1 000", "TRL 6". */
static int suggest_integer(const struct loose *loose, char *buffer)
{
    struct cursor cursor = start(loose);
    struct spelling spelling;
    struct decimal number;
    int64_t value;

    if ((size_t)(cursor.end - cursor.at) > 3 && memcmp(cursor.at, "trl", 3) == 0) {
        cursor.at += 3;
        cursor_skip_space(&cursor);
        if (cursor_skip(&cursor, "-") || cursor_skip(&cursor, ":"))
            cursor_skip_space(&cursor);
    }
    if (!loose_read_number(&cursor, MARK_UNSURE, &number) || !cursor_is_at_end(&cursor) ||
        !decimal_rescale(&number, 0) || !decimal_to_int64(&number, &value))
        return 0;
    spelling_start(&spelling);
    spelling_add_decimal(&spelling, value, 0);
    return finish(&spelling, buffer) == TRANSFER_OK;
}

static int suggest_boolean(const struct loose *loose, char *buffer)
{
    struct cursor cursor = start(loose);
    int found = cursor_skip_any(&cursor, boolean_words, COUNT(boolean_words));

    if (found < 0 || !cursor_is_at_end(&cursor))
        return 0;
    strcpy(buffer, found ? "true" : "false");
    return 1;
}

static int suggest_amount(const struct loose *loose, char *buffer)
{
    transfer_amount amount;

    return loose_read_amount(loose, &amount) &&
           transfer_amount_format(&amount, buffer, TRANSFER_VALUE_SIZE) == TRANSFER_OK;
}

static int suggest_quantity(const struct loose *loose, char *buffer)
{
    transfer_quantity quantity;

    return loose_read_quantity(loose, &quantity) &&
           transfer_quantity_format(&quantity, buffer, TRANSFER_VALUE_SIZE) == TRANSFER_OK;
}

static int suggest_date(const struct loose *loose, char *buffer)
{
    transfer_date date;

    return loose_read_date(loose, &date) &&
           transfer_date_format(&date, buffer, TRANSFER_VALUE_SIZE) == TRANSFER_OK;
}

static int suggest_period(const struct loose *loose, char *buffer)
{
    transfer_period period;

    return loose_read_period(loose, &period) &&
           transfer_period_format(&period, buffer, TRANSFER_VALUE_SIZE) == TRANSFER_OK;
}

static int suggest(enum kind kind, const struct loose *loose, char *buffer)
{
    switch (kind) {
    case KIND_DATE:
        return suggest_date(loose, buffer);
    case KIND_PERIOD:
        return suggest_period(loose, buffer);
    case KIND_AMOUNT:
        return suggest_amount(loose, buffer);
    case KIND_QUANTITY:
        return suggest_quantity(loose, buffer);
    case KIND_MEASURE:
        return suggest_amount(loose, buffer) || suggest_quantity(loose, buffer);
    case KIND_SHARE:
        return suggest_share(loose, buffer);
    case KIND_DECIMAL:
        return suggest_decimal(loose, buffer);
    case KIND_INTEGER:
        return suggest_integer(loose, buffer);
    case KIND_BOOLEAN:
        return suggest_boolean(loose, buffer);
    default:
        return 0;
    }
}

/* Whether a text is a value of the kind: nothing else may be suggested. */
static int is_value(enum kind kind, const char *text, size_t length)
{
    transfer_date date;
    transfer_period period;
    transfer_amount amount;
    transfer_quantity quantity;
    transfer_share share;
    int64_t number;

    switch (kind) {
    case KIND_DATE:
        return value_read_date(text, length, &date) == VALUE_OK;
    case KIND_PERIOD:
        return value_read_period(text, length, &period) == VALUE_OK;
    case KIND_AMOUNT:
        return value_read_amount(text, length, &amount) == VALUE_OK;
    case KIND_QUANTITY:
        return value_read_quantity(text, length, &quantity) == VALUE_OK;
    case KIND_MEASURE:
        return value_is_amount(text, length)
                   ? value_read_amount(text, length, &amount) == VALUE_OK
                   : value_read_quantity(text, length, &quantity) == VALUE_OK;
    case KIND_SHARE:
        return value_read_share(text, length, &share) == VALUE_OK;
    case KIND_DECIMAL:
        return value_read_decimal(text, length, &quantity) == VALUE_OK;
    case KIND_INTEGER:
        return value_read_integer(text, length, &number) == VALUE_OK;
    case KIND_BOOLEAN:
        return value_read_boolean(text, length, &number) == VALUE_OK;
    default:
        return 0;
    }
}

int value_suggest(enum kind kind, const char *text, size_t length, char *buffer, size_t size)
{
    char found[TRANSFER_VALUE_SIZE];
    struct loose loose;
    size_t found_length;

    if (!loose_fold(text, length, &loose) || !suggest(kind, &loose, found))
        return 0;
    found_length = strlen(found);
    if (found_length >= size || !is_value(kind, found, found_length) ||
        (found_length == length && memcmp(found, text, length) == 0))
        return 0;
    memcpy(buffer, found, found_length + 1);
    return 1;
}
