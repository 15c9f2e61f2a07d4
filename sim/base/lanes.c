#include "base/lanes.h"
#include "base/memory.h"
#include <stdlib.h>

#define ONES4 1, 1, 1, 1
const lanes lanes_ones = { ONES4, ONES4, ONES4, ONES4 };
const lanes lanes_zeros = { 0 };
_Static_assert(LANES == 16, "lanes_ones has 16 ones");

#define ALIGNMENT 64

lanes *
lanes_new(size_t rows)
{
    const size_t bytes = (rows ? rows : 1) * sizeof(lanes);
    lanes *p = aligned_alloc(ALIGNMENT, (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);

    if (!p)
        memory_missing();
    memset(p, 0, bytes);
    return p;
}
