import { css, html } from "lit";
import type { Status } from "../../worker/worker-api.ts";
import "../icon/icon.ts";
import { STATUS_LOOKS } from "./statuses.ts";

/** Picture and word of a result. */
export const statusMark = (status: Status, value: string | null = null): unknown => {
  const { icon, tone } = STATUS_LOOKS[status];
  return html`<span class="status ${tone}"
    ><tw-icon name=${icon}></tw-icon>${status}${value === null ? "" : `：${value}`}</span
  >`;
};

export const statusStyles = css`
  .status {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    vertical-align: bottom;
  }
  .status tw-icon {
    width: 14px;
    height: 14px;
  }
  .strong {
    color: var(--accent);
  }
  .muted {
    color: var(--muted);
  }
`;
