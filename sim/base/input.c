#include "base/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/digest.h"

#define INPUT_MIB_MAX 64
#define STRINGIFY_(x) #x
#define STRINGIFY(x) STRINGIFY_(x)
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static enum status
input_missing(const char *path, struct place named_in, struct error *err)
{
    if (named_in.file)
        return error_add(err, FAILED_INPUT, named_in, WORD_file_missing, path, named_in.file);
    return error_add(err, FAILED_INPUT, NOWHERE, WORD_file_not_found, path);
}

/* Only an ordinary file has an end that is sure to come. */
static enum status
input_check_kind(int file, const char *path, struct place named_in, struct error *err)
{
    struct stat about;

    if (fstat(file, &about) != 0)
        return error_add(err, FAILED_INPUT, named_in, WORD_file_unreadable, path, error_cause(errno));
    if (S_ISDIR(about.st_mode))
        return error_add(err, FAILED_INPUT, named_in, WORD_file_is_folder, path);
    if (!S_ISREG(about.st_mode))
        return error_add(err, FAILED_INPUT, named_in, WORD_file_special, path);
    return OK;
}

static enum status
input_load(struct text *bytes, int file, const char *path, struct place named_in, struct error *err)
{
    char part[16384];
    ssize_t got;

    text_add(bytes, "");
    while ((got = read(file, part, sizeof part)) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return error_add(err, FAILED_INPUT, named_in, WORD_file_unreadable, path, error_cause(errno));
        text_add_bytes(bytes, part, (size_t) got);
        if (bytes->length > (size_t) INPUT_MIB_MAX << 20)
            return error_add(err, FAILED_INPUT, named_in, WORD_file_too_large, path, STRINGIFY(INPUT_MIB_MAX));
    }
    return OK;
}

/* The byte-order mark goes; \r\n and a \r alone become \n. */
static void
input_normalize(struct input *in)
{
    const size_t mark = strlen(BYTE_ORDER_MARK);
    size_t from = in->length >= mark && memcmp(in->text, BYTE_ORDER_MARK, mark) == 0 ? mark : 0;
    size_t to = 0;

    for (; from < in->length; from++) {
        if (in->text[from] == '\r' && in->text[from + 1] == '\n')
            continue;
        in->text[to++] = in->text[from] == '\r' ? '\n' : in->text[from];
    }
    in->text[to] = '\0';
    in->length = to;
}

static bool
is_csv(const char *path)
{
    const char *dot = strrchr(path, '.');

    return dot && strcasecmp(dot, ".csv") == 0;
}

static enum status
input_check_text(const struct input *in, const char *path, struct error *err)
{
    const char *const end = in->text + in->length;
    const char *const nul = memchr(in->text, '\0', in->length);
    struct place place = { path, 1 };

    /* line by line, so that an error has its line: no character of UTF-8 has a \n within */
    for (const char *line = in->text; line < end; place.line++) {
        const char *line_end = memchr(line, '\n', (size_t) (end - line));
        const size_t length = (size_t) ((line_end ? line_end : end) - line);

        if (nul && nul < line + length)
            return error_add(err, FAILED_INPUT, place, WORD_file_binary);
        if (!nul && !text_is_utf8(line, length))
            return error_add(err, FAILED_INPUT, place, is_csv(path) ? WORD_csv_encoding : WORD_text_encoding);
        line += length + 1;
    }
    return OK;
}

enum status
input_read(struct input *out, const char *path, struct place named_in, struct error *err)
{
    struct text bytes = { 0 };
    enum status rc;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe without a writer would wait */

    *out = (struct input) { 0 };
    if (file < 0 && (errno == ENOENT || errno == ENOTDIR))
        return input_missing(path, named_in, err);
    if (file < 0)
        return error_add(err, FAILED_INPUT, named_in, WORD_file_unreadable, path, error_cause(errno));
    rc = input_check_kind(file, path, named_in, err);
    if (!rc)
        rc = input_load(&bytes, file, path, named_in, err);
    close(file);
    if (!rc) {
        digest_sha256(out->sha256, bytes.at, bytes.length);
        out->text = bytes.at;
        out->length = bytes.length;
        bytes = (struct text) { 0 };
        input_normalize(out);
        rc = input_check_text(out, path, err);
    }
    text_free(&bytes);
    if (rc)
        input_free(out);
    return rc;
}

void
input_free(struct input *in)
{
    free(in->text);
    *in = (struct input) { 0 };
}
