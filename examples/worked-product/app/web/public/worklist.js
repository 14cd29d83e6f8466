/** The worklist: asks the API, and says plainly when it got no answer. */
const form = document.querySelector("#find");
const list = document.querySelector("#referrals");
const message = document.querySelector("#message");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  list.replaceChildren();
  const number = new FormData(form).get("number").replaceAll(" ", "");
  try {
    const answer = await fetch("/api/v1/referrals/search", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ nhs_number: number }),
    });
    const body = await answer.json();
    if (!answer.ok) {
      message.textContent = body.issue[0].diagnostics;
      return;
    }
    message.textContent = `${body.total} referrals`;
    list.append(...body.entry.map((entry) => item(entry.resource)));
  } catch {
    message.textContent = "The desk cannot be reached. Nothing is shown, which does not mean that there is nothing.";
  }
});

function item(referral) {
  const element = document.createElement("li");
  element.textContent = `${referral.priority}: ${referral.reasonCode[0].coding[0].code}`;
  return element;
}
