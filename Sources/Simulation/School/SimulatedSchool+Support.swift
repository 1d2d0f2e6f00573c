import ProvisionModel

extension SimulatedSchool {
  /// A criterion under this is low: 90 on a scale of mean 100 and SD 15 (METHOD §11).
  private static let low = -2.0 / 3

  /// The most interventions that a pupil has in one term.
  private static let mostAtATime = 2

  /// Chooses the pupils of a term's interventions, makes groups, and adds the true effects.
  mutating func arrangeSupport(term: Int, using generator: inout SeededGenerator) {
    let before = supported
    supported = Array(repeating: 0, count: supported.count)
    continueEpisodes(term: term)
    let onRoll = roll.pupils.count { $0.isOnRoll(in: term) }
    for index in interventions.indices {
      guard let running = interventions[index].running(termsBack: calendar.last - term),
        !(isSecondHalf(term) && lastsTwoTerms(index, from: term - 1))
      else { continue }
      let place = Int((running.share * Double(onRoll)).rounded())
      let chosen =
        running.isUniversal
        ? pupils(of: running, term: term, twoTerms: false)
        : choose(place, for: index, as: running, term: term, before: before, using: &generator)
      guard !chosen.isEmpty, running.groupSize == 1 || chosen.count >= 3 else { continue }
      makeGroups(of: chosen, in: index, as: running, term: term, using: &generator)
    }
  }

  /// Whether the groups of two terms are in their second.
  private func isSecondHalf(_ term: Int) -> Bool {
    term > 1 && calendar.terms[term].name == "spring"
  }

  /// Whether the groups of an intervention that begin in a term run to the end of the next: not where
  /// something else was decided in between.
  private func lastsTwoTerms(_ index: Int, from term: Int) -> Bool {
    let intervention = interventions[index]
    return intervention.runsTwoTerms && calendar.terms[term].name == "autumn"
      && !intervention.changes.contains { $0.termsBack == calendar.last - term && $0.isDone }
  }

  private mutating func continueEpisodes(term: Int) {
    guard isSecondHalf(term) else { return }
    for episode in episodes.reversed() {
      if episode.term < term - 1 { break }
      let intervention = interventions[episode.intervention]
      if lastsTwoTerms(episode.intervention, from: term - 1),
        let measure = intervention.measureIndex
      {
        supported[episode.pupil] |= 1 << UInt32(measure)
        lifts[episode.pupil * measures.count + measure] += plan.effect(of: intervention) / 2
      }
    }
  }

  private func pupils(of intervention: InterventionPlan, term: Int, twoTerms: Bool) -> [Int] {
    let lastTerm = min(term + (twoTerms ? 1 : 0), calendar.last)
    return roll.pupils.indices.filter {
      roll.pupils[$0].isOnRoll(in: term) && roll.pupils[$0].isOnRoll(in: lastTerm)
        && intervention.years.contains(year(of: $0, in: term))
    }
  }

  /// Up to `count` pupils who are low by the criterion of the plan, at random among them; where
  /// teachers choose by need, pupils with SEN come first.
  private func choose(
    _ count: Int,
    for index: Int,
    as intervention: InterventionPlan,
    term: Int,
    before: [UInt32],
    using generator: inout SeededGenerator
  ) -> [Int] {
    guard let measure = intervention.measureIndex else { return [] }
    let selection = plan.selection(of: intervention)
    let bit = UInt32(1) << UInt32(measure)
    var candidates: [Int] = []
    for pupil in pupils(
      of: intervention, term: term, twoTerms: lastsTwoTerms(index, from: term))
    where isTaken(measure, by: pupil, round: term - 1) {
      let level = criterion(
        selection,
        pupil: pupil,
        measure: measure,
        round: term - 1,
        using: &generator
      )
      // Half of those who were in it last term make room for others.
      let staysOut = before[pupil] & bit != 0 && generator.chance(0.5)
      if let level, level < SimulatedSchool.low, !staysOut, supported[pupil] & bit == 0,
        supported[pupil].nonzeroBitCount < SimulatedSchool.mostAtATime
      {
        candidates.append(pupil)
      }
    }
    generator.shuffle(&candidates)
    if selection == .need {
      candidates =
        candidates.filter { roll.pupils[$0].need != nil }
        + candidates.filter { roll.pupils[$0].need == nil }
    }
    return candidates.prefix(count).sorted()
  }

  /// What the pupils are chosen by [SD of scores]; nil when the pupil has no score to go by.
  private func criterion(
    _ selection: Selection,
    pupil: Int,
    measure: Int,
    round: Int,
    using generator: inout SeededGenerator
  ) -> Double? {
    let level = trueLevel(pupil: pupil, measure: measure)
    let error = (1 - measures[measure].reliability).squareRoot() * generator.normal()
    switch selection {
    case .need: return level
    case .otherTest: return level + error
    case .score:
      guard let score = score(pupil: pupil, measure: measure, round: round).number else {
        return nil
      }
      let plan = measures[measure]
      let (schoolYears, ageMonths) = moment(measure: measure, pupil: pupil, round: round)
      let above = Double(score) - plan.average(schoolYears: schoolYears, ageMonths: ageMonths)
      return (plan.lowerIsBetter ? -above : above) / plan.sd
    }
  }

  private mutating func makeGroups(
    of chosen: [Int],
    in index: Int,
    as running: InterventionPlan,
    term: Int,
    using generator: inout SeededGenerator
  ) {
    let effect = plan.effect(of: running)
    let goesOnByPlan = running.goesOn && term == calendar.last
    let isTwoTerms = lastsTwoTerms(index, from: term)
    let goesOn = goesOnByPlan || (isTwoTerms && term == calendar.last)
    let groups = grouping(of: chosen, size: running.groupSize, term: term, running.isUniversal)
    for (group, members) in groups.enumerated() {
      let start = calendar.firstMonday(of: term).advanced(
        by: running.isUniversal || group % 2 == 0 ? 0 : 7
      )
      var weeks = calendar.teachingWeeks(of: term, asked: running.weeks)
      var end = calendar.end(start: start, weeks: weeks)
      if isTwoTerms, !goesOn {
        let more = calendar.teachingWeeks(of: term + 1, asked: running.weeks)
        end = calendar.end(start: calendar.firstMonday(of: term + 1), weeks: more)
        weeks += more
      }
      let assistants = running.isUniversal ? nil : assign(group, size: members.count, to: index)
      let planned = weeks * running.sessions
      for pupil in members {
        let rate = min(1, max(0.55, 0.91 + 0.06 * generator.normal())) * (goesOn ? 0.7 : 1)
        episodes.append(
          SupportEpisode(
            pupil: pupil,
            intervention: index,
            term: term,
            lastTerm: goesOn ? nil : isTwoTerms ? term + 1 : term,
            start: start,
            end: goesOn ? nil : end,
            group: running.groupSize == 1 ? nil : group,
            assistants: assistants,
            sessions: running.sessions,
            minutes: running.minutes,
            planned: planned,
            attended: Int((rate * Double(planned)).rounded())
          )
        )
        if let measure = running.measureIndex {
          supported[pupil] |= 1 << UInt32(measure)
          lifts[pupil * measures.count + measure] += isTwoTerms || goesOn ? effect / 2 : effect
        }
      }
    }
  }

  /// The pupils in groups of about `size`, neighbours in year and class together; universal
  /// provision is by class.
  private func grouping(of chosen: [Int], size: Int, term: Int, _ byClass: Bool) -> [[Int]] {
    if byClass {
      var classes: [[Int]] = []
      for pupil in chosen {
        if let last = classes.last?.last,
          roll.pupils[last].classIndex == roll.pupils[pupil].classIndex
        {
          classes[classes.count - 1].append(pupil)
        } else {
          classes.append([pupil])
        }
      }
      return classes
    }
    let groups = max(1, (chosen.count + size / 2) / size)
    return (0..<groups).map { group in
      Array(chosen[group * chosen.count / groups..<(group + 1) * chosen.count / groups])
    }
  }

  /// The TAs of a group. Each intervention has the same few TAs in every term; a TA has three pupils
  /// one to one before the next takes over, and every other large group has two TAs.
  private mutating func assign(_ group: Int, size: Int, to intervention: Int) -> (Int, Int?) {
    let all = staff.assistants.count
    let team = max(2, (all + 2) / 4)
    let turn = size == 1 ? group / 3 : group
    let base = intervention * all / interventions.count
    let first = (base + turn % team) % all
    let second = size >= 6 && group % 2 == 0 ? (base + (turn + 1) % team) % all : nil
    staff.assistants[first].delivers.insert(intervention)
    if let second { staff.assistants[second].delivers.insert(intervention) }
    return (first, second)
  }
}
