/* What each rule said.
 *
 * SPDX-License-Identifier: MIT
 */
#include "summary.h"

#include <stdio.h>
#include <string.h>

#include "program.h"
#include "table.h"

enum { WHY_SIZE = 512 };

const char *summary_severity(transfer_severity severity)
{
    switch (severity) {
    case TRANSFER_ERROR:
        return program_text("error", "erreur");
    case TRANSFER_WARNING:
        return program_text("warning", "avertissement");
    case TRANSFER_NOTE:
        return program_text("note", "note");
    default:
        return program_text("off", "désactivée");
    }
}

static void add_count(struct table *table, size_t count)
{
    char text[24];

    (void)snprintf(text, sizeof text, "%zu", count);
    table_add(table, text, 0);
}

/* "12 not given, 3 undated" */
static void add_reasons(struct table *table, const transfer_report *report, const char *rule)
{
    char why[WHY_SIZE] = "";
    size_t length = 0;

    for (int i = 1; i <= TRANSFER_REASON_NO_TABLE && length < sizeof why; i++) {
        size_t count = transfer_report_reason_count(report, rule, (transfer_reason)i);

        if (count > 0)
            length += (size_t)snprintf(
                why + length, sizeof why - length, "%s%zu %s", length > 0 ? ", " : "", count,
                transfer_reason_text((transfer_reason)i, program_language));
    }
    table_add(table, why, 0);
}

static void add_row(struct table *table, const transfer_ruleset *ruleset,
                    const transfer_report *report, const char *rule)
{
    transfer_severity severity = TRANSFER_OFF;

    (void)transfer_ruleset_get_severity(ruleset, rule, &severity);
    table_add(table, rule, 0);
    table_add(table, summary_severity(severity), 0);
    for (int i = TRANSFER_PASSED; i <= TRANSFER_NOT_APPLICABLE; i++)
        add_count(table, transfer_report_outcome_count(report, rule, (transfer_outcome)i));
    add_reasons(table, report, rule);
}

void summary_print(const transfer_ruleset *ruleset, const transfer_report *report)
{
    struct table table;

    table_begin(&table, "llrrrl");
    table_add(&table, program_text("Rule", "Règle"), 0);
    table_add(&table, program_text("Severity", "Gravité"), 0);
    table_add(&table, program_text("Passed", "Conformes"), 0);
    table_add(&table, program_text("Failed", "Enfreintes"), 0);
    table_add(&table, program_text("Not applicable", "Sans objet"), 0);
    table_add(&table, program_text("Why", "Pourquoi"), 0);
    for (size_t i = 0; i < transfer_rule_count(); i++)
        add_row(&table, ruleset, report, transfer_rule_name(transfer_rule_at(i)));
    (void)table_end(&table);
}
