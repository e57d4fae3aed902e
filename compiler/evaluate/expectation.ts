import type { FactRecord } from "../model/facts.ts";
import type { CaseExpectation, Decision } from "../model/ir.ts";
import { modalitiesOf } from "../model/modalities.ts";
import type { Outcome } from "../model/outcome.ts";
import { basisNames } from "./basis-name.ts";
import { evaluate, evaluateOne } from "./evaluate.ts";
import { outsideForce } from "./interval.ts";
import { judge, notApplicable } from "./judge.ts";
import { printDecided, printModality } from "./print.ts";
import { sameValue } from "./result.ts";
import type { Judgement, Run } from "./run.ts";

export interface ExpectationResult {
  readonly expectation: CaseExpectation;
  readonly met: boolean;
  /** In print: 成立, A类, 冲突（A类、C类）. */
  readonly expected: string;
  readonly actual: string;
  /** One plain sentence where it is not met. */
  readonly message: string | null;
}

/** Whether a 用例 gets what it expects of one record. */
export const meetExpectation = (run: Run, expectation: CaseExpectation): ExpectationResult => {
  const found = findingsOf(run, expectation);
  const expected = expectedInPrint(expectation, found[0]?.decision);
  if (found.length === 0) {
    const message = `用例中没有“${expectation.id}”，或者“${expectation.about}”不适用于这类对象，请核对名称。`;
    return { expectation, met: false, expected, actual: "无结果", message };
  }
  const actual = found.map(actualInPrint).join("；");
  const matching = found.filter((finding) => matchesResult(run, expectation, finding));
  const asked =
    expectation.status === "不适用" ? found : found.filter(({ outcome }) => outcome.status !== "不适用");
  const agreed = matching.length > 0 && (!expectsEvery(expectation) || matching.length === asked.length);
  if (!agreed) {
    return {
      expectation,
      met: false,
      expected,
      actual,
      message: `“${expectation.id}”预期为${expected}，实际为${actual}。`,
    };
  }
  const lack = lacking(run, expectation, matching);
  if (lack === null) return { expectation, met: true, expected, actual, message: null };
  return {
    expectation,
    met: false,
    expected,
    actual,
    message: `“${expectation.id}”的结果与预期相符，但${lack}。`,
  };
};

interface Finding {
  readonly decision: Decision;
  readonly record: FactRecord;
  readonly judgement: Judgement;
  readonly outcome: Outcome;
}

/** A block with several sentences has several decisions of one name; a decision id names one of them. */
const findingsOf = (run: Run, { about, id }: CaseExpectation): readonly Finding[] => {
  const { decisions } = run.program;
  const exact = decisions.filter((decision) => decision.id === about);
  const named = decisions.filter((decision) => decision.name === about);
  const inForce = outsideForce(run.program.policy, run.at) === null;
  return (named.length > 1 ? named : exact.length > 0 ? exact : named).flatMap((decision) => {
    const record = run.facts.record(decision.object, id);
    if (record === undefined) return [];
    const judgement = inForce ? judge(run, decision.id, record) : notApplicable({ kind: "applicability" });
    return [{ decision, record, judgement, outcome: evaluateOne(run, decision, record) }];
  });
};

/** 成立 and 冲突 need one sentence of the block; a negative result must be that of all. */
const expectsEvery = ({ status }: CaseExpectation): boolean =>
  status === "不成立" || status === "不适用" || status === "符合" || status === "未认定";

const matchesResult = (run: Run, expectation: CaseExpectation, { decision, judgement }: Finding): boolean => {
  if (expectation.value !== null)
    return judgement.value !== null && sameValue(judgement.value, expectation.value);
  if (expectation.status === "冲突" && decision.kind === "measure")
    return inConflict(run, expectation, decision);
  return judgement.status === expectation.status;
};

const inConflict = (run: Run, { id }: CaseExpectation, { object, name }: Decision): boolean =>
  evaluate(run.program, run.facts, { at: run.at, readings: run.readings }).conflicts.some(
    (conflict) =>
      conflict.object === object &&
      conflict.id === id &&
      [conflict.left.rule, conflict.right.rule].includes(name),
  );

/** What 因…, 依据… or 由例外… asks for and the result does not have. */
const lacking = (run: Run, expectation: CaseExpectation, found: readonly Finding[]): string | null => {
  const names = new Set(
    found.flatMap(({ decision, record, judgement, outcome }) => [
      ...basisNames(run, decision, record, judgement),
      ...outcome.readings.map((reading) => reading.name),
    ]),
  );
  const absent = expectation.because.find((name) => !names.has(name));
  if (absent !== undefined) return `理由中没有“${absent}”（有：${[...names].sort().join("、") || "无"}）`;
  const quotes = found.flatMap(({ outcome }) => outcome.citations.map((citation) => squeeze(citation.quote)));
  const modal = lackingModal(expectation, found);
  if (modal !== null) return modal;
  const exceptions = found.flatMap(({ judgement: { notApplicable: why } }) =>
    why?.kind === "exception" ? [why.exception.name, why.exception.id] : [],
  );
  const uncited = expectation.quotes.find(
    (quote) => !exceptions.includes(quote) && !quotes.some((cited) => cited.includes(squeeze(quote))),
  );
  if (uncited === undefined) return null;
  return `没有引用“${uncited}”（引用：${[...quotes, ...exceptions].map((each) => `“${each}”`).join("、") || "无"}）`;
};

/** The modality that 情态为… asks for must be that of one of the sentences found. */
const lackingModal = ({ modality }: CaseExpectation, found: readonly Finding[]): string | null => {
  if (modality === undefined) return null;
  const said = found.flatMap(({ decision }) => modalitiesOf(decision));
  if (said.some(({ force, inPrinciple }) => force === modality.force && inPrinciple === modality.inPrinciple))
    return null;
  return `情态为“${[...new Set(said.map(printModality))].join("、")}”`;
};

const squeeze = (text: string): string => text.replaceAll(/\s/g, "");

const expectedInPrint = ({ status, value }: CaseExpectation, decision: Decision | undefined): string => {
  if (value !== null && decision !== undefined) return printDecided(value, decision);
  return status ?? "有结果";
};

const actualInPrint = ({ outcome }: Finding): string => {
  const { status, value, candidates, reasons, reason } = outcome;
  if (value !== null) return value;
  if (candidates.length > 0) return `${status}（${candidates.join("、")}）`;
  if (reasons.length > 0)
    return `${status}（${[...new Set(reasons.map((each) => `${each.kind}：${each.name}`))].join("；")}）`;
  return reason === null ? status : `${status}（${reason}）`;
};
