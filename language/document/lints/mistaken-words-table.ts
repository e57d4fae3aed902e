/** A word that is written for another one that sounds or looks like it. */
export interface MistakenWord {
  /** What stands in the text; alternatives with their surroundings where the characters may also be right. */
  readonly pattern: string;
  /** What should stand there: the words or the character to replace in what the pattern matches. */
  readonly right: Readonly<Record<string, string>>;
  readonly reason: string;
}

/** Surely wrong: no sentence of an official text means these words. */
export const MISTAKEN_WORDS: readonly MistakenWord[] = [
  {
    pattern: "(?<![报公被原警广转通申预布诬])告之(?![日后前时间内])",
    right: { 告之: "告知" },
    reason: "“告知”是使对方知道，后面不再用“之”。",
  },
  {
    pattern: "既使(?![^。；]{0,30}(?:又|也使))",
    right: { 既使: "即使" },
    reason: "表示让步用“即使”；“既”表示已经。",
  },
  {
    pattern: "按装(?![机修饰配备载卸箱运车潢填束订入])",
    right: { 按装: "安装" },
    reason: "“安”是装设的意思，“按”是依照的意思。",
  },
  {
    pattern: "做为(?![难人])",
    right: { 做为: "作为" },
    reason: "介词只写“作为”。",
  },
  {
    pattern: "布署|松驰|(?<![规示模])范筹|消毁|坚督|申述权|通迅|幅射",
    right: {
      布署: "部署",
      松驰: "松弛",
      范筹: "范畴",
      消毁: "销毁",
      坚督: "监督",
      申述权: "申诉权",
      通迅: "通讯",
      幅射: "辐射",
    },
    reason: "同音或者形近的字写错了。",
  },
  {
    pattern: "(?<!产)权利机关|权力义务",
    right: { 权利机关: "权力机关", 权力义务: "权利义务" },
    reason: "“权力”是职权，“权利”与“义务”相对。",
  },
  {
    pattern: "人民检查院",
    right: { 检查: "检察" },
    reason: "法律监督机关用“检察”。",
  },
  {
    pattern: "(?:冶理|冶疗|防冶|政冶|整冶|法冶)(?![金炼])",
    right: { 冶: "治" },
    reason: "“冶”只用于冶炼，多半是录入或者识别时认错了字。",
  },
  {
    pattern: "侯选|侯诊|侯车|侯补|等侯(?!某)",
    right: { 侯: "候" },
    reason: "等待用“候”；“侯”是姓氏和爵位。",
  },
  {
    pattern: "拔款|拔付|(?<![计规])划拔|选拨(?!款)",
    right: { 选拨: "选拔", 拔: "拨" },
    reason: "“拨”是发给，“拔”是挑选，两字形近。",
  },
  {
    pattern: "亨受|瞻养|前赡性|挡案|栽决|陪偿|(?<![究毕])竟(?:争|赛|价|聘|买|拍)",
    right: {
      亨: "享",
      瞻养: "赡养",
      前赡: "前瞻",
      挡: "档",
      栽: "裁",
      陪: "赔",
      竟: "竞",
    },
    reason: "形近的字写错了，多半是录入或者识别时认错了字。",
  },
  {
    pattern: "辩认|辩别|分辩率|答辨|辨护|辨论",
    right: { 辩: "辨", 辨: "辩" },
    reason: "区分用“辨”，说明理由用“辩”。",
  },
  {
    pattern: "[账帐册口名]薄(?![弱膜厚利薄])|登记薄(?!弱)",
    right: { 薄: "簿" },
    reason: "册子用“簿”；“薄”是不厚。",
  },
  {
    pattern:
      "(?<![期年月周季岁春夏秋冬始之本旬段终])末(?:经批准|经许可|经同意|按规定|按照|取得|履行)|未位淘汰|未端",
    right: { 末: "未", 未: "末" },
    reason: "“未”是没有，“末”是最后，两字形近。",
  },
  {
    pattern: "之曰起|工作曰",
    right: { 曰: "日" },
    reason: "“曰”是说，计算期限用“日”。",
  },
  {
    pattern: "过度(?:期(?=[内间满限，。的至为结])|阶段|安排|方案|办法)",
    right: { 过度: "过渡" },
    reason: "由一种办法转到另一种办法用“过渡”；“过度”是超过限度。",
  },
  {
    pattern: "必须品|生活必须(?=的)",
    right: { 必须: "必需" },
    reason: "“必须”是应当，后面是行为；不可缺少的东西用“必需”。",
  },
  {
    pattern: "脏款|贪脏|销脏|追脏",
    right: { 脏: "赃" },
    reason: "贪污、盗窃所得用“赃”。",
  },
];

/** Not wrong, but not what laws and norms write today. */
export const OLD_WORDS: readonly MistakenWord[] = [
  {
    pattern: "其它",
    right: { 其它: "其他" },
    reason: "现行法律统一用“其他”。",
  },
  {
    pattern: "帐[户号簿目务册款本单面]|[台入记转结对查做建呆坏总]帐(?![篷幕子户号簿目务册款本单面])",
    right: { 帐: "账" },
    reason: "立法技术规范要求，货币、账目方面的用语用“账”，不用“帐”。",
  },
  {
    pattern: "撤消",
    right: { 撤消: "撤销" },
    reason: "取消许可、决定、职务，法律用“撤销”。",
  },
  {
    pattern: "以盈利为目的|非盈利(?:性|医疗|机构|组织|法人)",
    right: { 盈利: "营利" },
    reason: "民法典用“营利”“非营利”，说的是设立的目的，不是有没有赚到钱。",
  },
  {
    pattern: "法人代表(?=[、，。；：（）签姓身的和或变承证])",
    right: { 法人代表: "法定代表人" },
    reason: "民法典用“法定代表人”，指依照法律或者章程代表法人的负责人。",
  },
  {
    pattern: "(?:成份|水份|养份|盐份|部份)(?!额)|(?:犯罪|不法|违法|积极|骨干|知识)份子",
    right: {
      份: "分",
    },
    reason: "表示组成、成员的，现在写“分”。",
  },
  {
    pattern: "交待|座落|身分证|签定|粘帖|(?:好|图|录|摄|影|肖)象(?!征)|(?<![恢反回修])复盖(?!章)",
    right: {
      交待: "交代",
      座落: "坐落",
      身分证: "身份证",
      签定: "签订",
      粘帖: "粘贴",
      象: "像",
      复盖: "覆盖",
    },
    reason: "这是同一个词的旧写法，现在通行后一种。",
  },
  {
    pattern: "截止(?:到|至)|截止(?:[0-9０-９一二][0-9０-９〇○零一二三四五六七八九]{3}年)",
    right: { 截止到: "截至", 截止至: "截至", 截止: "截至" },
    reason: "到某一时间为止用“截至”；“截止”是停止，后面不接时间。",
  },
  {
    pattern: "做出[^，。；、]{0,8}(?:决定|裁决|判决|裁定|认定|结论|处罚|答复|批复|承诺)",
    right: { 做出: "作出" },
    reason: "立法技术规范要求，与决定、裁决、解释等连用时用“作出”。",
  },
];
