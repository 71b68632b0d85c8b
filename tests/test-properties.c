/* The rules on random portfolios: what is right gives nothing, and a defect what its rule says.
 *
 * SPDX-License-Identifier: MIT
 *
 * TRANSFER_TEST_SEED and TRANSFER_TEST_COUNT give other seeds and more of them; see "make
 * properties".
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <transfer/transfer.h>

#include "defects.h"
#include "generated.h"
#include "rule.h"

enum { DEFAULT_COUNT = 250, DEFECT_COUNT = 10, SHORT_COUNT = 2, TEXT_SIZE = 8192 };

static uint64_t first_seed = 1, seed_count = DEFAULT_COUNT, defect_seed_count = DEFECT_COUNT;
static transfer_ruleset *all_rules; /* those that are off by default too */

/* ---- checking ---- */

/* What is wrong, as text; NULL: nothing. */
static char *complaints(const transfer_report *report, const transfer_portfolio *portfolio)
{
    char *text, *yaml;

    if (transfer_report_count(report) == 0)
        return NULL;
    ck_assert_int_eq(transfer_report_render_memory(report, TRANSFER_FORMAT_TEXT, TRANSFER_ENGLISH,
                                                   0, &text, NULL),
                     TRANSFER_OK);
    if (getenv("TRANSFER_TEST_SHOW") &&
        transfer_portfolio_save_memory(portfolio, TRANSFER_ALL_FILES, 0, &yaml, NULL) ==
            TRANSFER_OK) {
        fputs(yaml, stderr);
        transfer_text_free(yaml);
    }
    return text;
}

static transfer_report *validate(const transfer_portfolio *portfolio, const transfer_date *as_of)
{
    transfer_report *report = transfer_report_new();

    ck_assert_ptr_nonnull(report);
    ck_assert_int_eq(transfer_portfolio_validate(portfolio, all_rules, as_of, report),
                     TRANSFER_OK);
    return report;
}

/* Returns the report, which has no diagnostics. */
static transfer_report *assert_nothing(const transfer_portfolio *portfolio,
                                       const transfer_date *as_of, uint64_t seed)
{
    transfer_report *report = validate(portfolio, as_of);
    char *text = complaints(report, portfolio);

    ck_assert_msg(!text, "seed %llu: %s", (unsigned long long)seed, text);
    return report;
}

/* Adds a name to a list of them. */
static void list(char text[TEXT_SIZE], const char *name)
{
    size_t used = strlen(text);

    snprintf(text + used, TEXT_SIZE - used, " %s", name);
}

/* ---- what is right ---- */

/* Saved and loaded again, so that there are places. */
static transfer_portfolio *reload(const transfer_portfolio *portfolio)
{
    transfer_portfolio *copy = transfer_portfolio_new();
    transfer_report *report = transfer_report_new();
    char *yaml, *text;
    size_t size;

    ck_assert(copy && report);
    ck_assert_int_eq(
        transfer_portfolio_save_memory(portfolio, TRANSFER_ALL_FILES, 0, &yaml, &size),
        TRANSFER_OK);
    ck_assert_int_eq(
        transfer_portfolio_load_memory(copy, yaml, size, "generated.yaml", all_rules, 0, report),
        TRANSFER_OK);
    text = complaints(report, copy);
    ck_assert_msg(!text, "%s", text);
    transfer_report_free(report);
    transfer_text_free(yaml);
    return copy;
}

/* How many records of all portfolios each rule said of that it is kept. */
static void count_passed(size_t passed[RULE_COUNT], const transfer_report *report)
{
    for (size_t i = 0; i < RULE_COUNT; i++)
        passed[i] += transfer_report_outcome_count(report, rule_table[i]->name, TRANSFER_PASSED);
}

/* Every rule says of some that they keep it: none is silent for want of something to look at. */
static void assert_all_looked(const size_t passed[RULE_COUNT])
{
    char missing[TEXT_SIZE] = "";

    for (size_t i = 0; i < RULE_COUNT; i++)
        if (rule_table[i]->check && rule_table[i] != &rule_exception_unused && passed[i] == 0)
            list(missing, rule_table[i]->name);
    ck_assert_msg(missing[0] == '\0', "never passed:%s", missing);
}

START_TEST(what_is_right_gives_nothing)
{
    size_t passed[RULE_COUNT] = {0};

    for (uint64_t seed = first_seed; seed < first_seed + seed_count; seed++) {
        transfer_portfolio *portfolio = generated_portfolio(seed), *copy = reload(portfolio);
        transfer_date day = generated_day(seed);
        transfer_report *report = assert_nothing(portfolio, &day, seed);

        count_passed(passed, report);
        transfer_report_free(report);
        transfer_report_free(assert_nothing(portfolio, NULL, seed));
        transfer_report_free(assert_nothing(copy, &day, seed));
        transfer_portfolio_free(portfolio);
        transfer_portfolio_free(copy);
    }
    if (seed_count >= DEFAULT_COUNT)
        assert_all_looked(passed);
}
END_TEST

/* ---- defects ---- */

/* Whether something is said, and all that is said is of the rule. */
static int says_rule_alone(const transfer_report *report, const char *rule)
{
    for (size_t i = 0; i < transfer_report_count(report); i++)
        if (strcmp(transfer_diagnostic_rule(transfer_report_at(report, i)), rule) != 0)
            return 0;
    return transfer_report_count(report) > 0;
}

/* The places that diagnostics name, whatever their order; and how many there are. */
static uint64_t places(const transfer_report *report, int with_pointers)
{
    uint64_t sum = 0;

    for (size_t i = 0; i < transfer_report_count(report); i++) {
        const transfer_diagnostic *diagnostic = transfer_report_at(report, i);
        const char *texts[] = {transfer_diagnostic_rule(diagnostic),
                               with_pointers ? transfer_diagnostic_record(diagnostic) : "",
                               with_pointers ? transfer_diagnostic_pointer(diagnostic) : ""};
        uint64_t hash = 14695981039346656037u;

        for (size_t j = 0; j < 3; j++)
            for (const char *at = texts[j] ? texts[j] : ""; *at; at++)
                hash = (hash ^ (unsigned char)*at) * 1099511628211u;
        sum += hash;
    }
    return sum;
}

static void assert_same_in_any_order(const struct defect *defect, const struct seeded *seeded,
                                     const transfer_report *report, uint64_t seed)
{
    transfer_portfolio *copy = generated_shuffle(defect->generator.portfolio, seed);
    transfer_report *other = validate(copy, &defect->today);

    ck_assert_msg(places(report, !seeded->is_of_pair) == places(other, !seeded->is_of_pair),
                  "%s, seed %llu: %s\nin another order: %s", seeded->rule,
                  (unsigned long long)seed, complaints(report, copy), complaints(other, copy));
    transfer_report_free(other);
    transfer_portfolio_free(copy);
}

/* Returns whether the portfolio had something that suits. */
static int try_defect(transfer_portfolio *portfolio, const struct seeded *seeded, uint64_t seed,
                      const transfer_date *day)
{
    struct defect defect;
    transfer_report *report;
    int is_made;

    defect_begin(&defect, portfolio, seed, day);
    is_made = seeded->make(&defect);
    if (is_made) {
        report = validate(portfolio, day);
        ck_assert_msg(says_rule_alone(report, seeded->rule), "%s, seed %llu: %s", seeded->rule,
                      (unsigned long long)seed, complaints(report, portfolio));
        if (seed % 4 == 0)
            assert_same_in_any_order(&defect, seeded, report, seed);
        transfer_report_free(report);
        if (!seeded->needs_day) {
            report = validate(portfolio, NULL);
            ck_assert_msg(says_rule_alone(report, seeded->rule), "%s, seed %llu, no day: %s",
                          seeded->rule, (unsigned long long)seed, complaints(report, portfolio));
            transfer_report_free(report);
        }
    }
    defect_undo(&defect);
    if (is_made)
        transfer_report_free(assert_nothing(portfolio, day, seed));
    return is_made;
}

START_TEST(a_defect_gives_its_rule)
{
    unsigned *made = calloc(seeded_count, sizeof *made);
    char missing[TEXT_SIZE] = "";

    ck_assert_ptr_nonnull(made);
    for (uint64_t seed = first_seed; seed < first_seed + defect_seed_count; seed++) {
        transfer_portfolio *portfolio = generated_portfolio(seed);
        transfer_date day = generated_day(seed);

        for (size_t i = 0; i < seeded_count; i++)
            made[i] += (unsigned)try_defect(portfolio, &seeded_defects[i], seed, &day);
        transfer_portfolio_free(portfolio);
    }
    for (size_t i = 0; i < seeded_count && defect_seed_count >= DEFECT_COUNT; i++)
        if (made[i] == 0)
            list(missing, seeded_defects[i].rule);
    ck_assert_msg(missing[0] == '\0', "nothing suits:%s", missing);
    free(made);
}
END_TEST

/* Whoever adds a rule adds a defect that it finds. */
START_TEST(every_rule_has_a_defect)
{
    char missing[TEXT_SIZE] = "", unknown[TEXT_SIZE] = "";

    for (size_t i = 0; i < RULE_COUNT; i++) {
        int is_seeded = rule_table[i]->check == NULL;

        for (size_t j = 0; j < seeded_count && !is_seeded; j++)
            is_seeded = strcmp(seeded_defects[j].rule, rule_table[i]->name) == 0;
        if (!is_seeded)
            list(missing, rule_table[i]->name);
    }
    for (size_t j = 0; j < seeded_count; j++)
        if (!transfer_rule_find(seeded_defects[j].rule))
            list(unknown, seeded_defects[j].rule);
    ck_assert_msg(missing[0] == '\0', "rules without a defect:%s", missing);
    ck_assert_msg(unknown[0] == '\0', "defects without a rule:%s", unknown);
}
END_TEST

/* ---- next to nothing ---- */

START_TEST(an_empty_portfolio_gives_nothing)
{
    transfer_portfolio *portfolio = transfer_portfolio_new();
    transfer_date day = generated_day(1);

    ck_assert_ptr_nonnull(portfolio);
    transfer_report_free(assert_nothing(portfolio, NULL, 0));
    transfer_report_free(assert_nothing(portfolio, &day, 0));
    transfer_portfolio_free(portfolio);
}
END_TEST

static transfer_record *record_of(transfer_portfolio *portfolio, transfer_type type);

/* A value for each required field; references lead to a record of their type. */
static void fill_required(transfer_portfolio *portfolio, transfer_record *record, int first_choice)
{
    transfer_type type = transfer_record_type(record);

    for (size_t i = 0; i < transfer_type_field_count(type); i++) {
        transfer_key key = transfer_type_field_at(type, i);

        if (!transfer_field_is_required(key))
            continue;
        switch (transfer_field_kind(key)) {
        case TRANSFER_KIND_TEXT:
            set(record, key, key == TRANSFER_EXCEPTION_RULE ? "acme/rule" : "Texte");
            break;
        case TRANSFER_KIND_CHOICE:
            ck_assert_int_eq(transfer_record_set_choice(record, key, first_choice), TRANSFER_OK);
            break;
        case TRANSFER_KIND_REFERENCE:
            ck_assert_int_eq(transfer_record_set_reference(
                                 record, key, record_of(portfolio, transfer_field_target(key))),
                             TRANSFER_OK);
            break;
        case TRANSFER_KIND_DATE:
            set(record, key, "2013-12-05");
            break;
        case TRANSFER_KIND_INTEGER:
            set(record, key, "2013");
            break;
        case TRANSFER_KIND_SHARE:
            set(record, key, "50%%");
            break;
        default:
            set(record, key, "100 EUR");
        }
    }
}

/* The one record of a type, made where it is not there yet. */
static transfer_record *record_of(transfer_portfolio *portfolio, transfer_type type)
{
    transfer_record *record = transfer_portfolio_find(portfolio, type, "seul");

    if (record)
        return record;
    ck_assert_int_eq(transfer_portfolio_add(portfolio, type, "seul", &record), TRANSFER_OK);
    /* Kinds that ask for something more are not the first of their lists but for the company, of
     * which no country is known. */
    fill_required(portfolio, record, 1);
    return record;
}

static void add_all_nested(transfer_portfolio *portfolio, transfer_record *record)
{
    transfer_type type = transfer_record_type(record);
    transfer_record *nested;

    for (size_t i = 0; i < transfer_type_field_count(type); i++) {
        transfer_key key = transfer_type_field_at(type, i);

        if (transfer_field_kind(key) != TRANSFER_KIND_RECORD)
            continue;
        ck_assert_int_eq(transfer_record_add_record(record, key, &nested), TRANSFER_OK);
        fill_required(portfolio, nested, 1);
        if (transfer_field_target(key) == TRANSFER_TYPE_CONTRIBUTION)
            set(nested, TRANSFER_CONTRIBUTION_UNSPECIFIED, "true");
        if (transfer_field_target(key) == TRANSFER_TYPE_ALLOCATION)
            ck_assert_int_eq(transfer_record_set_reference(
                                 nested, TRANSFER_ALLOCATION_PROJECT,
                                 record_of(portfolio, TRANSFER_TYPE_PROJECT)),
                             TRANSFER_OK);
        add_all_nested(portfolio, nested);
    }
}

START_TEST(required_fields_alone_give_nothing)
{
    transfer_portfolio *portfolio = transfer_portfolio_new();
    transfer_date day = generated_day(1);

    ck_assert_ptr_nonnull(portfolio);
    for (size_t i = 1; i < transfer_type_count(); i++)
        if (transfer_type_section(transfer_type_at(i)))
            add_all_nested(portfolio, record_of(portfolio, transfer_type_at(i)));
    set(record_of(portfolio, TRANSFER_TYPE_AGREEMENT), TRANSFER_AGREEMENT_AMOUNT, "100 EUR");
    transfer_report_free(assert_nothing(portfolio, NULL, 0));
    transfer_report_free(assert_nothing(portfolio, &day, 0));
    transfer_portfolio_free(portfolio);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("properties");
    TCase *right = tcase_create("right"), *wrong = tcase_create("wrong");
    const char *seed = getenv("TRANSFER_TEST_SEED"), *count = getenv("TRANSFER_TEST_COUNT");
    SRunner *runner;
    int failed;

    if (seed)
        first_seed = strtoull(seed, NULL, 10);
    if (count)
        seed_count = defect_seed_count = strtoull(count, NULL, 10);
    else if (getenv("TRANSFER_TEST_SHORT"))
        seed_count = defect_seed_count = SHORT_COUNT;
    all_rules = transfer_ruleset_new();
    for (size_t i = 0; i < transfer_rule_count(); i++)
        if (transfer_rule_severity(transfer_rule_at(i)) == TRANSFER_OFF)
            transfer_ruleset_set_severity(all_rules, transfer_rule_name(transfer_rule_at(i)),
                                          TRANSFER_NOTE);
    tcase_set_timeout(right, 0);
    tcase_add_test(right, what_is_right_gives_nothing);
    tcase_add_test(right, an_empty_portfolio_gives_nothing);
    tcase_add_test(right, required_fields_alone_give_nothing);
    suite_add_tcase(suite, right);
    tcase_set_timeout(wrong, 0);
    tcase_add_test(wrong, every_rule_has_a_defect);
    tcase_add_test(wrong, a_defect_gives_its_rule);
    suite_add_tcase(suite, wrong);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    transfer_ruleset_free(all_rules);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
