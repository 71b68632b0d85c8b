/* Rules of the dates of an agreement.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes.
 */
#include "check-date.h"
#include "date.h"
#include "record-date.h"

/* ---- signed-after-start ---- */

static transfer_reason check_signed_after_start(struct check *check,
                                                const transfer_record *record)
{
    static const struct phrase period_is_here = {{"the period is here", "la période est ici"}};
    char signed_text[TRANSFER_VALUE_SIZE], start[TRANSFER_VALUE_SIZE];
    struct finding finding;
    transfer_period period;
    transfer_date day;
    transfer_reason reason = check_date(check, record, TRANSFER_AGREEMENT_SIGNED, &day);

    /* An amendment restates a period that has begun. */
    if (transfer_record_has(record, TRANSFER_AGREEMENT_AMENDS))
        return TRANSFER_REASON_OTHER_CASE;
    if (reason == TRANSFER_REASON_NONE)
        reason = check_ordered_period(check, record, TRANSFER_AGREEMENT_PERIOD, &period);
    if (reason != TRANSFER_REASON_NONE)
        return reason;
    if (!date_is_certainly_before(&period.start, &day))
        return TRANSFER_REASON_NONE;
    check_begin(check, &finding, &rule_signed_after_start, record, TRANSFER_AGREEMENT_SIGNED);
    finding_add_date(&finding, "found", &day, signed_text);
    finding_add_date(&finding, "start", &period.start, start);
    check_relate(check, &finding, record, TRANSFER_AGREEMENT_PERIOD, &period_is_here);
    check_end(check, &finding, record, TRANSFER_AGREEMENT_SIGNED);
    return TRANSFER_REASON_NONE;
}

/* found: the day of signature; start: of the period */
const struct transfer_rule rule_signed_after_start = {
    .name = "signed-after-start",
    .severity = TRANSFER_NOTE,
    .type = TRANSFER_TYPE_AGREEMENT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"An agreement was signed after its period began",
               "Une convention a été signée après le début de sa période"}},
    .explanation =
        {{"Costs from before the signature are often eligible, so this is common and right. It is "
          "noted because a slip in the year looks the same. The start counts as a whole: a period "
          "that begins in 2014 says nothing of an agreement signed in May 2014. Agreements that "
          "amend another are not looked at: they restate a period that has begun.",
          "Les dépenses antérieures à la signature sont souvent éligibles\u00a0: le cas est "
          "courant et régulier. Il est relevé parce qu'une faute de frappe dans l'année se "
          "présente de la même façon. Le début compte en entier\u00a0: une période qui commence en "
          "2014 ne dit rien d'une convention signée en mai 2014. Les avenants ne sont pas "
          "examinés\u00a0: ils reprennent une période déjà commencée."}},
    .message = {{"signed {found}, after the period began ({start})",
                 "la signature ({found}) est postérieure au début de la période ({start})"}},
    .check = check_signed_after_start,
    .missing = KEYS(TRANSFER_AGREEMENT_AMENDS),
};

/* ---- incentive-effect ---- */

static int is_block_exemption(int regime)
{
    return regime == TRANSFER_AID_DECLARATION_REGIME_GBER_RESEARCH_DEVELOPMENT ||
           regime == TRANSFER_AID_DECLARATION_REGIME_GBER_RESEARCH_INFRASTRUCTURE ||
           regime == TRANSFER_AID_DECLARATION_REGIME_GBER_SME_INNOVATION ||
           regime == TRANSFER_AID_DECLARATION_REGIME_GBER_INNOVATION_CLUSTER ||
           regime == TRANSFER_AID_DECLARATION_REGIME_GBER_PROCESS_INNOVATION;
}

static int has_block_exemption(const transfer_record *agreement)
{
    transfer_record *aid;
    int regime;

    for (size_t i = 0; transfer_record_record_at(agreement, TRANSFER_AGREEMENT_AID, i, &aid) ==
                       TRANSFER_OK;
         i++)
        if (transfer_record_get_choice(aid, TRANSFER_AID_DECLARATION_REGIME, &regime) ==
                TRANSFER_OK &&
            is_block_exemption(regime))
            return 1;
    return 0;
}

/* Where the work begins: the period of the project, else that of the agreement. */
static transfer_reason find_work(const struct check *check, const transfer_record *agreement,
                                 const transfer_record **record, transfer_key *key,
                                 transfer_period *period)
{
    transfer_record *project;
    transfer_reason reason = TRANSFER_REASON_MISSING;
    transfer_status status =
        transfer_record_get_reference(agreement, TRANSFER_AGREEMENT_PROJECT, &project);

    if (status != TRANSFER_OK && status != TRANSFER_UNSET)
        return check_is_part(check, agreement) ? TRANSFER_REASON_PART : TRANSFER_REASON_REPORTED;
    if (status == TRANSFER_OK) {
        *record = project;
        *key = TRANSFER_PROJECT_PERIOD;
        reason = check_ordered_period(check, project, *key, period);
    }
    if (reason != TRANSFER_REASON_MISSING)
        return reason;
    *record = agreement;
    *key = TRANSFER_AGREEMENT_PERIOD;
    return check_ordered_period(check, agreement, *key, period);
}

/* Whether the law was in force on the day of the agreement. */
static transfer_reason is_in_force(const struct transfer_rule *rule,
                                   const transfer_record *agreement)
{
    transfer_date date;

    if (!record_date(agreement, &date))
        return TRANSFER_REASON_UNDATED;
    switch (transfer_date_is_before(&date, &rule->from)) {
    case TRANSFER_CERTAINLY:
        return TRANSFER_REASON_NOT_IN_FORCE;
    case TRANSFER_POSSIBLY:
        return TRANSFER_REASON_VAGUE;
    default:
        return TRANSFER_REASON_NONE;
    }
}

static transfer_reason check_incentive_effect(struct check *check, const transfer_record *record)
{
    static const struct phrase work_is_here = {{"the work begins here",
                                                "les travaux commencent ici"}};
    char applied_text[TRANSFER_VALUE_SIZE], start[TRANSFER_VALUE_SIZE];
    const transfer_record *work;
    struct finding finding;
    transfer_period period;
    transfer_date applied;
    transfer_reason reason;
    transfer_key key;

    if (!has_block_exemption(record))
        return TRANSFER_REASON_OTHER_CASE;
    reason = check_date(check, record, TRANSFER_AGREEMENT_APPLIED, &applied);
    if (reason == TRANSFER_REASON_NONE)
        reason = find_work(check, record, &work, &key, &period);
    if (reason == TRANSFER_REASON_NONE)
        reason = is_in_force(&rule_incentive_effect, record);
    if (reason != TRANSFER_REASON_NONE || !date_is_certainly_before(&period.start, &applied))
        return reason;
    check_begin(check, &finding, &rule_incentive_effect, record, TRANSFER_AGREEMENT_APPLIED);
    finding_add_date(&finding, "found", &applied, applied_text);
    finding_add_date(&finding, "start", &period.start, start);
    check_relate(check, &finding, work, key, &work_is_here);
    check_end(check, &finding, record, TRANSFER_AGREEMENT_APPLIED);
    return TRANSFER_REASON_NONE;
}

/* found: the day of the application; start: of the work */
const struct transfer_rule rule_incentive_effect = {
    .name = "incentive-effect",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_AGREEMENT,
    .since = "1.0",
    .from = {.year = 2008, .month = 8, .day = 29},
    .source = "Reg. (EC) No 800/2008, art. 8; Reg. (EU) No 651/2014, art. 6",
    .title = {{"Aid was applied for after the work began",
               "Une aide a été demandée après le début des travaux"}},
    .explanation =
        {{"Aid under a block exemption must have an incentive effect: the beneficiary applies for "
          "it in writing before work on the project starts. The work is taken to begin with the "
          "period of the project, where that is not known with that of the agreement. If an "
          "earlier application was made, give its date; if the work began later than planned, "
          "correct the period; else the aid needs another legal basis.",
          "Une aide exemptée par catégorie doit avoir un effet incitatif\u00a0: le bénéficiaire la "
          "demande par écrit avant le début des travaux. Ceux-ci sont réputés commencer avec la "
          "période du projet ou, si elle n'est pas connue, avec celle de la convention. Si une "
          "demande a été faite plus tôt, indiquez sa date\u00a0; si les travaux ont commencé plus "
          "tard que prévu, corrigez la période\u00a0; sinon, l'aide doit reposer sur une autre "
          "base juridique."}},
    .message = {{"the aid was applied for {found}, after the work began ({start})",
                 "la demande d'aide ({found}) est postérieure au début des travaux ({start})"}},
    .check = check_incentive_effect,
    .missing = KEYS(TRANSFER_AGREEMENT_PROJECT, TRANSFER_PROJECT_PERIOD),
};

/* ---- instalments ---- */

/* Reports a date of an instalment that lies certainly before the award. */
static transfer_reason check_after_award(struct check *check, const struct transfer_rule *rule,
                                         const transfer_record *instalment, transfer_key key)
{
    static const struct phrase award_is_here = {{"the award is here",
                                                 "la décision d'attribution est ici"}};
    const transfer_record *agreement = transfer_record_parent(instalment);
    char found[TRANSFER_VALUE_SIZE], award[TRANSFER_VALUE_SIZE];
    transfer_date date, awarded;
    struct finding finding;
    transfer_reason reason;

    /* An amendment restates what was due and paid before it. */
    if (transfer_record_has(agreement, TRANSFER_AGREEMENT_AMENDS))
        return TRANSFER_REASON_OTHER_CASE;
    reason = check_date(check, instalment, key, &date);
    if (reason == TRANSFER_REASON_NONE)
        reason = check_date(check, agreement, TRANSFER_AGREEMENT_AWARDED, &awarded);
    if (reason != TRANSFER_REASON_NONE || !date_is_certainly_before(&date, &awarded))
        return reason;
    check_begin(check, &finding, rule, instalment, key);
    finding_add_date(&finding, "found", &date, found);
    finding_add_date(&finding, "awarded", &awarded, award);
    check_relate(check, &finding, agreement, TRANSFER_AGREEMENT_AWARDED, &award_is_here);
    check_end(check, &finding, instalment, key);
    return TRANSFER_REASON_NONE;
}

/* Whether a date of an instalment lies certainly before the award. */
static int precedes_award(const struct check *check, const transfer_record *instalment,
                          transfer_key key)
{
    const transfer_record *agreement = transfer_record_parent(instalment);
    transfer_date date, awarded;

    return check_date(check, instalment, key, &date) == TRANSFER_REASON_NONE &&
           check_date(check, agreement, TRANSFER_AGREEMENT_AWARDED, &awarded) ==
               TRANSFER_REASON_NONE &&
           date_is_certainly_before(&date, &awarded);
}

static transfer_reason check_instalment_due_early(struct check *check,
                                                  const transfer_record *record)
{
    /* Paid so early, too: that is said once, by paid-before-award. */
    if (transfer_record_has(record, TRANSFER_INSTALMENT_PAID) &&
        precedes_award(check, record, TRANSFER_INSTALMENT_DUE) &&
        precedes_award(check, record, TRANSFER_INSTALMENT_PAID) &&
        !transfer_record_has(transfer_record_parent(record), TRANSFER_AGREEMENT_AMENDS))
        return TRANSFER_REASON_REPORTED;
    return check_after_award(check, &rule_instalment_due_early, record, TRANSFER_INSTALMENT_DUE);
}

static transfer_reason check_paid_before_award(struct check *check, const transfer_record *record)
{
    return check_after_award(check, &rule_paid_before_award, record, TRANSFER_INSTALMENT_PAID);
}

/* found: when it is due; awarded */
const struct transfer_rule rule_instalment_due_early = {
    .name = "instalment-due-early",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_INSTALMENT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"An instalment is due before the award", "Un versement est dû avant l'attribution"}},
    .explanation =
        {{"Nothing is due of an agreement before the decision to award it. The year of the due "
          "date or of the award may be a slip. An agreement that amends another restates the "
          "instalments of the earlier version and is not looked at.",
          "Rien n'est dû au titre d'une convention avant la décision d'attribution. L'année de "
          "l'échéance ou de l'attribution est peut-être une faute de frappe. Un avenant reprend "
          "les versements de la version antérieure\u00a0: il n'est pas examiné."}},
    .message = {{"due {found}, before the award ({awarded})",
                 "l'échéance ({found}) est antérieure à l'attribution ({awarded})"}},
    .check = check_instalment_due_early,
    .missing = KEYS(TRANSFER_AGREEMENT_AMENDS, TRANSFER_AGREEMENT_AWARDED,
                    TRANSFER_AGREEMENT_SIGNED),
};

/* found: when it was paid; awarded */
const struct transfer_rule rule_paid_before_award = {
    .name = "paid-before-award",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_INSTALMENT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"An instalment was paid before the award",
               "Un versement a été payé avant l'attribution"}},
    .explanation =
        {{"Money is paid after the decision to award it was taken. One of the two dates is wrong, "
          "or the payment belongs to another agreement. An agreement that amends another restates "
          "the payments of the earlier version and is not looked at.",
          "Un paiement suit la décision d'attribution. L'une des deux dates est fausse, ou le "
          "paiement relève d'une autre convention. Un avenant reprend les paiements de la version "
          "antérieure\u00a0: il n'est pas examiné."}},
    .message = {{"paid {found}, before the award ({awarded})",
                 "le paiement ({found}) est antérieur à l'attribution ({awarded})"}},
    .check = check_paid_before_award,
    .missing = KEYS(TRANSFER_AGREEMENT_AMENDS, TRANSFER_AGREEMENT_AWARDED,
                    TRANSFER_AGREEMENT_SIGNED),
};
