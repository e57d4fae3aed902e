import type { Level } from "../../../language/index.ts";
import type {
  BehaviourChange,
  Comparison,
  EditClass,
  FurnitureChange,
  Impact,
  Place,
  ProvisionChange,
  ProvisionChangeKind,
  RuleChange,
  RulePlace,
  TextEdit,
  WitnessResult,
} from "../../../compiler/model/change.ts";

/**
 * Comparisons written by hand. The words of both sides stand in one template: {words:旧→新} is an edit of class
 * words, everything else is on both sides.
 */
export interface WrittenChange {
  readonly kind: ProvisionChangeKind;
  readonly template: string;
  readonly left?: WrittenPlace;
  readonly right?: WrittenPlace;
  readonly heading?: boolean;
  /** Order on the left, where it is not the order of the list. */
  readonly leftAt?: number;
}

export interface WrittenPlace {
  readonly path: string;
  readonly label: string;
  readonly title?: string;
  readonly under?: readonly string[];
}

interface Piece {
  readonly editClass: EditClass | null;
  readonly before: string;
  readonly after: string;
}

export const comparisonOf = (
  written: readonly WrittenChange[],
  given: Partial<Comparison> & { readonly heads?: readonly [string, string] } = {},
): Comparison => {
  const read = written.map((change, at) => ({ ...change, at, pieces: piecesOf(change.template) }));
  const left = layOut(
    read.toSorted((one, other) => (one.leftAt ?? one.at) - (other.leftAt ?? other.at)),
    "left",
    given.heads?.[0] ?? "",
  );
  const right = layOut(read, "right", given.heads?.[1] ?? "");
  const changes = read.map(({ kind, heading = false, pieces, at, ...places }) => {
    const [leftStart, rightStart] = [left.starts.get(at) ?? 0, right.starts.get(at) ?? 0];
    const change: ProvisionChange = {
      kind,
      left: placeOf(places.left, leftStart, wordsOf(pieces, "before"), heading),
      right: placeOf(places.right, rightStart, wordsOf(pieces, "after"), heading),
      similarity: kind === "added" || kind === "deleted" ? 0 : 0.9,
      renumbered: places.left?.path !== places.right?.path,
      edits: kind === "added" || kind === "deleted" ? [] : editsOf(pieces, leftStart, rightStart),
    };
    return { change, heading };
  });
  return {
    relation: "versions",
    left: { name: "某市机构管理办法", file: "旧.txt", form: "articles", text: left.text, hasRules: false },
    right: { name: "某市机构管理办法", file: "新.txt", form: "articles", text: right.text, hasRules: false },
    provisions: changes.flatMap(({ change, heading }) => (heading ? [] : [change])),
    headings: changes.flatMap(({ change, heading }) => (heading ? [change] : [])),
    furniture: [],
    patch: { pieces: [] },
    rules: [],
    behaviour: [],
    impact: null,
    notes: [],
    ...given,
  };
};

const piecesOf = (template: string): readonly Piece[] =>
  [...template.matchAll(/\{(\w+):([^→}]*)→([^}]*)\}|[^{]+/gu)].map(([whole, editClass, before, after]) =>
    editClass === undefined
      ? { editClass: null, before: whole, after: whole }
      : { editClass: editClass as EditClass, before: before!, after: after! },
  );

const wordsOf = (pieces: readonly Piece[], side: "before" | "after"): string =>
  pieces.map((piece) => piece[side]).join("");

const layOut = (
  read: readonly (WrittenChange & { readonly at: number; readonly pieces: readonly Piece[] })[],
  side: "left" | "right",
  head: string,
): { readonly text: string; readonly starts: ReadonlyMap<number, number> } => {
  let text = head;
  const starts = new Map<number, number>();
  const known = new Map<string, number>();
  for (const change of read) {
    const place = change[side];
    if (place === undefined) continue;
    // Several rows may share a provision: the parts of a split one, the sources of a merged one.
    const start = known.get(place.path) ?? text.length;
    starts.set(change.at, start);
    if (known.has(place.path)) continue;
    known.set(place.path, start);
    text += `${wordsOf(change.pieces, side === "left" ? "before" : "after")}\n`;
  }
  return { text, starts };
};

const placeOf = (
  place: WrittenPlace | undefined,
  start: number,
  words: string,
  heading: boolean,
): Place | null =>
  place === undefined
    ? null
    : {
        path: place.path,
        label: place.label,
        level: (heading ? "chapter" : "article") satisfies Level,
        title: place.title ?? null,
        under: place.under ?? [],
        span: { start, end: start + words.length },
      };

const editsOf = (pieces: readonly Piece[], leftStart: number, rightStart: number): readonly TextEdit[] => {
  const edits: TextEdit[] = [];
  let [left, right] = [leftStart, rightStart];
  for (const { editClass, before, after } of pieces) {
    const [leftEnd, rightEnd] = [left + before.length, right + after.length];
    if (editClass !== null) {
      edits.push({
        class: editClass,
        left: { start: left, end: leftEnd },
        right: { start: right, end: rightEnd },
        before,
        after,
        leftPath: null,
        rightPath: null,
      });
    }
    [left, right] = [leftEnd, rightEnd];
  }
  return edits;
};

const ONE = ["第一章 总则"];
const TWO = ["第二章 准入"];
const TWO_NEW = ["第二章 准入和退出"];
const THREE = ["第三章 监督"];
const FOUR = ["第四章 附则"];

const article = (number: number, label: string, under: readonly string[]): WrittenPlace => ({
  path: `${number}`,
  label,
  under,
});

/** One of everything, in a short regulation. */
export const REGULATION: readonly WrittenChange[] = [
  {
    kind: "unchanged",
    heading: true,
    template: "第一章　总则",
    left: { path: "章1", label: "第一章", title: "总则" },
    right: { path: "章1", label: "第一章", title: "总则" },
  },
  {
    kind: "unchanged",
    template: "第一条　为了规范管理，制定本办法。",
    left: article(1, "第一条", ONE),
    right: article(1, "第一条", ONE),
  },
  {
    kind: "changed",
    heading: true,
    template: "第二章　准入{words:→和退出}",
    left: { path: "章2", label: "第二章", title: "准入" },
    right: { path: "章2", label: "第二章", title: "准入和退出" },
  },
  {
    kind: "changed",
    template:
      "第二条　年度业务量不得低于{words:100→200}笔。\n有下列情形之一的，暂停新增：\n（一）机构过多{words:。→；\n（二）正在接受调查。}",
    left: article(2, "第二条", TWO),
    right: article(2, "第二条", TWO_NEW),
  },
  {
    kind: "split",
    template: "第三条　申请人应当提交申请书{words:；申请书由负责人签字→}。",
    left: article(3, "第三条", TWO),
    right: article(3, "第三条", TWO_NEW),
  },
  {
    kind: "split",
    template: "{numbering:第三条→第四条}　{words:申请人应当提交申请书；→}申请书由负责人签字。",
    left: article(3, "第三条", TWO),
    right: article(4, "第四条", TWO_NEW),
  },
  {
    kind: "renumbered",
    template: "{numbering:第四条→第五条}　受理期限为十日。",
    left: article(4, "第四条", TWO),
    right: article(5, "第五条", TWO_NEW),
  },
  {
    kind: "renumbered",
    template: "{numbering:第五条→第六条}　补正期限为五日。",
    left: article(5, "第五条", TWO),
    right: article(6, "第六条", TWO_NEW),
  },
  {
    kind: "added",
    template: "第七条　退出的，应当提前三十日告知。",
    right: article(7, "第七条", TWO_NEW),
  },
  {
    kind: "deleted",
    template: "第六条　收费标准另行制定。",
    left: article(6, "第六条", TWO),
  },
  {
    kind: "unchanged",
    heading: true,
    template: "第三章　监督",
    left: { path: "章3", label: "第三章", title: "监督" },
    right: { path: "章3", label: "第三章", title: "监督" },
  },
  {
    kind: "merged",
    template: "{numbering:第七条→第八条}　机构应当接受检查{words:→，检查结果应当公布}。",
    left: article(7, "第七条", THREE),
    right: article(8, "第八条", THREE),
  },
  {
    kind: "merged",
    template: "第八条　{words:→机构应当接受检查，}检查结果应当公布。",
    left: article(8, "第八条", THREE),
    right: article(8, "第八条", THREE),
  },
  {
    kind: "changed",
    template: "第九条　违反本办法{reference:第四条→第五条}规定的，责令改正。",
    left: article(9, "第九条", THREE),
    right: article(9, "第九条", THREE),
  },
  {
    kind: "added",
    heading: true,
    template: "第四章　附则",
    right: { path: "章4", label: "第四章", title: "附则" },
  },
  {
    kind: "moved",
    template: "{numbering:第十条→第十条}　本办法自印发之日起施行。",
    left: article(10, "第十条", THREE),
    right: article(10, "第十条", FOUR),
  },
];

export const FURNITURE: FurnitureChange = {
  kind: "changed",
  role: "date",
  before: "2020年3月1日印发",
  after: "2024年5月1日印发",
  left: null,
  right: null,
};

const rule = (path: string, label: string, words: string): RulePlace => ({
  name: "低量暂停",
  rule: "低量暂停",
  path,
  label,
  item: null,
  words,
  span: { start: 0, end: 0 },
});

const LEFT_RULE = rule("2.1", "第二条第一款", "年度业务量低于100笔的，暂停新增");
const RIGHT_RULE = rule("2.1", "第二条第一款", "年度业务量低于200笔的，暂停新增");

export const THRESHOLD: RuleChange = {
  kind: "threshold",
  severity: "substantive",
  direction: "tightened",
  ground: "低于的标准由100笔提高到200笔，暂停新增的范围扩大。",
  left: LEFT_RULE,
  right: RIGHT_RULE,
  before: "100笔",
  after: "200笔",
  message: "“低量暂停”的标准由100笔改为200笔。",
  reaches: { left: ["低量暂停"], right: ["低量暂停"] },
};

const result = (status: WitnessResult["status"], summary: string): WitnessResult => ({
  status,
  value: null,
  modality: "应当",
  measure: "暂停新增",
  summary: [`定点机构“甲”的“低量暂停”：${status}。`, summary],
  citations: [
    { path: "2.1", label: "第二条第一款", quote: "年度业务量不得低于", start: 0, end: 9, ruleItem: null },
  ],
});

export const STRICTER: BehaviourChange = {
  about: "低量暂停",
  object: "定点机构",
  verdict: "stricter",
  proof: "own",
  ground: "“暂停新增”是应当采取的措施，适用面扩大即收紧。",
  left: LEFT_RULE,
  right: RIGHT_RULE,
  witness: {
    at: 20_000,
    world: { records: [] },
    record: { object: "定点机构", id: "甲" },
    facts: ["定点机构「甲」：年度业务量150笔"],
    left: result("不成立", "年度业务量为150笔，不低于100笔。"),
    right: result("成立", "年度业务量为150笔，低于200笔。"),
    changes: [0],
    cases: {
      left: "【用例】一百五十笔\n  定点机构「甲」：年度业务量150笔；\n【完】",
      right: null,
    },
  },
  witnesses: [],
};

export const IMPACT: Impact = {
  at: 20_000,
  records: { 定点机构: 30 },
  changes: [
    {
      rule: "低量暂停",
      object: "定点机构",
      left: LEFT_RULE,
      right: RIGHT_RULE,
      from: "不成立",
      to: "成立",
      count: 3,
      records: ["A01", "A02", "A07"],
      undecided: false,
      groups: [
        {
          field: "所在县区",
          counts: [
            { value: "东区", count: 2 },
            { value: "西区", count: 1 },
          ],
        },
      ],
      because: [0],
    },
    {
      rule: "低量暂停",
      object: "定点机构",
      left: LEFT_RULE,
      right: RIGHT_RULE,
      from: "未知",
      to: "成立",
      count: 1,
      records: ["B01"],
      undecided: true,
      groups: [],
      because: [0],
    },
  ],
  unchangedRules: ["年度公示"],
};

/** The regulation with everything that can be told of it. */
export const wholeComparison = (): Comparison =>
  comparisonOf(REGULATION, {
    furniture: [FURNITURE],
    rules: [THRESHOLD],
    behaviour: [STRICTER],
    impact: IMPACT,
    notes: ["未给出参数表，按政策文件中的参数取值核对。"],
  });
