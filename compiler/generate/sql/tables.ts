import type { Program } from "../../model/ir.ts";
import type { Field, ObjectType, Type } from "../../model/type.ts";
import { measureOf, modalityOf } from "../../model/norm-words.ts";
import { commentText, sqlString } from "../names.ts";
import type { Dialect } from "../target.ts";
import type { Identifiers } from "./compilation.ts";
import { scaleOf, sqlInputColumns, type InputColumn } from "./field-type.ts";
import { isoDate, parameterText } from "./parameter.ts";
import { tableName } from "./script.ts";

/** Tables of the records and of what stands beside them, with the policy's own values. */
export const schemaScript = (program: Program, dialect: Dialect, identifiers: Identifiers): string =>
  [
    `-- ${commentText(program.policy.name)}：输入数据的表。字段为空表示未知，绝不是零或者否。`,
    ...Array.from(program.objects.values(), (object) => objectTable(object, dialect, identifiers)),
    extras(dialect),
    ...parameterRows(program),
    ...readingRows(program),
    ruleRows(program),
  ]
    .filter((part) => part !== "")
    .join("\n\n") + "\n";

const objectTable = (object: ObjectType, dialect: Dialect, identifiers: Identifiers): string => {
  const columns = sqlInputColumns(object, dialect);
  const lines = columns.map(
    (column, index) =>
      `  ${column.name} ${column.sqlType}${column.field === null ? " PRIMARY KEY" : ""}${index < columns.length - 1 ? "," : ""} -- ${describe(column, object)}`,
  );
  return `CREATE TABLE ${tableName(identifiers, object.name)} (\n${lines.join("\n")}\n);`;
};

const describe = ({ field, part, type }: InputColumn, object: ObjectType): string => {
  const found = field === null ? undefined : object.fields.get(field);
  if (found === undefined || type === null) return "编号，不得重复";
  const words = [typeInWords(type, part), authority(found), found.description].filter(
    (word) => word !== null && word !== "",
  );
  return commentText(`${found.name}：${words.join("；")}`);
};

const typeInWords = (type: Type, part: InputColumn["part"]): string => {
  switch (type.kind) {
    case "boolean":
      return "是否";
    case "text":
      return "文字";
    case "date":
      return "日期";
    case "enumeration":
      return `取值：${type.values.join("、")}`;
    case "reference":
      return `“${type.object}”的编号`;
    case "coordinate":
      return `${part === "longitude" ? "经度" : "纬度"}${type.system === null ? "" : `（${type.system}）`}`;
    case "number": {
      const unit = type.share ? "百分数，85.25表示85.25％" : (type.unit ?? "数");
      return scaleOf(type) === 0 ? `${unit}，整数` : `${unit}，至多${scaleOf(type)}位小数`;
    }
  }
};

const authority = ({ judgedBy }: Field): string | null =>
  judgedBy === null
    ? null
    : `由${judgedBy.name === "未明确" ? "有权机关（文件未明确）" : judgedBy.name}认定${judgedBy.source === null ? "" : `（${judgedBy.source}）`}，为空时需裁量`;

const extras = (dialect: Dialect): string => {
  const double = dialect === "duckdb" ? "DOUBLE" : "DOUBLE PRECISION";
  return `CREATE TABLE "基准日" (
  "日期" DATE NOT NULL -- 只有一行；没有时不能评估
);

CREATE TABLE "参数" (
  "参数" TEXT NOT NULL,
  "起始日" DATE, -- 自该日起；为空表示从来如此
  "地区" TEXT, -- 地区的编号；为空表示各地区
  "值" TEXT NOT NULL, -- 按声明的单位书写：12.5、85.25%、2025-01-24、true
  "来源" TEXT,
  "序号" BIGINT NOT NULL DEFAULT 1000000 -- 同日起始的以序号小的为准；本政策自己的值在前
);

CREATE TABLE "读法" (
  "读法" TEXT NOT NULL PRIMARY KEY,
  "选项" BIGINT NOT NULL -- 采用的读法
);

CREATE TABLE "步行距离" (
  "起点" TEXT NOT NULL,
  "终点" TEXT NOT NULL,
  "米" ${double} NOT NULL, -- 没有反方向的一行时两个方向通用
  PRIMARY KEY ("起点", "终点")
);

CREATE TABLE "理由" (
  "对象" TEXT NOT NULL,
  "编号" TEXT NOT NULL,
  "规则" TEXT NOT NULL,
  "理由" TEXT NOT NULL, -- 不按“原则上”的规定办理时记录的理由
  PRIMARY KEY ("对象", "编号", "规则")
);

CREATE TABLE "规则" (
  "编号" TEXT NOT NULL PRIMARY KEY,
  "规则" TEXT NOT NULL,
  "类别" TEXT NOT NULL,
  "对象" TEXT NOT NULL,
  "条款" TEXT,
  "条款名称" TEXT,
  "情态词" TEXT,
  "措施" TEXT
);`;
};

const parameterRows = (program: Program): readonly string[] => {
  const rows = [...program.parameters.values()].flatMap((parameter) =>
    parameter.values.map(
      (value, index) =>
        `  (${[
          sqlString(parameter.name),
          value.from === null ? "CAST(NULL AS DATE)" : `DATE '${isoDate(value.from)}'`,
          nullable(value.region),
          sqlString(parameterText(value.value, parameter.type)),
          nullable(value.source),
          index,
        ].join(", ")})`,
    ),
  );
  return rows.length === 0
    ? []
    : [`INSERT INTO "参数" ("参数", "起始日", "地区", "值", "来源", "序号") VALUES\n${rows.join(",\n")};`];
};

const readingRows = (program: Program): readonly string[] => {
  const rows = [...program.readings.values()].flatMap(({ name, adopted }) =>
    adopted === null ? [] : [`  (${sqlString(name)}, ${adopted})`],
  );
  return rows.length === 0 ? [] : [`INSERT INTO "读法" ("读法", "选项") VALUES\n${rows.join(",\n")};`];
};

const KINDS = {
  measure: "措施",
  requirement: "条件",
  classification: "认定",
  definition: "定义",
  indicator: "指标",
  ranking: "排名",
} as const;

const ruleRows = (program: Program): string => {
  const rows = program.decisions.map((decision) => {
    const { provision } = decision.origin;
    const label = provision === null ? null : (program.policy.provisions.get(provision)?.label ?? null);
    const cells = [
      decision.id,
      decision.name,
      KINDS[decision.kind],
      decision.object,
      provision,
      label,
      modalityOf(decision),
      measureOf(decision),
    ];
    return `  (${cells.map(nullable).join(", ")})`;
  });
  return rows.length === 0 ? "" : `INSERT INTO "规则" VALUES\n${rows.join(",\n")};`;
};

const nullable = (text: string | null): string => (text === null ? "NULL" : sqlString(text));
