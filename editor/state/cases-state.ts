import { signal } from "@lit-labs/signals";
import type { CasesReport } from "../worker/worker-api.ts";
import type { Studio } from "./studio.ts";

/** The 用例 and 性质 of the open policy with their results. */
export class CasesState {
  readonly report = signal<CasesReport | null>(null);
  readonly isRunning = signal(false);
  readonly studio: Studio;

  constructor(studio: Studio) {
    this.studio = studio;
  }
}
