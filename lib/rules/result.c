/* The rule of agreements about results that name none.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above the row stand the parts that its message takes.
 */
#include "check.h"

/* Whether more is known of an agreement than that there is one: who grants it, or on what terms. */
static int has_terms(const transfer_record *agreement)
{
    static const transfer_key terms[] = {
        TRANSFER_AGREEMENT_FUNDERS,      TRANSFER_AGREEMENT_BENEFICIARIES,
        TRANSFER_AGREEMENT_EXCLUSIVITY,  TRANSFER_AGREEMENT_FIELD_OF_USE,
        TRANSFER_AGREEMENT_TERRITORY,    TRANSFER_AGREEMENT_ROYALTY_RATE,
        TRANSFER_AGREEMENT_ROYALTY_BASE, TRANSFER_AGREEMENT_PROJECT};

    for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++)
        if (transfer_record_has(agreement, terms[i]))
            return 1;
    return 0;
}

static transfer_reason check_licence_without_result(struct check *check,
                                                    const transfer_record *agreement)
{
    struct finding finding;
    int kind;

    if (transfer_record_get_choice(agreement, TRANSFER_AGREEMENT_KIND, &kind) != TRANSFER_OK)
        return TRANSFER_REASON_REPORTED;
    if (kind != TRANSFER_AGREEMENT_KIND_LICENCE && kind != TRANSFER_AGREEMENT_KIND_OPTION &&
        kind != TRANSFER_AGREEMENT_KIND_ASSIGNMENT)
        return TRANSFER_REASON_OTHER_CASE;
    if (transfer_record_has(agreement, TRANSFER_AGREEMENT_RESULTS))
        return TRANSFER_REASON_NONE;
    if (!has_terms(agreement))
        return TRANSFER_REASON_MISSING;
    check_begin(check, &finding, &rule_licence_without_result, agreement, TRANSFER_AGREEMENT_KIND);
    finding_add_string(&finding, "found",
                       transfer_field_choice_name(TRANSFER_AGREEMENT_KIND, kind));
    check_end(check, &finding, agreement, TRANSFER_AGREEMENT_KIND);
    return TRANSFER_REASON_NONE;
}

/* found: the kind of agreement */
const struct transfer_rule rule_licence_without_result = {
    .name = "licence-without-result",
    .severity = TRANSFER_NOTE,
    .type = TRANSFER_TYPE_AGREEMENT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A licence names no result", "Une licence ne nomme aucun résultat"}},
    .explanation =
        {{"A licence, an option and an assignment are about something: a patent, a software, "
          "know-how. Where that is a record in results, what became of it can be followed. Name "
          "it under results, also in an amendment, which restates the whole agreement. An agreement of "
          "which neither a party nor a term is known is not asked.",
          "Une licence, une option, une cession portent sur quelque chose\u00a0: un brevet, un "
          "logiciel, un savoir-faire. Si celui-ci a sa fiche dans results, on peut en suivre le "
          "devenir. Nommez-le sous results, y compris dans un avenant, qui reprend toute la "
          "convention. Rien n'est demandé à une convention dont on ne connaît ni partie ni clause."}},
    .message = {{"kind is {found}, and results names nothing that is transferred",
                 "kind vaut {found}, et results ne nomme rien de ce qui est transféré"}},
    .check = check_licence_without_result,
    .missing = KEYS(TRANSFER_AGREEMENT_RESULTS),
};
