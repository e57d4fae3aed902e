import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Real documents beside the project; they are not part of it and may be absent. */
const folder = join(import.meta.dirname, "../../../shared/corpus");

export const hasCorpus = existsSync(join(folder, "laws-expected.json"));

export interface ExpectedStructure {
  readonly file: string;
  readonly articles: number;
  readonly insertions: number;
  readonly levels: Readonly<Record<string, number>>;
  readonly duplicates: readonly number[];
  readonly gaps: readonly number[];
}

export const expectedStructures = (): readonly ExpectedStructure[] => {
  const rows: readonly ExpectedStructure[] = JSON.parse(
    readFileSync(join(folder, "laws-expected.json"), "utf8"),
  );
  return rows;
};

export const readLaw = (file: string): string => readFileSync(join(folder, "laws", file), "utf8");

/** Every text of the corpus, laws and city policies. */
export const corpusTexts = (): { readonly name: string; readonly text: string }[] =>
  ["laws", "cities"].flatMap((part) =>
    readdirSync(join(folder, part))
      .toSorted()
      .map((name) => ({ name, text: readFileSync(join(folder, part, name), "utf8") })),
  );

/** Shown in place of the tests where the corpus is absent. */
export const ABSENT =
  "../shared/corpus is absent: the real documents were not read, only the fixtures of the project";
