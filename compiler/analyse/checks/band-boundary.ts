import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisFinding, Suggestion } from "../../model/analysis.ts";
import type { Condition } from "../../model/ir.ts";
import { exampleFile } from "../../resolve/example.ts";
import { asNeighbours, meetingsAnywhere, sideOfRule, sidesOfList, type Side } from "./band-sides.ts";
import { atLimit, meetingOf, readIn, type Meeting } from "./bands.ts";
import { turned } from "./bound-words.ts";
import type { AnalysisCheck, CheckContext } from "./check.ts";
import { allOf, conjuncts, inTextOrder, notThat, readingsFor } from "./conditions.ts";
import { findings, placeOf, ruleOf, undecided } from "./finding.ts";
import { listsOf } from "./item-list.ts";
import { canHoldOrdinarily } from "./ordinary.ts";
import { witnessOf } from "./witness-of.ts";

const LIST = (first: string, second: string): string =>
  exampleFile(`【认定】类别
医药机构的类别，按照下列规定认定：
（一）结算额${first}，为甲类；
（二）结算额${second}，为乙类。`);

const catalogue = {
  "band-both-include": {
    severity: "warning",
    message:
      "{first}与{second}都包括“{limit}”这一界限：恰好到这一界限的，两处都符合。例如{example}。请把其中一处改为不含本数。",
    why: "“6000元以下”和“6000元以上”都含本数，恰好6000元的同时落入两档，办理时不知从哪一档。",
    bad: LIST("6000元以下", "6000元以上"),
    good: LIST("6000元以下", "超过6000元"),
  },
  "band-both-exclude": {
    severity: "warning",
    message:
      "{first}与{second}都不包括“{limit}”这一界限：恰好到这一界限的，哪一处都不符合。例如{example}。请把其中一处改为含本数。",
    why: "“不满6000元”和“超过6000元”都不含本数，恰好6000元的哪一档也不属于，没有结论。",
    bad: LIST("不满6000元", "超过6000元"),
    good: LIST("不满6000元", "6000元以上"),
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

/** Bands on one number, date or grade that meet at a limit which both have, or neither has. */
export const bandBoundary: AnalysisCheck = {
  catalogue,
  find: async (context) => {
    const found: AnalysisFinding[] = [];
    const rules = inTextOrder(context.program.decisions);
    for (const rule of rules) {
      for (const list of listsOf(rule)) found.push(...(await inPairs(context, sidesOfList(list))));
    }
    const known = new Set<string>();
    for (const neighbours of asNeighbours(rules)) {
      const sides = neighbours.map((rule) => sideOfRule(context.program, rule));
      found.push(...(await inPairs(context, sides, known)));
    }
    for (const { first, second, sides } of meetingsAnywhere(context.program, rules))
      found.push(...(await farApart(context, sides, first, second, known)));
    return found;
  },
};

const inPairs = async (
  context: CheckContext,
  sides: readonly Side[],
  /** Pairs of rules that have been looked at; two can be neighbours in more ways than one. */
  known = new Set<string>(),
): Promise<readonly AnalysisFinding[]> => {
  const found: AnalysisFinding[] = [];
  for (const [index, first] of sides.entries()) {
    for (const second of sides.slice(index + 1)) {
      const meeting = meetingOf(first.condition, second.condition);
      if (meeting === null || (meeting.how === "include" && !clash(first, second))) continue;
      const pair = JSON.stringify([first.rule.id, second.rule.id].toSorted());
      if (first.rule !== second.rule && known.has(pair)) continue;
      known.add(pair);
      found.push(...(await told(context, besides(sides, first, meeting), first, second, meeting)));
    }
  }
  return found;
};

/** Bands of rules that have nothing to do with each other otherwise: what they leave, or share, is only pointed out. */
const farApart = async (
  context: CheckContext,
  sides: readonly Side[],
  first: Side,
  second: Side,
  known: Set<string>,
): Promise<readonly AnalysisFinding[]> => {
  const meeting = meetingOf(first.condition, second.condition);
  const pair = JSON.stringify([first.rule.id, second.rule.id].toSorted());
  if (meeting === null || known.has(pair) || sides.length > MOST_SIDES) return [];
  known.add(pair);
  const found = await told(context, sides, first, second, meeting);
  return found.map((each) => ({ ...each, severity: "info" }));
};

/** A fact of which so many rules speak is spoken of at its limits too. */
const MOST_SIDES = 60;

/** Whether it matters that both come about. */
const clash = (first: Side, second: Side): boolean => first.says !== null && first.says !== second.says;

/** Whoever can speak for the limit: any item of the list, or any rule that reads what is bounded. */
const besides = (sides: readonly Side[], { item }: Side, { first }: Meeting): readonly Side[] => {
  const bounded = readIn(first.condition);
  if (item !== null || bounded.size === 0) return sides;
  return sides.filter(({ reached }) => [...readIn(reached)].some((each) => bounded.has(each)));
};

const told = async (
  context: CheckContext,
  sides: readonly Side[],
  first: Side,
  second: Side,
  meeting: Meeting,
): Promise<readonly AnalysisFinding[]> => {
  const { program, probe } = context;
  const both = [...first.around, ...second.around];
  const readings = readingsFor(program, [
    allOf(first.origin, both.flatMap(conjuncts)),
    first.condition,
    second.condition,
  ]);
  if (readings === null) return [];
  const asked: readonly Condition[] =
    meeting.how === "include"
      ? [first.reached, second.reached]
      : [atLimit(meeting), ...sides.map(({ reached }) => notThat(reached))];
  const { object } = first.rule;
  const condition = allOf(first.origin, [...both, ...asked]);
  const answer = await canHoldOrdinarily(probe, { object, condition, readings, smallest: true });
  if (answer.kind === "never") return [];
  const code = meeting.how === "include" ? "band-both-include" : "band-both-exclude";
  const places = [first, second].map(({ rule, origin }) => placeOf(program, rule, origin));
  const [one, other] = [nameOf(context, first, readings), second.item ?? nameOf(context, second)];
  const limit = meeting.first.value.origin.words;
  if (answer.kind === "undecided")
    return [undecided(code, `${one}与${other}在“${limit}”这一界限上能否衔接`, answer, places)];
  const rules = first.rule === second.rule ? [first.rule] : [first.rule, second.rule];
  const witness = witnessOf(probe, answer, rules, `恰好${limit}`, readings);
  const values = { first: one, second: other, limit, example: witness.facts.join("；") };
  const suggestions = suggestionsFor(context, meeting, limit);
  // Less than it should be, or more than it should be: outside of an 认定 the limit may be left out on purpose.
  const isMild = meeting.how === "exclude" && first.rule.kind !== "classification";
  return [
    finding(code, values, {
      certainty: "shown",
      places,
      witness,
      suggestions,
      ...(isMild ? { severity: "info" } : {}),
    }),
  ];
};

const nameOf = (
  { program }: CheckContext,
  { rule, item }: Side,
  readings?: ReadonlyMap<string, number>,
): string => `${ruleOf(program, rule, readings)}${item === null ? "" : `的${item}`}`;

const suggestionsFor = (
  { files }: CheckContext,
  { first, second, how }: Meeting,
  limit: string,
): readonly Suggestion[] => {
  const then = (only: string): string => `恰好${limit}的，${how === "include" ? "只" : ""}归入${only}`;
  const name = (side: typeof first): string => `“${side.condition.origin.words}”一处`;
  return how === "include"
    ? [...turned(files, second, then(name(first))), ...turned(files, first, then(name(second)))]
    : [...turned(files, second, then("改后的这一处")), ...turned(files, first, then("改后的这一处"))];
};
