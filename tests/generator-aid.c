/* Generator of portfolios: State aid within the law of its day.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>

#include "generator.h"

#define EUROS(number) (INT64_C(100) * (number))

#define PUBLIC                                                                                   \
    (KIND_BIT(STATE) | KIND_BIT(REGIONAL_AUTHORITY) | KIND_BIT(PUBLIC_AGENCY))

/* ---- the law ---- */

/* What raises the intensity. */
struct claims {
    int size, collaborates, disseminates;
};

static int bonus_of_size(int size)
{
    return size == TRANSFER_SIZE_MICRO || size == TRANSFER_SIZE_SMALL ? 20
           : size == TRANSFER_SIZE_MEDIUM || size == TRANSFER_SIZE_SME ? 10
                                                                        : 0;
}

/* French law has a class between the medium-sized and the large. */
static int size_in_the_union(int size)
{
    return size == TRANSFER_SIZE_INTERMEDIATE ? TRANSFER_SIZE_LARGE : size;
}

static int is_first_regulation(int day)
{
    return day < day_of(2014, 7, 1);
}

/* In percent.  Collaboration and dissemination raise it once; under Regulation 800/2008 the latter
 * does for industrial research alone, and feasibility studies are an article of their own, with 40
 * at the least. */
static int highest_intensity(int day, int category, struct claims claims)
{
    static const int bases[] = {0, 100, 50, 25, 50};
    int is_first = is_first_regulation(day), intensity = bases[category];

    if (category == TRANSFER_RESEARCH_CATEGORY_FUNDAMENTAL_RESEARCH)
        return intensity;
    if (category == TRANSFER_RESEARCH_CATEGORY_FEASIBILITY_STUDY)
        return is_first ? 40 : intensity + bonus_of_size(claims.size);
    intensity += bonus_of_size(claims.size);
    if (claims.collaborates ||
        (claims.disseminates &&
         (!is_first || category == TRANSFER_RESEARCH_CATEGORY_INDUSTRIAL_RESEARCH)))
        intensity += 15;
    return intensity < 80 ? intensity : 80;
}

/* Beyond it aid is to be notified, or at least published. */
static int64_t highest_aid(int day, int category)
{
    static const int64_t millions[] = {0, 40, 20, 15, 0};

    if (day >= day_of(2023, 7, 1))
        return EUROS(99999);
    if (day >= day_of(2016, 7, 1))
        return EUROS(499999);
    if (is_first_regulation(day) || category == TRANSFER_RESEARCH_CATEGORY_FEASIBILITY_STUDY)
        return EUROS(7500000);
    return EUROS(1000000) * millions[category];
}

/* ---- research and development ---- */

/* Aid for the part of one undertaking in a project. */
struct grant {
    const struct work *work;
    struct party *party;
    struct claims claims;
    struct span span;
    struct days days;
    int64_t costs;
};

static void declare(struct generator *generator, transfer_record *agreement,
                    const struct grant *grant, int64_t aid)
{
    transfer_record *declaration = add_nested(agreement, TRANSFER_AGREEMENT_AID);

    set(declaration, TRANSFER_AID_DECLARATION_REGIME, "gber_research_development");
    if (CHANCE(generator, 60))
        set(declaration, TRANSFER_AID_DECLARATION_SCHEME, "SA.40391");
    ck_assert_int_eq(transfer_record_set_choice(declaration,
                                                TRANSFER_AID_DECLARATION_RESEARCH_CATEGORY,
                                                grant->work->category),
                     TRANSFER_OK);
    if (CHANCE(generator, 70))
        ck_assert_int_eq(transfer_record_set_reference(
                             declaration, TRANSFER_AID_DECLARATION_BENEFICIARY,
                             grant->party->record),
                         TRANSFER_OK);
    if (grant->claims.size)
        ck_assert_int_eq(transfer_record_set_choice(declaration, TRANSFER_AID_DECLARATION_SIZE,
                                                    grant->claims.size),
                         TRANSFER_OK);
    if (!transfer_record_has(agreement, TRANSFER_AGREEMENT_ELIGIBLE_COSTS) ||
        CHANCE(generator, 70))
        set_amount(declaration, TRANSFER_AID_DECLARATION_ELIGIBLE_COSTS, "", grant->costs, "EUR");
    if (CHANCE(generator, 80))
        set_amount(declaration, TRANSFER_AID_DECLARATION_AID, "", aid, "EUR");
    if (grant->claims.collaborates || CHANCE(generator, 30))
        set(declaration, TRANSFER_AID_DECLARATION_EFFECTIVE_COLLABORATION,
            grant->claims.collaborates ? "true" : "false");
    if (grant->claims.disseminates || CHANCE(generator, 30))
        set(declaration, TRANSFER_AID_DECLARATION_WIDE_DISSEMINATION,
            grant->claims.disseminates ? "true" : "false");
}

static transfer_record *write_grant(struct generator *generator, const struct grant *grant,
                                    struct days days, int64_t aid)
{
    struct part funders[2] = {{.record = NULL}}, beneficiary = {.record = grant->party->record};
    size_t count = (size_t)BETWEEN(generator, 1, 2);
    transfer_record *record = begin_agreement(
        generator,
        CHANCE(generator, 50) ? TRANSFER_AGREEMENT_KIND_GRANT : TRANSFER_AGREEMENT_KIND_SUBSIDY,
        grant->work, &grant->span, days, aid, "EUR");

    for (size_t i = 0; i < count; i++)
        funders[i].record = some_party(generator, PUBLIC, days.is_signed)->record;
    if (count == 2 && funders[0].record == funders[1].record)
        count = 1;
    make_parts(generator, record, TRANSFER_AGREEMENT_FUNDERS, funders, count, aid, "EUR");
    make_parts(generator, record, TRANSFER_AGREEMENT_BENEFICIARIES, &beneficiary, 1, aid, "EUR");
    if (CHANCE(generator, 60))
        set_amount(record, TRANSFER_AGREEMENT_ELIGIBLE_COSTS, "", grant->costs, "EUR");
    declare(generator, record, grant, aid);
    return record;
}

/* In one agreement, in two that add up, or restated by an amendment. */
static void make_grant(struct generator *generator, const struct grant *grant, int64_t aid)
{
    int64_t part = CHANCE(generator, 25) ? some_cents(generator, aid / 4, aid / 2) : 0;
    transfer_record *record = write_grant(generator, grant, grant->days, aid - part);

    if (part) {
        write_grant(generator, grant, grant->days, part);
    } else if (grant->span.first > day_of(2016, 1, 1) && CHANCE(generator, 20)) {
        struct days days = grant->days;
        transfer_record *amendment;

        days.is_signed = some_day(generator, days.is_signed, grant->span.last);
        amendment = write_grant(generator, grant, days, aid);
        ck_assert_int_eq(
            transfer_record_set_reference(amendment, TRANSFER_AGREEMENT_AMENDS, record),
            TRANSFER_OK);
    } else if (grant->work->announced <= grant->days.awarded && CHANCE(generator, 50)) {
        make_instalments(generator, record, grant->days.awarded, aid, "EUR");
    }
}

static void aid_research(struct generator *generator, const struct work *work, size_t index)
{
    struct grant grant = {.work = work, .party = work->parties[index],
                          .costs = work->budgets[index]};
    int64_t aid, most;

    if (grant.costs < 100000)
        return;
    grant.claims = (struct claims){
        CHANCE(generator, 80) ? size_in_the_union(grant.party->size) : 0,
        work->collaborates && CHANCE(generator, 70),
        CHANCE(generator, 30),
    };
    grant.span = some_part(generator, &work->span);
    grant.days = some_days(generator, grant.span.first, work->span.first);
    if (CHANCE(generator, 50))
        grant.costs = some_cents(generator, grant.costs / 2, grant.costs);
    most = grant.costs / 100 *
           highest_intensity(grant.days.awarded, work->category, grant.claims);
    aid = CHANCE(generator, 60) ? most : some_cents(generator, most / 3, most);
    if (aid > highest_aid(grant.days.awarded, work->category))
        aid = highest_aid(grant.days.awarded, work->category);
    make_grant(generator, &grant, aid);
}

/* ---- de minimis ---- */

static void write_de_minimis(struct generator *generator, const struct party *party, int day,
                             int64_t aid)
{
    struct part funder = {.record = some_party(generator, PUBLIC, day)->record};
    struct part beneficiary = {.record = party->record};
    struct days days = {NO_DAY, day, CHANCE(generator, 50) ? day : NO_DAY};
    transfer_record *record = begin_agreement(generator, TRANSFER_AGREEMENT_KIND_SUBSIDY, NULL,
                                              NULL, days, aid, "EUR");
    transfer_record *declaration = add_nested(record, TRANSFER_AGREEMENT_AID);

    if (CHANCE(generator, 30)) { /* the day of the right is that of the signature, then */
        transfer_record_clear(record, TRANSFER_AGREEMENT_AWARDED);
        set_day(record, TRANSFER_AGREEMENT_SIGNED, day);
    }
    make_parts(generator, record, TRANSFER_AGREEMENT_FUNDERS, &funder, 1, aid, "EUR");
    make_parts(generator, record, TRANSFER_AGREEMENT_BENEFICIARIES, &beneficiary, 1, aid, "EUR");
    set(declaration, TRANSFER_AID_DECLARATION_REGIME, "de_minimis");
    if (CHANCE(generator, 70))
        ck_assert_int_eq(transfer_record_set_reference(
                             declaration, TRANSFER_AID_DECLARATION_BENEFICIARY, party->record),
                         TRANSFER_OK);
    if (CHANCE(generator, 80))
        set_amount(declaration, TRANSFER_AID_DECLARATION_AID, "", aid, "EUR");
}

/* Up to three grants in three years that make up a sum. */
static void fill(struct generator *generator, const struct party *party, int first, int last,
                 int64_t sum)
{
    size_t count = (size_t)BETWEEN(generator, 1, 3);
    int64_t parts[3];

    partition(generator, sum, parts, count);
    for (size_t i = 0; i < count; i++)
        write_de_minimis(generator, party, some_day(generator, first, last), parts[i]);
}

/* Three fiscal years until 2023, a rolling three years from 2024: each time filled to the ceiling
 * of 200 000, then 300 000 euros. */
static void aid_de_minimis(struct generator *generator, const struct party *party)
{
    int year = (int)BETWEEN(generator, 2009, 2014);

    if (CHANCE(generator, 60))
        fill(generator, party, year_first(year), year_last(year + 2), EUROS(200000));
    year += 5;
    if (CHANCE(generator, 60))
        fill(generator, party, year_first(year), year_last(year), EUROS(200000));
    if (CHANCE(generator, 30)) {
        /* What was had in 2022 and 2023 still counts in 2024. */
        fill(generator, party, year_first(2022), year_last(2023), EUROS(200000));
        fill(generator, party, year_first(2024), day_of(2024, 12, 31), EUROS(100000));
    } else if (CHANCE(generator, 60)) {
        fill(generator, party, year_first(2024), day_of(2025, 12, 31), EUROS(300000));
    }
}

/* ---- other regimes ---- */

static void aid_otherwise(struct generator *generator)
{
    static const char *const regimes[] = {
        "gber_research_infrastructure", "gber_sme_innovation", "gber_innovation_cluster",
        "gber_process_innovation", "notified", "none",
    };
    struct party *party = some_party(generator, KIND_BIT(COMPANY), year_last(2025));
    struct span span = some_span(generator, year_first(2010), year_last(2025), 900);
    struct days days = some_days(generator, span.first, span.first);
    struct part funder = {.record = some_party(generator, PUBLIC, days.is_signed)->record};
    struct part beneficiary = {.record = party->record};
    int64_t costs = some_cents(generator, EUROS(10000), EUROS(600000));
    transfer_record *record = begin_agreement(generator, TRANSFER_AGREEMENT_KIND_SUBSIDY, NULL,
                                              &span, days, costs / 10, "EUR");
    transfer_record *declaration = add_nested(record, TRANSFER_AGREEMENT_AID);

    make_parts(generator, record, TRANSFER_AGREEMENT_FUNDERS, &funder, 1, costs / 10, "EUR");
    make_parts(generator, record, TRANSFER_AGREEMENT_BENEFICIARIES, &beneficiary, 1, costs / 10,
               "EUR");
    set(declaration, TRANSFER_AID_DECLARATION_REGIME, "%s", ONE_OF(generator, regimes));
    set_amount(declaration, TRANSFER_AID_DECLARATION_ELIGIBLE_COSTS, "", costs, "EUR");
    set_amount(declaration, TRANSFER_AID_DECLARATION_AID, "", costs / 10, "EUR");
}

void make_aid(struct generator *generator)
{
    struct party *party;
    int first_group = 0;

    for (size_t i = 0; i < generator->work_count; i++) {
        const struct work *work = &generator->works[i];

        for (size_t j = 0; work->category && j < work->party_count; j++)
            if (work->parties[j]->kind == TRANSFER_PARTNER_KIND_COMPANY && CHANCE(generator, 70))
                aid_research(generator, work, j);
    }
    for (int count = 0; count < 2; count++) {
        party = some_party(generator, KIND_BIT(COMPANY), year_last(2025));
        if (party->group == first_group)
            continue;
        first_group = party->group;
        aid_de_minimis(generator, party);
    }
    for (int64_t count = BETWEEN(generator, 0, 2); count > 0; count--)
        aid_otherwise(generator);
}
