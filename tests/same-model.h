/* Whether two portfolios say the same, found by introspection.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SAME_MODEL_H
#define SAME_MODEL_H

#include <transfer/transfer.h>

/* NULL when every record of every source has the same values; else the id, type or field where
 * they first differ. */
const char *model_difference(const transfer_portfolio *a, const transfer_portfolio *b);
/* NULL when every diagnostic of `later` is also one of `earlier`, at the same JSON Pointer; else
 * the rule of one that is not. */
const char *new_diagnostic(const transfer_report *earlier, const transfer_report *later);

#endif
