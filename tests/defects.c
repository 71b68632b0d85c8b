/* One defect for each rule of the domain.
 *
 * SPDX-License-Identifier: MIT
 */
#include "defects.h"

#include <check.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { FOUND_MAX = 4096, TEXT_SIZE = 256 };

/* ---- changes that can be taken back ---- */

void defect_begin(struct defect *defect, transfer_portfolio *portfolio, uint64_t seed,
                  const transfer_date *today)
{
    *defect = (struct defect){.generator = {.random = {seed ^ 0x5eed}, .portfolio = portfolio,
                                            .number = 5000},
                              .today = *today};
}

static struct change *add_change(struct defect *defect, transfer_record *record, transfer_key key)
{
    struct change *change = &defect->changes[defect->count++];

    ck_assert_uint_le(defect->count, CHANGES_MAX);
    *change = (struct change){.record = record, .key = key, .item = SIZE_MAX};
    return change;
}

static void keep(struct defect *defect, transfer_record *record, transfer_key key)
{
    struct change *change = add_change(defect, record, key);

    if (transfer_record_has(record, key))
        ck_assert_int_eq(transfer_record_format_value(record, key, 0, &change->text), TRANSFER_OK);
}

__attribute__((format(printf, 4, 5))) static void change(struct defect *defect,
                                                         transfer_record *record,
                                                         transfer_key key, const char *format, ...)
{
    char text[TEXT_SIZE];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    keep(defect, record, key);
    set(record, key, "%s", text);
}

static void change_amount(struct defect *defect, transfer_record *record, transfer_key key,
                          const transfer_amount *amount, int64_t more)
{
    transfer_amount changed = *amount;

    changed.minor += more;
    keep(defect, record, key);
    ck_assert_int_eq(transfer_record_set_amount(record, key, &changed), TRANSFER_OK);
}

static void change_day(struct defect *defect, transfer_record *record, transfer_key key, int day)
{
    keep(defect, record, key);
    set_day(record, key, day);
}

static void clear(struct defect *defect, transfer_record *record, transfer_key key)
{
    keep(defect, record, key);
    ck_assert_int_eq(transfer_record_clear(record, key), TRANSFER_OK);
}

static transfer_record *append(struct defect *defect, transfer_record *record, transfer_key key)
{
    transfer_record *nested = add_nested(record, key);

    add_change(defect, nested, 0);
    return nested;
}

static transfer_record *create(struct defect *defect, transfer_type type)
{
    transfer_record *record = add_record(&defect->generator, type, "neu");

    add_change(defect, record, 0);
    return record;
}

static void append_reference(struct defect *defect, transfer_record *record, transfer_key key,
                             const transfer_record *target)
{
    struct change *change = add_change(defect, record, key);

    ck_assert_int_eq(transfer_record_count(record, key, &change->item), TRANSFER_OK);
    ck_assert_int_eq(transfer_record_add_reference(record, key, target), TRANSFER_OK);
}

static void refer(transfer_record *record, transfer_key key, const transfer_record *target)
{
    ck_assert_int_eq(transfer_record_set_reference(record, key, target), TRANSFER_OK);
}

void defect_undo(struct defect *defect)
{
    while (defect->count > 0) {
        struct change *change = &defect->changes[--defect->count];

        if (change->key == 0)
            ck_assert_int_eq(transfer_record_remove(change->record), TRANSFER_OK);
        else if (change->item != SIZE_MAX)
            ck_assert_int_eq(transfer_record_remove_at(change->record, change->key, change->item),
                             TRANSFER_OK);
        else if (change->text)
            ck_assert_int_eq(
                transfer_record_parse_value(change->record, change->key, change->text),
                TRANSFER_OK);
        else
            ck_assert_int_eq(transfer_record_clear(change->record, change->key), TRANSFER_OK);
        transfer_text_free(change->text);
    }
}

/* ---- finding what suits ---- */

typedef int suits(const transfer_record *record);

struct found {
    transfer_record *items[FOUND_MAX];
    size_t count;
};

static void collect_below(transfer_record *record, transfer_type type, suits *does,
                          struct found *found)
{
    transfer_type own = transfer_record_type(record);
    transfer_record *nested;

    if ((type == 0 || own == type) && (!does || does(record)) && found->count < FOUND_MAX)
        found->items[found->count++] = record;
    for (size_t i = 0; i < transfer_type_field_count(own); i++) {
        transfer_key key = transfer_type_field_at(own, i);

        if (transfer_field_kind(key) == TRANSFER_KIND_RECORD)
            for (size_t j = 0;
                 transfer_record_record_at(record, key, j, &nested) == TRANSFER_OK; j++)
                collect_below(nested, type, does, found);
    }
}

/* How often a record is referred to through a field. */
static size_t referrers_through(const transfer_record *record, transfer_key key)
{
    transfer_answer *referrers;
    size_t count = 0;

    ck_assert_int_eq(transfer_record_referrers(record, &referrers), TRANSFER_OK);
    for (size_t i = 0; i < transfer_answer_count(referrers); i++)
        count += transfer_answer_key(referrers, i) == key;
    transfer_answer_free(referrers);
    return count;
}

/* A record of a type (0: any) that suits; NULL: there is none.  Agreements that others restate are
 * left out: rules look at the latest version. */
static transfer_record *pick(struct defect *defect, transfer_type type, suits *does)
{
    const transfer_portfolio *portfolio = defect->generator.portfolio;
    struct found found = {.count = 0};

    for (size_t i = 0; i < transfer_type_count(); i++)
        for (size_t j = 0; j < transfer_portfolio_count(portfolio, transfer_type_at(i)); j++) {
            transfer_record *record = transfer_portfolio_at(portfolio, transfer_type_at(i), j);

            if (referrers_through(record, TRANSFER_AGREEMENT_AMENDS) == 0)
                collect_below(record, type, does, &found);
        }
    return found.count ? found.items[BETWEEN(&defect->generator, 0, (int64_t)found.count - 1)]
                       : NULL;
}

static int has(const transfer_record *record, transfer_key key)
{
    return transfer_record_has(record, key);
}

static size_t length(const transfer_record *record, transfer_key key)
{
    size_t count = 0;

    ck_assert_int_eq(transfer_record_count(record, key, &count), TRANSFER_OK);
    return count;
}

static transfer_record *item(const transfer_record *record, transfer_key key, size_t index)
{
    transfer_record *nested = NULL;

    ck_assert_int_eq(transfer_record_record_at(record, key, index, &nested), TRANSFER_OK);
    return nested;
}

static int choice(const transfer_record *record, transfer_key key)
{
    int number = 0;

    (void)transfer_record_get_choice(record, key, &number);
    return number;
}

static const char *text_of(const transfer_record *record, transfer_key key)
{
    const char *text = "";

    (void)transfer_record_get_text(record, key, &text);
    return text;
}

static int first_day(const transfer_record *record, transfer_key key, int last)
{
    transfer_date first, end;
    transfer_period period;
    transfer_date date;

    if (transfer_record_get_period(record, key, &period) == TRANSFER_OK) {
        ck_assert_int_eq(transfer_period_bounds(&period, &first, &end), TRANSFER_OK);
    } else {
        ck_assert_int_eq(transfer_record_get_date(record, key, &date), TRANSFER_OK);
        ck_assert_int_eq(transfer_date_bounds(&date, &first, &end), TRANSFER_OK);
    }
    return last ? day_of(end.year, end.month, end.day) : day_of(first.year, first.month, first.day);
}

/* ---- records that are made for a defect ---- */

static transfer_record *create_partner(struct defect *defect, const char *kind)
{
    transfer_record *partner = create(defect, TRANSFER_TYPE_PARTNER);

    set(partner, TRANSFER_PARTNER_NAME, "Neuve %d", defect->generator.number);
    set(partner, TRANSFER_PARTNER_KIND, "%s", kind);
    return partner;
}

/* Of another country, so that nobody asks for its siren; the first programme names it. */
static transfer_record *create_company(struct defect *defect)
{
    transfer_record *partner = create_partner(defect, "company");

    set(partner, TRANSFER_PARTNER_COUNTRY, "DE");
    append_reference(defect,
                     transfer_portfolio_at(defect->generator.portfolio, TRANSFER_TYPE_PROGRAMME, 0),
                     TRANSFER_PROGRAMME_PARTNERS, partner);
    return partner;
}

static transfer_record *create_project(struct defect *defect)
{
    transfer_record *project = create(defect, TRANSFER_TYPE_PROJECT);

    set(project, TRANSFER_PROJECT_TITLE, "Neuf %d", defect->generator.number);
    return project;
}

static transfer_record *create_agreement(struct defect *defect, const char *kind,
                                         const char *awarded, const char *amount)
{
    transfer_record *agreement = create(defect, TRANSFER_TYPE_AGREEMENT);

    set(agreement, TRANSFER_AGREEMENT_TITLE, "Neuve %d", defect->generator.number);
    set(agreement, TRANSFER_AGREEMENT_KIND, "%s", kind);
    if (awarded)
        set(agreement, TRANSFER_AGREEMENT_AWARDED, "%s", awarded);
    if (amount)
        set(agreement, TRANSFER_AGREEMENT_AMOUNT, "%s", amount);
    return agreement;
}

/* A grant with aid for research and development. */
static transfer_record *create_aid(struct defect *defect, const transfer_record *beneficiary,
                                   const transfer_record *project, const char *awarded,
                                   const char *category, const char *costs, const char *aid)
{
    transfer_record *agreement = create_agreement(defect, "grant", awarded, aid), *declaration;

    if (project)
        refer(agreement, TRANSFER_AGREEMENT_PROJECT, project);
    declaration = add_nested(agreement, TRANSFER_AGREEMENT_AID);
    set(declaration, TRANSFER_AID_DECLARATION_REGIME, "gber_research_development");
    refer(declaration, TRANSFER_AID_DECLARATION_BENEFICIARY, beneficiary);
    if (category)
        set(declaration, TRANSFER_AID_DECLARATION_RESEARCH_CATEGORY, "%s", category);
    set(declaration, TRANSFER_AID_DECLARATION_SIZE, "large");
    set(declaration, TRANSFER_AID_DECLARATION_ELIGIBLE_COSTS, "%s", costs);
    set(declaration, TRANSFER_AID_DECLARATION_AID, "%s", aid);
    return declaration;
}

static transfer_record *add_participation(transfer_record *project, const transfer_record *partner,
                                          const char *role, const char *budget)
{
    transfer_record *participation = add_nested(project, TRANSFER_PROJECT_PARTNERS);

    refer(participation, TRANSFER_PARTICIPATION_PARTNER, partner);
    set(participation, TRANSFER_PARTICIPATION_ROLE, "%s", role);
    set(participation, TRANSFER_PARTICIPATION_BUDGET, "%s", budget);
    return participation;
}

static transfer_record *append_indicator(struct defect *defect, const char *value)
{
    static const transfer_key lists[] = {
        TRANSFER_PROGRAMME_INDICATORS, TRANSFER_PLATFORM_INDICATORS, TRANSFER_PROJECT_INDICATORS,
    };
    transfer_key key = ONE_OF(&defect->generator, lists);
    transfer_record *indicator =
        append(defect, pick(defect, transfer_field_type(key), NULL), key);

    set(indicator, TRANSFER_INDICATOR_NAME, "Emplois");
    set(indicator, TRANSFER_INDICATOR_VALUE, "%s", value);
    return indicator;
}

/* ---- structure, texts and references ---- */

static transfer_key name_key(const transfer_record *record)
{
    transfer_type type = transfer_record_type(record);
    transfer_key key = transfer_type_field_find(type, "name");

    return key ? key : transfer_type_field_find(type, "title");
}

static int is_named(const transfer_record *record)
{
    transfer_key key = name_key(record);

    return key && transfer_field_is_required(key);
}

static int make_required(struct defect *defect)
{
    transfer_record *record = pick(defect, 0, is_named);

    clear(defect, record, name_key(record));
    return 1;
}

static int is_of_partner(const transfer_record *contribution)
{
    return has(contribution, TRANSFER_CONTRIBUTION_PARTNER);
}

static int make_exactly_one(struct defect *defect)
{
    transfer_record *contribution = pick(defect, TRANSFER_TYPE_CONTRIBUTION, is_of_partner);

    if (contribution)
        change(defect, contribution, TRANSFER_CONTRIBUTION_UNSPECIFIED, "true");
    return contribution != NULL;
}

/* The note of any record. */
static int write_note(struct defect *defect, const char *text)
{
    transfer_record *record = pick(defect, 0, NULL);
    transfer_key key = transfer_type_field_find(transfer_record_type(record), "note");

    change(defect, record, key, "%s", text);
    return 1;
}

static int make_text_spaces(struct defect *defect)
{
    return write_note(defect, CHANCE(&defect->generator, 50) ? " devant" : "derrière\u00a0");
}

static int make_text_empty(struct defect *defect)
{
    return write_note(defect, "");
}

static int make_text_mojibake(struct defect *defect)
{
    return write_note(defect, CHANCE(&defect->generator, 50) ? "MatÃ©riaux" : "Mat\ufffdriaux");
}

static int make_personal_data(struct defect *defect)
{
    return write_note(defect, "Écrire à jeanne.dupont@example.org");
}

static int make_reference_dangling(struct defect *defect)
{
    change(defect, pick(defect, TRANSFER_TYPE_PROJECT, NULL), TRANSFER_PROJECT_PLATFORM,
           "nulle-part");
    return 1;
}

static int make_reference_type(struct defect *defect)
{
    change(defect, pick(defect, TRANSFER_TYPE_PROJECT, NULL), TRANSFER_PROJECT_PLATFORM, "%s",
           transfer_record_id(pick(defect, TRANSFER_TYPE_PARTNER, NULL)));
    return 1;
}

static int has_no_successor(const transfer_record *partner)
{
    return !has(partner, TRANSFER_PARTNER_SUCCESSOR);
}

static int make_reference_cycle(struct defect *defect)
{
    transfer_record *partner = pick(defect, TRANSFER_TYPE_PARTNER, has_no_successor);

    change(defect, partner, TRANSFER_PARTNER_SUCCESSOR, "%s", transfer_record_id(partner));
    return 1;
}

static int make_unused_record(struct defect *defect)
{
    create_partner(defect, "foundation");
    return 1;
}

static int make_exception_unused(struct defect *defect)
{
    static const char *const rules[] = {"shares-sum", "siren-key", "title-duplicate"};
    transfer_record *record = pick(defect, 0, NULL), *exception;
    transfer_key key = transfer_type_field_find(transfer_record_type(record), "exceptions");

    exception = append(defect, record, key);
    set(exception, TRANSFER_EXCEPTION_RULE, "%s", ONE_OF(&defect->generator, rules));
    set(exception, TRANSFER_EXCEPTION_REASON, "Constaté au contrôle");
    return 1;
}

static int make_title_duplicate(struct defect *defect)
{
    transfer_record *first = pick(defect, TRANSFER_TYPE_AGREEMENT, NULL);
    transfer_record *second = pick(defect, TRANSFER_TYPE_AGREEMENT, NULL);

    if (first == second || has(first, TRANSFER_AGREEMENT_AMENDS) ||
        has(second, TRANSFER_AGREEMENT_AMENDS))
        return 0;
    change(defect, second, TRANSFER_AGREEMENT_TITLE, "%s",
           text_of(first, TRANSFER_AGREEMENT_TITLE));
    return 1;
}

/* ---- identifiers ---- */

#define HAS(name, key)                                                                           \
    static int name(const transfer_record *record)                                               \
    {                                                                                            \
        return has(record, key);                                                                 \
    }

HAS(has_siren, TRANSFER_PARTNER_SIREN)
HAS(has_siret, TRANSFER_PARTNER_SIRET)
HAS(has_vat, TRANSFER_PARTNER_VAT)
HAS(has_ror, TRANSFER_PARTNER_ROR)
HAS(has_lei, TRANSFER_PARTNER_LEI)
HAS(has_rnsr, TRANSFER_PARTNER_RNSR)

/* Changes one character of an identifier that suits. */
static int spoil(struct defect *defect, suits *does, transfer_key key, size_t at, char by)
{
    transfer_record *partner = pick(defect, TRANSFER_TYPE_PARTNER, does);
    char text[IDENTIFIER_SIZE];

    if (!partner)
        return 0;
    snprintf(text, sizeof text, "%s", text_of(partner, key));
    if (by)
        text[at] = by;
    else
        text[at] = (char)(text[at] == '9' ? '0' : text[at] + 1);
    change(defect, partner, key, "%s", text);
    return 1;
}

static int make_siren_form(struct defect *defect)
{
    return spoil(defect, has_siren, TRANSFER_PARTNER_SIREN, 8, 'X');
}

static int make_siren_key(struct defect *defect)
{
    return spoil(defect, has_siren, TRANSFER_PARTNER_SIREN, 8, 0);
}

static int make_siren_sentinel(struct defect *defect)
{
    transfer_record *partner = pick(defect, TRANSFER_TYPE_PARTNER, has_siren);

    change(defect, partner, TRANSFER_PARTNER_SIREN,
           CHANCE(&defect->generator, 50) ? "999999999" : "999999997");
    return 1;
}

static int make_siret_form(struct defect *defect)
{
    return spoil(defect, has_siret, TRANSFER_PARTNER_SIRET, 13, 'O');
}

static int make_siret_key(struct defect *defect)
{
    return spoil(defect, has_siret, TRANSFER_PARTNER_SIRET, 13, 0);
}

static int make_siret_siren(struct defect *defect)
{
    transfer_record *partner = pick(defect, TRANSFER_TYPE_PARTNER, has_siret);

    if (partner)
        change(defect, partner, TRANSFER_PARTNER_SIRET, "11122233344455");
    return partner != NULL;
}

static int make_siret_nic_zero(struct defect *defect)
{
    transfer_record *partner = pick(defect, TRANSFER_TYPE_PARTNER, has_siren);

    change(defect, partner, TRANSFER_PARTNER_SIRET, "%s00000",
           text_of(partner, TRANSFER_PARTNER_SIREN));
    return 1;
}

/* That of another. */
static int make_siret_mismatch(struct defect *defect)
{
    transfer_record *partner = pick(defect, TRANSFER_TYPE_PARTNER, has_siret);
    char siren[IDENTIFIER_SIZE], siret[IDENTIFIER_SIZE];

    if (!partner || !has(partner, TRANSFER_PARTNER_SIREN))
        return 0;
    make_siren(&defect->generator, siren);
    make_siret(&defect->generator, siren, siret);
    change(defect, partner, TRANSFER_PARTNER_SIRET, "%s", siret);
    return 1;
}

static int make_vat_form(struct defect *defect)
{
    return spoil(defect, has_vat, TRANSFER_PARTNER_VAT, 12, '-');
}

static int make_vat_key_fr(struct defect *defect)
{
    return spoil(defect, has_vat, TRANSFER_PARTNER_VAT, 3, 0);
}

static int make_vat_mismatch(struct defect *defect)
{
    transfer_record *partner = pick(defect, TRANSFER_TYPE_PARTNER, has_vat);
    char siren[IDENTIFIER_SIZE], vat[IDENTIFIER_SIZE];

    if (!partner)
        return 0;
    make_siren(&defect->generator, siren);
    make_vat(siren, vat);
    change(defect, partner, TRANSFER_PARTNER_VAT, "%s", vat);
    return 1;
}

static int make_ror_form(struct defect *defect)
{
    return spoil(defect, has_ror, TRANSFER_PARTNER_ROR, 3, 'u');
}

static int make_ror_key(struct defect *defect)
{
    return spoil(defect, has_ror, TRANSFER_PARTNER_ROR, 8, 0);
}

static int make_lei_form(struct defect *defect)
{
    return spoil(defect, has_lei, TRANSFER_PARTNER_LEI, 4, '-');
}

static int make_lei_key(struct defect *defect)
{
    return spoil(defect, has_lei, TRANSFER_PARTNER_LEI, 19, 0);
}

static int make_rnsr_form(struct defect *defect)
{
    return spoil(defect, has_rnsr, TRANSFER_PARTNER_RNSR, 2, 'A');
}

static int make_rnsr_key(struct defect *defect)
{
    return spoil(defect, has_rnsr, TRANSFER_PARTNER_RNSR, 8, 0);
}

static int make_rna_form(struct defect *defect)
{
    change(defect, pick(defect, TRANSFER_TYPE_PARTNER, NULL), TRANSFER_PARTNER_RNA, "W12");
    return 1;
}

static int is_company_without_lei(const transfer_record *partner)
{
    return choice(partner, TRANSFER_PARTNER_KIND) == TRANSFER_PARTNER_KIND_COMPANY &&
           !has(partner, TRANSFER_PARTNER_LEI);
}

static int make_identifier_duplicate(struct defect *defect)
{
    transfer_record *first = pick(defect, TRANSFER_TYPE_PARTNER, has_lei);
    transfer_record *second = pick(defect, TRANSFER_TYPE_PARTNER, is_company_without_lei);

    if (!first || !second)
        return 0;
    change(defect, second, TRANSFER_PARTNER_LEI, "%s", text_of(first, TRANSFER_PARTNER_LEI));
    return 1;
}

static int is_french_company(const transfer_record *partner)
{
    return choice(partner, TRANSFER_PARTNER_KIND) == TRANSFER_PARTNER_KIND_COMPANY &&
           strcmp(text_of(partner, TRANSFER_PARTNER_COUNTRY), "FR") == 0;
}

static int make_identifier_expected(struct defect *defect)
{
    static const transfer_key keys[] = {
        TRANSFER_PARTNER_SIREN, TRANSFER_PARTNER_SIRET, TRANSFER_PARTNER_VAT, TRANSFER_PARTNER_LEI,
    };
    transfer_record *partner = pick(defect, TRANSFER_TYPE_PARTNER, is_french_company);

    for (size_t i = 0; partner && i < 4; i++)
        if (has(partner, keys[i]))
            clear(defect, partner, keys[i]);
    return partner != NULL;
}

/* ---- amounts and sums ---- */

static int make_currency_withdrawn(struct defect *defect)
{
    transfer_record *indicator = append_indicator(defect, "1000000 FRF");

    set(indicator, TRANSFER_INDICATOR_DATE, "2002-07-01");
    return 1;
}

static int make_amount_negative(struct defect *defect)
{
    transfer_record *programme = pick(defect, TRANSFER_TYPE_PROGRAMME, NULL);

    change(defect, programme, TRANSFER_PROGRAMME_BUDGET, "-100 EUR");
    return 1;
}

static int is_unpaid(const transfer_record *instalment)
{
    return !has(instalment, TRANSFER_INSTALMENT_PAID_AMOUNT);
}

static int make_currency_mixed(struct defect *defect)
{
    transfer_record *instalment = pick(defect, TRANSFER_TYPE_INSTALMENT, is_unpaid);

    if (instalment)
        change(defect, instalment, TRANSFER_INSTALMENT_AMOUNT, "1 USD");
    return instalment != NULL;
}

/* Whether all items of a list have exact amounts and no shares, as has the agreement. */
static int are_exact(const transfer_record *agreement, transfer_key list, transfer_key amount,
                     transfer_key share)
{
    transfer_amount value;

    for (size_t i = 0; i < length(agreement, list); i++) {
        const transfer_record *part = item(agreement, list, i);

        if (has(part, share) ||
            transfer_record_get_amount(part, amount, &value) != TRANSFER_OK || value.qualifier)
            return 0;
    }
    return length(agreement, list) > 0 && has(agreement, TRANSFER_AGREEMENT_AMOUNT);
}

static int has_exact_funders(const transfer_record *agreement)
{
    return are_exact(agreement, TRANSFER_AGREEMENT_FUNDERS, TRANSFER_CONTRIBUTION_AMOUNT,
                     TRANSFER_CONTRIBUTION_SHARE);
}

static int has_exact_beneficiaries(const transfer_record *agreement)
{
    return are_exact(agreement, TRANSFER_AGREEMENT_BENEFICIARIES, TRANSFER_ALLOCATION_AMOUNT,
                     TRANSFER_ALLOCATION_SHARE);
}

/* One cent more for the first of a list. */
static int add_cent(struct defect *defect, suits *does, transfer_key list, transfer_key key)
{
    transfer_record *agreement = pick(defect, TRANSFER_TYPE_AGREEMENT, does), *part;
    transfer_amount amount;

    if (!agreement)
        return 0;
    part = item(agreement, list, 0);
    ck_assert_int_eq(transfer_record_get_amount(part, key, &amount), TRANSFER_OK);
    change_amount(defect, part, key, &amount, 1);
    return 1;
}

static int make_funders_sum(struct defect *defect)
{
    return add_cent(defect, has_exact_funders, TRANSFER_AGREEMENT_FUNDERS,
                    TRANSFER_CONTRIBUTION_AMOUNT);
}

static int make_beneficiaries_sum(struct defect *defect)
{
    return add_cent(defect, has_exact_beneficiaries, TRANSFER_AGREEMENT_BENEFICIARIES,
                    TRANSFER_ALLOCATION_AMOUNT);
}

/* There are instalments, and what is paid at first is all: no licence, nor the like. */
static int has_instalments(const transfer_record *agreement)
{
    switch (choice(agreement, TRANSFER_AGREEMENT_KIND)) {
    case TRANSFER_AGREEMENT_KIND_LICENCE:
    case TRANSFER_AGREEMENT_KIND_OPTION:
    case TRANSFER_AGREEMENT_KIND_FRAMEWORK_AGREEMENT:
    case TRANSFER_AGREEMENT_KIND_CONSORTIUM_AGREEMENT:
        return 0;
    default:
        return length(agreement, TRANSFER_AGREEMENT_INSTALMENTS) > 0;
    }
}

static int make_instalments_sum(struct defect *defect)
{
    transfer_record *agreement = pick(defect, TRANSFER_TYPE_AGREEMENT, has_instalments);
    transfer_amount amount;

    if (!agreement)
        return 0;
    ck_assert_int_eq(transfer_record_get_amount(agreement, TRANSFER_AGREEMENT_AMOUNT, &amount),
                     TRANSFER_OK);
    ck_assert_int_eq(
        transfer_record_set_amount(append(defect, agreement, TRANSFER_AGREEMENT_INSTALMENTS),
                                   TRANSFER_INSTALMENT_AMOUNT, &amount),
        TRANSFER_OK);
    return 1;
}

static int make_participation_sum(struct defect *defect)
{
    transfer_record *project = create_project(defect);

    set(project, TRANSFER_PROJECT_BUDGET, "100000 EUR");
    add_participation(project, create_company(defect), "coordinator", "50000 EUR");
    add_participation(project, create_company(defect), "participant", "50000.01 EUR");
    return 1;
}

static int has_explicit_shares(const transfer_record *agreement)
{
    transfer_share share;
    size_t count = length(agreement, TRANSFER_AGREEMENT_FUNDERS);

    for (size_t i = 0; i < count; i++) {
        const transfer_record *part = item(agreement, TRANSFER_AGREEMENT_FUNDERS, i);

        if (has(part, TRANSFER_CONTRIBUTION_AMOUNT) ||
            transfer_record_get_share(part, TRANSFER_CONTRIBUTION_SHARE, &share) != TRANSFER_OK ||
            share.numerator == 0)
            return 0;
    }
    return count > 1;
}

static int make_shares_sum(struct defect *defect)
{
    transfer_record *agreement = pick(defect, TRANSFER_TYPE_AGREEMENT, has_explicit_shares);

    if (agreement)
        change(defect, item(agreement, TRANSFER_AGREEMENT_FUNDERS, 0), TRANSFER_CONTRIBUTION_SHARE,
               "1/1009");
    return agreement != NULL;
}

/* Of a few cents many shares are the floor or the ceiling. */
static int has_share_and_amount(const transfer_record *contribution)
{
    transfer_amount amount;

    return has(contribution, TRANSFER_CONTRIBUTION_SHARE) &&
           transfer_record_get_amount(contribution, TRANSFER_CONTRIBUTION_AMOUNT, &amount) ==
               TRANSFER_OK &&
           amount.minor > 10000;
}

static int make_share_and_amount(struct defect *defect)
{
    transfer_record *part = pick(defect, TRANSFER_TYPE_CONTRIBUTION, has_share_and_amount);

    if (part)
        change(defect, part, TRANSFER_CONTRIBUTION_SHARE, "99.731%%");
    return part != NULL;
}

static int has_a_rest(const transfer_record *agreement)
{
    transfer_share share;
    size_t count = length(agreement, TRANSFER_AGREEMENT_FUNDERS);

    return count > 1 &&
           transfer_record_get_share(item(agreement, TRANSFER_AGREEMENT_FUNDERS, count - 1),
                                     TRANSFER_CONTRIBUTION_SHARE, &share) == TRANSFER_OK &&
           share.form == TRANSFER_SHARE_REST;
}

static int make_share_rest_twice(struct defect *defect)
{
    transfer_record *agreement = pick(defect, TRANSFER_TYPE_AGREEMENT, has_a_rest);

    if (agreement)
        change(defect, item(agreement, TRANSFER_AGREEMENT_FUNDERS, 0), TRANSFER_CONTRIBUTION_SHARE,
               "rest");
    return agreement != NULL;
}

HAS(has_budget, TRANSFER_PROJECT_BUDGET)

static int make_agreement_over_project(struct defect *defect)
{
    transfer_record *project = pick(defect, TRANSFER_TYPE_PROJECT, has_budget), *agreement;
    transfer_amount budget;

    if (!project)
        return 0;
    ck_assert_int_eq(transfer_record_get_amount(project, TRANSFER_PROJECT_BUDGET, &budget),
                     TRANSFER_OK);
    agreement = create_agreement(defect, "service_contract", NULL, NULL);
    budget.minor++;
    ck_assert_int_eq(transfer_record_set_amount(agreement, TRANSFER_AGREEMENT_AMOUNT, &budget),
                     TRANSFER_OK);
    refer(agreement, TRANSFER_AGREEMENT_PROJECT, project);
    return 1;
}

/* Nor with money of the beneficiary's own, which may pay for more. */
static int is_grant_without_aid(const transfer_record *agreement)
{
    int kind = choice(agreement, TRANSFER_AGREEMENT_KIND);

    for (size_t i = 0; i < length(agreement, TRANSFER_AGREEMENT_FUNDERS); i++)
        if (has(item(agreement, TRANSFER_AGREEMENT_FUNDERS, i),
                TRANSFER_CONTRIBUTION_OWN_CONTRIBUTION))
            return 0;
    return (kind == TRANSFER_AGREEMENT_KIND_GRANT || kind == TRANSFER_AGREEMENT_KIND_SUBSIDY) &&
           length(agreement, TRANSFER_AGREEMENT_AID) == 0 &&
           has(agreement, TRANSFER_AGREEMENT_AMOUNT);
}

static int make_eligible_below_amount(struct defect *defect)
{
    transfer_record *agreement = pick(defect, TRANSFER_TYPE_AGREEMENT, is_grant_without_aid);
    transfer_amount amount;

    if (!agreement)
        return 0;
    ck_assert_int_eq(transfer_record_get_amount(agreement, TRANSFER_AGREEMENT_AMOUNT, &amount),
                     TRANSFER_OK);
    change_amount(defect, agreement, TRANSFER_AGREEMENT_ELIGIBLE_COSTS, &amount, -1);
    return 1;
}

static int has_three_owners(const transfer_record *partner)
{
    return length(partner, TRANSFER_PARTNER_OWNERSHIP) == 3;
}

static int make_ownership_sum(struct defect *defect)
{
    transfer_record *partner = pick(defect, TRANSFER_TYPE_PARTNER, has_three_owners), *holding;

    if (!partner)
        return 0;
    holding = append(defect, partner, TRANSFER_PARTNER_OWNERSHIP);
    refer(holding, TRANSFER_HOLDING_OWNER, create_company(defect));
    set(holding, TRANSFER_HOLDING_SHARE, "1%%");
    return 1;
}

/* ---- dates ---- */

static int make_period_order(struct defect *defect)
{
    set(append_indicator(defect, "12"), TRANSFER_INDICATOR_PERIOD, "2015-05-02/2015-05-01");
    return 1;
}

static int make_period_order_possible(struct defect *defect)
{
    set(append_indicator(defect, "12"), TRANSFER_INDICATOR_PERIOD, "2015-03~/2015-02");
    return 1;
}

/* Signed in the year in which it begins: partners close at the end of years. */
static int is_dated(const transfer_record *agreement)
{
    transfer_period period;
    transfer_date signed_on;

    return transfer_record_get_period(agreement, TRANSFER_AGREEMENT_PERIOD, &period) ==
               TRANSFER_OK &&
           transfer_record_get_date(agreement, TRANSFER_AGREEMENT_SIGNED, &signed_on) ==
               TRANSFER_OK &&
           has(agreement, TRANSFER_AGREEMENT_AWARDED) &&
           !has(agreement, TRANSFER_AGREEMENT_AMENDS) && period.start.day &&
           year_of(first_day(agreement, TRANSFER_AGREEMENT_PERIOD, 0) + 1) == signed_on.year;
}

static int make_signed_after_start(struct defect *defect)
{
    transfer_record *agreement = pick(defect, TRANSFER_TYPE_AGREEMENT, is_dated);

    if (!agreement)
        return 0;
    change_day(defect, agreement, TRANSFER_AGREEMENT_SIGNED,
               first_day(agreement, TRANSFER_AGREEMENT_PERIOD, 0) + 1);
    return 1;
}

static int make_incentive_effect(struct defect *defect)
{
    transfer_record *project = create_project(defect);
    transfer_record *agreement = transfer_record_parent(
        create_aid(defect, create_company(defect), project, "2015-03-01", "industrial_research",
                   "100000 EUR", "40000 EUR"));

    set(project, TRANSFER_PROJECT_PERIOD, "2015-01-01/2016");
    set(agreement, TRANSFER_AGREEMENT_APPLIED, "2015-01-02");
    return 1;
}

static int is_due(const transfer_record *instalment)
{
    const transfer_record *agreement = transfer_record_parent(instalment);

    return has(instalment, TRANSFER_INSTALMENT_DUE) &&
           has(agreement, TRANSFER_AGREEMENT_AWARDED) &&
           !has(agreement, TRANSFER_AGREEMENT_AMENDS);
}

static int make_instalment_due_early(struct defect *defect)
{
    transfer_record *instalment = pick(defect, TRANSFER_TYPE_INSTALMENT, is_due);

    if (instalment)
        change_day(defect, instalment, TRANSFER_INSTALMENT_DUE,
                   first_day(transfer_record_parent(instalment), TRANSFER_AGREEMENT_AWARDED, 0) -
                       1);
    return instalment != NULL;
}

static int make_paid_before_award(struct defect *defect)
{
    transfer_record *agreement = create_agreement(defect, "subsidy", "2015-03-01", "100 EUR");
    transfer_record *instalment = add_nested(agreement, TRANSFER_AGREEMENT_INSTALMENTS);

    set(instalment, TRANSFER_INSTALMENT_AMOUNT, "100 EUR");
    set(instalment, TRANSFER_INSTALMENT_PAID, "2015-02-28");
    return 1;
}

static int make_project_outside_programme(struct defect *defect)
{
    transfer_record *programme = create(defect, TRANSFER_TYPE_PROGRAMME);

    set(programme, TRANSFER_PROGRAMME_NAME, "Ancien");
    set(programme, TRANSFER_PROGRAMME_PERIOD, "1995/1999");
    append_reference(defect, pick(defect, TRANSFER_TYPE_PROJECT, NULL),
                     TRANSFER_PROJECT_PROGRAMMES, programme);
    return 1;
}

static int make_participation_outside_project(struct defect *defect)
{
    transfer_record *participation = pick(defect, TRANSFER_TYPE_PARTICIPATION, NULL);
    const transfer_record *project = transfer_record_parent(participation);
    struct span span = {first_day(project, TRANSFER_PROJECT_PERIOD, 0) - 1,
                        first_day(project, TRANSFER_PROJECT_PERIOD, 1), BY_DAY};

    keep(defect, participation, TRANSFER_PARTICIPATION_PERIOD);
    set_span(participation, TRANSFER_PARTICIPATION_PERIOD, &span);
    return 1;
}

static int make_milestone_outside_project(struct defect *defect)
{
    transfer_record *project = pick(defect, TRANSFER_TYPE_PROJECT, NULL);
    transfer_record *milestone = append(defect, project, TRANSFER_PROJECT_MILESTONES);

    set(milestone, TRANSFER_MILESTONE_TITLE, "Trop tard");
    set_day(milestone, TRANSFER_MILESTONE_DUE, first_day(project, TRANSFER_PROJECT_PERIOD, 1) + 1);
    return 1;
}

/* The last event of which is of a certain day. */
static int has_history(const transfer_record *platform)
{
    size_t count = length(platform, TRANSFER_PLATFORM_HISTORY);
    transfer_date date;

    return count > 0 &&
           transfer_record_get_date(item(platform, TRANSFER_PLATFORM_HISTORY, count - 1),
                                    TRANSFER_PLATFORM_EVENT_DATE, &date) == TRANSFER_OK &&
           date.flags == 0;
}

static int make_history_order(struct defect *defect)
{
    transfer_record *platform = pick(defect, TRANSFER_TYPE_PLATFORM, has_history), *event;

    if (!platform)
        return 0;
    event = append(defect, platform, TRANSFER_PLATFORM_HISTORY);
    set(event, TRANSFER_PLATFORM_EVENT_DATE, "2008-12-31");
    set(event, TRANSFER_PLATFORM_EVENT_STATUS, "suspended");
    return 1;
}

/* A partner without regions, whose codes would have to be those of the time before it closed. */
static int is_of_no_region(const transfer_record *participation)
{
    transfer_record *partner;

    return transfer_record_get_reference(participation, TRANSFER_PARTICIPATION_PARTNER,
                                         &partner) == TRANSFER_OK &&
           !has(partner, TRANSFER_PARTNER_REGION) && !has(partner, TRANSFER_PARTNER_INSEE_REGION);
}

static int make_partner_closed(struct defect *defect)
{
    transfer_record *participation =
        pick(defect, TRANSFER_TYPE_PARTICIPATION, is_of_no_region);
    transfer_record *partner;

    if (!participation)
        return 0;
    ck_assert_int_eq(transfer_record_get_reference(participation, TRANSFER_PARTICIPATION_PARTNER,
                                                   &partner),
                     TRANSFER_OK);
    if (has(partner, TRANSFER_PARTNER_FOUNDED))
        return 0;
    change_day(defect, partner, TRANSFER_PARTNER_CLOSED,
               first_day(transfer_record_parent(participation), TRANSFER_PROJECT_PERIOD, 0) - 1);
    return 1;
}

static int make_status_against_dates(struct defect *defect)
{
    transfer_record *project = pick(defect, TRANSFER_TYPE_PROJECT, NULL);
    transfer_period period;

    ck_assert_int_eq(transfer_record_get_period(project, TRANSFER_PROJECT_PERIOD, &period),
                     TRANSFER_OK);
    if (transfer_date_is_before(&defect->today, &period.end) == TRANSFER_CERTAINLY)
        change(defect, project, TRANSFER_PROJECT_STATUS, "completed");
    else if (transfer_date_is_before(&period.end, &defect->today) == TRANSFER_CERTAINLY)
        change(defect, project, TRANSFER_PROJECT_STATUS, "active");
    else
        return 0;
    return 1;
}

static int make_year_implausible(struct defect *defect)
{
    set(append_indicator(defect, "12"), TRANSFER_INDICATOR_DATE,
        CHANCE(&defect->generator, 50) ? "1899-12-31" : "2101");
    return 1;
}

/* ---- roles and kinds ---- */

static int coordinates_others(const transfer_record *project)
{
    if (length(project, TRANSFER_PROJECT_PARTNERS) < 2)
        return 0;
    for (size_t i = 0; i < 2; i++)
        if (has(item(project, TRANSFER_PROJECT_PARTNERS, i), TRANSFER_PARTICIPATION_PERIOD))
            return 0;
    return 1;
}

static int make_coordinator_one(struct defect *defect)
{
    transfer_record *project = pick(defect, TRANSFER_TYPE_PROJECT, coordinates_others);

    if (project)
        change(defect, item(project, TRANSFER_PROJECT_PARTNERS, 1), TRANSFER_PARTICIPATION_ROLE,
               "coordinator");
    return project != NULL;
}

static int has_role_throughout(const transfer_record *participation)
{
    return has(participation, TRANSFER_PARTICIPATION_ROLE) &&
           !has(participation, TRANSFER_PARTICIPATION_PERIOD);
}

static int make_participation_duplicate(struct defect *defect)
{
    transfer_record *first = pick(defect, TRANSFER_TYPE_PARTICIPATION, has_role_throughout);
    transfer_record *again, *partner;

    if (!first)
        return 0;
    ck_assert_int_eq(
        transfer_record_get_reference(first, TRANSFER_PARTICIPATION_PARTNER, &partner),
        TRANSFER_OK);
    again = append(defect, transfer_record_parent(first), TRANSFER_PROJECT_PARTNERS);
    refer(again, TRANSFER_PARTICIPATION_PARTNER, partner);
    ck_assert_int_eq(
        transfer_record_set_choice(again, TRANSFER_PARTICIPATION_ROLE,
                                   choice(first, TRANSFER_PARTICIPATION_ROLE)),
        TRANSFER_OK);
    return 1;
}

HAS(is_own, TRANSFER_CONTRIBUTION_OWN_CONTRIBUTION)

static int make_funder_is_beneficiary(struct defect *defect)
{
    transfer_record *contribution = pick(defect, TRANSFER_TYPE_CONTRIBUTION, is_own);

    if (contribution)
        clear(defect, contribution, TRANSFER_CONTRIBUTION_OWN_CONTRIBUTION);
    return contribution != NULL;
}

static int make_payment_before_announcement(struct defect *defect)
{
    transfer_record *platform = create(defect, TRANSFER_TYPE_PLATFORM), *event, *instalment;
    transfer_record *agreement = create_agreement(defect, "subsidy", "2015-03-01", "100 EUR");

    set(platform, TRANSFER_PLATFORM_NAME, "Neuve");
    refer(platform, TRANSFER_PLATFORM_OPERATOR, pick(defect, TRANSFER_TYPE_PARTNER, NULL));
    event = add_nested(platform, TRANSFER_PLATFORM_HISTORY);
    set(event, TRANSFER_PLATFORM_EVENT_DATE, "2015-06-01");
    set(event, TRANSFER_PLATFORM_EVENT_STATUS, "announced");
    refer(add_nested(agreement, TRANSFER_AGREEMENT_BENEFICIARIES), TRANSFER_ALLOCATION_PLATFORM,
          platform);
    instalment = add_nested(agreement, TRANSFER_AGREEMENT_INSTALMENTS);
    set(instalment, TRANSFER_INSTALMENT_AMOUNT, "100 EUR");
    set(instalment, TRANSFER_INSTALMENT_PAID, "2015-05-31");
    return 1;
}

static int make_collaboration_size(struct defect *defect)
{
    transfer_record *project = create_project(defect), *company = create_company(defect);

    add_participation(project, company, "coordinator", "100000 EUR");
    set(create_aid(defect, company, project, "2015-03-01", "industrial_research", "100000 EUR",
                   "50000 EUR"),
        TRANSFER_AID_DECLARATION_EFFECTIVE_COLLABORATION, "true");
    return 1;
}

static int make_trl_order(struct defect *defect)
{
    transfer_record *project = pick(defect, TRANSFER_TYPE_PROJECT, NULL);

    change(defect, project, TRANSFER_PROJECT_TRL_START, "5");
    change(defect, project, TRANSFER_PROJECT_TRL_TARGET, "4");
    return 1;
}

static int make_trl_category(struct defect *defect)
{
    transfer_record *project = pick(defect, TRANSFER_TYPE_PROJECT, NULL);

    change(defect, project, TRANSFER_PROJECT_RESEARCH_CATEGORY, "fundamental_research");
    change(defect, project, TRANSFER_PROJECT_TRL_START, "6");
    change(defect, project, TRANSFER_PROJECT_TRL_CURRENT, "6");
    change(defect, project, TRANSFER_PROJECT_TRL_TARGET, "8");
    return 1;
}

static int make_licence_without_result(struct defect *defect)
{
    static const char *const kinds[] = {"licence", "option", "assignment"};

    set(create_agreement(defect, ONE_OF(&defect->generator, kinds), "2015-03-01", "100 EUR"),
        TRANSFER_AGREEMENT_TERRITORY, "Europe");
    return 1;
}

static int make_successor_dates(struct defect *defect)
{
    transfer_record *first = create_company(defect), *successor = create_company(defect);

    set(first, TRANSFER_PARTNER_CLOSED, "2000-05-01");
    set(successor, TRANSFER_PARTNER_CLOSED, "2000-04-30");
    refer(first, TRANSFER_PARTNER_SUCCESSOR, successor);
    return 1;
}

/* ---- the size of enterprises ---- */

HAS(has_size, TRANSFER_PARTNER_SIZE)

static int make_size_definition_missing(struct defect *defect)
{
    transfer_record *partner = pick(defect, TRANSFER_TYPE_PARTNER, has_size);

    clear(defect, partner, TRANSFER_PARTNER_SIZE_DEFINITION);
    return 1;
}

static int make_size_not_in_definition(struct defect *defect)
{
    transfer_record *partner = pick(defect, TRANSFER_TYPE_PARTNER, has_size);
    int is_french = choice(partner, TRANSFER_PARTNER_SIZE_DEFINITION) ==
                    TRANSFER_PARTNER_SIZE_DEFINITION_FR_2008_1354;

    change(defect, partner, TRANSFER_PARTNER_SIZE, is_french ? "small" : "intermediate");
    return 1;
}

static int is_measured_alone(const transfer_record *partner)
{
    return has_size(partner) && length(partner, TRANSFER_PARTNER_ACCOUNTS) > 0 &&
           length(partner, TRANSFER_PARTNER_OWNERSHIP) == 0 &&
           referrers_through(partner, TRANSFER_HOLDING_OWNER) == 0;
}

static int make_size_contradicts_accounts(struct defect *defect)
{
    transfer_record *partner = pick(defect, TRANSFER_TYPE_PARTNER, is_measured_alone);
    int size = partner ? choice(partner, TRANSFER_PARTNER_SIZE) : 0;

    if (partner)
        change(defect, partner, TRANSFER_PARTNER_SIZE,
               size == TRANSFER_SIZE_LARGE ? "micro" : "large");
    return partner != NULL;
}

static void add_year(transfer_record *partner, int year, int headcount)
{
    transfer_record *accounts = add_nested(partner, TRANSFER_PARTNER_ACCOUNTS);

    set(accounts, TRANSFER_FISCAL_YEAR_YEAR, "%d", year);
    set(accounts, TRANSFER_FISCAL_YEAR_HEADCOUNT, "%d", headcount);
    set(accounts, TRANSFER_FISCAL_YEAR_TURNOVER, "1000000 EUR");
    set(accounts, TRANSFER_FISCAL_YEAR_BALANCE_SHEET, "1000000 EUR");
}

static transfer_record *create_sized(struct defect *defect, const char *size)
{
    transfer_record *partner = create_company(defect);

    set(partner, TRANSFER_PARTNER_SIZE, "%s", size);
    set(partner, TRANSFER_PARTNER_SIZE_DEFINITION, "eu_2003_361");
    return partner;
}

static int make_size_linked(struct defect *defect)
{
    transfer_record *owned = create_sized(defect, "micro"), *owner = create_sized(defect, "large");
    transfer_record *holding = add_nested(owned, TRANSFER_PARTNER_OWNERSHIP);

    add_year(owned, 2019, 9);
    add_year(owner, 2019, 300);
    refer(holding, TRANSFER_HOLDING_OWNER, owner);
    set(holding, TRANSFER_HOLDING_SHARE, "51%%");
    return 1;
}

static int make_size_two_years(struct defect *defect)
{
    transfer_record *partner = create_sized(defect, "medium");

    add_year(partner, 2017, 9);
    add_year(partner, 2018, 9);
    add_year(partner, 2019, 60);
    return 1;
}

/* ---- State aid ---- */

/* A day of each law, with the intensity for a large enterprise, and a cent too many. */
static int make_aid_intensity(struct defect *defect)
{
    static const char *const days[] = {
        "2008-08-29", "2014-06-30", "2014-07-01", "2023-06-30", "2023-07-01", "2025-12-31",
    };
    int is_industrial = CHANCE(&defect->generator, 50);

    create_aid(defect, create_company(defect), NULL, ONE_OF(&defect->generator, days),
               is_industrial ? "industrial_research" : "experimental_development", "100000 EUR",
               is_industrial ? "50000.01 EUR" : "25000.01 EUR");
    return 1;
}

static int make_aid_cumulation(struct defect *defect)
{
    transfer_record *project = create_project(defect), *company = create_company(defect);

    create_aid(defect, company, project, "2015-03-01", "industrial_research", "100000 EUR",
               "25000 EUR");
    create_aid(defect, company, project, "2015-03-02", "industrial_research", "100000 EUR",
               "25000.01 EUR");
    return 1;
}

static int make_aid_notification(struct defect *defect)
{
    create_aid(defect, create_company(defect), create_project(defect),
               CHANCE(&defect->generator, 50) ? "2014-07-01" : "2016-06-30",
               "fundamental_research", "50000000 EUR", "40000000.01 EUR");
    return 1;
}

static int make_aid_publication(struct defect *defect)
{
    if (CHANCE(&defect->generator, 50))
        create_aid(defect, create_company(defect), NULL, "2016-07-01", "industrial_research",
                   "2000000 EUR", "500000.01 EUR");
    else
        create_aid(defect, create_company(defect), NULL, "2023-07-01", "industrial_research",
                   "2000000 EUR", "100000.01 EUR");
    return 1;
}

static void create_de_minimis(struct defect *defect, const transfer_record *funder,
                              const transfer_record *company, const char *awarded,
                              const char *aid)
{
    transfer_record *agreement = create_agreement(defect, "subsidy", awarded, aid);
    transfer_record *declaration = add_nested(agreement, TRANSFER_AGREEMENT_AID);

    refer(add_nested(agreement, TRANSFER_AGREEMENT_FUNDERS), TRANSFER_CONTRIBUTION_PARTNER,
          funder);
    set(declaration, TRANSFER_AID_DECLARATION_REGIME, "de_minimis");
    refer(declaration, TRANSFER_AID_DECLARATION_BENEFICIARY, company);
    set(declaration, TRANSFER_AID_DECLARATION_AID, "%s", aid);
}

static int make_de_minimis_ceiling(struct defect *defect)
{
    static const struct {
        const char *first, *second, *aid;
    } cases[] = {
        {"2009-01-01", "2011-12-31", "100000.01 EUR"},
        {"2021-01-01", "2023-12-31", "100000.01 EUR"},
        {"2022-12-31", "2024-01-01", "200000.01 EUR"},
        {"2024-01-01", "2025-12-31", "200000.01 EUR"},
    };
    size_t at = (size_t)BETWEEN(&defect->generator, 0, 3);
    transfer_record *company = create_company(defect), *funder = create_partner(defect, "state");

    /* Each Member State has a ceiling of its own. */
    set(funder, TRANSFER_PARTNER_COUNTRY, "FR");
    create_de_minimis(defect, funder, company, cases[at].first, "100000 EUR");
    create_de_minimis(defect, funder, company, cases[at].second, cases[at].aid);
    return 1;
}

static int make_aid_category_missing(struct defect *defect)
{
    create_aid(defect, create_company(defect), NULL, "2015-03-01", NULL, "100000 EUR",
               "10000 EUR");
    return 1;
}

static int make_aid_collaboration_share(struct defect *defect)
{
    transfer_record *project = create_project(defect), *company = create_company(defect);

    add_participation(project, company, "coordinator", "70000.01 EUR");
    add_participation(project, create_company(defect), "participant", "29999.99 EUR");
    set(create_aid(defect, company, project, "2015-03-01", "industrial_research", "70000.01 EUR",
                   "10000 EUR"),
        TRANSFER_AID_DECLARATION_EFFECTIVE_COLLABORATION, "true");
    return 1;
}

/* ---- geography ---- */

static int make_region_code_unknown(struct defect *defect)
{
    transfer_record *platform = pick(defect, TRANSFER_TYPE_PLATFORM, NULL);

    change(defect, platform, TRANSFER_PLATFORM_REGION, "FRX9");
    return 1;
}

static int make_region_country(struct defect *defect)
{
    transfer_record *company = create_company(defect);

    set(company, TRANSFER_PARTNER_REGION, "FR10");
    return 1;
}

static int make_insee_region_unknown(struct defect *defect)
{
    transfer_record *partner = pick(defect, TRANSFER_TYPE_PARTNER, is_french_company);

    if (partner)
        change(defect, partner, TRANSFER_PARTNER_INSEE_REGION, "99");
    return partner != NULL;
}

HAS(is_closed, TRANSFER_PARTNER_CLOSED)

/* The region that ended with 2015, in the code of 2018. */
static int make_region_at_date(struct defect *defect)
{
    transfer_record *partner = pick(defect, TRANSFER_TYPE_PARTNER, is_closed);

    if (CHANCE(&defect->generator, 50))
        change(defect, partner, TRANSFER_PARTNER_REGION, "FRF3");
    else
        change(defect, partner, TRANSFER_PARTNER_INSEE_REGION, "44");
    return 1;
}

static int make_coordinates_range(struct defect *defect)
{
    transfer_record *platform = pick(defect, TRANSFER_TYPE_PLATFORM, NULL);

    change(defect, platform, TRANSFER_PLATFORM_LATITUDE, "90.0001");
    return 1;
}

static int make_coordinates_swapped(struct defect *defect)
{
    transfer_record *platform = pick(defect, TRANSFER_TYPE_PLATFORM, NULL);

    change(defect, platform, TRANSFER_PLATFORM_COUNTRY, "FR");
    change(defect, platform, TRANSFER_PLATFORM_LATITUDE, "6.1757");
    change(defect, platform, TRANSFER_PLATFORM_LONGITUDE, "49.1193");
    return 1;
}

/* ---- the table ---- */

const struct seeded seeded_defects[] = {
    {.rule = "required", .make = make_required},
    {.rule = "exactly-one", .make = make_exactly_one},
    {.rule = "text-spaces", .make = make_text_spaces},
    {.rule = "text-empty", .make = make_text_empty},
    {.rule = "reference-dangling", .make = make_reference_dangling},
    {.rule = "reference-type", .make = make_reference_type},
    {.rule = "reference-cycle", .make = make_reference_cycle},
    {.rule = "unused-record", .make = make_unused_record},
    {.rule = "siren-form", .make = make_siren_form},
    {.rule = "siren-key", .make = make_siren_key},
    {.rule = "siren-sentinel", .make = make_siren_sentinel},
    {.rule = "siret-form", .make = make_siret_form},
    {.rule = "siret-key", .make = make_siret_key},
    {.rule = "siret-siren", .make = make_siret_siren},
    {.rule = "siret-nic-zero", .make = make_siret_nic_zero},
    {.rule = "siret-mismatch", .make = make_siret_mismatch},
    {.rule = "vat-form", .make = make_vat_form},
    {.rule = "vat-key-fr", .make = make_vat_key_fr},
    {.rule = "vat-mismatch", .make = make_vat_mismatch},
    {.rule = "ror-form", .make = make_ror_form},
    {.rule = "ror-key", .make = make_ror_key},
    {.rule = "lei-form", .make = make_lei_form},
    {.rule = "lei-key", .make = make_lei_key},
    {.rule = "rnsr-form", .make = make_rnsr_form},
    {.rule = "rnsr-key", .make = make_rnsr_key},
    {.rule = "rna-form", .make = make_rna_form},
    {.rule = "identifier-duplicate", .make = make_identifier_duplicate, .is_of_pair = 1},
    {.rule = "identifier-expected", .make = make_identifier_expected},
    {.rule = "currency-withdrawn", .make = make_currency_withdrawn},
    {.rule = "amount-negative", .make = make_amount_negative},
    {.rule = "currency-mixed", .make = make_currency_mixed},
    {.rule = "funders-sum", .make = make_funders_sum},
    {.rule = "beneficiaries-sum", .make = make_beneficiaries_sum},
    {.rule = "instalments-sum", .make = make_instalments_sum},
    {.rule = "participation-sum", .make = make_participation_sum},
    {.rule = "shares-sum", .make = make_shares_sum},
    {.rule = "share-and-amount", .make = make_share_and_amount},
    {.rule = "share-rest-twice", .make = make_share_rest_twice},
    {.rule = "agreement-over-project", .make = make_agreement_over_project},
    {.rule = "eligible-below-amount", .make = make_eligible_below_amount},
    {.rule = "ownership-sum", .make = make_ownership_sum},
    {.rule = "period-order", .make = make_period_order},
    {.rule = "period-order-possible", .make = make_period_order_possible},
    {.rule = "signed-after-start", .make = make_signed_after_start},
    {.rule = "incentive-effect", .make = make_incentive_effect},
    {.rule = "instalment-due-early", .make = make_instalment_due_early},
    {.rule = "paid-before-award", .make = make_paid_before_award},
    {.rule = "project-outside-programme", .make = make_project_outside_programme},
    {.rule = "participation-outside-project", .make = make_participation_outside_project},
    {.rule = "milestone-outside-project", .make = make_milestone_outside_project},
    {.rule = "history-order", .make = make_history_order},
    {.rule = "partner-closed", .make = make_partner_closed},
    {.rule = "status-against-dates", .make = make_status_against_dates, .needs_day = 1},
    {.rule = "year-implausible", .make = make_year_implausible},
    {.rule = "coordinator-one", .make = make_coordinator_one},
    {.rule = "participation-duplicate", .make = make_participation_duplicate},
    {.rule = "funder-is-beneficiary", .make = make_funder_is_beneficiary},
    {.rule = "payment-before-announcement", .make = make_payment_before_announcement},
    {.rule = "collaboration-size", .make = make_collaboration_size},
    {.rule = "trl-order", .make = make_trl_order},
    {.rule = "trl-category", .make = make_trl_category},
    {.rule = "licence-without-result", .make = make_licence_without_result},
    {.rule = "successor-dates", .make = make_successor_dates},
    {.rule = "size-definition-missing", .make = make_size_definition_missing},
    {.rule = "size-not-in-definition", .make = make_size_not_in_definition},
    {.rule = "size-contradicts-accounts", .make = make_size_contradicts_accounts},
    {.rule = "size-linked", .make = make_size_linked},
    {.rule = "size-two-years", .make = make_size_two_years},
    {.rule = "aid-intensity", .make = make_aid_intensity},
    {.rule = "aid-cumulation", .make = make_aid_cumulation, .is_of_pair = 1},
    {.rule = "aid-notification", .make = make_aid_notification},
    {.rule = "aid-publication", .make = make_aid_publication},
    {.rule = "de-minimis-ceiling", .make = make_de_minimis_ceiling, .is_of_pair = 1},
    {.rule = "aid-category-missing", .make = make_aid_category_missing},
    {.rule = "aid-collaboration-share", .make = make_aid_collaboration_share},
    {.rule = "region-code-unknown", .make = make_region_code_unknown},
    {.rule = "region-country", .make = make_region_country},
    {.rule = "insee-region-unknown", .make = make_insee_region_unknown},
    {.rule = "region-at-date", .make = make_region_at_date},
    {.rule = "coordinates-range", .make = make_coordinates_range},
    {.rule = "coordinates-swapped", .make = make_coordinates_swapped},
    {.rule = "text-mojibake", .make = make_text_mojibake},
    {.rule = "personal-data", .make = make_personal_data},
    {.rule = "title-duplicate", .make = make_title_duplicate, .is_of_pair = 1},
    {.rule = "exception-unused", .make = make_exception_unused},
};
const size_t seeded_count = sizeof seeded_defects / sizeof seeded_defects[0];
