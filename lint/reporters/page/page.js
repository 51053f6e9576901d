"use strict";
(() => {
  const GRAVITY = ["error", "warning", "advice"];
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  const figure = (number) => number.toLocaleString("en");

  const stories = all(".story").map((element) => ({
    element,
    path: element.dataset.path.toLowerCase(),
    row: null,
    issues: [],
    left: element.querySelector(".left"),
  }));
  for (const row of all("#files tbody tr")) stories[row.dataset.story - 1].row = row;
  const issues = [];
  for (const story of stories) {
    for (const note of all(".note", story.element)) {
      const issue = {
        note, story, rule: note.dataset.rule, severity: note.dataset.severity,
        gravity: GRAVITY.indexOf(note.dataset.severity), list: note.parentElement,
        marks: [], ties: [], ref: null, shown: true, index: -1,
      };
      story.issues[note.querySelector(".number").textContent - 1] = issue;
      issues.push(issue);
    }
  }
  const marks = [];
  for (const story of stories) {
    for (const element of all("mark", story.element)) {
      const own = element.dataset.i.split(" ").map((number) => story.issues[number - 1]).filter(Boolean);
      const mark = { element, issues: own };
      marks.push(mark);
      for (const issue of own) issue.marks.push(mark);
    }
    for (const element of all(".tied", story.element)) {
      for (const number of element.dataset.r.split(" ")) story.issues[number - 1]?.ties.push(element);
    }
    for (const element of all(".ref", story.element)) {
      const issue = story.issues[element.dataset.n - 1];
      if (issue) issue.ref = element;
    }
  }
  if (!issues.length) return;

  const form = byId("form");
  const file = byId("file");
  const find = byId("find");
  const ruleBoxes = all("input[name=rule]");
  const severityBoxes = all("input[name=severity]");
  const wide = matchMedia("(min-width: 62rem)");
  let visible = issues;
  let current = null;

  const wanted = (boxes) => new Set(boxes.filter((box) => box.checked).map((box) => box.value));

  function apply() {
    const rules = wanted(ruleBoxes);
    const severities = wanted(severityBoxes);
    const path = file.value.trim().toLowerCase();
    visible = [];
    let shownStories = 0;
    for (const story of stories) {
      const here = story.path.includes(path);
      let left = 0;
      for (const issue of story.issues) {
        if (!issue) continue;
        issue.shown = here && rules.has(issue.rule) && severities.has(issue.severity);
        issue.note.hidden = !issue.shown;
        if (issue.ref) issue.ref.hidden = !issue.shown;
        if (!issue.shown) continue;
        left += 1;
        issue.index = visible.length;
        visible.push(issue);
      }
      story.element.hidden = !left;
      if (story.row) story.row.hidden = !left;
      const total = story.issues.length;
      story.left.textContent = left && left < total ? `${figure(left)} of ${figure(total)} shown: ` : "";
      if (left) shownStories += 1;
    }
    for (const list of all(".notes")) list.hidden = !list.querySelector(".note:not([hidden])");
    for (const { element, issues: own } of marks) {
      const gravities = own.filter((issue) => issue.shown).map((issue) => issue.gravity);
      element.classList.remove(...GRAVITY);
      element.classList.toggle("off", !gravities.length);
      if (gravities.length) element.classList.add(GRAVITY[Math.min(...gravities)]);
    }
    byId("nothing").hidden = visible.length > 0;
    if (current && !current.shown) select(null);
    tell(shownStories);
  }

  function tell(shownStories) {
    const short = `${figure(visible.length)} of ${figure(issues.length)}`;
    byId("shown").textContent = `${short} issues in ${figure(shownStories)} ${shownStories === 1 ? "file" : "files"}`;
    byId("shown-short").textContent = `(${short})`;
  }

  function select(issue) {
    for (const [on, which] of [[false, current], [true, issue]]) {
      if (!which) continue;
      which.note.classList.toggle("current", on);
      for (const mark of which.marks) mark.element.classList.toggle("current", on);
      for (const tie of which.ties) tie.classList.toggle("current", on);
    }
    current = issue;
  }

  function show(issue, block = "center") {
    select(issue);
    if (!wide.matches) byId("filter").open = false;
    // What has not been drawn yet has a guessed height: the second time the place is right.
    const place = () => issue.note.scrollIntoView({ block });
    place();
    issue.note.focus({ preventScroll: true });
    requestAnimationFrame(place);
  }

  function step(by) {
    if (!visible.length) return;
    let index;
    if (current) {
      index = current.index + by;
    } else {
      index = visible.findIndex((issue) => issue.note.getBoundingClientRect().bottom > 0);
      if (index < 0) index = visible.length;
      if (by < 0) index -= 1;
    }
    show(visible[Math.max(0, Math.min(visible.length - 1, index))]);
  }

  function only(button) {
    if (button.dataset.rule !== undefined) {
      for (const box of ruleBoxes) box.checked = box.value === button.dataset.rule;
    } else {
      file.value = button.dataset.path;
    }
    apply();
    byId("stories").scrollIntoView();
    byId("stories").focus({ preventScroll: true });
  }

  function narrow() {
    const words = find.value.trim().toLowerCase();
    for (const item of all("#rules li")) item.hidden = !item.textContent.toLowerCase().includes(words);
  }

  function tick(checked) {
    for (const box of ruleBoxes) if (!box.closest("li").hidden) box.checked = checked;
    apply();
  }

  function sortable(table) {
    const body = table.tBodies[0];
    all("thead th", table).forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") ? head.getAttribute("aria-sort") === "ascending" : column > 0;
        const value = (row) => row.cells[column].textContent;
        const number = (row) => Number(value(row).replaceAll(",", "") || -1);
        const rows = Array.from(body.rows).sort((a, b) =>
          column ? number(a) - number(b) : a.dataset.story - b.dataset.story);
        if (down) rows.reverse();
        for (const other of all("th", table.tHead)) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        body.append(...rows);
      });
    });
  }

  form.addEventListener("change", (event) => {
    if (event.target.matches("[name=rule], [name=severity]")) apply();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => requestAnimationFrame(() => { narrow(); apply(); }));
  let waiting = 0;
  file.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  });
  find.addEventListener("input", narrow);
  byId("all").addEventListener("click", () => tick(true));
  byId("none").addEventListener("click", () => tick(false));
  byId("next").addEventListener("click", () => step(1));
  byId("previous").addEventListener("click", () => step(-1));
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".only");
    if (button) return only(button);
    const note = event.target.closest(".note");
    if (note) return select(issues.find((issue) => issue.note === note));
    const mark = event.target.closest("mark, .ref");
    if (!mark) return undefined;
    const story = stories.find((each) => each.element.contains(mark));
    const numbers = (mark.dataset.i ?? mark.dataset.n).split(" ");
    const own = numbers.map((number) => story.issues[number - 1]).filter((issue) => issue?.shown);
    if (!own.length) return undefined;
    event.preventDefault();
    // The innermost issue first; another press on the same words goes on to the next.
    own.sort((a, b) => a.marks.length - b.marks.length);
    return show(own[(own.indexOf(current) + 1) % own.length], "nearest");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.matches("input[type=search]")) return event.target.blur();
    if (event.ctrlKey || event.altKey || event.metaKey || !byId("keys").checked) return undefined;
    if (event.target.matches("input[type=search]")) return undefined;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") {
      event.preventDefault();
      byId("filter").open = true;
      find.focus();
    }
    return undefined;
  });
  const fold = () => { byId("filter").open = wide.matches; };
  wide.addEventListener("change", fold);
  if (byId("files")) sortable(byId("files"));
  byId("filter").hidden = byId("steps").hidden = false;
  fold();
  apply();
})();
