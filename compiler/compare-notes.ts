import type { CompiledPolicy } from "./pipeline.ts";
import type { ComparedSide } from "./model/change.ts";
import type { Program } from "./model/ir.ts";
import type { Type } from "./model/type.ts";

/** A side as the notes speak of it. */
export interface NotedSide {
  readonly side: ComparedSide;
  readonly compiled: CompiledPolicy | null;
}

/** Why rules were not compared; empty where both sides have some. */
export const notesOnRules = (left: NotedSide, right: NotedSide): readonly string[] => {
  const sides = left.side.file === right.side.file ? [left] : [left, right];
  const broken = sides.flatMap(({ side, compiled }) => errorsOf(side, compiled));
  if (broken.length > 0) return broken;
  const without = sides.filter(({ side }) => !side.hasRules);
  if (without.length === 0) return [];
  return without.length === sides.length
    ? ["文件没有规则，只比较了文字。"]
    : [`${named(without[0]!.side)}没有规则，只比较了文字。`];
};

const errorsOf = (side: ComparedSide, compiled: CompiledPolicy | null): readonly string[] => {
  if (compiled === null || compiled.program !== null) return [];
  const errors = compiled.diagnostics.filter(({ severity }) => severity === "error");
  return [
    `${named(side)}的规则有${errors.length}处错误，没有比较规则，只比较了文字。第一处：${errors[0]?.message ?? ""}请用 tiaowen lint ${side.file} 查看并改正。`,
  ];
};

/** What is named alike on both sides and is not the same thing. */
export const notesOnVocabulary = (left: Program, right: Program): readonly string[] => {
  const [before, after] = [left.policy.vocabularies, right.policy.vocabularies];
  const cited =
    before.toSorted().join("、") === after.toSorted().join("、")
      ? []
      : [
          `两份文件引用的词汇不同：${namesOf(before)}；${namesOf(after)}。名称相同的对象和字段按同一对象、同一字段比较。`,
        ];
  return [...cited, ...fieldNotes(left, right)];
};

const namesOf = (names: readonly string[]): string =>
  names.length === 0 ? "没有引用词汇" : names.map((name) => `“${name}”`).join("、");

const fieldNotes = (left: Program, right: Program): readonly string[] =>
  [...left.objects.values()].flatMap((object) => {
    const other = right.objects.get(object.name);
    return [...object.fields.values()].flatMap(({ name, type }) => {
      const there = other?.fields.get(name)?.type;
      if (there === undefined || typeWords(type) === typeWords(there)) return [];
      return [
        `“${object.name}”的字段“${name}”在两份文件中类型不同（${typeWords(type)}；${typeWords(there)}），各按自己的类型读取。`,
      ];
    });
  });

const typeWords = (type: Type): string => {
  switch (type.kind) {
    case "boolean":
      return "是否";
    case "text":
      return "文字";
    case "date":
      return "日期";
    case "coordinate":
      return "坐标";
    case "number":
      return type.share ? "百分比" : `数值${type.unit === null ? "" : `，单位为${type.unit}`}`;
    case "enumeration":
      return `${type.values.join("、")}之一`;
    case "reference":
      return `所指的${type.object}`;
  }
};

const named = ({ name }: ComparedSide): string => `“${name}”`;
