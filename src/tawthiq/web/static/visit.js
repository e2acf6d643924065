// From page to page without loading everything anew: the next claim is fetched and read ahead, and only <main> is changed.
// Where something is in the way, the browser goes there as it always does; with `stay`, not to a door that is shut.
// Without a connection the page that is there stays.
import { hush, say, tell } from "./told.js";

const SHUT = 403;
const ahead = new Map();
let asking = 0;
let whenReady = () => {};

async function fetched(address) {
  const answer = await fetch(address, { credentials: "same-origin", headers: { Accept: "text/html" } });
  return { address: answer.url, status: answer.status, ok: answer.ok, page: read(await answer.text()) };
}

export function forget() {
  ahead.clear();
}

// Whether the page is there. `asks` where a form asked: what is wrong with it is told beside it.
export async function visit(address, { push = true, top = true, stay = false, asks = false } = {}) {
  const mine = ++asking;
  const wanted = ahead.get(address) ?? fetched(address);
  ahead.clear();
  const found = await wanted.catch(() => null);
  if (mine !== asking) return true; // another page was asked for meanwhile
  if (!found) {
    if (!stay) say("page");
    return false;
  }
  if (!found.ok) {
    const said = asks && found.page.querySelector("main .said")?.textContent;
    if (said) tell(said);
    else if (!stay || found.status !== SHUT) location.assign(address);
    return true;
  }
  if (!show(found, { push, top })) {
    if (!stay) location.assign(address); // the door of a team
    return true;
  }
  if (!stay) hush();
  lookAhead();
  return true;
}

export const read = (text) => new DOMParser().parseFromString(text, "text/html");

// Puts a page that was fetched in the place of the one that is there.
export function show({ address, page }, { push = false, top = true } = {}) {
  const main = page.querySelector("main");
  const bar = page.querySelector("header.bar");
  if (!main || !bar) return false;
  const held = kept();
  for (const part of document.querySelectorAll("main [data-keep]")) main.querySelector(`#${part.id}`)?.replaceWith(part);
  document.querySelector("main").replaceWith(document.adoptNode(main));
  document.querySelector("header.bar").replaceWith(document.adoptNode(bar));
  document.title = page.title;
  document.body.dataset.seal = page.body.dataset.seal;
  document.body.dataset.person = page.body.dataset.person;
  document.body.dataset.keys = page.body.dataset.keys;
  for (const button of document.querySelectorAll("[data-cover]"))
    button.setAttribute("aria-pressed", String(document.body.dataset[button.dataset.cover] === "1"));
  if (push && address !== location.href) history.pushState({}, "", address);
  else history.replaceState({}, "", address);
  restore(held, top);
  document.getElementById("said").textContent = document.getElementById("how-many")?.textContent ?? page.title;
  whenReady();
  return true;
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

function asked(form, submitter) {
  const pairs = [...new FormData(form, submitter)].filter(([, value]) => value !== "");
  const text = new URLSearchParams(pairs).toString();
  const address = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  return new URL(text ? `${address}?${text}` : address, location.href).href;
}

export function follow(ready) {
  whenReady = ready;
  lookAhead();
  addEventListener("popstate", () => location.reload());
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-key], .claims a");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    visit(link.href);
  });
  let waiting;
  const look = (event) => {
    const form = event.target.name && event.target.form?.matches("[data-live]") ? event.target.form : null;
    if (!form) return; // a box that ticks others asks for nothing
    clearTimeout(waiting);
    waiting = setTimeout(() => visit(asked(form), { push: event.type === "change", top: false }), event.type === "input" ? 300 : 0);
  };
  document.addEventListener("change", look);
  document.addEventListener("input", (event) => {
    if (event.target.matches?.("[type=search]")) look(event);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "get") return;
    event.preventDefault();
    const isLive = form.matches("[data-live]");
    visit(asked(form, event.submitter), { top: !isLive, asks: !isLive });
  });
}
