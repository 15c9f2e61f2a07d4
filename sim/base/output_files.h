/* Files that last: folders and files made so that a power cut or a full disk is noticed, not met later.
 *
 * All of these return false and set errno on failure. They call the system directly, without stdio, so
 * that every call that can fail is seen here and can be made to fail by a test.
 */
#ifndef BASE_OUTPUT_FILES_H
#define BASE_OUTPUT_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include "base/digest.h"

bool files_is_folder(const char *path);
bool files_exist(const char *path); /* anything, a dangling link too */

bool files_make_folders(const char *path);                            /* as mkdir -p */
bool files_make_parents(const char *path);                            /* those of all but its last part */
bool files_write(const char *path, const char *bytes, size_t length); /* a new file, synced */
bool files_sync(const char *path);                                    /* a file or a folder */
bool files_digest(const char *path, char hex[DIGEST_HEX]);            /* of an ordinary file */
void files_remove(const char *folder);                                /* with all in it; what cannot be removed stays */

char *files_join(const char *folder, const char *name); /* "folder/name"; to be freed */

/* A name that stays below the folder it is joined to: relative, no empty part, no "." or "..". */
bool files_name_is_inside(const char *name);

#endif
