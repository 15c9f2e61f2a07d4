/* Failing on purpose: call number SANBU_FAULT of those that write to a file system fails.
 *
 * Linked into a test, or preloaded into a whole program (LD_PRELOAD=fault.so). Settings, by environment:
 *   SANBU_FAULT          number of the call that fails, from 1; 0: none fails, calls are only counted
 *   SANBU_FAULT_ERRNO    why it fails (default ENOSPC); EINTR counts as a failure once
 *   SANBU_FAULT_FOREVER  set: all later calls fail too
 *   SANBU_FAULT_COUNT    a file to which the number of calls is written at exit
 * Without SANBU_FAULT nothing is counted and nothing fails. While it is set, a write takes at most 4096
 * bytes, so that callers must be ready for a short one.
 */
#ifndef TESTS_FAULT_H
#define TESTS_FAULT_H

unsigned long fault_calls(void); /* counted so far */

#endif
