/* Reports on a portfolio: its funders, years, platforms and projects, as tables.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

#include "program.h"
#include "report.h"
#include "table.h"

static const char help[] =
    "usage: transfer-report [--as-of DATE] [--rules FILE] [--language en|fr] FILE|DIR|-...\n"
    "\n"
    "Loads all files as one portfolio and prints what it says: indicators, what each funder\n"
    "commits and has paid, year by year, what platforms receive and have contracted, and "
    "projects.\n"
    "\n"
    "      --as-of DATE      as of this day, else by the latest version of each agreement\n"
    "      --rules FILE      let a rule-set file say what is an error, see transfer-validate\n"
    "      --language en|fr  the language, else that of the environment\n"
    "      --help            print this\n"
    "      --version         print the version\n"
    "\n"
    "Exit status: 0 done, 1 the portfolio has errors, 2 could not run.\n";

/* Adds the rows of a sum, each with what it is grouped by. */
static void add_sum(struct table *table, const transfer_portfolio *portfolio, unsigned by,
                    const transfer_date *as_of)
{
    transfer_answer *answer;

    program_need_done(transfer_portfolio_sum(portfolio, by, as_of, &answer));
    for (size_t i = 0; i < transfer_answer_count(answer); i++) {
        const char *label = program_text("total", "total");
        transfer_record *funder;
        transfer_amount amount;
        char year[16];
        int number;

        if (by == TRANSFER_BY_FUNDER) {
            label = program_text("not specified", "non précisé");
            if (transfer_answer_record(answer, i, TRANSFER_ROLE_FUNDER, &funder) == TRANSFER_OK)
                label = program_name_of(funder);
        } else if (by == TRANSFER_BY_YEAR) {
            label = program_text("undated", "non daté");
            if (transfer_answer_year(answer, i, &number) == TRANSFER_OK) {
                (void)snprintf(year, sizeof year, "%d", number);
                label = year;
            }
        }
        table_add(table, label, 0);
        table_add_amount(table, transfer_answer_committed(answer, i, &amount), &amount);
        table_add_amount(table, transfer_answer_paid(answer, i, &amount), &amount);
    }
    transfer_answer_free(answer);
}

static void print_sum(const transfer_portfolio *portfolio, const char *heading, unsigned by,
                      const transfer_date *as_of)
{
    struct table table;

    table_begin(&table, "lrr");
    table_add(&table, heading, 0);
    table_add(&table, program_text("Committed", "Engagé"), 0);
    table_add(&table, program_text("Paid", "Payé"), 0);
    add_sum(&table, portfolio, by, as_of);
    add_sum(&table, portfolio, 0, as_of);
    if (table_end(&table))
        putchar('\n');
}

int main(int argc, char **argv)
{
    static const struct option options[] = {{"as-of", required_argument, NULL, 'a'},
                                            {"rules", required_argument, NULL, 'r'},
                                            {"language", required_argument, NULL, 'l'},
                                            PROGRAM_OPTIONS};
    transfer_portfolio *portfolio = transfer_portfolio_new();
    transfer_ruleset *ruleset = transfer_ruleset_new();
    transfer_date date = {0}, *as_of = NULL;
    int option, status;

    program_begin(argv, "transfer-report");
    program_need(portfolio);
    program_need(ruleset);
    while ((option = program_option(argc, argv, options, help)) != -1) {
        if (option == 'l') {
            program_set_language(optarg);
        } else if (option == 'r') {
            program_set_rules(optarg, ruleset);
        } else {
            program_set_date(optarg, &date);
            as_of = &date;
        }
    }
    program_need_file(optind < argc);
    status = program_load_all(portfolio, argv + optind, ruleset, as_of);
    report_head(portfolio);
    print_sum(portfolio, program_text("Funders", "Financeurs"), TRANSFER_BY_FUNDER, as_of);
    print_sum(portfolio, program_text("Years", "Années"), TRANSFER_BY_YEAR, as_of);
    report_places(portfolio, as_of);
    transfer_ruleset_free(ruleset);
    transfer_portfolio_free(portfolio);
    return program_end(status);
}
