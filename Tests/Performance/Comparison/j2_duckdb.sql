-- J2: the two contrasts of METHOD §5 and their effects for each school, intervention and measure,
-- over all episodes that have ended. $folder and $output are put in by j2_duckdb.py.
--
-- The settings are METHOD's own: windows of 90, 21, 21 and 90 days, 3 scores to a level and 400
-- days back, strata of 5 scores, 3 pupils to compare with, similar within 0.25 SD, 10 pairs to a
-- slope, 5 pupils to an effect. Higher scores are better on every measure of the data, none is
-- censored, every row of the provision map names its measure, and every pupil is in the pupils
-- file.

-- §1: the terms of a year by number.
CREATE TEMP MACRO term_of(day) AS
  year(day) * 3 + CASE WHEN month(day) >= 9 THEN 2
    WHEN month(day) * 100 + day(day) >= 416 THEN 1 ELSE 0 END;

-- §2: the measures, with their SD where school.yml gives one.
CREATE TEMP TABLE measures AS
SELECT * FROM (VALUES
  (1::TINYINT, 'Arithmetic raw', NULL::DOUBLE), (2::TINYINT, 'Reading SAS', 15.0),
  (3::TINYINT, 'Spelling (scaled)', NULL)) AS t(m, measure, sd);

-- §1: pupils and cohorts by number.
CREATE TEMP TABLE pupils AS
SELECT (row_number() OVER ())::INTEGER AS pupil, school, pupil_id,
  (dense_rank() OVER (ORDER BY school, year_group))::INTEGER AS cohort
FROM read_csv(
  '$folder/pupils.csv', header = true, auto_detect = false, delim = ',', quote = '"',
  columns = {'school': 'VARCHAR', 'pupil_id': 'VARCHAR', 'year_group': 'VARCHAR'});

-- DuckDB does not know how long a CSV file is: as written, the pupils are the hash table.
SET disabled_optimizers = 'join_order,build_side_probe_side';

CREATE TEMP TABLE scores AS
SELECT p.pupil, p.cohort, m.m, t.date, term_of(t.date)::SMALLINT AS term, t.score
FROM read_csv(
  '$folder/tracking.csv', header = true, auto_detect = false, delim = ',', quote = '"',
  columns = {
    'school': 'VARCHAR', 'pupil_id': 'VARCHAR', 'date': 'DATE', 'measure': 'VARCHAR',
    'score': 'DOUBLE'}) AS t
JOIN pupils AS p ON t.school = p.school AND t.pupil_id = p.pupil_id
JOIN measures AS m ON t.measure = m.measure;

RESET disabled_optimizers;

CREATE TEMP TABLE map AS
SELECT (row_number() OVER ())::INTEGER AS episode, p.pupil, p.cohort, v.school, v.intervention,
  m.m, v.start_date, v.end_date
FROM read_csv(
  '$folder/provision-map.csv', header = true, auto_detect = false, delim = ',', quote = '"',
  columns = {
    'school': 'VARCHAR', 'pupil_id': 'VARCHAR', 'intervention': 'VARCHAR', 'start_date': 'DATE',
    'end_date': 'DATE', 'measure': 'VARCHAR', 'group': 'VARCHAR', 'ta': 'VARCHAR'}) AS v
JOIN pupils AS p ON v.school = p.school AND v.pupil_id = p.pupil_id
JOIN measures AS m ON v.measure = m.measure;

-- §1: the as-of date, and where each episode stands on it.
SET VARIABLE as_of = (
  SELECT greatest(max(start_date), max(end_date), (SELECT max(date) FROM scores)) FROM map);

CREATE TEMP TABLE episodes AS
SELECT *, end_date IS NOT NULL AND end_date <= getvariable('as_of') AS has_ended,
  least(coalesce(end_date, getvariable('as_of')), getvariable('as_of')) AS last_date
FROM map WHERE start_date <= getvariable('as_of');

-- §5: the strata, and the reference SD of each measure.
CREATE TEMP TABLE strata AS
SELECT cohort, m, term, count(*) AS n, avg(score) AS mean, var_pop(score) * count(*) AS squares
FROM scores GROUP BY cohort, m, term;

CREATE TEMP TABLE reference_sds AS
SELECT m.m, coalesce(any_value(m.sd), sqrt(sum(s.squares) / sum(s.n - 1))) AS s_m
FROM measures AS m JOIN strata AS s ON s.m = m.m GROUP BY m.m;

-- Episodes that share their classmates: those of one measure, cohort and dates.
CREATE TEMP TABLE peers AS
SELECT (row_number() OVER ())::INTEGER AS peer, *
FROM (SELECT DISTINCT cohort, m, start_date, end_date FROM episodes WHERE has_ended);

-- §3: the two scores of every pupil of the cohort for those dates; `tie` is the lesser for the
-- earlier score at the start and for the later one at the end.
CREATE TEMP TABLE baselines AS
SELECT p.peer, s.pupil,
  arg_min(s.rowid, 2 * abs(s.date - p.start_date) + (s.date > p.start_date)::INTEGER) AS baseline,
  arg_min(s.date, 2 * abs(s.date - p.start_date) + (s.date > p.start_date)::INTEGER) AS date
FROM peers AS p JOIN scores AS s ON s.cohort = p.cohort AND s.m = p.m
  AND s.date BETWEEN p.start_date - 90 AND p.start_date + 21
GROUP BY p.peer, s.pupil;

CREATE TEMP TABLE outcomes AS
SELECT p.peer, s.pupil, any_value(b.baseline) AS baseline,
  arg_min(s.rowid, 2 * abs(s.date - p.end_date) + (s.date < p.end_date)::INTEGER) AS outcome
FROM peers AS p JOIN scores AS s ON s.cohort = p.cohort AND s.m = p.m
  AND s.date BETWEEN p.end_date - 21 AND p.end_date + 90 AND s.date <= getvariable('as_of')
JOIN baselines AS b ON b.peer = p.peer AND b.pupil = s.pupil AND s.date > b.date
GROUP BY p.peer, s.pupil;

-- The paired episodes.
CREATE TEMP TABLE paired AS
SELECT e.episode, e.pupil, e.m, p.peer, o.baseline, o.outcome
FROM episodes AS e
JOIN peers AS p ON p.cohort = e.cohort AND p.m = e.m
  AND p.start_date = e.start_date AND p.end_date = e.end_date
JOIN outcomes AS o ON o.peer = p.peer AND o.pupil = e.pupil
WHERE e.has_ended;

-- §5, rules 1-3: classmates are the paired pupils of the cohort without an overlapping episode.
CREATE TEMP TABLE classmates AS
SELECT o.peer, o.pupil, p.m, o.baseline, o.outcome
FROM outcomes AS o JOIN peers AS p ON p.peer = o.peer
WHERE p.start_date <= p.end_date
  AND p.peer IN (SELECT peer FROM paired)
  AND NOT EXISTS (
    SELECT 1 FROM episodes AS e
    WHERE e.pupil = o.pupil AND e.m = p.m
      AND e.start_date <= p.end_date AND e.last_date >= p.start_date);

-- §5, level: the baselines that levels are wanted for; an episode's own support does not count
-- against it, a classmate's (`episode` null) does.
CREATE TEMP TABLE starts AS
SELECT w.baseline, w.episode, s.pupil, s.m, s.date, s.term, s.score, t.mean,
  s.score - t.mean AS above,
  -- Going back stops 400 days before, and at the latest start or end of other support.
  greatest(
    s.date - 399,
    (SELECT max(greatest(
        CASE WHEN e.start_date <= s.date THEN e.start_date END,
        CASE WHEN e.last_date <= s.date THEN e.last_date END))
      FROM episodes AS e
      WHERE e.pupil = s.pupil AND e.m = s.m AND e.episode IS DISTINCT FROM w.episode)) AS earliest
FROM (
  SELECT DISTINCT baseline, NULL::INTEGER AS episode FROM classmates
  UNION ALL SELECT baseline, episode FROM paired) AS w
JOIN scores AS s ON s.rowid = w.baseline
JOIN strata AS t ON t.cohort = s.cohort AND t.m = s.m AND t.term = s.term;

-- §5, level: the two latest usable scores before, each less the mean of its stratum.
CREATE TEMP TABLE levels AS
WITH earlier AS (
  SELECT w.baseline, w.episode, max_by(s.score - t.mean, s.date, 2) AS above
  FROM starts AS w
  JOIN scores AS s ON s.pupil = w.pupil AND s.m = w.m AND s.date < w.date AND s.date >= w.earliest
  JOIN strata AS t ON t.cohort = s.cohort AND t.m = s.m AND t.term = s.term AND t.n >= 5
  GROUP BY w.baseline, w.episode)
SELECT w.baseline, w.episode, w.term, 1 + coalesce(len(e.above), 0) AS n, w.score AS x1,
  w.mean + (w.above + e.above[1]) / 2 AS x2,
  w.mean + (w.above + e.above[1] + e.above[2]) / 3 AS x3
FROM starts AS w
LEFT JOIN earlier AS e ON e.baseline = w.baseline AND e.episode IS NOT DISTINCT FROM w.episode;

CREATE TEMP TABLE classmate_levels AS
SELECT c.peer, c.m, c.baseline, c.outcome, l.term, y.cohort, y.term AS outcome_term,
  y.score AS y, l.n, l.x1, l.x2, l.x3
FROM classmates AS c JOIN levels AS l ON l.baseline = c.baseline AND l.episode IS NULL
JOIN scores AS y ON y.rowid = c.outcome;

-- §5, k_e: the most scores that the pupil has and at least 3 classmates; 0 where even one leaves
-- fewer.
CREATE TEMP TABLE compared AS
WITH counts AS (
  SELECT peer, count(*) AS n1, count(*) FILTER (n >= 2) AS n2, count(*) FILTER (n >= 3) AS n3
  FROM classmate_levels GROUP BY peer)
SELECT p.episode, p.pupil, p.m, p.peer, y.score AS y,
  CASE WHEN l.n >= 3 AND c.n3 >= 3 THEN 3 WHEN l.n >= 2 AND c.n2 >= 3 THEN 2
    WHEN c.n1 >= 3 THEN 1 ELSE 0 END AS k_e,
  greatest(1, k_e) AS k,
  CASE k WHEN 1 THEN l.x1 WHEN 2 THEN l.x2 ELSE l.x3 END AS x
FROM paired AS p
JOIN levels AS l ON l.baseline = p.baseline AND l.episode = p.episode
JOIN scores AS y ON y.rowid = p.outcome
LEFT JOIN counts AS c ON c.peer = p.peer;

-- §5, K_e: the classmates with enough scores, for each number of scores that is used of them.
CREATE TEMP TABLE members AS
SELECT c.* EXCLUDE (n, x1, x2, x3), w.k,
  CASE w.k WHEN 1 THEN c.x1 WHEN 2 THEN c.x2 ELSE c.x3 END AS x
FROM (SELECT DISTINCT peer, k FROM compared) AS w
JOIN classmate_levels AS c ON c.peer = w.peer AND c.n >= w.k;

-- §5, slope and residual variances of each measure and number of scores, over the distinct pairs.
CREATE TEMP TABLE slopes AS
WITH pairs AS (
  SELECT m, k, any_value(cohort) AS cohort, any_value(term) AS term,
    any_value(outcome_term) AS outcome_term, any_value(x) AS x, any_value(y) AS y
  FROM members GROUP BY m, k, baseline, outcome),
within AS (
  SELECT m, k, cohort, term, outcome_term, count(*) AS n,
    regr_sxx(y, x) AS sxx, regr_sxy(y, x) AS sxy, regr_syy(y, x) AS syy
  FROM pairs GROUP BY m, k, cohort, term, outcome_term),
sums AS (
  SELECT m, k, sum(n) AS n, count(*) AS strata, sum(sxx) AS sxx, sum(sxy) AS sxy, sum(syy) AS syy
  FROM within GROUP BY m, k)
SELECT s.m, s.k,
  CASE WHEN s.n >= 10 AND s.sxx > 1e-18 * r.s_m * r.s_m * s.n THEN s.sxy / s.sxx ELSE 1 END AS b,
  CASE WHEN s.n - s.strata > 1
    THEN (s.syy - 2 * b * s.sxy + b * b * s.sxx) / (s.n - s.strata - 1) ELSE 0 END AS v_matched,
  CASE WHEN s.n - s.strata > 0
    THEN (s.syy - 2 * s.sxy + s.sxx) / (s.n - s.strata) ELSE 0 END AS v_growth
FROM sums AS s JOIN reference_sds AS r ON r.m = s.m;

-- §5, M_e: the classmates within 0.25 SD.
CREATE TEMP TABLE similar_pupils AS
SELECT c.episode, k.k, k.baseline, k.outcome, k.x, k.y
FROM compared AS c JOIN reference_sds AS r ON r.m = c.m
JOIN members AS k ON k.peer = c.peer AND k.k = c.k AND abs(k.x - c.x) <= 0.25 * r.s_m
WHERE c.k_e > 0;

-- §5, the two contrasts of each episode.
CREATE TEMP TABLE contrasts AS
WITH near AS (
  SELECT episode, count(*) AS n, avg(x) AS x, avg(y) AS y FROM similar_pupils GROUP BY episode),
every AS (
  SELECT peer, k, count(*) AS n, avg(x) AS x, avg(y) AS y FROM members GROUP BY peer, k)
SELECT c.episode, c.pupil, c.m, c.peer, c.k, a.n AS n_classmates, n.n AS n_similar,
  CASE WHEN n.n >= 3 THEN c.y - (n.y + s.b * (c.x - n.x)) END AS matched,
  (c.y - c.x) - (a.y - a.x) AS growth
FROM compared AS c
JOIN slopes AS s ON s.m = c.m AND s.k = c.k
JOIN every AS a ON a.peer = c.peer AND a.k = c.k
LEFT JOIN near AS n ON n.episode = c.episode
WHERE c.k_e > 0;

-- §5, what is owed to sharing comparison pupils: W_k and the squares of the weights of each pair.
CREATE TEMP TABLE shared_matched AS
WITH weights AS (
  SELECT e.school, e.intervention, e.m, k.k, k.baseline, k.outcome, sum(1 / c.n_similar) AS w,
    sum(1 / (c.n_similar * c.n_similar)) AS squares
  FROM contrasts AS c JOIN episodes AS e ON e.episode = c.episode
  JOIN similar_pupils AS k ON k.episode = c.episode
  WHERE c.matched IS NOT NULL
  GROUP BY e.school, e.intervention, e.m, k.k, k.baseline, k.outcome)
SELECT w.school, w.intervention, w.m, sum(s.v_matched * (w.w * w.w - w.squares)) AS v
FROM weights AS w JOIN slopes AS s ON s.m = w.m AND s.k = w.k
GROUP BY w.school, w.intervention, w.m;

CREATE TEMP TABLE shared_growth AS
-- Episodes with the same classmates give them the same weight.
WITH sets AS (
  SELECT e.school, e.intervention, e.m, c.peer, c.k, count(*) / any_value(c.n_classmates) AS w,
    count(*) / (any_value(c.n_classmates) * any_value(c.n_classmates)) AS squares
  FROM contrasts AS c JOIN episodes AS e ON e.episode = c.episode
  GROUP BY e.school, e.intervention, e.m, c.peer, c.k),
weights AS (
  SELECT t.school, t.intervention, t.m, k.k, k.baseline, k.outcome, sum(t.w) AS w,
    sum(t.squares) AS squares
  FROM sets AS t JOIN members AS k ON k.peer = t.peer AND k.k = t.k
  GROUP BY t.school, t.intervention, t.m, k.k, k.baseline, k.outcome)
SELECT w.school, w.intervention, w.m, sum(s.v_growth * (w.w * w.w - w.squares)) AS v
FROM weights AS w JOIN slopes AS s ON s.m = w.m AND s.k = w.k
GROUP BY w.school, w.intervention, w.m;

-- §5, effects with their variance, and §6: both from 5 pupils with both contrasts on, the growth
-- alone from 5 with that.
COPY (
  WITH ended AS (
    SELECT e.school, e.intervention, e.m, e.pupil, e.episode, p.episode AS paired, c.matched,
      c.growth, avg(c.matched) OVER w AS mean_matched, avg(c.growth) OVER w AS mean_growth
    FROM episodes AS e LEFT JOIN paired AS p ON p.episode = e.episode
    LEFT JOIN contrasts AS c ON c.episode = e.episode
    WHERE e.has_ended
    WINDOW w AS (PARTITION BY e.school, e.intervention, e.m)),
  by_pupil AS (
    SELECT school, intervention, m, pupil, count(*) AS started, count(paired) AS paired,
      count(matched) AS n_matched, count(growth) AS n_growth, any_value(mean_matched) AS matched,
      any_value(mean_growth) AS growth, sum(matched - mean_matched) AS d_matched,
      sum(growth - mean_growth) AS d_growth
    FROM ended GROUP BY school, intervention, m, pupil),
  effects AS (
    SELECT school, intervention, m, sum(started)::BIGINT AS started, sum(paired)::BIGINT AS paired,
      sum(n_matched)::BIGINT AS n_matched, sum(n_growth)::BIGINT AS n_growth,
      count(*) FILTER (n_matched > 0) AS p_matched, count(*) FILTER (n_growth > 0) AS p_growth,
      any_value(matched) AS matched, any_value(growth) AS growth,
      sum(d_matched * d_matched) AS squares_matched, sum(d_growth * d_growth) AS squares_growth
    FROM by_pupil GROUP BY school, intervention, m)
  SELECT e.school, e.intervention, m.measure, e.started, e.paired, e.n_matched, e.n_growth,
    CASE WHEN p_matched >= 5 THEN e.matched END AS matched_effect,
    CASE WHEN p_matched >= 5 THEN (p_matched / (p_matched - 1) * squares_matched + sm.v)
      / (n_matched * n_matched) END AS matched_variance,
    CASE WHEN p_growth >= 5 THEN e.growth END AS growth_effect,
    CASE WHEN p_growth >= 5 THEN (p_growth / (p_growth - 1) * squares_growth + sg.v)
      / (n_growth * n_growth) END AS growth_variance,
    r.s_m AS reference_sd
  FROM effects AS e JOIN measures AS m ON m.m = e.m JOIN reference_sds AS r ON r.m = e.m
  LEFT JOIN shared_matched AS sm
    ON sm.school = e.school AND sm.intervention = e.intervention AND sm.m = e.m
  LEFT JOIN shared_growth AS sg
    ON sg.school = e.school AND sg.intervention = e.intervention AND sg.m = e.m
) TO '$output' (HEADER, DELIMITER ',');
