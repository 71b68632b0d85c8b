/* Who and what belongs together: referrers, a platform's partners and agreements, what is in
 * force.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

#include "portfolio.h"
#include "query.h"
#include "record-set.h"
#include "value.h"

/* Appends a row of a list.  Returns TRANSFER_NO_MEMORY when it cannot. */
static transfer_status add_row(transfer_answer *answer, transfer_record *record, transfer_role role)
{
    struct answer_row *row = answer_append(answer);

    if (!row)
        return TRANSFER_NO_MEMORY;
    row->record = record;
    row->role = (uint8_t)role;
    return TRANSFER_OK;
}

/* ---- referrers ---- */

/* Whether a field, single or a list, refers to the target. */
static int field_refers(const transfer_record *record, transfer_key key,
                        const transfer_record *target)
{
    transfer_record *found;
    size_t count;

    if (!transfer_field_is_list(key))
        return transfer_record_get_reference(record, key, &found) == TRANSFER_OK && found == target;
    if (transfer_record_count(record, key, &count) != TRANSFER_OK)
        return 0;
    for (size_t i = 0; i < count; i++)
        if (transfer_record_reference_at(record, key, i, &found) == TRANSFER_OK && found == target)
            return 1;
    return 0;
}

/* Adds the fields of a record, and of those nested in it, that refer to the target.  The schema
 * bounds how deep records are nested. */
static transfer_status add_fields(transfer_answer *answer, transfer_record *record,
                                  const transfer_record *target)
{
    const struct type *type = type_numbered(record->type);

    for (size_t i = 0; i < type->count; i++) {
        transfer_key key = SCHEMA_KEY(type->number, type->fields[i].number);
        transfer_status status = TRANSFER_OK;
        transfer_record *nested;

        if (type->fields[i].kind == KIND_REFERENCE && field_refers(record, key, target)) {
            status = add_row(answer, record, TRANSFER_ROLE_NONE);
            if (status == TRANSFER_OK)
                answer->rows[answer->count - 1].key = key;
        } else if (type->fields[i].kind == KIND_RECORD) {
            for (size_t j = 0; status == TRANSFER_OK &&
                               transfer_record_record_at(record, key, j, &nested) == TRANSFER_OK;
                 j++)
                status = add_fields(answer, nested, target);
        }
        if (status != TRANSFER_OK)
            return status;
    }
    return TRANSFER_OK;
}

transfer_status transfer_record_referrers(const transfer_record *record, transfer_answer **out)
{
    struct record_set roots = {0};
    transfer_answer *answer;
    transfer_status status = TRANSFER_NO_MEMORY;

    if (!record || !out)
        return TRANSFER_MISUSE;
    answer = answer_new(0, 0);
    if (answer && record_set_add_referrers(&roots, record))
        status = TRANSFER_OK;
    record_set_sort(&roots);
    for (size_t i = 0; i < roots.count && status == TRANSFER_OK; i++)
        status = add_fields(answer, roots.items[i], record);
    record_set_free(&roots);
    return answer_finish(answer, status, out);
}

/* ---- a platform ---- */

/* What surrounds a platform. */
struct surroundings {
    const transfer_record *platform;
    struct record_set projects, agreements; /* of the agreements also all that amend them */
    transfer_certainty *certainties;        /* which of the agreements are in force */
};

static int is_of_platform(const transfer_record *project, const transfer_record *platform)
{
    transfer_record *found;

    return transfer_record_get_reference(project, TRANSFER_PROJECT_PLATFORM, &found) ==
               TRANSFER_OK &&
           found == platform;
}

/* Whether a beneficiary is the platform (TRANSFER_ROLE_RECEIVED) or a project of it
 * (TRANSFER_ROLE_CONTRACTED). */
static transfer_role beneficiary_role(const transfer_record *beneficiary,
                                      const transfer_record *platform)
{
    if (beneficiary == platform)
        return TRANSFER_ROLE_RECEIVED;
    if (transfer_record_type(beneficiary) == TRANSFER_TYPE_PROJECT &&
        is_of_platform(beneficiary, platform))
        return TRANSFER_ROLE_CONTRACTED;
    return TRANSFER_ROLE_NONE;
}

static int is_for_project(const transfer_record *agreement, const transfer_record *platform)
{
    transfer_record *project;

    return transfer_record_get_reference(agreement, TRANSFER_AGREEMENT_PROJECT, &project) ==
               TRANSFER_OK &&
           is_of_platform(project, platform);
}

/* The roles of a platform's beneficiaries in an agreement, as bits. */
static unsigned agreement_roles(const transfer_record *agreement, const transfer_record *platform)
{
    unsigned roles = is_for_project(agreement, platform) ? 1u << TRANSFER_ROLE_CONTRACTED : 0;
    transfer_record *allocation;

    for (size_t i = 0; transfer_record_record_at(agreement, TRANSFER_AGREEMENT_BENEFICIARIES, i,
                                                 &allocation) == TRANSFER_OK;
         i++) {
        const transfer_record *party = allocation_party(allocation);

        if (party)
            roles |= 1u << beneficiary_role(party, platform);
    }
    return roles & ~(1u << TRANSFER_ROLE_NONE);
}

/* Adds those of the roots that are of a type.  Returns 0 when memory runs out. */
static int add_of_type(struct record_set *set, const struct record_set *roots, transfer_type type)
{
    for (size_t i = 0; i < roots->count; i++)
        if (roots->items[i]->type == type && record_set_add(set, roots->items[i]) < 0)
            return 0;
    return 1;
}

static int is_version_of(const transfer_record *agreement, const transfer_record *amended)
{
    transfer_record *found;

    return agreement->type == TRANSFER_TYPE_AGREEMENT &&
           transfer_record_get_reference(agreement, TRANSFER_AGREEMENT_AMENDS, &found) ==
               TRANSFER_OK &&
           found == amended;
}

/* Adds all that amend what is in the set; the set grows on the way. */
static int add_versions(struct record_set *agreements)
{
    for (size_t i = 0; i < agreements->count; i++) {
        struct record_set roots = {0};
        int done = record_set_add_referrers(&roots, agreements->items[i]);

        for (size_t j = 0; j < roots.count && done; j++)
            if (is_version_of(roots.items[j], agreements->items[i]) &&
                record_set_add(agreements, roots.items[j]) < 0)
                done = 0;
        record_set_free(&roots);
        if (!done)
            return 0;
    }
    return 1;
}

static void free_surroundings(struct surroundings *around)
{
    record_set_free(&around->projects);
    record_set_free(&around->agreements);
    free(around->certainties);
}

static transfer_status find_surroundings(const transfer_record *platform,
                                         const transfer_date *as_of, struct surroundings *around)
{
    struct record_set roots = {0};
    int done = record_set_add_referrers(&roots, platform);

    around->platform = platform;
    for (size_t i = 0; i < roots.count && done; i++)
        if (roots.items[i]->type == TRANSFER_TYPE_PROJECT &&
            is_of_platform(roots.items[i], platform) &&
            record_set_add(&around->projects, roots.items[i]) < 0)
            done = 0;
    for (size_t i = 0; i < around->projects.count && done; i++)
        done = record_set_add_referrers(&roots, around->projects.items[i]);
    done = done && add_of_type(&around->agreements, &roots, TRANSFER_TYPE_AGREEMENT) &&
           add_versions(&around->agreements);
    record_set_free(&roots);
    if (done)
        around->certainties = calloc(around->agreements.count + 1, sizeof(*around->certainties));
    if (!around->certainties)
        return TRANSFER_NO_MEMORY;
    record_set_sort(&around->agreements);
    return versions_in_force(around->agreements.items, around->agreements.count, as_of, 1,
                             around->certainties);
}

/* Partners in the order of their roles: the first role of each counts. */
struct partners {
    transfer_answer *answer;
    struct record_set set;
    transfer_status status;
};

static void add_partner(struct partners *partners, transfer_record *partner, transfer_role role)
{
    int added = partners->status == TRANSFER_OK ? record_set_add(&partners->set, partner) : 0;

    if (added < 0)
        partners->status = TRANSFER_NO_MEMORY;
    else if (added > 0)
        partners->status = add_row(partners->answer, partner, role);
}

static void add_reference(struct partners *partners, const transfer_record *record,
                          transfer_key key, transfer_role role)
{
    transfer_record *partner;

    if (transfer_record_get_reference(record, key, &partner) == TRANSFER_OK)
        add_partner(partners, partner, role);
}

static void add_references(struct partners *partners, const transfer_record *record,
                           transfer_key key, transfer_role role)
{
    transfer_record *partner;
    size_t count;

    if (transfer_record_count(record, key, &count) != TRANSFER_OK)
        return;
    for (size_t i = 0; i < count; i++)
        if (transfer_record_reference_at(record, key, i, &partner) == TRANSFER_OK)
            add_partner(partners, partner, role);
}

static void add_nested(struct partners *partners, const transfer_record *record, transfer_key list,
                       transfer_key key, transfer_role role)
{
    transfer_record *nested;

    for (size_t i = 0; transfer_record_record_at(record, list, i, &nested) == TRANSFER_OK; i++)
        add_reference(partners, nested, key, role);
}

static void add_all_partners(struct partners *partners, const struct surroundings *around)
{
    const transfer_record *platform = around->platform;
    transfer_record *programme;
    size_t count;

    add_reference(partners, platform, TRANSFER_PLATFORM_OPERATOR, TRANSFER_ROLE_OPERATOR);
    for (size_t i = 0; i < around->projects.count; i++)
        add_nested(partners, around->projects.items[i], TRANSFER_PROJECT_PARTNERS,
                   TRANSFER_PARTICIPATION_PARTNER, TRANSFER_ROLE_PARTICIPANT);
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < around->agreements.count; i++) {
            const transfer_record *agreement = around->agreements.items[i];

            if (!around->certainties[i] || !agreement_roles(agreement, platform))
                continue;
            if (pass == 0)
                add_nested(partners, agreement, TRANSFER_AGREEMENT_FUNDERS,
                           TRANSFER_CONTRIBUTION_PARTNER, TRANSFER_ROLE_FUNDER);
            else
                add_nested(partners, agreement, TRANSFER_AGREEMENT_BENEFICIARIES,
                           TRANSFER_ALLOCATION_PARTNER, TRANSFER_ROLE_BENEFICIARY);
        }
    }
    if (transfer_record_count(platform, TRANSFER_PLATFORM_PROGRAMMES, &count) != TRANSFER_OK)
        return;
    for (size_t i = 0; i < count; i++) {
        if (transfer_record_reference_at(platform, TRANSFER_PLATFORM_PROGRAMMES, i, &programme) !=
            TRANSFER_OK)
            continue;
        add_references(partners, programme, TRANSFER_PROGRAMME_AUTHORITIES,
                       TRANSFER_ROLE_PROGRAMME);
        add_references(partners, programme, TRANSFER_PROGRAMME_PARTNERS, TRANSFER_ROLE_PROGRAMME);
    }
}

transfer_status transfer_platform_partners(const transfer_record *platform, transfer_answer **out)
{
    struct partners partners = {0};
    struct surroundings around = {0};
    transfer_status status = TRANSFER_NO_MEMORY;

    if (transfer_record_type(platform) != TRANSFER_TYPE_PLATFORM || !out)
        return TRANSFER_MISUSE;
    partners.answer = answer_new(0, 0);
    if (partners.answer)
        status = find_surroundings(platform, NULL, &around);
    if (status == TRANSFER_OK) {
        add_all_partners(&partners, &around);
        status = partners.status;
    }
    if (status == TRANSFER_OK)
        status = answer_merge(partners.answer, 0);
    record_set_free(&partners.set);
    free_surroundings(&around);
    return answer_finish(partners.answer, status, out);
}

/* Adds what a platform has of an agreement in one role: the amounts of its beneficiaries, or the
 * whole of what is for one of its projects. */
static transfer_status add_agreement(transfer_answer *answer, transfer_record *agreement,
                                     transfer_role role, const transfer_record *platform,
                                     const transfer_date *as_of, struct cells_allowance *allowance)
{
    int whole = role == TRANSFER_ROLE_CONTRACTED && is_for_project(agreement, platform);
    transfer_answer *cells = answer_new(whole ? 0 : TRANSFER_BY_BENEFICIARY, 1);
    transfer_status status =
        cells ? cells_add(cells, agreement, as_of, allowance) : TRANSFER_NO_MEMORY;
    size_t first = answer->count;

    for (size_t i = 0; status == TRANSFER_OK && i < cells->count; i++) {
        const struct answer_row *cell = &cells->rows[i];

        if (!whole && (!cell->beneficiary || beneficiary_role(cell->beneficiary, platform) != role))
            continue;
        status = add_row(answer, agreement, role);
        if (status != TRANSFER_OK)
            break;
        answer->rows[answer->count - 1].committed = cell->committed;
        answer->rows[answer->count - 1].paid = cell->paid;
        answer->rows[answer->count - 1].flags = cell->flags;
    }
    /* Also one without an amount, such as a licence, is an agreement. */
    if (status == TRANSFER_OK && answer->count == first)
        status = add_row(answer, agreement, role);
    transfer_answer_free(cells);
    return status == TRANSFER_OK ? answer_merge(answer, first) : status;
}

transfer_status transfer_platform_agreements(const transfer_record *platform,
                                             const transfer_date *as_of, transfer_answer **out)
{
    struct cells_allowance allowance = CELLS_ALLOWANCE;
    struct surroundings around = {0};
    transfer_answer *answer;
    transfer_status status = TRANSFER_NO_MEMORY;

    if (transfer_record_type(platform) != TRANSFER_TYPE_PLATFORM || !out ||
        (as_of && !value_date_is_valid(as_of)))
        return TRANSFER_MISUSE;
    answer = answer_new(0, 0);
    if (answer)
        status = find_surroundings(platform, as_of, &around);
    for (size_t i = 0; i < around.agreements.count && status == TRANSFER_OK; i++) {
        transfer_record *agreement = around.agreements.items[i];
        unsigned roles = around.certainties[i] ? agreement_roles(agreement, platform) : 0;

        if (roles & 1u << TRANSFER_ROLE_RECEIVED)
            status = add_agreement(answer, agreement, TRANSFER_ROLE_RECEIVED, platform, as_of,
                                   &allowance);
        if (status == TRANSFER_OK && (roles & 1u << TRANSFER_ROLE_CONTRACTED))
            status = add_agreement(answer, agreement, TRANSFER_ROLE_CONTRACTED, platform, as_of,
                                   &allowance);
    }
    free_surroundings(&around);
    return answer_finish(answer, status, out);
}

/* ---- what is in force ---- */

/* Whether a record's own period contains the day; without period that is not known. */
static transfer_certainty in_period(const transfer_record *record, const transfer_date *date)
{
    transfer_key key = record->type == TRANSFER_TYPE_PROGRAMME ? TRANSFER_PROGRAMME_PERIOD
                       : record->type == TRANSFER_TYPE_PROJECT ? TRANSFER_PROJECT_PERIOD
                                                               : TRANSFER_AGREEMENT_PERIOD;
    transfer_period period;

    if (transfer_record_get_period(record, key, &period) != TRANSFER_OK)
        return TRANSFER_POSSIBLY;
    return transfer_period_contains(&period, date);
}

/* Adds those of a section that are in force.  Beside the period, an agreement must have begun and
 * not be replaced: `versions`, which else is NULL. */
static transfer_status add_in_force(transfer_answer *answer, const struct section *section,
                                    const transfer_date *date, const transfer_certainty *versions)
{
    for (size_t i = 0; i < section->count; i++) {
        transfer_certainty certainty = in_period(section->items[i], date);
        transfer_status status;

        if (versions && versions[i] < certainty)
            certainty = versions[i];
        if (certainty == TRANSFER_CERTAINLY_NOT)
            continue;
        status = add_row(answer, section->items[i],
                         certainty == TRANSFER_CERTAINLY ? TRANSFER_ROLE_CERTAIN
                                                         : TRANSFER_ROLE_POSSIBLE);
        if (status != TRANSFER_OK)
            return status;
    }
    return TRANSFER_OK;
}

transfer_status transfer_portfolio_in_force(const transfer_portfolio *portfolio,
                                            const transfer_date *date, transfer_answer **out)
{
    const struct section *agreements;
    transfer_certainty *versions;
    transfer_answer *answer;
    transfer_status status = TRANSFER_NO_MEMORY;

    if (!portfolio || !out || !date || !value_date_is_valid(date))
        return TRANSFER_MISUSE;
    agreements = &portfolio->sections[TRANSFER_TYPE_AGREEMENT];
    answer = answer_new(0, 0);
    versions = calloc(agreements->count + 1, sizeof(*versions));
    if (answer && versions)
        status = versions_in_force(agreements->items, agreements->count, date, 0, versions);
    if (status == TRANSFER_OK)
        status = add_in_force(answer, &portfolio->sections[TRANSFER_TYPE_PROGRAMME], date, NULL);
    if (status == TRANSFER_OK)
        status = add_in_force(answer, agreements, date, versions);
    if (status == TRANSFER_OK)
        status = add_in_force(answer, &portfolio->sections[TRANSFER_TYPE_PROJECT], date, NULL);
    free(versions);
    return answer_finish(answer, status, out);
}
