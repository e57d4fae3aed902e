import { beforeAll, describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../language/diagnostic.ts";
import { readDocument, type OfficialDocument } from "../../../language/document/index.ts";
import { seeded } from "../../bench/support/seeded.ts";
import { ABSENT, corpusTexts, hasCorpus } from "../corpus-folder.ts";
import { DEFECT_CLASSES, inject, type DefectClass } from "./inject.ts";
import type { Injected } from "./injected.ts";

const OF_EACH_CLASS = 12;
const SEED = 20_250_124;

interface Trial {
  readonly defectClass: DefectClass;
  readonly name: string;
  readonly injected: Injected;
  /** Codes of the findings at the damage that the clean text does not have there. */
  readonly codes: readonly string[];
}

/** Other texts are taken until the class has all its injections; a text is used once for a class. */
const trialsOf = (
  defectClass: DefectClass,
  documents: readonly OfficialDocument[],
  seed: number,
): Trial[] => {
  const next = seeded(seed);
  const order = documents
    .map((document) => ({ document, rank: next() }))
    .toSorted((left, right) => left.rank - right.rank);
  const trials: Trial[] = [];
  for (const { document } of order) {
    if (trials.length === OF_EACH_CLASS) break;
    const injected = inject(defectClass, document, next);
    if (injected === null) continue;
    const { name } = document.source;
    trials.push({
      defectClass,
      name,
      injected,
      codes: codesAt(document, injected).filter(countsFor(defectClass)),
    });
  }
  return trials;
};

/** Findings at the damage that the clean text does not have at the same place. */
const codesAt = (clean: OfficialDocument, injected: Injected): string[] => {
  const known = new Set(clean.findings.map((finding) => keyOf(finding, finding.span.start)));
  const { findings } = readDocument({ name: clean.source.name, text: injected.text });
  const found = findings.filter(
    (finding) =>
      touches(finding, injected) && !known.has(keyOf(finding, injected.cleanOffset(finding.span.start))),
  );
  return [...new Set(found.map(({ code }) => code))];
};

/** Open words stand in many an added sentence; pointing at them is not pointing at another defect. */
const countsFor =
  (defectClass: DefectClass) =>
  (code: string): boolean =>
    code !== "open-texture" || defectClass === "open-texture" || defectClass === "unexplained";

const keyOf = ({ code }: Diagnostic, start: number): string => `${code} ${start}`;

const touches = ({ span }: Diagnostic, { places }: Injected): boolean =>
  places.some(({ start, end }) => span.start <= end && span.end >= start);

describe("200 defects put into clean texts", () => {
  if (!hasCorpus) {
    test.each([ABSENT])("%s", () => expect(hasCorpus).toBe(false));
    return;
  }

  let trials: readonly Trial[] = [];

  beforeAll(() => {
    const documents = corpusTexts().map((source) => readDocument(source));
    trials = DEFECT_CLASSES.flatMap((defectClass, index) => trialsOf(defectClass, documents, SEED + index));
    process.stdout.write(`${tableOf(trials)}\n`);
  });

  test("are at least ten of each class", () => {
    expect(trials.length).toBeGreaterThanOrEqual(200);
    const few = DEFECT_CLASSES.filter((defectClass) => ofClass(trials, defectClass).length < 10);
    expect(few).toEqual([]);
  });

  test("change the text, each in the places that it names", () => {
    for (const { injected } of trials) {
      expect(injected.places.length).toBeGreaterThan(0);
      for (const { start, end } of injected.places) {
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(injected.text.length);
      }
    }
  });

  test("are found, nine of ten", () => {
    const found = trials.filter(isFound).length;
    expect(found / trials.length).toBeGreaterThanOrEqual(0.9);
  });

  test.each(DEFECT_CLASSES)("are found, four of five of %s", (defectClass) => {
    const own = ofClass(trials, defectClass);
    const missed = own
      .filter((trial) => !isFound(trial))
      .map(({ name, injected }) => `${name}: ${injected.what}`);
    expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(own.length * 0.2);
  });
});

const isFound = ({ codes }: Trial): boolean => codes.length > 0;

const ofClass = (trials: readonly Trial[], defectClass: DefectClass): readonly Trial[] =>
  trials.filter((trial) => trial.defectClass === defectClass);

const tableOf = (trials: readonly Trial[]): string => {
  const rows = DEFECT_CLASSES.map((defectClass) => {
    const own = ofClass(trials, defectClass);
    const codes = [...new Set(own.flatMap((trial) => trial.codes))].toSorted().join(" ");
    return `${defectClass.padEnd(20)} ${own.filter(isFound).length}/${own.length}  ${codes}`;
  });
  const found = trials.filter(isFound).length;
  return [...rows, `${"all".padEnd(20)} ${found}/${trials.length}`].join("\n");
};
