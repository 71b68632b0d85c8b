/* Replacing a file whole or not at all, whatever happens on the way.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef ATOMIC_FILE_H
#define ATOMIC_FILE_H

#include <transfer/transfer.h>

struct atomic_file {
    char *target;    /* what is replaced: links are followed */
    char *temporary; /* beside it */
    int descriptor;  /* of the temporary file */
};

/* The file that a path names in the end, through symbolic links, which need not exist; the caller
 * frees it.  NULL: errno tells. */
char *atomic_file_resolve(const char *path);

/* Begins to replace a file, or to make a new one: TRANSFER_OK, TRANSFER_NO_MEMORY or TRANSFER_IO
 * (errno tells).  What is there must be a regular file that may be written to. */
transfer_status atomic_file_open(struct atomic_file *file, const char *path);
/* Adds to the new content. */
transfer_status atomic_file_write(struct atomic_file *file, const char *data, size_t size);
/* Ends it.  Puts the new content in place, and its fingerprint in *fingerprint; on any failure but
 * TRANSFER_NOT_DURABLE the old file stays. */
transfer_status atomic_file_commit(struct atomic_file *file, uint64_t *fingerprint);
/* Ends it.  Leaves the old file as it was; errno is kept. */
void atomic_file_abort(struct atomic_file *file);

#endif
