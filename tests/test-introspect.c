/* What the schema says through the API, and that it keeps its own promises.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <transfer/transfer.h>

#include "portfolio.h"
#include "record.h"
#include "schema.h"

/* Every field of every type. */
#define EACH_FIELD(t, f)                                                                           \
    for (const struct type *t = schema_types; t < schema_types + schema_type_count; t++)           \
        for (const struct field *f = t->fields; f < t->fields + t->count; f++)

static int is_snake_case(const char *name)
{
    if (!islower((unsigned char)name[0]))
        return 0;
    for (size_t i = 1; name[i]; i++)
        if (!islower((unsigned char)name[i]) && !isdigit((unsigned char)name[i]) &&
            (name[i] != '_' || name[i + 1] == '_' || name[i + 1] == '\0'))
            return 0;
    return 1;
}

/* One line, a sentence that ends in a full stop. */
static void assert_doc(const char *doc, const char *name)
{
    ck_assert_msg(doc != NULL && strlen(doc) > 3, "%s has no documentation", name);
    ck_assert_msg(strchr(doc, '\n') == NULL, "%s: not one line", name);
    ck_assert_msg(doc[strlen(doc) - 1] == '.', "%s: \"%s\" ends without a full stop", name, doc);
    ck_assert_msg(!islower((unsigned char)doc[0]), "%s: \"%s\" begins small", name, doc);
}

/* Type number n is row n of the table, and the API finds each by number, name and section. */
START_TEST(test_types)
{
    ck_assert_uint_eq(transfer_type_count(), schema_type_count);
    ck_assert_uint_le(schema_type_count, TYPE_NUMBER_MAX);
    for (size_t i = 0; i < schema_type_count; i++) {
        const struct type *type = &schema_types[i];

        ck_assert_uint_eq(type->number, i + 1);
        ck_assert_int_eq(transfer_type_at(i), type->number);
        ck_assert_str_eq(transfer_type_name(type->number), type->name);
        ck_assert_int_eq(transfer_type_find(type->name), type->number);
        ck_assert(is_snake_case(type->name));
        ck_assert_ptr_eq(transfer_type_section(type->number), type->section);
        if (type->section) {
            ck_assert_int_eq(transfer_type_find(type->section), type->number);
            ck_assert(is_snake_case(type->section));
        }
        ck_assert_str_eq(type->since, "1.0");
        assert_doc(transfer_type_doc(type->number, TRANSFER_ENGLISH), type->name);
        assert_doc(transfer_type_doc(type->number, TRANSFER_FRENCH), type->name);
        ck_assert_str_ne(transfer_type_doc(type->number, TRANSFER_ENGLISH),
                         transfer_type_doc(type->number, TRANSFER_FRENCH));
    }
}
END_TEST

/* The sections are those of the format, and only the portfolio's is a single record. */
START_TEST(test_sections)
{
    static const char *const sections[] = {"portfolio",  "partners", "programmes", "platforms",
                                           "agreements", "projects", "results"};
    size_t found = 0;

    for (size_t i = 0; i < schema_type_count; i++) {
        ck_assert_int_eq(schema_types[i].single != 0,
                         schema_types[i].number == TRANSFER_TYPE_PORTFOLIO);
        if (!schema_types[i].section)
            continue;
        ck_assert_uint_lt(found, sizeof sections / sizeof sections[0]);
        ck_assert_str_eq(schema_types[i].section, sections[found++]);
    }
    ck_assert_uint_eq(found, sizeof sections / sizeof sections[0]);
}
END_TEST

/* No two types share a name or section, and no section is the name of another type. */
START_TEST(test_type_names_unique)
{
    for (size_t i = 0; i < schema_type_count; i++)
        for (size_t j = 0; j < schema_type_count; j++) {
            if (i == j)
                continue;
            ck_assert_str_ne(schema_types[i].name, schema_types[j].name);
            if (schema_types[i].section) {
                ck_assert_str_ne(schema_types[i].section, schema_types[j].name);
                if (schema_types[j].section)
                    ck_assert_str_ne(schema_types[i].section, schema_types[j].section);
            }
        }
}
END_TEST

/* What is no type is answered with nothing. */
START_TEST(test_no_type)
{
    static const transfer_type none[] = {0, -1, 20, 32, 255, 256, INT32_MAX, INT32_MIN};

    ck_assert_uint_eq(schema_type_count, 19);
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        ck_assert_ptr_null(transfer_type_name(none[i]));
        ck_assert_ptr_null(transfer_type_section(none[i]));
        ck_assert_ptr_null(transfer_type_doc(none[i], TRANSFER_ENGLISH));
        ck_assert_uint_eq(transfer_type_field_count(none[i]), 0);
        ck_assert_int_eq(transfer_type_field_at(none[i], 0), 0);
        ck_assert_int_eq(transfer_type_field_find(none[i], "name"), 0);
    }
    ck_assert_int_eq(transfer_type_at(schema_type_count), 0);
    ck_assert_int_eq(transfer_type_at(SIZE_MAX), 0);
    ck_assert_int_eq(transfer_type_find(""), 0);
    ck_assert_int_eq(transfer_type_find("Partner"), 0);
    ck_assert_int_eq(transfer_type_find("partner "), 0);
    ck_assert_int_eq(transfer_type_find(NULL), 0);
}
END_TEST

/* Every field is reached by index, name and key, and the API says of it what its row says. */
START_TEST(test_fields)
{
    EACH_FIELD(type, field)
    {
        transfer_key key = type->number << 8 | field->number;

        ck_assert_int_eq(transfer_type_field_at(type->number, (size_t)(field - type->fields)),
                         key);
        ck_assert_int_eq(transfer_type_field_find(type->number, field->name), key);
        ck_assert_str_eq(transfer_field_name(key), field->name);
        ck_assert_int_eq(transfer_field_type(key), type->number);
        ck_assert_int_eq((int)transfer_field_kind(key), field->kind);
        ck_assert_int_eq(transfer_field_is_list(key) != 0, (field->flags & FIELD_LIST) != 0);
        ck_assert_int_eq(transfer_field_is_required(key) != 0,
                         (field->flags & FIELD_REQUIRED) != 0);
        ck_assert_int_eq(transfer_field_target(key), field->target);
        ck_assert_int_eq(transfer_field_table(key), field->table);
        ck_assert_str_eq(transfer_field_since(key), "1.0");
    }
    for (size_t i = 0; i < schema_type_count; i++) {
        ck_assert_uint_eq(transfer_type_field_count(schema_types[i].number),
                          schema_types[i].count);
        ck_assert_int_eq(transfer_type_field_at(schema_types[i].number, schema_types[i].count), 0);
    }
}
END_TEST

/* Names are snake_case and numbers from 1 to 62, both unique within a type. */
START_TEST(test_field_numbers)
{
    for (const struct type *type = schema_types; type < schema_types + schema_type_count; type++) {
        uint64_t seen = 0;

        ck_assert_uint_ge(type->count, 1);
        ck_assert_uint_le(type->count, 62);
        for (size_t i = 0; i < type->count; i++) {
            const struct field *field = &type->fields[i];

            ck_assert_uint_ge(field->number, 1);
            ck_assert_uint_le(field->number, FIELD_NUMBER_MAX);
            ck_assert_msg(!(seen >> field->number & 1), "%s.%s: its number is taken", type->name,
                          field->name);
            seen |= (uint64_t)1 << field->number;
            ck_assert_msg(is_snake_case(field->name), "%s.%s", type->name, field->name);
            ck_assert_msg(strncmp(field->name, "x_", 2) != 0, "%s.%s", type->name, field->name);
            for (size_t j = 0; j < i; j++)
                ck_assert_str_ne(field->name, type->fields[j].name);
        }
    }
}
END_TEST

/* Every field is documented in both languages, in one line, and in different words. */
START_TEST(test_field_docs)
{
    EACH_FIELD(type, field)
    {
        transfer_key key = type->number << 8 | field->number;
        char name[128];

        snprintf(name, sizeof name, "%s.%s", type->name, field->name);
        assert_doc(transfer_field_doc(key, TRANSFER_ENGLISH), name);
        assert_doc(transfer_field_doc(key, TRANSFER_FRENCH), name);
        /* A single word may be the same in both. */
        ck_assert_msg(strcmp(field->doc[ENGLISH], field->doc[FRENCH]) != 0 ||
                          strchr(field->doc[ENGLISH], ' ') == NULL,
                      "%s is not translated", name);
    }
}
END_TEST

/* Each kind has what it needs and nothing else: targets, tables, choices, ranges. */
START_TEST(test_field_shapes)
{
    EACH_FIELD(type, field)
    {
        const struct type *target = type_numbered(field->target);
        int is_record = field->kind == KIND_RECORD, is_reference = field->kind == KIND_REFERENCE;
        char name[128];

        snprintf(name, sizeof name, "%s.%s", type->name, field->name);
        ck_assert_msg(field->kind >= KIND_TEXT && field->kind < KIND_COUNT, "%s", name);
        ck_assert_msg((field->flags & ~(FIELD_LIST | FIELD_REQUIRED)) == 0, "%s", name);
        ck_assert_msg((target != NULL) == (is_record || is_reference), "%s: target", name);
        ck_assert_msg(!is_record || !target->section, "%s: nests what has a section", name);
        ck_assert_msg(!is_reference || (target->section && !target->single),
                      "%s: refers to what has no id", name);
        ck_assert_msg(!is_record || (field->flags & FIELD_LIST), "%s: one record", name);
        ck_assert_msg((field->choices != NULL) == (field->kind == KIND_CHOICE), "%s: choices",
                      name);
        ck_assert_msg((field->table != 0) == (field->kind == KIND_CODE), "%s: table", name);
        ck_assert_msg(field->table <= TABLE_CURRENCY, "%s: table", name);
        ck_assert_msg(field->kind == KIND_INTEGER ? field->minimum < field->maximum
                                                  : !field->minimum && !field->maximum,
                      "%s: range", name);
        /* Items of lists of scalars are the kinds that the API can add. */
        if ((field->flags & FIELD_LIST) && !is_record && !is_reference)
            ck_assert_msg(field->kind == KIND_TEXT || field->kind == KIND_CODE ||
                              field->kind == KIND_URL,
                          "%s: a list that cannot be added to", name);
    }
}
END_TEST

/* "exactly one of" names fields of its type; "required unless" names a choice field and choices. */
START_TEST(test_conditions)
{
    size_t alternatives = 0, conditions = 0;

    for (const struct type *type = schema_types; type < schema_types + schema_type_count; type++) {
        uint64_t fields = type->exactly_one;

        ck_assert_msg(!fields || __builtin_popcountll(fields) > 1, "%s: one of one", type->name);
        alternatives += fields != 0;
        for (; fields; fields &= fields - 1) {
            const struct field *field = field_numbered(type, (unsigned)__builtin_ctzll(fields));
            ck_assert_msg(field && !(field->flags & FIELD_REQUIRED), "%s: exactly one", type->name);
        }
    }
    EACH_FIELD(type, field)
    {
        const struct field *other = field_numbered(type, field->unless_field);

        ck_assert_int_eq(field->unless_field != 0, field->unless_choices != 0);
        if (!field->unless_field)
            continue;
        conditions++;
        ck_assert_msg(!(field->flags & FIELD_REQUIRED), "%s.%s", type->name, field->name);
        ck_assert_msg(other && other->kind == KIND_CHOICE, "%s.%s", type->name, field->name);
        for (int number = 0; number < 32; number++)
            if (field->unless_choices >> number & 1)
                ck_assert_msg(choice_numbered(other, number) != NULL, "%s.%s: choice %d",
                              type->name, field->name, number);
    }
    ck_assert_uint_eq(alternatives, 2);
    ck_assert_uint_eq(conditions, 1);
}
END_TEST

/* An agreement needs an amount but where it is a licence, an option or a framework. */
START_TEST(test_amount_condition)
{
    static const char *const without[] = {"licence", "option", "framework_agreement",
                                          "consortium_agreement"};
    const struct field *amount = field_keyed(TRANSFER_AGREEMENT_AMOUNT);
    uint32_t expected = 0;

    for (size_t i = 0; i < sizeof without / sizeof without[0]; i++)
        expected |= 1u << transfer_field_choice_find(TRANSFER_AGREEMENT_KIND, without[i]);
    ck_assert_int_eq(amount->unless_field, TRANSFER_AGREEMENT_KIND & 0xff);
    ck_assert_uint_eq(amount->unless_choices, expected);
}
END_TEST

/* Every record may carry a note and exceptions, and an exception neither. */
START_TEST(test_common_fields)
{
    for (size_t i = 0; i < schema_type_count; i++) {
        transfer_type number = schema_types[i].number;
        transfer_key note = transfer_type_field_find(number, "note");
        transfer_key exceptions = transfer_type_field_find(number, "exceptions");

        if (number == TRANSFER_TYPE_EXCEPTION) {
            ck_assert_int_eq(note, 0);
            ck_assert_int_eq(exceptions, 0);
            continue;
        }
        ck_assert_int_eq((int)transfer_field_kind(note), TRANSFER_KIND_TEXT);
        ck_assert_int_eq((int)transfer_field_kind(exceptions), TRANSFER_KIND_RECORD);
        ck_assert_int_eq(transfer_field_target(exceptions), TRANSFER_TYPE_EXCEPTION);
    }
}
END_TEST

/* Nesting ends: no type lies, however deep, in itself. */
START_TEST(test_nesting_ends)
{
    for (size_t i = 0; i < schema_type_count; i++) {
        uint32_t reached = 1u << schema_types[i].number, before = 0;
        int depth = 0;

        while (reached != before) {
            uint32_t more = 0;
            before = reached;
            for (int number = 1; number <= (int)schema_type_count; number++)
                if (before >> number & 1)
                    for (size_t k = 0; k < schema_types[number - 1].count; k++)
                        if (schema_types[number - 1].fields[k].kind == KIND_RECORD)
                            more |= 1u << schema_types[number - 1].fields[k].target;
            ck_assert_msg(!(more >> schema_types[i].number & 1), "%s lies in itself",
                          schema_types[i].name);
            reached |= more;
            depth++;
        }
        ck_assert_int_le(depth, 4);
    }
}
END_TEST

/* Choices: numbers from 1, unique, at most 31; names snake_case and unique; both languages. */
START_TEST(test_choices)
{
    EACH_FIELD(type, field)
    {
        transfer_key key = type->number << 8 | field->number;
        size_t count = transfer_field_choice_count(key);
        uint32_t seen = 0;

        if (field->kind != KIND_CHOICE) {
            ck_assert_uint_eq(count, 0);
            ck_assert_int_eq(transfer_field_choice_at(key, 0), 0);
            ck_assert_int_eq(transfer_field_choice_find(key, "company"), 0);
            ck_assert_ptr_null(transfer_field_choice_name(key, 1));
            ck_assert_ptr_null(transfer_field_choices_name(key));
            continue;
        }
        ck_assert_uint_ge(count, 2);
        for (size_t i = 0; i < count; i++) {
            int number = transfer_field_choice_at(key, i);
            const char *name = transfer_field_choice_name(key, number);

            ck_assert_int_ge(number, 1);
            ck_assert_int_le(number, 31);
            ck_assert_msg(!(seen >> number & 1), "%s.%s: %d twice", type->name, field->name,
                          number);
            seen |= 1u << number;
            ck_assert(is_snake_case(name));
            ck_assert_int_eq(transfer_field_choice_find(key, name), number);
            assert_doc(transfer_field_choice_doc(key, number, TRANSFER_ENGLISH), name);
            assert_doc(transfer_field_choice_doc(key, number, TRANSFER_FRENCH), name);
        }
        ck_assert_int_eq(transfer_field_choice_at(key, count), 0);
        ck_assert_int_eq(transfer_field_choice_at(key, SIZE_MAX), 0);
        ck_assert_ptr_null(transfer_field_choice_name(key, 0));
        ck_assert_ptr_null(transfer_field_choice_name(key, -1));
        ck_assert_ptr_null(transfer_field_choice_name(key, INT32_MAX));
        ck_assert_ptr_null(transfer_field_choice_doc(key, 0, TRANSFER_FRENCH));
        ck_assert_int_eq(transfer_field_choice_find(key, ""), 0);
        ck_assert_int_eq(transfer_field_choice_find(key, NULL), 0);
    }
}
END_TEST

/* Each list of choices has a name that no other has: of the type and the field that has it, unless
 * fields share it. */
START_TEST(test_choices_names)
{
    EACH_FIELD(type, field)
    {
        const char *name = transfer_field_choices_name(type->number << 8 | field->number);
        char own[128];
        int is_shared = 0;

        if (!field->choices)
            continue;
        ck_assert_msg(name && is_snake_case(name), "%s.%s: its list has no name", type->name,
                      field->name);
        EACH_FIELD(other_type, other)
        {
            if (!other->choices || field == other)
                continue;
            is_shared |= field->choices == other->choices;
            if (field->choices != other->choices)
                ck_assert_msg(strcmp(name, other->choices->name) != 0, "%s.%s: its list is %s too",
                              other_type->name, other->name, name);
        }
        snprintf(own, sizeof own, "%s_%s", type->name, field->name);
        if (!is_shared)
            ck_assert_str_eq(name, own);
    }
    ck_assert_str_eq(transfer_field_choices_name(TRANSFER_PARTNER_KIND), "partner_kind");
    ck_assert_str_eq(transfer_field_choices_name(TRANSFER_PARTNER_SIZE), "size");
    ck_assert_str_eq(transfer_field_choices_name(TRANSFER_AID_DECLARATION_SIZE), "size");
    ck_assert_ptr_null(transfer_field_choices_name(0));
}
END_TEST

/* What is no field is answered with nothing, for every number that a key can have. */
START_TEST(test_no_field)
{
    int64_t minimum = -7, maximum = -7;
    size_t fields = 0, known = 0;

    for (size_t i = 0; i < schema_type_count; i++)
        fields += schema_types[i].count;
    for (transfer_key key = -300; key < 70000; key++) {
        if (transfer_field_name(key)) {
            known++;
            continue;
        }
        ck_assert_int_eq(transfer_field_type(key), 0);
        ck_assert_int_eq((int)transfer_field_kind(key), 0);
        ck_assert_ptr_null(transfer_field_doc(key, TRANSFER_ENGLISH));
        ck_assert_ptr_null(transfer_field_since(key));
    }
    ck_assert_uint_eq(known, fields);
    ck_assert_ptr_null(transfer_field_name(INT32_MAX));
    ck_assert_ptr_null(transfer_field_name(INT32_MIN));
    ck_assert_int_eq(transfer_field_is_list(0), 0);
    ck_assert_int_eq(transfer_field_is_required(0), 0);
    ck_assert_int_eq(transfer_field_target(0), 0);
    ck_assert_int_eq(transfer_field_table(0), 0);
    ck_assert_int_eq(transfer_field_range(0, &minimum, &maximum), TRANSFER_UNKNOWN_FIELD);
    ck_assert_int_eq(transfer_field_range(TRANSFER_PARTNER_NAME, &minimum, &maximum),
                     TRANSFER_WRONG_KIND);
    ck_assert_int_eq(minimum, -7);
    ck_assert_int_eq(maximum, -7);
    ck_assert_int_eq(transfer_type_field_find(TRANSFER_TYPE_PARTNER, "nam"), 0);
    ck_assert_int_eq(transfer_type_field_find(TRANSFER_TYPE_PARTNER, "namex"), 0);
    ck_assert_int_eq(transfer_type_field_find(TRANSFER_TYPE_PARTNER, ""), 0);
    ck_assert_int_eq(transfer_type_field_find(TRANSFER_TYPE_PARTNER, NULL), 0);
}
END_TEST

/* The range of an integer is that of the model: technology readiness is 1 to 9. */
START_TEST(test_ranges)
{
    static const transfer_key levels[] = {TRANSFER_PROJECT_TRL_START, TRANSFER_PROJECT_TRL_TARGET,
                                          TRANSFER_PROJECT_TRL_CURRENT, TRANSFER_RESULT_TRL};

    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++) {
        int64_t minimum, maximum;
        ck_assert_int_eq(transfer_field_range(levels[i], &minimum, &maximum), TRANSFER_OK);
        ck_assert_int_eq(minimum, 1);
        ck_assert_int_eq(maximum, 9);
    }
}
END_TEST

/* Fields put between older ones are found by number although their rows are out of order. */
START_TEST(test_numbers_out_of_order)
{
    static const struct field fields[] = {
        {.name = "first", .number = 2}, {.name = "second", .number = 62},
        {.name = "third", .number = 1}};
    static const struct type type = {.name = "odd", .fields = fields, .count = 3};

    ck_assert_ptr_eq(field_numbered(&type, 1), &fields[2]);
    ck_assert_ptr_eq(field_numbered(&type, 2), &fields[0]);
    ck_assert_ptr_eq(field_numbered(&type, 62), &fields[1]);
    ck_assert_ptr_null(field_numbered(&type, 3));
    ck_assert_ptr_null(field_numbered(&type, 0));
    ck_assert_ptr_null(field_numbered(&type, 63));
    ck_assert_ptr_null(field_numbered(NULL, 1));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("introspect");
    TCase *tcase = tcase_create("schema");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, test_types);
    tcase_add_test(tcase, test_sections);
    tcase_add_test(tcase, test_type_names_unique);
    tcase_add_test(tcase, test_no_type);
    tcase_add_test(tcase, test_fields);
    tcase_add_test(tcase, test_field_numbers);
    tcase_add_test(tcase, test_field_docs);
    tcase_add_test(tcase, test_field_shapes);
    tcase_add_test(tcase, test_conditions);
    tcase_add_test(tcase, test_amount_condition);
    tcase_add_test(tcase, test_common_fields);
    tcase_add_test(tcase, test_nesting_ends);
    tcase_add_test(tcase, test_choices);
    tcase_add_test(tcase, test_choices_names);
    tcase_add_test(tcase, test_no_field);
    tcase_add_test(tcase, test_ranges);
    tcase_add_test(tcase, test_numbers_out_of_order);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
