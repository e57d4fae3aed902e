import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "./tiaowen.ts";

export const examplesFolder = join(projectFolder, "examples");

/** Names of the folders in examples/, by number. */
export const exampleNames = readdirSync(examplesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

export const exampleText = (name: string, file: string): string =>
  readFileSync(join(examplesFolder, name, file), "utf8");

/** The commands of a README, in its order, without `npx`. */
export const commandsOf = (readme: string): string[] =>
  [...readme.matchAll(/^```sh\n([^]*?)^```$/gm)]
    .flatMap((block) => block[1]!.trim().split("\n"))
    .map((line) => line.replace(/^npx /, ""));

/** The words of a shell line with single quotes, as a shell would pass them. */
export const wordsOf = (command: string): string[] =>
  [...command.matchAll(/'([^']*)'|\S+/g)].map((word) => word[1] ?? word[0]);

/** A command of the program that answers with JSON; others build files or belong to other programs. */
export const answersJson = (command: string): boolean =>
  command.startsWith("tiaowen ") && !command.startsWith("tiaowen build ");
