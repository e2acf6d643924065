// The digits that the reader chose, for what is drawn here: the elements drawn in say which.
export function digits(text, part) {
  return part.dataset.digits === "arabic" ? String(text).replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[digit]) : String(text);
}

// A day or a month that runs from left to right with either digits, where no element can say so.
export const run = (text) => `\u2066\u202d${text}\u202c\u2069`;
