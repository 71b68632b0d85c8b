/* The highest intensity of aid for research and development, with the steps that lead to it.
 *
 * SPDX-License-Identifier: MIT
 */
#include "aid-intensity.h"

#include "aid-collaboration.h"
#include "date.h"
#include "portfolio.h"
#include "record-date.h"

/* ---- the law ---- */

static void grant_under(const struct aid_intensity *row, const struct aid_case *question,
                        struct aid_grant *grant)
{
    unsigned claims = question->claims;

    *grant = (struct aid_grant){.row = row};
    if (question->size != AID_LARGE)
        grant->for_size = question->size == AID_SMALL ? row->small : row->medium;
    if (claims & AID_COLLABORATION)
        grant->for_collaboration = row->collaboration;
    if ((claims & AID_DISSEMINATION) &&
        !(grant->for_collaboration > 0 && (row->exclusive & AID_DISSEMINATION)))
        grant->for_dissemination = row->dissemination;
    grant->percent = row->base + grant->for_size + grant->for_collaboration +
                     grant->for_dissemination;
    if (grant->percent > row->cap)
        grant->percent = row->cap;
}

transfer_reason aid_intensity_find(const struct aid_case *question, struct aid_grant *grant)
{
    unsigned laws = 0;
    int is_covered = 0;

    for (size_t i = 0; i < aid_intensity_count; i++) {
        const struct aid_intensity *row = &aid_intensities[i];
        struct aid_grant granted;

        if (!aid_is_for_research(row->regime) || row->category != question->category ||
            !provision_may_apply(row->provision, question->days))
            continue;
        is_covered |= provision_had_begun(row->provision, question->days);
        grant_under(row, question, &granted);
        if (laws++ == 0 || granted.percent > grant->percent)
            *grant = granted;
    }
    if (laws > 0)
        grant->laws = laws;
    return is_covered ? TRANSFER_REASON_NONE
           : laws     ? TRANSFER_REASON_VAGUE
                      : TRANSFER_REASON_NOT_IN_FORCE;
}

static int claims(const transfer_record *declaration, transfer_key key)
{
    int value;

    return transfer_record_get_boolean(declaration, key, &value) == TRANSFER_OK && value;
}

unsigned aid_claims(const transfer_record *declaration)
{
    unsigned bonuses = 0;

    if (claims(declaration, TRANSFER_AID_DECLARATION_EFFECTIVE_COLLABORATION))
        bonuses |= AID_COLLABORATION;
    if (claims(declaration, TRANSFER_AID_DECLARATION_WIDE_DISSEMINATION))
        bonuses |= AID_DISSEMINATION;
    return bonuses;
}

/* ---- the answer ---- */

/* An answer in the making. */
struct answering {
    transfer_calculation *calculation;
    const transfer_record *agreement, *beneficiary, *declaration, *project;
    struct aid_case question;
    struct aid_grant grant;
    struct aid_sized sized;
    transfer_date day;    /* of the agreement */
    unsigned claimed;     /* before the budgets were looked at */
    unsigned percent;     /* so far */
    struct finding parts; /* of the next step */
    unsigned failed : 1;  /* memory ran out */
};

static struct step *add(struct answering *answering, const struct phrase *sentence,
                        const transfer_record *record)
{
    const struct aid_intensity *row = answering->grant.row;
    struct step *step = aid_step(answering->calculation, sentence, &answering->parts,
                                 row ? row->provision : NULL, record);

    answering->parts.part_count = 0;
    answering->failed |= !step;
    return step;
}

/* Adds a step that found a percentage. */
static void add_percent(struct answering *answering, const struct phrase *sentence,
                        const transfer_record *record, unsigned percent)
{
    struct step *step = add(answering, sentence, record);
    transfer_share share = aid_share(percent);

    if (step)
        step_set_share(step, &share);
}

static void part_percent(struct answering *answering, const char *name, unsigned percent,
                         char buffer[TRANSFER_VALUE_SIZE])
{
    transfer_share share = aid_share(percent);

    finding_add_share(&answering->parts, name, &share, buffer);
}

/* The declaration that speaks of the beneficiary, one for the category first; returns 0 where all
 * that do are of another regime. */
static int find_declaration(struct answering *answering, int category)
{
    const transfer_record *other = NULL;
    size_t count;

    if (transfer_record_count(answering->agreement, TRANSFER_AGREEMENT_AID, &count) != TRANSFER_OK)
        count = 0;
    for (size_t i = 0; i < count; i++) {
        transfer_record *declaration;

        (void)transfer_record_record_at(answering->agreement, TRANSFER_AGREEMENT_AID, i,
                                        &declaration);
        if (aid_beneficiary(declaration) != answering->beneficiary)
            continue;
        if (!aid_is_for_research(aid_regime(declaration))) {
            other = declaration;
            continue;
        }
        if (!answering->declaration)
            answering->declaration = declaration;
        if (category == 0 || aid_category(declaration, answering->project) == category) {
            answering->declaration = declaration;
            break;
        }
    }
    if (answering->declaration || !other)
        return 1;
    answering->declaration = other;
    return 0;
}

/* ---- what is missing ---- */

static void say_regime(struct answering *answering)
{
    static const struct phrase sentence = {
        {"the aid is declared under {regime}, for which no intensity is known here",
         "l'aide est déclarée sous {regime}, régime dont aucune intensité n'est connue ici"}};
    int regime = aid_regime(answering->declaration);

    finding_add_string(&answering->parts, "regime",
                       transfer_field_choice_name(TRANSFER_AID_DECLARATION_REGIME, regime));
    (void)add(answering, &sentence, answering->declaration);
}

static void say_category(struct answering *answering)
{
    static const struct phrase sentence = {
        {"neither the declaration of aid nor the project has a research category",
         "ni la déclaration d'aide ni le projet n'a de catégorie de recherche"}};

    (void)add(answering, &sentence, answering->agreement);
}

static void say_undated(struct answering *answering)
{
    static const struct phrase sentence = {
        {"the agreement has no date that would tell which law applies",
         "la convention n'a pas de date qui désignerait le droit applicable"}};

    (void)add(answering, &sentence, answering->agreement);
}

static void say_lawless(struct answering *answering)
{
    static const struct phrase sentence = {
        {"no law that is known here certainly covers {category} at the date {date}",
         "aucun texte connu ici ne couvre à coup sûr {category} à la date {date}"}};
    char date[TRANSFER_VALUE_SIZE];

    answering->grant.row = NULL;
    finding_add_string(&answering->parts, "category",
                       transfer_field_choice_name(TRANSFER_PROJECT_RESEARCH_CATEGORY,
                                                  answering->question.category));
    finding_add_date(&answering->parts, "date", &answering->day, date);
    (void)add(answering, &sentence, answering->agreement);
}

/* ---- the steps ---- */

static void say_undeclared(struct answering *answering)
{
    static const struct phrase sentence = {
        {"the agreement declares no such aid for this beneficiary: no bonus is claimed",
         "la convention ne déclare pas d'aide de ce type pour ce bénéficiaire\u00a0: aucune "
         "majoration n'est demandée"}};

    (void)add(answering, &sentence, answering->agreement);
}

static void say_doubtful(struct answering *answering)
{
    static const struct phrase sentence = {
        {"the date {date} is doubtful, and is taken as it is written",
         "la date {date} est incertaine, et prise telle qu'elle est écrite"}};
    char date[TRANSFER_VALUE_SIZE];

    finding_add_date(&answering->parts, "date", &answering->day, date);
    (void)add(answering, &sentence, answering->agreement);
}

static void say_law(struct answering *answering)
{
    static const struct phrase sure = {{"at the date {date} {law}, applies",
                                        "à la date {date} s'applique le {law}"}};
    static const struct phrase several = {
        {"the date {date} leaves open which law applies; {law}, is taken, as no other is "
         "more favourable",
         "la date {date} laisse ouvert le droit applicable\u00a0; le {law}, est retenu, aucun "
         "autre texte n'étant plus favorable"}};
    char date[TRANSFER_VALUE_SIZE];

    finding_add_date(&answering->parts, "date", &answering->day, date);
    finding_add_phrase(&answering->parts, "law", &answering->grant.row->provision->law);
    (void)add(answering, answering->grant.laws > 1 ? &several : &sure, answering->agreement);
}

static void say_base(struct answering *answering)
{
    static const struct phrase sentence = {{"base intensity for {category}: {base}",
                                            "intensité de base ({category})\u00a0: {base}"}};
    const struct aid_intensity *row = answering->grant.row;
    char base[TRANSFER_VALUE_SIZE];

    answering->percent = row->base;
    finding_add_phrase(&answering->parts, "category", &row->name);
    part_percent(answering, "base", row->base, base);
    add_percent(answering, &sentence, answering->declaration, row->base);
}

/* Adds the step of a bonus, whose `sentence` says what it is for. */
static void say_bonus(struct answering *answering, const struct phrase *sentence, unsigned points,
                      const transfer_record *record)
{
    char before[TRANSFER_VALUE_SIZE], after[TRANSFER_VALUE_SIZE], number[24];

    part_percent(answering, "before", answering->percent, before);
    finding_add_number(&answering->parts, "points", points, number);
    answering->percent += points;
    part_percent(answering, "after", answering->percent, after);
    add_percent(answering, sentence, record, answering->percent);
}

static void say_size(struct answering *answering)
{
    static const struct phrase bonus = {
        {"{size} ({origin}): {before} + {points} points = {after}",
         "{size} ({origin})\u00a0: {before} + {points} points = {after}"}};
    static const struct phrase none = {
        {"{size} ({origin}): no bonus", "{size} ({origin})\u00a0: pas de majoration"}};
    static const struct phrase whole = {
        {"the size of the beneficiary gives no bonus for {category}",
         "la taille du bénéficiaire ne donne pas de majoration ({category})"}};
    const struct aid_intensity *row = answering->grant.row;
    const struct aid_sized *sized = &answering->sized;

    if (row->small == 0 && row->medium == 0) {
        finding_add_phrase(&answering->parts, "category", &row->name);
        (void)add(answering, &whole, NULL);
        return;
    }
    finding_add_phrase(&answering->parts, "size", sized->name);
    finding_add_phrase(&answering->parts, "origin", sized->origin);
    if (answering->grant.for_size > 0)
        say_bonus(answering, &bonus, answering->grant.for_size, sized->record);
    else
        (void)add(answering, &none, sized->record);
}

static void say_collaboration(struct answering *answering)
{
    static const struct phrase bonus = {
        {"effective collaboration, as claimed: {before} + {points} points = {after}",
         "collaboration effective, comme demandé\u00a0: {before} + {points} points = {after}"}};
    static const struct phrase unclaimed = {
        {"effective collaboration is not claimed: no bonus",
         "la collaboration effective n'est pas demandée\u00a0: pas de majoration"}};
    static const struct phrase contradicted = {
        {"effective collaboration is claimed, but the budgets of the project contradict it: no "
         "bonus",
         "la collaboration effective est demandée, mais les budgets du projet la "
         "contredisent\u00a0: pas de majoration"}};
    static const struct phrase none = {
        {"effective collaboration gives no bonus for {category}",
         "la collaboration effective ne donne pas de majoration ({category})"}};

    if (answering->grant.row->collaboration == 0) {
        finding_add_phrase(&answering->parts, "category", &answering->grant.row->name);
        (void)add(answering, &none, NULL);
    } else if (answering->grant.for_collaboration > 0) {
        say_bonus(answering, &bonus, answering->grant.for_collaboration, answering->declaration);
    } else if (answering->claimed & AID_COLLABORATION) {
        (void)add(answering, &contradicted, answering->project);
    } else {
        (void)add(answering, &unclaimed, answering->declaration);
    }
}

static void say_dissemination(struct answering *answering)
{
    static const struct phrase bonus = {
        {"wide dissemination, as claimed: {before} + {points} points = {after}",
         "large diffusion, comme demandé\u00a0: {before} + {points} points = {after}"}};
    static const struct phrase unclaimed = {
        {"wide dissemination is not claimed: no bonus",
         "la large diffusion n'est pas demandée\u00a0: pas de majoration"}};
    static const struct phrase excluded = {
        {"wide dissemination is claimed, but the bonus for effective collaboration excludes it",
         "la large diffusion est demandée, mais la majoration pour collaboration effective "
         "l'exclut"}};
    static const struct phrase none = {
        {"wide dissemination gives no bonus for {category}",
         "la large diffusion ne donne pas de majoration ({category})"}};

    if (answering->grant.row->dissemination == 0) {
        finding_add_phrase(&answering->parts, "category", &answering->grant.row->name);
        (void)add(answering, &none, NULL);
    } else if (answering->grant.for_dissemination > 0) {
        say_bonus(answering, &bonus, answering->grant.for_dissemination, answering->declaration);
    } else if (answering->question.claims & AID_DISSEMINATION) {
        (void)add(answering, &excluded, answering->declaration);
    } else {
        (void)add(answering, &unclaimed, answering->declaration);
    }
}

static void say_areas(struct answering *answering)
{
    static const struct phrase sentence = {
        {"assisted areas (\"a\" and \"c\") are not known to the model: no bonus",
         "les zones assistées («\u00a0a\u00a0» et «\u00a0c\u00a0») ne sont pas connues du "
         "modèle\u00a0: pas de majoration"}};

    if (answering->grant.row->a_area > 0 || answering->grant.row->c_area > 0)
        (void)add(answering, &sentence, NULL);
}

static void say_cap(struct answering *answering)
{
    static const struct phrase above = {{"{sum} is above the maximum: {cap}",
                                         "{sum} dépasse le maximum\u00a0: {cap}"}};
    static const struct phrase within = {{"{sum} is not above the maximum of {cap}",
                                          "{sum} ne dépasse pas le maximum de {cap}"}};
    unsigned cap = answering->grant.row->cap;
    int is_above = answering->percent > cap;
    char sum[TRANSFER_VALUE_SIZE], limit[TRANSFER_VALUE_SIZE];

    part_percent(answering, "sum", answering->percent, sum);
    part_percent(answering, "cap", cap, limit);
    if (is_above)
        answering->percent = cap;
    add_percent(answering, is_above ? &above : &within, NULL, answering->percent);
}

static void say_result(struct answering *answering)
{
    static const struct phrase sentence = {{"highest intensity allowed: {intensity}",
                                            "intensité maximale autorisée\u00a0: {intensity}"}};
    char intensity[TRANSFER_VALUE_SIZE];

    part_percent(answering, "intensity", answering->grant.percent, intensity);
    add_percent(answering, &sentence, answering->agreement, answering->grant.percent);
    answering->calculation->intensity = aid_share(answering->grant.percent);
    answering->calculation->is_known = 1;
}

/* ---- putting it together ---- */

/* Takes from the declaration what counts for the question, as far as the budgets allow. */
static void read_claims(struct answering *answering)
{
    struct collaboration collaboration;

    aid_size_find(answering->declaration, answering->beneficiary, &answering->sized);
    if (aid_size_compute(answering->beneficiary, &answering->day, &answering->sized) != TRANSFER_OK)
        answering->failed = 1;
    answering->question.size = answering->sized.size;
    answering->claimed = aid_claims(answering->declaration);
    answering->question.claims = answering->claimed;
    if (!(answering->claimed & AID_COLLABORATION))
        return;
    collaboration_read(answering->project, &collaboration);
    if (collaboration.why == TRANSFER_REASON_NONE && collaboration.is_contradicted)
        answering->question.claims &= ~(unsigned)AID_COLLABORATION;
}

static void say_steps(struct answering *answering)
{
    say_law(answering);
    say_base(answering);
    say_size(answering);
    say_collaboration(answering);
    say_dissemination(answering);
    say_areas(answering);
    say_cap(answering);
    say_result(answering);
}

static void answer(struct answering *answering, int category)
{
    if (!find_declaration(answering, category)) {
        say_regime(answering);
        return;
    }
    answering->question.category =
        category ? category : aid_category(answering->declaration, answering->project);
    if (answering->question.category == 0) {
        say_category(answering);
        return;
    }
    if (!record_date(answering->agreement, &answering->day)) {
        say_undated(answering);
        return;
    }
    answering->question.days = aid_days_of(&answering->day);
    read_claims(answering);
    if (aid_intensity_find(&answering->question, &answering->grant) != TRANSFER_REASON_NONE) {
        say_lawless(answering);
        return;
    }
    if (date_is_doubtful(&answering->day))
        say_doubtful(answering);
    if (!answering->declaration)
        say_undeclared(answering);
    say_steps(answering);
}

transfer_status transfer_agreement_aid_intensity(const transfer_record *agreement,
                                                 const transfer_record *beneficiary,
                                                 int research_category,
                                                 transfer_calculation **calculation)
{
    struct answering answering = {.agreement = agreement, .beneficiary = beneficiary};

    if (!agreement || !beneficiary || !calculation ||
        agreement->type != TRANSFER_TYPE_AGREEMENT || beneficiary->type != TRANSFER_TYPE_PARTNER ||
        record_portfolio(agreement) != record_portfolio(beneficiary) ||
        (research_category != 0 &&
         !transfer_field_choice_name(TRANSFER_PROJECT_RESEARCH_CATEGORY, research_category)))
        return TRANSFER_MISUSE;
    answering.calculation = calculation_new();
    if (!answering.calculation)
        return TRANSFER_NO_MEMORY;
    answering.calculation->is_intensity = 1;
    answering.project = aid_project(agreement);
    answer(&answering, research_category);
    return calculation_finish(answering.calculation,
                              answering.failed ? TRANSFER_NO_MEMORY : TRANSFER_OK, calculation);
}
