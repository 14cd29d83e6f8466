"use strict";
(() => {
  const by = (id) => document.getElementById(id);
  const main = by("main");
  const form = by("filters");
  const hits = by("hits");
  const words = by("words");
  const facets = ["severity", "principle", "kind"].map(by);
  const fresh = by("new");
  const principles = [...document.querySelectorAll(".principle")];
  const UNFOLD = 200;
  let index = null;
  let before = null;

  // What is searched is gathered when somebody first searches: a page of thousands of findings opens sooner.
  const gather = () => principles.map((principle) => ({
    principle,
    controls: [...principle.querySelectorAll(".control")].map((control) => {
      const head = control.querySelector("h4").textContent.toLowerCase();
      const rules = [...control.querySelectorAll(".rule")].map((rule) => {
        const top = `${head} ${rule.querySelector("h5").textContent} ${rule.querySelector("p").textContent}`.toLowerCase();
        const entries = [...rule.querySelectorAll(".entry")].map((entry) => (
          { entry, text: `${top} ${entry.textContent}`.toLowerCase() }));
        return { rule, top, entries };
      });
      return { control, head, more: control.querySelector(".more"), rules };
    }),
  }));
  const show = (element, yes) => { if (element.hidden === yes) element.hidden = !yes; };
  const counted = (number, noun) => `${number.toLocaleString("en-GB")} ${noun}${number === 1 ? "" : "s"}`;

  const apply = () => {
    index ||= gather();
    const asked = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const [severity, principle, kind] = facets.map((one) => one.value);
    const narrow = Boolean(severity || kind || fresh?.checked);
    const active = Boolean(narrow || principle || asked.length);
    const told = (text) => asked.every((word) => text.includes(word));
    const fits = ({ entry, text }) => (!severity || entry.dataset.severity === severity)
      && (!kind || entry.dataset.kind === kind) && (!fresh?.checked || "new" in entry.dataset) && told(text);
    let found = 0;
    let under = 0;
    let all = 0;
    const hit = [];
    for (const part of index) {
      const here = !principle || part.principle.id === principle;
      let any = false;
      for (const one of part.controls) {
        let inside = 0;
        for (const group of one.rules) {
          let fitting = 0;
          for (const entry of group.entries) {
            const yes = here && fits(entry);
            fitting += yes;
            all += 1;
            show(entry.entry, yes);
          }
          inside += fitting;
          show(group.rule, fitting > 0 || (here && !narrow && told(group.top)));
        }
        const named = here && !narrow && (told(one.head) || one.rules.some((group) => told(group.top)));
        show(one.control, inside > 0 || named);
        if (inside > 0 || named) { under += 1; any = true; }
        if (inside > 0) hit.push(one.more);
        found += inside;
      }
      show(part.principle, any || (here && !narrow && !asked.length));
    }
    main.classList.toggle("filtering", active);
    unfold(active && found <= UNFOLD ? hit : null);
    hits.textContent = active
      ? (under ? `${counted(found, "finding")} under ${counted(under, "control")}, of ${counted(all, "finding")}`
        : `No finding and no control fits, of ${counted(all, "finding")}`)
      : counted(all, "finding");
  };
  // Controls with hits are opened while somebody searches, and are afterwards as they were.
  const unfold = (open) => {
    const folds = [...document.querySelectorAll(".more")];
    if (before) folds.forEach((one, at) => { one.open = before[at]; });
    before = open && folds.map((one) => one.open);
    open?.forEach((one) => { one.open = true; });
  };
  // Followed links lead to what is folded or filtered away.
  const reveal = () => {
    let target = null;
    try { target = by(decodeURIComponent(location.hash.slice(1))); } catch { return; }
    if (!target) return;
    if (target.closest("[hidden]")) { form.reset(); apply(); }
    for (let one = target; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
    const inside = target.matches(".control") ? target.querySelector(".more") : null;
    if (inside) inside.open = true;
    target.scrollIntoView();
  };
  let waiting = 0;
  const later = () => { clearTimeout(waiting); waiting = setTimeout(apply, 150); };
  words.addEventListener("input", later);
  form.addEventListener("change", (event) => { if (event.target !== words) apply(); });
  form.addEventListener("submit", (event) => { event.preventDefault(); apply(); });
  form.addEventListener("reset", () => { clearTimeout(waiting); setTimeout(apply); });
  by("open").addEventListener("click", () => { for (const one of document.querySelectorAll(".control:not([hidden]) .more")) one.open = true; });
  by("close").addEventListener("click", () => { for (const one of document.querySelectorAll(".more")) one.open = false; });
  // Paper shows everything; browsers that cannot open folds by style are helped.
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const one of folded) one.open = true;
  });
  window.addEventListener("afterprint", () => { for (const one of folded) one.open = false; folded = []; });
  window.addEventListener("hashchange", reveal);
  form.reset();
  form.hidden = false;
  hits.textContent = counted(document.querySelectorAll(".entry").length, "finding");
  if (location.hash) reveal();
})();
