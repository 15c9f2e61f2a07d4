#include "report/chart_files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "report/chart_script.h"
#include "report/gnuplot.h"
#include "report/png.h"

static const char *const endings[] = { "svg", "png" };
#define ENDINGS (sizeof endings / sizeof endings[0])

const char *
chart_folder(const struct chart_input *in)
{
    return in->folder ? in->folder : CHART_FOLDER;
}

static enum status
write_one(struct output *out, const struct figure *f, const char *ending, const struct text *text, struct error *err)
{
    struct text path = { 0 };
    enum status status;

    text_print(&path, "%s/%s%s", chart_folder(f->in), f->name, ending);
    status = output_write(out, text_of(&path), text_of(text), text->length, err);
    text_free(&path);
    return status;
}

enum status
chart_files_write(struct output *out, const struct figure *f, const char *font, struct error *err)
{
    struct text csv = { 0 }, script = { 0 };
    enum status status = OK;

    figure_csv(&csv, f);
    chart_script(&script, f, font);
    if (f->count.column > 0)
        status = write_one(out, f, ".csv", &csv, err);
    if (f->table.length > 0 && status == OK)
        status = write_one(out, f, f->table_name, &f->table, err);
    if (status == OK)
        status = write_one(out, f, ".gp", &script, err);
    text_free(&script);
    text_free(&csv);
    return status;
}

/* A whole file, from the staging folder; false where it cannot be read. */
static bool
read_file(struct text *out, const char *path)
{
    FILE *file = fopen(path, "rb");
    char bytes[8192];
    size_t n;
    bool whole;

    if (!file)
        return false;
    while ((n = fread(bytes, 1, sizeof bytes, file)) > 0)
        text_add_bytes(out, bytes, n);
    whole = !ferror(file);
    fclose(file);
    return whole;
}

/* Gives the svg its title, fonts and size, or the png its size; false where gnuplot left it incomplete. */
static bool
finished(struct text *out, const struct text *drawn, bool svg, const struct chart_done *chart)
{
    if (svg)
        return gnuplot_finish_svg(out, text_of(drawn), chart);
    return png_with_size(out, text_of(drawn), drawn->length, chart->width);
}

/* Both pictures as people get them; false where gnuplot left one of them incomplete. */
static bool
finish_pictures(struct text better[ENDINGS], const char *folder, const struct chart_done *chart)
{
    bool sound = true;

    for (size_t i = 0; i < ENDINGS && sound; i++) {
        struct text path = { 0 }, drawn = { 0 };

        text_print(&path, "%s/%s.%s", folder, chart->name, endings[i]);
        sound = read_file(&drawn, text_of(&path)) && finished(&better[i], &drawn, i == 0, chart);
        text_free(&drawn);
        text_free(&path);
    }
    return sound;
}

static enum status
write_pictures(struct output *out, const struct text better[ENDINGS], const struct chart_done *chart, struct error *err)
{
    enum status status = OK;

    for (size_t i = 0; i < ENDINGS && status == OK; i++) {
        struct text path = { 0 };

        text_print(&path, "%s/%s.%s", chart->folder, chart->name, endings[i]);
        status = output_write(out, text_of(&path), text_of(&better[i]), better[i].length, err);
        text_free(&path);
    }
    return status;
}

static void
remove_pictures(const char *folder, const char *name)
{
    for (size_t i = 0; i < ENDINGS; i++) {
        struct text path = { 0 };

        text_print(&path, "%s/%s.%s", folder, name, endings[i]);
        (void) unlink(text_of(&path));
        text_free(&path);
    }
}

/* A warning that says why there is no picture: gnuplot's words, and how it ended. */
static void
warn_of_failure(const struct process *p, const char *name, enum language language, struct error *err)
{
    const enum word word = p->end == PROCESS_TIMED_OUT   ? WORD_chart_timeout
                           : p->end == PROCESS_SIGNALLED ? WORD_chart_killed
                                                         : WORD_chart_exit;
    struct text code = { 0 }, why = { 0 };

    gnuplot_words(&why, p);
    text_print(&code, "%d", p->end == PROCESS_TIMED_OUT ? (int) GNUPLOT_SECONDS : p->code);
    if (p->code != 0 || why.length == 0) {
        const char *const arguments[] = { text_of(&code), NULL };

        if (why.length > 0)
            text_add(&why, "; ");
        word_fill(&why, language, word, arguments);
    }
    error_add(err, OK, NOWHERE, WORD_chart_failed, name, text_of(&why));
    text_free(&why);
    text_free(&code);
}

enum status
chart_files_take(struct output *out, const struct process *p, struct chart_done *chart, enum language language,
                 struct error *err)
{
    const char *folder = p->folder;
    struct text words = { 0 }, better[ENDINGS] = { { 0 } };
    const bool sound = p->end == PROCESS_EXITED && p->code == 0 && finish_pictures(better, folder, chart);
    enum status status = OK;

    remove_pictures(folder, chart->name); /* gnuplot's own, which the finished ones replace */
    if (sound)
        status = write_pictures(out, better, chart, err);
    else
        warn_of_failure(p, chart->name, language, err);
    for (size_t i = 0; i < ENDINGS; i++)
        text_free(&better[i]);
    if (status != OK || !sound)
        return status;
    chart->outcome = CHART_DRAWN;
    gnuplot_words(&words, p);
    if (words.length > 0)
        error_add(err, OK, NOWHERE, WORD_chart_complaint, chart->name, text_of(&words));
    text_free(&words);
    return OK;
}

#define EMF_MARK 40 /* bytes before " EMF" */
#define EMF_SIZE 48 /* and before the size of all, four bytes, the least first */

static bool
is_whole_emf(const struct text *drawn)
{
    const unsigned char *at = (const unsigned char *) drawn->at;
    size_t size = 0;

    if (drawn->length < EMF_SIZE + 4 || memcmp(at + EMF_MARK, " EMF", 4) != 0)
        return false;
    for (size_t i = 0; i < 4; i++)
        size += (size_t) at[EMF_SIZE + i] << (8 * i);
    return size == drawn->length;
}

enum status
chart_files_take_emf(struct output *out, const struct chart_done *chart, enum language language, struct error *err)
{
    struct text name = { 0 }, path = { 0 }, drawn = { 0 };
    enum status status;

    text_print(&name, "%s/%s.emf", chart->folder, chart->name);
    text_print(&path, "%s/%s", output_staging(out), text_of(&name));
    if (read_file(&drawn, text_of(&path)) && is_whole_emf(&drawn)) {
        status = output_adopt(out, text_of(&name), err);
    } else {
        (void) unlink(text_of(&path));
        status = error_add(err, OK, NOWHERE, WORD_chart_failed, text_of(&name), word_in(language, WORD_emf_incomplete));
    }
    text_free(&name);
    text_free(&path);
    text_free(&drawn);
    return status;
}
