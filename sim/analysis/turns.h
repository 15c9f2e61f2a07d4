/* Chunks of draws that threads work through: each takes the next one, and they are added up in order, by whose turn it
 * is, so that sums are the same for any number of threads. */
#ifndef ANALYSIS_TURNS_H
#define ANALYSIS_TURNS_H

#include <pthread.h>
#include "analysis/ensemble.h"

struct turns {
    pthread_mutex_t lock;
    pthread_cond_t turn;
    uint64_t chunks, taken, added;
    bool stop;      /* no more are taken, none is added up; set by who adds, too */
    enum status rc; /* of the first that failed, or as who adds sets it */
    struct error *err;
};

void turns_open(struct turns *t, uint64_t chunks, struct error *err);
void turns_close(struct turns *t);

/* The next chunk; false when there is none. */
bool turns_take(struct turns *t, uint64_t *chunk);

/* Waits until all earlier chunks are added up, then adds this one; the first that failed (`rc`, its errors in `err`)
 * ends it. False when adding up has ended before this chunk, or with it. */
bool turns_add(struct turns *t, uint64_t chunk, enum status rc, struct error *err, void (*add)(void *), void *worker);

/* The job of all workers, `size` bytes apart, each in a thread; the first in this one, which also does what no thread
 * could be had for. */
void turns_each(void *worker, size_t count, size_t size, void *(*job)(void *) );

/* Threads for so many chunks: as asked for, at most one a chunk */
size_t turns_workers(const struct ensemble_options *o, uint64_t chunks);

/* Marks which of `count` lanes from a block on are draws that are asked for; returns how many. */
size_t turns_mark(bool *counted, size_t count, uint64_t block, const struct ensemble_options *o);

#endif
