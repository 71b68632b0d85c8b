/* Tests of the questions that a portfolio answers.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <transfer/transfer.h>

/* Partners and platforms of most tests. */
#define PEOPLE                                                                                     \
    "transfer: 1\n"                                                                                \
    "partners:\n"                                                                                  \
    "  a: {name: A, kind: state}\n"                                                                \
    "  b: {name: B, kind: regional_authority}\n"                                                   \
    "  c: {name: C, kind: research_organisation}\n"                                                \
    "  d: {name: D, kind: company}\n"                                                              \
    "platforms:\n"                                                                                 \
    "  p: {name: P, operator: c, programmes: [g]}\n"                                               \
    "  q: {name: Q, operator: c}\n"                                                                \
    "programmes:\n"                                                                                \
    "  g: {name: G, authorities: [a], partners: [d], period: 2013/2017}\n"                         \
    "projects:\n"                                                                                  \
    "  x: {title: X, platform: p, period: 2015, partners: [{partner: d}, {partner: c}]}\n"         \
    "  y: {title: Y, platform: q}\n"                                                               \
    "agreements:\n"

static transfer_portfolio *load(const char *text)
{
    transfer_portfolio *portfolio = transfer_portfolio_new();
    transfer_report *report = transfer_report_new();

    ck_assert_ptr_nonnull(portfolio);
    ck_assert_int_eq(
        transfer_portfolio_load_memory(portfolio, text, strlen(text), "test", NULL, 0, report),
        TRANSFER_OK);
    if (transfer_report_severity_count(report, TRANSFER_ERROR) > 0)
        ck_abort_msg("%s",
                     transfer_diagnostic_message(transfer_report_at(report, 0), TRANSFER_ENGLISH));
    transfer_report_free(report);
    return portfolio;
}

static transfer_date date_of(const char *text)
{
    transfer_date date;

    ck_assert_int_eq(transfer_date_parse(text, &date), TRANSFER_OK);
    return date;
}

__attribute__((format(printf, 3, 4))) static void append(char *text, size_t size,
                                                         const char *format, ...)
{
    size_t length = strlen(text);
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(text + length, size - length, format, arguments);
    va_end(arguments);
    ck_assert_uint_lt(strlen(text), size - 1);
}

static void append_record(char *text, size_t size, const transfer_answer *answer, size_t row,
                          transfer_role role)
{
    transfer_record *record = NULL;

    switch (transfer_answer_record(answer, row, role, &record)) {
    case TRANSFER_OK:
        append(text, size, "%s ",
               transfer_record_id(record) ? transfer_record_id(record)
                                          : transfer_type_name(transfer_record_type(record)));
        break;
    case TRANSFER_UNSET:
        append(text, size, "- ");
        break;
    default:
        break;
    }
}

static void append_amount(char *text, size_t size, transfer_status status,
                          const transfer_amount *amount)
{
    char spelling[TRANSFER_VALUE_SIZE] = "?";

    if (status == TRANSFER_OK)
        ck_assert_int_eq(transfer_amount_format(amount, spelling, sizeof spelling), TRANSFER_OK);
    else
        ck_assert_int_eq(status, TRANSFER_UNSET);
    append(text, size, "%s", spelling);
}

/* The rows of an answer as a text: records, year, committed, paid; frees the answer. */
static const char *rows_of(transfer_answer *answer)
{
    static char text[16384];

    text[0] = '\0';
    for (size_t row = 0; row < transfer_answer_count(answer); row++) {
        transfer_amount committed, paid;
        transfer_status status;
        int year;

        append_record(text, sizeof text, answer, row, TRANSFER_ROLE_NONE);
        append_record(text, sizeof text, answer, row, TRANSFER_ROLE_FUNDER);
        append_record(text, sizeof text, answer, row, TRANSFER_ROLE_BENEFICIARY);
        append_record(text, sizeof text, answer, row, TRANSFER_ROLE_AGREEMENT);
        status = transfer_answer_year(answer, row, &year);
        if (status == TRANSFER_OK)
            append(text, sizeof text, "%d ", year);
        else if (status == TRANSFER_UNSET)
            append(text, sizeof text, "undated ");
        status = transfer_answer_committed(answer, row, &committed);
        append_amount(text, sizeof text, status, &committed);
        append(text, sizeof text, " / ");
        status = transfer_answer_paid(answer, row, &paid);
        append_amount(text, sizeof text, status, &paid);
        append(text, sizeof text, "\n");
    }
    transfer_answer_free(answer);
    return text;
}

static const char *sum(const transfer_portfolio *portfolio, unsigned by, const char *as_of)
{
    transfer_answer *answer;
    transfer_date date;

    if (as_of)
        date = date_of(as_of);
    ck_assert_int_eq(transfer_portfolio_sum(portfolio, by, as_of ? &date : NULL, &answer),
                     TRANSFER_OK);
    return rows_of(answer);
}

/* The rows of a list: record or, of nested ones, its type; role; field. */
static const char *list_of(transfer_answer *answer)
{
    static char text[4096];

    text[0] = '\0';
    for (size_t row = 0; row < transfer_answer_count(answer); row++) {
        append_record(text, sizeof text, answer, row, TRANSFER_ROLE_NONE);
        if (transfer_answer_role(answer, row))
            append(text, sizeof text, "%d", (int)transfer_answer_role(answer, row));
        if (transfer_answer_key(answer, row))
            append(text, sizeof text, "%s", transfer_field_name(transfer_answer_key(answer, row)));
        append(text, sizeof text, "\n");
    }
    transfer_answer_free(answer);
    return text;
}

static const char *agreements_of(const transfer_portfolio *portfolio, const char *id,
                                 const char *as_of)
{
    transfer_answer *answer;
    transfer_date date;

    if (as_of)
        date = date_of(as_of);
    ck_assert_int_eq(
        transfer_platform_agreements(transfer_portfolio_find(portfolio, TRANSFER_TYPE_PLATFORM, id),
                                     as_of ? &date : NULL, &answer),
        TRANSFER_OK);
    return rows_of(answer);
}

/* Two funders in equal parts over three years each pay half, a third of it a year. */
START_TEST(sum_divides_equally)
{
    transfer_portfolio *portfolio =
        load(PEOPLE "  l: {title: L, kind: subsidy, amount: 30000000 EUR, period: 2014/2016,\n"
                    "      funders: [{partner: a, share: equal}, {partner: b, share: equal}],\n"
                    "      beneficiaries: [{platform: p}]}\n");

    ck_assert_str_eq(sum(portfolio, 0, NULL), "30000000 EUR / ?\n");
    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_FUNDER, NULL),
                     "a 15000000 EUR / ?\nb 15000000 EUR / ?\n");
    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_YEAR, NULL),
                     "2014 10000000 EUR / ?\n2015 10000000 EUR / ?\n2016 10000000 EUR / ?\n");
    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_FUNDER | TRANSFER_BY_YEAR, NULL),
                     "a 2014 5000000 EUR / ?\na 2015 5000000 EUR / ?\na 2016 5000000 EUR / ?\n"
                     "b 2014 5000000 EUR / ?\nb 2015 5000000 EUR / ?\nb 2016 5000000 EUR / ?\n");
    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_BENEFICIARY | TRANSFER_BY_AGREEMENT, NULL),
                     "p l 30000000 EUR / ?\n");
    transfer_portfolio_free(portfolio);
}
END_TEST

/* "rest" and "equal" take what amounts and shares leave, and the cents go to the first named. */
START_TEST(sum_takes_amounts_and_shares)
{
    transfer_portfolio *portfolio =
        load(PEOPLE "  k: {title: K, kind: grant, amount: 100 EUR,\n"
                    "      funders: [{partner: a, amount: 10 EUR}, {partner: b, share: 25%},\n"
                    "                {unspecified: true, share: rest}]}\n"
                    "  l: {title: L, kind: grant, amount: 100.01 EUR,\n"
                    "      funders: [{partner: a, amount: 10 EUR}, {partner: b, share: equal},\n"
                    "                {partner: c, share: equal}]}\n");

    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_AGREEMENT | TRANSFER_BY_FUNDER, NULL),
                     "a k 10 EUR / ?\na l 10 EUR / ?\nb k 25 EUR / ?\nb l 45.01 EUR / ?\n"
                     "c l 45 EUR / ?\n- k 65 EUR / ?\n");
    transfer_portfolio_free(portfolio);
}
END_TEST

/* Every month that a period touches counts one; an open period is undated. */
START_TEST(sum_counts_months)
{
    transfer_portfolio *portfolio =
        load(PEOPLE "  k: {title: K, kind: grant, amount: 14 EUR, period: 2014-11-30/2016-01-01,\n"
                    "      funders: [{partner: a}]}\n"
                    "  l: {title: L, kind: grant, amount: 100 EUR, period: 2014/..,\n"
                    "      funders: [{partner: a}]}\n"
                    "  m: {title: M, kind: grant, amount: 7 EUR, period: 2014-05-06/2014-05-07,\n"
                    "      funders: [{partner: a}]}\n");

    /* 15 months: 2, 12 and 1 of them. */
    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_YEAR | TRANSFER_BY_AGREEMENT, NULL),
                     "k 2014 1.87 EUR / ?\nk 2015 11.20 EUR / ?\nk 2016 0.93 EUR / ?\n"
                     "l undated 100 EUR / ?\nm 2014 7 EUR / ?\n");
    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_YEAR, NULL),
                     "2014 8.87 EUR / ?\n2015 11.20 EUR / ?\n2016 0.93 EUR / ?\n"
                     "undated 100 EUR / ?\n");
    transfer_portfolio_free(portfolio);
}
END_TEST

/* Instalments say when and who; what they leave is undated, and what was paid stands apart. */
START_TEST(sum_follows_instalments)
{
    transfer_portfolio *portfolio = load(
        PEOPLE "  l: {title: L, kind: grant, amount: 100 EUR, period: 2014/2016,\n"
               "      funders: [{partner: a, share: 50%}, {partner: b, share: 50%}],\n"
               "      beneficiaries: [{partner: c}],\n"
               "      instalments: [{due: 2014-06-30, amount: 20 EUR, paid: 2015-01-02},\n"
               "        {due: 2015, amount: 30 EUR, funder: a, paid: 2015, paid_amount: 29 EUR},\n"
               "        {due: 2016, amount: 10 EUR, funder: b}]}\n");

    /* a: 30 in 2015, and of the unnamed 20 in proportion to what is free of its part, 20 to 40. */
    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_FUNDER | TRANSFER_BY_YEAR, NULL),
                     "a 2014 6.67 EUR / ?\na 2015 30 EUR / 35.67 EUR\na undated 13.33 EUR / ?\n"
                     "b 2014 13.33 EUR / ?\nb 2015 ? / 13.33 EUR\nb 2016 10 EUR / ?\n"
                     "b undated 26.67 EUR / ?\n");
    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_FUNDER, NULL),
                     "a 50 EUR / 35.67 EUR\nb 50 EUR / 13.33 EUR\n");
    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_YEAR | TRANSFER_BY_BENEFICIARY, NULL),
                     "c 2014 20 EUR / ?\nc 2015 30 EUR / 49 EUR\nc 2016 10 EUR / ?\n"
                     "c undated 40 EUR / ?\n");
    /* On that day nothing had been paid yet. */
    ck_assert_str_eq(sum(portfolio, 0, "2014-12-31"), "100 EUR / ?\n");
    ck_assert_str_eq(sum(portfolio, 0, "2015-01-02"), "100 EUR / 49 EUR\n");
    transfer_portfolio_free(portfolio);
}
END_TEST

/* What is not known is not zero, and what is known beside it is a lower bound. */
START_TEST(sum_keeps_unknown_apart)
{
    transfer_portfolio *portfolio =
        load(PEOPLE "  k: {title: K, kind: grant, amount: 100 EUR,\n"
                    "      funders: [{partner: a, amount: 60 EUR}, {partner: b}]}\n"
                    "  l: {title: L, kind: grant, amount: 50 EUR, funders: [{partner: b}]}\n"
                    "  m: {title: M, kind: grant, amount: 20 EUR}\n"
                    "  n: {title: N, kind: licence, funders: [{partner: d}]}\n"
                    "  o: {title: O, kind: grant, amount: 0 EUR, funders: [{partner: d}]}\n");

    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_FUNDER | TRANSFER_BY_AGREEMENT, NULL),
                     "a k 60 EUR / ?\nb k ? / ?\nb l 50 EUR / ?\nd o 0 EUR / ?\n"
                     "- k 40 EUR / ?\n- m 20 EUR / ?\n");
    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_FUNDER, NULL),
                     "a 60 EUR / ?\nb at least 50 EUR / ?\nd 0 EUR / ?\n- 60 EUR / ?\n");
    ck_assert_str_eq(sum(portfolio, 0, NULL), "170 EUR / ?\n");
    transfer_portfolio_free(portfolio);
}
END_TEST

/* A qualified amount stays qualified, but only where it counts. */
START_TEST(sum_keeps_qualifiers)
{
    transfer_portfolio *portfolio =
        load(PEOPLE "  k: {title: K, kind: grant, amount: more than 20 EUR, period: 2014/2015,\n"
                    "      funders: [{partner: a, share: equal}, {partner: b, share: equal}]}\n"
                    "  l: {title: L, kind: grant, amount: 10 EUR, period: 2016,\n"
                    "      funders: [{partner: c}],\n"
                    "      beneficiaries: [{platform: p, amount: about 4 EUR},\n"
                    "                      {platform: q, share: rest}]}\n");

    ck_assert_str_eq(sum(portfolio, 0, NULL), "more than 30 EUR / ?\n");
    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_FUNDER, NULL),
                     "a more than 10 EUR / ?\nb more than 10 EUR / ?\nc 10 EUR / ?\n");
    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_YEAR, NULL),
                     "2014 more than 10 EUR / ?\n2015 more than 10 EUR / ?\n2016 10 EUR / ?\n");
    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_BENEFICIARY, NULL),
                     "p about 4 EUR / ?\nq 6 EUR / ?\n- more than 20 EUR / ?\n");
    transfer_portfolio_free(portfolio);
}
END_TEST

/* Each currency has rows of its own, and a part in another currency than the amount is kept. */
START_TEST(sum_separates_currencies)
{
    transfer_portfolio *portfolio =
        load(PEOPLE "  k: {title: K, kind: grant, amount: 10 EUR, funders: [{partner: a}]}\n"
                    "  l: {title: L, kind: grant, amount: 1000 JPY, funders: [{partner: a}]}\n"
                    "  m: {title: M, kind: grant, amount: 7 EUR,\n"
                    "      funders: [{partner: a, amount: 3 EUR}, {partner: b, amount: 5 USD}],\n"
                    "      beneficiaries: [{platform: p}]}\n");

    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_FUNDER, NULL),
                     "a 13 EUR / ?\na 1000 JPY / ?\nb 5 USD / ?\n- 4 EUR / ?\n");
    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_BENEFICIARY, NULL),
                     "p 7 EUR / ?\np 5 USD / ?\n- 10 EUR / ?\n- 1000 JPY / ?\n");
    transfer_portfolio_free(portfolio);
}
END_TEST

/* What is stated is never changed, even where it contradicts itself: the difference is nobody's. */
START_TEST(sum_survives_contradictions)
{
    transfer_portfolio *portfolio =
        load(PEOPLE "  k: {title: K, kind: grant, amount: 10 EUR,\n"
                    "      funders: [{partner: a, amount: 9 EUR}, {partner: b, amount: 8 EUR}],\n"
                    "      beneficiaries: [{platform: p, amount: 3 EUR}]}\n"
                    "  l: {title: L, kind: grant, amount: 10 EUR,\n"
                    "      funders: [{partner: c, share: 80%}, {partner: d, share: 70%},\n"
                    "                {partner: b, share: equal}, {partner: a, share: rest}]}\n"
                    "  m: {title: M, kind: grant, amount: 4 EUR, funders: [{partner: d}],\n"
                    "      instalments: [{due: 2014, amount: 5 EUR, funder: c}]}\n"
                    "  n: {title: N, kind: grant, amount: -4 EUR, funders: [{partner: d}]}\n");

    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_AGREEMENT | TRANSFER_BY_FUNDER, NULL),
                     "a k 9 EUR / ?\na l 0 EUR / ?\nb k 8 EUR / ?\nb l 0 EUR / ?\nc l 8 EUR / ?\n"
                     "c m 5 EUR / ?\nd l 7 EUR / ?\nd m 0 EUR / ?\n");
    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_AGREEMENT | TRANSFER_BY_BENEFICIARY, NULL),
                     "p k 3 EUR / ?\n- k 14 EUR / ?\n- l 15 EUR / ?\n- m 5 EUR / ?\n");
    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_AGREEMENT, NULL),
                     "k 17 EUR / ?\nl 15 EUR / ?\nm 5 EUR / ?\n");
    transfer_portfolio_free(portfolio);
}
END_TEST

/* A cheap, repeatable source of numbers below `limit`. */
static unsigned number_below(uint64_t *state, unsigned limit)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(*state >> 33) % limit;
}

/* The sum over all rows of the committed minor units, and of one group. */
static int64_t total(const transfer_portfolio *portfolio, unsigned by, transfer_role role,
                     const transfer_record *of)
{
    transfer_answer *answer;
    int64_t result = 0;

    ck_assert_int_eq(transfer_portfolio_sum(portfolio, by, NULL, &answer), TRANSFER_OK);
    for (size_t row = 0; row < transfer_answer_count(answer); row++) {
        transfer_record *record = NULL;
        transfer_amount amount;

        if (role)
            (void)transfer_answer_record(answer, row, role, &record);
        if (record == of && transfer_answer_committed(answer, row, &amount) == TRANSFER_OK)
            result += amount.minor;
    }
    transfer_answer_free(answer);
    return result;
}

static void append_parties(char *text, size_t size, uint64_t *state, const char *key)
{
    static const char *const shares[] = {"", ", share: equal", ", share: 1/3", ", share: 12.5%",
                                         ", amount: 3.33 EUR"};
    unsigned count = number_below(state, 4);

    append(text, size, ", %s: [", key);
    for (unsigned i = 0; i < count; i++)
        append(text, size, "%s{partner: %c%s}", i ? ", " : "", 'a' + (int)number_below(state, 4),
               shares[number_below(state, 5)]);
    append(text, size, "]");
}

static void append_instalments(char *text, size_t size, uint64_t *state)
{
    static const char *const parties[] = {"", ", funder: a", ", beneficiary: b",
                                          ", funder: c, beneficiary: d"};
    unsigned count = number_below(state, 4);

    append(text, size, ", instalments: [");
    for (unsigned i = 0; i < count; i++)
        append(text, size, "%s{due: %u, amount: %u.%02u EUR%s}", i ? ", " : "",
               2014 + number_below(state, 3), number_below(state, 9), number_below(state, 100),
               parties[number_below(state, 4)]);
    append(text, size, "]");
}

/* Whatever is grouped by, all rows sum to the same, and so do those of each party. */
START_TEST(sum_is_consistent)
{
    uint64_t state = (uint64_t)_i;

    for (int round = 0; round < 40; round++) {
        char text[4096] = PEOPLE;
        transfer_portfolio *portfolio;
        int64_t all;

        append(text, sizeof text, "  l: {title: L, kind: grant, amount: %u.%02u EUR",
               number_below(&state, 60), number_below(&state, 100));
        if (number_below(&state, 2))
            append(text, sizeof text, ", period: 2014-%02u/2016-%02u", number_below(&state, 12) + 1,
                   number_below(&state, 12) + 1);
        append_parties(text, sizeof text, &state, "funders");
        append_parties(text, sizeof text, &state, "beneficiaries");
        if (number_below(&state, 2))
            append_instalments(text, sizeof text, &state);
        append(text, sizeof text, "}\n");
        portfolio = load(text);
        all = total(portfolio, 0, TRANSFER_ROLE_NONE, NULL);
        for (unsigned by = 1; by < 16; by++)
            ck_assert_msg(total(portfolio, by, TRANSFER_ROLE_NONE, NULL) == all, "%s", text);
        for (size_t i = 0; i <= 4; i++) {
            const transfer_record *partner =
                transfer_portfolio_at(portfolio, TRANSFER_TYPE_PARTNER, i); /* last: NULL */
            int64_t pays = total(portfolio, TRANSFER_BY_FUNDER, TRANSFER_ROLE_FUNDER, partner);
            int64_t receives =
                total(portfolio, TRANSFER_BY_BENEFICIARY, TRANSFER_ROLE_BENEFICIARY, partner);

            ck_assert_msg(total(portfolio, 15, TRANSFER_ROLE_FUNDER, partner) == pays, "%s", text);
            ck_assert_msg(total(portfolio, 15, TRANSFER_ROLE_BENEFICIARY, partner) == receives,
                          "%s", text);
        }
        transfer_portfolio_free(portfolio);
    }
}
END_TEST

/* Of a chain of versions one counts: the last that was signed on the day. */
START_TEST(sum_counts_versions_once)
{
    transfer_portfolio *portfolio =
        load(PEOPLE "  k: {title: K, kind: grant, amount: 1 EUR, signed: 2014-01-01}\n"
                    "  m: {title: M, kind: grant, amount: 3 EUR, amends: l, signed: 2016-01-01}\n"
                    "  l: {title: L, kind: grant, amount: 2 EUR, amends: k, signed: 2015}\n"
                    "  n: {title: N, kind: grant, amount: 4 EUR, awarded: 2015-07-01}\n"
                    "  o: {title: O, kind: grant, amount: 5 EUR, amends: gone, period: 2014}\n");

    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_AGREEMENT, NULL),
                     "m 3 EUR / ?\nn 4 EUR / ?\no 5 EUR / ?\n");
    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_AGREEMENT, "2013"), "");
    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_AGREEMENT, "2014-06-01"),
                     "k 1 EUR / ?\no 5 EUR / ?\n");
    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_AGREEMENT, "2015-06-01"),
                     "l 2 EUR / ?\no 5 EUR / ?\n");
    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_AGREEMENT, "2016-01-01"),
                     "m 3 EUR / ?\nn 4 EUR / ?\no 5 EUR / ?\n");
    transfer_portfolio_free(portfolio);
}
END_TEST

/* Agreements that amend each other in a circle are counted once. */
START_TEST(sum_survives_cycles)
{
    transfer_portfolio *portfolio =
        load(PEOPLE "  k: {title: K, kind: grant, amount: 1 EUR, amends: m}\n"
                    "  l: {title: L, kind: grant, amount: 2 EUR, amends: k}\n"
                    "  m: {title: M, kind: grant, amount: 3 EUR, amends: l}\n"
                    "  n: {title: N, kind: grant, amount: 4 EUR, amends: n}\n");

    ck_assert_str_eq(sum(portfolio, TRANSFER_BY_AGREEMENT, NULL), "k 1 EUR / ?\nn 4 EUR / ?\n");
    transfer_portfolio_free(portfolio);
}
END_TEST

/* A sum that does not fit is an error, and a table out of all proportion is refused. */
START_TEST(sum_has_limits)
{
    transfer_portfolio *portfolio =
        load(PEOPLE "  k: {title: K, kind: grant, amount: 90000000000000000 EUR}\n"
                    "  l: {title: L, kind: grant, amount: 90000000000000000 EUR}\n");
    transfer_answer *answer = NULL;
    transfer_record *agreement = NULL, *nested;
    const transfer_date no_date = {0};
    transfer_amount amount;
    char id[16];

    ck_assert_int_eq(transfer_portfolio_sum(portfolio, 0, NULL, &answer), TRANSFER_OVERFLOW);
    ck_assert_int_eq(transfer_portfolio_sum(portfolio, 16, NULL, &answer), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_portfolio_sum(portfolio, 0, &no_date, &answer), TRANSFER_MISUSE);
    ck_assert_ptr_null(answer);
    transfer_portfolio_free(portfolio);

    portfolio = transfer_portfolio_new();
    ck_assert_int_eq(transfer_portfolio_add(portfolio, TRANSFER_TYPE_AGREEMENT, "big", &agreement),
                     TRANSFER_OK);
    ck_assert_int_eq(transfer_amount_parse("1000000 EUR", &amount), TRANSFER_OK);
    ck_assert_int_eq(transfer_record_set_amount(agreement, TRANSFER_AGREEMENT_AMOUNT, &amount),
                     TRANSFER_OK);
    for (int i = 0; i < 4000; i++) {
        transfer_record *partner;

        (void)snprintf(id, sizeof id, "p%d", i);
        ck_assert_int_eq(transfer_portfolio_add(portfolio, TRANSFER_TYPE_PARTNER, id, &partner),
                         TRANSFER_OK);
        ck_assert_int_eq(transfer_record_add_record(agreement, TRANSFER_AGREEMENT_FUNDERS, &nested),
                         TRANSFER_OK);
        ck_assert_int_eq(
            transfer_record_set_reference(nested, TRANSFER_CONTRIBUTION_PARTNER, partner),
            TRANSFER_OK);
        ck_assert_int_eq(transfer_record_parse_value(nested, TRANSFER_CONTRIBUTION_SHARE, "equal"),
                         TRANSFER_OK);
        ck_assert_int_eq(
            transfer_record_add_record(agreement, TRANSFER_AGREEMENT_BENEFICIARIES, &nested),
            TRANSFER_OK);
        ck_assert_int_eq(
            transfer_record_set_reference(nested, TRANSFER_ALLOCATION_PARTNER, partner),
            TRANSFER_OK);
        ck_assert_int_eq(transfer_record_parse_value(nested, TRANSFER_ALLOCATION_SHARE, "equal"),
                         TRANSFER_OK);
    }
    ck_assert_int_eq(transfer_portfolio_sum(portfolio, TRANSFER_BY_FUNDER | TRANSFER_BY_BENEFICIARY,
                                            NULL, &answer),
                     TRANSFER_LIMIT);
    ck_assert_str_eq(sum(portfolio, 0, NULL), "1000000 EUR / ?\n");
    ck_assert_int_eq(transfer_portfolio_sum(portfolio, TRANSFER_BY_FUNDER, NULL, &answer),
                     TRANSFER_OK);
    ck_assert_uint_eq(transfer_answer_count(answer), 4000);
    ck_assert_int_eq(transfer_answer_committed(answer, 3999, &amount), TRANSFER_OK);
    ck_assert_int_eq(amount.minor, 25000);
    transfer_answer_free(answer);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* Rows beyond the end, and roles or years that are not grouped by, are not found. */
START_TEST(answers_say_what_they_lack)
{
    transfer_portfolio *portfolio = load(
        PEOPLE "  k: {title: K, kind: grant, amount: 1 EUR, funders: [{unspecified: true}]}\n");
    transfer_record *record = NULL;
    transfer_amount amount;
    transfer_answer *answer;
    int year;

    ck_assert_int_eq(transfer_portfolio_sum(portfolio, TRANSFER_BY_FUNDER, NULL, &answer),
                     TRANSFER_OK);
    ck_assert_uint_eq(transfer_answer_count(answer), 1);
    ck_assert_int_eq(transfer_answer_record(answer, 0, TRANSFER_ROLE_FUNDER, &record),
                     TRANSFER_UNSET);
    ck_assert_int_eq(transfer_answer_record(answer, 0, TRANSFER_ROLE_BENEFICIARY, &record),
                     TRANSFER_NOT_FOUND);
    ck_assert_int_eq(transfer_answer_record(answer, 0, TRANSFER_ROLE_NONE, &record),
                     TRANSFER_NOT_FOUND);
    ck_assert_int_eq(transfer_answer_record(answer, 1, TRANSFER_ROLE_FUNDER, &record),
                     TRANSFER_NOT_FOUND);
    ck_assert_int_eq(transfer_answer_year(answer, 0, &year), TRANSFER_NOT_FOUND);
    ck_assert_int_eq(transfer_answer_committed(answer, 1, &amount), TRANSFER_NOT_FOUND);
    ck_assert_int_eq(transfer_answer_paid(answer, 0, &amount), TRANSFER_UNSET);
    ck_assert_int_eq(transfer_answer_paid(answer, 1, &amount), TRANSFER_NOT_FOUND);
    ck_assert_int_eq(transfer_answer_role(answer, 0), TRANSFER_ROLE_NONE);
    ck_assert_int_eq(transfer_answer_key(answer, 0), 0);
    ck_assert_ptr_null(record);
    transfer_answer_free(answer);
    transfer_answer_free(NULL);
    ck_assert_uint_eq(transfer_answer_count(NULL), 0);
    transfer_portfolio_free(portfolio);
}
END_TEST

static const char *referrers(const transfer_portfolio *portfolio, transfer_type type,
                             const char *id)
{
    transfer_answer *answer;

    ck_assert_int_eq(
        transfer_record_referrers(transfer_portfolio_find(portfolio, type, id), &answer),
        TRANSFER_OK);
    return list_of(answer);
}

/* Each record and field that refers stands once, in the order of the file, as long as it refers. */
START_TEST(referrers_are_found)
{
    transfer_portfolio *portfolio = load(
        PEOPLE "  l: {title: L, kind: grant, amount: 2 EUR,\n"
               "      funders: [{partner: a, share: 50%}, {partner: d, share: 50%}],\n"
               "      beneficiaries: [{platform: p}], instalments: [{amount: 1 EUR, funder: d}]}\n"
               "portfolio:\n"
               "  indicators: [{name: staff, value: 100, scope: [p, q, p]}]\n");
    transfer_record *agreement = transfer_portfolio_find(portfolio, TRANSFER_TYPE_AGREEMENT, "l");
    transfer_record *partner = transfer_portfolio_find(portfolio, TRANSFER_TYPE_PARTNER, "d");
    transfer_answer *answer;

    ck_assert_str_eq(referrers(portfolio, TRANSFER_TYPE_PLATFORM, "p"),
                     "indicator scope\nallocation platform\nx platform\n");
    ck_assert_str_eq(referrers(portfolio, TRANSFER_TYPE_PARTNER, "d"),
                     "g partners\ncontribution partner\ninstalment funder\n"
                     "participation partner\n");
    ck_assert_str_eq(referrers(portfolio, TRANSFER_TYPE_AGREEMENT, "l"), "");

    ck_assert_int_eq(transfer_record_remove_at(agreement, TRANSFER_AGREEMENT_FUNDERS, 1),
                     TRANSFER_OK);
    ck_assert_int_eq(transfer_record_rename(partner, "dd"), TRANSFER_OK);
    ck_assert_str_eq(referrers(portfolio, TRANSFER_TYPE_PARTNER, "dd"),
                     "g partners\ninstalment funder\nparticipation partner\n");
    ck_assert_int_eq(transfer_record_remove(agreement), TRANSFER_OK);
    ck_assert_str_eq(referrers(portfolio, TRANSFER_TYPE_PARTNER, "dd"),
                     "g partners\nparticipation partner\n");

    /* References dangle when it is removed, and to a new record of that id they point again. */
    ck_assert_int_eq(transfer_record_remove(partner), TRANSFER_OK);
    ck_assert_int_eq(transfer_record_referrers(partner, &answer), TRANSFER_OK);
    ck_assert_str_eq(list_of(answer), "");
    ck_assert_int_eq(transfer_portfolio_add(portfolio, TRANSFER_TYPE_PARTNER, "dd", &partner),
                     TRANSFER_OK);
    ck_assert_str_eq(referrers(portfolio, TRANSFER_TYPE_PARTNER, "dd"),
                     "g partners\nparticipation partner\n");
    ck_assert_int_eq(transfer_record_referrers(transfer_portfolio_record(portfolio), &answer),
                     TRANSFER_OK);
    ck_assert_str_eq(list_of(answer), "");
    ck_assert_int_eq(transfer_record_referrers(NULL, &answer), TRANSFER_MISUSE);
    transfer_portfolio_free(portfolio);
}
END_TEST

/* A platform's partners each stand once with their first role, in the order of the file. */
START_TEST(partners_of_a_platform)
{
    transfer_portfolio *portfolio =
        load(PEOPLE "  k: {title: K, kind: grant, amount: 2 EUR, funders: [{partner: a}],\n"
                    "      beneficiaries: [{platform: p}]}\n"
                    "  l: {title: L, kind: grant, amount: 2 EUR, funders: [{partner: b}],\n"
                    "      beneficiaries: [{partner: c}], project: y}\n");
    transfer_record *p = transfer_portfolio_find(portfolio, TRANSFER_TYPE_PLATFORM, "p");
    transfer_record *q = transfer_portfolio_find(portfolio, TRANSFER_TYPE_PLATFORM, "q");
    transfer_answer *answer;

    /* a: funder (6: else by the programme), c: operator, d: participant. */
    ck_assert_int_eq(transfer_platform_partners(p, &answer), TRANSFER_OK);
    ck_assert_str_eq(list_of(answer), "a 1\nc 4\nd 5\n");
    ck_assert_int_eq(transfer_platform_partners(q, &answer), TRANSFER_OK);
    ck_assert_str_eq(list_of(answer), "b 1\nc 4\n");
    ck_assert_int_eq(transfer_platform_partners(
                         transfer_portfolio_find(portfolio, TRANSFER_TYPE_PROJECT, "x"), &answer),
                     TRANSFER_MISUSE);
    ck_assert_int_eq(
        transfer_record_remove(transfer_portfolio_find(portfolio, TRANSFER_TYPE_AGREEMENT, "k")),
        TRANSFER_OK);
    ck_assert_int_eq(transfer_platform_partners(p, &answer), TRANSFER_OK);
    ck_assert_str_eq(list_of(answer), "a 6\nc 4\nd 5\n");
    transfer_portfolio_free(portfolio);
}
END_TEST

/* A platform receives what it is beneficiary of, and has contracted what is its projects'. */
START_TEST(agreements_of_a_platform)
{
    transfer_portfolio *portfolio = load(
        PEOPLE "  k: {title: K, kind: grant, amount: 9 EUR, signed: 2014,\n"
               "      beneficiaries: [{platform: p, amount: 2 EUR}, {platform: q, share: rest}]}\n"
               "  l: {title: L, kind: research_contract, amount: 5 EUR, project: x,\n"
               "      funders: [{partner: d}], beneficiaries: [{partner: c}],\n"
               "      instalments: [{due: 2015, amount: 5 EUR, paid: 2015-02-01}]}\n"
               "  m: {title: M, kind: grant, amount: 4 EUR,\n"
               "      beneficiaries: [{project: x, share: 25%}, {platform: p, share: 25%},\n"
               "                      {project: y, share: 50%}]}\n"
               "  n: {title: N, kind: licence, project: x}\n"
               "  o: {title: O, kind: grant, amount: 8 EUR, amends: k, signed: 2016,\n"
               "      beneficiaries: [{platform: q}]}\n");
    transfer_answer *answer;

    ck_assert_str_eq(agreements_of(portfolio, "p", NULL),
                     "l 5 EUR / 5 EUR\nm 1 EUR / ?\nm 1 EUR / ?\nn ? / ?\n");
    ck_assert_str_eq(agreements_of(portfolio, "p", "2015-01-01"),
                     "k 2 EUR / ?\nl 5 EUR / ?\nm 1 EUR / ?\nm 1 EUR / ?\nn ? / ?\n");
    ck_assert_str_eq(agreements_of(portfolio, "q", NULL), "m 2 EUR / ?\no 8 EUR / ?\n");
    ck_assert_int_eq(
        transfer_platform_agreements(
            transfer_portfolio_find(portfolio, TRANSFER_TYPE_PLATFORM, "p"), NULL, &answer),
        TRANSFER_OK);
    ck_assert_str_eq(list_of(answer), "l 8\nm 7\nm 8\nn 8\n");
    transfer_portfolio_free(portfolio);
}
END_TEST

static const char *in_force(const transfer_portfolio *portfolio, const char *day)
{
    transfer_date date = date_of(day);
    transfer_answer *answer;

    ck_assert_int_eq(transfer_portfolio_in_force(portfolio, &date, &answer), TRANSFER_OK);
    return list_of(answer);
}

/* In force is what has begun, is not over and is not replaced; what is not known is possible. */
START_TEST(in_force_on_a_day)
{
    transfer_portfolio *portfolio =
        load(PEOPLE "  k: {title: K, kind: grant, amount: 1 EUR, period: 2014/2016}\n"
                    "  l: {title: L, kind: grant, amount: 1 EUR, signed: 2015, amends: k,\n"
                    "      period: 2014/2018}\n"
                    "  m: {title: M, kind: grant, amount: 1 EUR, period: 2014~/..}\n");
    transfer_answer *answer;

    ck_assert_str_eq(in_force(portfolio, "2014-06-01"), "g 9\nk 9\nm 10\ny 10\n");
    ck_assert_str_eq(in_force(portfolio, "2015-06-01"), "g 9\nk 10\nl 10\nm 10\nx 9\ny 10\n");
    ck_assert_str_eq(in_force(portfolio, "2016-06-01"), "g 9\nl 9\nm 10\ny 10\n");
    ck_assert_str_eq(in_force(portfolio, "2019"), "m 10\ny 10\n");
    ck_assert_int_eq(transfer_portfolio_in_force(portfolio, NULL, &answer), TRANSFER_MISUSE);
    transfer_portfolio_free(portfolio);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("query");
    TCase *sums = tcase_create("sums"), *links = tcase_create("links");
    SRunner *runner;
    int failed;

    tcase_add_test(sums, sum_divides_equally);
    tcase_add_test(sums, sum_takes_amounts_and_shares);
    tcase_add_test(sums, sum_counts_months);
    tcase_add_test(sums, sum_follows_instalments);
    tcase_add_test(sums, sum_keeps_unknown_apart);
    tcase_add_test(sums, sum_keeps_qualifiers);
    tcase_add_test(sums, sum_separates_currencies);
    tcase_add_test(sums, sum_survives_contradictions);
    tcase_add_loop_test(sums, sum_is_consistent, 0, 10);
    tcase_add_test(sums, sum_counts_versions_once);
    tcase_add_test(sums, sum_survives_cycles);
    tcase_add_test(sums, sum_has_limits);
    tcase_add_test(sums, answers_say_what_they_lack);
    tcase_add_test(links, referrers_are_found);
    tcase_add_test(links, partners_of_a_platform);
    tcase_add_test(links, agreements_of_a_platform);
    tcase_add_test(links, in_force_on_a_day);
    suite_add_tcase(suite, sums);
    suite_add_tcase(suite, links);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
