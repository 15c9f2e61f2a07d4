#include "base/output_files.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/memory.h"
#include "base/text.h"

#define FOLDERS_OPEN_AT_ONCE 16

bool
files_is_folder(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

bool
files_exist(const char *path)
{
    struct stat about;

    return lstat(path, &about) == 0;
}

/* Another process may have made it just before: that is as good. */
static bool
make_folder(const char *path)
{
    if (files_is_folder(path) || mkdir(path, 0777) == 0)
        return true;
    if (errno != EEXIST)
        return false;
    errno = ENOTDIR;
    return files_is_folder(path);
}

bool
files_make_parents(const char *path)
{
    const size_t size = strlen(path) + 1;
    char *part = memcpy(memory_new(size, 1), path, size);
    bool made = true;

    for (char *slash = part; made && (slash = strchr(slash, '/')); slash++) {
        if (slash == part || slash[-1] == '/' || slash[strspn(slash, "/")] == '\0')
            continue;
        *slash = '\0';
        made = make_folder(part);
        *slash = '/';
    }
    free(part);
    return made;
}

bool
files_make_folders(const char *path)
{
    return files_make_parents(path) && make_folder(path);
}

static int
open_file(const char *path, int flags)
{
    int file;

    do
        file = open(path, flags | O_CLOEXEC, 0666);
    while (file < 0 && errno == EINTR);
    return file;
}

static bool
write_all(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        const ssize_t written = write(file, bytes, length);

        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0) {
            bytes += written;
            length -= (size_t) written;
        }
    }
    return true;
}

/* File systems that cannot sync a folder say EINVAL or ENOTSUP; they have nothing to be synced. */
static bool
sync_file(int file)
{
    while (fsync(file) != 0)
        if (errno != EINTR)
            return errno == EINVAL || errno == ENOTSUP;
    return true;
}

/* A close that was interrupted has closed the file (Linux), so it is not called twice. */
static bool
close_file(int file, bool fine_so_far)
{
    const int cause = errno;

    if (close(file) != 0 && errno != EINTR && fine_so_far)
        return false;
    errno = cause;
    return fine_so_far;
}

bool
files_write(const char *path, const char *bytes, size_t length)
{
    const int file = open_file(path, O_WRONLY | O_CREAT | O_EXCL);

    return file >= 0 && close_file(file, write_all(file, bytes, length) && sync_file(file));
}

bool
files_sync(const char *path)
{
    const int file = open_file(path, O_RDONLY);

    return file >= 0 && close_file(file, sync_file(file));
}

static bool
read_all(struct text *out, int file)
{
    char part[16384];
    struct stat about;
    ssize_t got;

    if (fstat(file, &about) != 0)
        return false;
    if (!S_ISREG(about.st_mode)) {
        errno = S_ISDIR(about.st_mode) ? EISDIR : EINVAL;
        return false;
    }
    while ((got = read(file, part, sizeof part)) != 0) {
        if (got < 0 && errno != EINTR)
            return false;
        if (got > 0)
            text_add_bytes(out, part, (size_t) got);
    }
    return true;
}

bool
files_digest(const char *path, char hex[DIGEST_HEX])
{
    const int file = open_file(path, O_RDONLY | O_NONBLOCK);
    struct text bytes = { 0 };
    bool fine = file >= 0 && close_file(file, read_all(&bytes, file));

    if (fine)
        digest_sha256(hex, text_of(&bytes), bytes.length);
    text_free(&bytes);
    return fine;
}

static int
remove_one(const char *path, const struct stat *about, int kind, struct FTW *walk)
{
    (void) about;
    (void) kind;
    (void) walk;
    remove(path);
    return 0;
}

void
files_remove(const char *folder)
{
    nftw(folder, remove_one, FOLDERS_OPEN_AT_ONCE, FTW_DEPTH | FTW_PHYS);
}

char *
files_join(const char *folder, const char *name)
{
    struct text path = { 0 };

    text_print(&path, "%s/%s", folder, name);
    return path.at;
}

bool
files_name_is_inside(const char *name)
{
    size_t length;

    do {
        length = strcspn(name, "/");
        if (length == 0 || (length == 1 && name[0] == '.') || (length == 2 && strncmp(name, "..", 2) == 0))
            return false;
        name += length;
    } while (*name++ == '/');
    return true;
}
