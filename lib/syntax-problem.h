/* What is wrong with a YAML text, in plain words instead of libyaml's.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SYNTAX_PROBLEM_H
#define SYNTAX_PROBLEM_H

#include "rule.h"

/* The phrase for a problem of libyaml's parser; a general one where it is NULL or not known.  Never
 * NULL. */
const struct phrase *syntax_problem(const char *libyaml_problem);

#endif
