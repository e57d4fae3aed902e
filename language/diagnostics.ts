import { reporter, type DiagnosticTable } from "./diagnostic.ts";

const file = (blocks: string): string =>
  `【政策】\n名称：示例办法；\n【完】\n第一条 本办法适用于本市定点医药机构。\n${blocks}【完】\n`;

const object =
  "【对象】机构\n业务量：整数（笔）；\n主动退出：是否；\n等级：由高到低为三级、二级、一级。\n【措施】\n纳入退出、限期整改。\n";

/** What reading words and sentences can find. */
export const languageDiagnostics = {
  "undeclared-term": {
    severity: "error",
    message: "“{term}”没有声明，无法确定它指什么。{advice}",
    why: "规则中的名称（对象、字段、取值、参数、措施）都要先声明，才能知道数据里对应哪一项。写错一个字也会成为没有声明的词。",
    bad: file(`${object}【规则】退出\n机构业务量低于最低业务量标准的，纳入退出。\n`),
    good: file(
      `${object}【参数】最低业务量标准\n单位为笔，由未明确确定。\n【规则】退出\n机构业务量低于最低业务量标准的，纳入退出。\n`,
    ),
  },
  "unexpected-word": {
    severity: "error",
    message: "这里的{found}读不通：{expected}。",
    why: "规则要用固定的句式写，才能只有一种读法。读不通的一句不会执行，其他各句照常。",
    bad: file(`${object}【规则】退出\n机构业务量低于的，纳入退出。\n`),
    good: file(`${object}【规则】退出\n机构业务量低于10笔的，纳入退出。\n`),
  },
  "two-readings-of-words": {
    severity: "error",
    message: "“{run}”有两种断法：{first}；或者{second}。请用「」标出名称，写明是哪一种。",
    why: "同一串字断开的位置不同，意思就不同。系统不替起草人选择。",
    bad: file(
      "【对象】机构\n甲乙：是否；\n丙：整数；\n甲：是否；\n乙丙：整数。\n【措施】\n退出。\n【规则】退出\n机构甲乙丙低于10的，退出。\n",
    ),
    good: file(
      "【对象】机构\n甲乙：是否；\n丙：整数；\n甲：是否；\n乙丙：整数。\n【措施】\n退出。\n【规则】退出\n机构甲「乙丙」低于10的，退出。\n",
    ),
  },
  "unclosed-quote": {
    severity: "error",
    message: "“「”没有对应的“」”，这一行余下的文字都被当作引号里的内容。请在名称之后补上“」”。",
    why: "「」之间的文字一字不动。缺少一半，后面的句子就都成了名称的一部分。",
    bad: file(`${object}【规则】退出\n机构主动退出的，纳入退出，依据「本市定点。\n`),
    good: file(`${object}【规则】退出\n机构主动退出的，纳入退出，依据「本市定点」。\n`),
  },
  "stray-character": {
    severity: "error",
    message: "规则里不能用“{text}”这样的符号，已跳过。请删去，或者改用文字。",
    why: "规则只用汉字、字母、数字和常用标点，其他符号没有确定的含义。",
    bad: file(`${object}【规则】退出\n机构★主动退出的，纳入退出。\n`),
    good: file(`${object}【规则】退出\n机构主动退出的，纳入退出。\n`),
  },
  "invalid-date": {
    severity: "error",
    message: "“{text}”不是日历上有的日期。请核对年、月、日。",
    why: "期间从确定的日期起算，日期错了，结果就错了。",
    bad: file("【参数】标准\n单位为笔。\n自2025年2月30日起为10笔。\n"),
    good: file("【参数】标准\n单位为笔。\n自2025年2月28日起为10笔。\n"),
  },
  "nesting-too-deep": {
    severity: "error",
    message:
      "这一块里括号或者“有……的”套得太深（{depth}层，最多{limit}层），没有读取。请拆成几条，或者用（一）（二）列举。",
    why: "套得太深的句子读的人难以核对，执行时也没有必要。",
    bad: file(`${object}【规则】退出\n机构${"（".repeat(120)}主动退出${"）".repeat(120)}的，纳入退出。\n`),
    good: file(`${object}【规则】退出\n机构（主动退出）的，纳入退出。\n`),
  },
  "too-many-errors": {
    severity: "error",
    message:
      "这一块已有{count}句读不通，余下的没有再读。请先改正前面的句子；如果这里是公文原文，请在它前面写“【完】”。",
    why: "读不通的句子太多，多半是漏写了“【完】”，把公文原文当成了规则。",
    bad: file(`${object}【规则】退出\n${"机构低于的，纳入退出。\n".repeat(100)}`),
    good: file(`${object}【规则】退出\n机构主动退出的，纳入退出。\n`),
  },
  "missing-full-stop": {
    severity: "warning",
    message: "这一句末尾没有“。”。请补上句号。",
    why: "没有句号，下一句可能被连在这一句里读。",
    bad: file(`${object}【规则】退出\n机构主动退出的，纳入退出\n`),
    good: file(`${object}【规则】退出\n机构主动退出的，纳入退出。\n`),
  },
  "negated-name-clash": {
    severity: "warning",
    message:
      "声明的名称“{name}”等于“{negator}”加另一个名称“{other}”，写在句中时两者无法区分。请换一个名称，或者使用时一律写成「{name}」。",
    why: "“非涉农街道”可以是一个取值，也可以是“不是涉农街道”。两个名称并存，句子就有两种读法。",
    bad: file("【对象】机构\n区域类型：涉农街道、非涉农街道。\n"),
    good: file("【对象】机构\n区域类型：涉农街道、城区街道。\n"),
  },
  "name-is-keyword": {
    severity: "warning",
    message: "声明的名称“{name}”本身是规则用语，句中会被当作名称来读。请换一个更具体的名称。",
    why: "名称与“应当”“低于”这样的规则用语相同时，句子的含义会改变。",
    bad: file("【对象】机构\n低于：整数。\n"),
    good: file("【对象】机构\n低于平均的次数：整数。\n"),
  },
  "not-a-field": {
    severity: "error",
    message: "“{text}”不是字段。字段写成“名称：类型；”，如“年度医保业务量：整数（笔）；”。",
    why: "没有冒号，就不知道哪一部分是名称，哪一部分是类型。",
    bad: file("【对象】机构\n业务量整数。\n"),
    good: file("【对象】机构\n业务量：整数。\n"),
  },
  "missing-separator": {
    severity: "warning",
    message: "这一个字段后面没有“；”。请补上。",
    why: "字段之间用“；”隔开，才能在一行写几个，也不会与下一个连在一起读。",
    bad: file("【对象】机构\n业务量：整数\n名称：文本。\n"),
    good: file("【对象】机构\n业务量：整数；\n名称：文本。\n"),
  },
  "field-without-type": {
    severity: "error",
    message:
      "字段“{name}”没有写类型。请写明：文本、整数、数值、百分比、金额、日期、坐标、是否，或者列出各个取值，或者写另一个对象的名称。",
    why: "没有类型，就无法核对数据和比较大小。",
    bad: file("【对象】机构\n业务量：。\n"),
    good: file("【对象】机构\n业务量：整数。\n"),
  },
  "unknown-field-attribute": {
    severity: "warning",
    message:
      "字段括号里的“{text}”认不出，没有采用。可以写单位（笔、元）、小数位数（两位小数）、坐标系、“由……裁量”、“否为……”、“出处「……」”或者“说明：……”。",
    why: "认不出的说明不起作用，可能与起草人的本意不符。",
    bad: file("【对象】机构\n业务量：整数（每年填报）。\n"),
    good: file("【对象】机构\n业务量：整数（说明：每年填报）。\n"),
  },
  "block-without-name": {
    severity: "error",
    message: "“【{keyword}】”后面没有名称。请在同一行写上名称，如“【{keyword}】自然退出”。",
    why: "结果、用例和例外都按名称指明这一块。",
    bad: file(`${object}【规则】\n机构主动退出的，纳入退出。\n`),
    good: file(`${object}【规则】退出\n机构主动退出的，纳入退出。\n`),
  },
  "empty-block": {
    severity: "warning",
    message: "“【{keyword}】{name}”里没有内容。请写上内容，或者删去这一块。",
    why: "空的语句块不起作用，却会让人以为这里已经写了规则。",
    bad: file(`${object}【规则】退出\n`),
    good: file(`${object}【规则】退出\n机构主动退出的，纳入退出。\n`),
  },
  "entry-without-colon": {
    severity: "error",
    message: "“{text}”没有冒号，读不出是哪一项。请写成“项目：内容；”，如“地区：牡丹江市；”。",
    why: "文件的名称、地区、施行日期等都从这里读取。",
    bad: "【政策】\n名称：示例办法；\n地区甲市；\n【完】\n",
    good: "【政策】\n名称：示例办法；\n地区：甲市；\n【完】\n",
  },
  "unknown-note-status": {
    severity: "error",
    message: "“【说明】”开头要写明状态：宣示、程序、需裁量、引用或者未转译。这里写的是“{text}”。",
    why: "每一处原文要么写成规则，要么说明为什么不写。状态是固定的几种，才能统计。",
    bad: file("【说明】原则性规定\n"),
    good: file("【说明】宣示，理由：原则性规定。\n"),
  },
  "incomplete-reading": {
    severity: "error",
    message:
      "“【理解】”没有写完整：{missing}。请写成“【理解】「词语」”，下一行“读法一：……；读法二：……。采读法一，状态为暂拟。”。",
    why: "记录的理解要说明是哪几个字、有哪些读法、采用哪一种，结果才能注明依据的是哪一种读法。",
    bad: file("【理解】「等情况」\n读法一：列举已尽；读法二：未尽列举。\n"),
    good: file("【理解】「等情况」\n读法一：列举已尽；读法二：未尽列举。采读法一，状态为暂拟。\n"),
  },
  "list-without-items": {
    severity: "error",
    message: "“{words}”后面没有列出各项。请在句末写“：”，再逐项写（一）……；（二）……。",
    why: "写了“下列情形”而没有列举，条件就是空的。",
    bad: file(`${object}【规则】退出\n机构有下列情形之一的，纳入退出。\n`),
    good: file(
      `${object}【规则】退出\n机构有下列情形之一的，纳入退出：\n（一）主动退出；\n（二）业务量为0笔。\n`,
    ),
  },
  "items-without-list": {
    severity: "error",
    message: "这里列举了各项，前面却没有“下列情形之一”“下列条件”这样的话，不知道各项之间是“或者”还是“且”。",
    why: "列举的各项只要符合一项，还是要全部符合，必须写明。",
    bad: file(`${object}【规则】退出\n机构应当纳入退出：\n（一）主动退出；\n（二）业务量为0笔。\n`),
    good: file(
      `${object}【规则】退出\n机构有下列情形之一的，应当纳入退出：\n（一）主动退出；\n（二）业务量为0笔。\n`,
    ),
  },
  "statement-without-object": {
    severity: "error",
    message:
      "“{term}”前面没有写明是哪一种对象的。请写成“对象的{term}，……”，如“定点医药机构的管理类别，按照下列规定认定：”。",
    why: "认定和指标都是对某一种对象逐个得出的。不写对象，就不知道对哪些记录计算。",
    bad: file(
      `${object}【认定】管理类别\n管理类别，按照下列规定认定：\n（一）主动退出，为甲类；\n（二）其他的，为乙类。\n`,
    ),
    good: file(
      `${object}【认定】管理类别\n机构的管理类别，按照下列规定认定：\n（一）主动退出，为甲类；\n（二）其他的，为乙类。\n`,
    ),
  },
  "item-numbers": {
    severity: "warning",
    message: "各项的编号不连续：这里应为第{expected}项，写的是“{marker}”。请按顺序编号。",
    why: "结果按编号指明是哪一项。编号跳过或者重复，就说不清是哪一项。",
    bad: file(
      `${object}【规则】退出\n机构有下列情形之一的，纳入退出：\n（一）主动退出；\n（三）业务量为0笔。\n`,
    ),
    good: file(
      `${object}【规则】退出\n机构有下列情形之一的，纳入退出：\n（一）主动退出；\n（二）业务量为0笔。\n`,
    ),
  },
  "norm-without-action": {
    severity: "error",
    message: "这一句只有条件，没有写怎样处理。请在条件之后写明，如“，纳入自然退出”“，应当限期整改”。",
    why: "规则要有结果。只有条件的一句不产生任何结论。",
    bad: file(`${object}【规则】退出\n机构主动退出的。\n`),
    good: file(`${object}【规则】退出\n机构主动退出的，纳入退出。\n`),
  },
  "two-norms-in-sentence": {
    severity: "error",
    message:
      "“{words}”前面已经写了一项措施，这一句里有两组主体、条件和措施，分不清哪一组条件对应哪一项措施。请在“{words}”前面用“。”断开，分成两句，每一句都写明主体、条件和措施。",
    why: "一句话里的条件要全部符合，各项措施才一并适用。把两组连在一起写，就会变成两组条件都符合才适用。",
    bad: file(`${object}【规则】退出\n机构业务量低于10笔的，应当限期整改，主动退出的，纳入退出。\n`),
    good: file(`${object}【规则】退出\n机构业务量低于10笔的，应当限期整改。\n机构主动退出的，纳入退出。\n`),
  },
  "ranking-without-ties": {
    severity: "error",
    message: "排名没有写明名次相同时怎么办。请在后面写“；仍相同的，并列。”，或者写“抽签”“需裁量”。",
    why: "得分相同而没有规定，名次就不确定，同样的数据会得到不同的结果。",
    bad: file("【对象】机构\n得分：数值（分）。\n【排名】得分排名\n机构按照得分由高到低排名。\n"),
    good: file(
      "【对象】机构\n得分：数值（分）。\n【排名】得分排名\n机构按照得分由高到低排名；仍相同的，并列。\n",
    ),
  },
} as const satisfies DiagnosticTable;

export const reportLanguage = reporter(languageDiagnostics);
