/* The day of a record.
 *
 * SPDX-License-Identifier: MIT
 */
#include "record-date.h"

enum { DATES_MAX = 3 };

/* By type, the fields that say it, dates, periods and years, the first that is given counts. */
static const transfer_key keys[][DATES_MAX] = {
    {TRANSFER_AGREEMENT_AWARDED, TRANSFER_AGREEMENT_SIGNED, TRANSFER_AGREEMENT_PERIOD},
    {TRANSFER_PORTFOLIO_AS_OF, TRANSFER_PORTFOLIO_PUBLISHED},
    {TRANSFER_PROGRAMME_PERIOD},
    {TRANSFER_PROJECT_PERIOD},
    {TRANSFER_RESULT_FILED, TRANSFER_RESULT_PUBLISHED},
    {TRANSFER_INDICATOR_DATE, TRANSFER_INDICATOR_PERIOD},
    {TRANSFER_PLATFORM_EVENT_DATE},
    {TRANSFER_HOLDING_FROM},
    {TRANSFER_FISCAL_YEAR_YEAR},
    {TRANSFER_PARTICIPATION_PERIOD},
    {TRANSFER_MILESTONE_ACHIEVED, TRANSFER_MILESTONE_DUE},
    {TRANSFER_INSTALMENT_PAID, TRANSFER_INSTALMENT_DUE},
};

static int read_date(const transfer_record *record, transfer_key key, transfer_date *date)
{
    transfer_period period;
    int64_t year;

    if (transfer_record_get_date(record, key, date) == TRANSFER_OK)
        return 1;
    if (transfer_record_get_period(record, key, &period) == TRANSFER_OK && period.start.year) {
        *date = period.start;
        return 1;
    }
    if (transfer_record_get_integer(record, key, &year) == TRANSFER_OK) {
        *date = (transfer_date){.year = (int32_t)year};
        return 1;
    }
    return 0;
}

int record_date(const transfer_record *record, transfer_date *date)
{
    for (; record; record = transfer_record_parent(record)) {
        transfer_type type = transfer_record_type(record);

        for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
            for (size_t j = 0; j < DATES_MAX && keys[i][j]; j++)
                if (transfer_field_type(keys[i][j]) == type &&
                    read_date(record, keys[i][j], date))
                    return 1;
    }
    return 0;
}
