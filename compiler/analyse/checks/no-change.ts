import type { Condition, Decision, Program } from "../../model/ir.ts";
import { visitDecision } from "../../model/walk.ts";
import { contentKey } from "../content-key.ts";
import type { SideResult } from "../difference-query.ts";
import { withAdopted, type Probe } from "../probe.ts";
import { assumedOf } from "../properties/assumed.ts";
import { AS_ADOPTED, otherThanAdopted, waysToRead } from "./condition-readings.ts";

/** Whether it is proved, however readings are taken, that a decision decides as before wherever it decided before. */
export const changesNothing = async (
  probe: Probe,
  before: Program,
  after: Program,
  decision: Decision,
): Promise<boolean> => {
  const other = after.decisions.find(({ id }) => id === decision.id);
  if (other === undefined) return false;
  if (contentKey(before, [decision]) === contentKey(after, [other])) return true;
  const { ways, complete } = waysToRead(before, clausesIn(before, decision), AS_ADOPTED);
  if (!complete) return false;
  for (const way of ways) {
    const readings = otherThanAdopted(before, way);
    const answer = await probe.canDiffer({
      left: { program: withAdopted(before, readings), decision },
      right: { program: withAdopted(after, readings), decision: other },
      wanted: decidedOtherwise,
      focus: assumedOf(before, [decision]),
      asks: "decided otherwise, with amounts that there are",
    });
    if (answer.kind !== "never") return false;
  }
  return true;
};

/** Where nothing was decided for want of facts, fewer facts may now be enough. */
const decidedOtherwise = (before: SideResult, after: SideResult): boolean =>
  before.status !== null &&
  before.status !== "未知" &&
  before.status !== "需裁量" &&
  (before.status !== after.status || before.value !== after.value);

const clausesIn = (program: Program, decision: Decision): readonly Condition[] => {
  const clauses: Condition[] = [];
  visitDecision(program, decision, { condition: (condition) => clauses.push(condition) });
  return clauses;
};
