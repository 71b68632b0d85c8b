/* State aid: finding the law of a day, and reading declarations.
 *
 * SPDX-License-Identifier: MIT
 */
#include "aid.h"

#include "wide.h"

enum { PERCENT = 100, HUNDREDTHS = 10000 };

/* ---- the law ---- */

static int32_t number_of(const transfer_date *day)
{
    return (day->year * 16 + day->month) * 32 + day->day;
}

struct aid_days aid_days_of(const transfer_date *date)
{
    struct aid_days days = {INT32_MIN, INT32_MAX};
    transfer_date first, last;

    if (transfer_date_bounds(date, &first, &last) != TRANSFER_OK)
        return days;
    if (first.year)
        days.first = number_of(&first);
    if (last.year)
        days.last = number_of(&last);
    return days;
}

int provision_may_apply(const struct provision *provision, struct aid_days days)
{
    const transfer_date *until = &provision->in_force.end;

    return number_of(&provision->in_force.start) <= days.last &&
           (until->year == 0 || days.first <= number_of(until));
}

int provision_had_begun(const struct provision *provision, struct aid_days days)
{
    return number_of(&provision->in_force.start) <= days.first;
}

const struct aid_ceiling *aid_ceiling_find(enum aid_ceiling_kind what, int category,
                                           struct aid_days days, transfer_reason *why)
{
    const struct aid_ceiling *highest = NULL;
    int is_covered = 0;

    for (size_t i = 0; i < aid_ceiling_count; i++) {
        const struct aid_ceiling *row = &aid_ceilings[i];

        if (row->what != what || (row->category && row->category != category) ||
            !provision_may_apply(row->provision, days))
            continue;
        is_covered |= provision_had_begun(row->provision, days);
        if (!highest || row->amount.minor > highest->amount.minor)
            highest = row;
    }
    *why = is_covered ? TRANSFER_REASON_NONE
           : highest  ? TRANSFER_REASON_VAGUE
                      : TRANSFER_REASON_NOT_IN_FORCE;
    return is_covered ? highest : NULL;
}

/* ---- declarations ---- */

int aid_is_for_research(int regime)
{
    return regime == TRANSFER_AID_DECLARATION_REGIME_GBER_RESEARCH_DEVELOPMENT;
}

int aid_is_exempted(int regime)
{
    switch (regime) {
    case TRANSFER_AID_DECLARATION_REGIME_GBER_RESEARCH_DEVELOPMENT:
    case TRANSFER_AID_DECLARATION_REGIME_GBER_RESEARCH_INFRASTRUCTURE:
    case TRANSFER_AID_DECLARATION_REGIME_GBER_SME_INNOVATION:
    case TRANSFER_AID_DECLARATION_REGIME_GBER_INNOVATION_CLUSTER:
    case TRANSFER_AID_DECLARATION_REGIME_GBER_PROCESS_INNOVATION:
        return 1;
    default:
        return 0;
    }
}

int aid_regime(const transfer_record *declaration)
{
    int regime;

    return transfer_record_get_choice(declaration, TRANSFER_AID_DECLARATION_REGIME, &regime) ==
                   TRANSFER_OK
               ? regime
               : 0;
}

transfer_record *aid_beneficiary(const transfer_record *declaration)
{
    const transfer_record *agreement = transfer_record_parent(declaration);
    transfer_record *allocation, *beneficiary;
    size_t count;

    if (transfer_record_has(declaration, TRANSFER_AID_DECLARATION_BENEFICIARY))
        return transfer_record_get_reference(declaration, TRANSFER_AID_DECLARATION_BENEFICIARY,
                                             &beneficiary) == TRANSFER_OK
                   ? beneficiary
                   : NULL;
    if (transfer_record_count(agreement, TRANSFER_AGREEMENT_BENEFICIARIES, &count) !=
            TRANSFER_OK ||
        count != 1 ||
        transfer_record_record_at(agreement, TRANSFER_AGREEMENT_BENEFICIARIES, 0, &allocation) !=
            TRANSFER_OK ||
        transfer_record_get_reference(allocation, TRANSFER_ALLOCATION_PARTNER, &beneficiary) !=
            TRANSFER_OK)
        return NULL;
    return beneficiary;
}

transfer_record *aid_project(const transfer_record *agreement)
{
    transfer_record *project;

    return transfer_record_get_reference(agreement, TRANSFER_AGREEMENT_PROJECT, &project) ==
                   TRANSFER_OK
               ? project
               : NULL;
}

int aid_category(const transfer_record *declaration, const transfer_record *project)
{
    int category;

    if (declaration &&
        transfer_record_has(declaration, TRANSFER_AID_DECLARATION_RESEARCH_CATEGORY))
        return transfer_record_get_choice(declaration, TRANSFER_AID_DECLARATION_RESEARCH_CATEGORY,
                                          &category) == TRANSFER_OK
                   ? category
                   : 0;
    return transfer_record_get_choice(project, TRANSFER_PROJECT_RESEARCH_CATEGORY, &category) ==
                   TRANSFER_OK
               ? category
               : 0;
}

transfer_status aid_costs(const transfer_record *declaration, transfer_amount *costs)
{
    const transfer_record *agreement = transfer_record_parent(declaration);
    size_t count;

    if (transfer_record_has(declaration, TRANSFER_AID_DECLARATION_ELIGIBLE_COSTS))
        return transfer_record_get_amount(declaration, TRANSFER_AID_DECLARATION_ELIGIBLE_COSTS,
                                          costs);
    if (transfer_record_count(agreement, TRANSFER_AGREEMENT_AID, &count) != TRANSFER_OK ||
        count != 1)
        return TRANSFER_UNSET;
    return transfer_record_get_amount(agreement, TRANSFER_AGREEMENT_ELIGIBLE_COSTS, costs);
}

/* ---- sizes ---- */

static const struct phrase micro = {{"micro-enterprise, which counts as small",
                                     "microentreprise, assimilée aux petites"}};
static const struct phrase small = {{"small enterprise", "petite entreprise"}};
static const struct phrase medium = {{"medium-sized enterprise", "entreprise moyenne"}};
static const struct phrase large = {{"large enterprise", "grande entreprise"}};
static const struct phrase declared = {{"as declared", "selon la déclaration"}};
static const struct phrase recorded = {{"as the partner's record says",
                                        "selon la fiche du partenaire"}};
static const struct phrase computed = {{"as its accounts make it", "d'après ses comptes"}};
static const struct phrase unknown = {
    {"assumed as the most favourable, for its size is not known",
     "hypothèse la plus favorable, sa taille n'étant pas connue"}};
static const struct phrase some_sme = {
    {"assumed as the most favourable, for it is only known to be an SME",
     "hypothèse la plus favorable, seule la qualité de PME étant connue"}};

static void take_size(struct aid_sized *sized, int size, const struct phrase *origin,
                      const transfer_record *record)
{
    *sized = (struct aid_sized){.size = AID_SMALL, .name = &small, .origin = origin,
                                .record = record};
    switch (size) {
    case TRANSFER_SIZE_MICRO:
        sized->name = &micro;
        break;
    case TRANSFER_SIZE_MEDIUM:
        sized->size = AID_MEDIUM;
        sized->name = &medium;
        break;
    case TRANSFER_SIZE_SME:
        sized->is_assumed = 1;
        sized->origin = &some_sme;
        break;
    case TRANSFER_SIZE_INTERMEDIATE: /* a large one where there are no intermediate ones */
    case TRANSFER_SIZE_LARGE:
        sized->size = AID_LARGE;
        sized->name = &large;
        break;
    default:
        break;
    }
}

/* The size that a partner's record states, if it is one of the block exemption's; 0: none. */
static int partner_size(const transfer_record *partner)
{
    int size, definition;

    if (transfer_record_get_choice(partner, TRANSFER_PARTNER_SIZE, &size) != TRANSFER_OK)
        return 0;
    if (size == TRANSFER_SIZE_MICRO)
        return size;
    return transfer_record_get_choice(partner, TRANSFER_PARTNER_SIZE_DEFINITION, &definition) ==
                       TRANSFER_OK &&
                   definition == TRANSFER_PARTNER_SIZE_DEFINITION_EU_2003_361
               ? size
               : 0;
}

void aid_size_find(const transfer_record *declaration, const transfer_record *beneficiary,
                   struct aid_sized *sized)
{
    int size;

    if (transfer_record_get_choice(declaration, TRANSFER_AID_DECLARATION_SIZE, &size) ==
        TRANSFER_OK) {
        take_size(sized, size, &declared, declaration);
        return;
    }
    size = partner_size(beneficiary);
    take_size(sized, size, size ? &recorded : &unknown, size ? beneficiary : NULL);
    sized->is_assumed |= size == 0;
}

transfer_status aid_size_compute(const transfer_record *beneficiary, const transfer_date *day,
                                 struct aid_sized *sized)
{
    transfer_calculation *calculation;
    transfer_status status;
    int size;

    if (sized->origin != &unknown)
        return TRANSFER_OK;
    status = transfer_partner_size_class(
        beneficiary, TRANSFER_PARTNER_SIZE_DEFINITION_EU_2003_361, day, &calculation);
    if (status != TRANSFER_OK)
        return status == TRANSFER_NO_MEMORY ? status : TRANSFER_OK;
    if (transfer_calculation_size(calculation, &size) == TRANSFER_OK)
        take_size(sized, size, &computed, beneficiary);
    transfer_calculation_free(calculation);
    return TRANSFER_OK;
}

/* ---- arithmetic ---- */

int amount_least(const transfer_amount *amount, int64_t *minor)
{
    int is_more = amount->qualifier == TRANSFER_MORE_THAN;

    if (amount->minor < 0 ||
        (!is_more && amount->qualifier != TRANSFER_EXACTLY &&
         amount->qualifier != TRANSFER_AT_LEAST))
        return 0;
    *minor = is_more && amount->minor < INT64_MAX ? amount->minor + 1 : amount->minor;
    return 1;
}

int amount_most(const transfer_amount *amount, int64_t *minor)
{
    int is_less = amount->qualifier == TRANSFER_LESS_THAN;

    if (amount->minor < is_less ||
        (!is_less && amount->qualifier != TRANSFER_EXACTLY &&
         amount->qualifier != TRANSFER_AT_MOST))
        return 0;
    *minor = is_less ? amount->minor - 1 : amount->minor;
    return 1;
}

int aid_is_above(int64_t aid, int64_t costs, unsigned percent)
{
    return aid > 0 && wide_compare(wide_multiply((uint64_t)aid - 1, PERCENT),
                                   wide_multiply((uint64_t)costs, percent)) >= 0;
}

transfer_share aid_part(int64_t part, int64_t whole, int up)
{
    transfer_share share = {.numerator = part, .denominator = whole};
    uint64_t rest;
    struct wide hundredths =
        wide_divide(wide_multiply((uint64_t)part, HUNDREDTHS), (uint64_t)whole, &rest);

    if (hundredths.high || hundredths.low >= INT64_MAX)
        return share;
    share = (transfer_share){.numerator = (int64_t)hundredths.low + (up && rest > 0),
                             .denominator = HUNDREDTHS,
                             .form = TRANSFER_SHARE_PERCENT};
    while (share.denominator > PERCENT && share.numerator % 10 == 0) {
        share.numerator /= 10;
        share.denominator /= 10;
    }
    return share;
}

transfer_share aid_share(unsigned percent)
{
    return (transfer_share){
        .numerator = percent, .denominator = PERCENT, .form = TRANSFER_SHARE_PERCENT};
}

/* ---- steps ---- */

struct step *aid_step(transfer_calculation *calculation, const struct phrase *sentence,
                      const struct finding *parts, const struct provision *law,
                      const transfer_record *record)
{
    struct step *step =
        calculation_add(calculation, sentence, parts->parts, parts->part_count);

    if (!step)
        return NULL;
    step->source = law ? law->law.text[ENGLISH] : NULL;
    step->record = (transfer_record *)(uintptr_t)record;
    return step;
}
