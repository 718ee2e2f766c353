"use strict";
{
  const findings = [...document.querySelectorAll(".finding")];
  let here = 0; // which of them the keys are about
  const buttonsOf = (finding) => [...finding.querySelectorAll(".events button")];

  const show = (finding, button) => {
    here = findings.indexOf(finding);
    for (const lit of finding.querySelectorAll(".lit, .now")) {
      lit.classList.remove("lit", "now");
    }
    for (const other of buttonsOf(finding)) {
      other.removeAttribute("aria-current");
    }
    button.setAttribute("aria-current", "step");
    const line = document.getElementById(button.dataset.line);
    if (line) {
      const source = line.closest(".source");
      for (const call of source.querySelectorAll("details")) {
        call.open = call.contains(line);
      }
      line.classList.add("lit");
      source.scrollTop += line.getBoundingClientRect().top -
        source.getBoundingClientRect().top - source.clientHeight / 3;
    }
    const state = button.dataset.state;
    if (state !== undefined) {
      finding.querySelector(`.states [data-state="${state}"]`)
        ?.classList.add("now");
      document.getElementById(`${finding.dataset.automaton}-${state}`)
        ?.classList.add("now");
    }
    document.getElementById(button.dataset.block)?.classList.add("now");
  };

  const walk = (by) => {
    const buttons = findings[here] ? buttonsOf(findings[here]) : [];
    if (buttons.length === 0) return;
    const at = buttons.findIndex((button) => button.ariaCurrent !== null);
    const to = buttons[Math.min(Math.max(at + by, 0), buttons.length - 1)];
    show(findings[here], to);
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: "nearest" });
  };

  const go = (by) => {
    const to = findings[here + by];
    if (!to) {
      document.querySelector(`nav [rel=${by > 0 ? "next" : "prev"}]`)?.click();
      return;
    }
    here += by;
    to.scrollIntoView();
    to.focus({ preventScroll: true });
  };

  for (const finding of findings) {
    const buttons = buttonsOf(finding);
    for (const button of buttons) {
      button.addEventListener("click", () => show(finding, button));
    }
    if (buttons.length !== 0) show(finding, buttons[0]);
  }
  here = 0;
  const keys = { j: () => walk(1), k: () => walk(-1),
                 n: () => go(1), p: () => go(-1) };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !keys[event.key]) {
      return;
    }
    event.preventDefault();
    keys[event.key]();
  });
}
