/* Rule sets: the severity of each rule.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef RULESET_H
#define RULESET_H

#include "rule.h"

/* Whether a rule set has a rule of that name, of the table or the caller's own. */
int ruleset_has(const transfer_ruleset *ruleset, const char *name, size_t length);

#endif
