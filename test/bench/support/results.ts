import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { isMet, type Group } from "./table.ts";

type Sections = Readonly<Record<string, unknown>>;

/** Writes the sections that were run into the file of results; those that were not run stay as they were. */
export const writeResults = (
  file: string,
  sections: Readonly<Record<string, readonly Group[]>>,
  versions: Readonly<Record<string, string>> = {},
): void => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const ran = {
    version,
    node: process.version,
    v8: process.versions.v8,
    ...versions,
    processor: cpus()[0]?.model ?? "unknown",
  };
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { sections?: Sections }) : {};
  const now = Object.fromEntries(
    Object.entries(sections).map(([name, groups]) => [name, { ran, groups: groups.map(withVerdicts) }]),
  );
  writeFileSync(file, `${JSON.stringify({ sections: { ...before.sections, ...now } }, null, 2)}\n`);
};

const withVerdicts = ({ title, lines }: Group): object => ({
  title,
  lines: lines.map((line) => ({
    ...line,
    time: rounded(line.time),
    ratio: line.ratio === null ? null : rounded(line.ratio),
    ...(line.spread === undefined ? {} : { spread: line.spread.map(rounded) }),
    ...(line.target === undefined ? {} : { met: isMet(line) }),
  })),
});

const rounded = (value: number): number => Number(value.toPrecision(4));
