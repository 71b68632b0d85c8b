/* Rule sets: the severity of each rule, and the caller's own rules.
 *
 * SPDX-License-Identifier: MIT
 */
#include "ruleset.h"

#include <stdlib.h>
#include <string.h>

#include "own-rule.h"
#include "suggest.h"

struct transfer_ruleset {
    uint8_t severity[RULE_COUNT]; /* by the index of the rule */
    struct own_rule **own;
    size_t own_count;
};

transfer_ruleset *transfer_ruleset_new(void)
{
    transfer_ruleset *ruleset = calloc(1, sizeof(*ruleset));

    if (!ruleset)
        return NULL;
    for (size_t i = 0; i < RULE_COUNT; i++)
        ruleset->severity[i] = (uint8_t)rule_table[i]->severity;
    return ruleset;
}

void transfer_ruleset_free(transfer_ruleset *ruleset)
{
    if (!ruleset)
        return;
    for (size_t i = 0; i < ruleset->own_count; i++)
        free(ruleset->own[i]);
    free(ruleset->own);
    free(ruleset);
}

static struct own_rule *find_own(const transfer_ruleset *ruleset, const char *name, size_t length)
{
    for (size_t i = 0; ruleset && i < ruleset->own_count; i++)
        if (strlen(ruleset->own[i]->name) == length &&
            memcmp(ruleset->own[i]->name, name, length) == 0)
            return ruleset->own[i];
    return NULL;
}

int ruleset_has(const transfer_ruleset *ruleset, const char *name, size_t length)
{
    return rule_index_named(name, length) < RULE_COUNT || find_own(ruleset, name, length);
}

transfer_status transfer_ruleset_add_rule(transfer_ruleset *ruleset, const char *name,
                                          transfer_type type, transfer_severity severity,
                                          transfer_rule_function *function, void *user)
{
    struct own_rule **own;

    if (!ruleset || !name || !function || !transfer_type_name(type) ||
        (unsigned)severity > TRANSFER_ERROR)
        return TRANSFER_MISUSE;
    if (!own_rule_name_is_valid(name))
        return TRANSFER_SYNTAX;
    if (ruleset_has(ruleset, name, strlen(name)))
        return TRANSFER_EXISTS;
    own = realloc(ruleset->own, (ruleset->own_count + 1) * sizeof(struct own_rule *));
    if (!own)
        return TRANSFER_NO_MEMORY;
    ruleset->own = own;
    own[ruleset->own_count] = own_rule_new(name, type, severity, function, user);
    if (!own[ruleset->own_count])
        return TRANSFER_NO_MEMORY;
    ruleset->own_count++;
    return TRANSFER_OK;
}

transfer_status transfer_ruleset_set_severity(transfer_ruleset *ruleset, const char *rule,
                                              transfer_severity severity)
{
    struct own_rule *own;
    size_t index;

    if (!ruleset || !rule || (unsigned)severity > TRANSFER_ERROR)
        return TRANSFER_MISUSE;
    index = rule_index_named(rule, strlen(rule));
    own = find_own(ruleset, rule, strlen(rule));
    if (index < RULE_COUNT) {
        ruleset->severity[index] = (uint8_t)severity;
    } else if (own) {
        own->severity = (uint8_t)severity;
        own->is_set = 1;
    } else {
        return TRANSFER_NOT_FOUND;
    }
    return TRANSFER_OK;
}

transfer_status transfer_ruleset_get_severity(const transfer_ruleset *ruleset, const char *rule,
                                              transfer_severity *severity)
{
    const struct transfer_rule *found;

    if (!ruleset || !rule || !severity)
        return TRANSFER_MISUSE;
    found = ruleset_find(ruleset, rule);
    if (!found)
        return TRANSFER_NOT_FOUND;
    *severity = rule_severity(ruleset, found);
    return TRANSFER_OK;
}

const struct transfer_rule *ruleset_find(const transfer_ruleset *ruleset, const char *name)
{
    const struct own_rule *own = find_own(ruleset, name, strlen(name));

    return own ? &own->rule : transfer_rule_find(name);
}

const char *ruleset_suggest(const transfer_ruleset *ruleset, const char *name)
{
    struct suggestion suggestion;

    suggest_init(&suggestion, name, strlen(name));
    for (size_t i = 0; i < ruleset_count(ruleset); i++) {
        const char *known = ruleset_at(ruleset, i)->name;

        suggest_offer(&suggestion, known, strlen(known));
    }
    return suggest_best(&suggestion);
}

size_t ruleset_count(const transfer_ruleset *ruleset)
{
    return RULE_COUNT + (ruleset ? ruleset->own_count : 0);
}

const struct transfer_rule *ruleset_at(const transfer_ruleset *ruleset, size_t index)
{
    return index < RULE_COUNT ? rule_table[index] : &ruleset->own[index - RULE_COUNT]->rule;
}

transfer_severity rule_severity(const transfer_ruleset *ruleset, const struct transfer_rule *rule)
{
    size_t index = ruleset ? rule_index(rule) : RULE_COUNT;

    if (index < RULE_COUNT)
        return (transfer_severity)ruleset->severity[index];
    return rule->check == own_rule_check ? (transfer_severity)own_rule_of(rule)->severity
                                         : rule->severity;
}
