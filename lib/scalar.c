/* Scalars of the fields.
 *
 * SPDX-License-Identifier: MIT
 */
#include "scalar.h"

#include <string.h>

#include "ids.h"
#include "reference.h"
#include "utf8.h"
#include "value.h"

/* The rule that reports a fault of a kind. */
static const struct transfer_rule *fault_rule(enum kind kind, enum value_fault fault)
{
    switch (fault) {
    case VALUE_OK:
        return NULL;
    case VALUE_AMOUNT_DECIMALS:
        return &rule_amount_decimals;
    case VALUE_CURRENCY_UNKNOWN:
        return &rule_currency_unknown;
    case VALUE_DATE_IMPOSSIBLE:
        return &rule_date_impossible;
    case VALUE_RANGE:
        return &rule_range;
    case VALUE_FORM:
        break;
    }
    switch (kind) {
    case KIND_AMOUNT:
        return &rule_amount_form;
    case KIND_DATE:
    case KIND_PERIOD:
        return &rule_date_form;
    default:
        return &rule_wrong_kind;
    }
}

static const struct transfer_rule *text_check(const char *text, size_t length, int is_clean)
{
    size_t at;
    uint32_t point = 0;

    if (length > TEXT_MAX)
        return &rule_length;
    at = is_clean ? length : utf8_find_control(text, length);
    if (at == length)
        return NULL;
    utf8_decode(text + at, length - at, &point);
    return utf8_is_bidi(point) ? &rule_bidi_control : &rule_control_character;
}

/* Whether a text begins with a scheme, in whatever case (RFC 3986, 3.1). */
static int has_scheme(const char *text, size_t length, const char *scheme)
{
    for (size_t i = 0; scheme[i]; i++)
        if (i == length || (text[i] | 0x20) != (scheme[i] | 0x20))
            return 0;
    return 1;
}

static int is_url(const char *text, size_t length)
{
    size_t prefix = has_scheme(text, length, "https://")  ? 8
                    : has_scheme(text, length, "http://") ? 7
                                                          : 0;

    if (prefix == 0 || prefix == length || strchr("/?#", text[prefix]))
        return 0;
    for (size_t i = prefix; i < length; i++)
        if ((unsigned char)text[i] <= ' ')
            return 0;
    return 1;
}

const struct transfer_rule *scalar_read(const struct field *field, const char *text, size_t length,
                                        int is_clean, struct scalar *scalar)
{
    const struct transfer_rule *rule;
    const struct choice *choice;

    switch (field->kind) {
    case KIND_TEXT:
        return text_check(text, length, is_clean);
    case KIND_REFERENCE:
        return id_is_valid(text, length) ? NULL : &rule_id_form;
    case KIND_DATE:
        return fault_rule(KIND_DATE, value_read_date(text, length, &scalar->value.date));
    case KIND_PERIOD:
        return fault_rule(KIND_PERIOD, value_read_period(text, length, &scalar->value.period));
    case KIND_AMOUNT:
        return fault_rule(KIND_AMOUNT, value_read_amount(text, length, &scalar->value.amount));
    case KIND_QUANTITY:
        return fault_rule(KIND_QUANTITY,
                          value_read_quantity(text, length, &scalar->value.quantity));
    case KIND_SHARE:
        return fault_rule(KIND_SHARE, value_read_share(text, length, &scalar->value.share));
    case KIND_DECIMAL:
        return fault_rule(KIND_DECIMAL, value_read_decimal(text, length, &scalar->value.quantity));
    case KIND_INTEGER:
        rule = fault_rule(KIND_INTEGER, value_read_integer(text, length, &scalar->value.integer));
        if (!rule && (scalar->value.integer < field->minimum ||
                      scalar->value.integer > field->maximum))
            return &rule_range;
        return rule;
    case KIND_BOOLEAN:
        return fault_rule(KIND_BOOLEAN, value_read_boolean(text, length, &scalar->value.integer));
    case KIND_CHOICE:
        choice = choice_named(field, text, length);
        if (!choice)
            return &rule_choice;
        scalar->value.integer = choice->number;
        return NULL;
    case KIND_CODE:
        rule = text_check(text, length, is_clean);
        if (!rule && field->table == TABLE_COUNTRY && !reference_find(TABLE_COUNTRY, text, length))
            return &rule_choice;
        return rule;
    case KIND_URL:
        rule = text_check(text, length, is_clean);
        return rule ? rule : is_url(text, length) ? NULL : &rule_wrong_kind;
    case KIND_MEASURE:
        scalar->is_quantity = !value_is_amount(text, length);
        if (scalar->is_quantity)
            return fault_rule(KIND_MEASURE,
                              value_read_quantity(text, length, &scalar->value.quantity));
        return fault_rule(KIND_AMOUNT, value_read_amount(text, length, &scalar->value.amount));
    default:
        return &rule_wrong_kind;
    }
}

static void *copy(struct arena *arena, int heap, const void *value, size_t size)
{
    void *memory = heap ? block_alloc(arena, size) : arena_alloc(arena, size);

    return memory ? memcpy(memory, value, size) : NULL;
}

int scalar_store(struct arena *arena, int heap, const struct field *field,
                 const struct scalar *scalar, const char *text, size_t length, struct cell *cell)
{
    struct cell stored = *cell;
    const void *memory;

    if (field->kind == KIND_TEXT) { /* the most frequent */
        memory = heap ? block_text(arena, text, length) : arena_text(arena, text, length);
        if (!memory)
            return 0;
        cell->value.text = memory;
        cell->heap = heap != 0;
        return 1;
    }
    stored.heap = heap != 0;
    stored.is_quantity = 0;
    stored.unreadable = 0;
    stored.yaml = 0;
    switch (field->kind) {
    case KIND_DATE:
        stored.value.date = scalar->value.date;
        stored.heap = 0;
        *cell = stored;
        return 1;
    case KIND_INTEGER:
    case KIND_BOOLEAN:
    case KIND_CHOICE:
        stored.value.integer = scalar->value.integer;
        stored.heap = 0;
        *cell = stored;
        return 1;
    case KIND_PERIOD:
        memory = stored.value.period =
            copy(arena, heap, &scalar->value.period, sizeof scalar->value.period);
        break;
    case KIND_AMOUNT:
        memory = stored.value.amount =
            copy(arena, heap, &scalar->value.amount, sizeof scalar->value.amount);
        break;
    case KIND_MEASURE:
        stored.is_quantity = scalar->is_quantity != 0;
        if (!scalar->is_quantity) {
            memory = stored.value.amount =
                copy(arena, heap, &scalar->value.amount, sizeof scalar->value.amount);
            break;
        }
        /* fall through */
    case KIND_QUANTITY:
    case KIND_DECIMAL:
        memory = stored.value.quantity =
            copy(arena, heap, &scalar->value.quantity, sizeof scalar->value.quantity);
        break;
    case KIND_SHARE:
        memory = stored.value.share =
            copy(arena, heap, &scalar->value.share, sizeof scalar->value.share);
        break;
    default:
        memory = stored.value.text =
            heap ? block_text(arena, text, length) : arena_text(arena, text, length);
        break;
    }
    if (!memory)
        return 0;
    *cell = stored;
    return 1;
}

const char *cell_spelling(const struct field *field, const struct cell *cell,
                          char buffer[TRANSFER_VALUE_SIZE])
{
    transfer_status status = TRANSFER_OK;
    transfer_quantity integer = {0};

    switch (field->kind) {
    case KIND_REFERENCE:
        return cell->value.entry->id;
    case KIND_DATE:
        status = transfer_date_format(&cell->value.date, buffer, TRANSFER_VALUE_SIZE);
        break;
    case KIND_PERIOD:
        status = transfer_period_format(cell->value.period, buffer, TRANSFER_VALUE_SIZE);
        break;
    case KIND_MEASURE:
        status = cell->is_quantity
                     ? transfer_quantity_format(cell->value.quantity, buffer, TRANSFER_VALUE_SIZE)
                     : transfer_amount_format(cell->value.amount, buffer, TRANSFER_VALUE_SIZE);
        break;
    case KIND_AMOUNT:
        status = transfer_amount_format(cell->value.amount, buffer, TRANSFER_VALUE_SIZE);
        break;
    case KIND_QUANTITY:
    case KIND_DECIMAL:
        status = transfer_quantity_format(cell->value.quantity, buffer, TRANSFER_VALUE_SIZE);
        break;
    case KIND_SHARE:
        status = transfer_share_format(cell->value.share, buffer, TRANSFER_VALUE_SIZE);
        break;
    case KIND_INTEGER:
        integer.value = cell->value.integer;
        status = transfer_quantity_format(&integer, buffer, TRANSFER_VALUE_SIZE);
        break;
    case KIND_BOOLEAN:
        return cell->value.integer ? "true" : "false";
    case KIND_CHOICE:
        return choice_numbered(field, (int)cell->value.integer)->name;
    default:
        return cell->value.text;
    }
    return status == TRANSFER_OK ? buffer : "";
}
