/* Looking at the codes of a record.
 *
 * SPDX-License-Identifier: MIT
 */
#include "check-code.h"

#include <string.h>

#include "suggest.h"

static void look_once(struct check *check, look_at_code *look, const transfer_record *record,
                      const struct field *field, size_t index, const struct cell *cell,
                      transfer_reason *reason)
{
    transfer_reason one = TRANSFER_REASON_REPORTED;

    if (!cell->unreadable)
        one = look(check, &(struct code_at){record, field, index, cell->value.text});
    if (*reason != TRANSFER_REASON_NONE)
        *reason = one;
}

transfer_reason check_codes(struct check *check, const transfer_record *record, enum table table,
                            look_at_code *look)
{
    const struct type *type = type_numbered(record->type);
    transfer_reason reason = TRANSFER_REASON_MISSING;

    for (size_t i = 0; i < type->count; i++) {
        const struct field *field = &type->fields[i];
        const struct cell *cell = NULL;

        if (field->kind == KIND_CODE && field->table == table)
            cell = record_cell(record, field->number);
        if (!cell)
            continue;
        if (!(field->flags & FIELD_LIST) || cell->unreadable) {
            look_once(check, look, record, field, SIZE_MAX, cell, &reason);
            continue;
        }
        for (uint32_t j = 0; j < cell->value.list->count; j++)
            look_once(check, look, record, field, j, &cell->value.list->items.cells[j], &reason);
    }
    return reason;
}

/* The only code of a name; NULL when none or several have it. */
static const char *code_named(const struct reference_table *table, const char *name)
{
    const char *code = NULL;

    for (size_t i = 0; i < table->count; i++) {
        if (strcmp(table->rows[i].name, name) != 0)
            continue;
        if (code)
            return NULL;
        code = table->rows[i].code;
    }
    return code;
}

const char *nearest_code(struct check *check, enum table table, const char *code)
{
    const struct reference_table *rows = &reference_tables[table];
    struct suggestion first, last;
    const char *named;

    if (2 * rows->count > check->suggestions_left)
        return NULL;
    check->suggestions_left -= 2 * rows->count;
    named = code_named(rows, code);
    if (named)
        return named;
    suggest_init(&first, code, strlen(code));
    last = first;
    for (size_t i = 0; i < rows->count; i++) {
        suggest_offer(&first, rows->rows[i].code, strlen(rows->rows[i].code));
        suggest_offer(&last, rows->rows[rows->count - 1 - i].code,
                      strlen(rows->rows[rows->count - 1 - i].code));
    }
    /* Of equally near ones the first offered is best. */
    return suggest_best(&first) == suggest_best(&last) ? suggest_best(&first) : NULL;
}
