/* A figure: what one chart shows, as data, before anyone draws it.
 *
 * A chart's function fills it (columns of its CSV; lines, dots, areas, marks over them; sentences);
 * chart_arrange then finds a place for every piece of text and chart_script writes it down for gnuplot.
 * A new kind of layer is one more list here and one more paragraph in the script.
 */
#ifndef REPORT_CHART_FIGURE_H
#define REPORT_CHART_FIGURE_H

#include "report/chart.h"
#include "report/chart_layout.h"
#include "report/chart_place.h"

#define NOTE_UNITS 8.0 /* of the page to the smallest type, whatever its size in print: a slide is a page magnified */
#define PAGE_MARGIN 8.0
#define TITLE_CHARACTERS 28 /* in Chinese; English ends at the page's width */
#define HEAD_LINES 2        /* of title and subtitle at most, where a page is narrow for its type */

/* How a line and its dots look, drawn in this order, the most important last. */
enum look {
    LOOK_EDGE, /* of a fan */
    LOOK_PART,
    LOOK_OTHER,
    LOOK_NATION,
    LOOK_HOME_THIN,
    LOOK_HOME,
    LOOK_FOURTH, /* of several scenarios those that are worth a colour, and their base */
    LOOK_THIRD,
    LOOK_SECOND,
    LOOK_FIRST,
    LOOK_BASE,
    LOOKS
};

struct look_row {
    const char *name; /* of its colour in the script */
    const char *colour;
    const char *text; /* colour of its label, dark enough to read on white */
    double width;     /* units of the page */
    const char *dash; /* gnuplot's dashtype */
};

struct figure_column {
    const char *header; /* ASCII, with the unit */
    double *value;      /* [rows]; NaN where there is none */
};

struct figure_line {
    size_t column;
    enum look look;
    const char *name; /* at its end, with the last value; NULL: no label */
    int decimals;
    bool level; /* a level piece a year in place of a line from point to point: means of periods */
};

struct figure_bar { /* a row's bars stand side by side, or on one another */
    size_t column;
    const char *colour;
    const char *name; /* NULL: no label */
    int decimals;     /* of the numbers in stacked bars */
};

struct figure_category {
    const char *key;  /* ASCII, in the csv */
    const char *name; /* under the axis */
};

struct figure_area { /* stacked on the ones before */
    size_t column;
    const char *colour;
    const char *name;
    int decimals;
};

struct figure_fan { /* between two columns, one colour; later ones cover earlier ones */
    size_t low, high;
    const char *name; /* of its colour in the script */
    const char *colour;
};

struct figure_mark { /* a target */
    size_t column;
    int year;
    bool met;         /* also by tolerance */
    double tolerance; /* percent; 0: no whisker */
    const char *label;
};

struct figure_rule { /* a level worth a line across */
    double at;
    const char *label; /* NULL: none */
};

struct figure_mention { /* a point worth a word */
    double x, y;
    const char *text;
};

enum align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

struct figure_note { /* text with its place found */
    double x, y;     /* years and shown units, points on a sheet; of the page (0 to 1) if on_page */
    bool on_page;
    const char *text, *colour;
    double size;
    enum align align;
    enum weight weight;
    int turn;           /* degrees, against the clock */
    const char *swatch; /* the colour of a square in place of text; NULL: none */
};

enum shape { SHAPE_BOX, SHAPE_FRAME, SHAPE_LINE };

struct figure_shape { /* points on the page: between two corners or from one point to another */
    enum shape kind;
    double x1, y1, x2, y2;
    const char *colour;
    double width; /* of a frame or line */
};

struct figure_panel {          /* a small coordinate area on a sheet, years across */
    struct box box;            /* points */
    double x_low, x_high, top; /* years; shown units, from 0 */
    size_t line, dots;         /* columns; dots may be PLAN_NONE */
};

struct figure_pyramid { /* on a sheet: men's bars to the left, women's to the right, from the csv of ages */
    double men, women;  /* where they begin, points */
    double bottom;      /* of the youngest, points */
    double height;      /* points a group */
    double a_wan;       /* points a wan */
};

struct figure_list_sizes {
    size_t column, line, dots, fan, area, bar, mark, rule, mention, note, row, shape, panel;
};

/* Title and subtitle in lines, the first HEAD_LINES of each used. */
struct figure_head {
    const char *title[HEAD_LINES], *subtitle[HEAD_LINES];
    const char *note[HEAD_LINES];
    size_t titles, subtitles, notes;
};

struct figure {
    const char *name;
    const struct chart_input *in;
    const char *title, *subtitle, *note, *alt;

    int first, last; /* calendar years of the rows; the first rows may be empty */
    size_t rows;
    double unit;            /* the columns' units in one shown unit: 1e4 where yuan are shown as wan */
    double low, high;       /* the axis reaches at least from here to there, shown units; NaN: no wish */
    bool bands;             /* steps shaded and named */
    bool flush;             /* the areas touch the sides: no half year left and right */
    bool stacked;           /* bars on one another, what is negative below zero */
    bool reversed;          /* places: 1 on top, whole ticks */
    bool leaders;           /* a thin line from a line's end to its name, where that had to give way to others */
    bool sheet;             /* no axes: notes and shapes have their places, in points on the page */
    double points;          /* in print to a unit of the page */
    double width, height;   /* of the page, units */
    struct theme_type type; /* units */
    struct text table;      /* the csv of what has no years, header first */
    const char *table_name; /* of that csv, behind the figure's own: "_ages.csv"; ".csv" where it is the only one */
    const char *row_head;   /* of the row of figures under the axis; NULL: none */
    const struct figure_category *category; /* [rows] in place of years: the rows are 0, 1, ...; NULL: years */

    struct figure_column *column;
    struct figure_line *line, *dots;
    struct figure_fan *fan;
    struct figure_area *area;
    struct figure_bar *bar;
    struct figure_mark *mark;
    struct figure_rule *rule;
    struct figure_mention *mention, *row; /* of a row: x and text */
    struct figure_shape *shape;
    struct figure_panel *panel;
    const struct figure_pyramid *pyramid; /* NULL: none */
    struct figure_list_sizes count, room;

    struct figure_head head; /* by figure_break_heads */

    /* by figure_arrange */
    struct figure_note *placed;
    struct axis y;
    double x_low, x_high;
    struct box plot; /* points */

    struct arena arena;
};

void figure_start(struct figure *f, const char *name, const struct chart_input *in);
void figure_free(struct figure *f); /* safe twice */

/* From the theme. */
const char *figure_colour(const struct figure *f, enum theme_role role);
struct look_row figure_look(const struct figure *f, enum look look);

double figure_right(const struct figure *f);       /* the right edge of what is written */
double figure_room(const struct figure *f);        /* from the left one to it */
double figure_millimetres(const struct figure *f); /* the height in print: the theme's, more where a table needs it */

/* Rows that are not years, before any column; the list belongs to the caller or to the figure's arena. */
void figure_categories(struct figure *f, const struct figure_category *category, size_t count);

/* Columns. A series of the trajectory and its history return PLAN_NONE where there is none. */
size_t figure_series(struct figure *f, size_t region, const char *key);
size_t figure_history(struct figure *f, size_t region, const char *key);
size_t figure_column(struct figure *f, const char *header);        /* empty; NaN */
double figure_at(const struct figure *f, size_t column, int year); /* NaN where there is none */
void figure_set(struct figure *f, size_t column, int year, double value);

/* Layers. A column of PLAN_NONE is passed over. */
void figure_add_line(struct figure *f, size_t column, enum look look, const char *name, int decimals);
void figure_add_dots(struct figure *f, size_t column, enum look look);
void figure_add_levels(struct figure *f, size_t column, enum look look, const char *name, int decimals);
void figure_add_fan(struct figure *f, struct figure_fan fan);
void figure_add_area(struct figure *f, size_t column, const char *colour, const char *name, int decimals);
void figure_add_bar(struct figure *f, size_t column, const char *colour, const char *name, int decimals);
void figure_add_mark(struct figure *f, struct figure_mark mark);
void figure_add_rule(struct figure *f, double at, const char *label);
void figure_add_mention(struct figure *f, double x, double y, const char *text);
void figure_add_to_row(struct figure *f, double x, const char *text);
void figure_add_note(struct figure *f, struct figure_note note);
void figure_add_shape(struct figure *f, struct figure_shape shape);
void figure_add_panel(struct figure *f, struct figure_panel panel);

int figure_first_year(const struct figure *f); /* with a value in some column */

/* Sentences: the word filled with the arguments that follow, strings up to a NULL. */
const char *figure_say(struct figure *f, enum word word, ...) __attribute__((sentinel));
/* The same for a title; false, and nothing changed, where it is too long for one line. */
bool figure_try_title(struct figure *f, enum word word, ...) __attribute__((sentinel));
const char *figure_number(struct figure *f, double x, int decimals);
const char *figure_year(struct figure *f, int year);

/* Breaks title and subtitle into lines, when both are set; what is too long ends in dots. */
void figure_break_heads(struct figure *f);
double figure_heads(const struct figure *f);             /* what they take from the page's upper edge */
double figure_foot(const struct figure *f);              /* what a second line of the note takes */
double figure_title_y(const struct figure *f, size_t i); /* the middle of a line of the title */

size_t figure_head_lines(const struct figure *f); /* that each may take */
double figure_subtitle_size(const struct figure *f);
bool figure_narrow(const struct figure *f); /* a column: less is written */

/* Margins, axis and the place of every label. Once, when all layers are there. */
void figure_arrange(struct figure *f);

void figure_csv(struct text *out, const struct figure *f);

#endif
