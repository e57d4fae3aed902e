import * as monaco from "monaco-editor/editor";

/** How much of the window the box may take; what is longer scrolls in it. */
const MOST = 0.8;

/**
 * The box that goes from one finding to the next is made as high as its message has line breaks. Messages here are
 * sentences that go on in the next line by themselves, so the box is made to grow with them.
 */
export const fitMarkerBox = (editor: monaco.editor.IStandaloneCodeEditor): void => {
  const markers = editor.getContribution<MarkerController>("editor.contrib.markerController");
  if (markers === null) return;
  const { navigate, showAtMarker } = markers;
  let fitted: MarkerBox | undefined;
  const fit = (): void => {
    const box = markers._widget;
    if (box === undefined) return;
    if (box !== fitted) follow(editor, box);
    fitted = box;
    tellWhich(box);
    bringIntoSight(editor, box);
  };
  markers.navigate = async (...direction) => {
    await navigate.apply(markers, direction);
    fit();
  };
  markers.showAtMarker = (marker) => {
    showAtMarker.call(markers, marker);
    fit();
  };
};

/** The height follows the words, whatever changes them: another message, a narrower window, larger letters. */
const follow = (editor: monaco.editor.IStandaloneCodeEditor, box: MarkerBox): void => {
  const words = box.domNode.querySelector<HTMLElement>(".descriptioncontainer");
  const body = words?.closest(".body");
  if (words == null || body == null) return;
  box.computeRequiredHeight = () => {
    const needed = box.domNode.clientHeight - body.clientHeight + words.scrollHeight;
    return Math.ceil(Math.min(needed, editor.getLayoutInfo().height * MOST) / lineHeight(editor));
  };
  const watching = new ResizeObserver(() => {
    if (!words.isConnected) {
      watching.disconnect();
      return;
    }
    box._relayout();
    bringIntoSight(editor, box);
  });
  for (const part of words.children) watching.observe(part);
};

/** The translation that comes with the editor says of the fifth of many that there are five. */
const tellWhich = ({ domNode }: MarkerBox): void => {
  const which = domNode.querySelector(".dirname");
  const [at, all] = which?.textContent.match(/\d+/gu) ?? [];
  if (which !== null && at !== undefined && all !== undefined) which.textContent = `第${at}处，共${all}处`;
};

/** The box stands below the words it is about; as much is scrolled as its end is out of sight. */
const bringIntoSight = (
  editor: monaco.editor.IStandaloneCodeEditor,
  { domNode, position }: MarkerBox,
): void => {
  if (position === undefined) return;
  const top = editor.getTopForPosition(position.lineNumber, position.column) + lineHeight(editor);
  const hidden = top + domNode.clientHeight - editor.getScrollTop() - editor.getLayoutInfo().height;
  if (hidden > 0) editor.setScrollTop(editor.getScrollTop() + hidden);
};

const lineHeight = (editor: monaco.editor.IStandaloneCodeEditor): number =>
  editor.getOption(monaco.editor.EditorOption.lineHeight);

/** What is used of the part of the editor that goes from one finding to the next. */
interface MarkerController extends monaco.editor.IEditorContribution {
  readonly _widget?: MarkerBox;
  navigate: (next: boolean, inAllFiles: boolean) => Promise<void>;
  showAtMarker: (marker: monaco.editor.IMarker) => void;
}

interface MarkerBox {
  readonly domNode: HTMLElement;
  readonly position: monaco.Position | undefined;
  /** In lines. */
  computeRequiredHeight: () => number;
  readonly _relayout: () => void;
}
