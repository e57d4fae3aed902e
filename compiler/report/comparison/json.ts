import { printRational, type Span } from "../../../language/index.ts";
import type {
  BehaviourChange,
  Comparison,
  ComparedSide,
  ImpactChange,
  Place,
  RuleChange,
  RulePlace,
  Witness,
} from "../../model/change.ts";
import type { DatedValue } from "../../model/ir.ts";
import type { Value } from "../../model/value.ts";
import { isoDay } from "../day.ts";
import { contrastOf } from "./words.ts";
import { countsOf } from "./words-counts.ts";

/** The comparison as plain data; the field names are a contract with those who read them. */
export const comparisonJson = (comparison: Comparison): string =>
  `${JSON.stringify(jsonOf(comparison), null, 2)}\n`;

const jsonOf = (comparison: Comparison): unknown => ({
  left: sideJson(comparison.left),
  right: sideJson(comparison.right),
  relation: comparison.relation,
  summary: countsOf(comparison),
  notes: comparison.notes,
  provisions: rowsJson(comparison, comparison.provisions),
  headings: rowsJson(comparison, comparison.headings),
  furniture: comparison.furniture,
  patch: comparison.patch.pieces,
  rules: comparison.rules.map(ruleJson),
  behaviour: comparison.behaviour.map(behaviourJson),
  impact: (comparison.impact?.changes ?? []).map(impactJson),
  impactSummary:
    comparison.impact === null
      ? null
      : {
          at: isoDay(comparison.impact.at),
          records: comparison.impact.records,
          unchangedRules: comparison.impact.unchangedRules,
          uncountedRules: comparison.impact.uncountedRules ?? [],
        },
});

const sideJson = ({ name, file, form, hasRules }: ComparedSide): unknown => ({ name, file, form, hasRules });

const rowsJson = ({ left, right }: Comparison, rows: Comparison["provisions"]): unknown =>
  rows.map((row) => ({
    kind: row.kind,
    left: placeJson(row.left, left.text),
    right: placeJson(row.right, right.text),
    similarity: row.similarity,
    renumbered: row.renumbered,
    edits: row.edits,
  }));

/** `text` is the provision with everything below it, as it stands in the official text. */
const placeJson = (place: Place | null, text: string): unknown =>
  place === null
    ? null
    : {
        path: place.path,
        label: place.label,
        level: place.level,
        title: place.title,
        under: place.under,
        span: spanJson(place.span),
        text: text.slice(place.span.start, place.span.end).trimEnd(),
      };

const spanJson = ({ start, end }: Span): unknown => ({ start, end });

const rulePlaceJson = (place: RulePlace | null): unknown =>
  place === null
    ? null
    : {
        name: place.name,
        rule: place.rule,
        path: place.path,
        label: place.label,
        item: place.item,
        words: place.words,
        span: spanJson(place.span),
      };

const ruleJson = (change: RuleChange): unknown => ({
  kind: change.kind,
  severity: change.severity,
  direction: change.direction,
  ground: change.ground,
  message: change.message,
  before: change.before,
  after: change.after,
  left: rulePlaceJson(change.left),
  right: rulePlaceJson(change.right),
  reaches: change.reaches,
});

const behaviourJson = (change: BehaviourChange): unknown => ({
  about: change.about,
  object: change.object,
  verdict: change.verdict,
  contrast: change.verdict === "incomparable" ? contrastOf(change) : null,
  proof: change.proof,
  ground: change.ground,
  left: rulePlaceJson(change.left),
  right: rulePlaceJson(change.right),
  witness: change.witness === null ? null : witnessJson(change.witness),
  witnesses: change.witnesses.map(witnessJson),
});

const witnessJson = ({ at, world, record, facts, left, right, changes, cases }: Witness): unknown => ({
  at: isoDay(at),
  record,
  facts,
  left,
  right,
  changes,
  cases,
  world: {
    records: world.records.map((each) => ({
      object: each.object,
      id: each.id,
      facts: Object.fromEntries([...each.facts].map(([field, value]) => [field, valueJson(value)])),
    })),
    distances: world.distances ?? [],
    parameters: Object.fromEntries(
      [...(world.parameters ?? [])].map(([name, values]) => [name, values.map(datedJson)]),
    ),
    recordedReasons: world.recordedReasons ?? [],
  },
});

const datedJson = ({ from, region, value }: DatedValue): unknown => ({
  from: from === null ? null : isoDay(from),
  region,
  value: valueJson(value),
});

/** Numbers are in the base unit, as text, so that none of them loses a digit. */
const valueJson = (value: Value): unknown => {
  switch (value.kind) {
    case "number":
      return { kind: value.kind, value: printRational(value.value) };
    case "date":
      return { kind: value.kind, value: isoDay(value.value) };
    case "boolean":
    case "text":
    case "enumeration":
    case "coordinate":
    case "reference":
      return value;
  }
};

const impactJson = (change: ImpactChange): unknown => ({
  rule: change.rule,
  object: change.object,
  from: change.from,
  to: change.to,
  count: change.count,
  records: change.records,
  undecided: change.undecided,
  nominal: change.nominal === true,
  groups: change.groups,
  because: change.because,
  left: rulePlaceJson(change.left),
  right: rulePlaceJson(change.right),
});
