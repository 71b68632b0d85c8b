/* Rules of VAT numbers.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes; those in brackets may be missing.
 */
#include <string.h>

#include "ascii.h"
#include "identifier-field.h"

static transfer_reason check_vat_form(struct check *check, const transfer_record *partner)
{
    return identifier_look(check, &rule_vat_form, partner, IDENTIFIER_VAT, IDENTIFIER_FORM);
}

/* Whether another identifier of the partner begins with the SIREN number and is right, or, if not
 * `right`, is wrong. */
static int is_stated(const transfer_record *partner, enum identifier_kind kind, const char *siren,
                     int right)
{
    struct identifier identifier;

    return identifier_read(partner, kind, &identifier) == TRANSFER_REASON_NONE &&
           identifier.length >= SIREN_LENGTH && memcmp(identifier.text, siren, SIREN_LENGTH) == 0 &&
           (identifier.fault == IDENTIFIER_RIGHT) == right;
}

static int is_stated_by_any(const transfer_record *partner, const char *siren, int right)
{
    return is_stated(partner, IDENTIFIER_SIREN, siren, right) ||
           is_stated(partner, IDENTIFIER_SIRET, siren, right);
}

/* Where the SIREN number in it is one, its key is known; that it was meant is certain only where
 * the partner states it. */
static void add_key(struct finding *finding, const transfer_record *partner,
                    const struct identifier *vat, const char *siren, char key[3],
                    char suggestion[IDENTIFIER_MAX])
{
    if (!is_digit(vat->text[2]) || !is_digit(vat->text[3]) ||
        identifier_check(IDENTIFIER_SIREN, siren, SIREN_LENGTH) != IDENTIFIER_RIGHT)
        return;
    identifier_vat_key(siren, key);
    finding_add_text(finding, "siren", siren, SIREN_LENGTH);
    finding_add_string(finding, "expected", key);
    if (!is_stated_by_any(partner, siren, 1))
        return;
    memcpy(suggestion, vat->text, vat->length);
    memcpy(suggestion + 2, key, 2);
    finding_add_text(finding, "suggestion", suggestion, vat->length);
}

static void report_key(struct check *check, const transfer_record *partner,
                       const struct identifier *vat, const char *siren)
{
    static const struct phrase key_is_wrong = {{"its key does not fit", "sa clé ne convient pas"}};
    static const struct phrase siren_is_none = {
        {"its last nine digits are not a SIREN number",
         "ses neuf derniers chiffres ne sont pas un numéro SIREN"}};
    char key[3], suggestion[IDENTIFIER_MAX];
    struct finding finding;

    check_begin(check, &finding, &rule_vat_key_fr, partner, TRANSFER_PARTNER_VAT);
    finding_add_text(&finding, "found", vat->text, vat->length);
    finding_add_phrase(&finding, "why",
                       vat->fault == IDENTIFIER_KEY ? &key_is_wrong : &siren_is_none);
    if (vat->fault == IDENTIFIER_KEY && siren)
        add_key(&finding, partner, vat, siren, key, suggestion);
    check_end(check, &finding, partner, TRANSFER_PARTNER_VAT);
}

static transfer_reason check_vat_key_fr(struct check *check, const transfer_record *partner)
{
    struct identifier vat;
    transfer_reason reason = identifier_read(partner, IDENTIFIER_VAT, &vat);
    const char *siren;

    if (reason != TRANSFER_REASON_NONE)
        return reason;
    if (vat.fault == IDENTIFIER_FORM)
        return TRANSFER_REASON_REPORTED;
    if (memcmp(vat.text, "FR", 2) != 0)
        return TRANSFER_REASON_OTHER_CASE;
    if (vat.fault == IDENTIFIER_RIGHT)
        return TRANSFER_REASON_NONE;
    siren = identifier_vat_siren(vat.text, vat.length);
    if (siren && is_stated_by_any(partner, siren, 0))
        return TRANSFER_REASON_REPORTED;
    report_key(check, partner, &vat, siren);
    return TRANSFER_REASON_NONE;
}

/* Compares the SIREN number in a VAT number with one of the partner's identifiers. */
static void report_mismatch(struct check *check, const transfer_record *partner,
                            const struct identifier *vat, enum identifier_kind kind,
                            const struct identifier *other)
{
    static const struct phrase related = {
        {"the number that it does not fit", "le numéro qui n'y correspond pas"}};
    struct finding finding;

    check_begin(check, &finding, &rule_vat_mismatch, partner, TRANSFER_PARTNER_VAT);
    finding_add_text(&finding, "found", vat->text, vat->length);
    finding_add_text(&finding, "siren", identifier_vat_siren(vat->text, vat->length), SIREN_LENGTH);
    finding_add_text(&finding, "expected", other->text, SIREN_LENGTH);
    check_relate(check, &finding, partner, identifier_keys[kind], &related);
    check_end(check, &finding, partner, TRANSFER_PARTNER_VAT);
}

static transfer_reason check_vat_mismatch(struct check *check, const transfer_record *partner)
{
    struct identifier vat, other;
    enum identifier_kind kind = IDENTIFIER_SIREN;
    transfer_reason reason = identifier_read_right(partner, IDENTIFIER_VAT, &vat);
    const char *siren;

    if (reason == TRANSFER_REASON_NO_TABLE)
        return TRANSFER_REASON_OTHER_CASE;
    if (reason != TRANSFER_REASON_NONE)
        return reason;
    siren = identifier_vat_siren(vat.text, vat.length);
    if (!siren)
        return TRANSFER_REASON_OTHER_CASE;
    reason = identifier_read_right(partner, kind, &other);
    if (reason == TRANSFER_REASON_MISSING) {
        kind = IDENTIFIER_SIRET;
        reason = identifier_read_right(partner, kind, &other);
    }
    if (reason != TRANSFER_REASON_NONE || memcmp(siren, other.text, SIREN_LENGTH) == 0)
        return reason;
    /* The siren alone differs from both: siret-mismatch says so. */
    if (is_stated(partner, IDENTIFIER_SIRET, siren, 1))
        return TRANSFER_REASON_REPORTED;
    report_mismatch(check, partner, &vat, kind, &other);
    return TRANSFER_REASON_NONE;
}

/* found; (suggestion) */
const struct transfer_rule rule_vat_form = {
    .name = "vat-form",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = "Directive 2006/112/EC, art. 215",
    .title = {{"A VAT number is not written as one", "Un numéro de TVA n'est pas écrit comme tel"}},
    .explanation =
        {{"A VAT number of the European Union begins with two capital letters for the country, "
          "then has the digits and letters that this country gives, without spaces or dots: "
          "FR43775685019, DE811569869. The letters are those of ISO 3166, but for EL (Greece) and "
          "XI (Northern Ireland). Where there is no VAT number, leave vat out. Numbers of other "
          "countries are not known here and are not checked.",
          "Un numéro de TVA de l'Union européenne commence par les deux lettres majuscules du "
          "pays, puis porte les chiffres et lettres que donne ce pays, sans espace ni point\u00a0: "
          "FR43775685019, DE811569869. Les lettres sont celles de la norme ISO 3166, sauf EL "
          "(Grèce) et XI (Irlande du Nord). S'il n'y a pas de numéro de TVA, omettez vat. Les "
          "numéros d'autres pays ne sont pas connus ici et ne sont pas vérifiés."}},
    .message = {{"\"{found}\" is not a VAT number: one is the two letters of the country, then "
                 "what the country gives, without spaces, as FR43775685019 or EL094259216",
                 "«\u00a0{found}\u00a0» n'est pas un numéro de TVA\u00a0: celui-ci a les deux "
                 "lettres du pays, puis ce que donne le pays, sans espace, comme FR43775685019 ou "
                 "EL094259216"}},
    .check = check_vat_form,
};

/* found; why: a phrase; (siren: the nine digits in it; expected: their key); (suggestion) */
const struct transfer_rule rule_vat_key_fr = {
    .name = "vat-key-fr",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = "CGI, art. 286 ter",
    .title = {{"The key of a French VAT number does not fit",
               "La clé d'un numéro de TVA français ne convient pas"}},
    .explanation =
        {{"A French VAT number is FR, a key and the SIREN number. A key of two digits is the rest "
          "of 12 + 3 times the SIREN number divided by 97; keys with letters have a formula of "
          "their own. In numbers of Monaco, 000 stands in front of another number than a SIREN "
          "number. Where the partner's SIREN number is that in the VAT number, the right key is "
          "suggested; else look the number up on the Commission's VIES pages.",
          "Un numéro de TVA français se compose de FR, d'une clé et du numéro SIREN. Une clé de "
          "deux chiffres est le reste de 12 + 3 fois le numéro SIREN divisé par 97\u00a0; les clés "
          "avec lettres ont leur propre formule. Dans les numéros de Monaco, 000 précède un autre "
          "numéro que SIREN. Si le numéro SIREN du partenaire est celui du numéro de TVA, la bonne "
          "clé est proposée\u00a0; sinon vérifiez le numéro sur le site VIES de la Commission."}},
    .message = {{"\"{found}\" is not a French VAT number: {why}[; that of {siren} is {expected}]",
                 "«\u00a0{found}\u00a0» n'est pas un numéro de TVA français\u00a0: {why}[\u00a0; "
                 "celle de {siren} est {expected}]"}},
    .check = check_vat_key_fr,
};

/* found; siren: the nine digits in it; expected: the partner's SIREN number */
const struct transfer_rule rule_vat_mismatch = {
    .name = "vat-mismatch",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = "CGI, art. 286 ter",
    .title = {{"A partner's French VAT number is of another legal unit than its SIREN number",
               "Le numéro de TVA français d'un partenaire est d'une autre unité légale que son "
               "numéro SIREN"}},
    .explanation =
        {{"A French VAT number ends in the SIREN number of who has it, also where that is a "
          "foreign company. Both numbers are well formed, but they are not of one legal unit. That "
          "is right only where the VAT number is that of a group of which the partner is a member "
          "(CGI, art. 256 C); else correct one of them.",
          "Un numéro de TVA français finit par le numéro SIREN de son titulaire, fût-il une "
          "société étrangère. Les deux numéros sont bien formés, mais pas d'une même unité légale. "
          "Cela n'est juste que si le numéro de TVA est celui d'un assujetti unique dont le "
          "partenaire est membre (CGI, art. 256 C)\u00a0; sinon, corrigez l'un des deux."}},
    .message = {{"the VAT number \"{found}\" is of SIREN {siren}, the partner of SIREN {expected}",
                 "le numéro de TVA «\u00a0{found}\u00a0» est du SIREN {siren}, le partenaire du "
                 "SIREN {expected}"}},
    .check = check_vat_mismatch,
};
