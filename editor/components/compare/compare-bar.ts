import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { DocumentChoice } from "../../state/comparison/choices.ts";
import { solverOffer } from "../../state/comparison/solver-offer.ts";
import type { Studio } from "../../state/studio.ts";
import { decodeText } from "../../state/text-codec.ts";
import { shared } from "../../style/shared.ts";
import "../icon/icon.ts";
import { chosenIn, isTicked } from "./controls.ts";

const OPEN = "打开文件…";
/** Larger texts are no official documents. */
const LARGEST = 4_000_000;

/** Chooses what is compared, starts it, and shows how far it is. */
@customElement("tw-compare-bar")
export class CompareBar extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
        flex: none;
        container-type: inline-size;
      }
      .bar {
        flex-wrap: wrap;
        row-gap: var(--space-1);
      }
      .sides {
        display: flex;
        flex: 1 1 380px;
        align-items: center;
        gap: var(--space-1);
        min-width: 0;
        max-width: 860px;
      }
      .sides select {
        flex: 1 1 0;
        min-width: 80px;
        text-overflow: ellipsis;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
        min-width: 0;
        white-space: nowrap;
      }
      .sides label {
        flex: 1 1 0;
      }
      .busy {
        display: flex;
        flex: 1 1 260px;
        align-items: center;
        gap: var(--space-2);
      }
      input[type="checkbox"] {
        min-height: 0;
        margin: 0;
        accent-color: var(--accent);
      }
      progress {
        flex: 1 1 80px;
        min-width: 60px;
        height: 8px;
        accent-color: var(--accent);
      }
      .words {
        white-space: nowrap;
      }
      @container (max-width: 720px) {
        .sides {
          flex-basis: 300px;
        }
        .full {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;

  protected override render(): unknown {
    const { comparison } = this.studio;
    const [left, right] = [comparison.left.get(), comparison.right.get()];
    const refusal = refusalOf(left, right);
    const progress = comparison.progress.get();
    return html`<div class="bar" role="group" aria-label="选择要比较的文件">
      <div class="sides">
        ${this.#select("left", "前")}
        <button
          class="quiet"
          type="button"
          aria-label="互换两边的文件"
          title="互换两边的文件"
          @click=${() => comparison.swap()}
        >
          <tw-icon name="swap"></tw-icon>
        </button>
        ${this.#select("right", "后")}
      </div>
      <label title="用两份政策各自随附的登记数据核对，列出结果有改变的记录"
        ><span class="soft full">登记数据</span
        ><select @change=${(event: Event) => comparison.useData(chosenIn(event) === "bundled")}>
          <option value="bundled" ?selected=${comparison.withData.get()}>各自随附数据</option>
          <option value="none" ?selected=${!comparison.withData.get()}>不用</option>
        </select></label
      >
      ${
        solverOffer() === "ready"
          ? html`<label title="本程序自身的判定方法未能判定的规则，再由第二求解程序判定"
              ><input
                type="checkbox"
                .checked=${comparison.second.get()}
                @change=${(event: Event) => comparison.useSecond(isTicked(event))}
              />未能判定时再用第二求解程序（较慢）</label
            >`
          : nothing
      }
      ${
        progress === null
          ? html`<button
              class="primary"
              type="button"
              ?disabled=${refusal !== null}
              title=${refusal ?? "比较两份文件的文字、规则和效果"}
              @click=${() => void comparison.compare()}
            >
              <tw-icon name="diff"></tw-icon>${comparison.comparison.get() === null ? "比较" : "重新比较"}
            </button>`
          : this.#busy(progress)
      }
    </div>`;
  }

  #busy({
    done,
    total,
    words,
  }: {
    readonly done: number;
    readonly total: number;
    readonly words: string;
  }): unknown {
    const isKnown = total > 0;
    return html`<div class="busy">
      <span class="words" role="status">${words}</span>
      <progress
        aria-label="比较进度"
        max=${isKnown ? total : nothing}
        value=${isKnown ? done : nothing}
      ></progress>
      <button type="button" @click=${() => this.studio.comparison.cancel()}>
        <tw-icon name="debug-stop"></tw-icon>取消
      </button>
    </div>`;
  }

  #select(side: "left" | "right", title: string): unknown {
    const { comparison } = this.studio;
    const chosen = comparison[side].get();
    const choices = comparison.choices.get();
    const option = ({ path, name }: DocumentChoice): unknown =>
      html`<option value=${path} ?selected=${path === chosen} title=${path}>${name}</option>`;
    return html`<label title=${chosen ?? ""}
      ><span class="soft">${title}</span
      ><select
        aria-label=${side === "left" ? "前一份文件" : "后一份文件"}
        .value=${chosen ?? ""}
        @change=${(event: Event) => {
          const path = chosenIn(event);
          if (path !== OPEN) comparison.choose(side, path);
          else {
            chosenIn(event, chosen ?? "");
            void this.#open(side);
          }
        }}
      >
        ${choices.some(({ path }) => path === chosen) ? nothing : html`<option value="" selected>请选择</option>`}
        ${(["政策", "公文文字", "从文件打开"] as const).map((group) => {
          const own = choices.filter((choice) => choice.group === group);
          return own.length === 0 ? nothing : html`<optgroup label=${group}>${own.map(option)}</optgroup>`;
        })}
        <option value=${OPEN}>${OPEN}</option>
      </select></label
    >`;
  }

  async #open(side: "left" | "right"): Promise<void> {
    const { studio } = this;
    const file = await chooseFile();
    if (file === null) return;
    if (file.size > LARGEST) {
      studio.notify("bad", `“${file.name}”太大，不是一份公文的文字。请选择 4 MB 以内的文件。`);
      return;
    }
    const text = decodeText(new Uint8Array(await file.arrayBuffer()));
    if (text.trim() === "" || text.includes("\0")) {
      studio.notify("bad", `“${file.name}”不是文字文件。请选择 .tiaowen 或者 .txt 文件。`);
      return;
    }
    studio.comparison.open(side, file.name, text);
  }
}

const refusalOf = (left: string | null, right: string | null): string | null => {
  if (left === null || right === null) return "请先在两边各选一份文件";
  return left === right ? "两边是同一份文件，请另选一份" : null;
};

/** Asks for one file; null where the choice was closed. */
const chooseFile = (): Promise<File | null> => {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".tiaowen,.txt,.md";
  const { promise, resolve } = Promise.withResolvers<File | null>();
  input.addEventListener("change", () => resolve(input.files?.[0] ?? null));
  input.addEventListener("cancel", () => resolve(null));
  input.click();
  return promise;
};

declare global {
  interface HTMLElementTagNameMap {
    "tw-compare-bar": CompareBar;
  }
}
