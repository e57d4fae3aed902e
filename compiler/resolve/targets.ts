import {
  parseCitation,
  resolveCitation,
  type Diagnostic,
  type ExceptionTarget,
  type PolicyFile,
} from "../../language/index.ts";
import { reportResolve } from "./diagnostics.ts";

/** The provisions that a citation in an exception means; null after reporting that it cannot be told. */
export const citedProvisions = (
  target: Extract<ExceptionTarget, { readonly kind: "provision" }>,
  file: PolicyFile,
  path: string | null,
  diagnostics: Diagnostic[],
): readonly string[] | null => {
  const citation = parseCitation(target.citation);
  const from = path === null ? null : (file.document.byPath.get(path) ?? null);
  const resolution =
    citation === null
      ? { provisions: [], problem: "这不是条文的写法。" }
      : resolveCitation(citation, from, file.document);
  if (resolution.problem === null) return resolution.provisions.map((provision) => provision.path);
  diagnostics.push(
    reportResolve(
      "unresolved-citation",
      file.source.name,
      target.span,
      {
        citation: target.citation,
        problem: resolution.problem,
      },
      path === null ? {} : { provision: path },
    ),
  );
  return null;
};

/** Whether a provision lies in another: 16.1.3 in 16.1 and 16, 四.二 in 四. */
export const isWithin = (path: string, around: string): boolean =>
  path === around || path.startsWith(`${around}.`);
