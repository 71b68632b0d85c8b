/* UTF-8, and the characters that a portfolio's text must not have.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef UTF8_H
#define UTF8_H

#include <stddef.h>
#include <stdint.h>

/* What stands for a text that is cut, and for what cannot be shown. */
#define ELLIPSIS "\xe2\x80\xa6"
#define REPLACEMENT "\xef\xbf\xbd"

/* The length of the character at `text` (1 to 4), and the character in *point; 0 when the bytes
 * are not UTF-8 (RFC 3629: no overlong forms, no surrogates), or the character is cut off. */
size_t utf8_decode(const char *text, size_t length, uint32_t *point);
/* Whether a text is UTF-8 throughout. */
int utf8_is_valid(const char *text, size_t length);
/* Control characters other than tab and newline, and those that YAML 1.1 takes for line breaks. */
int utf8_is_control(uint32_t point);
/* Controls that reorder what is shown (U+202A to U+202E, U+2066 to U+2069). */
int utf8_is_bidi(uint32_t point);
/* The byte where the first control or reordering character stands; `length` when there is none.
 * The text must be UTF-8. */
size_t utf8_find_control(const char *text, size_t length);

#endif
