import type { OutlineNode } from "../../worker/worker-api.ts";
import type { IconName } from "../icon/icons.ts";

type ProvisionState = NonNullable<OutlineNode["state"]>;

/** How a state is shown: picture, letter and word, so that no colour is needed to tell them apart. */
export const STATE_MARKS = {
  已编码: { icon: "check", letter: "编", tone: "good", meaning: "写有规则，或者由规则引用了原文" },
  宣示: { icon: "book", letter: "宣", tone: "soft", meaning: "宣示性内容，不必写规则" },
  程序: { icon: "list", letter: "程", tone: "soft", meaning: "程序性内容，不必写规则" },
  需裁量: { icon: "law", letter: "裁", tone: "soft", meaning: "由有权机关裁量" },
  引用: { icon: "link", letter: "引", tone: "soft", meaning: "引用其他文件或者条款" },
  未转译: { icon: "dash", letter: "略", tone: "soft", meaning: "说明了不转译的理由" },
  部分处理: { icon: "circle-slash", letter: "部", tone: "warn", meaning: "下面还有未处理的条款" },
  未处理: { icon: "circle", letter: "未", tone: "warn", meaning: "还没有写规则，也没有说明" },
} as const satisfies Readonly<
  Record<
    ProvisionState,
    {
      readonly icon: IconName;
      readonly letter: string;
      readonly tone: "good" | "soft" | "warn";
      readonly meaning: string;
    }
  >
>;

export const WORST_MARKS = {
  error: { icon: "error", tone: "bad", words: "有错误" },
  warning: { icon: "warning", tone: "warn", words: "有警告" },
  info: { icon: "info", tone: "soft", words: "有提示" },
} as const satisfies Readonly<
  Record<
    NonNullable<OutlineNode["worst"]>,
    { readonly icon: IconName; readonly tone: string; readonly words: string }
  >
>;
