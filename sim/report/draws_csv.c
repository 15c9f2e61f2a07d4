/* Draws as CSV: a header with units, a row a draw. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include "report/draws_file_parts.h"
#include "report/results.h"

#define WRITE_AT_ONCE 65536

struct csv_file {
    FILE *file;
    struct text rows; /* not yet written */
};

static bool
flush(struct csv_file *c)
{
    const bool fine = fwrite(text_of(&c->rows), 1, c->rows.length, c->file) == c->rows.length;

    text_free(&c->rows);
    return fine;
}

static void
add_header(struct text *out, const struct draws_column *column, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *unit = column[i].factor ? "times" : unit_name(column[i].unit);
        struct text field = { 0 };

        text_print(&field, *unit ? "%s (%s)" : "%s", column[i].name, unit);
        text_add(out, ",");
        csv_add_field(out, text_of(&field));
        text_free(&field);
    }
}

static const char *
csv_close(void *state)
{
    struct csv_file *c = state;
    const bool fine = flush(c);
    const int cause = errno;
    const bool closed = fclose(c->file) == 0;
    const char *why = !fine ? error_cause(cause) : !closed ? error_cause(errno) : NULL;

    free(c);
    return why;
}

static const char *
csv_open(void **state, const char *path, const struct draws_table *t)
{
    struct csv_file *c = memory_new(1, sizeof *c);

    c->file = fopen(path, "wb");
    if (!c->file) {
        free(c);
        return error_cause(errno);
    }
    text_add(&c->rows, "draw");
    add_header(&c->rows, t->setting, t->settings);
    add_header(&c->rows, t->output, t->outputs);
    text_add(&c->rows, "\n");
    *state = c;
    return NULL;
}

static void
add_values(struct text *out, const double *x, size_t n, size_t stride, size_t draw)
{
    for (size_t i = 0; i < n; i++) {
        text_add(out, ",");
        csv_add_number(out, x[i * stride + draw]);
    }
}

static const char *
csv_add(void *state, const struct draws_table *t, const struct ensemble_kept *k)
{
    struct csv_file *c = state;

    for (size_t d = 0; d < k->count; d++) {
        if (!k->accepted[d])
            continue;
        text_print(&c->rows, "%llu", (unsigned long long) (k->first + d));
        add_values(&c->rows, k->setting, t->settings, k->stride, d);
        add_values(&c->rows, k->output, t->outputs, k->stride, d);
        text_add(&c->rows, "\n");
        if (c->rows.length >= WRITE_AT_ONCE && !flush(c))
            return error_cause(errno);
    }
    return NULL;
}

const struct draws_format draws_csv = { csv_open, csv_add, csv_close };
