/* What the programs share.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef PROGRAM_H
#define PROGRAM_H

#include <getopt.h>
#include <stdio.h>

#include <transfer/transfer.h>

/* How programs exit, beside 0. */
enum { EXIT_FOUND = 1, EXIT_UNABLE = 2 };

/* Options of all programs, to be put at the end of the others. */
#define PROGRAM_OPTIONS                                                                            \
    {"help", no_argument, NULL, 'h'}, {"version", no_argument, NULL, 'V'},                         \
    {                                                                                              \
        NULL, 0, NULL, 0                                                                           \
    }

/* The language of what is said, at first that of the environment (LC_ALL, LC_MESSAGES, LANG). */
extern transfer_language program_language;

/* Gives the program its name, whatever it was called by. */
void program_begin(char **argv, const char *name);
/* The next option; handles --help and --version, and exits on those that do not exist. */
int program_option(int argc, char **argv, const struct option *options, const char *help);
/* Closes standard output.  Returns the exit status: EXIT_UNABLE when something was not written. */
int program_end(int status);

/* One of two texts, by the language. */
const char *program_text(const char *english, const char *french);
/* Says "program: subject: what is wrong" on standard error; the subject may be NULL. */
void program_error(const char *subject, const char *what);
/* The same of what the library refused; errno belongs to TRANSFER_IO. */
void program_error_status(const char *subject, transfer_status status);
/* The same of an unknown word, with the nearest known one where there is one. */
void program_error_unknown(const char *what, const char *word, const char *nearest);
/* Exits when memory ran out: the pointer is NULL. */
void program_need(const void *memory);

/* Exits when a call failed that nothing but size or memory can let fail. */
void program_need_done(transfer_status status);
/* Exits when no file was given. */
void program_need_file(int is_given);

/* Arguments of options; exit when they cannot be read.  The words of a list end with NULL. */
int program_find_word(const char *word, const char *const *words);
void program_set_language(const char *argument);
void program_set_date(const char *argument, transfer_date *date);
/* Reads a rule-set file; prints what is wrong with it, and exits. */
void program_set_rules(const char *argument, transfer_ruleset *ruleset);

/* Loads a file or directory, or standard input for "-", and says what the system refuses. */
transfer_status program_load(transfer_portfolio *portfolio, const char *path,
                             const transfer_ruleset *ruleset, unsigned flags,
                             transfer_report *report);
/* Loads and validates all of them; exits where one cannot be read whole, without which nothing
 * would be right.  Returns the exit status. */
int program_load_all(transfer_portfolio *portfolio, char **paths, const transfer_ruleset *ruleset,
                     const transfer_date *as_of);
/* A transfer_write_function to a FILE. */
int program_write(void *file, const char *data, size_t size);

/* TRANSFER_RENDER_COLOUR on a terminal, unless NO_COLOR (no-color.org) says otherwise; else 0. */
unsigned program_colour(void);
/* Prints a number with its noun, which French has in the singular for none too. */
void program_print_count(size_t count, const char *one, const char *many, const char *behind);

/* The short name, name or title of a record; its id where it has none. */
const char *program_name_of(const transfer_record *record);

/* Characters of a text. */
size_t program_width(const char *text);
/* Prints a text in lines of at most `width` characters, each behind `indent` blanks. */
void program_wrap(const char *text, size_t indent, size_t width);

#endif
