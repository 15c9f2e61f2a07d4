#include "base/error.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"

#define ERROR_LINES_MAX 1000

static char *
copy(const char *s)
{
    const size_t size = strlen(s) + 1;

    return memcpy(memory_new(size, 1), s, size);
}

static bool
same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool
same_arguments(const struct error_line *line, const char *const *arguments)
{
    for (size_t i = 0; i < ERROR_ARGUMENTS; i++) {
        if (!same_text(line->argument[i], arguments[i]))
            return false;
        if (!arguments[i])
            break;
    }
    return true;
}

static bool
error_has(const struct error *err, struct place place, enum word word, const char *const *arguments)
{
    for (size_t i = err->lines; i-- > 0;) {
        const struct error_line *line = &err->line[i];

        if (line->line == place.line && line->word == word && same_text(line->file, place.file)
            && same_arguments(line, arguments))
            return true;
    }
    return false;
}

enum status
error_add_words(struct error *err, enum status status, struct place place, enum word word, const char *const *arguments)
{
    struct error_line line = { .status = status, .line = place.line, .word = word };

    if (err->lines >= ERROR_LINES_MAX && status >= error_worst(err))
        return status;
    if (error_has(err, place, word, arguments))
        return status;
    line.file = place.file ? copy(place.file) : NULL;
    for (size_t i = 0; i < ERROR_ARGUMENTS && arguments[i]; i++)
        line.argument[i] = copy(arguments[i]);
    err->line = memory_room(err->line, err->lines, &err->room, sizeof *err->line);
    err->line[err->lines++] = line;
    return status;
}

const char *
error_cause(int number)
{
    switch (number) {
    case EACCES: return WORD_ARGUMENT(cause_access);
    case EPERM: return WORD_ARGUMENT(cause_permission);
    case ENOENT: return WORD_ARGUMENT(cause_missing);
    case EEXIST: return WORD_ARGUMENT(cause_exists);
    case ENOTDIR: return WORD_ARGUMENT(cause_no_folder);
    case EISDIR: return WORD_ARGUMENT(cause_folder);
    case ENOTEMPTY: return WORD_ARGUMENT(cause_not_empty);
    case ENOSPC: return WORD_ARGUMENT(cause_full);
    case EDQUOT: return WORD_ARGUMENT(cause_quota);
    case EROFS: return WORD_ARGUMENT(cause_read_only);
    case EFBIG: return WORD_ARGUMENT(cause_large);
    case ENAMETOOLONG: return WORD_ARGUMENT(cause_name);
    case ELOOP: return WORD_ARGUMENT(cause_loop);
    case EMFILE: return WORD_ARGUMENT(cause_open_files);
    case EIO: return WORD_ARGUMENT(cause_device);
    case EPIPE: return WORD_ARGUMENT(cause_pipe);
    case EBADF: return WORD_ARGUMENT(cause_closed);
    case EXDEV: return WORD_ARGUMENT(cause_other_disk);
    default: return strerror(number);
    }
}

size_t
error_count(const struct error *err)
{
    size_t count = 0;

    for (size_t i = 0; i < err->lines; i++)
        count += err->line[i].status != OK;
    return count;
}

enum status
error_worst(const struct error *err)
{
    enum status worst = OK;

    /* the worse a status is, the lower its number */
    for (size_t i = 0; i < err->lines; i++)
        worst = err->line[i].status < worst ? err->line[i].status : worst;
    return worst;
}

void
error_print(struct text *out, const struct error_line *line, enum language language)
{
    if (line->file && line->line > 0)
        text_print(out, "%s:%d: ", line->file, line->line);
    else if (line->file)
        text_print(out, "%s: ", line->file);
    if (line->status == OK)
        text_add(out, word_in(language, WORD_warning));
    word_fill(out, language, line->word, (const char *const *) line->argument);
}

void
error_free(struct error *err)
{
    for (size_t i = 0; i < err->lines; i++) {
        free(err->line[i].file);
        for (size_t j = 0; j < ERROR_ARGUMENTS; j++)
            free(err->line[i].argument[j]);
    }
    free(err->line);
    *err = (struct error) { 0 };
}

void
error_move(struct error *to, struct error *from)
{
    for (size_t i = 0; i < from->lines; i++) {
        const struct error_line *line = &from->line[i];
        const char *arguments[ERROR_ARGUMENTS + 1] = { NULL };

        for (size_t j = 0; j < ERROR_ARGUMENTS; j++)
            arguments[j] = line->argument[j];
        error_add_words(to, line->status, (struct place) { line->file, line->line }, line->word, arguments);
    }
    error_free(from);
}
