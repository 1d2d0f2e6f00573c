#ifndef IMPACT_CBOOSTMATH_H
#define IMPACT_CBOOSTMATH_H

#ifdef __cplusplus
extern "C" {
#endif

/// The quantile of Student's t distribution: the x with P(T <= x) = probability.
///
/// `degrees_of_freedom` > 0 and 0 < `probability` < 1; NaN outside of these.
double impact_t_quantile(double degrees_of_freedom, double probability);

/// The upper tail of Student's t distribution: P(T > x).
///
/// `degrees_of_freedom` > 0 and a finite `x`; NaN outside of these.
double impact_t_upper_tail(double degrees_of_freedom, double x);

/// The upper tail of the F distribution: P(F > x).
///
/// Both degrees of freedom > 0 and a finite `x` of 0 or more; NaN outside of these.
double impact_f_upper_tail(double numerator_degrees, double denominator_degrees, double x);

/// The standard normal distribution function: P(Z <= x); NaN for NaN.
double impact_normal_cdf(double x);

/// gamma(a) / gamma(a + delta) for a > 0 and a + delta > 0; NaN outside of these.
double impact_gamma_delta_ratio(double a, double delta);

#ifdef __cplusplus
}
#endif

#endif
