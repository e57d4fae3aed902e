import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { span } from "../../source.ts";
import type { Furniture } from "../model.ts";
import { maskNumbers } from "./masked-numbers.ts";
import { standingIn } from "./passages.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "identity-number": {
    severity: "warning",
    message: "这里有完整的居民身份证号码“{found}”。公开的文件不得载有，请删去或者隐去中间各位后再公布。",
    why: "居民身份证号码是个人信息，《个人信息保护法》规定，取得本人单独同意的才可以公开。",
    bad: "第一条 申请人张某（11010519491231002X）的资格予以确认。\n",
    good: "第一条 申请人张某（1101051949****002X）的资格予以确认。\n",
  },
  "personal-mobile": {
    severity: "warning",
    message: "正文里有手机号码“{found}”。请改为单位的办公电话，或者移到文末的联系方式中。",
    why: "手机号码是个人信息，写进正文就随文件长期公开；经办人变动以后，条文里的号码也就不对了。",
    bad: "第一条 有意见的，可以拨打13800138000反映。\n",
    good: "第一条 有意见的，可以拨打0453-6171000反映。\n",
  },
  "contact-mobile": {
    severity: "info",
    message: "联系方式里的“{found}”是手机号码。公开文件的联系方式宜用单位的办公电话。",
    why: "联系人的手机号码随文件长期公开，本人变动以后仍会接到电话。",
    bad: "某市工作指引\n\n一、各单位应当落实。\n\n（联系人：张某，电话：13800138000）\n",
    good: "某市工作指引\n\n一、各单位应当落实。\n\n（联系人：张某，电话：6171000）\n",
  },
  "contact-person": {
    severity: "info",
    message:
      "“{found}”写明了经办人的姓名和电话。文件长期公开，人员会变动，宜改写为单位、科室和带区号的办公电话。",
    why: "姓名和电话随文件公开，人员变动以后就不准确，也公开了个人信息。",
    bad: "第一条 各单位应当落实（联系人：李某，电话：3103813）。\n",
    good: "第一条 各单位应当落实（市医疗保障局医药服务管理科，电话：0662-3103813）。\n",
  },
  "personal-mailbox": {
    severity: "info",
    message: "“{found}”是公众邮箱，不是单位的工作邮箱。请确认它由单位管理；宜改用单位的政务邮箱。",
    why: "公众邮箱多由个人注册，人员变动以后材料就收不到，往来的个人信息也没有单位的保护。",
    bad: "第一条 申请材料发送至shenqing@163.com。\n",
    good: "第一条 申请材料发送至shenqing@mdj.gov.cn。\n",
  },
} as const;

const report = reporter(catalogue);

/** Mobile numbers, identity numbers and private mailboxes, in the rules and in the lines around them. */
export const personalContact: TextLint = {
  catalogue,
  check: (text) =>
    text.lines.flatMap(({ text: words, start }) => {
      if (!LONG_NUMBER.test(words) && !words.includes("@") && !words.includes("联系人")) return [];
      const isContact = CONTACT_ROLES.has(roleAt(text, start) ?? "title");
      return [
        ...findAll(text, words, start, IDENTITY, "identity-number", isIdentityNumber),
        ...findAll(text, words, start, MOBILE, isContact ? "contact-mobile" : "personal-mobile"),
        ...findAll(text, words, start, MAILBOX, "personal-mailbox"),
        ...findAll(text, words, start, NAMED, "contact-person"),
      ];
    }),
};

/** Most lines have no number that long and are passed over at once. */
const LONG_NUMBER = /\d{8}|1[3-9]\d[- ]\d{4}/;

const IDENTITY = /(?<![0-9A-Za-z])[1-9]\d{16}[0-9Xx](?![0-9A-Za-z])/g;
const MOBILE = /(?<![0-9A-Za-z-])1[3-9]\d([- ]?)\d{4}\1\d{4}(?![0-9A-Za-z])/g;
const MAILBOX =
  /(?<![\w.-])[\w.-]{1,40}@(?:qq|163|126|139|189|sina|sohu|foxmail|gmail|hotmail|outlook|yeah|aliyun)\.(?:com|net|cn)\b/gi;

const NAMED =
  /(?:联系人|经办人)[：:]?\s?[\u4e00-\u9fff]{2,4}[，,、；;（(\s]{0,3}(?:联系)?(?:电话|手机)(?:号码)?[：:]?\s?[0-9][0-9-]{5,12}/g;

const CONTACT_ROLES: ReadonlySet<Furniture["role"]> = new Set(["contact", "note", "copyTo", "signature"]);

const roleAt = (text: TextUnderReview, offset: number): Furniture["role"] | null =>
  text.document.furniture.find(({ span: place }) => place.start <= offset && offset < place.end)?.role ??
  null;

const findAll = (
  text: TextUnderReview,
  words: string,
  start: number,
  pattern: RegExp,
  code: keyof typeof catalogue,
  accepts: (found: string) => boolean = () => true,
): Diagnostic[] => {
  const diagnostics: Diagnostic[] = [];
  for (const match of words.matchAll(pattern)) {
    if (!accepts(match[0])) continue;
    const place = span(start + match.index, start + match.index + match[0].length);
    diagnostics.push(
      report(
        code,
        text.document.source.name,
        place,
        { found: code === "personal-mailbox" ? match[0] : maskNumbers(match[0]) },
        standingIn(text, place),
      ),
    );
  }
  return diagnostics;
};

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Seventeen digits with a date of birth among them, and the check character that they demand. */
const isIdentityNumber = (number: string): boolean => {
  if (!/^.{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(number)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return "10X98765432"[sum % 11] === number[17]!.toUpperCase();
};
