/* Generator of portfolios: partners, with their identifiers, owners and sizes.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "generator.h"

static const transfer_key texts[] = {
    TRANSFER_PARTNER_ADDRESS, TRANSFER_PARTNER_FIELDS, TRANSFER_PARTNER_URL, TRANSFER_PARTNER_NOTE,
    0,
};

/* A region with its codes before and after they changed: NUTS on 2018-01-01, INSEE on
 * 2016-01-01. */
struct region {
    const char *nuts[2], *insee[2], *city, *postcode;
};

static const struct region regions[] = {
    {{"FR41", "FRF3"}, {"41", "44"}, "Metz", "57070"},
    {{"FR10", "FR10"}, {"11", "11"}, "Gif-sur-Yvette", "91190"},
    {{"FR61", "FRI1"}, {"72", "75"}, "Bordeaux", "33000"},
    {{"FR62", "FRJ2"}, {"73", "76"}, "Toulouse", "31400"},
    {{"FR51", "FRG0"}, {"52", "52"}, "Nantes", "44000"},
    {{"FR71", "FRK2"}, {"82", "84"}, "Grenoble", "38000"},
};

static struct party *add_party(struct generator *generator, int kind, const char *prefix,
                               const char *country)
{
    struct party *party = &generator->parties[generator->party_count++];
    transfer_partner *partner;

    ck_assert_uint_le(generator->party_count, PARTIES_MAX);
    *party = (struct party){.kind = kind, .country = country, .group = ++generator->group_count};
    party->record = add_record(generator, TRANSFER_TYPE_PARTNER, prefix);
    partner = transfer_record_as_partner(party->record);
    ck_assert_int_eq(transfer_partner_set_kind(partner, kind), TRANSFER_OK);
    set(party->record, TRANSFER_PARTNER_NAME, "%s %d", transfer_field_choice_name(
            TRANSFER_PARTNER_KIND, kind), generator->number);
    if (CHANCE(generator, 90) || strcmp(country, "FR") != 0)
        set(party->record, TRANSFER_PARTNER_COUNTRY, "%s", country);
    decorate(generator, party->record, texts);
    return party;
}

/* Where a French partner is, in the codes of its days. */
static void place(struct generator *generator, struct party *party)
{
    const struct region *region = &ONE_OF(generator, regions);
    int is_gone = party->closed && party->closed < day_of(2016, 1, 1);

    if (!transfer_record_has(party->record, TRANSFER_PARTNER_COUNTRY))
        return;
    if (CHANCE(generator, 70))
        set(party->record, TRANSFER_PARTNER_REGION, "%s", region->nuts[!is_gone]);
    if (CHANCE(generator, 50))
        set(party->record, TRANSFER_PARTNER_INSEE_REGION, "%s", region->insee[!is_gone]);
    if (CHANCE(generator, 70))
        set(party->record, TRANSFER_PARTNER_CITY, "%s", region->city);
    if (CHANCE(generator, 50))
        set(party->record, TRANSFER_PARTNER_POSTCODE, "%s", region->postcode);
}

/* Institutions may be very old. */
static void found(struct generator *generator, struct party *party, int first, int last)
{
    if (CHANCE(generator, 60))
        set_day_vaguely(generator, party->record, TRANSFER_PARTNER_FOUNDED,
                        (int)BETWEEN(generator, year_first(first), year_last(last)));
}

static void identify(struct generator *generator, struct party *party, const char *siren)
{
    char vat[IDENTIFIER_SIZE], siret[IDENTIFIER_SIZE], lei[IDENTIFIER_SIZE];

    set(party->record, TRANSFER_PARTNER_SIREN, "%s", siren);
    make_siret(generator, siren, siret);
    make_vat(siren, vat);
    make_lei(generator, lei);
    if (CHANCE(generator, 60))
        set(party->record, TRANSFER_PARTNER_SIRET, "%s", siret);
    if (CHANCE(generator, 50))
        set(party->record, TRANSFER_PARTNER_VAT, "%s", vat);
    if (CHANCE(generator, 30))
        set(party->record, TRANSFER_PARTNER_LEI, "%s", lei);
}

static void identify_new(struct generator *generator, struct party *party)
{
    char siren[IDENTIFIER_SIZE];

    make_siren(generator, siren);
    identify(generator, party, siren);
}

/* ---- public bodies ---- */

/* A region that ended with 2015, and the one that followed it. */
static void make_regions(struct generator *generator)
{
    struct party *old = add_party(generator, TRANSFER_PARTNER_KIND_REGIONAL_AUTHORITY,
                                  "ancienne-region", "FR");
    struct party *next =
        add_party(generator, TRANSFER_PARTNER_KIND_REGIONAL_AUTHORITY, "region", "FR");

    old->closed = day_of(2015, 12, 31);
    set_day(old->record, TRANSFER_PARTNER_CLOSED, old->closed);
    place(generator, old);
    if (CHANCE(generator, 80))
        ck_assert_int_eq(transfer_record_set_reference(old->record, TRANSFER_PARTNER_SUCCESSOR,
                                                       next->record),
                         TRANSFER_OK);
    if (CHANCE(generator, 80))
        set(next->record, TRANSFER_PARTNER_FOUNDED, "2016-01-01");
    if (CHANCE(generator, 60))
        identify_new(generator, next);
    if (CHANCE(generator, 50) && transfer_record_has(next->record, TRANSFER_PARTNER_COUNTRY))
        set(next->record, TRANSFER_PARTNER_INSEE_REGION, "44");
}

/* An agency that ended long ago; the one that followed it ended with the old region. */
static void make_agencies(struct generator *generator)
{
    struct party *first =
        add_party(generator, TRANSFER_PARTNER_KIND_PUBLIC_AGENCY, "ancienne-agence", "FR");
    struct party *next =
        add_party(generator, TRANSFER_PARTNER_KIND_PUBLIC_AGENCY, "agence-suivante", "FR");

    first->closed = day_of(2012, 12, 31);
    next->closed = CHANCE(generator, 30) ? first->closed : day_of(2015, 12, 31);
    set_day(first->record, TRANSFER_PARTNER_CLOSED, first->closed);
    set_day(next->record, TRANSFER_PARTNER_CLOSED, next->closed);
    if (CHANCE(generator, 50))
        set(next->record, TRANSFER_PARTNER_FOUNDED, "2012");
    ck_assert_int_eq(
        transfer_record_set_reference(first->record, TRANSFER_PARTNER_SUCCESSOR, next->record),
        TRANSFER_OK);
}

static void make_public_bodies(struct generator *generator)
{
    struct party *party;

    add_party(generator, TRANSFER_PARTNER_KIND_STATE, "etat", "FR");
    make_regions(generator);
    if (CHANCE(generator, 40))
        make_agencies(generator);
    party = add_party(generator, TRANSFER_PARTNER_KIND_PUBLIC_AGENCY, "agence", "FR");
    found(generator, party, 1794, 2008);
    if (CHANCE(generator, 70))
        add_party(generator, TRANSFER_PARTNER_KIND_EUROPEAN_UNION, "union", "EU");
    party = add_party(generator, TRANSFER_PARTNER_KIND_FINANCIAL_INSTITUTION, "banque", "FR");
    if (CHANCE(generator, 50))
        identify_new(generator, party);
    party = add_party(generator, TRANSFER_PARTNER_KIND_ASSOCIATION, "association", "FR");
    if (CHANCE(generator, 50))
        set(party->record, TRANSFER_PARTNER_RNA, "W57%07d", ++generator->number);
    if (CHANCE(generator, 40))
        add_party(generator, TRANSFER_PARTNER_KIND_LOCAL_AUTHORITY, "ville", "FR");
}

/* ---- research ---- */

/* A laboratory of one or several; of one it may share the siren. */
static void make_laboratory(struct generator *generator, const struct party *first,
                            const struct party *second)
{
    struct party *party = add_party(generator, TRANSFER_PARTNER_KIND_LABORATORY, "labo", "FR");
    char rnsr[IDENTIFIER_SIZE], siret[IDENTIFIER_SIZE];
    const char *siren;

    make_rnsr(generator, rnsr);
    if (CHANCE(generator, 70))
        set(party->record, TRANSFER_PARTNER_RNSR, "%s", rnsr);
    party->group = first->group;
    ck_assert_int_eq(transfer_record_add_reference(party->record, TRANSFER_PARTNER_PARENTS,
                                                   first->record),
                     TRANSFER_OK);
    if (second) {
        ck_assert_int_eq(transfer_record_add_reference(party->record, TRANSFER_PARTNER_PARENTS,
                                                       second->record),
                         TRANSFER_OK);
    } else if (transfer_record_get_text(first->record, TRANSFER_PARTNER_SIREN, &siren) ==
                   TRANSFER_OK &&
               CHANCE(generator, 50)) {
        set(party->record, TRANSFER_PARTNER_SIREN, "%s", siren);
        make_siret(generator, siren, siret);
        if (CHANCE(generator, 50))
            set(party->record, TRANSFER_PARTNER_SIRET, "%s", siret);
    }
    place(generator, party);
}

static void make_research(struct generator *generator)
{
    struct party *organisations[3];
    char ror[IDENTIFIER_SIZE];

    for (size_t i = 0; i < 3; i++) {
        struct party *party = organisations[i] =
            i < 2 ? add_party(generator, TRANSFER_PARTNER_KIND_RESEARCH_ORGANISATION, "organisme",
                              "FR")
                  : add_party(generator, TRANSFER_PARTNER_KIND_UNIVERSITY, "universite", "FR");

        make_ror(generator, ror);
        if (CHANCE(generator, 70))
            set(party->record, TRANSFER_PARTNER_ROR, "%s", ror);
        if (CHANCE(generator, 70))
            identify_new(generator, party);
        found(generator, party, 1794, 2008);
        place(generator, party);
    }
    for (int64_t i = BETWEEN(generator, 1, 3); i > 0; i--)
        make_laboratory(generator, organisations[BETWEEN(generator, 0, 2)], NULL);
    make_laboratory(generator, organisations[0], organisations[2]);
    if (CHANCE(generator, 50))
        add_party(generator, TRANSFER_PARTNER_KIND_TECHNOLOGICAL_RESEARCH_INSTITUTE, "irt", "FR");
}

/* ---- the size of enterprises ---- */

/* Of one year, in tenths of a person and in cents. */
struct figures {
    int64_t headcount, turnover, balance;
};

#define EUROS(number) (INT64_C(100) * (number))
#define MILLION INT64_C(1000000)

/* The limits below which, for the headcount, and up to which an enterprise is of a class. */
struct ceiling {
    int size;
    int64_t headcount, turnover, balance;
};

static const struct ceiling eu_ceilings[] = {
    {TRANSFER_SIZE_MICRO, 100, EUROS(2 * MILLION), EUROS(2 * MILLION)},
    {TRANSFER_SIZE_SMALL, 500, EUROS(10 * MILLION), EUROS(10 * MILLION)},
    {TRANSFER_SIZE_MEDIUM, 2500, EUROS(50 * MILLION), EUROS(43 * MILLION)},
    {TRANSFER_SIZE_LARGE, INT64_MAX, INT64_MAX, INT64_MAX},
};
static const struct ceiling french_ceilings[] = {
    {TRANSFER_SIZE_MICRO, 100, EUROS(2 * MILLION), EUROS(2 * MILLION)},
    {TRANSFER_SIZE_SME, 2500, EUROS(50 * MILLION), EUROS(43 * MILLION)},
    {TRANSFER_SIZE_INTERMEDIATE, 50000, EUROS(1500 * MILLION), EUROS(2000 * MILLION)},
    {TRANSFER_SIZE_LARGE, INT64_MAX, INT64_MAX, INT64_MAX},
};

static int size_of(const struct ceiling *ceilings, const struct figures *figures)
{
    while (figures->headcount >= ceilings->headcount ||
           (figures->turnover > ceilings->turnover && figures->balance > ceilings->balance))
        ceilings++;
    return ceilings->size;
}

/* Often exactly at a limit, or the least beyond it. */
static int64_t some_figure(struct generator *generator, int64_t limit, int64_t least)
{
    if (limit == INT64_MAX)
        limit = INT64_C(1000000000) * least;
    switch (BETWEEN(generator, 0, 4)) {
    case 0:
        return limit;
    case 1:
        return limit - least;
    case 2:
        return limit + least;
    default:
        return BETWEEN(generator, 1, limit / least + limit / least / 4) * least;
    }
}

/* Figures near the limits of some class. */
static struct figures some_figures(struct generator *generator, const struct ceiling *ceilings)
{
    const struct ceiling *ceiling = &ceilings[BETWEEN(generator, 0, 2)];

    return (struct figures){some_figure(generator, ceiling->headcount, 10),
                            some_figure(generator, ceiling->turnover, 1),
                            some_figure(generator, ceiling->balance, 1)};
}

static void write_figures(transfer_record *partner, int year, const struct figures *figures)
{
    transfer_record *accounts = add_nested(partner, TRANSFER_PARTNER_ACCOUNTS);

    set(accounts, TRANSFER_FISCAL_YEAR_YEAR, "%d", year);
    if (figures->headcount % 10)
        set(accounts, TRANSFER_FISCAL_YEAR_HEADCOUNT, "%d.%d", (int)(figures->headcount / 10),
            (int)(figures->headcount % 10));
    else
        set(accounts, TRANSFER_FISCAL_YEAR_HEADCOUNT, "%d", (int)(figures->headcount / 10));
    set_amount(accounts, TRANSFER_FISCAL_YEAR_TURNOVER, "", figures->turnover, "EUR");
    set_amount(accounts, TRANSFER_FISCAL_YEAR_BALANCE_SHEET, "", figures->balance, "EUR");
}

static void write_size(struct party *party, int size, int definition)
{
    transfer_partner *partner = transfer_record_as_partner(party->record);

    party->size = size;
    ck_assert_int_eq(transfer_partner_set_size(partner, size), TRANSFER_OK);
    ck_assert_int_eq(transfer_partner_set_size_definition(partner, definition), TRANSFER_OK);
}

/* An enterprise alone: of the same class in each year. */
static void measure(struct generator *generator, struct party *party, int definition)
{
    const struct ceiling *ceilings =
        definition == TRANSFER_PARTNER_SIZE_DEFINITION_EU_2003_361 ? eu_ceilings : french_ceilings;
    struct figures figures = some_figures(generator, ceilings);
    int size = size_of(ceilings, &figures), year = (int)BETWEEN(generator, 2010, 2023);

    for (int64_t years = BETWEEN(generator, 0, 3); years > 0; years--) {
        while (size_of(ceilings, &figures) != size)
            figures = some_figures(generator, ceilings);
        write_figures(party->record, year++, &figures);
        figures = some_figures(generator, ceilings);
    }
    write_size(party, size, definition);
}

/* ---- owners ---- */

static transfer_record *add_owner(struct party *owned, const struct party *owner,
                                  const char *share)
{
    transfer_record *holding = add_nested(owned->record, TRANSFER_PARTNER_OWNERSHIP);

    ck_assert_int_eq(
        transfer_record_set_reference(holding, TRANSFER_HOLDING_OWNER, owner->record), TRANSFER_OK);
    set(holding, TRANSFER_HOLDING_SHARE, "%s", share);
    return holding;
}

/* What one has and the part of another's that counts: the whole of a linked enterprise (more than
 * half), the share of a partner enterprise (a quarter to a half). */
static int64_t together(int64_t own, int64_t other, int percent)
{
    return own * 100 + other * (percent > 50 ? 100 : percent < 25 ? 0 : percent);
}

static int size_together(const struct figures *own, const struct figures *other, int percent)
{
    struct ceiling ceilings[4];
    struct figures sum = {together(own->headcount, other->headcount, percent),
                          together(own->turnover, other->turnover, percent),
                          together(own->balance, other->balance, percent)};

    for (size_t i = 0; i < 4; i++) {
        ceilings[i] = eu_ceilings[i];
        if (i < 3) {
            ceilings[i].headcount *= 100;
            ceilings[i].turnover *= 100;
            ceilings[i].balance *= 100;
        }
    }
    return size_of(ceilings, &sum);
}

/* One that holds a part of another: what counts is what they have together. */
static void tie(struct generator *generator, struct party *owned, struct party *owner)
{
    static const int percents[] = {10, 24, 25, 33, 49, 50, 51, 70, 100};
    int percent = ONE_OF(generator, percents), year = (int)BETWEEN(generator, 2010, 2023);
    struct figures figures[2] = {some_figures(generator, eu_ceilings),
                                 some_figures(generator, eu_ceilings)};
    char share[24];

    snprintf(share, sizeof share, CHANCE(generator, 20) ? "%d/100" : "%d%%", percent);
    add_owner(owned, owner, share);
    owner->group = owned->group;
    for (int64_t years = BETWEEN(generator, 1, 2); years > 0; years--, year++) {
        write_figures(owned->record, year, &figures[0]);
        write_figures(owner->record, year, &figures[1]);
    }
    write_size(owned, size_together(&figures[0], &figures[1], percent),
               TRANSFER_PARTNER_SIZE_DEFINITION_EU_2003_361);
    write_size(owner, size_together(&figures[1], &figures[0], percent),
               TRANSFER_PARTNER_SIZE_DEFINITION_EU_2003_361);
}

/* Owned by several to exactly the whole; of its size nothing is said. */
static void make_joint_venture(struct generator *generator, struct party *const *owners)
{
    static const char *const shares[][3] = {
        {"1/3", "1/3", "1/3"}, {"33.33%", "33.33%", "33.34%"}, {"3/7", "2/7", "2/7"},
        {"50%", "1/3", "1/6"}, {"33.33%", "33.33%", "33.33%"},
    };
    struct party *party = add_party(generator, TRANSFER_PARTNER_KIND_COMPANY, "commune", "FR");
    const char *const *share = ONE_OF(generator, shares);

    identify_new(generator, party);
    for (size_t i = 0; i < 3; i++) {
        transfer_record *holding = add_owner(party, owners[i], share[i]);

        if (CHANCE(generator, 40))
            set_day_vaguely(generator, holding, TRANSFER_HOLDING_FROM,
                            (int)BETWEEN(generator, year_first(2009), year_last(2024)));
    }
}

/* ---- companies ---- */

static struct party *make_french_company(struct generator *generator, int is_post)
{
    struct party *party = add_party(generator, TRANSFER_PARTNER_KIND_COMPANY, "societe", "FR");

    if (is_post)
        identify(generator, party, "356000000");
    else
        identify_new(generator, party);
    found(generator, party, 1850, 2008);
    place(generator, party);
    return party;
}

static struct party *make_foreign_company(struct generator *generator)
{
    static const struct {
        const char *country, *region, *vat;
    } places[] = {
        {"DE", "DE21", "DE%09d"}, {"BE", "BE21", NULL}, {"IT", NULL, NULL}, {"CH", NULL, NULL},
        {"US", NULL, NULL},       {"JP", NULL, NULL},
    };
    size_t at = (size_t)BETWEEN(generator, 0, 5);
    struct party *party =
        add_party(generator, TRANSFER_PARTNER_KIND_COMPANY, "firme", places[at].country);

    if (places[at].region && CHANCE(generator, 50))
        set(party->record, TRANSFER_PARTNER_REGION, "%s", places[at].region);
    if (CHANCE(generator, 50))
        set(party->record, TRANSFER_PARTNER_CITY, "Straße %d", generator->number);
    return party;
}

static void make_companies(struct generator *generator)
{
    struct party *parties[10];
    size_t count = (size_t)BETWEEN(generator, 6, 8);

    for (size_t i = 0; i < count; i++)
        parties[i] = i < 4 || CHANCE(generator, 50)
                         ? make_french_company(generator, i == 3 && CHANCE(generator, 20))
                         : make_foreign_company(generator);
    tie(generator, parties[0], parties[1]);
    for (size_t i = 2; i < count; i++)
        if (CHANCE(generator, 80))
            measure(generator, parties[i],
                    i < 4 ? TRANSFER_PARTNER_SIZE_DEFINITION_FR_2008_1354
                          : TRANSFER_PARTNER_SIZE_DEFINITION_EU_2003_361);
    if (CHANCE(generator, 50)) {
        /* They own a part of one company: independent of each other they are no more. */
        parties[3]->group = parties[4]->group = parties[5]->group;
        make_joint_venture(generator, parties + 3);
    }
}

void make_partners(struct generator *generator)
{
    make_public_bodies(generator);
    make_research(generator);
    make_companies(generator);
}

struct party *some_party(struct generator *generator, uint32_t kinds, int day)
{
    struct party *found[PARTIES_MAX];
    size_t count = 0;

    for (size_t i = 0; i < generator->party_count; i++) {
        struct party *party = &generator->parties[i];

        if ((kinds >> party->kind & 1) && (!party->closed || party->closed >= day))
            found[count++] = party;
    }
    return count ? found[BETWEEN(generator, 0, (int64_t)count - 1)] : NULL;
}
