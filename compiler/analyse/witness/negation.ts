import type { Condition, Program } from "../../model/ir.ts";
import type { Field } from "../../model/type.ts";
import { visitDecision } from "../../evaluate/index.ts";

/** A 是否 fact as its policy says it: 未提出续签协议申请, 有其他应当退出的情况, 地处乡村为否. */
export const booleanInWords = (program: Program, field: Field, value: boolean): string => {
  const { name, negativeName } = field;
  const wordings = wordingsOf(program).get(name) ?? NONE;
  if (value) return `${wordings.has("有") ? "有" : ""}${name}`;
  if (negativeName !== null) return negativeName;
  const written = NEGATIVE.find((word) => wordings.has(word));
  if (written !== undefined) return `${written}${name}`;
  if (wordings.has("有") || NOUNS.some((start) => name.startsWith(start))) return `没有${name}`;
  const usual = USUAL.find(({ starts }) => starts.some((start) => name.startsWith(start)));
  return usual === undefined ? `${name}为否` : `${usual.word}${name}`;
};

const NEGATIVE = ["未", "不", "没有"] as const;
const WORDINGS = [...NEGATIVE, "有"] as const;
type Wording = (typeof WORDINGS)[number];
const NONE: ReadonlySet<Wording> = new Set();

const NOUNS = ["其他", "存在的"] as const;

/** How facts that begin with these words are denied where the policy does not deny them itself. */
const USUAL = [
  {
    word: "未",
    starts: [
      "列入",
      "提出",
      "收到",
      "制定",
      "开展",
      "预计",
      "配有",
      "配备",
      "取得",
      "通过",
      "完成",
      "向",
      "及时",
      "主动",
      "申请",
      "违",
      "退出",
      "整改",
      "办理",
      "建立",
      "签订",
      "参加",
      "发生",
      "受到",
    ],
  },
  { word: "不", starts: ["存在", "具有", "具备", "符合", "能够", "属于", "满足", "享受", "同意", "适用"] },
] as const;

/** The words before each field where the rules ask it. Collected once for a program. */
const wordingsOf = (program: Program): ReadonlyMap<string, ReadonlySet<Wording>> => {
  const known = collected.get(program);
  if (known !== undefined) return known;
  const found = new Map<string, Set<Wording>>();
  const note = (condition: Condition): void => {
    const inner = condition.kind === "not" ? condition.operand : condition;
    if (inner.kind !== "holds" || inner.term.kind !== "field") return;
    const { field } = inner.term;
    for (const word of WORDINGS) {
      const isNegative = word !== "有";
      if (isNegative !== (condition.kind === "not")) continue;
      if (!condition.origin.words.includes(`${word}${field}`)) continue;
      // 没有其他情况 has 有其他情况 in it.
      if (word === "有" && condition.origin.words.includes(`没有${field}`)) continue;
      const words = found.get(field) ?? new Set();
      found.set(field, words.add(word));
    }
  };
  for (const decision of program.decisions) visitDecision(program, decision, { condition: note });
  collected.set(program, found);
  return found;
};

const collected = new WeakMap<Program, ReadonlyMap<string, ReadonlySet<Wording>>>();
