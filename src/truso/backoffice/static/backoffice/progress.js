// Renews the part of a page that tells how far something is, and loads the page anew when it is done.
(() => {
  const part = document.querySelector("[data-progress]");
  if (!part) return;
  const begun = part.firstElementChild?.dataset.state;
  const renew = async () => {
    try {
      const answer = await fetch(part.dataset.progress, { headers: { "X-Requested-With": "fetch" } });
      if (answer.ok) part.innerHTML = await answer.text();
    } catch { /* the next one may come through */ }
    if (part.firstElementChild?.dataset.state !== begun) location.reload();
    else setTimeout(renew, 1000);
  };
  setTimeout(renew, 700);
})();
