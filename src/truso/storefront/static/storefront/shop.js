// Progressive enhancement only: every page works without this file.
const root = document.documentElement;
const find = (selector, from = document) => from.querySelector(selector);
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const on = (type, selector, act) =>
  document.addEventListener(type, (event) => {
    const target = event.target instanceof Element && event.target.closest(selector);
    if (target) act(target, event);
  });

// Quantities step by what the article is sold in.
on("click", "[data-step]", (button) => {
  const input = find("input", button.parentElement);
  if (!input || input.disabled) return;
  const step = Number(input.dataset.multiple) || 1;
  const least = Number(input.dataset.minimum) || 0;
  const most = Number(input.dataset.maximum) || Infinity;
  const typed = Number(input.value.replace(/[\s\u00a0]/g, "").replace(",", ".")) || 0;
  const next = Math.min(most, Math.max(least, typed + step * Number(button.dataset.step)));
  input.value = String(Number(next.toFixed(3))).replace(".", input.dataset.decimal || ".");
  input.dispatchEvent(new Event("change", { bubbles: true }));
});

// Floating panels close on a click elsewhere and on Escape, and only one is open.
const floating = "details.floating[open], details.nav-menu[open]";
document.addEventListener("click", (event) => {
  for (const panel of all(floating)) if (!panel.contains(event.target)) panel.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const panel of all(floating)) {
    panel.open = false;
    find("summary", panel)?.focus();
  }
});

// A product all around: one picture that turns by a slider, by dragging and by arrow keys. Without scripts a strip of pictures.
const spin = (box) => {
  const list = find(".spin-frames", box);
  const frames = all("li > *", list);
  const stage = document.createElement("div");
  stage.className = "spin-stage";
  const slider = document.createElement("input");
  Object.assign(slider, { type: "range", min: "0", max: String(frames.length - 1), value: "0" });
  slider.setAttribute("aria-label", box.dataset.label);
  const show = (place) => {
    const at = (place + frames.length) % frames.length;
    slider.value = String(at);
    stage.replaceChildren(frames[at]);
  };
  slider.addEventListener("input", () => show(Number(slider.value)));
  let from = null;
  stage.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    from = { x: event.clientX, place: Number(slider.value) };
    stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener("pointermove", (event) => {
    if (!from) return;
    const step = Math.max(stage.clientWidth / frames.length, 4);
    const turned = Math.round((event.clientX - from.x) / step);
    show((((from.place + turned) % frames.length) + frames.length) % frames.length);
  });
  for (const end of ["pointerup", "pointercancel"]) stage.addEventListener(end, () => (from = null));
  list.remove();
  box.append(stage, slider);
  show(0);
};
all("[data-spin]").forEach(spin);

// A video at another house: its player is loaded when the buyer asks for it, and not before.
on("click", "a[data-embed]", (link, event) => {
  event.preventDefault();
  const frame = document.createElement("iframe");
  frame.src = link.dataset.embed;
  frame.title = link.dataset.title;
  frame.allow = "autoplay; fullscreen; picture-in-picture";
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.className = "player";
  link.closest(".embed").replaceChildren(frame);
  frame.focus();
});

// Dialogs: a link to the dialog's id opens it as a modal; the script-free way is `:target`.
on("click", "a[data-dialog]", (link, event) => {
  const dialog = document.getElementById(link.dataset.dialog);
  if (!dialog?.showModal) return;
  event.preventDefault();
  dialog.showModal();
});
on("click", "[data-close]", (button, event) => {
  event.preventDefault();
  button.closest("dialog")?.close();
});
on("click", "dialog", (dialog, event) => {
  if (event.target === dialog) dialog.close();
});

// A picture opens large in a dialog; without scripts its link leads to the large file.
const showLarge = (link) => {
  const picture = find("picture", link).cloneNode(true);
  for (const source of all("source", picture)) source.sizes = "100vw";
  find("#zoom .zoom-picture").replaceChildren(picture);
  all("[data-zoom]").forEach((one) => one.toggleAttribute("data-shown", one === link));
};
on("click", "a[data-zoom]", (link, event) => {
  const dialog = find("#zoom");
  if (!dialog?.showModal || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  showLarge(link);
  dialog.showModal();
});
const turn = (step) => {
  const links = all("[data-zoom]");
  const at = links.findIndex((link) => link.hasAttribute("data-shown"));
  showLarge(links[(at + step + links.length) % links.length]);
};
on("click", "#zoom [data-turn]", (button) => turn(Number(button.dataset.turn)));
document.addEventListener("keydown", (event) => {
  if (find("#zoom[open]") && (event.key === "ArrowLeft" || event.key === "ArrowRight")) turn(event.key === "ArrowLeft" ? -1 : 1);
});

on("change", "form[data-autosubmit], form[data-autosubmit] *", (element) => {
  element.closest("form").requestSubmit();
});

on("click", "[data-copy]", async (button) => {
  await navigator.clipboard?.writeText(button.dataset.copy);
  button.classList.add("is-copied");
});

// Filters stand open beside the list where there is room.
const wide = matchMedia("(min-width: 64rem)");
const openFacets = () => all("details.facets").forEach((facets) => (facets.open = wide.matches));
wide.addEventListener("change", openFacets);

// Suggestions: arrow keys go through them, Escape goes back to the box.
document.addEventListener("keydown", (event) => {
  const search = event.target instanceof Element && event.target.closest(".search");
  if (!search) return;
  const links = all(".suggestions a", search);
  const at = links.indexOf(document.activeElement);
  if (event.key === "ArrowDown" && links.length) links[Math.min(at + 1, links.length - 1)].focus();
  else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] || find("input", search)).focus();
  else if (event.key === "Escape") find(".suggestions", search)?.replaceChildren();
  else return;
  event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey || root.dataset.shortcuts === "off") return;
  event.preventDefault();
  find(".site-header .search input")?.focus();
});

// A row that went into the cart is marked, and the next row's quantity gets the focus.
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt;
  if (!form.matches?.("form.add") || !event.detail.successful) return;
  const row = form.closest("tr");
  if (!row) return;
  row.classList.add("is-added");
  let next = row.nextElementSibling;
  while (next && !find("form.add input:not([type=hidden]):enabled", next)) next = next.nextElementSibling;
  find("form.add input:not([type=hidden]):enabled", next || row)?.select();
});

// A button that merely has the focus when a field's change is sent was not pressed: it must not be sent along.
document.addEventListener("htmx:configRequest", (event) => {
  const { elt: form, formData, triggeringEvent } = event.detail;
  if (!form.matches?.("form") || !triggeringEvent || triggeringEvent.type === "submit") return;
  for (const button of form.elements) {
    if (button.type !== "submit" || !button.name || !formData.has(button.name)) continue;
    const others = formData.getAll(button.name).filter((value) => value !== button.value);
    formData.delete(button.name);
    for (const value of others) formData.append(button.name, value);
  }
});

for (const kind of ["htmx:sendError", "htmx:responseError"]) {
  document.addEventListener(kind, (event) => {
    const form = event.detail.elt.closest?.("form");
    if (form && form.method === "post") form.submit();
  });
}

// Messages of an answered request leave by themselves; what went wrong stays.
const toasts = find(".toast");
if (toasts) {
  new MutationObserver((changes) => {
    for (const node of changes.flatMap((change) => [...change.addedNodes])) {
      if (node instanceof Element && !node.matches(".message-problem")) setTimeout(() => node.remove(), 6000);
    }
  }).observe(toasts, { childList: true });
}

const galleries = () => {
  for (const gallery of all(".gallery")) {
    const links = all(".gallery-thumbs a", gallery);
    const watch = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          if (entry.intersectionRatio < 0.6) continue;
          for (const link of links) link.hash === `#${entry.target.id}` ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
        }
      },
      { root: find(".gallery-stage", gallery), threshold: 0.6 },
    );
    for (const slide of all(".gallery-stage > li", gallery)) watch.observe(slide);
  }
};
on("click", ".gallery-thumbs a, .carousel-buttons a", (link, event) => {
  const slide = document.getElementById(link.hash.slice(1));
  if (!slide) return;
  event.preventDefault();
  slide.parentElement.scrollTo({ left: slide.offsetLeft - slide.parentElement.offsetLeft, behavior: root.dataset.motion === "off" ? "auto" : "smooth" });
});

const buyBar = () => {
  const bar = find(".buy-bar");
  const form = find(".buy form.add");
  if (!bar || !form) return;
  new IntersectionObserver(([entry]) => bar.classList.toggle("is-shown", !entry.isIntersecting)).observe(form);
};

const readingGuide = () => {
  if (root.dataset.guide !== "on") return;
  const bar = Object.assign(document.createElement("div"), { className: "reading-guide" });
  bar.setAttribute("aria-hidden", "true");
  document.body.append(bar);
  document.addEventListener("pointermove", (event) => (bar.style.insetBlockStart = `${event.clientY - 20}px`));
};

// Offers say when they end; in their last day the clock runs along, and when they have ended they say so.
const countdown = () => {
  for (const time of all("time[data-countdown]")) {
    const left = Math.ceil((Date.parse(time.dateTime) - Date.now()) / 1000);
    if (left > 86400) continue;
    time.dataset.until ??= time.textContent;
    const parts = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
    const clock = parts.map((part) => String(part).padStart(2, "0")).join(":");
    time.textContent = left > 0 ? `${time.dataset.until} (${clock})` : time.dataset.over;
  }
};
setInterval(countdown, 1000);

const prepare = () => {
  countdown();
  openFacets();
  galleries();
  buyBar();
};
prepare();
readingGuide();
document.addEventListener("htmx:afterSettle", prepare);
