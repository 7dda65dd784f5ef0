"use strict";
const findings = [...document.querySelectorAll(".finding")];
const marks = [...document.querySelectorAll("mark")];
const boxes = [...document.querySelectorAll(".filters input")];
const marksOf = id => marks.filter(mark => mark.dataset.findings.split(" ").includes(id));

function show(id) {
  document.querySelectorAll(".current").forEach(element => element.classList.remove("current"));
  const finding = document.getElementById(id);
  const places = marksOf(id);
  finding.classList.add("current");
  places.forEach(mark => mark.classList.add("current"));
  if (places.length) places[0].scrollIntoView({ block: "center" });
  finding.scrollIntoView({ block: "nearest" });
}

function filter() {
  const off = new Set(boxes.filter(box => !box.checked).map(box => box.value));
  findings.forEach(finding => {
    finding.hidden = off.has(finding.dataset.family) || off.has(finding.dataset.severity);
  });
  const shown = new Set(findings.filter(finding => !finding.hidden).map(finding => finding.id));
  marks.forEach(mark => mark.classList.toggle("off", !mark.dataset.findings.split(" ").some(id => shown.has(id))));
  document.getElementById("shown").textContent = shown.size;
}

function step(by) {
  const shown = findings.filter(finding => !finding.hidden);
  if (!shown.length) return;
  const at = shown.findIndex(finding => finding.classList.contains("current"));
  show(shown[at < 0 ? 0 : Math.min(Math.max(at + by, 0), shown.length - 1)].id);
}

findings.forEach(finding => finding.addEventListener("click", () => show(finding.id)));
marks.forEach(mark => mark.addEventListener("click", () => {
  const id = mark.dataset.findings.split(" ").find(name => !document.getElementById(name).hidden);
  if (id) show(id);
}));
boxes.forEach(box => box.addEventListener("change", filter));
document.addEventListener("keydown", event => {
  if (event.key === "j") step(1);
  if (event.key === "k") step(-1);
});
filter();
