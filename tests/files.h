/* The files that tests read.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef FILES_H
#define FILES_H

#include <stddef.h>

enum { PATH_SIZE = 4096 };

/* The path of a file of the tests' data, into `path`. */
void data_path(const char *name, char path[PATH_SIZE]);
/* The whole file, NUL-terminated, which the caller frees.  Without it the program ends. */
char *read_file(const char *path, size_t *size);

/* Paths in order. */
struct files {
    char **paths;
    size_t count;
};

/* Adds the files and directories in a directory (hidden ones apart), all of them or those below. */
void files_add(struct files *files, const char *directory, int below);
void files_add_path(struct files *files, const char *path);
void files_free(struct files *files);
/* The name behind the last slash. */
const char *file_name(const char *path);

#endif
