import { BOUND_WORDS } from "../../language/index.ts";
import type { NumberType } from "../model/type.ts";
import type { Member } from "../resolve/declared.ts";
import { keyword, LOOSE, pattern, plain } from "./candidate.ts";
import {
  type Expected,
  UNFIT,
  type Around,
  type FitOf,
  named,
  loose,
  nouns,
  booleanFirst,
  members,
  memberBefore,
  memberNamed,
  unitText,
  amounts,
  tails,
  connectives,
  modals,
  basisAndGuard,
} from "./expected-parts.ts";
import { conditionStart } from "./expected.ts";
import type { PolicyView } from "./model.ts";
import { objectOfDeclared, typeOfDeclared, typeWords } from "./name-words.ts";
import type { Word } from "./sentence.ts";

/** Behind 、: another one of the same kind. */
export const anotherOne = (around: Around): Expected => {
  const { view, words } = around;
  const before = words.at(-2);
  if (before?.type === "Quoted") {
    const opener = words.findLast(({ type }) => type === "BasisWord" || type === "GuardWord");
    if (opener?.type === "BasisWord") return { fit: () => UNFIT, others: [], quotes: "basis" };
  }
  const known = before === undefined ? [] : (view.model.declarations.byName.get(before.text) ?? []);
  const values = known.filter((declared) => declared.kind === "value");
  if (values.length > 0)
    return named((declared) =>
      declared.kind === "value" &&
      values.some(({ owner, object }) => owner === declared.owner && object === declared.object)
        ? 0
        : nouns(declared),
    );
  if (known.some(({ kind }) => kind === "measure"))
    return named((declared) => (declared.kind === "measure" ? 0 : loose(declared)));
  return conditionStart(around);
};

/** Behind 的: members of the record before it, or the noun that the condition is about. */
export const afterOf = (around: Around): Expected => {
  const { view, words } = around;
  const before = words.at(-2);
  const known = before === undefined ? [] : (view.model.declarations.byName.get(before.text) ?? []);
  const objects = known.flatMap((declared) => {
    const type = typeOfDeclared(view, declared);
    if (type?.kind === "reference") return [type.object];
    return declared.kind === "object" || declared.kind === "definition"
      ? (objectOfDeclared(view, declared) ?? [])
      : [];
  });
  const ending = [
    ...(around.block.keyword === "例外" ? [] : [pattern("，应当……", "，应当$0", 3, "情态词")]),
    ...(words.some(({ type }) => type === "But") ? [keyword("除外", 0)] : []),
  ];
  if (objects.length > 0)
    return named(
      members(around, () => 0, objects),
      ending,
    );
  return named(nouns, ending);
};

/** Behind 为, 低于, 达到: values, amounts with the unit, and other numbers that may be compared. */
export const compared = (around: Around, operator: Word): Expected => {
  const { view, words, block, records } = around;
  const before = words.slice(0, -1);
  const member = memberBefore(around, before.at(-1)?.type === "Negator" ? before.slice(0, -1) : before);
  if (block.keyword === "认定" && (before.length === 0 || before.at(-1)?.type === "Comma"))
    return named((declared) =>
      declared.kind === "value" && block.name !== "" && declared.owner === block.name
        ? 0
        : declared.kind === "value"
          ? 2
          : loose(declared),
    );
  if (member === null) {
    const parameter =
      before.at(-1) === undefined
        ? undefined
        : view.model.declarations.byName.get(before.at(-1)!.text)?.find(({ kind }) => kind === "parameter");
    const type = parameter === undefined ? null : typeOfDeclared(view, parameter);
    return type?.kind === "number" ? named(comparable(view, type), amounts(type)) : named(loose);
  }
  const type = typeOfDeclared(view, member);
  switch (type?.kind) {
    case "enumeration":
      return named(valuesOf(member), member.kind === "classification" ? RESULT_VALUES : []);
    case "number":
      return named(comparable(view, type), amounts(type));
    case "date":
      return named(
        (declared) =>
          typeOfDeclared(view, declared)?.kind === "date" && loose(declared) < UNFIT ? 2 : loose(declared),
        [pattern("（日期）", "${1:2025}年${2:1}月${3:1}日", 0, "日期")],
      );
    case "reference":
      return named(
        loose,
        records
          .filter(({ object }) => object === type.object)
          .map(({ id }) => plain(`「${id}」`, "object", 0, type.object)),
      );
    case "boolean":
      return named(loose, operator.type === "Is" ? [keyword("是", 0), keyword("否", 0)] : []);
    case "text":
      return named(loose, [pattern("「……」", "「${1:文字}」", 0, "文本")]);
    case "coordinate":
      return named(loose, [
        pattern("东经……度北纬……度", "东经${1:120.000000}度北纬${2:30.000000}度", 0, "坐标"),
      ]);
    case undefined:
      return named(loose);
  }
};

const RESULT_VALUES = ["冲突", "未认定", "未知", "需裁量"].map((word) => keyword(word, 3, "结果"));

const valuesOf =
  (member: Member): FitOf =>
  (declared) =>
    declared.kind === "value" && declared.owner === member.name && declared.object === member.object
      ? 0
      : loose(declared);

/** Numbers that may stand beside such a one, standards first. */
export const comparable =
  (view: PolicyView, wanted: NumberType): FitOf =>
  (declared) => {
    if (loose(declared) === UNFIT) return UNFIT;
    const type = typeOfDeclared(view, declared);
    if (type?.kind !== "number" || declared.kind === "value") return loose(declared);
    if (type.dimension !== wanted.dimension || type.share !== wanted.share) return LOOSE;
    return declared.kind === "parameter" ? 1 : 2;
  };

/** Forms that are written behind a number: 低于10家, 10家以上. */
const BOUNDS = ["低于", "不低于", "高于", "超过", "不超过", "达到", "不足"] as const;

export const afterTerm = (around: Around, name: string): Expected => {
  const { view, words } = around;
  const known = view.model.declarations.byName.get(name) ?? [];
  const member = memberNamed({ ...around, words: words.slice(0, -1) }, name, view);
  const object = known.find(({ kind }) => kind === "object" || kind === "definition");
  if (object !== undefined || (member === null && known.some(({ kind }) => kind === "value"))) {
    const owner = objectOfDeclared(view, object ?? known.find(({ kind }) => kind === "value")!);
    const own = members(around, booleanFirst, owner === null ? [] : [owner]);
    return named(
      (declared) =>
        // A value may be followed by another one that is the noun: 民营 定点医疗机构.
        declared.kind === "value" && object === undefined && declared.object === owner
          ? 2
          : Math.min(own(declared), nouns(declared) + 1),
      [...tails, ...connectives(2), ...modals(4), ...basisAndGuard(words, 4)],
    );
  }
  if (member === null) return named(nouns, [...connectives(2), ...basisAndGuard(words, 2)]);
  const type = typeOfDeclared(view, member);
  switch (type?.kind) {
    case "enumeration":
      return named(valuesOf(member), [
        keyword("为", 1),
        keyword("不为", 2),
        keyword("相同", 2),
        ...(type.ascending === null
          ? []
          : ["不低于", "高于", "低于"].map((word) => keyword(word, 2, "界限词"))),
        ...connectives(3),
      ]);
    case "number":
      return named(loose, [
        ...BOUNDS.map((word) =>
          pattern(
            word,
            `${word}\${1:10}${unitText(type)}`,
            0,
            BOUND_WORDS[word].position === "before" ? "界限词" : "",
          ),
        ),
        pattern("为", `为\${1:10}${unitText(type)}`, 1, typeWords(type)),
        pattern("（数量）以上", `\${1:10}${unitText(type)}以上`, 1, "含本数"),
        ...["加", "减", "乘以", "除以", "较上年增长"].map((word) => keyword(word, 3, "算式")),
        ...connectives(4),
      ]);
    case "date":
      return named(loose, [
        keyword("早于", 0, "界限词"),
        keyword("晚于", 0, "界限词"),
        keyword("为", 1),
        keyword("之日起", 1),
      ]);
    case "reference":
      return named(nouns, [keyword("的", 0), keyword("内", 1), keyword("为", 1), keyword("相同", 2)]);
    case "text":
    case "coordinate":
      return named(loose, [keyword("为", 0), ...connectives(3)]);
    case "boolean":
    case undefined:
      return named(nouns, [...connectives(1), ...tails, ...modals(4), ...basisAndGuard(words, 2)]);
  }
};

export const afterQuantity = (around: Around, text: string): Expected => {
  const { view, words } = around;
  const field = words.findLast(
    ({ type, text: name }) => type === "Term" && memberNamed(around, name, view) !== null,
  );
  const member = field === undefined ? null : memberNamed(around, field.text, view);
  const type = member === null ? null : typeOfDeclared(view, member);
  const needsUnit = /[\d.]$/.test(text);
  const unit = needsUnit && type?.kind === "number" ? unitText(type) : "";
  const isBounded = words.some(
    ({ type: kind }, index) => kind === "BoundBefore" && index >= words.length - 2,
  );
  return named(nouns, [
    ...(unit === "" ? [] : [plain(unit, "keyword", 0, "单位")]),
    ...(isBounded ? [] : ["以上", "以下", "以内"].map((word) => keyword(word, 1, "界限词，含本数"))),
    ...connectives(2),
  ]);
};
