/* NULL where a function needs something: TRANSFER_MISUSE, 0 or NULL, and never a crash.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <transfer/transfer.h>

enum { NAME_MAX_LENGTH = 127, NAMES_MAX = 512 };

/* The functions that were called with NULL. */
static const char *called[NAMES_MAX];
static size_t called_count;

static void note(const char *name)
{
    if (called_count > 0 && strcmp(called[called_count - 1], name) == 0)
        return;
    ck_assert_uint_lt(called_count, NAMES_MAX);
    called[called_count++] = name;
}

/* Calls of functions that return a status, of others that return something, and of those that
 * return nothing. */
#define MISUSE(function, ...)                                                                      \
    do {                                                                                           \
        note(#function);                                                                           \
        ck_assert_msg(function(__VA_ARGS__) == TRANSFER_MISUSE, "%s(%s)", #function,               \
                      #__VA_ARGS__);                                                               \
    } while (0)
#define ZERO(function, ...)                                                                        \
    do {                                                                                           \
        note(#function);                                                                           \
        ck_assert_msg(!function(__VA_ARGS__), "%s(%s)", #function, #__VA_ARGS__);                  \
    } while (0)
#define NOTHING(function, ...)                                                                     \
    do {                                                                                           \
        note(#function);                                                                           \
        function(__VA_ARGS__);                                                                     \
    } while (0)

/* What a call gets beside NULL. */
static transfer_portfolio *portfolio;
static transfer_record *partner, *platform, *agreement, *record;
static transfer_report *report;
static transfer_ruleset *ruleset;
static transfer_answer *referrers, *answer;
static transfer_calculation *calculation;
static transfer_column *column;
static const transfer_key key = TRANSFER_PARTNER_NAME;
static transfer_date date, first, last;
static transfer_period period;
static transfer_amount amount;
static transfer_quantity quantity;
static transfer_share share;
static transfer_severity severity;
static int64_t integer, weight = 1;
static uint64_t begin, end;
static size_t size;
static int number;
static char buffer[TRANSFER_VALUE_SIZE];
static const char *text;
static char *taken;

static int read_nothing(void *user, char *data, size_t room, size_t *length)
{
    (void)user, (void)data, (void)room;
    *length = 0;
    return 0;
}

static int write_nothing(void *user, const char *data, size_t length)
{
    (void)user, (void)data, (void)length;
    return 0;
}

static int pass_it(void *user, const transfer_record *looked_at, transfer_check *check)
{
    (void)user, (void)looked_at, (void)check;
    return 0;
}

static void setup(void)
{
    portfolio = transfer_portfolio_new();
    report = transfer_report_new();
    ruleset = transfer_ruleset_new();
    ck_assert(portfolio && report && ruleset);
    ck_assert_int_eq(transfer_portfolio_add(portfolio, TRANSFER_TYPE_PARTNER, "a", &partner), 0);
    ck_assert_int_eq(transfer_portfolio_add(portfolio, TRANSFER_TYPE_PLATFORM, "p", &platform), 0);
    ck_assert_int_eq(transfer_portfolio_add(portfolio, TRANSFER_TYPE_AGREEMENT, "k", &agreement),
                     0);
    ck_assert_int_eq(transfer_record_set_reference(platform, TRANSFER_PLATFORM_OPERATOR, partner),
                     0);
    ck_assert_int_eq(transfer_record_referrers(partner, &referrers), 0);
    ck_assert_uint_eq(transfer_answer_count(referrers), 1);
    ck_assert_int_eq(transfer_date_parse("2013", &date), 0);
    ck_assert_int_eq(transfer_period_parse("2013/2014", &period), 0);
    ck_assert_int_eq(transfer_amount_parse("1 EUR", &amount), 0);
    ck_assert_int_eq(transfer_quantity_parse("1", &quantity), 0);
    ck_assert_int_eq(transfer_share_parse("1/2", &share), 0);
}

/* No call changed anything, and none wrote anything. */
static void teardown(void)
{
    ck_assert_uint_eq(transfer_portfolio_count(portfolio, TRANSFER_TYPE_PARTNER), 1);
    ck_assert_str_eq(transfer_record_id(partner), "a");
    ck_assert_int_eq(transfer_record_has(partner, key), 0);
    ck_assert_uint_eq(transfer_record_extra_count(partner), 0);
    ck_assert_uint_eq(transfer_report_count(report), 0);
    ck_assert(!record && !answer && !text && !taken && !begin && !end && !size && !number);
    transfer_answer_free(referrers);
    transfer_ruleset_free(ruleset);
    transfer_report_free(report);
    transfer_portfolio_free(portfolio);
}

/* No function on values takes NULL for one. */
static void call_values(void)
{
    MISUSE(transfer_date_parse, NULL, &date);
    MISUSE(transfer_date_parse, "1", NULL);
    MISUSE(transfer_date_format, NULL, buffer, sizeof buffer);
    MISUSE(transfer_date_format, &date, NULL, sizeof buffer);
    MISUSE(transfer_period_parse, NULL, &period);
    MISUSE(transfer_period_parse, "1", NULL);
    MISUSE(transfer_period_format, NULL, buffer, sizeof buffer);
    MISUSE(transfer_period_format, &period, NULL, sizeof buffer);
    MISUSE(transfer_amount_parse, NULL, &amount);
    MISUSE(transfer_amount_parse, "1", NULL);
    MISUSE(transfer_amount_format, NULL, buffer, sizeof buffer);
    MISUSE(transfer_amount_format, &amount, NULL, sizeof buffer);
    MISUSE(transfer_quantity_parse, NULL, &quantity);
    MISUSE(transfer_quantity_parse, "1", NULL);
    MISUSE(transfer_quantity_format, NULL, buffer, sizeof buffer);
    MISUSE(transfer_quantity_format, &quantity, NULL, sizeof buffer);
    MISUSE(transfer_share_parse, NULL, &share);
    MISUSE(transfer_share_parse, "1", NULL);
    MISUSE(transfer_share_format, NULL, buffer, sizeof buffer);
    MISUSE(transfer_share_format, &share, NULL, sizeof buffer);
    MISUSE(transfer_date_bounds, NULL, &first, &last);
    MISUSE(transfer_date_bounds, &date, NULL, &last);
    MISUSE(transfer_date_bounds, &date, &first, NULL);
    MISUSE(transfer_period_bounds, NULL, &first, &last);
    MISUSE(transfer_period_bounds, &period, NULL, &last);
    MISUSE(transfer_period_bounds, &period, &first, NULL);
    ZERO(transfer_date_is_before, NULL, &date);
    ZERO(transfer_date_is_before, &date, NULL);
    ZERO(transfer_period_contains, NULL, &date);
    ZERO(transfer_period_contains, &period, NULL);
    MISUSE(transfer_amount_add, NULL, &amount, &amount);
    MISUSE(transfer_amount_add, &amount, NULL, &amount);
    MISUSE(transfer_amount_add, &amount, &amount, NULL);
    MISUSE(transfer_share_add, NULL, &share, &share);
    MISUSE(transfer_share_add, &share, NULL, &share);
    MISUSE(transfer_share_add, &share, &share, NULL);
    MISUSE(transfer_amount_subtract, NULL, &amount, &amount);
    MISUSE(transfer_amount_subtract, &amount, NULL, &amount);
    MISUSE(transfer_amount_subtract, &amount, &amount, NULL);
    MISUSE(transfer_share_subtract, NULL, &share, &share);
    MISUSE(transfer_share_subtract, &share, NULL, &share);
    MISUSE(transfer_share_subtract, &share, &share, NULL);
    MISUSE(transfer_amount_compare, NULL, &amount, &number);
    MISUSE(transfer_amount_compare, &amount, NULL, &number);
    MISUSE(transfer_amount_compare, &amount, &amount, NULL);
    MISUSE(transfer_share_compare, NULL, &share, &number);
    MISUSE(transfer_share_compare, &share, NULL, &number);
    MISUSE(transfer_share_compare, &share, &share, NULL);
    ZERO(transfer_amount_is_above, NULL, &amount);
    ZERO(transfer_amount_is_above, &amount, NULL);
    MISUSE(transfer_amount_share, NULL, &share, &amount);
    MISUSE(transfer_amount_share, &amount, NULL, &amount);
    MISUSE(transfer_amount_share, &amount, &share, NULL);
    MISUSE(transfer_amount_divide, NULL, 1, &amount);
    MISUSE(transfer_amount_divide, &amount, 1, NULL);
    MISUSE(transfer_amount_apportion, NULL, &weight, 1, &amount);
    MISUSE(transfer_amount_apportion, &amount, NULL, 1, &amount);
    MISUSE(transfer_amount_apportion, &amount, &weight, 1, NULL);
    MISUSE(transfer_amount_split, NULL, &share, 1, &amount);
    MISUSE(transfer_amount_split, &amount, NULL, 1, &amount);
    MISUSE(transfer_amount_split, &amount, &share, 1, NULL);
    ZERO(transfer_quantity_compare, NULL, &quantity);
    ZERO(transfer_quantity_compare, &quantity, NULL);
    MISUSE(transfer_code_name, TRANSFER_TABLE_COUNTRY, NULL, NULL, &text);
    MISUSE(transfer_code_name, TRANSFER_TABLE_COUNTRY, "FR", NULL, NULL);
    MISUSE(transfer_code_validity, TRANSFER_TABLE_COUNTRY, NULL, &period);
    MISUSE(transfer_code_validity, TRANSFER_TABLE_COUNTRY, "FR", NULL);
    MISUSE(transfer_currency_decimals, NULL, &number);
    MISUSE(transfer_currency_decimals, "EUR", NULL);
    NOTHING(transfer_text_free, NULL);
}

/* What is asked of the schema by a name that is NULL is not there. */
static void call_schema(void)
{
    ZERO(transfer_type_find, NULL);
    ZERO(transfer_type_field_find, TRANSFER_TYPE_PARTNER, NULL);
    ZERO(transfer_field_choice_find, TRANSFER_PARTNER_KIND, NULL);
    MISUSE(transfer_field_range, TRANSFER_RESULT_TRL, NULL, &integer);
    MISUSE(transfer_field_range, TRANSFER_RESULT_TRL, &integer, NULL);
}

/* No function on portfolios takes NULL for one, nor for what it needs beside it. */
static void call_portfolios(void)
{
    NOTHING(transfer_portfolio_free, NULL);
    MISUSE(transfer_portfolio_set_limit, NULL, TRANSFER_LIMIT_RECORDS, 1);
    MISUSE(transfer_portfolio_load_file, NULL, "file", NULL, 0, NULL);
    MISUSE(transfer_portfolio_load_file, portfolio, NULL, NULL, 0, NULL);
    MISUSE(transfer_portfolio_load_memory, NULL, "", 0, "name", NULL, 0, NULL);
    MISUSE(transfer_portfolio_load_memory, portfolio, NULL, 1, "name", NULL, 0, NULL);
    MISUSE(transfer_portfolio_load_memory, portfolio, "", 0, NULL, NULL, 0, NULL);
    MISUSE(transfer_portfolio_load_callback, NULL, read_nothing, NULL, "name", NULL, 0, NULL);
    MISUSE(transfer_portfolio_load_callback, portfolio, NULL, NULL, "name", NULL, 0, NULL);
    MISUSE(transfer_portfolio_load_callback, portfolio, read_nothing, NULL, NULL, NULL, 0, NULL);
    MISUSE(transfer_portfolio_validate, NULL, NULL, NULL, report);
    MISUSE(transfer_portfolio_validate, portfolio, NULL, NULL, NULL);
    ZERO(transfer_portfolio_file_count, NULL);
    ZERO(transfer_portfolio_file_name, NULL, 0);
    ZERO(transfer_portfolio_file_has_comments, NULL, 0);
    MISUSE(transfer_portfolio_save, NULL, 0);
    MISUSE(transfer_portfolio_save_file, NULL, 0, "file", 0);
    MISUSE(transfer_portfolio_save_file, portfolio, 0, NULL, 0);
    MISUSE(transfer_portfolio_save_memory, NULL, 0, 0, &taken, &size);
    MISUSE(transfer_portfolio_save_memory, portfolio, 0, 0, NULL, &size);
    MISUSE(transfer_portfolio_save_callback, NULL, 0, 0, write_nothing, NULL);
    MISUSE(transfer_portfolio_save_callback, portfolio, 0, 0, NULL, NULL);
    ZERO(transfer_portfolio_record, NULL);
    ZERO(transfer_portfolio_count, NULL, TRANSFER_TYPE_PARTNER);
    ZERO(transfer_portfolio_count, NULL, TRANSFER_TYPE_PORTFOLIO);
    ZERO(transfer_portfolio_at, NULL, TRANSFER_TYPE_PARTNER, 0);
    ZERO(transfer_portfolio_at, NULL, TRANSFER_TYPE_PORTFOLIO, 0);
    ZERO(transfer_portfolio_find, NULL, TRANSFER_TYPE_PARTNER, "cea");
    ZERO(transfer_portfolio_find, portfolio, TRANSFER_TYPE_PARTNER, NULL);
    MISUSE(transfer_portfolio_add, NULL, TRANSFER_TYPE_PARTNER, "b", &record);
    MISUSE(transfer_portfolio_add, portfolio, TRANSFER_TYPE_PARTNER, NULL, &record);
    MISUSE(transfer_portfolio_add, portfolio, TRANSFER_TYPE_PARTNER, "b", NULL);
    MISUSE(transfer_portfolio_sum, NULL, 0, NULL, &answer);
    MISUSE(transfer_portfolio_sum, portfolio, 0, NULL, NULL);
    MISUSE(transfer_portfolio_in_force, NULL, &date, &answer);
    MISUSE(transfer_portfolio_in_force, portfolio, NULL, &answer);
    MISUSE(transfer_portfolio_in_force, portfolio, &date, NULL);
    MISUSE(transfer_platform_partners, NULL, &answer);
    MISUSE(transfer_platform_partners, platform, NULL);
    MISUSE(transfer_platform_agreements, NULL, NULL, &answer);
    MISUSE(transfer_platform_agreements, platform, NULL, NULL);
}

/* No function on records takes NULL for one, nor for what it needs beside it. */
static void call_records(void)
{
    ZERO(transfer_record_type, NULL);
    ZERO(transfer_record_id, NULL);
    ZERO(transfer_record_portfolio, NULL);
    ZERO(transfer_record_parent, NULL);
    ZERO(transfer_record_parent_key, NULL);
    ZERO(transfer_record_file, NULL);
    ZERO(transfer_record_is_removed, NULL);
    ZERO(transfer_record_extra_count, NULL);
    ZERO(transfer_record_has, NULL, TRANSFER_PARTNER_NAME);
    MISUSE(transfer_record_set_file, NULL, 0);
    MISUSE(transfer_record_remove, NULL);
    MISUSE(transfer_record_rename, NULL, "b");
    MISUSE(transfer_record_rename, partner, NULL);
    MISUSE(transfer_record_referrers, NULL, &answer);
    MISUSE(transfer_record_referrers, partner, NULL);
    MISUSE(transfer_record_position, NULL, 0, &begin, &end);
    MISUSE(transfer_record_position, partner, 0, NULL, &end);
    MISUSE(transfer_record_position, partner, 0, &begin, NULL);
    MISUSE(transfer_record_byte_range, NULL, 0, &begin, &end);
    MISUSE(transfer_record_byte_range, partner, 0, NULL, &end);
    MISUSE(transfer_record_byte_range, partner, 0, &begin, NULL);
    MISUSE(transfer_record_get_text, NULL, key, &text);
    MISUSE(transfer_record_get_text, partner, key, NULL);
    MISUSE(transfer_record_get_date, NULL, key, &date);
    MISUSE(transfer_record_get_date, partner, key, NULL);
    MISUSE(transfer_record_get_period, NULL, key, &period);
    MISUSE(transfer_record_get_period, partner, key, NULL);
    MISUSE(transfer_record_get_amount, NULL, key, &amount);
    MISUSE(transfer_record_get_amount, partner, key, NULL);
    MISUSE(transfer_record_get_quantity, NULL, key, &quantity);
    MISUSE(transfer_record_get_quantity, partner, key, NULL);
    MISUSE(transfer_record_get_share, NULL, key, &share);
    MISUSE(transfer_record_get_share, partner, key, NULL);
    MISUSE(transfer_record_get_integer, NULL, key, &integer);
    MISUSE(transfer_record_get_integer, partner, key, NULL);
    MISUSE(transfer_record_get_boolean, NULL, key, &number);
    MISUSE(transfer_record_get_boolean, partner, key, NULL);
    MISUSE(transfer_record_get_choice, NULL, key, &number);
    MISUSE(transfer_record_get_choice, partner, key, NULL);
    MISUSE(transfer_record_get_reference, NULL, key, &record);
    MISUSE(transfer_record_get_reference, partner, key, NULL);
    MISUSE(transfer_record_get_reference_id, NULL, key, &text);
    MISUSE(transfer_record_get_reference_id, partner, key, NULL);
    MISUSE(transfer_record_format_value, NULL, key, 0, &taken);
    MISUSE(transfer_record_format_value, partner, key, 0, NULL);
    MISUSE(transfer_record_clear, NULL, key);
    MISUSE(transfer_record_set_text, NULL, key, "a");
    MISUSE(transfer_record_set_text, partner, key, NULL);
    MISUSE(transfer_record_set_date, NULL, key, &date);
    MISUSE(transfer_record_set_date, partner, key, NULL);
    MISUSE(transfer_record_set_period, NULL, key, &period);
    MISUSE(transfer_record_set_period, partner, key, NULL);
    MISUSE(transfer_record_set_amount, NULL, key, &amount);
    MISUSE(transfer_record_set_amount, partner, key, NULL);
    MISUSE(transfer_record_set_quantity, NULL, key, &quantity);
    MISUSE(transfer_record_set_quantity, partner, key, NULL);
    MISUSE(transfer_record_set_share, NULL, key, &share);
    MISUSE(transfer_record_set_share, partner, key, NULL);
    MISUSE(transfer_record_set_reference, NULL, key, partner);
    MISUSE(transfer_record_set_reference, partner, key, NULL);
    MISUSE(transfer_record_set_reference_id, NULL, key, "a");
    MISUSE(transfer_record_set_reference_id, partner, key, NULL);
    MISUSE(transfer_record_set_integer, NULL, key, 1);
    MISUSE(transfer_record_set_boolean, NULL, key, 1);
    MISUSE(transfer_record_set_choice, NULL, key, 1);
    MISUSE(transfer_record_parse_value, NULL, key, "a");
    MISUSE(transfer_record_parse_value, partner, key, NULL);
    MISUSE(transfer_record_count, NULL, key, &size);
    MISUSE(transfer_record_count, partner, key, NULL);
    MISUSE(transfer_record_text_at, NULL, key, 0, &text);
    MISUSE(transfer_record_text_at, partner, key, 0, NULL);
    MISUSE(transfer_record_reference_at, NULL, key, 0, &record);
    MISUSE(transfer_record_reference_at, partner, key, 0, NULL);
    MISUSE(transfer_record_reference_id_at, NULL, key, 0, &text);
    MISUSE(transfer_record_reference_id_at, partner, key, 0, NULL);
    MISUSE(transfer_record_record_at, NULL, key, 0, &record);
    MISUSE(transfer_record_record_at, partner, key, 0, NULL);
    MISUSE(transfer_record_add_text, NULL, key, "a");
    MISUSE(transfer_record_add_text, partner, key, NULL);
    MISUSE(transfer_record_add_reference, NULL, key, partner);
    MISUSE(transfer_record_add_reference, partner, key, NULL);
    MISUSE(transfer_record_add_reference_id, NULL, key, "a");
    MISUSE(transfer_record_add_reference_id, partner, key, NULL);
    MISUSE(transfer_record_add_record, NULL, key, &record);
    MISUSE(transfer_record_add_record, partner, key, NULL);
    MISUSE(transfer_record_remove_at, NULL, key, 0);
    MISUSE(transfer_record_extra_at, NULL, 0, &text, &text);
    MISUSE(transfer_record_extra_at, partner, 0, NULL, &text);
    MISUSE(transfer_record_extra_at, partner, 0, &text, NULL);
    MISUSE(transfer_record_set_extra, NULL, "x_a", "1");
    MISUSE(transfer_record_set_extra, partner, NULL, "1");
}

/* No function on rules, rule sets, reports, diagnostics and answers takes NULL for one. */
static void call_reports(void)
{
    ZERO(transfer_rule_find, NULL);
    ZERO(transfer_rule_suggest, NULL);
    ZERO(transfer_rule_name, NULL);
    ZERO(transfer_rule_severity, NULL);
    ZERO(transfer_rule_type, NULL);
    ZERO(transfer_rule_since, NULL);
    ZERO(transfer_rule_source, NULL);
    NOTHING(transfer_rule_in_force, NULL, &period);
    NOTHING(transfer_rule_in_force, transfer_rule_at(0), NULL);
    ZERO(transfer_rule_title, NULL, TRANSFER_FRENCH);
    ZERO(transfer_rule_explanation, NULL, TRANSFER_FRENCH);
    ZERO(transfer_rule_provision_count, NULL);
    MISUSE(transfer_rule_provision_at, NULL, 0, TRANSFER_ENGLISH, &text, NULL, NULL, NULL);
    NOTHING(transfer_ruleset_free, NULL);
    MISUSE(transfer_ruleset_set_severity, NULL, "required", TRANSFER_OFF);
    MISUSE(transfer_ruleset_set_severity, ruleset, NULL, TRANSFER_OFF);
    MISUSE(transfer_ruleset_get_severity, NULL, "required", &severity);
    MISUSE(transfer_ruleset_get_severity, ruleset, NULL, &severity);
    MISUSE(transfer_ruleset_get_severity, ruleset, "required", NULL);
    MISUSE(transfer_ruleset_load_file, NULL, "rules.yaml", report);
    MISUSE(transfer_ruleset_load_file, ruleset, NULL, report);
    MISUSE(transfer_ruleset_load_memory, NULL, "rules: {}", 9, "rules.yaml", report);
    MISUSE(transfer_ruleset_load_memory, ruleset, NULL, 9, "rules.yaml", report);
    MISUSE(transfer_ruleset_load_memory, ruleset, "rules: {}", 9, NULL, report);
    MISUSE(transfer_ruleset_add_rule, NULL, "acme/a", TRANSFER_TYPE_PARTNER, TRANSFER_NOTE, pass_it,
           NULL);
    MISUSE(transfer_ruleset_add_rule, ruleset, NULL, TRANSFER_TYPE_PARTNER, TRANSFER_NOTE, pass_it,
           NULL);
    MISUSE(transfer_ruleset_add_rule, ruleset, "acme/a", TRANSFER_TYPE_PARTNER, TRANSFER_NOTE, NULL,
           NULL);
    MISUSE(transfer_check_report, NULL, TRANSFER_NOTE, 0, TRANSFER_NO_INDEX, NULL, NULL, "a");
    MISUSE(transfer_check_skip, NULL, TRANSFER_REASON_MISSING);
    MISUSE(transfer_check_as_of, NULL, &date);
    NOTHING(transfer_report_free, NULL);
    NOTHING(transfer_report_clear, NULL);
    ZERO(transfer_report_count, NULL);
    ZERO(transfer_report_severity_count, NULL, TRANSFER_ERROR);
    ZERO(transfer_report_outcome_count, NULL, "required", TRANSFER_PASSED);
    ZERO(transfer_report_outcome_count, report, NULL, TRANSFER_PASSED);
    ZERO(transfer_report_reason_count, NULL, "required", TRANSFER_REASON_MISSING);
    ZERO(transfer_report_reason_count, report, NULL, TRANSFER_REASON_MISSING);
    ZERO(transfer_report_at, NULL, 0);
    ZERO(transfer_diagnostic_rule, NULL);
    ZERO(transfer_diagnostic_severity, NULL);
    ZERO(transfer_diagnostic_file, NULL);
    ZERO(transfer_diagnostic_line, NULL);
    ZERO(transfer_diagnostic_column, NULL);
    ZERO(transfer_diagnostic_end_line, NULL);
    ZERO(transfer_diagnostic_end_column, NULL);
    ZERO(transfer_diagnostic_pointer, NULL);
    ZERO(transfer_diagnostic_record, NULL);
    ZERO(transfer_diagnostic_found, NULL);
    ZERO(transfer_diagnostic_suggestion, NULL);
    ZERO(transfer_diagnostic_exception, NULL);
    ZERO(transfer_diagnostic_excerpt, NULL);
    ZERO(transfer_diagnostic_excerpt_column, NULL);
    ZERO(transfer_diagnostic_related_count, NULL);
    ZERO(transfer_diagnostic_expected, NULL, TRANSFER_FRENCH);
    ZERO(transfer_diagnostic_message, NULL, TRANSFER_FRENCH);
    MISUSE(transfer_diagnostic_related_at, NULL, 0, TRANSFER_FRENCH, &text, &begin, &end, &text);
    MISUSE(transfer_report_render, NULL, TRANSFER_FORMAT_TEXT, TRANSFER_FRENCH, 0, write_nothing,
           NULL);
    MISUSE(transfer_report_render, report, TRANSFER_FORMAT_TEXT, TRANSFER_FRENCH, 0, NULL, NULL);
    MISUSE(transfer_report_render_memory, NULL, TRANSFER_FORMAT_TEXT, TRANSFER_FRENCH, 0, &taken,
           &size);
    MISUSE(transfer_report_render_memory, report, TRANSFER_FORMAT_TEXT, TRANSFER_FRENCH, 0, NULL,
           &size);
    NOTHING(transfer_answer_free, NULL);
    ZERO(transfer_answer_count, NULL);
    MISUSE(transfer_answer_record, NULL, 0, TRANSFER_ROLE_NONE, &record);
    MISUSE(transfer_answer_record, referrers, 0, TRANSFER_ROLE_NONE, NULL);
    ZERO(transfer_answer_role, NULL, 0);
    ZERO(transfer_answer_key, NULL, 0);
    MISUSE(transfer_answer_year, NULL, 0, &number);
    MISUSE(transfer_answer_year, referrers, 0, NULL);
    MISUSE(transfer_answer_committed, NULL, 0, &amount);
    MISUSE(transfer_answer_committed, referrers, 0, NULL);
    MISUSE(transfer_answer_paid, NULL, 0, &amount);
    MISUSE(transfer_answer_paid, referrers, 0, NULL);
}

/* Nothing is computed for nobody. */
static void call_calculations(void)
{
    static const transfer_date day = {.year = 2020, .month = 1, .day = 1};

    MISUSE(transfer_agreement_aid_intensity, NULL, partner, 0, &calculation);
    MISUSE(transfer_agreement_aid_intensity, agreement, NULL, 0, &calculation);
    MISUSE(transfer_agreement_aid_intensity, agreement, partner, 0, NULL);
    MISUSE(transfer_partner_de_minimis, NULL, "FR", &day, &calculation);
    MISUSE(transfer_partner_de_minimis, partner, "FR", NULL, &calculation);
    MISUSE(transfer_partner_de_minimis, partner, "FR", &day, NULL);
    ck_assert_ptr_null(calculation);
}

/* No function on calculations takes NULL for one, nor for what it needs beside it. */
static void call_sizes(void)
{
    enum { EU = TRANSFER_PARTNER_SIZE_DEFINITION_EU_2003_361 };

    MISUSE(transfer_partner_size_class, NULL, EU, NULL, &calculation);
    MISUSE(transfer_partner_size_class, partner, EU, NULL, NULL);
    ck_assert_ptr_null(calculation);
    ck_assert_int_eq(transfer_partner_size_class(partner, EU, NULL, &calculation), 0);
    NOTHING(transfer_calculation_free, NULL);
    ZERO(transfer_calculation_step_count, NULL);
    ZERO(transfer_calculation_step_text, NULL, 0, TRANSFER_FRENCH);
    ZERO(transfer_calculation_step_source, NULL, 0);
    ZERO(transfer_calculation_step_record, NULL, 0);
    ZERO(transfer_calculation_step_kind, NULL, 0);
    MISUSE(transfer_calculation_step_amount, NULL, 0, &amount);
    MISUSE(transfer_calculation_step_amount, calculation, 0, NULL);
    MISUSE(transfer_calculation_step_quantity, NULL, 0, &quantity);
    MISUSE(transfer_calculation_step_quantity, calculation, 0, NULL);
    MISUSE(transfer_calculation_step_share, NULL, 0, &share);
    MISUSE(transfer_calculation_step_share, calculation, 0, NULL);
    MISUSE(transfer_calculation_size, NULL, &number);
    MISUSE(transfer_calculation_size, calculation, NULL);
    MISUSE(transfer_calculation_intensity, NULL, &share);
    MISUSE(transfer_calculation_intensity, calculation, NULL);
    MISUSE(transfer_calculation_de_minimis, NULL, &amount, &amount);
    MISUSE(transfer_calculation_de_minimis, calculation, NULL, &amount);
    MISUSE(transfer_calculation_de_minimis, calculation, &amount, NULL);
    transfer_calculation_free(calculation);
    calculation = NULL;
}

/* No function on columns takes NULL for one, nor for what it needs beside it. */
static void call_columns(void)
{
    MISUSE(transfer_portfolio_column, NULL, TRANSFER_TYPE_PARTNER, NULL, 0, key, &column);
    MISUSE(transfer_portfolio_column, portfolio, TRANSFER_TYPE_PARTNER, NULL, 1, key, &column);
    MISUSE(transfer_portfolio_column, portfolio, TRANSFER_TYPE_PARTNER, NULL, 0, key, NULL);
    ck_assert_ptr_null(column);
    NOTHING(transfer_column_free, NULL);
    ZERO(transfer_column_count, NULL);
    ZERO(transfer_column_kind, NULL);
    ZERO(transfer_column_states, NULL);
    ZERO(transfer_column_owners, NULL);
    ZERO(transfer_column_records, NULL);
    ZERO(transfer_column_texts, NULL);
    ZERO(transfer_column_dates, NULL);
    ZERO(transfer_column_periods, NULL);
    ZERO(transfer_column_amounts, NULL);
    ZERO(transfer_column_quantities, NULL);
    ZERO(transfer_column_shares, NULL);
    ZERO(transfer_column_integers, NULL);
    ZERO(transfer_column_unreadable, NULL);
}

/* The typed functions of model.h that write a handle of their own, and one of each other sort. */
static void call_typed(void)
{
    transfer_partner *typed = transfer_record_as_partner(partner);
    transfer_holding *holding = NULL;

    ck_assert_ptr_nonnull(typed);
    ck_assert_int_eq(transfer_portfolio_add_partner(NULL, "b", &typed), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_portfolio_add_partner(portfolio, NULL, &typed), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_portfolio_add_partner(portfolio, "b", NULL), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_partner_ownership_add(NULL, &holding), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_partner_ownership_add(typed, NULL), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_partner_parents_add(typed, NULL), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_partner_set_name(typed, NULL), TRANSFER_MISUSE);
    ck_assert_int_eq(transfer_partner_founded(typed, NULL), TRANSFER_MISUSE);
    ck_assert_ptr_null(transfer_partner_name(NULL));
    ck_assert_ptr_null(transfer_partner_successor(NULL));
    ck_assert_int_eq(transfer_partner_kind(NULL), 0);
    ck_assert_uint_eq(transfer_partner_parents_count(NULL), 0);
    ck_assert_ptr_null(transfer_partner_parents_at(NULL, 0));
    ck_assert_ptr_null(transfer_portfolio_find_partner(NULL, "a"));
    ck_assert_ptr_null(transfer_record_as_partner(NULL));
    ck_assert(transfer_record_as_partner(partner) == typed && !holding);
}

/* Functions that take no pointer. */
static const char *const others[] = {
    "transfer_code_at",
    "transfer_code_count",
    "transfer_field_choice_at",
    "transfer_field_choice_count",
    "transfer_field_choice_doc",
    "transfer_field_choice_name",
    "transfer_field_choices_name",
    "transfer_field_doc",
    "transfer_field_is_list",
    "transfer_field_is_required",
    "transfer_field_kind",
    "transfer_field_name",
    "transfer_field_since",
    "transfer_field_table",
    "transfer_field_target",
    "transfer_field_type",
    "transfer_model_1_0",
    "transfer_portfolio_new",
    "transfer_reason_text",
    "transfer_report_new",
    "transfer_rule_at",
    "transfer_rule_count",
    "transfer_ruleset_new",
    "transfer_schema_json",
    "transfer_status_text",
    "transfer_type_at",
    "transfer_type_count",
    "transfer_type_doc",
    "transfer_type_field_at",
    "transfer_type_field_count",
    "transfer_type_name",
    "transfer_type_section",
    "transfer_version",
};

static int is_named(const char *name)
{
    for (size_t i = 0; i < called_count; i++)
        if (strcmp(called[i], name) == 0)
            return 1;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (strcmp(others[i], name) == 0)
            return 1;
    return 0;
}

/* Every function of the library gives its answer to NULL, and none is forgotten here: the map of
 * exported functions names no other than those called and those without a pointer. */
START_TEST(test_all)
{
    const char *source = getenv("TRANSFER_TEST_SOURCE");
    char path[4096], line[256], name[NAME_MAX_LENGTH + 1];
    size_t count = 0;
    FILE *map;

    snprintf(path, sizeof path, "%s/lib/libtransfer.map", source ? source : ".");
    map = fopen(path, "r");
    ck_assert_msg(map != NULL, "%s", path);
    call_values();
    call_schema();
    call_portfolios();
    call_records();
    call_reports();
    call_calculations();
    call_sizes();
    call_columns();
    call_typed();
    while (fgets(line, sizeof line, map)) {
        if (sscanf(line, " %127[a-z0-9_];", name) != 1 || strncmp(name, "transfer_", 9) != 0)
            continue;
        count++;
        ck_assert_msg(is_named(name), "%s: nobody calls it with NULL", name);
    }
    fclose(map);
    ck_assert_uint_ge(count, 184);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("null");
    TCase *tcase = tcase_create("null");
    SRunner *runner;
    int failed;

    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, test_all);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
