/* What a report says beside its sums: the portfolio, platforms, projects.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef REPORT_H
#define REPORT_H

#include <transfer/transfer.h>

/* Prints title, day and indicators. */
void report_head(const transfer_portfolio *portfolio);
/* Prints what each platform receives and has contracted, on which models it was built and who its
 * partners are, then what is committed and paid for each project.  `as_of` may be NULL. */
void report_places(const transfer_portfolio *portfolio, const transfer_date *as_of);

#endif
