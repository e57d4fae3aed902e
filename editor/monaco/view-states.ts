import type * as monaco from "monaco-editor/editor";

const KEY = "tiaowen.views";
const MOST = 50;

type ViewState = monaco.editor.ICodeEditorViewState;

/** Where each file was left: kept in this browser, so that a page that is loaded again stands at the same place. */
export class ViewStates {
  #states: Record<string, ViewState> = {};

  constructor() {
    const kept: unknown = attempt(() => JSON.parse(localStorage.getItem(KEY) ?? "{}"));
    for (const [path, state] of Object.entries(isObject(kept) ? kept : {}))
      if (isViewState(state)) this.#states[path] = state;
  }

  get(path: string): ViewState | null {
    return this.#states[path] ?? null;
  }

  keep(path: string, state: ViewState | null): void {
    if (state === null) return;
    const { [path]: _old, ...others } = this.#states;
    const kept = Object.entries(others).slice(1 - MOST);
    this.#states = { ...Object.fromEntries(kept), [path]: { ...state, contributionsState: {} } };
    attempt(() => localStorage.setItem(KEY, JSON.stringify(this.#states)));
  }
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const isViewState = (value: unknown): value is ViewState =>
  isObject(value) &&
  "viewState" in value &&
  isObject(value.viewState) &&
  "scrollLeft" in value.viewState &&
  "cursorState" in value &&
  Array.isArray(value.cursorState);

/** A browser that keeps nothing throws at the first touch; then nothing is kept. */
const attempt = <Result>(work: () => Result): Result | null => {
  try {
    return work();
  } catch {
    return null;
  }
};
