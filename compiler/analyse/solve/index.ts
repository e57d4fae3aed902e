export { holds } from "./holds.ts";
export { solve } from "./solve.ts";
