/* Stands in for the C library's calls; the real ones are reached by their system call numbers.
 * Counted: open to write, write and close of such a file, fsync, rename, mkdir.
 */
#include "fault.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define FILES_MAX 1024
#define WRITE_MAX 4096
#define EXPORTED __attribute__((visibility("default")))

static unsigned long calls;
static bool to_write[FILES_MAX]; /* files opened to write */

unsigned long
fault_calls(void)
{
    return calls;
}

/* Counts a call; true where it has to fail, errno then says why. */
static bool
fails(void)
{
    const char *number = getenv("SANBU_FAULT");
    const char *cause = getenv("SANBU_FAULT_ERRNO");
    unsigned long wanted;

    if (!number)
        return false;
    wanted = strtoul(number, NULL, 10);
    calls++;
    if (!wanted || calls < wanted || (calls > wanted && !getenv("SANBU_FAULT_FOREVER")))
        return false;
    errno = cause ? atoi(cause) : ENOSPC;
    return true;
}

static bool
is_to_write(int file)
{
    return file >= 0 && file < FILES_MAX && to_write[file];
}

static int
open_counted(int folder, const char *path, int flags, mode_t mode)
{
    const bool writes = (flags & O_ACCMODE) != O_RDONLY;
    int file;

    if (writes && fails())
        return -1;
    file = (int) syscall(SYS_openat, folder, path, flags, mode);
    if (file >= 0 && file < FILES_MAX)
        to_write[file] = writes;
    return file;
}

/* The mode is there only where a file may be made. */
#define OPEN_COUNTED(folder, path, flags) \
    do { \
        mode_t mode = 0; \
        va_list arguments; \
\
        va_start(arguments, flags); \
        if (((flags) &O_CREAT) || ((flags) &O_TMPFILE) == O_TMPFILE) \
            mode = va_arg(arguments, mode_t); \
        va_end(arguments); \
        return open_counted(folder, path, flags, mode); \
    } while (0)

EXPORTED int
open(const char *path, int flags, ...)
{
    OPEN_COUNTED(AT_FDCWD, path, flags);
}

EXPORTED int
open64(const char *path, int flags, ...)
{
    OPEN_COUNTED(AT_FDCWD, path, flags);
}

EXPORTED int
openat(int folder, const char *path, int flags, ...)
{
    OPEN_COUNTED(folder, path, flags);
}

EXPORTED int
openat64(int folder, const char *path, int flags, ...)
{
    OPEN_COUNTED(folder, path, flags);
}

EXPORTED ssize_t
write(int file, const void *bytes, size_t length)
{
    if (is_to_write(file)) {
        if (fails())
            return -1;
        if (getenv("SANBU_FAULT") && length > WRITE_MAX)
            length = WRITE_MAX;
    }
    return syscall(SYS_write, file, bytes, length);
}

EXPORTED int
fsync(int file)
{
    return fails() ? -1 : (int) syscall(SYS_fsync, file);
}

/* A close that fails has closed the file all the same. */
EXPORTED int
close(int file)
{
    const bool failed = is_to_write(file) && fails();
    const int cause = errno;
    int rc;

    if (is_to_write(file))
        to_write[file] = false;
    rc = (int) syscall(SYS_close, file);
    if (failed)
        errno = cause;
    return failed ? -1 : rc;
}

EXPORTED int
rename(const char *from, const char *to)
{
    return fails() ? -1 : (int) syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

EXPORTED int
mkdir(const char *path, mode_t mode)
{
    return fails() ? -1 : (int) syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

__attribute__((destructor)) static void
write_count(void)
{
    const char *path = getenv("SANBU_FAULT_COUNT");
    char number[32];
    long file;

    if (!path)
        return;
    file = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (file < 0)
        return;
    syscall(SYS_write, file, number, snprintf(number, sizeof number, "%lu\n", calls));
    syscall(SYS_close, file);
}
