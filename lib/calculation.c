/* Answers that are computed: keeping their steps, and reading them.
 *
 * SPDX-License-Identifier: MIT
 */
#include "calculation.h"

#include <stdlib.h>

#include "message.h"

enum { STEPS_FIRST = 8 };

transfer_calculation *calculation_new(void)
{
    return calloc(1, sizeof(transfer_calculation));
}

static char *fill(const struct phrase *sentence, const struct part *parts, size_t part_count,
                  int language)
{
    struct buffer text;

    buffer_init(&text);
    message_fill(&text, sentence->text[language], parts, part_count, language);
    return buffer_take(&text);
}

struct step *calculation_add(transfer_calculation *calculation, const struct phrase *sentence,
                             const struct part *parts, size_t part_count)
{
    struct step *step;

    if (calculation->count == calculation->capacity) {
        size_t capacity = calculation->capacity ? calculation->capacity * 2 : STEPS_FIRST;
        struct step *steps = realloc(calculation->steps, capacity * sizeof(*steps));

        if (!steps)
            return NULL;
        calculation->steps = steps;
        calculation->capacity = capacity;
    }
    step = &calculation->steps[calculation->count];
    *step = (struct step){.kind = 0};
    for (int language = 0; language < LANGUAGES; language++)
        step->text[language] = fill(sentence, parts, part_count, language);
    if (!step->text[ENGLISH] || !step->text[FRENCH]) {
        free(step->text[ENGLISH]);
        free(step->text[FRENCH]);
        return NULL;
    }
    calculation->count++;
    return step;
}

void step_set_amount(struct step *step, const transfer_amount *amount)
{
    step->kind = TRANSFER_KIND_AMOUNT;
    step->value.amount = *amount;
}

void step_set_quantity(struct step *step, const transfer_quantity *quantity)
{
    step->kind = TRANSFER_KIND_QUANTITY;
    step->value.quantity = *quantity;
}

void step_set_share(struct step *step, const transfer_share *share)
{
    step->kind = TRANSFER_KIND_SHARE;
    step->value.share = *share;
}

transfer_status calculation_finish(transfer_calculation *calculation, transfer_status status,
                                   transfer_calculation **out)
{
    if (status == TRANSFER_OK)
        *out = calculation;
    else
        transfer_calculation_free(calculation);
    return status;
}

/* ---- the public side ---- */

void transfer_calculation_free(transfer_calculation *calculation)
{
    if (!calculation)
        return;
    for (size_t i = 0; i < calculation->count; i++)
        for (int language = 0; language < LANGUAGES; language++)
            free(calculation->steps[i].text[language]);
    free(calculation->steps);
    free(calculation);
}

transfer_status transfer_calculation_size(const transfer_calculation *calculation, int *size)
{
    if (!calculation || !size)
        return TRANSFER_MISUSE;
    if (!calculation->is_size)
        return TRANSFER_WRONG_KIND;
    if (!calculation->is_known)
        return TRANSFER_UNSET;
    *size = calculation->size;
    return TRANSFER_OK;
}

transfer_status transfer_calculation_intensity(const transfer_calculation *calculation,
                                               transfer_share *intensity)
{
    if (!calculation || !intensity)
        return TRANSFER_MISUSE;
    if (!calculation->is_intensity)
        return TRANSFER_WRONG_KIND;
    if (!calculation->is_known)
        return TRANSFER_UNSET;
    *intensity = calculation->intensity;
    return TRANSFER_OK;
}

transfer_status transfer_calculation_de_minimis(const transfer_calculation *calculation,
                                                transfer_amount *used, transfer_amount *left)
{
    if (!calculation || !used || !left)
        return TRANSFER_MISUSE;
    if (!calculation->is_de_minimis)
        return TRANSFER_WRONG_KIND;
    if (!calculation->is_known)
        return TRANSFER_UNSET;
    *used = calculation->used;
    *left = calculation->left;
    return TRANSFER_OK;
}

size_t transfer_calculation_step_count(const transfer_calculation *calculation)
{
    return calculation ? calculation->count : 0;
}

static const struct step *find_step(const transfer_calculation *calculation, size_t index)
{
    return calculation && index < calculation->count ? &calculation->steps[index] : NULL;
}

const char *transfer_calculation_step_text(const transfer_calculation *calculation, size_t index,
                                           transfer_language language)
{
    const struct step *step = find_step(calculation, index);

    return step ? step->text[language == TRANSFER_FRENCH] : NULL;
}

const char *transfer_calculation_step_source(const transfer_calculation *calculation,
                                             size_t index)
{
    const struct step *step = find_step(calculation, index);

    return step ? step->source : NULL;
}

transfer_record *transfer_calculation_step_record(const transfer_calculation *calculation,
                                                  size_t index)
{
    const struct step *step = find_step(calculation, index);

    return step ? step->record : NULL;
}

transfer_kind transfer_calculation_step_kind(const transfer_calculation *calculation, size_t index)
{
    const struct step *step = find_step(calculation, index);

    return step ? step->kind : (transfer_kind)0;
}

/* TRANSFER_OK where the step is there and has a value of the kind. */
static transfer_status find_value(const transfer_calculation *calculation, size_t index,
                                  transfer_kind kind, const void *out, const struct step **step)
{
    if (!calculation || !out)
        return TRANSFER_MISUSE;
    *step = find_step(calculation, index);
    if (!*step)
        return TRANSFER_NOT_FOUND;
    return (*step)->kind == kind ? TRANSFER_OK : TRANSFER_WRONG_KIND;
}

transfer_status transfer_calculation_step_amount(const transfer_calculation *calculation,
                                                 size_t index, transfer_amount *amount)
{
    const struct step *step;
    transfer_status status = find_value(calculation, index, TRANSFER_KIND_AMOUNT, amount, &step);

    if (status == TRANSFER_OK)
        *amount = step->value.amount;
    return status;
}

transfer_status transfer_calculation_step_quantity(const transfer_calculation *calculation,
                                                   size_t index, transfer_quantity *quantity)
{
    const struct step *step;
    transfer_status status =
        find_value(calculation, index, TRANSFER_KIND_QUANTITY, quantity, &step);

    if (status == TRANSFER_OK)
        *quantity = step->value.quantity;
    return status;
}

transfer_status transfer_calculation_step_share(const transfer_calculation *calculation,
                                                size_t index, transfer_share *share)
{
    const struct step *step;
    transfer_status status = find_value(calculation, index, TRANSFER_KIND_SHARE, share, &step);

    if (status == TRANSFER_OK)
        *share = step->value.share;
    return status;
}
