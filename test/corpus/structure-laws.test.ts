import { describe, expect, test } from "vitest";
import { readDocument, summariseStructure } from "../../language/document/index.ts";
import { ABSENT, expectedStructures, hasCorpus, readLaw, type ExpectedStructure } from "./corpus-folder.ts";

/** Where the text was looked at and the expectation is not what it says; see structure-laws.md. */
const EXPLAINED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "最高人民法院关于适用《民法典》有关担保制度的解释(2020-12-31).md": { 项: 35 },
};

const structureOf = (file: string): Omit<ExpectedStructure, "articles"> => {
  const { levels, insertions, duplicates, gaps } = summariseStructure(
    readDocument({ name: file, text: readLaw(file) }),
  );
  return { file, levels, insertions, duplicates, gaps };
};

describe("structure of the 120 laws", () => {
  if (!hasCorpus) {
    test.each([ABSENT])("%s", () => {
      expect(hasCorpus).toBe(false);
    });
    return;
  }
  const expected = expectedStructures();

  test("are all there", () => {
    expect(expected).toHaveLength(120);
  });

  test.each(expected)("$file", ({ file, levels, insertions, duplicates, gaps }) => {
    expect(structureOf(file)).toEqual({
      file,
      levels: { ...levels, ...EXPLAINED[file] },
      insertions,
      duplicates,
      gaps,
    });
  });
});
