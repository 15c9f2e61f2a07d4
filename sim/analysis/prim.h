/* Scenario discovery: boxes of inputs in which a case (a step that fails) is common, by the patient rule induction
 * method.
 *
 * From all draws, PRIM peels again and again the least promising `alpha` of the draws off one end of one input, so
 * that the share of cases in what is left rises most for the draws given up. Of the boxes on the way the one is kept whose
 * density (cases inside / draws inside) is most beyond that of all draws, measured by what chance would make it for as
 * many draws (Kloesgen 1996): a balance with coverage (cases inside / all cases) that also holds where cases are common or rare.
 * Limits that chance could explain are dropped (binomial test, Bryant and Lempert 2010). Then its draws are set aside and
 * the next box is sought.
 * Source: Friedman and Fisher (1999), Statistics and Computing 9, 123-143; Kloesgen (1996), Explora, in Fayyad and
 * others (eds), Advances in Knowledge Discovery and Data Mining, 249-271; Bryant and Lempert (2010), Technological Forecasting and Social Change 77, 34-49.
 */
#ifndef ANALYSIS_PRIM_H
#define ANALYSIS_PRIM_H

#include <stdbool.h>
#include <stddef.h>

struct prim_data {
    size_t draws, inputs;
    const double *x;     /* [inputs][draws] */
    const bool *is_case; /* [draws] */
};

struct prim_box {
    double *low, *high; /* [inputs]; -INFINITY and INFINITY where there is no limit; owned */
    size_t inside, cases;
    double coverage, density; /* cases inside / all cases; cases inside / draws inside */
};

struct prim_options {
    double alpha;    /* peeled at a time, 0.05 */
    double support;  /* smallest part of the draws in a box, 0.01 */
    double p_value;  /* limits at least as likely by chance as this are dropped, 0.01 */
    double coverage; /* boxes that cover less of the cases are not reported, 0.1 */
    size_t boxes;    /* at most */
};
extern const struct prim_options prim_usual;

/* Boxes denser than all draws, in the order they were found; none where there are no cases or nothing but cases. Freed with prim_free. */
struct prim_box *prim_boxes(size_t *count, const struct prim_data *d, const struct prim_options *o);
void prim_free(struct prim_box *box, size_t boxes);

#endif
