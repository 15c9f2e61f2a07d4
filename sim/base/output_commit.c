/* The moving in of results, step by step, each with the step that undoes it. */
#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/input.h"
#include "base/memory.h"
#include "base/output.h"
#include "base/output_files.h"
#include "base/output_parts.h"

#define BACKUP ".earlier" /* in staging; no result's name begins with a dot */

struct step {
    char *from; /* NULL: `to` is a folder that was made */
    char *to;
};

struct commit {
    struct output *o;
    char *backup;
    struct step *step;
    size_t steps, room;
    char *failed; /* the file that could not be written, and why */
    int cause;
};

static bool
commit_fail(struct commit *c, const char *name)
{
    c->cause = errno;
    c->failed = name ? files_join(c->o->target, name) : NULL;
    return false;
}

static void
note_step(struct commit *c, struct step step)
{
    c->step = memory_room(c->step, c->steps, &c->room, sizeof *c->step);
    c->step[c->steps++] = step;
}

static bool
move_file(struct commit *c, const char *from_folder, const char *to_folder, const char *name)
{
    char *from = files_join(from_folder, name), *to = files_join(to_folder, name);

    if (rename(from, to) == 0) {
        note_step(c, (struct step) { from, to });
        return true;
    }
    free(from);
    free(to);
    return false;
}

/* Makes folders of the target, `name`'s or (for "") the target itself, and notes the new ones. */
static bool
make_folders(struct commit *c, const char *name)
{
    const size_t root = strlen(c->o->target);
    char *path = files_join(c->o->target, name);
    bool made = true;

    for (char *slash = path + root; made && slash; slash = strchr(slash + 1, '/')) {
        struct text folder = { 0 };

        text_add_bytes(&folder, path, (size_t) (slash - path));
        made = files_is_folder(folder.at);
        if (!made && mkdir(folder.at, 0777) == 0) {
            made = true;
            note_step(c, (struct step) { NULL, folder.at });
        } else {
            if (!made && errno == EEXIST)
                errno = ENOTDIR;
            text_free(&folder);
        }
    }
    free(path);
    return made;
}

/* Moves what the target has by that name, if anything, into the backup. */
static bool
move_aside(struct commit *c, const char *name)
{
    char *there = files_join(c->o->target, name);
    char *kept = files_join(c->backup, name);
    bool moved = true;

    if (files_exist(there))
        moved = files_make_parents(kept) && move_file(c, c->o->target, c->backup, name);
    free(there);
    free(kept);
    return moved || commit_fail(c, name);
}

static bool
is_folder_there(const struct commit *c, const char *name)
{
    char *there = files_join(c->o->target, name);
    const bool is = files_is_folder(there);

    free(there);
    return is;
}

static bool
move_in(struct commit *c, const char *name)
{
    if (is_folder_there(c, name)) {
        errno = EISDIR;
        return commit_fail(c, name);
    }
    if (!move_aside(c, name))
        return false;
    return (make_folders(c, name) && move_file(c, c->o->staging, c->o->target, name)) || commit_fail(c, name);
}

/* A manifest is only a file that someone may have changed: names that lead elsewhere are passed over. */
static bool
move_earlier_aside(struct commit *c)
{
    char *path = files_join(c->o->target, c->o->manifest);
    struct input in = { 0 };
    struct error no_matter = { 0 };
    json_t *manifest = NULL, *entry;
    size_t i;
    bool fine = true;

    if (input_read(&in, path, NOWHERE, &no_matter) == OK)
        manifest = json_loadb(in.text, in.length, 0, NULL);
    json_array_foreach(json_object_get(manifest, "outputs"), i, entry) {
        const char *name = json_string_value(json_object_get(entry, "file"));

        if (fine && name && files_name_is_inside(name) && strcmp(name, c->o->manifest) != 0
            && !is_folder_there(c, name))
            fine = move_aside(c, name);
    }
    json_decref(manifest);
    input_free(&in);
    error_free(&no_matter);
    free(path);
    return fine;
}

/* The manifest last: until then the earlier one tells which files were ours. */
static bool
move_all_in(struct commit *c)
{
    bool fine = true;

    for (size_t i = 0; fine && i < c->o->files; i++)
        if (strcmp(c->o->file[i].name, c->o->manifest) != 0)
            fine = move_in(c, c->o->file[i].name);
    return fine && move_in(c, c->o->manifest);
}

/* `root` and the folders that files of ours have in it */
static bool
sync_folders(struct commit *c, const char *root)
{
    const char *before = "";
    bool synced = files_sync(root);

    for (size_t i = 0; synced && i < c->o->files; i++) {
        const char *name = c->o->file[i].name;

        for (const char *slash = strchr(name, '/'); synced && slash; slash = strchr(slash + 1, '/')) {
            const size_t length = (size_t) (slash - name) + 1;
            struct text folder = { 0 };

            if (strncmp(name, before, length) == 0)
                continue;
            text_print(&folder, "%s/%.*s", root, (int) length, name);
            synced = files_sync(folder.at);
            text_free(&folder);
        }
        before = name;
    }
    return synced || commit_fail(c, NULL);
}

/* The parent of a target that was not there: making it was the first step. */
static bool
sync_parent(struct commit *c)
{
    const bool made = c->steps > 0 && !c->step[0].from;
    char *parent = files_join(c->o->target, "..");
    const bool synced = !made || files_sync(parent);

    free(parent);
    return synced || commit_fail(c, NULL);
}

static bool
commit_steps(struct commit *c)
{
    if (!sync_folders(c, c->o->staging))
        return false;
    if (mkdir(c->backup, 0777) != 0 || !make_folders(c, ""))
        return commit_fail(c, NULL);
    return move_earlier_aside(c) && move_all_in(c) && sync_folders(c, c->o->target) && sync_parent(c);
}

/* Back from the last step to the first. What cannot be moved back stays in staging, and the user is told. */
static void
undo_steps(struct commit *c, struct error *err)
{
    for (size_t i = c->steps; i-- > 0;) {
        const struct step *step = &c->step[i];

        if (!step->from) {
            rmdir(step->to);
        } else if (rename(step->to, step->from) != 0 && strncmp(step->to, c->backup, strlen(c->backup)) == 0) {
            error_add(err, FAILED_WORK, NOWHERE, WORD_cannot_restore, step->from, error_cause(errno), step->to);
            c->o->staging_stays = true;
        }
    }
    files_sync(c->o->target);
}

/* Folders that only held what was moved aside */
static void
remove_emptied_folders(const struct commit *c)
{
    const size_t root = strlen(c->o->target);

    for (size_t i = 0; i < c->steps; i++) {
        char *from = c->step[i].from;
        char *slash;

        if (!from || strncmp(from, c->o->target, root) != 0 || from[root] != '/')
            continue;
        while ((slash = strrchr(from, '/')) > from + root) {
            *slash = '\0';
            if (rmdir(from) != 0)
                break;
        }
    }
}

static void
commit_free(struct commit *c)
{
    for (size_t i = 0; i < c->steps; i++) {
        free(c->step[i].from);
        free(c->step[i].to);
    }
    free(c->step);
    free(c->backup);
    free(c->failed);
}

enum status
output_commit(struct output *o, struct error *err)
{
    struct commit c = { .o = o, .backup = files_join(o->staging, BACKUP) };
    const bool done = commit_steps(&c);

    if (done) {
        remove_emptied_folders(&c);
        files_remove(o->staging);
    } else {
        undo_steps(&c, err);
        error_add(err, FAILED_WORK, NOWHERE, o->staging_stays ? WORD_cannot_write_whole : WORD_cannot_write,
                  c.failed ? c.failed : o->target, error_cause(c.cause));
    }
    commit_free(&c);
    return done ? OK : FAILED_WORK;
}
