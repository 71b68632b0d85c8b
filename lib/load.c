/* Where texts are loaded from: files, directories, memory, callbacks.
 *
 * SPDX-License-Identifier: MIT
 */
#define _GNU_SOURCE /* O_CLOEXEC, openat and the like */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "excerpt.h"
#include "load.h"
#include "memory-source.h"

enum { DIRECTORY_DEPTH_MAX = 32 };

#define LOAD_FLAGS (TRANSFER_LOAD_PARTIAL | TRANSFER_LOAD_KEEP_TEXT)

/* ---- one source ---- */

/* Room for a text whose size is known, so that keeping it takes no more than that; without memory,
 * keeping says so. */
static void reserve(struct source *source, uint64_t size)
{
    if (size >= SIZE_MAX)
        return;
    source->data = malloc((size_t)size + 1);
    source->kept = source->data ? (size_t)size + 1 : 0;
}

/* Appends to the kept text, with a NUL behind it. */
static int keep(void *user, const char *data, size_t size)
{
    struct source *source = user;
    size_t needed = source->size + size + 1, capacity = source->kept;
    char *larger;

    if (needed > capacity) {
        capacity = needed > capacity * 2 ? needed : capacity * 2;
        larger = realloc(source->data, capacity);
        if (!larger)
            return -1;
        source->data = larger;
        source->kept = capacity;
    }
    memcpy(source->data + source->size, data, size);
    source->size += size;
    source->data[source->size] = '\0';
    return 0;
}

static transfer_status read_source(const struct load *load, struct source *source,
                                   transfer_read_function *read, void *user, int keeps)
{
    struct reader *reader = reader_new(load->portfolio, source, read, user);
    transfer_status status;

    source->partial = (load->flags & TRANSFER_LOAD_PARTIAL) != 0;
    source->not_whole = source->unfinished = !reader;
    if (!reader)
        return TRANSFER_NO_MEMORY;
    reader->ruleset = load->ruleset;
    reader->report = load->report;
    if (keeps) {
        reader->prescan->keep = keep;
        reader->prescan->keep_user = source;
    }
    if (load->run)
        load->run(reader, load->user);
    else
        reader_run(reader);
    status = reader->status;
    source->unfinished = status != TRANSFER_OK;
    source->not_whole |= source->unfinished;
    if (status == TRANSFER_OK && reader->is_altered)
        status = TRANSFER_SYNTAX;
    reader_free(reader);
    return status;
}

/* ---- the report around a call ---- */

static transfer_status begin(const struct load *load)
{
    if (!load->portfolio || (load->flags & ~LOAD_FLAGS))
        return TRANSFER_MISUSE;
    return report_begin(load->report,
                        (size_t)load->portfolio->limits[TRANSFER_LIMIT_DIAGNOSTICS]);
}

static transfer_status end(const struct load *load, transfer_status status)
{
    transfer_status ended;
    int reason = errno;

    if (!load->report)
        return status;
    ended = portfolio_end_report(load->portfolio, load->report);
    errno = reason;
    return status == TRANSFER_OK ? ended : status;
}

/* ---- files ---- */

static int read_descriptor(void *user, char *buffer, size_t size, size_t *length)
{
    ssize_t count;

    do
        count = read(*(const int *)user, buffer, size);
    while (count < 0 && errno == EINTR);
    if (count < 0)
        return -1;
    *length = (size_t)count;
    return 0;
}

static transfer_status load_directory(const struct load *load, const char *path, int depth);

/* Loads an open file; a directory when it turns out to be one. */
static transfer_status load_descriptor(const struct load *load, int descriptor, const char *path,
                                       int depth)
{
    uint64_t limit = load->portfolio->limits[TRANSFER_LIMIT_FILE_SIZE];
    struct stat state;
    struct source *source;
    int is_file, keeps;

    if (fstat(descriptor, &state) != 0)
        return TRANSFER_IO;
    if (S_ISDIR(state.st_mode))
        return load_directory(load, path, depth);
    if (depth > 0 && !S_ISREG(state.st_mode))
        return TRANSFER_OK; /* a pipe or device that only has the name of a file */
    is_file = S_ISREG(state.st_mode);
    source = source_new(load->portfolio, path, is_file ? path : NULL);
    if (!source)
        return TRANSFER_NO_MEMORY;
    source->fingerprint = is_file ? file_fingerprint(descriptor) : 0;
    keeps = !is_file || (load->flags & TRANSFER_LOAD_KEEP_TEXT);
    if (keeps && is_file && (uint64_t)state.st_size <= limit)
        reserve(source, (uint64_t)state.st_size);
    return read_source(load, source, read_descriptor, &descriptor, keeps);
}

static transfer_status load_path(const struct load *load, const char *path, int depth)
{
    /* A pipe that is named by the caller is waited for; one that lies in a directory is not. */
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | (depth > 0 ? O_NONBLOCK : 0));
    transfer_status status;
    struct source *source;

    if (descriptor < 0) {
        int reason = errno;
        /* Its place among the sources says which file it was, and that references may miss it. */
        source = source_new(load->portfolio, path, path);
        if (!source)
            return TRANSFER_NO_MEMORY;
        source->not_whole = source->unfinished = 1;
        errno = reason;
        return TRANSFER_IO;
    }
    status = load_descriptor(load, descriptor, path, depth);
    if (close(descriptor) != 0 && status == TRANSFER_OK)
        status = TRANSFER_IO;
    return status;
}

/* ---- directories ---- */

struct names {
    char **items;
    size_t count, capacity;
};

static void names_free(struct names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->items[i]);
    free(names->items);
}

static int names_add(struct names *names, const char *directory, const char *name)
{
    size_t length = strlen(directory);
    char *path;

    if (names->count == names->capacity) {
        size_t capacity = names->capacity ? names->capacity * 2 : 16;
        char **items = realloc(names->items, capacity * sizeof *items);
        if (!items)
            return 0;
        names->items = items;
        names->capacity = capacity;
    }
    while (length > 1 && directory[length - 1] == '/')
        length--;
    path = malloc(length + 1 + strlen(name) + 1);
    if (!path)
        return 0;
    memcpy(path, directory, length);
    if (length > 0 && directory[length - 1] != '/')
        path[length++] = '/';
    memcpy(path + length, name, strlen(name) + 1);
    names->items[names->count++] = path;
    return 1;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int has_suffix(const char *name)
{
    static const char *const suffixes[] = {".yaml", ".yml", ".json"};
    size_t length = strlen(name);

    for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++) {
        size_t suffix = strlen(suffixes[i]);
        if (length > suffix && strcmp(name + length - suffix, suffixes[i]) == 0)
            return 1;
    }
    return 0;
}

/* Whether an entry is a directory itself; a link to one might lead in circles. */
static int is_directory(int directory, const struct dirent *entry)
{
    struct stat state;

    if (entry->d_type != DT_UNKNOWN)
        return entry->d_type == DT_DIR;
    return fstatat(directory, entry->d_name, &state, AT_SYMLINK_NOFOLLOW) == 0 &&
           S_ISDIR(state.st_mode);
}

static transfer_status list_directory(const char *path, struct names *names)
{
    DIR *directory = opendir(path);
    transfer_status status = TRANSFER_OK;
    const struct dirent *entry;

    if (!directory)
        return errno == ENOMEM ? TRANSFER_NO_MEMORY : TRANSFER_IO;
    errno = 0;
    while (status == TRANSFER_OK && (entry = readdir(directory))) {
        if (entry->d_name[0] != '.' &&
            (has_suffix(entry->d_name) || is_directory(dirfd(directory), entry)) &&
            !names_add(names, path, entry->d_name))
            status = TRANSFER_NO_MEMORY;
        errno = 0;
    }
    if (status == TRANSFER_OK && errno != 0)
        status = TRANSFER_IO;
    closedir(directory);
    if (names->count > 0)
        qsort(names->items, names->count, sizeof *names->items, compare_names);
    return status;
}

static transfer_status load_directory(const struct load *load, const char *path, int depth)
{
    struct names names = {0};
    transfer_status status, worst = TRANSFER_OK;

    if (load->run || depth == DIRECTORY_DEPTH_MAX) {
        errno = load->run ? EISDIR : ELOOP;
        return TRANSFER_IO;
    }
    status = list_directory(path, &names);
    if (status != TRANSFER_OK)
        worst = status;
    for (size_t i = 0; worst != TRANSFER_IO && worst != TRANSFER_NO_MEMORY && i < names.count;
         i++) {
        status = load_path(load, names.items[i], depth + 1);
        if (status != TRANSFER_OK)
            worst = status;
    }
    names_free(&names);
    return worst;
}

/* A directory in which there is nothing to read is no portfolio. */
static transfer_status report_nothing(const struct load *load, const char *path)
{
    static const struct phrase nothing = {
        {"a directory without .yaml, .yml or .json files",
         "un répertoire sans fichier .yaml, .yml ou .json"}};
    struct source *source = source_new(load->portfolio, path, NULL);
    struct finding finding = {.rule = &rule_format_version,
                              .severity = rule_severity(load->ruleset, &rule_format_version),
                              .place = {.line = 1, .column = 1}};

    if (!source)
        return TRANSFER_NO_MEMORY;
    source->not_whole = 1;
    finding.place.file = source->name;
    finding_add_phrase(&finding, "found", &nothing);
    finding_add_string(&finding, "expected", "transfer: 1");
    return load->report ? report_add(load->report, &finding) : TRANSFER_OK;
}

/* ---- from a path, a callback or memory ---- */

transfer_status load_from_file(const struct load *load, const char *path)
{
    const transfer_portfolio *portfolio = load->portfolio;
    transfer_status status = path ? begin(load) : TRANSFER_MISUSE;
    size_t sources;

    if (status != TRANSFER_OK)
        return status;
    sources = portfolio->source_count + portfolio->sources[0]->used;
    status = load_path(load, path, 0);
    if (status == TRANSFER_OK && portfolio->source_count + portfolio->sources[0]->used == sources)
        status = report_nothing(load, path);
    return end(load, status);
}

static transfer_status load_from_callback(const struct load *load, transfer_read_function *read,
                                          void *user, const char *name)
{
    transfer_status status = read && name ? begin(load) : TRANSFER_MISUSE;
    struct source *source;

    if (status != TRANSFER_OK)
        return status;
    source = source_new(load->portfolio, name, NULL);
    status = source ? read_source(load, source, read, user, 1) : TRANSFER_NO_MEMORY;
    return end(load, status);
}

transfer_status load_from_memory(const struct load *load, const char *data, size_t size,
                                 const char *name)
{
    struct memory_source memory = {data, size};

    if (!data && size > 0)
        return TRANSFER_MISUSE;
    return load_from_callback(load, memory_read, &memory, name);
}

/* ---- the API ---- */

transfer_status transfer_portfolio_load_file(transfer_portfolio *portfolio, const char *path,
                                             const transfer_ruleset *ruleset, unsigned flags,
                                             transfer_report *report)
{
    struct load load = {portfolio, ruleset, report, flags, NULL, NULL};

    return load_from_file(&load, path);
}

transfer_status transfer_portfolio_load_callback(transfer_portfolio *portfolio,
                                                 transfer_read_function *read, void *user,
                                                 const char *name,
                                                 const transfer_ruleset *ruleset, unsigned flags,
                                                 transfer_report *report)
{
    struct load load = {portfolio, ruleset, report, flags, NULL, NULL};

    return load_from_callback(&load, read, user, name);
}

transfer_status transfer_portfolio_load_memory(transfer_portfolio *portfolio, const char *data,
                                               size_t size, const char *name,
                                               const transfer_ruleset *ruleset, unsigned flags,
                                               transfer_report *report)
{
    struct load load = {portfolio, ruleset, report, flags, NULL, NULL};

    return load_from_memory(&load, data, size, name);
}
