/* What a report says beside its sums: the portfolio, platforms, projects.
 *
 * SPDX-License-Identifier: MIT
 */
#include "report.h"

#include <stdlib.h>
#include <string.h>

#include "ledger.h"
#include "program.h"
#include "table.h"

enum { NAME_WIDTH = 60 };

/* ---- the portfolio ---- */

static void print_indicators(const transfer_portfolio *portfolio)
{
    size_t count = transfer_portfolio_indicators_count(portfolio);
    char figure[FIGURE_SIZE];
    struct table table;

    table_begin(&table, "lrl");
    table_add(&table, program_text("Indicators", "Indicateurs"), 0);
    table_add(&table, program_text("Figure", "Valeur"), 0);
    table_add(&table, program_text("Day", "Date"), 0);
    for (size_t i = 0; i < count; i++) {
        const transfer_indicator *indicator = transfer_portfolio_indicators_at(portfolio, i);
        transfer_quantity quantity;
        transfer_amount amount;
        transfer_status status = transfer_indicator_value_amount(indicator, &amount);
        transfer_date date;

        table_add(&table, transfer_indicator_name(indicator), 0);
        if (status != TRANSFER_OK) {
            status = transfer_indicator_value_quantity(indicator, &quantity);
            table_add(&table, figure_quantity(figure, status, &quantity), 0);
        } else {
            table_add_amount(&table, status, &amount);
        }
        status = transfer_indicator_date(indicator, &date);
        table_add(&table, figure_date(figure, status, &date), 0);
    }
    if (table_end(&table))
        putchar('\n');
}

void report_head(const transfer_portfolio *portfolio)
{
    const char *title = transfer_portfolio_title(portfolio), *day;
    char figure[FIGURE_SIZE];
    transfer_date date;

    if (title)
        program_wrap(title, 0, TABLE_WIDTH);
    day = figure_date(figure, transfer_portfolio_published(portfolio, &date), &date);
    if (day)
        printf("%s%s\n", program_text("published: ", "publié\u00a0: "), day);
    if (title || day)
        putchar('\n');
    print_indicators(portfolio);
}

/* ---- figures of platforms and projects ---- */

/* The project that a row of a sum by agreement and beneficiary is for, NULL for none. */
static transfer_record *project_of(const transfer_record *agreement, transfer_record *beneficiary)
{
    transfer_record *project;

    if (transfer_record_get_reference(agreement, TRANSFER_AGREEMENT_PROJECT, &project) ==
        TRANSFER_OK)
        return project;
    return transfer_record_type(beneficiary) == TRANSFER_TYPE_PROJECT ? beneficiary : NULL;
}

/* Fills the ledgers of platforms (received, contracted) and projects (committed, paid). */
static void fill(const transfer_portfolio *portfolio, const transfer_date *as_of,
                 struct ledger *platforms, struct ledger *projects)
{
    transfer_answer *answer;

    program_need_done(transfer_portfolio_sum(
        portfolio, TRANSFER_BY_AGREEMENT | TRANSFER_BY_BENEFICIARY, as_of, &answer));
    for (size_t i = 0; i < transfer_answer_count(answer); i++) {
        transfer_record *agreement = NULL, *beneficiary = NULL, *project, *platform;
        transfer_amount committed, paid;
        transfer_status status = transfer_answer_committed(answer, i, &committed);

        (void)transfer_answer_record(answer, i, TRANSFER_ROLE_AGREEMENT, &agreement);
        (void)transfer_answer_record(answer, i, TRANSFER_ROLE_BENEFICIARY, &beneficiary);
        if (transfer_record_type(beneficiary) == TRANSFER_TYPE_PLATFORM)
            ledger_add(platforms, beneficiary, 0, status, &committed);
        project = project_of(agreement, beneficiary);
        if (!project)
            continue;
        if (transfer_record_get_reference(project, TRANSFER_PROJECT_PLATFORM, &platform) ==
            TRANSFER_OK)
            ledger_add(platforms, platform, 1, status, &committed);
        ledger_add(projects, project, 0, status, &committed);
        ledger_add(projects, project, 1, transfer_answer_paid(answer, i, &paid), &paid);
    }
    transfer_answer_free(answer);
    ledger_sort(platforms);
    ledger_sort(projects);
}

/* A choice in words, NULL where there is none; they live until the next call. */
static const char *choice_text(transfer_key key, int choice)
{
    const char *doc = transfer_field_choice_doc(key, choice, program_language);
    static char text[128];

    if (!doc)
        return NULL;
    (void)snprintf(text, sizeof text, "%.*s", (int)strcspn(doc, "."), doc);
    return text;
}

/* ---- platforms ---- */

/* The last step in a platform's life. */
static void add_status(struct table *table, const transfer_platform *platform)
{
    size_t count = transfer_platform_history_count(platform);
    const transfer_platform_event *event;
    const char *status = NULL, *day = NULL;
    char figure[FIGURE_SIZE], text[256];
    transfer_date date;

    if (count > 0) {
        event = transfer_platform_history_at(platform, count - 1);
        status = choice_text(TRANSFER_PLATFORM_EVENT_STATUS, transfer_platform_event_status(event));
        day = figure_date(figure, transfer_platform_event_date(event, &date), &date);
    }
    (void)snprintf(text, sizeof text, "%s%s%s", status ? status : "", status && day ? ", " : "",
                   day ? day : "");
    table_add(table, *text ? text : NULL, 0);
}

static const char *role_text(transfer_role role)
{
    switch (role) {
    case TRANSFER_ROLE_OPERATOR:
        return program_text("operator", "opérateur");
    case TRANSFER_ROLE_PARTICIPANT:
        return program_text("in its projects", "dans ses projets");
    case TRANSFER_ROLE_FUNDER:
        return program_text("funder", "financeur");
    case TRANSFER_ROLE_BENEFICIARY:
        return program_text("beneficiary", "bénéficiaire");
    default:
        return program_text("in its programmes", "dans ses programmes");
    }
}

/* A detail in the making, which grows with what is printed to it. */
struct detail {
    FILE *stream;
    char *text;
    size_t size;
};

static void detail_begin(struct detail *detail)
{
    detail->stream = open_memstream(&detail->text, &detail->size);
    program_need(detail->stream);
}

static void detail_end(struct detail *detail, struct table *table)
{
    program_need(fclose(detail->stream) == 0 ? detail->text : NULL);
    if (*detail->text)
        table_add_detail(table, detail->text);
    free(detail->text);
}

static void add_models(struct table *table, const transfer_platform *platform)
{
    const char *before = program_text("models: ", "modèles\u00a0: ");
    struct detail detail;

    detail_begin(&detail);
    for (size_t i = 0; i < transfer_platform_models_count(platform); i++) {
        const transfer_platform *model = transfer_platform_models_at(platform, i);

        if (!model)
            continue;
        fprintf(detail.stream, "%s%s", before, program_name_of(transfer_platform_record(model)));
        before = ", ";
    }
    detail_end(&detail, table);
}

static void add_partners(struct table *table, const transfer_platform *platform)
{
    const char *before = program_text("partners: ", "partenaires\u00a0: ");
    struct detail detail;
    transfer_answer *answer;

    program_need_done(transfer_platform_partners(transfer_platform_record(platform), &answer));
    detail_begin(&detail);
    for (size_t i = 0; i < transfer_answer_count(answer); i++) {
        transfer_record *partner;

        program_need_done(transfer_answer_record(answer, i, TRANSFER_ROLE_NONE, &partner));
        fprintf(detail.stream, "%s%s (%s)", before, program_name_of(partner),
                role_text(transfer_answer_role(answer, i)));
        before = ", ";
    }
    transfer_answer_free(answer);
    detail_end(&detail, table);
}

static void print_platforms(const transfer_portfolio *portfolio, const struct ledger *ledger)
{
    size_t count = transfer_portfolio_count(portfolio, TRANSFER_TYPE_PLATFORM);
    struct table table;

    table_begin(&table, "lllrr");
    table_add(&table, program_text("Platforms", "Plates-formes"), 0);
    table_add(&table, program_text("City", "Ville"), 0);
    table_add(&table, program_text("Status", "État"), 0);
    table_add(&table, program_text("Receives", "Reçoit"), 0);
    table_add(&table, program_text("Contracted", "Contractualisé"), 0);
    for (size_t i = 0; i < count; i++) {
        transfer_record *record = transfer_portfolio_at(portfolio, TRANSFER_TYPE_PLATFORM, i);
        const transfer_platform *platform = transfer_record_as_platform(record);

        table_add(&table, program_name_of(record), NAME_WIDTH);
        table_add(&table, transfer_platform_city(platform), 0);
        add_status(&table, platform);
        ledger_show(ledger, record, &table);
        add_models(&table, platform);
        add_partners(&table, platform);
    }
    if (table_end(&table))
        putchar('\n');
}

/* ---- projects ---- */

static void print_projects(const transfer_portfolio *portfolio, const struct ledger *ledger)
{
    size_t count = transfer_portfolio_count(portfolio, TRANSFER_TYPE_PROJECT);
    struct table table;

    table_begin(&table, "lllrrr");
    table_add(&table, program_text("Projects", "Projets"), 0);
    table_add(&table, program_text("Status", "État"), 0);
    table_add(&table, program_text("Period", "Période"), 0);
    table_add(&table, program_text("Budget", "Budget"), 0);
    table_add(&table, program_text("Committed", "Engagé"), 0);
    table_add(&table, program_text("Paid", "Payé"), 0);
    for (size_t i = 0; i < count; i++) {
        transfer_record *record = transfer_portfolio_at(portfolio, TRANSFER_TYPE_PROJECT, i);
        const transfer_project *project = transfer_record_as_project(record);
        char text[TRANSFER_VALUE_SIZE];
        transfer_period period;
        transfer_amount budget;
        int has_period = transfer_project_period(project, &period) == TRANSFER_OK &&
                         transfer_period_format(&period, text, sizeof text) == TRANSFER_OK;

        table_add(&table, program_name_of(record), NAME_WIDTH);
        table_add(&table, choice_text(TRANSFER_PROJECT_STATUS, transfer_project_status(project)),
                  0);
        table_add(&table, has_period ? text : NULL, 0);
        table_add_amount(&table, transfer_project_budget(project, &budget), &budget);
        ledger_show(ledger, record, &table);
    }
    if (table_end(&table))
        putchar('\n');
}

void report_places(const transfer_portfolio *portfolio, const transfer_date *as_of)
{
    struct ledger platforms = {0}, projects = {0};

    fill(portfolio, as_of, &platforms, &projects);
    print_platforms(portfolio, &platforms);
    print_projects(portfolio, &projects);
    ledger_free(&platforms);
    ledger_free(&projects);
}
