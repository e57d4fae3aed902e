import type { Comparison, ProvisionChange } from "../../model/change.ts";
import { visible } from "../width.ts";
import { furnitureGroups } from "./furniture-rows.ts";
import { comparisonTable } from "./table-rows.ts";
import { inlineLines, inlineRuns, lineRuns } from "./terminal-inline.ts";
import { sectionText, type WholeLayout } from "./terminal-section.ts";
import { provisionWord } from "./words.ts";

/** Provisions whose words changed, under their headings; what only moved on by number is told in ranges. */
export const provisionSection = (comparison: Comparison, layout: WholeLayout): readonly string[] => {
  const shown = comparison.provisions.filter((change) => layout.all || isTelling(change));
  const body = [
    ...furnitureLines(comparison, layout),
    ...headingLines(comparison, layout),
    ...provisionLines(comparison, shown, layout),
    ...renumberedLines(comparison, layout),
  ];
  const title = comparison.relation === "versions" ? "条文修改" : "条文对照";
  return body.length === 0 ? [] : [sectionText(title, body.join("\n"), layout)];
};

const INDENT = "    ";

const isTelling = ({ kind, edits }: ProvisionChange): boolean =>
  (kind !== "unchanged" && kind !== "renumbered") ||
  edits.some(({ class: each }) => each === "words" || each === "punctuation" || each === "reference");

const provisionLines = (
  comparison: Comparison,
  shown: readonly ProvisionChange[],
  layout: WholeLayout,
): readonly string[] => {
  const lines: string[] = [];
  let above = "";
  for (const change of shown) {
    const under = (change.right ?? change.left)?.under.join("　") ?? "";
    if (under !== above && under !== "") lines.push(`  ${layout.paint("muted", visible(under))}`);
    above = under;
    lines.push(`  ${titleOf(comparison, change, layout)}`);
    lines.push(...textLines(comparison, change, layout));
  }
  return lines;
};

const textLines = (
  comparison: Comparison,
  change: ProvisionChange,
  layout: WholeLayout,
): readonly string[] => {
  if (change.edits.length === 0 && change.left !== null && change.right !== null && !layout.all) return [];
  const runs = inlineRuns(comparison, change, layout.all);
  return inlineLines(runs, layout.width - INDENT.length, layout.paint).map((line) => INDENT + line);
};

const titleOf = (comparison: Comparison, change: ProvisionChange, { paint }: WholeLayout): string => {
  const { kind, left, right, similarity, renumbered } = change;
  const versions = comparison.relation === "versions";
  const label =
    left === null || right === null
      ? (right ?? left)!.label
      : left.label === right.label
        ? right.label
        : versions
          ? `${right.label}（原${left.label}）`
          : `${left.label}　对　${right.label}`;
  const words = [
    `${provisionWord(kind, comparison.relation)}${versions && kind === "moved" ? oldChapter(left) : ""}`,
    ...(versions && renumbered && kind !== "renumbered" && left !== null ? ["序号变动"] : []),
    ...(left === null || right === null || similarity === 1
      ? []
      : [`相似度${Math.min(99, Math.round(similarity * 100))}％`]),
  ];
  return `${paint("strong", visible(label))}　${words.join("，")}`;
};

/** （原在“第二章 开放”） */
const oldChapter = (left: ProvisionChange["left"]): string =>
  left === null || left.under.length === 0 ? "" : `（原在“${visible(left.under.join("　"))}”）`;

const headingLines = ({ headings, relation }: Comparison, { paint, all }: WholeLayout): readonly string[] =>
  relation === "documents" && !all
    ? []
    : headings
        .filter(({ kind, edits }) => kind !== "unchanged" || edits.some((edit) => edit.class === "words"))
        .map(({ kind, left, right }) => {
          const [before, after] = [left, right].map((place) =>
            place === null ? "" : visible(`${place.label} ${place.title ?? ""}`.trim()),
          );
          const words = left === null ? after! : right === null ? before! : `${before} → ${after}`;
          return `  ${paint("strong", words)}　标题${provisionWord(kind, relation)}`;
        });

const furnitureLines = (comparison: Comparison, { all, width, paint }: WholeLayout): readonly string[] =>
  comparison.relation === "documents" && !all
    ? []
    : furnitureGroups(comparison).flatMap(({ word, lines }) =>
        lines
          .flatMap(({ before, after }, at) => {
            const title = { text: at === 0 ? `${word}：` : "", tone: null };
            const runs = [title, ...lineRuns(before, after, comparison.relation)];
            return inlineLines(runs, width - INDENT.length, paint);
          })
          .map((line, at) => `${at === 0 ? "  " : INDENT}${line}`),
      );

const renumberedLines = (comparison: Comparison, layout: WholeLayout): readonly string[] => {
  if (layout.all) return [];
  const { renumbered } = comparisonTable(comparison, { all: false });
  return renumbered.length === 0 ? [] : [`  序号变动，文字未改：${renumbered.map(visible).join("；")}`];
};
