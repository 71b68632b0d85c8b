/* Rules of the caller's own: a function that reports into the same report.
 *
 * SPDX-License-Identifier: MIT
 */
#include "own-rule.h"

#include <stdlib.h>
#include <string.h>

#include "ascii.h"
#include "check.h"

enum { NAME_MAX_LENGTH = 64 };

/* What the caller's function is given: one look at one record. */
struct transfer_check {
    struct check *check;
    const struct own_rule *rule;
    const transfer_record *record;
    transfer_reason reason;
};

static int is_name_character(char c)
{
    return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == '_' || c == '.';
}

int own_rule_name_is_valid(const char *name)
{
    const char *slash = strchr(name, '/');

    if (!slash || slash == name || slash[1] == '\0' || strlen(name) > NAME_MAX_LENGTH)
        return 0;
    for (; *name; name++)
        if (name != slash && !is_name_character(*name))
            return 0;
    return 1;
}

struct own_rule *own_rule_of(const struct transfer_rule *rule)
{
    return (struct own_rule *)((char *)(uintptr_t)rule - offsetof(struct own_rule, rule));
}

transfer_reason own_rule_check(struct check *check, const transfer_record *record)
{
    const struct own_rule *own = own_rule_of(check->rule);
    struct transfer_check look = {.check = check, .rule = own, .record = record};

    if (own->function(own->user, record, &look) != 0 && check->status == TRANSFER_OK)
        check->status = TRANSFER_STOPPED;
    return look.reason;
}

struct own_rule *own_rule_new(const char *name, transfer_type type, transfer_severity severity,
                              transfer_rule_function *function, void *user)
{
    size_t length = strlen(name);
    struct own_rule *own = calloc(1, sizeof(*own) + length + 1);

    if (!own)
        return NULL;
    memcpy(own->name, name, length + 1);
    own->rule = (struct transfer_rule){
        .name = own->name,
        .severity = severity,
        .type = type,
        .message = {{"[{message}][{field}: found {found}][, expected {expected}]",
                     "[{message}][{field}\u00a0: trouvé {found}][, attendu {expected}]"}},
        .check = own_rule_check};
    own->function = function;
    own->user = user;
    own->severity = (uint8_t)severity;
    return own;
}

/* ---- what the caller's function calls ---- */

/* Whether a record has a field and, in a list of values, an item. */
static transfer_status find_place(const transfer_record *record, transfer_key key, size_t index)
{
    size_t count;

    if (key == 0)
        return index == TRANSFER_NO_INDEX ? TRANSFER_OK : TRANSFER_MISUSE;
    if (transfer_field_type(key) != transfer_record_type(record))
        return TRANSFER_UNKNOWN_FIELD;
    if (index == TRANSFER_NO_INDEX)
        return TRANSFER_OK;
    if (!transfer_field_is_list(key) || transfer_field_kind(key) == TRANSFER_KIND_RECORD)
        return TRANSFER_MISUSE;
    return transfer_record_count(record, key, &count) == TRANSFER_OK && index < count
               ? TRANSFER_OK
               : TRANSFER_NOT_FOUND;
}

transfer_status transfer_check_report(transfer_check *look, transfer_severity severity,
                                      transfer_key key, size_t index, const char *found,
                                      const char *expected, const char *message)
{
    static const struct phrase broken = {{"the rule is broken", "la règle est enfreinte"}};
    struct finding finding;
    transfer_status status;

    if (!look || (unsigned)severity > TRANSFER_ERROR)
        return TRANSFER_MISUSE;
    status = find_place(look->record, key, index);
    if (status != TRANSFER_OK)
        return status;
    check_finding(look->check, &finding, &look->rule->rule, look->record, key_number(key), index);
    if (severity != TRANSFER_OFF && !look->rule->is_set)
        finding.severity = severity;
    if (message)
        finding_add_string(&finding, "message", message);
    else if (key != 0 && found)
        finding_add_string(&finding, "field", transfer_field_name(key));
    else
        finding_add_phrase(&finding, "message", &broken);
    finding_add_string(&finding, "found", found);
    finding_add_string(&finding, "expected", expected);
    check_report(look->check, &finding, look->record, key_number(key), index, NULL);
    return look->check->status == TRANSFER_NO_MEMORY ? TRANSFER_NO_MEMORY : TRANSFER_OK;
}

transfer_status transfer_check_skip(transfer_check *look, transfer_reason reason)
{
    if (!look || reason <= TRANSFER_REASON_NONE || reason >= (transfer_reason)REASON_COUNT)
        return TRANSFER_MISUSE;
    look->reason = reason;
    return TRANSFER_OK;
}

transfer_status transfer_check_as_of(const transfer_check *look, transfer_date *as_of)
{
    if (!look || !as_of)
        return TRANSFER_MISUSE;
    if (!look->check->as_of)
        return TRANSFER_UNSET;
    *as_of = *look->check->as_of;
    return TRANSFER_OK;
}
