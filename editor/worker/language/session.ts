import { layout, semanticTokens, SNIPPETS, TOKEN_KINDS } from "../../../compiler/ide/index.ts";
import { anchorAt } from "../../../compiler/notes/anchor-at.ts";
import { findAnchor } from "../../../compiler/notes/find-anchor.ts";
import { writeNotes } from "../../../compiler/notes/write-notes.ts";
import { readPolicyInfo } from "../../../compiler/resolve/metadata.ts";
import { BLOCK_KEYWORDS, KEYWORDS } from "../../../language/index.ts";
import type {
  Details,
  Findings,
  FoundAnchor,
  LanguageService,
  LanguageTables,
  NoteAnchor,
  RenameAnswer,
} from "../worker-api.ts";
import type * as atAPlace from "./at-a-place.ts";
import { detailsOf } from "./details.ts";
import { findingsOf } from "./findings.ts";
import { newPolicyFiles } from "./new-policy.ts";
import { createOpenFile, type OpenFile, type View } from "./open-file.ts";
import { orEmpty } from "./or-empty.ts";
import type { Tried } from "./rename-everywhere.ts";
import { createTrial, type Trial } from "./trial.ts";
import { createWorkspace } from "./workspace.ts";

/** Reads the texts of one page as they are typed. An error of the compiler itself goes to the caller. */
export const createLanguageSession = (): LanguageService => {
  const workspace = createWorkspace();
  const open = new Map<string, OpenFile>();
  const trials = new Map<string, Trial>();
  /** By path, the change that came last; whoever waited meanwhile finds another number. */
  const latest = new Map<string, number>();
  const details = new WeakMap<View["model"], Details>();
  let changes = 0;

  const viewOf = (path: string, version?: number): View | null => {
    const file = open.get(path) ?? createOpenFile(path, workspace);
    open.set(path, file);
    return file.view(version);
  };
  const trialOf = (path: string): Trial => {
    const trial = trials.get(path) ?? createTrial();
    trials.set(path, trial);
    return trial;
  };
  /** The other policies that use a vocabulary. */
  const usersOf = (vocabulary: string, except: string): readonly Tried[] =>
    workspace.usersOf(vocabulary).flatMap((path) => {
      const view = path === except ? null : viewOf(path);
      return view === null ? [] : [{ view, trial: trialOf(path) }];
    });
  const asked = <Answer>(what: string, path: string, empty: Answer, read: (view: View) => Answer): Answer => {
    const view = viewOf(path);
    return view === null ? empty : orEmpty(what, () => read(view), empty);
  };
  const atPlace = async <Answer>(
    what: string,
    path: string,
    empty: Answer,
    read: (view: View, place: AtAPlace) => Answer,
  ): Promise<Answer> => {
    const place = await loadAtAPlace();
    return asked(what, path, empty, (view) => read(view, place));
  };

  return {
    tables: async () => TABLES,
    setFile: async (path, text) => workspace.set(path, text),
    removeFile: async (path) => {
      workspace.remove(path);
      open.delete(path);
      trials.delete(path);
      latest.delete(path);
    },
    change: async (path, version, text) => {
      changes += 1;
      const mine = changes;
      latest.set(path, mine);
      workspace.set(path, text);
      await newerMessages();
      if (latest.get(path) !== mine) return null;
      const start = performance.now();
      const view = viewOf(path, version);
      return view === null ? null : answer(view, start);
    },
    details: async (path) => {
      const view = viewOf(path);
      if (view === null) return null;
      const known = details.get(view.model) ?? detailsOf(view);
      details.set(view.model, known);
      return { ...known, version: view.version };
    },
    semanticTokens: async (path) => {
      // Whoever colours the text has an editor, and will be asked about places in it.
      setTimeout(() => void loadAtAPlace().catch(() => {}), 0);
      return asked("着色", path, new Uint32Array(), (view) => semanticTokens(view));
    },
    complete: (path, offset) => atPlace("补全", path, [], (view, { complete }) => complete(view, offset)),
    hover: (path, offset) =>
      atPlace("悬停说明", path, null, (view, { hover }) =>
        hover(
          view,
          offset,
          usersOf(path, path).map((user) => user.view),
        ),
      ),
    definition: (path, offset) =>
      atPlace("定义", path, [], (view, { definition }) => definition(view, offset)),
    references: (path, offset) =>
      atPlace("引用", path, [], (view, { referencesEverywhere }) =>
        referencesEverywhere(view, offset, (file) => usersOf(file, path).map((user) => user.view)),
      ),
    nameAt: (path, offset) => atPlace("名称", path, null, (view, { nameAt }) => nameAt(view, offset)),
    rename: (path, offset, name) =>
      atPlace("改名", path, NO_NAME, (view, { renameEverywhere }) =>
        renameEverywhere({ view, trial: trialOf(path) }, offset, name, (file) => usersOf(file, path)),
      ),
    quickFixes: async (path, range) => {
      const before = latest.get(path);
      const { fixesAt } = await loadAtAPlace();
      const isOvertaken = async (): Promise<boolean> => {
        await newerMessages();
        return latest.get(path) !== before;
      };
      const view = (await isOvertaken()) ? null : viewOf(path);
      return view === null ? [] : fixesAt(view, range, trialOf(path), isOvertaken);
    },
    suppression: (path, code, span) =>
      atPlace("不提示", path, null, (view, { suppressionFix }) => suppressionFix(view, code, span)),
    format: (path) => atPlace("整理格式", path, [], (view, { format }) => format(view)),
    sources: async (path) => {
      const text = workspace.get(path);
      if (text === null) return { paths: [], missing: [] };
      const { vocabularies, missing } = workspace.vocabulariesOf(path, text);
      return { paths: vocabularies.map(({ name }) => name), missing };
    },
    readNotes: async (text) => {
      const { readNotes } = await import("../../../compiler/notes/read-notes.ts");
      return readNotes(text);
    },
    writeNotes: async (file) => writeNotes(file),
    anchorAt: async (path, range) => asked("批注位置", path, NO_ANCHOR, (view) => anchorAt(view.file, range)),
    findAnchors: async (path, anchors) => {
      const view = viewOf(path);
      return anchors.map((anchor): FoundAnchor =>
        view === null ? LOST : orEmpty("批注位置", () => findAnchor(view.file, anchor), LOST),
      );
    },
    newPolicy: newPolicyFiles,
    reviewOpinion: async (path, notes, options) => {
      const view = viewOf(path);
      if (view === null) throw new Error(`没有打开“${path}”，不能写成审核意见。`);
      const { reviewOpinion } = await import("../../../compiler/report/review-opinion/review-opinion.ts");
      return reviewOpinion(view.file, readPolicyInfo(view.file).info, notes, options);
    },
  };
};

type AtAPlace = typeof atAPlace;

const loadAtAPlace = (): Promise<AtAPlace> => import("./at-a-place.ts");

const answer = (view: View, start: number): Findings => ({
  path: view.path,
  version: view.version,
  ...findingsOf(view),
  layout: orEmpty("版面", () => layout(view), []),
  isRunnable: view.program !== null && view.program.decisions.length > 0,
  milliseconds: performance.now() - start,
});

const NO_NAME: RenameAnswer = { kind: "refused", message: "这里没有可以改名的名称。" };
const LOST: FoundAnchor = { kind: "lost", provision: null };
const NO_ANCHOR: NoteAnchor = {
  provision: null,
  label: "全文",
  quote: "",
  before: "",
  after: "",
  block: null,
};

/** Lets the messages that have already come in be read, so that what is overtaken is not compiled. */
const newerMessages = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const TABLES: LanguageTables = {
  keywords: Object.entries(KEYWORDS)
    .map(([word, { group }]) => ({ word, group }))
    .sort((left, right) => right.word.length - left.word.length),
  blocks: BLOCK_KEYWORDS,
  tokenKinds: TOKEN_KINDS,
  snippets: SNIPPETS.map(({ title, body, description }) => ({ title, body, description })),
};
