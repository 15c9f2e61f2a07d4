/* CSV as RFC 4180 has it: a header, rows as wide as the header, fields in quotes where they need them,
 * `#` lines as comments before the header. Every cell knows its line.
 */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include "base/input.h"

struct csv {
    char *path; /* as named in errors; owned */
    size_t columns, rows;
    char **header; /* [columns] */
    char **cell;   /* [rows * columns] */
    int *line;     /* [rows] line of the file on which a row begins */
    struct input input;
};

enum status csv_read(struct csv *out, const char *path, struct place named_in, struct error *err);
/* As csv_read once out->path and out->input are set, for tests and fuzzing; csv_free after a failure too. The
 * cells lie in input.text, which is changed. */
enum status csv_parse(struct csv *out, struct error *err);

#define CSV_NONE ((size_t) -1)
size_t csv_column(const struct csv *c, const char *name); /* CSV_NONE where there is none */
/* As csv_column, but a missing one is an error that names it, the file and the columns there are. */
enum status csv_need(const struct csv *c, const char *name, size_t *column, struct error *err);
const char *csv_cell(const struct csv *c, size_t row, size_t column);
/* The cell as a finite number; an error names file, line, column and what stands there. */
enum status csv_number(const struct csv *c, size_t row, size_t column, double *x, struct error *err);
void csv_free(struct csv *c); /* safe twice */

#endif
