import { signal } from "@lit-labs/signals";
import type { Comparison } from "../worker/worker-api.ts";
import type { Studio } from "./studio.ts";

/** Two versions side by side. */
export class ComparisonState {
  readonly left = signal<string | null>(null);
  readonly right = signal<string | null>(null);
  readonly comparison = signal<Comparison | null>(null);
  readonly progress = signal<{
    readonly done: number;
    readonly total: number;
    readonly words: string;
  } | null>(null);
  readonly studio: Studio;

  constructor(studio: Studio) {
    this.studio = studio;
  }
}
