/* Findings: diagnostics in the making.
 *
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "report.h"

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
