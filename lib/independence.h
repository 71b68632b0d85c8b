/* Whether partners are independent of each other.
 *
 * SPDX-License-Identifier: MIT
 *
 * A partner depends on those it is a unit of (parents) and on whoever owns more than half of it,
 * and on those that these depend on in turn.  Two partners are independent when nobody is among
 * both, the partners themselves included: two units of one institution are not.  That is not
 * transitive: a laboratory of two universities depends on both, and they are independent.  The
 * State and the European Union do not count as somebody on whom one depends: what they run decides
 * for itself.
 */
#ifndef INDEPENDENCE_H
#define INDEPENDENCE_H

#include <transfer/transfer.h>

enum { LINEAGE_MAX = 32 };

/* A partner and those it depends on. */
struct lineage {
    const transfer_record *items[LINEAGE_MAX];
    size_t count;
    int is_cut; /* there are more, or some that cannot be known */
};

/* `day` tells which holdings count (NULL: all); one whose beginning is not certainly past on it
 * does not.  References may lead back to where they began. */
void lineage_read(const transfer_record *partner, const transfer_date *day,
                  struct lineage *lineage);
/* TRANSFER_POSSIBLY where they have nobody in common and one of them is cut. */
transfer_certainty lineages_are_independent(const struct lineage *a, const struct lineage *b);

#endif
