// A decision is put down in this browser first, then sent; it is crossed out when the server has it.
// So neither a lost connection nor a closed page loses one. What others decided meanwhile is shown, not overwritten.
// What somebody else decided in this browser waits until they are here again: it goes under nobody else's name.
import { hush } from "./told.js";
import { forget, visit } from "./visit.js";

const PLACE = "tawthiq.outbox";
const AGAIN = 3000;
const FULL = 507; // the ledger takes nothing: no room, or not to be written to
let timer;

function outbox() {
  return JSON.parse(localStorage.getItem(PLACE) ?? "[]");
}

function put(items) {
  if (items.length) localStorage.setItem(PLACE, JSON.stringify(items));
  else localStorage.removeItem(PLACE);
  tell(items);
}

function isMine(item) {
  return item.who === document.body.dataset.person;
}

function change(id, make) {
  put(outbox().flatMap((item) => (item.id === id ? make(item) : [item])));
}

async function send(item) {
  const body = new URLSearchParams(item.pairs);
  body.set("seal", document.body.dataset.seal);
  const answer = await fetch(item.address, {
    method: "POST", body, credentials: "same-origin", headers: { Accept: "application/json" },
  });
  if (answer.ok) return "";
  if (answer.status === 409) return `meanwhile ${(await answer.json().catch(() => ({}))).theirs ?? ""}`;
  if (answer.status >= 500 && answer.status !== FULL) throw new TypeError("the server failed");
  const told = await answer.json().catch(() => ({}));
  if (!told.said || answer.status === 401) return "ended"; // another session: its pages have another seal
  return `refused ${told.said ?? answer.status}`;
}

async function flush() {
  clearTimeout(timer);
  for (const item of outbox().filter((one) => isMine(one) && (!one.problem || ["ended", "offline"].includes(one.problem)))) {
    try {
      const problem = await send(item);
      change(item.id, (one) => (problem ? [{ ...one, problem }] : []));
      if (problem === "ended") return;
    } catch {
      change(item.id, (one) => [{ ...one, problem: "offline" }]);
      timer = setTimeout(keep, AGAIN);
      return;
    }
  }
}

export function keep() {
  if (!document.body.dataset.person) return Promise.resolve(); // a page to show in public names nobody
  // One tab sends at a time.
  const held = navigator.locks ? navigator.locks.request(PLACE, flush) : flush();
  tell(outbox());
  return held;
}

// The latest of one's own decisions that never left this browser, no longer kept; undefined where there is none.
export async function takeBackUnsent() {
  await keep();
  const latest = outbox().findLast((item) => isMine(item) && ["ended", "offline"].includes(item.problem));
  if (latest) change(latest.id, () => []);
  return latest;
}

function line(text, ...parts) {
  const made = document.createElement("p");
  made.append(text, ...parts);
  return made;
}

function button(text, work) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", work);
  return made;
}

function tell(items) {
  const place = document.getElementById("outbox");
  const say = place.dataset;
  const lines = [];
  const mine = items.filter(isMine);
  const waiting = mine.filter(({ problem }) => problem === "offline").length;
  const ended = mine.filter(({ problem }) => problem === "ended").length;
  if (waiting) lines.push(line(say.waiting.replace("{n}", waiting)));
  if (ended) lines.push(line(say.ended.replace("{n}", ended)));
  for (const who of new Set(items.filter((item) => !isMine(item)).map((item) => item.who))) {
    const theirs = items.filter((item) => item.who === who).length;
    lines.push(line(say.others.replace("{n}", theirs).replaceAll("{who}", `\u2068${who}\u2069`)));
  }
  for (const item of mine.filter(({ problem }) => /^(meanwhile|refused)/.test(problem))) {
    const look = document.createElement("a");
    look.href = `/claims/${encodeURIComponent(item.claim)}`;
    look.textContent = say.open;
    const drop = button(say.drop, () => change(item.id, () => []));
    const what = document.createElement("bdi");
    what.textContent = `${item.label} (\u2068${item.claim}\u2069)`;
    if (item.problem.startsWith("meanwhile")) {
      const anyway = button(say.anyway, () => {
        change(item.id, (one) => [{ ...one, problem: "", pairs: one.pairs.filter(([name]) => name !== "seen") }]);
        keep().then(forget);
      });
      lines.push(line(say.meanwhile.replace("{theirs}", `\u2068${item.problem.slice(10)}\u2069`), what, anyway, look, drop));
    } else {
      lines.push(line(`${say.refused} ${item.problem.slice(8)}`, what, look, drop));
    }
  }
  place.replaceChildren(...lines);
}

function decided(form, submitter) {
  const data = new FormData(form, submitter);
  const pairs = [...data].filter(([name]) => name !== "seal" && name !== "then").map(([name, value]) => [name, String(value)]);
  const label = submitter?.dataset.label ?? submitter?.textContent.trim() ?? "";
  const { person: who } = document.body.dataset;
  return { id: crypto.randomUUID(), who, address: form.getAttribute("action"), claim: data.get("claim"), label, pairs };
}

async function waited(form, submitter) {
  // A correction may be refused for how it is written: stay until it is known.
  const item = decided(form, submitter);
  const told = form.querySelector(".problem");
  told.textContent = "";
  const problem = await send(item).catch(() => "offline");
  if (!problem) {
    await visit(new FormData(form).get("then"), { push: false, top: false, stay: true });
  } else if (problem.startsWith("refused")) {
    told.textContent = problem.slice(8);
  } else {
    put([...outbox(), { ...item, problem }]);
    timer = setTimeout(keep, AGAIN);
  }
}

export function listenToForms() {
  addEventListener("online", keep);
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const kind = form.dataset.decide;
    if (kind === undefined || event.defaultPrevented) return;
    event.preventDefault();
    hush();
    if (kind === "wait") {
      waited(form, event.submitter);
      return;
    }
    put([...outbox(), decided(form, event.submitter)]);
    const then = new FormData(form).get("then");
    const sent = keep();
    const onward = new URL(then, location.href);
    // What waits for a second reading is another list after each: it is asked for once the server knows.
    const waits = onward.pathname === location.pathname || form.getAttribute("action") === "/second";
    (waits ? sent : Promise.resolve()).then(() => {
      if (waits) forget();
      return visit(onward.href, { stay: true });
    });
  });
}
