/* Reading dates and periods as people type them.
 *
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "ascii.h"
#include "loose.h"
#include "value.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Which of two numbers is the day: known when one of them cannot be a month. */
enum order { ORDER_UNKNOWN, DAY_FIRST, MONTH_FIRST };

/* In English and French; longer ones first where one begins another. */
static const struct loose_word months[] = {
    {"january", 1},   {"janvier", 1},   {"janv.", 1},    {"janv", 1},  {"jan.", 1},  {"jan", 1},
    {"february", 2},  {"fevrier", 2},   {"fevr.", 2},    {"fevr", 2},  {"feb.", 2},  {"feb", 2},
    {"fev.", 2},      {"fev", 2},       {"march", 3},    {"mars", 3},  {"mar.", 3},  {"mar", 3},
    {"april", 4},     {"avril", 4},     {"avr.", 4},     {"avr", 4},   {"apr.", 4},  {"apr", 4},
    {"may", 5},       {"mai", 5},       {"june", 6},     {"juin", 6},  {"jun.", 6},  {"jun", 6},
    {"july", 7},      {"juillet", 7},   {"juil.", 7},    {"juil", 7},  {"jul.", 7},  {"jul", 7},
    {"august", 8},    {"aout", 8},      {"aug.", 8},     {"aug", 8},   {"september", 9},
    {"septembre", 9}, {"sept.", 9},     {"sept", 9},     {"sep.", 9},  {"sep", 9},
    {"october", 10},  {"octobre", 10},  {"oct.", 10},    {"oct", 10},  {"november", 11},
    {"novembre", 11}, {"nov.", 11},     {"nov", 11},     {"december", 12},
    {"decembre", 12}, {"dec.", 12},     {"dec", 12},
};

static const struct loose_word flags_before[] = {
    {"before", TRANSFER_DATE_BEFORE},        {"avant", TRANSFER_DATE_BEFORE},
    {"after", TRANSFER_DATE_AFTER},          {"apres", TRANSFER_DATE_AFTER},
    {"~", TRANSFER_DATE_APPROXIMATE},        {"about", TRANSFER_DATE_APPROXIMATE},
    {"around", TRANSFER_DATE_APPROXIMATE},   {"circa", TRANSFER_DATE_APPROXIMATE},
    {"ca.", TRANSFER_DATE_APPROXIMATE},      {"vers", TRANSFER_DATE_APPROXIMATE},
    {"environ", TRANSFER_DATE_APPROXIMATE},
};

static const struct loose_word articles[] = {
    {"le", 0}, {"la", 0}, {"en", 0}, {"on", 0}, {"in", 0}, {"the", 0},
};

static const struct loose_word ordinals[] = {
    {"er", 0}, {"st", 0}, {"nd", 0}, {"rd", 0}, {"th", 0},
};

/* The number of one to `max` digits that comes next, in *number; returns how many, 0 for none or
 * for more. */
static size_t read_digits(struct cursor *cursor, size_t max, int *number)
{
    size_t count = 0;
    int result = 0;

    while (cursor->at + count < cursor->end && is_digit(cursor->at[count])) {
        if (count == max)
            return 0;
        result = result * 10 + (cursor->at[count++] - '0');
    }
    if (count > 0)
        *number = result;
    cursor->at += count;
    return count;
}

static int read_year(struct cursor *cursor, transfer_date *date)
{
    int year;

    if (read_digits(cursor, 4, &year) != 4)
        return 0;
    date->year = year;
    return 1;
}

/* One of the signs between the parts of a date, with or without spaces; 0 for none. */
static char skip_separator(struct cursor *cursor)
{
    const char *start = cursor->at;
    char separator;

    cursor_skip_space(cursor);
    if (cursor->at < cursor->end && memchr("/-.", *cursor->at, 3)) {
        separator = *cursor->at++;
        cursor_skip_space(cursor);
        return separator;
    }
    return cursor->at > start ? ' ' : '\0';
}

static int read_month_name(struct cursor *cursor, transfer_date *date)
{
    int month = cursor_skip_any(cursor, months, COUNT(months));

    if (month < 0)
        return 0;
    date->month = (uint8_t)month;
    return 1;
}

/* A time of the day says nothing about the day: spreadsheets add one. */
static void skip_time(struct cursor *cursor)
{
    const char *at = cursor->at;

    if (cursor->end - at < 6 || (*at != ' ' && *at != 't') || at[1] < '0' || at[1] > '2' ||
        at[3] != ':')
        return;
    for (at++; at < cursor->end; at++) {
        if (!memchr("0123456789:.z+-", *at, 15))
            return;
    }
    cursor->at = at;
}

static int set_day_and_month(transfer_date *date, int first, int second, char separator,
                             enum order *order)
{
    enum order sure = *order;

    if (first < 1 || second < 1 || first > 31 || second > 31)
        return 0;
    if (separator == '.' || first == second)
        sure = DAY_FIRST;
    else if (first > 12)
        *order = sure = DAY_FIRST;
    else if (second > 12)
        *order = sure = MONTH_FIRST;
    if (sure == ORDER_UNKNOWN)
        return 0;
    date->day = (uint8_t)(sure == DAY_FIRST ? first : second);
    date->month = (uint8_t)(sure == DAY_FIRST ? second : first);
    return 1;
}

/* "2013", "2013-2-5", "2013/12/05", "2013/12".  In a period the last is not sure: "2011/12"
 * is also written for 2011 to 2012. */
static int read_year_first(struct cursor *cursor, int in_period, transfer_date *date)
{
    struct cursor behind;
    char separator;
    size_t digits;
    int month, day;

    if (!read_year(cursor, date))
        return 0;
    behind = *cursor;
    separator = skip_separator(&behind);
    if (separator == '\0' || separator == ' ')
        return 1;
    digits = read_digits(&behind, 2, &month);
    if (digits == 0 || month < 1 || month > 12)
        return 0;
    *cursor = behind;
    date->month = (uint8_t)month;
    if (cursor->at == cursor->end || *cursor->at == '?' || *cursor->at == '~')
        return !in_period || (separator == '-' && digits == 2);
    if (skip_separator(cursor) != separator || read_digits(cursor, 2, &day) == 0 || day < 1 ||
        day > 31)
        return 0;
    date->day = (uint8_t)day;
    skip_time(cursor);
    return 1;
}

/* "20131205". */
static int read_joined(struct cursor *cursor, transfer_date *date)
{
    int number;

    if (read_digits(cursor, 8, &number) != 8)
        return 0;
    date->year = number / 10000;
    date->month = (uint8_t)(number / 100 % 100);
    date->day = (uint8_t)(number % 100);
    return date->month > 0 && date->day > 0;
}

/* "5 december 2013", "5.12.2013", "25/12/2013", "12/2013". */
static int read_day_first(struct cursor *cursor, enum order *order, transfer_date *date)
{
    struct cursor start;
    int first, second;
    char separator;

    if (read_digits(cursor, 2, &first) == 0)
        return 0;
    cursor_skip_any(cursor, ordinals, COUNT(ordinals));
    separator = skip_separator(cursor);
    if (cursor_skip(cursor, "of") || cursor_skip(cursor, "de"))
        cursor_skip_space(cursor);
    if (read_month_name(cursor, date)) {
        date->day = (uint8_t)first;
        skip_separator(cursor);
        return first >= 1 && first <= 31 && read_year(cursor, date);
    }
    start = *cursor;
    if (separator != ' ' && read_year(cursor, date)) {
        date->month = (uint8_t)first;
        return first >= 1 && first <= 12;
    }
    *cursor = start;
    if (separator == '\0' || read_digits(cursor, 2, &second) == 0 ||
        skip_separator(cursor) != separator || !read_year(cursor, date))
        return 0;
    skip_time(cursor);
    return set_day_and_month(date, first, second, separator, order);
}

/* "december 2013", "december 5, 2013". */
static int read_month_first(struct cursor *cursor, transfer_date *date)
{
    struct cursor start;
    int day;

    if (!read_month_name(cursor, date))
        return 0;
    skip_separator(cursor);
    start = *cursor;
    if (read_year(cursor, date))
        return 1;
    *cursor = start;
    if (read_digits(cursor, 2, &day) == 0 || day < 1 || day > 31)
        return 0;
    cursor_skip_any(cursor, ordinals, COUNT(ordinals));
    cursor_skip(cursor, ",");
    cursor_skip_space(cursor);
    date->day = (uint8_t)day;
    return read_year(cursor, date);
}

/* The date itself, with nothing that qualifies it. */
static int read_core(struct cursor *cursor, int in_period, enum order *order, transfer_date *date)
{
    struct cursor start = *cursor;
    int number;
    size_t digits;

    switch (digits = read_digits(cursor, 8, &number)) {
    case 0:
        return read_month_first(cursor, date);
    case 1:
    case 2:
        *cursor = start;
        return read_day_first(cursor, order, date);
    case 4:
        *cursor = start;
        return read_year_first(cursor, in_period, date);
    case 8:
        *cursor = start;
        return read_joined(cursor, date);
    default:
        return 0;
    }
}

static int read_date(struct cursor cursor, int in_period, enum order *order, transfer_date *date)
{
    transfer_date result = {0};
    int flag;

    cursor_skip_space(&cursor);
    flag = cursor_skip_any(&cursor, flags_before, COUNT(flags_before));
    if (flag > 0)
        result.flags = (uint8_t)flag;
    cursor_skip_space(&cursor);
    cursor_skip_any(&cursor, articles, COUNT(articles));
    cursor_skip_space(&cursor);
    if (!read_core(&cursor, in_period, order, &result))
        return 0;
    cursor_skip_space(&cursor);
    if (cursor_skip(&cursor, "?") || cursor_skip(&cursor, "(?)"))
        result.flags |= TRANSFER_DATE_UNCERTAIN;
    else if (cursor_skip(&cursor, "~"))
        result.flags |= TRANSFER_DATE_APPROXIMATE;
    cursor_skip_space(&cursor);
    if (!cursor_is_at_end(&cursor) || !value_date_is_valid(&result))
        return 0;
    *date = result;
    return 1;
}

int loose_read_date(const struct loose *loose, transfer_date *date)
{
    struct cursor cursor = {loose->text, loose->text + loose->length};
    enum order order = ORDER_UNKNOWN;

    return read_date(cursor, 0, &order, date);
}

/* What begins a period, and what it makes of the rest. */
enum shape { FROM_TO, FROM_PERHAPS_TO, BETWEEN, ONLY_FROM, ONLY_TO };

static const struct loose_word beginnings[] = {
    {"between", BETWEEN},        {"entre", BETWEEN},
    {"since", ONLY_FROM},        {"depuis", ONLY_FROM},
    {"a partir de", ONLY_FROM},  {"a partir du", ONLY_FROM},
    {"a compter de", ONLY_FROM}, {"a compter du", ONLY_FROM},
    {"des", ONLY_FROM},          {"until", ONLY_TO},
    {"till", ONLY_TO},           {"up to", ONLY_TO},
    {"jusqu'a", ONLY_TO},        {"jusqu'au", ONLY_TO},
    {"jusqu'en", ONLY_TO},       {"from", FROM_PERHAPS_TO},
    {"de", FROM_TO},             {"du", FROM_TO},
};

static const struct loose_word separators[] = {
    {"/", FROM_TO},    {"-", FROM_TO},       {"...", FROM_TO},     {"..", FROM_TO},
    {" to", FROM_TO},  {" until", FROM_TO},  {" till", FROM_TO},   {" through", FROM_TO},
    {" au", FROM_TO},  {" a", FROM_TO},      {" jusqu'a", FROM_TO}, {" jusqu'au", FROM_TO},
    {" and", BETWEEN}, {" et", BETWEEN},
};

static const struct loose_word endings[] = {
    {"...", 0},   {"..", 0},       {"present", 0},    {"today", 0},
    {"now", 0},   {"ongoing", 0},  {"aujourd'hui", 0}, {"en cours", 0},
};

/* What stands for an end that is open. */
static int is_open_end(struct cursor cursor)
{
    cursor_skip_space(&cursor);
    if (!cursor_is_at_end(&cursor))
        cursor_skip_any(&cursor, endings, COUNT(endings));
    return cursor_is_at_end(&cursor);
}

/* Only dots and nothing before a "/" stand for a start that is open. */
static int is_open_start(struct cursor cursor, const char *separator)
{
    if (cursor_is_at_end(&cursor))
        return strcmp(separator, "/") == 0;
    if (!cursor_skip(&cursor, "...") && !cursor_skip(&cursor, ".."))
        return 0;
    cursor_skip_space(&cursor);
    return cursor_is_at_end(&cursor);
}

static int read_period_date(struct cursor cursor, enum order *order, transfer_date *date)
{
    transfer_date result;

    if (!read_date(cursor, 1, order, &result) ||
        (result.flags & (TRANSFER_DATE_BEFORE | TRANSFER_DATE_AFTER)))
        return 0;
    *date = result;
    return 1;
}

/* Two ends, of which one may tell how the other is written. */
static int read_ends(struct cursor left, struct cursor right, const char *separator,
                     transfer_period *period)
{
    static const transfer_date open = {0};
    enum order order = ORDER_UNKNOWN;
    int has_start, has_end;

    period->start = period->end = open;
    if (is_open_start(left, separator))
        return read_period_date(right, &order, &period->end);
    if (is_open_end(right))
        return read_period_date(left, &order, &period->start);
    has_start = read_period_date(left, &order, &period->start);
    has_end = read_period_date(right, &order, &period->end);
    if (!has_start)
        has_start = read_period_date(left, &order, &period->start);
    return has_start && has_end &&
           transfer_date_is_before(&period->end, &period->start) != TRANSFER_CERTAINLY;
}

static int is_same_period(const transfer_period *a, const transfer_period *b)
{
    return memcmp(a, b, sizeof(*a)) == 0;
}

/* Tries every place where the text may be divided; two readings are none. */
static int read_divided(struct cursor all, enum shape shape, transfer_period *period)
{
    int found = 0;

    for (const char *at = all.at; at < all.end; at++) {
        for (size_t i = 0; i < COUNT(separators); i++) {
            struct cursor left = {all.at, at}, right = {at, all.end};
            transfer_period reading;

            if (separators[i].meaning != (int)shape || !cursor_skip(&right, separators[i].text) ||
                !read_ends(left, right, separators[i].text, &reading))
                continue;
            if (found && !is_same_period(&reading, period))
                return 0;
            *period = reading;
            found = 1;
        }
    }
    return found;
}

int loose_read_period(const struct loose *loose, transfer_period *period)
{
    struct cursor cursor = {loose->text, loose->text + loose->length};
    transfer_period result = {.start = {0}, .end = {0}};
    enum order order = ORDER_UNKNOWN;
    int shape = cursor_skip_any(&cursor, beginnings, COUNT(beginnings));
    int found;

    cursor_skip_space(&cursor);
    switch (shape) {
    case ONLY_FROM:
        found = read_period_date(cursor, &order, &result.start);
        break;
    case ONLY_TO:
        found = read_period_date(cursor, &order, &result.end);
        break;
    case BETWEEN:
        found = read_divided(cursor, BETWEEN, &result);
        break;
    default:
        found = shape != FROM_TO && read_period_date(cursor, &order, &result.start);
        if (found && shape < 0) /* a date that stands alone is the period that it covers */
            result.end = result.start;
        if (!found)
            found = read_divided(cursor, FROM_TO, &result);
    }
    if (found)
        *period = result;
    return found;
}
