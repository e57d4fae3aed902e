import type { Candidates, Condition, Decision, Subject } from "../../model/ir.ts";
import { visitCondition, visitDecision, type Visitor } from "../../model/walk.ts";
import { pruneCondition, withoutConstants } from "./prune.ts";
import { counted, recordsFor } from "./count.ts";
import type { View } from "./stage.ts";

/** How many records of each object are enough to show every result of some decisions on one record. */
export class Needs {
  readonly records = new Map<string, number>();
  readonly #known = new Set<string>();

  /** What one side reads of the judged record. */
  addDecision(view: View, decision: Decision, of: Anchor = judgedRecord(decision.object)): void {
    if (!this.#isNew(JSON.stringify([view.side, decision.id, of.key]))) return;
    const pruned = withoutConstants(view, decision);
    visitDecision(pruned.program, pruned.decision, this.#visitor(view, [of]));
  }

  addCondition(view: View, condition: Condition, object: string): void {
    visitCondition(pruneCondition(view, condition), this.#visitor(view, [judgedRecord(object)]));
  }

  #visitor(view: View, outer: readonly Anchor[]): Visitor {
    const around = [...outer];
    const limits = new Map<Candidates, number>();
    const decision = (id: string, subject: Subject): void => {
      const found = view.program.decisions.find((each) => each.id === id);
      const anchor = this.#follow(subject, around);
      if (found !== undefined && anchor !== null) this.addDecision(view, found, anchor);
    };
    return {
      subject: (subject) => void this.#follow(subject, around),
      condition: (condition) => {
        if (condition.kind === "exists" || condition.kind === "compare") {
          const question = counted(condition);
          if (question !== null) limits.set(question.candidates, recordsFor(view, question) ?? SOME);
        }
        if (condition.kind === "defined") decision(condition.decision, condition.subject);
        if (condition.kind === "ranked") decision(condition.ranking, condition.subject);
      },
      term: (term) => {
        if (term.kind === "decision") decision(term.decision, term.of);
        if (term.kind !== "field") return;
        const anchor = this.#follow(term.of, around);
        if (anchor !== null && term.type.kind === "reference")
          this.#step(anchor, term.field, term.type.object);
      },
      candidates: (candidates) => {
        const { scope, object, variable } = candidates;
        const outerKeys = around.slice(0, variable).map(({ key }) => key);
        const each = limits.get(candidates) ?? 0;
        const anchor: Anchor = {
          // The same candidates are the same records only where as many of them are asked for.
          key: JSON.stringify([view.structure.candidates(candidates), each, ...outerKeys]),
          instances:
            (each + (each > 0 ? unaskedBeside(view, candidates) : 0)) *
            (around[variable - 1]?.instances ?? 1),
        };
        around.splice(variable, around.length, anchor);
        if (this.#isNew(anchor.key)) this.#add(object, anchor.instances);
        if (scope.kind === "region") this.#step(anchor, scope.field, scope.region.object);
      },
    };
  }

  #follow(subject: Subject, around: readonly Anchor[]): Anchor | null {
    if (subject.kind === "variable") return around[subject.index] ?? null;
    const from = this.#follow(subject.from, around);
    return from && this.#step(from, subject.field, subject.object);
  }

  #step(from: Anchor, field: string, object: string): Anchor {
    const anchor = { key: JSON.stringify([from.key, field]), instances: from.instances };
    if (this.#isNew(anchor.key)) this.#add(object, anchor.instances);
    return anchor;
  }

  #add(object: string, count: number): void {
    this.records.set(object, (this.records.get(object) ?? 0) + count);
  }

  #isNew(key: string): boolean {
    const isNew = !this.#known.has(key);
    this.#known.add(key);
    return isNew;
  }
}

/** Records that stand in one place of the clauses, and how many there can be. */
interface Anchor {
  readonly key: string;
  readonly instances: number;
}

const judgedRecord = (object: string): Anchor => ({ key: `judged ${object}`, instances: 1 });

/** Against a number that is not settled. */
const SOME = 2;

/** Where the place of the start is somebody's judgement, one more record can tell why others are open. */
const unaskedBeside = ({ program }: View, { scope }: Candidates): number =>
  scope.kind === "distance" &&
  (program.objects.get(scope.from.object)?.fields.get(scope.fromField ?? "")?.judgedBy ?? null) !== null
    ? 1
    : 0;
