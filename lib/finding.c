/* Findings: diagnostics in the making.
 *
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "report.h"

void finding_lower(struct finding *finding, transfer_severity highest)
{
    if (finding->severity > highest)
        finding->severity = highest;
}

static struct part *finding_part(struct finding *finding, const char *name)
{
    struct part *part;

    if (finding->part_count == FINDING_PARTS)
        return NULL;
    part = &finding->parts[finding->part_count++];
    memset(part, 0, sizeof(*part));
    part->name = name;
    return part;
}

void finding_add_text(struct finding *finding, const char *name, const char *text, size_t length)
{
    struct part *part = text ? finding_part(finding, name) : NULL;

    if (part) {
        part->text = text;
        part->length = length;
    }
}

void finding_add_string(struct finding *finding, const char *name, const char *text)
{
    finding_add_text(finding, name, text, text ? strlen(text) : 0);
}

void finding_add_phrase(struct finding *finding, const char *name, const struct phrase *phrase)
{
    struct part *part = phrase ? finding_part(finding, name) : NULL;

    if (part)
        part->phrase = phrase;
}

void finding_add_number(struct finding *finding, const char *name, uint64_t number, char buffer[24])
{
    char *digit = buffer + 23;

    *digit = '\0';
    do {
        *--digit = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    finding_add_string(finding, name, digit);
}

void finding_add_amount(struct finding *finding, const char *name, const transfer_amount *amount,
                        char buffer[TRANSFER_VALUE_SIZE])
{
    if (transfer_amount_format(amount, buffer, TRANSFER_VALUE_SIZE) == TRANSFER_OK)
        finding_add_string(finding, name, buffer);
}

void finding_add_quantity(struct finding *finding, const char *name,
                          const transfer_quantity *quantity, char buffer[TRANSFER_VALUE_SIZE])
{
    if (transfer_quantity_format(quantity, buffer, TRANSFER_VALUE_SIZE) == TRANSFER_OK)
        finding_add_string(finding, name, buffer);
}

void finding_add_share(struct finding *finding, const char *name, const transfer_share *share,
                       char buffer[TRANSFER_VALUE_SIZE])
{
    if (transfer_share_format(share, buffer, TRANSFER_VALUE_SIZE) == TRANSFER_OK)
        finding_add_string(finding, name, buffer);
}

void finding_add_date(struct finding *finding, const char *name, const transfer_date *date,
                      char buffer[TRANSFER_VALUE_SIZE])
{
    if (transfer_date_format(date, buffer, TRANSFER_VALUE_SIZE) == TRANSFER_OK)
        finding_add_string(finding, name, buffer);
}

void finding_add_period(struct finding *finding, const char *name, const transfer_period *period,
                        char buffer[TRANSFER_VALUE_SIZE])
{
    if (transfer_period_format(period, buffer, TRANSFER_VALUE_SIZE) == TRANSFER_OK)
        finding_add_string(finding, name, buffer);
}

void finding_add_related(struct finding *finding, const struct place *place,
                         const struct phrase *message)
{
    struct related *related;

    if (finding->related_count == FINDING_RELATED)
        return;
    related = &finding->related[finding->related_count++];
    related->place = *place;
    related->message = message;
}
