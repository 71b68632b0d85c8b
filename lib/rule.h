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

/* What a law says for a time, as a sentence. */
struct provision {
    struct phrase text;
    struct phrase law; /* and its article */
    transfer_period in_force;
    uint8_t checked; /* against the law's text; else taken down from memory */
};

struct provision_table {
    const struct provision *rows;
    size_t count;
};

struct check;

/* Looks at one record.  TRANSFER_REASON_NONE: it passed, or failed and was reported; else why the
 * rule says nothing of it. */
typedef transfer_reason rule_function(struct check *check, const transfer_record *record);

struct transfer_rule {
    const char *name;          /* permanent */
    transfer_severity severity; /* by default */
    transfer_type type;        /* 0: any, several, or the text itself */
    uint32_t types;            /* where it looks at several: bit n is type number n; 0: at any */
    unsigned needs_day : 1;    /* says nothing without a day to check for */
    unsigned in_text : 1;      /* reading alone can find it: the model does not hold what is wrong */
    const char *since;
    transfer_date from, until; /* when the law was in force; year 0: not limited */
    const char *source;
    struct phrase title;
    struct phrase explanation;
    /* A template: {found}, {expected}, ... stand for the parts of a finding. */
    struct phrase message;
    /* The dated rows of law that it applies; NULL: there are none. */
    const struct provision_table *provisions;
    /* What finds it in the model; NULL: reading does, or the walk over what it kept. */
    rule_function *check;
    /* Fields that it may report something for want of: where a key that is misspelt surely means
     * one of them, it says nothing.  NULL: none. */
    const transfer_key *missing;
};

#define KEYS(...) (const transfer_key[]){__VA_ARGS__, 0}

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

/* The rules by their index in the list. */
extern const struct transfer_rule *const rule_table[RULE_COUNT];
/* The index of the rule of a name; RULE_COUNT when there is none. */
size_t rule_index_named(const char *name, size_t length);
/* The index of a rule of the table; RULE_COUNT for a caller's own. */
size_t rule_index(const struct transfer_rule *rule);
/* The severity under a rule set, which may be NULL. */
transfer_severity rule_severity(const transfer_ruleset *ruleset, const struct transfer_rule *rule);

#endif
