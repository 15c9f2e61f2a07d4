/* SHA-256: the examples of FIPS 180-2 and of NIST's test vectors. */
#include "check.h"

#include <string.h>
#include "base/digest.h"
#include "base/memory.h"
#include <stdlib.h>

static void
agrees_with_nist(void **state)
{
    static const struct {
        const char *bytes, *digest;
    } row[] = {
        { "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
        { "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
        { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
        { "\xbd", "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b" },
        { "\xc9\x8c\x8e\x55", "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504" },
    };
    char hex[DIGEST_HEX];

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        digest_sha256(hex, row[i].bytes, strlen(row[i].bytes));
        assert_string_equal(hex, row[i].digest);
    }
}

static void
takes_a_million_bytes(void **state)
{
    char *bytes = memory_new(1000000, 1);
    char hex[DIGEST_HEX];

    (void) state;
    memset(bytes, 'a', 1000000);
    digest_sha256(hex, bytes, 1000000);
    assert_string_equal(hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    free(bytes);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_nist),
        cmocka_unit_test(takes_a_million_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
