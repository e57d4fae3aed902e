import {
  createMemo,
  makeVocabulary,
  mergeVocabularies,
  canName,
  parseFile,
  stripSpans,
  type Block,
  type Item,
  type ParseMemo,
  type PolicyFile,
  type Provision,
  type SourceText,
} from "../language/index.ts";
import { checkBlock, type CheckedBlock } from "./check/check-block.ts";
import type { Environment } from "./check/environment.ts";
import { createEnvironment, ruleShapes } from "./check/lazy-environment.ts";
import { moved } from "./check/moved.ts";
import { boundariesOf, type Boundary } from "./resolve/boundaries.ts";
import type { Declarations } from "./resolve/declared.ts";

/** What earlier compilations of one policy left behind; it holds what the last one used and no more. */
export interface WorkspaceMemo {
  parse(sources: { readonly policy: SourceText; readonly vocabularies: readonly SourceText[] }): {
    readonly file: PolicyFile;
    readonly vocabularies: readonly PolicyFile[];
  };
  check(
    files: readonly PolicyFile[],
    declarations: Declarations,
  ): { readonly blocks: readonly CheckedBlock[]; readonly environment: Environment };
}

interface Remembered {
  /** The declarations, and the kinds of the rules, that the blocks were checked against. */
  readonly version: string;
  readonly shapes: ReadonlyMap<string, string>;
  readonly blocks: ReadonlyMap<string, RememberedBlock>;
}

interface RememberedBlock {
  /** Where the block and the provision it stands under began when it was checked. */
  readonly start: number;
  readonly provisionStart: number;
  /** All words that there were then: what was found wrong may name others than those of the block. */
  readonly words: string;
  readonly checked: CheckedBlock;
}

export const createWorkspaceMemo = (): WorkspaceMemo => {
  const parseMemos = new Map<string, ParseMemo>();
  let remembered: Remembered = { version: "", shapes: new Map(), blocks: new Map() };
  return {
    parse: ({ policy, vocabularies }) => {
      const memoOf = (source: SourceText): ParseMemo => {
        const known = parseMemos.get(source.name) ?? createMemo();
        parseMemos.set(source.name, known);
        return known;
      };
      const parsed: PolicyFile[] = [];
      // A vocabulary may name others, which stand behind it in the list.
      for (const source of vocabularies.toReversed()) {
        parsed.unshift(parseFile(source, mergeVocabularies(...parsed.map(ownVocabulary)), memoOf(source)));
      }
      const imported = mergeVocabularies(...parsed.map(ownVocabulary));
      return { file: parseFile(policy, imported, memoOf(policy)), vocabularies: parsed };
    },
    check: (files, declarations) => {
      const used = new Map<string, RememberedBlock>();
      const names = createEnvironment(declarations, files);
      const version = files
        .flatMap((file) => file.blocks.filter(declares).map((block) => declaredBy(block, file)))
        .join("\n");
      const read = (block: Block, file: PolicyFile, around: Surroundings): CheckedBlock => {
        const provision =
          block.provision === null ? null : (file.document.byPath.get(block.provision) ?? null);
        const key = [
          file.source.name,
          around.boundaryKey,
          file.cuts?.get(block) ?? wordsOf(block, file),
          placeKey(provision, file),
          textOf(block, file),
        ].join("\u0000");
        const provisionStart = provision?.span.start ?? 0;
        const words = wordsOf(block, file);
        const known = around.isSame && !used.has(key) ? remembered.blocks.get(key) : undefined;
        const checked =
          known === undefined || !isStill(known, words, textOf(block, file), around.shapesApart)
            ? checkBlock(block, file, around.environment, around.boundaries)
            : moved(known.checked, block.span.start - known.start, provisionStart - known.provisionStart);
        used.set(key, { start: block.span.start, provisionStart, words, checked });
        return checked;
      };
      const results = new Map<Block, CheckedBlock>();
      const readAll = (
        wanted: (block: Block) => boolean,
        environment: Environment,
        shapesApart: readonly string[],
      ): void => {
        for (const file of files) {
          const boundaries = boundariesOf(file);
          const key = boundaryKey(boundaries);
          const around = { environment, boundaries, boundaryKey: key, isSame, shapesApart };
          for (const block of file.blocks) if (wanted(block)) results.set(block, read(block, file, around));
        }
      };
      const isSame = version === remembered.version;
      readAll((block) => !asksForRules(block), names, []);
      // 用例 and 性质 speak of rules: they are checked when it is known what each rule is.
      const shapes = ruleShapes([...results.values()].flatMap((checked) => checked.decisions));
      const environment: Environment = { ...names, shapes };
      const told = new Map([...shapes].map(([name, { kind, object }]) => [name, `${kind} ${object}`]));
      readAll(asksForRules, environment, namesApart(remembered.shapes, told));
      remembered = { version, shapes: told, blocks: used };
      return {
        blocks: files.flatMap((file) => file.blocks.flatMap((block) => results.get(block) ?? [])),
        environment,
      };
    },
  };
};

interface Surroundings {
  readonly environment: Environment;
  readonly boundaries: readonly Boundary[];
  readonly boundaryKey: string;
  /** Whether what was remembered was checked against the same names. */
  readonly isSame: boolean;
  /** Rules that are there no more, or are new, or of another kind; only 用例 and 性质 ask. */
  readonly shapesApart: readonly string[];
}

/** Whether what was found of a block is still so: nothing that it names has become something else. */
const isStill = (
  { words, checked }: RememberedBlock,
  wordsNow: string,
  text: string,
  shapesApart: readonly string[],
): boolean =>
  (checked.diagnostics.length === 0 || (words === wordsNow && shapesApart.length === 0)) &&
  !canName(text, shapesApart);

const namesApart = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] => [
  ...[...after].flatMap(([name, shape]) => (before.get(name) === shape ? [] : [name])),
  ...[...before.keys()].filter((name) => !after.has(name)),
];

const ownVocabulary = (file: PolicyFile): PolicyFile["vocabulary"] =>
  makeVocabulary(file.vocabulary.declarations.filter((declaration) => declaration.file === file.source.name));

const textOf = (block: Block, file: PolicyFile): string =>
  file.source.text.slice(block.span.start, block.span.end);

const asksForRules = (block: Block): boolean => block.kind === "case" || block.kind === "property";

/** What others read of a block that declares: of an 认定 its classes, not when each of them is given. */
const declaredBy = (block: Block, file: PolicyFile): string =>
  block.kind === "classification" ? classesOf(block) : textOf(block, file);

const classesOf = ({ object, term, items }: Extract<Block, { kind: "classification" }>): string => {
  const values = new Set<string>();
  const addValues = (item: Item): void => {
    values.add(JSON.stringify(stripSpans(item.value)));
    for (const each of item.items) addValues(each);
  };
  for (const item of items) addValues(item);
  return JSON.stringify([stripSpans(object), stripSpans(term), [...values]]);
};

/** Blocks whose words other blocks are read with. */
const declares = (block: Block): boolean => {
  switch (block.kind) {
    case "object":
    case "parameter":
    case "measures":
    case "definition":
    case "indicator":
    case "classification":
    case "ranking":
    case "reading":
      return true;
    case "metadata":
    case "rule":
    case "exception":
    case "note":
    case "assertion":
    case "boundary":
    case "case":
    case "property":
      return false;
  }
};

/** Same words under it and same place in the document: the quotations stand where they stood. */
const placeKey = (provision: Provision | null, file: PolicyFile): string =>
  provision === null
    ? ""
    : `${provision.path} ${provision.label} ${provision.children.length} ${file.source.text.slice(provision.span.start, provision.span.end)}`;

const boundaryKey = (boundaries: readonly Boundary[]): string =>
  boundaries
    .map((boundary) => `${boundary.within?.path ?? ""} ${boundary.words.join("、")} ${boundary.inclusive}`)
    .join("；");

/** The version of the words that the block is cut with. */
const wordsOf = (block: Block, file: PolicyFile): string =>
  block.kind === "exception" || asksForRules(block) ? file.vocabulary.fullVersion : file.vocabulary.version;
