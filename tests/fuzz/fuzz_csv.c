/* Any bytes as a CSV file: read, or refused with an error; never a crash or a leak. */
#include <math.h>
#include <string.h>
#include "base/csv.h"
#include "tests/fuzz/house.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void) argc;
    (void) argv;
    house_open();
    return 0;
}

/* Every cell is text, and a number or an error more. */
static void
read_cells(const struct csv *c, struct error *err)
{
    for (size_t row = 0; row < c->rows; row++)
        for (size_t column = 0; column < c->columns; column++) {
            double x;

            if (!text_is_utf8(csv_cell(c, row, column), strlen(csv_cell(c, row, column))))
                abort();
            if (csv_number(c, row, column, &x, err) == OK && !isfinite(x))
                abort();
        }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *path = house_file("table.csv", data, size);
    struct error err = { 0 };
    struct csv c = { 0 };

    if (csv_read(&c, path, NOWHERE, &err) == OK)
        read_cells(&c, &err);
    else if (error_count(&err) == 0)
        abort(); /* refused without a word */
    csv_free(&c);
    error_free(&err);
    free(path);
    return 0;
}
