/* What dates and periods share.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef DATE_H
#define DATE_H

#include <transfer/transfer.h>

#include "spelling.h"

/* Adds the spelling of a valid date. */
void date_spell(const transfer_date *date, struct spelling *spelling);
/* Whether the date has "?" or "~". */
int date_is_doubtful(const transfer_date *date);
/* -1, 0 or 1 for two full days; flags do not count. */
int date_compare_days(const transfer_date *a, const transfer_date *b);
/* Whether `a` is certainly earlier than `b`; not where one is the open end of a period. */
int date_is_certainly_before(const transfer_date *a, const transfer_date *b);
/* Whether an end lies before its start.  Possibly: it does as written, but one is doubtful; or both
 * are months or years, of which one lies in the other, so that the end may come first.  Certainly
 * not where both are the same, or one is open. */
transfer_certainty dates_are_reversed(const transfer_date *start, const transfer_date *end);

#endif
