/* Dates and periods that rules compare.
 *
 * SPDX-License-Identifier: MIT
 */
#include "check-date.h"

#include "date.h"

int year_is_implausible(transfer_key key, int64_t year)
{
    /* Institutions that were founded in 1794 had predecessors, and other names before 1900. */
    if (key == TRANSFER_PARTNER_FOUNDED || key == TRANSFER_PARTNER_CLOSED ||
        key == TRANSFER_FORMER_NAME_UNTIL)
        return year > BELIEVED_UNTIL;
    return year < BELIEVED_FROM || year > BELIEVED_UNTIL;
}

/* Year 0 is an open end. */
static int is_reported(const struct check *check, transfer_key key, int32_t year)
{
    return year != 0 && year_is_implausible(key, year) &&
           rule_severity(check->ruleset, &rule_year_implausible) != TRANSFER_OFF;
}

transfer_reason check_date(const struct check *check, const transfer_record *record,
                           transfer_key key, transfer_date *date)
{
    transfer_status status = transfer_record_get_date(record, key, date);

    if (status != TRANSFER_OK)
        return status == TRANSFER_UNSET ? TRANSFER_REASON_MISSING : TRANSFER_REASON_REPORTED;
    return is_reported(check, key, date->year) ? TRANSFER_REASON_REPORTED : TRANSFER_REASON_NONE;
}

transfer_reason check_period(const struct check *check, const transfer_record *record,
                             transfer_key key, transfer_period *period)
{
    transfer_status status = transfer_record_get_period(record, key, period);

    if (status != TRANSFER_OK)
        return status == TRANSFER_UNSET ? TRANSFER_REASON_MISSING : TRANSFER_REASON_REPORTED;
    if (is_reported(check, key, period->start.year) || is_reported(check, key, period->end.year))
        return TRANSFER_REASON_REPORTED;
    return TRANSFER_REASON_NONE;
}

transfer_reason check_ordered_period(const struct check *check, const transfer_record *record,
                                     transfer_key key, transfer_period *period)
{
    transfer_reason reason = check_period(check, record, key, period);

    if (reason == TRANSFER_REASON_NONE &&
        dates_are_reversed(&period->start, &period->end) == TRANSFER_CERTAINLY)
        return TRANSFER_REASON_REPORTED;
    return reason;
}

transfer_reason check_life(const struct check *check, const transfer_record *partner,
                           transfer_date *founded, transfer_date *closed)
{
    static const transfer_date unknown = {0};
    transfer_reason start = check_date(check, partner, TRANSFER_PARTNER_FOUNDED, founded);
    transfer_reason end = check_date(check, partner, TRANSFER_PARTNER_CLOSED, closed);

    if (start == TRANSFER_REASON_REPORTED || end == TRANSFER_REASON_REPORTED)
        return TRANSFER_REASON_REPORTED;
    if (start == TRANSFER_REASON_MISSING)
        *founded = unknown;
    if (end == TRANSFER_REASON_MISSING)
        *closed = unknown;
    if (start == TRANSFER_REASON_MISSING && end == TRANSFER_REASON_MISSING)
        return TRANSFER_REASON_MISSING;
    return dates_are_reversed(founded, closed) == TRANSFER_CERTAINLY ? TRANSFER_REASON_REPORTED
                                                                     : TRANSFER_REASON_NONE;
}
