#include "report/chart_residuals.h"

#include <math.h>
#include <string.h>
#include "report/chart_common.h"

#define WIDE 2.0 /* sigmas that hold 95 of 100 */

static enum look
look_of(const struct plan *p, size_t region)
{
    return region == p->home ? LOOK_HOME : region == p->benchmark ? LOOK_NATION : LOOK_OTHER;
}

/* Growth of home and nation as lines, all else as dots */
static void
add_series(struct figure *f, const struct calibration *c, const struct calibrate_series *s)
{
    const struct plan *p = f->in->plan;
    const struct observed *o = s->observed;
    const enum look look = look_of(p, o->region);
    const size_t column = figure_column(f, arena_print(&f->arena, "%s %s (sigmas)", p->region[o->region].key,
                                                       o->indicator));

    for (size_t i = 0; i < c->residuals; i++)
        if (&f->in->observed[c->residual[i].observed] == o && c->residual[i].fitted)
            figure_set(f, column, c->residual[i].year, c->residual[i].scaled);
    if (look != LOOK_OTHER && !strcmp(o->indicator, "gdp_growth"))
        figure_add_line(f, column, look, chart_region_name(f->in, o->region), 1);
    else
        figure_add_dots(f, column, look);
}

static void
set_note(struct figure *f)
{
    const struct plan *p = f->in->plan;
    const char *title = f->in->language == CHINESE && p->title_zh ? p->title_zh : p->title;
    const char *home = chart_region_name(f->in, p->home);

    f->note = chart_has_benchmark(f->in)
                  ? figure_say(f, WORD_chart_residuals_note, title, home, chart_region_name(f->in, p->benchmark), NULL)
                  : figure_say(f, WORD_chart_residuals_note_alone, title, home, NULL);
}

static bool
chart_residuals(struct figure *f, const struct calibration *c)
{
    size_t within = 0;

    for (size_t i = 0; i < c->residuals; i++)
        within += c->residual[i].fitted && fabs(c->residual[i].scaled) <= WIDE;
    for (int look = LOOK_OTHER; look <= LOOK_HOME; look++) /* home's last, on top */
        for (size_t i = 0; i < c->count; i++)
            if (c->series[i].fitted && look_of(f->in->plan, c->series[i].observed->region) == (enum look) look)
                add_series(f, c, &c->series[i]);
    figure_add_rule(f, WIDE, chart_word(f, WORD_chart_residuals_rule));
    figure_add_rule(f, -WIDE, NULL);
    f->title = figure_say(f, WORD_chart_residuals_title, figure_number(f, (double) c->values, 0),
                          figure_number(f, (double) within, 0), NULL);
    f->subtitle = chart_word(f, WORD_chart_residuals_subtitle);
    set_note(f);
    return true;
}

enum status
chart_residuals_write(struct chart_drawing *d, struct output *out, const struct chart_input *in,
                      const struct calibration *c, struct chart_report *done, struct error *err)
{
    struct chart_batch batch = chart_batch_start(d, out, in, 1, done, err);
    struct figure f;

    figure_start(&f, "residuals", in);
    return chart_batch_add(&batch, &f, chart_residuals(&f, c), err);
}
