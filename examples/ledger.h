/* Amounts by record and currency, for the last two columns of a table.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef LEDGER_H
#define LEDGER_H

#include <transfer/transfer.h>

#include "table.h"

enum { LEDGER_COLUMNS = 2 };

struct entry {
    const transfer_record *record;
    int column; /* 0 or 1 */
    transfer_amount amount;
};

/* Starts as all zeros. */
struct ledger {
    struct entry *entries;
    size_t count, capacity;
};

void ledger_free(struct ledger *ledger);
/* Adds an amount, nothing unless the status is TRANSFER_OK. */
void ledger_add(struct ledger *ledger, const transfer_record *record, int column,
                transfer_status status, const transfer_amount *amount);
/* Must come between adding and showing. */
void ledger_sort(struct ledger *ledger);
/* Adds the sums of a record to a table: a row for each currency, of which the first has its other
 * cells already. */
void ledger_show(const struct ledger *ledger, const transfer_record *record, struct table *table);

#endif
