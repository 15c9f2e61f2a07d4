#include "report/page.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include "report/report_sentences.h"

void
page_escape(struct text *out, const char *s)
{
    for (; *s; s++)
        switch (*s) {
        case '&': text_add(out, "&amp;"); break;
        case '<': text_add(out, "&lt;"); break;
        case '>': text_add(out, "&gt;"); break;
        case '"': text_add(out, "&quot;"); break;
        case '\'': text_add(out, "&#39;"); break;
        default:
            if ((unsigned char) *s >= 0x20 || *s == '\n')
                text_add_bytes(out, s, 1);
        }
}

void
page_section(struct page *p, const char *id, enum word title)
{
    text_print(p->out, "<section id=\"%s\" aria-labelledby=\"%s-title\">\n<h2 id=\"%s-title\">", id, id, id);
    ordinal_phrase(p->out, ++p->sections, p->language);
    text_add(p->out, p->language == CHINESE ? "、" : " ");
    page_escape(p->out, word_in(p->language, title));
    text_add(p->out, "</h2>\n");
    p->subsections = 0;
}

void
page_section_end(struct page *p)
{
    text_add(p->out, "</section>\n");
}

void
page_subsection(struct page *p, const char *title)
{
    p->subsections++;
    text_add(p->out, "<h3>");
    if (p->language == CHINESE) {
        text_add(p->out, "（");
        ordinal_phrase(p->out, p->subsections, CHINESE);
        text_add(p->out, "）");
    } else {
        text_print(p->out, "%zu.%zu ", p->sections, p->subsections);
    }
    page_escape(p->out, title);
    text_add(p->out, "</h3>\n");
}

static void
open_tag(struct page *p, const char *tag, const char *class)
{
    if (class)
        text_print(p->out, "<%s class=\"%s\">", tag, class);
    else
        text_print(p->out, "<%s>", tag);
}

void
page_paragraph(struct page *p, const char *class, const char *text)
{
    const bool note = class && p->form == PAGE_DOCUMENT; /* a style of the reference document */

    text_add(p->out, note ? "<div custom-style=\"Note\">" : "");
    open_tag(p, "p", class);
    page_escape(p->out, text);
    text_add(p->out, note ? "</p></div>\n" : "</p>\n");
}

void
page_word(struct page *p, enum word word)
{
    page_paragraph(p, NULL, word_in(p->language, word));
}

/* The next line that is not blank, without the blanks in front; false at the end. */
static bool
next_line(struct text *line, const char **at)
{
    while (**at) {
        const char *begin = *at + strspn(*at, " ");
        const size_t length = strcspn(begin, "\n");

        *at = begin + length + (begin[length] == '\n');
        if (!length)
            continue;
        text_add_bytes(line, begin, length);
        return true;
    }
    return false;
}

void
page_lines(struct page *p, const char *class, const char *lines)
{
    struct text line = { 0 };

    while (next_line(&line, &lines)) {
        page_paragraph(p, class, text_of(&line));
        text_free(&line);
    }
}

void
page_list(struct page *p, const char *class, const char *lines)
{
    struct text line = { 0 };

    open_tag(p, "ul", class);
    text_add(p->out, "\n");
    while (next_line(&line, &lines)) {
        text_add(p->out, p->form == PAGE_DOCUMENT ? "<li><p>" : "<li>"); /* converters set bare items as table cells */
        if (line.length)                                                 /* an item is a sentence */
            line.at[0] = (char) toupper((unsigned char) line.at[0]);
        page_escape(p->out, text_of(&line));
        text_add(p->out, p->form == PAGE_DOCUMENT ? "</p></li>\n" : "</li>\n");
        text_free(&line);
    }
    text_add(p->out, "</ul>\n");
}

static const char *
word_of_caption(char text[64], const struct page *p, const char *english, const char *chinese, size_t n)
{
    snprintf(text, 64, p->language == CHINESE ? "%s%zu　" : "%s %zu. ", p->language == CHINESE ? chinese : english, n);
    return text;
}

static void
add_caption(struct page *p, const char *tag, const char *number, const char *caption)
{
    text_print(p->out, "<%s>%s", tag, number);
    page_escape(p->out, caption);
    text_print(p->out, "</%s>\n", tag);
}

/* ---- tables */

static const char *
cell_of(const struct table *t, size_t row, size_t column)
{
    return t->cell[row][column] ? t->cell[row][column] : "";
}

static bool
is_shown(const struct table *t, size_t column)
{
    for (size_t r = 0; r < t->rows; r++)
        if (*cell_of(t, r, column))
            return true;
    return false;
}

/* The least that names of rows are indented */
static size_t
indent_of(const struct table *t, size_t heads)
{
    size_t least = (size_t) -1;

    for (size_t r = heads; r < t->rows; r++) {
        const size_t blanks = strspn(cell_of(t, r, 0), " ");

        least = blanks < least ? blanks : least;
    }
    return least;
}

#define SHORT 12 /* cells that stay on one line, as a word would */
#define FEW 14   /* rows that stay on one page */

static const char *
class_of(const struct page *p, const char *cell, char align)
{
    if (p->form == PAGE_DOCUMENT)
        return align == 'r' ? " style=\"text-align:right\"" : "";

    if (strlen(cell) > 2 && cell[1] == ' ' && strchr("+~x", cell[0]) && align == 'l')
        return cell[0] == '+' ? " class=\"met\"" : cell[0] == '~' ? " class=\"within\"" : " class=\"missed\"";
    if (align == 'l' && *cell && text_cells(cell, 1) <= SHORT)
        return " class=\"k\"";
    return align == 'r' ? " class=\"r\"" : "";
}

static void
add_head(struct page *p, const struct table *t, size_t heads, size_t column)
{
    bool any = false;

    for (size_t r = 0; r < heads; r++)
        any = any || *cell_of(t, r, column);
    if (!any) {
        text_add(p->out, "<td></td>");
        return;
    }
    text_print(p->out, "<th scope=\"col\"%s>", class_of(p, "", t->align[column]));
    any = false;
    for (size_t r = 0; r < heads; r++) {
        const char *cell = cell_of(t, r, column);

        if (!*cell)
            continue;
        text_add(p->out, any ? "<br>" : "");
        page_escape(p->out, cell + strspn(cell, " "));
        any = true;
    }
    text_add(p->out, "</th>");
}

static void
add_row(struct page *p, const struct table *t, size_t row, size_t indent)
{
    const char *name = cell_of(t, row, 0);
    const size_t blanks = strspn(name, " ");

    text_print(p->out, "<tr><th scope=\"row\"%s>",
               blanks > indent ? " class=\"sub\"" : class_of(p, name + blanks, 'l'));
    page_escape(p->out, name + blanks);
    text_add(p->out, "</th>");
    for (size_t c = 1; c < t->columns; c++) {
        const char *cell = cell_of(t, row, c);

        if (!is_shown(t, c))
            continue;
        text_print(p->out, "<td%s>", class_of(p, cell, t->align[c]));
        page_escape(p->out, cell);
        text_add(p->out, "</td>");
    }
    text_add(p->out, "</tr>\n");
}

void
page_table(struct page *p, const char *caption, const struct table *t, size_t heads)
{
    const size_t indent = indent_of(t, heads);
    char number[64];

    word_of_caption(number, p, word_in(ENGLISH, WORD_page_table), word_in(CHINESE, WORD_page_table), ++p->tables);
    text_print(p->out, "<div class=\"scroll%s\" role=\"region\" tabindex=\"0\" aria-label=\"",
               t->rows - heads <= FEW ? " few" : "");
    page_escape(p->out, caption);
    text_add(p->out, "\">\n<table>\n");
    add_caption(p, "caption", number, caption);
    if (p->form == PAGE_DOCUMENT)
        page_widths(p->out, t);
    if (heads) {
        text_add(p->out, "<thead><tr>");
        for (size_t c = 0; c < t->columns; c++)
            if (is_shown(t, c))
                add_head(p, t, heads, c);
        text_add(p->out, "</tr></thead>\n");
    }
    text_add(p->out, "<tbody>\n");
    for (size_t r = heads; r < t->rows; r++)
        add_row(p, t, r, indent);
    text_add(p->out, "</tbody>\n</table>\n</div>\n");
}

/* ---- figures */

static bool
starts(const char *at, const char *word)
{
    return !strncmp(at, word, strlen(word));
}

/* Where a reference to an id, or an id, begins: what stands before it, or NULL */
static const char *
before_id(const char *at)
{
    static const char *const marks[] = { " id=\"", " id='", "href=\"#", "href='#", "url(#", "url('#" };

    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (starts(at, marks[i]))
            return marks[i];
    return NULL;
}

/* The opening tag without its size, which is the page's to decide; returns what stands behind it. */
static const char *
add_svg_tag(struct text *out, const char *at, const char *alt)
{
    text_add(out, "<svg aria-label=\"");
    page_escape(out, alt);
    text_add(out, "\"");
    for (at += strlen("<svg"); *at && *at != '>';) {
        const bool size = starts(at, " width=\"") || starts(at, " height=\"");
        const char *end = size ? strchr(strchr(at, '"') + 1, '"') : NULL;

        if (end)
            at = end + 1;
        else
            text_add_bytes(out, at++, 1);
    }
    return at;
}

void
page_svg(struct text *out, const char *svg, const char *name, const char *alt)
{
    const char *at = strstr(svg, "<svg"), *end;

    if (!at)
        return;
    at = add_svg_tag(out, at, alt);
    while (*at) {
        const char *mark = before_id(at);

        if (starts(at, "<title>")
            && (end = strstr(at, "</title>"))) { /* the label says it; no words under the pointer */
            at = end + strlen("</title>");
        } else if (mark) {
            text_print(out, "%s%s-", mark, name);
            at += strlen(mark);
        } else {
            text_add_bytes(out, at++, 1);
        }
    }
}

void
page_figure(struct page *p, const char *name, const char *svg, const char *caption, const char *alt)
{
    char number[64];

    word_of_caption(number, p, word_in(ENGLISH, WORD_page_figure), word_in(CHINESE, WORD_page_figure), ++p->figures);
    text_print(p->out, "<figure id=\"figure-%s\">\n", name);
    if (p->form == PAGE_SCREEN) {
        page_svg(p->out, svg, name, alt);
    } else {
        text_print(p->out, "<img src=\"charts/%s.png\" alt=\"", name);
        page_escape(p->out, alt);
        text_add(p->out, "\">\n");
    }
    add_caption(p, "figcaption", number, caption);
    text_add(p->out, "</figure>\n");
}
