/* Memory: what happens when it runs out, at every allocation in turn, and that it does not grow.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <transfer/transfer.h>

#include "consistency.h"
#include "counting-malloc.h"
#include "portfolio.h"

static const char good[] =
    "transfer: 1 # a comment\n"
    "portfolio: {title: Good, published: 2013-12-05, indicators: [{name: n, value: about 3}]}\n"
    "partners:\n"
    "  etat: {name: État, kind: state, country: FR, x_own: {a: [1, b]}}\n"
    "  cea:\n"
    "    name: \"CEA\"\n"
    "    kind: research_organisation\n"
    "    fields: [one, two, 'three']\n"
    "    parents: [etat]\n"
    "    ownership: [{owner: etat, share: 50%}, {owner: later, share: rest}]\n"
    "    note: |\n"
    "      Two\n"
    "      lines.\n"
    "  later: {name: Later, kind: other, successor: cea, ownership: [{owner: cea, share: 60%},"
    " {owner: etat, share: 2/3}]}\n"
    "agreements:\n"
    "  g:\n"
    "    title: G\n"
    "    kind: grant\n"
    "    amount: 30000000 EUR\n"
    "    period: 2014/2016\n"
    "    funders: [{partner: etat, share: equal}, {partner: cea, share: equal}]\n"
    "    beneficiaries: [{partner: later}]\n";

static const char bad[] =
    "transfer: 1\n"
    "partners:\n"
    "  Not An Id: {name: x}\n"
    "  a: {nmae: y, kind: compani, country: FRA, size: {a: b}, founded: 2013-02-30}\n"
    "  a: {name: again}\n"
    "  odd: [not, a, mapping]\n"
    "  b: {name: x, name: y, successor: c, fields: none, accounts: [1, {year: x}]}\n"
    "agreements:\n"
    "  g: {title: \"\", amount: 30 000 EUR, share: 33,33 %, <<: {a: 1}, funders: [{partner: zz}]}\n"
    "  h: {amends: i, signed: 5 décembre 2013, anchor: &a b, alias: *a, tag: !!x y}\n"
    "  i: {amends: h, amount: 1.234 EUR, kind: grant}\n"
    "unknown: [1, 2]\n"
    "---\n"
    "second: 1\n";

/* What an operation made of a portfolio that was ready for it; *text is to be compared with that
 * of a run in which nothing failed. */
typedef transfer_status operation(transfer_portfolio *portfolio, char **text);

static transfer_status load(transfer_portfolio *portfolio, const char *yaml,
                            transfer_report *report)
{
    return transfer_portfolio_load_memory(portfolio, yaml, strlen(yaml), "m.yaml", NULL, 0, report);
}

#define TRY(call)                                                                                  \
    do {                                                                                           \
        transfer_status tried = (call);                                                            \
        if (tried != TRANSFER_OK)                                                                  \
            return tried;                                                                          \
    } while (0)

/* ---- operations ---- */

static transfer_record *partner(transfer_portfolio *portfolio, const char *id)
{
    return transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, id);
}

/* Every step can be taken again after it failed, and is then as if it had not. */
static transfer_status build(transfer_portfolio *portfolio, char **text)
{
    static const char *const services[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i"};
    transfer_record *a = partner(portfolio, "a"), *b = partner(portfolio, "b"), *nested;
    const transfer_amount amount = {100, "EUR", 2, 0, {0, 0}};
    transfer_record *g = transfer_portfolio_find(portfolio, TRANSFER_TYPE_AGREEMENT, "g");
    transfer_record *p = transfer_portfolio_find(portfolio, TRANSFER_TYPE_PLATFORM, "p");
    size_t count;

    if (!a)
        TRY(transfer_portfolio_add(portfolio, TRANSFER_TYPE_PARTNER, "a", &a));
    if (!b)
        TRY(transfer_portfolio_add(portfolio, TRANSFER_TYPE_PARTNER, "b", &b));
    if (!g)
        TRY(transfer_portfolio_add(portfolio, TRANSFER_TYPE_AGREEMENT, "g", &g));
    if (!p)
        TRY(transfer_portfolio_add(portfolio, TRANSFER_TYPE_PLATFORM, "p", &p));
    TRY(transfer_record_set_text(a, TRANSFER_PARTNER_NAME, "A"));
    TRY(transfer_record_set_text(a, TRANSFER_PARTNER_CITY, "Metz"));
    TRY(transfer_record_set_text(a, TRANSFER_PARTNER_POSTCODE, "57000"));
    TRY(transfer_record_set_text(a, TRANSFER_PARTNER_VAT, "x"));
    TRY(transfer_record_set_text(a, TRANSFER_PARTNER_ADDRESS, "y"));
    TRY(transfer_record_clear(a, TRANSFER_PARTNER_VAT));
    TRY(transfer_record_set_choice(a, TRANSFER_PARTNER_KIND, 1));
    TRY(transfer_record_parse_value(a, TRANSFER_PARTNER_FOUNDED, "2013"));
    TRY(transfer_record_set_reference(a, TRANSFER_PARTNER_SUCCESSOR, b));
    TRY(transfer_record_set_reference_id(b, TRANSFER_PARTNER_SUCCESSOR, "nobody"));
    TRY(transfer_record_set_extra(a, "x_b", "{c: [d, 1]}"));
    TRY(transfer_record_set_extra(a, "x_b", "e"));
    TRY(transfer_record_set_extra(a, "x_c", "[]"));
    TRY(transfer_record_set_amount(g, TRANSFER_AGREEMENT_AMOUNT, &amount));
    TRY(transfer_record_count(g, TRANSFER_AGREEMENT_FUNDERS, &count));
    for (; count < 6; count++) {
        TRY(transfer_record_add_record(g, TRANSFER_AGREEMENT_FUNDERS, &nested));
        if (transfer_record_set_reference(nested, TRANSFER_CONTRIBUTION_PARTNER, a) !=
            TRANSFER_OK) {
            transfer_record_remove(nested);
            return TRANSFER_NO_MEMORY;
        }
    }
    TRY(transfer_record_count(p, TRANSFER_PLATFORM_SERVICES, &count));
    for (; count < sizeof services / sizeof services[0]; count++)
        TRY(transfer_record_add_text(p, TRANSFER_PLATFORM_SERVICES, services[count]));
    TRY(transfer_record_count(p, TRANSFER_PLATFORM_MODELS, &count));
    for (; count < sizeof services / sizeof services[0]; count++)
        TRY(transfer_record_add_reference_id(p, TRANSFER_PLATFORM_MODELS, services[count]));
    return transfer_portfolio_save_memory(portfolio, 0, 0, text, NULL);
}

static transfer_status render(const transfer_report *report, char **text)
{
    *text = NULL;
    for (int format = TRANSFER_FORMAT_TEXT; format <= TRANSFER_FORMAT_GITHUB; format++)
        for (int language = TRANSFER_ENGLISH; language <= TRANSFER_FRENCH; language++) {
            transfer_text_free(*text);
            *text = NULL;
            TRY(transfer_report_render_memory(report, (transfer_format)format,
                                              (transfer_language)language, 0, text, NULL));
        }
    transfer_text_free(*text);
    *text = NULL;
    return transfer_report_render_memory(report, TRANSFER_FORMAT_SARIF, TRANSFER_FRENCH, 0, text,
                                         NULL);
}

/* The text, or without one all files of a directory. */
static transfer_status load_into(transfer_portfolio *portfolio, const char *yaml, char **text)
{
    const char *data = getenv("TRANSFER_TEST_DATA");
    transfer_report *report = transfer_report_new();
    transfer_status status, rendered;
    char path[4096];

    if (!report)
        return TRANSFER_NO_MEMORY;
    snprintf(path, sizeof path, "%s/render", data ? data : "tests/data");
    status = yaml ? load(portfolio, yaml, report)
                  : transfer_portfolio_load_file(portfolio, path, NULL, 0, report);
    rendered = status == TRANSFER_NO_MEMORY || status == TRANSFER_IO ? status
                                                                     : render(report, text);
    transfer_report_free(report);
    return rendered;
}

static transfer_status load_good(transfer_portfolio *portfolio, char **text)
{
    return load_into(portfolio, good, text);
}

static transfer_status load_bad(transfer_portfolio *portfolio, char **text)
{
    return load_into(portfolio, bad, text);
}

/* Loads a rule set, with two other severities, or with a diagnostic for each mistake. */
static transfer_status load_ruleset(const char *yaml, transfer_status expected, char **text)
{
    transfer_report *report = transfer_report_new();
    transfer_ruleset *ruleset = transfer_ruleset_new();
    transfer_status status = TRANSFER_NO_MEMORY, rendered = TRANSFER_NO_MEMORY;
    transfer_severity severity = TRANSFER_ERROR;

    if (report && ruleset) {
        status = transfer_ruleset_load_memory(ruleset, yaml, strlen(yaml), "r.yaml", report);
        rendered = status;
        transfer_ruleset_get_severity(ruleset, "choice", &severity);
        if (severity != (status == TRANSFER_OK ? TRANSFER_OFF : TRANSFER_ERROR))
            rendered = TRANSFER_CHANGED; /* what no caller expects */
    }
    if (rendered == expected)
        rendered = render(report, text);
    transfer_ruleset_free(ruleset);
    transfer_report_free(report);
    return rendered;
}

static transfer_status load_rules(transfer_portfolio *portfolio, char **text)
{
    (void)portfolio;
    return load_ruleset("transfer: 1\nx_a: [1, {b: c}]\nrules: {choice: off, range: note}\n",
                        TRANSFER_OK, text);
}

static transfer_status load_wrong_rules(transfer_portfolio *portfolio, char **text)
{
    (void)portfolio;
    return load_ruleset("rules: {choice: off, range: fatal, requird: &a off, choice: {}, <<: *b}\n"
                        "rule: [[a]]\n",
                        TRANSFER_SYNTAX, text);
}

static transfer_status load_directory(transfer_portfolio *portfolio, char **text)
{
    return load_into(portfolio, NULL, text);
}

static transfer_status validate(transfer_portfolio *portfolio, char **text)
{
    transfer_report *report = transfer_report_new();
    transfer_ruleset *ruleset = transfer_ruleset_new();
    const transfer_date day = {2014, 1, 1, 0, 0};
    transfer_status status = TRANSFER_NO_MEMORY;

    if (report && ruleset) {
        transfer_ruleset_set_severity(ruleset, "unused-record", TRANSFER_WARNING);
        status = transfer_portfolio_validate(portfolio, ruleset, &day, report);
    }
    if (status == TRANSFER_OK)
        status = render(report, text);
    transfer_ruleset_free(ruleset);
    transfer_report_free(report);
    return status;
}

static transfer_status change(transfer_portfolio *portfolio, char **text)
{
    transfer_record *etat = partner(portfolio, "etat"), *cea = partner(portfolio, "cea");
    transfer_record *later = partner(portfolio, "later");

    if (etat)
        TRY(transfer_record_rename(etat, "state"));
    if (cea)
        TRY(transfer_record_rename(cea, "etat2"));
    if (later)
        TRY(transfer_record_remove(later));
    etat = partner(portfolio, "state");
    TRY(transfer_record_set_extra(etat, "x_own", "{b: [2, c]}"));
    TRY(transfer_record_set_extra(etat, "x_other", "- 1\n- 2\n"));
    TRY(transfer_record_set_extra(etat, "x_own", NULL));
    TRY(transfer_record_set_text(transfer_portfolio_record(portfolio), TRANSFER_PORTFOLIO_TITLE,
                                 "Changed"));
    return transfer_portfolio_save_memory(portfolio, 0, TRANSFER_SAVE_DROP_COMMENTS, text, NULL);
}

static transfer_status save(transfer_portfolio *portfolio, char **text)
{
    return transfer_portfolio_save_memory(portfolio, TRANSFER_ALL_FILES,
                                          TRANSFER_SAVE_DROP_COMMENTS, text, NULL);
}

/* The rows of an answer, as text. */
static transfer_status tell(transfer_answer *answer, char **text)
{
    char *told = malloc(40 * transfer_answer_count(answer) + 1);

    if (told)
        told[0] = '\0';
    for (size_t i = 0; told && i < transfer_answer_count(answer); i++) {
        transfer_amount amount = {0};
        int year = 0;
        (void)transfer_answer_committed(answer, i, &amount);
        (void)transfer_answer_year(answer, i, &year);
        snprintf(told + strlen(told), 40, "%d %d %lld\n", year, (int)transfer_answer_key(answer, i),
                 (long long)amount.minor);
    }
    transfer_answer_free(answer);
    *text = told;
    return told ? TRANSFER_OK : TRANSFER_NO_MEMORY;
}

static transfer_status sum(transfer_portfolio *portfolio, char **text)
{
    transfer_answer *answer = NULL;

    TRY(transfer_portfolio_sum(portfolio, TRANSFER_BY_FUNDER | TRANSFER_BY_YEAR |
                               TRANSFER_BY_BENEFICIARY | TRANSFER_BY_AGREEMENT, NULL, &answer));
    return tell(answer, text);
}

static transfer_status referrers(transfer_portfolio *portfolio, char **text)
{
    transfer_answer *answer = NULL;

    TRY(transfer_record_referrers(partner(portfolio, "etat"), &answer));
    return tell(answer, text);
}

/* ---- every allocation in turn ---- */

enum ready {
    EMPTY,
    UNREAD, /* the operation reads, which is begun anew */
    LOADED
};

/* Fails allocation number `fail` and perhaps all behind it.  Returns whether one failed. */
static int run_once(operation *operate, enum ready ready, const char *expected, long fail,
                    int only_one)
{
    unsigned long blocks = counting_malloc.blocks;
    transfer_portfolio *portfolio = transfer_portfolio_new();
    char *text = NULL, *again = NULL;
    const char *wrong;
    transfer_status status, repeated = TRANSFER_OK;
    unsigned long failed;

    if (ready == LOADED)
        load(portfolio, good, NULL);
    counting_malloc.failed = 0;
    counting_malloc.only_one = only_one;
    counting_malloc.allowed = fail;
    status = operate(portfolio, &text);
    counting_malloc.allowed = -1;
    failed = counting_malloc.failed;

    wrong = portfolio_inconsistency(portfolio);
    ck_assert_msg(wrong == NULL, "allocation %ld: %s", fail, wrong);
    if (failed == 0 || status == TRANSFER_OK) {
        /* What it can do without, such as excerpts, is left out of the comparison. */
        ck_assert_msg(status == TRANSFER_OK, "allocation %ld: status %d", fail, status);
        ck_assert_msg(failed > 0 || strcmp(text, expected) == 0, "without failure:\n%s\n%s", text,
                      expected);
    } else {
        ck_assert_msg(status == TRANSFER_NO_MEMORY, "allocation %ld: status %d", fail, status);
        ck_assert_ptr_null(text);
        /* The portfolio is as good as new: what failed can be done again. */
        if (ready == UNREAD) {
            transfer_portfolio_free(portfolio);
            portfolio = transfer_portfolio_new();
        }
        repeated = operate(portfolio, &again);
        ck_assert_msg(repeated == TRANSFER_OK, "allocation %ld: then status %d", fail, repeated);
        ck_assert_msg(strcmp(again, expected) == 0, "allocation %ld, then:\n%s\nis not\n%s", fail,
                      again, expected);
        wrong = portfolio_inconsistency(portfolio);
        ck_assert_msg(wrong == NULL, "allocation %ld, then: %s", fail, wrong);
    }
    transfer_text_free(text);
    transfer_text_free(again);
    text = NULL;
    /* Whatever was left of it can be saved and freed. */
    status = transfer_portfolio_save_memory(portfolio, TRANSFER_ALL_FILES,
                                            TRANSFER_SAVE_DROP_COMMENTS, &text, NULL);
    ck_assert(status == TRANSFER_OK || (ready == UNREAD && status == TRANSFER_SYNTAX));
    transfer_text_free(text);
    transfer_portfolio_free(portfolio);
    ck_assert_msg(counting_malloc.blocks == blocks, "allocation %ld: %ld blocks leaked", fail,
                  (long)(counting_malloc.blocks - blocks));
    return failed > 0;
}

static void run_all(operation *operate, enum ready ready)
{
    transfer_portfolio *portfolio = transfer_portfolio_new();
    char *expected = NULL;
    /* Where each run takes long, some are left out: all near the beginning, and a step that no
     * pattern of allocations follows. */
    long step = repetitions(100) < 100 ? 7 : 1;

    if (ready == LOADED)
        ck_assert_int_eq(load(portfolio, good, NULL), TRANSFER_OK);
    ck_assert_int_eq(operate(portfolio, &expected), TRANSFER_OK);
    ck_assert_uint_gt(strlen(expected), 0);
    transfer_portfolio_free(portfolio);
    for (int only_one = 0; only_one < 2; only_one++) {
        long fail = 0;
        while (run_once(operate, ready, expected, fail, only_one))
            fail += fail < 20 ? 1 : step;
        ck_assert_int_gt(fail, 1);
    }
    transfer_text_free(expected);
}

/* Building a portfolio in memory fails cleanly at every allocation and can be taken up again. */
START_TEST(test_build)
{
    run_all(build, EMPTY);
}
END_TEST

/* Loading a good file fails cleanly at every allocation, and what came before is whole. */
START_TEST(test_load_good)
{
    run_all(load_good, UNREAD);
}
END_TEST

/* So does loading a file full of mistakes, and rendering them in all formats. */
START_TEST(test_load_bad)
{
    run_all(load_bad, UNREAD);
}
END_TEST

/* Loading a rule set fails cleanly at every allocation, and then it is as it was. */
START_TEST(test_load_rules)
{
    run_all(load_rules, EMPTY);
    run_all(load_wrong_rules, EMPTY);
}
END_TEST

/* Thousands of references to one record, in lists, nested and single: ways back need memory. */
static transfer_status load_many(transfer_portfolio *portfolio, char **text)
{
    static char yaml[600000];
    size_t length = 0;

    if (!yaml[0]) {
        length += (size_t)sprintf(yaml, "transfer: 1\npartners:\n");
        for (int i = 0; i < 3000; i++)
            length += (size_t)sprintf(yaml + length,
                                      "  p%d: {name: n, kind: other, successor: hub,\n"
                                      "    parents: [p%d, p7, hub],\n"
                                      "    ownership: [{owner: hub, share: 1/2}]}\n", i, i % 90);
    }
    return load_into(portfolio, yaml, text);
}

/* Reading much fails cleanly wherever a piece of memory for many values is asked for, and what came
 * before is whole, ways back included. */
START_TEST(test_load_many)
{
    counting_malloc.least = 4000;
    run_all(load_many, UNREAD);
    counting_malloc.least = 0;
}
END_TEST

/* So does loading a directory. */
START_TEST(test_load_directory)
{
    run_all(load_directory, UNREAD);
}
END_TEST

/* Validating fails cleanly at every allocation and gives the same report afterwards. */
START_TEST(test_validate)
{
    run_all(validate, LOADED);
}
END_TEST

/* Renaming, removing and setting extras change all or nothing. */
START_TEST(test_change)
{
    run_all(change, LOADED);
}
END_TEST

/* Saving fails cleanly at every allocation and gives the same text afterwards. */
START_TEST(test_save)
{
    run_all(save, LOADED);
}
END_TEST

/* Answers fail cleanly at every allocation and are the same afterwards. */
START_TEST(test_queries)
{
    run_all(sum, LOADED);
    run_all(referrers, LOADED);
}
END_TEST

/* A new portfolio, report or rule set is there or NULL. */
START_TEST(test_new)
{
    unsigned long blocks = counting_malloc.blocks;

    for (long fail = 0; fail < 4; fail++) {
        transfer_portfolio *portfolio;
        transfer_report *report;
        transfer_ruleset *ruleset;

        counting_malloc.only_one = 0;
        counting_malloc.allowed = fail;
        portfolio = transfer_portfolio_new();
        counting_malloc.allowed = fail;
        report = transfer_report_new();
        counting_malloc.allowed = fail;
        ruleset = transfer_ruleset_new();
        counting_malloc.allowed = -1;
        ck_assert(fail > 0 || (!portfolio && !report && !ruleset));
        transfer_portfolio_free(portfolio);
        transfer_report_free(report);
        transfer_ruleset_free(ruleset);
        ck_assert_uint_eq(counting_malloc.blocks, blocks);
    }
}
END_TEST

/* ---- memory that does not grow ---- */

/* What 20 rounds take more than the first few. */
#define assert_bounded(count, body)                                                                \
    do {                                                                                           \
        size_t bytes = 0, rounds = repetitions(count);                                             \
        for (size_t i = 0; i < rounds; i++) {                                                      \
            if (i == 200)                                                                          \
                bytes = counting_malloc.bytes;                                                     \
            body;                                                                                  \
        }                                                                                          \
        ck_assert_uint_gt(rounds, 200);                                                            \
        ck_assert_msg(counting_malloc.bytes <= bytes + 65536, "grew by %zu bytes in %zu rounds",   \
                      counting_malloc.bytes - bytes, rounds);                                      \
    } while (0)

static transfer_portfolio *portfolio;
static transfer_record *a, *b;

static void set_up(void)
{
    portfolio = transfer_portfolio_new();
    ck_assert_int_eq(transfer_portfolio_add(portfolio, TRANSFER_TYPE_PARTNER, "a", &a),
                     TRANSFER_OK);
    ck_assert_int_eq(transfer_portfolio_add(portfolio, TRANSFER_TYPE_PARTNER, "b", &b),
                     TRANSFER_OK);
}

static void tear_down(void)
{
    const char *wrong = portfolio_inconsistency(portfolio);

    ck_assert_msg(wrong == NULL, "%s", wrong);
    transfer_portfolio_free(portfolio);
}

/* Setting one field a million times takes no more memory than setting it once. */
START_TEST(test_set_again)
{
    char text[16];

    assert_bounded(1000000, {
        snprintf(text, sizeof text, "name %u", (unsigned)i % 1000);
        transfer_record_set_text(a, TRANSFER_PARTNER_NAME, text);
        transfer_record_set_choice(a, TRANSFER_PARTNER_KIND, (int)(i % 3) + 1);
    });
}
END_TEST

/* So does a reference, whether it changes or stays. */
START_TEST(test_reference_again)
{
    assert_bounded(1000000, {
        transfer_record_set_reference(a, TRANSFER_PARTNER_SUCCESSOR, i % 2 ? a : b);
        transfer_record_set_reference(b, TRANSFER_PARTNER_SUCCESSOR, a);
    });
}
END_TEST

/* And a reference to what ten thousand others refer to as well. */
START_TEST(test_reference_again_to_many)
{
    char id[16];

    for (int i = 0; i < (int)repetitions(10000); i++) {
        transfer_record *other;
        snprintf(id, sizeof id, "p%d", i);
        ck_assert_int_eq(transfer_portfolio_add(portfolio, TRANSFER_TYPE_PARTNER, id, &other),
                         TRANSFER_OK);
        transfer_record_set_reference(other, TRANSFER_PARTNER_SUCCESSOR, a);
    }
    /* The first rounds make room for as many stale links as there are others. */
    for (size_t i = 0; i < repetitions(60000); i++)
        transfer_record_set_reference(portfolio->sections[TRANSFER_TYPE_PARTNER].items[2 + i % 7],
                                      TRANSFER_PARTNER_SUCCESSOR, i % 3 ? a : b);
    assert_bounded(1000000, {
        transfer_record_set_reference(portfolio->sections[TRANSFER_TYPE_PARTNER].items[2 + i % 7],
                                      TRANSFER_PARTNER_SUCCESSOR, i % 3 ? a : b);
    });
    transfer_portfolio_free(portfolio);
    set_up();
}
END_TEST

/* Lists and extras that grow and shrink give back what they took. */
START_TEST(test_lists_again)
{
    assert_bounded(100000, {
        for (int j = 0; j < 5; j++)
            transfer_record_add_text(a, TRANSFER_PARTNER_FIELDS, "a field");
        transfer_record_add_reference(a, TRANSFER_PARTNER_PARENTS, b);
        for (int j = 0; j < 5; j++)
            transfer_record_remove_at(a, TRANSFER_PARTNER_FIELDS, 0);
        transfer_record_remove_at(a, TRANSFER_PARTNER_PARENTS, 0);
    });
    assert_bounded(20000, {
        transfer_record_set_extra(a, "x_a", "[1, 2]");
        if (i % 3 == 0)
            transfer_record_set_extra(a, "x_a", NULL);
    });
}
END_TEST

/* A record that is renamed to and fro takes its referrers along without copies of the way back. */
START_TEST(test_rename_again)
{
    for (int i = 0; i < 50; i++) {
        transfer_record *nested;
        ck_assert_int_eq(transfer_record_add_record(b, TRANSFER_PARTNER_OWNERSHIP, &nested),
                         TRANSFER_OK);
        transfer_record_set_reference(nested, TRANSFER_HOLDING_OWNER, a);
    }
    assert_bounded(100000, transfer_record_rename(a, i % 2 ? "a" : "aa"));
}
END_TEST

/* Validating and saving leave nothing behind in the portfolio. */
START_TEST(test_read_again)
{
    ck_assert_int_eq(load(portfolio, bad, NULL), TRANSFER_SYNTAX);
    assert_bounded(15000, {
        transfer_report *report = transfer_report_new();
        char *text = NULL;
        transfer_portfolio_validate(portfolio, NULL, NULL, report);
        transfer_portfolio_save_memory(portfolio, TRANSFER_ALL_FILES, 0, &text, NULL);
        transfer_text_free(text);
        transfer_report_free(report);
    });
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("memory");
    TCase *failing = tcase_create("running out"), *growing = tcase_create("growing");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_set_timeout(failing, 120);
    tcase_add_test(failing, test_new);
    tcase_add_test(failing, test_build);
    tcase_add_test(failing, test_load_good);
    tcase_add_test(failing, test_load_bad);
    tcase_add_test(failing, test_load_rules);
    tcase_add_test(failing, test_load_many);
    tcase_add_test(failing, test_load_directory);
    tcase_add_test(failing, test_validate);
    tcase_add_test(failing, test_change);
    tcase_add_test(failing, test_save);
    tcase_add_test(failing, test_queries);
    suite_add_tcase(suite, failing);
    tcase_set_timeout(growing, 120);
    tcase_add_checked_fixture(growing, set_up, tear_down);
    tcase_add_test(growing, test_set_again);
    tcase_add_test(growing, test_reference_again);
    tcase_add_test(growing, test_reference_again_to_many);
    tcase_add_test(growing, test_lists_again);
    tcase_add_test(growing, test_rename_again);
    tcase_add_test(growing, test_read_again);
    suite_add_tcase(suite, growing);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
