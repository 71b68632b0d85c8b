/* Tests of the rules of amounts, sums and shares: when they apply, and against other arithmetic.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <transfer/transfer.h>

#include "rule.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* What a rule says of the only record it looks at. */
enum { PASSES = -1, FAILS = -2 }; /* else a transfer_reason */

/* A text in the making. */
struct text {
    char *bytes;
    size_t length, capacity;
};

__attribute__((format(printf, 2, 3))) static void add(struct text *text, const char *format, ...)
{
    va_list arguments;
    int length;

    if (text->capacity - text->length < 1024) {
        text->capacity = 2 * text->capacity + 4096;
        text->bytes = realloc(text->bytes, text->capacity);
        ck_assert_ptr_nonnull(text->bytes);
    }
    va_start(arguments, format);
    length = vsnprintf(text->bytes + text->length, text->capacity - text->length, format,
                       arguments);
    va_end(arguments);
    ck_assert_int_lt(length, 1024);
    text->length += (size_t)length;
}

/* Checks a text as a part, so that nobody needs to be defined. */
static transfer_report *check_text(const char *text)
{
    transfer_portfolio *portfolio = transfer_portfolio_new();
    transfer_report *report = transfer_report_new();

    ck_assert(portfolio && report);
    (void)transfer_portfolio_set_limit(portfolio, TRANSFER_LIMIT_DIAGNOSTICS, 1000000);
    (void)transfer_portfolio_load_memory(portfolio, text, strlen(text), "text", NULL,
                                         TRANSFER_LOAD_PARTIAL, report);
    ck_assert_int_eq(transfer_portfolio_validate(portfolio, NULL, NULL, report), TRANSFER_OK);
    transfer_portfolio_free(portfolio);
    return report;
}

/* The only record has the outcome, and there is no other. */
static void expect(const char *rule, int expected, const char *text)
{
    transfer_report *report = check_text(text);
    size_t passed = transfer_report_outcome_count(report, rule, TRANSFER_PASSED);
    size_t failed = transfer_report_outcome_count(report, rule, TRANSFER_FAILED);
    size_t other = transfer_report_outcome_count(report, rule, TRANSFER_NOT_APPLICABLE);
    int found = passed ? PASSES : FAILS;

    if (other)
        for (found = TRANSFER_REASON_NONE;
             transfer_report_reason_count(report, rule, (transfer_reason)found) == 0; found++)
            ck_assert_int_lt(found, TRANSFER_REASON_NO_TABLE);
    ck_assert_msg(passed + failed + other == 1 && found == expected, "%s: %d, not %d, for\n%s",
                  rule, found, expected, text);
    transfer_report_free(report);
}

/* ---- when rules apply ---- */

#define AGREEMENT "transfer: 1\nagreements:\n  a:\n    title: A\n    kind: grant\n"
#define OF(amount) AGREEMENT "    amount: " amount "\n"
#define FUNDERS "    funders:\n"
#define FUNDER(what) "      - {unspecified: true" what "}\n"
#define BENEFICIARIES "    beneficiaries:\n"
#define BENEFICIARY(what) "      - {partner: p" what "}\n"

static const struct {
    const char *rule;
    int expected;
    const char *text;
} cases[] = {
    /* Nothing to add, or one part among several is not known. */
    {"funders-sum", TRANSFER_REASON_MISSING, OF("9 EUR")},
    {"funders-sum", TRANSFER_REASON_MISSING, OF("9 EUR") FUNDERS FUNDER("")},
    {"funders-sum", TRANSFER_REASON_MISSING,
     OF("9 EUR") FUNDERS FUNDER(", amount: 10 EUR") FUNDER("")},
    {"funders-sum", TRANSFER_REASON_MISSING, AGREEMENT FUNDERS FUNDER(", amount: 10 EUR")},
    {"shares-sum", TRANSFER_REASON_MISSING, OF("9 EUR")},
    {"shares-sum", TRANSFER_REASON_MISSING, OF("9 EUR") FUNDERS FUNDER(", share: 2/1") FUNDER("")},
    /* What another rule reports: unreadable, negative, in another currency. */
    {"funders-sum", TRANSFER_REASON_REPORTED, OF("nine") FUNDERS FUNDER(", amount: 10 EUR")},
    {"funders-sum", TRANSFER_REASON_REPORTED, OF("-9 EUR") FUNDERS FUNDER(", amount: 10 EUR")},
    {"funders-sum", TRANSFER_REASON_REPORTED, OF("9 EUR") FUNDERS FUNDER(", amount: ten")},
    {"funders-sum", TRANSFER_REASON_REPORTED, OF("9 EUR") FUNDERS FUNDER(", amount: -1 EUR")},
    {"funders-sum", TRANSFER_REASON_REPORTED, OF("9 EUR") FUNDERS FUNDER(", amount: 10 USD")},
    {"funders-sum", TRANSFER_REASON_REPORTED, OF("9 EUR") "    funders: all\n"},
    {"funders-sum", TRANSFER_REASON_REPORTED,
     OF("9 EUR") FUNDERS FUNDER(", amount: 10 EUR") FUNDER(", share: half")},
    {"funders-sum", FAILS, OF("9 EUR") FUNDERS FUNDER(", amount: 10 EUR, share: half")},
    {"shares-sum", TRANSFER_REASON_REPORTED,
     OF("9 EUR") FUNDERS FUNDER(", share: 1/2") FUNDER(", share: half")},
    {"shares-sum", TRANSFER_REASON_REPORTED, OF("9 EUR") "    funders: all\n"},
    /* Amounts and shares: which of the rules judges. */
    {"funders-sum", TRANSFER_REASON_OTHER_CASE, OF("9 EUR") FUNDERS FUNDER(", share: 2/1")},
    {"shares-sum", FAILS, OF("9 EUR") FUNDERS FUNDER(", share: 2/1")},
    {"shares-sum", FAILS, AGREEMENT FUNDERS FUNDER(", share: 2/1")},
    {"funders-sum", FAILS, OF("9 EUR") FUNDERS FUNDER(", amount: 10 EUR, share: 2/1")},
    {"shares-sum", TRANSFER_REASON_OTHER_CASE,
     OF("9 EUR") FUNDERS FUNDER(", amount: 10 EUR, share: 2/1")},
    {"shares-sum", FAILS,
     OF("9 EUR") FUNDERS FUNDER(", amount: 9 EUR, share: 1/1") FUNDER(", share: 1/2")},
    {"funders-sum", TRANSFER_REASON_OTHER_CASE,
     OF("9 EUR") FUNDERS FUNDER(", amount: 9 EUR, share: 1/1") FUNDER(", share: 1/2")},
    {"funders-sum", FAILS, OF("9 EUR") FUNDERS FUNDER(", amount: 9 EUR") FUNDER(", share: 1/2")},
    {"shares-sum", TRANSFER_REASON_OTHER_CASE,
     OF("9 EUR") FUNDERS FUNDER(", amount: 9 EUR") FUNDER(", share: 2/1")},
    {"shares-sum", FAILS,
     OF("9 EUR") FUNDERS FUNDER(", amount: 9 EUR") BENEFICIARIES BENEFICIARY(", share: 1/2")},
    {"funders-sum", PASSES, OF("9 EUR") FUNDERS FUNDER(", amount: 9 EUR") FUNDER(", share: rest")},
    {"funders-sum", PASSES, OF("9 EUR") FUNDERS FUNDER(", amount: 1 EUR") FUNDER(", share: equal")},
    {"shares-sum", PASSES, AGREEMENT FUNDERS FUNDER(", share: equal")},
    /* What cannot be told. */
    {"funders-sum", TRANSFER_REASON_VAGUE, OF("9 EUR") FUNDERS FUNDER(", amount: about 20 EUR")},
    {"funders-sum", TRANSFER_REASON_VAGUE, OF("about 9 EUR") FUNDERS FUNDER(", amount: 20 EUR")},
    {"funders-sum", PASSES,
     OF("9 EUR") FUNDERS FUNDER(", amount: at most 9 EUR") FUNDER(", share: rest")},
    {"shares-sum", TRANSFER_REASON_VAGUE,
     AGREEMENT FUNDERS FUNDER(", share: 4611686018427387891/9223372036854775783")
         FUNDER(", share: 4611686018427387821/9223372036854775643")},
    /* What can, although the exact sum does not fit. */
    {"shares-sum", FAILS,
     AGREEMENT FUNDERS FUNDER(", share: 1/9223372036854775807")
         FUNDER(", share: 1/9223372036854775783")},
    {"shares-sum", FAILS,
     AGREEMENT FUNDERS FUNDER(", share: 4611686018427387891/9223372036854775783")
         FUNDER(", share: 4611686018427387821/9223372036854775643") FUNDER(", share: 1/10")},
    /* The same of beneficiaries, who may receive less where one pays a part itself. */
    {"beneficiaries-sum", FAILS, OF("9 EUR") BENEFICIARIES BENEFICIARY(", amount: 8 EUR")},
    {"beneficiaries-sum", PASSES,
     OF("9 EUR") FUNDERS FUNDER(", own_contribution: true") BENEFICIARIES
         BENEFICIARY(", amount: 8 EUR")},
    {"beneficiaries-sum", FAILS,
     OF("9 EUR") FUNDERS FUNDER(", own_contribution: false") BENEFICIARIES
         BENEFICIARY(", amount: 8 EUR")},
    {"beneficiaries-sum", FAILS,
     OF("9 EUR") FUNDERS FUNDER(", own_contribution: true") BENEFICIARIES
         BENEFICIARY(", amount: 10 EUR")},
    /* Instalments. */
    {"instalments-sum", TRANSFER_REASON_MISSING, OF("9 EUR")},
    {"instalments-sum", TRANSFER_REASON_MISSING, AGREEMENT "    instalments: [{amount: 10 EUR}]\n"},
    {"instalments-sum", TRANSFER_REASON_REPORTED,
     OF("9 EUR") "    instalments: [{amount: 10 EUR}, {due: 2014}]\n"},
    {"instalments-sum", TRANSFER_REASON_REPORTED,
     OF("9 EUR") "    instalments: [{amount: 10 EUR}, {amount: 10 USD}]\n"},
    {"instalments-sum", TRANSFER_REASON_REPORTED,
     OF("9 EUR") "    instalments: [{amount: 8 EUR, paid_amount: -1 EUR}]\n"},
    {"instalments-sum", TRANSFER_REASON_VAGUE,
     OF("9 EUR") "    instalments: [{amount: about 8 EUR}]\n"},
    {"instalments-sum", TRANSFER_REASON_VAGUE,
     OF("9 EUR") "    instalments: [{amount: 8 EUR, paid_amount: at least 8 EUR}]\n"},
    {"instalments-sum", PASSES, OF("9 EUR") "    instalments: [{amount: at most 9 EUR}]\n"},
    {"instalments-sum", FAILS,
     OF("9 EUR") "    instalments: [{amount: 9 EUR, paid_amount: 10 EUR}]\n"},
    /* One part beside its share. */
    {"share-and-amount", TRANSFER_REASON_MISSING,
     AGREEMENT FUNDERS FUNDER(", amount: 9 EUR, share: 1/2")},
    {"share-and-amount", TRANSFER_REASON_MISSING, OF("9 EUR") FUNDERS FUNDER(", amount: 9 EUR")},
    {"share-and-amount", TRANSFER_REASON_OTHER_CASE,
     OF("9 EUR") FUNDERS FUNDER(", amount: 9 EUR, share: equal")},
    {"share-and-amount", TRANSFER_REASON_REPORTED,
     OF("9 EUR") FUNDERS FUNDER(", amount: 9 USD, share: 1/1")},
    {"share-and-amount", TRANSFER_REASON_REPORTED,
     OF("9 EUR") FUNDERS FUNDER(", amount: 9 EUR, share: half")},
    {"share-and-amount", TRANSFER_REASON_VAGUE,
     OF("more than 9 EUR") FUNDERS FUNDER(", amount: 90 EUR, share: 1/2")},
    {"share-and-amount", PASSES, OF("9 EUR") FUNDERS FUNDER(", amount: 4.50 EUR, share: 1/2")},
    {"share-rest-twice", TRANSFER_REASON_MISSING, OF("9 EUR") FUNDERS FUNDER(", share: equal")},
    {"share-rest-twice", PASSES, OF("9 EUR") FUNDERS FUNDER(", share: rest")},
    /* Budgets and costs. */
    {"agreement-over-project", TRANSFER_REASON_MISSING, OF("9 EUR")},
    {"agreement-over-project", TRANSFER_REASON_PART, OF("9 EUR") "    project: x\n"},
    {"agreement-over-project", TRANSFER_REASON_OTHER_CASE,
     OF("9 EUR") "    project: x\nprojects:\n  x: {title: X, budget: 8 USD}\n"},
    {"agreement-over-project", TRANSFER_REASON_VAGUE,
     OF("9 EUR") "    project: x\nprojects:\n  x: {title: X, budget: at least 8 EUR}\n"},
    {"agreement-over-project", FAILS,
     OF("9 EUR") "    project: x\nprojects:\n  x: {title: X, budget: 8 EUR}\n"},
    {"eligible-below-amount", TRANSFER_REASON_MISSING, OF("9 EUR")},
    {"eligible-below-amount", TRANSFER_REASON_REPORTED, OF("9 EUR") "    eligible_costs: 8 USD\n"},
    {"eligible-below-amount", TRANSFER_REASON_OTHER_CASE,
     OF("9 EUR") "    eligible_costs: 8 EUR\n" FUNDERS FUNDER(", own_contribution: true")},
    {"eligible-below-amount", TRANSFER_REASON_VAGUE,
     OF("9 EUR") "    eligible_costs: about 8 EUR\n"},
    {"participation-sum", TRANSFER_REASON_MISSING,
     "transfer: 1\nprojects:\n  x: {title: X, budget: 8 EUR, partners: [{partner: p}]}\n"},
    {"participation-sum", TRANSFER_REASON_MISSING,
     "transfer: 1\nprojects:\n"
     "  x: {title: X, budget: 8 EUR, partners: [{partner: p, role: associated, budget: 9 EUR}]}\n"},
    {"participation-sum", TRANSFER_REASON_REPORTED,
     "transfer: 1\nprojects:\n"
     "  x: {title: X, budget: 8 EUR, partners: [{partner: p, budget: 9 USD}]}\n"},
    {"participation-sum", FAILS,
     "transfer: 1\nprojects:\n"
     "  x: {title: X, budget: 8 EUR, partners: [{partner: p, budget: 9 EUR}]}\n"},
    /* Owners. */
    {"ownership-sum", TRANSFER_REASON_MISSING,
     "transfer: 1\npartners:\n  p: {name: P, kind: other, ownership: [{owner: q, share: rest}]}\n"},
    {"ownership-sum", TRANSFER_REASON_VAGUE,
     "transfer: 1\npartners:\n"
     "  p: {name: P, kind: other, ownership: [{owner: q, share: 60%}, {owner: q, share: 50%}]}\n"},
    {"ownership-sum", TRANSFER_REASON_VAGUE,
     "transfer: 1\npartners:\n  p:\n    name: P\n    kind: other\n    ownership:\n"
     "      - {owner: q, share: 60%, from: 2014}\n      - {owner: q, share: 50%, from: 2014-06}\n"},
    {"ownership-sum", FAILS,
     "transfer: 1\npartners:\n"
     "  p: {name: P, kind: other, ownership: [{owner: q, share: 60%}, {owner: r, share: 50%}]}\n"},
    /* Single amounts. */
    {"currency-withdrawn", TRANSFER_REASON_UNDATED, OF("9 FRF")},
    {"currency-withdrawn", TRANSFER_REASON_VAGUE, OF("9 FRF") "    awarded: 2002\n"},
    {"currency-withdrawn", PASSES, OF("9 EUR")},
    {"currency-withdrawn", FAILS, OF("9 FRF") "    awarded: after 2002-03\n"},
    {"currency-mixed", TRANSFER_REASON_MISSING, OF("9 EUR")},
    {"currency-mixed", FAILS, OF("9 EUR") "    eligible_costs: 9 USD\n"},
    {"amount-negative", TRANSFER_REASON_MISSING, AGREEMENT},
    {"amount-negative", PASSES, OF("0 EUR")},
    {"amount-negative", FAILS, OF("less than 0 EUR")},
};

START_TEST(rules_apply_where_they_should)
{
    /* Each rule passes, fails, or says why it does not apply. */
    expect(cases[_i].rule, cases[_i].expected, cases[_i].text);
}
END_TEST

START_TEST(every_amount_is_looked_at)
{
    /* The rules of single amounts look at every type that has one, and at no other. */
    for (size_t i = 0; i < transfer_type_count(); i++) {
        transfer_type type = transfer_type_at(i);
        uint32_t bit = (uint32_t)1 << type;
        int amounts = 0, measures = 0;

        for (size_t j = 0; j < transfer_type_field_count(type); j++) {
            transfer_kind kind = transfer_field_kind(transfer_type_field_at(type, j));

            amounts += kind == TRANSFER_KIND_AMOUNT;
            measures += kind == TRANSFER_KIND_MEASURE;
        }
        ck_assert_int_eq((rule_amount_negative.types & bit) != 0, amounts > 0);
        ck_assert_int_eq((rule_currency_withdrawn.types & bit) != 0, amounts + measures > 0);
    }
}
END_TEST

/* ---- against other arithmetic ---- */

static uint64_t random_state = UINT64_C(0x9e3779b97f4a7c15);

static unsigned random_below(unsigned limit)
{
    random_state ^= random_state >> 12;
    random_state ^= random_state << 25;
    random_state ^= random_state >> 27;
    return (unsigned)(random_state * UINT64_C(2685821657736338717) >> 33) % limit;
}

/* Which of the agreements, a0, a1, ..., a rule reports. */
static void read_failures(const struct text *text, const char *rule, unsigned char *fails,
                          size_t count)
{
    transfer_report *report = check_text(text->bytes);

    memset(fails, 0, count);
    for (size_t i = 0; i < transfer_report_count(report); i++) {
        const transfer_diagnostic *diagnostic = transfer_report_at(report, i);
        size_t index;

        if (strcmp(transfer_diagnostic_rule(diagnostic), rule) != 0)
            continue;
        index = strtoul(transfer_diagnostic_record(diagnostic) + 1, NULL, 10);
        ck_assert_uint_lt(index, count);
        fails[index]++;
    }
    transfer_report_free(report);
}

START_TEST(shares_are_added_as_integers_are)
{
    /* Of random shares those sum to the whole that do so in parts of 12000; with "rest" among them
     * those fail that exceed it. */
    enum { LISTS = 4000, WHOLE = 12000 };
    static const unsigned denominators[] = {1, 2, 3, 4, 5, 6, 8, 12, 100, 1000};
    static unsigned char due[LISTS], fails[LISTS];
    struct text text = {0};
    size_t failures = 0;

    add(&text, "transfer: 1\nagreements:\n");
    for (size_t i = 0; i < LISTS; i++) {
        unsigned sum = 0, open = random_below(4) == 0, parts = 1 + random_below(4);

        add(&text, "  a%zu:\n    title: A\n    kind: licence\n    funders:\n", i);
        if (open)
            add(&text, "      - {unspecified: true, share: rest}\n");
        for (unsigned j = 0; j < parts; j++) {
            unsigned denominator = denominators[random_below(COUNT(denominators))];
            unsigned numerator = random_below(denominator + 1);

            /* Most lists are made whole, or nearly. */
            if (j == parts - 1 && sum < WHOLE && random_below(4)) {
                denominator = WHOLE;
                numerator = WHOLE - sum + (random_below(5) == 0) - (random_below(5) == 0);
            }
            sum += numerator * (WHOLE / denominator);
            if (denominator == 100 || denominator == 1000)
                add(&text, "      - {unspecified: true, share: %u.%u%%}\n",
                    numerator * 100 / denominator, numerator * (1000 / denominator) % 10);
            else
                add(&text, "      - {unspecified: true, share: %u/%u}\n", numerator, denominator);
        }
        due[i] = open ? sum > WHOLE : sum != WHOLE;
        failures += due[i];
    }
    read_failures(&text, "shares-sum", fails, LISTS);
    for (size_t i = 0; i < LISTS; i++)
        ck_assert_msg(due[i] == fails[i], "a%zu", i);
    ck_assert_uint_gt(failures, LISTS / 4);
    ck_assert_uint_lt(failures, LISTS * 3 / 4);
    free(text.bytes);
}
END_TEST

START_TEST(amounts_beside_shares_are_those_that_round)
{
    /* Of all amounts from nothing to a total, beside each percentage with no or one decimal, and
     * beside each twelfth, those pass that are the floor or the ceiling, or round to it. */
    static const unsigned totals[] = {0, 1, 7, 90};
    static unsigned char due[200000], fails[200000];
    struct text text = {0};
    size_t count = 0, failures = 0;

    add(&text, "transfer: 1\nagreements:\n");
    for (size_t i = 0; i < COUNT(totals); i++) {
        for (unsigned share = 0; share < 3 * 13; share++) {
            unsigned numerator = share % 13 * (share < 26 ? 7 : 1), form = share / 13;
            unsigned whole = form == 0 ? 100 : form == 1 ? 1000 : 12, total = totals[i];

            for (unsigned amount = 0; amount <= total; amount++) {
                unsigned floor = total * numerator / whole, up = total * numerator % whole != 0;
                /* All times 2 * whole * total. */
                long twice = 2 * (long)amount * whole;
                long middle = 2 * (long)numerator * total, half = total;

                due[count] = amount != floor && amount != floor + up;
                if (form < 2 && twice >= middle - half && twice <= middle + half)
                    due[count] = 0;
                add(&text, "  a%zu:\n    title: A\n    kind: grant\n    amount: %u JPY\n", count,
                    total);
                add(&text, "    funders:\n      - {unspecified: true, amount: %u JPY, share: ",
                    amount);
                if (form == 0)
                    add(&text, "%u%%}\n", numerator);
                else if (form == 1)
                    add(&text, "%u.%u%%}\n", numerator / 10, numerator % 10);
                else
                    add(&text, "%u/12}\n", numerator);
                add(&text, "      - {unspecified: true}\n");
                failures += due[count++];
            }
        }
    }
    read_failures(&text, "share-and-amount", fails, count);
    for (size_t i = 0; i < count; i++)
        ck_assert_msg(due[i] == fails[i], "a%zu", i);
    ck_assert_uint_gt(failures, count / 2);
    ck_assert_uint_lt(failures, count);
    free(text.bytes);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("amounts");
    TCase *tests = tcase_create("amounts");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_set_timeout(tests, 120);
    tcase_add_loop_test(tests, rules_apply_where_they_should, 0, (int)COUNT(cases));
    tcase_add_test(tests, every_amount_is_looked_at);
    tcase_add_test(tests, shares_are_added_as_integers_are);
    tcase_add_test(tests, amounts_beside_shares_are_those_that_round);
    suite_add_tcase(suite, tests);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
