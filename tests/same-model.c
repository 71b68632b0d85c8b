/* Whether two portfolios say the same, found by introspection.
 *
 * SPDX-License-Identifier: MIT
 */
#include "same-model.h"

#include <string.h>

static int is_same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* A scalar, in the spelling of the file; where it cannot be read, too. */
static int is_same_value(const transfer_record *a, const transfer_record *b, transfer_key key,
                         size_t index)
{
    char *text_a = NULL, *text_b = NULL;
    transfer_status status_a = transfer_record_format_value(a, key, index, &text_a);
    transfer_status status_b = transfer_record_format_value(b, key, index, &text_b);
    int is_same = status_a == status_b && is_same_text(text_a, text_b);

    transfer_text_free(text_a);
    transfer_text_free(text_b);
    return is_same;
}

static const char *record_difference(const transfer_record *a, const transfer_record *b);

static const char *field_difference(const transfer_record *a, const transfer_record *b,
                                    transfer_key key)
{
    const char *name = transfer_field_name(key);
    size_t count_a = 1, count_b = 1;

    if (transfer_record_has(a, key) != transfer_record_has(b, key))
        return name;
    if (!transfer_record_has(a, key))
        return NULL;
    if (transfer_field_is_list(key) && transfer_record_count(a, key, &count_a) !=
                                           transfer_record_count(b, key, &count_b))
        return name;
    if (count_a != count_b)
        return name;
    for (size_t i = 0; i < count_a; i++) {
        transfer_record *nested_a, *nested_b;
        const char *difference;

        if (transfer_field_kind(key) != TRANSFER_KIND_RECORD) {
            if (!is_same_value(a, b, key, i))
                return name;
            continue;
        }
        if (transfer_record_record_at(a, key, i, &nested_a) !=
            transfer_record_record_at(b, key, i, &nested_b))
            return name;
        if (transfer_record_record_at(a, key, i, &nested_a) != TRANSFER_OK)
            continue;
        difference = record_difference(nested_a, nested_b);
        if (difference)
            return difference;
    }
    return NULL;
}

static const char *record_difference(const transfer_record *a, const transfer_record *b)
{
    transfer_type type = transfer_record_type(a);
    const char *difference = NULL;

    if (type != transfer_record_type(b) ||
        !is_same_text(transfer_record_id(a), transfer_record_id(b)))
        return transfer_type_name(type);
    for (size_t i = 0; i < transfer_type_field_count(type) && !difference; i++)
        difference = field_difference(a, b, transfer_type_field_at(type, i));
    if (transfer_record_extra_count(a) != transfer_record_extra_count(b))
        return "keys that are not the schema's";
    for (size_t i = 0; i < transfer_record_extra_count(a) && !difference; i++) {
        const char *name_a, *name_b, *yaml_a, *yaml_b;

        if (transfer_record_extra_at(a, i, &name_a, &yaml_a) != TRANSFER_OK ||
            transfer_record_extra_at(b, i, &name_b, &yaml_b) != TRANSFER_OK ||
            !is_same_text(name_a, name_b) || !is_same_text(yaml_a, yaml_b))
            return "a key that is not the schema's";
    }
    return difference;
}

const char *model_difference(const transfer_portfolio *a, const transfer_portfolio *b)
{
    for (size_t i = 0; i < transfer_type_count(); i++) {
        transfer_type type = transfer_type_at(i);
        size_t count = transfer_portfolio_count(a, type);

        if (transfer_type_section(type) && count != transfer_portfolio_count(b, type))
            return transfer_type_name(type);
        for (size_t j = 0; transfer_type_section(type) && j < count; j++) {
            const char *difference = record_difference(transfer_portfolio_at(a, type, j),
                                                       transfer_portfolio_at(b, type, j));
            if (difference)
                return difference;
        }
    }
    return NULL;
}

const char *new_diagnostic(const transfer_report *earlier, const transfer_report *later)
{
    for (size_t i = 0; i < transfer_report_count(later); i++) {
        const transfer_diagnostic *diagnostic = transfer_report_at(later, i);
        int is_new = 1;

        for (size_t j = 0; j < transfer_report_count(earlier) && is_new; j++) {
            const transfer_diagnostic *other = transfer_report_at(earlier, j);
            is_new = strcmp(transfer_diagnostic_rule(diagnostic),
                            transfer_diagnostic_rule(other)) != 0 ||
                     strcmp(transfer_diagnostic_pointer(diagnostic),
                            transfer_diagnostic_pointer(other)) != 0;
        }
        if (is_new)
            return transfer_diagnostic_rule(diagnostic);
    }
    return NULL;
}
