import type { Studio } from "../../state/studio.ts";
import type { LayoutPart } from "../../worker/worker-api.ts";
import { placeOfCase } from "./case-place.ts";

/**
 * Puts a 用例 behind the blocks of a rule as the text stands now, as one step that can be undone. One of the same name
 * gets another one; where the same case stands there already, that is said and nothing is put in.
 */
export const insertCase = (studio: Studio, rule: string, block: string): void => {
  const text = studio.currentText;
  const editor = studio.editor.get();
  const layout = layoutNow(studio);
  if (text === null || editor === null || layout === null) return;
  const words = block.trim();
  const name = HEADER.exec(words)?.[1]?.trim() ?? "";
  if (text.text.includes(words)) {
    studio.notify("info", `这份政策中已有用例“${name}”，没有再插入。`);
    return;
  }
  const taken = new Set(layout.flatMap((part) => (part.keyword === "用例" ? (part.name ?? []) : [])));
  const free = freeName(name, taken);
  const offset = placeOfCase(layout, rule, text.text);
  const newText = `\n\n${words.replace(HEADER, `【用例】${free}`)}`;
  editor.apply(text.path, [{ span: { start: offset, end: offset }, newText }]);
  studio.reveal({ start: offset + 2, end: offset + newText.length }, true);
  studio.notify("good", `已插入用例“${free}”。`);
};

/** Where the blocks of the open text stand; null, and told, while that is only known of an older text. */
export const layoutNow = (studio: Studio): readonly LayoutPart[] | null => {
  const [found, text] = [studio.findings.get(), studio.currentText];
  if (found !== null && found.path === text?.path && found.version === text.version) return found.layout;
  studio.notify("info", "文字刚刚有修改，还没有重新检查。请稍候再插入用例。");
  return null;
};

const HEADER = /^【用例】(.*)$/mu;

const freeName = (name: string, taken: ReadonlySet<string>): string => {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}之${number}`;
  return free;
};
