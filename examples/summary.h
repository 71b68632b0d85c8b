/* What each rule said: how often it passed, failed, or did not apply, and why.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SUMMARY_H
#define SUMMARY_H

#include <transfer/transfer.h>

/* The name of a severity, in the language of the program. */
const char *summary_severity(transfer_severity severity);
/* Prints a table of all rules under a rule set, from the last validation of the report. */
void summary_print(const transfer_ruleset *ruleset, const transfer_report *report);

#endif
