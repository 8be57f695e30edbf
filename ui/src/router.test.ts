import { describe, expect, it } from "vitest";

import { linkTo, navigate, parsePlace, router, startRouter } from "./router.svelte";
import { restOf, roomOf, type Room } from "./routes";

const rooms = [{ path: "/contacts" }, { path: "/contacts/import" }, { path: "/lists" }] as Room[];

describe("places", () => {
  it("go to a link and back", () => {
    const place = parsePlace(linkTo("/contacts/a b", { tab: "x&y", empty: undefined }));
    expect(place.segments).toEqual(["contacts", "a b"]);
    expect(place.query.get("tab")).toBe("x&y");
    expect(place.query.has("empty")).toBe(false);
  });

  it("survive a broken link", () => {
    expect(parsePlace("#/contacts/%E0%A4%A").segments).toEqual(["contacts", "%E0%A4%A"]);
    expect(parsePlace("").path).toBe("/");
  });

  it("lie in the room with the longest path", () => {
    expect(roomOf("/contacts/12", rooms)?.path).toBe("/contacts");
    expect(roomOf("/contacts/import/3", rooms)?.path).toBe("/contacts/import");
    expect(roomOf("/contactsheet", rooms)).toBeUndefined();
    expect(restOf(["contacts", "12", "history"], rooms[0] as Room)).toEqual(["12", "history"]);
  });

  it("are remembered for the next start", () => {
    let stop = startRouter("/contacts");
    expect(router.place.path).toBe("/contacts");
    navigate("/lists/4", { replace: true });
    expect(router.place.segments).toEqual(["lists", "4"]);
    stop();
    history.replaceState(null, "", location.pathname);
    stop = startRouter("/contacts");
    expect(router.place.path).toBe("/lists/4");
    stop();
  });
});
