/* The highest intensity of aid for research and development.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef AID_INTENSITY_H
#define AID_INTENSITY_H

#include "aid.h"

/* What an intensity is asked for. */
struct aid_case {
    int category; /* of research */
    enum aid_size size;
    unsigned claims; /* AID_COLLABORATION, AID_DISSEMINATION */
    struct aid_days days;
};

/* What the law grants, in percent and percentage points. */
struct aid_grant {
    const struct aid_intensity *row; /* of several laws that may apply the most favourable */
    unsigned for_size, for_collaboration, for_dissemination;
    unsigned percent; /* in all */
    unsigned laws;    /* that may apply */
};

/* Finds what is granted.  TRANSFER_REASON_NONE, or why there is perhaps no law for the case. */
transfer_reason aid_intensity_find(const struct aid_case *question, struct aid_grant *grant);

/* The bonuses that a declaration (NULL: none) claims. */
unsigned aid_claims(const transfer_record *declaration);

#endif
