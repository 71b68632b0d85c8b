/* Answers that are computed, with the steps that led to them.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef CALCULATION_H
#define CALCULATION_H

#include <transfer/transfer.h>

#include "report.h"

/* One step: a sentence in each language, and what it found as a value. */
struct step {
    char *text[LANGUAGES];
    transfer_record *record; /* whose figures it took; NULL: none's */
    const char *source;      /* the law that it follows, static; NULL: none */
    transfer_kind kind;      /* of the value; 0: it has none */
    union {
        transfer_amount amount;
        transfer_quantity quantity;
        transfer_share share;
    } value;
};

/* What is asked, and how far it could be answered. */
struct transfer_calculation {
    struct step *steps;
    size_t count, capacity;
    unsigned is_size : 1, is_intensity : 1, is_de_minimis : 1; /* which question it answers */
    unsigned is_known : 1; /* there is an answer; else the last step says what is missing */
    int size;
    transfer_share intensity;
    transfer_amount used, left;
};

/* NULL when memory runs out. */
transfer_calculation *calculation_new(void);
/* Adds a step whose sentence is filled from parts (see message.h); NULL when memory runs out. */
struct step *calculation_add(transfer_calculation *calculation, const struct phrase *sentence,
                             const struct part *parts, size_t part_count);
void step_set_amount(struct step *step, const transfer_amount *amount);
void step_set_quantity(struct step *step, const transfer_quantity *quantity);
void step_set_share(struct step *step, const transfer_share *share);
/* Frees a calculation that failed, else hands it out. */
transfer_status calculation_finish(transfer_calculation *calculation, transfer_status status,
                                   transfer_calculation **out);

#endif
