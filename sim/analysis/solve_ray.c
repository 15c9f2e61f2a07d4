#include "analysis/solve_ray.h"
#include <math.h>
#include "base/root.h"

#define ROUNDS 40      /* blocks in which a crossing is narrowed down */
#define CLOSER_LOOKS 3 /* at the best points of a scan that met nothing */
#define NARROW 1e-13   /* part of the ray that is narrow enough */
#define NEAR 6         /* points that a polynomial goes through */
#define MOST_POINTS (LANES + 3)

/* Points in rising order of s */
struct points {
    size_t count;
    struct ray_point at[MOST_POINTS];
};

double
ray_change(const struct ray *ray, size_t mover, double s)
{
    const double x = s * ray->direction[mover], limit = ray->limit[mover];

    return fabs(x) > fabs(limit) ? limit : x;
}

static void
try_block(const struct ray *ray, struct ray_point point[LANES])
{
    struct tries *t = ray->tries;
    double value[LANES];

    for (size_t k = 0; k < t->movers; k++)
        EACH_LANE(l)
            t->change[k][l] = ray_change(ray, k, point[l].s);
    tries_run(t, LANES, ray->goal, value);
    EACH_LANE(l)
        point[l].value = value[l];
}

static void
add_point(struct points *p, struct ray_point x)
{
    size_t i = p->count++;

    for (; i > 0 && p->at[i - 1].s > x.s; i--)
        p->at[i] = p->at[i - 1];
    p->at[i] = x;
}

/* The values at `s`, between points that are known; tries that fall on or outside these are left out. */
static void
fill_between(struct points *out, const struct ray *ray, struct ray_point left, struct ray_point right,
             struct ray_point point[LANES])
{
    try_block(ray, point);
    out->count = 0;
    add_point(out, left);
    add_point(out, right);
    EACH_LANE(l)
        if (point[l].s > left.s && point[l].s < right.s)
            add_point(out, point[l]);
}

static void
spread_evenly(struct ray_point point[LANES], double left, double right)
{
    EACH_LANE(l)
        point[l].s = left + (right - left) * (double) (l + 1) / (LANES + 1);
}

static void
scan(struct points *p, const struct ray *ray)
{
    struct ray_point point[LANES];

    EACH_LANE(l)
        point[l].s = ray->to * (double) (l + 1) / LANES;
    try_block(ray, point);
    p->count = 0;
    add_point(p, (struct ray_point) { 0, ray->at_0 });
    EACH_LANE(l)
        add_point(p, point[l]);
}

static bool
is_met(struct ray_point x)
{
    return x.value >= 0;
}

/* The point before the first that is met; the number of points where none is */
static size_t
first_crossing(const struct points *p)
{
    for (size_t i = 0; i + 1 < p->count; i++)
        if (is_met(p->at[i + 1]))
            return i;
    return p->count;
}

/* The polynomial through the points (Neville's scheme) */
static double
polynomial(double s, void *arg)
{
    const struct points *p = arg;
    double y[NEAR] = { 0 };

    for (size_t i = 0; i < p->count; i++)
        y[i] = p->at[i].value;
    for (size_t k = 1; k < p->count; k++)
        for (size_t i = 0; i + k < p->count; i++)
            y[i] = ((s - p->at[i + k].s) * y[i] + (p->at[i].s - s) * y[i + 1]) / (p->at[i].s - p->at[i + k].s);
    return y[0];
}

/* Where the polynomial about the crossing between points i and i + 1 is 0; the middle where that cannot be told */
static double
root_between(const struct points *p, size_t i)
{
    const size_t before = NEAR / 2 - 1, first = i < before ? 0 : i - before;
    struct points near = { 0 };
    double root;

    for (size_t k = first; k < p->count && near.count < NEAR; k++)
        if (isfinite(p->at[k].value))
            add_point(&near, p->at[k]);
    if (isfinite(p->at[i].value) && root_bracketed(&root, polynomial, &near, p->at[i].s, p->at[i + 1].s) == OK)
        return root;
    return 0.5 * (p->at[i].s + p->at[i + 1].s);
}

/* Even points, but for those that fit between the ends about the root, at distances that fall by powers of ten */
static void
spread_about(struct ray_point point[LANES], double root, double left, double right)
{
    spread_evenly(point, left, right);
    EACH_LANE(l) {
        const size_t power = 1 + l / 2;
        const double distance = (right - left) * pow(10, -(double) power);
        const double s = l + 1 == LANES ? root : l % 2 ? root + distance : root - distance;

        if (s > left && s < right)
            point[l].s = s;
    }
}

/* The crossing between p's points i and i + 1, narrowed down until the met one is just met. */
static enum status
narrow(struct ray_found *out, const struct ray *ray, struct points *p, size_t i)
{
    bool evenly = false;

    for (int round = 0; round < ROUNDS; round++) {
        const struct ray_point left = p->at[i], right = p->at[i + 1];
        struct ray_point point[LANES];

        out->at = right;
        if (right.s - left.s <= NARROW * ray->to || right.value <= GOAL_HAIR)
            return OK;
        if (evenly)
            spread_evenly(point, left.s, right.s);
        else
            spread_about(point, root_between(p, i), left.s, right.s);
        fill_between(p, ray, left, right, point);
        i = first_crossing(p);
        evenly = p->at[i + 1].s - p->at[i].s > (right.s - left.s) / LANES;
    }
    return FAILED_WORK;
}

static size_t
best_of(const struct points *p)
{
    size_t best = 0;

    for (size_t i = 1; i < p->count; i++)
        if (p->at[i].value > p->at[best].value)
            best = i;
    return best;
}

/* A peak between the points of a scan may meet the goal: a closer look about the best of them, a few times */
static void
look_closer(const struct ray *ray, struct points *p)
{
    for (int i = 0; i < CLOSER_LOOKS && first_crossing(p) == p->count; i++) {
        const size_t best = best_of(p);
        struct ray_point left, right, peak = p->at[best], point[LANES];

        if (best == 0 || best + 1 == p->count)
            return;
        left = p->at[best - 1];
        right = p->at[best + 1];
        spread_evenly(point, left.s, right.s);
        fill_between(p, ray, left, right, point);
        add_point(p, peak);
    }
}

static void
survey(struct ray_found *out, const struct points *p)
{
    double least = INFINITY, most = -INFINITY;

    *out = (struct ray_found) { .at = p->at[best_of(p)] };
    for (size_t i = 0; i < p->count; i++) {
        least = fmin(least, p->at[i].value);
        most = fmax(most, p->at[i].value);
        out->entries += i > 0 && is_met(p->at[i]) && !is_met(p->at[i - 1]);
    }
    out->flat = most - least <= 1e-13;
}

enum status
ray_search(struct ray_found *out, const struct ray *ray)
{
    struct points p;

    scan(&p, ray);
    survey(out, &p);
    if (first_crossing(&p) == p.count && !out->flat) {
        look_closer(ray, &p);
        survey(out, &p);
    }
    out->met = first_crossing(&p) < p.count;
    return out->met ? narrow(out, ray, &p, first_crossing(&p)) : OK;
}
