import type { DateLiteral, ParameterValue } from "../../language/index.ts";
import { declaredId, ofKind, type DeclaredParameter } from "../resolve/declared.ts";
import type { InlayHint, PolicyView } from "./model.ts";

/**
 * Behind every use of a parameter, and behind its declaration: who sets it where it has no value, else the newest
 * value. A 用例 sets its own values, so nothing is said there.
 */
export const inlayHints = (view: PolicyView): readonly InlayHint[] => {
  const { file } = view;
  const name = file.source.name;
  const texts = new Map([...view.vocabularies, file].map(({ source }) => [source.name, source.text]));
  const hints = new Map<string, Omit<InlayHint, "offset">>();
  const shown: InlayHint[] = [];
  for (const parameter of ofKind(view.model.declarations, "parameter")) {
    const hint = hintOf(parameter, texts.get(parameter.place.file) ?? "");
    hints.set(declaredId(parameter), hint);
    if (parameter.place.file === name) shown.push({ offset: parameter.place.span.end, ...hint });
  }
  const cases = file.blocks.filter(({ kind }) => kind === "case").map(({ span }) => span);
  const uses = view.model.uses
    .filter((use) => use.file === name && hints.has(use.target))
    .toSorted((left, right) => left.span.start - right.span.start);
  let at = 0;
  for (const { span, target } of uses) {
    while (at < cases.length && cases[at]!.end <= span.start) at += 1;
    if (at < cases.length && cases[at]!.start <= span.start) continue;
    shown.push({ offset: span.end, ...hints.get(target)! });
  }
  return withoutDoubles(shown.sort((left, right) => left.offset - right.offset));
};

const hintOf = ({ name, block, regional }: DeclaredParameter, text: string): Omit<InlayHint, "offset"> => {
  const words = ({ value }: ParameterValue): string =>
    text.slice(value.span.start, value.span.end).replaceAll(/\s+/gu, "");
  const newest = block.values
    .filter(({ region }) => region === null)
    .reduce<ParameterValue | null>(
      (best, each) => (best === null || rank(each.from) >= rank(best.from) ? each : best),
      null,
    );
  if (newest !== null) {
    const from = newest.from === null ? "" : `自${printed(newest.from)}起`;
    const others = block.values.filter((each) => each !== newest);
    return {
      text: `（${from}${words(newest)}）`,
      tooltip:
        others.length === 0
          ? `参数“${name}”的取值。`
          : `参数“${name}”的最新取值；另有${others.length}个取值，按日期${regional === null ? "" : `或者${regional}`}适用。`,
    };
  }
  if (block.values.length > 0) {
    return {
      text: `（按${regional ?? "地区"}取值）`,
      tooltip: `参数“${name}”已为${block.values.length}个${regional ?? "地区"}取值；没有取值的，结果为需裁量。`,
    };
  }
  const owner = block.owner === null || block.owner.unstated ? null : block.owner.text;
  return {
    text: owner === null ? "（由谁确定未明确，未定）" : `（由${owner}确定，未定）`,
    tooltip: `参数“${name}”还没有取值，用到它的结果为需裁量。${owner === null ? "公文没有写明由谁确定。" : `应由${owner}确定。`}`,
  };
};

const rank = (date: DateLiteral | null): number =>
  date === null ? -Infinity : date.year * 10_000 + date.month * 100 + date.day;

const printed = ({ year, month, day }: DateLiteral): string => `${year}年${month}月${day}日`;

const withoutDoubles = (hints: readonly InlayHint[]): readonly InlayHint[] =>
  hints.filter((hint, index) => hint.offset !== hints[index - 1]?.offset);
