/* Rule sets: the severity of each rule, and the caller's own rules.  NULL is the table alone.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef RULESET_H
#define RULESET_H

#include "rule.h"

/* Whether a rule set has a rule of that name, of the table or the caller's own. */
int ruleset_has(const transfer_ruleset *ruleset, const char *name, size_t length);
/* The rule of a name; NULL when there is none. */
const struct transfer_rule *ruleset_find(const transfer_ruleset *ruleset, const char *name);
/* The name of the rule nearest to a misspelt one; NULL when none is near. */
const char *ruleset_suggest(const transfer_ruleset *ruleset, const char *name);
/* The rules, those of the table first. */
size_t ruleset_count(const transfer_ruleset *ruleset);
const struct transfer_rule *ruleset_at(const transfer_ruleset *ruleset, size_t index);

#endif
