/* Feasibility on a made-up world: what is needed, the share of a small class, the words for it.
 *
 * Five years from 2020; every expected share is counted by hand. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "tests/check.h"
#include "analysis/needed.h"
#include "analysis/precedent.h"
#include "engine/series.h"

#define YEARS 11
#define SERIES 9
#define TARGETS 4

enum { CITY, NATION, REGIONS };

static const struct {
    size_t region;
    const char *key;
    double base, end; /* in 2020 and 2030, straight between */
} path[SERIES] = {
    { CITY, "gdp", 100, 200 },          { CITY, "gdp_real", 100, 150 },    { CITY, "gdp_per_capita_real", 10, 20 },
    { CITY, "urbanization", 50, 60 },   { CITY, "rank_national", 60, 50 }, { CITY, "modernization", 80, 90 },
    { CITY, "gdp_per_capita", 10, 30 }, { NATION, "gdp", 1000, 1000 },     { NATION, "gdp_per_capita", 20, 40 },
};

struct world {
    struct plan plan;
    struct plan_region region[REGIONS];
    struct plan_target target[TARGETS];
    struct plan_class class[2];
    struct plan_span span[3];
    struct plan_member member[8];
    struct plan_entry entry[2];
    double value[2];
    size_t index[1], weight[1];
    struct trajectory trajectory;
    struct series series[SERIES];
    double values[SERIES * YEARS];
    struct judgements judged;
    struct feasibles found;
};

static void
world_open(struct world *w)
{
    *w = (struct world) { 0 };
    w->region[CITY].key = "city";
    w->region[NATION].key = "nation";
    w->plan = (struct plan) { .start = 2020,
                              .end = 2030,
                              .years = YEARS,
                              .regions = REGIONS,
                              .region = w->region,
                              .home = CITY,
                              .benchmark = NATION,
                              .target = w->target,
                              .precedent = { 25, 5, 0, w->class },
                              .entry = w->entry,
                              .value = w->value };
    w->value[0] = 120; /* cap */
    w->value[1] = 1;
    w->entry[1].offset = w->weight[0] = 1;
    w->index[0] = indicator_number("gdp_per_capita");
    w->plan.modernization = (struct plan_modernization) { 1, w->index, w->weight, 0 };
    for (size_t i = 0; i < SERIES; i++) {
        w->series[i] = (struct series) { path[i].region, indicator_number(path[i].key), PLAN_NONE, 0, "" };
        strcpy(w->series[i].key, path[i].key);
        for (size_t t = 0; t < YEARS; t++)
            w->values[i * YEARS + t] = path[i].base + (path[i].end - path[i].base) * (double) t / (YEARS - 1);
    }
    w->trajectory = (struct trajectory) {
        .plan = &w->plan, .count = SERIES, .series = w->series, .years = YEARS, .value = w->values
    };
}

/* A class of one span with these members */
static void
add_class(struct world *w, const char *indicator, bool over_nation, int years, size_t count, const double *excess)
{
    static const char *const name[] = { "a", "b", "c", "d", "e", "f", "g", "h" };
    struct plan_class *k = &w->class[w->plan.precedent.classes++];

    *w->span = (struct plan_span) { 2020 - years, 2020, count, w->member, { .excess = NAN } };
    *k = (struct plan_class) { "class", "Class", "组", indicator_number(indicator), over_nation, 1, w->span };
    for (size_t i = 0; i < count; i++)
        w->member[i] = (struct plan_member) { name[i], name[i], 1, excess[i] };
}

static struct plan_target *
add_target(struct world *w, const char *indicator, int year, double bound)
{
    struct plan_target *g = &w->target[w->plan.targets++];

    *g = (struct plan_target) { .key = "aim",
                                .step = PLAN_NONE,
                                .region = CITY,
                                .indicator = indicator_number(indicator),
                                .sector = PLAN_NONE,
                                .year = year,
                                .bound = bound,
                                .bound_indicator = PLAN_NONE,
                                .bound_sector = PLAN_NONE,
                                .times = 1,
                                .over = PLAN_NONE,
                                .relative_to = PLAN_NONE,
                                .counts = true };
    return g;
}

static const struct feasible *
assess(struct world *w)
{
    struct error err = { 0 };

    assert_int_equal(targets_judge(&w->judged, &w->trajectory, &err), OK);
    feasibles_assess(&w->found, &w->judged, &w->trajectory);
    return w->found.target;
}

static void
world_close(struct world *w)
{
    feasibles_free(&w->found);
    feasibles_free(&w->found);
    judgements_free(&w->judged);
}

static double
a_year(double before, double after, int years)
{
    return 100 * (pow(after / before, 1.0 / years) - 1);
}

static const double five[] = { -1, 0, 1, 2, 3 };

static void
shares_and_their_words(void **state)
{
    static const struct {
        double excess; /* percent a year that 2025 needs, the nation's GDP standing still */
        size_t reached;
        double share;
        enum feasibility class;
    } row[] = {
        { 16.0, 0, 0, WITHOUT_PRECEDENT }, { 14.9, 1, 20, STRETCH },  { 14.0, 2, 40, WITHIN_REACH },
        { 12.9, 3, 60, WITHIN_REACH },     { 8.0, 5, 100, ON_TRACK },
    };
    static const double members[] = { 12, 13, 14, 15, 11 };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct world w;
        const struct feasible *f;

        world_open(&w); /* 100 in 2020, 150 in 2025: 8.4 percent */
        add_class(&w, "gdp", true, 5, 5, members);
        add_target(&w, "gdp", 2025, 100 * pow(1 + (row[i].excess - 1e-9) / 100, 5));
        f = assess(&w);
        assert_int_equal(f->precedents, 1);
        assert_close(f->precedent->excess, row[i].excess, 1e-8);
        assert_false(f->precedent->normal);
        assert_int_equal(f->precedent->records, 5);
        assert_int_equal(f->precedent->reached, row[i].reached);
        assert_close(f->precedent->share, row[i].share, 1e-12);
        assert_int_equal(f->class, row[i].class);
        world_close(&w);
    }
}

/* Thresholds belong to the scenario; at the threshold it still is. */
static void
thresholds(void **state)
{
    static const struct {
        double within_reach, stretch;
        enum feasibility class;
    } row[] = { { 40, 5, WITHIN_REACH }, { 41, 40, STRETCH }, { 50, 41, WITHOUT_PRECEDENT } };
    static const double members[] = { 10, 20, 5, 20, 5 };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct world w;

        world_open(&w);
        w.plan.precedent.within_reach = row[i].within_reach;
        w.plan.precedent.stretch = row[i].stretch;
        add_class(&w, "gdp", true, 5, 5, members);
        add_target(&w, "gdp", 2025, 190);
        assert_int_equal(assess(&w)->class, row[i].class);
        assert_close(w.found.target->precedent->share, 40, 1e-12);
        world_close(&w);
    }
}

/* Ten years against spans of five: mean 1, variance 2.5, so the standard deviation over ten is
 * sqrt(2.5 * 0.5^0.7) = 1.2405364; an excess of 1 is the median, one deviation above it 15.865525 percent. */
static void
longer_than_any_record(void **state)
{
    const double sd = sqrt(2.5 * pow(0.5, 0.7));
    static const double at[] = { 0, 1, -1 }, share[] = { 50, 15.865525393145706, 84.134474606854294 };

    (void) state;
    assert_close(sd, 1.2405364, 1e-7);
    for (size_t i = 0; i < 3; i++) {
        struct world w;
        const struct precedent *p;

        world_open(&w);
        add_class(&w, "gdp", true, 5, 5, five);
        add_target(&w, "gdp", 2030, 100 * pow(1 + (1 + at[i] * sd) / 100, 10));
        p = assess(&w)->precedent;
        assert_true(p->normal);
        assert_int_equal(p->years, 10);
        assert_int_equal(p->span, 5);
        assert_close(p->mean, 1, 1e-12);
        assert_close(p->sd, sqrt(2.5), 1e-12);
        assert_close(p->share, share[i], 1e-9);
        world_close(&w);
    }
}

/* More is needed, fewer did it: for records and for the normal. */
static void
share_falls_as_more_is_needed(void **state)
{
    (void) state;
    for (int year = 2025; year <= 2030; year += 5) {
        double before = 101;

        for (double bound = 90; bound < 180; bound += 3) {
            struct world w;
            double share;

            world_open(&w);
            add_class(&w, "gdp", true, 5, 5, five);
            add_target(&w, "gdp", year, bound);
            share = assess(&w)->precedent->share;
            assert_true(share <= before && share >= 0);
            before = share;
            world_close(&w);
        }
        assert_true(before < 1);
    }
}

/* T itself, else the longest below, else the shortest; records of that length from all spans together */
static void
which_spans_are_compared(void **state)
{
    static const struct {
        int year, span;
        size_t records;
        bool normal;
    } row[] = { { 2023, 3, 2, false }, { 2022, 3, 2, true }, { 2027, 5, 3, true }, { 2025, 5, 3, false } };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct world w;
        const struct precedent *p;

        world_open(&w);
        add_class(&w, "gdp", true, 5, 5, five);
        w.span[0].members = 1;
        w.span[1] = (struct plan_span) { 2017, 2020, 2, w.member + 1, { .excess = NAN } };
        w.span[2] = (struct plan_span) { 2010, 2015, 2, w.member + 3, { .excess = NAN } };
        w.class->spans = 3;
        add_target(&w, "gdp", row[i].year, 180);
        p = assess(&w)->precedent;
        assert_int_equal(p->span, row[i].span);
        assert_int_equal(p->records, row[i].records);
        assert_int_equal(p->normal, row[i].normal);
        world_close(&w);
    }
}

/* What each kind of target needs of the class's indicator */
static void
what_is_needed(void **state)
{
    static const struct {
        const char *indicator, *class;
        int from;
        size_t over, relative_to;
        double bound, needed; /* by 2030, a year */
        bool by_head;
    } row[] = {
        { "gdp", "gdp", 0, PLAN_NONE, PLAN_NONE, 300, 11.6123174, false },                           /* 3 times */
        { "gdp", "gdp_real", 0, PLAN_NONE, PLAN_NONE, 300, 8.4471771, false },                       /* 300 * 150/200 */
        { "gdp_real", "gdp", 0, PLAN_NONE, PLAN_NONE, 300, 14.8698355, false },                      /* 4 times */
        { "gdp_per_capita", "gdp_per_capita_real", 0, PLAN_NONE, PLAN_NONE, 45, 11.6123174, false }, /* 45 * 20/30 */
        { "gdp", "gdp", 2020, PLAN_NONE, PLAN_NONE, 9, 9, false },
        { "gdp", "gdp", 2020, NATION, PLAN_NONE, 9, 9, false },        /* the nation stands still */
        { "gdp", "gdp", 0, PLAN_NONE, NATION, 30, 11.6123174, false }, /* percent of 1000 */
        { "gdp", "gdp", 0, NATION, PLAN_NONE, -700, 11.6123174, false },
        { "gdp", "gdp", 2020, PLAN_NONE, NATION, 20, 11.6123174, false }, /* from 10 percent of it to 30 */
        { "urbanization", "urbanization", 0, PLAN_NONE, PLAN_NONE, 65, 1.5, false },
        { "urbanization", "urbanization", 2025, PLAN_NONE, PLAN_NONE, 10, 2, false },
        { "rank_national", "rank_national", 0, PLAN_NONE, PLAN_NONE, 40, 2, false },          /* 20 places gained */
        { "modernization", "gdp_per_capita", 0, PLAN_NONE, PLAN_NONE, 75, 11.6123174, true }, /* 75 % of 40 */
    };

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        struct world w;
        struct plan_target *g;
        const struct feasible *f;

        world_open(&w);
        add_class(&w, row[i].class, false, 10, 5, five);
        g = add_target(&w, row[i].indicator, 2030, row[i].bound);
        g->from = row[i].from;
        g->over = row[i].over;
        g->relative_to = row[i].relative_to;
        f = assess(&w);
        assert_int_equal(f->precedents, 1);
        assert_close(f->precedent->needed, row[i].needed, 1e-7);
        assert_int_equal(f->by_head, row[i].by_head);
        world_close(&w);
    }
    assert_close(a_year(1, 3, 10), 11.6123174, 1e-8);
}

/* No class, an index past what GDP per head can give, another region: nothing is said. */
static void
what_nothing_is_known_of(void **state)
{
    struct world w;

    (void) state;
    world_open(&w);
    add_class(&w, "gdp", true, 5, 5, five);
    add_target(&w, "urbanization", 2025, 90);
    add_target(&w, "modernization", 2025, 121); /* the cap is 120 */
    add_target(&w, "gdp", 2025, 9000)->region = NATION;
    add_target(&w, "gdp", 2025, 120);
    assess(&w);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(w.found.target[i].precedents, 0);
        assert_int_equal(w.found.target[i].class, NO_PRECEDENT_KNOWN);
    }
    assert_int_equal(w.found.target[3].class, ON_TRACK); /* which needs no precedent, and has a share all the same */
    assert_int_equal(w.found.target[3].precedents, 1);
    world_close(&w);
}

static void
the_nearest_class_decides(void **state)
{
    struct world w;
    const struct feasible *f;
    struct record_found found[3];

    (void) state;
    world_open(&w);
    add_class(&w, "gdp", false, 5, 5, five);
    add_class(&w, "gdp_per_capita_real", false, 5, 5, five);
    add_target(&w, "gdp_per_capita", 2025, 22);
    add_target(&w, "gdp_real", 2025, 130);
    f = assess(&w);
    assert_int_equal(f[0].precedents, 2);
    assert_ptr_equal(f[0].precedent[0].class, &w.class[1]);
    assert_ptr_equal(f[1].precedent[0].class, &w.class[0]);
    world_close(&w);

    world_open(&w);
    add_class(&w, "gdp", false, 5, 5, five);
    add_target(&w, "gdp", 2025, 100 * pow(1.016, 5));
    assert_int_equal(precedent_nearest(found, 3, assess(&w)->precedent), 3);
    assert_string_equal(found[0].member->name, "d"); /* 2 */
    assert_string_equal(found[1].member->name, "c"); /* 1 */
    assert_string_equal(found[2].member->name, "e"); /* 3 */
    assert_int_equal(precedent_nearest(found, 1, w.found.target->precedent), 1);
    assert_string_equal(found[0].member->name, "d");
    world_close(&w);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_and_their_words),   cmocka_unit_test(thresholds),
        cmocka_unit_test(longer_than_any_record),   cmocka_unit_test(share_falls_as_more_is_needed),
        cmocka_unit_test(which_spans_are_compared), cmocka_unit_test(what_is_needed),
        cmocka_unit_test(what_nothing_is_known_of), cmocka_unit_test(the_nearest_class_decides),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
