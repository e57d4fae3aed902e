import type { PolicyFile } from "../../language/index.ts";
import type { Generated, Uncovered } from "../analyse/cases/index.ts";
import { casesByBlock, casesElsewhere } from "../insert-cases.ts";
import { UNCONFIRMED } from "../model/unconfirmed.ts";

/** Generated cases to be pasted, by provision and rule, with what they are and what no case can show. */
export const generatedCasesText = (file: PolicyFile, generated: Generated, written: boolean): string => {
  const { cases } = generated;
  const groups = casesByBlock(file, cases);
  const elsewhere = casesElsewhere(file, cases);
  const sections = groups.map(({ label, rule, cases: own }) => {
    const heading = `── ${label === null ? "" : `${label}　`}在“${rule}”之后（${own.length}个） ──`;
    return [heading, ...own.map(({ text }) => text)].join("\n\n");
  });
  return [
    summary(generated, written),
    ...(written ? [] : sections),
    ...(elsewhere.length === 0
      ? []
      : [
          [
            "── 规则写在词汇文件中的用例，请放在引用它的条文之下 ──",
            ...elsewhere.map(({ text }) => text),
          ].join("\n\n"),
        ]),
    ...uncoveredText(generated.uncovered),
  ].join("\n\n");
};

const summary = ({ cases, goals, shown, uncovered }: Generated, written: boolean): string => {
  const counted = `应当覆盖的规则条件、界限和判断${goals}处，已有用例覆盖${shown}处，${
    cases.length === 0
      ? "没有需要补充的用例"
      : `补充用例${cases.length}个，再覆盖${goals - shown - uncovered.length}处`
  }${uncovered.length === 0 ? "" : `，另有${uncovered.length}处没有用例可写`}。`;
  if (cases.length === 0) return counted;
  return `${counted}
下列用例由程序生成，名称以“${UNCONFIRMED}”开头。预期结果是规则现在给出的结果，不一定符合条文本意，请逐个核对：
结果正确的，删去名称中的“${UNCONFIRMED}”；结果不正确的，改写预期，并修改规则。确认以前不计入通过和覆盖。${
    written ? "\n各用例已写入相应规则之后。" : "\n每组用例粘贴在所写规则之后、【完】之前。"
  }`;
};

const uncoveredText = (uncovered: readonly Uncovered[]): readonly string[] => {
  if (uncovered.length === 0) return [];
  const byWhy = new Map<string, Uncovered[]>();
  for (const each of uncovered) {
    const key = each.verdict === "不可能出现" ? each.why : `${each.verdict}：${each.why}`;
    byWhy.set(key, [...(byWhy.get(key) ?? []), each]);
  }
  const lines = [...byWhy].map(([why, own]) => {
    const list = own.map(({ goal }) => {
      const { owner } = goal;
      return `  “${owner.kind === "decision" ? owner.decision.name : owner.name}”${goal.title}`;
    });
    return `${why}\n${[...new Set(list)].join("\n")}`;
  });
  return [["── 没有用例可写的 ──", ...lines].join("\n\n")];
};
