"""Row A in SimPy: seconds and the makespan in ns."""
import sys
import time

import simpy

orders, workers, connections = int(sys.argv[1]), 50, 20


def ln(x):
    k = 0.0
    while x < 0.5:
        x *= 2
        k += 1
    z = (x - 1) / (x + 1)
    square, term, total, n = z * z, z, 0.0, 1.0
    while n < 40:
        total += term / n
        term *= square
        n += 2
    return 2 * total - k * 0.6931471805599453


def producer(env, tasks):
    for i in range(orders):
        h = (i + 1) * 2654435761 & 0xFFFFFFFF
        yield tasks.put(service[h >> 20] + (h & 0xFFFFFF))
    for _ in range(workers):
        yield tasks.put(None)


def worker(env, tasks, busy):
    while (s := (yield tasks.get())) is not None:
        yield env.timeout(s // 4)
        with busy.request() as connection:
            yield connection
            yield env.timeout(s // 2)
        yield env.timeout(s - s // 4 - s // 2)


start = time.perf_counter()
service = [int(1e8 * -ln(1 - (i + 0.5) / 4096)) for i in range(4096)]
env = simpy.Environment()
tasks, busy = simpy.Store(env, 1), simpy.Resource(env, connections)
env.process(producer(env, tasks))
for _ in range(workers):
    env.process(worker(env, tasks, busy))
env.run()
print(time.perf_counter() - start, int(env.now))
