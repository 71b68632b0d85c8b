/* Rules of sums of amounts: what the parts of something come to, against the whole.
 *
 * SPDX-License-Identifier: MIT
 *
 * Qualified amounts are intervals, and a sum is wrong only where no values of all of them fit.
 * What is wrong is said at the last of the parts, with the whole as related place.
 *
 * Above each row stand the parts that its message takes; those in brackets may be missing.
 */
#include "sum.h"

#include "amount.h"
#include "interval.h"
#include "member.h"
#include "parts.h"
#include "share.h"

enum { FUNDERS_LOOKED_AT = 64 };

static const struct phrase agreement_amount = {{"the agreement's amount",
                                                "le montant de la convention"}};
static const struct phrase project_budget = {{"the project's budget", "le budget du projet"}};

/* A sum in the making. */
struct sum {
    transfer_amount total; /* that it is held against */
    struct interval whole, found;
    const transfer_record *last; /* the last part, and its field */
    transfer_key last_key;
    unsigned open : 1; /* there is more than was added */
};

static transfer_reason begin_sum(const transfer_record *record, transfer_key key, struct sum *sum)
{
    transfer_status status;

    *sum = (struct sum){.last = NULL};
    status = transfer_record_get_amount(record, key, &sum->total);
    if (status == TRANSFER_UNSET)
        return TRANSFER_REASON_MISSING;
    if (status != TRANSFER_OK || amount_is_negative(&sum->total))
        return TRANSFER_REASON_REPORTED;
    sum->whole = interval_of(&sum->total);
    return TRANSFER_REASON_NONE;
}

/* Returns 0, and has added nothing, where the amount cannot be added, as other rules say. */
static int add_amount(struct sum *sum, const transfer_record *record, transfer_key key,
                      const transfer_amount *amount)
{
    struct interval addend;

    if (amount_is_negative(amount) || !amount_is_alike(amount, &sum->total))
        return 0;
    addend = interval_of(amount);
    interval_add(&sum->found, &addend);
    sum->last = record;
    sum->last_key = key;
    return 1;
}

/* The same of a field, which may be unset. */
static int add_field(struct sum *sum, const transfer_record *record, transfer_key key)
{
    transfer_amount amount;
    transfer_status status = transfer_record_get_amount(record, key, &amount);

    return status == TRANSFER_UNSET ||
           (status == TRANSFER_OK && add_amount(sum, record, key, &amount));
}

static int is_above(const struct sum *sum)
{
    return interval_is_above(&sum->found, &sum->whole) == TRANSFER_CERTAINLY;
}

static int is_below(const struct sum *sum)
{
    return interval_is_above(&sum->whole, &sum->found) == TRANSFER_CERTAINLY;
}

/* What is said of a sum that does not fail. */
static transfer_reason pass(const struct sum *sum)
{
    int is_sure = !sum->found.vague && !sum->whole.vague;

    if (sum->open)
        is_sure = interval_is_above(&sum->found, &sum->whole) == TRANSFER_CERTAINLY_NOT;
    return is_sure ? TRANSFER_REASON_NONE : TRANSFER_REASON_VAGUE;
}

/* Reports that a sum is above the whole, or below it. */
static void report_sum(struct check *check, const struct transfer_rule *rule,
                       const struct sum *sum, const transfer_record *record, transfer_key key,
                       const struct phrase *what)
{
    char found[TRANSFER_VALUE_SIZE], expected[TRANSFER_VALUE_SIZE], gap[TRANSFER_VALUE_SIZE];
    int above = is_above(sum);
    struct interval difference = above ? interval_gap(&sum->found, &sum->whole)
                                       : interval_gap(&sum->whole, &sum->found);
    struct finding finding;

    check_begin(check, &finding, rule, sum->last, sum->last_key);
    interval_spell(&sum->found, above ? INTERVAL_LOW : INTERVAL_HIGH, &sum->total, found);
    interval_spell(&difference, INTERVAL_LOW, &sum->total, gap);
    finding_add_string(&finding, "record", transfer_record_id(record));
    finding_add_string(&finding, "found", found);
    finding_add_amount(&finding, "expected", &sum->total, expected);
    if (!interval_is_sign(&difference))
        finding_add_string(&finding, above ? "excess" : "missing", gap);
    finding_add_phrase(&finding, "what", what);
    check_relate(check, &finding, record, key,
                 key == TRANSFER_PROJECT_BUDGET ? &project_budget : &agreement_amount);
    check_end(check, &finding, sum->last, sum->last_key);
}

/* ---- funders-sum, beneficiaries-sum ---- */

/* A share of the amount is rounded down or up to the minor unit, who knows how. */
static int add_part(struct sum *sum, const struct parts_item *item)
{
    struct interval addend;
    struct fraction share;

    if (item->amount_state == PARTS_GIVEN)
        return add_amount(sum, item->record, item->amount_key, &item->amount);
    if (!share_is_explicit(&item->share)) {
        sum->open = 1;
        return 1;
    }
    share = share_fraction(&item->share);
    addend = interval_of_part(&sum->total, share.numerator, share.denominator, INTERVAL_OUTWARD);
    interval_add(&sum->found, &addend);
    sum->last = item->record;
    sum->last_key = item->share_key;
    return 1;
}

/* Adds all parts; anything but TRANSFER_REASON_NONE: why they are not compared. */
static transfer_reason add_parts(const transfer_record *agreement, transfer_key key,
                                 struct sum *sum)
{
    struct parts parts;
    struct parts_item item;
    transfer_reason reason = begin_sum(agreement, TRANSFER_AGREEMENT_AMOUNT, sum);

    if (reason != TRANSFER_REASON_NONE)
        return reason;
    parts_read(agreement, key, &parts);
    if (parts.wrong)
        return TRANSFER_REASON_REPORTED;
    if (parts.form == PARTS_OPEN)
        return TRANSFER_REASON_MISSING;
    if (parts.form == PARTS_SHARES)
        return TRANSFER_REASON_OTHER_CASE;
    for (size_t i = 0; i < parts.count; i++) {
        parts_item_read(parts.records[i], &item);
        if (!add_part(sum, &item))
            return TRANSFER_REASON_REPORTED;
    }
    /* What a beneficiary pays itself it perhaps does not receive. */
    sum->open |= key == TRANSFER_AGREEMENT_BENEFICIARIES && parts_have_own(agreement);
    return TRANSFER_REASON_NONE;
}

static int is_contradiction(const struct sum *sum)
{
    return is_above(sum) || (!sum->open && is_below(sum));
}

int parts_contradict(const transfer_record *agreement, transfer_key key)
{
    struct sum sum;

    return add_parts(agreement, key, &sum) == TRANSFER_REASON_NONE && is_contradiction(&sum);
}

/* Whether the funders contradict the amount by the same sum: then the amount is wrong, as
 * funders-sum says. */
static int funders_agree(const transfer_record *agreement, const struct sum *sum)
{
    struct sum funders;

    return add_parts(agreement, TRANSFER_AGREEMENT_FUNDERS, &funders) == TRANSFER_REASON_NONE &&
           is_contradiction(&funders) && !funders.found.vague && !sum->found.vague &&
           wide_compare(funders.found.low, sum->found.low) == 0 &&
           wide_compare(funders.found.high, sum->found.high) == 0;
}

static transfer_reason check_parts(struct check *check, const struct transfer_rule *rule,
                                   const transfer_record *agreement, transfer_key key)
{
    struct sum sum;
    transfer_reason reason = add_parts(agreement, key, &sum);

    if (reason != TRANSFER_REASON_NONE)
        return reason;
    if (!is_contradiction(&sum))
        return pass(&sum);
    if (key == TRANSFER_AGREEMENT_BENEFICIARIES && funders_agree(agreement, &sum))
        return TRANSFER_REASON_REPORTED;
    report_sum(check, rule, &sum, agreement, TRANSFER_AGREEMENT_AMOUNT, NULL);
    return TRANSFER_REASON_NONE;
}

static transfer_reason check_funders_sum(struct check *check, const transfer_record *agreement)
{
    return check_parts(check, &rule_funders_sum, agreement, TRANSFER_AGREEMENT_FUNDERS);
}

static transfer_reason check_beneficiaries_sum(struct check *check,
                                               const transfer_record *agreement)
{
    return check_parts(check, &rule_beneficiaries_sum, agreement,
                       TRANSFER_AGREEMENT_BENEFICIARIES);
}

/* record: the agreement; found: the sum; expected: the amount; (missing), (excess): one of them */
const struct transfer_rule rule_funders_sum = {
    .name = "funders-sum",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_AGREEMENT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"What the funders pay is not the amount of the agreement",
               "Les apports des financeurs ne font pas le montant de la convention"}},
    .explanation =
        {{"Each funder's part is known, and together they are not the amount of the agreement. The "
          "sum is exact; of a funder with a share alone beside others with amounts, the share of "
          "the amount may be rounded down or up to the cent. With \"equal\" or \"rest\" among "
          "them, the others must not pay more than the whole; nothing may be left. Amounts such as "
          "\"more than 20000 EUR\" fail only where no figures fit. Where a funder among several "
          "states no part, or one pays in another currency, nothing is checked, and where all "
          "state shares, see shares-sum. Correct the figures, or add who is missing; whoever is "
          "not known is written as unspecified, with what is left as an amount or as the share "
          "\"rest\".",
          "L'apport de chaque financeur est connu, et leur total n'est pas le montant de la "
          "convention. La somme est exacte\u00a0; d'un financeur qui n'a qu'une part à côté "
          "d'autres qui ont un montant, la part peut être arrondie au centime inférieur ou "
          "supérieur. Avec «\u00a0equal\u00a0» ou «\u00a0rest\u00a0», les autres ne doivent pas "
          "dépasser le tout\u00a0; il peut ne rien rester. Des montants comme «\u00a0more than "
          "20000 EUR\u00a0» ne sont en faute que si aucun chiffre ne convient. Si l'un de "
          "plusieurs financeurs n'indique rien, ou paie dans une autre monnaie, rien n'est "
          "contrôlé\u00a0; si tous indiquent des parts, voyez shares-sum. Corrigez les chiffres, "
          "ou ajoutez le financeur qui manque\u00a0; s'il n'est pas connu, écrivez-le avec "
          "unspecified, et ce qui reste comme montant ou par la part «\u00a0rest\u00a0»."}},
    .message = {{"the funders of {record} pay {found} of {expected}[: {missing} is missing; "
                 "whoever is not known is written \"unspecified: true\"][: {excess} too much]",
                 "les financeurs de «\u00a0{record}\u00a0» apportent {found} sur {expected}["
                 "\u00a0: il manque {missing}\u00a0; un financeur inconnu s'écrit "
                 "«\u00a0unspecified: true\u00a0»][\u00a0: {excess} de trop]"}},
    .check = check_funders_sum,
    .missing = KEYS(TRANSFER_CONTRIBUTION_AMOUNT, TRANSFER_CONTRIBUTION_SHARE),
};

/* record: the agreement; found: the sum; expected: the amount; (missing), (excess): one of them */
const struct transfer_rule rule_beneficiaries_sum = {
    .name = "beneficiaries-sum",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_AGREEMENT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"What the beneficiaries receive is not the amount of the agreement",
               "Ce que reçoivent les bénéficiaires n'est pas le montant de la convention"}},
    .explanation =
        {{"Each beneficiary's part is known, and together they are not the amount of the "
          "agreement. It is checked as funders-sum is. Where a funder pays its own contribution, "
          "which need not be given to any beneficiary, they may receive less than the amount, but "
          "never more. Correct the figures, add who is missing, or give one of them the share "
          "\"rest\".",
          "Ce que reçoit chaque bénéficiaire est connu, et le total n'est pas le montant de la "
          "convention. Le contrôle est celui de funders-sum. Si un financeur apporte sa propre "
          "contribution, que nul bénéficiaire ne reçoit forcément, ils peuvent recevoir moins que "
          "le montant, mais jamais plus. Corrigez les chiffres, ajoutez le bénéficiaire qui "
          "manque, ou donnez à l'un d'eux la part «\u00a0rest\u00a0»."}},
    .message = {{"the beneficiaries of {record} receive {found} of {expected}[: {missing} is "
                 "missing][: {excess} too much]",
                 "les bénéficiaires de «\u00a0{record}\u00a0» reçoivent {found} sur {expected}["
                 "\u00a0: il manque {missing}][\u00a0: {excess} de trop]"}},
    .check = check_beneficiaries_sum,
    .missing = KEYS(TRANSFER_AGREEMENT_FUNDERS, TRANSFER_CONTRIBUTION_OWN_CONTRIBUTION,
                    TRANSFER_CONTRIBUTION_AMOUNT, TRANSFER_CONTRIBUTION_SHARE,
                    TRANSFER_ALLOCATION_AMOUNT, TRANSFER_ALLOCATION_SHARE),
};

/* ---- instalments-sum ---- */

/* Whether the instalment goes to a funder of the agreement, perhaps: it pays something back. */
static int is_repayment(const transfer_record *agreement, const transfer_record *instalment)
{
    transfer_record *beneficiary, *contribution, *funder;

    if (transfer_record_get_reference(instalment, TRANSFER_INSTALMENT_BENEFICIARY, &beneficiary) !=
        TRANSFER_OK)
        return transfer_record_has(instalment, TRANSFER_INSTALMENT_BENEFICIARY);
    for (size_t i = 0; i < FUNDERS_LOOKED_AT &&
                       transfer_record_record_at(agreement, TRANSFER_AGREEMENT_FUNDERS, i,
                                                 &contribution) == TRANSFER_OK;
         i++)
        if (transfer_record_get_reference(contribution, TRANSFER_CONTRIBUTION_PARTNER, &funder) ==
                TRANSFER_OK &&
            funder == beneficiary)
            return 1;
    return 0;
}

/* Whether the agreement's amount is no limit for its instalments: that of a licence is what is paid
 * at first, and royalties come on top. */
static int has_no_limit(const transfer_record *agreement)
{
    int kind;

    return transfer_record_get_choice(agreement, TRANSFER_AGREEMENT_KIND, &kind) == TRANSFER_OK &&
           (kind == TRANSFER_AGREEMENT_KIND_LICENCE || kind == TRANSFER_AGREEMENT_KIND_OPTION ||
            kind == TRANSFER_AGREEMENT_KIND_FRAMEWORK_AGREEMENT ||
            kind == TRANSFER_AGREEMENT_KIND_CONSORTIUM_AGREEMENT);
}

/* Whether what is paid may be more than what is agreed, by the value added tax. */
static int excludes_vat(const transfer_record *agreement)
{
    int vat;

    return transfer_record_get_choice(agreement, TRANSFER_AGREEMENT_VAT, &vat) == TRANSFER_OK &&
           vat == TRANSFER_AGREEMENT_VAT_EXCLUDED;
}

/* Adds what is due, and apart from it what was paid; 0 where one cannot be read. */
static int add_instalment(const transfer_record *instalment, struct sum *due, struct sum *paid)
{
    transfer_amount amount;

    if (transfer_record_get_amount(instalment, TRANSFER_INSTALMENT_AMOUNT, &amount) !=
            TRANSFER_OK ||
        !add_amount(due, instalment, TRANSFER_INSTALMENT_AMOUNT, &amount))
        return 0;
    if (transfer_record_has(instalment, TRANSFER_INSTALMENT_PAID_AMOUNT))
        return add_field(paid, instalment, TRANSFER_INSTALMENT_PAID_AMOUNT);
    return !transfer_record_has(instalment, TRANSFER_INSTALMENT_PAID) ||
           add_amount(paid, instalment, TRANSFER_INSTALMENT_AMOUNT, &amount);
}

static transfer_reason check_instalments_sum(struct check *check, const transfer_record *agreement)
{
    static const struct phrase is_due = {{"due", "prévus"}};
    static const struct phrase is_paid = {{"paid", "effectués"}};
    transfer_record *instalment;
    struct sum due, paid;
    transfer_reason reason = begin_sum(agreement, TRANSFER_AGREEMENT_AMOUNT, &due);
    size_t count;

    if (transfer_record_count(agreement, TRANSFER_AGREEMENT_INSTALMENTS, &count) != TRANSFER_OK)
        return TRANSFER_REASON_REPORTED;
    if (reason != TRANSFER_REASON_NONE || count == 0)
        return reason != TRANSFER_REASON_NONE ? reason : TRANSFER_REASON_MISSING;
    if (has_no_limit(agreement))
        return TRANSFER_REASON_OTHER_CASE;
    due.open = 1; /* more may be to come */
    paid = due;
    for (size_t i = 0; i < count; i++) {
        (void)transfer_record_record_at(agreement, TRANSFER_AGREEMENT_INSTALMENTS, i, &instalment);
        if (!is_repayment(agreement, instalment) && !add_instalment(instalment, &due, &paid))
            return TRANSFER_REASON_REPORTED;
    }
    if (is_above(&due) && funders_agree(agreement, &due))
        return TRANSFER_REASON_REPORTED;
    if (is_above(&due))
        report_sum(check, &rule_instalments_sum, &due, agreement, TRANSFER_AGREEMENT_AMOUNT,
                   &is_due);
    else if (is_above(&paid) && !excludes_vat(agreement))
        report_sum(check, &rule_instalments_sum, &paid, agreement, TRANSFER_AGREEMENT_AMOUNT,
                   &is_paid);
    else
        return pass(&due) != TRANSFER_REASON_NONE ? pass(&due) : pass(&paid);
    return TRANSFER_REASON_NONE;
}

/* record: the agreement; found: the sum; expected: the amount; (excess); what: due or paid */
const struct transfer_rule rule_instalments_sum = {
    .name = "instalments-sum",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_AGREEMENT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"The instalments come to more than the amount of the agreement",
               "Les versements dépassent le montant de la convention"}},
    .explanation =
        {{"What is due in all instalments, or what was paid in all of them, is more than the "
          "amount of the agreement. Less is normal: instalments may be still unknown, and the last "
          "is often smaller than foreseen. What was paid is the paid_amount, else the amount of an "
          "instalment with a day of payment; where value added tax is excluded it is not compared, "
          "for the tax is paid too. What goes back to a funder is no instalment in this sense, and "
          "of licences, options and framework agreements the amount is no limit. If the amount "
          "was raised, an agreement that amends this one "
          "states the new one.",
          "Le total des versements prévus, ou celui des versements effectués, dépasse le montant "
          "de la convention. Un total inférieur est normal\u00a0: des versements peuvent être "
          "encore inconnus, et le dernier est souvent plus faible que prévu. Ce qui a été payé est "
          "le paid_amount, sinon le montant d'un versement qui a une date de paiement\u00a0; quand la "
          "TVA est exclue, il n'est pas comparé, car la taxe est payée aussi. Ce qui revient à un "
          "financeur n'est pas un versement en ce sens, et le montant d'une licence, d'une option "
          "ou d'un accord-cadre n'est pas une limite. Si le montant "
          "a été relevé, une convention qui modifie celle-ci indique le nouveau."}},
    .message = {{"the instalments {what} under {record} come to {found}, and its amount is "
                 "{expected}[: {excess} too much]",
                 "les versements {what} de «\u00a0{record}\u00a0» totalisent {found}, pour un "
                 "montant de {expected}[\u00a0: {excess} de trop]"}},
    .check = check_instalments_sum,
    .missing = KEYS(TRANSFER_AGREEMENT_KIND, TRANSFER_AGREEMENT_VAT, TRANSFER_AGREEMENT_FUNDERS,
                    TRANSFER_CONTRIBUTION_PARTNER, TRANSFER_INSTALMENT_FUNDER,
                    TRANSFER_INSTALMENT_BENEFICIARY, TRANSFER_INSTALMENT_PAID_AMOUNT),
};

/* ---- participation-sum ---- */

/* Whether a partner's budget is a part of the project's: those who work for another or are linked
 * to one are paid from that one's, and the associated are not funded. */
static int has_budget_of_its_own(const transfer_record *participation)
{
    int role;
    transfer_status status =
        transfer_record_get_choice(participation, TRANSFER_PARTICIPATION_ROLE, &role);

    if (status != TRANSFER_OK)
        return status == TRANSFER_UNSET;
    return role != TRANSFER_PARTICIPATION_ROLE_SUBCONTRACTOR &&
           role != TRANSFER_PARTICIPATION_ROLE_THIRD_PARTY &&
           role != TRANSFER_PARTICIPATION_ROLE_ASSOCIATED;
}

/* Whether a partner is listed twice, and its budget with it, as participation-duplicate says. */
static int has_repeated(struct check *check, const transfer_record *project)
{
    struct members members;
    int found = 0;

    if (!members_read(check, project, &members))
        return 1;
    members_sort(&members);
    for (size_t i = 1; i < members.count && !found; i++)
        found = members_repeated(&members, i) != NULL;
    members_free(&members);
    return found;
}

static transfer_reason check_participation_sum(struct check *check, const transfer_record *project)
{
    struct sum sum;
    transfer_reason reason = begin_sum(project, TRANSFER_PROJECT_BUDGET, &sum);
    size_t count;

    if (reason != TRANSFER_REASON_NONE)
        return reason;
    if (transfer_record_count(project, TRANSFER_PROJECT_PARTNERS, &count) != TRANSFER_OK)
        return TRANSFER_REASON_REPORTED;
    sum.open = 1; /* not all partners are listed, nor do all state their budget */
    for (size_t i = 0; i < count; i++) {
        transfer_record *participation;

        (void)transfer_record_record_at(project, TRANSFER_PROJECT_PARTNERS, i, &participation);
        if (has_budget_of_its_own(participation) &&
            !add_field(&sum, participation, TRANSFER_PARTICIPATION_BUDGET))
            return TRANSFER_REASON_REPORTED;
    }
    if (!sum.last)
        return TRANSFER_REASON_MISSING;
    if (!is_above(&sum))
        return pass(&sum);
    if (has_repeated(check, project))
        return TRANSFER_REASON_REPORTED;
    report_sum(check, &rule_participation_sum, &sum, project, TRANSFER_PROJECT_BUDGET, NULL);
    return TRANSFER_REASON_NONE;
}

/* record: the project; found: the sum; expected: its budget; (excess) */
const struct transfer_rule rule_participation_sum = {
    .name = "participation-sum",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PROJECT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"The partners' budgets come to more than the project's",
               "Les budgets des partenaires dépassent celui du projet"}},
    .explanation =
        {{"A project's budget is that of the whole project, and its partners' budgets are parts of "
          "it. Together they come to more. Less is normal, since not all partners are listed or "
          "state a budget. Subcontractors and third parties are paid from another partner's budget "
          "and associated partners are not funded, so that their budgets are not added. Correct "
          "the figures, or the role of a partner.",
          "Le budget d'un projet est celui du projet entier, et ceux de ses partenaires en sont "
          "des parties. Leur total le dépasse. Un total inférieur est normal, puisque tous les "
          "partenaires ne sont pas cités ou n'indiquent pas leur budget. Les sous-traitants et les "
          "tiers sont payés sur le budget d'un autre partenaire, et les associés ne sont pas "
          "financés\u00a0: leurs budgets ne sont donc pas comptés. Corrigez les chiffres, ou le "
          "rôle d'un partenaire."}},
    .message = {{"the partners' budgets in {record} come to {found}, and the project's is "
                 "{expected}[: {excess} too much]",
                 "les budgets des partenaires de «\u00a0{record}\u00a0» totalisent {found}, pour "
                 "un budget de {expected}[\u00a0: {excess} de trop]"}},
    .check = check_participation_sum,
    .missing = KEYS(TRANSFER_PARTICIPATION_ROLE),
};
