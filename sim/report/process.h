/* Other programs, run side by side, their words captured. */
#ifndef REPORT_PROCESS_H
#define REPORT_PROCESS_H

#include <signal.h>
#include "base/error.h"

enum process_end {
    PROCESS_EXITED,    /* code is the exit status */
    PROCESS_SIGNALLED, /* code is the signal */
    PROCESS_TIMED_OUT,
    PROCESS_NOT_FOUND, /* no such program, or it may not be run; code is errno */
    PROCESS_STOPPED,   /* by an interruption, or never begun because of one */
};

struct process {
    const char *const *argv; /* ends with NULL; looked up in PATH */
    const char *folder;      /* it runs there; NULL: here */
    enum process_end end;
    int code;
    double seconds;       /* from its begin to its end */
    struct text out, err; /* what it printed, at most PROCESS_WORDS bytes each */
};

#define PROCESS_WORDS 65536

/* Runs them all, as many at once as there are processors, each at most `seconds`, with LC_ALL=C.UTF-8 and
 * /dev/null for input, and waits. INTERRUPTED once *interrupted is not 0 (may be NULL): those that still
 * run are killed, with what they have started. Nothing is left running on return. */
enum status processes_run(struct process *process, size_t count, double seconds,
                          const volatile sig_atomic_t *interrupted);
void process_free(struct process *p);

size_t processes_at_once(void); /* as many as there are processors */

#endif
