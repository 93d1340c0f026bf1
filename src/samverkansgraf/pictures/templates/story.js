/* The guided tour: each step is a view of the picture with a text beside it. */

const steps = [...document.querySelectorAll("#steps > li")];

/** Show the step that the state tells of, and no other; what the tour is about stands before the first. */
function showStep() {
  if (!steps.length) return;
  const at = chosen.step;
  steps.forEach((step, number) => { step.hidden = number !== at; });
  document.getElementById("story-start").hidden = at !== 0;
  document.getElementById("story-begin").parentElement.hidden = at !== null;
  document.getElementById("story-tools").hidden = at === null;
  document.getElementById("story-back").disabled = at === 0;
  document.getElementById("story-next").disabled = at === steps.length - 1;
}

/** Bring into sight what a step is about: the chosen node with its neighbours, or all of the picture. */
function showStop() {
  const stop = bright === null ? [] : [...bright].filter((id) => stage.nodes.has(id));
  if (stop.length) showNodes(stop);
  else showAll();
}

/** Go to a step (null: leave the tour) and put the focus where its text begins. */
function goToStep(at) {
  recall(at === null ? "" : [data.story[at], `step=${at + 1}`].filter(Boolean).join("&"));
  written = null;
  remember();
  if (at === null) showAll();
  if (at === null) document.getElementById("story-begin").focus();
  else steps[at].querySelector("h3").focus();
}

if (steps.length) {
  document.getElementById("story-begin").addEventListener("click", () => goToStep(0));
  document.getElementById("story-back").addEventListener("click", () => goToStep(chosen.step - 1));
  document.getElementById("story-next").addEventListener("click", () => goToStep(chosen.step + 1));
  document.getElementById("story-end").addEventListener("click", () => goToStep(null));
  document.getElementById("story").addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen.step !== null) goToStep(null);
  });
}
showStep();
