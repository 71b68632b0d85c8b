/* Dates and periods that rules compare.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef CHECK_DATE_H
#define CHECK_DATE_H

#include "check.h"

/* The years that dates are believed in. */
enum { BELIEVED_FROM = 1900, BELIEVED_UNTIL = 2100 };

/* Whether the year of a field is too far off to be meant, see year-implausible. */
int year_is_implausible(transfer_key key, int64_t year);

/* Reads a date or period for a comparison.  Returns TRANSFER_REASON_NONE, or why there is nothing
 * to compare: it is not given, or already reported as unreadable or implausible. */
transfer_reason check_date(const struct check *check, const transfer_record *record,
                           transfer_key key, transfer_date *date);
transfer_reason check_period(const struct check *check, const transfer_record *record,
                             transfer_key key, transfer_period *period);
/* The same of a period that is not reversed either. */
transfer_reason check_ordered_period(const struct check *check, const transfer_record *record,
                                     transfer_key key, transfer_period *period);
/* When a partner was founded and closed; year 0 for one of them: it is not given. */
transfer_reason check_life(const struct check *check, const transfer_record *partner,
                           transfer_date *founded, transfer_date *closed);

#endif
