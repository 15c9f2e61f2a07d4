/* Parsing of CSV, in place: a cell is a piece of the input's text, its end overwritten by a NUL. */
#include "base/csv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"

#define COLUMNS_MAX 10000
#define RAGGED_MAX 20 /* rows of the wrong width told of before the reading ends */
#define STRINGIFY_(x) #x
#define STRINGIFY(x) STRINGIFY_(x)

struct reader {
    const char *path;
    char *at; /* next character */
    int line; /* its line */
    char **field;
    size_t fields, room; /* of the record read last; no more than COLUMNS_MAX + 1 are kept */
    struct error *err;
};

static void
keep_field(struct reader *r, char *field)
{
    if (r->fields <= COLUMNS_MAX) {
        r->field = memory_room(r->field, r->fields, &r->room, sizeof *r->field);
        r->field[r->fields] = field;
    }
    r->fields++;
}

static enum status
reader_fail(struct reader *r, int line, enum word word)
{
    const struct place place = { r->path, line };

    return error_add(r->err, FAILED_INPUT, place, word);
}

/* Ends the field before `end` and steps over the comma or line end at r->at. */
static bool
field_ends(struct reader *r, char *end, bool *record_ends)
{
    const char mark = *r->at;

    if (mark != ',' && mark != '\n' && mark != '\0')
        return false;
    *record_ends = mark != ',';
    r->line += mark == '\n';
    r->at += mark != '\0';
    *end = '\0';
    return true;
}

static enum status
read_quoted(struct reader *r, bool *record_ends)
{
    const int first_line = r->line;
    char *const field = ++r->at;
    char *end = field;

    while (*r->at != '"' || r->at[1] == '"') {
        if (*r->at == '\0')
            return reader_fail(r, first_line, WORD_csv_open_quote);
        r->line += *r->at == '\n';
        r->at += *r->at == '"'; /* the first of two */
        *end++ = *r->at++;
    }
    r->at++;
    keep_field(r, field);
    return field_ends(r, end, record_ends) ? OK : reader_fail(r, r->line, WORD_csv_stray_quote);
}

static enum status
read_plain(struct reader *r, bool *record_ends)
{
    char *const field = r->at;

    r->at += strcspn(r->at, ",\n\"");
    keep_field(r, field);
    return field_ends(r, r->at, record_ends) ? OK : reader_fail(r, r->line, WORD_csv_stray_quote);
}

static enum status
read_record(struct reader *r)
{
    bool ends = false;
    enum status rc = OK;

    r->fields = 0;
    while (!rc && !ends)
        rc = *r->at == '"' ? read_quoted(r, &ends) : read_plain(r, &ends);
    return rc;
}

static void
skip_blank_lines(struct reader *r)
{
    while (*r->at == '\n') {
        r->at++;
        r->line++;
    }
}

static void
skip_comments(struct reader *r)
{
    skip_blank_lines(r);
    while (*r->at == '#') {
        r->at += strcspn(r->at, "\n");
        skip_blank_lines(r);
    }
}

static enum status
check_names(struct reader *r, struct place place)
{
    char number[24];

    for (size_t i = 0; i < r->fields; i++) {
        if (r->field[i][0] == '\0') {
            snprintf(number, sizeof number, "%zu", i + 1);
            return error_add(r->err, FAILED_INPUT, place, WORD_csv_unnamed, number);
        }
        for (size_t j = 0; j < i; j++)
            if (strcmp(r->field[i], r->field[j]) == 0)
                return error_add(r->err, FAILED_INPUT, place, WORD_csv_duplicate, r->field[i]);
    }
    return OK;
}

static enum status
read_header(struct reader *r, struct csv *out)
{
    struct place place = { r->path, 0 };
    enum status rc;

    skip_comments(r);
    place.line = r->line;
    if (*r->at == '\0')
        return error_add(r->err, FAILED_INPUT, place, WORD_csv_empty);
    rc = read_record(r);
    if (rc)
        return rc;
    if (r->fields > COLUMNS_MAX)
        return error_add(r->err, FAILED_INPUT, place, WORD_csv_too_wide, STRINGIFY(COLUMNS_MAX));
    rc = check_names(r, place);
    if (rc)
        return rc;
    out->columns = r->fields;
    out->header = memory_new(r->fields, sizeof *out->header);
    memcpy(out->header, r->field, r->fields * sizeof *r->field);
    return OK;
}

static enum status
ragged(const struct reader *r, const struct csv *out, int line)
{
    const struct place place = { r->path, line };
    char row[24], fields[24], columns[24];

    snprintf(row, sizeof row, "%d", line);
    snprintf(fields, sizeof fields, "%zu", r->fields);
    snprintf(columns, sizeof columns, "%zu", out->columns);
    return error_add(r->err, FAILED_INPUT, place, WORD_csv_ragged, row, fields, columns);
}

static enum status
read_rows(struct reader *r, struct csv *out)
{
    size_t cells = 0, cell_room = 0, line_room = 0;
    int bad = 0;

    for (skip_blank_lines(r); *r->at && bad < RAGGED_MAX; skip_blank_lines(r)) {
        const int line = r->line;
        const enum status rc = read_record(r);

        if (rc)
            return rc;
        if (r->fields != out->columns) {
            ragged(r, out, line);
            bad++;
            continue;
        }
        for (size_t i = 0; i < r->fields; i++) {
            out->cell = memory_room(out->cell, cells, &cell_room, sizeof *out->cell);
            out->cell[cells++] = r->field[i];
        }
        out->line = memory_room(out->line, out->rows, &line_room, sizeof *out->line);
        out->line[out->rows++] = line;
    }
    if (!bad && !out->rows)
        return reader_fail(r, r->line, WORD_csv_no_rows);
    return bad ? FAILED_INPUT : OK;
}

enum status
csv_parse(struct csv *out, struct error *err)
{
    struct reader r = { .path = out->path, .at = out->input.text, .line = 1, .err = err };
    enum status rc = read_header(&r, out);

    if (!rc)
        rc = read_rows(&r, out);
    free(r.field);
    return rc;
}
