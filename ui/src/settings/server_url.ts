// The address of a mail server in parts, as the account's fields show it, and back:
// `smtps://name%40example.id@mail.example.id:465`.

export type Security = "tls" | "starttls" | "none";
export type Server = { host: string; port: string; security: Security; user: string };
type Protocol = "smtp" | "imap";

const PORTS: Record<Protocol, Record<Security, string>> = {
  smtp: { tls: "465", starttls: "587", none: "25" },
  imap: { tls: "993", starttls: "143", none: "143" },
};

/** The port that belongs to a protection. */
export function usualPort(protocol: Protocol, security: Security): string {
  return PORTS[protocol][security];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Reads an address; what is not there is empty or usual. */
export function readServer(protocol: Protocol, url: string): Server {
  const parts = /^(\w+):\/\/(?:([^@/]*)@)?(\[[^\]]*\]|[^:/?]*)(?::(\d+))?[^?]*(?:\?(.*))?$/.exec(
    url.trim(),
  );
  if (!parts) return { host: "", port: usualPort(protocol, "tls"), security: "tls", user: "" };
  const security: Security = parts[5]?.includes("tls=none")
    ? "none"
    : parts[1]?.endsWith("s")
      ? "tls"
      : "starttls";
  return {
    host: (parts[3] ?? "").replace(/^\[|\]$/g, ""),
    port: parts[4] ?? usualPort(protocol, security),
    security,
    user: decoded(parts[2] ?? ""),
  };
}

/** Writes an address; without a host there is none. */
export function writeServer(protocol: Protocol, server: Server): string {
  const host = server.host.trim();
  if (host === "") return "";
  const scheme = server.security === "tls" ? `${protocol}s` : protocol;
  const user = server.user.trim() === "" ? "" : `${encodeURIComponent(server.user.trim())}@`;
  const place = host.includes(":") ? `[${host}]` : host;
  const port = server.port.trim() || usualPort(protocol, server.security);
  return `${scheme}://${user}${place}:${port}${server.security === "none" ? "?tls=none" : ""}`;
}
