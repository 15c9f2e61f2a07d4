/* The report in other programs' formats: docx and pptx by pandoc, pdf by Chromium or weasyprint, whichever is
 * there and does it. */
#ifndef REPORT_REPORT_CONVERT_H
#define REPORT_REPORT_CONVERT_H

#include "base/output.h"
#include "report/report.h"

enum report_format { REPORT_HTML, REPORT_DOCX, REPORT_PPTX, REPORT_PDF, REPORT_FORMATS };

/* "html,docx": marks those that are wanted. FAILED_INPUT where one is unknown. */
enum status report_formats(bool wanted[REPORT_FORMATS], const char *list, struct error *err);

/* Adds report.docx, .pptx, .pdf to the results, report.html being there. FAILED_WORK where a converter is missing or
 * fails, which is told; the other formats are made all the same. */
enum status report_convert(struct output *out, const struct report *r, const bool wanted[REPORT_FORMATS],
                           const volatile sig_atomic_t *interrupted, struct error *err);

#endif
