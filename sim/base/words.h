/* Words: every sentence and term that people read, in English and Chinese, one table (words.def). */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

#include <stddef.h>
#include "base/text.h"

enum language { ENGLISH, CHINESE, LANGUAGES };

enum word {
#define WORD(key, english, chinese) WORD_##key,
#include "base/words.def"
#undef WORD
    WORDS
};

const char *word_key(enum word word); /* "unknown_key" */
const char *word_in(enum language language, enum word word);

/* The word with that key; WORDS where there is none. */
enum word word_find(const char *key);

/* An argument that is itself a word, said in the language of the sentence it stands in */
#define WORD_ARGUMENT(key) "\x02" #key
/* The format of an argument that brings its English and its Chinese along */
#define WORD_EITHER "\x03%s\x1f%s"

/* Adds the word to out, its {} filled by the strings of arguments in order; "" for missing ones. */
void word_fill(struct text *out, enum language language, enum word word, const char *const *arguments);

#endif
