import "./intl_guard";
import "./tokens.css";

import { mount } from "svelte";

import App from "./App.svelte";
import { offerMediaList } from "./contacts/palette";
import { collectErrors } from "./errors_seen";
import { showLastLooks } from "./session.svelte";

collectErrors();
showLastLooks();
offerMediaList();

const target = document.getElementById("app");
if (target) mount(App, { target });
