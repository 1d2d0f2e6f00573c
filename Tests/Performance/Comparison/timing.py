"""What a Python tool's own work took, without the start of the interpreter and its imports."""

import sys
import time


class Work:
    """`with Work():` around the work; prints its seconds to stderr as `work 1.234`."""

    def __enter__(self):
        self.start = time.perf_counter()

    def __exit__(self, *failure):
        print(f"work {time.perf_counter() - self.start:.4f}", file=sys.stderr)
