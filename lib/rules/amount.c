/* Rules of single amounts: their currency and their sign.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes; those in brackets may be missing.
 */
#include <stdlib.h>
#include <string.h>

#include "amount.h"
#include "check.h"
#include "record-date.h"
#include "reference.h"

/* The types that have fields of kind amount. */
#define AMOUNT_TYPES                                                                               \
    (1u << TRANSFER_TYPE_PROGRAMME | 1u << TRANSFER_TYPE_PROJECT |                                 \
     1u << TRANSFER_TYPE_PARTICIPATION | 1u << TRANSFER_TYPE_FISCAL_YEAR |                         \
     1u << TRANSFER_TYPE_AGREEMENT | 1u << TRANSFER_TYPE_CONTRIBUTION |                            \
     1u << TRANSFER_TYPE_ALLOCATION | 1u << TRANSFER_TYPE_INSTALMENT |                             \
     1u << TRANSFER_TYPE_AID_DECLARATION)

/* Where amounts are, and the currency that was met last: most are in the same. */
struct amounts {
    uint64_t fields[TYPE_NUMBER_MAX + 1]; /* by type: bit n is field number n */
    char currency[4];
    const struct reference_row *row;
};

static void *find_amounts(struct check *check)
{
    struct amounts *amounts = calloc(1, sizeof *amounts);

    if (!amounts) {
        check->status = TRANSFER_NO_MEMORY;
        return NULL;
    }
    for (size_t i = 0; i < schema_type_count; i++) {
        const struct type *type = &schema_types[i];

        for (size_t j = 0; j < type->count; j++)
            if (type->fields[j].kind == KIND_AMOUNT || type->fields[j].kind == KIND_MEASURE)
                amounts->fields[type->number] |= (uint64_t)1 << type->fields[j].number;
    }
    return amounts;
}

static const struct index amounts_index = {find_amounts, free};

/* The fields of a record that amounts may be in. */
static uint64_t amount_fields(const struct amounts *amounts, const transfer_record *record)
{
    return amounts ? record->present & amounts->fields[record->type] : 0;
}

/* The amount in a field; NULL: none is given or readable, or an indicator measures no money. */
static const transfer_amount *amount_in(const transfer_record *record, unsigned number)
{
    const struct cell *cell = record_cell(record, number);

    return cell && !cell->unreadable && !cell->is_quantity ? cell->value.amount : NULL;
}

/* ---- currency-withdrawn ---- */

/* What is due is in the currency that was agreed, however late it is due; what is paid is in one of
 * the day it is paid. */
static int instalment_date(const transfer_record *instalment, transfer_key key,
                           transfer_date *date)
{
    int is_paid = key == TRANSFER_INSTALMENT_PAID_AMOUNT ||
                  !transfer_record_has(instalment, TRANSFER_INSTALMENT_PAID_AMOUNT);

    if (is_paid &&
        transfer_record_get_date(instalment, TRANSFER_INSTALMENT_PAID, date) == TRANSFER_OK)
        return 1;
    return record_date(transfer_record_parent(instalment), date);
}

static void report_withdrawn(struct check *check, const transfer_record *record, transfer_key key,
                             const transfer_amount *amount, const transfer_date *date,
                             const struct reference_row *row)
{
    transfer_date last = {.year = row->until_year, .month = row->until_month,
                          .day = row->until_day};
    char found[TRANSFER_VALUE_SIZE], day[TRANSFER_VALUE_SIZE], until[TRANSFER_VALUE_SIZE];
    struct finding finding;

    check_begin(check, &finding, &rule_currency_withdrawn, record, key);
    finding_add_string(&finding, "field", transfer_field_name(key));
    finding_add_amount(&finding, "found", amount, found);
    finding_add_date(&finding, "date", date, day);
    finding_add_date(&finding, "until", &last, until);
    check_end(check, &finding, record, key);
}

static const struct reference_row *find_currency(struct amounts *amounts,
                                                 const transfer_amount *amount)
{
    if (memcmp(amounts->currency, amount->currency, sizeof amounts->currency) != 0) {
        memcpy(amounts->currency, amount->currency, sizeof amounts->currency);
        amounts->row =
            reference_find(TABLE_CURRENCY, amount->currency, strlen(amount->currency));
    }
    return amounts->row;
}

static transfer_reason look_withdrawn(struct check *check, const transfer_record *record,
                                      transfer_key key, const transfer_amount *amount,
                                      const struct reference_row *row)
{
    transfer_certainty is_valid;
    transfer_date date;

    if (!row)
        return TRANSFER_REASON_NO_TABLE;
    if (row->until_year == 0)
        return TRANSFER_REASON_NONE;
    if (record->type == TRANSFER_TYPE_INSTALMENT ? !instalment_date(record, key, &date)
                                                 : !record_date(record, &date))
        return TRANSFER_REASON_UNDATED;
    is_valid = reference_is_valid(row, &date);
    if (is_valid == TRANSFER_CERTAINLY_NOT)
        report_withdrawn(check, record, key, amount, &date, row);
    return is_valid == TRANSFER_POSSIBLY ? TRANSFER_REASON_VAGUE : TRANSFER_REASON_NONE;
}

static transfer_reason check_currency_withdrawn(struct check *check, const transfer_record *record)
{
    struct amounts *amounts = check_index(check, &amounts_index);
    uint64_t fields = amount_fields(amounts, record);
    transfer_reason reason = TRANSFER_REASON_MISSING, one;

    for (; fields; fields &= fields - 1) {
        unsigned number = (unsigned)__builtin_ctzll(fields);
        const transfer_amount *amount = amount_in(record, number);

        if (!amount)
            continue;
        one = look_withdrawn(check, record, SCHEMA_KEY(record->type, (int)number), amount,
                             find_currency(amounts, amount));
        if (reason != TRANSFER_REASON_NONE)
            reason = one;
    }
    return reason;
}

/* field; found: the amount; date: of the record; until: the last day of the currency */
const struct transfer_rule rule_currency_withdrawn = {
    .name = "currency-withdrawn",
    .severity = TRANSFER_WARNING,
    .types = AMOUNT_TYPES | 1u << TRANSFER_TYPE_INDICATOR,
    .since = "1.0",
    .source = "ISO 4217",
    .title = {{"The currency no longer existed", "La monnaie n'existait plus"}},
    .explanation =
        {{"An amount is in a currency that had been withdrawn before the record's date: French "
          "francs in 2003, kunas after January 2023, leva after January 2026. ISO 4217 gives the "
          "month of withdrawal, which counts whole. The date is that of the record, or of the one "
          "that it lies in; what an instalment pays is judged by the day of payment, what it is to "
          "pay by the day of the agreement. State the amount in the currency of that day, "
          "converted at the official rate, or correct the date. A figure that sums up earlier "
          "years may well be in the currency of those years: then give it their period.",
          "Un montant est dans une monnaie retirée avant la date de la fiche\u00a0: francs "
          "français en 2003, kunas après janvier 2023, levs après janvier 2026. La norme ISO 4217 "
          "donne le mois du retrait, qui compte en entier. La date est celle de la fiche, ou de "
          "celle qui la contient\u00a0; ce qu'un versement paie est jugé à la date du paiement, ce "
          "qu'il doit payer à celle de la convention. Indiquez le montant dans la monnaie du jour, "
          "converti au taux officiel, ou corrigez la date. Un chiffre qui récapitule des années "
          "antérieures peut être dans la monnaie d'alors\u00a0: donnez-lui dans ce cas leur "
          "période."}},
    .message = {{"{field}: {found}, dated {date}, is in a currency that was withdrawn after "
                 "{until}",
                 "{field}\u00a0: {found}, daté de {date}, est dans une monnaie retirée après le "
                 "{until}"}},
    .check = check_currency_withdrawn,
    .missing = KEYS(TRANSFER_AGREEMENT_AWARDED, TRANSFER_AGREEMENT_SIGNED,
                    TRANSFER_AGREEMENT_PERIOD, TRANSFER_PORTFOLIO_AS_OF,
                    TRANSFER_PORTFOLIO_PUBLISHED, TRANSFER_PROGRAMME_PERIOD,
                    TRANSFER_PROJECT_PERIOD, TRANSFER_RESULT_FILED, TRANSFER_RESULT_PUBLISHED,
                    TRANSFER_INDICATOR_DATE, TRANSFER_INDICATOR_PERIOD,
                    TRANSFER_PLATFORM_EVENT_DATE, TRANSFER_HOLDING_FROM, TRANSFER_FISCAL_YEAR_YEAR,
                    TRANSFER_PARTICIPATION_PERIOD, TRANSFER_MILESTONE_ACHIEVED,
                    TRANSFER_MILESTONE_DUE, TRANSFER_INSTALMENT_PAID, TRANSFER_INSTALMENT_DUE),
};

/* Whether currency-withdrawn certainly says something of an amount. */
static int is_withdrawn(struct amounts *amounts, const transfer_record *record, transfer_key key,
                        const transfer_amount *amount)
{
    const struct reference_row *row = amounts ? find_currency(amounts, amount) : NULL;
    transfer_date date;

    return row && row->until_year != 0 &&
           (record->type == TRANSFER_TYPE_INSTALMENT ? instalment_date(record, key, &date)
                                                     : record_date(record, &date)) &&
           reference_is_valid(row, &date) == TRANSFER_CERTAINLY_NOT;
}

/* ---- amount-negative ---- */

static transfer_reason check_amount_negative(struct check *check, const transfer_record *record)
{
    uint64_t fields = amount_fields(check_index(check, &amounts_index), record);
    transfer_reason reason = TRANSFER_REASON_MISSING;
    char found[TRANSFER_VALUE_SIZE];
    struct finding finding;

    for (; fields; fields &= fields - 1) {
        unsigned number = (unsigned)__builtin_ctzll(fields);
        const transfer_amount *amount = amount_in(record, number);
        transfer_key key = SCHEMA_KEY(record->type, (int)number);

        if (!amount)
            continue;
        reason = TRANSFER_REASON_NONE;
        if (!amount_is_negative(amount))
            continue;
        check_begin(check, &finding, &rule_amount_negative, record, key);
        finding_add_string(&finding, "field", transfer_field_name(key));
        finding_add_amount(&finding, "found", amount, found);
        check_end(check, &finding, record, key);
    }
    return reason;
}

/* field; found: the amount */
const struct transfer_rule rule_amount_negative = {
    .name = "amount-negative",
    .severity = TRANSFER_ERROR,
    .types = AMOUNT_TYPES,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"An amount is negative", "Un montant est négatif"}},
    .explanation =
        {{"Budgets, costs, parts and payments of this format are never less than nothing: who pays "
          "and who receives is said by the fields, not by the sign. An agreement that amends "
          "another restates the whole amount, not the difference, and what is paid back is no "
          "instalment. Sums over a negative amount are not checked. The values of indicators may "
          "be negative.",
          "Les budgets, coûts, parts et versements de ce format ne sont jamais inférieurs à "
          "zéro\u00a0: ce sont les champs, et non le signe, qui disent qui paie et qui reçoit. Une "
          "convention qui en modifie une autre reprend le montant entier, et non la différence, et "
          "un remboursement n'est pas un versement. Les sommes où entre un montant négatif ne sont "
          "pas contrôlées. La valeur d'un indicateur peut être négative."}},
    .message = {{"{field}: {found} is negative, and no amount here can be",
                 "{field}\u00a0: {found} est négatif, et aucun montant ne peut l'être ici"}},
    .check = check_amount_negative,
};

/* ---- currency-mixed ---- */

/* What is a part of what; the total is the record's own, or of the record it lies in. */
static const struct {
    transfer_key part, total;
} pairs[] = {
    {TRANSFER_AGREEMENT_ELIGIBLE_COSTS, TRANSFER_AGREEMENT_AMOUNT},
    {TRANSFER_CONTRIBUTION_AMOUNT, TRANSFER_AGREEMENT_AMOUNT},
    {TRANSFER_ALLOCATION_AMOUNT, TRANSFER_AGREEMENT_AMOUNT},
    {TRANSFER_INSTALMENT_AMOUNT, TRANSFER_AGREEMENT_AMOUNT},
    {TRANSFER_INSTALMENT_PAID_AMOUNT, TRANSFER_AGREEMENT_AMOUNT},
    {TRANSFER_AID_DECLARATION_ELIGIBLE_COSTS, TRANSFER_AGREEMENT_AMOUNT},
    {TRANSFER_AID_DECLARATION_AID, TRANSFER_AGREEMENT_AMOUNT},
    {TRANSFER_PARTICIPATION_BUDGET, TRANSFER_PROJECT_BUDGET},
};

static void report_mixed(struct check *check, const transfer_record *record, transfer_key key,
                         const transfer_amount *part, const transfer_record *owner,
                         transfer_key total_key, const transfer_amount *total)
{
    static const struct phrase of_total = {{"the amount it is a part of",
                                            "le montant dont il fait partie"}};
    char found[TRANSFER_VALUE_SIZE], whole[TRANSFER_VALUE_SIZE];
    struct finding finding;

    check_begin(check, &finding, &rule_currency_mixed, record, key);
    finding_add_string(&finding, "field", transfer_field_name(key));
    finding_add_amount(&finding, "found", part, found);
    finding_add_string(&finding, "expected", total->currency);
    finding_add_amount(&finding, "total", total, whole);
    check_relate(check, &finding, owner, total_key, &of_total);
    check_end(check, &finding, record, key);
}

/* Whether it is the participation of one that is not funded: its budget is no part. */
static int is_associated(const transfer_record *record)
{
    int role;

    return record->type == TRANSFER_TYPE_PARTICIPATION &&
           transfer_record_get_choice(record, TRANSFER_PARTICIPATION_ROLE, &role) == TRANSFER_OK &&
           role == TRANSFER_PARTICIPATION_ROLE_ASSOCIATED;
}

static transfer_reason check_currency_mixed(struct check *check, const transfer_record *record)
{
    transfer_reason reason = TRANSFER_REASON_MISSING;
    struct amounts *amounts;

    if (is_associated(record))
        return TRANSFER_REASON_OTHER_CASE;

    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        const transfer_record *owner = record;
        const transfer_amount *part, *total;

        if (key_type(pairs[i].part) != record->type)
            continue;
        if (key_type(pairs[i].total) != record->type)
            owner = record->owner;
        part = amount_in(record, key_number(pairs[i].part));
        total = amount_in(owner, key_number(pairs[i].total));
        if (!part || !total)
            continue;
        reason = TRANSFER_REASON_NONE;
        if (amount_is_alike(part, total))
            continue;
        amounts = check_index(check, &amounts_index);
        if (is_withdrawn(amounts, record, pairs[i].part, part) ||
            is_withdrawn(amounts, owner, pairs[i].total, total))
            reason = TRANSFER_REASON_REPORTED;
        else
            report_mixed(check, record, pairs[i].part, part, owner, pairs[i].total, total);
    }
    return reason;
}

/* field; found: the part; expected: the currency of the total; total */
const struct transfer_rule rule_currency_mixed = {
    .name = "currency-mixed",
    .severity = TRANSFER_WARNING,
    .types = 1u << TRANSFER_TYPE_AGREEMENT | 1u << TRANSFER_TYPE_CONTRIBUTION |
             1u << TRANSFER_TYPE_ALLOCATION | 1u << TRANSFER_TYPE_INSTALMENT |
             1u << TRANSFER_TYPE_AID_DECLARATION | 1u << TRANSFER_TYPE_PARTICIPATION,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A part is in another currency than the whole",
               "Une partie est dans une autre monnaie que le tout"}},
    .explanation =
        {{"A part of an agreement, an instalment, its eligible costs or its aid is in another "
          "currency than the agreement's amount, or a partner's budget in another than the "
          "project's. That can be right: a partner abroad may pay in its own currency. But nothing "
          "is converted, so that the sums with this part are not checked. To have them checked, "
          "state the part in the currency of the whole, with the rate in a note, or as a share.",
          "Une part d'une convention, un versement, ses coûts éligibles ou son aide est dans une "
          "autre monnaie que le montant de la convention, ou le budget d'un partenaire dans une "
          "autre que celui du projet. Cela peut être exact\u00a0: un partenaire étranger peut "
          "payer dans sa monnaie. Mais rien n'est converti, et les sommes où entre cette partie ne "
          "sont donc pas contrôlées. Pour qu'elles le soient, indiquez la partie dans la monnaie "
          "du tout, avec le taux en remarque, ou sous forme de part."}},
    .message = {{"{field}: {found} is not in {expected}, as the whole of {total} is; nothing is "
                 "converted, and sums with it are not checked",
                 "{field}\u00a0: {found} n'est pas en {expected}, contrairement au total de "
                 "{total}\u00a0; rien n'est converti, et les sommes où il entre ne sont pas "
                 "contrôlées"}},
    .check = check_currency_mixed,
    .missing = KEYS(TRANSFER_PARTICIPATION_ROLE),
};
