import {
  type FunctionCall,
  type Growth,
  type MeanLevel,
  type PerTenThousand,
  type Phrase,
  rational,
} from "../../language/index.ts";
import type { Candidates, Subject, Term } from "../model/ir.ts";
import { PURE, SHARE, numberInUnit } from "../resolve/field-types.ts";
import { candidatesOf, nounPhraseOf, onlyAtom } from "./candidates.ts";
import { type Frame, always, originOf } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { notAValue } from "./expected.ts";
import { memberTerm } from "./member.ts";
import { meaningOf } from "./names.ts";
import { rootSubject, substituted } from "./substitute.ts";
import { asNumber, numberOf, termOf } from "./term.ts";
import { quotientType } from "./types.ts";

/** 数量（条件的对象）, 合计（对象，字段）, 平均, 最大, 最小. */
export const aggregateOf = (call: FunctionCall, frame: Frame): Term | null => {
  const [first, second, ...more] = call.arguments;
  const expected = call.function === "count" ? 1 : 2;
  if (
    first === undefined ||
    (expected === 2 && second === undefined) ||
    call.arguments.length > expected ||
    more.length > 0
  ) {
    if (call.function !== "count" && call.arguments.length === 1) return aggregateOfPath(call, first!, frame);
    frame.block.diagnostics.push(
      reportCheck("wrong-arguments", frame.block.file.source.name, call.span, {
        word: call.word,
        expected: expected === 1 ? `${call.word}（对象）` : `${call.word}（对象，字段）`,
      }),
    );
    return null;
  }
  const noun = nounPhraseOf(first, frame);
  if (noun === null) return nounExpected(first, call, frame);
  const candidates = candidatesOf(noun, frame, { scope: null, exceptSelf: false });
  if (candidates === null) return null;
  if (call.function === "count") return countOf(candidates, frame, call);
  const atom = onlyAtom(second!);
  const inner = candidateFrame(candidates, frame);
  const of = atom?.kind === "plain" ? termOf(atom.value, inner) : notAValue(second!.span, inner);
  return of === null ? null : aggregated(call, candidates, of, frame);
};

/** 合计（所在县区的定点零售药店的年度医保业务量）: one argument, its last name is the field. */
const aggregateOfPath = (call: FunctionCall, only: Phrase, frame: Frame): Term | null => {
  const atom = onlyAtom(only);
  if (atom?.kind === "plain" && atom.value.kind === "names" && atom.value.names.length > 1) {
    const names = atom.value;
    const cut = names.names.length - 1;
    const head: Phrase = {
      ...only,
      clauses: [
        {
          ...only.clauses[0]!,
          atoms: [
            {
              ...atom,
              value: { ...names, names: names.names.slice(0, cut), joints: names.joints.slice(0, cut - 1) },
            },
          ],
        },
      ],
    };
    const noun = nounPhraseOf(head, frame);
    const candidates = noun === null ? null : candidatesOf(noun, frame, { scope: null, exceptSelf: false });
    if (candidates !== null) {
      const field = {
        ...names,
        lead: null,
        names: names.names.slice(cut),
        joints: [],
        span: names.names[cut]!.span,
      };
      const of = termOf(field, candidateFrame(candidates, frame));
      return of === null ? null : aggregated(call, candidates, of, frame);
    }
  }
  return nounExpected(only, call, frame);
};

const aggregated = (call: FunctionCall, candidates: Candidates, term: Term, frame: Frame): Term | null => {
  const origin = originOf(frame, call.span);
  const isExtreme = call.function === "maximum" || call.function === "minimum";
  if (isExtreme && term.type.kind === "date") {
    return { kind: "aggregate", function: call.function, candidates, of: term, type: term.type, origin };
  }
  const of = asNumber(term, frame, `“${call.word}”`);
  if (of === null) return null;
  const type = call.function === "mean" ? { ...of.type, integer: false } : of.type;
  return { kind: "aggregate", function: call.function, candidates, of, type, origin };
};

const countOf = (
  candidates: Candidates,
  frame: Frame,
  at: { readonly span: FunctionCall["span"] },
): Term => ({
  kind: "aggregate",
  function: "count",
  candidates,
  of: null,
  type: { ...numberInUnit(null, { integer: true, scale: 0 }), dimension: "count" },
  origin: originOf(frame, at.span),
});

/** X较上年增长 = (X − 上年X) ÷ 上年X, from two fields of one record. */
export const growthOf = (growth: Growth, frame: Frame): Term | null => {
  const now = numberOf(growth.of, frame, "“较上年增长”");
  if (now === null) return null;
  const origin = originOf(frame, growth.span);
  const name = now.kind === "field" ? now.field : now.kind === "decision" ? now.decision : null;
  const before =
    name === null || (now.kind !== "field" && now.kind !== "decision")
      ? null
      : memberTerm(`上年${name}`, now.of, growth.span, frame);
  if (before === null || before.type.kind !== "number") {
    frame.block.diagnostics.push(
      reportCheck("no-last-year", frame.block.file.source.name, growth.span, {
        words: originOf(frame, growth.of.span).words,
        field: `上年${name ?? originOf(frame, growth.of.span).words}`,
      }),
    );
    return null;
  }
  const difference: Term = {
    kind: "arithmetic",
    operator: "subtract",
    left: now,
    right: before,
    type: now.type,
    origin,
  };
  return { kind: "arithmetic", operator: "divide", left: difference, right: before, type: SHARE, origin };
};

/** The field that 每万人 divides by. */
const POPULATION = "常住人口";

/** 每万人X: X, or the number of X in the region, per ten thousand of its 常住人口. */
export const perTenThousandOf = (per: PerTenThousand, frame: Frame): Term | null => {
  const origin = originOf(frame, per.span);
  const amount = amountPerPerson(per, frame);
  if (amount === null) return null;
  const subject = rootSubject(amount) ?? frame.subject;
  const population = subject === null ? null : memberTerm(POPULATION, subject, per.span, frame);
  if (
    subject === null ||
    population === null ||
    population.type.kind !== "number" ||
    amount.type.kind !== "number"
  ) {
    frame.block.diagnostics.push(
      reportCheck("no-population", frame.block.file.source.name, per.span, {
        object: subject?.object ?? "（未指明）",
        field: POPULATION,
      }),
    );
    return null;
  }
  const quotient = quotientType(amount.type, population.type) ?? PURE;
  const ten: Term = {
    kind: "literal",
    value: { kind: "number", value: rational(10_000n) },
    type: PURE,
    origin,
  };
  const each: Term = {
    kind: "arithmetic",
    operator: "divide",
    left: amount,
    right: population,
    type: quotient,
    origin,
  };
  return { kind: "arithmetic", operator: "multiply", left: each, right: ten, type: quotient, origin };
};

const amountPerPerson = (per: PerTenThousand, frame: Frame): Term | null => {
  if (per.of.kind === "names") {
    const meaning = meaningOf(per.of, frame);
    if (meaning === null) return null;
    if (meaning.kind === "noun") {
      const noun = { noun: meaning.noun, rest: null, scope: null, place: meaning.place, span: per.of.span };
      const candidates = candidatesOf(noun, frame, { scope: null, exceptSelf: false });
      return candidates === null ? null : countOf(candidates, frame, per.of);
    }
  }
  return numberOf(per.of, frame, "“每万人”");
};

/** 全市平均水平: the mean of what it is compared with, over all records of that object. */
export const meanLevelOf = (mean: MeanLevel, frame: Frame, compared: Term | null): Term | null => {
  const origin = originOf(frame, mean.span);
  const of = compared === null ? null : rootSubject(compared);
  if (compared === null || of === null || compared.type.kind !== "number") {
    frame.block.diagnostics.push(
      reportCheck("mean-of-what", frame.block.file.source.name, mean.span, { words: origin.words }),
    );
    return null;
  }
  const candidate: Subject = { kind: "variable", index: frame.nextVariable, object: of.object };
  const candidates: Candidates = {
    object: of.object,
    variable: frame.nextVariable,
    scope: { kind: "everywhere" },
    where: always(origin),
    except: null,
    origin,
  };
  return {
    kind: "aggregate",
    function: "mean",
    candidates,
    of: substituted(compared, of, candidate),
    type: { ...compared.type, integer: false },
    origin,
  };
};

const candidateFrame = (candidates: Candidates, frame: Frame): Frame => ({
  ...frame,
  subject: { kind: "variable", index: candidates.variable, object: candidates.object },
  outer: frame.subject === null ? frame.outer : [frame.subject, ...frame.outer],
  nextVariable: candidates.variable + 1,
  scope: null,
});

const nounExpected = (phrase: Phrase, call: FunctionCall, frame: Frame): null => {
  frame.block.diagnostics.push(
    reportCheck("noun-expected", frame.block.file.source.name, phrase.span, {
      words: originOf(frame, phrase.span).words,
      word: call.word,
    }),
  );
  return null;
};
