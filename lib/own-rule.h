/* Rules of the caller's own.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef OWN_RULE_H
#define OWN_RULE_H

#include "rule.h"

/* A function of the caller's in the shape of a row of the table. */
struct own_rule {
    struct transfer_rule rule;
    transfer_rule_function *function;
    void *user;
    uint8_t severity;
    uint8_t is_set; /* the rule set was told its severity: that counts, whatever it reports */
    char name[];    /* what rule.name points to */
};

/* NULL when memory runs out; free with free(). */
struct own_rule *own_rule_new(const char *name, transfer_type type, transfer_severity severity,
                              transfer_rule_function *function, void *user);
/* Whether a name is one of a caller's own rule: "acme/budget-line". */
int own_rule_name_is_valid(const char *name);
/* What an own rule's row has for its function, which tells it from the others. */
rule_function own_rule_check;
/* The own rule that a rule is; it must be one. */
struct own_rule *own_rule_of(const struct transfer_rule *rule);

#endif
