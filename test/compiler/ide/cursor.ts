import { compile } from "../../../compiler/index.ts";
import { complete, type Completion, type PolicyView } from "../../../compiler/ide/index.ts";
import { filledSnippet } from "../../../compiler/ide/snippets.ts";

const NAMES = `【政策】
名称：示例办法；
自称：本办法。
【对象】街区
名称：文本；
常住人口：整数（人）。
【对象】药店
名称：文本；
类别：中药店、西药店；
信用等级：由高到低为甲级、乙级、丙级，次序外为未评级；
年度业务量：整数（笔，出处「示例办法第一条」）；
满意率：百分比；
上次检查日期：日期；
配有药师：是否；
提出续签申请：是否（由市商务局裁量，否为未提出续签）；
位置：坐标（CGCS2000）；
所在街区：街区。
【参数】业务量极少标准
单位为笔，由未明确确定。
【措施】
限期整改、退出布点。
【定义】便民药店
便民药店，是指配有药师的药店。
【认定】管理分类
药店的管理分类，按照下列规定认定：
（一）信用等级甲级，为一类；
（二）其他的，为二类。
【完】
示例办法

第一条　药店年度业务量极少、未配药师等情形的，应当限期整改；重要的，可以退出布点。
`;

/** The policy of these tests, in which some blocks follow the first article. */
export const policy = (rest: string): string => NAMES + rest;

const CURSOR = "‸";

/** A text without its cursor ‸, and where that stood. */
export const atCursor = (marked: string): { readonly text: string; readonly offset: number } => {
  const offset = marked.indexOf(CURSOR);
  return { text: marked.replace(CURSOR, ""), offset };
};

export const viewOf = (text: string): PolicyView =>
  compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });

/** What is offered at ‸ in blocks below the first article. */
export const offeredAt = (rest: string): readonly Completion[] => {
  const { text, offset } = atCursor(policy(rest));
  return complete(viewOf(text), offset);
};

export const labelsAt = (rest: string): readonly string[] => offeredAt(rest).map(({ label }) => label);

/** The text after a completion was chosen, its places filled with their examples. */
export const accepted = (text: string, { insertText, snippet, replace }: Completion): string =>
  text.slice(0, replace.start) + (snippet ? filledSnippet(insertText) : insertText) + text.slice(replace.end);
