import { BOUND_WORDS, MODAL_WORDS, RESULT_WORDS, type BlockSegment } from "../../language/index.ts";
import type { NumberType, Type } from "../model/type.ts";
import type { Declared, Member } from "../resolve/declared.ts";
import { keyword, LOOSE, ofSnippet, pattern, plain, type Candidate } from "./candidate.ts";
import type { PolicyView } from "./model.ts";
import { objectOfDeclared, typeOfDeclared, typeWords } from "./name-words.ts";
import type { Word } from "./sentence.ts";
import { SNIPPETS } from "./snippets.ts";

/** What may stand at a place of a sentence. */
export interface Expected {
  /** How well a name fits; `UNFIT` where it may not stand at all. */
  readonly fit: (declared: Declared) => number;
  /** Patterns and keywords that fit better than everywhere. */
  readonly others: readonly Candidate[];
  /** Quotations of the official text stand here: behind 依据 and 限. */
  readonly quotes: "basis" | "reading" | null;
}

export const UNFIT = 99;

/** What is known where a sentence is typed. */
export interface Around {
  readonly view: PolicyView;
  readonly block: BlockSegment;
  /** The words of the sentence before the place. */
  readonly words: readonly Word[];
  /** Records that a 用例 has introduced. */
  readonly records: readonly { readonly object: string; readonly id: string }[];
}

type FitOf = (declared: Declared) => number;

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
      return named(loose, [pattern("（数量）公里内", "${1:1}公里内", 0, "范围")]);
    case "BasisWord":
      return { fit: () => UNFIT, others: [], quotes: "basis" };
    case "GuardWord":
      return { fit: () => UNFIT, others: [], quotes: "reading" };
    case "NotBound":
      return named(
        (declared) => (RESULT_KINDS.has(declared.kind) ? 0 : UNFIT),
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

const named = (fit: FitOf, others: readonly Candidate[] = []): Expected => ({ fit, others, quotes: null });

const both = (left: Expected, right: Expected): Expected => ({
  fit: (declared) => Math.min(left.fit(declared), right.fit(declared)),
  others: [...left.others, ...right.others],
  quotes: left.quotes ?? right.quotes,
});

const RESULT_KINDS: ReadonlySet<Declared["kind"]> = new Set([
  "rule",
  "classification",
  "definition",
  "indicator",
  "ranking",
]);

/** Names that may stand in a sentence, though they fit no better than others. */
const loose: FitOf = (declared) =>
  declared.kind === "rule" || declared.kind === "exception" || declared.kind === "reading" ? UNFIT : LOOSE;

const nouns: FitOf = (declared) => {
  switch (declared.kind) {
    case "object":
    case "definition":
      return 1;
    case "value":
      return 4;
    default:
      return loose(declared);
  }
};

const booleanFirst = (type: Type | null): number => (type?.kind === "boolean" ? 1 : 2);

/** Fields, indicators and classifications of the records that are spoken of. */
const members = (around: Around, rank: (type: Type | null) => number, of = objectsOf(around)): FitOf => {
  const wanted = new Set(of);
  return (declared) => {
    if (declared.kind === "field" || declared.kind === "indicator" || declared.kind === "classification") {
      if (wanted.size === 0 || wanted.has(declared.object))
        return rank(typeOfDeclared(around.view, declared));
    }
    return declared.kind === "definition" ? 3 : loose(declared);
  };
};

/** The objects that the sentence speaks of, the first and the latest; else that of any block before it. */
export const objectsOf = ({ view, words, block }: Around): readonly string[] => {
  const found: string[] = [];
  for (const { type, text } of words) {
    if (type !== "Term" && type !== "Quoted") continue;
    for (const declared of view.model.declarations.byName.get(text) ?? []) {
      if (declared.kind === "object") found.push(declared.name);
      else if (declared.kind === "definition") found.push(objectOfDeclared(view, declared) ?? "");
    }
  }
  if (found.length === 0) {
    const body = view.file.source.text.slice(block.bodySpan.start, words[0]?.start ?? block.bodySpan.start);
    for (const name of view.model.declarations.objects.keys()) if (body.includes(name)) found.push(name);
  }
  return [...new Set([...found.slice(-1), ...found.slice(0, 1)])].filter((name) => name !== "");
};

const snippetsOf = (block: BlockSegment, fit: number): readonly Candidate[] =>
  SNIPPETS.filter(({ within }) => within?.some((word) => word === block.keyword)).map((snippet) =>
    ofSnippet(snippet, /[。；]\$0$|：\n/.test(snippet.body) ? fit : fit + 1),
  );

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

const conditionStart = (around: Around): Expected =>
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

const modals = (fit: number): readonly Candidate[] =>
  Object.keys(MODAL_WORDS).map((word) =>
    keyword(word, word === "应当" || word === "不得" || word === "可以" ? fit - 0.5 : fit, "情态词"),
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
  const value = block.keyword === "认定" ? [keyword("为", 0, "类别")] : [];
  return both(named(loose, [...value, ...basisAndGuard(words, 1), keyword("但", 3)]), conditionStart(around));
};

const basisAndGuard = (words: readonly Word[], fit: number): readonly Candidate[] => {
  const isOpen = words.at(-1)?.type === "Comma";
  return [
    {
      ...keyword("依据", fit, "照抄本条的原文"),
      insertText: isOpen ? "依据「$0」" : "，依据「$0」",
      snippet: true,
    },
    {
      ...keyword("限", fit + 1, "只在一种读法下成立"),
      insertText: isOpen ? "限「$0」读法二" : "，限「$0」读法二",
      snippet: true,
    },
  ];
};

/** Behind 、: another one of the same kind. */
const anotherOne = (around: Around): Expected => {
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
const afterOf = (around: Around): Expected => {
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

/** The member that stands before a comparison, or the words that a classification gives. */
const memberBefore = (around: Around, words: readonly Word[]): Member | null => {
  const { view } = around;
  const last = words.at(-1);
  if (last === undefined || last.type !== "Term") return null;
  return memberNamed(around, last.text, view);
};

const memberNamed = (around: Around, name: string, view: PolicyView): Member | null => {
  const known = (view.model.declarations.byName.get(name) ?? []).filter(
    (declared): declared is Member =>
      declared.kind === "field" || declared.kind === "indicator" || declared.kind === "classification",
  );
  if (known.length <= 1) return known[0] ?? null;
  const objects = objectsOf(around);
  return (
    known.find(({ object }) => objects[0] === object) ??
    known.find(({ object }) => objects.includes(object)) ??
    known[0]!
  );
};

/** Behind 为, 低于, 达到: values, amounts with the unit, and other numbers that may be compared. */
const compared = (around: Around, operator: Word): Expected => {
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

const comparable =
  (view: PolicyView, wanted: NumberType): FitOf =>
  (declared) => {
    if (loose(declared) === UNFIT) return UNFIT;
    const type = typeOfDeclared(view, declared);
    if (type?.kind !== "number" || declared.kind === "value") return loose(declared);
    if (type.dimension !== wanted.dimension || type.share !== wanted.share) return LOOSE;
    return declared.kind === "parameter" ? 1 : 2;
  };

const unitText = (type: NumberType): string =>
  type.share ? "％" : (type.unit ?? (type.dimension === "money" ? "元" : ""));

const amounts = (type: NumberType): readonly Candidate[] => [
  pattern(`（数量）${unitText(type)}`, `\${1:10}${unitText(type)}`, 0, typeWords(type)),
];

/** Forms that are written behind a number: 低于10家, 10家以上. */
const BOUNDS = ["低于", "不低于", "高于", "超过", "不超过", "达到", "不足"] as const;

const afterTerm = (around: Around, name: string): Expected => {
  const { view, words } = around;
  const known = view.model.declarations.byName.get(name) ?? [];
  const member = memberNamed({ ...around, words: words.slice(0, -1) }, name, view);
  const object = known.find(({ kind }) => kind === "object" || kind === "definition");
  if (object !== undefined || (member === null && known.some(({ kind }) => kind === "value"))) {
    const owner = objectOfDeclared(view, object ?? known.find(({ kind }) => kind === "value")!);
    return named(
      (declared) =>
        Math.min(members(around, booleanFirst, owner === null ? [] : [owner])(declared), nouns(declared) + 1),
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

const connectives = (fit: number): readonly Candidate[] => [
  keyword("的", fit),
  keyword("且", fit),
  keyword("或者", fit),
];

/** What may follow a noun at the beginning of a rule. */
const tails: readonly Candidate[] = [
  pattern(
    "有下列情形之一的",
    "有下列情形之一的，${1:应当}${2:措施}：\n（一）${3:条件}；\n（二）${4:条件}。$0",
    2,
    "句式",
  ),
  pattern(
    "同时符合下列条件的",
    "同时符合下列条件的，${1:应当}${2:措施}：\n（一）${3:条件}；\n（二）${4:条件}。$0",
    2,
    "句式",
  ),
  pattern(
    "应当同时符合下列条件",
    "应当同时符合下列条件：\n（一）${1:条件}；\n（二）${2:条件}。$0",
    2,
    "句式",
  ),
];

const afterQuantity = (around: Around, text: string): Expected => {
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

/** 用例: what is set, and what must come out. Null where the general rules say it. */
const scenario = (around: Around): Expected | null => {
  const { view, words, records } = around;
  const last = words.at(-1);
  const begin = words.findLastIndex(
    ({ type }) => type === "Semicolon" || type === "Period" || type === "Let" || type === "Then",
  );
  const opener = words[begin];
  const isThen = words.some(({ type }) => type === "Then");
  const ids = (fit: number): readonly Candidate[] =>
    [...new Map(records.map((record) => [record.id, record])).values()].map(({ id, object }) =>
      plain(`「${id}」`, "object", fit, object, `「${id}」`),
    );
  switch (last?.type) {
    case undefined:
    case "Semicolon":
    case "Period":
      return named(
        () => UNFIT,
        [...(isThen ? ids(0) : []), ...snippetsOf(around.block, 1), keyword("设", 0), keyword("则", 0)],
      );
    case "Let":
      return named(
        (declared) => (declared.kind === "object" ? 1 : declared.kind === "parameter" ? 2 : UNFIT),
        [pattern("基准日为", "基准日为${1:2025年6月1日}；$0", 0, "按哪一天判断"), ...ids(4)],
      );
    case "Then":
      return named(() => UNFIT, ids(0));
    case "Because":
      return named((declared) =>
        declared.kind === "field"
          ? 1
          : declared.kind === "parameter"
            ? 1
            : declared.kind === "rule"
              ? UNFIT
              : LOOSE,
      );
    case "Colon":
    case "Comma":
      return opener?.type === "Let"
        ? named(members(around, () => 0))
        : named(loose, [keyword("因", 0), ...basisAndGuard(words, 1)]);
    case "Of":
    case "Quoted": {
      const id = (last.type === "Of" ? words.at(-2) : last)?.text;
      if (opener?.type === "Let" && !words.slice(begin).some(({ type }) => type === "Colon"))
        return named(loose, [keyword("：", 0), keyword("采", 1), keyword("至", 2)]);
      if (opener?.type === "Let") return null;
      const object = records.find((record) => record.id === id)?.object;
      return named(
        (declared) =>
          RESULT_KINDS.has(declared.kind)
            ? object === undefined || objectOfDeclared(view, declared) === object
              ? 0
              : 2
            : UNFIT,
        last.type === "Of" ? [] : [keyword("的", 1)],
      );
    }
    case "Term": {
      const rule = view.model.declarations.byName.get(last.text)?.find(({ kind }) => RESULT_KINDS.has(kind));
      if (rule === undefined || opener?.type === "Let") return null;
      return named(loose, [
        ...RESULT_WORDS.map((word) => keyword(word, resultFit(view, rule, word), "结果")),
        ...(rule.kind === "rule" ? [] : [keyword("为", 0)]),
      ]);
    }
    case "Result":
      return named(() => UNFIT, [pattern("，因……", "，因$0", 1, "原因"), ...basisAndGuard(words, 1)]);
    default:
      return null;
  }
};

const MEASURE_RESULTS: readonly string[] = ["成立", "不成立"];
const REQUIREMENT_RESULTS: readonly string[] = ["符合", "不符合"];

const resultFit = (view: PolicyView, declared: Declared, word: string): number => {
  const shape = declared.kind === "rule" ? view.model.environment.shapes.get(declared.name)?.kind : undefined;
  if (MEASURE_RESULTS.includes(word)) return shape === "requirement" ? 4 : 0;
  if (REQUIREMENT_RESULTS.includes(word)) return shape === "measure" ? 4 : 0;
  return 1;
};
