import ProvisionModel
import TestSupport

@testable import Analysis

/// METHOD §5.4 for a set of courses, at one end.
struct NaiveEffect {
  var value: Double
  var variance: Double
  var model: Double
  var own: Double
  var residual: Double
  var classmates: Double
  var fit: Double
  var groups: Double
  var distance: Double
  var freedom: Int
  var farOut: Double
  var pupils: Int
}

extension NaiveMethod {
  /// The effect of courses that have a contrast, of two pupils or more.
  func effect(_ used: [(course: Course, contrast: NaiveContrast)], _ end: End) -> NaiveEffect {
    let sd = referenceSDs[used[0].course.measure]!.sd
    let n = Double(used.count)
    let tau = mean(used.map { $0.contrast.contrast[end] })
    var ofPupil: [Int: Double] = [:]
    for (course, contrast) in used {
      ofPupil[course.pupil, default: 0] += contrast.contrast[end] - tau
    }
    let pupils = Double(ofPupil.count)
    let own = pupils / (pupils - 1) * ofPupil.values.reduce(0) { $0 + $1 * $1 }
    let model = used.reduce(0) { $0 + $1.contrast.variance[end] }
    let nu0 = Double(settings.spreadDf)
    let residual = (nu0 * model + (pupils - 1) * own) / (nu0 + pupils - 1)
    var weights: [NaiveFitKey: [String: Double]] = [:]
    for (_, contrast) in used {
      for mate in contrast.classmates {
        weights[contrast.key, default: [:]][mate, default: 0] +=
          1 / Double(contrast.classmates.count)
      }
    }
    let classmates = weights.reduce(0) { sum, ofFit in
      sum + fits[ofFit.key]!.variance[end] * ofFit.value.values.reduce(0) { $0 + $1 * $1 }
    }
    var (ofFit, farOut) = (0.0, 0.0)
    for key in weights.keys {
      let members = used.map(\.contrast).filter { $0.key == key }
      let fit = fits[key]!
      let x = members[0].x.indices.map { place in members.reduce(0) { $0 + $1.x[place] } }
      let q = (0...1).map { place in members.reduce(0) { $0 + $1.q[place] } }
      ofFit += fit.variance[end] * form(fit.matrix(end), x) / Double(fit.freedom)
      ofFit += form(fit.bendCovariance, q)
      farOut += Double(members.count) / n * Double(fit.farOut(mean(members.map(\.f))))
    }
    var ofGroup: [String: Double] = [:]
    for (course, _) in used { ofGroup[group(course), default: 0] += 1 }
    let shared = settings.groupSd * sd
    let groups = shared * shared * ofGroup.values.reduce(0) { $0 + $1 * $1 }
    let f = settings.far * used.reduce(0) { $0 + $1.contrast.f }
    let low = settings.beyond * used.reduce(0) { $0 + ($1.contrast.f < 0 ? $1.contrast.beyond : 0) }
    let high =
      settings.beyond * used.reduce(0) { $0 + ($1.contrast.f >= 0 ? $1.contrast.beyond : 0) }
    let distance = sd * sd * (f * f / (1 + farOut / settings.farN) + low * low + high * high)
    let freedom = weights.keys.map { fits[$0]!.freedom }.min()!
    let nu = Double(freedom)
    let variance =
      ((residual + classmates + ofFit + groups) * nu / (nu - 2) + distance) / (n * n)
    return NaiveEffect(
      value: tau, variance: variance, model: model, own: own, residual: residual,
      classmates: classmates, fit: ofFit, groups: groups, distance: distance, freedom: freedom,
      farOut: farOut, pupils: ofPupil.count)
  }
}
