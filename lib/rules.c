/* The table of rules.
 *
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "rule.h"
#include "ruleset.h"

const struct transfer_rule *const rule_table[RULE_COUNT] = {
#define RULE(identifier) &rule_##identifier,
#include "rules/list.h"
#undef RULE
};

size_t rule_index_named(const char *name, size_t length)
{
    size_t index = 0;

    while (index < RULE_COUNT && (strlen(rule_table[index]->name) != length ||
                                  memcmp(rule_table[index]->name, name, length) != 0))
        index++;
    return index;
}

size_t rule_index(const struct transfer_rule *rule)
{
    size_t index = 0;

    while (index < RULE_COUNT && rule_table[index] != rule)
        index++;
    return index;
}

size_t transfer_rule_count(void)
{
    return RULE_COUNT;
}

const transfer_rule *transfer_rule_at(size_t index)
{
    return index < RULE_COUNT ? rule_table[index] : NULL;
}

const transfer_rule *transfer_rule_find(const char *name)
{
    return name ? transfer_rule_at(rule_index_named(name, strlen(name))) : NULL;
}

const char *transfer_rule_suggest(const char *name)
{
    return name ? ruleset_suggest(NULL, name) : NULL;
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
