/* Reading amounts and quantities as people type them.
 *
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "amount.h"
#include "ascii.h"
#include "currency.h"
#include "loose.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { GROUPS_MAX = 12, GROUP_LENGTH = 3, DECIMALS_MAX = 18 };

/* Digits as they stand between separators. */
struct groups {
    size_t count;
    const char *start[GROUPS_MAX];
    size_t length[GROUPS_MAX];
    char separator[GROUPS_MAX]; /* in front of the group */
};

/* Reads "30.000.000,00" into its groups. */
static int scan_groups(struct cursor *cursor, struct groups *groups)
{
    const char *at = cursor->at;
    size_t i = 0;

    if (at == cursor->end || !is_digit(*at))
        return 0;
    for (groups->separator[0] = '\0';; i++) {
        groups->start[i] = at;
        while (at < cursor->end && is_digit(*at))
            at++;
        groups->length[i] = (size_t)(at - groups->start[i]);
        if (cursor->end - at < 2 || !memchr(" .,'_", *at, 5) || !is_digit(at[1]))
            break;
        if (i + 1 == GROUPS_MAX)
            return 0;
        groups->separator[i + 1] = *at++;
    }
    groups->count = i + 1;
    cursor->at = at;
    return 1;
}

/* Whether the first `count` groups are one number: 1 to 3 digits, then three by three, all after
 * the same separator. */
static int is_grouped(const struct groups *groups, size_t count)
{
    if (count == 1)
        return 1;
    if (groups->length[0] > GROUP_LENGTH || groups->start[0][0] == '0')
        return 0;
    for (size_t i = 1; i < count; i++) {
        if (groups->length[i] != GROUP_LENGTH || groups->separator[i] != groups->separator[1])
            return 0;
    }
    return 1;
}

/* How many groups stand before the decimal mark; 0 when that is not sure. */
static size_t count_whole(const struct groups *groups, enum loose_mark mark)
{
    size_t count = groups->count;
    char last = groups->separator[count - 1];

    if (count == 1)
        return count;
    if (last != '.' && last != ',')
        return is_grouped(groups, count) ? count : 0;
    if (count == 2) {
        /* "1,250" may be either; "1250,500" and "0,125" cannot be groups. */
        if (mark == MARK_UNSURE && is_grouped(groups, count))
            return 0;
        return 1;
    }
    if (last != groups->separator[1])
        return is_grouped(groups, count - 1) ? count - 1 : 0;
    return is_grouped(groups, count) ? count : 0;
}

int loose_read_number(struct cursor *cursor, enum loose_mark mark, struct decimal *number)
{
    struct decimal result = {0, 0, 0, 0};
    struct groups groups;
    size_t whole;

    if (cursor_skip(cursor, "-"))
        result.negative = 1;
    else
        cursor_skip(cursor, "+");
    if (!scan_groups(cursor, &groups))
        return 0;
    whole = count_whole(&groups, mark);
    if (whole == 0)
        return 0;
    for (size_t i = 0; i < groups.count; i++) {
        struct decimal digits;

        if (i >= whole)
            result.decimals += groups.length[i];
        decimal_scan(groups.start[i], groups.length[i], &digits);
        if (digits.overflow || groups.length[i] > DECIMALS_MAX ||
            __builtin_mul_overflow(result.magnitude, decimal_power(groups.length[i]),
                                   &result.magnitude) ||
            __builtin_add_overflow(result.magnitude, digits.magnitude, &result.magnitude))
            return 0;
    }
    *number = result;
    return 1;
}

/* Longer ones first where one begins another. */
static const struct loose_word qualifiers_before[] = {
    {">=", TRANSFER_AT_LEAST},
    {"<=", TRANSFER_AT_MOST},
    {">", TRANSFER_MORE_THAN},
    {"<", TRANSFER_LESS_THAN},
    {"~", TRANSFER_ABOUT},
    {"about", TRANSFER_ABOUT},
    {"around", TRANSFER_ABOUT},
    {"approximately", TRANSFER_ABOUT},
    {"approx.", TRANSFER_ABOUT},
    {"approx", TRANSFER_ABOUT},
    {"circa", TRANSFER_ABOUT},
    {"ca.", TRANSFER_ABOUT},
    {"environ", TRANSFER_ABOUT},
    {"env.", TRANSFER_ABOUT},
    {"at least", TRANSFER_AT_LEAST},
    {"au moins", TRANSFER_AT_LEAST},
    {"au minimum", TRANSFER_AT_LEAST},
    {"more than", TRANSFER_MORE_THAN},
    {"over", TRANSFER_MORE_THAN},
    {"plus de", TRANSFER_MORE_THAN},
    {"superieur a", TRANSFER_MORE_THAN},
    {"at most", TRANSFER_AT_MOST},
    {"up to", TRANSFER_AT_MOST},
    {"au plus", TRANSFER_AT_MOST},
    {"au maximum", TRANSFER_AT_MOST},
    {"jusqu'a", TRANSFER_AT_MOST},
    {"less than", TRANSFER_LESS_THAN},
    {"fewer than", TRANSFER_LESS_THAN},
    {"under", TRANSFER_LESS_THAN},
    {"moins de", TRANSFER_LESS_THAN},
    {"inferieur a", TRANSFER_LESS_THAN},
};

static const struct loose_word qualifiers_behind[] = {
    {"+", TRANSFER_AT_LEAST},
    {"or more", TRANSFER_AT_LEAST},
    {"ou plus", TRANSFER_AT_LEAST},
    {"au moins", TRANSFER_AT_LEAST},
    {"minimum", TRANSFER_AT_LEAST},
    {"au minimum", TRANSFER_AT_LEAST},
    {"or less", TRANSFER_AT_MOST},
    {"au plus", TRANSFER_AT_MOST},
    {"maximum", TRANSFER_AT_MOST},
    {"au maximum", TRANSFER_AT_MOST},
    {"environ", TRANSFER_ABOUT},
    {"approx.", TRANSFER_ABOUT},
};

/* Powers of ten.  "billion" is not among them: it differs between languages. */
static const struct loose_word scale_words[] = {
    {"milliards", 9}, {"milliard", 9}, {"millions", 6}, {"million", 6},
    {"thousand", 3},  {"milliers", 3}, {"mille", 3},
};

/* These stand for a scale only next to a currency. */
static const struct loose_word scale_letters[] = {
    {"mrd", 9}, {"mds", 9}, {"md", 9}, {"bn", 9}, {"mio", 6}, {"m", 6}, {"k", 3},
};

static int skip_qualifier(struct cursor *cursor, uint8_t *qualifier)
{
    int found = cursor_skip_any(cursor, qualifiers_before, COUNT(qualifiers_before));

    *qualifier = found < 0 ? TRANSFER_EXACTLY : (uint8_t)found;
    cursor_skip_space(cursor);
    return found >= 0;
}

/* The rest of the text may qualify what had no qualifier in front. */
static int finish(struct cursor *cursor, uint8_t *qualifier)
{
    int found;

    cursor_skip_space(cursor);
    if (cursor_is_at_end(cursor))
        return 1;
    found = cursor_skip_any(cursor, qualifiers_behind, COUNT(qualifiers_behind));
    if (found < 0 || *qualifier != TRANSFER_EXACTLY)
        return 0;
    *qualifier = (uint8_t)found;
    return cursor_is_at_end(cursor);
}

static int skip_currency(struct cursor *cursor, char code[4])
{
    size_t size = currency_at_start(cursor->at, (size_t)(cursor->end - cursor->at), code);

    cursor->at += size;
    return size > 0;
}

/* "M€" and "MEUR" write the scale and the currency as one word. */
static int skip_scale_letters(struct cursor *cursor)
{
    for (size_t i = 0; i < COUNT(scale_letters); i++) {
        struct cursor behind = *cursor;
        size_t size = strlen(scale_letters[i].text);
        char code[4];

        if (cursor_skip(cursor, scale_letters[i].text))
            return scale_letters[i].meaning;
        if ((size_t)(cursor->end - cursor->at) <= size ||
            memcmp(cursor->at, scale_letters[i].text, size) != 0)
            continue;
        behind.at += size;
        if (skip_currency(&behind, code)) {
            cursor->at += size;
            return scale_letters[i].meaning;
        }
    }
    return -1;
}

/* Moves the decimal point to the right. */
static int multiply(struct decimal *number, int power)
{
    size_t digits = power > 0 ? (size_t)power : 0, spare;

    spare = number->decimals < digits ? number->decimals : digits;
    number->decimals -= spare;
    digits -= spare;
    if (digits > 0) {
        if (!decimal_rescale(number, digits))
            return 0;
        number->decimals = 0;
    }
    return 1;
}

int loose_read_amount(const struct loose *loose, transfer_amount *amount)
{
    struct cursor cursor = {loose->text, loose->text + loose->length};
    transfer_amount result = {0};
    struct decimal number;
    int has_currency, scale, decimals;

    skip_qualifier(&cursor, &result.qualifier);
    has_currency = skip_currency(&cursor, result.currency);
    cursor_skip_space(&cursor);
    if (!loose_read_number(&cursor, MARK_UNSURE, &number))
        return 0;
    cursor_skip_space(&cursor);
    scale = cursor_skip_any(&cursor, scale_words, COUNT(scale_words));
    if (scale < 0)
        scale = skip_scale_letters(&cursor);
    cursor_skip_space(&cursor);
    if (!has_currency) {
        if (cursor_skip(&cursor, "d'") || cursor_skip(&cursor, "de") || cursor_skip(&cursor, "of"))
            cursor_skip_space(&cursor);
        has_currency = skip_currency(&cursor, result.currency);
    }
    if (!has_currency || result.currency[0] == '\0' || !finish(&cursor, &result.qualifier))
        return 0;
    decimals = amount_currency_decimals(result.currency);
    if (decimals < 0 || !multiply(&number, scale) || !decimal_rescale(&number, (size_t)decimals) ||
        !decimal_to_int64(&number, &result.minor))
        return 0;
    result.decimals = (uint8_t)decimals;
    *amount = result;
    return 1;
}

int loose_read_quantity(const struct loose *loose, transfer_quantity *quantity)
{
    struct cursor cursor = {loose->text, loose->text + loose->length};
    transfer_quantity result = {0};
    struct decimal number;
    int scale;

    skip_qualifier(&cursor, &result.qualifier);
    if (!loose_read_number(&cursor, MARK_UNSURE, &number))
        return 0;
    cursor_skip_space(&cursor);
    scale = cursor_skip_any(&cursor, scale_words, COUNT(scale_words));
    if (!finish(&cursor, &result.qualifier) || !multiply(&number, scale) ||
        number.decimals > DECIMALS_MAX || !decimal_to_int64(&number, &result.value))
        return 0;
    result.decimals = (uint8_t)number.decimals;
    *quantity = result;
    return 1;
}
