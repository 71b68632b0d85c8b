/* The rule of French companies without a number.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above the row stand the parts that its message takes.
 */
#include <string.h>

#include "identifier-field.h"

static int is_french_company(const transfer_record *partner)
{
    const char *country;
    int kind;

    return transfer_record_get_choice(partner, TRANSFER_PARTNER_KIND, &kind) == TRANSFER_OK &&
           kind == TRANSFER_PARTNER_KIND_COMPANY &&
           transfer_record_get_text(partner, TRANSFER_PARTNER_COUNTRY, &country) == TRANSFER_OK &&
           strcmp(country, "FR") == 0;
}

/* Whether it may have closed before there were such numbers, as far as its file tells. */
static transfer_reason is_from_before(const transfer_record *partner)
{
    const struct cell *closed = record_cell(partner, key_number(TRANSFER_PARTNER_CLOSED));

    if (!closed)
        return TRANSFER_REASON_NONE;
    if (closed->unreadable)
        return TRANSFER_REASON_REPORTED;
    return transfer_date_is_before(&closed->value.date, &rule_identifier_expected.from) ==
                   TRANSFER_CERTAINLY_NOT
               ? TRANSFER_REASON_NONE
               : TRANSFER_REASON_NOT_IN_FORCE;
}

/* Looks for a number that tells which legal unit it is.  TRANSFER_REASON_REPORTED: those that are
 * given are wrong. */
static transfer_reason find_number(const transfer_record *partner)
{
    static const enum identifier_kind kinds[] = {IDENTIFIER_SIREN, IDENTIFIER_SIRET,
                                                 IDENTIFIER_VAT};
    transfer_reason found = TRANSFER_REASON_MISSING;

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        struct identifier number;
        transfer_reason reason = identifier_read_right(partner, kinds[i], &number);

        if (reason == TRANSFER_REASON_NONE &&
            (kinds[i] != IDENTIFIER_VAT || identifier_vat_siren(number.text, number.length)))
            return TRANSFER_REASON_NONE;
        if (reason == TRANSFER_REASON_REPORTED)
            found = TRANSFER_REASON_REPORTED;
    }
    return found;
}

static transfer_reason check_identifier_expected(struct check *check,
                                                 const transfer_record *partner)
{
    struct finding finding;
    transfer_reason reason;

    if (!is_french_company(partner))
        return TRANSFER_REASON_OTHER_CASE;
    reason = find_number(partner);
    if (reason != TRANSFER_REASON_MISSING)
        return reason;
    reason = is_from_before(partner);
    if (reason != TRANSFER_REASON_NONE)
        return reason;
    check_begin(check, &finding, &rule_identifier_expected, partner, 0);
    finding_add_string(&finding, "record", transfer_record_id(partner));
    check_end(check, &finding, partner, 0);
    return TRANSFER_REASON_NONE;
}

/* record: the id */
const struct transfer_rule rule_identifier_expected = {
    .name = "identifier-expected",
    .severity = TRANSFER_NOTE,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .from = {.year = 1973, .month = 3, .day = 14},
    .source = "Décret n° 73-314 du 14 mars 1973; Code de commerce, art. R123-220 to R123-222",
    .title = {{"A French company has no SIREN number",
               "Une entreprise française n'a pas de numéro SIREN"}},
    .explanation =
        {{"Every company in France has a SIREN number since 1973. With it, siret or a French VAT "
          "number the company is known for certain, and aid that it receives under several names "
          "can be added up; names alone change and are shared. A foreign company, also one without "
          "country, is not asked for it, nor one that closed before these numbers.",
          "Toute entreprise a en France un numéro SIREN depuis 1973. Avec lui, siret ou un numéro "
          "de TVA français, l'entreprise est connue sans équivoque, et les aides qu'elle reçoit "
          "sous plusieurs noms peuvent s'additionner\u00a0; les noms changent et se partagent. Il "
          "n'est pas demandé aux entreprises étrangères ou sans pays indiqué, ni à celles qui ont "
          "fermé avant ces numéros."}},
    .message = {{"\"{record}\" is a French company without siren, siret or French VAT number",
                 "«\u00a0{record}\u00a0» est une entreprise française sans siren, ni siret, ni "
                 "numéro de TVA français"}},
    .check = check_identifier_expected,
    .missing = KEYS(TRANSFER_PARTNER_SIREN, TRANSFER_PARTNER_SIRET, TRANSFER_PARTNER_VAT,
                    TRANSFER_PARTNER_CLOSED),
};
