/* Tests of the kinds of value: reading, writing and exact arithmetic.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "date.h"
#include "decimal.h"
#include "value.h"
#include "wide.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { ROUNDS = 5000, PARTS_MAX = 40 };

/* The same sequence in every run (xorshift64*). */
static uint64_t random_state;

static uint64_t random_bits(void)
{
    random_state ^= random_state >> 12;
    random_state ^= random_state << 25;
    random_state ^= random_state >> 27;
    return random_state * UINT64_C(2685821657736338717);
}

/* Of every length, as small numbers matter as much as large ones. */
static uint64_t random_number(void)
{
    return random_bits() >> (random_bits() % 64);
}

static int64_t random_positive(void)
{
    return (int64_t)(random_number() & INT64_MAX);
}

static uint64_t random_below(uint64_t limit)
{
    return random_bits() % limit;
}

static void seed_random(void)
{
    random_state = UINT64_C(0x9e3779b97f4a7c15);
}

static transfer_date date_of(const char *text)
{
    transfer_date date;

    ck_assert_msg(transfer_date_parse(text, &date) == TRANSFER_OK, "%s", text);
    return date;
}

static transfer_period period_of(const char *text)
{
    transfer_period period;

    ck_assert_msg(transfer_period_parse(text, &period) == TRANSFER_OK, "%s", text);
    return period;
}

static transfer_amount amount_of(const char *text)
{
    transfer_amount amount;

    ck_assert_msg(transfer_amount_parse(text, &amount) == TRANSFER_OK, "%s", text);
    return amount;
}

static transfer_quantity quantity_of(const char *text)
{
    transfer_quantity quantity;

    ck_assert_msg(transfer_quantity_parse(text, &quantity) == TRANSFER_OK, "%s", text);
    return quantity;
}

static transfer_share share_of(const char *text)
{
    transfer_share share;

    ck_assert_msg(transfer_share_parse(text, &share) == TRANSFER_OK, "%s", text);
    return share;
}

static const char *text_of_date(const transfer_date *date)
{
    static char text[TRANSFER_VALUE_SIZE];

    ck_assert_int_eq(transfer_date_format(date, text, sizeof(text)), TRANSFER_OK);
    return text;
}

static const char *text_of_period(const transfer_period *period)
{
    static char text[TRANSFER_VALUE_SIZE];

    ck_assert_int_eq(transfer_period_format(period, text, sizeof(text)), TRANSFER_OK);
    return text;
}

static const char *text_of_amount(const transfer_amount *amount)
{
    static char text[TRANSFER_VALUE_SIZE];

    ck_assert_int_eq(transfer_amount_format(amount, text, sizeof(text)), TRANSFER_OK);
    return text;
}

static const char *text_of_quantity(const transfer_quantity *quantity)
{
    static char text[TRANSFER_VALUE_SIZE];

    ck_assert_int_eq(transfer_quantity_format(quantity, text, sizeof(text)), TRANSFER_OK);
    return text;
}

static const char *text_of_share(const transfer_share *share)
{
    static char text[TRANSFER_VALUE_SIZE];

    ck_assert_int_eq(transfer_share_format(share, text, sizeof(text)), TRANSFER_OK);
    return text;
}

/* ------------------------------------------------------------------------------------------ */

START_TEST(wide_products_and_quotients_are_exact)
{
    /* quotient * divisor + remainder is the dividend, and the remainder is less than the divisor;
     * where the compiler has 128 bits, it agrees. */
    static const uint64_t edges[] = {0,          1,          2,
                                     UINT32_MAX, UINT64_C(1) << 32, UINT64_C(0xffffffff00000000),
                                     INT64_MAX,  (uint64_t)INT64_MAX + 1, UINT64_MAX - 1,
                                     UINT64_MAX};

    seed_random();
    for (size_t round = 0; round < ROUNDS * 10; round++) {
        uint64_t a = round % 3 ? random_number() : edges[random_below(COUNT(edges))];
        uint64_t b = round % 5 ? random_number() : edges[random_below(COUNT(edges))];
        uint64_t divisor = round % 7 ? random_number() : edges[random_below(COUNT(edges))];
        struct wide product = wide_multiply(a, b), quotient, back;
        uint64_t remainder;
        int is_exact = 1;

        if (divisor == 0)
            divisor = 1;
        quotient = wide_divide(product, divisor, &remainder);
        back = wide_multiply(quotient.low, divisor);
        back.high += quotient.high * divisor;
        back = wide_add(back, (struct wide){0, remainder});
        is_exact &= remainder < divisor && wide_compare(back, product) == 0;
        back = wide_subtract(product, back);
        is_exact &= back.high == 0 && back.low == 0;
#ifdef __SIZEOF_INT128__
        {
            unsigned __int128 exact = (unsigned __int128)a * b;

            is_exact &= product.low == (uint64_t)exact && product.high == (uint64_t)(exact >> 64);
            exact /= divisor;
            is_exact &= quotient.low == (uint64_t)exact && quotient.high == (uint64_t)(exact >> 64);
        }
#endif
        ck_assert(is_exact);
    }
}
END_TEST

START_TEST(dates_are_written_as_read)
{
    /* Each spelling of a date reads, and is written the same. */
    static const char *const texts[] = {
        "2013",  "2013-12",    "2013-12-05",  "2013?",       "2013-12~",         "2013-12-05?",
        "0001",  "9999-12-31", "2000-02-29",  "2024-02-29",  "before 2013",      "after 2013-12",
        "0001?", "0987-06",    "before 0002", "after 9998",  "before 2013-12-05", "after 0001",
        "before 0001-01-02", "after 9999-12-30", "2400-02-29",
    };

    for (size_t i = 0; i < COUNT(texts); i++) {
        transfer_date date = date_of(texts[i]);

        ck_assert_str_eq(text_of_date(&date), texts[i]);
        ck_assert(value_date_is_valid(&date));
    }
}
END_TEST

START_TEST(what_is_not_a_date_is_told_apart)
{
    /* A wrong form and a day that no calendar has are different faults, and nothing is written. */
    static const struct {
        const char *text;
        enum value_fault fault;
    } cases[] = {
        {"", VALUE_FORM},
        {"13", VALUE_FORM},
        {"20131", VALUE_FORM},
        {"2013-1", VALUE_FORM},
        {"2013-12-5", VALUE_FORM},
        {"2013-12-05-01", VALUE_FORM},
        {"2013-", VALUE_FORM},
        {"2013-12-", VALUE_FORM},
        {" 2013", VALUE_FORM},
        {"2013 ", VALUE_FORM},
        {"2013?~", VALUE_FORM},
        {"2013??", VALUE_FORM},
        {"?2013", VALUE_FORM},
        {"-013", VALUE_FORM},
        {"+2013", VALUE_FORM},
        {"before", VALUE_FORM},
        {"before ", VALUE_FORM},
        {"before2013", VALUE_FORM},
        {"before  2013", VALUE_FORM},
        {"before 2013?", VALUE_FORM},
        {"before after 2013", VALUE_FORM},
        {"Before 2013", VALUE_FORM},
        {"2013/2014", VALUE_FORM},
        {"20131205", VALUE_FORM},
        {"05/12/2013", VALUE_FORM},
        {"\xd9\xa2\xd9\xa0\xd9\xa1\xd9\xa3", VALUE_FORM},
        {"0000", VALUE_DATE_IMPOSSIBLE},
        {"2013-00", VALUE_DATE_IMPOSSIBLE},
        {"2013-13", VALUE_DATE_IMPOSSIBLE},
        {"2013-12-00", VALUE_DATE_IMPOSSIBLE},
        {"2013-12-32", VALUE_DATE_IMPOSSIBLE},
        {"2013-00-05", VALUE_DATE_IMPOSSIBLE},
        {"2013-04-31", VALUE_DATE_IMPOSSIBLE},
        {"2013-02-30", VALUE_DATE_IMPOSSIBLE},
        {"2013-02-29", VALUE_DATE_IMPOSSIBLE},
        {"1900-02-29", VALUE_DATE_IMPOSSIBLE},
        {"2100-02-29?", VALUE_DATE_IMPOSSIBLE},
        {"2500-02-29", VALUE_DATE_IMPOSSIBLE},
        {"before 2013-02-30", VALUE_DATE_IMPOSSIBLE},
        {"before 0001", VALUE_DATE_IMPOSSIBLE},
        {"before 0001-01-01", VALUE_DATE_IMPOSSIBLE},
        {"after 9999-12", VALUE_DATE_IMPOSSIBLE},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        transfer_date date = {.year = 77};

        ck_assert_msg(value_read_date(cases[i].text, strlen(cases[i].text), &date) ==
                          cases[i].fault,
                      "%s", cases[i].text);
        ck_assert_int_eq(transfer_date_parse(cases[i].text, &date), TRANSFER_SYNTAX);
        ck_assert_int_eq(date.year, 77);
    }
}
END_TEST

START_TEST(dates_cover_their_days)
{
    /* The bounds of a date are the first and last day that it covers; an open end has year 0. */
    static const struct {
        const char *text, *first, *last;
    } cases[] = {
        {"2013", "2013-01-01", "2013-12-31"},
        {"2013-02", "2013-02-01", "2013-02-28"},
        {"2000-02", "2000-02-01", "2000-02-29"},
        {"1900-02", "1900-02-01", "1900-02-28"},
        {"2024-02~", "2024-02-01", "2024-02-29"},
        {"2013-12-05?", "2013-12-05", "2013-12-05"},
        {"before 2013", NULL, "2012-12-31"},
        {"before 2024-03", NULL, "2024-02-29"},
        {"before 2013-12-05", NULL, "2013-12-04"},
        {"after 2013", "2014-01-01", NULL},
        {"after 2013-12", "2014-01-01", NULL},
        {"after 2013-02-28", "2013-03-01", NULL},
        {"after 2024-02-28", "2024-02-29", NULL},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        transfer_date date = date_of(cases[i].text), first, last;

        ck_assert_int_eq(transfer_date_bounds(&date, &first, &last), TRANSFER_OK);
        if (cases[i].first)
            ck_assert_str_eq(text_of_date(&first), cases[i].first);
        else
            ck_assert_int_eq(first.year, 0);
        if (cases[i].last)
            ck_assert_str_eq(text_of_date(&last), cases[i].last);
        else
            ck_assert_int_eq(last.year, 0);
    }
}
END_TEST

START_TEST(comparing_dates_is_three_valued)
{
    /* A date is certainly earlier only where every day it covers is. */
    static const struct {
        const char *a, *b;
        transfer_certainty expected;
    } cases[] = {
        {"2013", "2014", TRANSFER_CERTAINLY},
        {"2014", "2013", TRANSFER_CERTAINLY_NOT},
        {"2013", "2013", TRANSFER_POSSIBLY},
        {"2013-12-05", "2013-12-05", TRANSFER_CERTAINLY_NOT},
        {"2013-12-04", "2013-12-05", TRANSFER_CERTAINLY},
        {"2013", "2013-12-05", TRANSFER_POSSIBLY},
        {"2013", "2013-01-01", TRANSFER_CERTAINLY_NOT},
        {"2013-12-31", "2013", TRANSFER_CERTAINLY_NOT},
        {"2013-12-30", "2013", TRANSFER_POSSIBLY},
        {"2013-11", "2013-12", TRANSFER_CERTAINLY},
        {"2013?", "2014", TRANSFER_POSSIBLY},
        {"2014", "2013~", TRANSFER_POSSIBLY},
        {"before 2013", "2013", TRANSFER_CERTAINLY},
        {"before 2014", "2013", TRANSFER_POSSIBLY},
        {"2013", "before 2013", TRANSFER_CERTAINLY_NOT},
        {"2012-12-30", "before 2013", TRANSFER_POSSIBLY},
        {"after 2013", "2013", TRANSFER_CERTAINLY_NOT},
        {"after 2013", "2015", TRANSFER_POSSIBLY},
        {"2013", "after 2013", TRANSFER_CERTAINLY},
        {"2014-06", "after 2013", TRANSFER_POSSIBLY},
        {"before 2013", "after 2013", TRANSFER_CERTAINLY},
        {"after 2013", "before 2013", TRANSFER_CERTAINLY_NOT},
        {"before 2013", "before 2014", TRANSFER_POSSIBLY},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        transfer_date a = date_of(cases[i].a), b = date_of(cases[i].b);

        ck_assert_msg(transfer_date_is_before(&a, &b) == cases[i].expected, "%s, %s", cases[i].a,
                      cases[i].b);
    }
}
END_TEST

START_TEST(ends_before_starts_are_three_valued)
{
    /* An end that only may come first is told apart from one that does, and from one that is right
     * as people write it. */
    static const struct {
        const char *period;
        transfer_certainty expected;
    } cases[] = {
        {"2014-05-02/2014-05-01", TRANSFER_CERTAINLY},
        {"2014-05-01/2014-05-01", TRANSFER_CERTAINLY_NOT},
        {"2014-05-01/2014-05-02", TRANSFER_CERTAINLY_NOT},
        {"2015/2014", TRANSFER_CERTAINLY},
        {"2015/2014-12-31", TRANSFER_CERTAINLY},
        {"2014-02/2014-01", TRANSFER_CERTAINLY},
        {"2015~/2014", TRANSFER_POSSIBLY},
        {"2015/2014?", TRANSFER_POSSIBLY},
        {"2014-05-02?/2014-05-01", TRANSFER_POSSIBLY},
        {"2014/2014", TRANSFER_CERTAINLY_NOT},
        {"2014~/2014~", TRANSFER_CERTAINLY_NOT},
        {"2014~/2014", TRANSFER_CERTAINLY_NOT},
        {"2014~/2016~", TRANSFER_CERTAINLY_NOT},
        {"2014~/2015", TRANSFER_CERTAINLY_NOT},
        {"2014-06/2014", TRANSFER_POSSIBLY},
        {"2014/2014-06", TRANSFER_POSSIBLY},
        {"2014-06~/2014", TRANSFER_POSSIBLY},
        {"2014/2015-06", TRANSFER_CERTAINLY_NOT},
        {"2014-06-15/2014", TRANSFER_CERTAINLY_NOT},
        {"2014/2014-06-15", TRANSFER_CERTAINLY_NOT},
        {"2014/..", TRANSFER_CERTAINLY_NOT},
        {"../2014", TRANSFER_CERTAINLY_NOT},
    };
    transfer_date before = date_of("before 2014"), after = date_of("after 2014");
    transfer_date year = date_of("2014");

    for (size_t i = 0; i < COUNT(cases); i++) {
        transfer_period period = period_of(cases[i].period);

        ck_assert_msg(dates_are_reversed(&period.start, &period.end) == cases[i].expected, "%s",
                      cases[i].period);
    }
    ck_assert_int_eq(dates_are_reversed(&after, &year), TRANSFER_CERTAINLY);
    ck_assert_int_eq(dates_are_reversed(&year, &before), TRANSFER_CERTAINLY);
    ck_assert_int_eq(dates_are_reversed(&year, &after), TRANSFER_CERTAINLY_NOT);
    ck_assert_int_eq(dates_are_reversed(&before, &year), TRANSFER_CERTAINLY_NOT);
}
END_TEST

START_TEST(open_ends_are_never_certainly_before)
{
    transfer_date open = {0}, year = date_of("2014"), next = date_of("2015-01-01");

    ck_assert_int_eq(date_is_certainly_before(&year, &next), 1);
    ck_assert_int_eq(date_is_certainly_before(&next, &year), 0);
    ck_assert_int_eq(date_is_certainly_before(&year, &year), 0);
    ck_assert_int_eq(date_is_certainly_before(&open, &year), 0);
    ck_assert_int_eq(date_is_certainly_before(&year, &open), 0);
}
END_TEST

/* Fills a date with what a reader could have made, and sometimes with what it could not. */
static void random_date(transfer_date *date)
{
    memset(date, 0, sizeof(*date));
    date->year = (int32_t)random_below(10002) - 1;
    date->month = (uint8_t)random_below(14);
    date->day = random_below(3) ? (uint8_t)random_below(33) : 0;
    if (random_below(2))
        date->flags = (uint8_t)random_below(20);
    date->reserved = random_below(50) == 0;
}

START_TEST(valid_dates_survive_writing_and_reading)
{
    /* What a caller fills in is either refused, or written and read back the same. */
    size_t valid = 0;

    seed_random();
    for (size_t round = 0; round < ROUNDS; round++) {
        char text[TRANSFER_VALUE_SIZE];
        transfer_date date, back;
        transfer_status status;

        random_date(&date);
        status = transfer_date_format(&date, text, sizeof(text));
        if (!value_date_is_valid(&date)) {
            ck_assert_int_eq(status, TRANSFER_MISUSE);
            ck_assert_int_eq(transfer_date_bounds(&date, &back, &back), TRANSFER_MISUSE);
            ck_assert_int_eq(transfer_date_is_before(&date, &date), TRANSFER_POSSIBLY);
            continue;
        }
        valid++;
        ck_assert_int_eq(status, TRANSFER_OK);
        back = date_of(text);
        ck_assert_mem_eq(&back, &date, sizeof(date));
    }
    ck_assert_uint_gt(valid, ROUNDS / 10);
}
END_TEST

START_TEST(periods_are_written_in_their_shortest_spelling)
{
    /* Each spelling of a period reads; the same start and end are written once. */
    static const struct {
        const char *text, *written;
    } cases[] = {
        {"2014-01-01/2016-12-31", "2014-01-01/2016-12-31"},
        {"2014/2016", "2014/2016"},
        {"2014~/2016~", "2014~/2016~"},
        {"2014/..", "2014/.."},
        {"../2016", "../2016"},
        {"2014", "2014"},
        {"2014-05?", "2014-05?"},
        {"2014/2014", "2014"},
        {"2014/2014?", "2014/2014?"},
        {"2014/2014-01", "2014/2014-01"},
        {"2016/2014", "2016/2014"}, /* a rule reports it */
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        transfer_period period = period_of(cases[i].text);

        ck_assert_str_eq(text_of_period(&period), cases[i].written);
        ck_assert(value_period_is_valid(&period));
    }
}
END_TEST

START_TEST(what_is_not_a_period_is_told_apart)
{
    /* A wrong form and an impossible day are different faults, at either end. */
    static const struct {
        const char *text;
        enum value_fault fault;
    } cases[] = {
        {"", VALUE_FORM},
        {"/", VALUE_FORM},
        {"..", VALUE_FORM},
        {"../..", VALUE_FORM},
        {"2014/", VALUE_FORM},
        {"/2014", VALUE_FORM},
        {"2014/2015/2016", VALUE_FORM},
        {"2014-2016", VALUE_FORM},
        {"2014 / 2016", VALUE_FORM},
        {"2014/...", VALUE_FORM},
        {"before 2014", VALUE_FORM},
        {"before 2014/2016", VALUE_FORM},
        {"2014/after 2016", VALUE_FORM},
        {"2014-02-30/x", VALUE_FORM},
        {"2014-02-30", VALUE_DATE_IMPOSSIBLE},
        {"2014-02-30/2016", VALUE_DATE_IMPOSSIBLE},
        {"2014/2016-13", VALUE_DATE_IMPOSSIBLE},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        transfer_period period = {.start = {.year = 77}, .end = {.year = 78}};

        ck_assert_msg(value_read_period(cases[i].text, strlen(cases[i].text), &period) ==
                          cases[i].fault,
                      "%s", cases[i].text);
        ck_assert_int_eq(transfer_period_parse(cases[i].text, &period), TRANSFER_SYNTAX);
        ck_assert_int_eq(period.start.year, 77);
        ck_assert_int_eq(period.end.year, 78);
    }
}
END_TEST

START_TEST(periods_contain_dates_three_valued)
{
    /* A period certainly contains what lies in it whole, and certainly not what lies outside. */
    static const struct {
        const char *period, *date;
        transfer_certainty expected;
    } cases[] = {
        {"2014/2016", "2015", TRANSFER_CERTAINLY},
        {"2014/2016", "2014-01-01", TRANSFER_CERTAINLY},
        {"2014/2016", "2016-12-31", TRANSFER_CERTAINLY},
        {"2014/2016", "2017-01-01", TRANSFER_CERTAINLY_NOT},
        {"2014/2016", "2013-12-31", TRANSFER_CERTAINLY_NOT},
        {"2014-06-15/2016", "2014", TRANSFER_POSSIBLY},
        {"2014-06-15/2016", "2014-06", TRANSFER_POSSIBLY},
        {"2014-06-15/2016", "2014-05", TRANSFER_CERTAINLY_NOT},
        {"2014/..", "2099", TRANSFER_CERTAINLY},
        {"../2016", "0001", TRANSFER_CERTAINLY},
        {"2014/..", "after 2014", TRANSFER_CERTAINLY},
        {"2014/..", "after 2010", TRANSFER_POSSIBLY},
        {"2014/..", "before 2014", TRANSFER_CERTAINLY_NOT},
        {"2014/2016", "before 2015", TRANSFER_POSSIBLY},
        {"2014/2016", "after 2016", TRANSFER_CERTAINLY_NOT},
        {"2014/2016", "2015?", TRANSFER_POSSIBLY},
        {"2014/2016", "1999~", TRANSFER_POSSIBLY},
        {"2014~/2016", "2015", TRANSFER_POSSIBLY},
        {"2014~/2016", "2013", TRANSFER_POSSIBLY},
        {"2014~/2016", "2017", TRANSFER_CERTAINLY_NOT},
        {"2014/2016?", "2013", TRANSFER_CERTAINLY_NOT},
        {"2014", "2014-07", TRANSFER_CERTAINLY},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        transfer_period period = period_of(cases[i].period);
        transfer_date date = date_of(cases[i].date);

        ck_assert_msg(transfer_period_contains(&period, &date) == cases[i].expected, "%s, %s",
                      cases[i].period, cases[i].date);
    }
}
END_TEST

START_TEST(periods_have_a_first_and_a_last_day)
{
    /* Bounds are the outer days of both ends; a period open to both sides, such as the validity of
     * a code, has bounds but no spelling. */
    transfer_period period = period_of("2014-02~/2016-02"), always = {.start = {0}, .end = {0}};
    transfer_date first, last, day = date_of("2015");
    char text[TRANSFER_VALUE_SIZE];

    ck_assert_int_eq(transfer_period_bounds(&period, &first, &last), TRANSFER_OK);
    ck_assert_str_eq(text_of_date(&first), "2014-02-01");
    ck_assert_str_eq(text_of_date(&last), "2016-02-29");
    period = period_of("../2016");
    ck_assert_int_eq(transfer_period_bounds(&period, &first, &last), TRANSFER_OK);
    ck_assert_int_eq(first.year, 0);
    ck_assert_int_eq(transfer_period_bounds(&always, &first, &last), TRANSFER_OK);
    ck_assert_int_eq(last.year, 0);
    ck_assert_int_eq(transfer_period_contains(&always, &day), TRANSFER_CERTAINLY);
    ck_assert_int_eq(transfer_period_format(&always, text, sizeof(text)), TRANSFER_MISUSE);
}
END_TEST

START_TEST(valid_periods_survive_writing_and_reading)
{
    /* A period written and read back is the same. */
    size_t valid = 0;

    seed_random();
    for (size_t round = 0; round < ROUNDS * 4; round++) {
        char text[TRANSFER_VALUE_SIZE];
        transfer_period period, back;
        transfer_status status;

        random_date(&period.start);
        random_date(&period.end);
        if (random_below(4) == 0)
            memset(&period.end, 0, sizeof(period.end));
        if (random_below(4) == 0)
            memset(&period.start, 0, sizeof(period.start));
        status = transfer_period_format(&period, text, sizeof(text));
        ck_assert_int_eq(status,
                         value_period_is_valid(&period) ? TRANSFER_OK : TRANSFER_MISUSE);
        if (status != TRANSFER_OK)
            continue;
        valid++;
        back = period_of(text);
        ck_assert_mem_eq(&back, &period, sizeof(period));
    }
    ck_assert_uint_gt(valid, ROUNDS / 10);
}
END_TEST

START_TEST(amounts_are_written_canonically)
{
    /* Minor units are written all or not at all. */
    static const struct {
        const char *text, *written;
        int64_t minor;
    } cases[] = {
        {"30000000 EUR", "30000000 EUR", INT64_C(3000000000)},
        {"1250.50 EUR", "1250.50 EUR", 125050},
        {"1250.5 EUR", "1250.50 EUR", 125050},
        {"1250.00 EUR", "1250 EUR", 125000},
        {"0.01 EUR", "0.01 EUR", 1},
        {"0 EUR", "0 EUR", 0},
        {"-0.05 EUR", "-0.05 EUR", -5},
        {"-3 EUR", "-3 EUR", -300},
        {"-0 EUR", "0 EUR", 0},
        {"007 EUR", "7 EUR", 700},
        {"500 JPY", "500 JPY", 500},
        {"1.234 TND", "1.234 TND", 1234},
        {"1.2 TND", "1.200 TND", 1200},
        {"655.96 FRF", "655.96 FRF", 65596},
        {"more than 20000000 EUR", "more than 20000000 EUR", INT64_C(2000000000)},
        {"about 2.50 EUR", "about 2.50 EUR", 250},
        {"at least 1 EUR", "at least 1 EUR", 100},
        {"at most 1 EUR", "at most 1 EUR", 100},
        {"less than 1 EUR", "less than 1 EUR", 100},
        {"92233720368547758.07 EUR", "92233720368547758.07 EUR", INT64_MAX},
        {"-92233720368547758.07 EUR", "-92233720368547758.07 EUR", -INT64_MAX},
        {"9223372036854775807 JPY", "9223372036854775807 JPY", INT64_MAX},
        {"more than -92233720368547758.07 EUR", "more than -92233720368547758.07 EUR",
         -INT64_MAX},
        {"000000000000000000000000000000000001 EUR", "1 EUR", 100},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        transfer_amount amount = amount_of(cases[i].text);

        ck_assert_int_eq(amount.minor, cases[i].minor);
        ck_assert_str_eq(text_of_amount(&amount), cases[i].written);
        ck_assert(value_amount_is_valid(&amount));
    }
}
END_TEST

START_TEST(what_is_not_an_amount_is_told_apart)
{
    /* The form, the currency, the decimals and the size are different faults. */
    static const struct {
        const char *text;
        enum value_fault fault;
    } cases[] = {
        {"", VALUE_FORM},
        {"EUR", VALUE_FORM},
        {" EUR", VALUE_FORM},
        {"30000000", VALUE_FORM},
        {"30000000EUR", VALUE_FORM},
        {"30000000  EUR", VALUE_FORM},
        {" 30000000 EUR", VALUE_FORM},
        {"30000000 EUR ", VALUE_FORM},
        {"30 000 000 EUR", VALUE_FORM},
        {"30,5 EUR", VALUE_FORM},
        {"30. EUR", VALUE_FORM},
        {".5 EUR", VALUE_FORM},
        {"+5 EUR", VALUE_FORM},
        {"--5 EUR", VALUE_FORM},
        {"1e3 EUR", VALUE_FORM},
        {"0x10 EUR", VALUE_FORM},
        {"1.2.3 EUR", VALUE_FORM},
        {"5 eur", VALUE_FORM},
        {"5 EURO", VALUE_FORM},
        {"5 \xe2\x82\xac", VALUE_FORM},
        {"about5 EUR", VALUE_FORM},
        {"about  5 EUR", VALUE_FORM},
        {"about at least 5 EUR", VALUE_FORM},
        {"> 5 EUR", VALUE_FORM},
        {"5 XQZ", VALUE_CURRENCY_UNKNOWN},
        {"5.123 XQZ", VALUE_CURRENCY_UNKNOWN},
        {"1.234 EUR", VALUE_AMOUNT_DECIMALS},
        {"1.000 EUR", VALUE_AMOUNT_DECIMALS},
        {"1.0 JPY", VALUE_AMOUNT_DECIMALS},
        {"1.0000 TND", VALUE_AMOUNT_DECIMALS},
        {"655.957 FRF", VALUE_AMOUNT_DECIMALS},
        {"99999999999999999999999999.123 EUR", VALUE_AMOUNT_DECIMALS},
        {"92233720368547758.08 EUR", VALUE_RANGE},
        {"-92233720368547758.08 EUR", VALUE_RANGE},
        {"9223372036854775808 JPY", VALUE_RANGE},
        {"18446744073709551616 JPY", VALUE_RANGE},
        {"99999999999999999999999999 EUR", VALUE_RANGE},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        transfer_amount amount = {.minor = 77};

        ck_assert_msg(value_read_amount(cases[i].text, strlen(cases[i].text), &amount) ==
                          cases[i].fault,
                      "%s", cases[i].text);
        ck_assert_int_eq(transfer_amount_parse(cases[i].text, &amount), TRANSFER_SYNTAX);
        ck_assert_int_eq(amount.minor, 77);
    }
}
END_TEST

START_TEST(only_amounts_a_reader_could_make_are_valid)
{
    /* A struct with another currency's decimals, or reserved bytes set, is refused. */
    transfer_amount good = amount_of("1 EUR"), bad;
    char text[TRANSFER_VALUE_SIZE];

    bad = good;
    bad.decimals = 3;
    ck_assert(!value_amount_is_valid(&bad));
    ck_assert_int_eq(transfer_amount_format(&bad, text, sizeof(text)), TRANSFER_MISUSE);
    bad = good;
    bad.reserved[1] = 1;
    ck_assert(!value_amount_is_valid(&bad));
    bad = good;
    bad.qualifier = TRANSFER_LESS_THAN + 1;
    ck_assert(!value_amount_is_valid(&bad));
    ck_assert_int_eq(transfer_amount_add(&bad, &good, &bad), TRANSFER_MISUSE);
    bad = good;
    bad.minor = INT64_MIN;
    ck_assert(!value_amount_is_valid(&bad));
    ck_assert_int_eq(transfer_amount_subtract(&good, &bad, &bad), TRANSFER_MISUSE);
    bad = good;
    memset(bad.currency, 'E', sizeof(bad.currency));
    ck_assert(!value_amount_is_valid(&bad));
    bad = good;
    memcpy(bad.currency, "XQZ", 4);
    ck_assert(!value_amount_is_valid(&bad));
    memcpy(bad.currency, "EU", 3);
    ck_assert(!value_amount_is_valid(&bad));
}
END_TEST

START_TEST(valid_amounts_survive_writing_and_reading)
{
    /* An amount written and read back is the same. */
    static const char *const currencies[] = {"0 EUR", "0 JPY", "0 TND", "0 USD", "0 FRF"};

    seed_random();
    for (size_t round = 0; round < ROUNDS; round++) {
        char text[TRANSFER_VALUE_SIZE];
        transfer_amount amount = amount_of(currencies[random_below(COUNT(currencies))]), back;

        amount.minor = random_below(2) ? random_positive() : -random_positive();
        amount.qualifier = (uint8_t)random_below(TRANSFER_LESS_THAN + 1);
        ck_assert_int_eq(transfer_amount_format(&amount, text, sizeof(text)), TRANSFER_OK);
        back = amount_of(text);
        ck_assert_mem_eq(&back, &amount, sizeof(amount));
    }
}
END_TEST

START_TEST(sums_keep_bounds)
{
    /* A bound stays a bound, strict if one of both is; opposite bounds make "about". */
    static const struct {
        const char *a, *b, *sum, *difference;
    } cases[] = {
        {"2 EUR", "1 EUR", "3 EUR", "1 EUR"},
        {"1 EUR", "2.50 EUR", "3.50 EUR", "-1.50 EUR"},
        {"more than 2 EUR", "1 EUR", "more than 3 EUR", "more than 1 EUR"},
        {"2 EUR", "more than 1 EUR", "more than 3 EUR", "less than 1 EUR"},
        {"2 EUR", "at least 1 EUR", "at least 3 EUR", "at most 1 EUR"},
        {"at least 2 EUR", "at least 1 EUR", "at least 3 EUR", "about 1 EUR"},
        {"at least 2 EUR", "more than 1 EUR", "more than 3 EUR", "about 1 EUR"},
        {"at most 2 EUR", "less than 1 EUR", "less than 3 EUR", "about 1 EUR"},
        {"at least 2 EUR", "at most 1 EUR", "about 3 EUR", "at least 1 EUR"},
        {"at least 2 EUR", "less than 1 EUR", "about 3 EUR", "more than 1 EUR"},
        {"about 2 EUR", "at least 1 EUR", "about 3 EUR", "about 1 EUR"},
        {"about 2 EUR", "1 EUR", "about 3 EUR", "about 1 EUR"},
        {"about 2 EUR", "about 1 EUR", "about 3 EUR", "about 1 EUR"},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        transfer_amount a = amount_of(cases[i].a), b = amount_of(cases[i].b), result;

        ck_assert_int_eq(transfer_amount_add(&a, &b, &result), TRANSFER_OK);
        ck_assert_str_eq(text_of_amount(&result), cases[i].sum);
        ck_assert_int_eq(transfer_amount_add(&b, &a, &result), TRANSFER_OK);
        ck_assert_str_eq(text_of_amount(&result), cases[i].sum);
        ck_assert_int_eq(transfer_amount_subtract(&a, &b, &result), TRANSFER_OK);
        ck_assert_str_eq(text_of_amount(&result), cases[i].difference);
    }
}
END_TEST

START_TEST(sums_never_wrap)
{
    /* What does not fit, and INT64_MIN, is an overflow; two currencies do not add up. */
    transfer_amount most = amount_of("9223372036854775807 JPY");
    transfer_amount least = amount_of("-9223372036854775807 JPY");
    transfer_amount one = amount_of("1 JPY"), euro = amount_of("1 EUR"), sum;
    int order;

    ck_assert_int_eq(transfer_amount_add(&most, &one, &sum), TRANSFER_OVERFLOW);
    ck_assert_int_eq(transfer_amount_subtract(&least, &one, &sum), TRANSFER_OVERFLOW);
    ck_assert_int_eq(transfer_amount_subtract(&most, &least, &sum), TRANSFER_OVERFLOW);
    ck_assert_int_eq(transfer_amount_add(&most, &least, &sum), TRANSFER_OK);
    ck_assert_int_eq(sum.minor, 0);
    sum = most; /* the result may be an operand */
    ck_assert_int_eq(transfer_amount_subtract(&sum, &one, &sum), TRANSFER_OK);
    ck_assert_int_eq(sum.minor, INT64_MAX - 1);
    ck_assert_int_eq(transfer_amount_add(&one, &euro, &sum), TRANSFER_WRONG_KIND);
    ck_assert_int_eq(transfer_amount_subtract(&one, &euro, &sum), TRANSFER_WRONG_KIND);
    ck_assert_int_eq(transfer_amount_compare(&one, &euro, &order), TRANSFER_WRONG_KIND);
    ck_assert_int_eq(transfer_amount_compare(&least, &most, &order), TRANSFER_OK);
    ck_assert_int_eq(order, -1);
    ck_assert_int_eq(transfer_amount_compare(&most, &one, &order), TRANSFER_OK);
    ck_assert_int_eq(order, 1);
    ck_assert_int_eq(transfer_amount_compare(&one, &one, &order), TRANSFER_OK);
    ck_assert_int_eq(order, 0);
    ck_assert_int_eq(transfer_amount_is_above(&one, &euro), TRANSFER_CERTAINLY_NOT);
}
END_TEST

START_TEST(qualified_amounts_compare_as_intervals)
{
    /* One amount is above another certainly only where every value of its interval is. */
    static const struct {
        const char *a, *b;
        transfer_certainty expected;
    } cases[] = {
        {"2 EUR", "1 EUR", TRANSFER_CERTAINLY},
        {"1 EUR", "1 EUR", TRANSFER_CERTAINLY_NOT},
        {"1 EUR", "2 EUR", TRANSFER_CERTAINLY_NOT},
        {"about 9 EUR", "1 EUR", TRANSFER_POSSIBLY},
        {"1 EUR", "about 9 EUR", TRANSFER_POSSIBLY},
        {"at least 2 EUR", "1 EUR", TRANSFER_CERTAINLY},
        {"at least 2 EUR", "2 EUR", TRANSFER_POSSIBLY},
        {"at least 1 EUR", "2 EUR", TRANSFER_POSSIBLY},
        {"more than 2 EUR", "2 EUR", TRANSFER_CERTAINLY},
        {"more than 1 EUR", "2 EUR", TRANSFER_POSSIBLY},
        {"at most 2 EUR", "2 EUR", TRANSFER_CERTAINLY_NOT},
        {"at most 3 EUR", "2 EUR", TRANSFER_POSSIBLY},
        {"less than 2 EUR", "3 EUR", TRANSFER_CERTAINLY_NOT},
        {"2 EUR", "less than 2 EUR", TRANSFER_CERTAINLY},
        {"2 EUR", "at most 2 EUR", TRANSFER_POSSIBLY},
        {"3 EUR", "at most 2 EUR", TRANSFER_CERTAINLY},
        {"2 EUR", "at least 2 EUR", TRANSFER_CERTAINLY_NOT},
        {"3 EUR", "at least 2 EUR", TRANSFER_POSSIBLY},
        {"2 EUR", "more than 2 EUR", TRANSFER_CERTAINLY_NOT},
        {"at most 2 EUR", "more than 2 EUR", TRANSFER_CERTAINLY_NOT},
        {"more than 2 EUR", "at most 2 EUR", TRANSFER_CERTAINLY},
        {"at least 2 EUR", "at most 2 EUR", TRANSFER_POSSIBLY},
        {"at least 2 EUR", "less than 2 EUR", TRANSFER_CERTAINLY},
        {"at least 9 EUR", "at least 1 EUR", TRANSFER_POSSIBLY},
        {"at most 1 EUR", "at most 9 EUR", TRANSFER_POSSIBLY},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        transfer_amount a = amount_of(cases[i].a), b = amount_of(cases[i].b);

        ck_assert_msg(transfer_amount_is_above(&a, &b) == cases[i].expected, "%s, %s", cases[i].a,
                      cases[i].b);
    }
}
END_TEST

START_TEST(a_share_of_an_amount_is_rounded_to_the_nearest)
{
    /* Halves go away from zero; "equal" and "rest" are no numbers; what does not fit overflows. */
    static const struct {
        const char *whole, *share, *part;
    } cases[] = {
        {"30000000 EUR", "50%", "15000000 EUR"},
        {"10 EUR", "1/3", "3.33 EUR"},
        {"10 EUR", "2/3", "6.67 EUR"},
        {"0.01 EUR", "50%", "0.01 EUR"},
        {"-0.01 EUR", "50%", "-0.01 EUR"},
        {"0.01 EUR", "49.99%", "0 EUR"},
        {"-0.01 EUR", "1/3", "0 EUR"},
        {"208796.82 EUR", "45%", "93958.57 EUR"},
        {"more than 20 EUR", "1/2", "more than 10 EUR"},
        {"more than 20 EUR", "0%", "0 EUR"},
        {"92233720368547758.07 EUR", "9223372036854775806/9223372036854775807",
         "92233720368547758.06 EUR"},
        {"92233720368547758.07 EUR", "100%", "92233720368547758.07 EUR"},
        {"10 EUR", "150%", "15 EUR"},
    };
    transfer_amount most = amount_of("92233720368547758.07 EUR"), part;
    transfer_share share = share_of("101%");

    ck_assert_int_eq(transfer_amount_share(&most, &share, &part), TRANSFER_OVERFLOW);
    share = share_of("9223372036854775807/1");
    ck_assert_int_eq(transfer_amount_share(&most, &share, &part), TRANSFER_OVERFLOW);
    share = share_of("equal");
    ck_assert_int_eq(transfer_amount_share(&most, &share, &part), TRANSFER_MISUSE);
    share = share_of("rest");
    ck_assert_int_eq(transfer_amount_share(&most, &share, &part), TRANSFER_MISUSE);
    for (size_t i = 0; i < COUNT(cases); i++) {
        transfer_amount whole = amount_of(cases[i].whole);

        share = share_of(cases[i].share);
        ck_assert_int_eq(transfer_amount_share(&whole, &share, &part), TRANSFER_OK);
        ck_assert_str_eq(text_of_amount(&part), cases[i].part);
    }
}
END_TEST

/* The sum of the parts; they fit, as the whole does. */
static int64_t sum_of(const transfer_amount *parts, size_t count)
{
    int64_t sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += parts[i].minor;
    return sum;
}

static void check_parts(const transfer_amount *parts, const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ck_assert_str_eq(text_of_amount(&parts[i]), texts[i]);
}

START_TEST(equal_parts_sum_to_the_whole)
{
    /* The first named get what is left over, and no part is more than a cent above another. */
    transfer_amount whole = amount_of("10 EUR"), parts[PARTS_MAX];

    ck_assert_int_eq(transfer_amount_divide(&whole, 3, parts), TRANSFER_OK);
    check_parts(parts, (const char *const[]){"3.34 EUR", "3.33 EUR", "3.33 EUR"}, 3);
    whole = amount_of("-0.02 EUR");
    ck_assert_int_eq(transfer_amount_divide(&whole, 3, parts), TRANSFER_OK);
    check_parts(parts, (const char *const[]){"-0.01 EUR", "-0.01 EUR", "0 EUR"}, 3);
    whole = amount_of("at least 10 EUR");
    ck_assert_int_eq(transfer_amount_divide(&whole, 1, parts), TRANSFER_OK);
    ck_assert_str_eq(text_of_amount(parts), "at least 10 EUR");
    ck_assert_int_eq(transfer_amount_divide(&whole, 0, parts), TRANSFER_MISUSE);
    parts[0] = amount_of("10 EUR"); /* the whole may be one of the parts */
    ck_assert_int_eq(transfer_amount_divide(parts, 3, parts), TRANSFER_OK);
    ck_assert_int_eq(sum_of(parts, 3), 1000);
    seed_random();
    for (size_t round = 0; round < ROUNDS; round++) {
        size_t count = 1 + random_below(PARTS_MAX);
        int is_fair = 1;

        whole.minor = round == 0 ? INT64_MAX : random_positive();
        if (round % 2)
            whole.minor = -whole.minor;
        ck_assert_int_eq(transfer_amount_divide(&whole, count, parts), TRANSFER_OK);
        ck_assert_int_eq(sum_of(parts, count), whole.minor);
        for (size_t i = 1; i < count; i++) {
            uint64_t before = decimal_magnitude(parts[i - 1].minor);
            uint64_t part = decimal_magnitude(parts[i].minor);

            is_fair &= part <= before && decimal_magnitude(parts[0].minor) - part <= 1;
        }
        ck_assert(is_fair);
    }
}
END_TEST

/* Whether `part` is within one minor unit of whole * numerator / denominator. */
static int is_near(uint64_t part, uint64_t whole, uint64_t numerator, uint64_t denominator)
{
    struct wide exact = wide_multiply(whole, numerator), low, high;

    low = part == 0 ? (struct wide){0, 0} : wide_multiply(part - 1, denominator);
    high = wide_multiply(part + 1, denominator);
    return wide_compare(high, exact) > 0 && (part == 0 || wide_compare(low, exact) < 0);
}

START_TEST(parts_in_proportion_sum_to_the_whole)
{
    /* Each part is within a minor unit of its exact value, larger weights get no smaller parts,
     * and nothing is lost. */
    transfer_amount whole = amount_of("100 EUR"), parts[PARTS_MAX];
    int64_t weights[PARTS_MAX] = {1, 1, 1};

    ck_assert_int_eq(transfer_amount_apportion(&whole, weights, 3, parts), TRANSFER_OK);
    check_parts(parts, (const char *const[]){"33.34 EUR", "33.33 EUR", "33.33 EUR"}, 3);
    memcpy(weights, (const int64_t[]){1, 2, 0, 4}, 4 * sizeof(*weights));
    whole = amount_of("more than 0.10 EUR"); /* exactly 1.43, 2.86, 0 and 5.71 cents */
    ck_assert_int_eq(transfer_amount_apportion(&whole, weights, 4, parts), TRANSFER_OK);
    check_parts(parts,
                (const char *const[]){"more than 0.01 EUR", "more than 0.03 EUR", "0 EUR",
                                      "more than 0.06 EUR"},
                4);
    weights[1] = -1;
    ck_assert_int_eq(transfer_amount_apportion(&whole, weights, 4, parts), TRANSFER_MISUSE);
    memset(weights, 0, sizeof(weights));
    ck_assert_int_eq(transfer_amount_apportion(&whole, weights, 4, parts), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_amount_apportion(&whole, weights, 0, parts), TRANSFER_MISUSE);
    weights[0] = weights[1] = INT64_MAX;
    ck_assert_int_eq(transfer_amount_apportion(&whole, weights, 2, parts), TRANSFER_OVERFLOW);
    seed_random();
    for (size_t round = 0; round < ROUNDS / 4; round++) {
        size_t count = 1 + random_below(PARTS_MAX);
        int64_t sum = 0;

        whole.minor = round == 0 ? INT64_MAX : random_positive();
        for (size_t i = 0; i < count; i++) {
            weights[i] = (int64_t)(random_number() >> 7); /* 40 of them fit in 63 bits */
            if (round % 3 == 0)
                weights[i] %= 5;
            sum += weights[i];
        }
        if (sum == 0)
            weights[0] = sum = 1;
        if (round % 2)
            whole.minor = -whole.minor;
        ck_assert_int_eq(transfer_amount_apportion(&whole, weights, count, parts), TRANSFER_OK);
        ck_assert_int_eq(sum_of(parts, count), whole.minor);
        for (size_t i = 0; i < count; i++) {
            uint64_t part = decimal_magnitude(parts[i].minor);
            int is_fair = is_near(part, decimal_magnitude(whole.minor), (uint64_t)weights[i],
                                  (uint64_t)sum);

            for (size_t j = 0; j < count; j++) {
                if (weights[i] > weights[j] || (weights[i] == weights[j] && i < j))
                    is_fair &= part >= decimal_magnitude(parts[j].minor);
            }
            ck_assert(is_fair);
        }
    }
}
END_TEST

START_TEST(amounts_split_by_shares)
{
    /* "equal" and "rest" take what the others leave, and shares of 1 in all lose no cent. */
    static const struct {
        const char *whole;
        size_t count;
        const char *shares[4], *parts[4];
    } cases[] = {
        {"30000000 EUR", 2, {"equal", "equal"}, {"15000000 EUR", "15000000 EUR"}},
        {"10 EUR", 3, {"1/3", "1/3", "1/3"}, {"3.34 EUR", "3.33 EUR", "3.33 EUR"}},
        {"10 EUR", 3, {"50%", "equal", "equal"}, {"5 EUR", "2.50 EUR", "2.50 EUR"}},
        {"0.10 EUR", 4, {"50%", "equal", "equal", "equal"},
         {"0.05 EUR", "0.02 EUR", "0.02 EUR", "0.01 EUR"}},
        {"10 EUR", 3, {"rest", "1/3", "1/6"}, {"5 EUR", "3.33 EUR", "1.67 EUR"}},
        {"10 EUR", 2, {"100%", "rest"}, {"10 EUR", "0 EUR"}},
        {"more than 10 EUR", 2, {"100%", "rest"}, {"more than 10 EUR", "0 EUR"}},
        {"10 EUR", 3, {"40%", "equal", "rest"}, {"4 EUR", "6 EUR", "0 EUR"}},
        {"10 EUR", 1, {"rest"}, {"10 EUR"}},
        {"-10 EUR", 3, {"equal", "equal", "equal"}, {"-3.34 EUR", "-3.33 EUR", "-3.33 EUR"}},
        /* 99.99% of 10.00 is 9.999: rounded to 10.00, of which each has 3.333. */
        {"10 EUR", 3, {"33.33%", "33.33%", "33.33%"}, {"3.34 EUR", "3.33 EUR", "3.33 EUR"}},
        {"100 EUR", 3, {"33.33%", "33.33%", "33.33%"}, {"33.33 EUR", "33.33 EUR", "33.33 EUR"}},
        {"0.01 EUR", 2, {"1/5", "1/5"}, {"0 EUR", "0 EUR"}},
        {"0.01 EUR", 2, {"1/5", "2/5"}, {"0 EUR", "0.01 EUR"}},
        {"92233720368547758.07 EUR", 2, {"1/2", "1/2"},
         {"46116860184273879.04 EUR", "46116860184273879.03 EUR"}},
        /* The larger remainder comes first, here of another denominator. */
        {"0.01 EUR", 2, {"3/7", "4/7"}, {"0 EUR", "0.01 EUR"}},
    };
    static const struct {
        const char *shares[2];
        transfer_status status;
    } faults[] = {
        {{"rest", "rest"}, TRANSFER_MISUSE},
        {{"60%", "1/2"}, TRANSFER_MISUSE},
        {{"101%", "equal"}, TRANSFER_MISUSE},
        {{"1/9223372036854775807", "1/9223372036854775806"}, TRANSFER_OVERFLOW},
    };
    transfer_share shares[4];
    transfer_amount parts[4], whole = amount_of("1 EUR");

    for (size_t i = 0; i < COUNT(cases); i++) {
        for (size_t j = 0; j < cases[i].count; j++)
            shares[j] = share_of(cases[i].shares[j]);
        whole = amount_of(cases[i].whole);
        ck_assert_int_eq(transfer_amount_split(&whole, shares, cases[i].count, parts),
                         TRANSFER_OK);
        check_parts(parts, cases[i].parts, cases[i].count);
    }
    for (size_t i = 0; i < COUNT(faults); i++) {
        shares[0] = share_of(faults[i].shares[0]);
        shares[1] = share_of(faults[i].shares[1]);
        ck_assert_int_eq(transfer_amount_split(&whole, shares, 2, parts), faults[i].status);
    }
    ck_assert_int_eq(transfer_amount_split(&whole, shares, 0, parts), TRANSFER_MISUSE);
}
END_TEST

START_TEST(random_splits_sum_to_the_whole)
{
    /* Whatever the shares, parts of shares that sum to 1 sum to the whole, each within a minor unit
     * of its exact value. */
    seed_random();
    for (size_t round = 0; round < ROUNDS / 4; round++) {
        transfer_amount whole = amount_of("0 EUR"), parts[PARTS_MAX];
        transfer_share shares[PARTS_MAX];
        size_t count = 1 + random_below(PARTS_MAX);
        int64_t denominator = 1 + (int64_t)random_below(1000000), left = denominator;
        int has_rest = (int)random_below(2);

        memset(shares, 0, sizeof(shares));
        whole.minor = random_positive();
        for (size_t i = 0; i < count; i++) {
            /* The same number in different terms, and an "equal" or "rest" at the end. */
            int64_t scale = 1 + (int64_t)random_below(9), part;

            part = i + 1 == count ? left : (int64_t)random_below((uint64_t)left + 1);
            if (i + 1 == count && has_rest) {
                shares[i].form = random_below(2) ? TRANSFER_SHARE_REST : TRANSFER_SHARE_EQUAL;
                shares[i].denominator = 1;
            } else {
                shares[i].numerator = part * scale;
                shares[i].denominator = denominator * scale;
                left -= part;
            }
        }
        ck_assert_int_eq(transfer_amount_split(&whole, shares, count, parts), TRANSFER_OK);
        ck_assert_int_eq(sum_of(parts, count), whole.minor);
        for (size_t i = 0; i < count - (has_rest ? 1 : 0); i++)
            ck_assert(is_near((uint64_t)parts[i].minor, (uint64_t)whole.minor,
                              (uint64_t)shares[i].numerator, (uint64_t)shares[i].denominator));
    }
}
END_TEST

START_TEST(many_parts_are_split_in_good_time)
{
    /* A hundred thousand parts with remainders of their own: quadratic work would not end here. */
    enum { MANY = 100000 };
    transfer_amount whole = amount_of("92233720368547758.07 EUR");
    transfer_amount *parts = calloc(MANY, sizeof(*parts));
    int64_t *weights = calloc(MANY, sizeof(*weights));

    ck_assert_ptr_nonnull(parts);
    ck_assert_ptr_nonnull(weights);
    for (size_t i = 0; i < MANY; i++)
        weights[i] = (int64_t)i;
    ck_assert_int_eq(transfer_amount_apportion(&whole, weights, MANY, parts), TRANSFER_OK);
    ck_assert_int_eq(sum_of(parts, MANY), whole.minor);
    free(weights);
    free(parts);
}
END_TEST

START_TEST(quantities_are_kept_as_written)
{
    /* Decimals are kept, zeros too; a plain decimal takes no qualifier. */
    static const char *const texts[] = {
        "100", "12.5", "12.50", "about 100", "more than 100", "at least 0.5", "at most 3",
        "less than 1", "-4.25", "0", "0.000", "9223372036854775807", "-9223372036854775807",
        "0.123456789012345678", "9.223372036854775807", "more than -9.223372036854775807",
    };
    static const struct {
        const char *text;
        enum value_fault fault;
    } faults[] = {
        {"", VALUE_FORM},          {"1 000", VALUE_FORM},  {"12,5", VALUE_FORM},
        {"1.", VALUE_FORM},        {".5", VALUE_FORM},     {"+1", VALUE_FORM},
        {"1e3", VALUE_FORM},       {"about", VALUE_FORM},  {"about ", VALUE_FORM},
        {"> 100", VALUE_FORM},     {"nan", VALUE_FORM},    {"100 ", VALUE_FORM},
        {"100 EUR", VALUE_FORM},   {"-", VALUE_FORM},
        {"9223372036854775808", VALUE_RANGE},
        {"-9223372036854775808", VALUE_RANGE},
        {"0.1234567890123456789", VALUE_RANGE},
        {"0.0000000000000000000", VALUE_RANGE},
    };
    transfer_quantity quantity;

    for (size_t i = 0; i < COUNT(texts); i++) {
        int is_plain = texts[i][0] <= '9';

        quantity = quantity_of(texts[i]);
        ck_assert_str_eq(text_of_quantity(&quantity), texts[i]);
        ck_assert(value_quantity_is_valid(&quantity));
        ck_assert_int_eq(value_read_decimal(texts[i], strlen(texts[i]), &quantity),
                         is_plain ? VALUE_OK : VALUE_FORM);
    }
    for (size_t i = 0; i < COUNT(faults); i++) {
        quantity.value = 77;
        ck_assert_msg(value_read_quantity(faults[i].text, strlen(faults[i].text), &quantity) ==
                          faults[i].fault,
                      "%s", faults[i].text);
        ck_assert_int_eq(transfer_quantity_parse(faults[i].text, &quantity), TRANSFER_SYNTAX);
        ck_assert_int_eq(quantity.value, 77);
    }
    quantity = quantity_of("1");
    quantity.decimals = 19;
    ck_assert(!value_quantity_is_valid(&quantity));
    quantity.decimals = 0;
    quantity.reserved[5] = 1;
    ck_assert(!value_quantity_is_valid(&quantity));
}
END_TEST

START_TEST(quantities_compare_exactly)
{
    /* By value, whatever the decimals and qualifiers. */
    static const struct {
        const char *a, *b;
        int order;
    } cases[] = {
        {"12.5", "12.50", 0},
        {"12.5", "12.51", -1},
        {"-12.5", "-12.51", 1},
        {"-1", "1", -1},
        {"1", "-1", 1},
        {"0", "0.000000000000000000", 0},
        {"9223372036854775807", "9.223372036854775807", 1},
        {"9223372036854775807", "0.000000000000000001", 1},
        {"-9223372036854775807", "-0.000000000000000001", -1},
        {"more than 3", "less than 3", 0},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        transfer_quantity a = quantity_of(cases[i].a), b = quantity_of(cases[i].b);

        ck_assert_int_eq(transfer_quantity_compare(&a, &b), cases[i].order);
        ck_assert_int_eq(transfer_quantity_compare(&b, &a), -cases[i].order);
    }
}
END_TEST

START_TEST(shares_are_kept_as_written)
{
    /* Neither reduced nor rounded; percent keeps its decimals. */
    static const struct {
        const char *text;
        int64_t numerator, denominator;
        int form;
    } cases[] = {
        {"50%", 50, 100, TRANSFER_SHARE_PERCENT},
        {"33.33%", 3333, 10000, TRANSFER_SHARE_PERCENT},
        {"33.3333%", 333333, 1000000, TRANSFER_SHARE_PERCENT},
        {"33.30%", 3330, 10000, TRANSFER_SHARE_PERCENT},
        {"0.05%", 5, 10000, TRANSFER_SHARE_PERCENT},
        {"0%", 0, 100, TRANSFER_SHARE_PERCENT},
        {"150%", 150, 100, TRANSFER_SHARE_PERCENT},
        {"0.1234567890123456%", INT64_C(1234567890123456), INT64_C(1000000000000000000),
         TRANSFER_SHARE_PERCENT},
        {"1/3", 1, 3, TRANSFER_SHARE_RATIO},
        {"2/6", 2, 6, TRANSFER_SHARE_RATIO},
        {"5/3", 5, 3, TRANSFER_SHARE_RATIO},
        {"0/1", 0, 1, TRANSFER_SHARE_RATIO},
        {"50/100", 50, 100, TRANSFER_SHARE_RATIO},
        {"9223372036854775807/9223372036854775807", INT64_MAX, INT64_MAX, TRANSFER_SHARE_RATIO},
        {"equal", 0, 1, TRANSFER_SHARE_EQUAL},
        {"rest", 0, 1, TRANSFER_SHARE_REST},
    };
    static const struct {
        const char *text;
        enum value_fault fault;
    } faults[] = {
        {"", VALUE_FORM},      {"%", VALUE_FORM},     {"50", VALUE_FORM},    {"0.5", VALUE_FORM},
        {"50 %", VALUE_FORM},  {"-50%", VALUE_FORM},  {"33,33%", VALUE_FORM}, {"1/0", VALUE_FORM},
        {"1/-3", VALUE_FORM},  {"-1/3", VALUE_FORM},  {"1/", VALUE_FORM},    {"/3", VALUE_FORM},
        {"1/2/3", VALUE_FORM}, {"1.5/3", VALUE_FORM}, {"1 / 3", VALUE_FORM}, {"Equal", VALUE_FORM},
        {"equals", VALUE_FORM}, {"the rest", VALUE_FORM}, {"50%%", VALUE_FORM}, {"5%0", VALUE_FORM},
        {"9223372036854775808/1", VALUE_RANGE},
        {"1/9223372036854775808", VALUE_RANGE},
        {"1/18446744073709551616", VALUE_RANGE},
        {"9223372036854775808%", VALUE_RANGE},
        {"0.12345678901234567%", VALUE_RANGE},
    };
    transfer_share share;

    for (size_t i = 0; i < COUNT(cases); i++) {
        share = share_of(cases[i].text);
        ck_assert_int_eq(share.numerator, cases[i].numerator);
        ck_assert_int_eq(share.denominator, cases[i].denominator);
        ck_assert_int_eq(share.form, cases[i].form);
        ck_assert_str_eq(text_of_share(&share), cases[i].text);
        ck_assert(value_share_is_valid(&share));
    }
    for (size_t i = 0; i < COUNT(faults); i++) {
        share.numerator = 77;
        ck_assert_msg(value_read_share(faults[i].text, strlen(faults[i].text), &share) ==
                          faults[i].fault,
                      "%s", faults[i].text);
        ck_assert_int_eq(transfer_share_parse(faults[i].text, &share), TRANSFER_SYNTAX);
        ck_assert_int_eq(share.numerator, 77);
    }
}
END_TEST

START_TEST(only_shares_a_reader_could_make_are_valid)
{
    /* Negative, divided by 0, of no form, or a percentage of no power of ten: refused. */
    static const transfer_share bad[] = {
        {.numerator = -1, .denominator = 2},
        {.numerator = 1, .denominator = 0},
        {.numerator = 1, .denominator = -2},
        {.numerator = 1, .denominator = 10, .form = TRANSFER_SHARE_PERCENT},
        {.numerator = 1, .denominator = 300, .form = TRANSFER_SHARE_PERCENT},
        {.numerator = 1, .denominator = 1, .form = TRANSFER_SHARE_EQUAL},
        {.numerator = 0, .denominator = 2, .form = TRANSFER_SHARE_REST},
        {.numerator = 1, .denominator = 2, .form = 4},
        {.numerator = 1, .denominator = 2, .reserved = {1}},
    };
    char text[TRANSFER_VALUE_SIZE];

    for (size_t i = 0; i < COUNT(bad); i++) {
        ck_assert(!value_share_is_valid(&bad[i]));
        ck_assert_int_eq(transfer_share_format(&bad[i], text, sizeof(text)), TRANSFER_MISUSE);
    }
}
END_TEST

START_TEST(three_thirds_are_one)
{
    /* Sums of shares are exact and reduced: 3 times 33.33% is 99.99%. */
    static const struct {
        const char *a, *b, *sum, *difference;
    } cases[] = {
        {"2/3", "1/3", "1/1", "1/3"},
        {"66.66%", "33.33%", "9999/10000", "3333/10000"},
        {"100%", "99.99%", "19999/10000", "1/10000"},
        {"50%", "1/2", "1/1", "0/1"},
        {"1/6", "1/10", "4/15", "1/15"},
        {"1/3", "0/7", "1/3", "1/3"},
        {"4611686018427387904/9223372036854775807", "4611686018427387903/9223372036854775807",
         "1/1", "1/9223372036854775807"},
        /* Both denominators share a large factor, so that the sum fits. */
        {"3/4611686018427387904", "1/4611686018427387904", "1/1152921504606846976",
         "1/2305843009213693952"},
    };
    transfer_share third = share_of("1/3"), sum, equal = share_of("equal"), rest = share_of("rest");
    transfer_share percent = share_of("33.33%");
    int order;

    ck_assert_int_eq(transfer_share_add(&third, &third, &sum), TRANSFER_OK);
    ck_assert_int_eq(transfer_share_add(&sum, &third, &sum), TRANSFER_OK);
    ck_assert_str_eq(text_of_share(&sum), "1/1");
    ck_assert_int_eq(transfer_share_add(&percent, &percent, &sum), TRANSFER_OK);
    ck_assert_int_eq(transfer_share_add(&sum, &percent, &sum), TRANSFER_OK);
    ck_assert_str_eq(text_of_share(&sum), "9999/10000");
    percent = share_of("99.99%");
    ck_assert_int_eq(transfer_share_compare(&sum, &percent, &order), TRANSFER_OK);
    ck_assert_int_eq(order, 0);
    for (size_t i = 0; i < COUNT(cases); i++) {
        transfer_share a = share_of(cases[i].a), b = share_of(cases[i].b), result;

        ck_assert_int_eq(transfer_share_add(&a, &b, &result), TRANSFER_OK);
        ck_assert_str_eq(text_of_share(&result), cases[i].sum);
        ck_assert_int_eq(transfer_share_subtract(&a, &b, &result), TRANSFER_OK);
        ck_assert_str_eq(text_of_share(&result), cases[i].difference);
    }
    ck_assert_int_eq(transfer_share_add(&third, &equal, &sum), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_share_subtract(&rest, &third, &sum), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_share_compare(&rest, &third, &order), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_share_subtract(&third, &percent, &sum), TRANSFER_MISUSE);
    sum = share_of("9223372036854775807/1");
    ck_assert_int_eq(transfer_share_add(&sum, &third, &sum), TRANSFER_OVERFLOW);
    sum = share_of("1/9223372036854775807");
    ck_assert_int_eq(transfer_share_subtract(&third, &sum, &sum), TRANSFER_OVERFLOW);
}
END_TEST

START_TEST(sums_of_shares_undo_differences)
{
    /* (a + b) - b is a, and a < a + b, wherever the sum fits. */
    size_t fitting = 0;

    seed_random();
    for (size_t round = 0; round < ROUNDS; round++) {
        transfer_share a = {0}, b = {0}, sum, back;
        int order;

        a.numerator = random_positive() >> 20;
        a.denominator = 1 + (random_positive() >> 30);
        b.numerator = 1 + (random_positive() >> 20);
        b.denominator = 1 + (random_positive() >> 30);
        if (transfer_share_add(&a, &b, &sum) != TRANSFER_OK)
            continue;
        fitting++;
        ck_assert_int_eq(transfer_share_compare(&a, &sum, &order), TRANSFER_OK);
        ck_assert_int_eq(order, -1);
        ck_assert_int_eq(transfer_share_subtract(&sum, &b, &back), TRANSFER_OK);
        ck_assert_int_eq(transfer_share_compare(&back, &a, &order), TRANSFER_OK);
        ck_assert_int_eq(order, 0);
    }
    ck_assert_uint_gt(fitting, ROUNDS / 2);
}
END_TEST

START_TEST(integers_and_booleans_have_one_spelling)
{
    /* An integer has no zeros in front and no "+"; a boolean is true or false. */
    static const struct {
        const char *text;
        enum value_fault fault;
        int64_t value;
    } cases[] = {
        {"0", VALUE_OK, 0},
        {"6", VALUE_OK, 6},
        {"-6", VALUE_OK, -6},
        {"10", VALUE_OK, 10},
        {"9223372036854775807", VALUE_OK, INT64_MAX},
        {"-9223372036854775808", VALUE_OK, INT64_MIN},
        {"9223372036854775808", VALUE_RANGE, 77},
        {"-9223372036854775809", VALUE_RANGE, 77},
        {"18446744073709551616", VALUE_RANGE, 77},
        {"", VALUE_FORM, 77},
        {"-", VALUE_FORM, 77},
        {"-0", VALUE_FORM, 77},
        {"06", VALUE_FORM, 77},
        {"-06", VALUE_FORM, 77},
        {"00", VALUE_FORM, 77},
        {"+6", VALUE_FORM, 77},
        {"6.0", VALUE_FORM, 77},
        {" 6", VALUE_FORM, 77},
        {"6 ", VALUE_FORM, 77},
        {"0x6", VALUE_FORM, 77},
        {"six", VALUE_FORM, 77},
    };
    static const char *const others[] = {"", "True", "TRUE", "yes", "1", "true ", "falsey", "tru"};
    int64_t value;

    for (size_t i = 0; i < COUNT(cases); i++) {
        value = 77;
        ck_assert_msg(value_read_integer(cases[i].text, strlen(cases[i].text), &value) ==
                          cases[i].fault,
                      "%s", cases[i].text);
        ck_assert_int_eq(value, cases[i].value);
    }
    ck_assert_int_eq(value_read_boolean("true", 4, &value), VALUE_OK);
    ck_assert_int_eq(value, 1);
    ck_assert_int_eq(value_read_boolean("false", 5, &value), VALUE_OK);
    ck_assert_int_eq(value, 0);
    for (size_t i = 0; i < COUNT(others); i++)
        ck_assert_int_eq(value_read_boolean(others[i], strlen(others[i]), &value), VALUE_FORM);
}
END_TEST

START_TEST(measures_that_end_in_a_currency_are_amounts)
{
    /* What ends in a currency's code, sign or name is meant as an amount. */
    static const char *const amounts[] = {"20000000 EUR", "20 M€", "20 EUR", "5 eur", "30 euros",
                                          "more than 20000000 EUR", "5 XQZ", "12€", "3 $",
                                          "20EUR", "1 Euro"};
    static const char *const quantities[] = {"100", "about 100", "", "100 people", "EUR 100 x",
                                             "neuro", "12.5", "100 ingénieurs", "pneus"};

    for (size_t i = 0; i < COUNT(amounts); i++)
        ck_assert_msg(value_is_amount(amounts[i], strlen(amounts[i])), "%s", amounts[i]);
    for (size_t i = 0; i < COUNT(quantities); i++)
        ck_assert_msg(!value_is_amount(quantities[i], strlen(quantities[i])), "%s",
                      quantities[i]);
}
END_TEST

START_TEST(readers_stop_at_the_length)
{
    /* What stands behind the length does not count. */
    transfer_date date;
    transfer_period period;
    transfer_amount amount;
    transfer_quantity quantity;
    transfer_share share;
    int64_t number;

    ck_assert_int_eq(value_read_date("2013-12-05", 7, &date), VALUE_OK);
    ck_assert_str_eq(text_of_date(&date), "2013-12");
    ck_assert_int_eq(value_read_period("2014/2016", 4, &period), VALUE_OK);
    ck_assert_str_eq(text_of_period(&period), "2014");
    ck_assert_int_eq(value_read_amount("5 EURO", 5, &amount), VALUE_OK);
    ck_assert_int_eq(value_read_amount("5 EUR", 4, &amount), VALUE_FORM);
    ck_assert_int_eq(value_read_quantity("12.50", 4, &quantity), VALUE_OK);
    ck_assert_str_eq(text_of_quantity(&quantity), "12.5");
    ck_assert_int_eq(value_read_share("1/34", 3, &share), VALUE_OK);
    ck_assert_str_eq(text_of_share(&share), "1/3");
    ck_assert_int_eq(value_read_integer("123", 2, &number), VALUE_OK);
    ck_assert_int_eq(number, 12);
}
END_TEST

START_TEST(writing_says_when_there_is_no_room)
{
    /* A buffer of exactly the size is enough, one byte less is not, and is then left alone. */
    transfer_amount amount = amount_of("more than -92233720368547758.07 EUR");
    transfer_date date = date_of("2013-12-05?");
    transfer_period period = period_of("2014-01-01~/2016-12-31?");
    transfer_quantity quantity = quantity_of("more than -9.223372036854775807");
    transfer_share share = share_of("9223372036854775807/9223372036854775807");
    char buffer[TRANSFER_VALUE_SIZE];

    memset(buffer, 'x', sizeof(buffer));
    ck_assert_int_eq(transfer_amount_format(&amount, buffer, 35), TRANSFER_LIMIT);
    ck_assert_int_eq(transfer_date_format(&date, buffer, 11), TRANSFER_LIMIT);
    ck_assert_int_eq(transfer_period_format(&period, buffer, 23), TRANSFER_LIMIT);
    ck_assert_int_eq(transfer_quantity_format(&quantity, buffer, 31), TRANSFER_LIMIT);
    ck_assert_int_eq(transfer_share_format(&share, buffer, 39), TRANSFER_LIMIT);
    ck_assert_int_eq(transfer_share_format(&share, buffer, 0), TRANSFER_LIMIT);
    for (size_t i = 0; i < sizeof(buffer); i++)
        ck_assert_int_eq(buffer[i], 'x');
    ck_assert_int_eq(transfer_amount_format(&amount, buffer, 36), TRANSFER_OK);
    ck_assert_int_eq(transfer_date_format(&date, buffer, 12), TRANSFER_OK);
    ck_assert_int_eq(transfer_period_format(&period, buffer, 24), TRANSFER_OK);
    ck_assert_int_eq(transfer_quantity_format(&quantity, buffer, 32), TRANSFER_OK);
    ck_assert_int_eq(transfer_share_format(&share, buffer, 40), TRANSFER_OK);
    ck_assert_int_eq(transfer_date_parse(NULL, &date), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_date_format(&date, NULL, 12), TRANSFER_MISUSE);
}
END_TEST

START_TEST(noise_is_never_a_value_that_cannot_be_written)
{
    /* Whatever bytes a reader accepts, it makes a valid value that is written and read the same. */
    static const char alphabet[] = "0123456789019.-/%?~ EURJPYaboutmrehnlsqu\xc2\xa0";
    size_t accepted = 0;

    seed_random();
    for (size_t round = 0; round < ROUNDS * 20; round++) {
        char text[12], written[TRANSFER_VALUE_SIZE];
        size_t length = random_below(sizeof(text));
        transfer_date date;
        transfer_period period;
        transfer_amount amount;
        transfer_quantity quantity;
        transfer_share share;

        for (size_t i = 0; i < length; i++)
            text[i] = alphabet[random_below(i < 5 && round % 2 ? 13 : sizeof(alphabet) - 1)];
        if (value_read_date(text, length, &date) == VALUE_OK) {
            accepted++;
            ck_assert_int_eq(transfer_date_format(&date, written, sizeof(written)), TRANSFER_OK);
            ck_assert(strlen(written) == length && memcmp(written, text, length) == 0);
        }
        if (value_read_period(text, length, &period) == VALUE_OK) {
            transfer_period back = period_of(text_of_period(&period));

            ck_assert_mem_eq(&back, &period, sizeof(period));
        }
        if (value_read_amount(text, length, &amount) == VALUE_OK) {
            transfer_amount back = amount_of(text_of_amount(&amount));

            ck_assert_mem_eq(&back, &amount, sizeof(amount));
        }
        if (value_read_quantity(text, length, &quantity) == VALUE_OK) {
            transfer_quantity back = quantity_of(text_of_quantity(&quantity));

            accepted++;
            ck_assert_mem_eq(&back, &quantity, sizeof(quantity));
        }
        if (value_read_share(text, length, &share) == VALUE_OK) {
            transfer_share back = share_of(text_of_share(&share));

            ck_assert_mem_eq(&back, &share, sizeof(share));
        }
    }
    ck_assert_uint_gt(accepted, 1000);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("value");
    TCase *tests = tcase_create("value");
    SRunner *runner;
    int failed;

    tcase_add_test(tests, wide_products_and_quotients_are_exact);
    tcase_add_test(tests, dates_are_written_as_read);
    tcase_add_test(tests, what_is_not_a_date_is_told_apart);
    tcase_add_test(tests, dates_cover_their_days);
    tcase_add_test(tests, comparing_dates_is_three_valued);
    tcase_add_test(tests, ends_before_starts_are_three_valued);
    tcase_add_test(tests, open_ends_are_never_certainly_before);
    tcase_add_test(tests, valid_dates_survive_writing_and_reading);
    tcase_add_test(tests, periods_are_written_in_their_shortest_spelling);
    tcase_add_test(tests, what_is_not_a_period_is_told_apart);
    tcase_add_test(tests, periods_contain_dates_three_valued);
    tcase_add_test(tests, periods_have_a_first_and_a_last_day);
    tcase_add_test(tests, valid_periods_survive_writing_and_reading);
    tcase_add_test(tests, amounts_are_written_canonically);
    tcase_add_test(tests, what_is_not_an_amount_is_told_apart);
    tcase_add_test(tests, only_amounts_a_reader_could_make_are_valid);
    tcase_add_test(tests, valid_amounts_survive_writing_and_reading);
    tcase_add_test(tests, sums_keep_bounds);
    tcase_add_test(tests, sums_never_wrap);
    tcase_add_test(tests, qualified_amounts_compare_as_intervals);
    tcase_add_test(tests, a_share_of_an_amount_is_rounded_to_the_nearest);
    tcase_add_test(tests, equal_parts_sum_to_the_whole);
    tcase_add_test(tests, parts_in_proportion_sum_to_the_whole);
    tcase_add_test(tests, amounts_split_by_shares);
    tcase_add_test(tests, random_splits_sum_to_the_whole);
    tcase_add_test(tests, many_parts_are_split_in_good_time);
    tcase_add_test(tests, quantities_are_kept_as_written);
    tcase_add_test(tests, quantities_compare_exactly);
    tcase_add_test(tests, shares_are_kept_as_written);
    tcase_add_test(tests, only_shares_a_reader_could_make_are_valid);
    tcase_add_test(tests, three_thirds_are_one);
    tcase_add_test(tests, sums_of_shares_undo_differences);
    tcase_add_test(tests, integers_and_booleans_have_one_spelling);
    tcase_add_test(tests, measures_that_end_in_a_currency_are_amounts);
    tcase_add_test(tests, readers_stop_at_the_length);
    tcase_add_test(tests, writing_says_when_there_is_no_room);
    tcase_add_test(tests, noise_is_never_a_value_that_cannot_be_written);
    suite_add_tcase(suite, tests);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? 1 : 0;
}
