/* A job: one scenario on its way from file to results, as run, compare and others need it. */
#ifndef COMMAND_JOB_H
#define COMMAND_JOB_H

#include "analysis/consistency.h"
#include "analysis/outturn.h"
#include "analysis/precedent.h"
#include "command/command.h"
#include "report/chart.h"
#include "report/manifest.h"
#include "scenario/scenario.h"

struct job {
    const char *file; /* as the command line names it */
    struct scenario scenario;
    struct trajectory trajectory;
    struct judgements judgements;
    struct feasibles feasibles;
    struct implieds implied;
    struct outturns outturns;
    double model_seconds;
    const struct manifest_draws *draws; /* of an ensemble, for the manifest; NULL: none */
};

/* The scenario of a file, --set and --rebase laid over it */
enum status job_read(struct scenario *sc, const char *path, const struct options *o, struct error *err);
/* The same re-based on a year, whatever scenario and command line say of it */
enum status job_read_from(struct scenario *sc, const char *path, const struct options *o, int rebase,
                          struct error *err);

/* Reads, checks, projects and judges every operand, before any result is written; names the command where there
 * is none, and refuses two scenarios of one name. `jobs` has room for all operands, zeroed; jobs_free in any case.
 * Returns the worst failure. */
enum status jobs_prepare(struct job *jobs, const struct options *o, const char *command, struct error *err);
void jobs_free(struct job *jobs, size_t count);

/* What the charts of a job are drawn from. */
struct chart_input job_chart_input(const struct job *j, const struct options *o);
enum language job_language(const struct job *j, const struct options *o);

/* `name` of a manifest file in the results: what `command` read from the jobs and wrote. */
enum status jobs_write_manifest(struct output *out, const char *name, const char *command, const struct job *jobs,
                                size_t count, const struct options *o, double chart_seconds, struct error *err);

/* Whether they can be set side by side; what cannot, or only in part, is told. */
enum status jobs_comparable(const struct job *jobs, const struct options *o, struct error *err);

/* A target that counts is missed. */
bool job_misses(const struct job *j);

#endif
