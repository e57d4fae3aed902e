import type { DiagnosticTable } from "../../../language/index.ts";
import { exampleFile } from "../../resolve/example.ts";

const rule = (condition: string, declarations = ""): string =>
  exampleFile(`【规则】退出\n医药机构${condition}的，纳入退出。`, declarations);

/** Types, units, dates and arithmetic. */
export const valueDiagnostics = {
  "types-differ": {
    severity: "error",
    message: "左边是{left}，右边是{right}，两者不能比较。",
    why: "不同类型的值没有大小和是否相同可言。",
    bad: rule("业务量为民营").replace("为民营", "低于复核日期"),
    good: rule("业务量低于10笔"),
  },
  "units-differ": {
    severity: "error",
    message: "{left}，{right}，{why}不能比较。请核对写的是不是这个字段、这个单位。",
    why: "面积和长度、日和月之间没有换算；笔和张各计各的数。",
    bad: rule("业务量低于10张"),
    good: rule("业务量低于10笔"),
  },
  "date-beside-period": {
    severity: "error",
    message: "“{date}”是日期，“{period}”是期间，不能直接比较。从这一天起算的，请写“{meant}”。",
    why: "日期没有长短。写明“自……起”，才知道期间从哪一天算到基准日。",
    bad: rule("复核日期超过30日"),
    good: rule("自复核日期起超过30日"),
  },
  "unit-missing": {
    severity: "error",
    message: "“{words}”没有写单位，应当写作“{words}{unit}”。",
    why: "没有单位的数可以有不同的理解，例如10元和10万元。",
    bad: rule("业务量低于10"),
    good: rule("业务量低于10笔"),
  },
  "share-without-percent": {
    severity: "error",
    message: "百分比字段与“{words}”比较，是否指“{words}％”？",
    why: "5和5％相差一百倍。",
    bad: rule("使用率低于80"),
    good: rule("使用率低于80％"),
  },
  "units-do-not-combine": {
    severity: "error",
    message: "{left}不能{word}{right}。",
    why: "相加减的两个数须有相同的单位，相乘除的结果须有单位可言。",
    bad: rule("业务量加床位数低于10笔"),
    good: rule("业务量加上年业务量低于10笔"),
  },
  "number-expected": {
    severity: "error",
    message: "{what}需要数值，而“{words}”是{found}。",
    why: "只有数值可以计算、计数和排名。",
    bad: rule("业务量加机构类别低于10笔"),
    good: rule("业务量加上年业务量低于10笔"),
  },
  "date-expected": {
    severity: "error",
    message: "这里需要日期，而“{words}”是{found}。",
    why: "“距……已满”从一个日期算起。",
    bad: rule("距业务量已满2年"),
    good: rule("距复核日期已满2年"),
  },
  "period-expected": {
    severity: "error",
    message: "这里需要以日、月或者年为单位的期间，而“{words}”是{found}。",
    why: "期间按照民法典第二百零一条至第二百零三条计算；工作日的期限目前不能计算。",
    bad: rule("距复核日期已满2公里"),
    good: rule("距复核日期已满2年"),
  },
  "distance-expected": {
    severity: "error",
    message: "距离需要以米或者公里为单位，而“{words}”是{found}。",
    why: "步行时间不是距离，按多长的路程计算须由文件或者参数写明。",
    bad: exampleFile("【规则】新增\n定点申请步行15分钟内有药店的，不得新增定点。"),
    good: exampleFile("【规则】新增\n定点申请步行1.5公里内有药店的，不得新增定点。"),
  },
  "value-expected": {
    severity: "error",
    message: "“{words}”不是一个值，这里需要数值、日期或者取值。",
    why: "比较的两边都要是值。",
    bad: rule("业务量低于具备追溯码且提出续签申请").replace(
      "低于具备追溯码且提出续签申请",
      "低于（具备追溯码且提出续签申请）",
    ),
    good: rule("业务量低于业务量标准"),
  },
  "condition-expected": {
    severity: "error",
    message: "“{words}”是{found}，这里需要条件。请写明与什么比较，例如“低于”“为”。",
    why: "条件要能够判断真假；数值本身不是条件。",
    bad: rule("业务量"),
    good: rule("业务量为0笔"),
  },
  "left-side-missing": {
    severity: "error",
    message: "“{words}”没有写明是什么。请在前面写上字段。",
    why: "单写一个数，不知道与哪个字段比较。",
    bad: rule("提出续签申请且低于10笔"),
    good: rule("提出续签申请且业务量低于10笔"),
  },
  "boolean-value": {
    severity: "error",
    message: "“{words}”只有是和否，请写“{words}”或者“未{words}”。",
    why: "是否字段不与其他值比较。",
    bad: rule("提出续签申请为10笔"),
    good: rule("未提出续签申请"),
  },
  "enumeration-without-order": {
    severity: "error",
    message: "“{name}”的取值（{values}）没有高低次序，不能写“{word}”。请在声明中写明“由高到低为”。",
    why: "没有次序的取值只有相同和不同。",
    bad: rule("经营性质民营以上"),
    good: rule("医院等级二级以上"),
  },
  "value-outside-order": {
    severity: "error",
    message: "“{value}”不在次序（{order}）之内，不能比较高低。",
    why: "次序外的取值不高于也不低于任何取值。",
    bad: rule("医院等级高于未定级"),
    good: rule("医院等级高于一级"),
  },
  "approximate-rule": {
    severity: "error",
    message: "“{word}”只能用在【断言】中。规则须写明界限。",
    why: "约等于按所写的位数四舍五入比较，不能作为规则的界限。",
    bad: rule("业务量约等于10笔"),
    good: rule("业务量等于10笔"),
  },
  "constant-expected": {
    severity: "error",
    message: "“{words}”要计算才能得出，这里需要直接写出的值。",
    why: "参数、用例和认定的取值须直接写明。",
    bad: exampleFile(
      "【用例】没有业务\n设医药机构「甲」：业务量为业务量标准；\n则「甲」退出成立。\n【规则】退出\n医药机构业务量为0笔的，纳入退出。",
    ),
    good: exampleFile(
      "【用例】没有业务\n设医药机构「甲」：业务量为0笔；\n则「甲」退出成立。\n【规则】退出\n医药机构业务量为0笔的，纳入退出。",
    ),
  },
  "value-of-other-type": {
    severity: "error",
    message: "“{words}”是{found}，这里需要{expected}。",
    why: "参数、用例和认定的取值，类型和单位须与声明的一致。",
    bad: exampleFile(
      "【规则】整改\n医药机构距复核日期已满复核年限的，限期整改。",
      "【参数】复核年限\n单位为年，由市医疗保障局确定。自2025年1月1日起为30日。",
    ),
    good: exampleFile(
      "【规则】整改\n医药机构距复核日期已满复核年限的，限期整改。",
      "【参数】复核年限\n单位为年，由市医疗保障局确定。自2025年1月1日起为2年。",
    ),
  },
  "too-many-decimals": {
    severity: "error",
    message: "“{words}”的小数位数太多，声明为最多{places}位。",
    why: "字段声明几位小数，数据和用例就只能写几位，各处计算才一致。",
    bad: exampleFile(
      "【规则】退出\n医药机构使用率低于合格线的，纳入退出。",
      "【参数】合格线\n类型为百分比，由市医疗保障局确定。自2025年1月1日起为80.12345678％。",
    ),
    good: exampleFile(
      "【规则】退出\n医药机构使用率低于合格线的，纳入退出。",
      "【参数】合格线\n类型为百分比，由市医疗保障局确定。自2025年1月1日起为80.1234％。",
    ),
  },
  "same-as-what": {
    severity: "error",
    message: "“{words}”没有可以比较的另一方。“相同”只能用在“有……的机构”之中。",
    why: "“机构类别相同”比较的是所查找的机构与正在判断的记录。",
    bad: rule("机构类别相同"),
    good: rule("所在县区内有机构类别相同的药店"),
  },
  "nothing-to-be-same": {
    severity: "error",
    message: "正在判断的“{object}”没有“{field}”，无法比较是否相同。",
    why: "两边都有的字段才能比较。",
    bad: exampleFile("【规则】新增\n定点申请步行1.5公里内有医院等级相同的医院的，不得新增定点。"),
    good: exampleFile("【规则】新增\n定点申请步行1.5公里内有经营性质相同的医院的，不得新增定点。"),
  },
  "mean-of-what": {
    severity: "error",
    message: "“{words}”不能确定是什么的平均。请写成“某字段高于全市平均水平”。",
    why: "平均水平是所比较的字段在全部记录中的平均数。",
    bad: rule("业务量加平均水平低于10笔"),
    good: rule("业务量低于全市平均水平"),
  },
  "no-last-year": {
    severity: "error",
    message: "“{words}较上年增长”需要字段“{field}”，没有声明。",
    why: "增长率由本年和上年两个数算出。",
    bad: rule("结算额较上年增长超过10％"),
    good: rule("业务量较上年增长超过10％"),
  },
  "no-population": {
    severity: "error",
    message: "“每万人”需要“{object}”有字段“{field}”，没有声明。",
    why: "每万人的数量按常住人口计算。",
    bad: rule("每万人业务量低于10笔"),
    good: exampleFile("【规则】整改\n县区每万人药店低于2家的，限期整改。"),
  },
  "rank-amount": {
    severity: "error",
    message: "名次需要百分比或者名数，而“{words}”是{found}。",
    why: "“后5％”“前10名”才能确定到哪一名。",
    bad: rule("业务排名位于后5公里", "【排名】业务排名\n医药机构按照业务量由高到低排名；仍相同的，并列。"),
    good: rule("业务排名位于后5％", "【排名】业务排名\n医药机构按照业务量由高到低排名；仍相同的，并列。"),
  },
  "cannot-round-unit": {
    severity: "error",
    message: "以“{unit}”为单位的数不能按小数位取整。",
    why: "这个单位与基本单位不是十进换算，取整的位数没有意义。",
    bad: rule("占地面积四舍五入到1位小数低于10亩").replace(
      "上年业务量：整数（笔）；",
      "上年业务量：整数（笔）；\n占地面积：数值（亩）；",
    ),
    good: rule("占地面积低于10亩").replace(
      "上年业务量：整数（笔）；",
      "上年业务量：整数（笔）；\n占地面积：数值（亩）；",
    ),
  },
  "wrong-arguments": {
    severity: "error",
    message: "“{word}”后面括号里的内容不对，应当写作“{expected}”。",
    why: "计数要写对象，求和、平均、最大、最小还要写字段。",
    bad: rule("数量（全市药店，业务量，床位数）低于10家"),
    good: rule("数量（全市药店）低于10家"),
  },
  "parameter-region": {
    severity: "error",
    message: "参数“{name}”的取值是否按“{region}”，声明与取值不一致。",
    why: "按地区取值的参数，每个取值都要写明地区；不按地区的，不写地区。",
    bad: exampleFile(
      "【规则】退出\n医药机构业务量低于县区标准的，纳入退出。",
      "【参数】县区标准\n单位为笔，按县区。自2025年1月1日起为10笔。",
    ),
    good: exampleFile(
      "【规则】退出\n医药机构业务量低于统一标准的，纳入退出。",
      "【参数】统一标准\n单位为笔。自2025年1月1日起为10笔。",
    ),
  },
  "parameter-twice": {
    severity: "error",
    message: "参数“{name}”在同一日期有两个取值。",
    why: "同一天只能有一个值。",
    bad: exampleFile(
      "【规则】退出\n医药机构业务量低于统一标准的，纳入退出。",
      "【参数】统一标准\n单位为笔。自2025年1月1日起为10笔。自2025年1月1日起为12笔。",
    ),
    good: exampleFile(
      "【规则】退出\n医药机构业务量低于统一标准的，纳入退出。",
      "【参数】统一标准\n单位为笔。自2025年1月1日起为10笔。自2026年1月1日起为12笔。",
    ),
  },
} as const satisfies DiagnosticTable;
