#include "base/digest.h"

#include <stdint.h>
#include <sys/types.h>
#include <sha2.h>

void
digest_sha256(char hex[DIGEST_HEX], const void *bytes, size_t length)
{
    SHA2_CTX context;

    SHA256Init(&context);
    SHA256Update(&context, (const uint8_t *) bytes, length);
    SHA256End(&context, hex);
}
