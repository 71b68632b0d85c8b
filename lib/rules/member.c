/* The participations of one project.
 *
 * SPDX-License-Identifier: MIT
 */
#include "member.h"

#include <stdint.h>
#include <stdlib.h>

static int read_member(const transfer_record *record, struct member *member)
{
    transfer_status role, period;

    if (transfer_record_get_reference_id(record, TRANSFER_PARTICIPATION_PARTNER,
                                         &member->partner) != TRANSFER_OK)
        return 0;
    member->role = 0;
    role = transfer_record_get_choice(record, TRANSFER_PARTICIPATION_ROLE, &member->role);
    period = transfer_record_get_period(record, TRANSFER_PARTICIPATION_PERIOD, &member->period);
    member->has_period = period == TRANSFER_OK;
    return role != TRANSFER_WRONG_KIND && period != TRANSFER_WRONG_KIND;
}

int members_read(struct check *check, const transfer_record *project, struct members *members)
{
    transfer_record *record;
    size_t count = 0;

    members->items = members->few;
    members->count = members->unreadable = 0;
    (void)transfer_record_count(project, TRANSFER_PROJECT_PARTNERS, &count);
    if (count > MEMBERS_FEW)
        members->items = malloc(count * sizeof *members->items);
    if (!members->items) {
        check->status = TRANSFER_NO_MEMORY;
        return 0;
    }
    for (size_t i = 0; i < count; i++) {
        struct member *member = &members->items[members->count];

        (void)transfer_record_record_at(project, TRANSFER_PROJECT_PARTNERS, i, &record);
        member->record = record;
        member->index = i;
        if (read_member(record, member))
            members->count++;
        else
            members->unreadable++;
    }
    return 1;
}

void members_free(struct members *members)
{
    if (members->items != members->few)
        free(members->items);
}

/* Whether a period has certainly begun before another ends; one that begins on the other's last day
 * follows it. */
static int begins_before_end(const transfer_period *a, const transfer_period *b)
{
    return !a->start.year || !b->end.year ||
           transfer_date_is_before(&a->start, &b->end) == TRANSFER_CERTAINLY;
}

int members_meet(const struct member *a, const struct member *b)
{
    if (!a->has_period || !b->has_period)
        return !a->has_period && !b->has_period;
    return begins_before_end(&a->period, &b->period) && begins_before_end(&b->period, &a->period);
}

static int compare_members(const void *a, const void *b)
{
    const struct member *first = a, *second = b;
    uintptr_t first_id = (uintptr_t)first->partner, second_id = (uintptr_t)second->partner;

    if (first_id != second_id)
        return first_id < second_id ? -1 : 1;
    if (first->role != second->role)
        return first->role < second->role ? -1 : 1;
    return first->index < second->index ? -1 : 1;
}

void members_sort(struct members *members)
{
    if (members->count > 1)
        qsort(members->items, members->count, sizeof *members->items, compare_members);
}

const struct member *members_repeated(const struct members *members, size_t index)
{
    const struct member *again = &members->items[index];

    for (size_t i = 1; i <= index && i <= MEMBERS_COMPARED; i++) {
        const struct member *other = again - i;

        if (other->partner != again->partner || other->role != again->role)
            return NULL;
        if (members_meet(other, again))
            return other;
    }
    return NULL;
}
