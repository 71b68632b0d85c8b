/* Provisions: what laws say for a time.
 *
 * SPDX-License-Identifier: MIT
 */
#include "rule.h"

size_t transfer_rule_provision_count(const transfer_rule *rule)
{
    return rule && rule->provisions ? rule->provisions->count : 0;
}

transfer_status transfer_rule_provision_at(const transfer_rule *rule, size_t index,
                                           transfer_language language, const char **text,
                                           const char **source, transfer_period *in_force,
                                           int *checked)
{
    const struct provision *provision;

    if (!rule)
        return TRANSFER_MISUSE;
    if (index >= transfer_rule_provision_count(rule))
        return TRANSFER_NOT_FOUND;
    provision = &rule->provisions->rows[index];
    if (text)
        *text = provision->text.text[language == TRANSFER_FRENCH];
    if (source)
        *source = provision->law.text[language == TRANSFER_FRENCH];
    if (in_force)
        *in_force = provision->in_force;
    if (checked)
        *checked = provision->checked;
    return TRANSFER_OK;
}
