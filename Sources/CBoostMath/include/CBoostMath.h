#ifndef IMPACT_CBOOSTMATH_H
#define IMPACT_CBOOSTMATH_H

#ifdef __cplusplus
extern "C" {
#endif

/// The quantile of Student's t distribution: the x with P(T <= x) = probability.
///
/// `degrees_of_freedom` > 0 and 0 < `probability` < 1; NaN outside of these.
double impact_t_quantile(double degrees_of_freedom, double probability);

#ifdef __cplusplus
}
#endif

#endif
