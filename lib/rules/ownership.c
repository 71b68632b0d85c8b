/* The rule of what the owners of a partner, or of a result, hold together.
 *
 * SPDX-License-Identifier: MIT
 *
 * An owner may be listed again when its share changes.  The latest of its holdings counts; one
 * without date comes before those that have one.
 *
 * Above the row stand the parts that its message takes.
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "share-sum.h"

/* An explicit share. */
struct stake {
    const transfer_record *holding;
    const char *owner;
    transfer_share share;
    transfer_date from; /* year 0: undated */
    size_t index;
    unsigned vague : 1; /* whether it is later than another is not certain */
};

static transfer_key list_key(const transfer_record *record)
{
    return record->type == TRANSFER_TYPE_PARTNER ? TRANSFER_PARTNER_OWNERSHIP
                                                 : TRANSFER_RESULT_OWNERS;
}

/* Returns 0 for a holding that is left out: its share is not a number, or its owner or date cannot
 * be read. */
static int read_stake(const transfer_record *record, size_t index, struct stake *stake)
{
    transfer_record *holding;
    transfer_status status;

    (void)transfer_record_record_at(record, list_key(record), index, &holding);
    *stake = (struct stake){.holding = holding, .index = index};
    status = transfer_record_get_date(holding, TRANSFER_HOLDING_FROM, &stake->from);
    return (status == TRANSFER_OK || status == TRANSFER_UNSET) &&
           transfer_record_get_reference_id(holding, TRANSFER_HOLDING_OWNER, &stake->owner) ==
               TRANSFER_OK &&
           transfer_record_get_share(holding, TRANSFER_HOLDING_SHARE, &stake->share) ==
               TRANSFER_OK &&
           share_is_explicit(&stake->share);
}

/* Of most lists this is all that is asked: all shares ever held are no more than the whole. */
static size_t add_all(const transfer_record *record, size_t count, struct share_sum *sum)
{
    struct stake stake;
    size_t stakes = 0;

    for (size_t i = 0; i < count; i++) {
        if (!read_stake(record, i, &stake))
            continue;
        share_sum_add(sum, &stake.share);
        stakes++;
    }
    return stakes;
}

static int compare_by_owner(const void *a, const void *b)
{
    const struct stake *x = a, *y = b;
    int order = strcmp(x->owner, y->owner);

    return order ? order : x->index < y->index ? -1 : 1;
}

static int compare_by_index(const void *a, const void *b)
{
    const struct stake *x = a, *y = b;

    return x->index < y->index ? -1 : 1;
}

static int is_later(const struct stake *a, const struct stake *b)
{
    if (a->from.year == 0 || b->from.year == 0)
        return a->from.year != 0 && b->from.year == 0;
    return transfer_date_is_before(&b->from, &a->from) == TRANSFER_CERTAINLY;
}

/* The latest of one owner's stakes. */
static struct stake find_latest(const struct stake *stakes, size_t count)
{
    struct stake latest = stakes[0];

    for (size_t i = 1; i < count; i++)
        if (is_later(&stakes[i], &latest))
            latest = stakes[i];
    for (size_t i = 0; i < count; i++)
        latest.vague |= stakes[i].index != latest.index && !is_later(&latest, &stakes[i]);
    return latest;
}

/* Keeps each owner's latest, in the order of the list; returns how many. */
static size_t keep_latest(struct stake *stakes, size_t count)
{
    size_t kept = 0;

    qsort(stakes, count, sizeof *stakes, compare_by_owner);
    for (size_t first = 0, next; first < count; first = next) {
        next = first + 1;
        while (next < count && strcmp(stakes[next].owner, stakes[first].owner) == 0)
            next++;
        stakes[kept++] = find_latest(stakes + first, next - first);
    }
    qsort(stakes, kept, sizeof *stakes, compare_by_index);
    return kept;
}

static void report_ownership(struct check *check, const transfer_record *record,
                             const struct share_sum *sum, const transfer_record *last)
{
    static const struct phrase all_of_them = {{"the holdings that are added up",
                                               "les participations qui sont additionnées"}};
    struct share_sum_texts texts;
    struct finding finding;

    check_begin(check, &finding, &rule_ownership_sum, last, TRANSFER_HOLDING_SHARE);
    finding_add_string(&finding, "record", transfer_record_id(record));
    share_sum_fill(sum, &finding, &texts);
    check_relate(check, &finding, record, list_key(record), &all_of_them);
    check_end(check, &finding, last, TRANSFER_HOLDING_SHARE);
}

static transfer_reason judge_latest(struct check *check, const transfer_record *record,
                                    struct stake *stakes, size_t count)
{
    struct share_sum sum = SHARE_SUM_NONE;
    size_t stake_count = 0;

    for (size_t i = 0; i < count; i++)
        stake_count += (size_t)read_stake(record, i, &stakes[stake_count]);
    stake_count = keep_latest(stakes, stake_count);
    for (size_t i = 0; i < stake_count; i++) {
        if (stakes[i].vague)
            return TRANSFER_REASON_VAGUE;
        share_sum_add(&sum, &stakes[i].share);
    }
    if (share_sum_is_above(&sum))
        report_ownership(check, record, &sum, stakes[stake_count - 1].holding);
    return TRANSFER_REASON_NONE;
}

static transfer_reason check_ownership_sum(struct check *check, const transfer_record *record)
{
    struct share_sum sum = SHARE_SUM_NONE;
    struct stake *stakes;
    transfer_reason reason;
    size_t count;

    if (transfer_record_count(record, list_key(record), &count) != TRANSFER_OK)
        return TRANSFER_REASON_REPORTED;
    if (add_all(record, count, &sum) == 0)
        return TRANSFER_REASON_MISSING;
    if (!share_sum_is_above(&sum))
        return sum.inexact ? TRANSFER_REASON_VAGUE : TRANSFER_REASON_NONE;
    stakes = calloc(count, sizeof *stakes);
    if (!stakes) {
        check->status = TRANSFER_NO_MEMORY;
        return TRANSFER_REASON_NONE;
    }
    reason = judge_latest(check, record, stakes, count);
    free(stakes);
    return reason;
}

/* record; found: the sum; expected: the whole; excess */
const struct transfer_rule rule_ownership_sum = {
    .name = "ownership-sum",
    .severity = TRANSFER_WARNING,
    .types = 1u << TRANSFER_TYPE_PARTNER | 1u << TRANSFER_TYPE_RESULT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"The owners hold more than the whole", "Les détenteurs ont plus que le tout"}},
    .explanation =
        {{"The shares of a partner's owners, or of a result's, come to more than the whole. Of an "
          "owner that is listed several times the latest holding counts, by its \"from\"; where it "
          "is not certain which that is, nothing is checked. Less is normal, since not all owners "
          "are listed. An owner that sold all it had is still counted until it is listed again "
          "with 0% from that day; shares that are held through another owner should not be listed "
          "beside that owner's.",
          "Les parts des détenteurs d'un partenaire, ou d'un résultat, dépassent le tout. D'un "
          "détenteur cité plusieurs fois, la participation la plus récente compte, d'après son "
          "«\u00a0from\u00a0»\u00a0; s'il n'est pas certain laquelle l'est, rien n'est contrôlé. "
          "Un total inférieur est normal, puisque tous les détenteurs ne sont pas cités. Un "
          "détenteur qui a tout vendu compte encore, jusqu'à ce qu'il soit cité à nouveau avec 0% "
          "à partir de ce jour\u00a0; des parts détenues à travers un autre détenteur ne devraient "
          "pas figurer à côté des siennes."}},
    .message = {{"the owners of {record} hold {found} together, {excess} is too much; who sold has "
                 "0% from that day",
                 "les détenteurs de «\u00a0{record}\u00a0» ont ensemble {found}, soit {excess} de "
                 "trop\u00a0; qui a cédé sa part a 0\u00a0% à compter de ce jour"}},
    .check = check_ownership_sum,
    .missing = KEYS(TRANSFER_HOLDING_OWNER, TRANSFER_HOLDING_SHARE, TRANSFER_HOLDING_FROM),
};
