/* E-mail addresses and telephone numbers in texts.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef PERSONAL_DATA_H
#define PERSONAL_DATA_H

#include <stddef.h>

/* Where the first address or number stands, if there is one; 0 when not.  Telephone numbers are
 * French ones, and those that begin with + and the code of a country; numbers that mean something
 * else (identifiers, amounts, dates, lists) are none.  Of an internet address only a user counts. */
int personal_data_find(const char *text, size_t *offset, size_t *length);

#endif
