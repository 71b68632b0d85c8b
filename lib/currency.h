/* What people write for a currency: "€", "euros", "EUR", "eur".
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef CURRENCY_H
#define CURRENCY_H

#include <stddef.h>

/* The bytes that name a currency at the end or the start of a text, 0 for none.  Its code goes
 * into `code` (may be NULL), terminated; it is "" for a sign that several currencies share. */
size_t currency_at_end(const char *text, size_t length, char code[4]);
size_t currency_at_start(const char *text, size_t length, char code[4]);

#endif
