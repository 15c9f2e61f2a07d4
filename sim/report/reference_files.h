/* The styles of documents and slides, as files inside the program; sim/report/reference/make makes them. */
#ifndef REPORT_REFERENCE_FILES_H
#define REPORT_REFERENCE_FILES_H

extern const char reference_document[], reference_document_end[]; /* a .docx */
extern const char reference_slides[], reference_slides_end[];     /* a .pptx */

#endif
