import type { OfficialDocument } from "../../../language/document/index.ts";
import { printNumeral } from "../../../language/numerals.ts";
import { span } from "../../../language/source.ts";
import {
  matchesOf,
  oneEdit,
  sentenceEnd,
  type Choice,
  type Damage,
  type Injector,
  type Match,
} from "./damage.ts";
import { ownName } from "./references.ts";

/** Days that no calendar has, and a text signed after it took effect. */
export const date: Injector = (document, choice) =>
  choice.pick([noSuchDay, noSuchDay, deadline, signedLate])(document, choice);

const IMPOSSIBLE = [
  "2月30日",
  "13月1日",
  "4月31日",
  "6月31日",
  "9月31日",
  "11月31日",
  "5月32日",
  "0月10日",
] as const;

const noSuchDay: Injector = (document, choice) => {
  const dates = matchesOf(document, /(?<=\d{4}年)\d{1,2}月\d{1,2}日/g);
  if (dates.length === 0) return null;
  const chosen = choice.pick(dates);
  const written = choice.pick([...IMPOSSIBLE, "2月30日"]);
  return {
    edits: [{ at: chosen.start, remove: chosen.end - chosen.start, insert: written }],
    places: [span(chosen.start - 5, chosen.end)],
    what: written,
  };
};

const deadline: Injector = (document, choice) => {
  const end = sentenceEnd(document, choice);
  const day = choice.pick(["2023年2月29日", "每年2月30日", "每年6月31日", "次年2月30日"]);
  return end === null ? null : oneEdit(end.end, 0, `有关单位应当在${day}前报送上一年度的报告。`, day);
};

const signedLate: Injector = (document, choice) => {
  const effect = lastEffect(document);
  if (effect === null) return null;
  const year = Number(effect.groups[1]) + choice.whole(1, 3);
  const signature = `\n\n某某市人民政府\n${year}年${effect.groups[2]!}月${effect.groups[3]!}日\n`;
  const end = document.source.text.length;
  return {
    edits: [{ at: end, remove: 0, insert: signature }],
    places: [span(effect.start, effect.end), span(end, end)],
    what: `signed ${year}, in force since ${effect.groups[1]!}`,
  };
};

const lastEffect = (document: OfficialDocument): Match | null =>
  matchesOf(document, /自(\d{4})年(\d{1,2})月(\d{1,2})日起(?:施行|执行|实施)/g).at(-1) ?? null;

/** A validity that ends before it begins, before the date it names, or before a cycle that is ordered. */
export const validity: Injector = (document, choice) => {
  const effect = lastEffect(document);
  const name = ownName(document);
  if (effect === null || name === null) return null;
  return choice.pick([endsEarly, wrongLength, shorterThanCycle, shorterThanCycle])(
    document,
    choice,
    effect,
    name,
  );
};

type ValidityInjector = (
  document: OfficialDocument,
  choice: Choice,
  effect: Match,
  name: string,
) => Damage | null;

const endsEarly: ValidityInjector = (_, choice, effect) => {
  const year = Number(effect.groups[1]) - choice.whole(1, 2);
  const until = choice.pick([`，有效期至${year}年12月31日`, `，至${year}年12月31日止`]);
  return afterEffect(effect, until);
};

const wrongLength: ValidityInjector = (_, choice, effect) => {
  const years = choice.whole(2, 5);
  const year = Number(effect.groups[1]) + years + choice.pick([-1, 2, 3]);
  return afterEffect(effect, `，有效期${years}年，至${year}年${effect.groups[2]!}月${effect.groups[3]!}日止`);
};

const afterEffect = (effect: Match, insert: string): Damage => ({
  edits: [{ at: effect.end, remove: 0, insert }],
  places: [span(effect.start, effect.end)],
  what: insert,
});

const shorterThanCycle: ValidityInjector = (document, choice, effect, name) => {
  const ends = matchesOf(document, /。/g).filter(
    ({ start, run }) => start < effect.start && run.provision.level === "paragraph",
  );
  if (ends.length === 0) return null;
  const at = choice.pick(ends).end;
  const years = choice.whole(1, 3);
  const number = choice.pick([String, printNumeral]);
  const cycle = number(years + choice.whole(1, 2));
  const sentence = choice.pick([
    `主管部门应当每${cycle}年对实施情况组织一次全面评估。`,
    `复查工作每${cycle}年完成一轮。`,
    `定期复查，${cycle}年实现一轮全覆盖。`,
  ]);
  const words = choice.pick([
    `，有效期${number(years)}年`,
    `，试行期${number(years)}年`,
    `。本${name}有效期为${number(years)}年`,
  ]);
  return {
    edits: [
      { at, remove: 0, insert: sentence },
      { at: effect.end, remove: 0, insert: words },
    ],
    places: [span(at, at), span(effect.start, effect.end)],
    what: `${sentence} ${words}`,
  };
};
