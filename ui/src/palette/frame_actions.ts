// The actions of the frame itself: going to rooms, looks, language, keys.
import CircleHelp from "@lucide/svelte/icons/circle-question-mark";
import DoorOpen from "@lucide/svelte/icons/door-open";
import House from "@lucide/svelte/icons/house";
import Languages from "@lucide/svelte/icons/languages";
import Monitor from "@lucide/svelte/icons/monitor";
import Moon from "@lucide/svelte/icons/moon";
import Rows from "@lucide/svelte/icons/rows-3";
import Sparkles from "@lucide/svelte/icons/sparkles";
import Sun from "@lucide/svelte/icons/sun";
import Redo from "@lucide/svelte/icons/redo-2";
import Undo from "@lucide/svelte/icons/undo-2";

import { leave } from "../api/tauri";
import { leaveDemo, openDemo } from "../demo.svelte";
import { navigate } from "../router.svelte";
import { rooms } from "../routes";
import { chooseLooks, session } from "../session.svelte";
import { redoLast, toastError, undoLast } from "../shared/toasts.svelte";
import { registerAction, type Action } from "./actions.svelte";

/** Registers them all; answers how to take them back. */
export function registerFrameActions({ showKeys }: { showKeys: () => unknown }): () => void {
  const choose = (looks: Parameters<typeof chooseLooks>[0]) => () =>
    chooseLooks(looks).catch(toastError);
  const actions: Action[] = [
    ...rooms
      .filter((room) => room.section !== "none")
      .map((room) => ({
        id: `go${room.path}`,
        titleKey: room.titleKey,
        icon: room.icon,
        run: () => {
          navigate(room.path);
        },
      })),
    { id: "undo", titleKey: "key-undo", icon: Undo, keys: "undo", run: undoLast },
    { id: "redo", titleKey: "key-redo", icon: Redo, keys: "redo", run: redoLast },
    {
      id: "quit",
      titleKey: "frame-quit",
      aliases: ["keluar", "quit", "exit"],
      icon: DoorOpen,
      run: () => leave("ask").catch(toastError),
    },
    { id: "keys", titleKey: "palette-help", icon: CircleHelp, keys: "help", run: showKeys },
    {
      id: "theme-light",
      titleKey: "palette-theme-light",
      icon: Sun,
      run: choose({ theme: "light" }),
    },
    {
      id: "theme-dark",
      titleKey: "palette-theme-dark",
      icon: Moon,
      run: choose({ theme: "dark" }),
    },
    {
      id: "theme-system",
      titleKey: "palette-theme-system",
      icon: Monitor,
      run: choose({ theme: "system" }),
    },
    {
      id: "language-id",
      titleKey: "palette-language-id",
      aliases: ["bahasa indonesia", "indonesian"],
      icon: Languages,
      run: choose({ language: "id" }),
    },
    {
      id: "language-en",
      titleKey: "palette-language-en",
      aliases: ["english", "bahasa inggris"],
      icon: Languages,
      run: choose({ language: "en" }),
    },
    {
      id: "density-comfortable",
      titleKey: "palette-density-comfortable",
      icon: Rows,
      run: choose({ density: "comfortable" }),
    },
    {
      id: "density-compact",
      titleKey: "palette-density-compact",
      icon: Rows,
      run: choose({ density: "compact" }),
    },
    {
      id: "demo-open",
      titleKey: "demo-offer",
      aliases: ["demo", "contoh"],
      icon: Sparkles,
      when: () => !session.now?.demo,
      run: () => openDemo(),
    },
    {
      id: "demo-leave",
      titleKey: "demo-leave",
      aliases: ["demo", "contoh"],
      icon: House,
      when: () => session.now?.demo ?? false,
      run: leaveDemo,
    },
    {
      id: "single-keys",
      titleKey: "palette-single-keys",
      icon: CircleHelp,
      run: () => chooseLooks({ letterKeys: !session.singleKeys }).catch(toastError),
    },
  ];
  const stops = actions.map(registerAction);
  return () => {
    for (const stop of stops) stop();
  };
}
