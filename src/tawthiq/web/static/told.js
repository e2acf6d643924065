// What became of what was just asked or sent, where the page stays as it is: at the foot of the window, until closed.

const place = () => document.getElementById("told");

export function hush() {
  place().replaceChildren();
}

export function tell(text) {
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = place().dataset.close;
  close.addEventListener("click", hush);
  const line = document.createElement("p");
  line.dir = "auto";
  line.append(text);
  place().replaceChildren(line, close);
}

// One of the page's own sentences, by its name.
export function say(what, values = {}) {
  const text = Object.entries(values).reduce((said, [name, value]) => said.replace(`{${name}}`, `\u2068${value}\u2069`), place().dataset[what]);
  tell(text);
}
