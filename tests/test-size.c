/* Tests of the size of enterprises, each sum worked out by hand beside it.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <transfer/transfer.h>

#include "failing-malloc.h"

enum {
    EU = TRANSFER_PARTNER_SIZE_DEFINITION_EU_2003_361,
    FR = TRANSFER_PARTNER_SIZE_DEFINITION_FR_2008_1354,
    NOT_KNOWN = 0,
    MICRO = TRANSFER_SIZE_MICRO,
    SMALL = TRANSFER_SIZE_SMALL,
    MEDIUM = TRANSFER_SIZE_MEDIUM,
    SME = TRANSFER_SIZE_SME,
    INTERMEDIATE = TRANSFER_SIZE_INTERMEDIATE,
    LARGE = TRANSFER_SIZE_LARGE
};

static transfer_portfolio *load(const char *partners)
{
    transfer_portfolio *portfolio = transfer_portfolio_new();
    size_t size = strlen(partners) + 64;
    char *text = malloc(size);

    ck_assert(portfolio && text);
    snprintf(text, size, "transfer: 1\npartners:\n%s", partners);
    ck_assert_int_eq(
        transfer_portfolio_load_memory(portfolio, text, strlen(text), "test", NULL, 0, NULL),
        TRANSFER_OK);
    free(text);
    return portfolio;
}

static transfer_status calculate(const transfer_portfolio *portfolio, const char *id,
                                 int definition, const char *as_of,
                                 transfer_calculation **calculation)
{
    transfer_date date;

    if (as_of)
        ck_assert_int_eq(transfer_date_parse(as_of, &date), TRANSFER_OK);
    return transfer_partner_size_class(
        transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, id), definition,
        as_of ? &date : NULL, calculation);
}

/* The class; NOT_KNOWN where there is none. */
static int size_in(const transfer_portfolio *portfolio, const char *id, int definition,
                   const char *as_of)
{
    transfer_calculation *calculation = NULL;
    transfer_status status;
    int size = -1;

    ck_assert_int_eq(calculate(portfolio, id, definition, as_of, &calculation), TRANSFER_OK);
    status = transfer_calculation_size(calculation, &size);
    ck_assert_uint_gt(transfer_calculation_step_count(calculation), 0);
    transfer_calculation_free(calculation);
    ck_assert(status == TRANSFER_OK || (status == TRANSFER_UNSET && size == -1));
    return status == TRANSFER_OK ? size : NOT_KNOWN;
}

/* The same of partner "a" of a text. */
static int size_of(const char *partners, int definition, const char *as_of)
{
    transfer_portfolio *portfolio = load(partners);
    int size = size_in(portfolio, "a", definition, as_of);

    transfer_portfolio_free(portfolio);
    return size;
}

static const char *last_step(const char *partners, int definition, const char *as_of)
{
    static char text[512];
    transfer_portfolio *portfolio = load(partners);
    transfer_calculation *calculation = NULL;

    ck_assert_int_eq(calculate(portfolio, "a", definition, as_of, &calculation), TRANSFER_OK);
    snprintf(text, sizeof text, "%s",
             transfer_calculation_step_text(
                 calculation, transfer_calculation_step_count(calculation) - 1, TRANSFER_ENGLISH));
    transfer_calculation_free(calculation);
    transfer_portfolio_free(portfolio);
    return text;
}

/* A company with the accounts of one year. */
#define COMPANY(id, rest, headcount, turnover, balance)                                            \
    "  " id ": {name: " id ", kind: company" rest                                                  \
    ", accounts: [{year: 2013, headcount: " headcount                                              \
    ", turnover: " turnover " EUR, balance_sheet: " balance " EUR}]}\n"
/* One of which the headcount decides. */
#define STAFF(id, rest, headcount) COMPANY(id, rest, headcount, "1000", "1000")
#define OWNED(owner, share) ", ownership: [{owner: " owner ", share: " share "}]"

/* ---- ceilings ---- */

/* Each ceiling parts the values on both sides of it, and either of turnover and balance sheet is
 * enough. */
START_TEST(ceilings_are_exact)
{
    static const struct {
        const char *headcount, *turnover, *balance;
        int eu, fr;
    } cases[] = {
        {"9", "1", "1", MICRO, MICRO},
        {"9.99", "1", "1", MICRO, MICRO},
        {"9.99999999999999999", "1", "1", MICRO, MICRO},
        {"10", "1", "1", SMALL, SME},
        {"0", "0", "0", MICRO, MICRO},
        {"9", "2000000.00", "9000000", MICRO, MICRO},
        {"9", "2000000.01", "2000000.00", MICRO, MICRO},
        {"9", "2000000.01", "2000000.01", SMALL, SME},
        {"9", "2000000.00", "2000000.01", MICRO, MICRO},
        {"49", "1", "1", SMALL, SME},
        {"50", "1", "1", MEDIUM, SME},
        {"49", "10000000.00", "60000000", SMALL, SME},
        {"49", "60000000", "10000000.00", SMALL, SME},
        {"49", "10000000.01", "10000000.01", MEDIUM, SME},
        {"249", "1", "1", MEDIUM, SME},
        {"249.5", "1", "1", MEDIUM, SME},
        {"250", "1", "1", LARGE, INTERMEDIATE},
        {"249", "50000000.00", "43000000.01", MEDIUM, SME},
        {"249", "50000000.01", "43000000.00", MEDIUM, SME},
        {"249", "50000000.01", "43000000.01", LARGE, INTERMEDIATE},
        {"1", "50000000.01", "43000000.01", LARGE, INTERMEDIATE},
        {"4999", "1", "1", LARGE, INTERMEDIATE},
        {"5000", "1", "1", LARGE, LARGE},
        {"4999", "1500000000.00", "2000000000.01", LARGE, INTERMEDIATE},
        {"4999", "1500000000.01", "2000000000.00", LARGE, INTERMEDIATE},
        {"4999", "1500000000.01", "2000000000.01", LARGE, LARGE},
        {"1", "1500000000.01", "2000000000.01", LARGE, LARGE},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[512];

        snprintf(text, sizeof text,
                 "  a: {name: A, kind: company, accounts: [{year: 2013, headcount: %s, turnover: "
                 "%s EUR, balance_sheet: %s EUR}]}\n",
                 cases[i].headcount, cases[i].turnover, cases[i].balance);
        ck_assert_msg(size_of(text, EU, NULL) == cases[i].eu, "%zu", i);
        ck_assert_msg(size_of(text, FR, NULL) == cases[i].fr, "%zu", i);
    }
}
END_TEST

/* What is missing, vague or in another currency leaves a class open only where it matters. */
START_TEST(what_is_vague_decides_where_it_can)
{
    static const struct {
        const char *figures;
        int eu;
        const char *last; /* of what is not known */
    } cases[] = {
        {"headcount: 9, turnover: 1 EUR", MICRO, NULL},
        {"headcount: 9, balance_sheet: 1 EUR", MICRO, NULL},
        {"headcount: 250", LARGE, NULL},
        {"turnover: 60000000 EUR, balance_sheet: 50000000 EUR", LARGE, NULL},
        {"headcount: 100, turnover: 60000000 EUR", NOT_KNOWN,
         "not known, medium to large: the balance sheet of a in 2013 is not given"},
        {"headcount: 100", NOT_KNOWN,
         "not known, medium to large: the turnover of a in 2013 is not given"},
        {"turnover: 1 EUR", NOT_KNOWN,
         "not known, micro to large: the headcount of a in 2013 is not given"},
        {"note: nothing", NOT_KNOWN,
         "not known, micro to large: the headcount of a in 2013 is not given"},
        {"headcount: about 100, turnover: 1 EUR", NOT_KNOWN,
         "not known, micro to large: the headcount of a in 2013 is not exact"},
        {"headcount: more than 250, turnover: 1 EUR", LARGE, NULL},
        {"headcount: at least 250, turnover: 1 EUR", LARGE, NULL},
        {"headcount: more than 249, turnover: 1 EUR", NOT_KNOWN,
         "not known, medium to large: the headcount of a in 2013 is not exact"},
        {"headcount: less than 10, turnover: 1 EUR", MICRO, NULL},
        {"headcount: at most 9, turnover: 1 EUR", MICRO, NULL},
        {"headcount: at most 10, turnover: 1 EUR", NOT_KNOWN,
         "not known, micro to small: the headcount of a in 2013 is not exact"},
        {"headcount: 9, turnover: at most 2000000 EUR", MICRO, NULL},
        {"headcount: 9, turnover: more than 2000000 EUR, balance_sheet: 3000000 EUR", SMALL, NULL},
        {"headcount: 9, turnover: at least 2000000 EUR, balance_sheet: 3000000 EUR", NOT_KNOWN,
         "not known, micro to small: the turnover of a in 2013 is not exact"},
        {"headcount: 9, turnover: at least 60000000 EUR, balance_sheet: 3000000 EUR", SMALL, NULL},
        {"headcount: 9, turnover: 1 USD, balance_sheet: 1 EUR", MICRO, NULL},
        {"headcount: 9, turnover: 1 USD", NOT_KNOWN,
         "not known, micro to large: the turnover of a in 2013 is not in EUR"},
        {"headcount: -9, turnover: 1 EUR", NOT_KNOWN,
         "not known, micro to large: the headcount of a in 2013 is negative"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[512];

        snprintf(text, sizeof text,
                 "  a: {name: a, kind: company, accounts: [{year: 2013, %s}]}\n",
                 cases[i].figures);
        ck_assert_msg(size_of(text, EU, NULL) == cases[i].eu, "%zu", i);
        if (cases[i].last)
            ck_assert_str_eq(last_step(text, EU, NULL), cases[i].last);
    }
}
END_TEST

/* ---- years ---- */

static int size_over_years(const char *headcounts, int definition, const char *rest)
{
    static char text[4096];
    int year = 2010;
    size_t length = (size_t)snprintf(text, sizeof text,
                                     "  a: {name: a, kind: company%s, accounts: [", rest);

    for (const char *word = headcounts; *word; word += strcspn(word, " "), word += *word == ' ')
        length += (size_t)snprintf(text + length, sizeof text - length,
                                   "{year: %d, headcount: %.*s, turnover: 1 EUR}, ", year++,
                                   (int)strcspn(word, " "), word);
    snprintf(text + length, sizeof text - length, "]}\n");
    return size_of(text, definition, NULL);
}

/* A class is lost or gained after two years in a row, in both directions; under the decree the last
 * year decides. */
START_TEST(two_years_in_a_row_change_a_class)
{
    ck_assert_int_eq(size_over_years("49 49 50", EU, ""), SMALL);
    ck_assert_int_eq(size_over_years("49 50 50", EU, ""), MEDIUM);
    ck_assert_int_eq(size_over_years("50 50 49", EU, ""), MEDIUM);
    ck_assert_int_eq(size_over_years("50 49 49", EU, ""), SMALL);
    ck_assert_int_eq(size_over_years("49 49 50 49 50 49", EU, ""), SMALL);
    ck_assert_int_eq(size_over_years("50 50 49 50 49 50", EU, ""), MEDIUM);
    /* Two years beyond small, one of them beyond medium: as far as both go. */
    ck_assert_int_eq(size_over_years("9 9 60 300", EU, ""), MEDIUM);
    ck_assert_int_eq(size_over_years("300 300 60 9", EU, ""), MEDIUM);
    /* Above and then below is no two years in a row. */
    ck_assert_int_eq(size_over_years("49 49 60 9", EU, ""), SMALL);
    ck_assert_int_eq(size_over_years("250 250 10", FR, ""), SME);
    ck_assert_int_eq(size_over_years("1 1 5000", FR, ""), LARGE);
}
END_TEST

/* What the status was before the first accounts is not known, unless the enterprise was new. */
START_TEST(a_status_begins_somewhere)
{
    static const char gap[] = "  a: {name: a, kind: company, accounts: [{year: 2010, headcount: 9, "
                              "turnover: 1 EUR}, {year: 2012, headcount: 50, turnover: 1 EUR}]}\n";

    ck_assert_int_eq(size_over_years("50", EU, ""), MEDIUM);
    ck_assert_int_eq(size_over_years("49 49", EU, ""), SMALL);
    ck_assert_int_eq(size_over_years("49 50", EU, ""), NOT_KNOWN);
    ck_assert_int_eq(size_over_years("49 50", EU, ", founded: 2009-03-01"), SMALL);
    ck_assert_int_eq(size_over_years("49 50", EU, ", founded: 2008-12-31"), NOT_KNOWN);
    ck_assert_int_eq(size_over_years("49 50", EU, ", founded: 2010?"), NOT_KNOWN);
    ck_assert_int_eq(size_over_years("49 50 49", EU, ""), NOT_KNOWN);
    ck_assert_int_eq(size_over_years("49 50 49", EU, ", founded: 2010"), SMALL);
    ck_assert_int_eq(size_of(gap, EU, NULL), MEDIUM);
}
END_TEST

/* Accounts count from the day on which they are closed, ceilings from the day of the law. */
START_TEST(a_day_decides_which_accounts_count)
{
    static const char text[] =
        "  a: {name: a, kind: company, accounts: [{year: 2012, headcount: 9, turnover: 1 EUR}, "
        "{year: 2014, headcount: 300, turnover: 1 EUR}]}\n";
    static const char old[] = "  a: {name: a, kind: company, accounts: [{year: 2004, headcount: 9, "
                              "turnover: 1 EUR}]}\n";
    static const char older[] = "  a: {name: a, kind: company, accounts: [{year: 2007, headcount: "
                                "9, turnover: 1 EUR}]}\n";

    ck_assert_int_eq(size_of(text, EU, NULL), LARGE);
    ck_assert_int_eq(size_of(text, EU, "2014-12-31"), LARGE);
    ck_assert_int_eq(size_of(text, EU, "2014"), LARGE);
    ck_assert_int_eq(size_of(text, EU, "2014-12-30"), MICRO);
    ck_assert_int_eq(size_of(text, EU, "2012-12-31"), MICRO);
    ck_assert_int_eq(size_of(text, EU, "after 2012"), LARGE);
    ck_assert_int_eq(size_of(text, EU, "before 2014"), MICRO);
    ck_assert_int_eq(size_of(text, EU, "2012-12-30"), NOT_KNOWN);
    ck_assert_str_eq(last_step(text, EU, "2012-12-30"),
                     "not known: a has no accounts closed by 2012-12-30");
    ck_assert_str_eq(last_step("  a: {name: a, kind: company}\n", EU, NULL),
                     "not known: a has no accounts");
    ck_assert_int_eq(size_of(old, EU, "2005-01-01"), MICRO);
    ck_assert_int_eq(size_of(old, EU, "2004-12-31"), NOT_KNOWN);
    ck_assert_int_eq(size_of(old, EU, NULL), NOT_KNOWN);
    ck_assert_str_eq(last_step(old, EU, NULL),
                     "not known: the definition had no ceilings in 2004");
    ck_assert_int_eq(size_of(older, FR, "2008-12-20"), NOT_KNOWN);
    ck_assert_int_eq(size_of(older, FR, "2008-12-21"), MICRO);
}
END_TEST

/* ---- groups ---- */

/* Partner enterprises count in proportion, linked ones in full, upstream and downstream; under the
 * decree linked ones alone. */
START_TEST(groups_are_added_up)
{
    /* 240 + 30 % of 33 = 249.9; of 34 = 250.2 */
    ck_assert_int_eq(size_of(STAFF("a", "", "240") STAFF("b", OWNED("a", "30%"), "33"), EU, NULL),
                     MEDIUM);
    ck_assert_int_eq(size_of(STAFF("a", "", "240") STAFF("b", OWNED("a", "30%"), "34"), EU, NULL),
                     LARGE);
    ck_assert_int_eq(size_of(STAFF("a", "", "240") STAFF("b", OWNED("a", "30%"), "34"), FR, NULL),
                     SME);
    ck_assert_int_eq(size_of(STAFF("a", OWNED("b", "30%"), "240") STAFF("b", "", "33"), EU, NULL),
                     MEDIUM);
    ck_assert_int_eq(size_of(STAFF("a", OWNED("b", "30%"), "240") STAFF("b", "", "34"), EU, NULL),
                     LARGE);
    /* 240 + 1/3 of 30 = 250, exactly; of 29.99 = 249.99666... */
    ck_assert_int_eq(size_of(STAFF("a", OWNED("b", "1/3"), "240") STAFF("b", "", "30"), EU, NULL),
                     LARGE);
    ck_assert_int_eq(
        size_of(STAFF("a", OWNED("b", "1/3"), "240") STAFF("b", "", "29.99"), EU, NULL), MEDIUM);
    /* 24.99 %: nothing; 25 % of 40 = 10; 50 % of 20 = 10; above 50 % in full, 240 + 10 */
    ck_assert_int_eq(
        size_of(STAFF("a", OWNED("b", "24.99%"), "240") STAFF("b", "", "4000"), EU, NULL), MEDIUM);
    ck_assert_int_eq(size_of(STAFF("a", OWNED("b", "25%"), "240") STAFF("b", "", "40"), EU, NULL),
                     LARGE);
    ck_assert_int_eq(size_of(STAFF("a", OWNED("b", "25%"), "240") STAFF("b", "", "39"), EU, NULL),
                     MEDIUM);
    ck_assert_int_eq(size_of(STAFF("a", OWNED("b", "50%"), "240") STAFF("b", "", "19"), EU, NULL),
                     MEDIUM);
    ck_assert_int_eq(size_of(STAFF("a", OWNED("b", "50%"), "240") STAFF("b", "", "20"), EU, NULL),
                     LARGE);
    ck_assert_int_eq(
        size_of(STAFF("a", OWNED("b", "50.01%"), "240") STAFF("b", "", "9"), EU, NULL), MEDIUM);
    ck_assert_int_eq(
        size_of(STAFF("a", OWNED("b", "50.01%"), "240") STAFF("b", "", "10"), EU, NULL), LARGE);
    ck_assert_int_eq(
        size_of(STAFF("a", OWNED("b", "50.01%"), "240") STAFF("b", "", "10"), FR, NULL),
        INTERMEDIATE);
    ck_assert_int_eq(size_of(STAFF("a", OWNED("b", "50%"), "240") STAFF("b", "", "9000"), FR, NULL),
                     SME);
    /* 30 % of 6 000 000.02 = 1 800 000.006, + 200 000 is above 2 000 000 by less than a cent */
    ck_assert_int_eq(size_of(COMPANY("a", "", "1", "200000", "9000000")
                                 COMPANY("b", OWNED("a", "30%"), "1", "6000000.02", "1"),
                             EU, NULL),
                     SMALL);
    ck_assert_int_eq(size_of(COMPANY("a", "", "1", "200000", "9000000")
                                 COMPANY("b", OWNED("a", "30%"), "1", "6000000.00", "1"),
                             EU, NULL),
                     MICRO);
}
END_TEST

/* Linked enterprises of linked ones count in full and their partners in proportion; what is linked
 * to a partner counts with it, and partners of partners do not count. */
START_TEST(groups_end_where_the_law_says)
{
    /* a < b (60 %) < c (60 %), d < c (60 %): 100 + 50 + 50 + 49 = 249, with 50 it is 250 */
#define SISTERS(staff)                                                                             \
    STAFF("a", OWNED("b", "60%"), "100")                                                           \
    STAFF("b", OWNED("c", "60%"), "50") STAFF("c", "", "50") STAFF("d", OWNED("c", "60%"), staff)
    ck_assert_int_eq(size_of(SISTERS("49"), EU, NULL), MEDIUM);
    ck_assert_int_eq(size_of(SISTERS("50"), EU, NULL), LARGE);
    ck_assert_int_eq(size_of(SISTERS("50"), FR, NULL), INTERMEDIATE);

    /* a is linked to b, whose partner is c: 100 + 100 + 40 % of 122 = 248.8; of 125 = 250 */
#define PARTNER_OF_LINKED(staff)                                                                   \
    STAFF("a", OWNED("b", "80%"), "100")                                                           \
    STAFF("b", "", "100") STAFF("c", OWNED("b", "40%"), staff)
    ck_assert_int_eq(size_of(PARTNER_OF_LINKED("122"), EU, NULL), MEDIUM);
    ck_assert_int_eq(size_of(PARTNER_OF_LINKED("125"), EU, NULL), LARGE);

    /* c is linked to a's partner b: 200 + 25 % of (100 + 99) = 249.75; of (100 + 100) = 250 */
#define LINKED_TO_PARTNER(staff)                                                                   \
    STAFF("a", OWNED("b", "25%"), "200")                                                           \
    STAFF("b", "", "100") STAFF("c", OWNED("b", "100%"), staff)
    ck_assert_int_eq(size_of(LINKED_TO_PARTNER("99"), EU, NULL), MEDIUM);
    ck_assert_int_eq(size_of(LINKED_TO_PARTNER("100"), EU, NULL), LARGE);

    /* c is a partner of a's partner b */
    ck_assert_int_eq(size_of(STAFF("a", OWNED("b", "30%"), "200") STAFF("b", OWNED("c", "50%"), "1")
                                 STAFF("c", "", "9000"),
                             EU, NULL),
                     MEDIUM);
}
END_TEST

/* Holdings of linked enterprises are taken together, and each enterprise counts once. */
START_TEST(shares_are_taken_together)
{
    /* a and b are linked and hold 15 % each of c: 200 + 1 + 30 % of 163 = 249.9; of 164 = 250.2 */
#define JOINT(staff)                                                                               \
    STAFF("a", "", "200")                                                                          \
    STAFF("b", OWNED("a", "90%"), "1")                                                             \
    STAFF("c", ", ownership: [{owner: a, share: 15%}, {owner: b, share: 15%}]", staff)
    ck_assert_int_eq(size_of(JOINT("163"), EU, NULL), MEDIUM);
    ck_assert_int_eq(size_of(JOINT("164"), EU, NULL), LARGE);

    /* 30 % each make a majority: c is linked, and so is d below it: 200 + 1 + 24 + 24 = 249 */
#define JOINTLY_LINKED(staff)                                                                      \
    STAFF("a", "", "200")                                                                          \
    STAFF("b", OWNED("a", "90%"), "1")                                                             \
    STAFF("c", ", ownership: [{owner: a, share: 30%}, {owner: b, share: 30%}]", "24")              \
    STAFF("d", ", ownership: [{owner: a, share: 30%}, {owner: c, share: 21%}]", staff)
    ck_assert_int_eq(size_of(JOINTLY_LINKED("24"), EU, NULL), MEDIUM);
    ck_assert_int_eq(size_of(JOINTLY_LINKED("25"), EU, NULL), LARGE);

    /* b and c are linked; a holds 30 % of one and 40 % of the other: 40 % of all, once:
     * 200 + 40 % of (100 + 24) = 249.6; of (100 + 25) = 250 */
#define TWO_WAYS(staff)                                                                            \
    STAFF("a", "", "200")                                                                          \
    STAFF("b", OWNED("a", "30%"), "100")                                                           \
    STAFF("c", ", ownership: [{owner: a, share: 40%}, {owner: b, share: 60%}]", staff)
    ck_assert_int_eq(size_of(TWO_WAYS("24"), EU, NULL), MEDIUM);
    ck_assert_int_eq(size_of(TWO_WAYS("25"), EU, NULL), LARGE);

    /* Cross-holdings: a holds 30 % of b, b 45 % of a; the greater counts: 200 + 45 % of 111 =
     * 249.95; of 112 = 250.4 */
#define CROSS(staff) STAFF("a", OWNED("b", "45%"), "200") STAFF("b", OWNED("a", "30%"), staff)
    ck_assert_int_eq(size_of(CROSS("111"), EU, NULL), MEDIUM);
    ck_assert_int_eq(size_of(CROSS("112"), EU, NULL), LARGE);
    /* A circle of majorities counts each once: 100 + 100 + 49 */
#define CIRCLE(staff)                                                                              \
    STAFF("a", OWNED("b", "60%"), "100")                                                           \
    STAFF("b", OWNED("c", "60%"), "100") STAFF("c", OWNED("a", "60%"), staff)
    ck_assert_int_eq(size_of(CIRCLE("49"), EU, NULL), MEDIUM);
    ck_assert_int_eq(size_of(CIRCLE("50"), EU, NULL), LARGE);
    /* Shares of its own say nothing. */
    ck_assert_int_eq(size_of(STAFF("a", OWNED("a", "60%"), "200"), EU, NULL), MEDIUM);
}
END_TEST

/* Consolidated accounts contain what lies below, and not what lies above or beside. */
START_TEST(consolidated_accounts_count_once)
{
#define CONSOLIDATED(id, rest, staff)                                                              \
    "  " id ": {name: " id ", kind: company" rest ", accounts: [{year: 2013, headcount: 1, "       \
    "turnover: 1 EUR}, {year: 2013, consolidated: true, headcount: " staff                         \
    ", turnover: 1000 EUR}]}\n"
    /* b contains a and d, of which d has no accounts: 249 */
    ck_assert_int_eq(size_of(STAFF("a", OWNED("b", "60%"), "200") CONSOLIDATED("b", "", "249")
                             "  d: {name: d, kind: company" OWNED("a", "60%") "}\n",
                             EU, NULL),
                     MEDIUM);
    /* b does not contain its parent c: 249 + 1 */
    ck_assert_int_eq(size_of(STAFF("a", OWNED("b", "60%"), "200")
                                 CONSOLIDATED("b", OWNED("c", "60%"), "249") STAFF("c", "", "1"),
                             EU, NULL),
                     LARGE);
    /* c contains b's consolidated accounts as well: 30 */
    ck_assert_int_eq(
        size_of(STAFF("a", OWNED("b", "60%"), "200") CONSOLIDATED("b", OWNED("c", "60%"), "249")
                    CONSOLIDATED("c", "", "30"),
                EU, NULL),
        SMALL);
    /* Two that contain each other: the first counts, 40. */
    ck_assert_int_eq(size_of(CONSOLIDATED("a", OWNED("b", "60%"), "40")
                                 CONSOLIDATED("b", OWNED("a", "60%"), "300"),
                             EU, NULL),
                     SMALL);
    /* Alone: the consolidated ones */
    ck_assert_int_eq(size_of(CONSOLIDATED("a", "", "300"), EU, NULL), LARGE);
}
END_TEST

/* Of each the accounts of the year count, or of the year before. */
START_TEST(accounts_of_all_are_needed)
{
#define OF_YEAR(year, staff)                                                                       \
    STAFF("a", OWNED("b", "60%"), "200")                                                           \
    "  b: {name: b, kind: company, accounts: [{year: " year ", headcount: " staff                  \
    ", turnover: 1 EUR}]}\n"
    ck_assert_int_eq(size_of(OF_YEAR("2013", "50"), EU, NULL), LARGE);
    ck_assert_int_eq(size_of(OF_YEAR("2012", "50"), EU, NULL), LARGE);
    ck_assert_int_eq(size_of(OF_YEAR("2011", "50"), EU, NULL), NOT_KNOWN);
    ck_assert_int_eq(size_of(OF_YEAR("2014", "50"), EU, NULL), NOT_KNOWN);
    ck_assert_str_eq(last_step(OF_YEAR("2014", "50"), EU, NULL),
                     "not known: b has no accounts of 2013 nor of the year before");
    ck_assert_str_eq(last_step(STAFF("a", ", ownership: [{owner: b}]", "9") STAFF("b", "", "9"), EU,
                               NULL),
                     "not known: an owner of a, or what it holds, is not known");
    ck_assert_str_eq(last_step(STAFF("a", OWNED("b", "10%"), "9"), EU, NULL),
                     "not known: an owner of a, or what it holds, is not known");
    ck_assert_str_eq(
        last_step(STAFF("a", ", ownership: [{owner: b, share: 60%}, {owner: c, share: 60%}, "
                             "{owner: d, share: rest}]",
                        "9") STAFF("b", "", "9") STAFF("c", "", "9") STAFF("d", "", "9"),
                  EU, NULL),
        "not known: an owner of a, or what it holds, is not known");
    /* A headcount that one does not give, where the others are too many already */
    ck_assert_int_eq(size_of(STAFF("a", OWNED("b", "60%"), "250")
                             "  b: {name: b, kind: company, accounts: [{year: 2013}]}\n",
                             EU, NULL),
                     LARGE);
    ck_assert_str_eq(last_step(STAFF("a", OWNED("b", "60%"), "24")
                               "  b: {name: b, kind: company, accounts: [{year: 2012}]}\n",
                               EU, NULL),
                     "not known, small to large: the headcount of b in 2012 is not given");
}
END_TEST

/* Of each owner the latest holding that has begun counts; "equal" and "rest" take what is left. */
START_TEST(holdings_have_a_time)
{
#define SOLD                                                                                       \
    STAFF("a", ", ownership: [{owner: b, share: 60%, from: 2015-07-01}, {owner: b, share: 10%}, "  \
               "{owner: b, share: 30%, from: 2014}]",                                              \
          "200")                                                                                   \
    STAFF("b", "", "100")
    ck_assert_int_eq(size_of(SOLD, EU, "2013-12-31"), MEDIUM); /* 200 */
    ck_assert_int_eq(size_of(SOLD, EU, "2015-06-30"), MEDIUM); /* 200 + 30 % of 100 = 230 */
    ck_assert_int_eq(size_of(SOLD, EU, "2015-07-01"), LARGE);  /* 200 + 100 */
    ck_assert_int_eq(size_of(SOLD, EU, NULL), LARGE);
    /* 40 % is left for two: 20 % each is no partner, 40 % of one is: 200 + 40 % of 125 = 250 */
    ck_assert_int_eq(
        size_of(STAFF("a", ", ownership: [{owner: b, share: equal}, {owner: c, share: equal}, "
                           "{owner: d, share: 60%}]",
                      "200") STAFF("b", "", "900") STAFF("c", "", "900") STAFF("d", "", "1"),
                EU, NULL),
        MEDIUM);
    ck_assert_int_eq(
        size_of(STAFF("a", ", ownership: [{owner: b, share: rest}, {owner: d, share: 60%}]",
                      "199") STAFF("b", "", "125") STAFF("d", "", "1"),
                EU, NULL),
        LARGE);
    ck_assert_int_eq(
        size_of(STAFF("a", ", ownership: [{owner: b, share: rest}, {owner: d, share: 60%}]",
                      "199") STAFF("b", "", "122") STAFF("d", "", "1"),
                EU, NULL),
        MEDIUM);
}
END_TEST

/* Public bodies make an enterprise large from a quarter on, through what they control as well;
 * universities, research and finance up to a half do not count. */
START_TEST(public_bodies_and_investors)
{
    static const struct {
        const char *owner, *share;
        int size;
    } cases[] = {
        {"state", "25%", LARGE},
        {"state", "24.99%", MICRO},
        {"public_agency", "25%", LARGE},
        {"regional_authority", "1/4", LARGE},
        {"european_union", "25%", LARGE},
        {"local_authority", "24%", MICRO},
        {"local_authority", "25%", NOT_KNOWN},
        {"local_authority", "50%", NOT_KNOWN},
        {"local_authority", "50.01%", LARGE},
        {"university", "50%", MICRO},
        {"university", "51%", NOT_KNOWN}, /* linked, and without accounts */
        {"laboratory", "50%", MICRO},
        {"technological_research_institute", "50%", MICRO},
        {"research_organisation", "50%", MICRO},
        {"research_organisation", "51%", NOT_KNOWN},
        {"financial_institution", "50%", MICRO},
        {"financial_institution", "51%", NOT_KNOWN},
        {"hospital", "25%", NOT_KNOWN}, /* a partner enterprise without accounts */
        {"foundation", "24%", MICRO},
        {"foundation", "25%", NOT_KNOWN},
    };
    char text[512];

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        snprintf(text, sizeof text,
                 "  a: {name: a, kind: company, ownership: [{owner: b, share: %s}], accounts: "
                 "[{year: 2013, headcount: 9, turnover: 1 EUR}]}\n  b: {name: b, kind: %s}\n",
                 cases[i].share, cases[i].owner);
        ck_assert_msg(size_of(text, EU, NULL) == cases[i].size, "%zu", i);
    }
    /* Together, 10 % + 15 % */
#define TWO_OWNERS(first, second)                                                                  \
    STAFF("a", ", ownership: [{owner: s, share: " first "}, {owner: t, share: " second "}]", "9")  \
    "  s: {name: s, kind: state}\n"
    ck_assert_int_eq(size_of(TWO_OWNERS("10%", "15%") "  t: {name: t, kind: public_agency}\n", EU,
                             NULL),
                     LARGE);
    ck_assert_int_eq(size_of(TWO_OWNERS("10%", "14%") "  t: {name: t, kind: public_agency}\n", EU,
                             NULL),
                     MICRO);
    ck_assert_int_eq(size_of(TWO_OWNERS("10%", "15%") "  t: {name: t, kind: local_authority}\n",
                             EU, NULL),
                     NOT_KNOWN);
    ck_assert_str_eq(last_step(TWO_OWNERS("10%", "15%") "  t: {name: t, kind: local_authority}\n",
                               EU, NULL),
                     "not known, micro to large: whether the local authorities that hold parts of "
                     "a are small is not told");
    ck_assert_int_eq(size_of(TWO_OWNERS("25%", "0%") "  t: {name: t, kind: public_agency}\n", FR,
                             NULL),
                     MICRO);
    /* Through a company that they control together, and not through one that they do not. */
#define THROUGH(share)                                                                             \
    STAFF("a", OWNED("t", "25%"), "9")                                                             \
    STAFF("t", ", ownership: [{owner: s, share: " share "}, {owner: r, share: 20%}]", "9")         \
    "  s: {name: s, kind: state}\n  r: {name: r, kind: regional_authority}\n"
    ck_assert_int_eq(size_of(THROUGH("31%"), EU, NULL), LARGE);
    ck_assert_int_eq(size_of(THROUGH("30%"), EU, NULL), SMALL); /* 9 + 25 % of 9 = 11.25 */
    /* The State links nobody. */
    ck_assert_int_eq(size_of(STAFF("a", OWNED("s", "100%"), "9") STAFF("b", OWNED("s", "100%"),
                                                                       "9000")
                             "  s: {name: s, kind: state}\n",
                             FR, NULL),
                     MICRO);
}
END_TEST

/* What has no exact fraction that fits is no wrong figure but an overflow. */
START_TEST(sums_overflow_instead_of_wrapping)
{
    static const char *const texts[] = {
        COMPANY("a", OWNED("b", "60%"), "1", "92233720368547758.07", "1")
            COMPANY("b", "", "1", "0.01", "1"),
        STAFF("a", OWNED("b", "333333333333333333/999999999999999998"), "0.000000000000000001")
            STAFF("b", "", "0.000000000000000001"),
        STAFF("a", OWNED("b", "90%"), "9")
            STAFF("b", "", "9") STAFF("c",
                                      ", ownership: [{owner: a, share: 1/9223372036854775807}, "
                                      "{owner: b, share: 1/9223372036854775806}]",
                                      "9"),
        STAFF("a", ", ownership: [{owner: b, share: 1/9223372036854775807}, {owner: c, share: "
                   "1/9223372036854775806}, {owner: d, share: rest}]",
              "9") STAFF("b", "", "9") STAFF("c", "", "9") STAFF("d", "", "9"),
    };

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        transfer_portfolio *portfolio = load(texts[i]);
        transfer_report *report = transfer_report_new();
        transfer_calculation *calculation = NULL;

        ck_assert_msg(calculate(portfolio, "a", EU, NULL, &calculation) == TRANSFER_OVERFLOW,
                      "%zu", i);
        ck_assert_ptr_null(calculation);
        ck_assert_int_eq(transfer_portfolio_validate(portfolio, NULL, NULL, report), TRANSFER_OK);
        transfer_report_free(report);
        transfer_portfolio_free(portfolio);
    }
    /* The largest that fits */
    ck_assert_int_eq(size_of(COMPANY("a", "", "1", "92233720368547758.07", "1"), EU, NULL), MICRO);
}
END_TEST

/* ---- steps ---- */

static void check_step(const transfer_calculation *calculation, size_t index, const char *english,
                       const char *french)
{
    ck_assert_str_eq(transfer_calculation_step_text(calculation, index, TRANSFER_ENGLISH), english);
    ck_assert_str_eq(transfer_calculation_step_text(calculation, index, TRANSFER_FRENCH), french);
}

/* Every step says in both languages what it did, with its value, its record and its article. */
START_TEST(steps_can_be_checked_by_hand)
{
    static const struct {
        const char *english, *french;
    } steps[] = {
        {"b: partner enterprise, added for 30%",
         "b\u00a0: entreprise partenaire, ajoutée pour 30%"},
        {"micro: headcount below 10, and turnover up to 2000000 EUR or balance sheet up to 2000000 "
         "EUR",
         "micro\u00a0: effectif inférieur à 10, et chiffre d'affaires d'au plus 2000000 EUR ou "
         "total du bilan d'au plus 2000000 EUR"},
        {"small: headcount below 50, and turnover up to 10000000 EUR or balance sheet up to "
         "10000000 EUR",
         "small\u00a0: effectif inférieur à 50, et chiffre d'affaires d'au plus 10000000 EUR ou "
         "total du bilan d'au plus 10000000 EUR"},
        {"medium: headcount below 250, and turnover up to 50000000 EUR or balance sheet up to "
         "43000000 EUR",
         "medium\u00a0: effectif inférieur à 250, et chiffre d'affaires d'au plus 50000000 EUR ou "
         "total du bilan d'au plus 43000000 EUR"},
        {"a, 2013: headcount 240", "a, 2013\u00a0: effectif 240"},
        {"a, 2013: turnover 7 EUR", "a, 2013\u00a0: chiffre d'affaires 7 EUR"},
        {"a, 2013: balance sheet not given", "a, 2013\u00a0: total du bilan non renseigné"},
        {"b, 2012: headcount 240 + 30% of 60 = 258",
         "b, 2012\u00a0: effectif 240 + 30% de 60 = 258"},
        {"b, 2012: turnover 7 EUR + 30% of 0.55 EUR = about 7.17 EUR",
         "b, 2012\u00a0: chiffre d'affaires 7 EUR + 30% de 0.55 EUR = about 7.17 EUR"},
        {"b, 2012: balance sheet 30% of 100 EUR = at least 30 EUR",
         "b, 2012\u00a0: total du bilan 30% de 100 EUR = at least 30 EUR"},
        {"2013: headcount 258, turnover about 7.17 EUR, balance sheet at least 30 EUR, class large",
         "2013\u00a0: effectif 258, chiffre d'affaires about 7.17 EUR, total du bilan at least 30 "
         "EUR, catégorie large"},
        {"a: size large", "a\u00a0: taille large"},
    };
    transfer_portfolio *portfolio =
        load("  a: {name: a, kind: company, accounts: [{year: 2013, headcount: 240, turnover: 7 "
             "EUR}]}\n  b: {name: b, kind: company" OWNED("a", "30%") ", accounts: [{year: 2012, "
             "headcount: 60, turnover: 0.55 EUR, balance_sheet: 100 EUR}]}\n");
    transfer_calculation *calculation = NULL;
    transfer_quantity quantity;
    transfer_amount amount;
    transfer_share share;

    ck_assert_int_eq(calculate(portfolio, "a", EU, NULL, &calculation), TRANSFER_OK);
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++)
        check_step(calculation, i, steps[i].english, steps[i].french);
    ck_assert_uint_eq(transfer_calculation_step_count(calculation),
                      sizeof steps / sizeof steps[0]);
    ck_assert_int_eq(transfer_calculation_step_share(calculation, 0, &share), TRANSFER_OK);
    ck_assert(share.numerator == 30 && share.denominator == 100);
    ck_assert_str_eq(transfer_calculation_step_source(calculation, 0),
                     "Recommendation 2003/361/EC, annex, article 3(2)");
    ck_assert_str_eq(transfer_record_id(transfer_calculation_step_record(calculation, 0)), "b");
    ck_assert_int_eq(transfer_calculation_step_kind(calculation, 1), 0);
    ck_assert_str_eq(transfer_calculation_step_source(calculation, 1),
                     "Recommendation 2003/361/EC, annex, article 2(3)");
    ck_assert_int_eq(transfer_calculation_step_kind(calculation, 6), 0);
    ck_assert_int_eq(transfer_calculation_step_quantity(calculation, 7, &quantity), TRANSFER_OK);
    ck_assert(quantity.value == 258 && quantity.decimals == 0 && quantity.qualifier == 0);
    ck_assert_str_eq(transfer_calculation_step_source(calculation, 7),
                     "Recommendation 2003/361/EC, annex, article 6(2)");
    ck_assert_str_eq(transfer_record_id(transfer_calculation_step_record(calculation, 7)), "b");
    ck_assert_int_eq(transfer_calculation_step_amount(calculation, 8, &amount), TRANSFER_OK);
    ck_assert(amount.minor == 717 && amount.qualifier == TRANSFER_ABOUT);
    transfer_calculation_free(calculation);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* Whether some step has the text. */
static int has_step(const char *partners, int definition, const char *english, const char *french)
{
    transfer_portfolio *portfolio = load(partners);
    transfer_calculation *calculation = NULL;
    int found = 0;

    ck_assert_int_eq(calculate(portfolio, "a", definition, NULL, &calculation), TRANSFER_OK);
    for (size_t i = 0; i < transfer_calculation_step_count(calculation); i++)
        if (strcmp(transfer_calculation_step_text(calculation, i, TRANSFER_ENGLISH), english) ==
            0) {
            ck_assert_str_eq(transfer_calculation_step_text(calculation, i, TRANSFER_FRENCH),
                             french);
            found = 1;
        }
    transfer_calculation_free(calculation);
    transfer_portfolio_free(portfolio);
    return found;
}

/* The other sentences. */
START_TEST(steps_tell_of_every_case)
{
    static const char years[] =
        "  a: {name: a, kind: company, accounts: [{year: 2012, headcount: 9, turnover: 1 EUR}, "
        "{year: 2013, headcount: at most 300, turnover: 1 USD, balance_sheet: -1 EUR}]}\n";

    ck_assert(has_step(years, EU, "2012: the status before is not known",
                       "2012\u00a0: le statut antérieur n'est pas connu"));
    ck_assert(has_step(years, EU, "2013: class micro to large after micro, status micro to large",
                       "2013\u00a0: catégorie micro à large après micro, statut micro à large"));
    ck_assert(has_step(years, EU, "a, 2013: headcount at most 300",
                       "a, 2013\u00a0: effectif at most 300"));
    ck_assert(has_step(years, EU, "a, 2013: turnover not in EUR, and not converted",
                       "a, 2013\u00a0: chiffre d'affaires non exprimé en euros, et non converti"));
    ck_assert(has_step(years, EU, "a, 2013: balance sheet negative, and not used",
                       "a, 2013\u00a0: total du bilan négatif, et non utilisé"));
    ck_assert(has_step("  a: {name: a, kind: company, accounts: [{year: 2013, headcount: 9, "
                       "turnover: 1 EUR}, {year: 2013, headcount: 300, turnover: 1 EUR}]}\n",
                       EU, "a, 2013: headcount given twice and not alike, and not used",
                       "a, 2013\u00a0: effectif renseigné deux fois, différemment, et non utilisé"));
    ck_assert(has_step(STAFF("a", OWNED("b", "1/3"), "9") STAFF("b", "", "100"), EU,
                       "b, 2013: headcount 9 + 1/3 of 100 = about 42.33",
                       "b, 2013\u00a0: effectif 9 + 1/3 de 100 = about 42.33"));
    ck_assert(has_step(LINKED_TO_PARTNER("1"), EU,
                       "c: partner enterprise or linked to one, added for 25%",
                       "c\u00a0: entreprise partenaire ou liée à une telle entreprise, ajoutée "
                       "pour 25%"));
    ck_assert(has_step(SISTERS("1"), EU, "d: linked enterprise, added in full",
                       "d\u00a0: entreprise liée, ajoutée en totalité"));
    ck_assert(has_step(SISTERS("1"), FR,
                       "the enterprise of the decree is taken to be all linked ones, in full; "
                       "sales between them are not taken off (a reading of this library, which no "
                       "lawyer has checked)",
                       "l'entreprise au sens du décret est prise comme l'ensemble des entreprises "
                       "liées, en totalité\u00a0; leurs ventes entre elles ne sont pas déduites "
                       "(lecture propre à cette bibliothèque, qu'aucun juriste n'a vérifiée)"));
    ck_assert(has_step(STAFF("a", OWNED("b", "60%"), "200") CONSOLIDATED("b", "", "249"), EU,
                       "a, 2013: in consolidated accounts already, not added again",
                       "a, 2013\u00a0: déjà dans des comptes consolidés, non ajouté une seconde "
                       "fois"));
    ck_assert(has_step(THROUGH("31%"), EU,
                       "public bodies hold 25% of a: from 25% on an enterprise is large",
                       "des organismes publics détiennent 25% de a\u00a0: à partir de 25\u00a0%, "
                       "une entreprise est grande"));
    ck_assert(has_step(STAFF("a", OWNED("u", "40%"), "9") "  u: {name: u, kind: university}\n", EU,
                       "u: holds 40% as an investor, no partner enterprise",
                       "u\u00a0: détient 40% comme investisseur, sans être une entreprise "
                       "partenaire"));
    ck_assert(has_step(STAFF("a", OWNED("u", "40%"), "9") "  u: {name: u, kind: local_authority}\n",
                       EU,
                       "public bodies hold 40% of a with local authorities, which do not count if "
                       "their budget is below 10 million euros and their inhabitants below 5,000",
                       "des organismes publics détiennent 40% de a avec des collectivités locales, "
                       "qui ne comptent pas si leur budget est inférieur à 10 millions d'euros et "
                       "leur population à 5\u00a0000 habitants"));
    ck_assert(has_step("  a: {name: a, kind: company, founded: 2012, accounts: [{year: 2012, "
                       "headcount: 9, turnover: 1 EUR}, {year: 2013, headcount: 9, turnover: 1 "
                       "EUR}]}\n",
                       EU, "2012: new enterprise, its class is its status",
                       "2012\u00a0: entreprise nouvelle, sa catégorie est son statut"));
    ck_assert(has_step("  a: {name: a, kind: company, accounts: [{year: 2012, headcount: 9, "
                       "turnover: 1 EUR}, {year: 2013, headcount: 50, turnover: 1 EUR}]}\n",
                       EU,
                       "not known, micro to medium: the accounts of a do not go far enough back, "
                       "or are too vague, to tell what its status was",
                       "inconnue, micro à medium\u00a0: les comptes de a ne remontent pas assez "
                       "loin, ou sont trop vagues, pour dire quel était son statut"));
}
END_TEST

/* What is not asked of a partner, or under no definition, is misuse. */
START_TEST(questions_that_make_no_sense)
{
    transfer_portfolio *portfolio = load(STAFF("a", "", "9"));
    transfer_record *a = transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "a"), *platform;
    transfer_calculation *calculation = NULL;
    transfer_date date = {.year = 2013, .month = 13};
    transfer_share share;
    int size = 0;

    ck_assert_int_eq(transfer_portfolio_add(portfolio, TRANSFER_TYPE_PLATFORM, "p", &platform), 0);
    ck_assert_int_eq(transfer_partner_size_class(platform, EU, NULL, &calculation),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_partner_size_class(a, 0, NULL, &calculation), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_partner_size_class(a, 3, NULL, &calculation), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_partner_size_class(a, EU, &date, &calculation), TRANSFER_MISUSE);
    ck_assert_ptr_null(calculation);
    ck_assert_int_eq(transfer_partner_size_class(a, EU, NULL, &calculation), TRANSFER_OK);
    ck_assert_int_eq(transfer_calculation_intensity(calculation, &share), TRANSFER_WRONG_KIND);
    transfer_calculation_free(calculation);
    ck_assert_int_eq(transfer_record_remove(a), TRANSFER_OK);
    ck_assert_int_eq(transfer_partner_size_class(a, EU, NULL, &calculation), TRANSFER_OK);
    ck_assert_int_eq(transfer_calculation_size(calculation, &size), TRANSFER_UNSET);
    transfer_calculation_free(calculation);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* ---- size and time ---- */

/* A hundred thousand, or under valgrind fewer. */
static int many;

static void count_many(void)
{
    many = getenv("TRANSFER_TEST_SHORT") ? 2000 : 100000;
}

struct text {
    char *data;
    size_t length, capacity;
};

static void add(struct text *text, const char *format, ...)
{
    va_list arguments;

    if (text->capacity - text->length < 512) {
        text->capacity = text->capacity * 2 + 4096;
        text->data = realloc(text->data, text->capacity);
        ck_assert_ptr_nonnull(text->data);
    }
    va_start(arguments, format);
    text->length += (size_t)vsnprintf(text->data + text->length, 512, format, arguments);
    va_end(arguments);
}

#define ONE_OF_MANY                                                                                \
    "size: small, size_definition: eu_2003_361, accounts: [{year: 2012, headcount: 1, turnover: "  \
    "1 EUR}, {year: 2013, headcount: 1, turnover: 1 EUR}]"

/* The class of the first, the last and all by validation. */
static void check_many(struct text *text, int first, int last, const char *rule, size_t failed)
{
    transfer_portfolio *portfolio = load(text->data);
    transfer_report *report = transfer_report_new();
    char id[32];

    free(text->data);
    snprintf(id, sizeof id, "p%d", many - 1);
    ck_assert_int_eq(size_in(portfolio, "p0", EU, NULL), first);
    ck_assert_int_eq(size_in(portfolio, id, EU, NULL), last);
    ck_assert_int_eq(transfer_portfolio_validate(portfolio, NULL, NULL, report), TRANSFER_OK);
    ck_assert_uint_eq(transfer_report_outcome_count(report, rule, TRANSFER_FAILED), failed);
    transfer_report_free(report);
    transfer_portfolio_free(portfolio);
}

/* A chain of a hundred thousand majorities is one group of a hundred thousand. */
START_TEST(a_long_chain_is_one_group)
{
    struct text text = {0};

    for (int i = 0; i < many; i++) {
        add(&text, "  p%d: {name: p, kind: company, " ONE_OF_MANY, i);
        add(&text, i > 0 ? ", ownership: [{owner: p%d, share: 60%%}]}\n" : "}\n", i - 1);
    }
    check_many(&text, LARGE, LARGE, "size-contradicts-accounts", (size_t)many);
}
END_TEST

/* The same as a circle with consolidated accounts all round: one of them counts. */
START_TEST(a_long_circle_counts_once)
{
    struct text text = {0};

    for (int i = 0; i < many; i++)
        add(&text,
            "  p%d: {name: p, kind: company, size: micro, size_definition: eu_2003_361, "
            "ownership: [{owner: p%d, share: 60%%}], accounts: [{year: 2013, consolidated: true, "
            "headcount: 9, turnover: 1 EUR}]}\n",
            i, (i + many - 1) % many);
    check_many(&text, MICRO, MICRO, "size-contradicts-accounts", 0);
}
END_TEST

/* A star: of the one in the middle all are partners, each of them has one. */
START_TEST(a_wide_star_adds_all_to_one)
{
    struct text text = {0};

    add(&text, "  p0: {name: p, kind: company, " ONE_OF_MANY "}\n");
    for (int i = 1; i < many; i++)
        add(&text,
            "  p%d: {name: p, kind: company, " ONE_OF_MANY
            ", ownership: [{owner: p0, share: 30%%}]}\n",
            i);
    /* The one has 1 + 30 % of 99999 = 30000.7, the others 1 + 30 % of 1 = 1.3. */
    check_many(&text, LARGE, MICRO, "size-contradicts-accounts", (size_t)many);
}
END_TEST

/* The same the other way round, with owners that are all named by one. */
START_TEST(many_owners_of_one)
{
    struct text text = {0};

    add(&text, "  p0: {name: p, kind: company, " ONE_OF_MANY ", ownership: [");
    for (int i = 1; i < many; i++)
        add(&text, "{owner: p%d, share: 1/%d}, ", i, many);
    add(&text, "{owner: p1, share: 26%%, from: 2010}]}\n");
    for (int i = 1; i < many; i++)
        add(&text, "  p%d: {name: p, kind: company, " ONE_OF_MANY "}\n", i);
    check_many(&text, MICRO, MICRO, "size-contradicts-accounts", (size_t)many);
}
END_TEST

/* Joint majorities, each of which needs the one before: what lies beyond some rounds is not
 * followed, in time. */
START_TEST(a_long_ladder_of_joint_majorities)
{
    struct text text = {0};

    for (int i = 0; i < many; i++) {
        add(&text, "  p%d: {name: p, kind: company, " ONE_OF_MANY, i);
        if (i == 1)
            add(&text, ", ownership: [{owner: p0, share: 60%%}]");
        if (i > 1)
            add(&text, ", ownership: [{owner: p%d, share: 30%%}, {owner: p%d, share: 30%%}]",
                i - 1, i - 2);
        add(&text, "}\n");
    }
    /* Eight rounds link p0 to p9; with p10 in full and 30 % of p11 the first has 11.3, p10 as well,
     * and all beyond have less than 10. */
    check_many(&text, SMALL, MICRO, "size-contradicts-accounts", (size_t)many - 11);
}
END_TEST

/* A great group in which each has accounts of other years ends in time as well. */
START_TEST(hostile_years_end_in_time)
{
    struct text text = {0};
    transfer_portfolio *portfolio;
    transfer_report *report = transfer_report_new();

    for (int i = 0; i < many; i++)
        add(&text,
            "  p%d: {name: p, kind: company, size: micro, size_definition: eu_2003_361, "
            "ownership: [{owner: p%d, share: 60%%}], accounts: [{year: %d, headcount: 9, "
            "turnover: 1 EUR}]}\n",
            i, i ? i - 1 : 1, 2005 + i % 7000);
    portfolio = load(text.data);
    free(text.data);
    ck_assert_int_eq(transfer_portfolio_validate(portfolio, NULL, NULL, report), TRANSFER_OK);
    if (!getenv("TRANSFER_TEST_SHORT"))
        ck_assert_uint_gt(transfer_report_reason_count(report, "size-contradicts-accounts",
                                                       TRANSFER_REASON_VAGUE),
                          0);
    transfer_report_free(report);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* ---- memory ---- */

/* Wherever memory runs out there is no answer and no leak, and asked again there is one. */
START_TEST(answers_survive_without_memory)
{
    transfer_portfolio *portfolio =
        load(STAFF("a", ", ownership: [{owner: b, share: 60%}, {owner: s, share: equal}, {owner: "
                        "u, share: 26%}]",
                   "200") CONSOLIDATED("b", "", "249")
                 STAFF("c", OWNED("a", "30%"), "50") "  s: {name: s, kind: state}\n"
                 "  u: {name: u, kind: university}\n");
    transfer_calculation *calculation = NULL;
    transfer_status status;
    long allocations = 0;

    do {
        failing_malloc_count = 0;
        failing_malloc_allowed = allocations++;
        status = calculate(portfolio, "a", _i ? FR : EU, NULL, &calculation);
        failing_malloc_allowed = -1;
        ck_assert_int_eq(status, failing_malloc_count > 0 ? TRANSFER_NO_MEMORY : TRANSFER_OK);
        ck_assert(status == TRANSFER_OK || !calculation);
    } while (status != TRANSFER_OK);
    ck_assert_int_gt(allocations, 40);
    transfer_calculation_free(calculation);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* The same of the rules. */
START_TEST(rules_survive_without_memory)
{
    transfer_portfolio *portfolio =
        load(STAFF("a", ", size: small, size_definition: eu_2003_361, ownership: [{owner: b, "
                        "share: 60%}, {owner: s, share: equal}]",
                   "40") STAFF("b", ", size: small, size_definition: fr_2008_1354", "249")
                 STAFF("c", ", size: micro" OWNED("a", "30%"), "50")
             "  s: {name: s, kind: financial_institution}\n");
    transfer_report *report = NULL;
    transfer_status status;
    long allocations = 0;

    do {
        transfer_report_free(report);
        report = transfer_report_new();
        failing_malloc_count = 0;
        failing_malloc_allowed = allocations++;
        status = transfer_portfolio_validate(portfolio, NULL, NULL, report);
        failing_malloc_allowed = -1;
        if (failing_malloc_count > 0 && status != TRANSFER_OK)
            ck_assert_int_eq(status, TRANSFER_NO_MEMORY);
    } while (status != TRANSFER_OK);
    ck_assert_int_gt(allocations, 20);
    ck_assert_uint_eq(transfer_report_outcome_count(report, "size-linked", TRANSFER_FAILED), 1);
    ck_assert_uint_eq(
        transfer_report_outcome_count(report, "size-not-in-definition", TRANSFER_FAILED), 1);
    ck_assert_uint_eq(
        transfer_report_outcome_count(report, "size-definition-missing", TRANSFER_FAILED), 1);
    transfer_report_free(report);
    transfer_portfolio_free(portfolio);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("size");
    TCase *tests = tcase_create("size");
    SRunner *runner;
    int failed;

    count_many();
    tcase_set_timeout(tests, 300);
    tcase_add_test(tests, ceilings_are_exact);
    tcase_add_test(tests, what_is_vague_decides_where_it_can);
    tcase_add_test(tests, two_years_in_a_row_change_a_class);
    tcase_add_test(tests, a_status_begins_somewhere);
    tcase_add_test(tests, a_day_decides_which_accounts_count);
    tcase_add_test(tests, groups_are_added_up);
    tcase_add_test(tests, groups_end_where_the_law_says);
    tcase_add_test(tests, shares_are_taken_together);
    tcase_add_test(tests, consolidated_accounts_count_once);
    tcase_add_test(tests, accounts_of_all_are_needed);
    tcase_add_test(tests, holdings_have_a_time);
    tcase_add_test(tests, public_bodies_and_investors);
    tcase_add_test(tests, sums_overflow_instead_of_wrapping);
    tcase_add_test(tests, steps_can_be_checked_by_hand);
    tcase_add_test(tests, steps_tell_of_every_case);
    tcase_add_test(tests, questions_that_make_no_sense);
    tcase_add_test(tests, a_long_chain_is_one_group);
    tcase_add_test(tests, a_long_circle_counts_once);
    tcase_add_test(tests, a_wide_star_adds_all_to_one);
    tcase_add_test(tests, many_owners_of_one);
    tcase_add_test(tests, a_long_ladder_of_joint_majorities);
    tcase_add_test(tests, hostile_years_end_in_time);
    tcase_add_loop_test(tests, answers_survive_without_memory, 0, 2);
    tcase_add_test(tests, rules_survive_without_memory);
    suite_add_tcase(suite, tests);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
