// Fields that a record's kind does not use are hidden; without scripts all are shown, and what does not fit is not kept.
const kind = document.getElementById("id_kind");
const choose = () => {
  for (const field of document.querySelectorAll("[data-kinds]")) field.hidden = !field.dataset.kinds.split(" ").includes(kind.value);
};
if (kind && document.querySelector("[data-kinds]")) {
  kind.addEventListener("change", choose);
  choose();
}
