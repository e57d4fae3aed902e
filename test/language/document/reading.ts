import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  readDocument,
  segment,
  type OfficialDocument,
  type Provision,
} from "../../../language/document/index.ts";

const root = join(import.meta.dirname, "../../..");

/** The stored source of one of the two cities. */
export const citySource = (city: "mudanjiang" | "yangjiang"): string =>
  readFileSync(
    join(
      root,
      "policies",
      city,
      "source",
      city === "mudanjiang" ? "mudanjiang-draft.txt" : "yangjiang-2025.txt",
    ),
    "utf8",
  );

export const read = (text: string): OfficialDocument => readDocument({ name: "文件.txt", text });

export const cut = (text: string) => segment({ name: "文件.tiaowen", text });

export const provision = (document: OfficialDocument, path: string): Provision => {
  const found = document.byPath.get(path);
  if (found === undefined) throw new Error(`no provision ${path}`);
  return found;
};

export const paths = (document: OfficialDocument): string[] => document.provisions.map(({ path }) => path);

export const labels = (document: OfficialDocument): string[] => document.provisions.map(({ label }) => label);

export const codes = (document: OfficialDocument): string[] => document.findings.map(({ code }) => code);
