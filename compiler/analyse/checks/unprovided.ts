import type { DiagnosticTable, Provision } from "../../../language/index.ts";
import type { AnalysisFinding } from "../../model/analysis.ts";
import type { Condition, Program } from "../../model/ir.ts";
import { exampleFile } from "../../resolve/example.ts";
import type { AnalysisCheck, CheckContext } from "./check.ts";
import { allOf, conjuncts, notThat } from "./conditions.ts";
import { findings, labelOf, placeOf, undecided } from "./finding.ts";
import { extensions } from "./unprovided-edit.ts";
import {
  articleCases,
  askedBy,
  isAboutItself,
  type ArticleCase,
  type Norm,
  type Situation,
} from "./unprovided-situations.ts";
import { exampleOf } from "./rule-pairs.ts";
import { witnessOf } from "./witness-of.ts";

const ARTICLE = (second: string): string =>
  exampleFile(
    "",
    `【对象】片区
药店数量不足：是否；
药店数量饱和：是否。
【对象】布点申请
所在片区：片区。`,
    `第二条　药店数量不足的片区，可以新增定点。药店数量饱和的片区，逐步优化布局。
【规则】不足片区
布点申请所在片区的药店数量不足的，可以新增定点，依据「药店数量不足的片区，可以新增定点」。
${second}【说明】程序，依据「逐步优化布局」。
【完】`,
  );

const catalogue = {
  unprovided: {
    severity: "warning",
    message:
      "{article}对{provided}作了规定，对此外的情形未作规定。例如{record}{others}。请写明此时怎样办理。",
    why: "一条之内只规定了两头的情形，中间的情形没有规定的，遇到时无从办理，只能由经办人员自行掌握。",
    bad: ARTICLE(""),
    good: ARTICLE(`【规则】其余片区
布点申请所在片区的未药店数量不足且所在片区的未药店数量饱和的，原则上不得新增定点。
`),
  },
} as const satisfies DiagnosticTable;

const finding = findings(catalogue);

/** Records for which no rule of an article holds, nor any of the situations that its words name besides. */
export const unprovided: AnalysisCheck = {
  catalogue,
  find: async (context) => {
    const found: AnalysisFinding[] = [];
    for (const each of articleCases(context.program)) found.push(...(await gapOf(context, each)));
    return found;
  },
};

const gapOf = async (context: CheckContext, each: ArticleCase): Promise<readonly AnalysisFinding[]> => {
  const { program, probe } = context;
  const { article, object, placed, others, situations } = each;
  const rules = [...placed, ...others].toSorted(byPlace);
  const { origin } = placed[0]!;
  const answer = await probe.canHold({
    object,
    condition: allOf(origin, [
      ...placed.flatMap((rule) => aboutItself(program, rule)),
      ...rules.map((rule) => notThat(allOf(rule.origin, askedBy(program, rule)))),
      ...situations.map((situation) => isNot(situation, placed[0]!)),
    ]),
    smallest: true,
  });
  if (answer.kind === "never") return [];
  const places = rules.map((rule) => placeOf(program, rule, rule.origin));
  const within = (label: string): string =>
    label.startsWith(article.label) ? label.slice(article.label.length) : label;
  const provided = [
    ...rules.map((rule) => `${within(labelOf(program, rule.origin) ?? "")}“${rule.name}”所列情形`),
    ...situations.map(
      ({ provision, field, value }) => `${within(provision.label)}“${value ? "" : "不"}${field.name}”的情形`,
    ),
  ].join("、");
  if (answer.kind === "undecided")
    return [undecided("unprovided", `${article.label}是否留有未作规定的情形`, answer, places)];
  const witness = witnessOf(probe, answer, rules, `${article.label}未作规定的情形`);
  return [
    finding(
      "unprovided",
      { article: article.label, provided, ...exampleOf(witness) },
      {
        certainty: "shown",
        places: [...places, ...situations.map(({ provision }) => textPlace(program, provision))],
        witness,
        suggestions: extensions(program, each),
      },
    ),
  ];
};

const byPlace = (left: Norm, right: Norm): number => left.origin.span.start - right.origin.span.start;

/** Parts of a rule that ask only of the judged record itself: the case is one that the article is about. */
const aboutItself = (program: Program, rule: Norm): readonly Condition[] =>
  askedBy(program, rule).flatMap(conjuncts).filter(isAboutItself);

const isNot = ({ field, of, value }: Situation, { origin }: Norm): Condition => {
  const holds: Condition = {
    kind: "holds",
    term: { kind: "field", of, field: field.name, type: field.type, origin },
    origin,
  };
  return value ? notThat(holds) : holds;
};

const textPlace = ({ policy }: Program, provision: Provision) => ({
  rule: null,
  label: provision.label,
  origin: {
    file: policy.file,
    span: provision.span,
    words: policy.text?.slice(provision.span.start, provision.span.end) ?? "",
    provision: provision.path,
    item: null,
    basis: [],
  },
});
