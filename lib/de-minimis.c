/* De minimis aid: what was used and what is left on a day, with the steps that lead to it.
 *
 * SPDX-License-Identifier: MIT
 */
#include "de-minimis.h"

#include <stdlib.h>
#include <string.h>

#include "date.h"
#include "portfolio.h"
#include "query.h"
#include "reference.h"
#include "undertaking.h"
#include "value.h"

/* ---- reading declarations ---- */

static int is_state(const char *code)
{
    return strlen(code) == 2 && reference_find(TABLE_COUNTRY, code, 2) != NULL;
}

static int is_union(const struct aid_state *state)
{
    return strcmp(state->code, "EU") == 0;
}

struct aid_state aid_state_of(const transfer_record *partner)
{
    struct aid_state state = {""};
    const char *code;
    int kind;

    if (transfer_record_get_choice(partner, TRANSFER_PARTNER_KIND, &kind) == TRANSFER_OK &&
        kind == TRANSFER_PARTNER_KIND_EUROPEAN_UNION)
        memcpy(state.code, "EU", sizeof state.code);
    else if (transfer_record_get_text(partner, TRANSFER_PARTNER_COUNTRY, &code) == TRANSFER_OK &&
             is_state(code))
        memcpy(state.code, code, sizeof state.code);
    return state;
}

struct aid_state aid_state_granting(const transfer_record *agreement)
{
    struct aid_state granting = {""};
    size_t count;

    if (transfer_record_count(agreement, TRANSFER_AGREEMENT_FUNDERS, &count) != TRANSFER_OK)
        count = 0;
    for (size_t i = 0; i < count; i++) {
        transfer_record *contribution, *funder;
        struct aid_state state;
        int is_own;

        (void)transfer_record_record_at(agreement, TRANSFER_AGREEMENT_FUNDERS, i, &contribution);
        if ((transfer_record_get_boolean(contribution, TRANSFER_CONTRIBUTION_OWN_CONTRIBUTION,
                                         &is_own) == TRANSFER_OK &&
             is_own) ||
            transfer_record_get_reference(contribution, TRANSFER_CONTRIBUTION_PARTNER, &funder) !=
                TRANSFER_OK)
            continue;
        state = aid_state_of(funder);
        if (state.code[0] != '\0')
            granting = state;
        if (state.code[0] != '\0' && !is_union(&state))
            break;
    }
    return granting;
}

/* The day on which the right to the aid is conferred. */
static void read_day(const transfer_record *agreement, struct de_minimis_aid *aid)
{
    transfer_date day;

    if (transfer_record_get_date(agreement, TRANSFER_AGREEMENT_AWARDED, &day) == TRANSFER_OK ||
        (!transfer_record_has(agreement, TRANSFER_AGREEMENT_AWARDED) &&
         transfer_record_get_date(agreement, TRANSFER_AGREEMENT_SIGNED, &day) == TRANSFER_OK))
        (void)transfer_date_bounds(&day, &aid->first, &aid->last);
    else
        return;
    /* How far off a doubtful date is, nobody knows. */
    if (date_is_doubtful(&day))
        aid->first.year = aid->last.year = 0;
}

int de_minimis_read(const transfer_record *declaration, struct aid_state granting,
                    struct de_minimis_aid *aid)
{
    transfer_amount amount;

    if (aid_regime(declaration) != TRANSFER_AID_DECLARATION_REGIME_DE_MINIMIS)
        return 0;
    *aid = (struct de_minimis_aid){.declaration = declaration,
                                   .agreement = transfer_record_parent(declaration),
                                   .beneficiary = aid_beneficiary(declaration),
                                   .state = granting};
    if (is_union(&granting))
        aid->state = aid_state_of(aid->beneficiary);
    if (transfer_record_get_amount(declaration, TRANSFER_AID_DECLARATION_AID, &amount) ==
            TRANSFER_OK &&
        amount.minor >= 0 && strcmp(amount.currency, aid_ceilings[0].amount.currency) == 0)
        aid->amount = amount;
    read_day(aid->agreement, aid);
    return 1;
}

/* ---- the law ---- */

const struct aid_ceiling *de_minimis_ceiling(const transfer_date *day)
{
    transfer_reason why;

    return aid_ceiling_find(AID_DE_MINIMIS, 0, aid_days_of(day), &why);
}

transfer_date de_minimis_start(const struct aid_ceiling *ceiling, const transfer_date *day)
{
    transfer_date start = {.month = 1, .day = 1};

    if (!ceiling->is_rolling) {
        start.year = day->year - ceiling->years + 1;
        return start;
    }
    /* The day after the one so many years before. */
    start = (transfer_date){.year = day->year - ceiling->years,
                            .month = day->month,
                            .day = (uint8_t)(day->day + 1)};
    if (!value_date_is_valid(&start)) {
        start.day = 1;
        start.month++;
    }
    if (start.month > 12) {
        start.month = 1;
        start.year++;
    }
    return start;
}

/* ---- the answer ---- */

/* An answer in the making. */
struct answering {
    transfer_calculation *calculation;
    const transfer_portfolio *portfolio;
    const transfer_record *partner;
    struct aid_state state;
    transfer_date day, start;
    const struct aid_ceiling *ceiling;
    struct undertakings undertakings;
    uint32_t undertaking; /* which partner stands for it */
    transfer_amount used;
    struct finding parts; /* of the next step */
    transfer_status status;
};

static struct step *add(struct answering *answering, const struct phrase *sentence,
                        const transfer_record *record)
{
    const struct aid_ceiling *ceiling = answering->ceiling;
    struct step *step = aid_step(answering->calculation, sentence, &answering->parts,
                                 ceiling ? ceiling->provision : NULL, record);

    answering->parts.part_count = 0;
    if (!step)
        answering->status = TRANSFER_NO_MEMORY;
    return step;
}

static void add_amount(struct answering *answering, const struct phrase *sentence,
                       const transfer_record *record, const transfer_amount *amount)
{
    struct step *step = add(answering, sentence, record);

    if (step)
        step_set_amount(step, amount);
}

static void say_stateless(struct answering *answering)
{
    static const struct phrase sentence = {
        {"the country of {partner} is not known", "le pays de {partner} n'est pas connu"}};

    finding_add_string(&answering->parts, "partner", transfer_record_id(answering->partner));
    (void)add(answering, &sentence, answering->partner);
}

static void say_lawless(struct answering *answering)
{
    static const struct phrase sentence = {
        {"no ceiling of de minimis aid that is known here was in force on {day}",
         "aucun plafond d'aide de minimis connu ici n'était en vigueur le {day}"}};
    char day[TRANSFER_VALUE_SIZE];

    finding_add_date(&answering->parts, "day", &answering->day, day);
    (void)add(answering, &sentence, NULL);
}

static void say_law(struct answering *answering)
{
    static const struct phrase law = {
        {"{law}, allows {ceiling} from {start} to {day}, granted by {state}",
         "le {law}, autorise {ceiling} du {start} au {day}, octroyés par {state}"}};
    static const struct phrase fiscal = {
        {"the fiscal year is assumed to be the calendar year",
         "l'exercice fiscal est supposé être l'année civile"}};
    const transfer_amount *amount = &answering->ceiling->amount;
    char ceiling[TRANSFER_VALUE_SIZE], start[TRANSFER_VALUE_SIZE], day[TRANSFER_VALUE_SIZE];

    finding_add_phrase(&answering->parts, "law", &answering->ceiling->provision->law);
    finding_add_amount(&answering->parts, "ceiling", amount, ceiling);
    finding_add_date(&answering->parts, "start", &answering->start, start);
    finding_add_date(&answering->parts, "day", &answering->day, day);
    finding_add_string(&answering->parts, "state", answering->state.code);
    add_amount(answering, &law, NULL, amount);
    if (!answering->ceiling->is_rolling)
        (void)add(answering, &fiscal, NULL);
}

/* ---- whose aid counts ---- */

static void say_link(struct answering *answering, const struct undertaking_link *link)
{
    static const struct phrase sentence = {
        {"{owner} owns {share} of {owned}: one undertaking",
         "{owner} détient {share} de {owned}\u00a0: une seule entreprise"}};
    const struct section *partners = &answering->portfolio->sections[TRANSFER_TYPE_PARTNER];
    char spelling[TRANSFER_VALUE_SIZE];
    transfer_share share;

    (void)transfer_record_get_share(link->holding, TRANSFER_HOLDING_SHARE, &share);
    finding_add_string(&answering->parts, "owner",
                       transfer_record_id(partners->items[link->owner]));
    finding_add_share(&answering->parts, "share", &share, spelling);
    finding_add_string(&answering->parts, "owned",
                       transfer_record_id(partners->items[link->owned]));
    (void)add(answering, &sentence, partners->items[link->owned]);
}

static void find_undertaking(struct answering *answering)
{
    const struct section *partners = &answering->portfolio->sections[TRANSFER_TYPE_PARTNER];
    struct undertakings *all = &answering->undertakings;
    size_t count = 0;

    while (count < all->link_count &&
           date_compare_days(&all->links[count].since, &answering->day) <= 0) {
        undertakings_join(all, undertakings_find(all, all->links[count].owner),
                          undertakings_find(all, all->links[count].owned));
        count++;
    }
    answering->undertaking =
        undertakings_find(all, (uint32_t)section_index(partners, answering->partner));
    for (size_t i = 0; i < count; i++)
        if (undertakings_find(all, all->links[i].owned) == answering->undertaking)
            say_link(answering, &all->links[i]);
}

/* ---- what counts ---- */

static const struct phrase no_state = {{"from an unknown Member State",
                                        "d'un État membre inconnu"}};
static const struct phrase no_day = {{"on a day that is not known", "à une date inconnue"}};
static const struct phrase vague_day = {{"on a day that is not certain", "à une date incertaine"}};
static const struct phrase no_amount = {{"an amount that is not known in euros",
                                         "un montant qui n'est pas connu en euros"}};

/* Adds the parts that all steps on an aid have. */
static void part_aid(struct answering *answering, const struct de_minimis_aid *aid,
                     char buffer[TRANSFER_VALUE_SIZE])
{
    if (aid->amount.currency[0] == '\0')
        finding_add_phrase(&answering->parts, "aid", &no_amount);
    else
        finding_add_amount(&answering->parts, "aid", &aid->amount, buffer);
    finding_add_string(&answering->parts, "partner", transfer_record_id(aid->beneficiary));
    finding_add_string(&answering->parts, "agreement", transfer_record_id(aid->agreement));
}

static void say_possible(struct answering *answering, const struct de_minimis_aid *aid,
                         const struct phrase *why)
{
    static const struct phrase sentence = {
        {"possibly {aid} to {partner}[ {why}] ({agreement}): not counted",
         "peut-être {aid} à {partner}[ {why}] ({agreement})\u00a0: non compté"}};
    char buffer[TRANSFER_VALUE_SIZE];

    part_aid(answering, aid, buffer);
    finding_add_phrase(&answering->parts, "why", why);
    (void)add(answering, &sentence, aid->agreement);
}

static void count_aid(struct answering *answering, const struct de_minimis_aid *aid)
{
    static const struct phrase sentence = {
        {"{aid} to {partner} ({agreement}): {sum} in all",
         "{aid} à {partner} ({agreement})\u00a0: {sum} au total"}};
    char buffer[TRANSFER_VALUE_SIZE], sum[TRANSFER_VALUE_SIZE];
    transfer_status status =
        transfer_amount_add(&answering->used, &aid->amount, &answering->used);

    if (status != TRANSFER_OK) {
        answering->status = status;
        return;
    }
    part_aid(answering, aid, buffer);
    finding_add_amount(&answering->parts, "sum", &answering->used, sum);
    add_amount(answering, &sentence, aid->agreement, &aid->amount);
}

/* Whether the days of an aid meet those that count: certainly not where all are outside. */
static transfer_certainty is_within(const struct answering *answering,
                                    const struct de_minimis_aid *aid)
{
    const transfer_date *first = &aid->first, *last = &aid->last;

    if ((last->year && date_compare_days(last, &answering->start) < 0) ||
        (first->year && date_compare_days(first, &answering->day) > 0))
        return TRANSFER_CERTAINLY_NOT;
    if (first->year && last->year && date_compare_days(first, &answering->start) >= 0 &&
        date_compare_days(last, &answering->day) <= 0)
        return TRANSFER_CERTAINLY;
    return TRANSFER_POSSIBLY;
}

static void take_aid(struct answering *answering, const struct de_minimis_aid *aid)
{
    const struct section *partners = &answering->portfolio->sections[TRANSFER_TYPE_PARTNER];
    transfer_certainty within = is_within(answering, aid);

    if (within == TRANSFER_CERTAINLY_NOT || !aid->beneficiary ||
        undertakings_find(&answering->undertakings,
                          (uint32_t)section_index(partners, aid->beneficiary)) !=
            answering->undertaking ||
        (aid->state.code[0] != '\0' && strcmp(aid->state.code, answering->state.code) != 0))
        return;
    if (within == TRANSFER_POSSIBLY)
        say_possible(answering, aid, aid->first.year || aid->last.year ? &vague_day : &no_day);
    else if (aid->state.code[0] == '\0')
        say_possible(answering, aid, &no_state);
    else if (aid->amount.currency[0] == '\0')
        say_possible(answering, aid, NULL);
    else
        count_aid(answering, aid);
}

/* Whether an agreement that is signed after the day may have conferred a right to aid before.  An
 * amendment restates what its forerunner says until it is signed. */
static int is_yet_unsigned(const transfer_record *agreement, const transfer_date *day)
{
    transfer_date when;

    return transfer_record_has(agreement, TRANSFER_AGREEMENT_AWARDED) &&
           !transfer_record_has(agreement, TRANSFER_AGREEMENT_AMENDS) &&
           transfer_record_get_date(agreement, TRANSFER_AGREEMENT_SIGNED, &when) == TRANSFER_OK &&
           transfer_date_is_before(day, &when) == TRANSFER_CERTAINLY;
}

static void take_agreement(struct answering *answering, const transfer_record *agreement)
{
    struct aid_state granting = {""};
    size_t count;

    if (transfer_record_count(agreement, TRANSFER_AGREEMENT_AID, &count) != TRANSFER_OK ||
        count == 0)
        return;
    granting = aid_state_granting(agreement);
    for (size_t i = 0; i < count && answering->status == TRANSFER_OK; i++) {
        struct de_minimis_aid aid;
        transfer_record *declaration;

        (void)transfer_record_record_at(agreement, TRANSFER_AGREEMENT_AID, i, &declaration);
        if (de_minimis_read(declaration, granting, &aid))
            take_aid(answering, &aid);
    }
}

static void take_agreements(struct answering *answering)
{
    const struct section *agreements = &answering->portfolio->sections[TRANSFER_TYPE_AGREEMENT];
    transfer_certainty *in_force = calloc(agreements->count + 1, sizeof *in_force);

    if (!in_force) {
        answering->status = TRANSFER_NO_MEMORY;
        return;
    }
    answering->status = versions_in_force(agreements->items, agreements->count, &answering->day, 1,
                                          in_force);
    for (size_t i = 0; i < agreements->count && answering->status == TRANSFER_OK; i++)
        if (in_force[i] != TRANSFER_CERTAINLY_NOT ||
            is_yet_unsigned(agreements->items[i], &answering->day))
            take_agreement(answering, agreements->items[i]);
    free(in_force);
}

/* ---- putting it together ---- */

static void say_result(struct answering *answering)
{
    static const struct phrase used = {{"de minimis aid used: {used}",
                                        "aide de minimis utilisée\u00a0: {used}"}};
    static const struct phrase left = {{"left of the ceiling: {left}",
                                        "reste sous le plafond\u00a0: {left}"}};
    transfer_calculation *calculation = answering->calculation;
    char spelling[TRANSFER_VALUE_SIZE];

    calculation->used = answering->used;
    (void)transfer_amount_subtract(&answering->ceiling->amount, &answering->used,
                                   &calculation->left);
    if (calculation->left.minor <= 0) {
        calculation->left.minor = 0;
        calculation->left.qualifier = TRANSFER_EXACTLY;
    }
    finding_add_amount(&answering->parts, "used", &calculation->used, spelling);
    add_amount(answering, &used, answering->partner, &calculation->used);
    finding_add_amount(&answering->parts, "left", &calculation->left, spelling);
    add_amount(answering, &left, answering->partner, &calculation->left);
    calculation->is_known = 1;
}

static void answer(struct answering *answering)
{
    if (answering->state.code[0] == '\0' || is_union(&answering->state)) {
        say_stateless(answering);
        return;
    }
    answering->ceiling = de_minimis_ceiling(&answering->day);
    if (!answering->ceiling) {
        say_lawless(answering);
        return;
    }
    answering->start = de_minimis_start(answering->ceiling, &answering->day);
    answering->used = answering->ceiling->amount;
    answering->used.minor = 0;
    answering->status = undertakings_read(answering->portfolio, &answering->undertakings);
    if (answering->status != TRANSFER_OK)
        return;
    say_law(answering);
    find_undertaking(answering);
    if (answering->status == TRANSFER_OK)
        take_agreements(answering);
    if (answering->status == TRANSFER_OK)
        say_result(answering);
    undertakings_free(&answering->undertakings);
}

static int is_full_day(const transfer_date *day)
{
    return value_date_is_valid(day) && day->day != 0 && day->flags == 0;
}

transfer_status transfer_partner_de_minimis(const transfer_record *partner, const char *country,
                                            const transfer_date *day,
                                            transfer_calculation **calculation)
{
    struct answering answering = {.partner = partner};

    if (!partner || !day || !calculation || partner->type != TRANSFER_TYPE_PARTNER ||
        partner->removed || !is_full_day(day) ||
        (country && (!is_state(country) || strcmp(country, "EU") == 0)))
        return TRANSFER_MISUSE;
    answering.calculation = calculation_new();
    if (!answering.calculation)
        return TRANSFER_NO_MEMORY;
    answering.calculation->is_de_minimis = 1;
    answering.portfolio = record_portfolio(partner);
    answering.day = *day;
    answering.state = aid_state_of(partner);
    if (country)
        memcpy(answering.state.code, country, sizeof answering.state.code);
    answer(&answering);
    return calculation_finish(answering.calculation, answering.status, calculation);
}
