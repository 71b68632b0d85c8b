/* Rules of what texts say, and of the characters that they consist of.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes; those in brackets may be missing.
 */
#include <string.h>

#include "ascii.h"
#include "check.h"
#include "mojibake.h"
#include "personal-data.h"
#include "utf8.h"

/* Calls for every readable text of a record, items of lists too.  Returns what the rule that
 * looks has to: a record without texts does not concern it. */
static transfer_reason each_text(struct check *check, const transfer_record *record,
                                 void (*look)(struct check *check, const transfer_record *record,
                                              const struct field *field, size_t index,
                                              const char *text))
{
    const struct type *type = type_numbered(record->type);
    transfer_reason reason = TRANSFER_REASON_MISSING;

    for (size_t i = 0; i < type->count; i++) {
        const struct field *field = &type->fields[i];
        const struct cell *cell =
            field->kind == KIND_TEXT ? record_cell(record, field->number) : NULL;

        if (!cell || cell->unreadable)
            continue;
        reason = TRANSFER_REASON_NONE;
        if (!(field->flags & FIELD_LIST)) {
            look(check, record, field, SIZE_MAX, cell->value.text);
            continue;
        }
        for (uint32_t j = 0; j < cell->value.list->count; j++)
            if (!cell->value.list->items.cells[j].unreadable)
                look(check, record, field, j, cell->value.list->items.cells[j].value.text);
    }
    return reason;
}

static void report_text(struct check *check, const struct transfer_rule *rule,
                        const transfer_record *record, const struct field *field, size_t index,
                        const char *text)
{
    struct finding finding;

    check_finding(check, &finding, rule, record, field->number, index);
    finding_add_string(&finding, "field", field->name);
    finding_add_string(&finding, "found", text);
    check_report(check, &finding, record, field->number, index, NULL);
}

static void look_spaces(struct check *check, const transfer_record *record,
                        const struct field *field, size_t index, const char *text)
{
    static const char no_break_space[] = "\xc2\xa0";
    size_t length = strlen(text);

    if (length == 0)
        return;
    if (is_space(text[0]) || is_space(text[length - 1]) ||
        strncmp(text, no_break_space, 2) == 0 ||
        (length >= 2 && memcmp(text + length - 2, no_break_space, 2) == 0))
        report_text(check, &rule_text_spaces, record, field, index, text);
}

static transfer_reason check_text_spaces(struct check *check, const transfer_record *record)
{
    return each_text(check, record, look_spaces);
}

static void look_empty(struct check *check, const transfer_record *record,
                       const struct field *field, size_t index, const char *text)
{
    if (*text == '\0')
        report_text(check, &rule_text_empty, record, field, index, text);
}

static transfer_reason check_text_empty(struct check *check, const transfer_record *record)
{
    return each_text(check, record, look_empty);
}

/* Whether reading itself put U+FFFD in the place of what was not allowed, and said so. */
static int was_replaced(const struct check *check, const transfer_record *record,
                        const char *trace)
{
    const struct source *source = check->portfolio->sources[record_root(record)->source];

    return source->not_whole && strncmp(trace, REPLACEMENT, strlen(REPLACEMENT)) == 0;
}

static void look_mojibake(struct check *check, const transfer_record *record,
                          const struct field *field, size_t index, const char *text)
{
    size_t offset, length;
    struct finding finding;
    struct buffer repaired;

    if (!mojibake_find(text, &offset, &length) || was_replaced(check, record, text + offset))
        return;
    buffer_init(&repaired);
    check_finding(check, &finding, &rule_text_mojibake, record, field->number, index);
    finding_add_string(&finding, "field", field->name);
    finding_add_text(&finding, "found", text + offset, length);
    if (mojibake_repair(text, &repaired))
        finding_add_text(&finding, "suggestion", repaired.data, repaired.length);
    if (repaired.failed)
        check->status = TRANSFER_NO_MEMORY;
    else
        check_report(check, &finding, record, field->number, index, NULL);
    buffer_free(&repaired);
}

static transfer_reason check_text_mojibake(struct check *check, const transfer_record *record)
{
    return each_text(check, record, look_mojibake);
}

/* Fields that are there for it, and those of identifiers, in which digits mean something else. */
static int may_have_personal_data(const transfer_record *record, const struct field *field)
{
    switch (SCHEMA_KEY(record->type, field->number)) {
    case TRANSFER_PLATFORM_CONTACT:
    case TRANSFER_PLATFORM_POSTCODE:
    case TRANSFER_PARTNER_POSTCODE:
    case TRANSFER_PARTNER_SIREN:
    case TRANSFER_PARTNER_SIRET:
    case TRANSFER_PARTNER_VAT:
    case TRANSFER_PARTNER_RNA:
    case TRANSFER_PARTNER_RNSR:
    case TRANSFER_PARTNER_ROR:
    case TRANSFER_PARTNER_LEI:
    case TRANSFER_AGREEMENT_REFERENCE:
    case TRANSFER_RESULT_REFERENCE:
    case TRANSFER_AID_DECLARATION_SCHEME:
        return 0;
    default:
        return 1;
    }
}

static void look_personal_data(struct check *check, const transfer_record *record,
                               const struct field *field, size_t index, const char *text)
{
    size_t offset, length;
    struct finding finding;

    if (!may_have_personal_data(record, field) || !personal_data_find(text, &offset, &length))
        return;
    check_finding(check, &finding, &rule_personal_data, record, field->number, index);
    finding_add_string(&finding, "field", field->name);
    finding_add_text(&finding, "found", text + offset, length);
    check_report(check, &finding, record, field->number, index, NULL);
}

static transfer_reason check_personal_data(struct check *check, const transfer_record *record)
{
    return each_text(check, record, look_personal_data);
}

/* field; (found); (suggestion) */
const struct transfer_rule rule_text_spaces = {
    .name = "text-spaces",
    .severity = TRANSFER_WARNING,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"Spaces that nobody sees", "Des espaces que personne ne voit"}},
    .explanation =
        {{"The text begins or ends with a space. Such spaces come from copying out of tables; they "
          "cannot be seen, and make two equal names differ.",
          "Le texte commence ou finit par une espace. Ces espaces viennent de copies depuis des "
          "tableaux\u00a0; elles ne se voient pas, et rendent différents deux noms égaux."}},
    .message = {{"{field} begins or ends with a space",
                 "{field} commence ou finit par une espace"}},
    .check = check_text_spaces,
};

/* field */
const struct transfer_rule rule_text_empty = {
    .name = "text-empty",
    .severity = TRANSFER_WARNING,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A text is empty", "Un texte est vide"}},
    .explanation =
        {{"The field is given, but its text has no characters, or spaces only. What is not known "
          "is left out: an empty text says that there is something, and that it is nothing.",
          "Le champ est donné, mais son texte n'a aucun caractère, ou seulement des espaces. Ce "
          "qui n'est pas connu s'omet\u00a0: un texte vide dit qu'il y a quelque chose, et que "
          "c'est rien."}},
    .message = {{"{field} is empty: what is not known is left out",
                 "{field} est vide\u00a0: ce qui n'est pas connu s'omet"}},
    .check = check_text_empty,
};

/* field; found: the first trace; (suggestion: the text as it was) */
const struct transfer_rule rule_text_mojibake = {
    .name = "text-mojibake",
    .severity = TRANSFER_WARNING,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A text was read in the wrong encoding",
               "Un texte a été lu dans le mauvais encodage"}},
    .explanation =
        {{"On the way to this file the text was taken for Latin-1 or Windows-1252 although it was "
          "UTF-8, so that two or three strange characters stand where one with an accent was, or "
          "the sign U+FFFD stands for what was lost. The suggestion is the text as it was, where "
          "that can be told with certainty. Choose UTF-8 when importing from the source again.",
          "En chemin, le texte a été pris pour du Latin-1 ou du Windows-1252 alors qu'il était en "
          "UTF-8\u00a0: deux ou trois caractères étranges tiennent lieu d'une lettre accentuée, ou "
          "le signe U+FFFD remplace ce qui a été perdu. La suggestion est le texte d'origine, "
          "lorsqu'on peut le rétablir avec certitude. Choisissez UTF-8 en important de nouveau "
          "depuis la source."}},
    .message = {{"{field} has \"{found}\", which comes from reading a text in the wrong encoding",
                 "{field} contient «\u00a0{found}\u00a0», qui vient d'un texte lu dans le mauvais "
                 "encodage"}},
    .check = check_text_mojibake,
};

/* field; found: the first address or number */
const struct transfer_rule rule_personal_data = {
    .name = "personal-data",
    .severity = TRANSFER_WARNING,
    .since = "1.0",
    .source = "Regulation (EU) 2016/679, art. 5(1)(c)",
    .title = {{"A text gives an e-mail address or a telephone number",
               "Un texte donne une adresse électronique ou un numéro de téléphone"}},
    .explanation =
        {{"Portfolios are passed on and published. The address or number of a person is personal "
          "data: it goes only where it is needed, and becomes wrong when the person leaves. Leave "
          "it out, or give the address of an office in the contact of a platform, which is the "
          "one field for it.",
          "Les portefeuilles sont transmis et publiés. L'adresse ou le numéro d'une personne est "
          "une donnée à caractère personnel\u00a0: il n'a sa place que là où il est nécessaire, et "
          "devient faux quand la personne s'en va. Supprimez-le, ou indiquez l'adresse d'un "
          "service dans le champ contact d'une plate-forme, le seul prévu pour cela."}},
    .message = {{"{field} gives {found}: addresses and numbers of people belong in the "
                 "contact of a platform, or nowhere",
                 "{field} donne {found}\u00a0: les adresses et numéros de personnes ont leur place "
                 "dans le champ contact d'une plate-forme, ou nulle part"}},
    .check = check_personal_data,
};
