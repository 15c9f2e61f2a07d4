/* Which indicators and years a comparison shows: those that the base's targets speak of. */
#include <string.h>
#include "report/comparison.h"

#define RELATIVE "relative_gdp_per_capita"
#define INDEX "modernization"

/* A list of columns in the making */
struct list {
    const struct trajectory *t;
    struct comparison_column *column;
    size_t count;
};

static void
add_column(struct list *l, const char *key, int year)
{
    const size_t series = trajectory_find(l->t, l->t->plan->home, key);

    if (series != PLAN_NONE && l->count < COMPARISON_COLUMNS)
        l->column[l->count++] = (struct comparison_column) { l->t->series[series].key, year, series };
}

/* The value itself is wanted, of home: no growth, no comparison with another region */
static bool
is_plain(const struct plan *p, const struct plan_target *g)
{
    return g->counts && g->region == p->home && !g->from && g->over == PLAN_NONE && g->relative_to == PLAN_NONE;
}

static void
add_target(struct list *l, const struct plan_target *g)
{
    const size_t series = trajectory_series(l->t, g->region, g->indicator, g->sector);

    for (size_t i = 0; i < l->count; i++)
        if (l->column[i].series == series) {
            l->column[i].year = g->year > l->column[i].year ? g->year : l->column[i].year;
            return;
        }
    if (series != PLAN_NONE)
        add_column(l, l->t->series[series].key, g->year);
}

static bool
shows_year(const struct list *l, int year)
{
    for (size_t i = 0; i < l->count; i++)
        if (l->column[i].year == year)
            return true;
    return false;
}

static void
add_steps_left_out(struct list *l)
{
    const struct plan *p = l->t->plan;

    for (size_t i = 0; i < p->steps; i++)
        if (!shows_year(l, p->step[i].to) && p->step[i].to <= p->end)
            add_column(l, RELATIVE, p->step[i].to);
}

/* Without targets: what people ask first, at the end */
static void
add_usual(struct list *l)
{
    static const char *const usual[] = { "gdp", "gdp_per_capita", "urbanization", RELATIVE, "rank_national", INDEX };

    for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++)
        add_column(l, usual[i], l->t->plan->end);
}

/* By year, otherwise as they came. */
static void
sort_by_year(struct list *l)
{
    for (size_t i = 1; i < l->count; i++) {
        const struct comparison_column c = l->column[i];
        size_t at = i;

        for (; at > 0 && l->column[at - 1].year > c.year; at--)
            l->column[at] = l->column[at - 1];
        l->column[at] = c;
    }
}

size_t
comparison_columns(struct comparison_column column[COMPARISON_COLUMNS], const struct compared *base)
{
    struct list l = { base->trajectory, column, 0 };
    const struct plan *p = l.t->plan;

    for (size_t i = 0; i < p->targets; i++)
        if (is_plain(p, &p->target[i]))
            add_target(&l, &p->target[i]);
    if (l.count)
        add_steps_left_out(&l);
    else
        add_usual(&l);
    sort_by_year(&l);
    return l.count;
}

size_t
comparison_sorting(const struct comparison_column *column, size_t columns)
{
    for (size_t i = 0; i < columns; i++)
        if (!strcmp(column[i].key, INDEX))
            return i;
    return columns - 1;
}

void
comparison_order(size_t *order, const struct compared *scenario, size_t count)
{
    struct comparison_column column[COMPARISON_COLUMNS];
    const size_t columns = comparison_columns(column, &scenario[0]);
    const struct comparison_column *by = &column[columns ? comparison_sorting(column, columns) : 0];

    compare_order(order, scenario, count, columns ? by->key : "", columns ? by->year : 0);
}
