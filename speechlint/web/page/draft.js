// A draft with its findings and what was chosen, and its text with a mark around every place found.
import { element } from "./element.js";

const RANK = { info: 0, warning: 1, error: 2 };
// What is put in between two characters counts as standing on the second, as it does where files are written.
const reach = place => Math.max(place.end, place.start + 1);
const overlap = (a, b) => a.start < reach(b) && b.start < reach(a);
// Everything that an offer changes.
const edits = offer => offer ? [offer, ...offer.also] : [];
const collide = (one, other) => edits(one).some(a => edits(other).some(b => overlap(a.replaces, b.replaces)));

export class Draft {
  constructor(source) {
    this.source = source;
    this.name = source.name;
    this.record = null;
    this.accepted = new Map();
    this.ignored = new Set();
  }

  get findings() {
    return this.record?.findings ?? [];
  }

  count(severity) {
    return this.findings.filter(finding => finding.severity === severity).length;
  }

  finding(key) {
    return this.findings.find(finding => finding.key === key);
  }

  // Accept an offer; of two corrections of the same characters only one can be.
  accept(finding, offer) {
    for (const [key, other] of this.accepted) if (collide(other, offer)) this.accepted.delete(key);
    this.ignored.delete(finding.key);
    this.accepted.set(finding.key, offer);
  }

  ignore(finding) {
    this.accepted.delete(finding.key);
    this.ignored.add(finding.key);
  }

  undo(finding) {
    this.accepted.delete(finding.key);
    this.ignored.delete(finding.key);
  }

  // The safe offers still open, disjoint, and clear of what was accepted already.
  safe() {
    const taken = [...this.accepted.values()];
    const open = [];
    for (const finding of this.findings) {
      const offer = finding.offers[0];
      if (!offer?.safe || this.ignored.has(finding.key) || taken.some(other => collide(other, offer))) continue;
      taken.push(offer);
      open.push([finding, offer]);
    }
    return open;
  }

  choices(kind) {
    const accepted = Object.fromEntries([...this.accepted].map(([key, offer]) => [key, offer.text]));
    return { kind, accepted, ignored: [...this.ignored] };
  }
}

// The whole text, a paragraph a line; `isShown` says which findings the filters leave.
export function rendered(draft, isShown) {
  const places = draft.findings.filter(isShown).map(finding => ({ finding, made: edits(draft.accepted.get(finding.key)) }));
  const fragment = document.createDocumentFragment();
  draft.record.lines.forEach((line, index) => {
    // Offsets count characters, not the halves of surrogate pairs.
    const characters = [...line.text];
    const end = line.start + characters.length;
    const here = places.filter(({ finding, made }) => [finding, ...made.map(edit => edit.replaces)].some(place => touches(place, line.start, end)));
    const text = element("span", { class: "text" }, ...pieces(draft, line.start, characters, here));
    fragment.append(element("p", { class: `line ${line.kind}` }, element("b", { "aria-hidden": "true" }, String(index + 1)), text));
  });
  return fragment;
}

const touches = (place, start, end) => place.start <= end && place.end >= start;

function* pieces(draft, start, characters, here) {
  const end = start + characters.length;
  const edges = here.flatMap(({ finding, made }) => [finding, ...made.map(edit => edit.replaces)]).flatMap(place => [place.start, place.end]);
  const cuts = [...new Set([start, end, ...edges.filter(edge => edge > start && edge < end)])].sort((a, b) => a - b);
  for (const [number, from] of cuts.entries()) {
    yield* points(draft, from, here);
    if (number + 1 === cuts.length) return;
    const to = cuts[number + 1];
    const text = characters.slice(from - start, to - start).join("");
    const covers = place => place.start <= from && to <= place.end;
    const over = here.filter(({ finding, made }) => covers(finding) || made.some(edit => covers(edit.replaces)));
    const gone = here.some(({ made }) => made.some(edit => covers(edit.replaces)));
    const content = gone ? element("del", {}, text) : text;
    if (text) yield over.length ? mark(draft, over, content) : content;
  }
}

// What stands at one offset without covering a character: empty findings, and the texts put in.
function* points(draft, at, here) {
  for (const place of here) {
    const { finding, made } = place;
    const put = made.filter(edit => edit.text && edit.replaces.end === at).map(edit => element("ins", {}, edit.text));
    if (finding.start === at && finding.end === at) yield mark(draft, [place], ...put);
    else if (put.length) yield mark(draft, [place], ...put);
  }
}

function mark(draft, places, ...content) {
  const gravest = places.map(({ finding }) => finding.severity).sort((a, b) => RANK[b] - RANK[a])[0];
  const findings = places.map(({ finding }) => finding);
  const state = findings.every(({ key }) => draft.ignored.has(key)) ? "ignored" : gravest;
  return element("mark", {
    class: content.length ? state : `${state} point`,
    "data-keys": findings.map(({ key }) => key).join(" "),
    title: findings.map(({ message }) => message).join("\n"),
  }, ...content);
}
