-- J2: the effects of METHOD §5 at both ends for each school, intervention and measure, over all
-- courses that have ended. j2_duckdb.py runs the parts, which begin with "-- ==", puts in $folder
-- and the like, repeats some of them, and does the algebra of the few fits in numpy.
--
-- The settings are METHOD's own. Higher scores are better on every measure of the data, none is
-- censored, every row of the provision map names its measure and a group, and every pupil is in the
-- pupils file.

-- == read

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
SELECT (row_number() OVER ())::INTEGER AS line, p.pupil, p.cohort, v.school, v.intervention, m.m,
  v.start_date, v.end_date, v.group AS group_name
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
SELECT *, coalesce(end_date <= getvariable('as_of'), false) AS has_ended,
  least(coalesce(end_date, getvariable('as_of')), getvariable('as_of')) AS last_date
FROM map WHERE start_date <= getvariable('as_of');

-- §5: the strata, and the reference SD of each measure.
CREATE TEMP TABLE strata AS
SELECT cohort, m, term, count(*) AS n, avg(score) AS mean, var_pop(score) * count(*) AS squares
FROM scores GROUP BY cohort, m, term;

CREATE TEMP TABLE reference_sds AS
SELECT m.m, coalesce(any_value(m.sd), sqrt(sum(s.squares) / sum(s.n - 1))) AS s_m
FROM measures AS m JOIN strata AS s ON s.m = m.m GROUP BY m.m;

-- §3: the two scores of each episode; of two as near the earlier at the start, the later at the
-- end.
CREATE TEMP TABLE links AS
WITH baselines AS (
  SELECT e.line,
    arg_min(s.date, 2 * abs(s.date - e.start_date) + (s.date > e.start_date)::INTEGER) AS baseline
  FROM episodes AS e JOIN scores AS s ON s.pupil = e.pupil AND s.m = e.m
    AND s.date BETWEEN e.start_date - 90 AND e.start_date + 21
  WHERE e.has_ended GROUP BY e.line),
outcomes AS (
  SELECT e.line,
    arg_min(s.date, 2 * abs(s.date - e.end_date) + (s.date < e.end_date)::INTEGER) AS outcome
  FROM episodes AS e JOIN scores AS s ON s.pupil = e.pupil AND s.m = e.m
    AND s.date BETWEEN e.end_date - 21 AND e.end_date + 90
  LEFT JOIN baselines AS b ON b.line = e.line
  WHERE e.has_ended AND (b.baseline IS NULL OR s.date > b.baseline) GROUP BY e.line)
SELECT e.*, b.baseline, o.outcome
FROM episodes AS e LEFT JOIN baselines AS b ON b.line = e.line
LEFT JOIN outcomes AS o ON o.line = e.line
WHERE e.has_ended;

-- §3: one pair of tests is one course, labelled by its row that ends last.
CREATE TEMP TABLE courses AS
SELECT min(line) AS course, any_value(school) AS school, intervention, m, pupil,
  any_value(cohort) AS cohort, min(start_date) AS start_date, max(end_date) AS end_date,
  arg_max(group_name, (end_date, line)) AS group_name, baseline, outcome, list(line) AS lines
FROM links
GROUP BY pupil, intervention, m, baseline, outcome,
  CASE WHEN baseline IS NULL AND outcome IS NULL THEN line END;

-- Courses with both scores, each with its row of the result and the stretch of days that it shares
-- its free pupils with.
CREATE TEMP TABLE results AS
SELECT (row_number() OVER (ORDER BY school, intervention, m))::INTEGER AS result, *
FROM (SELECT school, intervention, m, count(*) AS started,
    count(*) FILTER (baseline IS NOT NULL AND outcome IS NOT NULL) AS paired
  FROM courses GROUP BY school, intervention, m);

CREATE TEMP TABLE paired AS
SELECT c.*, r.result,
  (dense_rank() OVER (ORDER BY c.cohort, c.m, c.start_date, c.end_date))::INTEGER AS days,
  (dense_rank() OVER (ORDER BY c.intervention, c.school, c.group_name, term_of(c.start_date)))
    ::INTEGER AS shared
FROM courses AS c JOIN results AS r
  ON r.school = c.school AND r.intervention = c.intervention AND r.m = c.m
WHERE c.baseline IS NOT NULL AND c.outcome IS NOT NULL;

-- §5.1: the free pupils of each stretch of days.
CREATE TEMP TABLE free AS
WITH stretches AS (
  SELECT DISTINCT days, cohort, m, start_date, end_date FROM paired),
supported AS (
  SELECT DISTINCT t.days, e.pupil
  FROM stretches AS t JOIN episodes AS e ON e.cohort = t.cohort AND e.m = t.m
    AND e.start_date <= t.end_date AND e.last_date >= t.start_date)
SELECT t.days, p.pupil FROM stretches AS t JOIN pupils AS p ON p.cohort = t.cohort
ANTI JOIN supported AS s ON s.days = t.days AND s.pupil = p.pupil;

-- §5.1: Q, those of them with any score in the time; most have their first or last in it.
CREATE TEMP TABLE tested AS
WITH dates AS (
  SELECT pupil, m, min(date) AS first, max(date) AS last, list(date) AS dates
  FROM scores GROUP BY pupil, m),
spans AS (
  SELECT DISTINCT days, m, baseline, baseline - 400 AS after,
    least(end_date + 90, getvariable('as_of')) AS until FROM paired)
SELECT t.days, t.baseline, f.pupil
FROM spans AS t JOIN free AS f ON f.days = t.days
JOIN dates AS d ON d.pupil = f.pupil AND d.m = t.m
WHERE CASE WHEN d.last <= t.after OR d.first > t.until THEN false
  WHEN d.last <= t.until OR d.first > t.after THEN true
  ELSE len(list_filter(d.dates, lambda day: day > t.after AND day <= t.until)) > 0 END;

-- The pupil's own outcomes, the nearest to the end first.
CREATE TEMP TABLE own_outcomes AS
SELECT p.course, s.date, s.score, row_number() OVER (
    PARTITION BY p.course ORDER BY abs(s.date - p.end_date), s.date DESC) AS place
FROM paired AS p JOIN scores AS s ON s.pupil = p.pupil AND s.m = p.m
  AND s.date BETWEEN p.end_date - 21 AND p.end_date + 90 AND s.date > p.baseline;

-- The pupil's own baselines, the latest first: until 400 days before, or another episode's start or
-- end.
CREATE TEMP TABLE own_baselines AS
WITH earliest AS (
  SELECT p.course, greatest(any_value(p.baseline) - 399, max(greatest(
      CASE WHEN e.start_date <= p.baseline THEN e.start_date END,
      CASE WHEN e.last_date <= p.baseline THEN e.last_date END))) AS earliest
  FROM paired AS p LEFT JOIN episodes AS e ON e.pupil = p.pupil AND e.m = p.m
    AND NOT list_contains(p.lines, e.line)
  GROUP BY p.course)
SELECT p.course, s.date, s.score,
  row_number() OVER (PARTITION BY p.course ORDER BY s.date DESC) AS place
FROM paired AS p JOIN earliest AS e ON e.course = p.course
JOIN scores AS s ON s.pupil = p.pupil AND s.m = p.m
  AND s.date <= p.baseline AND (s.date >= e.earliest OR s.date = p.baseline);

CREATE TEMP TABLE outcome_tries (
  course INTEGER, place BIGINT, pupil INTEGER, y_row BIGINT, y_date DATE, y DOUBLE);
CREATE TEMP TABLE outcomes (course INTEGER, place BIGINT, n BIGINT);
CREATE TEMP TABLE counts (course INTEGER, n BIGINT);

-- Who of the free pupils is tested at all.
INSERT INTO counts
SELECT p.course, t.n FROM paired AS p JOIN (
  SELECT days, baseline, count(*) AS n FROM tested GROUP BY days, baseline) AS t
  ON t.days = p.days AND t.baseline = p.baseline;

-- == outcome
-- §5.1 step 1: who has a test near the outcome in place $place of the courses that look for one.

CREATE OR REPLACE TEMP TABLE wanted AS
SELECT c.course, c.n, p.cohort, p.m, p.days, p.baseline, o.date
FROM counts AS c JOIN own_outcomes AS o ON o.course = c.course AND o.place = $place
JOIN paired AS p ON p.course = c.course
ANTI JOIN outcomes AS found ON found.course = c.course;

CREATE OR REPLACE TEMP TABLE near AS
SELECT w.m, w.date, s.pupil,
  arg_min(s.rowid, 2 * abs(s.date - w.date) + (s.date < w.date)::INTEGER) AS y_row
FROM (SELECT DISTINCT cohort, m, date FROM wanted) AS w
JOIN scores AS s ON s.cohort = w.cohort AND s.m = w.m
  AND s.date BETWEEN w.date - 45 AND w.date + 45
GROUP BY w.m, w.date, s.pupil;

INSERT INTO outcome_tries
SELECT w.course, $place, t.pupil, n.y_row, s.date, s.score
FROM wanted AS w JOIN tested AS t ON t.days = w.days AND t.baseline = w.baseline
JOIN near AS n ON n.m = w.m AND n.date = w.date AND n.pupil = t.pupil
JOIN scores AS s ON s.rowid = n.y_row;

INSERT INTO outcomes
SELECT w.course, $place, t.n
FROM wanted AS w JOIN (
  SELECT course, count(*) AS n FROM outcome_tries WHERE place = $place GROUP BY course) AS t
  ON t.course = w.course
WHERE t.n >= 3 AND 2 * t.n >= w.n;

-- == outcomes
-- Of the others the place with the most, the first of two.

INSERT INTO outcomes
SELECT course, arg_min(place, (-n, place)), max(n) FROM (
  SELECT course, place, count(*) AS n FROM outcome_tries AS t
  ANTI JOIN outcomes AS found ON found.course = t.course
  GROUP BY course, place)
GROUP BY course HAVING max(n) >= 3;

CREATE TEMP TABLE c AS
SELECT t.* EXCLUDE (place) FROM outcome_tries AS t JOIN outcomes AS o
  ON o.course = t.course AND o.place = t.place;
DROP TABLE outcome_tries;

CREATE TEMP TABLE baseline_tries (
  course INTEGER, place BIGINT, pupil INTEGER, x_row BIGINT, x_date DATE, y_row BIGINT, y DOUBLE);
CREATE TEMP TABLE baselines (course INTEGER, place BIGINT, n BIGINT);

-- == baseline
-- §5.1 step 2: the same with the baseline in place $place, dated before each one's outcome.

CREATE OR REPLACE TEMP TABLE wanted AS
SELECT c.course, c.n, p.cohort, p.m, b.date
FROM outcomes AS c JOIN own_baselines AS b ON b.course = c.course AND b.place = $place
JOIN paired AS p ON p.course = c.course
ANTI JOIN baselines AS found ON found.course = c.course;

CREATE OR REPLACE TEMP TABLE near AS
SELECT w.m, w.date, s.pupil,
  arg_min(s.rowid, 2 * abs(s.date - w.date) + (s.date > w.date)::INTEGER) AS x_row
FROM (SELECT DISTINCT cohort, m, date FROM wanted) AS w
JOIN scores AS s ON s.cohort = w.cohort AND s.m = w.m
  AND s.date BETWEEN w.date - 45 AND w.date + 45
GROUP BY w.m, w.date, s.pupil;

CREATE OR REPLACE TEMP TABLE hits AS
SELECT w.course, w.m, w.date, c.pupil, c.y_row, c.y_date, c.y, n.x_row, s.date AS x_date
FROM wanted AS w JOIN c ON c.course = w.course
JOIN near AS n ON n.m = w.m AND n.date = w.date AND n.pupil = c.pupil
JOIN scores AS s ON s.rowid = n.x_row;

INSERT INTO baseline_tries
SELECT course, $place, pupil, x_row, x_date, y_row, y FROM hits WHERE x_date < y_date
UNION ALL
-- The nearest is no earlier than the outcome: the nearest of those that are.
SELECT h.course, $place, h.pupil,
  arg_min(s.rowid, 2 * abs(s.date - h.date) + (s.date > h.date)::INTEGER),
  arg_min(s.date, 2 * abs(s.date - h.date) + (s.date > h.date)::INTEGER),
  any_value(h.y_row), any_value(h.y)
FROM hits AS h JOIN scores AS s ON s.pupil = h.pupil AND s.m = h.m
  AND s.date BETWEEN h.date - 45 AND h.date + 45 AND s.date < h.y_date
WHERE h.x_date >= h.y_date GROUP BY h.course, h.pupil;

INSERT INTO baselines
SELECT w.course, $place, t.n
FROM wanted AS w JOIN (
  SELECT course, count(*) AS n FROM baseline_tries WHERE place = $place GROUP BY course) AS t
  ON t.course = w.course
WHERE t.n >= 3 AND 2 * t.n >= w.n;

-- == baselines
-- Of the others the place with the most; K, and how far back each one's scores are usable.

INSERT INTO baselines
SELECT course, arg_min(place, (-n, place)), max(n) FROM (
  SELECT course, place, count(*) AS n FROM baseline_tries AS t
  ANTI JOIN baselines AS found ON found.course = t.course
  GROUP BY course, place)
GROUP BY course HAVING max(n) >= 3;

CREATE TEMP TABLE starts AS
WITH used AS (
  SELECT DISTINCT t.x_row, s.pupil, s.m, s.date
  FROM baseline_tries AS t JOIN baselines AS b ON b.course = t.course AND b.place = t.place
  JOIN scores AS s ON s.rowid = t.x_row)
SELECT u.x_row, any_value(u.pupil) AS pupil, any_value(u.m) AS m, any_value(u.date) AS date,
  greatest(any_value(u.date) - 399, max(greatest(
    CASE WHEN e.start_date <= u.date THEN e.start_date END,
    CASE WHEN e.last_date <= u.date THEN e.last_date END))) AS earliest
FROM used AS u LEFT JOIN episodes AS e ON e.pupil = u.pupil AND e.m = u.m
GROUP BY u.x_row;

CREATE TEMP TABLE k AS
SELECT t.course, t.pupil, t.y_row, t.y, t.x_row AS row1, NULL::BIGINT AS row2,
  NULL::BIGINT AS row3, t.x_date AS last, s.earliest, 1 AS n
FROM baseline_tries AS t JOIN baselines AS b ON b.course = t.course AND b.place = t.place
JOIN starts AS s ON s.x_row = t.x_row;
DROP TABLE baseline_tries;

-- The courses' own sittings, and their earlier scores: usable from t_1 back.
CREATE TEMP TABLE own AS
SELECT p.course, p.result, p.pupil, p.cohort, p.m, p.shared, b.n AS n_classmates,
  t.date AS date1, t.score AS x1, NULL::DOUBLE AS x2, NULL::DOUBLE AS x3, o.score AS y, 1 AS n
FROM baselines AS b JOIN paired AS p ON p.course = b.course
JOIN own_baselines AS t ON t.course = b.course AND t.place = b.place
JOIN outcomes AS f ON f.course = b.course
JOIN own_outcomes AS o ON o.course = b.course AND o.place = f.place;

CREATE TEMP TABLE own_earlier AS
WITH earliest AS (
  SELECT o.course, greatest(any_value(o.date1) - 399, max(greatest(
      CASE WHEN e.start_date <= o.date1 THEN e.start_date END,
      CASE WHEN e.last_date <= o.date1 THEN e.last_date END))) AS earliest
  FROM own AS o JOIN paired AS p ON p.course = o.course
  LEFT JOIN episodes AS e ON e.pupil = o.pupil AND e.m = o.m
    AND NOT list_contains(p.lines, e.line)
  GROUP BY o.course)
SELECT o.course, s.date, s.score,
  row_number() OVER (PARTITION BY o.course ORDER BY s.date DESC) AS place
FROM own AS o JOIN earliest AS e ON e.course = o.course
JOIN scores AS s ON s.pupil = o.pupil AND s.m = o.m
  AND s.date < o.date1 AND s.date >= e.earliest;

-- == earlier
-- §5.1 step 3: the earlier score in place $place, where fewer than 3 scores are used; it is used if
-- enough classmates have a usable score near it.

CREATE OR REPLACE TEMP TABLE wanted AS
SELECT o.course, o.n, o.n_classmates, o.cohort, o.m, e.date, e.score
FROM own AS o JOIN own_earlier AS e ON e.course = o.course AND e.place = $place WHERE o.n < 3;

CREATE OR REPLACE TEMP TABLE near AS
SELECT w.m, w.date, s.pupil,
  arg_min(s.rowid, 2 * abs(s.date - w.date) + (s.date > w.date)::INTEGER) AS x_row
FROM (SELECT DISTINCT cohort, m, date FROM wanted) AS w
JOIN scores AS s ON s.cohort = w.cohort AND s.m = w.m
  AND s.date BETWEEN w.date - 45 AND w.date + 45
GROUP BY w.m, w.date, s.pupil;

CREATE OR REPLACE TEMP TABLE hits AS
WITH all_hits AS (
  SELECT w.course, w.m, w.n AS used, w.date, k.pupil, k.n, k.last, k.earliest, n.x_row,
    s.date AS x_date
  FROM wanted AS w JOIN k ON k.course = w.course
  JOIN near AS n ON n.m = w.m AND n.date = w.date AND n.pupil = k.pupil
  JOIN scores AS s ON s.rowid = n.x_row)
SELECT course, used, n, pupil, x_row, x_date FROM all_hits
WHERE x_date < last AND x_date >= earliest
UNION ALL
SELECT h.course, any_value(h.used), any_value(h.n), h.pupil,
  arg_min(s.rowid, 2 * abs(s.date - h.date) + (s.date > h.date)::INTEGER),
  arg_min(s.date, 2 * abs(s.date - h.date) + (s.date > h.date)::INTEGER)
FROM all_hits AS h JOIN scores AS s ON s.pupil = h.pupil AND s.m = h.m
  AND s.date BETWEEN h.date - 45 AND h.date + 45 AND s.date < h.last AND s.date >= h.earliest
WHERE h.x_date >= h.last OR h.x_date < h.earliest GROUP BY h.course, h.pupil;

CREATE OR REPLACE TEMP TABLE used AS
SELECT w.course, w.score FROM wanted AS w JOIN (
  SELECT course, count(*) AS n FROM hits GROUP BY course) AS h ON h.course = w.course
WHERE h.n >= 3 AND 2 * h.n >= w.n_classmates;

CREATE OR REPLACE TEMP TABLE k AS
SELECT k.* EXCLUDE (row2, row3, last, n),
  CASE WHEN k.n = 1 THEN h.x_row ELSE k.row2 END AS row2,
  CASE WHEN k.n = 2 AND h.x_row IS NOT NULL THEN h.x_row ELSE k.row3 END AS row3,
  coalesce(h.x_date, k.last) AS last, k.n + (h.x_row IS NOT NULL)::INTEGER AS n
FROM k LEFT JOIN (
  SELECT h.* FROM hits AS h SEMI JOIN used AS u ON u.course = h.course WHERE h.n = h.used) AS h
  ON h.course = k.course AND h.pupil = k.pupil;

UPDATE own SET x2 = CASE WHEN own.n = 1 THEN used.score ELSE x2 END,
  x3 = CASE WHEN own.n = 2 THEN used.score ELSE x3 END, n = own.n + 1
FROM used WHERE used.course = own.course;

-- == pairs
-- §5.1, another subject: of each measure the mean of the last three deviations, then the mean of
-- the measures.

CREATE TEMP TABLE deviations AS
WITH sizes AS (SELECT cohort, m, count(DISTINCT pupil) AS n FROM scores GROUP BY cohort, m)
SELECT s.pupil, s.m, s.date, (s.score - t.mean) / r.s_m AS deviation
FROM scores AS s JOIN strata AS t ON t.cohort = s.cohort AND t.m = s.m AND t.term = s.term
JOIN sizes AS z ON z.cohort = s.cohort AND z.m = s.m
JOIN reference_sds AS r ON r.m = s.m
WHERE t.n >= 5 AND 2 * t.n >= z.n;

CREATE TEMP TABLE others AS
WITH wanted AS (
  SELECT pupil, m, date FROM starts UNION SELECT pupil, m, date1 FROM own)
SELECT pupil, m, date, avg(level) AS o FROM (
  SELECT w.pupil, w.m, w.date, list_avg(max_by(d.deviation, d.date, 3)) AS level
  FROM wanted AS w JOIN deviations AS d ON d.pupil = w.pupil AND d.m <> w.m
    AND d.date > w.date - 400 AND d.date <= w.date + 21
  GROUP BY w.pupil, w.m, w.date, d.m)
GROUP BY pupil, m, date;

-- What classmates of several courses share: the scores used, with the numbers of the pairs on 1, 2
-- and 3 of them.
CREATE TEMP TABLE sittings AS
SELECT (row_number() OVER ())::INTEGER AS sitting, *,
  CASE WHEN row2 IS NOT NULL THEN (dense_rank() OVER (ORDER BY row1, y_row, row2))::INTEGER END
    AS pair2,
  (dense_rank() OVER (ORDER BY row1, y_row))::INTEGER AS pair1
FROM (SELECT row1, row2, row3, y_row, any_value(n) AS n FROM k GROUP BY row1, row2, row3, y_row);

CREATE TEMP TABLE scored AS
SELECT t.*, a.m, a.cohort, a.term AS term1, b.term AS term2, c.term AS term3, y.term AS term_y,
  a.score AS x1, b.score AS x2, c.score AS x3, o.o, y.score AS y
FROM sittings AS t JOIN scores AS a ON a.rowid = t.row1
LEFT JOIN scores AS b ON b.rowid = t.row2 LEFT JOIN scores AS c ON c.rowid = t.row3
JOIN scores AS y ON y.rowid = t.y_row
LEFT JOIN others AS o ON o.pupil = a.pupil AND o.m = a.m AND o.date = a.date;

CREATE TEMP TABLE members AS
SELECT k.course, t.sitting
FROM k JOIN sittings AS t ON t.row1 = k.row1 AND t.y_row = k.y_row
  AND t.row2 IS NOT DISTINCT FROM k.row2 AND t.row3 IS NOT DISTINCT FROM k.row3;
DROP TABLE k;

ALTER TABLE own ADD COLUMN o DOUBLE;
UPDATE own SET o = others.o FROM others
WHERE others.pupil = own.pupil AND others.m = own.m AND others.date = own.date1;

-- == pairs of a fit
-- §5.2: the distinct pairs on $k scores of measure $m, with their strata.

SELECT x1, x2, x3, o, y,
  (dense_rank() OVER (ORDER BY cohort, $terms, term_y))::INTEGER - 1 AS stratum
FROM (
  SELECT any_value(cohort) AS cohort, any_value(term1) AS term1, any_value(term2) AS term2,
    any_value(term3) AS term3, any_value(term_y) AS term_y, any_value(x1) AS x1,
    any_value(x2) AS x2, any_value(x3) AS x3, any_value(o) AS o, any_value(y) AS y
  FROM scored WHERE m = $m AND n >= $k GROUP BY y_row, $rows);

-- == contrasts
-- §5.3: of each course the fit, the best first that enough classmates have the scores for.

CREATE TEMP TABLE chosen AS
WITH counts AS (
  SELECT b.course, count(*) AS k1, count(*) FILTER (s.n >= 2) AS k2,
    count(*) FILTER (s.n >= 3) AS k3, count(*) FILTER (s.o IS NOT NULL) AS o1,
    count(*) FILTER (s.n >= 2 AND s.o IS NOT NULL) AS o2,
    count(*) FILTER (s.n >= 3 AND s.o IS NOT NULL) AS o3
  FROM members AS b JOIN scored AS s ON s.sitting = b.sitting GROUP BY b.course)
SELECT o.course, arg_min(f.fit, (1 - f.w, -f.k)) AS fit
FROM own AS o JOIN counts AS c ON c.course = o.course
JOIN fits AS f ON f.m = o.m AND f.k <= o.n AND (f.w = 0 OR o.o IS NOT NULL)
WHERE CASE f.w WHEN 0 THEN [k1, k2, k3][f.k] ELSE [o1, o2, o3][f.k] END
  >= greatest(3, o.n_classmates / 2)
GROUP BY o.course;

-- K_e, with the prediction of each and the pair that it is.
CREATE TEMP TABLE compared AS
SELECT c.course, c.fit, s.x1, s.x2, s.x3, s.o, s.y,
  f.a1 * s.x1 + f.a2 * CASE WHEN f.k > 1 THEN s.x2 ELSE 0 END
    + f.a3 * CASE WHEN f.k > 2 THEN s.x3 ELSE 0 END + f.ao * CASE f.w WHEN 1 THEN s.o ELSE 0 END
    AS prediction,
  CASE f.k WHEN 1 THEN s.pair1 WHEN 2 THEN s.pair2 ELSE s.sitting END AS pair
FROM chosen AS c JOIN fits AS f ON f.fit = c.fit
JOIN members AS b ON b.course = c.course JOIN scored AS s ON s.sitting = b.sitting
WHERE s.n >= f.k AND (f.w = 0 OR s.o IS NOT NULL);

CREATE TEMP TABLE means AS
SELECT course, count(*) AS n, avg(x1) AS x1, avg(x2) AS x2, avg(x3) AS x3, avg(o) AS o,
  avg(y) AS y, avg(prediction) AS prediction
FROM compared GROUP BY course;

CREATE TEMP TABLE spreads AS
SELECT course, min(f, 3)[3] AS third_least, max(f, 3)[3] AS third_most,
  avg(greatest(-f - 1, 0)) AS low, avg(greatest(f - 1, 0)) AS high
FROM (
  SELECT k.course, (k.prediction - m.prediction) / f.s_u AS f
  FROM compared AS k JOIN means AS m ON m.course = k.course JOIN fits AS f ON f.fit = k.fit)
GROUP BY course;

CREATE TEMP TABLE contrasts AS
WITH distances AS (
  SELECT o.course, o.result, o.pupil, o.shared, c.fit, o.y - m.y AS y, o.x1 - m.x1 AS d1,
    CASE WHEN f.k > 1 THEN o.x2 - m.x2 ELSE 0 END AS d2,
    CASE WHEN f.k > 2 THEN o.x3 - m.x3 ELSE 0 END AS d3,
    CASE f.w WHEN 1 THEN o.o - m.o ELSE 0 END AS d_o, m.n
  FROM own AS o JOIN chosen AS c ON c.course = o.course JOIN fits AS f ON f.fit = c.fit
  JOIN means AS m ON m.course = o.course),
bends AS (
  SELECT d.*, (d1 * f.a1 + d2 * f.a2 + d3 * f.a3 + d_o * f.ao) / f.s_u AS away,
    greatest(-away - 1, 0) - s.low - f.lambda1 * away AS q1,
    greatest(away - 1, 0) - s.high - f.lambda2 * away AS q2,
    greatest(0, s.third_least - away, away - s.third_most) AS xi
  FROM distances AS d JOIN fits AS f ON f.fit = d.fit JOIN spreads AS s ON s.course = d.course)
SELECT b.*, b.y - (d1 * f.a1 + d2 * f.a2 + d3 * f.a3 + d_o * f.ao)
    - (q1 * f.kappa_a1 + q2 * f.kappa_a2) AS delta,
  b.y - (d1 * f.b1 + d2 * f.b2 + d3 * f.b3) - (q1 * f.kappa_b1 + q2 * f.kappa_b2) AS gamma,
  f.v_a * least(2.5, greatest(0.5, 1 + f.slope_a * b.away)) AS v_delta,
  f.v_b * least(2.5, greatest(0.5, 1 + f.slope_b * b.away)) AS v_gamma
FROM bends AS b JOIN fits AS f ON f.fit = b.fit;

-- §5.4: what the courses of each result share of their classmates, fit by fit.
CREATE TEMP TABLE shared_classmates AS
SELECT result, fit, sum(w * w) AS w FROM (
  SELECT c.result, k.fit, k.pair, sum(1 / m.n) AS w
  FROM compared AS k JOIN means AS m ON m.course = k.course
  JOIN contrasts AS c ON c.course = k.course
  GROUP BY c.result, k.fit, k.pair)
GROUP BY result, fit;

-- Sums of each result over pupils, groups and courses.
CREATE TEMP TABLE sums AS
WITH effects AS (
  SELECT result, avg(delta) AS delta, avg(gamma) AS gamma, count(*) AS n,
    count(DISTINCT pupil) AS pupils, sum(v_delta) AS v_delta, sum(v_gamma) AS v_gamma,
    sum(away) AS away, coalesce(sum(xi) FILTER (away < 0), 0) AS xi_low,
    coalesce(sum(xi) FILTER (away >= 0), 0) AS xi_high
  FROM contrasts GROUP BY result),
own_squares AS (
  SELECT result, sum(delta * delta) AS delta, sum(gamma * gamma) AS gamma FROM (
    SELECT c.result, c.pupil, sum(c.delta - e.delta) AS delta, sum(c.gamma - e.gamma) AS gamma
    FROM contrasts AS c JOIN effects AS e ON e.result = c.result GROUP BY c.result, c.pupil)
  GROUP BY result),
group_squares AS (
  SELECT result, sum(n * n) AS n FROM (
    SELECT result, shared, count(*) AS n FROM contrasts GROUP BY result, shared) GROUP BY result)
SELECT e.*, o.delta AS own_delta, o.gamma AS own_gamma, g.n AS groups
FROM effects AS e JOIN own_squares AS o ON o.result = e.result
JOIN group_squares AS g ON g.result = e.result;

-- == sums of fits
SELECT c.result, c.fit, count(*) AS n, sum(d1) AS d1, sum(d2) AS d2, sum(d3) AS d3,
  sum(d_o) AS d_o, sum(q1) AS q1, sum(q2) AS q2, avg(away) AS away, any_value(s.w) AS w
FROM contrasts AS c JOIN shared_classmates AS s ON s.result = c.result AND s.fit = c.fit
GROUP BY c.result, c.fit;

-- == write
-- §5.4: V of both ends, and the effects of at least 5 pupils.

COPY (
  SELECT r.school, r.intervention, m.measure, r.started, r.paired, coalesce(s.n, 0) AS used,
    CASE WHEN pupils >= 5 THEN s.delta END AS score_effect,
    CASE WHEN pupils >= 5 THEN sqrt((((30 * v_delta + pupils * own_delta) / (29 + pupils)
      + p.rest_a + 0.01 * s_m * s_m * groups) * p.nu / (p.nu - 2) + far) / (s.n * s.n)) END
      AS score_error,
    CASE WHEN pupils >= 5 THEN s.gamma END AS need_effect,
    CASE WHEN pupils >= 5 THEN sqrt((((30 * v_gamma + pupils * own_gamma) / (29 + pupils)
      + p.rest_b + 0.01 * s_m * s_m * groups) * p.nu / (p.nu - 2) + far) / (s.n * s.n)) END
      AS need_error,
    d.s_m AS reference_sd
  FROM results AS r JOIN measures AS m ON m.m = r.m JOIN reference_sds AS d ON d.m = r.m
  LEFT JOIN sums AS s ON s.result = r.result
  LEFT JOIN parts AS p ON p.result = r.result,
  LATERAL (
    SELECT s_m * s_m * 0.0225
      * (away * away / (1 + p.far_out / 4) + xi_low * xi_low + xi_high * xi_high) AS far) AS v
) TO '$output' (HEADER, DELIMITER ',');
