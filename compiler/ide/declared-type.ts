import { unitOf } from "../../language/index.ts";
import { lookUp, type Declarations } from "../resolve/declared.ts";
import type { Type } from "../model/type.ts";
import type { BlockToken } from "./block-tokens.ts";
import type { PlacedToken, WordInBlock } from "./sentence-around.ts";
import { kindOfToken } from "./token-kinds.ts";

/** The type that an undeclared field must have where it stands, as it is written in an 【对象】; null where that cannot be told. */
export const fieldTypeAround = (
  { tokens, index }: WordInBlock,
  declarations: Declarations,
): string | null => {
  const [next, second] = [tokens[index + 1], tokens[index + 2]];
  const previous = tokens[index - 1];
  if (named(previous, "Since")) return "日期";
  if (named(next, "Quantity") && isBound(second)) return typeOfAmount(next!.token);
  if (endsCondition(next)) return "是否";
  if (!isBound(next) && !named(next, "Is") && !named(next, "IsNot")) return null;
  if (named(second, "Quantity")) return typeOfAmount(second!.token);
  if (named(second, "DateWord")) return "日期";
  const parameter = lookUp(declarations, "parameter", second?.token.image ?? "");
  return parameter === undefined ? null : printedType(parameter.type);
};

/** 单位为笔 of a parameter that a value is compared with; empty where the type of the other side is not known. */
export const parameterTypeAround = ({ tokens, index }: WordInBlock, declarations: Declarations): string => {
  const before = tokens[index - 1];
  if (named(before, "Metric")) return "单位为公里，";
  const left = named(tokens[index - 1], "Term") ? tokens[index - 1] : tokens[index - 2];
  const found = declarations.byName.get(left?.token.image ?? "") ?? [];
  const types = found.flatMap((each) => (each.kind === "field" ? [each.field.type] : []));
  const [type] = types;
  if (type === undefined) return "";
  switch (type.kind) {
    case "number":
      if (type.share) return "类型为百分比，";
      return type.unit === null ? "" : `单位为${type.unit}，`;
    case "date":
      return "类型为日期，";
    case "boolean":
    case "text":
    case "enumeration":
    case "coordinate":
    case "reference":
      return "";
  }
};

/** Whether a word stands where the value of a comparison is expected: 低于X, 步行X内, 业务量X以上. */
export const isComparedWith = ({ tokens, index }: WordInBlock): boolean => {
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  if (isBound(before) || named(before, "Metric")) return true;
  return named(before, "Term") && named(next, "BoundAfter");
};

/** Whether it stands where a rule says what is to be done: 的，纳入X； 应当X。 */
export const isOrdered = ({ tokens, index }: WordInBlock): boolean => {
  const [earlier, before, next] = [tokens[index - 2], tokens[index - 1], tokens[index + 1]];
  const ends = next === undefined || ENDS_ORDER.has(next.token.tokenType.name);
  if (!ends) return false;
  if (named(before, "Modal") || named(before, "InPrinciple")) return true;
  return (
    named(before, "Comma") && (named(earlier, "Of") || named(earlier, "When") || named(earlier, "ListHead"))
  );
};

/** Whether a condition is complete before a word. */
export const endsCondition = (next: PlacedToken | undefined): boolean =>
  next === undefined || ENDS_CONDITION.has(next.token.tokenType.name);

const ENDS_CONDITION: ReadonlySet<string> = new Set([
  "Of",
  "Comma",
  "And",
  "Or",
  "When",
  "Semicolon",
  "Period",
  "Conjunction",
]);

const ENDS_ORDER: ReadonlySet<string> = new Set(["Period", "Colon", "Comma", "Dun", "Conjunction"]);

const named = (placed: PlacedToken | undefined, name: string): boolean =>
  placed?.token.tokenType.name === name;

const isBound = (placed: PlacedToken | undefined): boolean =>
  placed !== undefined && kindOfToken(placed.token) === "bound";

const typeOfAmount = ({ payload }: BlockToken): string => {
  if (payload?.kind !== "quantity") return "数值";
  const { share, unit, digits } = payload;
  if (share) return "百分比";
  if (unit === null) return "数值";
  const { dimension } = unitOf(unit) ?? { dimension: "count" };
  if (dimension === "money") return "金额";
  return dimension === "count" && digits === 0 ? `整数（${unit}）` : `数值（${unit}）`;
};

const printedType = (type: Type): string | null => {
  switch (type.kind) {
    case "number":
      if (type.share) return "百分比";
      if (type.dimension === "money") return "金额";
      if (type.unit === null) return type.integer ? "整数" : "数值";
      return `${type.integer || type.dimension === "count" ? "整数" : "数值"}（${type.unit}）`;
    case "date":
      return "日期";
    case "boolean":
      return "是否";
    case "text":
      return "文本";
    case "enumeration":
    case "coordinate":
    case "reference":
      return null;
  }
};
