import { readXml } from "./xml.ts";

interface Style {
  basedOn: string | null;
  /** Null where the style it is based on decides. */
  isNumbered: boolean | null;
}

/** Names of the styles whose paragraphs the program numbers by itself. */
export const numberedStyles = (xml: string): ReadonlySet<string> => {
  const styles = new Map<string, Style>();
  let style: Style | null = null;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === "w:style") {
        style = { basedOn: null, isNumbered: null };
        styles.set(attributes("w:styleId") ?? "", style);
      } else if (style !== null && name === "w:basedOn") style.basedOn = attributes("w:val");
      else if (style !== null && name === "w:numId") style.isNumbered = attributes("w:val") !== "0";
    },
    close: (name) => {
      if (name === "w:style") style = null;
    },
    text: () => {},
  });
  return new Set([...styles.keys()].filter((id) => isNumbered(id, styles)));
};

const isNumbered = (id: string, styles: ReadonlyMap<string, Style>): boolean => {
  const seen = new Set<string>();
  let style = styles.get(id);
  while (style !== undefined && style.isNumbered === null && style.basedOn !== null) {
    // A style that is based on itself by a roundabout way ends here.
    if (seen.has(style.basedOn)) return false;
    seen.add(style.basedOn);
    style = styles.get(style.basedOn);
  }
  return style?.isNumbered ?? false;
};
