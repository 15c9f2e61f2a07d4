/* The build runs in the project's folder. */
#include "report/reference_files.h"

#define TAKE_IN(name, file) \
    __asm__(".section .rodata\n.global " #name "\n.global " #name "_end\n" #name ":\n.incbin \"" file "\"\n" #name \
            "_end:\n.byte 0\n.previous\n")

TAKE_IN(reference_document, "sim/report/reference/document.docx");
TAKE_IN(reference_slides, "sim/report/reference/slides.pptx");
