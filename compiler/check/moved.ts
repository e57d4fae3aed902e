import type { Diagnostic, ExceptionTarget, Span } from "../../language/index.ts";
import type {
  Candidates,
  Condition,
  Decision,
  ExceptionClause,
  Origin,
  Property,
  Scope,
  Term,
  TextQuote,
} from "../model/ir.ts";
import type { CheckedBlock } from "./check-block.ts";

/**
 * The same meaning some characters further: spans of the block move by `block`, spans of the quoted official
 * text by `text`. Written out kind by kind, because every keystroke moves all that stands behind it.
 */
export const moved = (checked: CheckedBlock, block: number, text: number): CheckedBlock =>
  block === 0 && text === 0 ? checked : new Move(block, text).checked(checked);

class Move {
  readonly #block: number;
  readonly #text: number;
  /** Origins of one sentence share their quotations. */
  readonly #quotes = new Map<readonly TextQuote[], readonly TextQuote[]>();

  constructor(block: number, text: number) {
    this.#block = block;
    this.#text = text;
  }

  checked(checked: CheckedBlock): CheckedBlock {
    return {
      decisions: checked.decisions.map((decision) => this.#decision(decision)),
      provisos: checked.provisos.map((clause) => this.#clause(clause)),
      exceptions: checked.exceptions.map(({ clause, targets }) => ({
        clause: this.#clause(clause),
        targets: targets.map((target) => this.#target(target)),
      })),
      parameters: checked.parameters.map((parameter) => ({
        ...parameter,
        origin: this.#origin(parameter.origin),
      })),
      readings: checked.readings.map((reading) => ({ ...reading, origin: this.#origin(reading.origin) })),
      assertions: checked.assertions.map((assertion) => ({
        ...assertion,
        left: this.#term(assertion.left),
        right: this.#term(assertion.right),
        origin: this.#origin(assertion.origin),
      })),
      cases: checked.cases.map((each) => ({
        ...each,
        origin: this.#origin(each.origin),
        expectations: each.expectations.map((expectation) => ({
          ...expectation,
          origin: this.#origin(expectation.origin),
        })),
      })),
      properties: checked.properties.map((property) => this.#property(property)),
      diagnostics: checked.diagnostics.map((found) => this.#diagnostic(found)),
      uses: checked.uses.map(({ file, span, target }) => ({ file, span: this.#span(span), target })),
    };
  }

  #decision(decision: Decision): Decision {
    const origin = this.#origin(decision.origin);
    switch (decision.kind) {
      case "measure":
        return {
          ...decision,
          origin,
          subject: this.#condition(decision.subject),
          base: this.#condition(decision.base),
          orders: decision.orders.map((order) => ({ ...order, origin: this.#origin(order.origin) })),
        };
      case "requirement":
        return {
          ...decision,
          origin,
          subject: this.#condition(decision.subject),
          applicability: this.#condition(decision.applicability),
          requirement: this.#condition(decision.requirement),
        };
      case "classification":
        return {
          ...decision,
          origin,
          subject: this.#condition(decision.subject),
          items: decision.items.map((item) => ({
            condition: this.#condition(item.condition),
            value: item.value,
            origin: this.#origin(item.origin),
          })),
          otherwise:
            decision.otherwise === null
              ? null
              : { value: decision.otherwise.value, origin: this.#origin(decision.otherwise.origin) },
        };
      case "definition":
        return { ...decision, origin, condition: this.#condition(decision.condition) };
      case "indicator":
        return { ...decision, origin, value: this.#term(decision.value) };
      case "ranking":
        return {
          ...decision,
          origin,
          members: this.#condition(decision.members),
          keys: decision.keys.map(({ term, descending }) => ({ term: this.#term(term), descending })),
        };
    }
  }

  #condition(condition: Condition): Condition {
    const origin = this.#origin(condition.origin);
    switch (condition.kind) {
      case "constant":
        return { kind: "constant", value: condition.value, origin };
      case "all":
        return {
          kind: "all",
          operands: condition.operands.map((operand) => this.#condition(operand)),
          origin,
        };
      case "any":
        return {
          kind: "any",
          operands: condition.operands.map((operand) => this.#condition(operand)),
          origin,
        };
      case "atLeast":
        return {
          ...condition,
          operands: condition.operands.map((operand) => this.#condition(operand)),
          origin,
        };
      case "not":
        return { kind: "not", operand: this.#condition(condition.operand), origin };
      case "holds":
        return { kind: "holds", term: this.#term(condition.term), origin };
      case "compare":
      case "compareOrder":
      case "same":
        return { ...condition, left: this.#term(condition.left), right: this.#term(condition.right), origin };
      case "oneOf":
        return { kind: "oneOf", left: this.#term(condition.left), values: condition.values, origin };
      case "elapsed":
        return {
          ...condition,
          from: this.#term(condition.from),
          to: this.#term(condition.to),
          amount: this.#term(condition.amount),
          origin,
        };
      case "exists":
        return {
          ...condition,
          count: this.#term(condition.count),
          candidates: this.#candidates(condition.candidates),
          origin,
        };
      case "ranked":
        return { ...condition, amount: this.#term(condition.amount), origin };
      case "reading":
      case "defined":
        return { ...condition, origin };
    }
  }

  #term(term: Term): Term {
    const origin = this.#origin(term.origin);
    switch (term.kind) {
      case "field":
        return { kind: "field", of: term.of, field: term.field, type: term.type, origin };
      case "literal":
        return { kind: "literal", value: term.value, type: term.type, origin };
      case "record":
      case "parameter":
      case "decision":
      case "referenceDate":
        return { ...term, origin };
      case "arithmetic":
        return { ...term, left: this.#term(term.left), right: this.#term(term.right), origin };
      case "aggregate":
        return {
          ...term,
          candidates: this.#candidates(term.candidates),
          of: term.of === null ? null : this.#term(term.of),
          origin,
        };
      case "rounded":
        return { ...term, operand: this.#term(term.operand), origin };
    }
  }

  #candidates(candidates: Candidates): Candidates {
    return {
      ...candidates,
      scope: this.#scope(candidates.scope),
      where: this.#condition(candidates.where),
      origin: this.#origin(candidates.origin),
    };
  }

  #scope(scope: Scope): Scope {
    return scope.kind === "distance" ? { ...scope, limit: this.#term(scope.limit) } : scope;
  }

  #clause(clause: ExceptionClause): ExceptionClause {
    return { ...clause, condition: this.#condition(clause.condition), origin: this.#origin(clause.origin) };
  }

  #target(target: ExceptionTarget): ExceptionTarget {
    return target.kind === "rule"
      ? { kind: "rule", name: { ...target.name, span: this.#span(target.name.span) } }
      : { ...target, span: this.#span(target.span) };
  }

  #property(property: Property): Property {
    const origin = this.#origin(property.origin);
    return property.kind === "forAll"
      ? { ...property, condition: this.#condition(property.condition), origin }
      : { ...property, origin };
  }

  #diagnostic(found: Diagnostic): Diagnostic {
    const span = this.#span(found.span);
    if (found.fixes === undefined) return { ...found, span };
    const fixes = found.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: this.#span(edit.span) })),
    }));
    return { ...found, span, fixes };
  }

  #origin({ file, span, words, provision, item, basis }: Origin): Origin {
    return { file, span: this.#span(span), words, provision, item, basis: this.#basis(basis) };
  }

  #basis(basis: readonly TextQuote[]): readonly TextQuote[] {
    if (basis.length === 0 || this.#text === 0) return basis;
    const known = this.#quotes.get(basis);
    if (known !== undefined) return known;
    const made = basis.map(({ path, label, quote, span }) => ({
      path,
      label,
      quote,
      span: { start: span.start + this.#text, end: span.end + this.#text },
    }));
    this.#quotes.set(basis, made);
    return made;
  }

  #span(span: Span): Span {
    return { start: span.start + this.#block, end: span.end + this.#block };
  }
}
