/* What the files about amounts share.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef AMOUNT_H
#define AMOUNT_H

#include <transfer/transfer.h>

/* Whether arithmetic can be done on it: the figures and the qualifier are in range. */
int amount_is_sane(const transfer_amount *amount);
/* Whether it is less than nothing, which no amount of the model is. */
int amount_is_negative(const transfer_amount *amount);
/* Whether both are in one currency. */
int amount_is_alike(const transfer_amount *a, const transfer_amount *b);
/* The decimals of a currency (three letters, need not be terminated); -1 when there is no such
 * currency. */
int amount_currency_decimals(const char *code);

#endif
