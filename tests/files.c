/* The files that tests read.
 *
 * SPDX-License-Identifier: MIT
 */
#include "files.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* What tests cannot do without. */
static void need(int condition, const char *path)
{
    if (!condition) {
        fprintf(stderr, "%s: cannot be read, or no memory\n", path);
        exit(99);
    }
}

void data_path(const char *name, char path[PATH_SIZE])
{
    const char *data = getenv("TRANSFER_TEST_DATA");
    int length = snprintf(path, PATH_SIZE, "%s/%s", data ? data : "tests/data", name);

    need(length < PATH_SIZE, name);
}

char *read_file(const char *path, size_t *size)
{
    FILE *stream = fopen(path, "rb");
    size_t capacity = 65536, count;
    char *text = malloc(capacity + 1);

    need(stream && text, path);
    *size = 0;
    while ((count = fread(text + *size, 1, capacity - *size, stream)) > 0) {
        *size += count;
        if (*size == capacity) {
            capacity *= 2;
            text = realloc(text, capacity + 1);
            need(text != NULL, path);
        }
    }
    need(!ferror(stream), path);
    fclose(stream);
    text[*size] = '\0';
    return text;
}

void files_add_path(struct files *files, const char *path)
{
    char **paths = realloc(files->paths, (files->count + 1) * sizeof *paths);

    need(paths != NULL, path);
    files->paths = paths;
    paths[files->count] = strdup(path);
    need(paths[files->count++] != NULL, path);
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void add_directory(struct files *files, const char *directory, int below)
{
    DIR *stream = opendir(directory);
    const struct dirent *entry;

    need(stream != NULL, directory);
    while ((entry = readdir(stream))) {
        char path[PATH_SIZE];
        struct stat state;

        if (entry->d_name[0] == '.')
            continue;
        need(snprintf(path, sizeof path, "%s/%s", directory, entry->d_name) < PATH_SIZE, path);
        if (below && stat(path, &state) == 0 && S_ISDIR(state.st_mode))
            add_directory(files, path, below);
        else
            files_add_path(files, path);
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
