#include "report/draws_file.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/output_files.h"
#include "report/draws_file_parts.h"

struct draws_file {
    char *path, *staged; /* where it shall be; where it is until it is whole */
    const struct draws_table *table;
    const struct draws_format *format;
    void *state; /* NULL: closed */
    bool placed;
    char sha256[DIGEST_HEX];
};

static enum status
cannot_write(const struct draws_file *f, const char *why, struct error *err)
{
    return error_add(err, FAILED_WORK, NOWHERE, WORD_cannot_write_whole, f->path, why);
}

static bool
ends_in(const char *path, const char *ending)
{
    const size_t length = strlen(path), end = strlen(ending);

    return length > end && !strcmp(path + length - end, ending);
}

/* A new name in the same folder, so that moving it into place cannot fail half way */
static bool
stage(struct draws_file *f)
{
    const char *slash = strrchr(f->path, '/');
    const int folder = slash ? (int) (slash - f->path) + 1 : 0;
    struct text name = { 0 };
    const mode_t mask = umask(0);
    int file;

    umask(mask);
    text_print(&name, "%.*s.%s.new-XXXXXX", folder, f->path, f->path + folder);
    f->staged = name.at;
    file = mkstemp(f->staged);
    if (file < 0) {
        free(f->staged);
        f->staged = NULL;
        return false;
    }
    fchmod(file, 0666 & ~mask);
    return close(file) == 0;
}

enum status
draws_file_open(struct draws_file **out, const char *path, const struct draws_table *table, struct error *err)
{
    struct draws_file *f = memory_new(1, sizeof *f);
    const char *why = NULL;
    enum status rc = OK;

    f->path = strdup(path);
    f->table = table;
    f->format = ends_in(path, ".nc") ? &draws_netcdf : &draws_csv;
    if (!f->format->open)
        rc = error_add(err, FAILED_WORK, NOWHERE, WORD_no_library, "NetCDF", path);
    else if (files_is_folder(path))
        rc = cannot_write(f, error_cause(EISDIR), err);
    else if (!stage(f))
        rc = cannot_write(f, error_cause(errno), err);
    else if ((why = f->format->open(&f->state, f->staged, table)))
        rc = cannot_write(f, why, err);
    if (rc) {
        draws_file_close(f);
        f = NULL;
    }
    *out = f;
    return rc;
}

enum status
draws_file_add(struct draws_file *f, const struct ensemble_kept *kept, struct error *err)
{
    const char *why = f->format->add(f->state, f->table, kept);

    return why ? cannot_write(f, why, err) : OK;
}

enum status
draws_file_sync(struct draws_file *f, struct error *err)
{
    const char *why = f->format->close(f->state);

    f->state = NULL;
    if (why)
        return cannot_write(f, why, err);
    if (!files_sync(f->staged) || !files_digest(f->staged, f->sha256))
        return cannot_write(f, error_cause(errno), err);
    return OK;
}

const char *
draws_file_path(const struct draws_file *f)
{
    return f->path;
}

const char *
draws_file_sha256(const struct draws_file *f)
{
    return f->sha256;
}

enum status
draws_file_place(struct draws_file *f, struct error *err)
{
    if (rename(f->staged, f->path) != 0)
        return cannot_write(f, error_cause(errno), err);
    f->placed = true;
    return OK;
}

void
draws_file_close(struct draws_file *f)
{
    if (!f)
        return;
    if (f->state)
        f->format->close(f->state);
    if (f->staged && !f->placed)
        unlink(f->staged);
    free(f->staged);
    free(f->path);
    free(f);
}
