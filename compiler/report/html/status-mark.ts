import type { Status } from "../../model/outcome.ts";
import { STATUS_ORDER } from "../check-report.ts";
import { html } from "./markup.ts";
import type { Markup } from "./markup.ts";

export const STATUS_COLOUR = {
  冲突: "#7d1128",
  不符合: "#b3261e",
  成立: "#1d4e89",
  需裁量: "#9a6700",
  未知: "#6b6f76",
  未认定: "#6d4c91",
  符合: "#2e6b45",
  已认定: "#2e6b45",
  不成立: "#b9bfc7",
  不适用: "#dcdfe3",
} as const satisfies Record<Status, string>;

/** Pale statuses need dark letters. */
const LETTER_COLOUR: Partial<Record<Status, string>> = { 不成立: "#5f666e", 不适用: "#7a8087" };

export const statusMark = (status: Status): Markup =>
  html`<span class="status" style="color:${LETTER_COLOUR[status] ?? STATUS_COLOUR[status]}">${status}</span>`;

/** A bar of one rule's counts, with the same numbers in words below it. */
export const countBar = (counts: Readonly<Partial<Record<Status, number>>>): Markup => {
  const present = STATUS_ORDER.filter((status) => (counts[status] ?? 0) > 0);
  const total = present.reduce((sum, status) => sum + counts[status]!, 0);
  let offset = 0;
  const parts = present.map((status) => {
    const share = (counts[status]! * 100) / total;
    const part = html`<rect
      x="${offset.toFixed(3)}%"
      width="${share.toFixed(3)}%"
      height="12"
      fill="${STATUS_COLOUR[status]}"
    />`;
    offset += share;
    return part;
  });
  const words = present.map(
    (status) =>
      html`<span
        ><i class="dot" style="background:${STATUS_COLOUR[status]}"></i>${status} ${counts[status]!}</span
      >`,
  );
  return html`<svg class="counts" aria-hidden="true" preserveAspectRatio="none">${parts}</svg>
    <div class="legend">${words}</div>`;
};
