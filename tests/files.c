/* The files that tests read.
 *
 * SPDX-License-Identifier: MIT
 */
#include "files.h"

#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void data_path(const char *name, char path[PATH_SIZE])
{
    const char *data = getenv("TRANSFER_TEST_DATA");
    int length = snprintf(path, PATH_SIZE, "%s/%s", data ? data : "tests/data", name);

    ck_assert_int_lt(length, PATH_SIZE);
}

char *read_file(const char *path, size_t *size)
{
    FILE *stream = fopen(path, "rb");
    size_t capacity = 65536, count;
    char *text = malloc(capacity + 1);

    ck_assert_msg(stream && text, "%s cannot be read", path);
    *size = 0;
    while ((count = fread(text + *size, 1, capacity - *size, stream)) > 0) {
        *size += count;
        if (*size == capacity) {
            capacity *= 2;
            text = realloc(text, capacity + 1);
            ck_assert_ptr_nonnull(text);
        }
    }
    ck_assert_msg(!ferror(stream), "%s cannot be read", path);
    fclose(stream);
    text[*size] = '\0';
    return text;
}

static void add_path(struct files *files, const char *path)
{
    char **paths = realloc(files->paths, (files->count + 1) * sizeof *paths);

    ck_assert_ptr_nonnull(paths);
    files->paths = paths;
    paths[files->count] = strdup(path);
    ck_assert_ptr_nonnull(paths[files->count++]);
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void add_directory(struct files *files, const char *directory, int below)
{
    DIR *stream = opendir(directory);
    const struct dirent *entry;

    ck_assert_msg(stream != NULL, "%s cannot be read", directory);
    while ((entry = readdir(stream))) {
        char path[PATH_SIZE];
        struct stat state;

        if (entry->d_name[0] == '.')
            continue;
        ck_assert_int_lt(snprintf(path, sizeof path, "%s/%s", directory, entry->d_name), PATH_SIZE);
        if (below && stat(path, &state) == 0 && S_ISDIR(state.st_mode))
            add_directory(files, path, below);
        else
            add_path(files, path);
    }
    closedir(stream);
}

void files_add(struct files *files, const char *directory, int below)
{
    add_directory(files, directory, below);
    qsort(files->paths, files->count, sizeof *files->paths, compare_paths);
}

void files_free(struct files *files)
{
    for (size_t i = 0; i < files->count; i++)
        free(files->paths[i]);
    free(files->paths);
    files->paths = NULL;
    files->count = 0;
}

const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}
