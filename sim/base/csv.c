#include "base/csv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"

enum status
csv_read(struct csv *out, const char *path, struct place named_in, struct error *err)
{
    const size_t size = strlen(path) + 1;
    enum status rc;

    *out = (struct csv) { 0 };
    out->path = memcpy(memory_new(size, 1), path, size);
    rc = input_read(&out->input, path, named_in, err);
    if (!rc)
        rc = csv_parse(out, err);
    if (rc)
        csv_free(out);
    return rc;
}

size_t
csv_column(const struct csv *c, const char *name)
{
    for (size_t i = 0; i < c->columns; i++)
        if (strcmp(c->header[i], name) == 0)
            return i;
    return CSV_NONE;
}

enum status
csv_need(const struct csv *c, const char *name, size_t *column, struct error *err)
{
    const struct place place = { c->path, 0 };
    struct text names = { 0 };

    *column = csv_column(c, name);
    if (*column != CSV_NONE)
        return OK;
    for (size_t i = 0; i < c->columns; i++) {
        text_add(&names, i ? ", " : "");
        text_add(&names, c->header[i]);
    }
    error_add(err, FAILED_INPUT, place, WORD_csv_missing_column, name, text_of(&names));
    text_free(&names);
    return FAILED_INPUT;
}

const char *
csv_cell(const struct csv *c, size_t row, size_t column)
{
    return c->cell[row * c->columns + column];
}

enum status
csv_number(const struct csv *c, size_t row, size_t column, double *x, struct error *err)
{
    const struct place place = { c->path, c->line[row] };
    const char *cell = csv_cell(c, row, column);
    char line[24];

    if (text_to_number(cell, x))
        return OK;
    snprintf(line, sizeof line, "%d", c->line[row]);
    return error_add(err, FAILED_INPUT, place, WORD_csv_number, c->header[column], line, cell);
}

void
csv_free(struct csv *c)
{
    free(c->path);
    free(c->header);
    free(c->cell);
    free(c->line);
    input_free(&c->input);
    *c = (struct csv) { 0 };
}
