// node node.mjs WASM ROW ORDERS HOW: prints the figures of one row as JSON.
import { readFileSync } from "node:fs";
import { measure } from "./measure.mjs";

const [wasm, row, orders, how] = process.argv.slice(2);
const figures = await measure(readFileSync(wasm), Number(row), Number(orders), how ?? "", 1e-6);
console.log(JSON.stringify(figures));
