#include "CBoostMath.h"

#include <boost/math/distributions/students_t.hpp>

#include <limits>

namespace {

namespace policies = boost::math::policies;

// Errors come back as NaN or infinity: an exception must not cross into Swift.
using Quiet = policies::policy<
    policies::domain_error<policies::ignore_error>,
    policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>,
    policies::evaluation_error<policies::ignore_error>>;

}  // namespace

extern "C" double impact_t_quantile(double degrees_of_freedom, double probability) {
  if (!(degrees_of_freedom > 0) || !(probability > 0) || !(probability < 1)) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  const boost::math::students_t_distribution<double, Quiet> t(degrees_of_freedom);
  return boost::math::quantile(t, probability);
}
