/* Rules that follow from the schema alone.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes; those in brackets may be missing.
 */
#include <string.h>

#include "buffer.h"
#include "check.h"
#include "fault.h"

/* ---- required ---- */

static int is_excused(const transfer_record *record, const struct field *field)
{
    const struct cell *cell;

    if (!field->unless_field)
        return !(field->flags & FIELD_REQUIRED);
    cell = record_cell(record, field->unless_field);
    /* Without a kind that can be read it is not known whether the field is due. */
    return !cell || cell->unreadable || (field->unless_choices >> cell->value.integer & 1);
}

static transfer_reason check_required(struct check *check, const transfer_record *record)
{
    const struct type *type = type_numbered(record->type);

    for (size_t i = 0; i < type->count; i++) {
        const struct field *field = &type->fields[i];
        struct finding finding;

        if (record->present >> field->number & 1 || is_excused(record, field) ||
            check_is_misspelt(record, SCHEMA_KEY(type->number, field->number)))
            continue;
        check_finding(check, &finding, &rule_required, record, 0, SIZE_MAX);
        finding_add_string(&finding, "field", field->name);
        finding_add_string(&finding, "type", type->name);
        check_report(check, &finding, record, 0, SIZE_MAX, NULL);
    }
    return TRANSFER_REASON_NONE;
}

/* ---- exactly-one ---- */

/* Whether a field is given; "unspecified: false" is not. */
static int is_given(const transfer_record *record, const struct field *field)
{
    const struct cell *cell = record_cell(record, field->number);

    return cell && (field->kind != KIND_BOOLEAN || cell->unreadable || cell->value.integer);
}

static void add_name(struct buffer *names, const char *name)
{
    if (names->length > 0)
        buffer_add_string(names, ", ");
    buffer_add_string(names, name);
}

static transfer_reason check_exactly_one(struct check *check, const transfer_record *record)
{
    const struct type *type = type_numbered(record->type);
    struct buffer fields, found;
    struct finding finding;
    int count = 0;

    if (!type->exactly_one)
        return TRANSFER_REASON_OTHER_CASE;
    buffer_init(&fields);
    buffer_init(&found);
    for (size_t i = 0; i < type->count; i++) {
        const struct field *field = &type->fields[i];
        if (!(type->exactly_one >> field->number & 1))
            continue;
        add_name(&fields, field->name);
        if (is_given(record, field)) {
            add_name(&found, field->name);
            count++;
        }
    }
    if (fields.failed || found.failed) {
        check->status = TRANSFER_NO_MEMORY;
    } else if (count != 1 && !(count == 0 && check_has_stray_key(record, type->exactly_one))) {
        check_finding(check, &finding, &rule_exactly_one, record, 0, SIZE_MAX);
        finding_add_text(&finding, "fields", fields.data, fields.length);
        finding_add_string(&finding, "type", type->name);
        if (count > 0)
            finding_add_text(&finding, "found", found.data, found.length);
        check_report(check, &finding, record, 0, SIZE_MAX, NULL);
    }
    buffer_free(&fields);
    buffer_free(&found);
    return TRANSFER_REASON_NONE;
}


/* expected: "transfer: 1"; (found: a text or a phrase) */
const struct transfer_rule rule_format_version = {
    .name = "format-version",
    .severity = TRANSFER_ERROR,
    .in_text = 1,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"The version of the format is missing or not known",
               "La version du format manque ou n'est pas connue"}},
    .explanation =
        {{"A portfolio begins with the key transfer and the major version of the format, 1. It "
          "tells this format from other YAML, and an old library from a new one: a file of a later "
          "major version may say things that this library would misread, so it is not read.",
          "Un portefeuille commence par la clé transfer et la version majeure du format, 1. Elle "
          "distingue ce format des autres textes YAML, et permet à une ancienne bibliothèque de "
          "reconnaître un fichier plus récent\u00a0: celui-ci pourrait dire des choses qu'elle "
          "lirait de travers, il n'est donc pas lu."}},
    .message = {{"the file has to begin with {expected}[; found: {found}]",
                 "le fichier doit commencer par {expected}[\u00a0; trouvé\u00a0: {found}]"}},
};

/* key; related: where it was first given */
const struct transfer_rule rule_duplicate_key = {
    .name = "duplicate-key",
    .severity = TRANSFER_ERROR,
    .in_text = 1,
    .since = "1.0",
    .source = "YAML 1.2.2, 3.2.1.3",
    .title = {{"A key is given twice", "Une clé est donnée deux fois"}},
    .explanation =
        {{"The keys of a mapping are different from each other. Of two equal keys some readers take "
          "the first and others the last, so that the same file says different things to "
          "different programs. Remove one of them, or put both values under one key.",
          "Les clés d'une table sont toutes différentes. De deux clés égales, certains lecteurs "
          "retiennent la première et d'autres la dernière, si bien que le même fichier ne dit pas "
          "la même chose à tous les programmes. Supprimez l'une d'elles, ou réunissez les deux "
          "valeurs sous une seule clé."}},
    .message = {{"the key \"{key}\" is already given in this mapping",
                 "la clé «\u00a0{key}\u00a0» est déjà donnée dans cette table"}},
};

/* record: the id; type: the section; related: the first record */
const struct transfer_rule rule_duplicate_id = {
    .name = "duplicate-id",
    .severity = TRANSFER_ERROR,
    .in_text = 1,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"Two records have one id", "Deux fiches ont le même identifiant"}},
    .explanation =
        {{"An id belongs to one record of its section, over all files of the portfolio: otherwise "
          "a reference to it could mean either. Give one of the two another id, and change the "
          "references that mean it. If both describe the same thing, merge them.",
          "Un identifiant appartient à une seule fiche de sa rubrique, tous fichiers du "
          "portefeuille confondus\u00a0: sinon, un renvoi pourrait désigner l'une ou l'autre. "
          "Donnez un autre identifiant à l'une des deux, et changez les renvois qui la désignent. "
          "Si les deux décrivent la même chose, réunissez-les."}},
    .message = {{"the id \"{record}\" is already taken in {type}",
                 "l'identifiant «\u00a0{record}\u00a0» est déjà pris dans {type}"}},
};

/* key; type: the name of the record type, or of the file, a phrase; (expected: its keys); in place
 * of the type, what: a phrase, as "a rule"; (suggestion) */
const struct transfer_rule rule_unknown_key = {
    .name = "unknown-key",
    .severity = TRANSFER_ERROR,
    .since = "1.0",
    .source = "transfer-schema(5)",
    .title = {{"A key is not known", "Une clé n'est pas connue"}},
    .explanation =
        {{"The key is not one of the record's fields. It is kept and written back, but nothing is "
          "done with its value: a misspelt key is a fact that is missing. Keys of your own begin "
          "with x_ and are not reported. In a rule-set file, the keys below rules are names of "
          "rules.",
          "La clé n'est pas un champ de la fiche. Elle est gardée et réécrite, mais rien n'est "
          "fait de sa valeur\u00a0: une clé mal orthographiée est un fait qui manque. Vos propres "
          "clés commencent par x_ et ne sont pas signalées. Dans un fichier de règles, les clés "
          "sous rules sont des noms de règles."}},
    .message = {{"\"{key}\" is not [{what}][a key of {type}][, which has: {expected}]",
                 "«\u00a0{key}\u00a0» n'est pas [{what}][une clé de {type}][, qui a\u00a0: "
                 "{expected}]"}},
};

/* found; (suggestion) */
const struct transfer_rule rule_id_form = {
    .name = "id-form",
    .severity = TRANSFER_ERROR,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"An id is not well formed", "Un identifiant est mal formé"}},
    .explanation =
        {{"Ids are written with the letters a to z, the digits, and . _ - ; the first character is "
          "a letter or a digit, and there are at most 64. They have no capitals and no accents, so "
          "that no two ids look alike and everyone can type them. The name of the thing goes into "
          "a field of the record.",
          "Les identifiants s'écrivent avec les lettres a à z, les chiffres, et . _ -\u00a0; le "
          "premier caractère est une lettre ou un chiffre, et il y en a 64 au plus. Ils n'ont ni "
          "capitales ni accents, pour que deux identifiants ne se ressemblent jamais et que chacun "
          "puisse les taper. Le nom de la chose se met dans un champ de la fiche."}},
    .message = {{"\"{found}\" is not an id: a to z, 0 to 9, then also \".\", \"_\" and \"-\", at "
                 "most 64 characters",
                 "«\u00a0{found}\u00a0» n'est pas un identifiant\u00a0: a à z, 0 à 9, puis aussi "
                 "«\u00a0.\u00a0», «\u00a0_\u00a0» et «\u00a0-\u00a0», 64 caractères au plus"}},
};

/* found: a phrase or a text; (field); (expected: a phrase, as "a list"); (suggestion) */
const struct transfer_rule rule_wrong_kind = {
    .name = "wrong-kind",
    .severity = TRANSFER_ERROR,
    .since = "1.0",
    .source = "transfer-schema(5)",
    .title = {{"A value is of another kind", "Une valeur est d'un autre genre"}},
    .explanation =
        {{"Every field holds one kind of value: a text, a list, a share, a whole number and so on. "
          "What is written here is something else. It is kept as it was written, but it is not "
          "used: it is neither guessed at nor taken for zero.",
          "Chaque champ contient un genre de valeur\u00a0: un texte, une liste, une part, un "
          "nombre entier, etc. Ce qui est écrit ici est autre chose. C'est gardé tel quel, mais "
          "pas utilisé\u00a0: ni deviné, ni pris pour zéro."}},
    .message = {{"[{field}: ][expected {expected}, ]found {found}",
                 "[{field}\u00a0: ][attendu\u00a0: {expected}, ]trouvé\u00a0: {found}"}},
};

/* field; type: the name of the record type */
const struct transfer_rule rule_required = {
    .name = "required",
    .severity = TRANSFER_ERROR,
    .since = "1.0",
    .source = "transfer-schema(5)",
    .title = {{"A required field is missing", "Un champ obligatoire manque"}},
    .explanation =
        {{"Without this field the record does not say what it is there for: a partner has a name "
          "and a kind, a platform an operator. Where the value is truly not known, many lists have "
          "a choice that says so.",
          "Sans ce champ, la fiche ne dit pas ce pour quoi elle existe\u00a0: un partenaire a un "
          "nom et un genre, une plate-forme un exploitant. Quand la valeur est réellement "
          "inconnue, bien des listes ont un choix qui le dit."}},
    .message = {{"the key {field} of {type} is missing", "il manque la clé {field} de {type}"}},
    .check = check_required,
};

/* fields: their names with commas; type: the name of the record type; (found: those given) */
const struct transfer_rule rule_exactly_one = {
    .name = "exactly-one",
    .severity = TRANSFER_ERROR,
    .since = "1.0",
    .source = "transfer-schema(5)",
    .title = {{"One of several fields has to be given, and only one",
               "Un seul de plusieurs champs doit être donné"}},
    .explanation =
        {{"These fields exclude each other, and one of them is needed: who benefits, for instance, "
          "is a partner, a platform or a project. With none of them, or with two, the record does "
          "not say which is meant.",
          "Ces champs s'excluent, et il en faut un\u00a0: un bénéficiaire, par exemple, est un "
          "partenaire, une plate-forme ou un projet. Sans aucun d'eux, ou avec deux, la fiche ne "
          "dit pas ce qui est visé."}},
    .message = {{"{type} needs one of these keys, and only one: {fields}[; given: {found}]",
                 "{type} demande l'une de ces clés, et une seule\u00a0: {fields}[\u00a0; ici\u00a0: "
                 "{found}]"}},
    .check = check_exactly_one,
};

/* field; found; (expected: the choices with commas); (suggestion) */
const struct transfer_rule rule_choice = {
    .name = "choice",
    .severity = TRANSFER_ERROR,
    .since = "1.0",
    .source = "transfer-schema(5)",
    .title = {{"A value is not in its list", "Une valeur n'est pas dans sa liste"}},
    .explanation =
        {{"The field takes one of the values of a closed list, or a code of a reference table such "
          "as countries or regions, spelt exactly as there: in lower case, with _ between words, "
          "for lists of this format. The value is kept as it was written, but it is not used.",
          "Le champ prend une valeur d'une liste fermée, ou un code d'une table de référence telle "
          "que celle des pays ou des régions, dans son orthographe exacte\u00a0: en minuscules, "
          "avec _ entre les mots, pour les listes de ce format. La valeur est gardée telle quelle, "
          "mais pas utilisée."}},
    .message = {{"\"{found}\" is not a value of {field}[, which takes: {expected}]",
                 "«\u00a0{found}\u00a0» n'est pas une valeur de {field}[, qui admet\u00a0: "
                 "{expected}]"}},
};

/* field; found; (expected: a phrase or text, as "1 to 9") */
const struct transfer_rule rule_range = {
    .name = "range",
    .severity = TRANSFER_ERROR,
    .since = "1.0",
    .source = "transfer-schema(5)",
    .title = {{"A number is out of range", "Un nombre est hors limites"}},
    .explanation =
        {{"The number is smaller or larger than the field can have, or than exact arithmetic can "
          "hold. A level of technological readiness, for instance, goes from 1 to 9. The value is "
          "kept as it was written, but it is not used.",
          "Le nombre est plus petit ou plus grand que le champ ne l'admet, ou que le calcul exact "
          "ne peut le contenir. Un niveau de maturité technologique, par exemple, va de 1 à 9. La "
          "valeur est gardée telle quelle, mais pas utilisée."}},
    .message = {{"{field}: {found} is out of range[ ({expected})]",
                 "{field}\u00a0: {found} est hors limites[ ({expected})]"}},
};

/* field; limit; (count: the characters it has) */
const struct transfer_rule rule_length = {
    .name = "length",
    .severity = TRANSFER_ERROR,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A text is too long", "Un texte est trop long"}},
    .explanation =
        {{"Texts have a limit, far above what a title or a remark needs, so that a quote that was "
          "never closed or a file pasted into a field is found. A long document belongs into a "
          "file of its own; the record can have its address.",
          "Les textes ont une limite, bien au-delà de ce que demande un titre ou une remarque, "
          "pour qu'un guillemet jamais fermé ou un fichier collé dans un champ soit remarqué. Un "
          "long document a sa place dans un fichier à part, dont la fiche peut donner l'adresse."}},
    .message = {{"{field} is too long: at most {limit} bytes are allowed[, here: {count}]",
                 "{field} est trop long\u00a0: {limit} octets au plus[, ici\u00a0: {count}]"}},
};
