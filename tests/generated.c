/* Random portfolios in which everything is right.
 *
 * SPDX-License-Identifier: MIT
 */
#include "generated.h"

#include <check.h>
#include <stdlib.h>

#include "generator.h"

/* Whatever is first asked of a seed. */
static int some_today(struct random *random)
{
    int first = day_of(2009, 1, 1);

    return first + (int)random_below(random, day_of(2027, 12, 31) - first);
}

transfer_date generated_day(uint64_t seed)
{
    struct random random = {seed};
    int today = some_today(&random);

    return date_of(today);
}

static void describe(struct generator *generator)
{
    static const transfer_key texts[] = {
        TRANSFER_PORTFOLIO_PUBLISHER, TRANSFER_PORTFOLIO_DATA_LICENCE, TRANSFER_PORTFOLIO_SOURCE,
        TRANSFER_PORTFOLIO_NOTE, 0,
    };
    transfer_record *record = transfer_portfolio_record(generator->portfolio);

    if (CHANCE(generator, 80))
        set(record, TRANSFER_PORTFOLIO_TITLE, "Portefeuille");
    if (CHANCE(generator, 50))
        set(record, TRANSFER_PORTFOLIO_PUBLISHED, "2013-12-05");
    decorate(generator, record, texts);
}

/* Every partner is there for something. */
static void use_all(struct generator *generator)
{
    for (size_t i = 0; i < generator->party_count; i++) {
        const transfer_record *partner = generator->parties[i].record;
        transfer_answer *referrers;

        ck_assert_int_eq(transfer_record_referrers(partner, &referrers), TRANSFER_OK);
        if (transfer_answer_count(referrers) == 0)
            ck_assert_int_eq(transfer_record_add_reference(generator->programmes[0].record,
                                                           TRANSFER_PROGRAMME_PARTNERS, partner),
                             TRANSFER_OK);
        transfer_answer_free(referrers);
    }
}

transfer_portfolio *generated_portfolio(uint64_t seed)
{
    struct generator *generator = calloc(1, sizeof *generator);
    transfer_portfolio *portfolio = transfer_portfolio_new();

    ck_assert(generator && portfolio);
    generator->random.state = seed;
    generator->portfolio = portfolio;
    generator->today = some_today(&generator->random);
    make_partners(generator);
    make_programmes(generator);
    make_platforms(generator);
    make_projects(generator);
    make_results(generator);
    make_agreements(generator);
    make_aid(generator);
    describe(generator);
    use_all(generator);
    free(generator);
    return portfolio;
}

/* ---- the same in another order ---- */

static void copy_record(const transfer_record *from, transfer_record *to);

static void copy_item(const transfer_record *from, transfer_record *to, transfer_key key,
                      size_t index)
{
    transfer_record *nested, *copy;
    char *text;

    if (transfer_field_kind(key) == TRANSFER_KIND_RECORD) {
        ck_assert_int_eq(transfer_record_record_at(from, key, index, &nested), TRANSFER_OK);
        ck_assert_int_eq(transfer_record_add_record(to, key, &copy), TRANSFER_OK);
        copy_record(nested, copy);
        return;
    }
    ck_assert_int_eq(transfer_record_format_value(from, key, index, &text), TRANSFER_OK);
    if (!transfer_field_is_list(key))
        ck_assert_int_eq(transfer_record_parse_value(to, key, text), TRANSFER_OK);
    else if (transfer_field_kind(key) == TRANSFER_KIND_REFERENCE)
        ck_assert_int_eq(transfer_record_add_reference_id(to, key, text), TRANSFER_OK);
    else
        ck_assert_int_eq(transfer_record_add_text(to, key, text), TRANSFER_OK);
    transfer_text_free(text);
}

static void copy_record(const transfer_record *from, transfer_record *to)
{
    transfer_type type = transfer_record_type(from);

    for (size_t i = 0; i < transfer_type_field_count(type); i++) {
        transfer_key key = transfer_type_field_at(type, i);
        size_t count = (size_t)transfer_record_has(from, key);

        if (count && transfer_field_is_list(key))
            ck_assert_int_eq(transfer_record_count(from, key, &count), TRANSFER_OK);
        for (size_t j = 0; j < count; j++)
            copy_item(from, to, key, j);
    }
}

/* All records that have ids, in any order; free it. */
static const transfer_record **shuffled_records(const transfer_portfolio *portfolio,
                                                struct random *random, size_t *count)
{
    const transfer_record **records;
    size_t total = 0, at = 0;

    for (size_t i = 1; i < transfer_type_count(); i++)
        total += transfer_portfolio_count(portfolio, transfer_type_at(i));
    records = calloc(total + 1, sizeof *records);
    ck_assert_ptr_nonnull(records);
    for (size_t i = 1; i < transfer_type_count(); i++)
        for (size_t j = 0; j < transfer_portfolio_count(portfolio, transfer_type_at(i)); j++) {
            size_t other = (size_t)random_below(random, (int64_t)at + 1);

            records[at++] = records[other];
            records[other] = transfer_portfolio_at(portfolio, transfer_type_at(i), j);
        }
    *count = total;
    return records;
}

transfer_portfolio *generated_shuffle(const transfer_portfolio *portfolio, uint64_t seed)
{
    struct random random = {seed};
    transfer_portfolio *copy = transfer_portfolio_new();
    const transfer_record **records;
    transfer_record *record;
    size_t count;

    ck_assert_ptr_nonnull(copy);
    records = shuffled_records(portfolio, &random, &count);
    copy_record(transfer_portfolio_record(portfolio), transfer_portfolio_record(copy));
    for (size_t i = 0; i < count; i++) {
        ck_assert_int_eq(transfer_portfolio_add(copy, transfer_record_type(records[i]),
                                                transfer_record_id(records[i]), &record),
                         TRANSFER_OK);
        copy_record(records[i], record);
    }
    free(records);
    return copy;
}
