// The words of claims in the source text, by the CSS Custom Highlight API: the text itself is never touched,
// so letters stay joined and lines stay where they are. Spans count code points; a page counts UTF-16 units.

export function units(text, points) {
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

function rangesOf(source) {
  const node = source.firstChild;
  if (!node) return [];
  const spans = JSON.parse(source.dataset.spans);
  const points = [...new Set(spans.flatMap(([, start, end]) => [start, end]))].sort((a, b) => a - b);
  const at = units(node.data, points);
  const MARK = /\p{M}/uy;
  return spans.map(([id, start, end, names]) => {
    // A vowel sign belongs to the letter before it.
    let endOffset = at.get(end);
    for (MARK.lastIndex = endOffset; MARK.test(node.data); endOffset = MARK.lastIndex);
    const range = new StaticRange({ startContainer: node, startOffset: at.get(start), endContainer: node, endOffset });
    return { id, source, range, names };
  });
}

let marked = [];

// Names of victims that stand apart from any claim end in :v and a number: they are covered, but no link.
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
  }
  for (const part of root.querySelectorAll("[data-claim]")) {
    part.addEventListener("mouseenter", () => light(part.dataset.claim));
    part.addEventListener("mouseleave", () => light(null));
    part.addEventListener("focusin", () => light(part.dataset.claim, true));
  }
}

export function cover(pointed) {
  // Words that may name a victim are covered until they are pointed at.
  if (!("highlights" in CSS)) return;
  const covered = document.body.dataset.masks === "1" ? marked.filter(({ id, names }) => names && id !== pointed) : [];
  const veil = new Highlight(...covered.map(({ range }) => range));
  veil.priority = 3;
  CSS.highlights.set("masked", veil);
}

function show({ source, range }, behavior) {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  const box = live.getBoundingClientRect(), around = source.getBoundingClientRect();
  source.scrollBy({ top: box.top - around.top - around.height / 3, behavior });
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
  const fits = ({ source, range }) => source === event.currentTarget && at.offsetNode === range.startContainer
    && range.startOffset <= at.offset && at.offset <= range.endOffset;
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
