/* Whether the budgets of a project bear out an effective collaboration.
 *
 * SPDX-License-Identifier: MIT
 *
 * Companies are undertakings; all others are taken for research organisations, as is more
 * favourable.
 */
#include "aid-collaboration.h"

#include <string.h>

#include "aid.h"

/* Whether a participant works on its own account. */
static int takes_part(const transfer_record *participation)
{
    int role;

    return transfer_record_get_choice(participation, TRANSFER_PARTICIPATION_ROLE, &role) !=
               TRANSFER_OK ||
           role != TRANSFER_PARTICIPATION_ROLE_SUBCONTRACTOR;
}

/* Adds what one participant bears. */
static transfer_reason add_participant(const transfer_record *participation, char currency[4],
                                       struct collaboration *collaboration)
{
    transfer_record *partner;
    transfer_amount budget;
    int kind, is_first = collaboration->total == 0 && currency[0] == '\0';

    if (transfer_record_get_amount(participation, TRANSFER_PARTICIPATION_BUDGET, &budget) !=
            TRANSFER_OK ||
        transfer_record_get_reference(participation, TRANSFER_PARTICIPATION_PARTNER, &partner) !=
            TRANSFER_OK ||
        transfer_record_get_choice(partner, TRANSFER_PARTNER_KIND, &kind) != TRANSFER_OK)
        return TRANSFER_REASON_MISSING;
    if (budget.qualifier != TRANSFER_EXACTLY)
        return TRANSFER_REASON_VAGUE;
    if (is_first)
        memcpy(currency, budget.currency, sizeof budget.currency);
    if (budget.minor < 0 || memcmp(currency, budget.currency, sizeof budget.currency) != 0)
        return TRANSFER_REASON_REPORTED;
    if (__builtin_add_overflow(collaboration->total, budget.minor, &collaboration->total))
        return TRANSFER_REASON_VAGUE;
    if (kind != TRANSFER_PARTNER_KIND_COMPANY) {
        collaboration->research += budget.minor;
    } else if (!collaboration->bearer || budget.minor > collaboration->borne) {
        collaboration->bearer = participation;
        collaboration->borne = budget.minor;
    }
    return TRANSFER_REASON_NONE;
}

void collaboration_read(const transfer_record *project, struct collaboration *collaboration)
{
    char currency[4] = "";
    size_t count = 0, partners = 0;

    *collaboration = (struct collaboration){.why = TRANSFER_REASON_NONE};
    if (transfer_record_count(project, TRANSFER_PROJECT_PARTNERS, &count) != TRANSFER_OK)
        count = 0;
    for (size_t i = 0; i < count && collaboration->why == TRANSFER_REASON_NONE; i++) {
        transfer_record *participation;

        (void)transfer_record_record_at(project, TRANSFER_PROJECT_PARTNERS, i, &participation);
        if (!takes_part(participation))
            continue;
        collaboration->why = add_participant(participation, currency, collaboration);
        partners++;
    }
    if (collaboration->why != TRANSFER_REASON_NONE)
        return;
    /* A partner alone collaborates with nobody, whatever it bears. */
    if (partners < 2 || collaboration->total == 0) {
        collaboration->why = count == 0 ? TRANSFER_REASON_MISSING : TRANSFER_REASON_OTHER_CASE;
        return;
    }
    collaboration->is_contradicted =
        aid_is_above(collaboration->borne, collaboration->total, COLLABORATION_MOST) &&
        aid_is_above(collaboration->total - collaboration->research, collaboration->total,
                     100 - COLLABORATION_LEAST);
}
