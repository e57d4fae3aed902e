import type { PolicyFile } from "../../../language/index.ts";
import type { Note } from "../../notes/index.ts";
import { opinionOf, type OpinionOptions, type ReviewedPolicy } from "./opinion.ts";

/** 法审意见 as a Word file. What writes the file is only loaded when one is asked for. */
export const reviewOpinion = async (
  file: PolicyFile,
  policy: ReviewedPolicy,
  notes: readonly Note[],
  options: OpinionOptions,
): Promise<Uint8Array> => {
  const { opinionFile } = await import("./document.ts");
  return opinionFile(opinionOf(file, policy, notes, options));
};
