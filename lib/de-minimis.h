/* De minimis aid: what counts, when and for whom.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef DE_MINIMIS_H
#define DE_MINIMIS_H

#include "aid.h"

/* A Member State, or "EU", or nothing that is known. */
struct aid_state {
    char code[3];
};

/* What a declaration of de minimis aid says. */
struct de_minimis_aid {
    const transfer_record *declaration, *agreement;
    transfer_record *beneficiary; /* NULL: not known */
    struct aid_state state;       /* that granted it */
    transfer_amount amount;       /* in euros, not negative; no currency: not known */
    transfer_date first, last;    /* the day of the right to it; year 0: may be any before, after */
};

/* The country of a partner. */
struct aid_state aid_state_of(const transfer_record *partner);
/* Who grants the aid of an agreement: the first country of its funders, else the Union. */
struct aid_state aid_state_granting(const transfer_record *agreement);
/* Reads a declaration; returns 0 where it is not of de minimis aid.  `granting` is what
 * aid_state_granting() says of its agreement. */
int de_minimis_read(const transfer_record *declaration, struct aid_state granting,
                    struct de_minimis_aid *aid);
/* The ceiling of a full day; NULL: none was in force. */
const struct aid_ceiling *de_minimis_ceiling(const transfer_date *day);
/* The first day that counts on a full day under a ceiling. */
transfer_date de_minimis_start(const struct aid_ceiling *ceiling, const transfer_date *day);

#endif
