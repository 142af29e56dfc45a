// Runs in the workbench's page: the texts that stand under squiggles of one severity, top to bottom, as
// [{ text, x, y }] with a point a little right of the beginning of each, in pixels of the page: a long one may leave the view.
(severity) => {
  const lines = [...document.querySelectorAll('.editor-instance .view-line')].map((line) => ({
    line,
    box: line.getBoundingClientRect(),
  }));
  const textWithin = (line, left, right) => {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let text = '';
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (let i = 0; i < node.data.length; i++) {
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const { left: from, right: to } = range.getBoundingClientRect();
        const middle = (from + to) / 2;
        if (middle > left && middle < right) text += node.data[i];
      }
    }
    return text.replaceAll('\u00a0', ' ');
  };
  return [...document.querySelectorAll(`.editor-instance .squiggly-${severity}`)]
    .map((squiggle) => squiggle.getBoundingClientRect())
    .filter(({ width }) => width > 0)
    .map((box) => {
      const middle = (box.top + box.bottom) / 2;
      const at = lines.find((one) => one.box.top <= middle && middle <= one.box.bottom);
      return {
        text: at ? textWithin(at.line, box.left, box.right) : '',
        x: box.left + Math.min(box.width / 2, 12),
        y: middle,
      };
    })
    .sort((one, other) => one.y - other.y || one.x - other.x);
};
