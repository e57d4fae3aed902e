import { commentText } from "../../names.ts";
import { wordsOf } from "../../../model/words.ts";
import type { Clause } from "./clause.ts";
import { GO_ON, jumpOnLevel, jumpWhereOpen, leave, note, opposite, testAndJump, type Jumps } from "./jump.ts";
import { leafCode } from "./leaf.ts";
import type { Writing } from "./leaf-code.ts";

/**
 * Writes statements that decide a clause and jump. No truth value is built: the first part that decides leaves, and
 * what stays open is noted on the way.
 */
export const writeClause = (writing: Writing, clause: Clause, jumps: Jumps): void => {
  const { code } = writing.access;
  switch (clause.kind) {
    case "constant": {
      const jump = clause.value ? jumps.whenTrue : jumps.whenFalse;
      if (jump.text !== "") code.line(jump.text);
      return;
    }
    case "leaf":
      return writeLeaf(writing, clause, clause.denied ? opposite(jumps) : jumps);
    case "any":
      return writeAny(writing, clause, jumps);
    case "all":
      // 同时符合 is the denial of: one of them is not so.
      return writeAny(writing, clause, opposite(jumps), opposite);
    case "atLeast":
      return writeAtLeast(writing, clause, clause.denied ? opposite(jumps) : jumps);
  }
};

const writeLeaf = (
  writing: Writing,
  { condition, origin }: Extract<Clause, { kind: "leaf" }>,
  jumps: Jumps,
): void => {
  const { code } = writing.access;
  const words = commentText(wordsOf(origin ?? condition.origin), 100);
  if (words !== "") code.line(`// ${origin === null ? `并非：${words}` : words}`, condition.origin);
  const found = leafCode(writing, condition);
  if ("test" in found) {
    for (const line of testAndJump(found.test, jumps)) code.line(line, condition.origin);
    return;
  }
  if (found.level === "0") {
    if (jumps.whenFalse.text !== "") code.line(jumps.whenFalse.text, condition.origin);
    return;
  }
  const level = writing.access.fresh("level");
  code.line(`const ${level} = ${found.level};`, condition.origin);
  for (const line of jumpOnLevel(level, jumps)) code.line(line, condition.origin);
};

/** `turn` makes the jumps of an operand out of those of a part of an any-of list. */
const writeAny = (
  writing: Writing,
  { operands }: Extract<Clause, { kind: "any" | "all" }>,
  jumps: Jumps,
  turn: (jumps: Jumps) => Jumps = (same) => same,
): void => {
  const { code } = writing.access;
  if (jumps.whenTrue.leaves && jumps.whenFalse.text === "" && !jumps.whenOpen("0").leaves) {
    // What leaves as 真 asks for no open part any more, so the parts may note into the list around at once.
    for (const operand of operands) writeClause(writing, operand, turn(jumps));
    return;
  }
  const open = writing.access.fresh("open");
  const [whenFalse, whenOpen] = [jumps.whenFalse, jumps.whenOpen(open)];
  const noted = whenFalse.text !== whenOpen.text;
  const label = jumps.whenTrue.leaves ? null : writing.access.fresh("found");
  if (noted) code.line(`let ${open} = 0;`);
  if (label !== null) code.begin(`${label}: {`);
  const whenTrue = label === null ? jumps.whenTrue : leave(`${jumps.whenTrue.text} break ${label};`.trim());
  for (const operand of operands) {
    writeClause(
      writing,
      operand,
      turn({
        whenTrue,
        whenFalse: GO_ON,
        whenOpen: (level) => (noted ? note(`${open} |= ${level};`) : GO_ON),
      }),
    );
  }
  for (const line of jumpWhereOpen(open, whenFalse, whenOpen)) code.line(line);
  if (label !== null) code.end();
};

const writeAtLeast = (
  writing: Writing,
  { count, operands }: Extract<Clause, { kind: "atLeast" }>,
  jumps: Jumps,
): void => {
  const { code } = writing.access;
  const [certain, possible, open] = ["certain", "possible", "open"].map((name) => writing.access.fresh(name));
  code.line(`let ${certain} = 0, ${possible} = 0, ${open} = 0;`);
  for (const operand of operands) {
    writeClause(writing, operand, {
      whenTrue: note(`${certain} += 1;`),
      whenFalse: GO_ON,
      whenOpen: (level) => note(`${possible} += 1; ${open} |= ${level};`),
    });
  }
  const test = {
    holds: `${certain} >= ${count}`,
    fails: `${certain} + ${possible} < ${count}`,
    open: `${certain} < ${count} && ${certain} + ${possible} >= ${count}`,
    level: open!,
  };
  for (const line of testAndJump(test, jumps)) code.line(line);
};
