/* Messages: templates filled from the parts of a finding.
 *
 * SPDX-License-Identifier: MIT
 *
 * In a template {name} stands for a part.  What stands in [...] is left out when a part in it is
 * missing; outside of brackets a missing part is shown as "…".
 */
#ifndef MESSAGE_H
#define MESSAGE_H

#include "buffer.h"
#include "report.h"

/* Bytes of a text that a message shows at most. */
enum { MESSAGE_PART_MAX = 400 };

void message_fill(struct buffer *out, const char *pattern, const struct part *parts, size_t count,
                  int language);

/* Adds a text on one line: control characters as YAML writes them in double quotes, what is not
 * UTF-8 as U+FFFD.  Of more than `limit` bytes the end is left out, with "…" in its place. */
void message_add_text(struct buffer *out, const char *text, size_t length, size_t limit);

#endif
