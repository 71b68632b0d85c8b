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

#endif
