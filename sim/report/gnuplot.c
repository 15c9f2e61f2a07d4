#include "report/gnuplot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"

#define FALLBACK_FONTS "Source Han Sans SC, Microsoft YaHei, PingFang SC, sans-serif"

/* Sans faces with simplified Chinese forms, the best first, then Latin ones. */
static const char *const chinese_fonts[] = {
    GNUPLOT_FONT,  "Source Han Sans SC",  "Source Han Sans CN", "Noto Sans SC", "Microsoft YaHei",
    "PingFang SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",  "SimHei",       NULL,
};
static const char *const latin_fonts[] = { GNUPLOT_FONT, "Noto Sans", "DejaVu Sans", "Liberation Sans", "Arial", NULL };

/* Whether the list has that line. */
static bool
lists(const char *list, const char *name)
{
    const size_t length = strlen(name);

    for (const char *at = strstr(list, name); at; at = strstr(at + 1, name))
        if ((at == list || at[-1] == '\n') && (at[length] == '\n' || at[length] == '\0'))
            return true;
    return false;
}

/* The line that comes first in the alphabet: fc-list has no order of its own. */
static void
add_first_line(struct text *out, const char *list)
{
    const char *best = NULL;
    size_t best_length = 0;

    while (*list) {
        const size_t length = strcspn(list, "\n");

        if (length > 0 && (!best || strcmp(list, best) < 0)) {
            best = list;
            best_length = length;
        }
        list += length + (list[length] == '\n');
    }
    if (best)
        text_add_bytes(out, best, best_length);
}

static void
choose_font(struct text *family, const char *list, const char *const *preferred)
{
    for (size_t i = 0; preferred[i]; i++)
        if (lists(list, preferred[i])) {
            text_add(family, preferred[i]);
            return;
        }
    add_first_line(family, list);
}

/* The families that fontconfig has for a pattern, a line each; false where nobody knows. */
static bool
list_fonts(struct text *list, const char *pattern, const volatile sig_atomic_t *interrupted)
{
    const char *argv[] = { "fc-list", "--format=%{family[0]}\\n", pattern, NULL };
    struct process fonts = { .argv = argv };
    bool known;

    (void) processes_run(&fonts, 1, GNUPLOT_SECONDS, interrupted);
    known = fonts.end == PROCESS_EXITED && fonts.code == 0;
    if (known)
        text_add(list, text_of(&fonts.out));
    process_free(&fonts);
    return known;
}

bool
gnuplot_font(struct text *family, enum language language, const volatile sig_atomic_t *interrupted, struct error *err)
{
    const char *pattern = language == CHINESE ? ":lang=zh-cn" : ":";
    struct text list = { 0 };
    const bool known = list_fonts(&list, pattern, interrupted);

    if (known)
        choose_font(family, text_of(&list), language == CHINESE ? chinese_fonts : latin_fonts);
    text_free(&list);
    if (family->length > 0)
        return true;
    text_add(family, GNUPLOT_FONT);
    if (known)
        error_add(err, OK, NOWHERE, language == CHINESE ? WORD_no_font : WORD_no_font_at_all);
    return !known;
}

/* The line that was probably meant; the list is cut into its lines. */
static const char *
nearest_line(struct arena *a, const char *list, const char *name)
{
    char *lines = arena_text(a, list), *rest = NULL;
    const char **candidate = arena_new(a, strlen(list) + 1, sizeof *candidate);
    size_t n = 0;

    for (char *line = strtok_r(lines, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
        candidate[n++] = line;
    return text_nearest(name, candidate, n);
}

static enum status
complain_of_font(const char *family, struct place place, const char *all, struct error *err)
{
    struct arena arena = { 0 };
    const char *nearest = nearest_line(&arena, all, family);
    enum status rc;

    if (lists(all, family))
        rc = error_add(err, FAILED_INPUT, place, WORD_theme_font_latin, family);
    else if (nearest)
        rc = error_add(err, FAILED_INPUT, place, WORD_theme_font_missing, family, nearest);
    else
        rc = error_add(err, FAILED_INPUT, place, WORD_theme_font_none, family);
    arena_free(&arena);
    return rc;
}

enum status
gnuplot_font_installed(const char *family, struct place place, enum language language,
                       const volatile sig_atomic_t *interrupted, struct error *err)
{
    struct text all = { 0 }, able = { 0 };
    enum status rc = OK;

    if (list_fonts(&all, ":", interrupted) && list_fonts(&able, language == CHINESE ? ":lang=zh-cn" : ":", interrupted)
        && !lists(text_of(&able), family))
        rc = complain_of_font(family, place, text_of(&all), err);
    text_free(&all);
    text_free(&able);
    return rc;
}

static void
add_escaped(struct text *out, const char *s)
{
    for (; *s; s++) {
        if (*s == '&')
            text_add(out, "&amp;");
        else if (*s == '<')
            text_add(out, "&lt;");
        else if (*s == '>')
            text_add(out, "&gt;");
        else if ((unsigned char) *s >= 0x20)
            text_add_bytes(out, s, 1);
    }
}

/* Adds what stands before `mark` and moves *at to it; false where the mark does not come. */
static bool
copy_up_to(struct text *out, const char **at, const char *mark)
{
    const char *found = strstr(*at, mark);

    if (!found)
        return false;
    text_add_bytes(out, *at, (size_t) (found - *at));
    *at = found;
    return true;
}

/* Replaces gnuplot's <NAME>...</NAME> by ours. */
static bool
replace_element(struct text *out, const char **at, const char *open, const char *close, const char *ours)
{
    const char *end;

    if (!copy_up_to(out, at, open))
        return false;
    end = strstr(*at, close);
    if (!end)
        return false;
    text_add(out, open);
    add_escaped(out, ours);
    text_add(out, close);
    *at = end + strlen(close);
    return true;
}

/* The chart's size in millimetres in place of gnuplot's, which is in units of the page. */
static bool
add_size(struct text *out, const char *at, const struct chart_done *chart)
{
    double width, height;

    if (sscanf(at, "width=\"%lf\" height=\"%lf\"", &width, &height) != 2 || !(width > 0 && height > 0))
        return false;
    text_print(out, "width=\"%.4gmm\" height=\"%.4gmm\" role=\"img\"", chart->width, chart->height);
    return true;
}

bool
gnuplot_finish_svg(struct text *out, const char *svg, const struct chart_done *chart)
{
    static const char family[] = "font-family=\"";
    const char *at = svg;

    if (!strstr(svg, "</svg>") || !copy_up_to(out, &at, "width=\"") || !strstr(at, "\n") || !add_size(out, at, chart))
        return false;
    at = strstr(at, "\n");
    if (!replace_element(out, &at, "<title>", "</title>", chart->title)
        || !replace_element(out, &at, "<desc>", "</desc>", chart->alt))
        return false;
    while (copy_up_to(out, &at, family)) {
        const size_t length = sizeof family - 1 + strcspn(at + sizeof family - 1, "\"");

        text_add_bytes(out, at, length);
        text_add(out, ", " FALLBACK_FONTS);
        at += length;
    }
    text_add(out, at);
    return true;
}

/* fontconfig speaks of caches that it may not write: slow, but no harm to the picture. */
static bool
matters(const char *line)
{
    return strncmp(line, "Fontconfig", 10) != 0 && line[strspn(line, " \t\r^")] != '\0';
}

void
gnuplot_words(struct text *out, const struct process *p)
{
    char *words = memory_new(p->err.length + 1, 1), *rest = NULL;

    strcpy(words, text_of(&p->err));
    for (char *line = strtok_r(words, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
        if (matters(line)) {
            if (out->length > 0)
                text_add(out, "; ");
            text_add(out, line + strspn(line, " \t"));
        }
    free(words);
}
