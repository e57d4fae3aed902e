import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisFinding } from "../../model/analysis.ts";
import type { Condition } from "../../model/ir.ts";
import { exampleFile } from "../../resolve/example.ts";
import type { AnalysisCheck, CheckContext } from "./check.ts";
import { allOf, notThat } from "./conditions.ts";
import { findings, placeOf, ruleOf, undecided } from "./finding.ts";
import { canHoldOrdinarily } from "./ordinary.ts";
import { restOf } from "./rule-gap-edit.ts";
import { casesOf, speakingBeside, type Beside, type Cell } from "./rule-division.ts";
import { inWords, thingOf } from "./rule-gap-words.ts";
import { isOneSided } from "./rule-outcomes.ts";
import { exampleOf } from "./rule-pairs.ts";
import { neighboursOf, tablesOf, type Neighbours, type RuleTable } from "./rule-tables.ts";
import type { Norm } from "./unprovided-situations.ts";
import { witnessOf } from "./witness-of.ts";

const RULES = (second: string): string =>
  exampleFile(`【规则】大额
结算额1000元以上且业务量100笔以上的医药机构，应当限期整改。
【规则】小额
${second}的医药机构，应当纳入退出。`);

const catalogue = {
  "rule-gap": {
    severity: "info",
    message:
      "{rules}按照{facts}分别作出规定，但是有的情形哪一条都没有说到：{gap}。例如{record}{others}。如果不是有意留空，请写明此时怎样办理。",
    why: "几条规定合起来像一张表，每一栏都分得开，但有的格子没有填，遇到时没有结论，经办人员只能自行掌握。",
    bad: RULES("结算额低于1000元且业务量低于100笔"),
    good: RULES("结算额低于1000元或者业务量低于100笔"),
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

/** Rules that divide the same things among them, with a case in the division that none of them speaks of. */
export const ruleGap: AnalysisCheck = {
  catalogue,
  find: async (context) => {
    const found: AnalysisFinding[] = [];
    const asked = new Set<string>();
    const told: ReadonlySet<unknown>[] = [];
    for (const neighbours of neighboursOf(context.program)) {
      for (const table of tablesOf(context.program, neighbours.rules)) {
        const rules = table.rules.map(({ rule }) => rule);
        const key = `${neighbours.isSameThing} ${rules.map(({ id }) => id).join("\n")}`;
        // What has been told of a part explains the whole.
        if (asked.has(key) || told.some((part) => rules.some((rule) => part.has(rule)))) continue;
        asked.add(key);
        if (asked.size > MOST_TABLES || told.length >= MOST_TOLD) return [...found, leftOver(context, rules)];
        const gaps = await gapsOf(context, neighbours, table);
        if (gaps.length > 0) told.push(new Set(rules));
        found.push(...gaps);
      }
    }
    return found;
  },
};

/** So many tables are looked at, and so many told; what is left over is said. */
const MOST_TABLES = 500;
const MOST_TOLD = 40;

const leftOver = ({ program }: CheckContext, rules: readonly Norm[]): AnalysisFinding =>
  undecided(
    "rule-gap",
    "其余规则之间是否还有没有说到的情形",
    { kind: "undecided", reason: "规则较多，没有逐一核对。", milliseconds: 0 },
    rules.map((rule) => placeOf(program, rule, rule.origin)),
  );

const gapsOf = async (
  context: CheckContext,
  neighbours: Neighbours,
  table: RuleTable,
): Promise<readonly AnalysisFinding[]> => {
  const { program, probe } = context;
  const beside = speakingBeside(program, table);
  if (beside === null) return [];
  const cells = await casesOf(context, neighbours, table, beside);
  const rules = table.rules.map(({ rule }) => rule);
  const { object, origin } = rules[0]!;
  const outside = [
    ...table.rules.map(({ axes }) => allOf(origin, [...axes.values()])),
    ...beside.map((parts) => allOf(origin, conditionsOf(parts))),
  ].map(notThat);
  const places = rules.map((rule) => placeOf(program, rule, rule.origin));
  const names = rules.map((rule) => ruleOf(program, rule)).join("、");
  const question = (cell: Cell): { readonly object: string; readonly condition: Condition } => ({
    object,
    condition: allOf(origin, [...table.scope, ...conditionsOf(cell), ...outside]),
  });
  const open: Cell[] = [];
  for (const cell of cells) {
    const answer = await canHoldOrdinarily(probe, question(cell));
    if (answer.kind === "undecided")
      return [undecided("rule-gap", `${names}是否都没有说到某种情形`, answer, places)];
    if (answer.kind === "found") open.push(cell);
  }
  const [first] = open;
  // What is left of rules that all grant something, or all sanction something, is mostly meant to have nothing.
  if (first === undefined || (open.length === 1 && isOneSided(rules))) return [];
  const answer = await canHoldOrdinarily(probe, { ...question(first), smallest: true });
  if (answer.kind !== "found") return [];
  const witness = witnessOf(probe, answer, rules, "哪一条都没有说到");
  const gap = open
    .slice(0, MOST_TOLD)
    .map((cell) => inWords(program, [...table.scope, ...conditionsOf(cell)]));
  return [
    finding(
      "rule-gap",
      {
        rules: names,
        facts: table.divided.map((key) => `“${thingOf(program, table.rules[0]!.axes.get(key)!)}”`).join("、"),
        gap: `${gap.join("；")}${open.length > MOST_CASES ? `，等${open.length}种` : ""}`,
        ...exampleOf(witness),
      },
      { certainty: "shown", places, witness, suggestions: restOf(program, table, open) },
    ),
  ];
};

const MOST_CASES = 3;

const conditionsOf = (parts: Cell | Beside): readonly Condition[] => parts.map(({ condition }) => condition);
