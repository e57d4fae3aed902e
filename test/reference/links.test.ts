import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const PROJECT = join(import.meta.dirname, "..", "..");
const REFERENCE = join("language", "reference");

const PAGES = [
  "README.md",
  "CHANGELOG.md",
  join("compiler", "ARCHITECTURE.md"),
  ...readdirSync(join(PROJECT, REFERENCE))
    .filter((file) => file.endsWith(".md"))
    .map((file) => join(REFERENCE, file)),
];

/** A picture that is larger makes the page slow to open. */
const LARGEST_PICTURE = 200_000;

/** Files that a page links to or shows, with the place of each from the project. */
const targetsOf = (page: string): readonly string[] =>
  [...readFileSync(join(PROJECT, page), "utf8").matchAll(/\]\((?<target>[^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(({ groups }) => groups!["target"]!)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => join(dirname(page), decodeURIComponent(target)));

test("what the pages link to and show is there", () => {
  const targets = PAGES.flatMap((page) => targetsOf(page).map((target) => ({ page, target })));
  expect(targets.length).toBeGreaterThan(30);
  expect(targets.filter(({ target }) => !existsSync(join(PROJECT, target)))).toEqual([]);
});

test("every picture of the reference is shown somewhere and no larger than a page bears", () => {
  const shown = new Set(PAGES.flatMap(targetsOf));
  const pictures = readdirSync(join(PROJECT, REFERENCE, "images")).map((file) =>
    join(REFERENCE, "images", file),
  );
  expect(pictures.filter((picture) => !shown.has(picture))).toEqual([]);
  expect(pictures.filter((picture) => statSync(join(PROJECT, picture)).size > LARGEST_PICTURE)).toEqual([]);
});
