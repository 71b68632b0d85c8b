/* Periods: from one date to another, both included, perhaps open to one side.
 *
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "date.h"
#include "spelling.h"
#include "value.h"

static int is_same_date(const transfer_date *a, const transfer_date *b)
{
    return date_compare_days(a, b) == 0 && a->flags == b->flags;
}

static int is_open(const transfer_date *date)
{
    return date->year == 0 && date->month == 0 && date->day == 0 && date->flags == 0 &&
           date->reserved == 0;
}

static int is_end(const transfer_date *date)
{
    return is_open(date) || (value_date_is_valid(date) &&
                             (date->flags & (TRANSFER_DATE_BEFORE | TRANSFER_DATE_AFTER)) == 0);
}

/* Limits of validity are open to both sides at times; a written period is not. */
static int has_ends(const transfer_period *period)
{
    return is_end(&period->start) && is_end(&period->end);
}

int value_period_is_valid(const transfer_period *value)
{
    return has_ends(value) && !(is_open(&value->start) && is_open(&value->end));
}

static enum value_fault read_end(const char *text, size_t length, transfer_date *value)
{
    enum value_fault fault;

    if (length == 2 && memcmp(text, "..", 2) == 0) {
        memset(value, 0, sizeof(*value));
        return VALUE_OK;
    }
    fault = value_read_date(text, length, value);
    if (fault == VALUE_OK && !is_end(value))
        return VALUE_FORM;
    return fault;
}

enum value_fault value_read_period(const char *text, size_t length, transfer_period *value)
{
    const char *slash = memchr(text, '/', length);
    size_t start_length = slash ? (size_t)(slash - text) : length;
    transfer_period period = {.start = {0}, .end = {0}};
    enum value_fault start, end;

    start = read_end(text, start_length, &period.start);
    end = start;
    if (slash)
        end = read_end(slash + 1, length - start_length - 1, &period.end);
    else
        period.end = period.start;
    if (start == VALUE_FORM || end == VALUE_FORM)
        return VALUE_FORM;
    if (start != VALUE_OK || end != VALUE_OK)
        return start != VALUE_OK ? start : end;
    if (!value_period_is_valid(&period))
        return VALUE_FORM;
    *value = period;
    return VALUE_OK;
}

transfer_status transfer_period_parse(const char *text, transfer_period *period)
{
    if (!text || !period)
        return TRANSFER_MISUSE;
    return value_read_period(text, strlen(text), period) == VALUE_OK ? TRANSFER_OK
                                                                     : TRANSFER_SYNTAX;
}

static void spell_end(const transfer_date *date, struct spelling *spelling)
{
    if (is_open(date))
        spelling_add(spelling, "..");
    else
        date_spell(date, spelling);
}

transfer_status transfer_period_format(const transfer_period *period, char *buffer, size_t size)
{
    struct spelling spelling;

    if (!period || !buffer || !value_period_is_valid(period))
        return TRANSFER_MISUSE;
    spelling_start(&spelling);
    spell_end(&period->start, &spelling);
    if (!is_same_date(&period->start, &period->end)) {
        spelling_add(&spelling, "/");
        spell_end(&period->end, &spelling);
    }
    return spelling_finish(&spelling, buffer, size);
}

transfer_status transfer_period_bounds(const transfer_period *period, transfer_date *first,
                                       transfer_date *last)
{
    transfer_date from = {0}, to = {0}, other;

    if (!period || !first || !last || !has_ends(period))
        return TRANSFER_MISUSE;
    if (!is_open(&period->start))
        (void)transfer_date_bounds(&period->start, &from, &other);
    if (!is_open(&period->end))
        (void)transfer_date_bounds(&period->end, &other, &to);
    *first = from;
    *last = to;
    return TRANSFER_OK;
}

transfer_certainty transfer_period_contains(const transfer_period *period,
                                            const transfer_date *date)
{
    transfer_date first, last, from, to;
    int start_is_sure, end_is_sure, certain = 1;

    if (!period || !date)
        return TRANSFER_CERTAINLY_NOT;
    /* Nothing is known of what is not a period or a date. */
    if (transfer_period_bounds(period, &first, &last) != TRANSFER_OK ||
        transfer_date_bounds(date, &from, &to) != TRANSFER_OK)
        return TRANSFER_POSSIBLY;
    start_is_sure = !date_is_doubtful(&period->start) && !date_is_doubtful(date);
    end_is_sure = !date_is_doubtful(&period->end) && !date_is_doubtful(date);
    if (first.year != 0) {
        if (start_is_sure && to.year != 0 && date_compare_days(&to, &first) < 0)
            return TRANSFER_CERTAINLY_NOT;
        if (!start_is_sure || from.year == 0 || date_compare_days(&from, &first) < 0)
            certain = 0;
    }
    if (last.year != 0) {
        if (end_is_sure && from.year != 0 && date_compare_days(&from, &last) > 0)
            return TRANSFER_CERTAINLY_NOT;
        if (!end_is_sure || to.year == 0 || date_compare_days(&to, &last) > 0)
            certain = 0;
    }
    return certain ? TRANSFER_CERTAINLY : TRANSFER_POSSIBLY;
}
