/* A page in the making: headings, paragraphs, tables and figures as HTML, numbered as documents number them.
 *
 * Text is escaped wherever it comes from; only markup that the program itself writes reaches a page.
 */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include "base/words.h"
#include "report/table.h"

enum page_form {
    PAGE_SCREEN,   /* figures drawn inside; whole by itself */
    PAGE_DOCUMENT, /* figures as files beside it, for a converter */
};

struct page {
    struct text *out;
    enum language language;
    enum page_form form;
    size_t sections, subsections, tables, figures; /* so many so far */
};

/* The text with <, >, & and quotes as entities; control characters are left out. */
void page_escape(struct text *out, const char *s);

/* A section with a number and an id, "1 Key findings" or "一、要点": page_section_end closes it. */
void page_section(struct page *p, const char *id, enum word title);
void page_section_end(struct page *p);
void page_subsection(struct page *p, const char *title); /* "1.1 ...", "（一）..." */

/* One paragraph; `class` NULL: none */
void page_paragraph(struct page *p, const char *class, const char *text);
void page_word(struct page *p, enum word word);
/* A paragraph for each line that is not blank; their blanks in front are taken off */
void page_lines(struct page *p, const char *class, const char *lines);
/* The same as items of a list */
void page_list(struct page *p, const char *class, const char *lines);

/* The table with a numbered caption above. Its first `heads` rows are the head, the first column names the rows: what is
 * indented there is a part of the row above. Cells that begin with a verdict's mark are coloured as one. */
void page_table(struct page *p, const char *caption, const struct table *t, size_t heads);

/* Shares of the page for the columns of a document: numbers and words stay whole, what must break are long texts. */
void page_widths(struct text *out, const struct table *t);

/* The figure with a numbered caption below. `svg` is the whole file; `file` its name for a document. */
void page_figure(struct page *p, const char *name, const char *svg, const char *caption, const char *alt);

/* A chart's svg as it may stand in a page beside others: no prologue, ids of its own, named for those who cannot see. */
void page_svg(struct text *out, const char *svg, const char *name, const char *alt);

#endif
