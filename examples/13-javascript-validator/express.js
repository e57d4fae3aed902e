import { handler } from "./handler.js";

/** 装进 Express 5：const app = express(); mount(app, express); app.listen(3000); */
export const mount = (app, express) => {
  app.all("/rent-subsidy", express.text({ type: "*/*" }), (req, res) => answer(req, res));
};

/** Express 的请求不是标准的 Request，所以正文按文本读入，转一次。 */
const answer = async (req, res) => {
  const request = new Request(new URL(req.originalUrl, "http://localhost"), {
    method: req.method,
    ...(req.method === "POST" && { body: typeof req.body === "string" ? req.body : "" }),
  });
  const response = await handler(request);
  res.status(response.status).set(Object.fromEntries(response.headers)).send(await response.text());
};
