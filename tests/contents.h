/* Contents: all that is in a folder, as one text to compare. */
#ifndef TESTS_CONTENTS_H
#define TESTS_CONTENTS_H

#include "scratch.h"

#include <dirent.h>
#include "base/text.h"

static inline void
contents_file(struct text *out, const char *path)
{
    FILE *file = fopen(path, "rb");
    char part[4096];
    size_t length;

    assert_non_null(file);
    while ((length = fread(part, 1, sizeof part, file)) > 0)
        text_add_bytes(out, part, length);
    fclose(file);
}

static inline void
contents_of(struct text *out, const char *folder, const char *shown)
{
    struct dirent **entry = NULL;
    const int count = scandir(folder, &entry, NULL, alphasort);

    for (int i = 0; i < count; i++) {
        const char *name = entry[i]->d_name;
        char *path = files_join(folder, name), *name_shown = files_join(shown, name);

        if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0) {
            text_print(out, "%s ", name_shown + 1);
            if (files_is_folder(path))
                contents_of(out, path, name_shown);
            else
                contents_file(out, path);
            text_add(out, "\n");
        }
        free(path);
        free(name_shown);
        free(entry[i]);
    }
    free(entry);
}

/* "name bytes\n" of each file and "name ...\n" of each folder, in order; to be freed */
static inline char *
contents(const char *folder)
{
    struct text out = { 0 };

    text_add(&out, "");
    contents_of(&out, folder, "");
    return out.at;
}

#define assert_contents(folder, expected) assert_contents_at_((folder), (expected), __FILE__, __LINE__)

static inline void
assert_contents_at_(const char *folder, const char *expected, const char *file, int line)
{
    char *found = contents(folder);

    if (strcmp(found, expected) != 0) {
        print_error("there is:\n%sexpected:\n%s", found, expected);
        _fail(file, line);
    }
    free(found);
}

#endif
