import { slice, type PolicyFile } from "../../language/index.ts";
import type { Type } from "../model/type.ts";
import { KIND_NAMES, type Declared } from "../resolve/declared.ts";
import type { CompletionKind, PolicyView } from "./model.ts";

/** A type in one phrase: 整数（家）, 取值：公立、民营. */
export const typeWords = (type: Type): string => {
  switch (type.kind) {
    case "boolean":
      return "是否";
    case "text":
      return "文本";
    case "date":
      return "日期";
    case "coordinate":
      return type.system === null ? "坐标" : `坐标（${type.system}）`;
    case "reference":
      return `${type.object}的编号`;
    case "enumeration":
      return type.values.length > 12
        ? `取值：${type.values.slice(0, 12).join("、")}等${type.values.length}种`
        : `取值：${type.values.join("、")}`;
    case "number": {
      const kind = type.share
        ? "百分比"
        : type.dimension === "money"
          ? "金额"
          : type.integer
            ? "整数"
            : "数值";
      return type.unit === null || type.share ? kind : `${kind}（${type.unit}）`;
    }
  }
};

/** The type of what a name stands for; null where it has none. */
export const typeOfDeclared = (view: PolicyView, declared: Declared): Type | null => {
  switch (declared.kind) {
    case "field":
      return declared.field.type;
    case "value":
    case "parameter":
    case "classification":
      return declared.type;
    case "indicator":
      return view.model.environment.typeOf(declared);
    case "object":
    case "measure":
    case "definition":
    case "ranking":
    case "rule":
    case "exception":
    case "reading":
      return null;
  }
};

/** The object whose records a name belongs to or means; null where that is not known. */
export const objectOfDeclared = (view: PolicyView, declared: Declared): string | null => {
  switch (declared.kind) {
    case "object":
      return declared.name;
    case "field":
    case "indicator":
    case "classification":
      return declared.object;
    case "value":
      return declared.object === "" ? null : declared.object;
    case "definition":
      return view.model.environment.headOf(declared)?.object ?? null;
    case "rule":
      return view.model.environment.shapes.get(declared.name)?.object ?? null;
    case "parameter":
    case "measure":
    case "ranking":
    case "exception":
    case "reading":
      return null;
  }
};

/** The phrase behind a name in a list: 字段　整数（笔）　定点医药机构. */
export const detailOf = (view: PolicyView, declared: Declared): string => {
  const kind = KIND_NAMES[declared.kind];
  switch (declared.kind) {
    case "field":
      return `${declared.object}的字段，${typeWords(declared.field.type)}`;
    case "value":
      return `${declared.owner}的取值`;
    case "parameter":
      return `${kind}，${typeWords(declared.type)}`;
    case "indicator": {
      const type = view.model.environment.typeOf(declared);
      return `${declared.object}的${kind}${type === null ? "" : `，${typeWords(type)}`}`;
    }
    case "classification":
      return `${declared.object}的${kind}，${typeWords(declared.type)}`;
    case "definition":
    case "rule": {
      const object = objectOfDeclared(view, declared);
      return object === null ? kind : `${object}的${kind}`;
    }
    case "object":
    case "measure":
    case "ranking":
    case "exception":
    case "reading":
      return kind;
  }
};

export const completionKindOf = (declared: Declared): CompletionKind =>
  declared.kind === "reading" ? "quote" : declared.kind;

/** The sentences of a completion: what the name means and where that is written. */
export const documentationOf = (view: PolicyView, declared: Declared): string | null => {
  const lines = meaningLines(view, declared).map(({ label, text }) => `${label}：${text}。`);
  return lines.length === 0 ? null : lines.join("\n").replaceAll("。。", "。");
};

/** What is known of a name beside its kind: meaning, owner, values, source. */
export const meaningLines = (
  view: PolicyView,
  declared: Declared,
): readonly { readonly label: string; readonly text: string }[] => {
  const lines: { label: string; text: string }[] = [];
  const add = (label: string, text: string | null | undefined): void => {
    if (text !== null && text !== undefined && text.trim() !== "") lines.push({ label, text: text.trim() });
  };
  const file = fileNamed(view, declared.place.file);
  switch (declared.kind) {
    case "field":
      // What 出处 says is told as that.
      if (declared.field.description !== writtenSource(file, declared))
        add("说明", declared.field.description);
      if (declared.negative) add("含义", `“${declared.field.name}”的相反情形`);
      else add("相反情形", declared.field.negativeName);
      if (declared.field.judgedBy !== null) {
        add("裁量", judgedWords(declared.field.judgedBy.name));
        add("出处", declared.field.judgedBy.source);
      }
      break;
    case "value": {
      const order = declared.type.ascending;
      if (order !== null && order.includes(declared.name)) add("次序", `由低到高为${order.join("、")}`);
      else if (order !== null) add("次序", "次序外，不与其他取值比较高低");
      break;
    }
    case "parameter": {
      const { owner, values, basis } = declared.block;
      if (declared.regional !== null) add("地区", `按${declared.regional}分别规定`);
      if (owner !== null) add("确定", owner.unstated ? "原文未明确由谁确定" : `由${owner.text}确定`);
      add("取值", values.length === 0 ? "尚无，涉及的结果为需裁量" : valueWords(file, values));
      add("原文", basis.map(({ text }) => `「${text}」`).join("、"));
      break;
    }
    case "definition":
      add("含义", file === null ? null : words(file, declared.definition.span));
      break;
    case "indicator":
      add("算式", file === null ? null : words(file, declared.indicator.value.span));
      break;
    case "reading":
      for (const option of declared.block.options) add(`读法${option.number}`, option.text);
      if (declared.block.adopted !== null)
        add("采用", `读法${declared.block.adopted}${STATUS[declared.block.status ?? "none"]}`);
      break;
    case "rule":
    case "exception":
    case "ranking":
      add("内容", file === null ? null : words(file, declared.block.segment.bodySpan));
      break;
    case "object":
      add("字段", listed([...declared.type.fields.keys()], 12));
      break;
    case "classification":
    case "measure":
      break;
  }
  const source = sourceWords(view, declared);
  if (source !== null) add("出处", source);
  return lines;
};

const STATUS = { provisional: "（暂拟）", confirmed: "（已确认）", none: "" } as const;

const judgedWords = (name: string): string =>
  name === "未明确" ? "需要裁量，原文未明确由谁裁量" : `由${name}裁量`;

const valueWords = (
  file: PolicyFile | null,
  values: readonly { readonly span: { readonly start: number; readonly end: number } }[],
): string =>
  file === null
    ? ""
    : listed(
        values.map(({ span }) => words(file, span)),
        6,
      );

const listed = (parts: readonly string[], most: number): string =>
  parts.length > most ? `${parts.slice(0, most).join("、")}等${parts.length}项` : parts.join("、");

const LONGEST = 160;

const words = (file: PolicyFile, span: { readonly start: number; readonly end: number }): string => {
  const text = slice(file.source, span)
    .replaceAll(/\s+/g, "")
    .replace(/[。；]$/, "");
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}……` : text;
};

/** The provision that the declaring block stands under, and the 出处 written behind a field. */
const sourceWords = (view: PolicyView, declared: Declared): string | null => {
  const file = fileNamed(view, declared.place.file);
  if (file === null) return null;
  if (declared.kind === "field" && declared.field.judgedBy?.source == null) {
    const written = writtenSource(file, declared);
    if (written !== null) return written;
  }
  const path = declared.place.provision;
  return path === null ? null : (file.document.byPath.get(path)?.label ?? null);
};

/** The 出处「…」 behind a field. */
const writtenSource = (file: PolicyFile | null, { place }: Declared): string | null =>
  file === null
    ? null
    : (SOURCE.exec(file.source.text.slice(place.span.end, place.span.end + 400))?.[1] ?? null);

const SOURCE = /^[^；;。\n]*?出处\s*[「『“]([^」』”\n]{1,200})[」』”]/;

/** The file of that name among those of a view. */
export const fileNamed = (view: PolicyView, name: string): PolicyFile | null =>
  view.file.source.name === name
    ? view.file
    : (view.vocabularies.find((file) => file.source.name === name) ?? null);
