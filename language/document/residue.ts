/** What editors and templates leave behind in a text that was copied out of them. */
export interface ResidueForm {
  readonly pattern: RegExp;
  readonly name: string;
}

/** Every pattern is bounded, so that a long line costs no more than its length. */
export const RESIDUE_FORMS: readonly ResidueForm[] = [
  {
    pattern: /\[(?:bookmark|field|image|comment|footnote|endnote|shape|object)\s*:[^\]\n]{0,80}\]/gi,
    name: "文字处理软件的标记",
  },
  {
    pattern:
      /(?:错误[！!]\s*(?:未找到引用源|未定义书签|未指定[^\s。]{0,10})|Error!\s*(?:Reference source|Bookmark) not [a-z]{5,8})[。.]?/gi,
    name: "失效的交叉引用",
  },
  {
    pattern: /\bHYPERLINK\s{1,4}"[^"\n]{0,200}"|\b(?:PAGEREF\s{1,4}_Toc\d{1,12}|_Toc\d{5,12}|_GoBack)\b/g,
    name: "域代码",
  },
  { pattern: /\{\{[^{}\n]{1,60}\}\}|\$\{[^{}\n]{1,60}\}|<#[^>\n]{1,60}>/g, name: "模板占位符" },
  {
    pattern:
      /\[(?:键入|单击|点击|请输入|请填写|在此|此处)[^\]\n]{0,40}\]|(?:单击|点击)(?:或点击)?此处(?:输入|添加)[^\s，。；]{0,10}/g,
    name: "模板提示语",
  },
  { pattern: /\ufffd+/g, name: "无法识别的字符" },
  { pattern: /[\u200b-\u200d\u2060]+/g, name: "看不见的零宽字符" },
];

/** Length of the residue (white space behind it included) that a line begins with, or 0. */
export const leadingResidue = (line: string): number => {
  const head = line.slice(0, 200);
  if (head[0] === undefined || !/[[{$<\ufffd_HPE错单点]/.test(head[0])) return 0;
  for (const { pattern } of RESIDUE_FORMS) {
    pattern.lastIndex = 0;
    const match = pattern.exec(head);
    pattern.lastIndex = 0;
    if (match?.index === 0) return match[0].length + /^\s*/.exec(head.slice(match[0].length))![0].length;
  }
  return 0;
};
