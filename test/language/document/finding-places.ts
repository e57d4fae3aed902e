import type { Diagnostic } from "../../../language/diagnostic.ts";
import type { OfficialDocument } from "../../../language/document/index.ts";
import { read } from "./reading.ts";

/** A sentence of an article, and the words that findings of it stand on. */
export type Case = readonly [words: string, expected: readonly string[]];

/** The findings of these codes in a text. */
export const findingsOf = (text: string, ...codes: readonly string[]): readonly Diagnostic[] =>
  read(text).findings.filter(({ code }) => codes.includes(code));

/** The words that the findings of these codes stand on. */
export const placesOf = (document: OfficialDocument, codes: readonly string[]): string[] =>
  document.findings
    .filter(({ code }) => codes.includes(code))
    .map(({ span: { start, end } }) => document.source.text.slice(start, end));

/** The same for a rule that consists of these sentences. */
export const foundIn = (sentences: string, ...codes: readonly string[]): string[] =>
  placesOf(read(`第一条 ${sentences}\n`), codes);

/** Codes of the findings, and the words that each stands on. */
export const foundWithCodes = (text: string, ...codes: readonly string[]): [string, string][] =>
  findingsOf(text, ...codes).map(({ code, span }) => [code, text.slice(span.start, span.end)]);

/** 第一条, 第二条 …, each with these words. */
export const articles = (...texts: readonly string[]): string =>
  texts.map((text, index) => `第${"一二三四五六七八九十"[index]}条 ${text}\n`).join("");
