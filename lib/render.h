/* Renderings of reports.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef RENDER_H
#define RENDER_H

#include "buffer.h"
#include "diagnostic.h"

/* What is written goes through a buffer, which is emptied after each diagnostic. */
struct output {
    struct buffer text;
    transfer_write_function *write;
    void *user;
    int stopped; /* the write function refused */
};

/* Hands over what the buffer has.  Returns whether to go on. */
int output_flush(struct output *output);

/* "error", "warning", "note". */
const char *severity_name(transfer_severity severity);

/* Each writes the whole report; what went wrong stands in the output. */
void render_text(const transfer_report *report, int language, unsigned flags,
                 struct output *output);
void render_json(const transfer_report *report, int language, struct output *output);
void render_sarif(const transfer_report *report, int language, struct output *output);
void render_github(const transfer_report *report, int language, struct output *output);

/* Columns that a character takes on a terminal: 0, 1 or 2. */
int width_of(uint32_t point);

#endif
