/* Whether the budgets of a project bear out an effective collaboration.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef AID_COLLABORATION_H
#define AID_COLLABORATION_H

#include <transfer/transfer.h>

/* The most that one undertaking may bear of the costs, and the least that research organisations
 * bear where the collaboration is with them, in percent. */
enum { COLLABORATION_MOST = 70, COLLABORATION_LEAST = 10 };

struct collaboration {
    transfer_reason why; /* nothing can be told; TRANSFER_REASON_NONE: it can */
    unsigned is_contradicted : 1;
    const transfer_record *bearer; /* participation of the company that bears most; NULL: none */
    int64_t borne, research, total; /* by it, by others than companies, by all, in minor units */
};

/* What the budgets of a project's partners say; NULL: no project. */
void collaboration_read(const transfer_record *project, struct collaboration *collaboration);

#endif
