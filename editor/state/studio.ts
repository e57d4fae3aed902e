import { signal } from "@lit-labs/signals";
import type { Remote } from "comlink";
import type { WorkerConnection } from "../worker/connection.ts";
import type {
  Details,
  EvaluationService,
  Findings,
  LanguageService,
  LanguageTables,
  Span,
} from "../worker/worker-api.ts";
import { AnalysisState } from "./analysis-state.ts";
import { CasesState } from "./cases-state.ts";
import { ComparisonState } from "./comparison-state.ts";
import type { Documents } from "./documents.ts";
import { NotesState } from "./notes-state.ts";
import type { EditorPort } from "./ports.ts";
import { RunState } from "./run-state.ts";
import type { LowerView, Mode, SideView, Theme } from "./settings-model.ts";
import { ShellState } from "./shell-state.ts";

/** A text of the workspace that is held in memory. */
export interface OpenText {
  readonly path: string;
  readonly text: string;
  /** Grows with each change; answers of the worker name it. */
  readonly version: number;
  /** Version of the stored file that the text is based on. */
  readonly stored: string;
  readonly isDirty: boolean;
}

/** What stands under the cursor, told by the editor. */
export interface Place {
  readonly offset: number;
  readonly selection: Span;
  readonly provision: string | null;
}

export interface Notice {
  readonly id: number;
  readonly tone: "info" | "good" | "bad";
  readonly text: string;
  /** What it is about, so that it can be taken back when that has been settled. */
  readonly about?: string;
  readonly action?: { readonly title: string; readonly run: () => void };
}

/**
 * Everything that more than one part of the page knows. Parts read the signals and call the methods of the area they
 * need; nothing else is shared.
 */
export class Studio {
  /** Paths of the workspace, sorted. */
  readonly paths = signal<readonly string[]>([]);
  readonly workspaceName = signal("");
  readonly texts = signal<ReadonlyMap<string, OpenText>>(new Map());
  /** Path of the policy that is being worked on. */
  readonly current = signal<string | null>(null);
  readonly findings = signal<Findings | null>(null);
  readonly details = signal<Details | null>(null);
  readonly place = signal<Place>({ offset: 0, selection: { start: 0, end: 0 }, provision: null });
  readonly tables = signal<LanguageTables | null>(null);
  readonly theme = signal<Theme>("light");
  readonly mode = signal<Mode>("write");
  readonly lowerView = signal<LowerView>("run");
  readonly sideView = signal<SideView>("explain");
  readonly notices = signal<readonly Notice[]>([]);
  /** 基准日, 2025-06-01. */
  readonly day = signal("2025-06-01");
  /** The pane that the keyboard is to go to. */
  readonly focusAsked = signal<"lower" | "side" | null>(null);
  readonly editor = signal<EditorPort | null>(null);
  /** Paths of open files that somebody else has written since they were read. */
  readonly changedOnDisk = signal<ReadonlySet<string>>(new Set());
  /** The store is open and its policies are read. */
  readonly isReady = signal(false);

  readonly language: WorkerConnection<LanguageService>;
  readonly evaluation: WorkerConnection<EvaluationService>;
  /** Compares in a worker of its own, so that results are explained meanwhile; ended to cancel. */
  readonly comparing: WorkerConnection<EvaluationService>;
  /** Analyses in a worker of its own, so that judging and comparing are not held up. */
  readonly analysing: WorkerConnection<EvaluationService>;
  readonly shell = new ShellState();
  readonly run = new RunState(this);
  readonly cases = new CasesState(this);
  readonly notes = new NotesState(this);
  readonly comparison = new ComparisonState(this);
  readonly analysis = new AnalysisState(this);
  /** Given once the store is open. */
  documents!: Documents;
  #noticeCount = 0;

  constructor(
    language: WorkerConnection<LanguageService>,
    evaluation: WorkerConnection<EvaluationService>,
    comparing: WorkerConnection<EvaluationService>,
    analysing: WorkerConnection<EvaluationService>,
  ) {
    this.language = language;
    this.evaluation = evaluation;
    this.comparing = comparing;
    this.analysing = analysing;
  }

  /** Paths of the policies; vocabularies are no policies of their own. */
  get policies(): readonly string[] {
    return this.paths.get().filter((path) => path.endsWith(".tiaowen") && !/(?:^|\/)vocabulary\//.test(path));
  }

  /** The text that is being worked on. */
  get currentText(): OpenText | null {
    const path = this.current.get();
    return path === null ? null : (this.texts.get().get(path) ?? null);
  }

  /** Gives a new evaluation worker what the last one knew. */
  restoreEvaluation(api: Remote<EvaluationService>): Promise<void> {
    return this.run.restore(api);
  }

  put(text: OpenText): void {
    this.texts.set(new Map([...this.texts.get(), [text.path, text]]));
  }

  notify(tone: Notice["tone"], text: string, action?: Notice["action"], about?: string): void {
    this.#noticeCount += 1;
    const notice = {
      id: this.#noticeCount,
      tone,
      text,
      ...(action === undefined ? {} : { action }),
      ...(about === undefined ? {} : { about }),
    };
    this.notices.set([...this.notices.get().filter((each) => each.text !== text), notice].slice(-4));
  }

  withdraw(about: string): void {
    this.notices.set(this.notices.get().filter((notice) => notice.about !== about));
  }

  dismiss(id: number): void {
    this.notices.set(this.notices.get().filter((notice) => notice.id !== id));
  }

  /** Shows a view of the lower pane, unfolding it; with `focus` the keyboard goes there too. */
  showLower(view: LowerView, focus = false): void {
    this.mode.set("write");
    this.lowerView.set(view);
    this.shell.narrowView.set("lower");
    this.shell.arrange({ lowerFolded: false });
    if (focus) this.focusAsked.set("lower");
  }

  /** Shows a view of the right pane, unfolding it; with `focus` the keyboard goes there too. */
  showSide(view: SideView, focus = false): void {
    this.mode.set("write");
    this.sideView.set(view);
    this.shell.narrowView.set("side");
    this.shell.arrange({ sideFolded: false });
    if (focus) this.focusAsked.set("side");
  }

  /** Opens a text for words of it to be shown at once: what is found in it comes later, when the keyboard may be elsewhere. */
  async show(path: string): Promise<void> {
    if (path === this.current.get()) return;
    if (!this.texts.get().has(path)) await this.documents.read(path);
    void this.documents.open(path);
  }

  /** Brings words of the open policy into view. */
  reveal(span: Span, focus = false): void {
    this.mode.set("write");
    this.shell.narrowView.set("text");
    this.editor.get()?.reveal(span, { select: true, focus });
  }
}
