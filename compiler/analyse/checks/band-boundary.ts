import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisFinding, Suggestion } from "../../model/analysis.ts";
import type { Condition, Decision, MeasureRule, Origin } from "../../model/ir.ts";
import { printDecided } from "../../evaluate/index.ts";
import { exampleFile } from "../../resolve/example.ts";
import { atLimit, meetingOf, type Meeting } from "./bands.ts";
import { turned } from "./bound-words.ts";
import type { AnalysisCheck, CheckContext } from "./check.ts";
import { allOf, inTextOrder, notThat, readingsFor, standing } from "./conditions.ts";
import { findings, itemOf, labelOf, placeOf, ruleOf, undecided } from "./finding.ts";
import { listsOf, type ItemList } from "./item-list.ts";
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
    for (const siblings of byArticle(context, rules)) {
      const sides = siblings.map((rule) => sideOfRule(context, rule));
      found.push(...(await inPairs(context, sides)));
    }
    return found;
  },
};

/** One band: an item of a list, or a rule among others of its article. */
interface Side {
  readonly rule: Decision;
  readonly origin: Origin;
  /** Where the band is written. */
  readonly condition: Condition;
  /** What else has to hold for the band to be asked. */
  readonly around: readonly Condition[];
  /** True where what the band says comes about. */
  readonly reached: Condition;
  /** 规则条件（一）“…” of the rule; null where the band is the rule. */
  readonly item: string | null;
  /** Whether it matters that both come about. */
  readonly clashes: (other: Side) => boolean;
  readonly says: string;
}

const sidesOfList = ({ rule, mode, items, around }: ItemList): readonly Side[] =>
  mode !== "class" && mode !== "any"
    ? []
    : items.map(({ condition, origin, value }): Side => ({
        rule,
        origin,
        condition,
        around,
        reached: condition,
        item: itemOf(condition, origin),
        // Of 情形之一 one suffices; classes differ.
        clashes: (other) => value !== null && other.says !== printed(rule, value),
        says: value === null ? "" : printed(rule, value),
      }));

const sideOfRule = ({ program }: CheckContext, rule: MeasureRule): Side => ({
  rule,
  origin: rule.origin,
  condition: rule.base,
  around: [rule.subject],
  reached: standing(program, rule),
  item: null,
  clashes: (other) => other.says !== ordersOf(rule),
  says: ordersOf(rule),
});

const ordersOf = ({ orders }: MeasureRule): string =>
  orders
    .map(({ modality, measure }) => `${modality.word}${measure}`)
    .toSorted()
    .join("、");

const printed = (rule: Decision, value: Parameters<typeof printDecided>[0]): string =>
  rule.kind === "classification" ? printDecided(value, rule) : "";

/** Measures about one kind of record under one provision. */
const byArticle = (
  { program }: CheckContext,
  rules: readonly Decision[],
): readonly (readonly MeasureRule[])[] => {
  const groups = new Map<string, MeasureRule[]>();
  for (const rule of rules) {
    if (rule.kind !== "measure" || rule.origin.provision === null) continue;
    const key = `${rule.object} ${labelOf(program, rule.origin)} ${rule.origin.provision}`;
    const group = groups.get(key) ?? [];
    group.push(rule);
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
};

const inPairs = async (
  context: CheckContext,
  sides: readonly Side[],
): Promise<readonly AnalysisFinding[]> => {
  const found: AnalysisFinding[] = [];
  for (const [index, first] of sides.entries()) {
    for (const second of sides.slice(index + 1)) {
      const meeting = meetingOf(first.condition, second.condition);
      if (meeting === null || (meeting.how === "include" && !first.clashes(second))) continue;
      found.push(...(await told(context, sides, first, second, meeting)));
    }
  }
  return found;
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
  const readings = readingsFor(program, [allOf(first.origin, both), first.condition, second.condition]);
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
