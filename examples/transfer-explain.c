/* Explains rules: what they check, since when, and on what ground.
 *
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "program.h"
#include "summary.h"
#include "table.h"

static const char help[] =
    "usage: transfer-explain [--language en|fr] [RULE]...\n"
    "\n"
    "Explains each rule: its title, severity and source, and what it checks. Without a rule,\n"
    "lists all of them.\n"
    "\n"
    "      --language en|fr  the language, else that of the environment\n"
    "      --help            print this\n"
    "      --version         print the version\n"
    "\n"
    "Exit status: 0 done, 2 there is no such rule, or could not run.\n";

enum { WIDTH = 78 };

static void list(void)
{
    struct table table;

    table_begin(&table, "lll");
    table_add(&table, program_text("Rule", "Règle"), 0);
    table_add(&table, program_text("Severity", "Gravité"), 0);
    table_add(&table, program_text("Title", "Titre"), 0);
    for (size_t i = 0; i < transfer_rule_count(); i++) {
        const transfer_rule *rule = transfer_rule_at(i);

        table_add(&table, transfer_rule_name(rule), 0);
        table_add(&table, summary_severity(transfer_rule_severity(rule)), 0);
        table_add(&table, transfer_rule_title(rule, program_language), 0);
    }
    (void)table_end(&table);
}

/* The dated rows of law that it applies, each with a mark where nobody checked it. */
static void list_provisions(const transfer_rule *rule)
{
    size_t count = transfer_rule_provision_count(rule);

    if (count > 0)
        printf("\n%s\n", program_text("provisions:", "dispositions\u00a0:"));
    for (size_t i = 0; i < count; i++) {
        char in_force[TRANSFER_VALUE_SIZE], line[1024];
        const char *text, *source;
        transfer_period period;
        int checked;

        (void)transfer_rule_provision_at(rule, i, program_language, &text, &source, &period,
                                         &checked);
        (void)transfer_period_format(&period, in_force, sizeof in_force);
        (void)snprintf(line, sizeof line, "%s%s%s (%s)%s", in_force,
                       program_text(": ", "\u00a0: "), text, source,
                       checked ? "" : program_text(" [not checked]", " [non vérifié]"));
        program_wrap(line, 2, WIDTH);
    }
}

static void explain(const transfer_rule *rule)
{
    char in_force[TRANSFER_VALUE_SIZE];
    transfer_period period;

    transfer_rule_in_force(rule, &period);
    /* A period that is open to both sides has no spelling. */
    if (transfer_period_format(&period, in_force, sizeof in_force) != TRANSFER_OK)
        (void)snprintf(in_force, sizeof in_force, "%s", program_text("always", "toujours"));
    printf("%s\n", transfer_rule_name(rule));
    program_wrap(transfer_rule_title(rule, program_language), 0, WIDTH);
    printf("\n%s%s\n", program_text("severity: ", "gravité\u00a0: "),
           summary_severity(transfer_rule_severity(rule)));
    printf("%s%s\n", program_text("since: ", "depuis la version\u00a0: "),
           transfer_rule_since(rule));
    printf("%s%s\n", program_text("in force: ", "en vigueur\u00a0: "), in_force);
    printf("%s%s\n\n", program_text("source: ", "source\u00a0: "), transfer_rule_source(rule));
    program_wrap(transfer_rule_explanation(rule, program_language), 0, WIDTH);
    list_provisions(rule);
}

int main(int argc, char **argv)
{
    static const struct option options[] = {{"language", required_argument, NULL, 'l'},
                                            PROGRAM_OPTIONS};
    int option, first = 1, status = 0;

    program_begin(argv, "transfer-explain");
    while ((option = program_option(argc, argv, options, help)) != -1)
        program_set_language(optarg);
    if (optind == argc)
        list();
    for (; optind < argc; optind++) {
        const transfer_rule *rule = transfer_rule_find(argv[optind]);

        if (!rule) {
            program_error_unknown(program_text("no such rule", "règle inconnue"), argv[optind],
                                  transfer_rule_suggest(argv[optind]));
            status = EXIT_UNABLE;
            continue;
        }
        if (!first)
            putchar('\n');
        explain(rule);
        first = 0;
    }
    return program_end(status);
}
