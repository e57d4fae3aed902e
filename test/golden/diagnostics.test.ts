import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/pipeline.ts";
import { LineIndex, type Diagnostic } from "../../language/index.ts";

const folder = join(import.meta.dirname, "diagnostics");
const files = readdirSync(folder).filter((name) => name.endsWith(".tiaowen")).sort();

const SEVERITIES = { error: "错误", warning: "警告", info: "提示" } as const;

/** The line with ⟦ ⟧ around what is meant, the message, the fixes. */
const rendered = (found: Diagnostic, text: string, lines: LineIndex): string => {
  const { start } = found.span;
  const { line } = lines.position(start);
  const from = lines.lineStart(line);
  const to = text.indexOf("\n", from) < 0 ? text.length : text.indexOf("\n", from);
  const end = Math.min(found.span.end, to);
  const marked = `${text.slice(from, start)}⟦${text.slice(start, end)}${found.span.end > to ? "…" : ""}⟧${text.slice(end, to)}`;
  const fixes = (found.fixes ?? []).map((fix) => `    ↳ ${fix.title}${fix.safe ? "（不改变含义）" : ""}`);
  return [`${line}: ${SEVERITIES[found.severity]} ${found.code}${found.provision === undefined ? "" : `（${found.provision}）`}`, `    ${marked}`, `    ${found.message}`, ...fixes].join("\n");
};

describe("findings as a person reads them", () => {
  test.each(files)("%s", async (name) => {
    const text = readFileSync(join(folder, name), "utf8");
    const { diagnostics } = compile({ policy: { name, text }, vocabularies: [] });
    const lines = new LineIndex(text);
    const shown = diagnostics.map((found) => rendered(found, text, lines)).join("\n\n");
    await expect(`${shown}\n`).toMatchFileSnapshot(join(folder, name.replace(/\.tiaowen$/, ".txt")));
  });
});
