/* What the programs share: options, errors, reading and writing.
 *
 * SPDX-License-Identifier: MIT
 */
#include "program.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

transfer_language program_language;

static const char *program_name;

void program_begin(char **argv, const char *name)
{
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    static char own[32];

    (void)snprintf(own, sizeof own, "%s", name);
    program_name = argv[0] = own; /* getopt begins its messages with it */
    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++) {
        const char *value = getenv(variables[i]);

        if (!value || !*value)
            continue;
        program_language = strncmp(value, "fr", 2) == 0 ? TRANSFER_FRENCH : TRANSFER_ENGLISH;
        return;
    }
}

int program_option(int argc, char **argv, const struct option *options, const char *help)
{
    int option = getopt_long(argc, argv, "", options, NULL);

    switch (option) {
    case 'h':
        fputs(help, stdout);
        exit(program_end(0));
    case 'V':
        printf("%s (libtransfer) %s\n", program_name, transfer_version());
        exit(program_end(0));
    case '?':
        exit(EXIT_UNABLE);
    default:
        return option;
    }
}

int program_end(int status)
{
    int failed = ferror(stdout);

    if (fclose(stdout) == 0 && !failed)
        return status;
    program_error(program_text("standard output", "sortie standard"),
                  errno ? strerror(errno) : transfer_status_text(TRANSFER_IO, program_language));
    return EXIT_UNABLE;
}

const char *program_text(const char *english, const char *french)
{
    return program_language == TRANSFER_FRENCH ? french : english;
}

void program_error(const char *subject, const char *what)
{
    if (subject)
        fprintf(stderr, "%s: %s: %s\n", program_name, subject, what);
    else
        fprintf(stderr, "%s: %s\n", program_name, what);
}

void program_error_status(const char *subject, transfer_status status)
{
    if (status == TRANSFER_IO && errno)
        program_error(subject, strerror(errno));
    else
        program_error(subject, transfer_status_text(status, program_language));
}

void program_error_unknown(const char *what, const char *word, const char *nearest)
{
    fprintf(stderr, "%s: %s: %s", program_name, word, what);
    if (nearest)
        fprintf(stderr, "%s%s%s", program_text("; did you mean ", "\u00a0; vouliez-vous dire "),
                nearest, program_text("?", "\u00a0?"));
    fputc('\n', stderr);
}

void program_need(const void *memory)
{
    if (memory)
        return;
    program_error_status(NULL, TRANSFER_NO_MEMORY);
    exit(EXIT_UNABLE);
}

void program_need_done(transfer_status status)
{
    if (status == TRANSFER_OK)
        return;
    program_error_status(NULL, status);
    exit(EXIT_UNABLE);
}

void program_need_file(int is_given)
{
    if (is_given)
        return;
    program_error(NULL, program_text("no file was given; see --help",
                                     "aucun fichier n'est donné ; voir --help"));
    exit(EXIT_UNABLE);
}

int program_find_word(const char *word, const char *const *words)
{
    for (int i = 0; words[i]; i++)
        if (strcmp(word, words[i]) == 0)
            return i;
    fprintf(stderr, "%s: %s: %s", program_name, word,
            program_text("expected one of", "un de ces mots est attendu\u00a0:"));
    for (int i = 0; words[i]; i++)
        fprintf(stderr, " %s", words[i]);
    fputc('\n', stderr);
    exit(EXIT_UNABLE);
}

void program_set_language(const char *argument)
{
    static const char *const languages[] = {"en", "fr", NULL};

    program_language = (transfer_language)program_find_word(argument, languages);
}

void program_set_date(const char *argument, transfer_date *date)
{
    if (transfer_date_parse(argument, date) == TRANSFER_OK)
        return;
    program_error(argument, program_text("not a date such as 2013-12-05",
                                         "ce n'est pas une date comme 2013-12-05"));
    exit(EXIT_UNABLE);
}

void program_set_rules(const char *argument, transfer_ruleset *ruleset)
{
    transfer_report *report = transfer_report_new();
    transfer_status status;

    program_need(report);
    errno = 0;
    status = transfer_ruleset_load_file(ruleset, argument, report);
    if (status == TRANSFER_IO || status == TRANSFER_NO_MEMORY)
        program_error_status(argument, status);
    else
        (void)transfer_report_render(report, TRANSFER_FORMAT_TEXT, program_language, 0,
                                     program_write, stderr);
    transfer_report_free(report);
    if (status != TRANSFER_OK)
        exit(EXIT_UNABLE);
}

static int read_standard_input(void *user, char *buffer, size_t size, size_t *length)
{
    (void)user;
    errno = 0;
    *length = fread(buffer, 1, size, stdin);
    return *length == 0 && ferror(stdin);
}

transfer_status program_load(transfer_portfolio *portfolio, const char *path,
                             const transfer_ruleset *ruleset, unsigned flags,
                             transfer_report *report)
{
    const char *file;
    transfer_status status;

    if (strcmp(path, "-") == 0) {
        path = "<stdin>";
        status = transfer_portfolio_load_callback(portfolio, read_standard_input, NULL, path,
                                                  ruleset, flags, report);
    } else {
        status = transfer_portfolio_load_file(portfolio, path, ruleset, flags, report);
    }
    if (status == TRANSFER_IO || status == TRANSFER_NO_MEMORY || status == TRANSFER_MISUSE) {
        /* In a directory it is the last file that could not be read. */
        file = transfer_portfolio_file_name(portfolio,
                                            transfer_portfolio_file_count(portfolio) - 1);
        program_error_status(file && *file ? file : path, status);
    }
    return status;
}

int program_load_all(transfer_portfolio *portfolio, char **paths, const transfer_ruleset *ruleset,
                     const transfer_date *as_of)
{
    transfer_report *report = transfer_report_new();
    int exit_status = 0;

    program_need(report);
    for (; *paths; paths++) {
        transfer_status status = program_load(portfolio, *paths, ruleset, 0, report);

        if (status == TRANSFER_IO || status == TRANSFER_NO_MEMORY)
            exit(EXIT_UNABLE);
        if (status != TRANSFER_OK) {
            program_error(*paths, program_text("it cannot be read whole: transfer-validate tells why",
                                               "lecture incomplète\u00a0: transfer-validate dit "
                                               "pourquoi"));
            exit(EXIT_FOUND);
        }
    }
    program_need_done(transfer_portfolio_validate(portfolio, ruleset, as_of, report));
    if (transfer_report_severity_count(report, TRANSFER_ERROR) > 0) {
        program_error(NULL, program_text("there are errors, which transfer-validate tells",
                                         "il y a des erreurs, que transfer-validate explique"));
        exit_status = EXIT_FOUND;
    }
    transfer_report_free(report);
    return exit_status;
}

unsigned program_colour(void)
{
    const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");

    if (!isatty(STDOUT_FILENO) || (no_colour && *no_colour))
        return 0;
    return terminal && strcmp(terminal, "dumb") != 0 ? TRANSFER_RENDER_COLOUR : 0;
}

void program_print_count(size_t count, const char *one, const char *many, const char *behind)
{
    int is_one = count == 1 || (count == 0 && program_language == TRANSFER_FRENCH);

    printf("%zu %s%s", count, is_one ? one : many, behind);
}

int program_write(void *file, const char *data, size_t size)
{
    return fwrite(data, 1, size, file) != size;
}

const char *program_name_of(const transfer_record *record)
{
    static const char *const fields[] = {"acronym", "name", "title"};
    const char *text;

    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        transfer_key key = transfer_type_field_find(transfer_record_type(record), fields[i]);

        if (transfer_record_get_text(record, key, &text) == TRANSFER_OK)
            return text;
    }
    return transfer_record_id(record);
}

/* Characters of the first bytes of a text. */
static size_t width_of(const char *text, size_t length)
{
    size_t width = 0;

    for (size_t i = 0; i < length; i++)
        width += ((unsigned char)text[i] & 0xc0) != 0x80;
    return width;
}

size_t program_width(const char *text)
{
    return width_of(text, strlen(text));
}

void program_wrap(const char *text, size_t indent, size_t width)
{
    size_t column = 0;

    while (*text) {
        size_t length = strcspn(text, " \n"), word = width_of(text, length);

        if (column > 0 && column + 1 + word > width) {
            putchar('\n');
            column = 0;
        }
        printf("%*s", (int)(column == 0 ? indent : 1), "");
        column += (column == 0 ? indent : 1) + word;
        (void)fwrite(text, 1, length, stdout);
        text += length;
        if (text[0] == '\n' && text[1] == '\n') {
            fputs("\n\n", stdout);
            column = 0;
        }
        text += strspn(text, " \n");
    }
    putchar('\n');
}
