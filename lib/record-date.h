/* The day of a record, by which laws and codes are judged.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef RECORD_DATE_H
#define RECORD_DATE_H

#include <transfer/transfer.h>

/* The first date that the record states of those that count for its type (an agreement: awarded,
 * signed, the start of its period); for a nested record that states none, that of the record it
 * lies in.  Perhaps partial or doubtful.  Returns 0 when there is none. */
int record_date(const transfer_record *record, transfer_date *date);

#endif
