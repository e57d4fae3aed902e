import type { ComparedInput } from "../../../compiler/compare.ts";
import { compile } from "../../../compiler/pipeline.ts";
import type { LoadedFacts } from "../../../compiler/data/index.ts";
import { remarksOnRegister } from "../../../compiler/register-words.ts";
import { segment } from "../../../language/index.ts";
import { isSyntheticRegister, openRegister, previewRegister, readFacts } from "../evaluation/register.ts";
import type { ComparedTexts, PolicyTexts, RegisterFile } from "../worker-api.ts";

/** Both documents read, with their registers where they have rules, and what there is to say of the data. */
export interface ComparedSides {
  readonly left: ComparedInput;
  readonly right: ComparedInput;
  readonly remarks: readonly string[];
}

/** A side without data of its own is judged on those of the other side, so that the effect can be told. */
export const readSides = async ({
  left,
  right,
  leftData,
  rightData,
}: ComparedTexts): Promise<ComparedSides> => {
  const before = await withData(readInput(left), leftData.length === 0 ? rightData : leftData);
  const after = await withData(readInput(right), rightData.length === 0 ? leftData : rightData);
  const remarks = remarksOnRegister(
    [
      { name: left.path, loaded: before.loaded },
      { name: right.path, loaded: after.loaded },
    ],
    { synthetic: before.synthetic || after.synthetic, whereMore: "，在“运行”中打开数据可以逐处查看" },
  );
  const problems = [...new Set([...before.problems, ...after.problems])];
  return {
    left: before.input,
    right: after.input,
    remarks: [...problems, ...remarks.left, ...remarks.right],
  };
};

interface SideWithData {
  readonly input: ComparedInput;
  readonly loaded: LoadedFacts | null;
  readonly synthetic: boolean;
  readonly problems: readonly string[];
}

const withData = async (input: ComparedInput, files: readonly RegisterFile[]): Promise<SideWithData> => {
  const program = input.compiled?.program ?? null;
  if (program === null || program.decisions.length === 0 || files.length === 0)
    return { input, loaded: null, synthetic: false, problems: [] };
  const { files: found } = await previewRegister(program, files);
  // Nobody looks over the columns here: what is only a guess is not read.
  const mappings = found.map(({ mapping, certainty }) => ({
    ...mapping,
    columns: mapping.columns.map((column, at) =>
      (certainty[at] ?? 0) < SURE ? { ...column, field: null } : column,
    ),
  }));
  const register = await openRegister(program, files, mappings);
  const loaded = readFacts(program, register);
  return {
    input: { ...input, facts: loaded.facts },
    loaded,
    synthetic: isSyntheticRegister(register, loaded),
    problems: register.problems,
  };
};

/** How sure it must be that a column holds a field. */
const SURE = 0.9;

/** A text that can hold no blocks is compared by its words alone. */
const readInput = ({ path, text, vocabularies }: PolicyTexts): ComparedInput => {
  const file = { name: path, text };
  if (!segment(file).allowsBlocks) return { file, compiled: null };
  const sources = vocabularies.map((vocabulary) => ({ name: vocabulary.path, text: vocabulary.text }));
  return { file, compiled: compile({ policy: file, vocabularies: sources }) };
};
