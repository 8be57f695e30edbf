// What the command palette offers of the media list, whatever room is open.
import Building from "@lucide/svelte/icons/building-2";
import ContactRound from "@lucide/svelte/icons/contact-round";
import Download from "@lucide/svelte/icons/download";
import MessageSquareText from "@lucide/svelte/icons/message-square-text";
import Newspaper from "@lucide/svelte/icons/newspaper";
import Upload from "@lucide/svelte/icons/upload";
import UserPlus from "@lucide/svelte/icons/user-plus";

import { call } from "../api/call";
import type { ContactRow } from "../api/types.gen";
import { navigate } from "../router.svelte";
import { registerAction, registerRecords } from "../palette/actions.svelte";
import { around } from "../palette/records";
import { markedParts } from "../shared/marks";
import { exportTable } from "./deeds";
import { jobOf } from "./words";

const MOST = 8;

/** What a contact was found by where it is not their name: an address, a number, else their job. */
function whyFound(row: ContactRow, text: string): string {
  const holds = (value: string) => markedParts(value, text).some((part) => part.hit);
  const digits = text.replace(/\D/g, "");
  const job = jobOf(row);
  if (holds(row.name) || holds(job)) return job;
  const email = row.emails.find((one) => holds(one.address))?.address;
  const phone =
    digits.length > 2
      ? row.phones.find((one) => one.e164.includes(digits.replace(/^0/, "")))?.number
      : undefined;
  const label = [...row.beats, ...row.tags, row.city].find((value) => value && holds(value));
  return [job, email ?? phone ?? label].filter(Boolean).join(" · ");
}

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
    find: async (text, slips) => {
      const page = await call("contact_list", {
        search: text,
        limit: MOST,
        without_total: true,
        exactly: !slips,
      });
      return page.rows.map((row) => ({
        id: `contact-${row.id}`,
        title: row.name,
        hint: whyFound(row, text),
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
  registerRecords({
    id: "interactions",
    titleKey: "contact-history",
    find: async (text) => {
      if (text.trim().length < 3) return [];
      const rows = await call("interaction_find", { text, limit: 6 });
      return rows.map((row) => ({
        id: `interaction-${row.id}`,
        title: row.name,
        hint: around(row.summary, text),
        icon: MessageSquareText,
        run: () => {
          navigate(`/contacts/${row.contact_id}`);
        },
      }));
    },
  });
}
