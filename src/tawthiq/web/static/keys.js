// Single keys, by their place on the keyboard: an Arabic layout has the same places. Never while somebody types.

import { cover } from "./highlight.js";

const TYPING = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";

function stepped(action) {
  // From row to row of a list with boxes to tick; the space bar ticks.
  const rows = [...document.querySelectorAll("[data-step]")];
  const step = { next: 1, previous: -1 }[action];
  if (!step || !rows.length) return false;
  const at = rows.indexOf(document.activeElement);
  const to = at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + step));
  rows[to].focus();
  return true;
}

function act(action) {
  const part = document.querySelector(`[data-key="${action}"]`);
  if (!part) return stepped(action);
  if (part.dataset.focus) document.getElementById(part.dataset.focus)?.focus();
  else part.click();
  return true;
}

function help() {
  const dialog = document.getElementById("help");
  if (dialog.open) dialog.close();
  else dialog.showModal();
}

export function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.target.closest?.(TYPING)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const keys = JSON.parse(document.body.dataset.keys);
    const undo = event.code === "KeyZ" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (undo) {
      if (act("undo")) event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.keys(keys).length) return;
    if (event.code === "Slash" || event.key === "?" || event.key === "؟") {
      help();
      event.preventDefault();
      return;
    }
    if (document.querySelector("dialog[open]")) return;
    const action = Object.keys(keys).find((name) => keys[name] === event.code);
    if (action && !event.repeat && act(action)) event.preventDefault();
  });
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-pick-all]")) return;
    for (const box of document.querySelectorAll("[data-step]")) box.checked = event.target.checked;
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-cover]");
    if (button) {
      const covered = document.body.dataset[button.dataset.cover] !== "1";
      document.body.dataset[button.dataset.cover] = covered ? "1" : "0";
      button.setAttribute("aria-pressed", String(covered));
      cover(null);
    }
    if (event.target.closest("[data-help]")) help();
    const aimed = event.target.closest("button[data-focus]");
    if (aimed && event.isTrusted) document.getElementById(aimed.dataset.focus)?.focus();
  });
}
