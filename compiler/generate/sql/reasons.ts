import type { Program } from "../../model/ir.ts";
import { sqlString } from "../names.ts";
import type { Dialect } from "../target.ts";
import type { Block } from "./block.ts";
import { Causes } from "./cause.ts";
import type { Identifiers } from "./compilation.ts";
import { DIALECTS } from "./dialect.ts";
import type { Expr } from "./expr.ts";
import { Composition, decidedFor, inForce, outsideForce, statusWord, viewName } from "./script.ts";
import { text } from "./value.ts";
import { resultColumns } from "./views.ts";
import { judgedWhy } from "./why-decision.ts";

/**
 * Views that tell on demand why results are open: one row for each result that is 未知 or 需裁量 and each reason, as the
 * interpreter gives them. The views of results do not compute any of it.
 */
export const reasonScript = (
  program: Program,
  dialect: Dialect,
  identifiers: Identifiers,
  left: ReadonlySet<string>,
): string => {
  const causes = new Causes();
  const views = [...program.objects.keys()].flatMap((object) => {
    const view = objectView(program, object, dialect, identifiers, left, causes);
    return view === null ? [] : [view];
  });
  const table = `-- “·原因”的视图：未知或者需裁量的结果为什么没有定，每个结果、每个原因一行。
CREATE TABLE "原因条目" (
  "条目" BIGINT NOT NULL PRIMARY KEY,
  "类别" TEXT NOT NULL,
  "名称" TEXT NOT NULL,
  "对象" TEXT, -- 缺少或者判断的事实所属的对象
  "由谁确定" TEXT,
  "来源" TEXT,
  "方式" TEXT -- 同名次的确定方式
);`;
  const rows = causes.rows.length === 0 ? [] : [`INSERT INTO "原因条目" VALUES\n${causes.rows.join(",\n")};`];
  return [table, ...rows, ...views].join("\n\n");
};

const objectView = (
  program: Program,
  object: string,
  dialect: Dialect,
  identifiers: Identifiers,
  left: ReadonlySet<string>,
  causes: Causes,
): string | null => {
  const decisions = resultColumns(program, identifiers, object, left).decisions.map(({ id }) =>
    program.decisions.find((decision) => decision.id === id)!,
  );
  if (decisions.length === 0) return null;
  const composition = new Composition(program, dialect, null, identifiers, causes);
  const wide = composition.run(decisions, object, (block) => [
    `${block.source("v.id", true).sql} AS id`,
    ...decisions.flatMap((decision, index) => {
      const { status, why } = ofDecision(composition, block, decision);
      return [`${status.sql} AS status${index}`, `${why.sql} AS why${index}`];
    }),
  ]);
  const long = decisions
    .map(
      ({ id }, index) =>
        `SELECT id, ${sqlString(id)} AS rule, status${index} AS status, why${index} AS why FROM tw_results`,
    )
    .join(" UNION ALL ");
  const head = composition.preamble === "" ? "WITH " : `${composition.preamble.trimEnd()},\n`;
  const { fromHex } = DIALECTS[dialect];
  const record = (place: number): string => fromHex(`split_part(told.records, ',', ${place})`);
  const between = `cause."类别" IN ('缺少步行距离', '坐标系不一致')`;
  return `CREATE VIEW ${viewName(identifiers, object, "原因")} AS
${head}tw_results AS (${wide}),
tw_judged AS (${long}),
tw_items AS (SELECT id, rule, status, unnest(string_to_array(why, ';')) AS item FROM tw_judged WHERE why <> ''),
tw_told AS (SELECT DISTINCT id, rule, status, split_part(item, ':', 1) AS number, CASE WHEN position(':' IN item) > 0 THEN split_part(item, ':', 2) END AS records FROM tw_items WHERE item <> '')
SELECT told.id AS "编号", told.rule AS "规则", told.status AS "状态", cause."类别", cause."名称", cause."对象",
  CASE WHEN cause."对象" IS NOT NULL THEN ${record(1)} END AS "记录", cause."由谁确定", cause."来源",
  CASE WHEN cause."类别" = '参数未定' AND told.records IS NOT NULL THEN ${record(1)} END AS "地区",
  CASE WHEN ${between} THEN ${record(1)} END AS "起点", CASE WHEN ${between} THEN ${record(2)} END AS "终点", cause."方式"
FROM tw_told AS told JOIN "原因条目" AS cause ON CAST(cause."条目" AS TEXT) = told.number;`;
};

const ofDecision = (
  composition: Composition,
  block: Block,
  decision: Program["decisions"][number],
): { readonly status: Expr; readonly why: Expr } => {
  const { status } = decidedFor(composition, block, decision);
  const exported = composition.whys?.exported.get(decision.id);
  const why =
    exported === undefined
      ? judgedWhy(composition, block, decision, status)
      : block.source(`v.${exported.sql}`);
  const outside = outsideForce(composition, block);
  return {
    status: inForce(outside, statusWord(status), text("不适用")),
    why: inForce(outside, why, text("")),
  };
};
