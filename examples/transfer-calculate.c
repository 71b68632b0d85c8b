/* Computes what portfolios imply, and shows each step.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "program.h"

static const char help[] =
    "usage: transfer-calculate [--as-of DATE] [--definition NAME] [--language en|fr]\n"
    "                          size PARTNER FILE|DIR|-...\n"
    "\n"
    "Loads all files as one portfolio, computes an answer and prints the steps that led to it,\n"
    "each with the law that it follows.\n"
    "\n"
    "  size PARTNER  the size class of an enterprise, by its accounts and who owns it\n"
    "\n"
    "      --as-of DATE      by what was known on this day, else by the latest accounts\n"
    "      --definition NAME eu_2003_361 or fr_2008_1354, else the partner's own, else the former\n"
    "      --language en|fr  the language, else that of the environment\n"
    "      --help            print this\n"
    "      --version         print the version\n"
    "\n"
    "Exit status: 0 answered, 1 not known, or the portfolio has errors, 2 could not run.\n";

/* What is asked. */
struct question {
    const transfer_portfolio *portfolio;
    const char *id; /* of the record that it is about */
    const transfer_date *as_of;
    int definition; /* 0: the partner's own */
};

/* A command: it computes the answer, which is then printed behind its name; exits on a wrong id. */
struct command {
    const char *name;
    transfer_calculation *(*calculate)(const struct question *question);
    /* Prints the answer; returns 0 where it is not known. */
    int (*print)(const transfer_calculation *calculation);
};

static const transfer_record *find_record(const struct question *question, transfer_type type)
{
    const transfer_record *record =
        transfer_portfolio_find(question->portfolio, type, question->id);

    if (record)
        return record;
    program_error_unknown(program_text("no such record", "fiche inconnue"), question->id, NULL);
    exit(EXIT_UNABLE);
}

static transfer_calculation *calculate_size(const struct question *question)
{
    const transfer_record *partner = find_record(question, TRANSFER_TYPE_PARTNER);
    transfer_calculation *calculation = NULL;
    int definition = question->definition;

    if (!definition && transfer_record_get_choice(partner, TRANSFER_PARTNER_SIZE_DEFINITION,
                                                  &definition) != TRANSFER_OK)
        definition = TRANSFER_PARTNER_SIZE_DEFINITION_EU_2003_361;
    program_need_done(
        transfer_partner_size_class(partner, definition, question->as_of, &calculation));
    return calculation;
}

static int print_size(const transfer_calculation *calculation)
{
    int size, is_known = transfer_calculation_size(calculation, &size) == TRANSFER_OK;

    printf("%s%s\n", program_text("size: ", "taille\u00a0: "),
           is_known ? transfer_field_choice_name(TRANSFER_PARTNER_SIZE, size)
                    : program_text("not known", "inconnue"));
    return is_known;
}

static const struct command commands[] = {{"size", calculate_size, print_size}};

static const struct command *find_command(const char *word)
{
    static const char *const words[] = {"size", NULL};

    return &commands[program_find_word(word, words)];
}

/* The steps, below the law that they follow. */
static void print_steps(const transfer_calculation *calculation)
{
    enum { WIDTH = 98, INDENT = 2 };
    const char *last = NULL;

    for (size_t i = 0; i < transfer_calculation_step_count(calculation); i++) {
        const char *source = transfer_calculation_step_source(calculation, i);

        if (source && (!last || strcmp(source, last) != 0))
            program_wrap(source, 0, WIDTH);
        if (source)
            last = source;
        program_wrap(transfer_calculation_step_text(calculation, i, program_language),
                     source ? INDENT : 0, WIDTH);
    }
    putchar('\n');
}

/* Loads all files; exits where one cannot be read whole, without which nothing would be right.
 * Returns the exit status. */
static int load(char **paths, transfer_portfolio *portfolio)
{
    transfer_report *report = transfer_report_new();
    int exit_status = 0;

    program_need(report);
    for (; *paths; paths++) {
        transfer_status status = program_load(portfolio, *paths, NULL, 0, report);

        if (status == TRANSFER_IO || status == TRANSFER_NO_MEMORY)
            exit(EXIT_UNABLE);
        if (status != TRANSFER_OK) {
            program_error(*paths,
                          program_text("it cannot be read whole: transfer-validate tells why",
                                       "lecture incomplète\u00a0: transfer-validate dit pourquoi"));
            exit(EXIT_FOUND);
        }
    }
    program_need_done(transfer_portfolio_validate(portfolio, NULL, NULL, report));
    if (transfer_report_severity_count(report, TRANSFER_ERROR) > 0) {
        program_error(NULL, program_text("there are errors, which transfer-validate tells",
                                         "il y a des erreurs, que transfer-validate explique"));
        exit_status = EXIT_FOUND;
    }
    transfer_report_free(report);
    return exit_status;
}

static int find_definition(const char *word)
{
    static const char *const words[] = {"eu_2003_361", "fr_2008_1354", NULL};

    return transfer_field_choice_find(TRANSFER_PARTNER_SIZE_DEFINITION,
                                      words[program_find_word(word, words)]);
}

int main(int argc, char **argv)
{
    static const struct option options[] = {{"as-of", required_argument, NULL, 'a'},
                                            {"definition", required_argument, NULL, 'd'},
                                            {"language", required_argument, NULL, 'l'},
                                            PROGRAM_OPTIONS};
    transfer_portfolio *portfolio = transfer_portfolio_new();
    struct question question = {.portfolio = portfolio};
    transfer_calculation *calculation;
    const struct command *command;
    transfer_date date = {0};
    int option, status;

    program_begin(argv, "transfer-calculate");
    program_need(portfolio);
    while ((option = program_option(argc, argv, options, help)) != -1) {
        if (option == 'l') {
            program_set_language(optarg);
        } else if (option == 'd') {
            question.definition = find_definition(optarg);
        } else {
            program_set_date(optarg, &date);
            question.as_of = &date;
        }
    }
    program_need_file(argc - optind > 2);
    command = find_command(argv[optind]);
    question.id = argv[optind + 1];
    status = load(argv + optind + 2, portfolio);
    calculation = command->calculate(&question);
    print_steps(calculation);
    if (!command->print(calculation))
        status = EXIT_FOUND;
    transfer_calculation_free(calculation);
    transfer_portfolio_free(portfolio);
    return program_end(status);
}
