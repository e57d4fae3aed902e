import { createClosureEngine } from "../../../compiler/evaluate/closure/index.ts";
import { keyOf, type Engine, type Said } from "../engine.ts";
import { factsOf } from "../facts-of.ts";

/** The closures over columns. What they leave to the interpreter counts as refused, since it tests nothing. */
export const closure: Engine = {
  name: "closure",
  run: (scenario) => {
    const { program, at, readings } = scenario;
    const engine = createClosureEngine(program, factsOf(scenario), { at, readings });
    const said = new Map<string, Said>();
    for (const { id: decision, object } of engine.decisions) {
      for (const id of engine.ids(object)) {
        const status = engine.status(decision, id);
        if (status !== undefined)
          said.set(keyOf(decision, object, id), { status, value: engine.value(decision, id) });
      }
    }
    return Promise.resolve({ said, refused: new Set(engine.interpreted()) });
  },
};
