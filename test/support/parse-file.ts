// Prints the tree of a file without spans and its findings:
//   npx vite build --config test/support/vite.config.ts --logLevel warn && node dist/support/parse-file.js FILE [VOCABULARY…]
import { readFileSync } from "node:fs";
import { LineIndex, mergeVocabularies, parseFile, stripSpans } from "../../language/index.ts";

const [file, ...imports] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
if (file === undefined) throw new Error("FILE is missing");
const read = (name: string): { name: string; text: string } => ({ name, text: readFileSync(name, "utf8") });

const vocabulary = mergeVocabularies(...imports.map((name) => parseFile(read(name)).vocabulary));
const parsed = parseFile(read(file), vocabulary);
const lines = new LineIndex(parsed.source.text);
if (!process.argv.includes("--quiet"))
  process.stdout.write(`${JSON.stringify(stripSpans(parsed.blocks), null, 1)}\n`);
for (const { severity, code, message, span } of parsed.diagnostics) {
  const { line, column } = lines.position(span.start);
  process.stdout.write(`${file}:${line}:${column} ${severity} ${code} ${message}\n`);
}
process.stdout.write(`${parsed.blocks.length} blocks, ${parsed.diagnostics.length} findings\n`);
