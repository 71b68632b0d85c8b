/* Validates portfolios: loads, checks and says what is wrong.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "program.h"
#include "summary.h"

static const char help[] =
    "usage: transfer-validate [OPTION]... FILE|DIR|-...\n"
    "\n"
    "Loads all files, and those below directories, as one portfolio, checks it, and prints what\n"
    "is wrong with it, where, and what to write instead. \"-\" is standard input.\n"
    "\n"
    "      --format text|json|sarif|github\n"
    "                              how to print: as text (default), as JSON lines, as SARIF\n"
    "                              2.1.0, or as annotations of GitHub\n"
    "      --language en|fr        the language, else that of the environment\n"
    "      --as-of DATE            check as of this day; rules that need one do not apply without\n"
    "      --rules FILE            let a rule-set file say how grave what rules find is\n"
    "      --disable RULE          leave out a rule\n"
    "      --severity RULE=LEVEL   let a rule give an error, a warning, a note, or nothing: off\n"
    "      --fail-on LEVEL         fail on errors (default), on warnings too, or on notes too\n"
    "      --partial               a part of a portfolio: what it refers to may be elsewhere\n"
    "      --summary               print as well how often each rule passed, failed or did not\n"
    "                              apply, and why\n"
    "      --help                  print this\n"
    "      --version               print the version\n"
    "\n"
    "Of --rules, --disable and --severity, the later wins over the earlier.\n"
    "\n"
    "Exit status: 0 valid, 1 errors found, 2 could not run.\n";

/* What the options say. */
struct settings {
    transfer_ruleset *ruleset;
    transfer_date as_of; /* year 0: none */
    transfer_format format;
    transfer_severity fail_on;
    unsigned flags;
    int with_summary;
};

static void set_severity(transfer_ruleset *ruleset, const char *rule, transfer_severity severity)
{
    if (transfer_ruleset_set_severity(ruleset, rule, severity) == TRANSFER_OK)
        return;
    program_error_unknown(program_text("no such rule", "règle inconnue"), rule,
                          transfer_rule_suggest(rule));
    exit(EXIT_UNABLE);
}

static void read_option(int option, struct settings *settings)
{
    static const char *const formats[] = {"text", "json", "sarif", "github", NULL};
    static const char *const levels[] = {"off", "note", "warning", "error", NULL};
    char *level;

    switch (option) {
    case 'f':
        settings->format =
            (transfer_format)(TRANSFER_FORMAT_TEXT + program_find_word(optarg, formats));
        break;
    case 'l':
        program_set_language(optarg);
        break;
    case 'a':
        program_set_date(optarg, &settings->as_of);
        break;
    case 'r':
        program_set_rules(optarg, settings->ruleset);
        break;
    case 'd':
        set_severity(settings->ruleset, optarg, TRANSFER_OFF);
        break;
    case 's':
        level = strchr(optarg, '=');
        if (!level) {
            program_error(optarg, program_text("not RULE=LEVEL", "ce n'est pas RÈGLE=GRAVITÉ"));
            exit(EXIT_UNABLE);
        }
        *level++ = '\0';
        set_severity(settings->ruleset, optarg,
                     (transfer_severity)program_find_word(level, levels));
        break;
    case 'F':
        settings->fail_on =
            (transfer_severity)(TRANSFER_NOTE + program_find_word(optarg, levels + 1));
        break;
    case 'S':
        settings->with_summary = 1;
        break;
    default:
        settings->flags |= TRANSFER_LOAD_PARTIAL;
    }
}

static void print_counts(size_t files, const transfer_portfolio *portfolio,
                         const transfer_report *report)
{
    size_t records = 0;

    for (size_t i = 0; i < transfer_type_count(); i++)
        if (transfer_type_at(i) != TRANSFER_TYPE_PORTFOLIO)
            records += transfer_portfolio_count(portfolio, transfer_type_at(i));
    program_print_count(files, program_text("file", "fichier"), program_text("files", "fichiers"),
                        ", ");
    program_print_count(records, program_text("record", "fiche"), program_text("records", "fiches"),
                        program_text(": ", "\u00a0: "));
    program_print_count(transfer_report_severity_count(report, TRANSFER_ERROR),
                        program_text("error", "erreur"), program_text("errors", "erreurs"), ", ");
    program_print_count(transfer_report_severity_count(report, TRANSFER_WARNING),
                        program_text("warning", "avertissement"),
                        program_text("warnings", "avertissements"), ", ");
    program_print_count(transfer_report_severity_count(report, TRANSFER_NOTE), "note", "notes",
                        "\n");
}

/* Loads, checks and prints.  Returns the exit status. */
static int validate(char **paths, const struct settings *settings, transfer_portfolio *portfolio,
                    transfer_report *report)
{
    const transfer_date *as_of = settings->as_of.year ? &settings->as_of : NULL;
    int exit_status = 0;
    transfer_status status;
    size_t unread = 0;

    for (; *paths; paths++) {
        status = program_load(portfolio, *paths, settings->ruleset, settings->flags, report);
        unread += status == TRANSFER_IO;
        if (status == TRANSFER_IO || status == TRANSFER_NO_MEMORY)
            exit_status = EXIT_UNABLE;
        else if (status != TRANSFER_OK && exit_status == 0)
            exit_status = EXIT_FOUND; /* not read whole, whatever rules are switched off */
    }
    status = transfer_portfolio_validate(portfolio, settings->ruleset, as_of, report);
    if (status == TRANSFER_OK)
        status = transfer_report_render(report, settings->format, program_language,
                                        program_colour(), program_write, stdout);
    if (status != TRANSFER_OK && status != TRANSFER_IO)
        program_error_status(NULL, status); /* what cannot be written is said at the end */
    if (status != TRANSFER_OK)
        return EXIT_UNABLE;
    if (settings->with_summary)
        summary_print(settings->ruleset, report);
    if (settings->format == TRANSFER_FORMAT_TEXT)
        print_counts(transfer_portfolio_file_count(portfolio) - unread, portfolio, report);
    for (int level = TRANSFER_ERROR; level >= (int)settings->fail_on; level--)
        if (exit_status == 0 &&
            transfer_report_severity_count(report, (transfer_severity)level) > 0)
            exit_status = EXIT_FOUND;
    return exit_status;
}

int main(int argc, char **argv)
{
    static const struct option options[] = {
        {"format", required_argument, NULL, 'f'},   {"language", required_argument, NULL, 'l'},
        {"as-of", required_argument, NULL, 'a'},    {"rules", required_argument, NULL, 'r'},
        {"disable", required_argument, NULL, 'd'},  {"severity", required_argument, NULL, 's'},
        {"fail-on", required_argument, NULL, 'F'},  {"partial", no_argument, NULL, 'p'},
        {"summary", no_argument, NULL, 'S'},        PROGRAM_OPTIONS};
    struct settings settings = {.format = TRANSFER_FORMAT_TEXT, .fail_on = TRANSFER_ERROR};
    transfer_portfolio *portfolio = transfer_portfolio_new();
    transfer_report *report = transfer_report_new();
    int option, status;

    program_begin(argv, "transfer-validate");
    settings.ruleset = transfer_ruleset_new();
    program_need(settings.ruleset);
    program_need(portfolio);
    program_need(report);
    while ((option = program_option(argc, argv, options, help)) != -1)
        read_option(option, &settings);
    program_need_file(optind < argc);
    if (settings.with_summary && settings.format != TRANSFER_FORMAT_TEXT) {
        program_error("--summary", program_text("goes with --format text alone",
                                                "ne va qu'avec --format text"));
        status = EXIT_UNABLE;
    } else {
        status = validate(argv + optind, &settings, portfolio, report);
    }
    transfer_report_free(report);
    transfer_portfolio_free(portfolio);
    transfer_ruleset_free(settings.ruleset);
    return program_end(status);
}
