/* Memory that runs out when a test wants it to: for programs linked with --wrap for malloc, calloc
 * and realloc.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef FAILING_MALLOC_H
#define FAILING_MALLOC_H

/* Allocations until all fail; -1: none does. */
extern long failing_malloc_allowed;
/* How many have failed. */
extern long failing_malloc_count;
/* Whether all that follow the first failure fail too; they do unless a test says otherwise. */
extern int failing_malloc_for_ever;

#endif
