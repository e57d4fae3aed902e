import type { CommandRegistration } from "./command.ts";
import { withStudioOptions } from "./studio.ts";
import { runStudio, type StudioOptions } from "./studio/run-studio.ts";
import { suppliedPolicies } from "./supplied-policies.ts";

/** `start`: what `npm start` runs. Opens the supplied policies in the browser. */
export const startCommand: CommandRegistration = (program, { io }) => {
  withStudioOptions(
    program.command("start", { hidden: true }).description("在浏览器中打开随附的政策"),
  ).action(async (options: StudioOptions) => {
    await runStudio(io, (await suppliedPolicies(io)).shelf, options);
  });
};
