import { MODAL_WORDS, type Action, type ModalText, type NormSentence } from "../../language/index.ts";
import type { Force, Modality } from "../model/ir.ts";

/** What binds and how strongly, exactly as the words say; a bare 纳入 is only stated. */
export const modalityOf = (sentence: NormSentence, action: Action): Modality => {
  const inPrinciple = sentence.inPrinciple !== null || action.inPrinciple !== null;
  const text = action.modal?.text ?? "";
  const force: Force = isModal(text) ? MODAL_WORDS[text] : "stated";
  return { force, inPrinciple, word: `${inPrinciple ? "原则上" : ""}${text}` };
};

const isModal = (text: string): text is ModalText => Object.hasOwn(MODAL_WORDS, text);
