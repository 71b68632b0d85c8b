/* Generator of portfolios: programmes, platforms, projects and results.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <string.h>

#include "generator.h"

#define PUBLIC_BODIES                                                                            \
    (KIND_BIT(STATE) | KIND_BIT(PUBLIC_AGENCY) | KIND_BIT(EUROPEAN_UNION) |                      \
     KIND_BIT(LOCAL_AUTHORITY))
#define RESEARCH                                                                                 \
    (KIND_BIT(RESEARCH_ORGANISATION) | KIND_BIT(UNIVERSITY) | KIND_BIT(LABORATORY) |             \
     KIND_BIT(TECHNOLOGICAL_RESEARCH_INSTITUTE))

static void refer(transfer_record *record, transfer_key key, const transfer_record *target)
{
    ck_assert_int_eq(transfer_field_is_list(key)
                         ? transfer_record_add_reference(record, key, target)
                         : transfer_record_set_reference(record, key, target),
                     TRANSFER_OK);
}

/* ---- indicators ---- */

static void make_indicators(struct generator *generator, transfer_record *record, transfer_key key)
{
    static const char *const values[] = {
        "100", "12.5", "about 40", "more than 20000000 EUR", "at most 3", "1500 JPY",
    };

    for (int64_t count = BETWEEN(generator, 0, 2); count > 0; count--) {
        transfer_record *indicator = add_nested(record, key);
        struct span span = some_span(generator, year_first(2009), year_last(2025), 900);

        set(indicator, TRANSFER_INDICATOR_NAME, "Emplois %d", ++generator->number);
        set(indicator, TRANSFER_INDICATOR_VALUE, "%s", ONE_OF(generator, values));
        if (CHANCE(generator, 40))
            set_day_vaguely(generator, indicator, TRANSFER_INDICATOR_DATE, span.first);
        else if (CHANCE(generator, 40))
            set_span(indicator, TRANSFER_INDICATOR_PERIOD, &span);
        if (generator->place_count > 0 && CHANCE(generator, 30))
            refer(indicator, TRANSFER_INDICATOR_SCOPE, generator->places[0].record);
    }
}

/* ---- programmes ---- */

void make_programmes(struct generator *generator)
{
    static const transfer_key texts[] = {
        TRANSFER_PROGRAMME_SHORT_NAME, TRANSFER_PROGRAMME_OBJECTIVES,
        TRANSFER_PROGRAMME_LEGAL_BASIS, TRANSFER_PROGRAMME_URL, TRANSFER_PROGRAMME_NOTE, 0,
    };
    size_t count = (size_t)BETWEEN(generator, 1, PROGRAMMES_MAX);

    for (size_t i = 0; i < count; i++) {
        transfer_record *record = add_record(generator, TRANSFER_TYPE_PROGRAMME, "programme");
        struct span *span = &generator->programmes[i].span;

        generator->programmes[i].record = record;
        generator->programme_count++;
        set(record, TRANSFER_PROGRAMME_NAME, "Programme %d", generator->number);
        decorate(generator, record, texts);
        /* The first goes on all the time: every project finds one. */
        *span = (struct span){year_first(2007), year_last(2030), BY_YEAR};
        if (i > 0)
            *span = some_span(generator, year_first(2009), year_last(2021), 2500);
        set_span(record, TRANSFER_PROGRAMME_PERIOD, span);
        if (CHANCE(generator, 60))
            set_amount(record, TRANSFER_PROGRAMME_BUDGET, CHANCE(generator, 30) ? "about " : "",
                       INT64_C(100000000000), "EUR");
        if (CHANCE(generator, 50))
            add(record, TRANSFER_PROGRAMME_REGIONS, "FR10");
        if (CHANCE(generator, 50))
            add(record, TRANSFER_PROGRAMME_REGIONS,
                span->first < day_of(2018, 1, 1) ? "FR41" : "FRF3");
        if (i > 0 && CHANCE(generator, 40))
            refer(record, TRANSFER_PROGRAMME_PARENT, generator->programmes[0].record);
        for (int64_t authorities = BETWEEN(generator, 0, 2); authorities > 0; authorities--)
            refer(record, TRANSFER_PROGRAMME_AUTHORITIES,
                  some_party(generator, PUBLIC_BODIES, span->first)->record);
        make_indicators(generator, record, TRANSFER_PROGRAMME_INDICATORS);
    }
}

/* One that runs on the day. */
static transfer_record *some_programme(struct generator *generator, int day)
{
    for (size_t i = (size_t)BETWEEN(generator, 0, PROGRAMMES_MAX - 1); i > 0; i--)
        if (i < generator->programme_count && generator->programmes[i].span.first <= day &&
            generator->programmes[i].span.last >= day)
            return generator->programmes[i].record;
    return generator->programmes[0].record;
}

/* ---- platforms ---- */

/* Where platforms are: the last lies in the Indian Ocean. */
static const struct {
    const char *nuts[2], *city, *latitude, *longitude;
} sites[] = {
    {{"FR41", "FRF3"}, "Metz", "49.1193", "6.1757"},
    {{"FR10", "FR10"}, "Gif-sur-Yvette", "48.7", "2.13"},
    {{"FR61", "FRI1"}, "Bordeaux", "44.8378", "-0.5792"},
    {{"FR52", "FRH0"}, "Brest", "48.39", "-4.486"},
    {{"FR82", "FRL0"}, "Nice", "43.7", "7.25"},
    {{"FRA4", "FRY4"}, "Saint-Denis", "-20.8789", "55.4481"},
};

/* In order, some on the same day; the first is the announcement, where there is one. */
static void make_history(struct generator *generator, struct place *place, int first)
{
    static const char *const statuses[] = {
        "announced", "installed", "operational", "suspended", "operational", "closed",
    };
    int64_t begin = BETWEEN(generator, 0, 2), end = BETWEEN(generator, begin, 5);
    int day = first;

    for (int64_t i = begin; i <= end; i++) {
        transfer_record *event = add_nested(place->record, TRANSFER_PLATFORM_HISTORY);

        if (i == 0) {
            place->announced = day;
            set_day(event, TRANSFER_PLATFORM_EVENT_DATE, day);
        } else {
            set_day_vaguely(generator, event, TRANSFER_PLATFORM_EVENT_DATE, day);
        }
        set(event, TRANSFER_PLATFORM_EVENT_STATUS, "%s", statuses[i]);
        if (CHANCE(generator, 30))
            add(event, TRANSFER_PLATFORM_EVENT_BY, "Geneviève Fioraso");
        if (CHANCE(generator, 80))
            day += (int)BETWEEN(generator, 1, 400);
    }
}

void make_platforms(struct generator *generator)
{
    static const transfer_key texts[] = {
        TRANSFER_PLATFORM_NETWORK,  TRANSFER_PLATFORM_SITE,      TRANSFER_PLATFORM_ADDRESS,
        TRANSFER_PLATFORM_FIELDS,   TRANSFER_PLATFORM_EQUIPMENT, TRANSFER_PLATFORM_SERVICES,
        TRANSFER_PLATFORM_OBJECTIVES, TRANSFER_PLATFORM_URL,     TRANSFER_PLATFORM_NOTE, 0,
    };
    size_t count = (size_t)BETWEEN(generator, 1, PLATFORMS_MAX);

    for (size_t i = 0; i < count; i++) {
        struct place *place = &generator->places[i];
        size_t at = (size_t)BETWEEN(generator, 0, 5);
        /* The codes of overseas regions are those of 2013 from 2015 on. */
        int first = some_day(generator, year_first(at == 5 ? 2015 : 2009), year_last(2022));

        place->record = add_record(generator, TRANSFER_TYPE_PLATFORM, "plate-forme");
        set(place->record, TRANSFER_PLATFORM_NAME, "Plate-forme %d", generator->number);
        refer(place->record, TRANSFER_PLATFORM_OPERATOR,
              some_party(generator, RESEARCH, first)->record);
        decorate(generator, place->record, texts);
        if (CHANCE(generator, 50))
            set(place->record, TRANSFER_PLATFORM_CONTACT, "plateforme@example.org, 03 87 00 00 00");
        if (CHANCE(generator, 50))
            set(place->record, TRANSFER_PLATFORM_COUNTRY, "FR");
        if (CHANCE(generator, 70))
            set(place->record, TRANSFER_PLATFORM_REGION, "%s",
                sites[at].nuts[first >= day_of(2018, 1, 1)]);
        if (CHANCE(generator, 70))
            set(place->record, TRANSFER_PLATFORM_CITY, "%s", sites[at].city);
        if (CHANCE(generator, 70)) {
            set(place->record, TRANSFER_PLATFORM_LATITUDE, "%s", sites[at].latitude);
            set(place->record, TRANSFER_PLATFORM_LONGITUDE, "%s", sites[at].longitude);
        }
        if (CHANCE(generator, 80))
            make_history(generator, place, first);
        if (i > 0 && CHANCE(generator, 40))
            refer(place->record, TRANSFER_PLATFORM_MODELS, generator->places[0].record);
        if (CHANCE(generator, 40))
            refer(place->record, TRANSFER_PLATFORM_PROGRAMMES, generator->programmes[0].record);
        generator->place_count++;
        make_indicators(generator, place->record, TRANSFER_PLATFORM_INDICATORS);
    }
}

/* ---- projects ---- */

static int is_company(const struct party *party)
{
    return party->kind == TRANSFER_PARTNER_KIND_COMPANY;
}

static int is_sme(const struct party *party)
{
    return party->size == TRANSFER_SIZE_MICRO || party->size == TRANSFER_SIZE_SMALL ||
           party->size == TRANSFER_SIZE_MEDIUM || party->size == TRANSFER_SIZE_SME;
}

/* Different parties of which no two are tied to each other. */
static void gather(struct generator *generator, struct work *work)
{
    size_t count = (size_t)BETWEEN(generator, 1, WORK_PARTIES_MAX);

    for (int tries = 0; tries < 40 && work->party_count < count; tries++) {
        struct party *party = some_party(
            generator, CHANCE(generator, 60) ? KIND_BIT(COMPANY) : RESEARCH, work->span.first);
        int is_known = 0;

        for (size_t i = 0; i < work->party_count; i++)
            is_known |= work->parties[i]->group == party->group;
        if (!is_known)
            work->parties[work->party_count++] = party;
    }
}

/* Whether an undertaking collaborates effectively: with another, one of them an SME or from another
 * country, none bearing more than 70 %; or with a research organisation that bears at least
 * 10 %. */
static int do_collaborate(const struct work *work)
{
    const struct party *first = NULL;
    int64_t research = 0, most = 0;
    int companies = 0, smes = 0, countries = 0;

    for (size_t i = 0; i < work->party_count; i++) {
        const struct party *party = work->parties[i];

        if (!is_company(party)) {
            research = work->budgets[i] > research ? work->budgets[i] : research;
            continue;
        }
        companies++;
        smes += is_sme(party);
        countries += first && strcmp(first->country, party->country) != 0 &&
                     strcmp(party->country, "FR") != 0 && strcmp(party->country, "CH") != 0 &&
                     strcmp(party->country, "US") != 0 && strcmp(party->country, "JP") != 0;
        first = first ? first : party;
        most = work->budgets[i] > most ? work->budgets[i] : most;
    }
    return (companies > 0 && research * 10 >= work->budget) ||
           (companies > 1 && (smes > 0 || countries > 0) && most * 10 <= work->budget * 7);
}

/* Two parties whose parts are just what the law asks for. */
static int divide_at_limit(struct work *work)
{
    int first, second;

    if (work->party_count != 2 || work->budget % 100)
        return 0;
    first = is_company(work->parties[0]);
    second = is_company(work->parties[1]);
    if (!(first || second))
        return 0;
    work->budgets[0] = work->budget / 10 * (first && second ? 7 : first ? 9 : 1);
    work->budgets[1] = work->budget - work->budgets[0];
    return 1;
}

static void divide(struct generator *generator, struct work *work)
{
    work->budget = some_cents(generator, 10000000, 4000000000);
    if (CHANCE(generator, 50) && divide_at_limit(work))
        return;
    partition(generator, work->budget, work->budgets, work->party_count);
}

static int some_role(struct generator *generator, const struct work *work, size_t index)
{
    if (index > 0)
        return work->collaborates ? TRANSFER_PARTICIPATION_ROLE_PARTICIPANT
                                  : (int)BETWEEN(generator, 2, 7);
    return TRANSFER_PARTICIPATION_ROLE_COORDINATOR;
}

static void make_participations(struct generator *generator, struct work *work)
{
    int all = work->collaborates || CHANCE(generator, 80);

    for (size_t i = 0; i < work->party_count; i++) {
        transfer_record *record = add_nested(work->record, TRANSFER_PROJECT_PARTNERS);
        struct span part = some_part(generator, &work->span);

        refer(record, TRANSFER_PARTICIPATION_PARTNER, work->parties[i]->record);
        if (work->party_count > 1 || CHANCE(generator, 50))
            ck_assert_int_eq(
                transfer_record_set_choice(record, TRANSFER_PARTICIPATION_ROLE,
                                           some_role(generator, work, i)),
                TRANSFER_OK);
        if (work->budget && (all || CHANCE(generator, 70)))
            set_amount(record, TRANSFER_PARTICIPATION_BUDGET, "", work->budgets[i], "EUR");
        else
            work->budgets[i] = 0;
        if (CHANCE(generator, 30))
            set_span(record, TRANSFER_PARTICIPATION_PERIOD, &part);
    }
}

/* Start, current and target within the levels of the category. */
static void make_levels(struct generator *generator, const struct work *work)
{
    static const int bands[][2] = {{1, 9}, {1, 2}, {2, 4}, {5, 8}, {1, 9}};
    const int *band = bands[work->category];
    int64_t start = BETWEEN(generator, band[0], band[1]);
    int64_t target = BETWEEN(generator, start, band[1]);
    int64_t current = BETWEEN(generator, start, target);

    if (CHANCE(generator, 60))
        set(work->record, TRANSFER_PROJECT_TRL_START, "%d", (int)start);
    if (CHANCE(generator, 60))
        set(work->record, TRANSFER_PROJECT_TRL_TARGET, "%d", (int)target);
    if (CHANCE(generator, 60))
        set(work->record, TRANSFER_PROJECT_TRL_CURRENT, "%d", (int)current);
}

static void make_milestones(struct generator *generator, const struct work *work)
{
    for (int64_t count = BETWEEN(generator, 0, 3); count > 0; count--) {
        transfer_record *milestone = add_nested(work->record, TRANSFER_PROJECT_MILESTONES);
        int due = some_day(generator, work->span.first, work->span.last);

        set(milestone, TRANSFER_MILESTONE_TITLE, "Jalon %d", ++generator->number);
        if (CHANCE(generator, 80))
            set_day_vaguely(generator, milestone, TRANSFER_MILESTONE_DUE, due);
        if (CHANCE(generator, 40))
            set_day(milestone, TRANSFER_MILESTONE_ACHIEVED,
                    some_day(generator, due, work->span.last));
    }
}

/* As it stands on the day that generated_day() gives. */
static void set_status(struct generator *generator, const struct work *work)
{
    static const char *const before[] = {"proposed", "contracted"};
    static const char *const during[] = {"active", "suspended"};
    static const char *const after[] = {"completed", "cancelled"};

    if (CHANCE(generator, 30))
        return;
    set(work->record, TRANSFER_PROJECT_STATUS, "%s",
        generator->today < work->span.first  ? ONE_OF(generator, before)
        : generator->today > work->span.last ? ONE_OF(generator, after)
                                  : ONE_OF(generator, during));
}

static void make_project(struct generator *generator)
{
    static const transfer_key texts[] = {
        TRANSFER_PROJECT_ACRONYM, TRANSFER_PROJECT_FIELDS, TRANSFER_PROJECT_ABSTRACT,
        TRANSFER_PROJECT_URL, TRANSFER_PROJECT_NOTE, 0,
    };
    struct work *work = &generator->works[generator->work_count++];

    work->record = add_record(generator, TRANSFER_TYPE_PROJECT, "projet");
    work->span = some_span(generator, year_first(2009), day_of(2025, 6, 30), 1400);
    set(work->record, TRANSFER_PROJECT_TITLE, "Projet %d", generator->number);
    set_span(work->record, TRANSFER_PROJECT_PERIOD, &work->span);
    decorate(generator, work->record, texts);
    work->category = (int)BETWEEN(generator, 0, 4);
    if (work->category)
        ck_assert_int_eq(transfer_record_set_choice(
                             work->record, TRANSFER_PROJECT_RESEARCH_CATEGORY, work->category),
                         TRANSFER_OK);
    if (CHANCE(generator, 50)) {
        struct place *place =
            &generator->places[BETWEEN(generator, 0, (int64_t)generator->place_count - 1)];

        refer(work->record, TRANSFER_PROJECT_PLATFORM, place->record);
        work->announced = place->announced;
    }
    if (CHANCE(generator, 50))
        refer(work->record, TRANSFER_PROJECT_PROGRAMMES,
              some_programme(generator, work->span.first));
    gather(generator, work);
    if (CHANCE(generator, 90)) {
        divide(generator, work);
        set_amount(work->record, TRANSFER_PROJECT_BUDGET, "", work->budget, "EUR");
        work->collaborates = work->party_count > 1 && do_collaborate(work);
    }
    make_participations(generator, work);
    make_levels(generator, work);
    make_milestones(generator, work);
    set_status(generator, work);
    make_indicators(generator, work->record, TRANSFER_PROJECT_INDICATORS);
}

void make_projects(struct generator *generator)
{
    for (int64_t count = BETWEEN(generator, 2, WORKS_MAX); count > 0; count--)
        make_project(generator);
}

/* ---- results ---- */

void make_results(struct generator *generator)
{
    static const transfer_key texts[] = {
        TRANSFER_RESULT_REFERENCE, TRANSFER_RESULT_FIELDS, TRANSFER_RESULT_URL,
        TRANSFER_RESULT_NOTE, 0,
    };
    static const char *const shares[][2] = {
        {"1/3", "2/3"}, {"50%", "1/2"}, {"33.33%", "66.67%"}, {"equal", "equal"}, {"60%", "rest"},
    };

    for (int64_t count = BETWEEN(generator, 1, 4); count > 0; count--) {
        transfer_record *record = add_record(generator, TRANSFER_TYPE_RESULT, "resultat");
        const struct work *work =
            &generator->works[BETWEEN(generator, 0, (int64_t)generator->work_count - 1)];
        const char *const *share = ONE_OF(generator, shares);
        int filed = some_day(generator, work->span.first, work->span.last);

        generator->results[generator->result_count++] = record;
        set(record, TRANSFER_RESULT_TITLE, "Résultat %d", generator->number);
        ck_assert_int_eq(transfer_record_set_choice(record, TRANSFER_RESULT_KIND,
                                                    (int)BETWEEN(generator, 1, 10)),
                         TRANSFER_OK);
        decorate(generator, record, texts);
        if (CHANCE(generator, 70))
            refer(record, TRANSFER_RESULT_PROJECT, work->record);
        if (CHANCE(generator, 60))
            set_day_vaguely(generator, record, TRANSFER_RESULT_FILED, filed);
        if (CHANCE(generator, 40))
            set_day(record, TRANSFER_RESULT_PUBLISHED, filed + 548);
        if (CHANCE(generator, 40))
            set_day(record, TRANSFER_RESULT_EXPIRES, filed + 7305);
        if (CHANCE(generator, 40))
            set(record, TRANSFER_RESULT_TRL, "%d", (int)BETWEEN(generator, 1, 9));
        if (work->party_count < 2 || !CHANCE(generator, 70))
            continue;
        for (size_t i = 0; i < 2; i++) {
            transfer_record *holding = add_nested(record, TRANSFER_RESULT_OWNERS);

            refer(holding, TRANSFER_HOLDING_OWNER, work->parties[i]->record);
            set(holding, TRANSFER_HOLDING_SHARE, "%s", share[i]);
        }
    }
}
