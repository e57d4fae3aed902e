/**
 * Words that do not run from left to right although they are not the turned ones: those beside `around`, with which the
 * turned words end. Runs in the page.
 */
export const wordsTurnedRound = (around: string): readonly string[] => {
  const turned: string[] = [];
  const look = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot !== null) look(element.shadowRoot);
      if (element.closest(".monaco-editor") !== null) continue;
      for (const node of element.childNodes) {
        if (!(node instanceof Text)) continue;
        if (/[\u202A-\u202E\u2066-\u2069]/.test(node.data)) {
          const behind = node.data.slice(node.data.lastIndexOf(around) + around.length);
          if (/[^\p{Cf}\s]/u.test(behind)) turned.push(node.data);
          continue;
        }
        const near = element.parentElement?.textContent ?? "";
        if (!near.includes(around) || node.data.trim().length < 2) continue;
        const start = node.data.search(/\S/);
        const rectOf = (at: number): DOMRect => {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return range.getBoundingClientRect();
        };
        const [first, second] = [rectOf(start), rectOf(start + 1)];
        if (first.width > 0 && first.top === second.top && second.left < first.left) turned.push(node.data);
      }
    }
  };
  look(document);
  return turned;
};
