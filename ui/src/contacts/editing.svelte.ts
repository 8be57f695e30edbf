// One contact while it is being edited: saves go one after the other, each on the version that
// the one before it left, so that typing never collides with itself.
import { tick } from "svelte";

import { asWartaError, call } from "../api/call";
import type { ContactDetail, ContactPatch } from "../api/types.gen";
import { t } from "../i18n.svelte";
import { newEditSession } from "../shared/edit_session";
import { toast, toastError } from "../shared/toasts.svelte";

export type SaveState = "idle" | "saving" | "saved" | "failed";

export class ContactEditing {
  detail = $state.raw<ContactDetail | undefined>(undefined);
  state = $state<SaveState>("idle");
  /** Sentences by field name. */
  errors = $state<Record<string, string>>({});
  /** Rises when fields must forget what was typed, after someone else's change. */
  turn = $state(0);

  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #session = newEditSession();
  /** While fields are drawn anew: what they hand over as they go is out of date. */
  #deaf = false;

  /** Takes what the store answered, unless something newer is known. */
  accept(detail: ContactDetail | undefined): void {
    if (!detail) return;
    const known = this.detail;
    const isOlder =
      known?.contact.id === detail.contact.id && detail.contact.version < known.contact.version;
    if (!isOlder && this.#waiting === 0) this.detail = detail;
  }

  /** What is saved from here on is an action of its own, apart from what was typed before. */
  beginAnew(): void {
    this.#session = newEditSession();
  }

  /** Saves some fields; the answer says whether they were taken. */
  save(
    set: Record<string, string | number>,
    parts: Omit<ContactPatch, "patch"> = {},
    field?: string,
  ): Promise<boolean> {
    if (this.#deaf) return Promise.resolve(false);
    this.#waiting += 1;
    this.state = "saving";
    const work = this.#last.then(() => this.#send(set, parts, field));
    this.#last = work;
    return work;
  }

  async #send(
    set: Record<string, string | number>,
    parts: Omit<ContactPatch, "patch">,
    field: string | undefined,
  ): Promise<boolean> {
    const contact = this.detail?.contact;
    const names = [...Object.keys(set), ...Object.keys(parts), ...(field ? [field] : [])];
    try {
      if (!contact) return false;
      const patch = { id: contact.id, version: contact.version, session: this.#session, set };
      this.detail = await call("contact_save", { patch, ...parts });
      this.errors = Object.fromEntries(
        Object.entries(this.errors).filter(([name]) => !names.includes(name)),
      );
      this.state = "saved";
      return true;
    } catch (thrown) {
      const error = asWartaError(thrown);
      this.state = "failed";
      if (error.code === "Conflict" && contact) await this.#reload(contact.id);
      else if (error.code === "Invalid") {
        const name = field ?? error.field ?? names[0] ?? "";
        this.errors = { ...this.errors, [name]: error.sentence };
      } else toastError(error);
      return false;
    } finally {
      this.#waiting -= 1;
    }
  }

  async #reload(id: number): Promise<void> {
    try {
      this.detail = await call("contact_show", id);
      this.#deaf = true;
      this.turn += 1;
      await tick();
      this.errors = {};
      this.state = "idle";
      toast(t("contact-conflict", { name: this.detail.row.name }));
    } catch (thrown) {
      toastError(thrown);
    } finally {
      this.#deaf = false;
    }
  }
}
