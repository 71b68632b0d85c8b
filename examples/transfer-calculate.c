/* Computes what portfolios imply, and shows each step.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "program.h"

static const char help[] =
    "usage: transfer-calculate [OPTION]... size PARTNER FILE|DIR|-...\n"
    "       transfer-calculate [OPTION]... intensity AGREEMENT PARTNER FILE|DIR|-...\n"
    "       transfer-calculate [OPTION]... de-minimis PARTNER FILE|DIR|-...\n"
    "\n"
    "Loads all files as one portfolio, computes an answer and prints the steps that led to it,\n"
    "each with the law that it follows.\n"
    "\n"
    "  size PARTNER                 the size class of an enterprise, by its accounts and owners\n"
    "  intensity AGREEMENT PARTNER  the highest intensity of aid for research and development\n"
    "  de-minimis PARTNER           the de minimis aid used and left on the day of --as-of\n"
    "\n"
    "      --as-of DATE      by what was known on this day, else by the latest accounts\n"
    "      --category NAME   the research category, else that of the agreement\n"
    "      --country CODE    the Member State that grants the aid, else the partner's\n"
    "      --definition NAME eu_2003_361 or fr_2008_1354, else the partner's own, else the former\n"
    "      --language en|fr  the language, else that of the environment\n"
    "      --help            print this\n"
    "      --version         print the version\n"
    "\n"
    "Exit status: 0 answered, 1 not known, or the portfolio has errors, 2 could not run.\n";

/* What is asked. */
struct question {
    const transfer_portfolio *portfolio;
    char **ids; /* of the records that it is about */
    const transfer_date *as_of;
    const char *country; /* NULL: the partner's own */
    int category;        /* 0: the agreement's own */
    int definition;      /* 0: the partner's own */
};

/* A command: it computes the answer, which is then printed behind its name; exits on a wrong id. */
struct command {
    const char *name;
    int id_count;
    transfer_calculation *(*calculate)(const struct question *question);
    /* Prints the answer; returns 0 where it is not known. */
    int (*print)(const transfer_calculation *calculation);
};

static const transfer_record *find_record(const struct question *question, transfer_type type,
                                          int number)
{
    const char *id = question->ids[number];
    const transfer_record *record = transfer_portfolio_find(question->portfolio, type, id);

    if (record)
        return record;
    program_error_unknown(program_text("no such record", "fiche inconnue"), id, NULL);
    exit(EXIT_UNABLE);
}

static transfer_calculation *calculate_size(const struct question *question)
{
    const transfer_record *partner = find_record(question, TRANSFER_TYPE_PARTNER, 0);
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

static transfer_calculation *calculate_intensity(const struct question *question)
{
    transfer_calculation *calculation = NULL;

    program_need_done(transfer_agreement_aid_intensity(
        find_record(question, TRANSFER_TYPE_AGREEMENT, 0),
        find_record(question, TRANSFER_TYPE_PARTNER, 1), question->category, &calculation));
    return calculation;
}

static int print_intensity(const transfer_calculation *calculation)
{
    char text[TRANSFER_VALUE_SIZE];
    transfer_share intensity;
    int is_known = transfer_calculation_intensity(calculation, &intensity) == TRANSFER_OK &&
                   transfer_share_format(&intensity, text, sizeof text) == TRANSFER_OK;

    printf("%s%s\n", program_text("intensity: ", "intensité\u00a0: "),
           is_known ? text : program_text("not known", "inconnue"));
    return is_known;
}

static transfer_calculation *calculate_de_minimis(const struct question *question)
{
    const transfer_record *partner = find_record(question, TRANSFER_TYPE_PARTNER, 0);
    transfer_calculation *calculation = NULL;
    transfer_status status = transfer_partner_de_minimis(partner, question->country,
                                                         question->as_of, &calculation);

    if (status == TRANSFER_MISUSE) {
        program_error(NULL, program_text("de-minimis needs a full day (--as-of) and, where one is "
                                         "given, the code of a country (--country)",
                                         "de-minimis demande un jour précis (--as-of) et, s'il "
                                         "est indiqué, le code d'un pays (--country)"));
        exit(EXIT_UNABLE);
    }
    program_need_done(status);
    return calculation;
}

static int print_de_minimis(const transfer_calculation *calculation)
{
    const char *unknown = program_text("not known", "inconnu");
    char texts[2][TRANSFER_VALUE_SIZE];
    transfer_amount used, left;
    int is_known =
        transfer_calculation_de_minimis(calculation, &used, &left) == TRANSFER_OK &&
        transfer_amount_format(&used, texts[0], sizeof texts[0]) == TRANSFER_OK &&
        transfer_amount_format(&left, texts[1], sizeof texts[1]) == TRANSFER_OK;

    printf("%s%s\n", program_text("used: ", "utilisé\u00a0: "), is_known ? texts[0] : unknown);
    printf("%s%s\n", program_text("left: ", "reste\u00a0: "), is_known ? texts[1] : unknown);
    return is_known;
}

static const struct command commands[] = {
    {"size", 1, calculate_size, print_size},
    {"intensity", 2, calculate_intensity, print_intensity},
    {"de-minimis", 1, calculate_de_minimis, print_de_minimis},
};

static const struct command *find_command(const char *word)
{
    static const char *const words[] = {"size", "intensity", "de-minimis", NULL};

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

static int find_definition(const char *word)
{
    static const char *const words[] = {"eu_2003_361", "fr_2008_1354", NULL};

    return transfer_field_choice_find(TRANSFER_PARTNER_SIZE_DEFINITION,
                                      words[program_find_word(word, words)]);
}

static int find_category(const char *word)
{
    static const char *const words[] = {"fundamental_research", "industrial_research",
                                        "experimental_development", "feasibility_study", NULL};

    return transfer_field_choice_find(TRANSFER_PROJECT_RESEARCH_CATEGORY,
                                      words[program_find_word(word, words)]);
}

int main(int argc, char **argv)
{
    static const struct option options[] = {{"as-of", required_argument, NULL, 'a'},
                                            {"category", required_argument, NULL, 'c'},
                                            {"country", required_argument, NULL, 'y'},
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
        } else if (option == 'c') {
            question.category = find_category(optarg);
        } else if (option == 'y') {
            question.country = optarg;
        } else {
            program_set_date(optarg, &date);
            question.as_of = &date;
        }
    }
    program_need_file(argc - optind > 2);
    command = find_command(argv[optind]);
    program_need_file(argc - optind > 1 + command->id_count);
    question.ids = argv + optind + 1;
    status = program_load_all(portfolio, question.ids + command->id_count, NULL, NULL);
    calculation = command->calculate(&question);
    print_steps(calculation);
    if (!command->print(calculation))
        status = EXIT_FOUND;
    transfer_calculation_free(calculation);
    transfer_portfolio_free(portfolio);
    return program_end(status);
}
