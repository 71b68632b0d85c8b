/* What bounds the amount of an agreement, for other rules that would say the same again.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef CEILING_H
#define CEILING_H

#include "check.h"

/* Whether the agreement is a grant above its eligible costs, which eligible-below-amount says. */
transfer_certainty grant_is_above_costs(const transfer_record *agreement);

#endif
