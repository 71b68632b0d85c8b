/* State aid: the highest intensity, de minimis aid, and their provisions.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <transfer/transfer.h>

enum { TEXT_SIZE = 8192 };

static transfer_portfolio *load(const char *text)
{
    transfer_portfolio *portfolio = transfer_portfolio_new();
    transfer_report *report = transfer_report_new();

    ck_assert(portfolio && report);
    ck_assert_int_eq(
        transfer_portfolio_load_memory(portfolio, text, strlen(text), "a.yaml", NULL, 0, report),
        TRANSFER_OK);
    ck_assert_uint_eq(transfer_report_count(report), 0);
    transfer_report_free(report);
    return portfolio;
}

static transfer_record *find(const transfer_portfolio *portfolio, transfer_type type,
                             const char *id)
{
    transfer_record *record = transfer_portfolio_find(portfolio, type, id);

    ck_assert_ptr_nonnull(record);
    return record;
}

/* How often a rule fails. */
static size_t failures(const transfer_portfolio *portfolio, const char *rule)
{
    transfer_report *report = transfer_report_new();
    size_t count;

    ck_assert_int_eq(transfer_portfolio_validate(portfolio, NULL, NULL, report), TRANSFER_OK);
    count = transfer_report_outcome_count(report, rule, TRANSFER_FAILED);
    transfer_report_free(report);
    return count;
}

/* Compares all steps of a calculation, in one language. */
static void assert_steps(const transfer_calculation *calculation, transfer_language language,
                         const char *const *steps)
{
    size_t count = 0;

    for (; steps[count]; count++) {
        const char *text = transfer_calculation_step_text(calculation, count, language);

        ck_assert_msg(text && strcmp(text, steps[count]) == 0, "step %zu: \"%s\", not \"%s\"",
                      count, text ? text : "(none)", steps[count]);
    }
    ck_assert_uint_eq(transfer_calculation_step_count(calculation), count);
}

/* ---- intensities ---- */

/* The law as it is written down in the regulations, apart from the library's table. */
static const struct {
    const char *first_day, *last_day; /* NULL: still in force */
    int base[4], collaboration[4], dissemination[4]; /* by category; base 0: none */
} laws[] = {
    {"2008-08-29", "2014-06-30", {100, 50, 25, 0}, {0, 15, 15, 0}, {0, 15, 0, 0}},
    {"2014-07-01", "2023-06-30", {100, 50, 25, 50}, {0, 15, 15, 0}, {0, 15, 15, 0}},
    {"2023-07-01", NULL, {100, 50, 25, 50}, {0, 15, 15, 0}, {0, 15, 15, 0}},
};

static const char *const categories[] = {"fundamental_research", "industrial_research",
                                         "experimental_development", "feasibility_study"};

static const struct {
    const char *name; /* NULL: not known */
    int bonus;
} sizes[] = {{"micro", 20}, {"small", 20}, {"medium", 10}, {"sme", 20},
             {"intermediate", 0}, {"large", 0}, {NULL, 20}};

static int highest(size_t law, size_t category, int bonus, int collaboration, int dissemination)
{
    int sum = laws[law].base[category];
    int granted = 0;

    if (category > 0)
        sum += bonus;
    if (collaboration)
        granted = laws[law].collaboration[category];
    if (dissemination && granted == 0)
        granted = laws[law].dissemination[category];
    sum += granted;
    return (category == 1 || category == 2) && sum > 80 ? 80 : sum;
}

/* A portfolio with an aid of `cents` cents for costs of 1000.00 EUR. */
static transfer_portfolio *load_aid(const char *day, const char *category, const char *size,
                                    int collaboration, int dissemination, int cents)
{
    char text[TEXT_SIZE];

    snprintf(text, sizeof text,
             "transfer: 1\n"
             "partners: {b: {name: B, kind: company}}\n"
             "agreements:\n"
             "  k:\n"
             "    title: K\n"
             "    kind: grant\n"
             "    amount: 1000 EUR\n"
             "    awarded: %s\n"
             "    aid:\n"
             "      - regime: gber_research_development\n"
             "        research_category: %s\n"
             "        beneficiary: b\n"
             "%s%s%s"
             "        eligible_costs: 1000 EUR\n"
             "        aid: %d.%02d EUR\n"
             "        effective_collaboration: %s\n"
             "        wide_dissemination: %s\n",
             day, category, size ? "        size: " : "", size ? size : "", size ? "\n" : "",
             cents / 100, cents % 100, collaboration ? "true" : "false",
             dissemination ? "true" : "false");
    return load(text);
}

static transfer_calculation *ask(const transfer_portfolio *portfolio, int category)
{
    transfer_calculation *calculation = NULL;

    ck_assert_int_eq(
        transfer_agreement_aid_intensity(find(portfolio, TRANSFER_TYPE_AGREEMENT, "k"),
                                         find(portfolio, TRANSFER_TYPE_PARTNER, "b"), category,
                                         &calculation),
        TRANSFER_OK);
    return calculation;
}

/* The intensity in percent, which the last step has too; -1: unset. */
static int percent_of(const transfer_calculation *calculation)
{
    size_t last = transfer_calculation_step_count(calculation) - 1;
    transfer_share share, found;

    if (transfer_calculation_intensity(calculation, &share) == TRANSFER_UNSET) {
        ck_assert_int_eq(transfer_calculation_step_kind(calculation, last), 0);
        return -1;
    }
    ck_assert_int_eq(share.denominator, 100);
    ck_assert_int_eq(transfer_calculation_step_share(calculation, last, &found), TRANSFER_OK);
    ck_assert_int_eq(found.numerator, share.numerator);
    return (int)share.numerator;
}

static void check_case(const char *day, size_t law, size_t category, size_t size,
                       int collaboration, int dissemination)
{
    int expected =
        highest(law, category, sizes[size].bonus, collaboration, dissemination);

    for (int cent = 0; cent < 2; cent++) {
        transfer_portfolio *portfolio =
            load_aid(day, categories[category], sizes[size].name, collaboration, dissemination,
                     expected * 1000 + cent);
        transfer_calculation *calculation = ask(portfolio, 0);

        ck_assert_msg(percent_of(calculation) == expected, "%s %s %s %d %d: %d, not %d", day,
                      categories[category], sizes[size].name, collaboration, dissemination,
                      percent_of(calculation), expected);
        ck_assert_uint_eq(failures(portfolio, "aid-intensity"), (size_t)cent);
        transfer_calculation_free(calculation);
        transfer_portfolio_free(portfolio);
    }
}

/* On the first and the last day of each law every combination of category, size and bonuses has
 * its intensity; aid of so much passes, and of a cent more fails. */
START_TEST(every_combination_has_its_intensity)
{
    size_t law = (size_t)_i;

    for (size_t category = 0; category < 4; category++) {
        for (size_t size = 0; size < sizeof sizes / sizeof sizes[0]; size++)
            for (int bonuses = 0; bonuses < 4 && laws[law].base[category] > 0; bonuses++) {
                check_case(laws[law].first_day, law, category, size, bonuses & 1, bonuses >> 1);
                if (laws[law].last_day)
                    check_case(laws[law].last_day, law, category, size, bonuses & 1, bonuses >> 1);
            }
    }
}
END_TEST

/* Of laws that a date leaves open the most favourable is taken; before the first there is none. */
START_TEST(dates_choose_the_law)
{
    static const struct {
        const char *day, *category;
        int expected;
    } cases[] = {
        {"2008-08-28", "industrial_research", -1},
        {"2008-08-29", "industrial_research", 65},
        {"2008-08", "industrial_research", -1},
        {"before 2010", "industrial_research", -1},
        {"2014-06-30", "experimental_development", 25},
        {"2014-07-01", "experimental_development", 40},
        {"2014-06", "experimental_development", 25},
        {"2014", "experimental_development", 40},
        {"2014-06-30~", "experimental_development", 25},
        {"after 2013", "experimental_development", 40},
        {"2014-06-30", "feasibility_study", -1},
        {"2014", "feasibility_study", -1},
        {"2014-07-01", "feasibility_study", 50},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        transfer_portfolio *portfolio =
            load_aid(cases[i].day, cases[i].category, "large", 0, 1, 10000);
        transfer_calculation *calculation = ask(portfolio, 0);

        ck_assert_msg(percent_of(calculation) == cases[i].expected, "%s: %d", cases[i].day,
                      percent_of(calculation));
        transfer_calculation_free(calculation);
        transfer_portfolio_free(portfolio);
    }
}
END_TEST

static const char project[] =
    "transfer: 1\n"
    "partners:\n"
    "  b: {name: B, kind: company, size: medium, size_definition: eu_2003_361}\n"
    "  c: {name: C, kind: company, size: medium, size_definition: fr_2008_1354}\n"
    "  d: {name: D, kind: company, size: micro}\n"
    "projects:\n"
    "  p:\n"
    "    title: P\n"
    "    research_category: industrial_research\n"
    "    partners:\n"
    "      - {partner: b, budget: 80000 EUR}\n"
    "      - {partner: c, budget: 20000 EUR}\n"
    "agreements:\n"
    "  k:\n"
    "    title: K\n"
    "    kind: grant\n"
    "    amount: 1000 EUR\n"
    "    project: p\n"
    "    signed: 2023-07-01\n"
    "    aid:\n"
    "      - {regime: gber_research_development, beneficiary: b, aid: 10 EUR,\n"
    "         effective_collaboration: true, wide_dissemination: true}\n"
    "      - {regime: notified, beneficiary: c}\n"
    "  l:\n"
    "    title: L\n"
    "    kind: grant\n"
    "    amount: 1000 EUR\n"
    "    period: 2014/2016\n"
    "    beneficiaries: [{partner: b}]\n"
    "    aid:\n"
    "      - {regime: gber_research_development, size: small,\n"
    "         effective_collaboration: true, wide_dissemination: true}\n"
    "  m: {title: M, kind: grant, amount: 1 EUR}\n";

static transfer_calculation *ask_for(const transfer_portfolio *portfolio, const char *agreement,
                                     const char *partner, int category)
{
    transfer_calculation *calculation = NULL;

    ck_assert_int_eq(
        transfer_agreement_aid_intensity(find(portfolio, TRANSFER_TYPE_AGREEMENT, agreement),
                                         find(portfolio, TRANSFER_TYPE_PARTNER, partner), category,
                                         &calculation),
        TRANSFER_OK);
    return calculation;
}

#define NBSP "\u00a0"

/* The steps name the law, the base, each bonus with its reason, the maximum and the result; the
 * budgets of the project stand against a collaboration, which leaves room for dissemination. */
START_TEST(steps_tell_how)
{
    static const char *const english[] = {
        "at the date 2023-07-01 Regulation (EU) No 651/2014 as amended by Regulation (EU) "
        "2023/1315, article 25, applies",
        "base intensity for industrial research: 50%",
        "medium-sized enterprise (as the partner's record says): 50% + 10 points = 60%",
        "effective collaboration is claimed, but the budgets of the project contradict it: no "
        "bonus",
        "wide dissemination, as claimed: 60% + 15 points = 75%",
        "assisted areas (\"a\" and \"c\") are not known to the model: no bonus",
        "75% is not above the maximum of 80%",
        "highest intensity allowed: 75%",
        NULL};
    static const char *const french[] = {
        "à la date 2023-07-01 s'applique le règlement (UE) n°" NBSP "651/2014, modifié par le "
        "règlement (UE) 2023/1315, article" NBSP "25",
        "intensité de base (recherche industrielle)" NBSP ": 50%",
        "entreprise moyenne (selon la fiche du partenaire)" NBSP ": 50% + 10 points = 60%",
        "la collaboration effective est demandée, mais les budgets du projet la "
        "contredisent" NBSP ": pas de majoration",
        "large diffusion, comme demandé" NBSP ": 60% + 15 points = 75%",
        "les zones assistées («" NBSP "a" NBSP "» et «" NBSP "c" NBSP
        "») ne sont pas connues du modèle" NBSP ": pas de majoration",
        "75% ne dépasse pas le maximum de 80%",
        "intensité maximale autorisée" NBSP ": 75%",
        NULL};
    transfer_portfolio *portfolio = load(project);
    transfer_calculation *calculation = ask_for(portfolio, "k", "b", 0);

    assert_steps(calculation, TRANSFER_ENGLISH, english);
    assert_steps(calculation, TRANSFER_FRENCH, french);
    ck_assert_str_eq(transfer_calculation_step_source(calculation, 1),
                     "Regulation (EU) No 651/2014 as amended by Regulation (EU) 2023/1315, "
                     "article 25");
    ck_assert_ptr_eq(transfer_calculation_step_record(calculation, 2),
                     find(portfolio, TRANSFER_TYPE_PARTNER, "b"));
    ck_assert_ptr_eq(transfer_calculation_step_record(calculation, 3),
                     find(portfolio, TRANSFER_TYPE_PROJECT, "p"));
    transfer_calculation_free(calculation);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* A year that two laws share, bonuses that exclude each other, and a sum above the maximum. */
START_TEST(steps_tell_what_was_chosen)
{
    static const char *const english[] = {
        "the date 2014 leaves open which law applies; Regulation (EC) No 800/2008, article 31, is "
        "taken, as no other is more favourable",
        "base intensity for industrial research: 50%",
        "small enterprise (as declared): 50% + 20 points = 70%",
        "effective collaboration, as claimed: 70% + 15 points = 85%",
        "wide dissemination is claimed, but the bonus for effective collaboration excludes it",
        "85% is above the maximum: 80%",
        "highest intensity allowed: 80%",
        NULL};
    static const char *const french[] = {
        "la date 2014 laisse ouvert le droit applicable" NBSP "; le règlement (CE) n°" NBSP
        "800/2008, article" NBSP "31, est retenu, aucun autre texte n'étant plus favorable",
        "intensité de base (recherche industrielle)" NBSP ": 50%",
        "petite entreprise (selon la déclaration)" NBSP ": 50% + 20 points = 70%",
        "collaboration effective, comme demandé" NBSP ": 70% + 15 points = 85%",
        "la large diffusion est demandée, mais la majoration pour collaboration effective "
        "l'exclut",
        "85% dépasse le maximum" NBSP ": 80%",
        "intensité maximale autorisée" NBSP ": 80%",
        NULL};
    transfer_portfolio *portfolio = load(project);
    transfer_calculation *calculation =
        ask_for(portfolio, "l", "b", TRANSFER_RESEARCH_CATEGORY_INDUSTRIAL_RESEARCH);

    assert_steps(calculation, TRANSFER_ENGLISH, english);
    assert_steps(calculation, TRANSFER_FRENCH, french);
    transfer_calculation_free(calculation);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* Where there is no bonus, no step adds one; what nobody declares is not claimed. */
START_TEST(steps_tell_what_is_not_granted)
{
    static const char *const fundamental[] = {
        "at the date 2023-07-01 Regulation (EU) No 651/2014 as amended by Regulation (EU) "
        "2023/1315, article 25, applies",
        "base intensity for fundamental research: 100%",
        "the size of the beneficiary gives no bonus for fundamental research",
        "effective collaboration gives no bonus for fundamental research",
        "wide dissemination gives no bonus for fundamental research",
        "100% is not above the maximum of 100%",
        "highest intensity allowed: 100%",
        NULL};
    static const char *const undeclared[] = {
        "the agreement declares no such aid for this beneficiary: no bonus is claimed",
        "at the date 2023-07-01 Regulation (EU) No 651/2014 as amended by Regulation (EU) "
        "2023/1315, article 25, applies",
        "base intensity for industrial research: 50%",
        "micro-enterprise, which counts as small (as the partner's record says): 50% + 20 points "
        "= 70%",
        "effective collaboration is not claimed: no bonus",
        "wide dissemination is not claimed: no bonus",
        "assisted areas (\"a\" and \"c\") are not known to the model: no bonus",
        "70% is not above the maximum of 80%",
        "highest intensity allowed: 70%",
        NULL};
    transfer_portfolio *portfolio = load(project);
    transfer_calculation *calculation =
        ask_for(portfolio, "k", "b", TRANSFER_RESEARCH_CATEGORY_FUNDAMENTAL_RESEARCH);

    assert_steps(calculation, TRANSFER_ENGLISH, fundamental);
    transfer_calculation_free(calculation);
    calculation = ask_for(portfolio, "k", "d", 0);
    assert_steps(calculation, TRANSFER_ENGLISH, undeclared);
    transfer_calculation_free(calculation);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* Sizes of French law, and doubtful dates, are said to be assumed. */
START_TEST(steps_tell_what_is_assumed)
{
    transfer_portfolio *portfolio = load_aid("2015~", "industrial_research", "sme", 0, 0, 1);
    transfer_calculation *calculation = ask(portfolio, 0);

    ck_assert_str_eq(transfer_calculation_step_text(calculation, 0, TRANSFER_ENGLISH),
                     "the date 2015~ is doubtful, and is taken as it is written");
    ck_assert_str_eq(transfer_calculation_step_text(calculation, 3, TRANSFER_ENGLISH),
                     "small enterprise (assumed as the most favourable, for it is only known to "
                     "be an SME): 50% + 20 points = 70%");
    ck_assert_uint_eq(failures(portfolio, "aid-intensity"), 0);
    transfer_calculation_free(calculation);
    transfer_portfolio_free(portfolio);

    portfolio = load_aid("2015-01-01", "industrial_research", NULL, 0, 0, 1);
    calculation = ask(portfolio, 0);
    ck_assert_str_eq(transfer_calculation_step_text(calculation, 2, TRANSFER_FRENCH),
                     "petite entreprise (hypothèse la plus favorable, sa taille n'étant pas "
                     "connue)" NBSP ": 50% + 20 points = 70%");
    transfer_calculation_free(calculation);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* Where no size is stated the accounts tell it. */
START_TEST(accounts_tell_the_size)
{
    transfer_portfolio *portfolio =
        load("transfer: 1\n"
             "partners:\n"
             "  b:\n"
             "    name: B\n"
             "    kind: company\n"
             "    accounts:\n"
             "      - {year: 2013, headcount: 100, turnover: 20000000 EUR}\n"
             "      - {year: 2014, headcount: 110, turnover: 21000000 EUR}\n"
             "agreements:\n"
             "  k:\n"
             "    title: K\n"
             "    kind: grant\n"
             "    amount: 1000 EUR\n"
             "    signed: 2015-06-01\n"
             "    aid:\n"
             "      - {regime: gber_research_development, research_category: industrial_research,\n"
             "         beneficiary: b}\n");
    transfer_calculation *calculation = ask_for(portfolio, "k", "b", 0);
    transfer_share intensity;

    ck_assert_int_eq(transfer_calculation_intensity(calculation, &intensity), TRANSFER_OK);
    ck_assert_int_eq(intensity.numerator * 100 / intensity.denominator, 60);
    ck_assert_str_eq(transfer_calculation_step_text(calculation, 2, TRANSFER_ENGLISH),
                     "medium-sized enterprise (as its accounts make it): 50% + 10 points = 60%");
    transfer_calculation_free(calculation);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* Where no intensity can be told the only step says why; wrong questions are refused. */
START_TEST(no_intensity_is_guessed)
{
    transfer_portfolio *portfolio = load(project), *other = load(project);
    transfer_record *agreement = find(portfolio, TRANSFER_TYPE_AGREEMENT, "k");
    transfer_record *partner = find(portfolio, TRANSFER_TYPE_PARTNER, "b");
    transfer_amount used, left;
    static const struct {
        const char *agreement, *partner;
        int category;
        const char *english, *french;
    } cases[] = {
        {"k", "c", 0, "the aid is declared under notified, for which no intensity is known here",
         "l'aide est déclarée sous notified, régime dont aucune intensité n'est connue ici"},
        {"m", "b", 0, "neither the declaration of aid nor the project has a research category",
         "ni la déclaration d'aide ni le projet n'a de catégorie de recherche"},
        {"m", "b", TRANSFER_RESEARCH_CATEGORY_FUNDAMENTAL_RESEARCH,
         "the agreement has no date that would tell which law applies",
         "la convention n'a pas de date qui désignerait le droit applicable"},
        {"l", "b", TRANSFER_RESEARCH_CATEGORY_FEASIBILITY_STUDY,
         "no law that is known here certainly covers feasibility_study at the date 2014",
         "aucun texte connu ici ne couvre à coup sûr feasibility_study à la date 2014"},
    };
    transfer_calculation *calculation = NULL;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *const english[] = {cases[i].english, NULL};
        const char *const french[] = {cases[i].french, NULL};

        calculation = ask_for(portfolio, cases[i].agreement, cases[i].partner, cases[i].category);
        ck_assert_int_eq(percent_of(calculation), -1);
        assert_steps(calculation, TRANSFER_ENGLISH, english);
        assert_steps(calculation, TRANSFER_FRENCH, french);
        ck_assert_int_eq(transfer_calculation_de_minimis(calculation, &used, &left),
                         TRANSFER_WRONG_KIND);
        transfer_calculation_free(calculation);
    }
    calculation = NULL;
    ck_assert_int_eq(transfer_agreement_aid_intensity(partner, partner, 0, &calculation),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_agreement_aid_intensity(agreement, agreement, 0, &calculation),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_agreement_aid_intensity(agreement, partner, 5, &calculation),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_agreement_aid_intensity(agreement, partner, -1, &calculation),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(
        transfer_agreement_aid_intensity(agreement, find(other, TRANSFER_TYPE_PARTNER, "b"), 0,
                                         &calculation),
        TRANSFER_MISUSE);
    ck_assert_ptr_null(calculation);
    transfer_portfolio_free(portfolio);
    transfer_portfolio_free(other);
}
END_TEST

/* ---- de minimis ---- */

static transfer_date day_of(const char *text)
{
    transfer_date day;

    ck_assert_int_eq(transfer_date_parse(text, &day), TRANSFER_OK);
    return day;
}

static transfer_calculation *count(const transfer_portfolio *portfolio, const char *partner,
                                   const char *country, const char *day)
{
    transfer_calculation *calculation = NULL;
    transfer_date date = day_of(day);

    ck_assert_int_eq(transfer_partner_de_minimis(find(portfolio, TRANSFER_TYPE_PARTNER, partner),
                                                 country, &date, &calculation),
                     TRANSFER_OK);
    return calculation;
}

static void assert_count(const transfer_portfolio *portfolio, const char *partner,
                         const char *country, const char *day, const char *used, const char *left)
{
    transfer_calculation *calculation = count(portfolio, partner, country, day);
    char found[2][TRANSFER_VALUE_SIZE];
    transfer_amount amounts[2];

    ck_assert_int_eq(transfer_calculation_de_minimis(calculation, &amounts[0], &amounts[1]),
                     TRANSFER_OK);
    for (int i = 0; i < 2; i++)
        ck_assert_int_eq(transfer_amount_format(&amounts[i], found[i], sizeof found[i]),
                         TRANSFER_OK);
    ck_assert_msg(strcmp(found[0], used) == 0 && strcmp(found[1], left) == 0,
                  "%s on %s: %s used, %s left", partner, day, found[0], found[1]);
    transfer_calculation_free(calculation);
}

/* A portfolio with aids of one partner, "AMOUNT EUR, awarded: DAY" each. */
static transfer_portfolio *load_aids(const char *const *aids)
{
    char text[TEXT_SIZE];
    int length = snprintf(text, sizeof text,
                          "transfer: 1\n"
                          "partners:\n"
                          "  r: {name: R, kind: regional_authority, country: FR}\n"
                          "  b: {name: B, kind: company, country: FR}\n"
                          "agreements:\n");

    for (int i = 0; aids[i]; i++)
        length += snprintf(text + length, sizeof text - (size_t)length,
                           "  a%d: {title: A, kind: grant, amount: %s, funders: [{partner: r}],\n"
                           "    beneficiaries: [{partner: b}],\n"
                           "    aid: [{regime: de_minimis, aid: %.*s}]}\n",
                           i, aids[i], (int)strcspn(aids[i], ","), aids[i]);
    return load(text);
}

/* Fiscal years until 2023: the day's own and the two before, up to the day. */
START_TEST(fiscal_years_count)
{
    static const char *const aids[] = {
        "1000 EUR, awarded: 2011-01-01", "2000 EUR, awarded: 2011-12-31",
        "4000 EUR, awarded: 2013-12-05", "8000 EUR, awarded: 2013-12-06", NULL};
    transfer_portfolio *portfolio = load_aids(aids);

    assert_count(portfolio, "b", NULL, "2010-12-31", "0 EUR", "200000 EUR");
    assert_count(portfolio, "b", NULL, "2011-01-01", "1000 EUR", "199000 EUR");
    assert_count(portfolio, "b", NULL, "2013-12-05", "7000 EUR", "193000 EUR");
    assert_count(portfolio, "b", NULL, "2013-12-31", "15000 EUR", "185000 EUR");
    assert_count(portfolio, "b", NULL, "2014-01-01", "12000 EUR", "188000 EUR");
    assert_count(portfolio, "b", NULL, "2015-12-31", "12000 EUR", "188000 EUR");
    assert_count(portfolio, "b", NULL, "2016-01-01", "0 EUR", "200000 EUR");
    assert_count(portfolio, "b", "BE", "2013-12-31", "0 EUR", "200000 EUR");
    transfer_portfolio_free(portfolio);
}
END_TEST

/* Any three years since 2024: aid of a day counts until the day before its third anniversary. */
START_TEST(rolling_years_count)
{
    static const char *const aids[] = {
        "1000 EUR, awarded: 2021-01-01", "2000 EUR, awarded: 2021-01-02",
        "4000 EUR, awarded: 2024-02-29", "8000 EUR, signed: 2024-03-01",
        "16000 EUR, awarded: 2024-12-31", NULL};
    transfer_portfolio *portfolio = load_aids(aids);

    assert_count(portfolio, "b", NULL, "2023-12-31", "3000 EUR", "197000 EUR");
    assert_count(portfolio, "b", NULL, "2024-01-01", "2000 EUR", "298000 EUR");
    assert_count(portfolio, "b", NULL, "2024-01-02", "0 EUR", "300000 EUR");
    assert_count(portfolio, "b", NULL, "2024-02-29", "4000 EUR", "296000 EUR");
    assert_count(portfolio, "b", NULL, "2027-02-28", "28000 EUR", "272000 EUR");
    assert_count(portfolio, "b", NULL, "2027-03-01", "16000 EUR", "284000 EUR");
    assert_count(portfolio, "b", NULL, "2027-12-30", "16000 EUR", "284000 EUR");
    assert_count(portfolio, "b", NULL, "2027-12-31", "0 EUR", "300000 EUR");
    transfer_portfolio_free(portfolio);
}
END_TEST

/* What is left is never less than nothing, and bounds stay bounds. */
START_TEST(ceilings_may_be_exceeded)
{
    static const char *const above[] = {"200000 EUR, awarded: 2020-01-01",
                                        "0.01 EUR, awarded: 2020-01-01", NULL};
    static const char *const bounds[] = {"more than 50000 EUR, awarded: 2020-01-01",
                                         "1 EUR, awarded: 2020-01-01", NULL};
    transfer_portfolio *portfolio = load_aids(above);

    assert_count(portfolio, "b", NULL, "2020-01-01", "200000.01 EUR", "0 EUR");
    transfer_portfolio_free(portfolio);
    portfolio = load_aids(bounds);
    assert_count(portfolio, "b", NULL, "2020-01-01", "more than 50001 EUR",
                 "less than 149999 EUR");
    transfer_portfolio_free(portfolio);
}
END_TEST

static const char group[] =
    "transfer: 1\n"
    "partners:\n"
    "  eu: {name: Union, kind: european_union}\n"
    "  r: {name: R, kind: regional_authority, country: FR}\n"
    "  w: {name: W, kind: regional_authority, country: BE}\n"
    "  a: {name: A, kind: company, country: FR, ownership: [{owner: c, share: 60%}]}\n"
    "  b: {name: B, kind: company, country: FR, ownership: [{owner: a, share: 50.01%}]}\n"
    "  c: {name: C, kind: company, country: FR, ownership: [{owner: b, share: 2/3}]}\n"
    "  d: {name: D, kind: company, country: FR, ownership: [{owner: a, share: 50%}]}\n"
    "  e: {name: E, kind: company, ownership: [{owner: a, share: 100%, from: 2020-06}]}\n"
    "agreements:\n"
    "  k: {title: K, kind: grant, amount: 1 EUR, awarded: 2020-01-01, signed: 2021-01-01,\n"
    "    funders: [{partner: eu}, {partner: r}], beneficiaries: [{partner: a}],\n"
    "    aid: [{regime: de_minimis, aid: 1 EUR}, {regime: notified, aid: 5 EUR}]}\n"
    "  l: {title: L, kind: grant, amount: 20 EUR, awarded: 2020-01-01,\n"
    "    funders: [{partner: r}], beneficiaries: [{partner: b}],\n"
    "    aid: [{regime: de_minimis, aid: 20 EUR}]}\n"
    "  l2: {title: L, kind: grant, amount: 300 EUR, awarded: 2020-01-01, signed: 2020-07-01,\n"
    "    amends: l, funders: [{partner: r}], beneficiaries: [{partner: b}],\n"
    "    aid: [{regime: de_minimis, aid: 300 EUR}]}\n"
    "  m: {title: M, kind: grant, amount: 4000 EUR, awarded: 2020-01-01,\n"
    "    funders: [{partner: eu}], beneficiaries: [{partner: c}],\n"
    "    aid: [{regime: de_minimis, aid: 4000 EUR}]}\n"
    "  n: {title: N, kind: grant, amount: 7 EUR, awarded: 2020-01-01,\n"
    "    funders: [{partner: w}, {partner: r}], beneficiaries: [{partner: a}],\n"
    "    aid: [{regime: de_minimis, aid: 7 EUR}]}\n"
    "  o: {title: O, kind: grant, amount: 50000 EUR, awarded: 2020-01-01,\n"
    "    funders: [{partner: a, own_contribution: true}, {partner: r}],\n"
    "    beneficiaries: [{partner: e}], aid: [{regime: de_minimis, aid: 50000 EUR}]}\n"
    "  q: {title: Q, kind: grant, amount: 9 EUR, awarded: 2020,\n"
    "    funders: [{partner: r}], beneficiaries: [{partner: d}],\n"
    "    aid: [{regime: de_minimis, aid: 9 EUR}]}\n";

/* A circle of owners is one undertaking, whoever is asked for; half is not more than half; from the
 * day of a purchase the partner belongs to it; amendments restate from the day of their signature;
 * the first country of the funders grants, and for the Union the beneficiary's. */
START_TEST(undertakings_are_one)
{
    transfer_portfolio *portfolio = load(group);

    assert_count(portfolio, "a", NULL, "2020-06-29", "4021 EUR", "195979 EUR");
    assert_count(portfolio, "b", "FR", "2020-06-29", "4021 EUR", "195979 EUR");
    assert_count(portfolio, "c", NULL, "2020-06-29", "4021 EUR", "195979 EUR");
    assert_count(portfolio, "e", "FR", "2020-06-29", "50000 EUR", "150000 EUR");
    assert_count(portfolio, "e", "FR", "2020-06-30", "54021 EUR", "145979 EUR");
    assert_count(portfolio, "a", NULL, "2020-07-01", "54301 EUR", "145699 EUR");
    assert_count(portfolio, "a", "BE", "2020-07-01", "7 EUR", "199993 EUR");
    assert_count(portfolio, "d", NULL, "2020-07-01", "0 EUR", "200000 EUR");
    assert_count(portfolio, "d", NULL, "2020-12-31", "9 EUR", "199991 EUR");
    transfer_portfolio_free(portfolio);
}
END_TEST

/* The steps name the law and what it assumes, who is one undertaking, each aid with the sum so far,
 * and what is left. */
START_TEST(steps_tell_what_counts)
{
    static const char *const english[] = {
        "Regulation (EU) No 1407/2013, article 3, allows 200000 EUR from 2018-01-01 to 2020-06-29, "
        "granted by FR",
        "the fiscal year is assumed to be the calendar year",
        "c owns 60% of a: one undertaking",
        "a owns 50.01% of b: one undertaking",
        "b owns 2/3 of c: one undertaking",
        "1 EUR to a (k): 1 EUR in all",
        "20 EUR to b (l): 21 EUR in all",
        "4000 EUR to c (m): 4021 EUR in all",
        "de minimis aid used: 4021 EUR",
        "left of the ceiling: 195979 EUR",
        NULL};
    static const char *const french[] = {
        "le règlement (UE) n°" NBSP "1407/2013, article" NBSP "3, autorise 200000 EUR du "
        "2018-01-01 au 2020-06-29, octroyés par FR",
        "l'exercice fiscal est supposé être l'année civile",
        "c détient 60% de a" NBSP ": une seule entreprise",
        "a détient 50.01% de b" NBSP ": une seule entreprise",
        "b détient 2/3 de c" NBSP ": une seule entreprise",
        "1 EUR à a (k)" NBSP ": 1 EUR au total",
        "20 EUR à b (l)" NBSP ": 21 EUR au total",
        "4000 EUR à c (m)" NBSP ": 4021 EUR au total",
        "aide de minimis utilisée" NBSP ": 4021 EUR",
        "reste sous le plafond" NBSP ": 195979 EUR",
        NULL};
    transfer_portfolio *portfolio = load(group);
    transfer_calculation *calculation = count(portfolio, "a", NULL, "2020-06-29");
    transfer_amount amount;

    assert_steps(calculation, TRANSFER_ENGLISH, english);
    assert_steps(calculation, TRANSFER_FRENCH, french);
    ck_assert_int_eq(transfer_calculation_step_amount(calculation, 6, &amount), TRANSFER_OK);
    ck_assert_int_eq(amount.minor, 2000);
    ck_assert_ptr_eq(transfer_calculation_step_record(calculation, 6),
                     find(portfolio, TRANSFER_TYPE_AGREEMENT, "l"));
    transfer_calculation_free(calculation);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* What may count and is not certain to is named, and not in the sum. */
START_TEST(what_is_possible_is_not_counted)
{
    static const char text[] =
        "transfer: 1\n"
        "partners:\n"
        "  r: {name: R, kind: regional_authority, country: FR}\n"
        "  s: {name: S, kind: association}\n"
        "  b: {name: B, kind: company, country: FR}\n"
        "agreements:\n"
        "  k: {title: K, kind: grant, amount: 1 EUR, awarded: 2024, funders: [{partner: r}],\n"
        "    aid: [{regime: de_minimis, beneficiary: b, aid: 1 EUR}]}\n"
        "  l: {title: L, kind: grant, amount: 2 EUR, period: 2024, funders: [{partner: r}],\n"
        "    aid: [{regime: de_minimis, beneficiary: b, aid: 2 EUR}]}\n"
        "  m: {title: M, kind: grant, amount: 3 EUR, awarded: 2024-03-01,\n"
        "    funders: [{partner: s}],\n"
        "    aid: [{regime: de_minimis, beneficiary: b, aid: 3 EUR}]}\n"
        "  n: {title: N, kind: grant, amount: 4 CHF, awarded: 2024-03-01,\n"
        "    funders: [{partner: r}],\n"
        "    aid: [{regime: de_minimis, beneficiary: b, aid: 4 CHF}]}\n"
        "  o: {title: O, kind: grant, amount: 5 EUR, awarded: before 2021,\n"
        "    funders: [{partner: r}],\n"
        "    aid: [{regime: de_minimis, beneficiary: b, aid: 5 EUR}]}\n"
        "  p: {title: P, kind: grant, amount: 6 EUR, awarded: 2024-03-01~,\n"
        "    funders: [{partner: r}], aid: [{regime: de_minimis, beneficiary: b, aid: 6 EUR}]}\n";
    static const char *const english[] = {
        "Regulation (EU) 2023/2831, article 3, allows 300000 EUR from 2021-07-02 to 2024-07-01, "
        "granted by FR",
        "possibly 1 EUR to b on a day that is not certain (k): not counted",
        "possibly 2 EUR to b on a day that is not known (l): not counted",
        "possibly 3 EUR to b from an unknown Member State (m): not counted",
        "possibly an amount that is not known in euros to b (n): not counted",
        "possibly 6 EUR to b on a day that is not known (p): not counted",
        "de minimis aid used: 0 EUR",
        "left of the ceiling: 300000 EUR",
        NULL};
    static const char *const french[] = {
        "le règlement (UE) 2023/2831, article" NBSP "3, autorise 300000 EUR du 2021-07-02 au "
        "2024-07-01, octroyés par FR",
        "peut-être 1 EUR à b à une date incertaine (k)" NBSP ": non compté",
        "peut-être 2 EUR à b à une date inconnue (l)" NBSP ": non compté",
        "peut-être 3 EUR à b d'un État membre inconnu (m)" NBSP ": non compté",
        "peut-être un montant qui n'est pas connu en euros à b (n)" NBSP ": non compté",
        "peut-être 6 EUR à b à une date inconnue (p)" NBSP ": non compté",
        "aide de minimis utilisée" NBSP ": 0 EUR",
        "reste sous le plafond" NBSP ": 300000 EUR",
        NULL};
    transfer_portfolio *portfolio = load(text);
    transfer_calculation *calculation = count(portfolio, "b", NULL, "2024-07-01");

    assert_steps(calculation, TRANSFER_ENGLISH, english);
    assert_steps(calculation, TRANSFER_FRENCH, french);
    transfer_calculation_free(calculation);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* Without a country or a law the only step says so; what does not fit is an overflow; wrong
 * questions are refused. */
START_TEST(no_sum_is_guessed)
{
    static const char *const much[] = {"92233720368547758.07 EUR, awarded: 2020-01-01",
                                       "0.01 EUR, awarded: 2020-01-01", NULL};
    static const char *const no_country[] = {"the country of e is not known", NULL};
    static const char *const no_law[] = {
        "aucun plafond d'aide de minimis connu ici n'était en vigueur le 2006-12-31", NULL};
    static const char *const bad_days[] = {"2020", "2020-01", "2020-01-01~", "before 2020-01-01"};
    transfer_portfolio *portfolio = load(group), *large = load_aids(much);
    transfer_record *partner = find(portfolio, TRANSFER_TYPE_PARTNER, "a");
    transfer_date day = day_of("2020-01-01");
    transfer_calculation *calculation = count(portfolio, "e", NULL, "2020-01-01");
    transfer_amount used, left;
    transfer_share share;

    assert_steps(calculation, TRANSFER_ENGLISH, no_country);
    ck_assert_int_eq(transfer_calculation_de_minimis(calculation, &used, &left), TRANSFER_UNSET);
    ck_assert_int_eq(transfer_calculation_intensity(calculation, &share), TRANSFER_WRONG_KIND);
    transfer_calculation_free(calculation);
    calculation = count(portfolio, "a", NULL, "2006-12-31");
    assert_steps(calculation, TRANSFER_FRENCH, no_law);
    transfer_calculation_free(calculation);
    calculation = count(portfolio, "eu", NULL, "2020-01-01");
    ck_assert_int_eq(transfer_calculation_de_minimis(calculation, &used, &left), TRANSFER_UNSET);
    transfer_calculation_free(calculation);

    calculation = NULL;
    ck_assert_int_eq(transfer_partner_de_minimis(find(large, TRANSFER_TYPE_PARTNER, "b"), NULL,
                                                 &day, &calculation),
                     TRANSFER_OVERFLOW);
    ck_assert_uint_eq(failures(large, "de-minimis-ceiling"), 1);
    ck_assert_int_eq(transfer_partner_de_minimis(partner, "France", &day, &calculation),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_partner_de_minimis(partner, "EU", &day, &calculation),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_partner_de_minimis(find(portfolio, TRANSFER_TYPE_AGREEMENT, "k"),
                                                 NULL, &day, &calculation),
                     TRANSFER_MISUSE);
    for (size_t i = 0; i < sizeof bad_days / sizeof bad_days[0]; i++) {
        day = day_of(bad_days[i]);
        ck_assert_int_eq(transfer_partner_de_minimis(partner, NULL, &day, &calculation),
                         TRANSFER_MISUSE);
    }
    ck_assert_ptr_null(calculation);
    transfer_portfolio_free(portfolio);
    transfer_portfolio_free(large);
}
END_TEST

/* ---- rules ---- */

/* Why rules say nothing of a declaration can be counted. */
START_TEST(what_does_not_apply_has_its_reason)
{
    transfer_portfolio *portfolio = load(project);
    transfer_report *report = transfer_report_new();

    ck_assert_int_eq(transfer_portfolio_validate(portfolio, NULL, NULL, report), TRANSFER_OK);
    ck_assert_uint_eq(
        transfer_report_reason_count(report, "aid-intensity", TRANSFER_REASON_MISSING), 2);
    ck_assert_uint_eq(
        transfer_report_reason_count(report, "aid-intensity", TRANSFER_REASON_OTHER_CASE), 1);
    ck_assert_uint_eq(
        transfer_report_outcome_count(report, "aid-collaboration-share", TRANSFER_FAILED), 1);
    ck_assert_uint_eq(
        transfer_report_reason_count(report, "aid-collaboration-share", TRANSFER_REASON_MISSING),
        2);
    ck_assert_uint_eq(
        transfer_report_reason_count(report, "de-minimis-ceiling", TRANSFER_REASON_OTHER_CASE), 3);
    transfer_report_free(report);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* Every provision has a sentence and a law in each language and a beginning; what was taken down
 * from memory is marked. */
START_TEST(provisions_are_shown)
{
    static const struct {
        const char *rule;
        size_t count, unchecked;
    } rules[] = {
        {"aid-intensity", 15, 9},     {"aid-cumulation", 15, 9}, {"aid-notification", 8, 4},
        {"aid-publication", 2, 1},    {"de-minimis-ceiling", 3, 0},
        {"aid-category-missing", 0, 0}, {"required", 0, 0}};
    const char *text, *source, *french;
    transfer_period in_force;
    int checked;

    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        const transfer_rule *rule = transfer_rule_find(rules[i].rule);
        size_t unchecked = 0;

        ck_assert_msg(transfer_rule_provision_count(rule) == rules[i].count, "%s", rules[i].rule);
        for (size_t j = 0; j < rules[i].count; j++) {
            ck_assert_int_eq(transfer_rule_provision_at(rule, j, TRANSFER_ENGLISH, &text, &source,
                                                        &in_force, &checked),
                             TRANSFER_OK);
            ck_assert_int_eq(transfer_rule_provision_at(rule, j, TRANSFER_FRENCH, &french, NULL,
                                                        NULL, NULL),
                             TRANSFER_OK);
            ck_assert_int_gt(in_force.start.year, 2000);
            ck_assert_str_ne(text, french);
            ck_assert_int_eq(strncmp(source, "Regulation (E", 13), 0);
            unchecked += checked == 0;
        }
        ck_assert_uint_eq(unchecked, rules[i].unchecked);
        ck_assert_int_eq(transfer_rule_provision_at(rule, rules[i].count, TRANSFER_ENGLISH, NULL,
                                                    NULL, NULL, NULL),
                         TRANSFER_NOT_FOUND);
    }
    ck_assert_int_eq(transfer_rule_provision_at(transfer_rule_find("aid-intensity"), 4,
                                                TRANSFER_ENGLISH, &text, NULL, NULL, NULL),
                     TRANSFER_OK);
    ck_assert_str_eq(text, "industrial research: 50%, +10 medium, +20 small, +15 collaboration or "
                           "+15 dissemination, at most 80%");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("aid");
    TCase *tcase = tcase_create("aid");
    SRunner *runner;
    int failed;

    tcase_set_timeout(tcase, 120);
    tcase_add_loop_test(tcase, every_combination_has_its_intensity, 0,
                        sizeof laws / sizeof laws[0]);
    tcase_add_test(tcase, dates_choose_the_law);
    tcase_add_test(tcase, steps_tell_how);
    tcase_add_test(tcase, steps_tell_what_was_chosen);
    tcase_add_test(tcase, steps_tell_what_is_not_granted);
    tcase_add_test(tcase, steps_tell_what_is_assumed);
    tcase_add_test(tcase, accounts_tell_the_size);
    tcase_add_test(tcase, no_intensity_is_guessed);
    tcase_add_test(tcase, fiscal_years_count);
    tcase_add_test(tcase, rolling_years_count);
    tcase_add_test(tcase, ceilings_may_be_exceeded);
    tcase_add_test(tcase, undertakings_are_one);
    tcase_add_test(tcase, steps_tell_what_counts);
    tcase_add_test(tcase, what_is_possible_is_not_counted);
    tcase_add_test(tcase, no_sum_is_guessed);
    tcase_add_test(tcase, what_does_not_apply_has_its_reason);
    tcase_add_test(tcase, provisions_are_shown);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
