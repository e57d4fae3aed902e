/** What is measured inside the page. Each function is sent to the page as text and stands alone. */

/** Notes every stretch of more than 50 ms in which the page could not answer. */
export const watchLongTasks = (): void => {
  const tasks: number[] = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: "longtask", buffered: true });
  Object.assign(window, { longTasks: tasks });
};

/**
 * From the key to the frame in which the findings of the new text are painted: the underlines of errors in view change
 * with every second key, because the keys break a rule and mend it.
 */
export const watchKeystrokes = (): void => {
  const times: number[] = [];
  let pressed: number | null = null;
  let shown = 0;
  const count = (): number => document.querySelectorAll(".monaco-editor .squiggly-error").length;
  shown = count();
  window.addEventListener(
    "keydown",
    (event) => {
      pressed = event.timeStamp;
    },
    true,
  );
  const look = (): void => {
    const now = count();
    if (pressed !== null && now > 0 !== shown > 0) {
      const from = pressed;
      pressed = null;
      // The frame is on the screen when the task behind it runs.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener("message", () => times.push(performance.now() - from));
        port1.start();
        port2.postMessage(null);
      });
    }
    shown = now;
  };
  new MutationObserver(look).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["class", "style"],
  });
  Object.assign(window, { keystrokes: times });
};
