import type { Studio } from "../state/studio.ts";
import { pressedCommand, runCommand } from "./commands.ts";

/** What a link in the text or a part of the page asks for by the event `tw-command`. */
interface CommandRequest {
  readonly id: string;
  readonly args?: unknown;
}

const isRequest = (value: unknown): value is CommandRequest =>
  typeof value === "object" && value !== null && "id" in value && typeof value.id === "string";

/** Shortcuts hold in the whole window; they go before those of the editor, but not into the middle of a composition. */
export const listenForCommands = (studio: Studio): void => {
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.isComposing || event.keyCode === 229) return;
      const command = pressedCommand(event);
      if (command === null || document.querySelector("dialog[open]") !== null) return;
      // Windows of their own keep their keys.
      if (studio.shell.dialog.get() !== null) return;
      event.preventDefault();
      event.stopPropagation();
      void runCommand(studio, command.id);
    },
    { capture: true },
  );
  window.addEventListener("tw-command", (event) => {
    if (!(event instanceof CustomEvent) || !isRequest(event.detail)) return;
    void runCommand(studio, event.detail.id, event.detail.args ?? null);
  });
};
