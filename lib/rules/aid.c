/* Rules of State aid: what a declaration needs, and aid that is notified or published.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes.
 */
#include <stdlib.h>
#include <string.h>

#include "aid-collaboration.h"
#include "check-aid.h"
#include "date.h"

/* ---- the research category ---- */

static transfer_reason why_no_category(const struct check *check, const struct aid_item *item)
{
    if (!aid_is_for_research(item->regime))
        return item->regime ? TRANSFER_REASON_OTHER_CASE : TRANSFER_REASON_REPORTED;
    if (item->is_replaced)
        return TRANSFER_REASON_REPLACED;
    if (!transfer_record_has(item->declaration, TRANSFER_AID_DECLARATION_AID))
        return TRANSFER_REASON_MISSING;
    /* A category that cannot be read is one, and so may be that of a project that is not there. */
    if (item->category == 0 &&
        (transfer_record_has(item->declaration, TRANSFER_AID_DECLARATION_RESEARCH_CATEGORY) ||
         transfer_record_has(item->project, TRANSFER_PROJECT_RESEARCH_CATEGORY)))
        return TRANSFER_REASON_REPORTED;
    if (item->category == 0 && !item->project &&
        transfer_record_has(item->agreement, TRANSFER_AGREEMENT_PROJECT))
        return check_is_part(check, item->agreement) ? TRANSFER_REASON_PART
                                                     : TRANSFER_REASON_REPORTED;
    return TRANSFER_REASON_NONE;
}

static transfer_reason check_aid_category_missing(struct check *check,
                                                  const transfer_record *record)
{
    const struct aid_item *item = check_aid_item(check, record);
    struct finding finding;
    transfer_reason why;

    if (!item)
        return TRANSFER_REASON_NONE;
    why = why_no_category(check, item);
    if (why != TRANSFER_REASON_NONE || item->category)
        return why;
    check_begin(check, &finding, &rule_aid_category_missing, record,
                TRANSFER_AID_DECLARATION_REGIME);
    finding_add_string(&finding, "project", transfer_record_id(item->project));
    if (item->project) {
        static const struct phrase project = {{"the project", "le projet"}};

        check_relate(check, &finding, item->project, 0, &project);
    }
    check_end(check, &finding, record, TRANSFER_AID_DECLARATION_REGIME);
    return TRANSFER_REASON_NONE;
}

/* (project) */
const struct transfer_rule rule_aid_category_missing = {
    .name = "aid-category-missing",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_AID_DECLARATION,
    .since = "1.0",
    .source = "Regulation (EU) No 651/2014, article 25(2)",
    .title = {{"Aid for research and development has no research category",
               "Une aide à la recherche et au développement n'a pas de catégorie de recherche"}},
    .explanation =
        {{"Aid for research and development falls into one or more categories: fundamental "
          "research, industrial research, experimental development, feasibility studies. How much "
          "of the costs the aid may bear depends on it. Give research_category in the declaration, "
          "or in the project where all of it is of one category; of several, declare the aid to "
          "each.",
          "L'aide à la recherche et au développement relève d'une ou de plusieurs "
          "catégories\u00a0: recherche fondamentale, recherche industrielle, développement "
          "expérimental, études de faisabilité. La part des coûts que l'aide peut représenter en "
          "dépend. Indiquez research_category dans la déclaration, ou dans le projet s'il relève "
          "en entier d'une seule catégorie\u00a0; s'il y en a plusieurs, déclarez l'aide à "
          "chacune."}},
    .message = {{"aid for research and development needs a research category, here or in the "
                 "project[ {project}]",
                 "l'aide à la recherche et au développement demande une catégorie de recherche, "
                 "ici ou dans le projet[ {project}]"}},
    .check = check_aid_category_missing,
    .missing = KEYS(TRANSFER_AID_DECLARATION_RESEARCH_CATEGORY, TRANSFER_AGREEMENT_PROJECT,
                    TRANSFER_PROJECT_RESEARCH_CATEGORY),
};

/* ---- ceilings of what is added up ---- */

/* What the aid of one beneficiary adds up to with a declaration. */
struct total {
    const struct aid_ceiling *ceiling; /* NULL: see why */
    const struct aid_item *previous;   /* that the sum counts; NULL: none */
    int64_t sum;
    transfer_reason why;
    uint8_t is_crossed; /* by this declaration, the first */
};

/* Totals by the order of the items. */
struct totals {
    struct total *items;
    const struct aid_item **sorted;
    size_t count;
};

static void free_totals(void *data)
{
    struct totals *totals = data;

    free(totals->items);
    free(totals->sorted);
    free(totals);
}

/* What aid without a project is for is the agreement itself. */
static const transfer_record *scope_of(const struct aid_item *item)
{
    return item->project ? item->project : item->agreement;
}

static int compare_beneficiaries(const struct aid_item *a, const struct aid_item *b)
{
    return aid_compare_addresses(a->beneficiary, b->beneficiary);
}

static int compare_by_project(const void *a, const void *b)
{
    const struct aid_item *const *first = a, *const *second = b;
    int order = aid_compare_addresses(scope_of(*first), scope_of(*second));

    if (order == 0)
        order = compare_beneficiaries(*first, *second);
    return order == 0 ? aid_compare_days(*first, *second) : order;
}

static int compare_by_agreement(const void *a, const void *b)
{
    const struct aid_item *const *first = a, *const *second = b;
    int order = aid_compare_addresses((*first)->agreement, (*second)->agreement);

    if (order == 0)
        order = compare_beneficiaries(*first, *second);
    return order == 0 ? aid_compare_days(*first, *second) : order;
}

/* Whether aid for research is above all of its eligible costs: a figure is wrong, as
 * aid-intensity or eligible-below-amount says. */
static int is_above_costs(const struct aid_item *item)
{
    int64_t aid, costs;

    return aid_is_for_research(item->regime) &&
           strcmp(item->costs.currency, item->aid.currency) == 0 &&
           amount_least(&item->aid, &aid) && amount_most(&item->costs, &costs) && costs > 0 &&
           aid > costs;
}

/* Why the aid of a declaration is not looked at. */
static transfer_reason why_no_total(const struct aid_item *item, enum aid_ceiling_kind what)
{
    if (item->regime == 0)
        return TRANSFER_REASON_REPORTED;
    if (what == AID_NOTIFICATION ? !aid_is_for_research(item->regime)
                                 : !aid_is_exempted(item->regime))
        return TRANSFER_REASON_OTHER_CASE;
    if (item->is_replaced)
        return TRANSFER_REASON_REPLACED;
    if (item->aid.currency[0] == '\0')
        return aid_why_not(item->declaration, TRANSFER_AID_DECLARATION_AID);
    if (item->aid.minor < 0 || (what == AID_NOTIFICATION && item->category == 0) ||
        is_above_costs(item))
        return TRANSFER_REASON_REPORTED;
    return strcmp(item->aid.currency, aid_ceilings[0].amount.currency) == 0
               ? TRANSFER_REASON_NONE
               : TRANSFER_REASON_OTHER_CASE;
}

/* The highest ceiling for any of the categories so far (bit n: number n) on the day of an item. */
static void find_ceiling(const struct aid_item *item, enum aid_ceiling_kind what,
                         unsigned categories, struct total *total)
{
    transfer_reason why;

    total->ceiling = NULL;
    total->why = item->day.year ? TRANSFER_REASON_VAGUE : TRANSFER_REASON_UNDATED;
    if (item->day.year == 0 || date_is_doubtful(&item->day))
        return;
    for (int category = 0; categories >> category; category++) {
        const struct aid_ceiling *ceiling;

        if (!(categories >> category & 1))
            continue;
        ceiling = aid_ceiling_find(what, category, item->days, &why);
        if (!total->ceiling)
            total->why = why;
        if (ceiling && (!total->ceiling || ceiling->amount.minor > total->ceiling->amount.minor))
            total->ceiling = ceiling;
    }
    if (total->ceiling)
        total->why = TRANSFER_REASON_NONE;
}

/* Adds up along the sorted items, anew for each beneficiary of a project, or agreement. */
static void add_up(struct totals *totals, enum aid_ceiling_kind what)
{
    const struct aid_item *previous = NULL;
    unsigned categories = 0;
    int64_t sum = 0;
    int is_over = 0;

    for (size_t i = 0; i < totals->count; i++) {
        const struct aid_item *item = totals->sorted[i];
        struct total *total = &totals->items[item->order];
        int64_t least;

        /* Of beneficiaries that are not known nobody knows that they are the same. */
        if (!previous || !item->beneficiary || compare_beneficiaries(previous, item) != 0 ||
            (what == AID_NOTIFICATION ? scope_of(previous) != scope_of(item)
                                      : previous->agreement != item->agreement)) {
            previous = NULL;
            categories = 0;
            sum = 0;
            is_over = 0;
        }
        if (amount_least(&item->aid, &least))
            sum = aid_add(sum, least);
        categories |= what == AID_NOTIFICATION ? 1u << item->category : 1u;
        find_ceiling(item, what, categories, total);
        total->sum = sum;
        total->previous = previous;
        total->is_crossed =
            !is_over && total->ceiling && sum > total->ceiling->amount.minor;
        is_over |= total->is_crossed;
        previous = item;
    }
}

static void *build_totals(struct check *check, enum aid_ceiling_kind what)
{
    const struct aid_items *all = check_aid_items(check);
    struct totals *totals = all ? calloc(1, sizeof *totals) : NULL;

    if (totals) {
        totals->items = calloc(all->count + 1, sizeof *totals->items);
        totals->sorted = calloc(all->count + 1, sizeof(const struct aid_item *));
    }
    if (!totals || !totals->items || !totals->sorted) {
        check->status = TRANSFER_NO_MEMORY;
        if (totals)
            free_totals(totals);
        return NULL;
    }
    for (size_t i = 0; i < all->count; i++) {
        totals->items[i].why = why_no_total(&all->items[i], what);
        if (totals->items[i].why == TRANSFER_REASON_NONE)
            totals->sorted[totals->count++] = &all->items[i];
    }
    if (totals->count > 1)
        qsort(totals->sorted, totals->count, sizeof(const struct aid_item *),
              what == AID_NOTIFICATION ? compare_by_project : compare_by_agreement);
    add_up(totals, what);
    return totals;
}

static void *build_notification(struct check *check)
{
    return build_totals(check, AID_NOTIFICATION);
}

static void *build_publication(struct check *check)
{
    return build_totals(check, AID_PUBLICATION);
}

static const struct index totals_notified = {build_notification, free_totals};
static const struct index totals_published = {build_publication, free_totals};

/* The declaration that takes a total above its ceiling.  NULL: it does not, for a reason. */
static const struct aid_item *find_crossing(struct check *check, const transfer_record *record,
                                            const struct totals *totals, transfer_reason *why)
{
    const struct aid_item *item = totals ? check_aid_item(check, record) : NULL;

    *why = item ? totals->items[item->order].why : TRANSFER_REASON_NONE;
    return item && totals->items[item->order].is_crossed ? item : NULL;
}

static void report_total(struct check *check, const struct transfer_rule *rule,
                         const struct totals *totals, const struct aid_item *item)
{
    static const struct phrase added = {{"added to this", "qui s'ajoute à ceci"}};
    const struct total *total = &totals->items[item->order];
    const struct aid_item *previous = total->previous;
    transfer_amount sum = aid_amount(total->sum, &total->ceiling->amount);
    char found[TRANSFER_VALUE_SIZE], expected[TRANSFER_VALUE_SIZE];
    struct finding finding;

    check_begin(check, &finding, rule, item->declaration, TRANSFER_AID_DECLARATION_AID);
    finding_add_string(&finding, "partner", transfer_record_id(item->beneficiary));
    finding_add_amount(&finding, "found", &sum, found);
    finding_add_amount(&finding, "expected", &total->ceiling->amount, expected);
    finding_add_phrase(&finding, "law", &total->ceiling->provision->law);
    for (size_t i = 0; previous && i < FINDING_RELATED; i++) {
        check_relate(check, &finding, previous->declaration, TRANSFER_AID_DECLARATION_AID, &added);
        previous = totals->items[previous->order].previous;
    }
    check_end(check, &finding, item->declaration, TRANSFER_AID_DECLARATION_AID);
}

static transfer_reason check_aid_notification(struct check *check, const transfer_record *record)
{
    const struct totals *totals = check_index(check, &totals_notified);
    transfer_reason why;
    const struct aid_item *item = find_crossing(check, record, totals, &why);

    if (item)
        report_total(check, &rule_aid_notification, totals, item);
    return why;
}

/* (partner), found, expected, law: a phrase */
const struct transfer_rule rule_aid_notification = {
    .name = "aid-notification",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_AID_DECLARATION,
    .since = "1.0",
    .from = {.year = 2014, .month = 7, .day = 1},
    .source = "Regulation (EU) No 651/2014, article 4(1)(i)",
    .title = {{"Aid for research and development is so high that it is to be notified",
               "Une aide à la recherche et au développement est si élevée qu'elle est à "
               "notifier"}},
    .explanation =
        {{"The block exemption does not cover aid to one undertaking for one project above a "
          "threshold that depends on the research category: such aid is notified to the Commission "
          "before it is granted. The aid of all declarations for the project and the beneficiary "
          "is added up; of several categories the highest threshold is taken, and it is the "
          "declaration that takes the sum above it that is reported. For Eureka projects and joint "
          "undertakings the thresholds are twice as high: an exception says so. Aid that was "
          "notified has the regime notified.",
          "L'exemption par catégorie ne couvre pas l'aide à une même entreprise pour un même "
          "projet au-delà d'un seuil qui dépend de la catégorie de recherche\u00a0: une telle aide "
          "est notifiée à la Commission avant son octroi. Les aides de toutes les déclarations "
          "pour le projet et le bénéficiaire s'additionnent\u00a0; de plusieurs catégories, le "
          "seuil le plus élevé est retenu, et c'est la déclaration qui porte le total au-dessus qui est "
          "signalée. Pour les projets Eureka et les entreprises communes les seuils sont "
          "doublés\u00a0: une exception le dit. L'aide notifiée relève du régime notified."}},
    .message = {{"the aid for one project[ to {partner}] adds up to {found}, above {expected}: "
                 "under {law}, it is to be notified",
                 "l'aide à un même projet[ pour {partner}] totalise {found}, plus que "
                 "{expected}\u00a0: selon le {law}, elle est à notifier"}},
    .provisions = &aid_notification_provisions,
    .check = check_aid_notification,
    .missing = KEYS(TRANSFER_AID_DECLARATION_RESEARCH_CATEGORY, TRANSFER_AGREEMENT_AWARDED,
                    TRANSFER_AGREEMENT_SIGNED, TRANSFER_AGREEMENT_PERIOD),
};

static transfer_reason check_aid_publication(struct check *check, const transfer_record *record)
{
    const struct totals *totals = check_index(check, &totals_published);
    transfer_reason why;
    const struct aid_item *item = find_crossing(check, record, totals, &why);

    /* The url is that of the page that publishes it. */
    if (item && !transfer_record_has(item->agreement, TRANSFER_AGREEMENT_URL))
        report_total(check, &rule_aid_publication, totals, item);
    return why;
}

/* (partner), found, expected, law: a phrase */
const struct transfer_rule rule_aid_publication = {
    .name = "aid-publication",
    .severity = TRANSFER_NOTE,
    .type = TRANSFER_TYPE_AID_DECLARATION,
    .since = "1.0",
    .from = {.year = 2016, .month = 7, .day = 1},
    .source = "Regulation (EU) No 651/2014, article 9(1)(c)",
    .title = {{"Aid is so high that it is to be published",
               "Une aide est si élevée qu'elle est à publier"}},
    .explanation =
        {{"Each award of aid under the block exemption above a threshold is published on a State "
          "aid website within months of its granting. The aid of one agreement to one beneficiary "
          "is one award. Give the page in the agreement's url, and the note is gone.",
          "Chaque octroi d'aide sous l'exemption par catégorie au-delà d'un seuil est publié sur "
          "un site consacré aux aides d'État dans les mois qui suivent. L'aide d'une convention à "
          "un bénéficiaire est un octroi. Indiquez la page dans le champ url de la convention, et "
          "la remarque disparaît."}},
    .message = {{"the aid[ to {partner}] of {found} is above {expected}: under {law}, it is to be "
                 "published; give the page in url",
                 "l'aide[ à {partner}] de {found} dépasse {expected}\u00a0: selon le {law}, elle "
                 "est à publier\u00a0; indiquez la page dans url"}},
    .provisions = &aid_publication_provisions,
    .check = check_aid_publication,
    .missing = KEYS(TRANSFER_AGREEMENT_URL, TRANSFER_AGREEMENT_AWARDED, TRANSFER_AGREEMENT_SIGNED,
                    TRANSFER_AGREEMENT_PERIOD),
};

/* ---- effective collaboration ---- */

/* What the budgets of each project say, by where it stands in its section. */
struct collaborations {
    struct collaboration *items;
    unsigned char *is_read;
};

static void free_collaborations(void *data)
{
    struct collaborations *collaborations = data;

    free(collaborations->items);
    free(collaborations->is_read);
    free(collaborations);
}

static void *build_collaborations(struct check *check)
{
    size_t count = check->portfolio->sections[TRANSFER_TYPE_PROJECT].count;
    struct collaborations *collaborations = calloc(1, sizeof *collaborations);

    if (collaborations) {
        collaborations->items = calloc(count + 1, sizeof *collaborations->items);
        collaborations->is_read = calloc(count + 1, sizeof *collaborations->is_read);
    }
    if (!collaborations || !collaborations->items || !collaborations->is_read) {
        check->status = TRANSFER_NO_MEMORY;
        if (collaborations)
            free_collaborations(collaborations);
        return NULL;
    }
    return collaborations;
}

static const struct index collaborations_of_projects = {build_collaborations,
                                                        free_collaborations};

/* Each project is read once, however many agreements it has; NULL: no memory. */
static const struct collaboration *find_collaboration(struct check *check,
                                                      const transfer_record *project)
{
    struct collaborations *all = check_index(check, &collaborations_of_projects);
    size_t index;

    if (!all)
        return NULL;
    index = section_index(&check->portfolio->sections[TRANSFER_TYPE_PROJECT], project);
    if (!all->is_read[index])
        collaboration_read(project, &all->items[index]);
    all->is_read[index] = 1;
    return &all->items[index];
}

static void report_share(struct check *check, const struct aid_item *item,
                         const struct collaboration *collaboration)
{
    static const struct phrase budget = {{"the budget of the company",
                                          "le budget de l'entreprise"}};
    transfer_share found = aid_part(collaboration->borne, collaboration->total, 1);
    transfer_share research = aid_part(collaboration->research, collaboration->total, 0);
    transfer_share expected = aid_share(COLLABORATION_MOST), least = aid_share(COLLABORATION_LEAST);
    char spelling[4][TRANSFER_VALUE_SIZE];
    transfer_record *bearer = NULL;
    struct finding finding;

    (void)transfer_record_get_reference(collaboration->bearer, TRANSFER_PARTICIPATION_PARTNER,
                                        &bearer);
    check_begin(check, &finding, &rule_aid_collaboration_share, item->declaration,
                TRANSFER_AID_DECLARATION_EFFECTIVE_COLLABORATION);
    finding_add_string(&finding, "project", transfer_record_id(item->project));
    finding_add_string(&finding, "partner", transfer_record_id(bearer));
    finding_add_share(&finding, "found", &found, spelling[0]);
    finding_add_share(&finding, "expected", &expected, spelling[1]);
    finding_add_share(&finding, "research", &research, spelling[2]);
    finding_add_share(&finding, "least", &least, spelling[3]);
    check_relate(check, &finding, collaboration->bearer, TRANSFER_PARTICIPATION_BUDGET, &budget);
    check_end(check, &finding, item->declaration,
              TRANSFER_AID_DECLARATION_EFFECTIVE_COLLABORATION);
}

static transfer_reason check_aid_collaboration_share(struct check *check,
                                                     const transfer_record *record)
{
    const struct collaboration *collaboration;
    const struct aid_item *item;

    if (!(aid_claims(record) & AID_COLLABORATION))
        return aid_why_not(record, TRANSFER_AID_DECLARATION_EFFECTIVE_COLLABORATION);
    item = check_aid_item(check, record);
    if (!item)
        return TRANSFER_REASON_NONE;
    if (!aid_is_for_research(item->regime))
        return TRANSFER_REASON_OTHER_CASE;
    if (item->is_replaced)
        return TRANSFER_REASON_REPLACED;
    if (!item->project)
        return aid_why_not(item->agreement, TRANSFER_AGREEMENT_PROJECT);
    collaboration = find_collaboration(check, item->project);
    if (!collaboration)
        return TRANSFER_REASON_NONE;
    if (collaboration->why != TRANSFER_REASON_NONE)
        return collaboration->why;
    if (collaboration->is_contradicted)
        report_share(check, item, collaboration);
    return TRANSFER_REASON_NONE;
}

/* project, partner, found, expected, research, least: shares but the first two */
const struct transfer_rule rule_aid_collaboration_share = {
    .name = "aid-collaboration-share",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_AID_DECLARATION,
    .since = "1.0",
    .from = {.year = 2008, .month = 8, .day = 29},
    .source = "Regulation (EC) No 800/2008, article 31(4)(b); Regulation (EU) No 651/2014, article "
              "25(6)(b)(i)",
    .title = {{"The budgets of a project contradict the effective collaboration that is claimed",
               "Les budgets d'un projet contredisent la collaboration effective demandée"}},
    .explanation =
        {{"The bonus for effective collaboration asks that no single undertaking bears more than "
          "70% of the eligible costs, or that research organisations bear at least 10% of them. "
          "The budgets of the project's partners stand for these costs: companies are taken for "
          "undertakings, all others for research organisations, and subcontractors are left out. "
          "The other conditions (an SME, or two Member States; results that may be published) are "
          "not looked at. Correct the budgets, or do not claim the bonus.",
          "La majoration pour collaboration effective demande qu'aucune entreprise ne supporte à "
          "elle seule plus de 70\u00a0% des coûts éligibles, ou que des organismes de recherche en "
          "supportent au moins 10\u00a0%. Les budgets des partenaires du projet tiennent lieu de "
          "ces coûts\u00a0: les sociétés sont prises pour des entreprises, tous les autres pour "
          "des organismes de recherche, et les sous-traitants sont laissés de côté. Les autres "
          "conditions (une PME ou deux États membres, des résultats publiables) ne sont pas "
          "examinées. Corrigez les budgets, ou ne demandez pas la majoration."}},
    .message = {{"the budgets of {project} contradict an effective collaboration: {partner} bears "
                 "{found} (at most {expected}), research organisations {research} (or at least "
                 "{least})",
                 "les budgets de {project} contredisent une collaboration effective\u00a0: "
                 "{partner} supporte {found} (au plus {expected}), les organismes de recherche "
                 "{research} (ou au moins {least})"}},
    .check = check_aid_collaboration_share,
};
