import {
  check补贴申请,
  createContext,
  explain补贴申请,
  policy,
  rules,
  values补贴申请,
} from "./generated/示例市高校毕业生租房补贴办法.js";
import { record补贴申请 } from "./generated/示例市高校毕业生租房补贴办法.zod.js";

/**
 * 收一条“补贴申请”记录，答各条规则的结果；网址中写了 explain 的，另答理由和依据的原文。
 * 只用标准的 Request 和 Response，在 Hono、Deno、Bun 和 Cloudflare Workers 中可以直接使用。
 *
 * @param {Request} request
 * @returns {Promise<Response>}
 */
export async function handler(request) {
  if (request.method !== "POST") {
    return problems(405, ["请用POST方法提交一条“补贴申请”记录。"], { allow: "POST" });
  }
  const { searchParams } = new URL(request.url);
  const at = searchParams.get("at");
  if (at === null) return problems(400, ["缺少基准日，请在网址中写明，例如 ?at=2025-06-01。"]);
  const context = contextOf(at);
  if (context === null) return problems(400, [`基准日“${at}”不是有效日期，请写成 2025-06-01 的形式。`]);

  const body = await jsonOf(request);
  if (body === undefined) {
    return problems(400, ["提交的内容不是有效的JSON，请以JSON格式提交一条“补贴申请”记录。"]);
  }
  const read = record补贴申请.safeParse(body);
  if (!read.success) return problems(400, read.error.issues.map((issue) => issue.message));

  return Response.json({
    政策: policy.name,
    基准日: at,
    编号: read.data.编号,
    结果: searchParams.has("explain") ? explained(read.data, context) : checked(read.data, context),
  });
}

/** 只要结果的，用 check：不收集理由，最快。 */
const checked = (record, context) => {
  const statuses = check补贴申请(record, context);
  const values = values补贴申请(record, context);
  return rules.map(({ id, name, label }) => ({
    规则: name,
    条款: label,
    状态: statuses[id],
    取值: values[id] ?? null,
  }));
};

/** 要说明的，用 explain：另有措施、理由和依据的原文。 */
const explained = (record, context) =>
  explain补贴申请(record, context).map((outcome) => ({
    规则: outcome.rule,
    条款: labels.get(outcome.decision),
    状态: outcome.status,
    取值: outcome.value,
    措施: outcome.measure,
    理由: outcome.reasons.map(reasonInWords),
    依据: outcome.citations.map(({ label, quote }) => `${label}：“${quote}”`),
  }));

const labels = new Map(rules.map(({ id, label }) => [id, label]));

const reasonInWords = ({ kind, name, owner }) =>
  owner === undefined ? `${kind}：${name}` : `${kind}：${name}，由${owner}认定`;

/** 同一基准日的上下文只建一次；提交的日期有误的为 null。 */
const contextOf = (at) => {
  if (contexts.has(at)) return contexts.get(at);
  let context;
  try {
    context = createContext({ at });
  } catch {
    return null;
  }
  // 网址可以任意填写，因此只留最近用过的。
  if (contexts.size >= 100) contexts.clear();
  contexts.set(at, context);
  return context;
};

const contexts = new Map();

const jsonOf = async (request) => {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
};

const problems = (status, messages, headers = {}) => Response.json({ 错误: messages }, { status, headers });
