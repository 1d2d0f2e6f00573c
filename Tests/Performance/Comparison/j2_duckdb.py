"""J2 in DuckDB: python j2_duckdb.py FOLDER OUTPUT THREADS"""

import pathlib
import string
import sys

import duckdb

from timing import Work

folder, output, threads = sys.argv[1:4]
with Work():
    statements = pathlib.Path(__file__).with_name("j2_duckdb.sql").read_text()
    connection = duckdb.connect()
    connection.execute(f"SET threads = {int(threads)}")
    connection.execute(string.Template(statements).substitute(folder=folder, output=output))
