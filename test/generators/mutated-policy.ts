import type { RuleChangeKind } from "../../compiler/model/change.ts";
import type { Decision, Program } from "../../compiler/model/ir.ts";
import { blocksOf, itemsOf, SPARE_FIELD, spliced, writeItems } from "../support/policy-blocks.ts";
import {
  everywhere,
  inBlocks,
  inRules,
  renamedIn,
  wholeBlocks,
  type Rewrite,
  type Way,
  type Ways,
} from "../support/text-ways.ts";

/** One thing that is changed in the text of a policy. What comes out may be no policy; then it is left aside. */
export interface PolicyMutation {
  readonly name: string;
  readonly kind: RuleChangeKind;
  readonly ways: Ways;
}

const RULES = ["规则", "认定", "例外", "定义"] as const;
const NORMS = ["规则"] as const;

const UNIT = "(?:亿元|万元|元|笔|分|家|人|张|次|日|个月|年|周岁|平方米|公里|米|％|%)";
const AMOUNT = `(\\d+(?:\\.\\d+)?)(${UNIT})`;

/** The same limit, which now counts as well, or no longer. */
const OTHER_BOUND: readonly Rewrite[] = [
  [/(?<!不)低于/gu, () => "不超过"],
  [/(?<!不)少于|不足(?=\d)|不满(?=\d)/gu, () => "不超过"],
  [/(?<!不)超过|(?<!不)高于/gu, () => "不低于"],
  [/不低于|不少于/gu, () => "高于"],
  [/不超过|不高于/gu, () => "低于"],
  [new RegExp(`${AMOUNT}以上`, "gu"), ([, amount, unit]) => `超过${amount}${unit}`],
  [new RegExp(`已满${AMOUNT}`, "gu"), ([, amount, unit]) => `超过${amount}${unit}`],
];

/** The same bound in another word. */
const SAME_BOUND: readonly Rewrite[] = [
  [/(?<!不)低于/gu, () => "小于"],
  [/(?<!不)超过|(?<!不)高于/gu, () => "大于"],
  [/不低于|不少于/gu, () => "不小于"],
  [/不超过|不高于/gu, () => "不大于"],
  [new RegExp(`${AMOUNT}以上`, "gu"), ([, amount, unit]) => `不低于${amount}${unit}`],
];

export const POLICY_MUTATIONS: readonly PolicyMutation[] = [
  {
    name: "a limit",
    kind: "threshold",
    ways: everywhere(RULES, [
      new RegExp(AMOUNT, "gu"),
      ([, amount, unit]) => `${Number(amount) + (unit === "公里" ? 1 : 7)}${unit}`,
    ]),
  },
  { name: "whether the limit itself counts", kind: "boundWord", ways: everywhere(RULES, ...OTHER_BOUND) },
  {
    name: "a bound word of the same meaning",
    kind: "wording",
    ways: (text, program) =>
      everywhere(RULES, ...SAME_BOUND)(text, program).map((way): Way => ({ ...way, kind: "wording" })),
  },
  {
    name: "a modal of the same force",
    kind: "wording",
    ways: everywhere(NORMS, [/应当/gu, () => "必须"], [/不得|不再/gu, () => "严禁"]),
  },
  {
    name: "a duty in principle",
    kind: "modality",
    ways: everywhere(NORMS, [/(?<!原则上)(?:应当|不得|不再)/gu, ([modal]) => `原则上${modal}`]),
  },
  {
    name: "a duty that is no longer in principle",
    kind: "modality",
    ways: everywhere(NORMS, [/原则上/gu, () => ""]),
  },
  { name: "a permission", kind: "modality", ways: everywhere(NORMS, [/(?<!原则上)应当/gu, () => "可以"]) },
  {
    name: "an item taken away",
    kind: "itemRemoved",
    ways: (text) =>
      inBlocks(text, ["规则", "认定"], (block) => {
        const list = itemsOf(block.text);
        if (list === null || list.items.length < 2) return [];
        return list.items.map((_, at) => writeItems({ ...list, items: list.items.toSpliced(at, 1) }));
      }),
  },
  {
    name: "one more item",
    kind: "itemAdded",
    ways: (text, program) =>
      inRules(text, program, (block, decision) => {
        const list = itemsOf(block.text);
        if (list === null || list.items.length < 2) return [];
        const added =
          decision.kind === "classification"
            ? `${SPARE_FIELD}，为${classesOf(decision).at(-1) ?? ""}`
            : SPARE_FIELD;
        return [writeItems({ ...list, items: [added, ...list.items] })];
      }),
  },
  {
    name: "one more condition",
    kind: "conditionAdded",
    ways: (text) =>
      inBlocks(text, ["规则", "认定"], (block) => {
        const list = itemsOf(block.text);
        // In a list of which all must hold, one more condition is one more item.
        if (list === null || (block.keyword === "规则" && !list.head.includes("之一"))) return [];
        return list.items.flatMap((item, at) => {
          const [condition] = item.split(/，(?=为|依据|限)/u);
          if (condition === undefined || /或者|其他的|\n|，/u.test(condition)) return [];
          const more = `${condition}且${SPARE_FIELD}${item.slice(condition.length)}`;
          return [writeItems({ ...list, items: list.items.with(at, more) })];
        });
      }),
  },
  {
    name: "one condition less",
    kind: "conditionRemoved",
    ways: everywhere(
      ["规则", "认定", "定义"],
      [/(?<!，)且[^且，。；：（）\n]+?(?=的，|的[^，。]{2,9}，|，|。|；)/gu, () => ""],
    ),
  },
  {
    name: "an exception taken away",
    kind: "exceptionRemoved",
    ways: (text) => [
      ...inBlocks(text, NORMS, ({ text: body }) =>
        body.includes("，但") ? [body.replace(/，但[^，。：]+除外/u, "")] : [],
      ).map((way) => ({ ...way, right: null })),
      ...wholeBlocks(text, "例外").map((way) => ({ ...way, right: null })),
    ],
  },
  {
    name: "one more exception",
    kind: "exceptionAdded",
    ways: (text, program) =>
      inRules(text, program, (block, decision) =>
        decision.kind !== "measure" || block.covered.includes("除外")
          ? []
          : [
              `${block.text.trimEnd()}\n【例外】新例外\n${SPARE_FIELD}的${decision.object}，不受${decision.name}限制。\n`,
            ],
      ).map((way) => ({ ...way, left: null, right: "新例外" })),
  },
  {
    name: "a proviso",
    kind: "exceptionAdded",
    ways: (text, program) =>
      inRules(text, program, (block, decision) => {
        if (decision.kind !== "measure" || block.covered.includes("除外")) return [];
        const end = block.covered.search(/(?:，依据[^。]*)?(?:，限[^。]*)?(?:。|：\n)/u);
        return [spliced(block.text, end, end, `，但${SPARE_FIELD}的除外`)];
      }).map((way) => ({ ...way, left: null })),
  },
  {
    name: "the measure",
    kind: "measure",
    ways: (text, program) =>
      inRules(text, program, (block, decision) => {
        const orders = decision.kind === "measure" ? decision.orders : [];
        return orders.flatMap(({ measure }) => {
          const at = block.covered.lastIndexOf(measure);
          const other = program.measures.find((each) => orders.every(({ measure: own }) => own !== each));
          return at < 0 || other === undefined ? [] : [spliced(block.text, at, at + measure.length, other)];
        });
      }),
  },
  {
    name: "whom it concerns",
    kind: "subject",
    ways: (text, program) =>
      inRules(text, program, (block, { object, kind }) => {
        const at = block.text.indexOf("\n") + 1;
        if (!block.text.startsWith(object, at) || kind === "classification") return [];
        const nouns = [...(program.objects.get(object)?.fields.values() ?? [])].flatMap(({ type }) =>
          type.kind === "enumeration" ? type.values : [],
        );
        // A noun that is also another object would speak of other records.
        return nouns
          .filter((noun) => [...program.objects.keys()].every((name) => !noun.endsWith(name)))
          .slice(0, 2)
          .map((noun) => spliced(block.text, at, at + object.length, noun));
      }),
  },
  {
    name: "on foot, or as the crow flies",
    kind: "scope",
    ways: everywhere(RULES, [/步行/gu, () => "直线"], [/直线/gu, () => "步行"]),
  },
  {
    name: "where it looks",
    kind: "scope",
    ways: everywhere(RULES, [/所在(?:县区|区域|片区)内/gu, () => "全市"]),
  },
  {
    name: "the value of a parameter",
    kind: "parameterValue",
    ways: everywhere(
      ["参数"],
      [new RegExp(`起为${AMOUNT}`, "gu"), ([, amount, unit]) => `起为${Number(amount) + 7}${unit}`],
    ),
  },
  {
    name: "from when a value holds",
    kind: "parameterDate",
    ways: everywhere(["参数"], [/年(\d)月1日起/gu, ([, month]) => `年${Number(month) + 2}月1日起`]),
  },
  {
    name: "who sets a parameter",
    kind: "parameterOwner",
    ways: everywhere(["参数"], [/由[^，。]+?(?=确定|公布)/gu, () => "由省人民政府"]),
  },
  {
    name: "the class of an item",
    kind: "classValue",
    ways: (text, program) =>
      inRules(text, program, (block, decision) => {
        if (decision.kind !== "classification") return [];
        const classes = classesOf(decision);
        return [...block.covered.matchAll(/(?<=，为)([^，。；]+)(?=[，。；])/gu)].flatMap((match) => {
          const other = classes.find((each) => each !== match[1]);
          return other === undefined
            ? []
            : [spliced(block.text, match.index, match.index + match[0].length, other)];
        });
      }),
  },
  {
    name: "a parameter renamed wherever it is used",
    kind: "termRenamed",
    // What no rule uses has nothing that it could be known by.
    ways: (text) =>
      wholeBlocks(text, "参数")
        .filter(({ left }) =>
          blocksOf(text).some(({ keyword, covered }) => keyword !== "参数" && covered.includes(left!)),
        )
        .map(({ left }) => renamedIn(text, left!, ["参数", "规则", "认定", "定义", "指标", "例外"])),
  },
  {
    name: "a field renamed wherever it is used",
    kind: "termRenamed",
    ways: (text, program) =>
      fieldsIn(text, program).map((name) => ({
        ...renamedIn(text, name, ["对象", "参数", "规则", "认定", "定义", "指标", "排名", "例外"]),
        left: null,
        right: null,
      })),
  },
  {
    name: "how a number is computed",
    kind: "formula",
    ways: everywhere(["指标"], [/除以(?=[1-9])/gu, () => "乘以"]),
  },
  {
    name: "a rule renamed wherever it is named",
    kind: "ruleRenamed",
    ways: (text) =>
      wholeBlocks(text, "规则").map(({ left }) =>
        renamedIn(text, left!, ["规则", "例外"], "(?<=^【规则】|不受)"),
      ),
  },
  {
    name: "the reading that is adopted",
    kind: "reading",
    ways: everywhere(["理解"], [/采读法一/gu, () => "采读法二"], [/采读法二/gu, () => "采读法一"]),
  },
  {
    name: "a rule taken away",
    kind: "ruleDeleted",
    ways: (text, program) =>
      wholeBlocks(text, "规则")
        .filter(({ left }) => program.decisions.filter(({ name }) => name === left).length === 1)
        .map((way) => ({ ...way, right: null })),
  },
  {
    name: "a new rule",
    kind: "ruleAdded",
    ways: (text, program) =>
      inRules(text, program, (block, { object }) =>
        program.measures
          .slice(0, 1)
          .map(
            (measure) =>
              `${block.text.trimEnd()}\n【规则】新规则\n${SPARE_FIELD}的${object}，应当${measure}。\n`,
          ),
      ).map((way) => ({ ...way, left: null, right: "新规则" })),
  },
  {
    name: "the order of a ranking",
    kind: "formula",
    ways: everywhere(["排名"], [/由高到低/gu, () => "由低到高"]),
  },
  {
    name: "what becomes of ties",
    kind: "formula",
    ways: everywhere(["排名"], [/并列(?=，|。)/gu, () => "抽签"], [/需裁量(?=，|。)/gu, () => "并列"]),
  },
];

/** Fields that rules read, and whose name is no part of another one. */
const fieldsIn = (text: string, program: Program): readonly string[] => {
  const blocks = blocksOf(text);
  const fields = [...program.objects.values()].flatMap((object) => [...object.fields.keys()]);
  const names = [
    ...fields,
    ...program.parameters.keys(),
    ...program.objects.keys(),
    ...program.measures,
    ...program.decisions.map(({ name }) => name),
  ];
  return [...new Set(fields)].filter(
    (field) =>
      names.filter((name) => name.includes(field)).length === 1 &&
      blocks.some(({ keyword, text: body }) => keyword === "对象" && body.includes(`\n${field}：`)) &&
      blocks.some(({ keyword, covered }) => keyword === "规则" && covered.includes(field)),
  );
};

const classesOf = ({
  items,
  otherwise,
}: Extract<Decision, { kind: "classification" }>): readonly string[] => [
  ...new Set(
    [...items, ...(otherwise === null ? [] : [otherwise])].flatMap(({ value }) =>
      value.kind === "enumeration" ? [value.value] : [],
    ),
  ),
];
