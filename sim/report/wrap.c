#include "report/wrap.h"
#include <string.h>

static bool
is_wide(const char *s)
{
    return (unsigned char) s[0] >= 0xe0;
}

/* Marks that begin no line. */
static bool
closes(const char *s)
{
    static const char *const marks[] = { "）", "，", "。", "、", "：", "；", "”", "》", "％" };

    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (strncmp(s, marks[i], strlen(marks[i])) == 0)
            return true;
    return false;
}

/* Marks that end no line. */
static bool
opens(const char *s)
{
    static const char *const marks[] = { "（", "“", "《" };

    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (strncmp(s, marks[i], strlen(marks[i])) == 0)
            return true;
    return false;
}

bool
wrap_breaks_after(const char *s, const char *next)
{
    if (*next == '\0' || *s == ' ' || *s == '-')
        return true;
    if (*next == ' ')
        return true;
    return (is_wide(s) || is_wide(next)) && !closes(next) && !opens(s);
}

static size_t
bytes_of(const char *s)
{
    size_t n = 1;

    while (((unsigned char) s[n] & 0xc0) == 0x80)
        n++;
    return n;
}

static size_t
cells_of(const char *s, size_t bytes, size_t ambiguous)
{
    char one[8] = { 0 };

    memcpy(one, s, bytes < sizeof one ? bytes : sizeof one - 1);
    return text_cells(one, ambiguous);
}

/* Bytes of the longest beginning that fits; up to the first place for a break where none does. */
static size_t
line_bytes(const char *text, size_t width, size_t ambiguous)
{
    size_t cells = 0, whole = 0, at = 0;

    while (text[at]) {
        const size_t bytes = bytes_of(text + at);

        cells += text[at] == ' ' ? 0 : cells_of(text + at, bytes, ambiguous); /* a blank at the end takes no room */
        if (cells > width && whole > 0)
            return whole;
        cells += text[at] == ' ';
        at += bytes;
        if (wrap_breaks_after(text + at - bytes, text + at))
            whole = at;
    }
    return at;
}

void
wrap_cells(struct text *out, const char *text, size_t width, size_t ambiguous)
{
    while (*text) {
        const size_t bytes = line_bytes(text, width, ambiguous);
        size_t shown = bytes;

        while (shown > 0 && text[shown - 1] == ' ')
            shown--;
        text_add_bytes(out, text, shown);
        text_add(out, "\n");
        text += bytes;
    }
}

/* One line without its end */
static void
wrap_line(struct text *out, const char *line, size_t width, size_t ambiguous)
{
    const size_t indent = strspn(line, " ");
    struct text parts = { 0 };

    wrap_cells(&parts, line + indent, width > indent ? width - indent : 1, ambiguous);
    for (const char *part = text_of(&parts); *part; part += strcspn(part, "\n") + 1) {
        text_add_bytes(out, line, indent);
        text_add_bytes(out, part, strcspn(part, "\n") + 1);
    }
    text_free(&parts);
}

void
wrap_lines(struct text *out, const char *text, size_t width, size_t ambiguous)
{
    while (*text) {
        const size_t length = strcspn(text, "\n");
        struct text line = { 0 };

        text_add_bytes(&line, text, length);
        if (text_cells(text_of(&line), ambiguous) > width)
            wrap_line(out, text_of(&line), width, ambiguous);
        else
            text_print(out, "%s\n", text_of(&line));
        text += length + (text[length] == '\n');
        text_free(&line);
    }
}
