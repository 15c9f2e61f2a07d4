/* --growth: percent a year, one for all or by years. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "command/solve_ask.h"

#define LEAST_GROWTH -50
#define MOST_GROWTH 100

struct point {
    double year, growth;
};

static bool
read_number(const char **at, double *x)
{
    const size_t length = strcspn(*at, ":,");
    char number[TEXT_NUMBER];

    if (length == 0 || length >= sizeof number)
        return false;
    memcpy(number, *at, length);
    number[length] = '\0';
    *at += length;
    return text_to_number(number, x);
}

/* "YEAR:GROWTH" */
static bool
read_point(const char **at, struct point *p)
{
    if (!read_number(at, &p->year) || **at != ':' || p->year != floor(p->year))
        return false;
    ++*at;
    return read_number(at, &p->growth) && p->growth >= LEAST_GROWTH && p->growth <= MOST_GROWTH;
}

/* From a point to the next, and flat to both ends of the horizon */
static void
fill(double *growth, const struct plan *p, const struct point *from, const struct point *to)
{
    for (size_t t = 0; t < p->years; t++) {
        const double year = p->start + (double) t;

        if (!from ? year <= to->year : year > from->year)
            growth[t] = !from || year >= to->year
                            ? to->growth
                            : from->growth
                                  + (to->growth - from->growth) * (year - from->year) / (to->year - from->year);
    }
}

static enum status
wrong(const char *text, struct error *err)
{
    return error_add(err, FAILED_INPUT, NOWHERE, WORD_solve_growth_wrong, text);
}

static enum status
outside(double year, const struct plan *p, struct error *err)
{
    char named[TEXT_NUMBER], first[TEXT_NUMBER], last[TEXT_NUMBER];

    return error_add(err, FAILED_INPUT, NOWHERE, WORD_solve_growth_year, text_number(named, year),
                     text_number(first, p->start + 1.0), text_number(last, p->end));
}

static enum status
read_points(double *growth, const struct plan *p, const char *text, struct error *err)
{
    struct point before = { 0, 0 }, now = { 0, 0 };
    const char *at = text;

    for (bool first = true;; first = false, before = now) {
        if (!read_point(&at, &now) || (!first && now.year <= before.year))
            return wrong(text, err);
        if (now.year <= p->start || now.year > p->end)
            return outside(now.year, p, err);
        fill(growth, p, first ? NULL : &before, &now);
        if (first)
            fill(growth, p, &now, &now);
        if (*at == '\0')
            return OK;
        if (*at++ != ',')
            return wrong(text, err);
    }
}

enum status
solve_growth(double *growth, const struct plan *p, const char *text, struct error *err)
{
    const char *at = text;
    double all;

    if (strchr(text, ':'))
        return read_points(growth, p, text, err);
    if (!read_number(&at, &all) || *at || all < LEAST_GROWTH || all > MOST_GROWTH)
        return wrong(text, err);
    for (size_t t = 0; t < p->years; t++)
        growth[t] = all;
    return OK;
}
