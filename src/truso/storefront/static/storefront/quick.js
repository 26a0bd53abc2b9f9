// Quick order: numbers found while typing or read by the camera become lines. Typing and pasting need none of this.
const paste = document.querySelector("#lines");
const told = document.querySelector("[data-quick-told]");
const finder = document.querySelector("[data-quick-find]");

const addLine = (code) => {
  const before = paste.value.replace(/\s+$/, "");
  paste.value = `${before}${before ? "\n" : ""}${code}\t1`;
  paste.scrollTop = paste.scrollHeight;
  told.textContent = told.dataset.text.replace("{number}", code);
};

document.addEventListener("click", (event) => {
  const pick = event.target instanceof Element && event.target.closest("[data-pick]");
  if (!pick) return;
  addLine(pick.dataset.pick);
  finder.value = "";
  document.querySelector("#quick-found").replaceChildren();
  finder.focus();
});
// Enter takes the first that is offered, arrows go through them.
document.addEventListener("keydown", (event) => {
  const box = event.target instanceof Element && event.target.closest(".quick-finder");
  if (!box) return;
  const picks = [...box.querySelectorAll("[data-pick]")];
  const at = picks.indexOf(document.activeElement);
  if (event.key === "ArrowDown" && picks.length) picks[Math.min(at + 1, picks.length - 1)].focus();
  else if (event.key === "ArrowUp" && at >= 0) (picks[at - 1] || finder).focus();
  else if (event.key === "Escape") document.querySelector("#quick-found").replaceChildren();
  else if (event.key === "Enter" && event.target === finder) picks[0]?.click();
  else return;
  event.preventDefault();
});

const KINDS = ["ean_13", "ean_8", "upc_a", "upc_e", "itf", "code_128", "code_39", "qr_code", "data_matrix"];
const PAUSE = 2000;

const canScan = async () => {
  if (!("BarcodeDetector" in window) || !navigator.mediaDevices?.getUserMedia) return [];
  const known = await BarcodeDetector.getSupportedFormats();
  return KINDS.filter((kind) => known.includes(kind));
};

// The camera looks until the window is closed; the same code counts again only after a moment.
const look = async (dialog, formats) => {
  const video = dialog.querySelector("video");
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  } catch {
    dialog.close();
    told.textContent = told.dataset.refused;
    return;
  }
  video.srcObject = stream;
  video.play().catch(() => {}); // reading begins with the first picture
  const detector = new BarcodeDetector({ formats });
  const seen = new Map();
  dialog.addEventListener("close", () => stream.getTracks().forEach((track) => track.stop()), { once: true });
  while (dialog.open) {
    for (const { rawValue } of await detector.detect(video).catch(() => [])) {
      const now = performance.now();
      if (rawValue && now - (seen.get(rawValue) ?? -PAUSE) >= PAUSE) {
        addLine(rawValue.trim().slice(0, 60));
        dialog.querySelector("[data-scanned]").textContent = told.textContent;
        navigator.vibrate?.(60);
      }
      seen.set(rawValue, now);
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
};

const scan = document.querySelector("[data-scan]");
canScan().then((formats) => {
  if (!scan || !formats.length) return;
  scan.hidden = false;
  scan.addEventListener("click", () => {
    const dialog = document.querySelector("#scan");
    dialog.showModal();
    look(dialog, formats);
  });
});
