import type { DiagnosticTable } from "../diagnostic.ts";
import { TEXT_LINTS } from "./lints/index.ts";
import { segmentDiagnostics } from "./segment-diagnostics.ts";

/** Everything that reading official text can find: cutting into blocks, then the text itself. */
export const documentDiagnostics: DiagnosticTable = {
  ...segmentDiagnostics,
  ...Object.assign({}, ...TEXT_LINTS.map(({ catalogue }) => catalogue)) as DiagnosticTable,
};
