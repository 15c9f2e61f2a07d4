#include "report/report_convert.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "report/process.h"
#include "report/reference_files.h"

#define CONVERT_SECONDS 120.0
#define ARGUMENTS 16

static const char *const format_name[REPORT_FORMATS] = { "html", "docx", "pptx", "pdf" };

enum status
report_formats(bool wanted[REPORT_FORMATS], const char *list, struct error *err)
{
    enum status rc = OK;

    for (const char *at = list ? list : "html"; at;) {
        const size_t length = strcspn(at, ",");
        size_t i = 0;
        struct text name = { 0 };

        while (i < REPORT_FORMATS && (strlen(format_name[i]) != length || strncmp(format_name[i], at, length) != 0))
            i++;
        text_add_bytes(&name, at, length);
        if (i < REPORT_FORMATS)
            wanted[i] = true;
        else
            rc = error_add(err, FAILED_INPUT, NOWHERE, WORD_report_format_unknown, text_of(&name));
        text_free(&name);
        at = at[length] ? at + length + 1 : NULL;
    }
    return rc;
}

/* A file for the converter alone: it is no result. */
static bool
put(const struct output *out, const char *name, const char *bytes, size_t length)
{
    struct text path = { 0 };
    FILE *file;
    bool whole;

    text_print(&path, "%s/%s", output_staging(out), name);
    file = fopen(text_of(&path), "wb");
    whole = file && fwrite(bytes, 1, length, file) == length;
    whole = file && !fclose(file) && whole;
    text_free(&path);
    return whole;
}

static void
take_away(const struct output *out, const char *name)
{
    struct text path = { 0 };

    text_print(&path, "%s/%s", output_staging(out), name);
    (void) unlink(text_of(&path));
    text_free(&path);
}

static bool
is_there(const struct output *out, const char *name)
{
    struct text path = { 0 };
    bool there;

    text_print(&path, "%s/%s", output_staging(out), name);
    there = !access(text_of(&path), R_OK);
    text_free(&path);
    return there;
}

/* The last line that says something: what went wrong, after all warnings */
static void
last_line(struct text *out, const char *lines)
{
    const char *begin = lines, *end = lines + strlen(lines);

    while (end > begin && strchr(" \n", end[-1]))
        end--;
    for (const char *at = lines; at < end; at++)
        begin = *at == '\n' ? at + 1 : begin;
    text_add_bytes(out, begin, (size_t) (end - begin));
}

/* Runs the programs that are there until one makes `what`, which is then among the results; what the first of them said
 * is told where none does. */
static enum status
run(struct output *out, const char *what, const char *const (*argv)[ARGUMENTS], size_t programs,
    const volatile sig_atomic_t *interrupted, struct error *err)
{
    const char *tried = NULL;
    struct text said = { 0 };
    bool made = false;
    enum status rc = OK;

    for (size_t i = 0; i < programs && !rc && !made; i++) {
        struct process p = { .argv = argv[i], .folder = output_staging(out) };

        rc = processes_run(&p, 1, CONVERT_SECONDS, interrupted);
        made = !rc && p.end == PROCESS_EXITED && p.code == 0 && is_there(out, what);
        if (!rc && !made && !tried && p.end != PROCESS_NOT_FOUND) {
            tried = argv[i][0];
            last_line(&said, text_of(&p.err));
        }
        process_free(&p);
    }
    if (!rc && made)
        rc = output_adopt(out, what, err);
    else if (!rc && tried)
        rc = error_add(err, FAILED_WORK, NOWHERE, WORD_convert_failed, what, tried, text_of(&said));
    else if (!rc)
        rc = error_add(err, FAILED_WORK, NOWHERE, programs > 1 ? WORD_convert_no_pdf : WORD_convert_no_pandoc, what);
    text_free(&said);
    return rc;
}

static enum status
by_pandoc(struct output *out, const struct report *r, enum report_format format,
          const volatile sig_atomic_t *interrupted, struct error *err)
{
    const bool slides = format == REPORT_PPTX;
    const char *what = slides ? "report.pptx" : "report.docx";
    const char *const argv[1][ARGUMENTS] = {
        { "pandoc", "-f", "html", "-o", what, slides ? "--reference-doc=style.pptx" : "--reference-doc=style.docx",
          slides ? "--slide-level=2" : "--shift-heading-level-by=-1", "source.html", NULL }
    };
    const char *style = slides ? "style.pptx" : "style.docx";
    struct text page = { 0 };
    enum status rc = OK;

    if (slides)
        report_slides(&page, r);
    else
        report_html(&page, r, PAGE_DOCUMENT);
    if (!put(out, "source.html", text_of(&page), page.length)
        || !put(out, style, slides ? reference_slides : reference_document,
                (size_t) (slides ? reference_slides_end - reference_slides
                                 : reference_document_end - reference_document)))
        rc = error_add(err, FAILED_WORK, NOWHERE, WORD_convert_failed, what, "pandoc", "");
    if (!rc)
        rc = run(out, what, argv, 1, interrupted, err);
    take_away(out, "source.html");
    take_away(out, style);
    text_free(&page);
    return rc;
}

#define CHROMIUM(program) \
    { \
        program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf=report.pdf", \
            "report.html", NULL \
    }

/* Chromium first: older releases of weasyprint know no grid and stop at the marks of gnuplot's svg. */
static enum status
to_pdf(struct output *out, const volatile sig_atomic_t *interrupted, struct error *err)
{
    static const char *const argv[][ARGUMENTS] = { CHROMIUM("chromium"),
                                                   CHROMIUM("chromium-browser"),
                                                   CHROMIUM("google-chrome"),
                                                   { "weasyprint", "--quiet", "report.html", "report.pdf", NULL } };

    return run(out, "report.pdf", argv, sizeof argv / sizeof argv[0], interrupted, err);
}

enum status
report_convert(struct output *out, const struct report *r, const bool wanted[REPORT_FORMATS],
               const volatile sig_atomic_t *interrupted, struct error *err)
{
    enum status worst = OK;

    for (int f = REPORT_DOCX; f < REPORT_FORMATS && worst != INTERRUPTED; f++) {
        enum status rc = OK;

        if (wanted[f])
            rc = f == REPORT_PDF ? to_pdf(out, interrupted, err)
                                 : by_pandoc(out, r, (enum report_format) f, interrupted, err);
        worst = rc < worst ? rc : worst;
    }
    return worst;
}
