/* Why scenarios differ: which two are taken, how their parts are named, put in order and drawn. */
#include "trial.h"
#include "analysis/why.h"
#include "engine/run.h"
#include "report/chart_compare.h"
#include "report/results.h"
#include "report/why.h"

#define COUNT 3
#define INDEX "modernization: { weights: { gdp_per_capita = 0.6; urbanization = 0.4; }; };"

struct trio {
    struct trial *t;
    struct scenario sc[COUNT];
    struct trajectory trajectory[COUNT];
    struct compared compared[COUNT];
    struct why why;
};

static void
open_trio(struct trio *x, void **state, const char *const text[COUNT])
{
    *x = (struct trio) { .t = *state };
    for (size_t i = 0; i < COUNT; i++) {
        struct error err = { 0 };

        assert_accepted(x->t, text[i], "");
        x->sc[i] = x->t->sc;
        x->t->sc = (struct scenario) { 0 };
        assert_int_equal(run_plan(&x->trajectory[i], &x->sc[i].plan, &err), OK);
        x->compared[i].trajectory = &x->trajectory[i];
    }
    why_furthest(&x->why, x->compared, COUNT, NULL, 0);
}

static void
close_trio(struct trio *x)
{
    why_free(&x->why);
    why_free(&x->why);
    for (size_t i = 0; i < COUNT; i++) {
        trajectory_free(&x->trajectory[i]);
        scenario_free(&x->sc[i]);
    }
}

static const char *const apart[COUNT] = {
    "title = \"Base\";" INDEX,
    "title = \"Up\";" INDEX "regions: { city: { production: { tfp_boost = 0.5; }; }; };",
    "title = \"Down\";" INDEX "regions: { city: { production: { tfp_boost = -0.2; }; "
    "urbanization: { policy = -1.0; }; sectors: { works: { price_premium = -1.0; }; }; }; "
    "nation: { labour: { employment_rate = 74.0; }; }; };",
};

static void
the_two_furthest_apart(void **state)
{
    struct trio x;

    open_trio(&x, state, apart);
    assert_true(x.why.known);
    assert_int_equal(x.why.from, 1);
    assert_int_equal(x.why.to, 2);
    assert_int_equal(x.why.year, 2030);
    assert_string_equal(indicators[x.why.indicator].key, "modernization");
    assert_int_equal(x.why.shares.parts, 4);
    assert_close(x.why.shares.base, compare_value(&x.trajectory[1], "modernization", 2030), 1e-12);
    assert_close(x.why.shares.variant, compare_value(&x.trajectory[2], "modernization", 2030), 1e-12);
    close_trio(&x);
}

/* Without an index everywhere GDP per head; the year is the last that all have. */
static void
another_figure(void **state)
{
    static const char *const text[COUNT] = { "", "regions: { city: { production: { tfp_boost = 0.5; }; }; };", "" };
    struct trio x;

    open_trio(&x, state, text);
    assert_true(x.why.known);
    assert_string_equal(indicators[x.why.indicator].key, "gdp_per_capita");
    assert_int_equal(x.why.from, 0);
    assert_int_equal(x.why.to, 1);
    close_trio(&x);
}

static void
what_cannot_be_told(void **state)
{
    static const char *const same[COUNT] = { "", "title = \"B\";", "title = \"C\";" }, *const other[COUNT] = {
        "", "horizon: { end = 2029; };", "regions: { province: { west = false; }; };"
    };
    struct trio x;

    open_trio(&x, state, same);
    assert_false(x.why.known);
    close_trio(&x);
    open_trio(&x, state, other);
    assert_false(x.why.known);
    assert_int_equal(x.why.year, 2029);
    close_trio(&x);
}

static void
names_of_parts(void **state)
{
    static const struct {
        const char *key, *english, *chinese;
    } row[] = {
        { "", "all other settings", "其余设置" },
        { "regions.city.population", "residents", "人口" },
        { "regions.city.sectors.works", "works", "works" },
        { "regions.nation.labour", "Nation: employment", "Nation：就业" },
        { "regions.province.convergence", "province: convergence", "province：趋同" },
        { "regions.city.sectors.works.price_premium", "works: its own price growth on top",
          "works：部门自身价格的额外涨幅" },
        { "regions.nation", "Nation", "Nation" },
        { "regions.city", "City", "City" },
        { "peers", "other cities", "比较城市" },
        { "modernization", "weights of the index", "指数权重" },
    };
    struct trial *t = *state;
    struct text name = { 0 };

    assert_accepted(t, "", "");
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        why_part_phrase(&name, &t->sc.plan, row[i].key, ENGLISH);
        assert_string_equal(text_of(&name), row[i].english);
        text_free(&name);
        why_part_phrase(&name, &t->sc.plan, row[i].key, CHINESE);
        assert_string_equal(text_of(&name), row[i].chinese);
        text_free(&name);
    }
}

static void
parts_in_order(void **state)
{
    static char name[4][2] = { "a", "", "b", "c" };
    struct shapley s = { .parts = 4,
                         .part = { { name[0], 1, -1 }, { name[1], 1, 9 }, { name[2], 1, 3 }, { name[3], 1, -3 } } };
    size_t order[SHAPLEY_GROUPS];

    (void) state;
    why_order(order, &s);
    assert_int_equal(order[0], 2); /* of equal ones the first */
    assert_int_equal(order[1], 3);
    assert_int_equal(order[2], 0);
    assert_int_equal(order[3], 1); /* the rest last, however large */
}

/* The picture: a box a part, an upright a scenario, the table adds up; in both languages, and without what is known. */
static void
the_waterfall(void **state)
{
    struct trio x;
    struct chart_input in[COUNT];
    struct chart_scenario scenario[COUNT];
    struct chart_scenarios all = { .count = COUNT, .scenario = scenario };
    struct theme theme;

    open_trio(&x, state, apart);
    theme_start(&theme, SIZE_PAGE);
    for (int language = ENGLISH; language <= CHINESE; language++) {
        struct figure f;
        size_t boxes = 0;

        for (size_t i = 0; i < COUNT; i++) {
            in[i] = (struct chart_input) { .plan = &x.sc[i].plan,
                                           .trajectory = &x.trajectory[i],
                                           .theme = &theme,
                                           .language = (enum language) language };
            scenario[i] = (struct chart_scenario) { x.sc[i].plan.title, &in[i] };
        }
        figure_start(&f, "waterfall", &in[0]);
        all.why = NULL;
        assert_false(chart_waterfall(&f, &all));
        all.why = &x.why;
        assert_true(chart_waterfall(&f, &all));
        for (size_t i = 0; i < f.count.shape; i++) {
            boxes += f.shape[i].kind == SHAPE_BOX;
            assert_true(f.shape[i].x1 >= 0 && f.shape[i].x2 <= f.width);
            assert_true(f.shape[i].y1 >= 0 && f.shape[i].y1 <= f.height);
        }
        assert_int_equal(boxes, 4);
        assert_non_null(f.title);
        assert_non_null(strstr(f.subtitle, "2030"));
        assert_non_null(strstr(text_of(&f.table), "\nregions.city.production,1,"));
        assert_int_equal(strncmp(text_of(&f.table), "part,settings,modernization 2030\n", 33), 0);
        figure_free(&f);
    }
    close_trio(&x);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TRIAL(the_two_furthest_apart),    TRIAL(another_figure), TRIAL(what_cannot_be_told), TRIAL(names_of_parts),
        cmocka_unit_test(parts_in_order), TRIAL(the_waterfall),
    };

    return RUN_TRIALS(tests);
}
