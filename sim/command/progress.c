#include "command/progress.h"
#include <math.h>
#include <stdio.h>
#include <unistd.h>
#include "command/screen.h"
#include "report/number.h"

#define SECONDS_BETWEEN 0.2
#define SECONDS_BEFORE 0.5 /* what ends sooner needs no line */
#define TO_LINE_START "\r\033[K"

struct progress
progress_start(double total, bool quiet, enum language language)
{
    const double now = screen_seconds();

    return (struct progress) { !quiet && isatty(STDERR_FILENO), language, total, now, now };
}

void
progress_say(struct progress *p, double done)
{
    const double now = screen_seconds(), spent = now - p->begun;
    char percent[NUMBER_SHOWN], left[NUMBER_SHOWN];
    struct text line = { 0 };

    if (!p->shown || !(done > 0) || spent < SECONDS_BEFORE || now - p->said < SECONDS_BETWEEN)
        return;
    p->said = now;
    number_shown(percent, 100 * fmin(1, done / p->total), 0, p->language);
    number_shown(left, ceil(spent * fmax(0, p->total / done - 1)), 0, p->language);
    word_fill(&line, p->language, WORD_progress, (const char *const[]) { percent, left, NULL });
    fprintf(stderr, TO_LINE_START "%s", text_of(&line));
    fflush(stderr);
    text_free(&line);
}

void
progress_end(struct progress *p)
{
    if (p->shown)
        fputs(TO_LINE_START, stderr);
    fflush(stderr);
    p->shown = false;
}
