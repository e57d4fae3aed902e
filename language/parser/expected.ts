import { EOF, type IParserErrorMessageProvider, type IToken, type TokenType } from "chevrotain";
import { KEYWORDS } from "../keywords.ts";
import { T } from "../lexer/tokens.ts";

/** How token types are called in messages. */
const LABELS = new Map<TokenType, string>([
  [T.AnyName, "名称"],
  [T.Comma, "“，”"],
  [T.Semicolon, "“；”"],
  [T.Colon, "“：”"],
  [T.Period, "“。”"],
  [T.Dun, "“、”"],
  [T.LeftParen, "“（”"],
  [T.RightParen, "“）”"],
  [T.Quantity, "数字"],
  [T.DateWord, "日期"],
  [T.Quoted, "「」引起来的名称或者文字"],
  [T.ReadingOption, "“读法一”这样的读法"],
  [T.Citation, "条文编号"],
  [EOF, "句子的结尾"],
]);

for (const [word, { token }] of Object.entries(KEYWORDS)) {
  const type = T[token];
  if (!LABELS.has(type)) LABELS.set(type, `“${word}”`);
}

const label = (type: TokenType): string => LABELS.get(type) ?? "名称";

/** Messages say only what was expected; the reporter puts the rest around it. */
export const expectedWords: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => `此处应为${label(expected)}`,
  buildNotAllInputParsedMessage: () => "这之后的话接不上前面的句子",
  buildNoViableAltMessage: ({ expectedPathsPerAlt }) => firstWords(expectedPathsPerAlt),
  buildEarlyExitMessage: ({ expectedIterationPaths }) => firstWords([expectedIterationPaths]),
};

const firstWords = (paths: readonly (readonly (readonly TokenType[])[])[]): string => {
  const words = new Set<string>();
  for (const alternative of paths) {
    for (const path of alternative) {
      if (path[0] !== undefined) words.add(label(path[0]));
    }
  }
  // A place for a name takes a dozen other beginnings; listing them all would not help anybody.
  if (words.has("名称")) return "此处应为名称、数字或者条件";
  return `此处应为${[...words].slice(0, 6).join("、")}`;
};

/** The words at which reading stopped. */
export const foundWords = (token: IToken, previous: IToken | undefined): string => {
  if (token.tokenType !== EOF) return `“${token.image}”`;
  return previous === undefined || previous.tokenType === EOF || previous.image === ""
    ? "句末"
    : `“${previous.image}”之后`;
};
