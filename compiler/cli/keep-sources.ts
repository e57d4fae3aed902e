import type { OpenedPolicy } from "./compiled-policy.ts";
import { CommandFailure } from "./failure.ts";
import type { Io } from "./io.ts";
import { displayPath, resolvePath } from "./text-file.ts";

/** The texts that a result is about are never written over by it. */
export const keepSources = (io: Io, policies: readonly OpenedPolicy[], output: string | undefined): void => {
  if (output === undefined) return;
  const path = resolvePath(io, output);
  if (
    policies.every(({ files }) => [files.policy, ...files.vocabularies].every((each) => each.path !== path))
  )
    return;
  throw new CommandFailure(
    `--output 指明的“${displayPath(io, path)}”是所分析的文件，没有写入。`,
    "请换一个文件名，以免覆盖原文件。",
  );
};
