import {
  divide,
  printRational,
  reporter,
  type Diagnostic,
  type DiagnosticTable,
  type Rational,
} from "../../language/index.ts";
import type { Assertion } from "../model/ir.ts";
import { exampleFile } from "../resolve/example.ts";
import { claimHolds, foldTerm, inWrittenUnit, roundTo } from "./fold.ts";
import type { Lint } from "./lint.ts";

const claim = (text: string, block: string): string =>
  exampleFile(`【断言】\n${block}`).replace(
    "第一条　医药机构业务量过少的，应当纳入退出范围。",
    `第一条　${text}`,
  );
const TEXT = "全市常住人口262万人，医疗机构111家，平均每家服务2.32万人。";

const catalogue = {
  "claim-not-computing": {
    severity: "warning",
    message: "原文的数字复算不符：{claim}。左边算得{left}，右边写的是{right}。请与制定机关核对。",
    why: "公开文件中的数字前后不一致，会影响它作为依据的可信程度；程序只指出，不修改。",
    bad: claim(TEXT, "262万人除以111家约等于2.32万人，依据「平均每家服务2.32万人」。"),
    good: claim(
      TEXT.replace("2.32万人", "2.36万人"),
      "262万人除以111家约等于2.36万人，依据「平均每家服务2.36万人」。",
    ),
  },
  "claim-known-wrong": {
    severity: "warning",
    message: "原文的数字复算不符：{claim}。左边算得{left}，右边写的是{right}。已知不成立，理由：{reason}。",
    why: "已经知道并说明理由的，仍然列出，以免被忘记。",
    bad: claim(
      TEXT,
      "262万人除以111家约等于2.32万人，依据「平均每家服务2.32万人」，已知不成立，理由「人口用的是另一年度的数」。",
    ),
    good: claim(
      TEXT.replace("2.32万人", "2.36万人"),
      "262万人除以111家约等于2.36万人，依据「平均每家服务2.36万人」。",
    ),
  },
  "claim-unexpectedly-true": {
    severity: "warning",
    message: "{claim}成立，但写着“已知不成立”。请删去“已知不成立”。",
    why: "原文已经改正的，不应再按有误处理。",
    bad: claim(
      TEXT.replace("2.32万人", "2.36万人"),
      "262万人除以111家约等于2.36万人，依据「平均每家服务2.36万人」，已知不成立，理由「人口用的是另一年度的数」。",
    ),
    good: claim(
      TEXT.replace("2.32万人", "2.36万人"),
      "262万人除以111家约等于2.36万人，依据「平均每家服务2.36万人」。",
    ),
  },
} as const satisfies DiagnosticTable;

const report = reporter(catalogue);

export const claimNotComputing: Lint = {
  catalogue,
  find: ({ blocks }) => blocks.flatMap((block) => block.assertions).flatMap(findingOf),
};

const findingOf = (assertion: Assertion): readonly Diagnostic[] => {
  const left = foldTerm(assertion.left);
  const right = foldTerm(assertion.right);
  if (left === null || right === null) return [];
  const { file, provision } = assertion.origin;
  const { span } = assertion.origin;
  const holds = claimHolds(assertion, left, right);
  const extras = provision === null ? {} : { provision };
  const quoted = `“${claimWords(assertion)}”`;
  if (holds) {
    return assertion.knownFailure === null
      ? []
      : [report("claim-unexpectedly-true", file, span, { claim: quoted }, extras)];
  }
  const values = { claim: quoted, left: shown(left, assertion), right: shown(right, assertion) };
  return assertion.knownFailure === null
    ? [report("claim-not-computing", file, span, values, extras)]
    : [report("claim-known-wrong", file, span, { ...values, reason: assertion.knownFailure }, extras)];
};

/** The claim without its 依据 and 理由: 262.47万人除以111家约等于2.32万人. */
const claimWords = (assertion: Assertion): string => {
  const words = assertion.origin.words.split(/[，,]\s*(?:依据|已知不成立)/)[0]!;
  return words.replace(/[。；\s]+$/u, "");
};

/** A value in the unit that the claim is written in, two places more exact than written. */
const shown = (value: Rational, assertion: Assertion): string => {
  const { words } = assertion.right.origin;
  const parts = /^.+分之/u.exec(words)?.[0] ?? "";
  const sign = SHARE_SIGNS.get(parts);
  const before = sign === undefined ? parts : "";
  const after = sign ?? (parts === "" ? (AFTER_NUMBER.exec(words)?.[0] ?? "") : "");
  const inUnit = (number: Rational): string => before + printRational(number) + after;
  const scaled = divide(value, assertion.writtenUnit) ?? value;
  if (assertion.operator !== "approximately")
    return inUnit(roundTo(scaled, Math.max(6, assertion.digits), "halfUp"));
  const exact = inUnit(roundTo(scaled, assertion.digits + 2, "halfUp"));
  const rounded = inUnit(inWrittenUnit(value, assertion));
  return rounded === exact ? exact : `${exact}（四舍五入为${rounded}）`;
};

/** Figures are easier to read behind digits: 25％ for 百分之25. */
const SHARE_SIGNS: ReadonlyMap<string, string> = new Map([
  ["百分之", "％"],
  ["千分之", "‰"],
]);

/** What is counted, as written behind the number: 万人, ％, 成. */
const AFTER_NUMBER = /(?:[万亿]?[^\d\s.,，。；零〇○一二两三四五六七八九十百千万亿半]*|一半|半数)$/u;
