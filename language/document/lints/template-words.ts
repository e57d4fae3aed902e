import type { ResidueForm } from "../residue.ts";

/**
 * Words that a template or a word processor leaves in the middle of a text. A line may well begin
 * with some of them (××市…), so they are told and not passed over in reading the structure.
 */
export const TEMPLATE_WORDS: readonly ResidueForm[] = [
  {
    pattern:
      /[【（(《]\s?(?:此处|在此|请在此|请|待)(?:处)?(?:填写|输入|填入|插入|补充|添加|键入|修改|替换)[^】）)》\n]{0,30}[】）)》]|(?:请在)?此处(?:填写|输入|填入|插入|补充|键入)[^，。；\s]{0,12}/g,
    name: "模板提示语",
  },
  {
    pattern: /[【〔[]\s?(?:待定|待补充|待核实|待确认|略改|TODO|TBD)\s?[】〕\]]|\bTBD\b|\bTODO\b/gi,
    name: "起草时的记号",
  },
  { pattern: /Lorem ipsum[a-z ,.]{0,60}/gi, name: "排版用的假文" },
  { pattern: /(?<![A-Za-z0-9])[xX]{2,6}(?=[年月日省市县区镇局厅号元人%])/g, name: "没有填写的空位" },
  { pattern: /(?<=[省市县区局厅为由至于在第])[xX]{2,6}(?![A-Za-z0-9])/g, name: "没有填写的空位" },
  { pattern: /[×╳✕]{2,6}(?=[年月日省市县区镇局厅号元人])/g, name: "没有填写的空位" },
  { pattern: /\^[plt](?![a-zA-Z0-9])/g, name: "查找替换的代码" },
  {
    pattern:
      /<\/?(?:p|br|span|div|table|tr|td|font|strong|b|u|a|img|o:p)(?:\s[^<>\n]{0,120})?\/?>|&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|mdash|middot|#\d{2,5});/gi,
    name: "网页代码",
  },
  {
    pattern: /\b(?:MERGEFIELD|MERGEFORMAT|TOC \\o|SEQ [^\s]{1,10} \\\*|STYLEREF|NUMPAGES)\b[^\n，。]{0,20}/g,
    name: "域代码",
  },
  { pattern: /(?<=[\u4e00-\u9fff）])(?:…{3,}|\.{6,}|·{6,})\s{0,4}[0-9]{1,3}(?=\s|$)/g, name: "目录的页码" },
  { pattern: /[\ue000-\uf8ff]+/g, name: "无法显示的字符" },
];
