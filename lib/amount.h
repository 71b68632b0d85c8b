/* What the files about amounts share.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef AMOUNT_H
#define AMOUNT_H

#include <transfer/transfer.h>

/* Whether arithmetic can be done on it: the figures and the qualifier are in range. */
int amount_is_sane(const transfer_amount *amount);
/* The decimals of a currency (three letters, need not be terminated); -1 when there is no such
 * currency. */
int amount_currency_decimals(const char *code);

#endif
