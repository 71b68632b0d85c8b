/* Where in its source a value stands, in bytes: found by reading the source again.
 *
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>

#include "excerpt.h"
#include "portfolio.h"

transfer_status transfer_record_byte_range(const transfer_record *record, transfer_key key,
                                           uint64_t *begin, uint64_t *end)
{
    const struct source *source;
    struct extent extent;
    struct lines lines;
    uint64_t line, column;
    char *copy = NULL;
    const char *text;
    size_t size;
    int changed = 0, found;
    transfer_status status = begin && end ? transfer_record_position(record, key, &line, &column)
                                          : TRANSFER_MISUSE;

    if (status != TRANSFER_OK)
        return status;
    source = record_portfolio(record)->sources[transfer_record_file(record)];
    text = source->data;
    size = source->size;
    if (!text) {
        if (!source->path)
            return TRANSFER_UNSET;
        text = copy = file_read(source->path, source->fingerprint, &size, &changed);
        if (!copy)
            return errno == ENOMEM ? TRANSFER_NO_MEMORY : TRANSFER_IO;
    }
    lines_init(&lines, text, size);
    found = !changed && lines_find(&lines, line, column, &extent);
    if (found)
        lines_find_end(&lines, &extent, SIZE_MAX);
    free(copy);
    if (!found)
        return TRANSFER_CHANGED;
    *begin = extent.begin;
    *end = extent.end;
    return TRANSFER_OK;
}
