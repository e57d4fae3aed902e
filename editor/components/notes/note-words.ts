import type { FoundAnchor, Note } from "../../worker/worker-api.ts";
import type { IconName } from "../icon/icons.ts";

export const NOTE_KINDS = ["批注", "疑问", "修改建议"] as const satisfies readonly Note["kind"][];
export const NOTE_STATES = [
  "未处理",
  "已采纳",
  "未采纳",
  "已说明",
] as const satisfies readonly Note["state"][];

/** What is said of the place of a note; nothing where it stands where it stood. */
export const placeWords = (
  place: FoundAnchor | undefined,
): { readonly icon: IconName; readonly text: string } | null => {
  switch (place?.kind) {
    case undefined:
    case "found":
      return null;
    case "several":
      return { icon: "warning", text: `这段文字现有${place.places.length}处，请选定是哪一处。` };
    case "lost":
      return {
        icon: "warning",
        text: place.provision === null ? "所批注的条文已经不在。" : "所批注的文字已经修改或者删除。",
      };
  }
};

/** 2025年6月1日 14:05, in the reader's time. */
export const timeInWords = (written: string): string => {
  const time = new Date(written);
  if (Number.isNaN(time.getTime())) return "";
  const minutes = String(time.getMinutes()).padStart(2, "0");
  return `${time.getFullYear()}年${time.getMonth() + 1}月${time.getDate()}日 ${time.getHours()}:${minutes}`;
};

/** Where the note stands in the text, for sorting; what is lost stands last. */
export const offsetOf = (place: FoundAnchor | undefined): number => {
  switch (place?.kind) {
    case "found":
      return place.start;
    case "several":
      return place.places[0]?.start ?? Number.MAX_SAFE_INTEGER;
    case "lost":
      return place.provision?.start ?? Number.MAX_SAFE_INTEGER;
    case undefined:
      return Number.MAX_SAFE_INTEGER;
  }
};
