/* Any bytes as a CSV file: read, or refused with an error; never a crash or a leak. */
#include "base/csv.h"
#include "tests/fuzz/bytes.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[64];
    const int fd = bytes_file(path, data, size);
    struct error err = { 0 };
    struct csv c = { 0 };

    if (csv_read(&c, path, NOWHERE, &err) == OK) {
        for (size_t r = 0; r < c.rows; r++)
            for (size_t k = 0; k < c.columns; k++) {
                double x;

                (void) csv_number(&c, r, k, &x, &err);
            }
    } else if (error_count(&err) == 0) {
        abort(); /* refused without a word */
    }
    csv_free(&c);
    error_free(&err);
    close(fd);
    return 0;
}
