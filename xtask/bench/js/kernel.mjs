// Row A as a hand-written state machine in JavaScript: the makespan in ns.

function ln(x) {
  let k = 0;
  while (x < 0.5) {
    x *= 2;
    k++;
  }
  const z = (x - 1) / (x + 1);
  const square = z * z;
  let [term, sum] = [z, 0];
  for (let n = 1; n < 40; n += 2) {
    sum += term / n;
    term *= square;
  }
  return 2 * sum - k * 0.6931471805599453;
}

export function kernel(orders) {
  const workers = 50;
  const service = new Float64Array(4096);
  for (let i = 0; i < 4096; i++) service[i] = Math.floor(1e8 * -ln(1 - (i + 0.5) / 4096));
  // A binary heap of times and who is meant.
  const times = new Float64Array(workers + 1);
  const who = new Int32Array(workers + 1);
  let len = 0;
  function push(time, w) {
    let i = len++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (times[parent] <= time) break;
      times[i] = times[parent];
      who[i] = who[parent];
      i = parent;
    }
    times[i] = time;
    who[i] = w;
  }
  function pop() {
    const top = who[0];
    const [time, w] = [times[--len], who[len]];
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= len) break;
      if (child + 1 < len && times[child + 1] < times[child]) child++;
      if (times[child] >= time) break;
      times[i] = times[child];
      who[i] = who[child];
      i = child;
    }
    times[i] = time;
    who[i] = w;
    return top;
  }
  const size = new Float64Array(workers);
  const phase = new Uint8Array(workers);
  const queue = new Int32Array(64);
  let [head, tail, free, next, now] = [0, 0, 20, 0, 0];
  function take(w) {
    if (next === orders) return;
    const h = Math.imul(++next, 2654435761) >>> 0;
    size[w] = service[h >>> 20] + (h & 0xffffff);
    phase[w] = 0;
    push(now + Math.floor(size[w] / 4), w);
  }
  function connect(w) {
    phase[w] = 1;
    push(now + Math.floor(size[w] / 2), w);
  }
  for (let w = 0; w < workers; w++) take(w);
  while (len > 0) {
    now = times[0];
    const w = pop();
    if (phase[w] === 0) {
      if (free > 0) {
        free--;
        connect(w);
      } else queue[tail++ & 63] = w;
    } else if (phase[w] === 1) {
      phase[w] = 2;
      push(now + size[w] - Math.floor(size[w] / 4) - Math.floor(size[w] / 2), w);
      if (head < tail) connect(queue[head++ & 63]);
      else free++;
    } else take(w);
  }
  return now;
}
