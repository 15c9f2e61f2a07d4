#include "base/text.h"

#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"
#include "base/width.h"

static void
text_make_room(struct text *t, size_t more)
{
    size_t room = t->room;

    if (more >= SIZE_MAX / 4 || t->length >= SIZE_MAX / 4)
        memory_missing();
    if (t->length + more < room)
        return;
    room = t->length + more + 1;
    room += room / 2;
    t->at = memory_grow(t->at, room, 1);
    t->room = room;
}

void
text_add_bytes(struct text *t, const char *s, size_t length)
{
    text_make_room(t, length);
    if (length)
        memcpy(t->at + t->length, s, length);
    t->length += length;
    t->at[t->length] = '\0';
}

void
text_add(struct text *t, const char *s)
{
    text_add_bytes(t, s, strlen(s));
}

void
text_print(struct text *t, const char *format, ...)
{
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        return;
    text_make_room(t, (size_t) length);
    va_start(arguments, format);
    vsnprintf(t->at + t->length, (size_t) length + 1, format, arguments);
    va_end(arguments);
    t->length += (size_t) length;
}

const char *
text_of(const struct text *t)
{
    return t->at ? t->at : "";
}

void
text_free(struct text *t)
{
    free(t->at);
    *t = (struct text) { 0 };
}

/* Bytes of the UTF-8 character at s and what it is; 0 bytes where there is none (RFC 3629: no overlong
 * forms, no surrogates, nothing above U+10FFFF). */
static size_t
utf8_character(const char *s, size_t left, uint32_t *character)
{
    static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    const unsigned char first = left ? (unsigned char) s[0] : 0xff;
    const size_t bytes = first < 0x80   ? 1
                         : first < 0xc0 ? 0
                         : first < 0xe0 ? 2
                         : first < 0xf0 ? 3
                         : first < 0xf8 ? 4
                                        : 0;
    uint32_t c = bytes > 1 ? first & (0x7fu >> bytes) : first;

    if (!bytes || bytes > left)
        return 0;
    for (size_t i = 1; i < bytes; i++) {
        const unsigned char next = (unsigned char) s[i];

        if ((next & 0xc0) != 0x80)
            return 0;
        c = c << 6 | (next & 0x3fu);
    }
    *character = c;
    return c < least[bytes] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000) ? 0 : bytes;
}

bool
text_is_utf8(const char *s, size_t length)
{
    size_t bytes;
    uint32_t character;

    while (length && (bytes = utf8_character(s, length, &character))) {
        s += bytes;
        length -= bytes;
    }
    return length == 0;
}

/* The next character of a string that ends with NUL; a byte that is not UTF-8 stands for itself. */
static uint32_t
next_character(const char **s)
{
    uint32_t character;
    const size_t bytes = utf8_character(*s, strnlen(*s, 4), &character);

    if (!bytes)
        return (unsigned char) *(*s)++;
    *s += bytes;
    return character;
}

size_t
text_cells(const char *s, size_t ambiguous)
{
    size_t cells = 0;

    while (*s)
        cells += width_of(next_character(&s), ambiguous);
    return cells;
}

void
text_add_fitting(struct text *t, const char *s, size_t cells, size_t ambiguous)
{
    const char *end = s;

    if (text_cells(s, ambiguous) <= cells) {
        text_add(t, s);
        return;
    }
    for (size_t left = cells > 2 ? cells - 2 : 0; *end;) {
        const char *next = end;
        const size_t width = width_of(next_character(&next), ambiguous);

        if (width > left)
            break;
        left -= width;
        end = next;
    }
    text_add_bytes(t, s, (size_t) (end - s));
    text_add(t, "..");
}

#define NEAREST_LENGTH 64 /* characters; longer words are not compared */

static size_t
characters(const char *s, uint32_t out[NEAREST_LENGTH])
{
    size_t count = 0;

    while (*s && count < NEAREST_LENGTH)
        out[count++] = next_character(&s);
    return *s ? SIZE_MAX : count;
}

static size_t
least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Fewest insertions, deletions, replacements and swaps of neighbours that turn a into b: the optimal
 * string alignment distance, by rows; d[0] is the current one, d[1] and d[2] those before it. */
static size_t
edits(const uint32_t *a, size_t a_length, const uint32_t *b, size_t b_length)
{
    size_t rows[3][NEAREST_LENGTH + 1], *d[3] = { rows[0], rows[1], rows[2] };

    for (size_t j = 0; j <= b_length; j++)
        d[0][j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t *const oldest = d[2];

        d[2] = d[1];
        d[1] = d[0];
        d[0] = oldest;
        d[0][0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];

            d[0][j] = least(least(d[1][j], d[0][j - 1]) + 1, d[1][j - 1] + (a[i - 1] != b[j - 1]));
            if (swapped)
                d[0][j] = least(d[0][j], d[2][j - 2] + 1);
        }
    }
    return d[0][b_length];
}

const char *
text_nearest(const char *word, const char *const *candidates, size_t count)
{
    uint32_t a[NEAREST_LENGTH], b[NEAREST_LENGTH];
    const size_t length = characters(word, a);
    const char *nearest = NULL;
    size_t fewest;

    if (length == SIZE_MAX)
        return NULL;
    fewest = (length / 3 > 2 ? length / 3 : 2) + 1;
    for (size_t i = 0; i < count; i++) {
        const size_t other = characters(candidates[i], b);
        const size_t distance = other == SIZE_MAX ? SIZE_MAX : edits(a, length, b, other);

        /* a word of which no character is left was not meant */
        if (distance < fewest && distance < (length > other ? length : other)) {
            fewest = distance;
            nearest = candidates[i];
        }
    }
    return nearest;
}

char *
text_number(char buffer[TEXT_NUMBER], double x)
{
    const double positive_zero = x == 0.0 ? 0.0 : x;

    snprintf(buffer, TEXT_NUMBER, "%.15g", positive_zero);
    if (isfinite(x) && strtod(buffer, NULL) != x)
        snprintf(buffer, TEXT_NUMBER, "%.17g", positive_zero);
    return buffer;
}

static const char *
after_digits(const char *s, size_t *digits)
{
    while (isdigit((unsigned char) *s)) {
        s++;
        ++*digits;
    }
    return s;
}

static const char *
after_sign(const char *s)
{
    return *s == '+' || *s == '-' ? s + 1 : s;
}

bool
text_to_number(const char *s, double *x)
{
    size_t digits = 0, exponent_digits = 0;
    const char *p = after_digits(after_sign(s), &digits);
    double value;

    if (*p == '.')
        p = after_digits(p + 1, &digits);
    if (digits && (*p == 'e' || *p == 'E'))
        p = after_digits(after_sign(p + 1), &exponent_digits);
    else
        exponent_digits = 1;
    if (!digits || !exponent_digits || *p != '\0')
        return false;
    value = strtod(s, NULL);
    if (!isfinite(value))
        return false;
    *x = value;
    return true;
}
