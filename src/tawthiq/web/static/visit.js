// From page to page without loading everything anew: the next claim is fetched ahead, and only <main> is changed.
// Where something is in the way, the browser goes there as it always does; with `stay`, not to a door that is shut.

const SHUT = 403;
const ahead = new Map();
let whenReady = () => {};

async function fetched(address) {
  const answer = await fetch(address, { credentials: "same-origin", headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(String(answer.status), { cause: answer.status });
  return { address: answer.url, text: await answer.text() };
}

export function forget() {
  ahead.clear();
}

export async function visit(address, { push = true, top = true, stay = false } = {}) {
  const wanted = ahead.get(address) ?? fetched(address);
  ahead.clear();
  let found;
  try {
    found = await wanted;
  } catch (error) {
    if (error instanceof TypeError) throw error; // no connection: stay on the page that is there
    if (!stay || error.cause !== SHUT) location.assign(address);
    return;
  }
  const page = new DOMParser().parseFromString(found.text, "text/html");
  const main = page.querySelector("main");
  const bar = page.querySelector("header.bar");
  if (!main || !bar) { // the door of a team
    if (!stay) location.assign(address);
    return;
  }
  const held = kept();
  for (const part of document.querySelectorAll("main [data-keep]")) main.querySelector(`#${part.id}`)?.replaceWith(part);
  document.querySelector("main").replaceWith(document.adoptNode(main));
  document.querySelector("header.bar").replaceWith(document.adoptNode(bar));
  document.title = page.title;
  document.body.dataset.seal = page.body.dataset.seal;
  document.body.dataset.person = page.body.dataset.person;
  document.body.dataset.keys = page.body.dataset.keys;
  const covered = document.body.dataset.masks === "1";
  document.querySelector("[data-names]")?.setAttribute("aria-pressed", String(covered));
  if (push && found.address !== location.href) history.pushState({}, "", found.address);
  else history.replaceState({}, "", found.address);
  restore(held, top);
  document.getElementById("said").textContent = document.getElementById("how-many")?.textContent ?? page.title;
  whenReady();
  lookAhead();
}

function kept() {
  // Where the person was typing, and which parts were folded open.
  const active = document.activeElement;
  const open = [...document.querySelectorAll("main details[id]")].map((part) => [part.id, part.open]);
  const caret = active?.type === "search" || active?.type === "text" ? active.selectionStart : null;
  return { id: active?.closest("main") ? active.id : "", caret, open };
}

function restore({ id, caret, open }, top) {
  for (const [name, isOpen] of open) {
    const part = document.getElementById(name);
    if (part) part.open = isOpen;
  }
  const before = id && document.getElementById(id);
  if (before) {
    before.focus({ preventScroll: true });
    if (caret !== null) before.setSelectionRange?.(caret, caret);
  } else if (top) {
    document.querySelector("main").focus({ preventScroll: true });
  }
  if (top) scrollTo(0, 0);
}

function lookAhead() {
  const link = document.querySelector("a[data-ahead]");
  if (link && !ahead.has(link.href)) {
    const coming = fetched(link.href);
    coming.catch(() => ahead.delete(link.href));
    ahead.set(link.href, coming);
  }
}

function asked(form) {
  const pairs = [...new FormData(form)].filter(([, value]) => value !== "");
  const text = new URLSearchParams(pairs).toString();
  return new URL(text ? `${form.getAttribute("action")}?${text}` : form.getAttribute("action"), location.href).href;
}

export function follow(ready) {
  whenReady = ready;
  lookAhead();
  addEventListener("popstate", () => location.reload());
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-key], .claims a");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    visit(link.href).catch(() => location.assign(link.href));
  });
  let waiting;
  const look = (event) => {
    const form = event.target.form?.matches("[data-live]") ? event.target.form : null;
    if (!form) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => visit(asked(form), { push: event.type === "change", top: false }).catch(() => {}), event.type === "input" ? 300 : 0);
  };
  document.addEventListener("change", look);
  document.addEventListener("input", (event) => {
    if (event.target.matches?.("[type=search]")) look(event);
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-live]")) return;
    event.preventDefault();
    visit(asked(event.target), { top: false }).catch(() => event.target.submit());
  });
}
