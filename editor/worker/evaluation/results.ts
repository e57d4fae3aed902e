import type { LoadedFacts } from "../../../compiler/data/index.ts";
import type { Decision } from "../../../compiler/model/ir.ts";
import type { Conflict } from "../../../compiler/model/outcome.ts";
import type { Day } from "../../../compiler/model/value.ts";
import type { RunResults } from "../worker-api.ts";
import type { LoadedPolicy } from "./loaded-policy.ts";
import type { Register } from "./register.ts";

/** One finished run with everything that it was made of, so that what is asked later is answered from the same. */
export interface Results {
  readonly policy: LoadedPolicy;
  readonly register: Register;
  readonly loaded: LoadedFacts;
  readonly at: Day;
  readonly shown: RunResults;
  /** In the order of `shown.decisions`. */
  readonly decisions: readonly Decision[];
  readonly conflicts: readonly Conflict[];
  /** How much each result asks of its reader. */
  readonly urgency: Uint8Array;
}
