/** The code in the newest text message to a phone, as the played provider has it. */
export async function codeFor(simulator, phone) {
  const answer = await fetch(`${simulator}/_simulator/sms?phone=${phone}`);
  const { items } = await answer.json();
  return /\d{6}/.exec(items[0].text)[0];
}
