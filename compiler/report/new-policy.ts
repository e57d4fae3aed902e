/** What is read from the text itself; everything else is for the author to fill in. */
export interface NewPolicy {
  readonly title: string;
  readonly documentNumber: string | null;
  /** The stage that the title names, 征求意见稿 or 试行. */
  readonly stage: string | null;
  /** The stored source, relative to the policy file. */
  readonly source: string;
  readonly checksum: string;
  readonly text: string;
}

/** A policy file without rules: its head, then the official text untouched. */
export const newPolicyFile = (policy: NewPolicy): string => {
  const entries: readonly (readonly [string, string | null])[] = [
    ["名称", policy.title],
    ["文号", policy.documentNumber],
    ["阶段", policy.stage],
    ["原文", policy.source],
    ["校验", policy.checksum],
  ];
  const lines = entries.flatMap(([key, value]) => (value === null ? [] : [`${key}：${value}`]));
  return `【政策】\n${lines.join("；\n")}。\n【完】\n${protectMarks(policy.text)}`;
};

/** 阳医保〔2025〕3号 in the text, in any of the brackets that documents use. */
export const readDocumentNumber = (text: string): string | null =>
  /^[\s　]*([\u4e00-\u9fff]{1,16}[〔［[【（(]\d{4}[〕］\]】）)]\s*第?\d{1,5}号)[\s　]*$/mu
    .exec(text)?.[1]
    ?.replaceAll(/\s/g, "") ?? null;

export const readStage = (title: string): string | null =>
  /征求意见稿|公开征求意见|草案/.exec(title)?.[0].replace("公开征求意见", "征求意见稿") ??
  /试行|暂行/.exec(title)?.[0] ??
  null;

/** A line of the text that looks like a block header would start a block: it is marked as text. */
const protectMarks = (text: string): string =>
  text
    .split("\n")
    .map((line) => (/^[\s　]*【[^【】\n]{1,16}】/u.test(line) ? `【原文】${line}\n【完】` : line))
    .join("\n");
