"""fib(n) in CPython: seconds and the result."""
import sys
import time


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


n = int(sys.argv[1])
start = time.perf_counter()
result = fib(n)
print(time.perf_counter() - start, result)
