import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../language/diagnostic.ts";
import { readDocument } from "../../../language/document/index.ts";
import type { Span } from "../../../language/source.ts";
import { citySource } from "./reading.ts";

/**
 * What an editor found in the two documents by reading them, before there were lints to find it.
 * `other` is what only an understanding of the matter can find; `notByLint` says why a single
 * entry of another class is out of reach of a program.
 */
interface SeedDefect {
  readonly file: string;
  readonly words: string;
  readonly class: string;
  readonly explanation: string;
  readonly severity: "error" | "warning" | "info";
  readonly notByLint?: string;
}

const DEFECTS: readonly SeedDefect[] = JSON.parse(
  readFileSync(join(import.meta.dirname, "seed-defects.json"), "utf8"),
);

const TEXTS = [
  { file: "mudanjiang-draft.txt", text: citySource("mudanjiang") },
  { file: "yangjiang-2025.txt", text: citySource("yangjiang") },
] as const;

const isForALint = (defect: SeedDefect): boolean =>
  defect.class !== "other" && defect.notByLint === undefined;

/** Of two names for one thing the rarer is marked, and the other is named with its place. */
const placesOf = ({ span, related }: Diagnostic): readonly Span[] => [
  span,
  ...(related ?? []).map((other) => other.span),
];

describe.each(TEXTS)("$file", ({ file, text }) => {
  const defects = DEFECTS.filter((defect) => defect.file === file);

  test("holds the words of each entry in one place only", () => {
    const places = defects.map(({ words }) => [words, text.split(words).length - 1] as const);
    expect(places.filter(([, count]) => count !== 1)).toEqual([]);
  });

  test("gives a finding at each defect that an editor found", () => {
    const { findings } = readDocument({ name: file, text });
    const missed = defects.filter(isForALint).filter(({ words }) => {
      const start = text.indexOf(words);
      return !findings.some((finding) =>
        placesOf(finding).some((span) => span.start < start + words.length && span.end > start),
      );
    });
    expect(missed.map((defect) => `${defect.class} ${defect.words}`)).toEqual([]);
  });
});

test("entries out of reach of a program are few", () => {
  const excused = DEFECTS.filter(({ notByLint }) => notByLint !== undefined);
  expect(DEFECTS.length).toBeGreaterThanOrEqual(100);
  expect(excused.length * 10).toBeLessThanOrEqual(DEFECTS.length);
});
