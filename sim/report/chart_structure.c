/* Sectors' shares of GDP at current prices, stacked to 100: a region's own sectors where it has them, else
 * the three groups. */
#include "report/chart_kinds.h"

#include <math.h>
#include <stdio.h>
#include "report/chart_common.h"
#include "report/number.h"

#define SHADES 3 /* of a group's last colour, for sectors beyond those that have their own */

static const enum word group_word[SECTOR_GROUPS] = { WORD_chart_primary, WORD_chart_secondary, WORD_chart_tertiary };
static const char *const group_key[SECTOR_GROUPS] = { "share_primary", "share_secondary", "share_tertiary" };

/* The colour of the nth of `count` sectors of a group; a single secondary sector is not liquor. */
static const char *
sector_colour(struct figure *f, enum sector_group group, size_t nth, size_t count)
{
    static const enum theme_role base[SECTOR_GROUPS][2] = {
        [PRIMARY] = { COLOUR_AGRICULTURE, COLOUR_AGRICULTURE },
        [SECONDARY] = { COLOUR_LIQUOR, COLOUR_INDUSTRY },
        [TERTIARY] = { COLOUR_SERVICES, COLOUR_SERVICES },
    };
    const bool first = group != SECONDARY || (nth == 0 && count > 1);
    const size_t lighter = group == SECONDARY && count > 1 ? (nth > 0 ? nth - 1 : 0) : nth;
    const double white = 0.25 * (double) (lighter % SHADES);
    unsigned c[3] = { 0, 0, 0 }, mixed[3];

    (void) sscanf(figure_colour(f, base[group][first ? 0 : 1]), "#%2x%2x%2x", &c[0], &c[1], &c[2]);
    for (int i = 0; i < 3; i++)
        mixed[i] = (unsigned) lround(c[i] + white * (255.0 - c[i]));
    return arena_print(&f->arena, "#%02X%02X%02X", mixed[0], mixed[1], mixed[2]);
}

static size_t
sectors_of(const struct plan_region *r, enum sector_group group)
{
    size_t n = 0;

    for (size_t i = 0; i < r->sectors; i++)
        n += r->sector[i].group == group;
    return n;
}

static const char *
sector_name(const struct chart_input *in, const struct plan_sector *sector)
{
    const char *name = in->language == CHINESE && sector->name_zh ? sector->name_zh : sector->name;

    return name ? name : sector->key;
}

/* Value added as the trajectory has it, and its share of the sum, which is drawn. */
static bool
add_sector(struct figure *f, size_t region, size_t sector, size_t gdp, size_t nth, size_t count)
{
    const struct plan_region *r = &f->in->plan->region[region];
    const struct plan_sector *s = &r->sector[sector];
    const size_t value = figure_series(f, region, arena_print(&f->arena, "va_%s", s->key));
    size_t share;

    if (value == PLAN_NONE)
        return false;
    share = figure_column(f, arena_print(&f->arena, "%s share of %s (percent)", r->key, s->key));
    for (int year = f->in->plan->start; year <= f->last; year++)
        figure_set(f, share, year, 100 * figure_at(f, value, year) / figure_at(f, gdp, year));
    figure_add_area(f, share, sector_colour(f, s->group, nth, count), sector_name(f->in, s), 1);
    return true;
}

static bool
add_sectors(struct figure *f, size_t region)
{
    const struct plan_region *r = &f->in->plan->region[region];
    const size_t gdp = figure_series(f, region, "gdp");
    size_t seen[SECTOR_GROUPS] = { 0 };

    if (gdp == PLAN_NONE)
        return false;
    for (size_t i = 0; i < r->sectors; i++) {
        const enum sector_group group = r->sector[i].group;

        if (!add_sector(f, region, i, gdp, seen[group]++, sectors_of(r, group)))
            return false;
    }
    return true;
}

static bool
add_groups(struct figure *f, size_t region)
{
    for (int g = 0; g < SECTOR_GROUPS; g++) {
        const size_t share = figure_series(f, region, group_key[g]);

        if (share == PLAN_NONE)
            return false;
        figure_add_area(f, share, sector_colour(f, (enum sector_group) g, 0, 1), chart_word(f, group_word[g]), 1);
    }
    return true;
}

static bool
title_by_groups(struct figure *f, size_t region)
{
    const char *share[SECTOR_GROUPS];

    for (int g = 0; g < SECTOR_GROUPS; g++) {
        const struct trajectory *t = f->in->trajectory;
        const double value = trajectory_at(t, trajectory_find(t, region, group_key[g]), f->last);

        if (isnan(value))
            return false;
        share[g] = figure_number(f, value, 1);
    }
    return figure_try_title(f, WORD_chart_title_groups, figure_year(f, f->last), share[0], share[1], share[2], NULL);
}

/* The share that moves most is the finding. */
static void
set_title(struct figure *f, size_t region)
{
    const int base = f->in->plan->start;
    const struct figure_area *most = &f->area[0];
    double rise = 0;
    const char *year = figure_year(f, f->last), *points, *percent;
    enum word moving;

    for (size_t i = 0; i < f->count.area; i++) {
        const double moved = figure_at(f, f->area[i].column, f->last) - figure_at(f, f->area[i].column, base);

        if (fabs(moved) > fabs(rise)) {
            rise = moved;
            most = &f->area[i];
        }
    }
    rise = number_rounded(rise, 1);
    points = figure_number(f, fabs(rise), 1);
    percent = figure_number(f, figure_at(f, most->column, f->last), 1);
    moving = rise > 0   ? WORD_chart_title_share_up
             : rise < 0 ? WORD_chart_title_share_down
                        : WORD_chart_title_share_same;
    if (rise == 0 ? figure_try_title(f, moving, year, most->name, percent, NULL)
                  : figure_try_title(f, moving, year, most->name, percent, chart_since(f), points, NULL)
                        || figure_try_title(f, moving, year, most->name, percent, "", points, NULL))
        return;
    if (!title_by_groups(f, region))
        f->title = layout_shortened(&f->arena, most->name, f->type.title, BOLD, figure_room(f));
}

bool
chart_structure(struct figure *f)
{
    const struct plan *p = f->in->plan;
    struct chart_period period[PERIODS_MAX];
    const size_t periods = chart_periods(p, period);
    const bool own = p->region[p->home].sectors > 0;

    if (!(own ? add_sectors(f, p->home) : add_groups(f, p->home)))
        return false;
    f->flush = true;
    figure_add_to_row(f, p->start, "");
    for (size_t i = 0; i < periods; i++)
        figure_add_to_row(f, period[i].to, "");
    set_title(f, p->home);
    chart_subtitle(f, WORD_chart_subtitle_structure, NULL, NULL);
    return true;
}
