#include "base/words.h"

#include <string.h>

static const char *const words_key[] = {
#define WORD(key, english, chinese) #key,
#include "base/words.def"
#undef WORD
};

static const char *const words_in[][LANGUAGES] = {
#define WORD(key, english, chinese) { [ENGLISH] = english, [CHINESE] = chinese },
#include "base/words.def"
#undef WORD
};

const char *
word_key(enum word word)
{
    return words_key[word];
}

const char *
word_in(enum language language, enum word word)
{
    return words_in[word][language];
}

enum word
word_find(const char *key)
{
    int word = 0;

    while (word < WORDS && strcmp(words_key[word], key) != 0)
        word++;
    return (enum word) word;
}

static void
add_argument(struct text *out, enum language language, const char *argument)
{
    const enum word word = argument[0] == '\x02' ? word_find(argument + 1) : WORDS;
    const char *chinese = argument[0] == '\x03' ? strchr(argument, '\x1f') : NULL;

    if (chinese && language == CHINESE)
        text_add(out, chinese + 1);
    else if (chinese)
        text_add_bytes(out, argument + 1, (size_t) (chinese - argument) - 1);
    else
        text_add(out, word < WORDS ? word_in(language, word) : argument);
}

void
word_fill(struct text *out, enum language language, enum word word, const char *const *arguments)
{
    const char *from = word_in(language, word);
    const char *hole;

    while ((hole = strstr(from, "{}"))) {
        text_add_bytes(out, from, (size_t) (hole - from));
        if (arguments && *arguments)
            add_argument(out, language, *arguments++);
        from = hole + 2;
    }
    text_add(out, from);
}
