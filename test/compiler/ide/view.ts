import { compile, type CompiledPolicy } from "../../../compiler/pipeline.ts";
import { semanticTokens, TOKEN_KINDS, type PolicyView, type TokenKind } from "../../../compiler/ide/index.ts";

/** A policy by itself, as an editor sees it. */
export const viewOf = (text: string): CompiledPolicy =>
  compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });

export interface ShownToken {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly kind: TokenKind;
  readonly text: string;
}

/** The tokens as places and words again. */
export const shownTokens = (view: PolicyView): readonly ShownToken[] => {
  const lines = view.file.source.text.split("\n");
  const data = semanticTokens(view);
  const tokens: ShownToken[] = [];
  let line = 0;
  let column = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lineStep, columnStep, length, kind] = data.subarray(at, at + 5) as unknown as [
      number,
      number,
      number,
      number,
    ];
    column = lineStep === 0 ? column + columnStep : columnStep;
    line += lineStep;
    const text = lines[line]?.slice(column, column + length) ?? "";
    tokens.push({ line, column, length, kind: TOKEN_KINDS[kind]!, text });
  }
  return tokens;
};
