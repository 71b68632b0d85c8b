/* Rules of ends that come before their start.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes.
 */
#include "check-date.h"
#include "date.h"

/* By type, what begins and ends: a period (start 0), or two dates. */
static const struct {
    transfer_key start, end;
} spans[] = {
    {0, TRANSFER_PROGRAMME_PERIOD},
    {0, TRANSFER_AGREEMENT_PERIOD},
    {0, TRANSFER_PROJECT_PERIOD},
    {0, TRANSFER_INDICATOR_PERIOD},
    {0, TRANSFER_PARTICIPATION_PERIOD},
    {TRANSFER_PARTNER_FOUNDED, TRANSFER_PARTNER_CLOSED},
    {TRANSFER_RESULT_FILED, TRANSFER_RESULT_EXPIRES},
};

enum {
    SPANS = sizeof spans / sizeof spans[0],
    SPAN_TYPES = 1 << TRANSFER_TYPE_PROGRAMME | 1 << TRANSFER_TYPE_AGREEMENT |
                 1 << TRANSFER_TYPE_PROJECT | 1 << TRANSFER_TYPE_INDICATOR |
                 1 << TRANSFER_TYPE_PARTICIPATION | 1 << TRANSFER_TYPE_PARTNER |
                 1 << TRANSFER_TYPE_RESULT,
};

static const struct phrase start_is_here = {{"the start is here", "le début est ici"}};

static transfer_reason read_span(const struct check *check, const transfer_record *record,
                                 size_t span, transfer_date *start, transfer_date *end)
{
    transfer_period period = {.start = {0}, .end = {0}};
    transfer_reason reason;

    if (spans[span].start == 0) {
        reason = check_period(check, record, spans[span].end, &period);
        *start = period.start;
        *end = period.end;
        return reason;
    }
    reason = check_date(check, record, spans[span].start, start);
    return reason ? reason : check_date(check, record, spans[span].end, end);
}

static void report_span(struct check *check, const struct transfer_rule *rule,
                        const transfer_record *record, size_t span, const transfer_date *start,
                        const transfer_date *end)
{
    char start_text[TRANSFER_VALUE_SIZE], end_text[TRANSFER_VALUE_SIZE];
    char found[TRANSFER_VALUE_SIZE];
    transfer_period period = {.start = *start, .end = *end};
    transfer_key key = spans[span].end;
    struct finding finding;

    check_begin(check, &finding, rule, record, key);
    finding_add_string(&finding, "field", field_keyed(key)->name);
    finding_add_date(&finding, "start", start, start_text);
    finding_add_date(&finding, "end", end, end_text);
    if (spans[span].start) {
        finding_add_date(&finding, "found", end, found);
        check_relate(check, &finding, record, spans[span].start, &start_is_here);
    } else {
        finding_add_period(&finding, "found", &period, found);
    }
    check_end(check, &finding, record, key);
}

/* Reports what is reversed with the certainty that the rule is about. */
static transfer_reason check_order(struct check *check, const struct transfer_rule *rule,
                                   transfer_certainty certainty, const transfer_record *record)
{
    transfer_reason reason = TRANSFER_REASON_MISSING;
    transfer_date start, end;

    for (size_t i = 0; i < SPANS; i++) {
        if (key_type(spans[i].end) != record->type)
            continue;
        reason = read_span(check, record, i, &start, &end);
        if (reason == TRANSFER_REASON_NONE && dates_are_reversed(&start, &end) == certainty)
            report_span(check, rule, record, i, &start, &end);
    }
    return reason;
}

static transfer_reason check_period_order(struct check *check, const transfer_record *record)
{
    return check_order(check, &rule_period_order, TRANSFER_CERTAINLY, record);
}

static transfer_reason check_period_order_possible(struct check *check,
                                                   const transfer_record *record)
{
    return check_order(check, &rule_period_order_possible, TRANSFER_POSSIBLY, record);
}

/* field; found: the period, or the end alone; start; end */
const struct transfer_rule rule_period_order = {
    .name = "period-order",
    .severity = TRANSFER_ERROR,
    .types = SPAN_TYPES,
    .since = "1.0",
    .source = "ISO 8601-1",
    .title = {{"An end lies before its start", "Une fin précède son début"}},
    .explanation =
        {{"A period begins and then ends, both days included; a partner is founded before it "
          "closes, a result filed before it expires. Here the last day that the end can mean lies "
          "before the first that the start can mean: 2016/2014. Exchange the two, or correct the "
          "one that is wrong. What begins and ends in the same year may be written 2014/2014, or "
          "2014. Other rules do not look at a period that is reversed.",
          "Une période commence, puis finit, les deux jours inclus\u00a0; un partenaire est créé "
          "avant de disparaître, un résultat déposé avant d'expirer. Ici, le dernier jour que la "
          "fin peut désigner précède le premier que le début peut désigner\u00a0: 2016/2014. "
          "Échangez les deux, ou corrigez celui qui est faux. Ce qui commence et finit la même "
          "année peut s'écrire 2014/2014, ou 2014. Les autres règles ne tiennent pas compte d'une "
          "période inversée."}},
    .message = {{"{field}: the end {end} lies before the start {start}",
                 "{field}\u00a0: la fin ({end}) précède le début ({start})"}},
    .check = check_period_order,
};

/* field; found: the period, or the end alone; start; end */
const struct transfer_rule rule_period_order_possible = {
    .name = "period-order-possible",
    .severity = TRANSFER_WARNING,
    .types = SPAN_TYPES,
    .since = "1.0",
    .source = "ISO 8601-1; ISO 8601-2 (EDTF)",
    .title = {{"An end may lie before its start", "Une fin précède peut-être son début"}},
    .explanation =
        {{"The end lies before the start as written, and one of them is doubtful (? or ~); or one "
          "is a month and the other the year that it lies in: 2014-06/2014 may end in March. Write "
          "both as exactly as they are known: 2014-06/2014-12. Equal ends are not reported: "
          "2014/2014 is the year.",
          "Telle qu'elle est écrite, la fin précède le début, et l'un des deux est douteux (? ou "
          "~)\u00a0; ou bien l'un est un mois et l'autre l'année de ce mois\u00a0: 2014-06/2014 "
          "peut finir en mars. Écrivez les deux aussi précisément que vous les connaissez\u00a0: "
          "2014-06/2014-12. Des extrémités égales ne sont pas signalées\u00a0: 2014/2014 désigne "
          "l'année."}},
    .message = {{"{field}: the end {end} may lie before the start {start}",
                 "{field}\u00a0: la fin ({end}) précède peut-être le début ({start})"}},
    .check = check_period_order_possible,
};
