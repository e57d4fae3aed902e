import type { Diagnostic, ExceptionTarget, PolicyFile } from "../../language/index.ts";
import type { CheckedException } from "../check/exception.ts";
import type { Decision, Force } from "../model/ir.ts";
import { KIND_NAMES, type Declarations } from "../resolve/declared.ts";
import { nearestName } from "../resolve/suggest.ts";
import { citedProvisions, isWithin } from "../resolve/targets.ts";
import { reportLower } from "./diagnostics.ts";

/** Adds to every rule the exceptions that are written against it, its provision or the whole document. */
export const withExceptions = (
  decisions: readonly Decision[],
  exceptions: readonly CheckedException[],
  file: PolicyFile,
  declarations: Declarations,
): { readonly value: readonly Decision[]; readonly diagnostics: readonly Diagnostic[] } => {
  const diagnostics: Diagnostic[] = [];
  const added = new Map<string, Set<string>>();
  const rules = decisions.filter(
    (decision) => decision.kind === "measure" || decision.kind === "requirement",
  );
  for (const { clause, targets } of exceptions) {
    for (const target of targets) {
      const chosen = targetRules(target, rules, clause.origin.provision, file, declarations, diagnostics);
      if (chosen === null) continue;
      const same = chosen.filter((rule) => rule.object === clause.object);
      if (same.length === 0) {
        diagnostics.push(
          reportLower(
            "exception-without-effect",
            file.source.name,
            spanOf(target),
            {
              name: clause.name,
              target: wordsOf(target),
              object: clause.object,
            },
            inProvision(clause.origin.provision),
          ),
        );
      }
      for (const rule of same) {
        const known = added.get(rule.id) ?? new Set<string>();
        added.set(rule.id, known.add(clause.id));
      }
    }
  }
  const value = decisions.map((decision) => {
    const ids = added.get(decision.id);
    if (ids === undefined || (decision.kind !== "measure" && decision.kind !== "requirement"))
      return decision;
    return { ...decision, exceptions: [...decision.exceptions, ...ids] };
  });
  return { value, diagnostics };
};

/** What may stand there, where no name is near. */
const whatToWrite = (names: readonly string[]): string => {
  const some = [...new Set(names)].slice(0, 3).map((name) => `“${name}”`);
  const known = some.length === 0 ? "" : `（例如${some.join("、")}）`;
  return `请写规则名称${known}或者条款，例如“第十六条”。`;
};

const targetRules = (
  target: ExceptionTarget,
  rules: readonly Decision[],
  provision: string | null,
  file: PolicyFile,
  declarations: Declarations,
  diagnostics: Diagnostic[],
): readonly Decision[] | null => {
  switch (target.kind) {
    case "document":
      return rules.filter((rule) => rule.origin.file === file.source.name && isLimit(rule));
    case "provision": {
      const paths = citedProvisions(target, file, provision, diagnostics);
      if (paths === null) return null;
      return rules.filter((rule) => {
        const own = rule.origin.provision;
        return own !== null && isLimit(rule) && paths.some((path) => isWithin(own, path));
      });
    }
    case "rule": {
      const found = rules.filter((rule) => rule.name === target.name.text);
      if (found.length > 0) return found;
      const declared = declarations.byName.get(target.name.text) ?? [];
      if (declared.some((other) => other.kind === "rule")) return null;
      const other = declared[0];
      const names = rules.map((rule) => rule.name);
      const nearest = nearestName(target.name.text, names);
      diagnostics.push(
        other === undefined
          ? reportLower(
              "unknown-exception-target",
              file.source.name,
              target.name.span,
              {
                name: target.name.text,
                hint: nearest === null ? whatToWrite(names) : `是否指“${nearest}”？`,
              },
              {
                ...inProvision(provision),
                ...(nearest === null
                  ? {}
                  : {
                      fixes: [
                        {
                          title: `改为“${nearest}”`,
                          safe: false,
                          edits: [{ span: target.name.span, newText: nearest }],
                        },
                      ],
                    }),
              },
            )
          : reportLower(
              "exception-to-non-rule",
              file.source.name,
              target.name.span,
              {
                name: target.name.text,
                kind: KIND_NAMES[other.kind],
              },
              inProvision(provision),
            ),
      );
      return null;
    }
  }
};

/** What only allows or encourages is no 限制: nobody is exempted from a permission unless its rule is named. */
const isLimit = (rule: Decision): boolean => {
  const isGrant = (force: Force): boolean => force === "may" || force === "encourage";
  if (rule.kind === "measure") return !rule.orders.every((order) => isGrant(order.modality.force));
  return rule.kind === "requirement" && !isGrant(rule.modality.force);
};

const inProvision = (provision: string | null): { readonly provision?: string } =>
  provision === null ? {} : { provision };

const spanOf = (target: ExceptionTarget): { readonly start: number; readonly end: number } =>
  target.kind === "rule" ? target.name.span : target.span;

const wordsOf = (target: ExceptionTarget): string =>
  target.kind === "rule"
    ? `“${target.name.text}”`
    : target.kind === "provision"
      ? target.citation
      : target.words;
