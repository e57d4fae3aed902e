import type * as monaco from "monaco-editor/editor";

const KEY = "tiaowen.views";
const MOST = 50;

type ViewState = monaco.editor.ICodeEditorViewState;

/** Where each file was left: kept in this browser, so that a page that is loaded again stands at the same place. */
export class ViewStates {
  #states: Record<string, ViewState>;

  constructor() {
    this.#states =
      attempt(() => JSON.parse(localStorage.getItem(KEY) ?? "{}") as Record<string, ViewState>) ?? {};
  }

  get(path: string): ViewState | null {
    const state = this.#states[path];
    return typeof state?.viewState?.scrollLeft === "number" && Array.isArray(state.cursorState)
      ? state
      : null;
  }

  keep(path: string, state: ViewState | null): void {
    if (state === null) return;
    const { [path]: _old, ...others } = this.#states;
    const kept = Object.entries(others).slice(1 - MOST);
    this.#states = { ...Object.fromEntries(kept), [path]: { ...state, contributionsState: {} } };
    attempt(() => localStorage.setItem(KEY, JSON.stringify(this.#states)));
  }
}

/** A browser that keeps nothing throws at the first touch; then nothing is kept. */
const attempt = <Result>(work: () => Result): Result | null => {
  try {
    return work();
  } catch {
    return null;
  }
};
