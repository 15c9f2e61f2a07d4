#include "models/record.h"
#include <assert.h>
#include <stdlib.h>

lanes *
record_rows(struct record *r)
{
    assert(r->owned_count < RECORD_ROWS);
    return r->owned[r->owned_count++] = lanes_new(r->years);
}

void
record_free(struct record *r)
{
    for (size_t i = 0; i < r->owned_count; i++)
        free(r->owned[i]);
    *r = (struct record) { 0 };
}
