// Single keys, by their place on the keyboard: an Arabic layout has the same places. Never while somebody types.

import { cover } from "./highlight.js";

const TYPING = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";

function act(action) {
  const part = document.querySelector(`[data-key="${action}"]`);
  if (!part) return false;
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
  document.addEventListener("click", (event) => {
    const names = event.target.closest("[data-names]");
    if (names) {
      const covered = document.body.dataset.masks !== "1";
      document.body.dataset.masks = covered ? "1" : "0";
      names.setAttribute("aria-pressed", String(covered));
      cover(null);
    }
    if (event.target.closest("[data-help]")) help();
    const aimed = event.target.closest("button[data-focus]");
    if (aimed && event.isTrusted) document.getElementById(aimed.dataset.focus)?.focus();
  });
}
