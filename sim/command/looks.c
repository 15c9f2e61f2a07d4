/* How charts shall look: --theme and --size. */
#include "command/command.h"
#include "command/interrupt.h"
#include "report/gnuplot.h"

/* Fonts that the theme names must be there: a missing one would be drawn with another, without a word. */
static enum status
check_fonts(const struct options *o, struct error *err)
{
    enum status rc = OK;

    for (int l = 0; l < LANGUAGES; l++)
        if (o->theme.theme.font[l]
            && gnuplot_font_installed(o->theme.theme.font[l], o->theme.font[l], (enum language) l, &interrupted, err))
            rc = FAILED_INPUT;
    return rc;
}

enum status
options_theme(struct options *o, struct error *err)
{
    enum status rc = theme_read(&o->theme, options_value(o, OPTION_THEME), o->size, err);

    if (!rc && !options_given(o, OPTION_NO_CHARTS))
        rc = check_fonts(o, err);
    return rc;
}
