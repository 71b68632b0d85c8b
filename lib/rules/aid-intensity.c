/* Rules on how much of the eligible costs aid may bear.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes.
 */
#include <stdlib.h>
#include <string.h>

#include "ceiling.h"
#include "check-aid.h"
#include "date.h"

/* What can be said of one declaration, in minor units of one currency. */
struct borne {
    int64_t aid, costs; /* at least, at most */
    struct aid_sized sized;
    struct aid_grant grant;
};

/* A claim that the budgets contradict is granted here: that is another rule's. */
static transfer_reason find_grant(const struct aid_item *item, struct borne *borne)
{
    struct aid_case question = {.category = item->category, .days = item->days};

    if (item->day.year == 0)
        return TRANSFER_REASON_UNDATED;
    if (date_is_doubtful(&item->day))
        return TRANSFER_REASON_VAGUE;
    aid_size_find(item->declaration, item->beneficiary, &borne->sized);
    question.size = borne->sized.size;
    question.claims = aid_claims(item->declaration);
    return aid_intensity_find(&question, &borne->grant);
}

/* Whether the agreement is a grant above its own eligible costs, as its aid is above those that
 * it has: that is said once, by eligible-below-amount. */
static int is_above_with_grant(const struct aid_item *item, const struct borne *borne)
{
    return borne->aid > borne->costs &&
           grant_is_above_costs(item->agreement) == TRANSFER_CERTAINLY;
}

static transfer_reason find_costs(const struct aid_item *item, struct borne *borne)
{
    if (item->costs.currency[0] == '\0')
        return aid_why_not(item->declaration, TRANSFER_AID_DECLARATION_ELIGIBLE_COSTS);
    if (strcmp(item->costs.currency, item->aid.currency) != 0)
        return TRANSFER_REASON_OTHER_CASE;
    if (item->costs.minor < 0)
        return TRANSFER_REASON_REPORTED;
    if (!amount_most(&item->costs, &borne->costs))
        return TRANSFER_REASON_VAGUE;
    if (is_above_with_grant(item, borne))
        return TRANSFER_REASON_REPORTED;
    /* Of nothing there is no part. */
    return borne->costs == 0 ? TRANSFER_REASON_OTHER_CASE : TRANSFER_REASON_NONE;
}

static transfer_reason read_borne(const struct aid_item *item, struct borne *borne)
{
    transfer_reason why;

    if (!aid_is_for_research(item->regime))
        return item->regime ? TRANSFER_REASON_OTHER_CASE : TRANSFER_REASON_REPORTED;
    if (item->is_replaced)
        return TRANSFER_REASON_REPLACED;
    if (item->aid.currency[0] == '\0')
        return aid_why_not(item->declaration, TRANSFER_AID_DECLARATION_AID);
    if (item->category == 0 || item->aid.minor < 0)
        return TRANSFER_REASON_REPORTED;
    if (!amount_least(&item->aid, &borne->aid))
        borne->aid = 0;
    why = find_costs(item, borne);
    return why == TRANSFER_REASON_NONE ? find_grant(item, borne) : why;
}

static int is_excessive(const struct borne *borne)
{
    return aid_is_above(borne->aid, borne->costs, borne->grant.percent);
}

/* The parts that both messages have. */
struct parts {
    char aid[TRANSFER_VALUE_SIZE], costs[TRANSFER_VALUE_SIZE], found[TRANSFER_VALUE_SIZE],
        expected[TRANSFER_VALUE_SIZE];
};

static void add_parts(struct finding *finding, const transfer_amount *aid,
                      const transfer_amount *costs, const struct borne *borne,
                      struct parts *parts)
{
    transfer_share found = aid_part(borne->aid, borne->costs, 1);
    transfer_share expected = aid_share(borne->grant.percent);

    finding_add_amount(finding, "aid", aid, parts->aid);
    finding_add_share(finding, "found", &found, parts->found);
    finding_add_amount(finding, "costs", costs, parts->costs);
    finding_add_phrase(finding, "law", &borne->grant.row->provision->law);
    finding_add_share(finding, "expected", &expected, parts->expected);
    finding_add_phrase(finding, "category", &borne->grant.row->name);
}

static const struct phrase of_costs = {{"the eligible costs", "les coûts éligibles"}};

static void relate_costs(struct check *check, struct finding *finding, const struct aid_item *item)
{
    if (transfer_record_has(item->declaration, TRANSFER_AID_DECLARATION_ELIGIBLE_COSTS))
        check_relate(check, finding, item->declaration, TRANSFER_AID_DECLARATION_ELIGIBLE_COSTS,
                     &of_costs);
    else
        check_relate(check, finding, item->agreement, TRANSFER_AGREEMENT_ELIGIBLE_COSTS,
                     &of_costs);
}

static transfer_reason check_aid_intensity(struct check *check, const transfer_record *record)
{
    static const struct phrase assumed = {{"at best a small enterprise",
                                           "au mieux une petite entreprise"}};
    const struct aid_item *item = check_aid_item(check, record);
    struct finding finding;
    struct parts parts;
    struct borne borne;
    transfer_reason why;

    if (!item)
        return TRANSFER_REASON_NONE;
    why = read_borne(item, &borne);
    if (why != TRANSFER_REASON_NONE)
        return why;
    if (!is_excessive(&borne)) {
        int64_t least;

        /* What is at most so much may yet be too much, had it a lower end. */
        return amount_least(&item->aid, &least) ? TRANSFER_REASON_NONE : TRANSFER_REASON_VAGUE;
    }
    check_begin(check, &finding, &rule_aid_intensity, record, TRANSFER_AID_DECLARATION_AID);
    add_parts(&finding, &item->aid, &item->costs, &borne, &parts);
    finding_add_phrase(&finding, "size", borne.sized.is_assumed ? &assumed : borne.sized.name);
    relate_costs(check, &finding, item);
    check_end(check, &finding, record, TRANSFER_AID_DECLARATION_AID);
    return TRANSFER_REASON_NONE;
}

/* aid, found, costs, law, expected, category: phrases but the amounts and shares; size: a phrase */
const struct transfer_rule rule_aid_intensity = {
    .name = "aid-intensity",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_AID_DECLARATION,
    .since = "1.0",
    .from = {.year = 2008, .month = 8, .day = 29},
    .source = "Regulation (EC) No 800/2008, article 31; Regulation (EU) No 651/2014, article 25",
    .title = {{"Aid for research and development bears too much of the eligible costs",
               "L'aide à la recherche et au développement représente une part trop élevée des "
               "coûts éligibles"}},
    .explanation =
        {{"The block exemption allows aid for research and development up to a part of the "
          "eligible costs, which depends on the category of research and the size of the "
          "beneficiary, and grows where effective collaboration or wide dissemination is claimed. "
          "The law in force at the agreement's own day applies. What is not known is taken as most "
          "favourable: a beneficiary without a size counts as small, and rounding up to the next "
          "cent is allowed. Bonuses for assisted areas are not known to the model; where one was "
          "granted, an exception says so. Check the category, the size, the costs and the bonuses "
          "that are claimed.",
          "L'exemption par catégorie autorise l'aide à la recherche et au développement jusqu'à "
          "une part des coûts éligibles qui dépend de la catégorie de recherche et de la taille du "
          "bénéficiaire, et qui augmente si une collaboration effective ou une large diffusion est "
          "demandée. Le droit applicable est celui de la date de la convention. Ce qui n'est pas "
          "connu est pris au plus favorable\u00a0: un bénéficiaire sans taille compte comme petit, "
          "et l'arrondi au centime supérieur est admis. Les majorations pour zones assistées ne "
          "sont pas connues du modèle\u00a0; si l'une a été accordée, une exception le dit. "
          "Vérifiez la catégorie, la taille, les coûts et les majorations demandées."}},
    .message = {{"the aid of {aid} is {found} of the eligible costs of {costs}: {law}, allows at "
                 "most {expected} ({category}, {size})",
                 "l'aide de {aid} représente {found} des coûts éligibles de {costs}\u00a0: le "
                 "{law}, autorise au plus {expected} ({category}, {size})"}},
    .provisions = &aid_intensity_provisions,
    .check = check_aid_intensity,
    .missing = KEYS(TRANSFER_AID_DECLARATION_REGIME, TRANSFER_AID_DECLARATION_RESEARCH_CATEGORY,
                    TRANSFER_AID_DECLARATION_BENEFICIARY, TRANSFER_AID_DECLARATION_SIZE,
                    TRANSFER_AID_DECLARATION_ELIGIBLE_COSTS,
                    TRANSFER_AID_DECLARATION_EFFECTIVE_COLLABORATION,
                    TRANSFER_AID_DECLARATION_WIDE_DISSEMINATION, TRANSFER_PARTNER_SIZE,
                    TRANSFER_AGREEMENT_AWARDED, TRANSFER_AGREEMENT_SIGNED,
                    TRANSFER_AGREEMENT_PERIOD),
};

/* ---- several aids for the same costs ---- */

/* Declarations for one project, beneficiary and category follow each other. */
struct cumulations {
    const struct aid_item **sorted;
    size_t count;
    size_t *begin; /* by order of the item: where its group begins, for the last of two or more */
};

static void free_cumulations(void *data)
{
    struct cumulations *cumulations = data;

    free(cumulations->sorted);
    free(cumulations->begin);
    free(cumulations);
}

/* What aid without a project is for is the agreement itself. */
static const transfer_record *scope_of(const struct aid_item *item)
{
    return item->project ? item->project : item->agreement;
}

static int compare_groups(const struct aid_item *a, const struct aid_item *b)
{
    int order = aid_compare_addresses(scope_of(a), scope_of(b));

    if (order == 0)
        order = aid_compare_addresses(a->beneficiary, b->beneficiary);
    return order == 0 ? (int)a->category - (int)b->category : order;
}

static int compare_items(const void *a, const void *b)
{
    const struct aid_item *const *first = a, *const *second = b;
    int order = compare_groups(*first, *second);

    return order == 0 ? aid_compare_days(*first, *second) : order;
}

static int is_cumulated(const struct aid_item *item)
{
    return aid_is_for_research(item->regime) && !item->is_replaced && item->beneficiary &&
           item->category && item->aid.currency[0] != '\0';
}

static void *build_cumulations(struct check *check)
{
    const struct aid_items *all = check_aid_items(check);
    struct cumulations *cumulations = all ? calloc(1, sizeof *cumulations) : NULL;
    size_t begin = 0;

    if (cumulations) {
        cumulations->sorted = calloc(all->count + 1, sizeof(const struct aid_item *));
        cumulations->begin = calloc(all->count + 1, sizeof *cumulations->begin);
    }
    if (!cumulations || !cumulations->sorted || !cumulations->begin) {
        check->status = TRANSFER_NO_MEMORY;
        if (cumulations)
            free_cumulations(cumulations);
        return NULL;
    }
    for (size_t i = 0; i < all->count; i++) {
        cumulations->begin[i] = SIZE_MAX;
        if (is_cumulated(&all->items[i]))
            cumulations->sorted[cumulations->count++] = &all->items[i];
    }
    if (cumulations->count > 1)
        qsort(cumulations->sorted, cumulations->count, sizeof(const struct aid_item *),
              compare_items);
    for (size_t i = 1; i <= cumulations->count; i++) {
        if (i < cumulations->count &&
            compare_groups(cumulations->sorted[i - 1], cumulations->sorted[i]) == 0)
            continue;
        if (i - begin > 1)
            cumulations->begin[cumulations->sorted[i - 1]->order] = begin;
        begin = i;
    }
    return cumulations;
}

static const struct index cumulations_of_aid = {build_cumulations, free_cumulations};

/* Adds one declaration of a group to what all of it bears: all aid, the highest costs and the most
 * that is granted. */
static transfer_reason add_borne(const struct aid_item *item, const struct aid_item *first,
                                 struct borne *whole)
{
    struct borne borne;
    transfer_reason why = read_borne(item, &borne);

    if (why != TRANSFER_REASON_NONE)
        return why;
    if (strcmp(item->aid.currency, first->aid.currency) != 0)
        return TRANSFER_REASON_OTHER_CASE;
    if (is_excessive(&borne))
        return TRANSFER_REASON_REPORTED;
    whole->aid = aid_add(whole->aid, borne.aid);
    if (borne.costs > whole->costs)
        whole->costs = borne.costs;
    if (!whole->grant.row || borne.grant.percent > whole->grant.percent)
        whole->grant = borne.grant;
    return TRANSFER_REASON_NONE;
}

static void report_cumulation(struct check *check, const struct cumulations *cumulations,
                              size_t begin, const struct aid_item *last,
                              const struct borne *whole)
{
    static const struct phrase other = {{"aid for the same costs", "aide aux mêmes coûts"}};
    transfer_amount aid = aid_amount(whole->aid, &last->aid);
    transfer_amount costs = aid_amount(whole->costs, &last->costs);
    struct finding finding;
    struct parts parts;

    check_begin(check, &finding, &rule_aid_cumulation, last->declaration,
                TRANSFER_AID_DECLARATION_AID);
    add_parts(&finding, &aid, &costs, whole, &parts);
    finding_add_string(&finding, "partner", transfer_record_id(last->beneficiary));
    for (size_t i = begin; cumulations->sorted[i] != last && i - begin < FINDING_RELATED; i++)
        check_relate(check, &finding, cumulations->sorted[i]->declaration,
                     TRANSFER_AID_DECLARATION_AID, &other);
    check_end(check, &finding, last->declaration, TRANSFER_AID_DECLARATION_AID);
}

static transfer_reason check_aid_cumulation(struct check *check, const transfer_record *record)
{
    const struct cumulations *cumulations = check_index(check, &cumulations_of_aid);
    const struct aid_item *item = cumulations ? check_aid_item(check, record) : NULL;
    struct borne whole = {0};
    size_t begin;

    if (!item)
        return TRANSFER_REASON_NONE;
    begin = cumulations->begin[item->order];
    if (begin == SIZE_MAX)
        return item->is_replaced ? TRANSFER_REASON_REPLACED : TRANSFER_REASON_OTHER_CASE;
    for (size_t i = begin; i == begin || cumulations->sorted[i - 1] != item; i++) {
        transfer_reason why = add_borne(cumulations->sorted[i], item, &whole);

        if (why != TRANSFER_REASON_NONE)
            return why;
    }
    if (is_excessive(&whole))
        report_cumulation(check, cumulations, begin, item, &whole);
    return TRANSFER_REASON_NONE;
}

/* aid, found, costs, law, expected, category, partner: law and category are phrases */
const struct transfer_rule rule_aid_cumulation = {
    .name = "aid-cumulation",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_AID_DECLARATION,
    .since = "1.0",
    .from = {.year = 2008, .month = 8, .day = 29},
    .source = "Regulation (EC) No 800/2008, article 7; Regulation (EU) No 651/2014, article 8",
    .title = {{"Several aids together bear too much of the same eligible costs",
               "Plusieurs aides réunies représentent une part trop élevée des mêmes coûts "
               "éligibles"}},
    .explanation =
        {{"Aid for the same eligible costs is added up, whoever grants it, and together it may not "
          "be above the highest intensity that the block exemption allows. Declarations for one "
          "project, beneficiary and research category are taken to be for the same costs, the "
          "highest that one of them states; it is the last of them that is reported. Where they "
          "are for different costs, such as two phases, describe them as projects of their own, "
          "or say so in an exception.",
          "Les aides aux mêmes coûts éligibles s'additionnent, quel que soit l'organisme qui les "
          "octroie, et leur total ne peut dépasser l'intensité maximale de l'exemption par "
          "catégorie. Les déclarations pour un même projet, un même bénéficiaire et une même "
          "catégorie de recherche sont réputées porter sur les mêmes coûts, les plus élevés que "
          "l'une d'elles indique\u00a0; c'est la dernière qui est signalée. Si elles portent sur "
          "des coûts différents, par exemple deux phases, décrivez-les comme des projets "
          "distincts, ou dites-le dans une exception."}},
    .message = {{"the aids to {partner} for the same costs add up to {aid}, {found} of {costs}: "
                 "{law}, allows at most {expected} ({category})",
                 "les aides à {partner} aux mêmes coûts totalisent {aid}, soit {found} de "
                 "{costs}\u00a0: le {law}, autorise au plus {expected} ({category})"}},
    .provisions = &aid_intensity_provisions,
    .check = check_aid_cumulation,
    .missing = KEYS(TRANSFER_AID_DECLARATION_REGIME, TRANSFER_AID_DECLARATION_RESEARCH_CATEGORY,
                    TRANSFER_AID_DECLARATION_BENEFICIARY, TRANSFER_AID_DECLARATION_SIZE,
                    TRANSFER_AID_DECLARATION_ELIGIBLE_COSTS,
                    TRANSFER_AID_DECLARATION_EFFECTIVE_COLLABORATION,
                    TRANSFER_AID_DECLARATION_WIDE_DISSEMINATION, TRANSFER_PARTNER_SIZE,
                    TRANSFER_AGREEMENT_AWARDED, TRANSFER_AGREEMENT_SIGNED,
                    TRANSFER_AGREEMENT_PERIOD),
};
