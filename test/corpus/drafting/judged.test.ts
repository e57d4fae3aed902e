import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ABSENT, corpusTexts, hasCorpus } from "../corpus-folder.ts";
import { nameOf, openNote, openRow, sampleOf, SAMPLE_SIZE, seriousFindings } from "./sample.ts";

const MOST_FALSE = 0.05;

interface JudgedRow {
  readonly law: string;
  readonly code: string;
  readonly words: string;
  readonly verdict: string;
  readonly why: string;
}

/** Rows of judged.md: number, law, code, words, verdict, why. */
const judgedRows = (): JudgedRow[] =>
  readFileSync(join(import.meta.dirname, "judged.md"), "utf8")
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

describe("the findings that a person judged", () => {
  const rows = judgedRows();

  test("have a verdict each, with its reason", () => {
    expect(rows.filter(({ verdict }) => verdict !== "right" && verdict !== "false alarm")).toEqual([]);
    expect(rows.filter(({ why }) => why === "")).toEqual([]);
    expect(rows.filter(({ words }) => words === "" || words.length > 20)).toEqual([]);
  });

  test("are false alarms in one of twenty at most", () => {
    const wrong = rows.filter(({ verdict }) => verdict === "false alarm");
    expect(wrong.length, wrong.map(nameOf).join("\n")).toBeLessThanOrEqual(rows.length * MOST_FALSE);
  });

  if (!hasCorpus) {
    test.each([ABSENT])("%s", () => expect(hasCorpus).toBe(false));
    return;
  }

  const findings = seriousFindings(corpusTexts().filter(({ name }) => name.endsWith(".md")));

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

  test("are a hundred, or all; every lint that finds something is among them", () => {
    const judged = new Set(rows.map(nameOf));
    const open = sampleOf(findings).filter((finding) => !judged.has(nameOf(finding)));
    const codes = new Set(rows.map(({ code }) => code));
    const unjudged = [...new Set(findings.map(({ code }) => code))].filter((code) => !codes.has(code));
    const isComplete = rows.length >= Math.min(SAMPLE_SIZE, findings.length) && unjudged.length === 0;
    if (!isComplete) {
      const notes = open.map((finding, index) => openNote(finding, rows.length + index + 1));
      const lines = open.map((finding, index) => openRow(finding, rows.length + index + 1));
      process.stdout.write(`To be judged:\n\n${notes.join("\n")}\n\n${lines.join("\n")}\n`);
    }
    expect(rows.length).toBeGreaterThanOrEqual(Math.min(SAMPLE_SIZE, findings.length));
    expect(unjudged).toEqual([]);
  });
});
