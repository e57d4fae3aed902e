import {
  MODAL_WORDS,
  type Action,
  type ExpectedModal,
  type ModalText,
  type NormSentence,
} from "../../language/index.ts";
import type { Force, Modality } from "../model/ir.ts";

/** What binds and how strongly, exactly as the words say; a bare 纳入 is only stated. */
export const modalityOf = (sentence: NormSentence, action: Action): Modality => {
  const inPrinciple = sentence.inPrinciple !== null || action.inPrinciple !== null;
  const text = action.modal?.text ?? "";
  return { force: forceOf(text), inPrinciple, word: `${inPrinciple ? "原则上" : ""}${text}` };
};

/** What a 用例 expects of a rule: 应 and 应当 bind alike. */
export const expectedModality = ({
  inPrinciple,
  word,
}: ExpectedModal): Pick<Modality, "force" | "inPrinciple"> => ({
  force: forceOf(word ?? ""),
  inPrinciple,
});

const forceOf = (text: string): Force => (isModal(text) ? MODAL_WORDS[text] : "stated");

const isModal = (text: string): text is ModalText => Object.hasOwn(MODAL_WORDS, text);
