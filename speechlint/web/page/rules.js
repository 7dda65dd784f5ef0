// The rules: a list by family to search in, and the page of the one chosen.
import * as api from "./api.js";
import { element } from "./element.js";
import { grouped } from "./findings.js";
import { language, say } from "./texts.js";

const at = id => document.getElementById(id);
let known = [];
let knownIn = null;

export async function showRules(id) {
  if (knownIn !== language()) {
    known = await api.rules();
    knownIn = language();
  }
  listRules(id);
  at("rule").replaceChildren(...(id ? page(await api.rule(id)) : [element("p", { class: "soft" }, say("pick-rule"))]));
  if (id) at("rule").focus({ preventScroll: true });
  if (id) at("rule").scrollIntoView({ block: "nearest" });
}

export function listRules(current = "") {
  const words = at("search").value.trim().toLowerCase();
  const found = known.filter(rule => `${rule.id} ${rule.title} ${rule.family_title}`.toLowerCase().includes(words));
  at("rule-list").lastElementChild.replaceChildren(...[...grouped(found).values()].flatMap(members => [
    element("h3", {}, `${members[0].family_title} `, element("span", { class: "count" }, String(members.length))),
    element("ul", {}, ...members.map(rule => element("li", {},
      element("a", { href: `#rules/${rule.id}`, ...(rule.id === current ? { "aria-current": "page" } : {}) }, rule.title),
      ` `, element("small", {}, rule.enabled ? rule.id : `${rule.id} · ${say("off")}`)))),
  ]));
}

function page(rule) {
  const facts = [["severity", say(rule.severity)], ["message", rule.message], ["fix", rule.fix], ["source", rule.source], ["measured", rule.measured]];
  return [
    element("h2", {}, rule.title),
    element("p", {}, element("code", {}, rule.id), ` · ${rule.family_title}${rule.enabled ? "" : ` · ${say("off")}`}`),
    element("p", {}, rule.why),
    element("dl", {}, ...facts.filter(([, value]) => value).flatMap(([key, value]) => [element("dt", {}, say(key)), element("dd", {}, value)])),
    element("h3", {}, say("bad")), ...rule.bad.map(example => element("pre", {}, ...marked(example))),
    element("h3", {}, say("good")), ...rule.good.map(example => element("pre", {}, example)),
  ];
}

// ⟦…⟧ in an example is where the finding falls.
function marked(example) {
  return example.split(/(⟦[^⟧]*⟧)/).map(piece =>
    piece.startsWith("⟦") ? element("mark", { class: piece === "⟦⟧" ? "error point" : "error" }, piece.slice(1, -1)) : piece);
}
