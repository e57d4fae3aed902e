import { reporter, type DiagnosticTable } from "../../language/index.ts";
import { caseDiagnostics } from "./catalogue/cases.ts";
import { nameDiagnostics } from "./catalogue/names.ts";
import { sentenceDiagnostics } from "./catalogue/sentences.ts";
import { valueDiagnostics } from "./catalogue/values.ts";

/** Every finding that checking the meaning of a block can give. */
export const checkDiagnostics = {
  ...nameDiagnostics,
  ...valueDiagnostics,
  ...sentenceDiagnostics,
  ...caseDiagnostics,
} as const satisfies DiagnosticTable;

export const reportCheck = reporter(checkDiagnostics);
