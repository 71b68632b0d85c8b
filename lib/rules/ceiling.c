/* Rules of the amount of an agreement against what bounds it: the project's budget, the costs.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes; those in brackets may be missing.
 */
#include "ceiling.h"

#include "amount.h"
#include "interval.h"
#include "parts.h"
#include "query.h"
#include "sum.h"

/* Why two amounts cannot be compared; TRANSFER_REASON_NONE: they can. */
static transfer_reason read_pair(const transfer_record *record, transfer_key key,
                                 transfer_amount *amount, const transfer_record *other,
                                 transfer_key other_key, transfer_amount *bound)
{
    transfer_status first = transfer_record_get_amount(record, key, amount);
    transfer_status second = transfer_record_get_amount(other, other_key, bound);

    if (first == TRANSFER_UNSET || second == TRANSFER_UNSET)
        return TRANSFER_REASON_MISSING;
    if (first != TRANSFER_OK || second != TRANSFER_OK || amount_is_negative(amount) ||
        amount_is_negative(bound))
        return TRANSFER_REASON_REPORTED;
    return TRANSFER_REASON_NONE;
}

static void report_above(struct check *check, const struct transfer_rule *rule,
                         const transfer_record *agreement, const transfer_amount *amount,
                         const transfer_record *other, transfer_key other_key,
                         const transfer_amount *bound, const struct phrase *what)
{
    char found[TRANSFER_VALUE_SIZE], expected[TRANSFER_VALUE_SIZE], excess[TRANSFER_VALUE_SIZE];
    struct interval above = interval_of(amount), below = interval_of(bound);
    struct interval gap = interval_gap(&above, &below);
    struct finding finding;

    check_begin(check, &finding, rule, agreement, TRANSFER_AGREEMENT_AMOUNT);
    finding_add_amount(&finding, "found", amount, found);
    finding_add_amount(&finding, "expected", bound, expected);
    interval_spell(&gap, INTERVAL_LOW, amount, excess);
    if (!interval_is_sign(&gap))
        finding_add_string(&finding, "excess", excess);
    if (other != agreement)
        finding_add_string(&finding, "project", transfer_record_id(other));
    check_relate(check, &finding, other, other_key, what);
    check_end(check, &finding, agreement, TRANSFER_AGREEMENT_AMOUNT);
}

/* ---- agreement-over-project ---- */

static transfer_reason check_agreement_over_project(struct check *check,
                                                    const transfer_record *agreement)
{
    static const struct phrase budget = {{"the project's budget", "le budget du projet"}};
    transfer_amount amount, bound;
    transfer_certainty above;
    transfer_record *project;
    transfer_reason reason;

    if (!transfer_record_has(agreement, TRANSFER_AGREEMENT_PROJECT))
        return TRANSFER_REASON_MISSING;
    if (transfer_record_get_reference(agreement, TRANSFER_AGREEMENT_PROJECT, &project) !=
        TRANSFER_OK)
        return check_is_part(check, agreement) ? TRANSFER_REASON_PART : TRANSFER_REASON_REPORTED;
    reason = read_pair(agreement, TRANSFER_AGREEMENT_AMOUNT, &amount, project,
                       TRANSFER_PROJECT_BUDGET, &bound);
    if (reason != TRANSFER_REASON_NONE)
        return reason;
    if (!amount_is_alike(&amount, &bound))
        return TRANSFER_REASON_OTHER_CASE;
    if (agreement_is_amended(agreement))
        return TRANSFER_REASON_REPLACED;
    above = transfer_amount_is_above(&amount, &bound);
    /* A digit too many in the amount is said once. */
    if (above == TRANSFER_CERTAINLY && (parts_contradict(agreement, TRANSFER_AGREEMENT_FUNDERS) ||
                                        grant_is_above_costs(agreement) == TRANSFER_CERTAINLY ||
                                        check_may_amend(check, agreement)))
        return TRANSFER_REASON_REPORTED;
    if (above == TRANSFER_CERTAINLY)
        report_above(check, &rule_agreement_over_project, agreement, &amount, project,
                     TRANSFER_PROJECT_BUDGET, &bound, &budget);
    return above == TRANSFER_POSSIBLY ? TRANSFER_REASON_VAGUE : TRANSFER_REASON_NONE;
}

/* found: the amount; expected: the budget; (excess); project: its id */
const struct transfer_rule rule_agreement_over_project = {
    .name = "agreement-over-project",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_AGREEMENT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"An agreement is for more than its project costs",
               "Une convention dépasse le budget de son projet"}},
    .explanation =
        {{"The agreement's amount is above the budget of the whole project that it is for. One of "
          "the two may have a digit too many or too few, or the budget may not have followed a "
          "change; an agreement for several projects should not name one of them. A version that "
          "another agreement amends is not looked at, nor are two currencies compared.",
          "Le montant de la convention dépasse le budget du projet entier qu'elle concerne. L'un "
          "des deux a peut-être un chiffre de trop ou de moins, ou le budget n'a pas suivi une "
          "modification\u00a0; une convention pour plusieurs projets ne devrait pas en nommer un "
          "seul. Une version qu'une autre convention modifie n'est pas examinée, et deux monnaies "
          "ne sont pas comparées."}},
    .message = {{"the amount of {found} is above the budget of {project}, {expected}[, by "
                 "{excess}]",
                 "le montant de {found} dépasse le budget de «\u00a0{project}\u00a0», "
                 "{expected}[, de {excess}]"}},
    .check = check_agreement_over_project,
};

/* ---- eligible-below-amount ---- */

static transfer_reason compare_with_costs(const transfer_record *agreement,
                                          transfer_amount *amount, transfer_amount *costs,
                                          transfer_certainty *above)
{
    transfer_reason reason;
    int kind;

    if (transfer_record_get_choice(agreement, TRANSFER_AGREEMENT_KIND, &kind) != TRANSFER_OK)
        return TRANSFER_REASON_MISSING;
    if (kind != TRANSFER_AGREEMENT_KIND_GRANT && kind != TRANSFER_AGREEMENT_KIND_SUBSIDY)
        return TRANSFER_REASON_OTHER_CASE;
    reason = read_pair(agreement, TRANSFER_AGREEMENT_AMOUNT, amount, agreement,
                       TRANSFER_AGREEMENT_ELIGIBLE_COSTS, costs);
    if (reason != TRANSFER_REASON_NONE)
        return reason;
    if (!amount_is_alike(amount, costs))
        return TRANSFER_REASON_REPORTED;
    /* A beneficiary's own money is no grant, and may pay what is not eligible. */
    if (parts_have_own(agreement))
        return TRANSFER_REASON_OTHER_CASE;
    *above = transfer_amount_is_above(amount, costs);
    return TRANSFER_REASON_NONE;
}

transfer_certainty grant_is_above_costs(const transfer_record *agreement)
{
    transfer_certainty above = TRANSFER_CERTAINLY_NOT;
    transfer_amount amount, costs;

    (void)compare_with_costs(agreement, &amount, &costs, &above);
    return above;
}

static transfer_reason check_eligible_below_amount(struct check *check,
                                                   const transfer_record *agreement)
{
    static const struct phrase costs = {{"the eligible costs", "les coûts éligibles"}};
    transfer_amount amount, bound;
    transfer_certainty above;
    transfer_reason reason = compare_with_costs(agreement, &amount, &bound, &above);

    if (reason != TRANSFER_REASON_NONE)
        return reason;
    /* A digit too many in the amount is said once. */
    if (above == TRANSFER_CERTAINLY && parts_contradict(agreement, TRANSFER_AGREEMENT_FUNDERS))
        return TRANSFER_REASON_REPORTED;
    if (above == TRANSFER_CERTAINLY)
        report_above(check, &rule_eligible_below_amount, agreement, &amount, agreement,
                     TRANSFER_AGREEMENT_ELIGIBLE_COSTS, &bound, &costs);
    return above == TRANSFER_POSSIBLY ? TRANSFER_REASON_VAGUE : TRANSFER_REASON_NONE;
}

/* found: the amount; expected: the eligible costs; (excess) */
const struct transfer_rule rule_eligible_below_amount = {
    .name = "eligible-below-amount",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_AGREEMENT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A grant is above its eligible costs",
               "Une subvention dépasse ses coûts éligibles"}},
    .explanation =
        {{"A grant or subsidy pays eligible costs, in part or in full, and this one is above them. "
          "One of the two figures may be wrong, or one of them include value added tax and the "
          "other not. Where the amount is the cost of the whole, with what the beneficiary pays "
          "itself, mark that funder with own_contribution: then nothing is compared.",
          "Une subvention paie des coûts éligibles, en partie ou en totalité, et celle-ci les "
          "dépasse. L'un des deux chiffres est peut-être faux, ou l'un est toutes taxes comprises "
          "et l'autre hors taxes. Si le montant est le coût de l'ensemble, y compris ce que le "
          "bénéficiaire paie lui-même, indiquez own_contribution pour ce financeur\u00a0: rien "
          "n'est alors comparé."}},
    .message = {{"the amount of {found} is above the eligible costs, {expected}[, by {excess}]",
                 "le montant de {found} dépasse les coûts éligibles, {expected}[, de {excess}]"}},
    .check = check_eligible_below_amount,
    .missing = KEYS(TRANSFER_AGREEMENT_FUNDERS, TRANSFER_CONTRIBUTION_OWN_CONTRIBUTION),
};
