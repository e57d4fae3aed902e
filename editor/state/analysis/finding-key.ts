import type { AnalysisCard } from "../../worker/worker-api.ts";

/** What makes a finding the same one after a change elsewhere: its kind, its clauses and what it says of them. */
export const keyOf = ({ code, places, message }: AnalysisCard): string =>
  [code, message, ...places.map(({ file, rule, label }) => `${file} ${label ?? ""} ${rule ?? ""}`)].join(
    "\n",
  );
