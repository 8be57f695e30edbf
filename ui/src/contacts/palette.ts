// What the command palette offers of the media list, whatever room is open.
import Building from "@lucide/svelte/icons/building-2";
import ContactRound from "@lucide/svelte/icons/contact-round";
import Download from "@lucide/svelte/icons/download";
import Newspaper from "@lucide/svelte/icons/newspaper";
import Upload from "@lucide/svelte/icons/upload";
import UserPlus from "@lucide/svelte/icons/user-plus";

import { call } from "../api/call";
import { navigate } from "../router.svelte";
import { registerAction, registerRecords } from "../palette/actions.svelte";
import { exportTable } from "./deeds";
import { jobOf } from "./words";

const MOST = 8;

/** Registers actions and records for as long as the window is open. */
export function offerMediaList(): void {
  registerAction({
    id: "contact-new",
    titleKey: "contact-add",
    aliases: ["kontak baru", "new contact"],
    icon: UserPlus,
    run: () => {
      navigate("/contacts", { query: { new: 1 } });
    },
  });
  registerAction({
    id: "outlet-new",
    titleKey: "outlet-add",
    aliases: ["media baru", "new outlet"],
    icon: Newspaper,
    run: () => {
      navigate("/outlets", { query: { new: 1 } });
    },
  });
  registerAction({
    id: "organisation-new",
    titleKey: "organisation-add",
    icon: Building,
    run: () => {
      navigate("/organisations", { query: { new: 1 } });
    },
  });
  registerAction({
    id: "contact-import",
    titleKey: "import-title",
    aliases: ["impor excel", "import excel csv"],
    icon: Upload,
    run: () => {
      navigate("/import");
    },
  });
  registerAction({
    id: "contact-export",
    titleKey: "export-contacts",
    aliases: ["excel", "unduh", "download"],
    icon: Download,
    run: () => exportTable("contacts", "xlsx"),
  });

  registerRecords({
    id: "contacts",
    titleKey: "nav-contacts",
    find: async (text) => {
      const page = await call("contact_list", { search: text, limit: MOST, without_total: true });
      return page.rows.map((row) => ({
        id: `contact-${row.id}`,
        title: row.name,
        hint: jobOf(row),
        icon: ContactRound,
        run: () => {
          navigate(`/contacts/${row.id}`);
        },
      }));
    },
  });
  registerRecords({
    id: "organisations",
    titleKey: "nav-organisations",
    find: async (text) => {
      const page = await call("organisation_list", { search: text, limit: MOST });
      return page.rows.map((row) => ({
        id: `organisation-${row.id}`,
        title: row.name,
        hint: row.city,
        icon: row.kind === "outlet" ? Newspaper : Building,
        run: () => {
          navigate(`${row.kind === "outlet" ? "/outlets" : "/organisations"}/${row.id}`);
        },
      }));
    },
  });
}
