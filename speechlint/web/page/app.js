// The page put together: drafts come in, one is looked at, choices are made, files go out.
import * as api from "./api.js";
import { Draft, rendered } from "./draft.js";
import { element } from "./element.js";
import { SEVERITIES, filters, list } from "./findings.js";
import { listRules, showRules } from "./rules.js";
import { say, switchLanguage, tell } from "./texts.js";

const FILES = 10;
const SIZE = 20 * 2 ** 20;
const AT_ONCE = 2;
const at = id => document.getElementById(id);
const off = new Set();
let drafts = [];
let shown = null;
let current = null;
let runs = 0;

const isShown = finding => !off.has(finding.severity) && !off.has(finding.family);
const status = text => { at("status").textContent = text; };

// Drafts come in

async function take(sources) {
  if (!sources.length) return;
  if (sources.length > FILES) return status(say("too-many", { limit: FILES }));
  off.clear();
  drafts = sources.map(source => new Draft(source));
  shown = drafts.length === 1 ? drafts[0] : null;
  current = null;
  at("start").hidden = true;
  fromTheTop();
  await checkAll();
}

function fromTheTop() {
  for (const id of ["draft", "findings"]) at(id).scrollTop = 0;
}

async function checkAll() {
  const run = ++runs;
  const waiting = [...drafts];
  showAll();
  const worker = async () => {
    for (let draft = waiting.shift(); draft; draft = waiting.shift()) {
      status(say("checking", { name: draft.name }));
      const record = await recordOf(draft);
      if (run !== runs) return;
      draft.record = record;
      showAll();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (run !== runs) return;
  shown ??= drafts.find(draft => !draft.record.error) ?? null;
  showAll();
  status(say("checked", { count: drafts.reduce((sum, draft) => sum + draft.findings.length, 0) }));
}

async function recordOf(draft) {
  if (draft.source.size > SIZE) return { error: say("too-large") };
  try {
    return await api.check(draft.source);
  } catch (error) {
    return { error: error.message };
  }
}

// What is shown

function showAll() {
  at("summary").hidden = drafts.length < 2;
  at("summary").querySelector("tbody").replaceChildren(...drafts.map(row));
  at("work").hidden = !shown;
  at("again").hidden = !drafts.length;
  if (shown) showDraft();
}

function row(draft) {
  const { record } = draft;
  const name = element("th", { scope: "row" }, element("button", { type: "button", "aria-pressed": String(draft === shown), onclick: () => choose(draft) }, draft.name));
  if (!record) return element("tr", {}, name, element("td", { colspan: "4" }, say("waiting")));
  if (record.error) return element("tr", {}, name, element("td", { colspan: "4", class: "problem" }, record.error));
  return element("tr", {}, name, ...[record.characters, ...SEVERITIES.map(severity => draft.count(severity))].map(count => element("td", {}, String(count))));
}

function choose(draft) {
  shown = draft;
  current = null;
  showAll();
  fromTheTop();
  at("work").scrollIntoView({ block: "start" });
}

function showDraft() {
  const { record } = shown;
  const read = Boolean(record && !record.error);
  at("name").textContent = shown.name;
  at("notes").textContent = !record ? say("waiting") : record.error ?? record.notes.join("\n");
  at("notes").classList.toggle("problem", Boolean(record?.error));
  for (const id of ["counts", "accept-safe", "downloads", "panes"]) at(id).hidden = !read;
  for (const id of ["outline", "timeline"]) {
    at(id).hidden = !record?.[id];
    at(id).querySelector(".picture").replaceChildren(...pictures(record?.[id]));
  }
  if (!read) return;
  at("filters").replaceChildren(...filters(shown.findings, off, filter));
  showChoices();
}

// Drawn by the server, every text in it escaped; nothing in it is ever run.
const pictures = drawn => drawn ? [...new DOMParser().parseFromString(drawn, "text/html").body.children] : [];

function showChoices() {
  const kept = [at("draft").scrollTop, at("findings").scrollTop];
  at("draft").replaceChildren(rendered(shown, isShown));
  at("list").replaceChildren(...list(shown, isShown, actions));
  [at("draft").scrollTop, at("findings").scrollTop] = kept;
  const safe = shown.safe().length;
  at("accept-safe").textContent = say("accept-safe", { count: safe });
  at("accept-safe").disabled = !safe;
  at("counts").textContent = say("counts", { count: shown.findings.length, accepted: shown.accepted.size, ignored: shown.ignored.size });
  for (const button of at("downloads").children) offer(button);
  point();
}

function offer(button) {
  const { kind } = button.dataset;
  const plain = ["txt", "md"].includes(shown.record.format);
  const old = !plain && !/\.(docx|docm|dotx|dotm)$/i.test(shown.name);
  button.hidden = plain && kind !== "fixed";
  const reason = old ? say("need-docx") : kind !== "comments" && !shown.accepted.size ? say("need-accepted") : "";
  button.disabled = Boolean(reason);
  button.title = reason;
}

function filter(name, on) {
  if (on) off.delete(name);
  else off.add(name);
  showChoices();
}

// From a finding to its place and back

function point() {
  for (const old of document.querySelectorAll(".current")) old.classList.remove("current");
  if (!current) return {};
  const entry = at("list").querySelector(`[data-key="${current}"]`);
  const marks = [...at("draft").querySelectorAll("mark")].filter(mark => mark.dataset.keys.split(" ").includes(current));
  for (const one of [entry, ...marks]) one?.classList.add("current");
  return { entry, mark: marks[0] };
}

function show(finding, focus = false) {
  current = finding.key;
  const { entry, mark } = point();
  mark?.scrollIntoView({ block: "center" });
  entry?.scrollIntoView({ block: "nearest" });
  if (focus) entry?.querySelector("button").focus({ preventScroll: true });
}

function step(by) {
  const entries = [...at("list").querySelectorAll(".finding")];
  const index = entries.findIndex(entry => entry.dataset.key === current);
  const next = entries[index < 0 ? 0 : Math.min(Math.max(index + by, 0), entries.length - 1)];
  if (next) show(shown.finding(next.dataset.key), true);
}

function changed(change) {
  return (finding, ...rest) => {
    change(finding, ...rest);
    current = finding.key;
    showChoices();
    at("list").querySelector(".current button")?.focus({ preventScroll: true });
  };
}

const actions = {
  show,
  accept: changed((finding, offer) => shown.accept(finding, offer)),
  ignore: changed(finding => shown.ignore(finding)),
  undo: changed(finding => shown.undo(finding)),
};

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  a: finding => finding?.offers.length && actions.accept(finding, finding.offers[0]),
  i: finding => finding && actions.ignore(finding),
  u: finding => finding && actions.undo(finding),
};

// Files go out

async function download(kind) {
  const draft = shown;
  status(say("making"));
  try {
    const file = await api.review(draft.source, draft.choices(kind));
    const link = element("a", { href: URL.createObjectURL(file.blob), download: file.name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    const wanted = draft.accepted.size;
    const count = kind === "comments" ? file.comments : file.changes;
    const key = kind === "comments" ? "made-comments" : count < wanted ? "made-fewer" : "made-changes";
    status(say(key, { name: file.name, count, wanted }));
  } catch (error) {
    status(error.message);
  }
}

function restart() {
  runs += 1;
  drafts = [];
  shown = null;
  showAll();
  status("");
  at("start").reset();
  at("start").hidden = false;
  at("files").focus();
}

// Views and events

async function route() {
  const [view, ...rest] = location.hash.slice(1).split("/").map(decodeURIComponent);
  const isRules = view === "rules";
  at("check").hidden = isRules;
  at("rules").hidden = !isRules;
  for (const link of document.querySelectorAll("nav a")) {
    if ((link.dataset.view === "rules") === isRules) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (!isRules) return;
  try {
    await showRules(rest.join("/"));
  } catch (error) {
    status(error.message);
  }
}

function listen() {
  at("files").addEventListener("change", event => take([...event.target.files]));
  at("start").addEventListener("submit", event => {
    event.preventDefault();
    const text = at("pasted").value;
    if (text.trim()) take([{ name: say("pasted"), text }]);
  });
  for (const name of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(name, event => {
      event.preventDefault();
      at("drop").classList.toggle("over", name === "dragover");
    });
  }
  document.addEventListener("drop", event => { location.hash = ""; take([...event.dataTransfer.files]); });
  at("draft").addEventListener("click", event => {
    const key = event.target.closest("mark")?.dataset.keys.split(" ").find(one => isShown(shown.finding(one)));
    if (key) show(shown.finding(key));
  });
  at("accept-safe").addEventListener("click", () => {
    for (const [finding, offer] of shown.safe()) shown.accept(finding, offer);
    showChoices();
  });
  for (const button of at("downloads").children) button.addEventListener("click", () => download(button.dataset.kind));
  at("again").addEventListener("click", restart);
  at("search").addEventListener("input", () => listRules());
  at("language").addEventListener("click", () => {
    switchLanguage();
    route();
    if (drafts.length) checkAll();
  });
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (shown?.record && !at("check").hidden) KEYS[event.key]?.(current && shown.finding(current));
  });
  window.addEventListener("hashchange", route);
}

tell();
listen();
route();
