/* Text broken into lines. */
#include "report/chart_layout.h"

#include <string.h>
#include "report/wrap.h"

static double
width_between(const char *from, const char *to, double size, enum weight weight)
{
    double width = 0;

    while (from < to) {
        char one[8] = { 0 };
        const size_t n = layout_character(from);

        memcpy(one, from, n < sizeof one ? n : sizeof one - 1);
        width += layout_width(one, size, weight);
        from += n;
    }
    return width;
}

/* The end of the longest beginning that fits; NULL where not even the first word does. */
static const char *
line_end(const char *text, double size, enum weight weight, double room)
{
    const char *end = NULL;

    for (const char *at = text; *at;) {
        const char *next = at + layout_character(at);
        const char *shown = *at == ' ' ? at : next; /* a blank at the end takes no room */

        if (wrap_breaks_after(at, next)) {
            if (width_between(text, shown, size, weight) > room)
                break;
            end = next;
        }
        at = next;
    }
    return end;
}

static const char *
without_blanks(struct arena *a, const char *from, const char *to)
{
    while (to > from && to[-1] == ' ')
        to--;
    return arena_print(a, "%.*s", (int) (to - from), from);
}

size_t
layout_wrapped(struct arena *a, const char *text, double size, enum weight weight, double room, const char **line,
               size_t most)
{
    size_t n = 0;

    while (*text && n + 1 < most) {
        const char *end = line_end(text, size, weight, room);

        if (!end)
            break;
        line[n++] = without_blanks(a, text, end);
        text = end + strspn(end, " ");
    }
    if (*text)
        line[n++] = layout_shortened(a, text, size, weight, room);
    return n;
}

bool
layout_fits(const char *text, double size, enum weight weight, double room, size_t most)
{
    for (; *text && most > 0; most--) {
        const char *end = line_end(text, size, weight, room);

        if (!end)
            return false;
        text = end + strspn(end, " ");
    }
    return *text == '\0';
}
