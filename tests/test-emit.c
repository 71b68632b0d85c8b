/* The canonical writer: what it writes, and that readers find the same again.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

#include "emit-texts.h"
#include "emit.h"
#include "utf8.h"

enum { NODES_MAX = 4000, TEXTS = 40000 };

/* A tree of nodes, flattened: what is written is compared with what is read. */
struct node {
    yaml_event_type_t type;
    char *text;
    size_t length;
    enum emit_style style;
    int is_key;
};

struct tree {
    struct node nodes[NODES_MAX];
    size_t count;
};

static struct tree tree;

static void tree_clear(void)
{
    for (size_t i = 0; i < tree.count; i++)
        free(tree.nodes[i].text);
    tree.count = 0;
}

static void tree_add(yaml_event_type_t type, const char *text, size_t length, enum emit_style style,
                     int is_key)
{
    struct node *node = &tree.nodes[tree.count++];

    if (tree.count == NODES_MAX)
        ck_abort_msg("a tree too large");
    node->type = type;
    node->text = NULL;
    node->length = length;
    node->style = style;
    node->is_key = is_key;
    if (type == YAML_SCALAR_EVENT) {
        node->text = malloc(length + 1);
        if (!node->text)
            ck_abort_msg("no memory");
        memcpy(node->text, text, length);
        node->text[length] = '\0';
    }
}

static void random_tree(int depth, int is_key)
{
    static char text[TEXT_SIZE];
    static const enum emit_style styles[] = {EMIT_TEXT,  EMIT_TEXT,   EMIT_TEXT,
                                             EMIT_VALUE, EMIT_QUOTED, EMIT_ID};
    unsigned kind = depth == 0 || is_key ? 0 : random_below(4);

    if (kind < 2) {
        size_t length = random_text(text);
        tree_add(YAML_SCALAR_EVENT, text, length, styles[random_below(6)], is_key);
    } else if (kind == 2) {
        tree_add(YAML_MAPPING_START_EVENT, NULL, 0, EMIT_TEXT, 0);
        for (unsigned i = random_below(5); i > 0; i--) {
            random_tree(0, 1);
            random_tree(depth - 1, 0);
        }
        tree_add(YAML_MAPPING_END_EVENT, NULL, 0, EMIT_TEXT, 0);
    } else {
        tree_add(YAML_SEQUENCE_START_EVENT, NULL, 0, EMIT_TEXT, 0);
        for (unsigned i = random_below(5); i > 0; i--)
            random_tree(depth - 1, 0);
        tree_add(YAML_SEQUENCE_END_EVENT, NULL, 0, EMIT_TEXT, 0);
    }
}

static void emit_tree_node(struct emitter *emitter, const struct node *node)
{
    switch (node->type) {
    case YAML_SCALAR_EVENT:
        emit_scalar(emitter, node->text, node->length, node->style);
        break;
    case YAML_MAPPING_START_EVENT:
        emit_mapping_begin(emitter);
        break;
    case YAML_MAPPING_END_EVENT:
        emit_mapping_end(emitter);
        break;
    case YAML_SEQUENCE_START_EVENT:
        emit_sequence_begin(emitter);
        break;
    default:
        emit_sequence_end(emitter);
        break;
    }
}

/* The text of a tree, or of the node that begins at `first`; *next is the node behind it. */
static char *emit_tree(size_t first, size_t *next)
{
    struct buffer buffer;
    struct emitter emitter;
    char *text;

    buffer_init(&buffer);
    emit_begin(&emitter, &buffer);
    do
        emit_tree_node(&emitter, &tree.nodes[first++]);
    while (emitter.depth > 0);
    if (next)
        *next = first;
    text = buffer_take(&buffer);
    ck_assert_ptr_nonnull(text);
    return text;
}

static regex_t resolvers[2], integers;

/* The types that the specifications of YAML 1.1 (with its repository of types) and of the core
 * schema of YAML 1.2 give to plain scalars other than texts. */
static void compile_resolvers(void)
{
    static const char yaml_1_1[] =
        "^(~|null|Null|NULL|"
        "y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|"
        "[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|"
        "[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+|"
        "[-+]?([0-9][0-9_]*)?\\.[0-9.]*([eE][-+][0-9]+)?|"
        "[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\\.[0-9_]*|"
        "[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)|"
        "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]|"
        "[0-9][0-9][0-9][0-9]-[0-9][0-9]?-[0-9][0-9]?([Tt]|[ \t]+)[0-9][0-9]?"
        ":[0-9][0-9]:[0-9][0-9](\\.[0-9]*)?(([ \t]*)Z|[-+][0-9][0-9]?(:[0-9][0-9])?)?|"
        "<<|=)$";
    static const char yaml_1_2[] = "^(null|Null|NULL|~|true|True|TRUE|false|False|FALSE|"
                                   "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|"
                                   "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|"
                                   "[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN))$";

    ck_assert_int_eq(regcomp(&resolvers[0], yaml_1_1, REG_EXTENDED | REG_NOSUB), 0);
    ck_assert_int_eq(regcomp(&resolvers[1], yaml_1_2, REG_EXTENDED | REG_NOSUB), 0);
    ck_assert_int_eq(regcomp(&integers,
                             "^(0|-?[1-9][0-9]{0,14}|true|false|[0-9]{4}-[0-9]{2}-[0-9]{2})$",
                             REG_EXTENDED | REG_NOSUB),
                     0);
}

static void free_resolvers(void)
{
    regfree(&resolvers[0]);
    regfree(&resolvers[1]);
    regfree(&integers);
}

static int matches(const regex_t *regex, const char *text)
{
    return regexec(regex, text, 0, NULL, 0) == 0;
}

/* Asserting tells Check each time where the test is; this does it only when it fails. */
#define CHECK(condition, ...)                                                                      \
    do {                                                                                           \
        if (!(condition))                                                                          \
            ck_abort_msg(__VA_ARGS__);                                                             \
    } while (0)

/* Whether a plain scalar that readers take for more than text was allowed to be plain. */
static int may_resolve(const struct node *node)
{
    if (!matches(&integers, node->text))
        return 0;
    if (node->style == EMIT_VALUE)
        return 1;
    /* A text that is an integer is told apart by the schema alone. */
    return node->style == EMIT_TEXT && !node->is_key &&
           strspn(node->text, "-0123456789") == node->length && !strchr(node->text + 1, '-');
}

static void check_scalar(const struct node *node, const yaml_event_t *event, const char *yaml)
{
    CHECK(event->data.scalar.length == node->length &&
              memcmp(event->data.scalar.value, node->text, node->length) == 0,
          "\"%s\" became \"%s\" in\n%s", node->text, (char *)event->data.scalar.value, yaml);
    if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
        return;
    CHECK(node->style != EMIT_QUOTED, "\"%s\" is plain", node->text);
    CHECK(node->length > 0 && node->text[node->length - 1] != '?', "%s", node->text);
    for (int i = 0; i < 2; i++)
        CHECK(may_resolve(node) || !matches(&resolvers[i], node->text), "plain: %s", node->text);
}

/* Reads a text with libyaml and compares it with the tree. */
static void check_tree(const char *yaml)
{
    yaml_parser_t parser;
    yaml_event_t event;
    size_t at = 0;
    int is_end = 0;

    CHECK(yaml_parser_initialize(&parser), "no memory");
    yaml_parser_set_input_string(&parser, (const unsigned char *)yaml, strlen(yaml));
    while (!is_end) {
        CHECK(yaml_parser_parse(&parser, &event), "%s at %zu:%zu in\n%s", parser.problem,
              parser.problem_mark.line, parser.problem_mark.column, yaml);
        is_end = event.type == YAML_STREAM_END_EVENT;
        if (event.type >= YAML_SCALAR_EVENT) {
            CHECK(at < tree.count, "too much in\n%s", yaml);
            CHECK(event.type == tree.nodes[at].type, "another node in\n%s", yaml);
            if (event.type == YAML_SCALAR_EVENT)
                check_scalar(&tree.nodes[at], &event, yaml);
            at++;
        }
        yaml_event_delete(&event);
    }
    CHECK(at == tree.count, "too little in\n%s", yaml);
    yaml_parser_delete(&parser);
}

/* What a person sees: no control characters, no spaces at the end of lines, one newline at the
 * end. */
static void check_bytes(const char *yaml)
{
    size_t length = strlen(yaml);

    ck_assert_uint_eq(utf8_find_control(yaml, length), length);
    ck_assert_ptr_null(strstr(yaml, " \n"));
    ck_assert_int_eq(yaml[length - 1], '\n');
}

/* libyaml reads every random tree as it was written, and no reader takes a text for more. */
START_TEST(test_random_trees)
{
    size_t texts = 0;

    compile_resolvers();
    while (texts < TEXTS) {
        char *yaml;

        tree_clear();
        random_tree(5, 0);
        yaml = emit_tree(0, NULL);
        check_tree(yaml);
        check_bytes(yaml);
        free(yaml);
        texts += tree.count;
    }
    tree_clear();
    free_resolvers();
}
END_TEST

/* libyaml reads every random text as it was written, as key, value and item at several depths. */
START_TEST(test_random_texts)
{
    static char text[TEXT_SIZE];

    compile_resolvers();
    for (int i = 0; i < TEXTS / 2; i++) {
        size_t length = random_text(text);
        int depth = i % 4;
        char *yaml;

        tree_clear();
        for (int j = 0; j < depth; j++)
            tree_add(YAML_SEQUENCE_START_EVENT, NULL, 0, EMIT_TEXT, 0);
        tree_add(YAML_MAPPING_START_EVENT, NULL, 0, EMIT_TEXT, 0);
        tree_add(YAML_SCALAR_EVENT, text, length, EMIT_TEXT, 1);
        tree_add(YAML_SEQUENCE_START_EVENT, NULL, 0, EMIT_TEXT, 0);
        tree_add(YAML_SCALAR_EVENT, text, length, EMIT_TEXT, 0);
        tree_add(YAML_SCALAR_EVENT, text, length, EMIT_VALUE, 0);
        tree_add(YAML_SEQUENCE_END_EVENT, NULL, 0, EMIT_TEXT, 0);
        tree_add(YAML_SCALAR_EVENT, "other", 5, EMIT_TEXT, 1);
        tree_add(YAML_SCALAR_EVENT, text, length, EMIT_TEXT, 0);
        tree_add(YAML_MAPPING_END_EVENT, NULL, 0, EMIT_TEXT, 0);
        for (int j = 0; j < depth; j++)
            tree_add(YAML_SEQUENCE_END_EVENT, NULL, 0, EMIT_TEXT, 0);
        yaml = emit_tree(0, NULL);
        check_tree(yaml);
        free(yaml);
        tree_clear();
        tree_add(YAML_SCALAR_EVENT, text, length, EMIT_TEXT, 0);
        yaml = emit_tree(0, NULL);
        check_tree(yaml);
        free(yaml);
    }
    tree_clear();
    free_resolvers();
}
END_TEST

/* A node that was written at indent 0 gives the same bytes as one that is written in its place. */
START_TEST(test_kept_nodes)
{
    for (int i = 0; i < 3000; i++) {
        struct buffer buffer;
        struct emitter emitter;
        char *direct, *kept;

        do {
            tree_clear();
            random_tree(5, 0);
        } while (tree.count < 3);
        direct = emit_tree(0, NULL);
        buffer_init(&buffer);
        emit_begin(&emitter, &buffer);
        for (size_t at = 0; at < tree.count;) {
            const struct node *node = &tree.nodes[at];
            int is_end =
                node->type == YAML_MAPPING_END_EVENT || node->type == YAML_SEQUENCE_END_EVENT;
            if (at > 0 && !is_end && !node->is_key && random_below(3) == 0) {
                char *yaml = emit_tree(at, &at);
                emit_node(&emitter, yaml);
                free(yaml);
            } else {
                emit_tree_node(&emitter, &tree.nodes[at++]);
            }
        }
        kept = buffer_take(&buffer);
        ck_assert_str_eq(kept, direct);
        free(kept);
        buffer_init(&buffer);
        emit_begin(&emitter, &buffer);
        emit_node(&emitter, direct);
        kept = buffer_take(&buffer);
        ck_assert_str_eq(kept, direct);
        free(kept);
        free(direct);
    }
    tree_clear();
}
END_TEST

/* A random plain scalar stays plain, or what its text cannot be plain is quoted and stays text. */
START_TEST(test_plain_stays_plain)
{
    static const char *const spellings[] = {
        "12.5", "1e3", "yes", "~",     "null", "2013", "0o17", "=",  "2013-01-01", "-5",    "?a",
        ":a",   "-a",  "a#b", "2013?", "true", ".inf", "a:b",  "<<", "0x1F",       "12:30", "005"};
    static const char *const not_plain[] = {"- a", "a: b", "a #b", " a",  "a ",   "#a",    "&a",
                                            "*a",  "!a",   "[a]",  "{a}", "'a'",  "\"a\"", "%a",
                                            "@a",  "`a",   "|",    ">",   "a\tb", "---",   "..."};

    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++) {
        char *yaml;

        tree_clear();
        tree_add(YAML_SCALAR_EVENT, spellings[i], strlen(spellings[i]), EMIT_PLAIN, 0);
        yaml = emit_tree(0, NULL);
        ck_assert_uint_eq(strlen(yaml), strlen(spellings[i]) + 1);
        ck_assert_int_eq(strncmp(yaml, spellings[i], strlen(spellings[i])), 0);
        free(yaml);
    }
    for (size_t i = 0; i < sizeof not_plain / sizeof not_plain[0]; i++) {
        char *yaml;

        tree_clear();
        tree_add(YAML_SCALAR_EVENT, not_plain[i], strlen(not_plain[i]), EMIT_PLAIN, 0);
        yaml = emit_tree(0, NULL);
        ck_assert_msg(yaml[0] == '"' || yaml[0] == '\'', "%s", yaml);
        free(yaml);
    }
    tree_clear();
}
END_TEST

struct spelling {
    const char *text;
    enum emit_style style;
    const char *yaml;
};

static const struct spelling spellings[] = {
    {"CEA Tech", EMIT_TEXT, "CEA Tech"},
    {"État français", EMIT_TEXT, "État français"},
    {"Commissariat à l'énergie atomique", EMIT_TEXT, "Commissariat à l'énergie atomique"},
    {"30000000 EUR", EMIT_TEXT, "30000000 EUR"},
    {"more than 20000000 EUR", EMIT_TEXT, "more than 20000000 EUR"},
    {"33.3333%", EMIT_TEXT, "33.3333%"},
    {"1/3", EMIT_TEXT, "1/3"},
    {"2014/2016", EMIT_TEXT, "2014/2016"},
    {"2014-01-01/2016-12-31", EMIT_TEXT, "2014-01-01/2016-12-31"},
    {"2014/..", EMIT_TEXT, "2014/.."},
    {"../2016", EMIT_TEXT, "../2016"},
    {"2014~/2016~", EMIT_TEXT, "2014~/2016~"},
    {"2013-12", EMIT_TEXT, "2013-12"},
    {"before 2013", EMIT_TEXT, "before 2013"},
    {"2013~", EMIT_TEXT, "2013~"},
    {"2013?", EMIT_TEXT, "\"2013?\""},
    {"Why?", EMIT_TEXT, "\"Why?\""},
    {"2013-12-05", EMIT_VALUE, "2013-12-05"},
    {"2013-12-05", EMIT_TEXT, "\"2013-12-05\""},
    {"2013", EMIT_VALUE, "2013"},
    {"2013?", EMIT_VALUE, "\"2013?\""},
    {"true", EMIT_VALUE, "true"},
    {"true", EMIT_TEXT, "\"true\""},
    {"-5", EMIT_VALUE, "-5"},
    {"775685019", EMIT_TEXT, "775685019"},
    {"775685019", EMIT_ID, "\"775685019\""},
    {"73282932000074", EMIT_TEXT, "73282932000074"},
    {"1234567890123456", EMIT_TEXT, "\"1234567890123456\""},
    {"005520135", EMIT_TEXT, "\"005520135\""},
    {"49.1193", EMIT_TEXT, "\"49.1193\""},
    {"12.5", EMIT_VALUE, "\"12.5\""},
    {"no", EMIT_TEXT, "\"no\""},
    {"null", EMIT_TEXT, "\"null\""},
    {"", EMIT_TEXT, "\"\""},
    {"00jjx8s55", EMIT_TEXT, "00jjx8s55"},
    {"SA.40391", EMIT_TEXT, "SA.40391"},
    {"https://www.cea.fr/a?b=c#d", EMIT_TEXT, "https://www.cea.fr/a?b=c#d"},
    {"Projet DEESSE : Développement", EMIT_TEXT, "\"Projet DEESSE : Développement\""},
    {"Lot #3", EMIT_TEXT, "\"Lot #3\""},
    {"'DETECTME' CLE", EMIT_TEXT, "\"'DETECTME' CLE\""},
    {"le \"pacte\"", EMIT_TEXT, "le \"pacte\""},
    {"\"pacte\" d'avenir", EMIT_TEXT, "'\"pacte\" d''avenir'"},
    {"C:\\ : D:\\", EMIT_TEXT, "'C:\\ : D:\\'"},
    {"a\tb", EMIT_TEXT, "\"a\\tb\""},
    {"\x01\x7f", EMIT_TEXT, "\"\\u0001\\u007f\""},
    {"a\xc2\x85"
     "b",
     EMIT_TEXT, "\"a\\u0085b\""},
    {"a\xe2\x80\xae"
     "b",
     EMIT_TEXT, "\"a\\u202eb\""},
    {"a\xff"
     "b",
     EMIT_TEXT, "\"a\\u00ffb\""},
    {"a\nb", EMIT_TEXT, "|-\n  a\n  b"},
    {"a\n\n b\n", EMIT_TEXT, "|\n  a\n\n   b"},
    {"a\n\n", EMIT_TEXT, "\"a\\n\\n\""},
    {" a\nb", EMIT_TEXT, "\" a\\nb\""},
    {"a \nb", EMIT_TEXT, "\"a \\nb\""},
    {"text", EMIT_QUOTED, "\"text\""},
};

/* Each text is written in exactly one way. */
START_TEST(test_spelling)
{
    const struct spelling *spelling = &spellings[_i];
    struct buffer buffer;
    struct emitter emitter;
    char *yaml;

    buffer_init(&buffer);
    emit_begin(&emitter, &buffer);
    emit_scalar(&emitter, spelling->text, strlen(spelling->text), spelling->style);
    yaml = buffer_take(&buffer);
    ck_assert_ptr_nonnull(yaml);
    ck_assert_int_eq(yaml[strlen(yaml) - 1], '\n');
    yaml[strlen(yaml) - 1] = '\0';
    ck_assert_str_eq(yaml, spelling->yaml);
    free(yaml);
}
END_TEST

static void text(struct emitter *emitter, const char *string)
{
    emit_scalar(emitter, string, strlen(string), EMIT_TEXT);
}

/* Collections are in block style, indented by two spaces; empty ones are {} and []. */
START_TEST(test_layout)
{
    static const char expected[] = "transfer: 1\n"
                                   "platforms:\n"
                                   "  metz:\n"
                                   "    history:\n"
                                   "      - date: 2013-12-05\n"
                                   "        by:\n"
                                   "          - cea\n"
                                   "        note: |-\n"
                                   "          a\n"
                                   "\n"
                                   "          b\n"
                                   "      - {}\n"
                                   "      - - []\n"
                                   "        - null\n"
                                   "    \"2014\": {}\n"
                                   "  list: []\n";
    struct buffer buffer;
    struct emitter emitter;
    char *yaml;

    buffer_init(&buffer);
    emit_begin(&emitter, &buffer);
    emit_mapping_begin(&emitter);
    text(&emitter, "transfer");
    emit_scalar(&emitter, "1", 1, EMIT_VALUE);
    text(&emitter, "platforms");
    emit_mapping_begin(&emitter);
    text(&emitter, "metz");
    emit_mapping_begin(&emitter);
    text(&emitter, "history");
    emit_sequence_begin(&emitter);
    emit_mapping_begin(&emitter);
    text(&emitter, "date");
    emit_scalar(&emitter, "2013-12-05", 10, EMIT_VALUE);
    text(&emitter, "by");
    emit_sequence_begin(&emitter);
    text(&emitter, "cea");
    emit_sequence_end(&emitter);
    text(&emitter, "note");
    text(&emitter, "a\n\nb");
    emit_mapping_end(&emitter);
    emit_mapping_begin(&emitter);
    emit_mapping_end(&emitter);
    emit_sequence_begin(&emitter);
    emit_sequence_begin(&emitter);
    emit_sequence_end(&emitter);
    emit_null(&emitter);
    emit_sequence_end(&emitter);
    emit_sequence_end(&emitter);
    text(&emitter, "2014");
    emit_mapping_begin(&emitter);
    emit_mapping_end(&emitter);
    emit_mapping_end(&emitter);
    text(&emitter, "list");
    emit_sequence_begin(&emitter);
    emit_sequence_end(&emitter);
    emit_mapping_end(&emitter);
    emit_mapping_end(&emitter);
    yaml = buffer_take(&buffer);
    ck_assert_str_eq(yaml, expected);
    free(yaml);
}
END_TEST

/* Collections may be keys. */
START_TEST(test_collection_as_key)
{
    tree_clear();
    compile_resolvers();
    tree_add(YAML_MAPPING_START_EVENT, NULL, 0, EMIT_TEXT, 0);
    tree_add(YAML_SEQUENCE_START_EVENT, NULL, 0, EMIT_TEXT, 0);
    tree_add(YAML_SCALAR_EVENT, "a", 1, EMIT_TEXT, 0);
    tree_add(YAML_SCALAR_EVENT, "b", 1, EMIT_TEXT, 0);
    tree_add(YAML_SEQUENCE_END_EVENT, NULL, 0, EMIT_TEXT, 0);
    tree_add(YAML_MAPPING_START_EVENT, NULL, 0, EMIT_TEXT, 0);
    tree_add(YAML_MAPPING_START_EVENT, NULL, 0, EMIT_TEXT, 0);
    tree_add(YAML_MAPPING_END_EVENT, NULL, 0, EMIT_TEXT, 0);
    tree_add(YAML_SCALAR_EVENT, "c", 1, EMIT_TEXT, 0);
    tree_add(YAML_MAPPING_END_EVENT, NULL, 0, EMIT_TEXT, 0);
    tree_add(YAML_MAPPING_END_EVENT, NULL, 0, EMIT_TEXT, 0);
    {
        char *yaml = emit_tree(0, NULL);
        ck_assert_str_eq(yaml, "? - a\n  - b\n:\n  ? {}\n  : c\n");
        check_tree(yaml);
        free(yaml);
    }
    tree_clear();
    free_resolvers();
}
END_TEST

/* Nesting as deep as EMIT_DEPTH is written; deeper nesting fails and does no harm. */
START_TEST(test_depth)
{
    for (int depth = EMIT_DEPTH; depth <= EMIT_DEPTH + 3; depth++) {
        struct buffer buffer;
        struct emitter emitter;

        buffer_init(&buffer);
        emit_begin(&emitter, &buffer);
        for (int i = 0; i < depth; i++)
            emit_sequence_begin(&emitter);
        for (int i = 0; i < depth; i++)
            emit_sequence_end(&emitter);
        ck_assert_int_eq(buffer.failed, depth > EMIT_DEPTH);
        buffer_free(&buffer);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("emit");
    TCase *tcase = tcase_create("emit");
    SRunner *runner;
    int failed;

    tcase_set_timeout(tcase, 300);
    tcase_add_test(tcase, test_random_trees);
    tcase_add_test(tcase, test_random_texts);
    tcase_add_test(tcase, test_kept_nodes);
    tcase_add_test(tcase, test_plain_stays_plain);
    tcase_add_loop_test(tcase, test_spelling, 0, sizeof spellings / sizeof spellings[0]);
    tcase_add_test(tcase, test_layout);
    tcase_add_test(tcase, test_collection_as_key);
    tcase_add_test(tcase, test_depth);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
