// What the page says, Chinese and English; {name} is filled in.
export const TEXTS = {
  title: ["讲话稿检查", "speech draft check"],
  check: ["检查", "Check"],
  rules: ["规则", "Rules"],
  language: ["English", "中文"],
  drop: ["把 .docx、.doc、.wps、.txt、.md 文件拖到这里", "Drop .docx, .doc, .wps, .txt or .md files here"],
  choose: ["选择文件", "Choose files"],
  limits: ["一次最多 10 个文件，每个不超过 20 MiB", "Up to 10 files at a time, 20 MiB each"],
  paste: ["或者粘贴文字", "Or paste a text"],
  "paste-here": ["在这里粘贴稿件", "Paste the draft here"],
  pasted: ["粘贴的文字", "Pasted text"],
  "check-text": ["检查这段文字", "Check this text"],
  privacy: ["全程在这台电脑上检查，不联网，不留存稿件。", "Checked on this computer only; nothing is sent elsewhere and no draft is kept."],
  file: ["文件", "File"],
  characters: ["字数", "Characters"],
  errors: ["错误", "Errors"],
  warnings: ["警告", "Warnings"],
  infos: ["提示", "Advice"],
  error: ["错误", "Errors"],
  warning: ["警告", "Warnings"],
  info: ["提示", "Advice"],
  checking: ["正在检查 {name}……", "Checking {name}…"],
  waiting: ["检查中", "checking"],
  checked: ["检查完毕：{count} 处问题", "Checked; findings: {count}"],
  counts: ["{count} 处问题，接受 {accepted}，忽略 {ignored}", "Findings: {count}, accepted: {accepted}, ignored: {ignored}"],
  clean: ["没有发现问题", "Nothing was found"],
  hidden: ["筛选之后没有问题", "The filters leave nothing"],
  "accept-safe": ["全部接受有把握的修改（{count}）", "Accept all safe corrections ({count})"],
  comments: ["下载批注稿", "Download with comments"],
  tracked: ["下载修订稿", "Download with tracked changes"],
  fixed: ["下载改好的稿", "Download corrected"],
  "need-docx": ["只有 .docx 能写批注和修订，请先另存为 .docx", "Only .docx files take comments and changes; save it as .docx first"],
  "need-accepted": ["先接受一处修改", "Accept a correction first"],
  making: ["正在生成……", "Writing the file…"],
  "made-comments": ["已下载 {name}：批注 {count} 条", "Downloaded {name}; comments: {count}"],
  "made-changes": ["已下载 {name}：修改 {count} 处", "Downloaded {name}; changes: {count}"],
  "made-fewer": [
    "已下载 {name}：接受的 {wanted} 处中改了 {count} 处，其余在页眉、脚注、域或自动编号里，请手工改",
    "Downloaded {name}: {count} of {wanted} changes were made; the others stand in headers, notes, fields or automatic numbers and are for you to make",
  ],
  again: ["换一份稿件", "Another draft"],
  outline: ["提纲", "Outline"],
  timeline: ["时间线", "Timeline"],
  draft: ["稿件", "Draft"],
  findings: ["问题", "Findings"],
  keys: ["键盘：j 下一处，k 上一处，a 接受，i 忽略，u 撤销", "Keys: j next, k previous, a accept, i ignore, u undo"],
  replace: ["改为“{text}”", "Replace with “{text}”"],
  delete: ["删去", "Delete"],
  insert: ["补上“{text}”", "Insert “{text}”"],
  ignore: ["忽略", "Ignore"],
  undo: ["撤销", "Undo"],
  accepted: ["已接受：{what}", "Accepted: {what}"],
  ignored: ["已忽略", "Ignored"],
  place: ["第 {line} 段第 {column} 字", "paragraph {line}, character {column}"],
  related: ["第 {line} 段“{text}”：{message}", "paragraph {line} “{text}”: {message}"],
  "too-many": ["一次最多 {limit} 个文件", "No more than {limit} files at a time"],
  "too-large": ["文件过大（超过 20 MiB），请拆分后再检查", "Larger than 20 MiB; split it first"],
  unreachable: ["连不上 speechlint，它可能已经关闭；请重新运行 speechlint serve", "speechlint cannot be reached; run speechlint serve again"],
  unreadable: ["文件打不开，可能已被移动、改动，或者是文件夹", "The file cannot be opened; it was moved or changed, or is a folder"],
  search: ["查找规则", "Search the rules"],
  off: ["默认不启用", "off by default"],
  message: ["提示语", "Message"],
  source: ["依据", "Source"],
  fix: ["自动修改", "Fix"],
  severity: ["级别", "Severity"],
  measured: ["实测", "Measured"],
  bad: ["会报", "Reported"],
  good: ["不报", "Not reported"],
  "pick-rule": ["从列表里选一条规则", "Choose a rule from the list"],
};

let index = document.documentElement.lang.startsWith("en") ? 1 : 0;

export const language = () => ["zh", "en"][index];

export function say(key, fields = {}) {
  return TEXTS[key][index].replace(/\{(\w+)\}/g, (_, name) => fields[name]);
}

export function switchLanguage() {
  index = 1 - index;
  document.documentElement.lang = ["zh-CN", "en"][index];
  tell();
}

// Fill in every text that the page itself holds.
export function tell() {
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = say(element.dataset.text);
  for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = say(element.dataset.placeholder);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));
  document.getElementById("language").textContent = say("language");
}
