import type { Decision, Origin, Program } from "../../../compiler/model/ir.ts";
import { visitDecision } from "../../../compiler/model/walk.ts";
import type { Provision } from "../../../language/index.ts";
import type { Results } from "./results.ts";

/** Whether a rule stands under a provision, or under a part of it, or cites words of it. */
export const restsOn = ({ policy: { program } }: Results, decision: Decision, path: string): boolean => {
  const wanted = partsOf(program, path);
  return [...pathsOf(program, decision)].some((each) => wanted.has(each));
};

const partsOf = ({ policy }: Program, path: string): ReadonlySet<string> => {
  const found = new Set([path]);
  const add = (provision: Provision | undefined): void => {
    if (provision === undefined) return;
    found.add(provision.path);
    for (const child of provision.children) add(child);
  };
  add(policy.provisions.get(path));
  return found;
};

/** The provisions that a rule, its items, its orders and its exceptions stand under or cite. */
const pathsOf = (program: Program, decision: Decision): ReadonlySet<string> => {
  const known = found.get(decision);
  if (known !== undefined) return known;
  const paths = new Set<string>();
  const add = ({ provision, basis }: Origin): void => {
    if (provision !== null) paths.add(provision);
    for (const quote of basis) paths.add(quote.path);
  };
  add(decision.origin);
  if (decision.kind === "measure") for (const order of decision.orders) add(order.origin);
  if (decision.kind === "classification") for (const item of decision.items) add(item.origin);
  if ("exceptions" in decision)
    for (const id of decision.exceptions) {
      const clause = program.exceptions.get(id);
      if (clause !== undefined) add(clause.origin);
    }
  visitDecision(program, decision, { condition: ({ origin }) => add(origin) });
  found.set(decision, paths);
  return paths;
};

const found = new WeakMap<Decision, ReadonlySet<string>>();
