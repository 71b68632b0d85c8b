/* Rules of who pays and who receives under an agreement.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes.
 */
#include <stdint.h>
#include <stdlib.h>

#include "check.h"
#include "date.h"
#include "query.h"

/* A partner that receives: its id, which is one string for all that name it, and where. */
struct receiver {
    const char *partner;
    const transfer_record *allocation;
};

enum { RECEIVERS_FEW = 16 };

struct receivers {
    struct receiver *items; /* by id */
    size_t count;
    struct receiver few[RECEIVERS_FEW];
};

static int compare_receivers(const void *a, const void *b)
{
    uintptr_t first = (uintptr_t)((const struct receiver *)a)->partner;
    uintptr_t second = (uintptr_t)((const struct receiver *)b)->partner;

    return first < second ? -1 : first > second;
}

/* Returns 0 when memory runs out. */
static int receivers_read(struct check *check, const transfer_record *agreement,
                          struct receivers *receivers)
{
    transfer_record *allocation;
    size_t count = 0;

    receivers->items = receivers->few;
    receivers->count = 0;
    (void)transfer_record_count(agreement, TRANSFER_AGREEMENT_BENEFICIARIES, &count);
    if (count > RECEIVERS_FEW)
        receivers->items = malloc(count * sizeof *receivers->items);
    if (!receivers->items) {
        check->status = TRANSFER_NO_MEMORY;
        return 0;
    }
    for (size_t i = 0; i < count; i++) {
        struct receiver *receiver = &receivers->items[receivers->count];

        (void)transfer_record_record_at(agreement, TRANSFER_AGREEMENT_BENEFICIARIES, i,
                                        &allocation);
        receiver->allocation = allocation;
        receivers->count += transfer_record_get_reference_id(allocation,
                                                             TRANSFER_ALLOCATION_PARTNER,
                                                             &receiver->partner) == TRANSFER_OK;
    }
    if (receivers->count > 1)
        qsort(receivers->items, receivers->count, sizeof *receivers->items, compare_receivers);
    return 1;
}

static void receivers_free(struct receivers *receivers)
{
    if (receivers->items != receivers->few)
        free(receivers->items);
}

/* The receiver that a field of a record names; NULL: it names none. */
static const struct receiver *receivers_find(const struct receivers *receivers,
                                             const transfer_record *record, transfer_key key)
{
    struct receiver wanted = {NULL, NULL};

    if (receivers->count == 0 ||
        transfer_record_get_reference_id(record, key, &wanted.partner) != TRANSFER_OK)
        return NULL;
    return bsearch(&wanted, receivers->items, receivers->count, sizeof wanted, compare_receivers);
}

/* ---- a funder that receives ---- */

static void report_funder(struct check *check, const transfer_record *contribution,
                          const struct receiver *receiver)
{
    static const struct phrase receives = {{"it receives here", "il reçoit ici"}};
    struct finding finding;

    check_begin(check, &finding, &rule_funder_is_beneficiary, contribution,
                TRANSFER_CONTRIBUTION_PARTNER);
    finding_add_string(&finding, "found", receiver->partner);
    check_relate(check, &finding, receiver->allocation, TRANSFER_ALLOCATION_PARTNER, &receives);
    check_end(check, &finding, contribution, TRANSFER_CONTRIBUTION_PARTNER);
}

/* Whether a contribution says, or may say, that it is the beneficiary's own. */
static int is_own(const transfer_record *contribution)
{
    int own = 0;
    transfer_status status = transfer_record_get_boolean(
        contribution, TRANSFER_CONTRIBUTION_OWN_CONTRIBUTION, &own);

    return own || status == TRANSFER_WRONG_KIND;
}

static transfer_reason check_funder_is_beneficiary(struct check *check,
                                                   const transfer_record *agreement)
{
    struct receivers receivers;
    transfer_record *contribution;
    transfer_reason reason;
    size_t count = 0;

    (void)transfer_record_count(agreement, TRANSFER_AGREEMENT_FUNDERS, &count);
    if (count == 0 || !transfer_record_has(agreement, TRANSFER_AGREEMENT_BENEFICIARIES))
        return TRANSFER_REASON_MISSING;
    if (!receivers_read(check, agreement, &receivers))
        return TRANSFER_REASON_NONE;
    reason = receivers.count ? TRANSFER_REASON_NONE : TRANSFER_REASON_OTHER_CASE;
    for (size_t i = 0; i < count; i++) {
        const struct receiver *receiver;

        (void)transfer_record_record_at(agreement, TRANSFER_AGREEMENT_FUNDERS, i, &contribution);
        receiver = receivers_find(&receivers, contribution, TRANSFER_CONTRIBUTION_PARTNER);
        if (receiver && !is_own(contribution))
            report_funder(check, contribution, receiver);
    }
    receivers_free(&receivers);
    return reason;
}

/* ---- paid before it was announced ---- */

/* When a platform was announced first. */
struct announcement {
    const transfer_record *event; /* NULL: it is not said */
    transfer_date first;          /* the earliest day that it may have been */
    int is_vague;                 /* perhaps earlier than that */
};

static void take_event(struct announcement *announcement, const transfer_record *event)
{
    transfer_date date, first, last;

    if (transfer_record_get_date(event, TRANSFER_PLATFORM_EVENT_DATE, &date) != TRANSFER_OK ||
        transfer_date_bounds(&date, &first, &last) != TRANSFER_OK || first.year == 0 ||
        date_is_doubtful(&date)) {
        announcement->is_vague = 1;
        return;
    }
    if (announcement->event && date_compare_days(&first, &announcement->first) >= 0)
        return;
    announcement->event = event;
    announcement->first = first;
}

static void read_announcement(const transfer_record *platform, struct announcement *announcement)
{
    transfer_record *event;
    size_t count = 0;
    int status;

    (void)transfer_record_count(platform, TRANSFER_PLATFORM_HISTORY, &count);
    for (size_t i = 0; i < count; i++) {
        (void)transfer_record_record_at(platform, TRANSFER_PLATFORM_HISTORY, i, &event);
        if (transfer_record_get_choice(event, TRANSFER_PLATFORM_EVENT_STATUS, &status) ==
                TRANSFER_OK &&
            status == TRANSFER_PLATFORM_EVENT_STATUS_ANNOUNCED)
            take_event(announcement, event);
    }
}

static void *read_announcements(struct check *check)
{
    const struct section *platforms = &check->portfolio->sections[TRANSFER_TYPE_PLATFORM];
    struct announcement *announcements = calloc(platforms->count + 1, sizeof *announcements);

    if (!announcements) {
        check->status = TRANSFER_NO_MEMORY;
        return NULL;
    }
    for (size_t i = 0; i < platforms->count; i++)
        read_announcement(platforms->items[i], &announcements[i]);
    return announcements;
}

static const struct index announcements_of_platforms = {read_announcements, free};

/* The platform that an allocation benefits, itself or through its project; NULL: none. */
static transfer_record *allocation_platform(const transfer_record *allocation)
{
    transfer_record *party = allocation_party(allocation), *platform;

    if (!party || transfer_record_type(party) == TRANSFER_TYPE_PLATFORM)
        return party;
    return transfer_record_get_reference(party, TRANSFER_PROJECT_PLATFORM, &platform) ==
                   TRANSFER_OK
               ? platform
               : NULL;
}

/* The first announcement of a platform that benefits, of those that are given.  Returns why there
 * is none to compare with. */
static transfer_reason find_announcement(struct check *check, const transfer_record *agreement,
                                         struct announcement *found)
{
    const struct section *platforms = &check->portfolio->sections[TRANSFER_TYPE_PLATFORM];
    transfer_reason reason = TRANSFER_REASON_OTHER_CASE;
    transfer_record *allocation, *platform;
    size_t count = 0;

    found->event = NULL;
    found->is_vague = 0;
    (void)transfer_record_count(agreement, TRANSFER_AGREEMENT_BENEFICIARIES, &count);
    for (size_t i = 0; i < count; i++) {
        const struct announcement *announcements, *other;

        (void)transfer_record_record_at(agreement, TRANSFER_AGREEMENT_BENEFICIARIES, i,
                                        &allocation);
        platform = allocation_platform(allocation);
        announcements = platform ? check_index(check, &announcements_of_platforms) : NULL;
        if (!announcements)
            continue;
        reason = TRANSFER_REASON_MISSING;
        other = &announcements[section_index(platforms, platform)];
        found->is_vague |= other->is_vague;
        if (other->event &&
            (!found->event || date_compare_days(&other->first, &found->first) < 0)) {
            found->event = other->event;
            found->first = other->first;
        }
    }
    if (found->is_vague)
        return TRANSFER_REASON_VAGUE;
    return found->event ? TRANSFER_REASON_NONE : reason;
}

static void report_payment(struct check *check, const transfer_record *instalment,
                           const transfer_record *event)
{
    static const struct phrase announced = {{"it was announced here", "elle est annoncée ici"}};
    char paid_text[TRANSFER_VALUE_SIZE], announced_text[TRANSFER_VALUE_SIZE];
    transfer_date paid, date;
    struct finding finding;

    (void)transfer_record_get_date(instalment, TRANSFER_INSTALMENT_PAID, &paid);
    (void)transfer_record_get_date(event, TRANSFER_PLATFORM_EVENT_DATE, &date);
    check_begin(check, &finding, &rule_payment_before_announcement, instalment,
                TRANSFER_INSTALMENT_PAID);
    finding_add_date(&finding, "found", &paid, paid_text);
    finding_add_date(&finding, "announced", &date, announced_text);
    finding_add_string(&finding, "platform", transfer_record_id(transfer_record_parent(event)));
    check_relate(check, &finding, event, TRANSFER_PLATFORM_EVENT_DATE, &announced);
    check_end(check, &finding, instalment, TRANSFER_INSTALMENT_PAID);
}

/* Returns whether any instalment was paid. */
static int look_at_instalments(struct check *check, const transfer_record *agreement,
                               const struct receivers *receivers,
                               const struct announcement *announcement)
{
    transfer_record *instalment;
    size_t count = 0;
    int is_paid = 0;

    (void)transfer_record_count(agreement, TRANSFER_AGREEMENT_INSTALMENTS, &count);
    for (size_t i = 0; i < count; i++) {
        transfer_date paid;

        (void)transfer_record_record_at(agreement, TRANSFER_AGREEMENT_INSTALMENTS, i, &instalment);
        if (transfer_record_get_date(instalment, TRANSFER_INSTALMENT_PAID, &paid) != TRANSFER_OK)
            continue;
        is_paid = 1;
        /* What is another beneficiary's has nothing to do with the platform. */
        if (transfer_date_is_before(&paid, &announcement->first) == TRANSFER_CERTAINLY &&
            !receivers_find(receivers, instalment, TRANSFER_INSTALMENT_BENEFICIARY))
            report_payment(check, instalment, announcement->event);
    }
    return is_paid;
}

static transfer_reason check_payment_before_announcement(struct check *check,
                                                         const transfer_record *agreement)
{
    struct announcement announcement;
    struct receivers receivers;
    transfer_reason reason;

    if (!transfer_record_has(agreement, TRANSFER_AGREEMENT_INSTALMENTS))
        return TRANSFER_REASON_MISSING;
    reason = find_announcement(check, agreement, &announcement);
    if (reason != TRANSFER_REASON_NONE)
        return reason;
    if (!receivers_read(check, agreement, &receivers))
        return TRANSFER_REASON_NONE;
    if (!look_at_instalments(check, agreement, &receivers, &announcement))
        reason = TRANSFER_REASON_MISSING;
    receivers_free(&receivers);
    return reason;
}

/* found: the partner */
const struct transfer_rule rule_funder_is_beneficiary = {
    .name = "funder-is-beneficiary",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_AGREEMENT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A funder is also a beneficiary", "Un financeur est aussi bénéficiaire"}},
    .explanation =
        {{"The same partner pays under the agreement and receives under it. Where a beneficiary "
          "bears a part of the costs itself, its contribution says so: own_contribution: true. "
          "Otherwise one of the two names is probably that of somebody else.",
          "Le même partenaire paie au titre de la convention et reçoit à ce titre. Si un "
          "bénéficiaire supporte lui-même une part des coûts, sa contribution le dit\u00a0: "
          "own_contribution: true. Sinon, l'un des deux noms est sans doute celui d'un autre."}},
    .message = {{"{found} pays and receives under the same agreement: if the part is its own, say "
                 "own_contribution: true",
                 "{found} paie et reçoit au titre de la même convention\u00a0: si c'est sa part "
                 "propre, indiquez own_contribution: true"}},
    .check = check_funder_is_beneficiary,
    .missing = KEYS(TRANSFER_CONTRIBUTION_OWN_CONTRIBUTION),
};

/* found: the day of the payment; platform; announced: the day of that */
const struct transfer_rule rule_payment_before_announcement = {
    .name = "payment-before-announcement",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_AGREEMENT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"Money was paid before the platform was announced",
               "Un versement précède l'annonce de la plate-forme"}},
    .explanation =
        {{"A platform receives money, itself or through a project, before the day on which it was "
          "announced. One of the dates may be wrong. A payment that was for another beneficiary "
          "of the agreement names it. Where a platform was prepared before it became public, "
          "accept this with an exception. Platforms whose history has no event with the status "
          "announced are not looked at.",
          "Une plate-forme reçoit de l'argent, elle-même ou par un projet, avant le jour de son "
          "annonce. L'une des dates est peut-être fausse. Un versement destiné à un autre "
          "bénéficiaire de la convention le nomme. Si la plate-forme a été préparée avant d'être "
          "rendue publique, acceptez ce constat par une exception. Les plates-formes dont "
          "l'historique n'a pas d'événement annoncé (announced) ne sont pas examinées."}},
    .message = {{"the payment ({found}) precedes the announcement of {platform} ({announced})",
                 "le versement ({found}) précède l'annonce de {platform} ({announced})"}},
    .check = check_payment_before_announcement,
    .missing = KEYS(TRANSFER_AGREEMENT_BENEFICIARIES, TRANSFER_ALLOCATION_PARTNER,
                    TRANSFER_ALLOCATION_PLATFORM, TRANSFER_ALLOCATION_PROJECT,
                    TRANSFER_INSTALMENT_BENEFICIARY),
};
