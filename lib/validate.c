/* Checking a portfolio: every record against every rule of its type, in one pass.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "fault.h"
#include "ruleset.h"
#include "scalar.h"
#include "value.h"

/* How many ids may be compared for suggestions in one call: some tenths of a second. */
enum { SUGGESTIONS_MAX = 5000000 };

/* The rules that look at records of one type. */
struct rules {
    struct tally **items;
    size_t count;
};

struct validation {
    struct check check;
    struct tally *tallies; /* of the rules that are switched on */
    size_t tally_count;
    struct tally **places; /* that the rules of all types share */
    struct rules by_type[TYPE_NUMBER_MAX + 1];
};

static int looks_at(const struct transfer_rule *rule, int type)
{
    if (rule->type != 0)
        return rule->type == type;
    return rule->types == 0 || (rule->types >> type & 1);
}

/* Returns 0 when memory runs out. */
static int find_rules(struct validation *validation)
{
    const transfer_ruleset *ruleset = validation->check.ruleset;
    size_t count = ruleset_count(ruleset), used = 0;

    validation->tallies = calloc(count, sizeof *validation->tallies);
    validation->places = calloc(count * schema_type_count, sizeof *validation->places);
    if (!validation->tallies || !validation->places)
        return 0;
    for (size_t i = 0; i < count; i++) {
        const struct transfer_rule *rule = ruleset_at(ruleset, i);

        if (rule_severity(ruleset, rule) != TRANSFER_OFF)
            validation->tallies[validation->tally_count++].rule = rule;
    }
    for (size_t i = 0; i < schema_type_count; i++) {
        struct rules *rules = &validation->by_type[schema_types[i].number];

        rules->items = validation->places + used;
        for (size_t j = 0; j < validation->tally_count; j++) {
            const struct transfer_rule *rule = validation->tallies[j].rule;

            if (rule->check && looks_at(rule, schema_types[i].number))
                rules->items[rules->count++] = &validation->tallies[j];
        }
        used += rules->count;
    }
    return 1;
}

/* ---- what reading kept although it is wrong ---- */

static void report_shape(struct check *check, const transfer_record *record,
                         const struct field *field, size_t index)
{
    static const struct phrase list = {{"a list", "une liste"}};
    static const struct phrase scalar = {{"a single value", "une valeur simple"}};
    struct finding finding;

    check_finding(check, &finding, &rule_wrong_kind, record, field->number, index);
    finding_add_string(&finding, "field", field->name);
    finding_add_phrase(&finding, "expected",
                       (field->flags & FIELD_LIST) && index == SIZE_MAX ? &list : &scalar);
    check_report(check, &finding, record, field->number, index, NULL);
}

static void report_unreadable(struct check *check, const transfer_record *record,
                              const struct field *field, size_t index, const struct cell *cell)
{
    const char *text = cell->value.text;
    const struct transfer_rule *rule;
    struct fault_parts parts;
    struct finding finding;
    struct scalar scalar;

    if (cell->yaml) {
        report_shape(check, record, field, index);
        return;
    }
    if (cell->is_quantity) {
        check_finding(check, &finding, &rule_flow_comma, record, field->number, index);
        fault_fill_comma(&finding, field, text, strlen(text), &parts);
        check_report(check, &finding, record, field->number, index, NULL);
        return;
    }
    rule = scalar_read(field, text, strlen(text), 0, &scalar);
    if (!rule)
        return;
    check_finding(check, &finding, rule, record, field->number, index);
    fault_fill(&finding, field, text, strlen(text), &parts);
    check_report(check, &finding, record, field->number, index, NULL);
}

static void report_extra(struct check *check, const transfer_record *record,
                         const struct extra *extra)
{
    const struct transfer_rule *rule = extra->comma ? &rule_flow_comma : &rule_unknown_key;
    struct fault_parts parts;
    struct finding finding;

    check_finding(check, &finding, rule, record, 0, SIZE_MAX);
    if (extra->line) {
        finding.place.line = extra->line;
        finding.place.column = extra->column;
    }
    finding_add_string(&finding, "key", extra->name);
    if (!extra->comma)
        fault_fill_key(&finding, type_numbered(record->type), extra->name, &parts);
    check_report(check, &finding, record, 0, SIZE_MAX, extra->name);
}

/* A record that is not a mapping. */
static void report_odd_record(struct check *check, const transfer_record *record)
{
    static const struct phrase expected = {{"a mapping (key: value)", "une table (clé : valeur)"}};
    const struct extra *extra = record_cell(record, EXTRAS_NUMBER)->value.extras->items;
    struct finding finding;

    check_finding(check, &finding, &rule_wrong_kind, record, 0, SIZE_MAX);
    finding.place.line = extra->line;
    finding.place.column = extra->column;
    finding_add_string(&finding, "field",
                       record->nested ? field_numbered(type_numbered(((const transfer_record *)
                                                                          record->owner)
                                                                         ->type),
                                                       record->owner_field)
                                            ->name
                                      : transfer_record_id(record));
    finding_add_phrase(&finding, "expected", &expected);
    check_report(check, &finding, record, 0, SIZE_MAX, NULL);
}

static void check_kept(struct check *check, const transfer_record *record)
{
    const struct type *type = type_numbered(record->type);
    const struct cell *extras = record_cell(record, EXTRAS_NUMBER);

    for (size_t i = 0; i < type->count; i++) {
        const struct field *field = &type->fields[i];
        const struct cell *cell = record_cell(record, field->number);

        if (!cell)
            continue;
        if (cell->unreadable) {
            report_unreadable(check, record, field, SIZE_MAX, cell);
        } else if ((field->flags & FIELD_LIST) && field->kind != KIND_RECORD) {
            const struct list *list = cell->value.list;
            for (uint32_t j = 0; j < list->count; j++)
                if (list->items.cells[j].unreadable)
                    report_unreadable(check, record, field, j, &list->items.cells[j]);
        }
    }
    for (uint32_t i = 0; extras && i < extras->value.extras->count; i++)
        if (extras->value.extras->items[i].unknown)
            report_extra(check, record, &extras->value.extras->items[i]);
}

/* ---- the walk ---- */

static void run_rules(struct validation *validation, const transfer_record *record)
{
    const struct rules *rules = &validation->by_type[record->type];

    validation->check.record = record;
    for (size_t i = 0; i < rules->count && validation->check.status == TRANSFER_OK; i++) {
        struct tally *tally = rules->items[i];
        transfer_reason reason;

        validation->check.failed = 0;
        validation->check.is_searched = validation->check.is_explained = 0;
        validation->check.rule = tally->rule;
        reason = tally->rule->check(&validation->check, record);
        if (validation->check.failed)
            tally->failed++;
        else if (validation->check.is_explained)
            tally->reasons[TRANSFER_REASON_REPORTED]++;
        else if (reason == TRANSFER_REASON_NONE)
            tally->passed++;
        else
            tally->reasons[reason]++;
    }
}

static void visit(struct validation *validation, const transfer_record *record)
{
    uint64_t nested = record->present & type_nested(record->type);

    if (record->yaml) {
        report_odd_record(&validation->check, record);
        return;
    }
    validation->check.rule = NULL;
    check_kept(&validation->check, record);
    /* What an exception is good for is known when all others were looked at. */
    if (record->type == TRANSFER_TYPE_EXCEPTION) {
        if (record_set_add(&validation->check.exceptions, (transfer_record *)(uintptr_t)record) < 0)
            validation->check.status = TRANSFER_NO_MEMORY;
        return;
    }
    run_rules(validation, record);
    while (nested) {
        const struct cell *cell = record_cell(record, (unsigned)__builtin_ctzll(nested));

        nested &= nested - 1;
        for (uint32_t i = 0; !cell->unreadable && i < cell->value.list->count; i++)
            visit(validation, cell->value.list->items.records[i]);
    }
}

static void visit_all(struct validation *validation)
{
    const transfer_portfolio *portfolio = validation->check.portfolio;

    for (size_t i = 0; i < portfolio->source_count; i++)
        visit(validation, &portfolio->sources[i]->self.record);
    for (size_t i = 0; i < schema_type_count; i++) {
        const struct section *section = &portfolio->sections[schema_types[i].number];
        for (size_t j = 0; j < section->count && validation->check.status == TRANSFER_OK; j++)
            visit(validation, section->items[j]);
    }
    for (size_t i = 0; i < validation->check.exceptions.count; i++)
        run_rules(validation, validation->check.exceptions.items[i]);
}

/* What reading checks is counted by files. */
static void count_files(struct validation *validation)
{
    const transfer_portfolio *portfolio = validation->check.portfolio;

    for (size_t i = 0; i < validation->tally_count; i++) {
        struct tally *tally = &validation->tallies[i];

        for (size_t j = 0; !tally->rule->check && j < portfolio->source_count; j++) {
            const struct source *source = portfolio->sources[j];

            if (report_has_failed(validation->check.report, source->name, tally->rule))
                tally->failed++;
            else if (source->unfinished)
                tally->reasons[TRANSFER_REASON_PART]++;
            else
                tally->passed++;
        }
    }
}

static transfer_status validate(struct validation *validation)
{
    struct check *check = &validation->check;
    transfer_status status =
        report_begin(check->report, (size_t)check->portfolio->limits[TRANSFER_LIMIT_DIAGNOSTICS]);

    if (status != TRANSFER_OK)
        return status;
    if (find_rules(validation))
        visit_all(validation);
    else
        check->status = TRANSFER_NO_MEMORY;
    status = portfolio_end_report(check->portfolio, check->report);
    if (check->status != TRANSFER_OK)
        status = check->status;
    if (status != TRANSFER_OK)
        return status;
    count_files(validation);
    return report_set_tallies(check->report, validation->tallies, validation->tally_count);
}

transfer_status transfer_portfolio_validate(const transfer_portfolio *portfolio,
                                            const transfer_ruleset *ruleset,
                                            const transfer_date *as_of, transfer_report *report)
{
    struct validation *validation;
    transfer_status status;

    if (!portfolio || !report || (as_of && !value_date_is_valid(as_of)))
        return TRANSFER_MISUSE;
    validation = calloc(1, sizeof *validation);
    if (!validation)
        return TRANSFER_NO_MEMORY;
    validation->check = (struct check){.portfolio = portfolio,
                                       .ruleset = ruleset,
                                       .as_of = as_of,
                                       .report = report,
                                       .suggestions_left = SUGGESTIONS_MAX,
                                       .lost_sections = check_lost_sections(portfolio)};
    for (size_t i = 0; i < portfolio->source_count; i++)
        validation->check.incomplete |= portfolio->sources[i]->unfinished;
    status = validate(validation);
    check_free(&validation->check);
    free(validation->tallies);
    free(validation->places);
    free(validation);
    return status;
}
