/* Rule sets: the severity of each rule.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef RULESET_H
#define RULESET_H

#include "rule.h"

/* Where a rule set keeps the severity of a rule, by its name; NULL when it has no such rule. */
uint8_t *ruleset_severity(transfer_ruleset *ruleset, const char *name, size_t length);

#endif
