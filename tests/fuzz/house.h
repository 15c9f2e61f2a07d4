/* House: a folder for the files of a fuzzer, with the shipped regions and data beside them, so that what a fuzzed
 * scenario names can be there. In memory where /dev/shm is; gone when the program ends well. */
#ifndef TESTS_FUZZ_HOUSE_H
#define TESTS_FUZZ_HOUSE_H

#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "base/output_files.h"

static char house[PATH_MAX];

static void
house_close(void)
{
    files_remove(house);
}

/* Stops the fuzzer where it cannot work at all. */
static void
house_need(int holds, const char *what)
{
    if (holds)
        return;
    perror(what);
    exit(1);
}

/* Run from the project's folder. */
static void
house_open(void)
{
    static const char *const shared[] = { "data", "regions", "baseline.cfg" };
    const char *temporary = getenv("TMPDIR");

    if (!temporary)
        temporary = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    snprintf(house, sizeof house, "%s/sanbu-fuzz-XXXXXX", temporary);
    house_need(mkdtemp(house) != NULL, house);
    atexit(house_close);
    for (size_t i = 0; i < sizeof shared / sizeof shared[0]; i++) {
        char *place = files_join(house, shared[i]), *from = files_join("scenarios", shared[i]),
             *real = realpath(from, NULL);

        house_need(real != NULL, from);
        house_need(symlink(real, place) == 0, place);
        free(place);
        free(from);
        free(real);
    }
}

/* Writes a file of the house, over an earlier one; returns its path, to be freed. */
static char *
house_file(const char *name, const void *bytes, size_t size)
{
    char *path = files_join(house, name);
    const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

    house_need(file >= 0 && write(file, bytes, size) == (ssize_t) size && close(file) == 0, path);
    return path;
}

#endif
