/* Questions that a portfolio answers: answers in the making, and what questions share.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef QUERY_H
#define QUERY_H

#include <transfer/transfer.h>

/* What a row knows.  MORE: beside the amount, if there is one, something is not known. */
enum {
    ROW_COMMITTED = 1,
    ROW_COMMITTED_MORE = 2,
    ROW_PAID = 4,
};

struct answer_row {
    transfer_record *funder, *beneficiary; /* of a sum; NULL: unspecified, or not grouped by it */
    transfer_record *record;               /* the agreement of a sum, the record of a list */
    transfer_amount committed, paid;       /* where unknown 0, in the currency of the row */
    transfer_key key;
    int32_t year; /* 0: undated, or not grouped by it */
    uint8_t role;
    uint8_t flags;
};

struct transfer_answer {
    struct answer_row *rows;
    size_t count, capacity;
    unsigned by; /* of a sum */
    int is_sum;
};

/* NULL when memory runs out. */
transfer_answer *answer_new(unsigned by, int is_sum);
/* A row of zeros at the end; NULL when memory runs out. */
struct answer_row *answer_append(transfer_answer *answer);
/* Sorts the rows from `first` on and adds up those of the same group and currency. */
transfer_status answer_merge(transfer_answer *answer, size_t first);
/* Frees an answer that failed, else hands it out. */
transfer_status answer_finish(transfer_answer *answer, transfer_status status,
                              transfer_answer **out);

/* Which agreements are in force on a day (NULL: the latest versions), by their dates and what
 * amends them, whatever their period.  `agreements` are in the order of the portfolio, and contain
 * with each agreement all that amend it, directly or not.  With `once`, what has possibly begun is
 * taken as begun, so that of a chain of versions one is in force and no other. */
transfer_status versions_in_force(transfer_record *const *agreements, size_t count,
                                  const transfer_date *as_of, int once,
                                  transfer_certainty *certainties);

/* Whether another agreement amends this one, and so replaces it in the end. */
int agreement_is_amended(const transfer_record *agreement);

/* What a party of an agreement has of its amount. */
enum claim_state {
    CLAIM_KNOWN,
    CLAIM_UNKNOWN,
    CLAIM_WHOLE, /* all that is left: the sole party, which states no part */
};

struct claim {
    transfer_record *record; /* NULL: unspecified, or the reference dangles */
    transfer_amount part;    /* where known */
    enum claim_state state;
};

/* The funders (TRANSFER_AGREEMENT_FUNDERS) or beneficiaries of an agreement, in order; free with
 * free().  `whole` is its amount, NULL where that is not known. */
transfer_status claims_read(const transfer_record *agreement, transfer_key key,
                            const transfer_amount *whole, struct claim **claims, size_t *count);

/* Who receives an allocation; NULL: nobody known. */
transfer_record *allocation_party(const transfer_record *allocation);

/* Cells that the tables of agreements may still have, so that what is asked of a portfolio stays in
 * proportion to its size. */
struct cells_allowance {
    uint64_t left;
};

#define CELLS_ALLOWANCE                                                                            \
    {                                                                                              \
        UINT64_C(1) << 20                                                                          \
    }

/* Adds what is committed and paid under an agreement, as far as paid on a day (NULL: ever), to an
 * answer: rows for what the answer is grouped by, which are still to be merged.  TRANSFER_LIMIT:
 * there would be too many. */
transfer_status cells_add(transfer_answer *answer, transfer_record *agreement,
                          const transfer_date *as_of, struct cells_allowance *allowance);

#endif
