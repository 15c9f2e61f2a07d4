/* A file that keeps draws: the settings drawn and chosen outputs, a row a draw, as CSV or, where its name ends in
 * ".nc", as NetCDF (CF conventions). It is written beside its place as draws come, and moved there when whole.
 *
 *     draws_file_open(&f, path, &table, err);  draws_file_add(f, kept, err) ...;  draws_file_sync(f, err);
 *     draws_file_place(f, err);  draws_file_close(f);
 */
#ifndef REPORT_DRAWS_FILE_H
#define REPORT_DRAWS_FILE_H

#include "analysis/ensemble.h"
#include "base/digest.h"

struct draws_column {
    const char *name;    /* "zunyi gdp 2025" */
    const char *meaning; /* for people; may be NULL */
    enum unit unit;
    bool factor; /* a number by which a setting is multiplied */
};

struct draws_table {
    const struct plan *plan;
    uint64_t seed;
    size_t settings, outputs; /* as ensemble_kept has them */
    const struct draws_column *setting, *output;
};

struct draws_file;

/* Fails, and nothing is left behind, where the file cannot be written or the program knows no NetCDF. */
enum status draws_file_open(struct draws_file **out, const char *path, const struct draws_table *table,
                            struct error *err);
/* Draws that are not accepted are left out. */
enum status draws_file_add(struct draws_file *f, const struct ensemble_kept *kept, struct error *err);
enum status draws_file_sync(struct draws_file *f, struct error *err); /* all is written; its digest is known */
const char *draws_file_path(const struct draws_file *f);
const char *draws_file_sha256(const struct draws_file *f);
enum status draws_file_place(struct draws_file *f, struct error *err);
void draws_file_close(struct draws_file *f); /* removes what was not put in its place; NULL is fine */

#endif
