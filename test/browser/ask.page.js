// The page: one module worker, and `ask`, which the test calls.
const worker = new Worker('worker.js', { type: 'module' });
const waiting = new Map();
let last = 0;

worker.onmessage = ({ data: { id, answer, error } }) => {
  const { resolve, reject } = waiting.get(id);
  waiting.delete(id);
  if (error === undefined) resolve(answer);
  else reject(new Error(error));
};

// A worker that cannot start answers nothing.
worker.onerror = ({ message }) => {
  for (const { reject } of waiting.values()) reject(new Error(message || 'the worker did not start'));
  waiting.clear();
};

globalThis.ask = (question) =>
  new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    worker.postMessage({ id: last, question });
  });
