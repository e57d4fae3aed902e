import type { ColumnMapping, RegisterFile, RegisterPreview } from "../../worker/worker-api.ts";
import { failureMessage, StoreFailure } from "../../storage/store.ts";
import type { RunState } from "../run-state.ts";
import { DATA_FILE, hasBundledData, readBundled } from "./bundled-data.ts";
import { keepRegister, keepRun, keptRegister } from "./kept-register.ts";
import { policyTexts } from "./policy-texts.ts";

/** As much as the memory of the page holds beside the results. */
const LIMIT = 256 * 1024 * 1024;

/** Takes the files of a register: opened, suggested how to be read, agreed to, loaded. */
export class RegisterIntake {
  readonly #run: RunState;

  constructor(run: RunState) {
    this.#run = run;
  }

  get hasBundled(): boolean {
    const path = this.#run.path ?? this.#run.studio.current.get();
    return path !== null && hasBundledData(this.#run.studio, path);
  }

  async openBundled(runAfter = true): Promise<void> {
    const run = this.#run;
    const { path, studio } = run;
    if (path === null) return;
    try {
      const files = await readBundled(studio, path);
      await this.#take(files, "bundled");
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      studio.notify("bad", failureMessage(error, "随附数据不能读取。"));
      return;
    }
    if (runAfter && path === run.path && run.register.get() !== null) await run.runRules();
  }

  /** Files that were chosen or dropped; those that are no data are named. */
  async openFiles(chosen: readonly File[]): Promise<void> {
    const { studio } = this.#run;
    const data = chosen.filter(({ name }) => DATA_FILE.test(name));
    const other = chosen.filter((file) => !data.includes(file));
    if (other.length > 0) {
      const names = other.map(({ name }) => `“${name}”`).join("、");
      studio.notify("bad", `${names}不是登记数据。可以打开 CSV、Excel（.xlsx）和 JSON 文件。`);
    }
    if (data.length === 0) return;
    if (data.reduce((sum, { size }) => sum + size, 0) > LIMIT) {
      studio.notify("bad", "这些文件合计超过256MB，请分批打开。");
      return;
    }
    const files = await Promise.all(
      data.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    if (this.#run.phase.get() !== "idle") {
      studio.notify("info", "正在核对或者读取登记数据，请稍候再打开。");
      return;
    }
    const kept = this.#run.source.get() === "own" ? this.#run.files.get() : [];
    const names = new Set(files.map(({ name }) => name));
    await this.#take([...kept.filter(({ name }) => !names.has(name)), ...files], "own");
  }

  /** Takes the columns as they are mapped and reads every cell. */
  async confirm(mappings: readonly ColumnMapping[]): Promise<void> {
    const run = this.#run;
    const { path, studio } = run;
    if (path === null || run.phase.get() !== "idle") return;
    run.phase.set("loading");
    try {
      run.mappings.set(mappings);
      const texts = await policyTexts(studio, path);
      if (texts === null || !(await run.session.setPolicy(texts))) return;
      const register = await run.session.load(texts);
      if (path !== run.path) return;
      run.page.set(register.errors.length > 0 && run.results.get() === null ? "errors" : "results");
      this.#remember();
    } catch (error) {
      run.tell(error);
    } finally {
      run.phase.set("idle");
    }
  }

  /** Forgets the register, so that another can be opened; the files themselves are not touched. */
  discard(): void {
    const run = this.#run;
    if (run.path === null) return;
    run.files.set([]);
    run.preview.set(null);
    run.mappings.set([]);
    run.register.set(null);
    run.results.set(null);
    run.ranWith.set(null);
    run.view.set(null);
    run.target.set(null);
    run.source.set(null);
    run.page.set("register");
    void keepRegister(this.#key(run.path), null);
  }

  /** Opens what the policy was last checked with. */
  async recall(path: string): Promise<void> {
    const run = this.#run;
    const kept = await keptRegister(this.#key(path));
    if (kept === null || path !== run.path || run.files.get().length > 0) return;
    const { register, hasRun } = kept;
    if (register.kind === "bundled") {
      if (hasBundledData(run.studio, path)) await this.openBundled(hasRun);
      return;
    }
    await this.#take(register.files, "own", register.mappings);
    if (hasRun && run.register.get() !== null && path === run.path) await run.runRules();
  }

  rememberRun(): void {
    const { path } = this.#run;
    if (path !== null) void keepRun(this.#key(path));
  }

  async #take(
    files: readonly RegisterFile[],
    source: "bundled" | "own",
    known: readonly ColumnMapping[] | null = null,
  ): Promise<void> {
    const run = this.#run;
    const { path, studio } = run;
    if (path === null || run.phase.get() !== "idle") return;
    run.phase.set("reading");
    try {
      const texts = await policyTexts(studio, path);
      if (texts === null || !(await run.session.setPolicy(texts))) {
        run.page.set("results");
        return;
      }
      const preview = await studio.evaluation.call((api) => api.preview(files), Infinity);
      if (path !== run.path) return;
      run.files.set(files);
      run.source.set(source);
      run.preview.set(preview);
      run.mappings.set(known ?? preview.files.map(({ mapping }) => mapping));
      run.page.set("register");
    } catch (error) {
      run.tell(error);
      return;
    } finally {
      run.phase.set("idle");
    }
    const preview = run.preview.get();
    if (preview !== null && (known !== null || source === "bundled" || isCertain(preview)))
      await this.confirm(run.mappings.get());
  }

  #remember(): void {
    const run = this.#run;
    if (run.path === null) return;
    const source = run.source.get();
    if (source === null) return;
    void keepRegister(
      this.#key(run.path),
      source === "bundled"
        ? { kind: "bundled" }
        : { kind: "own", files: run.files.get(), mappings: run.mappings.get() },
    );
  }

  #key(path: string): string {
    return `${this.#run.studio.workspaceName.get()}/${path}`;
  }
}

/** Every heading is the name of a field; then nobody need be asked. */
const isCertain = ({ files }: RegisterPreview): boolean =>
  files.every(
    ({ problem, mapping, certainty }) =>
      problem === null &&
      mapping.columns.every(({ heading, field }, at) =>
        field === null ? heading === REMARK : (certainty[at] ?? 0) >= 1,
      ),
  );

/** The one column of a register that is for people only. */
const REMARK = "备注";
