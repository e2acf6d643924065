// The timeline: a bar a month, in the direction of the interface. Dragging over it chooses days.
import { digits, run } from "./digits.js";

const SVG = "http://www.w3.org/2000/svg";
const HIGH = 64, FOOT = 14;
const MONTHS = 36; // so many are named by month, more by year

function made(name, attributes, parent) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.append(element);
  return element;
}

function span(months) {
  // Every month from the first to the last that there is.
  const names = Object.keys(months).sort();
  if (!names.length) return [];
  const found = [];
  let [year, month] = names[0].split("-").map(Number);
  const last = names[names.length - 1];
  for (let name = names[0]; name <= last && found.length < 1200; ) {
    found.push(name);
    month += 1;
    if (month > 12) { month = 1; year += 1; }
    name = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
  }
  return found;
}

const lastDay = (name) => {
  const [year, month] = name.split("-").map(Number);
  return `${name}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, "0")}`;
};

export function timeline(months, chosen, choose) {
  const place = document.getElementById("timeline");
  const names = span(months);
  place.replaceChildren();
  if (names.length < 2) return;
  const wide = place.clientWidth || 360;
  const slot = wide / names.length;
  const turned = getComputedStyle(place).direction === "rtl";
  const at = (index) => (turned ? wide - (index + 1) * slot : index * slot);
  const most = Math.max(...Object.values(months));
  const svg = made("svg", { viewBox: `0 0 ${wide} ${HIGH + FOOT}`, width: wide, height: HIGH + FOOT, "aria-hidden": "true" }, place);
  const inside = (name) => (!chosen.since || lastDay(name) >= chosen.since) && (!chosen.until || `${name}-01` <= chosen.until);
  const monthly = names.length <= MONTHS;
  let labelled = -Infinity;
  names.forEach((name, index) => {
    const tall = months[name] ? Math.max(2, (months[name] / most) * (HIGH - 4)) : 0;
    const bar = made("rect", {
      x: at(index) + Math.min(0.5, slot / 5), width: Math.max(0.6, slot - Math.min(1, slot / 2.5)), y: HIGH - tall, height: tall,
      class: inside(name) ? "bar-in" : "bar-out",
    }, svg);
    made("title", {}, bar).textContent = `${run(digits(name, place))}: ${digits(months[name] ?? 0, place)}`;
    const wanted = monthly || name.endsWith("-01") || !index;
    const edge = monthly ? 24 : 14;
    const x = Math.max(edge, Math.min(wide - edge, at(index) + slot / 2));
    if (wanted && Math.abs(x - labelled) > (monthly ? 56 : 34)) {
      labelled = x;
      made("text", { x, y: HIGH + FOOT - 2, "text-anchor": "middle", direction: "ltr" }, svg).textContent =
        digits(name.slice(0, monthly ? 7 : 4), place);
    }
  });
  made("line", { x1: 0, x2: wide, y1: HIGH, y2: HIGH, class: "axis" }, svg);
  brush(svg, { wide, slot, names, turned, at }, choose);
}

function brush(svg, { wide, slot, names, turned, at }, choose) {
  const index = (x) => {
    const near = Math.floor(Math.max(0, Math.min(wide - 0.01, turned ? wide - x : x)) / slot);
    return Math.min(names.length - 1, near);
  };
  let from = null;
  const shade = made("rect", { y: 0, height: HIGH, width: 0, class: "brush" }, svg);
  const x = (event) => ((event.clientX - svg.getBoundingClientRect().x) / svg.getBoundingClientRect().width) * wide;
  const show = (one, other) => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    shade.setAttribute("x", Math.min(at(low), at(high)));
    shade.setAttribute("width", (high - low + 1) * slot);
    return [low, high];
  };
  svg.addEventListener("pointerdown", (event) => {
    from = index(x(event));
    svg.setPointerCapture(event.pointerId);
    show(from, from);
  });
  svg.addEventListener("pointermove", (event) => {
    if (from !== null) show(from, index(x(event)));
  });
  svg.addEventListener("pointerup", (event) => {
    if (from === null) return;
    const [low, high] = show(from, index(x(event)));
    from = null;
    choose(`${names[low]}-01`, lastDay(names[high]));
  });
}
