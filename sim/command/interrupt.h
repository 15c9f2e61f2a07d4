/* Ctrl-C and its kin: noted, so that a command can stop with nothing half-written. */
#ifndef COMMAND_INTERRUPT_H
#define COMMAND_INTERRUPT_H

#include <signal.h>
#include <stddef.h>

extern volatile sig_atomic_t interrupted; /* the one variable that a signal may set */

void interrupt_listen(void); /* SIGINT, SIGTERM, SIGHUP set it, unless our caller has them ignored,
                               * as nohup does; a broken pipe and a file past its limit are errors like others */

#endif
