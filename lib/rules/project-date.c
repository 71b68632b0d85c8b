/* Rules of the dates of a project.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes; those in brackets may be missing.
 */
#include "check-date.h"
#include "date.h"

static const struct phrase project_is_here = {{"the period of the project",
                                               "la période du projet"}};

/* ---- project-outside-programme ---- */

static void report_programme(struct check *check, const transfer_record *project, size_t index,
                             const transfer_period *period, const transfer_record *programme,
                             const transfer_period *whole)
{
    static const struct phrase programme_is_here = {{"the period of the programme",
                                                     "la période du programme"}};
    unsigned number = key_number(TRANSFER_PROJECT_PROGRAMMES);
    char start[TRANSFER_VALUE_SIZE], text[TRANSFER_VALUE_SIZE];
    struct finding finding;

    check_finding(check, &finding, &rule_project_outside_programme, project, number, index);
    finding_add_string(&finding, "found", transfer_record_id(programme));
    finding_add_date(&finding, "start", &period->start, start);
    finding_add_period(&finding, "period", whole, text);
    check_relate(check, &finding, project, TRANSFER_PROJECT_PERIOD, &project_is_here);
    check_relate(check, &finding, programme, TRANSFER_PROGRAMME_PERIOD, &programme_is_here);
    check_report(check, &finding, project, number, index, NULL);
}

static transfer_reason check_project_outside_programme(struct check *check,
                                                       const transfer_record *record)
{
    transfer_period period, whole;
    transfer_record *programme;
    transfer_reason reason = check_ordered_period(check, record, TRANSFER_PROJECT_PERIOD, &period);
    transfer_reason found = TRANSFER_REASON_MISSING, known;
    size_t count = 0;

    if (reason != TRANSFER_REASON_NONE)
        return reason;
    (void)transfer_record_count(record, TRANSFER_PROJECT_PROGRAMMES, &count);
    for (size_t i = 0; i < count; i++) {
        if (transfer_record_reference_at(record, TRANSFER_PROJECT_PROGRAMMES, i, &programme) !=
            TRANSFER_OK)
            continue;
        known = check_ordered_period(check, programme, TRANSFER_PROGRAMME_PERIOD, &whole);
        if (known == TRANSFER_REASON_NONE &&
            transfer_period_contains(&whole, &period.start) == TRANSFER_CERTAINLY_NOT)
            report_programme(check, record, i, &period, programme, &whole);
        if (found != TRANSFER_REASON_NONE)
            found = known;
    }
    return found;
}

/* found: the id of the programme; start: of the project; period: of the programme */
const struct transfer_rule rule_project_outside_programme = {
    .name = "project-outside-programme",
    .severity = TRANSFER_NOTE,
    .type = TRANSFER_TYPE_PROJECT,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A project begins outside of the period of its programme",
               "Un projet commence hors de la période de son programme"}},
    .explanation =
        {{"A project mostly begins while the programme that it belongs to is running. Only its "
          "start is looked at: projects often end after the programme. If the project is older "
          "than the programme and was taken over, the note can stand.",
          "Un projet commence le plus souvent pendant le programme dont il relève. Seul le début "
          "est examiné\u00a0: un projet s'achève souvent après le programme. Si le projet est plus "
          "ancien que le programme et y a été repris, la remarque peut subsister."}},
    .message = {{"the project begins {start}, outside of the period of {found} ({period})",
                 "le début du projet ({start}) est hors de la période de {found} ({period})"}},
    .check = check_project_outside_programme,
};

/* ---- participation-outside-project ---- */

static transfer_reason check_participation_outside_project(struct check *check,
                                                           const transfer_record *record)
{
    const transfer_record *project = transfer_record_parent(record);
    char found[TRANSFER_VALUE_SIZE], text[TRANSFER_VALUE_SIZE];
    transfer_period own, whole;
    struct finding finding;
    transfer_reason reason =
        check_ordered_period(check, record, TRANSFER_PARTICIPATION_PERIOD, &own);

    if (reason == TRANSFER_REASON_NONE)
        reason = check_ordered_period(check, project, TRANSFER_PROJECT_PERIOD, &whole);
    if (reason != TRANSFER_REASON_NONE ||
        (!date_is_certainly_before(&own.start, &whole.start) &&
         !date_is_certainly_before(&whole.end, &own.end)))
        return reason;
    check_begin(check, &finding, &rule_participation_outside_project, record,
                TRANSFER_PARTICIPATION_PERIOD);
    finding_add_period(&finding, "found", &own, found);
    finding_add_period(&finding, "period", &whole, text);
    check_relate(check, &finding, project, TRANSFER_PROJECT_PERIOD, &project_is_here);
    check_end(check, &finding, record, TRANSFER_PARTICIPATION_PERIOD);
    return TRANSFER_REASON_NONE;
}

/* found: the period of the participation; period: of the project */
const struct transfer_rule rule_participation_outside_project = {
    .name = "participation-outside-project",
    .severity = TRANSFER_ERROR,
    .type = TRANSFER_TYPE_PARTICIPATION,
    .since = "1.0",
    .source = "transfer-schema(5)",
    .title = {{"A participation begins before its project, or ends after it",
               "Une participation commence avant son projet, ou finit après lui"}},
    .explanation =
        {{"A participation has a period of its own where a partner joins a project later or leaves "
          "it earlier than the others. It lies in the period of the project. If the project was "
          "prolonged, correct its period; work before or after the project is no part of it.",
          "Une participation a sa propre période lorsqu'un partenaire rejoint le projet plus tard "
          "ou le quitte plus tôt que les autres. Elle est comprise dans la période du projet. Si "
          "le projet a été prolongé, corrigez sa période\u00a0; ce qui est fait avant ou après le "
          "projet n'en fait pas partie."}},
    .message = {{"{found} is not within the period of the project ({period})",
                 "{found} n'est pas compris dans la période du projet ({period})"}},
    .check = check_participation_outside_project,
};

/* ---- milestone-outside-project ---- */

static transfer_reason check_milestone_outside_project(struct check *check,
                                                       const transfer_record *record)
{
    const transfer_record *project = transfer_record_parent(record);
    char found[TRANSFER_VALUE_SIZE], text[TRANSFER_VALUE_SIZE];
    transfer_key key = TRANSFER_MILESTONE_DUE;
    transfer_period whole;
    transfer_date date;
    struct finding finding;
    transfer_reason reason = check_date(check, record, key, &date);

    if (reason == TRANSFER_REASON_MISSING) {
        key = TRANSFER_MILESTONE_ACHIEVED;
        reason = check_date(check, record, key, &date);
    }
    if (reason == TRANSFER_REASON_NONE)
        reason = check_ordered_period(check, project, TRANSFER_PROJECT_PERIOD, &whole);
    if (reason != TRANSFER_REASON_NONE ||
        transfer_period_contains(&whole, &date) != TRANSFER_CERTAINLY_NOT)
        return reason;
    check_begin(check, &finding, &rule_milestone_outside_project, record, key);
    finding_add_string(&finding, "field", field_keyed(key)->name);
    finding_add_date(&finding, "found", &date, found);
    finding_add_period(&finding, "period", &whole, text);
    check_relate(check, &finding, project, TRANSFER_PROJECT_PERIOD, &project_is_here);
    check_end(check, &finding, record, key);
    return TRANSFER_REASON_NONE;
}

/* field; found: the date; period: of the project */
const struct transfer_rule rule_milestone_outside_project = {
    .name = "milestone-outside-project",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_MILESTONE,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A milestone lies outside of its project", "Un jalon est hors de son projet"}},
    .explanation =
        {{"A milestone is mostly due while its project runs; what was achieved late is not looked "
          "at where the due date is given. The year may be a slip, or the period of the project "
          "was not updated when it was prolonged.",
          "L'échéance d'un jalon se situe le plus souvent pendant le projet\u00a0; une réalisation "
          "tardive n'est pas examinée lorsque l'échéance est indiquée. L'année est peut-être une "
          "faute de frappe, ou la période du projet n'a pas été mise à jour lors d'une "
          "prolongation."}},
    .message = {{"{field}: {found} lies outside of the period of the project ({period})",
                 "{field}\u00a0: {found} est hors de la période du projet ({period})"}},
    .check = check_milestone_outside_project,
    .missing = KEYS(TRANSFER_MILESTONE_DUE),
};

/* ---- status-against-dates ---- */

/* What a period says against a status on a day: the name of the message's part, and the date. */
struct contradiction {
    const char *part; /* NULL: nothing */
    const transfer_date *date;
};

static struct contradiction contradict(int status, const transfer_period *period,
                                       const transfer_date *day)
{
    int has_ended = date_is_certainly_before(&period->end, day);
    int is_to_begin = date_is_certainly_before(day, &period->start);

    switch (status) {
    case TRANSFER_PROJECT_STATUS_PROPOSED:
    case TRANSFER_PROJECT_STATUS_CONTRACTED:
        if (date_is_certainly_before(&period->start, day))
            return (struct contradiction){"begun", &period->start};
        break;
    case TRANSFER_PROJECT_STATUS_ACTIVE:
        if (is_to_begin)
            return (struct contradiction){"not_begun", &period->start};
        if (has_ended)
            return (struct contradiction){"ended", &period->end};
        break;
    case TRANSFER_PROJECT_STATUS_COMPLETED:
        if (date_is_certainly_before(day, &period->end))
            return (struct contradiction){"not_ended", &period->end};
        break;
    default:
        break;
    }
    return (struct contradiction){NULL, NULL};
}

static void report_status(struct check *check, const transfer_record *record, int status,
                          const struct contradiction *contradiction)
{
    const struct field *field = field_keyed(TRANSFER_PROJECT_STATUS);
    char date[TRANSFER_VALUE_SIZE], day[TRANSFER_VALUE_SIZE];
    struct finding finding;

    check_begin(check, &finding, &rule_status_against_dates, record, TRANSFER_PROJECT_STATUS);
    finding_add_string(&finding, "found", choice_numbered(field, status)->name);
    finding_add_date(&finding, "day", check->as_of, day);
    finding_add_date(&finding, contradiction->part, contradiction->date, date);
    check_relate(check, &finding, record, TRANSFER_PROJECT_PERIOD, &project_is_here);
    check_end(check, &finding, record, TRANSFER_PROJECT_STATUS);
}

static transfer_reason check_status_against_dates(struct check *check,
                                                  const transfer_record *record)
{
    struct contradiction contradiction;
    transfer_period period;
    transfer_reason reason;
    transfer_status is_given;
    int status;

    if (!check->as_of)
        return TRANSFER_REASON_NO_DAY;
    is_given = transfer_record_get_choice(record, TRANSFER_PROJECT_STATUS, &status);
    if (is_given != TRANSFER_OK)
        return is_given == TRANSFER_UNSET ? TRANSFER_REASON_MISSING : TRANSFER_REASON_REPORTED;
    /* A project can be suspended or cancelled before it begins and after it should have ended. */
    if (status == TRANSFER_PROJECT_STATUS_SUSPENDED || status == TRANSFER_PROJECT_STATUS_CANCELLED)
        return TRANSFER_REASON_OTHER_CASE;
    reason = check_ordered_period(check, record, TRANSFER_PROJECT_PERIOD, &period);
    if (reason != TRANSFER_REASON_NONE)
        return reason;
    contradiction = contradict(status, &period, check->as_of);
    if (contradiction.part)
        report_status(check, record, status, &contradiction);
    return TRANSFER_REASON_NONE;
}

/* found: the status; day: to check for; and one of (begun), (not_begun), (ended), (not_ended): the
 * date of the period that says so */
const struct transfer_rule rule_status_against_dates = {
    .name = "status-against-dates",
    .severity = TRANSFER_WARNING,
    .type = TRANSFER_TYPE_PROJECT,
    .needs_day = 1,
    .since = "1.0",
    .source = "transfer-schema(5)",
    .title = {{"The status of a project contradicts its period",
               "Le statut d'un projet contredit sa période"}},
    .explanation =
        {{"On the day to check for, a project that is proposed or contracted has not begun, one "
          "that is active has begun and not ended, one that is completed has ended; its first and "
          "last day included. Mostly the file lags behind: update the status, or the period where "
          "the project begins later, was prolonged or ended early. Projects that are suspended or "
          "cancelled are not looked at.",
          "À la date de contrôle, un projet proposé ou contractualisé n'a pas commencé, un projet "
          "en cours a commencé et n'est pas fini, un projet achevé est fini\u00a0; premier et "
          "dernier jours compris. Le plus souvent, le fichier a pris du retard\u00a0: mettez à "
          "jour le statut, ou la période si le projet commence plus tard, a été prolongé ou s'est "
          "achevé plus tôt. Les projets suspendus ou annulés ne sont pas examinés."}},
    .message = {{"{found} on {day}[, though the project began {begun}][, though the project begins "
                 "{not_begun}][, though the project ended {ended}][, though the project ends "
                 "{not_ended}]",
                 "{found} à la date de contrôle ({day})[, alors que le projet a déjà commencé "
                 "({begun})][, alors que le projet ne commence que plus tard ({not_begun})][, "
                 "alors que le projet est déjà fini ({ended})][, alors que le projet ne finit que "
                 "plus tard ({not_ended})]"}},
    .check = check_status_against_dates,
};
