/* How far a long piece of work is, with the time left: one line on stderr, on a terminal only. */
#ifndef COMMAND_PROGRESS_H
#define COMMAND_PROGRESS_H

#include "base/words.h"

struct progress {
    bool shown; /* stderr is a terminal and nobody asked for quiet */
    enum language language;
    double total, begun, said; /* units of work; seconds */
};

struct progress progress_start(double total, bool quiet, enum language language);
void progress_say(struct progress *p, double done);
void progress_end(struct progress *p); /* takes the line away */

#endif
