import type { FactRecord, World } from "../../model/facts.ts";
import type { Case, CaseExpectation, Decision, Program } from "../../model/ir.ts";
import type { Outcome } from "../../model/outcome.ts";
import type { Day } from "../../model/value.ts";
import { printDate, runCases } from "../../evaluate/index.ts";
import type { Judged } from "./replay.ts";
import { clearIn } from "./one-reading.ts";
import { clearly, distanceInWords, parameterInWords, quote, quotedIfNeeded, recordInWords } from "./words.ts";

/** What a case expects of its record. */
export type ExpectedResult = Pick<Outcome, "status" | "value" | "citations">;

/**
 * A 【用例】 of a small world in the language of a policy, to be pasted under a provision. Null where the language
 * cannot say it: a place in a ranking, a class of several sentences of one rule that come out differently.
 */
export const caseText = (
  program: Program,
  decision: Decision,
  world: World,
  at: Day,
  record: Judged,
  result: ExpectedResult,
  name = "修改前后结果不同",
): string | null => {
  const known = knownPart(program, world, at);
  const expected = expectationIn(decision, result);
  if (expected === null || !canBeWritten(known)) return null;
  const isClear = clearIn(program);
  for (const basis of [basisOf(result), null]) {
    const each = caseOf(decision, known, at, record, result, basis);
    if (runCases({ ...program, cases: [each] }).cases[0]?.passed !== true) continue;
    const settings = [
      `设基准日为${printDate(at)}`,
      ...[...known.parameters].map(
        ([parameter, value]) => `设${parameterInWords(program, parameter, null, value, isClear)}`,
      ),
      ...known.records.map((each) => `设${recordInWords(program, each, isClear)}`),
      ...known.distances.map((each) => `设${distanceInWords(each)}`),
    ];
    const about = `则${quote(record.id)}的${clearly(`${decision.name}${expected}`, decision.name, isClear)}`;
    const lines = [...settings, `${about}${basis === null ? "" : `，依据${quote(basis)}`}`];
    return `【用例】${name}\n${lines.join("；\n")}。\n【完】`;
  }
  return null;
};

/** What a policy can name: the other side may know objects, fields and parameters that it does not. */
interface KnownPart {
  readonly records: readonly FactRecord[];
  readonly distances: NonNullable<World["distances"]>;
  readonly parameters: ReadonlyMap<string, Case["parameters"][number]["value"]>;
}

const knownPart = (program: Program, world: World, at: Day): KnownPart => {
  const records = world.records.flatMap((record) => {
    const fields = program.objects.get(record.object)?.fields;
    if (fields === undefined) return [];
    return [{ ...record, facts: new Map([...record.facts].filter(([field]) => fields.has(field))) }];
  });
  const ids = new Set(records.map(({ id }) => id));
  const parameters = [...(world.parameters ?? [])].flatMap(([name, values]) => {
    const declared = program.parameters.get(name);
    const value = values.find((each) => each.region === null)?.value;
    // Where the policy has a value, it stands; what a case sets would replace it.
    const open = declared?.values.every(({ from }) => from !== null && from > at) === true;
    return open && value !== undefined ? [[name, value] as const] : [];
  });
  return {
    records,
    distances: (world.distances ?? []).filter(({ from, to }) => ids.has(from) && ids.has(to)),
    parameters: new Map(parameters),
  };
};

/** Only decimals and clean names can be written out. */
const canBeWritten = ({ records, parameters }: KnownPart): boolean =>
  [...records.flatMap(({ facts }) => [...facts.values()]), ...parameters.values()].every((value) => {
    switch (value.kind) {
      case "number":
        return isDecimal(value.value.denominator);
      case "text":
      case "enumeration":
        return isClean(value.value);
      case "reference":
        return isClean(value.id);
      case "coordinate":
        return value.longitude >= 0 && value.latitude >= 0;
      case "boolean":
      case "date":
        return true;
    }
  }) && records.every(({ id }) => isClean(id));

const isClean = (words: string): boolean => words !== "" && !/[「」\n]/u.test(words);

const isDecimal = (denominator: bigint): boolean => {
  let rest = denominator;
  for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime;
  return rest === 1n;
};

const expectationIn = (decision: Decision, { status, value }: ExpectedResult): string | null => {
  switch (decision.kind) {
    case "measure":
    case "requirement":
      return status;
    case "classification":
    case "indicator":
      if (value === null) return decision.kind === "indicator" && status === "已认定" ? null : status;
      return value.startsWith("约")
        ? null
        : `为${decision.kind === "classification" ? quotedIfNeeded(value) : value.replace("%", "％")}`;
    case "definition":
    case "ranking":
      return null;
  }
};

/** The first words that the result rests on, a clause of them at most. */
const basisOf = ({ citations }: ExpectedResult): string | null => {
  const cited = citations.find(({ quote: words }) => words !== "")?.quote.replaceAll(/\s/g, "");
  if (cited === undefined || /[「」]/u.test(cited)) return null;
  if (cited.length <= LONGEST) return cited.replace(/[。；，]$/u, "");
  const end = cited.search(/[。；，：]/u);
  return end > 0 && end <= LONGEST ? cited.slice(0, end) : null;
};

const LONGEST = 80;

const caseOf = (
  decision: Decision,
  { records, distances, parameters }: KnownPart,
  at: Day,
  record: Judged,
  result: ExpectedResult,
  basis: string | null,
): Case => {
  const { origin } = decision;
  const expectation: CaseExpectation = {
    id: record.id,
    about: decision.name,
    status: result.value === null ? result.status : null,
    value: null,
    because: [],
    quotes: basis === null ? [] : [basis],
    origin,
  };
  return {
    name: "",
    origin,
    referenceDate: at,
    parameters: [...parameters].map(([name, value]) => ({ name, region: null, value })),
    records,
    distances,
    readings: new Map(),
    recordedReasons: [],
    expectations: [withValue(expectation, decision, result)],
    knownFailure: null,
  };
};

const withValue = (
  expectation: CaseExpectation,
  decision: Decision,
  { value }: ExpectedResult,
): CaseExpectation =>
  value !== null && decision.kind === "classification" && decision.type.kind === "enumeration"
    ? { ...expectation, value: { kind: "enumeration", value } }
    : { ...expectation, status: value === null ? expectation.status : "已认定" };
