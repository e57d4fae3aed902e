import { compare } from "../../../compiler/compare.ts";
import { readDay } from "../../../compiler/data/index.ts";
import type { Comparison, ComparedTexts, Progress } from "../worker-api.ts";
import { readSides } from "./compared-side.ts";
import { limitsFrom } from "./limits.ts";
import { openSecondSolver, type OfferedSolver } from "./second-solver.ts";

/** Words, rules, behaviour and impact, with what there is to say of how they were found. */
export const compareTexts = async (texts: ComparedTexts, progress: Progress): Promise<Comparison> => {
  progress(0, 1, "读取两份文件");
  const { left, right, remarks } = await readSides(texts);
  const at = texts.at.trim() === "" ? null : readDay(texts.at);
  const second = texts.second ? await openSecondSolver() : null;
  const limits = limitsFrom(performance.now());
  try {
    const found = await compare(left, right, {
      at,
      limits,
      second,
      onProgress: (done, total) => progress(done, total, "比较规则效果"),
    });
    const notes = [
      ...found.notes,
      ...(at === null && texts.at.trim() !== "" ? [noDay(texts.at)] : []),
      ...undecidedNotes(found, limits.isOver(), second),
      ...impactNotes(found, texts),
      ...remarks,
    ];
    return { ...found, notes: [...new Set(notes)] };
  } finally {
    await second?.end();
  }
};

/** What stayed open, and why more could not be done. */
const undecidedNotes = (
  { behaviour }: Comparison,
  late: boolean,
  second: OfferedSolver | null,
): readonly string[] => {
  const open = behaviour.filter(({ verdict }) => verdict === "undecided");
  const refusal = second?.refusal() ?? null;
  return [
    ...(refusal === null ? [] : [`${refusal}，规则效果仅由本程序自身的判定方法判定。`]),
    ...(open.length === 0
      ? []
      : [`有${open.length}项规则效果未能判定：${open.map(({ about }) => about).join("、")}。`]),
    ...(open.length > 0 && late
      ? ["为及时给出结果，后面的规则只作了简略判定；未能判定的，可以用命令行 tiaowen diff 再作判定。"]
      : []),
  ];
};

const impactNotes = ({ impact }: Comparison, { leftData, rightData }: ComparedTexts): readonly string[] =>
  impact === null && leftData.length + rightData.length > 0
    ? ["没有计算对现有记录的影响：两份文件都要有可以执行的规则，并且要有基准日。"]
    : [];

const noDay = (at: string): string => `基准日“${at}”不是有效日期，应写成 2025-06-01 这样。`;
