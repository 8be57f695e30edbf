// The pages of the settings, in their order.
import Building from "@lucide/svelte/icons/building-2";
import DatabaseBackup from "@lucide/svelte/icons/database-backup";
import History from "@lucide/svelte/icons/history";
import ListPlus from "@lucide/svelte/icons/list-plus";
import Mail from "@lucide/svelte/icons/mail";
import Palette from "@lucide/svelte/icons/palette";
import Send from "@lucide/svelte/icons/send";
import ShieldCheck from "@lucide/svelte/icons/shield-check";
import Trash from "@lucide/svelte/icons/trash-2";
import Users from "@lucide/svelte/icons/users";

import type { IconComponent } from "../shared/icon";

export type SectionId =
  | "looks"
  | "office"
  | "staff"
  | "fields"
  | "account"
  | "sending"
  | "backups"
  | "history"
  | "bin"
  | "protection";
export type Section = { id: SectionId; titleKey: string; icon: IconComponent };

export const SECTIONS: Section[] = [
  { id: "looks", titleKey: "settings-looks", icon: Palette },
  { id: "office", titleKey: "settings-office", icon: Building },
  { id: "staff", titleKey: "settings-staff", icon: Users },
  { id: "fields", titleKey: "settings-fields", icon: ListPlus },
  { id: "account", titleKey: "settings-account", icon: Mail },
  { id: "sending", titleKey: "settings-sending", icon: Send },
  { id: "backups", titleKey: "settings-backups", icon: DatabaseBackup },
  { id: "history", titleKey: "settings-history", icon: History },
  { id: "bin", titleKey: "bin", icon: Trash },
  { id: "protection", titleKey: "protect", icon: ShieldCheck },
];
