import { compare, type DiagnosticTable, type Rational } from "../../../language/index.ts";
import type { AnalysisFinding } from "../../model/analysis.ts";
import { exampleFile } from "../../resolve/example.ts";
import { asNeighbours, sideOfRule, type Side } from "./band-sides.ts";
import { boundedKey, limitsOf, readIn, type Limit } from "./bands.ts";
import { meetingAt } from "./bound-words.ts";
import type { AnalysisCheck, CheckContext } from "./check.ts";
import { allOf, conjuncts, inTextOrder, notThat, readingsFor } from "./conditions.ts";
import { findings, placeOf, ruleOf, undecided } from "./finding.ts";
import { canHoldOrdinarily } from "./ordinary.ts";
import { witnessOf } from "./witness-of.ts";

const RULES = (upper: string): string =>
  exampleFile(
    `【规则】小额\n结算额1000元以下的医药机构，应当限期整改。\n【规则】大额\n结算额${upper}的医药机构，应当纳入退出。`,
  );

const catalogue = {
  "band-between": {
    severity: "info",
    message:
      "{first}（{lower}）与{second}（{upper}）之间的情形，没有一条作出规定。例如{example}。如果不是有意留空，请补写中间一档。",
    why: "分档规定的，档与档之间没有写到的情形就没有结论，办理时不知怎样处理。",
    bad: RULES("2000元以上"),
    good: RULES("超过1000元"),
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

/** Rules that stand beside each other and give bands on one number, with a stretch between that nobody speaks of. */
export const bandBetween: AnalysisCheck = {
  catalogue,
  find: async (context) => {
    const found: AnalysisFinding[] = [];
    const known = new Set<string>();
    for (const neighbours of asNeighbours(inTextOrder(context.program.decisions))) {
      const sides = neighbours.map((rule) => sideOfRule(context.program, rule));
      for (const apart of apartIn(sides)) {
        const pair = JSON.stringify([apart.first.side.rule.id, apart.second.side.rule.id]);
        if (known.has(pair)) continue;
        known.add(pair);
        found.push(...(await told(context, sides, apart)));
      }
    }
    return found;
  },
};

interface End {
  readonly side: Side;
  readonly limit: Limit;
  readonly number: Rational;
}

/** A band that ends, and the nearest one above that begins later. */
interface Apart {
  readonly first: End;
  readonly second: End;
}

const apartIn = (sides: readonly Side[]): readonly Apart[] => {
  const byBounded = new Map<string, End[]>();
  for (const side of sides) {
    for (const limit of limitsOf(side.condition)) {
      const { value } = limit;
      if (value.kind !== "literal" || value.value.kind !== "number") continue;
      const key = boundedKey(limit.condition);
      const ends = byBounded.get(key) ?? [];
      ends.push({ side, limit, number: value.value.value });
      byBounded.set(key, ends);
    }
  }
  return [...byBounded.values()].flatMap((ends) => {
    const inOrder = ends.toSorted((left, right) => compare(left.number, right.number));
    return inOrder.flatMap((first, index): readonly Apart[] => {
      const second = inOrder[index + 1];
      const isApart =
        second !== undefined &&
        first.limit.side === "upper" &&
        second.limit.side === "lower" &&
        first.side.rule !== second.side.rule &&
        compare(first.number, second.number) < 0;
      return isApart ? [{ first, second }] : [];
    });
  });
};

const told = async (
  context: CheckContext,
  sides: readonly Side[],
  { first, second }: Apart,
): Promise<readonly AnalysisFinding[]> => {
  const { program, probe } = context;
  const around = [...first.side.around, ...second.side.around];
  const rest = [...first.limit.rest, ...second.limit.rest];
  const readings = readingsFor(program, [allOf(first.side.origin, [...around, ...rest].flatMap(conjuncts))]);
  if (readings === null) return [];
  const bounded = readIn(first.limit.condition);
  const speaking = sides.filter(({ reached }) => [...readIn(reached)].some((each) => bounded.has(each)));
  const between = [first, second].map(({ limit }) => notThat(limit.condition));
  const answer = await canHoldOrdinarily(probe, {
    object: first.side.rule.object,
    condition: allOf(first.side.origin, [
      ...around,
      ...rest,
      ...between,
      ...speaking.map(({ reached }) => notThat(reached)),
    ]),
    readings,
    smallest: true,
  });
  if (answer.kind === "never") return [];
  const rules = [first.side.rule, second.side.rule];
  const places = rules.map((rule) => placeOf(program, rule, rule.origin));
  const [one, other] = [ruleOf(program, rules[0]!, readings), ruleOf(program, rules[1]!)];
  if (answer.kind === "undecided")
    return [undecided("band-between", `${one}与${other}之间是否有没有规定的情形`, answer, places)];
  const witness = witnessOf(probe, answer, rules, "两档之间", readings);
  return [
    finding(
      "band-between",
      {
        first: one,
        second: other,
        lower: first.limit.condition.origin.words,
        upper: second.limit.condition.origin.words,
        example: witness.facts.join("；"),
      },
      {
        certainty: "shown",
        places,
        witness,
        suggestions: [
          ...meetingAt(context.files, first.limit, second.limit, `中间一档归入${one}。${DECIDED_BY}`),
          ...meetingAt(context.files, second.limit, first.limit, `中间一档归入${other}。${DECIDED_BY}`),
        ],
      },
    ),
  ];
};

const DECIDED_BY = "归入哪一档、还是另立一档，须由起草人决定";
