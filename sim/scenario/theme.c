#include "scenario/theme.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "scenario/group.h"
#include "scenario/inherit.h"
#include "scenario/value.h"

#define GREY_APART 3.0     /* of 100: closer ones are one grey in print */
#define NOTES_ACROSS 26.0  /* sizes of the smallest type that a chart is wide at least */
#define TITLES_ACROSS 15.0 /* and of the title */
#define POINT_MILLIMETRES (25.4 / 72)

/* A number of the theme: of a size, or of lines */
struct number_row {
    const char *key;
    size_t offset;
    double low, high;
    const char *unit;
};
static const struct number_row size_rows[] = {
    { "width", offsetof(struct theme, width), 50, 400, WORD_ARGUMENT(millimetres) },
    { "height", offsetof(struct theme, height), 40, 400, WORD_ARGUMENT(millimetres) },
    { "title", offsetof(struct theme, type.title), 6, 60, WORD_ARGUMENT(type_points) },
    { "label", offsetof(struct theme, type.label), 6, 60, WORD_ARGUMENT(type_points) },
    { "note", offsetof(struct theme, type.note), 6, 40, WORD_ARGUMENT(type_points) },
};
static const struct number_row line_rows[] = {
    { "home", offsetof(struct theme, line.home), 0.1, 10, WORD_ARGUMENT(type_points) },
    { "nation", offsetof(struct theme, line.nation), 0.1, 10, WORD_ARGUMENT(type_points) },
    { "other", offsetof(struct theme, line.other), 0.1, 10, WORD_ARGUMENT(type_points) },
    { "scenario", offsetof(struct theme, line.scenario), 0.1, 10, WORD_ARGUMENT(type_points) },
    { "reference", offsetof(struct theme, line.base), 0.1, 10, WORD_ARGUMENT(type_points) },
    { "thin", offsetof(struct theme, line.thin), 0.1, 10, WORD_ARGUMENT(type_points) },
    { "edge", offsetof(struct theme, line.edge), 0.1, 10, WORD_ARGUMENT(type_points) },
    { "axis", offsetof(struct theme, line.axis), 0.1, 10, WORD_ARGUMENT(type_points) },
    { "grid", offsetof(struct theme, line.grid), 0.1, 10, WORD_ARGUMENT(type_points) },
};
#define ROWS(table) (sizeof(table) / sizeof(table)[0])

static const char *const palette_groups[] = { "sectors", "sources", "scenarios", "verdicts", "drivers", "chances" };
static const char *const font_keys[LANGUAGES] = { "latin", "chinese" };

/* Complains of names that are not among the candidates. */
static void
check_names(struct check *c, const struct node *group, const char *const *name, size_t count)
{
    for (const struct node *n = group->first; n; n = n->next) {
        size_t i = 0;

        while (i < count && strcmp(name[i], n->name) != 0)
            i++;
        if (i == count)
            complain_unknown(c, n->place, n->name, name, count);
    }
}

/* "page.width": what messages call a setting */
static const char *
full_key(struct check *c, const char *group, const char *key)
{
    return arena_print(c->arena, "%s.%s", group, key);
}

static void
read_number(struct check *c, struct node *n, const char *key, const struct number_row *row, struct theme *t)
{
    char value[TEXT_NUMBER], low[TEXT_NUMBER], high[TEXT_NUMBER];

    if (!node_is_number(n))
        value_wrong(c, n, key, WORD_ARGUMENT(a_number));
    else if (!(n->number >= row->low && n->number <= row->high))
        complain(c, n->place, WORD_out_of_range, key, text_number(value, n->number), text_number(low, row->low),
                 text_number(high, row->high), row->unit);
    else
        *(double *) ((char *) t + row->offset) = n->number;
}

static void
read_numbers(struct check *c, struct node *group, const struct number_row *row, size_t rows, struct theme *t)
{
    const char **name = arena_new(c->arena, rows, sizeof *name);

    for (size_t i = 0; i < rows; i++) {
        struct node *n = node_child(group, row[i].key);

        name[i] = row[i].key;
        if (n)
            read_number(c, n, full_key(c, group->name, row[i].key), &row[i], t);
    }
    check_names(c, group, name, rows);
}

/* Whether what is written in that type has room on a page so wide, and grows with its weight. */
static void
check_size(struct check *c, const struct node *group, const struct theme *t)
{
    const double least = ceil(POINT_MILLIMETRES * fmax(NOTES_ACROSS * t->type.note, TITLES_ACROSS * t->type.title));
    char width[TEXT_NUMBER], title[TEXT_NUMBER], label[TEXT_NUMBER], note[TEXT_NUMBER], needed[TEXT_NUMBER];

    text_number(title, t->type.title);
    text_number(label, t->type.label);
    text_number(note, t->type.note);
    if (t->type.title < t->type.label || t->type.label < t->type.note)
        complain(c, group->place, WORD_theme_type_order, group->name, title, label, note);
    if (t->width < least)
        complain(c, group->place, WORD_theme_crowded, group->name, text_number(width, t->width), title, note,
                 text_number(needed, least));
}

/* All sizes of the file are checked, the wanted one is taken. */
static void
read_sizes(struct check *c, struct theme *t)
{
    for (int size = 0; size < THEME_SIZES; size++) {
        struct node *group = group_child(c, c->root, theme_size_name((enum theme_size) size));
        struct theme one;

        theme_start(&one, (enum theme_size) size);
        if (group) {
            read_numbers(c, group, size_rows, ROWS(size_rows), &one);
            check_size(c, group, &one);
        }
        if (t->size == (enum theme_size) size) {
            t->width = one.width;
            t->height = one.height;
            t->type = one.type;
        }
    }
}

static bool
same_group(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

/* The colour of a role where the file gives one; NULL elsewhere. */
static struct node *
colour_node(struct check *c, enum theme_role role)
{
    const struct theme_colour_row *row = &theme_colours[role];
    const struct node *palette = node_child(c->root, "palette");

    return node_child(row->group ? node_child(palette, row->group) : palette, row->key);
}

static const char *
colour_key(struct check *c, enum theme_role role)
{
    const struct theme_colour_row *row = &theme_colours[role];

    return row->group ? arena_print(c->arena, "palette.%s.%s", row->group, row->key) : full_key(c, "palette", row->key);
}

static void
check_contrast(struct check *c, const struct node *n, enum theme_role role)
{
    const double contrast = colour_contrast_on_white(n->text);

    if ((role == COLOUR_TEXT || role == COLOUR_AXIS) && contrast < COLOUR_READS)
        complain(c, n->place, WORD_theme_pale, colour_key(c, role), n->text,
                 arena_print(c->arena, "%.1f", floor(10 * contrast) / 10), arena_print(c->arena, "%.1f", COLOUR_READS));
}

static void
read_colour(struct check *c, enum theme_role role, struct theme *t)
{
    struct node *n = colour_node(c, role);
    unsigned part[3];

    if (!n)
        return;
    if (n->kind != NODE_STRING || !colour_read(n->text, part)) {
        value_wrong(c, n, colour_key(c, role), WORD_ARGUMENT(a_colour));
        return;
    }
    if (strcmp(n->text, theme_colours[role].colour) != 0)
        theme_paint(t, role, n->text);
    check_contrast(c, n, role);
}

/* Names of the palette's own colours and groups, or of those of one group. */
static void
check_colour_names(struct check *c, const struct node *group, const char *of)
{
    const char *name[COLOUR_ROLES + ROWS(palette_groups)];
    size_t count = 0;

    for (int role = 0; role < COLOUR_ROLES; role++)
        if (same_group(theme_colours[role].group, of))
            name[count++] = theme_colours[role].key;
    for (size_t i = 0; i < ROWS(palette_groups) && !of; i++)
        name[count++] = palette_groups[i];
    check_names(c, group, name, count);
}

/* The node of a colour that is not the program's own. */
static struct node *
changed_node(struct check *c, enum theme_role role)
{
    struct node *n = colour_node(c, role);

    return n && n->kind == NODE_STRING && strcmp(n->text, theme_colours[role].colour) != 0 ? n : NULL;
}

/* Colours that stand for scenarios, or for sectors, and that grey print makes one. */
static void
check_greys(struct check *c, const struct theme *t, enum theme_role from, enum theme_role to)
{
    for (int a = (int) from; a <= (int) to; a++)
        for (int b = a + 1; b <= (int) to; b++) {
            const struct node *n = changed_node(c, (enum theme_role) b), *m = changed_node(c, (enum theme_role) a);
            const double x = colour_lightness(t->colour[a].fill), y = colour_lightness(t->colour[b].fill);

            if ((n || m) && fabs(x - y) < GREY_APART)
                warn(c, (n ? n : m)->place, WORD_theme_alike, colour_key(c, (enum theme_role) a),
                     colour_key(c, (enum theme_role) b), arena_print(c->arena, "%.0f", x),
                     arena_print(c->arena, "%.0f", y));
        }
}

static void
read_palette(struct check *c, struct theme *t)
{
    struct node *palette = group_child(c, c->root, "palette");

    if (!palette)
        return;
    check_colour_names(c, palette, NULL);
    for (size_t i = 0; i < ROWS(palette_groups); i++) {
        const struct node *group = group_child(c, palette, palette_groups[i]);

        if (group)
            check_colour_names(c, group, palette_groups[i]);
    }
    for (int role = 0; role < COLOUR_ROLES; role++)
        read_colour(c, (enum theme_role) role, t);
    check_greys(c, t, COLOUR_AGRICULTURE, COLOUR_SERVICES);
    check_greys(c, t, COLOUR_BASE, COLOUR_FOURTH);
}

/* Nothing that could end a string of a script, a family of a list or a name of a style. */
static bool
is_font_name(const char *s)
{
    const char *at = s;

    while (*at
           && (strchr(" -_.+", *at) || (*at >= '0' && *at <= '9') || (*at >= 'A' && *at <= 'Z')
               || (*at >= 'a' && *at <= 'z') || (unsigned char) *at >= 0x80))
        at++;
    return *at == '\0' && *s && *s != ' ' && *s != '-' && at[-1] != ' ';
}

static void
read_fonts(struct check *c, struct theme_file *out)
{
    struct node *fonts = group_child(c, c->root, "fonts");

    if (!fonts)
        return;
    check_names(c, fonts, font_keys, LANGUAGES);
    for (int l = 0; l < LANGUAGES; l++) {
        struct node *n = node_child(fonts, font_keys[l]);
        const char *name = n ? value_text(c, n, full_key(c, "fonts", font_keys[l])) : NULL;

        if (!name)
            continue;
        if (!is_font_name(name))
            complain(c, n->place, WORD_theme_font_wrong, full_key(c, "fonts", font_keys[l]));
        out->theme.font[l] = name;
        out->font[l] = n->place;
    }
}

/* The size that the file names, where the command line names none. */
static int
file_size(struct check *c)
{
    static const struct setting row = { .key = "size", .choices = "page|column|slide" };
    struct node *n = node_child(c->root, row.key);

    return n ? value_choice(c, n, &row) : -1;
}

static void
read_language(struct check *c, struct theme *t)
{
    static const struct setting row = { .key = "language", .choices = "en|zh" };
    struct node *n = node_child(c->root, row.key);

    if (n)
        t->language = value_choice(c, n, &row);
}

static void
take_tree(struct check *c, struct theme_file *out, int size)
{
    static const char *const names[] = { "size", "language", "fonts", "page", "column", "slide", "lines", "palette" };
    const int own = file_size(c), wanted = size >= 0 ? size : own;
    struct node *lines;

    theme_start(&out->theme, wanted >= 0 ? (enum theme_size) wanted : SIZE_PAGE);
    check_names(c, c->root, names, ROWS(names));
    read_language(c, &out->theme);
    read_fonts(c, out);
    read_sizes(c, &out->theme);
    lines = group_child(c, c->root, "lines");
    if (lines)
        read_numbers(c, lines, line_rows, ROWS(line_rows), &out->theme);
    read_palette(c, &out->theme);
}

enum status
theme_read(struct theme_file *out, const char *path, int size, struct error *err)
{
    struct check c = { .sc = &out->owner, .plan = &out->owner.plan, .arena = &out->owner.arena, .err = err };

    theme_start(&out->theme, size >= 0 ? (enum theme_size) size : SIZE_PAGE);
    if (!path)
        return OK;
    c.root = inherit_file(&c, path, NOWHERE);
    if (c.root) {
        inherit_finish(&c, c.root);
        take_tree(&c, out, size);
    }
    out->input = out->owner.input;
    out->inputs = out->owner.inputs;
    return error_worst(err);
}

void
theme_file_free(struct theme_file *f)
{
    scenario_free(&f->owner);
    *f = (struct theme_file) { 0 };
}
