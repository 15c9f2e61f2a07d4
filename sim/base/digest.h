/* Digest: SHA-256 of bytes, by which a manifest names what was read and written. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stddef.h>

#define DIGEST_HEX 65 /* 64 digits and the NUL */

void digest_sha256(char hex[DIGEST_HEX], const void *bytes, size_t length);

#endif
