import type { Focus, TruthLevel } from "../../analyse/difference-query.ts";
import { judge, smallWorld, startRun } from "../../evaluate/index.ts";
import type { Program } from "../../model/ir.ts";
import type { Day } from "../../model/value.ts";
import { readsParameter, type Bearing } from "./bearing.ts";
import type { Asked } from "./inquiry.ts";
import type { Sides } from "./orientation.ts";
import { tierOf } from "./tier.ts";

/** The side on which a limit is open while the other one has it; null where both are alike. */
export const openSide = (
  { left, right }: Sides,
  leftBearing: Bearing | null,
  rightBearing: Bearing | null,
): Focus["side"] | null => {
  if (leftBearing === null || rightBearing === null) return null;
  const isOpen = (program: Program, { condition }: Bearing): boolean =>
    readsParameter(condition, (name) => program.parameters.get(name)?.values.length === 0);
  const [first, second] = [isOpen(left.program, leftBearing), isOpen(right.program, rightBearing)];
  if (first === second) return null;
  return first ? "left" : "right";
};

/** An open limit against one that is met, or else one that is not met: nothing but the limit is left to decide. */
export const openLimitQuestions = (
  sides: Sides,
  at: Day,
  opens: Focus["side"],
  left: Bearing,
  right: Bearing,
): readonly (readonly Asked[])[] =>
  ([1, 0] as const).map((level) => [
    {
      wanted: (one, other) => {
        const [open, decided] = opens === "left" ? [one, other] : [other, one];
        return open.status === "需裁量" && tierOf(decided, decided) === 0;
      },
      focus: [
        { side: "left", condition: left.condition, levels: [opens === "left" ? OPEN : level] },
        { side: "right", condition: right.condition, levels: [opens === "right" ? OPEN : level] },
      ],
      keepParameters: true,
      also: (world, { object, id }) => {
        const { program, decision } = sides[opens];
        const run = startRun(program, smallWorld(world), at);
        const record = run.facts.record(object, id);
        if (record === undefined || decision === null) return false;
        return judge(run, decision.id, record).reasons.every(({ kind }) => kind === "参数未定");
      },
    },
  ]);

/** Needs somebody's decision. */
const OPEN: TruthLevel = 2;
