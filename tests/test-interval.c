/* Tests of sums of qualified amounts, as intervals.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdint.h>
#include <string.h>

#include "interval.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* The model: an amount is the set of all eighths of a cent that it may be, up to a limit that is
 * far above all figures.  Eighths are fine enough for sums of three strict bounds. */
enum { EIGHTHS = 8, FIGURES = 4, QUALIFIERS = 6, LIMIT = 12 * EIGHTHS, TERMS = 2 };

struct set {
    unsigned char has[TERMS * LIMIT + 1];
};

static transfer_amount amount_of(const char *text)
{
    transfer_amount amount;

    ck_assert_msg(transfer_amount_parse(text, &amount) == TRANSFER_OK, "%s", text);
    return amount;
}

static transfer_amount cents(int64_t minor, int qualifier)
{
    transfer_amount amount = {.minor = minor, .decimals = 2, .qualifier = (uint8_t)qualifier};

    memcpy(amount.currency, "EUR", 4);
    return amount;
}

static const char *low_of(const struct interval *interval)
{
    static char text[TRANSFER_VALUE_SIZE];
    transfer_amount unit = cents(0, TRANSFER_EXACTLY);

    interval_spell(interval, INTERVAL_LOW, &unit, text);
    return text;
}

static const char *high_of(const struct interval *interval)
{
    static char text[TRANSFER_VALUE_SIZE];
    transfer_amount unit = cents(0, TRANSFER_EXACTLY);

    interval_spell(interval, INTERVAL_HIGH, &unit, text);
    return text;
}

static struct interval sum_of(const char *const *texts, size_t count)
{
    struct interval sum = {0};

    for (size_t i = 0; i < count; i++) {
        transfer_amount amount = amount_of(texts[i]);
        struct interval addend = interval_of(&amount);

        interval_add(&sum, &addend);
    }
    return sum;
}

/* ---- the model ---- */

static int may_be(int value, int figure, int qualifier)
{
    switch (qualifier) {
    case TRANSFER_EXACTLY:
        return value == figure;
    case TRANSFER_AT_LEAST:
        return value >= figure;
    case TRANSFER_MORE_THAN:
        return value > figure;
    case TRANSFER_AT_MOST:
        return value <= figure;
    case TRANSFER_LESS_THAN:
        return value < figure;
    default:
        return 1;
    }
}

static struct set set_of(const transfer_amount *amount)
{
    struct set set = {{0}};

    for (int value = 0; value <= LIMIT; value++)
        set.has[value] = (unsigned char)may_be(value, (int)amount->minor * EIGHTHS,
                                               amount->qualifier);
    return set;
}

static struct set set_add(const struct set *a, const struct set *b)
{
    struct set sum = {{0}};

    for (int i = 0; i <= LIMIT; i++)
        for (int j = 0; a->has[i] && j <= LIMIT; j++)
            sum.has[i + j] |= b->has[j];
    return sum;
}

static void compare_with_model(const struct interval *a, const struct set *x,
                               const struct interval *b, const struct set *y)
{
    int low = -1, high = -1, other_low = -1, other_high = -1, meet = 0;
    transfer_certainty above = interval_is_above(a, b), below = interval_is_above(b, a);

    for (int i = 0; i <= TERMS * LIMIT; i++) {
        meet |= x->has[i] && y->has[i];
        low = x->has[i] && low < 0 ? i : low;
        high = x->has[i] ? i : high;
        other_low = y->has[i] && other_low < 0 ? i : other_low;
        other_high = y->has[i] ? i : other_high;
    }
    ck_assert_int_eq(above == TRANSFER_CERTAINLY, low > other_high);
    ck_assert_int_eq(above == TRANSFER_CERTAINLY_NOT, high <= other_low);
    ck_assert_int_eq(above == TRANSFER_CERTAINLY || below == TRANSFER_CERTAINLY, !meet);
}

/* "less than 0 EUR" is nothing that can be. */
static int is_possible(int figure, int qualifier)
{
    return figure > 0 || qualifier != TRANSFER_LESS_THAN;
}

START_TEST(sums_are_what_all_values_make)
{
    /* For every pair of small amounts under every qualifier, their sum compares to every third as
     * all values that the three may have do.  One amount is certainly above another just where
     * transfer_amount_is_above() says so; what that knows to be not above is not. */
    int all = FIGURES * QUALIFIERS, seen = 0;

    for (int i = 0; i < all * all; i++) {
        transfer_amount a = cents(i / all / QUALIFIERS, i / all % QUALIFIERS);
        transfer_amount b = cents(i % all / QUALIFIERS, i % all % QUALIFIERS);
        struct interval sum = interval_of(&a), addend = interval_of(&b), first = sum;
        struct set x = set_of(&a), y = set_of(&b);
        transfer_certainty above;

        if (!is_possible((int)a.minor, a.qualifier) || !is_possible((int)b.minor, b.qualifier))
            continue;
        above = transfer_amount_is_above(&a, &b);
        ck_assert_int_eq(interval_is_above(&first, &addend) == TRANSFER_CERTAINLY,
                         above == TRANSFER_CERTAINLY);
        if (above == TRANSFER_CERTAINLY_NOT)
            ck_assert_int_eq(interval_is_above(&first, &addend), TRANSFER_CERTAINLY_NOT);
        interval_add(&sum, &addend);
        ck_assert_int_eq(sum.vague, a.qualifier != 0 || b.qualifier != 0);
        x = set_add(&x, &y);
        for (int j = 0; j < 2 * all; j++) {
            transfer_amount c = cents(j / QUALIFIERS, j % QUALIFIERS);
            struct interval total = interval_of(&c);
            struct set z = set_of(&c);

            if (!is_possible((int)c.minor, c.qualifier))
                continue;
            /* Of an open end the model has as much as the sum may be. */
            for (int k = LIMIT; k <= TERMS * LIMIT; k++)
                z.has[k] = z.has[LIMIT];
            compare_with_model(&sum, &x, &total, &z);
            seen++;
        }
    }
    ck_assert_int_gt(seen, 20000);
}
END_TEST

START_TEST(parts_round_as_told)
{
    /* A part of an exact amount has its floor and its ceiling as ends, outward or inward. */
    for (int64_t whole = 0; whole <= 40; whole++) {
        for (uint64_t denominator = 1; denominator <= 7; denominator++) {
            for (uint64_t numerator = 0; numerator <= 9; numerator++) {
                transfer_amount amount = cents(whole, TRANSFER_EXACTLY);
                struct interval out =
                    interval_of_part(&amount, numerator, denominator, INTERVAL_OUTWARD);
                struct interval in =
                    interval_of_part(&amount, numerator, denominator, INTERVAL_INWARD);
                uint64_t floor = (uint64_t)whole * numerator / denominator;
                uint64_t up = (uint64_t)whole * numerator % denominator != 0;

                ck_assert_uint_eq(out.low.low, floor);
                ck_assert_uint_eq(out.high.low, floor + up);
                ck_assert_uint_eq(in.low.low, floor + up);
                ck_assert_uint_eq(in.high.low, floor);
                ck_assert(!out.vague && !out.unbounded && !out.above_low && !out.below_high);
            }
        }
    }
}
END_TEST

START_TEST(parts_of_qualified_amounts)
{
    /* A part of a bound is a bound, rounded; nothing of an open whole is nothing. */
    transfer_amount more = amount_of("more than 1.01 EUR"), most = amount_of("at most 1.01 EUR");
    struct interval part = interval_of_part(&more, 1, 2, INTERVAL_OUTWARD);

    ck_assert_str_eq(low_of(&part), "at least 0.50 EUR");
    ck_assert_str_eq(high_of(&part), "at least 0.50 EUR");
    part = interval_of_part(&more, 0, 2, INTERVAL_OUTWARD);
    ck_assert_str_eq(low_of(&part), "0 EUR");
    part = interval_of_part(&most, 1, 2, INTERVAL_OUTWARD);
    ck_assert_str_eq(low_of(&part), "at least 0 EUR");
    ck_assert_str_eq(high_of(&part), "at most 0.51 EUR");
    ck_assert(part.vague);
}
END_TEST

START_TEST(sums_beyond_64_bits_are_exact)
{
    /* Sums on both sides of 2^63 and of 2^64 cents are spelled to the cent and compare so. */
    static const struct {
        const char *terms[4];
        size_t count;
        const char *sum;
    } cases[] = {
        {{"92233720368547758.07 EUR"}, 1, "92233720368547758.07 EUR"},
        {{"92233720368547758.07 EUR", "0.01 EUR"}, 2, "92233720368547758.08 EUR"},
        {{"92233720368547758.07 EUR", "92233720368547758.07 EUR"}, 2, "184467440737095516.14 EUR"},
        {{"92233720368547758.07 EUR", "92233720368547758.07 EUR", "0.01 EUR"}, 3,
         "184467440737095516.15 EUR"},
        {{"92233720368547758.07 EUR", "92233720368547758.07 EUR", "0.02 EUR"}, 3,
         "184467440737095516.16 EUR"},
        {{"92233720368547758.07 EUR", "92233720368547758.07 EUR", "0.01 EUR", "0.02 EUR"}, 4,
         "184467440737095516.17 EUR"},
        {{"92233720368547758.07 EUR", "92233720368547758.07 EUR", "92233720368547758.07 EUR",
          "92233720368547758.07 EUR"}, 4, "368934881474191032.28 EUR"},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct interval sum = sum_of(cases[i].terms, cases[i].count);
        transfer_amount cent = cents(1, TRANSFER_EXACTLY);
        struct interval more = sum, step = interval_of(&cent), gap;

        ck_assert_str_eq(low_of(&sum), cases[i].sum);
        ck_assert_str_eq(high_of(&sum), cases[i].sum);
        interval_add(&more, &step);
        ck_assert_int_eq(interval_is_above(&more, &sum), TRANSFER_CERTAINLY);
        ck_assert_int_eq(interval_is_above(&sum, &more), TRANSFER_CERTAINLY_NOT);
        ck_assert_int_eq(interval_is_above(&sum, &sum), TRANSFER_CERTAINLY_NOT);
        gap = interval_gap(&more, &sum);
        ck_assert_str_eq(low_of(&gap), "0.01 EUR");
    }
}
END_TEST

START_TEST(sums_beyond_128_bits_stay_true)
{
    /* Four times the square of 2^63 - 1 still fits, five times is more than can be told. */
    transfer_amount huge = amount_of("92233720368547758.07 EUR");
    struct interval part = interval_of_part(&huge, INT64_MAX, 1, INTERVAL_OUTWARD), sum = {0};

    for (int i = 0; i < 4; i++)
        interval_add(&sum, &part);
    ck_assert_str_eq(low_of(&sum), "3402823669209384633895876311369300049.96 EUR");
    ck_assert_int_eq(interval_is_above(&sum, &part), TRANSFER_CERTAINLY);
    interval_add(&sum, &part);
    ck_assert_str_eq(low_of(&sum), "more than 3402823669209384634633746074317682114.55 EUR");
    ck_assert_int_eq(interval_is_above(&sum, &part), TRANSFER_CERTAINLY);
    ck_assert_int_eq(interval_is_above(&part, &sum), TRANSFER_CERTAINLY_NOT);
    interval_add(&sum, &part);
    ck_assert_str_eq(high_of(&sum), "more than 3402823669209384634633746074317682114.55 EUR");
}
END_TEST

START_TEST(intervals_are_spelled_by_either_end)
{
    /* What bounds a sum is said of the end that matters, in the decimals of the currency. */
    static const char *const mixed[] = {"3 EUR", "less than 5 EUR", "at most 1.50 EUR"};
    static const char *const open[] = {"more than 2 EUR", "about 7 EUR", "0.10 EUR"};
    struct interval sum = sum_of(mixed, COUNT(mixed));
    transfer_amount yen = amount_of("7 JPY"), dinar = amount_of("7.005 TND");
    char text[TRANSFER_VALUE_SIZE];

    ck_assert_str_eq(low_of(&sum), "at least 3 EUR");
    ck_assert_str_eq(high_of(&sum), "less than 9.50 EUR");
    sum = sum_of(open, COUNT(open));
    ck_assert_str_eq(low_of(&sum), "more than 2.10 EUR");
    ck_assert_str_eq(high_of(&sum), "more than 2.10 EUR");
    sum = interval_of(&yen);
    interval_spell(&sum, INTERVAL_LOW, &yen, text);
    ck_assert_str_eq(text, "7 JPY");
    sum = interval_of(&dinar);
    interval_spell(&sum, INTERVAL_LOW, &dinar, text);
    ck_assert_str_eq(text, "7.005 TND");
}
END_TEST

START_TEST(gaps_say_the_least)
{
    /* The gap between what is exact is exact; between bounds it is the least that it can be. */
    static const struct {
        const char *above, *below, *gap;
    } cases[] = {
        {"5 EUR", "2 EUR", "3 EUR"},
        {"at least 5 EUR", "2 EUR", "at least 3 EUR"},
        {"more than 5 EUR", "2 EUR", "more than 3 EUR"},
        {"5 EUR", "less than 2 EUR", "more than 3 EUR"},
        {"more than 5 EUR", "at most 5 EUR", "more than 0 EUR"},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct interval a = sum_of(&cases[i].above, 1), b = sum_of(&cases[i].below, 1), gap;

        ck_assert_int_eq(interval_is_above(&a, &b), TRANSFER_CERTAINLY);
        gap = interval_gap(&a, &b);
        ck_assert_str_eq(low_of(&gap), cases[i].gap);
        ck_assert_int_eq(interval_is_sign(&gap), i == COUNT(cases) - 1);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("interval");
    TCase *cases = tcase_create("interval");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_test(cases, sums_are_what_all_values_make);
    tcase_add_test(cases, parts_round_as_told);
    tcase_add_test(cases, parts_of_qualified_amounts);
    tcase_add_test(cases, sums_beyond_64_bits_are_exact);
    tcase_add_test(cases, sums_beyond_128_bits_stay_true);
    tcase_add_test(cases, intervals_are_spelled_by_either_end);
    tcase_add_test(cases, gaps_say_the_least);
    tcase_set_timeout(cases, 60);
    suite_add_tcase(suite, cases);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
