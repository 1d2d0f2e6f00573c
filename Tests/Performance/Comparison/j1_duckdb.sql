-- J1: each episode's baseline and outcome (METHOD §3), and the gains of each intervention, TA and
-- TA group. $folder and $output are put in by j1_duckdb.py.
--
-- The as-of date is the last date of all files: no date lies after it, so it excludes nothing here,
-- and an episode has ended if it has an end date.

CREATE TEMP TABLE episodes AS
SELECT row_number() OVER () AS episode, *
FROM read_csv(
  '$folder/provision-map.csv', header = true, auto_detect = false, delim = ',', quote = '"',
  columns = {
    'school': 'VARCHAR', 'pupil_id': 'VARCHAR', 'intervention': 'VARCHAR', 'start_date': 'DATE',
    'end_date': 'DATE', 'measure': 'VARCHAR', 'group': 'VARCHAR', 'ta': 'VARCHAR'})
WHERE end_date IS NOT NULL;

-- DuckDB does not know how long a CSV file is and would put the tracking file's rows into the hash
-- table: as written, the episodes are put there, which is a third faster.
SET disabled_optimizers = 'join_order,build_side_probe_side';
SET preserve_insertion_order = false;

-- The scores within either window of an episode: one pass over the tracking file.
CREATE TEMP TABLE candidates AS
SELECT e.episode, e.start_date, e.end_date, t.date, t.score
FROM read_csv(
  '$folder/tracking.csv', header = true, auto_detect = false, delim = ',', quote = '"',
  columns = {
    'school': 'VARCHAR', 'pupil_id': 'VARCHAR', 'date': 'DATE', 'measure': 'VARCHAR',
    'score': 'DOUBLE'}) AS t
JOIN episodes AS e
  ON t.school = e.school AND t.pupil_id = e.pupil_id AND t.measure = e.measure
WHERE t.date BETWEEN e.start_date - 90 AND e.start_date + 21
   OR t.date BETWEEN e.end_date - 21 AND e.end_date + 90;

COPY (
  -- The nearest to the start; of two as near the earlier: distances count twice, and one more
  -- after.
  WITH baselines AS (
    SELECT episode,
      arg_min(date, 2 * abs(date - start_date) + (date > start_date)::INTEGER) AS date,
      arg_min(score, 2 * abs(date - start_date) + (date > start_date)::INTEGER) AS score
    FROM candidates
    WHERE date BETWEEN start_date - 90 AND start_date + 21
    GROUP BY episode),
  -- The nearest to the end and after the baseline; of two as near the later.
  gains AS (
    SELECT c.episode,
      arg_min(c.score, 2 * abs(c.date - c.end_date) + (c.date < c.end_date)::INTEGER)
        - any_value(b.score) AS gain
    FROM candidates AS c JOIN baselines AS b ON c.episode = b.episode
    WHERE c.date BETWEEN c.end_date - 21 AND c.end_date + 90 AND c.date > b.date
    GROUP BY c.episode),
  linked AS (
    SELECT e.*, g.gain FROM episodes AS e LEFT JOIN gains AS g ON e.episode = g.episode)
  SELECT school,
    CASE WHEN grouping("group") = 0 THEN 'group' WHEN grouping(ta) = 0 THEN 'ta'
      ELSE 'intervention' END AS kind,
    CASE WHEN grouping("group") = 0 THEN "group" WHEN grouping(ta) = 0 THEN ta
      ELSE intervention END AS unit,
    CASE WHEN grouping(ta) = 0 THEN '' ELSE intervention END AS intervention,
    measure, count(*) AS started, count(gain) AS paired, avg(gain) AS mean_gain,
    stddev_samp(gain) AS sd_gain
  FROM linked
  GROUP BY GROUPING SETS (
    (school, intervention, measure), (school, ta, measure),
    (school, "group", intervention, measure))
) TO '$output' (HEADER, DELIMITER ',');
