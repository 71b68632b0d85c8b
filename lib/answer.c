/* Answers: tables of rows.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "query.h"
#include "record-set.h"

enum { ROWS_FIRST = 8 };

transfer_answer *answer_new(unsigned by, int is_sum)
{
    transfer_answer *answer = calloc(1, sizeof(*answer));

    if (answer) {
        answer->by = by;
        answer->is_sum = is_sum;
    }
    return answer;
}

struct answer_row *answer_append(transfer_answer *answer)
{
    struct answer_row *row;

    if (answer->count == answer->capacity) {
        size_t capacity = answer->capacity ? answer->capacity * 2 : ROWS_FIRST;
        struct answer_row *rows;

        if (capacity > SIZE_MAX / sizeof(*rows))
            return NULL;
        rows = realloc(answer->rows, capacity * sizeof(*rows));
        if (!rows)
            return NULL;
        answer->rows = rows;
        answer->capacity = capacity;
    }
    row = &answer->rows[answer->count++];
    memset(row, 0, sizeof(*row));
    return row;
}

transfer_status answer_finish(transfer_answer *answer, transfer_status status,
                              transfer_answer **out)
{
    if (status == TRANSFER_OK)
        *out = answer;
    else
        transfer_answer_free(answer);
    return status;
}

/* ---- merging ---- */

static int compare_rows(const void *a, const void *b)
{
    const struct answer_row *x = a, *y = b;
    int order = record_order(x->funder, y->funder);

    if (order == 0)
        order = record_order(x->beneficiary, y->beneficiary);
    if (order == 0)
        order = record_order(x->record, y->record);
    if (order == 0 && x->year != y->year)
        return y->year == 0 || (x->year != 0 && x->year < y->year) ? -1 : 1;
    if (order == 0 && x->role != y->role)
        return x->role < y->role ? -1 : 1;
    return order != 0 ? order : strcmp(x->committed.currency, y->committed.currency);
}

static transfer_status add_row(struct answer_row *sum, const struct answer_row *row)
{
    transfer_status status = transfer_amount_add(&sum->committed, &row->committed, &sum->committed);

    if (status == TRANSFER_OK)
        status = transfer_amount_add(&sum->paid, &row->paid, &sum->paid);
    sum->flags |= row->flags;
    return status;
}

transfer_status answer_merge(transfer_answer *answer, size_t first)
{
    struct answer_row *rows = answer->rows;
    size_t kept = first;
    transfer_status status;

    if (answer->count - first < 2)
        return TRANSFER_OK;
    qsort(rows + first, answer->count - first, sizeof(*rows), compare_rows);
    for (size_t i = first + 1; i < answer->count; i++) {
        if (compare_rows(&rows[kept], &rows[i]) != 0) {
            rows[++kept] = rows[i];
            continue;
        }
        status = add_row(&rows[kept], &rows[i]);
        if (status != TRANSFER_OK)
            return status;
    }
    answer->count = kept + 1;
    return TRANSFER_OK;
}

/* ---- the API ---- */

void transfer_answer_free(transfer_answer *answer)
{
    if (!answer)
        return;
    free(answer->rows);
    free(answer);
}

size_t transfer_answer_count(const transfer_answer *answer)
{
    return answer ? answer->count : 0;
}

static const struct answer_row *find_row(const transfer_answer *answer, size_t index)
{
    return answer && index < answer->count ? &answer->rows[index] : NULL;
}

transfer_status transfer_answer_record(const transfer_answer *answer, size_t index,
                                       transfer_role role, transfer_record **record)
{
    const struct answer_row *row = find_row(answer, index);
    transfer_record *found = NULL;
    unsigned by = 0;

    if (!answer || !record)
        return TRANSFER_MISUSE;
    if (!row)
        return TRANSFER_NOT_FOUND;
    if (!answer->is_sum) {
        if (role != TRANSFER_ROLE_NONE)
            return TRANSFER_NOT_FOUND;
        *record = row->record;
        return TRANSFER_OK;
    }
    if (role == TRANSFER_ROLE_FUNDER) {
        by = TRANSFER_BY_FUNDER;
        found = row->funder;
    } else if (role == TRANSFER_ROLE_BENEFICIARY) {
        by = TRANSFER_BY_BENEFICIARY;
        found = row->beneficiary;
    } else if (role == TRANSFER_ROLE_AGREEMENT) {
        by = TRANSFER_BY_AGREEMENT;
        found = row->record;
    }
    if (!(answer->by & by))
        return TRANSFER_NOT_FOUND;
    if (!found)
        return TRANSFER_UNSET;
    *record = found;
    return TRANSFER_OK;
}

transfer_role transfer_answer_role(const transfer_answer *answer, size_t index)
{
    const struct answer_row *row = find_row(answer, index);

    return row ? (transfer_role)row->role : TRANSFER_ROLE_NONE;
}

transfer_key transfer_answer_key(const transfer_answer *answer, size_t index)
{
    const struct answer_row *row = find_row(answer, index);

    return row ? row->key : 0;
}

transfer_status transfer_answer_year(const transfer_answer *answer, size_t index, int *year)
{
    const struct answer_row *row = find_row(answer, index);

    if (!answer || !year)
        return TRANSFER_MISUSE;
    if (!row || !(answer->by & TRANSFER_BY_YEAR))
        return TRANSFER_NOT_FOUND;
    if (row->year == 0)
        return TRANSFER_UNSET;
    *year = row->year;
    return TRANSFER_OK;
}

transfer_status transfer_answer_committed(const transfer_answer *answer, size_t index,
                                          transfer_amount *amount)
{
    const struct answer_row *row = find_row(answer, index);
    transfer_amount least;

    if (!answer || !amount)
        return TRANSFER_MISUSE;
    if (!row)
        return TRANSFER_NOT_FOUND;
    if (!(row->flags & ROW_COMMITTED))
        return TRANSFER_UNSET;
    if (!(row->flags & ROW_COMMITTED_MORE)) {
        *amount = row->committed;
        return TRANSFER_OK;
    }
    /* What is known and what is not make at least what is known. */
    least = row->committed;
    least.minor = 0;
    least.qualifier = TRANSFER_AT_LEAST;
    return transfer_amount_add(&row->committed, &least, amount);
}

transfer_status transfer_answer_paid(const transfer_answer *answer, size_t index,
                                     transfer_amount *amount)
{
    const struct answer_row *row = find_row(answer, index);

    if (!answer || !amount)
        return TRANSFER_MISUSE;
    if (!row)
        return TRANSFER_NOT_FOUND;
    if (!(row->flags & ROW_PAID))
        return TRANSFER_UNSET;
    *amount = row->paid;
    return TRANSFER_OK;
}
