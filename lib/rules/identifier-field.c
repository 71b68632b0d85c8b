/* Reading identifiers of partners, and reporting what is wrong with one of them.
 *
 * SPDX-License-Identifier: MIT
 */
#include "identifier-field.h"

#include <string.h>

#include "ascii.h"
#include "reference.h"

const transfer_key identifier_keys[] = {
    [IDENTIFIER_SIREN] = TRANSFER_PARTNER_SIREN, [IDENTIFIER_SIRET] = TRANSFER_PARTNER_SIRET,
    [IDENTIFIER_VAT] = TRANSFER_PARTNER_VAT,     [IDENTIFIER_ROR] = TRANSFER_PARTNER_ROR,
    [IDENTIFIER_LEI] = TRANSFER_PARTNER_LEI,     [IDENTIFIER_RNSR] = TRANSFER_PARTNER_RNSR,
    [IDENTIFIER_RNA] = TRANSFER_PARTNER_RNA,
};

/* The length of a space at the beginning, or, with `at_end`, at the end; 0: none. */
static size_t space(const char *text, size_t length, int at_end)
{
    static const char no_break_space[] = "\xc2\xa0";

    if (length >= 1 && is_space(text[at_end ? length - 1 : 0]))
        return 1;
    return length >= 2 && memcmp(text + (at_end ? length - 2 : 0), no_break_space, 2) == 0 ? 2 : 0;
}

static void trim(struct identifier *identifier)
{
    size_t size;

    while ((size = space(identifier->text, identifier->length, 0)) > 0) {
        identifier->text += size;
        identifier->length -= size;
    }
    while ((size = space(identifier->text, identifier->length, 1)) > 0)
        identifier->length -= size;
}

/* The prefix that the VAT numbers of the partner's country have; NULL: not of the EU, or not
 * known. */
static const char *country_prefix(const transfer_record *partner)
{
    const struct cell *cell = record_cell(partner, key_number(TRANSFER_PARTNER_COUNTRY));

    return cell && !cell->unreadable ? identifier_vat_prefix(cell->value.text) : NULL;
}

/* A VAT number without a country's code in front, of a partner in the EU. */
static int lacks_prefix(const transfer_record *partner, const struct identifier *identifier)
{
    return country_prefix(partner) &&
           !(identifier->length >= 2 && reference_find(TABLE_COUNTRY, identifier->text, 2));
}

transfer_reason identifier_read(const transfer_record *partner, enum identifier_kind kind,
                                struct identifier *identifier)
{
    const struct cell *cell = record_cell(partner, key_number(identifier_keys[kind]));

    if (!cell)
        return TRANSFER_REASON_MISSING;
    if (cell->unreadable)
        return TRANSFER_REASON_REPORTED;
    identifier->text = cell->value.text;
    identifier->length = strlen(cell->value.text);
    trim(identifier);
    if (identifier->length == 0)
        return TRANSFER_REASON_REPORTED;
    identifier->fault = identifier_check(kind, identifier->text, identifier->length);
    if (identifier->fault == IDENTIFIER_UNKNOWN && lacks_prefix(partner, identifier))
        identifier->fault = IDENTIFIER_FORM;
    return TRANSFER_REASON_NONE;
}

transfer_reason identifier_read_right(const transfer_record *partner, enum identifier_kind kind,
                                      struct identifier *identifier)
{
    transfer_reason reason = identifier_read(partner, kind, identifier);

    if (reason != TRANSFER_REASON_NONE || identifier->fault == IDENTIFIER_RIGHT)
        return reason;
    return identifier->fault == IDENTIFIER_UNKNOWN ? TRANSFER_REASON_NO_TABLE
                                                   : TRANSFER_REASON_REPORTED;
}

/* Perhaps only the prefix of the country is missing. */
static size_t suggest(const transfer_record *partner, enum identifier_kind kind,
                      const struct identifier *identifier, char buffer[IDENTIFIER_MAX])
{
    size_t length = identifier_suggest(kind, identifier->text, identifier->length, buffer);
    const char *prefix = country_prefix(partner);
    char text[2 * IDENTIFIER_MAX];

    if (length > 0 || kind != IDENTIFIER_VAT || !prefix || identifier->length > sizeof text - 2)
        return length;
    memcpy(text, prefix, 2);
    memcpy(text + 2, identifier->text, identifier->length);
    return identifier_suggest(kind, text, identifier->length + 2, buffer);
}

static void report(struct check *check, const struct transfer_rule *rule,
                   const transfer_record *partner, enum identifier_kind kind,
                   const struct identifier *identifier)
{
    char buffer[IDENTIFIER_MAX];
    struct finding finding;

    check_begin(check, &finding, rule, partner, identifier_keys[kind]);
    finding_add_text(&finding, "found", identifier->text, identifier->length);
    if (identifier->fault == IDENTIFIER_FORM) {
        size_t length = suggest(partner, kind, identifier, buffer);

        finding_add_text(&finding, "suggestion", length > 0 ? buffer : NULL, length);
    } else if (identifier->fault == IDENTIFIER_NO_SIREN) {
        finding_add_text(&finding, "siren", identifier->text, SIREN_LENGTH);
    }
    check_end(check, &finding, partner, identifier_keys[kind]);
}

/* Whether a wrong SIRET repeats the wrong SIREN in front: that is reported. */
static int repeats_siren(const transfer_record *partner, const struct identifier *siret)
{
    struct identifier siren;

    return identifier_read(partner, IDENTIFIER_SIREN, &siren) == TRANSFER_REASON_NONE &&
           siren.fault != IDENTIFIER_RIGHT && siren.length > 0 && siren.length < siret->length &&
           memcmp(siren.text, siret->text, siren.length) == 0;
}

transfer_reason identifier_look(struct check *check, const struct transfer_rule *rule,
                                const transfer_record *partner, enum identifier_kind kind,
                                enum identifier_fault fault)
{
    struct identifier identifier;
    transfer_reason reason = identifier_read(partner, kind, &identifier);

    if (reason != TRANSFER_REASON_NONE || identifier.fault == IDENTIFIER_RIGHT)
        return reason;
    if (identifier.fault == IDENTIFIER_UNKNOWN)
        return TRANSFER_REASON_NO_TABLE;
    if (kind == IDENTIFIER_SIRET && identifier.fault != IDENTIFIER_FORM &&
        repeats_siren(partner, &identifier))
        return TRANSFER_REASON_REPORTED;
    if (identifier.fault == fault)
        report(check, rule, partner, kind, &identifier);
    return identifier.fault < fault ? TRANSFER_REASON_REPORTED : TRANSFER_REASON_NONE;
}
