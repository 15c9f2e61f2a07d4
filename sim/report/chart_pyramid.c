/* The pyramids of the chart of residents. */
#include "report/chart_population.h"

#include <math.h>
#include "report/chart_sheet.h"
#include "report/number.h"
#include "report/results.h"

#define MIDDLE 18.0    /* points between men and women, for the ages */
#define UNDER 26.0     /* below the bars: ticks, dependency ratio */
#define OVER 24.0      /* above them: who and when */
#define LABEL_GROUPS 2 /* from one age that is written to the next */

_Static_assert(AGE_GROUPS *AGE_GROUP >= AGES, "every age is in a group");

double
chart_group_of(const struct chart_input *in, int year, enum sex sex, int group)
{
    const double *age = in->trajectory->ages[year - in->plan->start][sex];
    double sum = 0;

    for (int a = group * AGE_GROUP; a < (group + 1) * AGE_GROUP && a < AGES; a++)
        sum += age[a];
    return sum;
}

static void
add_table(struct figure *f)
{
    const int years[] = { f->in->plan->start, f->in->plan->end };

    text_add(&f->table, "age_from");
    for (int y = 0; y < 2; y++)
        text_print(&f->table, ",men %d (wan),women %d (wan)", years[y], years[y]);
    for (int group = 0; group < AGE_GROUPS; group++) {
        text_print(&f->table, "\n%d", group * AGE_GROUP);
        for (int y = 0; y < 2; y++)
            for (int g = 0; g < SEXES; g++) {
                text_add(&f->table, ",");
                csv_add_number(&f->table, chart_group_of(f->in, years[y], (enum sex) g, group));
            }
    }
    text_add(&f->table, "\n");
    f->table_name = "_ages.csv";
}

static double
largest_group(const struct chart_input *in)
{
    double most = 0;

    for (int group = 0; group < AGE_GROUPS; group++)
        for (int g = 0; g < SEXES; g++) {
            most = fmax(most, chart_group_of(in, in->plan->start, (enum sex) g, group));
            most = fmax(most, chart_group_of(in, in->plan->end, (enum sex) g, group));
        }
    return most;
}

/* The same ticks to both sides of the middle. */
static void
add_ticks(struct figure *f, const struct figure_pyramid *p, const struct axis *axis)
{
    const struct sheet_pen pen = { figure_colour(f, COLOUR_AXIS), f->type.note, ALIGN_CENTRE, REGULAR };
    const double top = p->bottom + AGE_GROUPS * p->height;
    const int labelled = LABEL_GROUPS * (LABEL_GROUPS * p->height < f->type.note ? 2 : 1);
    double taken = 0; /* by the number before, from the middle */

    for (int i = 0; i <= axis_intervals(axis); i++) {
        const double wan = axis_tick(axis, i);
        const char *text = figure_number(f, wan, axis->decimals);
        const double half = layout_width(text, f->type.note, REGULAR) / 2;

        sheet_line(f, p->men - wan * p->a_wan, p->bottom, p->men - wan * p->a_wan, top, figure_colour(f, COLOUR_GRID),
                   f->in->theme->line.grid);
        sheet_line(f, p->women + wan * p->a_wan, p->bottom, p->women + wan * p->a_wan, top,
                   figure_colour(f, COLOUR_GRID), f->in->theme->line.grid);
        if (i > 0 && wan * p->a_wan - half < taken)
            continue;
        taken = wan * p->a_wan + half + 1;
        sheet_text(f, p->men - wan * p->a_wan, p->bottom - 7, text, pen);
        sheet_text(f, p->women + wan * p->a_wan, p->bottom - 7, text, pen);
    }
    for (int group = 0; group < AGE_GROUPS; group += labelled)
        sheet_text(f, (p->men + p->women) / 2, p->bottom + (group + 0.5) * p->height, figure_year(f, group * AGE_GROUP),
                   pen);
}

const char *
chart_pyramid_words(struct figure *f)
{
    return figure_say(f, WORD_chart_pyramid, figure_year(f, f->in->plan->start), figure_year(f, f->in->plan->end),
                      NULL);
}

const char *
chart_dependency_words(struct figure *f)
{
    const size_t column = figure_series(f, f->in->plan->home, "dependency_ratio");
    const int from = f->in->plan->start, to = f->in->plan->end;

    if (column == PLAN_NONE)
        return NULL;
    return figure_say(f, WORD_chart_dependency, figure_year(f, from), figure_number(f, figure_at(f, column, from), 1),
                      figure_year(f, to), figure_number(f, figure_at(f, column, to), 1), NULL);
}

/* Who stands where, and which year is which. */
static void
add_names(struct figure *f, const struct figure_pyramid *p, struct box box)
{
    const struct sheet_pen left = { figure_colour(f, COLOUR_TEXT), f->type.note, ALIGN_RIGHT, REGULAR };
    const double y = p->bottom + AGE_GROUPS * p->height + 6;
    const char *what = chart_pyramid_words(f);

    sheet_text(f, box.left, box.top - 6, layout_shortened(&f->arena, what, f->type.note, REGULAR, box.right - box.left),
               sheet_note(f));
    sheet_box(f, p->men - 8, y - 3.5, p->men - 1, y + 3.5, figure_colour(f, COLOUR_MEN));
    sheet_text(f, p->men - 11, y, chart_word(f, WORD_chart_men), left);
    sheet_box(f, p->women + 1, y - 3.5, p->women + 8, y + 3.5, figure_colour(f, COLOUR_WOMEN));
    sheet_text(f, p->women + 11, y, chart_word(f, WORD_chart_women), sheet_note(f));
}

static void
add_dependency(struct figure *f, struct box box)
{
    const struct sheet_pen pen = { figure_colour(f, COLOUR_TEXT), f->type.note, ALIGN_CENTRE, REGULAR };
    const char *words = chart_dependency_words(f);

    if (words)
        sheet_text(f, (box.left + box.right) / 2, box.bottom + 5, words, pen);
}

bool
chart_add_pyramid(struct figure *f, struct box box)
{
    struct figure_pyramid *p;
    const double middle = (box.left + box.right) / 2;
    struct axis axis;

    if (!f->in->trajectory->ages)
        return false;
    axis = axis_round(0, largest_group(f->in), 3);
    p = arena_new(&f->arena, 1, sizeof *p);
    p->men = middle - MIDDLE / 2;
    p->women = middle + MIDDLE / 2;
    p->bottom = box.bottom + UNDER;
    p->height = (box.top - OVER - p->bottom) / AGE_GROUPS;
    p->a_wan = (p->men - box.left - 8) / axis.top;
    f->pyramid = p;
    add_ticks(f, p, &axis);
    add_names(f, p, box);
    add_dependency(f, box);
    add_table(f);
    return true;
}
