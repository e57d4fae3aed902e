import type { ComparedSideView } from "../../worker/worker-api.ts";

/** 修改前; 前者：某办法, because sentences below speak of 前者 and 后者. */
export const sideHead = ({ head, short }: ComparedSideView): string =>
  head === short ? head : `${short}：${head}`;
