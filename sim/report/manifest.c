#include "report/manifest.h"
#include <gsl/gsl_version.h>
#include <jansson.h>
#include <libconfig.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include "base/version.h"

#ifdef WITH_NLOPT
#include <nlopt.h>
#endif

#define TO_TEXT_(x) #x
#define TO_TEXT(x) TO_TEXT_(x)

/* Of the libraries without which a feature is off, those that are there */
static void
add_optional(json_t *list)
{
#ifdef WITH_NLOPT
    int major, minor, bugfix;

    nlopt_version(&major, &minor, &bugfix);
    json_object_set_new(list, "nlopt", json_sprintf("%d.%d.%d", major, minor, bugfix));
#else
    (void) list;
#endif
}

static json_t *
libraries(void)
{
    json_t *list = json_pack("{s:s, s:s, s:s}", "gsl", gsl_version, "libconfig",
                             TO_TEXT(LIBCONFIG_VER_MAJOR) "." TO_TEXT(LIBCONFIG_VER_MINOR), "jansson", JANSSON_VERSION);

    add_optional(list);
    return list;
}

/* JSON is UTF-8, the name of a file need not be: each byte that does not belong becomes U+FFFD. */
static json_t *
text_json(const char *s)
{
    struct text clean = { 0 };
    json_t *json;

    while (*s) {
        const size_t left = strnlen(s, 4);
        size_t length = 1;

        while (length < left && !text_is_utf8(s, length))
            length++;
        if (text_is_utf8(s, length)) {
            text_add_bytes(&clean, s, length);
        } else {
            text_add(&clean, "\xef\xbf\xbd");
            length = 1;
        }
        s += length;
    }
    json = json_string(text_of(&clean));
    text_free(&clean);
    return json;
}

static json_t *
arguments(const struct manifest *m)
{
    json_t *list = json_array();

    for (int i = 0; i < m->argc; i++)
        json_array_append_new(list, text_json(m->argv[i]));
    return list;
}

/* A file that several scenarios read is listed once. */
static void
add_inputs(json_t *list, json_t *seen, const struct scenario_input *input, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        json_t *path = text_json(input[i].path);

        if (!json_object_get(seen, json_string_value(path))) {
            json_object_set_new(seen, json_string_value(path), json_true());
            json_array_append_new(list, json_pack("{s:O, s:s}", "file", path, "sha256", input[i].sha256));
        }
        json_decref(path);
    }
}

static json_t *
inputs(const struct manifest *m)
{
    json_t *seen = json_object(), *list = json_array();

    for (size_t k = 0; k < m->scenarios; k++)
        add_inputs(list, seen, m->scenario[k]->input, m->scenario[k]->inputs);
    add_inputs(list, seen, m->theme, m->themes);
    json_decref(seen);
    return list;
}

/* The scenario's name; of several, a list of them. */
static json_t *
names(const struct manifest *m)
{
    json_t *list;

    if (m->scenarios == 1)
        return text_json(m->scenario[0]->plan.name);
    list = json_array();
    for (size_t k = 0; k < m->scenarios; k++)
        json_array_append_new(list, text_json(m->scenario[k]->plan.name));
    return list;
}

static json_t *
outputs(const struct output *o)
{
    json_t *list = json_array();

    for (size_t i = 0; i < output_count(o); i++)
        json_array_append_new(list, json_pack("{s:o, s:s}", "file", text_json(output_name(o, i)), "sha256",
                                              output_sha256(o, i)));
    return list;
}

static json_t *
clock_readings(const struct manifest *m)
{
    const time_t now = time(NULL);
    struct rusage used;
    struct tm utc;
    char stamp[32];

    getrusage(RUSAGE_SELF, &used);
    strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&now, &utc));
    return json_pack("{s:s, s:f, s:f, s:I}", "finished", stamp, "model_seconds", m->model_seconds, "chart_seconds",
                     m->chart_seconds, "peak_memory_kib", (json_int_t) used.ru_maxrss);
}

static void
set_text(json_t *object, const char *key, const char *value)
{
    json_object_set_new(object, key, value ? text_json(value) : json_null());
}

/* A seed may be larger than what JSON's readers take for a whole number, so it is text everywhere. */
static json_t *
seed(const struct manifest *m)
{
    char digits[32];

    if (!m->draws)
        return m->scenario[0]->seed ? json_string(m->scenario[0]->seed) : json_null();
    snprintf(digits, sizeof digits, "%llu", (unsigned long long) m->draws->seed);
    return json_string(digits);
}

static json_t *
draws(const struct manifest_draws *d)
{
    json_t *object = json_pack("{s:I, s:I, s:I, s:s, s:i, s:I}", "first", (json_int_t) d->first, "draws",
                               (json_int_t) d->draws, "counted", (json_int_t) d->accepted, "sampling", d->sampling,
                               "threads", (int) d->threads, "memory_bytes", (json_int_t) d->memory);

    set_text(object, "given", d->given);
    set_text(object, "file", d->file);
    set_text(object, "file_sha256", d->file_sha256);
    return object;
}

void
manifest_print(struct text *json, const struct manifest *m, const struct output *o)
{
    json_t *root = json_object();
    char *dumped;

    json_object_set_new(root, "program", json_pack("{s:s, s:s}", "name", "sanbu", "version", sanbu_version));
    json_object_set_new(root, "libraries", libraries());
    json_object_set_new(root, "command", json_string(m->command));
    json_object_set_new(root, "command_line", arguments(m));
    json_object_set_new(root, "scenario", names(m));
    json_object_set_new(root, "seed", seed(m));
    if (m->draws)
        json_object_set_new(root, "draws", draws(m->draws));
    json_object_set_new(root, "inputs", inputs(m));
    json_object_set_new(root, "outputs", outputs(o));
    json_object_set_new(root, "clock", clock_readings(m));
    dumped = json_dumps(root, JSON_INDENT(2));
    if (dumped)
        text_print(json, "%s\n", dumped);
    free(dumped);
    json_decref(root);
}
