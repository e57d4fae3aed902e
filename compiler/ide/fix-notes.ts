import { provisionAt, type Diagnostic } from "../../language/index.ts";
import { blockUnder } from "./insert-places.ts";
import type { PolicyView, QuickFix } from "./model.ts";

/** A 【说明】 for words of the official text that no block answers for. */
export const noteFixes = (view: PolicyView, finding: Diagnostic): readonly QuickFix[] => {
  const { file } = view;
  const provision = provisionAt(file.document, finding.span.start);
  if (provision === null) return [];
  const quote = finding.code === "clause-uncovered" ? quoted(view, finding) : "";
  return quote === null
    ? []
    : STATES[finding.code === "clause-uncovered" ? "clause" : "provision"].map((state) => ({
        title: `写明为“${state}”`,
        code: finding.code,
        span: finding.span,
        preferred: false,
        edits: [
          { file: file.source.name, edits: [blockUnder(file, provision, `【说明】${state}${quote}。`)] },
        ],
      }));
};

/** Findings that a 【说明】 answers. */
export const TEXT_FINDINGS: ReadonlySet<string> = new Set(["provision-untreated", "clause-uncovered"]);

const STATES = {
  provision: ["宣示", "程序", "未转译"],
  clause: ["程序", "需裁量", "未转译"],
} as const;

const quoted = ({ file }: PolicyView, { span }: Diagnostic): string | null => {
  const words = file.source.text
    .slice(span.start, span.end)
    .replaceAll(/\s/gu, "")
    .replace(/[。；，]+$/u, "");
  return words === "" || words.length > 200 || /[「」]/u.test(words) ? null : `，依据「${words}」`;
};
