/* Tests of the reference tables.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "reference.h"
#include "region.h"

static const char *name_of(transfer_table table, const char *code, const char *text)
{
    transfer_date date;
    const char *name = NULL;
    transfer_status status;

    if (text)
        ck_assert_int_eq(transfer_date_parse(text, &date), TRANSFER_OK);
    status = transfer_code_name(table, code, text ? &date : NULL, &name);
    if (status == TRANSFER_NOT_FOUND)
        ck_assert_ptr_null(name);
    else
        ck_assert_int_eq(status, TRANSFER_OK);
    return name;
}

static const char *validity_of(transfer_table table, const char *code)
{
    static char text[TRANSFER_VALUE_SIZE];
    transfer_period period;

    ck_assert_int_eq(transfer_code_validity(table, code, &period), TRANSFER_OK);
    if (!period.start.year && !period.end.year)
        return "always";
    ck_assert_int_eq(transfer_period_format(&period, text, sizeof text), TRANSFER_OK);
    return text;
}

static int decimals_of(const char *code)
{
    int decimals = -2;

    ck_assert_int_eq(transfer_currency_decimals(code, &decimals), TRANSFER_OK);
    return decimals;
}

/* Rows are sorted by code, then by date, and each is found by its code. */
START_TEST(every_row_is_found)
{
    int table;

    for (table = TABLE_COUNTRY; table <= TABLE_CURRENCY; table++) {
        const struct reference_table *rows = &reference_tables[table];
        size_t i;

        ck_assert_uint_eq(transfer_code_count((transfer_table)table), rows->count);
        for (i = 0; i < rows->count; i++) {
            const struct reference_row *row = &rows->rows[i], *found;

            ck_assert_str_eq(transfer_code_at((transfer_table)table, i), row->code);
            ck_assert_uint_gt(strlen(row->name), 0);
            if (i > 0 && strcmp(row[-1].code, row->code) >= 0) {
                ck_assert_str_eq(row[-1].code, row->code);
                ck_assert_int_lt(row[-1].until_year, row->from_year);
            }
            found = reference_find((enum table)table, row->code, strlen(row->code));
            while (found && found != row)
                found = reference_next((enum table)table, found);
            ck_assert_ptr_eq(found, row);
            if (row->until_year && row->from_year)
                ck_assert_int_lt(row->from_year, row->until_year);
        }
        ck_assert_ptr_null(transfer_code_at((transfer_table)table, rows->count));
        ck_assert_ptr_null(transfer_code_at((transfer_table)table, SIZE_MAX));
    }
}
END_TEST

/* A text that is not exactly a code is not found, whichever part of a code it is. */
START_TEST(only_whole_codes_are_found)
{
    static const char *const wrong[] = {"",   "F",     "FR4",   "FR411", "FR41 ", " FR41",
                                        "fr41", "ZZ99", "A",    "ZZZZZ", "FRZ",   "\xff"};
    const char *name = "untouched";
    size_t i;

    /* FR4 is a code of its own, of level 1. */
    for (i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        if (strcmp(wrong[i], "FR4"))
            ck_assert_ptr_null(reference_find(TABLE_REGION, wrong[i], strlen(wrong[i])));
        ck_assert_ptr_null(reference_find(TABLE_CURRENCY, wrong[i], strlen(wrong[i])));
        ck_assert_ptr_null(reference_find(TABLE_INSEE_REGION, wrong[i], strlen(wrong[i])));
    }
    ck_assert_ptr_nonnull(reference_find(TABLE_REGION, "FR411", 4));
    ck_assert_ptr_nonnull(reference_find(TABLE_REGION, "FR411", 3));
    ck_assert_ptr_null(reference_find(TABLE_REGION, "FR41\0", 5));
    ck_assert_ptr_null(reference_find((enum table)0, "FR", 2));
    ck_assert_ptr_null(reference_find((enum table)5, "FR", 2));
    ck_assert_uint_eq(transfer_code_count((transfer_table)0), 0);
    ck_assert_uint_eq(transfer_code_count((transfer_table)5), 0);
    ck_assert_uint_eq(transfer_code_count((transfer_table)-1), 0);
    ck_assert_ptr_null(transfer_code_at((transfer_table)5, 0));
    ck_assert_int_eq(transfer_code_name(TRANSFER_TABLE_REGION, "FR99", NULL, &name),
                     TRANSFER_NOT_FOUND);
    ck_assert_str_eq(name, "untouched");
}
END_TEST

/* A code that a place has next follows the last day of the one before. */
START_TEST(successors_follow_each_other)
{
    static const struct {
        enum table table;
        const char *code, *successor;
    } rows[] = {
        {TABLE_REGION, "FR41", "FRF3"},       {TABLE_REGION, "FR94", "FRA4"},
        {TABLE_REGION, "FRA4", "FRY4"},       {TABLE_REGION, "FRF3", NULL},
        {TABLE_REGION, "FR10", NULL},         {TABLE_REGION, "FR4", NULL},
        {TABLE_INSEE_REGION, "41", "44"},     {TABLE_INSEE_REGION, "44", NULL},
        {TABLE_INSEE_REGION, "11", NULL},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct reference_row *row =
            reference_find(rows[i].table, rows[i].code, strlen(rows[i].code));

        ck_assert_ptr_nonnull(row);
        if (rows[i].successor)
            ck_assert_str_eq(row->successor, rows[i].successor);
        else
            ck_assert_ptr_null(row->successor);
    }
    for (int table = TABLE_COUNTRY; table <= TABLE_CURRENCY; table++) {
        for (size_t i = 0; i < reference_tables[table].count; i++) {
            const struct reference_row *row = &reference_tables[table].rows[i], *next;
            transfer_date until, from;

            if (!row->successor)
                continue;
            next = reference_find((enum table)table, row->successor, strlen(row->successor));
            ck_assert_msg(next && next != row, "%s", row->code);
            until = reference_until(row);
            from = reference_from(next);
            ck_assert_int_ne(until.year, 0);
            ck_assert_int_ne(transfer_date_is_before(&from, &until), TRANSFER_CERTAINLY);
        }
    }
}
END_TEST

/* Regions are codes of three levels: French ones of the table, others by their form. */
START_TEST(regions_are_read)
{
    static const struct {
        const char *code, *row, *country;
        int level;
    } codes[] = {
        {"FR4", "FR4", "FR", 1},    {"FR41", "FR41", "FR", 2},  {"FR413", "FR41", "FR", 3},
        {"FRF33", "FRF3", "FR", 3}, {"FRZ", NULL, "FR", 1},     {"FRZZZ", NULL, "FR", 3},
        {"DE1", NULL, "DE", 1},     {"DE12", NULL, "DE", 2},    {"DEA1A", NULL, "DE", 3},
        {"EL30", NULL, "EL", 2},    {"GR30", NULL, "GR", 2},    {"UKI", NULL, "UK", 1},
        {"XK00", NULL, "XK", 2},
    };
    static const char *const wrong[] = {"",     "F",     "FR",    "FR411X", "fr41", "FR 4", "F41",
                                        "FR99", "FR991", "FRZ1",  "FRZ11",  "GB1",  "EU1",  "ZZ1",
                                        "DE1-", "4141",  "FR\xc3\xa9"};
    struct region region;

    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        ck_assert_msg(region_read(codes[i].code, &region), "%s", codes[i].code);
        ck_assert_str_eq(region.country, codes[i].country);
        ck_assert_int_eq(region.level, codes[i].level);
        ck_assert_int_eq(region.row != NULL, codes[i].row != NULL);
        if (region.row)
            ck_assert_str_eq(region.row->code, codes[i].row);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        ck_assert_msg(!region_read(wrong[i], &region), "%s", wrong[i]);
}
END_TEST

/* What only case, blanks and points tell from a code is suggested as that code. */
START_TEST(regions_are_suggested)
{
    static const struct {
        const char *text, *code;
    } texts[] = {
        {"fr41", "FR41"}, {"FR-41", "FR41"}, {"F R.4_1", "FR41"}, {"gbi3", "UKI3"},
        {"FR41", "FR41"}, {"FR99", NULL},    {"", NULL},          {"Lorraine", NULL},
        {"FR4111", NULL}, {"41", NULL},
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char code[REGION_CODE_MAX + 1];
        int is_suggested = region_suggest(texts[i].text, code);

        ck_assert_msg(is_suggested == (texts[i].code != NULL), "%s", texts[i].text);
        if (is_suggested)
            ck_assert_str_eq(code, texts[i].code);
    }
}
END_TEST

/* A region lies in the country of its letters, in ISO's spelling, and in one overseas. */
START_TEST(regions_lie_in_countries)
{
    static const struct {
        const char *code, *country, *other;
    } codes[] = {
        {"FR41", "FR", "DE"}, {"FRY4", "FR", "GB"}, {"EL30", "GR", "FR"},
        {"GR30", "GR", "EL"}, {"UKI", "GB", "UA"},  {"FI20", "FI", "SE"},
    };
    struct region region;

    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        ck_assert(region_read(codes[i].code, &region));
        ck_assert_str_eq(region_country(&region), codes[i].country);
        ck_assert_msg(region_lies_in(&region, codes[i].country), "%s", codes[i].code);
        ck_assert_msg(!region_lies_in(&region, codes[i].other), "%s", codes[i].code);
    }
    ck_assert(region_read("FRY4", &region) && region_lies_in(&region, "RE"));
    ck_assert(region_read("FI20", &region) && region_lies_in(&region, "AX"));
    ck_assert(region_read("DE12", &region) && !region_lies_in(&region, "RE"));
}
END_TEST

/* The regions of France have the names and the dates that Eurostat and INSEE give them. */
START_TEST(regions_have_names_and_dates)
{
    static const struct {
        transfer_table table;
        const char *code, *name, *validity;
    } rows[] = {
        {TRANSFER_TABLE_REGION, "FR41", "Lorraine", "../2017-12-31"},
        {TRANSFER_TABLE_REGION, "FRF3", "Lorraine", "2018-01-01/.."},
        {TRANSFER_TABLE_REGION, "FRF", "Grand Est", "2018-01-01/.."},
        {TRANSFER_TABLE_REGION, "FR10", "Île-de-France", "always"},
        {TRANSFER_TABLE_REGION, "FR1", "Île-de-France", "always"},
        {TRANSFER_TABLE_REGION, "FR4", "Est", "../2017-12-31"},
        {TRANSFER_TABLE_REGION, "FR51", "Pays de la Loire", "../2017-12-31"},
        {TRANSFER_TABLE_REGION, "FR61", "Aquitaine", "../2017-12-31"},
        {TRANSFER_TABLE_REGION, "FR62", "Midi-Pyrénées", "../2017-12-31"},
        {TRANSFER_TABLE_REGION, "FR71", "Rhône-Alpes", "../2017-12-31"},
        {TRANSFER_TABLE_REGION, "FR91", "Guadeloupe", "../2014-12-31"},
        {TRANSFER_TABLE_REGION, "FRA1", "Guadeloupe", "../2017-12-31"},
        {TRANSFER_TABLE_REGION, "FRY1", "Guadeloupe", "2018-01-01/.."},
        {TRANSFER_TABLE_REGION, "FRL0", "Provence-Alpes-Côte d’Azur", "2018-01-01/.."},
        {TRANSFER_TABLE_INSEE_REGION, "41", "Lorraine", "../2015-12-31"},
        {TRANSFER_TABLE_INSEE_REGION, "44", "Grand Est", "2016-01-01/.."},
        {TRANSFER_TABLE_INSEE_REGION, "72", "Aquitaine", "../2015-12-31"},
        {TRANSFER_TABLE_INSEE_REGION, "75", "Nouvelle-Aquitaine", "2016-01-01/.."},
        {TRANSFER_TABLE_INSEE_REGION, "54", "Poitou-Charentes", "../2015-12-31"},
        {TRANSFER_TABLE_INSEE_REGION, "11", "Île-de-France", "always"},
        {TRANSFER_TABLE_INSEE_REGION, "24", "Centre-Val de Loire", "always"},
        {TRANSFER_TABLE_INSEE_REGION, "52", "Pays de la Loire", "always"},
        {TRANSFER_TABLE_INSEE_REGION, "53", "Bretagne", "always"},
        {TRANSFER_TABLE_INSEE_REGION, "93", "Provence-Alpes-Côte d'Azur", "always"},
        {TRANSFER_TABLE_INSEE_REGION, "01", "Guadeloupe", "always"},
    };
    size_t i;

    for (i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *name = name_of(rows[i].table, rows[i].code, NULL);

        ck_assert_msg(name && !strcmp(name, rows[i].name), "%s is called %s", rows[i].code, name);
        ck_assert_msg(!strcmp(validity_of(rows[i].table, rows[i].code), rows[i].validity),
                      "%s is valid %s", rows[i].code, validity_of(rows[i].table, rows[i].code));
    }
}
END_TEST

/* A code has a name on every date on which it may have been valid, and on no other. */
START_TEST(names_depend_on_the_date)
{
    static const struct {
        transfer_table table;
        const char *code, *date;
        int is_valid;
    } rows[] = {
        {TRANSFER_TABLE_REGION, "FR41", "2013-12-05", 1},
        {TRANSFER_TABLE_REGION, "FR41", "2017-12-31", 1},
        {TRANSFER_TABLE_REGION, "FR41", "2018-01-01", 0},
        {TRANSFER_TABLE_REGION, "FR41", "2017-12", 1},
        {TRANSFER_TABLE_REGION, "FR41", "2018", 0},
        {TRANSFER_TABLE_REGION, "FR41", "2018?", 1},
        {TRANSFER_TABLE_REGION, "FR41", "before 2030", 1},
        {TRANSFER_TABLE_REGION, "FR41", "after 2018", 0},
        {TRANSFER_TABLE_REGION, "FRF3", "2017-12-31", 0},
        {TRANSFER_TABLE_REGION, "FRF3", "2017", 0},
        {TRANSFER_TABLE_REGION, "FRF3", "2018-01-01", 1},
        {TRANSFER_TABLE_REGION, "FRF3", "2018", 1},
        {TRANSFER_TABLE_REGION, "FRF3", "before 2018", 0},
        {TRANSFER_TABLE_REGION, "FR10", "1990", 1},
        {TRANSFER_TABLE_REGION, "FR10", "2030", 1},
        {TRANSFER_TABLE_INSEE_REGION, "41", "2015-12-31", 1},
        {TRANSFER_TABLE_INSEE_REGION, "41", "2016-01-01", 0},
        {TRANSFER_TABLE_INSEE_REGION, "44", "2015", 0},
        {TRANSFER_TABLE_INSEE_REGION, "44", "2016", 1},
        {TRANSFER_TABLE_CURRENCY, "FRF", "2001-12-31", 1},
        {TRANSFER_TABLE_CURRENCY, "FRF", "2002", 1},
        {TRANSFER_TABLE_CURRENCY, "FRF", "2002-04-01", 0},
        {TRANSFER_TABLE_CURRENCY, "HRK", "2023-01-31", 1},
        {TRANSFER_TABLE_CURRENCY, "HRK", "2023-02", 0},
        {TRANSFER_TABLE_CURRENCY, "BGN", "2026-01", 1},
        {TRANSFER_TABLE_CURRENCY, "BGN", "2027", 0},
        {TRANSFER_TABLE_COUNTRY, "FR", "0001", 1},
    };
    size_t i;

    for (i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *name = name_of(rows[i].table, rows[i].code, rows[i].date);

        ck_assert_msg(!!name == rows[i].is_valid, "%s in %s is %s", rows[i].code, rows[i].date,
                      name ? name : "not valid");
    }
}
END_TEST

/* What is certain, possible and excluded of a row's validity are told apart. */
START_TEST(validity_is_three_valued)
{
    const struct reference_row *row = reference_find(TABLE_INSEE_REGION, "41", 2);
    static const struct {
        const char *date;
        transfer_certainty answer;
    } dates[] = {
        {"2015", TRANSFER_CERTAINLY},          {"2015-12-31", TRANSFER_CERTAINLY},
        {"2016", TRANSFER_CERTAINLY_NOT},      {"after 2000", TRANSFER_POSSIBLY},
        {"2016~", TRANSFER_POSSIBLY},          {"after 2015", TRANSFER_CERTAINLY_NOT},
        {"before 2016", TRANSFER_CERTAINLY},
    };
    size_t i;

    ck_assert_ptr_nonnull(row);
    for (i = 0; i < sizeof dates / sizeof *dates; i++) {
        transfer_date date;

        ck_assert_int_eq(transfer_date_parse(dates[i].date, &date), TRANSFER_OK);
        ck_assert_msg(reference_is_valid(row, &date) == dates[i].answer, "%s", dates[i].date);
    }
}
END_TEST

/* Currencies have the decimals, the name and the end that ISO 4217 gives them. */
START_TEST(currencies_are_those_of_iso_4217)
{
    static const struct {
        const char *code, *name, *validity;
        int decimals;
    } rows[] = {
        {"EUR", "Euro", "always", 2},
        {"USD", "US Dollar", "always", 2},
        {"JPY", "Yen", "always", 0},
        {"KRW", "Won", "always", 0},
        {"XOF", "CFA Franc BCEAO", "always", 0},
        {"XPF", "CFP Franc", "always", 0},
        {"TND", "Tunisian Dinar", "always", 3},
        {"KWD", "Kuwaiti Dinar", "always", 3},
        {"CLF", "Unidad de Fomento", "always", 4},
        {"XAU", "Gold", "always", -1},
        {"MWK", "Malawi Kwacha", "always", 2},
        {"FRF", "French Franc", "../2002-03-31", -1},
        {"HRK", "Kuna", "../2023-01-31", -1},
        {"BGN", "Bulgarian Lev", "../2026-01-31", -1},
        {"VEF", "Bolívar", "../2018-08-31", -1},
        {"ESA", "Spanish Peseta", "../1981-12-31", -1}, /* "1978 to 1981" */
        {"BUK", "Kyat", "../1990-02-28", -1},
        {"CSD", "Serbian Dinar", "../2006-10-31", -1},
        {"ESB", "\"A\" Account (convertible Peseta Account)", "../1994-12-31", -1},
    };
    int decimals = 7;
    size_t i;

    for (i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *name = name_of(TRANSFER_TABLE_CURRENCY, rows[i].code, NULL);
        const char *validity = validity_of(TRANSFER_TABLE_CURRENCY, rows[i].code);

        ck_assert_msg(name && !strcmp(name, rows[i].name), "%s is called %s", rows[i].code, name);
        ck_assert_msg(!strcmp(validity, rows[i].validity), "%s is valid %s", rows[i].code,
                      validity);
        ck_assert_int_eq(decimals_of(rows[i].code), rows[i].decimals);
    }
    ck_assert_int_eq(transfer_currency_decimals("EURO", &decimals), TRANSFER_NOT_FOUND);
    ck_assert_int_eq(transfer_currency_decimals("eur", &decimals), TRANSFER_NOT_FOUND);
    ck_assert_int_eq(decimals, 7);
}
END_TEST

/* Countries are those of ISO 3166-1, and the European Union. */
START_TEST(countries_are_those_of_iso_3166)
{
    ck_assert_str_eq(name_of(TRANSFER_TABLE_COUNTRY, "FR", NULL), "France");
    ck_assert_str_eq(name_of(TRANSFER_TABLE_COUNTRY, "EU", NULL), "European Union");
    ck_assert_str_eq(name_of(TRANSFER_TABLE_COUNTRY, "CI", NULL), "Côte d'Ivoire");
    ck_assert_str_eq(name_of(TRANSFER_TABLE_COUNTRY, "CD", NULL),
                     "Congo, The Democratic Republic of the");
    ck_assert_ptr_null(name_of(TRANSFER_TABLE_COUNTRY, "UK", NULL));
    ck_assert_ptr_null(name_of(TRANSFER_TABLE_COUNTRY, "fr", NULL));
    ck_assert_ptr_null(name_of(TRANSFER_TABLE_COUNTRY, "FRA", NULL));
}
END_TEST

/* Arguments that the contract excludes are refused, and nothing is written. */
START_TEST(misuse_is_refused)
{
    transfer_date impossible = {.year = 2013, .month = 13};
    transfer_period period;
    const char *name = NULL;
    int decimals;

    ck_assert_int_eq(transfer_code_name((transfer_table)9, "FR", NULL, &name), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_code_name(TRANSFER_TABLE_COUNTRY, NULL, NULL, &name),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_code_name(TRANSFER_TABLE_COUNTRY, "FR", NULL, NULL),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_code_name(TRANSFER_TABLE_COUNTRY, "FR", &impossible, &name),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_code_validity((transfer_table)0, "FR", &period), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_code_validity(TRANSFER_TABLE_COUNTRY, NULL, &period),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_code_validity(TRANSFER_TABLE_COUNTRY, "FR", NULL), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_code_validity(TRANSFER_TABLE_COUNTRY, "ZZ", &period),
                     TRANSFER_NOT_FOUND);
    ck_assert_int_eq(transfer_currency_decimals(NULL, &decimals), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_currency_decimals("EUR", NULL), TRANSFER_MISUSE);
    ck_assert_ptr_null(name);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("reference");
    TCase *tests = tcase_create("reference");
    SRunner *runner;
    int failed;

    tcase_add_test(tests, every_row_is_found);
    tcase_add_test(tests, only_whole_codes_are_found);
    tcase_add_test(tests, successors_follow_each_other);
    tcase_add_test(tests, regions_are_read);
    tcase_add_test(tests, regions_are_suggested);
    tcase_add_test(tests, regions_lie_in_countries);
    tcase_add_test(tests, regions_have_names_and_dates);
    tcase_add_test(tests, names_depend_on_the_date);
    tcase_add_test(tests, validity_is_three_valued);
    tcase_add_test(tests, currencies_are_those_of_iso_4217);
    tcase_add_test(tests, countries_are_those_of_iso_3166);
    tcase_add_test(tests, misuse_is_refused);
    suite_add_tcase(suite, tests);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? 1 : 0;
}
