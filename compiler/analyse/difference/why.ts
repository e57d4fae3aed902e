/** Why a proof was not reached, as a reader understands it. */
export const WHY = {
  aggregate: "合计、平均数等需要汇总全部记录的条件，尚不能证明。",
  ranking: "排名等需要比较全部记录的条件，尚不能证明。",
  product: "含有两个未知数相乘、相除的算式，尚不能证明。",
  period: "从一个未知日期算到另一个未知日期的期间，尚不能证明。",
  count: "数量标准本身未定的数量条件，尚不能证明。",
  value: "比较文本、坐标等内容的条件，尚不能证明。",
  many: "涉及的记录较多，超出能够逐一推演的范围，尚不能证明。",
  time: "在限定的时间内没有得出结论。",
  place: "同时涉及多处直线距离的条件，尚不能证明。",
} as const satisfies Record<string, string>;
