import type { Provision } from "../../../language/index.ts";
import type {
  Condition,
  Decision,
  MeasureRule,
  Origin,
  Program,
  RequirementRule,
  Subject,
} from "../../model/ir.ts";
import type { Field } from "../../model/type.ts";
import { rootOf, visitCondition, visitDecision } from "../../model/walk.ts";
import { adoptedOf, underReadings } from "./condition-readings.ts";
import { inTextOrder } from "./conditions.ts";
import { articleOf } from "./rule-article.ts";

export type Norm = MeasureRule | RequirementRule;

/** Rules of one article about one kind of record, and what the article names besides without a rule. */
export interface ArticleCase {
  readonly article: Provision;
  readonly object: string;
  /** Rules about the same place as the situations; with the rest of the rules of the article and object. */
  readonly placed: readonly Norm[];
  readonly others: readonly Norm[];
  readonly situations: readonly Situation[];
}

/** A yes-or-no fact that the words of an article name beside what a rule of it asks; the words provide for it. */
export interface Situation {
  readonly field: Field;
  /** The record that it is a fact of, reached from the judged one as the rules reach it. */
  readonly of: Extract<Subject, { kind: "follow" }>;
  /** 相对饱和 or, with 不 in front of it, its denial. */
  readonly value: boolean;
  readonly provision: Provision;
}

/** What a rule asks before its exceptions, as the readings are adopted. */
export const askedBy = (program: Program, rule: Norm): readonly Condition[] => {
  const taken = adoptedOf(program);
  const base = rule.kind === "measure" ? rule.base : rule.applicability;
  return [rule.subject, base].map((clause) => underReadings(clause, taken));
};

/** Articles that name a situation beside those that their rules deal with. */
export const articleCases = (program: Program): readonly ArticleCase[] => {
  const byArticle = new Map<Provision, Decision[]>();
  for (const decision of inTextOrder(program.decisions)) {
    const article = articleOf(program, decision.origin);
    if (article === null || decision.origin.file !== program.policy.file) continue;
    byArticle.set(article, [...(byArticle.get(article) ?? []), decision]);
  }
  return [...byArticle].flatMap(([article, decisions]) => casesOf(program, article, decisions));
};

const casesOf = (
  program: Program,
  article: Provision,
  decisions: readonly Decision[],
): readonly ArticleCase[] => {
  const norms = decisions.filter((each) => each.kind === "measure" || each.kind === "requirement");
  return [...new Set(norms.map(({ object }) => object))].flatMap((object): readonly ArticleCase[] => {
    const own = norms.filter((rule) => rule.object === object);
    const situations: Situation[] = [];
    const placed = new Set<Norm>();
    for (const rule of own) {
      const read = fieldsRead(program, rule);
      for (const { subject, words } of placesIn(program, rule)) {
        for (const field of program.objects.get(subject.object)?.fields.values() ?? []) {
          if (field.type.kind !== "boolean" || read.has(field.name)) continue;
          if (!sharesTerm(field.name, words)) continue;
          const named = namedIn(program, article, field);
          if (named === null) continue;
          placed.add(rule);
          if (!situations.some((each) => each.field === field && keyOf(each.of) === keyOf(subject)))
            situations.push({ field, of: subject, ...named });
        }
      }
    }
    if (situations.length === 0) return [];
    const others = own.filter((rule) => !placed.has(rule));
    return [{ article, object, placed: [...placed], others, situations }];
  });
};

const keyOf = (subject: Subject): string => JSON.stringify(subject);

/** Names of the fields that a rule reads, of whatever object. */
const fieldsRead = (program: Program, rule: Norm): ReadonlySet<string> => {
  const read = new Set<string>();
  visitDecision(program, rule, {
    term: (term) => {
      if (term.kind === "field") read.add(term.field);
    },
  });
  return read;
};

/** Records beside the judged one that a rule speaks of, with the words in which it does. */
const placesIn = (
  program: Program,
  rule: Norm,
): readonly { readonly subject: Extract<Subject, { kind: "follow" }>; readonly words: string }[] => {
  const found = new Map<string, { subject: Extract<Subject, { kind: "follow" }>; words: string }>();
  const put = (subject: Subject, { words }: Origin): void => {
    if (subject.kind !== "follow" || rootOf(subject) !== 0) return;
    const known = found.get(keyOf(subject));
    found.set(keyOf(subject), { subject, words: `${known?.words ?? ""}${words}` });
  };
  for (const clause of askedBy(program, rule)) {
    visitCondition(clause, {
      term: (term) => {
        if (term.kind === "field") put(term.of, term.origin);
      },
      candidates: ({ scope, origin }) => {
        if (scope.kind === "region") put(scope.region, origin);
      },
    });
  }
  return [...found.values()];
};

/** 定点零售药店相对饱和 and 所在区域内没有定点零售药店 speak of the same thing. */
const sharesTerm = (name: string, words: string): boolean => {
  for (let at = 0; at + SHARED <= name.length; at += 1)
    if (words.includes(name.slice(at, at + SHARED))) return true;
  return false;
};

const SHARED = 4;

/** Where the words of an article name a fact as a case: 相对饱和的区域. */
const namedIn = (
  { policy }: Program,
  article: Provision,
  { name }: Field,
): Pick<Situation, "value" | "provision"> | null => {
  const { text } = policy;
  if (text === undefined) return null;
  for (const provision of withinOf(article)) {
    const words = provision.pieces
      .map(({ start, end }) => text.slice(start, end))
      .join("")
      .replaceAll(/\s/gu, "");
    const at = words.indexOf(name);
    const isCase = at >= 0 && CASE.test(words.slice(at + name.length));
    if (isCase) return { value: !DENIAL.test(words.slice(0, at)), provision };
  }
  return null;
};

const CASE = /^(?:的|时|，|、|且|或)/u;
const DENIAL = /(?:不|未|没有|无|非)$/u;

const withinOf = (provision: Provision): readonly Provision[] => [
  provision,
  ...provision.children.flatMap(withinOf),
];

/** Asks only of the judged record itself, not of others or of a place. */
export const isAboutItself = (condition: Condition): boolean => {
  let itself = condition.kind !== "constant";
  visitCondition(condition, {
    term: (term) => {
      if (term.kind === "field" ? term.of.kind !== "variable" : term.kind === "decision") itself = false;
    },
    candidates: () => {
      itself = false;
    },
  });
  return itself;
};
