/* Random portfolios in which everything is right.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef GENERATED_H
#define GENERATED_H

#include <stdint.h>

#include <transfer/transfer.h>

/* A portfolio that no rule has anything to say of, not even a note; the same for the same seed. */
transfer_portfolio *generated_portfolio(uint64_t seed);
/* The day to check it for. */
transfer_date generated_day(uint64_t seed);
/* The same records, added to a new portfolio in another order. */
transfer_portfolio *generated_shuffle(const transfer_portfolio *portfolio, uint64_t seed);

#endif
