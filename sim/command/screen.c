#include "command/screen.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

size_t
screen_width(void)
{
    struct winsize size;

    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_col < SCREEN_CELLS)
        return size.ws_col;
    return SCREEN_CELLS;
}

size_t
screen_ambiguous(void)
{
    const char *wide = getenv("SANBU_AMBIGUOUS");

    return wide && !strcmp(wide, "2") ? 2 : 1;
}

bool
screen_colour(void)
{
    const char *plain = getenv("NO_COLOR");

    return isatty(STDOUT_FILENO) && !(plain && *plain);
}

double
screen_seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double) now.tv_sec + 1e-9 * (double) now.tv_nsec;
}

enum status
screen_print(const char *text, enum word complaint, struct error *err)
{
    if (fputs(text, stdout) == EOF || fflush(stdout))
        return error_add(err, FAILED_WORK, NOWHERE, complaint, error_cause(errno));
    return OK;
}
