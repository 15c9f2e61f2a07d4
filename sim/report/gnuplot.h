/* gnuplot as we use it: which font it gets, how scripts are run, how its svg is finished. */
#ifndef REPORT_GNUPLOT_H
#define REPORT_GNUPLOT_H

#include "report/chart.h"
#include "report/process.h"

#define GNUPLOT_SECONDS 60.0 /* a chart takes about 0.2 */
#define GNUPLOT_FONT "Noto Sans CJK SC"

/* The family to draw with. False, with a warning in err, where no installed font has the language's
 * characters; `family` then still names one for the scripts. Without fc-list nobody knows: GNUPLOT_FONT. */
bool gnuplot_font(struct text *family, enum language language, const volatile sig_atomic_t *interrupted,
                  struct error *err);

/* Whether a family that a theme names at `place` is installed, and has the language's characters; FAILED_INPUT with
 * the nearest name where it is not. OK where nobody knows: without fc-list. */
enum status gnuplot_font_installed(const char *family, struct place place, enum language language,
                                   const volatile sig_atomic_t *interrupted, struct error *err);

/* The svg that gnuplot wrote, with its true size in millimetres, title and description for those who
 * cannot see it, and fonts to fall back on. False where it is not a whole svg. */
bool gnuplot_finish_svg(struct text *out, const char *svg, const struct chart_done *chart);

/* What gnuplot printed that matters, on one line; "" where there is nothing. */
void gnuplot_words(struct text *out, const struct process *p);

#endif
