/* The table of rules, and rule sets.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "rule.h"
#include "suggest.h"

static const struct transfer_rule *const rules[] = {
#define RULE(identifier) &rule_##identifier,
#include "rules/list.h"
#undef RULE
};

/* RULE_COUNT when there is none. */
static size_t find_rule(const char *name)
{
    size_t index = 0;

    while (index < RULE_COUNT && strcmp(rules[index]->name, name) != 0)
        index++;
    return index;
}

size_t rule_index(const struct transfer_rule *rule)
{
    size_t index = 0;

    while (index < RULE_COUNT && rules[index] != rule)
        index++;
    return index;
}

size_t transfer_rule_count(void)
{
    return RULE_COUNT;
}

const transfer_rule *transfer_rule_at(size_t index)
{
    return index < RULE_COUNT ? rules[index] : NULL;
}

const transfer_rule *transfer_rule_find(const char *name)
{
    return name ? transfer_rule_at(find_rule(name)) : NULL;
}

const char *transfer_rule_suggest(const char *name)
{
    struct suggestion suggestion;

    if (!name)
        return NULL;
    suggest_init(&suggestion, name, strlen(name));
    for (size_t i = 0; i < RULE_COUNT; i++)
        suggest_offer(&suggestion, rules[i]->name, strlen(rules[i]->name));
    return suggest_best(&suggestion);
}

const char *transfer_reason_text(transfer_reason reason, transfer_language language)
{
    static const struct phrase unknown = {{"unknown reason", "raison inconnue"}};
    static const struct phrase phrases[] = {
        [TRANSFER_REASON_NONE] = {{"it applies", "elle s'applique"}},
        [TRANSFER_REASON_MISSING] = {{"not given", "non indiqué"}},
        [TRANSFER_REASON_REPORTED] = {{"reported by another rule", "signalé par une autre règle"}},
        [TRANSFER_REASON_OTHER_CASE] = {{"not concerned", "non concerné"}},
        [TRANSFER_REASON_UNDATED] = {{"undated", "non daté"}},
        [TRANSFER_REASON_NOT_IN_FORCE] = {{"no such law at its date",
                                           "pas de telle règle de droit à sa date"}},
        [TRANSFER_REASON_VAGUE] = {{"too vague to tell", "trop vague pour en juger"}},
        [TRANSFER_REASON_NO_DAY] = {{"no day to check for", "sans date de contrôle"}},
        [TRANSFER_REASON_PART] = {{"part of a portfolio", "partie d'un portefeuille"}},
        [TRANSFER_REASON_REPLACED] = {{"replaced by an amendment", "remplacé par un avenant"}},
        [TRANSFER_REASON_NO_TABLE] = {{"no reference table", "pas de table de référence"}},
    };
    size_t number = (size_t)reason;
    int french = language == TRANSFER_FRENCH;

    if (number >= sizeof(phrases) / sizeof(phrases[0]))
        return unknown.text[french];
    return phrases[number].text[french];
}

const char *transfer_rule_name(const transfer_rule *rule)
{
    return rule ? rule->name : NULL;
}

transfer_severity transfer_rule_severity(const transfer_rule *rule)
{
    return rule ? rule->severity : TRANSFER_OFF;
}

transfer_type transfer_rule_type(const transfer_rule *rule)
{
    return rule ? rule->type : 0;
}

const char *transfer_rule_since(const transfer_rule *rule)
{
    return rule ? rule->since : NULL;
}

void transfer_rule_in_force(const transfer_rule *rule, transfer_period *period)
{
    if (!rule || !period)
        return;
    period->start = rule->from;
    period->end = rule->until;
}

const char *transfer_rule_source(const transfer_rule *rule)
{
    return rule ? rule->source : NULL;
}

const char *transfer_rule_title(const transfer_rule *rule, transfer_language language)
{
    return rule ? rule->title.text[language == TRANSFER_FRENCH] : NULL;
}

const char *transfer_rule_explanation(const transfer_rule *rule, transfer_language language)
{
    return rule ? rule->explanation.text[language == TRANSFER_FRENCH] : NULL;
}

transfer_ruleset *transfer_ruleset_new(void)
{
    transfer_ruleset *ruleset = malloc(sizeof(*ruleset));

    if (!ruleset)
        return NULL;
    for (size_t i = 0; i < RULE_COUNT; i++)
        ruleset->severity[i] = (uint8_t)rules[i]->severity;
    return ruleset;
}

void transfer_ruleset_free(transfer_ruleset *ruleset)
{
    free(ruleset);
}

transfer_status transfer_ruleset_set_severity(transfer_ruleset *ruleset, const char *rule,
                                              transfer_severity severity)
{
    size_t index;

    if (!ruleset || !rule || (unsigned)severity > TRANSFER_ERROR)
        return TRANSFER_MISUSE;
    index = find_rule(rule);
    if (index == RULE_COUNT)
        return TRANSFER_NOT_FOUND;
    ruleset->severity[index] = (uint8_t)severity;
    return TRANSFER_OK;
}

transfer_status transfer_ruleset_get_severity(const transfer_ruleset *ruleset, const char *rule,
                                              transfer_severity *severity)
{
    size_t index;

    if (!ruleset || !rule || !severity)
        return TRANSFER_MISUSE;
    index = find_rule(rule);
    if (index == RULE_COUNT)
        return TRANSFER_NOT_FOUND;
    *severity = (transfer_severity)ruleset->severity[index];
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
