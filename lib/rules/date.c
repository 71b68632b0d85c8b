/* The rule of dates that are too far off.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above the row stand the parts that its message takes.
 */
#include "check-date.h"
#include "scalar.h"

static void report_year(struct check *check, const transfer_record *record,
                        const struct field *field, const struct cell *cell)
{
    char found[TRANSFER_VALUE_SIZE];
    struct finding finding;

    check_finding(check, &finding, &rule_year_implausible, record, field->number, SIZE_MAX);
    finding_add_string(&finding, "field", field->name);
    finding_add_string(&finding, "found", cell_spelling(field, cell, found));
    check_report(check, &finding, record, field->number, SIZE_MAX, NULL);
}

static int holds_year(const struct type *type, const struct field *field)
{
    return field->kind == KIND_DATE || field->kind == KIND_PERIOD ||
           SCHEMA_KEY(type->number, field->number) == TRANSFER_FISCAL_YEAR_YEAR;
}

/* Whether a year that a cell holds is not believed. */
static int has_implausible_year(transfer_key key, const struct field *field,
                                const struct cell *cell)
{
    const transfer_period *period = cell->value.period;

    if (field->kind == KIND_DATE)
        return year_is_implausible(key, cell->value.date.year);
    if (field->kind == KIND_PERIOD)
        return (period->start.year != 0 && year_is_implausible(key, period->start.year)) ||
               (period->end.year != 0 && year_is_implausible(key, period->end.year));
    return year_is_implausible(key, cell->value.integer);
}

static transfer_reason check_year_implausible(struct check *check, const transfer_record *record)
{
    const struct type *type = type_numbered(record->type);
    transfer_reason reason = TRANSFER_REASON_MISSING;

    for (size_t i = 0; i < type->count; i++) {
        const struct field *field = &type->fields[i];
        const struct cell *cell =
            holds_year(type, field) ? record_cell(record, field->number) : NULL;

        if (!cell || cell->unreadable)
            continue;
        reason = TRANSFER_REASON_NONE;
        if (has_implausible_year(SCHEMA_KEY(type->number, field->number), field, cell))
            report_year(check, record, field, cell);
    }
    return reason;
}

/* field; found */
const struct transfer_rule rule_year_implausible = {
    .name = "year-implausible",
    .severity = TRANSFER_WARNING,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A year is hardly meant", "Une année n'est guère plausible"}},
    .explanation =
        {{"Dates of technology transfer lie between 1900 and 2100. An earlier or later year is "
          "mostly a slip: 0214 or 2104 for 2014. Institutions may be old: when a partner was "
          "founded or closed, and until when it had another name, may lie before 1900. What is "
          "reported here is not compared with other dates. If the year is right, add an exception "
          "that says why.",
          "Les dates du transfert de technologie se situent entre 1900 et 2100. Une année "
          "antérieure ou postérieure est le plus souvent une faute de frappe\u00a0: 0214 ou 2104 "
          "pour 2014. Les institutions peuvent être anciennes\u00a0: la création et la disparition "
          "d'un partenaire, et la fin d'usage d'un ancien nom, peuvent être antérieures à 1900. Ce "
          "qui est signalé ici n'est pas comparé à d'autres dates. Si l'année est juste, ajoutez "
          "une exception qui le justifie."}},
    .message = {{"{field}: {found} does not lie between 1900 and 2100",
                 "{field}\u00a0: {found} ne se situe pas entre 1900 et 2100"}},
    .check = check_year_implausible,
};
