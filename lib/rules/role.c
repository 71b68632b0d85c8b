/* Rules of who takes part in a project, and as what.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes; those in brackets may be missing.
 */
#include "member.h"

/* ---- coordinators ---- */

static void report_two(struct check *check, const struct member *first, const struct member *second)
{
    static const struct phrase other = {{"the other coordinator", "l'autre coordinateur"}};
    struct finding finding;

    check_begin(check, &finding, &rule_coordinator_one, second->record,
                TRANSFER_PARTICIPATION_ROLE);
    finding_add_string(&finding, "found", second->partner);
    finding_add_string(&finding, "first", first->partner);
    check_relate(check, &finding, first->record, TRANSFER_PARTICIPATION_ROLE, &other);
    check_end(check, &finding, second->record, TRANSFER_PARTICIPATION_ROLE);
}

static void report_none(struct check *check, const transfer_record *project, size_t count)
{
    struct finding finding;
    char buffer[24];

    check_begin(check, &finding, &rule_coordinator_one, project, TRANSFER_PROJECT_PARTNERS);
    finding_lower(&finding, TRANSFER_NOTE);
    finding_add_number(&finding, "count", count, buffer);
    check_end(check, &finding, project, TRANSFER_PROJECT_PARTNERS);
}

/* The same partner twice is said by participation-duplicate. */
static void compare_coordinators(struct check *check, const struct member *coordinators,
                                 size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t j = 0; j < i && j < MEMBERS_COMPARED; j++)
            if (coordinators[j].partner != coordinators[i].partner &&
                members_meet(&coordinators[j], &coordinators[i])) {
                report_two(check, &coordinators[j], &coordinators[i]);
                break;
            }
}

static transfer_reason judge_coordinators(struct check *check, const transfer_record *project,
                                          struct members *members)
{
    size_t coordinators = 0, without_role = 0, others = 0;

    for (size_t i = 0; i < members->count; i++) {
        const struct member member = members->items[i];

        others += member.partner != members->items[0].partner;
        without_role += member.role == 0;
        if (member.role == TRANSFER_PARTICIPATION_ROLE_COORDINATOR)
            members->items[coordinators++] = member;
    }
    if (coordinators > 0) {
        compare_coordinators(check, members->items, coordinators);
        return TRANSFER_REASON_NONE;
    }
    if (members->unreadable > 0)
        return TRANSFER_REASON_REPORTED;
    if (members->count == 0 || without_role > 0)
        return TRANSFER_REASON_MISSING;
    if (others == 0)
        return TRANSFER_REASON_OTHER_CASE;
    report_none(check, project, members->count);
    return TRANSFER_REASON_NONE;
}

static transfer_reason check_coordinator_one(struct check *check, const transfer_record *project)
{
    transfer_reason reason;
    struct members members;

    if (!members_read(check, project, &members))
        return TRANSFER_REASON_NONE;
    reason = judge_coordinators(check, project, &members);
    members_free(&members);
    return reason;
}

/* ---- the same partner twice ---- */

static void report_again(struct check *check, const struct member *first,
                         const struct member *again)
{
    static const struct phrase before = {{"it takes part here", "il participe ici"}};
    struct finding finding;

    check_begin(check, &finding, &rule_participation_duplicate, again->record,
                TRANSFER_PARTICIPATION_PARTNER);
    finding_add_string(&finding, "found", again->partner);
    finding_add_string(&finding, "role",
                       transfer_field_choice_name(TRANSFER_PARTICIPATION_ROLE, again->role));
    check_relate(check, &finding, first->record, TRANSFER_PARTICIPATION_PARTNER, &before);
    check_end(check, &finding, again->record, TRANSFER_PARTICIPATION_PARTNER);
}

static transfer_reason check_participation_duplicate(struct check *check,
                                                     const transfer_record *project)
{
    transfer_reason reason = TRANSFER_REASON_NONE;
    struct members members;

    if (!members_read(check, project, &members))
        return TRANSFER_REASON_NONE;
    if (members.count == 0)
        reason = members.unreadable ? TRANSFER_REASON_REPORTED : TRANSFER_REASON_MISSING;
    members_sort(&members);
    for (size_t i = 1; i < members.count; i++) {
        const struct member *before = members_repeated(&members, i);

        if (before)
            report_again(check, before, &members.items[i]);
    }
    members_free(&members);
    return reason;
}

/* (found: the second coordinator; first: the other); (count: the participations, of which none is
 * a coordinator's) */
const struct transfer_rule rule_coordinator_one = {
    .name = "coordinator-one",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PROJECT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A project has one coordinator", "Un projet a un seul coordinateur"}},
    .explanation =
        {{"Funders and authorities speak with one partner, which answers for the project: its "
          "coordinator. Two partners that share the work are participants; where one took over "
          "from the other, give each participation its period. A project of several partners that "
          "all state a role, none of them coordinator, gets a note.",
          "Les financeurs et les autorités s'adressent à un partenaire, qui répond du "
          "projet\u00a0: son coordinateur. Deux partenaires qui se partagent le travail sont des "
          "participants\u00a0; si l'un a pris la suite de l'autre, donnez à chaque participation "
          "sa période. Un projet de plusieurs partenaires dont tous ont un rôle, sans "
          "coordinateur, reçoit une simple remarque."}},
    .message = {{"[{found} coordinates the project at the same time as {first}: give one another "
                 "role, or each its period][none of the {count} participations is a coordinator's]",
                 "[{found} coordonne le projet en même temps que {first}\u00a0: donnez à l'un un "
                 "autre rôle, ou à chacun sa période][aucune des {count} participations n'est "
                 "celle d'un coordinateur]"}},
    .check = check_coordinator_one,
    .missing = KEYS(TRANSFER_PARTICIPATION_ROLE, TRANSFER_PARTICIPATION_PARTNER,
                    TRANSFER_PARTICIPATION_PERIOD),
};

/* found: the partner; (role) */
const struct transfer_rule rule_participation_duplicate = {
    .name = "participation-duplicate",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PROJECT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A partner takes part twice in the same role",
               "Un partenaire participe deux fois au même titre"}},
    .explanation =
        {{"A project lists the same partner twice, in the same role or both times without one, and "
          "certainly at the same time: both for the whole project, or in periods that overlap. "
          "Remove one of them, or give each its role or its period.",
          "Un projet indique deux fois le même partenaire, au même titre ou les deux fois sans "
          "rôle, et certainement en même temps\u00a0: pour tout le projet, ou pour des périodes qui "
          "se recouvrent. Supprimez l'une des participations, ou donnez à chacune son rôle ou sa "
          "période."}},
    .message = {{"{found} takes part already[ as {role}]: remove one, or give each its period",
                 "{found} participe déjà[ en tant que {role}]\u00a0: supprimez l'une des "
                 "participations, ou donnez à chacune sa période"}},
    .check = check_participation_duplicate,
    .missing = KEYS(TRANSFER_PARTICIPATION_ROLE, TRANSFER_PARTICIPATION_PERIOD),
};
