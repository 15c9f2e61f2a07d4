#include "report/workbook_save.h"

#ifdef WITH_XLSX
#include <errno.h>
#include "base/memory.h"

#define CREATED 946684800 /* 2000-01-01: no clock, so that the bytes repeat */

static lxw_error
write_file(const char *path, const char *folder, const char *title, workbook_sheets *sheets, const void *arg)
{
    struct arena arena = { 0 };
    lxw_workbook_options options = { .constant_memory = LXW_FALSE, .tmpdir = arena_text(&arena, folder) };
    lxw_doc_properties properties = { .title = arena_text(&arena, title),
                                      .author = arena_text(&arena, "sanbu"),
                                      .created = CREATED };
    lxw_workbook *workbook = workbook_new_opt(path, &options);
    lxw_error failed = LXW_ERROR_MEMORY_MALLOC_FAILED;

    if (workbook) {
        workbook_set_properties(workbook, &properties);
        sheets(workbook, arg);
        failed = workbook_close(workbook);
    }
    arena_free(&arena);
    return failed;
}

enum status
workbook_save(struct output *out, const char *name, const char *title, workbook_sheets *sheets, const void *arg,
              struct error *err)
{
    struct text path = { 0 };
    lxw_error failed;

    text_print(&path, "%s/%s", output_staging(out), name);
    errno = 0;
    failed = write_file(text_of(&path), output_staging(out), title, sheets, arg);
    text_free(&path);
    if (failed)
        return error_add(err, FAILED_WORK, NOWHERE, WORD_cannot_write, name,
                         errno ? error_cause(errno) : lxw_strerror(failed));
    return output_adopt(out, name, err);
}

#endif
