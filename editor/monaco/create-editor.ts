import "monaco-editor/nls/lang/zh-cn";
import * as monaco from "monaco-editor/editor";
// oxlint-disable-next-line import/default -- the build makes a class of the file
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import "./features.ts";
import "./editor.css";
import { effect } from "../state/effect.ts";
import type { Studio } from "../state/studio.ts";
import type { QuickFix, Snippet } from "../worker/worker-api.ts";
import { AnalysisMarks } from "./analysis-marks.ts";
import { Appearance } from "./appearance.ts";
import { CoverageMarks } from "./coverage-marks.ts";
import { createEditorPort, insertSnippet } from "./editor-port.ts";
import { editorOptions } from "./editor-options.ts";
import { FixEvent } from "./fix-event.ts";
import { registerLanguage } from "./language.ts";
import { fitMarkerBox } from "./marker-box.ts";
import { Markers } from "./markers.ts";
import { NoteMarks } from "./note-marks.ts";
import { provisionAt } from "./place-under-cursor.ts";
import { ProtectionGuard, type ProtectionAnswer } from "./protection-guard.ts";
import type { ProviderContext } from "./providers/context.ts";
import { registerProviders } from "./providers/register.ts";
import { registerPageActions } from "./page-actions.ts";
import { GroupedEdits, registerRename, type AskName } from "./rename.ts";
import { Sessions } from "./sessions.ts";
import { suggestWhileTyping } from "./suggest-while-typing.ts";
import { showSuggestionDetails } from "./suggestion-details.ts";
import type { TextSession } from "./text-session.ts";
import { blockNames, registerSnippetList, ruleSnippet } from "./snippets.ts";
import { changeBetween, overlaps, shiftSpan } from "./text-change.ts";
import { applyTheme } from "./themes.ts";
import { registerTokenizer } from "./tokenizer.ts";
import { ViewStates } from "./view-states.ts";

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

/** What the editor asks a person, in windows of the page. */
export interface EditorQuestions {
  readonly askProtection: () => Promise<ProtectionAnswer>;
  readonly askName: AskName;
  readonly askSnippet: (snippets: readonly Snippet[]) => Promise<Snippet | null>;
}

/** How often the rest of the page hears where the cursor is, in milliseconds. */
const PLACE_REST = 80;
/** How long the cursor must rest before the place is kept for the next time, in milliseconds. */
const VIEW_REST = 1000;

/** Puts the editor into `host` and keeps it and the state of the page in step. */
export const createEditor = (
  host: HTMLElement,
  studio: Studio,
  questions: EditorQuestions,
): monaco.editor.IStandaloneCodeEditor => {
  registerLanguage();
  applyTheme(studio.theme.get());
  const editor = monaco.editor.create(host, editorOptions());
  const appearance = new Appearance(editor);
  const markers = new Markers();
  const coverage = new CoverageMarks();
  const noteMarks = new NoteMarks(studio, editor);
  const analysisMarks = new AnalysisMarks();
  const views = new ViewStates();
  const changedDetails = new monaco.Emitter<void>();
  const changedTokens = new monaco.Emitter<void>();
  let isComposing = false;

  const guard = new ProtectionGuard({
    editor,
    ask: questions.askProtection,
    accepted: ({ path, text }) => studio.documents.edit(path, text),
    insertRule: (session, offset) => {
      const { lineNumber } = session.lines.placeAt(offset);
      editor.setPosition({ lineNumber, column: session.model.getLineMaxColumn(lineNumber) });
      insertSnippet(editor, ruleSnippet(studio.tables.get()));
    },
    blockNames: () => blockNames(studio.tables.get()),
    restored: (session, span) => appearance.mend(session, span),
  });
  const sessions = new Sessions(studio, (session) => {
    session.model.onDidChangeContent((event) => {
      if (isComposing && session === current()) return;
      guard.changed(session, event);
      groups.stepped(session, event);
    });
  });
  const current = (): TextSession | null => {
    const model = editor.getModel();
    return model === null ? null : sessions.of(model);
  };
  const context: ProviderContext = {
    studio,
    editor,
    sessionOf: (model) => sessions.of(model),
    sessionAt: (path) => sessions.at(path),
  };
  const groups = new GroupedEdits(context);

  const applyFix = (edits: QuickFix["edits"]): void => {
    groups.apply(edits);
  };
  // The list of findings offers the same cures.
  window.addEventListener(FixEvent.NAME, (event) => {
    if (event instanceof FixEvent) applyFix(event.edits);
  });

  const show = (): void => {
    const text = studio.currentText;
    const session = text === null ? null : sessions.at(text.path);
    if (text === null || session === null) return;
    if (editor.getModel() === session.model) return;
    const before = current();
    if (before !== null) views.keep(before.path, editor.saveViewState());
    editor.setModel(session.model);
    const view = views.get(session.path);
    if (view !== null) editor.restoreViewState(view);
  };
  /** Texts that somebody else has changed come in as the smallest edit, so that the cursor stays where it is. */
  const takeTexts = (): void => {
    const texts = studio.texts.get();
    if (isComposing) return;
    sessions.forgetGone();
    for (const session of sessions.all) {
      const change = changeBetween(session.text, texts.get(session.path)!.text);
      if (change !== null) guard.trusted(() => session.edit([change], null));
    }
  };
  /** What somebody else has changed during a composition is kept beside what was composed. */
  const takeComposed = (session: TextSession): void => {
    const { text: before, path } = session;
    const theirs = changeBetween(before, studio.texts.get().get(path)?.text ?? before);
    const own = changeBetween(before, session.model.getValue());
    guard.composed(session);
    if (theirs === null || own === null || overlaps(theirs.span, own.span)) return;
    const span = session.text === before ? theirs.span : shiftSpan(theirs.span, [own]);
    guard.trusted(() => session.edit([{ span, newText: theirs.newText }], null));
  };
  const showFindings = (): void => {
    const found = studio.findings.get();
    const session = current();
    if (found === null || session?.path !== found.path || isComposing) return;
    if (found.version !== studio.texts.get().get(found.path)?.version) return;
    session.knowLayout(found);
    appearance.showLayout(session, found);
    markers.show(session, found, context.sessionAt);
    changedTokens.fire();
  };
  const showDetails = (): void => {
    const details = studio.details.get();
    const session = current();
    if (details === null || session?.path !== details.path || isComposing) return;
    if (details.version !== studio.texts.get().get(details.path)?.version) return;
    session.knowDetails();
    appearance.showLines(session, details);
    changedDetails.fire();
  };
  const showCoverage = (): void => {
    const report = studio.cases.report.get();
    const isOwn = studio.cases.path.get() === studio.current.get();
    const session = current();
    if (session === null || isComposing) return;
    // Marks of an older text have moved with it and stay until there are new ones.
    if (isOwn && report !== null && report.version !== studio.currentText?.version) return;
    // What stands above the rules says it too; it is not made anew with every key.
    if (coverage.show(session, isOwn ? report : null)) changedDetails.fire();
  };

  const showNotes = (): void => {
    // Read first, so that a change of either is followed also where nothing is shown now.
    const [file, places] = [studio.notes.file.get(), studio.notes.places.get()];
    const session = current();
    if (session === null || isComposing || session.path !== studio.current.get()) return;
    if (file !== null && places.size > 0 && session.text !== studio.currentText?.text) return;
    noteMarks.show(session);
  };

  const showAnalysed = (): void => {
    const view = studio.analysis.shown.get();
    const session = current();
    if (session === null || isComposing || session.path !== studio.current.get()) return;
    // Marks of an older text have moved with it and stay until there are new ones.
    if (view !== null && studio.analysis.isStale.get()) return;
    analysisMarks.show(session, view);
  };

  let areTablesKnown = false;
  effect(() => {
    const tables = studio.tables.get();
    if (tables === null || areTablesKnown) return;
    areTablesKnown = true;
    registerTokenizer(tables);
    const changed = { details: changedDetails.event, tokens: changedTokens.event };
    registerProviders(context, tables, changed, applyFix);
    registerSnippetList(editor, tables, questions.askSnippet);
  });
  effect(() => applyTheme(studio.theme.get()));
  effect(takeTexts);
  effect(show);
  effect(showFindings);
  effect(showDetails);
  effect(showCoverage);
  effect(showNotes);
  effect(showAnalysed);
  noteMarks.watch(current);

  editor.onDidCompositionStart(() => {
    isComposing = true;
  });
  editor.onDidCompositionEnd(() => {
    // The last characters of a composition may come right behind its end.
    queueMicrotask(() => {
      isComposing = false;
      const session = current();
      if (session !== null) takeComposed(session);
      takeTexts();
      showFindings();
      showDetails();
      showCoverage();
      showNotes();
      showAnalysed();
    });
  });
  suggestWhileTyping(
    editor,
    () => isComposing,
    (offset) => current()?.isBlockAt(offset) ?? false,
  );
  showSuggestionDetails(editor);
  fitMarkerBox(editor);
  registerRename(context, questions.askName, groups);
  registerPageActions(editor, studio);
  editor.onDidLayoutChange(() => appearance.resized(current()));
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;
  const keepView = (): void => {
    const session = current();
    if (session !== null) views.keep(session.path, editor.saveViewState());
  };
  const tellPlace = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    const session = current();
    const selection = editor.getSelection();
    if (session === null || selection === null || session.model.getValueLength() !== session.text.length)
      return;
    const span = session.spanOf(selection);
    const offset = session.model.getOffsetAt(selection.getPosition());
    const details = studio.details.get();
    const outline = details?.path === session.path ? details.outline : [];
    session.leave(offset);
    studio.place.set({ offset, selection: span, provision: provisionAt(outline, offset) });
    clearTimeout(keeping);
    keeping = setTimeout(keepView, VIEW_REST);
  };
  const soonTellPlace = (): void => {
    waiting ??= setTimeout(tellPlace, PLACE_REST);
  };
  editor.onDidChangeCursorSelection(soonTellPlace);
  editor.onDidChangeModel(soonTellPlace);
  // The provision under the cursor is known with the outline only.
  effect(() => {
    if (studio.details.get() !== null) soonTellPlace();
  });
  window.addEventListener("pagehide", keepView);
  const port = createEditorPort({ editor, studio, sessions, guard, current, show, tellPlace });
  studio.editor.set(port);
  // Marks belong to the result that is explained.
  effect(() => {
    if (studio.run.target.get() === null) port.mark([]);
  });
  return editor;
};
