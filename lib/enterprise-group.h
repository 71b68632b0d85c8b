/* Which enterprises belong together by who owns them.
 *
 * SPDX-License-Identifier: MIT
 *
 * The law is the annex to Recommendation 2003/361/EC, article 3.  Of several holdings of one owner
 * the latest that has begun counts.  "Equal" and "rest" take what the others leave.
 *
 *   - Enterprises are linked where one, alone or with those linked to it, holds more than half of
 *     another (3(3)).  They make a group; sisters belong to it as well.
 *   - Groups are partners where one holds at least a quarter and at most half of an enterprise of
 *     the other, the holdings of linked enterprises taken together (3(2)).  Of several such ties
 *     between two groups the greatest share counts (6(2)), so that each enterprise counts once
 *     whatever the ways round.
 *   - Public bodies are no enterprises: they tie nobody together.  They are the partners of kind
 *     state, public_agency, regional_authority, local_authority and european_union.  A hospital may
 *     be public or private, and counts as an enterprise.
 *   - Investors that hold half or less are no partners (3(2), second subparagraph): universities,
 *     laboratories, research organisations and research institutes, financial institutions.
 *   - What public bodies hold, a majority that they have together taken for control, is public
 *     (3(4)).  A local authority that holds half or less may be one of the small ones of 3(2)(d),
 *     which is not known here: it is public perhaps.  A research organisation is public where it
 *     holds more than half.
 */
#ifndef ENTERPRISE_GROUP_H
#define ENTERPRISE_GROUP_H

#include "portfolio.h"
#include "share.h"

/* One partner holds a share of another; both are indexes in the section. */
struct tie {
    uint32_t owner, owned;
    struct fraction share;
};

/* A group of partner enterprises, and the part of its figures that counts. */
struct neighbour {
    uint32_t group, other;
    struct fraction share;
};

enum {
    PARTNER_OWNER_UNKNOWN = 1, /* a holding has no share, or its owner is not there */
    PARTNER_OVERFLOW = 2,      /* its shares do not add up in exact fractions that fit */
    PARTNER_PUBLIC = 4,        /* controlled by public bodies */
    PARTNER_PERHAPS_PUBLIC = 8 /* the same, if local authorities are public bodies */
};

/* Who owns whom in a portfolio.  Where nobody owns anything there are no arrays. */
struct ownership {
    const transfer_portfolio *portfolio;
    const struct section *partners;
    uint32_t count; /* of partners */
    uint8_t *flags; /* by partner */

    struct tie *ties; /* in the order of who is owned */
    uint32_t tie_count, tie_capacity;
    uint32_t *first_tie;   /* by owned partner; one more than there are */
    uint32_t *holdings;    /* indexes of ties in the order of owners */
    uint32_t *first_holding; /* by owner */

    uint32_t *group; /* by partner */
    uint32_t group_count;
    uint32_t *members;      /* partners in the order of groups */
    uint32_t *first_member; /* by group */
    struct neighbour *neighbours; /* in the order of groups */
    uint32_t neighbour_count;
    uint32_t *first_neighbour; /* by group */
};

/* Reads who owns whom on a day (NULL: by the latest holdings).  To be freed in any case. */
transfer_status ownership_read(struct ownership *ownership, const transfer_portfolio *portfolio,
                               const transfer_date *day);
void ownership_free(struct ownership *ownership);

static inline transfer_record *ownership_partner(const struct ownership *ownership, uint32_t index)
{
    return ownership->partners->items[index];
}

/* Whether a holding makes an enterprise linked or a partner; else its owner is a public body or an
 * investor. */
int tie_is_of_enterprises(const struct ownership *ownership, const struct tie *tie);
int share_is_majority(struct fraction share);
/* Whether the owner is a public body, or controlled by them; local authorities perhaps too. */
int tie_is_public(const struct ownership *ownership, const struct tie *tie, int perhaps);
/* What public bodies hold of a partner, directly or through what they control. */
transfer_status ownership_public_share(const struct ownership *ownership, uint32_t partner,
                                       int perhaps, struct fraction *share);

#endif
