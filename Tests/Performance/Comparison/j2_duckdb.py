"""J2 in DuckDB: python j2_duckdb.py FOLDER OUTPUT THREADS

j2_duckdb.sql does what grows with the school; the algebra of the fits, of which there are six a
measure, is numpy's.
"""

import pathlib
import re
import string
import sys

import duckdb
import numpy as np

from timing import Work

PRIORS, MIN_DF, BEND, MIN_SPREAD = 3, 10, 0.40, 0.10


class Parts:
    """The parts of the SQL file, by name."""

    def __init__(self, connection):
        text = pathlib.Path(__file__).with_name("j2_duckdb.sql").read_text()
        found = re.split(r"^-- == (.*)\n", text, flags=re.MULTILINE)
        self.parts = dict(zip(found[1::2], found[2::2]))
        self.connection = connection

    def run(self, name, **values):
        return self.connection.execute(string.Template(self.parts[name]).substitute(values))

    def repeat(self, name, table, left):
        """Runs a part for each place in a table as long as courses are left that want it."""
        places = self.number(f"SELECT coalesce(max(place), 0) FROM {table}")
        for place in range(1, places + 1):
            if not self.number(left):
                break
            self.run(name, place=place)

    def number(self, query):
        return self.connection.execute(query).fetchone()[0]


def bends(f):
    return np.stack([np.maximum(-f - 1, 0), np.maximum(f - 1, 0)], axis=-1)


class Fit:
    """METHOD §5.2: the two predictions of one measure, number of scores and use of o."""

    def __init__(self, m, k, w, pairs, sd):
        """`exists` says whether there is one."""
        self.m, self.k, self.w = m, k, w
        used = [pairs[f"x{place + 1}"] for place in range(k)] + ([pairs["o"]] if w else [])
        self.exists = False
        if len(pairs["y"]) == 0:
            return
        stratum = np.unique(pairs["stratum"], return_inverse=True)[1]
        sizes = np.bincount(stratum)

        def centred(values):
            return values - (np.bincount(stratum, values) / sizes)[stratum]

        z, y = np.stack([centred(x) for x in used], axis=-1), centred(pairs["y"])
        count, p = z.shape
        self.nu = nu = count - len(sizes)
        if nu < MIN_DF:
            return
        s, c = z.T @ z / nu, z.T @ y / nu
        if np.linalg.cond(s) > 1e8:
            return
        self.inverse, self.own_inverse = np.linalg.inv(s), np.linalg.inv(s[:k, :k])
        a, b = self.inverse @ c, self.need_end(s[:k, :k], c[:k])
        prediction = z @ a
        self.s_u = s_u = np.sqrt(prediction @ prediction / count)
        if s_u <= 1e-9 * sd:
            return
        f = prediction / s_u
        phi = bends(f)
        g = np.stack([centred(phi[:, 0]), centred(phi[:, 1])], axis=-1)
        self.bend_slopes = g.T @ f / (f @ f)
        h = g - np.outer(f, self.bend_slopes)
        floor = (MIN_SPREAD * sd) ** 2
        r = y - prediction
        s2 = max(r @ r / (nu - p), floor)
        self.g = np.linalg.inv(h.T @ h / s2 + np.eye(2) / (BEND * sd) ** 2)
        kappa = self.g @ (h.T @ r) / s2
        self.distances = np.sort(f)
        self.a = np.zeros(4)
        self.a[:k], self.a[3] = a[:k], a[k] if w else 0
        self.b = np.zeros(4)
        self.b[:k] = b
        ends = [(r, kappa, p), (y - z[:, :k] @ b, np.minimum(kappa, 0), k)]
        self.kappa, self.variance, self.slope = [], [], []
        for r, kappa, free in ends:
            r = r - h @ kappa
            s2 = max(r @ r / (nu - free - 1), floor)
            self.kappa.append(kappa)
            self.variance.append(s2)
            self.slope.append(f @ (r * r) / (f @ f) / s2)
        self.exists = True

    def need_end(self, s, c):
        """B, with which a pupil of low true level is expected to stay low."""
        if self.k == 1:
            return np.ones(1)
        a0 = self.own_inverse @ c
        below = c[1:].sum()
        error = s[0, 0] - c[0] * s[0, 1:].sum() / below if below > 0 else 0.2 * s[0, 0]
        error = min(max(error, 0.05 * s[0, 0]), 0.5 * s[0, 0])
        q = s[:, 0].copy()
        q[0] -= error
        return a0 + self.own_inverse @ q * (c[0] - a0 @ q) / (q @ self.own_inverse @ q)

    def row(self, number):
        """The columns of the table `fits`."""
        return [
            number, self.m, self.k, self.w, self.s_u, *self.a, *self.b[:3], *self.bend_slopes,
            *self.kappa[0], *self.kappa[1], *self.variance, *self.slope]

    def far_out(self, f):
        """How many pairs lie as far out, for each of some distances."""
        low = np.searchsorted(self.distances, f + 1e-9, side="right")
        high = len(self.distances) - np.searchsorted(self.distances, f - 1e-9, side="left")
        return np.where(f < 0, low, high)

    def error(self, sums, end):
        """V_C + V_F of the fit at an end, for some sums over its courses."""
        inverse, size = np.zeros((4, 4)), self.k + (self.w if end == 0 else 0)
        own = self.inverse if end == 0 else self.own_inverse
        places = list(range(self.k)) + ([3] if size > self.k else [])
        inverse[np.ix_(places, places)] = own
        x = np.stack([sums[name] for name in ("d1", "d2", "d3", "d_o")], axis=-1)
        q = np.stack([sums["q1"], sums["q2"]], axis=-1)
        form = np.einsum("ni,ij,nj->n", x, inverse, x)
        return (self.variance[end] * (sums["w"] + form / self.nu)
                + np.einsum("ni,ij,nj->n", q, self.g, q))


FITS = """CREATE TEMP TABLE fits (
  fit INTEGER, m TINYINT, k INTEGER, w INTEGER, s_u DOUBLE, a1 DOUBLE, a2 DOUBLE, a3 DOUBLE,
  ao DOUBLE, b1 DOUBLE, b2 DOUBLE, b3 DOUBLE, lambda1 DOUBLE, lambda2 DOUBLE, kappa_a1 DOUBLE,
  kappa_a2 DOUBLE, kappa_b1 DOUBLE, kappa_b2 DOUBLE, v_a DOUBLE, v_b DOUBLE, slope_a DOUBLE,
  slope_b DOUBLE)"""


def plain(columns):
    """Columns as arrays of numbers, an absent one as NaN."""
    return {
        name: np.ma.filled(np.ma.asarray(column, dtype=float), np.nan)
        for name, column in columns.items()}


def make_fits(parts):
    """All fits that exist, in the table `fits` by their places in the list."""
    fits = []
    for m, sd in parts.connection.execute("SELECT m, s_m FROM reference_sds ORDER BY m").fetchall():
        for k in range(1, PRIORS + 1):
            numbers = range(1, k + 1)
            pairs = plain(parts.run(
                "pairs of a fit", m=m, k=k, terms=", ".join(f"term{n}" for n in numbers),
                rows=", ".join(f"row{n}" for n in numbers)).fetchnumpy())
            for w in (0, 1):
                having = ~np.isnan(pairs["o"]) if w else slice(None)
                chosen = {name: column[having] for name, column in pairs.items()}
                fit = Fit(m, k, w, chosen, sd)
                if fit.exists:
                    fits.append(fit)
    parts.connection.execute(FITS)
    for number, fit in enumerate(fits):
        row = [float(value) for value in fit.row(number)]
        parts.connection.execute(f"INSERT INTO fits VALUES ({', '.join('?' * len(row))})", row)
    return fits


def parts_of_fits(parts, fits):
    """The table `parts`: what V owes to the fits of each result, ν and N_D."""
    sums = plain(parts.run("sums of fits").fetchnumpy())
    result = sums["result"].astype(int)
    found, place = np.unique(result, return_inverse=True)
    n, courses = sums["n"], np.bincount(place, sums["n"])
    rest = np.zeros((2, len(result)))
    far_out, nu = np.zeros(len(result)), np.zeros(len(result))
    for number, fit in enumerate(fits):
        own = sums["fit"] == number
        of_fit = {name: column[own] for name, column in sums.items()}
        rest[:, own] = [fit.error(of_fit, end) for end in (0, 1)]
        far_out[own] = fit.far_out(of_fit["away"])
        nu[own] = fit.nu
    least = np.full(len(found), np.inf)
    np.minimum.at(least, place, nu)
    columns = [
        found, np.bincount(place, rest[0]), np.bincount(place, rest[1]), least,
        np.bincount(place, n / courses[place] * far_out)]
    parts.connection.execute(
        "CREATE TEMP TABLE parts AS SELECT unnest(?) AS result, unnest(?) AS rest_a, "
        "unnest(?) AS rest_b, unnest(?) AS nu, unnest(?) AS far_out",
        [column.tolist() for column in columns])


def main():
    folder, output, threads = sys.argv[1:4]
    connection = duckdb.connect()
    connection.execute(f"SET threads = {int(threads)}")
    parts = Parts(connection)
    parts.run("read", folder=folder)
    parts.repeat(
        "outcome", "own_outcomes",
        "SELECT count(*) FROM counts ANTI JOIN outcomes USING (course)")
    parts.run("outcomes")
    parts.repeat(
        "baseline", "own_baselines",
        "SELECT count(*) FROM outcomes ANTI JOIN baselines USING (course)")
    parts.run("baselines")
    parts.repeat("earlier", "own_earlier", f"SELECT count(*) FROM own WHERE n < {PRIORS}")
    parts.run("pairs")
    fits = make_fits(parts)
    parts.run("contrasts")
    parts_of_fits(parts, fits)
    parts.run("write", output=output)


with Work():
    main()
