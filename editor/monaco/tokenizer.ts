import * as monaco from "monaco-editor/editor";
import type { LanguageTables } from "../worker/worker-api.ts";
import { LANGUAGE } from "./language.ts";

/** Colours words at once, before the analysis has said what they mean. Official text has one colour. */
export const registerTokenizer = (tables: LanguageTables): monaco.IDisposable => {
  const groups = new Map<string, string[]>();
  for (const { word, group } of tables.keywords) {
    // A single character is part of a name more often than a word of its own.
    if (word.length > 1) groups.set(group, [...(groups.get(group) ?? []), word]);
  }
  const header = new RegExp(`^\\s*【(?:${tables.blocks.map(escaped).join("|")})】`);
  return monaco.languages.setMonarchTokensProvider(LANGUAGE, {
    defaultToken: "",
    tokenizer: {
      root: [
        [header, { token: "blockHeader", next: "@block" }],
        [/^\s*【原文】/, "blockHeader"],
        [/[^\n]+/, ""],
      ],
      block: [
        [/^\s*【完】/, { token: "blockHeader", next: "@pop" }],
        [header, "blockHeader"],
        [/「[^」\n]*」?/, "quote"],
        [/^\s*（[一二三四五六七八九十百]+）/, "marker"],
        ...[...groups].map(([group, words]): [RegExp, string] => [
          new RegExp(words.map(escaped).join("|")),
          group,
        ]),
        [/\d[\d,]*(?:\.\d+)?/, "number"],
        [/./, ""],
      ],
    },
  });
};

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
