import type { Candidates, Term } from "../../model/ir.ts";
import type { Dependency } from "../shared.ts";
import type { Ask, Rows } from "./level.ts";
import { compileSubject } from "./subject.ts";
import { compileTerm } from "./term.ts";
import { Unsupported } from "./unsupported.ts";
import type { Workshop } from "./workshop.ts";

/** What an answer depends on, as numbers: rows and codes, or levels below zero where they are open. */
export const compileParts = (workshop: Workshop, dependencies: readonly Dependency[]): readonly Ask[] =>
  dependencies.map(({ subject, field }) => {
    if (field === null) return compileSubject(workshop, subject);
    const type = workshop.program.objects.get(subject.object)?.fields.get(field)?.type;
    if (type === undefined) throw new Unsupported();
    const term = compileTerm(workshop, { kind: "field", of: subject, field, type, origin: NOWHERE });
    if (term.kind === "code") return term.code;
    if (term.kind !== "boolean") throw new Unsupported();
    const { level } = term;
    return (rows) => {
      const found = level(rows);
      return found > 1 ? -found : found;
    };
  });

const NOWHERE: Candidates["origin"] = {
  file: "",
  span: { start: 0, end: 0 },
  words: "",
  provision: null,
  item: null,
  basis: [],
} satisfies Term["origin"];

/** Answers by the numbers that they depend on. A question that was answered allocates nothing. */
export class Memo<Answer> {
  readonly #parts: readonly Ask[];
  readonly #root: Node<Answer> = { answer: null, next: null };

  constructor(parts: readonly Ask[]) {
    this.#parts = parts;
  }

  find(rows: Rows, make: (rows: Rows) => Answer): Answer {
    let node = this.#root;
    for (const part of this.#parts) {
      const key = part(rows);
      node.next ??= new Map<number, Node<Answer>>();
      let next = node.next.get(key);
      if (next === undefined) {
        next = { answer: null, next: null };
        node.next.set(key, next);
      }
      node = next;
    }
    return (node.answer ??= make(rows));
  }
}

interface Node<Answer> {
  answer: Answer | null;
  next: Map<number, Node<Answer>> | null;
}
