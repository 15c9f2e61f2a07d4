/* The urban share of residents, home and nation, targets with their tolerance. */
#include "report/chart_kinds.h"

#include <math.h>
#include "models/urbanization.h"
#include "report/chart_targets.h"
#include "report/number.h"

#define CUT 10.0 /* the axis begins at a multiple of this many percent */

static const struct chart_subject subject = {
    "urbanization", WORD_chart_urban, WORD_chart_percent, 1, 2, WORD_chart_points, 2, WORD_chart_target, 0
};

static const double *
setting(const struct plan *p, enum urbanization_setting row)
{
    const struct plan_group *group = &p->region[p->home].group[GROUP_URBANIZATION];
    const size_t entry = group->table ? group->entry[row] : PLAN_NONE;

    return entry == PLAN_NONE ? NULL : &p->value[p->entry[entry].offset];
}

/* Where the share would go from the base year if only the norm moved it: neither the region's own momentum nor policy
 * nor labour leaving the farms. False where the region has no norm. */
static bool
add_norm(struct figure *f, size_t home)
{
    const struct plan *p = f->in->plan;
    const double *norm = setting(p, URBANIZATION_NORM), *ceiling = setting(p, URBANIZATION_CEILING);
    double share = figure_at(f, home, p->start) / 100;
    size_t column;

    if (!norm || !ceiling)
        return false;
    column = figure_column(f, arena_print(&f->arena, "%s urbanization by the norm alone (percent)",
                                          p->region[p->home].key));
    for (int year = p->start; year <= p->end; year++) {
        figure_set(f, column, year, 100 * share);
        share = urbanization_by_norm(share, *ceiling, norm[0], norm[1]);
    }
    figure_add_line(f, column, LOOK_PART, chart_word(f, WORD_chart_norm), 1);
    return true;
}

bool
chart_urbanization(struct figure *f)
{
    const struct plan *p = f->in->plan;
    const size_t nation = chart_has_benchmark(f->in) ? p->benchmark : PLAN_NONE;
    const size_t home = figure_series(f, p->home, subject.key), other = figure_series(f, nation, subject.key);
    bool norm;

    if (home == PLAN_NONE)
        return false;
    f->bands = true;
    norm = add_norm(f, home);
    chart_home_and_nation(f, subject.key, home, other);
    chart_add_target_marks(f, &subject);
    f->low = fmax(0, chart_low(f, CUT));
    f->high = f->low + 2 * CUT;
    chart_title_by_movement(f, &subject, home);
    chart_subtitle(f, norm ? WORD_chart_subtitle_urban_norm : WORD_chart_subtitle_urban, figure_number(f, f->low, 0),
                   NULL);
    return true;
}
