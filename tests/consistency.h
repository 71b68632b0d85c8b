/* Whether a portfolio's tables agree with a full scan of its records.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef CONSISTENCY_H
#define CONSISTENCY_H

#include <transfer/transfer.h>

/* NULL, or what does not agree (static).  Allocates nothing. */
const char *portfolio_inconsistency(const transfer_portfolio *portfolio);

/* A number of repetitions: all of them, or some where each takes long (TRANSFER_TEST_SHORT). */
size_t repetitions(size_t count);

#endif
