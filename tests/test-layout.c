/* The public structs: their sizes and layouts are frozen.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdlib.h>

#include <transfer/transfer.h>

#define IS_AT(type, member, offset)                                                                \
    _Static_assert(offsetof(type, member) == (offset), #type "." #member " has moved")
#define HAS_SIZE(type, size, member, member_size)                                                  \
    _Static_assert(sizeof(type) == (size) && sizeof(((type *)0)->member) == (member_size),         \
                   #type "." #member " has another size")

HAS_SIZE(transfer_date, 8, year, 4);
HAS_SIZE(transfer_date, 8, month, 1);
HAS_SIZE(transfer_date, 8, day, 1);
HAS_SIZE(transfer_date, 8, flags, 1);
HAS_SIZE(transfer_date, 8, reserved, 1);
IS_AT(transfer_date, year, 0);
IS_AT(transfer_date, month, 4);
IS_AT(transfer_date, day, 5);
IS_AT(transfer_date, flags, 6);
IS_AT(transfer_date, reserved, 7);

HAS_SIZE(transfer_period, 16, start, 8);
HAS_SIZE(transfer_period, 16, end, 8);
IS_AT(transfer_period, start, 0);
IS_AT(transfer_period, end, 8);

HAS_SIZE(transfer_amount, 16, minor, 8);
HAS_SIZE(transfer_amount, 16, currency, 4);
HAS_SIZE(transfer_amount, 16, decimals, 1);
HAS_SIZE(transfer_amount, 16, qualifier, 1);
HAS_SIZE(transfer_amount, 16, reserved, 2);
IS_AT(transfer_amount, minor, 0);
IS_AT(transfer_amount, currency, 8);
IS_AT(transfer_amount, decimals, 12);
IS_AT(transfer_amount, qualifier, 13);
IS_AT(transfer_amount, reserved, 14);

HAS_SIZE(transfer_quantity, 16, value, 8);
HAS_SIZE(transfer_quantity, 16, decimals, 1);
HAS_SIZE(transfer_quantity, 16, qualifier, 1);
HAS_SIZE(transfer_quantity, 16, reserved, 6);
IS_AT(transfer_quantity, value, 0);
IS_AT(transfer_quantity, decimals, 8);
IS_AT(transfer_quantity, qualifier, 9);
IS_AT(transfer_quantity, reserved, 10);

HAS_SIZE(transfer_share, 24, numerator, 8);
HAS_SIZE(transfer_share, 24, denominator, 8);
HAS_SIZE(transfer_share, 24, form, 1);
HAS_SIZE(transfer_share, 24, reserved, 7);
IS_AT(transfer_share, numerator, 0);
IS_AT(transfer_share, denominator, 8);
IS_AT(transfer_share, form, 16);
IS_AT(transfer_share, reserved, 17);

/* Enumerators and handles cross the interface too. */
_Static_assert(sizeof(transfer_status) == 4 && sizeof(transfer_language) == 4 &&
                   sizeof(transfer_certainty) == 4 && sizeof(transfer_kind) == 4 &&
                   sizeof(transfer_severity) == 4 && sizeof(transfer_format) == 4 &&
                   sizeof(transfer_role) == 4 && sizeof(transfer_limit) == 4 &&
                   sizeof(transfer_table) == 4 && sizeof(transfer_type) == 4 &&
                   sizeof(transfer_key) == 4,
               "enumerations and numbers have four bytes");

/* The members that parsing does not name are zero: structs of equal values are equal bytes. */
START_TEST(test_reserved_zero)
{
    transfer_date date;
    transfer_amount amount;
    transfer_quantity quantity;
    transfer_share share;

    memset(&date, 0xff, sizeof date);
    memset(&amount, 0xff, sizeof amount);
    memset(&quantity, 0xff, sizeof quantity);
    memset(&share, 0xff, sizeof share);
    ck_assert_int_eq(transfer_date_parse("2013", &date), TRANSFER_OK);
    ck_assert_int_eq(transfer_amount_parse("1 EUR", &amount), TRANSFER_OK);
    ck_assert_int_eq(transfer_quantity_parse("1", &quantity), TRANSFER_OK);
    ck_assert_int_eq(transfer_share_parse("1/3", &share), TRANSFER_OK);
    ck_assert_mem_eq(&date, &(transfer_date){.year = 2013}, sizeof date);
    ck_assert_mem_eq(&amount, (&(transfer_amount){100, "EUR", 2, 0, {0, 0}}), sizeof amount);
    ck_assert_mem_eq(&quantity, &(transfer_quantity){.value = 1}, sizeof quantity);
    ck_assert_mem_eq(&share, (&(transfer_share){.numerator = 1, .denominator = 3}), sizeof share);
}
END_TEST

/* A text of TRANSFER_VALUE_SIZE holds the longest spelling of every kind of value. */
START_TEST(test_value_size)
{
    char buffer[TRANSFER_VALUE_SIZE];
    transfer_amount amount = {-INT64_MAX, "EUR", 2, TRANSFER_MORE_THAN, {0, 0}};
    transfer_quantity quantity = {-INT64_MAX, 18, TRANSFER_MORE_THAN, {0}};
    transfer_share share = {INT64_MAX - 1, INT64_MAX, TRANSFER_SHARE_RATIO, {0}};
    transfer_date end = {9998, 12, 31, TRANSFER_DATE_APPROXIMATE, 0};
    transfer_period period = {end, end};

    ck_assert_int_eq(transfer_amount_format(&amount, buffer, sizeof buffer), TRANSFER_OK);
    ck_assert_int_eq(transfer_quantity_format(&quantity, buffer, sizeof buffer), TRANSFER_OK);
    ck_assert_int_eq(transfer_share_format(&share, buffer, sizeof buffer), TRANSFER_OK);
    ck_assert_int_eq(transfer_period_format(&period, buffer, sizeof buffer), TRANSFER_OK);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("layout");
    TCase *tcase = tcase_create("structs");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_test(tcase, test_reserved_zero);
    tcase_add_test(tcase, test_value_size);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
