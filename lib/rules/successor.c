/* The rule of partners that follow others.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above the row stand the parts that its message takes; of those in brackets one is missing.
 */
#include "check.h"

static int is_before(const transfer_record *a, transfer_key a_key, const transfer_record *b,
                     transfer_key b_key)
{
    transfer_date first, second;

    return transfer_record_get_date(a, a_key, &first) == TRANSFER_OK &&
           transfer_record_get_date(b, b_key, &second) == TRANSFER_OK &&
           transfer_date_is_before(&first, &second) == TRANSFER_CERTAINLY;
}

/* The successor closed before the date of `key`, one of the partner's; `name` is the message's part
 * for it. */
static void report_successor(struct check *check, const transfer_record *partner, transfer_key key,
                             const char *name, const transfer_record *successor,
                             transfer_severity highest)
{
    static const struct phrase closed_here = {{"it closed here", "il ferme ici"}};
    static const struct phrase partner_date = {{"the partner's date", "la date du partenaire"}};
    char closed_text[TRANSFER_VALUE_SIZE], date_text[TRANSFER_VALUE_SIZE];
    transfer_date closed, date;
    struct finding finding;

    (void)transfer_record_get_date(successor, TRANSFER_PARTNER_CLOSED, &closed);
    (void)transfer_record_get_date(partner, key, &date);
    check_begin(check, &finding, &rule_successor_dates, partner, TRANSFER_PARTNER_SUCCESSOR);
    finding_lower(&finding, highest);
    finding_add_string(&finding, "found", transfer_record_id(successor));
    finding_add_string(&finding, "partner", transfer_record_id(partner));
    finding_add_date(&finding, "end", &closed, closed_text);
    finding_add_date(&finding, name, &date, date_text);
    check_relate(check, &finding, successor, TRANSFER_PARTNER_CLOSED, &closed_here);
    check_relate(check, &finding, partner, key, &partner_date);
    check_end(check, &finding, partner, TRANSFER_PARTNER_SUCCESSOR);
}

static transfer_reason check_successor_dates(struct check *check, const transfer_record *partner)
{
    transfer_record *successor;

    if (!transfer_record_has(partner, TRANSFER_PARTNER_SUCCESSOR))
        return TRANSFER_REASON_MISSING;
    if (transfer_record_get_reference(partner, TRANSFER_PARTNER_SUCCESSOR, &successor) !=
        TRANSFER_OK)
        return check_is_part(check, partner) ? TRANSFER_REASON_PART : TRANSFER_REASON_REPORTED;
    if (successor == partner)
        return TRANSFER_REASON_REPORTED;
    if (!transfer_record_has(successor, TRANSFER_PARTNER_CLOSED) ||
        (!transfer_record_has(partner, TRANSFER_PARTNER_FOUNDED) &&
         !transfer_record_has(partner, TRANSFER_PARTNER_CLOSED)))
        return TRANSFER_REASON_MISSING;
    if (is_before(successor, TRANSFER_PARTNER_CLOSED, partner, TRANSFER_PARTNER_FOUNDED))
        report_successor(check, partner, TRANSFER_PARTNER_FOUNDED, "founded", successor,
                         TRANSFER_ERROR);
    else if (is_before(successor, TRANSFER_PARTNER_CLOSED, partner, TRANSFER_PARTNER_CLOSED))
        report_successor(check, partner, TRANSFER_PARTNER_CLOSED, "closed", successor,
                         TRANSFER_WARNING);
    return TRANSFER_REASON_NONE;
}

/* found: the successor; end: when it closed; partner; (founded: when that was); (closed: the
 * same) */
const struct transfer_rule rule_successor_dates = {
    .name = "successor-dates",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A successor was gone before", "Un successeur avait déjà disparu"}},
    .explanation =
        {{"A successor goes on when its predecessor ends. One that closed before the predecessor "
          "was even founded cannot have followed it: the two are probably exchanged. One that "
          "closed before the predecessor did is a warning only: a body that is being wound up may "
          "outlive the one that took over its work. A successor may have been founded long before, "
          "when it took the other in, or years later.",
          "Un successeur continue quand son prédécesseur s'arrête. S'il a fermé avant même la "
          "création du prédécesseur, il n'a pu lui succéder\u00a0: les deux sont sans doute "
          "inversés. S'il a fermé avant la fermeture du prédécesseur, ce n'est qu'un "
          "avertissement\u00a0: un organisme en liquidation peut survivre à celui qui a repris "
          "son activité. Un successeur peut avoir été créé bien avant, s'il a absorbé l'autre, ou "
          "des années plus tard."}},
    .message = {{"the successor, {found}, closed ({end}) before {partner}[ was founded "
                 "({founded})][ closed ({closed})]",
                 "le successeur, {found}, a fermé ({end}) avant la [création ({founded})][fermeture "
                 "({closed})] de {partner}"}},
    .check = check_successor_dates,
};
