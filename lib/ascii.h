/* Characters of ASCII, told without the locale.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef ASCII_H
#define ASCII_H

static inline int is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* What separates within a line. */
static inline int is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static inline int is_space(char c)
{
    return is_blank(c) || c == '\n';
}

#endif
