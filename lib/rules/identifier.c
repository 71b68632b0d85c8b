/* Rules of SIREN and SIRET numbers.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes; those in brackets may be missing.
 */
#include <string.h>

#include "identifier-field.h"

/* The register, and how its numbers are made. */
#define SIRENE "Code de commerce, art. R123-220 to R123-222 (Sirene)"

static transfer_reason check_siren_form(struct check *check, const transfer_record *partner)
{
    return identifier_look(check, &rule_siren_form, partner, IDENTIFIER_SIREN, IDENTIFIER_FORM);
}

static transfer_reason check_siren_key(struct check *check, const transfer_record *partner)
{
    return identifier_look(check, &rule_siren_key, partner, IDENTIFIER_SIREN, IDENTIFIER_KEY);
}

static transfer_reason check_siren_sentinel(struct check *check, const transfer_record *partner)
{
    return identifier_look(check, &rule_siren_sentinel, partner, IDENTIFIER_SIREN,
                           IDENTIFIER_SENTINEL);
}

static transfer_reason check_siret_form(struct check *check, const transfer_record *partner)
{
    return identifier_look(check, &rule_siret_form, partner, IDENTIFIER_SIRET, IDENTIFIER_FORM);
}

static transfer_reason check_siret_key(struct check *check, const transfer_record *partner)
{
    return identifier_look(check, &rule_siret_key, partner, IDENTIFIER_SIRET, IDENTIFIER_KEY);
}

static transfer_reason check_siret_siren(struct check *check, const transfer_record *partner)
{
    return identifier_look(check, &rule_siret_siren, partner, IDENTIFIER_SIRET,
                           IDENTIFIER_NO_SIREN);
}

static transfer_reason check_siret_nic_zero(struct check *check, const transfer_record *partner)
{
    return identifier_look(check, &rule_siret_nic_zero, partner, IDENTIFIER_SIRET,
                           IDENTIFIER_NIC_ZERO);
}

static transfer_reason check_siret_mismatch(struct check *check, const transfer_record *partner)
{
    static const struct phrase related = {{"the SIREN number", "le numéro SIREN"}};
    struct identifier siren, siret;
    transfer_reason reason = identifier_read_right(partner, IDENTIFIER_SIREN, &siren);
    struct finding finding;

    if (reason == TRANSFER_REASON_NONE)
        reason = identifier_read_right(partner, IDENTIFIER_SIRET, &siret);
    if (reason != TRANSFER_REASON_NONE || memcmp(siret.text, siren.text, SIREN_LENGTH) == 0)
        return reason;
    check_begin(check, &finding, &rule_siret_mismatch, partner, TRANSFER_PARTNER_SIRET);
    finding_add_text(&finding, "found", siret.text, siret.length);
    finding_add_text(&finding, "expected", siren.text, siren.length);
    check_relate(check, &finding, partner, TRANSFER_PARTNER_SIREN, &related);
    check_end(check, &finding, partner, TRANSFER_PARTNER_SIRET);
    return TRANSFER_REASON_NONE;
}

/* found; (suggestion) */
const struct transfer_rule rule_siren_form = {
    .name = "siren-form",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = SIRENE,
    .title = {{"A SIREN number is not written as one",
               "Un numéro SIREN n'est pas écrit comme tel"}},
    .explanation =
        {{"The SIREN number of a French legal unit is nine digits without spaces or dots: "
          "775685019. Fourteen digits are a SIRET number, that of an establishment, which begins "
          "with the SIREN number. A number with seven or eight digits has often lost zeros in a "
          "spreadsheet. Where the right number can be read from what was written, it is suggested. "
          "A foreign number has its place in vat or lei.",
          "Le numéro SIREN d'une unité légale française a neuf chiffres, sans espace ni "
          "point\u00a0: 775685019. Quatorze chiffres sont un numéro SIRET, celui d'un "
          "établissement, qui commence par le numéro SIREN. Un numéro de sept ou huit chiffres a "
          "souvent perdu ses zéros dans un tableur. Quand le bon numéro se lit dans ce qui a été "
          "écrit, il est proposé. Un numéro étranger a sa place dans vat ou lei."}},
    .message = {{"\"{found}\" is not a SIREN number, which has nine digits",
                 "«\u00a0{found}\u00a0» n'est pas un numéro SIREN, qui a neuf chiffres"}},
    .check = check_siren_form,
};

/* found */
const struct transfer_rule rule_siren_key = {
    .name = "siren-key",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = SIRENE "; ISO/IEC 7812-1 (Luhn)",
    .title = {{"The check digit of a SIREN number does not fit",
               "La clé d'un numéro SIREN ne convient pas"}},
    .explanation =
        {{"The last of the nine digits is calculated from the others with Luhn's formula, so that "
          "one wrong digit is always seen, and nearly always two neighbours that were swapped. "
          "Which digit is wrong cannot be known from the number: look the organisation up in the "
          "directory of enterprises (annuaire-entreprises.data.gouv.fr).",
          "Le dernier des neuf chiffres se calcule à partir des autres par la formule de "
          "Luhn\u00a0: un chiffre faux se voit toujours, et deux chiffres voisins intervertis "
          "presque toujours. Le numéro ne dit pas quel chiffre est faux\u00a0: cherchez "
          "l'organisme dans l'annuaire des entreprises (annuaire-entreprises.data.gouv.fr)."}},
    .message = {{"\"{found}\" is not a SIREN number: its check digit does not fit; perhaps a digit "
                 "is wrong, or two are swapped",
                 "«\u00a0{found}\u00a0» n'est pas un numéro SIREN\u00a0: sa clé ne convient "
                 "pas\u00a0; un chiffre est peut-être faux, ou deux sont intervertis"}},
    .check = check_siren_key,
};

/* found */
const struct transfer_rule rule_siren_sentinel = {
    .name = "siren-sentinel",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A SIREN number stands for none", "Un numéro SIREN tient lieu d'absence de numéro"}},
    .explanation =
        {{"Tables in which the column must be filled have 999999999, 999999997 or 000000000 for "
          "organisations without SIREN number, foreign ones above all. No legal unit has such a "
          "number, and unrelated organisations would seem to be one. Leave siren out where there "
          "is none, or where it is not known.",
          "Les tableaux dont la colonne est obligatoire portent 999999999, 999999997 ou 000000000 "
          "pour les organismes sans numéro SIREN, surtout étrangers. Aucune unité légale n'a un "
          "tel numéro, et des organismes sans lien sembleraient n'en faire qu'un. Omettez siren "
          "quand il n'existe pas ou n'est pas connu."}},
    .message = {{"\"{found}\" stands for a SIREN number that does not exist: leave siren out",
                 "«\u00a0{found}\u00a0» tient lieu d'un numéro SIREN qui n'existe pas\u00a0: "
                 "omettez siren"}},
    .check = check_siren_sentinel,
};

/* found; (suggestion) */
const struct transfer_rule rule_siret_form = {
    .name = "siret-form",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = SIRENE,
    .title = {{"A SIRET number is not written as one",
               "Un numéro SIRET n'est pas écrit comme tel"}},
    .explanation =
        {{"The SIRET number of an establishment is fourteen digits without spaces or dots: the "
          "SIREN number of its legal unit and five more, such as 73282932000074. Nine digits alone "
          "are a SIREN number. Where the right number can be read from what was written, it is "
          "suggested.",
          "Le numéro SIRET d'un établissement a quatorze chiffres, sans espace ni point\u00a0: le "
          "numéro SIREN de son unité légale et cinq autres, comme 73282932000074. Neuf chiffres "
          "seuls sont un numéro SIREN. Quand le bon numéro se lit dans ce qui a été écrit, il est "
          "proposé."}},
    .message = {{"\"{found}\" is not a SIRET number, which has fourteen digits",
                 "«\u00a0{found}\u00a0» n'est pas un numéro SIRET, qui a quatorze chiffres"}},
    .check = check_siret_form,
};

/* found */
const struct transfer_rule rule_siret_key = {
    .name = "siret-key",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = SIRENE "; ISO/IEC 7812-1 (Luhn)",
    .title = {{"The check digit of a SIRET number does not fit",
               "La clé d'un numéro SIRET ne convient pas"}},
    .explanation =
        {{"The last of the fourteen digits is calculated from the others with Luhn's formula. La "
          "Poste (SIREN number 356000000) has more establishments than that leaves numbers for: "
          "but for its head office, 35600000000048, the digits of its SIRET numbers add up to a "
          "multiple of 5. Which digit is wrong cannot be known from the number: look the "
          "establishment up in the directory of enterprises (annuaire-entreprises.data.gouv.fr).",
          "Le dernier des quatorze chiffres se calcule à partir des autres par la formule de Luhn. "
          "La Poste (numéro SIREN 356000000) a plus d'établissements que cela ne laisse de "
          "numéros\u00a0: sauf pour son siège, 35600000000048, la somme des chiffres de ses "
          "numéros SIRET est un multiple de 5. Le numéro ne dit pas quel chiffre est faux\u00a0: "
          "cherchez l'établissement dans l'annuaire des entreprises "
          "(annuaire-entreprises.data.gouv.fr)."}},
    .message = {{"\"{found}\" is not a SIRET number: its check digit does not fit; perhaps a digit "
                 "is wrong, or two are swapped",
                 "«\u00a0{found}\u00a0» n'est pas un numéro SIRET\u00a0: sa clé ne convient "
                 "pas\u00a0; un chiffre est peut-être faux, ou deux sont intervertis"}},
    .check = check_siret_key,
};

/* found; siren: its first nine digits */
const struct transfer_rule rule_siret_siren = {
    .name = "siret-siren",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = SIRENE "; ISO/IEC 7812-1 (Luhn)",
    .title = {{"A SIRET number does not begin with a SIREN number",
               "Un numéro SIRET ne commence pas par un numéro SIREN"}},
    .explanation =
        {{"A SIRET number has two check digits: the last of its fourteen, and the last of its "
          "first nine, which are the SIREN number of the legal unit. Here the first fits and the "
          "second does not. Two wrong digits can make up for each other in one of them; such "
          "numbers are often invented. Look the establishment up in the directory of enterprises "
          "(annuaire-entreprises.data.gouv.fr).",
          "Un numéro SIRET a deux clés\u00a0: le dernier de ses quatorze chiffres, et le dernier "
          "des neuf premiers, qui sont le numéro SIREN de l'unité légale. Ici la première convient "
          "et la seconde non. Deux chiffres faux peuvent se compenser dans l'une d'elles\u00a0; de "
          "tels numéros sont souvent inventés. Cherchez l'établissement dans l'annuaire des "
          "entreprises (annuaire-entreprises.data.gouv.fr)."}},
    .message = {{"\"{found}\" is not a SIRET number: its first nine digits, {siren}, are not a "
                 "SIREN number",
                 "«\u00a0{found}\u00a0» n'est pas un numéro SIRET\u00a0: ses neuf premiers "
                 "chiffres, {siren}, ne sont pas un numéro SIREN"}},
    .check = check_siret_siren,
};

/* found */
const struct transfer_rule rule_siret_nic_zero = {
    .name = "siret-nic-zero",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A SIRET number ends in five zeros", "Un numéro SIRET finit par cinq zéros"}},
    .explanation =
        {{"The last five digits of a SIRET number count the establishments of a legal unit, from "
          "00017 or so on. Five zeros come from a spreadsheet that has rounded a long number, or "
          "from somebody who filled up a SIREN number. Look the number up, or give the SIREN "
          "number alone.",
          "Les cinq derniers chiffres d'un numéro SIRET comptent les établissements d'une unité "
          "légale, à partir de 00017 environ. Cinq zéros viennent d'un tableur qui a arrondi un "
          "long nombre, ou de quelqu'un qui a complété un numéro SIREN. Cherchez le numéro, ou "
          "n'indiquez que le numéro SIREN."}},
    .message = {{"\"{found}\" ends in five zeros, as no SIRET number does: look it up, or give "
                 "siren alone",
                 "«\u00a0{found}\u00a0» finit par cinq zéros, ce qu'aucun numéro SIRET ne "
                 "fait\u00a0: cherchez-le, ou n'indiquez que siren"}},
    .check = check_siret_nic_zero,
};

/* found; expected: the SIREN number */
const struct transfer_rule rule_siret_mismatch = {
    .name = "siret-mismatch",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = SIRENE,
    .title = {{"A partner's SIRET number is of another legal unit than its SIREN number",
               "Le numéro SIRET d'un partenaire est d'une autre unité légale que son numéro "
               "SIREN"}},
    .explanation =
        {{"A SIRET number begins with the SIREN number of the legal unit that the establishment "
          "belongs to. Both numbers are well formed, but one of them is of another organisation: "
          "of a subsidiary, of the predecessor, or of the neighbour in the table. If a partner "
          "stands for two legal units, make it two partners.",
          "Un numéro SIRET commence par le numéro SIREN de l'unité légale dont dépend "
          "l'établissement. Les deux numéros sont bien formés, mais l'un d'eux est d'un autre "
          "organisme\u00a0: d'une filiale, du prédécesseur, ou de la ligne voisine du tableau. Si "
          "un partenaire représente deux unités légales, faites-en deux partenaires."}},
    .message = {{"the SIRET number \"{found}\" does not begin with the SIREN number {expected}",
                 "le numéro SIRET «\u00a0{found}\u00a0» ne commence pas par le numéro SIREN "
                 "{expected}"}},
    .check = check_siret_mismatch,
};
