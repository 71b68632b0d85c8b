/* Loading a text from wherever it comes, with a report around it.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef LOAD_H
#define LOAD_H

#include "reader.h"

/* What one call loads with. */
struct load {
    transfer_portfolio *portfolio;
    const transfer_ruleset *ruleset;
    transfer_report *report;
    unsigned flags;
    /* Takes the events instead of the model, which is given when this is NULL; then only files are
     * loaded, no directories. */
    void (*run)(struct reader *reader, void *user);
    void *user;
};

/* What transfer_portfolio_load_file() and transfer_portfolio_load_memory() do. */
transfer_status load_from_file(const struct load *load, const char *path);
transfer_status load_from_memory(const struct load *load, const char *data, size_t size,
                                 const char *name);

#endif
