import type { JavaScriptModule } from "../emission.ts";
import { writeFastHalf, type FastHalf } from "./functions.ts";

/** Adds the functions that judge fast to a module, with the `createContext` that prepares what they read. */
export const addFastHalf = (module: JavaScriptModule): FastHalf => {
  for (const name of ["numberOf", "Table"]) module.runtime(name);
  const half = writeFastHalf(
    module.program,
    { condition: (condition) => module.node(condition), term: (term) => module.term(term) },
    module.identifiers,
  );
  for (const name of ["Answers", "Figures", "Neighbours", "Places", "Quota"]) {
    if (half.code.lines.some((line) => line.includes(`new ${name}(`))) module.runtime(name);
  }
  const origins = new Map(half.code.marks.map(({ line, origin }) => [line, origin]));
  for (const [line, text] of half.code.lines.entries()) {
    module.add(`${text}\n`, origins.get(line) ?? null);
  }
  return half;
};
