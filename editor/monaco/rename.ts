import * as monaco from "monaco-editor/editor";
import type { Replacement } from "../state/ports.ts";
import { UndoGroups } from "../state/undo-group.ts";
import type { RenameAnswer } from "../worker/worker-api.ts";
import type { ProviderContext } from "./providers/context.ts";
import { askLanguage } from "./providers/context.ts";
import type { TextSession } from "./text-session.ts";

/** Asks for the new name; `check` answers why a name cannot be taken, or null. Null when it was given up. */
export type AskName = (
  name: string,
  check: (name: string) => Promise<string | null>,
) => Promise<string | null>;

/** Changes that go over several files are one step: they are taken back, and made again, together. */
export class GroupedEdits {
  readonly #groups = new UndoGroups();
  readonly #context: ProviderContext;
  #isFollowing = false;

  constructor(context: ProviderContext) {
    this.#context = context;
  }

  apply(files: readonly { readonly file: string; readonly edits: readonly Replacement[] }[]): void {
    const sessions = files.flatMap(({ file, edits }) => {
      const session = this.#context.sessionAt(file);
      return session === null || edits.length === 0 ? [] : [{ session, edits }];
    });
    const members = sessions.map(({ session, edits }) => {
      const before = session.model.getAlternativeVersionId();
      session.edit(edits, this.#context.editor);
      return { path: session.path, before, after: session.model.getAlternativeVersionId() };
    });
    if (members.length > 1) this.#groups.add(members);
  }

  /** A step back or forward in one file takes the other files of its group with it. */
  stepped(session: TextSession, event: monaco.editor.IModelContentChangedEvent): void {
    if (this.#isFollowing || (!event.isUndoing && !event.isRedoing)) return;
    const { follow, changed } = this.#groups.step(
      session.path,
      event.isUndoing ? "back" : "again",
      session.model.getAlternativeVersionId(),
      (path) => this.#context.sessionAt(path)?.model.getAlternativeVersionId() ?? null,
    );
    if (changed.length > 0)
      this.#context.studio.notify(
        "info",
        `${changed.map((path) => `“${path}”`).join("、")}在这次改名以后又有修改，没有一起${event.isUndoing ? "撤销" : "恢复"}。`,
      );
    if (follow.length === 0) return;
    queueMicrotask(() => {
      this.#isFollowing = true;
      for (const path of follow) {
        const model = this.#context.sessionAt(path)?.model;
        void (event.isUndoing ? model?.undo() : model?.redo());
      }
      this.#isFollowing = false;
    });
  }
}

const CHANGED: RenameAnswer = { kind: "refused", message: "文字已经变化，请重新改名。" };

/** Gives the name under the cursor another one, wherever it stands. */
export const registerRename = (
  context: ProviderContext,
  askName: AskName,
  edits: GroupedEdits,
): monaco.IDisposable => {
  const { editor, studio } = context;
  return editor.addAction({
    id: "tiaowen.rename",
    label: "改名",
    keybindings: [monaco.KeyCode.F2],
    contextMenuGroupId: "1_modification",
    run: async () => {
      const model = editor.getModel();
      const position = editor.getPosition();
      const session = model === null ? null : context.sessionOf(model);
      if (model === null || position === null || session === null) return;
      const offset = model.getOffsetAt(position);
      const found = await askLanguage(context, session, (api) => api.nameAt(session.path, offset), null);
      if (found === null) {
        studio.notify("info", "光标处没有可以改名的名称。请把光标放在对象、字段、规则等名称上，再按 F2。");
        return;
      }
      const answerFor = (name: string) =>
        askLanguage<RenameAnswer>(context, session, (api) => api.rename(session.path, offset, name), CHANGED);
      const name = await askName(found.name, async (name) => {
        const answer = await answerFor(name);
        return answer.kind === "refused" ? answer.message : null;
      });
      editor.focus();
      if (name === null || name === found.name) return;
      const answer = await answerFor(name);
      if (answer.kind === "refused") studio.notify("bad", answer.message);
      else edits.apply(answer.files);
    },
  });
};
