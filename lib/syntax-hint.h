/* What a line that YAML cannot read was surely meant to be.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SYNTAX_HINT_H
#define SYNTAX_HINT_H

#include <stddef.h>

enum { SYNTAX_HINT = 512 };

/* Writes the corrected line into `hint`, without its indentation unless that is what is wrong.
 * `previous` is the last line before it that is not empty.  Returns 0 where nothing is sure: a hint
 * that is given can be read. */
int syntax_hint(const char *line, size_t length, const char *previous, size_t previous_length,
                char hint[SYNTAX_HINT]);

#endif
