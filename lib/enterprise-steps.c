/* Finding the size of an enterprise step by step.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each sentence stand the parts that it takes; those in brackets may be missing.
 */
#include "enterprise-steps.h"

#include <string.h>

#include "value.h"

#define RECOMMENDATION "Recommendation 2003/361/EC, annex, article "
#define DECREE "Décret n° 2008-1354, article "

static const struct fraction whole = {1, 1}, quarter = {1, 4};

static const struct phrase figure_names[FIGURES] = {
    {{"headcount", "effectif"}},
    {{"turnover", "chiffre d'affaires"}},
    {{"balance sheet", "total du bilan"}},
};

/* ---- the parts of a sentence ---- */

enum { PARTS_MAX = 8, TEXTS_MAX = 6 };

struct parts {
    struct part items[PARTS_MAX];
    size_t count;
    char texts[TEXTS_MAX][TRANSFER_VALUE_SIZE];
    size_t text_count;
};

static void add_text(struct parts *parts, const char *name, const char *text)
{
    parts->items[parts->count++] =
        (struct part){.name = name, .text = text, .length = strlen(text)};
}

static void add_phrase(struct parts *parts, const char *name, const struct phrase *phrase)
{
    parts->items[parts->count++] = (struct part){.name = name, .phrase = phrase};
}

static char *new_text(struct parts *parts)
{
    return parts->texts[parts->text_count++];
}

static void add_number(struct parts *parts, const char *name, int64_t number)
{
    transfer_quantity quantity = {.value = number};
    char *text = new_text(parts);

    if (transfer_quantity_format(&quantity, text, TRANSFER_VALUE_SIZE) == TRANSFER_OK)
        add_text(parts, name, text);
}

static void add_cents(struct parts *parts, const char *name, int64_t cents)
{
    transfer_amount amount = {.minor = cents, .currency = "EUR", .decimals = 2};
    char *text = new_text(parts);

    if (transfer_amount_format(&amount, text, TRANSFER_VALUE_SIZE) == TRANSFER_OK)
        add_text(parts, name, text);
}

static void add_share(struct parts *parts, const char *name, struct fraction fraction)
{
    transfer_share share = share_of_fraction(fraction);
    char *text = new_text(parts);

    if (transfer_share_format(&share, text, TRANSFER_VALUE_SIZE) == TRANSFER_OK)
        add_text(parts, name, text);
}

/* Returns 0, and adds nothing, where nothing is known of the figure. */
static int add_figure(struct parts *parts, const char *name, int which,
                      const struct figure *figure)
{
    transfer_quantity quantity;
    transfer_amount amount;
    char *text = new_text(parts);
    transfer_status status = TRANSFER_UNSET;

    if (which == HEADCOUNT && figure_quantity(figure, &quantity))
        status = transfer_quantity_format(&quantity, text, TRANSFER_VALUE_SIZE);
    else if (which != HEADCOUNT && figure_amount(figure, &amount))
        status = transfer_amount_format(&amount, text, TRANSFER_VALUE_SIZE);
    if (status == TRANSFER_OK)
        add_text(parts, name, text);
    return status == TRANSFER_OK;
}

static void add_partner(struct parts *parts, const transfer_record *partner)
{
    const char *name;

    if (transfer_record_get_text(partner, TRANSFER_PARTNER_NAME, &name) != TRANSFER_OK)
        name = transfer_record_id(partner);
    add_text(parts, "partner", name);
}

/* A class, and in `low_name` the lowest that it may be where it is not certain. */
static void add_class(struct parts *parts, const char *name, const char *low_name,
                      const struct size_law *law, struct size_range range)
{
    if (range.low != range.high)
        add_text(parts, low_name, size_class_name(law, range.low));
    add_text(parts, name, size_class_name(law, range.high));
}

static struct step *add_step(transfer_calculation *calculation, const struct phrase *sentence,
                             const struct parts *parts, const char *source,
                             const transfer_record *record)
{
    struct step *step = calculation_add(calculation, sentence, parts->items, parts->count);

    if (step) {
        step->source = source;
        step->record = (transfer_record *)(uintptr_t)record;
    }
    return step;
}

static transfer_status added(const struct step *step)
{
    return step ? TRANSFER_OK : TRANSFER_NO_MEMORY;
}

/* ---- adding accounts ---- */

/* partner; year; figure: a phrase; (before); (share); value; (sum) */
static const struct phrase figure_added = {
    {"{partner}, {year}: {figure} [{before} + ][{share} of ]{value}[ = {sum}]",
     "{partner}, {year}\u00a0: {figure} [{before} + ][{share} de ]{value}[ = {sum}]"}};

/* partner; year; figure */
static const struct phrase figure_gaps[] = {
    [GAP_NOT_GIVEN] = {{"{partner}, {year}: {figure} not given",
                        "{partner}, {year}\u00a0: {figure} non renseigné"}},
    [GAP_CURRENCY] = {{"{partner}, {year}: {figure} not in EUR, and not converted",
                       "{partner}, {year}\u00a0: {figure} non exprimé en euros, et non converti"}},
    [GAP_NEGATIVE] = {{"{partner}, {year}: {figure} negative, and not used",
                       "{partner}, {year}\u00a0: {figure} négatif, et non utilisé"}},
    [GAP_TWICE] = {{"{partner}, {year}: {figure} given twice and not alike, and not used",
                    "{partner}, {year}\u00a0: {figure} renseigné deux fois, différemment, et non "
                    "utilisé"}},
};

static void set_figure(struct step *step, int name, const struct figure *figure)
{
    transfer_quantity quantity;
    transfer_amount amount;

    if (name == HEADCOUNT && figure_quantity(figure, &quantity))
        step_set_quantity(step, &quantity);
    else if (name != HEADCOUNT && figure_amount(figure, &amount))
        step_set_amount(step, &amount);
}

transfer_status steps_add_figure(const struct addition *addition, const transfer_record *partner,
                                 int year, int name, const struct figure *before,
                                 const struct figure *one)
{
    const struct figure *sum = &addition->total->items[name];
    const struct phrase *sentence = &figure_added;
    struct parts parts = {.count = 0};
    int is_part = fraction_compare(addition->factor, whole) != 0, has_before;
    struct step *step;

    add_partner(&parts, partner);
    add_number(&parts, "year", year);
    add_phrase(&parts, "figure", &figure_names[name]);
    if (one->gap != GAP_NONE && one->gap != GAP_VAGUE) {
        sentence = &figure_gaps[one->gap];
    } else {
        has_before = add_figure(&parts, "before", name, before);
        if (is_part)
            add_share(&parts, "share", addition->factor);
        (void)add_figure(&parts, "value", name, one);
        if (has_before || is_part)
            (void)add_figure(&parts, "sum", name, sum);
    }
    step = add_step(addition->calculation, sentence, &parts, addition->source, partner);
    if (step && sentence == &figure_added)
        set_figure(step, name, sum);
    return added(step);
}

transfer_status steps_add_contained(const struct addition *addition,
                                    const transfer_record *partner)
{
    /* partner; year */
    static const struct phrase sentence = {
        {"{partner}, {year}: in consolidated accounts already, not added again",
         "{partner}, {year}\u00a0: déjà dans des comptes consolidés, non ajouté une seconde fois"}};
    struct parts parts = {.count = 0};

    add_partner(&parts, partner);
    add_number(&parts, "year", addition->year);
    return added(add_step(addition->calculation, &sentence, &parts, addition->source, partner));
}

/* ---- the calculation ---- */

struct explanation {
    struct sizes *sizes;
    const transfer_record *partner;
    const struct size_answer *answer;
    transfer_calculation *calculation;
    struct size_range class, status; /* of the last year, but for public ownership */
};

static int is_european(const struct explanation *explanation)
{
    return explanation->answer->law.definition == TRANSFER_PARTNER_SIZE_DEFINITION_EU_2003_361;
}

static const char *article(const struct explanation *explanation, const char *recommendation,
                           const char *decree)
{
    return is_european(explanation) ? recommendation : decree;
}

/* ---- who belongs to it ---- */

static transfer_status add_linked(const struct explanation *explanation)
{
    /* partner */
    static const struct phrase sentence = {
        {"{partner}: linked enterprise, added in full",
         "{partner}\u00a0: entreprise liée, ajoutée en totalité"}};
    static const struct phrase reading = {
        {"the enterprise of the decree is taken to be all linked ones, in full; sales between them "
         "are not taken off (a reading of this library, which no lawyer has checked)",
         "l'entreprise au sens du décret est prise comme l'ensemble des entreprises liées, en "
         "totalité\u00a0; leurs ventes entre elles ne sont pas déduites (lecture propre à cette "
         "bibliothèque, qu'aucun juriste n'a vérifiée)"}};
    const struct ownership *ownership = &explanation->sizes->ownership;
    uint32_t group = ownership->group[section_index(ownership->partners, explanation->partner)];
    transfer_status status = TRANSFER_OK;

    if (!is_european(explanation)) {
        struct parts parts = {.count = 0};

        status = added(
            add_step(explanation->calculation, &reading, &parts, DECREE "1", NULL));
    }
    for (uint32_t i = ownership->first_member[group];
         i < ownership->first_member[group + 1] && status == TRANSFER_OK; i++) {
        const transfer_record *member = ownership_partner(ownership, ownership->members[i]);
        struct parts parts = {.count = 0};

        if (member == explanation->partner)
            continue;
        add_partner(&parts, member);
        status = added(add_step(explanation->calculation, &sentence, &parts,
                                article(explanation, RECOMMENDATION "3(3)", DECREE "1"), member));
    }
    return status;
}

/* The members of a group of partner enterprises. */
static transfer_status add_neighbour(const struct explanation *explanation,
                                     const struct neighbour *neighbour)
{
    /* partner; share */
    static const struct phrase one = {
        {"{partner}: partner enterprise, added for {share}",
         "{partner}\u00a0: entreprise partenaire, ajoutée pour {share}"}};
    static const struct phrase several = {
        {"{partner}: partner enterprise or linked to one, added for {share}",
         "{partner}\u00a0: entreprise partenaire ou liée à une telle entreprise, ajoutée pour "
         "{share}"}};
    const struct ownership *ownership = &explanation->sizes->ownership;
    uint32_t first = ownership->first_member[neighbour->other];
    uint32_t end = ownership->first_member[neighbour->other + 1];
    transfer_share share = share_of_fraction(neighbour->share);

    for (uint32_t i = first; i < end; i++) {
        const transfer_record *member = ownership_partner(ownership, ownership->members[i]);
        struct parts parts = {.count = 0};
        struct step *step;

        add_partner(&parts, member);
        add_share(&parts, "share", neighbour->share);
        step = add_step(explanation->calculation, end - first == 1 ? &one : &several, &parts,
                        end - first == 1 ? RECOMMENDATION "3(2)" : RECOMMENDATION "6(3)", member);
        if (!step)
            return TRANSFER_NO_MEMORY;
        step_set_share(step, &share);
    }
    return TRANSFER_OK;
}

static transfer_status add_neighbours(const struct explanation *explanation)
{
    const struct ownership *ownership = &explanation->sizes->ownership;
    uint32_t group = ownership->group[section_index(ownership->partners, explanation->partner)];
    transfer_status status = TRANSFER_OK;

    for (uint32_t i = ownership->first_neighbour[group];
         i < ownership->first_neighbour[group + 1] && status == TRANSFER_OK; i++)
        status = add_neighbour(explanation, &ownership->neighbours[i]);
    return status;
}

/* Owners that would be partner enterprises if they were no investors. */
static transfer_status add_investors(const struct explanation *explanation)
{
    /* partner: the owner; share */
    static const struct phrase sentence = {
        {"{partner}: holds {share} as an investor, no partner enterprise",
         "{partner}\u00a0: détient {share} comme investisseur, sans être une entreprise "
         "partenaire"}};
    const struct ownership *ownership = &explanation->sizes->ownership;
    size_t partner = section_index(ownership->partners, explanation->partner);

    for (uint32_t i = ownership->first_tie[partner]; i < ownership->first_tie[partner + 1]; i++) {
        const struct tie *tie = &ownership->ties[i];
        const transfer_record *owner = ownership_partner(ownership, tie->owner);
        transfer_share share = share_of_fraction(tie->share);
        struct parts parts = {.count = 0};
        struct step *step;

        if (tie_is_of_enterprises(ownership, tie) || tie_is_public(ownership, tie, 1) ||
            fraction_compare(tie->share, quarter) < 0)
            continue;
        add_partner(&parts, owner);
        add_share(&parts, "share", tie->share);
        step = add_step(explanation->calculation, &sentence, &parts, RECOMMENDATION "3(2)", owner);
        if (!step)
            return TRANSFER_NO_MEMORY;
        step_set_share(step, &share);
    }
    return TRANSFER_OK;
}

static transfer_status add_relations(const struct explanation *explanation)
{
    const struct ownership *ownership = &explanation->sizes->ownership;
    transfer_status status = TRANSFER_OK;

    if (!ownership->group)
        return TRANSFER_OK;
    if (explanation->answer->is_grouped)
        status = add_linked(explanation);
    if (status == TRANSFER_OK && is_european(explanation))
        status = add_neighbours(explanation);
    if (status == TRANSFER_OK && is_european(explanation))
        status = add_investors(explanation);
    return status;
}

/* ---- years ---- */

static transfer_status add_ceilings(const struct explanation *explanation)
{
    /* class; headcount; turnover; balance_sheet */
    static const struct phrase sentence = {
        {"{class}: headcount below {headcount}, and turnover up to {turnover} or balance sheet up "
         "to {balance_sheet}",
         "{class}\u00a0: effectif inférieur à {headcount}, et chiffre d'affaires d'au plus "
         "{turnover} ou total du bilan d'au plus {balance_sheet}"}};
    const struct size_law *law = &explanation->answer->law;

    for (int i = 0; i < law->count; i++) {
        const struct size_ceiling *ceiling = &law->ceilings[i];
        struct parts parts = {.count = 0};

        add_text(&parts, "class", size_class_name(law, i));
        add_number(&parts, "headcount", ceiling->headcount_below);
        add_cents(&parts, "turnover", ceiling->turnover);
        add_cents(&parts, "balance_sheet", ceiling->balance_sheet);
        if (!add_step(explanation->calculation, &sentence, &parts, ceiling->source, NULL))
            return TRANSFER_NO_MEMORY;
    }
    return TRANSFER_OK;
}

static transfer_status add_year_class(const struct explanation *explanation, int year,
                                      const struct figures *figures, struct size_range class)
{
    /* year; (headcount); (turnover); (balance_sheet); (low); class */
    static const struct phrase sentence = {
        {"{year}: [headcount {headcount}, ][turnover {turnover}, ][balance sheet {balance_sheet}, ]"
         "class [{low} to ]{class}",
         "{year}\u00a0: [effectif {headcount}, ][chiffre d'affaires {turnover}, ][total du bilan "
         "{balance_sheet}, ]catégorie [{low} à ]{class}"}};
    struct parts parts = {.count = 0};

    add_number(&parts, "year", year);
    (void)add_figure(&parts, "headcount", HEADCOUNT, &figures->items[HEADCOUNT]);
    (void)add_figure(&parts, "turnover", TURNOVER, &figures->items[TURNOVER]);
    (void)add_figure(&parts, "balance_sheet", BALANCE_SHEET, &figures->items[BALANCE_SHEET]);
    add_class(&parts, "class", "low", &explanation->answer->law, class);
    return added(add_step(explanation->calculation, &sentence, &parts,
                          article(explanation, RECOMMENDATION "2", DECREE "3"),
                          explanation->partner));
}

/* Where the status begins, if it goes back over several years. */
static transfer_status add_first_status(const struct explanation *explanation,
                                        struct size_range class)
{
    /* year */
    static const struct phrase unknown = {{"{year}: the status before is not known",
                                           "{year}\u00a0: le statut antérieur n'est pas connu"}};
    static const struct phrase new = {
        {"{year}: new enterprise, its class is its status",
         "{year}\u00a0: entreprise nouvelle, sa catégorie est son statut"}};
    const struct size_answer *answer = explanation->answer;
    int is_new = explanation->status.low == class.low && explanation->status.high == class.high;
    struct parts parts = {.count = 0};

    if (answer->first_year == answer->year)
        return TRANSFER_OK;
    add_number(&parts, "year", answer->first_year);
    return added(add_step(explanation->calculation, is_new ? &new : &unknown, &parts,
                          is_new ? RECOMMENDATION "4(3)" : RECOMMENDATION "4(2)",
                          explanation->partner));
}

static transfer_status add_status(const struct explanation *explanation, int year,
                                  struct size_range before, struct size_range class)
{
    /* year; (class_low); class; (before_low); before; (low); status */
    static const struct phrase sentence = {
        {"{year}: class [{class_low} to ]{class} after [{before_low} to ]{before}, status [{low} "
         "to ]{status}",
         "{year}\u00a0: catégorie [{class_low} à ]{class} après [{before_low} à ]{before}, statut "
         "[{low} à ]{status}"}};
    const struct size_law *law = &explanation->answer->law;
    struct parts parts = {.count = 0};

    add_number(&parts, "year", year);
    add_class(&parts, "class", "class_low", law, class);
    add_class(&parts, "before", "before_low", law, before);
    add_class(&parts, "status", "low", law, explanation->status);
    return added(add_step(explanation->calculation, &sentence, &parts, RECOMMENDATION "4(2)",
                          explanation->partner));
}

/* Adds up one year.  What is missing of it `addition` tells. */
static transfer_status add_up_year(const struct explanation *explanation,
                                   struct figures *figures, struct addition *addition, int year)
{
    memset(figures, 0, sizeof *figures);
    for (int i = 0; i < FIGURES; i++)
        figures->items[i].value = figures->items[i].low = (struct fraction){0, 1};
    *addition = (struct addition){
        .total = figures,
        .factor = whole,
        .year = year,
        .source = article(explanation,
                          explanation->answer->is_grouped ? RECOMMENDATION "6(2)"
                                                          : RECOMMENDATION "6(1)",
                          DECREE "2"),
        .calculation = explanation->calculation};
    return sizes_add_group(explanation->sizes, explanation->partner,
                           explanation->answer->law.definition, addition);
}

static transfer_status add_years(struct explanation *explanation, struct figures *figures)
{
    const struct size_answer *answer = explanation->answer;
    struct size_range before = {0, 0};
    transfer_status status = add_ceilings(explanation);

    for (int year = answer->first_year; year <= answer->year && status == TRANSFER_OK; year++) {
        struct addition addition;

        status = add_up_year(explanation, figures, &addition, year);
        if (status != TRANSFER_OK)
            break;
        explanation->class = size_classify(&answer->law, figures);
        status = add_year_class(explanation, year, figures, explanation->class);
        if (status != TRANSFER_OK)
            break;
        if (year == answer->first_year) {
            explanation->status = size_status_before(&answer->law, explanation->partner, answer,
                                                     explanation->class);
            status = add_first_status(explanation, explanation->class);
        } else {
            explanation->status =
                size_status_after(explanation->status, before, explanation->class);
            status = add_status(explanation, year, before, explanation->class);
        }
        before = explanation->class;
    }
    return status;
}

/* ---- the end ---- */

static transfer_status add_public(const struct explanation *explanation, int perhaps,
                                  int *is_public)
{
    /* share; partner */
    static const struct phrase sentence = {
        {"public bodies hold {share} of {partner}: from 25% on an enterprise is large",
         "des organismes publics détiennent {share} de {partner}\u00a0: à partir de 25\u00a0%, une "
         "entreprise est grande"}};
    static const struct phrase unsure = {
        {"public bodies hold {share} of {partner} with local authorities, which do not count if "
         "their budget is below 10 million euros and their inhabitants below 5,000",
         "des organismes publics détiennent {share} de {partner} avec des collectivités locales, "
         "qui ne comptent pas si leur budget est inférieur à 10 millions d'euros et leur "
         "population à 5\u00a0000 habitants"}};
    struct parts parts = {.count = 0};
    struct fraction share = {0, 1};
    transfer_share value;
    struct step *step;
    transfer_status status =
        size_judge_public(explanation->sizes, explanation->partner,
                          explanation->answer->law.definition, perhaps, is_public, &share);

    if (status != TRANSFER_OK || !*is_public)
        return status;
    add_partner(&parts, explanation->partner);
    add_share(&parts, "share", share);
    step = add_step(explanation->calculation, perhaps ? &unsure : &sentence, &parts,
                    perhaps ? RECOMMENDATION "3(2)" : RECOMMENDATION "3(4)",
                    explanation->partner);
    if (!step)
        return TRANSFER_NO_MEMORY;
    value = share_of_fraction(share);
    step_set_share(step, &value);
    return TRANSFER_OK;
}

/* The last step of what cannot be told although there are accounts. */
static transfer_status add_open(const struct explanation *explanation,
                                const struct figures *figures)
{
    static const struct phrase reasons[] = {
        [GAP_NONE] = {{"is not exact", "n'est pas exact"}},
        [GAP_NOT_GIVEN] = {{"is not given", "n'est pas renseigné"}},
        [GAP_CURRENCY] = {{"is not in EUR", "n'est pas en euros"}},
        [GAP_NEGATIVE] = {{"is negative", "est négatif"}},
        [GAP_TWICE] = {{"is given twice and not alike", "est renseigné deux fois, différemment"}},
        [GAP_VAGUE] = {{"is not exact", "n'est pas exact"}},
    };
    static const struct phrase names[FIGURES] = {
        {{"the headcount", "l'effectif"}},
        {{"the turnover", "le chiffre d'affaires"}},
        {{"the balance sheet", "le total du bilan"}},
    };
    /* figure, reason: phrases; partner; year; low; class */
    static const struct phrase by_figure = {
        {"not known, {low} to {class}: {figure} of {partner} in {year} {reason}",
         "inconnue, {low} à {class}\u00a0: {figure} de {partner} en {year} {reason}"}};
    /* partner; low; class */
    static const struct phrase by_history = {
        {"not known, {low} to {class}: the accounts of {partner} do not go far enough back, or are "
         "too vague, to tell what its status was",
         "inconnue, {low} à {class}\u00a0: les comptes de {partner} ne remontent pas assez loin, "
         "ou sont trop vagues, pour dire quel était son statut"}};
    static const struct phrase by_authorities = {
        {"not known, {low} to {class}: whether the local authorities that hold parts of {partner} "
         "are small is not told",
         "inconnue, {low} à {class}\u00a0: rien ne dit si les collectivités locales qui détiennent "
         "des parts de {partner} sont petites"}};
    const struct size_answer *answer = explanation->answer;
    const struct phrase *sentence = &by_authorities;
    const transfer_record *partner = explanation->partner;
    struct parts parts = {.count = 0};

    add_class(&parts, "class", "low", &answer->law, answer->status);
    if (explanation->class.low != explanation->class.high) {
        int name = size_open_figure(&answer->law, figures, explanation->class);
        const struct figure *figure = &figures->items[name];

        sentence = &by_figure;
        add_phrase(&parts, "figure", &names[name]);
        add_phrase(&parts, "reason", &reasons[figure->gap]);
        if (figure->gap_partner) {
            partner = figure->gap_partner;
            add_number(&parts, "year", figure->gap_year);
        }
    } else if (explanation->status.low != explanation->status.high) {
        sentence = &by_history;
    }
    add_partner(&parts, partner);
    return added(add_step(explanation->calculation, sentence, &parts, NULL, partner));
}

static transfer_status add_answer(const struct explanation *explanation,
                                  const struct figures *figures)
{
    /* partner; class */
    static const struct phrase sentence = {
        {"{partner}: size {class}", "{partner}\u00a0: taille {class}"}};
    const struct size_answer *answer = explanation->answer;
    transfer_calculation *calculation = explanation->calculation;
    struct parts parts = {.count = 0};

    if (answer->status.low != answer->status.high)
        return add_open(explanation, figures);
    add_partner(&parts, explanation->partner);
    add_class(&parts, "class", "low", &answer->law, answer->status);
    calculation->is_known = 1;
    calculation->size = answer->status.high < answer->law.count
                            ? answer->law.ceilings[answer->status.high].size
                            : TRANSFER_SIZE_LARGE;
    return added(add_step(calculation, &sentence, &parts,
                          article(explanation, RECOMMENDATION "2", DECREE "3"),
                          explanation->partner));
}

/* The last step where there are no accounts to begin with, or something is missing. */
static transfer_status add_gap(const struct explanation *explanation, const transfer_date *day)
{
    /* partner; (day); year */
    static const struct phrase sentences[] = {
        [GAP_NO_ACCOUNTS] = {{"not known: {partner} has no accounts[ closed by {day}]",
                              "inconnue\u00a0: {partner} n'a pas de comptes[ clos au {day}]"}},
        [GAP_NO_LAW] = {{"not known: the definition had no ceilings in {year}",
                         "inconnue\u00a0: la définition n'avait pas de plafonds en {year}"}},
        [GAP_MEMBER_ACCOUNTS] =
            {{"not known: {partner} has no accounts of {year} nor of the year before",
              "inconnue\u00a0: {partner} n'a pas de comptes de {year} ni de l'année précédente"}},
        [GAP_OWNER] = {{"not known: an owner of {partner}, or what it holds, is not known",
                        "inconnue\u00a0: un détenteur de parts de {partner}, ou sa part, n'est pas "
                        "connu"}},
    };
    const struct size_answer *answer = explanation->answer;
    struct parts parts = {.count = 0};
    char *text = new_text(&parts);

    add_partner(&parts, answer->gap_partner);
    add_number(&parts, "year",
               answer->gap == GAP_NO_LAW && day ? day->year : answer->year);
    if (day && transfer_date_format(day, text, TRANSFER_VALUE_SIZE) == TRANSFER_OK)
        add_text(&parts, "day", text);
    return added(add_step(explanation->calculation, &sentences[answer->gap], &parts, NULL,
                          answer->gap_partner));
}

static transfer_status explain(struct explanation *explanation, const transfer_date *day)
{
    const struct size_answer *answer = explanation->answer;
    struct figures figures;
    struct addition addition;
    int is_public = 0;
    transfer_status status = TRANSFER_OK;

    if (answer->gap == GAP_NO_ACCOUNTS || answer->gap == GAP_NO_LAW)
        return add_gap(explanation, day);
    status = add_relations(explanation);
    if (status == TRANSFER_OK && answer->gap) {
        status = add_up_year(explanation, &figures, &addition, answer->year);
        return status == TRANSFER_OK ? add_gap(explanation, day) : status;
    }
    if (status == TRANSFER_OK)
        status = add_years(explanation, &figures);
    if (status == TRANSFER_OK)
        status = add_public(explanation, 0, &is_public);
    if (status == TRANSFER_OK && !is_public)
        status = add_public(explanation, 1, &is_public);
    return status == TRANSFER_OK ? add_answer(explanation, &figures) : status;
}

/* The last day of a date that may be partial; NULL: it has none. */
static const transfer_date *last_day(const transfer_date *date, transfer_date *last)
{
    transfer_date first;

    if (!date || transfer_date_bounds(date, &first, last) != TRANSFER_OK || last->year == 0)
        return NULL;
    return last;
}

transfer_status transfer_partner_size_class(const transfer_record *partner, int definition,
                                            const transfer_date *as_of, transfer_calculation **out)
{
    struct size_answer answer;
    struct sizes sizes;
    transfer_calculation *calculation;
    const transfer_date *day;
    transfer_date last;
    transfer_status status;

    if (transfer_record_type(partner) != TRANSFER_TYPE_PARTNER || !out ||
        !transfer_field_choice_name(TRANSFER_PARTNER_SIZE_DEFINITION, definition) ||
        (as_of && !value_date_is_valid(as_of)))
        return TRANSFER_MISUSE;
    day = last_day(as_of, &last);
    calculation = calculation_new();
    if (!calculation)
        return TRANSFER_NO_MEMORY;
    calculation->is_size = 1;
    status = sizes_begin(&sizes, record_portfolio(partner), day);
    sizes.visits_left = UINT64_MAX;
    if (status == TRANSFER_OK)
        status = sizes_find(&sizes, partner, definition, day, &answer);
    if (status == TRANSFER_OK)
        status = explain(&(struct explanation){.sizes = &sizes,
                                               .partner = partner,
                                               .answer = &answer,
                                               .calculation = calculation},
                         day);
    sizes_free(&sizes);
    return calculation_finish(calculation, status, out);
}
