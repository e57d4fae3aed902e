import type { DiagnosticTable } from "../../../language/index.ts";
import { exampleFile } from "../../resolve/example.ts";

const fine = exampleFile("【规则】退出\n医药机构业务量为0笔的，纳入退出。");

/** Names that mean nothing, or more than one thing, where they stand. */
export const nameDiagnostics = {
  "unknown-name": {
    severity: "error",
    message: "“{name}”：{what}。{hint}",
    why: "规则只能使用声明过的名称，写错一个字就不是同一个名称。",
    bad: exampleFile("【规则】退出\n医药机构「业务总量」为0笔的，纳入退出。"),
    good: fine,
  },
  "no-such-record": {
    severity: "error",
    message: "“该{name}”在这里没有所指：前面没有说到“{name}”，也没有字段指向它。",
    why: "“该”“本”指前面说到的那一条记录。",
    bad: exampleFile("【规则】整改\n县区常住人口低于10000人，且该定点申请列入重点项目的，限期整改。"),
    good: exampleFile("【规则】整改\n医药机构业务量为0笔，且该县区的常住人口低于10000人的，限期整改。"),
  },
  "ambiguous-value": {
    severity: "error",
    message: "“{name}”是多个字段的取值：{fields}。请写明字段，例如“字段为{name}”。",
    why: "同一个取值属于几个字段时，单写取值不能确定是哪一个字段。",
    bad: exampleFile(
      "【规则】退出\n合格的养老机构，纳入退出。",
      "【对象】养老机构\n年检结果：合格、不合格；\n消防结果：合格、不合格。",
    ),
    good: exampleFile(
      "【规则】退出\n年检结果为合格的养老机构，纳入退出。",
      "【对象】养老机构\n年检结果：合格、不合格；\n消防结果：合格、不合格。",
    ),
  },
  "names-do-not-combine": {
    severity: "error",
    message: "“{left}”（{what}）后面不能直接接“{right}”。请补上连接的词，或者把两个名称分开写。",
    why: "两个名称连写时，须是“记录的字段”或者“字段和它的取值”。",
    bad: exampleFile("【规则】退出\n医药机构业务量床位数为0笔的，纳入退出。"),
    good: fine,
  },
  "no-region-for-parameter": {
    severity: "error",
    message: "参数“{name}”按“{region}”取值，但这里没有说到“{region}”，也没有唯一的字段指向它。",
    why: "按地区取值的参数，要知道是哪个地区的记录才能取值。",
    bad: exampleFile(
      "【规则】整改\n经办机构人数低于人数标准的，限期整改。",
      "【对象】经办机构\n人数：整数（人）。\n【参数】人数标准\n单位为人，按县区，由市医疗保障局确定。",
    ),
    good: exampleFile(
      "【规则】整改\n经办机构人数低于人数标准的，限期整改。",
      "【对象】经办机构\n人数：整数（人）；\n所在县区：县区。\n【参数】人数标准\n单位为人，按县区，由市医疗保障局确定。",
    ),
  },
  "not-a-region": {
    severity: "error",
    message: "“{words}”不是一条记录，不能作为范围或者主语。请写指向记录的字段，例如“所在县区”。",
    why: "“……内”前面要写一条具体的记录。",
    bad: exampleFile("【规则】新增\n定点申请列入重点项目，且业务量标准内没有药店的，可以新增定点。"),
    good: exampleFile("【规则】新增\n定点申请列入重点项目，且所在县区内没有药店的，可以新增定点。"),
  },
  "no-region-field": {
    severity: "error",
    message: "“{object}”没有指向“{region}”的字段，不能按“{region}”查找。请在【对象】中声明这样的字段。",
    why: "“县区内的药店”靠药店自己的“所在县区”字段来找。",
    bad: exampleFile(
      "【规则】整改\n医药机构所在县区内没有经办机构的，限期整改。",
      "【对象】经办机构\n人数：整数（人）。",
    ),
    good: exampleFile(
      "【规则】整改\n医药机构所在县区内没有经办机构的，限期整改。",
      "【对象】经办机构\n人数：整数（人）；\n所在县区：县区。",
    ),
  },
  "scope-unstated": {
    severity: "error",
    message:
      "没有写明在什么范围内查找“{words}”：可以是全市，也可以只是与这条“{subject}”记录有关的地方。请写明范围，例如“全市”“所在县区内”。",
    why: "范围不同，有没有、有几家就不同。只有查找的对象有唯一一个字段指向这个县区时，“县区没有药店”才不必另写范围。",
    bad: exampleFile("【规则】新增\n定点申请没有药店的，不得新增定点。"),
    good: exampleFile("【规则】新增\n定点申请全市没有药店的，不得新增定点。"),
  },
  "ambiguous-region-field": {
    severity: "error",
    message: "“{object}”有几个字段指向“{region}”：{fields}，不能确定按哪一个查找。",
    why: "注册地和经营地不同的机构，按哪一个算在县区内，结果不同。",
    bad: exampleFile(
      "【规则】整改\n县区内没有经办机构的，限期整改。",
      "【对象】经办机构\n注册县区：县区；\n办公县区：县区。",
    ).replace("县区内没有经办机构的", "医药机构所在县区内没有经办机构的"),
    good: exampleFile(
      "【规则】整改\n医药机构所在县区内没有经办机构的，限期整改。",
      "【对象】经办机构\n办公县区：县区。",
    ),
  },
  "subject-missing": {
    severity: "error",
    message: "“{words}”没有写明对象，从字段也不能唯一确定。请在句首写上对象，例如“定点医药机构”。",
    why: "不知道判断的是哪一种记录，规则就无法执行。",
    bad: exampleFile("【规则】退出\n经营性质为民营的，纳入退出。"),
    good: exampleFile("【规则】退出\n医药机构经营性质为民营的，纳入退出。"),
  },
  "noun-where-condition": {
    severity: "error",
    message: "“{words}”是一类记录的名称，这里说的是“{subject}”，需要写条件。",
    why: "条件要说明记录具有什么情况；另一种记录的名称不是它的情况。",
    bad: exampleFile("【规则】新增\n定点申请列入重点项目且药店的，可以新增定点。"),
    good: exampleFile("【规则】新增\n定点申请列入重点项目且所在县区内没有药店的，可以新增定点。"),
  },
  "noun-expected": {
    severity: "error",
    message: "“{word}”后面需要一类记录，例如“公立医院”，而“{words}”不是。",
    why: "数家数、求合计、排名都要先说明是哪一类记录。",
    bad: exampleFile("【规则】整改\n县区内至少有2家提出续签申请的，限期整改。").replace(
      "县区内",
      "医药机构所在县区内",
    ),
    good: exampleFile("【规则】整改\n医药机构所在县区内至少有2家提出续签申请的药店的，限期整改。"),
  },
  "time-window": {
    severity: "error",
    message:
      "“{words}”要按发生的时间统计，目前不能计算。请在【对象】中声明一个是否字段，例如“3年内有违规记录：是否”。",
    why: "一段时间内有没有发生，要有逐次的记录和日期才能算出。",
    bad: exampleFile("【规则】退出\n3年内有提出续签申请的医药机构，纳入退出。"),
    good: exampleFile("【规则】退出\n提出续签申请的医药机构，纳入退出。"),
  },
  "of-without-noun": {
    severity: "error",
    message: "“{words}”中“的”后面不是字段，也不是这类记录的名称，读不出意思。请改写这一句。",
    why: "“的”或者引出字段（所在县区的常住人口），或者引出名词（民营的医院）。",
    bad: exampleFile("【规则】退出\n医药机构业务量低于10笔的提出续签申请的，纳入退出。"),
    good: exampleFile("【规则】退出\n医药机构业务量低于10笔且提出续签申请的，纳入退出。"),
  },
  "not-a-class": {
    severity: "error",
    message: "“{words}”不是“{object}”的类别，不能写“属于”。",
    why: "“属于”后面写取值、定义过的类别或者名词。",
    bad: exampleFile("【规则】退出\n医药机构属于业务量标准的，纳入退出。"),
    good: exampleFile("【规则】退出\n医药机构属于民营医院的，纳入退出。"),
  },
  "two-readings": {
    severity: "error",
    message: "“{words}”有两种读法：{first}；{second}。请改写成只有一种读法的句子。",
    why: "两种读法意思不同时，不能由程序代为选择。",
    bad: exampleFile("【规则】新增\n定点申请步行1.5公里内有药店且具备追溯码的医院的，不得新增定点。"),
    good: exampleFile("【规则】新增\n定点申请步行1.5公里内有具备追溯码的医院的，不得新增定点。"),
  },
  "two-scopes": {
    severity: "error",
    message: "“{words}”写了两个范围，只能保留一个。",
    why: "两个范围是取交集还是任取其一，原句没有说明。",
    bad: exampleFile("【规则】新增\n定点申请所在县区内有步行1.5公里内的药店的，不得新增定点。"),
    good: exampleFile("【规则】新增\n定点申请步行1.5公里内有药店的，不得新增定点。"),
  },
  "which-ranking": {
    severity: "error",
    message: "不能确定按哪一个排名：已声明的排名有{count}个（{names}）。请在“位于”前面写明排名的名称。",
    why: "按不同的办法排名，名次不同。",
    bad: exampleFile("【规则】退出\n医药机构排名位于后5％的，纳入退出。"),
    good: exampleFile(
      "【规则】退出\n医药机构业务排名位于后5％的，纳入退出。",
      "【排名】业务排名\n医药机构按照业务量由高到低排名；仍相同的，并列。",
    ),
  },
} as const satisfies DiagnosticTable;
