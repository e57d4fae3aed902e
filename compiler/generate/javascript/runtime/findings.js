// @ts-check
/** @import { Condition } from "./conditions.js" */
/** @import { About, Decision } from "./judging.js" */
/** @import { Term } from "./terms.js" */
/** @import { Value } from "./values.js" */
import { judged, notJudged } from "./judging.js";

/** @type {(about: About, condition: Condition) => Decision} */
export const definitionOf = (about, condition) => ({
  about,
  kind: "definition",
  print: String,
  judge: (context, record) => {
    const truth = condition.truth(context, [record]);
    return truth.kind === "open" ? notJudged(truth) : judged(truth.kind === "true" ? "成立" : "不成立");
  },
  origins: () => [],
});

/** @type {(about: About, value: Term, print: (value: Value) => string) => Decision} */
export const indicator = (about, value, print) => ({
  about,
  kind: "indicator",
  print,
  judge: (context, record) => {
    const found = value(context, [record]);
    return found.kind === "open" ? notJudged(found) : judged("已认定", found);
  },
  origins: () => [],
});
