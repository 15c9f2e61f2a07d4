/* A tree of settings: what scenario files say, before anyone asks what it means.
 *
 * Nodes live in an arena. Every node knows the file and line that said it last, and the folder to which
 * paths in it are relative.
 */
#ifndef SCENARIO_TREE_H
#define SCENARIO_TREE_H

#include "base/error.h"
#include "base/memory.h"

enum node_kind {
    NODE_GROUP,
    NODE_LIST,
    NODE_INT,
    NODE_FLOAT,
    NODE_STRING,
    NODE_BOOL,
    NODE_WRONG, /* a value already complained of: checks pass over it in silence */
};

struct node {
    enum node_kind kind;
    const char *name;                 /* NULL in lists and at the root */
    struct place place;               /* line 0: a default, or the command line */
    const char *folder;               /* "" is the current folder */
    bool is_path;                     /* a string that names a file relative to folder */
    bool used;                        /* of `remove`: its name was found */
    long long whole;                  /* NODE_INT */
    double number;                    /* NODE_INT, NODE_FLOAT */
    const char *text;                 /* NODE_STRING */
    bool flag;                        /* NODE_BOOL */
    struct node *first, *last, *next; /* children of groups and lists, in order */
    size_t count;
};

/* Where new nodes come from: their arena, the place and folder they are given. */
struct node_origin {
    struct arena *arena;
    struct place place;
    const char *folder;
};

struct node *node_new(const struct node_origin *from, enum node_kind kind, const char *name);
struct node *node_float(const struct node_origin *from, const char *name, double number);
struct node *node_string(const struct node_origin *from, const char *name, const char *text);
struct node *node_bool(const struct node_origin *from, const char *name, bool flag);
void node_append(struct node *parent, struct node *child);

/* The child of that name; NULL where there is none, or where group is NULL or no group. */
struct node *node_child(const struct node *group, const char *name);
struct node *node_find(struct node *group, const char *key); /* "regions.zunyi.labour" */
bool node_is_number(const struct node *n);

/* Takes a child out of its group; false where there is none of that key. */
bool node_remove(struct node *group, const char *key);

/* Lays `over` on `onto`: groups merge key by key, everything else is replaced in its place, new keys go
 * to the end. `remove` lists in `over` first take away what `onto` has. The nodes of `over` are moved. */
void node_merge(struct node *onto, struct node *over);

/* The value as a file would write it, shortened: what a message quotes. */
const char *node_quote(struct arena *arena, const struct node *n);

/* "folder/name", or name alone where it is absolute or folder is "" */
const char *path_join(struct arena *arena, const char *folder, const char *name);
const char *path_folder(struct arena *arena, const char *path); /* "a/b.cfg" -> "a"; "" for "b.cfg" */

#endif
