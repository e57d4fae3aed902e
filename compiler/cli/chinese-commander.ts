import { Command, Help } from "commander";
import type { Argument, CommanderError, Option } from "commander";
import { displayWidth, wrap } from "../report/width.ts";
import { CommandFailure } from "./failure.ts";

/** A command whose help is Chinese and aligned by display width; its errors are thrown, not printed. */
export class ChineseCommand extends Command {
  override createCommand(name?: string): ChineseCommand {
    return new ChineseCommand(name);
  }

  override createHelp(): Help {
    return Object.assign(new ChineseHelp(), this.configureHelp());
  }
}

/**
 * Commander reports in English and carries no parts of its messages, so the names are taken out of
 * the message and put into a Chinese one.
 */
export const inChineseWords = (error: CommanderError): CommandFailure => {
  const suggestion = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(error.message)?.[1] ?? null;
  const advice =
    suggestion === null
      ? "使用 --help 查看用法。"
      : `是否指“${suggestion.replaceAll(", ", "”“")}”？使用 --help 查看用法。`;
  for (const { code, pattern, say } of MESSAGES) {
    const match = error.code === code ? pattern.exec(error.message) : null;
    if (match !== null)
      return new CommandFailure(say(match[1] ?? "", match[2] ?? "", match[3] ?? ""), advice);
  }
  return new CommandFailure("命令行参数有误。", advice);
};

const MESSAGES: readonly {
  readonly code: string;
  readonly pattern: RegExp;
  readonly say: (first: string, second: string, third: string) => string;
}[] = [
  {
    code: "commander.unknownOption",
    pattern: /unknown option '(.*?)'/,
    say: (flag) => `没有“${flag}”这个选项。`,
  },
  {
    code: "commander.unknownCommand",
    pattern: /unknown command '(.*?)'/,
    say: (name) => `没有“${name}”这个命令。`,
  },
  {
    code: "commander.missingArgument",
    pattern: /missing required argument '(.*?)'/,
    say: (name) => `缺少参数“${name}”。`,
  },
  {
    code: "commander.optionMissingArgument",
    pattern: /option '(.*?)' argument missing/,
    say: (flag) => `选项“${flag}”后面缺少值。`,
  },
  {
    code: "commander.missingMandatoryOptionValue",
    pattern: /required option '(.*?)' not specified/,
    say: (flag) => `缺少必需的选项“${flag}”。`,
  },
  {
    code: "commander.excessArguments",
    pattern: /Expected (\d+) arguments? but got (\d+)/,
    say: (expected, got) => `参数过多：应为${expected}个，实为${got}个。`,
  },
  {
    code: "commander.conflictingOption",
    pattern: /option '(.*?)' cannot be used with option '(.*?)'/,
    say: (left, right) => `选项“${left}”不能与“${right}”同时使用。`,
  },
  {
    code: "commander.invalidArgument",
    pattern: /option '(.*?)' argument '(.*?)' is invalid\. Allowed choices are (.*)\./,
    say: (flag, value, choices) =>
      `选项“${flag}”的值“${value}”无效，应为${choices.replaceAll(", ", "、")}之一。`,
  },
];

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Global Options:": "通用选项：",
  "Commands:": "命令：",
};

class ChineseHelp extends Help {
  override formatHelp(command: Command, helper: Help): string {
    return super.formatHelp(command, helper).replace("用法： ", "用法：");
  }

  override commandUsage(command: Command): string {
    return super.commandUsage(command).replace("[options]", "[选项]").replace("[command]", "[命令]");
  }

  override styleTitle(title: string): string {
    return TITLES[title] ?? title;
  }

  override displayWidth(text: string): number {
    return displayWidth(text);
  }

  override boxWrap(text: string, width: number): string {
    return wrap(text, width).join("\n");
  }

  override optionDescription(option: Option): string {
    const required = option.mandatory ? "（必需）" : "";
    return (
      option.description + required + remarks(option.argChoices, option.defaultValue, option.isBoolean())
    );
  }

  override argumentDescription(argument: Argument): string {
    return argument.description + remarks(argument.argChoices, argument.defaultValue, false);
  }

  override subcommandTerm(command: Command): string {
    const parameters = command.registeredArguments.map((argument) => argumentTerm(argument)).join(" ");
    return `${command.name()}${parameters === "" ? "" : ` ${parameters}`}`;
  }
}

const argumentTerm = (argument: Argument): string => {
  const name = argument.name() + (argument.variadic ? "..." : "");
  return argument.required ? `<${name}>` : `[${name}]`;
};

const remarks = (choices: readonly string[] | undefined, fallback: unknown, isBoolean: boolean): string => {
  const parts = [
    ...(choices === undefined ? [] : [`可选：${choices.join("、")}`]),
    ...(typeof fallback === "string" && !isBoolean ? [`默认：${fallback}`] : []),
  ];
  return parts.length === 0 ? "" : `（${parts.join("；")}）`;
};
