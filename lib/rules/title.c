/* The rule of records that have the same title.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above the row stand the parts that its message takes.
 */
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "check.h"
#include "loose.h"
#include "utf8.h"

static const transfer_key titles[] = {TRANSFER_PARTNER_NAME,   TRANSFER_PROGRAMME_NAME,
                                      TRANSFER_PLATFORM_NAME,  TRANSFER_AGREEMENT_TITLE,
                                      TRANSFER_PROJECT_TITLE,  TRANSFER_RESULT_TITLE};

enum { TITLES = sizeof titles / sizeof titles[0] };

/* Amendments of amendments that are followed at most. */
enum { AMENDMENTS_MAX = 64 };

static transfer_key title_key(const transfer_record *record)
{
    size_t i = 0;

    while (key_type(titles[i]) != record->type)
        i++;
    return titles[i];
}

/* One space for many, none in front. */
static void add_space(struct buffer *folded)
{
    if (folded->length > 0 && folded->data[folded->length - 1] != ' ')
        buffer_add_char(folded, ' ');
}

/* Writes the title without what does not matter: case, accents, the kind and number of spaces.
 * Empty where there is none. */
static void fold_title(const transfer_record *record, struct buffer *folded)
{
    const char *text;
    size_t length, size;

    folded->length = 0;
    if (transfer_record_get_text(record, title_key(record), &text) != TRANSFER_OK)
        return;
    length = strlen(text);
    for (size_t i = 0; i < length; i += size) {
        const char *character;
        uint32_t point = 0;

        size = utf8_decode(text + i, length - i, &point);
        character = loose_fold_character(point);
        if (size == 0)
            break;
        if (point == ' ' || (character && strcmp(character, " ") == 0))
            add_space(folded);
        else if (character)
            buffer_add_string(folded, character);
        else
            buffer_add(folded, text + i, size);
    }
    if (folded->length > 0 && folded->data[folded->length - 1] == ' ')
        folded->length--;
}

/* ---- the first of each title ---- */

struct slot {
    const transfer_record *first; /* NULL: free */
    uint64_t hash;
};

struct first_titles {
    struct slot *slots;
    size_t mask;
    struct buffer title, other; /* folded */
};

/* The slot of a record with the same title, or the free one for it; NULL: there is no title, or no
 * memory. */
static struct slot *find_slot(struct check *check, struct first_titles *titles_seen,
                              const transfer_record *record)
{
    struct buffer *title = &titles_seen->title, *other = &titles_seen->other;
    struct slot *slot;
    uint64_t hash;

    fold_title(record, title);
    if (title->failed)
        check->status = TRANSFER_NO_MEMORY;
    if (title->failed || title->length == 0)
        return NULL;
    hash = ids_hash(&check->portfolio->ids, record->type, title->data, title->length);
    for (size_t i = (size_t)hash;; i++) {
        slot = &titles_seen->slots[i & titles_seen->mask];
        if (!slot->first)
            break;
        if (slot->hash != hash || slot->first->type != record->type)
            continue;
        fold_title(slot->first, other);
        if (other->failed)
            check->status = TRANSFER_NO_MEMORY;
        if (other->failed || (other->length == title->length &&
                              memcmp(other->data, title->data, title->length) == 0))
            break;
    }
    slot->hash = hash;
    return slot;
}

static void free_titles(void *data)
{
    struct first_titles *titles_seen = data;

    free(titles_seen->slots);
    buffer_free(&titles_seen->title);
    buffer_free(&titles_seen->other);
    free(titles_seen);
}

static struct first_titles *new_titles(size_t count)
{
    struct first_titles *titles_seen = malloc(sizeof *titles_seen);
    size_t capacity = 16;

    if (!titles_seen)
        return NULL;
    while (capacity < 2 * count)
        capacity *= 2;
    titles_seen->mask = capacity - 1;
    buffer_init(&titles_seen->title);
    buffer_init(&titles_seen->other);
    titles_seen->slots = calloc(capacity, sizeof *titles_seen->slots);
    if (titles_seen->slots)
        return titles_seen;
    free_titles(titles_seen);
    return NULL;
}

static void *build_titles(struct check *check)
{
    struct first_titles *titles_seen;
    size_t count = 0;

    for (size_t i = 0; i < TITLES; i++)
        count += check->portfolio->sections[key_type(titles[i])].count;
    titles_seen = new_titles(count);
    if (!titles_seen)
        check->status = TRANSFER_NO_MEMORY;
    for (size_t i = 0; titles_seen && i < TITLES; i++) {
        const struct section *section = &check->portfolio->sections[key_type(titles[i])];

        for (size_t j = 0; j < section->count && check->status == TRANSFER_OK; j++) {
            struct slot *slot = find_slot(check, titles_seen, section->items[j]);
            if (slot && !slot->first)
                slot->first = section->items[j];
        }
    }
    return titles_seen;
}

static const struct index first_of_titles = {build_titles, free_titles};

/* ---- the rule ---- */

/* What an agreement amends in the end; itself when it amends nothing. */
static const transfer_record *find_original(const transfer_record *agreement)
{
    transfer_record *amended;

    for (int i = 0; i < AMENDMENTS_MAX; i++) {
        if (transfer_record_get_reference(agreement, TRANSFER_AGREEMENT_AMENDS, &amended) !=
            TRANSFER_OK)
            break;
        agreement = amended;
    }
    return agreement;
}

static transfer_reason check_title_duplicate(struct check *check, const transfer_record *record)
{
    static const struct phrase same = {{"the first of that title", "le premier de ce titre"}};
    struct first_titles *titles_seen = check_index(check, &first_of_titles);
    const struct slot *slot = titles_seen ? find_slot(check, titles_seen, record) : NULL;
    transfer_key key = title_key(record);
    struct finding finding;
    const char *text;

    if (!slot)
        return transfer_record_has(record, key) ? TRANSFER_REASON_REPORTED
                                                : TRANSFER_REASON_MISSING;
    if (!slot->first || slot->first == record)
        return TRANSFER_REASON_NONE;
    /* An amendment goes by the title of what it amends. */
    if (record->type == TRANSFER_TYPE_AGREEMENT &&
        find_original(record) == find_original(slot->first))
        return TRANSFER_REASON_OTHER_CASE;
    (void)transfer_record_get_text(record, key, &text);
    check_begin(check, &finding, &rule_title_duplicate, record, key);
    finding_add_string(&finding, "found", text);
    finding_add_string(&finding, "first", transfer_record_id(slot->first));
    check_relate(check, &finding, slot->first, key, &same);
    check_end(check, &finding, record, key);
    return TRANSFER_REASON_NONE;
}

/* found: the title; first: the id of the first that has it */
const struct transfer_rule rule_title_duplicate = {
    .name = "title-duplicate",
    .severity = TRANSFER_OFF,
    .types = 1u << TRANSFER_TYPE_PARTNER | 1u << TRANSFER_TYPE_PROGRAMME |
             1u << TRANSFER_TYPE_PLATFORM | 1u << TRANSFER_TYPE_AGREEMENT |
             1u << TRANSFER_TYPE_PROJECT | 1u << TRANSFER_TYPE_RESULT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"Two records have the same title", "Deux fiches ont le même titre"}},
    .explanation =
        {{"Two records of one section have the same title or name, apart from case, accents and "
          "spaces. They may be one and the same that was entered twice, and then count twice; or "
          "they are different, and a word in the title would tell them apart. An agreement may "
          "have the title of the one that it amends. This rule is off unless it is asked for.",
          "Deux fiches d'une rubrique ont le même titre ou le même nom, à la casse, aux accents et "
          "aux espaces près. C'est peut-être la même, saisie deux fois, qui compte alors "
          "double\u00a0; ou elles diffèrent, et un mot dans le titre permettrait de les "
          "distinguer. Un avenant peut avoir le titre de la convention qu'il modifie. Cette règle "
          "ne s'applique que sur demande."}},
    .message = {{"{first} has the same title: \"{found}\"",
                 "{first} a le même titre\u00a0: «\u00a0{found}\u00a0»"}},
    .check = check_title_duplicate,
};
