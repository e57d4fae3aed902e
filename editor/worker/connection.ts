import { wrap, type Remote } from "comlink";

/** A call that never came back, because the worker crashed, hung or was ended to cancel something. */
export class WorkerEnded extends Error {
  override readonly name = "WorkerEnded";
}

export interface ConnectionOptions<Api> {
  readonly create: () => Worker;
  /** How long one call may take before the worker counts as hung, in milliseconds. */
  readonly patience: number;
  /** Gives a new worker what the last one knew; called after every start but the first. */
  readonly restore: (api: Remote<Api>) => Promise<void>;
  /** Told once for each crash or hang, not for an ending that was asked for. */
  readonly onFailure: (reason: "crashed" | "hung") => void;
}

/**
 * A worker that is started when first asked, watched while it works, and started anew when it crashes or hangs. Calls
 * that were under way are refused with `WorkerEnded`; the texts live on the page, so nothing is lost.
 */
export class WorkerConnection<Api> {
  readonly #options: ConnectionOptions<Api>;
  #worker: Worker | null = null;
  #api: Promise<Remote<Api>> | null = null;
  #refusals = new Set<(error: WorkerEnded) => void>();
  #isFirst = true;

  constructor(options: ConnectionOptions<Api>) {
    this.#options = options;
  }

  /** Asks the worker; `patience` of one call in place of that of the connection, `Infinity` for what may take long. */
  async call<Answer>(
    ask: (api: Remote<Api>) => Promise<Answer>,
    patience: number = this.#options.patience,
  ): Promise<Answer> {
    let refuse: (error: WorkerEnded) => void = () => {};
    const ended = new Promise<never>((_resolve, reject) => {
      refuse = reject;
    });
    this.#refusals.add(refuse);
    const timer =
      patience === Infinity
        ? undefined
        : setTimeout(() => {
            this.#fail("hung");
          }, patience);
    try {
      return await Promise.race([this.#start().then(ask), ended]);
    } finally {
      clearTimeout(timer);
      this.#refusals.delete(refuse);
    }
  }

  /** Ends the worker and everything that it does; the next call starts a new one. */
  end(): void {
    const worker = this.#worker;
    this.#worker = null;
    this.#api = null;
    worker?.terminate();
    const refusals = [...this.#refusals];
    this.#refusals.clear();
    for (const refuse of refusals) refuse(new WorkerEnded());
  }

  #start(): Promise<Remote<Api>> {
    if (this.#api !== null) return this.#api;
    const worker = this.#options.create();
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (this.#worker === worker) this.#fail("crashed");
    });
    const api = wrap<Api>(worker);
    this.#worker = worker;
    const restore = this.#isFirst ? Promise.resolve() : this.#options.restore(api);
    this.#isFirst = false;
    // A worker that could not be told what the last one knew must not be asked: the next call tries with another.
    this.#api = restore.then(
      () => api,
      (error: unknown) => {
        if (this.#worker === worker) this.#fail("crashed");
        throw error;
      },
    );
    return this.#api;
  }

  #fail(reason: "crashed" | "hung"): void {
    this.end();
    this.#options.onFailure(reason);
  }
}
