import type { DiagnosticTable } from "../diagnostic.ts";
import { TEXT_LINTS } from "./lints/index.ts";
import { segmentDiagnostics } from "./segment-diagnostics.ts";

/** Everything that reading official text can find: cutting into blocks, then the text itself. */
export const documentDiagnostics: DiagnosticTable = Object.fromEntries([
  ...Object.entries(segmentDiagnostics),
  ...TEXT_LINTS.flatMap(({ catalogue }) => Object.entries(catalogue)),
]);
