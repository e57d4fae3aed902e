import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { handler } from "./handler.js";

/** 不用框架，直接用 Node.js 的 http 模块。 */
const server = createServer(async (incoming, outgoing) => {
  const body = await text(incoming);
  const request = new Request(new URL(incoming.url, "http://localhost"), {
    method: incoming.method,
    ...(incoming.method === "POST" && { body }),
  });
  const response = await handler(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(await response.text());
});

server.listen(Number(process.env.PORT ?? 3000), () => {
  console.log(`已启动：http://localhost:${server.address().port}/rent-subsidy`);
});
