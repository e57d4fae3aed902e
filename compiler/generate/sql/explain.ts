import type { Value } from "../../model/value.ts";
import { parseNumeral } from "../../../language/index.ts";
import { citationsOf } from "../../model/citation.ts";
import type { Condition, Decision, Origin, Program } from "../../model/ir.ts";
import type { Citation } from "../../model/outcome.ts";
import { SqlIdentifiers, sqlString } from "../names.ts";
import type { Dialect } from "../target.ts";
import type { Block } from "./block.ts";
import type { Identifiers } from "./compilation.ts";
import { conditionTruth } from "./condition.ts";
import type { StatusWord } from "./decide.ts";
import { and, FALSE, isFalse, isNull, isTrue, not, or, raw, sql, TRUE, when, type Expr } from "./expr.ts";
import { text } from "./value.ts";
import { Composition, decidedFor, inForce, outsideForce, statusWord, viewName } from "./script.ts";
import { reasonScript } from "./reasons.ts";
import { resultColumns } from "./views.ts";

/**
 * Views that tell on demand which words of the official text decided: one row for each result and each place that it
 * rests on. The views of results do not compute any of it.
 */
export const explainScript = (
  program: Program,
  dialect: Dialect,
  identifiers: Identifiers,
  left: ReadonlySet<string>,
): string => {
  const places: string[] = [];
  const views = [...program.objects.keys()].flatMap((object) => {
    const view = objectView(program, object, dialect, identifiers, left, places);
    return view === null ? [] : [view];
  });
  const table = `-- “·依据”的视图：每个结果取决于哪些词句，每处一行；不按“原则上”的规定办理时记录的理由在“理由”一列。
CREATE TABLE "依据条款" (
  "规则" TEXT NOT NULL, -- 规则的编号
  "子句" BIGINT NOT NULL, -- 规则的子句；0是整条规则
  "条款" TEXT NOT NULL,
  "条款名称" TEXT NOT NULL,
  "引文" TEXT NOT NULL,
  "起" BIGINT NOT NULL, -- 引文在政策文件中的起止位置
  "止" BIGINT NOT NULL,
  "规则条件" TEXT, -- 规则自己的条件，不是条款的项
  "次序" BIGINT NOT NULL
);`;
  const rows = places.length === 0 ? [] : [`INSERT INTO "依据条款" VALUES\n${places.join(",\n")};`];
  const reasons = reasonScript(program, dialect, identifiers, left);
  return `${[table, ...rows, ...views, reasons].join("\n\n")}\n`;
};

const objectView = (
  program: Program,
  object: string,
  dialect: Dialect,
  identifiers: Identifiers,
  left: ReadonlySet<string>,
  places: string[],
): string | null => {
  const decisions = resultColumns(program, identifiers, object, left).decisions.map(({ id }) =>
    program.decisions.find((decision) => decision.id === id)!,
  );
  if (decisions.length === 0) return null;
  const composition = new Composition(program, dialect, null, identifiers);
  const names = new SqlIdentifiers();
  names.of("编号");
  const wide = composition.run(decisions, object, (block) => [
    `${block.source("v.id", true).sql} AS id`,
    ...decisions.flatMap((decision, index) => {
      const clauses = new Clauses(program, decision);
      const { status, decisive } = ofDecision(composition, block, decision, clauses);
      places.push(...clauses.rows);
      return [`${status.sql} AS status${index}`, `${decisive.sql} AS decisive${index}`];
    }),
  ]);
  const long = decisions
    .map(
      ({ id }, index) =>
        `SELECT id, ${sqlString(id)} AS rule, status${index} AS status, decisive${index} AS decisive FROM tw_results`,
    )
    .join(" UNION ALL ");
  const recorded = recordedReason(object, decisions);
  const head = composition.preamble === "" ? "WITH " : `${composition.preamble.trimEnd()},\n`;
  return `CREATE VIEW ${viewName(identifiers, object, "依据")} AS
${head}tw_results AS (${wide}),
tw_judged AS (${long}),
tw_cited AS (SELECT judged.id, judged.status, place.* FROM tw_judged AS judged JOIN "依据条款" AS place ON place."规则" = judged.rule AND position('|' || CAST(place."子句" AS TEXT) || '|' IN judged.decisive) > 0),
tw_items AS (SELECT DISTINCT id, "规则", "条款", "起", "止", "规则条件", "次序" FROM tw_cited WHERE "规则条件" IS NOT NULL),
tw_kept AS (SELECT * FROM tw_items AS items WHERE NOT EXISTS (SELECT 1 FROM tw_items AS above WHERE above.id = items.id AND above."规则" = items."规则" AND above."条款" = items."条款" AND above."起" = items."起" AND above."止" = items."止" AND above."规则条件" <> items."规则条件" AND starts_with(items."规则条件", above."规则条件"))),
tw_joined AS (SELECT id, "规则", "条款", "起", "止", '规则条件' || string_agg("规则条件", '、' ORDER BY "次序") AS "规则条件" FROM tw_kept GROUP BY id, "规则", "条款", "起", "止")
SELECT cited.id AS "编号", cited."规则", cited.status AS "状态", cited."条款", cited."条款名称", cited."引文", cited."起", cited."止", joined."规则条件", ${recorded.column} AS "理由"
FROM (SELECT DISTINCT id, "规则", status, "条款", "条款名称", "引文", "起", "止" FROM tw_cited) AS cited
LEFT JOIN tw_joined AS joined ON joined.id = cited.id AND joined."规则" = cited."规则" AND joined."条款" = cited."条款" AND joined."起" = cited."起" AND joined."止" = cited."止"${recorded.joins};`;
};

/** The reason recorded for a departure from 原则上: by the name of the rule, else by its 编号. */
const recordedReason = (
  object: string,
  decisions: readonly Decision[],
): { readonly column: string; readonly joins: string } => {
  const rows = decisions.flatMap((decision) => {
    const status = departureOf(decision);
    return status === null ? [] : [`(${[decision.id, decision.name, status].map(sqlString).join(", ")})`];
  });
  if (rows.length === 0) return { column: "CAST(NULL AS TEXT)", joins: "" };
  const recorded = (as: string, rule: string): string =>
    `\nLEFT JOIN "理由" AS ${as} ON ${as}."对象" = ${sqlString(object)} AND ${as}."编号" = cited.id AND ${as}."规则" = departing.${rule}`;
  return {
    column: `COALESCE(by_name."理由", by_rule."理由")`,
    joins: `\nLEFT JOIN (VALUES ${rows.join(", ")}) AS departing(rule, name, status) ON departing.rule = cited."规则" AND departing.status = cited.status${recorded("by_name", "name")}${recorded("by_rule", "rule")}`,
  };
};

/** The status under which a rule is departed from that is laid down in principle only. */
const departureOf = (decision: Decision): StatusWord | null => {
  if (decision.kind === "requirement") return decision.modality.inPrinciple ? "不符合" : null;
  return decision.kind === "measure" && decision.orders.some(({ modality }) => modality.inPrinciple)
    ? "成立"
    : null;
};

/** The clauses of a decision that can decide, numbered; their places are rows of the table. */
class Clauses {
  readonly #program: Program;
  readonly #decision: Decision;
  readonly #known = new Map<Origin, number>();
  readonly #cited: { readonly clause: number; readonly place: Citation; readonly item: string | null }[] = [];

  constructor(program: Program, decision: Decision) {
    this.#program = program;
    this.#decision = decision;
    this.number(decision.origin);
  }

  number(origin: Origin): number {
    const known = this.#known.get(origin);
    if (known !== undefined) return known;
    const found = this.#known.size;
    this.#known.set(origin, found);
    for (const place of citationsOf(this.#program.policy, origin, this.#decision.origin)) {
      const item = place.ruleItem === null ? null : place.ruleItem.slice(RULE_ITEM.length);
      this.#cited.push({ clause: found, place, item });
    }
    return found;
  }

  /** Rows of the table, with the order in which items are named. */
  get rows(): readonly string[] {
    const items = [...new Set(this.#cited.flatMap(({ item }) => (item === null ? [] : [item])))].sort(
      (left, right) => ordinal(left) - ordinal(right) || (left < right ? -1 : 1),
    );
    return this.#cited.map(({ clause, place, item }) => {
      const cells = [
        sqlString(this.#decision.id),
        clause,
        sqlString(place.path),
        sqlString(place.label),
        sqlString(place.quote),
        place.start,
        place.end,
        item === null ? "NULL" : sqlString(item),
        item === null ? 0 : items.indexOf(item),
      ];
      return `  (${cells.join(", ")})`;
    });
  }
}

const RULE_ITEM = "规则条件";

const ordinal = (item: string): number =>
  parseNumeral(/^（(.+?)）/.exec(item)?.[1] ?? "") ?? Number.MAX_SAFE_INTEGER;

interface Flagged {
  readonly origin: Origin;
  readonly decides: Expr;
}

const ofDecision = (
  composition: Composition,
  block: Block,
  decision: Decision,
  clauses: Clauses,
): { readonly status: Expr; readonly decisive: Expr } => {
  const found = decidedFor(composition, block, decision);
  const flags = new Map<number, Expr>();
  for (const { origin, decides } of decisiveOf(composition, block, decision, found.status)) {
    const number = clauses.number(origin);
    flags.set(number, or(flags.get(number) ?? FALSE, decides));
  }
  const live = [...flags].filter(([, decides]) => !isFalse(decides));
  const list = live
    .map(([number, decides]) => when([[decides, text(`${number}|`)]], text("")))
    .reduce((before, each) => sql`${before} || ${each}`, text(""));
  const listed = block.column(list);
  const outside = outsideForce(composition, block);
  const decisive = when([[sql`${listed} = ''`, text("|0|")]], sql`'|' || ${listed}`);
  return {
    status: inForce(outside, statusWord(found.status), text("不适用")),
    decisive: inForce(outside, decisive, text("")),
  };
};

/** The clauses that made the result what it is; without one the whole rule did. */
const decisiveOf = (
  composition: Composition,
  block: Block,
  decision: Decision,
  status: Expr,
): readonly Flagged[] => {
  const truthOf = (condition: Condition): Expr =>
    block.column(conditionTruth(composition, block, condition).truth);
  const items = (condition: Condition, whole: Origin, reached: Expr): readonly Flagged[] =>
    leaves(composition, block, condition, null, reached).map(({ item, decides }) => ({
      origin: item ?? whole,
      decides,
    }));
  const open = block.column(sql`(${status} IN (8, 9))`);
  switch (decision.kind) {
    case "measure":
    case "requirement": {
      const main = decision.kind === "measure" ? decision.base : decision.requirement;
      const before =
        decision.kind === "measure" ? [decision.subject] : [decision.subject, decision.applicability];
      const clauses = decision.exceptions
        .flatMap((id) => composition.program.exceptions.get(id) ?? [])
        .filter((clause) => clause.object === decision.object)
        .sort((left, right) => (left.id < right.id ? -1 : 1));
      // 不适用 before the exceptions are asked: not the subject, or not the condition.
      const reaches = decision.kind === "measure" ? [decision.subject, decision.base] : before;
      const asked = and(
        sql`(${status} = 0)`,
        ...reaches.map((condition) => sql`COALESCE(${truthOf(condition)}, TRUE)`),
      );
      const excepted = clauses.flatMap((clause, index) => {
        const earlier = clauses
          .slice(0, index)
          .map(({ condition }) => not(sql`COALESCE(${truthOf(condition)}, FALSE)`));
        const applied = and(asked, ...earlier, sql`COALESCE(${truthOf(clause.condition)}, FALSE)`);
        return items(clause.condition, clause.origin, block.column(applied));
      });
      const openItems = (condition: Condition, whole: Origin): readonly Flagged[] =>
        items(condition, whole, and(open, isNull(truthOf(condition))));
      return [
        ...items(main, decision.origin, block.column(sql`(${status} IN (1, 2, 3, 4))`)),
        ...excepted,
        ...[...before, main].flatMap((condition) => openItems(condition, decision.origin)),
        ...clauses.flatMap((clause) => openItems(clause.condition, clause.origin)),
      ];
    }
    case "classification": {
      const keyOf = (value: Value): string =>
        `${value.kind} ${"value" in value && typeof value.value !== "object" ? value.value : ""}`;
      const truths = decision.items.map((item) => ({
        item,
        key: keyOf(item.value),
        truth: truthOf(item.condition),
      }));
      const holds = (key: string): Expr =>
        or(...truths.filter((each) => each.key === key).map(({ truth }) => sql`COALESCE(${truth}, FALSE)`));
      const keys = [...new Set(truths.map(({ key }) => key))];
      const count = keys
        .map((key) => when([[holds(key), raw("1", 0, true)]], raw("0", 0, true)))
        .reduce((sum, each) => sql`${sum} + ${each}`, raw("0", 0, true));
      const single = block.column(sql`(${count} <= 1)`);
      const named = truths.map(({ item, key, truth }): Flagged => ({
        origin: item.origin,
        decides: or(
          and(open, isNull(truth), or(single, holds(key))),
          and(sql`(${status} IN (5, 7))`, sql`COALESCE(${truth}, FALSE)`),
        ),
      }));
      const { otherwise } = decision;
      return otherwise === null
        ? named
        : [
            ...named,
            {
              origin: otherwise.origin,
              decides: and(sql`(${status} = 5)`, not(or(...keys.map(holds)))),
            },
          ];
    }
    case "definition":
    case "indicator":
    case "ranking":
      return [];
  }
};

/** One true operand of 之一 is enough, 同时符合 needs all. */
const leaves = (
  composition: Composition,
  block: Block,
  condition: Condition,
  above: Origin | null,
  reached: Expr,
): readonly { readonly item: Origin | null; readonly decides: Expr }[] => {
  if (isFalse(reached)) return [];
  const item = condition.origin.item === null ? above : condition.origin;
  if (condition.kind === "not" && "operands" in condition.operand) {
    return leaves(composition, block, condition.operand, item, reached);
  }
  if (!("operands" in condition) || condition.operands.length === 0) return [{ item, decides: reached }];
  const truthOf = (each: Condition): Expr => conditionTruth(composition, block, each).truth;
  const whole = block.column(truthOf(condition));
  return condition.operands.flatMap((operand) => {
    const truth = block.column(truthOf(operand));
    const same = truth.sql === whole.sql ? TRUE : sql`(${truth} IS NOT DISTINCT FROM ${whole})`;
    const here = isTrue(same) ? reached : block.column(and(reached, same));
    return leaves(composition, block, operand, item, here);
  });
};
