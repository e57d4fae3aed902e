import { MODAL_WORDS, RESULT_WORDS, STATED } from "../../language/index.ts";
import type { Declared } from "../resolve/declared.ts";
import { keyword, LOOSE, pattern, plain, type Candidate } from "./candidate.ts";
import {
  type Expected,
  UNFIT,
  type Around,
  named,
  RESULT_KINDS,
  loose,
  members,
  snippetsOf,
  basisAndGuard,
} from "./expected-parts.ts";
import type { PolicyView } from "./model.ts";
import { objectOfDeclared } from "./name-words.ts";
import type { Word } from "./sentence.ts";

/** 用例: what is set, and what must come out. Null where the general rules say it. */
export const scenario = (around: Around): Expected | null => {
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
    case "Because": {
      // The reasons are facts of the record that is judged, and standards.
      const id = words.findLast(({ type }) => type === "Quoted")?.text;
      const object = records.find((record) => record.id === id)?.object;
      return named((declared) => {
        if (declared.kind === "parameter") return 1;
        if (declared.kind === "field") return object === undefined || declared.object === object ? 1 : 3;
        return declared.kind === "rule" ? UNFIT : LOOSE;
      });
    }
    case "Colon":
    case "Comma":
      return opener?.type === "Let"
        ? facts(around, words.slice(begin + 1))
        : named(loose, [keyword("因", 0), keyword("情态为", 2), ...basisAndGuard(words, 1)]);
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
        ...(rule.kind === "rule" ? [] : [keyword("为", 0)]),
        ...RESULT_WORDS.map((word) => keyword(word, resultFit(view, rule, word), "结果")),
      ]);
    }
    case "Result":
      return named(
        () => UNFIT,
        [
          pattern("，因……", "，因$0", 1, "原因"),
          pattern("，情态为……", "，情态为$0", 2, "情态"),
          ...basisAndGuard(words, 1),
        ],
      );
    case "ModalIs":
      return named(
        () => UNFIT,
        [
          keyword("原则上", 0),
          ...Object.keys(MODAL_WORDS).map((word) => keyword(word, 1)),
          keyword(STATED, 0),
        ],
      );
    case "InPrinciple":
      return opener?.type === "Let"
        ? null
        : named(
            () => UNFIT,
            Object.keys(MODAL_WORDS).map((word) => keyword(word, 0)),
          );
    default:
      return null;
  }
};

/** Fields of the record, those that nothing is said of yet before the others. */
const facts = (around: Around, statement: readonly Word[]): Expected => {
  const object = statement.find(({ type }) => type === "Term")?.text;
  const said = new Set(statement.map(({ text }) => text));
  const own = members(around, () => 0, object === undefined ? [] : [object]);
  return named((declared) => own(declared) + (said.has(declared.name) ? 3 : 0));
};

const MEASURE_RESULTS: ReadonlySet<string> = new Set(["成立", "不成立"]);

const REQUIREMENT_RESULTS: ReadonlySet<string> = new Set(["符合", "不符合"]);

const resultFit = (view: PolicyView, declared: Declared, word: string): number => {
  const hasValue = declared.kind === "classification" || declared.kind === "indicator";
  if (hasValue) return word === "未知" || word === "需裁量" ? 1 : 4;
  const shape = declared.kind === "rule" ? view.model.environment.shapes.get(declared.name)?.kind : undefined;
  if (MEASURE_RESULTS.has(word)) return shape === "requirement" ? 4 : 0;
  if (REQUIREMENT_RESULTS.has(word)) return shape === "measure" ? 4 : 0;
  return 1;
};
