/* Rule sets: the severity of each rule.
 *
 * SPDX-License-Identifier: MIT
 */
#include "ruleset.h"

#include <stdlib.h>
#include <string.h>

struct transfer_ruleset {
    uint8_t severity[RULE_COUNT]; /* by the index of the rule */
};

transfer_ruleset *transfer_ruleset_new(void)
{
    transfer_ruleset *ruleset = malloc(sizeof(*ruleset));

    if (!ruleset)
        return NULL;
    for (size_t i = 0; i < RULE_COUNT; i++)
        ruleset->severity[i] = (uint8_t)rule_table[i]->severity;
    return ruleset;
}

void transfer_ruleset_free(transfer_ruleset *ruleset)
{
    free(ruleset);
}

uint8_t *ruleset_severity(transfer_ruleset *ruleset, const char *name, size_t length)
{
    size_t index = rule_index_named(name, length);

    return index < RULE_COUNT ? &ruleset->severity[index] : NULL;
}

transfer_status transfer_ruleset_set_severity(transfer_ruleset *ruleset, const char *rule,
                                              transfer_severity severity)
{
    uint8_t *kept;

    if (!ruleset || !rule || (unsigned)severity > TRANSFER_ERROR)
        return TRANSFER_MISUSE;
    kept = ruleset_severity(ruleset, rule, strlen(rule));
    if (!kept)
        return TRANSFER_NOT_FOUND;
    *kept = (uint8_t)severity;
    return TRANSFER_OK;
}

transfer_status transfer_ruleset_get_severity(const transfer_ruleset *ruleset, const char *rule,
                                              transfer_severity *severity)
{
    const uint8_t *kept;

    if (!ruleset || !rule || !severity)
        return TRANSFER_MISUSE;
    kept = ruleset_severity((transfer_ruleset *)(uintptr_t)ruleset, rule, strlen(rule));
    if (!kept)
        return TRANSFER_NOT_FOUND;
    *severity = (transfer_severity)*kept;
    return TRANSFER_OK;
}

const struct transfer_rule *ruleset_find(const transfer_ruleset *ruleset, const char *name)
{
    (void)ruleset;
    return transfer_rule_find(name);
}

transfer_severity rule_severity(const transfer_ruleset *ruleset, const struct transfer_rule *rule)
{
    size_t index = ruleset ? rule_index(rule) : RULE_COUNT;

    return index < RULE_COUNT ? (transfer_severity)ruleset->severity[index] : rule->severity;
}
