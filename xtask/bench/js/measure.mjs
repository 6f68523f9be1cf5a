// One row of Brigade's wasm, or the JavaScript kernel: figures with seconds, in Node and in the browser alike.
import { kernel } from "./kernel.mjs";

// What the app imports is linked in and never called.
const unused = new Proxy({}, { get: () => () => { throw new Error("no browser is needed here"); } });
const imports = new Proxy({}, { get: () => unused, has: () => true });

const WARM = 3;

function seconds(work) {
  const start = performance.now();
  const result = work();
  return [(performance.now() - start) / 1000, result];
}

function median(times) {
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)];
}

// A clock that ticks every 0.1 ms can't time one look: several are timed at once where they are quick.
function looks(look, resolution) {
  look(0);
  const [once] = seconds(() => look(1));
  const together = Math.min(50, Math.max(1, Math.ceil((20 * resolution) / Math.max(once, 1e-7))));
  const times = [];
  for (let i = 0; i + together <= 1000 && times.length < 500; i += together) {
    const [time] = seconds(() => {
      for (let j = 0; j < together; j++) look(i + j);
    });
    times.push(time / together);
  }
  const middle = median(times);
  const at = (share) => times[Math.floor(times.length * share)];
  return { median: middle, p90: at(0.9), p99: at(0.99), together };
}

export async function measure(bytes, row, orders, how, resolution) {
  if (row < 0) {
    const [first, result] = seconds(() => kernel(orders));
    const warm = median(Array.from({ length: WARM }, () => seconds(() => kernel(orders))[0]));
    return { first, warm, result };
  }
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  const brigade = instance.exports;
  const once = () => {
    brigade.prepare(row, orders, how === "" ? 0 : 1);
    return seconds(() => brigade.run());
  };
  const [first, result] = once();
  const figures = { first, result };
  if (how === "seek" || how === "frame") {
    figures.index_seconds = seconds(() => brigade.index())[0];
    figures.bytes = brigade.memory.buffer.byteLength;
    Object.assign(figures, looks((i) => brigade[how](i), resolution));
    return figures;
  }
  figures.bytes = brigade.memory.buffer.byteLength;
  figures.warm = median(Array.from({ length: WARM }, () => once()[0]));
  return figures;
}
