import { comparisonDay } from "./diff/behaviour/index.ts";
import { outsideForce, printDate } from "./evaluate/index.ts";
import type { CompiledPolicy } from "./pipeline.ts";
import type { ComparedSide, Comparison, Impact, RuleChange } from "./model/change.ts";
import type { Program } from "./model/ir.ts";
import type { Type } from "./model/type.ts";
import type { Day } from "./model/value.ts";

/** A side as the notes speak of it. */
export interface NotedSide {
  readonly side: ComparedSide;
  readonly compiled: CompiledPolicy | null;
}

/** Said once for all results of a draft. */
export const caveatOf = (program: Program | null): Pick<ComparedSide, "caveat"> =>
  program === null || !program.policy.trial
    ? {}
    : { caveat: `为${program.policy.stage ?? "征求意见稿"}，尚未施行，结果为试算。` };

/** Why rules were not compared; empty where both sides have some. */
export const notesOnRules = (left: NotedSide, right: NotedSide, relation: Relation): readonly string[] => {
  const names = namesOfSides(left.side.name, right.side.name, relation);
  const both = [
    { ...left, name: names.left },
    { ...right, name: names.right },
  ];
  const sides = left.side.file === right.side.file ? [{ ...left, name: `“${left.side.name}”` }] : both;
  const broken = sides.flatMap(errorsOf);
  if (broken.length > 0) return broken;
  const without = sides.filter(({ side }) => !side.hasRules);
  if (without.length === 0) return [];
  return without.length === sides.length
    ? ["文件没有规则，只比较了文字。"]
    : [`${without[0]!.name}没有规则，只比较了文字。`];
};

const errorsOf = ({ side, compiled, name }: NotedSide & { readonly name: string }): readonly string[] => {
  if (compiled === null || compiled.program !== null) return [];
  const errors = compiled.diagnostics.filter(({ severity }) => severity === "error");
  return [
    `${name}的规则有${errors.length}处错误，没有比较规则，只比较了文字。第一处：${errors[0]?.message ?? ""}请用 tiaowen lint ${side.file} 查看并改正。`,
  ];
};

/** The day that was taken where none was given. */
export const noteOnDay = ({ left, right }: { readonly left: Program; readonly right: Program }): string =>
  `没有指明基准日，规则效果以${printDate(comparisonDay(left.policy, right.policy, null))}为基准日比较；可以用 --at 另行指明。`;

/** Whose results are told for a day on which the document does not apply: as if it did. */
export const notesOnForce = (
  { left, right }: { readonly left: Program; readonly right: Program },
  relation: Relation,
  at: Day | null,
): readonly string[] => {
  const day = comparisonDay(left.policy, right.policy, at);
  const names = namesOfSides(left.policy.name, right.policy.name, relation);
  const [before, after] = [outsideForce(left.policy, day), outsideForce(right.policy, day)];
  const told =
    before !== null && before === after
      ? [`两份文件都${before}`]
      : [
          ...(before === null ? [] : [`${names.left}${before}`]),
          ...(after === null ? [] : [`${names.right}${after}`]),
        ];
  return told.map((words) => `${words}；规则效果和影响按假定当日有效计算。`);
};

/** Values that begin later than the day and changed: what rests on them is compared for that day only. */
export const notesOnLaterValues = (
  { left, right }: { readonly left: Program; readonly right: Program },
  rules: readonly RuleChange[],
  at: Day | null,
): readonly string[] => {
  const day = comparisonDay(left.policy, right.policy, at);
  const isLater = (program: Program, name: string | undefined): boolean =>
    program.parameters.get(name ?? "")?.values.some(({ from }) => from !== null && from > day) ?? false;
  const names = rules.flatMap(({ kind, left: before, right: after }) =>
    (kind === "parameterDate" || kind === "parameterValue") &&
    (isLater(left, before?.name) || isLater(right, after?.name))
      ? [`“${(after ?? before)!.name}”`]
      : [],
  );
  return names.length === 0
    ? []
    : [
        `${[...new Set(names)].join("、")}在${printDate(day)}以后另有取值，规则效果只按当日的取值比较；以后的效果请用 --at 指明日期再比较。`,
      ];
};

/** What is named alike on both sides and is not the same thing. */
export const notesOnVocabulary = (left: Program, right: Program): readonly string[] => {
  const [before, after] = [left.policy.vocabularies, right.policy.vocabularies];
  const cited =
    before.toSorted().join("、") === after.toSorted().join("、")
      ? []
      : [
          `两份文件引用的词汇不同：${namesOf(before)}；${namesOf(after)}。名称相同的对象和字段按同一对象、同一字段比较。`,
        ];
  return [...cited, ...fieldNotes(left, right)];
};

const namesOf = (names: readonly string[]): string =>
  names.length === 0 ? "没有引用词汇" : names.map((name) => `“${name}”`).join("、");

const fieldNotes = (left: Program, right: Program): readonly string[] =>
  [...left.objects.values()].flatMap((object) => {
    const other = right.objects.get(object.name);
    return [...object.fields.values()].flatMap(({ name, type }) => {
      const there = other?.fields.get(name)?.type;
      if (there === undefined || typeWords(type) === typeWords(there)) return [];
      return [
        `“${object.name}”的字段“${name}”在两份文件中类型不同（${typeWords(type)}；${typeWords(there)}），各按自己的类型读取。`,
      ];
    });
  });

const typeWords = (type: Type): string => {
  switch (type.kind) {
    case "boolean":
      return "是否";
    case "text":
      return "文字";
    case "date":
      return "日期";
    case "coordinate":
      return "坐标";
    case "number":
      return type.share
        ? "百分比"
        : `${type.integer ? "整数" : "数值"}${type.unit === null ? "" : `，单位为${type.unit}`}`;
    case "enumeration":
      return `${type.values.join("、")}之一`;
    case "reference":
      return `所指的${type.object}`;
  }
};

/**
 * A provision whose words changed while its rules stayed as they were: perhaps somebody forgot the rule. Of two cities
 * each has its own words, so there it says nothing.
 */
export const notesOnMissedRules = (
  { relation, provisions }: Pick<Comparison, "relation" | "provisions">,
  programs: { readonly left: Program; readonly right: Program },
  rules: readonly RuleChange[],
): readonly string[] => {
  if (relation === "documents") return [];
  const touched = {
    left: new Set(rules.flatMap(({ left }) => articlesAbove(left?.path ?? null))),
    right: new Set(rules.flatMap(({ right }) => articlesAbove(right?.path ?? null))),
  };
  const ruled = { left: ruledPaths(programs.left), right: ruledPaths(programs.right) };
  const missed = provisions.flatMap(({ kind, left, right, edits }) =>
    kind === "changed" &&
    left !== null &&
    right !== null &&
    edits.some((edit) => edit.class === "words") &&
    ruled.left.has(left.path) &&
    ruled.right.has(right.path) &&
    !touched.left.has(left.path) &&
    !touched.right.has(right.path)
      ? [right.label]
      : [],
  );
  return missed.length === 0
    ? []
    : [`${missed.join("、")}的文字有改动，条下的规则没有变化，请核对规则是否需要相应修改。`];
};

/** Who changes only because the data still use the old name of something is not changed by the rules. */
export const notesOnNames = (impact: Impact | null, rules: readonly RuleChange[]): readonly string[] => {
  const byName = (impact?.changes ?? []).filter(({ because }) =>
    because.every((index) => rules[index]!.severity === "wording"),
  );
  return byName.length === 0
    ? []
    : [
        `${[...new Set(byName.map(({ rule }) => `“${rule}”`))].join("、")}的结果改变只因名称改了，而数据仍用原来的名称；请在数据中补上新名称后再比较。`,
      ];
};

/** A fact under another name is taken for the same fact; only a person knows whether it is. */
export const notesOnRenamedFacts = (rules: readonly RuleChange[]): readonly string[] => {
  const renamed = rules.filter(
    ({ kind, left, right }) => kind === "termRenamed" && left === null && right === null,
  );
  return renamed.length === 0
    ? []
    : [
        `${renamed.map(bothNames).toSorted().join("、")}按同一事项的不同名称比较；所指的不是同一事项的，规则变化和规则效果中有关它的结论不能采用。`,
      ];
};

/** In the same order from either side, because the note is one for both. */
const bothNames = ({ before, after }: RuleChange): string =>
  [before, after]
    .toSorted((one, other) => (String(one) < String(other) ? -1 : 1))
    .map((name) => `“${name}”`)
    .join("与");

/** Why a rule whose results are not the same is not among the impact. */
export const notesOnUncounted = (impact: Impact | null): readonly string[] => {
  const names = (impact?.uncountedRules ?? []).map((rule) => `“${rule}”`);
  return names.length === 0
    ? []
    : [
        `${names.join("、")}只有一份文件规定。排名、指标本身不改变对任何人的处理，没有计入对现有记录的影响；用到它们的规则已经计入。`,
      ];
};

const ruledPaths = ({ decisions }: Program): ReadonlySet<string> =>
  new Set(decisions.flatMap(({ origin }) => articlesAbove(origin.provision)));

/** The provision itself and those above it: 16.1.3, 16.1, 16. */
const articlesAbove = (path: string | null): readonly string[] => {
  if (path === null) return [];
  const dot = path.lastIndexOf(".");
  return dot < 0 ? [path] : [path, ...articlesAbove(path.slice(0, dot))];
};

type Relation = Comparison["relation"];

/** Two versions mostly have one title, so that it does not say which of them is meant. */
const namesOfSides = (
  left: string,
  right: string,
  relation: Relation,
): { readonly left: string; readonly right: string } => {
  if (relation === "versions") return { left: "修改前的文件", right: "修改后的文件" };
  return left === right
    ? { left: "前者", right: "后者" }
    : { left: `前者“${left}”`, right: `后者“${right}”` };
};
