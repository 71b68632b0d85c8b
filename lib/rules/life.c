/* Rules of the lives of platforms and partners.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes; those in brackets may be missing.
 */
#include "check-date.h"
#include "date.h"

/* ---- history-order ---- */

static void report_event(struct check *check, const transfer_record *event,
                         const transfer_date *date, const transfer_record *above,
                         const transfer_date *above_date)
{
    static const struct phrase event_above = {{"the event listed above",
                                               "l'étape qui la précède dans la liste"}};
    char found[TRANSFER_VALUE_SIZE], text[TRANSFER_VALUE_SIZE];
    struct finding finding;

    check_begin(check, &finding, &rule_history_order, event, TRANSFER_PLATFORM_EVENT_DATE);
    finding_add_date(&finding, "found", date, found);
    finding_add_date(&finding, "above", above_date, text);
    check_relate(check, &finding, above, TRANSFER_PLATFORM_EVENT_DATE, &event_above);
    check_end(check, &finding, event, TRANSFER_PLATFORM_EVENT_DATE);
}

static transfer_reason check_history_order(struct check *check, const transfer_record *record)
{
    const transfer_record *above = NULL;
    transfer_record *event;
    transfer_date date, above_date;
    transfer_reason reason = TRANSFER_REASON_MISSING;

    for (size_t i = 0; transfer_record_record_at(record, TRANSFER_PLATFORM_HISTORY, i, &event) ==
                       TRANSFER_OK;
         i++) {
        if (check_date(check, event, TRANSFER_PLATFORM_EVENT_DATE, &date) != TRANSFER_REASON_NONE)
            continue;
        if (above) {
            reason = TRANSFER_REASON_NONE;
            if (date_is_certainly_before(&date, &above_date))
                report_event(check, event, &date, above, &above_date);
        }
        above = event;
        above_date = date;
    }
    return reason;
}

/* found: the date; above: that of the event listed above */
const struct transfer_rule rule_history_order = {
    .name = "history-order",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_PLATFORM,
    .since = "1.0",
    .source = "transfer-schema(5)",
    .title = {{"The events of a platform are not in order",
               "Les étapes de la vie d'une plate-forme ne sont pas dans l'ordre"}},
    .explanation =
        {{"The events of a platform are listed oldest first; the last one is taken for its "
          "present state. Here an event is certainly earlier than the one above it. Move it up, "
          "or correct its date.",
          "Les étapes de la vie d'une plate-forme sont énumérées de la plus ancienne à la plus "
          "récente\u00a0; la dernière vaut pour l'état actuel. Ici, une étape est certainement "
          "antérieure à celle qui la précède dans la liste. Remontez-la, ou corrigez sa date."}},
    .message = {{"{found} is earlier than the event listed above ({above})",
                 "{found} est antérieur à l'étape qui précède dans la liste ({above})"}},
    .check = check_history_order,
};

/* ---- partner-closed ---- */

/* Successors of successors that are looked at, for one that had not closed in its turn. */
enum { SUCCESSORS_MAX = 8 };

/* The id of who had taken over from a partner on a day; NULL where that is not told. */
static const char *find_successor(const struct check *check, transfer_record *partner,
                                  const transfer_date *day)
{
    transfer_date founded, closed;

    for (int i = 0; i < SUCCESSORS_MAX; i++) {
        if (transfer_record_get_reference(partner, TRANSFER_PARTNER_SUCCESSOR, &partner) !=
            TRANSFER_OK)
            return NULL;
        if (check_life(check, partner, &founded, &closed) == TRANSFER_REASON_REPORTED)
            return NULL;
        if (!date_is_certainly_before(&closed, day))
            return transfer_record_id(partner);
    }
    return NULL;
}

/* Looks at the partner that a field of a nested record refers to, on a day. */
static transfer_reason look_at_partner(struct check *check, const transfer_record *record,
                                       transfer_key key, const transfer_date *day)
{
    static const struct phrase closed_here = {{"it closed here", "il a disparu à cette date"}};
    char closed_text[TRANSFER_VALUE_SIZE], day_text[TRANSFER_VALUE_SIZE];
    transfer_date founded, closed;
    transfer_record *partner;
    struct finding finding;
    transfer_reason reason;

    if (transfer_record_get_reference(record, key, &partner) != TRANSFER_OK ||
        !transfer_record_has(partner, TRANSFER_PARTNER_CLOSED))
        return TRANSFER_REASON_MISSING;
    reason = check_life(check, partner, &founded, &closed);
    if (reason != TRANSFER_REASON_NONE || !date_is_certainly_before(&closed, day))
        return reason;
    check_begin(check, &finding, &rule_partner_closed, record, key);
    finding_add_string(&finding, "found", transfer_record_id(partner));
    finding_add_date(&finding, "closed", &closed, closed_text);
    finding_add_date(&finding, "day", day, day_text);
    finding_add_string(&finding, "suggestion", find_successor(check, partner, day));
    check_relate(check, &finding, partner, TRANSFER_PARTNER_CLOSED, &closed_here);
    check_end(check, &finding, record, key);
    return TRANSFER_REASON_NONE;
}

/* Something was looked at where one of two was. */
static transfer_reason either(transfer_reason a, transfer_reason b)
{
    return b == TRANSFER_REASON_NONE || a == TRANSFER_REASON_MISSING ? b : a;
}

static transfer_reason look_at_parties(struct check *check, const transfer_record *agreement)
{
    static const transfer_key lists[][2] = {
        {TRANSFER_AGREEMENT_FUNDERS, TRANSFER_CONTRIBUTION_PARTNER},
        {TRANSFER_AGREEMENT_BENEFICIARIES, TRANSFER_ALLOCATION_PARTNER},
    };
    transfer_reason reason;
    transfer_record *party;
    transfer_date day;

    /* An amendment restates what was agreed with those who were there. */
    if (transfer_record_has(agreement, TRANSFER_AGREEMENT_AMENDS))
        return TRANSFER_REASON_OTHER_CASE;
    /* The period does not count: an agreement outlives those who signed it. */
    reason = check_date(check, agreement, TRANSFER_AGREEMENT_SIGNED, &day);
    if (reason == TRANSFER_REASON_MISSING)
        reason = check_date(check, agreement, TRANSFER_AGREEMENT_AWARDED, &day);
    if (reason != TRANSFER_REASON_NONE)
        return reason == TRANSFER_REASON_MISSING ? TRANSFER_REASON_UNDATED : reason;
    reason = TRANSFER_REASON_MISSING;
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        for (size_t j = 0;
             transfer_record_record_at(agreement, lists[i][0], j, &party) == TRANSFER_OK; j++)
            reason = either(reason, look_at_partner(check, party, lists[i][1], &day));
    return reason;
}

static transfer_reason look_at_participants(struct check *check, const transfer_record *project)
{
    transfer_period whole, own;
    transfer_reason of_project =
        check_ordered_period(check, project, TRANSFER_PROJECT_PERIOD, &whole);
    transfer_reason reason = TRANSFER_REASON_MISSING, known;
    transfer_record *participation;

    for (size_t i = 0; transfer_record_record_at(project, TRANSFER_PROJECT_PARTNERS, i,
                                                 &participation) == TRANSFER_OK;
         i++) {
        known = check_ordered_period(check, participation, TRANSFER_PARTICIPATION_PERIOD, &own);
        if (known == TRANSFER_REASON_MISSING) {
            known = of_project;
            own = whole;
        }
        if (known == TRANSFER_REASON_NONE)
            known = look_at_partner(check, participation, TRANSFER_PARTICIPATION_PARTNER,
                                    &own.start);
        else if (known == TRANSFER_REASON_MISSING)
            known = TRANSFER_REASON_UNDATED;
        reason = either(reason, known);
    }
    return reason;
}

static transfer_reason check_partner_closed(struct check *check, const transfer_record *record)
{
    if (record->type == TRANSFER_TYPE_AGREEMENT)
        return look_at_parties(check, record);
    return look_at_participants(check, record);
}

/* found: the id; closed; day: of the agreement, or when the participation begins; (suggestion: the
 * id of the successor) */
const struct transfer_rule rule_partner_closed = {
    .name = "partner-closed",
    .severity = TRANSFER_ERROR,
    .types = 1u << TRANSFER_TYPE_AGREEMENT | 1u << TRANSFER_TYPE_PROJECT,
    .since = "1.0",
    .source = "transfer-schema(5)",
    .title = {{"A partner had closed by then", "Un partenaire avait déjà disparu"}},
    .explanation =
        {{"A partner that has ceased to exist signs no agreement and joins no project. What counts "
          "of an agreement is the day it was signed, else that of the award, never its period: a "
          "region may pay under an agreement, through its successor, long after it closed. What "
          "counts of a participation is the day it begins. Name the successor, or correct one of "
          "the dates. An agreement that amends another restates those of the earlier version and "
          "is not looked at.",
          "Un partenaire qui a cessé d'exister ne signe plus de convention et n'entre plus dans un "
          "projet. Pour une convention compte le jour de la signature, à défaut celui de "
          "l'attribution, jamais la période\u00a0: une région peut payer au titre d'une "
          "convention, par son successeur, longtemps après sa disparition. Pour une participation "
          "compte le jour où elle commence. Nommez le successeur, ou corrigez l'une des dates. Un "
          "avenant reprend les parties de la version antérieure\u00a0: il n'est pas examiné."}},
    .message = {{"{found} had closed ({closed}) before {day}[; {suggestion} took over from it]",
                 "{found} avait disparu ({closed}) avant cette date ({day})[\u00a0; {suggestion} "
                 "lui a succédé]"}},
    .check = check_partner_closed,
    .missing = KEYS(TRANSFER_AGREEMENT_AMENDS, TRANSFER_AGREEMENT_AWARDED,
                    TRANSFER_AGREEMENT_SIGNED, TRANSFER_AGREEMENT_PERIOD),
};
