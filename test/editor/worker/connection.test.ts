import { expect, test } from "vitest";
import { WorkerConnection, WorkerEnded } from "../../../editor/worker/connection.ts";

/** A worker that never says anything. */
const silent = (): Worker =>
  Object.assign(new EventTarget(), { postMessage: () => {}, terminate: () => {} }) as unknown as Worker;

interface Api {
  readonly answer: () => Promise<string>;
}

const connect = (restore: () => Promise<void>, patience = 10_000) => {
  const failures: string[] = [];
  let started = 0;
  const connection = new WorkerConnection<Api>({
    create: () => {
      started += 1;
      return silent();
    },
    patience,
    restore,
    onFailure: (reason) => failures.push(reason),
  });
  return { connection, failures, count: () => started };
};

test("a worker that hangs is ended and told of, and the next call has another", async () => {
  const { connection, failures, count } = connect(() => Promise.resolve(), 20);
  await expect(connection.call(() => new Promise(() => {}))).rejects.toBeInstanceOf(WorkerEnded);
  expect(failures).toEqual(["hung"]);
  expect(await connection.call(() => Promise.resolve("答"))).toBe("答");
  expect(count()).toBe(2);
});

test("a worker that could not be told what the last one knew is not asked for ever", async () => {
  let isBroken = true;
  const { connection, failures, count } = connect(() =>
    isBroken ? Promise.reject(new Error("broken")) : Promise.resolve(),
  );
  await connection.call(() => Promise.resolve("第一个"));
  connection.end();
  await expect(connection.call(() => Promise.resolve("第二个"))).rejects.toBeInstanceOf(Error);
  expect(failures).toEqual(["crashed"]);
  isBroken = false;
  expect(await connection.call(() => Promise.resolve("第三个"))).toBe("第三个");
  expect(count()).toBe(3);
});
