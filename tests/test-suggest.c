/* Tests of suggestions: the spelling that was meant, and the nearest candidate.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "suggest.h"
#include "value.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

struct suggested {
    const char *text;
    const char *meant; /* NULL: not sure */
};

static void check_suggestions(enum kind kind, const struct suggested *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char buffer[TRANSFER_VALUE_SIZE] = "untouched";
        int found = value_suggest(kind, cases[i].text, strlen(cases[i].text), buffer,
                                  sizeof(buffer));

        ck_assert_msg(found == (cases[i].meant != NULL), "%s: %s", cases[i].text, buffer);
        ck_assert_msg(strcmp(buffer, found ? cases[i].meant : "untouched") == 0, "%s: %s",
                      cases[i].text, buffer);
    }
}

START_TEST(amounts_that_people_type_are_understood)
{
    /* Spaces of all kinds, signs, scales and words; where a comma may be either, nothing. */
    static const struct suggested cases[] = {
        {"30 000 000 EUR", "30000000 EUR"},
        {"30\u00a0000\u00a0000\u00a0EUR", "30000000 EUR"},
        {"30\u202f000\u202f000 €", "30000000 EUR"},
        {"30\u2009000\u2009000 €", "30000000 EUR"},
        {"  30000000   EUR ", "30000000 EUR"},
        {"30.000.000,00 €", "30000000 EUR"},
        {"30,000,000.00 EUR", "30000000 EUR"},
        {"30.000.000 EUR", "30000000 EUR"},
        {"30,000,000 EUR", "30000000 EUR"},
        {"30'000'000 EUR", "30000000 EUR"},
        {"30’000’000 EUR", "30000000 EUR"},
        {"30_000_000 EUR", "30000000 EUR"},
        {"1,250.50 EUR", "1250.50 EUR"},
        {"1.250,50 EUR", "1250.50 EUR"},
        {"1 250,50 EUR", "1250.50 EUR"},
        {"1 250,500 EUR", "1250.50 EUR"},
        {"1250,50 EUR", "1250.50 EUR"},
        {"1250,5 EUR", "1250.50 EUR"},
        {"1250.500 EUR", "1250.50 EUR"},
        {"500.00 JPY", "500 JPY"},
        {"30000000€", "30000000 EUR"},
        {"€30000000", "30000000 EUR"},
        {"€ 30000000", "30000000 EUR"},
        {"EUR 30000000", "30000000 EUR"},
        {"EUR30000000", "30000000 EUR"},
        {"30000000EUR", "30000000 EUR"},
        {"30000000 eur", "30000000 EUR"},
        {"30000000 Euros", "30000000 EUR"},
        {"500 jpy", "500 JPY"},
        {"£100", "100 GBP"},
        {"30 M€", "30000000 EUR"},
        {"30M€", "30000000 EUR"},
        {"1,5 M€", "1500000 EUR"},
        {"0,125 M€", "125000 EUR"},
        {"30 MEUR", "30000000 EUR"},
        {"30 M EUR", "30000000 EUR"},
        {"30 k€", "30000 EUR"},
        {"12,5 kEUR", "12500 EUR"},
        {"2 Md€", "2000000000 EUR"},
        {"2 milliards d'euros", "2000000000 EUR"},
        {"30 millions d'euros", "30000000 EUR"},
        {"30 millions d’euros", "30000000 EUR"},
        {"30 million euros", "30000000 EUR"},
        {"30 millions of euros", "30000000 EUR"},
        {"30 mille euros", "30000 EUR"},
        {"€30 million", "30000000 EUR"},
        {"> 20000000 EUR", "more than 20000000 EUR"},
        {">20000000 EUR", "more than 20000000 EUR"},
        {">= 20000000 EUR", "at least 20000000 EUR"},
        {"≥ 20000000 EUR", "at least 20000000 EUR"},
        {"< 20000000 EUR", "less than 20000000 EUR"},
        {"<= 20 EUR", "at most 20 EUR"},
        {"≤ 20 EUR", "at most 20 EUR"},
        {"~ 20 EUR", "about 20 EUR"},
        {"≈20 EUR", "about 20 EUR"},
        {"plus de 20 000 000 €", "more than 20000000 EUR"},
        {"Plus de 20 millions d'euros", "more than 20000000 EUR"},
        {"more than 20 million euros", "more than 20000000 EUR"},
        {"over 20 EUR", "more than 20 EUR"},
        {"environ 20 EUR", "about 20 EUR"},
        {"approx. 20 EUR", "about 20 EUR"},
        {"approximately 20 EUR", "about 20 EUR"},
        {"au moins 20 EUR", "at least 20 EUR"},
        {"au plus 20 EUR", "at most 20 EUR"},
        {"moins de 20 EUR", "less than 20 EUR"},
        {"supérieur à 20 EUR", "more than 20 EUR"},
        {"At Least 20 EUR", "at least 20 EUR"},
        {"20 EUR environ", "about 20 EUR"},
        {"20 M€ au moins", "at least 20000000 EUR"},
        {"-30 €", "-30 EUR"},
        {"\u221230 EUR", "-30 EUR"},
        {"+30 EUR", "30 EUR"},
        /* Not sure, not an amount, or as it should be. */
        {"1,250 EUR", NULL},
        {"1.250 EUR", NULL},
        {"1,250 M€", NULL},
        {"12.345 EUR", NULL},
        {"12.3456 EUR", NULL},
        {"1250.555 EUR", NULL},
        {"500.50 JPY", NULL},
        {"12,34,567 EUR", NULL},
        {"1.250.50 EUR", NULL},
        {"1,250,50 EUR", NULL},
        {"1 25 EUR", NULL},
        {"0 123 EUR", NULL},
        {"1 250 5000 EUR", NULL},
        {"30000000", NULL},
        {"30 M", NULL},
        {"EUR", NULL},
        {"about EUR", NULL},
        {"30 $", NULL},
        {"¥30", NULL},
        {"30 billion euros", NULL},
        {"30 XQZ", NULL},
        {"€30 EUR", NULL},
        {"30 EUR HT", NULL},
        {"10-20 EUR", NULL},
        {"about 20 EUR environ", NULL},
        {"trente euros", NULL},
        {"30000000 EUR", NULL},
        {"99999999999999999999 €", NULL},
        {"92233720368547758,08 €", NULL},
        {"9 000 000 000 000 000 000 M€", NULL},
        {"", NULL},
        {"  ", NULL},
        {"\xff\xfe", NULL},
    };

    check_suggestions(KIND_AMOUNT, cases, COUNT(cases));
}
END_TEST

START_TEST(quantities_that_people_type_are_understood)
{
    /* As amounts, without a currency. */
    static const struct suggested cases[] = {
        {"1 000", "1000"},
        {"1\u00a0000,50", "1000.50"},
        {"12,5", "12.5"},
        {"12,50", "12.50"},
        {"0,125", "0.125"},
        {"1.234.567", "1234567"},
        {"> 100", "more than 100"},
        {">=100", "at least 100"},
        {"< 12,5", "less than 12.5"},
        {"100+", "at least 100"},
        {"100 ou plus", "at least 100"},
        {"100 or more", "at least 100"},
        {"environ 100", "about 100"},
        {"~100", "about 100"},
        {"plus de 100", "more than 100"},
        {"More than 100", "more than 100"},
        {"2 millions", "2000000"},
        {"1,5 million", "1500000"},
        {"3 mille", "3000"},
        {" 100", "100"},
        {"1,250", NULL},
        {"2 billion", NULL},
        {"100 ETP", NULL},
        {"30 k", NULL},
        {"cent", NULL},
        {"10-20", NULL},
        {"12.50", NULL},
    };
    static const struct suggested decimals[] = {
        {"49,1193", "49.1193"},    {"6,175", "6.175"},       {"49.1193°", "49.1193"},
        {"49.1193° N", "49.1193"}, {"6.1757° W", "-6.1757"}, {"−6,1757", "-6.1757"},
        {"33.9S", NULL},           {"49°07'10\"N", NULL},    {"about 49", NULL},
    };
    static const struct suggested measures[] = {
        {"plus de 20 millions d'euros", "more than 20000000 EUR"},
        {"plus de 100", "more than 100"},
        {"12,5", "12.5"},
        {"100 personnes", NULL},
    };

    check_suggestions(KIND_QUANTITY, cases, COUNT(cases));
    check_suggestions(KIND_DECIMAL, decimals, COUNT(decimals));
    check_suggestions(KIND_MEASURE, measures, COUNT(measures));
}
END_TEST

START_TEST(dates_that_people_type_are_understood)
{
    /* Numbers in any order that is sure, and months in words; "05/12/2013" may be either. */
    static const struct suggested cases[] = {
        {"25/12/2013", "2013-12-25"},
        {"12/25/2013", "2013-12-25"},
        {"05/05/2013", "2013-05-05"},
        {"31-1-2014", "2014-01-31"},
        {"5.12.2013", "2013-12-05"},
        {"05.12.2013", "2013-12-05"},
        {"5. 12. 2013", "2013-12-05"},
        {"2013/12/05", "2013-12-05"},
        {"2013.12.05", "2013-12-05"},
        {"2013-2-5", "2013-02-05"},
        {"2013-2", "2013-02"},
        {"2013/12", "2013-12"},
        {"12/2013", "2013-12"},
        {"12-2013", "2013-12"},
        {"20131205", "2013-12-05"},
        {"2013-12-05T00:00:00Z", "2013-12-05"},
        {"2013-12-05 00:00:00", "2013-12-05"},
        {"25/12/2013 14:30", "2013-12-25"},
        {"5 décembre 2013", "2013-12-05"},
        {"5 de\u0301cembre 2013", "2013-12-05"},
        {"5 DÉCEMBRE 2013", "2013-12-05"},
        {"5 decembre 2013", "2013-12-05"},
        {"5\u00a0décembre\u00a02013", "2013-12-05"},
        {"le 5 décembre 2013", "2013-12-05"},
        {"5 December 2013", "2013-12-05"},
        {"5th of December 2013", "2013-12-05"},
        {"December 5, 2013", "2013-12-05"},
        {"Dec 5th, 2013", "2013-12-05"},
        {"5-Dec-2013", "2013-12-05"},
        {"1er janvier 2014", "2014-01-01"},
        {"1st January 2014", "2014-01-01"},
        {"3 févr. 2014", "2014-02-03"},
        {"14 juil. 2014", "2014-07-14"},
        {"15 août 2014", "2014-08-15"},
        {"29 février 2024", "2024-02-29"},
        {"December 2013", "2013-12"},
        {"décembre 2013", "2013-12"},
        {"en décembre 2013", "2013-12"},
        {"mai 2013", "2013-05"},
        {"mars 2013", "2013-03"},
        {"vers 2013", "2013~"},
        {"circa 2013", "2013~"},
        {"~2013", "2013~"},
        {"2013 ?", "2013?"},
        {"2013 (?)", "2013?"},
        {"décembre 2013 ?", "2013-12?"},
        {"avant 2013", "before 2013"},
        {"avant le 25/12/2013", "before 2013-12-25"},
        {"Before 2013", "before 2013"},
        {"après décembre 2013", "after 2013-12"},
        {" 2013", "2013"},
        /* Not sure, or no date. */
        {"05/12/2013", NULL},
        {"5-12-2013", NULL},
        {"5 12 2013", NULL},
        {"05/12/13", NULL},
        {"5/12", NULL},
        {"201312", NULL},
        {"30/02/2014", NULL},
        {"29 février 2013", NULL},
        {"31.04.2013", NULL},
        {"32/12/2013", NULL},
        {"25/13/2013", NULL},
        {"12.25.2013", NULL},
        {"2013-13", NULL},
        {"2013-02-30", NULL},
        {"2013/12-05", NULL},
        {"00/12/2013", NULL},
        {"0/2013", NULL},
        {"0 janvier 2013", NULL},
        {"December", NULL},
        {"decembrer 2013", NULL},
        {"5 décembre", NULL},
        {"5 décembre 13", NULL},
        {"fin 2013", NULL},
        {"T4 2013", NULL},
        {"before 2013?", NULL},
        {"avant 0001", NULL},
        {"2013-12-05", NULL},
        {"99999999999999999999", NULL},
        {"", NULL},
        {"?", NULL},
        {"/", NULL},
    };

    check_suggestions(KIND_DATE, cases, COUNT(cases));
}
END_TEST

START_TEST(periods_that_people_type_are_understood)
{
    /* Two dates in any sure spelling, or one end; one end may tell the order of the other's day and
     * month. */
    static const struct suggested cases[] = {
        {"2014-2016", "2014/2016"},
        {"2014 - 2016", "2014/2016"},
        {"2014–2016", "2014/2016"},
        {"2014 — 2016", "2014/2016"},
        {"2014 / 2016", "2014/2016"},
        {"2014 à 2016", "2014/2016"},
        {"2014 to 2016", "2014/2016"},
        {"from 2014 to 2016", "2014/2016"},
        {"de 2014 à 2016", "2014/2016"},
        {"du 1er janvier 2014 au 31 décembre 2016", "2014-01-01/2016-12-31"},
        {"entre 2014 et 2016", "2014/2016"},
        {"between 2014 and 2016", "2014/2016"},
        {"2014..2016", "2014/2016"},
        {"2014...2016", "2014/2016"},
        {"2014-01-01 - 2016-12-31", "2014-01-01/2016-12-31"},
        {"2014-01-01-2016-12-31", "2014-01-01/2016-12-31"},
        {"01/01/2014 - 31/12/2016", "2014-01-01/2016-12-31"},
        {"01/09/2014 - 31/08/2017", "2014-09-01/2017-08-31"},
        {"25/12/2014 - 01/02/2015", "2014-12-25/2015-02-01"},
        {"09/01/2014 - 08/31/2017", "2014-09-01/2017-08-31"},
        {"01.02.2014-31.12.2016", "2014-02-01/2016-12-31"},
        {"01/2014 - 12/2016", "2014-01/2016-12"},
        {"janvier 2014 - décembre 2016", "2014-01/2016-12"},
        {"2014/...", "2014/.."},
        {"2014/…", "2014/.."},
        {"2014...", "2014/.."},
        {"2014/", "2014/.."},
        {"2014 -", "2014/.."},
        {"2014 - present", "2014/.."},
        {"2014 à aujourd'hui", "2014/.."},
        {"/2016", "../2016"},
        {".../2016", "../2016"},
        {".. / 2016", "../2016"},
        {"depuis 2014", "2014/.."},
        {"Depuis le 25/12/2014", "2014-12-25/.."},
        {"since 2014", "2014/.."},
        {"from 2014", "2014/.."},
        {"à partir de 2014", "2014/.."},
        {"until 2016", "../2016"},
        {"jusqu'en 2016", "../2016"},
        {"jusqu’au 31 décembre 2016", "../2016-12-31"},
        {"2014~ - 2016~", "2014~/2016~"},
        {"décembre 2013", "2013-12"},
        {"12/2013", "2013-12"},
        {"2014/2014-1-31", "2014/2014-01-31"},
        /* Not sure, or no period. */
        {"2011/12", NULL},
        {"2014-16", NULL},
        {"2014-2", NULL},
        {"01/02/2014 - 03/04/2015", NULL},
        {"2016-2014", NULL},
        {"-2016", NULL},
        {"de 2014", NULL},
        {"avant 2014", NULL},
        {"before 2014 - 2016", NULL},
        {"2014 and 2016", NULL},
        {"2014-2015-2016", NULL},
        {"2014-01-2015", NULL}, /* to or from January */
        {"3 ans", NULL},
        {"...", NULL},
        {"/", NULL},
        {"-", NULL},
        {"since", NULL},
        {"since before 2014", NULL},
        {"2014/2016", NULL},
        {"2014-02-30/2016", NULL},
    };

    check_suggestions(KIND_PERIOD, cases, COUNT(cases));
}
END_TEST

START_TEST(shares_that_people_type_are_understood)
{
    /* Percentages in any spelling, fractions below 1, and some words. */
    static const struct suggested cases[] = {
        {"33,33 %", "33.33%"},
        {"33,333 %", "33.333%"},
        {"50 %", "50%"},
        {"50\u00a0%", "50%"},
        {"50 percent", "50%"},
        {"50 pour cent", "50%"},
        {"0.5", "50%"},
        {"0,5", "50%"},
        {"0.125", "12.5%"},
        {"0.3333", "33.33%"},
        {"50", "50%"},
        {"100", "100%"},
        {"1 / 3", "1/3"},
        {"1/ 3", "1/3"},
        {"½", "1/2"},
        {"un tiers", "1/3"},
        {"Two thirds", "2/3"},
        {"la moitié", "1/2"},
        {"Equal", "equal"},
        {"à parts égales", "equal"},
        {"le reste", "rest"},
        {"The rest", "rest"},
        {"1", NULL},
        {"2", NULL},
        {"1.0", NULL},
        {"1.5", NULL},
        {"101", NULL},
        {"-50 %", NULL},
        {"50 % de", NULL},
        {"1 / 0", NULL},
        {"1,5 / 3", NULL},
        {"50/50", NULL},
        {"60:40", NULL},
        {"equal-ish", NULL},
        {"0.00000000000000000001", NULL},
    };

    check_suggestions(KIND_SHARE, cases, COUNT(cases));
}
END_TEST

START_TEST(integers_and_booleans_that_people_type_are_understood)
{
    /* Whole numbers however written, and yes and no in English and French. */
    static const struct suggested integers[] = {
        {"6.0", "6"},     {" 6", "6"},     {"TRL 6", "6"},  {"TRL6", "6"},   {"trl-6", "6"},
        {"TRL: 6", "6"},  {"06", "6"},     {"+6", "6"},     {"6,0", "6"},    {"1 000", "1000"},
        {"2 014", "2014"}, {"-0", "0"},    {"6.5", NULL},   {"6.000", NULL}, {"TRL", NULL},
        {"six", NULL},    {"6-7", NULL},   {"6", NULL},     {"99999999999999999999.0", NULL},
    };
    static const struct suggested booleans[] = {
        {"yes", "true"},  {"Yes", "true"},   {"oui", "true"},  {"vrai", "true"}, {"True", "true"},
        {"TRUE", "true"}, {"1", "true"},     {"on", "true"},   {"no", "false"},  {"non", "false"},
        {"faux", "false"}, {"False", "false"}, {"0", "false"}, {"off", "false"}, {"maybe", NULL},
        {"2", NULL},      {"yes and no", NULL}, {"true", NULL}, {"", NULL},
    };

    check_suggestions(KIND_INTEGER, integers, COUNT(integers));
    check_suggestions(KIND_BOOLEAN, booleans, COUNT(booleans));
}
END_TEST

START_TEST(other_kinds_and_small_buffers_get_nothing)
{
    /* Only kinds with a spelling of their own are suggested, and only where the buffer has room. */
    char buffer[8] = "before";

    ck_assert(!value_suggest(KIND_TEXT, "30 M€", 6, buffer, sizeof(buffer)));
    ck_assert(!value_suggest(KIND_URL, "30 M€", 6, buffer, sizeof(buffer)));
    ck_assert(!value_suggest(KIND_AMOUNT, "30 M€", strlen("30 M€"), buffer, sizeof(buffer)));
    ck_assert(!value_suggest(KIND_QUANTITY, "1 000 000", 9, buffer, 7));
    ck_assert_str_eq(buffer, "before");
    ck_assert(value_suggest(KIND_QUANTITY, "1 000 000", 9, buffer, 8));
    ck_assert_str_eq(buffer, "1000000");
}
END_TEST

static int reads(enum kind kind, const char *text)
{
    size_t length = strlen(text);
    transfer_date date;
    transfer_period period;
    transfer_amount amount;
    transfer_quantity quantity;
    transfer_share share;
    int64_t number;

    switch (kind) {
    case KIND_DATE:
        return value_read_date(text, length, &date) == VALUE_OK;
    case KIND_PERIOD:
        return value_read_period(text, length, &period) == VALUE_OK;
    case KIND_AMOUNT:
        return value_read_amount(text, length, &amount) == VALUE_OK;
    case KIND_QUANTITY:
        return value_read_quantity(text, length, &quantity) == VALUE_OK;
    case KIND_SHARE:
        return value_read_share(text, length, &share) == VALUE_OK;
    case KIND_DECIMAL:
        return value_read_decimal(text, length, &quantity) == VALUE_OK;
    case KIND_INTEGER:
        return value_read_integer(text, length, &number) == VALUE_OK;
    default:
        return value_read_boolean(text, length, &number) == VALUE_OK;
    }
}

START_TEST(what_is_suggested_reads)
{
    /* Of any mixture of the pieces that people type, what is suggested is a value of the kind. */
    static const char *const pieces[] = {
        "30",  " ",  "000", ".",  ",",     "/",   "-",    "EUR",     "€",    "M",   "2013",
        "12",  "5",  "%",   "~",  "?",     "..",  ">",    "environ", "\u00a0", "décembre", "1er",
        "au",  "à",  "since", "before", "0", "1", "trl", "+",       "\x80", "d'", "equal", "1/3",
    };
    static const enum kind kinds[] = {KIND_DATE,  KIND_PERIOD,  KIND_AMOUNT,  KIND_QUANTITY,
                                      KIND_SHARE, KIND_DECIMAL, KIND_INTEGER, KIND_BOOLEAN};
    uint64_t random = 88172645463325252u;
    size_t found = 0;

    for (size_t round = 0; round < 100000; round++) {
        char text[200] = "", buffer[TRANSFER_VALUE_SIZE];
        enum kind kind = kinds[round % COUNT(kinds)];

        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        for (uint64_t i = 0; i < 1 + random % 5; i++)
            strcat(text, pieces[(random >> (8 * i + 3)) % COUNT(pieces)]);
        if (!value_suggest(kind, text, strlen(text), buffer, sizeof(buffer)))
            continue;
        found++;
        if (!reads(kind, buffer) || strcmp(buffer, text) == 0)
            ck_abort_msg("%s: %s", text, buffer);
    }
    ck_assert_uint_gt(found, 100);
}
END_TEST

START_TEST(long_texts_are_refused_at_once)
{
    /* A text of 64 KiB costs no more than it takes to see that it is no value. */
    enum { LONG = 65536 };
    static const char *const pieces[] = {"1 ", "-", "2014-", "1,", " a ", "..", "\u0301", "9"};
    char *text = malloc(LONG + 8), buffer[TRANSFER_VALUE_SIZE];

    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < COUNT(pieces); i++) {
        size_t size = strlen(pieces[i]);

        for (size_t at = 0; at < LONG; at += size)
            memcpy(text + at, pieces[i], size);
        for (int kind = KIND_TEXT; kind < KIND_COUNT; kind++) {
            for (size_t length = LONG / size * size; length > 100; length /= 2)
                ck_assert(!value_suggest((enum kind)kind, text, length / size * size, buffer,
                                         sizeof(buffer)));
        }
    }
    free(text);
}
END_TEST

/* The nearest of some candidates, up to a NULL. */
static const char *nearest(const char *word, const char *const *candidates)
{
    struct suggestion suggestion;

    suggest_init(&suggestion, word, strlen(word));
    for (; *candidates; candidates++)
        suggest_offer(&suggestion, *candidates, strlen(*candidates));
    if (suggest_best(&suggestion))
        ck_assert_uint_eq(suggestion.best_length, strlen(suggest_best(&suggestion)));
    return suggest_best(&suggestion);
}

START_TEST(the_nearest_candidate_is_found)
{
    /* Fewest edits win, a swap is one edit, case and separators hardly count, the first of equals
     * is best, and more than a third is too far. */
    static const struct {
        const char *word;
        const char *candidates[5];
        const char *best;
    } cases[] = {
        {"regoin", {"reason", "region"}, "region"},
        {"fonders", {"folders", "funders"}, "folders"}, /* one edit each: the first */
        {"fundres", {"fund", "funders"}, "funders"},
        {"research-organisation", {"research_organisation"}, "research_organisation"},
        {"Research Organization", {"organisation", "research_organisation"},
         "research_organisation"},
        {"name", {"game", "NAME"}, "NAME"},
        {"STATE", {"start", "state", "stats"}, "state"},
        {"state", {"State", "state"}, "state"},
        {"decembre", {"décembre"}, "décembre"},
        {"été", {"ete", "êté"}, "êté"},
        {"ÉTAT", {"étal", "état"}, "état"},
        {"abc", {"abd"}, "abd"},
        {"abc", {"ade"}, NULL},
        {"ab", {"abc"}, "abc"},
        {"ab", {"ac"}, NULL},
        {"ab", {"a"}, NULL},
        {"a", {"A"}, "A"},
        {"abcdef", {"abxdyf"}, "abxdyf"},
        {"abcdef", {"xbxdyf"}, NULL},
        {"abcdef", {"badcef"}, "badcef"},
        {"abcdef", {"badcfe"}, NULL},
        {"abcdef", {"abcdefghi"}, "abcdefghi"},
        {"abcdef", {"abcdefghij"}, NULL},
        {"abcdefghi", {"defghi"}, "defghi"},
        {"cea-tech-loraine", {"cea-tech", "cea-tech-lorraine"}, "cea-tech-lorraine"},
        {"", {"a", ""}, NULL},
        {"name", {"", "a"}, NULL},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *best = nearest(cases[i].word, cases[i].candidates);

        if (cases[i].best)
            ck_assert_msg(best && strcmp(best, cases[i].best) == 0, "%s: %s", cases[i].word,
                          best ? best : "none");
        else
            ck_assert_msg(!best, "%s: %s", cases[i].word, best);
    }
}
END_TEST

/* The same distance by the textbook, in edits. */
static size_t plain_distance(const char *a, const char *b)
{
    size_t d[24][24], m = strlen(a), n = strlen(b);

    for (size_t i = 0; i <= m; i++) {
        for (size_t j = 0; j <= n; j++) {
            size_t cost;

            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            cost = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            if (d[i - 1][j] + 1 < cost)
                cost = d[i - 1][j] + 1;
            if (d[i][j - 1] + 1 < cost)
                cost = d[i][j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                d[i - 2][j - 2] + 1 < cost)
                cost = d[i - 2][j - 2] + 1;
            d[i][j] = cost;
        }
    }
    return d[m][n];
}

START_TEST(the_nearest_is_that_of_the_textbook)
{
    /* Over random words the banded search finds what the plain one does. */
    uint64_t random = 88172645463325252u;
    size_t found = 0;

    for (size_t round = 0; round < 5000; round++) {
        char words[9][20];
        const char *candidates[9] = {0}, *expected = NULL;
        size_t least = SIZE_MAX;

        for (size_t i = 0; i < COUNT(words); i++) {
            size_t length;

            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            length = 3 + random % 16;
            for (size_t j = 0; j < length; j++) {
                /* The candidates are like the word. */
                int fresh = i == 0 || j >= strlen(words[0]) || (random >> j) % 4 == 0;

                words[i][j] = fresh ? (char)('a' + (random >> 2 * j) % 4) : words[0][j];
            }
            words[i][length] = '\0';
            if (i > 0)
                candidates[i - 1] = words[i];
        }
        for (size_t i = 0; candidates[i]; i++) {
            size_t distance = plain_distance(words[0], candidates[i]);
            size_t word_length = strlen(words[0]), length = strlen(candidates[i]);

            if (distance * 3 <= (length > word_length ? length : word_length) &&
                distance < least) {
                least = distance;
                expected = candidates[i];
            }
        }
        found += expected != NULL;
        if (nearest(words[0], candidates) != expected)
            ck_abort_msg("%s", words[0]);
    }
    ck_assert_uint_gt(found, 1000);
    ck_assert_uint_lt(found, 4900);
}
END_TEST

START_TEST(long_words_are_near_to_nothing)
{
    /* Words of 64 characters are compared, of 65 not, counted in characters, and any candidate is
     * safe to offer. */
    char word[4 * 66], candidate[4 * 200];
    struct suggestion suggestion;

    for (size_t length = 60; length <= 66; length++) {
        word[0] = '\0';
        candidate[0] = '\0';
        for (size_t i = 0; i < length; i++) {
            strcat(word, "é");
            strcat(candidate, i == 7 ? "e" : "é");
        }
        suggest_init(&suggestion, word, strlen(word));
        suggest_offer(&suggestion, candidate, strlen(candidate));
        ck_assert_int_eq(suggest_best(&suggestion) != NULL, length <= 64);
    }
    memset(word, 'a', sizeof(word));
    memset(candidate, 'a', sizeof(candidate));
    suggest_init(&suggestion, word, 64);
    for (size_t length = 0; length < sizeof(candidate); length++) {
        suggest_offer(&suggestion, candidate, length);
        if (length < 43)
            ck_assert_ptr_null(suggest_best(&suggestion));
    }
    ck_assert_uint_eq(suggestion.best_length, 64);
    memset(word, '\xff', sizeof(word)); /* not UTF-8: compared by bytes */
    suggest_init(&suggestion, word, 9);
    word[3] = '\xfe';
    suggest_offer(&suggestion, word, 9);
    ck_assert_ptr_eq(suggest_best(&suggestion), word);
}
END_TEST

START_TEST(a_hundred_thousand_candidates_are_searched_in_good_time)
{
    /* A search through all ids of a large portfolio ends within the time limit of a test. */
    struct suggestion suggestion;
    char candidate[40];

    suggest_init(&suggestion, "cea-tech-lorraine-2014-2016", 27);
    for (unsigned i = 0; i < 300000; i++) {
        size_t length = 12 + i % 20;

        for (size_t j = 0; j < length; j++)
            candidate[j] = "cea-tech-lorraine-2014-2016"[(i >> j % 16 & 1 ? j + i : j) % 27];
        suggest_offer(&suggestion, candidate, length);
    }
    suggest_offer(&suggestion, "cea-tech-loraine-2014-2016", 26);
    ck_assert_ptr_nonnull(suggest_best(&suggestion));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("suggest");
    TCase *tests = tcase_create("suggest");
    SRunner *runner;
    int failed;

    tcase_add_test(tests, amounts_that_people_type_are_understood);
    tcase_add_test(tests, quantities_that_people_type_are_understood);
    tcase_add_test(tests, dates_that_people_type_are_understood);
    tcase_add_test(tests, periods_that_people_type_are_understood);
    tcase_add_test(tests, shares_that_people_type_are_understood);
    tcase_add_test(tests, integers_and_booleans_that_people_type_are_understood);
    tcase_add_test(tests, other_kinds_and_small_buffers_get_nothing);
    tcase_add_test(tests, what_is_suggested_reads);
    tcase_add_test(tests, long_texts_are_refused_at_once);
    tcase_add_test(tests, the_nearest_candidate_is_found);
    tcase_add_test(tests, the_nearest_is_that_of_the_textbook);
    tcase_add_test(tests, long_words_are_near_to_nothing);
    tcase_add_test(tests, a_hundred_thousand_candidates_are_searched_in_good_time);
    suite_add_tcase(suite, tests);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? 1 : 0;
}
