import { signal } from "@lit-labs/signals";
import type {
  Explanation,
  Reach,
  RecordCard,
  ResultTarget,
  WhatIf,
  WhatIfAnswer,
} from "../worker/worker-api.ts";
import { effect } from "./effect.ts";
import type { RunState } from "./run-state.ts";

/** How long the hand must rest before a changed field is judged, in milliseconds. */
const REST = 80;

/** The one result that is looked at: why it is so, what its record says, and what would be if it said something else. */
export class ExplainState {
  readonly explanation = signal<Explanation | null>(null);
  readonly card = signal<RecordCard | null>(null);
  readonly reach = signal<Reach | null>(null);
  /** Fields of the record that are tried with other contents, as typed. */
  readonly tried = signal<ReadonlyMap<string, string>>(new Map());
  readonly answer = signal<WhatIfAnswer | null>(null);
  readonly isLoading = signal(false);
  readonly #run: RunState;
  #shown: ResultTarget | null = null;
  #asked = 0;
  #tries = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(run: RunState) {
    this.#run = run;
    effect(() => {
      const target = run.target.get();
      const results = run.results.get();
      queueMicrotask(() => {
        if (results === null && target !== null) return;
        void this.#load(target);
      });
    });
  }

  /** Tries a field with another content; empty means that it is not known. */
  try(field: string, text: string): void {
    const original = this.card.get()?.fields.find((each) => each.field.name === field)?.text ?? "";
    const tried = new Map(this.tried.get());
    if (text === original) tried.delete(field);
    else tried.set(field, text);
    this.tried.set(tried);
    this.#soon();
  }

  /** What is tried, as changes of the record; none where nothing is. */
  changes(): readonly WhatIf[] {
    const target = this.#shown;
    if (target === null) return [];
    const { object, id } = target;
    return Array.from(this.tried.get(), ([field, text]): WhatIf => ({ object, id, field, text }));
  }

  /** Takes all tried contents back. */
  restore(): void {
    this.tried.set(new Map());
    this.#soon();
  }

  #soon(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      void this.#try();
    }, REST);
  }

  async #try(): Promise<void> {
    const target = this.#shown;
    const changes = this.changes();
    this.#tries += 1;
    const tries = this.#tries;
    if (target === null || changes.length === 0) {
      this.answer.set(null);
      return;
    }
    const answer = await this.#run.session.ask((api) => api.whatIf(target, changes));
    if (tries === this.#tries && answer !== null) this.answer.set(answer);
  }

  async #load(target: ResultTarget | null): Promise<void> {
    const isOtherRecord = target === null || !isSameRecord(this.#shown, target);
    this.#shown = target;
    this.#asked += 1;
    this.#tries += 1;
    const asked = this.#asked;
    this.answer.set(null);
    if (isOtherRecord) {
      this.tried.set(new Map());
      this.card.set(null);
    }
    this.reach.set(null);
    if (target === null) {
      this.explanation.set(null);
      return;
    }
    this.isLoading.set(true);
    const found = await this.#run.session.ask(async (api) => ({
      explanation: await api.explain(target),
      card: await api.record(target.object, target.id),
      reach: await api.reach(target),
    }));
    if (asked !== this.#asked) return;
    this.isLoading.set(false);
    this.explanation.set(found?.explanation ?? null);
    this.card.set(found?.card ?? null);
    this.reach.set(found?.reach ?? null);
    if (this.tried.get().size > 0) this.#soon();
  }
}

const isSameRecord = (left: ResultTarget | null, right: ResultTarget): boolean =>
  left !== null && left.object === right.object && left.id === right.id;
