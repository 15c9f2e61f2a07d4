#include "scenario/scan.h"
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"

/* A setting's name as it was first seen in its group */
struct name {
    const char *at;
    size_t length;
    int line;
};

struct scope {
    bool is_group;
    size_t first_name; /* into names */
};

struct scan {
    char *at; /* next byte */
    int line;
    const char *path;
    struct error *err;
    struct scope scope[SCAN_DEEPEST + 1];
    size_t depth;
    struct name *names; /* of all open groups, the innermost last */
    size_t name_count, name_room;
    char before; /* first byte of the token before this one; 0 at the beginning */
    size_t tokens;
    bool stop; /* the file cannot be read further */
};

static struct place
here(const struct scan *s)
{
    return (struct place) { s->path, s->line };
}

static void
skip_to(struct scan *s, const char *end)
{
    for (; s->at < end; s->at++)
        s->line += *s->at == '\n' && s->line > 0; /* line 0: the command line has no lines */
}

static void
skip_line(struct scan *s)
{
    s->at += strcspn(s->at, "\n");
}

static void
skip_comment(struct scan *s)
{
    const char *end = strstr(s->at + 2, "*/");

    skip_to(s, end ? end + 2 : s->at + strlen(s->at));
}

static void
give_up(struct scan *s)
{
    s->stop = true;
    s->at += strlen(s->at);
}

/* Whether a string may stand after the token before it */
static bool
string_may_stand(const struct scan *s)
{
    if (s->before == ',')
        return !s->scope[s->depth].is_group;
    return s->before && strchr("=:([\"", s->before);
}

/* libconfig 1.5 loses memory where a text ends within a string, and where a string is out of place. */
static void
scan_string(struct scan *s)
{
    const struct place opens = here(s);

    if (!string_may_stand(s)) {
        error_add(s->err, FAILED_INPUT, opens, WORD_syntax);
        give_up(s);
        return;
    }
    s->at++;
    while (*s->at && *s->at != '"') {
        if (*s->at == '\\' && s->at[1])
            s->at++;
        skip_to(s, s->at + 1);
    }
    if (*s->at == '"') {
        s->at++;
        return;
    }
    error_add(s->err, FAILED_INPUT, opens, WORD_csv_open_quote);
    s->stop = true;
}

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
starts_number(const char *s)
{
    s += *s == '+' || *s == '-';
    return is_digit(*s) || *s == '.';
}

/* Length of the token that begins like a number */
static size_t
number_length(const char *s)
{
    size_t n = *s == '+' || *s == '-';

    if (s[n] == '0' && (s[n + 1] == 'x' || s[n + 1] == 'X'))
        return n + 2 + strspn(s + n + 2, "0123456789abcdefABCDEFL");
    for (; is_digit(s[n]) || is_letter(s[n]) || s[n] == '.' || s[n] == '+' || s[n] == '-'; n++)
        if ((s[n] == '+' || s[n] == '-') && s[n - 1] != 'e' && s[n - 1] != 'E')
            break;
    return n;
}

static bool
is_hexadecimal(const char *token)
{
    token += *token == '+' || *token == '-';
    return token[0] == '0' && (token[1] == 'x' || token[1] == 'X');
}

static bool
is_whole(const char *token)
{
    return is_hexadecimal(token) || !strpbrk(token, ".eE");
}

static bool
fits(const char *token)
{
    char *end;
    double x;

    errno = 0;
    if (is_whole(token)) {
        const long long whole = strtoll(token, &end, is_hexadecimal(token) ? 16 : 10);

        return errno != ERANGE && whole <= INT_MAX && whole >= INT_MIN;
    }
    x = strtod(token, &end);
    return x - x == 0; /* not infinite */
}

/* Writes the string SCAN_WRONG over a number that does not fit, which is at least four bytes long. Where no string may
 * stand, a number may not either, and libconfig will say so. */
static void
overwrite(char *token, size_t length)
{
    memset(token, ' ', length);
    memcpy(token, "\"" SCAN_WRONG "\"", 3);
}

static void
scan_number(struct scan *s)
{
    const size_t length = number_length(s->at);
    char *token = memory_new(length + 1, 1);

    memcpy(token, s->at, length);
    if (strcspn(token, "0123456789") >= strcspn(token, "eE")) { /* libconfig takes "." for 0 */
        error_add(s->err, FAILED_INPUT, here(s), WORD_not_a_number, token);
        s->stop = true;
    } else if (!fits(token) && string_may_stand(s)) {
        error_add(s->err, FAILED_INPUT, here(s), is_whole(token) ? WORD_whole_too_large : WORD_number_not_finite,
                  token);
        overwrite(s->at, length);
    }
    s->at += length;
    free(token);
}

static void
open_scope(struct scan *s, bool is_group)
{
    if (s->depth == SCAN_DEEPEST) {
        error_add(s->err, FAILED_INPUT, here(s), WORD_too_deep);
        give_up(s);
        return;
    }
    s->depth++;
    s->scope[s->depth] = (struct scope) { is_group, s->name_count };
}

static void
close_scope(struct scan *s)
{
    if (s->depth == 0)
        return; /* libconfig will say so */
    s->name_count = s->scope[s->depth].first_name;
    s->depth--;
}

static void
complain_twice(struct scan *s, const struct name *twice, const struct name *first)
{
    char *word = memory_new(twice->length + 1, 1);
    struct text line = { 0 };

    memcpy(word, twice->at, twice->length);
    text_print(&line, "%d", first->line);
    error_add(s->err, FAILED_INPUT, ((struct place) { s->path, twice->line }), WORD_duplicate, word, text_of(&line));
    s->stop = true; /* but the names that follow are still looked at */
    text_free(&line);
    free(word);
}

static void
add_name(struct scan *s, struct name name)
{
    const size_t first = s->scope[s->depth].first_name;

    for (size_t i = first; i < s->name_count; i++)
        if (s->names[i].length == name.length && memcmp(s->names[i].at, name.at, name.length) == 0) {
            complain_twice(s, &name, &s->names[i]);
            return;
        }
    if (s->name_count - first == SCAN_MOST) {
        error_add(s->err, FAILED_INPUT, here(s), WORD_too_many_settings, "5000");
        give_up(s);
        return;
    }
    s->names = memory_room(s->names, s->name_count, &s->name_room, sizeof *s->names);
    s->names[s->name_count++] = name;
}

static void skip_blanks(struct scan *s);

/* A name that `=` or `:` follows is a setting; others are true, false or a mistake. */
static void
scan_name(struct scan *s)
{
    struct name name = { s->at, 0, s->line };

    while (is_letter(*s->at) || is_digit(*s->at) || *s->at == '-' || *s->at == '_' || *s->at == '*')
        s->at++;
    name.length = (size_t) (s->at - name.at);
    skip_blanks(s);
    if ((*s->at == '=' || *s->at == ':') && s->scope[s->depth].is_group)
        add_name(s, name);
}

static void
skip_blanks(struct scan *s)
{
    for (;;) {
        if (*s->at == ' ' || *s->at == '\t' || *s->at == '\n' || *s->at == '\f' || *s->at == '\r')
            skip_to(s, s->at + 1);
        else if (*s->at == '#' || (s->at[0] == '/' && s->at[1] == '/'))
            skip_line(s);
        else if (s->at[0] == '/' && s->at[1] == '*')
            skip_comment(s);
        else
            return;
    }
}

static void
scan_token(struct scan *s)
{
    const char c = *s->at;

    if (c == '"')
        scan_string(s);
    else if (is_letter(c) || c == '*')
        scan_name(s);
    else if (starts_number(s->at))
        scan_number(s);
    else if (strncmp(s->at, "@include", 8) == 0) {
        error_add(s->err, FAILED_INPUT, here(s), WORD_include_refused);
        s->stop = true;
        skip_line(s);
    } else {
        s->at++;
        if (c == '{' || c == '(' || c == '[')
            open_scope(s, c == '{');
        else if (c == '}' || c == ')' || c == ']')
            close_scope(s);
    }
}

enum status
scan_text(char *text, struct place start, struct error *err)
{
    struct scan s = { .at = text, .line = start.line, .path = start.file, .err = err };

    s.scope[0].is_group = true;
    for (skip_blanks(&s); *s.at; skip_blanks(&s)) {
        const char first = *s.at;

        scan_token(&s);
        s.before = first;
        if (++s.tokens == SCAN_MOST_TOKENS) {
            error_add(err, FAILED_INPUT, here(&s), WORD_too_many_values);
            give_up(&s);
        }
    }
    free(s.names);
    return s.stop ? FAILED_INPUT : OK;
}
