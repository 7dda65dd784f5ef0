// The list beside a draft: its findings by family, what may be done about each, and the filters above it.
import { element } from "./element.js";
import { say } from "./texts.js";

export const SEVERITIES = ["error", "warning", "info"];

export function grouped(findings) {
  const families = new Map();
  for (const finding of findings) families.set(finding.family, [...(families.get(finding.family) ?? []), finding]);
  return families;
}

// A box for every severity and family that occurs; `off` holds the names switched off.
export function filters(findings, off, changed) {
  const box = (name, label, count) => element("label", {},
    element("input", { type: "checkbox", value: name, checked: !off.has(name), onchange: event => changed(name, event.target.checked) }),
    ` ${label} `, element("span", { class: "count" }, String(count)));
  const severities = SEVERITIES.map(severity => [severity, say(severity), findings.filter(f => f.severity === severity).length]);
  const families = [...grouped(findings)].map(([family, members]) => [family, members[0].family_title, members.length]);
  return [severities.filter(([, , count]) => count), families].filter(boxes => boxes.length)
    .map(boxes => element("div", {}, ...boxes.map(parts => box(...parts))));
}

export function list(draft, isShown, act) {
  const shown = draft.findings.filter(isShown);
  if (!shown.length) return [element("p", { class: "empty" }, say(draft.findings.length ? "hidden" : "clean"))];
  return [...grouped(shown).values()].flatMap(members => [
    element("h3", {}, `${members[0].family_title} `, element("span", { class: "count" }, String(members.length))),
    element("ul", {}, ...members.map(finding => entry(draft, finding, act))),
  ]);
}

function entry(draft, finding, act) {
  const offer = draft.accepted.get(finding.key);
  const state = offer ? "accepted" : draft.ignored.has(finding.key) ? "ignored" : "open";
  return element("li", { class: `finding ${finding.severity} ${state}`, "data-key": finding.key },
    element("button", { type: "button", class: "jump", onclick: () => act.show(finding) },
      element("small", {}, say("place", finding)), element("span", { class: "message" }, finding.message)),
    ...finding.related.map(place => element("small", { class: "related" }, say("related", place))),
    element("div", { class: "actions" }, ...(state === "open" ? open(finding, act) : closed(finding, state, offer, act)),
      element("a", { class: "rule", href: `#rules/${finding.rule}` }, finding.rule)));
}

function open(finding, act) {
  const accept = finding.offers.map(offer =>
    element("button", { type: "button", class: "accept", onclick: () => act.accept(finding, offer) }, worded(offer)));
  return [...accept, element("button", { type: "button", class: "ignore", onclick: () => act.ignore(finding) }, say("ignore"))];
}

function closed(finding, state, offer, act) {
  const said = state === "accepted" ? say("accepted", { what: worded(offer) }) : say("ignored");
  return [element("span", { class: "state" }, said),
    element("button", { type: "button", class: "undo", onclick: () => act.undo(finding) }, say("undo"))];
}

function worded({ text, replaces }) {
  return say(!text ? "delete" : replaces.start === replaces.end ? "insert" : "replace", { text });
}
