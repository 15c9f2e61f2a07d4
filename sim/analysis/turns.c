#include "analysis/turns.h"
#include <stdlib.h>

void
turns_open(struct turns *t, uint64_t chunks, struct error *err)
{
    *t = (struct turns) { .chunks = chunks, .err = err };
    pthread_mutex_init(&t->lock, NULL);
    pthread_cond_init(&t->turn, NULL);
}

void
turns_close(struct turns *t)
{
    pthread_mutex_destroy(&t->lock);
    pthread_cond_destroy(&t->turn);
}

bool
turns_take(struct turns *t, uint64_t *chunk)
{
    bool more;

    pthread_mutex_lock(&t->lock);
    *chunk = t->taken;
    more = !t->stop && t->taken < t->chunks;
    t->taken += more;
    pthread_mutex_unlock(&t->lock);
    return more;
}

bool
turns_add(struct turns *t, uint64_t chunk, enum status rc, struct error *err, void (*add)(void *), void *worker)
{
    bool added = false;

    pthread_mutex_lock(&t->lock);
    while (t->added != chunk && !t->stop)
        pthread_cond_wait(&t->turn, &t->lock);
    if (!t->stop && rc) {
        t->rc = rc;
        t->stop = true;
        error_move(t->err, err);
    } else if (!t->stop) {
        add(worker);
        t->added++;
        added = true;
    }
    pthread_cond_broadcast(&t->turn);
    pthread_mutex_unlock(&t->lock);
    return added;
}

void
turns_each(void *worker, size_t count, size_t size, void *(*job)(void *) )
{
    pthread_t *thread = memory_new(count, sizeof *thread);
    bool *alone = memory_new(count, sizeof *alone);
    char *first = worker;

    for (size_t i = 1; i < count; i++)
        alone[i] = pthread_create(&thread[i], NULL, job, first + i * size) != 0;
    job(first);
    for (size_t i = 1; i < count; i++)
        if (alone[i])
            job(first + i * size);
        else
            pthread_join(thread[i], NULL);
    free(thread);
    free(alone);
}

size_t
turns_workers(const struct ensemble_options *o, uint64_t chunks)
{
    size_t n = o->threads ? o->threads : 1;

    n = n > ENSEMBLE_THREADS ? ENSEMBLE_THREADS : n;
    return n > chunks ? (size_t) chunks : n;
}

size_t
turns_mark(bool *counted, size_t count, uint64_t block, const struct ensemble_options *o)
{
    size_t asked = 0;

    for (size_t l = 0; l < count; l++) {
        const uint64_t draw = block * LANES + l;

        counted[l] = draw >= o->first && draw < o->first + o->draws;
        asked += counted[l];
    }
    return asked;
}
