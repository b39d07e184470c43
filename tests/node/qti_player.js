// score(item, response, order) plays an item in the QTI 3 player and answers with its
// outcomes. A player loads an item once, so each call mounts one of its own.
const SECONDS = 10;
const EVENTS = ["PlayerReady", "ItemReady", "EndAttemptCompleted"];

const mounted = (told) => {
  const holder = document.createElement("div");
  document.body.replaceChildren(holder);
  const on = Object.fromEntries(
    EVENTS.map((event) => [`notifyQti3${event}`, (held) => told[event](held)]),
  );
  new Vue({ render: (draw) => draw(qti3Player, { on }) }).$mount(holder);
};

window.score = async (item, response, order) => {
  const told = {};
  const [player, ready, ended] = EVENTS.map(
    (event) =>
      new Promise((resolve, reject) => {
        told[event] = resolve;
        setTimeout(() => reject(new Error(`no ${event}`)), SECONDS * 1000);
      }),
  );
  mounted(told);
  const variable = { identifier: "RESPONSE", value: response, state: { order } };
  const none = { contextVariables: [], outcomeVariables: [], templateVariables: [] };
  const playing = await player;
  playing.loadItemFromXml(item, {
    guid: "one",
    sessionControl: { max_attempts: 0, show_feedback: true, validate_responses: false },
    state: { ...none, guid: "one", responseVariables: [variable], validationMessages: [] },
  });
  await ready;
  playing.endAttempt("");
  const { state } = await ended;
  return Object.fromEntries(state.outcomeVariables.map((each) => [each.identifier, each.value]));
};
