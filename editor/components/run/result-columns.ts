import type { ResultOrder } from "../../worker/worker-api.ts";
import type { Column } from "./rows.ts";

const RECORD: Column = {
  key: "record",
  title: "编号与名称",
  width: "minmax(120px, 1.6fr)",
  isSortable: true,
};
const RULE: Column = { key: "rule", title: "规则", width: "minmax(100px, 1.2fr)", isSortable: true };
const STATUS: Column = { key: "status", title: "结果", width: "96px", isSortable: true };
const VALUE: Column = { key: "value", title: "内容", width: "minmax(90px, 1.4fr)", isSortable: true };
const LABEL: Column = { key: "label", title: "依据", width: "minmax(80px, 1fr)", wideOnly: true };
const REGION: Column = {
  key: "region",
  title: "地区",
  width: "minmax(70px, 0.7fr)",
  wideOnly: true,
  isSortable: true,
};

/** What stands in the title of the group is not said again in each row. */
export const columnsFor = (group: ResultOrder["group"]): readonly Column[] => COLUMNS[group];

const COLUMNS = {
  none: [RECORD, RULE, STATUS, VALUE, LABEL, REGION],
  rule: [RECORD, STATUS, VALUE, LABEL, REGION],
  region: [RECORD, RULE, STATUS, VALUE, LABEL],
  status: [RECORD, RULE, STATUS, VALUE, LABEL, REGION],
} as const satisfies Record<ResultOrder["group"], readonly Column[]>;
