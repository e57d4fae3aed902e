import { reporter, type DiagnosticTable } from "../../language/index.ts";
import { exampleFile } from "./example.ts";

/** Findings about names and places: what is declared, quoted and cited. */
export const resolveDiagnostics = {
  "duplicate-name": {
    severity: "error",
    message: "{kind}“{name}”已经声明过。请改用另一个名称，或者删去其中一处。",
    why: "同一名称声明两次，规则中的这个名称就有两个意思。",
    bad: exampleFile(
      "【规则】退出\n医药机构业务量为0笔的，纳入退出。\n【规则】退出\n医药机构业务量为1笔的，纳入退出。",
    ),
    good: exampleFile(
      "【规则】退出\n医药机构业务量为0笔的，纳入退出。\n【规则】整改\n医药机构业务量为1笔的，限期整改。",
    ),
  },
  "unknown-object": {
    severity: "error",
    message: "没有声明名为“{name}”的对象。{hint}{advice}",
    why: "字段、指标、认定和按地区取值的参数都要指明属于哪一种记录。",
    bad: exampleFile(
      "【规则】退出\n医药机构业务量为0笔的，纳入退出。",
      "【对象】经办机构\n所在地区：统筹区域。",
    ),
    good: exampleFile(
      "【规则】退出\n医药机构业务量为0笔的，纳入退出。",
      "【对象】经办机构\n所在地区：县区。",
    ),
  },
  "unknown-metadata-key": {
    severity: "warning",
    message: "政策信息中没有“{key}”这一项。{hint}",
    why: "写错的一项不会生效，例如写错“施行”，文件就没有施行日期。",
    bad: "【政策】\n名称：示例办法；\n实行：自印发之日起。\n【完】\n第一条　本办法自印发之日起施行。\n",
    good: "【政策】\n名称：示例办法；\n施行：自印发之日起。\n【完】\n第一条　本办法自印发之日起施行。\n",
  },
  "duplicate-metadata-key": {
    severity: "warning",
    message: "政策信息中“{key}”写了两次，只采用第一次写的。请删去一处。",
    why: "两处不同的日期或者名称无法判断以哪一处为准。",
    bad: "【政策】\n名称：示例办法；\n名称：示例细则。\n【完】\n第一条　示例。\n",
    good: "【政策】\n名称：示例办法。\n【完】\n第一条　示例。\n",
  },
  "vocabulary-missing": {
    severity: "error",
    message: "没有找到引用的词汇“{name}”。请把词汇文件一并提供，或者改正名称。",
    why: "词汇文件声明对象、字段和措施；缺少它，规则中的名称都没有着落。",
    bad: "【政策】\n名称：示例办法；\n引用：医保词汇。\n【完】\n第一条　示例。\n",
    good: "【政策】\n名称：示例办法；\n引用：无。\n【完】\n第一条　示例。\n",
  },
  "unreadable-metadata": {
    severity: "error",
    message: "政策信息“{key}”的内容“{value}”无法识别，应当是{expected}。",
    why: "文件是否有效、从哪一天起有效，由这些日期决定。",
    bad: "【政策】\n名称：示例办法；\n印发日期：去年年底。\n【完】\n第一条　示例。\n",
    good: "【政策】\n名称：示例办法；\n印发日期：2025年1月24日。\n【完】\n第一条　示例。\n",
  },
  "quote-not-found": {
    severity: "error",
    message: "依据「{quote}」不在{place}的原文中。{hint}",
    why: "每个结果都要引用作出决定的原文，引文必须能够在原文中找到。",
    bad: exampleFile("【规则】退出\n医药机构业务量为0笔的，纳入退出，依据「业务量太少」。"),
    good: exampleFile("【规则】退出\n医药机构业务量为0笔的，纳入退出，依据「业务量过少」。"),
  },
  "quote-without-provision": {
    severity: "error",
    message: "依据「{quote}」前面没有条文，找不到它引用的原文。请把这一块移到所依据的条文下面。",
    why: "规则块写在所依据的条文下面，依据才有着落。",
    bad: exampleFile(
      "【规则】退出\n医药机构业务量为0笔的，纳入退出。",
      "【参数】整改期限\n单位为日，由未明确确定，依据「整改期限」。",
    ),
    good: exampleFile(
      "【规则】退出\n医药机构业务量为0笔的，纳入退出。",
      "【参数】整改期限\n单位为日，由未明确确定。",
    ),
  },
  "unresolved-citation": {
    severity: "error",
    message: "“{citation}”不能确定所指的条文：{problem}",
    why: "例外要指明不受哪一条限制，指不到条文的例外不会生效。",
    bad: exampleFile(
      "【规则】退出\n医药机构业务量为0笔的，纳入退出。\n【例外】公立\n经营性质为公立的医药机构，不受第九条限制。",
    ),
    good: exampleFile(
      "【规则】退出\n医药机构业务量为0笔的，纳入退出。\n【例外】公立\n经营性质为公立的医药机构，不受第一条限制。",
    ),
  },
} as const satisfies DiagnosticTable;

export const reportResolve = reporter(resolveDiagnostics);
