import "./intl_guard";
import "./tokens.css";

import { mount } from "svelte";

import App from "./App.svelte";
import { offerMediaList } from "./contacts/palette";
import { collectErrors } from "./errors_seen";
import { openEarly } from "./routes";
import { loadSession, showLastLooks } from "./session.svelte";

/** Milliseconds that the first answers have to be drawn with the frame, in one go. */
const TOGETHER = 80;

collectErrors();
// A failure is told by the frame, which asks again.
const known = loadSession().catch(() => undefined);
const first = openEarly();
showLastLooks();
offerMediaList();

const late = new Promise((resolve) => setTimeout(resolve, TOGETHER));
void Promise.race([Promise.all([known, first]), late]).then(() => {
  const target = document.getElementById("app");
  if (target) mount(App, { target });
});
