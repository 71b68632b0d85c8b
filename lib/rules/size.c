/* Rules of the size of enterprises.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes; those in brackets may be missing.
 */
#include <stdlib.h>

#include "buffer.h"
#include "check.h"
#include "enterprise-size.h"

/* ---- the definition ---- */

static transfer_reason check_size_definition_missing(struct check *check,
                                                     const transfer_record *record)
{
    struct finding finding;
    int size;

    if (!transfer_record_has(record, TRANSFER_PARTNER_SIZE))
        return TRANSFER_REASON_MISSING;
    if (transfer_record_get_choice(record, TRANSFER_PARTNER_SIZE, &size) != TRANSFER_OK)
        return TRANSFER_REASON_REPORTED;
    if (transfer_record_has(record, TRANSFER_PARTNER_SIZE_DEFINITION))
        return TRANSFER_REASON_NONE;
    check_begin(check, &finding, &rule_size_definition_missing, record, TRANSFER_PARTNER_SIZE);
    finding_add_string(&finding, "found",
                       transfer_field_choice_name(TRANSFER_PARTNER_SIZE, size));
    check_end(check, &finding, record, TRANSFER_PARTNER_SIZE);
    return TRANSFER_REASON_NONE;
}

/* found: the size */
const struct transfer_rule rule_size_definition_missing = {
    .name = "size-definition-missing",
    .severity = TRANSFER_NOTE,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A size is stated without its definition",
               "Une taille est indiquée sans sa définition"}},
    .explanation =
        {{"The Recommendation of the Commission and the French decree draw the lines between sizes "
          "of enterprises in different places, and add up groups of enterprises in different ways. "
          "A size says something only with the definition under which it is stated: "
          "size_definition takes eu_2003_361 or fr_2008_1354. Without it the size is not compared "
          "with the accounts.",
          "La recommandation de la Commission et le décret français ne fixent pas les mêmes "
          "limites entre les tailles d'entreprises, et n'additionnent pas les groupes de la même "
          "façon. Une taille ne dit quelque chose qu'avec la définition selon laquelle elle est "
          "indiquée\u00a0: size_definition prend eu_2003_361 ou fr_2008_1354. Sans elle, la taille "
          "n'est pas comparée aux comptes."}},
    .message = {{"size {found}: under which definition? size_definition is missing",
                 "taille {found}\u00a0: selon quelle définition\u00a0? size_definition manque"}},
    .check = check_size_definition_missing,
    .missing = KEYS(TRANSFER_PARTNER_SIZE_DEFINITION),
};

/* The sizes that a definition has, with commas. */
static void add_sizes(struct buffer *buffer, int definition)
{
    struct size_range range;
    int size;

    for (size_t i = 0; (size = transfer_field_choice_at(TRANSFER_PARTNER_SIZE, i)) != 0; i++) {
        if (!size_declared(definition, size, &range))
            continue;
        if (buffer->length > 0)
            buffer_add_string(buffer, ", ");
        buffer_add_string(buffer, transfer_field_choice_name(TRANSFER_PARTNER_SIZE, size));
    }
}

static void report_not_in_definition(struct check *check, const transfer_record *record,
                                     transfer_key key, int definition, int size)
{
    struct buffer sizes;
    struct finding finding;

    buffer_init(&sizes);
    add_sizes(&sizes, definition);
    check_begin(check, &finding, &rule_size_not_in_definition, record, key);
    finding_add_string(&finding, "found", transfer_field_choice_name(key, size));
    finding_add_string(&finding, "definition",
                       transfer_field_choice_name(TRANSFER_PARTNER_SIZE_DEFINITION, definition));
    finding_add_text(&finding, "expected", sizes.data, sizes.length);
    if (sizes.failed)
        check->status = TRANSFER_NO_MEMORY;
    else
        check_end(check, &finding, record, key);
    buffer_free(&sizes);
}

static transfer_reason check_size_not_in_definition(struct check *check,
                                                    const transfer_record *record)
{
    int is_partner = transfer_record_type(record) == TRANSFER_TYPE_PARTNER;
    transfer_key key = is_partner ? TRANSFER_PARTNER_SIZE : TRANSFER_AID_DECLARATION_SIZE;
    int definition = TRANSFER_PARTNER_SIZE_DEFINITION_EU_2003_361, size;
    struct size_range range;

    if (!transfer_record_has(record, key) ||
        (is_partner && !transfer_record_has(record, TRANSFER_PARTNER_SIZE_DEFINITION)))
        return TRANSFER_REASON_MISSING;
    if (transfer_record_get_choice(record, key, &size) != TRANSFER_OK ||
        (is_partner && transfer_record_get_choice(record, TRANSFER_PARTNER_SIZE_DEFINITION,
                                                  &definition) != TRANSFER_OK))
        return TRANSFER_REASON_REPORTED;
    if (!size_declared(definition, size, &range))
        report_not_in_definition(check, record, key, definition, size);
    return TRANSFER_REASON_NONE;
}

/* found: the size; definition; expected: its sizes with commas */
const struct transfer_rule rule_size_not_in_definition = {
    .name = "size-not-in-definition",
    .severity = TRANSFER_ERROR,
    .types = 1u << TRANSFER_TYPE_PARTNER | 1u << TRANSFER_TYPE_AID_DECLARATION,
    .since = "1.0",
    .source = "Recommendation 2003/361/EC, annex, article 2; décret n° 2008-1354, article 3",
    .title = {{"The definition does not have this size", "La définition n'a pas cette taille"}},
    .explanation =
        {{"European law knows micro, small and medium-sized enterprises, together SMEs, and large "
          "ones; enterprises of intermediate size (ETI) exist in French law alone, and most are "
          "large under European law. French law does not part small from medium-sized enterprises: "
          "both are sme. State aid is always judged by the European definition. Write the size "
          "that the definition has, or the definition that was meant.",
          "Le droit européen connaît les micro, petites et moyennes entreprises, ensemble les PME, "
          "et les grandes\u00a0; les entreprises de taille intermédiaire (ETI) n'existent qu'en "
          "droit français, et la plupart sont grandes en droit européen. Le droit français ne "
          "sépare pas les petites des moyennes\u00a0: les deux sont sme. Les aides d'État "
          "s'apprécient toujours selon la définition européenne. Indiquez une taille que connaît "
          "la définition, ou la définition voulue."}},
    .message = {{"{definition} has no size {found}, but: {expected}",
                 "{definition} ne connaît pas la taille {found}, mais\u00a0: {expected}"}},
    .check = check_size_not_in_definition,
};

/* ---- the accounts ---- */

/* How a declared size stands to the accounts; a contradiction is reported by one rule alone. */
enum verdict { VERDICT_AGREES, VERDICT_ACCOUNTS, VERDICT_LINKED, VERDICT_TWO_YEARS };

/* What the rules know of the last partner that one of them looked at. */
struct judgement {
    struct sizes sizes;
    const transfer_record *record;
    transfer_reason reason; /* why nothing can be said */
    enum verdict verdict;
    int size;
    struct size_answer answer;
    enum { HOLDINGS_NOT_SEARCHED, HOLDINGS_KNOWN, HOLDINGS_HIDDEN } holdings;
};

static void *begin_judgement(struct check *check)
{
    struct judgement *judgement = calloc(1, sizeof *judgement);

    if (judgement && sizes_begin(&judgement->sizes, check->portfolio, NULL) == TRANSFER_OK)
        return judgement;
    if (judgement)
        sizes_free(&judgement->sizes);
    free(judgement);
    check->status = TRANSFER_NO_MEMORY;
    return NULL;
}

static void end_judgement(void *data)
{
    struct judgement *judgement = data;

    sizes_free(&judgement->sizes);
    free(judgement);
}

static const struct index judgements = {begin_judgement, end_judgement};

static transfer_reason reason_of_gap(enum size_gap gap)
{
    switch (gap) {
    case GAP_NONE:
        return TRANSFER_REASON_NONE;
    case GAP_NO_LAW:
        return TRANSFER_REASON_NOT_IN_FORCE;
    case GAP_TOO_LARGE:
        return TRANSFER_REASON_VAGUE;
    default:
        return TRANSFER_REASON_MISSING;
    }
}

static int is_disjoint(struct size_range a, struct size_range b)
{
    return a.high < b.low || b.high < a.low;
}

static int is_within(struct size_range inner, struct size_range outer)
{
    return inner.low >= outer.low && inner.high <= outer.high;
}

static void compare(struct judgement *judgement, struct size_range declared)
{
    const struct size_answer *answer = &judgement->answer;

    judgement->verdict = VERDICT_AGREES;
    if (!is_disjoint(answer->status, declared)) {
        if (!is_within(answer->status, declared))
            judgement->reason = TRANSFER_REASON_VAGUE;
        return;
    }
    if (is_within(answer->own_class, declared) && is_disjoint(answer->group_class, declared))
        judgement->verdict = VERDICT_LINKED;
    else if (is_within(answer->group_class, declared))
        judgement->verdict = VERDICT_TWO_YEARS;
    else
        judgement->verdict = VERDICT_ACCOUNTS;
}

static void judge(struct check *check, struct judgement *judgement, const transfer_record *record,
                  int definition, struct size_range declared)
{
    transfer_status status =
        sizes_find(&judgement->sizes, record, definition, NULL, &judgement->answer);

    judgement->record = record;
    judgement->reason = reason_of_gap(judgement->answer.gap);
    if (status == TRANSFER_NO_MEMORY)
        check->status = status;
    else if (status != TRANSFER_OK)
        judgement->reason = TRANSFER_REASON_VAGUE;
    if (judgement->reason == TRANSFER_REASON_NONE && status == TRANSFER_OK)
        compare(judgement, declared);
}

/* Whether misspelt keys hide what somebody holds, which may be of anybody. */
static int are_holdings_hidden(const struct check *check, struct judgement *judgement)
{
    static const transfer_key keys[] = {TRANSFER_PARTNER_OWNERSHIP, TRANSFER_HOLDING_OWNER,
                                        TRANSFER_HOLDING_SHARE, TRANSFER_HOLDING_FROM, 0};
    const struct section *partners = &check->portfolio->sections[TRANSFER_TYPE_PARTNER];

    if (judgement->holdings == HOLDINGS_NOT_SEARCHED) {
        judgement->holdings = HOLDINGS_KNOWN;
        for (size_t i = 0; i < partners->count && judgement->holdings == HOLDINGS_KNOWN; i++)
            if (check_misses(partners->items[i], keys))
                judgement->holdings = HOLDINGS_HIDDEN;
    }
    return judgement->holdings == HOLDINGS_HIDDEN;
}

/* What a rule of the accounts says of a partner before it looks at its own case: NULL, with the
 * reason, where it does not apply. */
static const struct judgement *find_judgement(struct check *check, const transfer_record *record,
                                              transfer_reason *reason)
{
    struct judgement *judgement;
    struct size_range declared;
    int size, definition;

    *reason = TRANSFER_REASON_MISSING;
    if (transfer_record_get_choice(record, TRANSFER_PARTNER_SIZE, &size) != TRANSFER_OK ||
        transfer_record_get_choice(record, TRANSFER_PARTNER_SIZE_DEFINITION, &definition) !=
            TRANSFER_OK ||
        !transfer_record_has(record, TRANSFER_PARTNER_ACCOUNTS))
        return NULL;
    *reason = TRANSFER_REASON_REPORTED;
    if (!size_declared(definition, size, &declared))
        return NULL;
    *reason = TRANSFER_REASON_PART;
    if (check_is_part(check, record))
        return NULL;
    judgement = check_index(check, &judgements);
    if (!judgement)
        return NULL;
    judgement->size = size;
    if (judgement->record != record)
        judge(check, judgement, record, definition, declared);
    *reason = judgement->reason;
    if (*reason == TRANSFER_REASON_NONE && judgement->verdict != VERDICT_AGREES &&
        are_holdings_hidden(check, judgement))
        *reason = TRANSFER_REASON_REPORTED;
    return *reason == TRANSFER_REASON_NONE && check->status == TRANSFER_OK ? judgement : NULL;
}

/* Room for the values of a message. */
struct figure_texts {
    char year[24];
    char figures[FIGURES][TRANSFER_VALUE_SIZE];
};

static void add_figures(struct finding *finding, const struct figures *figures,
                        struct figure_texts *texts)
{
    transfer_quantity headcount;
    transfer_amount amount;

    if (figure_quantity(&figures->items[HEADCOUNT], &headcount))
        finding_add_quantity(finding, "headcount", &headcount, texts->figures[HEADCOUNT]);
    if (figure_amount(&figures->items[TURNOVER], &amount))
        finding_add_amount(finding, "turnover", &amount, texts->figures[TURNOVER]);
    if (figure_amount(&figures->items[BALANCE_SHEET], &amount))
        finding_add_amount(finding, "balance_sheet", &amount, texts->figures[BALANCE_SHEET]);
}

/* `article`: the last part, of that name; the other place is that of the accounts. */
static void report(struct check *check, const struct transfer_rule *rule,
                   const struct judgement *judgement, const struct phrase *article)
{
    static const struct phrase related = {
        {"the last accounts stand here", "les derniers comptes se trouvent ici"}};
    const struct size_answer *answer = &judgement->answer;
    struct figure_texts texts;
    struct finding finding;

    check_begin(check, &finding, rule, judgement->record, TRANSFER_PARTNER_SIZE);
    finding_add_string(&finding, "found",
                       transfer_field_choice_name(TRANSFER_PARTNER_SIZE, judgement->size));
    finding_add_number(&finding, "year", (uint64_t)answer->year, texts.year);
    add_figures(&finding, &answer->group, &texts);
    if (answer->status.low != answer->status.high)
        finding_add_string(&finding, "low", size_class_name(&answer->law, answer->status.low));
    finding_add_string(&finding, "expected", size_class_name(&answer->law, answer->status.high));
    finding_add_phrase(&finding, "article", article);
    check_relate(check, &finding, size_accounts(judgement->record, answer->year), 0, &related);
    check_end(check, &finding, judgement->record, TRANSFER_PARTNER_SIZE);
}

static int is_european(const struct judgement *judgement)
{
    return judgement->answer.law.definition == TRANSFER_PARTNER_SIZE_DEFINITION_EU_2003_361;
}

static transfer_reason check_size_contradicts_accounts(struct check *check,
                                                       const transfer_record *record)
{
    static const struct phrase recommendation = {
        {"Recommendation 2003/361/EC, annex, article 2",
         "recommandation 2003/361/CE, annexe, article 2"}};
    static const struct phrase decree = {{"décret n° 2008-1354, article 3",
                                          "décret n°\u00a02008-1354, article 3"}};
    transfer_reason reason;
    const struct judgement *judgement = find_judgement(check, record, &reason);

    if (!judgement || judgement->verdict == VERDICT_AGREES)
        return reason;
    if (judgement->verdict != VERDICT_ACCOUNTS)
        return TRANSFER_REASON_REPORTED;
    report(check, &rule_size_contradicts_accounts, judgement,
           is_european(judgement) ? &recommendation : &decree);
    return TRANSFER_REASON_NONE;
}

/* found: the size; year; (headcount); (turnover); (balance_sheet); (low); expected; article */
const struct transfer_rule rule_size_contradicts_accounts = {
    .name = "size-contradicts-accounts",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .from = {.year = 2005, .month = 1, .day = 1},
    .source = "Recommendation 2003/361/EC, annex, articles 2 to 6; décret n° 2008-1354, "
              "articles 1 to 3",
    .title = {{"The accounts give another size", "Les comptes donnent une autre taille"}},
    .explanation =
        {{"The headcount and either the turnover or the balance sheet total decide the size. They "
          "are those of the last accounts, with the linked enterprises in full and, under European "
          "law, the partner enterprises in proportion, as far as ownership tells. The size that is "
          "stated is none that these figures allow. Either the size is out of date, or a figure is "
          "wrong or in other units, or the other definition is meant. Where the accounts of an "
          "owner are missing, or the figures are too vague to tell, nothing is said. "
          "transfer-calculate(1) shows each step.",
          "L'effectif, et le chiffre d'affaires ou le total du bilan, déterminent la taille. Ce "
          "sont ceux des derniers comptes, avec les entreprises liées en totalité et, en droit "
          "européen, les entreprises partenaires à proportion, pour autant que la détention du "
          "capital soit décrite. La taille indiquée n'est pas de celles que ces chiffres "
          "permettent. Ou bien elle est périmée, ou bien un chiffre est faux ou dans une autre "
          "unité, ou bien c'est l'autre définition qui est visée. Quand les comptes d'un détenteur "
          "manquent, ou que les chiffres sont trop vagues, rien n'est dit. transfer-calculate(1) "
          "montre chaque étape."}},
    .message =
        {{"{found} is declared, but in {year}, with [headcount {headcount}, ][turnover {turnover}, "
          "][balance sheet {balance_sheet}, ]it is [{low} to ]{expected} ({article}): correct the "
          "size, the accounts or the definition",
          "{found} est indiqué, mais en {year}, avec [effectif {headcount}, ][chiffre d'affaires "
          "{turnover}, ][total du bilan {balance_sheet}, ]c'est [{low} à ]{expected} "
          "({article})\u00a0: corrigez la taille, les comptes ou la définition"}},
    .check = check_size_contradicts_accounts,
    .missing = KEYS(TRANSFER_PARTNER_ACCOUNTS, TRANSFER_PARTNER_OWNERSHIP, TRANSFER_PARTNER_PARENTS,
                    TRANSFER_FISCAL_YEAR_YEAR, TRANSFER_FISCAL_YEAR_HEADCOUNT,
                    TRANSFER_FISCAL_YEAR_TURNOVER, TRANSFER_FISCAL_YEAR_BALANCE_SHEET,
                    TRANSFER_FISCAL_YEAR_CONSOLIDATED, TRANSFER_HOLDING_OWNER,
                    TRANSFER_HOLDING_SHARE, TRANSFER_HOLDING_FROM),
};

static transfer_reason check_size_linked(struct check *check, const transfer_record *record)
{
    static const struct phrase group = {
        {"with partner and linked enterprises, articles 3 and 6 of the annex to Recommendation "
         "2003/361/EC",
         "avec les entreprises partenaires et liées, articles 3 et 6 de l'annexe à la "
         "recommandation 2003/361/CE"}};
    static const struct phrase public = {
        {"as public bodies hold 25% or more, article 3(4) of the annex to Recommendation "
         "2003/361/EC",
         "parce que des organismes publics détiennent 25\u00a0% ou plus, article 3, paragraphe 4, "
         "de l'annexe à la recommandation 2003/361/CE"}};
    static const struct phrase decree = {
        {"with the enterprises linked to it, article 1 of décret n° 2008-1354",
         "avec les entreprises qui lui sont liées, article 1er du décret n°\u00a02008-1354"}};
    transfer_reason reason;
    const struct judgement *judgement = find_judgement(check, record, &reason);

    if (!judgement)
        return reason;
    if (!judgement->answer.is_grouped && !judgement->answer.is_public)
        return TRANSFER_REASON_OTHER_CASE;
    if (judgement->verdict == VERDICT_AGREES)
        return TRANSFER_REASON_NONE;
    if (judgement->verdict != VERDICT_LINKED)
        return TRANSFER_REASON_REPORTED;
    report(check, &rule_size_linked, judgement,
           judgement->answer.is_public ? &public
           : is_european(judgement)    ? &group
                                       : &decree);
    return TRANSFER_REASON_NONE;
}

/* found: the size; year; (headcount); (turnover); (balance_sheet); (low); expected; article: with
 * the reason */
const struct transfer_rule rule_size_linked = {
    .name = "size-linked",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .from = {.year = 2005, .month = 1, .day = 1},
    .source = "Recommendation 2003/361/EC, annex, articles 3 and 6; décret n° 2008-1354, article 1",
    .title = {{"A size leaves out those that the enterprise belongs to",
               "Une taille ignore le groupe de l'entreprise"}},
    .explanation =
        {{"By its own accounts the enterprise has the size that is stated, but not with its owners "
          "and what it owns. Linked enterprises, by more than half of the shares, count in full; "
          "under European law partner enterprises, from 25% on, count in proportion, and an "
          "enterprise of which public bodies hold 25% or more is large. Exceptions that ownership "
          "does not tell, such as business angels, may make the stated size right: then an "
          "exception of the record can say so. transfer-calculate(1) shows each step.",
          "D'après ses seuls comptes, l'entreprise a la taille indiquée, mais non avec ses "
          "détenteurs et ce qu'elle détient. Les entreprises liées, à plus de la moitié du "
          "capital, comptent en totalité\u00a0; en droit européen, les entreprises partenaires, à "
          "partir de 25\u00a0%, comptent à proportion, et une entreprise détenue à 25\u00a0% ou "
          "plus par des organismes publics est grande. Des cas particuliers que la détention du "
          "capital ne dit pas, comme les investisseurs providentiels, peuvent justifier la taille "
          "indiquée\u00a0: une exception de la fiche peut alors le dire. transfer-calculate(1) "
          "montre chaque étape."}},
    .message =
        {{"{found} is right for the accounts of {year} alone, but it is [{low} to ]{expected} "
          "{article}[; headcount in all {headcount}][; turnover {turnover}][; balance sheet "
          "{balance_sheet}]: correct the size or the ownership",
          "{found} convient aux seuls comptes de {year}, mais c'est [{low} à ]{expected} "
          "{article}[\u00a0; effectif en tout {headcount}][\u00a0; chiffre d'affaires "
          "{turnover}][\u00a0; total du bilan {balance_sheet}]\u00a0: corrigez la taille ou la "
          "détention du capital"}},
    .check = check_size_linked,
    .missing = KEYS(TRANSFER_PARTNER_ACCOUNTS, TRANSFER_PARTNER_OWNERSHIP, TRANSFER_PARTNER_PARENTS,
                    TRANSFER_FISCAL_YEAR_YEAR, TRANSFER_FISCAL_YEAR_HEADCOUNT,
                    TRANSFER_FISCAL_YEAR_TURNOVER, TRANSFER_FISCAL_YEAR_BALANCE_SHEET,
                    TRANSFER_FISCAL_YEAR_CONSOLIDATED, TRANSFER_HOLDING_OWNER,
                    TRANSFER_HOLDING_SHARE, TRANSFER_HOLDING_FROM),
};

static transfer_reason check_size_two_years(struct check *check, const transfer_record *record)
{
    static const struct phrase article = {
        {"Recommendation 2003/361/EC, annex, article 4(2)",
         "recommandation 2003/361/CE, annexe, article 4, paragraphe 2"}};
    transfer_reason reason;
    const struct judgement *judgement = find_judgement(check, record, &reason);

    if (!judgement)
        return reason;
    if (judgement->answer.first_year == judgement->answer.year)
        return is_european(judgement) ? TRANSFER_REASON_MISSING : TRANSFER_REASON_OTHER_CASE;
    if (judgement->verdict == VERDICT_AGREES)
        return TRANSFER_REASON_NONE;
    if (judgement->verdict != VERDICT_TWO_YEARS)
        return TRANSFER_REASON_REPORTED;
    report(check, &rule_size_two_years, judgement, &article);
    return TRANSFER_REASON_NONE;
}

/* found: the size; year; (headcount); (turnover); (balance_sheet); (low); expected; article */
const struct transfer_rule rule_size_two_years = {
    .name = "size-two-years",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .from = {.year = 2005, .month = 1, .day = 1},
    .source = "Recommendation 2003/361/EC, annex, article 4(2)",
    .title = {{"A size changed after a single year", "Une taille a changé après un seul exercice"}},
    .explanation =
        {{"Under European law an enterprise that exceeds the ceilings of its size, or falls below "
          "them, keeps its size until that has happened in two years in a row. The last accounts "
          "alone give the size that is stated; with the years before it is still another one. An "
          "enterprise that was bought by a larger one changes at once: then an exception of the "
          "record can say so.",
          "En droit européen, une entreprise qui franchit les plafonds de sa taille, vers le haut "
          "ou vers le bas, garde sa taille tant que cela n'est pas arrivé lors de deux exercices "
          "consécutifs. Les derniers comptes seuls donnent la taille indiquée\u00a0; avec les "
          "exercices précédents, c'en est encore une autre. Une entreprise rachetée par une plus "
          "grande change aussitôt\u00a0: une exception de la fiche peut alors le dire."}},
    .message =
        {{"{found} is right for {year} alone[, headcount {headcount}][, turnover {turnover}][, "
          "balance sheet {balance_sheet}], but after the years before it is still [{low} to "
          "]{expected}: a size changes after two years in a row ({article})",
          "{found} convient à la seule année {year}[, effectif {headcount}][, chiffre d'affaires "
          "{turnover}][, total du bilan {balance_sheet}], mais après les années précédentes c'est "
          "encore [{low} à ]{expected}\u00a0: une taille change après deux exercices consécutifs "
          "({article})"}},
    .check = check_size_two_years,
    .missing = KEYS(TRANSFER_PARTNER_ACCOUNTS, TRANSFER_PARTNER_OWNERSHIP, TRANSFER_PARTNER_PARENTS,
                    TRANSFER_FISCAL_YEAR_YEAR, TRANSFER_FISCAL_YEAR_HEADCOUNT,
                    TRANSFER_FISCAL_YEAR_TURNOVER, TRANSFER_FISCAL_YEAR_BALANCE_SHEET,
                    TRANSFER_FISCAL_YEAR_CONSOLIDATED, TRANSFER_HOLDING_OWNER,
                    TRANSFER_HOLDING_SHARE, TRANSFER_HOLDING_FROM),
};
