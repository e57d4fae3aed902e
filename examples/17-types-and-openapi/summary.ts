import type { Record充电站, Statuses充电站 } from "./types/示例市充电设施建设补助办法.types.ts";

/** 一座充电站的结果，写成一句话。 */
export const summary = (station: Record充电站, statuses: Statuses充电站): string =>
  `${station.编号}号${station.类型 ?? "类型不明的"}充电站：${inWords(statuses["建设补助"])}。`;

/** 没有写到的结果，编译时就会指出。 */
const inWords = (status: Statuses充电站["建设补助"]): string => {
  switch (status) {
    case "成立":
      return "给予建设补助";
    case "不成立":
      return "不给予建设补助";
    case "不适用":
      return "办法不适用";
    case "需裁量":
      return "由主管部门裁量";
    case "未知":
      return "材料不全，暂不能确定";
  }
};
