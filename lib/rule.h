/* A row of the table of rules, and what its function is given.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef RULE_H
#define RULE_H

#include <transfer/transfer.h>

#include "schema.h"

/* A text in each language. */
struct phrase {
    const char *text[LANGUAGES];
};

struct check;

struct transfer_rule {
    const char *name;          /* permanent */
    transfer_severity severity; /* by default */
    transfer_type type;        /* 0: any, or the text itself */
    const char *since;
    transfer_date from, until; /* when the law was in force; year 0: not limited */
    const char *source;
    struct phrase title;
    struct phrase explanation;
    /* A template: {found}, {expected}, ... stand for the parts of a finding. */
    struct phrase message;
    /* What finds it: looks at one record of the type, or at the whole portfolio.  Rules about the
     * text have neither: reading finds them. */
    void (*check)(struct check *check, const transfer_record *record);
    void (*check_all)(struct check *check);
};

/* Declares every rule as rule_<name>; rules/list.h names them all. */
#define RULE(identifier) extern const struct transfer_rule rule_##identifier;
#include "rules/list.h"
#undef RULE

/* The index of a rule in the list, which rule sets use. */
enum {
#define RULE(identifier) RULE_INDEX_##identifier,
#include "rules/list.h"
#undef RULE
    RULE_COUNT
};

/* The severity of each rule, by its index in the list. */
struct transfer_ruleset {
    uint8_t severity[RULE_COUNT];
};

/* The severity under a rule set, which may be NULL. */
transfer_severity rule_severity(const transfer_ruleset *ruleset, const struct transfer_rule *rule);

#endif
