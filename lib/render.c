/* Rendering a report in one of the formats.
 *
 * SPDX-License-Identifier: MIT
 */
#include "render.h"

int output_flush(struct output *output)
{
    struct buffer *text = &output->text;

    if (!text->failed && !output->stopped && text->length > 0 &&
        output->write(output->user, text->data, text->length) != 0)
        output->stopped = 1;
    text->length = 0;
    return !text->failed && !output->stopped;
}

const char *severity_name(transfer_severity severity)
{
    static const char *const names[] = {"off", "note", "warning", "error"};

    return names[severity];
}

transfer_status transfer_report_render(const transfer_report *report, transfer_format format,
                                       transfer_language language, unsigned flags,
                                       transfer_write_function *write, void *user)
{
    struct output output = {.write = write, .user = user};
    int number = (int)language;
    transfer_status status;

    if (!report || !write || (unsigned)language >= LANGUAGES || (flags & ~TRANSFER_RENDER_COLOUR))
        return TRANSFER_MISUSE;
    buffer_init(&output.text);
    switch (format) {
    case TRANSFER_FORMAT_TEXT:
        render_text(report, number, flags, &output);
        break;
    case TRANSFER_FORMAT_JSON:
        render_json(report, number, &output);
        break;
    case TRANSFER_FORMAT_SARIF:
        render_sarif(report, number, &output);
        break;
    case TRANSFER_FORMAT_GITHUB:
        render_github(report, number, &output);
        break;
    default:
        return TRANSFER_MISUSE;
    }
    output_flush(&output);
    status = output.text.failed ? TRANSFER_NO_MEMORY : output.stopped ? TRANSFER_IO : TRANSFER_OK;
    buffer_free(&output.text);
    return status;
}

static int collect(void *user, const char *data, size_t size)
{
    struct buffer *text = user;

    buffer_add(text, data, size);
    return text->failed;
}

transfer_status transfer_report_render_memory(const transfer_report *report, transfer_format format,
                                              transfer_language language, unsigned flags,
                                              char **text, size_t *size)
{
    struct buffer collected;
    transfer_status status;
    size_t length;
    char *taken;

    if (!text)
        return TRANSFER_MISUSE;
    buffer_init(&collected);
    status = transfer_report_render(report, format, language, flags, collect, &collected);
    if (status != TRANSFER_OK) {
        buffer_free(&collected);
        return status == TRANSFER_IO ? TRANSFER_NO_MEMORY : status;
    }
    length = collected.length;
    taken = buffer_take(&collected);
    if (!taken)
        return TRANSFER_NO_MEMORY;
    *text = taken;
    if (size)
        *size = length;
    return TRANSFER_OK;
}
