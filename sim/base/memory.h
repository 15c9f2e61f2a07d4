/* Memory: allocation that cannot fail quietly, and arenas that free everything at once.
 *
 * A run needs some megabytes; where even those are missing, there is nothing to rescue: the program
 * says so and exits with status 1. Results are only moved into place when whole, so none is harmed.
 */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

_Noreturn void memory_missing(void); /* the end, when there is none left */

void *memory_new(size_t count, size_t size);             /* zeroed; never NULL */
void *memory_grow(void *old, size_t count, size_t size); /* as realloc; never NULL */

/* Room for one more element: grows `*room` (elements) by half when `used` has reached it. */
void *memory_room(void *old, size_t used, size_t *room, size_t size);

/* An arena owns what is allocated from it; arena_free releases it all. Zero-initialise: { 0 }. */
struct arena {
    struct arena_chunk *last;
};

void *arena_new(struct arena *a, size_t count, size_t size); /* zeroed, aligned; never NULL */
char *arena_text(struct arena *a, const char *text);         /* a copy */
char *arena_print(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
void arena_free(struct arena *a); /* safe twice */

#endif
