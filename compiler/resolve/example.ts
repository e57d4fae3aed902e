/**
 * The small policy that examples of findings are written into: two kinds of records, measures and a
 * parameter, one article; `tail` is official text behind the blocks. Every example stays a complete file that a reader can paste.
 */
export const exampleFile = (blocks: string, declarations = "", tail = ""): string => `【政策】
名称：示例办法。
【对象】县区
常住人口：整数（人）；
基金当期结余：金额；
情况未改善：是否。
【对象】医药机构
机构类别：医院、药店；
经营性质：公立、民营；
医院等级：由高到低为三级、二级、一级，次序外为未定级；
业务量：整数（笔）；
上年业务量：整数（笔）；
床位数：整数（张）；
结算额：金额；
使用率：百分比；
复核日期：日期；
提出续签申请：是否；
具备追溯码：是否；
位置：坐标（CGCS2000）；
所在县区：县区。
【对象】定点申请
申请类别：医院申请、药店申请；
经营性质：公立、民营；
列入重点项目：是否；
位置：坐标（CGCS2000）；
所在县区：县区。
【措施】
纳入退出、限期整改、新增定点。
【参数】业务量标准
单位为笔，由市医疗保障局确定。
${declarations === "" ? "" : `${declarations}\n`}【完】
第一条　医药机构业务量过少的，应当纳入退出范围。
${blocks === "" ? "" : `${blocks}\n【完】\n`}${tail}`;
