import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ABSENT, corpusTexts, hasCorpus } from "../corpus-folder.ts";
import {
  findingsOf,
  nameOf,
  openNote,
  openRow,
  SAMPLE_PARTS,
  sampleOf,
  type SampledFinding,
  type SamplePart,
} from "./sample.ts";

interface JudgedRow {
  readonly law: string;
  readonly code: string;
  readonly words: string;
  readonly verdict: string;
  readonly why: string;
}

/** Rows of a table of judged.md: number, text, code, words, verdict, why. */
const judgedRows = ({ heading }: SamplePart): JudgedRow[] => {
  const file = readFileSync(join(import.meta.dirname, "judged.md"), "utf8");
  const section = file.split(/^## /m).find((one) => one.startsWith(`${heading}\n`)) ?? "";
  return section
    .split("\n")
    .filter((line) => /^\| *\d+ *\|/.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, , law = "", code = "", words = "", verdict = "", why = ""]) => ({
      law,
      code,
      words,
      verdict,
      why,
    }));
};

describe.each(SAMPLE_PARTS)("the findings that a person judged: $heading", (part) => {
  const rows = judgedRows(part);

  test("have a verdict each, with its reason", () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ verdict }) => verdict !== "right" && verdict !== "false alarm")).toEqual([]);
    expect(rows.filter(({ why }) => why === "")).toEqual([]);
    expect(rows.filter(({ words }) => words === "" || words.length > 20)).toEqual([]);
  });

  test(`are false alarms in ${part.mostFalse * 100} of a hundred at most`, () => {
    const wrong = rows.filter(({ verdict }) => verdict === "false alarm");
    expect(wrong.length, wrong.map(nameOf).join("\n")).toBeLessThanOrEqual(rows.length * part.mostFalse);
  });

  if (!hasCorpus) {
    test.each([ABSENT])("%s", () => expect(hasCorpus).toBe(false));
    return;
  }

  const findings = findingsOf(part, corpusTexts());

  test("still exist, each as often as it was judged", () => {
    const left = new Map<string, number>();
    for (const finding of findings) left.set(nameOf(finding), (left.get(nameOf(finding)) ?? 0) + 1);
    const gone = rows.filter((row) => {
      const count = left.get(nameOf(row)) ?? 0;
      left.set(nameOf(row), count - 1);
      return count === 0;
    });
    expect(gone.map(nameOf)).toEqual([]);
  });

  test("are as many as the sample, or all; every lint that finds something is among them", () => {
    const enough = Math.min(part.size, findings.length);
    const codes = new Set(rows.map(({ code }) => code));
    const unjudged = [...new Set(findings.map(({ code }) => code))].filter((code) => !codes.has(code));
    if (rows.length < enough || unjudged.length > 0) process.stdout.write(toBeJudged(part, rows, findings));
    expect(rows.length).toBeGreaterThanOrEqual(enough);
    expect(unjudged).toEqual([]);
  });
});

/** The findings of the sample without a row, with what is needed to judge them. */
const toBeJudged = (
  part: SamplePart,
  rows: readonly JudgedRow[],
  findings: readonly SampledFinding[],
): string => {
  const judged = new Set(rows.map(nameOf));
  const open = sampleOf(findings, part.size).filter((finding) => !judged.has(nameOf(finding)));
  const notes = open.map((finding, index) => openNote(finding, rows.length + index + 1));
  const lines = open.map((finding, index) => openRow(finding, rows.length + index + 1));
  return `${part.heading}, to be judged:\n\n${notes.join("\n")}\n\n${lines.join("\n")}\n`;
};
