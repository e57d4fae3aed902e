import { reporter, type DiagnosticTable } from "../diagnostic.ts";

/** What cutting a file into official text and blocks can find. */
export const segmentDiagnostics = {
  "not-text": {
    severity: "error",
    message:
      "第{offset}个字符是空字符，这不是文本文件，未读取。请把公文另存为纯文本（UTF-8）后再试；Word 文件请用 tiaowen new 读入。",
    why: "空字符只出现在二进制文件里。按文本读取只会得到乱码，也无法核对原文。",
    bad: "第一条\u0000为了规范管理，制定本办法。\n",
    good: "第一条 为了规范管理，制定本办法。\n",
  },
  "unclosed-block": {
    severity: "error",
    message:
      "“{block}”没有写“【完】”，{until}都没有结束。语句块之后要接着写公文原文的，请在最后一句的下一行写“【完】”。",
    why: "没有“【完】”，语句块后面的公文原文会被当作规则，原文也就不再完整。系统只能在下一个第X条、章或者“一、”标题处，或者与原文相同的一行处恢复。",
    bad: "【政策】\n名称：示例办法。\n【完】\n第一条 本办法适用于本市。\n【说明】宣示\n第二条 本办法自印发之日起施行。\n",
    good: "【政策】\n名称：示例办法。\n【完】\n第一条 本办法适用于本市。\n【说明】宣示\n【完】\n第二条 本办法自印发之日起施行。\n",
  },
  "unclosed-passage": {
    severity: "error",
    message: "“【原文】”没有写“【完】”，以下直到文件末尾都按公文原文处理。请在这段原文的下一行写“【完】”。",
    why: "受保护的原文里不识别语句块。缺少“【完】”时，后面的规则全部失去作用。",
    bad: "【政策】\n名称：示例办法。\n【完】\n【原文】\n【说明】本表由申请人填写。\n第一条 本办法适用于本市。\n",
    good: "【政策】\n名称：示例办法。\n【完】\n【原文】\n【说明】本表由申请人填写。\n【完】\n第一条 本办法适用于本市。\n",
  },
  "stray-block-end": {
    severity: "error",
    message: "这里的“【完】”没有对应的语句块。请删去这一行，或者在前面补上语句块的标题行，如“【规则】名称”。",
    why: "多余的“【完】”往往说明前面的语句块标题写错，内容被当成了公文原文。",
    bad: "【政策】\n名称：示例办法。\n【完】\n第一条 本办法适用于本市。\n【完】\n",
    good: "【政策】\n名称：示例办法。\n【完】\n第一条 本办法适用于本市。\n",
  },
  "unknown-block-keyword": {
    severity: "warning",
    message:
      "“{found}”不是语句块的标题，这一行按普通文字处理。{hint}如果它本来就是公文原文，请用“【原文】”和“【完】”把这一段括起来。",
    why: "标题写错一个字，或者括号不是“【】”，整块规则就不会被识别，而且不报任何别的错误。",
    bad: "【政策】\n名称：示例办法。\n【完】\n第一条 本办法适用于本市。\n【规侧】适用范围\n【完】\n",
    good: "【政策】\n名称：示例办法。\n【完】\n第一条 本办法适用于本市。\n【规则】适用范围\n【完】\n",
  },
} as const satisfies DiagnosticTable;

export const reportSegment = reporter(segmentDiagnostics);
