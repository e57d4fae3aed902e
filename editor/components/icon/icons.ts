import filePicture from "@vscode/codicons/src/icons/file.svg?raw";
import playPicture from "@vscode/codicons/src/icons/play.svg?raw";
import checkPicture from "@vscode/codicons/src/icons/check.svg?raw";
import closePicture from "@vscode/codicons/src/icons/close.svg?raw";
import searchPicture from "@vscode/codicons/src/icons/search.svg?raw";
import warningPicture from "@vscode/codicons/src/icons/warning.svg?raw";
import errorPicture from "@vscode/codicons/src/icons/error.svg?raw";
import infoPicture from "@vscode/codicons/src/icons/info.svg?raw";
import circlePicture from "@vscode/codicons/src/icons/circle-large.svg?raw";
import circleFilledPicture from "@vscode/codicons/src/icons/circle-large-filled.svg?raw";
import chevronRightPicture from "@vscode/codicons/src/icons/chevron-right.svg?raw";
import chevronDownPicture from "@vscode/codicons/src/icons/chevron-down.svg?raw";
import commentPicture from "@vscode/codicons/src/icons/comment-discussion.svg?raw";
import beakerPicture from "@vscode/codicons/src/icons/beaker.svg?raw";
import listPicture from "@vscode/codicons/src/icons/list-tree.svg?raw";
import mapPicture from "@vscode/codicons/src/icons/map.svg?raw";
import questionPicture from "@vscode/codicons/src/icons/question.svg?raw";
import savePicture from "@vscode/codicons/src/icons/save.svg?raw";
import folderPicture from "@vscode/codicons/src/icons/folder-opened.svg?raw";
import exportPicture from "@vscode/codicons/src/icons/export.svg?raw";
import settingsPicture from "@vscode/codicons/src/icons/settings-gear.svg?raw";
import sunPicture from "@vscode/codicons/src/icons/color-mode.svg?raw";
import lawPicture from "@vscode/codicons/src/icons/law.svg?raw";
import diffPicture from "@vscode/codicons/src/icons/diff.svg?raw";
import bookPicture from "@vscode/codicons/src/icons/book.svg?raw";
import tablePicture from "@vscode/codicons/src/icons/table.svg?raw";
import lightbulbPicture from "@vscode/codicons/src/icons/lightbulb.svg?raw";
import discardPicture from "@vscode/codicons/src/icons/discard.svg?raw";
import addPicture from "@vscode/codicons/src/icons/add.svg?raw";
import editPicture from "@vscode/codicons/src/icons/edit.svg?raw";
import debugStopPicture from "@vscode/codicons/src/icons/debug-stop.svg?raw";
import arrowUpPicture from "@vscode/codicons/src/icons/arrow-up.svg?raw";
import arrowDownPicture from "@vscode/codicons/src/icons/arrow-down.svg?raw";
import filterPicture from "@vscode/codicons/src/icons/filter.svg?raw";
import dashPicture from "@vscode/codicons/src/icons/dash.svg?raw";
import menuPicture from "@vscode/codicons/src/icons/menu.svg?raw";
import layoutPicture from "@vscode/codicons/src/icons/layout-sidebar-left.svg?raw";
import layoutRightPicture from "@vscode/codicons/src/icons/layout-sidebar-right.svg?raw";
import layoutBottomPicture from "@vscode/codicons/src/icons/layout-panel.svg?raw";
import personPicture from "@vscode/codicons/src/icons/person.svg?raw";
import linkPicture from "@vscode/codicons/src/icons/link.svg?raw";
import eyePicture from "@vscode/codicons/src/icons/eye.svg?raw";
import circleSlashPicture from "@vscode/codicons/src/icons/circle-slash.svg?raw";
import targetPicture from "@vscode/codicons/src/icons/target.svg?raw";
import trashPicture from "@vscode/codicons/src/icons/trash.svg?raw";
import copyPicture from "@vscode/codicons/src/icons/copy.svg?raw";
import symbolPicture from "@vscode/codicons/src/icons/symbol-method.svg?raw";
import bookmarkPicture from "@vscode/codicons/src/icons/bookmark.svg?raw";
import refreshPicture from "@vscode/codicons/src/icons/refresh.svg?raw";
import databasePicture from "@vscode/codicons/src/icons/database.svg?raw";
import clearPicture from "@vscode/codicons/src/icons/clear-all.svg?raw";
import zoomInPicture from "@vscode/codicons/src/icons/zoom-in.svg?raw";
import zoomOutPicture from "@vscode/codicons/src/icons/zoom-out.svg?raw";
import homePicture from "@vscode/codicons/src/icons/home.svg?raw";
import passPicture from "@vscode/codicons/src/icons/pass-filled.svg?raw";
import historyPicture from "@vscode/codicons/src/icons/history.svg?raw";
import swapPicture from "@vscode/codicons/src/icons/arrow-swap.svg?raw";
import diffAddedPicture from "@vscode/codicons/src/icons/diff-added.svg?raw";
import diffRemovedPicture from "@vscode/codicons/src/icons/diff-removed.svg?raw";
import diffModifiedPicture from "@vscode/codicons/src/icons/diff-modified.svg?raw";
import diffRenamedPicture from "@vscode/codicons/src/icons/diff-renamed.svg?raw";
import movePicture from "@vscode/codicons/src/icons/move.svg?raw";
import splitPicture from "@vscode/codicons/src/icons/split-horizontal.svg?raw";
import mergePicture from "@vscode/codicons/src/icons/merge.svg?raw";
import pulsePicture from "@vscode/codicons/src/icons/pulse.svg?raw";

/** Pictures by meaning; the files are those of the codicons set. */
export const ICONS = {
  file: filePicture,
  play: playPicture,
  check: checkPicture,
  close: closePicture,
  search: searchPicture,
  warning: warningPicture,
  error: errorPicture,
  info: infoPicture,
  circle: circlePicture,
  "circle-filled": circleFilledPicture,
  "chevron-right": chevronRightPicture,
  "chevron-down": chevronDownPicture,
  comment: commentPicture,
  beaker: beakerPicture,
  list: listPicture,
  map: mapPicture,
  question: questionPicture,
  save: savePicture,
  folder: folderPicture,
  export: exportPicture,
  settings: settingsPicture,
  sun: sunPicture,
  law: lawPicture,
  diff: diffPicture,
  book: bookPicture,
  table: tablePicture,
  lightbulb: lightbulbPicture,
  discard: discardPicture,
  add: addPicture,
  edit: editPicture,
  "debug-stop": debugStopPicture,
  "arrow-up": arrowUpPicture,
  "arrow-down": arrowDownPicture,
  filter: filterPicture,
  dash: dashPicture,
  menu: menuPicture,
  layout: layoutPicture,
  "layout-right": layoutRightPicture,
  "layout-bottom": layoutBottomPicture,
  person: personPicture,
  link: linkPicture,
  eye: eyePicture,
  "circle-slash": circleSlashPicture,
  target: targetPicture,
  trash: trashPicture,
  copy: copyPicture,
  symbol: symbolPicture,
  bookmark: bookmarkPicture,
  refresh: refreshPicture,
  database: databasePicture,
  clear: clearPicture,
  "zoom-in": zoomInPicture,
  "zoom-out": zoomOutPicture,
  home: homePicture,
  pass: passPicture,
  history: historyPicture,
  swap: swapPicture,
  "diff-added": diffAddedPicture,
  "diff-removed": diffRemovedPicture,
  "diff-modified": diffModifiedPicture,
  "diff-renamed": diffRenamedPicture,
  move: movePicture,
  split: splitPicture,
  merge: mergePicture,
  pulse: pulsePicture,
} as const satisfies Record<string, string>;

export type IconName = keyof typeof ICONS;
