/* Rules of the codes of regions.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes; those in brackets may be missing.
 */
#include <string.h>

#include "check-code.h"
#include "region.h"

static void report_code(struct check *check, const struct transfer_rule *rule,
                        const struct code_at *at, const char *suggestion)
{
    struct finding finding;

    check_finding(check, &finding, rule, at->record, at->field->number, at->index);
    finding_add_string(&finding, "field", at->field->name);
    finding_add_string(&finding, "found", at->code);
    finding_add_string(&finding, "suggestion", suggestion);
    check_report(check, &finding, at->record, at->field->number, at->index, NULL);
}

/* ---- region-code-unknown ---- */

static transfer_reason look_at_region(struct check *check, const struct code_at *at)
{
    char suggestion[REGION_CODE_MAX + 1];
    struct region region;

    if (region_read(at->code, &region))
        return region.row ? TRANSFER_REASON_NONE : TRANSFER_REASON_NO_TABLE;
    report_code(check, &rule_region_code_unknown, at,
                region_suggest(at->code, suggestion) ? suggestion
                                                     : nearest_code(check, TABLE_REGION, at->code));
    return TRANSFER_REASON_NONE;
}

static transfer_reason check_region_code_unknown(struct check *check,
                                                 const transfer_record *record)
{
    return check_codes(check, record, TABLE_REGION, look_at_region);
}

/* field; found; (suggestion) */
const struct transfer_rule rule_region_code_unknown = {
    .name = "region-code-unknown",
    .severity = TRANSFER_ERROR,
    .types = 1u << TRANSFER_TYPE_PARTNER | 1u << TRANSFER_TYPE_PROGRAMME |
             1u << TRANSFER_TYPE_PLATFORM,
    .since = "1.0",
    .source = "Reg. (EC) No 1059/2003, annex I",
    .title = {{"A region is not a code of NUTS", "Une région n'est pas un code NUTS"}},
    .explanation =
        {{"Regions are written with their code of NUTS, of level 1, 2 or 3: FR4, FR41 or FR413. "
          "French codes of levels 1 and 2, of all versions since 2010, are looked up in a table, "
          "and those of level 3 begin with one of level 2. Of the codes of other countries only "
          "the form is known: the two letters of the country (EL for Greece, UK for the United "
          "Kingdom), then one to three letters or digits. INSEE's codes have a field of their own, "
          "insee_region.",
          "Les régions s'écrivent avec leur code NUTS, de niveau 1, 2 ou 3\u00a0: FR4, FR41 ou "
          "FR413. Les codes français des niveaux 1 et 2, de toutes les versions depuis 2010, sont "
          "cherchés dans une table, et ceux du niveau 3 commencent par l'un de ceux du niveau 2. "
          "Des codes des autres pays, seule la forme est connue\u00a0: les deux lettres du pays "
          "(EL pour la Grèce, UK pour le Royaume-Uni), puis une à trois lettres ou chiffres. Les "
          "codes de l'INSEE ont leur propre champ, insee_region."}},
    .message = {{"{field}: \"{found}\" is not a code of NUTS, level 1, 2 or 3",
                 "{field}\u00a0: «\u00a0{found}\u00a0» n'est pas un code NUTS de niveau 1, 2 ou "
                 "3"}},
    .check = check_region_code_unknown,
};

/* ---- insee-region-unknown ---- */

static transfer_reason look_at_insee_region(struct check *check, const struct code_at *at)
{
    /* Spreadsheets drop the zero. */
    const char two_digits[] = {'0', at->code[0], '\0'};
    const char *suggestion = NULL;

    if (reference_find(TABLE_INSEE_REGION, at->code, strlen(at->code)))
        return TRANSFER_REASON_NONE;
    if (strlen(at->code) == 1 && reference_find(TABLE_INSEE_REGION, two_digits, 2))
        suggestion = two_digits;
    else
        suggestion = nearest_code(check, TABLE_INSEE_REGION, at->code);
    report_code(check, &rule_insee_region_unknown, at, suggestion);
    return TRANSFER_REASON_NONE;
}

static transfer_reason check_insee_region_unknown(struct check *check,
                                                  const transfer_record *record)
{
    return check_codes(check, record, TABLE_INSEE_REGION, look_at_insee_region);
}

/* field; found; (suggestion) */
const struct transfer_rule rule_insee_region_unknown = {
    .name = "insee-region-unknown",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PARTNER,
    .since = "1.0",
    .source = "INSEE, code officiel géographique",
    .title = {{"A region is not a code of INSEE", "Une région n'est pas un code INSEE"}},
    .explanation =
        {{"The field takes the two digits that INSEE gives a French region: 41 for Lorraine until "
          "2015, 44 for Grand Est since 2016, 01 for Guadeloupe, with its zero. The codes of "
          "départements (57) and of NUTS (FR41) are others.",
          "Le champ attend les deux chiffres que l'INSEE donne à une région\u00a0: 41 pour la "
          "Lorraine jusqu'en 2015, 44 pour le Grand Est depuis 2016, 01 pour la Guadeloupe, avec "
          "son zéro. Les codes des départements (57) et de la NUTS (FR41) en sont d'autres."}},
    .message = {{"{field}: \"{found}\" is not INSEE's code of a region",
                 "{field}\u00a0: «\u00a0{found}\u00a0» n'est pas un code de région de l'INSEE"}},
    .check = check_insee_region_unknown,
};

/* ---- region-country ---- */

static transfer_reason look_at_country(struct check *check, const transfer_record *record,
                                       transfer_key region_key, transfer_key country_key)
{
    static const struct phrase country_is_here = {{"the country", "le pays"}};
    const char *code, *country;
    struct finding finding;
    struct region region;

    if (!transfer_record_has(record, region_key) || !transfer_record_has(record, country_key))
        return TRANSFER_REASON_MISSING;
    /* An unreadable country is reported, and its text is not a country. */
    if (transfer_record_get_text(record, region_key, &code) != TRANSFER_OK ||
        transfer_record_get_text(record, country_key, &country) != TRANSFER_OK ||
        !region_read(code, &region) ||
        !reference_find(TABLE_COUNTRY, country, strlen(country)))
        return TRANSFER_REASON_REPORTED;
    /* The Union is no country; Kosovo has none in ISO 3166. */
    if (strcmp(country, "EU") == 0 || strcmp(region.country, "XK") == 0)
        return TRANSFER_REASON_OTHER_CASE;
    if (region_lies_in(&region, country))
        return TRANSFER_REASON_NONE;
    check_begin(check, &finding, &rule_region_country, record, region_key);
    finding_add_string(&finding, "field", field_keyed(region_key)->name);
    finding_add_string(&finding, "found", code);
    finding_add_string(&finding, "expected", region_country(&region));
    finding_add_string(&finding, "country", country);
    check_relate(check, &finding, record, country_key, &country_is_here);
    check_end(check, &finding, record, region_key);
    return TRANSFER_REASON_NONE;
}

static transfer_reason check_region_country(struct check *check, const transfer_record *record)
{
    if (record->type == TRANSFER_TYPE_PARTNER)
        return look_at_country(check, record, TRANSFER_PARTNER_REGION, TRANSFER_PARTNER_COUNTRY);
    return look_at_country(check, record, TRANSFER_PLATFORM_REGION, TRANSFER_PLATFORM_COUNTRY);
}

/* field; found: the region; expected: its country; country: that is given */
const struct transfer_rule rule_region_country = {
    .name = "region-country",
    .severity = TRANSFER_ERROR,
    .types = 1u << TRANSFER_TYPE_PARTNER | 1u << TRANSFER_TYPE_PLATFORM,
    .since = "1.0",
    .source = "Reg. (EC) No 1059/2003, annex I; ISO 3166-1",
    .title = {{"A region lies in another country", "Une région se trouve dans un autre pays"}},
    .explanation =
        {{"A code of NUTS begins with the letters of its country, and the record names another "
          "country. The letters are those of ISO 3166 but for Greece (EL, in ISO GR) and the "
          "United Kingdom (UK, in ISO GB). French overseas regions may have the country FR or "
          "their own code, such as RE. One of the two is wrong.",
          "Un code NUTS commence par les lettres de son pays, et la fiche indique un autre pays. "
          "Ces lettres sont celles de l'ISO 3166, sauf pour la Grèce (EL, GR dans l'ISO) et le "
          "Royaume-Uni (UK, GB dans l'ISO). Les régions françaises d'outre-mer peuvent porter le "
          "pays FR ou leur propre code, par exemple RE. L'un des deux est faux."}},
    .message = {{"{field}: {found} lies in {expected}, and the country is {country}",
                 "{field}\u00a0: {found} se trouve dans {expected}, or le pays est {country}"}},
    .check = check_region_country,
};
