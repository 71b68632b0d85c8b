/* Random changes of a portfolio beside a simple picture of what it should then be.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <transfer/transfer.h>

#include "consistency.h"

enum { IDS = 24, ITEMS = 6, RECORDS = 1500 };

/* A partner as it should be; references are numbers of ids. */
struct picture {
    transfer_record *record;
    int id;
    int removed;
    int successor; /* -1: not set */
    int parents[ITEMS];
    size_t parent_count;
    struct {
        transfer_record *record;
        int owner; /* -1: not set */
    } holdings[ITEMS];
    size_t holding_count;
    int name;      /* -1: not set */
};

static struct picture pictures[RECORDS]; /* in the order of their coming */
static size_t picture_count;
static transfer_portfolio *portfolio;

/* xorshift64*: the same numbers everywhere. */
static uint64_t state;

static int random_below(int limit)
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (int)((state * 2685821657736338717u >> 33) % (uint64_t)limit);
}

static const char *id_text(int id)
{
    static char texts[2][16];
    static int which;

    which = !which;
    snprintf(texts[which], sizeof texts[which], "id-%d", id);
    return texts[which];
}

static struct picture *find(int id)
{
    for (size_t i = 0; i < picture_count; i++)
        if (!pictures[i].removed && pictures[i].id == id)
            return &pictures[i];
    return NULL;
}

/* One that is there, or NULL. */
static struct picture *any(void)
{
    return find(random_below(IDS));
}

/* ---- changes, to both ---- */

static void change_add(void)
{
    int id = random_below(IDS);
    struct picture *taken = find(id), *made = &pictures[picture_count];
    transfer_record *record = NULL;
    transfer_status status =
        transfer_portfolio_add(portfolio, TRANSFER_TYPE_PARTNER, id_text(id), &record);

    ck_assert_int_eq(status, taken ? TRANSFER_EXISTS : TRANSFER_OK);
    if (taken)
        return;
    *made = (struct picture){.record = record, .id = id, .successor = -1, .name = -1};
    picture_count++;
}

static void change_rename(void)
{
    struct picture *picture = any();
    int id = random_below(IDS), old;

    if (!picture)
        return;
    old = picture->id;
    if (find(id) && id != old) {
        ck_assert_int_eq(transfer_record_rename(picture->record, id_text(id)), TRANSFER_EXISTS);
        return;
    }
    ck_assert_int_eq(transfer_record_rename(picture->record, id_text(id)), TRANSFER_OK);
    picture->id = id;
    for (size_t i = 0; i < picture_count; i++) {
        struct picture *other = &pictures[i];
        if (other->removed)
            continue;
        if (other->successor == old)
            other->successor = id;
        for (size_t j = 0; j < other->parent_count; j++)
            if (other->parents[j] == old)
                other->parents[j] = id;
        for (size_t j = 0; j < other->holding_count; j++)
            if (other->holdings[j].owner == old)
                other->holdings[j].owner = id;
    }
}

static void change_remove(void)
{
    struct picture *picture = any();

    if (!picture)
        return;
    ck_assert_int_eq(transfer_record_remove(picture->record), TRANSFER_OK);
    picture->removed = 1;
}

static void change_successor(void)
{
    struct picture *picture = any();
    int id = random_below(IDS);

    if (!picture)
        return;
    if (random_below(4) == 0) {
        ck_assert_int_eq(transfer_record_clear(picture->record, TRANSFER_PARTNER_SUCCESSOR),
                         TRANSFER_OK);
        picture->successor = -1;
        return;
    }
    ck_assert_int_eq(transfer_record_set_reference_id(picture->record, TRANSFER_PARTNER_SUCCESSOR,
                                                      id_text(id)),
                     TRANSFER_OK);
    picture->successor = id;
}

static void change_parents(void)
{
    struct picture *picture = any();
    int id = random_below(IDS);
    size_t at;

    if (!picture)
        return;
    if (picture->parent_count < ITEMS && random_below(2)) {
        ck_assert_int_eq(transfer_record_add_reference_id(
                             picture->record, TRANSFER_PARTNER_PARENTS, id_text(id)),
                         TRANSFER_OK);
        picture->parents[picture->parent_count++] = id;
    } else if (random_below(8) == 0) {
        ck_assert_int_eq(transfer_record_clear(picture->record, TRANSFER_PARTNER_PARENTS),
                         TRANSFER_OK);
        picture->parent_count = 0;
    } else {
        at = (size_t)random_below(ITEMS);
        ck_assert_int_eq(
            transfer_record_remove_at(picture->record, TRANSFER_PARTNER_PARENTS, at),
            at < picture->parent_count ? TRANSFER_OK : TRANSFER_NOT_FOUND);
        if (at >= picture->parent_count)
            return;
        picture->parent_count--;
        memmove(picture->parents + at, picture->parents + at + 1,
                (picture->parent_count - at) * sizeof picture->parents[0]);
    }
}

static void change_holdings(void)
{
    struct picture *picture = any();
    transfer_record *nested = NULL;
    size_t at;

    if (!picture)
        return;
    if (picture->holding_count < ITEMS && random_below(2)) {
        ck_assert_int_eq(transfer_record_add_record(picture->record, TRANSFER_PARTNER_OWNERSHIP,
                                                    &nested),
                         TRANSFER_OK);
        picture->holdings[picture->holding_count].record = nested;
        picture->holdings[picture->holding_count++].owner = -1;
    } else if (picture->holding_count > 0) {
        at = (size_t)random_below((int)picture->holding_count);
        nested = picture->holdings[at].record;
        if (random_below(2)) {
            int id = random_below(IDS);
            ck_assert_int_eq(
                transfer_record_set_reference_id(nested, TRANSFER_HOLDING_OWNER, id_text(id)),
                TRANSFER_OK);
            picture->holdings[at].owner = id;
            return;
        }
        ck_assert_int_eq(transfer_record_remove(nested), TRANSFER_OK);
        ck_assert_int_eq(transfer_record_is_removed(nested), 1);
        picture->holding_count--;
        memmove(picture->holdings + at, picture->holdings + at + 1,
                (picture->holding_count - at) * sizeof picture->holdings[0]);
    }
}

static void change_name(void)
{
    struct picture *picture = any();
    int name = random_below(1000);

    if (!picture)
        return;
    ck_assert_int_eq(
        transfer_record_set_text(picture->record, TRANSFER_PARTNER_NAME, id_text(name)),
        TRANSFER_OK);
    picture->name = name;
}

/* ---- comparison ---- */

/* Index SIZE_MAX: the field is not a list. */
static void assert_target(const transfer_record *record, transfer_key key, size_t index, int id)
{
    const struct picture *picture = find(id);
    transfer_record *target = NULL;
    transfer_status status = index == SIZE_MAX
                                 ? transfer_record_get_reference(record, key, &target)
                                 : transfer_record_reference_at(record, key, index, &target);

    ck_assert_int_eq(status, picture ? TRANSFER_OK : TRANSFER_NOT_FOUND);
    ck_assert_ptr_eq(target, picture ? picture->record : NULL);
}

static void compare_one(const struct picture *picture)
{
    const char *text = NULL;
    size_t count = 0;

    ck_assert_str_eq(transfer_record_id(picture->record), id_text(picture->id));
    ck_assert_int_eq(transfer_record_is_removed(picture->record), picture->removed);
    if (picture->removed) {
        ck_assert_int_eq(transfer_record_has(picture->record, TRANSFER_PARTNER_NAME), 0);
        return;
    }
    ck_assert_ptr_eq(
        transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, id_text(picture->id)),
        picture->record);
    ck_assert_int_eq(transfer_record_get_text(picture->record, TRANSFER_PARTNER_NAME, &text),
                     picture->name < 0 ? TRANSFER_UNSET : TRANSFER_OK);
    if (picture->name >= 0)
        ck_assert_str_eq(text, id_text(picture->name));
    if (picture->successor < 0)
        ck_assert_int_eq(transfer_record_has(picture->record, TRANSFER_PARTNER_SUCCESSOR), 0);
    else
        assert_target(picture->record, TRANSFER_PARTNER_SUCCESSOR, SIZE_MAX, picture->successor);
    transfer_record_count(picture->record, TRANSFER_PARTNER_PARENTS, &count);
    ck_assert_uint_eq(count, picture->parent_count);
    for (size_t i = 0; i < count; i++) {
        assert_target(picture->record, TRANSFER_PARTNER_PARENTS, i, picture->parents[i]);
        transfer_record_reference_id_at(picture->record, TRANSFER_PARTNER_PARENTS, i, &text);
        ck_assert_str_eq(text, id_text(picture->parents[i]));
    }
    transfer_record_count(picture->record, TRANSFER_PARTNER_OWNERSHIP, &count);
    ck_assert_uint_eq(count, picture->holding_count);
    for (size_t i = 0; i < count; i++) {
        transfer_record *nested = NULL;
        transfer_record_record_at(picture->record, TRANSFER_PARTNER_OWNERSHIP, i, &nested);
        ck_assert_ptr_eq(nested, picture->holdings[i].record);
        ck_assert_int_eq(transfer_record_has(nested, TRANSFER_HOLDING_OWNER),
                         picture->holdings[i].owner >= 0);
        if (picture->holdings[i].owner >= 0)
            assert_target(nested, TRANSFER_HOLDING_OWNER, SIZE_MAX, picture->holdings[i].owner);
    }
}

static int refers(const struct picture *picture, int id)
{
    if (picture->removed)
        return 0;
    if (picture->successor == id)
        return 1;
    for (size_t i = 0; i < picture->parent_count; i++)
        if (picture->parents[i] == id)
            return 1;
    for (size_t i = 0; i < picture->holding_count; i++)
        if (picture->holdings[i].owner == id)
            return 1;
    return 0;
}

/* What refers to a record, as the library says, is what the picture says. */
static void compare_referrers(const struct picture *picture)
{
    transfer_answer *answer = NULL;
    const transfer_record *referring[RECORDS];
    size_t count = 0, expected = 0;

    ck_assert_int_eq(transfer_record_referrers(picture->record, &answer), TRANSFER_OK);
    for (size_t i = 0; i < transfer_answer_count(answer); i++) {
        transfer_record *record = NULL;
        ck_assert_int_eq(transfer_answer_record(answer, i, TRANSFER_ROLE_NONE, &record),
                         TRANSFER_OK);
        if (transfer_record_parent(record))
            record = transfer_record_parent(record);
        /* A record that refers in several ways has several rows, side by side. */
        if (count == 0 || referring[count - 1] != record)
            referring[count++] = record;
    }
    transfer_answer_free(answer);
    for (size_t i = 0; i < picture_count; i++) {
        size_t j = 0;
        if (!refers(&pictures[i], picture->id))
            continue;
        expected++;
        while (j < count && referring[j] != pictures[i].record)
            j++;
        ck_assert_msg(j < count, "a referrer is missing");
    }
    ck_assert_uint_eq(count, expected);
}

static void compare(void)
{
    const char *wrong = portfolio_inconsistency(portfolio);
    size_t at = 0;

    ck_assert_msg(wrong == NULL, "%s", wrong);
    for (size_t i = 0; i < picture_count; i++) {
        if (!pictures[i].removed)
            ck_assert_ptr_eq(transfer_portfolio_at(portfolio, TRANSFER_TYPE_PARTNER, at++),
                             pictures[i].record);
        compare_one(&pictures[i]);
    }
    ck_assert_uint_eq(transfer_portfolio_count(portfolio, TRANSFER_TYPE_PARTNER), at);
}

/* What is saved is loaded as the same model and saved as the same bytes. */
static void compare_saved(void)
{
    transfer_portfolio *again = transfer_portfolio_new();
    char *text = NULL, *second = NULL;
    size_t size;

    ck_assert_int_eq(transfer_portfolio_save_memory(portfolio, 0, 0, &text, &size), TRANSFER_OK);
    ck_assert_int_eq(transfer_portfolio_load_memory(again, text, size, "m", NULL, 0, NULL),
                     TRANSFER_OK);
    ck_assert_ptr_null(portfolio_inconsistency(again));
    ck_assert_int_eq(transfer_portfolio_save_memory(again, 0, 0, &second, NULL), TRANSFER_OK);
    ck_assert_str_eq(text, second);
    transfer_text_free(text);
    transfer_text_free(second);
    transfer_portfolio_free(again);
}

/* After every one of some thousand random changes, the portfolio is what a simple picture of it
 * says, found by id, by reference and by what refers. */
START_TEST(test_random)
{
    static void (*const changes[])(void) = {
        change_add,       change_add,     change_rename,  change_remove,   change_successor,
        change_successor, change_parents, change_parents, change_holdings, change_holdings,
        change_holdings,  change_name};
    size_t steps = repetitions(1500) < 1500 ? 150 : 1500;

    portfolio = transfer_portfolio_new();
    picture_count = 0;
    state = 88172645463325252u + (uint64_t)_i;
    for (size_t step = 0; step < steps; step++) {
        const struct picture *picture;

        changes[random_below((int)(sizeof changes / sizeof changes[0]))]();
        compare();
        picture = any();
        if (picture)
            compare_referrers(picture);
        if (step % 100 == 0)
            compare_saved();
    }
    ck_assert_uint_gt(picture_count, IDS / 2);
    transfer_portfolio_free(portfolio);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("random");
    TCase *tcase = tcase_create("changes");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_set_timeout(tcase, 120);
    tcase_add_loop_test(tcase, test_random, 0, 4);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
