/* Draws as NetCDF, a variable a column over the dimension "draw" (CF 1.8; classic format with 64-bit offsets, which every
 * reader knows). Nothing in it is a clock's.
 */
#include "report/draws_file_parts.h"
#ifdef WITH_NETCDF
#include <ctype.h>
#include <netcdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/version.h"

struct netcdf_file {
    int id, draw, *column; /* variables: settings, then outputs */
    size_t count;          /* draws so far */
    double *packed;        /* [ENSEMBLE_CHUNK] */
};

static const char *
why(int code)
{
    return code == NC_NOERR ? NULL : nc_strerror(code);
}

static int
put_text(int id, int variable, const char *name, const char *value)
{
    return nc_put_att_text(id, variable, name, strlen(value), value);
}

/* Letters, digits and underscores, as CF asks; a letter first */
static char *
name_of(const struct draws_column *c)
{
    char *name = strdup(c->name);

    for (char *p = name; *p; p++)
        if (!isalnum((unsigned char) *p))
            *p = '_';
    return name;
}

/* What UDUNITS, which knows no money, makes of a unit */
static const char *
udunits(const struct draws_column *c)
{
    switch (c->factor ? UNIT_NUMBER : c->unit) {
    case UNIT_PERCENT:
    case UNIT_POINTS: return "percent";
    case UNIT_YI_YUAN: return "1e8";
    case UNIT_WAN: return "1e4";
    case UNIT_YEARS: return "year";
    default: return "1";
    }
}

static int
define_column(int id, int dimension, const struct draws_column *c, int *variable)
{
    const char *unit = c->factor ? "times" : unit_name(c->unit);
    char *name = name_of(c);
    int rc = nc_def_var(id, name, NC_DOUBLE, 1, &dimension, variable);

    free(name);
    rc = rc ? rc : put_text(id, *variable, "long_name", c->meaning ? c->meaning : c->name);
    rc = rc ? rc : put_text(id, *variable, "units", udunits(c));
    rc = rc ? rc : put_text(id, *variable, "key", c->name);
    return rc || !*unit ? rc : put_text(id, *variable, "unit_in_words", unit);
}

static int
define(struct netcdf_file *n, const struct draws_table *t)
{
    char seed[TEXT_NUMBER];
    int dimension, rc = nc_def_dim(n->id, "draw", NC_UNLIMITED, &dimension);

    rc = rc ? rc : nc_def_var(n->id, "draw", NC_DOUBLE, 1, &dimension, &n->draw);
    rc = rc ? rc : put_text(n->id, n->draw, "long_name", "number of the draw");
    rc = rc ? rc : put_text(n->id, n->draw, "units", "1");
    for (size_t i = 0; i < t->settings + t->outputs && !rc; i++)
        rc = define_column(n->id, dimension, i < t->settings ? &t->setting[i] : &t->output[i - t->settings],
                           &n->column[i]);
    snprintf(seed, sizeof seed, "%llu", (unsigned long long) t->seed);
    rc = rc ? rc : put_text(n->id, NC_GLOBAL, "Conventions", "CF-1.8");
    rc = rc ? rc : put_text(n->id, NC_GLOBAL, "title", t->plan->title ? t->plan->title : t->plan->name);
    rc = rc ? rc : put_text(n->id, NC_GLOBAL, "source", "sanbu");
    rc = rc ? rc : put_text(n->id, NC_GLOBAL, "source_version", sanbu_version);
    rc = rc ? rc : put_text(n->id, NC_GLOBAL, "scenario", t->plan->name);
    rc = rc ? rc : put_text(n->id, NC_GLOBAL, "seed", seed);
    return rc ? rc : nc_enddef(n->id);
}

static const char *
netcdf_close(void *state)
{
    struct netcdf_file *n = state;
    const int rc = nc_close(n->id);

    free(n->column);
    free(n->packed);
    free(n);
    return why(rc);
}

static const char *
netcdf_open(void **state, const char *path, const struct draws_table *t)
{
    struct netcdf_file *n = memory_new(1, sizeof *n);
    int rc = nc_create(path, NC_CLOBBER | NC_64BIT_OFFSET, &n->id), fill;

    if (rc) {
        free(n);
        return why(rc);
    }
    n->column = memory_new(t->settings + t->outputs + 1, sizeof *n->column);
    n->packed = memory_new(ENSEMBLE_CHUNK, sizeof *n->packed);
    rc = nc_set_fill(n->id, NC_NOFILL, &fill);
    rc = rc ? rc : define(n, t);
    if (rc)
        netcdf_close(n);
    else
        *state = n;
    return why(rc);
}

/* The values of accepted draws, moved together; returns how many. */
static size_t
pack(double *out, const double *x, const struct ensemble_kept *k)
{
    size_t n = 0;

    for (size_t d = 0; d < k->count; d++)
        if (k->accepted[d])
            out[n++] = x ? x[d] : (double) (k->first + d);
    return n;
}

static int
put_column(struct netcdf_file *n, int variable, const double *x, const struct ensemble_kept *k)
{
    const size_t count = pack(n->packed, x, k);

    return count ? nc_put_vara_double(n->id, variable, &n->count, &count, n->packed) : NC_NOERR;
}

static const char *
netcdf_add(void *state, const struct draws_table *t, const struct ensemble_kept *k)
{
    struct netcdf_file *n = state;
    int rc = put_column(n, n->draw, NULL, k);

    for (size_t i = 0; i < t->settings && !rc; i++)
        rc = put_column(n, n->column[i], &k->setting[i * k->stride], k);
    for (size_t i = 0; i < t->outputs && !rc; i++)
        rc = put_column(n, n->column[t->settings + i], &k->output[i * k->stride], k);
    n->count += pack(n->packed, NULL, k);
    return why(rc);
}

const struct draws_format draws_netcdf = { netcdf_open, netcdf_add, netcdf_close };
#else
const struct draws_format draws_netcdf = { NULL, NULL, NULL };
#endif
