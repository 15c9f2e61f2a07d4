/* What output.c (staging) and output_commit.c (moving in, moving back) share. */
#ifndef BASE_OUTPUT_PARTS_H
#define BASE_OUTPUT_PARTS_H

#include "base/digest.h"
#include "base/output.h"

struct output_file {
    char *name;
    char sha256[DIGEST_HEX];
};

struct output {
    char *target, *staging;
    char *manifest; /* name of this command's manifest */
    struct output_file *file;
    size_t files, room;
    bool staging_stays; /* it holds earlier results that could not be put back */
};

#endif
