#include "CBoostMath.h"

#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <cmath>
#include <limits>

namespace {

namespace policies = boost::math::policies;

// Errors come back as NaN or infinity: an exception must not cross into Swift. Double is exact enough
// without the detour over long double.
using Quiet = policies::policy<
    policies::promote_double<false>,
    policies::domain_error<policies::ignore_error>,
    policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>,
    policies::evaluation_error<policies::ignore_error>>;

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

}  // namespace

extern "C" double impact_t_quantile(double degrees_of_freedom, double probability) {
  if (!(degrees_of_freedom > 0) || !(probability > 0) || !(probability < 1)) return not_a_number;
  const boost::math::students_t_distribution<double, Quiet> t(degrees_of_freedom);
  return boost::math::quantile(t, probability);
}

extern "C" double impact_t_upper_tail(double degrees_of_freedom, double x) {
  if (!(degrees_of_freedom > 0) || !std::isfinite(x)) return not_a_number;
  const boost::math::students_t_distribution<double, Quiet> t(degrees_of_freedom);
  return boost::math::cdf(boost::math::complement(t, x));
}

extern "C" double impact_f_upper_tail(
    double numerator_degrees, double denominator_degrees, double x) {
  if (!(numerator_degrees > 0) || !(denominator_degrees > 0) || !std::isfinite(x) || x < 0) {
    return not_a_number;
  }
  const boost::math::fisher_f_distribution<double, Quiet> f(numerator_degrees, denominator_degrees);
  return boost::math::cdf(boost::math::complement(f, x));
}

extern "C" double impact_normal_cdf(double x) {
  if (std::isnan(x)) return not_a_number;
  const boost::math::normal_distribution<double, Quiet> normal;
  return boost::math::cdf(normal, x);
}

extern "C" double impact_gamma_delta_ratio(double a, double delta) {
  if (!(a > 0) || !(a + delta > 0)) return not_a_number;
  return boost::math::tgamma_delta_ratio(a, delta, Quiet());
}
