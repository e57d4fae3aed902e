import type * as monaco from "monaco-editor/editor";
import type { Replacement } from "../state/ports.ts";
import type { Span } from "../worker/worker-api.ts";
import { judge, linesAround, meansBlock } from "./protection.ts";
import { changeBetween, shiftSpan } from "./text-change.ts";
import type { TextSession } from "./text-session.ts";

/** What a person answers when a change would alter official text. */
export type ProtectionAnswer = "once" | "always" | "insertRule" | "cancel";

export interface GuardOptions {
  readonly editor: monaco.editor.IStandaloneCodeEditor;
  readonly ask: () => Promise<ProtectionAnswer>;
  /** The text of the session has changed and may be told to the rest of the page. */
  readonly accepted: (session: TextSession) => void;
  readonly insertRule: (session: TextSession, offset: number) => void;
  /** What blocks may be called, e.g. 规则. */
  readonly blockNames: () => readonly string[];
  /** Words of the text were put back as they were. */
  readonly restored: (session: TextSession, span: Span) => void;
}

/**
 * Lets no change of official text through that nobody has agreed to. A change is looked at once the editor has made it
 * and before it is painted; one that must be asked about is taken back first.
 */
export class ProtectionGuard {
  readonly #options: GuardOptions;
  /** Changes that come from the page itself. */
  #isTrusted = false;
  #isReverting = false;
  #isAsking = false;

  constructor(options: GuardOptions) {
    this.#options = options;
  }

  /** Makes a change that has been agreed to, or that is none of the person's doing. */
  trusted(change: () => void): void {
    const before = this.#isTrusted;
    this.#isTrusted = true;
    try {
      change();
    } finally {
      this.#isTrusted = before;
    }
  }

  /** The model has changed. */
  changed(session: TextSession, event: monaco.editor.IModelContentChangedEvent): void {
    if (this.#isReverting) return;
    const after = session.model.getValue();
    const changes = event.isFlush ? difference(session.text, after) : changesOf(event);
    const isRefusedAgain = event.isRedoing && session.refused.has(session.model.getAlternativeVersionId());
    const isStep = (event.isUndoing || event.isRedoing) && !isRefusedAgain;
    if (this.#decide(session, after, changes, isStep)) return;
    // In the middle of a change the model takes no other one.
    const isBlock = this.#meansBlock(session, changes);
    queueMicrotask(() => {
      this.#revert(session, changes);
      if (isBlock) this.#beginBlock(session, changes[0]!);
    });
    if (!isBlock) void this.#ask(session, changes);
  }

  /** A composition has ended: everything that it changed is looked at as one change. */
  composed(session: TextSession): void {
    const after = session.model.getValue();
    const changes = difference(session.text, after);
    if (this.#decide(session, after, changes, false)) return;
    this.#revert(session, changes);
    if (this.#meansBlock(session, changes)) this.#beginBlock(session, changes[0]!);
    else void this.#ask(session, changes);
  }

  #meansBlock(session: TextSession, changes: readonly Replacement[]): boolean {
    return (
      this.#options.editor.getModel() === session.model &&
      meansBlock(session.text, changes, this.#options.blockNames())
    );
  }

  /** Who types the beginning of a block's name on an empty line gets the bracket before it, and the list of the blocks. */
  #beginBlock(session: TextSession, { span, newText }: Replacement): void {
    const { editor } = this.#options;
    const words = `【${newText}`;
    this.trusted(() => session.edit([{ span, newText: words }], editor));
    const end = span.start + words.length;
    session.free = [...session.free, { start: span.start, end }];
    editor.setPosition(session.model.getPositionAt(end));
    editor.trigger("typing", "editor.action.triggerSuggest", { auto: true });
  }

  /** Takes the change over, or answers that it must be taken back. */
  #decide(session: TextSession, after: string, changes: readonly Replacement[], isStep: boolean): boolean {
    if (changes.length === 0) return true;
    const isFree = this.#isTrusted || isStep || session.isOpenToChanges || !this.#isShown(session);
    const verdict = isFree ? "allowed" : judge(session, changes);
    if (verdict === "ask") {
      session.refused.add(session.model.getAlternativeVersionId());
      return false;
    }
    const before = session.text;
    session.accept(after, changes);
    if (verdict === "startsBlock") this.#openBlock(session, before, changes);
    this.#options.accepted(session);
    return true;
  }

  /** A file that is not looked at is changed by cures and renaming only, which reach no official text. */
  #isShown(session: TextSession): boolean {
    return session.isLayoutKnown || this.#options.editor.getModel() === session.model;
  }

  /** What is being written may be gone on with, although it is no block before its header is complete. */
  #openBlock(session: TextSession, before: string, changes: readonly Replacement[]): void {
    const [change] = changes;
    if (change === undefined) return;
    const { start } = change.span;
    const end = start + change.newText.length;
    session.free = [...session.free, { start, end }];
    const line = linesAround(before, change.span);
    if (changes.length > 1 || change.newText.startsWith("\n")) return;
    if (before.slice(line.start, start).trim() === "") return;
    // A block begins on a line of its own.
    queueMicrotask(() => {
      this.trusted(() =>
        session.edit([{ span: { start, end: start }, newText: "\n" }], this.#options.editor),
      );
    });
  }

  #revert(session: TextSession, changes: readonly Replacement[]): void {
    const { model } = session;
    this.#isReverting = true;
    try {
      if (model.getValue() !== session.text) void model.undo();
      const rest = changeBetween(model.getValue(), session.text);
      if (rest !== null) this.#putBack(session, rest);
    } finally {
      this.#isReverting = false;
    }
    for (const { span } of changes) this.#options.restored(session, span);
    this.#select(session, changes);
  }

  /** The cursor goes back to where the change was tried: what is typed next must not land elsewhere. */
  #select({ model }: TextSession, [first, ...others]: readonly Replacement[]): void {
    const { editor } = this.#options;
    if (first === undefined || others.length > 0 || editor.getModel() !== model) return;
    editor.setPosition(model.getPositionAt(first.span.end));
  }

  #putBack({ model }: TextSession, rest: Replacement): void {
    const start = model.getPositionAt(rest.span.start);
    const end = model.getPositionAt(rest.span.end);
    const range = {
      startLineNumber: start.lineNumber,
      startColumn: start.column,
      endLineNumber: end.lineNumber,
      endColumn: end.column,
    };
    model.pushEditOperations([], [{ range, text: rest.newText }], () => null);
  }

  async #ask(session: TextSession, changes: readonly Replacement[]): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const answer = await this.#options.ask().finally(() => {
      this.#isAsking = false;
    });
    this.#options.editor.focus();
    switch (answer) {
      case "cancel":
        return;
      case "insertRule":
        this.#options.insertRule(session, changes[0]!.span.end);
        return;
      case "always":
        session.isOpenToChanges = true;
        session.hasAgreed = true;
        this.#make(session, changes);
        return;
      case "once":
        this.#make(session, changes);
        session.free = [
          ...session.free,
          ...changes.map((change) => linesAround(session.text, insertedSpan(change, changes))),
        ];
    }
  }

  #make(session: TextSession, changes: readonly Replacement[]): void {
    const { editor } = this.#options;
    this.trusted(() => session.edit(changes, editor));
    const [first] = changes;
    if (changes.length !== 1 || first === undefined || editor.getModel() !== session.model) return;
    editor.setPosition(session.model.getPositionAt(first.span.start + first.newText.length));
  }
}

const changesOf = (event: monaco.editor.IModelContentChangedEvent): readonly Replacement[] =>
  event.changes.map(({ rangeOffset, rangeLength, text }) => ({
    span: { start: rangeOffset, end: rangeOffset + rangeLength },
    newText: text,
  }));

const difference = (before: string, after: string): readonly Replacement[] => {
  const change = changeBetween(before, after);
  return change === null ? [] : [change];
};

/** Where the new words of one of several changes stand afterwards. */
const insertedSpan = (
  change: Replacement,
  changes: readonly Replacement[],
): { start: number; end: number } => {
  const others = changes.filter((other) => other !== change);
  const { start } = shiftSpan({ start: change.span.start, end: change.span.start }, others);
  return { start, end: start + change.newText.length };
};
