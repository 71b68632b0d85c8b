/* Rules of shares: what they sum to, and the amount beside one.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes; those in brackets may be missing.
 */
#include "amount.h"
#include "interval.h"
#include "parts.h"
#include "share-sum.h"
#include "sum.h"

static const transfer_key lists[] = {TRANSFER_AGREEMENT_FUNDERS, TRANSFER_AGREEMENT_BENEFICIARIES};

enum { LISTS = sizeof lists / sizeof lists[0] };

/* ---- shares-sum ---- */

/* What the shares of a list come to. */
struct shares {
    struct share_sum sum;
    struct parts_item first, last; /* explicit ones */
    size_t count;                  /* of the explicit ones */
    unsigned open : 1;             /* "equal" or "rest" takes what they leave */
    unsigned alike : 1;            /* the explicit ones are the same */
};

static void add_shares(const struct parts *parts, struct shares *shares)
{
    struct parts_item item;

    *shares = (struct shares){.sum = SHARE_SUM_NONE, .alike = 1};
    for (size_t i = 0; i < parts->count; i++) {
        parts_item_read(parts->records[i], &item);
        if (!share_is_explicit(&item.share)) {
            shares->open = 1;
            continue;
        }
        share_sum_add(&shares->sum, &item.share);
        if (shares->count++ == 0)
            shares->first = item;
        shares->alike &= item.share.numerator == shares->first.share.numerator &&
                         item.share.denominator == shares->first.share.denominator;
        shares->last = item;
    }
}

/* Whether each share is the same part of the whole, rounded to its decimals: 33.33% three times. */
static int are_rounded(const struct shares *shares)
{
    uint64_t unit = (uint64_t)shares->last.share.denominator;
    struct fraction most = {shares->count, 2 * unit};

    return shares->alike && !shares->open && !shares->sum.has_ratio && shares->count > 1 &&
           !shares->sum.inexact && fraction_compare(share_sum_gap(&shares->sum), most) <= 0;
}

static void report_shares(struct check *check, const struct parts *parts,
                          const struct shares *shares)
{
    static const struct phrase all_of_them = {{"the shares that are added up",
                                               "les parts qui sont additionnées"}};
    transfer_share exact = {.numerator = 1, .denominator = (int64_t)shares->count,
                            .form = TRANSFER_SHARE_RATIO};
    const struct parts_item *last = &shares->last;
    char text[TRANSFER_VALUE_SIZE];
    struct share_sum_texts texts;
    struct finding finding;

    check_begin(check, &finding, &rule_shares_sum, last->record, last->share_key);
    finding_add_string(&finding, "record", transfer_record_id(parts->agreement));
    share_sum_fill(&shares->sum, &finding, &texts);
    if (are_rounded(shares))
        finding_add_share(&finding, "exact", &exact, text);
    check_relate(check, &finding, parts->agreement, parts->key, &all_of_them);
    check_end(check, &finding, last->record, last->share_key);
}

static transfer_reason look_shares(struct check *check, const transfer_record *agreement,
                                   transfer_key key)
{
    struct shares shares;
    struct parts parts;

    parts_read(agreement, key, &parts);
    if (parts.form == PARTS_AMOUNTS || parts.form == PARTS_MIXED)
        return TRANSFER_REASON_OTHER_CASE;
    if (parts.wrong)
        return TRANSFER_REASON_REPORTED;
    if (parts.form == PARTS_OPEN)
        return TRANSFER_REASON_MISSING;
    add_shares(&parts, &shares);
    if (share_sum_is_above(&shares.sum) || (!shares.open && share_sum_is_below(&shares.sum)))
        report_shares(check, &parts, &shares);
    else if (shares.sum.inexact)
        return TRANSFER_REASON_VAGUE;
    return TRANSFER_REASON_NONE;
}

static transfer_reason check_shares_sum(struct check *check, const transfer_record *agreement)
{
    transfer_reason reason = TRANSFER_REASON_MISSING;

    for (size_t i = 0; i < LISTS; i++) {
        transfer_reason one = look_shares(check, agreement, lists[i]);

        if (one == TRANSFER_REASON_NONE || reason == TRANSFER_REASON_MISSING)
            reason = one;
    }
    return reason;
}

/* record: the agreement; found: the sum; expected: the whole; (missing), (excess): one of them;
 * (exact): the fraction that each share is a rounding of */
const struct transfer_rule rule_shares_sum = {
    .name = "shares-sum",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_AGREEMENT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"Shares do not add up to the whole", "Des parts ne font pas le tout"}},
    .explanation =
        {{"Every funder, or every beneficiary, of the agreement has a share, and together they are "
          "not the whole. The sum is exact: 1/3 three times is the whole, 33.33% three times is "
          "not, and the message says that 0.01% is missing. Write fractions, or \"equal\" for all "
          "who have the same share. With \"equal\" or \"rest\" among them, the others must not "
          "exceed the whole; they may take all of it, and nothing is left then. Where every part "
          "has an amount, or some have an amount alone, see funders-sum and beneficiaries-sum; "
          "where one of several parts says nothing, nothing is checked. The agreement's amount is "
          "not needed.",
          "Chaque financeur, ou chaque bénéficiaire, de la convention a une part, et elles ne font "
          "pas le tout. La somme est exacte\u00a0: trois fois 1/3 font le tout, trois fois 33.33% "
          "non, et le message dit qu'il manque 0.01%. Écrivez des fractions, ou "
          "«\u00a0equal\u00a0» pour tous ceux qui ont la même part. Avec «\u00a0equal\u00a0» ou "
          "«\u00a0rest\u00a0», les autres ne doivent pas dépasser le tout\u00a0; ils peuvent le "
          "prendre entièrement, et il ne reste alors rien. Si chacun a un montant, ou si certains "
          "n'ont qu'un montant, voyez funders-sum et beneficiaries-sum\u00a0; si l'un de plusieurs "
          "n'indique rien, rien n'est contrôlé. Le montant de la convention n'est pas "
          "nécessaire."}},
    .message = {{"the shares of {record} add up to {found}[, {missing} is missing][, {excess} is "
                 "too much][; {exact} for each, or equal, is exact]",
                 "les parts de «\u00a0{record}\u00a0» totalisent {found}[, il manque {missing}][, "
                 "soit {excess} de trop][\u00a0; {exact} pour chacun, ou equal, est exact]"}},
    .check = check_shares_sum,
    .missing = KEYS(TRANSFER_CONTRIBUTION_AMOUNT, TRANSFER_CONTRIBUTION_SHARE,
                    TRANSFER_ALLOCATION_AMOUNT, TRANSFER_ALLOCATION_SHARE, TRANSFER_HOLDING_SHARE),
};

/* ---- share-and-amount ---- */

/* The amounts that a share of the total may be written as: what it comes to, rounded down or up to
 * the minor unit; beside a percentage also what rounds to it at its decimals, halves either way. */
static struct interval find_allowed(const transfer_amount *total, const transfer_share *share)
{
    uint64_t numerator = (uint64_t)share->numerator, denominator = (uint64_t)share->denominator;
    struct interval allowed = interval_of_part(total, numerator, denominator, INTERVAL_OUTWARD);
    struct interval least, most;

    if (share->form != TRANSFER_SHARE_PERCENT)
        return allowed;
    least = interval_of_part(total, numerator ? 2 * numerator - 1 : 0, 2 * denominator,
                             INTERVAL_INWARD);
    most = interval_of_part(total, 2 * numerator + 1, 2 * denominator, INTERVAL_INWARD);
    if (wide_compare(least.low, allowed.low) < 0)
        allowed.low = least.low;
    if (wide_compare(most.high, allowed.high) > 0)
        allowed.high = most.high;
    allowed.unbounded = most.unbounded;
    return allowed;
}

static void report_share_and_amount(struct check *check, const struct parts_item *item,
                                    const transfer_record *agreement,
                                    const transfer_amount *total)
{
    static const struct phrase of_share = {{"the share", "la part"}};
    static const struct phrase of_total = {{"the agreement's amount",
                                            "le montant de la convention"}};
    char found[TRANSFER_VALUE_SIZE], share[TRANSFER_VALUE_SIZE], whole[TRANSFER_VALUE_SIZE];
    char expected[TRANSFER_VALUE_SIZE];
    struct finding finding;
    transfer_amount due;

    check_begin(check, &finding, &rule_share_and_amount, item->record, item->amount_key);
    finding_add_amount(&finding, "found", &item->amount, found);
    finding_add_share(&finding, "share", &item->share, share);
    finding_add_amount(&finding, "total", total, whole);
    if (transfer_amount_share(total, &item->share, &due) == TRANSFER_OK)
        finding_add_amount(&finding, "expected", &due, expected);
    check_relate(check, &finding, item->record, item->share_key, &of_share);
    check_relate(check, &finding, agreement, TRANSFER_AGREEMENT_AMOUNT, &of_total);
    check_end(check, &finding, item->record, item->amount_key);
}

/* Why a part cannot be held against the total; TRANSFER_REASON_NONE: it can. */
static transfer_reason read_both(const struct parts_item *item, const transfer_record *agreement,
                                 transfer_amount *total)
{
    transfer_status status =
        transfer_record_get_amount(agreement, TRANSFER_AGREEMENT_AMOUNT, total);

    if (item->amount_state == PARTS_ABSENT || item->share_state == PARTS_ABSENT ||
        status == TRANSFER_UNSET)
        return TRANSFER_REASON_MISSING;
    if (item->amount_state == PARTS_WRONG || item->share_state == PARTS_WRONG ||
        status != TRANSFER_OK || amount_is_negative(total))
        return TRANSFER_REASON_REPORTED;
    if (!share_is_explicit(&item->share))
        return TRANSFER_REASON_OTHER_CASE;
    return amount_is_alike(&item->amount, total) ? TRANSFER_REASON_NONE
                                                 : TRANSFER_REASON_REPORTED;
}

static transfer_key list_of(const transfer_record *part)
{
    return transfer_record_type(part) == TRANSFER_TYPE_CONTRIBUTION
               ? TRANSFER_AGREEMENT_FUNDERS
               : TRANSFER_AGREEMENT_BENEFICIARIES;
}

static transfer_reason check_share_and_amount(struct check *check, const transfer_record *record)
{
    const transfer_record *agreement = transfer_record_parent(record);
    struct interval allowed, amount;
    struct parts_item item;
    transfer_amount total;
    transfer_reason reason;

    parts_item_read((transfer_record *)(uintptr_t)record, &item);
    reason = read_both(&item, agreement, &total);
    if (reason != TRANSFER_REASON_NONE)
        return reason;
    allowed = find_allowed(&total, &item.share);
    amount = interval_of(&item.amount);
    if (interval_is_above(&amount, &allowed) == TRANSFER_CERTAINLY ||
        interval_is_above(&allowed, &amount) == TRANSFER_CERTAINLY) {
        /* The total may be what is wrong, or the sum fails by this very amount. */
        if (parts_contradict(agreement, list_of(record)))
            return TRANSFER_REASON_REPORTED;
        report_share_and_amount(check, &item, agreement, &total);
    } else if (amount.vague || allowed.vague) {
        return TRANSFER_REASON_VAGUE;
    }
    return TRANSFER_REASON_NONE;
}

/* found: the amount; share; total; (expected): what the share comes to */
const struct transfer_rule rule_share_and_amount = {
    .name = "share-and-amount",
    .severity = TRANSFER_ERROR,
    .types = 1u << TRANSFER_TYPE_CONTRIBUTION | 1u << TRANSFER_TYPE_ALLOCATION,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A share and the amount beside it differ",
               "Une part et le montant à côté d'elle diffèrent"}},
    .explanation =
        {{"A funder or beneficiary has a share and an amount, and the amount is not that share of "
          "the agreement's. It may be rounded down or up to the cent: 45% of 208796.82 EUR is "
          "93958.56 or 93958.57 EUR. Where the share is a percentage, an amount is right too that "
          "gives this percentage when it is rounded to as many decimals as are written: 45% also "
          "stands beside 94000 EUR, and 45.00% does not. A half may be rounded either way. Correct "
          "one of the two, write the percentage with fewer decimals, or leave one of them out.",
          "Un financeur ou un bénéficiaire a une part et un montant, et le montant n'est pas cette "
          "part de celui de la convention. Il peut être arrondi au centime inférieur ou "
          "supérieur\u00a0: 45% de 208796.82 EUR font 93958.56 ou 93958.57 EUR. Si la part est un "
          "pourcentage, un montant est juste aussi quand il donne ce pourcentage, arrondi à autant "
          "de décimales qu'il en est écrit\u00a0: 45% convient aussi à 94000 EUR, et 45.00% non. "
          "Une moitié peut être arrondie dans les deux sens. Corrigez l'un des deux, écrivez le "
          "pourcentage avec moins de décimales, ou supprimez l'un d'eux."}},
    .message = {{"{found} is not {share} of {total}[, which is {expected}]",
                 "{found} ne font pas {share} de {total}[, soit {expected}]"}},
    .check = check_share_and_amount,
};

/* ---- share-rest-twice ---- */

static void report_rest(struct check *check, const struct parts_item *item,
                        const struct parts_item *first)
{
    static const struct phrase of_first = {{"the first \"rest\"",
                                            "le premier «\u00a0rest\u00a0»"}};
    struct finding finding;

    check_begin(check, &finding, &rule_share_rest_twice, item->record, item->share_key);
    finding_add_string(&finding, "found", "rest");
    finding_add_string(&finding, "expected", "equal");
    check_relate(check, &finding, first->record, first->share_key, &of_first);
    check_end(check, &finding, item->record, item->share_key);
}

static transfer_reason check_share_rest_twice(struct check *check,
                                              const transfer_record *agreement)
{
    transfer_reason reason = TRANSFER_REASON_MISSING;

    for (size_t i = 0; i < LISTS; i++) {
        struct parts_item item, first;
        struct parts parts;
        int has_first = 0;

        parts_find(agreement, lists[i], &parts);
        for (size_t j = 0; j < parts.count; j++) {
            parts_item_read(parts.records[j], &item);
            if (item.share_state != PARTS_GIVEN || item.share.form != TRANSFER_SHARE_REST)
                continue;
            reason = TRANSFER_REASON_NONE;
            if (has_first++)
                report_rest(check, &item, &first);
            else
                first = item;
        }
    }
    return reason;
}

/* found: rest; expected: equal */
const struct transfer_rule rule_share_rest_twice = {
    .name = "share-rest-twice",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_AGREEMENT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"Two parties have the rest", "Deux parties ont le reste"}},
    .explanation =
        {{"The share \"rest\" is all that the others leave, so that of the funders, or of the "
          "beneficiaries, of an agreement only one can have it: what each of two would have is not "
          "said. If they divide equally what is left, write \"equal\" for all of them; else give "
          "all but one their share or amount.",
          "La part «\u00a0rest\u00a0» est tout ce que laissent les autres\u00a0: un seul des "
          "financeurs, ou un seul des bénéficiaires, d'une convention peut donc l'avoir, car il "
          "n'est pas dit ce que chacun de deux en aurait. S'ils se partagent également ce qui "
          "reste, écrivez «\u00a0equal\u00a0» pour chacun\u00a0; sinon, donnez à tous sauf un leur "
          "part ou leur montant."}},
    .message = {{"only one can have the share {found}; for parties that divide it equally, write "
                 "{expected}",
                 "un seul peut avoir la part {found}\u00a0; si plusieurs se la partagent "
                 "également, écrivez {expected}"}},
    .check = check_share_rest_twice,
};
