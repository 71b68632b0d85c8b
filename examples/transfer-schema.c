/* Prints the JSON Schema of the file format.
 *
 * SPDX-License-Identifier: MIT
 */
#include "program.h"

static const char help[] =
    "usage: transfer-schema\n"
    "\n"
    "Prints the JSON Schema (draft-07) of the files of libtransfer, with which editors complete\n"
    "and check them while one writes.\n"
    "\n"
    "      --help     print this\n"
    "      --version  print the version\n"
    "\n"
    "Exit status: 0 done, 2 could not run.\n";

int main(int argc, char **argv)
{
    static const struct option options[] = {PROGRAM_OPTIONS};
    const char *schema = transfer_schema_json();

    program_begin(argv, "transfer-schema");
    (void)program_option(argc, argv, options, help);
    if (optind < argc) {
        program_error(argv[optind],
                      program_text("no argument was expected", "aucun argument n'était attendu"));
        return EXIT_UNABLE;
    }
    fputs(schema, stdout);
    return program_end(0);
}
