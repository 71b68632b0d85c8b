/* Amounts by record and currency, for the last two columns of a table.
 *
 * SPDX-License-Identifier: MIT
 */
#include "ledger.h"

#include <stdlib.h>
#include <string.h>

#include "program.h"

void ledger_free(struct ledger *ledger)
{
    free(ledger->entries);
}

void ledger_add(struct ledger *ledger, const transfer_record *record, int column,
                transfer_status status, const transfer_amount *amount)
{
    if (status != TRANSFER_OK)
        return;
    if (ledger->count == ledger->capacity) {
        ledger->capacity = ledger->capacity * 2 + 64;
        ledger->entries = realloc(ledger->entries, ledger->capacity * sizeof *ledger->entries);
        program_need(ledger->entries);
    }
    ledger->entries[ledger->count++] = (struct entry){record, column, *amount};
}

static int compare(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;

    if (x->record != y->record)
        return (uintptr_t)x->record < (uintptr_t)y->record ? -1 : 1;
    return strcmp(x->amount.currency, y->amount.currency);
}

void ledger_sort(struct ledger *ledger)
{
    if (ledger->count > 0)
        qsort(ledger->entries, ledger->count, sizeof *ledger->entries, compare);
}

void ledger_show(const struct ledger *ledger, const transfer_record *record, struct table *table)
{
    size_t lead = strlen(table->columns) - LEDGER_COLUMNS, low = 0, high = ledger->count, rows = 0;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if ((uintptr_t)ledger->entries[middle].record < (uintptr_t)record)
            low = middle + 1;
        else
            high = middle;
    }
    while (rows == 0 || (low < ledger->count && ledger->entries[low].record == record)) {
        transfer_amount sums[LEDGER_COLUMNS];
        transfer_status known[LEDGER_COLUMNS] = {TRANSFER_UNSET, TRANSFER_UNSET};
        size_t first = low;

        for (; low < ledger->count && ledger->entries[low].record == record &&
               compare(&ledger->entries[first], &ledger->entries[low]) == 0;
             low++) {
            const struct entry *entry = &ledger->entries[low];

            if (known[entry->column] == TRANSFER_OK)
                program_need_done(transfer_amount_add(&sums[entry->column], &entry->amount,
                                                      &sums[entry->column]));
            else
                sums[entry->column] = entry->amount;
            known[entry->column] = TRANSFER_OK;
        }
        for (size_t i = 0; rows > 0 && i < lead; i++)
            table_add(table, "", 0);
        for (size_t i = 0; i < LEDGER_COLUMNS; i++)
            table_add_amount(table, known[i], &sums[i]);
        rows++;
    }
}
