#include "base/output.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/memory.h"
#include "base/output_files.h"
#include "base/output_parts.h"

#define STAGING_TRIES 100

static char *
copy(const char *s, size_t length)
{
    return memcpy(memory_new(length + 1, 1), s, length);
}

static enum status
cannot_write(const char *path, struct error *err)
{
    return error_add(err, FAILED_WORK, NOWHERE, WORD_cannot_write, path, error_cause(errno));
}

/* The target without slashes at its end, "/" excepted. */
static char *
target_name(const char *target)
{
    size_t length = strlen(target);

    while (length > 1 && target[length - 1] == '/')
        length--;
    return length ? copy(target, length) : copy(".", 1);
}

static enum status
target_check(const struct output *o, struct error *err)
{
    if (!files_make_parents(o->target))
        return cannot_write(o->target, err);
    if (!files_exist(o->target))
        return OK;
    if (!files_is_folder(o->target))
        return error_add(err, FAILED_WORK, NOWHERE, WORD_file_in_the_way, o->target);
    if (access(o->target, W_OK | X_OK) != 0)
        return cannot_write(o->target, err);
    return OK;
}

/* A new folder `<before><name>.new-<process>`, with a number after it where that is taken. */
static bool
make_staging(struct output *o, const char *before, size_t before_length, const char *name)
{
    bool made = false;

    for (int try = 0; try < STAGING_TRIES && !made; try++) {
        struct text path = { 0 };

        text_add_bytes(&path, before, before_length);
        text_print(&path, ".%s.new-%ld", name, (long) getpid());
        if (try > 0)
            text_print(&path, "-%d", try);
        made = mkdir(path.at, 0777) == 0;
        if (made)
            o->staging = path.at;
        else
            text_free(&path);
        if (!made && errno != EEXIST)
            return false;
    }
    return made;
}

/* Files can be moved into the target from there: on the same file system, or where nobody knows yet. */
static bool
reaches_target(const struct output *o)
{
    struct stat here, there;

    return stat(o->target, &there) != 0 || (stat(o->staging, &here) == 0 && here.st_dev == there.st_dev);
}

/* Beside the target; where that cannot be (a mounted folder, a parent that is another's), inside it. */
static bool
choose_staging(struct output *o)
{
    char *real = realpath(o->target, NULL); /* a link or "." has its true neighbours elsewhere */
    const char *path = real ? real : o->target;
    const char *slash = strrchr(path, '/');
    const size_t before = slash ? (size_t) (slash - path) + 1 : 0;
    bool made = make_staging(o, path, before, path + before);

    if (made && !reaches_target(o)) {
        rmdir(o->staging);
        free(o->staging);
        o->staging = NULL;
        made = false;
        errno = EXDEV;
    }
    if (!made && real && (errno == EXDEV || errno == EACCES || errno == EPERM || errno == EROFS)) {
        struct text inside = { 0 };

        text_print(&inside, "%s/", path);
        made = make_staging(o, inside.at, inside.length, "results");
        text_free(&inside);
    }
    free(real);
    return made;
}

enum status
output_open(struct output **out, const char *target, const char *manifest, struct error *err)
{
    struct output *o = memory_new(1, sizeof *o);
    enum status rc;

    assert(files_name_is_inside(manifest));
    *out = NULL;
    o->target = target_name(target);
    o->manifest = copy(manifest, strlen(manifest));
    rc = target_check(o, err);
    if (!rc && !choose_staging(o))
        rc = cannot_write(o->target, err);
    if (rc)
        output_close(o);
    else
        *out = o;
    return rc;
}

const char *
output_staging(const struct output *o)
{
    return o->staging;
}

const char *
output_target(const struct output *o)
{
    return o->target;
}

static void
keep_file(struct output *o, const char *name, const char sha256[DIGEST_HEX])
{
    struct output_file *file;

    o->file = memory_room(o->file, o->files, &o->room, sizeof *o->file);
    file = &o->file[o->files++];
    file->name = copy(name, strlen(name));
    memcpy(file->sha256, sha256, sizeof file->sha256);
}

/* Keeps the file if `fine`; else the error names it as it would have been. */
static enum status
take_in(struct output *o, const char *name, const char sha256[DIGEST_HEX], bool fine, struct error *err)
{
    char *shown;

    if (fine) {
        keep_file(o, name, sha256);
        return OK;
    }
    shown = files_join(o->target, name);
    cannot_write(shown, err);
    free(shown);
    return FAILED_WORK;
}

enum status
output_write(struct output *o, const char *name, const char *bytes, size_t length, struct error *err)
{
    char *staged = files_join(o->staging, name);
    char sha256[DIGEST_HEX];
    enum status rc;

    assert(files_name_is_inside(name));
    digest_sha256(sha256, bytes, length);
    rc = take_in(o, name, sha256, files_make_parents(staged) && files_write(staged, bytes, length), err);
    free(staged);
    return rc;
}

enum status
output_write_text(struct output *o, const char *name, struct text *text, struct error *err)
{
    const enum status rc = output_write(o, name, text_of(text), text->length, err);

    text_free(text);
    return rc;
}

enum status
output_adopt(struct output *o, const char *name, struct error *err)
{
    char *staged = files_join(o->staging, name);
    char sha256[DIGEST_HEX];
    enum status rc;

    assert(files_name_is_inside(name));
    rc = take_in(o, name, sha256, files_digest(staged, sha256) && files_sync(staged), err);
    free(staged);
    return rc;
}

size_t
output_count(const struct output *o)
{
    return o->files;
}

const char *
output_name(const struct output *o, size_t i)
{
    return o->file[i].name;
}

const char *
output_sha256(const struct output *o, size_t i)
{
    return o->file[i].sha256;
}

void
output_close(struct output *o)
{
    if (!o)
        return;
    if (o->staging && !o->staging_stays)
        files_remove(o->staging);
    for (size_t i = 0; i < o->files; i++)
        free(o->file[i].name);
    free(o->file);
    free(o->staging);
    free(o->target);
    free(o->manifest);
    free(o);
}
