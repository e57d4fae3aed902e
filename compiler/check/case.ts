import type { CaseBlock, CaseFact, CaseSetting, Expectation, Name, Sum } from "../../language/index.ts";
import type { Case, CaseExpectation } from "../model/ir.ts";
import type { Field, Type } from "../model/type.ts";
import type { Value } from "../model/value.ts";
import { dayOf } from "../resolve/calendar.ts";
import { lookUp, ofKind, type Declared } from "../resolve/declared.ts";
import { toDouble } from "./number.ts";
import { blockFrame, originOf, use, type BlockContext, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { expectedStatuses, subjectOfResult, type Result } from "./expectation.ts";
import { unknownName } from "./names.ts";
import { constantOf } from "./parameter.ts";
import { numberOf } from "./term.ts";

type RecordOfCase = Case["records"][number];

/** 【用例】: facts with types, and results that must come out. */
export const checkCase = (block: CaseBlock, context: BlockContext): Case | null => {
  const frame = blockFrame(context);
  const name = block.name?.text ?? "未命名用例";
  const before = context.diagnostics.length;
  let referenceDate: number | null = null;
  const parameters: Case["parameters"][number][] = [];
  const records = new Map<string, RecordOfCase>();
  const distances: Case["distances"][number][] = [];
  const readings = new Map<string, number>();
  const recordedReasons: Case["recordedReasons"][number][] = [];
  for (const setting of block.settings) {
    switch (setting.kind) {
      case "referenceDate":
        referenceDate = dateOf(setting);
        break;
      case "parameter": {
        const set = parameterOf(setting, frame);
        if (set !== null) parameters.push(set);
        break;
      }
      case "record": {
        const record = recordOf(setting, frame);
        const key = `${setting.object.text}/${setting.id.text}`;
        if (record !== null && !isRepeated(records, key, setting.id, frame)) records.set(key, record);
        break;
      }
      case "distance": {
        const metres = distanceOf(setting.value, frame);
        if (metres !== null) distances.push({ from: setting.from.text, to: setting.to.text, metres });
        break;
      }
      case "reading":
        if (isReading(setting, frame)) readings.set(setting.reading.text, setting.option);
        break;
      case "recordedReason":
        recordedReasons.push({ id: setting.id.text, rule: setting.rule.text, reason: setting.reason });
        break;
    }
  }
  const known = [...records.values()];
  checkIds(block, known, frame);
  const expectations = block.expectations.flatMap((expectation) => expectationOf(expectation, known, frame) ?? []);
  if (block.expectations.length === 0) {
    context.diagnostics.push(reportCheck("case-without-expectation", context.file.source.name, block.segment.headerSpan, { name }));
  }
  if (context.diagnostics.slice(before).some((found) => found.severity === "error")) return null;
  return {
    name,
    origin: originOf(frame, block.span),
    referenceDate,
    parameters,
    records: known,
    distances,
    readings,
    recordedReasons,
    expectations,
    knownFailure: block.knownFailure?.reason ?? null,
  };
};

type Setting<Kind extends CaseSetting["kind"]> = Extract<CaseSetting, { readonly kind: Kind }>;

const dateOf = (setting: Setting<"referenceDate">): number | null =>
  setting.date.kind === "missing" ? null : dayOf(setting.date.year, setting.date.month, setting.date.day);

const parameterOf = (setting: Setting<"parameter">, frame: Frame): Case["parameters"][number] | null => {
  const { declarations } = frame.block.environment;
  const declared = lookUp(declarations, "parameter", setting.name.text);
  if (declared === undefined) {
    return unknownName(setting.name, frame, "没有这个名称的参数", ofKind(declarations, "parameter").map((known) => known.name));
  }
  use(frame, setting.name, declared);
  const value = constantOf(setting.value, declared.type, frame);
  return value === null ? null : { name: declared.name, region: setting.region?.text ?? null, value };
};

const recordOf = (setting: Setting<"record">, frame: Frame): RecordOfCase | null => {
  const { declarations } = frame.block.environment;
  const object = lookUp(declarations, "object", setting.object.text);
  if (object === undefined) {
    return unknownName(setting.object, frame, "没有这个名称的对象", declarations.objects.keys());
  }
  use(frame, setting.object, object);
  const facts = new Map<string, Value>();
  for (const fact of setting.facts) {
    const made = factOf(fact, object.name, frame);
    if (made === null) continue;
    if (facts.has(made.field)) {
      frame.block.diagnostics.push(
        reportCheck("fact-twice", frame.block.file.source.name, fact.span, { id: setting.id.text, field: made.field }),
      );
    }
    if (made.value !== null) facts.set(made.field, made.value);
  }
  return { object: object.name, id: setting.id.text, facts };
};

interface Fact {
  readonly field: string;
  readonly value: Value | null;
}

const factOf = (fact: CaseFact, object: string, frame: Frame): Fact | null => {
  const members = frame.block.environment.declarations.members.get(object);
  const member = members?.get(fact.field.text) ?? (fact.value.kind === "boolean" ? members?.get(originOf(frame, fact.span).words) : undefined);
  if (member === undefined) return unknownName(fact.field, frame, `“${object}”没有这个字段`, members?.keys() ?? []);
  use(frame, fact.field, member);
  if (member.kind !== "field") {
    frame.block.diagnostics.push(
      reportCheck("fact-is-computed", frame.block.file.source.name, fact.span, { name: member.name, kind: member.kind === "indicator" ? "指标" : "认定" }),
    );
    return null;
  }
  const { field } = member;
  switch (fact.value.kind) {
    case "unknown":
      return { field: field.name, value: null };
    case "boolean": {
      if (field.type.kind === "boolean") {
        return { field: field.name, value: { kind: "boolean", value: fact.value.value !== member.negative } };
      }
      return wrongFact(fact, field.name, field.type, frame);
    }
    case "coordinate": {
      if (field.type.kind !== "coordinate") return wrongFact(fact, field.name, field.type, frame);
      const { longitude, latitude } = fact.value;
      const value: Value = {
        kind: "coordinate",
        longitude: toDouble(longitude),
        latitude: toDouble(latitude),
        system: field.type.system,
      };
      return { field: field.name, value };
    }
    case "sum": {
      const value = constantOf(fact.value.sum, field.type, frame);
      if (value === null) return null;
      if (value.kind === "boolean" && member.negative) return { field: field.name, value: { kind: "boolean", value: !value.value } };
      return { field: field.name, value };
    }
  }
};

const wrongFact = (fact: CaseFact, name: string, type: Type, frame: Frame): null => {
  frame.block.diagnostics.push(
    reportCheck("fact-needs-value", frame.block.file.source.name, fact.span, { field: name, type: typeWords(type) }),
  );
  return null;
};

const typeWords = (type: Field["type"]): string =>
  type.kind === "enumeration" ? `“${name(type.name)}为${type.values[0] ?? ""}”` : "“为”和一个值";

const name = (qualified: string): string => qualified.slice(qualified.indexOf(".") + 1);

const distanceOf = (sum: Sum, frame: Frame): number | null => {
  const number = numberOf(sum, frame, "步行距离");
  if (number === null) return null;
  if (number.kind === "literal" && number.value.kind === "number" && number.type.dimension === "length") {
    return toDouble(number.value.value);
  }
  frame.block.diagnostics.push(
    reportCheck("distance-expected", frame.block.file.source.name, sum.span, { words: number.origin.words, found: "没有长度单位的数" }),
  );
  return null;
};

const isReading = (setting: Setting<"reading">, frame: Frame): boolean => {
  const { declarations } = frame.block.environment;
  const reading = lookUp(declarations, "reading", setting.reading.text);
  if (reading === undefined) {
    const named: Name = { ...setting.reading, form: "quoted" };
    unknownName(named, frame, "没有这几个字的【理解】", ofKind(declarations, "reading").map((known) => known.name));
    return false;
  }
  use(frame, setting.reading, reading);
  const has = reading.block.options.some((option) => option.number === setting.option);
  if (!has) {
    frame.block.diagnostics.push(
      reportCheck("no-such-reading", frame.block.file.source.name, setting.span, {
        name: reading.name,
        option: setting.option,
        count: reading.block.options.length,
      }),
    );
  }
  return has;
};

const isRepeated = (records: ReadonlyMap<string, RecordOfCase>, key: string, id: Name, frame: Frame): boolean => {
  if (!records.has(key)) return false;
  frame.block.diagnostics.push(
    reportCheck("record-twice", frame.block.file.source.name, id.span, { id: id.text }),
  );
  return true;
};

/** Distances and recorded reasons may only speak of records that the case sets. */
const checkIds = (block: CaseBlock, records: readonly RecordOfCase[], frame: Frame): void => {
  const ids = new Set(records.map((record) => record.id));
  const check = (id: Name): void => {
    if (!ids.has(id.text)) unknownName({ ...id, form: "quoted" }, frame, "本用例没有设这条记录", ids);
  };
  for (const setting of block.settings) {
    if (setting.kind === "distance") [setting.from, setting.to].forEach(check);
    if (setting.kind === "recordedReason") check(setting.id);
  }
};

const expectationOf = (
  expectation: Expectation,
  records: readonly RecordOfCase[],
  frame: Frame,
): readonly CaseExpectation[] | null => {
  const result = subjectOfResult(expectation.about, frame);
  if (result === null) return null;
  const matching = records.filter((record) => record.id === expectation.id.text);
  if (matching.length === 0) {
    return unknownName({ ...expectation.id, form: "quoted" }, frame, "本用例没有设这条记录", records.map((record) => record.id));
  }
  if (result.object !== null && !matching.some((record) => record.object === result.object)) {
    frame.block.diagnostics.push(
      reportCheck("result-of-other-object", frame.block.file.source.name, expectation.span, {
        about: expectation.about.text,
        object: result.object,
        id: expectation.id.text,
        found: matching[0]!.object,
      }),
    );
    return null;
  }
  const status = statusOf(expectation.status, result, expectation, frame);
  if (status === undefined) return null;
  const value = expectation.value === null ? null : resultValue(expectation.value, result, frame);
  if (expectation.value !== null && value === null) return null;
  expectation.because.forEach((reason) => checkReason(reason, frame));
  return [
    {
      id: expectation.id.text,
      about: expectation.about.text,
      status,
      value,
      because: expectation.because.map((reason) => reason.text),
      quotes: expectation.basis.map((quote) => quote.text),
      origin: originOf(frame, expectation.span),
    },
  ];
};

/** The status if this kind of rule can have it; undefined after reporting that it cannot. */
const statusOf = (
  status: string | null,
  result: Result,
  at: { readonly span: Expectation["span"] },
  frame: Frame,
): string | null | undefined => {
  const possible = expectedStatuses(result.kind);
  if (status === null || possible.includes(status)) return status;
  frame.block.diagnostics.push(
    reportCheck("status-not-possible", frame.block.file.source.name, at.span, {
      status,
      kind: result.words,
      possible: possible.join("、"),
    }),
  );
  return undefined;
};

const resultValue = (sum: Sum, result: Result, frame: Frame): Value | null => {
  if (result.type !== null) return constantOf(sum, result.type, frame);
  frame.block.diagnostics.push(
    reportCheck("value-not-possible", frame.block.file.source.name, sum.span, { kind: result.words }),
  );
  return null;
};

/** 因…: a field, parameter, reading, ranking or exception that exists. */
const checkReason = (reason: Name, frame: Frame): void => {
  const declared = frame.block.environment.declarations.byName.get(reason.text) ?? [];
  const found: Declared | undefined = declared[0];
  if (found !== undefined) use(frame, reason, found);
  else if (reason.text !== "步行距离") {
    unknownName({ ...reason, form: "quoted" }, frame, "没有这个名称的字段、参数、理解或者例外", frame.block.environment.declarations.byName.keys());
  }
};
