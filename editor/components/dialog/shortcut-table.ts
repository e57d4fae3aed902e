import { html } from "lit";
import { COMMANDS } from "../../commands/commands.ts";

/** Keys of the editor itself and of lists, which are no commands of the page. */
const OTHERS: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    "条文",
    [
      ...COMMANDS.flatMap(({ title, editorKeys }): (readonly [string, string])[] =>
        editorKeys === undefined ? [] : [[title, editorKeys]],
      ),
      ["让 Tab 键写入空白，再按一次恢复", "Ctrl+M"],
    ],
  ],
  [
    "目录、列表和表格",
    [
      ["上移、下移", "↑ ↓"],
      ["展开、收起", "→ ←"],
      ["转到所选的条款", "Enter"],
      ["到开头、到末尾", "Home End"],
    ],
  ],
];

/** Commands with their keys by group, then what has keys of its own. */
export const shortcutGroups = (): typeof OTHERS => {
  const groups = new Map<string, (readonly [string, string])[]>();
  for (const { group, title, keys } of COMMANDS) {
    if (keys === undefined) continue;
    groups.set(group, [...(groups.get(group) ?? []), [title, keys.join("　")]]);
  }
  return [...groups, ...OTHERS];
};

export const shortcutTable = (): unknown =>
  html`<table>
    ${shortcutGroups().map(
      ([group, rows]) =>
        html`<tbody>
          <tr>
            <th colspan="2" scope="rowgroup">${group}</th>
          </tr>
          ${rows.map(
            ([title, keys]) =>
              html`<tr>
                <td>${title}</td>
                <td><kbd>${keys}</kbd></td>
              </tr>`,
          )}
        </tbody>`,
    )}
  </table>`;
