#include "report/chart_drawing.h"

#include <stdlib.h>
#include "report/chart_common.h"
#include "report/chart_files.h"
#include "report/gnuplot.h"

struct chart_batch
chart_batch_start(struct chart_drawing *d, struct output *out, const struct chart_input *in, size_t most,
                  struct chart_report *report, struct error *err)
{
    struct chart_font *font = &d->font[in->language];

    *report = (struct chart_report) { 0 };
    report->chart = arena_new(&report->arena, most, sizeof *report->chart);
    d->interrupted = in->interrupted;
    if (!font->sought && in->theme->font[in->language]) {
        text_add(&font->family, in->theme->font[in->language]);
        font->found = true;
    } else if (!font->sought)
        font->found = gnuplot_font(&font->family, in->language, in->interrupted, err);
    font->sought = true;
    return (struct chart_batch) { d, out, in, report };
}

static void
note_undrawn(struct chart_batch *b, struct chart_done *chart)
{
    struct chart_drawing *d = b->drawing;

    d->chart = memory_room(d->chart, d->count, &d->room, sizeof *d->chart);
    d->chart[d->count++] = (struct chart_undrawn) { b->out, b->report, chart, b->in->language, b->in->emf };
}

enum status
chart_batch_add(struct chart_batch *b, struct figure *f, bool applies, struct error *err)
{
    const struct chart_font *font = &b->drawing->font[b->in->language];
    struct chart_done *done = &b->report->chart[b->report->count++];
    enum status status = OK;

    *done = (struct chart_done) { .name = f->name, .folder = chart_folder(f->in), .outcome = CHART_NOT_APPLICABLE };
    if (applies) {
        chart_finish(f);
        figure_arrange(f);
        status = chart_files_write(b->out, f, text_of(&font->family), err);
        done->outcome = CHART_UNDRAWN;
        done->width = f->in->theme->width;
        done->height = figure_millimetres(f);
        done->title = arena_text(&b->report->arena, f->title);
        done->alt = arena_text(&b->report->arena, f->alt);
        if (font->found)
            note_undrawn(b, done);
    }
    figure_free(f);
    return status;
}

static struct process
process_for(struct arena *a, const struct chart_undrawn *c)
{
    const char **argv = arena_new(a, 4, sizeof *argv);

    argv[0] = "gnuplot";
    argv[1] = "-d"; /* the same picture whatever stands in ~/.gnuplot */
    argv[2] = arena_print(a, "%s.gp", c->chart->name);
    return (struct process) { .argv = argv,
                              .folder = arena_print(a, "%s/%s", output_staging(c->out), c->chart->folder) };
}

/* Said once, with the first of the places. */
static void
warn_of_no_gnuplot(const struct chart_drawing *d, struct error *err)
{
    const bool several = d->chart[d->count - 1].out != d->chart[0].out;
    struct text place = { 0 };

    text_print(&place, "%s/%s/%s", output_target(d->chart[0].out), d->chart[0].chart->folder, several ? ", ..." : "");
    error_add(err, OK, NOWHERE, WORD_no_gnuplot, text_of(&place));
    text_free(&place);
}

/* What became of the processes; the seconds are shared by as many as ran side by side. */
static enum status
take_all(struct chart_drawing *d, const struct process *process, double share, struct error *err)
{
    enum status status = OK;

    for (size_t i = 0; i < d->count && status == OK; i++) {
        struct chart_undrawn *c = &d->chart[i];

        c->report->seconds += share * process[i].seconds;
        if (process[i].end == PROCESS_NOT_FOUND)
            warn_of_no_gnuplot(d, err);
        else
            status = chart_files_take(c->out, &process[i], c->chart, c->language, err);
        if (!status && c->emf && c->chart->outcome == CHART_DRAWN)
            status = chart_files_take_emf(c->out, c->chart, c->language, err);
        c->report->drawn += c->chart->outcome == CHART_DRAWN;
    }
    return status;
}

enum status
charts_draw(struct chart_drawing *d, struct error *err)
{
    struct process *process = memory_new(d->count + 1, sizeof *process);
    struct arena arena = { 0 };
    enum status status;

    for (size_t i = 0; i < d->count; i++)
        process[i] = process_for(&arena, &d->chart[i]);
    status = processes_run(process, d->count, GNUPLOT_SECONDS, d->interrupted);
    if (status == OK)
        status = take_all(d, process, 1.0 / (double) processes_at_once(), err);
    for (size_t i = 0; i < d->count; i++)
        process_free(&process[i]);
    d->count = 0;
    arena_free(&arena);
    free(process);
    return status;
}

void
chart_drawing_free(struct chart_drawing *d)
{
    for (int l = 0; l < LANGUAGES; l++)
        text_free(&d->font[l].family);
    free(d->chart);
    *d = (struct chart_drawing) { 0 };
}
