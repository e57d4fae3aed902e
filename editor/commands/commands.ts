import type { Studio } from "../state/studio.ts";
import type { Command } from "./command.ts";
import { isPressed, type PressedKey } from "./keys.ts";

/** Every area has a file of commands beside this one, exported as `COMMANDS`; a file that is added is found by the build. */
const AREAS = import.meta.glob<{ readonly COMMANDS?: readonly Command[] }>(
  ["./*.ts", "!./command.ts", "!./commands.ts", "!./keys.ts", "!./listen.ts", "!./search.ts"],
  { eager: true },
);

/** Areas as they are listed; one that is not named here follows behind. */
const ORDER = ["files", "text", "shell", "run-commands", "cases", "analysis", "notes", "compare"];

const orderOf = (path: string): number => {
  const at = ORDER.findIndex((name) => path === `./${name}.ts`);
  return at === -1 ? ORDER.length : at;
};

export const COMMANDS: readonly Command[] = Object.entries(AREAS)
  .sort(([left], [right]) => orderOf(left) - orderOf(right))
  .flatMap(([, { COMMANDS: rows }]) => rows ?? []);

const BY_ID: ReadonlyMap<string, Command> = new Map(COMMANDS.map((command) => [command.id, command]));

export const commandOf = (id: string): Command | null => BY_ID.get(id) ?? null;

export const isEnabled = (command: Command, studio: Studio): boolean =>
  studio.isReady.get() && (command.isEnabled?.(studio) ?? true);

/** Does it where it can be done now, and remembers it as the last one. */
export const runCommand = async (studio: Studio, id: string, details: unknown = null): Promise<void> => {
  const command = commandOf(id);
  // What is done at the cursor is done where it is now.
  studio.editor.get()?.tellPlace();
  if (command === null || !isEnabled(command, studio)) return;
  const { recentCommands } = studio.shell;
  recentCommands.set([id, ...recentCommands.get().filter((other) => other !== id)].slice(0, 12));
  await command.run(studio, details);
};

/** The command whose shortcut is pressed. */
export const pressedCommand = (event: PressedKey): Command | null =>
  COMMANDS.find(({ keys }) => keys?.some((each) => isPressed(each, event)) === true) ?? null;
