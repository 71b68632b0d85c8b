/* The rule of exceptions that accept nothing.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above the row stand the parts that its message takes; those in brackets may be missing.
 */
#include <string.h>

#include "check.h"
#include "ruleset.h"

/* Why an exception accepts nothing. */
static const struct phrase nothing = {{"nothing here breaks that rule",
                                       "rien ici n'enfreint cette règle"}};
static const struct phrase unknown = {{"there is no such rule", "cette règle n'existe pas"}};
static const struct phrase of_text = {
    {"what that rule finds in the text has to be mended",
     "ce que cette règle trouve dans le texte doit être corrigé"}};

/* Visited last, when it is known what the exceptions accepted. */
static transfer_reason check_exception_unused(struct check *check, const transfer_record *record)
{
    const struct phrase *why = &nothing;
    const transfer_rule *rule;
    struct finding finding;
    const char *name;

    if (transfer_record_get_text(record, TRANSFER_EXCEPTION_RULE, &name) != TRANSFER_OK ||
        !transfer_record_has(record, TRANSFER_EXCEPTION_REASON))
        return TRANSFER_REASON_REPORTED;
    rule = ruleset_find(check->ruleset, name);
    if (!rule && strchr(name, '/'))
        return TRANSFER_REASON_OTHER_CASE; /* of another caller's rule set */
    if (rule && rule_severity(check->ruleset, rule) == TRANSFER_OFF)
        return TRANSFER_REASON_OTHER_CASE;
    if (rule && rule->needs_day && !check->as_of)
        return TRANSFER_REASON_NO_DAY;
    if (rule && check_is_part(check, record))
        return TRANSFER_REASON_PART;
    if (record_set_has(&check->excused, record))
        return TRANSFER_REASON_NONE;
    /* What it accepts may be silent, or not be found, for a key that is misspelt. */
    if (check->lost_sections || check_misses(transfer_record_parent(record), NULL))
        return TRANSFER_REASON_REPORTED;
    if (!rule)
        why = &unknown;
    else if (rule->in_text)
        why = &of_text;
    check_begin(check, &finding, &rule_exception_unused, record, TRANSFER_EXCEPTION_RULE);
    finding_add_string(&finding, "found", name);
    finding_add_phrase(&finding, "why", why);
    if (!rule)
        finding_add_string(&finding, "suggestion", ruleset_suggest(check->ruleset, name));
    check_end(check, &finding, record, TRANSFER_EXCEPTION_RULE);
    return TRANSFER_REASON_NONE;
}

/* found: the name of the rule; why: a phrase; (suggestion) */
const struct transfer_rule rule_exception_unused = {
    .name = "exception-unused",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_EXCEPTION,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"An exception accepts nothing", "Une exception n'accepte rien"}},
    .explanation =
        {{"An exception says why what a rule finds in a record is right all the same, and turns it "
          "into a note. When nothing is found any more, the exception is left over: it would hide "
          "the next fault. Remove it, or correct the name of the rule. Rules that are switched "
          "off, or that would need a day to check for, are not looked at.",
          "Une exception dit pourquoi ce qu'une règle trouve dans une fiche est juste malgré tout, "
          "et en fait une simple remarque. Quand plus rien n'est trouvé, l'exception est un "
          "reste\u00a0: elle cacherait la prochaine faute. Supprimez-la, ou corrigez le nom de la "
          "règle. Les règles désactivées, ou auxquelles il manque une date de contrôle, ne sont "
          "pas examinées."}},
    .message = {{"the exception for {found} accepts nothing: {why}",
                 "l'exception à {found} n'accepte rien\u00a0: {why}"}},
    .check = check_exception_unused,
};
