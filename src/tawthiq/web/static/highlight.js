// The words of claims in the source text, by the CSS Custom Highlight API: the text itself is never touched,
// so letters stay joined and lines stay where they are. Spans count code points; a page counts UTF-16 units.

function units(text, points) {
  // The UTF-16 position of each code point that is asked for, in one pass. `points` is sorted.
  const found = new Map();
  let unit = 0, point = 0;
  for (const wanted of points) {
    while (point < wanted && unit < text.length) {
      unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
      point += 1;
    }
    found.set(wanted, unit);
  }
  return found;
}

function blocksOf(source) {
  // The text nodes of the blocks of a text, each with the code points that it begins and ends at.
  let end = 0;
  return [...source.children].map(({ firstChild: node }) => {
    const start = end;
    end += node.length - (node.data.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
    return { node, start, end };
  });
}

function rangesOf(source) {
  const blocks = blocksOf(source);
  if (!blocks.length) return [];
  const spans = JSON.parse(source.dataset.spans);
  const last = blocks.at(-1);
  const wanted = new Map(blocks.map((block) => [block, new Set()]));
  const held = spans.map(([id, start, end, names, graphic]) => {
    const first = blocks.find((block) => start < block.end) ?? last;
    const until = blocks.find((block) => end <= block.end) ?? last;
    wanted.get(first).add(start - first.start);
    wanted.get(until).add(end - until.start);
    return { id, at: start, names, graphic, first, until, start: start - first.start, end: end - until.start };
  });
  const at = new Map(
    [...wanted].map(([block, points]) => [block, units(block.node.data, [...points].sort((a, b) => a - b))]),
  );
  const MARK = /\p{M}/uy;
  return held.map(({ id, at: place, names, graphic, first, until, start, end }) => {
    const { node } = until;
    // A vowel sign belongs to the letter before it.
    let endOffset = at.get(until).get(end);
    for (MARK.lastIndex = endOffset; MARK.test(node.data); endOffset = MARK.lastIndex);
    const startOffset = at.get(first).get(start);
    const range = new StaticRange({ startContainer: first.node, startOffset, endContainer: node, endOffset });
    return { id, source, range, at: place, names, graphic };
  });
}

let marked = [];
let pointedAt = null;

// Names of victims that stand apart from any claim end in :v and a number, descriptions of what was done to bodies in :g
// and one: they are covered, but no link.
const isClaim = ({ id }) => /:c\d+$/.test(id);

export function highlight(root) {
  marked = [...root.querySelectorAll(".source[data-spans]")].flatMap(rangesOf);
  if (!("highlights" in CSS)) return;
  const current = marked.filter(({ id, source }) => id === source.dataset.current);
  CSS.highlights.set("claim", new Highlight(...marked.filter(isClaim).map(({ range }) => range)));
  const strong = new Highlight(...current.map(({ range }) => range));
  strong.priority = 1;
  CSS.highlights.set("current", strong);
  CSS.highlights.delete("lit");
  cover(null);
  for (const one of current) show(one, "instant");
  for (const source of root.querySelectorAll(".source[data-spans]")) {
    source.addEventListener("click", jump);
    source.addEventListener("mousemove", point);
    source.addEventListener("mouseleave", () => light(null));
    source.addEventListener("keydown", uncover);
    source.addEventListener("blur", () => light(null));
  }
  for (const part of root.querySelectorAll("[data-claim]")) {
    part.addEventListener("mouseenter", () => light(part.dataset.claim));
    part.addEventListener("mouseleave", () => light(null));
    part.addEventListener("focusin", () => light(part.dataset.claim, true));
  }
}

function isCovered({ names, graphic }) {
  const { masks, graphics } = document.body.dataset;
  return (names && masks === "1") || (graphic && graphics === "1");
}

function uncover(event) {
  // In a text that has the focus, Enter goes from covered words to the next ones, and behind the last covers them.
  if (event.key !== "Enter") return;
  const own = marked.filter((one) => one.source === event.currentTarget && isCovered(one)).sort((a, b) => a.at - b.at);
  const ids = [...new Set(own.map(({ id }) => id))];
  light(ids[ids.indexOf(pointedAt) + 1] ?? null, true);
}

export function cover(pointed) {
  // Words that may name a victim, or describe what was done to bodies, are covered until they are pointed at.
  if (!("highlights" in CSS)) return;
  pointedAt = pointed;
  const covered = marked.filter((one) => isCovered(one) && one.id !== pointed);
  const veil = new Highlight(...covered.map(({ range }) => range));
  veil.priority = 3;
  CSS.highlights.set("masked", veil);
}

function liveOf(range) {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live;
}

function show({ source, range }, behavior) {
  // The blocks around are laid out first: only so it is known where the words will stand. A long way is not scrolled
  // softly, since the blocks that it passes are not laid out.
  const blocks = [...source.children];
  const at = blocks.indexOf(range.startContainer.parentNode);
  blocks.forEach((block, other) => block.classList.toggle("near", Math.abs(other - at) < 2));
  const box = liveOf(range).getBoundingClientRect(), around = source.getBoundingClientRect();
  const top = box.top - around.top - around.height / 3;
  source.scrollBy({ top, behavior: blocks.length > 1 ? "instant" : behavior });
}

function light(id, scroll = false) {
  const lit = marked.filter((one) => one.id === id);
  const strong = new Highlight(...lit.map(({ range }) => range));
  strong.priority = 2;
  CSS.highlights.set("lit", strong);
  cover(id);
  if (scroll && lit.length) show(lit[0], "smooth");
  for (const part of document.querySelectorAll("[data-claim]")) part.classList.toggle("lit", part.dataset.claim === id);
}

function under(event) {
  const at = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  if (!at) return null;
  const fits = ({ source, range }) =>
    source === event.currentTarget && liveOf(range).isPointInRange(at.offsetNode, at.offset);
  return marked.find(fits)?.id ?? null;
}

function point(event) {
  light(under(event));
}

function jump(event) {
  const id = getSelection()?.isCollapsed ? under(event) : null;
  const current = event.currentTarget.dataset.current;
  if (!id || id === current || !isClaim({ id })) return;
  const listed = [...document.querySelectorAll("[data-claim]")].find((part) => part.dataset.claim === id);
  if (listed && !current) {
    listed.scrollIntoView({ block: "center" });
    (listed.querySelector("a") ?? listed).focus();
  } else {
    location.assign(`/claims/${encodeURIComponent(id)}${location.search}`);
  }
}
