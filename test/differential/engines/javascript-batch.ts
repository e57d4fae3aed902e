import { keyOf, NOTHING_REFUSED, type Engine, type Said } from "../engine.ts";
import { columnsOf } from "../columns.ts";
import { factsOf } from "../facts-of.ts";
import { asGenerated, loadValidator, prepare, type Change } from "../javascript-module.ts";

/** `batch…` on typed arrays. */
export const javascriptBatch = (change: Change = asGenerated): Engine => ({
  name: "javascript batch",
  run: async (scenario) => {
    const validator = await loadValidator(scenario.program, change);
    const { context } = prepare(validator, scenario, "number");
    const facts = factsOf(scenario);
    const said = new Map<string, Said>();
    for (const object of scenario.program.objects.values()) {
      const records = facts.records(object.name);
      const { statuses } = validator.of(object.name).batch(columnsOf(object, records), context);
      for (const [decision, codes] of Object.entries(statuses)) {
        for (const [row, { id }] of records.entries())
          said.set(keyOf(decision, object.name, id), { status: validator.statuses[codes[row]!]! });
      }
    }
    return { said, refused: NOTHING_REFUSED };
  },
});
