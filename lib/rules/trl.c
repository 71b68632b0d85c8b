/* Rules of technology readiness levels (TRL).
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes; those in brackets may be missing.
 */
#include "check.h"

/* A level of a project; 0: none is given. */
static int64_t read_level(const transfer_record *project, transfer_key key, int *unreadable)
{
    int64_t level = 0;

    *unreadable |= transfer_record_get_integer(project, key, &level) == TRANSFER_WRONG_KIND;
    return level;
}

/* ---- order ---- */

static const struct phrase other_level = {{"the other level", "l'autre niveau"}};

/* The level of `key` is on the wrong side of the other one; `name` is the message's part for it. */
static void report_order(struct check *check, const transfer_record *project, transfer_key key,
                         transfer_key other, const char *name, transfer_severity highest)
{
    char found_text[24], other_text[24];
    int64_t found = 0, limit = 0;
    struct finding finding;

    (void)transfer_record_get_integer(project, key, &found);
    (void)transfer_record_get_integer(project, other, &limit);
    check_begin(check, &finding, &rule_trl_order, project, key);
    finding_lower(&finding, highest);
    finding_add_string(&finding, "field", transfer_field_name(key));
    finding_add_number(&finding, "found", (uint64_t)found, found_text);
    finding_add_number(&finding, name, (uint64_t)limit, other_text);
    check_relate(check, &finding, project, other, &other_level);
    check_end(check, &finding, project, key);
}

static transfer_reason check_trl_order(struct check *check, const transfer_record *project)
{
    int unreadable = 0;
    int64_t start = read_level(project, TRANSFER_PROJECT_TRL_START, &unreadable);
    int64_t target = read_level(project, TRANSFER_PROJECT_TRL_TARGET, &unreadable);
    int64_t current = read_level(project, TRANSFER_PROJECT_TRL_CURRENT, &unreadable);

    if ((start != 0) + (target != 0) + (current != 0) < 2)
        return unreadable ? TRANSFER_REASON_REPORTED : TRANSFER_REASON_MISSING;
    if (start && target && start > target)
        report_order(check, project, TRANSFER_PROJECT_TRL_TARGET, TRANSFER_PROJECT_TRL_START,
                     "start", TRANSFER_ERROR);
    else if (current && start > current)
        report_order(check, project, TRANSFER_PROJECT_TRL_CURRENT, TRANSFER_PROJECT_TRL_START,
                     "start", TRANSFER_WARNING);
    else if (target && current > target)
        report_order(check, project, TRANSFER_PROJECT_TRL_CURRENT, TRANSFER_PROJECT_TRL_TARGET,
                     "target", TRANSFER_NOTE);
    return TRANSFER_REASON_NONE;
}

/* ---- category of research ---- */

/* The levels that are typical of a category, as the framework gives them. */
static const struct band {
    int64_t first, last;
    struct phrase text;
} bands[] = {
    [TRANSFER_RESEARCH_CATEGORY_FUNDAMENTAL_RESEARCH] = {1, 1, {{"1", "1"}}},
    [TRANSFER_RESEARCH_CATEGORY_INDUSTRIAL_RESEARCH] = {2, 4, {{"2 to 4", "2 à 4"}}},
    [TRANSFER_RESEARCH_CATEGORY_EXPERIMENTAL_DEVELOPMENT] = {5, 8, {{"5 to 8", "5 à 8"}}},
    [TRANSFER_RESEARCH_CATEGORY_FEASIBILITY_STUDY] = {0, 0, {{"", ""}}},
};

static void report_category(struct check *check, const transfer_record *project, int category,
                            int64_t start, int64_t target)
{
    char start_text[24], target_text[24];
    struct finding finding;

    check_begin(check, &finding, &rule_trl_category, project, TRANSFER_PROJECT_RESEARCH_CATEGORY);
    finding_add_string(&finding, "found",
                       transfer_field_choice_name(TRANSFER_PROJECT_RESEARCH_CATEGORY, category));
    finding_add_phrase(&finding, "expected", &bands[category].text);
    if (start) {
        finding_add_number(&finding, "start", (uint64_t)start, start_text);
        check_relate(check, &finding, project, TRANSFER_PROJECT_TRL_START, &other_level);
    }
    if (target) {
        finding_add_number(&finding, "target", (uint64_t)target, target_text);
        check_relate(check, &finding, project, TRANSFER_PROJECT_TRL_TARGET, &other_level);
    }
    check_end(check, &finding, project, TRANSFER_PROJECT_RESEARCH_CATEGORY);
}

static transfer_reason check_trl_category(struct check *check, const transfer_record *project)
{
    const struct band *band;
    int category, unreadable = 0;
    int64_t start = read_level(project, TRANSFER_PROJECT_TRL_START, &unreadable);
    int64_t target = read_level(project, TRANSFER_PROJECT_TRL_TARGET, &unreadable);

    if (transfer_record_get_choice(project, TRANSFER_PROJECT_RESEARCH_CATEGORY, &category) !=
            TRANSFER_OK ||
        (!start && !target))
        return TRANSFER_REASON_MISSING;
    if (unreadable || (target && start > target))
        return TRANSFER_REASON_REPORTED;
    band = &bands[category];
    if (!band->last)
        return TRANSFER_REASON_OTHER_CASE;
    /* The bands meet, and levels are estimates: one to either side is as good. */
    if ((start && start > band->last + 1) || (target && target < band->first - 1))
        report_category(check, project, category, start, target);
    return TRANSFER_REASON_NONE;
}

/* field; found; (start: what it is below); (target: what it is above) */
const struct transfer_rule rule_trl_order = {
    .name = "trl-order",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PROJECT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"Technology readiness is not in order",
               "Les niveaux de maturité ne sont pas dans l'ordre"}},
    .explanation =
        {{"A project starts at a level of readiness (trl_start), aims at one that is not lower "
          "(trl_target), and is at present between the two (trl_current). A target below the start "
          "is an error. A present level below the start is a warning: the start was perhaps taken "
          "too high. One above the target is a note: the project did better than planned.",
          "Un projet part d'un niveau de maturité (trl_start), en vise un qui n'est pas inférieur "
          "(trl_target), et se trouve aujourd'hui entre les deux (trl_current). Une cible "
          "inférieure au départ est une erreur. Un niveau actuel inférieur au départ est un "
          "avertissement\u00a0: le départ a peut-être été surestimé. Un niveau supérieur à la "
          "cible est une simple remarque\u00a0: le projet a fait mieux que prévu."}},
    .message = {{"{field} is {found}[, below trl_start, which is {start}][, above trl_target, "
                 "which is {target}]",
                 "{field} vaut {found}[, moins que trl_start, qui vaut {start}][, plus que "
                 "trl_target, qui vaut {target}]"}},
    .check = check_trl_order,
};

/* found: the category; expected: its levels; (start); (target) */
const struct transfer_rule rule_trl_category = {
    .name = "trl-category",
    .severity = TRANSFER_NOTE,
    .type = TRANSFER_TYPE_PROJECT,
    .since = "1.0",
    .source = "Communication 2022/C 414/01 (framework for State aid for research), not checked",
    .title = {{"Readiness and category of research differ",
               "La maturité et la catégorie de recherche s'accordent mal"}},
    .explanation =
        {{"The framework for State aid for research and development associates fundamental "
          "research with level 1, industrial research with levels 2 to 4 and experimental "
          "development with levels 5 to 8. The project's levels lie more than one away from those "
          "of its category. The category decides how much aid is allowed, so one of the two is "
          "worth another look. Feasibility studies have no levels of their own.",
          "L'encadrement des aides d'État à la recherche et au développement associe la recherche "
          "fondamentale au niveau 1, la recherche industrielle aux niveaux 2 à 4 et le "
          "développement expérimental aux niveaux 5 à 8. Les niveaux du projet s'écartent de plus "
          "d'un de ceux de sa catégorie. La catégorie détermine l'aide autorisée\u00a0: l'une des "
          "deux indications mérite d'être revue. Les études de faisabilité n'ont pas de niveaux "
          "propres."}},
    .message = {{"{found} is usually at TRL {expected}; this project is[ from {start}][ up to "
                 "{target}]",
                 "{found} correspond d'ordinaire aux TRL {expected}\u00a0; ce projet va[ de "
                 "{start}][ jusqu'à {target}]"}},
    .check = check_trl_category,
};
