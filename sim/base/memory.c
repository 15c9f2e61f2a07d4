#include "base/memory.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ARENA_CHUNK ((size_t) 16384) /* bytes; what is larger gets a chunk of its own */
#define ROOM_FIRST 8                 /* elements */

struct arena_chunk {
    struct arena_chunk *earlier;
    size_t used, room; /* bytes */
    alignas(max_align_t) unsigned char bytes[];
};

/* Without memory there is no sentence to build, so this one is in no table of words. */
_Noreturn void
memory_missing(void)
{
    fputs("sanbu: out of memory; earlier results are untouched\n", stderr);
    exit(EXIT_FAILURE);
}

static size_t
memory_bytes(size_t count, size_t size)
{
    if (size && count > PTRDIFF_MAX / size)
        memory_missing();
    return count * size;
}

void *
memory_new(size_t count, size_t size)
{
    const size_t bytes = memory_bytes(count, size);
    void *new = calloc(bytes ? bytes : 1, 1);

    if (!new)
        memory_missing();
    return new;
}

void *
memory_grow(void *old, size_t count, size_t size)
{
    const size_t bytes = memory_bytes(count, size);
    void *new = realloc(old, bytes ? bytes : 1);

    if (!new)
        memory_missing();
    return new;
}

void *
memory_room(void *old, size_t used, size_t *room, size_t size)
{
    if (used < *room)
        return old;
    *room = used + used / 2 + ROOM_FIRST;
    return memory_grow(old, *room, size);
}

static struct arena_chunk *
arena_chunk_new(struct arena_chunk *earlier, size_t bytes)
{
    const size_t room = bytes > ARENA_CHUNK ? bytes : ARENA_CHUNK;
    struct arena_chunk *chunk;

    if (room > PTRDIFF_MAX - sizeof *chunk)
        memory_missing();
    chunk = memory_new(1, sizeof *chunk + room);
    chunk->earlier = earlier;
    chunk->room = room;
    return chunk;
}

void *
arena_new(struct arena *a, size_t count, size_t size)
{
    const size_t bytes = memory_bytes(count, size);
    const size_t unit = alignof(max_align_t);
    const size_t taken = (bytes + unit - 1) / unit * unit; /* so that the next one is aligned too */
    unsigned char *new;

    if (!a->last || a->last->room - a->last->used < taken)
        a->last = arena_chunk_new(a->last, taken);
    new = a->last->bytes + a->last->used;
    a->last->used += taken;
    return new;
}

char *
arena_text(struct arena *a, const char *text)
{
    const size_t size = strlen(text) + 1;

    return memcpy(arena_new(a, size, 1), text, size);
}

char *
arena_print(struct arena *a, const char *format, ...)
{
    va_list arguments;
    int length;
    char *text;

    va_start(arguments, format);
    length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        memory_missing();
    text = arena_new(a, (size_t) length + 1, 1);
    va_start(arguments, format);
    vsnprintf(text, (size_t) length + 1, format, arguments);
    va_end(arguments);
    return text;
}

void
arena_free(struct arena *a)
{
    while (a->last) {
        struct arena_chunk *earlier = a->last->earlier;

        free(a->last);
        a->last = earlier;
    }
}
