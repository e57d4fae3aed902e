import type { PolicyView, RuleLens } from "./model.ts";

/** One for each 【规则】 of the file: what can be run, and which 用例 expect something of it. */
export const ruleLenses = (view: PolicyView): readonly RuleLens[] => {
  const decisions = new Map<string, string[]>();
  for (const { kind, name, id } of view.program?.decisions ?? []) {
    if (kind === "measure" || kind === "requirement") push(decisions, name, id);
  }
  const cases = new Map<string, string[]>();
  for (const block of view.file.blocks) {
    if (block.kind !== "case" || block.name === null) continue;
    for (const about of new Set(block.expectations.map((expectation) => expectation.about.text))) {
      push(cases, about, block.name.text);
    }
  }
  return view.file.blocks.flatMap((block) =>
    block.kind !== "rule" || block.name === null
      ? []
      : [
          {
            span: block.segment.headerSpan,
            rule: block.name.text,
            decisions: decisions.get(block.name.text) ?? [],
            cases: [...new Set(cases.get(block.name.text))],
          },
        ],
  );
};

const push = (lists: Map<string, string[]>, key: string, value: string): void => {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
};
