/* Rules of the numbers of other registers: ROR, LEI, RNSR, RNA.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes; those in brackets may be missing.
 */
#include "identifier-field.h"

static transfer_reason check_ror_form(struct check *check, const transfer_record *partner)
{
    return identifier_look(check, &rule_ror_form, partner, IDENTIFIER_ROR, IDENTIFIER_FORM);
}

static transfer_reason check_ror_key(struct check *check, const transfer_record *partner)
{
    return identifier_look(check, &rule_ror_key, partner, IDENTIFIER_ROR, IDENTIFIER_KEY);
}

static transfer_reason check_lei_form(struct check *check, const transfer_record *partner)
{
    return identifier_look(check, &rule_lei_form, partner, IDENTIFIER_LEI, IDENTIFIER_FORM);
}

static transfer_reason check_lei_key(struct check *check, const transfer_record *partner)
{
    return identifier_look(check, &rule_lei_key, partner, IDENTIFIER_LEI, IDENTIFIER_KEY);
}

static transfer_reason check_rnsr_form(struct check *check, const transfer_record *partner)
{
    return identifier_look(check, &rule_rnsr_form, partner, IDENTIFIER_RNSR, IDENTIFIER_FORM);
}

static transfer_reason check_rnsr_key(struct check *check, const transfer_record *partner)
{
    return identifier_look(check, &rule_rnsr_key, partner, IDENTIFIER_RNSR, IDENTIFIER_KEY);
}

static transfer_reason check_rna_form(struct check *check, const transfer_record *partner)
{
    return identifier_look(check, &rule_rna_form, partner, IDENTIFIER_RNA, IDENTIFIER_FORM);
}

/* found; (suggestion) */
const struct transfer_rule rule_ror_form = {
    .name = "ror-form",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = "Research Organization Registry, ROR identifier pattern",
    .title = {{"A ROR id is not written as one", "Un identifiant ROR n'est pas écrit comme tel"}},
    .explanation =
        {{"A ROR id is nine characters: a zero, six digits or small letters (never i, l, o or u), "
          "and two digits, such as 00jjx8s55. It is written without the address "
          "https://ror.org/ in front, which is the same for all.",
          "Un identifiant ROR a neuf caractères\u00a0: un zéro, six chiffres ou lettres minuscules "
          "(jamais i, l, o ni u), et deux chiffres, comme 00jjx8s55. Il s'écrit sans l'adresse "
          "https://ror.org/ qui le précède, la même pour tous."}},
    .message = {{"\"{found}\" is not a ROR id, which is written without its address, as 00jjx8s55",
                 "«\u00a0{found}\u00a0» n'est pas un identifiant ROR, qui s'écrit sans son "
                 "adresse, comme 00jjx8s55"}},
    .check = check_ror_form,
};

/* found */
const struct transfer_rule rule_ror_key = {
    .name = "ror-key",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = "Research Organization Registry; ISO/IEC 7064, MOD 97-10",
    .title = {{"The check digits of a ROR id do not fit",
               "La clé d'un identifiant ROR ne convient pas"}},
    .explanation =
        {{"The last two digits of a ROR id are calculated from the seven characters before them, "
          "so that a mistake in typing or copying is seen. Which character is wrong cannot be "
          "known: look the organisation up on https://ror.org/ and copy its id.",
          "Les deux derniers chiffres d'un identifiant ROR se calculent à partir des sept "
          "caractères précédents, de sorte qu'une faute de frappe ou de copie se voit. On ne peut "
          "savoir quel caractère est faux\u00a0: cherchez l'organisme sur https://ror.org/ et "
          "copiez son identifiant."}},
    .message = {{"\"{found}\" is not a ROR id: its last two digits do not fit; perhaps a character "
                 "is wrong, or two are swapped",
                 "«\u00a0{found}\u00a0» n'est pas un identifiant ROR\u00a0: ses deux derniers "
                 "chiffres ne conviennent pas\u00a0; un caractère est peut-être faux, ou deux sont "
                 "intervertis"}},
    .check = check_ror_key,
};

/* found; (suggestion) */
const struct transfer_rule rule_lei_form = {
    .name = "lei-form",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = "ISO 17442-1",
    .title = {{"An LEI is not written as one", "Un LEI n'est pas écrit comme tel"}},
    .explanation =
        {{"A Legal Entity Identifier is twenty characters: eighteen digits or capital letters and "
          "two digits, without spaces, such as 213800KUD8LAJWSQ9D15.",
          "Un identifiant d'entité juridique (LEI) a vingt caractères\u00a0: dix-huit chiffres ou "
          "lettres majuscules et deux chiffres, sans espace, comme 213800KUD8LAJWSQ9D15."}},
    .message = {{"\"{found}\" is not an LEI, which is eighteen digits or capital letters and two "
                 "digits",
                 "«\u00a0{found}\u00a0» n'est pas un LEI, qui a dix-huit chiffres ou lettres "
                 "majuscules et deux chiffres"}},
    .check = check_lei_form,
};

/* found */
const struct transfer_rule rule_lei_key = {
    .name = "lei-key",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = "ISO 17442-1; ISO/IEC 7064, MOD 97-10",
    .title = {{"The check digits of an LEI do not fit", "La clé d'un LEI ne convient pas"}},
    .explanation =
        {{"The last two digits of a Legal Entity Identifier are calculated from the eighteen "
          "characters before them, so that a mistake in typing or copying is seen. Which character "
          "is wrong cannot be known: look the entity up on https://search.gleif.org/.",
          "Les deux derniers chiffres d'un identifiant d'entité juridique (LEI) se calculent à "
          "partir des dix-huit caractères précédents, de sorte qu'une faute de frappe ou de copie "
          "se voit. On ne peut savoir quel caractère est faux\u00a0: cherchez l'entité sur "
          "https://search.gleif.org/."}},
    .message = {{"\"{found}\" is not an LEI: its last two digits do not fit; perhaps a character "
                 "is wrong, or two are swapped",
                 "«\u00a0{found}\u00a0» n'est pas un LEI\u00a0: ses deux derniers chiffres ne "
                 "conviennent pas\u00a0; un caractère est peut-être faux, ou deux sont "
                 "intervertis"}},
    .check = check_lei_key,
};

/* found; (suggestion) */
const struct transfer_rule rule_rnsr_form = {
    .name = "rnsr-form",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = "Répertoire national des structures de recherche",
    .title = {{"An RNSR number is not written as one", "Un numéro RNSR n'est pas écrit comme tel"}},
    .explanation =
        {{"The number of a research unit in the French register of research units (RNSR) is nine "
          "digits and a capital letter, without spaces. It is not the label of the unit, such as "
          "UMR 7198.",
          "Le numéro d'une unité au répertoire national des structures de recherche (RNSR) a neuf "
          "chiffres et une lettre majuscule, sans espace. Ce n'est pas le label de l'unité, tel "
          "qu'UMR 7198."}},
    .message = {{"\"{found}\" is not an RNSR number, which is nine digits and a capital letter",
                 "«\u00a0{found}\u00a0» n'est pas un numéro RNSR, qui a neuf chiffres et une "
                 "lettre majuscule"}},
    .check = check_rnsr_form,
};

/* found */
const struct transfer_rule rule_rnsr_key = {
    .name = "rnsr-key",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = "transfer(5): as observed",
    .title = {{"The letter of an RNSR number does not fit",
               "La lettre d'un numéro RNSR ne convient pas"}},
    .explanation =
        {{"The letter at the end of a number of the French register of research units (RNSR) "
          "follows from the nine digits: all numbers that were looked at have it, though no "
          "document says so. Compare the number with that in the register.",
          "La lettre finale d'un numéro du répertoire national des structures de recherche (RNSR) "
          "découle des neuf chiffres\u00a0: tous les numéros examinés la portent, bien qu'aucun "
          "document ne le dise. Comparez le numéro avec celui du répertoire."}},
    .message = {{"the letter of the RNSR number \"{found}\" does not fit its digits; perhaps one "
                 "is wrong, or two are swapped",
                 "la lettre du numéro RNSR «\u00a0{found}\u00a0» ne convient pas à ses "
                 "chiffres\u00a0; l'un est peut-être faux, ou deux sont intervertis"}},
    .check = check_rnsr_key,
};

/* found; (suggestion) */
const struct transfer_rule rule_rna_form = {
    .name = "rna-form",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = "Répertoire national des associations",
    .title = {{"An RNA number is not written as one", "Un numéro RNA n'est pas écrit comme tel"}},
    .explanation =
        {{"The number of an association in the French register of associations (RNA) is a W and "
          "nine digits, such as W751000001; in Corsica and overseas the second of them is a "
          "letter. Numbers from before the register look otherwise. In Alsace and Moselle "
          "associations are registered by the courts and have no such number.",
          "Le numéro d'une association au répertoire national des associations (RNA) a un W et "
          "neuf chiffres, comme W751000001\u00a0; en Corse et outre-mer, le deuxième est une "
          "lettre. Les numéros d'avant le répertoire sont d'une autre forme. En Alsace et en "
          "Moselle, les associations sont inscrites par les tribunaux et n'ont pas de tel "
          "numéro."}},
    .message = {{"\"{found}\" is not an RNA number, which is a W and nine digits",
                 "«\u00a0{found}\u00a0» n'est pas un numéro RNA, qui a un W et neuf chiffres"}},
    .check = check_rna_form,
};
