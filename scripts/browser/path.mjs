// `node:path` for a browser: the few functions that bundled libraries call, over paths with `/`.

export const sep = '/';
export const isAbsolute = (path) => path.startsWith('/');
export const normalize = (path) => {
  const parts = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '' && part !== '.' && !(part === '..' && isAbsolute(path))) parts.push(part);
  }
  return (isAbsolute(path) ? '/' : '') + parts.join('/') || '.';
};
export const join = (...paths) => normalize(paths.filter((path) => path !== '').join('/'));
/** There is no working directory: what is relative is relative to the root. */
export const resolve = (...paths) => {
  const last = paths.findLastIndex(isAbsolute);
  return normalize(['', ...paths.slice(Math.max(last, 0))].join('/'));
};
export const dirname = (path) => {
  const end = path.lastIndexOf('/');
  return end < 0 ? '.' : path.slice(0, end) || '/';
};
export const basename = (path, suffix = '') => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return suffix !== '' && name !== suffix && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
};
export const extname = (path) => /(?<=[^/])\.[^./]*$/.exec(path)?.[0] ?? '';

export default { sep, isAbsolute, normalize, join, resolve, dirname, basename, extname };
