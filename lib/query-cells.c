/* The table of one agreement: who pays whom how much, and when.
 *
 * SPDX-License-Identifier: MIT
 *
 * What funders pay are the rows, what beneficiaries receive the columns, and instalments or the
 * period say when.  What the file states, a part, an instalment, the amount, is taken at its word
 * and never changed, and the table is filled to the cent between these: the parts of each funder,
 * of each beneficiary and of each year always sum to what is stated.  Where one side states less
 * than another, the difference is paid or received by nobody known (a party without record).  In
 * each currency there is a table of its own.
 */
#include <stdlib.h>
#include <string.h>

#include "query.h"
#include "record-set.h"

static const size_t ANY = (size_t)-1;

enum { CELLS_PER_ITEM = 64, MONTHS = 12 };

/* A payment, due or made. */
struct instalment {
    transfer_record *funder, *beneficiary; /* NULL: not said */
    size_t row, column;                    /* where they are in the table, or ANY */
    transfer_amount due, paid;             /* currency "": not known */
    int32_t due_year, paid_year;           /* 0: undated */
};

/* A funder or a beneficiary, once. */
struct party {
    transfer_record *record;
    transfer_amount part;
    int64_t left;     /* of its part, not yet placed */
    int64_t reserved; /* of that, for instalments that name it and are not yet placed */
    int listed, unknown;
};

struct side {
    struct party *parties; /* in the order of the portfolio */
    size_t count;
    transfer_record *rest; /* who has what the others leave; NULL: nobody known */
    transfer_amount sum;
    int64_t *weights; /* for dividing among the parties */
    transfer_amount *parts;
};

/* What an agreement says. */
struct terms {
    transfer_answer *answer;
    transfer_record *agreement;
    transfer_amount whole; /* currency "": not known */
    struct claim *claims[2];
    size_t claim_count[2];
    struct instalment *instalments;
    size_t instalment_count;
    transfer_period period;
};

/* The table in one currency. */
struct table {
    const struct terms *terms;
    transfer_amount unit; /* nothing, in that currency */
    transfer_amount whole;
    transfer_amount scheduled; /* the sum of the instalments */
    struct side rows, columns;
    /* The years of what no instalment takes. */
    int32_t first_year;
    size_t year_count;
    int64_t *months, *year_left;
    transfer_amount *year_parts;
};

static int is_in(const transfer_amount *amount, const transfer_amount *unit)
{
    return memcmp(amount->currency, unit->currency, sizeof(unit->currency)) == 0;
}

/* ---- reading ---- */

/* The year of a date; 0 where that is open. */
static int32_t year_of(const transfer_date *date)
{
    return date->flags & (TRANSFER_DATE_BEFORE | TRANSFER_DATE_AFTER) ? 0 : date->year;
}

/* An amount; one without currency where it is not known.  Negative ones are mistakes, which
 * validation reports. */
static transfer_amount read_amount(const transfer_record *record, transfer_key key)
{
    transfer_amount amount;

    if (transfer_record_get_amount(record, key, &amount) != TRANSFER_OK || amount.minor < 0)
        memset(&amount, 0, sizeof(amount));
    return amount;
}

static transfer_record *read_partner(const transfer_record *record, transfer_key key)
{
    transfer_record *partner;

    return transfer_record_get_reference(record, key, &partner) == TRANSFER_OK ? partner : NULL;
}

static void read_instalment(const transfer_record *record, const transfer_date *as_of,
                            struct instalment *instalment)
{
    transfer_date due, paid;
    int has_paid = transfer_record_get_date(record, TRANSFER_INSTALMENT_PAID, &paid) == TRANSFER_OK;

    memset(instalment, 0, sizeof(*instalment));
    instalment->funder = read_partner(record, TRANSFER_INSTALMENT_FUNDER);
    instalment->beneficiary = read_partner(record, TRANSFER_INSTALMENT_BENEFICIARY);
    instalment->due = read_amount(record, TRANSFER_INSTALMENT_AMOUNT);
    instalment->paid = read_amount(record, TRANSFER_INSTALMENT_PAID_AMOUNT);
    if (has_paid && !transfer_record_has(record, TRANSFER_INSTALMENT_PAID_AMOUNT))
        instalment->paid = instalment->due;
    if (has_paid)
        instalment->paid_year = year_of(&paid);
    if (transfer_record_get_date(record, TRANSFER_INSTALMENT_DUE, &due) == TRANSFER_OK)
        instalment->due_year = year_of(&due);
    else
        instalment->due_year = instalment->paid_year;
    /* On that day it was still to be paid. */
    if (has_paid && as_of && transfer_date_is_before(as_of, &paid) == TRANSFER_CERTAINLY)
        memset(&instalment->paid, 0, sizeof(instalment->paid));
}

static transfer_status read_terms(struct terms *terms, const transfer_date *as_of)
{
    const transfer_record *agreement = terms->agreement;
    const transfer_amount *whole;
    transfer_status status;

    terms->whole = read_amount(agreement, TRANSFER_AGREEMENT_AMOUNT);
    whole = terms->whole.currency[0] ? &terms->whole : NULL;
    if (transfer_record_get_period(agreement, TRANSFER_AGREEMENT_PERIOD, &terms->period) !=
        TRANSFER_OK)
        memset(&terms->period, 0, sizeof(terms->period));
    status = claims_read(agreement, TRANSFER_AGREEMENT_FUNDERS, whole, &terms->claims[0],
                         &terms->claim_count[0]);
    if (status == TRANSFER_OK)
        status = claims_read(agreement, TRANSFER_AGREEMENT_BENEFICIARIES, whole, &terms->claims[1],
                             &terms->claim_count[1]);
    if (status != TRANSFER_OK)
        return status;
    if (transfer_record_count(agreement, TRANSFER_AGREEMENT_INSTALMENTS,
                              &terms->instalment_count) != TRANSFER_OK)
        terms->instalment_count = 0;
    terms->instalments = calloc(terms->instalment_count + 1, sizeof(*terms->instalments));
    if (!terms->instalments)
        return TRANSFER_NO_MEMORY;
    for (size_t i = 0; i < terms->instalment_count; i++) {
        transfer_record *nested;

        (void)transfer_record_record_at(agreement, TRANSFER_AGREEMENT_INSTALMENTS, i, &nested);
        read_instalment(nested, as_of, &terms->instalments[i]);
    }
    return TRANSFER_OK;
}

/* The last minus the first year of the period; -1 where it is not closed. */
static int32_t period_years(const transfer_period *period, transfer_date *first,
                            transfer_date *last)
{
    if (transfer_period_bounds(period, first, last) != TRANSFER_OK || first->year == 0 ||
        last->year == 0)
        return -1;
    if (last->year == first->year && last->month < first->month)
        return -1;
    return last->year < first->year ? -1 : last->year - first->year;
}

/* Forgets what the answer does not ask for, where the table would be out of proportion. */
static transfer_status fit_terms(struct terms *terms, struct cells_allowance *allowance)
{
    size_t items = terms->claim_count[0] + terms->claim_count[1] + terms->instalment_count + 1;
    uint64_t rows = terms->claim_count[0] + 1, columns = terms->claim_count[1] + 1;
    transfer_date first, last;
    uint64_t layers = terms->instalment_count + 1;

    if (terms->instalment_count == 0)
        layers += (uint64_t)(period_years(&terms->period, &first, &last) + 1);
    allowance->left += (uint64_t)items * CELLS_PER_ITEM;
    if (rows > allowance->left / columns / layers && !(terms->answer->by & TRANSFER_BY_FUNDER)) {
        rows = 1;
        for (size_t i = 0; i < terms->claim_count[0]; i++)
            terms->claims[0][i].record = NULL;
        for (size_t i = 0; i < terms->instalment_count; i++)
            terms->instalments[i].funder = NULL;
    }
    if (rows > allowance->left / columns / layers &&
        !(terms->answer->by & TRANSFER_BY_BENEFICIARY)) {
        columns = 1;
        for (size_t i = 0; i < terms->claim_count[1]; i++)
            terms->claims[1][i].record = NULL;
        for (size_t i = 0; i < terms->instalment_count; i++)
            terms->instalments[i].beneficiary = NULL;
    }
    if (rows > allowance->left / columns / layers && terms->instalment_count == 0 &&
        !(terms->answer->by & TRANSFER_BY_YEAR)) {
        layers = 1;
        memset(&terms->period, 0, sizeof(terms->period));
    }
    if (rows > allowance->left / columns / layers)
        return TRANSFER_LIMIT;
    allowance->left -= rows * columns * layers;
    return TRANSFER_OK;
}

/* ---- sides ---- */

static int compare_parties(const void *a, const void *b)
{
    return record_order(((const struct party *)a)->record, ((const struct party *)b)->record);
}

static struct party *side_find(const struct side *side, transfer_record *record)
{
    struct party key = {.record = record};

    return bsearch(&key, side->parties, side->count, sizeof(key), compare_parties);
}

/* Sorts the parties and makes one of those that are the same. */
static transfer_status side_merge(struct side *side)
{
    size_t kept = 0;

    qsort(side->parties, side->count, sizeof(*side->parties), compare_parties);
    for (size_t i = 1; i < side->count; i++) {
        struct party *party = &side->parties[kept], *next = &side->parties[i];
        transfer_status status;

        if (party->record != next->record) {
            side->parties[++kept] = *next;
            continue;
        }
        status = transfer_amount_add(&party->part, &next->part, &party->part);
        if (status != TRANSFER_OK)
            return status;
        party->listed |= next->listed;
        party->unknown |= next->unknown;
    }
    side->count = kept + 1;
    return TRANSFER_OK;
}

/* Finds where an instalment belongs, and keeps room for it. */
static transfer_status side_reserve(struct side *side, transfer_record *record, int64_t amount,
                                    size_t *index)
{
    struct party *party;

    *index = ANY;
    if (!record)
        return TRANSFER_OK;
    party = side_find(side, record);
    *index = (size_t)(party - side->parties);
    return __builtin_add_overflow(party->reserved, amount, &party->reserved) ? TRANSFER_OVERFLOW
                                                                             : TRANSFER_OK;
}

static transfer_status side_add_up(struct side *side, const transfer_amount *unit)
{
    transfer_status status = TRANSFER_OK;

    side->sum = *unit;
    for (size_t i = 0; i < side->count && status == TRANSFER_OK; i++) {
        struct party *party = &side->parties[i];

        if (party->part.minor < party->reserved)
            party->part.minor = party->reserved;
        party->left = party->part.minor;
        status = transfer_amount_add(&side->sum, &party->part, &side->sum);
    }
    return status;
}

static transfer_status side_init(struct side *side, const struct table *table, int which)
{
    const struct terms *terms = table->terms;
    size_t most = terms->claim_count[which] + terms->instalment_count + 1;
    int in_whole = is_in(&terms->whole, &table->unit);
    struct party rest = {.part = table->unit};

    side->parties = calloc(most, sizeof(*side->parties));
    side->weights = calloc(most, sizeof(*side->weights));
    side->parts = calloc(most, sizeof(*side->parts));
    if (!side->parties || !side->weights || !side->parts)
        return TRANSFER_NO_MEMORY;
    for (size_t i = 0; i < terms->claim_count[which]; i++) {
        const struct claim *claim = &terms->claims[which][i];
        struct party party = {.record = claim->record, .part = table->unit, .listed = 1};

        if (claim->state == CLAIM_KNOWN) {
            if (!is_in(&claim->part, &table->unit))
                continue;
            party.part = claim->part;
        } else if (claim->state == CLAIM_WHOLE) {
            side->rest = claim->record;
            rest.listed = in_whole;
            continue;
        } else {
            if (!in_whole)
                continue;
            party.unknown = 1;
        }
        side->parties[side->count++] = party;
    }
    for (size_t i = 0; i < terms->instalment_count; i++) {
        const struct instalment *instalment = &terms->instalments[i];
        transfer_record *named = which == 0 ? instalment->funder : instalment->beneficiary;

        if (named && is_in(&instalment->due, &table->unit))
            side->parties[side->count++] = (struct party){.record = named, .part = table->unit};
    }
    rest.record = side->rest;
    side->parties[side->count++] = rest;
    return side_merge(side);
}

/* Gives what a side does not account for to who has the rest. */
static transfer_status side_fill(struct side *side, const transfer_amount *whole)
{
    struct party *party = side_find(side, side->rest);
    transfer_amount missing;
    transfer_status status = transfer_amount_subtract(whole, &side->sum, &missing);

    if (status != TRANSFER_OK || missing.minor == 0)
        return status;
    status = transfer_amount_add(&party->part, &missing, &party->part);
    party->left += missing.minor;
    return status;
}

static void side_free(struct side *side)
{
    free(side->parties);
    free(side->weights);
    free(side->parts);
}

/* Divides an amount among the parties, or gives it to one, by what is free of their parts: where
 * all have enough together, none gets more than it has.  The parts are in side->parts. */
static transfer_status side_divide(struct side *side, const transfer_amount *amount, size_t index)
{
    if (index == ANY && side->count == 1)
        index = 0;
    if (index == ANY && amount->minor > 0) {
        for (size_t i = 0; i < side->count; i++)
            side->weights[i] = side->parties[i].left - side->parties[i].reserved;
        return transfer_amount_apportion(amount, side->weights, side->count, side->parts);
    }
    for (size_t i = 0; i < side->count; i++)
        side->parts[i].minor = 0;
    if (index != ANY)
        side->parts[index].minor = amount->minor;
    return TRANSFER_OK;
}

/* ---- cells ---- */

/* A row of the answer, grouped as it asks. */
static struct answer_row *add_row(const struct table *table, const struct party *funder,
                                  const struct party *beneficiary, int32_t year)
{
    const struct terms *terms = table->terms;
    struct answer_row *row = answer_append(terms->answer);

    if (!row)
        return NULL;
    if ((terms->answer->by & TRANSFER_BY_FUNDER) && funder)
        row->funder = funder->record;
    if ((terms->answer->by & TRANSFER_BY_BENEFICIARY) && beneficiary)
        row->beneficiary = beneficiary->record;
    if (terms->answer->by & TRANSFER_BY_AGREEMENT)
        row->record = terms->agreement;
    if (terms->answer->by & TRANSFER_BY_YEAR)
        row->year = year;
    row->committed = row->paid = table->unit;
    return row;
}

/* Lets what is said of another amount stand for this one too. */
static transfer_status qualify(transfer_amount *amount, const transfer_amount *other)
{
    transfer_amount nothing = *other;

    nothing.minor = 0;
    return transfer_amount_add(amount, &nothing, amount);
}

/* A cell of what is committed.  It is as vague as what it is grouped by, and no more: where only
 * the beneficiaries' parts are vague, a sum by funder is exact. */
static transfer_status add_cell(struct table *table, size_t i, size_t j, int32_t year,
                                int64_t minor, const transfer_amount *year_part)
{
    struct party *funder = &table->rows.parties[i], *beneficiary = &table->columns.parties[j];
    unsigned by = table->terms->answer->by;
    transfer_status status = TRANSFER_OK;
    struct answer_row *row;

    funder->left -= minor;
    beneficiary->left -= minor;
    row = add_row(table, funder, beneficiary, year);
    if (!row)
        return TRANSFER_NO_MEMORY;
    row->committed.minor = minor;
    row->flags = ROW_COMMITTED;
    if (by & TRANSFER_BY_FUNDER)
        status = qualify(&row->committed, &funder->part);
    if (status == TRANSFER_OK && (by & TRANSFER_BY_BENEFICIARY))
        status = qualify(&row->committed, &beneficiary->part);
    if (status == TRANSFER_OK && (by & TRANSFER_BY_YEAR))
        status = qualify(&row->committed, year_part);
    if (status == TRANSFER_OK &&
        !(by & (TRANSFER_BY_FUNDER | TRANSFER_BY_BENEFICIARY | TRANSFER_BY_YEAR)))
        status = qualify(&row->committed, &table->whole);
    return status;
}

/* Divides what was paid as what was due is divided in the answer's rows from `first` on. */
static transfer_status add_paid(struct table *table, const struct instalment *instalment,
                                size_t first)
{
    transfer_answer *answer = table->terms->answer;
    size_t count = answer->count - first;
    int64_t *weights = calloc(count, sizeof(*weights));
    transfer_amount *parts = calloc(count, sizeof(*parts));
    transfer_status status = TRANSFER_NO_MEMORY;

    if (weights && parts) {
        for (size_t i = 0; i < count; i++)
            weights[i] = answer->rows[first + i].committed.minor;
        status = transfer_amount_apportion(&instalment->paid, weights, count, parts);
    }
    for (size_t i = 0; i < count && status == TRANSFER_OK; i++) {
        struct answer_row *row = answer_append(answer);

        if (!row) {
            status = TRANSFER_NO_MEMORY;
            break;
        }
        *row = answer->rows[first + i];
        row->committed = table->unit;
        row->paid = parts[i];
        row->year = answer->by & TRANSFER_BY_YEAR ? instalment->paid_year : 0;
        row->flags = ROW_PAID;
    }
    free(weights);
    free(parts);
    return status;
}

/* What was paid where nothing is known to have been due. */
static transfer_status add_paid_alone(struct table *table, const struct instalment *instalment)
{
    struct party funder = {.record = instalment->funder};
    struct party beneficiary = {.record = instalment->beneficiary};
    const struct terms *terms = table->terms;
    struct answer_row *row;

    if (!funder.record && terms->claim_count[0] == 1)
        funder.record = terms->claims[0][0].record;
    if (!beneficiary.record && terms->claim_count[1] == 1)
        beneficiary.record = terms->claims[1][0].record;
    row = add_row(table, &funder, &beneficiary, instalment->paid_year);

    if (!row)
        return TRANSFER_NO_MEMORY;
    row->paid = instalment->paid;
    row->flags = ROW_PAID;
    return TRANSFER_OK;
}

static transfer_status add_instalment(struct table *table, const struct instalment *instalment)
{
    struct side *rows = &table->rows, *columns = &table->columns;
    size_t first = table->terms->answer->count;
    transfer_status status;

    if (instalment->row != ANY)
        rows->parties[instalment->row].reserved -= instalment->due.minor;
    if (instalment->column != ANY)
        columns->parties[instalment->column].reserved -= instalment->due.minor;
    status = side_divide(rows, &instalment->due, instalment->row);
    for (size_t i = 0; i < rows->count && status == TRANSFER_OK; i++) {
        if (rows->parts[i].minor == 0)
            continue;
        status = side_divide(columns, &rows->parts[i], instalment->column);
        for (size_t j = 0; j < columns->count && status == TRANSFER_OK; j++)
            if (columns->parts[j].minor > 0)
                status = add_cell(table, i, j, instalment->due_year, columns->parts[j].minor,
                                  &instalment->due);
    }
    if (status == TRANSFER_OK && instalment->due.minor > 0 &&
        is_in(&instalment->paid, &table->unit))
        status = add_paid(table, instalment, first);
    return status;
}

/* Instalments that name their parties are placed before those that do not, which take what these
 * leave. */
static transfer_status add_instalments(struct table *table)
{
    const struct terms *terms = table->terms;
    transfer_status status = TRANSFER_OK;

    for (int named = 3; named >= 0; named--) {
        for (size_t i = 0; i < terms->instalment_count && status == TRANSFER_OK; i++) {
            const struct instalment *instalment = &terms->instalments[i];

            if (is_in(&instalment->due, &table->unit) &&
                (instalment->row != ANY) * 2 + (instalment->column != ANY) == named)
                status = add_instalment(table, instalment);
        }
    }
    for (size_t i = 0; i < terms->instalment_count && status == TRANSFER_OK; i++) {
        const struct instalment *instalment = &terms->instalments[i];

        if (is_in(&instalment->paid, &table->unit) &&
            (!is_in(&instalment->due, &table->unit) || instalment->due.minor == 0))
            status = add_paid_alone(table, instalment);
    }
    return status;
}

/* Divides the whole among the years by the months of the period, unless instalments say when. */
static transfer_status init_years(struct table *table)
{
    const struct terms *terms = table->terms;
    transfer_date first = {0}, last = {0};
    int32_t years = table->scheduled.minor > 0 ? -1 : period_years(&terms->period, &first, &last);
    transfer_status status;

    table->first_year = years < 0 ? 0 : first.year;
    table->year_count = years < 0 ? 1 : (size_t)years + 1;
    table->months = calloc(table->year_count, sizeof(*table->months));
    table->year_left = calloc(table->year_count, sizeof(*table->year_left));
    table->year_parts = calloc(table->year_count, sizeof(*table->year_parts));
    if (!table->months || !table->year_left || !table->year_parts)
        return TRANSFER_NO_MEMORY;
    for (size_t i = 0; i < table->year_count; i++)
        table->months[i] = MONTHS;
    if (years >= 0) {
        table->months[0] -= first.month - 1;
        table->months[years] -= MONTHS - last.month;
    }
    status = transfer_amount_apportion(&table->whole, table->months, table->year_count,
                                       table->year_parts);
    for (size_t i = 0; i < table->year_count && status == TRANSFER_OK; i++)
        table->year_left[i] = table->year_parts[i].minor;
    return status;
}

/* Divides a cell among the years by what is left of them. */
static transfer_status add_years(struct table *table, size_t i, size_t j, int64_t minor,
                                 const transfer_amount *rest)
{
    transfer_amount cell = table->unit;
    transfer_status status;

    if (table->year_count == 1)
        return add_cell(table, i, j, table->first_year, minor, rest);
    cell.minor = minor;
    status =
        transfer_amount_apportion(&cell, table->year_left, table->year_count, table->year_parts);
    for (size_t k = 0; k < table->year_count && status == TRANSFER_OK; k++) {
        if (table->year_parts[k].minor == 0)
            continue;
        table->year_left[k] -= table->year_parts[k].minor;
        status =
            add_cell(table, i, j, table->first_year + (int32_t)k, table->year_parts[k].minor, rest);
    }
    return status;
}

/* What instalments leave of the whole. */
static transfer_status add_rest(struct table *table)
{
    struct side *rows = &table->rows, *columns = &table->columns;
    transfer_amount rest;
    transfer_status status = transfer_amount_subtract(&table->whole, &table->scheduled, &rest);

    for (size_t i = 0; i < rows->count && status == TRANSFER_OK; i++) {
        transfer_amount left = table->unit;

        left.minor = rows->parties[i].left;
        if (left.minor == 0)
            continue;
        status = side_divide(columns, &left, ANY);
        for (size_t j = 0; j < columns->count && status == TRANSFER_OK; j++)
            if (columns->parts[j].minor > 0)
                status = add_years(table, i, j, columns->parts[j].minor, &rest);
    }
    return status;
}

/* Says of parties that they are there, although nothing is committed, or it is not known how
 * much. */
static transfer_status add_marks(struct table *table)
{
    const unsigned by = table->terms->answer->by;

    for (int which = 0; which < 2; which++) {
        const struct side *side = which == 0 ? &table->rows : &table->columns;

        if (!(by & (which == 0 ? TRANSFER_BY_FUNDER : TRANSFER_BY_BENEFICIARY)))
            continue;
        for (size_t i = 0; i < side->count; i++) {
            const struct party *party = &side->parties[i];
            struct answer_row *row;

            if (!party->unknown && (!party->listed || party->part.minor > 0))
                continue;
            row = add_row(table, which == 0 ? party : NULL, which == 0 ? NULL : party, 0);
            if (!row)
                return TRANSFER_NO_MEMORY;
            row->flags = party->unknown ? ROW_COMMITTED_MORE : ROW_COMMITTED;
        }
    }
    if (table->whole.minor == 0 && is_in(&table->terms->whole, &table->unit) &&
        !(by & (TRANSFER_BY_FUNDER | TRANSFER_BY_BENEFICIARY))) {
        struct answer_row *row = add_row(table, NULL, NULL, 0);

        if (!row)
            return TRANSFER_NO_MEMORY;
        row->committed.qualifier = table->whole.qualifier;
        row->flags = ROW_COMMITTED;
    }
    return TRANSFER_OK;
}

/* ---- tables ---- */

/* Raises the whole to what a side, or the instalments, add up to. */
static void raise_whole(struct table *table, const transfer_amount *sum)
{
    if (table->whole.minor < sum->minor)
        table->whole = *sum;
}

static transfer_status init_table(struct table *table)
{
    const struct terms *terms = table->terms;
    transfer_status status = side_init(&table->rows, table, 0);

    if (status == TRANSFER_OK)
        status = side_init(&table->columns, table, 1);
    for (size_t i = 0; i < terms->instalment_count && status == TRANSFER_OK; i++) {
        struct instalment *instalment = &terms->instalments[i];

        if (!is_in(&instalment->due, &table->unit))
            continue;
        status = transfer_amount_add(&table->scheduled, &instalment->due, &table->scheduled);
        if (status == TRANSFER_OK)
            status = side_reserve(&table->rows, instalment->funder, instalment->due.minor,
                                  &instalment->row);
        if (status == TRANSFER_OK)
            status = side_reserve(&table->columns, instalment->beneficiary, instalment->due.minor,
                                  &instalment->column);
    }
    if (status == TRANSFER_OK)
        status = side_add_up(&table->rows, &table->unit);
    if (status == TRANSFER_OK)
        status = side_add_up(&table->columns, &table->unit);
    if (status != TRANSFER_OK)
        return status;
    if (is_in(&terms->whole, &table->unit))
        table->whole = terms->whole;
    raise_whole(table, &table->rows.sum);
    raise_whole(table, &table->columns.sum);
    raise_whole(table, &table->scheduled);
    status = side_fill(&table->rows, &table->whole);
    if (status == TRANSFER_OK)
        status = side_fill(&table->columns, &table->whole);
    return status == TRANSFER_OK ? init_years(table) : status;
}

static transfer_status add_table(const struct terms *terms, const transfer_amount *unit)
{
    struct table table = {.terms = terms, .unit = *unit, .whole = *unit, .scheduled = *unit};
    transfer_status status = init_table(&table);

    if (status == TRANSFER_OK)
        status = add_instalments(&table);
    if (status == TRANSFER_OK)
        status = add_rest(&table);
    if (status == TRANSFER_OK)
        status = add_marks(&table);
    side_free(&table.rows);
    side_free(&table.columns);
    free(table.months);
    free(table.year_left);
    free(table.year_parts);
    return status;
}

/* The currencies of an agreement: nothing, in each. */
struct units {
    transfer_amount *items;
    size_t count, capacity;
};

static transfer_status add_unit(struct units *units, const transfer_amount *amount)
{
    if (!amount->currency[0])
        return TRANSFER_OK;
    for (size_t i = 0; i < units->count; i++)
        if (is_in(amount, &units->items[i]))
            return TRANSFER_OK;
    if (units->count == units->capacity) {
        size_t capacity = units->capacity * 2 + 1;
        transfer_amount *items = realloc(units->items, capacity * sizeof(*items));

        if (!items)
            return TRANSFER_NO_MEMORY;
        units->items = items;
        units->capacity = capacity;
    }
    units->items[units->count] = *amount;
    units->items[units->count].minor = 0;
    units->items[units->count++].qualifier = TRANSFER_EXACTLY;
    return TRANSFER_OK;
}

static transfer_status find_units(const struct terms *terms, struct units *units)
{
    transfer_status status = add_unit(units, &terms->whole);

    for (int which = 0; which < 2; which++)
        for (size_t i = 0; i < terms->claim_count[which] && status == TRANSFER_OK; i++)
            if (terms->claims[which][i].state == CLAIM_KNOWN)
                status = add_unit(units, &terms->claims[which][i].part);
    for (size_t i = 0; i < terms->instalment_count && status == TRANSFER_OK; i++) {
        status = add_unit(units, &terms->instalments[i].due);
        if (status == TRANSFER_OK)
            status = add_unit(units, &terms->instalments[i].paid);
    }
    return status;
}

transfer_status cells_add(transfer_answer *answer, transfer_record *agreement,
                          const transfer_date *as_of, struct cells_allowance *allowance)
{
    struct terms terms = {.answer = answer, .agreement = agreement};
    struct units units = {0};
    transfer_status status = read_terms(&terms, as_of);

    if (status == TRANSFER_OK)
        status = fit_terms(&terms, allowance);
    if (status == TRANSFER_OK)
        status = find_units(&terms, &units);
    for (size_t i = 0; i < units.count && status == TRANSFER_OK; i++)
        status = add_table(&terms, &units.items[i]);
    free(units.items);
    free(terms.instalments);
    free(terms.claims[0]);
    free(terms.claims[1]);
    return status;
}
