import { reporter, type Diagnostic } from "../../diagnostic.ts";
import type { Span } from "../../source.ts";
import { titleKind } from "../furniture.ts";
import { provisionAt } from "../provision-at.ts";
import { placeIn } from "./paragraph-place.ts";
import { otherPlace, placeOf } from "./place-of.ts";
import { isQuoted } from "./quoted-words.ts";
import type { TextLint } from "./text-lint.ts";

const catalogue = {
  "self-name-varies": {
    severity: "info",
    message: "文件自称前后不一：{where}写“{first}”，这里写“{found}”。请统一用一个。",
    why: "自称不一，读的人会以为说的是两份文件。",
    bad: "某市医疗保障定点工作指引\n\n一、本指引适用于本市。\n二、本工作指引自印发之日起执行。\n",
    good: "某市医疗保障定点工作指引\n\n一、本指引适用于本市。\n二、本指引自印发之日起执行。\n",
  },
} as const;

const report = reporter(catalogue);

/** 本指引 in one place and 本工作指引 in another. */
export const selfNameVaries: TextLint = {
  catalogue,
  check: (text) => {
    const { title } = text.document;
    const kind = title === null ? null : titleKind(title);
    if (kind === null || !/^[\u4e00-\u9fff]{1,4}$/.test(kind)) return [];
    const own = new RegExp(`本(?:工作|实施|暂行|试行|管理)?${kind}`, "g");
    const found: Diagnostic[] = [];
    let first: { readonly name: string; readonly place: Span } | null = null;
    for (const paragraph of text.paragraphs) {
      if (!paragraph.text.includes(kind)) continue;
      for (const match of paragraph.text.matchAll(own)) {
        if (isQuoted(paragraph.text, match.index)) continue;
        const place = placeIn(paragraph, match.index, match.index + match[0].length);
        first ??= { name: match[0], place };
        if (match[0] === first.name) continue;
        const provision = provisionAt(text.document, place.start);
        const where = placeOf(text.document, first.place.start);
        const values = { where, first: first.name, found: match[0] };
        const related = [otherPlace(text.document, first.place, `这里写“${first.name}”`)];
        const extras = provision === null ? { related } : { provision: provision.path, related };
        found.push(report("self-name-varies", text.document.source.name, place, values, extras));
      }
    }
    return found;
  },
};
