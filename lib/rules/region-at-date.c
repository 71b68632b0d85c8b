/* The rule of codes of regions that were not valid at the time.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above the row stand the parts that its message takes; those in brackets may be missing.
 */
#include <string.h>

#include "check-code.h"
#include "check-date.h"
#include "date.h"
#include "region.h"

/* Codes that a place had before or after, at most. */
enum { PLACES_MAX = 16 };

/* The time that a record tells of: dates in it, and whether it goes on before and behind them. */
struct life {
    const transfer_record *record;
    size_t count;
    int open_start, open_end;
    transfer_date dates[2]; /* of a platform the history has them */
    transfer_key keys[2];
};

/* ---- the time ---- */

static void add_date(struct life *life, const transfer_date *date, transfer_key key)
{
    life->dates[life->count] = *date;
    life->keys[life->count++] = key;
}

/* A year of 0 is an end that is open, or not known. */
static void add_ends(struct life *life, const transfer_date *start, transfer_key start_key,
                     const transfer_date *end, transfer_key end_key)
{
    life->open_start = start->year == 0;
    life->open_end = end->year == 0;
    if (!life->open_start)
        add_date(life, start, start_key);
    if (!life->open_end)
        add_date(life, end, end_key);
}

static const transfer_record *event_at(const struct life *life, size_t index)
{
    transfer_record *event = NULL;

    (void)transfer_record_record_at(life->record, TRANSFER_PLATFORM_HISTORY, index, &event);
    return event;
}

/* A platform goes on where it was not closed last. */
static transfer_reason read_history(const struct check *check, struct life *life)
{
    transfer_date date;
    int status = 0;

    (void)transfer_record_count(life->record, TRANSFER_PLATFORM_HISTORY, &life->count);
    for (size_t i = 0; i < life->count; i++) {
        const transfer_record *event = event_at(life, i);

        if (check_date(check, event, TRANSFER_PLATFORM_EVENT_DATE, &date) != TRANSFER_REASON_NONE)
            return TRANSFER_REASON_REPORTED;
        status = 0;
        (void)transfer_record_get_choice(event, TRANSFER_PLATFORM_EVENT_STATUS, &status);
    }
    life->open_end = status != TRANSFER_PLATFORM_EVENT_STATUS_CLOSED;
    return life->count > 0 ? TRANSFER_REASON_NONE : TRANSFER_REASON_MISSING;
}

static transfer_reason read_life(const struct check *check, const transfer_record *record,
                                 struct life *life)
{
    transfer_date founded, closed;
    transfer_period period;
    transfer_reason reason;

    *life = (struct life){.record = record};
    switch (record->type) {
    case TRANSFER_TYPE_PARTNER:
        reason = check_life(check, record, &founded, &closed);
        if (reason == TRANSFER_REASON_NONE)
            add_ends(life, &founded, TRANSFER_PARTNER_FOUNDED, &closed, TRANSFER_PARTNER_CLOSED);
        break;
    case TRANSFER_TYPE_PROGRAMME:
        reason = check_ordered_period(check, record, TRANSFER_PROGRAMME_PERIOD, &period);
        if (reason == TRANSFER_REASON_NONE)
            add_ends(life, &period.start, TRANSFER_PROGRAMME_PERIOD, &period.end,
                     TRANSFER_PROGRAMME_PERIOD);
        break;
    default:
        reason = read_history(check, life);
        break;
    }
    return reason == TRANSFER_REASON_MISSING ? TRANSFER_REASON_UNDATED : reason;
}

static transfer_date date_at(const struct life *life, size_t index)
{
    transfer_date date;

    if (life->record->type != TRANSFER_TYPE_PLATFORM)
        return life->dates[index];
    (void)transfer_record_get_date(event_at(life, index), TRANSFER_PLATFORM_EVENT_DATE, &date);
    return date;
}

/* Whether all of the time lies certainly behind a code's validity. */
static int is_all_after(const struct life *life, const struct reference_row *row)
{
    transfer_date until = reference_until(row), date;

    if (life->open_start || until.year == 0)
        return 0;
    for (size_t i = 0; i < life->count; i++) {
        date = date_at(life, i);
        if (!date_is_certainly_before(&until, &date))
            return 0;
    }
    return 1;
}

/* Whether all of the time lies certainly before it. */
static int is_all_before(const struct life *life, const struct reference_row *row)
{
    transfer_date from = reference_from(row), date;

    if (life->open_end || from.year == 0)
        return 0;
    for (size_t i = 0; i < life->count; i++) {
        date = date_at(life, i);
        if (!date_is_certainly_before(&date, &from))
            return 0;
    }
    return 1;
}

static int is_outside(const struct life *life, const struct reference_row *row)
{
    return is_all_after(life, row) || is_all_before(life, row);
}

/* ---- other codes of the same place ---- */

/* The codes that came after, and those that came before. */
static size_t find_places(enum table table, const struct reference_row *row,
                          const struct reference_row *places[PLACES_MAX])
{
    const struct reference_table *rows = &reference_tables[table];
    const struct reference_row *later = row;
    size_t count = 0, looked_at = 0;

    places[count++] = row;
    while (looked_at < count) {
        const char *code = places[looked_at++]->code;

        for (size_t i = 0; i < rows->count && count < PLACES_MAX; i++)
            if (rows->rows[i].successor && strcmp(rows->rows[i].successor, code) == 0)
                places[count++] = &rows->rows[i];
    }
    while (later && later->successor && count < PLACES_MAX) {
        later = reference_find(table, later->successor, strlen(later->successor));
        if (later)
            places[count++] = later;
    }
    return count;
}

/* Lists the codes that the place had in the time.  Returns how many there are. */
static size_t list_codes(const struct life *life, enum table table,
                         const struct reference_row *row,
                         char text[PLACES_MAX * (REGION_CODE_MAX + 2)])
{
    const struct reference_row *places[PLACES_MAX];
    size_t count = find_places(table, row, places), listed = 0, used = 0;

    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(places[i]->code);

        if (is_outside(life, places[i]))
            continue;
        if (listed++ > 0) {
            memcpy(text + used, ", ", 2);
            used += 2;
        }
        memcpy(text + used, places[i]->code, length);
        used += length;
    }
    text[used] = '\0';
    return listed;
}

/* ---- the rule ---- */

static void relate_date(const struct check *check, struct finding *finding,
                        const struct life *life, size_t index)
{
    static const struct phrase date_is_here = {{"the date", "la date"}};

    if (life->record->type == TRANSFER_TYPE_PLATFORM)
        check_relate(check, finding, event_at(life, index), TRANSFER_PLATFORM_EVENT_DATE,
                     &date_is_here);
    else
        check_relate(check, finding, life->record, life->keys[index], &date_is_here);
}

static void report_region(struct check *check, const struct code_at *at, const struct life *life,
                          const struct reference_row *row)
{
    char from_text[TRANSFER_VALUE_SIZE], until_text[TRANSFER_VALUE_SIZE];
    char date_text[TRANSFER_VALUE_SIZE], codes[PLACES_MAX * (REGION_CODE_MAX + 2)];
    size_t index = is_all_after(life, row) ? 0 : life->count - 1;
    size_t count = list_codes(life, (enum table)at->field->table, row, codes);
    transfer_date from = reference_from(row), until = reference_until(row);
    transfer_date date = date_at(life, index);
    struct finding finding;

    check_finding(check, &finding, &rule_region_at_date, at->record, at->field->number, at->index);
    finding_add_string(&finding, "field", at->field->name);
    finding_add_string(&finding, "found", at->code);
    finding_add_date(&finding, "from", &from, from_text);
    finding_add_date(&finding, "until", &until, until_text);
    finding_add_date(&finding, "date", &date, date_text);
    if (count > 0)
        finding_add_string(&finding, "expected", codes);
    /* Of level 3 the table knows the region around it alone. */
    if (count == 1 && strcmp(at->code, row->code) == 0)
        finding_add_string(&finding, "suggestion", codes);
    relate_date(check, &finding, life, index);
    check_report(check, &finding, at->record, at->field->number, at->index, NULL);
}

static transfer_reason look_at_row(struct check *check, const struct code_at *at,
                                   const struct reference_row *row)
{
    transfer_reason reason;
    struct life life;

    reason = read_life(check, at->record, &life);
    if (reason == TRANSFER_REASON_NONE && is_outside(&life, row))
        report_region(check, at, &life, row);
    return reason;
}

static transfer_reason look_at_region(struct check *check, const struct code_at *at)
{
    struct region region;

    if (!region_read(at->code, &region))
        return TRANSFER_REASON_REPORTED;
    return region.row ? look_at_row(check, at, region.row) : TRANSFER_REASON_NO_TABLE;
}

static transfer_reason look_at_insee_region(struct check *check, const struct code_at *at)
{
    const struct reference_row *row =
        reference_find(TABLE_INSEE_REGION, at->code, strlen(at->code));

    return row ? look_at_row(check, at, row) : TRANSFER_REASON_REPORTED;
}

static transfer_reason check_region_at_date(struct check *check, const transfer_record *record)
{
    transfer_reason nuts = check_codes(check, record, TABLE_REGION, look_at_region);
    transfer_reason insee = check_codes(check, record, TABLE_INSEE_REGION, look_at_insee_region);

    return insee == TRANSFER_REASON_NONE || nuts == TRANSFER_REASON_MISSING ? insee : nuts;
}

/* field; found; (from), (until): when the code is valid; date: of the record, next to that;
 * (expected: the codes of the same place then); (suggestion: the only one) */
const struct transfer_rule rule_region_at_date = {
    .name = "region-at-date",
    .severity = TRANSFER_ERROR,
    .types = 1u << TRANSFER_TYPE_PARTNER | 1u << TRANSFER_TYPE_PROGRAMME |
             1u << TRANSFER_TYPE_PLATFORM,
    .since = "1.0",
    .source = "Reg. (EC) No 1059/2003, annex I; INSEE, code officiel géographique",
    .title = {{"A code of a region was not valid at the time",
               "Le code d'une région n'avait pas cours à l'époque"}},
    .explanation =
        {{"INSEE's codes of French regions changed with the regions on 2016-01-01 (Lorraine 41, "
          "Grand Est 44), those of NUTS on 2018-01-01 (Lorraine FR41, then FRF3). A code is right "
          "if it was valid on any day that the record may tell of: the life of a partner, from its "
          "foundation to its closing; that of a platform, from the first event of its history, and "
          "on unless the last one closed it; the period of a programme. Without any such date "
          "nothing is said, nor of the regions of other countries, of which there is no table. Of "
          "a code of level 3 the first four characters count. Write the code of that time, or "
          "correct the date.",
          "Les codes INSEE des régions françaises ont changé avec les régions le 2016-01-01 "
          "(Lorraine 41, Grand Est 44), ceux de la NUTS le 2018-01-01 (Lorraine FR41, puis FRF3). "
          "Un code est juste s'il avait cours un jour quelconque dont la fiche peut parler\u00a0: "
          "la vie d'un partenaire, de sa création à sa disparition\u00a0; celle d'une "
          "plate-forme, depuis la première étape de son historique, et au-delà sauf si la dernière "
          "l'a fermée\u00a0; la période d'un programme. Sans aucune date, rien n'est dit, ni des "
          "régions des autres pays, pour lesquelles il n'y a pas de table. D'un code de niveau 3 "
          "comptent les quatre premiers caractères. Écrivez le code de l'époque, ou corrigez la "
          "date."}},
    .message = {{"{field}: {found} is valid[ from {from}][ until {until}] only, and the date is "
                 "{date}[; the code is then {expected}]",
                 "{field}\u00a0: le code {found} n'a cours que[ depuis le {from}][ jusqu'au "
                 "{until}], or la date est {date}[\u00a0; le code est alors {expected}]"}},
    .check = check_region_at_date,
};
