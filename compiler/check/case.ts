import type { CaseBlock, CaseSetting, Name, Sum } from "../../language/index.ts";
import type { Case } from "../model/ir.ts";
import { dayOf } from "../resolve/calendar.ts";
import { lookUp, ofKind } from "../resolve/declared.ts";
import { expectationOf } from "./case-expectation.ts";
import { recordOf } from "./case-record.ts";
import { type BlockContext, type Frame, blockFrame, originOf, use } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { unknownName } from "./names.ts";
import { toDouble } from "./number.ts";
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
  const expectations = block.expectations.flatMap(
    (expectation) => expectationOf(expectation, known, frame) ?? [],
  );
  if (block.expectations.length === 0) {
    context.diagnostics.push(
      reportCheck("case-without-expectation", context.file.source.name, block.segment.headerSpan, { name }),
    );
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
    return unknownName(
      setting.name,
      frame,
      "没有这个名称的参数",
      ofKind(declarations, "parameter").map((known) => known.name),
    );
  }
  use(frame, setting.name, declared);
  const value = constantOf(setting.value, declared.type, frame);
  return value === null ? null : { name: declared.name, region: setting.region?.text ?? null, value };
};

const distanceOf = (sum: Sum, frame: Frame): number | null => {
  const number = numberOf(sum, frame, "步行距离");
  if (number === null) return null;
  if (number.kind === "literal" && number.value.kind === "number" && number.type.dimension === "length") {
    return toDouble(number.value.value);
  }
  frame.block.diagnostics.push(
    reportCheck("distance-expected", frame.block.file.source.name, sum.span, {
      words: number.origin.words,
      found: "没有长度单位的数",
    }),
  );
  return null;
};

const isReading = (setting: Setting<"reading">, frame: Frame): boolean => {
  const { declarations } = frame.block.environment;
  const reading = lookUp(declarations, "reading", setting.reading.text);
  if (reading === undefined) {
    const named: Name = { ...setting.reading, form: "quoted" };
    unknownName(
      named,
      frame,
      "没有这几个字的【理解】",
      ofKind(declarations, "reading").map((known) => known.name),
    );
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

const isRepeated = (
  records: ReadonlyMap<string, RecordOfCase>,
  key: string,
  id: Name,
  frame: Frame,
): boolean => {
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
    if (setting.kind === "distance") {
      check(setting.from);
      check(setting.to);
    }
    if (setting.kind === "recordedReason") check(setting.id);
  }
};
