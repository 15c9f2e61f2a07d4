/* The two formats of a file of draws, behind one interface: draws_csv.c and draws_netcdf.c. */
#ifndef REPORT_DRAWS_FILE_PARTS_H
#define REPORT_DRAWS_FILE_PARTS_H

#include "report/draws_file.h"

/* Functions return NULL, or why the file cannot be written: an argument of a message. */
struct draws_format {
    const char *(*open)(void **state, const char *path, const struct draws_table *t);
    const char *(*add)(void *state, const struct draws_table *t, const struct ensemble_kept *kept);
    const char *(*close)(void *state); /* frees the state in any case */
};

extern const struct draws_format draws_csv;
extern const struct draws_format draws_netcdf; /* open is NULL where the program was built without */

#endif
