import type { RankPosition } from "../../language/index.ts";
import type { Condition } from "../model/ir.ts";
import { lookUp, ofKind } from "../resolve/declared.ts";
import { originOf, use, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { subjectMissing } from "./expected.ts";
import { unknownName } from "./names.ts";
import { termOf } from "./term.ts";
import { describeType } from "./types.ts";

/** 排名位于后5％, 前10名: of the one ranking of the object, or of the one that is named. */
export const rankedOf = (atom: RankPosition, frame: Frame): Condition | null => {
  const origin = originOf(frame, atom.span);
  const { declarations } = frame.block.environment;
  const rankings = ofKind(declarations, "ranking");
  const name = atom.left?.kind === "names" ? atom.left.names.at(-1)! : null;
  const named = name === null ? undefined : lookUp(declarations, "ranking", name.text);
  const ranking =
    named ??
    (name === null || name.text === "排名" ? (rankings.length === 1 ? rankings[0] : undefined) : undefined);
  if (ranking === undefined) {
    if (name !== null && name.text !== "排名") {
      return unknownName(
        name,
        frame,
        "没有这个名称的【排名】",
        rankings.map((known) => known.name),
      );
    }
    frame.block.diagnostics.push(
      reportCheck("which-ranking", frame.block.file.source.name, atom.span, {
        count: rankings.length,
        names: rankings.map((known) => `“${known.name}”`).join("、") || "没有",
      }),
    );
    return null;
  }
  if (name !== null) use(frame, name, ranking);
  const amount = termOf(atom.amount, frame);
  if (amount === null) return null;
  const { type } = amount;
  if (
    type.kind !== "number" ||
    (type.dimension !== "pure" && type.dimension !== "count") ||
    (type.dimension === "pure" && !type.share)
  ) {
    frame.block.diagnostics.push(
      reportCheck("rank-amount", frame.block.file.source.name, atom.amount.span, {
        words: originOf(frame, atom.amount.span).words,
        found: describeType(type),
      }),
    );
    return null;
  }
  if (frame.subject === null) return subjectMissing(atom.span, frame);
  return {
    kind: "ranked",
    ranking: ranking.name,
    subject: frame.subject,
    end: atom.end,
    amount,
    share: type.share,
    origin,
  };
};
