/* Replacing a file whole or not at all.
 *
 * SPDX-License-Identifier: MIT
 */
#define _GNU_SOURCE /* getrandom, AT_EACCESS */
#include "atomic-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "excerpt.h"

enum { LINKS_MAX = 40, LINK_SIZE = 4096, NAMES_MAX = 100 };

static const char temporary_prefix[] = ".transfer-";
enum { RANDOM_BYTES = 8, TEMPORARY_SIZE = sizeof temporary_prefix + 2 * RANDOM_BYTES };

static transfer_status failure(void)
{
    return errno == ENOMEM ? TRANSFER_NO_MEMORY : TRANSFER_IO;
}

/* The length of a path's directory, with the slash; 0: the current one. */
static size_t directory_length(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? (size_t)(slash - path) + 1 : 0;
}

/* A name in the directory of a path; NULL: errno tells. */
static char *beside(const char *path, const char *name)
{
    size_t directory = name[0] == '/' ? 0 : directory_length(path);
    char *joined = malloc(directory + strlen(name) + 1);

    if (!joined) {
        errno = ENOMEM;
        return NULL;
    }
    memcpy(joined, path, directory);
    strcpy(joined + directory, name);
    return joined;
}

/* Where a symbolic link points to; NULL: errno tells. */
static char *read_link(const char *path)
{
    char target[LINK_SIZE];
    ssize_t length = readlink(path, target, sizeof target);

    if (length < 0)
        return NULL;
    if (length == (ssize_t)sizeof target) {
        errno = ENAMETOOLONG;
        return NULL;
    }
    target[length] = '\0';
    return beside(path, target);
}

char *atomic_file_resolve(const char *path)
{
    char *resolved = beside("", path);
    struct stat state;

    for (int i = 0; resolved; i++) {
        int found = lstat(resolved, &state) == 0, reason;
        char *target = NULL;

        if (found ? !S_ISLNK(state.st_mode) : errno == ENOENT)
            return resolved;
        if (i == LINKS_MAX)
            errno = ELOOP;
        else if (found)
            target = read_link(resolved);
        reason = errno;
        free(resolved);
        errno = reason;
        resolved = target;
    }
    return NULL;
}

/* Makes the temporary file; errno tells why not. */
static int make_temporary(struct atomic_file *file, mode_t mode)
{
    for (int attempt = 0; attempt < NAMES_MAX; attempt++) {
        static const char digits[] = "0123456789abcdef";
        unsigned char bytes[RANDOM_BYTES];
        char name[TEMPORARY_SIZE];

        /* The name need only be free: without entropy, process and attempt have to do. */
        if (getrandom(bytes, sizeof bytes, GRND_NONBLOCK) != (ssize_t)sizeof bytes) {
            uint64_t number = (uint64_t)getpid() << 32 | ((uintptr_t)file + (unsigned)attempt);
            memcpy(bytes, &number, sizeof bytes);
        }
        memcpy(name, temporary_prefix, sizeof temporary_prefix);
        for (size_t i = 0; i < RANDOM_BYTES; i++) {
            name[sizeof temporary_prefix - 1 + 2 * i] = digits[bytes[i] >> 4];
            name[sizeof temporary_prefix + 2 * i] = digits[bytes[i] & 15];
        }
        name[TEMPORARY_SIZE - 1] = '\0';
        file->temporary = beside(file->target, name);
        if (!file->temporary)
            return -1;
        do
            file->descriptor = open(file->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        while (file->descriptor < 0 && errno == EINTR);
        if (file->descriptor >= 0)
            return 0;
        free(file->temporary);
        file->temporary = NULL;
        if (errno != EEXIST)
            return -1;
    }
    return -1;
}

/* Gives the temporary file the mode of the old one, and its owner as far as that is allowed: who
 * may write to a file may seldom give files away.  A group that is not the old one may do no more
 * than all others may. */
static int copy_mode(const struct atomic_file *file, const struct stat *old)
{
    mode_t mode = old->st_mode & 0777;
    struct stat new;

    if (fstat(file->descriptor, &new) != 0)
        return -1;
    if ((new.st_uid != old->st_uid || new.st_gid != old->st_gid) &&
        fchown(file->descriptor, old->st_uid, old->st_gid) != 0 && new.st_gid != old->st_gid &&
        fchown(file->descriptor, (uid_t)-1, old->st_gid) != 0)
        mode &= ~(mode_t)S_IRWXG | (mode & S_IRWXO) << 3;
    return (new.st_mode & 0777) == mode ? 0 : fchmod(file->descriptor, mode);
}

transfer_status atomic_file_open(struct atomic_file *file, const char *path)
{
    transfer_status status;
    struct stat old;
    int exists = 0;

    file->temporary = NULL;
    file->descriptor = -1;
    errno = ENOENT; /* what an empty path is */
    file->target = path[0] ? atomic_file_resolve(path) : NULL;
    if (!file->target)
        return failure();
    if (stat(file->target, &old) == 0) {
        exists = 1;
        if (!S_ISREG(old.st_mode)) {
            errno = S_ISDIR(old.st_mode) ? EISDIR : EINVAL;
            goto fail;
        }
        /* A file that is protected against writing is not replaced either. */
        if (faccessat(AT_FDCWD, file->target, W_OK, AT_EACCESS) != 0)
            goto fail;
    } else if (errno != ENOENT) {
        goto fail;
    }
    if (make_temporary(file, exists ? 0600 : 0666) != 0)
        goto fail;
    if (exists && copy_mode(file, &old) != 0)
        goto fail;
    return TRANSFER_OK;
fail:
    status = failure();
    atomic_file_abort(file);
    return status;
}

transfer_status atomic_file_write(struct atomic_file *file, const char *data, size_t size)
{
    while (size > 0) {
        ssize_t written = write(file->descriptor, data, size);

        if (written < 0) {
            if (errno == EINTR)
                continue;
            return TRANSFER_IO;
        }
        data += written;
        size -= (size_t)written;
    }
    return TRANSFER_OK;
}

static int sync_descriptor(int descriptor)
{
    int result;

    do
        result = fsync(descriptor);
    while (result != 0 && errno == EINTR);
    return result;
}

/* The rename itself is safe only when the directory is.  Cuts the path. */
static int sync_directory(char *path)
{
    int descriptor, result;

    path[directory_length(path)] = '\0';
    descriptor = open(path[0] ? path : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return -1;
    result = sync_descriptor(descriptor);
    close(descriptor);
    return result;
}

transfer_status atomic_file_commit(struct atomic_file *file, uint64_t *fingerprint)
{
    int durable = sync_descriptor(file->descriptor) == 0;

    /* Some file systems cannot sync. */
    if ((!durable && errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP) ||
        rename(file->temporary, file->target) != 0) {
        atomic_file_abort(file);
        return TRANSFER_IO;
    }
    /* Renaming changes the time that is in the fingerprint. */
    *fingerprint = file_fingerprint(file->descriptor);
    close(file->descriptor);
    durable = sync_directory(file->target) == 0 && durable;
    free(file->temporary);
    free(file->target);
    return durable ? TRANSFER_OK : TRANSFER_NOT_DURABLE;
}

void atomic_file_abort(struct atomic_file *file)
{
    int saved = errno;

    if (file->descriptor >= 0)
        close(file->descriptor);
    if (file->temporary)
        unlink(file->temporary);
    free(file->temporary);
    free(file->target);
    errno = saved;
}
