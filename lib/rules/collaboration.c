/* The rule of collaborations that nobody else takes part in.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above the row stand the parts that its message takes; those in brackets may be missing.
 */
#include "check.h"
#include "independence.h"
#include "record-date.h"

/* More than these are not compared: two of so many are surely independent of each other. */
enum { COLLABORATORS_MAX = 16 };

struct collaborators {
    struct lineage lineages[COLLABORATORS_MAX]; /* each begins with the collaborator */
    size_t count;
    int are_unknown; /* there are others, of which something cannot be read or found */
};

/* Whether a role is that of a partner which shares the work, its risks and its results. */
static int does_collaborate(int role)
{
    return role != TRANSFER_PARTICIPATION_ROLE_SUBCONTRACTOR &&
           role != TRANSFER_PARTICIPATION_ROLE_THIRD_PARTY &&
           role != TRANSFER_PARTICIPATION_ROLE_END_USER;
}

static void read_collaborators(const transfer_record *project, const transfer_date *day,
                               struct collaborators *collaborators)
{
    transfer_record *participation, *partner;
    size_t count = 0;

    collaborators->count = 0;
    collaborators->are_unknown = 0;
    (void)transfer_record_count(project, TRANSFER_PROJECT_PARTNERS, &count);
    for (size_t i = 0; i < count && !collaborators->are_unknown; i++) {
        int role = 0;

        (void)transfer_record_record_at(project, TRANSFER_PROJECT_PARTNERS, i, &participation);
        if (transfer_record_get_choice(participation, TRANSFER_PARTICIPATION_ROLE, &role) ==
            TRANSFER_WRONG_KIND)
            collaborators->are_unknown = 1;
        else if (!does_collaborate(role))
            continue;
        else if (transfer_record_get_reference(participation, TRANSFER_PARTICIPATION_PARTNER,
                                               &partner) != TRANSFER_OK ||
                 collaborators->count == COLLABORATORS_MAX)
            collaborators->are_unknown = 1;
        else
            lineage_read(partner, day, &collaborators->lineages[collaborators->count++]);
    }
}

/* Whether two of them are independent of each other. */
static transfer_certainty have_two_independent(const struct collaborators *collaborators)
{
    transfer_certainty best =
        collaborators->are_unknown ? TRANSFER_POSSIBLY : TRANSFER_CERTAINLY_NOT;

    for (size_t i = 1; i < collaborators->count; i++)
        for (size_t j = 0; j < i && best != TRANSFER_CERTAINLY; j++) {
            transfer_certainty certainty = lineages_are_independent(
                &collaborators->lineages[i], &collaborators->lineages[j]);
            if (certainty > best)
                best = certainty;
        }
    return best;
}

static void report_size(struct check *check, const transfer_record *aid,
                        const transfer_record *project, const struct collaborators *collaborators)
{
    static const struct phrase partners = {{"the partners of the project",
                                            "les partenaires du projet"}};
    const transfer_record *first = NULL;
    struct finding finding;

    check_begin(check, &finding, &rule_collaboration_size, aid,
                TRANSFER_AID_DECLARATION_EFFECTIVE_COLLABORATION);
    finding_add_string(&finding, "expected", "2");
    finding_add_string(&finding, "project", transfer_record_id(project));
    finding_add_string(&finding, "count", collaborators->count ? "1" : "0");
    for (size_t i = 0; i < collaborators->count; i++) {
        const transfer_record *partner = collaborators->lineages[i].items[0];

        if (!first) {
            first = partner;
        } else if (partner != first) {
            finding_add_string(&finding, "first", transfer_record_id(first));
            finding_add_string(&finding, "second", transfer_record_id(partner));
            break;
        }
    }
    check_relate(check, &finding, project, TRANSFER_PROJECT_PARTNERS, &partners);
    check_end(check, &finding, aid, TRANSFER_AID_DECLARATION_EFFECTIVE_COLLABORATION);
}

static transfer_reason check_collaboration_size(struct check *check, const transfer_record *aid)
{
    const transfer_record *agreement = transfer_record_parent(aid);
    struct collaborators collaborators;
    transfer_record *project;
    transfer_certainty certainty;
    transfer_date day;
    int claimed = 0;

    if (transfer_record_get_boolean(aid, TRANSFER_AID_DECLARATION_EFFECTIVE_COLLABORATION,
                                    &claimed) != TRANSFER_OK)
        return TRANSFER_REASON_MISSING;
    if (!claimed)
        return TRANSFER_REASON_OTHER_CASE;
    if (transfer_record_get_reference(agreement, TRANSFER_AGREEMENT_PROJECT, &project) !=
            TRANSFER_OK ||
        !transfer_record_has(project, TRANSFER_PROJECT_PARTNERS))
        return TRANSFER_REASON_MISSING;
    read_collaborators(project, record_date(agreement, &day) ? &day : NULL, &collaborators);
    certainty = have_two_independent(&collaborators);
    if (certainty == TRANSFER_POSSIBLY)
        return check_is_part(check, project) ? TRANSFER_REASON_PART : TRANSFER_REASON_VAGUE;
    if (certainty == TRANSFER_CERTAINLY_NOT)
        report_size(check, aid, project, &collaborators);
    return TRANSFER_REASON_NONE;
}

/* expected: how many it takes; project; count: how many there are; (first, second: two that depend
 * on each other or on the same) */
const struct transfer_rule rule_collaboration_size = {
    .name = "collaboration-size",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_AID_DECLARATION,
    .since = "1.0",
    .source = "Regulation (EU) No 651/2014, art. 2(90); before, Regulation (EC) No 800/2008, "
              "art. 31(4)(b)",
    .title = {{"Effective collaboration takes two independent partners",
               "Une collaboration effective suppose deux partenaires indépendants"}},
    .explanation =
        {{"Aid may be higher where independent parties carry out a project together and share its "
          "risks and results. Those who work to order or only use what comes out "
          "(subcontractors, third parties, end users) do not collaborate in this sense. Partners "
          "are not independent where one belongs to the other, owns more than half of it, or both "
          "belong to or are so owned by a third, over several steps too; State ownership does not "
          "count. The project of this aid has no two independent partners: list those that are "
          "missing, or do not claim effective collaboration.",
          "L'aide peut être plus élevée lorsque des parties indépendantes mènent ensemble un "
          "projet et en partagent les risques et les résultats. Ceux qui travaillent sur commande "
          "ou ne font qu'utiliser ce qui en sort (sous-traitants, tiers, utilisateurs finals) ne "
          "collaborent pas en ce sens. Des partenaires ne sont pas indépendants lorsque l'un "
          "relève de l'autre, en détient plus de la moitié, ou que tous deux relèvent d'un même "
          "tiers ou sont ainsi détenus par lui, fût-ce en plusieurs étapes\u00a0; la détention par "
          "l'État ne compte pas. Le projet de cette aide n'a pas deux partenaires "
          "indépendants\u00a0: ajoutez ceux qui manquent, ou ne déclarez pas de collaboration "
          "effective."}},
    .message = {{"effective collaboration takes {expected} partners independent of each other, and "
                 "{project} has {count}[: {first} and {second} are not]",
                 "une collaboration effective suppose {expected} partenaires indépendants l'un de "
                 "l'autre, et {project} en a {count}[\u00a0: {first} et {second} ne le sont pas]"}},
    .check = check_collaboration_size,
    .missing = KEYS(TRANSFER_AGREEMENT_AWARDED, TRANSFER_AGREEMENT_SIGNED,
                    TRANSFER_AGREEMENT_PERIOD),
};
