/* What the parts of an agreement come to, for other rules that would say the same again.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SUM_H
#define SUM_H

#include "check.h"

/* Whether what the funders pay, or the beneficiaries receive, contradicts the amount, which
 * funders-sum or beneficiaries-sum says. */
int parts_contradict(const transfer_record *agreement, transfer_key key);

#endif
