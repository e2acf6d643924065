// The map: outlines of countries from the package, a circle for the incidents of each field, all drawn here.
// Moving it asks the list for what is in sight; nothing is fetched from elsewhere.
import { digits } from "./digits.js";

const MILLI = 1000;
const LEAST = 2, MOST = 4000; // pixels a degree
const SEEN = 0.7; // pixels: of a step of a line that is drawn
const ROOM = 5; // degrees around what is found: a single place stands among its neighbours
const FIELDS = 6, NEAR = 26; // pixels: of a field that is asked for, and within which fields are one circle
let outlines, view, cells = [], joined = {}, part, canvas, told = () => {};

const northing = (lat) => (Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, lat)) * Math.PI) / 360)) * 180) / Math.PI;
const latitude = (y) => (Math.atan(Math.exp((y * Math.PI) / 180)) * 360) / Math.PI - 90;

function walked(steps) {
  // Degrees of a line that is given by its steps, in thousandths.
  let lon = 0, lat = 0;
  const points = [];
  for (let at = 0; at < steps.length; at += 2) points.push([(lon += steps[at]) / MILLI, (lat += steps[at + 1]) / MILLI]);
  return points;
}

function lines(degrees) {
  // Points of a line, projected, with the box around them.
  const points = new Float64Array(degrees.length * 2);
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [at, [lon, lat]] of degrees.entries()) {
    const px = lon, py = northing(lat);
    points[2 * at] = px;
    points[2 * at + 1] = py;
    box[0] = Math.min(box[0], px); box[1] = Math.min(box[1], py);
    box[2] = Math.max(box[2], px); box[3] = Math.max(box[3], py);
  }
  return { points, box };
}

async function land() {
  if (outlines.rings.length || !part.dataset.outlines) return;
  const answer = await fetch(part.dataset.outlines).catch(() => null);
  if (!answer?.ok) return;
  const found = await answer.json();
  // The fine map that is built, or the coarse one of the package: lines of each country.
  const { rings, borders } = found.rings
    ? { rings: found.rings.map(walked), borders: found.borders.map(walked) }
    : { rings: Object.values(found).flat(), borders: [] };
  outlines = { rings: rings.map(lines), borders: borders.map(lines) };
}

const across = (lon) => canvas.clientWidth / 2 + (lon - view.lon) * view.scale;
const down = (lat) => canvas.clientHeight / 2 - (northing(lat) - view.y) * view.scale;

export function box() {
  // West, south, east and north of what is in sight.
  const wide = canvas.clientWidth / 2 / view.scale, high = canvas.clientHeight / 2 / view.scale;
  return [Math.max(-180, view.lon - wide), latitude(view.y - high), Math.min(180, view.lon + wide), latitude(view.y + high)]
    .map((degrees) => Number(degrees.toFixed(3)));
}

function trace(pen, { points }, wide, high) {
  const { lon, y: north, scale } = view, last = points.length - 2;
  let beforeX = 0, beforeY = 0;
  for (let at = 0; at <= last; at += 2) {
    const x = wide + (points[at] - lon) * scale, y = high - (points[at + 1] - north) * scale;
    // A line that leaves at one edge of the world goes on at the other.
    if (!at || Math.abs(points[at] - points[at - 2]) >= 180) pen.moveTo(x, y);
    else if (at === last || Math.abs(x - beforeX) + Math.abs(y - beforeY) >= SEEN) pen.lineTo(x, y);
    else continue; // a step that nobody sees: from afar most are
    beforeX = x;
    beforeY = y;
  }
}

function draw() {
  if (!canvas?.isConnected || !view) return;
  const ratio = devicePixelRatio || 1, { clientWidth, clientHeight } = canvas;
  canvas.width = Math.round(clientWidth * ratio);
  canvas.height = Math.round(clientHeight * ratio);
  const pen = canvas.getContext("2d");
  const look = getComputedStyle(part);
  const colour = (name) => look.getPropertyValue(name).trim();
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, clientWidth, clientHeight);
  const wide = clientWidth / 2 / view.scale, high = clientHeight / 2 / view.scale;
  const drawn = (one) => trace(pen, one, clientWidth / 2, clientHeight / 2);
  const seen = ({ box: [west, south, east, north] }) =>
    west < view.lon + wide && east > view.lon - wide && south < view.y + high && north > view.y - high;
  pen.beginPath();
  outlines.rings.filter(seen).forEach(drawn);
  pen.fillStyle = colour("--land");
  pen.fill("evenodd");
  pen.strokeStyle = colour("--coast");
  pen.lineWidth = 0.7;
  pen.stroke();
  pen.beginPath();
  outlines.borders.filter(seen).forEach(drawn);
  pen.strokeStyle = colour("--border");
  pen.lineWidth = 1;
  pen.stroke();
  circles(pen, colour);
}

function spots() {
  // Fields that would lie over one another as one, in the middle of their incidents. Moving the map makes no others.
  const { scale } = view;
  if (joined.cells === cells && joined.scale === scale) return joined.found;
  const found = [];
  for (const [lat, lon, incidents] of cells) {
    const x = lon * scale, y = northing(lat) * scale;
    const near = found.find((spot) => (spot.x - x) ** 2 + (spot.y - y) ** 2 < NEAR ** 2);
    if (near) {
      near.incidents += incidents;
      near.lat += ((lat - near.lat) * incidents) / near.incidents;
      near.lon += ((lon - near.lon) * incidents) / near.incidents;
      near.x = near.lon * scale;
      near.y = northing(near.lat) * scale;
    } else {
      found.push({ lat, lon, incidents, x, y });
    }
  }
  joined = { cells, scale, found };
  return found;
}

const radius = (incidents) => Math.min(22, 4 + 2.4 * Math.sqrt(incidents));

function circles(pen, colour) {
  pen.font = "600 11px " + getComputedStyle(document.body).fontFamily;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  for (const { lat, lon, incidents } of spots()) {
    pen.beginPath();
    pen.arc(across(lon), down(lat), radius(incidents), 0, 2 * Math.PI);
    pen.globalAlpha = 0.72;
    pen.fillStyle = colour("--spot");
    pen.fill();
    pen.globalAlpha = 1;
    pen.strokeStyle = colour("--ground");
    pen.stroke();
    if (incidents > 3) {
      pen.fillStyle = colour("--ground");
      pen.fillText(digits(incidents, part), across(lon), down(lat) + 0.5);
    }
  }
}

function around(found) {
  // Everything that was found in sight.
  const lons = found.map(([, lon]) => lon), ys = found.map(([lat]) => northing(lat));
  if (!found.length) return { lon: 40, y: northing(30), scale: 12 };
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...ys), Math.max(...ys)];
  const room = Math.min(canvas.clientWidth / (east - west + ROOM), canvas.clientHeight / (north - south + ROOM));
  return { lon: (west + east) / 2, y: (south + north) / 2, scale: Math.max(LEAST, Math.min(400, room * 0.9)) };
}

export const step = () => Math.max(0.01, Number((FIELDS / view.scale).toPrecision(1)));

let resting, drawing = 0;
function moved() {
  // Once a frame, however often a pointer or a wheel tells.
  drawing ||= requestAnimationFrame(() => {
    drawing = 0;
    draw();
  });
  clearTimeout(resting);
  resting = setTimeout(() => told(box()), 350);
}

function zoom(factor, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) {
  const scale = Math.max(LEAST, Math.min(MOST, view.scale * factor));
  const dx = x - canvas.clientWidth / 2, dy = canvas.clientHeight / 2 - y;
  view = { lon: view.lon + dx / view.scale - dx / scale, y: view.y + dy / view.scale - dy / scale, scale };
  moved();
}

function pan(dx, dy) {
  view = { ...view, lon: Math.max(-180, Math.min(180, view.lon - dx / view.scale)), y: Math.max(-180, Math.min(180, view.y + dy / view.scale)) };
  moved();
}

function listen() {
  const held = new Map();
  let far = 0, went = 0;
  canvas.addEventListener("pointerdown", (event) => {
    held.set(event.pointerId, event);
    canvas.setPointerCapture(event.pointerId);
    went = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = held.get(event.pointerId);
    if (!before) return;
    held.set(event.pointerId, event);
    if (held.size === 2) {
      const [one, other] = [...held.values()];
      const apart = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
      if (far) zoom(apart / far);
      far = apart;
      return;
    }
    went += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
    pan(event.clientX - before.clientX, event.clientY - before.clientY);
  });
  const end = (event) => {
    if (held.delete(event.pointerId) && event.type === "pointerup" && went < 4) {
      const aimed = ({ lat, lon, incidents }) =>
        Math.hypot(across(lon) - event.offsetX, down(lat) - event.offsetY) <= radius(incidents);
      const spot = spots().find(aimed);
      if (spot) {
        view = { ...view, lon: spot.lon, y: northing(spot.lat) };
        zoom(3);
      }
    }
    far = 0;
  };
  canvas.addEventListener("pointerup", end);
  canvas.addEventListener("pointercancel", end);
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 400), event.offsetX, event.offsetY);
  }, { passive: false });
  canvas.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
    if (way) pan(...way);
    else if (event.key === "+" || event.key === "=") zoom(1.6);
    else if (event.key === "-") zoom(1 / 1.6);
    else return;
    event.preventDefault();
  });
  part.addEventListener("click", (event) => {
    const factor = event.target.closest("[data-zoom]")?.dataset.zoom;
    if (factor) zoom(Number(factor));
  });
  new ResizeObserver(draw).observe(canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
}

export function bind(whenMoved) {
  // The map of the page that is there now; the same one stays over pages of the list.
  told = whenMoved;
  const fresh = document.getElementById("map");
  if (fresh === part) return;
  part = fresh;
  canvas = part.querySelector("canvas");
  view = undefined;
  outlines ??= { rings: [], borders: [] };
  listen();
  land().then(draw);
}

export const bound = () => view !== undefined;

export function look([west, south, east, north]) {
  const high = northing(north) - northing(south);
  const scale = Math.min(canvas.clientWidth / (east - west), canvas.clientHeight / high);
  view = { lon: (west + east) / 2, y: (northing(south) + northing(north)) / 2, scale: Math.max(LEAST, Math.min(MOST, scale)) };
}

export function fit(found) {
  view = around(found);
}

export function show(found) {
  cells = found.toSorted((one, other) => other[2] - one[2]);
  draw();
}
