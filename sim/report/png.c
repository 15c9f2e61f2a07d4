#include "report/png.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#define SIGNATURE "\x89PNG\r\n\x1a\n"
#define SIGNATURE_BYTES 8
#define HEADER_END (SIGNATURE_BYTES + 4 + 4 + 13 + 4) /* behind IHDR: length, name, data, checksum */
#define WIDTH_AT (SIGNATURE_BYTES + 8)
#define END "IEND\xae\x42\x60\x82"
#define END_BYTES 8

static uint32_t
read_number(const char *at)
{
    const unsigned char *b = (const unsigned char *) at;

    return (uint32_t) b[0] << 24 | (uint32_t) b[1] << 16 | (uint32_t) b[2] << 8 | b[3];
}

static void
write_number(char *at, uint32_t x)
{
    for (int i = 0; i < 4; i++)
        at[i] = (char) (unsigned char) (x >> (24 - 8 * i));
}

/* CRC-32 of a chunk's name and data (PNG specification, annex D). */
static uint32_t
checksum(const char *bytes, size_t length)
{
    uint32_t crc = 0xffffffff;

    for (size_t i = 0; i < length; i++) {
        crc ^= (unsigned char) bytes[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc & 1 ? 0xedb88320 ^ crc >> 1 : crc >> 1;
    }
    return ~crc;
}

static void
add_size(struct text *out, double pixels, double millimetres)
{
    const uint32_t a_metre = (uint32_t) lround(1000 * pixels / millimetres);
    char chunk[4 + 4 + 9 + 4] = "\0\0\0\x09pHYs";

    write_number(chunk + 8, a_metre);
    write_number(chunk + 12, a_metre);
    chunk[16] = 1; /* the unit is the metre */
    write_number(chunk + 17, checksum(chunk + 4, 4 + 9));
    text_add_bytes(out, chunk, sizeof chunk);
}

bool
png_with_size(struct text *out, const char *bytes, size_t length, double millimetres)
{
    if (length < HEADER_END + END_BYTES || memcmp(bytes, SIGNATURE, SIGNATURE_BYTES) != 0
        || memcmp(bytes + length - END_BYTES, END, END_BYTES) != 0)
        return false;
    text_add_bytes(out, bytes, HEADER_END);
    if (memcmp(bytes + HEADER_END + 4, "pHYs", 4) != 0)
        add_size(out, read_number(bytes + WIDTH_AT), millimetres);
    text_add_bytes(out, bytes + HEADER_END, length - HEADER_END);
    return true;
}
