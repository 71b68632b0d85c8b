/* Generator of portfolios: agreements of every kind.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <string.h>

#include "generator.h"

enum { FUNDERS_MAX = 5 };

#define PUBLIC                                                                                   \
    (KIND_BIT(STATE) | KIND_BIT(REGIONAL_AUTHORITY) | KIND_BIT(PUBLIC_AGENCY) |                  \
     KIND_BIT(EUROPEAN_UNION) | KIND_BIT(LOCAL_AUTHORITY))
#define RESEARCH                                                                                 \
    (KIND_BIT(RESEARCH_ORGANISATION) | KIND_BIT(UNIVERSITY) | KIND_BIT(LABORATORY))
#define BANKS (KIND_BIT(FINANCIAL_INSTITUTION) | KIND_BIT(PUBLIC_AGENCY))
#define COMPANIES KIND_BIT(COMPANY)

/* Who pays and who receives, by the number of the kind of agreement. */
static const struct {
    uint32_t funders, beneficiaries;
} parties_of[] = {
    {0, 0},
    {PUBLIC, COMPANIES | RESEARCH | KIND_BIT(ASSOCIATION)}, /* grant */
    {PUBLIC, COMPANIES | RESEARCH | KIND_BIT(ASSOCIATION)}, /* subsidy */
    {COMPANIES, RESEARCH},                                  /* research_contract */
    {COMPANIES | PUBLIC, RESEARCH | KIND_BIT(ASSOCIATION)}, /* service_contract */
    {PUBLIC | BANKS, COMPANIES},                            /* repayable_advance */
    {BANKS, COMPANIES | RESEARCH},                          /* loan */
    {BANKS | COMPANIES, COMPANIES},                         /* equity */
    {PUBLIC, RESEARCH | KIND_BIT(ASSOCIATION)},             /* endowment */
    {COMPANIES, RESEARCH},                                  /* licence */
    {COMPANIES, RESEARCH},                                  /* option */
    {COMPANIES, RESEARCH},                                  /* assignment */
    {COMPANIES | PUBLIC, RESEARCH},                         /* framework_agreement */
    {COMPANIES, RESEARCH},                                  /* consortium_agreement */
};

static int is_about_results(int kind)
{
    return kind == TRANSFER_AGREEMENT_KIND_LICENCE || kind == TRANSFER_AGREEMENT_KIND_OPTION ||
           kind == TRANSFER_AGREEMENT_KIND_ASSIGNMENT;
}

static int needs_amount(int kind)
{
    return kind != TRANSFER_AGREEMENT_KIND_LICENCE && kind != TRANSFER_AGREEMENT_KIND_OPTION &&
           kind != TRANSFER_AGREEMENT_KIND_FRAMEWORK_AGREEMENT &&
           kind != TRANSFER_AGREEMENT_KIND_CONSORTIUM_AGREEMENT;
}

struct days some_days(struct generator *generator, int start, int work_start)
{
    struct days days;
    int before = work_start < start ? work_start : start;

    days.applied = some_day(generator, before - 400, before - 1);
    days.awarded = some_day(generator, days.applied, start);
    days.is_signed = some_day(generator, days.awarded, start);
    return days;
}

transfer_record *begin_agreement(struct generator *generator, int kind, const struct work *work,
                                 const struct span *span, struct days days, int64_t amount,
                                 const char *currency)
{
    static const transfer_key texts[] = {
        TRANSFER_AGREEMENT_REFERENCE, TRANSFER_AGREEMENT_CONDITIONS,
        TRANSFER_AGREEMENT_SIGNATORIES, TRANSFER_AGREEMENT_URL, TRANSFER_AGREEMENT_NOTE, 0,
    };
    transfer_record *record = add_record(generator, TRANSFER_TYPE_AGREEMENT, "convention");

    set(record, TRANSFER_AGREEMENT_TITLE, "Convention %d", generator->number);
    ck_assert_int_eq(transfer_record_set_choice(record, TRANSFER_AGREEMENT_KIND, kind),
                     TRANSFER_OK);
    decorate(generator, record, texts);
    if (work)
        ck_assert_int_eq(
            transfer_record_set_reference(record, TRANSFER_AGREEMENT_PROJECT, work->record),
            TRANSFER_OK);
    if (span)
        set_span(record, TRANSFER_AGREEMENT_PERIOD, span);
    if (days.applied)
        set_day(record, TRANSFER_AGREEMENT_APPLIED, days.applied);
    if (days.awarded)
        set_day(record, TRANSFER_AGREEMENT_AWARDED, days.awarded);
    if (days.is_signed)
        set_day(record, TRANSFER_AGREEMENT_SIGNED, days.is_signed);
    if (amount)
        set_amount(record, TRANSFER_AGREEMENT_AMOUNT, "", amount, currency);
    return record;
}

void make_instalments(struct generator *generator, transfer_record *agreement, int first,
                      int64_t amount, const char *currency)
{
    int64_t parts[5];
    size_t count = (size_t)BETWEEN(generator, 1, 4);
    int day = first;

    /* The last is not paid in many real files. */
    partition(generator, amount, parts, CHANCE(generator, 40) ? count : count + 1);
    for (size_t i = 0; i < count; i++) {
        transfer_record *instalment = add_nested(agreement, TRANSFER_AGREEMENT_INSTALMENTS);

        set_amount(instalment, TRANSFER_INSTALMENT_AMOUNT, "", parts[i], currency);
        if (CHANCE(generator, 80))
            set_day(instalment, TRANSFER_INSTALMENT_DUE, day);
        if (CHANCE(generator, 50))
            set_day(instalment, TRANSFER_INSTALMENT_PAID,
                    day + (int)BETWEEN(generator, 0, 60) * CHANCE(generator, 60));
        if (transfer_record_has(instalment, TRANSFER_INSTALMENT_PAID) && CHANCE(generator, 70))
            set_amount(instalment, TRANSFER_INSTALMENT_PAID_AMOUNT, "",
                       some_cents(generator, parts[i] / 2, parts[i]), currency);
        if (CHANCE(generator, 20))
            set(instalment, TRANSFER_INSTALMENT_CONDITION, "Rapport final remis");
        day += (int)BETWEEN(generator, 0, 300);
    }
}

/* ---- who pays and who receives ---- */

/* Different parties of the kinds, none of which is among the first `known`; returns how many. */
static size_t gather(struct generator *generator, uint32_t kinds, int day, struct part *parts,
                     size_t known, size_t wanted)
{
    size_t count = known;

    for (int tries = 0; tries < 20 && count < known + wanted; tries++) {
        struct party *party = some_party(generator, kinds, day);
        int is_known = !party;

        for (size_t i = 0; i < count; i++)
            is_known |= party && parts[i].record == party->record;
        if (!is_known)
            parts[count++].record = party->record;
    }
    return count - known;
}

/* A platform or a project receives instead of partners. */
static size_t receive_alone(struct generator *generator, const struct work *work,
                            struct part *parts, int *announced)
{
    const struct place *place =
        &generator->places[BETWEEN(generator, 0, (int64_t)generator->place_count - 1)];

    if (work && CHANCE(generator, 50)) {
        parts[0].record = work->record;
        return 1;
    }
    parts[0].record = place->record;
    if (place->announced > *announced)
        *announced = place->announced;
    return 1;
}

/* Funders first, then beneficiaries. */
struct both {
    struct part parts[2 * FUNDERS_MAX];
    size_t funders, beneficiaries;
};

static void choose(struct generator *generator, int kind, const struct work *work, int day,
                   struct both *both, int *announced)
{
    memset(both, 0, sizeof *both);
    both->funders = gather(generator, parties_of[kind].funders, day, both->parts, 0,
                           (size_t)BETWEEN(generator, 1, 3));
    if (both->funders < FUNDERS_MAX && CHANCE(generator, 15))
        both->parts[both->funders++].record = NULL; /* unspecified */
    if (!is_about_results(kind) && kind != TRANSFER_AGREEMENT_KIND_EQUITY &&
        CHANCE(generator, 25))
        both->beneficiaries =
            receive_alone(generator, work, both->parts + both->funders, announced);
    else
        both->beneficiaries = gather(generator, parties_of[kind].beneficiaries, day, both->parts,
                                     both->funders, (size_t)BETWEEN(generator, 1, 4));
}

/* One that receives pays a part itself, and says so. */
static size_t add_own_contribution(struct generator *generator, const struct both *both,
                                   struct part *funders)
{
    const transfer_record *receiver = both->parts[both->funders].record;

    memcpy(funders, both->parts, both->funders * sizeof *funders);
    if (both->beneficiaries == 0 || transfer_record_type(receiver) != TRANSFER_TYPE_PARTNER ||
        !CHANCE(generator, 20))
        return both->funders;
    funders[both->funders] = both->parts[both->funders];
    return both->funders + 1;
}

static void write_parties(struct generator *generator, transfer_record *record,
                          const struct both *both, int64_t amount, const char *currency)
{
    struct part funders[FUNDERS_MAX + 1], beneficiaries[FUNDERS_MAX];
    size_t count = add_own_contribution(generator, both, funders);

    memcpy(beneficiaries, both->parts + both->funders,
           both->beneficiaries * sizeof *beneficiaries);
    make_parts(generator, record, TRANSFER_AGREEMENT_FUNDERS, funders, count, amount, currency);
    if (count > both->funders)
        set(funders[count - 1].nested, TRANSFER_CONTRIBUTION_OWN_CONTRIBUTION, "true");
    make_parts(generator, record, TRANSFER_AGREEMENT_BENEFICIARIES, beneficiaries,
               both->beneficiaries, amount, currency);
}

/* ---- what is agreed ---- */

static const char *some_currency(struct generator *generator, const struct work *work,
                                 const struct span *span)
{
    static const char *const currencies[] = {"EUR", "CHF", "JPY", "TND", "GBP", "XOF"};

    if (work || CHANCE(generator, 70))
        return "EUR";
    /* Croatia has the euro since 2023. */
    if (span->last < day_of(2022, 6, 1) && CHANCE(generator, 30))
        return "HRK";
    return ONE_OF(generator, currencies);
}

static void write_terms(struct generator *generator, transfer_record *record, int kind)
{
    static const char *const rates[] = {"3%", "2.5%", "1/20", "0%"};
    size_t count = generator->result_count > 1 && CHANCE(generator, 30) ? 2 : 1;

    if (!is_about_results(kind))
        return;
    for (size_t i = 0; i < count; i++)
        ck_assert_int_eq(transfer_record_add_reference(record, TRANSFER_AGREEMENT_RESULTS,
                                                       generator->results[i]),
                         TRANSFER_OK);
    if (CHANCE(generator, 60))
        ck_assert_int_eq(transfer_record_set_choice(record, TRANSFER_AGREEMENT_EXCLUSIVITY,
                                                    (int)BETWEEN(generator, 1, 3)),
                         TRANSFER_OK);
    if (CHANCE(generator, 50))
        set(record, TRANSFER_AGREEMENT_ROYALTY_RATE, "%s", ONE_OF(generator, rates));
    if (CHANCE(generator, 30))
        set(record, TRANSFER_AGREEMENT_TERRITORY, "Europe");
}

static void write_costs(struct generator *generator, transfer_record *record,
                        const struct work *work, int64_t amount, const char *currency)
{
    int64_t most = work && work->budget ? work->budget : 2 * amount;

    if (CHANCE(generator, 40) && most >= amount)
        set_amount(record, TRANSFER_AGREEMENT_ELIGIBLE_COSTS, "",
                   some_cents(generator, amount, most), currency);
    if (CHANCE(generator, 30))
        set(record, TRANSFER_AGREEMENT_VAT, "%s",
            CHANCE(generator, 50) ? "excluded" : "not_applicable");
}

static int day_or_none(struct generator *generator, int day)
{
    return CHANCE(generator, 75) ? day : NO_DAY;
}

/* An amendment that restates an agreement with another amount. */
static void amend(struct generator *generator, const transfer_record *amended, int kind,
                  const struct work *work, const struct span *span, struct days days,
                  const struct both *both, int64_t amount, const char *currency)
{
    transfer_record *record;

    days.is_signed = some_day(generator, days.is_signed, span->last);
    record = begin_agreement(generator, kind, work, span, days, amount, currency);
    ck_assert_int_eq(transfer_record_set_reference(record, TRANSFER_AGREEMENT_AMENDS, amended),
                     TRANSFER_OK);
    write_terms(generator, record, kind);
    write_parties(generator, record, both, amount, currency);
    if (CHANCE(generator, 40))
        make_instalments(generator, record, days.awarded, amount, currency);
}

static void make_agreement(struct generator *generator)
{
    int kind = (int)BETWEEN(generator, 1, 13);
    const struct work *work =
        CHANCE(generator, 50)
            ? &generator->works[BETWEEN(generator, 0, (int64_t)generator->work_count - 1)]
            : NULL;
    struct span span = work ? some_part(generator, &work->span)
                            : some_span(generator, year_first(2009), year_last(2025), 1800);
    struct days days = some_days(generator, span.first, work ? work->span.first : span.first);
    struct days given = {day_or_none(generator, days.applied), day_or_none(generator, days.awarded),
                         day_or_none(generator, days.is_signed)};
    const char *currency = some_currency(generator, work, &span);
    int announced = work ? work->announced : NO_DAY;
    int64_t amount = some_cents(generator, 500000,
                                work && work->budget ? work->budget : INT64_C(5000000000));
    transfer_record *record;
    struct both both;

    if (!needs_amount(kind) && CHANCE(generator, 50))
        amount = 0;
    choose(generator, kind, work, days.is_signed, &both, &announced);
    record = begin_agreement(generator, kind, work, CHANCE(generator, 80) ? &span : NULL, given,
                             amount, currency);
    write_terms(generator, record, kind);
    write_parties(generator, record, &both, amount, currency);
    if (amount)
        write_costs(generator, record, work, amount, currency);
    if (amount && strcmp(currency, "HRK") != 0 && CHANCE(generator, 50))
        make_instalments(generator, record, announced > days.awarded ? announced : days.awarded,
                         amount, currency);
    if (amount && given.is_signed && announced <= days.awarded && CHANCE(generator, 25) &&
        span.first > day_of(2016, 1, 1))
        amend(generator, record, kind, work, &span, days, &both,
              some_cents(generator, amount / 2, amount), currency);
}

void make_agreements(struct generator *generator)
{
    for (int64_t count = BETWEEN(generator, 5, 14); count > 0; count--)
        make_agreement(generator);
}
