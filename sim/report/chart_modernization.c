/* The modernization index against the nation's 100, its parts, the West's mean. */
#include "report/chart_kinds.h"

#include <math.h>
#include <string.h>
#include "report/chart_targets.h"
#include "report/number.h"

#define AXIS_LOW 70.0
#define AXIS_HIGH 110.0
#define AXIS_ROUND 10.0

static const struct chart_subject subject = {
    "modernization", WORD_chart_index, WORD_chart_plain, 1, 1, WORD_chart_index_points, 1, WORD_chart_target, 0
};

static const char *
part_name(const struct figure *f, const char *key)
{
    char long_key[128] = "chart_short_";
    enum word word;

    strncat(long_key, key, sizeof long_key - strlen(long_key) - 1);
    word = word_find(long_key);
    if (word == WORDS)
        word = word_find(key);
    return word == WORDS ? key : chart_word(f, word);
}

/* min(cap, 100 x / x of the benchmark) of each indicator that the index is made of. */
static void
add_parts(struct figure *f)
{
    const struct plan *p = f->in->plan;
    const struct trajectory *t = f->in->trajectory;
    const double cap = p->value[p->entry[p->modernization.cap].offset];

    for (size_t i = 0; i < p->modernization.count; i++) {
        const char *key = indicators[p->modernization.indicator[i]].key;
        const size_t home = trajectory_find(t, p->home, key), nation = trajectory_find(t, p->benchmark, key);
        size_t part;

        if (home == PLAN_NONE || nation == PLAN_NONE)
            continue;
        part = figure_column(f, arena_print(&f->arena, "%s %s (index: %s = 100)", p->region[p->home].key, key,
                                            p->region[p->benchmark].key));
        for (int year = p->start; year <= p->end; year++)
            figure_set(f, part, year, fmin(cap, 100 * trajectory_at(t, home, year) / trajectory_at(t, nation, year)));
        figure_add_line(f, part, LOOK_PART, part_name(f, key), 1);
    }
}

bool
chart_modernization(struct figure *f)
{
    const struct plan *p = f->in->plan;
    const size_t index = chart_has_benchmark(f->in) ? figure_series(f, p->home, subject.key) : PLAN_NONE;

    if (index == PLAN_NONE)
        return false;
    f->bands = true;
    add_parts(f);
    figure_add_line(f, figure_series(f, p->home, "modernization_west"), LOOK_OTHER, chart_word(f, WORD_chart_west), 1);
    figure_add_line(f, index, LOOK_HOME, chart_word(f, WORD_chart_whole_index), 1);
    figure_add_rule(f, 95, chart_word(f, WORD_chart_rule_95));
    figure_add_rule(f, 100, figure_say(f, WORD_chart_rule_100, chart_benchmark_name(f), NULL));
    chart_add_target_marks(f, &subject);
    f->low = fmin(AXIS_LOW, chart_low(f, AXIS_ROUND));
    f->high = AXIS_HIGH;
    chart_title_by_movement(f, &subject, index);
    chart_subtitle(f, WORD_chart_subtitle_index, chart_benchmark_name(f), figure_number(f, f->low, 0));
    return true;
}
