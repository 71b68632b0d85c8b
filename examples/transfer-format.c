/* Puts files into the canonical form.
 *
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "program.h"

static const char help[] =
    "usage: transfer-format [--check|--in-place] [--drop-comments] FILE|DIR|-...\n"
    "\n"
    "Prints a file in the canonical form: block style, keys in the order of the schema, quotes\n"
    "where another reader could misunderstand a value. \"-\" is standard input. Several files, or\n"
    "those below a directory, can be checked or replaced.\n"
    "\n"
    "      --check          print only the names of files that are not in this form\n"
    "      --in-place       replace the files that are not in this form, each whole or not at all\n"
    "      --drop-comments  drop comments; a file that has some is refused without\n"
    "      --help           print this\n"
    "      --version        print the version\n"
    "\n"
    "Exit status: 0 done, or all are in this form; 1 a file is not, or was refused; 2 could not\n"
    "run.\n";

struct settings {
    int check, in_place;
    unsigned flags; /* of saving */
};

static int is_printing(const struct settings *settings)
{
    return !settings->check && !settings->in_place;
}

/* Whether what is written is what the file has. */
static int compare(void *user, const char *data, size_t size)
{
    FILE *file = user;

    for (size_t i = 0; i < size; i++)
        if (getc(file) != (unsigned char)data[i])
            return 1;
    return 0;
}

/* Whether a file is in the canonical form; *status tells when that cannot be said. */
static int is_canonical(const transfer_portfolio *portfolio, size_t index, transfer_status *status)
{
    FILE *file = fopen(transfer_portfolio_file_name(portfolio, index), "rb");
    int same;

    if (!file) {
        *status = TRANSFER_IO;
        return 0;
    }
    errno = 0;
    *status = transfer_portfolio_save_callback(portfolio, index, 0, compare, file);
    same = *status == TRANSFER_OK && getc(file) == EOF;
    if (*status == TRANSFER_IO && !ferror(file))
        *status = TRANSFER_OK; /* stopped at a difference */
    fclose(file);
    return same;
}

/* Refuses to print what would be no file: several behind each other. */
static int refuse_several(const char *path)
{
    program_error(path, program_text("only one file can be printed; several need --check or "
                                     "--in-place",
                                     "un seul fichier peut être affiché ; plusieurs demandent "
                                     "--check ou --in-place"));
    return EXIT_UNABLE;
}

/* Prints, checks or replaces a file, and raises the exit status. */
static transfer_status format_file(const transfer_portfolio *portfolio, size_t index,
                                   const struct settings *settings, int *exit_status)
{
    const char *name = transfer_portfolio_file_name(portfolio, index);
    transfer_status status = TRANSFER_OK;

    if (transfer_portfolio_file_has_comments(portfolio, index) &&
        !(settings->flags & TRANSFER_SAVE_DROP_COMMENTS)) {
        program_error(name, program_text("it has comments, which only --drop-comments removes",
                                         "il a des commentaires, que seul --drop-comments enlève"));
        *exit_status = EXIT_FOUND;
        return TRANSFER_OK;
    }
    errno = 0;
    if (is_printing(settings)) {
        status = transfer_portfolio_save_callback(portfolio, index, settings->flags, program_write,
                                                  stdout);
        return status == TRANSFER_IO ? TRANSFER_OK : status; /* is said at the end */
    }
    if (is_canonical(portfolio, index, &status) || status != TRANSFER_OK)
        return status;
    if (settings->in_place)
        return transfer_portfolio_save_file(portfolio, index, name, settings->flags);
    printf("%s\n", name);
    *exit_status = EXIT_FOUND;
    return TRANSFER_OK;
}

/* Formats a file, or all below a directory.  What cannot be read whole is refused, and why. */
static int format(const char *path, const struct settings *settings)
{
    transfer_portfolio *portfolio = transfer_portfolio_new();
    transfer_report *report = transfer_report_new();
    transfer_status status, worst;
    int exit_status = 0;
    size_t count = 0;

    program_need(portfolio);
    program_need(report);
    worst = program_load(portfolio, path, NULL, TRANSFER_LOAD_PARTIAL, report);
    if (worst == TRANSFER_IO || worst == TRANSFER_NO_MEMORY)
        exit_status = EXIT_UNABLE;
    else if (is_printing(settings) && transfer_portfolio_file_count(portfolio) > 1)
        exit_status = refuse_several(path);
    else
        count = transfer_portfolio_file_count(portfolio);
    for (size_t i = 0; worst == TRANSFER_OK && i < count; i++) {
        status = format_file(portfolio, i, settings, &exit_status);
        if (status == TRANSFER_SYNTAX)
            worst = status;
        if (status == TRANSFER_OK || status == TRANSFER_SYNTAX)
            continue;
        program_error_status(transfer_portfolio_file_name(portfolio, i), status);
        exit_status = EXIT_UNABLE;
    }
    if (worst != TRANSFER_OK && exit_status != EXIT_UNABLE) {
        (void)transfer_report_render(report, TRANSFER_FORMAT_TEXT, program_language, 0,
                                     program_write, stderr);
        exit_status = EXIT_FOUND;
    }
    transfer_report_free(report);
    transfer_portfolio_free(portfolio);
    return exit_status;
}

int main(int argc, char **argv)
{
    static const struct option options[] = {{"check", no_argument, NULL, 'c'},
                                            {"in-place", no_argument, NULL, 'i'},
                                            {"drop-comments", no_argument, NULL, 'd'},
                                            PROGRAM_OPTIONS};
    struct settings settings = {0};
    int option, status = 0;

    program_begin(argv, "transfer-format");
    while ((option = program_option(argc, argv, options, help)) != -1) {
        settings.check |= option == 'c';
        settings.in_place |= option == 'i';
        if (option == 'd')
            settings.flags |= TRANSFER_SAVE_DROP_COMMENTS;
    }
    program_need_file(optind < argc);
    if (settings.check && settings.in_place) {
        program_error(NULL, program_text("--check and --in-place exclude each other",
                                         "--check et --in-place s'excluent"));
        return program_end(EXIT_UNABLE);
    }
    if (is_printing(&settings) && argc - optind > 1)
        return program_end(refuse_several(argv[optind + 1]));
    for (; optind < argc; optind++) {
        int worse = EXIT_UNABLE;

        if (strcmp(argv[optind], "-") == 0 && !is_printing(&settings))
            program_error(argv[optind], program_text("standard input is only printed",
                                                     "l'entrée standard est seulement affichée"));
        else
            worse = format(argv[optind], &settings);
        status = worse > status ? worse : status;
    }
    return program_end(status);
}
