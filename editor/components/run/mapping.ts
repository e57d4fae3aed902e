import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { shared } from "../../style/shared.ts";
import type { ColumnMapping, RegisterPreview } from "../../worker/worker-api.ts";
import { entered } from "./entered.ts";
import "../icon/icon.ts";
import {
  CERTAINTY_LOOKS,
  certaintyOf,
  fieldChoices,
  holdsField,
  holdsObject,
  SUPPLEMENTS,
} from "./mapping-model.ts";

type PreviewedFile = RegisterPreview["files"][number];

/** Which object each file holds and which field each column is, as suggested and as the reader decides. */
@customElement("tw-mapping")
export class Mapping extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
      }
      section {
        margin-bottom: var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        overflow-x: auto;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        padding: var(--space-1) var(--space-2);
        background: var(--ground);
        border-bottom: 1px solid var(--line);
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        height: var(--row);
        padding: 1px var(--space-2);
        border-bottom: 1px solid var(--line);
        text-align: start;
        font-weight: normal;
        vertical-align: middle;
      }
      tr:last-child > * {
        border-bottom: 0;
      }
      thead th {
        color: var(--ink-soft);
        font-size: var(--text-small);
      }
      th {
        white-space: nowrap;
      }
      td:nth-child(2) {
        width: 40%;
      }
      td select {
        width: 100%;
        min-width: 150px;
        min-height: 24px;
      }
      td.sample {
        width: 40%;
        max-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        color: var(--ink-soft);
      }
      .certainty {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) preview!: RegisterPreview;
  @property({ attribute: false }) mappings: readonly ColumnMapping[] = [];

  protected override render(): unknown {
    return this.preview.files.map((file, at) => this.#file(file, this.#mappingOf(file), at));
  }

  #mappingOf({ mapping }: PreviewedFile): ColumnMapping {
    return this.mappings.find(({ file }) => file === mapping.file) ?? mapping;
  }

  #file(file: PreviewedFile, mapping: ColumnMapping, at: number): unknown {
    const { objects } = this.preview;
    return html`<section aria-labelledby="file-${at}">
      <header>
        <tw-icon name="table"></tw-icon>
        <h2 id="file-${at}">${file.name}${file.sheet === null ? "" : `（工作表“${file.sheet}”）`}</h2>
        <span class="soft">${file.rows}行</span>
        <label
          >内容是
          <select
            .value=${live(mapping.holds ?? "")}
            @change=${(event: Event) => {
              const value = entered(event);
              this.#put({ ...holdsObject(mapping, value === "" ? null : value, objects) });
            }}
          >
            <option value="" ?selected=${mapping.holds === null}>不读取这个文件</option>
            <optgroup label="对象">
              ${objects.map(({ name }) => html`<option value=${name} ?selected=${mapping.holds === name}>${name}</option>`)}
            </optgroup>
            <optgroup label="补充资料">
              ${Object.keys(SUPPLEMENTS).map((name) => html`<option value=${name} ?selected=${mapping.holds === name}>${name}</option>`)}
            </optgroup>
          </select>
        </label>
        ${
          file.problem === null
            ? nothing
            : html`<span class="certainty bad"><tw-icon name="error"></tw-icon>${file.problem}</span>`
        }
      </header>
      ${mapping.columns.length === 0 || mapping.holds === null ? nothing : this.#columns(file, mapping)}
    </section>`;
  }

  #columns(file: PreviewedFile, mapping: ColumnMapping): unknown {
    const fields = fieldChoices(mapping.holds, this.preview.objects);
    return html`<table>
      <thead>
        <tr>
          <th scope="col">列名</th>
          <th scope="col">对应字段</th>
          <th scope="col">把握</th>
          <th scope="col">样例</th>
        </tr>
      </thead>
      <tbody>
        ${mapping.columns.map(({ heading, field }, at) => {
          const isSuggested =
            file.mapping.columns[at]?.field === field && file.mapping.holds === mapping.holds;
          const level = certaintyOf(field, isSuggested ? (file.certainty[at] ?? 0) : 1);
          const look = CERTAINTY_LOOKS[level];
          const sample = file.sample.map((row) => row[at] ?? "").filter((text) => text !== "");
          return html`<tr>
            <th scope="row">${heading === "" ? "（没有列名）" : heading}</th>
            <td>
              ${this.#choice(heading, field, fields, (chosen) => {
                this.#put(holdsField(mapping, at, chosen));
              })}
            </td>
            <td>
              <span class="certainty ${look.tone}"
                ><tw-icon name=${look.icon}></tw-icon>${isSuggested ? look.word : "由您指定"}</span
              >
            </td>
            <td class="sample" title=${sample.join("、")}>${sample.slice(0, 3).join("、")}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }

  #choice(
    heading: string,
    field: string | null,
    fields: ReturnType<typeof fieldChoices>,
    choose: (field: string | null) => void,
  ): unknown {
    const isKnown = field === null || fields.some(({ name }) => name === field);
    return html`<select
      aria-label="“${heading}”对应的字段"
      @change=${(event: Event) => {
        const value = entered(event);
        choose(value === "" ? null : value);
      }}
    >
      <option value="" ?selected=${field === null}>不读取</option>
      ${isKnown ? nothing : html`<option value=${field} selected>${field}</option>`}
      ${fields.map(
        ({ name, type }) =>
          html`<option value=${name} ?selected=${name === field}>
            ${name}${type === null ? "" : `（${type}）`}
          </option>`,
      )}
    </select>`;
  }

  #put(changed: ColumnMapping): void {
    const all = this.preview.files.map((file) => this.#mappingOf(file));
    const detail = all.map((each) => (each.file === changed.file ? changed : each));
    this.dispatchEvent(new CustomEvent("changed", { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-mapping": Mapping;
  }
}
