/* Output: a folder of results, written whole or not at all.
 *
 * All files of a command go into a new folder beside the target. output_commit syncs them and moves them
 * in, replacing the command's own earlier files (those that its last manifest lists) and nothing else; if
 * any step fails, what was moved is moved back and the earlier results stand as they were.
 */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include "base/error.h"

struct output; /* one results folder in the making */

/* `target`: the results folder; parents are made. `manifest`: name of this command's manifest file. */
enum status output_open(struct output **out, const char *target, const char *manifest, struct error *err);
const char *output_staging(const struct output *o); /* where other programs may write files meanwhile */
const char *output_target(const struct output *o);

/* Writes and syncs one file; `name` may have folders in it ("charts/gdp.csv"). */
enum status output_write(struct output *o, const char *name, const char *bytes, size_t length, struct error *err);
/* The same from a text, which is freed. */
enum status output_write_text(struct output *o, const char *name, struct text *text, struct error *err);
/* A file that another program wrote into the staging folder: taken into the results, synced. */
enum status output_adopt(struct output *o, const char *name, struct error *err);

size_t output_count(const struct output *o);
const char *output_name(const struct output *o, size_t i);
const char *output_sha256(const struct output *o, size_t i);

enum status output_commit(struct output *o, struct error *err); /* the manifest must have been written */
void output_close(struct output *o); /* removes the staging folder if it was not committed; NULL is fine */

#endif
