import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { span, type Span } from "../../source.ts";
import type { OfficialLine } from "../official-lines.ts";
import { provisionAt } from "../provision-at.ts";
import { RESIDUE_FORMS, type ResidueForm } from "../residue.ts";
import { TEMPLATE_WORDS } from "./template-words.ts";
import { MOST_FINDINGS, type TextLint, type TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "editor-residue": {
    severity: "warning",
    message:
      "“{found}”是{name}，不是公文内容，可能是起草、复制时留下的。原文照旧保留；请对照正式文本，补上或者删去。",
    why: "残留的标记会混进条文，也会让编号认不出来。",
    bad: "一、工作措施\n[bookmark: _GoBack]（一）强化政策落实。各单位应当落实责任。\n",
    good: "一、工作措施\n（一）强化政策落实。各单位应当落实责任。\n",
  },
} as const;

const report = reporter(catalogue);

/** [bookmark: _GoBack], {{姓名}}, 错误！未找到引用源: what an editor or template left behind. */
export const editorResidue: TextLint = {
  catalogue,
  check: (text) => text.lines.flatMap((line) => checkLine(text, line)),
};

/** A line without any of these characters cannot hold residue. */
const SUSPICIOUS =
  /[[{$<&^_×╳✕\ufffd\u200b-\u200d\u2060\ue000-\uf8ff]|HYPERLINK|PAGEREF|MERGE|TOC|SEQ |STYLEREF|NUMPAGES|Error|错误|此处|在此|[请待](?:填|输|补|定|核|确|插|键|修|替)|x{2}|T[OB]D|Lorem|…{3}|\.{6}|·{6}/i;

const FORMS: readonly ResidueForm[] = [...RESIDUE_FORMS, ...TEMPLATE_WORDS];

const checkLine = (text: TextUnderReview, line: OfficialLine): Diagnostic[] => {
  if (!SUSPICIOUS.test(line.text)) return [];
  const found: Diagnostic[] = [];
  const taken: Span[] = [];
  for (const { pattern, name } of FORMS) {
    for (const match of line.text.matchAll(pattern)) {
      const at = line.start + match.index;
      const place = span(at, at + match[0].length);
      if (taken.some((other) => place.start < other.end && other.start < place.end)) continue;
      if (found.length === MOST_FINDINGS) return found;
      taken.push(place);
      const provision = provisionAt(text.document, line.end - 1);
      found.push(
        report(
          "editor-residue",
          text.document.source.name,
          place,
          { found: visible(match[0]), name },
          provision === null ? {} : { provision: provision.path },
        ),
      );
    }
  }
  return found;
};

const visible = (residue: string): string =>
  residue
    .slice(0, 40)
    .replace(
      /[\u200b-\u200d\u2060\ue000-\uf8ff]/g,
      (character) => `U+${character.charCodeAt(0).toString(16).toUpperCase()}`,
    );
