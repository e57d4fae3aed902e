import { Signal, signal } from "@lit-labs/signals";
import type {
  CellError,
  ColumnMapping,
  EvaluationService,
  LoadedRegister,
  RegisterFile,
  RegisterPreview,
  ResultFilter,
  ResultOrder,
  ResultTarget,
  ResultView,
  RunResults,
} from "../worker/worker-api.ts";
import type { Remote } from "comlink";
import { WorkerEnded } from "../worker/connection.ts";
import { ExplainState } from "./explain-state.ts";
import { effect } from "./effect.ts";
import { download } from "./run/download.ts";
import { RegisterIntake } from "./run/register-intake.ts";
import { RunSession, type RanWith } from "./run/run-session.ts";
import { isSameTexts, textsOf } from "./run/policy-texts.ts";
import type { Studio } from "./studio.ts";

export const NO_FILTER: ResultFilter = {
  text: "",
  statuses: [],
  decision: null,
  region: null,
  record: null,
  provision: null,
  contradicting: false,
};

/** What asks most for action stands first. */
export const FIRST_ORDER: ResultOrder = { key: "urgency", descending: true, group: "rule" };

/** What has changed since the results were made. */
export type Staleness = "rules" | "day" | "register";

/** What the panel of the run shows. */
export type RunPage = "results" | "register" | "errors";

export type RunPhase = "idle" | "reading" | "loading" | "running" | "cancelling";

/** The register, the results on it, and the one result that is looked at. */
export class RunState {
  readonly files = signal<readonly RegisterFile[]>([]);
  readonly preview = signal<RegisterPreview | null>(null);
  readonly mappings = signal<readonly ColumnMapping[]>([]);
  readonly register = signal<LoadedRegister | null>(null);
  readonly results = signal<RunResults | null>(null);
  readonly view = signal<ResultView | null>(null);
  readonly filter = signal<ResultFilter>(NO_FILTER);
  readonly order = signal<ResultOrder>(FIRST_ORDER);
  /** Null while nothing runs. */
  readonly progress = signal<{
    readonly done: number;
    readonly total: number;
    readonly words: string;
  } | null>(null);
  /** The result that is explained. */
  readonly target = signal<ResultTarget | null>(null);
  /** Whether the register came with the policy or was opened. */
  readonly source = signal<"bundled" | "own" | null>(null);
  readonly phase = signal<RunPhase>("idle");
  readonly page = signal<RunPage>("results");
  /** In a narrow panel the counts take the place of the rows. */
  readonly isBarsOpen = signal(false);
  /** What the results on show were made with. */
  readonly ranWith = signal<RanWith | null>(null);
  /** Why the policy cannot be run. */
  readonly policyErrors = signal<readonly string[]>([]);
  /** What has changed since the results were made; null while they are those of the texts on show. */
  readonly staleness = new Signal.Computed<Staleness | null>(() => this.#staleness());
  readonly explain: ExplainState;
  readonly intake: RegisterIntake;
  readonly session: RunSession;
  readonly studio: Studio;
  /** Paths of policies whose last register has been looked for. */
  readonly #awake = new Set<string>();
  readonly #left = new Map<string, Kept>();
  #path: string | null = null;
  #asked = 0;

  constructor(studio: Studio) {
    this.studio = studio;
    this.session = new RunSession(this);
    this.intake = new RegisterIntake(this);
    this.explain = new ExplainState(this);
    effect(() => {
      const path = studio.current.get();
      queueMicrotask(() => {
        this.#follow(path);
      });
    });
  }

  /** The order of the rows; the few of a single record stand in no groups, and what contradicts each other together. */
  get shownOrder(): ResultOrder {
    const order = this.order.get();
    const { record, contradicting } = this.filter.get();
    if (record === null && !contradicting) return order;
    const isPaired = contradicting && order.key === FIRST_ORDER.key;
    return { ...order, ...(isPaired ? { key: "record", descending: false } : {}), group: "none" };
  }

  /** Path of the policy that register and results belong to. */
  get path(): string | null {
    return this.#path;
  }

  /** Called by the panels when they are first seen: brings back what was there before a reload. */
  wake(): void {
    const path = this.#path;
    if (path === null || this.#awake.has(path)) return;
    this.#awake.add(path);
    if (this.register.get() === null) void this.intake.recall(path);
  }

  /** Judges all rules, or only those with these decision ids. */
  async runRules(only: readonly string[] | null = null): Promise<void> {
    await this.session.run(only);
  }

  async cancel(): Promise<void> {
    await this.session.cancel();
  }

  narrow(change: Partial<ResultFilter>): void {
    this.filter.set({ ...this.filter.get(), ...change });
    void this.refreshView();
  }

  clearFilter(): void {
    this.filter.set(NO_FILTER);
    void this.refreshView();
  }

  arrange(change: Partial<ResultOrder>): void {
    this.order.set({ ...this.order.get(), ...change });
    void this.refreshView();
  }

  /** Shows the results that a provision decided. */
  showDecidedBy(provision: string): void {
    this.studio.lowerView.set("run");
    this.page.set("results");
    this.filter.set({ ...NO_FILTER, provision });
    void this.refreshView();
  }

  /** Shows the results of one record. */
  showRecord(object: string, id: string): void {
    this.filter.set({ ...NO_FILTER, record: { object, id } });
    void this.refreshView();
  }

  /** Shows the cells of the register that could not be read. */
  showErrors(): void {
    this.studio.showLower("run");
    this.page.set("errors");
  }

  /** Asks for the rows anew; the answer to an older question is dropped. */
  async refreshView(): Promise<void> {
    if (this.results.get() === null) return;
    this.#asked += 1;
    const asked = this.#asked;
    const [filter, order] = [this.filter.get(), this.shownOrder];
    const view = await this.session.ask((api) => api.view(filter, order));
    if (view !== null && asked === this.#asked) this.view.set(view);
  }

  /** Rows of results that are new; what was asked about older ones has no answer any more. */
  take(view: ResultView): void {
    this.#asked += 1;
    this.view.set(view);
  }

  async export(format: "csv" | "xlsx" | "html", onlyShown: boolean): Promise<void> {
    const rows = onlyShown ? (this.view.get()?.rows ?? null) : null;
    const file = await this.session.ask((api) => api.export(format, rows));
    if (file !== null) download(file);
  }

  /** Says that something could not be done; an ending that was asked for, or has been told already, is not said. */
  tell(error: unknown): void {
    if (error instanceof WorkerEnded) return;
    this.studio.notify(
      "bad",
      "核对程序没能完成这一步，您的文字和登记数据没有改变。请重试，或者换一份登记数据。",
    );
    console.error(error);
  }

  /** Gives a worker that was started anew what the last one knew. */
  restore(api: Remote<EvaluationService>): Promise<void> {
    return this.session.restore(api);
  }

  /** The bad cells as a table for whoever keeps the register. */
  exportErrors(errors: readonly CellError[]): void {
    const rows = [
      ["文件", "行", "列", "内容", "应当填写"],
      ...errors.map(({ file, row, column, value, expected }) => [file, String(row), column, value, expected]),
    ];
    const text = rows.map((row) => row.map(cell).join(",")).join("\r\n");
    const bytes = new TextEncoder().encode(`\uFEFF${text}\r\n`);
    download({ name: "数据错误.csv", type: "text/csv", bytes });
  }

  #staleness(): Staleness | null {
    const ranWith = this.ranWith.get();
    if (ranWith === null || this.results.get() === null) return null;
    const vocabularies = ranWith.texts.vocabularies.map(({ path }) => path);
    const now = textsOf(this.studio, ranWith.texts.path, vocabularies);
    if (now === null || !isSameTexts(now, ranWith.texts)) return "rules";
    if (this.studio.day.get() !== ranWith.day) return "day";
    return ranWith.register === this.register.get() ? null : "register";
  }

  /** Each policy has its own register and results; going back to one finds them as they were. */
  #follow(path: string | null): void {
    if (path === null || path === this.#path || !this.studio.policies.includes(path)) return;
    if (this.#path !== null) this.#left.set(this.#path, this.#keep());
    this.#path = path;
    void this.session.cancel();
    const kept = this.#left.get(path) ?? NOTHING;
    this.files.set(kept.files);
    this.preview.set(kept.preview);
    this.mappings.set(kept.mappings);
    this.register.set(kept.register);
    this.results.set(kept.results);
    this.ranWith.set(kept.ranWith);
    this.view.set(kept.view);
    this.filter.set(kept.filter);
    this.order.set(kept.order);
    this.source.set(kept.source);
    this.target.set(kept.target);
    this.policyErrors.set([]);
    this.page.set("results");
    if (this.#awake.size > 0) this.wake();
  }

  #keep(): Kept {
    return {
      files: this.files.get(),
      preview: this.preview.get(),
      mappings: this.mappings.get(),
      register: this.register.get(),
      results: this.results.get(),
      ranWith: this.ranWith.get(),
      view: this.view.get(),
      filter: this.filter.get(),
      order: this.order.get(),
      source: this.source.get(),
      target: this.target.get(),
    };
  }
}

/** A cell that a spreadsheet would take for a formula is set off by an apostrophe. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

interface Kept {
  readonly files: readonly RegisterFile[];
  readonly preview: RegisterPreview | null;
  readonly mappings: readonly ColumnMapping[];
  readonly register: LoadedRegister | null;
  readonly results: RunResults | null;
  readonly ranWith: RanWith | null;
  readonly view: ResultView | null;
  readonly filter: ResultFilter;
  readonly order: ResultOrder;
  readonly source: "bundled" | "own" | null;
  readonly target: ResultTarget | null;
}

const NOTHING: Kept = {
  files: [],
  preview: null,
  mappings: [],
  register: null,
  results: null,
  ranWith: null,
  view: null,
  filter: NO_FILTER,
  order: FIRST_ORDER,
  source: null,
  target: null,
};
