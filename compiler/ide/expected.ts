import type { NumberType } from "../model/type.ts";
import { keyword, LOOSE, pattern } from "./candidate.ts";
import {
  type Expected,
  UNFIT,
  type Around,
  named,
  both,
  RESULT_KINDS,
  loose,
  nouns,
  booleanFirst,
  members,
  snippetsOf,
  modals,
  orders,
  connectives,
  basisAndGuard,
} from "./expected-parts.ts";
import { scenario } from "./expected-scenario.ts";
import { anotherOne, afterOf, compared, afterTerm, comparable, afterQuantity } from "./expected-values.ts";

/** Reads what stands before: the type at the place comes first. */
export const expectedAt = (around: Around): Expected => {
  const { words, block } = around;
  const last = words.at(-1);
  if (block.keyword === "用例") {
    const expected = scenario(around);
    if (expected !== null) return expected;
  }
  switch (last?.type) {
    case undefined:
    case "Period":
      return statementStart(around);
    case "Semicolon":
      return block.keyword === "规则" || block.keyword === "认定" || block.keyword === "例外"
        ? both(conditionStart(around), statementStart(around))
        : statementStart(around);
    case "Modal":
    case "InPrinciple":
    case "Additional":
      return action(around, last.type !== "Modal");
    case "Comma":
      return afterComma(around);
    case "Dun":
      return anotherOne(around);
    case "Of":
      return afterOf(around);
    case "Is":
    case "IsNot":
    case "BoundBefore":
    case "BoundEither":
      return compared(around, last);
    case "Term":
      return afterTerm(around, last.text);
    case "Quantity":
      return afterQuantity(around, last.text);
    case "BoundAfter":
      return named(nouns, connectives(1));
    case "Negator":
      return named(members(around, (type) => (type?.kind === "boolean" ? 0 : 3)));
    case "Have":
    case "HaveNot":
    case "HaveCount":
      return named(
        (declared) => Math.min(nouns(declared), members(around, booleanFirst)(declared)),
        [pattern("（数量）家", "${1:1}家", 2, "数量"), keyword("步行", 3), keyword("直线", 3)],
      );
    case "Lead":
    case "Member":
    case "Toward":
      return named(nouns);
    case "SameOne":
      return named(members(around, (type) => (type?.kind === "reference" ? 0 : 3)));
    case "According":
      return named(members(around, (type) => (type?.kind === "number" ? 0 : 2)));
    case "Since":
      return named(members(around, (type) => (type?.kind === "date" ? 0 : 3)));
    case "LocatedAt":
      return named(loose, [
        pattern("前……％", "前${1:10}％", 0, "名次"),
        pattern("后……％", "后${1:10}％", 0, "名次"),
      ]);
    case "Metric":
      return named(comparable(around.view, LENGTH), [pattern("（数量）公里内", "${1:1}公里内", 0, "范围")]);
    case "BasisWord":
      return { fit: () => UNFIT, others: [], quotes: "basis" };
    case "GuardWord":
      return { fit: () => UNFIT, others: [], quotes: "reading" };
    case "NotBound":
      return named(
        (declared) => (declared.kind === "rule" ? 0 : RESULT_KINDS.has(declared.kind) ? 2 : UNFIT),
        [
          ...["本办法", "本指引", "本细则", "本规定", "本条"].map((word) => keyword(word, 1)),
          pattern("第……条", "第${1:一}条", 2, "条文"),
        ],
      );
    case "Quoted":
      return named(loose, [
        ...basisAndGuard(words, 2),
        ...["读法一", "读法二"].map((word) => keyword(word, words.at(-2)?.type === "GuardWord" ? 0 : LOOSE)),
      ]);
    default:
      return conditionStart(around);
  }
};

const LENGTH: NumberType = {
  kind: "number",
  dimension: "length",
  unit: "公里",
  integer: false,
  share: false,
  scale: 6,
};

const statementStart = (around: Around): Expected => {
  const { block } = around;
  const sentences = snippetsOf(block, 2);
  switch (block.keyword) {
    case "性质":
      return named(
        (declared) => (RESULT_KINDS.has(declared.kind) ? 1 : nouns(declared)),
        [keyword("任一", 1), ...sentences],
      );
    case "参数":
      return named(loose, [
        keyword("单位为", 1),
        keyword("类型为", 1),
        keyword("自", 2),
        keyword("由", 2),
        ...sentences,
      ]);
    case "界限":
      return named(loose, [keyword("本办法", 1), keyword("本章", 1), ...sentences]);
    case "断言":
      return named(loose, sentences);
    default:
      return named(
        (declared) => Math.min(nouns(declared), members(around, () => 3)(declared)),
        [...sentences, ...["原则上", "对", "除", "每个", "凡"].map((word) => keyword(word, 3))],
      );
  }
};

export const conditionStart = (around: Around): Expected =>
  named(
    (declared) => Math.min(nouns(declared) + 1, members(around, booleanFirst)(declared)),
    [
      ...snippetsOf(around.block, 4).filter(({ insertText }) => !/[。；]\$0$|：\n/.test(insertText)),
      ...["未", "有", "没有", "距", "步行", "属于"].map((word) => keyword(word, 3)),
      ...(around.block.keyword === "认定"
        ? [pattern("其他的，为……", "其他的，为${1:其他}。$0", 3, "其余的记录")]
        : []),
    ],
  );

/** Behind a condition: what is ordered, forbidden or allowed. */
const action = (around: Around, withModals: boolean): Expected =>
  named(
    (declared) =>
      declared.kind === "measure"
        ? 0
        : Math.min(members(around, (type) => booleanFirst(type) + 1)(declared), nouns(declared) + 1),
    [
      ...(withModals ? modals(1) : []),
      pattern(
        "同时符合下列条件：",
        "同时符合下列条件：\n（一）${1:条件}；\n（二）${2:条件}。$0",
        1,
        "逐项检查的要求",
      ),
      pattern("至少有", "至少有${1:1}家", 2, "数量"),
    ],
  );

const afterComma = (around: Around): Expected => {
  const { words, block } = around;
  const before = words.at(-2);
  if (before?.type === "Of" || before?.type === "When" || before?.type === "Outside") {
    const isException = block.keyword === "例外";
    return both(
      isException ? named(loose, [keyword("不受", 0)]) : action(around, true),
      named(loose, [
        ...(isException ? [] : modals(0.5)),
        keyword("原则上", 1, "情态词"),
        ...basisAndGuard(words, 3),
      ]),
    );
  }
  if (block.keyword === "例外" && !words.some(({ type }) => type === "NotBound"))
    return both(named(loose, [keyword("不受", 0)]), conditionStart(around));
  if (orders(around)) return named(loose, [...basisAndGuard(words, 0), keyword("但", 1)]);
  const value = block.keyword === "认定" ? [keyword("为", 0, "类别")] : [];
  return both(named(loose, [...value, ...basisAndGuard(words, 1), keyword("但", 3)]), conditionStart(around));
};
