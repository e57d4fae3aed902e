import { contentKey } from "./analyse/content-key.ts";
import { withoutRule } from "./analyse/checks/rule-edit.ts";
import { compareBehaviour } from "./diff/behaviour/index.ts";
import { compareRules } from "./diff/rules/index.ts";
import type { DecisionPair } from "./diff/found-change.ts";
import type { Suggestion } from "./model/analysis.ts";
import type { BehaviourChange } from "./model/change.ts";
import type { Decision, Program } from "./model/ir.ts";
import { compile, type CompiledPolicy } from "./pipeline.ts";
import { edited } from "./tried-suggestions.ts";
import { allTogether, differencesOf, inOtherWords } from "./within-edit.ts";
import type { WithinOptions } from "./within.ts";
import { createWorkspaceMemo, type WorkspaceMemo } from "./workspace.ts";

/** Edits of a policy that keep a rule within the one above it; each is carried out and the rules are compared again. */
export interface WithinTrials {
  keepingWithin(above: Decision, own: Decision): Promise<readonly Suggestion[]>;
  /** Where the policy above has no such rule. */
  withoutOwn(own: Decision): readonly Suggestion[];
}

export const createTrials = (
  policy: CompiledPolicy,
  programs: { readonly left: Program; readonly right: Program },
  behaviour: readonly BehaviourChange[],
  options: WithinOptions & { readonly workspace?: WorkspaceMemo },
): WithinTrials => {
  const { left, right } = programs;
  const workspace = options.workspace ?? createWorkspaceMemo();
  const sources = {
    policy: policy.file.source,
    vocabularies: policy.vocabularies.map(({ source }) => source),
  };
  const files = [...policy.vocabularies, policy.file];
  let tries = 0;
  let spent = 0;

  const compiledWith = (suggestion: Suggestion): Program | null =>
    compile(edited(sources, suggestion), workspace).program;

  const keeps = async (own: Decision, suggestion: Suggestion): Promise<boolean> => {
    tries += 1;
    if (tries > MOST_TRIED || spent > MOST_MILLISECONDS) return false;
    const started = performance.now();
    const isKept = await staysWithin(own, suggestion);
    spent += performance.now() - started;
    return isKept;
  };

  /** Nothing that the edit touches is wider than before, and the rule that it is about is not wider at all. */
  const staysWithin = async (own: Decision, suggestion: Suggestion): Promise<boolean> => {
    const after = compiledWith(suggestion);
    if (after === null) return false;
    const pairs = behaviour.flatMap((change): readonly DecisionPair[] => {
      const name = change.right?.name;
      const before = right.decisions.find(({ id }) => id === name);
      const now = after.decisions.find(({ id }) => id === name);
      const above = left.decisions.find(({ id }) => id === change.left?.name) ?? null;
      if (before === undefined || now === undefined) return [];
      const isSame = contentKey(right, [before]) === contentKey(after, [now]);
      return isSame && before.id !== own.id ? [] : [{ left: above, right: now }];
    });
    const { renamed } = compareRules(left, after, []);
    const rules = { pairs, changes: [], ...(renamed === undefined ? {} : { renamed }) };
    const { at, limits, second } = options;
    const found = await compareBehaviour(left, after, rules, { at, limits, second });
    return found.every((change) => {
      if (isWithin(change)) return true;
      const before = behaviour.find(({ right: place }) => place?.name === change.right?.name);
      return change.right?.name !== own.id && before?.verdict === change.verdict;
    });
  };

  return {
    async keepingWithin(above, own) {
      const pair = {
        above: { program: left, decision: above },
        own: { program: right, decision: own },
        files,
      };
      const differences = differencesOf(pair);
      const kept: Suggestion[] = [];
      for (const each of differences) if (await keeps(own, each)) kept.push(each);
      if (kept.length > 0) return kept;
      for (const each of [...allTogether(differences), ...inOtherWords(pair)])
        if (await keeps(own, each)) return [each];
      return [];
    },
    withoutOwn: (own) =>
      own.kind === "measure" || own.kind === "requirement"
        ? withoutRule(right, own)
            .filter((each) => compiledWith(each) !== null)
            .map((each) => ({
              ...each,
              title: `${each.title}，并相应修改原文；上位政策已有授权的，不必删去`,
            }))
        : [],
  };
};

/** Each trial reads and compares again; of a policy with very many findings not everything is tried. */
const MOST_TRIED = 60;
const MOST_MILLISECONDS = 20_000;

const isWithin = ({ verdict, contrast }: BehaviourChange): boolean =>
  verdict === "equivalent" || verdict === "stricter" || contrast === "names";
