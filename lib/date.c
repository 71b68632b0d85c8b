/* Dates, perhaps partial, uncertain or open to one side.
 *
 * SPDX-License-Identifier: MIT
 */
#include "date.h"

#include <string.h>

#include "ascii.h"
#include "spelling.h"
#include "value.h"

enum { YEAR_MAX = 9999, DOUBTS = TRANSFER_DATE_UNCERTAIN | TRANSFER_DATE_APPROXIMATE };

static int is_leap(int32_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static uint8_t days_in_month(int32_t year, uint8_t month)
{
    static const uint8_t days[13] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return month == 2 && is_leap(year) ? 29 : days[month];
}

/* The first and last day of the year, month or day, whatever the flags say. */
static void span(const transfer_date *date, transfer_date *first, transfer_date *last)
{
    *first = (transfer_date){.year = date->year, .month = date->month, .day = date->day};
    *last = *first;
    if (date->month == 0) {
        first->month = 1;
        last->month = 12;
    }
    if (date->day == 0) {
        first->day = 1;
        last->day = days_in_month(last->year, last->month);
    }
}

/* The day before; year 0 before the first. */
static void step_back(transfer_date *date)
{
    if (--date->day > 0)
        return;
    if (--date->month == 0) {
        date->month = 12;
        date->year--;
    }
    date->day = days_in_month(date->year, date->month);
}

/* The day after; year 10000 after the last. */
static void step_forward(transfer_date *date)
{
    if (date->day++ < days_in_month(date->year, date->month))
        return;
    date->day = 1;
    if (date->month++ == 12) {
        date->month = 1;
        date->year++;
    }
}

/* The days covered; 0 when "before" or "after" leaves no day of the calendar. */
static int cover(const transfer_date *date, transfer_date *first, transfer_date *last)
{
    static const transfer_date open = {0};
    transfer_date from, to;

    span(date, &from, &to);
    if (date->flags & TRANSFER_DATE_BEFORE) {
        to = from;
        step_back(&to);
        from = open;
        if (to.year < 1)
            return 0;
    } else if (date->flags & TRANSFER_DATE_AFTER) {
        from = to;
        step_forward(&from);
        to = open;
        if (from.year > YEAR_MAX)
            return 0;
    }
    *first = from;
    *last = to;
    return 1;
}

int value_date_is_valid(const transfer_date *value)
{
    transfer_date first, last;

    if (value->year < 1 || value->year > YEAR_MAX || value->month > 12 || value->reserved != 0)
        return 0;
    if (value->day > 0 &&
        (value->month == 0 || value->day > days_in_month(value->year, value->month)))
        return 0;
    if ((value->flags & ~(DOUBTS | TRANSFER_DATE_BEFORE | TRANSFER_DATE_AFTER)) != 0)
        return 0;
    /* Only one of the four is ever written. */
    if ((value->flags & (value->flags - 1)) != 0)
        return 0;
    /* Only "before" the first day of all, or "after" the last, covers nothing. */
    return !(value->flags & (TRANSFER_DATE_BEFORE | TRANSFER_DATE_AFTER)) ||
           cover(value, &first, &last);
}

/* Reads exactly `count` digits at *text; -1 when they are not there. */
static int32_t scan_digits(const char **text, const char *end, size_t count)
{
    int32_t number = 0;

    if ((size_t)(end - *text) < count)
        return -1;
    for (; count > 0; count--, ++*text) {
        if (!is_digit(**text))
            return -1;
        number = number * 10 + (**text - '0');
    }
    return number;
}

/* Reads "-" and two digits at *text: 1 when they are there, 0 when there is no "-", else -1. */
static int scan_part(const char **text, const char *end, int32_t *number)
{
    if (*text == end || **text != '-')
        return 0;
    ++*text;
    *number = scan_digits(text, end, 2);
    return *number < 0 ? -1 : 1;
}

static int skip_word(const char **text, const char *end, const char *word)
{
    size_t size = strlen(word);

    if ((size_t)(end - *text) < size || memcmp(*text, word, size) != 0)
        return 0;
    *text += size;
    return 1;
}

enum value_fault value_read_date(const char *text, size_t length, transfer_date *value)
{
    const char *end = text + length;
    transfer_date date = {0};
    int32_t year, month = 0, day = 0;
    int has_month, has_day = 0;

    if (text < end && is_digit(*text))
        date.flags = 0; /* most of them */
    else if (skip_word(&text, end, "before "))
        date.flags = TRANSFER_DATE_BEFORE;
    else if (skip_word(&text, end, "after "))
        date.flags = TRANSFER_DATE_AFTER;
    year = scan_digits(&text, end, 4);
    if (year < 0)
        return VALUE_FORM;
    has_month = scan_part(&text, end, &month);
    if (has_month > 0)
        has_day = scan_part(&text, end, &day);
    if (has_month < 0 || has_day < 0)
        return VALUE_FORM;
    if (date.flags == 0 && text < end) {
        if (*text == '?')
            date.flags = TRANSFER_DATE_UNCERTAIN;
        else if (*text == '~')
            date.flags = TRANSFER_DATE_APPROXIMATE;
        if (date.flags)
            text++;
    }
    if (text != end)
        return VALUE_FORM;
    date.year = year;
    date.month = (uint8_t)month;
    date.day = (uint8_t)day;
    if ((has_month && month == 0) || (has_day && day == 0) || !value_date_is_valid(&date))
        return VALUE_DATE_IMPOSSIBLE;
    *value = date;
    return VALUE_OK;
}

transfer_status transfer_date_parse(const char *text, transfer_date *date)
{
    if (!text || !date)
        return TRANSFER_MISUSE;
    return value_read_date(text, strlen(text), date) == VALUE_OK ? TRANSFER_OK : TRANSFER_SYNTAX;
}

void date_spell(const transfer_date *date, struct spelling *spelling)
{
    if (date->flags & TRANSFER_DATE_BEFORE)
        spelling_add(spelling, "before ");
    if (date->flags & TRANSFER_DATE_AFTER)
        spelling_add(spelling, "after ");
    spelling_add_digits(spelling, (uint64_t)date->year, 4);
    if (date->month > 0) {
        spelling_add(spelling, "-");
        spelling_add_digits(spelling, date->month, 2);
    }
    if (date->day > 0) {
        spelling_add(spelling, "-");
        spelling_add_digits(spelling, date->day, 2);
    }
    if (date->flags & TRANSFER_DATE_UNCERTAIN)
        spelling_add(spelling, "?");
    if (date->flags & TRANSFER_DATE_APPROXIMATE)
        spelling_add(spelling, "~");
}

transfer_status transfer_date_format(const transfer_date *date, char *buffer, size_t size)
{
    struct spelling spelling;

    if (!date || !buffer || !value_date_is_valid(date))
        return TRANSFER_MISUSE;
    spelling_start(&spelling);
    date_spell(date, &spelling);
    return spelling_finish(&spelling, buffer, size);
}

transfer_status transfer_date_bounds(const transfer_date *date, transfer_date *first,
                                     transfer_date *last)
{
    if (!date || !first || !last || !value_date_is_valid(date))
        return TRANSFER_MISUSE;
    cover(date, first, last);
    return TRANSFER_OK;
}

int date_is_doubtful(const transfer_date *date)
{
    return (date->flags & DOUBTS) != 0;
}

int date_compare_days(const transfer_date *a, const transfer_date *b)
{
    if (a->year != b->year)
        return a->year < b->year ? -1 : 1;
    if (a->month != b->month)
        return a->month < b->month ? -1 : 1;
    return a->day == b->day ? 0 : a->day < b->day ? -1 : 1;
}

transfer_certainty transfer_date_is_before(const transfer_date *a, const transfer_date *b)
{
    transfer_date a_first, a_last, b_first, b_last;

    if (!a || !b)
        return TRANSFER_CERTAINLY_NOT;
    /* Nothing is known of what is not a date. */
    if (transfer_date_bounds(a, &a_first, &a_last) != TRANSFER_OK ||
        transfer_date_bounds(b, &b_first, &b_last) != TRANSFER_OK)
        return TRANSFER_POSSIBLY;
    if (date_is_doubtful(a) || date_is_doubtful(b))
        return TRANSFER_POSSIBLY;
    if (a_last.year != 0 && b_first.year != 0 && date_compare_days(&a_last, &b_first) < 0)
        return TRANSFER_CERTAINLY;
    if (a_first.year != 0 && b_last.year != 0 && date_compare_days(&a_first, &b_last) >= 0)
        return TRANSFER_CERTAINLY_NOT;
    return TRANSFER_POSSIBLY;
}

/* Most dates are of different years, and plain: then those tell. */
static int years_tell(const transfer_date *a, const transfer_date *b)
{
    return a->year != b->year && a->year != 0 && b->year != 0 && a->flags == 0 && b->flags == 0;
}

int date_is_certainly_before(const transfer_date *a, const transfer_date *b)
{
    if (years_tell(a, b))
        return a->year < b->year;
    return transfer_date_is_before(a, b) == TRANSFER_CERTAINLY;
}

/* A whole month or year. */
static int is_partial(const transfer_date *date)
{
    return date->day == 0 && (date->flags & (TRANSFER_DATE_BEFORE | TRANSFER_DATE_AFTER)) == 0;
}

transfer_certainty dates_are_reversed(const transfer_date *start, const transfer_date *end)
{
    transfer_date start_first, start_last, end_first, end_last;

    if (years_tell(start, end))
        return end->year < start->year ? TRANSFER_CERTAINLY : TRANSFER_CERTAINLY_NOT;
    if (transfer_date_bounds(start, &start_first, &start_last) != TRANSFER_OK ||
        transfer_date_bounds(end, &end_first, &end_last) != TRANSFER_OK)
        return TRANSFER_CERTAINLY_NOT;
    if (end_last.year != 0 && start_first.year != 0 &&
        date_compare_days(&end_last, &start_first) < 0)
        return date_is_doubtful(start) || date_is_doubtful(end) ? TRANSFER_POSSIBLY
                                                                : TRANSFER_CERTAINLY;
    if (is_partial(start) && is_partial(end) && date_compare_days(start, end) != 0 &&
        date_compare_days(&end_first, &start_last) < 0)
        return TRANSFER_POSSIBLY;
    return TRANSFER_CERTAINLY_NOT;
}
