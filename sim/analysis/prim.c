#include "analysis/prim.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"

const struct prim_options prim_usual = { .alpha = 0.05, .support = 0.01, .p_value = 0.01, .coverage = 0.1, .boxes = 3 };

struct search {
    const struct prim_data *d;
    const struct prim_options *o;
    size_t *order;   /* [inputs][draws]: draws by the input's value */
    bool *left;      /* [draws]: not in an earlier box */
    bool *inside;    /* [draws]: left, and in the box that is being peeled */
    size_t in, hits; /* draws inside, cases among them */
    size_t cases;    /* of all draws */
};

/* One end of one input moved inward (peeling): what stays */
struct cut {
    size_t input;
    bool upper;
    double limit; /* the outermost value that stays inside */
    size_t in, hits;
};

static double
value_of(const struct prim_data *d, size_t input, size_t draw)
{
    return d->x[input * d->draws + draw];
}

static bool
within(const struct prim_data *d, const struct prim_box *b, size_t draw, size_t but)
{
    for (size_t i = 0; i < d->inputs; i++) {
        const double x = value_of(d, i, draw);

        if (i != but && !(x >= b->low[i] && x <= b->high[i]))
            return false;
    }
    return true;
}

static struct prim_box
box_new(size_t inputs)
{
    struct prim_box b = { .low = memory_new(inputs, sizeof(double)), .high = memory_new(inputs, sizeof(double)) };

    for (size_t i = 0; i < inputs; i++) {
        b.low[i] = -INFINITY;
        b.high[i] = INFINITY;
    }
    return b;
}

static void
box_free(struct prim_box *b)
{
    free(b->low);
    free(b->high);
}

static void
box_copy(struct prim_box *to, const struct prim_box *from, size_t inputs)
{
    double *low = to->low, *high = to->high;

    memcpy(low, from->low, inputs * sizeof *low);
    memcpy(high, from->high, inputs * sizeof *high);
    *to = *from;
    to->low = low;
    to->high = high;
}

/* The kth draw inside, from the lower or the upper end, that is the first of another value than the peeled ones: at
 * least `peel` draws go, and all that have their values. */
static bool
find_cut(struct cut *c, const struct search *s, size_t input, bool upper, size_t peel)
{
    const size_t n = s->d->draws, *order = &s->order[input * n];
    size_t gone = 0, hits = 0;
    double last = NAN;

    for (size_t k = 0; k < n; k++) {
        const size_t draw = order[upper ? n - 1 - k : k];
        const double x = value_of(s->d, input, draw);

        if (!s->inside[draw])
            continue;
        if (gone >= peel && x != last) {
            *c = (struct cut) { input, upper, x, s->in - gone, s->hits - hits };
            return true;
        }
        gone++;
        hits += s->d->is_case[draw];
        last = x;
    }
    return false;
}

/* Rise of the density for a draw given up */
static double
worth(const struct search *s, const struct cut *c)
{
    const double before = (double) s->hits / (double) s->in, after = (double) c->hits / (double) c->in;

    return (after - before) / (double) (s->in - c->in);
}

/* The cut of most worth; in 0 where none raises the density within the support. */
static struct cut
best_cut(const struct search *s)
{
    const size_t peel = (size_t) fmax(1, s->o->alpha * (double) s->in);
    const double least = s->o->support * (double) s->d->draws;
    struct cut best = { 0 }, c;
    double most = 0;

    for (size_t i = 0; i < s->d->inputs; i++)
        for (int upper = 0; upper < 2; upper++)
            if (find_cut(&c, s, i, upper, peel) && (double) c.in >= least && worth(s, &c) > most) {
                best = c;
                most = worth(s, &c);
            }
    return best;
}

static void
apply_cut(struct search *s, struct prim_box *b, const struct cut *c)
{
    *(c->upper ? &b->high[c->input] : &b->low[c->input]) = c->limit;
    for (size_t draw = 0; draw < s->d->draws; draw++) {
        const double x = value_of(s->d, c->input, draw);

        s->inside[draw] = s->inside[draw] && (c->upper ? x <= c->limit : x >= c->limit);
    }
    s->in = c->in;
    s->hits = c->hits;
}

/* Counts the box among the draws that are left, without the limits of input `but`. */
static void
count(struct prim_box *b, const struct search *s, size_t but)
{
    b->inside = b->cases = 0;
    for (size_t draw = 0; draw < s->d->draws; draw++)
        if (s->left[draw] && within(s->d, b, draw, but)) {
            b->inside++;
            b->cases += s->d->is_case[draw];
        }
    b->coverage = (double) b->cases / (double) s->cases;
    b->density = b->inside ? (double) b->cases / (double) b->inside : 0;
}

/* How far the cases inside are beyond those of as many draws at random, in what chance would scatter them by */
static double
balance(const struct prim_box *b, double usual)
{
    return b->inside ? ((double) b->cases - usual * (double) b->inside) / sqrt((double) b->inside) : 0;
}

/* Peels down to the smallest support; the best box on the way. */
static void
peel(struct prim_box *best, struct search *s)
{
    struct prim_box b = box_new(s->d->inputs);
    double usual;

    memcpy(s->inside, s->left, s->d->draws * sizeof *s->inside);
    count(&b, s, s->d->inputs);
    s->in = b.inside;
    s->hits = b.cases;
    box_copy(best, &b, s->d->inputs);
    usual = b.density;
    for (struct cut c = best_cut(s); c.in > 0; c = best_cut(s)) {
        apply_cut(s, &b, &c);
        b.inside = c.in;
        b.cases = c.hits;
        b.coverage = (double) c.hits / (double) s->cases;
        b.density = (double) c.hits / (double) c.in;
        if (balance(&b, usual) > balance(best, usual))
            box_copy(best, &b, s->d->inputs);
    }
    box_free(&b);
}

static bool
is_limited(const struct prim_box *b, size_t input)
{
    return isfinite(b->low[input]) || isfinite(b->high[input]);
}

/* Drops limits, the least needed first, that chance could explain: as many cases among the draws inside, were their
 * share that of the box without the limit. */
static void
drop_limits(struct prim_box *b, const struct search *s)
{
    for (;;) {
        size_t weakest = s->d->inputs;
        double chance = s->o->p_value;

        for (size_t i = 0; i < s->d->inputs; i++) {
            struct prim_box wider = *b;
            double p;

            if (!is_limited(b, i))
                continue;
            count(&wider, s, i);
            p = gsl_cdf_binomial_Q((unsigned) b->cases - 1, wider.density, (unsigned) b->inside);
            if (p >= chance) {
                chance = p;
                weakest = i;
            }
        }
        if (weakest == s->d->inputs)
            return;
        b->low[weakest] = -INFINITY;
        b->high[weakest] = INFINITY;
        count(b, s, s->d->inputs);
    }
}

static void
set_aside(struct search *s, const struct prim_box *b)
{
    for (size_t draw = 0; draw < s->d->draws; draw++)
        s->left[draw] = s->left[draw] && !within(s->d, b, draw, s->d->inputs);
}

static bool
is_anywhere_limited(const struct prim_box *b, size_t inputs)
{
    for (size_t i = 0; i < inputs; i++)
        if (is_limited(b, i))
            return true;
    return false;
}

static void
search_init(struct search *s, const struct prim_data *d, const struct prim_options *o)
{
    *s = (struct search) { .d = d, .o = o };
    s->order = memory_new(d->inputs * d->draws + 1, sizeof *s->order);
    s->left = memory_new(d->draws + 1, sizeof *s->left);
    s->inside = memory_new(d->draws + 1, sizeof *s->inside);
    for (size_t i = 0; i < d->inputs; i++)
        gsl_sort_index(&s->order[i * d->draws], &d->x[i * d->draws], 1, d->draws);
    for (size_t draw = 0; draw < d->draws; draw++) {
        s->left[draw] = true;
        s->cases += d->is_case[draw];
    }
}

struct prim_box *
prim_boxes(size_t *found, const struct prim_data *d, const struct prim_options *o)
{
    struct prim_box *list = memory_new(o->boxes + 1, sizeof *list);
    struct search s;

    search_init(&s, d, o);
    *found = 0;
    while (s.cases > 0 && s.cases < d->draws && *found < o->boxes) {
        struct prim_box *b = &list[*found];

        *b = box_new(d->inputs);
        peel(b, &s);
        drop_limits(b, &s);
        (*found)++;
        if (is_anywhere_limited(b, d->inputs) && b->coverage >= o->coverage
            && b->density * (double) d->draws > (double) s.cases) {
            set_aside(&s, b);
            continue;
        }
        (*found)--;
        box_free(b);
        break;
    }
    free(s.order);
    free(s.left);
    free(s.inside);
    return list;
}

void
prim_free(struct prim_box *box, size_t boxes)
{
    for (size_t i = 0; i < boxes; i++)
        box_free(&box[i]);
    free(box);
}
