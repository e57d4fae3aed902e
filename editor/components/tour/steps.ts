import type { Layout, NarrowView } from "../../state/settings-model.ts";

export interface TourStep {
  /** Part of the window that it speaks of, as marked there. */
  readonly part: "outline" | "editor" | "lower" | "side" | "bar";
  readonly title: string;
  readonly words: string;
  readonly unfold: Partial<Layout>;
  readonly narrowView: NarrowView;
}

export const STEPS: readonly TourStep[] = [
  {
    part: "outline",
    title: "目录",
    words: "这里列出公文的章、条、款、项。每条后面的标记说明是否已经处理；点“未处理”，只看还没有处理的条款。",
    unfold: { outlineFolded: false },
    narrowView: "outline",
  },
  {
    part: "editor",
    title: "条文",
    words: "公文正文原样保留，规则写在所依据的条文下面。输入汉字、全拼或者首字母，都会提示可用的词和句式。",
    unfold: {},
    narrowView: "text",
  },
  {
    part: "lower",
    title: "核对",
    words: "在“核对”中打开登记数据，按基准日逐户核对。问题、地图和用例也在这里。",
    unfold: { lowerFolded: false },
    narrowView: "lower",
  },
  {
    part: "side",
    title: "解释",
    words: "选一条结果，这里说明为什么、还缺什么、差多少，也可以试改。“批注”供法制人员写意见。",
    unfold: { sideFolded: false },
    narrowView: "side",
  },
  {
    part: "bar",
    title: "查找命令和保存",
    words:
      "按 Ctrl+K 查找命令，输入数字转到第几条。修改随时自动备份，按 Ctrl+S 保存。“帮助”中有完整的语言参考。",
    unfold: {},
    narrowView: "text",
  },
];
