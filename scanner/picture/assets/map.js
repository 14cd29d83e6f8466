"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const stage = document.getElementById("stage");
  const panel = document.getElementById("facts");
  const search = document.getElementById("search");
  const found = document.getElementById("found");
  const scenes = [...document.querySelectorAll(".scene")].map((holder, number) => {
    const svg = holder.querySelector("svg");
    const box = svg.viewBox.baseVal;
    return {
      name: holder.dataset.scene, holder, svg, facts: data.scenes[number],
      whole: { x: 0, y: 0, width: box.width, height: box.height },
      boxes: [...svg.querySelectorAll("[data-box]")], lines: [...svg.querySelectorAll(".lines [data-line]")],
      labels: [...svg.querySelectorAll(".label")],
    };
  });
  let scene = scenes[0];
  let hits = [];
  let hit = -1;
  let count = "";
  let matching = new Set();
  let moved = false;
  let looked = false;

  const make = (name, text, kind) => {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = text;
    if (kind) element.className = kind;
    return element;
  };

  // Sight: which part of the picture is seen.
  const sight = () => scene.svg.viewBox.baseVal;
  const look = (x, y, width, height) => scene.svg.setAttribute("viewBox", [x, y, width, height].join(" "));
  const fit = () => {
    // To the breadth of the window: a tall map is read from its top, by dragging, rather than in tiny print.
    const view = stage.getBoundingClientRect();
    const width = Math.max(scene.whole.width, view.width);
    const height = width * view.height / Math.max(view.width, 1);
    look((scene.whole.width - width) / 2, 0, width, height);
    looked = false;
  };
  const zoom = (factor, x, y) => {
    const now = sight();
    const width = now.width * factor;
    if (width < 150 || width > scene.whole.width * 6) return;
    looked = true;
    look(x - (x - now.x) * factor, y - (y - now.y) * factor, width, now.height * factor);
  };
  const point = (event) => {
    const matrix = scene.svg.getScreenCTM().inverse();
    return new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
  };
  const centre = (element) => {
    const box = element.getBBox();
    const now = sight();
    const width = Math.min(now.width, 1300);
    const height = now.height * width / now.width;
    looked = true;
    look(box.x + box.width / 2 - width / 2, box.y + box.height / 2 - height / 2, width, height);
  };

  // Facts
  const list = (title, items, kind) => {
    if (!items.length) return;
    panel.append(make("h3", title));
    const ul = make("ul");
    for (const item of items) {
      const li = make("li", typeof item === "string" ? item : undefined, kind);
      if (typeof item !== "string") li.append(item);
      ul.append(li);
    }
    panel.append(ul);
  };
  const pairs = (rows) => {
    const dl = make("dl");
    for (const [name, value] of rows) if (value) dl.append(make("dt", name), make("dd", value));
    panel.append(dl);
  };
  const go = (text, then) => {
    const button = make("button", text, "go");
    button.type = "button";
    button.addEventListener("click", then);
    return button;
  };
  const open = (title) => {
    panel.textContent = "";
    panel.hidden = false;
    const shut = make("button", "Close", "shut");
    shut.type = "button";
    shut.addEventListener("click", clear);
    panel.append(shut, make("h2", title));
    panel.scrollTop = 0;
  };
  const name = (at) => (at < 0 ? "unknown" : data.components[at].title);
  const said = (number) => {
    const one = data.relations[number];
    return `${name(one.from)} ${one.kind} ${name(one.to)}`;
  };
  const tellComponent = (number) => {
    const one = data.components[number];
    open(one.title);
    list("Violations", one.violations, "bad");
    list("To review", one.reviews, "doubt");
    pairs([["layer", `${one.layer} (${one.sure})`], ["why", one.reason], ["kind", one.kind], ["technology", one.technology],
      ["engine", one.engine], ["exposure", one.exposure], ["group", one.group], ["traits", one.traits.join(", ")], ["id", one.id]]);
    list("Contradictions", one.contradictions, "bad");
    list("Seen at", one.sightings);
    const names = scene.facts.boxes.filter((box) => box.members.length === 1 && box.members[0] === number).flatMap((box) => box.inner);
    list("Found under", names.map((at) => go(`${data.components[at].title} (${data.components[at].kind})`, () => tellComponent(at))));
    list("Relations", one.ties.map((tie) => go(said(tie), () => tellRelations([{ kind: data.relations[tie].kind, way: [tie] }]))));
    list("Loose ends", one.loose);
  };
  const through = (tie) => {
    const [first, last] = [data.relations[tie.way[0]], data.relations[tie.way[tie.way.length - 1]]];
    const between = tie.way.slice(1).map((at) => `${data.components[data.relations[at].from].kind} ${name(data.relations[at].from)}`);
    return `${name(first.from)} ${tie.kind} ${name(last.to)}${between.length ? `, through ${between.join(", ")}` : ""}`;
  };
  const tellRelation = (number) => {
    const one = data.relations[number];
    list("Violations", one.violations, "bad");
    list("To review", one.reviews, "doubt");
    pairs([["derived from", one.fact], ["place", one.place], ["confidence", one.confidence], ["ports", one.ports], ["to break it", one.breaks]]);
    list("Proof", one.proof);
  };
  const tellRelations = (ties) => {
    open(ties.length === 1 ? through(ties[0]) : `${ties.length} relations`);
    for (const tie of ties.slice(0, 200)) {
      if (ties.length > 1) panel.append(make("h3", through(tie)));
      for (const number of tie.way) {
        if (tie.way.length > 1) panel.append(make("h4", said(number)));
        tellRelation(number);
      }
    }
    if (ties.length > 200) panel.append(make("p", `and ${ties.length - 200} more`));
    if (ties.length === 1) {
      const ends = new Set(ties[0].way.flatMap((at) => [data.relations[at].from, data.relations[at].to]));
      list("Ends", [...ends].filter((at) => at >= 0).map((at) => go(name(at), () => tellComponent(at))));
    }
  };
  const tellFold = (box) => {
    open(/^\d/.test(box.title) ? box.title : `${box.title} (${box.members.length})`);
    const own = box.members.filter((member) => matching.has(member));
    if (own.length) panel.append(make("p", `${own.length} of ${box.members.length} found`));
    const ul = make("ul");
    for (const member of [...own, ...box.members.filter((one) => !matching.has(one))]) {
      const one = data.components[member];
      const kind = one.violations.length ? "bad" : one.reviews.length ? "doubt" : "";
      const li = make("li", undefined, `${kind}${matching.has(member) ? " hit" : ""}`);
      li.append(go(one.group && one.group !== one.title ? `${one.title} (${one.group})` : one.title, () => tellComponent(member)));
      ul.append(li);
    }
    panel.append(ul);
  };

  // Choice
  const unmark = (...kinds) => {
    for (const element of scene.svg.querySelectorAll(kinds.map((kind) => `.${kind}`).join(","))) element.classList.remove(...kinds);
  };
  const clear = () => {
    panel.hidden = true;
    unmark("chosen", "near");
    if (!hits.length) scene.svg.classList.remove("dim");
  };
  const nearTo = (line) => {
    line.classList.add("near");
    scene.boxes[Number(line.dataset.from)].classList.add("near");
    scene.boxes[Number(line.dataset.to)].classList.add("near");
    for (const label of scene.labels) if (label.dataset.line === line.dataset.line) label.classList.add("near");
  };
  const chooseBox = (element) => {
    unmark("chosen", "near");
    element.classList.add("chosen");
    const number = element.dataset.box;
    scene.lines.filter((line) => line.dataset.from === number || line.dataset.to === number).forEach(nearTo);
    scene.svg.classList.add("dim");
    const box = scene.facts.boxes[Number(number)];
    if (box.members.length === 1) tellComponent(box.members[0]);
    else tellFold(box);
  };
  const chooseLine = (element) => {
    unmark("chosen", "near");
    nearTo(element);
    element.classList.add("chosen");
    scene.svg.classList.add("dim");
    tellRelations(scene.facts.lines[Number(element.dataset.line)]);
  };
  const choose = (target) => {
    const element = target instanceof Element ? target.closest(".box,.lines .line") : null;
    if (!element) clear();
    else if (element.dataset.box !== undefined) chooseBox(element);
    else chooseLine(element);
    return Boolean(element);
  };

  // Search
  const text = (number) => {
    const one = data.components[number];
    return [one.title, one.id, one.technology, one.kind, one.group, ...one.sightings].join("\n").toLowerCase();
  };
  const texts = data.components.map((_, number) => text(number));
  const held = (number) => [...scene.facts.boxes[number].members, ...scene.facts.boxes[number].inner];
  const seek = () => {
    unmark("found");
    const wanted = search.value.trim().toLowerCase();
    matching = wanted ? new Set(texts.flatMap((own, number) => (own.includes(wanted) ? [number] : []))) : new Set();
    hits = scene.boxes.filter((_, number) => held(number).some((member) => matching.has(member)));
    hit = -1;
    for (const element of hits) element.classList.add("found");
    scene.svg.classList.toggle("dim", hits.length > 0 || !panel.hidden);
    const drawn = new Set(hits.flatMap((element) => held(Number(element.dataset.box))));
    const hidden = [...matching].filter((number) => !drawn.has(number)).length;
    count = wanted ? `${matching.size} found${hidden ? `, ${hidden} not drawn` : ""}` : "";
    found.textContent = count;
    if (hits.length) next();
    else if (!wanted) fit();
  };
  const next = () => {
    if (!hits.length) return;
    hit = (hit + 1) % hits.length;
    centre(hits[hit]);
    const box = scene.facts.boxes[Number(hits[hit].dataset.box)];
    const own = box.members.length > 1 ? box.members.filter((member) => matching.has(member)).map(name) : [];
    found.textContent = count + (own.length ? `, in ${box.title}: ${own.slice(0, 3).join(", ")}${own.length > 3 ? " …" : ""}` : "");
  };

  // Wiring
  const head = () => document.body.style.setProperty("--head", `${document.querySelector("header").offsetHeight}px`);
  document.body.classList.add("live");
  for (const one of scenes) one.svg.setAttribute("preserveAspectRatio", "xMidYMin meet");
  document.querySelector(".tools").hidden = false;
  for (const box of document.querySelectorAll("fieldset input")) box.disabled = false;
  for (const box of document.querySelectorAll("[data-family]")) {
    const show = () => scenes.forEach((one) => one.svg.classList.toggle(`off-${box.dataset.family}`, !box.checked));
    box.addEventListener("change", show);
    show();
  }
  const [everything, unfolded] = ["everything", "unfolded"].map((id) => document.getElementById(id));
  const turn = () => {
    clear();
    unmark("found");
    scene.svg.classList.remove("dim");
    const wanted = everything && everything.checked ? "everything" : "first";
    const bare = unfolded && unfolded.checked && scenes.find((one) => one.name === `${wanted}-unfolded`);
    scene = bare || scenes.find((one) => one.name === wanted);
    for (const one of scenes) one.holder.hidden = one !== scene;
    fit();
    seek();
  };
  for (const box of [everything, unfolded]) if (box) box.addEventListener("change", turn);
  search.addEventListener("input", seek);
  search.addEventListener("keydown", (event) => { if (event.key === "Enter") next(); });
  const middle = (factor) => zoom(factor, sight().x + sight().width / 2, sight().y + sight().height / 2);
  document.getElementById("wider").addEventListener("click", () => middle(1 / 1.3));
  document.getElementById("closer").addEventListener("click", () => middle(1.3));
  document.getElementById("fit").addEventListener("click", fit);
  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    const at = point(event);
    zoom(event.deltaY < 0 ? 1 / 1.15 : 1.15, at.x, at.y);
  }, { passive: false });
  let grip = null;
  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    grip = point(event);
    moved = false;
  });
  stage.addEventListener("pointermove", (event) => {
    if (!grip) return;
    const at = point(event);
    const now = sight();
    if (!moved && Math.hypot(at.x - grip.x, at.y - grip.y) < 4) return;
    moved = true;
    looked = true;
    look(now.x + grip.x - at.x, now.y + grip.y - at.y, now.width, now.height);
  });
  window.addEventListener("pointerup", () => { grip = null; });
  stage.addEventListener("click", (event) => { if (!moved) choose(event.target); });
  stage.addEventListener("keydown", (event) => {
    if ((event.key === "Enter" || event.key === " ") && choose(event.target)) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });
  let before = null;
  window.addEventListener("beforeprint", () => { before = { ...{ x: sight().x, y: sight().y, width: sight().width, height: sight().height } }; look(0, 0, scene.whole.width, scene.whole.height); });
  window.addEventListener("afterprint", () => { if (before) look(before.x, before.y, before.width, before.height); });
  window.addEventListener("resize", () => { head(); if (!looked) fit(); });
  head();
  fit();
})();
