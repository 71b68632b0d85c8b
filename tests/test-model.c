/* Portfolios in memory: records, references, lists, values, files.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <transfer/transfer.h>

#include "consistency.h"
#include "ids.h"
#include "portfolio.h"

#define assert_status(call, expected)                                                              \
    ck_assert_str_eq(transfer_status_text((call), TRANSFER_ENGLISH),                               \
                     transfer_status_text((expected), TRANSFER_ENGLISH))
#define assert_ok(call) assert_status(call, TRANSFER_OK)

static transfer_portfolio *portfolio;

static void set_up(void)
{
    portfolio = transfer_portfolio_new();
    ck_assert_ptr_nonnull(portfolio);
}

static void tear_down(void)
{
    const char *wrong = portfolio_inconsistency(portfolio);

    ck_assert_msg(wrong == NULL, "%s", wrong);
    transfer_portfolio_free(portfolio);
}

static transfer_record *add(transfer_type type, const char *id)
{
    transfer_record *record = NULL;

    assert_ok(transfer_portfolio_add(portfolio, type, id, &record));
    ck_assert_ptr_nonnull(record);
    return record;
}

static transfer_record *add_partner(const char *id)
{
    return add(TRANSFER_TYPE_PARTNER, id);
}

static transfer_record *add_nested(transfer_record *record, transfer_key key)
{
    transfer_record *nested = NULL;

    assert_ok(transfer_record_add_record(record, key, &nested));
    ck_assert_ptr_nonnull(nested);
    return nested;
}

static size_t count_of(const transfer_record *record, transfer_key key)
{
    size_t count = 77;

    assert_ok(transfer_record_count(record, key, &count));
    return count;
}

static void assert_text(const transfer_record *record, transfer_key key, const char *expected)
{
    const char *text = NULL;

    assert_ok(transfer_record_get_text(record, key, &text));
    ck_assert_str_eq(text, expected);
}

static void assert_spelling(const transfer_record *record, transfer_key key, size_t index,
                            const char *expected)
{
    char *text = NULL;

    assert_ok(transfer_record_format_value(record, key, index, &text));
    ck_assert_str_eq(text, expected);
    transfer_text_free(text);
}

static void assert_reference(const transfer_record *record, transfer_key key, const char *id,
                             const transfer_record *target)
{
    transfer_record *found = NULL;
    const char *text = NULL;

    assert_ok(transfer_record_get_reference_id(record, key, &text));
    ck_assert_str_eq(text, id);
    assert_status(transfer_record_get_reference(record, key, &found),
                  target ? TRANSFER_OK : TRANSFER_NOT_FOUND);
    ck_assert_ptr_eq(found, target);
}

static void assert_item(const transfer_record *record, transfer_key key, size_t index,
                        const char *id, const transfer_record *target)
{
    transfer_record *found = NULL;
    const char *text = NULL;

    assert_ok(transfer_record_reference_id_at(record, key, index, &text));
    ck_assert_str_eq(text, id);
    assert_status(transfer_record_reference_at(record, key, index, &found),
                  target ? TRANSFER_OK : TRANSFER_NOT_FOUND);
    ck_assert_ptr_eq(found, target);
}

static void load(const char *text, const char *name)
{
    assert_ok(transfer_portfolio_load_memory(portfolio, text, strlen(text), name, NULL, 0, NULL));
}

/* ---- records ---- */

/* A new portfolio has one file without a name, an empty record of its own, and nothing else. */
START_TEST(test_empty)
{
    ck_assert_uint_eq(transfer_portfolio_file_count(portfolio), 1);
    ck_assert_str_eq(transfer_portfolio_file_name(portfolio, 0), "");
    ck_assert_ptr_null(transfer_portfolio_file_name(portfolio, 1));
    ck_assert_int_eq(transfer_portfolio_file_has_comments(portfolio, 0), 0);
    ck_assert_int_eq(transfer_portfolio_file_has_comments(portfolio, 1), 0);
    for (size_t i = 0; i < transfer_type_count(); i++) {
        transfer_type type = transfer_type_at(i);
        ck_assert_uint_eq(transfer_portfolio_count(portfolio, type),
                          type == TRANSFER_TYPE_PORTFOLIO);
        ck_assert_ptr_null(transfer_portfolio_at(portfolio, type, 1));
        ck_assert_ptr_null(transfer_portfolio_find(portfolio, type, "a"));
    }
    ck_assert_int_eq(transfer_record_type(transfer_portfolio_record(portfolio)),
                     TRANSFER_TYPE_PORTFOLIO);
    ck_assert_ptr_eq(transfer_portfolio_at(portfolio, TRANSFER_TYPE_PORTFOLIO, 0),
                     transfer_portfolio_record(portfolio));
}
END_TEST

/* Records are counted, met in the order in which they were added, and found by id. */
START_TEST(test_add)
{
    transfer_record *cea = add_partner("cea"), *etat = add_partner("etat");
    transfer_record *platform = add(TRANSFER_TYPE_PLATFORM, "cea");

    ck_assert_uint_eq(transfer_portfolio_count(portfolio, TRANSFER_TYPE_PARTNER), 2);
    ck_assert_uint_eq(transfer_portfolio_count(portfolio, TRANSFER_TYPE_PLATFORM), 1);
    ck_assert_ptr_eq(transfer_portfolio_at(portfolio, TRANSFER_TYPE_PARTNER, 0), cea);
    ck_assert_ptr_eq(transfer_portfolio_at(portfolio, TRANSFER_TYPE_PARTNER, 1), etat);
    ck_assert_ptr_null(transfer_portfolio_at(portfolio, TRANSFER_TYPE_PARTNER, 2));
    ck_assert_ptr_null(transfer_portfolio_at(portfolio, TRANSFER_TYPE_PARTNER, SIZE_MAX));
    ck_assert_ptr_eq(transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "cea"), cea);
    ck_assert_ptr_eq(transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "etat"), etat);
    ck_assert_ptr_eq(transfer_portfolio_find(portfolio, TRANSFER_TYPE_PLATFORM, "cea"), platform);
    ck_assert_ptr_null(transfer_portfolio_find(portfolio, TRANSFER_TYPE_PROJECT, "cea"));
    ck_assert_ptr_null(transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "ce"));
    ck_assert_ptr_null(transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, ""));
    ck_assert_ptr_null(transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, NULL));
    ck_assert_ptr_null(transfer_portfolio_find(portfolio, 0, "cea"));
    ck_assert_ptr_null(transfer_portfolio_find(portfolio, 9999, "cea"));
    ck_assert_int_eq(transfer_record_type(cea), TRANSFER_TYPE_PARTNER);
    ck_assert_str_eq(transfer_record_id(cea), "cea");
    ck_assert_ptr_eq(transfer_record_portfolio(cea), portfolio);
    ck_assert_ptr_null(transfer_record_parent(cea));
    ck_assert_int_eq(transfer_record_parent_key(cea), 0);
    ck_assert_uint_eq(transfer_record_file(cea), 0);
    ck_assert_int_eq(transfer_record_is_removed(cea), 0);
}
END_TEST

/* An id is taken once a section, and an id in use stays what it was. */
START_TEST(test_add_exists)
{
    transfer_record *cea = add_partner("cea"), *other = NULL;

    assert_status(transfer_portfolio_add(portfolio, TRANSFER_TYPE_PARTNER, "cea", &other),
                  TRANSFER_EXISTS);
    ck_assert_ptr_null(other);
    ck_assert_ptr_eq(transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "cea"), cea);
}
END_TEST

/* What is no id is refused, at every edge of the form. */
START_TEST(test_id_form)
{
    static const char *const bad[] = {"",   "-a",  ".a",  "_a",     "A",       "a b", "a/b",
                                      "é", "a\n", "aé", "a\x7f", "a\xff", " a",  "a ",
                                      "a:b", "a\tb", "a@", "`a", "a{", "a[", "a\x80"};
    static const char *const good[] = {"a", "0", "9z", "a-", "a.", "a_", "a.-_9", "true", "null",
                                       "1e5", "z", "0x10"};
    char longest[66];
    transfer_record *record = NULL;

    memset(longest, 'a', sizeof longest);
    longest[65] = '\0';
    assert_status(transfer_portfolio_add(portfolio, TRANSFER_TYPE_PARTNER, longest, &record),
                  TRANSFER_SYNTAX);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_status(transfer_portfolio_add(portfolio, TRANSFER_TYPE_PARTNER, bad[i], &record),
                      TRANSFER_SYNTAX);
    assert_status(transfer_portfolio_add(portfolio, TRANSFER_TYPE_PARTNER, NULL, &record),
                  TRANSFER_MISUSE);
    ck_assert_ptr_null(record);
    longest[64] = '\0';
    add_partner(longest);
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        add_partner(good[i]);
}
END_TEST

/* Only types whose records have ids can be added to a portfolio. */
START_TEST(test_add_type)
{
    static const transfer_type types[] = {0, -1, 31, 32, 255, 256 + TRANSFER_TYPE_PARTNER,
                                          TRANSFER_TYPE_PORTFOLIO, TRANSFER_TYPE_CONTRIBUTION};
    transfer_record *record = NULL;

    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        assert_status(transfer_portfolio_add(portfolio, types[i], "a", &record), TRANSFER_MISUSE);
    ck_assert_ptr_null(record);
}
END_TEST

/* A removed record is out of its section, says nothing, keeps its id and cannot be changed. */
START_TEST(test_remove)
{
    transfer_record *a = add_partner("a"), *b = add_partner("b"), *c = add_partner("c");
    const transfer_date date = {2013, 12, 5, 0, 0};
    transfer_record *nested;
    const char *text = NULL;

    assert_ok(transfer_record_set_text(b, TRANSFER_PARTNER_NAME, "Bé"));
    assert_ok(transfer_record_set_extra(b, "x_colour", "red"));
    nested = add_nested(b, TRANSFER_PARTNER_FORMER_NAMES);
    assert_ok(transfer_record_set_text(nested, TRANSFER_FORMER_NAME_NAME, "Beta"));
    assert_ok(transfer_record_remove(b));

    ck_assert_uint_eq(transfer_portfolio_count(portfolio, TRANSFER_TYPE_PARTNER), 2);
    ck_assert_ptr_eq(transfer_portfolio_at(portfolio, TRANSFER_TYPE_PARTNER, 0), a);
    ck_assert_ptr_eq(transfer_portfolio_at(portfolio, TRANSFER_TYPE_PARTNER, 1), c);
    ck_assert_ptr_null(transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "b"));
    ck_assert_int_eq(transfer_record_is_removed(b), 1);
    ck_assert_int_eq(transfer_record_is_removed(nested), 1);
    ck_assert_int_eq(transfer_record_is_removed(a), 0);
    ck_assert_str_eq(transfer_record_id(b), "b");
    ck_assert_int_eq(transfer_record_type(b), TRANSFER_TYPE_PARTNER);
    ck_assert_ptr_eq(transfer_record_portfolio(b), portfolio);
    ck_assert_ptr_eq(transfer_record_portfolio(nested), portfolio);
    ck_assert_ptr_eq(transfer_record_parent(nested), b);
    assert_status(transfer_record_get_text(b, TRANSFER_PARTNER_NAME, &text), TRANSFER_UNSET);
    assert_status(transfer_record_get_text(nested, TRANSFER_FORMER_NAME_NAME, &text),
                  TRANSFER_UNSET);
    ck_assert_int_eq(transfer_record_has(b, TRANSFER_PARTNER_NAME), 0);
    ck_assert_uint_eq(count_of(b, TRANSFER_PARTNER_FORMER_NAMES), 0);
    ck_assert_uint_eq(transfer_record_extra_count(b), 0);

    assert_status(transfer_record_remove(b), TRANSFER_MISUSE);
    assert_status(transfer_record_remove(nested), TRANSFER_MISUSE);
    assert_status(transfer_record_rename(b, "d"), TRANSFER_MISUSE);
    assert_status(transfer_record_set_file(b, 0), TRANSFER_MISUSE);
    assert_status(transfer_record_clear(b, TRANSFER_PARTNER_NAME), TRANSFER_MISUSE);
    assert_status(transfer_record_set_text(b, TRANSFER_PARTNER_NAME, "B"), TRANSFER_MISUSE);
    assert_status(transfer_record_set_text(nested, TRANSFER_FORMER_NAME_NAME, "B"),
                  TRANSFER_MISUSE);
    assert_status(transfer_record_set_date(b, TRANSFER_PARTNER_FOUNDED, &date), TRANSFER_MISUSE);
    assert_status(transfer_record_set_extra(b, "x_a", "1"), TRANSFER_MISUSE);
    assert_status(transfer_record_add_record(b, TRANSFER_PARTNER_FORMER_NAMES, &nested),
                  TRANSFER_MISUSE);
    assert_status(transfer_record_add_text(b, TRANSFER_PARTNER_FIELDS, "x"), TRANSFER_MISUSE);
    assert_status(transfer_record_remove_at(b, TRANSFER_PARTNER_FIELDS, 0), TRANSFER_MISUSE);
    assert_status(transfer_record_set_reference(a, TRANSFER_PARTNER_SUCCESSOR, b),
                  TRANSFER_MISUSE);
    assert_status(transfer_record_remove(transfer_portfolio_record(portfolio)), TRANSFER_MISUSE);
    assert_status(transfer_record_remove(NULL), TRANSFER_MISUSE);
}
END_TEST

/* A removed id can be given again: to another record, at the end, without what the first said. */
START_TEST(test_add_again)
{
    transfer_record *first = add_partner("a"), *b = add_partner("b"), *second;

    assert_ok(transfer_record_set_text(first, TRANSFER_PARTNER_NAME, "first"));
    assert_ok(transfer_record_set_reference(b, TRANSFER_PARTNER_SUCCESSOR, first));
    assert_ok(transfer_record_remove(first));
    assert_reference(b, TRANSFER_PARTNER_SUCCESSOR, "a", NULL);
    second = add_partner("a");
    ck_assert_ptr_ne(first, second);
    ck_assert_ptr_eq(transfer_portfolio_at(portfolio, TRANSFER_TYPE_PARTNER, 1), second);
    assert_reference(b, TRANSFER_PARTNER_SUCCESSOR, "a", second);
    ck_assert_int_eq(transfer_record_has(second, TRANSFER_PARTNER_NAME), 0);
    ck_assert_int_eq(transfer_record_is_removed(first), 1);
    ck_assert_str_eq(transfer_record_id(first), "a");
}
END_TEST

/* ---- references ---- */

/* A reference may be set before its record is there, and finds it when it comes. */
START_TEST(test_dangling)
{
    transfer_record *a = add_partner("a"), *project = add(TRANSFER_TYPE_PROJECT, "p"), *b;

    assert_ok(transfer_record_set_reference_id(a, TRANSFER_PARTNER_SUCCESSOR, "b"));
    assert_ok(transfer_record_add_reference_id(a, TRANSFER_PARTNER_PARENTS, "b"));
    assert_ok(transfer_record_set_reference_id(project, TRANSFER_PROJECT_PLATFORM, "b"));
    assert_reference(a, TRANSFER_PARTNER_SUCCESSOR, "b", NULL);
    assert_item(a, TRANSFER_PARTNER_PARENTS, 0, "b", NULL);
    ck_assert_ptr_null(transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "b"));
    ck_assert_uint_eq(transfer_portfolio_count(portfolio, TRANSFER_TYPE_PARTNER), 1);
    b = add_partner("b");
    assert_reference(a, TRANSFER_PARTNER_SUCCESSOR, "b", b);
    assert_item(a, TRANSFER_PARTNER_PARENTS, 0, "b", b);
    /* A partner is no platform. */
    assert_reference(project, TRANSFER_PROJECT_PLATFORM, "b", NULL);
}
END_TEST

/* References must be to records of the field's type, of the same portfolio, and ids. */
START_TEST(test_reference_target)
{
    transfer_portfolio *other = transfer_portfolio_new();
    transfer_record *a = add_partner("a"), *platform = add(TRANSFER_TYPE_PLATFORM, "p");
    transfer_record *foreign = NULL;

    assert_ok(transfer_portfolio_add(other, TRANSFER_TYPE_PARTNER, "f", &foreign));
    assert_status(transfer_record_set_reference(platform, TRANSFER_PLATFORM_OPERATOR, platform),
                  TRANSFER_MISUSE);
    assert_status(transfer_record_set_reference(platform, TRANSFER_PLATFORM_OPERATOR, foreign),
                  TRANSFER_MISUSE);
    assert_status(transfer_record_set_reference(platform, TRANSFER_PLATFORM_OPERATOR, NULL),
                  TRANSFER_MISUSE);
    assert_status(transfer_record_set_reference_id(platform, TRANSFER_PLATFORM_OPERATOR, NULL),
                  TRANSFER_MISUSE);
    assert_status(transfer_record_set_reference_id(platform, TRANSFER_PLATFORM_OPERATOR, "É"),
                  TRANSFER_SYNTAX);
    assert_status(transfer_record_set_reference_id(platform, TRANSFER_PLATFORM_OPERATOR, ""),
                  TRANSFER_SYNTAX);
    assert_status(transfer_record_add_reference(a, TRANSFER_PARTNER_PARENTS, foreign),
                  TRANSFER_MISUSE);
    assert_status(transfer_record_add_reference(a, TRANSFER_PARTNER_PARENTS, NULL),
                  TRANSFER_MISUSE);
    assert_status(transfer_record_add_reference_id(a, TRANSFER_PARTNER_PARENTS, "-"),
                  TRANSFER_SYNTAX);
    assert_status(transfer_record_set_reference(a, TRANSFER_PARTNER_NAME, a),
                  TRANSFER_WRONG_KIND);
    assert_status(transfer_record_set_reference(a, TRANSFER_PARTNER_PARENTS, a),
                  TRANSFER_WRONG_KIND);
    assert_status(transfer_record_add_reference(a, TRANSFER_PARTNER_SUCCESSOR, a),
                  TRANSFER_WRONG_KIND);
    ck_assert_int_eq(transfer_record_has(platform, TRANSFER_PLATFORM_OPERATOR), 0);
    ck_assert_int_eq(transfer_record_has(a, TRANSFER_PARTNER_PARENTS), 0);
    assert_ok(transfer_record_set_reference(a, TRANSFER_PARTNER_SUCCESSOR, a));
    assert_reference(a, TRANSFER_PARTNER_SUCCESSOR, "a", a);
    transfer_portfolio_free(other);
}
END_TEST

/* When a record is renamed, every reference follows: single, in lists, nested, from itself, twice
 * in one list; and ids of other types stay. */
START_TEST(test_rename)
{
    transfer_record *a = add_partner("a"), *b = add_partner("b");
    transfer_record *platform = add(TRANSFER_TYPE_PLATFORM, "a");
    transfer_record *agreement = add(TRANSFER_TYPE_AGREEMENT, "g");
    transfer_record *funder = add_nested(agreement, TRANSFER_AGREEMENT_FUNDERS);
    transfer_record *beneficiary = add_nested(agreement, TRANSFER_AGREEMENT_BENEFICIARIES);

    assert_ok(transfer_record_set_reference(a, TRANSFER_PARTNER_SUCCESSOR, a));
    assert_ok(transfer_record_set_reference(platform, TRANSFER_PLATFORM_OPERATOR, a));
    assert_ok(transfer_record_add_reference(b, TRANSFER_PARTNER_PARENTS, a));
    assert_ok(transfer_record_add_reference(b, TRANSFER_PARTNER_PARENTS, b));
    assert_ok(transfer_record_add_reference(b, TRANSFER_PARTNER_PARENTS, a));
    assert_ok(transfer_record_set_reference(funder, TRANSFER_CONTRIBUTION_PARTNER, a));
    assert_ok(transfer_record_set_reference(beneficiary, TRANSFER_ALLOCATION_PLATFORM, platform));
    assert_ok(transfer_record_rename(a, "alpha"));

    ck_assert_str_eq(transfer_record_id(a), "alpha");
    ck_assert_ptr_null(transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "a"));
    ck_assert_ptr_eq(transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "alpha"), a);
    ck_assert_ptr_eq(transfer_portfolio_at(portfolio, TRANSFER_TYPE_PARTNER, 0), a);
    assert_reference(a, TRANSFER_PARTNER_SUCCESSOR, "alpha", a);
    assert_reference(platform, TRANSFER_PLATFORM_OPERATOR, "alpha", a);
    assert_item(b, TRANSFER_PARTNER_PARENTS, 0, "alpha", a);
    assert_item(b, TRANSFER_PARTNER_PARENTS, 1, "b", b);
    assert_item(b, TRANSFER_PARTNER_PARENTS, 2, "alpha", a);
    assert_reference(funder, TRANSFER_CONTRIBUTION_PARTNER, "alpha", a);
    assert_reference(beneficiary, TRANSFER_ALLOCATION_PLATFORM, "a", platform);
    assert_ok(transfer_record_rename(platform, "lorraine"));
    assert_reference(beneficiary, TRANSFER_ALLOCATION_PLATFORM, "lorraine", platform);

    /* A new record with the old id is nobody's target. */
    add_partner("a");
    assert_reference(platform, TRANSFER_PLATFORM_OPERATOR, "alpha", a);
}
END_TEST

/* Renaming refuses what adding refuses, and then changes nothing. */
START_TEST(test_rename_refused)
{
    transfer_record *a = add_partner("a"), *b = add_partner("b");
    transfer_record *nested = add_nested(a, TRANSFER_PARTNER_FORMER_NAMES);

    assert_ok(transfer_record_set_reference(b, TRANSFER_PARTNER_SUCCESSOR, a));
    assert_status(transfer_record_rename(a, "b"), TRANSFER_EXISTS);
    assert_status(transfer_record_rename(a, "B"), TRANSFER_SYNTAX);
    assert_status(transfer_record_rename(a, ""), TRANSFER_SYNTAX);
    assert_status(transfer_record_rename(a, NULL), TRANSFER_MISUSE);
    assert_status(transfer_record_rename(NULL, "c"), TRANSFER_MISUSE);
    assert_status(transfer_record_rename(nested, "c"), TRANSFER_MISUSE);
    assert_status(transfer_record_rename(transfer_portfolio_record(portfolio), "c"),
                  TRANSFER_MISUSE);
    assert_ok(transfer_record_rename(a, "a"));
    assert_ok(transfer_record_rename(a, transfer_record_id(a)));
    ck_assert_str_eq(transfer_record_id(a), "a");
    assert_reference(b, TRANSFER_PARTNER_SUCCESSOR, "a", a);
}
END_TEST

/* Renaming to an id that others refer to already makes those references find the record; renaming
 * it back takes along all of them. */
START_TEST(test_rename_to_dangling)
{
    transfer_record *a = add_partner("a"), *b = add_partner("b"), *c = add_partner("c");

    assert_ok(transfer_record_set_reference(b, TRANSFER_PARTNER_SUCCESSOR, a));
    assert_ok(transfer_record_set_reference_id(c, TRANSFER_PARTNER_SUCCESSOR, "z"));
    assert_ok(transfer_record_rename(a, "z"));
    assert_reference(b, TRANSFER_PARTNER_SUCCESSOR, "z", a);
    assert_reference(c, TRANSFER_PARTNER_SUCCESSOR, "z", a);
    assert_ok(transfer_record_rename(a, "a"));
    assert_reference(b, TRANSFER_PARTNER_SUCCESSOR, "a", a);
    assert_reference(c, TRANSFER_PARTNER_SUCCESSOR, "a", a);
    ck_assert_ptr_null(transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "z"));
}
END_TEST

/* Setting the same reference again and again keeps the way back to it: renaming is followed. */
START_TEST(test_same_reference_again)
{
    transfer_record *a = add_partner("a"), *b = add_partner("b");

    for (int i = 0; i < 100; i++) {
        assert_ok(transfer_record_set_reference(b, TRANSFER_PARTNER_SUCCESSOR, a));
        ck_assert_ptr_null(portfolio_inconsistency(portfolio));
    }
    for (int i = 0; i < 100; i++) {
        assert_ok(transfer_record_set_reference(b, TRANSFER_PARTNER_SUCCESSOR, a));
        ck_assert_ptr_null(portfolio_inconsistency(portfolio));
        assert_ok(transfer_record_rename(a, i % 2 ? "a" : "aa"));
        assert_reference(b, TRANSFER_PARTNER_SUCCESSOR, i % 2 ? "a" : "aa", a);
    }
}
END_TEST

/* The same for one record that refers through many fields, some of which change. */
START_TEST(test_reference_changes)
{
    transfer_record *a = add_partner("a"), *b = add_partner("b"), *c = add_partner("c");

    for (int i = 0; i < 200; i++) {
        assert_ok(transfer_record_add_reference(c, TRANSFER_PARTNER_PARENTS, a));
        assert_ok(transfer_record_set_reference(c, TRANSFER_PARTNER_SUCCESSOR, i % 3 ? a : b));
        if (i % 5 == 4)
            assert_ok(transfer_record_clear(c, TRANSFER_PARTNER_PARENTS));
        else if (i % 2)
            assert_ok(transfer_record_remove_at(c, TRANSFER_PARTNER_PARENTS, 0));
        ck_assert_ptr_null(portfolio_inconsistency(portfolio));
    }
    assert_ok(transfer_record_rename(a, "aa"));
    assert_ok(transfer_record_rename(b, "bb"));
    assert_reference(c, TRANSFER_PARTNER_SUCCESSOR, "aa", a);
}
END_TEST

/* Removing what refers leaves nothing behind for a rename to trip over. */
START_TEST(test_remove_referrer)
{
    transfer_record *a = add_partner("a"), *g = add(TRANSFER_TYPE_AGREEMENT, "g");
    transfer_record *funder;

    for (int i = 0; i < 50; i++) {
        funder = add_nested(g, TRANSFER_AGREEMENT_FUNDERS);
        assert_ok(transfer_record_set_reference(funder, TRANSFER_CONTRIBUTION_PARTNER, a));
    }
    assert_ok(transfer_record_remove_at(g, TRANSFER_AGREEMENT_FUNDERS, 49));
    assert_ok(transfer_record_rename(a, "b"));
    assert_ok(transfer_record_remove(g));
    assert_ok(transfer_record_rename(a, "c"));
    ck_assert_str_eq(transfer_record_id(a), "c");
}
END_TEST

/* ---- nested records and lists ---- */

/* Nested records know what they lie in, and come back in order. */
START_TEST(test_nested)
{
    transfer_record *g = add(TRANSFER_TYPE_AGREEMENT, "g");
    transfer_record *first = add_nested(g, TRANSFER_AGREEMENT_FUNDERS);
    transfer_record *second = add_nested(g, TRANSFER_AGREEMENT_FUNDERS);
    transfer_record *deep = add_nested(second, TRANSFER_CONTRIBUTION_EXCEPTIONS);
    transfer_record *found = NULL;

    ck_assert_int_eq(transfer_record_type(first), TRANSFER_TYPE_CONTRIBUTION);
    ck_assert_ptr_null(transfer_record_id(first));
    ck_assert_ptr_eq(transfer_record_parent(first), g);
    ck_assert_int_eq(transfer_record_parent_key(first), TRANSFER_AGREEMENT_FUNDERS);
    ck_assert_ptr_eq(transfer_record_parent(deep), second);
    ck_assert_int_eq(transfer_record_parent_key(deep), TRANSFER_CONTRIBUTION_EXCEPTIONS);
    ck_assert_ptr_eq(transfer_record_portfolio(deep), portfolio);
    ck_assert_uint_eq(count_of(g, TRANSFER_AGREEMENT_FUNDERS), 2);
    assert_ok(transfer_record_record_at(g, TRANSFER_AGREEMENT_FUNDERS, 1, &found));
    ck_assert_ptr_eq(found, second);
    assert_status(transfer_record_record_at(g, TRANSFER_AGREEMENT_FUNDERS, 2, &found),
                  TRANSFER_NOT_FOUND);
    ck_assert_ptr_eq(found, second);
    assert_status(transfer_record_set_file(first, 0), TRANSFER_MISUSE);

    /* Through the list, or by itself. */
    assert_ok(transfer_record_remove(first));
    ck_assert_int_eq(transfer_record_is_removed(first), 1);
    ck_assert_uint_eq(count_of(g, TRANSFER_AGREEMENT_FUNDERS), 1);
    assert_ok(transfer_record_record_at(g, TRANSFER_AGREEMENT_FUNDERS, 0, &found));
    ck_assert_ptr_eq(found, second);
    assert_ok(transfer_record_remove_at(g, TRANSFER_AGREEMENT_FUNDERS, 0));
    ck_assert_int_eq(transfer_record_is_removed(second), 1);
    ck_assert_int_eq(transfer_record_is_removed(deep), 1);
    ck_assert_int_eq(transfer_record_has(g, TRANSFER_AGREEMENT_FUNDERS), 0);
}
END_TEST

/* Lists of texts grow, give their items by index, and lose one from any place. */
START_TEST(test_text_list)
{
    transfer_record *p = add(TRANSFER_TYPE_PLATFORM, "p");
    const char *text = NULL;
    char word[24];

    for (int i = 0; i < 40; i++) {
        snprintf(word, sizeof word, "word %d", i);
        assert_ok(transfer_record_add_text(p, TRANSFER_PLATFORM_SERVICES, word));
    }
    ck_assert_uint_eq(count_of(p, TRANSFER_PLATFORM_SERVICES), 40);
    assert_ok(transfer_record_remove_at(p, TRANSFER_PLATFORM_SERVICES, 0));
    assert_ok(transfer_record_remove_at(p, TRANSFER_PLATFORM_SERVICES, 38));
    assert_ok(transfer_record_remove_at(p, TRANSFER_PLATFORM_SERVICES, 9));
    ck_assert_uint_eq(count_of(p, TRANSFER_PLATFORM_SERVICES), 37);
    assert_ok(transfer_record_text_at(p, TRANSFER_PLATFORM_SERVICES, 0, &text));
    ck_assert_str_eq(text, "word 1");
    assert_ok(transfer_record_text_at(p, TRANSFER_PLATFORM_SERVICES, 9, &text));
    ck_assert_str_eq(text, "word 11");
    assert_ok(transfer_record_text_at(p, TRANSFER_PLATFORM_SERVICES, 36, &text));
    ck_assert_str_eq(text, "word 38");
    assert_spelling(p, TRANSFER_PLATFORM_SERVICES, 36, "word 38");
    assert_status(transfer_record_text_at(p, TRANSFER_PLATFORM_SERVICES, 37, &text),
                  TRANSFER_NOT_FOUND);
    assert_status(transfer_record_text_at(p, TRANSFER_PLATFORM_SERVICES, SIZE_MAX, &text),
                  TRANSFER_NOT_FOUND);
    assert_status(transfer_record_remove_at(p, TRANSFER_PLATFORM_SERVICES, 37),
                  TRANSFER_NOT_FOUND);
    assert_status(transfer_record_remove_at(p, TRANSFER_PLATFORM_EQUIPMENT, 0),
                  TRANSFER_NOT_FOUND);
    for (int i = 37; i > 0; i--)
        assert_ok(transfer_record_remove_at(p, TRANSFER_PLATFORM_SERVICES, 0));
    ck_assert_int_eq(transfer_record_has(p, TRANSFER_PLATFORM_SERVICES), 0);
    ck_assert_uint_eq(count_of(p, TRANSFER_PLATFORM_SERVICES), 0);
    assert_status(transfer_record_text_at(p, TRANSFER_PLATFORM_SERVICES, 0, &text),
                  TRANSFER_NOT_FOUND);
    /* An item may be added from the list itself. */
    assert_ok(transfer_record_add_text(p, TRANSFER_PLATFORM_SERVICES, "once"));
    assert_ok(transfer_record_text_at(p, TRANSFER_PLATFORM_SERVICES, 0, &text));
    for (int i = 0; i < 10; i++)
        assert_ok(transfer_record_add_text(p, TRANSFER_PLATFORM_SERVICES, text));
    assert_spelling(p, TRANSFER_PLATFORM_SERVICES, 10, "once");
}
END_TEST

/* What was loaded can be changed like what was made: values, lists, nested records, extras. */
START_TEST(test_change_loaded)
{
    static const char yaml[] = "transfer: 1\n"
                               "partners:\n"
                               "  a: {name: A, fields: [one, two], parents: [b, c]}\n"
                               "  b: {name: B, x_b: 1, x_c: 2, note: n}\n"
                               "agreements:\n"
                               "  g:\n"
                               "    title: G\n"
                               "    kind: grant\n"
                               "    funders:\n"
                               "    - {partner: a, share: 1/2}\n"
                               "    - {partner: b, share: 1/2}\n";
    transfer_record *a, *b, *g, *funder = NULL;
    const char *text = NULL, *name = NULL;

    load(yaml, "memory");
    a = transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "a");
    b = transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "b");
    g = transfer_portfolio_find(portfolio, TRANSFER_TYPE_AGREEMENT, "g");
    ck_assert(a && b && g);
    assert_ok(transfer_record_remove_at(a, TRANSFER_PARTNER_FIELDS, 0));
    assert_ok(transfer_record_add_text(a, TRANSFER_PARTNER_FIELDS, "three"));
    assert_ok(transfer_record_add_text(a, TRANSFER_PARTNER_FIELDS, "four"));
    assert_spelling(a, TRANSFER_PARTNER_FIELDS, 0, "two");
    assert_spelling(a, TRANSFER_PARTNER_FIELDS, 2, "four");
    assert_ok(transfer_record_add_reference(a, TRANSFER_PARTNER_PARENTS, a));
    assert_item(a, TRANSFER_PARTNER_PARENTS, 0, "b", b);
    assert_item(a, TRANSFER_PARTNER_PARENTS, 2, "a", a);
    assert_ok(transfer_record_set_text(b, TRANSFER_PARTNER_NAME, "Bee"));
    assert_ok(transfer_record_clear(b, TRANSFER_PARTNER_NOTE));
    assert_ok(transfer_record_set_extra(b, "x_b", NULL));
    ck_assert_uint_eq(transfer_record_extra_count(b), 1);
    assert_ok(transfer_record_extra_at(b, 0, &name, &text));
    ck_assert_str_eq(name, "x_c");
    assert_ok(transfer_record_set_extra(b, "x_d", "[1, 2]"));
    assert_ok(transfer_record_record_at(g, TRANSFER_AGREEMENT_FUNDERS, 0, &funder));
    ck_assert_ptr_eq(transfer_record_parent(funder), g);
    assert_ok(transfer_record_remove(funder));
    funder = add_nested(g, TRANSFER_AGREEMENT_FUNDERS);
    assert_ok(transfer_record_set_reference(funder, TRANSFER_CONTRIBUTION_PARTNER, a));
    assert_ok(transfer_record_rename(b, "bb"));
    assert_ok(transfer_record_record_at(g, TRANSFER_AGREEMENT_FUNDERS, 0, &funder));
    assert_reference(funder, TRANSFER_CONTRIBUTION_PARTNER, "bb", b);
    assert_item(a, TRANSFER_PARTNER_PARENTS, 0, "bb", b);
    assert_ok(transfer_record_remove(g));
    assert_ok(transfer_record_remove(a));
    assert_text(b, TRANSFER_PARTNER_NAME, "Bee");
}
END_TEST

/* Clearing takes a value away, alone; clearing what is not set is no error. */
START_TEST(test_clear)
{
    transfer_record *p = add(TRANSFER_TYPE_PLATFORM, "p");
    const char *text = NULL;

    assert_ok(transfer_record_set_text(p, TRANSFER_PLATFORM_CITY, "Metz"));
    assert_ok(transfer_record_set_text(p, TRANSFER_PLATFORM_NAME, "Lorraine"));
    assert_ok(transfer_record_set_text(p, TRANSFER_PLATFORM_SITE, "Technopôle"));
    assert_ok(transfer_record_clear(p, TRANSFER_PLATFORM_CITY));
    assert_ok(transfer_record_clear(p, TRANSFER_PLATFORM_CITY));
    assert_ok(transfer_record_clear(p, TRANSFER_PLATFORM_HISTORY));
    assert_status(transfer_record_get_text(p, TRANSFER_PLATFORM_CITY, &text), TRANSFER_UNSET);
    ck_assert_ptr_null(text);
    assert_text(p, TRANSFER_PLATFORM_NAME, "Lorraine");
    assert_text(p, TRANSFER_PLATFORM_SITE, "Technopôle");
    assert_status(transfer_record_clear(p, TRANSFER_PARTNER_NAME), TRANSFER_UNKNOWN_FIELD);
    assert_status(transfer_record_clear(p, 0), TRANSFER_UNKNOWN_FIELD);
    assert_status(transfer_record_clear(NULL, TRANSFER_PLATFORM_CITY), TRANSFER_MISUSE);
}
END_TEST

/* ---- values ---- */

/* Every field of every type is set through its spelling, read back the same, cleared, and is
 * refused by every setter and getter of another kind. */
START_TEST(test_every_field)
{
    static const char *const spellings[TRANSFER_KIND_RECORD + 1] = {
        [TRANSFER_KIND_TEXT] = "some text",      [TRANSFER_KIND_REFERENCE] = "some-id",
        [TRANSFER_KIND_DATE] = "2013-12-05",     [TRANSFER_KIND_PERIOD] = "2014/2016",
        [TRANSFER_KIND_AMOUNT] = "30000000 EUR", [TRANSFER_KIND_QUANTITY] = "about 12.5",
        [TRANSFER_KIND_SHARE] = "33.33%",        [TRANSFER_KIND_DECIMAL] = "-49.1193",
        [TRANSFER_KIND_BOOLEAN] = "true",        [TRANSFER_KIND_CODE] = "FR",
        [TRANSFER_KIND_URL] = "https://a.fr/",   [TRANSFER_KIND_MEASURE] = "more than 100",
    };
    size_t seen = 0;

    for (size_t i = 0; i < transfer_type_count(); i++) {
        transfer_type type = transfer_type_at(i);
        /* As long as the portfolio, which notes who refers. */
        struct top_record *top = arena_alloc(&portfolio->arena, sizeof *top);
        transfer_record *record = &top->record;

        memset(top, 0, sizeof *top);
        record->owner = portfolio;
        record->type = (uint8_t)type;
        for (size_t j = 0; j < transfer_type_field_count(type); j++) {
            transfer_key key = transfer_type_field_at(type, j);
            transfer_kind kind = transfer_field_kind(key);
            int is_list = transfer_field_is_list(key);
            const char *spelling = spellings[kind];
            char number[24];
            int64_t minimum, maximum;
            size_t count;

            if (transfer_field_range(key, &minimum, &maximum) == TRANSFER_OK) {
                snprintf(number, sizeof number, "%d", (int)maximum);
                spelling = number;
            } else if (kind == TRANSFER_KIND_CHOICE) {
                spelling = transfer_field_choice_name(key, transfer_field_choice_at(key, 1));
            }
            ck_assert_int_eq(transfer_record_has(record, key), 0);
            if (is_list) {
                assert_status(transfer_record_parse_value(record, key, spelling ? spelling : "x"),
                              TRANSFER_WRONG_KIND);
                ck_assert_uint_eq(count_of(record, key), 0);
            } else {
                assert_status(transfer_record_count(record, key, &count), TRANSFER_WRONG_KIND);
                assert_ok(transfer_record_parse_value(record, key, spelling));
                ck_assert_int_eq(transfer_record_has(record, key), 1);
                assert_spelling(record, key, 0, spelling);
                assert_ok(transfer_record_clear(record, key));
                ck_assert_int_eq(transfer_record_has(record, key), 0);
            }
            seen++;
        }
        record_release(portfolio, record);
        portfolio->record_count++; /* it was never counted */
    }
    ck_assert_uint_gt(seen, 200);
}
END_TEST

enum { CALLS = 10 };

/* Calls the setter of a kind with a good value. */
static transfer_status set_kind(transfer_record *record, transfer_key key, int call)
{
    static const transfer_date date = {2013, 0, 0, 0, 0};
    static const transfer_period period = {{2013, 0, 0, 0, 0}, {2014, 0, 0, 0, 0}};
    static const transfer_amount amount = {100, "EUR", 2, 0, {0, 0}};
    static const transfer_quantity quantity = {5, 0, 0, {0}};
    static const transfer_share share = {1, 2, TRANSFER_SHARE_RATIO, {0}};

    switch (call) {
    case 0:
        return transfer_record_set_text(record, key, "https://a.fr");
    case 1:
        return transfer_record_set_date(record, key, &date);
    case 2:
        return transfer_record_set_period(record, key, &period);
    case 3:
        return transfer_record_set_amount(record, key, &amount);
    case 4:
        return transfer_record_set_quantity(record, key, &quantity);
    case 5:
        return transfer_record_set_share(record, key, &share);
    case 6:
        return transfer_record_set_integer(record, key, 5);
    case 7:
        return transfer_record_set_boolean(record, key, 1);
    case 8:
        return transfer_record_set_choice(record, key, 1);
    default:
        return transfer_record_set_reference_id(record, key, "a");
    }
}

static transfer_status get_kind(const transfer_record *record, transfer_key key, int call)
{
    const char *text;
    transfer_date date;
    transfer_period period;
    transfer_amount amount;
    transfer_quantity quantity;
    transfer_share share;
    int64_t integer;
    int number;

    switch (call) {
    case 0:
        return transfer_record_get_text(record, key, &text);
    case 1:
        return transfer_record_get_date(record, key, &date);
    case 2:
        return transfer_record_get_period(record, key, &period);
    case 3:
        return transfer_record_get_amount(record, key, &amount);
    case 4:
        return transfer_record_get_quantity(record, key, &quantity);
    case 5:
        return transfer_record_get_share(record, key, &share);
    case 6:
        return transfer_record_get_integer(record, key, &integer);
    case 7:
        return transfer_record_get_boolean(record, key, &number);
    case 8:
        return transfer_record_get_choice(record, key, &number);
    default:
        return transfer_record_get_reference_id(record, key, &text);
    }
}

static int call_serves(int call, transfer_kind kind)
{
    static const unsigned kinds[CALLS] = {
        1u << TRANSFER_KIND_TEXT | 1u << TRANSFER_KIND_URL | 1u << TRANSFER_KIND_CODE,
        1u << TRANSFER_KIND_DATE,
        1u << TRANSFER_KIND_PERIOD,
        1u << TRANSFER_KIND_AMOUNT | 1u << TRANSFER_KIND_MEASURE,
        1u << TRANSFER_KIND_QUANTITY | 1u << TRANSFER_KIND_DECIMAL | 1u << TRANSFER_KIND_MEASURE,
        1u << TRANSFER_KIND_SHARE,
        1u << TRANSFER_KIND_INTEGER,
        1u << TRANSFER_KIND_BOOLEAN,
        1u << TRANSFER_KIND_CHOICE,
        1u << TRANSFER_KIND_REFERENCE,
    };

    return kinds[call] >> kind & 1;
}

/* Setters and getters serve their own kinds and no other, and say so by status. */
START_TEST(test_wrong_kind)
{
    transfer_record *g = add(TRANSFER_TYPE_AGREEMENT, "g");
    transfer_record *p = add(TRANSFER_TYPE_PLATFORM, "p");
    transfer_record *indicator = add_nested(p, TRANSFER_PLATFORM_INDICATORS);
    transfer_record *contribution = add_nested(g, TRANSFER_AGREEMENT_FUNDERS);
    transfer_record *project = add(TRANSFER_TYPE_PROJECT, "j");
    transfer_record *partner = add_partner("a");
    transfer_record *accounts = add_nested(partner, TRANSFER_PARTNER_ACCOUNTS);
    const struct {
        transfer_record *record;
        transfer_key key;
    } fields[] = {
        {g, TRANSFER_AGREEMENT_TITLE},        {g, TRANSFER_AGREEMENT_SIGNED},
        {g, TRANSFER_AGREEMENT_PERIOD},       {g, TRANSFER_AGREEMENT_AMOUNT},
        {accounts, TRANSFER_FISCAL_YEAR_HEADCOUNT},
        {contribution, TRANSFER_CONTRIBUTION_SHARE},
        {project, TRANSFER_PROJECT_TRL_START},
        {contribution, TRANSFER_CONTRIBUTION_UNSPECIFIED},
        {g, TRANSFER_AGREEMENT_KIND},         {p, TRANSFER_PLATFORM_OPERATOR},
        {p, TRANSFER_PLATFORM_LATITUDE},      {g, TRANSFER_AGREEMENT_URL},
        {indicator, TRANSFER_INDICATOR_VALUE}, {g, TRANSFER_AGREEMENT_FUNDERS},
        {p, TRANSFER_PLATFORM_SERVICES},      {p, TRANSFER_PLATFORM_MODELS},
    };

    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        transfer_record *record = fields[i].record;
        transfer_key key = fields[i].key;
        transfer_kind kind = transfer_field_kind(key);
        int had = transfer_record_has(record, key);

        for (int call = 0; call < CALLS; call++) {
            int serves = !transfer_field_is_list(key) && call_serves(call, kind);

            assert_status(get_kind(record, key, call),
                          serves ? TRANSFER_UNSET : TRANSFER_WRONG_KIND);
            assert_status(set_kind(record, key, call), serves ? TRANSFER_OK : TRANSFER_WRONG_KIND);
            if (!serves) {
                ck_assert_int_eq(transfer_record_has(record, key), had);
                continue;
            }
            assert_ok(get_kind(record, key, call));
            assert_ok(transfer_record_clear(record, key));
        }
    }
}
END_TEST

/* A key of another type, or of none, is a status of its own and never "unset". */
START_TEST(test_unknown_field)
{
    static const transfer_key keys[] = {0, -1, TRANSFER_PLATFORM_NAME, 0x02ff, 0x0200, 0x023f,
                                        0x7fffffff, 0x10000 | TRANSFER_PARTNER_NAME};
    transfer_record *a = add_partner("a"), *record = NULL;
    uint64_t line = 0, column = 0;
    const char *text = NULL;
    char *copy = NULL;
    size_t count = 0;

    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        for (int call = 0; call < CALLS; call++) {
            assert_status(get_kind(a, keys[i], call), TRANSFER_UNKNOWN_FIELD);
            assert_status(set_kind(a, keys[i], call), TRANSFER_UNKNOWN_FIELD);
            assert_status(get_kind(NULL, keys[i], call), TRANSFER_MISUSE);
            assert_status(set_kind(NULL, keys[i], call), TRANSFER_MISUSE);
        }
        ck_assert_int_eq(transfer_record_has(a, keys[i]), 0);
        assert_status(transfer_record_get_reference(a, keys[i], &record), TRANSFER_UNKNOWN_FIELD);
        assert_status(transfer_record_count(a, keys[i], &count), TRANSFER_UNKNOWN_FIELD);
        assert_status(transfer_record_text_at(a, keys[i], 0, &text), TRANSFER_UNKNOWN_FIELD);
        assert_status(transfer_record_record_at(a, keys[i], 0, &record), TRANSFER_UNKNOWN_FIELD);
        assert_status(transfer_record_reference_at(a, keys[i], 0, &record),
                      TRANSFER_UNKNOWN_FIELD);
        assert_status(transfer_record_reference_id_at(a, keys[i], 0, &text),
                      TRANSFER_UNKNOWN_FIELD);
        assert_status(transfer_record_format_value(a, keys[i], 0, &copy), TRANSFER_UNKNOWN_FIELD);
        assert_status(transfer_record_parse_value(a, keys[i], "x"), TRANSFER_UNKNOWN_FIELD);
        assert_status(transfer_record_add_text(a, keys[i], "x"), TRANSFER_UNKNOWN_FIELD);
        assert_status(transfer_record_add_reference_id(a, keys[i], "x"), TRANSFER_UNKNOWN_FIELD);
        assert_status(transfer_record_add_record(a, keys[i], &record), TRANSFER_UNKNOWN_FIELD);
        assert_status(transfer_record_remove_at(a, keys[i], 0), TRANSFER_UNKNOWN_FIELD);
        if (keys[i] != 0)
            assert_status(transfer_record_position(a, keys[i], &line, &column),
                          TRANSFER_UNKNOWN_FIELD);
    }
    ck_assert_ptr_null(record);
    ck_assert_ptr_null(text);
    ck_assert_ptr_null(copy);
    ck_assert_uint_eq(count + line + column, 0);
}
END_TEST

/* Texts: what is not UTF-8, has control characters or is too long is refused; the rest is kept. */
START_TEST(test_texts)
{
    static const char *const bad[] = {"\xff", "a\xc3", "\xc0\x80", "\xed\xa0\x80", "a\x01",
                                      "\x7f", "a\r\n", "\xc2\x85", "\xe2\x80\xae", "\xf5\x80\x80\x80",
                                      ("\xef\xbb\xbf" "a")};
    static const char *const good[] = {"", " ", "a\tb", "a\nb\n", "no", "~", "null", "# a", "a: b",
                                       "é", "\xf0\x9f\x98\x80", "- a", "\"'", "\\n", "0123"};
    transfer_record *a = add_partner("a");
    char *longest = malloc(65538);

    ck_assert_ptr_nonnull(longest);
    assert_ok(transfer_record_set_text(a, TRANSFER_PARTNER_NAME, "before"));
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_status(transfer_record_set_text(a, TRANSFER_PARTNER_NAME, bad[i]), TRANSFER_MISUSE);
        assert_status(transfer_record_add_text(a, TRANSFER_PARTNER_FIELDS, bad[i]),
                      TRANSFER_MISUSE);
        assert_status(transfer_record_parse_value(a, TRANSFER_PARTNER_NAME, bad[i]),
                      TRANSFER_MISUSE);
    }
    assert_status(transfer_record_set_text(a, TRANSFER_PARTNER_NAME, NULL), TRANSFER_MISUSE);
    assert_status(transfer_record_add_text(a, TRANSFER_PARTNER_FIELDS, NULL), TRANSFER_MISUSE);
    assert_status(transfer_record_parse_value(a, TRANSFER_PARTNER_NAME, NULL), TRANSFER_MISUSE);
    memset(longest, 'x', 65537);
    longest[65537] = '\0';
    assert_status(transfer_record_set_text(a, TRANSFER_PARTNER_NAME, longest), TRANSFER_LIMIT);
    assert_text(a, TRANSFER_PARTNER_NAME, "before");
    ck_assert_int_eq(transfer_record_has(a, TRANSFER_PARTNER_FIELDS), 0);
    longest[65536] = '\0';
    assert_ok(transfer_record_set_text(a, TRANSFER_PARTNER_NAME, longest));
    assert_text(a, TRANSFER_PARTNER_NAME, longest);
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        assert_ok(transfer_record_set_text(a, TRANSFER_PARTNER_NAME, good[i]));
        assert_text(a, TRANSFER_PARTNER_NAME, good[i]);
    }
    free(longest);
}
END_TEST

/* A field may be set from its own value, which is freed by that. */
START_TEST(test_aliases)
{
    transfer_record *a = add_partner("a");
    const char *text = NULL, *name = NULL;

    assert_ok(transfer_record_set_text(a, TRANSFER_PARTNER_NAME, "a name of some length"));
    assert_ok(transfer_record_get_text(a, TRANSFER_PARTNER_NAME, &text));
    assert_ok(transfer_record_set_text(a, TRANSFER_PARTNER_NAME, text + 2));
    assert_text(a, TRANSFER_PARTNER_NAME, "name of some length");
    assert_ok(transfer_record_set_reference_id(a, TRANSFER_PARTNER_SUCCESSOR, "b"));
    assert_ok(transfer_record_get_reference_id(a, TRANSFER_PARTNER_SUCCESSOR, &text));
    assert_ok(transfer_record_set_reference_id(a, TRANSFER_PARTNER_SUCCESSOR, text));
    assert_ok(transfer_record_set_extra(a, "x_a", "{b: [c, d]}"));
    assert_ok(transfer_record_extra_at(a, 0, &name, &text));
    assert_ok(transfer_record_set_extra(a, name, text));
    assert_ok(transfer_record_extra_at(a, 0, &name, &text));
    ck_assert_str_eq(name, "x_a");
    assert_ok(transfer_record_set_extra(a, name, NULL));
    ck_assert_uint_eq(transfer_record_extra_count(a), 0);
}
END_TEST

/* Structs that no spelling makes are refused, and the field keeps its value. */
START_TEST(test_malformed_structs)
{
    static const transfer_date dates[] = {
        {0, 0, 0, 0, 0},     {-1, 0, 0, 0, 0},    {10000, 0, 0, 0, 0}, {2013, 13, 0, 0, 0},
        {2013, 0, 1, 0, 0},  {2013, 2, 29, 0, 0}, {2013, 1, 32, 0, 0}, {2013, 0, 0, 16, 0},
        {2013, 0, 0, 12, 0}, {2013, 0, 0, 5, 0},  {2013, 0, 0, 0, 1}};
    static const transfer_period periods[] = {
        {{0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}},
        {{2014, 0, 0, 0, 0}, {2014, 13, 0, 0, 0}},
        {{2014, 0, 0, 0, 1}, {2015, 0, 0, 0, 0}}};
    static const transfer_amount amounts[] = {
        {INT64_MIN, "EUR", 2, 0, {0, 0}}, {1, "eur", 2, 0, {0, 0}}, {1, "EUR", 3, 0, {0, 0}},
        {1, "XXQ", 2, 0, {0, 0}},         {1, "", 2, 0, {0, 0}},    {1, {'E', 'U', 'R', 'O'}, 2, 0, {0, 0}},
        {1, "EUR", 2, 6, {0, 0}},         {1, "EUR", 2, 0, {1, 0}}, {1, "EUR", 2, 0, {0, 1}}};
    static const transfer_quantity quantities[] = {
        {INT64_MIN, 0, 0, {0}}, {1, 19, 0, {0}}, {1, 0, 6, {0}}, {1, 0, 0, {0, 0, 0, 0, 0, 1}}};
    static const transfer_share shares[] = {
        {-1, 2, 0, {0}}, {1, 0, 0, {0}}, {1, -1, 0, {0}}, {1, 3, 1, {0}},
        {1, 1, TRANSFER_SHARE_EQUAL, {0}}, {0, 2, TRANSFER_SHARE_REST, {0}}, {0, 1, 4, {0}},
        {1, 2, 0, {0, 0, 0, 0, 0, 0, 1}}};
    transfer_record *g = add(TRANSFER_TYPE_AGREEMENT, "g"), *a = add_partner("a");
    transfer_record *p = add(TRANSFER_TYPE_PLATFORM, "p");
    transfer_record *funder = add_nested(g, TRANSFER_AGREEMENT_FUNDERS);
    transfer_record *year = add_nested(a, TRANSFER_PARTNER_ACCOUNTS);
    const transfer_quantity about = {1, 0, TRANSFER_ABOUT, {0}};

#define REFUSES(set, record, key, values)                                                          \
    for (size_t i = 0; i < sizeof(values) / sizeof(values)[0]; i++)                                \
    ck_assert_msg(set(record, key, &(values)[i]) == TRANSFER_MISUSE, #values " %d", (int)i)
    REFUSES(transfer_record_set_date, g, TRANSFER_AGREEMENT_SIGNED, dates);
    REFUSES(transfer_record_set_period, g, TRANSFER_AGREEMENT_PERIOD, periods);
    REFUSES(transfer_record_set_amount, g, TRANSFER_AGREEMENT_AMOUNT, amounts);
    REFUSES(transfer_record_set_quantity, year, TRANSFER_FISCAL_YEAR_HEADCOUNT, quantities);
    REFUSES(transfer_record_set_share, funder, TRANSFER_CONTRIBUTION_SHARE, shares);
#undef REFUSES
    assert_status(transfer_record_set_quantity(p, TRANSFER_PLATFORM_LATITUDE, &about),
                  TRANSFER_MISUSE);
    assert_ok(transfer_record_set_quantity(year, TRANSFER_FISCAL_YEAR_HEADCOUNT, &about));
    assert_status(transfer_record_set_date(g, TRANSFER_AGREEMENT_SIGNED, NULL), TRANSFER_MISUSE);
    assert_status(transfer_record_set_period(g, TRANSFER_AGREEMENT_PERIOD, NULL),
                  TRANSFER_MISUSE);
    assert_status(transfer_record_set_amount(g, TRANSFER_AGREEMENT_AMOUNT, NULL),
                  TRANSFER_MISUSE);
    assert_status(transfer_record_set_quantity(year, TRANSFER_FISCAL_YEAR_HEADCOUNT, NULL),
                  TRANSFER_MISUSE);
    assert_status(transfer_record_set_share(funder, TRANSFER_CONTRIBUTION_SHARE, NULL),
                  TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_record_has(g, TRANSFER_AGREEMENT_SIGNED), 0);
    ck_assert_int_eq(transfer_record_has(g, TRANSFER_AGREEMENT_PERIOD), 0);
    ck_assert_int_eq(transfer_record_has(g, TRANSFER_AGREEMENT_AMOUNT), 0);
    ck_assert_int_eq(transfer_record_has(funder, TRANSFER_CONTRIBUTION_SHARE), 0);
}
END_TEST

/* Integers outside their range and numbers outside a closed list are refused; spellings that
 * cannot be read too. */
START_TEST(test_ranges)
{
    transfer_record *project = add(TRANSFER_TYPE_PROJECT, "j"), *a = add_partner("a");
    static const int64_t beyond[] = {0, 10, -1, INT64_MAX, INT64_MIN};
    int64_t value = 0;
    int choice = 0;

    for (size_t i = 0; i < sizeof beyond / sizeof beyond[0]; i++)
        assert_status(transfer_record_set_integer(project, TRANSFER_PROJECT_TRL_START, beyond[i]),
                      TRANSFER_LIMIT);
    assert_ok(transfer_record_set_integer(project, TRANSFER_PROJECT_TRL_START, 1));
    assert_ok(transfer_record_set_integer(project, TRANSFER_PROJECT_TRL_TARGET, 9));
    assert_ok(transfer_record_get_integer(project, TRANSFER_PROJECT_TRL_TARGET, &value));
    ck_assert_int_eq(value, 9);
    assert_status(transfer_record_parse_value(project, TRANSFER_PROJECT_TRL_START, "10"),
                  TRANSFER_LIMIT);
    assert_status(transfer_record_parse_value(project, TRANSFER_PROJECT_TRL_START, "one"),
                  TRANSFER_SYNTAX);
    assert_status(transfer_record_set_choice(a, TRANSFER_PARTNER_KIND, 0), TRANSFER_NOT_FOUND);
    assert_status(transfer_record_set_choice(a, TRANSFER_PARTNER_KIND, -1), TRANSFER_NOT_FOUND);
    assert_status(transfer_record_set_choice(a, TRANSFER_PARTNER_KIND, 99), TRANSFER_NOT_FOUND);
    assert_status(transfer_record_parse_value(a, TRANSFER_PARTNER_KIND, "compani"),
                  TRANSFER_NOT_FOUND);
    assert_status(transfer_record_parse_value(a, TRANSFER_PARTNER_COUNTRY, "France"),
                  TRANSFER_NOT_FOUND);
    assert_status(transfer_record_set_text(a, TRANSFER_PARTNER_URL, "ftp://a.fr"),
                  TRANSFER_SYNTAX);
    assert_status(transfer_record_set_text(a, TRANSFER_PARTNER_URL, "https://"), TRANSFER_SYNTAX);
    assert_status(transfer_record_set_text(a, TRANSFER_PARTNER_URL, "https://a b"),
                  TRANSFER_SYNTAX);
    assert_status(transfer_record_parse_value(a, TRANSFER_PARTNER_FOUNDED, "hier"),
                  TRANSFER_SYNTAX);
    assert_status(transfer_record_parse_value(a, TRANSFER_PARTNER_SUCCESSOR, "No Id"),
                  TRANSFER_SYNTAX);
    assert_ok(transfer_record_parse_value(a, TRANSFER_PARTNER_KIND, "company"));
    assert_ok(transfer_record_get_choice(a, TRANSFER_PARTNER_KIND, &choice));
    ck_assert_int_eq(choice, TRANSFER_PARTNER_KIND_COMPANY);
    ck_assert_int_eq(transfer_record_has(a, TRANSFER_PARTNER_COUNTRY), 0);
    ck_assert_int_eq(transfer_record_has(a, TRANSFER_PARTNER_FOUNDED), 0);
}
END_TEST

/* A measure is an amount or a quantity, and tells which; setting one takes the other away. */
START_TEST(test_measure)
{
    transfer_record *p = transfer_portfolio_record(portfolio);
    transfer_record *indicator = add_nested(p, TRANSFER_PORTFOLIO_INDICATORS);
    const transfer_amount amount = {2000000000, "EUR", 2, TRANSFER_MORE_THAN, {0, 0}};
    const transfer_quantity quantity = {125, 1, TRANSFER_ABOUT, {0}};
    transfer_quantity found_quantity;
    transfer_amount found_amount;

    assert_ok(transfer_record_set_amount(indicator, TRANSFER_INDICATOR_VALUE, &amount));
    assert_ok(transfer_record_get_amount(indicator, TRANSFER_INDICATOR_VALUE, &found_amount));
    ck_assert_mem_eq(&found_amount, &amount, sizeof amount);
    assert_status(
        transfer_record_get_quantity(indicator, TRANSFER_INDICATOR_VALUE, &found_quantity),
        TRANSFER_WRONG_KIND);
    assert_spelling(indicator, TRANSFER_INDICATOR_VALUE, 0, "more than 20000000 EUR");
    assert_ok(transfer_record_set_quantity(indicator, TRANSFER_INDICATOR_VALUE, &quantity));
    assert_ok(transfer_record_get_quantity(indicator, TRANSFER_INDICATOR_VALUE, &found_quantity));
    ck_assert_mem_eq(&found_quantity, &quantity, sizeof quantity);
    assert_status(transfer_record_get_amount(indicator, TRANSFER_INDICATOR_VALUE, &found_amount),
                  TRANSFER_WRONG_KIND);
    assert_ok(transfer_record_parse_value(indicator, TRANSFER_INDICATOR_VALUE, "12 EUR"));
    assert_ok(transfer_record_get_amount(indicator, TRANSFER_INDICATOR_VALUE, &found_amount));
    ck_assert_int_eq(found_amount.minor, 1200);
}
END_TEST

/* What could not be read is kept as text, is no value, and is replaced by setting. */
START_TEST(test_unreadable)
{
    static const char yaml[] = "transfer: 1\n"
                               "agreements:\n"
                               "  g:\n"
                               "    signed: hier\n"
                               "    amount: {a: 1}\n"
                               "    signatories: one\n"
                               "    programmes: [No Id, p]\n"
                               "    funders: 12\n";
    transfer_record *g, *nested = NULL, *target = NULL;
    const char *text = NULL;
    transfer_date date;
    transfer_amount amount;
    size_t count;

    load(yaml, "memory");
    g = transfer_portfolio_find(portfolio, TRANSFER_TYPE_AGREEMENT, "g");
    ck_assert_int_eq(transfer_record_has(g, TRANSFER_AGREEMENT_SIGNED), 1);
    assert_status(transfer_record_get_date(g, TRANSFER_AGREEMENT_SIGNED, &date),
                  TRANSFER_WRONG_KIND);
    assert_text(g, TRANSFER_AGREEMENT_SIGNED, "hier");
    assert_spelling(g, TRANSFER_AGREEMENT_SIGNED, 0, "hier");
    assert_status(transfer_record_get_amount(g, TRANSFER_AGREEMENT_AMOUNT, &amount),
                  TRANSFER_WRONG_KIND);
    assert_status(transfer_record_count(g, TRANSFER_AGREEMENT_SIGNATORIES, &count),
                  TRANSFER_WRONG_KIND);
    assert_status(transfer_record_add_text(g, TRANSFER_AGREEMENT_SIGNATORIES, "x"),
                  TRANSFER_WRONG_KIND);
    assert_status(transfer_record_add_record(g, TRANSFER_AGREEMENT_FUNDERS, &nested),
                  TRANSFER_WRONG_KIND);
    assert_status(transfer_record_remove_at(g, TRANSFER_AGREEMENT_FUNDERS, 0),
                  TRANSFER_WRONG_KIND);
    ck_assert_uint_eq(count_of(g, TRANSFER_AGREEMENT_PROGRAMMES), 2);
    assert_status(transfer_record_reference_id_at(g, TRANSFER_AGREEMENT_PROGRAMMES, 0, &text),
                  TRANSFER_WRONG_KIND);
    assert_status(transfer_record_reference_at(g, TRANSFER_AGREEMENT_PROGRAMMES, 0, &target),
                  TRANSFER_WRONG_KIND);
    assert_ok(transfer_record_text_at(g, TRANSFER_AGREEMENT_PROGRAMMES, 0, &text));
    ck_assert_str_eq(text, "No Id");
    assert_item(g, TRANSFER_AGREEMENT_PROGRAMMES, 1, "p", NULL);
    assert_ok(transfer_record_remove_at(g, TRANSFER_AGREEMENT_PROGRAMMES, 0));
    assert_item(g, TRANSFER_AGREEMENT_PROGRAMMES, 0, "p", NULL);

    assert_ok(transfer_record_parse_value(g, TRANSFER_AGREEMENT_SIGNED, "2013"));
    assert_ok(transfer_record_get_date(g, TRANSFER_AGREEMENT_SIGNED, &date));
    assert_ok(transfer_record_parse_value(g, TRANSFER_AGREEMENT_AMOUNT, "1 EUR"));
    assert_ok(transfer_record_clear(g, TRANSFER_AGREEMENT_FUNDERS));
    nested = add_nested(g, TRANSFER_AGREEMENT_FUNDERS);
    assert_ok(transfer_record_clear(g, TRANSFER_AGREEMENT_SIGNATORIES));
    assert_ok(transfer_record_add_text(g, TRANSFER_AGREEMENT_SIGNATORIES, "x"));
}
END_TEST

/* A record that was no mapping becomes one when something is set in it. */
START_TEST(test_odd_record)
{
    static const char yaml[] = "transfer: 1\npartners:\n  a: 12\n  b: [x]\n  c: text\n"
                               "agreements:\n  g: {funders: [word]}\n";
    transfer_record *a, *b, *c, *g, *funder = NULL;
    char *text = NULL;

    load(yaml, "memory");
    a = transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "a");
    b = transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "b");
    c = transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "c");
    g = transfer_portfolio_find(portfolio, TRANSFER_TYPE_AGREEMENT, "g");
    assert_ok(transfer_record_record_at(g, TRANSFER_AGREEMENT_FUNDERS, 0, &funder));
    assert_ok(transfer_record_set_text(a, TRANSFER_PARTNER_NAME, "A"));
    assert_ok(transfer_record_set_extra(b, "x_b", "1"));
    assert_ok(transfer_record_add_text(c, TRANSFER_PARTNER_FIELDS, "f"));
    assert_ok(transfer_record_set_reference(funder, TRANSFER_CONTRIBUTION_PARTNER, a));
    ck_assert_uint_eq(transfer_record_extra_count(a), 0);
    ck_assert_uint_eq(transfer_record_extra_count(b), 1);
    ck_assert_uint_eq(transfer_record_extra_count(c), 0);
    assert_ok(transfer_portfolio_save_memory(portfolio, 0, 0, &text, NULL));
    ck_assert_str_eq(text, "transfer: 1\n"
                           "partners:\n"
                           "  a:\n"
                           "    name: A\n"
                           "  b:\n"
                           "    x_b: 1\n"
                           "  c:\n"
                           "    fields:\n"
                           "      - f\n"
                           "agreements:\n"
                           "  g:\n"
                           "    funders:\n"
                           "      - partner: a\n");
    transfer_text_free(text);
}
END_TEST

/* ---- typed accessors ---- */

/* The accessors of model.h read and write what the keyed functions do. */
START_TEST(test_typed)
{
    transfer_partner *etat = NULL, *cea = NULL;
    transfer_platform *platform = NULL;
    transfer_agreement *agreement = NULL;
    transfer_contribution *funder = NULL, *again;
    const transfer_amount amount = {3000000000, "EUR", 2, 0, {0, 0}};
    const transfer_share half = {1, 2, TRANSFER_SHARE_RATIO, {0}};
    transfer_amount found_amount;
    transfer_share found_share;

    assert_ok(transfer_portfolio_add_partner(portfolio, "etat", &etat));
    assert_ok(transfer_portfolio_add_partner(portfolio, "cea", &cea));
    assert_ok(transfer_portfolio_add_platform(portfolio, "lorraine", &platform));
    assert_ok(transfer_portfolio_add_agreement(portfolio, "g", &agreement));
    ck_assert_ptr_eq(transfer_portfolio_find_partner(portfolio, "cea"), cea);
    ck_assert_uint_eq(transfer_portfolio_partner_count(portfolio), 2);
    ck_assert_ptr_eq(transfer_portfolio_partner_at(portfolio, 0), etat);
    ck_assert_ptr_null(transfer_partner_name(cea));
    assert_ok(transfer_partner_set_name(cea, "CEA"));
    ck_assert_str_eq(transfer_partner_name(cea), "CEA");
    ck_assert_int_eq(transfer_partner_kind(etat), 0);
    assert_ok(transfer_partner_set_kind(etat, TRANSFER_PARTNER_KIND_STATE));
    ck_assert_int_eq(transfer_partner_kind(etat), TRANSFER_PARTNER_KIND_STATE);
    ck_assert_ptr_null(transfer_platform_operator(platform));
    assert_ok(transfer_platform_set_operator(platform, cea));
    ck_assert_ptr_eq(transfer_platform_operator(platform), cea);
    assert_status(transfer_agreement_amount(agreement, &found_amount), TRANSFER_UNSET);
    assert_ok(transfer_agreement_set_amount(agreement, &amount));
    assert_ok(transfer_agreement_amount(agreement, &found_amount));
    ck_assert_mem_eq(&found_amount, &amount, sizeof amount);
    ck_assert_uint_eq(transfer_agreement_funders_count(agreement), 0);
    ck_assert_ptr_null(transfer_agreement_funders_at(agreement, 0));
    assert_ok(transfer_agreement_funders_add(agreement, &funder));
    assert_ok(transfer_contribution_set_partner(funder, etat));
    assert_ok(transfer_contribution_set_share(funder, &half));
    again = transfer_agreement_funders_at(agreement, 0);
    ck_assert_ptr_eq(again, funder);
    ck_assert_ptr_eq(transfer_contribution_partner(again), etat);
    assert_ok(transfer_contribution_share(again, &found_share));
    ck_assert_mem_eq(&found_share, &half, sizeof half);
    ck_assert_ptr_eq(transfer_record_as_partner(transfer_partner_record(cea)), cea);
    ck_assert_ptr_null(transfer_record_as_platform(transfer_partner_record(cea)));
    ck_assert_ptr_null(transfer_record_as_partner(NULL));
}
END_TEST

/* ---- extras ---- */

/* x_ keys take any YAML, are kept in canonical form in the order of their coming, and go. */
START_TEST(test_extras)
{
    transfer_record *a = add_partner("a");
    const char *name = NULL, *yaml = NULL;

    ck_assert_uint_eq(transfer_record_extra_count(a), 0);
    assert_status(transfer_record_extra_at(a, 0, &name, &yaml), TRANSFER_NOT_FOUND);
    assert_ok(transfer_record_set_extra(a, "x_none", NULL));
    assert_ok(transfer_record_set_extra(a, "x_one", "{b: [1, 'two'], c: ~}"));
    assert_ok(transfer_record_set_extra(a, "x_two", "plain"));
    assert_ok(transfer_record_set_extra(a, "x_three", "\"quoted\""));
    ck_assert_uint_eq(transfer_record_extra_count(a), 3);
    assert_ok(transfer_record_extra_at(a, 0, &name, &yaml));
    ck_assert_str_eq(name, "x_one");
    assert_ok(transfer_record_set_extra(a, "x_two", "other"));
    assert_ok(transfer_record_extra_at(a, 1, &name, &yaml));
    ck_assert_str_eq(name, "x_two");
    ck_assert_ptr_nonnull(strstr(yaml, "other"));
    assert_ok(transfer_record_set_extra(a, "x_one", NULL));
    assert_ok(transfer_record_extra_at(a, 0, &name, &yaml));
    ck_assert_str_eq(name, "x_two");
    assert_status(transfer_record_extra_at(a, 2, &name, &yaml), TRANSFER_NOT_FOUND);
}
END_TEST

/* What is no x_ key, or no single YAML value, is refused and changes nothing. */
START_TEST(test_extras_refused)
{
    static const char *const names[] = {"", "x", "x_", "y_a", "X_a", "name", "x_\xff", "x_a\nb",
                                        "x_\x01"};
    static const char *const bad[] = {"", "[", "{a: 1", "a: b: c", "&a b", "*a", "!!str a", "a\n--- b",
                                      "{a: 1, a: 2}", "\xff", "\x01", "- a\nb",
                                      "? [a]\n: b"};
    transfer_record *a = add_partner("a");
    char deep[400] = "";
    const char *name = NULL, *yaml = NULL;

    assert_ok(transfer_record_set_extra(a, "x_a", "kept"));
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        assert_status(transfer_record_set_extra(a, names[i], "1"), TRANSFER_MISUSE);
    assert_status(transfer_record_set_extra(a, NULL, "1"), TRANSFER_MISUSE);
    assert_status(transfer_record_set_extra(NULL, "x_a", "1"), TRANSFER_MISUSE);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        ck_assert_msg(transfer_record_set_extra(a, "x_a", bad[i]) == TRANSFER_SYNTAX, "\"%s\"",
                      bad[i]);
    memset(deep, '[', 200);
    memset(deep + 200, ']', 199);
    assert_status(transfer_record_set_extra(a, "x_a", deep), TRANSFER_LIMIT);
    ck_assert_uint_eq(transfer_record_extra_count(a), 1);
    assert_ok(transfer_record_extra_at(a, 0, &name, &yaml));
    ck_assert_ptr_nonnull(strstr(yaml, "kept"));
}
END_TEST

/* ---- files ---- */

/* What is added lies in file 0; a record goes to another file when it is told to. */
START_TEST(test_files)
{
    transfer_record *a, *b, *self;
    char *text = NULL;

    load("transfer: 1\nportfolio: {title: One}\npartners:\n  a: {name: A}\n", "one.yaml");
    load("transfer: 1\nportfolio: {title: Two}\npartners:\n  b: {name: B}\n", "two.yaml");
    ck_assert_uint_eq(transfer_portfolio_file_count(portfolio), 2);
    ck_assert_str_eq(transfer_portfolio_file_name(portfolio, 1), "two.yaml");
    a = transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "a");
    b = transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "b");
    ck_assert_uint_eq(transfer_record_file(a), 0);
    ck_assert_uint_eq(transfer_record_file(b), 1);
    assert_text(transfer_portfolio_record(portfolio), TRANSFER_PORTFOLIO_TITLE, "One");
    self = transfer_portfolio_at(portfolio, TRANSFER_TYPE_PORTFOLIO, 1);
    assert_text(self, TRANSFER_PORTFOLIO_TITLE, "Two");
    ck_assert_uint_eq(transfer_record_file(self), 1);
    assert_status(transfer_record_set_file(self, 0), TRANSFER_MISUSE);
    assert_status(transfer_record_set_file(NULL, 0), TRANSFER_MISUSE);
    assert_status(transfer_record_set_file(a, 2), TRANSFER_NOT_FOUND);
    assert_ok(transfer_record_set_file(a, 1));
    ck_assert_uint_eq(transfer_record_file(a), 1);
    ck_assert_uint_eq(transfer_record_file(add_partner("c")), 0);
    assert_ok(transfer_portfolio_save_memory(portfolio, 1, 0, &text, NULL));
    ck_assert_str_eq(text, "transfer: 1\nportfolio:\n  title: Two\npartners:\n  a:\n    name: A\n"
                           "  b:\n    name: B\n");
    transfer_text_free(text);
}
END_TEST

/* Places belong to the file that a record was read from: in another it has none. */
START_TEST(test_positions)
{
    transfer_record *a, *nested = NULL;
    uint64_t line = 0, column = 0, begin = 0, end = 0;

    load("transfer: 1\npartners:\n  a:\n    name: Été\n    former_names: [{name: B}]\n", "one");
    load("transfer: 1\n", "two");
    a = transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "a");
    assert_ok(transfer_record_position(a, 0, &line, &column));
    ck_assert_uint_eq(line, 3);
    ck_assert_uint_eq(column, 3);
    assert_ok(transfer_record_position(a, TRANSFER_PARTNER_NAME, &line, &column));
    ck_assert_uint_eq(line, 4);
    ck_assert_uint_eq(column, 11);
    assert_ok(transfer_record_byte_range(a, TRANSFER_PARTNER_NAME, &begin, &end));
    ck_assert_uint_eq(begin, 37);
    ck_assert_uint_eq(end, 42);
    assert_status(transfer_record_position(a, TRANSFER_PARTNER_KIND, &line, &column),
                  TRANSFER_UNSET);
    assert_status(transfer_record_position(NULL, 0, &line, &column), TRANSFER_MISUSE);
    assert_ok(transfer_record_record_at(a, TRANSFER_PARTNER_FORMER_NAMES, 0, &nested));
    assert_ok(transfer_record_position(nested, TRANSFER_FORMER_NAME_NAME, &line, &column));
    assert_ok(transfer_record_set_file(a, 0));
    assert_ok(transfer_record_position(a, 0, &line, &column));

    assert_ok(transfer_record_set_file(a, 1));
    assert_status(transfer_record_position(a, 0, &line, &column), TRANSFER_UNSET);
    assert_status(transfer_record_position(a, TRANSFER_PARTNER_NAME, &line, &column),
                  TRANSFER_UNSET);
    assert_status(transfer_record_byte_range(a, TRANSFER_PARTNER_NAME, &begin, &end),
                  TRANSFER_UNSET);
    assert_status(transfer_record_position(nested, 0, &line, &column), TRANSFER_UNSET);
    assert_status(transfer_record_position(nested, TRANSFER_FORMER_NAME_NAME, &line, &column),
                  TRANSFER_UNSET);
    assert_text(a, TRANSFER_PARTNER_NAME, "Été");
}
END_TEST

/* A value that was set has no place, also where one was read before. */
START_TEST(test_position_of_set)
{
    transfer_record *a;
    uint64_t line = 0, column = 0;

    load("transfer: 1\npartners:\n  a: {name: A}\n", "one");
    a = transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "a");
    assert_ok(transfer_record_set_text(a, TRANSFER_PARTNER_NAME, "B"));
    assert_status(transfer_record_position(a, TRANSFER_PARTNER_NAME, &line, &column),
                  TRANSFER_UNSET);
    assert_status(transfer_record_position(add_partner("b"), 0, &line, &column), TRANSFER_UNSET);
}
END_TEST

/* What a portfolio says of itself is kept when a file is loaded beside it. */
START_TEST(test_own_record_then_load)
{
    transfer_record *self = transfer_portfolio_record(portfolio);

    assert_ok(transfer_record_set_text(self, TRANSFER_PORTFOLIO_TITLE, "Mine"));
    load("transfer: 1\nportfolio: {title: Theirs}\npartners:\n  a: {name: A}\n", "theirs");
    ck_assert_uint_eq(transfer_portfolio_file_count(portfolio), 2);
    assert_text(self, TRANSFER_PORTFOLIO_TITLE, "Mine");
    ck_assert_ptr_eq(transfer_portfolio_record(portfolio), self);
    assert_text(transfer_portfolio_at(portfolio, TRANSFER_TYPE_PORTFOLIO, 1),
                TRANSFER_PORTFOLIO_TITLE, "Theirs");
}
END_TEST

/* The same when it said something and says nothing any more; all fields can be set afterwards. */
START_TEST(test_own_record_cleared_then_load)
{
    transfer_record *self = transfer_portfolio_record(portfolio), *second;

    assert_ok(transfer_record_set_text(self, TRANSFER_PORTFOLIO_TITLE, "Mine"));
    assert_ok(transfer_record_clear(self, TRANSFER_PORTFOLIO_TITLE));
    load("transfer: 1\nportfolio: {title: Theirs, note: n}\n", "theirs");
    second = transfer_portfolio_record(portfolio);
    assert_text(second, TRANSFER_PORTFOLIO_TITLE, "Theirs");
    for (int i = 0; i < 2; i++) {
        transfer_record *record = i ? self : second;
        assert_ok(transfer_record_set_text(record, TRANSFER_PORTFOLIO_PUBLISHER, "P"));
        assert_ok(transfer_record_set_text(record, TRANSFER_PORTFOLIO_LANGUAGE, "fr"));
        assert_ok(transfer_record_set_text(record, TRANSFER_PORTFOLIO_DATA_LICENCE, "L"));
        assert_ok(transfer_record_parse_value(record, TRANSFER_PORTFOLIO_AS_OF, "2013"));
        assert_ok(transfer_record_parse_value(record, TRANSFER_PORTFOLIO_PUBLISHED, "2013"));
    }
    assert_text(second, TRANSFER_PORTFOLIO_NOTE, "n");
}
END_TEST

/* Lists and extras from which all was taken leave the record as empty as it was. */
START_TEST(test_emptied)
{
    transfer_record *self = transfer_portfolio_record(portfolio), *second;

    load("transfer: 1\n", "one");
    load("transfer: 1\nportfolio: {title: Two}\n", "two");
    second = transfer_portfolio_record(portfolio);
    ck_assert_ptr_ne(self, second);
    assert_ok(transfer_record_remove(add_nested(self, TRANSFER_PORTFOLIO_INDICATORS)));
    ck_assert_ptr_eq(transfer_portfolio_record(portfolio), second);
    assert_ok(transfer_record_set_extra(self, "x_a", "1"));
    ck_assert_ptr_eq(transfer_portfolio_record(portfolio), self);
    assert_ok(transfer_record_set_extra(self, "x_a", NULL));
    ck_assert_ptr_eq(transfer_portfolio_record(portfolio), second);
}
END_TEST

/* ---- limits ---- */

/* A limit on records holds for adding, nested ones too; limits that are none are refused. */
START_TEST(test_limits)
{
    transfer_record *a, *record = NULL;

    assert_status(transfer_portfolio_set_limit(portfolio, (transfer_limit)0, 1), TRANSFER_MISUSE);
    assert_status(transfer_portfolio_set_limit(portfolio, (transfer_limit)4, 1), TRANSFER_MISUSE);
    assert_status(transfer_portfolio_set_limit(portfolio, TRANSFER_LIMIT_RECORDS, 0),
                  TRANSFER_MISUSE);
    assert_ok(transfer_portfolio_set_limit(portfolio, TRANSFER_LIMIT_FILE_SIZE, UINT64_MAX));
    assert_ok(transfer_portfolio_set_limit(portfolio, TRANSFER_LIMIT_RECORDS, 2));
    a = add_partner("a");
    add_nested(a, TRANSFER_PARTNER_ACCOUNTS);
    assert_status(transfer_portfolio_add(portfolio, TRANSFER_TYPE_PARTNER, "b", &record),
                  TRANSFER_LIMIT);
    assert_status(transfer_record_add_record(a, TRANSFER_PARTNER_ACCOUNTS, &record),
                  TRANSFER_LIMIT);
    assert_status(transfer_record_add_record(a, TRANSFER_PARTNER_FORMER_NAMES, &record),
                  TRANSFER_LIMIT);
    ck_assert_ptr_null(record);
    ck_assert_ptr_null(transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "b"));
    ck_assert_int_eq(transfer_record_has(a, TRANSFER_PARTNER_FORMER_NAMES), 0);
    assert_ok(transfer_record_remove(a));
    add_partner("b");
    add_partner("c");
}
END_TEST

/* Functions that take a record answer NULL with nothing or TRANSFER_MISUSE. */
START_TEST(test_null)
{
    ck_assert_int_eq(transfer_record_type(NULL), 0);
    ck_assert_ptr_null(transfer_record_id(NULL));
    ck_assert_ptr_null(transfer_record_portfolio(NULL));
    ck_assert_ptr_null(transfer_record_parent(NULL));
    ck_assert_int_eq(transfer_record_parent_key(NULL), 0);
    ck_assert_uint_eq(transfer_record_file(NULL), 0);
    ck_assert_int_eq(transfer_record_has(NULL, TRANSFER_PARTNER_NAME), 0);
    ck_assert_int_eq(transfer_record_is_removed(NULL), 0);
    ck_assert_uint_eq(transfer_record_extra_count(NULL), 0);
    transfer_portfolio_free(NULL);
    transfer_text_free(NULL);
}
END_TEST

/* ---- sizes ---- */

/* 100 000 records go one by one, from the front, the back and the middle, in a moment. */
START_TEST(test_remove_many)
{
    size_t count = repetitions(100000);
    char id[24];

    for (size_t i = 0; i < count; i++) {
        snprintf(id, sizeof id, "p%d", (int)i);
        add_partner(id);
    }
    for (size_t left = count; left > 0; left--) {
        size_t index = left % 3 == 0 ? 0 : left % 3 == 1 ? left - 1 : left / 2;
        assert_ok(transfer_record_remove(
            transfer_portfolio_at(portfolio, TRANSFER_TYPE_PARTNER, index)));
    }
    ck_assert_uint_eq(transfer_portfolio_count(portfolio, TRANSFER_TYPE_PARTNER), 0);
    add_partner("p1");
}
END_TEST

/* 100 000 nested records go one by one from the front, and from the back, in a moment. */
START_TEST(test_remove_nested_many)
{
    transfer_record *g = add(TRANSFER_TYPE_AGREEMENT, "g"), *item = NULL;
    size_t count = repetitions(100000);

    for (size_t i = 0; i < count; i++)
        add_nested(g, TRANSFER_AGREEMENT_INSTALMENTS);
    for (size_t left = count; left > 0; left--) {
        assert_ok(transfer_record_record_at(g, TRANSFER_AGREEMENT_INSTALMENTS,
                                            left % 2 ? 0 : left - 1, &item));
        assert_ok(transfer_record_remove(item));
    }
    ck_assert_int_eq(transfer_record_has(g, TRANSFER_AGREEMENT_INSTALMENTS), 0);
}
END_TEST

/* 200 000 records are renamed, each referred to twice, and one to which all refer, in a moment. */
START_TEST(test_rename_many)
{
    size_t count = repetitions(200000);
    transfer_record *hub = add_partner("hub"), *last = hub;
    char id[24];

    for (size_t i = 0; i < count; i++) {
        transfer_record *record;
        snprintf(id, sizeof id, "p%d", (int)i);
        record = add_partner(id);
        assert_ok(transfer_record_set_reference(record, TRANSFER_PARTNER_SUCCESSOR, last));
        assert_ok(transfer_record_add_reference(record, TRANSFER_PARTNER_PARENTS, last));
        assert_ok(transfer_record_add_reference(record, TRANSFER_PARTNER_PARENTS, hub));
        last = record;
    }
    for (size_t i = 1; i <= count; i++) {
        snprintf(id, sizeof id, "q%d", (int)i);
        assert_ok(transfer_record_rename(
            transfer_portfolio_at(portfolio, TRANSFER_TYPE_PARTNER, i), id));
    }
    for (int i = 0; i < 10; i++)
        assert_ok(transfer_record_rename(hub, i % 2 ? "hub" : "centre"));
    snprintf(id, sizeof id, "q%d", (int)count - 1);
    assert_reference(last, TRANSFER_PARTNER_SUCCESSOR, id,
                     transfer_portfolio_at(portfolio, TRANSFER_TYPE_PARTNER, count - 1));
    assert_item(last, TRANSFER_PARTNER_PARENTS, 1, "hub", hub);
    transfer_portfolio_free(portfolio); /* a full scan of the links of the hub would be quadratic */
    portfolio = transfer_portfolio_new();
}
END_TEST

/* A record that refers to another 100 000 times is renamed, and drops them, in a moment. */
START_TEST(test_many_references_of_one)
{
    size_t count = repetitions(100000);
    transfer_record *a = add_partner("a"), *b = add_partner("b");

    for (size_t i = 0; i < count; i++)
        assert_ok(transfer_record_add_reference(b, TRANSFER_PARTNER_PARENTS, a));
    for (int i = 0; i < 20; i++)
        assert_ok(transfer_record_rename(a, i % 2 ? "a" : "aa"));
    assert_item(b, TRANSFER_PARTNER_PARENTS, count - 1, "a", a);
    assert_ok(transfer_record_remove(a));
    add_partner("a");
    assert_ok(transfer_record_clear(b, TRANSFER_PARTNER_PARENTS));
}
END_TEST

/* The same when the references were read from a file. */
START_TEST(test_many_references_of_one_loaded)
{
    size_t count = repetitions(100000);
    static const char head[] = "transfer: 1\npartners:\n  a: {}\n  b:\n    parents:\n";
    size_t length = sizeof head - 1 + count * 8;
    char *text = malloc(length);
    transfer_record *a, *b;

    ck_assert_ptr_nonnull(text);
    memcpy(text, head, sizeof head - 1);
    for (size_t i = 0; i < count; i++)
        memcpy(text + sizeof head - 1 + i * 8, "    - a\n", 8);
    assert_ok(transfer_portfolio_load_memory(portfolio, text, length, "many", NULL, 0, NULL));
    free(text);
    a = transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "a");
    b = transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "b");
    ck_assert_uint_eq(count_of(b, TRANSFER_PARTNER_PARENTS), count);
    for (int i = 0; i < 20; i++)
        assert_ok(transfer_record_rename(a, i % 2 ? "a" : "aa"));
    assert_item(b, TRANSFER_PARTNER_PARENTS, count - 1, "a", a);
    assert_ok(transfer_record_clear(b, TRANSFER_PARTNER_PARENTS));
}
END_TEST

/* Ids that collide under the usual hash functions are found as fast as others: no id lies far from
 * where its hash says. */
START_TEST(test_collisions)
{
    size_t bits = getenv("TRANSFER_TEST_SHORT") ? 11 : 17;
    size_t farthest = 0;
    char id[40];

    /* "an" and "c0" are one to h = 31 h + c; so is every word of the two. */
    for (size_t i = 0; i < (size_t)1 << bits; i++) {
        for (size_t j = 0; j < bits; j++)
            memcpy(id + 2 * j, i >> j & 1 ? "an" : "c0", 2);
        id[2 * bits] = '\0';
        add_partner(id);
    }
    for (size_t i = 0; i < portfolio->ids.capacity; i++)
        if (portfolio->ids.slots[i]) {
            size_t home = portfolio->ids.slots[i]->hash & (portfolio->ids.capacity - 1);
            size_t distance = (i - home) & (portfolio->ids.capacity - 1);
            farthest = distance > farthest ? distance : farthest;
        }
    ck_assert_uint_lt(farthest, 200);
    ck_assert_uint_eq(transfer_portfolio_count(portfolio, TRANSFER_TYPE_PARTNER),
                      (size_t)1 << bits);
}
END_TEST

/* Two portfolios hash the same id differently: what collides in one need not in another. */
START_TEST(test_seeds)
{
    transfer_portfolio *other = transfer_portfolio_new();

    ck_assert(ids_hash(&portfolio->ids, 2, "abc", 3) != ids_hash(&other->ids, 2, "abc", 3));
    ck_assert(ids_hash(&portfolio->ids, 2, "abc", 3) != ids_hash(&portfolio->ids, 3, "abc", 3));
    transfer_portfolio_free(other);
}
END_TEST

/* A hundred thousand faulty nested records are all looked at in a moment. */
START_TEST(test_validate_many_nested)
{
    transfer_record *g = add(TRANSFER_TYPE_AGREEMENT, "g");
    transfer_report *report = transfer_report_new();
    size_t count = repetitions(100000);

    for (size_t i = 0; i < count; i++)
        add_nested(add_nested(g, TRANSFER_AGREEMENT_INSTALMENTS),
                   TRANSFER_INSTALMENT_EXCEPTIONS);
    assert_ok(transfer_portfolio_validate(portfolio, NULL, NULL, report));
    /* Each lacks its amount, and its exception a rule and a reason. */
    ck_assert_uint_ge(transfer_report_severity_count(report, TRANSFER_ERROR), 3 * count);
    transfer_report_free(report);
}
END_TEST

int main(void)
{
    const struct {
        const char *name;
        const TTest *const *tests;
    } cases[] = {
        {"records", (const TTest *const[]){test_empty, test_add, test_add_exists, test_id_form,
                                           test_add_type, test_remove, test_add_again, NULL}},
        {"references",
         (const TTest *const[]){test_dangling, test_reference_target, test_rename,
                                test_rename_refused, test_rename_to_dangling,
                                test_same_reference_again, test_reference_changes,
                                test_remove_referrer, NULL}},
        {"lists", (const TTest *const[]){test_nested, test_text_list, test_change_loaded,
                                         test_clear, NULL}},
        {"values",
         (const TTest *const[]){test_every_field, test_wrong_kind, test_unknown_field, test_texts,
                                test_aliases, test_malformed_structs, test_ranges, test_measure,
                                test_unreadable, test_odd_record, test_typed, NULL}},
        {"extras", (const TTest *const[]){test_extras, test_extras_refused, NULL}},
        {"files",
         (const TTest *const[]){test_files, test_positions, test_position_of_set,
                                test_own_record_then_load, test_own_record_cleared_then_load,
                                test_emptied, NULL}},
        {"limits", (const TTest *const[]){test_limits, test_null, NULL}},
        {"sizes",
         (const TTest *const[]){test_remove_many, test_remove_nested_many, test_rename_many,
                                test_many_references_of_one, test_many_references_of_one_loaded,
                                test_collisions, test_seeds, test_validate_many_nested, NULL}},
    };
    Suite *suite = suite_create("model");
    SRunner *runner = srunner_create(suite);
    int failed;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TCase *tcase = tcase_create(cases[i].name);
        tcase_add_checked_fixture(tcase, set_up, tear_down);
        tcase_set_timeout(tcase, 60);
        for (const TTest *const *test = cases[i].tests; *test; test++)
            tcase_add_test(tcase, *test);
        suite_add_tcase(suite, tcase);
    }
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
