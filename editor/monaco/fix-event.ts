import type { QuickFix } from "../worker/worker-api.ts";

/** Asks the editor to mend something as its own light bulb would. */
export class FixEvent extends Event {
  static readonly NAME = "tw-apply-fix";
  readonly edits: QuickFix["edits"];

  constructor(edits: QuickFix["edits"]) {
    super(FixEvent.NAME);
    this.edits = edits;
  }
}
