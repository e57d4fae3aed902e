import { signal } from "@lit-labs/signals";
import type {
  ColumnMapping,
  LoadedRegister,
  RegisterFile,
  RegisterPreview,
  ResultFilter,
  ResultOrder,
  ResultTarget,
  ResultView,
  RunResults,
} from "../worker/worker-api.ts";
import type { Studio } from "./studio.ts";

export const NO_FILTER: ResultFilter = {
  text: "",
  statuses: [],
  decision: null,
  region: null,
  record: null,
  provision: null,
};

/** The register, the results on it, and the one result that is looked at. */
export class RunState {
  readonly files = signal<readonly RegisterFile[]>([]);
  readonly preview = signal<RegisterPreview | null>(null);
  readonly mappings = signal<readonly ColumnMapping[]>([]);
  readonly register = signal<LoadedRegister | null>(null);
  readonly results = signal<RunResults | null>(null);
  readonly view = signal<ResultView | null>(null);
  readonly filter = signal<ResultFilter>(NO_FILTER);
  readonly order = signal<ResultOrder>({ key: "urgency", descending: false, group: "rule" });
  /** Null while nothing runs. */
  readonly progress = signal<{ readonly done: number; readonly total: number } | null>(null);
  /** The result that is explained. */
  readonly target = signal<ResultTarget | null>(null);
  readonly studio: Studio;

  constructor(studio: Studio) {
    this.studio = studio;
  }
}
