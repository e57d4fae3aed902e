import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { span } from "../../source.ts";
import { titleKind } from "../furniture.ts";
import { provisionAt } from "../provision-at.ts";
import { isQuoted } from "./quoted-words.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "wrong-self-name": {
    severity: "warning",
    message:
      "文件的名称是“{title}”，这里却自称“{found}”，应为“{expected}”，或者另有所指。请用【理解】记明按哪一种读法执行；需要更正的，按程序更正公文。",
    why: "自称与文件名称不符，多半是套用别的文件留下的。“不受本意见限制”之类的规定，就不知道不受哪一份文件限制。",
    bad: "某市定点机构资源配置工作指引（试行）\n\n为优化资源配置，制定本指引。\n一、适用范围\n重点建设项目不受本意见限制。\n",
    good: "某市定点机构资源配置工作指引（试行）\n\n为优化资源配置，制定本指引。\n一、适用范围\n重点建设项目不受本指引限制。\n",
  },
} as const;

const report = reporter(catalogue);

/** The same finding where a 【理解】 of these words is written: the text still has it, nothing is asked for. */
export const recordedSelfName = (found: Diagnostic): Diagnostic =>
  found.code === "wrong-self-name"
    ? { ...found, message: found.message.replace("请用【理解】记明", "已用【理解】记明") }
    : found;

/** 本意见 in a 指引. The letter that encloses the document may speak of 本通知. */
export const wrongSelfName: TextLint = {
  catalogue,
  check: (text) => {
    const { title } = text.document;
    const kind = title === null ? null : titleKind(title);
    if (title === null || kind === null) return [];
    const allowed = new Set([kind, ...(text.letterTitle === null ? [] : [titleKind(text.letterTitle)])]);
    return text.paragraphs.flatMap(({ pieces }) =>
      pieces.flatMap((piece) => checkPiece(text, piece.start, piece.end, title, kind, allowed)),
    );
  },
};

const SELF =
  /本(?:工作|实施|暂行|试行)?(法|条例|办法|细则|指引|规定|规则|规范|规程|方案|意见|通知|决定|解释|准则)/g;

/** 基本规定, 版本规则: 本 belongs to the word before. */
const INSIDE_WORD = /[基根版文样成资日标原剧课]/;

/** 本法院, 本法定代表人, 本规定期限: the word goes on. */
const GOES_ON = /^[院人律定官庭令]/;

const checkPiece = (
  text: TextUnderReview,
  start: number,
  end: number,
  title: string,
  kind: string,
  allowed: ReadonlySet<string | null>,
): Diagnostic[] => {
  const source = text.document.source.text;
  const words = source.slice(start, end);
  const found: Diagnostic[] = [];
  SELF.lastIndex = 0;
  for (let match = SELF.exec(words); match !== null; match = SELF.exec(words)) {
    const self = match[1]!;
    const before = words[match.index - 1] ?? "";
    if (
      allowed.has(self) ||
      INSIDE_WORD.test(before) ||
      (self === "法" && GOES_ON.test(words.slice(SELF.lastIndex)))
    )
      continue;
    if (isQuoted(words, match.index) || words.startsWith("所称", match.index - 2)) continue;
    const at = start + match.index;
    const provision = provisionAt(text.document, at);
    found.push(
      report(
        "wrong-self-name",
        text.document.source.name,
        span(at, at + match[0].length),
        { title, found: match[0], expected: `本${kind}` },
        provision === null ? {} : { provision: provision.path },
      ),
    );
  }
  return found;
};
