import type { ComparedInput } from "../../../compiler/compare.ts";
import { compile } from "../../../compiler/index.ts";
import { loadFacts, type LoadedFacts } from "../../../compiler/data/index.ts";
import { hasSyntheticRecords, remarksOnRegister, SYNTHETIC } from "../../../compiler/register-words.ts";
import { segment } from "../../../language/index.ts";
import type { ComparedTexts, PolicyTexts, RegisterFile } from "../worker-api.ts";

/** Both documents read, with their registers where they have rules, and what there is to say of the data. */
export interface ComparedSides {
  readonly left: ComparedInput;
  readonly right: ComparedInput;
  readonly remarks: readonly string[];
}

/** A side without data of its own is judged on those of the other side, so that the effect can be told. */
export const readSides = ({ left, right, leftData, rightData }: ComparedTexts): ComparedSides => {
  const inputs = [readInput(left), readInput(right)] as const;
  const data = [
    leftData.length === 0 ? rightData : leftData,
    rightData.length === 0 ? leftData : rightData,
  ] as const;
  const loaded = [load(inputs[0], data[0]), load(inputs[1], data[1])] as const;
  const remarks = remarksOnRegister(
    [
      { name: left.path, loaded: loaded[0] },
      { name: right.path, loaded: loaded[1] },
    ],
    {
      synthetic: data.some((files) => files.some(isSyntheticNote)) || loaded.some(isSynthetic),
      whereMore: "，在“运行”中打开数据可以逐处查看",
    },
  );
  return {
    left: withFacts(inputs[0], loaded[0]),
    right: withFacts(inputs[1], loaded[1]),
    remarks: [...remarks.left, ...remarks.right],
  };
};

/** A text that can hold no blocks is compared by its words alone. */
const readInput = ({ path, text, vocabularies }: PolicyTexts): ComparedInput => {
  const file = { name: path, text };
  if (!segment(file).allowsBlocks) return { file, compiled: null };
  const sources = vocabularies.map((vocabulary) => ({ name: vocabulary.path, text: vocabulary.text }));
  return { file, compiled: compile({ policy: file, vocabularies: sources }) };
};

const load = ({ compiled }: ComparedInput, files: readonly RegisterFile[]): LoadedFacts | null => {
  const program = compiled?.program ?? null;
  const tables = files.filter((file) => !isNote(file));
  return program === null || program.decisions.length === 0 || tables.length === 0
    ? null
    : loadFacts(program, tables);
};

const withFacts = (input: ComparedInput, loaded: LoadedFacts | null): ComparedInput =>
  loaded === null ? input : { ...input, facts: loaded.facts };

/** A note beside the data, where their maker says what they are. */
const isNote = ({ name }: RegisterFile): boolean => /(?:^|\/)(?:readme|说明)[^/]*$/iu.test(name);

const isSyntheticNote = (file: RegisterFile): boolean =>
  isNote(file) && new TextDecoder().decode(file.bytes).includes(SYNTHETIC);

const isSynthetic = (loaded: LoadedFacts | null): boolean => loaded !== null && hasSyntheticRecords(loaded);
